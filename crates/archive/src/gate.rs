//! The one gate for changes.
//!
//! Nothing else in this crate begins a transaction on the facts, apart from undo and redo, which pass the same way.

use rusqlite::{Transaction, TransactionBehavior};
use std::collections::BTreeSet;

use crate::journal::{self, Entry};
use crate::{Archive, ArchiveError, ChangeKind, Id, Records, Result, Stamp, undo};

/// What the officer does, in her words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    pub(crate) text: String,
    pub(crate) about: Option<Id>,
    pub(crate) undo_step: bool,
    pub(crate) noted: bool,
}

impl Action {
    /// `Nhập danh sách đề nghị`: a Vietnamese phrase that also names the undo step.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), about: None, undo_step: true, noted: false }
    }

    /// The thing it is mainly done to. What else changes is found by the journal itself.
    pub fn about(mut self, id: impl Into<Id>) -> Self {
        self.about = Some(id.into());
        self
    }

    /// Journalled, but no undo step: a setting of the window, the copy kept of an export.
    pub fn without_undo(mut self) -> Self {
        self.undo_step = false;
        self
    }

    /// Journalled even when nothing changes, and no undo step: that something was looked at or taken out.
    pub fn noted(mut self) -> Self {
        self.noted = true;
        self.without_undo()
    }
}

/// What the interface must ask for again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// The agency's profile.
    Agency,
    /// Settings.
    Settings,
    /// Rounds and nominations.
    Rounds,
    /// Honorees.
    Honorees,
    /// Documents.
    Documents,
    /// Awards.
    Awards,
    /// Conferences.
    Conferences,
    /// Files and what they are attached to.
    Files,
    /// Units and their names.
    Units,
    /// Series of numbers, and what the register says beside the documents.
    Registers,
    /// What the officer completed of dossiers.
    Dossiers,
}

/// A change that was saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done<T> {
    /// What the change gave back.
    pub value: T,
    /// What changed.
    pub topics: BTreeSet<Topic>,
    /// Its journal row; none when nothing was different afterwards.
    pub journal: Option<i64>,
}

/// A change under way. Dropped without success, nothing of it remains.
#[derive(Debug)]
pub struct Tx<'a> {
    pub(crate) records: &'a Records,
    pub(crate) stamp: &'a Stamp,
}

impl std::ops::Deref for Tx<'_> {
    type Target = Records;

    fn deref(&self) -> &Records {
        self.records
    }
}

impl Archive {
    /// Makes a change, whole or not at all: one transaction, one journal row, one undo step.
    ///
    /// # Errors
    /// That of `change`, after which nothing of it is left; or the archive's own.
    pub fn transact<T, E: From<ArchiveError>>(
        &mut self,
        action: Action,
        stamp: &Stamp,
        change: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<Done<T>, E> {
        self.settle_backup()?;
        let records = &self.records;
        // Dropped on the way out, by an error or a panic, it rolls everything back.
        let transaction = begin(records)?;
        let value = change(&Tx { records, stamp })?;
        let changes = journal::take_changes(&records.conn)?;
        if changes.is_empty() && !action.noted {
            return Ok(Done { value, topics: BTreeSet::new(), journal: None });
        }
        let entry =
            Entry { kind: ChangeKind::Do, action: &action.text, about: action.about, of: None, stamp };
        let number = journal::append(&records.conn, &entry, &changes)?;
        if action.undo_step {
            undo::push(&records.conn, number)?;
        }
        transaction.commit().map_err(ArchiveError::from)?;
        Ok(Done { value, topics: journal::topics(&changes), journal: Some(number) })
    }
}

impl Records {
    /// The number of the last change, undoing included: what was read before is still right while it is the same.
    pub fn last_change(&self) -> Result<i64> {
        let mut query = self.conn.prepare_cached("SELECT coalesce(max(number), 0) FROM journal")?;
        Ok(query.query_one([], |row| row.get(0))?)
    }
}

/// Begins a change with an empty list of changed rows.
pub(crate) fn begin(records: &Records) -> Result<Transaction<'_>> {
    let transaction = Transaction::new_unchecked(&records.conn, TransactionBehavior::Immediate)?;
    journal::forget_changes(&records.conn)?;
    Ok(transaction)
}
