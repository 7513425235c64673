//! Kept files: byte for byte, each once, under its SHA-256; what they are attached to.

use std::path::{Path, PathBuf};

use crate::{FileId, Id, Records, Result, Tx};

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

impl Records {
    /// One file's entry.
    pub fn file(&self, id: FileId) -> Result<FileRecord> {
        todo!()
    }

    /// The files of a thing, oldest first.
    pub fn files_of(&self, about: impl Into<Id>) -> Result<Vec<FileRecord>> {
        todo!()
    }

    /// What a file is attached to.
    pub fn attached_to(&self, id: FileId) -> Result<Vec<Id>> {
        todo!()
    }

    /// The bytes of a file, verified against its hash.
    ///
    /// # Errors
    /// `FileMissing`, `FileChanged`, or a failure of the disk.
    pub fn read_file(&self, id: FileId) -> Result<Vec<u8>> {
        todo!()
    }

    /// Where a file's bytes are, for programs that open it. Not verified.
    pub fn file_path(&self, id: FileId) -> Result<PathBuf> {
        todo!()
    }
}

impl Tx<'_> {
    /// Keeps bytes as a file and attaches it. The same bytes under the same name and role are kept once.
    pub fn keep_file(&self, name: &str, bytes: &[u8], role: FileRole, about: Option<Id>) -> Result<FileId> {
        todo!()
    }

    /// Keeps a copy of the file at `path`, under its own name.
    pub fn keep_file_at(&self, path: &Path, role: FileRole, about: Option<Id>) -> Result<FileId> {
        todo!()
    }

    /// Attaches a kept file to one more thing: a round, document, conference, honoree or award.
    pub fn attach(&self, file: FileId, about: Id) -> Result<()> {
        todo!()
    }

    /// Takes a file off a thing. The file itself stays.
    pub fn detach(&self, file: FileId, about: Id) -> Result<()> {
        todo!()
    }
}
