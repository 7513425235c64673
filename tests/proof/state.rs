//! What an archive holds, to be compared: every fact, every journal row, what undo and redo would do.

use crate::{faults, host::copy_folder, session::fresh_folder};
use archive::{Archive, Stamp};
use chrono::DateTime;
use std::path::Path;

/// All that a change may touch.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct State {
    /// Every fact, one line each.
    pub(crate) facts: Vec<String>,
    /// Actions of the journal, newest first.
    pub(crate) journal: Vec<String>,
    undo: Option<String>,
    redo: Option<String>,
}

/// When and by whom the tests open archives themselves.
pub(crate) fn stamp() -> Stamp {
    let at = DateTime::from_timestamp(faults::NOW, 0).expect("a time").fixed_offset();
    Stamp { at, who: "kiểm thử".into() }
}

impl State {
    /// The state of an archive.
    pub(crate) fn of(archive: &Archive) -> Self {
        let mut facts = Vec::new();
        archive.dump(|line| facts.push(line.to_owned())).expect("facts are read");
        let journal = archive.journal(None, u32::MAX).expect("the journal is read");
        Self {
            facts,
            journal: journal.into_iter().map(|row| format!("{} {}", row.number, row.action)).collect(),
            undo: archive.undo_text().expect("read"),
            redo: archive.redo_text().expect("read"),
        }
    }

    /// The state of the archive in a folder, which is left as it is.
    pub(crate) fn of_copy(folder: &Path) -> Self {
        let copy = fresh_folder();
        copy_folder(folder, copy.path());
        Self::of(&Archive::open(copy.path(), &stamp()).expect("the archive opens"))
    }

    /// What tells two states apart, in a few words.
    pub(crate) fn difference(&self, other: &Self) -> String {
        let only = |a: &Self, b: &Self| -> Vec<String> {
            let lines = a.facts.iter().chain(&a.journal);
            lines
                .filter(|line| !b.facts.contains(line) && !b.journal.contains(line))
                .take(6)
                .cloned()
                .collect()
        };
        format!(
            "only here: {:#?}\nonly there: {:#?}\nundo {:?} or {:?}, redo {:?} or {:?}",
            only(self, other),
            only(other, self),
            self.undo,
            other.undo,
            self.redo,
            other.redo
        )
    }
}

/// Opens what a fault left, on a disk that works: it must be sound, and it is given back.
pub(crate) fn reopened(folder: &Path, what: &dyn std::fmt::Display) -> Archive {
    let archive =
        Archive::open(folder, &stamp()).unwrap_or_else(|error| panic!("{what}: does not open: {error}"));
    let checked = archive.check().unwrap_or_else(|error| panic!("{what}: cannot be checked: {error}"));
    assert!(checked.is_sound(), "{what}: {:#?}", checked.findings);
    archive
}
