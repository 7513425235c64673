//! The nominations of a round as a list: checked together, in the order of lists, narrowed, sorted, a page at a time.
//! Changing them is in `rounds.rs`.

use crate::{
    Office,
    identity::unusual_identity,
    kept::{Kept, still},
    views,
    wire::*,
};
use archive::{NominationId, NominationRecord, RoundId};
use chrono::NaiveDate;
use commendation::{
    Authority, Catalogue, Nomination, NominationState, check_round, list_place, masked_identity,
    text::{fold, name_key, words_key},
};
use serde_json::Value;
use std::collections::HashMap;

/// Rows of one page at most.
const MOST_ROWS: u32 = 1_000;

/// A round's nominations, checked together. Of each only what the list is narrowed and sorted by.
pub(crate) struct CheckedRound {
    /// The day whose law applies.
    day: NaiveDate,
    /// In the order of lists.
    rows: Vec<CheckedRow>,
    sieves: SieveCounts,
    /// The list as it was asked for last.
    arranged: Option<Arranged>,
}

struct CheckedRow {
    id: NominationId,
    /// Its award kind was understood.
    known: bool,
    authority: Option<Authority>,
    state: NominationState,
    /// How many findings it has in all.
    problems: u32,
    /// Those of the rules.
    found: Vec<commendation::Finding>,
}

/// How a list is narrowed and sorted.
#[derive(Debug, Clone, PartialEq)]
struct Wish {
    sieve: Option<NominationSieve>,
    text: String,
    order: NominationOrder,
    reverse: bool,
}

struct Arranged {
    wish: Wish,
    /// Places in `rows`.
    places: Vec<u32>,
    groups: Vec<NominationGroup>,
}

#[allow(missing_docs)] // each command is described once, in the registry
impl Office {
    pub fn nominations(&mut self, request: NominationFilter) -> Result<NominationPage, Problem> {
        let count = request.count.min(MOST_ROWS);
        let list = self.listed(&request)?;
        let (places, groups) = list.arranged();
        let page: Vec<(NominationId, Vec<commendation::Finding>)> = stretch(places, request.from, count)
            .iter()
            .map(|place| &list.rows[*place as usize])
            .map(|row| (row.id, row.found.clone()))
            .collect();
        let (total, all, day) = (places.len() as u32, list.rows.len() as u32, list.day);
        let (sieves, groups) = (list.sieves.clone(), groups.to_vec());
        let (ids, found): (Vec<_>, Vec<_>) = page.into_iter().unzip();
        let records = self.archive.nominations_among(&ids)?;
        let rows = records.into_iter().zip(found).map(|(record, found)| self.row(record, &found, day));
        Ok(NominationPage { total, rows: rows.collect::<Result<_, _>>()?, all, sieves, groups })
    }

    pub fn nomination_ids(&mut self, request: NominationFilter) -> Result<Ids, Problem> {
        let list = self.listed(&request)?;
        let places = stretch(list.arranged().0, request.from, request.count).iter();
        Ok(Ids { ids: places.map(|place| list.rows[*place as usize].id.to_string()).collect() })
    }

    pub fn nomination(&mut self, request: ById) -> Result<NominationRow, Problem> {
        let record = self.archive.nomination(request.id.parse()?)?;
        let list = self.listed(&all_of(record.round))?;
        let found = list.rows.iter().find(|row| row.id == record.id).map(|row| row.found.clone());
        let day = list.day;
        self.row(record, &found.unwrap_or_default(), day)
    }
}

/// The whole list of a round as it stands.
fn all_of(round: RoundId) -> NominationFilter {
    NominationFilter {
        round: round.to_string(),
        sieve: None,
        text: String::new(),
        order: NominationOrder::List,
        reverse: false,
        from: 0,
        count: u32::MAX,
    }
}

impl Office {
    /// Every nomination of a round in the order of lists.
    pub(crate) fn nominations_in_order(
        &mut self,
        round: RoundId,
    ) -> Result<Vec<(NominationRecord, NaiveDate)>, Problem> {
        let list = self.listed(&all_of(round))?;
        let (day, ids) = (list.day, list.rows.iter().map(|row| row.id).collect::<Vec<_>>());
        let records = self.archive.nominations(round)?;
        let mut by_id: HashMap<NominationId, NominationRecord> =
            records.into_iter().map(|record| (record.id, record)).collect();
        Ok(ids.iter().filter_map(|id| by_id.remove(id)).map(|record| (record, day)).collect())
    }

    /// The list that is asked for; made again when anything changed since.
    fn listed(&mut self, request: &NominationFilter) -> Result<&CheckedRound, Problem> {
        let round: RoundId = request.round.parse()?;
        let made_from = self.made_from(round)?;
        let mut list = match still(self.kept.nominations.take(), made_from) {
            Some(list) => list,
            None => self.check_round(round)?,
        };
        let wish = Wish {
            sieve: request.sieve,
            text: fold(&request.text),
            order: request.order,
            reverse: request.reverse,
        };
        if list.arranged.as_ref().is_none_or(|arranged| arranged.wish != wish) {
            // Only what is said in words needs the rows themselves.
            let in_words =
                matches!(wish.order, NominationOrder::Name | NominationOrder::Unit | NominationOrder::Kind)
                    || !wish.text.is_empty();
            let records = if in_words { self.archive.nominations(round)? } else { Vec::new() };
            list.arrange(wish, &records);
        }
        Ok(&self.kept.nominations.insert(Kept { made_from, list }).list)
    }

    fn check_round(&self, round: RoundId) -> Result<CheckedRound, Problem> {
        let catalogue = Catalogue::bundled();
        let day = self.day_of(self.archive.round(round)?.round.year);
        let numbers = self.archive.identities_in(round)?;
        let mut records = self.archive.nominations(round)?;
        records.sort_by_cached_key(|record| {
            let nomination = &record.nomination;
            let place = list_place(catalogue, day, &nomination.honoree, nomination.kind.as_deref());
            (group_of(authority(nomination)), place)
        });
        let (ids, together): (Vec<_>, Vec<_>) =
            records.into_iter().map(|record| ((record.id, record.problems), record.nomination)).unzip();
        let mut found: Vec<Vec<commendation::Finding>> = together.iter().map(|_| Vec::new()).collect();
        for (place, finding) in check_round(catalogue, &together, day) {
            found[place].push(finding);
        }
        let rows: Vec<CheckedRow> = ids
            .into_iter()
            .zip(&together)
            .zip(found)
            .map(|(((id, stored), nomination), found)| CheckedRow {
                id,
                known: nomination.kind.is_some(),
                authority: authority(nomination),
                state: nomination.state,
                problems: problems(stored, numbers.get(&id).map(String::as_str), &found).len() as u32,
                found,
            })
            .collect();
        let count = |sieve| rows.iter().filter(|row| keeps(sieve, row)).count() as u32;
        let sieves = SieveCounts {
            fine: count(NominationSieve::Fine),
            check: count(NominationSieve::Check),
            unclear: count(NominationSieve::Unclear),
            undecided: count(NominationSieve::Undecided),
        };
        Ok(CheckedRound { day, rows, sieves, arranged: None })
    }

    /// A row as it is shown, with what was found about it.
    fn row(
        &self,
        mut record: NominationRecord,
        found: &[commendation::Finding],
        day: NaiveDate,
    ) -> Result<NominationRow, Problem> {
        let number = self.archive.identity(record.id)?;
        let stored = std::mem::take(&mut record.problems);
        let mut row = views::nomination_row(record, day);
        row.identity = number.as_deref().map(masked_identity).unwrap_or_default();
        row.problems = problems(stored, number.as_deref(), found);
        Ok(row)
    }
}

impl CheckedRound {
    fn arranged(&self) -> (&[u32], &[NominationGroup]) {
        self.arranged.as_ref().map_or((&[], &[]), |arranged| (&arranged.places, &arranged.groups))
    }

    /// Narrows and sorts. Rows of one authority stay together, the highest first.
    fn arrange(&mut self, wish: Wish, records: &[NominationRecord]) {
        let by_id: HashMap<NominationId, &Nomination> =
            records.iter().map(|record| (record.id, &record.nomination)).collect();
        let nomination = |place: u32| by_id.get(&self.rows[place as usize].id).copied();
        let says = |place: u32| nomination(place).is_some_and(|nomination| matches(nomination, &wish.text));
        let mut places: Vec<u32> = (0..self.rows.len() as u32)
            .filter(|place| wish.sieve.is_none_or(|sieve| keeps(sieve, &self.rows[*place as usize])))
            .filter(|place| wish.text.is_empty() || says(*place))
            .collect();
        if wish.order != NominationOrder::List {
            places.sort_by_cached_key(|place| {
                sort_key(wish.order, &self.rows[*place as usize], nomination(*place))
            });
        }
        if wish.reverse {
            places.reverse();
        }
        places.sort_by_key(|place| group_of(self.rows[*place as usize].authority));
        let mut groups: Vec<NominationGroup> = Vec::new();
        for place in &places {
            let authority = self.rows[*place as usize].authority;
            match groups.last_mut() {
                Some(group) if group.authority == authority => group.count += 1,
                _ => groups.push(NominationGroup { authority, count: 1 }),
            }
        }
        self.arranged = Some(Arranged { wish, places, groups });
    }
}

/// Who confers what is nominated for; none when it was not understood.
fn authority(nomination: &Nomination) -> Option<Authority> {
    let kind = nomination.kind.as_deref().and_then(|id| Catalogue::bundled().kind(id));
    kind.map(|kind| kind.authority)
}

/// What was not understood comes last.
fn group_of(authority: Option<Authority>) -> (bool, Option<Authority>) {
    (authority.is_none(), authority)
}

fn keeps(sieve: NominationSieve, row: &CheckedRow) -> bool {
    match sieve {
        NominationSieve::Fine => row.known && row.problems == 0,
        NominationSieve::Check => row.known && row.problems > 0,
        NominationSieve::Unclear => !row.known,
        NominationSieve::Undecided => row.state == NominationState::Pending,
    }
}

/// Is every word that was typed somewhere in what the row shows?
fn matches(nomination: &Nomination, typed: &str) -> bool {
    let honoree = &nomination.honoree;
    let shown = [
        Some(honoree.name.as_str()),
        honoree.position.as_deref(),
        honoree.unit.as_deref(),
        Some(&views::kind_name(nomination)),
    ]
    .map(|part| fold(part.unwrap_or_default()))
    .join(" ");
    typed.split_whitespace().all(|word| shown.contains(word))
}

/// Keys in the order of a column.
fn sort_key(order: NominationOrder, row: &CheckedRow, nomination: Option<&Nomination>) -> Vec<u8> {
    let text = |of: &dyn Fn(&Nomination) -> Vec<u8>| nomination.map(of).unwrap_or_default();
    match order {
        NominationOrder::List => Vec::new(),
        NominationOrder::Name => text(&|nomination| name_key(&nomination.honoree.name)),
        NominationOrder::Unit => {
            text(&|nomination| words_key(nomination.honoree.unit.as_deref().unwrap_or_default()))
        }
        NominationOrder::Kind => text(&|nomination| words_key(&views::kind_name(nomination))),
        // The most findings first.
        NominationOrder::Check => (u32::MAX - row.problems).to_be_bytes().to_vec(),
        NominationOrder::State => vec![row.state as u8],
    }
}

/// Everything found about a nomination: by the import, by its number, by the rules unless the import said the same.
fn problems(stored: Vec<Value>, number: Option<&str>, found: &[commendation::Finding]) -> Vec<Problem> {
    let mut problems = views::stored_problems(stored);
    problems.extend(unusual_identity(number));
    for finding in found {
        if problems.iter().all(|problem| problem.code != finding.code) {
            problems.push(views::finding(finding.clone()));
        }
    }
    problems
}

/// Part of a list.
pub(crate) fn stretch<T>(list: &[T], from: u32, count: u32) -> &[T] {
    let from = (from as usize).min(list.len());
    let to = from.saturating_add(count as usize).min(list.len());
    &list[from..to]
}
