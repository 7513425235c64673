//! Awards given at a conference as a list: in the order of lists, under what was given and by whom, a page at a time.

use crate::{
    Office,
    kept::{Kept, still},
    nominations::stretch,
    views,
    wire::*,
};
use archive::{AwardId, AwardRecord, AwardScope, ConferenceId};
use commendation::{Catalogue, list_place};

/// Rows of one page at most.
const MOST_ROWS: u32 = 1_000;

/// The awards of a conference in order.
pub(crate) struct HonourList {
    ids: Vec<AwardId>,
    groups: Vec<HonourGroup>,
}

#[allow(missing_docs)] // each command is described once, in the registry
impl Office {
    pub fn conference_awards(&mut self, request: RowsOf) -> Result<HonourPage, Problem> {
        let conference: ConferenceId = request.id.parse()?;
        let made_from = self.made_from(conference)?;
        let list = match still(self.kept.honours.take(), made_from) {
            Some(list) => list,
            None => self.honour_list(conference)?,
        };
        let list = &self.kept.honours.insert(Kept { made_from, list }).list;
        let (total, groups) = (list.ids.len() as u32, list.groups.clone());
        let page =
            self.archive.awards_among(stretch(&list.ids, request.from, request.count.min(MOST_ROWS)))?;
        let mut rows: Vec<AwardRow> = page.into_iter().map(views::award_row).collect();
        self.mark_awards(&mut rows)?;
        Ok(HonourPage { total, rows, groups })
    }
}

impl Office {
    /// Awards given at a conference, in legal order.
    pub(crate) fn honours(&self, id: ConferenceId) -> Result<Vec<AwardRecord>, Problem> {
        let mut honours = self.archive.awards(AwardScope::Conference(id))?;
        honours.sort_by_cached_key(|record| {
            let award = &record.award;
            let day = award.date.unwrap_or_else(|| self.today());
            list_place(Catalogue::bundled(), day, &award.honoree, Some(&award.kind))
        });
        Ok(honours)
    }

    fn honour_list(&self, id: ConferenceId) -> Result<HonourList, Problem> {
        let mut groups: Vec<HonourGroup> = Vec::new();
        let mut placed: Vec<(usize, AwardId)> = Vec::new();
        for AwardRecord { id, award, .. } in self.honours(id)? {
            let known = groups
                .iter()
                .position(|group| group.kind_name == award.kind_name && group.authority == award.authority);
            let group = known.unwrap_or_else(|| {
                groups.push(HonourGroup { kind_name: award.kind_name, authority: award.authority, count: 0 });
                groups.len() - 1
            });
            groups[group].count += 1;
            placed.push((group, id));
        }
        // Laws of several years may put one kind in two places: under one heading all the same.
        placed.sort_by_key(|(group, _)| *group);
        Ok(HonourList { ids: placed.into_iter().map(|(_, id)| id).collect(), groups })
    }
}
