//! The backup before something that changes much, made beside the change: copying an archive of a million awards and reading
//! the copy back takes half a minute, which nobody has to wait for.
//!
//! First the write-ahead log is emptied into the database, so that the database's own file is the archive as it is. From
//! then on until the copy is verified changes stay in the log and nothing is written to that file: the way back is there
//! before the change begins. A thread of its own copies from a connection that sees the file alone. When the program ends
//! half way, the next opening makes the backup, for which `archive.unfinished.json` stands, before the log is taken in.
//! Not here: how a backup is written and verified (`backup`).

use rusqlite::Connection;
use std::cell::RefCell;
use std::path::Path;
use std::thread::{self, JoinHandle};

use crate::manifest::{self, BackupReason};
use crate::unfinished::{self, Unfinished};
use crate::{Archive, ArchiveError, Result, Stamp, backup, open};

/// Pages in the log after which a change takes it into the database's file; none is taken in while a copy is made.
const PAGES_IN_LOG: i64 = 1000;

/// The backup that is being made beside the work, and what became of the last one. Dropped, it waits for its end.
#[derive(Debug, Default)]
pub(crate) struct Beside {
    thread: RefCell<Option<JoinHandle<Result<()>>>>,
    problem: RefCell<Option<ArchiveError>>,
}

impl Beside {
    /// Waits for the thread; none when there is none. A panic in it is a defect, told as what it is.
    fn wait(&self) -> Option<Result<()>> {
        let thread = self.thread.borrow_mut().take()?;
        Some(thread.join().unwrap_or_else(|_| {
            Err(ArchiveError::Refused { message: "phần sao lưu của chương trình bị lỗi".into() })
        }))
    }

    /// What hindered the last backup is of no interest once there is another one.
    pub(crate) fn forget_problem(&self) {
        self.problem.take();
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        self.wait();
    }
}

impl Archive {
    /// Begins to back the archive up as it is now, if anything changed since the last backup, before something that
    /// changes much. The change may begin at once. While the copy before an earlier one is still being made, that is the
    /// way back for both: several lists are taken in one after the other without a wait.
    ///
    /// # Errors
    /// A failure of the disk before the copying began. One that comes later is told by [`Archive::backup_problem`].
    pub fn back_up_beside(&self, stamp: &Stamp) -> Result<()> {
        self.settle_backup()?;
        if self.is_backing_up() {
            return Ok(());
        }
        let Some(now) = self.unlike_newest_backup()? else {
            self.beside.forget_problem();
            return Ok(());
        };
        let emptied: i64 = self.conn.query_one("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        if emptied != 0 {
            return Err(ArchiveError::DatabaseDisk { detail: "wal_checkpoint(TRUNCATE)".into() });
        }
        unfinished::begin(&self.folder, &Unfinished::Backup { chain: now.chain })?;
        let (folder, stamp) = (self.folder.clone(), stamp.clone());
        take_in_log_after(&self.conn, 0)?;
        let copying = move || copy(&folder, &stamp);
        match thread::Builder::new().name("backup".into()).spawn(copying) {
            Ok(thread) => *self.beside.thread.borrow_mut() = Some(thread),
            Err(error) => {
                self.settled(Err(ArchiveError::disk("sao lưu", &self.folder)(error)))?;
            }
        }
        Ok(())
    }

    /// Why the last backup that was made beside the work was not made; none when it was, or is still being made.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn backup_problem(&self) -> Result<Option<String>> {
        self.settle_backup()?;
        Ok(self.beside.problem.borrow().as_ref().map(ToString::to_string))
    }

    /// True while a backup is being made beside the work.
    pub fn is_backing_up(&self) -> bool {
        self.beside.thread.borrow().is_some()
    }

    /// Waits until no backup is being made beside the work.
    ///
    /// # Errors
    /// A failure of the disk. That of the backup itself is told by [`Archive::backup_problem`].
    pub fn wait_for_backup(&self) -> Result<()> {
        match self.beside.wait() {
            Some(outcome) => self.settled(outcome),
            None => Ok(()),
        }
    }

    /// When the backup has come to its end, lets the log be taken into the database's file again.
    pub(crate) fn settle_backup(&self) -> Result<()> {
        if self.beside.thread.borrow().as_ref().is_some_and(JoinHandle::is_finished) {
            return self.wait_for_backup();
        }
        Ok(())
    }

    fn settled(&self, outcome: Result<()>) -> Result<()> {
        *self.beside.problem.borrow_mut() = outcome.err();
        take_in_log_after(&self.conn, PAGES_IN_LOG)
    }
}

fn take_in_log_after(conn: &Connection, pages: i64) -> Result<()> {
    Ok(conn.pragma_update_and_check(None, "wal_autocheckpoint", pages, |_| Ok(()))?)
}

/// Copies what the database's file says, without its log, which may be taken in afterwards.
fn copy(folder: &Path, stamp: &Stamp) -> Result<()> {
    let copied = open::without_log(&open::database(folder))
        .and_then(|conn| backup::write_and_thin(&conn, folder, BackupReason::BeforeRisk, stamp));
    copied.and(unfinished::done(folder))
}

/// Makes the backup that an earlier run had not come to the end of, from the database's file that it left as it was. What
/// hinders that does not hinder opening: the change that followed is whole in the log, and can be taken back.
pub(crate) fn resume(folder: &Path, stamp: &Stamp, chain: &str) -> Result<()> {
    let made = manifest::newest(&folder.join("backups"))?
        .is_some_and(|newest| newest.manifest.is_ok_and(|known| known.description.chain == chain));
    let untouched = || {
        let file = open::without_log(&open::database(folder)).and_then(|conn| manifest::describe(&conn));
        file.is_ok_and(|known| known.chain == chain)
    };
    if !made && untouched() {
        let _ = copy(folder, stamp);
    }
    unfinished::done(folder)
}
