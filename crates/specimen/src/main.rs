//! `specimen AWARDS FOLDER [SEED]` writes a made-up archive; `specimen AWARDS` keeps one under `target/specimens` and
//! says where.

use specimen::Specimen;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some(awards) = arguments.first().and_then(|text| text.parse().ok()) else {
        eprintln!("specimen AWARDS [FOLDER [SEED]]");
        return ExitCode::from(64);
    };
    let seed = arguments.get(2).and_then(|text| text.parse().ok()).unwrap_or(1);
    let specimen = Specimen { awards, seed };
    let start = Instant::now();
    let tell = |done: u32| eprint!("\r{done} of {awards} awards, {:.0} s ", start.elapsed().as_secs_f64());
    let made = match arguments.get(1) {
        Some(folder) => specimen.write(Path::new(folder), tell).map(|marks| (folder.into(), marks)),
        None => specimen.kept(Path::new("target/specimens"), tell),
    };
    match made {
        Ok((folder, marks)) => {
            eprintln!();
            println!("{}: {marks:?}", folder.display());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("\nspecimen: {error}");
            ExitCode::FAILURE
        }
    }
}
