//! The whole archive out to a folder and back in: equal, or refused with the file and the reason and nothing changed.

use super::undo::{Step, found, step, take};
use super::*;
use archive::folder::{FolderOut, Identities, Listing, SUMS};
use commendation::Conference;
use proptest::prelude::*;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

fn go_on(_: usize, _: usize) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn export(desk: &mut Desk, to: &Path) -> Result<archive::folder::Written> {
    let mut out = FolderOut::new(to)?;
    desk.archive().write_folder(&mut out, Identities::Full, &go_on)?;
    out.finish()
}

/// A desk with something of every kind, its folder, and a place for the export.
fn worked() -> (Desk, TempDir, PathBuf) {
    let mut desk = Desk::new();
    desk.change("Nhập danh sách", |tx| {
        let round = tx.add_round(&round("Đợt: tổng kết/2025"))?;
        let list = tx.keep_file("danh sách.xlsx", b"excel", FileRole::Imported, Some(round.into()))?;
        let honoree = tx.add_honoree(&person("Lê Thị Ba"))?;
        tx.add_spelling(honoree, "LÊ THỊ  BA")?;
        let source = Some(Source { file: Some(list), file_name: "danh sách.xlsx".into(), row: 7 });
        tx.add_nomination(round, &NewNomination { source, ..nomination(honoree, person("Lê Thị Ba")) })?;
        let paper =
            tx.add_document(&draft("Quyết định tặng Giấy khen", "văn bản", Some(Subject::Round(round))))?;
        let pdf = tx.keep_file("Quyết định.pdf", b"%PDF frozen", FileRole::Issued, Some(paper.into()))?;
        tx.issue_document(paper, &Issuance { file: Some(pdf), ..issuance("15", "2026-01-05") })?;
        tx.keep_file("quyết ĐỊNH.pdf", b"%PDF signed", FileRole::Attached, Some(paper.into()))?;
        tx.add_award(&award(honoree, person("Lê Thị Ba"), "2871/QĐ-UBND", 2024))?;
        tx.keep_file("bằng.jpg", b"jpg", FileRole::Attached, Some(honoree.into()))?;
        tx.add_conference(&Conference {
            name: "Hội nghị tổng kết".into(),
            date: Some(date("2025-12-20")),
            ..Conference::default()
        })?;
        tx.set_setting("theme", "dark")
    });
    let gone = desk.change("Thêm", |tx| tx.add_round(&round("sẽ xóa")));
    desk.change("Xóa", |tx| tx.remove_round(gone));
    let parent = tempfile::tempdir().expect("a folder");
    let to = parent.path().join("xuất");
    (desk, parent, to)
}

/// Every file of a folder by its path.
fn tree(root: &Path) -> BTreeMap<String, Vec<u8>> {
    fn walk(root: &Path, folder: &Path, into: &mut BTreeMap<String, Vec<u8>>) {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                walk(root, &path, into);
            } else {
                let name = path.strip_prefix(root).expect("inside").to_string_lossy().replace('\\', "/");
                into.insert(name, fs::read(&path).expect("read"));
            }
        }
    }
    let mut files = BTreeMap::new();
    walk(root, root, &mut files);
    files
}

/// Makes the hashes true again after a change, as a forger would.
fn sign_again(root: &Path) {
    let mut sums = String::new();
    for (name, bytes) in tree(root).into_iter().filter(|(name, _)| name != SUMS) {
        let sha: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        sums.push_str(&format!("{sha}  {name}\n"));
    }
    fs::write(root.join(SUMS), sums).expect("written");
}

fn entries(desk: &mut Desk) -> Vec<(JournalRow, Vec<RowChange>)> {
    let rows = desk.archive().journal(None, 9999).expect("read");
    let with = |row: JournalRow| {
        let changes = desk.archive().journal_changes(row.number).expect("read");
        (row, changes)
    };
    rows.into_iter().map(with).collect()
}

#[test]
fn the_folder_is_readable_by_a_person() {
    let (mut desk, _parent, to) = worked();
    let written = export(&mut desk, &to).expect("written");
    let files = tree(&to);
    assert_eq!(written.files as usize, files.len(), "it says how many files there are");
    let names: Vec<&str> =
        files.keys().map(String::as_str).filter(|name| !name.starts_with("dữ liệu/")).collect();
    let decision = "2025/Đợt- tổng kết-2025 (round-1)/2026-01-05 15-QĐ-STP Quyết định số 15 (doc-1)";
    assert_eq!(
        names,
        [
            "2025/Hội nghị tổng kết (conf-1)/thông tin.json",
            &format!("{decision}/Quyết định.pdf"),
            &format!("{decision}/quyết ĐỊNH (2).pdf"),
            &format!("{decision}/thông tin.json"),
            "2025/Đợt- tổng kết-2025 (round-1)/danh sách.xlsx",
            "2025/Đợt- tổng kết-2025 (round-1)/thông tin.json",
            "SHA256SUMS",
            "Đối tượng/Lê Thị Ba (hon-1)/bằng.jpg",
        ],
        "by year, round or conference and document, and no two names differ by case alone"
    );
    assert_eq!(files[&format!("{decision}/quyết ĐỊNH (2).pdf")], b"%PDF signed", "byte for byte");
    let record: serde_json::Value =
        serde_json::from_slice(&files[&format!("{decision}/thông tin.json")]).expect("JSON");
    assert_eq!(record["bản ghi"]["facts"]["a"][1], "hai", "JSON inside a column is written out");
    assert_eq!(record["tệp"].as_array().map(Vec::len), Some(2), "its files are named");

    let again = to.with_file_name("lần hai");
    export(&mut desk, &again).expect("written");
    assert!(tree(&again) == files, "the same archive gives the same folder");
}

#[test]
fn no_table_of_facts_is_forgotten() {
    // What is made from facts, or is the journal and its own; a new table is a fact until it is named here.
    const DERIVED: &[&str] = &[
        "journal",
        "journal_touch",
        "undo_step",
        "cited_decision",
        "kept_text",
        "honoree_key",
        "honoree_block",
        "unit_text",
    ];
    let (mut desk, _parent, to) = worked();
    export(&mut desk, &to).expect("written");
    let database = desk.folder.path().join("archive.db");
    desk.close();
    let conn = rusqlite::Connection::open(database).expect("SQLite opens it");
    let mut query = conn
        .prepare(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
        )
        .expect("SQL");
    let tables: Vec<String> =
        query.query_map([], |row| row.get(0)).expect("read").collect::<Result<_, _>>().expect("read");
    assert!(tables.len() > 10, "the tables are listed: {tables:?}");
    for table in tables.iter().filter(|table| !DERIVED.contains(&table.as_str())) {
        assert!(to.join(format!("dữ liệu/{table}.jsonl")).is_file(), "{table} is exported");
    }
}

#[test]
fn what_comes_back_in_is_equal() {
    let (mut desk, parent, to) = worked();
    export(&mut desk, &to).expect("written");
    let mut other = Desk::new();
    other.change("Đổi giao diện", |tx| tx.set_setting("theme", "light"));
    // The end of its own journal is on record beside it, and is not that of the one that comes in.
    other.reopen();
    let taken = other.archive().take_in(&to, &stamp(5), &go_on).expect("taken in");
    assert_eq!(other.dump(), desk.dump(), "every row with its number");
    assert_eq!(taken.fingerprint, desk.archive().fingerprint().expect("read"), "so it says itself");
    let (before, mut after) = (entries(&mut desk), entries(&mut other));
    assert!(after.remove(0).0.action.starts_with("Nhập toàn bộ kho từ thư mục"), "the journal tells of it");
    assert_eq!(after, before, "and is the same before that");
    other.assert_sound();
    assert_eq!(
        other.archive().journal(Some("doc-1".parse().expect("an id")), 9).expect("read").len(),
        desk.archive().journal(Some("doc-1".parse().expect("an id")), 9).expect("read").len(),
        "what happened to a document is still found"
    );
    for number in 1..=4 {
        let id = FileId(number);
        assert_eq!(
            other.archive().read_file(id).expect("read"),
            desk.archive().read_file(id).expect("read"),
            "the files came byte for byte"
        );
    }
    assert_eq!(found(&mut other), found(&mut desk), "the same is found");

    let new = other.change("Thêm", |tx| tx.add_round(&round("mới")));
    assert_eq!(new, RoundId(3), "the number of the removed round is not given again");
    other.archive().undo(&stamp(6)).expect("possible").expect("work goes on as ever");
    other.reopen();
    other.assert_sound();
    let back = parent.path().join("lại");
    export(&mut other, &back).expect("written");
    let data = |root: &Path| -> BTreeMap<String, Vec<u8>> {
        let mut files = tree(root);
        files.retain(|name, _| ![SUMS, "dữ liệu/journal.jsonl", "dữ liệu/kho.json"].contains(&name.as_str()));
        files
    };
    assert!(data(&back) == data(&to), "out again it is the same folder, but for the journal that went on");
}

#[test]
fn what_is_not_as_it_was_is_named_and_nothing_is_written() {
    let (mut desk, parent, to) = worked();
    export(&mut desk, &to).expect("written");
    let replaced = |name: &'static str, from: &'static str, into: &'static str| {
        move |root: &Path| {
            let path = root.join(name);
            let text = fs::read_to_string(&path).expect("read");
            assert!(text.contains(from), "{name} has {from}");
            fs::write(path, text.replacen(from, into, 1)).expect("written");
        }
    };
    const PDF: &str =
        "2025/Đợt- tổng kết-2025 (round-1)/2026-01-05 15-QĐ-STP Quyết định số 15 (doc-1)/Quyết định.pdf";
    type Change = Box<dyn Fn(&Path)>;
    // What is done to the folder, whether the hashes are made true again, which file is named, and why.
    let cases: Vec<(Change, bool, &str, &str)> = vec![
        (
            Box::new(|root| fs::write(root.join(PDF), b"%PDF other").expect("written")),
            false,
            PDF,
            "đã thay đổi",
        ),
        (Box::new(|root| fs::remove_file(root.join(PDF)).expect("removed")), false, PDF, "thiếu"),
        (Box::new(|root| fs::remove_file(root.join(PDF)).expect("removed")), true, "Quyết định.pdf", "thiếu"),
        (
            Box::new(|root| fs::write(root.join("2025/lạ.exe"), b"x").expect("written")),
            false,
            "2025/lạ.exe",
            "thừa",
        ),
        (
            Box::new(|root| fs::write(root.join("2025/lạ.exe"), b"x").expect("written")),
            true,
            "2025/lạ.exe",
            "không bản ghi",
        ),
        (
            Box::new(replaced("dữ liệu/award.jsonl", "2024", "2023")),
            false,
            "dữ liệu/award.jsonl",
            "đã thay đổi",
        ),
        (
            Box::new(|root| fs::write(root.join("dữ liệu/award.jsonl"), "").expect("written")),
            true,
            "dữ liệu/award.jsonl",
            "0 bản ghi",
        ),
        (
            Box::new(replaced("dữ liệu/award.jsonl", "\"year\":2024", "\"year\":\"xưa\"")),
            true,
            "dữ liệu/award.jsonl",
            "dòng 1",
        ),
        (
            Box::new(replaced("dữ liệu/award.jsonl", "\"year\":2024", "\"year\":[1]")),
            true,
            "dữ liệu/award.jsonl",
            "dòng 1",
        ),
        (
            Box::new(replaced("dữ liệu/award.jsonl", "\"year\":2024", "\"year\":2024.5")),
            true,
            "dữ liệu/award.jsonl",
            "dòng 1",
        ),
        (
            Box::new(replaced("dữ liệu/award.jsonl", "\"year\":2024", "\"year\":2024,\"year\":2024")),
            true,
            "dữ liệu/award.jsonl",
            "lặp",
        ),
        (
            Box::new(replaced("dữ liệu/award.jsonl", "\"year\":2024,", "")),
            true,
            "dữ liệu/award.jsonl",
            "thiếu mục “year”",
        ),
        (
            Box::new(replaced("dữ liệu/award.jsonl", "\"year\"", "\"years\"")),
            true,
            "dữ liệu/award.jsonl",
            "mục lạ",
        ),
        (
            Box::new(replaced("dữ liệu/award.jsonl", "\"year\":2024", "\"year\": 2024")),
            true,
            "dữ liệu/award.jsonl",
            "không theo đúng dạng",
        ),
        (
            Box::new(replaced("dữ liệu/award.jsonl", "\"honoree_id\":1", "\"honoree_id\":9")),
            true,
            "dữ liệu/award.jsonl",
            "không có",
        ),
        (
            Box::new(replaced("dữ liệu/honoree.jsonl", "\n", "")),
            true,
            "dữ liệu/honoree.jsonl",
            "không trọn vẹn",
        ),
        (
            Box::new(replaced(
                "dữ liệu/setting.jsonl",
                "}\n",
                "}\n{\"id\":1,\"name\":\"theme\",\"value\":\"dark\"}\n",
            )),
            true,
            "dữ liệu/setting.jsonl",
            "dòng 2: trùng",
        ),
        (
            Box::new(replaced("dữ liệu/journal.jsonl", "Nhập danh sách", "Nhập danh sach")),
            true,
            "dữ liệu/journal.jsonl",
            "dòng 2: mã băm",
        ),
        (
            Box::new(replaced("dữ liệu/kho.json", "\"round\": 1", "\"rounds\": 1")),
            true,
            "dữ liệu/kho.json",
            "bảng lạ",
        ),
        (
            Box::new(replaced("dữ liệu/kho.json", "\"format\"", "\"formats\"")),
            true,
            "dữ liệu/kho.json",
            "không đọc được",
        ),
        (
            Box::new(|root| fs::write(root.join("dữ liệu/kho.json"), "[".repeat(1 << 21)).expect("written")),
            true,
            "dữ liệu/kho.json",
            "quá lớn",
        ),
        (Box::new(replaced(SUMS, "  2025/", "  ../2025/")), false, SUMS, "ra ngoài"),
        (Box::new(replaced(SUMS, "  2025/", "  C:/2025/")), false, SUMS, "ra ngoài"),
        (Box::new(|root| fs::remove_file(root.join(SUMS)).expect("removed")), false, SUMS, "thiếu"),
    ];
    for (index, (change, sign, file, reason)) in cases.into_iter().enumerate() {
        let copy = parent.path().join(format!("bản {index}"));
        for (name, bytes) in tree(&to) {
            let path = copy.join(name);
            fs::create_dir_all(path.parent().expect("a parent")).expect("made");
            fs::write(path, bytes).expect("written");
        }
        change(&copy);
        if sign {
            sign_again(&copy);
        }
        let mut other = Desk::new();
        let (facts, journal) = (other.dump(), entries(&mut other));
        let error = other.archive().take_in(&copy, &stamp(5), &go_on).expect_err("it is refused");
        let message = error.to_string();
        assert_eq!(error.code(), "folder-refused", "case {index} is foreseen: {message}");
        assert!(
            message.contains(file) && message.contains(reason),
            "case {index} names {file}, {reason}: {message}"
        );
        assert_eq!((other.dump(), entries(&mut other)), (facts, journal), "case {index} left nothing");
        let left: Vec<_> =
            fs::read_dir(other.folder.path()).expect("read").map(|e| e.expect("entry").file_name()).collect();
        assert!(!left.iter().any(|name| name == "archive.import"), "nor a file beside");
        other.assert_sound();
    }
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    let (mut desk, parent, to) = worked();
    export(&mut desk, &to).expect("written");
    std::os::unix::fs::symlink(parent.path(), to.join("2025/ra ngoài")).expect("linked");
    let error = Desk::new().archive().take_in(&to, &stamp(5), &go_on).expect_err("it is refused");
    assert!(error.to_string().contains("2025/ra ngoài"), "the link is named: {error}");
}

#[test]
fn only_an_empty_archive_takes_a_folder_in() {
    let (mut desk, _parent, to) = worked();
    export(&mut desk, &to).expect("written");
    let before = desk.dump();
    let error = desk.archive().take_in(&to, &stamp(5), &go_on).expect_err("there is work in it");
    assert_eq!(error.code(), "refused", "{error}");
    assert_eq!(desk.dump(), before, "and it stays");
}

#[test]
fn only_a_new_or_empty_folder_is_written() {
    let (mut desk, parent, to) = worked();
    fs::create_dir(&to).expect("made");
    fs::write(to.join("của tôi.txt"), b"mine").expect("written");
    assert_eq!(export(&mut desk, &to).expect_err("it is in use").code(), "refused");
    assert_eq!(fs::read(to.join("của tôi.txt")).expect("read"), b"mine", "nothing was touched");
    fs::remove_file(to.join("của tôi.txt")).expect("removed");
    export(&mut desk, &to).expect("an empty folder will do");
    assert_eq!(fs::read_dir(parent.path()).expect("read").count(), 1, "nothing is left beside");
}

#[test]
fn stopped_work_has_done_nothing() {
    let (mut desk, parent, to) = worked();
    let stop_at = |last: usize| {
        move |done: usize, _: usize| {
            if done >= last { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        }
    };
    for last in [1, 5, 10] {
        let mut out = FolderOut::new(&to).expect("begun");
        assert_eq!(
            desk.archive()
                .write_folder(&mut out, Identities::Full, &stop_at(last))
                .expect_err("stopped")
                .code(),
            "stopped"
        );
        drop(out);
        assert_eq!(fs::read_dir(parent.path()).expect("read").count(), 0, "no folder, no part of one");
    }
    export(&mut desk, &to).expect("written");
    for last in [1, 5, 10] {
        let mut other = Desk::new();
        let before = other.dump();
        assert_eq!(
            other.archive().take_in(&to, &stamp(5), &stop_at(last)).expect_err("stopped").code(),
            "stopped"
        );
        assert_eq!(other.dump(), before, "the archive is as it was");
    }
}

#[test]
fn a_folder_of_a_newer_program_is_told() {
    let (mut desk, _parent, to) = worked();
    export(&mut desk, &to).expect("written");
    let path = to.join("dữ liệu/kho.json");
    let text = fs::read_to_string(&path).expect("read");
    let line =
        text.lines().find(|line| line.contains("\"schema\"")).expect("it says its structure").to_owned();
    fs::write(&path, text.replace(&line, "  \"schema\": 999,")).expect("written");
    sign_again(&to);
    let error = Desk::new().archive().take_in(&to, &stamp(5), &go_on).expect_err("refused");
    assert_eq!(error.code(), "archive-newer", "{error}");
}

#[test]
fn the_index_says_where_every_file_lies() {
    let (mut desk, _parent, to) = worked();
    let mut out = FolderOut::new(&to).expect("begun");
    let places = desk.archive().write_folder(&mut out, Identities::Full, &go_on).expect("written");
    out.finish().expect("written");
    for (listing, count) in [
        (Listing::Documents, 1),
        (Listing::Files, 4),
        (Listing::Conferences, 1),
        (Listing::Awards, 1),
        (Listing::Honorees, 1),
    ] {
        let mut rows = Vec::new();
        desk.archive()
            .each_row(listing, &places, |row| {
                rows.push(row.to_vec());
                Ok::<_, ArchiveError>(())
            })
            .expect("listed");
        assert_eq!(rows.len(), count, "{listing:?}");
        if !matches!(listing, Listing::Awards | Listing::Honorees) {
            for row in rows {
                let path = row.last().expect("a path");
                assert!(to.join(path).is_file(), "{listing:?} leads to a file: {path}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_archive_goes_out_and_comes_back(steps in prop::collection::vec(step(), 1..30)) {
        let (mut desk, _parent, to) = worked();
        for taken in &steps {
            match taken {
                Step::Undo => drop(desk.archive().undo(&stamp(2)).expect("possible")),
                Step::Redo => drop(desk.archive().redo(&stamp(2)).expect("possible")),
                other => drop(desk.try_change("Làm", |tx| take(tx, other))),
            }
        }
        export(&mut desk, &to).expect("written");
        let mut other = Desk::new();
        other.archive().take_in(&to, &stamp(5), &go_on).expect("taken in");
        prop_assert_eq!(other.dump(), desk.dump(), "every row is there again");
        prop_assert_eq!(&entries(&mut other)[1..], &entries(&mut desk)[..], "and every entry of the journal");
        prop_assert_eq!(found(&mut other), found(&mut desk), "and everything is found");
        other.assert_sound();
    }

    #[test]
    fn any_changed_byte_is_noticed(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let (mut desk, _parent, to) = worked();
        export(&mut desk, &to).expect("written");
        let files = tree(&to);
        let total: usize = files.values().map(Vec::len).sum();
        let mut left = at.index(total);
        for (name, mut bytes) in files {
            if left >= bytes.len() {
                left -= bytes.len();
                continue;
            }
            prop_assume!(bytes[left] != byte);
            bytes[left] = byte;
            fs::write(to.join(&name), bytes).expect("written");
            break;
        }
        let mut other = Desk::new();
        let before = other.dump();
        prop_assert!(other.archive().take_in(&to, &stamp(5), &go_on).is_err(), "one byte is another");
        prop_assert_eq!(other.dump(), before, "nothing came in");
    }
}

#[test]
fn identity_numbers_go_out_only_when_asked_for() {
    let (mut desk, _parent, to) = worked();
    let honoree = desk.change("Ghi số định danh", |tx| {
        let honoree = tx.add_honoree(&person("Trần Văn Đức"))?;
        tx.set_identity(honoree, Some("072080001234"))?;
        Ok(honoree)
    });
    let mut out = FolderOut::new(&to).expect("a new folder");
    desk.archive().write_folder(&mut out, Identities::Masked, &go_on).expect("written");
    out.finish().expect("finished");
    let told = |to: &Path| {
        tree(to)
            .into_iter()
            .filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains("072080001234"))
            .count()
    };
    assert_eq!(told(&to), 0, "neither in the rows nor in the journal");
    let mut other = Desk::new();
    let refused = other.archive().take_in(&to, &stamp(5), &go_on).expect_err("it is not the whole archive");
    assert!(refused.to_string().contains("số định danh đã che"), "it says why: {refused}");

    let whole = to.with_file_name("đầy đủ");
    export(&mut desk, &whole).expect("written");
    assert!(told(&whole) > 0, "asked for, they are there");
    other.archive().take_in(&whole, &stamp(5), &go_on).expect("taken in");
    assert_eq!(other.archive().identity(honoree).expect("there").as_deref(), Some("072080001234"));
}
