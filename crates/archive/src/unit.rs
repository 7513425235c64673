//! Units over the years: a register of organisations with their dated names, and which followed which.
//!
//! Records keep the text of their time (`honoree.unit`, `award.unit`, `nomination.unit`); nothing here rewrites it. A
//! text is resolved to the register by its letters (marks and case apart) and, where two units had the name, by the day.
//! Not here: changes of the register (`unit_changes`).

use chrono::NaiveDate;
use commendation::text::{clean, fold};
use rusqlite::{OptionalExtension, Row, params};
use std::collections::BTreeSet;

use crate::{ArchiveError, Records, Result, UnitId, row};

/// A name of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitName {
    /// Number of the entry.
    pub id: i64,
    /// The name, or another way of writing it.
    pub name: String,
    /// False for another way of writing it.
    pub official: bool,
    /// First day; none = as long as known.
    pub from: Option<NaiveDate>,
    /// First day of the next name; none = still.
    pub to: Option<NaiveDate>,
}

/// A unit that came before or after another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitLink {
    /// Number of the entry.
    pub id: i64,
    /// The other unit.
    pub unit: UnitId,
    /// Its name.
    pub name: String,
    /// Since when.
    pub day: NaiveDate,
}

/// A unit of the register in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitSummary {
    /// Identifier.
    pub id: UnitId,
    /// Its name now, or its last one.
    pub name: String,
    /// Former names and other writings.
    pub also: Vec<String>,
    /// Since when it is no more; none = it still is.
    pub ended: Option<NaiveDate>,
    /// How many records name it, under any of its names.
    pub uses: u32,
}

/// A page of units or of texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitPage<T> {
    /// How many there are.
    pub total: u32,
    /// This page of them.
    pub rows: Vec<T>,
}

/// A text that stands for a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitText {
    /// As written.
    pub text: String,
    /// How many honorees, nominations and awards have it.
    pub uses: u32,
}

/// Everything about a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitRecord {
    /// Identifier.
    pub id: UnitId,
    /// Its name now, or its last one.
    pub name: String,
    /// The officer's note: the decision that made or ended it.
    pub note: String,
    /// Its names, oldest first, then other writings.
    pub names: Vec<UnitName>,
    /// Units that became part of it, oldest first.
    pub before: Vec<UnitLink>,
    /// Units that followed it.
    pub after: Vec<UnitLink>,
    /// Its texts on record and those of the units before it, with the years and numbers of awards under each.
    pub periods: Vec<UnitPeriod>,
}

/// What is on record under one text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitPeriod {
    /// As written.
    pub text: String,
    /// The unit that had this name.
    pub unit: UnitId,
    /// First and last year of its awards.
    pub years: Option<(i32, i32)>,
    /// Awards to people of it.
    pub awards: u32,
    /// Honorees whose unit it is, as last known.
    pub honorees: u32,
}

/// The texts under which a unit and those before it are on record, each with the days on which it means them.
struct Scope {
    unit: UnitId,
    text: String,
    from: Option<String>,
    to: Option<String>,
}

const UNIT_NAME: &str = "id, name, official, valid_from, valid_to";

fn name_at(row: &Row<'_>) -> rusqlite::Result<UnitName> {
    Ok(UnitName {
        id: row.get(0)?,
        name: row.get(1)?,
        official: row.get(2)?,
        from: row::date(row, 3)?,
        to: row::date(row, 4)?,
    })
}

/// A unit, all that came before it, and how: recursive, so that a merger of mergers is followed to its beginnings.
pub(crate) const BEFORE: &str = "WITH RECURSIVE before (id) AS (
  SELECT ?1 UNION SELECT from_id FROM unit_link JOIN before ON unit_link.unit_id = before.id)";

impl Records {
    /// Units of the register by name; `text` is part of any of their names, marks and case apart.
    pub fn units(&self, text: &str, from: u32, count: u32) -> Result<UnitPage<UnitSummary>> {
        let text = fold(text);
        let wanted = "(?1 = '' OR EXISTS (SELECT 1 FROM unit_name n WHERE n.unit_id = u.id AND instr(n.name_fold, ?1)))";
        let total = self
            .conn
            .prepare_cached(&format!("SELECT count(*) FROM unit u WHERE {wanted}"))?
            .query_one([&text], |row| row.get(0))?;
        let mut query = self.conn.prepare_cached(&format!(
            "SELECT u.id, u.name,
               (SELECT group_concat(name, char(10)) FROM unit_name n WHERE n.unit_id = u.id AND n.name <> u.name),
               (SELECT max(coalesce(valid_to, '9999')) FROM unit_name n WHERE n.unit_id = u.id AND official),
               (SELECT coalesce(sum(t.uses), 0) FROM unit_text t WHERE t.text_fold IN
                 (SELECT name_fold FROM unit_name n WHERE n.unit_id = u.id))
             FROM unit u WHERE {wanted} ORDER BY fold(u.name), u.id LIMIT ?2 OFFSET ?3"
        ))?;
        let rows = query.query_map(params![text, count, from], |row| {
            let (also, ended): (Option<String>, Option<String>) = (row.get(2)?, row.get(3)?);
            Ok(UnitSummary {
                id: row.get(0)?,
                name: row.get(1)?,
                also: also.iter().flat_map(|all| all.lines()).map(str::to_owned).collect(),
                ended: ended.and_then(|day| day.parse().ok()),
                uses: row.get(4)?,
            })
        })?;
        Ok(UnitPage { total, rows: rows.collect::<Result<_, _>>()? })
    }

    /// Texts on record that name no unit of the register, the most used first.
    pub fn unknown_units(&self, text: &str, from: u32, count: u32) -> Result<UnitPage<UnitText>> {
        let text = fold(text);
        let wanted = "(?1 = '' OR instr(text_fold, ?1))
          AND NOT EXISTS (SELECT 1 FROM unit_name WHERE name_fold = text_fold)";
        let total = self
            .conn
            .prepare_cached(&format!("SELECT count(*) FROM unit_text WHERE {wanted}"))?
            .query_one([&text], |row| row.get(0))?;
        let mut query = self.conn.prepare_cached(&format!(
            "SELECT text, uses FROM unit_text WHERE {wanted} ORDER BY uses DESC, id LIMIT ?2 OFFSET ?3"
        ))?;
        let rows = query.query_map(params![text, count, from], |row| {
            Ok(UnitText { text: row.get(0)?, uses: row.get(1)? })
        })?;
        Ok(UnitPage { total, rows: rows.collect::<Result<_, _>>()? })
    }

    /// Units to offer while one is typed: of the register under their present names, then other texts on record; those
    /// that begin with what was typed first. A unit that is no more is offered as those that followed it.
    pub fn offered_units(&self, typed: &str, count: u32) -> Result<Vec<String>> {
        let typed = fold(typed);
        if typed.is_empty() {
            return Ok(Vec::new());
        }
        let mut query = self.conn.prepare_cached(
            "WITH found (name, place, known, uses) AS (
               SELECT u.name, min(instr(n.name_fold, ?1)), 0, 0 FROM unit_name n JOIN unit u ON u.id = n.unit_id
               WHERE instr(n.name_fold, ?1) AND NOT EXISTS (SELECT 1 FROM unit_link WHERE from_id = u.id) GROUP BY u.id
               UNION ALL
               SELECT u.name, instr(n.name_fold, ?1), 0, 0 FROM unit_name n JOIN unit_link l ON l.from_id = n.unit_id
               JOIN unit u ON u.id = l.unit_id WHERE instr(n.name_fold, ?1)
               UNION ALL
               SELECT text, instr(text_fold, ?1), 1, uses FROM unit_text t WHERE instr(text_fold, ?1)
                 AND NOT EXISTS (SELECT 1 FROM unit_name WHERE name_fold = text_fold))
             SELECT name FROM found GROUP BY name
             ORDER BY min(known), min(place) > 1, max(uses) DESC, name LIMIT ?2",
        )?;
        Ok(query.query_map(params![typed, count], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// The unit that a text named on a day; with no day, now. A name that only one unit ever had is that unit's on any
    /// day; where several had it, the one of that day, else none.
    pub fn unit_named(&self, text: &str, day: Option<NaiveDate>) -> Result<Option<UnitId>> {
        let mut query = self.conn.prepare_cached(
            "SELECT unit_id, max((valid_from IS NULL OR valid_from <= ?2) AND (valid_to IS NULL OR ?2 < valid_to))
             FROM unit_name WHERE name_fold = ?1 GROUP BY unit_id",
        )?;
        let day = row::date_text(day).unwrap_or_else(|| "9999".to_owned());
        let found: Vec<(UnitId, bool)> = query
            .query_map(params![fold(&clean(text)), day], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        if let [(only, _)] = found.as_slice() {
            return Ok(Some(*only));
        }
        let mut then = found.iter().filter(|(_, then)| *then);
        Ok(then.next().filter(|_| then.next().is_none()).map(|(unit, _)| *unit))
    }

    /// Are two texts names of one unit, or of two of which one came from the other?
    pub(crate) fn units_are_kin(&self, one: &str, other: &str) -> Result<bool> {
        let mut named =
            self.conn.prepare_cached("SELECT DISTINCT unit_id FROM unit_name WHERE name_fold = ?1")?;
        let mut all = |text: &str| -> Result<Vec<UnitId>> {
            Ok(named.query_map([fold(&clean(text))], |row| row.get(0))?.collect::<Result<_, _>>()?)
        };
        let (ones, others) = (all(one)?, all(other)?);
        if ones.is_empty() || others.is_empty() {
            return Ok(false);
        }
        let mut came = self.conn.prepare_cached(&format!("{BEFORE} SELECT 1 FROM before WHERE id = ?2"))?;
        for one in &ones {
            for other in &others {
                if came.exists(params![one, other])? || came.exists(params![other, one])? {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    /// The lowest number among the units that are connected with one of this name by mergers and splits.
    pub(crate) fn unit_family(&self, text: &str) -> Result<Option<i64>> {
        let mut query = self.conn.prepare_cached(
            "WITH RECURSIVE kin (id) AS (
               SELECT unit_id FROM unit_name WHERE name_fold = ?1
               UNION SELECT from_id FROM unit_link JOIN kin ON unit_link.unit_id = kin.id
               UNION SELECT unit_link.unit_id FROM unit_link JOIN kin ON from_id = kin.id)
             SELECT min(id) FROM kin",
        )?;
        Ok(query.query_one([fold(&clean(text))], |row| row.get(0))?)
    }

    /// Every text on record that stands for a unit with this name or for one that became part of it: what a search for
    /// the present unit must find.
    pub fn unit_texts(&self, name: &str, day: Option<NaiveDate>) -> Result<Vec<String>> {
        match self.unit_named(name, day)? {
            Some(unit) => {
                let texts: BTreeSet<String> = self.scope(unit)?.into_iter().map(|scope| scope.text).collect();
                Ok(texts.into_iter().collect())
            }
            None => {
                let mut query = self
                    .conn
                    .prepare_cached("SELECT text FROM unit_text WHERE text_fold = ?1 ORDER BY id")?;
                Ok(query.query_map([fold(&clean(name))], |row| row.get(0))?.collect::<Result<_, _>>()?)
            }
        }
    }

    /// A unit's page.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn unit(&self, id: UnitId) -> Result<UnitRecord> {
        let mut query = self.conn.prepare_cached("SELECT name, note FROM unit WHERE id = ?1")?;
        let found = query.query_one([id], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        let (name, note) = found.ok_or(ArchiveError::NotFound { id: id.into() })?;
        let mut names = self.conn.prepare_cached(&format!(
            "SELECT {UNIT_NAME} FROM unit_name WHERE unit_id = ?1
             ORDER BY official DESC, coalesce(valid_from, ''), id"
        ))?;
        let names = names.query_map([id], name_at)?.collect::<Result<_, _>>()?;
        let links = |near: &str, far: &str| -> Result<Vec<UnitLink>> {
            let mut query = self.conn.prepare_cached(&format!(
                "SELECT l.id, u.id, u.name, l.day FROM unit_link l JOIN unit u ON u.id = l.{far}
                 WHERE l.{near} = ?1 ORDER BY l.day, l.id"
            ))?;
            let link = |row: &Row<'_>| {
                let day = row::date(row, 3)?.unwrap_or_default();
                Ok(UnitLink { id: row.get(0)?, unit: row.get(1)?, name: row.get(2)?, day })
            };
            Ok(query.query_map([id], link)?.collect::<Result<_, _>>()?)
        };
        let (before, after) = (links("unit_id", "from_id")?, links("from_id", "unit_id")?);
        let mut periods = Vec::new();
        for scope in self.scope(id)? {
            periods.push(self.period(scope)?);
        }
        periods.retain(|period: &UnitPeriod| period.awards > 0 || period.honorees > 0);
        periods.sort_by(|a, b| (a.years, &a.text).cmp(&(b.years, &b.text)));
        Ok(UnitRecord { id, name, note, names, before, after, periods })
    }

    fn period(&self, scope: Scope) -> Result<UnitPeriod> {
        let (first, last, awards): (Option<i32>, Option<i32>, u32) = self
            .conn
            .prepare_cached(&format!(
                "SELECT min(year), max(year), count(*) FROM award a WHERE unit = ?1 AND {DAY}"
            ))?
            .query_one(params![scope.text, scope.from, scope.to], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            })?;
        // An honoree's unit is the present one: a name that passed to another unit is counted there.
        let honorees = match scope.to {
            Some(_) => 0,
            None => self
                .conn
                .prepare_cached("SELECT count(*) FROM honoree WHERE unit = ?1")?
                .query_one([&scope.text], |row| row.get(0))?,
        };
        Ok(UnitPeriod { text: scope.text, unit: scope.unit, years: first.zip(last), awards, honorees })
    }

    /// The texts on record of a unit and of all that came before it. A name that a unit outside had too counts only for
    /// the days on which it was theirs.
    fn scope(&self, unit: UnitId) -> Result<Vec<Scope>> {
        let mut query = self.conn.prepare_cached(&format!(
            "{BEFORE}, meant AS (
               SELECT n.unit_id, t.text, n.valid_from, n.valid_to,
                 EXISTS (SELECT 1 FROM unit_name o WHERE o.name_fold = n.name_fold
                   AND o.unit_id NOT IN (SELECT id FROM before)) AS shared
               FROM unit_name n JOIN unit_text t ON t.text_fold = n.name_fold
               WHERE n.unit_id IN (SELECT id FROM before) ORDER BY n.unit_id <> ?1, n.official DESC, n.valid_from)
             SELECT unit_id, text, iif(shared, valid_from, NULL), iif(shared, valid_to, NULL) FROM meant"
        ))?;
        let scope = |row: &Row<'_>| {
            Ok(Scope { unit: row.get(0)?, text: row.get(1)?, from: row.get(2)?, to: row.get(3)? })
        };
        let all: Vec<Scope> = query.query_map([unit], scope)?.collect::<Result<_, _>>()?;
        let mut seen = BTreeSet::new();
        Ok(all.into_iter().filter(|s| seen.insert((s.text.clone(), s.from.clone(), s.to.clone()))).collect())
    }

    /// Honorees of a unit and of those before it, by Vietnamese order of names, a page at a time.
    pub fn unit_honorees(&self, unit: UnitId, from: u32, count: u32) -> Result<crate::HonoreePage> {
        self.expect(unit)?;
        let texts: Vec<String> = self
            .scope(unit)?
            .into_iter()
            .filter(|scope| scope.to.is_none())
            .map(|scope| scope.text)
            .collect();
        self.honorees_of_texts(&texts, from, count)
    }

    /// Awards to people of a unit and of those before it, newest first, a page at a time.
    pub fn unit_awards(&self, unit: UnitId, from: u32, count: u32) -> Result<UnitPage<crate::AwardRecord>> {
        self.expect(unit)?;
        let scopes: Vec<_> =
            self.scope(unit)?.into_iter().map(|scope| (scope.text, scope.from, scope.to)).collect();
        let (total, rows) = self.awards_of_texts(&scopes, from, count)?;
        Ok(UnitPage { total, rows })
    }

    /// Collectives on record that are a unit or one before it.
    pub fn unit_collectives(&self, unit: UnitId) -> Result<Vec<(crate::HonoreeId, String)>> {
        let mut query = self.conn.prepare_cached(&format!(
            "{BEFORE} SELECT DISTINCT h.id, h.name FROM unit_name n
             JOIN honoree h ON h.honoree_type = 'collective' AND h.name_fold = n.name_fold
             WHERE n.unit_id IN (SELECT id FROM before) ORDER BY h.sort_key, h.id"
        ))?;
        Ok(query.query_map([unit], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
    }
}

/// Is an award of the days ?2 to ?3? One without a date is taken for the end of its year.
pub(crate) const DAY: &str = "(?2 IS NULL OR coalesce(a.date, a.year || '-12-31') >= ?2)
  AND (?3 IS NULL OR coalesce(a.date, a.year || '-12-31') < ?3)";
