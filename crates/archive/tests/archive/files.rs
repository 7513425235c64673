//! Kept files: byte for byte, once, and any change to them is noticed.

use super::*;
use std::fs;

#[test]
fn bytes_come_back_as_they_were() {
    let mut desk = Desk::new();
    let bytes: Vec<u8> = (0..=255).cycle().take(100_000).collect();
    let id = desk.change("Soạn", |tx| tx.add_document(&draft("Quyết định", "", None)));
    let file = desk
        .change("Đính kèm", |tx| tx.keep_file("đã ký.pdf", &bytes, FileRole::Attached, Some(id.into())));
    desk.reopen();
    assert_eq!(desk.archive().read_file(file).expect("read"), bytes, "not one byte differs after a restart");
    let listed = desk.archive().files_of(id).expect("read");
    assert_eq!((listed[0].name.as_str(), listed[0].bytes), ("đã ký.pdf", 100_000), "under its own name");
    assert_eq!(desk.archive().attached_to(file).expect("read"), [id.into()], "and both ways round");
}

#[test]
fn the_same_bytes_are_kept_once() {
    let mut desk = Desk::new();
    let (a, b, c) = desk.change("Giữ", |tx| {
        let a = tx.keep_file("a.pdf", b"x", FileRole::Attached, None)?;
        let b = tx.keep_file("a.pdf", b"x", FileRole::Attached, None)?;
        Ok((a, b, tx.keep_file("b.pdf", b"x", FileRole::Exported, None)?))
    });
    assert_eq!(a, b, "the same file twice is one file");
    assert_ne!(a, c, "under another name it has an entry of its own");
    let path = |desk: &mut Desk, id| desk.archive().file_path(id).expect("read");
    assert_eq!(path(&mut desk, a), path(&mut desk, c), "but the bytes are on disk once");
}

#[test]
fn a_file_from_disk_keeps_its_name() {
    let mut desk = Desk::new();
    let path = desk.folder.path().join("Đề nghị.xlsx");
    fs::write(&path, b"PK").expect("written");
    let round = desk.change("Tạo đợt", |tx| tx.add_round(&round("Đợt 1")));
    desk.change("Nhập", |tx| tx.keep_file_at(&path, FileRole::Imported, Some(round.into())));
    assert_eq!(desk.archive().files_of(round).expect("read")[0].name, "Đề nghị.xlsx", "its own name");
    let gone = desk.try_change("Nhập", |tx| tx.keep_file_at(&path.join("x"), FileRole::Imported, None));
    let error = gone.expect_err("there is no such file");
    assert_eq!(error.code(), "disk", "said as a failure of the disk");
    assert!(error.to_string().contains("Đề nghị.xlsx"), "naming the file: {error}");
}

#[test]
fn changed_and_missing_files_are_noticed() {
    let mut desk = Desk::new();
    let (changed, missing) = desk.change("Giữ", |tx| {
        let changed = tx.keep_file("a.pdf", b"mot", FileRole::Attached, None)?;
        Ok((changed, tx.keep_file("b.pdf", b"hai", FileRole::Attached, None)?))
    });
    desk.assert_sound();
    fs::write(desk.archive().file_path(changed).expect("read"), b"MOT").expect("written");
    fs::remove_file(desk.archive().file_path(missing).expect("read")).expect("removed");
    let findings = desk.archive().check().expect("the disk works").findings;
    let found: Vec<_> = findings.iter().map(|finding| (finding.code, finding.about)).collect();
    assert_eq!(
        found,
        [("file-changed", Some(changed.into())), ("file-missing", Some(missing.into()))],
        "each is named with what happened to it"
    );
    let code = |id| desk.archive.as_ref().expect("open").read_file(id).map_err(|e| e.code());
    assert_eq!(code(changed), Err("file-changed"), "changed bytes are never handed out as the original");
    assert_eq!(code(missing), Err("file-missing"), "nor is a missing file an empty one");
    desk.change("Giữ lại", |tx| tx.keep_file("a.pdf", b"mot", FileRole::Attached, None));
    assert_eq!(
        desk.archive().read_file(changed).expect("read"),
        b"mot",
        "keeping the original again heals it"
    );
}

#[test]
fn files_belong_to_things_only() {
    let mut desk = Desk::new();
    let to_file = desk.try_change("Giữ", |tx| {
        let file = tx.keep_file("a.pdf", b"x", FileRole::Attached, None)?;
        tx.attach(file, file.into())
    });
    assert_eq!(to_file.map_err(|e| e.code()), Err("refused"), "a file has no files");
    let id = Id { kind: Kind::Document, number: 77 };
    let to_nothing = desk.try_change("Giữ", |tx| tx.keep_file("a.pdf", b"x", FileRole::Attached, Some(id)));
    assert_eq!(to_nothing.map_err(|e| e.code()), Err("not-found"), "nor has what is not there");
}
