//! What a file may cost before anything parses it: its kind by its first bytes, and hard caps on size and content.
//!
//! The caps are absolute, not ratios: honest workbooks compress well too. What a zip directory says about sizes is not
//! believed; every entry is inflated once, counted, and thrown away.

use crate::ExchangeError;
use std::io::{Cursor, Read};

/// Bytes of a file, at most.
pub const MAX_CONTAINER_BYTES: u64 = 20 * 1024 * 1024;
/// Bytes of all entries of a zip container together once inflated, at most.
pub const MAX_INFLATED_BYTES: u64 = 200 * 1024 * 1024;
/// Entries of a zip container, at most.
const MAX_ENTRIES: usize = 10_000;
/// XML tags in a part that the parser keeps whole (styles, relations), at most; Excel itself stops at 65,490 formats.
const MAX_TAGS: u64 = 600_000;
/// XML tags in the shared strings and in a sheet, at most.
const MAX_DATA_TAGS: u64 = 12_000_000;
/// Filled rows of a workbook over all its sheets, at most.
pub const MAX_ROWS: u32 = 50_000;
/// Columns of a sheet that are read; cells to the right of them are left out, and the list says so.
pub const MAX_COLUMNS: u32 = 200;
/// Characters of a cell, at most (Excel's own limit).
pub const MAX_CELL_CHARS: usize = 32_767;
/// Filled cells of a workbook, at most.
pub const MAX_CELLS: usize = 1_500_000;
/// Bytes of text over all cells of a workbook, at most: a shared string may be used by many cells.
pub const MAX_TEXT_BYTES: usize = 96 * 1024 * 1024;

/// The kind of a container.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Office Open XML.
    Xlsx,
    /// Excel 97 to 2003, in an OLE container.
    Xls,
    /// OpenDocument.
    Ods,
}

/// Looks at the bytes, not at the name, and holds the caps that need no parsing.
pub(crate) fn admit(bytes: &[u8], file: &str) -> Result<Kind, ExchangeError> {
    let file = file.to_owned();
    if bytes.is_empty() {
        return Err(ExchangeError::EmptyFile { file });
    }
    let size = bytes.len() as u64;
    if size > MAX_CONTAINER_BYTES {
        return Err(ExchangeError::TooLarge {
            file,
            megabytes: size.div_ceil(1024 * 1024),
            limit: MAX_CONTAINER_BYTES / 1024 / 1024,
        });
    }
    if bytes.starts_with(b"PK") {
        return admit_zip(bytes, file);
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
        if holds_utf16(bytes, "EncryptedPackage") {
            return Err(ExchangeError::PasswordProtected { file });
        }
        if holds_utf16(bytes, "WordDocument") {
            let detail = "Đây là văn bản Word; hãy chép bảng sang Excel.".to_owned();
            return Err(ExchangeError::NotAWorkbook { file, detail });
        }
        if holds_utf16(bytes, "Workbook") || holds_utf16(bytes, "Book") {
            return Ok(Kind::Xls);
        }
        return Err(ExchangeError::NotAWorkbook { file, detail: String::new() });
    }
    Err(ExchangeError::NotAWorkbook { file, detail: looks_like(bytes).to_owned() })
}

/// What a file that is no workbook looks like.
fn looks_like(bytes: &[u8]) -> &'static str {
    let head: String = bytes.iter().take(512).map(|b| (*b as char).to_ascii_lowercase()).collect();
    let head = head.trim_start_matches(['\u{ef}', '\u{bb}', '\u{bf}', ' ', '\r', '\n', '\t']);
    if head.starts_with("<!doctype html") || head.contains("<html") || head.starts_with("<table") {
        "Đây là trang web được đặt tên như bảng tính; hãy mở bằng Excel rồi lưu lại dạng .xlsx."
    } else if head.contains("urn:schemas-microsoft-com:office:spreadsheet") {
        "Đây là bảng tính XML 2003; hãy mở bằng Excel rồi lưu lại dạng .xlsx."
    } else if head.starts_with("%pdf") {
        "Đây là tệp PDF; hãy xin bản Excel của danh sách."
    } else if head.starts_with("{\\rtf") {
        "Đây là văn bản RTF; hãy chép bảng sang Excel."
    } else {
        ""
    }
}

fn holds_utf16(bytes: &[u8], name: &str) -> bool {
    let needle: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
    // Directory entries of an OLE container are 128 bytes long and start on multiples of 128.
    bytes.chunks(128).any(|entry| entry.starts_with(&needle))
}

fn admit_zip(bytes: &[u8], file: String) -> Result<Kind, ExchangeError> {
    let damaged = |detail: &str| ExchangeError::Damaged { file: file.clone(), detail: detail.to_owned() };
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes))
        .map_err(|_| damaged("không đọc được mục lục của tệp nén"))?;
    if zip.len() > MAX_ENTRIES {
        return Err(ExchangeError::TooMuchData {
            file, detail: format!("hơn {MAX_ENTRIES} phần bên trong")
        });
    }
    let has = |zip: &zip::ZipArchive<_>, name: &str| zip.index_for_name(name).is_some();
    let kind = if has(&zip, "[Content_Types].xml") {
        if has(&zip, "word/document.xml") {
            let detail = "Đây là văn bản Word; hãy chép bảng sang Excel.".to_owned();
            return Err(ExchangeError::NotAWorkbook { file, detail });
        }
        if has(&zip, "xl/workbook.bin") {
            return Err(ExchangeError::UnsupportedFormat { file, format: ".xlsb".to_owned() });
        }
        // The workbook part may have another name; without any `xl/` it is no workbook.
        if !zip.file_names().flatten().any(|n| n.to_ascii_lowercase().ends_with("workbook.xml")) {
            return Err(ExchangeError::NotAWorkbook { file, detail: String::new() });
        }
        Kind::Xlsx
    } else if has(&zip, "content.xml") && has(&zip, "mimetype") {
        Kind::Ods
    } else {
        let detail = "Đây là tệp nén; hãy giải nén rồi chọn bảng tính bên trong.".to_owned();
        return Err(ExchangeError::NotAWorkbook { file, detail });
    };
    let mut inflated: u64 = 0;
    let mut buffer = vec![0; 64 * 1024];
    for index in 0..zip.len() {
        let mut entry = zip.by_index(index).map_err(|_| damaged("có phần không giải nén được"))?;
        if entry.encrypted() {
            return Err(ExchangeError::PasswordProtected { file });
        }
        let name = entry
            .name()
            // Some programs of Windows write folders with a backslash.
            .map(|n| n.to_ascii_lowercase().replace('\\', "/"))
            .map_err(|_| damaged("tên phần bên trong không đọc được"))?;
        let is_markup = name.ends_with(".xml") || name.ends_with(".rels");
        let is_data =
            name.contains("worksheets/") || name.ends_with("sharedstrings.xml") || name == "content.xml";
        let mut tags = 0;
        loop {
            let read = match entry.read(&mut buffer) {
                Ok(0) => break,
                Ok(read) => read,
                Err(_) => return Err(damaged("có phần không giải nén được")),
            };
            inflated += read as u64;
            if inflated > MAX_INFLATED_BYTES {
                return Err(ExchangeError::InflatesTooMuch { file, limit: MAX_INFLATED_BYTES / 1024 / 1024 });
            }
            if is_markup {
                tags += buffer[..read].iter().filter(|b| **b == b'<').count() as u64;
                if tags > if is_data { MAX_DATA_TAGS } else { MAX_TAGS } {
                    let detail = format!("phần {name} bên trong tệp");
                    return Err(ExchangeError::TooMuchData { file, detail });
                }
            }
        }
    }
    Ok(kind)
}
