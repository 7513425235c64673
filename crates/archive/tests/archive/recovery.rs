//! Recovery: every state in which an archive can be found is made for real, and there is a way back from each.

use super::backups::{at, go_on};
use super::*;
use std::fs;
use std::path::Path;

fn obstacle_of(folder: &Path) -> Obstacle {
    Archive::open(folder, &stamp(1)).expect_err("it does not open").obstacle()
}

fn asides(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("readable")
        .map(|entry| entry.expect("readable").file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with("archive.damaged"))
        .collect();
    names.sort();
    names
}

impl Desk {
    /// An archive with a round, three hundred honorees and a file, backed up, and a second round that no backup has.
    fn with_backup() -> Self {
        let mut desk = Desk::new();
        desk.change("Tạo đợt", |tx| {
            for index in 0..300 {
                tx.add_honoree(&person(&format!("Lê Văn {index}")))?;
            }
            tx.keep_file("a.pdf", b"mot", FileRole::Attached, None)?;
            tx.add_round(&round("Đợt 1"))
        });
        desk.back_up(2).expect("made");
        desk.change("Tạo đợt", |tx| tx.add_round(&round("Đợt 2")));
        desk
    }

    fn database(&self) -> std::path::PathBuf {
        self.folder.path().join("archive.db")
    }

    fn newest(&self) -> Backup {
        let (mut here, _) = backups_at(self.folder.path(), None).expect("read");
        here.remove(0)
    }

    fn restore(&mut self, minute: u32) -> Result<Restored> {
        self.close();
        restore(self.folder.path(), self.newest(), &stamp(minute), &go_on)
    }

    fn rounds(&mut self) -> Vec<String> {
        self.reopen()
            .rounds(&RoundFilter::default())
            .expect("read")
            .into_iter()
            .map(|r| r.round.name)
            .collect()
    }
}

#[test]
fn going_back_keeps_the_present_and_is_journalled() {
    let mut desk = Desk::with_backup();
    let done = desk.restore(5).expect("restored");
    assert_eq!(desk.rounds(), ["Đợt 1"], "the state of the backup");
    assert_eq!(
        desk.archive().journal(None, 1).expect("read")[0].action,
        "Khôi phục kho từ bản sao lưu lúc 08:02 ngày 05/01/2026"
    );
    desk.assert_sound();
    assert_eq!(done.aside, None, "a sound archive is backed up, not called damaged");
    let safety = done.safety.expect("a safety copy");
    desk.change("Tạo đợt", |tx| tx.add_round(&round("Đợt 3")));
    assert!(desk.back_up(6).is_some(), "the new history has a backup of its own although its rows are fewer");
    desk.close();
    let (here, _) = backups_at(desk.folder.path(), None).expect("read");
    let present = here.into_iter().find(|backup| backup.name == safety).expect("it is in the list");
    restore(desk.folder.path(), present, &stamp(7), &go_on).expect("restored");
    let mut rounds = desk.rounds();
    rounds.sort();
    assert_eq!(rounds, ["Đợt 1", "Đợt 2"], "and the way back from going back is open");
}

#[test]
fn a_whole_archive_comes_back_on_a_new_pc_from_the_folder_alone() {
    let mut desk = Desk::with_backup();
    let chosen = tempfile::tempdir().expect("a folder");
    desk.archive().choose_elsewhere(Some(chosen.path())).expect("a good folder");
    desk.archive().backup_elsewhere(BackupReason::Closing, &stamp(3), &go_on).expect("written");
    let dump = desk.dump();
    drop(desk);
    let mut fresh = Desk { folder: tempfile::tempdir().expect("a folder"), archive: None };
    let (here, mut there) = backups_at(fresh.folder.path(), Some(chosen.path())).expect("read");
    assert!(here.is_empty(), "a new PC has none of its own");
    let done = restore(fresh.folder.path(), there.remove(0), &stamp(4), &go_on).expect("restored");
    assert_eq!((done.files, done.missing), (1, 0), "with its files");
    fresh.open();
    assert_eq!(fresh.dump(), dump, "every fact is there");
    fresh.assert_sound();
}

#[test]
fn a_damaged_database_is_set_aside_with_its_log_and_never_deleted() {
    let mut desk = Desk::with_backup();
    desk.close();
    let mut bytes = fs::read(desk.database()).expect("read");
    bytes.truncate(bytes.len() / 2);
    fs::write(desk.database(), &bytes).expect("written");
    assert_eq!(obstacle_of(desk.folder.path()), Obstacle::Damaged, "a file that is cut short");
    fs::write(desk.folder.path().join("archive.db-wal"), b"a stale log").expect("written");
    let done = desk.restore(5).expect("restored");
    let aside = done.aside.expect("set aside");
    assert_eq!(fs::read(desk.folder.path().join(&aside)).expect("there"), bytes, "byte for byte");
    assert_eq!(asides(desk.folder.path()), [aside.clone(), format!("{aside}-wal")], "with the log");
    assert_eq!(desk.rounds(), ["Đợt 1"], "and the backup is in its place");
    desk.assert_sound();
}

#[test]
fn a_stale_log_is_never_replayed_onto_a_restored_backup() {
    let mut desk = Desk::with_backup();
    // The log of a run that was killed, holding a round that the backup does not have.
    desk.archive().notices();
    desk.change("Tạo đợt", |tx| tx.add_round(&round("chỉ trong nhật ký ghi trước")));
    let log = fs::read(desk.folder.path().join("archive.db-wal")).expect("there");
    desk.close();
    let mut bytes = fs::read(desk.database()).expect("read");
    bytes[100..4096].fill(0xAA);
    fs::write(desk.database(), &bytes).expect("written");
    fs::write(desk.folder.path().join("archive.db-wal"), &log).expect("written");
    desk.restore(5).expect("restored");
    assert_eq!(desk.rounds(), ["Đợt 1"], "only what the backup has");
    desk.assert_sound();
}

#[test]
fn flipped_bytes_after_an_unclean_end_are_found_before_use() {
    let mut desk = Desk::with_backup();
    desk.close();
    let mut bytes = fs::read(desk.database()).expect("read");
    let page = 4096;
    for at in (page * 3..bytes.len()).step_by(page) {
        bytes[at..at + 64].fill(0x5A);
    }
    fs::write(desk.database(), &bytes).expect("written");
    fs::write(desk.folder.path().join("archive.db-wal"), b"left by a power cut").expect("written");
    assert_eq!(obstacle_of(desk.folder.path()), Obstacle::Damaged);
    assert_eq!(
        fs::read(desk.database()).expect("read").len(),
        bytes.len(),
        "and nothing was repaired silently"
    );
}

#[test]
fn an_unclean_end_is_checked_and_said_quietly() {
    let mut desk = Desk::new();
    desk.close();
    super::opening::child("dies-5", desk.folder.path());
    desk.open();
    assert_eq!(desk.archive().notices(), [Notice::Unclean], "it is said");
    assert_eq!(
        desk.archive().rounds(&RoundFilter::default()).expect("read").len(),
        5,
        "and nothing acknowledged was lost"
    );
    desk.reopen();
    assert_eq!(desk.archive().notices(), [], "once");
}

#[test]
fn a_missing_database_is_no_reason_to_make_an_empty_one() {
    let mut desk = Desk::with_backup();
    desk.close();
    fs::rename(desk.database(), desk.folder.path().join("dời đi.db")).expect("moved");
    assert_eq!(obstacle_of(desk.folder.path()), Obstacle::Missing);
    assert!(!desk.database().exists(), "no empty archive took its place");
    let done = desk.restore(5).expect("restored");
    assert_eq!((done.safety, done.aside), (None, None), "there was nothing to keep");
    assert_eq!(desk.rounds(), ["Đợt 1"]);
}

#[test]
fn beginning_anew_sets_aside_and_keeps_files_and_backups() {
    let mut desk = Desk::with_backup();
    desk.close();
    fs::write(desk.database(), b"not a database at all, but long enough to be looked at by its first hundred bytes ....................")
        .expect("written");
    assert_eq!(obstacle_of(desk.folder.path()), Obstacle::NotAnArchive);
    let (archive, aside) = start_anew(desk.folder.path(), &stamp(5)).expect("made");
    assert!(archive.rounds(&RoundFilter::default()).expect("read").is_empty(), "an empty archive");
    assert!(desk.folder.path().join(aside.expect("set aside")).exists(), "what was there is kept");
    assert_eq!(archive.backups().expect("read").len(), 1, "and so are the backups");
}

#[test]
fn a_newer_archive_is_never_replaced() {
    let mut desk = Desk::with_backup();
    desk.tamper("PRAGMA user_version = 9999; PRAGMA journal_mode = DELETE");
    let before = fs::read(desk.database()).expect("read");
    assert_eq!(obstacle_of(desk.folder.path()), Obstacle::Newer);
    assert_eq!(desk.restore(5).expect_err("refused").code(), "archive-newer");
    assert_eq!(start_anew(desk.folder.path(), &stamp(5)).expect_err("refused").code(), "archive-newer");
    assert_eq!(fs::read(desk.database()).expect("read"), before, "not one byte differs");
    assert!(asides(desk.folder.path()).is_empty(), "nothing was moved");
}

#[test]
fn unfit_backups_are_refused_with_the_reason_and_change_nothing() {
    type Spoil = fn(&Path);
    let spoil: [(&str, Spoil, &str); 5] = [
        (
            "cut short",
            |path| fs::write(path, &fs::read(path).expect("read")[..9000]).expect("written"),
            "cắt ngắn",
        ),
        (
            "garbled",
            |path| {
                let mut bytes = fs::read(path).expect("read");
                let middle = bytes.len() / 2;
                bytes[middle] ^= 0xFF;
                fs::write(path, bytes).expect("written");
            },
            "SHA-256",
        ),
        (
            "foreign",
            |path| fs::write(path, vec![b'x'; fs::read(path).expect("read").len()]).expect("written"),
            "không phải là kho lưu trữ",
        ),
        (
            "newer",
            |path| {
                let mut bytes = fs::read(path).expect("read");
                bytes[60..64].copy_from_slice(&9999_i32.to_be_bytes());
                fs::write(path, bytes).expect("written");
            },
            "phiên bản mới hơn",
        ),
        ("empty", |path| fs::write(path, b"").expect("written"), "tệp trống"),
    ];
    for (what, spoil, reason) in spoil {
        let mut desk = Desk::with_backup();
        desk.close();
        let before = fs::read(desk.database()).expect("read");
        spoil(&desk.newest().path);
        let error = desk.restore(5).expect_err("refused");
        assert_eq!(error.code(), "backup-unfit", "{what}: {error}");
        assert!(error.to_string().contains(reason), "{what}: {error}");
        assert_eq!(fs::read(desk.database()).expect("read"), before, "{what}: the archive is as it was");
        assert!(!desk.folder.path().join("archive.restoring.db").exists(), "{what}: nothing is left lying");
    }
}

#[test]
fn a_backup_whose_journal_was_changed_is_refused() {
    let mut desk = Desk::with_backup();
    desk.close();
    let backup = desk.newest();
    let conn = rusqlite::Connection::open(&backup.path).expect("opens");
    conn.execute_batch("DROP TRIGGER journal_keeps_rows; UPDATE journal SET who = 'ai đó' WHERE number = 2")
        .expect("taken");
    drop(conn);
    fs::remove_file(backup.path.with_extension("json")).expect("removed");
    let error = desk.restore(5).expect_err("refused");
    assert!(error.to_string().contains("dòng 2"), "the first bad row is named: {error}");
}

#[test]
fn an_interrupted_restore_is_finished_wherever_it_stopped() {
    for aside in [false, true] {
        for stop in 0..4 {
            let mut desk = Desk::with_backup();
            desk.close();
            let folder = desk.folder.path().to_owned();
            let original = fs::read(desk.database()).expect("read");
            // What a restore has written when its marker is there, made by a real one elsewhere.
            let other = tempfile::tempdir().expect("a folder");
            restore(other.path(), desk.newest(), &stamp(5), &go_on).expect("restored");
            fs::copy(other.path().join("archive.db"), folder.join("archive.restoring.db")).expect("copied");
            let name = "archive.damaged-20260105-080500.db";
            let aside_json = if aside { format!("\"{name}\"") } else { "null".to_owned() };
            let marker = format!(
                r#"{{"restore":{{"backup":"b","made_at":"2026-01-05T08:02:00+07:00","aside":{aside_json}}}}}"#
            );
            fs::write(folder.join("archive.db-wal"), b"stale").expect("written");
            fs::write(folder.join("archive.unfinished.json"), marker).expect("written");
            // Where it was killed: nothing moved, the database moved, the log too, the new one in place.
            if aside && stop >= 1 {
                fs::rename(desk.database(), folder.join(name)).expect("moved");
            }
            if aside && stop >= 2 {
                fs::rename(folder.join("archive.db-wal"), folder.join(format!("{name}-wal"))).expect("moved");
            }
            if stop == 3 {
                let _ = fs::remove_file(folder.join("archive.db-wal"));
                fs::rename(folder.join("archive.restoring.db"), desk.database()).expect("moved");
            }
            assert_eq!(desk.rounds(), ["Đợt 1"], "aside {aside}, stopped at {stop}: it is finished");
            desk.assert_sound();
            assert!(matches!(desk.archive().notices(), [Notice::RestoreFinished { .. }]), "and said");
            if aside {
                assert_eq!(fs::read(folder.join(name)).expect("there"), original, "what was there is kept");
            }
            assert!(!folder.join("archive.unfinished.json").exists(), "the marker is gone");
        }
    }
}

#[test]
fn a_restore_that_was_only_prepared_is_taken_back() {
    let mut desk = Desk::with_backup();
    desk.close();
    fs::write(desk.folder.path().join("archive.restoring.db"), b"half a copy").expect("written");
    let mut rounds = desk.rounds();
    rounds.sort();
    assert_eq!(rounds, ["Đợt 1", "Đợt 2"], "the archive is as it was");
    assert!(!desk.folder.path().join("archive.restoring.db").exists(), "and the half copy is gone");
}

#[test]
fn a_restore_waits_for_the_other_copy() {
    let mut desk = Desk::with_backup();
    let backup = desk.newest();
    let error = restore(desk.folder.path(), backup, &stamp(5), &go_on).expect_err("it is open");
    assert_eq!(error.obstacle(), Obstacle::Locked);
    let _ = desk.archive();
}

#[cfg(unix)]
#[test]
fn a_read_only_folder_is_said_as_that() {
    use std::os::unix::fs::PermissionsExt;
    let mut desk = Desk::with_backup();
    desk.close();
    let folder = desk.folder.path();
    let allow =
        |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("changed");
    for path in [folder.join("archive.db"), folder.join("archive.lock")] {
        allow(&path, 0o444);
    }
    allow(folder, 0o555);
    // Whoever runs the tests may be allowed everything: another user is asked.
    let outcome = super::opening::child_as_nobody("opens", folder);
    allow(folder, 0o755);
    assert_eq!(outcome, "ReadOnly\n", "never damage, never a second copy");
}

#[test]
fn what_is_not_a_file_is_a_failing_disk_not_damage() {
    let mut desk = Desk::with_backup();
    desk.close();
    fs::rename(desk.database(), desk.folder.path().join("cất.db")).expect("moved");
    fs::create_dir(desk.database()).expect("made");
    assert_eq!(obstacle_of(desk.folder.path()), Obstacle::DiskError, "it cannot be read, that is all");
    assert_eq!(desk.restore(5).expect_err("refused").obstacle(), Obstacle::DiskError, "and nothing is moved");
    assert!(asides(desk.folder.path()).is_empty());
}

#[test]
fn what_can_be_read_of_a_damaged_database_is_read_out() {
    let mut desk = Desk::with_backup();
    desk.close();
    let path = desk.database();
    let conn = rusqlite::Connection::open(&path).expect("opens");
    let root: i64 = conn
        .query_one("SELECT rootpage FROM sqlite_schema WHERE name = 'honoree'", [], |row| row.get(0))
        .expect("there");
    drop(conn);
    // Two pages of honorees are lost; everything else is there.
    let mut bytes = fs::read(&path).expect("read");
    let is_leaf = |page: usize| bytes[page * 4096] == 0x0d && page != root as usize - 1;
    let with =
        |page: &usize| bytes[page * 4096..(page + 1) * 4096].windows(8).any(|w| w == "Lê Văn".as_bytes());
    let pages: Vec<usize> = (1..bytes.len() / 4096).filter(|page| is_leaf(*page)).filter(with).collect();
    let lost = pages[pages.len() / 2];
    bytes[lost * 4096..lost * 4096 + 4096].fill(0xEE);
    fs::write(&path, &bytes).expect("written");
    let to = tempfile::tempdir().expect("a folder");
    let done = read_out(desk.folder.path(), to.path(), &stamp(5)).expect("read");
    let of = |table: &str| done.tables.iter().find(|one| one.table == table).expect("each table is told");
    assert_eq!((of("round").rows, of("round").whole), (2, true), "what is sound is whole");
    let torn: Vec<_> = done.tables.iter().filter(|one| !one.whole).collect();
    assert!(!torn.is_empty(), "what is torn is said to be: {:?}", done.tables);
    let lines = fs::read_to_string(done.folder.join("honoree.jsonl")).expect("there");
    assert_eq!(lines.lines().count() as u64, of("honoree").rows, "as many lines as rows");
    assert!(of("honoree").rows >= 200, "both sides of the hole are read: {:?}", done.tables);
    assert_eq!(fs::read(&path).expect("read"), bytes, "looking changed nothing");
    assert!(done.folder.join("tom-tat.txt").exists(), "and it is summed up for people");
}

#[test]
fn missing_and_changed_files_are_mended_from_the_backup_folder() {
    let mut desk = Desk::new();
    let chosen = tempfile::tempdir().expect("a folder");
    let (changed, missing, lost) = desk.change("Giữ", |tx| {
        let keep = |name: &str, bytes: &[u8]| tx.keep_file(name, bytes, FileRole::Attached, None);
        Ok((keep("a.pdf", b"mot")?, keep("b.pdf", b"hai")?, keep("c.pdf", b"ba")?))
    });
    desk.archive().choose_elsewhere(Some(chosen.path())).expect("a good folder");
    let archive = desk.archive();
    let done =
        archive.backup_elsewhere(BackupReason::Asked, &stamp(2), &go_on).expect("written").expect("done");
    let path = |desk: &mut Desk, id| desk.archive().file_path(id).expect("known");
    let (changed_at, missing_at, lost_at) =
        (path(&mut desk, changed), path(&mut desk, missing), path(&mut desk, lost));
    fs::write(&changed_at, b"MOT").expect("written");
    fs::remove_file(&missing_at).expect("removed");
    fs::remove_file(&lost_at).expect("removed");
    let stored = done.folder.join(lost_at.strip_prefix(desk.folder.path()).expect("inside"));
    fs::write(stored, b"BA").expect("written");
    let mended = desk.archive().mend_files(None, &stamp(3), &go_on).expect("the disk works");
    assert_eq!(mended.mended, 2, "those whose very bytes are in the backup");
    assert_eq!(
        mended.left.iter().map(|file| file.id).collect::<Vec<_>>(),
        [lost],
        "changed bytes are no help"
    );
    assert_eq!(desk.archive().read_file(changed).expect("whole"), b"mot");
    assert_eq!(desk.archive().read_file(missing).expect("whole"), b"hai");
    let shelf = changed_at.parent().expect("a folder");
    let kept =
        fs::read_dir(shelf).expect("read").flatten().any(|e| fs::read(e.path()).is_ok_and(|b| b == b"MOT"));
    assert!(kept, "the changed file is set aside, not overwritten");
}

#[test]
fn a_backup_of_the_first_version_without_a_description_can_be_restored() {
    let mut desk = Desk::with_backup();
    desk.close();
    fs::remove_file(desk.newest().path.with_extension("json")).expect("removed");
    assert_eq!(desk.newest().manifest.expect("read from itself").description.contents.honorees, 300);
    restore(desk.folder.path(), desk.newest(), &at("2026-02-01T08:00:00+07:00"), &go_on).expect("restored");
    assert_eq!(desk.rounds(), ["Đợt 1"]);
}
