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

impl Records {
    /// All conferences, newest first.
    pub fn conferences(&self) -> Result<Vec<ConferenceSummary>> {
        let mut query = self.conn.prepare_cached(
            "SELECT id, name, date, place, (SELECT count(*) FROM award WHERE conference_id = conference.id),
               (SELECT count(*) FROM document WHERE conference_id = conference.id)
             FROM conference ORDER BY date IS NOT NULL, date DESC, id DESC",
        )?;
        let rows = query.query_map([], |row| {
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
