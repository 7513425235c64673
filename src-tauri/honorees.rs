//! Answers about honorees who may be one, and about units over the years, for a terminal.

use crate::table::{date, list, number, table, when};
use office::{likeness_in_words, wire::*};
use std::fmt::Write as _;

/// Likely duplicates, each pair in two lines with its reason.
pub(crate) fn duplicates(page: &DuplicatePage) -> String {
    let mut rows = Vec::new();
    for pair in &page.rows {
        for (place, side) in [&pair.one, &pair.other].into_iter().enumerate() {
            let who = &side.honoree;
            let why = if place == 0 { likeness_in_words(&pair.likeness).join("; ") } else { String::new() };
            rows.push(vec![
                side.id.clone(),
                who.name.clone(),
                who.position.clone().unwrap_or_default(),
                who.unit.clone().unwrap_or_default(),
                side.awards.to_string(),
                why,
            ]);
        }
    }
    let heads = ["Mã", "Tên", "Chức vụ", "Đơn vị", "Khen thưởng", "Vì sao có thể là một"];
    let mut out = list("Không thấy hồ sơ nào có thể trùng.", &heads, rows);
    if let Some(next) = &page.next {
        let _ = writeln!(out, "Xem tiếp: bang-vang duplicates --from {next}");
    }
    out
}

/// Units, merged honorees: what an honoree's page says beside its awards.
pub(crate) fn over_the_years(view: &HonoreeView) -> String {
    let mut out = String::new();
    for span in &view.units {
        let years = match (span.first, span.last) {
            (Some(first), Some(last)) if first == last => first.to_string(),
            (Some(first), Some(last)) => format!("{first} - {last}"),
            (Some(first), None) => format!("{first} - nay"),
            (None, _) => "nay".to_owned(),
        };
        let _ = writeln!(out, "Đơn vị {years}: {}", span.text);
    }
    for merged in &view.merged {
        merged_line(&mut out, merged, "");
    }
    out
}

fn merged_line(out: &mut String, merged: &MergedBrief, before: &str) {
    let unit = merged.honoree.unit.as_deref().map(|unit| format!(", {unit}")).unwrap_or_default();
    let _ = writeln!(
        out,
        "{before}Đã gộp {}: {}{unit} ({} khen thưởng; {} gộp lúc {})",
        merged.id,
        merged.honoree.name,
        merged.awards.len(),
        merged.who,
        when(&merged.at)
    );
    for within in &merged.within {
        merged_line(out, within, &format!("{before}  "));
    }
}

pub(crate) fn units(page: &Units) -> String {
    let row = |unit: &UnitBrief| {
        vec![
            unit.id.clone(),
            unit.name.clone(),
            unit.uses.to_string(),
            date(unit.ended),
            unit.also.join("; "),
        ]
    };
    list(
        "Danh mục chưa có đơn vị nào. Xem các cách ghi trong hồ sơ: bang-vang units --unknown",
        &["Mã", "Tên", "Lần ghi", "Kết thúc", "Tên khác"],
        page.rows.iter().map(row).collect(),
    )
}

pub(crate) fn unknown_units(page: &UnitTexts) -> String {
    let rows = page.rows.iter().map(|text| vec![text.uses.to_string(), text.text.clone()]).collect();
    list("Mọi cách ghi đơn vị đều đã rõ.", &["Lần ghi", "Cách ghi"], rows)
}

/// A unit with its names and what is on record under each.
pub(crate) fn unit(view: &UnitView) -> String {
    let mut out = String::new();
    for name in &view.names {
        let kind = if name.official { "Tên" } else { "Cách ghi khác" };
        let from = name.from.map(|_| format!(" từ {}", date(name.from))).unwrap_or_default();
        let to = name.to.map(|_| format!(" đến trước {}", date(name.to))).unwrap_or_default();
        let _ = writeln!(out, "{kind}: {}{from}{to}", name.name);
    }
    for (word, links) in [("Tiền thân", &view.before), ("Kế thừa", &view.after)] {
        for link in links {
            let _ = writeln!(out, "{word}: {} ({}) từ {}", link.name, link.unit, date(Some(link.day)));
        }
    }
    let rows: Vec<Vec<String>> = view
        .periods
        .iter()
        .map(|period| {
            let years = match (period.first, period.last) {
                (Some(first), Some(last)) if first != last => format!("{first} - {last}"),
                (first, _) => first.map(|year| year.to_string()).unwrap_or_default(),
            };
            let (awards, honorees) = (number(period.awards.into()), number(period.honorees.into()));
            vec![years, awards, honorees, period.unit.clone(), period.text.clone()]
        })
        .collect();
    if !rows.is_empty() {
        out.push_str(&table(&["Năm", "Khen thưởng", "Đối tượng hiện nay", "Đơn vị", "Ghi là"], &rows));
    }
    out
}

pub(crate) fn agencies(all: &[DatedAgency]) -> String {
    let row = |dated: &DatedAgency| {
        let agency = &dated.agency;
        vec![date(Some(dated.from)), agency.name.clone(), agency.parent.clone(), agency.place.clone()]
    };
    list(
        "Chưa có thông tin cơ quan.",
        &["Từ ngày", "Tên", "Cơ quan cấp trên", "Địa danh"],
        all.iter().map(row).collect(),
    )
}
