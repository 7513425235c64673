//! One process at a time in an archive's folder, also while the database file itself is being replaced.
//!
//! A lock of the operating system on `archive.lock`: it ends with the process, however that ends. The empty file stays.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

use crate::{ArchiveError, Result};

/// Held as long as it lives.
#[derive(Debug)]
pub(crate) struct Lock(File);

/// Given back at once. Closing alone would not do: a program that is being started just then (by another thread, for a
/// printer or a file to show) still has the file open for a moment, and the lock with it.
impl Drop for Lock {
    fn drop(&mut self) {
        // When it cannot be given back, closing the file does it.
        let _ = self.0.unlock();
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_starting_program_inherited_keeps_nobody_out() {
        let folder = tempfile::tempdir().expect("a folder");
        let lock = Lock::take(folder.path()).expect("taken");
        let inherited = lock.0.try_clone().expect("cloned");
        assert!(Lock::take(folder.path()).is_err(), "held");
        drop(lock);
        assert!(Lock::take(folder.path()).is_ok(), "given back although the file is still open elsewhere");
        drop(inherited);
    }
}
