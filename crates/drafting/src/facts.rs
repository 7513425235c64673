//! What a draft is made from: facts of the archive as they are now. Not here: how they are worded.

use chrono::NaiveDate;
use commendation::{Agency, Authority, AwardCategory, Conference, Honoree};
use serde::{Deserialize, Serialize};

/// Everything a template may speak about. What is not known is left empty and shows as a hole.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Facts {
    /// The agency that issues the document and who signs for it.
    pub agency: Agency,
    /// Date of issue, once the registry has given it.
    pub date: Option<NaiveDate>,
    /// Today, passed in; stands for the date of issue while there is none.
    pub today: NaiveDate,
    /// The round the document is about.
    pub round: Option<RoundFacts>,
    /// The conference the document is about.
    pub conference: Option<ConferenceFacts>,
    /// The issued document that this one is a copy of.
    #[serde(default)]
    pub original: Option<Original>,
    /// Other papers of the same round or conference.
    pub related: Vec<RelatedPaper>,
}

/// An issued document that is copied.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Original {
    /// Title as in lists.
    pub title: String,
    /// What it says, as issued.
    pub document: document::Document,
}

/// A round as papers need it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct RoundFacts {
    /// `Tổng kết năm 2025`.
    pub name: String,
    /// Year of the achievements.
    pub year: i32,
    /// All nominations that count: pending, approved or conferred, never rejected.
    pub entries: Vec<ListEntry>,
}

/// One honoree with one award, nominated or given.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ListEntry {
    /// The nomination or award it stands for, in the caller's own words; never printed.
    pub id: String,
    /// Who.
    pub honoree: Honoree,
    /// Award kind by catalogue id; empty when the list's wording was not understood.
    pub kind: String,
    /// Award kind as printed, or the list's wording when it was not understood.
    pub kind_name: String,
    /// Title or form; none when the kind was not understood.
    pub category: Option<AwardCategory>,
    /// Who confers it; none when the kind was not understood.
    pub authority: Option<Authority>,
    /// The achievement as it will be printed; may be empty.
    pub achievement: String,
    /// Prize in đồng; none when the catalogue names none.
    pub prize: Option<u64>,
    /// Where the kind's name was read, when that is no primary source.
    #[serde(default)]
    pub unverified_kind: Option<String>,
    /// Where the base salary of the prize was read, when that is no primary source.
    #[serde(default)]
    pub unverified_salary: Option<String>,
    /// True for a nomination that nobody has decided about.
    #[serde(default)]
    pub pending: bool,
    /// True for a pending nomination whose import left something to look at.
    #[serde(default)]
    pub questioned: bool,
    /// Number and symbol of the decision that gave it, `15/QĐ-STP`; none for nominations.
    pub decision: Option<String>,
    /// Date of that decision.
    pub decision_date: Option<NaiveDate>,
}

/// A conference as papers need it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ConferenceFacts {
    /// Its own facts.
    pub conference: Conference,
    /// Awards given at it.
    pub honours: Vec<ListEntry>,
    /// Awards of the period that is summed up, counted.
    pub figures: Vec<AwardFigure>,
}

/// How often an award was given in a period, by who received it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AwardFigure {
    /// Award kind by catalogue id.
    pub kind: String,
    /// Award kind as printed at the time.
    pub name: String,
    /// Title or form.
    pub category: AwardCategory,
    /// Who confers it.
    pub authority: Authority,
    /// Given to the agency itself.
    pub own: u32,
    /// Given to other collectives.
    pub collectives: u32,
    /// Given to households.
    pub households: u32,
    /// Given to individuals.
    pub individuals: u32,
}

/// A paper of the same round or conference.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RelatedPaper {
    /// Template it was drafted from: `council-minutes`, `submission-province`, …
    pub kind: String,
    /// Number and symbol, `15/QĐ-STP`; none while blank.
    pub number: Option<String>,
    /// Date of issue, or of the meeting for minutes.
    pub date: Option<NaiveDate>,
}
