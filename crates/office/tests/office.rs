//! The use cases through the registry, as hosts call them: the running example, a round from the workbook to issued
//! decisions, and what the archive remembers of it afterwards.

mod desk;

use desk::{Desk, WORKBOOK, field, list, open, text};
use serde_json::{Value, json};

#[test]
fn the_sample_holds_what_the_article_tells() {
    let mut desk = Desk::with_sample();
    let conferences = desk.conferences();
    let view = desk.call("conference", json!({ "id": conferences[0]["id"] }));
    assert_eq!(view["conference"]["chairName"], "Nguyễn Hoàng Nam", "the chair is named in the article");
    let given = desk.rows("conference_awards", json!({ "id": conferences[0]["id"] }));
    assert_eq!(given.len(), 4, "four people were honoured at the conference");
    assert!(given.iter().all(|award| award["decision"] == ""), "the article gives no decision numbers");
    let counts: Vec<(&str, u64)> = list(&view["figures"])
        .iter()
        .map(|figure| (text(&figure["kind"]), figure["collectives"].as_u64().unwrap_or_default()))
        .collect();
    let wanted = [
        ("labour-order-2", 1),
        ("flag-justice-sector", 1),
        ("merit-minister", 2),
        ("merit-province-chair", 9),
    ];
    assert_eq!(counts, wanted, "the awards of 2015 - 2020, high to low");
}

#[test]
fn the_sample_does_not_mix_with_real_work() {
    let mut desk = Desk::new();
    desk.call("new_round", json!({ "name": "Tổng kết năm 2025", "year": 2025 }));
    let problem = desk.refused("sample", json!({}));
    assert_eq!(problem.code, "archive-not-empty", "the example is only for an empty archive");
}

#[test]
fn a_workbook_becomes_a_round_and_every_row_is_accounted_for() {
    let mut desk = Desk::with_sample();
    let preview =
        desk.call("preview_import", json!({ "path": WORKBOOK, "round": null, "columns": {}, "sheet": null }));
    assert_eq!(preview["counts"]["total"], 41, "3 collectives and 38 individuals");
    assert!(desk.rounds().is_empty(), "a preview writes nothing");
    let imported = desk.import("Tổng kết năm 2025");
    let count = |name: &str| imported[name].as_u64().unwrap_or(u64::MAX);
    assert_eq!(count("total"), 41, "every row of the list is in the outcome");
    assert_eq!(count("added") + count("skipped") + count("failed"), 41, "rows in = added + skipped + failed");
    assert_eq!(count("added"), 41, "every row of the sample can be understood");
    let again = desk.import("Tổng kết năm 2025");
    assert_eq!(
        (&again["added"], &again["skipped"]),
        (&json!(0), &json!(41)),
        "importing twice adds nobody twice"
    );
    let rows = desk.nominations(text(&imported["round"]));
    let doubted =
        rows.iter().find(|row| row["honoree"]["name"] == "Bùi Thùy Nhân").expect("titles are split off");
    let codes: Vec<&str> = list(&doubted["problems"]).iter().map(|problem| text(&problem["code"])).collect();
    assert!(!codes.is_empty(), "Ông with Nữ in one row is a contradiction that is said");
    assert_eq!(
        rows.iter().filter(|row| row["authority"] == "province_chair").count(),
        5,
        "five for the Chairman"
    );
}

#[test]
fn an_issued_decision_is_frozen_and_found_again() {
    let mut desk = Desk::with_sample();
    let round = text(&desk.import("Tổng kết năm 2025")["round"]).to_owned();
    let decision = desk.draft("decision-commendation", &round);
    let before = desk.call("document", json!({ "id": decision }));
    let individuals = before["list"]["individuals"].as_u64().expect("a count");
    assert!(individuals > 0, "the round has people for a Giấy khen");
    desk.propose(&decision);
    desk.call("issue", json!({ "id": decision, "number": "15", "date": "2025-12-15" }));
    let found = desk.call("search", json!({ "text": "15 QD STP" }));
    let hits = &found["groups"][0]["hits"];
    assert!(
        list(hits).iter().any(|hit| hit["id"] == decision.as_str()),
        "found by number without marks: {hits}"
    );
    let refused = desk.refused("set_field", json!({ "id": decision, "key": "summary", "value": "khác" }));
    assert_eq!(refused.code, "document-issued", "an issued decision does not change");
    let rest = desk.draft("decision-commendation", &round);
    let rest = desk.call("document", json!({ "id": rest }));
    assert_eq!(rest["list"], Value::Null, "what is conferred is not conferred again");
    let (_, once) = desk.export(&decision, "mot.pdf");
    let (_, twice) = desk.export(&decision, "hai.pdf");
    assert_eq!(once, twice, "an issued document goes out as it was frozen");
    let rows = desk.nominations(&round);
    let conferred = rows.iter().find(|row| row["state"] == "conferred").expect("conferred");
    let page = desk.call("honoree", json!({ "id": conferred["honoreeId"] }));
    let award = &list(&page["awards"])[0];
    assert_eq!(
        (&award["decision"], &award["date"]),
        (&json!("15/QĐ-STP"), &json!("2025-12-15")),
        "on her page"
    );
    assert_eq!(desk.call("check", json!({}))["sound"], true, "the archive is sound afterwards");
}

#[test]
fn only_a_whole_decision_with_a_sound_number_and_date_is_issued() {
    let mut desk = Desk::with_sample();
    let round = text(&desk.import("Tổng kết năm 2025")["round"]).to_owned();
    let decision = desk.draft("decision-commendation", &round);
    let issue = |number: &str, date: &str| json!({ "id": decision, "number": number, "date": date });
    let open = desk.refused("issue", issue("15", "2025-12-15"));
    assert_eq!((open.code.as_str(), open.field.as_deref()), ("open-holes", Some("proposer")));
    assert!(open.message.contains("Còn chỗ trống trong: Theo đề nghị của"), "{open}");
    desk.propose(&decision);
    for number in ["0", "-5", "12/QĐ-ABC", "{{ x }}"] {
        let problem = desk.refused("issue", issue(number, "2025-12-15"));
        assert_eq!((problem.code.as_str(), problem.field.as_deref()), ("bad-number", Some("number")));
        assert!(problem.message.contains(number), "{problem}");
    }
    for (date, code) in [("2025-12-16", "date-in-future"), ("1944-12-31", "date-too-early")] {
        let problem = desk.refused("issue", issue("15", date));
        assert_eq!((problem.code.as_str(), problem.field.as_deref()), (code, Some("date")));
    }
    let view = desk.call("document", json!({ "id": decision }));
    assert_eq!(view["brief"]["state"], "draft", "a refusal changes nothing");
    desk.call("issue", issue("15a", "2025-12-15"));
}

#[test]
fn an_undated_decision_follows_today_in_everything() {
    let mut desk = Desk::with_sample();
    desk.call("new_round", json!({ "name": "Tổng kết năm 2022", "year": 2022 }));
    let round = text(&desk.import("Tổng kết năm 2022")["round"]).to_owned();
    let decision = desk.draft("decision-commendation", &round);
    let total = |desk: &mut Desk| desk.call("document", json!({ "id": decision }))["list"].clone();
    let undated = total(&mut desk);
    desk.call("set_field", json!({ "id": decision, "key": "date", "value": "2025-12-15" }));
    assert_eq!(total(&mut desk), undated, "today's sums, as the grounds are today's");
    desk.call("set_field", json!({ "id": decision, "key": "date", "value": "2024-06-30" }));
    assert_ne!(total(&mut desk)["prizeTotal"], undated["prizeTotal"], "the base salary rose on 2024-07-01");
}

#[test]
fn a_draft_tells_what_is_still_open_in_its_round() {
    let mut desk = Desk::with_sample();
    let round = text(&desk.import("Tổng kết năm 2025")["round"]).to_owned();
    let decision = desk.draft("decision-commendation", &round);
    let codes = |desk: &mut Desk| -> Vec<String> {
        let view = desk.call("document", json!({ "id": decision }));
        list(&view["findings"]).iter().map(|found| text(&found["problem"]["code"]).to_owned()).collect()
    };
    let before = codes(&mut desk);
    assert!(before.iter().any(|code| code == "pending-nominations"), "{before:?}");
    assert!(before.iter().any(|code| code == "questioned-nominations"), "{before:?}");
    let rows = desk.nominations(&round);
    let ids: Vec<&Value> = rows.iter().map(|row| &row["id"]).collect();
    desk.call("decide", json!({ "ids": ids, "state": "approved" }));
    let after = codes(&mut desk);
    assert!(!after.iter().any(|code| code.ends_with("-nominations")), "{after:?}");
}

#[test]
fn figures_follow_the_round_and_the_officer_may_say_it_differently() {
    let mut desk = Desk::with_sample();
    let round = text(&desk.import("Tổng kết năm 2025")["round"]).to_owned();
    let decision = desk.draft("decision-commendation", &round);
    let before = desk.call("document", json!({ "id": decision }))["list"]["individuals"].clone();
    let nominated = desk.nominations(&round);
    let one =
        nominated.iter().find(|row| row["kind"] == "commendation-department-director").expect("a Giấy khen");
    desk.call("decide", json!({ "ids": [one["id"]], "state": "rejected" }));
    let after = desk.call("document", json!({ "id": decision }));
    assert_eq!(
        after["list"]["individuals"].as_u64().map(|n| n + 1),
        before.as_u64(),
        "the draft counts again"
    );
    desk.call("undo", json!({}));
    let undone = desk.call("document", json!({ "id": decision }));
    assert_eq!(undone["list"]["individuals"], before, "and again after undo");
    desk.call(
        "set_field",
        json!({ "id": decision, "key": "summary", "value": "Về việc khen thưởng cuối năm" }),
    );
    let own = desk.call("document", json!({ "id": decision }));
    assert_eq!(field(&own, "summary")["own"], true, "the officer's words are marked as hers");
    desk.call("set_field", json!({ "id": decision, "key": "summary", "value": null }));
    let back = desk.call("document", json!({ "id": decision }));
    assert_eq!(field(&back, "summary"), field(&after, "summary"), "and the template's come back");
}

#[test]
fn a_preview_follows_typing_and_writes_nothing() {
    let mut desk = Desk::with_sample();
    let round = text(&desk.import("Tổng kết năm 2025")["round"]).to_owned();
    let id = desk.draft("decision-commendation", &round);
    let page = |desk: &mut Desk, values: Value| {
        desk.call("preview", json!({ "id": id, "values": values, "from": 0, "count": 1 }))["svg"][0].clone()
    };
    let saved = page(&mut desk, json!({}));
    let typed = page(&mut desk, json!({ "summary": "Về việc đang gõ dở" }));
    assert_ne!(saved, typed, "what is typed shows on the page");
    assert_eq!(page(&mut desk, json!({})), saved, "and is not on record");
}

#[test]
fn the_same_draft_exports_to_the_same_bytes() {
    let mut desk = Desk::with_sample();
    let round = text(&desk.import("Tổng kết năm 2025")["round"]).to_owned();
    for template in ["decision-commendation", "decision-titles", "submission-province"] {
        let id = desk.draft(template, &round);
        let (told, once) = desk.export(&id, "mot.pdf");
        let (_, twice) = desk.export(&id, "hai.pdf");
        assert!(once.starts_with(b"%PDF-1.7"), "{template}: a PDF");
        assert_eq!(once, twice, "{template}: same draft, same bytes");
        assert_eq!(told["bytes"], once.len(), "{template}: the size told is the size written");
    }
}

#[test]
fn a_certificate_for_every_honoree_of_the_decision() {
    let mut desk = Desk::with_sample();
    let round = text(&desk.import("Tổng kết năm 2025")["round"]).to_owned();
    let decision = desk.draft("decision-commendation", &round);
    let list = desk.call("document", json!({ "id": decision }))["list"].clone();
    let people =
        ["collectives", "households", "individuals"].map(|kind| list[kind].as_u64().unwrap_or_default());
    let path = desk.path("giay-khen.pdf");
    let told = desk.call("certificates", json!({ "id": decision, "path": path }));
    assert_eq!(told["pages"], people.iter().sum::<u64>(), "one page for each");
    let titles = desk.draft("submission-province", &round);
    let refused = desk.refused("certificates", json!({ "id": titles, "path": path }));
    assert_eq!(refused.code, "no-certificates", "a submission has none");
}

#[test]
fn everything_survives_a_restart() {
    let mut desk = Desk::with_sample();
    let round = text(&desk.import("Tổng kết năm 2025")["round"]).to_owned();
    let id = desk.draft("decision-commendation", &round);
    let before = desk.call("document", json!({ "id": id }));
    let Desk { office, folder } = desk;
    office.close().expect("closing backs up");
    let mut desk = Desk { office: open(&folder.path().join("kho"), Vec::new), folder };
    assert_eq!(desk.call("document", json!({ "id": id })), before, "the draft is as it was");
    assert!(desk.call("status", json!({}))["undo"].is_string(), "undo survives too");
}

#[test]
fn attached_files_come_back_byte_for_byte() {
    let mut desk = Desk::with_sample();
    let conference = desk.conferences()[0]["id"].clone();
    let paper = desk.path("Biên bản đã ký.pdf");
    let bytes: Vec<u8> = (0..=255).cycle().take(70_000).collect();
    std::fs::write(&paper, &bytes).expect("written");
    let kept = desk.call("attach", json!({ "id": conference, "path": paper }));
    let out = desk.path("lay-ra.pdf");
    desk.call("save_file", json!({ "id": kept["id"], "path": out }));
    assert_eq!(std::fs::read(out).expect("written out"), bytes, "the very same bytes");
}

#[test]
fn nothing_is_written_over_the_archive_itself() {
    let mut desk = Desk::with_sample();
    let round = text(&desk.import("Tổng kết năm 2025")["round"]).to_owned();
    let id = desk.draft("submission-province", &round);
    for inside in ["kho/archive.db", "kho/mới.pdf", "kho/../kho/files/x.pdf"] {
        let refused = desk.refused("export", json!({ "id": id, "path": desk.path(inside) }));
        assert_eq!(refused.code, "inside-archive", "{inside} belongs to the archive");
    }
    assert_eq!(desk.call("check", json!({}))["sound"], true, "and it is as it was");
}

#[test]
fn what_was_inferred_or_doubted_about_a_list_is_told_when_it_is_imported() {
    let mut desk = Desk::new();
    let imported = desk.import("Tổng kết năm 2025");
    let rows = list(&imported["rows"]);
    let collective = rows.iter().find(|row| row["row"] == 8).expect("the first collective");
    assert!(!list(&collective["inferred"]).is_empty(), "that it is a collective was told by its section");
    assert_eq!(imported["problems"], json!([]), "the totals of this list agree");
}

#[test]
fn only_what_is_issued_is_copied_and_the_copy_is_kept_with_it() {
    let mut desk = Desk::with_sample();
    let round = text(&desk.import("Tổng kết năm 2025")["round"]).to_owned();
    let decision = desk.draft("decision-commendation", &round);
    let rows = desk.nominations(&round);
    let commended = |row: &&Value| row["kindName"].as_str().is_some_and(|kind| kind.starts_with("Giấy khen"));
    let named = rows.iter().find(commended).expect("somebody is commended");
    let request = json!({
        "template": "copy-excerpt", "round": null, "conference": null, "document": decision,
        "set": { "names": named["honoree"]["name"] },
    });
    assert_eq!(desk.refused("draft", request.clone()).code, "not-issued", "a draft is no original");
    desk.propose(&decision);
    let whole = desk.call("document", json!({ "id": decision }))["pages"].as_u64().expect("a count");
    desk.call("issue", json!({ "id": decision, "number": "15", "date": "2025-12-15" }));
    let copy = text(&desk.call("draft", request)["id"]).to_owned();
    let view = desk.call("document", json!({ "id": copy }));
    assert_eq!(view["brief"]["number"], "…/TrS-STP", "copies have a series of their own");
    assert_eq!(view["brief"]["about"], decision.as_str(), "the copy leads to its original");
    assert!(view["pages"].as_u64().expect("a count") <= whole, "one name needs no more pages than all");
    desk.call("issue", json!({ "id": copy, "number": "1", "date": "2025-12-15" }));
    desk.call("undo", json!({}));
    desk.call("issue", json!({ "id": copy, "number": "1", "date": "2025-12-15" }));
    let again = desk.call("document", json!({ "id": copy }));
    assert_eq!(again["pages"], view["pages"], "frozen with all it was made from");
}

#[test]
fn a_letter_needs_neither_round_nor_conference() {
    let mut desk = Desk::with_sample();
    let letter = desk.call(
        "draft",
        json!({
            "template": "official-letter", "round": null, "conference": null, "document": null,
            "set": { "summary": "đề nghị phối hợp", "to": "Sở Nội vụ", "body": "Đề nghị Quý Sở phối hợp./." },
        }),
    );
    let view = desk.call("document", json!({ "id": letter["id"] }));
    assert_eq!(view["brief"]["title"], "Công văn về việc đề nghị phối hợp");
    let open: Vec<_> = list(&view["findings"]).iter().filter(|found| found["severity"] == "error").collect();
    assert!(open.is_empty(), "nothing else is missing: {open:?}");
}

#[test]
fn wrong_requests_are_answered_with_sentences() {
    let mut desk = Desk::with_sample();
    for (name, request, code) in [
        ("no_such_command", json!({}), "unknown-command"),
        ("document", json!({ "id": 7 }), "bad-request"),
        ("document", json!({ "id": "doc-99" }), "not-found"),
        ("document", json!({ "id": "hon-1" }), "bad-id"),
        (
            "draft",
            json!({ "template": "x", "round": null, "conference": null, "set": {} }),
            "unknown-template",
        ),
        ("import", json!({ "path": "/khong/co.xlsx", "round": "A", "columns": {}, "sheet": null }), "file"),
    ] {
        let problem = desk.refused(name, request);
        assert_eq!(problem.code, code, "{name}");
        assert!(problem.message.ends_with('.') || code == "bad-request", "a sentence: {}", problem.message);
    }
}

#[test]
fn the_interface_types_are_those_of_the_registry() {
    let types = office::typescript();
    let committed = include_str!("../../../ui/src/host/types.ts");
    assert!(committed == types, "ui/src/host/types.ts is stale: run cargo xtask types");
    for command in office::registry::COMMANDS {
        assert!(types.contains(&format!("\n  {}: {{", command.name)), "{} is in the types", command.name);
    }
}
