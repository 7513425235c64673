//! Dossiers: what the officer completed of each, and the few facts by which many are listed. What belongs into a
//! dossier and how it is written out is in `office`.

use chrono::NaiveDate;
use commendation::Authority;
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use crate::row::{self, Word};
use crate::{ArchiveError, ConferenceId, DocumentId, Id, Kind, Records, Result, Tx};

/// What the officer completed; all else is proposed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct DossierDetails {
    /// Own values by field.
    pub values: BTreeMap<String, String>,
    /// What was decided about papers, by their keys.
    pub papers: BTreeMap<String, PaperChoice>,
}

/// What the officer decided about a paper.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct PaperChoice {
    /// Whether it is in; none = as proposed.
    pub included: Option<bool>,
    /// Its pages, where the file does not tell.
    pub pages: Option<u32>,
}

/// A thing that has a dossier, with what a list of many needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DossierSubject {
    /// The conference or decision.
    pub id: Id,
    /// Its name or title.
    pub title: String,
    /// Number and symbol of a decision.
    pub sign: String,
    /// The first and the last day of it and its papers.
    pub dates: Option<(NaiveDate, NaiveDate)>,
    /// Papers that are issued.
    pub issued: u32,
    /// Papers that are still drafts.
    pub drafts: u32,
    /// Whose awards it holds; not asked for conferences, whose period is their own.
    pub authorities: Vec<Authority>,
    /// What the officer completed.
    pub details: DossierDetails,
}

/// The column of `dossier` for a kind of thing.
fn column(subject: Id) -> Result<&'static str> {
    match subject.kind {
        Kind::Conference => Ok("conference_id"),
        Kind::Document => Ok("document_id"),
        _ => Err(ArchiveError::Refused {
            message: format!("{subject} không có hồ sơ lưu trữ: chỉ hội nghị và văn bản đã ban hành có."),
        }),
    }
}

impl Records {
    /// What the officer completed of a dossier.
    ///
    /// # Errors
    /// `Refused` for a kind that has no dossier.
    pub fn dossier(&self, subject: Id) -> Result<DossierDetails> {
        let sql = format!("SELECT details FROM dossier WHERE {} = ?1", column(subject)?);
        let found = self.conn.prepare_cached(&sql)?.query_one([subject.number], |row| row::json(row, 0));
        Ok(found.optional()?.unwrap_or_default())
    }

    /// Conferences, and issued documents of these templates, newest first; or one thing alone, whatever its template.
    pub fn dossier_subjects(&self, templates: &[&str], only: Option<Id>) -> Result<Vec<DossierSubject>> {
        let mut subjects = Vec::new();
        // One thing is found by its number, not by going through all.
        let (conference, decision) = match only {
            Some(_) => ("c.id = ?1", "d.id = ?1 AND ?2 IS NOT NULL"),
            None => ("?1 IS NULL", "?1 IS NULL AND d.template IN (SELECT value FROM json_each(?2))"),
        };
        let mut conferences = self.conn.prepare_cached(&format!(
            "SELECT c.id, c.name, '', coalesce(min(c.date, min(d.date)), c.date, min(d.date)),
               coalesce(max(c.date, max(d.date)), c.date, max(d.date)),
               count(*) FILTER (WHERE d.state = 'issued'), count(*) FILTER (WHERE d.state = 'draft'),
               (SELECT details FROM dossier WHERE conference_id = c.id)
             FROM conference c LEFT JOIN document d ON d.conference_id = c.id
             WHERE {conference} GROUP BY c.id"
        ))?;
        let mut decisions = self.conn.prepare_cached(&format!(
            "SELECT d.id, d.title, concat_ws('/', nullif(d.number, ''), nullif(d.symbol, '')),
               coalesce(min(d.date, (SELECT min(date) FROM document WHERE round_id = d.round_id)), d.date),
               coalesce(max(d.date, (SELECT max(date) FROM document WHERE round_id = d.round_id)), d.date),
               1 + (SELECT count(*) FROM document o WHERE o.round_id = d.round_id AND o.state = 'issued' AND o.id <> d.id),
               (SELECT count(*) FROM document o WHERE o.round_id = d.round_id AND o.state = 'draft'),
               (SELECT details FROM dossier WHERE document_id = d.id)
             FROM document d WHERE d.state = 'issued' AND {decision}"
        ))?;
        let templates = row::to_json(&templates)?;
        let number = only.map(|id| id.number);
        let wanted = |kind| only.is_none_or(|id| id.kind == kind);
        for (kind, query) in [(Kind::Conference, &mut conferences), (Kind::Document, &mut decisions)] {
            if !wanted(kind) {
                continue;
            }
            let mut rows = match kind {
                Kind::Conference => query.query([number])?,
                _ => query.query(params![number, templates])?,
            };
            while let Some(row) = rows.next()? {
                let id = Id { kind, number: row.get(0)? };
                let details: Option<String> = row.get(7)?;
                subjects.push(DossierSubject {
                    id,
                    title: row.get(1)?,
                    sign: row.get(2)?,
                    dates: row::date(row, 3)?.zip(row::date(row, 4)?),
                    issued: row.get(5)?,
                    drafts: row.get(6)?,
                    authorities: match kind {
                        Kind::Document => self.authorities_of(DocumentId(id.number))?,
                        _ => Vec::new(),
                    },
                    details: details.map(|_| row::json(row, 7)).transpose()?.unwrap_or_default(),
                });
            }
        }
        subjects.sort_by(|a, b| (b.dates.map(|d| d.1), b.id).cmp(&(a.dates.map(|d| d.1), a.id)));
        Ok(subjects)
    }

    /// Whose awards a document conferred.
    pub fn authorities_of(&self, document: DocumentId) -> Result<Vec<Authority>> {
        let mut found = Vec::new();
        let mut query = self
            .conn
            .prepare_cached("SELECT 1 FROM award WHERE document_id = ?1 AND authority = ?2 LIMIT 1")?;
        for (authority, word) in <Authority as Word>::WORDS {
            if query.exists(params![document, word])? {
                found.push(*authority);
            }
        }
        Ok(found)
    }

    /// Documents whose awards were given at a conference.
    pub fn documents_given_at(&self, conference: ConferenceId) -> Result<Vec<DocumentId>> {
        let mut query = self.conn.prepare_cached(
            "SELECT DISTINCT document_id FROM award WHERE conference_id = ?1 AND document_id IS NOT NULL ORDER BY 1",
        )?;
        Ok(query.query_map([conference], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }
}

impl Tx<'_> {
    /// Saves what the officer completed.
    ///
    /// # Errors
    /// `NotFound`; `Refused` for a kind that has no dossier.
    pub fn save_dossier(&self, subject: Id, details: &DossierDetails) -> Result<()> {
        self.expect(subject)?;
        let column = column(subject)?;
        let sql = format!("SELECT id FROM dossier WHERE {column} = ?1");
        let known: Option<i64> =
            self.conn.prepare_cached(&sql)?.query_one([subject.number], |row| row.get(0)).optional()?;
        let text = row::to_json(details)?;
        match known {
            Some(id) => self
                .conn
                .prepare_cached(
                    "UPDATE dossier SET details = ?2, changed_at = ?3 WHERE id = ?1 AND details <> ?2",
                )?
                .execute(params![id, text, self.stamp.time()])?,
            None => self
                .conn
                .prepare_cached(&format!(
                    "INSERT INTO dossier ({column}, details, changed_at) VALUES (?1, ?2, ?3)"
                ))?
                .execute(params![subject.number, text, self.stamp.time()])?,
        };
        Ok(())
    }
}
