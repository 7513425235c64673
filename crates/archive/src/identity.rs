//! Identity numbers: kept beside honorees and nominations, never in the search index, never in lists. Found by the whole
//! number only; whoever shows a row of the journal masks them ([`RowChange::masked`]).

use commendation::masked_identity;
use rusqlite::{OptionalExtension, params};
use serde_json::Value;
use std::collections::HashMap;

use crate::{ArchiveError, HonoreeId, Id, Kind, NominationId, Records, Result, RoundId, RowChange, Tx};

/// The column, in both tables that have it.
const COLUMN: &str = "identity";

impl Records {
    /// The identity number of an honoree, or the one a nomination states.
    ///
    /// # Errors
    /// `NotFound`; `Refused` for any other kind of thing.
    pub fn identity(&self, id: impl Into<Id>) -> Result<Option<String>> {
        let id = having(id)?;
        let sql = format!("SELECT {COLUMN} FROM {} WHERE id = ?1", id.kind.table());
        let found = self.conn.prepare_cached(&sql)?.query_one([id.number], |row| row.get(0)).optional()?;
        found.ok_or(ArchiveError::NotFound { id })
    }

    /// The numbers that the nominations of a round state.
    pub fn identities_in(&self, round: RoundId) -> Result<HashMap<NominationId, String>> {
        let mut query = self.conn.prepare_cached(
            "SELECT id, identity FROM nomination WHERE round_id = ?1 AND identity IS NOT NULL",
        )?;
        Ok(query.query_map([round], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
    }

    /// Honorees with exactly this number, on their page or in one of their nominations.
    pub fn honorees_with_identity(&self, number: &str) -> Result<Vec<HonoreeId>> {
        let mut query = self.conn.prepare_cached(
            "SELECT id FROM honoree WHERE identity = ?1
             UNION SELECT honoree_id FROM nomination WHERE identity = ?1 ORDER BY 1",
        )?;
        Ok(query.query_map([number], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }
}

impl Tx<'_> {
    /// Sets or takes away the identity number of an honoree or of a nomination.
    ///
    /// # Errors
    /// `NotFound`; `Refused` for any other kind of thing.
    pub fn set_identity(&self, id: impl Into<Id>, number: Option<&str>) -> Result<()> {
        let id = having(id)?;
        self.expect(id)?;
        let sql =
            format!("UPDATE {} SET {COLUMN} = ?2 WHERE id = ?1 AND {COLUMN} IS NOT ?2", id.kind.table());
        self.conn.prepare_cached(&sql)?.execute(params![id.number, number])?;
        Ok(())
    }
}

fn having(id: impl Into<Id>) -> Result<Id> {
    let id = id.into();
    match id.kind {
        Kind::Honoree | Kind::Nomination => Ok(id),
        _ => Err(ArchiveError::Refused { message: format!("{id} không có số định danh cá nhân.") }),
    }
}

impl RowChange {
    /// The change as it may be shown: identity numbers masked, those in rows kept whole within a row too.
    pub fn masked(mut self) -> Self {
        for image in [&mut self.before, &mut self.after].into_iter().flatten() {
            for (name, value) in image {
                mask(name, value);
            }
        }
        self
    }
}

/// A row as a line of JSON with its identity numbers masked; none when it has none.
pub(crate) fn masked_line(line: &str) -> Option<String> {
    if !line.contains(COLUMN) {
        return None;
    }
    let row: Value = serde_json::from_str(line).ok()?;
    let mut masked = row.clone();
    mask("", &mut masked);
    (masked != row).then(|| masked.to_string())
}

fn mask(name: &str, value: &mut Value) {
    match value {
        Value::String(number) if name == COLUMN => *number = masked_identity(number),
        Value::String(text) if text.contains(COLUMN) => {
            if let Ok(mut inside @ (Value::Object(_) | Value::Array(_))) = serde_json::from_str::<Value>(text)
            {
                mask("", &mut inside);
                *text = inside.to_string();
            }
        }
        Value::Object(fields) => fields.iter_mut().for_each(|(name, value)| mask(name, value)),
        Value::Array(items) => items.iter_mut().for_each(|item| mask("", item)),
        _ => {}
    }
}
