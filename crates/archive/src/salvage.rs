//! Reading out what can still be read of a database that does not open or is damaged.
//!
//! Works on a copy, so that looking changes nothing. Each table of facts, and the journal, becomes a text file of one
//! JSON object a line, which any program and any person can read. A table is read from its beginning until a page fails,
//! from its end likewise, and the rows between are asked for one by one. Not here: making an archive of it again.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};
use serde_json::{Map, Value};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::journal::{self, hex};
use crate::lock::Lock;
use crate::{ArchiveError, Result, Stamp, file, open};

/// How much of a table could be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadTable {
    /// Its name.
    pub table: String,
    /// Rows read.
    pub rows: u64,
    /// False when a part could not be read.
    pub whole: bool,
}

/// What was read out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadOut {
    /// The new folder with a file for each table.
    pub folder: PathBuf,
    /// Each table.
    pub tables: Vec<ReadTable>,
}

/// Rows between the two readable ends of a table that are asked for one by one.
const MOST_ASKED: i64 = 5_000_000;

/// Reads what can be read of the database in `folder` into a new folder inside `to`.
///
/// # Errors
/// `Locked`, `Missing`, `Damaged` when not even the list of tables can be read, or a failure of the disk.
pub fn read_out(folder: &Path, to: &Path, stamp: &Stamp) -> Result<ReadOut> {
    let database = open::database(folder);
    if !database.try_exists().map_err(ArchiveError::disk("đọc", &database))? {
        return Err(ArchiveError::Missing { path: database });
    }
    let _lock = Lock::take(folder)?;
    let target = to.join(format!("bang-vang-doc-lai-{}", stamp.at.format("%Y%m%d-%H%M%S")));
    fs::create_dir_all(&target).map_err(ArchiveError::disk("tạo", &target))?;
    let copy = target.join("archive.part");
    let outcome = copy_parts(&database, &copy).and_then(|()| {
        let (conn, _) = open::connect(&copy).map_err(|error| match error {
            ArchiveError::Damaged { detail, .. } | ArchiveError::DatabaseDisk { detail } => {
                ArchiveError::Damaged { path: database.clone(), detail }
            }
            ArchiveError::NotAnArchive { .. } => ArchiveError::NotAnArchive { path: database.clone() },
            other => other,
        })?;
        // One bad cell must not hide the others of its page.
        conn.pragma_update(None, "cell_size_check", "OFF")?;
        let facts = journal::TABLES.iter().map(|(table, _)| (*table, "id"));
        facts
            .chain([("journal", "number")])
            .map(|(table, key)| read_table(&conn, table, key, &target))
            .collect()
    });
    for end in ["", "-wal", "-journal", "-shm"] {
        // A leftover copy is of no use and no harm.
        let _ = file::remove_if_there(&open::with_end(&copy, end));
    }
    // Where nothing can be read, an empty folder would only mislead.
    let tables: Vec<ReadTable> = outcome.inspect_err(|_: &ArchiveError| drop(fs::remove_dir(&target)))?;
    write_summary(&target, &database, &tables)?;
    Ok(ReadOut { folder: target, tables })
}

fn copy_parts(database: &Path, copy: &Path) -> Result<()> {
    for (part, to) in open::parts(database).iter().zip(open::parts(copy)) {
        if part.try_exists().map_err(ArchiveError::disk("đọc", part))? {
            fs::copy(part, &to).map_err(ArchiveError::disk("chép", part))?;
        }
    }
    Ok(())
}

/// One table as lines of JSON. What SQLite cannot give is left out; what the disk cannot take is an error.
fn read_table(conn: &Connection, table: &str, key: &str, target: &Path) -> Result<ReadTable> {
    let path = target.join(format!("{table}.jsonl"));
    let failed = |error| ArchiveError::disk("ghi", &path)(error);
    let mut out = std::io::BufWriter::new(fs::File::create(&path).map_err(failed)?);
    let mut rows = 0;
    let mut line = |row: &Map<String, Value>| -> Result<()> {
        rows += 1;
        let text = serde_json::to_string(row).unwrap_or_default();
        writeln!(out, "{text}").map_err(ArchiveError::disk("ghi", &path))
    };
    let mut last = None;
    let mut whole =
        scan(conn, &format!("SELECT * FROM {table} NOT INDEXED ORDER BY {key}"), key, &mut |id, row| {
            last = Some(id);
            line(row)
        })?;
    if !whole {
        let from = last.unwrap_or(0);
        let mut tail = Vec::new();
        let backwards = format!("SELECT * FROM {table} NOT INDEXED WHERE {key} > {from} ORDER BY {key} DESC");
        whole = scan(conn, &backwards, key, &mut |id, row| {
            tail.push((id, row.clone()));
            Ok(())
        })?;
        if !whole {
            let to = tail.last().map_or_else(|| highest(conn, table).saturating_add(1), |(id, _)| *id);
            for id in from + 1..to.min(from.saturating_add(MOST_ASKED)) {
                let one = format!("SELECT * FROM {table} NOT INDEXED WHERE {key} = {id}");
                scan(conn, &one, key, &mut |_, row| line(row))?;
            }
        }
        for (_, row) in tail.iter().rev() {
            line(row)?;
        }
    }
    out.into_inner().map_err(|error| failed(error.into_error()))?.sync_all().map_err(failed)?;
    Ok(ReadTable { table: table.to_owned(), rows, whole })
}

/// Takes a row with its number.
type EachRow<'a> = &'a mut dyn FnMut(i64, &Map<String, Value>) -> Result<()>;

/// Hands over rows until the end, or until SQLite fails; says which it was.
fn scan(conn: &Connection, sql: &str, key: &str, each: EachRow<'_>) -> Result<bool> {
    let Ok(mut query) = conn.prepare(sql) else { return Ok(false) };
    let columns: Vec<String> = query.column_names().map(str::to_owned).collect();
    let Ok(mut rows) = query.query([]) else { return Ok(false) };
    loop {
        match rows.next() {
            Ok(Some(row)) => {
                let row = object(row, &columns);
                each(row.get(key).and_then(Value::as_i64).unwrap_or_default(), &row)?;
            }
            Ok(None) => return Ok(true),
            Err(_) => return Ok(false),
        }
    }
}

fn object(row: &Row<'_>, columns: &[String]) -> Map<String, Value> {
    let value = |index| match row.get_ref(index) {
        Ok(ValueRef::Integer(number)) => number.into(),
        Ok(ValueRef::Real(number)) => number.into(),
        Ok(ValueRef::Text(text)) => String::from_utf8_lossy(text).into_owned().into(),
        Ok(ValueRef::Blob(bytes)) => hex(bytes).into(),
        Ok(ValueRef::Null) | Err(_) => Value::Null,
    };
    columns.iter().enumerate().map(|(index, name)| (name.clone(), value(index))).collect()
}

/// The highest number ever given in a table; 0 when that cannot be read.
fn highest(conn: &Connection, table: &str) -> i64 {
    conn.query_one("SELECT seq FROM sqlite_sequence WHERE name = ?1", [table], |row| row.get(0)).unwrap_or(0)
}

fn write_summary(target: &Path, database: &Path, tables: &[ReadTable]) -> Result<()> {
    let mut text = format!(
        "Những gì còn đọc được của kho lưu trữ {}.\nMỗi tệp .jsonl là một bảng, mỗi dòng là một mục (JSON, UTF-8).\n\n",
        database.display()
    );
    for ReadTable { table, rows, whole } in tables {
        let end = if *whole { "" } else { " (có phần không đọc được)" };
        text.push_str(&format!("{table}: {rows} dòng{end}\n"));
    }
    text.push_str(
        "\nCác tệp lưu kèm vẫn nằm trong thư mục files của kho, mỗi tệp dưới tên là mã SHA-256 của nó.\n",
    );
    file::write_synced(&target.join("tom-tat.txt"), text.as_bytes())
}
