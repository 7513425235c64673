//! Opening: one at a time, never what is newer or not ours, and whole after a crash.

use super::*;
use std::fs;
use std::path::Path;
use std::process::Command;

fn bytes_of(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = fs::read_dir(folder)
        .expect("readable")
        .filter_map(|entry| {
            let path = entry.expect("readable").path();
            let name = path.file_name()?.to_string_lossy().into_owned();
            path.is_file().then(|| (name, fs::read(&path).expect("readable")))
        })
        .collect();
    files.sort();
    files
}

#[test]
fn a_second_opening_is_refused_with_a_sentence() {
    let mut desk = Desk::new();
    desk.change("Tạo đợt", |tx| tx.add_round(&round("Đợt 1")));
    let error = Archive::open(desk.folder.path(), &stamp(1)).expect_err("it is open already");
    assert_eq!(error.code(), "archive-locked", "{error}");
    assert!(
        error.to_string().contains("đang được một cửa sổ khác hoặc một lệnh khác"),
        "said in words: {error}"
    );
    desk.change("Tạo đợt", |tx| tx.add_round(&round("Đợt 2")));
    desk.reopen();
    assert_eq!(
        desk.archive().rounds(&RoundFilter::default()).expect("read").len(),
        2,
        "the first one was not disturbed"
    );
}

#[test]
fn a_second_process_is_refused() {
    let mut desk = Desk::new();
    desk.change("Tạo đợt", |tx| tx.add_round(&round("Đợt 1")));
    let outcome = child("opens", desk.folder.path());
    assert_eq!(outcome, "Locked\n", "another process is told, and gets nothing");
}

#[test]
fn a_network_or_cloud_folder_is_refused_with_the_reason() {
    let local = tempfile::TempDir::new().expect("a folder");
    let cloud = local.path().join("OneDrive - Sở Tư pháp").join("kho");
    for folder in [Path::new(r"\\may-chu\chung\kho"), Path::new(r"\\?\UNC\may-chu\chung"), &cloud] {
        let error = Archive::open(folder, &stamp(1)).expect_err("no live archive there");
        assert_eq!(error.code(), "unsafe-folder", "{error}");
    }
    assert!(!cloud.exists(), "nothing is made in a folder that is refused");
}

#[cfg(unix)]
#[test]
fn a_link_does_not_hide_where_a_folder_is() {
    let local = tempfile::TempDir::new().expect("a folder");
    let cloud = local.path().join("Dropbox");
    fs::create_dir(&cloud).expect("made");
    let link = local.path().join("Kho của tôi");
    std::os::unix::fs::symlink(&cloud, &link).expect("linked");
    let error = Archive::open(&link.join("kho"), &stamp(1)).expect_err("it is there all the same");
    assert_eq!(error.code(), "unsafe-folder", "{error}");
    assert!(error.to_string().contains("“Dropbox”"), "the reason is named: {error}");
    assert!(fs::read_dir(&cloud).expect("there").next().is_none(), "nothing is made there");
}

#[test]
fn an_archive_lives_deep_in_folders_with_vietnamese_names() {
    let local = tempfile::TempDir::new().expect("a folder");
    let mut deep = local.path().to_owned();
    // Longer than the 260 letters that Windows takes in a plain path, and a name with its marks written apart.
    while deep.as_os_str().len() < 360 {
        deep.push("Thi đua, khen thưởng năm 2025 của Sở Tư pháp");
    }
    deep.push("Hô\u{300} sơ");
    let mut archive = Archive::open(&deep, &stamp(1)).expect("opened");
    let added = |tx: &Tx<'_>| tx.keep_file("Quyết định.pdf", b"%PDF-", FileRole::Attached, None);
    let kept = archive.transact(Action::new("Đính kèm"), &stamp(1), added).expect("kept").value;
    archive.backup(BackupReason::Asked, &stamp(1)).expect("backed up");
    drop(archive);
    let again = Archive::open(&deep, &stamp(2)).expect("opened again");
    assert_eq!(again.read_file(kept).expect("there"), b"%PDF-");
}

#[test]
fn a_newer_archive_is_refused_untouched() {
    let mut desk = Desk::new();
    desk.change("Tạo đợt", |tx| tx.add_round(&round("Đợt 1")));
    desk.tamper("PRAGMA user_version = 9999");
    let before = bytes_of(desk.folder.path());
    let error = Archive::open(desk.folder.path(), &stamp(1)).expect_err("it is newer");
    assert_eq!(error.code(), "archive-newer", "{error}");
    assert_eq!(bytes_of(desk.folder.path()), before, "not one byte differs, and no file was added");
}

#[test]
fn a_foreign_file_is_refused_untouched() {
    let other_program = {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("x.db");
        rusqlite::Connection::open(&path).expect("opens").execute_batch("CREATE TABLE t (a)").expect("made");
        fs::read(&path).expect("read")
    };
    for content in [b"PK\x03\x04 a workbook".to_vec(), vec![0; 4096], other_program] {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("archive.db"), &content).expect("written");
        let before = bytes_of(folder.path());
        let error = Archive::open(folder.path(), &stamp(1)).expect_err("not an archive");
        assert_eq!(error.code(), "not-an-archive", "{error}");
        assert!(error.to_string().contains("archive.db"), "it says which file: {error}");
        assert_eq!(bytes_of(folder.path()), before, "and leaves it alone");
    }
}

#[test]
fn a_damaged_archive_is_called_damaged() {
    let mut desk = Desk::new();
    desk.change("Thêm", |tx| {
        (0..300).try_for_each(|i| tx.add_honoree(&person(&format!("Lê Văn {i}"))).map(drop))
    });
    desk.close();
    let path = desk.folder.path().join("archive.db");
    let bytes = fs::read(&path).expect("read");
    fs::write(&path, &bytes[..bytes.len() / 2]).expect("written");
    let outcome = Archive::open(desk.folder.path(), &stamp(1)).and_then(|archive| {
        let checked = archive.check()?;
        assert!(!checked.is_sound(), "half of the file is gone");
        Ok(())
    });
    if let Err(error) = outcome {
        assert_eq!(error.code(), "archive-damaged", "{error}");
    }
}

#[test]
fn a_folder_that_cannot_be_made_is_a_failure_of_the_disk() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("file"), b"").expect("written");
    let error = Archive::open(&folder.path().join("file").join("archive"), &stamp(1)).expect_err("no folder");
    assert_eq!(error.code(), "disk", "never called damage: {error}");
}

#[test]
fn a_killed_process_loses_nothing_acknowledged_and_leaves_nothing_half_done() {
    for kill_after in [0, 1, 5] {
        let mut desk = Desk::new();
        desk.close();
        let acknowledged = child(&format!("dies-{kill_after}"), desk.folder.path());
        assert_eq!(acknowledged.lines().count(), kill_after, "so many changes were acknowledged");
        desk.open();
        let rounds = desk.archive().rounds(&RoundFilter::default()).expect("read");
        assert_eq!(
            rounds.len(),
            kill_after,
            "all of them are there, and nothing of the one that was under way"
        );
        desk.assert_sound();
        desk.change("Tạo đợt", |tx| tx.add_round(&round("sau đó")));
    }
}

/// Runs `in_a_child` below in a process of its own and gives what it printed.
pub(crate) fn child(job: &str, folder: &Path) -> String {
    run_child(Command::new(std::env::current_exe().expect("this test")), job, folder)
}

/// The same as a user who owns nothing, when the tests run as one who may do everything.
#[cfg(unix)]
pub(crate) fn child_as_nobody(job: &str, folder: &Path) -> String {
    use std::os::unix::{fs::MetadataExt, process::CommandExt};
    let mut command = Command::new(std::env::current_exe().expect("this test"));
    if fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0) {
        command.uid(65534).gid(65534);
    }
    run_child(command, job, folder)
}

fn run_child(mut command: Command, job: &str, folder: &Path) -> String {
    let output = command
        .args(["--exact", "opening::in_a_child", "--ignored", "--nocapture"])
        .env("ARCHIVE_TEST_JOB", job)
        .env("ARCHIVE_TEST_FOLDER", folder)
        .output()
        .expect("a process starts");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.lines().filter_map(|line| line.strip_prefix("> ")).map(|line| format!("{line}\n")).collect()
}

#[test]
#[ignore = "the other half of tests that need a second process"]
fn in_a_child() {
    let (Ok(job), Ok(folder)) = (std::env::var("ARCHIVE_TEST_JOB"), std::env::var("ARCHIVE_TEST_FOLDER"))
    else {
        return;
    };
    println!();
    match Archive::open(Path::new(&folder), &stamp(1)) {
        Err(error) => println!("> {:?}", error.obstacle()),
        Ok(mut archive) => {
            let count: u32 = job.strip_prefix("dies-").and_then(|count| count.parse().ok()).expect("a count");
            for index in 0..count {
                let change = |tx: &Tx<'_>| tx.add_round(&round(&format!("Đợt {index}")));
                archive.transact(Action::new("Tạo đợt"), &stamp(1), change).expect("allowed");
                println!("> {index}");
            }
            let _ = archive.transact(Action::new("Dở dang"), &stamp(1), |tx| -> Result<()> {
                tx.add_round(&round("dở dang"))?;
                tx.keep_file("dở dang.pdf", b"x", FileRole::Attached, None)?;
                // Enough to make SQLite write to the log before the commit, were its memory small.
                for index in 0..2000 {
                    tx.add_honoree(&person(&format!("Lê Văn {index}")))?;
                }
                std::process::abort();
            });
        }
    }
}
