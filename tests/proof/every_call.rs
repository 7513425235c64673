//! Every write, sync, truncate, create, rename and remove of a session fails once. It is told as a trouble of the disk,
//! what was acknowledged stays, and the same step succeeds when it is tried again.
//!
//! Each run begins with the archive as it was before one step, so that the fault may come anywhere in opening it and in the
//! step. Taking every call in every way lasts long: CI takes every call, and the ways to fail in rotation.

use crate::{
    faults::{self, Fault},
    host::{Answer, Host},
    kills::in_parallel,
    session::{Session, whole_day},
    state::{State, reopened},
};

/// What may come back when the disk fails: never that the archive is damaged, no archive, or a defect of the program.
/// Where there is no room for a log, SQLite calls the archive read-only, and the sentence names both causes.
const OF_THE_DISK: [&str; 4] = ["disk", "disk-full", "file", "archive-read-only"];

/// Ways to fail, of which each call in turn gets the next.
const WAYS: [&str; 8] = ["eio", "before", "enospc", "power", "short", "full", "torn", "after"];

#[test]
fn every_call_may_fail_once() {
    let session = Session::run(whole_day());
    // How many calls opening the archive and taking each step makes.
    let calls = |index: usize| {
        let (_folder, desk) = session.desk_before(index);
        let host = Host::start(&desk, Fault::NONE);
        assert!(matches!(session.steps[index].take(&host), Answer::Done), "step {index}");
        drop(host);
        faults::counted(&desk.notes())
    };
    let every_way = std::env::var_os("BANG_VANG_EVERY").is_some();
    let mut runs = Vec::new();
    for index in 0..session.steps.len() {
        let counted = calls(index);
        for at in 1..=counted.changes {
            for (turn, kind) in WAYS.into_iter().enumerate() {
                if every_way || (at as usize + index) % WAYS.len() == turn {
                    runs.push((index, Fault { kind, at, seed: at }));
                }
            }
        }
        // Reading fails too; it changes nothing, so that one call in so many is enough.
        let stride = if every_way { 1 } else { 9 };
        for at in (1 + index as u64 % stride..=counted.reads).step_by(stride as usize) {
            runs.push((index, Fault { kind: "unread", at, seed: 0 }));
        }
    }
    println!("{} faults in {} steps", runs.len(), session.steps.len());
    in_parallel(runs, |(index, fault)| one_fault(&session, index, fault));
}

fn one_fault(session: &Session, index: usize, fault: Fault) {
    let (_folder, desk) = session.desk_before(index);
    let step = &session.steps[index];
    let what = format!("step {index}, {}, {} at {}", step.command, fault.kind, fault.at);
    let host = Host::start(&desk, fault);
    let mut done = false;
    let mut told = Vec::new();
    // Opening may fail, then the step; a full disk stays full.
    for _ in 0..3 {
        match step.take(&host) {
            Answer::Done => {
                done = true;
                break;
            }
            Answer::Gone => break,
            Answer::Problem(problem) => {
                let code = problem["code"].as_str().unwrap_or_default();
                assert!(OF_THE_DISK.contains(&code), "{what}: told as {problem}");
                told.push(problem);
                // What the window does when the archive could not be opened.
                host.call("open_again", &serde_json::json!({}));
            }
        }
    }
    drop(host);
    let happened = faults::counted(&desk.notes()).happened;
    assert!(
        happened || fault.kind == "unread" || done,
        "{what}: nothing failed, and yet the step was not taken"
    );
    match fault.kind {
        "eio" | "enospc" | "short" | "unread" => {
            assert!(done, "{what}: it does not succeed when it is tried again: {told:#?}");
        }
        _ => {}
    }
    if index == 0 && !done && !desk.archive().join("archive.db").exists() {
        return;
    }
    let state = State::of(&reopened(&desk.archive(), &what));
    let (before, after) = (&session.states[index], &session.states[index + 1]);
    if state == *after {
        return;
    }
    assert!(!done, "{what}: acknowledged, and not there\n{}", state.difference(after));
    assert!(
        state == *before || (index == 0 && state.facts.is_empty()),
        "{what}: half done\n{}",
        state.difference(before)
    );
}
