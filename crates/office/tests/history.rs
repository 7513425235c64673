//! "What happened to this document?": pages of entries, and what each changed in the officer's words.

mod desk;

use desk::{Desk, list, text};
use serde_json::json;
use std::collections::BTreeSet;

#[test]
fn the_history_of_a_document_tells_every_change_in_words() {
    let mut desk = Desk::with_sample();
    let round = text(&desk.import("Tổng kết năm 2025")["round"]).to_owned();
    let id = desk.draft("decision-commendation", &round);
    desk.propose(&id);
    desk.call("set_field", json!({ "id": id, "key": "summary", "value": "Về việc tặng Giấy khen" }));
    desk.call("issue", json!({ "id": id, "number": "15", "date": "2025-12-15" }));
    let undone = desk.call("undo", json!({}));
    assert!(text(&undone["what"]).starts_with("Ban hành"), "it says which change was taken back: {undone}");
    let page = desk.call("history", json!({ "id": id, "before": null, "count": 2 }));
    assert_eq!(page["more"], true, "no more than a page at a time");
    let entries = list(&page["entries"]).to_vec();
    assert_eq!(
        (entries.len(), text(&entries[0]["kind"])),
        (2, "undo"),
        "the newest first, told as taken back"
    );
    let next = desk.call("history", json!({ "id": id, "before": entries[1]["number"], "count": 50 }));
    let summary = list(&next["entries"])[0].clone();
    assert!(text(&summary["action"]).contains("Trích yếu"), "{summary}");
    let changes = desk.call("entry_changes", json!({ "number": summary["number"], "from": 0 }));
    let thing = &list(&changes["things"])[0];
    assert_eq!((text(&thing["what"]), text(&thing["fate"])), ("Văn bản", "changed"));
    let after = |label: &str| {
        list(&thing["fields"])
            .iter()
            .find(|field| field["label"] == label)
            .map(|field| text(&field["after"]).to_owned())
    };
    assert_eq!(
        after("Trích yếu").as_deref(),
        Some("Về việc tặng Giấy khen"),
        "by the form's own label: {thing}"
    );
    let issued = desk.call("entry_changes", json!({ "number": entries[1]["number"], "from": 0 }));
    let date = list(&issued["things"])
        .iter()
        .flat_map(|thing| list(&thing["fields"]))
        .find(|field| field["label"] == "Ngày");
    assert_eq!(date.map(|field| text(&field["after"])), Some("15/12/2025"), "dates as officers write them");
}

#[test]
fn nothing_is_told_by_the_names_of_the_database() {
    let mut desk = Desk::with_sample();
    let round = text(&desk.import("Tổng kết năm 2025")["round"]).to_owned();
    let id = desk.draft("decision-commendation", &round);
    desk.propose(&id);
    desk.export(&id, "a.pdf");
    desk.call("issue", json!({ "id": id, "number": "15", "date": "2025-12-15" }));
    let people = desk.call("honorees", json!({ "text": "", "from": 0, "count": 2 }));
    let people: Vec<&str> = list(&people["rows"]).iter().map(|row| text(&row["id"])).collect();
    desk.call("merge", json!({ "into": people[0], "merged": [people[1]], "honoree": null }));
    desk.call("save_search", json!({ "name": "Bằng khen", "search": { "text": "khen" } }));
    desk.call("save_dossier", json!({ "id": "conf-1", "values": { "notation": "TĐKT" }, "papers": {} }));
    let units = json!({ "before": ["Phòng Hành chính"], "after": ["Văn phòng Sở"], "day": "2015-01-01" });
    desk.call("succeed_units", units);
    let series = json!({ "name": "Sổ quyết định", "types": ["QĐ"], "bodies": [], "apart": false,
        "validFrom": "2025-01-01", "validTo": null, "firstNumber": 1 });
    desk.call("save_series", json!({ "index": 0, "series": series }));
    let register = desk.call("register", json!({ "year": 2025 }));
    let strand = register["strands"][0]["key"].clone();
    desk.call(
        "note_number",
        json!({ "strand": strand, "year": 2025, "number": 2, "note": "Cấp cho phòng khác" }),
    );
    let all = desk.call("history", json!({ "id": "", "before": null, "count": 200 }));
    let (mut seen, mut kinds, mut names) = (0, BTreeSet::new(), BTreeSet::new());
    for entry in list(&all["entries"]) {
        let changes = desk.call("entry_changes", json!({ "number": entry["number"], "from": 0 }));
        for thing in list(&changes["things"]) {
            let what = text(&thing["what"]);
            assert!(!what.contains('_') && what.chars().next().is_some_and(char::is_uppercase), "{thing}");
            kinds.insert(what.to_owned());
            for field in list(&thing["fields"]) {
                seen += 1;
                let label = text(&field["label"]);
                assert!(
                    !label.contains('_') && label.chars().next().is_some_and(char::is_uppercase),
                    "{label}: {thing}"
                );
                let value = text(&field["after"]);
                assert!(
                    !value.starts_with("doc-")
                        && !value.starts_with("hon-")
                        && !value.starts_with(['[', '{']),
                    "a name, not {value}: {thing}"
                );
                let is_thing = ["Đơn vị", "Sổ văn bản", "Từ đơn vị", "Sang đơn vị"].contains(&label);
                assert!(
                    !is_thing || value.parse::<i64>().is_err(),
                    "a unit or a series by its name, not by its number {value}: {thing}"
                );
                names.extend(is_thing.then(|| value.to_owned()));
            }
        }
    }
    assert!(seen > 100, "a session that wrote much: {seen}");
    for kind in [
        "Đơn vị",
        "Kế thừa đơn vị",
        "Sổ văn bản",
        "Ghi chú về số văn bản",
        "Hồ sơ lưu trữ",
        "Tìm kiếm đã lưu",
    ] {
        assert!(kinds.contains(kind), "the session wrote of {kind}: {kinds:?}");
    }
    for name in ["Sổ quyết định", "Phòng Hành chính", "Văn phòng Sở"] {
        assert!(names.contains(name), "told by its name: {name} in {names:?}");
    }
}
