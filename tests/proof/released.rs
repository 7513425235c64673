//! Archives of every structure that was ever released open, migrate and hold what they held; a kill while one is brought up
//! to date leaves it whole; one of a newer program is refused and not a byte of its folder changes.
//!
//! A fixture is `schema-N.zip`, the archive's folder, and `schema-N.facts`, every fact as a line of JSON. That of the
//! present structure is written, before a release, by
//! `cargo test --test proof -- --ignored write_the_fixture_of_the_present_structure`.

use crate::{
    faults::{self, Fault},
    host::{Desk, copy_folder},
    session::{Session, fresh_folder, whole_day},
    state::{State, reopened, stamp},
};
use archive::{Archive, ArchiveError, BackupReason, Notice};
use serde_json::Value;
use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{Read as _, Write as _},
    path::{Path, PathBuf},
};
use tempfile::TempDir;
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

/// Where in SQLite's header the number of the structure stands.
const VERSION: std::ops::Range<usize> = 60..64;

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

/// The numbers of the structures that have a fixture.
fn released() -> Vec<u32> {
    let mut all: Vec<u32> = fs::read_dir(fixtures())
        .expect("the fixtures")
        .filter_map(|entry| {
            let name = entry.expect("an entry").file_name().into_string().ok()?;
            name.strip_prefix("schema-")?.strip_suffix(".zip")?.parse().ok()
        })
        .collect();
    all.sort_unstable();
    all
}

/// A desk with the archive of a fixture.
fn desk_with(structure: u32) -> (TempDir, Desk) {
    let folder = fresh_folder();
    let desk = Desk { folder: folder.path().to_owned() };
    let file = File::open(fixtures().join(format!("schema-{structure}.zip"))).expect("the fixture");
    let mut zip = ZipArchive::new(file).expect("a zip file");
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).expect("a part");
        let path = desk.archive().join(part.name().expect("a name").to_string());
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("read");
        fs::write(path, bytes).expect("written");
    }
    (folder, desk)
}

fn facts_of(structure: u32) -> Vec<Value> {
    let text = fs::read_to_string(fixtures().join(format!("schema-{structure}.facts"))).expect("the facts");
    text.lines().map(|line| serde_json::from_str(line).expect("a fact")).collect()
}

/// Every fact is there, column for column. A newer structure may know more.
fn assert_holds(archive: &Archive, facts: &[Value], what: &str) {
    let key = |fact: &Value| (fact["table"].to_string(), fact["id"].to_string());
    let mut now = BTreeMap::new();
    archive
        .dump(|line| {
            let fact: Value = serde_json::from_str(line).expect("a fact");
            now.insert(key(&fact), fact);
        })
        .expect("facts are read");
    for fact in facts {
        let found = now.get(&key(fact)).unwrap_or_else(|| panic!("{what}: lost {fact}"));
        for (column, value) in fact.as_object().expect("an object") {
            assert_eq!(&found[column], value, "{what}: {column} of {} {}", fact["table"], fact["id"]);
        }
    }
}

/// Where there was something to bring up to date, a backup of it as it was has been made.
fn assert_backed_up_before(archive: &Archive, structure: u32, what: &str) {
    let upgraded = archive.notices().iter().find_map(|notice| match notice {
        Notice::Upgraded { backup, .. } => Some(backup),
        _ => None,
    });
    assert_eq!(
        upgraded.is_some(),
        (structure as usize) < archive::STRUCTURE,
        "{what}: said when it was done"
    );
    let Some(backup) = upgraded else { return };
    let known = archive.backups().expect("read").into_iter().find(|known| known.name == *backup);
    let manifest = known.unwrap_or_else(|| panic!("{what}: no backup {backup}")).manifest.expect("good");
    assert_eq!(manifest.reason, Some(BackupReason::BeforeUpgrade), "{what}");
    assert_eq!(manifest.description.structure, i64::from(structure), "{what}: as it was before");
}

/// Every file below a folder with its bytes, every folder without.
fn everything_in(folder: &Path) -> BTreeMap<PathBuf, Option<Vec<u8>>> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            all.extend(everything_in(&path));
            all.insert(path, None);
        } else {
            let bytes = fs::read(&path).expect("read");
            all.insert(path, Some(bytes));
        }
    }
    all
}

#[test]
fn every_released_structure_opens_and_holds_what_it_held() {
    assert!(released().contains(&1), "structure 1 is released");
    for structure in released() {
        let what = format!("structure {structure}");
        let (_folder, desk) = desk_with(structure);
        let facts = facts_of(structure);
        assert!(facts.len() > 60, "{what}: a fixture that holds something");
        let archive = reopened(&desk.archive(), &what);
        assert_holds(&archive, &facts, &what);
        assert_backed_up_before(&archive, structure, &what);
        drop(archive);
        // The second opening finds it up to date.
        let mut archive = reopened(&desk.archive(), &what);
        assert_holds(&archive, &facts, &what);
        let before = State::of(&archive);
        archive
            .undo(&stamp())
            .unwrap_or_else(|e| panic!("{what}: {e}"))
            .expect("the last change can be taken back");
        archive.redo(&stamp()).unwrap_or_else(|e| panic!("{what}: {e}")).expect("and done again");
        assert_eq!(State::of(&archive).facts, before.facts, "{what}: undo reaches over the update");
        drop(archive);
        reopened(&desk.archive(), &what);
    }
}

#[test]
fn a_kill_while_it_is_brought_up_to_date_leaves_it_whole() {
    for structure in released() {
        let facts = facts_of(structure);
        // Every call, the ways to die in turn.
        for at in 1.. {
            let kind = ["before", "torn", "power"][at as usize % 3];
            let what = format!("structure {structure}, {kind} at {at}");
            let (_folder, desk) = desk_with(structure);
            let told = desk.command(Fault { kind, at, seed: at }).args(["--json", "rounds"]).output();
            let told = told.expect("the program starts");
            if !faults::counted(&desk.notes()).happened {
                assert!(told.status.success(), "{what}: {}", String::from_utf8_lossy(&told.stdout));
                break;
            }
            assert_holds(&reopened(&desk.archive(), &what), &facts, &what);
        }
    }
}

#[test]
fn a_newer_archive_is_refused_and_stays_byte_for_byte() {
    // Newer by its header; newer only by the log beside it, as after a kill of the newer program.
    for in_the_log in [false, true] {
        let (_folder, desk) = desk_with(1);
        drop(reopened(&desk.archive(), &"made of today"));
        let path = desk.archive().join("archive.db");
        if in_the_log {
            let conn = rusqlite::Connection::open(&path).expect("SQLite opens it");
            conn.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)
                .expect("set");
            conn.pragma_update(None, "user_version", 9_999).expect("a newer structure");
            drop(conn);
            assert!(
                fs::metadata(desk.archive().join("archive.db-wal")).is_ok_and(|log| log.len() > 0),
                "in the log"
            );
            // Not of the archive: another program's shared memory.
            let _ = fs::remove_file(desk.archive().join("archive.db-shm"));
        } else {
            let mut bytes = fs::read(&path).expect("read");
            bytes[VERSION].copy_from_slice(&9_999_u32.to_be_bytes());
            fs::write(&path, bytes).expect("written");
            fs::remove_dir_all(desk.archive().join("backups")).expect("a newer one may have other folders");
        }
        let before = everything_in(&desk.archive());
        for words in [["--json", "check"], ["--json", "sample"]] {
            let told = desk.command(Fault::NONE).args(words).output().expect("the program starts");
            let told = String::from_utf8(told.stdout).expect("text");
            assert!(told.contains("archive-newer"), "{words:?}: {told}");
            let after = everything_in(&desk.archive());
            let names = before.keys().chain(after.keys());
            let changed: Vec<_> = names.filter(|name| before.get(*name) != after.get(*name)).collect();
            assert!(changed.is_empty(), "{words:?}, newer in the log {in_the_log}: changed {changed:?}");
        }
    }
}

#[test]
#[ignore = "writes a fixture, once before a release"]
fn write_the_fixture_of_the_present_structure() {
    let session = Session::run(whole_day());
    let (_folder, desk) = session.desk_before(session.steps.len());
    let copy = fresh_folder();
    copy_folder(&desk.archive(), copy.path());
    let archive = match Archive::open(copy.path(), &stamp()) {
        Ok(archive) => archive,
        Err(error @ ArchiveError::Locked { .. }) => panic!("still at work: {error}"),
        Err(error) => panic!("{error}"),
    };
    let facts = State::of(&archive).facts;
    drop(archive);
    let database = fs::read(copy.path().join("archive.db")).expect("read");
    let structure = u32::from_be_bytes(database[VERSION].try_into().expect("four bytes"));
    fs::create_dir_all(fixtures()).expect("a folder");
    fs::write(fixtures().join(format!("schema-{structure}.facts")), facts.join("\n") + "\n")
        .expect("written");
    let file = File::create(fixtures().join(format!("schema-{structure}.zip"))).expect("made");
    let mut zip = ZipWriter::new(file);
    for (path, bytes) in everything_in(copy.path()) {
        let name = path.strip_prefix(copy.path()).expect("inside").to_str().expect("a plain name").to_owned();
        if let (Some(bytes), false) = (bytes, name.starts_with("backups")) {
            zip.start_file(name, SimpleFileOptions::default()).expect("begun");
            zip.write_all(&bytes).expect("written");
        }
    }
    zip.finish().expect("ended");
}
