//! Measures the release build: the numbers come from `benches/whole_program.rs`.

use crate::{
    interface, machine,
    plan::{Step, carry_out},
    shell,
};

/// Builds what a release is made of and prints how fast it is.
pub(crate) fn run() -> Result<(), String> {
    let bench = || shell::cargo();
    let mut steps = vec![Step::new("what the machine needs", 120, machine::ready_to_test)];
    steps.extend([
        Step::new("npm packages", 60, interface::packages),
        Step::new("interface: tsc and build", 45, interface::build),
    ]);
    steps.extend([
        Step::new("release build with the test host", 900, move || {
            shell::run_with(bench().args([
                "bench",
                "--quiet",
                "--features",
                "e2e",
                "--bench",
                "whole_program",
                "--no-run",
            ]))
        }),
        Step::new("measurements", 60, move || {
            shell::run_with(bench().args([
                "bench",
                "--quiet",
                "--features",
                "e2e",
                "--bench",
                "whole_program",
            ]))
        }),
    ]);
    carry_out("cargo xtask bench", steps)
}
