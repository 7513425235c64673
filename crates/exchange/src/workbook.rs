//! A workbook as plain cells: what Excel shows, no formulas, no macros, no links.
//!
//! .xlsx cells are streamed into sparse rows, so a lone cell in the last corner of a sheet costs one cell. Deliberately
//! not here: what the cells mean (`columns.rs`, `list.rs`) and old encodings (`legacy.rs`), though the encoding that a
//! cell's font stands for is kept.

use crate::container::{Kind, MAX_CELL_CHARS, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_TEXT_BYTES, admit};
use crate::legacy::FontHint;
use crate::{ExchangeError, biff, column_letter, ods};
use calamine::{Data, DataRef, Reader, SheetType, SheetVisible, Xls, Xlsx};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::io::Cursor;

/// A workbook.
#[derive(Debug, Clone, PartialEq)]
pub struct Workbook {
    /// Name of the file, without its folder.
    pub file_name: String,
    /// Its sheets in their order, hidden ones too.
    pub sheets: Vec<Sheet>,
}

/// A sheet: only filled cells.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// Name on its tab.
    pub name: String,
    /// Hidden in Excel.
    pub hidden: bool,
    /// Rows with a filled cell, from the top.
    pub rows: Vec<Row>,
    /// Merged cells.
    pub merges: Vec<Merge>,
    /// True when serial numbers of dates count from 1904.
    pub date1904: bool,
    /// The first cell that was left out because it lies beyond [`crate::MAX_COLUMNS`]: `XFD1048576`.
    pub left_out: Option<String>,
}

/// A row with at least one filled cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Zero-based.
    pub index: u32,
    /// Filled cells from left to right.
    pub cells: Vec<Cell>,
}

/// A filled cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Zero-based.
    pub column: u32,
    /// What it holds.
    pub value: Value,
    /// The old encoding that its font stands for.
    pub font: FontHint,
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Text, as stored.
    Text(String),
    /// A number.
    Number(f64),
    /// A date (the time of day is dropped).
    Date(NaiveDate),
    /// True or false.
    Bool(bool),
    /// `#REF!` and the like.
    Error(String),
}

/// Merged cells; zero-based, ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merge {
    /// First row.
    pub top: u32,
    /// Last row.
    pub bottom: u32,
    /// First column.
    pub left: u32,
    /// Last column.
    pub right: u32,
}

/// Stands for the value of a formula that the file holds no value of.
const WITHOUT_VALUE: &str = "(công thức)";

impl Value {
    /// True for a formula whose value the file does not hold.
    pub(crate) fn is_missing(&self) -> bool {
        matches!(self, Self::Error(error) if error == WITHOUT_VALUE)
    }

    /// As Excel shows it to a Vietnamese officer: dates as `dd/mm/yyyy`, whole numbers without a point.
    pub fn shown(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => format!("{number}").replace('.', ","),
            Self::Date(date) => commendation::short_date(*date),
            Self::Bool(true) => "TRUE".to_owned(),
            Self::Bool(false) => "FALSE".to_owned(),
            Self::Error(error) => error.clone(),
        }
    }
}

impl Sheet {
    /// The filled cell at a zero-based row and column.
    pub fn cell(&self, row: u32, column: u32) -> Option<&Cell> {
        let row = &self.rows[self.rows.binary_search_by_key(&row, |r| r.index).ok()?];
        row.cells.binary_search_by_key(&column, |c| c.column).ok().map(|at| &row.cells[at])
    }

    /// One more than the last filled column.
    pub fn width(&self) -> u32 {
        self.rows.iter().filter_map(|r| r.cells.last()).map(|c| c.column + 1).max().unwrap_or(0)
    }
}

/// Reads a workbook from its bytes. The name is for messages only; the kind is told from the bytes.
pub fn read_workbook(bytes: &[u8], file_name: &str) -> Result<Workbook, ExchangeError> {
    let kind = admit(bytes, file_name)?;
    // The parsers are not ours: whatever they make of hostile bytes must end in a sentence.
    let sheets = std::panic::catch_unwind(|| match kind {
        Kind::Xlsx => read_xlsx(bytes, file_name),
        Kind::Xls => read_xls(bytes, file_name),
        Kind::Ods => read_ods(bytes, file_name),
    })
    .unwrap_or_else(|_| Err(damaged(file_name, "cấu trúc bên trong không đúng")))?;
    if sheets.iter().all(|s| s.rows.is_empty()) {
        return Err(ExchangeError::NothingInside { file: file_name.to_owned() });
    }
    Ok(Workbook { file_name: file_name.to_owned(), sheets })
}

fn damaged(file: &str, detail: impl Into<String>) -> ExchangeError {
    ExchangeError::Damaged { file: file.to_owned(), detail: detail.into() }
}

/// The parser's error, for people: what part is concerned, not how the parser puts it.
fn damaged_xlsx(file: &str, error: calamine::XlsxError) -> ExchangeError {
    use calamine::XlsxError::{FileNotFound, Password, WorksheetNotFound, Xml, XmlAttr, XmlEof};
    match error {
        Password => ExchangeError::PasswordProtected { file: file.to_owned() },
        FileNotFound(part) => damaged(file, format!("thiếu phần {part} bên trong")),
        WorksheetNotFound(sheet) => damaged(file, format!("thiếu dữ liệu của trang “{sheet}”")),
        Xml(_) | XmlAttr(_) => damaged(file, "nội dung XML bên trong không đúng"),
        XmlEof(_) => damaged(file, "nội dung bên trong bị cắt ngang"),
        _ => damaged(file, "cấu trúc bên trong không đúng"),
    }
}

/// Collects the cells of a workbook and holds the caps.
struct Intake<'a> {
    file: &'a str,
    rows: usize,
    cells: usize,
    text: usize,
}

/// The rows of one sheet while they come in.
#[derive(Default)]
struct Incoming {
    rows: BTreeMap<u32, Vec<Cell>>,
    left_out: Option<String>,
}

impl<'a> Intake<'a> {
    fn new(file: &'a str) -> Self {
        Self { file, rows: 0, cells: 0, text: 0 }
    }

    fn take(
        &mut self,
        sheet: &str,
        into: &mut Incoming,
        (row, column): (u32, u32),
        value: Value,
        font: FontHint,
    ) -> Result<(), ExchangeError> {
        let at = || format!("{}{}", column_letter(column), row + 1);
        if let Value::Text(text) = &value {
            if text.trim().is_empty() {
                return Ok(());
            }
            if text.len() > MAX_CELL_CHARS && text.chars().count() > MAX_CELL_CHARS {
                let (file, sheet) = (self.file.to_owned(), sheet.to_owned());
                return Err(ExchangeError::CellTooLong { file, sheet, cell: at(), limit: MAX_CELL_CHARS });
            }
            self.text += text.len();
        }
        if column >= MAX_COLUMNS {
            into.left_out.get_or_insert_with(at);
            return Ok(());
        }
        self.cells += 1;
        let cells = into.rows.entry(row).or_default();
        if cells.is_empty() {
            self.rows += 1;
        }
        if self.rows > MAX_ROWS as usize {
            let limit = "50.000".to_owned();
            return Err(ExchangeError::TooManyRows {
                file: self.file.to_owned(),
                sheet: sheet.to_owned(),
                limit,
            });
        }
        if self.cells > MAX_CELLS || self.text > MAX_TEXT_BYTES {
            let detail =
                if self.cells > MAX_CELLS { "hơn 1.500.000 ô có nội dung" } else { "hơn 96 MB chữ" };
            return Err(ExchangeError::TooMuchData { file: self.file.to_owned(), detail: detail.to_owned() });
        }
        cells.push(Cell { column, value, font });
        Ok(())
    }
}

impl Incoming {
    fn into_sheet(self, name: String, hidden: bool, merges: Vec<Merge>, date1904: bool) -> Sheet {
        let rows = self
            .rows
            .into_iter()
            .map(|(index, mut cells)| {
                cells.sort_by_key(|c| c.column);
                cells.dedup_by_key(|c| c.column);
                Row { index, cells }
            })
            .collect();
        Sheet { name, hidden, rows, merges, date1904, left_out: self.left_out }
    }
}

fn value_of(data: DataRef<'_>) -> Option<Value> {
    Some(match data {
        DataRef::Empty => return None,
        DataRef::Int(number) => Value::Number(number as f64),
        DataRef::Float(number) => Value::Number(number),
        DataRef::String(text) => Value::Text(text),
        DataRef::SharedString(text) => Value::Text(text.to_owned()),
        DataRef::Bool(value) => Value::Bool(value),
        DataRef::DateTime(date) => match date.as_datetime() {
            Some(at) if date.is_datetime() => Value::Date(at.date()),
            _ => Value::Number(date.as_f64()),
        },
        DataRef::DateTimeIso(text) => match text.get(..10).and_then(|d| d.parse().ok()) {
            Some(date) => Value::Date(date),
            None => Value::Text(text),
        },
        DataRef::DurationIso(text) => Value::Text(text),
        DataRef::Error(error) => Value::Error(error.to_string()),
    })
}

fn value_of_owned(data: &Data) -> Option<Value> {
    let data = match data {
        Data::Empty => return None,
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::String(text) => DataRef::String(text.clone()),
        Data::Bool(value) => DataRef::Bool(*value),
        Data::DateTime(date) => DataRef::DateTime(*date),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
    };
    value_of(data)
}

fn read_xlsx(bytes: &[u8], file: &str) -> Result<Vec<Sheet>, ExchangeError> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| damaged_xlsx(file, error))?;
    let date1904 = book.has_1904_epoch();
    let tabs: Vec<_> =
        book.sheets_metadata().iter().filter(|s| s.typ == SheetType::WorkSheet).cloned().collect();
    let mut intake = Intake::new(file);
    let mut sheets = Vec::new();
    for tab in tabs {
        let mut incoming = Incoming::default();
        let mut hollow = false;
        match book.worksheet_cells_reader(&tab.name) {
            Ok(mut cells) => {
                let fonts: Vec<FontHint> = cells
                    .styles()
                    .iter()
                    .map(|s| {
                        s.font.as_ref().and_then(|f| f.name.as_deref()).map_or(FontHint::None, FontHint::of)
                    })
                    .collect();
                while let Some((cell, style)) =
                    cells.next_cell_with_style_id().map_err(|error| damaged_xlsx(file, error))?
                {
                    let at = cell.get_position();
                    hollow |= matches!(cell.get_value(), DataRef::Empty);
                    if let Some(value) = value_of(cell.get_value().clone()) {
                        let font = fonts.get(style).copied().unwrap_or_default();
                        intake.take(&tab.name, &mut incoming, at, value, font)?;
                    }
                }
            }
            Err(calamine::XlsxError::NotAWorksheet(_)) => continue,
            Err(error) => return Err(damaged_xlsx(file, error)),
        }
        // A formula whose value is the empty text is blank. Only a sheet with empty cells can hold formulas without a value; the others are not read again.
        if hollow && let Ok(mut cells) = book.worksheet_cells_reader(&tab.name) {
            while let Ok(Some(cell)) = cells.next_cell_with_formula_metadata() {
                if cell.formula.is_some() && matches!(cell.value, DataRef::Empty) {
                    let value = Value::Error(WITHOUT_VALUE.to_owned());
                    intake.take(&tab.name, &mut incoming, cell.pos, value, FontHint::None)?;
                }
            }
        }
        // Merges only explain a list; a sheet whose merges cannot be read is still read.
        let merges = match book.merge_cells_by_sheet_name(&tab.name) {
            Ok(merges) => merges
                .iter()
                .map(|m| Merge { top: m.start.0, bottom: m.end.0, left: m.start.1, right: m.end.1 })
                .collect(),
            Err(_) => Vec::new(),
        };
        sheets.push(incoming.into_sheet(tab.name, tab.visible != SheetVisible::Visible, merges, date1904));
    }
    Ok(sheets)
}

fn read_xls(bytes: &[u8], file: &str) -> Result<Vec<Sheet>, ExchangeError> {
    // The parser lays each sheet out as one dense block, so what the records hold is surveyed first.
    let survey = biff::survey(bytes, file)?;
    let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        calamine::XlsError::Password => ExchangeError::PasswordProtected { file: file.to_owned() },
        _ => damaged(file, "cấu trúc bên trong không đúng"),
    })?;
    let date1904 = book.has_1904_epoch();
    let tabs = book.sheets_metadata().to_vec();
    let mut intake = Intake::new(file);
    let mut sheets = Vec::new();
    for (place, tab) in tabs.into_iter().enumerate() {
        if tab.typ != SheetType::WorkSheet {
            continue;
        }
        let range = book
            .worksheet_range(&tab.name)
            .map_err(|_| damaged(file, format!("không đọc được trang “{}”", tab.name)))?;
        let (top, left) = range.start().unwrap_or((0, 0));
        let mut incoming = Incoming::default();
        for (row, column, data) in range.used_cells() {
            if let Some(value) = value_of_owned(data) {
                let at = (top + row as u32, left + column as u32);
                let font = survey.font(place, at.0, at.1);
                intake.take(&tab.name, &mut incoming, at, value, font)?;
            }
        }
        let merges = match book.merge_cells_by_sheet_name(&tab.name) {
            Ok(merges) => merges
                .iter()
                .map(|m| Merge { top: m.start.0, bottom: m.end.0, left: m.start.1, right: m.end.1 })
                .collect(),
            Err(_) => Vec::new(),
        };
        sheets.push(incoming.into_sheet(tab.name, tab.visible != SheetVisible::Visible, merges, date1904));
    }
    Ok(sheets)
}

fn read_ods(bytes: &[u8], file: &str) -> Result<Vec<Sheet>, ExchangeError> {
    let mut intake = Intake::new(file);
    let mut sheets = Vec::new();
    ods::read(bytes, file, &mut |event| {
        match event {
            ods::Event::Sheet { name, hidden } => {
                sheets.push((name, hidden, Incoming::default(), Vec::new()))
            }
            ods::Event::Cell { row, column, value } => {
                if let Some((name, _, incoming, _)) = sheets.last_mut() {
                    intake.take(name, incoming, (row, column), value, FontHint::None)?;
                }
            }
            ods::Event::Merge(merge) => {
                if let Some((_, _, _, merges)) = sheets.last_mut() {
                    merges.push(merge);
                }
            }
        }
        Ok(())
    })?;
    Ok(sheets
        .into_iter()
        .map(|(name, hidden, incoming, merges)| incoming.into_sheet(name, hidden, merges, false))
        .collect())
}
