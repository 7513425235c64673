//! The register of outgoing documents: the registry's series of numbers, what was given to papers outside the archive,
//! and the columns that documents themselves do not tell.
//!
//! Which number comes next and what is odd about one is the domain's (`commendation::advise`); that a number is given once
//! is a constraint of the database.

use chrono::NaiveDate;
use commendation::{NumberSeries, usual_series};
use rusqlite::{OptionalExtension, params};

use crate::row;
use crate::{ArchiveError, DocumentId, Records, Result, Tx};

/// A series on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeriesRecord {
    /// Its number; none for one that is only usual and was not saved yet.
    pub id: Option<i64>,
    /// The series.
    pub series: NumberSeries,
}

/// What a number was given to that no document of this archive has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberNote {
    /// The series, by its number.
    pub series: i64,
    /// Which count of it, as [`NumberSeries::strand`] names it.
    pub strand: String,
    /// The year.
    pub year: i32,
    /// The number.
    pub number: u32,
    /// What the officer wrote.
    pub note: String,
}

/// Columns of the register that a document itself does not tell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RegisterEntry {
    /// Đơn vị, người nhận bản lưu.
    pub kept_by: String,
    /// Số lượng bản.
    pub copies: String,
    /// Ngày chuyển.
    pub sent_on: String,
    /// Ghi chú.
    pub remark: String,
}

/// An issued document as the register needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisteredDocument {
    /// Identifier.
    pub id: DocumentId,
    /// Number.
    pub number: String,
    /// Symbol.
    pub symbol: String,
    /// Who issued it.
    pub issuer: String,
    /// Date.
    pub date: NaiveDate,
    /// Title.
    pub title: String,
    /// The columns beside.
    pub entry: RegisterEntry,
}

impl Records {
    /// The series, in the order they were made; the usual ones until the agency has saved its own.
    pub fn number_series(&self) -> Result<Vec<SeriesRecord>> {
        let mut query = self.conn.prepare_cached(
            "SELECT id, name, types, bodies, apart, valid_from, valid_to, first_number FROM number_series ORDER BY id",
        )?;
        let saved: Vec<SeriesRecord> = query
            .query_map([], |row| {
                Ok(SeriesRecord {
                    id: Some(row.get(0)?),
                    series: NumberSeries {
                        name: row.get(1)?,
                        types: row::json(row, 2)?,
                        bodies: row::json(row, 3)?,
                        apart: row.get(4)?,
                        valid_from: row::date(row, 5)?.unwrap_or_default(),
                        valid_to: row::date(row, 6)?,
                        first_number: row.get(7)?,
                    },
                })
            })?
            .collect::<Result<_, _>>()?;
        if saved.is_empty() {
            return Ok(usual_series().into_iter().map(|series| SeriesRecord { id: None, series }).collect());
        }
        Ok(saved)
    }

    /// Notes about numbers of a year.
    pub fn number_notes(&self, year: i32) -> Result<Vec<NumberNote>> {
        let mut query = self.conn.prepare_cached(
            "SELECT series_id, strand, year, number, note FROM number_note WHERE year = ?1 ORDER BY series_id, strand, number",
        )?;
        let rows = query.query_map([year], |row| {
            Ok(NumberNote {
                series: row.get(0)?,
                strand: row.get(1)?,
                year: row.get(2)?,
                number: row.get(3)?,
                note: row.get(4)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The documents issued in a year, by date.
    pub fn registered_documents(&self, year: i32) -> Result<Vec<RegisteredDocument>> {
        let mut query = self.conn.prepare_cached(
            "SELECT d.id, d.number, d.symbol, d.issuer, d.date, d.title, coalesce(e.kept_by, ''), coalesce(e.copies, ''),
               coalesce(e.sent_on, ''), coalesce(e.remark, '')
             FROM document d LEFT JOIN register_entry e ON e.document_id = d.id
             WHERE d.state = 'issued' AND substr(d.date, 1, 4) = ?1 ORDER BY d.date, d.id",
        )?;
        let rows = query.query_map([format!("{year:04}")], |row| {
            Ok(RegisteredDocument {
                id: row.get(0)?,
                number: row.get(1)?,
                symbol: row.get(2)?,
                issuer: row.get(3)?,
                date: row::date(row, 4)?.unwrap_or_default(),
                title: row.get(5)?,
                entry: RegisterEntry {
                    kept_by: row.get(6)?,
                    copies: row.get(7)?,
                    sent_on: row.get(8)?,
                    remark: row.get(9)?,
                },
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Years in which documents were issued, newest first.
    pub fn register_years(&self) -> Result<Vec<i32>> {
        let mut query = self.conn.prepare_cached(
            "SELECT DISTINCT CAST(substr(date, 1, 4) AS INTEGER) FROM document WHERE state = 'issued' ORDER BY 1 DESC",
        )?;
        Ok(query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }
}

impl Tx<'_> {
    /// Saves the usual series as the agency's own unless it has its own already; gives all with their numbers.
    pub fn own_series(&self) -> Result<Vec<SeriesRecord>> {
        let series = self.number_series()?;
        if series.iter().any(|record| record.id.is_none()) {
            for record in &series {
                self.save_series(None, &record.series)?;
            }
            return self.number_series();
        }
        Ok(series)
    }

    /// Adds a series, or changes one.
    ///
    /// # Errors
    /// `Refused` when there is no such series or it ends before it begins.
    pub fn save_series(&self, id: Option<i64>, series: &NumberSeries) -> Result<i64> {
        if series.valid_to.is_some_and(|last| last < series.valid_from) {
            return Err(ArchiveError::Refused {
                message: format!(
                    "Dãy số “{}” có ngày cuối trước ngày đầu. Hãy kiểm tra lại hai ngày.",
                    series.name
                ),
            });
        }
        let (types, bodies) = (row::to_json(&series.types)?, row::to_json(&series.bodies)?);
        let (from, to) = (row::date_text(Some(series.valid_from)), row::date_text(series.valid_to));
        let first = series.first_number.max(1);
        let Some(id) = id else {
            self.conn
                .prepare_cached(
                    "INSERT INTO number_series (name, types, bodies, apart, valid_from, valid_to, first_number)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                )?
                .execute(params![series.name, types, bodies, series.apart, from, to, first])?;
            return Ok(self.conn.last_insert_rowid());
        };
        self.expect_series(id)?;
        self.conn
            .prepare_cached(
                "UPDATE number_series SET name = ?2, types = ?3, bodies = ?4, apart = ?5, valid_from = ?6, valid_to = ?7,
                   first_number = ?8 WHERE id = ?1",
            )?
            .execute(params![id, series.name, types, bodies, series.apart, from, to, first])?;
        Ok(id)
    }

    /// Takes a series away with the notes about its numbers.
    ///
    /// # Errors
    /// `Refused` when there is no such series.
    pub fn remove_series(&self, id: i64) -> Result<()> {
        self.expect_series(id)?;
        self.conn.prepare_cached("DELETE FROM number_note WHERE series_id = ?1")?.execute([id])?;
        self.conn.prepare_cached("DELETE FROM number_series WHERE id = ?1")?.execute([id])?;
        Ok(())
    }

    /// Notes what the registry gave a number to; an empty note takes it away.
    ///
    /// # Errors
    /// `Refused` when there is no such series.
    pub fn note_number(&self, note: &NumberNote) -> Result<()> {
        self.expect_series(note.series)?;
        if note.note.is_empty() {
            self.conn
                .prepare_cached(
                    "DELETE FROM number_note WHERE series_id = ?1 AND strand = ?2 AND year = ?3 AND number = ?4",
                )?
                .execute(params![note.series, note.strand, note.year, note.number])?;
            return Ok(());
        }
        self.conn
            .prepare_cached(
                "INSERT INTO number_note (series_id, strand, year, number, note) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (series_id, strand, year, number) DO UPDATE SET note = excluded.note WHERE note <> excluded.note",
            )?
            .execute(params![note.series, note.strand, note.year, note.number, note.note])?;
        Ok(())
    }

    /// Fills the columns of the register that a document does not tell.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn fill_register(&self, document: DocumentId, entry: &RegisterEntry) -> Result<()> {
        self.expect(document)?;
        let RegisterEntry { kept_by, copies, sent_on, remark } = entry;
        let known = self
            .conn
            .prepare_cached(
                "SELECT kept_by, copies, sent_on, remark FROM register_entry WHERE document_id = ?1",
            )?
            .query_one([document], |row| {
                Ok(RegisterEntry {
                    kept_by: row.get(0)?,
                    copies: row.get(1)?,
                    sent_on: row.get(2)?,
                    remark: row.get(3)?,
                })
            })
            .optional()?;
        if known.unwrap_or_default() == *entry {
            return Ok(());
        }
        self.conn
            .prepare_cached(
                "INSERT INTO register_entry (document_id, kept_by, copies, sent_on, remark) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (document_id) DO UPDATE SET kept_by = excluded.kept_by, copies = excluded.copies,
                   sent_on = excluded.sent_on, remark = excluded.remark",
            )?
            .execute(params![document, kept_by, copies, sent_on, remark])?;
        Ok(())
    }

    fn expect_series(&self, id: i64) -> Result<()> {
        match self.conn.prepare_cached("SELECT 1 FROM number_series WHERE id = ?1")?.exists([id])? {
            true => Ok(()),
            false => {
                Err(ArchiveError::Refused { message: format!("Không có dãy số nào mang mã {id}.") })
            }
        }
    }
}
