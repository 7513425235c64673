//! Templates as data: what the form asks and which blocks print, in order. Embedded, read once.

use crate::expression::Pattern;
use commendation::{Authority, AwardCategory};
use serde::{Deserialize, Deserializer};
use std::sync::LazyLock;

/// A template.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
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
    #[serde(default)]
    pub unverified: Vec<String>,
    /// True where certificates can be printed from its entries.
    #[serde(default)]
    pub certificates: bool,
    /// True where issuing it confers its entries.
    #[serde(default)]
    pub confers: bool,
    /// Which entries it prints.
    pub(crate) select: Option<Select>,
    /// The form.
    #[serde(rename = "section")]
    pub(crate) sections: Vec<SectionSpec>,
    /// What prints.
    #[serde(rename = "block")]
    pub(crate) blocks: Vec<BlockSpec>,
}

/// What a template is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// A round.
    Round,
    /// A conference.
    Conference,
    /// A round or a conference, or neither.
    Any,
    /// An issued document.
    Document,
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
    /// One of the field's options.
    Choice,
}

/// One thing a field of the kind [`FieldKind::Choice`] may hold.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldOption {
    /// What the field holds; empty for the usual case.
    pub value: String,
    /// Vietnamese label.
    pub label: String,
    /// English label.
    pub label_en: String,
}

/// Which entries of the round a template prints; an empty list takes all.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Select {
    #[serde(default)]
    pub(crate) authority: Vec<Authority>,
    #[serde(default)]
    pub(crate) category: Vec<AwardCategory>,
}

/// A section of the form.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SectionSpec {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) title_en: String,
    /// Seldom needed: shown folded.
    #[serde(default)]
    pub(crate) folded: bool,
    #[serde(rename = "field")]
    pub(crate) fields: Vec<FieldSpec>,
}

/// A field of the form.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FieldSpec {
    pub(crate) key: String,
    pub(crate) label: String,
    pub(crate) label_en: String,
    pub(crate) kind: FieldKind,
    #[serde(default, deserialize_with = "pattern")]
    pub(crate) note: Pattern,
    /// What the officer should check while the field holds the template's words, in Vietnamese.
    pub(crate) check: Option<String>,
    /// A blank is lawful until the document is issued.
    #[serde(default)]
    pub(crate) may_be_blank: bool,
    /// Nothing prints when it is empty.
    #[serde(default)]
    pub(crate) optional: bool,
    #[serde(default, deserialize_with = "pattern")]
    pub(crate) default: Pattern,
    /// What a choice is made from.
    #[serde(default, rename = "option")]
    pub(crate) options: Vec<FieldOption>,
}

/// A block that prints; `when` is an expression that must hold for it to print.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(crate) struct BlockSpec {
    #[serde(default)]
    pub(crate) when: Option<String>,
    /// Set in italics.
    #[serde(default)]
    pub(crate) italic: bool,
    #[serde(flatten)]
    pub(crate) kind: BlockKind,
}

/// The kinds of block; see `document::Block`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) enum BlockKind {
    /// The two-column head; `agency` and `parent` are the profile's when not given.
    Head {
        #[serde(default, deserialize_with = "maybe_pattern")]
        parent: Option<Pattern>,
        #[serde(default, deserialize_with = "maybe_pattern")]
        agency: Option<Pattern>,
        #[serde(default)]
        number: bool,
        #[serde(default)]
        place_and_date: bool,
        /// The abstract below the number, for letters.
        #[serde(default, deserialize_with = "maybe_pattern")]
        summary: Option<Pattern>,
    },
    /// Type and abstract.
    Title {
        #[serde(deserialize_with = "pattern")]
        text: Pattern,
        #[serde(default, deserialize_with = "pattern")]
        summary: Pattern,
    },
    /// By whose power.
    Authority {
        #[serde(deserialize_with = "pattern")]
        text: Pattern,
    },
    /// Grounds, one for each line of the field.
    Citations { field: String },
    /// One ground.
    Citation {
        #[serde(deserialize_with = "pattern")]
        text: Pattern,
    },
    /// Words of command.
    Order {
        #[serde(deserialize_with = "pattern")]
        text: Pattern,
    },
    /// `Kính gửi:` and the lines of the field.
    Addressees { field: String },
    /// A heading.
    Heading {
        level: Level,
        #[serde(deserialize_with = "pattern")]
        text: Pattern,
    },
    /// An article; numbered by the order in which articles print.
    Article {
        #[serde(deserialize_with = "pattern")]
        text: Pattern,
    },
    /// A paragraph for each line of the text.
    Paragraph {
        #[serde(deserialize_with = "pattern")]
        text: Pattern,
    },
    /// The document this one is a copy of, or the articles and honorees that fields name; `given` is the field with what
    /// is written where it was signed.
    Original { articles: String, names: String, given: String },
    /// The head of a copy on paper; its closing follows.
    Copy {
        #[serde(deserialize_with = "pattern")]
        text: Pattern,
        #[serde(deserialize_with = "pattern")]
        agency: Pattern,
    },
    /// The agency's electronic signature at the top right of the first page.
    Stamp {
        #[serde(deserialize_with = "pattern")]
        text: Pattern,
    },
    /// What follows begins so many millimetres from the sheet's top edge as the field says.
    Below { field: String },
    /// The field's lines as parts, chapters, sections, articles, clauses and points, by how each line begins.
    Structure { field: String },
    /// An item for each line of the field.
    Items {
        field: String,
        #[serde(default)]
        style: ItemStyle,
    },
    /// The list of entries.
    List { group: Grouping, columns: Vec<ListColumn> },
    /// The table of awards counted by kind.
    Figures {},
    /// A paper of its own from here on.
    Annex {
        #[serde(deserialize_with = "pattern")]
        title: Pattern,
        #[serde(default, deserialize_with = "maybe_pattern")]
        summary: Option<Pattern>,
        #[serde(default, deserialize_with = "maybe_pattern")]
        reference: Option<Pattern>,
    },
    /// Distribution and signatures.
    Closing {
        #[serde(default)]
        distribution: Option<String>,
        signatures: Vec<SignatureSpec>,
    },
    /// Who wrote it.
    Byline {
        #[serde(deserialize_with = "pattern")]
        text: Pattern,
    },
}

/// Depth of a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Level {
    Part,
    Section,
    Clause,
}

/// What stands before an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ItemStyle {
    /// `- `
    #[default]
    Dash,
    /// `1. `
    Number,
}

/// What the rows of a list are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Grouping {
    /// Collectives, households, individuals.
    Type,
    /// Award kinds, collectives' first.
    Kind,
}

/// A column of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ListColumn {
    Name,
    PositionUnit,
    Achievement,
    Award,
}

/// A place to sign.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignatureSpec {
    /// Field with the position's lines.
    #[serde(deserialize_with = "pattern")]
    pub(crate) position: Pattern,
    /// Field with the name.
    #[serde(deserialize_with = "pattern")]
    pub(crate) name: Pattern,
    pub(crate) person_field: String,
    #[serde(default)]
    pub(crate) seal: bool,
}

fn pattern<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Pattern, D::Error> {
    let source = String::deserialize(deserializer)?;
    Pattern::parse(source.trim_end()).map_err(serde::de::Error::custom)
}

fn maybe_pattern<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Pattern>, D::Error> {
    pattern(deserializer).map(Some)
}

impl Template {
    /// The Vietnamese label of a field.
    pub fn label_of(&self, key: &str) -> Option<&str> {
        self.fields().find(|field| field.key == key).map(|field| field.label.as_str())
    }

    /// Its fields in order.
    pub(crate) fn fields(&self) -> impl Iterator<Item = &FieldSpec> {
        self.sections.iter().flat_map(|section| &section.fields)
    }
}

macro_rules! embedded {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../../assets/templates/", $name, ".toml")))),*]
    };
}

/// The embedded files, in the order of the menu.
pub(crate) const SOURCES: &[(&str, &str)] = embedded![
    "council-minutes",
    "submission-province",
    "decision-titles",
    "decision-change",
    "decision-commendation",
    "conference-invitation",
    "conference-report",
    "conference-news",
    "official-letter",
    "typed-document",
    "copy-excerpt",
    "copy-foot",
];

/// What any paper may have besides its own: sections added to the form of every template with a head or an annex.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Common {
    /// For papers with the decree's head.
    head: Vec<SectionSpec>,
    /// For papers with an annex.
    annex: Vec<SectionSpec>,
}

/// The embedded common sections.
const COMMON: &str = include_str!("../../../assets/templates/common.toml");

static TEMPLATES: LazyLock<Vec<Template>> = LazyLock::new(|| {
    let Ok(common) = toml::from_str::<Common>(COMMON) else { return Vec::new() };
    SOURCES
        .iter()
        .filter_map(|(_, source)| toml::from_str(source).ok().map(|own| with(own, &common)))
        .collect()
});

fn with(mut template: Template, common: &Common) -> Template {
    let has = |wanted: fn(&BlockKind) -> bool| template.blocks.iter().any(|block| wanted(&block.kind));
    let annexed = has(|kind| matches!(kind, BlockKind::Annex { .. }));
    let headed = has(|kind| matches!(kind, BlockKind::Head { .. }));
    template.sections.extend(common.annex.iter().filter(|_| annexed).cloned());
    template.sections.extend(common.head.iter().filter(|_| headed).cloned());
    template
}

/// All templates, in the order of the menu. Tests hold that every embedded file can be read.
pub fn templates() -> &'static [Template] {
    &TEMPLATES
}

/// The template `id`.
pub fn template(id: &str) -> Option<&'static Template> {
    templates().iter().find(|template| template.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::expression::Evaluator;
    use std::collections::HashSet;

    /// Every pattern of a template with the place it stands at.
    fn patterns(template: &Template) -> Vec<(String, &Pattern)> {
        let mut all = Vec::new();
        for field in template.fields() {
            all.push((field.key.clone(), &field.default));
            all.push((format!("{} note", field.key), &field.note));
        }
        for (index, block) in template.blocks.iter().enumerate() {
            let mut add = |pattern| all.push((format!("block {index}"), pattern));
            match &block.kind {
                BlockKind::Head { parent, agency, summary, .. } => {
                    parent.iter().chain(agency).chain(summary).for_each(add);
                }
                BlockKind::Title { text, summary } => [text, summary].into_iter().for_each(add),
                BlockKind::Authority { text }
                | BlockKind::Citation { text }
                | BlockKind::Order { text }
                | BlockKind::Heading { text, .. }
                | BlockKind::Article { text }
                | BlockKind::Paragraph { text }
                | BlockKind::Byline { text }
                | BlockKind::Stamp { text } => add(text),
                BlockKind::Copy { text, agency } => [text, agency].into_iter().for_each(add),
                BlockKind::Annex { title, summary, reference, .. } => {
                    std::iter::once(title).chain(summary).chain(reference).for_each(add);
                }
                BlockKind::Closing { signatures, .. } => {
                    signatures.iter().flat_map(|s| [&s.position, &s.name]).for_each(add);
                }
                BlockKind::Citations { .. }
                | BlockKind::Addressees { .. }
                | BlockKind::Items { .. }
                | BlockKind::Structure { .. }
                | BlockKind::Original { .. }
                | BlockKind::Below { .. }
                | BlockKind::List { .. }
                | BlockKind::Figures {} => {}
            }
        }
        all
    }

    #[test]
    fn every_template_reads_and_every_expression_compiles() {
        let evaluator = Evaluator::new();
        let common: Common = toml::from_str(COMMON).unwrap_or_else(|error| panic!("common: {error}"));
        for (name, source) in SOURCES {
            let template: Template = toml::from_str(source).unwrap_or_else(|error| panic!("{name}: {error}"));
            let template = with(template, &common);
            assert_eq!(&template.id, name);
            let keys: Vec<&str> = template.fields().map(|field| field.key.as_str()).collect();
            let known: HashSet<&str> = keys.iter().copied().collect();
            assert_eq!(keys.len(), known.len(), "{name}: a field twice");
            for (place, pattern) in patterns(&template) {
                for expression in pattern.expressions() {
                    evaluator
                        .check(expression)
                        .unwrap_or_else(|e| panic!("{name}, {place}: {expression}: {e}"));
                }
                for key in pattern.fields() {
                    assert!(known.contains(key), "{name}, {place}: no field {key}");
                }
            }
            for field in template.fields() {
                let chosen = field.kind == FieldKind::Choice;
                assert_eq!(chosen, !field.options.is_empty(), "{name}, {}: a choice has options", field.key);
            }
            for block in &template.blocks {
                if let Some(when) = &block.when {
                    evaluator.check(when).unwrap_or_else(|e| panic!("{name}: {when}: {e}"));
                }
                let field = match &block.kind {
                    BlockKind::Citations { field } | BlockKind::Addressees { field } => Some(field),
                    BlockKind::Items { field, .. }
                    | BlockKind::Structure { field }
                    | BlockKind::Below { field } => Some(field),
                    BlockKind::Closing { distribution, .. } => distribution.as_ref(),
                    _ => None,
                };
                assert!(field.is_none_or(|key| known.contains(key.as_str())), "{name}: no field {field:?}");
                if matches!(block.kind, BlockKind::Head { number: true, .. }) {
                    assert!(["number", "symbol"].iter().all(|key| known.contains(key)), "{name}");
                }
                if matches!(block.kind, BlockKind::Head { place_and_date: true, .. }) {
                    assert!(["place", "date"].iter().all(|key| known.contains(key)), "{name}");
                }
            }
        }
        assert_eq!(templates().len(), SOURCES.len());
    }

    #[test]
    fn every_label_is_there_in_both_languages_and_in_one_normal_form() {
        use unicode_normalization::is_nfc;
        for (name, source) in SOURCES {
            assert!(is_nfc(source), "{name}");
        }
        for template in templates() {
            let names =
                [&template.name, &template.name_en, &template.about, &template.about_en, &template.source];
            assert!(names.iter().all(|text| !text.is_empty()), "{}", template.id);
            for field in template.fields() {
                assert!(
                    !field.label.is_empty() && !field.label_en.is_empty(),
                    "{} {}",
                    template.id,
                    field.key
                );
            }
        }
    }
}
