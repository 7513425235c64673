//! Long work tells how far it is; stopped, it has done nothing.

mod desk;

use desk::{Desk, open_watched, text};
use office::{Progress, Stage};
use serde_json::json;
use std::{
    ops::ControlFlow,
    sync::{Arc, Mutex},
};
use tempfile::TempDir;

/// What was told, and in which stage work is to be stopped.
#[derive(Default)]
struct Diary {
    told: Vec<Progress>,
    stop_in: Option<Stage>,
}

fn desk() -> (Desk, Arc<Mutex<Diary>>) {
    let diary = Arc::new(Mutex::new(Diary::default()));
    let watcher = Arc::clone(&diary);
    let watch = Box::new(move |progress: Progress| {
        let mut diary = watcher.lock().expect("nobody panicked");
        diary.told.push(progress);
        if diary.stop_in == Some(progress.stage) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    let folder = TempDir::new().expect("a temporary folder");
    let office = open_watched(&folder.path().join("kho"), Vec::new, watch);
    let mut desk = Desk { office, folder };
    desk.call("sample", json!({}));
    (desk, diary)
}

#[test]
fn an_import_that_is_stopped_leaves_the_archive_as_it_was() {
    let (mut desk, diary) = desk();
    let before = desk.call("journal", json!({ "id": "" }));
    diary.lock().expect("free").stop_in = Some(Stage::Recording);
    let request =
        json!({ "path": desk::WORKBOOK, "round": "Tổng kết năm 2025", "columns": {}, "sheet": null });
    let problem = desk.refused("import", request);
    assert_eq!(problem.code, "stopped");
    assert!(desk.rounds().is_empty(), "no round, no nomination");
    assert_eq!(desk.call("journal", json!({ "id": "" })), before, "and no line in the journal");
    diary.lock().expect("free").stop_in = None;
    assert_eq!(desk.import("Tổng kết năm 2025")["added"], 41, "it can be done again");
}

#[test]
fn an_export_that_is_stopped_replaces_no_file_and_an_issue_is_not_half_done() {
    let (mut desk, diary) = desk();
    let round = text(&desk.import("Tổng kết năm 2025")["round"]).to_owned();
    let id = desk.draft("decision-commendation", &round);
    desk.propose(&id);
    let path = desk.path("quyet-dinh.pdf");
    std::fs::write(&path, "what was there").expect("written");
    for stage in [Stage::LayingOut, Stage::Writing] {
        diary.lock().expect("free").stop_in = Some(stage);
        let problem = desk.refused("export", json!({ "id": id, "path": path }));
        assert_eq!(problem.code, "stopped", "{stage:?}");
        assert_eq!(std::fs::read(&path).expect("there"), b"what was there", "{stage:?}: nothing is replaced");
    }
    diary.lock().expect("free").stop_in = Some(Stage::Recording);
    let problem = desk.refused("issue", json!({ "id": id, "number": "15", "date": "2025-12-15" }));
    assert_eq!(problem.code, "stopped");
    diary.lock().expect("free").stop_in = None;
    let view = desk.call("document", json!({ "id": id }));
    assert_eq!(view["brief"]["state"], "draft", "the decision is a draft as before");
    assert_eq!(view["files"], 0, "no file of it was kept: {}", view["files"]);

    diary.lock().expect("free").told.clear();
    desk.export(&id, "xong.pdf");
    let told = std::mem::take(&mut diary.lock().expect("free").told);
    for stage in [Stage::LayingOut, Stage::Writing] {
        let of_stage: Vec<&Progress> = told.iter().filter(|progress| progress.stage == stage).collect();
        assert!(!of_stage.is_empty(), "{stage:?} is told");
        assert!(of_stage.iter().all(|progress| progress.done <= progress.total), "{stage:?}: never over");
    }
}
