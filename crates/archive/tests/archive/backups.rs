//! Backups: made when something changed, checked, thinned, and with the files in a folder of the officer's choice.

use super::*;
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

pub(crate) fn go_on(_: usize, _: usize) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

pub(crate) fn at(text: &str) -> Stamp {
    Stamp { at: DateTime::parse_from_rfc3339(text).expect("a time"), who: "lan".into() }
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("readable")
        .map(|entry| entry.expect("readable").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

impl Desk {
    pub(crate) fn back_up(&mut self, minute: u32) -> Option<Backup> {
        self.archive().backup(BackupReason::Closing, &stamp(minute)).expect("written")
    }
}

#[test]
fn a_backup_is_made_only_when_something_changed_and_says_what_it_holds() {
    let mut desk = Desk::new();
    assert!(desk.back_up(1).is_none(), "an empty archive needs none");
    desk.change("Thêm", |tx| {
        let id = tx.add_honoree(&person("Lê Thị Hoa"))?;
        tx.add_award(&award(id, person("Lê Thị Hoa"), "12/QĐ-STP", 2020))?;
        tx.keep_file("a.pdf", b"mot", FileRole::Attached, None)
    });
    let first = desk.back_up(2).expect("something changed");
    assert!(desk.back_up(3).is_none(), "nothing changed since");
    let manifest = first.manifest.expect("good");
    let held = manifest.description.contents;
    assert_eq!((held.honorees, held.awards, held.files, held.file_bytes), (1, 1, 1, 3), "counted");
    assert_eq!(manifest.description.last_change.expect("one").action, "Thêm", "its last change is named");
    desk.change("Tạo đợt", |tx| tx.add_round(&round("Đợt 2")));
    let second = desk.back_up(4).expect("something changed");
    let listed: Vec<String> = desk.archive().backups().expect("read").into_iter().map(|b| b.name).collect();
    assert_eq!(listed, [second.name, first.name], "newest first");
}

#[test]
fn a_backup_that_fails_leaves_the_older_ones_whole_and_nothing_half_written() {
    let mut desk = Desk::new();
    desk.change("Tạo đợt", |tx| tx.add_round(&round("Đợt 1")));
    let first = desk.back_up(2).expect("made");
    let before = fs::read(&first.path).expect("read");
    desk.change("Tạo đợt", |tx| tx.add_round(&round("Đợt 2")));
    // A folder where the copy is to be written: the disk refuses it.
    let backups = desk.folder.path().join("backups");
    fs::create_dir(backups.join("archive-20260105-080300-j3.part")).expect("made");
    let error = desk.archive().backup(BackupReason::Closing, &stamp(3)).expect_err("it cannot be written");
    assert_eq!(error.obstacle(), Obstacle::DiskError, "a failure of the disk: {error}");
    assert_eq!(fs::read(&first.path).expect("read"), before, "the older backup is untouched");
    assert_eq!(desk.archive().backups().expect("read").len(), 1, "and is still the only one");
    assert!(desk.back_up(4).is_some(), "the next try succeeds");
}

#[test]
fn old_backups_are_thinned_but_never_those_of_another_archive() {
    let mut desk = Desk::new();
    let backups = desk.folder.path().join("backups");
    for day in 1..=28 {
        desk.change("Tạo đợt", |tx| tx.add_round(&round(&format!("Đợt {day}"))));
        for hour in ["08", "17"] {
            desk.change("Tạo đợt", |tx| tx.add_round(&round(&format!("Đợt {day} {hour}"))));
            let when = at(&format!("2026-02-{day:02}T{hour}:00:00+07:00"));
            desk.archive().backup(BackupReason::Closing, &when).expect("written");
        }
    }
    // Both of the last two days, one of each of the twelve before, and of the weeks before those two are left.
    assert_eq!(desk.archive().backups().expect("read").len(), 4 + 12 + 2, "{:?}", names(&backups));
    let manifests = names(&backups).into_iter().filter(|name| name.ends_with(".json")).count();
    assert_eq!(manifests, 18, "what describes a backup goes with it");

    let oldest = desk.archive().backups().expect("read").pop().expect("one");
    let strange = backups.join("archive-20200101-080000-j9.db");
    fs::copy(&oldest.path, &strange).expect("copied");
    let text = fs::read_to_string(oldest.path.with_extension("json")).expect("read");
    let first = &oldest.manifest.as_ref().expect("good").description.first;
    fs::write(strange.with_extension("json"), text.replace(first.as_str(), &"f".repeat(64)))
        .expect("written");
    desk.change("Tạo đợt", |tx| tx.add_round(&round("Đợt cuối")));
    desk.archive().backup(BackupReason::Closing, &at("2027-02-01T08:00:00+07:00")).expect("written");
    assert!(strange.exists(), "the backups of an archive that was here before are not this one's to remove");
}

#[test]
fn the_chosen_folder_gets_database_and_files_each_once() {
    let mut desk = Desk::new();
    let chosen = tempfile::tempdir().expect("a folder");
    assert_eq!(
        desk.archive().backup_elsewhere(BackupReason::Closing, &stamp(1), &go_on).expect("nothing to do"),
        None,
        "no folder was chosen"
    );
    desk.archive().choose_elsewhere(Some(chosen.path())).expect("a good folder");
    desk.change("Giữ", |tx| tx.keep_file("a.pdf", b"mot", FileRole::Attached, None));
    let archive = desk.archive();
    let done =
        archive.backup_elsewhere(BackupReason::Closing, &stamp(2), &go_on).expect("written").expect("done");
    assert_eq!((done.files, done.missing), (1, 0), "the file was copied");
    assert!(done.folder.starts_with(chosen.path()), "into a folder of this archive's own");
    desk.change("Giữ", |tx| tx.keep_file("b.pdf", b"hai", FileRole::Attached, None));
    let archive = desk.archive();
    let done =
        archive.backup_elsewhere(BackupReason::Closing, &stamp(3), &go_on).expect("written").expect("done");
    assert_eq!(done.files, 1, "only the new one is copied again");
    let databases = names(&done.folder).into_iter().filter(|name| name.ends_with(".db")).count();
    assert_eq!(databases, 2, "and each state of the database");
    assert_eq!(archive.elsewhere().expect("read").expect("chosen").last_at, Some(stamp(3).at.to_rfc3339()));
}

#[test]
fn an_absent_folder_is_said_and_remembered_not_lost() {
    let mut desk = Desk::new();
    let drive = tempfile::tempdir().expect("a folder");
    let chosen = drive.path().join("USB");
    fs::create_dir(&chosen).expect("made");
    desk.archive().choose_elsewhere(Some(&chosen)).expect("a good folder");
    desk.change("Tạo đợt", |tx| tx.add_round(&round("Đợt 1")));
    desk.archive().backup_elsewhere(BackupReason::Closing, &stamp(2), &go_on).expect("written");
    fs::rename(&chosen, drive.path().join("rút ra")).expect("unplugged");
    desk.change("Tạo đợt", |tx| tx.add_round(&round("Đợt 2")));
    let error =
        desk.archive().backup_elsewhere(BackupReason::Closing, &stamp(3), &go_on).expect_err("not there");
    assert_eq!(error.code(), "backup-folder-absent", "{error}");
    let known = desk.archive().elsewhere().expect("read").expect("still chosen");
    assert!(known.absent, "remembered as absent, not as a failure");
    assert_eq!(known.last_at, Some(stamp(2).at.to_rfc3339()), "with the last good one");
    fs::rename(drive.path().join("rút ra"), &chosen).expect("plugged in");
    desk.archive().backup_elsewhere(BackupReason::Closing, &stamp(4), &go_on).expect("written");
    let known = desk.archive().elsewhere().expect("read").expect("chosen");
    assert!(!known.absent && known.problem.is_none(), "and made up for");
}

#[test]
fn unsuitable_folders_are_refused_when_they_are_chosen() {
    let mut desk = Desk::new();
    let inside = desk.folder.path().join("backups");
    assert_eq!(desk.archive().choose_elsewhere(Some(&inside)).expect_err("inside").code(), "refused");
    let file = desk.folder.path().join("archive.db");
    assert_eq!(desk.archive().choose_elsewhere(Some(&file)).expect_err("a file").code(), "disk");
}

#[test]
fn a_backup_elsewhere_can_be_stopped_and_goes_on_the_next_time() {
    let mut desk = Desk::new();
    let chosen = tempfile::tempdir().expect("a folder");
    desk.archive().choose_elsewhere(Some(chosen.path())).expect("a good folder");
    desk.change("Giữ", |tx| {
        (0..5).try_for_each(|i| tx.keep_file(&format!("{i}"), &[i], FileRole::Attached, None).map(drop))
    });
    let stop =
        |done: usize, _: usize| if done == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) };
    let error = desk.archive().backup_elsewhere(BackupReason::Asked, &stamp(2), &stop).expect_err("stopped");
    assert_eq!(error.code(), "stopped");
    let done = desk.archive().backup_elsewhere(BackupReason::Asked, &stamp(3), &go_on).expect("written");
    assert_eq!(done.expect("done").files, 3, "what is there already is not copied again");
}
