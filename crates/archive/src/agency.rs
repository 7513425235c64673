//! The agency's profile, and settings by name.

use chrono::NaiveDate;
use commendation::Agency;
use rusqlite::{OptionalExtension, Row, params};
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

    /// The agency's profiles, oldest first, each with its first day.
    pub fn agency_history(&self) -> Result<Vec<(NaiveDate, Agency)>> {
        let mut query =
            self.conn.prepare_cached("SELECT valid_from, profile FROM agency ORDER BY valid_from")?;
        let dated = |row: &Row<'_>| Ok((row::date(row, 0)?.unwrap_or_default(), row::json(row, 1)?));
        Ok(query.query_map([], dated)?.collect::<Result<_, _>>()?)
    }

    /// All settings.
    pub fn settings(&self) -> Result<BTreeMap<String, String>> {
        let mut query = self.conn.prepare_cached("SELECT name, value FROM setting")?;
        Ok(query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
    }
}

impl Tx<'_> {
    /// Saves the agency's profile as it is from today on. The profile of another day is kept; that of the same day is
    /// replaced.
    pub fn save_agency(&self, agency: &Agency) -> Result<()> {
        self.save_agency_from(agency, self.stamp.day())
    }

    /// Saves the agency's profile as it is from a day on, until the day of the next one.
    pub fn save_agency_from(&self, agency: &Agency, day: NaiveDate) -> Result<()> {
        self.conn
            .prepare_cached(
                "INSERT INTO agency (valid_from, profile) VALUES (?1, ?2)
                 ON CONFLICT (valid_from) DO UPDATE SET profile = excluded.profile",
            )?
            .execute(params![row::date_text(Some(day)), row::to_json(agency)?])?;
        Ok(())
    }

    /// Takes the profile of a day away: the one before it holds on.
    pub fn remove_agency(&self, day: NaiveDate) -> Result<()> {
        self.conn
            .prepare_cached("DELETE FROM agency WHERE valid_from = ?1")?
            .execute([row::date_text(Some(day))])?;
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
