//! Certificates: a design filled for each honoree of a list.

use crate::{Design, ListEntry};
use chrono::{DateTime, FixedOffset, NaiveDate};
use commendation::Agency;
use document::{Document, Meta};

/// What all certificates of one decision share.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CertificateFacts {
    /// Who gives them and who signs.
    pub agency: Agency,
    /// Number and symbol of the decision, `15/QĐ-STP`; none while blank.
    pub number: Option<String>,
    /// Date of the decision; none while blank.
    pub date: Option<NaiveDate>,
    /// The shared achievement, printed for entries that have none of their own.
    pub achievement: String,
    /// Number in the golden book (sổ vàng) of the first certificate; none leaves blanks.
    pub book_from: Option<u32>,
    /// Today, passed in; names the year while there is no date.
    pub today: NaiveDate,
}

/// One page for each entry, in the order given.
pub fn certificates(
    design: &Design,
    facts: &CertificateFacts,
    entries: &[ListEntry],
    created: DateTime<FixedOffset>,
) -> Document {
    let _ = (design, entries);
    Document {
        meta: Meta { title: String::new(), author: facts.agency.name.clone(), subject: String::new(), created },
        sections: Vec::new(),
    }
}
