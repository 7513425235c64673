//! `bang-vang.com`, for Windows only: what a console runs when `bang-vang` is typed, since it looks for .com before .exe.
//!
//! A shell waits for a console program but not for a window program, so only with this one does the prompt come back
//! after the answer and is the exit code known. It runs the program beside it in the same console, and knows nothing else.

use std::{
    env, io,
    process::{Command, ExitCode},
};

const PROGRAM: &str = "bang-vang.exe";

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("Không chạy được {PROGRAM} ở cùng thư mục: {error}.");
            ExitCode::FAILURE
        }
    }
}

fn run() -> io::Result<ExitCode> {
    let mut program = Command::new(env::current_exe()?.with_file_name(PROGRAM));
    if env::args_os().len() == 1 {
        // Opens the window, for which nobody waits.
        program.spawn()?;
        return Ok(ExitCode::SUCCESS);
    }
    let ended = program.args(env::args_os().skip(1)).status()?;
    // The program's own codes are small; Windows has larger ones for a program that was ended.
    Ok(ended.code().and_then(|code| u8::try_from(code).ok()).map_or(ExitCode::FAILURE, ExitCode::from))
}
