//! Drafting: a template, facts of the archive and the officer's own field values become a document tree.
//!
//! A missing fact is a hole in the text with a diagnostic, never a failure: a draft always comes out. Templates,
//! citations and certificate designs are data (`assets/templates`, `assets/designs`), embedded and checked by tests.
//! Not here: where facts come from (`archive`), how pages look (`typesetting`).

mod blocks;
mod certificate;
mod citations;
mod context;
mod design;
mod draft;
mod excerpt;
mod expression;
mod facts;
mod fields;
mod list;
mod marks;
mod ornament;
mod structure;
mod table;
mod template;

pub use certificate::{CertificateFacts, certificates};
pub use design::{Design, designs};
pub use draft::{Drafted, Field, Section, Values, draft};
pub use facts::{AwardFigure, ConferenceFacts, Facts, ListEntry, Original, RelatedPaper, RoundFacts};
pub use fields::{is_number, parse_date};
pub use list::prize_total;
pub use template::{FieldKind, FieldOption, Subject, Template, template, templates};

/// What stands where a fact is missing.
pub const HOLE: &str = "…………";
