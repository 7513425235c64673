//! A nomination list as understood from a sheet: what each row is, who is meant, for which award, and every doubt.

use crate::{Column, ColumnMeaning, ExchangeError, LegacyEncoding, Sheet, Workbook, rows};
use chrono::NaiveDate;
use commendation::{Authority, Catalogue, Honoree, Nomination, NominationState, text};
use std::collections::{BTreeMap, HashMap};

/// How to read a sheet.
#[derive(Debug, Clone)]
pub struct RecogniseOptions<'a> {
    /// The award kinds.
    pub catalogue: &'a Catalogue,
    /// The day whose award kinds apply.
    pub date: NaiveDate,
    /// The day after which nobody can be born yet: today.
    pub today: NaiveDate,
    /// The officer's own meaning of columns by zero-based index; overrides what was recognised.
    pub columns: BTreeMap<u32, ColumnMeaning>,
    /// The officer's own answer about the old encoding: `Some(None)` = none, convert nothing.
    pub encoding: Option<Option<LegacyEncoding>>,
    /// Whose own list this is: a bare `Giấy khen` is that of this authority.
    pub own_authority: Authority,
}

impl<'a> RecogniseOptions<'a> {
    /// For the list of a department (Sở), with nothing overridden.
    pub fn new(catalogue: &'a Catalogue, date: NaiveDate) -> Self {
        Self {
            catalogue,
            date,
            today: date,
            columns: BTreeMap::new(),
            encoding: None,
            own_authority: Authority::DepartmentDirector,
        }
    }
}

/// What a row of a sheet is. Whether it is known already is for the archive to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RowVerdict {
    /// Letterhead, title, signature, blank.
    Outside,
    /// The column heads.
    Header,
    /// A section: tập thể, cá nhân, a unit, an award.
    Section,
    /// The total row.
    Total,
    /// A nomination.
    New,
    /// The same honoree and award as an earlier row of this file.
    Repeated,
    /// A nomination where who or what is not known: no name, no way to tell person from collective, an award that is
    /// missing, unknown or one of several.
    Question,
}

impl RowVerdict {
    /// True for rows that hold a nomination or should.
    pub fn counts(self) -> bool {
        matches!(self, Self::New | Self::Repeated | Self::Question)
    }
}

/// A doubt about a row or a list, for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowProblem {
    /// Stable name, kebab-case.
    pub code: &'static str,
    /// What, in Vietnamese.
    pub message: String,
    /// The column it concerns.
    pub column: Option<u32>,
    /// What to do, in Vietnamese.
    pub hint: Option<String>,
    /// The values inside the message.
    pub values: BTreeMap<String, String>,
}

impl RowProblem {
    /// A problem without a column.
    pub(crate) fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), column: None, hint: None, values: BTreeMap::new() }
    }

    pub(crate) fn column(mut self, column: Option<u32>) -> Self {
        self.column = column;
        self
    }

    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    pub(crate) fn value(mut self, name: &str, value: impl ToString) -> Self {
        self.values.insert(name.to_owned(), value.to_string());
        self
    }
}

/// A value that the cells do not state but their surroundings do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inference {
    /// Stable name, kebab-case: `honoree-type-by-section`, `gender-by-title`, …
    pub code: &'static str,
    /// What was taken from where, in Vietnamese.
    pub message: String,
}

/// A row of a sheet beside what was understood. A row that nominates for several awards gives several of these.
#[derive(Debug, Clone, PartialEq)]
pub struct ListRow {
    /// The sheet it is from.
    pub sheet: String,
    /// 1-based row in the sheet.
    pub row: u32,
    /// 0 for the first nomination of the row, 1 for the second, …
    pub part: u32,
    /// Cells as shown in Excel, from column A, after conversion from an old encoding.
    pub cells: Vec<String>,
    /// What it is.
    pub verdict: RowVerdict,
    /// Who was understood.
    pub honoree: Option<Honoree>,
    /// Award kind id; none when the wording was not understood.
    pub kind: Option<String>,
    /// The wording of the list for the award.
    pub kind_as_written: String,
    /// The achievement.
    pub achievement: String,
    /// The identity number that the row states, as written; of individuals only.
    pub identity: Option<String>,
    /// Reasons and doubts.
    pub problems: Vec<RowProblem>,
    /// What was inferred, and from what.
    pub inferred: Vec<Inference>,
}

impl ListRow {
    /// The nomination that the row makes, pending. A question too gives one when the honoree is known and only the
    /// award is not: whether to take it in is for the caller.
    pub fn nomination(&self) -> Option<Nomination> {
        if !self.verdict.counts() {
            return None;
        }
        Some(Nomination {
            honoree: self.honoree.clone()?,
            kind: self.kind.clone(),
            kind_as_written: self.kind_as_written.clone(),
            achievement: self.achievement.clone(),
            state: NominationState::Pending,
        })
    }
}

/// Words above the list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListTitle {
    /// `DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2025`; empty when there is none.
    pub text: String,
    /// The year in it.
    pub year: Option<i32>,
}

/// Counts over the rows that hold a nomination: total = new + repeated + question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RowCounts {
    /// All.
    pub total: u32,
    /// To be added.
    pub new: u32,
    /// Twice in this file.
    pub repeated: u32,
    /// Not understood.
    pub question: u32,
}

/// A list as understood.
#[derive(Debug, Clone, PartialEq)]
pub struct NominationList {
    /// The sheet; the first one when several were joined.
    pub sheet: String,
    /// All sheets it was read from.
    pub sheets: Vec<String>,
    /// The title above it.
    pub title: ListTitle,
    /// 1-based row of the column heads (the first of a two-row head); 0 when the columns are the officer's alone.
    pub header_row: u32,
    /// Columns from left to right (of the first sheet when several were joined).
    pub columns: Vec<Column>,
    /// The rows from the top.
    pub rows: Vec<ListRow>,
    /// Columns that a list needs and this one does not have.
    pub missing: Vec<ColumnMeaning>,
    /// The old encoding that was converted.
    pub converted_from: Option<LegacyEncoding>,
    /// Findings about the whole list.
    pub problems: Vec<RowProblem>,
}

impl NominationList {
    /// Counts by verdict.
    pub fn counts(&self) -> RowCounts {
        let mut counts = RowCounts::default();
        for row in &self.rows {
            match row.verdict {
                RowVerdict::New => counts.new += 1,
                RowVerdict::Repeated => counts.repeated += 1,
                RowVerdict::Question => counts.question += 1,
                _ => continue,
            }
            counts.total += 1;
        }
        counts
    }

    /// The list, or the sentence that names the columns it lacks: before an import, not before a preview.
    pub fn complete(self) -> Result<Self, ExchangeError> {
        if self.missing.is_empty() {
            Ok(self)
        } else {
            Err(ExchangeError::MissingColumns { place: self.sheet, columns: self.missing })
        }
    }
}

/// Finds and reads the list in one sheet.
///
/// A list that lacks a needed column is still given back, with [`NominationList::missing`] saying which, so that the
/// officer can see it and say what the columns mean; [`NominationList::complete`] turns that into an error.
pub fn recognise_list(
    sheet: &Sheet,
    options: &RecogniseOptions<'_>,
) -> Result<NominationList, ExchangeError> {
    let mut list = rows::read(sheet, options)?;
    mark_repeated(&mut list.rows);
    Ok(list)
}

/// Finds and joins the lists of all visible sheets; `sheet` limits it to one. The officer's own columns apply to the
/// first sheet that holds a list.
pub fn recognise_workbook(
    workbook: &Workbook,
    sheet: Option<&str>,
    options: &RecogniseOptions<'_>,
) -> Result<NominationList, ExchangeError> {
    if let Some(name) = sheet {
        let file = || workbook.file_name.clone();
        let found = workbook.sheets.iter().find(|s| s.name == name);
        let found =
            found.ok_or_else(|| ExchangeError::NoSuchSheet { file: file(), sheet: name.to_owned() })?;
        return recognise_list(found, options);
    }
    let mut options = options.clone();
    let mut lists: Vec<NominationList> = Vec::new();
    let mut left: Vec<(&Sheet, &'static str)> = Vec::new();
    for sheet in &workbook.sheets {
        if sheet.rows.is_empty() {
            continue;
        }
        if sheet.hidden {
            left.push((sheet, "đang bị ẩn"));
            continue;
        }
        match rows::read(sheet, &options) {
            Ok(list) if list.counts().total > 0 || !list.missing.is_empty() => {
                options.columns.clear();
                lists.push(list);
            }
            _ => left.push((sheet, "không có danh sách")),
        }
    }
    // A sheet whose heads only resemble a list must not spoil the lists beside it.
    if lists.iter().any(|l| l.missing.is_empty()) {
        for list in lists.iter().filter(|l| !l.missing.is_empty()) {
            left.extend(
                workbook.sheets.iter().find(|s| s.name == list.sheet).map(|s| (s, "thiếu cột cần thiết")),
            );
        }
        lists.retain(|l| l.missing.is_empty());
    }
    let mut lists = lists.into_iter();
    let mut joined =
        lists.next().ok_or_else(|| ExchangeError::NoList { place: workbook.file_name.clone() })?;
    for list in lists {
        joined.sheets.extend(list.sheets);
        joined.rows.extend(list.rows);
        joined.problems.extend(list.problems);
        joined.converted_from = joined.converted_from.or(list.converted_from);
    }
    for (sheet, why) in left {
        let message = format!("Trang “{}” {why} nên không được đọc.", sheet.name);
        joined.problems.push(RowProblem::new("sheet-not-read", message).value("sheet", &sheet.name));
    }
    mark_repeated(&mut joined.rows);
    Ok(joined)
}

/// Marks rows that nominate the same honoree for the same award as an earlier row, and names that row.
fn mark_repeated(rows: &mut [ListRow]) {
    let mut first: HashMap<String, usize> = HashMap::new();
    let mut same_name: HashMap<String, usize> = HashMap::new();
    for at in 0..rows.len() {
        if !matches!(rows[at].verdict, RowVerdict::New | RowVerdict::Repeated) {
            continue;
        }
        let Some(nomination) = rows[at].nomination() else { continue };
        let mut nameless = nomination.clone();
        nameless.honoree.birth = None;
        let place = |row: &ListRow| format!("trang “{}”, dòng {}", row.sheet, row.row);
        let earlier = first.get(&nomination.sameness_key()).copied();
        // Two people may share name and unit; without birth dates, different positions leave that open.
        let differs = |earlier: &usize| {
            let honoree = rows[*earlier].honoree.as_ref();
            let positions =
                honoree.and_then(|h| h.position.as_ref()).zip(nomination.honoree.position.as_ref());
            nomination.honoree.birth.is_none()
                && positions.is_some_and(|(a, b)| text::fold(a) != text::fold(b))
        };
        if let Some(earlier) = earlier.filter(differs) {
            if !rows[at].problems.iter().any(|p| p.code == "maybe-repeated") {
                let message = format!(
                    "Có thể trùng với {}: cùng tên, đơn vị và loại khen thưởng, khác chức vụ.",
                    place(&rows[earlier])
                );
                rows[at]
                    .problems
                    .push(RowProblem::new("maybe-repeated", message).value("row", rows[earlier].row));
            }
            continue;
        }
        if let Some(earlier) = earlier {
            if rows[at].verdict == RowVerdict::New {
                let message =
                    format!("Trùng với {}: cùng đối tượng và cùng loại khen thưởng.", place(&rows[earlier]));
                let problem = RowProblem::new("repeated-in-file", message).value("row", rows[earlier].row);
                rows[at].problems.push(problem);
                rows[at].verdict = RowVerdict::Repeated;
            }
            continue;
        }
        if let Some(other) = same_name.get(&nameless.sameness_key()).copied() {
            let births = [other, at].map(|i| rows[i].honoree.as_ref().and_then(|h| h.birth));
            let already = rows[at].problems.iter().any(|p| p.code == "maybe-repeated");
            if births.iter().any(Option::is_none) && !already {
                let message = format!(
                    "Có thể trùng với {}: cùng tên, đơn vị và loại khen thưởng, một dòng không ghi ngày sinh.",
                    place(&rows[other])
                );
                rows[at]
                    .problems
                    .push(RowProblem::new("maybe-repeated", message).value("row", rows[other].row));
            }
        }
        first.insert(nomination.sameness_key(), at);
        same_name.entry(nameless.sameness_key()).or_insert(at);
    }
}
