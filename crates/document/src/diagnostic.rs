//! What is missing or doubtful in a document, pointing at the field to mend.

use serde::{Deserialize, Serialize};

/// How much a diagnostic matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// A blank that the law allows until the document is issued (number, date).
    Blank,
    /// Something doubtful; the officer decides.
    Warning,
    /// A fact is missing, or text cannot be printed as it stands.
    Error,
}

/// One finding about a document. `code` is stable, `message` is Vietnamese for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// How much it matters.
    pub severity: Severity,
    /// Stable name, `missing-field`, `no-glyph`, …; the interface translates by it.
    pub code: String,
    /// What is wrong and what to do, in Vietnamese.
    pub message: String,
    /// Key of the field to mend, when there is one.
    pub field: Option<String>,
}
