//! A look through the records of an old .xls file before it is parsed: how far its cells reach, whether it is
//! encrypted, and which fonts its cells have. The values themselves are read by the parser.

use crate::ExchangeError;
use crate::legacy::FontHint;
use std::collections::HashMap;
use std::io::{Cursor, Read};

/// Cells of the blocks that all sheets together span, at most: the parser keeps each sheet as one dense block.
const MAX_AREA: u64 = 4_000_000;

/// What the records say.
#[derive(Debug, Default)]
pub(crate) struct Survey {
    /// Encoding that the font of a cell stands for, by sheet, row and column; only old fonts are kept.
    fonts: HashMap<(usize, u32, u32), FontHint>,
}

impl Survey {
    pub(crate) fn font(&self, sheet: usize, row: u32, column: u32) -> FontHint {
        self.fonts.get(&(sheet, row, column)).copied().unwrap_or_default()
    }
}

/// The block that the cells of a sheet span.
#[derive(Default)]
struct Block {
    rows: Option<(u32, u32)>,
    columns: Option<(u32, u32)>,
}

impl Block {
    fn take(&mut self, row: u32, columns: (u32, u32)) {
        let (first, last) = self.rows.unwrap_or((row, row));
        self.rows = Some((first.min(row), last.max(row)));
        let (left, right) = self.columns.unwrap_or(columns);
        self.columns = Some((left.min(columns.0), right.max(columns.1)));
    }

    fn area(&self) -> u64 {
        match (self.rows, self.columns) {
            (Some((first, last)), Some((left, right))) => {
                u64::from(last - first + 1) * u64::from(right - left + 1)
            }
            _ => 0,
        }
    }
}

/// Surveys a file in an OLE container.
pub(crate) fn survey(bytes: &[u8], file: &str) -> Result<Survey, ExchangeError> {
    let damaged = |detail: &str| ExchangeError::Damaged { file: file.to_owned(), detail: detail.to_owned() };
    let mut container =
        cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|_| damaged("không đọc được mục lục"))?;
    let name = ["/Workbook", "/WORKBOOK", "/Book", "/BOOK"].into_iter().find(|n| container.is_stream(n));
    let name = name.ok_or_else(|| damaged("thiếu phần dữ liệu của bảng tính"))?;
    let mut stream = Vec::new();
    container
        .open_stream(name)
        .map_err(|_| damaged("không đọc được phần dữ liệu"))?
        .take(bytes.len() as u64 + 1)
        .read_to_end(&mut stream)
        .map_err(|_| damaged("phần dữ liệu không đủ"))?;
    read_records(&stream, file)
}

fn read_records(stream: &[u8], file: &str) -> Result<Survey, ExchangeError> {
    let mut survey = Survey::default();
    let mut fonts: Vec<FontHint> = Vec::new();
    let mut formats: Vec<FontHint> = Vec::new();
    // Sheets by the place of their first record, in the order of the tabs.
    let mut tabs: HashMap<usize, usize> = HashMap::new();
    let mut sheet: Option<usize> = None;
    let mut blocks: HashMap<usize, Block> = HashMap::new();
    let mut at = 0;
    while at + 4 <= stream.len() {
        let start = at;
        let word = |at: usize| stream.get(at..at + 2).map(|b| u16::from_le_bytes([b[0], b[1]]));
        let (Some(kind), Some(length)) = (word(at), word(at + 2)) else { break };
        let Some(data) = stream.get(at + 4..at + 4 + usize::from(length)) else { break };
        at += 4 + usize::from(length);
        let short = |i: usize| data.get(i..i + 2).map(|b| u16::from_le_bytes([b[0], b[1]]));
        match kind {
            0x002F => return Err(ExchangeError::PasswordProtected { file: file.to_owned() }),
            0x0809 => sheet = tabs.get(&start).copied(),
            0x0085 => {
                if let Some(b) = data.get(..4) {
                    let place = u32::from_le_bytes([b[0], b[1], b[2], b[3]]) as usize;
                    let next = tabs.len();
                    tabs.entry(place).or_insert(next);
                }
            }
            0x0031 => fonts.push(data.get(14..).map_or(FontHint::None, font)),
            0x00E0 => {
                // There is no font 4: indexes above it count on.
                let index = short(0).map(usize::from).unwrap_or_default();
                let index = if index > 4 { index - 1 } else { index };
                formats.push(fonts.get(index).copied().unwrap_or_default());
            }
            // Numbers, texts, formulas: one cell. Blank formatted cells are not kept by the parser.
            0x0006 | 0x00D6 | 0x00FD | 0x0203 | 0x0204 | 0x0205 | 0x027E => {
                if let (Some(row), Some(column), Some(tab)) = (short(0), short(2), sheet) {
                    let (row, column) = (u32::from(row), u32::from(column));
                    blocks.entry(tab).or_default().take(row, (column, column));
                    let hint =
                        short(4).and_then(|f| formats.get(usize::from(f))).copied().unwrap_or_default();
                    if hint != FontHint::None {
                        survey.fonts.insert((tab, row, column), hint);
                    }
                }
            }
            0x00BD => {
                let last = data.len().checked_sub(2).and_then(short);
                if let (Some(row), Some(first), Some(last), Some(tab)) = (short(0), short(2), last, sheet) {
                    let columns = (u32::from(first.min(last)), u32::from(first.max(last)));
                    blocks.entry(tab).or_default().take(u32::from(row), columns);
                }
            }
            // The stated size of a sheet: the parser makes room for it.
            0x0200 => {
                let long = |i: usize| {
                    data.get(i..i + 4).map(|b| u64::from(u32::from_le_bytes([b[0], b[1], b[2], b[3]])))
                };
                if let (Some(first), Some(last), Some(left), Some(right)) =
                    (long(0), long(4), short(8), short(10))
                {
                    let (rows, columns) = (last.saturating_sub(first), u64::from(right.saturating_sub(left)));
                    if rows > 65_536 || columns > 256 {
                        let detail = "kích thước trang ghi trong tệp không đúng".to_owned();
                        return Err(ExchangeError::Damaged { file: file.to_owned(), detail });
                    }
                }
            }
            _ => {}
        }
    }
    if blocks.values().map(Block::area).sum::<u64>() > MAX_AREA {
        let detail = "có ô nằm quá xa danh sách; hãy xóa các ô ở xa rồi lưu lại".to_owned();
        return Err(ExchangeError::TooMuchData { file: file.to_owned(), detail });
    }
    Ok(survey)
}

/// The hint of a font record's name: length, a flag for two-byte letters, the letters.
fn font(name: &[u8]) -> FontHint {
    let (Some(&length), Some(&flags)) = (name.first(), name.get(1)) else { return FontHint::None };
    let wide = flags & 1 == 1;
    let letters = name.get(2..).unwrap_or_default();
    let text: String = if wide {
        let units =
            letters.chunks_exact(2).take(usize::from(length)).map(|b| u16::from_le_bytes([b[0], b[1]]));
        char::decode_utf16(units).map(|c| c.unwrap_or('?')).collect()
    } else {
        letters.iter().take(usize::from(length)).map(|b| char::from(*b)).collect()
    };
    FontHint::of(&text)
}
