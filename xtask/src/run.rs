//! Builds the program and shows it at work: the window on a sample archive, or, without a display, the main job
//! from the command line. Everything it writes is in `out/`, never in the user's own archive.

use crate::{
    interface, machine,
    plan::{Step, carry_out},
    shell,
};
use serde_json::Value;
use std::{env, path::Path, process::Command};

const PROGRAM: &str = "target/debug/bang-vang";
const ARCHIVE: &str = "out/archive";
const WORKBOOK: &str = "assets/sample/de-nghi-khen-thuong-2025.xlsx";
const ROUND: &str = "Tổng kết năm 2025";

/// What is drafted for the round and for the conference.
const PAPERS: &[(&str, Subject)] = &[
    ("decision-commendation", Subject::Round),
    ("decision-titles", Subject::Round),
    ("submission-province", Subject::Round),
    ("conference-report", Subject::Conference),
    ("conference-news", Subject::Conference),
];

#[derive(Clone, Copy, PartialEq)]
enum Subject {
    Round,
    Conference,
}

/// Builds and runs.
pub(crate) fn run() -> Result<(), String> {
    let mut steps = vec![Step::new("what the machine needs to build", 120, machine::ready_to_build)];
    steps.extend([
        Step::new("npm packages", 60, interface::packages),
        Step::new("interface: tsc and build", 45, interface::build),
    ]);
    steps.push(Step::new("build of the program", 360, || {
        shell::run_with(shell::cargo().args(["build", "--workspace"]))
    }));
    steps.push(Step::new("sample archive", 5, sample));
    let display =
        ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| env::var_os(name).is_some_and(|v| !v.is_empty()));
    if !display {
        steps.push(Step::new("the main job from the command line", 30, main_job));
    }
    carry_out("cargo xtask run", steps)?;
    if display {
        println!("\nOpening the window on {ARCHIVE}. Close it to end.");
        return shell::run_with(Command::new(program()?).args(["--archive", ARCHIVE]));
    }
    Ok(())
}

fn program() -> Result<std::path::PathBuf, String> {
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), std::path::PathBuf::from);
    let program = target.join("debug").join(Path::new(PROGRAM).file_name().unwrap_or_default());
    if program.exists() { Ok(program) } else { Err(format!("{} was not built", program.display())) }
}

/// Runs a command of the program and gives its JSON answer and exit code.
fn ask(arguments: &[&str]) -> Result<(Value, i32), String> {
    let (text, code) =
        shell::output(Command::new(program()?).args(["--archive", ARCHIVE, "--json"]).args(arguments))?;
    let answer: Value =
        serde_json::from_str(&text).map_err(|e| format!("bang-vang {arguments:?}: {e}: {text:?}"))?;
    match (&answer["problem"]["message"], code) {
        (Value::String(problem), _) => Err(format!("bang-vang {}: {problem}", arguments.join(" "))),
        (_, Some(code)) => Ok((answer, code)),
        (_, None) => Err(format!("bang-vang {}: ended by a signal", arguments.join(" "))),
    }
}

fn list(command: &str) -> Result<Vec<Value>, String> {
    match ask(&[command])?.0 {
        Value::Array(items) => Ok(items),
        other => Err(format!("bang-vang {command}: not a list: {other}")),
    }
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

fn sample() -> Result<(), String> {
    if list("conferences")?.is_empty() {
        ask(&["sample"])?;
        println!("   {ARCHIVE} made, with the sample conference");
    } else {
        println!("   {ARCHIVE} is there");
    }
    Ok(())
}

/// Imports the sample list, drafts the papers and exports them. What was done in an earlier run is used again.
fn main_job() -> Result<(), String> {
    if list("rounds")?.iter().any(|round| text(round, "name") == ROUND) {
        println!("   the round “{ROUND}” is there");
    } else {
        import()?;
    }
    let conferences = list("conferences")?;
    let conference =
        conferences.first().map(|c| text(c, "name").to_owned()).ok_or("the sample has no conference")?;
    for (template, subject) in PAPERS {
        let about = if *subject == Subject::Round { ROUND } else { &conference };
        let document = drafted(template, about, *subject)?;
        let file = format!("out/{template}.pdf");
        let holds = contents(&ask(&["show", &document])?.0["view"]["list"], about);
        report(&ask(&["export", &document, "--to", &file])?.0, &holds);
        if *template == "decision-commendation" {
            report(
                &ask(&["certificates", &document, "--to", "out/certificates.pdf"])?.0,
                "one for each of its list",
            );
        }
    }
    println!("\n   The archive: {ARCHIVE}. Look at it: {PROGRAM} --archive {ARCHIVE} --help");
    Ok(())
}

fn import() -> Result<(), String> {
    let (done, _) = ask(&["import", WORKBOOK, "--round", ROUND])?;
    println!(
        "   {WORKBOOK}: {} rows = {} added + {} left out + {} not understood",
        done["total"], done["added"], done["skipped"], done["failed"]
    );
    for row in done["rows"].as_array().into_iter().flatten().filter(|row| row["outcome"] != "added") {
        let reasons: Vec<&str> =
            row["reasons"].as_array().into_iter().flatten().map(|r| text(r, "message")).collect();
        println!("     row {}: {}: {}", row["row"], text(row, "name"), reasons.join("; "));
    }
    Ok(())
}

/// The document of a template: the one of an earlier run, or a new draft.
fn drafted(template: &str, about: &str, subject: Subject) -> Result<String, String> {
    let known = list("documents")?;
    let known = known.iter().find(|d| text(d, "template") == template && text(d, "aboutName") == about);
    if let Some(document) = known {
        return Ok(text(document, "id").to_owned());
    }
    let option = if subject == Subject::Round { "--round" } else { "--conference" };
    Ok(text(&ask(&["draft", template, option, about])?.0, "id").to_owned())
}

/// What a paper holds, in words: whom its list counts, else what it is about.
fn contents(list: &Value, about: &str) -> String {
    let counted =
        [("collectives", "collectives"), ("households", "households"), ("individuals", "individuals")];
    let counts: Vec<String> = counted
        .iter()
        .filter_map(|(key, word)| {
            list[*key].as_u64().filter(|count| *count > 0).map(|count| format!("{count} {word}"))
        })
        .collect();
    if counts.is_empty() { about.to_owned() } else { format!("list of {}", counts.join(", ")) }
}

fn report(exported: &Value, holds: &str) {
    let findings = exported["findings"].as_array();
    println!(
        "   {}: {} pages, {} bytes; {holds}; {} places blank or doubtful",
        text(exported, "path"),
        exported["pages"],
        exported["bytes"],
        findings.map_or(0, Vec::len)
    );
    for finding in findings.into_iter().flatten() {
        println!("     {}", text(&finding["problem"], "message"));
    }
}
