//! The end of the journal, kept beside the database: what is forged or cut off at the end is named, and nothing that
//! happens by right is taken for that.

use super::backups::go_on;
use super::*;
use std::fs;

impl Desk {
    fn with_rounds(names: &[&str]) -> Self {
        let mut desk = Desk::new();
        for name in names {
            desk.change("Tạo đợt", |tx| tx.add_round(&round(name)));
        }
        desk
    }

    /// Puts another archive's database in the place of its own: to SQLite and to the chain a database as good.
    fn forge_from(&mut self, other: &mut Desk) {
        self.close();
        other.close();
        let database = |desk: &Desk| desk.folder.path().join("archive.db");
        fs::copy(database(other), database(self)).expect("copied");
        self.open();
    }

    fn findings(&mut self) -> Vec<String> {
        let checked = self.archive().check().expect("the disk works");
        checked.findings.into_iter().map(|finding| format!("{}: {}", finding.code, finding.message)).collect()
    }

    fn head(&self) -> std::path::PathBuf {
        self.folder.path().join("archive.head.json")
    }
}

#[test]
fn a_last_row_forged_with_its_hash_is_named_and_stays_named() {
    let mut desk = Desk::with_rounds(&["Đợt 1", "Đợt 2"]);
    desk.forge_from(&mut Desk::with_rounds(&["Đợt 1", "Đợt giả"]));
    for turn in ["at once", "after a closing", "after more changes"] {
        let found = desk.findings();
        assert_eq!(found.len(), 1, "{turn}: {found:?}");
        assert!(found[0].starts_with("journal: ") && found[0].contains("dòng 3:"), "{turn}: {found:?}");
        desk.reopen();
        if turn == "after a closing" {
            desk.change("Tạo đợt", |tx| tx.add_round(&round("Đợt 3")));
            desk.back_up(9).expect("a backup is still made");
            desk.reopen();
        }
    }
}

#[test]
fn a_journal_written_anew_from_its_first_row_is_named() {
    let mut desk = Desk::with_rounds(&["Đợt 1"]);
    let mut other = Desk { folder: tempfile::tempdir().expect("a folder"), archive: None };
    other.archive = Some(Archive::open(other.folder.path(), &stamp(30)).expect("made at another time"));
    for name in ["Đợt 1", "Đợt 2", "Đợt 3"] {
        other.change("Tạo đợt", |tx| tx.add_round(&round(name)));
    }
    desk.forge_from(&mut other);
    assert_eq!(desk.findings().len(), 1, "a chain that is whole and longer is not the same chain");
}

#[test]
fn rows_cut_off_the_end_are_named_although_the_counter_fits() {
    let mut desk = Desk::with_rounds(&["Đợt 1", "Đợt 2", "Đợt 3"]);
    desk.forge_from(&mut Desk::with_rounds(&["Đợt 1", "Đợt 2"]));
    let found = desk.findings();
    assert!(found.len() == 1 && found[0].contains("đã có dòng 4"), "{found:?}");
}

#[test]
fn after_a_crash_the_head_is_behind_and_nothing_is_said() {
    let mut desk = Desk::with_rounds(&["Đợt 1"]);
    desk.reopen();
    let before = fs::read(desk.head()).expect("written at the closing");
    desk.change("Tạo đợt", |tx| tx.add_round(&round("Đợt 2")));
    desk.reopen();
    assert_ne!(fs::read(desk.head()).expect("read"), before, "it goes on with the journal");
    // The program ended before it was written.
    fs::write(desk.head(), &before).expect("written");
    desk.reopen();
    desk.assert_sound();
    fs::remove_file(desk.head()).expect("removed");
    desk.reopen();
    desk.assert_sound();
    fs::write(desk.head(), b"{ half").expect("written");
    desk.reopen();
    desk.assert_sound();
}

#[test]
fn a_backup_notes_the_head_without_a_closing() {
    let mut desk = Desk::with_rounds(&["Đợt 1"]);
    assert!(!desk.head().exists(), "never closed");
    desk.back_up(2).expect("made");
    assert!(desk.head().exists(), "so that a crash afterwards leaves it");
}

#[test]
fn what_takes_the_place_of_the_database_by_right_begins_anew() {
    let mut desk = Desk::with_rounds(&["Đợt 1"]);
    desk.back_up(2).expect("made");
    desk.change("Tạo đợt", |tx| tx.add_round(&round("Đợt 2")));
    desk.reopen();
    desk.close();
    let (mut here, _) = backups_at(desk.folder.path(), None).expect("read");
    restore(desk.folder.path(), here.remove(0), &stamp(5), &go_on).expect("restored");
    desk.open();
    desk.assert_sound();
    // As long as before, and longer, in the new course of things.
    for name in ["Đợt 3", "Đợt 4"] {
        desk.change("Tạo đợt", |tx| tx.add_round(&round(name)));
        desk.reopen();
        desk.assert_sound();
    }
    // Going back is also how a forged database is got rid of.
    desk.back_up(7).expect("made");
    desk.forge_from(&mut Desk::with_rounds(&["Đợt giả"]));
    assert_eq!(desk.findings().len(), 1);
    desk.close();
    let (mut here, _) = backups_at(desk.folder.path(), None).expect("read");
    restore(desk.folder.path(), here.remove(0), &stamp(8), &go_on).expect("restored");
    desk.open();
    desk.assert_sound();
    desk.close();
    fs::write(desk.folder.path().join("archive.db"), [b'x'; 200]).expect("destroyed");
    let (archive, _) = start_anew(desk.folder.path(), &stamp(9)).expect("made");
    desk.archive = Some(archive);
    desk.assert_sound();
    desk.reopen();
    desk.assert_sound();
}

#[test]
fn a_head_that_cannot_be_written_loses_nothing() {
    let mut desk = Desk::with_rounds(&["Đợt 1"]);
    let in_the_way = desk.folder.path().join("archive.head.part");
    fs::create_dir(&in_the_way).expect("made");
    let error = desk.archive().backup(BackupReason::Closing, &stamp(2)).expect_err("the disk refuses it");
    assert_eq!(error.obstacle(), Obstacle::DiskError, "{error}");
    assert_eq!(desk.archive().backups().expect("read").len(), 1, "the backup itself is made");
    desk.change("Tạo đợt", |tx| tx.add_round(&round("Đợt 2")));
    let before = desk.dump();
    desk.reopen();
    assert_eq!(desk.dump(), before, "and the closing loses nothing");
    fs::remove_dir(&in_the_way).expect("removed");
    desk.reopen();
    assert!(desk.head().exists(), "the next closing makes up for it");
    desk.assert_sound();
}

#[test]
fn a_database_that_is_gone_is_missed_although_nothing_else_was_kept() {
    let mut desk = Desk::with_rounds(&["Đợt 1"]);
    desk.close();
    fs::remove_file(desk.folder.path().join("archive.db")).expect("removed");
    let error = Archive::open(desk.folder.path(), &stamp(3)).expect_err("no empty one is made");
    assert_eq!(error.obstacle(), Obstacle::Missing, "{error}");
}
