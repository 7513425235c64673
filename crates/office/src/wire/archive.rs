//! Search, kept files, and the state of the archive.

use super::Problem;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

wire! {
    /// A change that was made.
    pub struct JournalEntry {
        /// Running number.
        number: u64,
        /// When, RFC 3339 local time.
        at: String,
        /// Who (user of the PC).
        who: String,
        /// What, in Vietnamese.
        action: String,
        /// Identifier of the thing it was done to, when there is one.
        about: Option<String>,
    }

    /// Searches everything.
    pub struct Search {
        /// What was typed.
        text: String,
        /// At most how many hits; 0 = 50.
        limit: u32,
    }

    /// A hit.
    pub struct Hit {
        /// What kind of thing.
        kind: HitKind,
        /// Identifier, as for `show`.
        id: String,
        /// Its name.
        title: String,
        /// Where it was found, the hit between `[` and `]`.
        snippet: String,
        /// True when it was found with the very marks that were typed.
        exact: bool,
    }

    /// A file kept in the archive.
    pub struct FileBrief {
        /// `file-2`.
        id: String,
        /// Name.
        name: String,
        /// Bytes.
        bytes: u64,
        /// SHA-256, hex.
        sha256: String,
        /// Why it is kept.
        role: FileRole,
        /// When it was added, RFC 3339 local.
        added_at: String,
    }

    /// Attaches a file.
    pub struct Attach {
        /// To what.
        id: String,
        /// Path of the file.
        path: String,
    }

    /// Writes a kept file out, byte for byte.
    pub struct SaveFile {
        /// File.
        id: String,
        /// Where to.
        path: String,
    }

    /// What a check of the archive found.
    pub struct Checked {
        /// True when nothing is wrong.
        sound: bool,
        /// What was looked at: journal rows, files, documents, …
        counts: BTreeMap<String, u64>,
        /// What is wrong.
        problems: Vec<Problem>,
    }

    /// Anything by its identifier, for the command line's `show`.
    pub struct Shown {
        /// Kind of thing.
        kind: HitKind,
        /// Identifier.
        id: String,
        /// Title.
        title: String,
        /// The whole view, as the window gets it.
        view: serde_json::Value,
    }
}

wire_enum! {
    /// What a hit or a thing is.
    pub enum HitKind {
        /// Honoree.
        Honoree,
        /// Document.
        Document,
        /// Conference.
        Conference,
        /// Round.
        Round,
        /// Award.
        Award,
        /// File.
        File,
        /// Unit of the register.
        Unit,
    }

    /// Why a file is kept.
    pub enum FileRole {
        /// PDF exported for signing.
        Exported,
        /// Signed file or other paper attached by the officer.
        Attached,
        /// Workbook that was imported.
        Imported,
        /// PDF frozen when the document was issued.
        Issued,
        /// Certificates.
        Certificates,
    }
}
