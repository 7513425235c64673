//! Search as hosts call it: our own papers by their text, filters, saved searches, the list in Excel.

mod desk;

use desk::{Desk, list, text};
use serde_json::{Value, json};

/// The hits of a kind.
fn hits<'a>(found: &'a Value, kind: &str) -> &'a [Value] {
    let group = list(&found["groups"]).iter().find(|group| group["kind"] == kind);
    group.map_or(&[], |group| list(&group["hits"]))
}

#[test]
fn what_we_export_is_found_by_its_text() {
    let mut desk = Desk::with_sample();
    let round = text(&desk.import("Tổng kết năm 2025")["round"]).to_owned();
    let decision = desk.draft("decision-commendation", &round);
    desk.propose(&decision);
    let (exported, _) = desk.export(&decision, "quyet-dinh.pdf");
    let before = desk.call("search", json!({ "text": "Căn cứ Luật Thi đua, khen thưởng" }));
    assert!(
        hits(&before, "file").is_empty() && before["waiting"] != 0,
        "not read yet, and that is said: {before}"
    );
    let read = desk.call("read_texts", json!({ "again": false }));
    assert_eq!(
        (&read["failed"], &read["waiting"]),
        (&json!(0), &json!(0)),
        "everything of ours can be read: {read}"
    );
    // A line of the paper that breaks anywhere, with marks and without.
    for asked in ["Căn cứ Luật Thi đua, khen thưởng", "can cu luat thi dua khen thuong", "QUYẾT ĐỊNH"]
    {
        let found = desk.call("search", json!({ "text": asked, "things": ["file"] }));
        let file = hits(&found, "file").iter().find(|hit| hit["id"] == exported["file"]);
        let file = file.unwrap_or_else(|| panic!("`{asked}` is in the file: {found}"));
        assert!(list(&file["snippet"]).iter().any(|piece| piece["hit"] == true), "and marked there: {file}");
    }
    let name = "Bùi Thùy Nhân";
    let found = desk.call("search", json!({ "text": name }));
    assert_eq!(hits(&found, "honoree")[0]["exact"], true, "with its marks: {found}");
}

#[test]
fn text_of_our_papers_is_read_as_it_was_written() {
    let mut desk = Desk::with_sample();
    let round = text(&desk.import("Tổng kết năm 2025")["round"]).to_owned();
    let decision = desk.draft("decision-commendation", &round);
    let (_, bytes) = desk.export(&decision, "a.pdf");
    let exchange::FileText::Text(read) = exchange::read_text(&bytes) else { panic!("it has text") };
    let read = read.split_whitespace().collect::<Vec<_>>().join(" ");
    for written in
        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Theo đề nghị của", "Điều 1."]
    {
        assert!(read.contains(written), "`{written}`, letter for letter, blank for blank: {read}");
    }
}

#[test]
fn filters_alone_list_awards_and_all_of_them_go_to_excel() {
    let mut desk = Desk::with_sample();
    let filter = json!({ "kind": "merit", "honoreeType": "collective" });
    let found = desk.call("search", json!({ "filter": filter, "count": 3 }));
    let group = &found["groups"][0];
    assert_eq!(
        (&group["kind"], &group["total"]),
        (&json!("award"), &json!(11)),
        "2 of the Minister, 9 of the Chairman"
    );
    assert_eq!(list(&group["hits"]).len(), 3, "a page of them");
    let next = desk.call("search", json!({ "filter": filter, "from": 9, "count": 3 }));
    assert_eq!(hits(&next, "award").len(), 2, "the last page");
    let problem = desk.refused("search", json!({ "filter": { "kind": "không-có" } }));
    assert_eq!(problem.code, "unknown-kind");
    let path = desk.path("ket-qua.xlsx");
    let written =
        desk.call("export_search", json!({ "search": { "filter": filter, "count": 3 }, "path": path }));
    assert_eq!(written["count"], 11, "not only the page");
    let workbook =
        exchange::read_workbook(&std::fs::read(&path).expect("written"), "ket-qua.xlsx").expect("a workbook");
    assert_eq!(workbook.sheets.len(), 1, "a sheet for the one kind");
    assert_eq!(workbook.sheets[0].name, "Khen thưởng");
    assert_eq!(workbook.sheets[0].rows.len(), 12, "heads and all awards");
    let both = desk.path("hai.xlsx");
    desk.call("export_search", json!({ "search": { "text": "hội nghị" }, "path": both }));
    let problem =
        desk.refused("export_search", json!({ "search": { "text": "không có gì như thế" }, "path": both }));
    assert_eq!(problem.code, "nothing-found", "no empty file over another");
}

#[test]
fn saved_searches_are_kept_renamed_and_removed() {
    let mut desk = Desk::with_sample();
    let search =
        json!({ "text": "", "filter": { "kind": "merit", "yearFrom": 2015 }, "from": 7, "count": 3 });
    desk.call("save_search", json!({ "name": "  Bằng khen  từ 2015 ", "search": search }));
    let saved = desk.call("saved_searches", json!({}));
    assert_eq!(saved[0]["name"], "Bằng khen từ 2015");
    assert_eq!(saved[0]["search"]["filter"]["yearFrom"], 2015);
    assert_eq!(saved[0]["search"]["from"], 0, "a search is saved, not its page");
    let status = desk.call("status", json!({}));
    assert_eq!(status["undo"], "Lưu tìm kiếm “Bằng khen từ 2015”", "a change like any other");
    desk.call("rename_search", json!({ "name": "Bằng khen từ 2015", "newName": "Bằng khen" }));
    assert_eq!(desk.refused("save_search", json!({ "name": " ", "search": {} })).code, "name-missing");
    desk.call("remove_search", json!({ "name": "Bằng khen" }));
    assert_eq!(desk.call("saved_searches", json!({})), json!([]));
    desk.call("undo", json!({}));
    assert_eq!(desk.call("saved_searches", json!({}))[0]["name"], "Bằng khen", "taken back");
    assert_eq!(desk.call("check", json!({}))["sound"], true);
}
