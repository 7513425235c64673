//! The award kinds and base salaries by date, read from `assets/catalogue`. Telling a kind from the wording of a list
//! is in `recognise.rs`.

use crate::recognise::Index;
use crate::{Authority, AwardCategory, AwardKind, BaseSalary, HonoreeType, prize};
use chrono::NaiveDate;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

const KINDS: &str = include_str!("../../../assets/catalogue/award-kinds.toml");
const SALARIES: &str = include_str!("../../../assets/catalogue/base-salaries.toml");

/// The award kinds and base salaries by date.
#[derive(Debug, Clone)]
pub struct Catalogue {
    /// All kinds, in catalogue order. A kind has one entry for each span of time in which its name, article and prize
    /// stayed the same, oldest first, all with the same id.
    pub kinds: Vec<AwardKind>,
    /// Base salaries, oldest first.
    pub base_salaries: Vec<BaseSalary>,
    index: OnceLock<Index>,
}

impl PartialEq for Catalogue {
    fn eq(&self, other: &Self) -> bool {
        self.kinds == other.kinds && self.base_salaries == other.base_salaries
    }
}

/// Why catalogue data could not be read.
#[derive(Debug, thiserror::Error)]
pub enum CatalogueError {
    /// Not the expected form.
    #[error("danh mục khen thưởng không đúng cấu trúc: {0}")]
    Form(#[from] toml::de::Error),
    /// A date without a day.
    #[error("danh mục khen thưởng có ngày không đúng: {0}")]
    Date(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KindsFile {
    kind: Vec<KindEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KindEntry {
    id: String,
    short: String,
    category: AwardCategory,
    authority: Authority,
    honorees: Vec<HonoreeType>,
    #[serde(default)]
    aliases: Vec<String>,
    span: Vec<SpanEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SpanEntry {
    from: toml::value::Datetime,
    to: Option<toml::value::Datetime>,
    name: String,
    article: String,
    #[serde(default)]
    prize: BTreeMap<HonoreeType, u32>,
    #[serde(default)]
    unverified: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SalariesFile {
    salary: Vec<SalaryEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SalaryEntry {
    from: toml::value::Datetime,
    amount: u64,
    source: String,
    #[serde(default)]
    unverified: bool,
}

fn day(value: &toml::value::Datetime) -> Result<NaiveDate, CatalogueError> {
    value
        .date
        .and_then(|d| NaiveDate::from_ymd_opt(i32::from(d.year), u32::from(d.month), u32::from(d.day)))
        .ok_or_else(|| CatalogueError::Date(value.to_string()))
}

impl Catalogue {
    /// The catalogue that is built in.
    pub fn bundled() -> &'static Catalogue {
        static BUNDLED: OnceLock<Catalogue> = OnceLock::new();
        BUNDLED.get_or_init(|| {
            // The data is part of the program and a test reads it; a mistake in it cannot reach an officer.
            #[allow(clippy::expect_used)]
            Catalogue::read(KINDS, SALARIES).expect("the built-in catalogue is sound")
        })
    }

    /// A catalogue of given kinds and salaries.
    pub fn new(kinds: Vec<AwardKind>, base_salaries: Vec<BaseSalary>) -> Self {
        Self { kinds, base_salaries, index: OnceLock::new() }
    }

    /// Reads the two data files.
    pub fn read(kinds: &str, salaries: &str) -> Result<Self, CatalogueError> {
        let mut read = Vec::new();
        for entry in toml::from_str::<KindsFile>(kinds)?.kind {
            for span in entry.span {
                read.push(AwardKind {
                    id: entry.id.clone(),
                    name: span.name,
                    short: entry.short.clone(),
                    aliases: entry.aliases.clone(),
                    category: entry.category,
                    authority: entry.authority,
                    honoree_types: entry.honorees.clone(),
                    prize_thousandths: span.prize.into_iter().collect(),
                    valid_from: day(&span.from)?,
                    valid_to: span.to.as_ref().map(day).transpose()?,
                    article: span.article,
                    unverified: span.unverified,
                });
            }
        }
        let mut base_salaries = Vec::new();
        for entry in toml::from_str::<SalariesFile>(salaries)?.salary {
            let from = day(&entry.from)?;
            let (amount, source, unverified) = (entry.amount, entry.source, entry.unverified);
            base_salaries.push(BaseSalary { from, amount, source, unverified });
        }
        base_salaries.sort_by_key(|s| s.from);
        Ok(Self::new(read, base_salaries))
    }

    /// The newest entry of a kind.
    pub fn kind(&self, id: &str) -> Option<&AwardKind> {
        self.kinds.iter().filter(|k| k.id == id).max_by_key(|k| k.valid_from)
    }

    /// The entry of a kind that applied on that day: its name and article then.
    pub fn kind_at(&self, id: &str, date: NaiveDate) -> Option<&AwardKind> {
        self.kinds.iter().find(|k| k.id == id && k.applies(date))
    }

    /// The kinds that may be conferred on that day, in catalogue order, each once.
    pub fn in_force(&self, date: NaiveDate) -> Vec<&AwardKind> {
        self.kinds.iter().filter(|k| k.applies(date)).collect()
    }

    /// The place of a kind in the catalogue, for lists; unknown kinds come last.
    pub fn rank(&self, id: &str) -> usize {
        self.kinds.iter().position(|k| k.id == id).unwrap_or(usize::MAX)
    }

    /// The base salary on that day; none before the first one on record.
    pub fn base_salary(&self, date: NaiveDate) -> Option<&BaseSalary> {
        self.base_salaries.iter().rev().find(|s| s.from <= date)
    }

    /// The prize in đồng for one honoree by a decision of that day; none when the catalogue names none.
    pub fn prize(&self, kind: &str, honoree_type: HonoreeType, date: NaiveDate) -> Option<u64> {
        let kind = self.kind_at(kind, date)?;
        let (_, thousandths) = kind.prize_thousandths.iter().find(|(t, _)| *t == honoree_type)?;
        Some(prize(self.base_salary(date)?.amount, *thousandths))
    }

    pub(crate) fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::new(&self.kinds))
    }
}
