//! What any paper may have besides its own (`assets/templates/common.toml`): urgency, circulation, drafter's mark and
//! address, how its annexes lie and in which file. Decree 30/2020/NĐ-CP, appendix I, part I, section III.
//!
//! Not here: how they look (`typesetting`).

use crate::Facts;
use crate::blocks::{SEAL, number_line};
use crate::expression::Pattern;
use crate::fields::{Form, clean_text, run};
use document::{AgencyStamp, Block, Orientation, Section, Severity, Text, Urgency};

/// Height of a sheet in millimetres.
const SHEET: f32 = 297.0;

/// Puts the marks that the form asks for where they are read: circulation before the head, urgency after it, the
/// drafter's mark after the closing, the address last.
pub(crate) fn mark(blocks: &mut Vec<Block>, facts: &Facts, form: &mut Form<'_>) {
    let Some(head) = blocks.iter().position(|block| matches!(block, Block::Head(_))) else { return };
    if let Some(urgency) = urgency(form.value("urgency")) {
        blocks.insert(head + 1, Block::Urgency { urgency, field: Some("urgency".to_owned()) });
    }
    if let Some(mut text) = line(form, "circulation") {
        text.runs.iter_mut().for_each(|run| run.text = run.text.to_uppercase());
        blocks.insert(head, Block::Circulation(text));
    }
    if let Some(text) = line(form, "drafter_mark") {
        let after = blocks.iter().position(|block| matches!(block, Block::Closing(_)));
        blocks.insert(after.map_or(blocks.len(), |at| at + 1), Block::Drafter(text));
    }
    if form.value("address") == "foot" {
        blocks.extend(address(&facts.agency.contact, form));
    }
}

fn line(form: &Form<'_>, key: &str) -> Option<Text> {
    if form.value(key).is_empty() { None } else { form.lines(key).into_iter().next() }
}

fn urgency(chosen: &str) -> Option<Urgency> {
    Some(match chosen {
        "express" => Urgency::Express,
        "very-urgent" => Urgency::VeryUrgent,
        "urgent" => Urgency::Urgent,
        _ => return None,
    })
}

/// The agency's contact, a line for each part between semicolons.
fn address(contact: &str, form: &mut Form<'_>) -> Option<Block> {
    let parts = contact.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty());
    let lines: Vec<Text> =
        parts.map(|part| Text { runs: vec![run(&clean_text(part), Some("address"))] }).collect();
    if lines.is_empty() {
        let message = "Còn thiếu: địa chỉ, điện thoại của cơ quan (trang Thiết lập).".to_owned();
        form.tell(Severity::Error, "missing-fact", message, Some("address"));
        return None;
    }
    Some(Block::Address(lines))
}

/// Room for what the sheet has already, from its top edge down.
pub(crate) fn below(key: &str, form: &mut Form<'_>) -> Option<Block> {
    let written = form.value(key).replace(',', ".");
    match written.parse::<f32>().ok().filter(|distance| (0.0..=SHEET).contains(distance)) {
        Some(distance) => Some(Block::Below(distance)),
        None => {
            let message = format!(
                "Khoảng cách “{written}” không đúng; ghi số mi-li-mét từ mép trên, từ 0 đến {SHEET}."
            );
            form.tell(Severity::Error, "bad-distance", message, Some(key));
            None
        }
    }
}

/// How the annex lies.
pub(crate) fn orientation(form: &Form<'_>) -> Orientation {
    if form.value("annex_page") == "landscape" { Orientation::Landscape } else { Orientation::Portrait }
}

/// In a file of its own the annex carries the paper's number and the agency's signature at the top right (form 2.2).
pub(crate) fn annex_stamp(form: &mut Form<'_>) -> Option<Block> {
    let apart = form.value("annex_file") == "apart";
    apart.then(|| Block::AgencyStamp(AgencyStamp { text: number_line(form), field: SEAL.to_owned() }))
}

/// `(Kèm theo …)`: in full on paper, number and date left open in an electronic paper (section III.1.c).
pub(crate) fn reference(form: &mut Form<'_>, pattern: &Pattern) -> Text {
    if form.value("annex_file").is_empty() { form.text(pattern) } else { form.text_left_open(pattern) }
}

/// What the annex that begins with this section is called; none for any other section.
pub(crate) fn annex_title(section: &Section) -> Option<String> {
    let Section::Paper(paper) = section else { return None };
    paper.blocks.iter().find_map(|block| match block {
        Block::AnnexHead { label, title, .. } => {
            let parts = label.iter().chain([title]).map(Text::to_plain);
            Some(parts.collect::<Vec<_>>().join(". "))
        }
        _ => None,
    })
}
