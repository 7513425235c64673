//! The words of a document without its looks: what search indexes and tests compare.

use crate::{Block, Document, Placed, Row, Section, Text};

impl Document {
    /// Every text in reading order, one block, cell or box a line.
    pub fn plain_text(&self) -> String {
        let mut lines = Vec::new();
        for section in &self.sections {
            match section {
                Section::Paper(paper) => paper.blocks.iter().for_each(|block| block_text(block, &mut lines)),
                Section::Sheet(sheet) => {
                    for item in &sheet.items {
                        if let Placed::Text(text) = item {
                            push(&text.text, &mut lines);
                        }
                    }
                }
            }
        }
        lines.join("\n")
    }
}

fn push(text: &Text, lines: &mut Vec<String>) {
    let plain = text.to_plain();
    if !plain.trim().is_empty() {
        lines.push(plain);
    }
}

fn block_text(block: &Block, lines: &mut Vec<String>) {
    let mut all = |texts: &[&Text]| texts.iter().for_each(|text| push(text, lines));
    match block {
        Block::Head(head) => {
            let optional = [&head.parent, &head.number, &head.place_and_date, &head.summary];
            all(&[&head.agency]);
            optional.into_iter().flatten().for_each(|text| all(&[text]));
        }
        Block::Title { kind, summary } => all(&[kind, summary]),
        Block::Authority(text)
        | Block::Citation(text)
        | Block::Order(text)
        | Block::Paragraph(text)
        | Block::Item(text)
        | Block::Byline(text)
        | Block::Circulation(text)
        | Block::Drafter(text)
        | Block::Heading { text, .. } => all(&[text]),
        Block::Addressees { lead, to } => {
            all(&[lead]);
            to.iter().for_each(|text| all(&[text]));
        }
        Block::Article { label, text } => lines.push(format!("{} {}", label.to_plain(), text.to_plain())),
        Block::Table(table) => {
            table.columns.iter().for_each(|column| all(&[&column.head]));
            for row in &table.rows {
                match row {
                    Row::Group(text) => all(&[text]),
                    Row::Cells(cells) | Row::Total(cells) => cells.iter().for_each(|cell| all(&[cell])),
                }
            }
        }
        Block::Urgency { urgency, .. } => lines.push(urgency.words().to_owned()),
        Block::Address(entries) => entries.iter().for_each(|text| all(&[text])),
        Block::AgencyStamp(stamp) => all(&[&stamp.text]),
        Block::Below(_) => {}
        Block::Copy(copy) => all(&[&copy.agency, &copy.number, &copy.form, &copy.place_and_date]),
        Block::AnnexHead { label, title, summary, reference } => {
            label.iter().for_each(|text| all(&[text]));
            all(&[title]);
            [summary, reference].into_iter().flatten().for_each(|text| all(&[text]));
        }
        Block::Closing(closing) => {
            closing.distribution.iter().for_each(|text| all(&[text]));
            for signature in &closing.signatures {
                signature.position.iter().for_each(|text| all(&[text]));
                signature.given.iter().for_each(|text| all(&[text]));
                all(&[&signature.name]);
            }
        }
    }
}
