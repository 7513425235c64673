//! A nomination list as understood from a sheet: what each row is, who is meant, for which award, and every doubt.

use crate::{Column, ColumnMeaning, ExchangeError, LegacyEncoding, Sheet, Workbook};
use chrono::NaiveDate;
use commendation::{Authority, Catalogue, Honoree};
use std::collections::BTreeMap;

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
    /// A nomination where who or what cannot be known.
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
    /// Reasons and doubts.
    pub problems: Vec<RowProblem>,
    /// What was inferred, and from what.
    pub inferred: Vec<Inference>,
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
pub fn recognise_list(sheet: &Sheet, options: &RecogniseOptions<'_>) -> Result<NominationList, ExchangeError> {
    let _ = options;
    Err(ExchangeError::NoList { place: sheet.name.clone() })
}

/// Finds and joins the lists of all visible sheets; `sheet` limits it to one.
pub fn recognise_workbook(
    workbook: &Workbook,
    sheet: Option<&str>,
    options: &RecogniseOptions<'_>,
) -> Result<NominationList, ExchangeError> {
    let _ = (sheet, options);
    Err(ExchangeError::NoList { place: workbook.file_name.clone() })
}
