//! Text of kept files for search: what Word and PDF programs write is read, what is made to harm costs nothing.
#![allow(clippy::unwrap_used, reason = "a test may stop at what should not happen")]

use exchange::{FileText, MAX_TEXT_LETTERS, read_text};
use proptest::prelude::*;
use std::io::{Cursor, Write};

fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn document(body: &str) -> String {
    format!(
        r#"<?xml version="1.0"?><w:document xmlns:w="urn:w" xmlns:mc="urn:mc"><w:body>{body}</w:body></w:document>"#
    )
}

fn docx(body: &str) -> Vec<u8> {
    zip(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", document(body).as_bytes())])
}

fn text(bytes: &[u8]) -> String {
    match read_text(bytes) {
        FileText::Text(text) => text,
        other => panic!("no text: {other:?}"),
    }
}

fn unreadable(bytes: &[u8]) -> String {
    match read_text(bytes) {
        FileText::Unreadable(why) => why,
        other => panic!("read: {other:?}"),
    }
}

#[test]
fn word_paragraphs_tables_and_notes_are_read() {
    let body = "<w:p><w:r><w:t>Quyết định tặng </w:t></w:r><w:r><w:t xml:space=\"preserve\">Bằng khen</w:t></w:r></w:p>\
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>A &amp; B &#x110;</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
        <w:p><w:r><w:delText>bỏ rồi</w:delText><w:tab/><w:t>cột</w:t><w:br/><w:t>dòng</w:t></w:r></w:p>\
        <mc:AlternateContent><mc:Choice><w:t>khung</w:t></mc:Choice><mc:Fallback><w:t>khung</w:t></mc:Fallback></mc:AlternateContent>";
    let bytes = zip(&[
        ("word/document.xml", document(body).as_bytes()),
        ("word/footnotes.xml", b"<w:footnotes xmlns:w='urn:w'><w:p><w:t>chu thich</w:t></w:p></w:footnotes>"),
        ("word/header1.xml", b"<w:hdr xmlns:w='urn:w'><w:p><w:t>dau trang</w:t></w:p></w:hdr>"),
        ("word/styles.xml", b"<w:styles xmlns:w='urn:w'><w:t>khong doc</w:t></w:styles>"),
    ]);
    assert_eq!(
        text(&bytes),
        "Quyết định tặng Bằng khen\n1\nA & B Đ\ncột\ndòng\nkhung\nchu thich\ndau trang",
        "what the reader of the paper sees, each once"
    );
}

#[test]
fn a_word_file_made_to_harm_is_refused() {
    let body = document("<w:p><w:t>&a;</w:t></w:p>");
    let dtd =
        body.replace("<w:document", "<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><w:document");
    assert!(unreadable(&zip(&[("word/document.xml", dtd.as_bytes())])).contains("DTD"), "no declarations");
    assert!(unreadable(&zip(&[("word/document.xml", b"<w:document><w:p></w:document>")])).contains("XML"));
    let mut cut = docx("<w:p><w:t>a</w:t></w:p>");
    cut.truncate(cut.len() - 30);
    assert!(unreadable(&cut).contains("tệp nén"));
    let bomb = document(&" ".repeat(210 * 1024 * 1024));
    assert!(
        unreadable(&zip(&[("word/document.xml", bomb.as_bytes())])).contains("quá lớn"),
        "inflated bytes end"
    );
    let long = docx(&format!("<w:p><w:t>{}</w:t></w:p>", "chữ ".repeat(MAX_TEXT_LETTERS)));
    assert_eq!(text(&long).chars().count().div_ceil(10), MAX_TEXT_LETTERS / 10, "letters end");
    assert_eq!(
        read_text(&zip(&[("xl/workbook.xml", b"<a/>")])),
        FileText::Other,
        "a workbook is another matter"
    );
}

/// A PDF of one page; streams are given with their dictionaries.
fn pdf(objects: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (index, (dictionary, stream)) in objects.iter().enumerate() {
        places.push(out.len());
        write!(out, "{} 0 obj\n{dictionary}", index + 1).unwrap();
        if !stream.is_empty() {
            out.extend(b"\nstream\n");
            out.extend(stream);
            out.extend(b"\nendstream");
        }
        out.extend(b"\nendobj\n");
    }
    let start = out.len();
    write!(out, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).unwrap();
    for place in &places {
        writeln!(out, "{place:010} 00000 n ").unwrap();
    }
    write!(out, "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1)
        .unwrap();
    out
}

const TABLE: &str = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def\n\
    1 begincodespacerange <0000> <ffff> endcodespacerange\n\
    4 beginbfchar <0001> <0110> <0002> <1EE9> <0003> <0063> <0004> <0020> endbfchar\n\
    endcmap CMapName currentdict /CMap defineresource pop end end";

/// A page that draws `content` with /F1 (WinAnsi, half an em a letter) and /F2 (two bytes a letter, with a table).
fn page(content: &str) -> Vec<u8> {
    let stream = |dictionary: &str, bytes: &str| {
        (format!("<< {dictionary} /Length {} >>", bytes.len()), bytes.as_bytes().to_vec())
    };
    let plain = |dictionary: &str| (dictionary.to_owned(), Vec::new());
    pdf(&[
        plain("<< /Type /Catalog /Pages 2 0 R >>"),
        plain("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
        plain(
            "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> /XObject << /X 9 0 R >> >> >>",
        ),
        stream("", content),
        plain("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"),
        plain(
            "<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [7 0 R] /ToUnicode 8 0 R >>",
        ),
        plain("<< /Type /Font /Subtype /CIDFontType2 /DW 500 /W [1 [700 500]] >>"),
        stream("", TABLE),
        stream(
            "/Type /XObject /Subtype /Form /Resources << /Font << /F1 5 0 R >> /XObject << /X 9 0 R >> >>",
            "BT /F1 10 Tf 5 5 Td (stamp) Tj ET /X Do",
        ),
    ])
}

#[test]
fn letters_stand_where_the_page_puts_them() {
    let content = "BT /F2 10 Tf 50 700 Td <0001000200030004> Tj ET\n\
        BT /F1 10 Tf 50 680 Td [(Bang) -20 (khen) -600 (nam)] TJ ( 2025) Tj T* 0 -12 Td (dong hai) Tj ET\n\
        BT /F1 10 Tf 1 0 0 1 50 600 Tm (L) Tj 1 0 0 1 55 600 Tm (e) Tj 1 0 0 1 65 600 Tm (Ba) Tj ET\n\
        q 1 0 0 1 300 300 cm /X Do Q";
    assert_eq!(
        text(&page(content)),
        "Đức\nBangkhen nam 2025\ndong hai\nLe Ba".to_owned() + &"\nstamp".repeat(8),
        "codes by the font's table, blanks and lines by place, a form that draws itself only so deep"
    );
}

#[test]
fn a_pdf_without_letters_is_empty_and_a_broken_one_says_so() {
    assert_eq!(read_text(&page("0 0 m 10 10 l S")), FileText::Empty, "a scan has no text");
    assert!(unreadable(b"%PDF-1.7\nnothing more").contains("bị hỏng"));
    assert_eq!(read_text(b""), FileText::Other);
    assert_eq!(read_text(b"plain words"), FileText::Other);
}

#[test]
fn a_pdf_that_inflates_without_end_is_refused_before_it_is_opened() {
    let mut deflate = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    for _ in 0..160 {
        deflate.write_all(&vec![b' '; 1024 * 1024]).unwrap();
    }
    let bytes = deflate.finish().unwrap();
    let bomb = pdf(&[
        ("<< /Type /Catalog /Pages 2 0 R >>".into(), Vec::new()),
        ("<< /Type /Pages /Kids [] /Count 0 >>".into(), Vec::new()),
        (format!("<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length {} >>", bytes.len()), bytes),
    ]);
    assert!(unreadable(&bomb).contains("quá lớn"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_safe(bytes in prop::collection::vec(any::<u8>(), 0..2000), head in 0..3_usize) {
        let head: &[u8] = [b"%PDF-1.7\n", b"PK\x03\x04".as_slice(), b""][head];
        let _ = read_text(&[head, &bytes].concat());
    }

    #[test]
    fn a_file_that_was_damaged_is_safe(places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12), word in any::<bool>(), cut in any::<prop::sample::Index>()) {
        let mut bytes = match word {
            true => docx("<w:p><w:r><w:t>Quyết định</w:t></w:r></w:p>"),
            false => page("BT /F1 10 Tf 50 680 Td [(Bang) -20 (khen)] TJ /X Do ET"),
        };
        for (place, byte) in places {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        let _ = read_text(&bytes);
        let _ = read_text(&bytes[..cut.index(bytes.len())]);
    }

    #[test]
    fn any_words_come_back_from_word(words in "[A-Za-zÀ-ỹ0-9<>&\"']{1,12}( [A-Za-zÀ-ỹ0-9<>&\"']{1,12}){0,5}") {
        prop_assume!(words.chars().any(char::is_alphanumeric));
        let escaped = words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        prop_assert_eq!(text(&docx(&format!("<w:p><w:r><w:t>{escaped}</w:t></w:r></w:p>"))), words);
    }
}
