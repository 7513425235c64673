//! Files kept in the archive and files written for the officer.

use crate::{
    Office,
    problem::disk,
    views::file_brief,
    wire::{Attach, FileBrief, Nothing, Problem, SaveFile},
};
use archive::{Action, FileId, FileRole, Id};
use std::{
    fs, io,
    io::Write as _,
    path::{Path, PathBuf},
};

#[allow(missing_docs)] // each command is described once, in the registry
impl Office {
    pub fn attach(&mut self, request: Attach) -> Result<FileBrief, Problem> {
        let about: Id = request.id.parse()?;
        let title = self.archive.title(about)?;
        let path = PathBuf::from(&request.path);
        if !path.is_file() {
            return Err(disk("đọc", &path, &io::Error::from(io::ErrorKind::NotFound)));
        }
        let action = Action::new(format!("Đính kèm tệp vào {title}")).about(about);
        let done = self.archive.transact(action, &self.stamp(), |tx| {
            Ok::<_, Problem>(tx.keep_file_at(&path, FileRole::Attached, Some(about))?)
        })?;
        Ok(file_brief(self.archive.file(done.value)?))
    }

    pub fn save_file(&mut self, request: SaveFile) -> Result<Nothing, Problem> {
        let file: FileId = request.id.parse()?;
        write_whole(Path::new(&request.path), &self.archive.read_file(file)?)?;
        Ok(Nothing {})
    }

    pub(crate) fn files_of(&self, about: impl Into<Id>) -> Result<Vec<FileBrief>, Problem> {
        Ok(self.archive.files_of(about)?.into_iter().map(file_brief).collect())
    }
}

/// Writes a file whole or not at all: beside its place first, then renamed over it.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let failed = |error: io::Error| disk("ghi", path, &error);
    let name = path.file_name().ok_or_else(|| failed(io::Error::from(io::ErrorKind::InvalidInput)))?;
    let mut beside = name.to_owned();
    beside.push(".đang-ghi");
    let beside = path.with_file_name(beside);
    let written = fs::File::create(&beside)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| fs::rename(&beside, path));
    written.map_err(|error| {
        // What is left beside is of no use to anybody; if it cannot be removed either, the first failure is what counts.
        let _ = fs::remove_file(&beside);
        failed(error)
    })
}
