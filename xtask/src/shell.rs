//! Runs other programs. What they print is shown as it comes; a failure names the whole command.

use std::{
    ffi::OsStr,
    process::{Command, Stdio},
};

/// Runs a program to its end.
pub(crate) fn run(program: &str, arguments: &[&str]) -> Result<(), String> {
    run_with(Command::new(program).args(arguments))
}

/// Runs a prepared command to its end.
pub(crate) fn run_with(command: &mut Command) -> Result<(), String> {
    let status = command.status().map_err(|e| format!("{}: {e}", told(command)))?;
    if status.success() { Ok(()) } else { Err(format!("{} failed: {status}", told(command))) }
}

/// Runs a program and gives what it printed; its exit code is for the caller to judge.
pub(crate) fn output(command: &mut Command) -> Result<(String, Option<i32>), String> {
    let output = command.stderr(Stdio::inherit()).output().map_err(|e| format!("{}: {e}", told(command)))?;
    let text = String::from_utf8(output.stdout).map_err(|e| format!("{}: {e}", told(command)))?;
    Ok((text, output.status.code()))
}

/// Whether a program says yes: it is there and ends with success. Prints nothing.
pub(crate) fn succeeds(program: &str, arguments: &[&str]) -> bool {
    let quiet = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    quiet.is_ok_and(|status| status.success())
}

/// The command as one would type it.
fn told(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}

/// Cargo as this run was started with.
pub(crate) fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}
