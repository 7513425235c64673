//! Measures the release build: the numbers come from `benches/whole_program.rs`, for typesetting beside other programs
//! from `crates/typesetting/benches/side_by_side`, and for archives of growing size from `crates/office/benches/scale`.

use crate::{
    interface, machine,
    plan::{Step, carry_out},
    shell,
};

/// The whole program from outside; the test host lets it be driven.
const WHOLE: &[&str] = &["--features", "e2e", "--bench", "whole_program"];
/// Typesetting beside typst and LibreOffice.
const BESIDE: &[&str] = &["--package", "typesetting", "--bench", "side_by_side"];
/// Archives of 10,000, 100,000 and 1,000,000 awards, made once and kept under `target/specimens`.
const SCALE: &[&str] = &["--package", "office", "--bench", "scale"];

/// Builds what a release is made of and prints how fast it is.
pub(crate) fn run() -> Result<(), String> {
    let steps = vec![
        Step::new("what the machine needs", 180, machine::ready_to_bench),
        Step::new("Python packages to compare with", 20, machine::python_to_compare),
        Step::new("release build of the typesetting benchmark", 240, || bench(BESIDE, &["--no-run"])),
        Step::new("typesetting beside typst and LibreOffice", 120, || bench(BESIDE, &[])),
        Step::new("npm packages", 60, interface::packages),
        Step::new("interface: tsc and build", 45, interface::build),
        Step::new("release build with the test host", 900, || bench(WHOLE, &["--no-run"])),
        Step::new("measurements of the whole program", 60, || bench(WHOLE, &[])),
        Step::new("release build of the benchmark of scale", 120, || bench(SCALE, &["--no-run"])),
        Step::new("archives of 10,000, 100,000 and 1,000,000 awards", 900, || bench(SCALE, &[])),
    ];
    carry_out("cargo xtask bench", steps)
}

fn bench(which: &[&str], more: &[&str]) -> Result<(), String> {
    let python = std::path::absolute(machine::PYTHON).map_err(|e| format!("{}: {e}", machine::PYTHON))?;
    let mut cargo = shell::cargo();
    cargo.args(["bench", "--quiet"]).args(which).args(more);
    shell::run_with(cargo.env("BENCH_PYTHON", python.join("bin/python")))
}
