//! Files that must not be taken in: each refused with a sentence that names it, none with a panic, memory in bounds.
#![allow(clippy::unwrap_used, reason = "a test may stop at what should not happen")]

mod common;

use common::{options, try_read};
use exchange::{ExchangeError, MAX_ROWS, OutColumn, read_workbook, recognise_list, write_list};
use proptest::prelude::*;
use std::io::{Cursor, Write};

const NAME: &str = "danh-sách.xlsx";

fn refused(bytes: &[u8]) -> ExchangeError {
    let error = read_workbook(bytes, NAME).expect_err("the file must be refused");
    let message = error.to_string();
    assert!(message.contains(NAME), "the sentence names the file: {message}");
    assert!(message.ends_with('.') && !message.contains('!'), "a plain sentence: {message}");
    assert_eq!(error.values().get("file").map(String::as_str), Some(NAME));
    error
}

fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The parts of an .xlsx with one sheet.
fn xlsx_of(sheet: &[u8]) -> Vec<u8> {
    let parts: &[(&str, &[u8])] = &[
        (
            "[Content_Types].xml",
            br#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#,
        ),
        (
            "_rels/.rels",
            br#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
        ),
        (
            "xl/workbook.xml",
            br#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
        ),
        (
            "xl/_rels/workbook.xml.rels",
            br#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
        ),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    zip(parts)
}

fn sheet(rows: &str) -> Vec<u8> {
    let xml = format!(
        r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
    );
    xml.into_bytes()
}

fn text_cell(at: &str, text: &str) -> String {
    format!(r#"<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>"#)
}

fn small_list() -> String {
    let heads = text_cell("A1", "Họ và tên") + &text_cell("B1", "Danh hiệu");
    let row = text_cell("A2", "Ông Nguyễn Văn A") + &text_cell("B2", "LĐTT");
    format!(r#"<row r="1">{heads}</row><row r="2">{row}</row>"#)
}

#[test]
fn the_workbook_made_by_hand_is_sound() {
    let list = try_read(&xlsx_of(&sheet(&small_list()))).unwrap();
    assert_eq!(list.counts().new, 1, "the frame of the other tests is not what they refuse");
}

#[test]
fn not_a_workbook() {
    assert_eq!(refused(b"").code(), "workbook-empty-file");
    for bytes in [
        &b"hello"[..],
        b"%PDF-1.7 and so on",
        b"<html><body><table><tr><td>STT</td></tr></table></body></html>",
        b"\xEF\xBB\xBFSTT,\"H\xE1\xBB\x8D v\xC3\xA0 t\xC3\xAAn\"",
        &[0xFF; 4096],
    ] {
        assert_eq!(refused(bytes).code(), "not-a-workbook");
    }
    let html = refused(b"<html><table><tr><td>STT</td></tr></table></html>").to_string();
    assert!(html.contains("trang web"), "web exports named .xls are met often: {html}");
    assert_eq!(refused(&zip(&[("readme.txt", b"x")])).code(), "not-a-workbook");
    let word = zip(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w/>")]);
    assert!(refused(&word).to_string().contains("Word"));
    let binary = zip(&[("[Content_Types].xml", b"<Types/>"), ("xl/workbook.bin", b"")]);
    assert_eq!(refused(&binary).code(), "workbook-unsupported-format");
}

#[test]
fn damaged_containers() {
    let sound = xlsx_of(&sheet(&small_list()));
    for length in [4, sound.len() / 4, sound.len() / 2, sound.len() - 10] {
        assert_eq!(
            refused(&sound[..length]).code(),
            "workbook-damaged",
            "cut at {length} of {}",
            sound.len()
        );
    }
    let broken = xlsx_of(b"<worksheet><sheetData><row><c r=\"A1\"");
    assert_eq!(refused(&broken).code(), "workbook-damaged", "XML that ends in the middle");
    let no_sheet = zip(&[("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<workbook/>")]);
    let error = refused(&no_sheet);
    assert!(matches!(error.code(), "workbook-damaged" | "workbook-nothing-inside"), "{error}");
    let mut flipped = sound.clone();
    let middle = flipped.len() / 3;
    for byte in &mut flipped[middle..middle + 40] {
        *byte ^= 0x5A;
    }
    // What a flipped byte hits decides; nothing but a result or a sentence may come of it.
    let _ = read_workbook(&flipped, NAME);
}

#[test]
fn an_empty_workbook() {
    assert_eq!(refused(&xlsx_of(&sheet(""))).code(), "workbook-nothing-inside");
    let error = try_read(&xlsx_of(&sheet(r#"<row r="1"><c r="A1"><v>5</v></c></row>"#))).unwrap_err();
    assert_eq!(error.code(), "workbook-no-list", "a workbook without a list says so");
}

#[test]
fn missing_columns_are_named() {
    let rows = format!(
        r#"<row r="1">{}{}{}</row><row r="2">{}{}{}</row>"#,
        text_cell("A1", "STT"),
        text_cell("B1", "Họ và tên"),
        text_cell("C1", "Đơn vị"),
        r#"<c r="A2"><v>1</v></c>"#,
        text_cell("B2", "Nguyễn Văn A"),
        text_cell("C2", "Văn phòng Sở")
    );
    let error = try_read(&xlsx_of(&sheet(&rows))).unwrap().complete().unwrap_err();
    assert_eq!(error.code(), "workbook-missing-columns");
    assert!(error.to_string().contains("danh hiệu, hình thức khen thưởng"), "{error}");
}

#[test]
fn password_protected() {
    let mut container = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    container.create_stream("/EncryptionInfo").unwrap().write_all(&[4, 0, 4, 0]).unwrap();
    container.create_stream("/EncryptedPackage").unwrap().write_all(&[0; 64]).unwrap();
    assert_eq!(refused(&container.into_inner().into_inner()).code(), "workbook-password-protected");
    // An old .xls with a FILEPASS record.
    let mut container = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    let mut records = vec![0x09, 0x08, 0x10, 0x00];
    records.extend([0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    records.extend([0x2F, 0x00, 0x06, 0x00, 1, 0, 1, 0, 2, 0]);
    container.create_stream("/Workbook").unwrap().write_all(&records).unwrap();
    assert_eq!(refused(&container.into_inner().into_inner()).code(), "workbook-password-protected");
}

#[test]
fn what_inflates_too_much_is_not_parsed() {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let parts = ["[Content_Types].xml", "xl/workbook.xml"];
    for part in parts {
        zip.start_file(part, zip::write::SimpleFileOptions::default()).unwrap();
    }
    zip.start_file("xl/worksheets/sheet1.xml", zip::write::SimpleFileOptions::default()).unwrap();
    let blanks = vec![b' '; 1024 * 1024];
    for _ in 0..210 {
        zip.write_all(&blanks).unwrap();
    }
    let bytes = zip.finish().unwrap().into_inner();
    assert!(bytes.len() < 1024 * 1024, "a small file: {}", bytes.len());
    assert_eq!(refused(&bytes).code(), "workbook-inflates-too-much");
}

#[test]
fn a_part_of_too_many_tags_is_not_parsed() {
    // Formats that cost the parser a hundred times their bytes.
    let styles = format!("<styleSheet><cellXfs>{}</cellXfs></styleSheet>", "<xf/>".repeat(700_000));
    let bytes = zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("xl/workbook.xml", b"<workbook/>"),
        ("xl/styles.xml", styles.as_bytes()),
    ]);
    assert_eq!(refused(&bytes).code(), "workbook-too-much-data");
}

#[test]
fn too_large_a_file() {
    let mut bytes = xlsx_of(&sheet(&small_list()));
    bytes.resize(21 * 1024 * 1024, 0);
    let error = refused(&bytes);
    assert_eq!(error.code(), "workbook-too-large");
    assert!(error.to_string().contains("20 MB"), "{error}");
}

#[test]
fn a_cell_in_the_last_corner_costs_one_cell() {
    let rows = small_list() + &format!(r#"<row r="1048576">{}</row>"#, text_cell("XFD1048576", "x"));
    let list = try_read(&xlsx_of(&sheet(&rows))).unwrap();
    assert_eq!(list.counts().new, 1, "the list itself is read");
    let told = list.problems.iter().find(|p| p.code == "cells-left-out").expect("what was left out is said");
    assert!(told.message.contains("XFD1048576"), "{}", told.message);
    let rows = small_list() + &format!(r#"<row r="1048576">{}</row>"#, text_cell("A1048576", "x"));
    let list = try_read(&xlsx_of(&sheet(&rows))).unwrap();
    assert!(list.rows.len() < 200, "a million blank rows are not listed: {}", list.rows.len());
    // A stated size is believed by nobody.
    let stated = String::from_utf8(sheet(&small_list())).unwrap();
    let stated = stated.replace("<sheetData>", r#"<dimension ref="A1:XFD1048576"/><sheetData>"#);
    assert_eq!(try_read(&xlsx_of(stated.as_bytes())).unwrap().counts().new, 1);
    let merged = String::from_utf8(sheet(&small_list())).unwrap();
    let merged = merged
        .replace("</sheetData>", r#"</sheetData><mergeCells><mergeCell ref="C1:XFD1048576"/></mergeCells>"#);
    assert_eq!(try_read(&xlsx_of(merged.as_bytes())).unwrap().counts().new, 1);
}

#[test]
fn too_long_a_cell() {
    let rows = format!(r#"<row r="1">{}</row>"#, text_cell("B1", &"ă".repeat(32_768)));
    let error = refused(&xlsx_of(&sheet(&rows)));
    assert_eq!(error.code(), "workbook-cell-too-long");
    assert!(error.to_string().contains("B1"), "{error}");
}

fn big(rows: u32) -> Vec<u8> {
    let columns = [
        OutColumn::number("STT", 6.0),
        OutColumn::new("Họ và tên", 30.0),
        OutColumn::new("Năm sinh", 12.0),
        OutColumn::new("Đơn vị", 40.0),
        OutColumn::new("Danh hiệu", 30.0),
    ];
    let rows = (1..=rows).map(|n| {
        let name = format!("Nguyễn Văn {}", ["An", "Bình", "Cường", "Dũng"][n as usize % 4]);
        let unit = format!("Phòng Công chứng số {n}");
        [n.to_string(), name, "1980".to_owned(), unit, "Lao động tiên tiến".to_owned()]
    });
    write_list("Danh sách", "DANH SÁCH ĐỀ NGHỊ", &columns, rows).unwrap()
}

#[test]
fn ten_thousand_rows_are_read_and_a_hundred_thousand_refused() {
    let list = try_read(&big(10_000)).unwrap();
    assert_eq!((list.counts().total, list.counts().new), (10_000, 10_000));
    let bytes = big(100_000);
    let error = refused(&bytes);
    assert_eq!(error.code(), "workbook-too-many-rows");
    let message = error.to_string();
    assert!(message.contains("50.000") && message.contains("Chưa có dòng nào được nhập"), "{message}");
    assert_eq!(MAX_ROWS, 50_000, "the sentence names the cap");
}

#[test]
fn what_looks_like_a_formula_comes_back_as_text() {
    let columns = [OutColumn::new("Họ và tên", 30.0), OutColumn::new("Danh hiệu", 30.0)];
    let hostile = ["=1+1", "+84 912", "-", "@SUM(A1)", "＝1+1", "\t=1", "=HYPERLINK(\"http://x\")"];
    let rows = hostile.map(|text| [text.to_owned(), "LĐTT".to_owned()]);
    let bytes = write_list("S", "", &columns, rows.clone()).unwrap();
    assert_eq!(bytes, write_list("S", "", &columns, rows).unwrap(), "the same list gives the same bytes");
    let book = read_workbook(&bytes, NAME).unwrap();
    for (index, text) in (1_u32..).zip(hostile) {
        assert_eq!(book.sheets[0].cell(index, 0).unwrap().value.shown(), text, "typed as text, unchanged");
    }
    let mut zip = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
    let mut xml = String::new();
    std::io::Read::read_to_string(&mut zip.by_name("xl/worksheets/sheet1.xml").unwrap(), &mut xml).unwrap();
    assert!(!xml.contains("<f>"), "no formula is written");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2048), head in 0_usize..4) {
        let magic: &[u8] = [&b""[..], b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"<html"][head];
        let _ = read_workbook(&[magic, &bytes].concat(), NAME);
    }

    #[test]
    fn arbitrary_sheet_xml_never_panics(xml in "(<(row|c|v|is|t|f)( r=\"[A-Z]{1,4}[0-9]{1,8}\")?( t=\"(s|str|inlineStr|n|b|e|d)\")?/?>|</(row|c|v|is|t|f)>|[0-9a-z.]{1,5}){0,40}") {
        let _ = try_read(&xlsx_of(&sheet(&xml)));
    }

    #[test]
    fn arbitrary_grids_never_panic_and_add_up(
        cells in proptest::collection::vec(
            proptest::collection::vec(
                prop_oneof![
                    2 => Just(String::new()),
                    6 => "\\PC{0,12}",
                    3 => proptest::sample::select(WORDS).prop_map(str::to_owned),
                    1 => "[0-9]{1,5}",
                ],
                0..9,
            ),
            0..24,
        )
    ) {
        let rows: Vec<Vec<&str>> = cells.iter().map(|r| r.iter().map(String::as_str).collect()).collect();
        let rows: Vec<exchange::Row> = (0..).zip(&rows).map(|(index, cells)| exchange::Row {
            index,
            cells: (0..).zip(cells).filter(|(_, t)| !t.is_empty()).map(|(column, text)| exchange::Cell {
                column,
                value: text.parse().map_or_else(|_| exchange::Value::Text((*text).to_owned()), exchange::Value::Number),
                font: exchange::FontHint::None,
            }).collect(),
        }).filter(|r: &exchange::Row| !r.cells.is_empty()).collect();
        let filled = rows.len();
        let sheet = exchange::Sheet { name: "S".to_owned(), rows, ..exchange::Sheet::default() };
        if let Ok(list) = recognise_list(&sheet, &options()) {
            let counts = list.counts();
            prop_assert_eq!(counts.total, counts.new + counts.repeated + counts.question, "every row is accounted for");
            let listed = list.rows.iter().filter(|r| r.part == 0 && !r.cells.is_empty()).count();
            prop_assert_eq!(listed, filled, "every filled row is listed once");
            for row in &list.rows {
                prop_assert!(row.verdict != exchange::RowVerdict::Question || !row.problems.is_empty(), "a question has a reason");
                prop_assert!(row.verdict != exchange::RowVerdict::New || (row.honoree.is_some() && row.kind.is_some()), "a new row says who and what");
            }
        }
    }
}

const WORDS: &[&str] = &[
    "STT",
    "Họ và tên",
    "Danh hiệu",
    "Đơn vị",
    "Ngày sinh",
    "Giới tính",
    "Chức vụ",
    "TẬP THỂ",
    "CÁ NHÂN",
    "I",
    "II",
    "A.",
    "LĐTT",
    "CSTĐCS",
    "Giấy khen",
    "Nguyễn Văn A",
    "Ông Lê B",
    "Phòng Công chứng số 1",
    "Nam",
    "Nữ",
    "x",
    "1/1/1980",
    "Tổng cộng: 3 tập thể, 5 cá nhân",
    "GIÁM ĐỐC",
    "Năm sinh",
    "(1)",
    "Hä vµ tªn",
    "Hoï vaø teân",
    "ph¹m",
    "1.",
];
