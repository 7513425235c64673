//! Asking the index: one query goes down it for the newest of each kind of thing, and stops where enough is found.
//!
//! What was typed becomes queries in `query`; in which order the rows are shown, and what of them, is in `search`.

use rusqlite::{OptionalExtension, params};
use std::collections::HashSet;
use std::ops::Range;

use crate::filter::Passes;
use crate::letters::composed;
use crate::query::{self, Expression, Word};
use crate::snippet::has_beginning;
use crate::{Records, Result, Thing};

/// Things of one kind that a filter is asked of only to count: beyond, no more are looked for than the page shows.
const LOOKED_AT: usize = 2_000;
/// Rows past what is enough of a kind that are passed over one by one before the index is begun anew below them.
const STEPS: usize = 300;
/// Things of one kind, and bytes of all, whose texts are read for a letter before the index is asked for it.
const READ: usize = 1_000;
const READ_BYTES: usize = 2_000_000;
/// The rows that answer, best first.
#[derive(Debug, Default)]
pub(crate) struct Rows {
    pub(crate) rows: Vec<(i64, bool)>,
    pub(crate) more: bool,
}

/// A kind of thing that is asked for, and what narrows it.
pub(crate) type Asked<'a> = (Thing, Option<&'a Passes>);

/// How far a search goes.
#[derive(Debug, Clone)]
pub(crate) struct Bounds {
    /// Rows that are counted.
    pub(crate) rows: usize,
    /// Rows that are enough once [`LOOKED_AT`] were asked.
    pub(crate) enough: usize,
    /// Rows that are put in order by their headings.
    pub(crate) ranked: usize,
    /// Rows that are shown.
    pub(crate) page: Range<usize>,
}

impl Records {
    /// Rows of each kind that answer and pass, those with the typed marks first, each newest first; the kinds in the
    /// order of their codes.
    pub(crate) fn matching_each(
        &self,
        things: &[Asked<'_>],
        words: &[Word],
        bounds: &Bounds,
    ) -> Result<Vec<Rows>> {
        let mut all = match query::without_last_letter(&self.conn, words)? {
            Some((expressions, letter)) => self.down_the_index(things, &expressions, Some(letter), bounds)?,
            None => things.iter().map(|_| None).collect(),
        };
        let left: Vec<_> =
            things.iter().zip(&all).filter(|(_, rows)| rows.is_none()).map(|(one, _)| *one).collect();
        if !left.is_empty() {
            let expressions = query::expressions(&self.conn, words)?;
            let mut found = self.down_the_index(&left, &expressions, None, bounds)?.into_iter().flatten();
            all.iter_mut().filter(|rows| rows.is_none()).for_each(|rows| *rows = found.next());
        }
        Ok(all.into_iter().map(Option::unwrap_or_default).collect())
    }

    /// The rows of the expressions, of which those count that have a word with this letter at its beginning. One query
    /// goes down the index through all kinds and is begun anew only past a kind that has enough: to begin costs more than
    /// the few rows of most kinds. None for a kind of which too many texts would have to be read for the letter.
    fn down_the_index(
        &self,
        things: &[Asked<'_>],
        expressions: &[Expression],
        letter: Option<&Word>,
        bounds: &Bounds,
    ) -> Result<Vec<Option<Rows>>> {
        let mut all: Vec<Rows> = things.iter().map(|_| Rows::default()).collect();
        let mut looked_at = vec![0; things.len()];
        let mut given_up = vec![false; things.len()];
        let mut bytes = 0;
        let mut seen = HashSet::new();
        let mut query = self.conn.prepare_cached(
            "SELECT rowid FROM search WHERE search MATCH ?1 AND rowid BETWEEN ?2 AND ?3 ORDER BY rowid DESC",
        )?;
        for Expression { text, exact } in expressions {
            // Kinds from here up are done with.
            let mut left = things.len();
            'begin: loop {
                let done = |place: usize| all[place].more || given_up[place];
                while left > 0 && done(left - 1) {
                    left -= 1;
                }
                let (Some(lowest), Some(highest)) =
                    ((0..left).find(|place| !done(*place)), left.checked_sub(1))
                else {
                    break;
                };
                let first = things[lowest].0.first_row();
                let last = things[highest].0.first_row() + (1 << 40) - 1;
                let mut steps = 0;
                let mut rows = query.query(params![text, first, last])?;
                while let Some(row) = rows.next()? {
                    let row: i64 = row.get(0)?;
                    while left > 0 && row < things[left - 1].0.first_row() {
                        left -= 1;
                        steps = 0;
                    }
                    let Some(place) = left.checked_sub(1) else { break };
                    let (thing, passes) = things[place];
                    let number = row - thing.first_row();
                    // A kind that is not asked for, or has enough: on to the next below.
                    if number >> 40 > 0 || all[place].more || given_up[place] {
                        steps += 1;
                        if steps > STEPS {
                            left = if number >> 40 > 0 { left } else { place };
                            continue 'begin;
                        }
                        continue;
                    }
                    if seen.contains(&row) {
                        continue;
                    }
                    looked_at[place] += 1;
                    if let Some(letter) = letter {
                        if looked_at[place] > READ || bytes > READ_BYTES {
                            given_up[place] = true;
                            continue;
                        }
                        let mut query = self.conn.prepare_cached(thing.text_query())?;
                        let has = query.query_one([number], |row| {
                            let text = row.get_ref(1)?.as_str_or_null()?.unwrap_or_default();
                            bytes += text.len();
                            Ok(has_beginning(&composed(text), letter, *exact))
                        });
                        if !has.optional()?.unwrap_or(false) {
                            continue;
                        }
                    }
                    if *exact {
                        seen.insert(row);
                    }
                    let rows = all[place].rows.len();
                    if rows >= bounds.rows || (rows >= bounds.enough && looked_at[place] > LOOKED_AT) {
                        all[place].more = true;
                    } else if passes.map_or(Ok(true), |passes| passes.ask(&self.conn, number))? {
                        all[place].rows.push((number, *exact));
                    }
                }
                break;
            }
        }
        Ok(all.into_iter().zip(given_up).map(|(rows, given_up)| (!given_up).then_some(rows)).collect())
    }
}
