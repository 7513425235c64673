//! Old .xls and OpenDocument files hold the same list as .xlsx.
#![allow(clippy::unwrap_used, reason = "a test may stop at what should not happen")]

mod common;

use common::{nominations, try_read};
use exchange::{LegacyEncoding, read_workbook};
use std::io::{self, Cursor};

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

#[test]
fn the_same_list_in_every_format() {
    for (name, encoding) in [
        ("danh-sach-unicode.xls", None),
        ("danh-sach-tcvn3.xls", Some(LegacyEncoding::Tcvn3)),
        ("danh-sach.ods", None),
    ] {
        let list = try_read(&fixture(name)).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert_eq!(list.header_row, 3, "{name}");
        assert_eq!(list.converted_from, encoding, "{name}");
        let read: Vec<(u32, String, String, Option<String>)> = nominations(&list)
            .iter()
            .map(|r| {
                let honoree = r.honoree.as_ref().unwrap();
                let birth = honoree.birth.map(|b| b.to_string());
                (r.row, honoree.name.clone(), r.kind.clone().unwrap(), birth)
            })
            .collect();
        let row = |row, name: &str, kind: &str, birth: Option<&str>| {
            (row, name.to_owned(), kind.to_owned(), birth.map(str::to_owned))
        };
        assert_eq!(
            read,
            [
                row(5, "Phòng Công chứng số 1", "advanced-labour-collective", None),
                row(7, "Nguyễn Văn Ấn", "advanced-labourer", Some("05/12/1969")),
                row(8, "Trần Thị Phượng", "base-emulation-fighter", Some("1975")),
            ],
            "{name}"
        );
    }
}

#[test]
fn a_workbook_whose_parts_are_named_with_backslashes_is_read() {
    let plain = fixture("de-nghi-khen-thuong-2025.xlsx");
    let mut from = zip::ZipArchive::new(Cursor::new(&plain)).unwrap();
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut part = from.by_index(index).unwrap();
        let name = part.name().unwrap().replace('/', "\\");
        to.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        io::copy(&mut part, &mut to).unwrap();
    }
    let backslashed = to.finish().unwrap().into_inner();
    let names = |bytes: &[u8]| -> Vec<String> {
        let list = try_read(bytes).unwrap();
        nominations(&list).iter().map(|row| row.honoree.as_ref().unwrap().name.clone()).collect()
    };
    assert!(!names(&plain).is_empty());
    assert_eq!(names(&backslashed), names(&plain), "as some programs of Windows write them");
}

#[test]
fn fonts_of_old_files_are_known() {
    let book = read_workbook(&fixture("danh-sach-tcvn3.xls"), "x.xls").unwrap();
    let fonts =
        book.sheets[0].rows.iter().flat_map(|r| &r.cells).filter(|c| c.font == exchange::FontHint::Tcvn3);
    assert!(fonts.count() > 10, "the font of each cell is a witness in .xls too");
}

#[test]
fn a_far_cell_of_an_old_file_makes_no_block_of_millions() {
    let error = read_workbook(&fixture("o-xa.xls"), "o-xa.xls").unwrap_err();
    assert_eq!(error.code(), "workbook-too-much-data", "{error}");
}

#[test]
fn damaged_old_files_end_in_a_sentence() {
    let whole = fixture("danh-sach-unicode.xls");
    for cut in (512..whole.len()).step_by(617) {
        let _ = read_workbook(&whole[..cut], "x.xls");
    }
    for at in (512..whole.len()).step_by(97) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0xFF;
        let _ = read_workbook(&bytes, "x.xls");
    }
    let whole = fixture("danh-sach.ods");
    for at in (0..whole.len()).step_by(53) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0xFF;
        let _ = read_workbook(&bytes, "x.ods");
    }
}
