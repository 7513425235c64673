//! One row of a table as one line of JSON: an object of texts, whole numbers and nulls, its keys the table's columns
//! in their order. Anything else is refused, so that a row has one form only.

use rusqlite::types::Value;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use std::fmt;
use std::io::BufRead;

/// A line longer than this is no row of ours: the longest are entries of the journal about very large lists.
const LONGEST: u64 = 512 << 20;

/// A value of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Null,
    /// A whole number.
    Number(i64),
    /// A text.
    Text(String),
    /// A list of texts; only the journal has one.
    List(Vec<String>),
}

impl From<Cell> for Value {
    fn from(cell: Cell) -> Value {
        match cell {
            Cell::Null => Value::Null,
            Cell::Number(number) => Value::Integer(number),
            Cell::Text(text) => Value::Text(text),
            Cell::List(list) => Value::Text(list.join("\n")),
        }
    }
}

impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(serde::Deserialize)]
        #[serde(untagged)]
        enum Known {
            Number(i64),
            Text(String),
            List(Vec<String>),
        }
        let known = Option::<Known>::deserialize(deserializer)
            .map_err(|_| D::Error::custom("giá trị không phải là chữ, số nguyên hoặc để trống"))?;
        Ok(match known {
            None => Cell::Null,
            Some(Known::Number(number)) => Cell::Number(number),
            Some(Known::Text(text)) => Cell::Text(text),
            Some(Known::List(list)) => Cell::List(list),
        })
    }
}

/// The pairs of an object, in their order and with repeated keys.
struct Pairs(Vec<(String, Cell)>);

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Pairs;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("một bản ghi")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

/// Reads a row that has exactly these columns. The error says what is wrong with it, in Vietnamese.
pub fn read_line(line: &[u8], columns: &[String]) -> Result<Vec<Cell>, String> {
    let Pairs(pairs) = serde_json::from_slice(line).map_err(|error| format!("không đọc được: {error}"))?;
    if let Some((name, _)) = pairs.iter().find(|(name, _)| !columns.contains(name)) {
        return Err(format!("có mục lạ “{name}”"));
    }
    if let Some(missing) = columns.iter().find(|column| pairs.iter().all(|(name, _)| name != *column)) {
        return Err(format!("thiếu mục “{missing}”"));
    }
    if !pairs.iter().map(|(name, _)| name).eq(columns) {
        return Err("các mục bị lặp hoặc không theo thứ tự".to_owned());
    }
    Ok(pairs.into_iter().map(|(_, cell)| cell).collect())
}

/// What became of reading the next line.
pub(super) enum Next {
    /// It is in the buffer, without its end.
    Line,
    /// There is no more.
    End,
    /// It is too long or does not end.
    Bad(&'static str),
}

/// Reads the next line into the buffer.
pub(super) fn next_line(from: &mut impl BufRead, buffer: &mut Vec<u8>) -> std::io::Result<Next> {
    use std::io::Read;
    buffer.clear();
    from.take(LONGEST).read_until(b'\n', buffer)?;
    Ok(match buffer.pop() {
        None => Next::End,
        Some(b'\n') => Next::Line,
        Some(_) if buffer.len() as u64 + 1 == LONGEST => Next::Bad("dòng quá dài"),
        Some(_) => Next::Bad("dòng cuối không trọn vẹn"),
    })
}
