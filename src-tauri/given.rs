//! Files that the program was given: one that was opened with it, by a double click or on its icon, also by a second start
//! that hands its file to the first; or some that were dropped on the window. They wait here until the page takes them.

use crate::reading::{self, Read};
use std::{
    ffi::OsString,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

/// What waits for the page.
#[derive(Default)]
pub(crate) struct Given(Mutex<Vec<PathBuf>>);

impl Given {
    /// One more file.
    pub(crate) fn add(&self, file: PathBuf) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(file);
    }

    /// All that waits, once. A name that is no text is not one that the page can use.
    pub(crate) fn take(&self) -> Vec<String> {
        let files = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        files.into_iter().filter_map(|file| file.into_os_string().into_string().ok()).collect()
    }
}

/// The files that another start of the program was given, from its arguments and the folder it was started in.
pub(crate) fn by_another_start(arguments: Vec<String>, folder: &Path) -> Vec<PathBuf> {
    match reading::read(arguments.into_iter().map(OsString::from), folder) {
        Read::Asked(asked) => asked.files,
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_handed_over_once_with_its_folder() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("Danh sách.xlsx"), b"").expect("written");
        let started = |words: &[&str]| {
            let words =
                std::iter::once("bang-vang").chain(words.iter().copied()).map(str::to_owned).collect();
            by_another_start(words, folder.path())
        };
        let file = folder.path().join("Danh sách.xlsx");
        assert_eq!(started(&["Danh sách.xlsx"]), std::slice::from_ref(&file), "found where it was started");
        assert!(started(&[]).is_empty(), "only brought forward");
        assert!(started(&["Không có.xlsx"]).is_empty());
        let given = Given::default();
        given.add(file.clone());
        assert_eq!(given.take(), [file.to_str().expect("text")]);
        assert!(given.take().is_empty());
    }
}
