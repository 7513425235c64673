//! Keeping for decades: the whole archive as a folder, dossiers, retention.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

wire! {
    /// A request about a path of the PC.
    pub struct PathOnly {
        /// Path.
        path: String,
    }

    /// A folder that was written.
    pub struct FolderWritten {
        /// Where.
        path: String,
        /// Files in it.
        files: u64,
        /// Their bytes.
        bytes: u64,
    }

    /// What a folder of a whole archive holds.
    pub struct FolderContent {
        /// Where.
        path: String,
        /// Documents.
        documents: u64,
        /// Awards.
        awards: u64,
        /// Honorees.
        honorees: u64,
        /// Conferences.
        conferences: u64,
        /// Rounds.
        rounds: u64,
        /// Kept files.
        kept_files: u64,
        /// Entries of the journal.
        journal: u64,
        /// Bytes in all.
        bytes: u64,
    }
}
