//! Opening: the folder, the connection and its settings, the lock, the structure and its steps.

use chrono::{DateTime, FixedOffset};
use std::path::{Path, PathBuf};

use crate::Result;

/// When and by whom a change is made. Nothing in this crate reads the clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// Local time.
    pub at: DateTime<FixedOffset>,
    /// User of the PC.
    pub who: String,
}

/// An open archive, held by one owner. Queries are methods of [`Records`].
#[derive(Debug)]
pub struct Archive {
    pub(crate) records: Records,
}

/// What is on record: every query. Reached through [`Archive`], or inside a change through [`crate::Tx`].
#[derive(Debug)]
pub struct Records {
    pub(crate) conn: rusqlite::Connection,
    pub(crate) folder: PathBuf,
}

/// The few figures that every screen shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Rounds that are not closed.
    pub open_rounds: u32,
    /// Documents not issued yet.
    pub drafts: u32,
    /// When the last change was saved; RFC 3339, local time.
    pub saved_at: Option<String>,
}

impl std::ops::Deref for Archive {
    type Target = Records;

    fn deref(&self) -> &Records {
        &self.records
    }
}

impl Archive {
    /// Opens the archive in `folder`, makes it when there is none, and brings an older one up to date.
    ///
    /// # Errors
    /// [`Locked`](crate::ArchiveError::Locked) when another process holds it, [`Newer`](crate::ArchiveError::Newer) or
    /// [`NotAnArchive`](crate::ArchiveError::NotAnArchive) with the file untouched, `Damaged`, or a failure of the disk.
    pub fn open(folder: &Path, stamp: &Stamp) -> Result<Archive> {
        todo!()
    }
}

impl Records {
    /// The archive's folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Open rounds, drafts, the last change.
    pub fn standing(&self) -> Result<Standing> {
        todo!()
    }
}
