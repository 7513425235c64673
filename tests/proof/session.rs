//! A scripted session: many kinds of changes, one after the other, and the state of the archive after each.

use crate::{
    faults::{self, Fault},
    host::{Answer, Desk, Host, copy_folder},
    state::State,
};
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
};
use tempfile::TempDir;

/// One change that the officer makes: a command of the registry, or closing the window.
#[derive(Debug, Clone)]
pub(crate) struct Step {
    pub(crate) command: &'static str,
    request: Value,
}

impl Step {
    /// Takes the step; the answer is the acknowledgement.
    pub(crate) fn take(&self, host: &Host) -> Answer {
        match self.command {
            "close" => host.close(),
            command => host.call(command, &self.request),
        }
    }
}

fn step(command: &'static str, request: Value) -> Step {
    Step { command, request }
}

/// A session that was run on a disk that works: its steps, and the archive before the first and after each.
pub(crate) struct Session {
    pub(crate) steps: Vec<Step>,
    /// One more than steps.
    pub(crate) states: Vec<State>,
    /// Calls that changed something until the session ended.
    pub(crate) changes: u64,
    /// Milliseconds it took.
    pub(crate) took: u64,
    folder: TempDir,
}

/// Where what belongs to tests of one machine is: in memory where there is such a place, since thousands of archives are
/// made and none is kept.
pub(crate) fn place_for_desks() -> PathBuf {
    let memory = Path::new("/dev/shm");
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"));
    if memory.is_dir() { memory.to_owned() } else { target.to_owned() }
}

/// A fresh folder, gone with its value.
pub(crate) fn fresh_folder() -> TempDir {
    tempfile::Builder::new().prefix("bang-vang-proof-").tempdir_in(place_for_desks()).expect("a folder")
}

/// The files that the officer has: the same bytes at the same place for every desk of a run.
fn papers() -> &'static Path {
    static PAPERS: std::sync::OnceLock<PathBuf> = std::sync::OnceLock::new();
    PAPERS.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("papers");
        fs::create_dir_all(&folder).expect("a folder");
        let sample =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sample/de-nghi-khen-thuong-2025.xlsx");
        fs::copy(sample, folder.join("de-nghi.xlsx")).expect("the sample list");
        let signed: Vec<u8> = (0..40_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        fs::write(folder.join("đã ký.pdf"), signed).expect("a signed paper");
        folder
    })
}

/// The session that every test walks: what an officer does between the first start and the end of the day.
pub(crate) fn whole_day() -> Vec<Step> {
    let mut steps = vec![step("sample", json!({})), import()];
    steps.extend(everyday());
    steps.extend(issuing());
    steps.push(step("close", json!({})));
    steps
}

/// The same changes in another order for each seed, as far as one does not need another.
pub(crate) fn shuffled(seed: u64) -> Vec<Step> {
    let mut steps = vec![step("sample", json!({})), import()];
    let mut everyday = everyday();
    let mut rest = issuing();
    rest.reverse();
    let mut dice = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut roll = |sides: usize| {
        dice ^= dice << 13;
        dice ^= dice >> 7;
        dice ^= dice << 17;
        (dice >> 33) as usize % sides
    };
    while !everyday.is_empty() || !rest.is_empty() {
        let of_rest = everyday.is_empty() || (!rest.is_empty() && roll(2) == 0);
        let next = if of_rest { rest.pop() } else { Some(everyday.swap_remove(roll(everyday.len()))) };
        // What was taken back can be done again only at once.
        let again = next.as_ref().is_some_and(|step| step.command == "undo").then(|| rest.pop()).flatten();
        steps.extend(next.into_iter().chain(again));
    }
    steps.push(step("close", json!({})));
    steps
}

fn import() -> Step {
    let path = papers().join("de-nghi.xlsx");
    step("import", json!({ "path": path, "round": "Tổng kết năm 2025", "columns": {}, "sheet": null }))
}

/// Changes that need none of each other.
fn everyday() -> Vec<Step> {
    let honoree = |name: &str| {
        json!({ "honoreeType": "individual", "name": name, "gender": "female", "birth": null,
                "position": "Chuyên viên", "unit": "Văn phòng Sở" })
    };
    vec![
        step("set_setting", json!({ "name": "theme", "value": "dark" })),
        step("new_round", json!({ "name": "Đợt đột xuất tháng 12", "year": 2025 })),
        step("edit_round", json!({ "id": "round-1", "name": "Tổng kết năm 2025", "year": 2024 })),
        step("decide", json!({ "ids": ["nom-1", "nom-2"], "state": "approved" })),
        step("remove_nominations", json!({ "ids": ["nom-3"] })),
        step("edit_honoree", json!({ "id": "hon-2", "honoree": honoree("Đặng Thị Hòa") })),
        step(
            "record_awards",
            json!({ "honoree": honoree("Lý Thị Kiểm Thử"), "kind": "commendation-department-director", "count": 2,
                    "achievement": "", "period": "2023", "decision": "12/QĐ-STP", "date": "2023-12-20",
                    "conference": null }),
        ),
        step("attach", json!({ "id": "conf-1", "path": papers().join("đã ký.pdf") })),
        step("save_style", json!({ "reset": false, "set": {}, "serif": "liberation" })),
    ]
}

/// A decision from its draft to its issue, taken back and done again, in this order.
fn issuing() -> Vec<Step> {
    let paper = |id: &str| Value::from(id);
    let proposer = json!({ "proposer": "Chánh Văn phòng Sở" });
    vec![
        step(
            "draft",
            json!({ "template": "decision-commendation", "round": "round-1", "conference": null,
                    "document": null, "set": proposer }),
        ),
        step(
            "set_field",
            json!({ "id": paper("doc-1"), "key": "summary", "value": "Về việc tặng Giấy khen" }),
        ),
        step("export", json!({ "id": paper("doc-1"), "path": "xuất.pdf" })),
        step("issue", json!({ "id": paper("doc-1"), "number": "15", "date": "2025-12-19" })),
        step("undo", json!({})),
        step("redo", json!({})),
        step("attach", json!({ "id": paper("doc-1"), "path": papers().join("đã ký.pdf") })),
    ]
}

impl Session {
    /// Runs the steps on a disk that works and notes the archive after each.
    pub(crate) fn run(steps: Vec<Step>) -> Self {
        let folder = fresh_folder();
        let desk = Desk { folder: folder.path().join("at work") };
        fs::create_dir_all(desk.folder.join("place")).expect("a folder");
        let snapshot = |index: usize| folder.path().join(index.to_string());
        let before = |index: usize| {
            copy_folder(&desk.folder.join("place"), &snapshot(index).join("place"));
            State::of_copy(&snapshot(index).join("place/archive"))
        };
        let start = std::time::Instant::now();
        copy_folder(&desk.folder.join("place"), &snapshot(0).join("place"));
        let mut states = vec![State::default()];
        let host = Host::start(&desk, Fault::NONE);
        let mut copying = std::time::Duration::ZERO;
        for (index, step) in steps.iter().enumerate() {
            match step.take(&host) {
                Answer::Done => {}
                other => panic!("step {index}, {}: {other:?}", step.command),
            }
            let copy = std::time::Instant::now();
            states.push(before(index + 1));
            copying += copy.elapsed();
        }
        drop(host);
        let took = (start.elapsed() - copying).as_millis() as u64;
        let changes = faults::counted(&desk.notes()).changes;
        Self { steps, states, changes, took, folder }
    }

    /// A new desk with the archive as it was before a step.
    pub(crate) fn desk_before(&self, index: usize) -> (TempDir, Desk) {
        let folder = fresh_folder();
        copy_folder(&self.folder.path().join(index.to_string()), folder.path());
        let desk = Desk { folder: folder.path().to_owned() };
        (folder, desk)
    }
}
