//! A birth date as exact as the papers give it: a year, a month, or a day.

use chrono::{Datelike, NaiveDate};
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

/// Why a text is no birth date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BirthError {
    /// Not a date at all.
    #[error("không phải là ngày sinh; ghi như 15/02/1971, 02/1971 hoặc 1971")]
    Form,
    /// Two digits for the year.
    #[error("năm sinh chỉ có hai chữ số; ghi đủ bốn chữ số")]
    TwoDigitYear,
    /// 31/02.
    #[error("ngày này không có trong lịch")]
    NoSuchDay,
    /// Month 13.
    #[error("tháng phải từ 1 đến 12")]
    NoSuchMonth,
    /// Before 1900.
    #[error("năm sinh trước năm 1900")]
    TooEarly,
    /// Not born yet.
    #[error("ngày sinh ở sau ngày hiện tại")]
    Future,
}

impl BirthError {
    /// Stable name, kebab-case.
    pub fn code(self) -> &'static str {
        match self {
            Self::Form => "birth-not-understood",
            Self::TwoDigitYear => "birth-two-digit-year",
            Self::NoSuchDay => "birth-no-such-day",
            Self::NoSuchMonth => "birth-no-such-month",
            Self::TooEarly => "birth-too-early",
            Self::Future => "birth-in-future",
        }
    }
}

impl BirthDate {
    /// A full date.
    pub fn full(date: NaiveDate) -> Self {
        Self { year: date.year(), month: Some(date.month()), day: Some(date.day()) }
    }

    /// Only the year.
    pub fn year(year: i32) -> Self {
        Self { year, month: None, day: None }
    }

    /// Reads `15/02/1971`, `3-12-1990`, `18.3.1986`, `02/1971`, `1990`: day before month, always. No clock: whether it
    /// lies ahead is asked with [`BirthDate::not_after`].
    pub fn parse(text: &str) -> Result<Self, BirthError> {
        let text = text.trim().trim_end_matches('.');
        let parts: Vec<&str> = text.split(['/', '-', '.', '–', '\\']).map(str::trim).collect();
        let number = |part: &str| -> Result<u32, BirthError> {
            if part.is_empty() || part.len() > 4 || !part.bytes().all(|b| b.is_ascii_digit()) {
                return Err(BirthError::Form);
            }
            part.parse().map_err(|_| BirthError::Form)
        };
        let (day, month, year) = match parts.as_slice() {
            // An ISO date of another program.
            [year, month, day] if year.len() == 4 && day.len() <= 2 => (Some(*day), Some(*month), *year),
            [day, month, year] => (Some(*day), Some(*month), *year),
            [month, year] => (None, Some(*month), *year),
            [year] => (None, None, *year),
            _ => return Err(BirthError::Form),
        };
        let parsed_year = number(year)?;
        let (day, month) = (day.map(number).transpose()?, month.map(number).transpose()?);
        match year.len() {
            4 => {}
            2 => return Err(BirthError::TwoDigitYear),
            _ => return Err(BirthError::Form),
        }
        Self::checked(parsed_year as i32, month, day)
    }

    /// The parts, checked against the calendar.
    pub fn checked(year: i32, month: Option<u32>, day: Option<u32>) -> Result<Self, BirthError> {
        if year < 1900 {
            return Err(BirthError::TooEarly);
        }
        if year > 2100 {
            return Err(BirthError::Future);
        }
        if month.is_some_and(|m| !(1..=12).contains(&m)) {
            return Err(BirthError::NoSuchMonth);
        }
        if let (Some(month), Some(day)) = (month, day)
            && NaiveDate::from_ymd_opt(year, month, day).is_none()
        {
            return Err(BirthError::NoSuchDay);
        }
        if day.is_some() && month.is_none() {
            return Err(BirthError::Form);
        }
        Ok(Self { year, month, day })
    }

    /// Itself, or the error that says it lies after that day.
    pub fn not_after(self, today: NaiveDate) -> Result<Self, BirthError> {
        let born = (self.year, self.month.unwrap_or(1), self.day.unwrap_or(1));
        if born > (today.year(), today.month(), today.day()) { Err(BirthError::Future) } else { Ok(self) }
    }

    /// How old the person is at most on that day, in years.
    pub fn age(self, on: NaiveDate) -> i32 {
        let had_birthday = (self.month.unwrap_or(1), self.day.unwrap_or(1)) <= (on.month(), on.day());
        on.year() - self.year - i32::from(!had_birthday)
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
