//! A list written to Excel. Every text is a typed string, so nothing a cell begins with can become a formula.
//!
//! Not here: the printed forms of lists (`drafting`).

use crate::ExchangeError;
use crate::container::MAX_CELL_CHARS;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, XlsxError};

/// A column to write.
#[derive(Debug, Clone, PartialEq)]
pub struct OutColumn {
    /// The head.
    pub heading: String,
    /// Width in characters.
    pub width: f64,
    /// Cells of digits only are written as numbers (running numbers, sums); all others are text.
    pub numeric: bool,
    /// Cells are paths of files beside the workbook, and lead there; only in a [`Book`](crate::Book).
    pub link: bool,
}

impl OutColumn {
    /// A column of text with a head and a width.
    pub fn new(heading: impl Into<String>, width: f64) -> Self {
        Self { heading: heading.into(), width, numeric: false, link: false }
    }

    /// A column of whole numbers.
    pub fn number(heading: impl Into<String>, width: f64) -> Self {
        Self { heading: heading.into(), width, numeric: true, link: false }
    }

    /// A column of paths of files beside the workbook.
    pub fn link(heading: impl Into<String>, width: f64) -> Self {
        Self { heading: heading.into(), width, numeric: false, link: true }
    }

    /// The number that a text of this column is written as. Up to 15 digits a number of Excel keeps every digit.
    pub(crate) fn as_number(&self, text: &str) -> Option<f64> {
        let digits = self.numeric && text.len() <= 15 && text.bytes().all(|b| b.is_ascii_digit());
        let plain = digits && (text == "0" || !text.starts_with('0'));
        if plain { text.parse().ok() } else { None }
    }
}

/// A sheet to write: the heads, and the rows under them.
#[derive(Debug, Clone, PartialEq)]
pub struct OutSheet {
    /// The sheet's name.
    pub name: String,
    /// The columns.
    pub columns: Vec<OutColumn>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// Writes one sheet: a title over the table (none when empty), the heads, the rows. The bytes are an .xlsx file, the
/// same for the same input.
pub fn write_list<R>(
    sheet: &str,
    title: &str,
    columns: &[OutColumn],
    rows: impl IntoIterator<Item = R>,
) -> Result<Vec<u8>, ExchangeError>
where
    R: AsRef<[String]>,
{
    let written = || {
        let mut book = new_book()?;
        write_sheet(&mut book, sheet, title, columns, rows)?;
        book.save_to_buffer()
    };
    written().map_err(not_written)
}

/// Writes several sheets, each its heads and rows.
pub fn write_sheets(sheets: &[OutSheet]) -> Result<Vec<u8>, ExchangeError> {
    let written = || {
        let mut book = new_book()?;
        for sheet in sheets {
            write_sheet(&mut book, &sheet.name, "", &sheet.columns, &sheet.rows)?;
        }
        book.save_to_buffer()
    };
    written().map_err(not_written)
}

fn not_written(error: XlsxError) -> ExchangeError {
    ExchangeError::NotWritten { detail: error.to_string() }
}

fn new_book() -> Result<Workbook, XlsxError> {
    let mut book = Workbook::new();
    // The writer would stamp the time of writing; the same list must give the same bytes.
    let stamp = ExcelDateTime::from_ymd(2024, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&stamp));
    Ok(book)
}

fn write_sheet<R>(
    book: &mut Workbook,
    sheet: &str,
    title: &str,
    columns: &[OutColumn],
    rows: impl IntoIterator<Item = R>,
) -> Result<(), XlsxError>
where
    R: AsRef<[String]>,
{
    const FONT: &str = "Times New Roman";
    let page = book.add_worksheet();
    page.set_name(sheet_name(sheet))?;
    let head = Format::new()
        .set_font_name(FONT)
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_border(FormatBorder::Thin);
    let cell = Format::new()
        .set_font_name(FONT)
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_border(FormatBorder::Thin);
    let mut at = 0;
    if !title.is_empty() {
        let big = Format::new().set_font_name(FONT).set_bold().set_font_size(14);
        page.write_string_with_format(at, 0, shortened(title), &big)?;
        at += 2;
    }
    for (index, column) in (0_u16..).zip(columns) {
        page.set_column_width(index, column.width)?;
        page.write_string_with_format(at, index, shortened(&column.heading), &head)?;
    }
    page.set_freeze_panes(at + 1, 0)?;
    page.set_repeat_rows(at, at)?;
    page.set_landscape();
    for row in rows {
        at += 1;
        for (index, (column, text)) in (0_u16..).zip(columns.iter().zip(row.as_ref())) {
            match column.as_number(text) {
                Some(number) => page.write_number_with_format(at, index, number, &cell)?,
                _ if text.is_empty() => page.write_blank(at, index, &cell)?,
                _ => page.write_string_with_format(at, index, shortened(text), &cell)?,
            };
        }
    }
    Ok(())
}

/// What Excel takes in a cell: no control signs, no more than its limit.
pub(crate) fn shortened(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).take(MAX_CELL_CHARS).collect()
}

/// A name that Excel takes for a sheet: at most 31 signs, none of `[]:*?/\`, no apostrophe at the ends.
fn sheet_name(name: &str) -> String {
    let kept =
        name.chars().filter(|c| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\') && !c.is_control());
    let name: String = kept.take(31).collect();
    let name = name.trim_matches('\'').trim();
    if name.is_empty() { "Danh sách".to_owned() } else { name.to_owned() }
}
