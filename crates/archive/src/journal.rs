//! The journal: who did what and when, with every row before and after, each entry chained by SHA-256 to the one before.

use serde_json::{Map, Value};

use crate::{Id, Records, Result};

/// How a change came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeKind {
    /// By an action.
    Do,
    /// By taking an action back.
    Undo,
    /// By doing it again.
    Redo,
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalRow {
    /// Running number, from 1 without gaps.
    pub number: i64,
    /// When; RFC 3339, local time.
    pub at: String,
    /// Who.
    pub who: String,
    /// What, in Vietnamese: `Nhập danh sách`, `Hoàn tác: Nhập danh sách`.
    pub action: String,
    /// How it came about.
    pub kind: ChangeKind,
    /// The thing it was mainly done to.
    pub about: Option<Id>,
}

/// One row of the database before and after a change.
#[derive(Debug, Clone, PartialEq)]
pub struct RowChange {
    /// Table.
    pub table: String,
    /// Row number in it.
    pub row: i64,
    /// Columns before; none when the row is new. For a changed row only the columns that changed.
    pub before: Option<Map<String, Value>>,
    /// Columns after; none when the row was removed.
    pub after: Option<Map<String, Value>>,
}

impl Records {
    /// Entries, newest first: all, or those that changed one thing.
    pub fn journal(&self, about: Option<Id>, limit: u32) -> Result<Vec<JournalRow>> {
        todo!()
    }

    /// Every row that an entry changed, with its values before and after.
    pub fn journal_changes(&self, number: i64) -> Result<Vec<RowChange>> {
        todo!()
    }
}
