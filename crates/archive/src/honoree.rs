//! Honorees over the years. Nothing here merges two of them silently.

use commendation::text::fold;
use commendation::{Honoree, HonoreeType, Nomination};
use rusqlite::{OptionalExtension, Row, params};

use crate::row::{self, HONOREE_COLUMNS, Word};
use crate::{
    ArchiveError, AwardId, AwardRecord, FileRecord, HonoreeId, Merged, NominationId, PastAward, Records,
    Result, RoundId, Tx, award, order, round,
};

/// Which honorees; the default is all, from the first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HonoreeFilter {
    /// Part of the name, marks and case apart; empty = all.
    pub text: String,
    /// Only of this type.
    pub honoree_type: Option<HonoreeType>,
    /// First row, from 0.
    pub from: u32,
    /// How many rows.
    pub count: u32,
}

/// One page of honorees, by given name.
#[derive(Debug, Clone, PartialEq)]
pub struct HonoreePage {
    /// How many match.
    pub total: u32,
    /// This page of them.
    pub rows: Vec<HonoreeSummary>,
}

/// An honoree in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct HonoreeSummary {
    /// Identifier.
    pub id: HonoreeId,
    /// As last known.
    pub honoree: Honoree,
    /// Awards on record.
    pub awards: u32,
    /// The latest of them.
    pub latest: Option<PastAward>,
}

/// Everything about an honoree.
#[derive(Debug, Clone, PartialEq)]
pub struct HonoreeRecord {
    /// Identifier.
    pub id: HonoreeId,
    /// As last known.
    pub honoree: Honoree,
    /// Other spellings met.
    pub also_written: Vec<String>,
    /// Awards, newest first.
    pub awards: Vec<AwardRecord>,
    /// Nominations not yet conferred or rejected, newest round first.
    pub pending: Vec<PendingNomination>,
    /// The paper of each award: the issued PDF, then scans attached to the award or its decision.
    pub award_files: Vec<(AwardId, FileRecord)>,
    /// Who was merged into this honoree.
    pub merged: Vec<Merged>,
}

/// A nomination under way.
#[derive(Debug, Clone, PartialEq)]
pub struct PendingNomination {
    /// Identifier.
    pub id: NominationId,
    /// Its round.
    pub round: RoundId,
    /// The round's name.
    pub round_name: String,
    /// The round's year.
    pub year: i32,
    /// The nomination.
    pub nomination: Nomination,
}

impl Records {
    /// Honorees by Vietnamese given name, a page at a time.
    pub fn honorees(&self, filter: &HonoreeFilter) -> Result<HonoreePage> {
        let (text, honoree_type) = (fold(&filter.text), filter.honoree_type.map(Word::word));
        let total = self
            .conn
            .prepare_cached(
                "SELECT count(*) FROM honoree
                 WHERE (?1 = '' OR instr(name_fold, ?1)) AND (?2 IS NULL OR honoree_type = ?2)",
            )?
            .query_one(params![text, honoree_type], |row| row.get(0))?;
        // The page first, then what is shown about its rows.
        let mut query = self.conn.prepare_cached(&format!(
            "WITH page AS MATERIALIZED (
               SELECT id, sort_key, {HONOREE_COLUMNS} FROM honoree
               WHERE (?1 = '' OR instr(name_fold, ?1)) AND (?2 IS NULL OR honoree_type = ?2)
               ORDER BY sort_key, id LIMIT ?3 OFFSET ?4)
             {SUMMARY_OF_PAGE}"
        ))?;
        let rows = query
            .query_map(params![text, honoree_type, filter.count, filter.from], summary_at)?
            .collect::<Result<_, _>>()?;
        Ok(HonoreePage { total, rows })
    }

    /// An honoree as in lists.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn honoree_in_list(&self, id: HonoreeId) -> Result<HonoreeSummary> {
        let mut latest = self.conn.prepare_cached(
            "SELECT id, kind, kind_name, authority, year FROM award WHERE honoree_id = ?1
             ORDER BY year DESC, id DESC LIMIT 1",
        )?;
        let mut count = self.conn.prepare_cached("SELECT count(*) FROM award WHERE honoree_id = ?1")?;
        Ok(HonoreeSummary {
            id,
            honoree: self.honoree(id)?,
            awards: count.query_one([id], |row| row.get(0))?,
            latest: latest.query_one([id], |row| award::past_at(row, 0)).optional()?,
        })
    }

    /// Honorees whose unit is written in one of these ways, by Vietnamese order of names, a page at a time.
    pub(crate) fn honorees_of_texts(&self, units: &[String], from: u32, count: u32) -> Result<HonoreePage> {
        let units = row::to_json(&units)?;
        let total = self
            .conn
            .prepare_cached("SELECT count(*) FROM honoree WHERE unit IN (SELECT value FROM json_each(?1))")?
            .query_one([&units], |row| row.get(0))?;
        let mut query = self.conn.prepare_cached(&format!(
            "WITH page AS MATERIALIZED (
               SELECT id, sort_key, {HONOREE_COLUMNS} FROM honoree WHERE unit IN (SELECT value FROM json_each(?1))
               ORDER BY sort_key, id LIMIT ?2 OFFSET ?3)
             {SUMMARY_OF_PAGE}"
        ))?;
        let rows = query.query_map(params![units, count, from], summary_at)?.collect::<Result<_, _>>()?;
        Ok(HonoreePage { total, rows })
    }

    /// An honoree as last known; of a merged one the one that stays.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn honoree(&self, id: HonoreeId) -> Result<Honoree> {
        let id = self.present_honoree(id)?;
        let mut query =
            self.conn.prepare_cached(&format!("SELECT {HONOREE_COLUMNS} FROM honoree WHERE id = ?1"))?;
        let found = query.query_one([id], |row| row::honoree(row, 0)).optional()?;
        found.ok_or(ArchiveError::NotFound { id: id.into() })
    }

    /// An honoree's page; of a merged one that of the one that stays.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn honoree_page(&self, id: HonoreeId) -> Result<HonoreeRecord> {
        let id = self.present_honoree(id)?;
        let honoree = self.honoree(id)?;
        let mut spellings = self.conn.prepare_cached(
            "SELECT as_written FROM honoree_spelling WHERE honoree_id = ?1 AND as_written <> ?2 ORDER BY id",
        )?;
        let mut pending = self.conn.prepare_cached(
            "SELECT n.id, r.id, r.name, r.year, n.honoree_type, n.name, n.gender, n.birth, n.position, n.unit, n.kind,
               n.kind_as_written, n.achievement, n.state
             FROM nomination n JOIN round r ON r.id = n.round_id
             WHERE n.honoree_id = ?1 AND n.state IN ('pending', 'approved') ORDER BY r.year DESC, r.id DESC, n.id",
        )?;
        Ok(HonoreeRecord {
            id,
            also_written: spellings
                .query_map(params![id, honoree.name], |row| row.get(0))?
                .collect::<Result<_, _>>()?,
            honoree,
            awards: self.awards_of(id)?,
            pending: pending
                .query_map([id], |row| {
                    Ok(PendingNomination {
                        id: row.get(0)?,
                        round: row.get(1)?,
                        round_name: row.get(2)?,
                        year: row.get(3)?,
                        nomination: round::nomination_in(row, 4)?,
                    })
                })?
                .collect::<Result<_, _>>()?,
            award_files: self.award_files_of(id)?,
            merged: self.merged_into(id)?,
        })
    }

    /// The one honoree on record who is the same beyond doubt: same type; the name to the letter, or a spelling of theirs;
    /// the same birth date as far as both know it; and the same unit (marks and case apart) or, where both birth dates are
    /// known, one that it came from or became. Somebody merged into an honoree counts with what was known of them. None
    /// when there is no such honoree, or more than one.
    pub fn find_same_honoree(&self, honoree: &Honoree) -> Result<Option<HonoreeId>> {
        // The sign before `honoree_type` keeps its index out: it would walk everybody of the type for each name.
        let mut query = self.conn.prepare_cached(&format!(
            "SELECT id, {HONOREE_COLUMNS}, EXISTS (SELECT 1 FROM honoree_merge m WHERE m.honoree_id = honoree.id)
             FROM honoree WHERE id IN (
               SELECT id FROM honoree WHERE honoree_type = ?1 AND name_fold = ?2
               UNION SELECT honoree_id FROM honoree_spelling WHERE as_written = ?3) AND +honoree_type = ?1
             ORDER BY id"
        ))?;
        let mut rows =
            query.query(params![honoree.honoree_type.word(), fold(&honoree.name), honoree.name])?;
        let mut same = None;
        while let Some(row) = rows.next()? {
            let (id, known): (HonoreeId, Honoree) = (row.get(0)?, row::honoree(row, 1)?);
            // Most namesakes differ by what was read already; the rest is asked only of those who may be the same.
            let agrees =
                self.agree(&known, honoree)? || (row.get(7)? && self.agrees_with_merged(id, honoree)?);
            if agrees && (known.name == honoree.name || self.is_spelled(id, &honoree.name)?) {
                if same.is_some() {
                    return Ok(None);
                }
                same = Some(id);
            }
        }
        Ok(same)
    }

    fn is_spelled(&self, id: HonoreeId, name: &str) -> Result<bool> {
        let mut query = self
            .conn
            .prepare_cached("SELECT 1 FROM honoree_spelling WHERE honoree_id = ?1 AND as_written = ?2")?;
        Ok(query.exists(params![id, name])?)
    }

    /// Do unit and birth date leave no doubt?
    fn agree(&self, known: &Honoree, honoree: &Honoree) -> Result<bool> {
        let unit = |honoree: &Honoree| honoree.unit.as_deref().map(fold).unwrap_or_default();
        let births_agree = match (known.birth, honoree.birth) {
            (Some(a), Some(b)) => {
                let agree = |a: Option<u32>, b: Option<u32>| a.is_none() || b.is_none() || a == b;
                a.year == b.year && agree(a.month, b.month) && agree(a.day, b.day)
            }
            _ => true,
        };
        if !births_agree || unit(known) == unit(honoree) {
            return Ok(births_agree);
        }
        match (&known.unit, &honoree.unit) {
            (Some(one), Some(other)) if known.birth.is_some() && honoree.birth.is_some() => {
                self.units_are_kin(one, other)
            }
            _ => Ok(false),
        }
    }

    fn agrees_with_merged(&self, id: HonoreeId, honoree: &Honoree) -> Result<bool> {
        for merged in self.honorees_merged_into(id)? {
            if self.agree(&merged, honoree)? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// What lists show about the honorees of `page`.
const SUMMARY_OF_PAGE: &str = "
  SELECT page.id, page.honoree_type, page.name, page.gender, page.birth, page.position, page.unit,
    (SELECT count(*) FROM award WHERE honoree_id = page.id), a.id, a.kind, a.kind_name, a.authority, a.year
  FROM page LEFT JOIN award a ON a.id =
    (SELECT id FROM award WHERE honoree_id = page.id ORDER BY year DESC, id DESC LIMIT 1)
  ORDER BY page.sort_key, page.id";

fn summary_at(row: &Row<'_>) -> rusqlite::Result<HonoreeSummary> {
    let latest: Option<i64> = row.get(8)?;
    Ok(HonoreeSummary {
        id: row.get(0)?,
        honoree: row::honoree(row, 1)?,
        awards: row.get(7)?,
        latest: latest.map(|_| award::past_at(row, 8)).transpose()?,
    })
}

impl Tx<'_> {
    /// Puts a new honoree on record.
    pub fn add_honoree(&self, honoree: &Honoree) -> Result<HonoreeId> {
        self.conn
            .prepare_cached(
                "INSERT INTO honoree (honoree_type, name, gender, birth, position, unit, name_fold, sort_key, changed_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            )?
            .execute(params![
                honoree.honoree_type.word(),
                honoree.name,
                honoree.gender.map(Word::word),
                row::birth_text(honoree.birth),
                honoree.position,
                honoree.unit,
                fold(&honoree.name),
                order::sort_key(honoree.honoree_type, &honoree.name),
                self.stamp.time(),
            ])?;
        Ok(HonoreeId(self.conn.last_insert_rowid()))
    }

    /// The same honoree if on record ([`Records::find_same_honoree`]), filling in gender, birth date and position where
    /// they were unknown; else a new one.
    pub fn honoree_for(&self, honoree: &Honoree) -> Result<HonoreeId> {
        let Some(id) = self.find_same_honoree(honoree)? else { return self.add_honoree(honoree) };
        let known = self.honoree(id)?;
        let exactness = |birth: commendation::BirthDate| (birth.month.is_some(), birth.day.is_some());
        let birth = match (known.birth, honoree.birth) {
            (Some(a), Some(b)) if exactness(b) > exactness(a) => Some(b),
            (a, b) => a.or(b),
        };
        let fuller = Honoree {
            gender: known.gender.or(honoree.gender),
            birth,
            position: known.position.clone().or_else(|| honoree.position.clone()),
            ..known
        };
        self.edit_honoree(id, &fuller)?;
        Ok(id)
    }

    /// Changes an honoree's own data; the former name is kept as a spelling. Awards keep the name of their decision.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn edit_honoree(&self, id: HonoreeId, honoree: &Honoree) -> Result<()> {
        let id = self.present_honoree(id)?;
        let known = self.honoree(id)?;
        if known == *honoree {
            return Ok(());
        }
        self.conn
            .prepare_cached(
                "UPDATE honoree SET honoree_type = ?2, name = ?3, gender = ?4, birth = ?5, position = ?6, unit = ?7,
                   name_fold = ?8, sort_key = ?9, changed_at = ?10 WHERE id = ?1",
            )?
            .execute(params![
                id,
                honoree.honoree_type.word(),
                honoree.name,
                honoree.gender.map(Word::word),
                row::birth_text(honoree.birth),
                honoree.position,
                honoree.unit,
                fold(&honoree.name),
                order::sort_key(honoree.honoree_type, &honoree.name),
                self.stamp.time(),
            ])?;
        if known.name != honoree.name {
            self.add_spelling(id, &known.name)?;
        }
        Ok(())
    }

    /// Remembers how a list wrote the name, unless that is the name itself.
    pub fn add_spelling(&self, id: HonoreeId, as_written: &str) -> Result<()> {
        self.conn
            .prepare_cached(
                "INSERT INTO honoree_spelling (honoree_id, as_written)
                 SELECT id, ?2 FROM honoree WHERE id = ?1 AND name <> ?2
                 ON CONFLICT (honoree_id, as_written) DO NOTHING",
            )?
            .execute(params![id, as_written])?;
        Ok(())
    }

    /// Takes an honoree away who has neither awards nor nominations.
    ///
    /// # Errors
    /// `NotFound`; `InUse` otherwise.
    pub fn remove_honoree(&self, id: HonoreeId) -> Result<()> {
        self.expect(id)?;
        self.refuse_if(id, "còn khen thưởng đã ghi nhận", "SELECT 1 FROM award WHERE honoree_id = ?1")?;
        self.refuse_if(id, "còn đề nghị khen thưởng", "SELECT 1 FROM nomination WHERE honoree_id = ?1")?;
        for sql in [
            "DELETE FROM honoree_spelling WHERE honoree_id = ?1",
            "DELETE FROM attachment WHERE honoree_id = ?1",
            "DELETE FROM honoree WHERE id = ?1",
        ] {
            self.conn.prepare_cached(sql)?.execute([id])?;
        }
        Ok(())
    }
}
