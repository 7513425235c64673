//! A database beside the archive's own, filled from a folder and proved equal to it, then copied over in one step.

use rusqlite::backup::Backup;
use rusqlite::types::Value;
use rusqlite::{Connection, params, params_from_iter};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, atomic::AtomicBool};
use std::time::Duration;

use super::line::{Cell, read_line};
use super::read::{Folder, refused};
use super::{FolderWatch, JOURNAL, MANIFEST, Steps, table_path, tables};
use crate::journal::{Entry, FIRST_HASH, Sealed, hex};
use crate::{ArchiveError, ChangeKind, Records, Result, Stamp, journal, open};

/// The database being filled. Dropped, it is gone.
pub(super) struct Stage {
    pub(super) records: Records,
    path: PathBuf,
}

impl Stage {
    pub(super) fn new(archive: &Path) -> Result<Self> {
        let path = archive.join("archive.import");
        match fs::remove_file(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(ArchiveError::disk("ghi", &path)(error));
            }
            _ => {}
        }
        let conn = crate::open::new_copy(&path)?;
        // As when a change is done again: the rows come as they were.
        open::prepare_connection(&conn, &Arc::new(AtomicBool::new(true)))?;
        // A half-filled stage is thrown away, so it need not outlive a power cut.
        for (name, value) in [("synchronous", "OFF"), ("journal_mode", "OFF"), ("foreign_keys", "OFF")] {
            conn.pragma_update(None, name, value)?;
        }
        Ok(Self { records: Records { conn, folder: archive.to_owned() }, path })
    }

    /// Takes the steps that the folder's structure had and fills in its rows and journal.
    pub(super) fn load(&mut self, folder: &Folder, watch: FolderWatch<'_>) -> Result<()> {
        let conn = &self.records.conn;
        conn.execute_batch("BEGIN")?;
        for step in open::STEPS.iter().take(folder.manifest.schema) {
            conn.execute_batch(step)?;
        }
        conn.pragma_update(None, "application_id", open::APPLICATION_ID)?;
        conn.pragma_update(None, "user_version", folder.manifest.schema as i64)?;
        let tables = tables::tables(conn)?;
        if let Some(strange) = folder.manifest.rows.keys().find(|name| !tables.contains(&name.as_str())) {
            return Err(refused(MANIFEST, format!("có bảng lạ “{strange}”")));
        }
        let rows: u64 = folder
            .manifest
            .rows
            .values()
            .fold(folder.manifest.journal, |sum, rows| sum.saturating_add(*rows));
        let mut steps = Steps::new(watch, usize::try_from(rows).unwrap_or(usize::MAX));
        // A step may have put rows there; the folder has them too, as they are now.
        for table in tables.iter().rev() {
            conn.execute(&format!("DELETE FROM {table}"), [])?;
        }
        for table in tables {
            self.load_table(folder, table, &mut steps)?;
        }
        self.load_journal(folder, &mut steps)?;
        self.records.conn.execute_batch("COMMIT")?;
        Ok(())
    }

    fn load_table(&self, folder: &Folder, table: &str, steps: &mut Steps<'_>) -> Result<()> {
        let conn = &self.records.conn;
        let columns = journal::columns(conn, table)?;
        let marks = vec!["?"; columns.len()].join(", ");
        let mut insert =
            conn.prepare(&format!("INSERT INTO {table} ({}) VALUES ({marks})", columns.join(", ")))?;
        let path = table_path(table);
        let mut stopped = Ok(());
        let count = folder.each_line(&path, |_, line| {
            let cells = read_line(line, &columns)?;
            if cells.iter().any(|cell| matches!(cell, Cell::List(_))) {
                return Err("giá trị không phải là chữ, số nguyên hoặc để trống".to_owned());
            }
            insert
                .execute(params_from_iter(cells.into_iter().map(Value::from)))
                .map_err(|error| in_words(&error))?;
            stopped = steps.step();
            if stopped.is_ok() { Ok(()) } else { Err(String::new()) }
        });
        stopped?;
        let count = count?;
        if folder.manifest.rows.get(table) != Some(&count) {
            return Err(refused(&path, format!("có {count} bản ghi, không khớp số ghi trong {MANIFEST}")));
        }
        self.expect_equal(folder, &path, |line| tables::lines(conn, table, line))
    }

    fn load_journal(&self, folder: &Folder, steps: &mut Steps<'_>) -> Result<()> {
        let conn = &self.records.conn;
        let columns = tables::journal_columns(conn)?;
        let own = columns.len() - 1;
        let marks = vec!["?"; own].join(", ");
        let mut insert =
            conn.prepare(&format!("INSERT INTO journal ({}) VALUES ({marks})", columns[..own].join(", ")))?;
        let mut touch = conn.prepare("INSERT INTO journal_touch (thing, journal) VALUES (?1, ?2)")?;
        let mut before = FIRST_HASH.to_owned();
        let mut stopped = Ok(());
        let count = folder.each_line(JOURNAL, |at, line| {
            let mut cells = read_line(line, &columns)?;
            let Some(Cell::List(things)) = cells.pop() else {
                return Err("mục “things” không phải là danh sách".into());
            };
            before = chained(&columns, &cells, at, &before)?;
            insert
                .execute(params_from_iter(cells.into_iter().map(Value::from)))
                .map_err(|error| in_words(&error))?;
            for thing in things {
                touch.execute(params![thing, at as i64]).map_err(|error| in_words(&error))?;
            }
            stopped = steps.step();
            if stopped.is_ok() { Ok(()) } else { Err(String::new()) }
        });
        stopped?;
        if count? != folder.manifest.journal || before != folder.manifest.last_hash {
            return Err(refused(JOURNAL, format!("số dòng hoặc mã băm cuối không khớp {MANIFEST}")));
        }
        self.expect_equal(folder, JOURNAL, |line| tables::journal_lines(conn, line))
    }

    /// What was filled in, written again, is what the folder has.
    fn expect_equal(
        &self,
        folder: &Folder,
        path: &str,
        write: impl FnOnce(&mut dyn FnMut(&str) -> Result<()>) -> Result<()>,
    ) -> Result<()> {
        let mut sha = Sha256::new();
        write(&mut |line| {
            sha.update(line.as_bytes());
            sha.update(b"\n");
            Ok(())
        })?;
        match folder.files.get(path) {
            Some(found) if found.sha256 == hex(&sha.finalize()) => Ok(()),
            _ => Err(refused(path, "bản ghi không theo đúng dạng hoặc thứ tự của chương trình")),
        }
    }

    /// Numbers never given again, the steps since, and an entry of the journal about it all.
    pub(super) fn finish(&mut self, folder: &Folder, stamp: &Stamp) -> Result<()> {
        let conn = &self.records.conn;
        for (table, given) in &folder.manifest.given {
            conn.execute(
                "UPDATE sqlite_sequence SET seq = max(seq, ?2) WHERE name = ?1",
                params![table, given],
            )?;
            conn.execute(
                "INSERT INTO sqlite_sequence (name, seq) SELECT ?1, ?2
                 WHERE ?2 > 0 AND NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?1)",
                params![table, given],
            )?;
        }
        if tables::given(conn)? != folder.manifest.given {
            return Err(refused(MANIFEST, "số cuối đã cấp không khớp với các bản ghi"));
        }
        let reference =
            conn.query_row("SELECT \"table\", rowid FROM pragma_foreign_key_check LIMIT 1", [], |row| {
                Ok((row.get::<_, String>(0)?, row.get::<_, Option<i64>>(1)?))
            });
        if let Ok((table, row)) = reference {
            let reason = format!("bản ghi {} nêu một mục không có", row.unwrap_or_default());
            return Err(refused(&table_path(&table), reason));
        }
        if folder.manifest.schema < open::STEPS.len() {
            open::migrate(&mut self.records.conn, open::STEPS, stamp)?;
        }
        let action = format!("Nhập toàn bộ kho từ thư mục {}", folder.root.display());
        let entry = Entry { kind: ChangeKind::Do, action: &action, about: None, of: None, stamp };
        journal::append(&self.records.conn, &entry, &[])?;
        Ok(())
    }

    /// The archive's own check finds nothing.
    pub(super) fn expect_sound(&self) -> Result<()> {
        match self.records.check_database()?.findings.into_iter().next() {
            None => Ok(()),
            Some(finding) => Err(refused(super::DATA, finding.message)),
        }
    }

    /// Puts everything over the archive in one transaction of SQLite.
    pub(super) fn put_into(&self, conn: &mut Connection) -> Result<()> {
        Backup::new(&self.records.conn, conn)?.run_to_completion(i32::MAX, Duration::ZERO, None)?;
        Ok(())
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        // Windows removes no open file.
        if let Ok(nothing) = Connection::open_in_memory() {
            drop(std::mem::replace(&mut self.records.conn, nothing));
        }
        let _ = fs::remove_file(&self.path);
    }
}

/// The hash of an entry, which must be the one it has.
fn chained(columns: &[String], cells: &[Cell], at: u64, before: &str) -> Result<String, String> {
    let cell =
        |name: &str| columns.iter().position(|column| column == name).and_then(|index| cells.get(index));
    let text = |name: &str| match cell(name) {
        Some(Cell::Text(text)) => Ok(text.as_str()),
        _ => Err(format!("mục “{name}” không phải là chữ")),
    };
    let number = at as i64;
    if cell("number") != Some(&Cell::Number(number)) {
        return Err("số thứ tự của nhật ký không liên tục".to_owned());
    }
    let sealed = Sealed {
        number,
        at: text("at")?,
        who: text("who")?,
        kind: text("kind")?,
        action: text("action")?,
        about: text("about").ok(),
        of: match cell("of_number") {
            Some(Cell::Number(of)) => Some(*of),
            _ => None,
        },
        changes: text("changes")?,
    };
    let hash = sealed.hash(before);
    if text("hash")? != hash {
        return Err("mã băm của nhật ký không khớp".to_owned());
    }
    journal::read_changes(number, sealed.changes).map_err(|error| error.to_string())?;
    Ok(hash)
}

/// Why a row was not taken.
fn in_words(error: &rusqlite::Error) -> String {
    let detail = error.to_string();
    match detail.split_once(" constraint failed") {
        Some(("UNIQUE", columns)) => {
            format!("trùng với một bản ghi khác ({})", columns.trim_start_matches(": "))
        }
        _ if detail.contains("cannot store") => format!("giá trị sai kiểu ({detail})"),
        _ => format!("bản ghi không hợp lệ ({detail})"),
    }
}
