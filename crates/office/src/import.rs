//! From a workbook to a round: what it holds, what of it is known already, and putting it on record whole or not at all.

use crate::{
    Office,
    identity::{keep_nominated, masked_cells},
    problem,
    progress::recorded,
    stamp,
    wire::*,
};
use archive::{Action, FileRole, HonoreeId, NewNomination, RoundId, Source, Tx};
use commendation::{Catalogue, Honoree, Nomination, NominationState, text::fold};
use exchange::{ColumnMeaning, ListRow, NominationList, RecogniseOptions, recognise_workbook};
use std::{
    collections::{BTreeMap, HashSet},
    fs::File,
    io::Read as _,
    path::Path,
};

/// Rows shown before an import; all rows are imported.
const PREVIEW_ROWS: usize = 2_000;

#[allow(missing_docs)] // each command is described once, in the registry
impl Office {
    pub fn preview_import(&mut self, request: PreviewImport) -> Result<ImportPreview, Problem> {
        let round = match &request.round {
            Some(name) => self.find_round(name)?,
            None => None,
        };
        let year = match round {
            Some(id) => Some(self.archive.round(id)?.round.year),
            None => None,
        };
        let read = self.read_list(&request.path, year, request.columns, request.sheet.as_deref())?;
        let known = self.known_in(round)?;
        let mut counts = ImportCounts { total: 0, new: 0, known: 0, repeated: 0, question: 0 };
        let mut rows = Vec::new();
        for row in &read.list.rows {
            let verdict = verdict(row, &known);
            match verdict {
                RowVerdict::New => counts.new += 1,
                RowVerdict::Known => counts.known += 1,
                RowVerdict::Repeated => counts.repeated += 1,
                RowVerdict::Question => counts.question += 1,
                _ => {}
            }
            if rows.len() < PREVIEW_ROWS {
                rows.push(import_row(row, verdict));
            }
        }
        counts.total = counts.new + counts.known + counts.repeated + counts.question;
        let numbers: Vec<u32> = read
            .list
            .columns
            .iter()
            .filter(|c| c.meaning == ColumnMeaning::Identity)
            .map(|c| c.index)
            .collect();
        for row in &mut rows {
            row.cells = masked_cells(&row.cells, &numbers);
        }
        let columns = read.list.columns.iter().map(|column| ImportColumn {
            index: column.index,
            letter: column.letter.clone(),
            heading: column.heading.clone(),
            meaning: column.meaning,
        });
        let missing = read.list.missing.iter().map(|column| {
            let name = column.vietnamese();
            Problem::new("missing-column", format!("Chưa nhận ra cột {name}."))
                .hint("Hãy chọn ý nghĩa của cột ở hàng phía trên bảng.")
                .value("column", name)
        });
        Ok(ImportPreview {
            sheet: read.list.sheet.clone(),
            sheets: read.sheets,
            header_row: read.list.header_row,
            columns: columns.collect(),
            rows,
            counts,
            year: read.list.title.year,
            converted_from: read.list.converted_from.map(|encoding| encoding.name().to_owned()),
            problems: missing.chain(read.list.problems.iter().cloned().map(Problem::from)).collect(),
            file: read.name,
        })
    }

    pub fn import(&mut self, request: Import) -> Result<Imported, Problem> {
        let into = self.find_round(&request.round)?;
        let year = match into {
            Some(id) => Some(self.archive.round(id)?.round.year),
            None => None,
        };
        let read = self.read_list(&request.path, year, request.columns, request.sheet.as_deref())?;
        let list = read.list.complete()?;
        let known = self.known_in(into)?;
        let new_round = self.round_from(&request.round, None, list.title.year)?;
        let action = Action::new(format!("Nhập danh sách {}", read.name));
        let watch = &self.environment.watch;
        let done = self.archive.transact(action, &stamp(&self.environment), |tx| {
            let round = match into {
                Some(round) => round,
                None => tx.add_round(&new_round)?,
            };
            let file = tx.keep_file(&read.name, &read.bytes, FileRole::Imported, Some(round.into()))?;
            let mut outcome = Imported {
                round: round.to_string(),
                added: 0,
                skipped: 0,
                failed: 0,
                total: 0,
                rows: Vec::new(),
                problems: list.problems.iter().cloned().map(Problem::from).collect(),
                converted_from: list.converted_from.map(|encoding| encoding.name().to_owned()),
            };
            for (done, row) in list.rows.iter().filter(|row| row.verdict.counts()).enumerate() {
                recorded(watch, done, list.rows.len())?;
                let mut reasons = reasons(row);
                let (result, id) = match (verdict(row, &known), nomination_of(row)) {
                    (RowVerdict::New, Some(nomination)) => {
                        let new = NewNomination {
                            honoree: identified(tx, &nomination.honoree, row.identity.as_deref())?,
                            nomination,
                            source: Some(Source {
                                file: Some(file),
                                file_name: read.name.clone(),
                                row: row.row,
                            }),
                            // Problems are plain texts and maps of texts: always JSON.
                            problems: reasons.iter().filter_map(|p| serde_json::to_value(p).ok()).collect(),
                        };
                        let id = tx.add_nomination(round, &new)?;
                        keep_nominated(tx, id, row.identity.as_deref())?;
                        (RowOutcome::Added, Some(id.to_string()))
                    }
                    (RowVerdict::Known, _) => {
                        reasons.push(Problem::new("known", "Đã có trong đợt này."));
                        (RowOutcome::Skipped, None)
                    }
                    (RowVerdict::Repeated, _) => {
                        if reasons.is_empty() {
                            reasons.push(Problem::new("repeated", "Lặp lại một dòng phía trên của tệp."));
                        }
                        (RowOutcome::Skipped, None)
                    }
                    _ => (RowOutcome::Failed, None),
                };
                match result {
                    RowOutcome::Added => outcome.added += 1,
                    RowOutcome::Skipped => outcome.skipped += 1,
                    RowOutcome::Failed => outcome.failed += 1,
                }
                outcome.rows.push(ImportedRow {
                    sheet: row.sheet.clone(),
                    row: row.row,
                    outcome: result,
                    name: row
                        .honoree
                        .as_ref()
                        .map_or_else(|| first_words(row), |honoree| honoree.name.clone()),
                    id,
                    reasons,
                    inferred: inferred(row),
                });
            }
            outcome.total = outcome.added + outcome.skipped + outcome.failed;
            Ok::<_, Problem>(outcome)
        })?;
        Ok(done.value)
    }

    fn read_list(
        &self,
        path: &str,
        year: Option<i32>,
        columns: BTreeMap<u32, ColumnMeaning>,
        sheet: Option<&str>,
    ) -> Result<ReadList, Problem> {
        let path = Path::new(path);
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        let bytes = read_capped(path)?;
        let workbook = exchange::read_workbook(&bytes, &name)?;
        let today = self.today();
        let options = RecogniseOptions {
            today,
            columns,
            ..RecogniseOptions::new(Catalogue::bundled(), year.map_or(today, |year| self.day_of(year)))
        };
        let list = recognise_workbook(&workbook, sheet, &options)?;
        let sheets =
            workbook.sheets.iter().filter(|sheet| !sheet.hidden).map(|sheet| sheet.name.clone()).collect();
        Ok(ReadList { name, bytes, sheets, list })
    }

    /// Who is nominated for what in a round already.
    fn known_in(&self, round: Option<RoundId>) -> Result<HashSet<String>, Problem> {
        let Some(round) = round else { return Ok(HashSet::new()) };
        Ok(self.archive.nominations(round)?.iter().map(|record| record.nomination.sameness_key()).collect())
    }
}

/// The honoree of a row. The same number is the same person; another number is another one, whatever the name.
fn identified(tx: &Tx<'_>, honoree: &Honoree, number: Option<&str>) -> Result<HonoreeId, Problem> {
    let Some(number) = number else { return Ok(tx.honoree_for(honoree)?) };
    for known in tx.honorees_with_identity(number)? {
        if fold(&tx.honoree(known)?.name) == fold(&honoree.name) {
            return Ok(known);
        }
    }
    if let Some(known) = tx.find_same_honoree(honoree)?
        && tx.identity(known)?.is_some_and(|other| other != number)
    {
        return Ok(tx.add_honoree(honoree)?);
    }
    Ok(tx.honoree_for(honoree)?)
}

/// A workbook as read.
struct ReadList {
    name: String,
    bytes: Vec<u8>,
    sheets: Vec<String>,
    list: NominationList,
}

/// What a row of the sheet is, once it is known what the round holds already (by `Nomination::sameness_key`).
fn verdict(row: &ListRow, known: &HashSet<String>) -> RowVerdict {
    match row.verdict {
        exchange::RowVerdict::Outside => RowVerdict::Outside,
        exchange::RowVerdict::Header => RowVerdict::Header,
        exchange::RowVerdict::Section => RowVerdict::Section,
        exchange::RowVerdict::Total => RowVerdict::Total,
        exchange::RowVerdict::Repeated => RowVerdict::Repeated,
        exchange::RowVerdict::Question => RowVerdict::Question,
        exchange::RowVerdict::New => match nomination_of(row) {
            Some(nomination) if known.contains(&nomination.sameness_key()) => RowVerdict::Known,
            _ => RowVerdict::New,
        },
    }
}

/// The nomination that a row states; none when nobody was understood.
fn nomination_of(row: &ListRow) -> Option<Nomination> {
    Some(Nomination {
        honoree: row.honoree.clone()?,
        kind: row.kind.clone(),
        kind_as_written: row.kind_as_written.clone(),
        achievement: row.achievement.clone(),
        state: NominationState::Pending,
    })
}

fn reasons(row: &ListRow) -> Vec<Problem> {
    row.problems.iter().cloned().map(Problem::from).collect()
}

fn inferred(row: &ListRow) -> Vec<Problem> {
    row.inferred.iter().map(|inference| Problem::new(inference.code, inference.message.clone())).collect()
}

fn first_words(row: &ListRow) -> String {
    row.cells.iter().find(|cell| cell.chars().any(char::is_alphabetic)).cloned().unwrap_or_default()
}

fn import_row(row: &ListRow, verdict: RowVerdict) -> ImportRow {
    ImportRow {
        sheet: row.sheet.clone(),
        row: row.row,
        cells: row.cells.clone(),
        verdict,
        honoree: row.honoree.clone(),
        kind: row.kind.clone(),
        problems: reasons(row),
        inferred: inferred(row),
    }
}

/// The file's bytes; no more than the reader would accept anyway, so that a wrong choice does not fill the memory.
fn read_capped(path: &Path) -> Result<Vec<u8>, Problem> {
    let failed = |error: std::io::Error| problem::disk("đọc", path, &error);
    let file = File::open(path).map_err(failed)?;
    let mut bytes = Vec::new();
    file.take(exchange::MAX_CONTAINER_BYTES + 1).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}
