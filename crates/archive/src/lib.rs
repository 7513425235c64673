//! The archive: everything the officer ever entered, issued or attached, in one folder of one PC.
//!
//! `archive.db` (SQLite, the only SQL of the program is in this crate), `files/` (each kept file under its SHA-256) and
//! `backups/`. [`Archive::open`] opens it, [`Archive::transact`] is the one gate for changes, and every query is a
//! method of [`Records`], to which both [`Archive`] and [`Tx`] dereference, so that a change can read what it wrote.
//!
//! Invariants:
//! - Every change passes the gate: one SQLite transaction, one journal row (who, when, what, every row before and
//!   after, chained by hash to the row before), one undo step, one list of [`Topic`]s to show again. A failure leaves
//!   nothing behind.
//! - The journal is only ever added to. Undoing and redoing are changes too and have rows of their own.
//! - An issued document, an award's wording and a kept file do not change; number, symbol, issuer and year of issued
//!   documents are unique by constraint.
//! - A committed row never names a file that is not on disk: files are written, synced and renamed first.
//! - One process at a time: a second one is refused.
//!
//! Deliberately not here: the clock (a [`Stamp`] is passed in), rules of commendation law, layout, templates, reading
//! of Excel, and any merging of honorees that the officer did not ask for.

mod agency;
mod award;
mod backup;
mod beside;
mod check;
mod conference;
mod document;
mod dossier;
mod due;
mod dump;
mod duplicate;
mod error;
mod file;
mod filter;
pub mod folder;
mod gate;
mod head;
mod honoree;
mod id;
mod identity;
mod joining;
mod journal;
mod kept_text;
mod letters;
mod link;
mod lock;
mod manifest;
mod matching;
mod mend;
mod merge;
mod obstacle;
mod open;
mod order;
mod place;
mod query;
mod register;
mod restore;
mod round;
mod row;
mod salvage;
mod saved_search;
mod search;
mod snippet;
mod thinning;
mod undo;
mod unfinished;
mod unit;

pub use award::{AwardRecord, AwardScope, Figure, NewAward, PastAward};
pub use backup::{CopiedElsewhere, Elsewhere, FileWatch, backups_at, elsewhere_of};
pub use check::{Checked, Finding};
pub use conference::{ConferenceFilter, ConferenceOrder, ConferenceSummary};
pub use document::{
    DocumentFilter, DocumentOrder, DocumentRecord, DocumentState, DocumentSummary, DraftContent, Issuance,
    NewDocument, Subject,
};
pub use dossier::{DossierDetails, DossierSubject, PaperChoice};
pub use due::DueBefore;
pub use duplicate::{Duplicate, DuplicatePage, DuplicateSide};
pub use error::{ArchiveError, held_open, in_words};
pub use file::{FileRecord, FileRole};
pub use filter::SearchFilter;
pub use gate::{Action, Done, Topic, Tx};
pub use honoree::{HonoreeFilter, HonoreePage, HonoreeRecord, HonoreeSummary, PendingNomination};
pub use id::{AwardId, ConferenceId, DocumentId, FileId, HonoreeId, Id, Kind, NominationId, RoundId, UnitId};
pub use journal::{ChangeKind, JournalRow, RowChange};
pub use kept_text::{KEPT_LETTERS, KeptText, TextCounts};
pub use link::{DocumentLink, LinkKind};
pub use manifest::{Backup, BackupReason, Contents, Description, LastChange, Manifest};
pub use mend::Mended;
pub use merge::{Belongings, Merged};
pub use obstacle::{Choice, Obstacle};
pub use open::{Archive, Notice, Records, STRUCTURE, Stamp, Standing};
pub use register::{NumberNote, RegisterEntry, RegisteredDocument, SeriesRecord};
pub use restore::{Restored, restore, start_anew};
pub use round::{NewNomination, NominationRecord, PaperCount, RoundFilter, RoundOrder, RoundSummary, Source};
pub use salvage::{ReadOut, ReadTable, read_out};
pub use saved_search::SavedSearch;
pub use search::{COUNTED, COUNTED_BESIDE, Group, Hit, Search, Thing};
pub use snippet::Piece;
pub use unit::{UnitLink, UnitName, UnitPage, UnitPeriod, UnitRecord, UnitSummary, UnitText};

/// What every function of this crate gives back.
pub type Result<T, E = ArchiveError> = std::result::Result<T, E>;
