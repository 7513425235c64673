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

    /// Asks for a page of what happened.
    pub struct History {
        /// To what; empty = everything.
        id: String,
        /// The entries before this one; none = the newest.
        before: Option<u64>,
        /// How many; 0 = 50, at most 200.
        count: u32,
    }

    /// A page of what happened, newest first.
    pub struct HistoryPage {
        /// Name of the thing; none for everything, and for what is no longer there.
        title: Option<String>,
        /// Entries.
        entries: Vec<HistoryEntry>,
        /// True when there are earlier ones.
        more: bool,
    }

    /// A change that was made.
    pub struct HistoryEntry {
        /// Running number.
        number: u64,
        /// When, RFC 3339 local time.
        at: String,
        /// Who (user of the PC).
        who: String,
        /// What, in Vietnamese.
        action: String,
        /// How it came about.
        kind: HistoryKind,
        /// Identifier of the thing it was mainly done to.
        about: Option<String>,
        /// Its name, while it is there.
        about_title: Option<String>,
    }

    /// Asks what an entry changed.
    pub struct EntryRequest {
        /// Number of the entry.
        number: u64,
        /// The first changed thing wanted, from 0.
        from: u32,
    }

    /// What an entry changed: a page of things.
    pub struct EntryChanges {
        /// How many things in all.
        total: u32,
        /// The first of these.
        from: u32,
        /// Things.
        things: Vec<ThingChange>,
    }

    /// A thing that was changed.
    pub struct ThingChange {
        /// `Văn bản`, `Đối tượng`.
        what: String,
        /// Its name.
        name: String,
        /// Its identifier, when it has one.
        id: Option<String>,
        /// What became of it.
        fate: RowFate,
        /// What is different.
        fields: Vec<FieldChange>,
    }

    /// A field before and after; of long texts the part that changed.
    pub struct FieldChange {
        /// Its name, in Vietnamese.
        label: String,
        /// Before; empty when there was nothing.
        before: String,
        /// After.
        after: String,
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

    /// A page of the files of a thing, oldest first.
    pub struct FilePage {
        /// How many it has.
        total: u32,
        /// This page of them.
        rows: Vec<FileBrief>,
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

    /// The lock of the window, as the desktop keeps it. Not of the archive: it keeps eyes out, it encrypts nothing.
    pub struct LockState {
        /// A password was set.
        has_password: bool,
        /// Nothing is answered until it is typed.
        locked: bool,
        /// Locks by itself after so many idle minutes; 0 = never.
        minutes: u32,
        /// After wrong tries: seconds until the next one is listened to.
        wait_seconds: u32,
    }

    /// Sets, changes or takes away the password of the window.
    pub struct SetLock {
        /// The password so far; empty when there is none.
        current: String,
        /// The new one; empty takes it away, none keeps it.
        password: Option<String>,
        /// Locks by itself after so many idle minutes; 0 = never.
        minutes: u32,
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
    /// How a change came about.
    pub enum HistoryKind {
        /// By an action.
        Do,
        /// By taking one back.
        Undo,
        /// By doing it again.
        Redo,
    }

    /// What became of a thing.
    pub enum RowFate {
        /// It is new.
        Made,
        /// It is different.
        Changed,
        /// It is gone.
        Removed,
    }

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
        /// A decision of others that awards name.
        Decision,
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
