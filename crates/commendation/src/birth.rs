//! A birth date as exact as the papers give it: a year, a month, or a day.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Year, and month and day where known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub struct BirthDate {
    /// Year, 1900 to 2100.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: Option<u32>,
    /// Day, 1 to 31; only with a month.
    pub day: Option<u32>,
}

impl BirthDate {
    /// A full date.
    pub fn full(date: NaiveDate) -> Self {
        use chrono::Datelike;
        Self { year: date.year(), month: Some(date.month()), day: Some(date.day()) }
    }

    /// Only the year.
    pub fn year(year: i32) -> Self {
        Self { year, month: None, day: None }
    }
}

impl std::fmt::Display for BirthDate {
    /// `15/02/1971`, `02/1971` or `1971`, as tables print it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.day, self.month) {
            (Some(day), Some(month)) => write!(f, "{day:02}/{month:02}/{}", self.year),
            (None, Some(month)) => write!(f, "{month:02}/{}", self.year),
            _ => write!(f, "{}", self.year),
        }
    }
}
