//! The PDF: same bytes, exact text, every mark in the tag tree, fields to sign.

use std::collections::BTreeMap;

use document::Level;
use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};
use typesetting::{Fonts, pdf};

use crate::reading::{laid_out, runs};
use crate::samples::{certificates, decision, hostile, minutes, paper, t};

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

/// The map from codes to text of every font of a page.
fn maps(file: &Document, page: ObjectId) -> BTreeMap<Vec<u8>, BTreeMap<u16, String>> {
    let fonts = file.get_page_fonts(page).expect("the page has fonts");
    fonts
        .into_iter()
        .map(|(name, font)| {
            let stream = font.get(b"ToUnicode").and_then(Object::as_reference).expect("a text map");
            let stream = file.get_object(stream).and_then(Object::as_stream).expect("a stream");
            let text = String::from_utf8(stream.decompressed_content().expect("plain text")).expect("ASCII");
            let entries = text.lines().filter_map(|line| {
                let (code, units) = line.strip_prefix('<')?.strip_suffix('>')?.split_once("> <")?;
                let units: Vec<u16> = (0..units.len() / 4)
                    .filter_map(|at| u16::from_str_radix(&units[at * 4..at * 4 + 4], 16).ok())
                    .collect();
                Some((u16::from_str_radix(code, 16).ok()?, String::from_utf16(&units).ok()?))
            });
            (name, entries.collect())
        })
        .collect()
}

/// What a reader copies from a page, in the order of the file.
fn copied(file: &Document, page: ObjectId) -> String {
    let maps = maps(file, page);
    let content = Content::decode(&file.get_page_content(page)).expect("operators");
    let mut font = Vec::new();
    let mut out = String::new();
    for operation in content.operations {
        match operation.operator.as_str() {
            "Tf" => font = operation.operands[0].as_name().expect("a font name").to_vec(),
            "TJ" => {
                for shown in operation.operands[0].as_array().expect("an array") {
                    if let Object::String(bytes, _) = shown {
                        for code in bytes.chunks(2) {
                            out.push_str(&maps[&font][&u16::from_be_bytes([code[0], code[1]])]);
                        }
                    }
                }
            }
            _ => {}
        }
    }
    out
}

#[test]
fn copied_text_is_exactly_what_was_written() {
    let tricky =
        paper(vec![document::Block::Paragraph(t("Đ Ð đ ð\u{a0}x “ngoặc” – gạch m\u{303} x\u{323}\u{30c}"))]);
    for document in [decision(28), minutes(), certificates(2), tricky] {
        let layout = laid_out(&document);
        let file = read(&pdf(&layout, &Fonts::bundled()).expect("written"));
        for (page, (_, id)) in layout.pages.iter().zip(file.get_pages()) {
            let framed: String = runs(page).map(|(_, run)| run.text.as_str()).collect();
            assert_eq!(copied(&file, id), framed, "the file holds the frames' own text");
        }
    }
}

#[test]
fn everything_on_a_page_is_tagged_or_an_artifact_and_every_mark_has_an_owner() {
    let document = decision(40);
    let file = read(&written(&document));
    let root = catalog(&file).get(b"StructTreeRoot").and_then(Object::as_reference).expect("a tag tree");
    let parents =
        file.get_dictionary(root).and_then(|root| root.get(b"ParentTree")?.as_reference()).expect("parents");
    let numbers =
        file.get_dictionary(parents).and_then(|tree| tree.get(b"Nums")?.as_array()).expect("numbers");
    for (index, (_, page)) in file.get_pages().into_iter().enumerate() {
        let owners = file.get_object(numbers[index * 2 + 1].as_reference().expect("a list")).expect("a list");
        let owners = owners.as_array().expect("a list");
        let content = Content::decode(&file.get_page_content(page)).expect("operators");
        let (mut depth, mut marks) = (0, 0);
        for operation in content.operations {
            match operation.operator.as_str() {
                "BDC" => {
                    depth += 1;
                    let mark = operation.operands[1].as_dict().and_then(|map| map.get(b"MCID")?.as_i64());
                    let mark = usize::try_from(mark.expect("a number")).expect("positive");
                    let owner = owners[mark].as_reference().expect("an owner");
                    let kind = file
                        .get_dictionary(owner)
                        .and_then(|owner| owner.get(b"S")?.as_name())
                        .expect("a kind");
                    assert_eq!(operation.operands[0].as_name().expect("a tag"), kind, "mark and owner agree");
                    marks += 1;
                }
                "BMC" => depth += 1,
                "EMC" => depth -= 1,
                "TJ" | "S" | "f" | "B" => {
                    assert_eq!(depth, 1, "page {index}: something is drawn outside any mark")
                }
                _ => {}
            }
        }
        assert_eq!(marks, owners.len(), "page {index}: as many marks as owners");
    }
}

#[test]
fn the_file_says_what_it_is() {
    let file = read(&written(&decision(3)));
    let catalog = catalog(&file);
    assert_eq!(catalog.get(b"Lang").and_then(Object::as_str).expect("a language"), b"vi-VN", "in Vietnamese");
    let packet = catalog.get(b"Metadata").and_then(Object::as_reference).expect("metadata");
    let packet = file.get_object(packet).and_then(Object::as_stream).expect("a stream");
    let xmp = String::from_utf8(packet.content.clone()).expect("plain text");
    for part in [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "Bảng Vàng",
        "Quyết định về việc tặng Giấy khen",
        "&lt;tổng kết &amp; biểu dương&gt;",
        "2026-01-05T08:30:00+07:00",
    ] {
        assert!(xmp.contains(part), "the metadata have {part}");
    }
    let intents = catalog.get(b"OutputIntents").and_then(Object::as_array).expect("colours");
    let kind = intents[0].as_dict().and_then(|intent| intent.get(b"S")?.as_name()).expect("a kind");
    assert_eq!(kind, b"GTS_PDFA1", "colours are sRGB");
}

#[test]
fn the_signature_fields_are_empty_and_named() {
    let file = read(&written(&minutes()));
    let form = catalog(&file).get(b"AcroForm").and_then(Object::as_dict).expect("a form");
    let fields = form.get(b"Fields").and_then(Object::as_array).expect("fields");
    let names: Vec<String> = fields
        .iter()
        .map(|field| {
            let field = file.get_dictionary(field.as_reference().expect("a field")).expect("a field");
            assert!(!field.has(b"V"), "nobody has signed");
            assert!(
                field.has(b"P") && field.has(b"AP") && field.has(b"StructParent"),
                "the field is complete"
            );
            let bytes = field.get(b"T").and_then(Object::as_str).expect("a name");
            let units: Vec<u16> =
                bytes[2..].chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16(&units).expect("UTF-16")
        })
        .collect();
    assert_eq!(names, ["ChuKyThuKy", "ChuKyChuToa", "DauCoQuan"], "as the document names them");
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
