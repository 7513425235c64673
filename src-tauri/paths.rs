//! Paths as the officer writes them and as the disk has them: letters with their marks composed or apart are one name to
//! people, and two to a disk.

use std::{
    fs,
    path::{Path, PathBuf},
};
use unicode_normalization::UnicodeNormalization;

/// The path as the disk has it: each part as it is there, in whatever form of its letters, and what is not there yet in
/// NFC, so that files written by the program have composed names.
pub(crate) fn as_on_disk(path: &Path) -> PathBuf {
    let mut found = PathBuf::new();
    for part in path.components() {
        let there = found.join(part);
        found = if there.exists() { there } else { sibling(&found, part.as_ref()) };
    }
    found
}

/// What is in a folder under the same name in another form; else the name in NFC.
fn sibling(folder: &Path, name: &Path) -> PathBuf {
    let Some(name) = name.to_str() else { return folder.join(name) };
    let composed: String = name.nfc().collect();
    let listed = if name.is_ascii() { None } else { fs::read_dir(folder).ok() };
    let mut same = listed
        .into_iter()
        .flatten()
        .flatten()
        .filter(|entry| entry.file_name().to_str().is_some_and(|there| there.nfc().eq(composed.chars())));
    same.next().map_or_else(|| folder.join(&composed), |entry| entry.path())
}

#[cfg(test)]
mod tests {
    use super::*;

    const APART: &str = "Danh sa\u{301}ch.xlsx";
    const COMPOSED: &str = "Danh sách.xlsx";

    #[test]
    fn a_name_finds_the_file_in_either_form() {
        let folder = tempfile::tempdir().expect("a folder");
        let inside = folder.path().join("Đo\u{31b}\u{323}t 1");
        fs::create_dir(&inside).expect("made");
        fs::write(inside.join(APART), b"1").expect("written");
        let asked = folder.path().join("Đợt 1").join(COMPOSED);
        assert_eq!(fs::read(as_on_disk(&asked)).expect("found"), b"1", "composed, on disk apart");
        fs::write(inside.join(COMPOSED), b"2").expect("written");
        assert_eq!(fs::read(as_on_disk(&asked)).expect("found"), b"2", "the exact name counts first");
        assert_eq!(fs::read(as_on_disk(&inside.join(APART))).expect("found"), b"1");
    }

    #[test]
    fn what_is_not_there_yet_gets_a_composed_name() {
        let folder = tempfile::tempdir().expect("a folder");
        let new = as_on_disk(&folder.path().join("Báo ca\u{301}o").join(APART));
        assert_eq!(new, folder.path().join("Báo cáo").join(COMPOSED));
        let there = folder.path().join(COMPOSED);
        fs::write(&there, b"").expect("written");
        assert_eq!(as_on_disk(&folder.path().join(APART)), there, "no second file of the same name is made");
    }
}
