//! Elements that only some papers have: marks, address, the place for the agency's electronic signature, copies.

use crate::Text;
use serde::{Deserialize, Serialize};

/// How fast a paper must travel (cell 10b; appendix I, part I, section III.2.b).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Urgency {
    /// `HỎA TỐC`.
    Express,
    /// `THƯỢNG KHẨN`.
    VeryUrgent,
    /// `KHẨN`.
    Urgent,
}

impl Urgency {
    /// The words in the box, in the spelling of the decree's own sample.
    pub fn words(self) -> &'static str {
        match self {
            Urgency::Express => "HỎA TỐC",
            Urgency::VeryUrgent => "THƯỢNG KHẨN",
            Urgency::Urgent => "KHẨN",
        }
    }
}

/// The agency's electronic signature in the top right corner (cell 14): on an annex in a file of its own
/// (appendix I, part I, section III.1.d) and on an electronic copy (part II, section I.3). It shows no picture; the
/// signing tool writes the time, and whatever of the text is known before stands above it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AgencyStamp {
    /// What is known before signing: number and symbol, or form of copy and agency; empty when the signing tool
    /// writes all of it.
    pub text: Text,
    /// Name of the empty signature field, `DauCoQuan`; unique in the document.
    pub field: String,
}

/// What stands at the head of a copy on paper, below the copied paper and a rule (appendix I, part II, section II). A
/// closing with the copying agency's signature follows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CopyHead {
    /// `SAO Y`, `SAO LỤC` or `TRÍCH SAO`.
    pub form: Text,
    /// The copying agency, capitals, bold; a short rule follows.
    pub agency: Text,
    /// `Số: 12/SY-STP`.
    pub number: Text,
    /// Place and date of copying.
    pub place_and_date: Text,
}
