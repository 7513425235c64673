//! Backups of the database into `backups/`. Kept files are never rewritten, so a backup of the database is enough to go
//! back; thinning and other folders come later.

use std::path::PathBuf;

use crate::{Archive, Records, Result, Stamp};

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
    pub fn backup(&self, stamp: &Stamp) -> Result<Option<BackupFile>> {
        todo!()
    }
}

impl Records {
    /// Backups, newest first.
    pub fn backups(&self) -> Result<Vec<BackupFile>> {
        todo!()
    }
}
