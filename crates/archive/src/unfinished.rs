//! The small file beside the database that says which work on it as a whole is under way, so that the next opening
//! can finish it or take it back: `archive.unfinished.json`. Not here: that work.

use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

use crate::{ArchiveError, Result, file};

/// Work on the database file as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Unfinished {
    /// The structure is brought up to date.
    Upgrade {
        /// From this structure.
        from: i64,
        /// To this one.
        to: i64,
        /// The backup made before.
        backup: String,
    },
    /// A restored database lies ready under its temporary name and takes the place of the one that is there.
    Restore {
        /// Name of the backup.
        backup: String,
        /// When the backup was made; RFC 3339.
        made_at: String,
        /// The name under which the database that was there is set aside; none when a backup of it was made.
        aside: Option<String>,
    },
    /// The database's file is copied while later changes stay in the log.
    Backup {
        /// Hash of the last journal row in that file.
        chain: String,
    },
}

fn path(folder: &Path) -> PathBuf {
    folder.join("archive.unfinished.json")
}

/// What is under way; none when nothing is, or when the file is none of ours.
pub(crate) fn read(folder: &Path) -> Result<Option<Unfinished>> {
    let path = path(folder);
    Ok(file::read_if_there(&path)?.and_then(|bytes| serde_json::from_slice(&bytes).ok()))
}

/// Notes that work begins.
pub(crate) fn begin(folder: &Path, work: &Unfinished) -> Result<()> {
    let bytes =
        serde_json::to_vec(work).map_err(|error| ArchiveError::Refused { message: error.to_string() })?;
    file::write_synced(&path(folder), &bytes)
}

/// Notes that it is done.
pub(crate) fn done(folder: &Path) -> Result<()> {
    file::remove_if_there(&path(folder))
}
