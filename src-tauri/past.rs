//! Answers about what happened and whether all is sound as Vietnamese text for a terminal.

use crate::table::{date, list, number, problem};
use office::wire::*;
use std::fmt::Write as _;

pub(crate) fn history(page: &HistoryPage) -> String {
    let row = |entry: &HistoryEntry| {
        let kind = match entry.kind {
            HistoryKind::Do => "",
            HistoryKind::Undo => "hoàn tác",
            HistoryKind::Redo => "làm lại",
        };
        let (day, rest) = entry.at.split_at_checked(10).unwrap_or((&entry.at, ""));
        let time = rest.get(1..6).unwrap_or_default();
        vec![
            entry.number.to_string(),
            date(day.parse().ok()),
            time.to_owned(),
            entry.who.clone(),
            kind.to_owned(),
            entry.action.clone(),
        ]
    };
    let rows = page.entries.iter().map(row).collect();
    let mut out = page.title.as_ref().map(|title| format!("{title}\n")).unwrap_or_default();
    out.push_str(&list("Chưa có thay đổi nào.", &["Dòng", "Ngày", "Lúc", "Ai", "", "Việc"], rows));
    if let (true, Some(last)) = (page.more, page.entries.last()) {
        let _ = writeln!(out, "Còn nữa: thêm --before {}", last.number);
    }
    out
}

pub(crate) fn entry_changes(changes: &EntryChanges) -> String {
    let mut out = String::new();
    for thing in &changes.things {
        let fate = match thing.fate {
            RowFate::Made => "thêm",
            RowFate::Changed => "sửa",
            RowFate::Removed => "xóa",
        };
        let id = thing.id.as_ref().map(|id| format!(" ({id})")).unwrap_or_default();
        let _ = writeln!(out, "{} – {fate}: {}{id}", thing.what, thing.name);
        for field in &thing.fields {
            let either =
                |text: &str| if text.is_empty() { "(trống)".to_owned() } else { text.replace('\n', " ") };
            let _ = match thing.fate {
                RowFate::Made => writeln!(out, "  {}: {}", field.label, either(&field.after)),
                RowFate::Removed => writeln!(out, "  {}: {}", field.label, either(&field.before)),
                RowFate::Changed => {
                    writeln!(out, "  {}: {} → {}", field.label, either(&field.before), either(&field.after))
                }
            };
        }
    }
    let left = (changes.total as usize).saturating_sub(changes.from as usize + changes.things.len());
    if left > 0 {
        let _ = writeln!(out, "Còn {} mục nữa.", number(left as u64));
    }
    out
}

pub(crate) fn checked(found: &Checked) -> String {
    let mut out = String::new();
    for (what, count) in &found.counts {
        let _ = writeln!(out, "{}: {}", counted(what), number(*count));
    }
    for wrong in &found.problems {
        let _ = writeln!(out, "{}", problem(wrong));
    }
    out.push_str(if found.sound { "Kho nguyên vẹn.\n" } else { "Kho có chỗ sai hỏng.\n" });
    out
}

/// What a check counts, in Vietnamese.
fn counted(what: &str) -> &str {
    match what {
        "awards" => "Khen thưởng",
        "conferences" => "Hội nghị",
        "documents" => "Văn bản",
        "files" => "Tệp",
        "honorees" => "Đối tượng",
        "journal" => "Dòng nhật ký",
        "nominations" => "Đề nghị",
        "rounds" => "Đợt",
        "units" => "Đơn vị",
        other => other,
    }
}
