//! The calls of Windows answer as their callers expect; run under wine, which has no network drive and no printer. Positions on
//! paper are in `docs/windows-acceptance.md`.
#![cfg(windows)]

use std::{fs, os::windows::fs::OpenOptionsExt as _, path::Path};
use win32::{console, drive, holders, printer};

#[test]
fn a_disk_of_this_pc_is_neither_on_the_network_nor_a_stick() {
    for folder in [r"C:\windows", r"C:\not there yet\kho", r"\\?\C:\windows"] {
        assert_eq!(drive::kind(Path::new(folder)), drive::Kind::Other, "{folder}");
    }
}

#[test]
fn a_file_that_is_held_open_is_not_written_and_asking_who_has_it_is_harmless() {
    let file = std::env::temp_dir().join("đang mở.txt");
    fs::write(&file, b"1").expect("written");
    // As Word and Acrobat open files: others may read.
    let held = fs::OpenOptions::new().read(true).share_mode(1).open(&file).expect("opened");
    let refused = fs::write(&file, b"2").expect_err("somebody has it");
    assert_eq!(refused.raw_os_error(), Some(32), "a sharing violation");
    // Windows names this program; wine knows nobody.
    assert!(holders::of(&file).len() <= 1);
    drop(held);
    assert!(holders::of(&file).is_empty());
    fs::remove_file(&file).expect("removed");
}

#[test]
fn joining_a_console_that_is_not_there_says_so() {
    // Attached already, or none to attach to: either way a test program goes on printing where it did.
    assert!(!console::attach());
}

#[test]
fn printers_are_listed_and_an_unknown_one_is_refused() {
    let names = printer::names().expect("asked");
    assert!(names.iter().all(|name| !name.is_empty()));
    let a4 = printer::Paper { width: 2100, height: 2970 };
    assert!(printer::Job::on("no such printer", a4).is_err());
}
