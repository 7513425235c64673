//! The program on an archive of its own, run from the command line.

use serde_json::Value;
use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
    process::{Command, Output},
};
use tempfile::TempDir;

/// The program under test.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_bang-vang");

/// An archive in a folder of its own, gone with the value.
pub(crate) struct Desk {
    folder: TempDir,
}

/// What a command printed and how it ended.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Desk {
    /// A desk without anything in it.
    pub(crate) fn new() -> Self {
        Self {
            folder: tempfile::Builder::new().prefix("bảng vàng ").tempdir().expect("a folder for the test"),
        }
    }

    /// A file beside the archive.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The archive's folder.
    pub(crate) fn archive(&self) -> PathBuf {
        self.path("kho")
    }

    /// The program with this archive, and with nothing of the person who runs the tests.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(PROGRAM);
        self.surround(&mut command).current_dir(self.folder.path());
        command
    }

    /// Gives a command this desk's archive and home.
    pub(crate) fn surround<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command
            .env("BANG_VANG_ARCHIVE", self.archive())
            .env("HOME", self.path("home"))
            .env("TMPDIR", self.folder.path())
            .env("TMP", self.folder.path())
            .env("TEMP", self.folder.path())
            .env("XDG_DATA_HOME", self.path("home/data"))
            .env("XDG_CONFIG_HOME", self.path("home/config"))
            .env("XDG_CACHE_HOME", self.path("home/cache"))
            .env("USER", "văn thư")
            .env_remove("BANG_VANG_DIALOG_OPEN")
            .env_remove("BANG_VANG_DIALOG_SAVE")
            .env_remove("BANG_VANG_OPENED")
    }

    /// Runs a command to its end.
    pub(crate) fn run<S: AsRef<OsStr>>(&self, arguments: &[S]) -> Ended {
        Ended::of(self.command().args(arguments).output().expect("the program starts"))
    }

    /// Runs a command with `--json`: its one value, and the exit code.
    pub(crate) fn ask<S: AsRef<OsStr>>(&self, arguments: &[S]) -> (Value, i32) {
        let ended =
            Ended::of(self.command().arg("--json").args(arguments).output().expect("the program starts"));
        let value =
            serde_json::from_str(&ended.out).unwrap_or_else(|e| panic!("not one JSON value: {e}: {ended:?}"));
        (value, ended.code)
    }

    /// Runs a command that must do all of what it is asked.
    pub(crate) fn get<S: AsRef<OsStr>>(&self, arguments: &[S]) -> Value {
        let (value, code) = self.ask(arguments);
        assert_eq!(code, 0, "{:?}: {value}", arguments.iter().map(AsRef::as_ref).collect::<Vec<_>>());
        value
    }

    /// All hits of a search, kind after kind.
    pub(crate) fn hits(&self, text: &str) -> Value {
        let found = self.get(&["search", text]);
        let groups = found["groups"].as_array().unwrap_or_else(|| panic!("groups: {found}"));
        groups.iter().flat_map(|group| group["hits"].as_array().cloned().unwrap_or_default()).collect()
    }

    /// Runs a command that must be refused: the problem's code and sentence.
    pub(crate) fn refused<S: AsRef<OsStr>>(&self, arguments: &[S]) -> (String, String) {
        let (value, code) = self.ask(arguments);
        assert_eq!(code, 1, "{value}");
        let of = |key: &str| {
            value["problem"][key].as_str().unwrap_or_else(|| panic!("no {key}: {value}")).to_owned()
        };
        (of("code"), of("message"))
    }
}

impl Ended {
    /// Reads what a process left.
    pub(crate) fn of(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).expect("answers are UTF-8"),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

/// A file of the project.
pub(crate) fn in_project(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// Runs a tool that must succeed and gives what it printed.
#[cfg(unix)]
pub(crate) fn tool<S: AsRef<OsStr>>(program: impl AsRef<OsStr>, arguments: &[S]) -> String {
    let name = program.as_ref().to_string_lossy().into_owned();
    let output = Command::new(program).args(arguments).output();
    let output = output.unwrap_or_else(|e| panic!("{name}: {e}. `cargo xtask test` installs it."));
    let ended = Ended::of(output);
    assert_eq!(
        ended.code,
        0,
        "{name} {:?}: {ended:?}",
        arguments.iter().map(AsRef::as_ref).collect::<Vec<_>>()
    );
    ended.out
}
