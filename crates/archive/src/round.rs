//! Rounds and their nominations.

use commendation::{Honoree, Nomination, NominationState, Round};
use serde_json::Value;

use crate::{FileId, HonoreeId, NominationId, PastAward, Records, Result, RoundId, Tx};

/// A round with its counts. Rejected nominations are kept but not counted by type.
#[derive(Debug, Clone, PartialEq)]
pub struct RoundSummary {
    /// Identifier.
    pub id: RoundId,
    /// Name and year.
    pub round: Round,
    /// Closed by the officer.
    pub closed: bool,
    /// Nominated collectives.
    pub collectives: u32,
    /// Nominated households.
    pub households: u32,
    /// Nominated individuals.
    pub individuals: u32,
    /// Pending nominations with a finding or without an understood award kind.
    pub questions: u32,
    /// Still under consideration.
    pub pending: u32,
    /// Agreed.
    pub approved: u32,
    /// Left out.
    pub rejected: u32,
    /// Conferred by an issued decision.
    pub conferred: u32,
    /// Papers about it, counted by template and state.
    pub papers: Vec<PaperCount>,
    /// Certificates were made of one of its decisions.
    pub certificates: bool,
    /// Awards of the round that were given at a conference.
    pub presented: u32,
}

/// Papers of one template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperCount {
    /// Template id.
    pub template: String,
    /// Drafts of it.
    pub drafts: u32,
    /// Issued ones.
    pub issued: u32,
}

/// Where a nomination was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The workbook as kept, when it is kept.
    pub file: Option<FileId>,
    /// Its name.
    pub file_name: String,
    /// 1-based row in the sheet.
    pub row: u32,
}

/// A nomination to be put on record.
#[derive(Debug, Clone, PartialEq)]
pub struct NewNomination {
    /// The honoree it belongs to.
    pub honoree: HonoreeId,
    /// The nomination, with the honoree as nominated.
    pub nomination: Nomination,
    /// Where it was read; none when entered by hand.
    pub source: Option<Source>,
    /// Findings of the import, each a JSON object.
    pub problems: Vec<Value>,
}

/// A nomination on record.
#[derive(Debug, Clone, PartialEq)]
pub struct NominationRecord {
    /// Identifier.
    pub id: NominationId,
    /// The round.
    pub round: RoundId,
    /// The honoree's page.
    pub honoree_id: HonoreeId,
    /// The nomination, with the honoree as nominated.
    pub nomination: Nomination,
    /// Where it was read.
    pub source: Option<Source>,
    /// Findings of the import.
    pub problems: Vec<Value>,
    /// Awards the honoree has on record, oldest first.
    pub past: Vec<PastAward>,
}

impl Records {
    /// All rounds, newest first.
    pub fn rounds(&self) -> Result<Vec<RoundSummary>> {
        todo!()
    }

    /// One round.
    pub fn round(&self, id: RoundId) -> Result<RoundSummary> {
        todo!()
    }

    /// The newest round of this name, marks and case apart.
    pub fn round_named(&self, name: &str) -> Result<Option<RoundId>> {
        todo!()
    }

    /// The nominations of a round: collectives, households, individuals, each in the order they were entered.
    pub fn nominations(&self, round: RoundId) -> Result<Vec<NominationRecord>> {
        todo!()
    }

    /// One nomination.
    pub fn nomination(&self, id: NominationId) -> Result<NominationRecord> {
        todo!()
    }
}

impl Tx<'_> {
    /// Makes a round.
    pub fn add_round(&self, round: &Round) -> Result<RoundId> {
        todo!()
    }

    /// Renames a round.
    pub fn edit_round(&self, id: RoundId, round: &Round) -> Result<()> {
        todo!()
    }

    /// Closes a round or opens it again.
    pub fn close_round(&self, id: RoundId, closed: bool) -> Result<()> {
        todo!()
    }

    /// Takes a round away with its nominations and drafts.
    ///
    /// # Errors
    /// `InUse` when a document about it was issued or one of its nominations was conferred.
    pub fn remove_round(&self, id: RoundId) -> Result<()> {
        todo!()
    }

    /// Puts a nomination on record.
    pub fn add_nomination(&self, round: RoundId, new: &NewNomination) -> Result<NominationId> {
        todo!()
    }

    /// Replaces a nomination; where it was read stays.
    ///
    /// # Errors
    /// `InUse` once it was conferred.
    pub fn edit_nomination(&self, id: NominationId, new: &NewNomination) -> Result<()> {
        todo!()
    }

    /// Decides about nominations; gives how many changed.
    pub fn decide(&self, ids: &[NominationId], state: NominationState) -> Result<u32> {
        todo!()
    }

    /// Takes nominations away; gives how many.
    ///
    /// # Errors
    /// `InUse` for one that was conferred.
    pub fn remove_nominations(&self, ids: &[NominationId]) -> Result<u32> {
        todo!()
    }
}
