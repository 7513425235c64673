//! How fast documents become PDFs and previews, beside typst and LibreOffice on the same texts in the same run.
//!
//! `cargo bench -p typesetting`, or `cargo bench -p typesetting -- keystroke` for the previews alone. Every measured run
//! is a process of its own on either side, so that nobody profits from what was remembered before. typst and ours are
//! timed inside their process, from texts in memory (ours) or in a JSON file (typst) to the bytes of the PDF, fonts
//! parsed anew; LibreOffice has no way to be timed inside and is compared from outside, start included on both sides.
//! Runs of all take turns; medians are compared. Prints a table with the targets; judges nothing.

mod content;
mod fodt;
mod keystroke;
mod others;
mod ours;
mod table;

use std::path::PathBuf;

use others::Others;
use ours::{CASES, Case, Sample};
use table::{Line, Table};

/// Runs of each case.
const RUNS: usize = 9;
/// Runs of LibreOffice, which takes seconds.
const SLOW_RUNS: usize = 3;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [command, case] = &arguments[..]
        && command == "run"
    {
        return ours::run(Case::named(case).ok_or("no such case")?);
    }
    // `cargo test --benches` only asks whether this can be built and started.
    if !arguments.iter().any(|argument| argument == "--bench") {
        return Ok(());
    }
    let mut table = Table::default();
    if arguments.iter().any(|argument| argument == "keystroke") {
        keystroke::measure().into_iter().for_each(|line| table.add(line));
        table.print();
        return Ok(());
    }
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("side_by_side");
    std::fs::create_dir_all(&folder)?;
    let certificates = content::certificate_pages(200);
    let decision = content::decision(1000);
    content::write_for_others(&folder, &certificates, &decision)?;
    let others = Others::prepare(&folder)?;
    println!(
        "\ntypesetting: medians of {RUNS} runs ({SLOW_RUNS} of LibreOffice) that take turns, each in a fresh process;\n\
         typst and ours timed inside it, fonts parsed anew; LibreOffice beside our whole process, start included\n"
    );

    let mut ours: Vec<Vec<Sample>> = vec![Vec::new(); CASES.len()];
    let mut typst: Vec<Vec<Sample>> = vec![Vec::new(); CASES.len()];
    let mut office: Vec<Vec<Sample>> = vec![Vec::new(); CASES.len()];
    for run in 0..RUNS {
        for (index, case) in CASES.into_iter().enumerate() {
            ours[index].push(ours::in_a_process(case)?);
            typst[index].extend(others.typst(case)?);
            if run < SLOW_RUNS {
                office[index].extend(others.libreoffice(case)?);
            }
        }
    }

    for (index, case) in CASES.into_iter().enumerate() {
        table.add(Line::beside(case, "typst, PDF/A-2a", &ours[index], &typst[index]));
        table.add(Line::beside(case, "LibreOffice, PDF/A-2b", &ours[index], &office[index]));
    }
    table.add(Line::growth(&ours[Case::Long as usize], &ours[Case::Decision as usize]));
    table.add(Line::memory(&ours[Case::Long as usize]));
    keystroke::measure().into_iter().for_each(|line| table.add(line));
    table.print();
    Ok(())
}
