//! Workbooks before and after their import.

use super::Problem;
use commendation::Honoree;
use exchange::ColumnMeaning;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

wire! {
    /// Asks what a workbook holds. Nothing is written.
    pub struct PreviewImport {
        /// Path of the workbook.
        path: String,
        /// The round it would go into, to tell what is known already.
        round: Option<String>,
        /// The officer's own meaning of columns by zero-based index; overrides what was recognised.
        columns: BTreeMap<u32, ColumnMeaning>,
        /// The sheet; none = the one that holds a list.
        sheet: Option<String>,
    }

    /// What a workbook holds.
    pub struct ImportPreview {
        /// File name.
        file: String,
        /// Sheet read.
        sheet: String,
        /// All sheets.
        sheets: Vec<String>,
        /// 1-based row of the column heads.
        header_row: u32,
        /// Columns from left to right.
        columns: Vec<ImportColumn>,
        /// The rows of the sheet from the top, at most 2,000 of them.
        rows: Vec<ImportRow>,
        /// Rows that hold a nomination or should.
        counts: ImportCounts,
        /// The year that the title above the list names.
        year: Option<i32>,
        /// Legacy encoding that was converted: `TCVN3`, `VNI`.
        converted_from: Option<String>,
        /// Findings about the whole file.
        problems: Vec<Problem>,
    }

    /// A column of the workbook.
    pub struct ImportColumn {
        /// Zero-based.
        index: u32,
        /// `A`, `B`, …
        letter: String,
        /// The head as written.
        heading: String,
        /// What it is taken for.
        meaning: ColumnMeaning,
    }

    /// A row of the workbook beside what was understood.
    pub struct ImportRow {
        /// Sheet.
        sheet: String,
        /// 1-based row in the sheet.
        row: u32,
        /// Cells as shown in Excel.
        cells: Vec<String>,
        /// What it is.
        verdict: RowVerdict,
        /// Who was understood.
        honoree: Option<Honoree>,
        /// Award kind id.
        kind: Option<String>,
        /// Reasons and doubts.
        problems: Vec<Problem>,
        /// What the cells do not state but their surroundings do (collective by section, gender by title).
        inferred: Vec<Problem>,
    }

    /// Counts over the rows that hold a nomination: total = new + known + repeated + question.
    pub struct ImportCounts {
        /// All.
        total: u32,
        /// To be added.
        new: u32,
        /// Already in this round.
        known: u32,
        /// Twice in this file.
        repeated: u32,
        /// Not understood.
        question: u32,
    }

    /// Imports a workbook into a round.
    pub struct Import {
        /// Path of the workbook.
        path: String,
        /// Name or identifier of the round; made when there is none.
        round: String,
        /// As in the preview.
        columns: BTreeMap<u32, ColumnMeaning>,
        /// As in the preview.
        sheet: Option<String>,
    }

    /// What was imported: rows in = added + skipped + failed.
    pub struct Imported {
        /// The round.
        round: String,
        /// Nominations added.
        added: u32,
        /// Rows left out with a reason (known, repeated).
        skipped: u32,
        /// Rows not understood, with the reason.
        failed: u32,
        /// Rows that held a nomination or should.
        total: u32,
        /// Every row with its outcome and the reasons.
        rows: Vec<ImportedRow>,
        /// Findings about the whole file: totals that disagree, sheets not read, cells left out.
        problems: Vec<Problem>,
        /// Legacy encoding that was converted: `TCVN3`, `VNI`.
        converted_from: Option<String>,
    }

    /// One row's outcome.
    pub struct ImportedRow {
        /// Sheet.
        sheet: String,
        /// 1-based row in the sheet.
        row: u32,
        /// `added`, `skipped`, `failed`.
        outcome: RowOutcome,
        /// The name as understood, or the cell.
        name: String,
        /// Nomination made of it.
        id: Option<String>,
        /// Reasons and doubts, in Vietnamese.
        reasons: Vec<Problem>,
        /// What the cells do not state but their surroundings do.
        inferred: Vec<Problem>,
    }
}

wire_enum! {
    /// What a row of a workbook is.
    pub enum RowVerdict {
        /// Letterhead, title, signature, blank.
        Outside,
        /// The column heads.
        Header,
        /// A section: tập thể, cá nhân.
        Section,
        /// The total row.
        Total,
        /// A new nomination.
        New,
        /// Already in the round.
        Known,
        /// Twice in this file.
        Repeated,
        /// Not understood.
        Question,
    }

    /// What became of an imported row.
    pub enum RowOutcome {
        /// Added.
        Added,
        /// Left out with a reason.
        Skipped,
        /// Not understood.
        Failed,
    }
}
