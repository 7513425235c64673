//! What is done to the archive as a whole or in bulk: a backup, a list of ten thousand taken in and back, a check. In a
//! process of its own, so that the memory is what this takes.

use crate::session::{ask, most_memory, office, timed};
use crate::table::{self, Figure};
use office::Office;
use serde_json::{Value, json};
use std::path::Path;
use std::time::{Duration, Instant};

/// Rows of a list.
const ROWS: u32 = 10_000;

pub(crate) fn whole(folder: &Path) {
    let bytes = std::fs::metadata(folder.join("archive.db")).map_or(0, |file| file.len());
    let list = folder.join("list.xlsx");
    write_list(&list, ROWS);
    let mut figures = Vec::new();
    let office = &mut office(folder);

    ask(office, "new_round", round("Đợt trước khi sao lưu"));
    let backup = timed(office, "back_up", json!({}));
    figures.push(Figure::time("backup, copied and verified", backup));
    figures.push(Figure::time("backup, for each 100 MB", backup.mul_f64(100e6 / bytes as f64)));
    figures.extend(import(office, &list, "new people"));
    figures.extend(import(office, &list, "known people"));
    figures.push(Figure::time("undo of that import", timed(office, "undo", json!({}))));
    figures.push(Figure::new("most memory, with imports", most_memory()));
    figures.push(Figure::time("check of the archive", timed(office, "check", json!({}))));
    figures.push(Figure::new("most memory, with the check", most_memory()));
    table::write(&figures);
}

fn round(name: &str) -> Value {
    json!({"name": name, "year": 2026})
}

/// As the officer meets it: with a backup before it, since something has changed since the last one. What of it this thread
/// was at work tells it from waiting for others on a busy machine, the copying beside it included.
fn import(office: &mut Office, list: &Path, who: &str) -> [Figure; 3] {
    let name = format!("Đợt của {who}");
    ask(office, "new_round", round(&name));
    let request = json!({"path": list, "round": name, "columns": {}, "sheet": null});
    let (start, at_work) = (Instant::now(), at_work());
    let imported = ask(office, "import", request);
    let (time, at_work) = (start.elapsed(), self::at_work() - at_work);
    assert_eq!(imported["added"], ROWS, "all rows are taken in");
    let problem = office.finished_backup().expect("told");
    assert!(problem.is_none(), "the backup before it is made");
    let what = format!("import of 10,000 nominations of {who}");
    [
        Figure::time(format!("{what}, until acknowledged"), time),
        Figure::time(format!("{what}, at work"), at_work),
        Figure::time(format!("{what}, until the backup beside it is verified"), start.elapsed()),
    ]
}

/// How long this thread was at work so far.
fn at_work() -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    Duration::from_nanos(told.split(' ').next().and_then(|first| first.parse().ok()).unwrap_or_default())
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
