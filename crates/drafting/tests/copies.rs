//! Copies: excerpts of issued documents, and the foot of full copies.
#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is the test's own report")]

mod common;

use common::*;
use document::{Block, Row, Section, Severity};
use drafting::*;

fn drafted(id: &str, facts: &Facts, values: &[(&str, &str)]) -> Drafted {
    let values = values.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
    draft(template(id).unwrap(), facts, &values, created())
}

fn blocks(drafted: &Drafted) -> Vec<Block> {
    let papers = drafted.document.sections.iter().map(|section| match section {
        Section::Paper(paper) => paper.blocks.clone(),
        Section::Sheet(_) => panic!("a paper was expected"),
    });
    papers.flatten().collect()
}

fn rows(drafted: &Drafted) -> Vec<Row> {
    let tables = blocks(drafted).into_iter().filter_map(|block| match block {
        Block::Table(table) => Some(table.rows),
        _ => None,
    });
    tables.flatten().collect()
}

#[test]
fn an_excerpt_keeps_the_articles_and_names_that_are_wanted() {
    let whole = drafted("copy-excerpt", &copied(), &[]);
    let all = rows(&whole);
    let name = all
        .iter()
        .find_map(|row| match row {
            Row::Cells(cells) => Some(cells[1].to_plain()),
            _ => None,
        })
        .unwrap();
    let unmarked = commendation::text::fold(&name);
    let part = drafted("copy-excerpt", &copied(), &[("articles", "1"), ("names", &unmarked)]);
    let kept = rows(&part);
    assert!(all.len() > 2, "the original lists several: {}", all.len());
    assert!(
        matches!(kept.as_slice(), [Row::Group(_), Row::Cells(cells)] if cells[1].to_plain() == name),
        "one row below its group, found without marks too: {kept:?}"
    );
    let articles = |drafted: &Drafted| {
        let labels = blocks(drafted).into_iter().filter_map(|block| match block {
            Block::Article { label, .. } => Some(label.to_plain()),
            _ => None,
        });
        labels.collect::<Vec<_>>()
    };
    assert!(articles(&whole).len() > 1);
    assert_eq!(articles(&part), ["Điều 1."], "the other articles are left out, the numbers stay");
}

#[test]
fn nobody_signs_for_the_original_again() {
    let excerpt = drafted("copy-excerpt", &copied(), &[("given", "(Đã ký)"), ("number", "7")]);
    let closings: Vec<_> = blocks(&excerpt)
        .into_iter()
        .filter_map(|block| match block {
            Block::Closing(closing) => Some(closing),
            _ => None,
        })
        .collect();
    let [original, copy] = closings.as_slice() else { panic!("two closings: {closings:?}") };
    assert_eq!(original.signatures[0].given.as_ref().unwrap().to_plain(), "(Đã ký)");
    assert!(copy.signatures[0].given.is_none(), "the copy itself is signed");
    let head = blocks(&excerpt).into_iter().find_map(|block| match block {
        Block::Copy(copy) => Some(copy),
        _ => None,
    });
    let head = head.unwrap();
    assert_eq!((head.form.to_plain(), head.number.to_plain()), ("TRÍCH SAO".into(), "Số: 07/TrS-STP".into()));
    let originals = blocks(&excerpt)
        .into_iter()
        .take_while(|block| !matches!(block, Block::Copy(_)))
        .flat_map(|mut block| block.texts_mut().into_iter().map(|text| text.clone()).collect::<Vec<_>>());
    let fields: Vec<_> = originals.flat_map(|text| text.runs).filter_map(|run| run.field).collect();
    assert!(
        fields.iter().all(|field| field == "given"),
        "a click on the original's words leads to no field of the copy: {fields:?}"
    );
}

#[test]
fn an_electronic_excerpt_has_the_stamp_and_no_foot() {
    let electronic = drafted("copy-excerpt", &copied(), &[("medium", "electronic")]);
    let blocks = blocks(&electronic);
    let Block::AgencyStamp(stamp) = &blocks[0] else { panic!("the stamp is first: {:?}", blocks[0]) };
    assert_eq!(stamp.text.to_plain(), "TRÍCH SAO; Sở Tư pháp", "form of copy and agency (form 3.2)");
    assert!(!blocks.iter().any(|block| matches!(block, Block::Copy(_))));
}

#[test]
fn what_the_original_does_not_have_is_said() {
    let odd = drafted("copy-excerpt", &copied(), &[("articles", "1, 9"), ("names", "Người Không Có")]);
    let said: Vec<_> = odd.diagnostics.iter().filter(|found| found.code == "not-in-original").collect();
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said.iter().all(|found| found.severity == Severity::Error));
    for (field, what) in [("articles", "Điều 9"), ("names", "Người Không Có")] {
        let told = said.iter().find(|found| found.message.contains(what)).expect("told");
        assert_eq!(told.field.as_deref(), Some(field), "at the field to mend");
    }
}

#[test]
fn a_name_is_not_found_in_a_longer_one() {
    let mut facts = facts();
    let mut round = facts.round.take().unwrap();
    round.entries.extend(["Nguyễn Văn An", "Nguyễn Văn Anh"].map(|name| {
        commended(person(name, Some(commendation::Gender::Male), "Chuyên viên", "Văn phòng Sở"))
    }));
    facts.round = Some(round);
    let original = drafted("decision-commendation", &facts, &[("number", "15"), ("date", "2025-12-20")]);
    let original = Some(Original { title: original.title, document: original.document });
    let facts = Facts { round: None, original, ..facts };
    let kept = rows(&drafted("copy-excerpt", &facts, &[("names", "nguyen van an")]));
    let named: Vec<String> = kept
        .iter()
        .filter_map(|row| match row {
            Row::Cells(cells) => Some(cells[1].to_plain()),
            _ => None,
        })
        .collect();
    assert_eq!(named.len(), 1, "the row of somebody else is in no excerpt: {named:?}");
    assert!(named[0].ends_with("Nguyễn Văn An"));
}

#[test]
fn the_foot_of_a_full_copy_begins_where_the_sheet_is_free() {
    let foot = drafted("copy-foot", &facts(), &[("copy", "SL"), ("below", "182,5"), ("number", "12")]);
    let blocks = blocks(&foot);
    assert!(matches!(blocks[0], Block::Below(distance) if distance == 182.5), "{:?}", blocks[0]);
    let Block::Copy(head) = &blocks[1] else { panic!("the head: {:?}", blocks[1]) };
    assert_eq!((head.form.to_plain(), head.number.to_plain()), ("SAO LỤC".into(), "Số: 12/SL-STP".into()));
    let odd = drafted("copy-foot", &facts(), &[("below", "giữa trang")]);
    assert!(odd.diagnostics.iter().any(|found| found.code == "bad-distance"), "{:?}", odd.diagnostics);
}
