//! Documents: drafts that may change, issued ones that never do.

use chrono::{Datelike, NaiveDate};
use rusqlite::types::Value as Sql;
use rusqlite::{OptionalExtension, Row, params, params_from_iter};
use serde_json::Value;
use std::collections::BTreeMap;

use crate::row::{self, Word};
use crate::{ArchiveError, ConferenceId, DocumentId, FileId, Records, Result, RoundId, Tx};

/// State of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DocumentState {
    /// Dự thảo.
    Draft,
    /// Đã ban hành: number and date given, frozen.
    Issued,
}

/// What a document is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A round.
    Round(RoundId),
    /// A conference.
    Conference(ConferenceId),
    /// Another document: one that it replaces, amends, corrects or withdraws.
    Document(DocumentId),
}

/// A document to be drafted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDocument {
    /// Template id.
    pub template: String,
    /// What it is about.
    pub subject: Option<Subject>,
    /// The rest, which may change while it is a draft.
    pub content: DraftContent,
}

/// What may change while a document is a draft.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DraftContent {
    /// Title for lists.
    pub title: String,
    /// Symbol, `QĐ-STP`.
    pub symbol: String,
    /// The officer's own field values.
    pub values: BTreeMap<String, String>,
    /// Plain text of the paper, for search.
    pub text: String,
}

/// What issuing records.
#[derive(Debug, Clone, PartialEq)]
pub struct Issuance {
    /// Number as the registry gave it.
    pub number: String,
    /// Symbol.
    pub symbol: String,
    /// Who issues: the agency's or the council's name. Part of what makes a number unique.
    pub issuer: String,
    /// Date.
    pub date: NaiveDate,
    /// Title for lists.
    pub title: String,
    /// Plain text of the paper, for search.
    pub text: String,
    /// Everything the paper was made from, frozen.
    pub facts: Value,
    /// The PDF, kept with the role `Issued`.
    pub file: Option<FileId>,
}

/// Which documents; the default is all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DocumentFilter {
    /// Year of the date, of a draft that of its creation.
    pub year: Option<i32>,
    /// State.
    pub state: Option<DocumentState>,
    /// Template id.
    pub template: Option<String>,
    /// What it is about.
    pub subject: Option<Subject>,
    /// In which order.
    pub order: DocumentOrder,
    /// The other way round.
    pub reverse: bool,
    /// First row, from 0.
    pub from: u32,
    /// At most how many; none = all.
    pub limit: Option<u32>,
}

/// In which order documents are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum DocumentOrder {
    /// Last changed first.
    #[default]
    Changed,
    /// By date of issue, drafts last.
    Date,
    /// By title, in Vietnamese order.
    Title,
    /// By symbol, then number by value.
    Number,
}

impl DocumentOrder {
    /// What stands in ORDER BY, and the same the other way round.
    fn columns(self, reverse: bool) -> &'static str {
        match (self, reverse) {
            (Self::Changed, false) => "d.changed_at DESC, d.id DESC",
            (Self::Changed, true) => "d.changed_at, d.id",
            (Self::Date, false) => "d.date DESC, d.id DESC",
            (Self::Date, true) => "d.date, d.id",
            (Self::Title, false) => "in_order(d.title), d.id",
            (Self::Title, true) => "in_order(d.title) DESC, d.id DESC",
            (Self::Number, false) => "d.symbol, length(d.number), d.number, d.id",
            (Self::Number, true) => "d.symbol DESC, length(d.number) DESC, d.number DESC, d.id DESC",
        }
    }
}

/// A document in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentSummary {
    /// Identifier.
    pub id: DocumentId,
    /// Template id.
    pub template: String,
    /// What it is about.
    pub subject: Option<Subject>,
    /// Name of the round or conference, title of the document it is about.
    pub subject_name: Option<String>,
    /// Title.
    pub title: String,
    /// Number; empty for a draft.
    pub number: String,
    /// Symbol.
    pub symbol: String,
    /// Date of issue.
    pub date: Option<NaiveDate>,
    /// State.
    pub state: DocumentState,
    /// When it was drafted; RFC 3339, local time.
    pub created_at: String,
    /// Last change; RFC 3339, local time.
    pub changed_at: String,
}

/// A document with all that is stored about it.
#[derive(Debug, Clone, PartialEq)]
pub struct DocumentRecord {
    /// As in lists.
    pub summary: DocumentSummary,
    /// The officer's own field values.
    pub values: BTreeMap<String, String>,
    /// Plain text.
    pub text: String,
    /// Who issued it; empty for a draft.
    pub issuer: String,
    /// What it was made from, frozen when it was issued.
    pub facts: Option<Value>,
    /// The frozen PDF.
    pub file: Option<FileId>,
}

/// Columns of a document in a list, for [`summary_at`], and the tables they come from.
const SUMMARY: &str = "d.id, d.template, d.round_id, d.conference_id, d.document_id,
  coalesce(r.name, c.name, o.title), d.title, d.number, d.symbol, d.date, d.state, d.created_at, d.changed_at";
const TABLES: &str = "document d LEFT JOIN round r ON r.id = d.round_id
  LEFT JOIN conference c ON c.id = d.conference_id LEFT JOIN document o ON o.id = d.document_id";

impl DocumentFilter {
    /// The condition on `d`, of what is asked only so that the index of it is used, and its values.
    fn condition(&self) -> (String, Vec<Sql>) {
        let (round, conference, document) = subject_columns(self.subject);
        let text = |text: &str| Sql::Text(text.to_owned());
        let asked = [
            (YEAR, self.year.map(|year| Sql::Text(format!("{year:04}")))),
            ("d.state", self.state.map(|state| text(state.word()))),
            ("d.template", self.template.as_deref().map(text)),
            ("d.round_id", round.map(|id| Sql::Integer(id.0))),
            ("d.conference_id", conference.map(|id| Sql::Integer(id.0))),
            ("d.document_id", document.map(|id| Sql::Integer(id.0))),
        ];
        let mut condition = String::from("true");
        let mut values = Vec::new();
        for (column, value) in asked {
            if let Some(value) = value {
                values.push(value);
                condition.push_str(&format!(" AND {column} = ?{}", values.len()));
            }
        }
        (condition, values)
    }
}

/// The year a document is listed under: of its date, of a draft that of its creation.
const YEAR: &str = "substr(coalesce(d.date, d.created_at), 1, 4)";

fn summary_at(row: &Row<'_>) -> rusqlite::Result<DocumentSummary> {
    let round = row.get::<_, Option<RoundId>>(2)?.map(Subject::Round);
    let conference = row.get::<_, Option<ConferenceId>>(3)?.map(Subject::Conference);
    let document = row.get::<_, Option<DocumentId>>(4)?.map(Subject::Document);
    Ok(DocumentSummary {
        id: row.get(0)?,
        template: row.get(1)?,
        subject: round.or(conference).or(document),
        subject_name: row.get(5)?,
        title: row.get(6)?,
        number: row.get(7)?,
        symbol: row.get(8)?,
        date: row::date(row, 9)?,
        state: row::word(row, 10)?,
        created_at: row.get(11)?,
        changed_at: row.get(12)?,
    })
}

/// The three columns that say what a document is about.
fn subject_columns(subject: Option<Subject>) -> (Option<RoundId>, Option<ConferenceId>, Option<DocumentId>) {
    match subject {
        None => (None, None, None),
        Some(Subject::Round(id)) => (Some(id), None, None),
        Some(Subject::Conference(id)) => (None, Some(id), None),
        Some(Subject::Document(id)) => (None, None, Some(id)),
    }
}

/// `15` and `QĐ-STP` as `15/QĐ-STP`.
pub(crate) fn number_and_symbol(number: &str, symbol: &str) -> String {
    if symbol.is_empty() { number.to_owned() } else { format!("{number}/{symbol}") }
}

impl Records {
    /// Documents that the filter lets through, a stretch of them.
    pub fn documents(&self, filter: &DocumentFilter) -> Result<Vec<DocumentSummary>> {
        let (condition, mut values) = filter.condition();
        values.extend([Sql::Integer(filter.limit.map_or(-1, i64::from)), Sql::Integer(filter.from.into())]);
        // The stretch first, by what the index has, then what is shown about its rows.
        let (order, limit) = (filter.order.columns(filter.reverse), values.len() - 1);
        let mut query = self.conn.prepare_cached(&format!(
            "WITH page AS MATERIALIZED (
               SELECT d.id FROM document d WHERE {condition} ORDER BY {order} LIMIT ?{limit} OFFSET ?{})
             SELECT {SUMMARY} FROM page CROSS JOIN {TABLES} WHERE d.id = page.id ORDER BY {order}",
            limit + 1
        ))?;
        let rows = query.query_map(params_from_iter(values), summary_at)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// How many documents the filter lets through in all.
    pub fn count_documents(&self, filter: &DocumentFilter) -> Result<u32> {
        let (condition, values) = filter.condition();
        let mut query =
            self.conn.prepare_cached(&format!("SELECT count(*) FROM document d WHERE {condition}"))?;
        Ok(query.query_one(params_from_iter(values), |row| row.get(0))?)
    }

    /// One document.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn document(&self, id: DocumentId) -> Result<DocumentRecord> {
        let mut query = self.conn.prepare_cached(&format!(
            "SELECT {SUMMARY}, d.own_values, d.text, d.issuer, d.facts, d.file_id FROM {TABLES} WHERE d.id = ?1"
        ))?;
        let found = query
            .query_one([id], |row| {
                let facts: Option<String> = row.get(16)?;
                Ok(DocumentRecord {
                    summary: summary_at(row)?,
                    values: row::json(row, 13)?,
                    text: row.get(14)?,
                    issuer: row.get(15)?,
                    facts: facts.map(|_| row::json(row, 16)).transpose()?,
                    file: row.get(17)?,
                })
            })
            .optional()?;
        found.ok_or(ArchiveError::NotFound { id: id.into() })
    }

    pub(crate) fn expect_draft(&self, id: DocumentId) -> Result<()> {
        self.expect(id)?;
        if self
            .conn
            .prepare_cached("SELECT 1 FROM document WHERE id = ?1 AND state = 'issued'")?
            .exists([id])?
        {
            return Err(ArchiveError::Issued { document: id });
        }
        Ok(())
    }
}

impl Tx<'_> {
    /// Drafts a document.
    pub fn add_document(&self, new: &NewDocument) -> Result<DocumentId> {
        let (round, conference, document) = subject_columns(new.subject);
        self.conn
            .prepare_cached(
                "INSERT INTO document (template, round_id, conference_id, document_id, state, title, symbol, own_values,
                   text, created_at, changed_at) VALUES (?1, ?2, ?3, ?4, 'draft', ?5, ?6, ?7, ?8, ?9, ?9)",
            )?
            .execute(params![
                new.template,
                round,
                conference,
                document,
                new.content.title,
                new.content.symbol,
                row::to_json(&new.content.values)?,
                new.content.text,
                self.stamp.time(),
            ])?;
        Ok(DocumentId(self.conn.last_insert_rowid()))
    }

    /// Replaces what may change of a draft.
    ///
    /// # Errors
    /// `NotFound`; `Issued` for an issued one.
    pub fn edit_draft(&self, id: DocumentId, content: &DraftContent) -> Result<()> {
        self.expect_draft(id)?;
        self.conn
            .prepare_cached(
                "UPDATE document SET title = ?2, symbol = ?3, own_values = ?4, text = ?5, changed_at = ?6
                 WHERE id = ?1 AND (title, symbol, own_values, text) <> (?2, ?3, ?4, ?5)",
            )?
            .execute(params![
                id,
                content.title,
                content.symbol,
                row::to_json(&content.values)?,
                content.text,
                self.stamp.time(),
            ])?;
        Ok(())
    }

    /// Records number and date, and freezes the document.
    ///
    /// # Errors
    /// `NotFound`, `NumberTaken`, `Issued`; `Refused` for an empty number.
    pub fn issue_document(&self, id: DocumentId, issuance: &Issuance) -> Result<()> {
        self.expect_draft(id)?;
        let number = issuance.number.trim();
        if number.is_empty() {
            return Err(ArchiveError::Refused {
                message: "Chưa có số văn bản. Hãy nhập số do văn thư cấp.".into(),
            });
        }
        let taken = self
            .conn
            .prepare_cached(
                "SELECT id, title FROM document WHERE state = 'issued'
                   AND substr(date, 1, 4) = ?4 AND number_key(number) = number_key(?1)
                   AND register_key(symbol) = register_key(?2) AND register_key(issuer) = register_key(?3)",
            )?
            .query_one(
                params![number, issuance.symbol, issuance.issuer, format!("{:04}", issuance.date.year())],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .optional()?;
        if let Some((document, title)) = taken {
            let number = number_and_symbol(number, &issuance.symbol);
            return Err(ArchiveError::NumberTaken { number, document, title });
        }
        self.conn
            .prepare_cached(
                "UPDATE document SET state = 'issued', number = ?2, symbol = ?3, issuer = ?4, date = ?5, title = ?6,
                   text = ?7, facts = ?8, file_id = ?9, changed_at = ?10 WHERE id = ?1",
            )?
            .execute(params![
                id,
                number,
                issuance.symbol,
                issuance.issuer,
                row::date_text(Some(issuance.date)),
                issuance.title,
                issuance.text,
                row::to_json(&issuance.facts)?,
                issuance.file,
                self.stamp.time(),
            ])?;
        Ok(())
    }

    /// Takes a draft away.
    ///
    /// # Errors
    /// `NotFound`; `Issued` for an issued one; `InUse` when another document is about it.
    pub fn remove_document(&self, id: DocumentId) -> Result<()> {
        self.expect_draft(id)?;
        self.refuse_if(
            id,
            "có văn bản khác liên quan đến văn bản này",
            "SELECT 1 FROM document WHERE document_id = ?1",
        )?;
        for sql in [
            "DELETE FROM attachment WHERE document_id = ?1",
            "DELETE FROM document_link WHERE document_id = ?1",
            "DELETE FROM register_entry WHERE document_id = ?1",
            "DELETE FROM dossier WHERE document_id = ?1",
        ] {
            self.conn.prepare_cached(sql)?.execute([id])?;
        }
        self.conn.prepare_cached("DELETE FROM document WHERE id = ?1")?.execute([id])?;
        Ok(())
    }

    /// Takes all drafts away whose `column` (of the subject) has this number.
    pub(crate) fn remove_drafts_about(&self, column: &'static str, number: i64) -> Result<()> {
        let mut query = self.conn.prepare_cached(&format!("SELECT id FROM document WHERE {column} = ?1"))?;
        let drafts: Vec<DocumentId> =
            query.query_map([number], |row| row.get(0))?.collect::<Result<_, _>>()?;
        drafts.into_iter().try_for_each(|draft| self.remove_document(draft))
    }
}
