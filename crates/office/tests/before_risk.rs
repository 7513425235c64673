//! Before anything that changes much, the archive as it was is backed up, beside the work; when it cannot be, that is
//! told. (Before the structure is brought up to date: `tests/proof/released.rs`.)

mod desk;

use desk::{Desk, WORKBOOK, list, open, text};
use serde_json::{Value, json};
use std::fs;

/// A desk with work on it, and what it is about to do.
struct Risk {
    desk: Desk,
    command: &'static str,
    request: Value,
}

fn honorees(desk: &mut Desk) -> Vec<String> {
    let page = desk.call("honorees", json!({ "text": "", "from": 0, "count": 50 }));
    list(&page["rows"]).iter().map(|honoree| text(&honoree["id"]).to_owned()).collect()
}

fn risks() -> Vec<Risk> {
    let import = {
        let mut desk = Desk::new();
        desk.call("sample", json!({}));
        let request = json!({ "path": WORKBOOK, "round": "Tổng kết", "columns": {}, "sheet": null });
        Risk { desk, command: "import", request }
    };
    let people = || {
        let mut desk = Desk::with_sample();
        desk.import("Tổng kết");
        let ids = honorees(&mut desk);
        (desk, ids)
    };
    let merge = {
        let (desk, ids) = people();
        let request = json!({ "into": ids[0], "merged": [ids[1]], "honoree": null });
        Risk { desk, command: "merge", request }
    };
    let unmerge = {
        let (mut desk, ids) = people();
        desk.call("merge", json!({ "into": ids[0], "merged": [ids[1]], "honoree": null }));
        Risk { desk, command: "unmerge", request: json!({ "id": ids[1], "also": [], "different": false }) }
    };
    let import_all = {
        let (mut other, _) = people();
        let mut desk = Desk::new();
        let to = desk.path("cả kho");
        other.call("export_all", json!({ "path": to, "identities": true }));
        // All that an archive may hold when another one comes in.
        desk.call("set_setting", json!({ "name": "theme", "value": "dark" }));
        Risk { desk, command: "import_all", request: json!({ "path": to }) }
    };
    vec![import, merge, unmerge, import_all]
}

/// Everything that can be asked for in a few words: what is on record, and what was done.
fn state(desk: &mut Desk) -> (Value, Value) {
    let history = desk.call("history", json!({ "id": "", "before": null, "count": 200 }));
    (desk.call("status", json!({}))["settings"].clone(), history["entries"].clone())
}

#[test]
fn a_risk_is_preceded_by_a_backup_of_the_archive_as_it_was() {
    for Risk { mut desk, command, request } in risks() {
        let before = state(&mut desk);
        let known = list(&desk.call("backups", json!({ "path": null }))["backups"]).len();
        desk.call(command, request);
        assert!(desk.office.finished_backup().expect("waited").is_none(), "{command}: the copy is made");
        assert_ne!(state(&mut desk), before, "{command} did something");
        let backups = desk.call("backups", json!({ "path": null }));
        let newest = &list(&backups["backups"])[0];
        assert_eq!(list(&backups["backups"]).len(), known + 1, "{command}: one more backup: {backups:#}");
        assert_eq!(newest["reason"], "before_risk", "{command}: and it says why: {newest:#}");
        // The backup is the archive as it was: gone back to elsewhere, it tells so.
        let elsewhere = desk.path("nơi khác");
        let request = json!({ "name": newest["name"], "path": desk.path("kho/backups") });
        office::registry::call_closed(&mut open(&elsewhere, Vec::new).leave(), "restore", request)
            .unwrap_or_else(|problem| panic!("{command}: {problem}"));
        desk.office = open(&elsewhere, Vec::new);
        let (settings, entries) = state(&mut desk);
        assert_eq!(settings, before.0, "{command}: as it was");
        assert_eq!(list(&entries)[1..], *list(&before.1), "{command}: but for the going back itself");
    }
}

#[test]
fn a_backup_that_cannot_be_made_is_told() {
    for Risk { mut desk, command, request } in risks() {
        let before = state(&mut desk);
        // The disk refuses the copy: its place is taken by a folder.
        let journal = list(&before.1)[0]["number"].as_u64().expect("a number");
        let stamp = desk::now().format("%Y%m%d-%H%M%S");
        let part = desk.path(&format!("kho/backups/archive-{stamp}-j{journal}.part"));
        fs::create_dir_all(&part).expect("made");
        desk.call(command, request);
        let problem = desk.office.finished_backup().expect("waited").expect("told");
        assert_eq!(problem.code, "backup-failed", "{command}: {problem}");
        assert_eq!(desk.call("status", json!({}))["backup"]["problem"]["code"], "backup-failed", "{command}");
        fs::remove_dir(&part).expect("removed");
        desk.call("back_up", json!({}));
        assert_eq!(desk.call("status", json!({}))["backup"]["problem"], Value::Null, "{command}: settled");
    }
}
