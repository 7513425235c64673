//! One nominating row: for what, and every doubt. Who it names is in `nominee/who.rs`, sections and totals in `rows.rs`.

mod who;

pub(crate) use who::looks_like_person;

use crate::heads::{Heads, Merged};
use crate::list::RecogniseOptions;
use crate::rows::{Around, inferred};
use crate::workbook::{Sheet, Value};
use crate::{ColumnMeaning, Inference, LegacyEncoding, ListRow, RowProblem, RowVerdict};
use commendation::text::{clean, fold};
use commendation::{HonoreeType, Recognised, check_nomination};
use std::collections::HashMap;

/// What is known about the whole list.
pub(crate) struct Known {
    /// The award that the title names, when it names one.
    pub(crate) titled_award: Option<String>,
    /// The title leaves out whose award it is, so it is taken for the agency's own.
    pub(crate) titled_assumed: bool,
    /// The type of honoree that the title or the sheet's name names.
    pub(crate) titled_type: Option<HonoreeType>,
    /// Wordings recognised so far.
    pub(crate) awards: HashMap<(String, Option<HonoreeType>), Award>,
    /// The old encoding that was converted.
    pub(crate) converted: Option<LegacyEncoding>,
}

/// What a wording turned out to be.
#[derive(Debug, Clone)]
pub(crate) enum Award {
    Known(String),
    Assumed(String, String),
    Ambiguous(Vec<String>),
    Unknown,
}

/// A wording and where it stands.
struct Wording {
    text: String,
    column: Option<u32>,
    inferred: Option<Inference>,
}

/// The nominations of one row: at least one entry, more when it names several awards.
#[allow(clippy::too_many_arguments)]
pub(crate) fn nominate(
    sheet: &Sheet,
    merged: &Merged<'_>,
    heads: &Heads,
    at: usize,
    row: ListRow,
    around: &Around,
    known: &mut Known,
    options: &RecogniseOptions<'_>,
) -> Vec<ListRow> {
    let mut reading = Reading { sheet, merged, heads, index: sheet.rows[at].index, row, options };
    reading.missing_values();
    let wordings = reading.wordings(around, known);
    let honoree = reading.honoree(around, known, &wordings);
    reading.row.achievement = reading.joined(ColumnMeaning::Achievement, "; ");
    if honoree.as_ref().is_some_and(|honoree| honoree.honoree_type == HonoreeType::Individual) {
        reading.identity();
    }
    let awards = reading.awards(wordings, honoree.as_ref().map(|h| h.honoree_type), known);
    let row = reading.row;
    if awards.is_empty() {
        let mut row = row;
        row.honoree = honoree;
        row.verdict = RowVerdict::Question;
        let column = heads.of(ColumnMeaning::Award).next().map(|c| c.index);
        // A formula without a value was reported already.
        if !row.problems.iter().any(|p| p.code == "formula-without-value" && p.column == column) {
            let message = "Chưa ghi danh hiệu, hình thức khen thưởng.";
            row.problems.push(RowProblem::new("award-missing", message).column(column));
        }
        return vec![row];
    }
    let mut rows = Vec::new();
    for (part, (wording, award)) in awards.into_iter().enumerate() {
        let mut row = row.clone();
        row.part = part as u32;
        row.honoree = honoree.clone();
        row.kind_as_written = wording.text.clone();
        row.inferred.extend(wording.inferred.clone());
        row.verdict = if honoree.is_some() { RowVerdict::New } else { RowVerdict::Question };
        match award {
            Award::Known(id) => row.kind = Some(id),
            Award::Assumed(id, name) => {
                row.kind = Some(id);
                let message = format!("“{}” không ghi của ai, hiểu là “{name}”.", wording.text);
                row.inferred.push(inferred("award-assumed", message));
            }
            Award::Ambiguous(names) => {
                row.verdict = RowVerdict::Question;
                let message = format!("“{}” chưa rõ là loại nào: {}.", wording.text, names.join("; "));
                row.problems.push(
                    RowProblem::new("award-ambiguous", message)
                        .column(wording.column)
                        .hint("Hãy chọn loại khen thưởng cho dòng này.")
                        .value("wording", &wording.text),
                );
            }
            Award::Unknown => {
                row.verdict = RowVerdict::Question;
                let message =
                    format!("Không hiểu “{}” là danh hiệu, hình thức khen thưởng nào.", wording.text);
                row.problems.push(
                    RowProblem::new("award-unknown", message)
                        .column(wording.column)
                        .hint("Hãy chọn loại khen thưởng cho dòng này.")
                        .value("wording", &wording.text),
                );
            }
        }
        if let Some(nomination) = row.nomination().filter(|n| n.kind.is_some()) {
            for finding in check_nomination(options.catalogue, &nomination, options.date) {
                let problem = RowProblem::new(finding.code, finding.message).column(wording.column);
                row.problems.push(if finding.article.is_empty() {
                    problem
                } else {
                    problem.value("article", &finding.article)
                });
            }
        }
        rows.push(row);
    }
    rows
}

struct Reading<'a> {
    sheet: &'a Sheet,
    merged: &'a Merged<'a>,
    heads: &'a Heads,
    index: u32,
    row: ListRow,
    options: &'a RecogniseOptions<'a>,
}

impl Reading<'_> {
    fn problem(&mut self, problem: RowProblem) {
        self.row.problems.push(problem);
    }

    fn infer(&mut self, code: &'static str, message: impl Into<String>) {
        self.row.inferred.push(inferred(code, message));
    }

    /// Reports the formulas whose value the file does not hold.
    fn missing_values(&mut self) {
        let columns = self.heads.columns.iter().filter(|c| {
            !matches!(c.meaning, ColumnMeaning::Other | ColumnMeaning::Ordinal)
                && self.sheet.cell(self.index, c.index).is_some_and(|cell| cell.value.is_missing())
        });
        let columns: Vec<(u32, String)> = columns.map(|c| (c.index, c.letter.clone())).collect();
        for (index, letter) in columns {
            let cell = format!("{letter}{}", self.index + 1);
            let message = format!("Ô {cell} là công thức nhưng tệp không lưu giá trị của công thức.");
            self.problem(
                RowProblem::new("formula-without-value", message)
                    .column(Some(index))
                    .hint("Hãy mở tệp, lưu lại để có giá trị, hoặc ghi thẳng giá trị vào ô.")
                    .value("cell", cell),
            );
        }
    }

    /// The value of a cell of its own.
    fn own(&self, column: u32) -> Option<&Value> {
        self.sheet.cell(self.index, column).map(|c| &c.value).filter(|v| !v.is_missing())
    }

    fn own_text(&self, column: u32) -> String {
        self.own(column).map(|v| clean(&v.shown())).unwrap_or_default()
    }

    /// The texts of all columns of a meaning; a value merged over several rows holds for each of them.
    fn joined(&self, meaning: ColumnMeaning, between: &str) -> String {
        let texts = self.heads.of(meaning).filter_map(|c| self.merged.text(self.index, c.index));
        texts.collect::<Vec<_>>().join(between)
    }

    /// The identity number, from a cell of the row's own. One kept by Excel as a number has lost its leading zero.
    fn identity(&mut self) {
        let Some(column) = self.column_of(ColumnMeaning::Identity) else { return };
        let as_number = matches!(self.own(column), Some(Value::Number(_)));
        let Some(number) = commendation::clean_identity(&self.own_text(column)) else { return };
        if !commendation::is_usual_identity(&number) {
            // The number is not repeated: findings are shown in lists.
            let lost = as_number && matches!(number.len(), 8 | 11);
            let message = match lost {
                true => "Số định danh thiếu một chữ số; Excel có thể đã bỏ số 0 ở đầu.",
                false => "Số định danh không có 9 hoặc 12 chữ số.",
            };
            self.problem(RowProblem::new("identity-unusual", message).column(Some(column)).hint(
                "Hãy so lại với căn cước công dân hoặc chứng minh nhân dân; số vẫn được giữ như đã ghi.",
            ));
        }
        self.row.identity = Some(number);
    }

    fn column_of(&self, meaning: ColumnMeaning) -> Option<u32> {
        self.heads.of(meaning).next().map(|c| c.index)
    }

    /// What the row says about awards, or the section or the title for it.
    fn wordings(&self, around: &Around, known: &Known) -> Vec<Wording> {
        let mut wordings = Vec::new();
        for column in self.heads.of(ColumnMeaning::Award) {
            let Some(value) = self.merged.value(self.index, column.index) else { continue };
            let text = clean(&value.shown());
            match &column.ticked_award {
                Some(award) if is_tick(&text) => {
                    wordings.push(Wording {
                        text: award.clone(),
                        column: Some(column.index),
                        inferred: None,
                    });
                }
                // A tick column that holds words is read by its words.
                _ if text.is_empty() || matches!(fold(&text).as_str(), "-" | "khong" | "0") => {}
                _ => {
                    // Lines of a cell are kept apart for splitting.
                    let lines =
                        value.shown().lines().map(clean).filter(|l| !l.is_empty()).collect::<Vec<_>>();
                    wordings.push(Wording {
                        text: lines.join("\n"),
                        column: Some(column.index),
                        inferred: None,
                    });
                }
            }
        }
        if wordings.is_empty() {
            if let Some(award) = &around.award {
                let message = format!("Loại khen thưởng “{award}” lấy theo mục của danh sách.");
                let inferred = Some(inferred("award-by-section", message));
                wordings.push(Wording { text: award.clone(), column: None, inferred });
            } else if let (Some(award), false) = (&known.titled_award, self.heads.has(ColumnMeaning::Award)) {
                let whose = if known.titled_assumed { " (tên danh sách không ghi của ai)" } else { "" };
                let message = format!("Loại khen thưởng “{award}” lấy theo tên danh sách{whose}.");
                let inferred = Some(inferred("award-by-title", message));
                wordings.push(Wording { text: award.clone(), column: None, inferred });
            }
        }
        wordings
    }

    fn recognised(&self, text: &str, honoree_type: Option<HonoreeType>, known: &mut Known) -> Award {
        let key = (text.to_owned(), honoree_type);
        if let Some(award) = known.awards.get(&key) {
            return award.clone();
        }
        let options = self.options;
        let award =
            match options.catalogue.recognise_for(text, honoree_type, options.date, options.own_authority) {
                Recognised::Known(kind) => Award::Known(kind.id.clone()),
                Recognised::Assumed(kind) => Award::Assumed(kind.id.clone(), kind.name.clone()),
                Recognised::Ambiguous(kinds) => {
                    Award::Ambiguous(kinds.iter().map(|k| k.name.clone()).collect())
                }
                Recognised::Unknown => Award::Unknown,
            };
        known.awards.insert(key, award.clone());
        award
    }

    /// The award of each wording; a wording that names several awards is taken apart when every part is understood.
    fn awards(
        &self,
        wordings: Vec<Wording>,
        honoree_type: Option<HonoreeType>,
        known: &mut Known,
    ) -> Vec<(Wording, Award)> {
        let mut awards: Vec<(Wording, Award)> = Vec::new();
        for wording in wordings {
            let whole = clean(&wording.text);
            let award = self.recognised(&whole, honoree_type, known);
            let parts = if matches!(award, Award::Unknown) {
                self.parts(&wording.text, honoree_type, known)
            } else {
                None
            };
            match parts {
                Some(parts) => {
                    for (text, award) in parts {
                        let message =
                            format!("Ô ghi nhiều loại khen thưởng (“{whole}”), mỗi loại thành một đề nghị.");
                        let inferred = Some(inferred("award-taken-apart", message));
                        awards.push((Wording { text, column: wording.column, inferred }, award));
                    }
                }
                None => awards.push((Wording { text: whole, ..wording }, award)),
            }
        }
        awards
    }

    fn parts(
        &self,
        text: &str,
        honoree_type: Option<HonoreeType>,
        known: &mut Known,
    ) -> Option<Vec<(String, Award)>> {
        for separators in [&["\n"][..], &["\n", ";", "+"], &["\n", ";", "+", ",", "/", " và ", " & ", " - "]]
        {
            let mut parts = vec![text.to_owned()];
            for separator in separators {
                parts = parts
                    .iter()
                    .flat_map(|p| p.split(separator).map(str::to_owned).collect::<Vec<_>>())
                    .collect();
            }
            let parts: Vec<String> = parts
                .iter()
                .map(|p| clean(p.trim_matches(['-', ' ', '.', ','])))
                .filter(|p| !p.is_empty())
                .collect();
            if parts.len() < 2 {
                continue;
            }
            let mut found = Vec::new();
            for part in parts {
                match self.recognised(&part, honoree_type, known) {
                    award @ (Award::Known(_) | Award::Assumed(..)) => found.push((part, award)),
                    _ => break,
                }
            }
            let all = found.len() >= 2 && {
                let ids: std::collections::BTreeSet<&String> = found
                    .iter()
                    .filter_map(|(_, a)| match a {
                        Award::Known(id) | Award::Assumed(id, _) => Some(id),
                        _ => None,
                    })
                    .collect();
                ids.len() == found.len()
            };
            let whole: usize = found.len();
            if all && whole == text_parts(text, separators) {
                return Some(found);
            }
        }
        None
    }
}

fn text_parts(text: &str, separators: &[&str]) -> usize {
    let mut parts = vec![text.to_owned()];
    for separator in separators {
        parts =
            parts.iter().flat_map(|p| p.split(separator).map(str::to_owned).collect::<Vec<_>>()).collect();
    }
    parts.iter().filter(|p| !clean(p.trim_matches(['-', ' ', '.', ','])).is_empty()).count()
}

/// A mark in a tick column.
fn is_tick(text: &str) -> bool {
    matches!(
        fold(text).as_str(),
        "x" | "xx" | "v" | "1" | "+" | "co" | "✓" | "✔" | "√" | "☑" | "•" | "*" | "true"
    )
}

/// At most 60 characters of a text, for messages.
fn shortened(text: &str) -> String {
    if text.chars().count() <= 60 {
        return text.to_owned();
    }
    text.chars().take(59).chain(['…']).collect()
}
