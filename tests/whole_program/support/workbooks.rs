//! Workbooks as they arrive when something is wrong with them, and long ones.

use rust_xlsxwriter::Workbook;
use std::{
    fs::File,
    io::{Cursor, Read, Write},
    path::Path,
};
use zip::{CompressionMethod, ZipArchive, ZipWriter, write::SimpleFileOptions};

/// Heads that a list of nominations has.
const HEADS: [&str; 6] =
    ["STT", "Họ và tên", "Ngày sinh", "Chức vụ, đơn vị", "Hình thức khen thưởng", "Thành tích"];

/// A well-formed list with so many rows, every honoree another.
pub(crate) fn long_list(path: &Path, rows: u32) {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, head) in (0..).zip(HEADS) {
        sheet.write(0, column, head).expect("a head fits");
    }
    for row in 1..=rows {
        let cells = [
            row.to_string(),
            person(row),
            format!("{:02}/{:02}/{}", 1 + row % 28, 1 + row % 12, 1965 + row % 35),
            format!("Chuyên viên, Phòng Nghiệp vụ {}", 1 + row % 12),
            "Giấy khen".to_owned(),
            "Hoàn thành xuất sắc nhiệm vụ năm 2025".to_owned(),
        ];
        for (column, cell) in (0..).zip(cells) {
            sheet.write(row, column, cell).expect("a cell fits");
        }
    }
    workbook.save(path).expect("the workbook is written");
}

/// A clearly invented name, another for every number.
fn person(number: u32) -> String {
    const FAMILY: [&str; 10] = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng"];
    const MIDDLE: [&str; 10] = ["Văn", "Thị", "Hữu", "Ngọc", "Minh", "Thanh", "Quốc", "Kim", "Đức", "Xuân"];
    const SECOND: [&str; 10] = ["An", "Bảo", "Châu", "Dũng", "Đạt", "Giang", "Hải", "Khánh", "Lộc", "Mỹ"];
    const GIVEN: [&str; 10] =
        ["Ánh", "Bình", "Cường", "Diễm", "Hạnh", "Khoa", "Liên", "Nghĩa", "Phượng", "Yến"];
    let digit = |place: u32| (number / 10_u32.pow(place) % 10) as usize;
    format!("{} {} {} {}", FAMILY[digit(3)], MIDDLE[digit(2)], SECOND[digit(1)], GIVEN[digit(0)])
}

/// A list in which the first name begins with bytes that are no text.
#[cfg_attr(windows, allow(dead_code, reason = "what is made of it is judged by programs of Linux"))]
pub(crate) fn with_broken_text(path: &Path, broken: &[u8]) {
    long_list(path, 3);
    let mut sound =
        ZipArchive::new(File::open(path).expect("the list is there")).expect("a workbook is a ZIP");
    let mut parts = Vec::new();
    for index in 0..sound.len() {
        let mut part = sound.by_index(index).expect("a part");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("a part is read");
        parts.push((part.name().expect("a name").to_string(), bytes));
    }
    let mut out = ZipWriter::new(File::create(path).expect("the list is written"));
    let mut changed = 0;
    for (name, mut bytes) in parts {
        let family = "Nguyễn".as_bytes();
        let at = bytes.windows(family.len()).position(|window| window == family);
        if let (Some(at), "xl/sharedStrings.xml") = (at, name.as_str()) {
            bytes.splice(at..at, broken.iter().copied());
            changed += 1;
        }
        out.start_file(name, SimpleFileOptions::default()).expect("a part begins");
        out.write_all(&bytes).expect("a part is written");
    }
    out.finish().expect("the workbook ends");
    assert_eq!(changed, 1, "the text was broken in one place");
}

/// A workbook whose columns say nothing about honorees.
pub(crate) fn without_the_columns(path: &Path) {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, head) in (0..).zip(["Mã hàng", "Số lượng", "Đơn giá"]) {
        sheet.write(0, column, head).expect("a head fits");
    }
    for row in 1..20 {
        sheet.write(row, 0, format!("H{row}")).expect("a cell fits");
        sheet.write(row, 1, row).expect("a cell fits");
        sheet.write(row, 2, row * 1000).expect("a cell fits");
    }
    workbook.save(path).expect("the workbook is written");
}

/// A workbook with sheets and no cells.
pub(crate) fn without_cells(path: &Path) {
    let mut workbook = Workbook::new();
    workbook.add_worksheet();
    workbook.save(path).expect("the workbook is written");
}

/// What Excel writes when a password is set: an OLE file around the encrypted package.
pub(crate) fn with_password(path: &Path) {
    let mut file = cfb::create(path).expect("the container is made");
    for (name, size) in [("/EncryptionInfo", 1_284), ("/EncryptedPackage", 24_000)] {
        let bytes: Vec<u8> = (0..size).map(|n: u32| (n * 167 % 251) as u8).collect();
        file.create_stream(name)
            .and_then(|mut stream| stream.write_all(&bytes))
            .expect("the stream is written");
    }
    file.flush().expect("the container is written");
}

/// A small file whose one sheet inflates to so many megabytes.
pub(crate) fn zip_bomb(path: &Path, megabytes: usize) {
    let mut plain = Cursor::new(Vec::new());
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write(0, 0, "Họ và tên").expect("a cell fits");
    workbook.save_to_writer(&mut plain).expect("the workbook is written");
    let mut from = zip::ZipArchive::new(plain).expect("a workbook is a zip file");
    let mut to = ZipWriter::new(File::create(path).expect("the file is made"));
    for index in 0..from.len() {
        let entry = from.by_index(index).expect("an entry");
        let sheet = entry.name().is_ok_and(|name| name == "xl/worksheets/sheet1.xml");
        if !sheet {
            to.raw_copy_file(entry).expect("the entry is copied");
        }
    }
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    to.start_file("xl/worksheets/sheet1.xml", options).expect("the sheet is begun");
    let head = r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>"#;
    to.write_all(head.as_bytes()).expect("the sheet is written");
    let row =
        r#"<row><c t="inlineStr"><is><t>Nguyễn Văn Bình Nguyễn Văn Bình Nguyễn Văn Bình</t></is></c></row>"#;
    let block = row.repeat((1 << 20) / row.len());
    for _ in 0..megabytes {
        to.write_all(block.as_bytes()).expect("the sheet is written");
    }
    to.write_all(b"</sheetData></worksheet>").expect("the sheet is written");
    to.finish().expect("the zip file is written");
}

/// The first half of a good workbook: a download that broke off.
pub(crate) fn cut_short(path: &Path) {
    let mut whole = Cursor::new(Vec::new());
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write(0, 0, "Họ và tên").expect("a cell fits");
    workbook.save_to_writer(&mut whole).expect("the workbook is written");
    let bytes = whole.into_inner();
    std::fs::write(path, &bytes[..bytes.len() / 2]).expect("the file is written");
}
