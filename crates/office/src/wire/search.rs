//! Search: what is asked, what was found, saved searches, the text of kept files.

use super::{FileBrief, HitKind};
use commendation::{Authority, HonoreeType};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

wire! {
    /// What a search found.
    pub struct Found {
        /// Hits by kind of thing; kinds without a hit are left out.
        groups: Vec<FoundGroup>,
        /// Kept files whose text is not read yet, and is not searched therefore.
        waiting: u32,
    }

    /// The hits of one kind of thing.
    pub struct FoundGroup {
        /// What they are.
        kind: HitKind,
        /// How many, counted up to a thousand; among other kinds up to a hundred.
        total: u32,
        /// True when there are more than were counted.
        more: bool,
        /// This page of them.
        hits: Vec<Hit>,
    }

    /// A hit.
    pub struct Hit {
        /// What kind of thing.
        kind: HitKind,
        /// Identifier, as for `show`; of a decision that of the first award that names it.
        id: String,
        /// Its name.
        title: String,
        /// Where it was found, in pieces.
        snippet: Vec<Piece>,
        /// True when it was found with the very marks that were typed.
        exact: bool,
    }

    /// A stretch of shown text.
    pub struct Piece {
        /// The text.
        text: String,
        /// True for what was searched for.
        hit: bool,
    }

    /// Writes every hit of a search out.
    pub struct ExportSearch {
        /// The search; its page is not regarded.
        search: Search,
        /// Where to.
        path: String,
    }

    /// A search with a name.
    pub struct SavedSearch {
        /// Its name.
        name: String,
        /// What it asks.
        search: Search,
    }

    /// Gives a saved search another name.
    pub struct RenameSearch {
        /// The name it has.
        name: String,
        /// The name it gets.
        new_name: String,
    }

    /// Something by its name.
    pub struct ByName {
        /// The name.
        name: String,
    }

    /// Reads the text of kept files.
    pub struct ReadTexts {
        /// Also those read before, and those that could not be read.
        again: bool,
    }

    /// What is known of the text of kept files.
    pub struct TextsRead {
        /// Contents whose text was read.
        read: u32,
        /// Without text, or of a kind that is not read.
        without: u32,
        /// Not readable.
        failed: u32,
        /// Not read yet.
        waiting: u32,
        /// Those that are not readable, with the reason.
        unreadable: Vec<UnreadableFile>,
    }

    /// A file whose text could not be read.
    pub struct UnreadableFile {
        /// The file.
        file: FileBrief,
        /// Why, in Vietnamese.
        reason: String,
    }
}

/// What narrows a search.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(default, rename_all = "camelCase")]
pub struct SearchFilter {
    /// First year.
    pub year_from: Option<i32>,
    /// Last year.
    pub year_to: Option<i32>,
    /// Kind id, or the words before a hyphen of it for all that begin so: `merit` for every Bằng khen.
    pub kind: Option<String>,
    /// Who confers.
    pub authority: Option<Authority>,
    /// Given at, or about, this conference: `conf-1`.
    pub conference: Option<String>,
    /// The unit, marks and case apart; where none is called so, part of its name. Empty = all.
    pub unit: String,
    /// Type of honoree.
    pub honoree_type: Option<HonoreeType>,
}

/// Searches everything. Without text, filters alone find awards.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(default, rename_all = "camelCase")]
pub struct Search {
    /// What was typed.
    pub text: String,
    /// Only these kinds of things; empty = all.
    pub things: Vec<HitKind>,
    /// What narrows it.
    pub filter: SearchFilter,
    /// First hit of each kind, from 0.
    pub from: u32,
    /// At most how many hits of each kind; 0 = 50.
    pub count: u32,
}
