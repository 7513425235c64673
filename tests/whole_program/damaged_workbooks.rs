//! Workbooks that cannot be taken in: a clear sentence that names the file, bounded memory, nothing half-imported.

use crate::support::{
    program::{Desk, Ended, PROGRAM},
    workbooks,
};
use serde_json::Value;
use std::{fs, path::Path, process::Command};

/// Memory of its own that the program may take for any workbook, however it was made.
#[cfg(unix)]
const MOST_MEMORY: u64 = 700 << 20;

/// Imports with bounded memory and expects a refusal that leaves the archive as it was. Gives the sentence.
fn refusal(name: &str, make: impl FnOnce(&Path)) -> String {
    let desk = Desk::new();
    desk.get(&["sample"]);
    let before = state(&desk);
    let file = desk.path(name);
    make(&file);
    let mut bounded = bounded();
    bounded.args(["--json", "import"]).arg(&file);
    let ended = Ended::of(desk.surround(bounded.args(["--round", "Đợt thử"])).output().expect("it starts"));
    assert_eq!(ended.code, 1, "{ended:?}");
    let answer: Value = serde_json::from_str(&ended.out).unwrap_or_else(|e| panic!("{e}: {ended:?}"));
    let sentence = answer["problem"]["message"].as_str().expect("a sentence").to_owned();
    assert!(sentence.contains(name), "the file is named: {sentence}");
    assert!(!sentence.to_lowercase().contains("panic") && ended.err.is_empty(), "{sentence} {}", ended.err);
    assert_eq!(state(&desk), before, "nothing may be half-imported");
    sentence
}

/// The program, which dies when it takes too much.
#[cfg(unix)]
fn bounded() -> Command {
    let mut bounded = Command::new("prlimit");
    bounded.arg(format!("--data={MOST_MEMORY}")).arg(PROGRAM);
    bounded
}

/// The program: what it takes is the same as on Linux, and Windows has no such command.
#[cfg(windows)]
fn bounded() -> Command {
    Command::new(PROGRAM)
}

/// Everything an import could leave behind.
fn state(desk: &Desk) -> Vec<Value> {
    ["rounds", "documents"].iter().map(|command| desk.get(&[command])).chain([desk.get(&["check"])]).collect()
}

#[test]
fn not_a_workbook() {
    let sentence = refusal("thư.xlsx", |file| fs::write(file, "Kính gửi văn phòng").expect("written"));
    assert!(sentence.contains("không phải"), "{sentence}");
}

#[test]
fn an_empty_file() {
    assert!(refusal("trống.xlsx", |file| fs::write(file, "").expect("written")).contains("trống"));
}

#[test]
fn a_file_that_is_not_there() {
    refusal("vắng.xlsx", |_| ());
}

#[test]
fn a_folder() {
    refusal("thư mục.xlsx", |file| fs::create_dir(file).expect("made"));
}

#[test]
fn sheets_without_cells() {
    refusal("không ô.xlsx", workbooks::without_cells);
}

#[test]
fn a_download_that_broke_off() {
    assert!(refusal("dở dang.xlsx", workbooks::cut_short).contains("hỏng"));
}

#[test]
fn protected_by_a_password() {
    assert!(refusal("mật.xlsx", workbooks::with_password).contains("mật khẩu"));
}

#[test]
fn without_the_columns_of_a_list() {
    refusal("kho hàng.xlsx", workbooks::without_the_columns);
}

#[test]
fn a_hundred_thousand_rows() {
    let sentence = refusal("dài.xlsx", |file| workbooks::long_list(file, 100_000));
    assert!(sentence.contains("dòng"), "{sentence}");
}

#[test]
fn a_zip_bomb() {
    refusal("bom.xlsx", |file| {
        workbooks::zip_bomb(file, 800);
        assert!(fs::metadata(file).expect("there").len() < 20 << 20, "small enough to be mailed");
    });
}
