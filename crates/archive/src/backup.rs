//! Making backups: into `backups/` beside the archive, and into a folder of the officer's choice with the kept files.
//!
//! The copy beside the archive is made by SQLite, read back and checked before it gets its name; the copy elsewhere is
//! that very file, compared by SHA-256 after writing. Kept files never change, so only those that are missing there are
//! copied, before the database that names them. A failure leaves older backups as they were. Not here: which are kept
//! (`thinning`), what they hold (`manifest`), going back to one (`restore`).

use rusqlite::Connection;
use rusqlite::backup::Backup as Copying;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io::ErrorKind;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::manifest::{self, Backup, BackupReason, Description, Manifest};
use crate::{Archive, ArchiveError, Records, Result, Stamp, file, open, thinning};

/// Told how many files of how many are done; `Break` stops.
pub type FileWatch<'a> = &'a dyn Fn(usize, usize) -> ControlFlow<()>;

/// The officer's own place for backups, as it was at the last try.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Elsewhere {
    /// The folder that was chosen.
    pub folder: PathBuf,
    /// When the last good backup was made there; RFC 3339, local time.
    pub last_at: Option<String>,
    /// Why the last try made none, in Vietnamese; none when it succeeded or there was none.
    pub problem: Option<String>,
    /// True when that was only because the folder was not there: a drive not plugged in, the network not reached.
    pub absent: bool,
}

/// What a backup to the officer's folder did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopiedElsewhere {
    /// The folder of this archive in it.
    pub folder: PathBuf,
    /// Kept files that were not there yet.
    pub files: usize,
    /// Kept files that are missing or changed in the archive itself, and not there either.
    pub missing: usize,
}

impl Archive {
    /// Makes and verifies a backup beside the archive if anything changed since the last one, then thins the old ones.
    ///
    /// # Errors
    /// A failure of the disk, `DiskFull`, or `Damaged` when the copy does not pass its check; older backups stay.
    pub fn backup(&self, reason: BackupReason, stamp: &Stamp) -> Result<Option<Backup>> {
        self.wait_for_backup()?;
        let mut made = None;
        if self.unlike_newest_backup()?.is_some() {
            made = Some(write_and_thin(&self.conn, &self.folder, reason, stamp)?);
            self.beside.forget_problem();
        }
        self.note_head()?;
        Ok(made)
    }

    /// What the database is, when something changed since the last backup.
    pub(crate) fn unlike_newest_backup(&self) -> Result<Option<Description>> {
        let now = manifest::describe(&self.conn)?;
        // The first entry is the making of the archive itself.
        let same = now.journal <= 1
            || self.newest_backup()?.is_some_and(|newest| newest.description.chain == now.chain);
        Ok((!same).then_some(now))
    }

    /// Brings the officer's folder up to date: missing kept files, then the database as it is now. None when no folder
    /// was chosen. What came of it is remembered beside the archive.
    ///
    /// # Errors
    /// `FolderAbsent` when the folder is not there, which is no reason to worry; a failure of either disk.
    pub fn backup_elsewhere(
        &self,
        reason: BackupReason,
        stamp: &Stamp,
        watch: FileWatch<'_>,
    ) -> Result<Option<CopiedElsewhere>> {
        let Some(mut elsewhere) = self.elsewhere()? else { return Ok(None) };
        let outcome = self.copy_elsewhere(&elsewhere.folder, reason, stamp, watch);
        match &outcome {
            Ok(_) => {
                elsewhere.last_at = Some(stamp.time());
                elsewhere.problem = None;
                elsewhere.absent = false;
            }
            Err(error) => {
                elsewhere.problem = Some(error.to_string());
                elsewhere.absent = matches!(error, ArchiveError::FolderAbsent { .. });
            }
        }
        remember(&self.folder, Some(&elsewhere))?;
        outcome.map(Some)
    }

    fn copy_elsewhere(
        &self,
        chosen: &Path,
        reason: BackupReason,
        stamp: &Stamp,
        watch: FileWatch<'_>,
    ) -> Result<CopiedElsewhere> {
        if !chosen.is_dir() {
            return Err(ArchiveError::FolderAbsent { path: chosen.to_owned() });
        }
        self.backup(reason, stamp)?;
        let now = manifest::describe(&self.conn)?;
        let folder = own_folder(chosen, &now.first);
        let (files, missing) = self.copy_files(&folder, watch)?;
        let newest = manifest::newest(&self.folder.join("backups"))?;
        if let Some(Backup { name, path, manifest: Ok(manifest) }) = newest {
            let copy = folder.join(&name);
            if !manifest::list(&folder)?.iter().any(|known| known.name == name && known.manifest.is_ok()) {
                let sha256 = match &manifest.sha256 {
                    Some(sha256) => sha256.clone(),
                    None => file::sha256_of(&path)?,
                };
                if !file::copy_verified(&path, &copy, &sha256)? {
                    return Err(unfit(&name, "nội dung đã thay đổi sau khi ghi"));
                }
                write_manifest(&copy, &Manifest { sha256: Some(sha256), ..manifest })?;
                thin(&folder, &now.first, stamp)?;
            }
        }
        Ok(CopiedElsewhere { folder, files, missing })
    }

    /// Copies the kept files that a folder does not have; says how many, and how many could not be.
    fn copy_files(&self, folder: &Path, watch: FileWatch<'_>) -> Result<(usize, usize)> {
        let mut lacking = self.files_lacking(&file::sizes(folder)?)?;
        lacking.sort_by(|a, b| a.sha256.cmp(&b.sha256));
        lacking.dedup_by(|a, b| a.sha256 == b.sha256);
        let mut missing = 0;
        for (done, kept) in lacking.iter().enumerate() {
            if watch(done, lacking.len()).is_break() {
                return Err(ArchiveError::Stopped);
            }
            let from = file::place(&self.folder, &kept.sha256);
            if !from.exists()
                || !file::copy_verified(&from, &file::place(folder, &kept.sha256), &kept.sha256)?
            {
                missing += 1;
            }
        }
        Ok((lacking.len() - missing, missing))
    }

    /// Chooses the folder for backups, or none.
    ///
    /// # Errors
    /// `Refused` for a folder inside the archive; `Disk` when it is no folder or cannot be written.
    pub fn choose_elsewhere(&self, folder: Option<&Path>) -> Result<()> {
        let Some(folder) = folder else { return remember(&self.folder, None) };
        let failed = |error| ArchiveError::disk("ghi", folder)(error);
        if !fs::metadata(folder).map_err(failed)?.is_dir() {
            return Err(failed(ErrorKind::NotADirectory.into()));
        }
        let real = |path: &Path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        if real(folder).starts_with(real(&self.folder)) {
            return Err(ArchiveError::Refused {
                message: format!(
                    "Thư mục {} nằm trong chính kho lưu trữ. Hãy chọn một thư mục khác, tốt nhất ở ổ đĩa khác.",
                    folder.display()
                ),
            });
        }
        // Whether it can be written is better known now than at the end of the day.
        let probe = folder.join("bang-vang.part");
        fs::write(&probe, b"").and_then(|()| fs::remove_file(&probe)).map_err(failed)?;
        let known = self.elsewhere()?.filter(|known| known.folder == folder);
        let fresh = Elsewhere { folder: folder.to_owned(), last_at: None, problem: None, absent: false };
        remember(&self.folder, Some(&known.unwrap_or(fresh)))
    }
}

impl Records {
    /// Backups beside the archive, newest first.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn backups(&self) -> Result<Vec<Backup>> {
        manifest::list(&self.folder.join("backups"))
    }

    /// The newest good backup beside the archive.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn newest_backup(&self) -> Result<Option<Manifest>> {
        Ok(manifest::newest(&self.folder.join("backups"))?.and_then(|backup| backup.manifest.ok()))
    }

    /// The officer's own place for backups, as it was at the last try. Does not look whether it is there now: a network
    /// that is down would hold everything up.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn elsewhere(&self) -> Result<Option<Elsewhere>> {
        elsewhere(&self.folder)
    }
}

/// Backups for the archive in `folder` while it is not open: those beside it, then those in another folder.
///
/// # Errors
/// A failure of the disk.
pub fn backups_at(folder: &Path, elsewhere: Option<&Path>) -> Result<(Vec<Backup>, Vec<Backup>)> {
    let mut there = Vec::new();
    for place in elsewhere.map(folders_in).unwrap_or_default() {
        there.extend(manifest::list(&place)?);
    }
    there.sort_by(|a, b| b.name.cmp(&a.name));
    Ok((manifest::list(&folder.join("backups"))?, there))
}

/// The officer's own place for backups of the archive in `folder`, also while that is not open.
///
/// # Errors
/// A failure of the disk.
pub fn elsewhere_of(folder: &Path) -> Result<Option<Elsewhere>> {
    elsewhere(folder)
}

fn elsewhere_path(folder: &Path) -> PathBuf {
    folder.join("backups").join("elsewhere.json")
}

/// Read from a file of its own and not from the database: it is wanted most when the database cannot be read.
pub(crate) fn elsewhere(folder: &Path) -> Result<Option<Elsewhere>> {
    let text = file::read_if_there(&elsewhere_path(folder))?;
    Ok(text.and_then(|text| serde_json::from_slice(&text).ok()))
}

fn remember(folder: &Path, elsewhere: Option<&Elsewhere>) -> Result<()> {
    let Some(elsewhere) = elsewhere else { return file::remove_if_there(&elsewhere_path(folder)) };
    let text = serde_json::to_vec_pretty(elsewhere)
        .map_err(|error| ArchiveError::Refused { message: error.to_string() })?;
    file::write_synced(&elsewhere_path(folder), &text)
}

/// The folder of one archive in the officer's folder, which others may share.
fn own_folder(chosen: &Path, first: &str) -> PathBuf {
    chosen.join(format!("bang-vang-{}", first.get(..12).unwrap_or(first)))
}

/// The folders that have backups in a folder that the officer named: itself, and those made in it by `own_folder`.
pub(crate) fn folders_in(chosen: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(chosen).into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = entries
        .filter(|entry| entry.file_name().to_string_lossy().starts_with("bang-vang-"))
        .map(|entry| entry.path())
        .collect();
    folders.sort();
    folders.insert(0, chosen.to_owned());
    folders
}

fn unfit(name: &str, reason: &str) -> ArchiveError {
    ArchiveError::BackupUnfit { name: name.to_owned(), reason: reason.to_owned() }
}

/// Copies the database with SQLite's own backup, checks the copy, and only then gives it its name.
pub(crate) fn write(conn: &Connection, folder: &Path, reason: BackupReason, stamp: &Stamp) -> Result<Backup> {
    fs::create_dir_all(folder).map_err(ArchiveError::disk("tạo", folder))?;
    let description = manifest::describe(conn)?;
    let name = manifest::name(stamp, description.journal);
    let path = folder.join(&name);
    let part = path.with_extension("part");
    let written = (|| {
        file::remove_if_there(&part)?;
        copy(conn, &part)?;
        let copied = open::read_only(&part)?;
        let verdict: String = copied.query_one("PRAGMA quick_check(1)", [], |row| row.get(0))?;
        if verdict != "ok" {
            return Err(ArchiveError::Damaged { path: part.clone(), detail: verdict });
        }
        if manifest::describe(&copied)? != description {
            return Err(ArchiveError::Damaged {
                path: part.clone(), detail: "bản sao khác bản gốc".into()
            });
        }
        drop(copied);
        let manifest = Manifest {
            made_at: stamp.time(),
            made_by: stamp.who.clone(),
            reason: Some(reason),
            description,
            bytes: fs::metadata(&part).map_err(ArchiveError::disk("đọc", &part))?.len(),
            sha256: Some(file::sha256_of(&part)?),
        };
        file::rename_synced(&part, &path)?;
        write_manifest(&path, &manifest)?;
        Ok(manifest)
    })();
    if written.is_err() {
        let _ = fs::remove_file(&part);
    }
    written.map(|manifest| Backup { name, path, manifest: Ok(manifest) })
}

/// Writes a backup beside the archive in `folder` and takes away what is not to be kept any more.
pub(crate) fn write_and_thin(
    conn: &Connection,
    folder: &Path,
    reason: BackupReason,
    stamp: &Stamp,
) -> Result<Backup> {
    let backups = folder.join("backups");
    remove_parts(&backups)?;
    let made = write(conn, &backups, reason, stamp)?;
    if let Ok(manifest) = &made.manifest {
        thin(&backups, &manifest.description.first, stamp)?;
    }
    Ok(made)
}

/// Removes what is left of backups during which the program ended: each is as large as the archive.
fn remove_parts(folder: &Path) -> Result<()> {
    let mut names = file::names(folder)?;
    names.retain(|name| {
        name.strip_suffix(".part").is_some_and(|stem| manifest::time_of(&format!("{stem}.db")).is_some())
    });
    for name in names {
        // What cannot be removed stays: it hinders no backup of another name.
        let _ = file::remove_if_there(&folder.join(name));
    }
    Ok(())
}

/// The newest backup beside an archive when it is of the database as it is now, else a new one; its name.
pub(crate) fn ensure(
    conn: &Connection,
    folder: &Path,
    reason: BackupReason,
    stamp: &Stamp,
) -> Result<String> {
    let backups = folder.join("backups");
    let now = manifest::describe(conn)?;
    match manifest::newest(&backups)? {
        Some(Backup { name, manifest: Ok(newest), .. }) if newest.description == now => Ok(name),
        _ => Ok(write(conn, &backups, reason, stamp)?.name),
    }
}

fn write_manifest(database: &Path, manifest: &Manifest) -> Result<()> {
    let text = serde_json::to_vec_pretty(manifest)
        .map_err(|error| ArchiveError::Refused { message: error.to_string() })?;
    file::write_synced(&manifest::beside(database), &text)
}

fn copy(conn: &Connection, part: &Path) -> Result<()> {
    let mut copy = open::new_copy(part)?;
    Copying::new(conn, &mut copy)?.run_to_completion(1000, Duration::ZERO, None)?;
    // Alone in its file, without a write-ahead log beside it.
    copy.pragma_update(None, "journal_mode", "DELETE")?;
    copy.close().map_err(|(_, error)| error.into())
}

/// Removes the backups of an archive in a folder that are not to be kept. One that cannot be used is left for people to
/// look at; those of another archive that was here before are not this one's to remove.
fn thin(folder: &Path, first: &str, stamp: &Stamp) -> Result<()> {
    let own = |backup: &Backup| backup.manifest.as_ref().is_ok_and(|known| known.description.first == first);
    let good = manifest::list(folder)?.into_iter().filter(own);
    let dated: Vec<_> = good.filter_map(|b| manifest::time_of(&b.name).map(|time| (time, b))).collect();
    let times: Vec<_> = dated.iter().map(|(time, _)| *time).collect();
    for ((_, backup), kept) in dated.iter().zip(thinning::kept(&times, stamp.day())) {
        if !kept {
            file::remove_if_there(&backup.path)?;
            file::remove_if_there(&manifest::beside(&backup.path))?;
        }
    }
    Ok(())
}
