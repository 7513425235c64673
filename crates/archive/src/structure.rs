//! The structure of the database: its steps, taking those that are missing, and the settings and functions of SQLite that
//! the structure needs. Not here: when that is done, and the backup before (`open`, `restore`, `folder`).

use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};
use unicode_normalization::UnicodeNormalization;

use crate::journal::{self, Entry};
use crate::{ArchiveError, ChangeKind, Result, Stamp, duplicate};

/// `BgVg`: marks a SQLite file as an archive of this program.
pub(crate) const APPLICATION_ID: i32 = 0x4267_5667;

/// One step of the structure each; `user_version` says how many were taken. A released step never changes.
pub(crate) const STEPS: &[&str] = &[
    include_str!("../migrations/0001_first.sql"),
    include_str!("../migrations/0002_honorees.sql"),
    include_str!("../migrations/0003_search.sql"),
    include_str!("../migrations/0004_registers.sql"),
    include_str!("../migrations/0005_dossiers.sql"),
    include_str!("../migrations/0006_scale.sql"),
];

/// Number of the newest structure: how many steps there are.
pub const STRUCTURE: usize = STEPS.len();

/// Settings and functions that every connection to an archive needs.
pub(crate) fn prepare_connection(conn: &Connection, undoing: &Arc<AtomicBool>) -> Result<()> {
    for (name, value) in [
        ("trusted_schema", "OFF"),
        ("cell_size_check", "ON"),
        ("foreign_keys", "ON"),
        // So that a row that another one replaces passes the triggers too and is journalled.
        ("recursive_triggers", "ON"),
        ("synchronous", "FULL"),
        ("temp_store", "MEMORY"),
        ("cache_size", "-40000"),
    ] {
        conn.pragma_update(None, name, value)?;
    }
    let pure =
        FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    conn.create_scalar_function("fold", 1, pure, |context| {
        Ok(commendation::text::fold(context.get_raw(0).as_str_or_null()?.unwrap_or_default()))
    })?;
    conn.create_scalar_function("nfc", 1, pure, |context| {
        Ok(context.get_raw(0).as_str_or_null()?.unwrap_or_default().nfc().collect::<String>())
    })?;
    conn.create_scalar_function("in_order", 1, pure, |context| {
        Ok(crate::order::of_words(context.get_raw(0).as_str_or_null()?.unwrap_or_default()))
    })?;
    conn.create_scalar_function("duplicate_keys", 5, pure, |context| {
        let text = |index| context.get_raw(index).as_str_or_null();
        Ok(duplicate::keys_for_sql(
            text(0)?.unwrap_or_default(),
            text(1)?.unwrap_or_default(),
            text(2)?,
            text(3)?,
            text(4)?,
        ))
    })?;
    for (name, key) in [
        ("register_key", commendation::register_key as fn(&str) -> String),
        ("number_key", commendation::number_key),
    ] {
        conn.create_scalar_function(name, 1, pure, move |context| {
            Ok(key(context.get_raw(0).as_str_or_null()?.unwrap_or_default()))
        })?;
    }
    let undoing = Arc::clone(undoing);
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_INNOCUOUS;
    conn.create_scalar_function("undoing", 0, flags, move |_| Ok(undoing.load(Ordering::Relaxed)))?;
    Ok(())
}

/// Takes the missing steps, all or none, and writes the journal's entry about it.
pub(crate) fn migrate(conn: &mut Connection, steps: &[&str], stamp: &Stamp) -> Result<()> {
    // Steps may rebuild tables; the references are checked before the commit instead.
    conn.pragma_update(None, "foreign_keys", "OFF")?;
    let outcome = (|| {
        let tx = Transaction::new_unchecked(conn, TransactionBehavior::Exclusive)?;
        let version: i64 = tx.pragma_query_value(None, "user_version", |row| row.get(0))?;
        if version == 0 && tx.query_one("SELECT count(*) > 0 FROM sqlite_schema", [], |row| row.get(0))? {
            return Err(ArchiveError::NotAnArchive { path: "archive.db".into() });
        }
        for step in steps.iter().skip(usize::try_from(version).unwrap_or(usize::MAX)) {
            tx.execute_batch(step)?;
        }
        tx.pragma_update(None, "application_id", APPLICATION_ID)?;
        tx.pragma_update(None, "user_version", steps.len() as i64)?;
        if tx.prepare("PRAGMA foreign_key_check")?.exists([])? {
            return Err(ArchiveError::Refused {
                message: "có dòng tham chiếu đến dòng không còn".into()
            });
        }
        let action = match version {
            0 => "Tạo kho lưu trữ".to_owned(),
            _ => format!("Nâng cấp kho lưu trữ từ cấu trúc {version} lên {}", steps.len()),
        };
        journal::append(
            &tx,
            &Entry { kind: ChangeKind::Do, action: &action, about: None, of: None, stamp },
            &[],
        )?;
        tx.commit()?;
        Ok(())
    })();
    conn.pragma_update(None, "foreign_keys", "ON")?;
    outcome
}
