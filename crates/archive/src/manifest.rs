//! What a backup holds: the small text file beside its database, and the list of the backups in a folder.
//!
//! `archive-20261123-174117-j42.db` is a whole database made at that time, whose last journal row is 42;
//! `archive-20261123-174117-j42.json` says what is in it, so that a list of backups opens none of them. Not here: making
//! them, and going back to one.

use chrono::NaiveDateTime;
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

use crate::{ArchiveError, Result, Stamp, file, header, open};

/// Why a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BackupReason {
    /// The officer asked for it.
    Asked,
    /// The program was closed.
    Closing,
    /// Before something that changes much: an import, a merge.
    BeforeRisk,
    /// Before the structure was brought up to date.
    BeforeUpgrade,
    /// Before going back to another backup.
    BeforeRestore,
}

/// The last change in a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastChange {
    /// When; RFC 3339, local time.
    pub at: String,
    /// Who.
    pub who: String,
    /// What, in Vietnamese.
    pub action: String,
}

/// How much a database holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Contents {
    /// Documents.
    pub documents: u64,
    /// Honorees.
    pub honorees: u64,
    /// Awards.
    pub awards: u64,
    /// Conferences.
    pub conferences: u64,
    /// Kept files, each content once.
    pub files: u64,
    /// Their bytes.
    pub file_bytes: u64,
}

/// What a database is, told by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Description {
    /// Structure.
    pub structure: i64,
    /// Hash of the first journal row: tells one archive from another.
    pub first: String,
    /// Number of the last journal row.
    pub journal: i64,
    /// Its hash: equal hashes, equal history.
    pub chain: String,
    /// The last change.
    pub last_change: Option<LastChange>,
    /// How much is in it.
    pub contents: Contents,
}

/// What is written beside a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// When it was made; RFC 3339, local time.
    pub made_at: String,
    /// By whom.
    pub made_by: String,
    /// Why; none for one made by the first version of the program.
    pub reason: Option<BackupReason>,
    /// What the database is.
    #[serde(flatten)]
    pub description: Description,
    /// Size of the database.
    pub bytes: u64,
    /// SHA-256, hex, of the database; none for one made by the first version of the program.
    pub sha256: Option<String>,
}

/// A backup on disk.
#[derive(Debug)]
pub struct Backup {
    /// File name of its database.
    pub name: String,
    /// Where that is.
    pub path: PathBuf,
    /// What it holds, or why it cannot be gone back to.
    pub manifest: Result<Manifest>,
}

impl Backup {
    /// The folder that has the kept files of this backup under `files/`.
    pub(crate) fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(&self.path)
    }
}

/// The name of a backup's database.
pub(crate) fn name(stamp: &Stamp, journal: i64) -> String {
    format!("archive-{}-j{journal}.db", stamp.at.format("%Y%m%d-%H%M%S"))
}

/// When the backup of that name was made; none when it is no backup's name.
pub(crate) fn time_of(name: &str) -> Option<NaiveDateTime> {
    let (time, journal) = name.strip_prefix("archive-")?.strip_suffix(".db")?.rsplit_once("-j")?;
    journal.parse::<i64>().ok()?;
    NaiveDateTime::parse_from_str(time, "%Y%m%d-%H%M%S").ok()
}

/// The manifest's place for the database of a backup.
pub(crate) fn beside(database: &Path) -> PathBuf {
    database.with_extension("json")
}

/// Backups in a folder, newest first; none when there is no such folder.
pub(crate) fn list(folder: &Path) -> Result<Vec<Backup>> {
    Ok(names(folder)?.into_iter().map(|name| look_at(folder, name)).collect())
}

/// The newest backup in a folder that can be used.
pub(crate) fn newest(folder: &Path) -> Result<Option<Backup>> {
    let backups = names(folder)?.into_iter().map(|name| look_at(folder, name));
    Ok(backups.into_iter().find(|backup| backup.manifest.is_ok()))
}

/// Names of backups in a folder, newest first.
fn names(folder: &Path) -> Result<Vec<String>> {
    let mut names = file::names(folder)?;
    names.retain(|name| time_of(name).is_some());
    names.sort_by(|a, b| b.cmp(a));
    Ok(names)
}

fn look_at(folder: &Path, name: String) -> Backup {
    let path = folder.join(&name);
    Backup { manifest: read(&path, &name), path, name }
}

/// What a backup holds, without reading all of it.
fn read(path: &Path, name: &str) -> Result<Manifest> {
    let unfit = |reason: &str| ArchiveError::BackupUnfit { name: name.to_owned(), reason: reason.to_owned() };
    header::look_at_header(path).map_err(|error| match error {
        ArchiveError::Newer { found, known, .. } => unfit(&format!(
            "do phiên bản mới hơn của chương trình ghi (cấu trúc {found}, phiên bản này đọc đến {known})"
        )),
        ArchiveError::NotAnArchive { .. } => unfit("tệp không phải là kho lưu trữ của chương trình này"),
        other => other,
    })?;
    let bytes = file::size(path)?.unwrap_or(0);
    if bytes == 0 {
        return Err(unfit("tệp trống"));
    }
    let Some(text) = file::read_if_there(&beside(path))? else {
        let database = open::read_only(path)?;
        let description = describe(&database).map_err(|error| unfit(&format!("không đọc được: {error}")))?;
        let made = time_of(name).ok_or_else(|| unfit("tên tệp không có ngày giờ"))?;
        let made_at = made.format("%Y-%m-%dT%H:%M:%S").to_string();
        return Ok(Manifest {
            made_at,
            made_by: String::new(),
            reason: None,
            description,
            bytes,
            sha256: None,
        });
    };
    let manifest: Manifest = serde_json::from_slice(&text).map_err(|_| unfit("tệp mô tả đi kèm bị hỏng"))?;
    if manifest.bytes != bytes {
        return Err(unfit(&format!("tệp bị cắt ngắn hoặc ghi dở ({bytes} byte thay vì {})", manifest.bytes)));
    }
    Ok(manifest)
}

/// Asks a database what it is. Every structure that was ever released has what is asked for.
pub(crate) fn describe(conn: &Connection) -> Result<Description> {
    let count =
        |sql: &str| -> Result<u64> { Ok(conn.query_one(sql, [], |row| row.get::<_, i64>(0))? as u64) };
    let ends: Option<(String, i64, String, String, String, String)> = conn
        .query_one(
            "SELECT (SELECT hash FROM journal ORDER BY number LIMIT 1), number, hash, at, who, action
             FROM journal ORDER BY number DESC LIMIT 1",
            [],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?)),
        )
        .optional()?;
    let Some((first, journal, chain, at, who, action)) = ends else {
        return Err(ArchiveError::JournalDamaged { number: 1, detail: "thiếu dòng này".into() });
    };
    Ok(Description {
        structure: conn.pragma_query_value(None, "user_version", |row| row.get(0))?,
        first,
        journal,
        chain,
        last_change: (journal > 1).then_some(LastChange { at, who, action }),
        contents: Contents {
            documents: count("SELECT count(*) FROM document")?,
            honorees: count("SELECT count(*) FROM honoree")?,
            awards: count("SELECT count(*) FROM award")?,
            conferences: count("SELECT count(*) FROM conference")?,
            files: count("SELECT count(DISTINCT sha256) FROM file")?,
            file_bytes: count(
                "SELECT coalesce(sum(bytes), 0) FROM (SELECT max(bytes) AS bytes FROM file GROUP BY sha256)",
            )?,
        },
    })
}
