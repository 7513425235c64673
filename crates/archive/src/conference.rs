//! Conferences.

use chrono::NaiveDate;
use commendation::Conference;
use commendation::text::fold;
use rusqlite::{OptionalExtension, params};

use crate::{ArchiveError, ConferenceId, Records, Result, Tx, row};

/// A conference in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConferenceSummary {
    /// Identifier.
    pub id: ConferenceId,
    /// Name.
    pub name: String,
    /// Date.
    pub date: Option<NaiveDate>,
    /// Place.
    pub place: String,
    /// Awards given at it.
    pub honours: u32,
    /// Papers about it.
    pub documents: u32,
}

/// Which conferences; the default is all, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ConferenceFilter {
    /// Part of the name, marks and case apart; empty = all.
    pub text: String,
    /// In which order.
    pub order: ConferenceOrder,
    /// The other way round.
    pub reverse: bool,
    /// First row, from 0.
    pub from: u32,
    /// At most how many; none = all.
    pub limit: Option<u32>,
}

/// The condition of a [`ConferenceFilter`] on `c`.
const FILTERED: &str = "(?1 = '' OR instr(c.name_fold, ?1))";

/// In which order conferences are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ConferenceOrder {
    /// Without a date first, then the newest.
    #[default]
    Newest,
    /// By name, in Vietnamese order.
    Name,
    /// By date, those without one first.
    Date,
    /// By how many awards were given at it.
    Honours,
}

impl ConferenceOrder {
    /// What stands in ORDER BY, and the same the other way round.
    fn columns(self, reverse: bool) -> String {
        let by = match self {
            Self::Newest if reverse => return "date IS NULL, date, id".to_owned(),
            Self::Newest => return "date IS NOT NULL, date DESC, id DESC".to_owned(),
            Self::Name => "in_order(name)",
            Self::Date => "date",
            Self::Honours => "(SELECT count(*) FROM award WHERE conference_id = c.id)",
        };
        if reverse { format!("{by} DESC, id") } else { format!("{by}, id DESC") }
    }
}

impl Records {
    /// Conferences that the filter lets through, a stretch of them.
    pub fn conferences(&self, filter: &ConferenceFilter) -> Result<Vec<ConferenceSummary>> {
        // The stretch first, then what is counted about its rows.
        let order = filter.order.columns(filter.reverse);
        let mut query = self.conn.prepare_cached(&format!(
            "WITH page AS MATERIALIZED (
               SELECT id, name, date, place FROM conference c WHERE {FILTERED} ORDER BY {order} LIMIT ?2 OFFSET ?3)
             SELECT id, name, date, place, (SELECT count(*) FROM award WHERE conference_id = c.id),
               (SELECT count(*) FROM document WHERE conference_id = c.id)
             FROM page c ORDER BY {order}"
        ))?;
        let limit = filter.limit.map_or(-1, i64::from);
        let rows = query.query_map(params![fold(&filter.text), limit, filter.from], |row| {
            Ok(ConferenceSummary {
                id: row.get(0)?,
                name: row.get(1)?,
                date: row::date(row, 2)?,
                place: row.get(3)?,
                honours: row.get(4)?,
                documents: row.get(5)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// How many conferences the filter lets through in all.
    pub fn count_conferences(&self, filter: &ConferenceFilter) -> Result<u32> {
        let mut query =
            self.conn.prepare_cached(&format!("SELECT count(*) FROM conference c WHERE {FILTERED}"))?;
        Ok(query.query_one([fold(&filter.text)], |row| row.get(0))?)
    }

    /// How many awards were given at a conference.
    pub fn count_honours(&self, id: ConferenceId) -> Result<u32> {
        let mut query = self.conn.prepare_cached("SELECT count(*) FROM award WHERE conference_id = ?1")?;
        Ok(query.query_one([id], |row| row.get(0))?)
    }

    /// One conference's facts.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn conference(&self, id: ConferenceId) -> Result<Conference> {
        let mut query = self.conn.prepare_cached("SELECT facts FROM conference WHERE id = ?1")?;
        let found = query.query_one([id], |row| row::json(row, 0)).optional()?;
        found.ok_or(ArchiveError::NotFound { id: id.into() })
    }

    /// The newest conference of this name, marks and case apart.
    pub fn conference_named(&self, name: &str) -> Result<Option<ConferenceId>> {
        let mut query = self.conn.prepare_cached("SELECT max(id) FROM conference WHERE name_fold = ?1")?;
        Ok(query.query_one([fold(name)], |row| row.get(0))?)
    }
}

impl Tx<'_> {
    /// Puts a conference on record.
    pub fn add_conference(&self, conference: &Conference) -> Result<ConferenceId> {
        self.conn
            .prepare_cached(
                "INSERT INTO conference (name, name_fold, date, place, facts, changed_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                conference.name,
                fold(&conference.name),
                row::date_text(conference.date),
                conference.place,
                row::to_json(conference)?,
                self.stamp.time(),
            ])?;
        Ok(ConferenceId(self.conn.last_insert_rowid()))
    }

    /// Changes its facts.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn edit_conference(&self, id: ConferenceId, conference: &Conference) -> Result<()> {
        if self.conference(id)? == *conference {
            return Ok(());
        }
        self.conn
            .prepare_cached(
                "UPDATE conference SET name = ?2, name_fold = ?3, date = ?4, place = ?5, facts = ?6, changed_at = ?7
                 WHERE id = ?1",
            )?
            .execute(params![
                id,
                conference.name,
                fold(&conference.name),
                row::date_text(conference.date),
                conference.place,
                row::to_json(conference)?,
                self.stamp.time(),
            ])?;
        Ok(())
    }

    /// Takes a conference away with its drafts; awards given at it stay, without it.
    ///
    /// # Errors
    /// `NotFound`; `InUse` when a document about it was issued.
    pub fn remove_conference(&self, id: ConferenceId) -> Result<()> {
        self.expect(id)?;
        self.refuse_if(
            id,
            "đã có văn bản ban hành về hội nghị này",
            "SELECT 1 FROM document WHERE conference_id = ?1 AND state = 'issued'",
        )?;
        self.remove_drafts_about("conference_id", id.0)?;
        for sql in [
            "UPDATE award SET conference_id = NULL WHERE conference_id = ?1",
            "DELETE FROM attachment WHERE conference_id = ?1",
            "DELETE FROM dossier WHERE conference_id = ?1",
            "DELETE FROM conference WHERE id = ?1",
        ] {
            self.conn.prepare_cached(sql)?.execute([id])?;
        }
        Ok(())
    }
}
