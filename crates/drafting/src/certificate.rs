//! Certificates: a design filled for each honoree of a list.

use crate::design::{Item, TextItem};
use crate::expression::{Evaluator, Outcome, Pattern, Piece, upper_first};
use crate::fields::{BLANK, hole, join_runs, run, split_holes};
use crate::{Design, HOLE, ListEntry, context, ornament};
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};
use commendation::{Agency, long_date};
use document::{Document, Meta, Placed, Point, Run, Section, Sheet, Text, TextBox};
use minijinja::Value;
use unicode_normalization::UnicodeNormalization;

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
    /// Today, passed in; names the year while there is no date.
    pub today: NaiveDate,
}

/// One page for each entry, in the order given. What is not known yet is a blank to fill by hand.
pub fn certificates(
    design: &Design,
    facts: &CertificateFacts,
    entries: &[ListEntry],
    created: DateTime<FixedOffset>,
) -> Document {
    let evaluator = Evaluator::new();
    let agency = context::agency_value(&facts.agency);
    let sections = entries
        .iter()
        .enumerate()
        .map(|(index, entry)| {
            let page = Page { evaluator: &evaluator, facts, agency: &agency, index };
            Section::Sheet(page.sheet(design, entry))
        })
        .collect();
    let giver = context::head(&facts.agency);
    let number =
        facts.number.as_ref().map(|number| format!(" theo Quyết định số {number}")).unwrap_or_default();
    Document {
        meta: Meta {
            title: format!("Giấy khen của {giver}{number}").nfc().collect(),
            author: facts.agency.name.nfc().collect(),
            subject: format!("{} giấy khen", entries.len()),
            created,
        },
        sections,
    }
}

struct Page<'a> {
    evaluator: &'a Evaluator,
    facts: &'a CertificateFacts,
    agency: &'a Value,
    /// From 0.
    index: usize,
}

impl Page<'_> {
    fn sheet(&self, design: &Design, entry: &ListEntry) -> Sheet {
        let achievement = match entry.achievement.trim() {
            "" => self.facts.achievement.trim(),
            own => own,
        };
        let mut honoree = context::honoree(entry);
        if !achievement.is_empty() {
            honoree.insert("achievement", upper_first(achievement.trim_end_matches(['.', ';'])).into());
        }
        let context =
            Value::from_pairs([("agency", self.agency.clone()), ("honoree", context::value(&honoree))]);
        Sheet {
            width: design.width,
            height: design.height,
            items: design.items.iter().flat_map(|item| self.place(item, &context)).collect(),
        }
    }

    fn place(&self, item: &Item, context: &Value) -> Vec<Placed> {
        match item {
            Item::Fill { rect, color } => vec![ornament::fill(*rect, *color)],
            Item::Frame { rect, line_pt, color } => {
                vec![Placed::Frame { rect: *rect, line_pt: *line_pt, color: *color }]
            }
            Item::NotchedFrame { rect, notch, line_pt, color } => {
                vec![ornament::notched(*rect, *notch, *line_pt, *color)]
            }
            Item::Fret { rect, band, corner, line_pt, color } => {
                vec![ornament::fret(*rect, *band, *corner, *line_pt, *color)]
            }
            Item::Corners { rect, size, petal, heart } => ornament::corners(*rect, *size, *petal, *heart),
            Item::Star { x, y, radius, rays, color, ray_color } => {
                ornament::star(Point { x: *x, y: *y }, *radius, *rays, *color, *ray_color)
            }
            Item::Rule { x, y, width, line_pt, color } => {
                vec![ornament::rule(*x, *y, *width, *line_pt, *color)]
            }
            Item::Text(item) => self.text(item, context).into_iter().collect(),
            Item::Signature { rect } => vec![Placed::Signature {
                rect: *rect,
                name: format!("ChuKyNguoiKy{}", self.index + 1),
                tooltip: "Chữ ký của người có thẩm quyền".to_owned(),
            }],
            Item::Seal { rect } => vec![Placed::Signature {
                rect: *rect,
                name: format!("DauCoQuan{}", self.index + 1),
                tooltip: "Chữ ký số (dấu) của cơ quan, tổ chức".to_owned(),
            }],
        }
    }

    fn text(&self, item: &TextItem, context: &Value) -> Option<Placed> {
        let text = self.fill(&item.text, context);
        (!text.is_empty()).then(|| {
            Placed::Text(TextBox {
                rect: item.rect,
                text,
                family: item.family.into(),
                bold: item.bold,
                italic: item.italic,
                size_pt: item.size_pt,
                min_size_pt: item.min_size_pt,
                leading: item.leading,
                color: item.color,
                align: item.align.into(),
                vertical: item.vertical.into(),
                role: item.role(),
            })
        })
    }

    fn fill(&self, pattern: &Pattern, context: &Value) -> Text {
        let mut runs: Vec<Run> = Vec::new();
        for piece in &pattern.pieces {
            match piece {
                Piece::Literal(literal) => runs.extend(split_holes(literal, None)),
                Piece::Expression(source) => match self.evaluator.text(source, context) {
                    Outcome::Text(value) => runs.extend(split_holes(&value.nfc().collect::<String>(), None)),
                    Outcome::Missing(_) => runs.push(hole(HOLE, None)),
                },
                // Designs have no fields of their own.
                Piece::Field(_) => {}
                Piece::Number => runs.extend(self.number()),
                Piece::Date => runs.extend(self.date()),
            }
        }
        Text { runs: join_runs(runs) }
    }

    fn number(&self) -> Vec<Run> {
        match self.facts.number.as_deref().map(str::trim).filter(|number| !number.is_empty()) {
            Some(number) => vec![run(number, None)],
            None => {
                let symbol = self.facts.agency.abbreviation.trim();
                let symbol = if symbol.is_empty() { "/QĐ".to_owned() } else { format!("/QĐ-{symbol}") };
                vec![hole(BLANK, None), run(&symbol, None)]
            }
        }
    }

    fn date(&self) -> Vec<Run> {
        match self.facts.date {
            Some(date) => vec![run(&long_date(date), None)],
            None => vec![
                run("ngày", None),
                hole(BLANK, None),
                run("tháng", None),
                hole(BLANK, None),
                run(&format!("năm {}", self.facts.today.year()), None),
            ],
        }
    }
}
