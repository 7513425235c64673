//! Rounds and their nominations.

use commendation::text::fold;
use commendation::{Nomination, NominationState, Round};
use rusqlite::{OptionalExtension, Row, ToSql, params};
use serde_json::Value;
use std::collections::HashMap;

use crate::row::{self, Word};
use crate::{ArchiveError, FileId, HonoreeId, NominationId, PastAward, Records, Result, RoundId, Tx, award};

/// A round with its counts. Rejected nominations are kept but not counted by type.
#[derive(Debug, Clone, PartialEq)]
pub struct RoundSummary {
    /// Identifier.
    pub id: RoundId,
    /// Name and year.
    pub round: Round,
    /// Closed by the officer.
    pub closed: bool,
    /// Nominated collectives.
    pub collectives: u32,
    /// Nominated households.
    pub households: u32,
    /// Nominated individuals.
    pub individuals: u32,
    /// Pending nominations with a finding or without an understood award kind.
    pub questions: u32,
    /// Still under consideration.
    pub pending: u32,
    /// Agreed.
    pub approved: u32,
    /// Left out.
    pub rejected: u32,
    /// Conferred by an issued decision.
    pub conferred: u32,
    /// Papers about it, counted by template and state.
    pub papers: Vec<PaperCount>,
    /// Certificates were made of one of its decisions.
    pub certificates: bool,
    /// Some award of the round was given at a conference.
    pub presented: bool,
}

/// Papers of one template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperCount {
    /// Template id.
    pub template: String,
    /// Drafts of it.
    pub drafts: u32,
    /// Issued ones.
    pub issued: u32,
}

/// Where a nomination was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The workbook as kept, when it is kept.
    pub file: Option<FileId>,
    /// Its name.
    pub file_name: String,
    /// 1-based row in the sheet.
    pub row: u32,
}

/// A nomination to be put on record.
#[derive(Debug, Clone, PartialEq)]
pub struct NewNomination {
    /// The honoree it belongs to.
    pub honoree: HonoreeId,
    /// The nomination, with the honoree as nominated.
    pub nomination: Nomination,
    /// Where it was read; none when entered by hand.
    pub source: Option<Source>,
    /// Findings of the import, each a JSON object.
    pub problems: Vec<Value>,
}

/// A nomination on record.
#[derive(Debug, Clone, PartialEq)]
pub struct NominationRecord {
    /// Identifier.
    pub id: NominationId,
    /// The round.
    pub round: RoundId,
    /// The honoree's page.
    pub honoree_id: HonoreeId,
    /// The nomination, with the honoree as nominated.
    pub nomination: Nomination,
    /// Where it was read.
    pub source: Option<Source>,
    /// Findings of the import.
    pub problems: Vec<Value>,
    /// Awards the honoree has on record, oldest first, where they were asked for.
    pub past: Vec<PastAward>,
}

/// Which rounds; the default is all, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RoundFilter {
    /// Part of the name, marks and case apart; empty = all.
    pub text: String,
    /// Only those that are not closed.
    pub open: bool,
    /// In which order.
    pub order: RoundOrder,
    /// The other way round.
    pub reverse: bool,
    /// First row, from 0.
    pub from: u32,
    /// At most how many; none = all.
    pub limit: Option<u32>,
}

/// The condition of a [`RoundFilter`] on `r`.
const FILTERED: &str = "(NOT ?1 OR NOT r.closed) AND (?2 = '' OR instr(r.name_fold, ?2))";

/// In which order rounds are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum RoundOrder {
    /// As they were made, the newest first.
    #[default]
    Newest,
    /// By name, in Vietnamese order.
    Name,
    /// By year.
    Year,
    /// By how many are nominated.
    Nominations,
    /// By how many nominations have an open question.
    Questions,
}

impl RoundOrder {
    /// What stands in ORDER BY, and the same the other way round.
    fn columns(self, reverse: bool) -> String {
        let by = match self {
            Self::Newest => return if reverse { "r.id" } else { "r.id DESC" }.to_owned(),
            Self::Name => "in_order(r.name)",
            Self::Year => "r.year",
            Self::Nominations => {
                "(SELECT count(*) FROM nomination n WHERE n.round_id = r.id AND n.state <> 'rejected')"
            }
            Self::Questions => {
                "(SELECT count(*) FROM nomination n WHERE n.round_id = r.id AND n.state = 'pending'
                   AND (n.kind IS NULL OR n.problems <> '[]') = 1)"
            }
        };
        if reverse { format!("{by} DESC, r.id") } else { format!("{by}, r.id DESC") }
    }
}

/// Columns of a nomination, for [`nomination_at`].
const NOMINATION: &str = "n.id, n.round_id, n.honoree_id, n.honoree_type, n.name, n.gender, n.birth, n.position, n.unit,
  n.kind, n.kind_as_written, n.achievement, n.state, n.source_file_id, n.source_name, n.source_row, n.problems";

fn nomination_at(row: &Row<'_>) -> rusqlite::Result<NominationRecord> {
    let source = match (row.get::<_, Option<String>>(14)?, row.get::<_, Option<u32>>(15)?) {
        (Some(file_name), Some(number)) => Some(Source { file: row.get(13)?, file_name, row: number }),
        _ => None,
    };
    Ok(NominationRecord {
        id: row.get(0)?,
        round: row.get(1)?,
        honoree_id: row.get(2)?,
        nomination: nomination_in(row, 3)?,
        source,
        problems: row::json(row, 16)?,
        past: Vec::new(),
    })
}

/// A nomination from ten columns: those of an honoree, then kind, wording, achievement, state.
pub(crate) fn nomination_in(row: &Row<'_>, index: usize) -> rusqlite::Result<Nomination> {
    Ok(Nomination {
        honoree: row::honoree(row, index)?,
        kind: row.get(index + 6)?,
        kind_as_written: row.get(index + 7)?,
        achievement: row.get(index + 8)?,
        state: row::word(row, index + 9)?,
    })
}

impl Records {
    /// Rounds that the filter lets through, a stretch of them.
    pub fn rounds(&self, filter: &RoundFilter) -> Result<Vec<RoundSummary>> {
        // The stretch first, then what is counted about its rows.
        let mut query = self.conn.prepare_cached(&format!(
            "SELECT r.id FROM round r WHERE {FILTERED} ORDER BY {} LIMIT ?3 OFFSET ?4",
            filter.order.columns(filter.reverse)
        ))?;
        let limit = filter.limit.map_or(-1, i64::from);
        let ids: Vec<RoundId> = query
            .query_map(params![filter.open, fold(&filter.text), limit, filter.from], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        let among = row::to_json(&ids.iter().map(|id| id.0).collect::<Vec<_>>())?;
        let found = self.round_summaries("r.id IN (SELECT value FROM json_each(?1))", params![among])?;
        let mut by_id: HashMap<RoundId, RoundSummary> =
            found.into_iter().map(|round| (round.id, round)).collect();
        Ok(ids.iter().filter_map(|id| by_id.remove(id)).collect())
    }

    /// How many rounds the filter lets through in all.
    pub fn count_rounds(&self, filter: &RoundFilter) -> Result<u32> {
        let mut query =
            self.conn.prepare_cached(&format!("SELECT count(*) FROM round r WHERE {FILTERED}"))?;
        Ok(query.query_one(params![filter.open, fold(&filter.text)], |row| row.get(0))?)
    }

    /// One round.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn round(&self, id: RoundId) -> Result<RoundSummary> {
        self.round_summaries("r.id = ?1", params![id])?.pop().ok_or(ArchiveError::NotFound { id: id.into() })
    }

    /// Rounds `r` of which the condition holds.
    fn round_summaries(&self, condition: &str, values: &[&dyn ToSql]) -> Result<Vec<RoundSummary>> {
        let mut query = self.conn.prepare_cached(&format!(
            "SELECT r.id, r.name, r.year, r.closed,
               count(n.id) FILTER (WHERE n.state <> 'rejected' AND n.honoree_type = 'collective'),
               count(n.id) FILTER (WHERE n.state <> 'rejected' AND n.honoree_type = 'household'),
               count(n.id) FILTER (WHERE n.state <> 'rejected' AND n.honoree_type = 'individual'),
               count(n.id) FILTER (WHERE n.state = 'pending' AND (n.kind IS NULL OR n.problems <> '[]') = 1),
               count(n.id) FILTER (WHERE n.state = 'pending'),
               count(n.id) FILTER (WHERE n.state = 'approved'),
               count(n.id) FILTER (WHERE n.state = 'rejected'),
               count(n.id) FILTER (WHERE n.state = 'conferred'),
               EXISTS (SELECT 1 FROM document d JOIN attachment a ON a.document_id = d.id JOIN file f ON f.id = a.file_id
                 WHERE d.round_id = r.id AND f.role = 'certificates'),
               EXISTS (SELECT 1 FROM nomination m JOIN award a ON a.nomination_id = m.id
                 WHERE m.round_id = r.id AND a.conference_id IS NOT NULL)
             FROM round r LEFT JOIN nomination n ON n.round_id = r.id
             WHERE {condition} GROUP BY r.id ORDER BY r.id DESC"
        ))?;
        let mut rounds: Vec<RoundSummary> = query
            .query_map(values, |row| {
                Ok(RoundSummary {
                    id: row.get(0)?,
                    round: Round { name: row.get(1)?, year: row.get(2)? },
                    closed: row.get(3)?,
                    collectives: row.get(4)?,
                    households: row.get(5)?,
                    individuals: row.get(6)?,
                    questions: row.get(7)?,
                    pending: row.get(8)?,
                    approved: row.get(9)?,
                    rejected: row.get(10)?,
                    conferred: row.get(11)?,
                    papers: Vec::new(),
                    certificates: row.get(12)?,
                    presented: row.get(13)?,
                })
            })?
            .collect::<Result<_, _>>()?;
        let mut papers = self.conn.prepare_cached(&format!(
            "SELECT r.id, d.template, count(*) FILTER (WHERE d.state = 'draft'), count(*) FILTER (WHERE d.state = 'issued')
             FROM round r JOIN document d ON d.round_id = r.id WHERE {condition}
             GROUP BY r.id, d.template ORDER BY min(d.id)"
        ))?;
        let mut by_round: HashMap<RoundId, Vec<PaperCount>> = HashMap::new();
        let mut rows = papers.query(values)?;
        while let Some(row) = rows.next()? {
            let count = PaperCount { template: row.get(1)?, drafts: row.get(2)?, issued: row.get(3)? };
            by_round.entry(row.get(0)?).or_default().push(count);
        }
        for round in &mut rounds {
            round.papers = by_round.remove(&round.id).unwrap_or_default();
        }
        Ok(rounds)
    }

    /// The newest round of this name, marks and case apart.
    pub fn round_named(&self, name: &str) -> Result<Option<RoundId>> {
        let mut query = self.conn.prepare_cached("SELECT max(id) FROM round WHERE name_fold = ?1")?;
        Ok(query.query_one([fold(name)], |row| row.get(0))?)
    }

    /// The nominations of a round: collectives, households, individuals, each in the order they were entered. What their
    /// honorees were awarded is not asked: of a page of them [`Records::nominations_among`] tells it.
    ///
    /// # Errors
    /// `NotFound` when there is no such round.
    pub fn nominations(&self, round: RoundId) -> Result<Vec<NominationRecord>> {
        self.expect(round)?;
        // The three types happen to be in the order of lists alphabetically too.
        let mut query = self.conn.prepare_cached(&format!(
            "SELECT {NOMINATION} FROM nomination n WHERE n.round_id = ?1 ORDER BY n.honoree_type, n.id"
        ))?;
        Ok(query.query_map([round], nomination_at)?.collect::<Result<_, _>>()?)
    }

    /// These nominations, in the order given; those that are gone are left out.
    pub fn nominations_among(&self, ids: &[NominationId]) -> Result<Vec<NominationRecord>> {
        ids.iter().filter_map(|id| self.find_nomination(*id).transpose()).collect()
    }

    /// One nomination.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn nomination(&self, id: NominationId) -> Result<NominationRecord> {
        self.find_nomination(id)?.ok_or(ArchiveError::NotFound { id: id.into() })
    }

    fn find_nomination(&self, id: NominationId) -> Result<Option<NominationRecord>> {
        let mut query =
            self.conn.prepare_cached(&format!("SELECT {NOMINATION} FROM nomination n WHERE n.id = ?1"))?;
        let Some(mut record) = query.query_one([id], nomination_at).optional()? else { return Ok(None) };
        let mut past = self.conn.prepare_cached(
            "SELECT id, kind, kind_name, authority, year FROM award
             WHERE honoree_id = ?1 AND nomination_id IS NOT ?2 ORDER BY year, id",
        )?;
        let rows = past.query_map(params![record.honoree_id, id], |row| award::past_at(row, 0))?;
        record.past = rows.collect::<Result<_, _>>()?;
        Ok(Some(record))
    }
}

impl Tx<'_> {
    /// Makes a round.
    pub fn add_round(&self, round: &Round) -> Result<RoundId> {
        self.conn
            .prepare_cached("INSERT INTO round (name, name_fold, year, changed_at) VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![round.name, fold(&round.name), round.year, self.stamp.time()])?;
        Ok(RoundId(self.conn.last_insert_rowid()))
    }

    /// Renames a round.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn edit_round(&self, id: RoundId, round: &Round) -> Result<()> {
        self.expect(id)?;
        self.conn
            .prepare_cached(
                "UPDATE round SET name = ?2, name_fold = ?3, year = ?4, changed_at = ?5
                 WHERE id = ?1 AND (name, year) <> (?2, ?4)",
            )?
            .execute(params![id, round.name, fold(&round.name), round.year, self.stamp.time()])?;
        Ok(())
    }

    /// Closes a round or opens it again.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn close_round(&self, id: RoundId, closed: bool) -> Result<()> {
        self.expect(id)?;
        self.conn
            .prepare_cached("UPDATE round SET closed = ?2, changed_at = ?3 WHERE id = ?1 AND closed <> ?2")?
            .execute(params![id, closed, self.stamp.time()])?;
        Ok(())
    }

    /// Takes a round away with its nominations and drafts.
    ///
    /// # Errors
    /// `InUse` when a document about it was issued or one of its nominations was conferred.
    pub fn remove_round(&self, id: RoundId) -> Result<()> {
        self.expect(id)?;
        self.refuse_if(
            id,
            "đã có văn bản ban hành về đợt này",
            "SELECT 1 FROM document WHERE round_id = ?1 AND state = 'issued'",
        )?;
        self.refuse_if(
            id,
            "đã có khen thưởng được ghi nhận từ đợt này",
            "SELECT 1 FROM nomination n LEFT JOIN award a ON a.nomination_id = n.id
             WHERE n.round_id = ?1 AND (a.id IS NOT NULL OR n.state = 'conferred')",
        )?;
        self.remove_drafts_about("round_id", id.0)?;
        for sql in [
            "DELETE FROM nomination WHERE round_id = ?1",
            "DELETE FROM attachment WHERE round_id = ?1",
            "DELETE FROM round WHERE id = ?1",
        ] {
            self.conn.prepare_cached(sql)?.execute([id])?;
        }
        Ok(())
    }

    /// Puts a nomination on record.
    pub fn add_nomination(&self, round: RoundId, new: &NewNomination) -> Result<NominationId> {
        let Nomination { honoree, kind, kind_as_written, achievement, state } = &new.nomination;
        self.conn
            .prepare_cached(
                "INSERT INTO nomination (round_id, honoree_id, honoree_type, name, gender, birth, position, unit, kind,
                   kind_as_written, achievement, state, source_file_id, source_name, source_row, problems)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
            )?
            .execute(params![
                round,
                new.honoree,
                honoree.honoree_type.word(),
                honoree.name,
                honoree.gender.map(Word::word),
                row::birth_text(honoree.birth),
                honoree.position,
                honoree.unit,
                kind,
                kind_as_written,
                achievement,
                state.word(),
                new.source.as_ref().and_then(|source| source.file),
                new.source.as_ref().map(|source| &source.file_name),
                new.source.as_ref().map(|source| source.row),
                row::to_json(&new.problems)?,
            ])?;
        Ok(NominationId(self.conn.last_insert_rowid()))
    }

    /// Replaces a nomination; its round and where it was read stay.
    ///
    /// # Errors
    /// `NotFound`; `InUse` once an award was recorded from it.
    pub fn edit_nomination(&self, id: NominationId, new: &NewNomination) -> Result<()> {
        self.expect(id)?;
        self.refuse_if(id, CONFERRED, "SELECT 1 FROM award WHERE nomination_id = ?1")?;
        let Nomination { honoree, kind, kind_as_written, achievement, state } = &new.nomination;
        self.conn
            .prepare_cached(
                "UPDATE nomination SET honoree_id = ?2, honoree_type = ?3, name = ?4, gender = ?5, birth = ?6,
                   position = ?7, unit = ?8, kind = ?9, kind_as_written = ?10, achievement = ?11, state = ?12,
                   problems = ?13 WHERE id = ?1",
            )?
            .execute(params![
                id,
                new.honoree,
                honoree.honoree_type.word(),
                honoree.name,
                honoree.gender.map(Word::word),
                row::birth_text(honoree.birth),
                honoree.position,
                honoree.unit,
                kind,
                kind_as_written,
                achievement,
                state.word(),
                row::to_json(&new.problems)?,
            ])?;
        Ok(())
    }

    /// Decides about nominations; gives how many changed.
    ///
    /// # Errors
    /// `NotFound`; `InUse` for one that an award was recorded from.
    pub fn decide(&self, ids: &[NominationId], state: NominationState) -> Result<u32> {
        let mut changed = 0;
        for id in ids {
            self.expect(*id)?;
            if state != NominationState::Conferred {
                self.refuse_if(*id, CONFERRED, "SELECT 1 FROM award WHERE nomination_id = ?1")?;
            }
            changed += self
                .conn
                .prepare_cached("UPDATE nomination SET state = ?2 WHERE id = ?1 AND state <> ?2")?
                .execute(params![id, state.word()])?;
        }
        Ok(changed as u32)
    }

    /// Takes nominations away; gives how many.
    ///
    /// # Errors
    /// `InUse` for one that an award was recorded from.
    pub fn remove_nominations(&self, ids: &[NominationId]) -> Result<u32> {
        let mut removed = 0;
        for id in ids {
            self.refuse_if(*id, CONFERRED, "SELECT 1 FROM award WHERE nomination_id = ?1")?;
            removed += self.conn.prepare_cached("DELETE FROM nomination WHERE id = ?1")?.execute([id])?;
        }
        Ok(removed as u32)
    }
}

const CONFERRED: &str = "đã có khen thưởng được ghi nhận từ đề nghị này";
