//! What an officer does in a long session with a large archive, in one process.

use crate::searching::searching;
use crate::table::{self, Figure};
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

fn office(folder: &Path) -> Office {
    let now = DateTime::parse_from_rfc3339("2026-12-28T08:00:00+07:00").expect("a time");
    let environment = Environment {
        now: Box::new(move || now),
        user: "lan".into(),
        test_host: false,
        times_new_roman: Box::new(Vec::new),
        watch: Box::new(|_| ControlFlow::Continue(())),
    };
    Office::open(folder.to_owned(), environment).unwrap_or_else(|problem| panic!("{}", problem.message))
}

fn ask(office: &mut Office, command: &str, request: Value) -> Value {
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
fn most_memory() -> String {
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
    figures.extend(lists(office, &marks));
    figures.push(Figure::new("most memory so far", most_memory()));
    figures.push(import(office, folder));
    figures.push(Figure::new("most memory, with the import", most_memory()));
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
    five("rounds", "rounds", json!({}));
    five("round of 10,000", "round", json!({"id": marks.longest_round.to_string()}));
    five("conferences", "conferences", json!({}));
    five("conference with figures", "conference", json!({"id": "conf-2"}));
    five("journal", "journal", json!({"id": ""}));
    figures
}

fn import(office: &mut Office, folder: &Path) -> Figure {
    let list = folder.join("list.xlsx");
    write_list(&list, 10_000);
    let request = json!({"path": list.display().to_string(), "round": "Đợt nhập 10.000 dòng", "columns": {}, "sheet": null});
    let start = Instant::now();
    let imported = ask(office, "import", request);
    let time = start.elapsed();
    assert_eq!(imported["added"], 10_000, "all rows are taken in");
    Figure::time("import of 10,000 nominations", time)
}

/// A list with so many people, every one another.
fn write_list(path: &Path, rows: u32) {
    const FAMILY: [&str; 10] = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng"];
    const MIDDLE: [&str; 10] = ["Văn", "Thị", "Hữu", "Ngọc", "Minh", "Thanh", "Quốc", "Kim", "Đức", "Xuân"];
    const GIVEN: [&str; 10] =
        ["Ánh", "Bình", "Cường", "Diễm", "Hạnh", "Khoa", "Liên", "Nghĩa", "Phượng", "Yến"];
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    let heads = ["STT", "Họ và tên", "Ngày sinh", "Chức vụ, đơn vị", "Hình thức khen thưởng", "Thành tích"];
    for (column, head) in (0..).zip(heads) {
        sheet.write(0, column, head).expect("a head fits");
    }
    for row in 1..=rows {
        let of = |names: [&'static str; 10], place: u32| names[(row / 10_u32.pow(place) % 10) as usize];
        let cells = [
            row.to_string(),
            format!("{} {} {} {}", of(FAMILY, 3), of(MIDDLE, 2), of(GIVEN, 1), of(GIVEN, 0)),
            format!("{:02}/{:02}/{}", 1 + row % 28, 1 + row % 12, 1965 + row % 35),
            format!("Chuyên viên, Phòng Nghiệp vụ {}", 1 + row % 12),
            "Giấy khen".to_owned(),
            "Hoàn thành xuất sắc nhiệm vụ năm 2025".to_owned(),
        ];
        for (column, cell) in (0..).zip(cells) {
            sheet.write(row, column, cell).expect("a cell fits");
        }
    }
    workbook.save(path).expect("the workbook is written");
}
