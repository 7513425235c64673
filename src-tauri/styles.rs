//! Answers about the form of papers as Vietnamese text for a terminal.

use crate::table::{problem, table};
use office::wire::*;
use std::fmt::Write as _;

/// Every measure under its part, then the serif.
pub(crate) fn style(style: &Style) -> String {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut last = None;
    for measure in &style.measures {
        let part = if last.replace(measure.part) == Some(measure.part) { "" } else { part(measure.part) };
        let (smallest, largest) = (decimal(measure.smallest), decimal(measure.largest));
        rows.push(vec![
            part.to_owned(),
            measure.key.clone(),
            decimal(measure.value),
            unit(measure.unit).to_owned(),
            match measure.span {
                MeasureSpan::Whole => format!("{smallest} - {largest}"),
                MeasureSpan::Ends => format!("{smallest} hoặc {largest}"),
                MeasureSpan::AtLeast => format!("từ {smallest}"),
            },
            decimal(measure.sample),
            measure.label.clone(),
            measure.article.clone(),
        ]);
    }
    let heads = ["Phần", "Mục", "Chọn", "Đơn vị", "Cho phép", "Mẫu", "Tên gọi", "Nghị định 30/2020/NĐ-CP"];
    let mut out = table(&heads, &rows);
    let _ = writeln!(out, "Phông chữ đang dùng: {}", style.serif.family);
    if let Some(why) = &style.serif.why {
        let _ = writeln!(out, "  {}", problem(why));
    }
    out
}

fn part(part: PaperPart) -> &'static str {
    match part {
        PaperPart::Margins => "Lề trang",
        PaperPart::Head => "Phần đầu",
        PaperPart::Text => "Nội dung",
        PaperPart::Table => "Bảng",
        PaperPart::Signature => "Chữ ký",
        PaperPart::Other => "Khác",
    }
}

fn unit(unit: MeasureUnit) -> &'static str {
    match unit {
        MeasureUnit::Millimetre => "mm",
        MeasureUnit::Point => "pt",
        MeasureUnit::Times => "lần",
    }
}

/// `12,7`.
fn decimal(value: f64) -> String {
    value.to_string().replace('.', ",")
}
