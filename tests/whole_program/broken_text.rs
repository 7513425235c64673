//! Text that is no text: halves of surrogate pairs and bytes that are no UTF-8, where they can enter. They are refused
//! with a sentence or left out; they never reach a paper.

use crate::support::{
    program::{Desk, Ended, tool},
    sample::ROUND,
    workbooks,
};
use serde_json::Value;
use std::{ffi::OsStr, os::unix::ffi::OsStrExt};

/// Half of an emoji as a reference and as the bytes some programs write for it, a byte that begins nothing, and
/// characters that XML cannot hold.
const BROKEN: [&[u8]; 5] = [b"&#xD83D;", b"\xED\xA0\xBD", b"\xFF", b"&#0;", b"&#xFFFE;"];

#[test]
fn a_workbook_with_broken_text_is_refused_by_name_or_read_without_it() {
    for broken in BROKEN {
        let desk = Desk::new();
        desk.get(&["sample"]);
        let file = desk.path("hỏng chữ.xlsx");
        workbooks::with_broken_text(&file, broken);
        let (answer, code) = desk.ask(&["import", file.to_str().expect("plain"), "--round", "Đợt thử"]);
        if code == 1 {
            let sentence = answer["problem"]["message"].as_str().expect("a sentence");
            assert!(sentence.contains("hỏng chữ.xlsx"), "{broken:?}: the file is named: {sentence}");
            continue;
        }
        assert!(code == 0 || code == 2, "{broken:?}: {code}: {answer}");
        let document = desk.get(&["draft", "decision-commendation", "--round", "Đợt thử"]);
        let document = document["id"].as_str().expect("an id").to_owned();
        let pdf = desk.path("hỏng chữ.pdf");
        desk.get(&["export", &document, "--to", pdf.to_str().expect("plain")]);
        tool("qpdf", &["--check".as_ref(), pdf.as_os_str()]);
        let text = tool("pdftotext", &[pdf.as_os_str(), "-".as_ref()]);
        assert!(text.contains("QUYẾT ĐỊNH"), "{broken:?}: the paper is whole");
        let letters = text.chars().filter(|letter| !letter.is_whitespace());
        for letter in letters {
            let sound = letter != '\u{fffd}' && letter != '\u{fffe}' && !letter.is_control();
            assert!(sound, "{broken:?}: U+{:04X} is in the paper", u32::from(letter));
        }
    }
}

#[test]
fn broken_text_on_the_command_line_is_refused() {
    let desk = Desk::with_round();
    for broken in [&b"summary=\xED\xA0\xBD"[..], b"summary=\xFF"] {
        let mut command = desk.command();
        command.args(["--json", "draft", "decision-commendation", "--round", ROUND, "--set"]);
        command.arg(OsStr::from_bytes(broken));
        let ended = Ended::of(command.output().expect("the program starts"));
        let answer: Value = serde_json::from_str(&ended.out).unwrap_or_else(|e| panic!("{e}: {ended:?}"));
        let sentence = answer["problem"]["message"].as_str().expect("a sentence");
        assert_eq!((ended.code, ended.err.as_str()), (64, ""), "wrongly written, not broken: {sentence}");
        assert!(sentence.contains("không đọc được"), "it says what is wrong: {sentence}");
    }
}
