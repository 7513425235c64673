//! Who is honoured. Merging and renaming over time are the archive's business.

use crate::BirthDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Kind of honoree (đối tượng). The order is the order of lists: collectives, households, individuals
/// (Decree 152/2025, article 29.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum HonoreeType {
    /// Tập thể.
    Collective,
    /// Hộ gia đình.
    Household,
    /// Cá nhân.
    Individual,
}

impl HonoreeType {
    /// `tập thể`, `hộ gia đình`, `cá nhân`.
    pub fn vietnamese(self) -> &'static str {
        match self {
            Self::Collective => "tập thể",
            Self::Household => "hộ gia đình",
            Self::Individual => "cá nhân",
        }
    }
}

/// Gender as papers state it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Gender {
    /// Nam, Ông.
    Male,
    /// Nữ, Bà.
    Female,
}

impl Gender {
    /// `Nam`, `Nữ`.
    pub fn vietnamese(self) -> &'static str {
        match self {
            Self::Male => "Nam",
            Self::Female => "Nữ",
        }
    }
}

/// A person, a collective or a household, as known at one time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Honoree {
    /// Individual, collective or household.
    pub honoree_type: HonoreeType,
    /// Name in NFC, mixed case, without title: `Nguyễn Thị Ánh Tuyết`, `Phòng Công chứng số 1`.
    pub name: String,
    /// Gender, individuals only; none when not stated.
    pub gender: Option<Gender>,
    /// Birth date, individuals only, as exact as it is known.
    pub birth: Option<BirthDate>,
    /// Position (chức vụ), individuals only.
    pub position: Option<String>,
    /// Unit (đơn vị công tác), or the agency above a collective.
    pub unit: Option<String>,
}
