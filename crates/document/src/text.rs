//! Runs of text with the field each came from. No measuring, no line breaking.

use crate::{Block, Row};
use serde::{Deserialize, Serialize};

/// Running text of one block or cell.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Text {
    /// Runs in reading order. `\n` inside a run is a forced line break.
    pub runs: Vec<Run>,
}

/// A stretch of text with one style and one origin.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Run {
    /// The characters.
    pub text: String,
    /// What is added to the look that the block's element prescribes.
    pub style: Style,
    /// Key of the template field this text came from, so that a click on the page finds it.
    pub field: Option<String>,
    /// True where a fact is missing: shown marked in the preview, and as plain blank or dots in the PDF.
    pub hole: bool,
}

/// What is added to an element's own look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Style {
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
}

impl Text {
    /// Plain text of one run without origin.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { runs: vec![Run { text: text.into(), ..Run::default() }] }
    }

    /// Plain text that came from the field `key`.
    pub fn from_field(text: impl Into<String>, key: impl Into<String>) -> Self {
        Self { runs: vec![Run { text: text.into(), field: Some(key.into()), ..Run::default() }] }
    }

    /// The characters of all runs.
    pub fn to_plain(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    /// True when there is nothing to print.
    pub fn is_empty(&self) -> bool {
        self.runs.iter().all(|run| run.text.is_empty())
    }
}

impl Block {
    /// Every text of the block, in reading order.
    pub fn texts_mut(&mut self) -> Vec<&mut Text> {
        match self {
            Block::Head(head) => {
                let parts = [&mut head.number, &mut head.place_and_date, &mut head.summary];
                let mut texts: Vec<&mut Text> = head.parent.iter_mut().collect();
                texts.push(&mut head.agency);
                texts.extend(parts.into_iter().flatten());
                texts
            }
            Block::Title { kind, summary } => vec![kind, summary],
            Block::Article { label, text } => vec![label, text],
            Block::Authority(text)
            | Block::Citation(text)
            | Block::Order(text)
            | Block::Heading { text, .. }
            | Block::Paragraph(text)
            | Block::Item(text)
            | Block::Byline(text)
            | Block::Circulation(text)
            | Block::Drafter(text) => vec![text],
            Block::Addressees { lead, to } => [lead].into_iter().chain(to).collect(),
            Block::Table(table) => {
                let heads = table.columns.iter_mut().map(|column| &mut column.head);
                let rows = table.rows.iter_mut().flat_map(|row| match row {
                    Row::Group(text) => std::slice::from_mut(text),
                    Row::Cells(cells) | Row::Total(cells) => cells.as_mut_slice(),
                });
                heads.chain(rows).collect()
            }
            Block::AnnexHead { label, title, summary, reference } => {
                label.iter_mut().chain([title]).chain(summary).chain(reference).collect()
            }
            Block::Closing(closing) => {
                let signed = closing.signatures.iter_mut().flat_map(|signature| {
                    signature.position.iter_mut().chain(&mut signature.given).chain([&mut signature.name])
                });
                closing.distribution.iter_mut().chain(signed).collect()
            }
            Block::Address(lines) => lines.iter_mut().collect(),
            Block::AgencyStamp(stamp) => vec![&mut stamp.text],
            Block::Copy(copy) => {
                vec![&mut copy.agency, &mut copy.number, &mut copy.form, &mut copy.place_and_date]
            }
            Block::Urgency { .. } | Block::Below(_) => Vec::new(),
        }
    }
}
