//! Answers about numbers and what documents do to each other as Vietnamese text for a terminal.

use crate::table::{date, problem, table};
use office::wire::*;
use std::fmt::Write as _;

/// What a document does to others, and others to it.
pub(crate) fn links(all: &[LinkView]) -> String {
    all.iter().fold(String::new(), |mut out, link| {
        let waiting = if link.state == DocumentState::Draft { " (còn là dự thảo)" } else { "" };
        let _ = writeln!(out, "{} {}  {} {}{waiting}", link_words(link), link.id, link.number, link.title);
        out
    })
}

fn link_words(link: &LinkView) -> &'static str {
    match (link.kind, link.passive) {
        (LinkKind::Replaces, false) => "Thay thế",
        (LinkKind::Replaces, true) => "Được thay thế bởi",
        (LinkKind::Amends, false) => "Sửa đổi, bổ sung",
        (LinkKind::Amends, true) => "Được sửa đổi, bổ sung bởi",
        (LinkKind::Corrects, false) => "Đính chính",
        (LinkKind::Corrects, true) => "Được đính chính bởi",
        (LinkKind::Recalls, false) => "Thu hồi",
        (LinkKind::Recalls, true) => "Bị thu hồi bởi",
        (LinkKind::Cancels, false) => "Hủy bỏ",
        (LinkKind::Cancels, true) => "Bị hủy bỏ bởi",
    }
}

/// What became of something, in a few words: `Bị thu hồi bởi 16/QĐ-STP`.
pub(crate) fn became(all: &[LinkView]) -> String {
    all.iter().map(|link| format!("{} {}", link_words(link), link.number)).collect::<Vec<_>>().join("; ")
}

pub(crate) fn register(register: &Register) -> String {
    let mut out = format!("Sổ đăng ký văn bản đi năm {}\n", register.year);
    if register.strands.is_empty() {
        out.push_str("Chưa có văn bản nào ban hành trong năm.\n");
    }
    for strand in &register.strands {
        let _ = writeln!(
            out,
            "\n[{}] {} {}: tiếp theo là số {}; thiếu {}; trùng {}",
            strand.key, strand.series, strand.label, strand.next, strand.missing, strand.twice
        );
        let row = |row: &RegisterRow| {
            let odd: Vec<&str> = row.problems.iter().map(|problem| problem.message.as_str()).collect();
            let what = match row.kind {
                RegisterRowKind::Gap => "(chưa có văn bản trong kho)".to_owned(),
                RegisterRowKind::Note => format!("(ngoài kho) {}", row.title),
                RegisterRowKind::Document => row.title.clone(),
            };
            let remarks = [row.remark.as_str()].into_iter().chain(odd).filter(|text| !text.is_empty());
            vec![
                row.number_and_symbol.clone(),
                date(row.date),
                row.document.clone().unwrap_or_default(),
                row.signer.clone(),
                remarks.collect::<Vec<_>>().join("; "),
                what,
            ]
        };
        let heads = ["Số, ký hiệu", "Ngày", "Mã", "Người ký", "Ghi chú", "Tên loại và trích yếu"];
        out.push_str(&table(&heads, &strand.rows.iter().map(row).collect::<Vec<_>>()));
    }
    out
}

pub(crate) fn series(all: &[SeriesView]) -> String {
    let of = |words: &[String]| if words.is_empty() { "tất cả".to_owned() } else { words.join(", ") };
    let row = |(index, view): (usize, &SeriesView)| {
        let series = &view.series;
        vec![
            (index + 1).to_string(),
            of(&series.types),
            of(&series.bodies),
            if series.apart { "riêng từng loại, từng nơi" } else { "chung" }.to_owned(),
            date(Some(series.valid_from)),
            date(series.valid_to),
            series.first_number.to_string(),
            series.name.clone(),
        ]
    };
    let heads = ["TT", "Loại", "Nơi ban hành", "Đếm số", "Từ ngày", "Đến ngày", "Số đầu", "Dãy số"];
    table(&heads, &all.iter().enumerate().map(row).collect::<Vec<_>>())
}

pub(crate) fn proposal(proposal: &NumberProposal) -> String {
    let mut out = format!("{} {}: số tiếp theo là {}\n", proposal.series, proposal.label, proposal.next);
    for advice in &proposal.advice {
        let _ = writeln!(out, "  {}", problem(advice).replace('\n', "\n  "));
    }
    out
}
