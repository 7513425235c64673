//! The disk that fails on demand, as the tests ask for it. What it can do is described in `faults.c`.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::OnceLock,
};

/// What happens, and at which call that changes the archive (of `unread`: that reads it).
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fault {
    pub(crate) kind: &'static str,
    pub(crate) at: u64,
    /// Chooses among what a power cut may leave.
    pub(crate) seed: u64,
}

impl Fault {
    /// A disk that works.
    pub(crate) const NONE: Fault = Fault { kind: "none", at: 0, seed: 0 };
}

/// What was counted in a run.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Counted {
    /// Calls that change something.
    pub(crate) changes: u64,
    /// Calls that read.
    pub(crate) reads: u64,
    /// Whether the fault came about.
    pub(crate) happened: bool,
}

/// The time that every run sees: 20 December 2025, in the morning.
pub(crate) const NOW: i64 = 1_766_196_000;

/// The library, compiled once for each run of the tests.
fn library() -> &'static Path {
    static LIBRARY: OnceLock<PathBuf> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/proof/faults.c");
        let library = Path::new(env!("CARGO_TARGET_TMPDIR")).join("faults.so");
        // Another test program may be using the one that is there: a new one takes its name when it is whole.
        let made = library.with_extension(format!("{}.so", std::process::id()));
        let status = Command::new("cc")
            .args(["-shared", "-fPIC", "-O1", "-Wall", "-Wextra", "-Werror", "-o"])
            .args([&made, &source])
            .args(["-ldl", "-lpthread"])
            .status()
            .expect("a C compiler is there wherever SQLite was built");
        assert!(status.success(), "faults.c compiles");
        fs::rename(&made, &library).expect("renamed");
        library
    })
}

/// Puts the disk under a command: `folder` is the archive's, `beside` one on the same disk for its notes.
pub(crate) fn put_under(command: &mut Command, folder: &Path, beside: &Path, fault: Fault) {
    fs::create_dir_all(beside.join("spare")).expect("a folder for what a power cut brings back");
    fs::write(beside.join("count"), [0; 32]).expect("a file for the counts");
    command
        .env("LD_PRELOAD", library())
        .env("FAULT_UNDER", folder)
        .env("FAULT", format!("{}:{}", fault.kind, fault.at))
        .env("FAULT_SEED", fault.seed.to_string())
        .env("FAULT_SPARE", beside.join("spare"))
        .env("FAULT_COUNT", beside.join("count"))
        .env("FAULT_CLOCK", NOW.to_string());
}

/// What the run before counted.
pub(crate) fn counted(beside: &Path) -> Counted {
    let bytes = fs::read(beside.join("count")).expect("the counts");
    let number =
        |index: usize| u64::from_ne_bytes(bytes[index * 8..index * 8 + 8].try_into().expect("eight bytes"));
    Counted { changes: number(0), reads: number(1), happened: number(2) != 0 }
}
