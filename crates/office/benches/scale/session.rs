//! What an officer does in a long session with a large archive, in one process.

use crate::{
    scroll,
    searching::searching,
    table::{self, Figure},
};
use chrono::DateTime;
use office::{Environment, Office, registry};
use serde_json::{Value, json};
use specimen::Landmarks;
use std::ops::ControlFlow;
use std::path::Path;
use std::time::{Duration, Instant};

/// Opens the archive and asks what every screen shows first.
pub(crate) fn open(folder: &Path) {
    let mut office = office(folder);
    assert!(ask(&mut office, "status", json!({}))["agency"].is_object(), "the archive has its agency");
    // As a program that is killed: ending in order would back up.
}

pub(crate) fn office(folder: &Path) -> Office {
    let now = DateTime::parse_from_rfc3339("2026-12-28T08:00:00+07:00").expect("a time");
    let environment = Environment {
        now: Box::new(move || now),
        user: "lan".into(),
        test_host: false,
        times_new_roman: Box::new(Vec::new),
        printers: Box::new(()),
        watch: Box::new(|_| ControlFlow::Continue(())),
    };
    Office::open(folder.to_owned(), environment).unwrap_or_else(|problem| panic!("{}", problem.message))
}

pub(crate) fn ask(office: &mut Office, command: &str, request: Value) -> Value {
    registry::call(office, command, request)
        .unwrap_or_else(|problem| panic!("{command}: {}", problem.message))
}

/// How long a command takes, its answer written as JSON text as a host does.
pub(crate) fn timed(office: &mut Office, command: &str, request: Value) -> Duration {
    let start = Instant::now();
    let answer = ask(office, command, request);
    std::hint::black_box(answer.to_string());
    start.elapsed()
}

/// The most memory this process held so far, in MB.
pub(crate) fn most_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    let kilobytes: u64 = line.trim().trim_end_matches(" kB").parse().unwrap_or_default();
    format!("{} MB", kilobytes / 1024)
}

fn landmarks(folder: &Path) -> Landmarks {
    let marks = std::fs::read(folder.join("landmarks.json")).expect("a specimen has landmarks");
    serde_json::from_slice(&marks).expect("written by the specimen")
}

/// Brings the index of search into order, as the thread beside the window does.
pub(crate) fn join(folder: &Path) {
    let mut office = office(folder);
    while office.join_index().unwrap_or_else(|problem| panic!("{}", problem.message)) {}
}

/// Searching alone.
pub(crate) fn search(folder: &Path) {
    table::write(&searching(&mut office(folder), folder, &landmarks(folder)));
}

pub(crate) fn whole(folder: &Path) {
    let marks = landmarks(folder);
    let bytes = std::fs::metadata(folder.join("archive.db")).map_or(0, |file| file.len());
    let mut figures = vec![Figure::new("database", format!("{} MB", bytes / 1_000_000))];
    let office = &mut office(folder);

    figures.extend(searching(office, folder, &marks));
    figures.extend(pages_of_honorees(office, &marks));
    figures.extend(scroll::scroll(&marks, |command, request| ask(office, command, request)));
    figures.extend(lists(office, &marks));
    figures.push(Figure::new("most memory so far", most_memory()));
    table::write(&figures);
}

fn pages_of_honorees(office: &mut Office, marks: &Landmarks) -> [Figure; 2] {
    let step = (marks.honorees / 500).max(1);
    let some = (1..=marks.honorees).step_by(step as usize);
    let times = some.map(|number| timed(office, "honoree", json!({"id": format!("hon-{number}")})));
    let times = times.collect();
    let most = marks.most_honoured.to_string();
    let awards = ask(office, "honoree", json!({"id": most}))["awards"].as_array().map_or(0, Vec::len);
    let again = (0..50).map(|_| timed(office, "honoree", json!({"id": most}))).collect();
    let _ = awards;
    [Figure::times("an honoree's page", times), Figure::times("the page of who has most awards", again)]
}

fn lists(office: &mut Office, marks: &Landmarks) -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut five = |what: &str, command: &str, request: Value| {
        let times = (0..5).map(|_| timed(office, command, request.clone())).collect();
        figures.push(Figure::times(what, times));
    };
    five("first screen", "home", json!({}));
    five(
        "honorees, first page",
        "honorees",
        json!({"text": "", "honoreeType": null, "from": 0, "count": 100}),
    );
    let middle = marks.honorees / 2;
    five(
        "honorees, page in the middle",
        "honorees",
        json!({"text": "", "honoreeType": null, "from": middle, "count": 100}),
    );
    let last = marks.honorees.saturating_sub(50);
    five(
        "honorees, last page",
        "honorees",
        json!({"text": "", "honoreeType": null, "from": last, "count": 100}),
    );
    five(
        "honorees filtered by “thanh ha”",
        "honorees",
        json!({"text": "thanh ha", "honoreeType": null, "from": 0, "count": 100}),
    );
    let documents = |order: &str, from: u32| json!({"state": null, "template": null, "year": null, "order": order, "reverse": false, "from": from, "count": 100});
    five("documents, first page", "documents", documents("changed", 0));
    five("documents, page in the middle", "documents", documents("changed", marks.documents / 2));
    five("documents, last page", "documents", documents("changed", marks.documents.saturating_sub(50)));
    five(
        "documents by title, last page",
        "documents",
        documents("title", marks.documents.saturating_sub(50)),
    );
    let drafts = json!({"state": "draft", "template": null, "year": 2026, "order": "changed", "reverse": false, "from": 0, "count": 100});
    five("drafts of a year, first page", "documents", drafts);
    five("the longest round", "round", json!({"id": marks.longest_round.to_string()}));
    five("conference with figures", "conference", json!({"id": "conf-2"}));
    five("history, newest page", "history", json!({"id": "", "before": null, "count": 0}));
    figures
}
