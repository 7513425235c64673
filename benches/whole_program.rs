//! How fast the program is, from outside, in one run. Prints medians; judges nothing.

#[expect(dead_code, reason = "the tests of the whole program share it and use the rest")]
#[path = "../tests/whole_program/support/mod.rs"]
mod support;

use serde_json::json;
use std::{
    fs,
    time::{Duration, Instant},
};
use support::{program::Desk, sample::id, screen::WindowScreen, workbooks};

/// What is measured in one line.
fn report(what: &str, mut times: Vec<Duration>, remark: &str) {
    times.sort();
    let shown = |time: Duration| format!("{:.1} ms", time.as_secs_f64() * 1000.0);
    let (Some(first), Some(last)) = (times.first(), times.last()) else { return };
    println!(
        "{what:<44} {:>11}   ({} to {}, {} runs{remark})",
        shown(times[times.len() / 2]),
        shown(*first),
        shown(*last),
        times.len()
    );
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// A desk with a round of so many nominations for the department's own commendation.
fn desk_with(rows: u32) -> Desk {
    let desk = Desk::new();
    desk.get(&["sample"]);
    workbooks::long_list(&desk.path("list.xlsx"), rows);
    let (imported, _) = desk.ask(&["import", "list.xlsx", "--round", "Đợt dài"]);
    assert_eq!(imported["added"], rows, "all rows are taken in");
    desk
}

fn main() {
    // `cargo test --benches` only asks whether this can be built and started.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    println!("\nmedians, from outside the program, release build\n");
    start();
    keystroke();
    import();
    decision();
    certificates();
}

fn start() {
    let desk = Desk::with_round();
    let screen = WindowScreen::new(&desk, &[]);
    let once = || {
        let start = Instant::now();
        let session = screen.start();
        session.find("[data-testid='nav-home']");
        let time = start.elapsed();
        session.close();
        time
    };
    // The first start fills caches.
    once();
    report("start to interface ready", (0..7).map(|_| once()).collect(), "");
}

fn keystroke() {
    let desk = Desk::with_round();
    let document = desk.draft_for_round("decision-commendation");
    let screen = WindowScreen::new(&desk, &[]);
    let session = screen.start();
    session.find("[data-testid='nav-home']");
    session.run("window.location.hash = arguments[0]", &json!([format!("#/documents/{document}")]));
    session.page_after("");
    // Types a letter and waits for the page to be drawn anew, all inside the page.
    let script = "const done = arguments[0];
const field = document.querySelector(\"[data-testid='field-summary']\");
const page = document.querySelector('[data-testid=\"preview-page\"]').shadowRoot;
const start = performance.now();
const seen = new MutationObserver(() => { seen.disconnect(); requestAnimationFrame(() => done(performance.now() - start)); });
seen.observe(page, { childList: true, subtree: true });
const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set;
set.call(field, field.value + 'a');
field.dispatchEvent(new InputEvent('input', { bubbles: true, data: 'a', inputType: 'insertText' }));";
    let times = (0..15).filter_map(|_| session.run_async(script, &json!([])).as_f64());
    report("keystroke to new preview", times.map(|ms| Duration::from_secs_f64(ms / 1000.0)).collect(), "");
}

fn import() {
    let times = (0..3).map(|_| {
        let desk = Desk::new();
        desk.get(&["sample"]);
        workbooks::long_list(&desk.path("list.xlsx"), 10_000);
        timed(|| {
            let (imported, _) = desk.ask(&["import", "list.xlsx", "--round", "Đợt dài"]);
            assert_eq!(imported["total"], 10_000);
        })
    });
    report("import of 10,000 rows", times.collect(), "");
}

fn decision() {
    let desk = desk_with(1_000);
    let decision = id(&desk.get(&["draft", "decision-commendation", "--round", "Đợt dài"]));
    let times =
        (0..5).map(|_| timed(|| drop(desk.get(&["export", &decision, "--to", "decision.pdf"])))).collect();
    let exported = desk.get(&["export", &decision, "--to", "decision.pdf"]);
    let size = fs::metadata(desk.path("decision.pdf")).map_or(0, |file| file.len() / 1024);
    report(
        "decision with a 1,000-row list, PDF",
        times,
        &format!("; {} pages, {size} KB", exported["pages"]),
    );
}

fn certificates() {
    let desk = desk_with(200);
    let decision = id(&desk.get(&["draft", "decision-commendation", "--round", "Đợt dài"]));
    let times =
        (0..5).map(|_| timed(|| drop(desk.get(&["certificates", &decision, "--to", "all.pdf"])))).collect();
    let exported = desk.get(&["certificates", &decision, "--to", "all.pdf"]);
    let size = fs::metadata(desk.path("all.pdf")).map_or(0, |file| file.len() / 1024);
    report("200 certificates, one PDF", times, &format!("; {} pages, {size} KB", exported["pages"]));
}
