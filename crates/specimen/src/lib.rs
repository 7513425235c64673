//! A made-up archive of any size: what an agency of a province might have on record after thirty-seven years, for
//! benchmarks and tests. The same size and seed give the same archive.
//!
//! Written through the archive's own public face, so that it is one that the program could have written: journal,
//! undo steps and search are those of the gate. Deliberately not here: reading of lists, drafting and layout; the text of
//! a paper is what search needs of it, not what a template would say.

mod chance;
mod names;
mod papers;
mod writing;
mod years;

use archive::{ArchiveError, HonoreeId, RoundId};
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};

/// Changed when the same size and seed shall give another archive than before.
const EDITION: u32 = 1;

/// Which archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Specimen {
    /// Awards; a fifth as many honorees, six hundredths as many documents.
    pub awards: u32,
    /// Another seed, another archive.
    pub seed: u64,
}

/// What is worth looking at in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Landmarks {
    /// Awards.
    pub awards: u32,
    /// Honorees.
    pub honorees: u32,
    /// Documents.
    pub documents: u32,
    /// The one with the most awards.
    pub most_honoured: HonoreeId,
    /// The round with the most nominations; it is open.
    pub longest_round: RoundId,
    /// Names and numbers somebody might look for, as they would be typed.
    pub sought: Vec<String>,
}

/// Why it could not be made.
#[derive(Debug, thiserror::Error)]
pub enum SpecimenError {
    /// The archive refused.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    /// The disk did.
    #[error("{path}: {source}")]
    Disk {
        /// What was read or written.
        path: PathBuf,
        /// Why it failed.
        source: std::io::Error,
    },
    /// A landmark was not put on record.
    #[error("{0}")]
    Incomplete(&'static str),
}

impl SpecimenError {
    fn disk(path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        |source| Self::Disk { path, source }
    }
}

impl Specimen {
    /// An archive of so many awards, the usual one.
    pub fn of(awards: u32) -> Self {
        Self { awards, seed: 1 }
    }

    /// Writes it into `folder`, which holds no archive yet, and tells how many awards are on record from time to time.
    ///
    /// # Errors
    /// Those of the archive.
    pub fn write(&self, folder: &Path, tell: impl FnMut(u32)) -> Result<Landmarks, SpecimenError> {
        writing::Writing::new(self, folder)?.run(tell)
    }

    /// The folder of the archive under `cache`, made once for each size, seed and structure of the archive.
    ///
    /// Nobody may change it: work on a copy.
    ///
    /// # Errors
    /// Those of [`Specimen::write`], and of the disk.
    pub fn kept(&self, cache: &Path, tell: impl FnMut(u32)) -> Result<(PathBuf, Landmarks), SpecimenError> {
        let name =
            format!("{}-seed{}-edition{EDITION}-structure{}", self.awards, self.seed, archive::STRUCTURE);
        let folder = cache.join(name);
        let marks = folder.join("landmarks.json");
        if let Some(known) = fs::read(&marks).ok().and_then(|text| serde_json::from_slice(&text).ok()) {
            return Ok((folder, known));
        }
        // Made beside its place, so that what was broken off is never taken for whole.
        let part = folder.with_extension("part");
        if part.exists() {
            fs::remove_dir_all(&part).map_err(SpecimenError::disk(&part))?;
        }
        fs::create_dir_all(&part).map_err(SpecimenError::disk(&part))?;
        let landmarks = self.write(&part, tell)?;
        // Only plain fields: always JSON.
        let text = serde_json::to_vec_pretty(&landmarks).unwrap_or_default();
        fs::write(part.join("landmarks.json"), text).map_err(SpecimenError::disk(&part))?;
        if folder.exists() {
            fs::remove_dir_all(&folder).map_err(SpecimenError::disk(&folder))?;
        }
        fs::rename(&part, &folder).map_err(SpecimenError::disk(&folder))?;
        Ok((folder, landmarks))
    }
}
