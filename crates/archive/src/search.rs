//! Search over honorees, documents, conferences, rounds, the decisions that awards name, kept files, and awards.
//!
//! Each kind of thing is asked for its newest hits by number, which the index answers without sorting. Award rows are
//! not indexed by text: those of the honorees, documents and decisions found are given, and filters alone find awards by
//! their own indexes. Counting stops at [`COUNTED`] or [`COUNTED_BESIDE`], so that a letter
//! typed does not read the archive; a filter that lets few awards pass is begun at, text at all else. The words of a
//! query are in `query`, what narrows it in `filter`, what is shown of a hit in `snippet`.

use rusqlite::OptionalExtension;
use std::collections::{HashMap, HashSet};

use crate::filter::{Passes, Ready};
use crate::letters::composed;
use crate::matching::{Bounds, Rows};
use crate::query::{Word, words};
use crate::snippet::{Heading, Piece, Reading, snippet};
use crate::{ArchiveError, Id, Kind, Records, Result, SearchFilter, row};

/// Hits of a kind that are counted and paged through; beyond, the officer narrows the search or exports it.
pub const COUNTED: u32 = 1000;
/// Hits of a kind that are counted where several kinds are asked for: while somebody types.
pub const COUNTED_BESIDE: u32 = 100;
/// Hits given when no number is named.
const USUAL_COUNT: u32 = 50;
/// The newest hits of a kind among which those whose heading answers come first; of several kinds a part of it.
const RANKED: usize = 50;
const RANKED_BESIDE: usize = 12;
/// Awards that a filter may let pass for the search to begin at these rather than at the text.
const FEW_AWARDS: usize = 1_000;
/// Honorees, documents and decisions whose awards are looked at first; more where that does not fill the page.
const AWARDED: usize = 500;

/// A kind of thing that is searched for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Thing {
    /// An honoree.
    Honoree,
    /// A document.
    Document,
    /// A conference.
    Conference,
    /// A round.
    Round,
    /// A decision of others that awards name; shown as the first of these awards.
    Decision,
    /// A kept file.
    File,
    /// An award.
    Award,
}

impl Thing {
    /// All, in the order of their codes in the index from 1 on; awards are not in it.
    pub const ALL: [Thing; 7] = [
        Thing::Honoree,
        Thing::Document,
        Thing::Conference,
        Thing::Round,
        Thing::Decision,
        Thing::File,
        Thing::Award,
    ];

    pub(crate) fn first_row(self) -> i64 {
        (self as i64 + 1) << 40
    }

    /// Heading and day of row `?1`: little to read, since it is read of many.
    fn heading_query(self) -> &'static str {
        match self {
            Thing::Honoree => {
                "SELECT concat_ws(' · ', name, (SELECT group_concat(as_written, ' · ') FROM honoree_spelling
                   WHERE honoree_id = honoree.id), position, unit), changed_at FROM honoree WHERE id = ?1"
            }
            Thing::Document => {
                "SELECT concat_ws(' · ', concat_ws('/', nullif(number, ''), nullif(symbol, '')), title),
                   coalesce(date, changed_at) FROM document WHERE id = ?1"
            }
            Thing::Conference => {
                "SELECT concat_ws(' · ', name, place), coalesce(date, changed_at) FROM conference WHERE id = ?1"
            }
            Thing::Round => "SELECT concat_ws(' · ', name, year), changed_at FROM round WHERE id = ?1",
            Thing::Decision => "SELECT decision, date FROM cited_decision WHERE id = ?1",
            Thing::File => "SELECT title, at FROM kept_text_text WHERE id = ?1",
            Thing::Award => "SELECT name, year FROM award WHERE id = ?1",
        }
    }

    /// Title and text of row `?1`.
    pub(crate) fn text_query(self) -> &'static str {
        match self {
            Thing::Honoree => "SELECT title, text FROM honoree_text WHERE id = ?1",
            Thing::Document => "SELECT title, text FROM document_text WHERE id = ?1",
            Thing::Conference => "SELECT title, text FROM conference_text WHERE id = ?1",
            Thing::Round => "SELECT title, text FROM round_text WHERE id = ?1",
            Thing::Decision => "SELECT title, text FROM cited_decision_text WHERE id = ?1",
            Thing::File => "SELECT title, text FROM kept_text_text WHERE id = ?1",
            Thing::Award => {
                "SELECT kind_name || ' · ' || name,
                   concat_ws(' · ', nullif(unit, ''), coalesce(nullif(period, ''), year), nullif(decision, '')) FROM award
                 WHERE id = ?1"
            }
        }
    }
}

/// What is searched for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Search {
    /// What was typed. Without it, filters alone find awards.
    pub text: String,
    /// Only these kinds of things; empty = all.
    pub things: Vec<Thing>,
    /// What narrows it.
    pub filter: SearchFilter,
    /// First hit of each kind, from 0.
    pub from: u32,
    /// How many hits of each kind; 0 = 50.
    pub count: u32,
}

/// The hits of one kind of thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What they are.
    pub thing: Thing,
    /// How many there are, counted up to [`COUNTED`], among other kinds up to [`COUNTED_BESIDE`].
    pub total: u32,
    /// True when there are more, or may be.
    pub more: bool,
    /// This page of them.
    pub hits: Vec<Hit>,
}

/// Something found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What, with its kind.
    pub id: Id,
    /// Its name.
    pub title: String,
    /// Where it was found.
    pub snippet: Vec<Piece>,
    /// True when it was found with the very marks that were typed.
    pub exact: bool,
}

impl Records {
    /// Finds every word typed, the last one as the beginning of a word; marks and case do not matter, but what has the
    /// marks that were typed comes first, then what has the words whole in its heading, then what has their
    /// beginning there, then the newest. Groups come in the order of [`Thing::ALL`]; those without a hit are left out.
    /// Any text is safe; one without letters or digits is as none.
    pub fn search(&self, search: &Search) -> Result<Vec<Group>> {
        let alone = search.things.len() == 1 || words(&search.text).is_empty();
        let (rows, ranked) = if alone { (COUNTED, RANKED) } else { (COUNTED_BESIDE, RANKED_BESIDE) };
        let rows = rows as usize;
        let count = if search.count == 0 { USUAL_COUNT } else { search.count } as usize;
        let page = search.from as usize..(search.from as usize).saturating_add(count);
        let enough = page.end.max(ranked).min(rows) + 1;
        let bounds = Bounds { rows, enough, ranked, page: page.clone() };
        let mut groups = Vec::new();
        self.each_kind(search, &bounds, |thing, words, rows| {
            let hits = rows.rows.iter().skip(page.start).take(count);
            let hits = hits.map(|(number, _)| self.hit(thing, *number, words));
            let hits = hits.filter_map(Result::transpose).collect::<Result<_>>()?;
            groups.push(Group { thing, total: rows.rows.len() as u32, more: rows.more, hits });
            Ok(())
        })?;
        Ok(groups)
    }

    /// Hands over every hit, however many, best first: for a list that is written out.
    pub fn search_all(&self, search: &Search, mut each: impl FnMut(Thing, Hit) -> Result<()>) -> Result<()> {
        let all = usize::MAX - 1;
        let bounds = Bounds { rows: all, enough: all, ranked: RANKED, page: 0..all };
        self.each_kind(search, &bounds, |thing, words, rows| {
            for (number, _) in rows.rows {
                if let Some(hit) = self.hit(thing, number, words)? {
                    each(thing, hit)?;
                }
            }
            Ok(())
        })
    }

    fn each_kind(
        &self,
        search: &Search,
        bounds: &Bounds,
        mut found: impl FnMut(Thing, &[Word], Rows) -> Result<()>,
    ) -> Result<()> {
        // One look at the database for all that is asked, unless a change is looking already.
        let _look = self.conn.is_autocommit().then(|| self.conn.unchecked_transaction()).transpose()?;
        let words = words(&search.text);
        let filter = Ready::of(self, &search.filter)?;
        let asked = |thing| search.things.is_empty() || search.things.contains(&thing);
        let mut give =
            |thing, rows: Rows| if rows.rows.is_empty() { Ok(()) } else { found(thing, &words, rows) };
        if words.is_empty() {
            if search.filter.is_empty() || !asked(Thing::Award) {
                return Ok(());
            }
            let limit = bounds.rows.saturating_add(1);
            let mut rows = filter.awards(&self.conn, i64::try_from(limit).unwrap_or(i64::MAX))?;
            let more = rows.len() > bounds.rows;
            rows.truncate(bounds.rows);
            return give(
                Thing::Award,
                Rows { rows: rows.into_iter().map(|row| (row, false)).collect(), more },
            );
        }
        let few = if search.filter.is_empty() { None } else { filter.few_awards(&self.conn, FEW_AWARDS)? };
        // What is asked of the index rather than begun at a few awards, in one go.
        let indexed: Vec<(Thing, Option<Passes>)> = Thing::ALL
            .into_iter()
            .filter(|thing| asked(*thing) && *thing != Thing::Award)
            .filter(|thing| few.is_none() || filter.things_of_awards(*thing).is_none())
            .map(|thing| (thing, filter.passes(thing)))
            .collect();
        let of_index: Vec<_> = indexed.iter().map(|(thing, passes)| (*thing, passes.as_ref())).collect();
        let found_rows = self.matching_each(&of_index, &words, bounds)?;
        let mut matching: HashMap<Thing, Rows> =
            indexed.iter().map(|(thing, _)| *thing).zip(found_rows).collect();
        for thing in Thing::ALL.into_iter().filter(|thing| asked(*thing)) {
            let rows = match thing {
                // Without a filter they are on the pages of what was found.
                Thing::Award if search.filter.is_empty() && search.things.is_empty() => Rows::default(),
                Thing::Award => match &few {
                    Some(awards) => self.answering(thing, awards, &words, None, bounds)?,
                    None => self.awards_of_found(&words, &filter, bounds)?,
                },
                thing => {
                    let few = few.as_deref().zip(filter.things_of_awards(thing));
                    let mut rows = match few {
                        Some((awards, sql)) => {
                            let numbers = self.numbers(sql, awards)?;
                            self.answering(thing, &numbers, &words, filter.passes(thing).as_ref(), bounds)?
                        }
                        None => matching.remove(&thing).unwrap_or_default(),
                    };
                    self.rank(thing, &words, &mut rows, bounds)?;
                    rows
                }
            };
            give(thing, rows)?;
        }
        Ok(())
    }

    /// Of a few rows those whose text answers and that pass, in the order of [`Records::matching_each`].
    fn answering(
        &self,
        thing: Thing,
        numbers: &[i64],
        words: &[Word],
        passes: Option<&Passes>,
        bounds: &Bounds,
    ) -> Result<Rows> {
        let mut query = self.conn.prepare_cached(thing.text_query())?;
        let mut all = Rows::default();
        for &number in numbers {
            let mut reading = Reading::of(words);
            let found = query.query_one([number], |row| {
                // What an award is found by stands in its title too.
                for text in [row.get_ref(0)?, row.get_ref(1)?] {
                    reading.read(&composed(text.as_str_or_null()?.unwrap_or_default()));
                }
                Ok(())
            });
            let (Some(()), Some(exact)) = (found.optional()?, reading.answers()) else { continue };
            if passes.map_or(Ok(true), |passes| passes.ask(&self.conn, number))? {
                all.rows.push((number, exact));
            }
        }
        all.rows.sort_by_key(|(_, exact)| !exact);
        all.more = all.rows.len() > bounds.rows;
        all.rows.truncate(bounds.rows);
        Ok(all)
    }

    /// The things that awards lead to, newest first.
    fn numbers(&self, sql: &str, awards: &[i64]) -> Result<Vec<i64>> {
        let awards = row::to_json(&awards)?;
        let mut query = self.conn.prepare_cached(sql)?;
        Ok(query.query_map([awards], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// Puts the newest of each exactness in the order of how well their headings answer, where the page shows them.
    fn rank(&self, thing: Thing, words: &[Word], rows: &mut Rows, bounds: &Bounds) -> Result<()> {
        let mut query = self.conn.prepare_cached(thing.heading_query())?;
        let exact = rows.rows.iter().take_while(|(_, exact)| *exact).count();
        for part in [0..exact, exact..rows.rows.len()] {
            let part = part.start..part.end.min(part.start + bounds.ranked);
            if part.start >= bounds.page.end || part.end <= bounds.page.start {
                continue;
            }
            let part = &mut rows.rows[part];
            let mut keyed = Vec::with_capacity(part.len());
            for row in part.iter() {
                let mut reading = Reading::of(words);
                let at = query.query_one([row.0], |found| {
                    reading.read(&composed(found.get_ref(0)?.as_str_or_null()?.unwrap_or_default()));
                    found.get::<_, Option<String>>(1)
                });
                keyed.push((reading.answers(), reading.heading(), at.optional()?.flatten(), *row));
            }
            keyed.sort_by(|a: &(Option<bool>, Heading, _, (i64, bool)), b| {
                (b.0, b.1, &b.2, b.3.0).cmp(&(a.0, a.1, &a.2, a.3.0))
            });
            for (place, (.., row)) in part.iter_mut().zip(keyed) {
                *place = row;
            }
        }
        Ok(())
    }

    /// Awards that pass, of the honorees, documents and decisions that text finds; newest first.
    fn awards_of_found(&self, words: &[Word], filter: &Ready<'_>, bounds: &Bounds) -> Result<Rows> {
        let passes = filter.passes(Thing::Award);
        let mut of_each = if bounds.rows > COUNTED as usize { bounds.rows } else { AWARDED };
        loop {
            let mut all = self.awards_of_newest(of_each, words, passes.as_ref())?;
            if all.more && all.rows.len() < bounds.enough {
                of_each = of_each.saturating_mul(8);
                continue;
            }
            all.more |= all.rows.len() > bounds.rows;
            all.rows.truncate(bounds.rows);
            return Ok(all);
        }
    }

    /// The same of the newest so many honorees, documents and decisions, all of these awards.
    fn awards_of_newest(&self, of_each: usize, words: &[Word], passes: Option<&Passes>) -> Result<Rows> {
        let bounds = Bounds { rows: of_each, enough: of_each, ranked: 0, page: 0..0 };
        let mut found_awards: Vec<(Option<i64>, i64, bool)> = Vec::new();
        let mut more = false;
        let mut seen = HashSet::new();
        for (thing, awards) in [
            (Thing::Decision, "SELECT a.id, a.year FROM cited_decision d JOIN award a ON a.decision = d.decision
                AND a.decision <> '' AND coalesce(a.date, '') = d.date AND a.document_id IS NULL WHERE d.id = ?1"),
            (Thing::Document, "SELECT id, year FROM award WHERE document_id = ?1"),
            (Thing::Honoree, "SELECT id, year FROM award WHERE honoree_id = ?1"),
        ] {
            let found = self.matching_each(&[(thing, None)], words, &bounds)?.remove(0);
            more |= found.more;
            let mut query = self.conn.prepare_cached(awards)?;
            for (number, exact) in found.rows {
                let mut rows = query.query([number])?;
                while let Some(row) = rows.next()? {
                    let (award, year): (i64, Option<i64>) = (row.get(0)?, row.get(1)?);
                    if passes.map_or(Ok(true), |passes| passes.ask(&self.conn, award))? && seen.insert(award) {
                        found_awards.push((year, award, exact));
                    }
                }
            }
        }
        found_awards.sort_unstable_by_key(|(year, award, exact)| std::cmp::Reverse((*exact, *year, *award)));
        Ok(Rows { rows: found_awards.into_iter().map(|(_, award, exact)| (award, exact)).collect(), more })
    }

    fn hit(&self, thing: Thing, number: i64, words: &[Word]) -> Result<Option<Hit>> {
        let mut reading = Reading::of(words);
        let found = self.conn.prepare_cached(thing.text_query())?.query_one([number], |row| {
            let Some(title) = row.get_ref(0)?.as_str_or_null()? else { return Ok(None) };
            reading.read(&composed(title));
            let text = composed(row.get_ref(1)?.as_str_or_null()?.unwrap_or_default());
            let spans = reading.read(&text);
            Ok(Some((title.to_owned(), snippet(&text, &spans))))
        });
        let Some((mut title, snippet)) = found.optional()?.flatten() else { return Ok(None) };
        let exact = reading.answers() == Some(true);
        let kind = match thing {
            Thing::Honoree => Kind::Honoree,
            Thing::Document => Kind::Document,
            Thing::Conference => Kind::Conference,
            Thing::Round => Kind::Round,
            Thing::Award => Kind::Award,
            Thing::File => {
                let file = "SELECT max(file.id) FROM kept_text k JOIN file ON file.sha256 = k.sha256 WHERE k.id = ?1";
                let newest: Option<i64> =
                    self.conn.prepare_cached(file)?.query_one([number], |row| row.get(0))?;
                return Ok(newest.map(|number| Hit {
                    id: Id { kind: Kind::File, number },
                    title,
                    snippet,
                    exact,
                }));
            }
            Thing::Decision => {
                let Some((award, date, awards)) = self.cited_decision(number)? else { return Ok(None) };
                if let Ok(date) = date.parse() {
                    title = format!("{title} ngày {}", commendation::short_date(date));
                }
                title = format!("{title} ({awards} khen thưởng)");
                return Ok(Some(Hit { id: Id { kind: Kind::Award, number: award }, title, snippet, exact }));
            }
        };
        Ok(Some(Hit { id: Id { kind, number }, title, snippet, exact }))
    }

    /// The first award that names a decision, its date, and how many do.
    fn cited_decision(&self, number: i64) -> Result<Option<(i64, String, i64)>> {
        let mut query = self.conn.prepare_cached(
            "SELECT (SELECT min(a.id) FROM award a WHERE a.decision = d.decision AND a.decision <> ''
               AND coalesce(a.date, '') = d.date AND a.document_id IS NULL), d.date, d.awards
             FROM cited_decision d WHERE d.id = ?1",
        )?;
        let found = query
            .query_one([number], |row| Ok((row.get::<_, Option<i64>>(0)?, row.get(1)?, row.get(2)?)))
            .optional()?;
        Ok(found.and_then(|(award, date, awards)| Some((award?, date, awards))))
    }

    /// The name of a thing, as lists show it; of a merged honoree that of the one that stays.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn title(&self, id: Id) -> Result<String> {
        let id = self.present(id)?;
        let column = match id.kind {
            Kind::Document => "title",
            Kind::Award => "kind_name || ' · ' || name",
            Kind::Honoree | Kind::Conference | Kind::Round | Kind::File | Kind::Nomination | Kind::Unit => {
                "name"
            }
        };
        let sql = format!("SELECT {column} FROM {} WHERE id = ?1", id.kind.table());
        let title = self.conn.prepare_cached(&sql)?.query_one([id.number], |row| row.get(0)).optional()?;
        title.ok_or(ArchiveError::NotFound { id })
    }
}
