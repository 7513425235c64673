//! Answers about backups and recovery as Vietnamese text for a terminal. What they are is decided in `office`.

use crate::table::{number, problem, table};
use office::wire::*;
use std::fmt::Write as _;

/// `17:41 23/11/2026`; the text itself when it is no time.
fn when(text: &str) -> String {
    chrono::DateTime::parse_from_rfc3339(text)
        .map_or_else(|_| text.to_owned(), |at| at.format("%H:%M %d/%m/%Y").to_string())
}

/// How the backups stand.
pub(crate) fn standing(standing: &BackupStanding) -> String {
    let mut out = match &standing.last_at {
        Some(at) => format!("Bản sao lưu gần nhất cạnh kho: {}.\n", when(at)),
        None => "Chưa có bản sao lưu nào cạnh kho.\n".to_owned(),
    };
    match &standing.folder {
        None => out.push_str("Chưa chọn thư mục sao lưu: bang-vang backup-folder THƯ MỤC\n"),
        Some(folder) => {
            let last = standing.folder_last_at.as_deref().map_or_else(|| "chưa có".to_owned(), when);
            // Writing to a String cannot fail.
            let _ = writeln!(out, "Thư mục sao lưu: {folder}; bản gần nhất ở đó: {last}.");
        }
    }
    for found in [&standing.problem, &standing.folder_problem].into_iter().flatten() {
        let _ = writeln!(out, "{}", problem(found));
    }
    out
}

/// A backup that was asked for.
pub(crate) fn backed_up(done: &BackedUp) -> String {
    let mut out = match done.made {
        true => "Đã sao lưu và kiểm tra bản sao.\n".to_owned(),
        false => "Chưa có thay đổi nào từ lần sao lưu trước.\n".to_owned(),
    };
    if done.standing.folder.is_some() && done.folder_problem.is_none() {
        let _ = writeln!(out, "Đã chép thêm {} tệp sang thư mục sao lưu.", number(done.files));
    }
    if done.missing > 0 {
        let _ = writeln!(
            out,
            "{} tệp của kho bị thiếu hoặc đã thay đổi nên chưa chép được: bang-vang check",
            number(done.missing)
        );
    }
    out + &standing(&done.standing)
}

/// Backups as a table.
pub(crate) fn backups(all: &Backups) -> String {
    let row = |backup: &BackupView| {
        let count = |of: fn(&BackupContents) -> u64| {
            backup.contents.as_ref().map(of).map_or_else(String::new, number)
        };
        let last = backup.contents.as_ref().and_then(|held| held.last_change.as_ref());
        let note = match (&backup.problem, last) {
            (Some(found), _) => found.message.clone(),
            (None, Some(last)) => format!("{} ({})", last.action, when(&last.at)),
            (None, None) => String::new(),
        };
        vec![
            backup.name.clone(),
            place(backup.place).to_owned(),
            backup.made_at.as_deref().map(when).unwrap_or_default(),
            backup.reason.map(reason).unwrap_or_default().to_owned(),
            count(|held| held.documents),
            count(|held| held.honorees),
            count(|held| held.awards),
            count(|held| held.conferences),
            count(|held| held.files),
            note,
        ]
    };
    let heads =
        ["Tên", "Ở", "Lúc", "Khi", "Văn bản", "Đối tượng", "Khen thưởng", "Hội nghị", "Tệp", "Thay đổi cuối"];
    let rows: Vec<_> = all.backups.iter().map(row).collect();
    let list =
        if rows.is_empty() { "Chưa có bản sao lưu nào.\n".to_owned() } else { table(&heads, &rows) };
    list + &standing(&all.standing)
}

fn place(place: BackupPlace) -> &'static str {
    match place {
        BackupPlace::Here => "cạnh kho",
        BackupPlace::Folder => "thư mục",
    }
}

fn reason(reason: BackupReason) -> &'static str {
    match reason {
        BackupReason::Asked => "theo yêu cầu",
        BackupReason::Closing => "đóng chương trình",
        BackupReason::BeforeRisk => "trước việc lớn",
        BackupReason::BeforeUpgrade => "trước khi nâng cấp",
        BackupReason::BeforeRestore => "trước khi khôi phục",
    }
}

/// Why an archive is not open, and what can be done.
pub(crate) fn recovery(found: &Recovery) -> String {
    let mut out = format!("Kho: {}\n", found.folder);
    match &found.problem {
        None => out.push_str("Kho mở bình thường.\n"),
        Some(why) => {
            let _ = writeln!(out, "{}", problem(why));
        }
    }
    for choice in &found.choices {
        let way = match choice {
            RecoveryChoice::TryAgain => "thử lại: chạy lại lệnh",
            RecoveryChoice::Restore => "khôi phục từ bản sao lưu: bang-vang restore",
            RecoveryChoice::ReadOut => "ghi ra những gì còn đọc được: bang-vang read-out THƯ MỤC",
            RecoveryChoice::OpenFolder => "xem thư mục của kho",
            RecoveryChoice::StartAnew => "bắt đầu kho trống, tệp cũ được giữ lại: bang-vang start-anew",
        };
        let _ = writeln!(out, "  → {way}");
    }
    out + &backups(&found.backups)
}

/// What was gone back to.
pub(crate) fn restored(done: &Restored) -> String {
    let mut out = format!("Đã khôi phục kho từ bản sao lưu lúc {}.\n", when(&done.made_at));
    if let Some(name) = &done.safety {
        let _ = writeln!(out, "Kho trước khi khôi phục đã được sao lưu: {name}");
    }
    if let Some(name) = &done.aside {
        let _ = writeln!(out, "Tệp hỏng được giữ lại trong thư mục kho: {name}");
    }
    if done.files > 0 {
        let _ = writeln!(out, "Đã chép lại {} tệp.", number(done.files));
    }
    if done.missing > 0 {
        let _ = writeln!(out, "Còn thiếu {} tệp: bang-vang mend --from THƯ MỤC", number(done.missing));
    }
    out
}

/// What could be read.
pub(crate) fn readable(done: &Readable) -> String {
    let row = |read: &ReadableTable| {
        let whole = if read.whole { "trọn vẹn" } else { "có phần không đọc được" };
        vec![read.table.clone(), number(read.rows), whole.to_owned()]
    };
    let rows: Vec<_> = done.tables.iter().map(row).collect();
    format!("Đã ghi ra: {}\n{}", done.folder, table(&["Bảng", "Dòng", "Mức đọc được"], &rows))
}

/// Files brought back.
pub(crate) fn mended(done: &Mended) -> String {
    let mut out = match (done.mended, done.left.is_empty()) {
        (0, true) => "Không có tệp nào bị thiếu hoặc thay đổi.\n".to_owned(),
        (count, _) => format!("Đã lấy lại {} tệp.\n", number(count)),
    };
    for name in &done.left {
        let _ = writeln!(out, "Chưa tìm thấy bản gốc của tệp “{name}” trong thư mục sao lưu.");
    }
    out
}

/// An empty archive was made.
pub(crate) fn started_anew(done: &StartedAnew) -> String {
    let kept = done.aside.as_ref().map(|name| format!("Tệp cũ được giữ lại: {name}\n")).unwrap_or_default();
    format!("Đã lập kho trống.\n{kept}")
}
