//! The PDF: same bytes, small, bookmarks that lead to their headings. What it says is proved by other programs
//! (`tests/independent`).

use document::Level;
use lopdf::{Dictionary, Document, Object, ObjectId};
use typesetting::{Fonts, pdf};

use crate::reading::laid_out;
use crate::samples::{certificates, decision, hostile, paper, t};

fn written(document: &document::Document) -> Vec<u8> {
    pdf(&laid_out(document), &Fonts::bundled()).expect("the file is written")
}

fn read(bytes: &[u8]) -> Document {
    Document::load_mem(bytes).expect("the file is read back")
}

fn catalog(file: &Document) -> &Dictionary {
    file.catalog().expect("there is a catalog")
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    for document in [decision(28), certificates(3), hostile()] {
        assert!(written(&document) == written(&document), "two runs do not differ");
    }
}

#[test]
fn the_file_ends_with_a_line_end() {
    let bytes = written(&decision(3));
    assert!(bytes.starts_with(b"%PDF-1.7"), "version 1.7");
    assert!(bytes.ends_with(b"%%EOF\n"), "a signer can append to it");
}

#[test]
fn only_the_glyphs_used_are_embedded() {
    assert!(written(&decision(3)).len() < 90_000, "a decision is a small file");
}

#[test]
fn a_long_document_has_bookmarks_that_lead_to_its_headings() {
    let text = t(&"Trong năm 2025, công tác tư pháp đạt nhiều kết quả quan trọng. ".repeat(12));
    let blocks = (1..=20).flat_map(|part| {
        let level = if part % 4 == 1 { Level::Section } else { Level::Clause };
        let heading = document::Block::Heading { level, text: t(&format!("{part}. KẾT QUẢ")) };
        [heading, document::Block::Paragraph(text.clone()), document::Block::Paragraph(text.clone())]
    });
    let document = paper(blocks.collect());
    let layout = laid_out(&document);
    let file = read(&pdf(&layout, &Fonts::bundled()).expect("written"));
    let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
    let root = catalog(&file).get(b"Outlines").and_then(Object::as_reference).expect("bookmarks");
    let root = file.get_dictionary(root).expect("bookmarks");
    assert_eq!(root.get(b"Count").and_then(Object::as_i64).expect("a count"), 5, "five sections are shown");
    let mut at = root.get(b"First").and_then(Object::as_reference).ok();
    let mut sections = 0;
    while let Some(entry) = at.and_then(|id| file.get_dictionary(id).ok()) {
        let place = entry.get(b"Dest").and_then(Object::as_array).expect("a place");
        let page = pages
            .iter()
            .position(|page| Some(*page) == place[0].as_reference().ok())
            .expect("a page of the file");
        let words = format!("{}. KẾT QUẢ", sections * 4 + 1);
        assert_eq!(crate::reading::find(&layout, &words).0, page, "the bookmark leads to its heading's page");
        let kids = entry.get(b"Count").and_then(Object::as_i64).expect("clauses");
        assert_eq!(kids, -3, "the clauses are inside");
        sections += 1;
        at = entry.get(b"Next").and_then(Object::as_reference).ok();
    }
    assert_eq!(sections, 5, "every section has a bookmark");
    for short in [decision(3), certificates(8)] {
        assert!(!catalog(&read(&written(&short))).has(b"Outlines"), "short files and certificates need none");
    }
}
