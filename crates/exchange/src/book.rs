//! A workbook of several long lists, written row by row to disk so that a million rows need no memory. A list that
//! Excel's sheet cannot hold goes on in further sheets. Every text is a typed string; links lead to files beside.

use crate::ExchangeError;
use crate::write::{OutColumn, shortened};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Url, Workbook, XlsxError};
use std::path::Path;

/// Rows that a sheet of Excel holds, its head included.
const SHEET_ROWS: u32 = 1_048_576;
/// Links that a sheet of Excel holds are some more.
const LINKED_ROWS: u32 = 65_000;

/// A workbook being written.
pub struct Book {
    book: Workbook,
    head: Format,
    link: Format,
    most_rows: u32,
}

/// A list being written.
pub struct List<'a> {
    book: &'a mut Book,
    name: &'a str,
    columns: &'a [OutColumn],
    sheet: usize,
    /// How many sheets of this name there are.
    parts: u32,
    next_row: u32,
}

impl Book {
    /// An empty workbook.
    ///
    /// # Errors
    /// Never in practice: the writer's own.
    pub fn new() -> Result<Self, ExchangeError> {
        Self::with_rows(SHEET_ROWS)
    }

    fn with_rows(most_rows: u32) -> Result<Self, ExchangeError> {
        let mut book = Workbook::new();
        // The writer would stamp the time of writing; the same lists must give the same bytes.
        let stamp = ExcelDateTime::from_ymd(2024, 1, 1).map_err(not_written)?;
        book.set_properties(&DocProperties::new().set_creation_datetime(&stamp));
        let head = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Center);
        Ok(Self { book, head, link: Format::new().set_hyperlink(), most_rows })
    }

    /// Begins a list.
    ///
    /// # Errors
    /// A failure of the disk that holds temporary files.
    pub fn list<'a>(
        &'a mut self,
        name: &'a str,
        columns: &'a [OutColumn],
    ) -> Result<List<'a>, ExchangeError> {
        let mut list = List { book: self, name, columns, sheet: 0, parts: 0, next_row: 0 };
        list.begin_sheet().map_err(not_written)?;
        Ok(list)
    }

    /// Writes the file.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn save(mut self, path: &Path) -> Result<(), ExchangeError> {
        self.book.save(path).map_err(not_written)
    }
}

impl List<'_> {
    /// Adds a row: a text for each column.
    ///
    /// # Errors
    /// A failure of the disk that holds temporary files.
    pub fn row(&mut self, texts: &[String]) -> Result<(), ExchangeError> {
        self.write(texts).map_err(not_written)
    }

    fn begin_sheet(&mut self) -> Result<(), XlsxError> {
        self.parts += 1;
        self.sheet = self.book.book.worksheets().len();
        let sheet = self.book.book.add_worksheet_with_constant_memory()?;
        sheet.set_name(match self.parts {
            1 => self.name.to_owned(),
            part => format!("{} ({part})", self.name),
        })?;
        for (index, column) in (0_u16..).zip(self.columns) {
            sheet.set_column_width(index, column.width)?;
        }
        sheet.set_freeze_panes(1, 0)?;
        for (index, column) in (0_u16..).zip(self.columns) {
            sheet.write_string_with_format(0, index, &column.heading, &self.book.head)?;
        }
        self.next_row = 1;
        Ok(())
    }

    fn write(&mut self, texts: &[String]) -> Result<(), XlsxError> {
        let most = match self.columns.iter().any(|column| column.link) {
            true => self.book.most_rows.min(LINKED_ROWS),
            false => self.book.most_rows,
        };
        if self.next_row == most {
            self.begin_sheet()?;
        }
        let at = self.next_row;
        self.next_row += 1;
        let sheet = self.book.book.worksheet_from_index(self.sheet)?;
        for (index, (column, text)) in (0_u16..).zip(self.columns.iter().zip(texts)) {
            match column.as_number(text) {
                _ if text.is_empty() => {}
                Some(number) => {
                    sheet.write_number(at, index, number)?;
                }
                None if column.link => {
                    let url = Url::new(format!("file:///{text}")).set_text(shortened(text));
                    sheet.write_url_with_format(at, index, url, &self.book.link)?;
                }
                None => {
                    sheet.write_string(at, index, shortened(text))?;
                }
            }
        }
        Ok(())
    }
}

fn not_written(error: XlsxError) -> ExchangeError {
    ExchangeError::NotWritten { detail: error.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{Data, Reader, Xlsx, open_workbook};

    #[test]
    fn long_lists_go_on_in_further_sheets_and_link_to_files() {
        let folder = tempfile::tempdir().expect("a folder");
        let write = |name: &str| {
            let mut book = Book::with_rows(4).expect("a workbook");
            let columns =
                [OutColumn::new("Tên", 20.0), OutColumn::number("Số", 8.0), OutColumn::link("Tệp", 30.0)];
            let mut list = book.list("Văn bản", &columns).expect("a list");
            for number in 0..7 {
                let name = if number == 0 { "=1+1".to_owned() } else { format!("tên {number}") };
                list.row(&[name, number.to_string(), format!("2025/tệp {number}.pdf")]).expect("a row");
            }
            let path = folder.path().join(name);
            book.save(&path).expect("saved");
            path
        };
        let (one, two) = (write("a.xlsx"), write("b.xlsx"));
        assert!(
            std::fs::read(&one).expect("read") == std::fs::read(two).expect("read"),
            "the same lists give the same bytes"
        );
        let mut read: Xlsx<_> = open_workbook(&one).expect("Excel's form");
        assert_eq!(read.sheet_names(), ["Văn bản", "Văn bản (2)", "Văn bản (3)"], "three rows to a sheet");
        let first = read.worksheet_range("Văn bản").expect("a sheet");
        assert_eq!(first.get((1, 0)), Some(&Data::String("=1+1".into())), "a text is no formula");
        let last = read.worksheet_range("Văn bản (3)").expect("a sheet");
        assert_eq!(last.get((0, 1)), Some(&Data::String("Số".into())), "each sheet has the head");
        assert_eq!(last.get((1, 1)), Some(&Data::Float(6.0)), "no row is lost");
        let links = String::from_utf8(inside(&one, "xl/worksheets/_rels/sheet1.xml.rels")).expect("XML");
        assert!(
            links.contains("Target=\"2025/tệp%200.pdf\""),
            "relative, so that the folder may be moved: {links}"
        );
    }

    fn inside(path: &Path, name: &str) -> Vec<u8> {
        let mut zip = zip::ZipArchive::new(std::fs::File::open(path).expect("there")).expect("a ZIP");
        let mut bytes = Vec::new();
        std::io::copy(&mut zip.by_name(name).expect("a part"), &mut bytes).expect("read");
        bytes
    }
}
