//! Answers of the search as Vietnamese text for a terminal.

use crate::{answers::file_line, table::list};
use office::wire::*;
use std::fmt::Write as _;

pub(crate) fn found(found: &Found) -> String {
    let mut out = String::new();
    if found.groups.is_empty() {
        out.push_str("Không tìm thấy.\n");
    }
    for group in &found.groups {
        let more = if group.more { "hơn " } else { "" };
        let _ = writeln!(out, "{} ({more}{})", capital(kind(group.kind)), group.total);
        let row = |hit: &Hit| vec![hit.id.clone(), hit.title.clone(), marked(&hit.snippet)];
        out.push_str(&list("", &["Mã", "Tên", "Chỗ tìm thấy"], group.hits.iter().map(row).collect()));
    }
    if found.waiting > 0 {
        let _ = writeln!(out, "Còn {} tệp chưa đọc chữ; lệnh texts đọc chúng.", found.waiting);
    }
    out
}

/// What was searched for between signs that stand out in a line of plain text. For eyes only: `--json` has the pieces.
fn marked(pieces: &[Piece]) -> String {
    pieces
        .iter()
        .map(|piece| if piece.hit { format!("«{}»", piece.text) } else { piece.text.clone() })
        .collect()
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

pub(crate) fn saved_searches(all: &[SavedSearch]) -> String {
    let row = |saved: &SavedSearch| {
        let filter = &saved.search.filter;
        let years = [filter.year_from, filter.year_to].into_iter().flatten().map(|year| year.to_string());
        let mut parts: Vec<String> = vec![years.collect::<Vec<_>>().join("–")];
        parts.extend(filter.kind.clone());
        parts.extend(filter.conference.clone());
        parts.push(filter.unit.clone());
        parts.retain(|part| !part.is_empty());
        vec![saved.name.clone(), saved.search.text.clone(), parts.join("; ")]
    };
    list("Chưa lưu tìm kiếm nào.", &["Tên", "Chữ", "Bộ lọc"], all.iter().map(row).collect())
}

pub(crate) fn texts_read(read: &TextsRead) -> String {
    let TextsRead { read, without, failed, waiting, unreadable } = read;
    let mut out = format!(
        "Đã đọc {read} tệp, {without} tệp không có chữ, {failed} tệp không đọc được, còn {waiting} tệp chờ đọc.\n"
    );
    for file in unreadable {
        let _ = writeln!(out, "{}: {}", file_line(&file.file), file.reason);
    }
    out
}

pub(crate) fn kind(kind: HitKind) -> &'static str {
    match kind {
        HitKind::Honoree => "đối tượng",
        HitKind::Document => "văn bản",
        HitKind::Conference => "hội nghị",
        HitKind::Round => "đợt",
        HitKind::Decision => "quyết định",
        HitKind::Award => "khen thưởng",
        HitKind::File => "tệp",
        HitKind::Unit => "đơn vị",
    }
}
