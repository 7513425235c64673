//! Undo and redo: the journal's own before and after, applied backwards or forwards as a new, journalled change.
//!
//! A row is only touched when it still is as the journal left it; otherwise nothing happens and the officer is told.

use rusqlite::types::Value as Sql;
use rusqlite::{Connection, ErrorCode, OptionalExtension, params, params_from_iter};
use serde_json::{Map, Value};
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::journal::{self, Entry};
use crate::{
    Archive, ArchiveError, ChangeKind, DocumentId, Done, Id, Records, Result, RowChange, Stamp, gate,
};

/// How many steps can be taken back.
const STEPS_KEPT: i64 = 200;

impl Records {
    /// What undo would take back, in Vietnamese.
    pub fn undo_text(&self) -> Result<Option<String>> {
        Ok(next_step(&self.conn, ChangeKind::Undo)?.map(|step| step.action))
    }

    /// What redo would do again.
    pub fn redo_text(&self) -> Result<Option<String>> {
        Ok(next_step(&self.conn, ChangeKind::Redo)?.map(|step| step.action))
    }
}

impl Archive {
    /// Takes the last change back and says which; none when there is nothing to take back.
    ///
    /// # Errors
    /// [`UndoConflict`](ArchiveError::UndoConflict) when what it wrote has changed since or something else depends on it.
    /// [`SentOut`](ArchiveError::SentOut) when it issued a document that was exported since, or has a file attached.
    pub fn undo(&mut self, stamp: &Stamp) -> Result<Option<Done<String>>> {
        self.step(ChangeKind::Undo, stamp, false)
    }

    /// Like [`Archive::undo`], also where the officer had to be asked.
    ///
    /// # Errors
    /// [`UndoConflict`](ArchiveError::UndoConflict) as there.
    pub fn undo_after_asking(&mut self, stamp: &Stamp) -> Result<Option<Done<String>>> {
        self.step(ChangeKind::Undo, stamp, true)
    }

    /// Does the change again that was last taken back, and says which.
    ///
    /// # Errors
    /// As for [`Archive::undo`].
    pub fn redo(&mut self, stamp: &Stamp) -> Result<Option<Done<String>>> {
        self.step(ChangeKind::Redo, stamp, false)
    }

    fn step(&mut self, kind: ChangeKind, stamp: &Stamp, asked: bool) -> Result<Option<Done<String>>> {
        let records = &self.records;
        let Some(step) = next_step(&records.conn, kind)? else { return Ok(None) };
        let mut changes = records.journal_changes(step.journal)?;
        let prefix = match kind {
            ChangeKind::Undo => {
                for change in &mut changes {
                    std::mem::swap(&mut change.before, &mut change.after);
                }
                changes.reverse();
                "Hoàn tác"
            }
            ChangeKind::Redo | ChangeKind::Do => "Làm lại",
        };
        if kind == ChangeKind::Undo && !asked {
            refuse_if_sent_out(records, step.journal, &changes)?;
        }
        let conflict = |error: ArchiveError| match error {
            ArchiveError::Database(error)
                if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) =>
            {
                ArchiveError::UndoConflict { action: step.action.clone() }
            }
            other => other,
        };

        let transaction = gate::begin(records)?;
        let _allowed = Allowed::until_dropped(&self.undoing);
        // References are checked at the commit: rows come back in any order.
        records.conn.pragma_update(None, "defer_foreign_keys", "ON")?;
        if !apply(&records.conn, step.journal, &changes).map_err(conflict)? {
            return Err(ArchiveError::UndoConflict { action: step.action });
        }
        let written = journal::take_changes(&records.conn)?;
        let action = format!("{prefix}: {}", step.action);
        let entry = Entry { kind, action: &action, about: step.about, of: Some(step.journal), stamp };
        let number = journal::append(&records.conn, &entry, &written)?;
        records
            .conn
            .prepare_cached("UPDATE undo_step SET undone = ?2 WHERE position = ?1")?
            .execute(params![step.position, kind == ChangeKind::Undo])?;
        transaction.commit().map_err(ArchiveError::from).map_err(conflict)?;
        Ok(Some(Done { value: step.action, topics: journal::topics(&written), journal: Some(number) }))
    }
}

/// Refuses to take the issue of a document back that has left the program: its PDF was exported after it was issued, or a
/// file (the signed paper) was attached, even if that was taken back since.
fn refuse_if_sent_out(records: &Records, issue: i64, changes: &[RowChange]) -> Result<()> {
    let states =
        |image: &Option<Map<String, Value>>| image.as_ref().and_then(|image| image.get("state").cloned());
    for change in changes.iter().filter(|change| change.table == "document") {
        if states(&change.before) != Some("issued".into()) || states(&change.after) == Some("issued".into()) {
            continue;
        }
        let document = DocumentId(change.row);
        let out = records
            .conn
            .prepare_cached(
                "SELECT 1 FROM attachment a JOIN file f ON f.id = a.file_id WHERE a.document_id = ?1 AND f.role = 'attached'
                 UNION ALL SELECT 1 FROM journal_touch JOIN journal ON number = journal
                 WHERE thing = ?2 AND journal > ?3 AND kind = 'do' AND EXISTS (
                   SELECT 1 FROM json_each(changes) WHERE value ->> 'table' = 'attachment')",
            )?
            .exists(params![document, document.to_string(), issue])?;
        if out {
            return Err(ArchiveError::SentOut { document, title: records.title(document.into())? });
        }
    }
    Ok(())
}

/// Lets the triggers pass that protect what is issued and kept.
struct Allowed<'a>(&'a AtomicBool);

impl<'a> Allowed<'a> {
    fn until_dropped(flag: &'a AtomicBool) -> Self {
        flag.store(true, Ordering::Relaxed);
        Self(flag)
    }
}

impl Drop for Allowed<'_> {
    fn drop(&mut self) {
        self.0.store(false, Ordering::Relaxed);
    }
}

struct Step {
    position: i64,
    journal: i64,
    action: String,
    about: Option<Id>,
}

fn next_step(conn: &Connection, kind: ChangeKind) -> Result<Option<Step>> {
    let query = match kind {
        ChangeKind::Undo => {
            "SELECT position, journal, action, about FROM undo_step JOIN journal ON number = journal
             WHERE undone = 0 ORDER BY position DESC LIMIT 1"
        }
        ChangeKind::Redo | ChangeKind::Do => {
            "SELECT position, journal, action, about FROM undo_step JOIN journal ON number = journal
             WHERE undone = 1 ORDER BY position LIMIT 1"
        }
    };
    Ok(conn
        .prepare_cached(query)?
        .query_one([], |row| {
            Ok(Step {
                position: row.get(0)?,
                journal: row.get(1)?,
                action: row.get(2)?,
                about: crate::row::id_or_none(row, 3)?,
            })
        })
        .optional()?)
}

/// Makes a journal entry the newest step. What was taken back before can no longer be done again.
pub(crate) fn push(conn: &Connection, journal: i64) -> Result<()> {
    conn.prepare_cached("DELETE FROM undo_step WHERE undone = 1")?.execute([])?;
    conn.prepare_cached("INSERT INTO undo_step (journal) VALUES (?1)")?.execute([journal])?;
    conn.prepare_cached("DELETE FROM undo_step WHERE position <= ?1")?
        .execute([conn.last_insert_rowid() - STEPS_KEPT])?;
    Ok(())
}

/// Writes the `after` of every change over its `before`. False when a row is not as `before` says.
fn apply(conn: &Connection, number: i64, changes: &[RowChange]) -> Result<bool> {
    // Rows that go make room for rows that come with the same unique value.
    let mut known: HashMap<&str, Vec<String>> = HashMap::new();
    for change in changes {
        if !known.contains_key(change.table.as_str()) {
            if !journal::TABLES.iter().any(|(table, _)| *table == change.table) {
                let detail = format!("bảng lạ `{}`", change.table);
                return Err(ArchiveError::JournalDamaged { number, detail });
            }
            known.insert(&change.table, journal::columns(conn, &change.table)?);
        }
    }
    for phase in [Phase::Remove, Phase::Change, Phase::Add] {
        for change in changes.iter().filter(|change| Phase::of(change) == phase) {
            if !apply_one(conn, number, change, &known[change.table.as_str()])? {
                return Ok(false);
            }
        }
    }
    Ok(true)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    Remove,
    Change,
    Add,
}

impl Phase {
    fn of(change: &RowChange) -> Self {
        match (&change.before, &change.after) {
            (_, None) => Self::Remove,
            (Some(_), Some(_)) => Self::Change,
            (None, Some(_)) => Self::Add,
        }
    }
}

/// `known` are the columns of the row's table: names go into the statement's text, so only these are let in.
fn apply_one(conn: &Connection, number: i64, change: &RowChange, known: &[String]) -> Result<bool> {
    let damaged = |detail: String| ArchiveError::JournalDamaged { number, detail };
    let table = &change.table;
    let split = |image: &Map<String, Value>| -> Result<(Vec<String>, Vec<Sql>)> {
        let mut parts = (Vec::new(), Vec::new());
        for (name, value) in image {
            if !known.contains(name) {
                return Err(damaged(format!("cột lạ `{table}.{name}`")));
            }
            parts.0.push(name.clone());
            parts.1.push(match value {
                Value::Null => Sql::Null,
                Value::String(text) => Sql::Text(text.clone()),
                Value::Number(n) => Sql::Integer(n.as_i64().ok_or_else(|| damaged(format!("số lạ `{n}`")))?),
                other => return Err(damaged(format!("giá trị lạ `{other}`"))),
            });
        }
        Ok(parts)
    };
    let list = |names: &[String], each: &str, between: &str| -> String {
        names.iter().map(|name| format!("{name}{each}")).collect::<Vec<_>>().join(between)
    };
    let (sql, values) = match (&change.before, &change.after) {
        (None, Some(after)) => {
            let (names, values) = split(after)?;
            let marks = vec!["?"; names.len()].join(", ");
            (format!("INSERT INTO {table} ({}) VALUES ({marks})", names.join(", ")), values)
        }
        (Some(before), None) => {
            let (names, values) = split(before)?;
            (format!("DELETE FROM {table} WHERE {}", list(&names, " IS ?", " AND ")), values)
        }
        (Some(before), Some(after)) => {
            let (set, mut values) = split(after)?;
            let (names, mut expected) = split(before)?;
            values.push(Sql::Integer(change.row));
            values.append(&mut expected);
            let (set, expect) = (list(&set, " = ?", ", "), list(&names, " IS ?", " AND "));
            (format!("UPDATE {table} SET {set} WHERE id = ? AND {expect}"), values)
        }
        (None, None) => return Err(damaged("dòng trống".into())),
    };
    Ok(conn.prepare_cached(&sql)?.execute(params_from_iter(values))? == 1)
}
