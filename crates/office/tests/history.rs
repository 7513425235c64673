//! "What happened to this document?": pages of entries, and what each changed in the officer's words.

mod desk;

use desk::{Desk, list, text};
use serde_json::json;

#[test]
fn the_history_of_a_document_tells_every_change_in_words() {
    let mut desk = Desk::with_sample();
    let round = text(&desk.import("Tổng kết năm 2025")["round"]).to_owned();
    let id = desk.draft("decision-commendation", &round);
    desk.propose(&id);
    desk.call("set_field", json!({ "id": id, "key": "summary", "value": "Về việc tặng Giấy khen" }));
    desk.call("issue", json!({ "id": id, "number": "15", "date": "2025-12-15" }));
    desk.call("undo", json!({}));
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
    let all = desk.call("history", json!({ "id": "", "before": null, "count": 200 }));
    let mut seen = 0;
    for entry in list(&all["entries"]) {
        let changes = desk.call("entry_changes", json!({ "number": entry["number"], "from": 0 }));
        for thing in list(&changes["things"]) {
            for field in list(&thing["fields"]) {
                seen += 1;
                let label = text(&field["label"]);
                assert!(
                    !label.contains('_') && label.chars().next().is_some_and(char::is_uppercase),
                    "{label}: {thing}"
                );
                let value = text(&field["after"]);
                assert!(
                    !value.starts_with("doc-") && !value.starts_with("hon-"),
                    "a name, not {value}: {thing}"
                );
            }
        }
    }
    assert!(seen > 100, "a session that wrote much: {seen}");
}
