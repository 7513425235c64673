//! The end of the journal as it was last seen, kept beside the database: `archive.head.json`.
//!
//! The chain of hashes tells that a row was changed by the row after it, so that it says nothing about the last one, nor
//! about a journal that was written anew from some row on. Who writes to the database alone leaves this file as it is, and
//! [`Records::check`] compares the two. It is written with every backup and when the archive is closed, and only forward
//! on the same chain: what does not fit is never covered up by the next closing. After a crash it stands behind the
//! journal, which is no matter. What takes the database's place as a whole (a restore, a new beginning, a folder taken in)
//! removes it first.
//!
//! It proves nothing against somebody who rewrites both, nor about rows after the last closing: for that the backups are
//! in another place. Those are not compared, since one of a course of things that a restore left is not on the chain.

use rusqlite::OptionalExtension;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

use crate::check::{Checked, Finding};
use crate::{ArchiveError, Records, Result, file};

/// A row of the journal by its number and hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Head {
    number: i64,
    hash: String,
    /// When the row was written; RFC 3339.
    at: String,
}

/// How the journal stands to what was seen of it.
enum Standing {
    /// The row is there as it was.
    Same,
    /// The journal ends before it.
    Lost,
    /// There is another row in its place.
    Other,
}

fn path(folder: &Path) -> PathBuf {
    folder.join("archive.head.json")
}

/// True when an archive was closed in this folder.
pub(crate) fn is_there(folder: &Path) -> bool {
    path(folder).exists()
}

/// Forgets what was seen: another database is about to take the place of the one that is there.
pub(crate) fn forget(folder: &Path) -> Result<()> {
    file::remove_if_there(&path(folder))
}

/// What was seen; none when nothing was, or when the file is none of ours.
fn read(folder: &Path) -> Result<Option<Head>> {
    Ok(file::read_if_there(&path(folder))?.and_then(|bytes| serde_json::from_slice(&bytes).ok()))
}

impl Records {
    /// Notes the last row of the journal, where it goes on from what was seen before.
    pub(crate) fn note_head(&self) -> Result<()> {
        let mut query =
            self.conn.prepare_cached("SELECT number, hash, at FROM journal ORDER BY number DESC LIMIT 1")?;
        let last =
            query.query_one([], |row| Ok(Head { number: row.get(0)?, hash: row.get(1)?, at: row.get(2)? }));
        let Some(last) = last.optional()? else { return Ok(()) };
        match read(&self.folder)? {
            Some(seen) if seen == last || !matches!(self.standing_to(&seen)?, Standing::Same) => Ok(()),
            _ => {
                let bytes = serde_json::to_vec(&last)
                    .map_err(|error| ArchiveError::Refused { message: error.to_string() })?;
                file::write_synced(&path(&self.folder), &bytes)
            }
        }
    }

    fn standing_to(&self, seen: &Head) -> Result<Standing> {
        let mut query = self.conn.prepare_cached("SELECT hash FROM journal WHERE number = ?1")?;
        let hash: Option<String> = query.query_one([seen.number], |row| row.get(0)).optional()?;
        Ok(match hash {
            None => Standing::Lost,
            Some(hash) if hash == seen.hash => Standing::Same,
            Some(_) => Standing::Other,
        })
    }
}

/// Compares the journal, whose chain is whole, with what was seen of it.
pub(crate) fn compare(records: &Records, checked: &mut Checked) -> Result<()> {
    if checked.findings.iter().any(|finding| finding.code == "journal") {
        return Ok(());
    }
    let Some(seen) = read(&records.folder)? else { return Ok(()) };
    let number = seen.number;
    let when = chrono::DateTime::parse_from_rfc3339(&seen.at)
        .map_or_else(|_| seen.at.clone(), |at| at.format("%H:%M ngày %d/%m/%Y").to_string());
    let what = match records.standing_to(&seen)? {
        Standing::Same => return Ok(()),
        Standing::Lost => format!(
            "Nhật ký thay đổi mất các dòng cuối: khi đóng kho đã có dòng {number} (ghi lúc {when}), nay không còn"
        ),
        Standing::Other => format!(
            "Nhật ký thay đổi đã bị viết lại đến dòng {number}: dòng này không phải là dòng đã có khi đóng kho (ghi lúc {when})"
        ),
    };
    let message = format!(
        "{what}. Cơ sở dữ liệu đã bị sửa hoặc bị thay bằng một bản khác ngoài chương trình. Hãy so với bản sao lưu gần nhất; nếu chính đơn vị đã chép tệp cũ vào, hãy dùng chức năng khôi phục từ bản sao lưu để ghi nhận việc đó."
    );
    checked.findings.push(Finding { code: "journal", message, about: None });
    Ok(())
}
