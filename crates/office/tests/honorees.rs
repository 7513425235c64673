//! Honorees and units over the years, as hosts call them.

mod desk;

use desk::{Desk, list, text};
use serde_json::{Value, json};

fn person(name: &str, birth: Value, unit: &str) -> Value {
    json!({ "honoreeType": "individual", "name": name, "gender": null, "birth": birth, "position": null, "unit": unit })
}

fn record(desk: &mut Desk, honoree: &Value, decision: &str, day: &str) {
    let request = json!({
        "honoree": honoree, "kind": "merit-province-chair", "count": 1, "achievement": "", "period": "",
        "decision": decision, "date": day, "conference": null,
    });
    desk.call("record_awards", request);
}

fn find(desk: &mut Desk, name: &str) -> Vec<String> {
    let request = json!({ "text": name, "honoreeType": null, "from": 0, "count": 50 });
    list(&desk.call("honorees", request)["rows"]).iter().map(|row| text(&row["id"]).to_owned()).collect()
}

fn two(desk: &mut Desk) -> (String, String) {
    record(desk, &person("Trần Quốc Hòa", json!(null), "Văn phòng Sở"), "412/QĐ-STP", "2024-12-20");
    record(desk, &person("Trần Quốc Hoà", json!(null), "Văn phòng Sở"), "57/QĐ-STP", "2012-03-01");
    let ids = find(desk, "tran quoc hoa");
    (ids[0].clone(), ids[1].clone())
}

#[test]
fn a_suggestion_is_merged_and_taken_apart_by_the_officer() {
    let mut desk = Desk::new();
    let (a, b) = two(&mut desk);
    let asked = desk.call("duplicates", json!({ "honoree": null, "from": "", "count": 50 }));
    assert_eq!(asked["rows"][0]["likeness"]["name"], "writing", "hòa and hoà are one writing: {asked}");
    assert_eq!(asked["rows"][0]["likeness"]["unit"], "same");
    desk.call("merge", json!({ "into": a, "merged": [b], "honoree": null }));
    let asked = desk.call("duplicates", json!({ "honoree": null, "from": "", "count": 50 }));
    assert_eq!(asked["rows"], json!([]), "nothing left to ask");
    let shown = desk.call("show", json!({ "id": b }));
    assert_eq!((&shown["id"], &shown["view"]["id"]), (&json!(a), &json!(a)), "the old identifier leads on");
    let page = desk.call("honoree", json!({ "id": a }));
    assert_eq!(list(&page["awards"]).len(), 2, "all awards");
    assert_eq!(page["awards"][1]["honoree"]["name"], "Trần Quốc Hoà", "in the words of their decisions");
    assert_eq!(page["merged"][0]["id"], b.as_str());
    record(&mut desk, &person("Trần Quốc Hòa", json!(null), "Văn phòng Sở"), "9/QĐ-STP", "2025-02-02");
    let view = desk.call("merged", json!({ "id": b }));
    assert_eq!(
        (list(&view["came"]).len(), list(&view["since"]).len()),
        (1, 1),
        "what goes back, what is asked"
    );
    let later = view["since"][0]["id"].clone();
    desk.call("unmerge", json!({ "id": b, "also": [later], "different": true }));
    let awards = |desk: &mut Desk, id: &str| list(&desk.call("honoree", json!({ "id": id }))["awards"]).len();
    assert_eq!((awards(&mut desk, &a), awards(&mut desk, &b)), (1, 2), "as the officer chose");
    let asked = desk.call("duplicates", json!({ "honoree": a, "from": "", "count": 50 }));
    assert_eq!(asked["rows"], json!([]), "known not to be the same");
    assert_eq!(desk.call("known_different", json!({ "id": a }))[0]["id"], b.as_str(), "and that is told");
    assert_eq!(desk.call("check", json!({}))["sound"], true);
}

#[test]
fn a_backup_is_there_from_before_a_merge() {
    let mut desk = Desk::new();
    let (a, b) = two(&mut desk);
    desk.call("merge", json!({ "into": a, "merged": [b], "honoree": null }));
    // Made beside the merge; another backup waits for it.
    desk.call("back_up", json!({}));
    let backups = desk.call("backups", json!({ "path": null }));
    let made = list(&backups["backups"]);
    let of_reason = |reason: &str| made.iter().find(|backup| backup["reason"] == reason);
    let before = of_reason("before_risk").expect("the archive as it was before is kept");
    let after = of_reason("asked").expect("and as it is now");
    let honorees = |backup: &Value| backup["contents"]["honorees"].as_u64().expect("counted");
    assert_eq!(honorees(before), honorees(after) + 1, "the one has both, the other one who stays");
}

#[test]
fn mistakes_are_sentences_and_change_nothing() {
    let mut desk = Desk::new();
    let (a, b) = two(&mut desk);
    for (name, request, code) in [
        ("merge", json!({ "into": a, "merged": [], "honoree": null }), "required"),
        ("merge", json!({ "into": a, "merged": [a], "honoree": null }), "refused"),
        ("merge", json!({ "into": a, "merged": ["hon-99"], "honoree": null }), "not-found"),
        ("unmerge", json!({ "id": b, "also": [], "different": false }), "not-found"),
        ("merged", json!({ "id": b }), "not-merged"),
        ("duplicates", json!({ "honoree": null, "from": "x", "count": 1 }), "bad-request"),
        ("new_unit", json!({ "name": " ", "from": null, "note": "" }), "required"),
        ("unit", json!({ "id": "unit-9" }), "not-found"),
    ] {
        let problem = desk.refused(name, request);
        assert_eq!(problem.code, code, "{name}: {}", problem.message);
        assert!(problem.message.ends_with('.'), "a sentence: {}", problem.message);
    }
    assert_eq!(find(&mut desk, "tran quoc hoa").len(), 2, "both are as they were");
}

#[test]
fn an_honorees_page_tells_units_and_papers_over_the_years() {
    let mut desk = Desk::new();
    let (a, b) = two(&mut desk);
    desk.call(
        "succeed_units",
        json!({
            "before": ["Phòng Hành chính Sở Tư pháp"], "after": ["Văn phòng Sở"], "day": "2015-01-01",
        }),
    );
    let old = person("Trần Quốc Hòa", json!(null), "Phòng Hành chính Sở Tư pháp");
    record(&mut desk, &old, "3/QĐ-STP", "2010-01-15");
    let third =
        find(&mut desk, "tran quoc hoa").into_iter().find(|id| *id != a && *id != b).expect("a third");
    desk.call("merge", json!({ "into": a, "merged": [b, third], "honoree": null }));
    let page = desk.call("honoree", json!({ "id": a }));
    let units: Vec<_> = list(&page["units"])
        .iter()
        .map(|u| (text(&u["text"]), u["first"].as_i64(), u["last"].as_i64()))
        .collect();
    assert_eq!(
        units,
        [("Phòng Hành chính Sở Tư pháp", Some(2010), Some(2010)), ("Văn phòng Sở", Some(2012), None)],
        "one after the other, until now"
    );
    let scan = desk.path("quyet-dinh-57.pdf");
    std::fs::write(&scan, b"%PDF scan").expect("written");
    let award = page["awards"][1]["id"].clone();
    desk.call("attach", json!({ "id": award, "path": scan }));
    let page = desk.call("honoree", json!({ "id": a }));
    assert_eq!(page["awardFiles"][0]["award"], award, "one click from the award to its paper");
    let unit = text(&page["units"][1]["unit"]).to_owned();
    let view = desk.call("unit", json!({ "id": unit }));
    assert_eq!(list(&view["periods"]).len(), 2, "the unit's page has both names: {view}");
    let awards = desk.call("unit_awards", json!({ "id": unit, "from": 0, "count": 10 }));
    assert_eq!(awards["total"], 3, "and all awards");
    let offered = desk.call("offered_units", json!({ "text": "hành chính", "count": 5 }));
    assert_eq!(offered, json!(["Văn phòng Sở"]), "the old name offers what followed it");
}

#[test]
fn the_agency_is_renamed_from_a_day_and_old_papers_keep_the_old_name() {
    let mut desk = Desk::with_sample();
    let round = text(&desk.import("Tổng kết năm 2025")["round"]).to_owned();
    let decision = desk.draft("decision-commendation", &round);
    desk.propose(&decision);
    desk.call("issue", json!({ "id": decision, "number": "15", "date": "2025-12-15" }));
    let page = |desk: &mut Desk, id: &str| {
        desk.call("preview", json!({ "id": id, "values": {}, "from": 0, "count": 1 }))
    };
    let before = page(&mut desk, &decision);
    let mut agency = desk.call("status", json!({}))["agency"].clone();
    let old = text(&agency["name"]).to_owned();
    agency["name"] = json!("Sở Nội vụ và Tư pháp");
    desk.call("save_agency_from", json!({ "from": "2026-07-01", "agency": agency }));
    let history = desk.call("agency_history", json!({}));
    let names: Vec<_> = list(&history).iter().map(|one| text(&one["agency"]["name"])).collect();
    assert_eq!(names, [old.as_str(), "Sở Nội vụ và Tư pháp"], "one after the other");
    assert_eq!(desk.call("status", json!({}))["agency"]["name"], old.as_str(), "not before its day");
    assert_eq!(page(&mut desk, &decision), before, "an issued paper is as it was");
    let early = desk.draft("submission-province", &round);
    let late = desk.draft("submission-province", &round);
    desk.call("set_field", json!({ "id": late, "key": "date", "value": "2026-08-01" }));
    assert_ne!(
        page(&mut desk, &early)["svg"],
        page(&mut desk, &late)["svg"],
        "a paper of another day has the name of that day"
    );
    desk.call("remove_agency", json!({ "day": "2026-07-01" }));
    let last = list(&desk.call("agency_history", json!({})))[0]["from"].clone();
    assert_eq!(desk.refused("remove_agency", json!({ "day": last })).code, "last-agency", "one must be left");
}
