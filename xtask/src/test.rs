//! Everything that CI runs, quick checks first. One profile and one set of features for all, so that the parts are
//! built once: the whole workspace is always selected, and targets are picked within it.

use crate::{
    interface, machine,
    plan::{Step, carry_out},
    shell, windows,
};

/// Runs all checks.
pub(crate) fn run() -> Result<(), String> {
    let mut steps = vec![
        Step::new("what the machine needs", 120, machine::ready_to_test),
        Step::new("rustfmt", 5, || cargo(&["fmt", "--all", "--check"])),
    ];
    steps.extend([
        Step::new("npm packages", 60, interface::packages),
        Step::new("eslint", 30, || interface::script("lint")),
        Step::new("prettier", 15, || interface::script("format:check")),
        Step::new("interface: tsc and build", 45, interface::build),
        Step::new("vitest", 60, || interface::script("test")),
    ]);
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
        Step::new("unit tests of each crate", 60, || {
            cargo(&["test", "--quiet", "--workspace", "--lib", "--bins"])
        }),
    ]);
    steps.extend([
        Step::new("Python tools for PDFs", 40, machine::python_tools),
        // Every integration test there is: of the crates, and of the whole program (command line, damaged workbooks,
        // PDFs read by others, the real window, the pages in Chromium), and the proof by faults and kills.
        Step::new("integration tests of the crates and of the whole program", 600, || {
            cargo(&["test", "--quiet", "--workspace", "--test", "*"])
        }),
    ]);
    steps.extend(windows::checks());
    carry_out("cargo xtask test", steps)
}

fn cargo(arguments: &[&str]) -> Result<(), String> {
    shell::run_with(shell::cargo().args(arguments))
}
