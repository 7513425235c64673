//! Tables and sentences for people at a terminal, in Vietnamese. Nothing is cut short.

use office::wire::{Finding, FindingSeverity, Problem};
use std::fmt::Write as _;

/// Lines of equal columns under heads; the last column runs on.
pub(crate) fn table(heads: &[&str], rows: &[Vec<String>]) -> String {
    let mut widths: Vec<usize> = heads.iter().map(|head| width(head)).collect();
    for row in rows {
        for (column, cell) in row.iter().enumerate().take(widths.len()) {
            widths[column] = widths[column].max(width(cell));
        }
    }
    let mut out = line(heads.iter().copied(), &widths);
    for row in rows {
        out.push_str(&line(row.iter().map(String::as_str), &widths));
    }
    out
}

/// A list, or a sentence where it is empty.
pub(crate) fn list(empty: &str, heads: &[&str], rows: Vec<Vec<String>>) -> String {
    if rows.is_empty() { format!("{empty}\n") } else { table(heads, &rows) }
}

fn line<'a>(cells: impl Iterator<Item = &'a str>, widths: &[usize]) -> String {
    let mut out = String::new();
    for (cell, wanted) in cells.zip(widths) {
        out.push_str(&cell.replace('\n', " "));
        out.push_str(&" ".repeat(wanted - width(cell).min(*wanted) + 2));
    }
    format!("{}\n", out.trim_end())
}

/// Columns a text takes: letters without the marks that combine with them.
fn width(text: &str) -> usize {
    text.chars().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).count()
}

/// `1.234.567`.
pub(crate) fn number(value: u64) -> String {
    let digits = value.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

/// `15/06/2020`; empty when there is none.
pub(crate) fn date(date: Option<chrono::NaiveDate>) -> String {
    date.map(|date| date.format("%d/%m/%Y").to_string()).unwrap_or_default()
}

/// `17:41 23/11/2026`; the text itself when it is no time.
pub(crate) fn when(text: &str) -> String {
    chrono::DateTime::parse_from_rfc3339(text)
        .map_or_else(|_| text.to_owned(), |at| at.format("%H:%M %d/%m/%Y").to_string())
}

/// A problem and what to do about it, a line each.
pub(crate) fn problem(problem: &Problem) -> String {
    let mut out = problem.message.clone();
    if let Some(hint) = &problem.hint {
        let _ = write!(out, "\n  → {hint}");
    }
    out
}

/// Findings of a document, one each line.
pub(crate) fn findings(findings: &[Finding]) -> String {
    findings.iter().fold(String::new(), |mut out, finding| {
        let word = match finding.severity {
            FindingSeverity::Note => "Ghi chú",
            FindingSeverity::Blank => "Để trống",
            FindingSeverity::Warning => "Cần xem",
            FindingSeverity::Error => "Thiếu",
        };
        let said = problem(&finding.problem).replace('\n', "\n  ");
        // A field that is left blank on purpose says so itself.
        let said = said.strip_prefix(&format!("{word}: ")).unwrap_or(&said);
        // Writing to a String cannot fail.
        let _ = writeln!(out, "  {word}: {said}");
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_under_vietnamese_heads() {
        let rows = vec![
            vec!["1".into(), "Đặng Thị Ánh".into(), "x".into()],
            vec!["10".into(), "Lý".into(), "y".into()],
        ];
        assert_eq!(
            table(&["TT", "Họ và tên", "Ghi chú"], &rows),
            "TT  Họ và tên     Ghi chú\n1   Đặng Thị Ánh  x\n10  Lý            y\n"
        );
    }

    #[test]
    fn numbers_have_dots() {
        assert_eq!([0, 999, 1000, 1_234_567].map(number), ["0", "999", "1.000", "1.234.567"]);
    }
}
