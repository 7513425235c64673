//! Opening: the folder, the connection, the lock, bringing an older archive up to date.
//!
//! This is the one place that opens a database. A file that is not ours or is newer than this program is recognised by
//! its first bytes and not touched. What an earlier run left unfinished is finished or taken back here, and said in the
//! [`Notice`]s. Not here: what the officer can do when it does not open (`recovery`).

use chrono::{DateTime, FixedOffset};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};
use std::path::{Path, PathBuf};
use std::sync::{Arc, atomic::AtomicBool};
use std::time::Duration;

use crate::beside::{self, Beside};
use crate::header::{look_at_header, refuse_newer, refuse_truncated};
use crate::journal;
use crate::lock::Lock;
use crate::manifest::{self, BackupReason};
use crate::structure::{STEPS, migrate, prepare_connection};
use crate::unfinished::{self, Unfinished};
use crate::{ArchiveError, Result, backup, file, head, place, restore};

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
    /// Before the connection, so that its file is written when no copy of it is being made any more.
    pub(crate) beside: Beside,
    pub(crate) records: Records,
    /// Lets what is issued or kept be changed: true only while a change is taken back or done again.
    pub(crate) undoing: Arc<AtomicBool>,
    notices: Vec<Notice>,
    /// After the connection, so that it is closed when the next one comes in.
    _lock: Lock,
}

/// What was met and settled while the archive was opened, to be said quietly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The program did not end properly the last time; the database was checked and is sound.
    Unclean,
    /// The structure was brought up to date.
    Upgraded {
        /// From this structure.
        from: i64,
        /// To this one.
        to: i64,
        /// Name of the backup made before.
        backup: String,
        /// True when an earlier try had been interrupted.
        again: bool,
    },
    /// A restore that had been interrupted was finished.
    RestoreFinished {
        /// When the backup was made; RFC 3339.
        made_at: String,
        /// The name under which the damaged database was set aside.
        aside: Option<String>,
    },
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

/// However it is closed, what the journal ended with is noted.
impl Drop for Archive {
    fn drop(&mut self) {
        // Nothing is lost with it: the next closing notes what this one could not.
        let _ = self.records.note_head();
    }
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
        open_with(folder, stamp, STEPS, false)
    }

    /// What was met and settled while it was opened.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// Looks through the whole database for damage.
    ///
    /// # Errors
    /// `Damaged`, or a failure of the disk.
    pub fn quick_check(&self) -> Result<()> {
        quick_check(&self.conn).map_err(|error| name_the_file(error, &self.folder, &database(&self.folder)))
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

/// The database of the archive in a folder.
pub(crate) fn database(folder: &Path) -> PathBuf {
    folder.join("archive.db")
}

/// The files that belong to a database: itself, its write-ahead log and its rollback journal.
pub(crate) fn parts(database: &Path) -> [PathBuf; 3] {
    ["", "-wal", "-journal"].map(|end| with_end(database, end))
}

/// The path with an end added to its name.
pub(crate) fn with_end(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    name.into()
}

/// Opens the archive, with the steps that a program has. `anew` makes one also where something of an old one is left.
pub(crate) fn open_with(folder: &Path, stamp: &Stamp, steps: &[&str], anew: bool) -> Result<Archive> {
    place::refuse_unsafe(folder)?;
    let path = database(folder);
    let left = unfinished::read(folder)?;
    if !matches!(left, Some(Unfinished::Restore { .. })) {
        look_at_header(&path)?;
        if !anew {
            refuse_missing(folder)?;
        }
    }
    make_folders(folder)?;
    let lock = Lock::take(folder)?;
    let mut notices = Vec::new();
    notices.extend(restore::settle(folder)?);
    look_at_header(&path)?;
    if let Some(Unfinished::Backup { chain }) = &left {
        beside::resume(folder, stamp, chain)?;
    }
    let interrupted = matches!(left, Some(Unfinished::Upgrade { .. }));
    let settled = notices.len();
    let opened = match open_database(folder, stamp, steps, interrupted, &mut notices) {
        // SQLite also calls damaged what the disk failed to read. It is damage when it can be read, and is met again.
        Err(ArchiveError::Damaged { .. }) => {
            for part in parts(&path) {
                file::read_through(&part)?;
            }
            notices.truncate(settled);
            open_database(folder, stamp, steps, interrupted, &mut notices)
        }
        opened => opened,
    };
    let (conn, undoing) = opened.map_err(|error| name_the_file(error, folder, &path))?;
    let records = Records { conn, folder: folder.to_owned() };
    Ok(Archive { beside: Beside::default(), records, undoing, notices, _lock: lock })
}

/// Makes the folder of an archive and those in it.
pub(crate) fn make_folders(folder: &Path) -> Result<()> {
    for needed in [folder.to_owned(), folder.join("files"), folder.join("backups")] {
        file::make_folder(&needed)?;
    }
    Ok(())
}

/// Refuses to make an empty archive where the database of another one is missing.
fn refuse_missing(folder: &Path) -> Result<()> {
    let path = database(folder);
    let there = |path: &Path| path.try_exists().map_err(ArchiveError::disk("đọc", path));
    if there(&path)? {
        return Ok(());
    }
    let log = std::fs::metadata(with_end(&path, "-wal")).is_ok_and(|log| log.len() > 0);
    if log
        || head::is_there(folder)
        || !file::sizes(folder)?.is_empty()
        || manifest::newest(&folder.join("backups"))?.is_some()
    {
        return Err(ArchiveError::Missing { path });
    }
    Ok(())
}

/// A connection that has a database to itself, prepared; the structure as it is. Looking changes nothing: a write-ahead
/// log stays as it is when the connection closes, until the database is known to be sound.
pub(crate) fn connect(path: &Path) -> Result<(Connection, Arc<AtomicBool>)> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = open_at(path, flags)?;
    let undoing = Arc::new(AtomicBool::new(false));
    // Until it is known to be ours to write: a newer archive keeps even the log beside it as it is.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    // Before anything is read, so that no memory is shared and no file made for it.
    conn.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    prepare_connection(&conn, &undoing)?;
    conn.busy_timeout(Duration::from_millis(300))?;
    // In this locking mode the lock that the first transaction takes is kept until the connection closes.
    conn.execute_batch("BEGIN EXCLUSIVE; COMMIT")?;
    Ok((conn, undoing))
}

/// A connection to a copy that nobody else has, for reading only.
pub(crate) fn read_only(path: &Path) -> Result<Connection> {
    open_at(path, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)
}

/// A connection that reads a database's file as it is, without what its write-ahead log holds, while another connection of
/// this process has it to itself. Sound only as long as nothing is written to that file.
pub(crate) fn without_log(path: &Path) -> Result<Connection> {
    use std::fmt::Write;
    let mut uri = String::from("file:");
    for byte in in_full(path)?.to_string_lossy().bytes() {
        // Writing to a text cannot fail.
        let _ = match byte.is_ascii_alphanumeric() {
            true => write!(uri, "{}", char::from(byte)),
            false => write!(uri, "%{byte:02X}"),
        };
    }
    let flags =
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    open_named(&PathBuf::from(uri + "?immutable=1"), flags)
}

/// A connection to a new file that a database is copied into.
pub(crate) fn new_copy(path: &Path) -> Result<Connection> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    open_at(path, flags)
}

/// Opens the database at a path.
fn open_at(path: &Path, flags: OpenFlags) -> Result<Connection> {
    open_named(&in_full(path)?, flags)
}

/// A path as SQLite takes it.
#[cfg(not(windows))]
fn in_full(path: &Path) -> Result<PathBuf> {
    Ok(path.to_owned())
}

/// A path as SQLite takes it: Windows takes more than 260 letters only in the long form of a path.
#[cfg(windows)]
fn in_full(path: &Path) -> Result<PathBuf> {
    use std::{
        ffi::OsString,
        path::{Component, Prefix},
    };
    let whole = std::path::absolute(path).map_err(ArchiveError::disk("đọc", path))?;
    let Some(Component::Prefix(prefix)) = whole.components().next() else { return Ok(whole) };
    Ok(match prefix.kind() {
        Prefix::Disk(_) => {
            let mut long = OsString::from(r"\\?\");
            long.push(&whole);
            long.into()
        }
        Prefix::UNC(server, share) => {
            let below: PathBuf =
                whole.components().skip_while(|part| !matches!(part, Component::Normal(_))).collect();
            Path::new(r"\\?\UNC").join(server).join(share).join(below)
        }
        // In the long form already, or not a place for files.
        _ => whole,
    })
}

/// The one call that opens a database file.
#[cfg(not(windows))]
fn open_named(name: &Path, flags: OpenFlags) -> Result<Connection> {
    Ok(Connection::open_with_flags(name, flags)?)
}

/// The one call that opens a database file, by SQLite's own door for long paths.
#[cfg(windows)]
fn open_named(name: &Path, flags: OpenFlags) -> Result<Connection> {
    Ok(Connection::open_with_flags_and_vfs(name, flags, c"win32-longpath")?)
}

/// Looks for damage that SQLite can see without comparing indexes with their tables.
pub(crate) fn quick_check(conn: &Connection) -> Result<()> {
    let verdict: String = conn.query_one("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if verdict == "ok" {
        Ok(())
    } else {
        Err(ArchiveError::Damaged { path: "archive.db".into(), detail: verdict })
    }
}

fn open_database(
    folder: &Path,
    stamp: &Stamp,
    steps: &[&str],
    interrupted: bool,
    notices: &mut Vec<Notice>,
) -> Result<(Connection, Arc<AtomicBool>)> {
    let path = database(folder);
    let known = steps.len() as i64;
    // A log or journal that is not empty: the last run did not come to its end.
    let [_, log, journal] = parts(&path);
    let unclean = [log, journal].iter().any(|left| std::fs::metadata(left).is_ok_and(|left| left.len() > 0));
    if !unclean {
        refuse_truncated(&path)?;
    }
    let (mut conn, undoing) = connect(&path)?;
    let version: i64 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
    refuse_newer(&path, version, known)?;
    if unclean && version > 0 {
        quick_check(&conn)?;
        if !interrupted {
            notices.push(Notice::Unclean);
        }
    }
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    if version < known {
        upgrade(&mut conn, folder, stamp, steps, interrupted, notices)?;
    } else if interrupted {
        unfinished::done(folder)?;
    }
    // After the steps: a new file's header then says whose it is before any write-ahead log exists.
    let mode: String = conn.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))?;
    if !mode.eq_ignore_ascii_case("wal") {
        return Err(ArchiveError::DatabaseDisk { detail: format!("journal_mode = {mode}") });
    }
    if version < known {
        conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    }
    conn.set_prepared_statement_cache_capacity(128);
    // Plans do not depend on the values asked with: else every other value has the statement prepared anew.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    journal::watch(&conn)?;
    crate::query::list_words(&conn)?;
    Ok((conn, undoing))
}

/// Backs an older archive up and takes the missing steps; a new one only takes them.
fn upgrade(
    conn: &mut Connection,
    folder: &Path,
    stamp: &Stamp,
    steps: &[&str],
    again: bool,
    notices: &mut Vec<Notice>,
) -> Result<()> {
    let from: i64 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if from == 0 {
        return migrate(conn, steps, stamp);
    }
    let to = steps.len() as i64;
    let backup = backup::ensure(conn, folder, BackupReason::BeforeUpgrade, stamp)?;
    unfinished::begin(folder, &Unfinished::Upgrade { from, to, backup: backup.clone() })?;
    migrate(conn, steps, stamp).map_err(|error| match error {
        // A step that does not fit what is there says nothing about the disk or the file.
        ArchiveError::Database(_) | ArchiveError::Refused { .. } => {
            ArchiveError::UpgradeFailed { path: database(folder), from, to, detail: error.to_string() }
        }
        other => other,
    })?;
    unfinished::done(folder)?;
    notices.push(Notice::Upgraded { from, to, backup, again });
    Ok(())
}

/// Says which file an error of SQLite is about.
fn name_the_file(error: ArchiveError, folder: &Path, path: &Path) -> ArchiveError {
    match error {
        ArchiveError::Damaged { detail, .. } => ArchiveError::Damaged { path: path.to_owned(), detail },
        ArchiveError::NotAnArchive { .. } => ArchiveError::NotAnArchive { path: path.to_owned() },
        ArchiveError::Locked { .. } => ArchiveError::Locked { path: folder.to_owned() },
        ArchiveError::ReadOnly { .. } => ArchiveError::ReadOnly { path: path.to_owned() },
        ArchiveError::Database(error) if error.sqlite_error_code() == Some(ErrorCode::SchemaChanged) => {
            ArchiveError::Damaged { path: path.to_owned(), detail: error.to_string() }
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::{Command, Stdio};

    fn stamp() -> Stamp {
        let at = DateTime::parse_from_rfc3339("2026-01-05T08:00:00+07:00").expect("a time");
        Stamp { at, who: "lan".into() }
    }

    /// The steps there are and one more.
    fn and(step: &'static str) -> Vec<&'static str> {
        STEPS.iter().copied().chain([step]).collect()
    }

    /// Writes more than SQLite's memory holds, so that the log has some of it, and then never ends.
    const ENDLESS: &str = "CREATE TABLE half (a BLOB);
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 80)
        INSERT INTO half SELECT randomblob(1000000) FROM n;
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n;";

    fn an_archive(folder: &Path) -> String {
        let mut archive = Archive::open(folder, &stamp()).expect("made");
        let round = commendation::Round { name: "Đợt 1".into(), year: 2025 };
        archive
            .transact(crate::Action::new("Tạo đợt"), &stamp(), |tx| tx.add_round(&round))
            .expect("allowed");
        archive.fingerprint().expect("read")
    }

    #[test]
    fn a_migration_that_is_killed_half_way_leaves_the_archive_and_is_done_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let before = an_archive(folder.path());
        let mut child = Command::new(std::env::current_exe().expect("this test"))
            .args(["--exact", "open::tests::in_a_child", "--ignored", "--nocapture"])
            .env("ARCHIVE_TEST_FOLDER", folder.path())
            .stdout(Stdio::null())
            .spawn()
            .expect("a process starts");
        // Until the log has part of the step: more than what opening writes.
        let log = with_end(&database(folder.path()), "-wal");
        while std::fs::metadata(&log).map_or(0, |log| log.len()) < 10_000_000 {
            assert!(child.try_wait().expect("a child").is_none(), "it does not end by itself");
            std::thread::yield_now();
        }
        child.kill().expect("killed");
        child.wait().expect("gone");
        let backup = "archive-20260105-080000-j2.db".to_owned();
        let steps = and("CREATE TABLE whole (a TEXT) STRICT;");
        let archive = open_with(folder.path(), &stamp(), &steps, false).expect("opens");
        assert_eq!(
            archive.notices(),
            [Notice::Upgraded {
                from: STEPS.len() as i64,
                to: steps.len() as i64,
                backup: backup.clone(),
                again: true
            }],
            "it is brought up to date after all, and that an earlier try was interrupted is said"
        );
        assert_eq!(archive.fingerprint().expect("read"), before, "no fact was touched");
        let half = archive.conn.prepare("SELECT * FROM half").is_ok();
        assert!(!half, "nothing of the killed step is left");
        archive.quick_check().expect("sound");
        assert_eq!(archive.backups().expect("read")[0].name, backup, "and there is a backup from before");
    }

    #[test]
    fn a_step_that_fails_leaves_the_archive_in_its_structure() {
        let folder = tempfile::tempdir().expect("a folder");
        let before = an_archive(folder.path());
        for step in [
            "CREATE TABLE x (a); INSERT INTO round (id) VALUES (1);",
            "PRAGMA defer_foreign_keys = ON; INSERT INTO honoree_spelling (honoree_id, as_written) VALUES (99, 'x');",
        ] {
            let error = open_with(folder.path(), &stamp(), &and(step), false).expect_err("it does not fit");
            assert_eq!(error.obstacle(), crate::Obstacle::UpgradeFailed, "{error}");
        }
        let archive = Archive::open(folder.path(), &stamp()).expect("the old program still opens it");
        assert_eq!(archive.fingerprint().expect("read"), before, "as it was");
        assert_eq!(
            archive.backups().expect("read").len(),
            1,
            "trying again makes no second backup of the same"
        );
    }

    #[test]
    #[ignore = "the other half of a test that kills a process"]
    fn in_a_child() {
        if let Ok(folder) = std::env::var("ARCHIVE_TEST_FOLDER") {
            let _ = open_with(Path::new(&folder), &stamp(), &and(ENDLESS), false);
        }
    }
}
