//! A round (đợt) of nominations and what was decided about each.

use crate::Honoree;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What became of a nomination.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum NominationState {
    /// Under consideration; counted in drafts.
    #[default]
    Pending,
    /// Agreed by the council or the head.
    Approved,
    /// Left out; kept, not counted.
    Rejected,
    /// Conferred by an issued decision.
    Conferred,
}

/// One honoree put forward for one award kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Nomination {
    /// Who.
    pub honoree: Honoree,
    /// Award kind, by catalogue id; none when the list's wording was not understood.
    pub kind: Option<String>,
    /// The wording of the list for the award.
    pub kind_as_written: String,
    /// The achievement, as it will be printed; may be empty.
    pub achievement: String,
    /// State.
    pub state: NominationState,
}

/// A round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Round {
    /// `Tổng kết năm 2025`.
    pub name: String,
    /// The year the achievements belong to.
    pub year: i32,
}
