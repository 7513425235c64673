//! The desktop program and the command line: with a command it does that and ends, without one it opens the window.
//!
//! Nothing here knows what a commendation is: both hosts call the registry of commands in `office`.

// Unoptimised too, so that what is tried is what is given out; only its own unit tests are a console program.
#![cfg_attr(not(test), windows_subsystem = "windows")]

mod answers;
mod arguments;
mod backups;
mod cli;
mod desktop;
mod dialogs;
mod fault;
mod fonts;
mod given;
mod grants;
mod honorees;
mod host;
mod keeping;
mod lock;
mod past;
mod paths;
mod place;
mod printing;
mod reading;
mod registers;
mod searches;
#[cfg(any(debug_assertions, feature = "e2e"))]
mod serve;
mod setting;
mod styles;
mod table;
mod texts;
mod webview;
mod work;

use std::process::ExitCode;

fn main() -> ExitCode {
    fault::tell_places_only();
    match cli::read_arguments() {
        cli::Asked::Window { archive, files } => desktop::run(archive, files),
        cli::Asked::Command(command) => cli::run(*command),
        cli::Asked::Answered(code) => code,
    }
}
