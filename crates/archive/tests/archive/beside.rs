//! The backup before a change that changes much: made while the change goes on, of what was before it.

use crate::stamp;
use archive::{Action, Archive, BackupReason, Notice};
use std::fs;
use std::path::Path;

/// So much that the log would be taken into the database's file if that were allowed.
fn much(archive: &mut Archive, name: &str) {
    change(archive, name, 5_000_000);
}

fn change(archive: &mut Archive, name: &str, bytes: usize) {
    let value = name.repeat(bytes / name.len());
    archive.transact(Action::new(name), &stamp(1), |tx| tx.set_setting("note", &value)).expect("allowed");
}

#[test]
fn the_backup_holds_what_was_before_the_change_that_goes_on_beside_it() {
    let folder = tempfile::tempdir().expect("a folder");
    // Signs that mean something in the name of a database; Windows takes no question mark.
    let name =
        if cfg!(windows) { "kho lưu trữ #1 50%&immutable=0" } else { "kho lưu trữ #1 50%?immutable=0" };
    let folder = folder.path().join(name);
    let mut archive = Archive::open(&folder, &stamp(0)).expect("made");
    much(&mut archive, "Trước");
    let before = archive.fingerprint().expect("read");
    archive.back_up_beside(&stamp(2)).expect("begun");
    much(&mut archive, "Nhập danh sách");
    archive.wait_for_backup().expect("waited");
    assert_eq!(archive.backup_problem().expect("asked"), None, "it was made");
    let backups = archive.backups().expect("read");
    let [made] = backups.as_slice() else { panic!("one backup: {backups:?}") };
    let known = made.manifest.as_ref().expect("whole");
    assert_eq!((known.reason, known.description.journal), (Some(BackupReason::BeforeRisk), 2));

    let elsewhere = tempfile::tempdir().expect("a folder");
    fs::copy(&made.path, elsewhere.path().join("archive.db")).expect("copied");
    let copy = Archive::open(elsewhere.path(), &stamp(3)).expect("opens");
    assert_eq!(copy.fingerprint().expect("read"), before, "nothing of the change that went on is in it");
    assert!(copy.check().expect("checked").is_sound(), "and it is whole");

    archive.back_up_beside(&stamp(4)).expect("begun");
    archive.back_up_beside(&stamp(5)).expect("the same, or already made");
    archive.wait_for_backup().expect("waited");
    assert_eq!(archive.backups().expect("read").len(), 2, "none without a change in between");
    archive.back_up_beside(&stamp(6)).expect("nothing to do");
    change(&mut archive, "Về sau", 100);
    drop(archive);
    let archive = Archive::open(&folder, &stamp(7)).expect("opens");
    assert_eq!(archive.notices(), [], "the log was taken in and the archive closed in order");
    assert_eq!(archive.backups().expect("read").len(), 2, "nothing was left to be made");
}

#[test]
fn what_hinders_the_backup_is_told_and_the_change_stays_and_can_be_taken_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut archive = Archive::open(folder.path(), &stamp(0)).expect("made");
    change(&mut archive, "Trước", 100);
    let before = archive.fingerprint().expect("read");
    // A folder has the name that the copy would have.
    let blocked = folder.path().join("backups/archive-20260105-080200-j2.part");
    fs::create_dir_all(blocked.join("full")).expect("a folder");
    archive.back_up_beside(&stamp(2)).expect("begun");
    change(&mut archive, "Nhập danh sách", 100);
    archive.wait_for_backup().expect("waited");
    let problem = archive.backup_problem().expect("asked").expect("told");
    assert!(problem.contains("archive-20260105-080200-j2.part"), "says which file: {problem}");
    archive.undo(&stamp(3)).expect("undone").expect("a step");
    assert_eq!(archive.fingerprint().expect("read"), before, "the change is taken back");
    fs::remove_dir_all(blocked).expect("removed");
    archive.backup(BackupReason::Asked, &stamp(4)).expect("made").expect("one");
    assert_eq!(archive.backup_problem().expect("asked"), None, "a later backup settles it");
}

/// What a kill leaves while the copy is being made: the database's file, the log with the change, the note.
fn killed(from: &Path, to: &Path, chain: &str) {
    for name in ["archive.db", "archive.db-wal"] {
        fs::copy(from.join(name), to.join(name)).expect("copied");
    }
    let note = format!(r#"{{"backup":{{"chain":"{chain}"}}}}"#);
    fs::write(to.join("archive.unfinished.json"), note).expect("written");
    fs::create_dir_all(to.join("backups")).expect("a folder");
    fs::write(to.join("backups/archive-20260105-075959-j2.part"), "half a copy").expect("written");
}

#[test]
fn a_run_that_ends_before_the_backup_is_made_leaves_it_to_the_next_opening() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut archive = Archive::open(folder.path(), &stamp(0)).expect("made");
    change(&mut archive, "Trước", 100);
    let made = archive.backup(BackupReason::Closing, &stamp(1)).expect("made").expect("one");
    let chain = made.manifest.expect("whole").description.chain;
    // In order, so that the file has all and the log nothing.
    drop(archive);
    let mut archive = Archive::open(folder.path(), &stamp(2)).expect("opens");
    change(&mut archive, "Nhập danh sách", 100);
    let after = archive.fingerprint().expect("read");

    let left = tempfile::tempdir().expect("a folder");
    killed(folder.path(), left.path(), &chain);
    for opening in 1..=2 {
        let archive = Archive::open(left.path(), &stamp(3)).expect("opens");
        assert_eq!(archive.fingerprint().expect("read"), after, "the acknowledged change is there");
        let backups = archive.backups().expect("read");
        assert_eq!(backups.len(), 1, "and what was before it has its backup, made once: opening {opening}");
        assert_eq!(backups[0].manifest.as_ref().expect("whole").description.journal, 2);
        assert_eq!(archive.notices() == [Notice::Unclean], opening == 1);
        let names = fs::read_dir(left.path().join("backups")).expect("a folder");
        assert_eq!(names.count(), 2, "half a copy is of no use to anybody");
    }
    // Another program has taken the log in since: what the note speaks of is no more.
    let other = tempfile::tempdir().expect("a folder");
    killed(folder.path(), other.path(), &"0".repeat(64));
    let archive = Archive::open(other.path(), &stamp(4)).expect("opens");
    assert_eq!(archive.backups().expect("read").len(), 0, "no backup says that it is what it is not");
}
