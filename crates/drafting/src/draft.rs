//! From template, facts and values to the document and the form the editor shows.

use crate::{Facts, FieldKind, ListEntry, Template};
use chrono::{DateTime, FixedOffset};
use document::{Diagnostic, Document};
use std::collections::BTreeMap;

/// The officer's own field values by key; a key that is absent leaves the template's default.
pub type Values = BTreeMap<String, String>;

/// A drafted document with the form that edits it.
#[derive(Debug, Clone, PartialEq)]
pub struct Drafted {
    /// Title for lists and for the file, `Quyết định về việc tặng Giấy khen của Giám đốc Sở Tư pháp`.
    pub title: String,
    /// The form, in order.
    pub sections: Vec<Section>,
    /// The document.
    pub document: Document,
    /// What is missing or doubtful, worst first.
    pub diagnostics: Vec<Diagnostic>,
    /// The entries that this template prints, in the order of its list.
    pub entries: Vec<ListEntry>,
}

/// A section of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Stable identifier.
    pub id: String,
    /// Vietnamese title.
    pub title: String,
    /// English title.
    pub title_en: String,
    /// Its fields.
    pub fields: Vec<Field>,
}

/// A field of the form with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Key.
    pub key: String,
    /// Vietnamese label.
    pub label: String,
    /// English label.
    pub label_en: String,
    /// How it is edited.
    pub kind: FieldKind,
    /// The officer's own value, else what the template makes of the facts. Lists hold one entry a line.
    pub value: String,
    /// True where the value is the officer's own.
    pub own: bool,
    /// True where the law allows a blank until the document is issued.
    pub may_be_blank: bool,
    /// Vietnamese remark; may be empty.
    pub note: String,
}

/// Drafts a document. Always gives one; what is missing is in `diagnostics`.
pub fn draft(template: &Template, facts: &Facts, values: &Values, created: DateTime<FixedOffset>) -> Drafted {
    let _ = (facts, values);
    Drafted {
        title: template.name.clone(),
        sections: Vec::new(),
        document: Document {
            meta: document::Meta {
                title: template.name.clone(),
                author: String::new(),
                subject: String::new(),
                created,
            },
            sections: Vec::new(),
        },
        diagnostics: Vec::new(),
        entries: Vec::new(),
    }
}
