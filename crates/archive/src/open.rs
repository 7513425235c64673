//! Opening: the folder, the connection and its settings, the lock, the structure and its steps.
//!
//! This is the one place that opens the database. A file that is not ours or is newer than this program is recognised by
//! its first bytes and not touched. Not here yet: choosing a backup when the database is damaged.

use chrono::{DateTime, FixedOffset};
use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, ErrorCode, OpenFlags, Transaction, TransactionBehavior};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};
use std::time::Duration;
use unicode_normalization::UnicodeNormalization;

use crate::journal::{self, Entry};
use crate::{ArchiveError, ChangeKind, Result, duplicate};

/// `BgVg`: marks a SQLite file as an archive of this program.
pub(crate) const APPLICATION_ID: i32 = 0x4267_5667;

/// One step of the structure each; `user_version` says how many were taken. A released step never changes.
pub(crate) const STEPS: &[&str] = &[
    include_str!("../migrations/0001_first.sql"),
    include_str!("../migrations/0002_honorees.sql"),
    include_str!("../migrations/0004_registers.sql"),
    include_str!("../migrations/0006_scale.sql"),
];

/// Number of the newest structure: how many steps there are.
pub const STRUCTURE: usize = STEPS.len();

/// When and by whom a change is made. Nothing in this crate reads the clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// Local time.
    pub at: DateTime<FixedOffset>,
    /// User of the PC.
    pub who: String,
}

/// An open archive, held by one owner. Queries are methods of [`Records`].
#[derive(Debug)]
pub struct Archive {
    pub(crate) records: Records,
    /// Lets what is issued or kept be changed: true only while a change is taken back or done again.
    pub(crate) undoing: Arc<AtomicBool>,
}

/// What is on record: every query. Reached through [`Archive`], or inside a change through [`crate::Tx`].
#[derive(Debug)]
pub struct Records {
    pub(crate) conn: Connection,
    pub(crate) folder: PathBuf,
}

/// The few figures that every screen shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Rounds that are not closed.
    pub open_rounds: u32,
    /// Documents not issued yet.
    pub drafts: u32,
    /// When the last change was saved; RFC 3339, local time.
    pub saved_at: Option<String>,
}

impl std::ops::Deref for Archive {
    type Target = Records;

    fn deref(&self) -> &Records {
        &self.records
    }
}

impl Archive {
    /// Opens the archive in `folder`, makes it when there is none, and brings an older one up to date.
    ///
    /// # Errors
    /// [`Locked`](ArchiveError::Locked) when another process holds it, [`Newer`](ArchiveError::Newer) or
    /// [`NotAnArchive`](ArchiveError::NotAnArchive) with the file untouched, `Damaged`, or a failure of the disk.
    pub fn open(folder: &Path, stamp: &Stamp) -> Result<Archive> {
        refuse_unsafe_folder(folder)?;
        for needed in [folder.to_owned(), folder.join("files"), folder.join("backups")] {
            std::fs::create_dir_all(&needed).map_err(ArchiveError::disk("tạo", &needed))?;
        }
        let path = folder.join("archive.db");
        look_at_header(&path)?;
        open_database(folder, &path, stamp).map_err(|error| name_the_file(error, folder, &path))
    }
}

impl Records {
    /// The archive's folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Open rounds, drafts, the last change.
    pub fn standing(&self) -> Result<Standing> {
        let mut query = self.conn.prepare_cached(
            "SELECT (SELECT count(*) FROM round WHERE closed = 0),
               (SELECT count(*) FROM document WHERE state = 'draft'),
               (SELECT at FROM journal WHERE number > 1 ORDER BY number DESC LIMIT 1)",
        )?;
        Ok(query.query_one([], |row| {
            Ok(Standing { open_rounds: row.get(0)?, drafts: row.get(1)?, saved_at: row.get(2)? })
        })?)
    }
}

/// Folders of programs that copy files while they are written, as their names begin.
const SYNCED: [&str; 5] = ["OneDrive", "Dropbox", "Google Drive", "GoogleDrive", "iCloudDrive"];

/// Refuses a folder on the network or one that a cloud program copies: there SQLite's log and locks do not hold, and
/// the archive would be damaged sooner or later. Told by the path alone; a mapped drive is not recognised yet.
fn refuse_unsafe_folder(folder: &Path) -> Result<()> {
    let text = folder.to_string_lossy();
    // `\\server\share`, but not the long form of a local path, `\\?\C:\…`.
    let network = text.starts_with(r"\\?\UNC\") || (text.starts_with(r"\\") && !text.starts_with(r"\\?\"));
    let synced = || {
        text.split(['/', '\\'])
            .find(|part| SYNCED.iter().any(|name| part.starts_with(name)))
            .map(str::to_owned)
    };
    let reason = match network {
        true => "thư mục này nằm trên mạng".to_owned(),
        false => match synced() {
            Some(name) => format!("thư mục “{name}” được đồng bộ lên mạng"),
            None => return Ok(()),
        },
    };
    Err(ArchiveError::UnsafeFolder { path: folder.to_owned(), reason })
}

/// Refuses what is not ours or newer by the file's first bytes, so that SQLite never touches it.
fn look_at_header(path: &Path) -> Result<()> {
    let mut header = Vec::new();
    match std::fs::File::open(path) {
        Ok(file) => file.take(100).read_to_end(&mut header).map_err(ArchiveError::disk("đọc", path))?,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(ArchiveError::disk("đọc", path)(error)),
    };
    if header.is_empty() {
        return Ok(());
    }
    let number =
        |from: usize| header.get(from..from + 4).map(|b| i32::from_be_bytes([b[0], b[1], b[2], b[3]]));
    let (Some(version), Some(application), true) =
        (number(60), number(68), header.starts_with(b"SQLite format 3\0"))
    else {
        return Err(ArchiveError::NotAnArchive { path: path.to_owned() });
    };
    if application != APPLICATION_ID {
        return Err(ArchiveError::NotAnArchive { path: path.to_owned() });
    }
    refuse_newer(path, version.into())
}

fn refuse_newer(path: &Path, version: i64) -> Result<()> {
    let known = STEPS.len() as i64;
    if version > known {
        return Err(ArchiveError::Newer { path: path.to_owned(), found: version, known });
    }
    Ok(())
}

fn open_database(folder: &Path, path: &Path, stamp: &Stamp) -> Result<Archive> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut conn = Connection::open_with_flags(path, flags)?;
    let undoing = Arc::new(AtomicBool::new(false));
    prepare_connection(&conn, &undoing)?;
    conn.busy_timeout(Duration::from_millis(300))?;
    conn.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    // In this locking mode the lock that the first transaction takes is kept until the connection closes.
    conn.execute_batch("BEGIN EXCLUSIVE; COMMIT")?;
    let version: i64 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
    refuse_newer(path, version)?;
    if version < STEPS.len() as i64 {
        if version > 0 {
            crate::backup::write(&conn, folder, stamp)?;
        }
        migrate(&mut conn, STEPS, stamp)?;
    }
    // After the steps: a new file's header then says whose it is before any write-ahead log exists.
    let mode: String = conn.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))?;
    if !mode.eq_ignore_ascii_case("wal") {
        return Err(ArchiveError::DatabaseDisk { detail: format!("journal_mode = {mode}") });
    }
    if version < STEPS.len() as i64 {
        conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    }
    conn.set_prepared_statement_cache_capacity(128);
    journal::watch(&conn)?;
    Ok(Archive { records: Records { conn, folder: folder.to_owned() }, undoing })
}

/// Settings and functions that every connection to an archive needs.
pub(crate) fn prepare_connection(conn: &Connection, undoing: &Arc<AtomicBool>) -> Result<()> {
    for (name, value) in [
        ("trusted_schema", "OFF"),
        ("cell_size_check", "ON"),
        ("foreign_keys", "ON"),
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
    for (name, key) in [
        ("register_key", commendation::register_key as fn(&str) -> String),
        ("number_key", commendation::number_key),
    ] {
        conn.create_scalar_function(name, 1, pure, move |context| {
            Ok(key(context.get_raw(0).as_str_or_null()?.unwrap_or_default()))
        })?;
    }
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
            return Err(ArchiveError::Damaged {
                path: "archive.db".into(),
                detail: "foreign_key_check".into(),
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

/// Says which file an error of SQLite is about.
fn name_the_file(error: ArchiveError, folder: &Path, path: &Path) -> ArchiveError {
    match error {
        ArchiveError::Damaged { detail, .. } => ArchiveError::Damaged { path: path.to_owned(), detail },
        ArchiveError::NotAnArchive { .. } => ArchiveError::NotAnArchive { path: path.to_owned() },
        ArchiveError::Locked { .. } => ArchiveError::Locked { path: folder.to_owned() },
        ArchiveError::Database(error) if error.sqlite_error_code() == Some(ErrorCode::SchemaChanged) => {
            ArchiveError::Damaged { path: path.to_owned(), detail: error.to_string() }
        }
        other => other,
    }
}
