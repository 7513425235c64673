//! Files that the officer gets: annexes and certificates apart, tightened papers, and what is never overwritten.

mod desk;

use desk::{Desk, list, text};
use serde_json::{Value, json};
use std::fs;

/// A decision of the sample round, with one field set.
fn decision(desk: &mut Desk, key: &str, value: &str) -> String {
    let round = text(&desk.import("Tổng kết năm 2025")["round"]).to_owned();
    let id = desk.draft("decision-commendation", &round);
    desk.propose(&id);
    desk.call("set_field", json!({ "id": id, "key": key, "value": value }));
    id
}

fn codes(findings: &Value) -> Vec<&str> {
    list(findings).iter().map(|found| text(&found["problem"]["code"])).collect()
}

#[test]
fn an_annex_apart_is_written_beside_the_paper_and_frozen_with_it() {
    let mut desk = Desk::with_sample();
    let id = decision(&mut desk, "annex_file", "apart");
    let shown = desk.call("preview", json!({ "id": id, "values": {}, "from": 0, "count": 20 }));
    assert!(
        !codes(&shown["findings"]).contains(&"signature-name"),
        "each file has a field for the agency of its own: {}",
        shown["findings"]
    );
    let (exported, paper) = desk.export(&id, "quyet-dinh.pdf");
    let beside = list(&exported["beside"]);
    assert_eq!(beside.len(), 1, "the list is the only annex");
    let annex = fs::read(text(&beside[0])).expect("the annex is where it is said to be");
    assert!(text(&beside[0]).ends_with("quyet-dinh - kèm theo.pdf"), "named after the paper: {}", beside[0]);
    assert_eq!(exported["bytes"], json!(paper.len() + annex.len()), "both count");
    assert_eq!(exported["pages"], shown["total"], "the preview shows both files");

    desk.call("issue", json!({ "id": id, "number": "15", "date": "2025-12-15" }));
    let (first, paper) = desk.export(&id, "ban-hanh.pdf");
    let annex = fs::read(text(&list(&first["beside"])[0])).expect("written");
    let (again, paper_again) = desk.export(&id, "lan-hai.pdf");
    assert_eq!(paper, paper_again, "the paper as frozen");
    assert_eq!(annex, fs::read(text(&list(&again["beside"])[0])).expect("written"), "the annex as frozen");
}

#[test]
fn a_file_of_somebody_else_is_never_replaced() {
    let mut desk = Desk::with_sample();
    let id = decision(&mut desk, "annex_file", "apart");
    let other = desk.path("qd - kèm theo.pdf");
    fs::write(&other, "of somebody else").expect("written");
    let (exported, _) = desk.export(&id, "qd.pdf");
    assert!(text(&list(&exported["beside"])[0]).ends_with("qd - kèm theo (2).pdf"), "{exported}");
    assert_eq!(
        fs::read(&other).expect("there"),
        b"of somebody else",
        "the officer was asked about qd.pdf only"
    );
    let (again, _) = desk.export(&id, "qd.pdf");
    assert_eq!(again["beside"], exported["beside"], "what this document wrote itself is written again");
}

#[test]
fn each_certificate_may_be_a_file_of_its_own() {
    let mut desk = Desk::with_sample();
    let id = decision(&mut desk, "annex_page", "landscape");
    let together = desk.path("tat-ca.pdf");
    let together = desk.call("certificates", json!({ "id": id, "path": together, "apart": false }));
    let path = desk.path("giay-khen.pdf");
    let apart = desk.call("certificates", json!({ "id": id, "path": path, "apart": true }));
    let count = together["pages"].as_u64().expect("a count");
    assert_eq!(apart["pages"], together["pages"], "one page each");
    assert_eq!(list(&apart["beside"]).len() as u64 + 1, count, "one file each");
    assert!(!path.exists(), "the files are named after it; none is called just so");
    let first = text(&apart["path"]);
    assert!(first.contains("giay-khen - 01 "), "numbered in the order of the list: {first}");
    assert!(fs::read(first).expect("there").starts_with(b"%PDF-1.7"));
}

#[test]
fn a_paper_is_tightened_only_where_it_saves_a_page_and_that_is_said() {
    let mut desk = Desk::with_sample();
    let letter = |desk: &mut Desk, lines: usize, fit: &str| {
        let body =
            vec!["Đề nghị các phòng, đơn vị thuộc Sở phối hợp thực hiện."; lines].join("\n");
        let set = json!({ "summary": "phối hợp", "to": "Các phòng, đơn vị", "body": body, "fit": fit });
        let made = desk.call(
            "draft",
            json!({ "template": "official-letter", "round": null, "conference": null, "document": null, "set": set }),
        );
        let view = desk.call("document", json!({ "id": made["id"] }));
        (view["pages"].as_u64().expect("a count"), view["findings"].clone())
    };
    // The shortest letter that runs on to a second page is one line too long.
    let lines =
        (5..60).find(|lines| letter(&mut desk, *lines, "").0 == 2).expect("some letter has two pages");
    let (pages, found) = letter(&mut desk, lines, "tight");
    assert_eq!(pages, 1, "one line too long fits: {found}");
    assert!(codes(&found).contains(&"tightened"), "what was tightened is said: {found}");
    let (pages, found) = letter(&mut desk, 5, "tight");
    assert_eq!(pages, 1);
    assert!(codes(&found).contains(&"not-tightened"), "that nothing was won is said too: {found}");
}

#[test]
fn a_page_becomes_a_picture() {
    let mut desk = Desk::with_sample();
    let id = decision(&mut desk, "annex_page", "landscape");
    let path = desk.path("trang.png");
    desk.call("picture", json!({ "id": id, "page": 1, "certificates": false, "path": path }));
    let png = fs::read(&path).expect("written");
    let edge = |at: usize| u32::from_be_bytes([png[at], png[at + 1], png[at + 2], png[at + 3]]);
    assert!(png.starts_with(b"\x89PNG"));
    assert_eq!((edge(16), edge(20)), (2339, 1654), "the list lies flat, at 200 dots to the inch");
    let refused =
        desk.refused("picture", json!({ "id": id, "page": 99, "certificates": false, "path": path }));
    assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("no-page", Some("page")));
    assert_eq!(fs::read(&path).expect("there"), png, "what cannot be drawn replaces nothing");
}

#[test]
fn a_field_is_found_on_its_page_with_what_is_typed() {
    let mut desk = Desk::with_sample();
    let id = decision(&mut desk, "annex_file", "apart");
    let find = |desk: &mut Desk, field: &str, values: Value| {
        desk.call("find_field", json!({ "id": id, "values": values, "field": field }))
    };
    let long = "Chánh Văn phòng Sở phối hợp với các phòng, đơn vị tham mưu. ".repeat(60);
    let before = find(&mut desk, "signer", json!({}));
    let after = find(&mut desk, "signer", json!({ "execution": long }));
    assert_eq!(list(&before)[0]["page"], 0, "a short decision is signed on its first page");
    assert_eq!(list(&after)[0]["page"], 1, "what is typed moves it before it is saved");
    let number = find(&mut desk, "symbol", json!({ "number": "15" }));
    let pages: Vec<u64> = list(&number).iter().filter_map(|place| place["page"].as_u64()).collect();
    assert_eq!(pages, [0, 1], "the symbol stands in the head and at the top right of the annex");
    assert_eq!(find(&mut desk, "no-such-field", json!({})), json!([]));
}
