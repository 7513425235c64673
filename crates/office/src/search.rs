//! Finding anything, and showing anything by its identifier.

use crate::{
    Office,
    problem::internal,
    views,
    wire::{ById, Hit, HitKind, Problem, Search, Shown},
};
use archive::{AwardId, FileId, Id, Kind};
use serde::Serialize;
use serde_json::Value;

const HITS: u32 = 50;
const MOST_HITS: u32 = 500;

#[allow(missing_docs)] // each command is described once, in the registry
impl Office {
    pub fn search(&mut self, request: Search) -> Result<Vec<Hit>, Problem> {
        let limit = if request.limit == 0 { HITS } else { request.limit.min(MOST_HITS) };
        let hits = self.archive.search(&request.text, limit)?;
        Ok(hits
            .into_iter()
            .map(|hit| Hit {
                kind: hit_kind(hit.id),
                id: hit.id.to_string(),
                title: hit.title,
                snippet: hit.snippet,
                exact: hit.exact,
            })
            .collect())
    }

    pub fn show(&mut self, request: ById) -> Result<Shown, Problem> {
        let id: Id = request.id.parse()?;
        let title = self.archive.title(id)?;
        // A merged honoree is shown as the one that stays.
        let id = match id.kind {
            Kind::Honoree => self.archive.present_honoree(id.try_into()?)?.into(),
            _ => id,
        };
        let by_id = || ById { id: id.to_string() };
        let view = match id.kind {
            Kind::Honoree => json(&self.honoree(by_id())?)?,
            Kind::Document => json(&self.document(by_id())?)?,
            Kind::Conference => json(&self.conference(by_id())?)?,
            Kind::Round => json(&self.round(by_id())?)?,
            Kind::Nomination => {
                let record = self.archive.nomination(id.try_into()?)?;
                json(&views::nomination_row(record, self.today()))?
            }
            Kind::Award => json(&views::award_row(self.archive.award(AwardId::try_from(id)?)?))?,
            Kind::Unit => json(&self.unit(by_id())?)?,
            Kind::File => json(&views::file_brief(self.archive.file(FileId::try_from(id)?)?))?,
        };
        Ok(Shown { kind: hit_kind(id), id: id.to_string(), title, view })
    }
}

fn json(view: &impl Serialize) -> Result<Value, Problem> {
    serde_json::to_value(view).map_err(|error| internal(&error))
}

fn hit_kind(id: Id) -> HitKind {
    match id.kind {
        Kind::Honoree => HitKind::Honoree,
        Kind::Document => HitKind::Document,
        Kind::Conference => HitKind::Conference,
        Kind::Round | Kind::Nomination => HitKind::Round,
        Kind::Award => HitKind::Award,
        Kind::File => HitKind::File,
        Kind::Unit => HitKind::Unit,
    }
}
