//! One place opens the database and one reads and writes files, so that both can be encrypted later.

use std::fs;
use std::path::Path;

/// Modules that may open a database: the one that opens archives and copies of them, the check, which builds the
/// expected structure in memory, and the scratch database of a folder being read.
const OPENS: [&str; 3] = ["open.rs", "check.rs", "folder/stage.rs"];
/// Modules that may touch files: the one for kept files, and those for the folder, the lock and whole databases.
/// `folder` and `salvage` write and read what is for people's eyes outside the archive, `place` asks what a folder is.
const FILES: [&str; 7] = ["file.rs", "open.rs", "lock.rs", "backup.rs", "salvage.rs", "folder/", "place.rs"];

#[test]
fn one_place_opens_the_database_and_one_touches_files() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut seen = 0;
    let mut paths = vec![source.clone()];
    while let Some(path) = paths.pop() {
        if path.is_dir() {
            let inside = fs::read_dir(&path).expect("the sources are there");
            paths.extend(inside.map(|entry| entry.expect("readable").path()));
            continue;
        }
        let inside = path.strip_prefix(&source).expect("found below the sources");
        let name = inside.to_string_lossy().replace('\\', "/");
        let text = fs::read_to_string(&path).expect("text");
        seen += 1;
        for (number, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            let opens = code.contains("Connection::open");
            assert!(
                !opens || OPENS.contains(&&*name),
                "{name}:{}: opens a database; only {OPENS:?} may: {line}",
                number + 1
            );
            let touches = ["fs::", "File::", "OpenOptions", "read_dir"].iter().any(|word| {
                code.match_indices(word)
                    .any(|(at, _)| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
            });
            assert!(
                !touches || FILES.iter().any(|allowed| name.starts_with(allowed)),
                "{name}:{}: touches files; only {FILES:?} may: {line}",
                number + 1
            );
        }
    }
    assert!(seen > 15, "the sources were read: {seen}");
}
