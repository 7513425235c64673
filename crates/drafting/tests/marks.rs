//! Marks, annexes and the templates with free text, as the officer asks for them in the form.
#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is the test's own report")]

mod common;

use common::*;
use document::{Block, Document, Level, Orientation, Paper, Section, Severity, Urgency};
use drafting::*;

fn drafted(id: &str, facts: &Facts, values: &[(&str, &str)]) -> Drafted {
    let values = values.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
    draft(template(id).unwrap(), facts, &values, created())
}

fn paper(document: &Document, index: usize) -> &Paper {
    match &document.sections[index] {
        Section::Paper(paper) => paper,
        Section::Sheet(_) => panic!("a paper was expected"),
    }
}

fn at(paper: &Paper, wanted: fn(&Block) -> bool) -> usize {
    paper.blocks.iter().position(wanted).expect("the block is there")
}

#[test]
fn marks_print_where_the_decree_places_them() {
    let mut facts = facts();
    facts.agency.contact = "Số 12, phường Tân Ninh; ĐT: 0276 382 2222".into();
    let marked = drafted(
        "decision-commendation",
        &facts,
        &[
            ("urgency", "express"),
            ("circulation", "Lưu hành nội bộ"),
            ("drafter_mark", "PL.(300)"),
            ("address", "foot"),
        ],
    );
    let first = paper(&marked.document, 0);
    let circulation = at(first, |block| matches!(block, Block::Circulation(_)));
    let head = at(first, |block| matches!(block, Block::Head(_)));
    let urgency =
        at(first, |block| matches!(block, Block::Urgency { urgency: Urgency::Express, field: Some(_) }));
    let closing = at(first, |block| matches!(block, Block::Closing(_)));
    assert!(circulation < head && urgency == head + 1, "cell 11 above the head, cell 10b below it");
    assert!(matches!(first.blocks[closing + 1], Block::Drafter(_)), "cell 12 ends the distribution");
    let Block::Circulation(words) = &first.blocks[circulation] else { panic!("circulation") };
    assert_eq!(words.to_plain(), "LƯU HÀNH NỘI BỘ", "in capitals (appendix I.I.III.2.c)");
    let Some(Block::Address(lines)) = first.blocks.last() else { panic!("the address is last") };
    assert_eq!(lines.len(), 2, "a line for each part of the contact");
    let plain = drafted("decision-commendation", &facts, &[]);
    assert!(
        paper(&plain.document, 0)
            .blocks
            .iter()
            .all(|block| !matches!(block, Block::Urgency { .. } | Block::Address(_) | Block::Drafter(_))),
        "nothing of it unless asked for"
    );
}

#[test]
fn an_address_that_is_nowhere_written_is_asked_for() {
    let mut facts = facts();
    facts.agency.contact = String::new();
    let marked = drafted("decision-commendation", &facts, &[("address", "foot")]);
    let found = marked.diagnostics.iter().find(|found| found.field.as_deref() == Some("address")).unwrap();
    assert_eq!(found.severity, Severity::Error);
    assert!(found.message.contains("Thiết lập"), "it says where to write it: {}", found.message);
}

#[test]
fn an_annex_apart_is_a_file_of_its_own_with_the_number_above_and_no_number_below() {
    let values =
        [("number", "5"), ("date", "2025-12-20"), ("annex_file", "apart"), ("annex_page", "landscape")];
    let apart = drafted("decision-commendation", &facts(), &values);
    let files = apart.files();
    assert_eq!(files.len(), 2, "the decision and its list");
    let annex = paper(&files[1], 0);
    assert_eq!(annex.orientation, Orientation::Landscape);
    let Block::AgencyStamp(stamp) = &annex.blocks[0] else {
        panic!("the stamp is first: {:?}", annex.blocks[0])
    };
    assert_eq!(stamp.text.to_plain(), "Số: 05/QĐ-STP", "number and symbol at the top right (form 2.2)");
    let Block::AnnexHead { reference: Some(reference), .. } = &annex.blocks[1] else {
        panic!("the annex's head")
    };
    let reference = reference.to_plain();
    assert!(
        reference.starts_with("(Kèm theo Quyết định số …/… ngày … tháng … năm … của "),
        "number and date are not filled in an electronic paper (appendix I.I.III.1.c): {reference}"
    );
    assert!(
        files[1].meta.title.starts_with("DANH SÁCH"),
        "the file says what it is: {}",
        files[1].meta.title
    );
    let together = drafted("decision-commendation", &facts(), &values[..2]);
    assert_eq!(together.files().len(), 1);
    let printed = together.document.plain_text();
    assert!(
        printed.contains("(Kèm theo Quyết định số 05/QĐ-STP ngày 20 tháng 12 năm 2025 của"),
        "in full on paper: {printed}"
    );
}

#[test]
fn a_choice_that_is_none_is_said() {
    let odd = drafted("decision-commendation", &facts(), &[("urgency", "soon")]);
    let found = odd.diagnostics.iter().find(|found| found.code == "bad-choice").unwrap();
    assert_eq!(found.field.as_deref(), Some("urgency"));
    assert!(found.message.contains("express"), "it names what may be chosen: {}", found.message);
}

#[test]
fn a_letter_has_its_abstract_below_the_number() {
    let values = [
        ("summary", "đề nghị phối hợp xét khen thưởng"),
        ("to", "Sở Nội vụ\nBan Tổ chức"),
        ("body", "1. Một.\nHai."),
    ];
    let letter = drafted("official-letter", &facts(), &values);
    let Block::Head(head) = &paper(&letter.document, 0).blocks[0] else { panic!("a head") };
    assert_eq!(head.summary.as_ref().unwrap().to_plain(), "V/v đề nghị phối hợp xét khen thưởng");
    assert_eq!(
        letter.title, "Công văn về việc đề nghị phối hợp xét khen thưởng",
        "lists call it by its abstract"
    );
    let distribution = field(&letter, "distribution");
    assert!(distribution.starts_with("Như trên"), "appendix I.I.II.9.b: {distribution}");
}

#[test]
fn a_plan_is_set_by_the_levels_of_its_lines() {
    let values = [
        ("type", "KH"),
        ("summary", "Tổ chức phong trào thi đua năm 2026"),
        ("body", "I. MỤC ĐÍCH\n1. Yêu cầu\nThiết thực, kịp thời.\nĐiều 1. Thi hành./."),
    ];
    let plan = drafted("typed-document", &facts(), &values);
    let blocks = &paper(&plan.document, 0).blocks;
    assert_eq!(field(&plan, "symbol"), "KH-STP", "the symbol follows the type");
    assert!(
        blocks
            .iter()
            .any(|block| matches!(block, Block::Title { kind, .. } if kind.to_plain() == "KẾ HOẠCH"))
    );
    assert!(blocks.iter().any(|block| matches!(block, Block::Heading { level: Level::Section, .. })));
    assert!(blocks.iter().any(|block| matches!(block, Block::Heading { level: Level::Clause, .. })));
    assert!(
        !blocks.iter().any(|block| matches!(block, Block::Addressees { .. })),
        "a plan is sent to nobody"
    );
}

fn field(drafted: &Drafted, key: &str) -> String {
    let mut fields = drafted.sections.iter().flat_map(|section| &section.fields);
    fields.find(|field| field.key == key).unwrap().value.clone()
}
