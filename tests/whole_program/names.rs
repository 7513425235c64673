//! File names as they come and as they go: found in either form of their letters, kept and written composed, never a device of
//! Windows, in deep folders, and a file that somebody else has open.

use crate::support::{
    program::Desk,
    sample::{ROUND, workbook},
};
use serde_json::Value;
use std::{fs, path::PathBuf};
use unicode_normalization::UnicodeNormalization as _;

fn names_in(folder: PathBuf) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("there").flatten();
    let mut names: Vec<String> = entries.map(|e| e.file_name().into_string().expect("text")).collect();
    names.sort();
    names
}

#[test]
fn names_are_found_in_either_form_and_kept_and_written_composed() {
    let desk = Desk::new();
    desk.get(&["sample"]);
    let apart: String = "Danh sách đề nghị.xlsx".nfd().collect();
    fs::copy(workbook(), desk.path(&apart)).expect("copied, as from a Mac");
    let (imported, code) = desk.ask(&["import", "Danh sách đề nghị.xlsx", "--round", ROUND]);
    assert!(code == 0 || code == 2, "{imported}");
    let kept = desk.get(&["attach", "conf-1", "Danh sách đề nghị.xlsx"]);
    assert_eq!(kept["name"], "Danh sách đề nghị.xlsx", "kept under its composed name");

    let paper = desk.draft_for_round("decision-commendation");
    fs::create_dir(desk.path("ra")).expect("made");
    let typed: String = "Quyết định số 15.pdf".nfd().collect();
    desk.get(&["export", &paper, "--to", &format!("ra/{typed}")]);
    desk.get(&["export", &paper, "--to", "ra/Quyết định số 15.pdf"]);
    assert_eq!(names_in(desk.path("ra")), ["Quyết định số 15.pdf"], "one file, in NFC");
}

#[test]
fn a_device_of_windows_is_no_file_to_write() {
    let desk = Desk::with_round();
    let paper = desk.draft_for_round("decision-commendation");
    fs::create_dir(desk.path("ra")).expect("made");
    for name in ["CON.pdf", "nul.pdf", "Com1.pdf", "LPT9"] {
        let (code, sentence) = desk.refused(&["export", &paper, "--to", &format!("ra/{name}")]);
        assert_eq!(code, "file", "{sentence}");
        assert!(sentence.contains("tên tệp không hợp lệ"), "{sentence}");
    }
    desk.get(&["export", &paper, "--to", "ra/Common.pdf"]);
    assert_eq!(names_in(desk.path("ra")), ["Common.pdf"], "nothing else was left");
}

#[test]
fn deep_folders_with_vietnamese_names_take_archive_and_exports() {
    let desk = Desk::new();
    let mut deep = desk.path("Thi đua");
    // Longer than the 260 letters that Windows takes in a plain path.
    while deep.as_os_str().len() < 340 {
        deep.push("Hồ sơ khen thưởng năm 2025, bản chính thức");
    }
    let archive = deep.join("kho").into_os_string().into_string().expect("text");
    let get = |words: &[&str]| -> Value { desk.get(&[&["--archive", &archive], words].concat()) };
    get(&["sample"]);
    let report = get(&["draft", "conference-report", "--conference", "conf-1"]);
    let to = deep.join("Báo cáo.pdf");
    get(&["export", report["id"].as_str().expect("an id"), "--to", to.to_str().expect("text")]);
    assert!(fs::read(&to).expect("written").starts_with(b"%PDF-"));
    get(&["backup"]);
    assert_eq!(get(&["check"])["sound"], true);
}

#[cfg(windows)]
#[test]
fn a_file_that_another_program_has_open_is_told_so() {
    use std::os::windows::fs::OpenOptionsExt as _;
    let desk = Desk::with_round();
    let paper = desk.draft_for_round("decision-commendation");
    let list = desk.path("danh sách.xlsx");
    fs::copy(workbook(), &list).expect("copied");
    // Nobody else may even read it.
    let held = fs::OpenOptions::new().read(true).share_mode(0).open(&list).expect("opened");
    let (code, sentence) = desk.refused(&["attach", &paper, "danh sách.xlsx"]);
    assert!(sentence.contains("đang mở ở"), "{code}: {sentence}");
    drop(held);
    desk.get(&["attach", &paper, "danh sách.xlsx"]);

    desk.get(&["export", &paper, "--to", "quyết định.pdf"]);
    // As Acrobat has what it shows: others may read it, and nobody may write or replace it.
    let shown =
        fs::OpenOptions::new().read(true).share_mode(1).open(desk.path("quyết định.pdf")).expect("opened");
    let before = fs::read(desk.path("quyết định.pdf")).expect("read");
    let (code, sentence) = desk.refused(&["export", &paper, "--to", "quyết định.pdf"]);
    assert_eq!(code, "file-open-elsewhere", "{sentence}");
    assert_eq!(fs::read(desk.path("quyết định.pdf")).expect("read"), before, "what was there stays");
    drop(shown);
    desk.get(&["export", &paper, "--to", "quyết định.pdf"]);
}
