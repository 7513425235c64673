//! Kept files that are missing or changed, brought back from where backups keep them.
//!
//! Bytes are taken only when they have the very hash that is on record. A changed file is set aside, not overwritten.

use std::path::{Path, PathBuf};

use crate::backup::{self, FileWatch};
use crate::{Archive, ArchiveError, FileRecord, Result, Stamp, file};

/// What became of the files that were not as they should be.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mended {
    /// How many are whole again.
    pub mended: usize,
    /// Those that no backup folder has.
    pub left: Vec<FileRecord>,
}

impl Archive {
    /// Looks at every kept file and brings those that are missing or changed back from the folder for backups, or from
    /// one that the officer names.
    ///
    /// # Errors
    /// `Stopped`, or a failure of the disk.
    pub fn mend_files(&self, from: Option<&Path>, stamp: &Stamp, watch: FileWatch<'_>) -> Result<Mended> {
        let mut bad = Vec::new();
        self.each_file(|kept| {
            match file::verify(&self.folder, &kept) {
                Ok(_) => {}
                Err(ArchiveError::FileMissing { .. } | ArchiveError::FileChanged { .. }) => bad.push(kept),
                Err(error) => return Err(error),
            }
            Ok(())
        })?;
        mend(&self.folder, &bad, &sources(&self.folder, from)?, stamp, watch)
    }
}

/// Where files may be found: in the folder that was named, then in the one chosen for backups.
pub(crate) fn sources(folder: &Path, named: Option<&Path>) -> Result<Vec<PathBuf>> {
    let chosen = backup::elsewhere(folder)?.map(|elsewhere| elsewhere.folder);
    Ok(named.into_iter().chain(chosen.as_deref()).flat_map(backup::folders_in).collect())
}

/// Brings files back, each from the first source that has its bytes.
pub(crate) fn mend(
    folder: &Path,
    bad: &[FileRecord],
    sources: &[PathBuf],
    stamp: &Stamp,
    watch: FileWatch<'_>,
) -> Result<Mended> {
    let mut outcome = Mended::default();
    for (done, kept) in bad.iter().enumerate() {
        if watch(done, bad.len()).is_break() {
            return Err(ArchiveError::Stopped);
        }
        // The same bytes under two names are mended once.
        if done > 0 && file::verify(folder, kept).is_ok() || mend_one(folder, kept, sources, stamp)? {
            outcome.mended += 1;
        } else {
            outcome.left.push(kept.clone());
        }
    }
    Ok(outcome)
}

fn mend_one(folder: &Path, kept: &FileRecord, sources: &[PathBuf], stamp: &Stamp) -> Result<bool> {
    let place = file::place(folder, &kept.sha256);
    for source in sources {
        let from = file::place(source, &kept.sha256);
        if from == place || !from.is_file() || file::sha256_of(&from)? != kept.sha256 {
            continue;
        }
        if place.try_exists().map_err(ArchiveError::disk("đọc", &place))? {
            let aside = place.with_extension(format!("damaged-{}", stamp.at.format("%Y%m%d-%H%M%S")));
            file::set_aside(&place, &aside)?;
        }
        return file::copy_verified(&from, &place, &kept.sha256);
    }
    Ok(false)
}
