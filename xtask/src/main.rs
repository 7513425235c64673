//! `cargo xtask …`: set up, run, test, measure. Depends on none of the project's crates, so that it starts in
//! seconds on a fresh machine and can say what the long steps are doing.

mod bench;
mod inputs;
mod interface;
mod machine;
mod plan;
mod run;
mod shell;
mod test;
mod trial;
mod types;
mod windows;
mod wine;

use std::{env, path::PathBuf, process::ExitCode};

const USAGE: &str = "\
cargo xtask COMMAND

  run     installs what is missing, builds, and opens the window on a sample archive (out/archive);
          without a display does the same job from the command line and writes the PDFs to out/
  test    everything that CI runs
  types   writes ui/src/host/types.ts from the registry of commands
  windows [--test | --checks]
          builds the Windows program and its installer into out/; with --test installs, uses, upgrades
          and uninstalls it under wine; --checks tries the program of the tests so, and runs the
          tests under wine
  bench   measures a release build: typesetting beside typst and LibreOffice, start, preview, import,
          decision, certificates, and archives of up to 1,000,000 awards

The first run builds for some minutes; later ones start in seconds.";

fn main() -> ExitCode {
    let command = env::args().nth(1).unwrap_or_default();
    let outcome =
        env::set_current_dir(root()).map_err(|e| e.to_string()).and_then(|()| match command.as_str() {
            "run" => run::run(),
            "test" => test::run(),
            "types" => types::write(),
            "windows" => match env::args().nth(2).as_deref() {
                None => windows::run(false),
                Some("--test") => windows::run(true),
                Some("--checks") => windows::check(),
                Some(other) => Err(format!("windows does not know {other:?}\n\n{USAGE}")),
            },
            "bench" => bench::run(),
            "" | "help" | "--help" | "-h" => {
                println!("{USAGE}");
                Ok(())
            }
            other => Err(format!("there is no command {other:?}\n\n{USAGE}")),
        });
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("\nxtask: {reason}");
            ExitCode::FAILURE
        }
    }
}

/// The folder of the workspace.
fn root() -> PathBuf {
    // Cargo sets it for `cargo run`; a program that was moved is told where it is by its working folder.
    env::var_os("CARGO_MANIFEST_DIR")
        .map(PathBuf::from)
        .and_then(|own| own.parent().map(PathBuf::from))
        .unwrap_or_default()
}
