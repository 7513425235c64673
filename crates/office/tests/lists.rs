//! Long lists come in pages, each in the order asked for.

mod desk;

use desk::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// A page of the documents by title.
fn page(desk: &mut Desk, from: u32, count: u32) -> (u64, Vec<String>) {
    let page = desk.call(
        "documents",
        json!({ "year": null, "state": null, "template": null, "order": "title", "reverse": false, "from": from, "count": count }),
    );
    let ids = page["rows"].as_array().into_iter().flatten().map(|row| text(&row["id"]).to_owned());
    (page["total"].as_u64().expect("a total"), ids.collect())
}

#[test]
fn documents_come_a_page_at_a_time() {
    let mut desk = Desk::with_sample();
    let round = text(&desk.import("Tổng kết năm 2025")["round"]).to_owned();
    for _ in 0..7 {
        desk.draft("decision-commendation", &round);
    }
    let (total, all) = page(&mut desk, 0, 1_000);
    assert_eq!(all.len() as u64, total, "few enough for one page");
    let mut seen = Vec::new();
    for from in (0..total as u32).step_by(3) {
        let (again, rows) = page(&mut desk, from, 3);
        assert_eq!(again, total, "the total is of all pages");
        assert_eq!(
            rows.len() as u64,
            (total - u64::from(from)).min(3),
            "no more than the page that was asked for"
        );
        seen.extend(rows);
    }
    assert_eq!(seen, all, "pages join without gap and overlap");
    assert_eq!(seen.iter().collect::<BTreeSet<_>>().len(), seen.len());
    assert_eq!(page(&mut desk, total as u32, 3).1, [""; 0], "nothing after the end");
}

#[test]
fn the_history_comes_a_page_at_a_time() {
    let mut desk = Desk::with_sample();
    let round = text(&desk.import("Tổng kết năm 2025")["round"]).to_owned();
    for _ in 0..5 {
        desk.draft("decision-commendation", &round);
    }
    let mut before = Value::Null;
    let mut numbers = Vec::new();
    loop {
        let page = desk.call("history", json!({ "id": "", "before": before, "count": 3 }));
        let entries = page["entries"].as_array().expect("entries");
        assert!(entries.len() <= 3, "no more than asked for");
        numbers.extend(entries.iter().map(|entry| entry["number"].as_u64().expect("a number")));
        if page["more"] != true {
            break;
        }
        before = json!(numbers.last());
    }
    let newest = numbers[0];
    assert_eq!(numbers, (1..=newest).rev().collect::<Vec<_>>(), "every entry once, newest first");
}
