//! Scale and speed: made-up archives of 10,000, 100,000 and 1,000,000 awards side by side, so that growth shows.
//!
//! Everything is asked through the registry, as a window does, in a process of its own for each archive: the most memory
//! it ever held counts as well. Prints; judges nothing. Other sizes: `-- --bench 5000 20000`.

#[path = "scale/keeping.rs"]
mod keeping;
#[path = "scale/scroll.rs"]
mod scroll;
#[path = "scale/searching.rs"]
mod searching;
#[path = "scale/session.rs"]
mod session;
#[path = "scale/table.rs"]
mod table;

use specimen::{Landmarks, Specimen};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use table::{Figure, Table};

const SIZES: [u32; 3] = [10_000, 100_000, 1_000_000];
const STARTS: usize = 5;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.first().map(String::as_str) {
        Some("open") => session::open(Path::new(&arguments[1])),
        Some("session") => session::whole(Path::new(&arguments[1])),
        Some("keeping") => keeping::whole(Path::new(&arguments[1])),
        Some("join") => session::join(Path::new(&arguments[1])),
        // For a profiler: `scale-… search FOLDER`.
        Some("search") => session::search(Path::new(&arguments[1])),
        // `cargo test --benches` only asks whether this can be built and started.
        _ if !arguments.iter().any(|argument| argument == "--bench") => {}
        _ => {
            let chosen: Vec<u32> = arguments.iter().filter_map(|argument| argument.parse().ok()).collect();
            compare(if chosen.is_empty() { &SIZES } else { &chosen });
        }
    }
}

fn compare(sizes: &[u32]) {
    let cache = cache();
    let mut table = Table::default();
    for awards in sizes {
        let start = Instant::now();
        let tell = |done: u32| {
            if done % 50_000 < 3_000 {
                eprint!("\r   made-up archive: {done} of {awards} awards, {} s ", start.elapsed().as_secs());
            }
        };
        let (folder, marks) = Specimen::of(*awards).kept(&cache, tell).expect("a specimen can be made");
        eprintln!("\r   {awards} awards: {}", folder.display());
        let work = cache.join("work");
        copy(&folder, &work);
        table.column(&heading(&marks), &measured(&work));
        std::fs::remove_dir_all(&work).expect("the copy can be removed");
    }
    table.print();
}

fn heading(marks: &Landmarks) -> String {
    format!("{} awards", table::grouped(u64::from(marks.awards)))
}

/// Beside the other things that are built and kept.
fn cache() -> PathBuf {
    let program = std::env::current_exe().expect("the system knows the program");
    let target = program.ancestors().find(|folder| folder.file_name().is_some_and(|name| name == "target"));
    target.unwrap_or(Path::new("target")).join("specimens")
}

fn copy(from: &Path, to: &Path) {
    let _ = std::fs::remove_dir_all(to);
    let done = Command::new("cp").args(["-r", "--reflink=auto"]).arg(from).arg(to).status();
    assert!(done.is_ok_and(|status| status.success()), "the specimen is copied");
}

fn measured(folder: &Path) -> Vec<Figure> {
    let program = std::env::current_exe().expect("the system knows the program");
    let child = |what: &str| {
        let mut command = Command::new(&program);
        command.arg(what).arg(folder);
        command
    };
    let start = |cold: bool| {
        if cold {
            forget(&folder.join("archive.db"));
        }
        let start = Instant::now();
        let output = child("open").output().expect("it starts");
        assert!(output.status.success(), "it opens: {}", String::from_utf8_lossy(&output.stderr));
        start.elapsed()
    };
    let mut cold: Vec<Duration> = (0..STARTS).map(|_| start(true)).collect();
    let mut warm: Vec<Duration> = (0..STARTS).map(|_| start(false)).collect();
    cold.sort();
    warm.sort();
    let mut figures = vec![
        Figure::time(
            "first open, process start to `status`, nothing of it in the system's cache",
            cold[STARTS / 2],
        ),
        Figure::time("again", warm[STARTS / 2]),
    ];
    // What the program does of itself when it has been open for a while.
    let start = Instant::now();
    assert!(child("join").status().is_ok_and(|status| status.success()), "the index is joined");
    figures.push(Figure::time("joining the index of search, once, beside the work", start.elapsed()));
    for part in ["session", "keeping"] {
        let output = child(part).stderr(Stdio::inherit()).output().expect("it starts");
        assert!(output.status.success(), "the {part} goes through");
        figures.extend(table::read(&String::from_utf8_lossy(&output.stdout)));
    }
    figures
}

/// Drops a file from the system's cache, where the system lets a program do that.
fn forget(file: &Path) {
    let input = format!("if={}", file.display());
    let _ = Command::new("dd").arg(input).args(["iflag=nocache", "count=0", "status=none"]).status();
}
