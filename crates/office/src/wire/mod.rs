//! What crosses to a host: the requests and responses of the command registry, as plain data.
//!
//! TypeScript types are generated from here. Not here: behaviour. Identifiers are texts such as `round-1`,
//! `doc-12`, `conf-3`, `hon-40`, `award-7`, `file-2`, `nom-9`: the kind, then a number of the archive.

macro_rules! wire {
    ($($(#[$meta:meta])* pub struct $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty),* $(,)? })*) => {
        $($(#[$meta])* #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
        #[serde(rename_all = "camelCase")]
        pub struct $name { $($(#[$field_meta])* pub $field: $type,)* })*
    };
}

macro_rules! wire_enum {
    ($($(#[$meta:meta])* pub enum $name:ident { $($(#[$variant_meta:meta])* $variant:ident),* $(,)? })*) => {
        $($(#[$meta])* #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$variant_meta])* $variant,)* })*
    };
}

mod archive;
mod awards;
mod backups;
mod documents;
mod import;
mod keeping;
mod merging;
mod registers;
mod rounds;
mod search;
mod style;
mod units;

pub use archive::*;
pub use awards::*;
pub use backups::*;
pub use documents::*;
pub use import::*;
pub use keeping::*;
pub use merging::*;
pub use registers::*;
pub use rounds::*;
pub use search::*;
pub use style::*;
pub use units::*;

use commendation::{Agency, AwardKind};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

wire! {
    /// A failure or a finding, for people. `code` is stable: the interface translates by it and falls back to the
    /// Vietnamese `message`.
    pub struct Problem {
        /// Stable name, kebab-case.
        code: String,
        /// What happened, to which file or field, in Vietnamese.
        message: String,
        /// The field of the form it concerns.
        field: Option<String>,
        /// What to do, in Vietnamese.
        hint: Option<String>,
        /// The values inside the message, for translations.
        values: BTreeMap<String, String>,
    }

    /// A request without anything to say.
    pub struct Nothing {}

    /// A request about one thing.
    pub struct ById {
        /// Identifier.
        id: String,
    }

    /// Several things by identifier, in an order that means something.
    pub struct Ids {
        /// Identifiers.
        ids: Vec<String>,
    }

    /// A page of what belongs to one thing.
    pub struct RowsOf {
        /// The thing.
        id: String,
        /// First row, from 0.
        from: u32,
        /// How many rows; at most 1,000.
        count: u32,
    }

    /// What was made or changed.
    pub struct Made {
        /// Identifier of the new or changed thing.
        id: String,
    }

    /// How many were changed.
    pub struct Count {
        /// Number.
        count: u32,
    }

    /// The state of the program that every screen shows.
    pub struct Status {
        /// Program version.
        version: String,
        /// Folder of the archive.
        folder: String,
        /// The agency; none at first start.
        agency: Option<Agency>,
        /// What undo would take back, in Vietnamese.
        undo: Option<String>,
        /// What redo would do again.
        redo: Option<String>,
        /// When the last change was saved, RFC 3339 local time.
        saved_at: Option<String>,
        /// How the backups stand.
        backup: BackupStanding,
        /// What was met and settled when the archive was opened, to be said quietly.
        notices: Vec<Problem>,
        /// Settings by name: `language` (`vi`, `en`), `theme` (`light`, `dark`, `system`), and those of `style`.
        settings: BTreeMap<String, String>,
        /// Open rounds, for the navigation.
        open_rounds: u32,
        /// Drafts, for the navigation.
        drafts: u32,
        /// True on a build for tests: the host may answer dialogs by itself.
        test_host: bool,
    }

    /// Sets one setting.
    pub struct SetSetting {
        /// `language`, `theme`.
        name: String,
        /// The new value.
        value: String,
    }

    /// What is open, what is recent.
    pub struct Home {
        /// Rounds not yet finished, the newest of them.
        rounds: Vec<RoundBrief>,
        /// Documents waiting for number, date or signature.
        documents: Vec<DocumentBrief>,
        /// Conferences to come, then the newest.
        conferences: Vec<ConferenceBrief>,
        /// Dossiers to be handed over, or whose period of retention has ended: some of the newest.
        due: Vec<DossierBrief>,
        /// The last changes, newest first.
        recent: Vec<JournalEntry>,
    }

    /// Several things by identifier.
    pub struct ByIds {
        /// Identifiers.
        ids: Vec<String>,
    }
}

/// The catalogue of award kinds, for pickers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Kinds {
    /// Each kind once, as the law has it now or had it last.
    pub kinds: Vec<AwardKind>,
}
