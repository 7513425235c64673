//! Going back to a backup, and beginning anew: the database as a whole takes another's place.
//!
//! The restored database is made and checked under a temporary name while the old one stays as it is. Then a marker is
//! written, what was there is set aside (or was backed up before, when it is sound), the new one takes its name, and the
//! marker goes. After a crash the next opening finds the marker and goes on where it stopped; without a marker nothing
//! happened yet. A write-ahead log never meets a database that it does not belong to: it is moved with its own.

use rusqlite::Connection;
use std::path::{Path, PathBuf};

use crate::backup::{self, FileWatch};
use crate::check::{self, Checked};
use crate::journal::{self, Entry};
use crate::lock::Lock;
use crate::manifest::{self, Backup, BackupReason, Manifest};
use crate::open::{self, Notice};
use crate::unfinished::{self, Unfinished};
use crate::{Archive, ArchiveError, ChangeKind, Records, Result, Stamp, file, head, mend, place};

/// What a restore did.
#[derive(Debug)]
pub struct Restored {
    /// What was gone back to.
    pub manifest: Manifest,
    /// Name of the backup that was made of the database before; none when it was damaged or there was none.
    pub safety: Option<String>,
    /// The name under which the damaged database was set aside.
    pub aside: Option<String>,
    /// Kept files that were copied back.
    pub files: usize,
    /// Kept files that the restored archive names and that were found nowhere.
    pub missing: usize,
}

/// Goes back to a backup. The archive in `folder` must not be open.
///
/// # Errors
/// `BackupUnfit` with the reason, `Locked`, `Newer` (an archive of a newer program is not replaced), `Stopped`, or a
/// failure of the disk. In each case the archive is as it was.
pub fn restore(folder: &Path, backup: Backup, stamp: &Stamp, watch: FileWatch<'_>) -> Result<Restored> {
    place::refuse_unsafe(folder)?;
    open::make_folders(folder)?;
    let _lock = Lock::take(folder)?;
    settle(folder)?;
    let from = backup.folder().to_owned();
    let Backup { name, path, manifest } = backup;
    let manifest = manifest?;
    let outcome = (|| {
        prepare(folder, &name, &path, &manifest, stamp)?;
        let (files, missing) = copy_files(folder, &from, stamp, watch)?;
        let (safety, aside) = safety_copy(folder, stamp)?;
        let made_at = manifest.made_at.clone();
        unfinished::begin(folder, &Unfinished::Restore { backup: name, made_at, aside: aside.clone() })?;
        Ok((files, missing, safety, aside))
    })();
    let (files, missing, safety, aside) = outcome.inspect_err(|_: &ArchiveError| discard(folder))?;
    finish(folder, aside.as_deref())?;
    Ok(Restored { manifest, safety, aside, files, missing })
}

/// Sets what is there aside and makes an empty archive. Kept files and backups stay where they are.
///
/// # Errors
/// `Locked`, `Newer`, or a failure of the disk.
pub fn start_anew(folder: &Path, stamp: &Stamp) -> Result<(Archive, Option<String>)> {
    place::refuse_unsafe(folder)?;
    open::make_folders(folder)?;
    let aside = {
        let _lock = Lock::take(folder)?;
        settle(folder)?;
        refuse_to_replace(folder)?;
        let aside = name_aside(folder, stamp);
        head::forget(folder)?;
        set_aside(folder, &aside)?.then_some(aside)
    };
    Ok((open::open_with(folder, stamp, open::STEPS, true)?, aside))
}

/// Finishes what a restore that was interrupted had begun, or removes what it had only prepared.
pub(crate) fn settle(folder: &Path) -> Result<Option<Notice>> {
    match unfinished::read(folder)? {
        Some(Unfinished::Restore { made_at, aside, .. }) => {
            finish(folder, aside.as_deref())?;
            Ok(Some(Notice::RestoreFinished { made_at, aside }))
        }
        _ => {
            discard(folder);
            Ok(None)
        }
    }
}

/// Where the restored database lies until it takes its place.
fn ready(folder: &Path) -> PathBuf {
    folder.join("archive.restoring.db")
}

/// Removes what was prepared: a copy of a backup, of no worth of its own.
fn discard(folder: &Path) {
    for part in open::parts(&ready(folder)) {
        // What cannot be removed now is overwritten by the next restore.
        let _ = file::remove_if_there(&part);
    }
}

/// Makes the restored database under its temporary name: copied, checked, brought up to date, with a journal row.
fn prepare(folder: &Path, name: &str, path: &Path, manifest: &Manifest, stamp: &Stamp) -> Result<()> {
    let unfit = |reason: String| ArchiveError::BackupUnfit { name: name.to_owned(), reason };
    let ready = ready(folder);
    discard(folder);
    let sha256 = match &manifest.sha256 {
        Some(sha256) => sha256.clone(),
        None => file::sha256_of(path)?,
    };
    if !file::copy_verified(path, &ready, &sha256)? {
        return Err(unfit("nội dung tệp không còn khớp mã SHA-256 đã ghi, tệp đã hỏng".into()));
    }
    let checked = |error: ArchiveError| match error {
        ArchiveError::Damaged { detail, .. } => unfit(format!("cơ sở dữ liệu trong đó bị hỏng: {detail}")),
        ArchiveError::Database(error) => unfit(format!("cơ sở dữ liệu trong đó bị hỏng: {error}")),
        ArchiveError::NotAnArchive { .. } => unfit("tệp không phải là kho lưu trữ".into()),
        other => other,
    };
    let (mut conn, _) = open::connect(&ready).map_err(checked)?;
    integrity(&conn).map_err(checked)?;
    if manifest::describe(&conn).map_err(checked)? != manifest.description {
        return Err(unfit("nội dung khác với tệp mô tả đi kèm".into()));
    }
    if manifest.description.structure < open::STEPS.len() as i64 {
        open::migrate(&mut conn, open::STEPS, stamp).map_err(checked)?;
    }
    let records = Records { conn, folder: folder.to_owned() };
    let mut found = Checked::default();
    check::journal(&records, &mut found).map_err(checked)?;
    if let Some(finding) = found.findings.first() {
        return Err(unfit(finding.message.trim_end_matches('.').to_owned()));
    }
    let when = chrono::DateTime::parse_from_rfc3339(&manifest.made_at)
        .map_or_else(|_| manifest.made_at.clone(), |at| at.format("%H:%M ngày %d/%m/%Y").to_string());
    let action = format!("Khôi phục kho từ bản sao lưu lúc {when}");
    let entry = Entry { kind: ChangeKind::Do, action: &action, about: None, of: None, stamp };
    journal::append(&records.conn, &entry, &[])?;
    records.conn.close().map_err(|(_, error)| error.into())
}

/// The database is sound to its last index; one whose indexes alone are bad is mended, being a copy.
fn integrity(conn: &Connection) -> Result<()> {
    let verdict =
        || -> Result<String> { Ok(conn.query_one("PRAGMA integrity_check(1)", [], |row| row.get(0))?) };
    if verdict()? == "ok" {
        return Ok(());
    }
    conn.execute_batch("REINDEX")?;
    match verdict()? {
        sound if sound == "ok" => Ok(()),
        detail => Err(ArchiveError::Damaged { path: "archive.db".into(), detail }),
    }
}

/// Brings back the kept files that the restored archive names and this PC does not have.
fn copy_files(folder: &Path, from: &Path, stamp: &Stamp, watch: FileWatch<'_>) -> Result<(usize, usize)> {
    let (conn, _) = open::connect(&ready(folder))?;
    let records = Records { conn, folder: folder.to_owned() };
    let lacking = records.files_lacking(&file::sizes(folder)?)?;
    let mut sources = vec![from.to_owned()];
    sources.extend(mend::sources(folder, None)?);
    let mended = mend::mend(folder, &lacking, &sources, stamp, watch)?;
    records.conn.close().map_err(|(_, error)| ArchiveError::from(error))?;
    Ok((mended.mended, mended.left.len()))
}

/// Keeps what is there: a verified backup of a sound database, else the name under which its files are set aside.
fn safety_copy(folder: &Path, stamp: &Stamp) -> Result<(Option<String>, Option<String>)> {
    let path = open::database(folder);
    refuse_to_replace(folder)?;
    let backed_up = || -> Result<Option<String>> {
        open::look_at_header(&path)?;
        let (conn, _) = open::connect(&path)?;
        open::quick_check(&conn)?;
        // An archive that was only made, as on a new PC, holds nothing to go back to.
        let holds_something = manifest::describe(&conn)?.journal > 1;
        let made = holds_something
            .then(|| backup::ensure(&conn, folder, BackupReason::BeforeRestore, stamp))
            .transpose()?;
        conn.close().map_err(|(_, error)| ArchiveError::from(error))?;
        Ok(made)
    };
    let there = file::size(&path)?.is_some_and(|bytes| bytes > 0);
    match if there { Some(backed_up()) } else { None } {
        Some(Ok(made)) => Ok((made, None)),
        // No sound database: all that is there is kept as it is. A failing disk is no such case.
        Some(Err(
            ArchiveError::Damaged { .. }
            | ArchiveError::JournalDamaged { .. }
            | ArchiveError::NotAnArchive { .. }
            | ArchiveError::Database(_),
        ))
        | None => {
            let any = open::parts(&path).iter().any(|part| part.exists());
            Ok((None, any.then(|| name_aside(folder, stamp))))
        }
        Some(Err(error)) => Err(error),
    }
}

/// What a newer program wrote is not this one's to replace.
fn refuse_to_replace(folder: &Path) -> Result<()> {
    match open::look_at_header(&open::database(folder)) {
        Err(error @ ArchiveError::Newer { .. }) => Err(error),
        _ => Ok(()),
    }
}

/// `archive.damaged-20261123-174117.db`, with a number where that is taken.
fn name_aside(folder: &Path, stamp: &Stamp) -> String {
    let time = stamp.at.format("%Y%m%d-%H%M%S");
    let mut name = format!("archive.damaged-{time}.db");
    for number in 2.. {
        if !open::parts(&folder.join(&name)).iter().any(|part| part.exists()) {
            break;
        }
        name = format!("archive.damaged-{time}-{number}.db");
    }
    name
}

/// Moves the database and what belongs to it; says whether there was anything. Done again, it moves what is left.
fn set_aside(folder: &Path, name: &str) -> Result<bool> {
    let (database, aside) = (open::database(folder), folder.join(name));
    let mut moved = false;
    for (part, to) in open::parts(&database).iter().zip(open::parts(&aside)) {
        if part.try_exists().map_err(ArchiveError::disk("đọc", part))? {
            file::set_aside(part, &to)?;
            moved = true;
        }
    }
    file::remove_if_there(&open::with_end(&database, "-shm"))?;
    Ok(moved)
}

/// From the marker to the end. May be interrupted anywhere and done again.
fn finish(folder: &Path, aside: Option<&str>) -> Result<()> {
    let (ready, database) = (ready(folder), open::database(folder));
    head::forget(folder)?;
    if ready.try_exists().map_err(ArchiveError::disk("đọc", &ready))? {
        match aside {
            Some(name) => drop(set_aside(folder, name)?),
            // Backed up as it was, log and all: what the log holds is in that backup.
            None => {
                for end in ["-wal", "-journal", "-shm"] {
                    file::remove_if_there(&open::with_end(&database, end))?;
                }
            }
        }
        file::rename_synced(&ready, &database)?;
    }
    unfinished::done(folder)
}
