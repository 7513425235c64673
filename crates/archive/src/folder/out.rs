//! A folder that is there whole or not at all: written beside its place, every file hashed on the way, and renamed.

use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use super::SUMS;
use crate::journal::hex;
use crate::{ArchiveError, Result};

/// How often a name beside the folder is tried.
const TRIES: usize = 100;

/// A folder being written. Dropped before [`FolderOut::finish`], nothing of it is left.
#[derive(Debug)]
pub struct FolderOut {
    target: PathBuf,
    beside: PathBuf,
    /// Hash of each file by its path in the folder.
    sums: BTreeMap<String, String>,
    bytes: u64,
    finished: bool,
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Files.
    pub files: u64,
    /// Bytes.
    pub bytes: u64,
}

impl FolderOut {
    /// Begins a folder at `target`, which must be new or empty.
    ///
    /// # Errors
    /// `Refused` when there is something in the way; a failure of the disk.
    pub fn new(target: &Path) -> Result<Self> {
        expect_free(target)?;
        let parent = target.parent().unwrap_or(target);
        fs::create_dir_all(parent).map_err(ArchiveError::disk("tạo", parent))?;
        let name = target.file_name().unwrap_or_default().to_string_lossy().into_owned();
        for count in 1..=TRIES {
            let beside = parent.join(format!("{name}.đang-ghi-{count}"));
            match fs::create_dir(&beside) {
                Ok(()) => {
                    let target = target.to_owned();
                    return Ok(Self { target, beside, sums: BTreeMap::new(), bytes: 0, finished: false });
                }
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(ArchiveError::disk("tạo", &beside)(error)),
            }
        }
        Err(ArchiveError::Refused {
            message: format!(
                "Bên cạnh {} còn nhiều thư mục ghi dở. Hãy xóa các thư mục có đuôi “đang-ghi” rồi thử lại.",
                target.display()
            ),
        })
    }

    /// Writes one file. `path` has `/` between its parts, all of them safe names.
    ///
    /// # Errors
    /// That of `fill`; a failure of the disk.
    pub fn write(&mut self, path: &str, fill: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
        let place = self.place(path)?;
        let file = fs::File::create_new(&place).map_err(ArchiveError::disk("ghi", &place))?;
        let mut hashed = Hashed { into: BufWriter::new(file), sha: Sha256::new(), bytes: 0 };
        fill(&mut hashed)?;
        let Hashed { into, sha, bytes } = hashed;
        let file =
            into.into_inner().map_err(|error| ArchiveError::disk("ghi", &place)(error.into_error()))?;
        file.sync_all().map_err(ArchiveError::disk("ghi", &place))?;
        self.add(path, hex(&sha.finalize()), bytes);
        Ok(())
    }

    /// Hands over a path to a writer that must seek, then hashes what it wrote.
    ///
    /// # Errors
    /// That of `fill`; a failure of the disk.
    pub fn write_at<E: From<ArchiveError>>(
        &mut self,
        path: &str,
        fill: impl FnOnce(&Path) -> Result<(), E>,
    ) -> Result<(), E> {
        let place = self.place(path)?;
        fill(&place)?;
        let (sha, bytes) = hash_file(&place).map_err(ArchiveError::disk("đọc", &place))?;
        self.add(path, sha, bytes);
        Ok(())
    }

    /// Where writing goes on, for the message of a failure.
    pub fn target(&self) -> &Path {
        &self.target
    }

    fn place(&self, path: &str) -> Result<PathBuf> {
        let place = self.beside.join(path);
        let folder = place.parent().unwrap_or(&self.beside);
        fs::create_dir_all(folder).map_err(ArchiveError::disk("tạo", folder))?;
        Ok(place)
    }

    fn add(&mut self, path: &str, sha: String, bytes: u64) {
        self.sums.insert(path.to_owned(), sha);
        self.bytes += bytes;
    }

    /// Writes the list of hashes and gives the folder its name.
    ///
    /// # Errors
    /// A failure of the disk; `Refused` when something came into the way meanwhile.
    pub fn finish(mut self) -> Result<Written> {
        let sums = std::mem::take(&mut self.sums);
        let written = Written { files: sums.len() as u64 + 1, bytes: self.bytes };
        self.write(SUMS, |out| {
            for (path, sha) in &sums {
                writeln!(out, "{sha}  {path}").map_err(|error| failed_at(SUMS, error))?;
            }
            Ok(())
        })?;
        expect_free(&self.target)?;
        if self.target.exists() {
            fs::remove_dir(&self.target).map_err(ArchiveError::disk("ghi", &self.target))?;
        }
        fs::rename(&self.beside, &self.target).map_err(ArchiveError::disk("ghi", &self.target))?;
        self.finished = true;
        crate::file::sync_folder(&self.target).map_err(ArchiveError::disk("ghi", &self.target))?;
        Ok(written)
    }
}

impl Drop for FolderOut {
    fn drop(&mut self) {
        if !self.finished {
            let _ = fs::remove_dir_all(&self.beside);
        }
    }
}

/// A failure of writing to a file of the folder.
pub(super) fn failed_at(path: &str, error: std::io::Error) -> ArchiveError {
    ArchiveError::disk("ghi", Path::new(path))(error)
}

fn expect_free(target: &Path) -> Result<()> {
    let refused = |message: String| Err(ArchiveError::Refused { message });
    match fs::symlink_metadata(target) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(ArchiveError::disk("đọc", target)(error)),
        Ok(found) if !found.is_dir() => refused(format!(
            "{} không phải là thư mục. Hãy chọn một thư mục mới hoặc còn trống.",
            target.display()
        )),
        Ok(_) => {
            let mut inside = fs::read_dir(target).map_err(ArchiveError::disk("đọc", target))?;
            match inside.next() {
                None => Ok(()),
                Some(_) => refused(format!(
                    "Thư mục {} đã có tệp bên trong. Hãy chọn một thư mục mới hoặc còn trống.",
                    target.display()
                )),
            }
        }
    }
}

/// Counts and hashes what passes.
struct Hashed<W> {
    into: W,
    sha: Sha256,
    bytes: u64,
}

impl<W: Write> Write for Hashed<W> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let count = self.into.write(bytes)?;
        self.sha.update(&bytes[..count]);
        self.bytes += count as u64;
        Ok(count)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.into.flush()
    }
}

/// SHA-256 and size of a file, read piece by piece.
pub(super) fn hash_file(path: &Path) -> std::io::Result<(String, u64)> {
    let mut hashed = Hashed { into: std::io::sink(), sha: Sha256::new(), bytes: 0 };
    std::io::copy(&mut fs::File::open(path)?, &mut hashed)?;
    Ok((hex(&hashed.sha.finalize()), hashed.bytes))
}
