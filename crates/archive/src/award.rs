//! Awards: what was conferred, on whom, in the words of the decision.

use chrono::NaiveDate;
use commendation::{Authority, Honoree};
use rusqlite::{OptionalExtension, Row, ToSql, params};

use crate::row::{self, Word};
use crate::{
    ArchiveError, AwardId, ConferenceId, DocumentId, FileRecord, HonoreeId, NominationId, Records, Result,
    RoundId, Tx,
    file::{self, FILE},
};

/// An award to be put on record.
#[derive(Debug, Clone, PartialEq)]
pub struct NewAward {
    /// Whose page it is on.
    pub honoree_id: HonoreeId,
    /// The honoree as named in the decision.
    pub honoree: Honoree,
    /// Kind id.
    pub kind: String,
    /// Kind name as it was then.
    pub kind_name: String,
    /// Who conferred it.
    pub authority: Authority,
    /// Achievement.
    pub achievement: String,
    /// Period of the achievement as printed: `2015 - 2020`.
    pub period: String,
    /// Year it is listed and counted under.
    pub year: Option<i32>,
    /// Number and symbol of the decision; empty when not known.
    pub decision: String,
    /// Date of the decision.
    pub date: Option<NaiveDate>,
    /// Document of this archive that conferred it.
    pub document: Option<DocumentId>,
    /// Conference where it was given.
    pub conference: Option<ConferenceId>,
    /// Nomination that led to it.
    pub nomination: Option<NominationId>,
}

/// An award on record.
#[derive(Debug, Clone, PartialEq)]
pub struct AwardRecord {
    /// Identifier.
    pub id: AwardId,
    /// What was put on record.
    pub award: NewAward,
    /// Name of the conference where it was given.
    pub conference_name: Option<String>,
}

/// An award in short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastAward {
    /// Identifier.
    pub id: AwardId,
    /// Kind id.
    pub kind: String,
    /// Kind name as it was then.
    pub kind_name: String,
    /// Who conferred it.
    pub authority: Authority,
    /// Year it is listed under.
    pub year: Option<i32>,
}

/// Which awards are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AwardScope {
    /// Given at a conference.
    Conference(ConferenceId),
    /// Conferred by a document of this archive.
    Document(DocumentId),
    /// From nominations of a round.
    Round(RoundId),
    /// Listed under a year of this span, both ends included.
    Years(i32, i32),
    /// All.
    All,
}

/// How many awards of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Kind id.
    pub kind: String,
    /// Kind name as it was.
    pub kind_name: String,
    /// Who conferred.
    pub authority: Authority,
    /// To collectives.
    pub collectives: u32,
    /// To households.
    pub households: u32,
    /// To individuals.
    pub individuals: u32,
}

/// Columns of an award, for [`award_at`].
const AWARD: &str = "a.id, a.honoree_id, a.honoree_type, a.name, a.gender, a.birth, a.position, a.unit, a.kind,
  a.kind_name, a.authority, a.achievement, a.period, a.year, a.decision, a.date, a.document_id, a.conference_id,
  a.nomination_id, c.name FROM award a LEFT JOIN conference c ON c.id = a.conference_id";

fn award_at(row: &Row<'_>) -> rusqlite::Result<AwardRecord> {
    Ok(AwardRecord {
        id: row.get(0)?,
        award: NewAward {
            honoree_id: row.get(1)?,
            honoree: row::honoree(row, 2)?,
            kind: row.get(8)?,
            kind_name: row.get(9)?,
            authority: row::word(row, 10)?,
            achievement: row.get(11)?,
            period: row.get(12)?,
            year: row.get(13)?,
            decision: row.get(14)?,
            date: row::date(row, 15)?,
            document: row.get(16)?,
            conference: row.get(17)?,
            nomination: row.get(18)?,
        },
        conference_name: row.get(19)?,
    })
}

/// An award in short from five columns: id, kind, kind_name, authority, year.
pub(crate) fn past_at(row: &Row<'_>, index: usize) -> rusqlite::Result<PastAward> {
    Ok(PastAward {
        id: row.get(index)?,
        kind: row.get(index + 1)?,
        kind_name: row.get(index + 2)?,
        authority: row::word(row, index + 3)?,
        year: row.get(index + 4)?,
    })
}

impl AwardScope {
    /// The condition on `a`, and its values.
    fn condition(&self) -> (&'static str, Vec<&dyn ToSql>) {
        match self {
            Self::Conference(id) => ("a.conference_id = ?1", vec![id]),
            Self::Document(id) => ("a.document_id = ?1", vec![id]),
            Self::Round(id) => {
                ("a.nomination_id IN (SELECT id FROM nomination WHERE round_id = ?1)", vec![id])
            }
            Self::Years(from, to) => ("a.year BETWEEN ?1 AND ?2", vec![from, to]),
            Self::All => ("true", Vec::new()),
        }
    }
}

impl Records {
    /// Awards by authority (high to low), then collectives, households, individuals, then as entered.
    pub fn awards(&self, scope: AwardScope) -> Result<Vec<AwardRecord>> {
        let (condition, values) = scope.condition();
        let mut query =
            self.conn.prepare_cached(&format!("SELECT {AWARD} WHERE {condition} ORDER BY a.id"))?;
        let mut awards: Vec<AwardRecord> = query.query_map(&*values, award_at)?.collect::<Result<_, _>>()?;
        awards.sort_by_key(|record| (record.award.authority, record.award.honoree.honoree_type));
        Ok(awards)
    }

    /// These awards, in the order given; those that are gone are left out.
    pub fn awards_among(&self, ids: &[AwardId]) -> Result<Vec<AwardRecord>> {
        let mut query = self.conn.prepare_cached(&format!("SELECT {AWARD} WHERE a.id = ?1"))?;
        let mut found = Vec::with_capacity(ids.len());
        for id in ids {
            found.extend(query.query_one([id], award_at).optional()?);
        }
        Ok(found)
    }

    /// An honoree's awards, newest first.
    pub(crate) fn awards_of(&self, honoree: HonoreeId) -> Result<Vec<AwardRecord>> {
        let mut query = self.conn.prepare_cached(&format!(
            "SELECT {AWARD} WHERE a.honoree_id = ?1 ORDER BY coalesce(a.date, CAST(a.year AS TEXT)) DESC, a.id DESC"
        ))?;
        Ok(query.query_map([honoree], award_at)?.collect::<Result<_, _>>()?)
    }

    /// Awards whose honoree's unit is written in one of these ways, each on the days that go with it; newest first, a page
    /// at a time, with how many there are.
    pub(crate) fn awards_of_texts(
        &self,
        texts: &[(String, Option<String>, Option<String>)],
        from: u32,
        count: u32,
    ) -> Result<(u32, Vec<AwardRecord>)> {
        let texts = row::to_json(&texts)?;
        let wanted = "json_each(?1) j JOIN award a ON a.unit = j.value ->> 0
            AND (j.value ->> 1 IS NULL OR coalesce(a.date, a.year || '-12-31') >= j.value ->> 1)
            AND (j.value ->> 2 IS NULL OR coalesce(a.date, a.year || '-12-31') < j.value ->> 2)";
        let total = self
            .conn
            .prepare_cached(&format!("SELECT count(DISTINCT a.id) FROM {wanted}"))?
            .query_one([&texts], |row| row.get(0))?;
        let mut query = self.conn.prepare_cached(&format!(
            "SELECT {AWARD} JOIN (SELECT DISTINCT a.id, a.year FROM {wanted} ORDER BY a.year DESC, a.id DESC
               LIMIT ?2 OFFSET ?3) page ON page.id = a.id ORDER BY a.year DESC, a.id DESC"
        ))?;
        let rows = query.query_map(params![texts, count, from], award_at)?.collect::<Result<_, _>>()?;
        Ok((total, rows))
    }

    /// The papers of an honoree's awards: the issued PDF, then what is attached to the award or to its decision.
    pub(crate) fn award_files_of(&self, honoree: HonoreeId) -> Result<Vec<(AwardId, FileRecord)>> {
        let mut query = self.conn.prepare_cached(&format!(
            "WITH paper (award_id, place, file_id) AS (
               SELECT a.id, 0, d.file_id FROM award a JOIN document d ON d.id = a.document_id
                 WHERE a.honoree_id = ?1 AND d.file_id IS NOT NULL
               UNION ALL SELECT a.id, t.id, t.file_id FROM award a JOIN attachment t ON t.award_id = a.id
                 WHERE a.honoree_id = ?1
               UNION ALL SELECT a.id, t.id, t.file_id FROM award a JOIN attachment t ON t.document_id = a.document_id
                 WHERE a.honoree_id = ?1)
             SELECT paper.award_id, {FILE} FROM paper JOIN file f ON f.id = paper.file_id
             WHERE f.role IN ('issued', 'attached') GROUP BY paper.award_id, f.id ORDER BY paper.award_id, min(place)"
        ))?;
        let paper = |row: &Row<'_>| Ok((row.get(0)?, file::file_at_column(row, 1)?));
        Ok(query.query_map([honoree], paper)?.collect::<Result<_, _>>()?)
    }

    /// One award.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn award(&self, id: AwardId) -> Result<AwardRecord> {
        let mut query = self.conn.prepare_cached(&format!("SELECT {AWARD} WHERE a.id = ?1"))?;
        let mut rows = query.query_map([id], award_at)?;
        Ok(rows.next().ok_or(ArchiveError::NotFound { id: id.into() })??)
    }

    /// Awards counted by kind, authority and type of honoree; authority high to low, then kind.
    pub fn figures(&self, scope: AwardScope) -> Result<Vec<Figure>> {
        let (condition, values) = scope.condition();
        let mut query = self.conn.prepare_cached(&format!(
            "SELECT a.kind, a.kind_name, a.authority, count(*) FILTER (WHERE a.honoree_type = 'collective'),
               count(*) FILTER (WHERE a.honoree_type = 'household'), count(*) FILTER (WHERE a.honoree_type = 'individual')
             FROM award a WHERE {condition} GROUP BY a.kind, a.kind_name, a.authority"
        ))?;
        let mut figures: Vec<Figure> = query.query_map(&*values, figure_at)?.collect::<Result<_, _>>()?;
        figures.sort_by(|a, b| figure_key(a).cmp(&figure_key(b)));
        Ok(figures)
    }

    /// Awards listed under the years of a period, counted as [`Records::figures`] does, those given at one conference left
    /// out. Beside each figure how many of its collectives have one of these names, which are folded.
    pub fn figures_of_period(
        &self,
        (from, to): (i32, i32),
        without: ConferenceId,
        names: &[String],
    ) -> Result<Vec<(Figure, u32)>> {
        // Everything is counted in an index; rows are read of collectives alone, for their names.
        let mut query = self.conn.prepare_cached(
            "WITH counted (kind, kind_name, authority, honoree_type, number) AS (
               SELECT kind, kind_name, authority, honoree_type, count(*) FROM award
                 WHERE year BETWEEN ?1 AND ?2 GROUP BY 1, 2, 3, 4
               UNION ALL
               SELECT kind, kind_name, authority, honoree_type, -count(*) FROM award
                 WHERE conference_id = ?3 AND +year BETWEEN ?1 AND ?2 GROUP BY 1, 2, 3, 4
               UNION ALL
               SELECT a.kind, a.kind_name, a.authority, 'own', count(*)
                 FROM (SELECT id FROM award INDEXED BY award_counted
                   WHERE year BETWEEN ?1 AND ?2 AND honoree_type = 'collective') c CROSS JOIN award a
                 WHERE a.id = c.id AND a.conference_id IS NOT ?3
                   AND fold(a.name) IN (SELECT value FROM json_each(?4)) GROUP BY 1, 2, 3)
             SELECT kind, kind_name, authority,
               coalesce(sum(number) FILTER (WHERE honoree_type = 'collective'), 0),
               coalesce(sum(number) FILTER (WHERE honoree_type = 'household'), 0),
               coalesce(sum(number) FILTER (WHERE honoree_type = 'individual'), 0),
               coalesce(sum(number) FILTER (WHERE honoree_type = 'own'), 0)
             FROM counted GROUP BY 1, 2, 3 HAVING sum(number) FILTER (WHERE honoree_type <> 'own') > 0",
        )?;
        let names = row::to_json(&names)?;
        let rows =
            query.query_map(params![from, to, without, names], |row| Ok((figure_at(row)?, row.get(6)?)))?;
        let mut figures: Vec<(Figure, u32)> = rows.collect::<Result<_, _>>()?;
        figures.sort_by(|(a, _), (b, _)| figure_key(a).cmp(&figure_key(b)));
        Ok(figures)
    }
}

/// A figure from six columns: kind, kind_name, authority, collectives, households, individuals.
fn figure_at(row: &Row<'_>) -> rusqlite::Result<Figure> {
    Ok(Figure {
        kind: row.get(0)?,
        kind_name: row.get(1)?,
        authority: row::word(row, 2)?,
        collectives: row.get(3)?,
        households: row.get(4)?,
        individuals: row.get(5)?,
    })
}

fn figure_key(figure: &Figure) -> (Authority, &str, &str) {
    (figure.authority, &figure.kind, &figure.kind_name)
}

impl Tx<'_> {
    /// Puts an award on record. A nomination named in it becomes conferred.
    pub fn add_award(&self, new: &NewAward) -> Result<AwardId> {
        let honoree = &new.honoree;
        self.conn
            .prepare_cached(
                "INSERT INTO award (honoree_id, honoree_type, name, gender, birth, position, unit, kind, kind_name,
                   authority, achievement, period, year, decision, date, document_id, conference_id, nomination_id)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)",
            )?
            .execute(params![
                new.honoree_id,
                honoree.honoree_type.word(),
                honoree.name,
                honoree.gender.map(Word::word),
                row::birth_text(honoree.birth),
                honoree.position,
                honoree.unit,
                new.kind,
                new.kind_name,
                new.authority.word(),
                new.achievement,
                new.period,
                new.year,
                new.decision,
                row::date_text(new.date),
                new.document,
                new.conference,
                new.nomination,
            ])?;
        let id = AwardId(self.conn.last_insert_rowid());
        if let Some(nomination) = new.nomination {
            self.conn
                .prepare_cached(
                    "UPDATE nomination SET state = 'conferred' WHERE id = ?1 AND state <> 'conferred'",
                )?
                .execute([nomination])?;
        }
        Ok(id)
    }

    /// Records that awards were given at a conference, or no longer; gives how many changed.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn present_awards(&self, ids: &[AwardId], conference: Option<ConferenceId>) -> Result<u32> {
        let mut changed = 0;
        for id in ids {
            self.expect(*id)?;
            changed += self
                .conn
                .prepare_cached(
                    "UPDATE award SET conference_id = ?2 WHERE id = ?1 AND conference_id IS NOT ?2",
                )?
                .execute(params![id, conference])?;
        }
        Ok(changed as u32)
    }

    /// Takes awards away that were recorded by hand; gives how many.
    ///
    /// # Errors
    /// `InUse` for one that an issued document of this archive confers.
    pub fn remove_awards(&self, ids: &[AwardId]) -> Result<u32> {
        let mut removed = 0;
        for id in ids {
            self.refuse_if(
                *id,
                "khen thưởng này do một văn bản đã ban hành trong kho quyết định",
                "SELECT 1 FROM award WHERE id = ?1 AND document_id IS NOT NULL",
            )?;
            self.conn.prepare_cached("DELETE FROM attachment WHERE award_id = ?1")?.execute([id])?;
            removed += self.conn.prepare_cached("DELETE FROM award WHERE id = ?1")?.execute([id])?;
        }
        Ok(removed as u32)
    }
}
