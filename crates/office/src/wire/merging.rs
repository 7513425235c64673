//! Honorees who may be one, are one, or were taken for one.

use super::{AwardRow, FileBrief};
use commendation::{Honoree, Likeness};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

wire! {
    /// Merges honorees into one that stays. Awards keep the names of their decisions.
    pub struct Merge {
        /// The one that stays.
        into: String,
        /// Those merged into it.
        merged: Vec<String>,
        /// What is known of the one that stays from now on; none = what is known of it already.
        honoree: Option<Honoree>,
    }

    /// An honoree that was merged into another.
    pub struct MergedBrief {
        /// Its identifier, which leads to the other one.
        id: String,
        /// Who it was merged into then.
        into: String,
        /// What was known of it.
        honoree: Honoree,
        /// When; RFC 3339, local time.
        at: String,
        /// By whom.
        who: String,
        /// Awards that came from it.
        awards: Vec<String>,
        /// Nominations that came from it.
        nominations: u32,
        /// Files that came from it.
        files: u32,
        /// Those merged into it before.
        within: Vec<MergedBrief>,
    }

    /// What taking a merged honoree apart would do.
    pub struct MergedView {
        /// Who it is.
        brief: MergedBrief,
        /// The one it is within now.
        stays: Honoree,
        /// Awards that go back.
        came: Vec<AwardRow>,
        /// Awards added since, which stay unless they are named.
        since: Vec<AwardRow>,
        /// Nominations added since.
        since_nominations: Vec<SinceNomination>,
        /// Files added since.
        since_files: Vec<FileBrief>,
    }

    /// A nomination added after a merge.
    pub struct SinceNomination {
        /// `nom-9`.
        id: String,
        /// Round and award kind.
        title: String,
    }

    /// Takes a merged honoree apart.
    pub struct Unmerge {
        /// The merged one.
        id: String,
        /// Later awards, nominations and files that go with it; everything else that was added since stays.
        also: Vec<String>,
        /// Keeps that the two are not the same, so that they are not suggested again.
        different: bool,
    }

    /// Asks for likely duplicates.
    pub struct DuplicateFilter {
        /// Only those of one honoree.
        honoree: Option<String>,
        /// Where the page begins, as the one before said; empty = the first.
        from: String,
        /// How many at least.
        count: u32,
    }

    /// Likely duplicates, the strongest evidence first.
    pub struct DuplicatePage {
        /// Pairs.
        rows: Vec<Duplicate>,
        /// Where the next page begins.
        next: Option<String>,
    }

    /// Two honorees who may be the same.
    pub struct Duplicate {
        /// One.
        one: DuplicateSide,
        /// The other.
        other: DuplicateSide,
        /// Why.
        likeness: Likeness,
    }

    /// One side of a suggestion.
    pub struct DuplicateSide {
        /// `hon-4`.
        id: String,
        /// As last known.
        honoree: Honoree,
        /// Awards on record.
        awards: u32,
    }

    /// Keeps that two honorees are not the same, or forgets that.
    pub struct SetDifferent {
        /// One.
        one: String,
        /// The other.
        other: String,
        /// False to ask again.
        different: bool,
    }

    /// An honoree known not to be another one.
    pub struct KnownDifferent {
        /// `hon-4`.
        id: String,
        /// As last known.
        honoree: Honoree,
    }
}
