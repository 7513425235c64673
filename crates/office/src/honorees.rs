//! Honorees and their pages.

use crate::{
    Office,
    identity::keep_identity,
    merging::merged_brief,
    problem::required,
    views::{award_row, file_brief, kind_short},
    wire::{
        AwardFile, AwardRow, ById, EditHonoree, HonoreeBrief, HonoreeFilter, HonoreePage, HonoreeView,
        Nothing, PendingNomination, Problem, UnitSpan,
    },
};
use archive::{Action, HonoreeId};
use chrono::NaiveDate;
use commendation::{
    Honoree,
    text::{clean, fold},
};

const MOST_ROWS: u32 = 1_000;

#[allow(missing_docs)] // each command is described once, in the registry
impl Office {
    pub fn honorees(&mut self, request: HonoreeFilter) -> Result<HonoreePage, Problem> {
        let page = self.archive.honorees(&archive::HonoreeFilter {
            text: request.text,
            honoree_type: request.honoree_type,
            from: request.from,
            count: request.count.min(MOST_ROWS),
        })?;
        Ok(HonoreePage { total: page.total, rows: page.rows.into_iter().map(honoree_brief).collect() })
    }

    pub fn honoree(&mut self, request: ById) -> Result<HonoreeView, Problem> {
        let page = self.archive.honoree_page(request.id.parse()?)?;
        let units = self.units_over_years(&page)?;
        let pending = page.pending.into_iter().map(|nomination| PendingNomination {
            round: nomination.round.to_string(),
            round_name: nomination.round_name,
            kind_name: crate::views::kind_name(&nomination.nomination),
            year: nomination.year,
            state: nomination.nomination.state,
        });
        let mut awards: Vec<AwardRow> = page.awards.into_iter().map(award_row).collect();
        self.mark_awards(&mut awards)?;
        let award_files = page
            .award_files
            .into_iter()
            .map(|(award, file)| AwardFile { award: award.to_string(), file: file_brief(file) });
        Ok(HonoreeView {
            id: page.id.to_string(),
            identity: self.masked_identity(page.id)?,
            honoree: page.honoree,
            also_written: page.also_written,
            awards,
            pending: pending.collect(),
            files: self.archive.count_files_of(page.id)?,
            award_files: award_files.collect(),
            units,
            merged: page.merged.into_iter().map(merged_brief).collect(),
        })
    }

    /// The units that an honoree's awards name, one after the other, and the present one.
    fn units_over_years(&self, page: &archive::HonoreeRecord) -> Result<Vec<UnitSpan>, Problem> {
        let mut spans: Vec<UnitSpan> = Vec::new();
        let same = |a: &str, b: &str| fold(a) == fold(b);
        for award in page.awards.iter().rev().map(|record| &record.award) {
            let (Some(text), Some(year)) = (&award.honoree.unit, award.year) else { continue };
            match spans.last_mut() {
                Some(last) if same(&last.text, text) => last.last = Some(year),
                _ => {
                    let day = award.date.or_else(|| NaiveDate::from_ymd_opt(year, 12, 31));
                    let unit = self.archive.unit_named(text, day)?.map(|unit| unit.to_string());
                    spans.push(UnitSpan { text: text.clone(), unit, first: Some(year), last: Some(year) });
                }
            }
        }
        if let Some(text) = &page.honoree.unit {
            match spans.last_mut() {
                Some(last) if same(&last.text, text) => last.last = None,
                _ => {
                    let unit = self.archive.unit_named(text, None)?.map(|unit| unit.to_string());
                    spans.push(UnitSpan { text: text.clone(), unit, first: None, last: None });
                }
            }
        }
        Ok(spans)
    }

    pub fn edit_honoree(&mut self, request: EditHonoree) -> Result<Nothing, Problem> {
        let id: HonoreeId = request.id.parse()?;
        let honoree = cleaned(request.honoree)?;
        let action = Action::new(format!("Sửa thông tin {}", honoree.name)).about(id);
        self.archive.transact(action, &self.stamp(), |tx| {
            tx.edit_honoree(id, &honoree)?;
            keep_identity(tx, id, request.identity.as_deref())
        })?;
        Ok(Nothing {})
    }
}

/// An honoree as typed, in one normal form.
pub(crate) fn cleaned(honoree: Honoree) -> Result<Honoree, Problem> {
    let filled = |text: Option<String>| text.map(|text| clean(&text)).filter(|text| !text.is_empty());
    let name = clean(&honoree.name);
    if name.is_empty() {
        return Err(required("name", "tên cá nhân hoặc tập thể"));
    }
    Ok(Honoree { name, position: filled(honoree.position), unit: filled(honoree.unit), ..honoree })
}

/// An honoree in a list.
pub(crate) fn honoree_brief(row: archive::HonoreeSummary) -> HonoreeBrief {
    HonoreeBrief {
        id: row.id.to_string(),
        honoree: row.honoree,
        awards: row.awards,
        latest: row.latest.map(|award| past_award(&award)).unwrap_or_default(),
    }
}

/// `CSTĐCS 2024`.
pub(crate) fn past_award(award: &archive::PastAward) -> String {
    let short = kind_short(&award.kind, &award.kind_name);
    award.year.map_or_else(|| short.clone(), |year| format!("{short} {year}"))
}
