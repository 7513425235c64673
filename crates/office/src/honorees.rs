//! Honorees and their pages.

use crate::{
    Office,
    identity::keep_identity,
    problem::required,
    views::{award_row, file_brief, kind_short},
    wire::{
        AwardRow, ById, EditHonoree, HonoreeBrief, HonoreeFilter, HonoreePage, HonoreeView, Nothing,
        PendingNomination, Problem,
    },
};
use archive::{Action, HonoreeId};
use commendation::{Honoree, text::clean};

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
        let rows = page.rows.into_iter().map(|row| HonoreeBrief {
            id: row.id.to_string(),
            honoree: row.honoree,
            awards: row.awards,
            latest: row.latest.map(|award| past_award(&award)).unwrap_or_default(),
        });
        Ok(HonoreePage { total: page.total, rows: rows.collect() })
    }

    pub fn honoree(&mut self, request: ById) -> Result<HonoreeView, Problem> {
        let page = self.archive.honoree_page(request.id.parse()?)?;
        let pending = page.pending.into_iter().map(|nomination| PendingNomination {
            round: nomination.round.to_string(),
            round_name: nomination.round_name,
            kind_name: crate::views::kind_name(&nomination.nomination),
            year: nomination.year,
            state: nomination.nomination.state,
        });
        let mut awards: Vec<AwardRow> = page.awards.into_iter().map(award_row).collect();
        self.mark_awards(&mut awards)?;
        Ok(HonoreeView {
            id: page.id.to_string(),
            identity: self.masked_identity(page.id)?,
            honoree: page.honoree,
            also_written: page.also_written,
            awards,
            pending: pending.collect(),
            files: page.files.into_iter().map(file_brief).collect(),
        })
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

/// `CSTĐCS 2024`.
pub(crate) fn past_award(award: &archive::PastAward) -> String {
    let short = kind_short(&award.kind, &award.kind_name);
    award.year.map_or_else(|| short.clone(), |year| format!("{short} {year}"))
}
