//! Honorees over the years. Nothing here merges two of them silently.

use commendation::{Honoree, HonoreeType, Nomination};

use crate::{AwardRecord, FileRecord, HonoreeId, NominationId, PastAward, Records, Result, RoundId, Tx};

/// Which honorees; the default is all, from the first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HonoreeFilter {
    /// Part of the name, marks and case apart; empty = all.
    pub text: String,
    /// Only of this type.
    pub honoree_type: Option<HonoreeType>,
    /// First row, from 0.
    pub from: u32,
    /// How many rows.
    pub count: u32,
}

/// One page of honorees, by given name.
#[derive(Debug, Clone, PartialEq)]
pub struct HonoreePage {
    /// How many match.
    pub total: u32,
    /// This page of them.
    pub rows: Vec<HonoreeSummary>,
}

/// An honoree in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct HonoreeSummary {
    /// Identifier.
    pub id: HonoreeId,
    /// As last known.
    pub honoree: Honoree,
    /// Awards on record.
    pub awards: u32,
    /// The latest of them.
    pub latest: Option<PastAward>,
}

/// Everything about an honoree.
#[derive(Debug, Clone, PartialEq)]
pub struct HonoreeRecord {
    /// Identifier.
    pub id: HonoreeId,
    /// As last known.
    pub honoree: Honoree,
    /// Other spellings met.
    pub also_written: Vec<String>,
    /// Awards, newest first.
    pub awards: Vec<AwardRecord>,
    /// Nominations not yet conferred or rejected, newest round first.
    pub pending: Vec<PendingNomination>,
    /// Files attached.
    pub files: Vec<FileRecord>,
}

/// A nomination under way.
#[derive(Debug, Clone, PartialEq)]
pub struct PendingNomination {
    /// Identifier.
    pub id: NominationId,
    /// Its round.
    pub round: RoundId,
    /// The round's name.
    pub round_name: String,
    /// The round's year.
    pub year: i32,
    /// The nomination.
    pub nomination: Nomination,
}

impl Records {
    /// Honorees by Vietnamese given name, a page at a time.
    pub fn honorees(&self, filter: &HonoreeFilter) -> Result<HonoreePage> {
        todo!()
    }

    /// An honoree as last known.
    pub fn honoree(&self, id: HonoreeId) -> Result<Honoree> {
        todo!()
    }

    /// An honoree's page.
    pub fn honoree_page(&self, id: HonoreeId) -> Result<HonoreeRecord> {
        todo!()
    }

    /// The one honoree on record who is the same beyond doubt: same type, same name to the letter, same unit, and the
    /// same birth date as far as both know it. None when there is no such honoree, or more than one.
    pub fn find_same_honoree(&self, honoree: &Honoree) -> Result<Option<HonoreeId>> {
        todo!()
    }
}

impl Tx<'_> {
    /// Puts a new honoree on record.
    pub fn add_honoree(&self, honoree: &Honoree) -> Result<HonoreeId> {
        todo!()
    }

    /// The same honoree if on record ([`Records::find_same_honoree`]), filling in gender, birth date and position where
    /// they were unknown; else a new one.
    pub fn honoree_for(&self, honoree: &Honoree) -> Result<HonoreeId> {
        todo!()
    }

    /// Changes an honoree's own data; the former name is kept as a spelling. Awards keep the name of their decision.
    pub fn edit_honoree(&self, id: HonoreeId, honoree: &Honoree) -> Result<()> {
        todo!()
    }

    /// Remembers how a list wrote the name.
    pub fn add_spelling(&self, id: HonoreeId, as_written: &str) -> Result<()> {
        todo!()
    }

    /// Takes an honoree away who has neither awards nor nominations.
    ///
    /// # Errors
    /// `InUse` otherwise.
    pub fn remove_honoree(&self, id: HonoreeId) -> Result<()> {
        todo!()
    }
}
