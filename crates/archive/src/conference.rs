//! Conferences.

use chrono::NaiveDate;
use commendation::Conference;

use crate::{ConferenceId, Records, Result, Tx};

/// A conference in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConferenceSummary {
    /// Identifier.
    pub id: ConferenceId,
    /// Name.
    pub name: String,
    /// Date.
    pub date: Option<NaiveDate>,
    /// Place.
    pub place: String,
    /// Awards given at it.
    pub honours: u32,
    /// Papers about it.
    pub documents: u32,
}

impl Records {
    /// All conferences, newest first.
    pub fn conferences(&self) -> Result<Vec<ConferenceSummary>> {
        todo!()
    }

    /// One conference's facts.
    pub fn conference(&self, id: ConferenceId) -> Result<Conference> {
        todo!()
    }

    /// The newest conference of this name, marks and case apart.
    pub fn conference_named(&self, name: &str) -> Result<Option<ConferenceId>> {
        todo!()
    }
}

impl Tx<'_> {
    /// Puts a conference on record.
    pub fn add_conference(&self, conference: &Conference) -> Result<ConferenceId> {
        todo!()
    }

    /// Changes its facts.
    pub fn edit_conference(&self, id: ConferenceId, conference: &Conference) -> Result<()> {
        todo!()
    }

    /// Takes a conference away with its drafts; awards given at it stay, without it.
    ///
    /// # Errors
    /// `InUse` when a document about it was issued.
    pub fn remove_conference(&self, id: ConferenceId) -> Result<()> {
        todo!()
    }
}
