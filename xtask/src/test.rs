//! Everything that CI runs, quick checks first. One profile and one set of features for all, so that the parts are
//! built once: the whole workspace is always selected, and targets are picked within it.

use crate::{
    interface, machine,
    plan::{Step, carry_out},
    shell, types,
};
use std::fs;

/// Runs all checks.
pub(crate) fn run() -> Result<(), String> {
    let mut steps = vec![
        Step::new("what the machine needs", 120, machine::ready_to_test),
        Step::new("rustfmt", 5, || cargo(&["fmt", "--all", "--check"])),
    ];
    if interface::exists() {
        steps.extend([
            Step::new("npm packages", 60, interface::packages),
            Step::new("eslint", 30, || interface::script("lint")),
            Step::new("prettier", 15, || interface::script("format:check")),
            Step::new("interface: tsc and build", 45, interface::build),
            Step::new("vitest", 60, || interface::script("test")),
        ]);
    }
    steps.extend([
        Step::new("clippy", 300, || {
            cargo(&["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"])
        }),
        Step::new("rustdoc", 60, || {
            let mut doc = shell::cargo();
            shell::run_with(
                doc.args(["doc", "--quiet", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings"),
            )
        }),
        Step::new("build of program and tests", 480, || {
            cargo(&["test", "--quiet", "--workspace", "--no-run"])
        }),
        Step::new("generated types are fresh", 60, types::fresh),
        Step::new("unit tests of each crate", 60, || {
            cargo(&["test", "--quiet", "--workspace", "--lib", "--bins"])
        }),
    ]);
    if let of_crates @ [_, ..] = tests_of_crates().as_slice() {
        steps.push(Step::new("integration tests of crates", 120, tests(of_crates)));
    }
    steps.push(Step::new("Python tools for PDFs", 40, machine::python_tools));
    for (test, expected) in [("command_line", 60), ("pdf", 60), ("window", 60), ("pages", 90)] {
        if fs::exists(format!("tests/{test}.rs")).unwrap_or(false) {
            steps.push(Step::new(format!("whole program: {test}"), expected, tests(&[test.to_owned()])));
        }
    }
    carry_out("cargo xtask test", steps)
}

fn cargo(arguments: &[&str]) -> Result<(), String> {
    shell::run_with(shell::cargo().args(arguments))
}

/// Runs integration tests by name, with all of the workspace selected.
fn tests(names: &[String]) -> impl FnOnce() -> Result<(), String> + use<> {
    let mut command = shell::cargo();
    command.args(["test", "--quiet", "--workspace"]);
    for name in names {
        command.args(["--test", name]);
    }
    move || shell::run_with(&mut command)
}

/// Names of `crates/*/tests/*.rs`.
fn tests_of_crates() -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir("crates")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|krate| fs::read_dir(krate.path().join("tests")).ok())
        .flatten()
        .flatten()
        .filter_map(|entry| Some(entry.path()).filter(|path| path.extension().is_some_and(|e| e == "rs")))
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect();
    names.sort();
    names.dedup();
    names
}
