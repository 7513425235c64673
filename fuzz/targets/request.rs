//! Any request to a command that only reads is answered or refused: the first byte chooses the command, the rest is
//! its JSON. Commands that write files or change the archive are left out: a run must leave nothing behind.
#![no_main]

use std::ops::ControlFlow;

use std::cell::RefCell;

use chrono::DateTime;
use libfuzzer_sys::fuzz_target;
use office::registry::{COMMANDS, Effect, call};
use office::{Environment, Office};
use serde_json::json;

/// Commands that leave the archive alone but write or read where the request says.
const WRITES: [&str; 5] = ["picture", "save_file", "export_all", "pack_dossier", "look_into_folder"];

thread_local! {
    static OFFICE: RefCell<Office> = RefCell::new(sample());
}

/// An archive with the running example, in a folder of its own.
fn sample() -> Office {
    let folder = tempfile::tempdir().expect("a folder").keep();
    let environment = Environment {
        now: Box::new(|| DateTime::parse_from_rfc3339("2026-01-05T08:30:00+07:00").expect("a time")),
        user: "fuzz".into(),
        test_host: true,
        times_new_roman: Box::new(Vec::new),
        printers: Box::new(()),
        watch: Box::new(|_| ControlFlow::Continue(())),
    };
    let mut office = Office::open(folder.join("archive"), environment).expect("an archive");
    call(&mut office, "sample", json!(null))
        .or_else(|_| call(&mut office, "sample", json!({})))
        .expect("the sample");
    office
}

fuzz_target!(|bytes: &[u8]| {
    let Some((&chosen, text)) = bytes.split_first() else { return };
    let Ok(request) = serde_json::from_slice(text) else { return };
    let reading: Vec<_> = COMMANDS
        .iter()
        .filter(|command| command.effect == Effect::Reads && !WRITES.contains(&command.name))
        .collect();
    let command = reading[usize::from(chosen) % reading.len()];
    OFFICE.with(|office| {
        let _ = call(&mut office.borrow_mut(), command.name, request);
    });
});
