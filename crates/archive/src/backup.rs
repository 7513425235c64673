//! Backups of the database into `backups/`. Kept files are never rewritten, so a backup of the database is enough to go
//! back; thinning and other folders come later.
//!
//! A backup's name says when it was made and which journal row is its last: `archive-20261123-174117-j42.db`.

use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::{Archive, ArchiveError, Records, Result, Stamp, file};

/// A backup on disk.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct BackupFile {
    /// The last journal row in it.
    pub journal: i64,
    /// Where.
    pub path: PathBuf,
}

impl Archive {
    /// Makes and verifies a backup if anything changed since the last one.
    ///
    /// # Errors
    /// A failure of the disk, `DiskFull`, or `Damaged` when the copy does not pass its check; older backups stay.
    pub fn backup(&self, stamp: &Stamp) -> Result<Option<BackupFile>> {
        let last = last_entry(&self.conn)?;
        // The first entry is the making of the archive itself.
        if last <= 1 || self.backups()?.first().is_some_and(|newest| newest.journal >= last) {
            return Ok(None);
        }
        write(&self.conn, &self.folder, stamp).map(Some)
    }
}

impl Records {
    /// Backups, newest first.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn backups(&self) -> Result<Vec<BackupFile>> {
        let folder = self.folder.join("backups");
        let failed = |error| ArchiveError::disk("đọc", &folder)(error);
        let mut backups = Vec::new();
        for entry in fs::read_dir(&folder).map_err(failed)? {
            let path = entry.map_err(failed)?.path();
            let journal = path.file_name().and_then(|name| name.to_str()).and_then(|name| {
                name.strip_prefix("archive-")?.strip_suffix(".db")?.rsplit_once("-j")?.1.parse().ok()
            });
            backups.extend(journal.map(|journal| BackupFile { journal, path }));
        }
        backups.sort_by(|a, b| b.cmp(a));
        Ok(backups)
    }
}

fn last_entry(conn: &Connection) -> Result<i64> {
    Ok(conn.query_one("SELECT coalesce(max(number), 0) FROM journal", [], |row| row.get(0))?)
}

/// Copies the database with SQLite's own backup, checks the copy, and only then gives it its name.
pub(crate) fn write(conn: &Connection, folder: &Path, stamp: &Stamp) -> Result<BackupFile> {
    let journal = last_entry(conn)?;
    let name = format!("archive-{}-j{journal}.db", stamp.at.format("%Y%m%d-%H%M%S"));
    let path = folder.join("backups").join(name);
    let part = path.with_extension("part");
    let written = copy(conn, &part).and_then(|()| {
        // Opened for writing: Windows flushes only such files.
        let synced = fs::OpenOptions::new().write(true).open(&part).and_then(|file| file.sync_all());
        let named = synced.and_then(|()| fs::rename(&part, &path)).and_then(|()| file::sync_folder(&path));
        named.map_err(ArchiveError::disk("ghi", &path))
    });
    if written.is_err() {
        let _ = fs::remove_file(&part);
    }
    written.map(|()| BackupFile { journal, path })
}

fn copy(conn: &Connection, part: &Path) -> Result<()> {
    match fs::remove_file(part) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            return Err(ArchiveError::disk("ghi", part)(error));
        }
        _ => {}
    }
    let mut copy = Connection::open(part)?;
    Backup::new(conn, &mut copy)?.run_to_completion(1000, Duration::ZERO, None)?;
    // Alone in its file, without a write-ahead log beside it.
    copy.pragma_update(None, "journal_mode", "DELETE")?;
    drop(copy);
    let copy = Connection::open_with_flags(part, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let verdict: String = copy.query_one("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if verdict != "ok" || last_entry(&copy)? != last_entry(conn)? {
        return Err(ArchiveError::Damaged { path: part.to_owned(), detail: verdict });
    }
    Ok(())
}
