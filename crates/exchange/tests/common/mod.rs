//! Workbooks built in tests.
#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test uses a part; a test may stop at what should not happen"
)]

use chrono::NaiveDate;
use commendation::Catalogue;
use exchange::{
    ExchangeError, ListRow, NominationList, RecogniseOptions, RowVerdict, read_workbook, recognise_workbook,
};
use rust_xlsxwriter::{Format, Workbook};

pub(crate) fn options() -> RecogniseOptions<'static> {
    RecogniseOptions::new(Catalogue::bundled(), NaiveDate::from_ymd_opt(2025, 12, 15).unwrap())
}

/// A workbook of sheets of texts; cells that are whole numbers become numbers.
pub(crate) fn book(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    merged_book(sheets, &[])
}

/// The same with merged cells on the first sheet: first row, first column, last row, last column.
pub(crate) fn merged_book(sheets: &[(&str, &[&[&str]])], merges: &[(u32, u16, u32, u16)]) -> Vec<u8> {
    let mut book = Workbook::new();
    for (at, (name, rows)) in sheets.iter().enumerate() {
        let page = book.add_worksheet();
        page.set_name(*name).unwrap();
        if at == 0 {
            for (top, left, bottom, right) in merges {
                page.merge_range(*top, *left, *bottom, *right, "", &Format::new()).unwrap();
            }
        }
        for (row, cells) in (0..).zip(*rows) {
            for (column, text) in (0..).zip(*cells) {
                match text.parse::<f64>() {
                    _ if text.is_empty() => continue,
                    Ok(number) if !text.starts_with('0') => page.write_number(row, column, number).unwrap(),
                    _ => page.write_string(row, column, *text).unwrap(),
                };
            }
        }
    }
    book.save_to_buffer().unwrap()
}

pub(crate) fn try_read(bytes: &[u8]) -> Result<NominationList, ExchangeError> {
    recognise_workbook(&read_workbook(bytes, "thử.xlsx")?, None, &options())
}

pub(crate) fn read(rows: &[&[&str]]) -> NominationList {
    try_read(&book(&[("Danh sách", rows)])).unwrap()
}

/// The rows that nominate or should.
pub(crate) fn nominations(list: &NominationList) -> Vec<&ListRow> {
    list.rows.iter().filter(|r| r.verdict.counts()).collect()
}

pub(crate) fn row(list: &NominationList, number: u32) -> &ListRow {
    list.rows.iter().find(|r| r.row == number).unwrap_or_else(|| panic!("row {number} should be listed"))
}

pub(crate) fn codes(row: &ListRow) -> Vec<&str> {
    row.problems.iter().map(|p| p.code).collect()
}

pub(crate) fn inferences(row: &ListRow) -> Vec<&str> {
    row.inferred.iter().map(|p| p.code).collect()
}

pub(crate) fn verdicts(list: &NominationList) -> Vec<(u32, RowVerdict)> {
    list.rows.iter().map(|r| (r.row, r.verdict)).collect()
}
