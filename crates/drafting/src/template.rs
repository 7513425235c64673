//! Templates as data: what the form asks and which blocks print, in order.

use serde::Deserialize;

/// A template.
#[derive(Debug, Clone, PartialEq)]
pub struct Template {
    /// Stable identifier, `decision-commendation`.
    pub id: String,
    /// Vietnamese name.
    pub name: String,
    /// English name.
    pub name_en: String,
    /// Vietnamese description in a line.
    pub about: String,
    /// English description.
    pub about_en: String,
    /// What it is about.
    pub subject: Subject,
    /// Source of the form, `Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.2`.
    pub source: String,
    /// What the officer should check because no primary source was found, in Vietnamese.
    pub unverified: Vec<String>,
    /// True where certificates can be printed from its entries.
    pub certificates: bool,
    /// True where issuing it confers its entries.
    pub confers: bool,
}

/// What a template is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// A round.
    Round,
    /// A conference.
    Conference,
}

/// How a field is edited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldKind {
    /// One line.
    Line,
    /// A paragraph or more, a line each.
    Paragraphs,
    /// A list of entries, a line each.
    Entries,
    /// A date, ISO 8601 in the value.
    Date,
    /// A number given by the registry.
    Number,
}

/// All templates, in the order of the menu.
pub fn templates() -> &'static [Template] {
    &[]
}

/// The template `id`.
pub fn template(id: &str) -> Option<&'static Template> {
    templates().iter().find(|template| template.id == id)
}
