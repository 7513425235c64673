//! Numbers, the register, documents that change issued ones, and identity numbers, through the registry of commands.

mod desk;

use desk::{Desk, field, list, text};
use serde_json::{Value, json};

/// A round with the sample's list and its decision on certificates issued under a number.
fn issued(desk: &mut Desk, round: &str, number: &str, date: &str) -> String {
    desk.import(round);
    let id = desk.draft("decision-commendation", round);
    desk.propose(&id);
    desk.call("issue", json!({ "id": id, "number": number, "date": date }));
    id
}

/// An official letter that says something, issued.
fn letter(desk: &mut Desk, number: &str, date: &str) -> String {
    let set = json!({ "summary": "mời họp", "to": "Các phòng", "body": "Mời họp." });
    let draft = json!({ "template": "official-letter", "round": null, "conference": null, "set": set });
    let made = desk.call("draft", draft);
    let id = text(&made["id"]).to_owned();
    desk.call("issue", json!({ "id": id, "number": number, "date": date }));
    id
}

fn codes(problems: &Value) -> Vec<&str> {
    list(problems).iter().map(|problem| text(&problem["code"])).collect()
}

#[test]
fn a_recalled_decision_marks_its_awards_and_both_documents() {
    let mut desk = Desk::with_sample();
    let earlier = issued(&mut desk, "Tổng kết năm 2025", "15", "2025-12-10");
    let awards = desk.call("document", json!({ "id": earlier }));
    assert_eq!(awards["links"], json!([]), "nothing became of it yet");
    let made = desk.call("amend", json!({ "id": earlier, "kind": "recalls", "template": null }));
    let later = text(&made["id"]).to_owned();
    let view = desk.call("document", json!({ "id": later }));
    let cited = text(&field(&view, "earlier")["value"]).to_owned();
    assert!(
        cited.starts_with("Quyết định số 15/QĐ-STP ngày 10 tháng 12 năm 2025 của Giám đốc Sở Tư pháp"),
        "named as papers name it: {cited}"
    );
    assert_eq!(field(&view, "content")["value"], format!("Thu hồi {cited}"), "its first article is written");
    let link = &view["links"][0];
    assert_eq!(
        (text(&link["kind"]), &link["passive"], text(&link["id"])),
        ("recalls", &json!(false), &*earlier)
    );

    let round = text(&desk.rounds()[0]["id"]).to_owned();
    let rows = desk.nominations(&round);
    let conferred = rows.iter().find(|row| row["state"] == "conferred").expect("one");
    let honoree = text(&conferred["honoreeId"]).to_owned();
    let of_honoree = |desk: &mut Desk| {
        let view = desk.call("honoree", json!({ "id": honoree }));
        let award = list(&view["awards"]).iter().find(|award| award["document"] == *earlier).cloned();
        award.expect("the award is on the page")
    };
    assert_eq!(of_honoree(&mut desk)["became"], json!([]), "a draft has recalled nothing");
    assert_eq!(desk.call("document", json!({ "id": earlier }))["brief"]["became"], json!([]));

    desk.propose(&later);
    desk.call("issue", json!({ "id": later, "number": "16", "date": "2025-12-12" }));
    let marked = of_honoree(&mut desk);
    let by = &marked["became"][0];
    assert_eq!(
        (text(&by["kind"]), text(&by["number"]), text(&by["date"])),
        ("recalls", "16/QĐ-STP", "2025-12-12"),
        "the award stays, and says which decision recalled it"
    );
    let shown = desk.call("document", json!({ "id": earlier }));
    assert_eq!(shown["brief"]["state"], "issued", "the recalled one is as it was issued");
    assert_eq!(text(&shown["brief"]["became"][0]["id"]), later);
    let all = desk.call(
        "documents",
        json!({ "year": null, "state": null, "template": null, "order": "changed", "reverse": false, "from": 0, "count": 100 }),
    );
    let row = list(&all["rows"]).iter().find(|row| row["id"] == *earlier).expect("in the list");
    assert_eq!(text(&row["became"][0]["kind"]), "recalls", "lists say it too");

    let problem = desk.refused("link_documents", json!({ "id": later, "earlier": earlier, "kind": null }));
    assert_eq!(problem.code, "document-issued", "an issued link stays");
    desk.call("undo", json!({}));
    assert_eq!(of_honoree(&mut desk)["became"], json!([]), "the recall was taken back");
}

#[test]
fn a_correction_is_a_letter_and_any_draft_can_be_linked() {
    let mut desk = Desk::with_sample();
    let earlier = issued(&mut desk, "Tổng kết năm 2025", "15", "2025-12-10");
    let made = desk.call("amend", json!({ "id": earlier, "kind": "corrects", "template": null }));
    let view = desk.call("document", json!({ "id": made["id"] }));
    assert_eq!(
        view["brief"]["template"], "official-letter",
        "a wrong form is put right by a letter (article 18.3)"
    );
    assert!(text(&field(&view, "summary")["value"]).starts_with("đính chính Quyết định số 15/QĐ-STP"));
    desk.call("link_documents", json!({ "id": made["id"], "earlier": earlier, "kind": "amends" }));
    let view = desk.call("document", json!({ "id": made["id"] }));
    assert_eq!((list(&view["links"]).len(), text(&view["links"][0]["kind"])), (1, "amends"));
    desk.call("link_documents", json!({ "id": made["id"], "earlier": earlier, "kind": null }));
    assert_eq!(desk.call("document", json!({ "id": made["id"] }))["links"], json!([]));
    let problem = desk.refused("amend", json!({ "id": made["id"], "kind": "recalls", "template": null }));
    assert_eq!(problem.code, "not-issued-yet", "a draft is simply edited");
}

#[test]
fn every_kind_of_change_drafts_whole_but_for_its_content() {
    let mut desk = Desk::with_sample();
    let earlier = issued(&mut desk, "Tổng kết năm 2025", "15", "2025-12-10");
    for (kind, words) in [("replaces", "thay thế"), ("amends", "sửa đổi, bổ sung"), ("cancels", "hủy bỏ")]
    {
        let made = desk.call("amend", json!({ "id": earlier, "kind": kind, "template": null }));
        desk.propose(text(&made["id"]));
        let view = desk.call("document", json!({ "id": made["id"] }));
        let summary = text(&field(&view, "summary")["value"]);
        assert!(summary.starts_with(&format!("Về việc {words} Quyết định số 15/QĐ-STP")), "{summary}");
        let open: Vec<&str> = list(&view["findings"])
            .iter()
            .filter(|finding| finding["severity"] == "error")
            .map(|finding| text(&finding["problem"]["field"]))
            .collect();
        let wanted: &[&str] = if kind == "cancels" { &[] } else { &["content"] };
        assert_eq!(open, wanted, "{kind}: only what nobody else can know is open");
    }
}

#[test]
fn an_issue_that_has_left_the_program_is_undone_only_when_asked() {
    let mut desk = Desk::with_sample();
    let id = issued(&mut desk, "Tổng kết năm 2025", "15", "2025-12-10");
    desk.export(&id, "15.pdf");
    let problem = desk.refused("undo", json!({}));
    assert_eq!(problem.code, "issued-and-out", "{problem}");
    desk.call("undo", json!({ "asked": true }));
    assert_eq!(desk.call("document", json!({ "id": id }))["brief"]["state"], "draft");
    let journal = desk.call("journal", json!({ "id": id }));
    assert!(text(&journal[0]["action"]).starts_with("Hoàn tác: Ban hành"), "on record: {}", journal[0]);
    desk.call("redo", json!({}));
    assert_eq!(desk.call("document", json!({ "id": id }))["brief"]["number"], "15/QĐ-STP");
}

#[test]
fn the_next_number_is_proposed_and_odd_ones_are_told_calmly() {
    let mut desk = Desk::with_sample();
    let set = json!({ "summary": "mời họp", "to": "Các phòng", "body": "Mời họp." });
    let draft = json!({ "template": "official-letter", "round": null, "conference": null, "set": set });
    let id = text(&desk.call("draft", draft)["id"]).to_owned();
    let ask = |desk: &mut Desk, number: &str, date: &str| {
        desk.call("propose_number", json!({ "id": id, "number": number, "date": date }))
    };
    assert_eq!(ask(&mut desk, "", "2025-12-01")["next"], 1, "an empty register begins at 1");
    letter(&mut desk, "1", "2025-11-03");
    letter(&mut desk, "2", "2025-11-20");
    let next = ask(&mut desk, "", "2025-12-01");
    assert_eq!((&next["next"], text(&next["label"])), (&json!(3), "CV-STP"));
    assert_eq!(ask(&mut desk, "", "2024-12-01")["next"], 1, "each year counts from 1");
    assert_eq!(codes(&ask(&mut desk, "3", "2025-12-01")["advice"]), [""; 0]);
    assert_eq!(codes(&ask(&mut desk, "5", "2025-12-01")["advice"]), ["number-gap"]);
    assert_eq!(codes(&ask(&mut desk, "02", "2025-11-20")["advice"]), ["number-twice"]);
    assert_eq!(codes(&ask(&mut desk, "3", "2025-11-10")["advice"]), ["number-out-of-order"]);
    desk.call("issue", json!({ "id": id, "number": "5", "date": "2025-12-01" }));
    let twice = text(
        &desk.call(
            "draft",
            json!({ "template": "official-letter", "round": null, "conference": null,
        "set": { "summary": "mời họp", "to": "Các phòng", "body": "Mời họp.", "symbol": " stp" } }),
        )["id"],
    )
    .to_owned();
    let problem = desk.refused("issue", json!({ "id": twice, "number": "05", "date": "2025-12-02" }));
    assert_eq!(problem.code, "number-taken", "only the duplicate itself is refused: {problem}");
    // The registry counts other papers in the same series: odd, but it may be so.
    desk.call(
        "save_series",
        json!({ "index": 0, "series": { "name": "Một dãy cho mọi văn bản", "types": [],
        "bodies": [], "apart": false, "validFrom": "2025-01-01", "validTo": null, "firstNumber": 1 } }),
    );
    let decision = issued(&mut desk, "Tổng kết năm 2025", "5", "2025-12-03");
    let told = desk.call("propose_number", json!({ "id": decision, "number": "5", "date": "2025-12-03" }));
    assert_eq!(codes(&told["advice"]), ["number-twice"], "the letter has it");
}

#[test]
fn the_register_shows_gaps_notes_and_numbers_given_twice() {
    let mut desk = Desk::with_sample();
    letter(&mut desk, "1", "2025-11-03");
    let last = letter(&mut desk, "4", "2025-11-20");
    issued(&mut desk, "Tổng kết năm 2025", "7", "2025-12-10");
    let register = desk.call("register", json!({ "year": 2025 }));
    let strands = list(&register["strands"]);
    let letters = strands.iter().find(|strand| strand["label"] == "CV-STP").expect("letters");
    let shown: Vec<(&str, &str)> = list(&letters["rows"])
        .iter()
        .map(|row| (text(&row["kind"]), text(&row["numberAndSymbol"])))
        .collect();
    assert_eq!(shown, [("document", "1/STP"), ("gap", "2"), ("gap", "3"), ("document", "4/STP")]);
    assert_eq!((&letters["missing"], &letters["next"]), (&json!(2), &json!(5)));
    let key = letters["key"].clone();
    desk.call(
        "note_number",
        json!({ "strand": key, "year": 2025, "number": 2, "note": "Số này cấp cho phòng khác" }),
    );
    desk.call(
        "fill_register",
        json!({ "id": last, "keptBy": "Văn thư", "copies": "05", "sentOn": "21/11", "remark": "" }),
    );
    let register = desk.call("register", json!({ "year": 2025 }));
    let letters =
        list(&register["strands"]).iter().find(|strand| strand["label"] == "CV-STP").expect("letters");
    assert_eq!(
        (text(&letters["rows"][1]["kind"]), text(&letters["rows"][1]["title"])),
        ("note", "Số này cấp cho phòng khác")
    );
    assert_eq!(letters["missing"], 1, "a number that is accounted for is no gap");
    let row = &letters["rows"][3];
    assert_eq!(
        (text(&row["keptBy"]), text(&row["copies"]), text(&row["signer"])),
        ("Văn thư", "05", "Nguyễn Hoàng Nam")
    );
    assert!(text(&row["distribution"]).contains("Lưu: VT"), "{row}");
    let decisions = list(&register["strands"]).iter().find(|s| s["label"] == "QĐ-STP").expect("decisions");
    assert_eq!(list(&decisions["rows"]).len(), 7, "six empty lines before number 7");

    for (name, magic) in [("so.pdf", &b"%PDF"[..]), ("so.xlsx", &b"PK"[..])] {
        let path = desk.path(name);
        let written = desk.call("export_register", json!({ "year": 2025, "strand": null, "path": path }));
        assert_eq!(written["rows"], 4 + 7);
        assert!(std::fs::read(&path).expect("written").starts_with(magic), "{name}");
    }
    let pdf = lopdf::Document::load(desk.path("so.pdf")).expect("a PDF");
    let page = *pdf.get_pages().get(&1).expect("a page");
    let media = pdf.get_object(page).and_then(|page| page.as_dict()).and_then(|page| page.get(b"MediaBox"));
    let media: Vec<f32> = media
        .and_then(|media| media.as_array())
        .expect("a box")
        .iter()
        .map(|n| n.as_float().expect("a number"))
        .collect();
    assert!(media[2] > media[3], "the book lies across: {media:?}");
    let problem =
        desk.refused("note_number", json!({ "strand": "9:x", "year": 2025, "number": 2, "note": "x" }));
    assert_eq!(problem.code, "unknown-series");
}

#[test]
fn series_change_with_their_time() {
    let mut desk = Desk::with_sample();
    let series = desk.call("number_series", json!({}));
    assert_eq!(list(&series).len(), 3, "the usual ones");
    let mut first = series[0]["series"].clone();
    first["validTo"] = json!("2025-06-30");
    desk.call("save_series", json!({ "index": 0, "series": first }));
    let after = json!({ "name": "Sau sắp xếp", "types": [], "bodies": [], "apart": false, "validFrom": "2025-07-01",
        "validTo": null, "firstNumber": 120 });
    desk.call("save_series", json!({ "index": null, "series": after }));
    letter(&mut desk, "120", "2025-11-03");
    let register = desk.call("register", json!({ "year": 2025 }));
    let strand = &register["strands"][0];
    assert_eq!(
        (text(&strand["series"]), &strand["first"], &strand["missing"]),
        ("Sau sắp xếp", &json!(120), &json!(0))
    );
    let named = desk.refused(
        "save_series",
        json!({ "index": 0, "series": { "name": " ", "types": [], "bodies": [],
        "apart": false, "validFrom": "2025-07-01", "validTo": null, "firstNumber": 1 } }),
    );
    assert_eq!(named.field.as_deref(), Some("name"));
    for _ in 0..3 {
        desk.call("remove_series", json!({ "index": 0 }));
    }
    assert_eq!(desk.refused("remove_series", json!({ "index": 0 })).code, "last-series");
}

const NUMBER: &str = "079180123456";

/// A list with a column of identity numbers.
fn with_identities(desk: &Desk) -> std::path::PathBuf {
    let columns =
        ["STT", "Họ và tên", "Số CCCD", "Ngày cấp CCCD", "Chức vụ, đơn vị", "Hình thức khen thưởng"]
            .map(|head| exchange::OutColumn::new(head, 20.0));
    let line = |cells: [&str; 6]| cells.map(str::to_owned).to_vec();
    let rows = [
        line(["1", "Trần Thị Bích", NUMBER, "01/02/2020", "Chuyên viên, Văn phòng Sở", "Giấy khen"]),
        line(["2", "Lê Văn Cường", "300 123 456", "", "Chuyên viên, Văn phòng Sở", "Giấy khen"]),
        line(["3", "Phạm Thị Dung", "12345", "", "Chuyên viên, Văn phòng Sở", "Giấy khen"]),
    ];
    let bytes =
        exchange::write_list("Danh sách", "DANH SÁCH ĐỀ NGHỊ NĂM 2025", &columns, rows).expect("written");
    let path = desk.path("dinh-danh.xlsx");
    std::fs::write(&path, bytes).expect("written");
    path
}

#[test]
fn identity_numbers_are_masked_everywhere_until_asked_for() {
    let mut desk = Desk::with_sample();
    let path = with_identities(&desk);
    let preview =
        desk.call("preview_import", json!({ "path": path, "round": null, "columns": {}, "sheet": null }));
    let meanings: Vec<&str> =
        list(&preview["columns"]).iter().map(|column| text(&column["meaning"])).collect();
    assert_eq!(meanings[2..4], ["identity", "other"], "the number is recognised, its date of issue kept out");
    assert!(preview.to_string().contains("*********456"), "the cells of the preview are masked");
    let imported =
        desk.call("import", json!({ "path": path, "round": "Đợt 1", "columns": {}, "sheet": null }));
    assert_eq!(imported["added"], 3, "{imported}");
    let rows = desk.nominations(text(&imported["round"]));
    let of = |name: &str| rows.iter().find(|row| row["honoree"]["name"] == name).expect("in the list");
    assert_eq!(of("Trần Thị Bích")["identity"], "*********456");
    assert_eq!(of("Lê Văn Cường")["identity"], "******456");
    assert!(codes(&of("Phạm Thị Dung")["problems"]).contains(&"identity-unusual"), "advice, not a refusal");
    let id = of("Trần Thị Bích")["honoreeId"].clone();
    let nomination = of("Trần Thị Bích")["id"].clone();

    // What every screen can ask for.
    let mut shown = vec![preview, imported.clone(), json!(rows)];
    for (name, request) in [
        ("honoree", json!({ "id": id })),
        ("show", json!({ "id": id })),
        ("show", json!({ "id": nomination })),
        ("show", json!({ "id": imported["round"] })),
        ("honorees", json!({ "text": "", "honoreeType": null, "from": 0, "count": 100 })),
        ("journal", json!({ "id": "" })),
        ("search", json!({ "text": "Trần Thị Bích" })),
        ("search", json!({ "text": NUMBER })),
        ("home", json!({})),
        ("status", json!({})),
    ] {
        shown.push(desk.call(name, request));
    }
    for answer in &shown {
        assert!(!answer.to_string().contains(NUMBER), "unasked, no number is shown: {answer}");
    }
    let found = desk.call("search", json!({ "text": "079 180 123 456" }));
    assert_eq!(
        (&found["groups"][0]["hits"][0]["id"], text(&found["groups"][0]["hits"][0]["title"])),
        (&id, "Trần Thị Bích"),
        "found by the whole number"
    );
    assert_eq!(desk.call("search", json!({ "text": "07918012345" }))["groups"], json!([]), "not by a part");

    assert_eq!(desk.call("show_identity", json!({ "id": id }))["number"], NUMBER);
    let history = desk.call("history", json!({ "id": "", "before": null, "count": 200 }));
    let mut told = String::new();
    for entry in list(&history["entries"]) {
        let changes = desk.call("entry_changes", json!({ "number": entry["number"], "from": 0 }));
        told.push_str(&changes.to_string());
    }
    assert!(told.contains("*********456"), "the history tells that a number was written");
    assert!(!told.contains(NUMBER) && !told.contains("300123456"), "but no number itself");
    let told = desk.call("journal", json!({ "id": id }));
    assert_eq!(told[0]["action"], "Xem số định danh của Trần Thị Bích", "and that is on record");
}

#[test]
fn identity_numbers_are_edited_and_leave_only_when_wanted() {
    let mut desk = Desk::with_sample();
    let path = with_identities(&desk);
    let imported =
        desk.call("import", json!({ "path": path, "round": "Đợt 1", "columns": {}, "sheet": null }));
    let rows = desk.nominations(text(&imported["round"]));
    let row = rows.iter().find(|row| row["honoree"]["name"] == "Lê Văn Cường").expect("listed");
    let edit = |identity: Value| {
        json!({ "id": row["id"], "round": imported["round"], "honoree": row["honoree"], "kind": row["kind"],
            "achievement": "", "identity": identity })
    };
    desk.call("edit_nomination", edit(Value::Null));
    assert_eq!(
        desk.call("show_identity", json!({ "id": row["id"] }))["number"],
        "300123456",
        "left as it was"
    );
    desk.call("edit_nomination", edit(json!("079.099.000.111")));
    assert_eq!(desk.call("show_identity", json!({ "id": row["id"] }))["number"], "079099000111");
    desk.call("edit_nomination", edit(json!("")));
    assert_eq!(desk.call("show_identity", json!({ "id": row["id"] }))["number"], "", "taken away");
    desk.call(
        "edit_honoree",
        json!({ "id": row["honoreeId"], "honoree": row["honoree"], "identity": NUMBER }),
    );
    assert_eq!(desk.call("honoree", json!({ "id": row["honoreeId"] }))["identity"], "*********456");

    for (name, full) in [("masked.xlsx", false), ("full.xlsx", true)] {
        let path = desk.path(name);
        desk.call("export_list", json!({ "id": imported["round"], "identities": full, "path": path }));
        let bytes = std::fs::read(&path).expect("written");
        let cells: Vec<String> = exchange::read_workbook(&bytes, name).expect("read").sheets[0]
            .rows
            .iter()
            .flat_map(|row| row.cells.iter().map(|cell| cell.value.shown()))
            .collect();
        assert_eq!(cells.iter().any(|cell| cell == NUMBER), full, "{name}: {cells:?}");
        assert_eq!(cells.iter().any(|cell| cell == "*********456"), !full, "{name}");
    }
    let journal = desk.call("journal", json!({ "id": imported["round"] }));
    let outs =
        list(&journal).iter().filter(|row| text(&row["action"]).contains("số định danh đầy đủ")).count();
    assert_eq!(outs, 1, "only the list with the numbers is noted");
}

#[test]
fn the_same_name_with_another_number_is_another_person() {
    let mut desk = Desk::with_sample();
    let path = with_identities(&desk);
    desk.call("import", json!({ "path": path, "round": "Đợt 1", "columns": {}, "sheet": null }));
    let columns = ["STT", "Họ và tên", "Số định danh", "Chức vụ, đơn vị", "Hình thức khen thưởng"]
        .map(|head| exchange::OutColumn::new(head, 20.0));
    let line = |cells: [&str; 5]| cells.map(str::to_owned).to_vec();
    let rows = [
        line(["1", "Trần Thị Bích", NUMBER, "Chánh Văn phòng, Văn phòng", "Giấy khen"]),
        line(["2", "Lê Văn Cường", "079099000111", "Chuyên viên, Văn phòng Sở", "Giấy khen"]),
    ];
    let bytes =
        exchange::write_list("Danh sách", "DANH SÁCH ĐỀ NGHỊ NĂM 2026", &columns, rows).expect("written");
    let path = desk.path("nam-sau.xlsx");
    std::fs::write(&path, bytes).expect("written");
    desk.call("import", json!({ "path": path, "round": "Đợt 2", "columns": {}, "sheet": null }));
    let mut named = |name: &str| {
        let page = desk.call("honorees", json!({ "text": name, "honoreeType": null, "from": 0, "count": 9 }));
        list(&page["rows"]).len()
    };
    assert_eq!(named("Trần Thị Bích"), 1, "one number is one person, in another unit too");
    assert_eq!(named("Lê Văn Cường"), 2, "another number is another person of that name");
}
