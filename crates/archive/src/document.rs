//! Documents: drafts that may change, issued ones that never do.

use chrono::NaiveDate;
use serde_json::Value;
use std::collections::BTreeMap;

use crate::{ConferenceId, DocumentId, FileId, Records, Result, RoundId, Tx};

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
    /// At most how many; none = all.
    pub limit: Option<u32>,
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

impl Records {
    /// Documents, last changed first.
    pub fn documents(&self, filter: &DocumentFilter) -> Result<Vec<DocumentSummary>> {
        todo!()
    }

    /// One document.
    pub fn document(&self, id: DocumentId) -> Result<DocumentRecord> {
        todo!()
    }

    /// Issued numbers of one symbol and issuer in a year, for the next number, gaps and duplicates.
    pub fn issued_numbers(&self, symbol: &str, issuer: &str, year: i32) -> Result<Vec<(String, DocumentId)>> {
        todo!()
    }
}

impl Tx<'_> {
    /// Drafts a document.
    pub fn add_document(&self, new: &NewDocument) -> Result<DocumentId> {
        todo!()
    }

    /// Replaces what may change of a draft.
    ///
    /// # Errors
    /// `Issued` for an issued one.
    pub fn edit_draft(&self, id: DocumentId, content: &DraftContent) -> Result<()> {
        todo!()
    }

    /// Records number and date, and freezes the document.
    ///
    /// # Errors
    /// `NumberTaken`, `Issued`.
    pub fn issue_document(&self, id: DocumentId, issuance: &Issuance) -> Result<()> {
        todo!()
    }

    /// Takes a draft away.
    ///
    /// # Errors
    /// `Issued` for an issued one.
    pub fn remove_document(&self, id: DocumentId) -> Result<()> {
        todo!()
    }
}
