//! The agency that uses the program and who signs for it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The agency's profile: everything that heads and feet of papers need, typed once.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Agency {
    /// `Sở Tư pháp`.
    pub name: String,
    /// `UBND tỉnh Tây Ninh`; empty when there is none above.
    pub parent: String,
    /// The province, without the word tỉnh: `Tây Ninh`.
    pub province: String,
    /// `STP`, as in `QĐ-STP`.
    pub abbreviation: String,
    /// Place named in the head of papers (địa danh), `Tây Ninh`.
    pub place: String,
    /// Position of the head: `Giám đốc`.
    pub head_position: String,
    /// Who signs.
    pub signatory: Signatory,
    /// The council's name: `Hội đồng Thi đua - Khen thưởng Sở Tư pháp`.
    pub council: String,
    /// Abbreviation of the drafting unit, the last word of `Lưu: VT, VP.`
    pub drafting_unit: String,
    /// Position that leads the drafting unit: `Chánh Văn phòng`.
    pub drafting_unit_head: String,
    /// Address, phone, e-mail: one line, may be empty.
    pub contact: String,
}

/// The person who signs and with what power.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Signatory {
    /// Name, no degree or title before it.
    pub name: String,
    /// The person's own position: `Giám đốc`, `Phó Giám đốc`.
    pub position: String,
    /// With what power.
    pub power: Power,
}

/// The power to sign (Decree 30/2020, article 13; appendix I.II.7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Power {
    /// The head signs.
    #[default]
    Own,
    /// `Q.`: acting head.
    Acting,
    /// `KT.`: a deputy for the head.
    ForHead,
    /// `TL.`: a unit head by order.
    ByOrder,
    /// `TUQ.`: by written mandate.
    ByMandate,
    /// `TM.`: for a collective body.
    ForBody,
}
