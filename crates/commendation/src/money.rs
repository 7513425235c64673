//! Prize money in whole đồng; integer arithmetic only.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A base salary (mức lương cơ sở) and since when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BaseSalary {
    /// First day.
    pub from: NaiveDate,
    /// Đồng a month.
    pub amount: u64,
    /// The decree that sets it.
    pub source: String,
    /// True when the source is not primary.
    #[serde(default)]
    pub unverified: bool,
}

/// Base salary times the multiplier, rounded up to tens of thousands (Decree 152/2025, article 49.2).
pub fn prize(base: u64, thousandths: u32) -> u64 {
    (base * u64::from(thousandths)).div_ceil(10_000_000) * 10_000
}
