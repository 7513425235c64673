//! Likely duplicates among honorees, suggested with the reason, never merged; and the officer's word that two are not
//! the same, which is kept.
//!
//! Honorees who might be the same share a key (`honoree_key`, kept by triggers). The keys that more than one has are
//! walked in the order of their evidence, a page at a time, and only those who share one are compared.

use commendation::{Honoree, Likeness, NameLikeness, PlaceLikeness, canonical, place_likeness};
use rusqlite::params;
use std::collections::{HashMap, HashSet};

use crate::row::{self, HONOREE_COLUMNS};
use crate::{ArchiveError, HonoreeId, Records, Result, Tx};

/// Two honorees who may be the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Duplicate {
    /// One of them.
    pub one: DuplicateSide,
    /// The other one.
    pub other: DuplicateSide,
    /// Why.
    pub likeness: Likeness,
}

/// One side of a suggestion.
#[derive(Debug, Clone, PartialEq)]
pub struct DuplicateSide {
    /// Identifier.
    pub id: HonoreeId,
    /// As last known.
    pub honoree: Honoree,
    /// Awards on record.
    pub awards: u32,
}

/// A page of suggestions, the strongest evidence first.
#[derive(Debug, Clone, PartialEq)]
pub struct DuplicatePage {
    /// The suggestions.
    pub rows: Vec<Duplicate>,
    /// Where the next page begins; none after the last.
    pub next: Option<i64>,
}

/// Above this many with one name, the name alone says nothing.
const RARE: usize = 6;
/// Above this many that share all syllables but one, the others say nothing.
const RARE_BUT_ONE: usize = 20;
/// Above this many that agree in a key, only those are compared who agree in more (and then under another key).
const MOST_IN_BLOCK: i64 = 60;
/// Honorees read for one page: what bounds its time when hardly any of them yields a suggestion.
const MOST_READ: i64 = 3_000;
/// Where the evidence of a key stands in it.
const EVIDENCE_SHIFT: u32 = 59;

/// What sharing a key says, the strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Evidence {
    /// The name and the full birth date.
    NameAndBirth = 1,
    /// The name and the unit as written.
    NameAndUnit = 2,
    /// The name and the year of birth.
    NameAndYear = 3,
    /// The name.
    Name = 4,
    /// All syllables of the name but one.
    AllButOne = 5,
}

impl Evidence {
    fn of_key(key: i64) -> i64 {
        key >> EVIDENCE_SHIFT
    }
}

/// The keys of an honoree: of its name and of every other spelling.
pub(crate) fn keys<'a>(
    honoree_type: &str,
    names: impl Iterator<Item = &'a str>,
    birth: Option<&str>,
    unit: Option<&str>,
) -> Vec<i64> {
    let unit = unit.map(canonical).filter(|unit| !unit.is_empty());
    let mut keys = Vec::new();
    for name in names {
        let name = canonical(name);
        let individual = honoree_type == "individual";
        let mut syllables: Vec<&str> = name.split(' ').collect();
        if individual && (3..=8).contains(&syllables.len()) {
            for place in 0..syllables.len() {
                let kept = std::mem::replace(&mut syllables[place], "_");
                keys.push(key(Evidence::AllButOne, &[honoree_type, &syllables.join(" ")]));
                syllables[place] = kept;
            }
        }
        if individual {
            syllables.sort_unstable();
        }
        let name = syllables.join(" ");
        keys.push(key(Evidence::Name, &[honoree_type, &name]));
        if let Some(unit) = &unit {
            keys.push(key(Evidence::NameAndUnit, &[honoree_type, &name, unit]));
        }
        if let Some(birth) = birth {
            if birth.len() == 10 {
                keys.push(key(Evidence::NameAndBirth, &[honoree_type, &name, birth]));
            }
            keys.push(key(Evidence::NameAndYear, &[honoree_type, &name, birth.get(..4).unwrap_or(birth)]));
        }
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// FNV-1a: keys are stored for decades, so their making is written down here and not in a library.
fn key(evidence: Evidence, parts: &[&str]) -> i64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for part in parts {
        for byte in part.bytes().chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    // The upper bits of this hash are the better mixed ones.
    let hash = (hash ^ (hash >> 32)) & ((1 << EVIDENCE_SHIFT) - 1);
    ((evidence as i64) << EVIDENCE_SHIFT) | hash as i64
}

/// Somebody in a block, with all that is compared.
struct Member {
    id: HonoreeId,
    honoree: Honoree,
    names: Vec<String>,
    keys: Vec<i64>,
    identity: Option<String>,
}

/// Two different identity numbers are two people.
fn other_identity(one: &Option<String>, other: &Option<String>) -> bool {
    matches!((one, other), (Some(one), Some(other)) if one != other)
}

impl Records {
    /// Likely duplicates, the strongest evidence first, from a place that an earlier page gave (0: the first) on; at
    /// least `count` of them unless they end or many keys yield none.
    pub fn duplicates(&self, from: i64, count: u32) -> Result<DuplicatePage> {
        let mut blocks =
            self.conn.prepare_cached("SELECT key, size FROM honoree_block WHERE key >= ?1 ORDER BY key")?;
        let mut blocks = blocks.query([from])?;
        let (mut rows, mut read) = (Vec::new(), 0);
        while let Some(block) = blocks.next()? {
            let (key, size): (i64, i64) = (block.get(0)?, block.get(1)?);
            if read >= MOST_READ || rows.len() >= count as usize {
                return Ok(DuplicatePage { rows, next: Some(key) });
            }
            read += 1;
            if size <= most_in_block(key) {
                read += size;
                rows.extend(self.duplicates_in(key, None)?);
            }
        }
        Ok(DuplicatePage { rows, next: None })
    }

    /// Who may be the same as an honoree, the likeliest first.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn duplicates_of(&self, id: HonoreeId) -> Result<Vec<Duplicate>> {
        let id = self.present_honoree(id)?;
        let mut keys = self.conn.prepare_cached(
            "SELECT b.key FROM honoree_key k JOIN honoree_block b ON b.key = k.key
             WHERE k.honoree_id = ?1 AND b.size <= ?2 ORDER BY b.key",
        )?;
        let keys: Vec<i64> =
            keys.query_map(params![id, MOST_IN_BLOCK], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let mut found = Vec::new();
        for key in keys {
            found.extend(self.duplicates_in(key, Some(id))?);
        }
        found.sort_by_key(|duplicate| std::cmp::Reverse(duplicate.likeness.strength()));
        Ok(found)
    }

    /// The suggestions of one block, those with `about` only; what a stronger key already says is left out.
    fn duplicates_in(&self, key: i64, about: Option<HonoreeId>) -> Result<Vec<Duplicate>> {
        let evidence = Evidence::of_key(key);
        let but_one = evidence == Evidence::AllButOne as i64;
        let members = self.members(key)?;
        let rare = members.len() <= if but_one { RARE_BUT_ONE } else { RARE };
        if but_one && !rare {
            return Ok(Vec::new());
        }
        // Of many with one name only those are worth comparing whose units are kin.
        let families = match evidence == Evidence::Name as i64 && !rare {
            true => Some(self.families(&members)?),
            false => None,
        };
        let mut found = Vec::new();
        for (place, one) in members.iter().enumerate() {
            for other in &members[place + 1..] {
                if about.is_some_and(|about| one.id != about && other.id != about) {
                    continue;
                }
                if let Some(families) = &families
                    && families.get(&one.id).is_none_or(|family| families.get(&other.id) != Some(family))
                {
                    continue;
                }
                // A pair is told once, under the strongest key that both have.
                if one.keys.iter().find(|key| other.keys.binary_search(key).is_ok()) != Some(&key) {
                    continue;
                }
                if let Some(likeness) = self.likeness(one, other)?
                    && likeness.is_likely(one.honoree.honoree_type, rare)
                    && (likeness.name >= NameLikeness::Initials) == but_one
                    && !other_identity(&one.identity, &other.identity)
                    && !self.are_different(one.id, other.id)?
                {
                    found.push(Duplicate { one: self.side(one)?, other: self.side(other)?, likeness });
                }
            }
        }
        found.sort_by_key(|duplicate| std::cmp::Reverse(duplicate.likeness.strength()));
        Ok(found)
    }

    fn members(&self, key: i64) -> Result<Vec<Member>> {
        let mut query = self.conn.prepare_cached(&format!(
            "SELECT h.id, {HONOREE_COLUMNS}, birth,
               (SELECT group_concat(as_written, char(10)) FROM honoree_spelling WHERE honoree_id = h.id), identity
             FROM honoree_key k JOIN honoree h ON h.id = k.honoree_id WHERE k.key = ?1 ORDER BY h.id"
        ))?;
        let member = |row: &rusqlite::Row<'_>| {
            let honoree = row::honoree(row, 1)?;
            let (birth, spellings): (Option<String>, Option<String>) = (row.get(7)?, row.get(8)?);
            let mut names = vec![honoree.name.clone()];
            names.extend(spellings.iter().flat_map(|all| all.lines()).map(str::to_owned));
            let keys = keys(
                row::Word::word(honoree.honoree_type),
                names.iter().map(String::as_str),
                birth.as_deref(),
                honoree.unit.as_deref(),
            );
            Ok(Member { id: row.get(0)?, honoree, names, keys, identity: row.get(9)? })
        };
        Ok(query.query_map([key], member)?.collect::<Result<_, _>>()?)
    }

    /// Whose unit is in the register, and with which others it is connected by mergers and splits.
    fn families(&self, members: &[Member]) -> Result<HashMap<HonoreeId, i64>> {
        let mut families = HashMap::new();
        for member in members {
            if let Some(unit) = &member.honoree.unit
                && let Some(family) = self.unit_family(unit)?
            {
                families.insert(member.id, family);
            }
        }
        Ok(families)
    }

    fn likeness(&self, one: &Member, other: &Member) -> Result<Option<Likeness>> {
        let unit = self.unit_likeness(one.honoree.unit.as_deref(), other.honoree.unit.as_deref())?;
        Ok(Likeness::of((&one.honoree, &one.names), (&other.honoree, &other.names), unit))
    }

    /// How two texts of units agree, by the register where the texts alone do not.
    pub(crate) fn unit_likeness(&self, one: Option<&str>, other: Option<&str>) -> Result<PlaceLikeness> {
        let text = |unit: Option<&str>| unit.map(canonical).unwrap_or_default();
        let plain = place_likeness(&text(one), &text(other));
        if let (PlaceLikeness::Differs, Some(one), Some(other)) = (plain, one, other)
            && self.units_are_kin(one, other)?
        {
            return Ok(PlaceLikeness::Successor);
        }
        Ok(plain)
    }

    fn side(&self, member: &Member) -> Result<DuplicateSide> {
        let awards = self
            .conn
            .prepare_cached("SELECT count(*) FROM award WHERE honoree_id = ?1")?
            .query_one([member.id], |row| row.get(0))?;
        Ok(DuplicateSide { id: member.id, honoree: member.honoree.clone(), awards })
    }

    /// Did the officer say that these two, or any merged into them, are not the same?
    fn are_different(&self, one: HonoreeId, other: HonoreeId) -> Result<bool> {
        let (ones, others) = (self.honoree_and_merged(one)?, self.honoree_and_merged(other)?);
        let mut said = self.conn.prepare_cached(
            "SELECT 1 FROM honoree_different WHERE honoree_id = min(?1, ?2) AND other_id = max(?1, ?2)",
        )?;
        for one in &ones {
            for other in &others {
                if said.exists(params![one, other])? {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    /// Who the officer said an honoree is not, though alike.
    pub fn different_from(&self, id: HonoreeId) -> Result<Vec<HonoreeId>> {
        let mut query = self.conn.prepare_cached(
            "SELECT other_id FROM honoree_different WHERE honoree_id = ?1
             UNION ALL SELECT honoree_id FROM honoree_different WHERE other_id = ?1",
        )?;
        let all: Vec<HonoreeId> = query.query_map([id], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let mut seen = HashSet::new();
        let mut present = Vec::new();
        for id in all {
            let id = self.present_honoree(id)?;
            if seen.insert(id) {
                present.push(id);
            }
        }
        Ok(present)
    }
}

/// How many may share a key for it to be worth reading.
fn most_in_block(key: i64) -> i64 {
    if Evidence::of_key(key) == Evidence::AllButOne as i64 { RARE_BUT_ONE as i64 } else { MOST_IN_BLOCK }
}

impl Tx<'_> {
    /// Keeps that two are not the same, or, with `false`, forgets that.
    ///
    /// # Errors
    /// `NotFound`; `Refused` for one and the same.
    pub fn set_different(&self, one: HonoreeId, other: HonoreeId, different: bool) -> Result<()> {
        let (one, other) = (self.present_honoree(one)?, self.present_honoree(other)?);
        if one == other {
            let message = format!("{one} và {other} là cùng một hồ sơ.");
            return Err(ArchiveError::Refused { message });
        }
        let (low, high) = (one.min(other), one.max(other));
        if different {
            self.conn
                .prepare_cached(
                    "INSERT INTO honoree_different (honoree_id, other_id, said_at, who) VALUES (?1, ?2, ?3, ?4)
                     ON CONFLICT (honoree_id, other_id) DO NOTHING",
                )?
                .execute(params![low, high, self.stamp.time(), self.stamp.who])?;
            return Ok(());
        }
        let (ones, others) = (self.honoree_and_merged(one)?, self.honoree_and_merged(other)?);
        for one in &ones {
            for other in &others {
                self.conn
                    .prepare_cached(
                        "DELETE FROM honoree_different WHERE honoree_id = min(?1, ?2) AND other_id = max(?1, ?2)",
                    )?
                    .execute(params![one, other])?;
            }
        }
        Ok(())
    }
}

/// The keys as SQLite's triggers ask for them: a JSON list of numbers.
pub(crate) fn keys_for_sql(
    honoree_type: &str,
    name: &str,
    birth: Option<&str>,
    unit: Option<&str>,
    spellings: Option<&str>,
) -> String {
    let names = std::iter::once(name).chain(spellings.unwrap_or_default().lines());
    let keys: Vec<String> = keys(honoree_type, names, birth, unit).iter().map(i64::to_string).collect();
    format!("[{}]", keys.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_never_change_once_stored() {
        let first = key(Evidence::NameAndBirth, &["individual", "hoa quoc tran", "1980-03-14"]);
        assert_eq!(first, KNOWN, "stored keys of old archives must keep meeting new ones");
        assert_eq!(Evidence::of_key(first), 1, "the evidence is read back from the key");
    }

    /// Reckoned apart from this program.
    const KNOWN: i64 = 1_144_572_502_433_994_781;
}
