//! Kept files: byte for byte, each once, under its SHA-256; what they are attached to.
//!
//! This is the one place that reads and writes them. A file is on disk, synced and under its final name, before the row
//! that names it is committed; a change that fails may leave bytes without a row, never a row without bytes.

use rusqlite::{OptionalExtension, Row, params};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::fs;
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use unicode_normalization::UnicodeNormalization;

use crate::journal::hex;
use crate::row::{self, Word};
use crate::{ArchiveError, FileId, Id, Kind, Records, Result, Tx};

/// Why a file is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FileRole {
    /// PDF exported for signing.
    Exported,
    /// Signed file or other paper attached by the officer.
    Attached,
    /// Workbook that was imported.
    Imported,
    /// PDF frozen when the document was issued.
    Issued,
    /// Certificates.
    Certificates,
}

/// A kept file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRecord {
    /// Identifier.
    pub id: FileId,
    /// Name.
    pub name: String,
    /// Size.
    pub bytes: u64,
    /// SHA-256, lower-case hex.
    pub sha256: String,
    /// Why it is kept.
    pub role: FileRole,
    /// When it was added; RFC 3339, local time.
    pub added_at: String,
}

/// Columns of a file, for [`file_at`].
pub(crate) const FILE: &str = "f.id, f.name, f.bytes, f.sha256, f.role, f.added_at";

fn file_at(row: &Row<'_>) -> rusqlite::Result<FileRecord> {
    file_at_column(row, 0)
}

/// A file from the columns of [`FILE`], the first at `index`.
pub(crate) fn file_at_column(row: &Row<'_>, index: usize) -> rusqlite::Result<FileRecord> {
    Ok(FileRecord {
        id: row.get(index)?,
        name: row.get(index + 1)?,
        bytes: row.get::<_, i64>(index + 2)? as u64,
        sha256: row.get(index + 3)?,
        role: row::word(row, index + 4)?,
        added_at: row.get(index + 5)?,
    })
}

/// The column of `attachment` for a kind of thing.
fn attachment_column(about: Id) -> Result<&'static str> {
    match about.kind {
        Kind::Round => Ok("round_id"),
        Kind::Conference => Ok("conference_id"),
        Kind::Document => Ok("document_id"),
        Kind::Honoree => Ok("honoree_id"),
        Kind::Award => Ok("award_id"),
        Kind::File | Kind::Nomination | Kind::Unit => Err(ArchiveError::Refused {
            message: format!(
                "Không đính kèm tệp vào {about} được: chỉ đính kèm vào đợt, hội nghị, văn bản, đối tượng hoặc khen thưởng."
            ),
        }),
    }
}

/// Where the bytes with a hash are, under the archive's folder or a backup's.
pub(crate) fn place(folder: &Path, sha256: &str) -> PathBuf {
    folder.join("files").join(sha256.get(..2).unwrap_or_default()).join(sha256)
}

/// Are the bytes there and what they were?
pub(crate) fn verify(folder: &Path, file: &FileRecord) -> Result<Vec<u8>> {
    let path = place(folder, &file.sha256);
    let bytes = fs::read(&path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => ArchiveError::FileMissing { name: file.name.clone(), path: path.clone() },
        _ => ArchiveError::disk("đọc", &path)(error),
    })?;
    if digest(&bytes) != file.sha256 {
        return Err(ArchiveError::FileChanged { name: file.name.clone(), path });
    }
    Ok(bytes)
}

/// SHA-256, lower-case hex.
pub(crate) fn digest(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Writes the bytes under their hash unless they are there already.
pub(crate) fn store(folder: &Path, sha256: &str, bytes: &[u8]) -> Result<()> {
    let path = place(folder, sha256);
    if fs::read(&path).is_ok_and(|known| known == bytes) {
        // Whoever wrote it may have been killed before its name was safe.
        return sync_folder(&path).map_err(ArchiveError::disk("ghi", &path));
    }
    make_folder(path.parent().unwrap_or(folder))?;
    write_synced(&path, bytes)
}

/// Makes a folder with those above it that are missing, so that it survives a power cut.
pub(crate) fn make_folder(folder: &Path) -> Result<()> {
    let missing: Vec<&Path> = folder.ancestors().take_while(|above| !above.exists()).collect();
    fs::create_dir_all(folder).map_err(ArchiveError::disk("tạo", folder))?;
    missing.into_iter().try_for_each(|made| sync_folder(made).map_err(ArchiveError::disk("tạo", made)))
}

/// Writes a file so that it is there whole under its name or not at all.
pub(crate) fn write_synced(path: &Path, bytes: &[u8]) -> Result<()> {
    let temporary = path.with_extension("part");
    let failed = ArchiveError::disk("ghi", path);
    let mut file = fs::File::create(&temporary).map_err(ArchiveError::disk("ghi", &temporary))?;
    let written = (|| {
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&temporary, path)?;
        sync_folder(path)
    })();
    written.map_err(|error| {
        let _ = fs::remove_file(&temporary);
        failed(error)
    })
}

/// The bytes of a file; none when there is no such file.
pub(crate) fn read_if_there(path: &Path) -> Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(ArchiveError::disk("đọc", path)(error)),
    }
}

/// Size of a file; none when there is no such file.
pub(crate) fn size(path: &Path) -> Result<Option<u64>> {
    match fs::metadata(path) {
        // The size of a folder says nothing, and is nothing on many disks.
        Ok(folder) if folder.is_dir() => {
            Err(ArchiveError::disk("đọc", path)(ErrorKind::IsADirectory.into()))
        }
        Ok(file) => Ok(Some(file.len())),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(ArchiveError::disk("đọc", path)(error)),
    }
}

/// Names in a folder; none when there is no such folder.
pub(crate) fn names(folder: &Path) -> Result<Vec<String>> {
    let failed = |error| ArchiveError::disk("đọc", folder)(error);
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(failed(error)),
    };
    let mut names = Vec::new();
    for entry in entries {
        names.extend(entry.map_err(failed)?.file_name().into_string().ok());
    }
    Ok(names)
}

/// Moves a file out of the way under another name; what cannot be opened can still be moved.
pub(crate) fn set_aside(from: &Path, to: &Path) -> Result<()> {
    fs::rename(from, to).and_then(|()| sync_folder(to)).map_err(ArchiveError::disk("chuyển", from))
}

/// Removes a file of ours that is of no more use.
pub(crate) fn remove_if_there(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(ArchiveError::disk("xóa", path)(error)),
        Err(_) => Ok(()),
        Ok(()) => sync_folder(path).map_err(ArchiveError::disk("ghi", path)),
    }
}

/// Gives a file another name, over what has it, so that it survives a power cut.
pub(crate) fn rename_synced(from: &Path, to: &Path) -> Result<()> {
    // Opened for writing: Windows flushes only such files.
    let synced = fs::OpenOptions::new().write(true).open(from).and_then(|file| file.sync_all());
    synced
        .and_then(|()| fs::rename(from, to))
        .and_then(|()| sync_folder(to))
        .map_err(ArchiveError::disk("ghi", to))
}

/// Sizes of the kept files under a folder, by hash.
pub(crate) fn sizes(folder: &Path) -> Result<HashMap<String, u64>> {
    let files = folder.join("files");
    let mut sizes = HashMap::new();
    let entries = |path: &Path| -> Result<Vec<fs::DirEntry>> {
        match fs::read_dir(path) {
            Ok(entries) => entries.collect::<Result<_, _>>().map_err(ArchiveError::disk("đọc", path)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
            Err(error) => Err(ArchiveError::disk("đọc", path)(error)),
        }
    };
    for shelf in entries(&files)? {
        if !shelf.path().is_dir() {
            continue;
        }
        for entry in entries(&shelf.path())? {
            let size = entry.metadata().map_err(ArchiveError::disk("đọc", &entry.path()))?.len();
            sizes.extend(entry.file_name().into_string().ok().map(|name| (name, size)));
        }
    }
    Ok(sizes)
}

/// SHA-256, hex, of a file, read in pieces.
pub(crate) fn sha256_of(path: &Path) -> Result<String> {
    let mut sha = Sha256::new();
    let failed = |error| ArchiveError::disk("đọc", path)(error);
    let mut source = fs::File::open(path).map_err(failed)?;
    let mut piece = vec![0; 1 << 18];
    loop {
        match source.read(&mut piece) {
            Ok(0) => return Ok(hex(&sha.finalize())),
            Ok(count) => sha.update(&piece[..count]),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(failed(error)),
        }
    }
}

/// Reads a file to its end, if it is there, to see that the disk can.
pub(crate) fn read_through(path: &Path) -> Result<()> {
    match size(path)? {
        Some(_) => sha256_of(path).map(drop),
        None => Ok(()),
    }
}

/// Copies a file whose SHA-256 is known: whole under its new name or not at all, and read back before it gets that name.
/// False when the source does not have that hash; then nothing is written.
pub(crate) fn copy_verified(from: &Path, to: &Path, sha256: &str) -> Result<bool> {
    let part = to.with_extension("part");
    let copied = (|| {
        if sha256_of(from)? != sha256 {
            return Ok(false);
        }
        if let Some(parent) = to.parent() {
            fs::create_dir_all(parent).map_err(ArchiveError::disk("tạo", parent))?;
        }
        fs::copy(from, &part).map_err(ArchiveError::disk("ghi", &part))?;
        if sha256_of(&part)? != sha256 {
            let kind = std::io::Error::other("đọc lại không khớp với bản gốc");
            return Err(ArchiveError::disk("ghi", to)(kind));
        }
        make_writable(&part)?;
        rename_synced(&part, to)?;
        Ok(true)
    })();
    if copied.is_err() {
        let _ = fs::remove_file(&part);
    }
    copied
}

/// `ERROR_SHARING_VIOLATION`: somebody has the file open.
#[cfg(windows)]
pub(crate) const SHARING_VIOLATION: i32 = 32;

/// Whether somebody has a file open that may be written, so that it cannot be now.
#[cfg(windows)]
pub(crate) fn is_held(path: &Path) -> bool {
    let refused = path.is_file().then(|| fs::OpenOptions::new().write(true).open(path).err()).flatten();
    refused.is_some_and(|error| error.raw_os_error() == Some(SHARING_VIOLATION))
}

/// A copy takes over that its source could not be written (from a disc, a locked folder).
fn make_writable(path: &Path) -> Result<()> {
    let failed = |error| ArchiveError::disk("ghi", path)(error);
    let mut permissions = fs::metadata(path).map_err(failed)?.permissions();
    if permissions.readonly() {
        #[expect(
            clippy::permissions_set_readonly_false,
            reason = "a copy of our own, for its owner to write"
        )]
        permissions.set_readonly(false);
        fs::set_permissions(path, permissions).map_err(failed)?;
    }
    Ok(())
}

/// Makes a new name in a folder survive a power cut.
#[cfg(unix)]
pub(crate) fn sync_folder(path: &Path) -> std::io::Result<()> {
    path.parent().map_or(Ok(()), |folder| fs::File::open(folder)?.sync_all())
}

/// Makes a new name in a folder survive a power cut: there the file system's own journal does.
#[cfg(not(unix))]
pub(crate) fn sync_folder(_path: &Path) -> std::io::Result<()> {
    Ok(())
}

impl Records {
    /// One file's entry.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn file(&self, id: FileId) -> Result<FileRecord> {
        let mut query = self.conn.prepare_cached(&format!("SELECT {FILE} FROM file f WHERE f.id = ?1"))?;
        let found = query.query_one([id], file_at).optional()?;
        found.ok_or(ArchiveError::NotFound { id: id.into() })
    }

    /// The files of a thing, oldest first.
    ///
    /// # Errors
    /// `Refused` for a kind that files are not attached to.
    pub fn files_of(&self, about: impl Into<Id>) -> Result<Vec<FileRecord>> {
        self.some_files_of(about.into(), 0, None)
    }

    /// A page of the files of a thing, oldest first.
    ///
    /// # Errors
    /// `Refused` for a kind that files are not attached to.
    pub fn file_page_of(&self, about: impl Into<Id>, from: u32, count: u32) -> Result<Vec<FileRecord>> {
        self.some_files_of(about.into(), from, Some(count))
    }

    fn some_files_of(&self, about: Id, from: u32, count: Option<u32>) -> Result<Vec<FileRecord>> {
        let about = self.present(about)?;
        let mut query = self.conn.prepare_cached(&format!(
            "SELECT {FILE} FROM attachment a JOIN file f ON f.id = a.file_id WHERE a.{} = ?1 ORDER BY a.id
             LIMIT ?2 OFFSET ?3",
            attachment_column(about)?
        ))?;
        let count = count.map_or(-1, i64::from);
        Ok(query.query_map(params![about.number, count, from], file_at)?.collect::<Result<_, _>>()?)
    }

    /// How many files a thing has.
    ///
    /// # Errors
    /// `Refused` for a kind that files are not attached to.
    pub fn count_files_of(&self, about: impl Into<Id>) -> Result<u32> {
        let about = self.present(about.into())?;
        let column = attachment_column(about)?;
        let mut query =
            self.conn.prepare_cached(&format!("SELECT count(*) FROM attachment WHERE {column} = ?1"))?;
        Ok(query.query_one([about.number], |row| row.get(0))?)
    }

    /// Looks at all files, oldest first, one at a time.
    pub(crate) fn each_file(&self, mut each: impl FnMut(FileRecord) -> Result<()>) -> Result<()> {
        let mut query = self.conn.prepare_cached(&format!("SELECT {FILE} FROM file f ORDER BY f.id"))?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            each(file_at(row)?)?;
        }
        Ok(())
    }

    /// The files whose bytes a folder does not have, by their sizes there; oldest first.
    pub(crate) fn files_lacking(&self, there: &HashMap<String, u64>) -> Result<Vec<FileRecord>> {
        let mut lacking = Vec::new();
        self.each_file(|kept| {
            if there.get(&kept.sha256) != Some(&kept.bytes) {
                lacking.push(kept);
            }
            Ok(())
        })?;
        Ok(lacking)
    }

    /// All files, oldest first: for what needs every one of them at once.
    pub(crate) fn all_files(&self) -> Result<Vec<FileRecord>> {
        let mut all = Vec::new();
        self.each_file(|kept| {
            all.push(kept);
            Ok(())
        })?;
        Ok(all)
    }

    /// What a file is attached to.
    pub fn attached_to(&self, id: FileId) -> Result<Vec<Id>> {
        let mut query = self.conn.prepare_cached(
            "SELECT round_id, conference_id, document_id, honoree_id, award_id FROM attachment
             WHERE file_id = ?1 ORDER BY id",
        )?;
        let mut rows = query.query([id])?;
        let mut things = Vec::new();
        while let Some(row) = rows.next()? {
            let kinds = [Kind::Round, Kind::Conference, Kind::Document, Kind::Honoree, Kind::Award];
            for (index, kind) in kinds.into_iter().enumerate() {
                things.extend(row.get::<_, Option<i64>>(index)?.map(|number| Id { kind, number }));
            }
        }
        Ok(things)
    }

    /// The bytes of a file, verified against its hash.
    ///
    /// # Errors
    /// `NotFound`, `FileMissing`, `FileChanged`, or a failure of the disk.
    pub fn read_file(&self, id: FileId) -> Result<Vec<u8>> {
        verify(&self.folder, &self.file(id)?)
    }

    /// Where a file's bytes are. Not verified, and without the file's own name: to hand a file to another program, write
    /// the bytes of [`Records::read_file`] out.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn file_path(&self, id: FileId) -> Result<PathBuf> {
        Ok(place(&self.folder, &self.file(id)?.sha256))
    }
}

impl Tx<'_> {
    /// Keeps bytes as a file and attaches it. The same bytes under the same name and role are kept once.
    ///
    /// # Errors
    /// A failure of the disk; `NotFound` or `Refused` when it cannot be attached to `about`.
    pub fn keep_file(&self, name: &str, bytes: &[u8], role: FileRole, about: Option<Id>) -> Result<FileId> {
        let sha256 = digest(bytes);
        store(&self.folder, &sha256, bytes)?;
        let known = self
            .conn
            .prepare_cached("SELECT id FROM file WHERE sha256 = ?1 AND name = ?2 AND role = ?3")?
            .query_one(params![sha256, name, role.word()], |row| row.get(0))
            .optional()?;
        let id = match known {
            Some(id) => id,
            None => {
                self.conn
                    .prepare_cached(
                        "INSERT INTO file (sha256, name, bytes, role, added_at) VALUES (?1, ?2, ?3, ?4, ?5)",
                    )?
                    .execute(params![sha256, name, bytes.len() as i64, role.word(), self.stamp.time()])?;
                FileId(self.conn.last_insert_rowid())
            }
        };
        if let Some(about) = about {
            self.attach(id, about)?;
        }
        Ok(id)
    }

    /// Keeps a copy of the file at `path`, under its own name in NFC.
    ///
    /// # Errors
    /// As for [`Tx::keep_file`].
    pub fn keep_file_at(&self, path: &Path, role: FileRole, about: Option<Id>) -> Result<FileId> {
        let bytes = fs::read(path).map_err(ArchiveError::disk("đọc", path))?;
        let name: String =
            path.file_name().map(|name| name.to_string_lossy().nfc().collect()).unwrap_or_default();
        self.keep_file(&name, &bytes, role, about)
    }

    /// Attaches a kept file to one more thing: a round, document, conference, honoree or award.
    ///
    /// # Errors
    /// `NotFound`; `Refused` for a kind that files are not attached to.
    pub fn attach(&self, file: FileId, about: Id) -> Result<()> {
        let column = attachment_column(about)?;
        let about = self.present(about)?;
        self.expect(about)?;
        self.expect(file)?;
        self.conn
            .prepare_cached(&format!(
                "INSERT INTO attachment (file_id, {column}) SELECT ?1, ?2
                 WHERE NOT EXISTS (SELECT 1 FROM attachment WHERE file_id = ?1 AND {column} = ?2)"
            ))?
            .execute(params![file, about.number])?;
        Ok(())
    }

    /// Takes a file off a thing. The file itself stays.
    ///
    /// # Errors
    /// `Refused` for a kind that files are not attached to.
    pub fn detach(&self, file: FileId, about: Id) -> Result<()> {
        let column = attachment_column(about)?;
        self.conn
            .prepare_cached(&format!("DELETE FROM attachment WHERE file_id = ?1 AND {column} = ?2"))?
            .execute(params![file, about.number])?;
        Ok(())
    }
}
