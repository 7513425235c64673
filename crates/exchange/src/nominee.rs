//! One nominating row: who, for what, and every doubt. Sections and totals are in `rows.rs`.

use crate::heads::{Heads, Merged};
use crate::legacy::restore_name_capitals;
use crate::list::RecogniseOptions;
use crate::rows::{Around, inferred, lost_capitals};
use crate::workbook::{Sheet, Value};
use crate::{Column, ColumnMeaning, Inference, LegacyEncoding, ListRow, RowProblem, RowVerdict};
use chrono::{Days, NaiveDate};
use commendation::text::{
    clean, collective_case, fold, is_upper, name_case, opens_as_collective, split_title,
};
use commendation::{BirthDate, Gender, Honoree, HonoreeType, Recognised, check_gender, check_nomination};
use std::collections::HashMap;

/// What is known about the whole list.
pub(crate) struct Known {
    /// The award that the title names, when it names one.
    pub(crate) titled_award: Option<String>,
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
    let wordings = reading.wordings(around, known);
    let honoree = reading.honoree(around, known, &wordings);
    reading.row.achievement = reading.joined(ColumnMeaning::Achievement, "; ");
    let awards = reading.awards(wordings, honoree.as_ref().map(|h| h.honoree_type), known);
    let row = reading.row;
    if awards.is_empty() {
        let mut row = row;
        row.honoree = honoree;
        row.verdict = RowVerdict::Question;
        let column = heads.of(ColumnMeaning::Award).next().map(|c| c.index);
        let problem =
            RowProblem::new("award-missing", "Chưa ghi danh hiệu, hình thức khen thưởng.").column(column);
        row.problems.push(problem);
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

    /// The value of a cell of its own.
    fn own(&self, column: u32) -> Option<&Value> {
        self.sheet.cell(self.index, column).map(|c| &c.value)
    }

    fn own_text(&self, column: u32) -> String {
        self.own(column).map(|v| clean(&v.shown())).unwrap_or_default()
    }

    /// The texts of all columns of a meaning; a value merged over several rows holds for each of them.
    fn joined(&self, meaning: ColumnMeaning, between: &str) -> String {
        let texts = self.heads.of(meaning).filter_map(|c| self.merged.text(self.index, c.index));
        texts.collect::<Vec<_>>().join(between)
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
                let message = format!("Loại khen thưởng “{award}” lấy theo tên danh sách.");
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

    /// Who is meant; none when that cannot be known, with the reason among the problems.
    fn honoree(&mut self, around: &Around, known: &mut Known, wordings: &[Wording]) -> Option<Honoree> {
        let name_columns: Vec<Column> = self.heads.of(ColumnMeaning::Name).cloned().collect();
        let name_column = name_columns.first().map(|c| c.index);
        let filled: Vec<(&Column, String)> = name_columns
            .iter()
            .map(|c| (c, self.own(c.index).map(Value::shown).unwrap_or_default()))
            .filter(|(_, text)| !clean(text).is_empty())
            .collect();
        if filled.is_empty() {
            let problem = RowProblem::new("name-missing", "Chưa ghi họ tên hoặc tên tập thể.");
            self.problem(problem.column(name_column));
            return None;
        }
        let stated: Vec<HonoreeType> = filled.iter().filter_map(|(c, _)| c.honoree_type).collect();
        let same_type = stated.windows(2).all(|pair| pair[0] == pair[1]);
        if !same_type {
            let message = "Dòng này ghi cả tên cá nhân và tên tập thể, chưa rõ đề nghị cho ai.";
            self.problem(RowProblem::new("honoree-type-contradiction", message).column(name_column));
            return None;
        }
        let by_column = stated.first().copied();
        let gendered = filled.iter().find_map(|(c, _)| c.gender);
        let written = filled.iter().map(|(_, t)| t.trim()).collect::<Vec<_>>().join(" ");
        let whole = clean(&written);
        let readable =
            whole.chars().filter(|c| c.is_alphabetic()).count() >= 2 && whole.chars().count() <= 300;
        if !readable || matches!(filled.first().and_then(|(c, _)| self.own(c.index)), Some(Value::Error(_))) {
            let message = format!("“{}” không phải là họ tên hoặc tên tập thể.", shortened(&whole));
            self.problem(RowProblem::new("name-not-understood", message).column(name_column));
            return None;
        }
        let (gender, by_title) = self.gender(&whole, gendered);
        let birth = self.birth();
        let honoree_type =
            self.honoree_type(&whole, around, known, wordings, by_column, gender.is_some(), birth.is_some())?;
        let mut honoree = Honoree {
            honoree_type,
            name: whole.clone(),
            gender: None,
            birth: None,
            position: None,
            unit: None,
        };
        self.work(&mut honoree, around);
        if honoree_type == HonoreeType::Individual {
            self.person(&mut honoree, &written, known);
            honoree.gender = gender;
            if let (Some(by_title), Some(stated)) = (by_title, gender)
                && let Some(finding) = check_gender(by_title, stated)
            {
                // Which of the two is right is not for us to say: no paper calls her Bà or him Ông until it is told.
                honoree.gender = None;
                let column = self.column_of(ColumnMeaning::Gender);
                self.problem(RowProblem::new(finding.code, finding.message).column(column));
            }
            honoree.birth = birth.flatten();
        } else {
            self.collective(&mut honoree, known);
        }
        Some(honoree)
    }

    /// The gender that cells or the form of address state, and what the form of address alone says.
    fn gender(&mut self, name: &str, by_name_column: Option<Gender>) -> (Option<Gender>, Option<Gender>) {
        let mut stated: Option<Gender> = None;
        let mut contradiction = false;
        let columns: Vec<Column> = self
            .heads
            .of(ColumnMeaning::Gender)
            .chain(self.heads.of(ColumnMeaning::Birth))
            .cloned()
            .collect();
        for column in columns {
            let text = self.own_text(column.index);
            if text.is_empty() {
                continue;
            }
            let found = match (column.meaning, column.gender) {
                (ColumnMeaning::Birth, None) => continue,
                (_, Some(gender)) if column.meaning == ColumnMeaning::Birth || is_tick(&text) => {
                    if column.meaning == ColumnMeaning::Birth {
                        let message = format!("Giới tính lấy theo cột “{}”.", column.heading);
                        self.infer("gender-by-column", message);
                    }
                    Some(gender)
                }
                _ => gender_of(&text),
            };
            if found.is_none() && text != "-" {
                let message = format!("Không hiểu giới tính “{}”.", shortened(&text));
                self.problem(RowProblem::new("gender-not-understood", message).column(Some(column.index)));
            }
            contradiction |= matches!((stated, found), (Some(a), Some(b)) if a != b);
            stated = stated.or(found);
        }
        if contradiction {
            let message = "Dòng này ghi cả nam và nữ.";
            self.problem(
                RowProblem::new("gender-contradiction", message)
                    .column(self.column_of(ColumnMeaning::Gender)),
            );
            return (None, None);
        }
        let by_title = split_title(name).gender;
        if stated.is_none() {
            if let Some(gender) = by_name_column {
                self.infer("gender-by-column", "Giới tính lấy theo cột họ tên.");
                stated = Some(gender);
            } else if let Some(gender) = by_title {
                let title = split_title(name).title;
                self.infer(
                    "gender-by-title",
                    format!("Giới tính {} lấy theo “{title}”.", gender.vietnamese()),
                );
                stated = Some(gender);
            }
        }
        (stated, by_title)
    }

    /// None = no birth cell is filled; `Some(None)` = filled, not understood.
    fn birth(&mut self) -> Option<Option<BirthDate>> {
        let columns: Vec<Column> = self.heads.of(ColumnMeaning::Birth).cloned().collect();
        let mut filled = None;
        for column in columns {
            let Some(value) = self.own(column.index).cloned() else { continue };
            let text = clean(&value.shown());
            if text.is_empty() || text == "-" || (column.gender.is_some() && is_tick(&text)) {
                continue;
            }
            let read = self.birth_of(&value, &text);
            match read {
                Ok(birth) => {
                    let age = birth.age(self.options.today);
                    if !(14..=100).contains(&age) {
                        let message = format!("Ngày sinh “{text}” ứng với {age} tuổi, hãy kiểm tra lại.");
                        self.problem(
                            RowProblem::new("birth-doubtful", message)
                                .column(Some(column.index))
                                .value("written", &text),
                        );
                    }
                    return Some(Some(birth));
                }
                Err(error) => {
                    let message = format!("Ngày sinh “{}”: {error}.", shortened(&text));
                    self.problem(
                        RowProblem::new(error.code(), message)
                            .column(Some(column.index))
                            .value("written", &text),
                    );
                    filled = Some(None);
                }
            }
        }
        filled
    }

    fn birth_of(&mut self, value: &Value, text: &str) -> Result<BirthDate, commendation::BirthError> {
        let today = self.options.today;
        match value {
            Value::Date(date) => {
                let birth = BirthDate::full(*date);
                BirthDate::checked(birth.year, birth.month, birth.day)?.not_after(today)
            }
            Value::Number(number) if number.fract() == 0.0 && (1900.0..=2100.0).contains(number) => {
                BirthDate::checked(*number as i32, None, None)?.not_after(today)
            }
            // A day count without a date format: Excel shows it as a number.
            Value::Number(number) if (3_654.0..=80_000.0).contains(number) => {
                let (start, count) = if self.sheet.date1904 {
                    (NaiveDate::from_ymd_opt(1904, 1, 1), *number as u64)
                } else {
                    (NaiveDate::from_ymd_opt(1899, 12, 30), *number as u64)
                };
                let date = start
                    .and_then(|s| s.checked_add_days(Days::new(count)))
                    .ok_or(commendation::BirthError::Form)?;
                let birth = BirthDate::full(date).not_after(today)?;
                self.infer(
                    "birth-from-serial",
                    format!("Ngày sinh {birth} lấy từ số ngày {text} của Excel."),
                );
                Ok(birth)
            }
            // `2.1990` typed as a number would lose its last zero; numbers with a fraction are asked about.
            Value::Number(_) => Err(commendation::BirthError::Form),
            _ => {
                let bare = text.trim_start_matches(|c: char| !c.is_ascii_digit());
                let lead = fold(&text[..text.len() - bare.len()]);
                let told = matches!(
                    lead.trim_end_matches([':', '.', ' ']),
                    "" | "sinh nam" | "nam" | "sn" | "sinh" | "sinh ngay" | "ngay" | "'"
                );
                if told {
                    BirthDate::parse(bare)?.not_after(today)
                } else {
                    Err(commendation::BirthError::Form)
                }
            }
        }
    }

    #[allow(clippy::too_many_arguments)]
    fn honoree_type(
        &mut self,
        name: &str,
        around: &Around,
        known: &mut Known,
        wordings: &[Wording],
        by_column: Option<HonoreeType>,
        has_gender: bool,
        has_birth: bool,
    ) -> Option<HonoreeType> {
        use HonoreeType::{Collective, Household, Individual};
        let titled = split_title(name);
        let personal = has_gender || has_birth || !titled.title.is_empty();
        let collective_name = titled.title.is_empty() && opens_as_collective(name);
        let folded = format!("{} ", fold(name));
        let household_name = titled.title.is_empty()
            && (folded.starts_with("ho gia dinh ")
                || folded.starts_with("gia dinh ")
                || folded.starts_with("ho ong ")
                || folded.starts_with("ho ba "));
        let doubt = |of: HonoreeType| match of {
            Collective | Household if has_birth || has_gender => {
                Some(format!("Dòng thuộc {} nhưng ghi giới tính hoặc ngày sinh.", of.vietnamese()))
            }
            Individual if (collective_name || household_name) && !personal => {
                Some(format!("Dòng thuộc cá nhân nhưng “{}” giống tên tập thể.", shortened(name)))
            }
            _ => None,
        };
        let column = self.column_of(ColumnMeaning::Name);
        if let Some(of) = by_column {
            if let Some(message) = doubt(of) {
                self.problem(RowProblem::new("honoree-type-doubtful", message).column(column));
            }
            return Some(of);
        }
        if let Some((of, section)) = &around.honoree_type {
            self.infer("honoree-type-by-section", format!("Là {} theo mục “{section}”.", of.vietnamese()));
            if let Some(message) = doubt(*of) {
                self.problem(RowProblem::new("honoree-type-doubtful", message).column(column));
            }
            return Some(*of);
        }
        if household_name {
            self.infer("honoree-type-by-name", "Là hộ gia đình theo tên gọi.");
            return Some(Household);
        }
        if personal {
            self.infer("honoree-type-by-columns", "Là cá nhân vì có cách xưng hô, giới tính hoặc ngày sinh.");
            return Some(Individual);
        }
        if collective_name {
            self.infer("honoree-type-by-name", "Là tập thể theo tên gọi.");
            return Some(Collective);
        }
        let by_award: Vec<HonoreeType> = wordings
            .iter()
            .filter_map(|w| match self.recognised(&w.text, None, known) {
                Award::Known(id) | Award::Assumed(id, _) => self.options.catalogue.kind(&id),
                Award::Ambiguous(_) | Award::Unknown => None,
            })
            .filter_map(|k| match k.honoree_types.as_slice() {
                [of] => Some(*of),
                _ => None,
            })
            .collect();
        if let [of, rest @ ..] = by_award.as_slice()
            && rest.iter().all(|other| other == of)
        {
            self.infer("honoree-type-by-award", format!("Là {} theo loại khen thưởng.", of.vietnamese()));
            return Some(*of);
        }
        if let Some(of) = known.titled_type {
            self.infer(
                "honoree-type-by-title",
                format!("Là {} theo tên danh sách hoặc tên trang.", of.vietnamese()),
            );
            return Some(of);
        }
        let has_position = [ColumnMeaning::Position, ColumnMeaning::PositionAndUnit]
            .into_iter()
            .any(|m| self.heads.of(m).any(|c| !self.own_text(c.index).is_empty()));
        if has_position {
            self.infer("honoree-type-by-columns", "Là cá nhân vì có chức vụ.");
            return Some(Individual);
        }
        if looks_like_person(name) {
            self.infer("honoree-type-by-name", "Là cá nhân theo họ tên.");
            return Some(Individual);
        }
        let message = format!(
            "Chưa rõ “{}” là cá nhân hay tập thể: không có mục, cột hay cách xưng hô nào cho biết.",
            shortened(name)
        );
        let problem = RowProblem::new("honoree-type-unclear", message)
            .column(column)
            .hint("Hãy thêm mục “Tập thể”, “Cá nhân” hoặc cột giới tính vào danh sách.");
        self.problem(problem);
        None
    }

    /// Position and unit.
    fn work(&mut self, honoree: &mut Honoree, around: &Around) {
        let text = |meaning| Some(self.joined(meaning, ", ")).filter(|t| !t.is_empty() && t != "-");
        let (position, unit) = (text(ColumnMeaning::Position), text(ColumnMeaning::Unit));
        let both = text(ColumnMeaning::PositionAndUnit);
        (honoree.position, honoree.unit) = (position, unit);
        if let Some(both) = both {
            match split_position(&both) {
                _ if honoree.honoree_type != HonoreeType::Individual => {
                    honoree.unit.get_or_insert(both);
                }
                Some((position, unit)) => {
                    self.infer(
                        "position-unit-split",
                        format!("“{both}” tách thành chức vụ “{position}” và đơn vị “{unit}”."),
                    );
                    honoree.position.get_or_insert(position);
                    honoree.unit.get_or_insert(unit);
                }
                None if opens_as_collective(&both) => {
                    honoree.unit.get_or_insert(both);
                }
                None => {
                    honoree.position.get_or_insert(both);
                }
            }
        }
        if honoree.unit.is_none()
            && let Some(unit) = &around.unit
        {
            self.infer("unit-by-section", format!("Đơn vị “{unit}” lấy theo mục của danh sách."));
            honoree.unit = Some(unit.clone());
        }
    }

    /// The name of a person: title off, capitals restored, position after the name split off.
    fn person(&mut self, honoree: &mut Honoree, written: &str, known: &Known) {
        let mut name = honoree.name.clone();
        if let Some((first, rest)) = split_after_name(written) {
            let (first, rest) = (clean(&first), clean(&rest));
            name.clone_from(&first);
            if honoree.position.is_none() && !rest.is_empty() {
                let (position, unit) = split_position(&rest).unwrap_or((rest.clone(), String::new()));
                self.infer("position-from-name-cell", format!("Chức vụ “{rest}” lấy từ ô họ tên."));
                honoree.position = Some(position);
                if honoree.unit.is_none() && !unit.is_empty() {
                    honoree.unit = Some(unit);
                }
            } else if !rest.is_empty() {
                self.infer("name-cell-remark", format!("Phần “{rest}” sau họ tên không được lấy vào tên."));
            }
        }
        let titled = split_title(&name);
        let mut restored = name_case(&titled.name);
        if lost_capitals(known.converted) {
            restored = restore_name_capitals(&restored);
        }
        if is_upper(&titled.name) && restored != titled.name {
            self.infer("name-from-capitals", format!("“{}” viết lại thành “{restored}”.", titled.name));
        }
        let odd = restored.chars().any(|c| !(c.is_alphabetic() || matches!(c, ' ' | '\'' | '’' | '-' | '.')));
        if odd || restored.split(' ').count() < 2 || restored.split(' ').count() > 7 {
            let message = format!("Họ tên “{}” khác thường, hãy kiểm tra lại.", shortened(&restored));
            self.problem(
                RowProblem::new("name-doubtful", message).column(self.column_of(ColumnMeaning::Name)),
            );
        }
        honoree.name = restored;
    }

    /// The name of a collective or household: capitals restored as far as rules reach.
    fn collective(&mut self, honoree: &mut Honoree, known: &Known) {
        let name = honoree.name.clone();
        honoree.position = None;
        let mut restored = if honoree.honoree_type == HonoreeType::Household {
            name_case(&name)
        } else {
            collective_case(&name)
        };
        if lost_capitals(known.converted) && restored.chars().next().is_some_and(char::is_lowercase) {
            restored = restore_name_capitals(&restored);
        }
        if restored != name {
            self.infer("name-from-capitals", format!("“{name}” viết lại thành “{restored}”."));
        }
        honoree.name = restored;
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

fn gender_of(text: &str) -> Option<Gender> {
    let lower = clean(text).to_lowercase();
    match lower.trim_matches(['.', '(', ')', ' ']) {
        "nam" | "ông" | "male" | "m" | "nam giới" => Some(Gender::Male),
        "nữ" | "nử" | "nứ" | "nu" | "bà" | "female" | "f" | "nữ giới" => Some(Gender::Female),
        _ => None,
    }
}

/// At most 60 characters of a text, for messages.
fn shortened(text: &str) -> String {
    if text.chars().count() <= 60 {
        return text.to_owned();
    }
    text.chars().take(59).chain(['…']).collect()
}

/// `Trưởng phòng, Văn phòng Sở`: parted where the name of a collective begins.
fn split_position(text: &str) -> Option<(String, String)> {
    for separator in [", ", " - ", " – ", "; ", ","] {
        for (at, _) in text.match_indices(separator) {
            let (position, unit) = (clean(&text[..at]), clean(&text[at + separator.len()..]));
            if !position.is_empty() && opens_as_collective(&unit) {
                return Some((position, unit));
            }
        }
    }
    None
}

/// Parts a name from what follows it in its cell: on the next line, after a comma, a dash between blanks, a bracket.
fn split_after_name(written: &str) -> Option<(String, String)> {
    let written = written.trim();
    let at = written.char_indices().find_map(|(at, c)| match c {
        '\n' | ',' | ';' | '(' | '–' | '—' => Some(at),
        '-' if written[..at].ends_with(' ') && written[at + 1..].starts_with(' ') => Some(at),
        ':' if at > 8 => Some(at),
        _ => None,
    })?;
    let (name, rest) = written.split_at(at);
    if name.split_whitespace().count() < 2 {
        return None;
    }
    let rest = rest.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')' | '-' | '–' | '—' | ':')
    });
    // A long name broken over two lines is one name.
    if written[at..].starts_with('\n')
        && rest.split_whitespace().count() <= 2
        && rest.chars().all(|c| c.is_alphabetic() || c == ' ')
        && !fold(rest).contains("truong")
        && !fold(rest).contains("vien")
        && !fold(rest).contains("pho")
        && name.split_whitespace().count() + rest.split_whitespace().count() <= 4
    {
        return None;
    }
    Some((name.trim().to_owned(), rest.to_owned()))
}

/// Two to six words, each one syllable with a capital, the first a family name of the country.
fn looks_like_person(name: &str) -> bool {
    const FAMILY_NAMES: [&str; 60] = [
        "nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do", "ho",
        "ngo", "duong", "ly", "dinh", "doan", "mai", "truong", "lam", "trinh", "dao", "cao", "ha", "luu",
        "luong", "thai", "chau", "ta", "phung", "to", "vuong", "van", "tang", "quach", "lai", "hua", "thach",
        "diep", "tu", "chu", "la", "dam", "tong", "giang", "chung", "luc", "kieu", "bach", "mac", "kim",
        "danh", "son", "nong", "be", "ton", "au", "nghiem", "dau",
    ];
    let words: Vec<&str> = name.split(' ').collect();
    (2..=6).contains(&words.len())
        && words
            .iter()
            .all(|w| w.chars().all(char::is_alphabetic) && w.chars().next().is_some_and(char::is_uppercase))
        && FAMILY_NAMES.contains(&fold(words[0]).as_str())
}
