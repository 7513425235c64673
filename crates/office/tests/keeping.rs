//! Keeping for decades: the whole archive out and in again.

mod desk;

use desk::{Desk, text};
use serde_json::json;
use std::fs;

/// A desk with a round, an issued decision and a signed copy of it.
fn worked() -> (Desk, String) {
    let mut desk = Desk::with_sample();
    let round = text(&desk.import("Tổng kết năm 2025")["round"]).to_owned();
    let decision = desk.draft("decision-commendation", &round);
    desk.propose(&decision);
    desk.call("issue", json!({ "id": decision, "number": "15", "date": "2025-12-15" }));
    (desk, decision)
}

#[test]
fn the_whole_archive_goes_out_with_an_index_and_words_and_comes_back_equal() {
    let (mut desk, _) = worked();
    let to = desk.path("xuất");
    let written = desk.call("export_all", json!({ "path": to }));
    assert!(written["files"].as_u64().is_some_and(|files| files > 15), "{written}");
    let words = fs::read_to_string(to.join("ĐỌC-TÔI.txt")).expect("there are words for people");
    assert!(words.contains("sha256sum -c SHA256SUMS") && !words.contains('{'), "they are complete: {words}");
    let index = fs::read(to.join("Mục lục.xlsx")).expect("there is an index");
    let index = exchange::read_workbook(&index, "Mục lục.xlsx").expect("Excel reads it");
    let names: Vec<&str> = index.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["Văn bản", "Khen thưởng", "Đối tượng", "Hội nghị", "Tệp"]);

    let looked = desk.call("look_into_folder", json!({ "path": to }));
    let mut other = Desk::new();
    let taken = other.call("import_all", json!({ "path": to }));
    assert_eq!(taken, looked, "what was shown beforehand came in");
    for (command, request) in [
        ("conferences", json!({})),
        ("rounds", json!({})),
        ("document", json!({ "id": "doc-1" })),
        ("search", json!({ "text": "quyet dinh", "limit": 50 })),
    ] {
        assert_eq!(
            other.call(command, request.clone()),
            desk.call(command, request),
            "{command} says the same"
        );
    }
    assert_eq!(other.call("check", json!({}))["sound"], true);
    let again = other.refused("import_all", json!({ "path": to }));
    assert_eq!(again.code, "refused", "only an empty archive takes a folder in");
}

#[test]
fn the_archives_own_folder_is_no_place_for_an_export() {
    let (mut desk, _) = worked();
    let inside = desk.path("kho").join("xuất");
    assert_eq!(desk.refused("export_all", json!({ "path": inside })).code, "inside-archive");
}
