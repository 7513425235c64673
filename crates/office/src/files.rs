//! Files kept in the archive and files written for the officer.

use crate::{
    Office,
    problem::disk,
    views::file_brief,
    wire::{Attach, FileBrief, FilePage, Nothing, Problem, RowsOf, SaveFile},
};
use archive::{
    Action, FileId, FileRole, Id,
    folder::names::{is_device, safe_file},
};
use std::{
    fs, io,
    io::Write as _,
    path::{Path, PathBuf},
};

/// Rows of one page at most.
const MOST_ROWS: u32 = 1_000;

#[allow(missing_docs)] // each command is described once, in the registry
impl Office {
    pub fn attach(&mut self, request: Attach) -> Result<FileBrief, Problem> {
        let about: Id = request.id.parse()?;
        let title = self.archive.title(about)?;
        let path = PathBuf::from(&request.path);
        let kind = fs::metadata(&path).map_err(|error| disk("đọc", &path, &error))?;
        if !kind.is_file() {
            return Err(disk("đọc", &path, &io::Error::from(io::ErrorKind::IsADirectory)));
        }
        let action = Action::new(format!("Đính kèm tệp vào {title}")).about(about);
        let done = self.archive.transact(action, &self.stamp(), |tx| {
            Ok::<_, Problem>(tx.keep_file_at(&path, FileRole::Attached, Some(about))?)
        })?;
        Ok(file_brief(self.archive.file(done.value)?))
    }

    pub fn save_file(&mut self, request: SaveFile) -> Result<Nothing, Problem> {
        let file: FileId = request.id.parse()?;
        self.write_whole(Path::new(&request.path), &self.archive.read_file(file)?)?;
        Ok(Nothing {})
    }

    pub fn files(&mut self, request: RowsOf) -> Result<FilePage, Problem> {
        let about: Id = request.id.parse()?;
        let page = self.archive.file_page_of(about, request.from, request.count.min(MOST_ROWS))?;
        let rows = page.into_iter().map(file_brief).collect();
        Ok(FilePage { total: self.archive.count_files_of(about)?, rows })
    }
}

/// A file name that every system takes, for a file that is offered to the officer: what Windows refuses replaced, the
/// devices of Windows avoided, in NFC, of a length that fits into folders, with its extension kept.
pub fn safe_file_name(name: &str) -> String {
    safe_file(name, LONGEST_NAME)
}

/// Longest file name that is proposed.
const LONGEST_NAME: usize = 120;

impl Office {
    /// Writes a file whole or not at all: beside its place first, then renamed over it.
    pub(crate) fn write_whole(&self, path: &Path, bytes: &[u8]) -> Result<(), Problem> {
        let failed = |error: io::Error| disk("ghi", path, &error);
        self.expect_outside(path)?;
        let unfit = || failed(io::Error::from(io::ErrorKind::InvalidFilename));
        // Windows would write to the device of that name.
        let name = path.file_name().filter(|name| !is_device(&name.to_string_lossy())).ok_or_else(unfit)?;
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

    /// Refuses a path inside the archive's own folder.
    pub(crate) fn expect_outside(&self, path: &Path) -> Result<(), Problem> {
        if !self.is_in_archive(path) {
            return Ok(());
        }
        let message = format!("Không ghi tệp vào thư mục của kho lưu trữ: {}.", path.display());
        Err(Problem::new("inside-archive", message)
            .hint("Hãy chọn thư mục khác; kho chỉ do chương trình quản lý.")
            .field("path")
            .value("path", path.display().to_string()))
    }

    /// True for a path inside the archive's own folder, however it is written.
    fn is_in_archive(&self, path: &Path) -> bool {
        let real = |path: &Path| fs::canonicalize(path).ok();
        let Some(archive) = real(self.archive.folder()) else { return false };
        let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        real(path).or_else(|| real(parent)).is_some_and(|target| target.starts_with(archive))
    }
}
