//! What the first bytes of a database file say, before SQLite touches it: whose it is, how new, whether it is whole.

use std::io::Read;
use std::path::Path;

use crate::structure::{APPLICATION_ID, STEPS};
use crate::{ArchiveError, Result};

/// Refuses what is not ours or newer by the file's first bytes, so that SQLite never touches it.
pub(crate) fn look_at_header(path: &Path) -> Result<()> {
    let mut header = Vec::new();
    match std::fs::File::open(path) {
        Ok(file) => file.take(108).read_to_end(&mut header).map_err(ArchiveError::disk("đọc", path))?,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(ArchiveError::disk("đọc", path)(error)),
    };
    if header.is_empty() || making_broke_off(path) {
        return Ok(());
    }
    let number =
        |from: usize| header.get(from..from + 4).map(|b| i32::from_be_bytes([b[0], b[1], b[2], b[3]]));
    let (Some(version), Some(application), true) =
        (number(60), number(68), header.starts_with(b"SQLite format 3\0"))
    else {
        return Err(ArchiveError::NotAnArchive { path: path.to_owned() });
    };
    // The first page of a database without a single table: the program ended before it made them.
    let holds_nothing = application == 0 && version == 0 && header.get(100) == Some(&13);
    if holds_nothing && header.get(103..105) == Some(&[0, 0]) {
        return Ok(());
    }
    if application != APPLICATION_ID {
        return Err(ArchiveError::NotAnArchive { path: path.to_owned() });
    }
    refuse_newer(path, version.into(), STEPS.len() as i64)
}

/// True when the program ended while it made this very database: the rollback journal beside it says that there was no
/// page before, and SQLite takes the half that is there back.
fn making_broke_off(path: &Path) -> bool {
    const MAGIC: [u8; 8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];
    let mut head = [0; 20];
    let read = std::fs::File::open(path.with_extension("db-journal"))
        .and_then(|mut journal| journal.read_exact(&mut head));
    read.is_ok() && head.starts_with(&MAGIC) && head[16..] == [0; 4]
}

pub(crate) fn refuse_newer(path: &Path, version: i64, known: i64) -> Result<()> {
    if version > known {
        return Err(ArchiveError::Newer { path: path.to_owned(), found: version, known });
    }
    Ok(())
}

/// Refuses a file that is shorter than its own first bytes say. Only where no log may have the rest.
pub(crate) fn refuse_truncated(path: &Path) -> Result<()> {
    let mut header = Vec::new();
    let Ok(file) = std::fs::File::open(path) else { return Ok(()) };
    let there = file.metadata().map_err(ArchiveError::disk("đọc", path))?.len();
    file.take(100).read_to_end(&mut header).map_err(ArchiveError::disk("đọc", path))?;
    let number = |from: usize| -> Option<u64> {
        let bytes: [u8; 4] = header.get(from..from + 4)?.try_into().ok()?;
        Some(u32::from_be_bytes(bytes).into())
    };
    let page = header.get(16..18).map(|bytes| u64::from(u16::from_be_bytes([bytes[0], bytes[1]])));
    let (Some(page), Some(pages), Some(counter), Some(valid_for)) =
        (page, number(28), number(24), number(92))
    else {
        return Ok(());
    };
    // 1 stands for 65536; the count is valid only when the file was last written by a program that keeps it.
    let expected = if page == 1 { 65536 } else { page } * pages;
    if counter == valid_for && there < expected {
        let detail = format!("tệp bị cắt ngắn, còn {there} trong {expected} byte");
        return Err(ArchiveError::Damaged { path: path.to_owned(), detail });
    }
    Ok(())
}
