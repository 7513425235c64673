//! Readers and judges of PDFs that share no code with the program: Python tools run as other programs, with the Rust
//! side of what they answer. Shared by the test programs that include this folder.
#![allow(dead_code, reason = "each test program uses a part of it")]

pub(crate) mod forms;
pub(crate) mod pdf;
pub(crate) mod sign;

use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
    process::Command,
};

/// Runs a script of this folder with the Python of `tests/requirements.txt` and gives what it printed.
pub(crate) fn python<S: AsRef<OsStr>>(script: &str, arguments: &[S]) -> String {
    let root = project();
    let program = root.join("target/python/bin/python");
    assert!(
        program.exists(),
        "{} is missing. `cargo xtask test` makes it; by hand: python3 -m venv target/python && \
         target/python/bin/pip install -r tests/requirements.txt",
        program.display()
    );
    tool(program, &[&[root.join("tests/readers").join(script).as_os_str()], &*borrowed(arguments)].concat())
}

/// Runs a tool that must succeed and gives what it printed on both streams.
pub(crate) fn tool<S: AsRef<OsStr>>(program: impl AsRef<OsStr>, arguments: &[S]) -> String {
    let name = program.as_ref().to_string_lossy().into_owned();
    let output = Command::new(program).args(arguments).output();
    let output = output.unwrap_or_else(|error| panic!("{name}: {error}. `cargo xtask test` installs it."));
    let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let (out, err) = (said(&output.stdout), said(&output.stderr));
    assert!(output.status.success(), "{name} {:?}: {}\n{out}\n{err}", borrowed(arguments), output.status);
    out
}

fn borrowed<S: AsRef<OsStr>>(arguments: &[S]) -> Vec<&OsStr> {
    arguments.iter().map(AsRef::as_ref).collect()
}

/// The project's folder.
pub(crate) fn project() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = here.ancestors().find(|folder| folder.join("Cargo.lock").exists());
    root.expect("the workspace has a lock file").to_owned()
}
