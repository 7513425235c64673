//! Cells of an OpenDocument spreadsheet, streamed: a row repeated a million times costs what it holds.

use crate::ExchangeError;
use crate::container::{MAX_COLUMNS, MAX_INFLATED_BYTES, MAX_ROWS};
use crate::workbook::{Merge, Value};
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event as Xml};
use std::io::{BufReader, Cursor, Read};

/// What is met from the top of the file down.
pub(crate) enum Event {
    Sheet { name: String, hidden: bool },
    Cell { row: u32, column: u32, value: Value },
    Merge(Merge),
}

/// Reads the sheets; `take` gets each event and may stop with an error.
pub(crate) fn read(
    bytes: &[u8],
    file: &str,
    take: &mut dyn FnMut(Event) -> Result<(), ExchangeError>,
) -> Result<(), ExchangeError> {
    let damaged = |detail: &str| ExchangeError::Damaged { file: file.to_owned(), detail: detail.to_owned() };
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes))
        .map_err(|_| damaged("không đọc được mục lục của tệp nén"))?;
    let content = zip.by_name("content.xml").map_err(|_| damaged("thiếu phần content.xml bên trong"))?;
    let mut xml = quick_xml::Reader::from_reader(BufReader::new(content.take(MAX_INFLATED_BYTES)));
    let mut buffer = Vec::new();
    let mut place = Place::default();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(|_| damaged("nội dung XML bên trong không đúng"))?
        {
            Xml::Eof => break,
            Xml::Start(start) => place.open(&start, false, take)?,
            Xml::Empty(start) => place.open(&start, true, take)?,
            Xml::End(end) => {
                let name = end.name();
                place.close(name.local_name().as_ref(), take)?;
            }
            Xml::Text(text) if place.in_text() => place.text.push_str(&text.xml10_content()),
            Xml::GeneralRef(entity) if place.in_text() => {
                let name: &str = entity.as_ref();
                match (name, entity.resolve_char_ref()) {
                    (_, Ok(Some(c))) => place.text.push(c),
                    ("amp", _) => place.text.push('&'),
                    ("lt", _) => place.text.push('<'),
                    ("gt", _) => place.text.push('>'),
                    ("quot", _) => place.text.push('"'),
                    ("apos", _) => place.text.push('\''),
                    _ => {}
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// Where in the file the reader is.
#[derive(Default)]
struct Place {
    in_table: bool,
    row: u32,
    row_repeats: u32,
    column: u32,
    /// The open cell: kind of value, value, repeats.
    cell: Option<(String, String, u32)>,
    text: String,
    paragraphs: u32,
    depth_of_notes: u32,
    /// Cells of the open row, kept for its repetitions.
    cells: Vec<(u32, Value)>,
}

impl Place {
    fn in_text(&self) -> bool {
        self.cell.is_some() && self.paragraphs > 0 && self.depth_of_notes == 0
    }

    fn open(
        &mut self,
        start: &BytesStart<'_>,
        empty: bool,
        take: &mut dyn FnMut(Event) -> Result<(), ExchangeError>,
    ) -> Result<(), ExchangeError> {
        let name = start.name();
        match name.local_name().as_ref() {
            "table" if !empty => {
                self.in_table = true;
                (self.row, self.column) = (0, 0);
                let hidden = attribute(start, "display").as_deref() == Some("false");
                take(Event::Sheet { name: attribute(start, "name").unwrap_or_default(), hidden })?;
            }
            "table-row" if self.in_table => {
                self.column = 0;
                self.cells.clear();
                self.row_repeats = number(start, "number-rows-repeated");
                if empty {
                    self.row = self.row.saturating_add(self.row_repeats);
                }
            }
            "table-cell" | "covered-table-cell" if self.in_table => {
                let repeats = number(start, "number-columns-repeated");
                let (right, down) =
                    (number(start, "number-columns-spanned"), number(start, "number-rows-spanned"));
                if right > 1 || down > 1 {
                    let (top, left) = (self.row, self.column);
                    let (bottom, right) = (top.saturating_add(down - 1), left.saturating_add(right - 1));
                    take(Event::Merge(Merge { top, bottom, left, right }))?;
                }
                let kind = attribute(start, "value-type").unwrap_or_default();
                let value = match kind.as_str() {
                    "date" => attribute(start, "date-value"),
                    "boolean" => attribute(start, "boolean-value"),
                    "string" => attribute(start, "string-value"),
                    _ => attribute(start, "value"),
                };
                self.text.clear();
                self.paragraphs = 0;
                self.cell = Some((kind, value.unwrap_or_default(), repeats));
                if empty {
                    self.end_cell();
                }
            }
            "annotation" if !empty => self.depth_of_notes += 1,
            "p" if self.cell.is_some() && self.depth_of_notes == 0 => {
                if self.paragraphs > 0 {
                    self.text.push('\n');
                }
                self.paragraphs += 1;
            }
            "s" if self.in_text() => {
                self.text.extend(std::iter::repeat_n(' ', number(start, "c").min(100) as usize))
            }
            "tab" if self.in_text() => self.text.push('\t'),
            "line-break" if self.in_text() => self.text.push('\n'),
            _ => {}
        }
        Ok(())
    }

    fn close(
        &mut self,
        name: &str,
        take: &mut dyn FnMut(Event) -> Result<(), ExchangeError>,
    ) -> Result<(), ExchangeError> {
        match name {
            "annotation" => self.depth_of_notes = self.depth_of_notes.saturating_sub(1),
            "table-cell" | "covered-table-cell" => self.end_cell(),
            "table-row" if self.in_table => {
                // More repetitions than the cap on rows are refused by whoever takes the cells.
                let repeats = if self.cells.is_empty() { 0 } else { self.row_repeats.min(MAX_ROWS + 1) };
                for row in 0..repeats {
                    for (column, value) in &self.cells {
                        let row = self.row.saturating_add(row);
                        take(Event::Cell { row, column: *column, value: value.clone() })?;
                    }
                }
                self.row = self.row.saturating_add(self.row_repeats);
                self.cells.clear();
            }
            "table" => self.in_table = false,
            _ => {}
        }
        Ok(())
    }

    fn end_cell(&mut self) {
        let Some((kind, value, repeats)) = self.cell.take() else { return };
        let text = std::mem::take(&mut self.text);
        let value = match kind.as_str() {
            "" => None,
            "float" | "percentage" | "currency" => value.parse().ok().map(Value::Number),
            "date" => value.get(..10).and_then(|d| d.parse().ok()).map(Value::Date),
            "boolean" => Some(Value::Bool(value == "true")),
            _ if text.is_empty() && !value.is_empty() => Some(Value::Text(value)),
            _ => (!text.is_empty()).then_some(Value::Text(text)),
        };
        if let Some(value) = value {
            // One cell beyond the cap is kept, so that it is said that cells were left out.
            for at in 0..repeats.min(MAX_COLUMNS + 1) {
                self.cells.push((self.column.saturating_add(at), value.clone()));
            }
        }
        self.column = self.column.saturating_add(repeats);
        self.paragraphs = 0;
    }
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = start.attributes();
    attributes.with_checks(false);
    let found = attributes.flatten().find(|a| a.key.local_name().as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(|v| v.into_owned())
}

fn number(start: &BytesStart<'_>, name: &str) -> u32 {
    attribute(start, name).and_then(|v| v.parse().ok()).unwrap_or(1).max(1)
}
