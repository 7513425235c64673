//! The agency's profile, and settings by name.

use chrono::NaiveDate;
use commendation::Agency;
use std::collections::BTreeMap;

use crate::{Records, Result, Tx};

impl Records {
    /// The agency as it is now; none at first start.
    pub fn agency(&self) -> Result<Option<Agency>> {
        todo!()
    }

    /// The agency as it was on a day: the profile that was in force then, else the oldest.
    pub fn agency_on(&self, day: NaiveDate) -> Result<Option<Agency>> {
        todo!()
    }

    /// All settings.
    pub fn settings(&self) -> Result<BTreeMap<String, String>> {
        todo!()
    }
}

impl Tx<'_> {
    /// Saves the agency's profile. The profile of another day is kept; that of the same day is replaced.
    pub fn save_agency(&self, agency: &Agency) -> Result<()> {
        todo!()
    }

    /// Sets one setting.
    pub fn set_setting(&self, name: &str, value: &str) -> Result<()> {
        todo!()
    }
}
