//! Identity numbers: kept beside honorees and nominations, never in the search index, never in lists. Found by the whole
//! number only; whoever shows a row of the journal masks them ([`RowChange::masked`]).

use commendation::masked_identity;
use rusqlite::{OptionalExtension, params};
use serde_json::{Map, Value};

use crate::{ArchiveError, HonoreeId, Id, Kind, Records, Result, RowChange, Tx};

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
    /// The change as it may be shown: identity numbers masked.
    pub fn masked(mut self) -> Self {
        for image in [&mut self.before, &mut self.after].into_iter().flatten() {
            mask(image);
            // A merged honoree's row is kept whole inside another.
            for kept in image.values_mut().filter_map(|value| match value {
                Value::String(text) if text.starts_with('{') => Some(text),
                _ => None,
            }) {
                if let Ok(mut inner) = serde_json::from_str::<Map<String, Value>>(kept)
                    && inner.contains_key(COLUMN)
                {
                    mask(&mut inner);
                    *kept = Value::Object(inner).to_string();
                }
            }
        }
        self
    }
}

fn mask(image: &mut Map<String, Value>) {
    if let Some(Value::String(number)) = image.get_mut(COLUMN) {
        *number = masked_identity(number);
    }
}
