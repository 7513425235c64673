//! Awards: what was conferred, on whom, in the words of the decision.

use chrono::NaiveDate;
use commendation::{Authority, Honoree};

use crate::{AwardId, ConferenceId, DocumentId, HonoreeId, NominationId, Records, Result, RoundId, Tx};

/// An award to be put on record.
#[derive(Debug, Clone, PartialEq)]
pub struct NewAward {
    /// Whose page it is on.
    pub honoree_id: HonoreeId,
    /// The honoree as named in the decision.
    pub honoree: Honoree,
    /// Kind id.
    pub kind: String,
    /// Kind name as it was then.
    pub kind_name: String,
    /// Who conferred it.
    pub authority: Authority,
    /// Achievement.
    pub achievement: String,
    /// Period of the achievement as printed: `2015 - 2020`.
    pub period: String,
    /// Year it is listed and counted under.
    pub year: Option<i32>,
    /// Number and symbol of the decision; empty when not known.
    pub decision: String,
    /// Date of the decision.
    pub date: Option<NaiveDate>,
    /// Document of this archive that conferred it.
    pub document: Option<DocumentId>,
    /// Conference where it was given.
    pub conference: Option<ConferenceId>,
    /// Nomination that led to it.
    pub nomination: Option<NominationId>,
}

/// An award on record.
#[derive(Debug, Clone, PartialEq)]
pub struct AwardRecord {
    /// Identifier.
    pub id: AwardId,
    /// What was put on record.
    pub award: NewAward,
    /// Name of the conference where it was given.
    pub conference_name: Option<String>,
}

/// An award in short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastAward {
    /// Identifier.
    pub id: AwardId,
    /// Kind id.
    pub kind: String,
    /// Kind name as it was then.
    pub kind_name: String,
    /// Who conferred it.
    pub authority: Authority,
    /// Year it is listed under.
    pub year: Option<i32>,
}

/// Which awards are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AwardScope {
    /// Given at a conference.
    Conference(ConferenceId),
    /// Conferred by a document of this archive.
    Document(DocumentId),
    /// From nominations of a round.
    Round(RoundId),
    /// Listed under a year of this span, both ends included.
    Years(i32, i32),
    /// All.
    All,
}

/// How many awards of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Kind id.
    pub kind: String,
    /// Kind name as it was.
    pub kind_name: String,
    /// Who conferred.
    pub authority: Authority,
    /// To collectives.
    pub collectives: u32,
    /// To households.
    pub households: u32,
    /// To individuals.
    pub individuals: u32,
}

impl Records {
    /// Awards by authority (high to low), then collectives, households, individuals, then as entered.
    pub fn awards(&self, scope: AwardScope) -> Result<Vec<AwardRecord>> {
        todo!()
    }

    /// One award.
    pub fn award(&self, id: AwardId) -> Result<AwardRecord> {
        todo!()
    }

    /// Awards counted by kind, authority and type of honoree; authority high to low, then kind.
    pub fn figures(&self, scope: AwardScope) -> Result<Vec<Figure>> {
        todo!()
    }
}

impl Tx<'_> {
    /// Puts an award on record. A nomination named in it becomes conferred.
    pub fn add_award(&self, new: &NewAward) -> Result<AwardId> {
        todo!()
    }

    /// Records that awards were given at a conference, or no longer.
    pub fn present_awards(&self, ids: &[AwardId], conference: Option<ConferenceId>) -> Result<u32> {
        todo!()
    }

    /// Takes awards away that were recorded by hand; gives how many.
    ///
    /// # Errors
    /// `InUse` for one that an issued document of this archive confers.
    pub fn remove_awards(&self, ids: &[AwardId]) -> Result<u32> {
        todo!()
    }
}
