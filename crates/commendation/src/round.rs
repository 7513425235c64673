//! A round (đợt) of nominations and what was decided about each.

use crate::{Honoree, text};
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

impl Nomination {
    /// Equal for two nominations of the same honoree for the same award: type, name as written, birth where both state
    /// it in the same way, unit, and kind or wording. Two people of one name in one unit without birth dates are taken
    /// for one; the officer sees both rows.
    pub fn sameness_key(&self) -> String {
        let honoree = &self.honoree;
        let unit = honoree.unit.as_deref().unwrap_or_default();
        let award = match &self.kind {
            Some(id) => id.clone(),
            None => format!("?{}", text::fold(&self.kind_as_written)),
        };
        let birth = honoree.birth.map(|b| b.to_string()).unwrap_or_default();
        let name = text::same_spelling(&honoree.name);
        format!("{:?}|{name}|{birth}|{}|{award}", honoree.honoree_type, text::same_spelling(unit))
    }
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
