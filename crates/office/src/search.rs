//! Finding anything, and showing anything by its identifier.

use crate::{
    Office,
    problem::internal,
    views,
    wire::{
        ById, ByName, Found, FoundGroup, Hit, HitKind, Nothing, Piece, Problem, RenameSearch, SavedSearch,
        Search, SearchFilter, Shown,
    },
};
use archive::{Action, AwardId, FileId, Id, Kind, Thing};
use commendation::{Catalogue, text::clean};
use serde::Serialize;
use serde_json::Value;

/// Hits of a kind in one answer, at most.
const MOST_HITS: u32 = 500;
/// Letters of a saved search's name.
const LONGEST_NAME: usize = 120;

#[allow(missing_docs)] // each command is described once, in the registry
impl Office {
    pub fn search(&mut self, request: Search) -> Result<Found, Problem> {
        let groups = self.archive.search(&self.search_of(&request)?)?;
        let groups = groups.into_iter().map(|group| FoundGroup {
            kind: thing_kind(group.thing),
            total: group.total,
            more: group.more,
            hits: group.hits.into_iter().map(|found| hit(group.thing, found)).collect(),
        });
        let mut groups: Vec<FoundGroup> = groups.collect();
        let known = self.identity_hits(&request.text)?;
        let people = request.things.is_empty() || request.things.contains(&HitKind::Honoree);
        if !known.is_empty() && people && request.from == 0 && request.filter == SearchFilter::default() {
            put_first(&mut groups, known);
        }
        Ok(Found { groups, waiting: self.archive.waiting_texts()? })
    }

    pub fn saved_searches(&mut self, _: Nothing) -> Result<Vec<SavedSearch>, Problem> {
        let saved = self.archive.saved_searches()?.into_iter();
        // One that a newer program saved with what this one does not know is not worth failing for.
        let read = |saved: archive::SavedSearch| {
            Some(SavedSearch { search: serde_json::from_str(&saved.request).ok()?, name: saved.name })
        };
        Ok(saved.filter_map(read).collect())
    }

    pub fn save_search(&mut self, request: SavedSearch) -> Result<Nothing, Problem> {
        let name = named(&request.name)?;
        let search = Search { from: 0, count: 0, ..request.search };
        // Searched once, so that what is saved can be asked again.
        self.search_of(&search)?;
        let request = serde_json::to_string(&search).map_err(|error| internal(&error))?;
        let action = Action::new(format!("Lưu tìm kiếm “{name}”"));
        let saved = archive::SavedSearch { name, request };
        self.archive.transact(action, &self.stamp(), |tx| tx.save_search(&saved))?;
        Ok(Nothing {})
    }

    pub fn rename_search(&mut self, request: RenameSearch) -> Result<Nothing, Problem> {
        let new_name = named(&request.new_name)?;
        let action = Action::new(format!("Đổi tên tìm kiếm “{}” thành “{new_name}”", request.name));
        self.archive.transact(action, &self.stamp(), |tx| tx.rename_search(&request.name, &new_name))?;
        Ok(Nothing {})
    }

    pub fn remove_search(&mut self, request: ByName) -> Result<Nothing, Problem> {
        let action = Action::new(format!("Xóa tìm kiếm “{}”", request.name));
        self.archive.transact(action, &self.stamp(), |tx| tx.remove_search(&request.name))?;
        Ok(Nothing {})
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
            Kind::Nomination => json(&self.nomination(by_id())?)?,
            Kind::Award => json(&views::award_row(self.archive.award(AwardId::try_from(id)?)?))?,
            Kind::Unit => json(&self.unit(by_id())?)?,
            Kind::File => json(&views::file_brief(self.archive.file(FileId::try_from(id)?)?))?,
        };
        Ok(Shown { kind: hit_kind(id), id: id.to_string(), title, view })
    }
}

impl Office {
    /// A search as the archive takes it.
    pub(crate) fn search_of(&self, request: &Search) -> Result<archive::Search, Problem> {
        let filter = &request.filter;
        let conference = filter.conference.as_deref().map(str::parse).transpose()?;
        let kinds = filter.kind.as_deref().map(kinds_of).transpose()?.unwrap_or_default();
        Ok(archive::Search {
            text: request.text.clone(),
            things: request.things.iter().map(|kind| thing(*kind)).collect::<Result<_, _>>()?,
            filter: archive::SearchFilter {
                year_from: filter.year_from,
                year_to: filter.year_to,
                kinds,
                authority: filter.authority,
                conference,
                unit: clean(&filter.unit),
                honoree_type: filter.honoree_type,
            },
            from: request.from,
            count: request.count.min(MOST_HITS),
        })
    }
}

/// Puts honorees that the index does not know by what was typed before those that it does.
fn put_first(groups: &mut Vec<FoundGroup>, known: Vec<Hit>) {
    let count = known.len() as u32;
    match groups.iter_mut().find(|group| group.kind == HitKind::Honoree) {
        Some(group) => {
            group.total += count;
            group.hits.splice(0..0, known);
        }
        None => {
            groups.insert(0, FoundGroup { kind: HitKind::Honoree, total: count, more: false, hits: known })
        }
    }
}

/// A kind, or all kinds of a family: `merit` is the Bằng khen of every authority.
fn kinds_of(kind: &str) -> Result<Vec<String>, Problem> {
    let family = format!("{kind}-");
    let all = Catalogue::bundled().kinds.iter().map(|kind| kind.id.clone());
    let mut kinds: Vec<String> = all.filter(|id| id == kind || id.starts_with(&family)).collect();
    kinds.sort();
    kinds.dedup();
    if kinds.is_empty() {
        return Err(Problem::new(
            "unknown-kind",
            format!("Danh mục không có hình thức nào mang mã “{kind}”."),
        )
        .field("kind")
        .value("kind", kind));
    }
    Ok(kinds)
}

fn named(name: &str) -> Result<String, Problem> {
    let name: String = clean(name).chars().take(LONGEST_NAME).collect();
    if name.is_empty() {
        return Err(Problem::new("name-missing", "Chưa đặt tên cho tìm kiếm.").field("name"));
    }
    Ok(name)
}

fn hit(thing: Thing, found: archive::Hit) -> Hit {
    let pieces = found.snippet.into_iter().map(|piece| Piece { text: piece.text, hit: piece.hit });
    Hit {
        kind: thing_kind(thing),
        id: found.id.to_string(),
        title: found.title,
        snippet: pieces.collect(),
        exact: found.exact,
    }
}

fn thing_kind(thing: Thing) -> HitKind {
    match thing {
        Thing::Honoree => HitKind::Honoree,
        Thing::Document => HitKind::Document,
        Thing::Conference => HitKind::Conference,
        Thing::Round => HitKind::Round,
        Thing::Decision => HitKind::Decision,
        Thing::File => HitKind::File,
        Thing::Award => HitKind::Award,
    }
}

fn thing(kind: HitKind) -> Result<Thing, Problem> {
    Ok(match kind {
        HitKind::Honoree => Thing::Honoree,
        HitKind::Document => Thing::Document,
        HitKind::Conference => Thing::Conference,
        HitKind::Round => Thing::Round,
        HitKind::Decision => Thing::Decision,
        HitKind::File => Thing::File,
        HitKind::Award => Thing::Award,
        HitKind::Unit => {
            return Err(Problem::new("not-searched", "Đơn vị không phải là loại kết quả của tra cứu.")
                .hint("Hãy dùng đơn vị làm bộ lọc."));
        }
    })
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
