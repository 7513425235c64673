//! How long files of commendation are kept and when they are handed over, as dated data with its source
//! (`assets/catalogue/retention.toml`). Which file holds what is not here (`office`), nor is any deleting: a period that
//! ended is told, never acted on.

use crate::Authority;
use chrono::{Datelike, Days, Months, NaiveDate};
use serde::Deserialize;
use std::fmt;
use std::str::FromStr;
use std::sync::OnceLock;

const DATA: &str = include_str!("../../../assets/catalogue/retention.toml");

/// How long a file is kept. The longer is the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Period {
    /// So many years from the end of the work.
    Years(u16),
    /// Vĩnh viễn.
    Permanent,
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Permanent => f.write_str("Vĩnh viễn"),
            Self::Years(years) => write!(f, "{years:02} năm"),
        }
    }
}

impl FromStr for Period {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let text = crate::text::fold(text);
        if text == "vinh vien" {
            return Ok(Self::Permanent);
        }
        let years = text.strip_suffix("nam").unwrap_or(&text).trim().parse().map_err(|_| ())?;
        if (1..=999).contains(&years) { Ok(Self::Years(years)) } else { Err(()) }
    }
}

impl Period {
    /// The last year in which a file is kept whose work ended in `ended`; none for ever.
    pub fn last_year(self, ended: NaiveDate) -> Option<i32> {
        match self {
            Self::Permanent => None,
            Self::Years(years) => Some(ended.year() + i32::from(years)),
        }
    }
}

/// A kind of file and how long it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RetentionRule {
    /// Stable name.
    pub id: String,
    /// The kind of file, as the list of periods has it.
    pub name: String,
    /// How long.
    pub period: Period,
    /// Whose awards it is about; empty for others.
    pub authorities: Vec<Authority>,
}

/// When a file is to be handed over to the agency's archive.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandOver {
    /// Stable name.
    pub id: String,
    #[serde(default)]
    months: u32,
    #[serde(default)]
    days: u64,
    /// The text it rests on.
    pub source: String,
    /// What it says.
    pub what: String,
    /// Rests on a secondary source.
    #[serde(default)]
    pub unverified: bool,
}

impl HandOver {
    /// The last day for a file whose work ended on `ended`.
    pub fn due(&self, ended: NaiveDate) -> NaiveDate {
        let due = ended.checked_add_months(Months::new(self.months));
        due.and_then(|day| day.checked_add_days(Days::new(self.days))).unwrap_or(NaiveDate::MAX)
    }
}

/// All periods.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retention {
    /// Rules by kind of file.
    pub rules: Vec<RetentionRule>,
    /// The text they rest on.
    pub source: String,
    /// Since when another text holds.
    pub until: NaiveDate,
    /// That text.
    pub replaced_by: String,
    /// From when years are counted, and by which text.
    pub counted: String,
    /// The text that says so.
    pub counted_source: String,
    /// Rests on a secondary source.
    pub unverified: bool,
    /// Hand-over, the main rule first.
    pub hand_over: Vec<HandOver>,
    /// Files kept for less than so many years are not handed over.
    pub hand_over_from: u16,
    /// The text that says so.
    pub hand_over_from_source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    group: Group,
    rule: Vec<RuleEntry>,
    hand_over: Vec<HandOver>,
    hand_over_from: From,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    source: String,
    until: toml::value::Datetime,
    replaced_by: String,
    counted: String,
    counted_source: String,
    unverified: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleEntry {
    id: String,
    name: String,
    years: Option<u16>,
    #[serde(default)]
    authorities: Vec<Authority>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct From {
    years: u16,
    source: String,
}

impl Retention {
    /// The data that comes with the program.
    pub fn bundled() -> &'static Retention {
        static BUNDLED: OnceLock<Retention> = OnceLock::new();
        BUNDLED.get_or_init(|| match Self::read(DATA) {
            Ok(retention) => retention,
            // The file is part of the program and a test reads it.
            Err(error) => panic!("the bundled periods of retention: {error}"),
        })
    }

    fn read(text: &str) -> Result<Self, toml::de::Error> {
        let file: File = toml::from_str(text)?;
        let rule = |entry: RuleEntry| RetentionRule {
            id: entry.id,
            name: entry.name,
            period: entry.years.map_or(Period::Permanent, Period::Years),
            authorities: entry.authorities,
        };
        let date = file.group.until.to_string();
        Ok(Self {
            rules: file.rule.into_iter().map(rule).collect(),
            source: file.group.source,
            until: date.parse().map_err(|_| serde::de::Error::custom(format!("`{date}` is no day")))?,
            replaced_by: file.group.replaced_by,
            counted: file.group.counted,
            counted_source: file.group.counted_source,
            unverified: file.group.unverified,
            hand_over: file.hand_over,
            hand_over_from: file.hand_over_from.years,
            hand_over_from_source: file.hand_over_from.source,
        })
    }

    /// The rule of this name.
    pub fn rule(&self, id: &str) -> Option<&RetentionRule> {
        self.rules.iter().find(|rule| rule.id == id)
    }

    /// The rule for awards of an authority.
    pub fn of_authority(&self, authority: Authority) -> Option<&RetentionRule> {
        self.rules.iter().find(|rule| rule.authorities.contains(&authority))
    }

    /// True for a file that must be handed over.
    pub fn is_handed_over(&self, period: Period) -> bool {
        period >= Period::Years(self.hand_over_from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_periods_are_whole() {
        let retention = Retention::read(DATA).expect("the data is well formed");
        for authority in [
            Authority::President,
            Authority::Government,
            Authority::PrimeMinister,
            Authority::Minister,
            Authority::ProvinceChair,
            Authority::DepartmentDirector,
            Authority::CommuneChair,
        ] {
            assert!(retention.of_authority(authority).is_some(), "{authority:?} has a period");
        }
        assert!(retention.unverified, "the rows in force were not seen, and the officer is told");
        assert_eq!(retention.rule("conference").map(|rule| rule.period), Some(Period::Permanent));
        assert_eq!(
            retention.of_authority(Authority::ProvinceChair).map(|rule| rule.period),
            Some(Period::Years(20))
        );
        assert_eq!(
            retention.of_authority(Authority::DepartmentDirector).map(|rule| rule.period),
            Some(Period::Years(10))
        );
    }

    #[test]
    fn periods_are_read_as_they_are_written_and_the_longest_wins() {
        for period in [Period::Permanent, Period::Years(5), Period::Years(70)] {
            assert_eq!(period.to_string().parse(), Ok(period));
        }
        assert_eq!("VĨNH VIỄN".parse(), Ok(Period::Permanent));
        assert_eq!("20".parse(), Ok(Period::Years(20)));
        for text in ["", "0 năm", "lâu", "-5 năm", "99999"] {
            assert_eq!(text.parse::<Period>(), Err(()), "{text:?} is no period");
        }
        assert_eq!(
            [Period::Years(10), Period::Permanent, Period::Years(20)].into_iter().max(),
            Some(Period::Permanent)
        );
    }

    #[test]
    fn years_are_counted_from_the_year_of_the_end() {
        let ended = NaiveDate::from_ymd_opt(2025, 1, 2).expect("a day");
        assert_eq!(Period::Years(10).last_year(ended), Some(2035), "kept through 2035");
        let due = |id: &str| {
            let retention = Retention::bundled();
            retention.hand_over.iter().find(|rule| rule.id == id).map(|rule| rule.due(ended).to_string())
        };
        assert_eq!(due("paper").as_deref(), Some("2026-01-02"), "01 year");
        assert_eq!(due("electronic").as_deref(), Some("2025-03-03"), "60 days");
    }
}
