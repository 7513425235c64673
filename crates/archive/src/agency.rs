//! The agency's profile, and settings by name.

use chrono::NaiveDate;
use commendation::Agency;
use rusqlite::{OptionalExtension, params};
use std::collections::BTreeMap;

use crate::{Records, Result, Tx, row};

impl Records {
    /// The agency as it is now; none at first start.
    pub fn agency(&self) -> Result<Option<Agency>> {
        let mut query =
            self.conn.prepare_cached("SELECT profile FROM agency ORDER BY valid_from DESC LIMIT 1")?;
        Ok(query.query_one([], |row| row::json(row, 0)).optional()?)
    }

    /// The agency as it was on a day: the profile that was in force then, else the oldest.
    pub fn agency_on(&self, day: NaiveDate) -> Result<Option<Agency>> {
        let mut query = self.conn.prepare_cached(
            "SELECT profile FROM agency ORDER BY valid_from > ?1, CASE WHEN valid_from <= ?1 THEN valid_from END DESC,
             valid_from LIMIT 1",
        )?;
        Ok(query.query_one([row::date_text(Some(day))], |row| row::json(row, 0)).optional()?)
    }

    /// All settings.
    pub fn settings(&self) -> Result<BTreeMap<String, String>> {
        let mut query = self.conn.prepare_cached("SELECT name, value FROM setting")?;
        Ok(query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
    }
}

impl Tx<'_> {
    /// Saves the agency's profile. The profile of another day is kept; that of the same day is replaced.
    pub fn save_agency(&self, agency: &Agency) -> Result<()> {
        self.conn
            .prepare_cached(
                "INSERT INTO agency (valid_from, profile) VALUES (?1, ?2)
                 ON CONFLICT (valid_from) DO UPDATE SET profile = excluded.profile",
            )?
            .execute(params![row::date_text(Some(self.stamp.day())), row::to_json(agency)?])?;
        Ok(())
    }

    /// Sets one setting.
    pub fn set_setting(&self, name: &str, value: &str) -> Result<()> {
        self.conn
            .prepare_cached(
                "INSERT INTO setting (name, value) VALUES (?1, ?2)
                 ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            )?
            .execute([name, value])?;
        Ok(())
    }
}
