//! One process at a time in an archive's folder, also while the database file itself is being replaced.
//!
//! A lock of the operating system on `archive.lock`: it ends with the process, however that ends. The empty file stays.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

use crate::{ArchiveError, Result};

/// Held as long as it lives.
#[derive(Debug)]
pub(crate) struct Lock(#[expect(dead_code, reason = "closing it lets the next one in")] File);

impl Lock {
    /// # Errors
    /// [`Locked`](ArchiveError::Locked) when another holds it, or a failure of the disk.
    pub(crate) fn take(folder: &Path) -> Result<Lock> {
        let path = folder.join("archive.lock");
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .map_err(ArchiveError::disk("ghi", &path))?;
        match file.try_lock() {
            Ok(()) => Ok(Lock(file)),
            Err(TryLockError::WouldBlock) => Err(ArchiveError::Locked { path: folder.to_owned() }),
            Err(TryLockError::Error(error)) => Err(ArchiveError::disk("khóa", &path)(error)),
        }
    }
}
