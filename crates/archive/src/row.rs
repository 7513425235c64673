//! Reading and writing of values that several tables share.

use chrono::NaiveDate;
use commendation::{Authority, BirthDate, Gender, Honoree, HonoreeType, NominationState};
use rusqlite::Row;
use rusqlite::types::{FromSqlError, Type};
use serde::{Serialize, de::DeserializeOwned};

use crate::{ArchiveError, DocumentState, FileRole, Id, LinkKind, Records, Result, Stamp};

/// A value kept as a word.
pub(crate) trait Word: Sized + Copy + 'static {
    const WORDS: &'static [(Self, &'static str)];

    fn word(self) -> &'static str
    where
        Self: PartialEq,
    {
        // Every value of the type is in its list; a test below holds that for each.
        Self::WORDS.iter().find(|(value, _)| *value == self).map_or("", |(_, word)| word)
    }

    fn of_word(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(_, known)| *known == word).map(|(value, _)| *value)
    }
}

macro_rules! words {
    ($type:ty { $($variant:ident = $word:literal),* $(,)? }) => {
        impl Word for $type {
            const WORDS: &'static [(Self, &'static str)] = &[$((<$type>::$variant, $word)),*];
        }
        const _: fn($type) = |value| match value { $(<$type>::$variant => {})* };
    };
}

words!(HonoreeType { Collective = "collective", Household = "household", Individual = "individual" });
words!(Gender { Male = "male", Female = "female" });
words!(NominationState {
    Pending = "pending",
    Approved = "approved",
    Rejected = "rejected",
    Conferred = "conferred",
});
words!(Authority {
    President = "president",
    Government = "government",
    PrimeMinister = "prime_minister",
    Minister = "minister",
    ProvinceChair = "province_chair",
    DepartmentDirector = "department_director",
    CommuneChair = "commune_chair",
});
words!(DocumentState { Draft = "draft", Issued = "issued" });
words!(LinkKind {
    Replaces = "replaces",
    Amends = "amends",
    Corrects = "corrects",
    Recalls = "recalls",
    Cancels = "cancels",
});
words!(FileRole {
    Exported = "exported",
    Attached = "attached",
    Imported = "imported",
    Issued = "issued",
    Certificates = "certificates",
});

fn bad(index: usize, what: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(index, Type::Text, what.into())
}

/// A word of a column.
pub(crate) fn word<T: Word>(row: &Row<'_>, index: usize) -> rusqlite::Result<T> {
    let text = row.get_ref(index)?.as_str().map_err(|e: FromSqlError| bad(index, e))?;
    T::of_word(text).ok_or_else(|| bad(index, format!("unknown word `{text}`")))
}

/// A word of a column that may be empty.
pub(crate) fn word_or_none<T: Word>(row: &Row<'_>, index: usize) -> rusqlite::Result<Option<T>> {
    if row.get_ref(index)?.data_type() == Type::Null { Ok(None) } else { word(row, index).map(Some) }
}

/// A date of a column that may be empty.
pub(crate) fn date(row: &Row<'_>, index: usize) -> rusqlite::Result<Option<NaiveDate>> {
    let text: Option<String> = row.get(index)?;
    text.map(|text| text.parse().map_err(|e: chrono::ParseError| bad(index, e))).transpose()
}

/// JSON of a column.
pub(crate) fn json<T: DeserializeOwned>(row: &Row<'_>, index: usize) -> rusqlite::Result<T> {
    let text = row.get_ref(index)?.as_str().map_err(|e: FromSqlError| bad(index, e))?;
    serde_json::from_str(text).map_err(|e| bad(index, e))
}

/// An identifier of a column that may be empty.
pub(crate) fn id_or_none(row: &Row<'_>, index: usize) -> rusqlite::Result<Option<Id>> {
    let text: Option<String> = row.get(index)?;
    text.map(|text| text.parse().map_err(|e: ArchiveError| bad(index, e))).transpose()
}

/// A value from JSON text that the database made.
pub(crate) fn of_json<T: DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|error| ArchiveError::Database(bad(0, error)))
}

/// A value as the JSON text of a column.
pub(crate) fn to_json<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value)
        .map_err(|e| ArchiveError::Database(rusqlite::Error::ToSqlConversionFailure(Box::new(e))))
}

/// A date as the text of a column.
pub(crate) fn date_text(date: Option<NaiveDate>) -> Option<String> {
    date.map(|date| date.format("%Y-%m-%d").to_string())
}

/// A birth date as the text of a column: `1971`, `1971-02`, `1971-02-15`.
pub(crate) fn birth_text(birth: Option<BirthDate>) -> Option<String> {
    birth.map(|birth| match (birth.month, birth.day) {
        (Some(month), Some(day)) => format!("{:04}-{month:02}-{day:02}", birth.year),
        (Some(month), None) => format!("{:04}-{month:02}", birth.year),
        (None, _) => format!("{:04}", birth.year),
    })
}

fn birth(row: &Row<'_>, index: usize) -> rusqlite::Result<Option<BirthDate>> {
    let Some(text): Option<String> = row.get(index)? else { return Ok(None) };
    let mut parts = text.split('-').map(str::parse::<u32>);
    let mut next = || parts.next().transpose().map_err(|e| bad(index, e));
    let year = next()?.ok_or_else(|| bad(index, "a birth date without a year"))?;
    Ok(Some(BirthDate { year: year as i32, month: next()?, day: next()? }))
}

/// The six columns that hold an honoree, in every table that has one.
pub(crate) const HONOREE_COLUMNS: &str = "honoree_type, name, gender, birth, position, unit";

/// An honoree from six columns of [`HONOREE_COLUMNS`], the first at `index`.
pub(crate) fn honoree(row: &Row<'_>, index: usize) -> rusqlite::Result<Honoree> {
    Ok(Honoree {
        honoree_type: word(row, index)?,
        name: row.get(index + 1)?,
        gender: word_or_none(row, index + 2)?,
        birth: birth(row, index + 3)?,
        position: row.get(index + 4)?,
        unit: row.get(index + 5)?,
    })
}

impl Stamp {
    /// RFC 3339 with seconds and offset.
    pub(crate) fn time(&self) -> String {
        self.at.to_rfc3339_opts(chrono::SecondsFormat::Secs, false)
    }

    /// The day.
    pub(crate) fn day(&self) -> NaiveDate {
        self.at.date_naive()
    }
}

impl Records {
    /// Is there such a thing?
    pub fn has(&self, id: impl Into<Id>) -> Result<bool> {
        let id = id.into();
        let sql = format!("SELECT 1 FROM {} WHERE id = ?1", id.kind.table());
        Ok(self.conn.prepare_cached(&sql)?.exists([id.number])?)
    }

    /// `NotFound` when there is no such thing.
    pub(crate) fn expect(&self, id: impl Into<Id>) -> Result<()> {
        let id = id.into();
        if self.has(id)? { Ok(()) } else { Err(ArchiveError::NotFound { id }) }
    }

    /// `InUse` when the query, which takes the thing's number, finds anything.
    pub(crate) fn refuse_if(&self, id: impl Into<Id>, reason: &'static str, sql: &str) -> Result<()> {
        let id = id.into();
        if self.conn.prepare_cached(sql)?.exists([id.number])? {
            return Err(ArchiveError::InUse { id, reason });
        }
        Ok(())
    }
}
