//! The command line: one command, one call of the registry, one answer on the terminal. No logic of its own.

use crate::{
    answers,
    arguments::{self, Arguments, Command, Read},
    setting, table,
};
use office::{
    Office, registry,
    wire::{
        Attach, ById, DocumentFilter, Draft, DuplicateFilter, Export, Import, Issue, Merge, NewUnit, Nothing,
        Picture, Problem, PutUnitText, RenameUnit, SaveFile, SaveStyle, Search, SerifChoice, SetDifferent,
        SucceedUnits, UnitFilter, Unmerge,
    },
};
use serde_json::{Value, json};
use std::{
    collections::BTreeMap,
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

/// All was done.
const DONE: u8 = 0;
/// Nothing was done.
const FAILED: u8 = 1;
/// Done, but something is left: rows not understood, an archive that is not sound.
const PARTLY: u8 = 2;
/// The command was written wrong (`EX_USAGE` of sysexits).
const USAGE: u8 = 64;

/// What the arguments ask for.
pub(crate) enum Asked {
    /// The window on an archive.
    Window {
        /// Its folder, when named.
        archive: Option<PathBuf>,
    },
    /// One command.
    Command(Invocation),
    /// Nothing more: it was answered already.
    Answered(ExitCode),
}

/// One command and how to answer it.
pub(crate) struct Invocation {
    archive: Option<PathBuf>,
    json: bool,
    command: Command,
}

/// What a command gives.
struct Answer {
    value: Value,
    text: String,
    code: u8,
}

/// Reads the arguments of the process; answers wrong ones, `--help` and `--version` by itself.
pub(crate) fn read_arguments() -> Asked {
    match arguments::read(std::env::args_os()) {
        Read::Asked(Arguments { archive, command: None, .. }) => Asked::Window { archive },
        Read::Asked(Arguments { archive, json, command: Some(command) }) => {
            Asked::Command(Invocation { archive, json, command })
        }
        Read::Told(text) => Asked::Answered(print(&text, DONE)),
        Read::Wrong { json, problem } => Asked::Answered(complain(&problem, json, USAGE)),
    }
}

/// Runs one command and prints its answer.
pub(crate) fn run(asked: Invocation) -> ExitCode {
    let json = asked.json;
    match carry_out(asked) {
        Ok(answer) if json => print(&format!("{}\n", answer.value), answer.code),
        Ok(answer) => print(&answer.text, answer.code),
        Err(problem) => complain(&problem, json, FAILED),
    }
}

fn carry_out(asked: Invocation) -> Result<Answer, Problem> {
    let folder = setting::archive_folder(asked.archive)?;
    #[cfg(any(debug_assertions, feature = "e2e"))]
    if let Command::Serve { port, ui } = asked.command {
        crate::serve::run(folder, port, ui)?;
        return Ok(Answer { value: Value::Null, text: String::new(), code: DONE });
    }
    let mut office = setting::open_when_free(folder)?;
    let (name, request) = request(asked.command)?;
    let value = match name {
        "documents" => every_row(&mut office, name, request)?,
        _ => registry::call(&mut office, name, request)?,
    };
    let code = match name {
        "import" if value["failed"] != 0 || left_unread(&value) => PARTLY,
        "check" if value["sound"] != true => PARTLY,
        _ => DONE,
    };
    let text = if asked.json { String::new() } else { text(&mut office, name, &value)? };
    Ok(Answer { value, text, code })
}

/// Rows asked for at once.
const PAGE: u32 = 500;

/// All rows of a list that comes in pages.
fn every_row(office: &mut Office, name: &str, mut request: Value) -> Result<Value, Problem> {
    let mut rows = Vec::new();
    loop {
        request["from"] = json!(rows.len());
        request["count"] = json!(PAGE);
        let mut page = registry::call(office, name, request.clone())?;
        let got = page["rows"].as_array_mut().map(std::mem::take).unwrap_or_default();
        let done = got.is_empty();
        rows.extend(got);
        if done || page["total"].as_u64().is_none_or(|total| rows.len() as u64 >= total) {
            return Ok(Value::Array(rows));
        }
    }
}

/// True when an import left part of the workbook aside, or read another number of rows than its total states.
fn left_unread(imported: &Value) -> bool {
    let unread = ["total-disagrees", "sheet-not-read", "cells-left-out"];
    let problems = imported["problems"].as_array();
    problems.into_iter().flatten().any(|problem| unread.iter().any(|code| problem["code"] == *code))
}

/// The registry's command and request for a command of the terminal.
fn request(command: Command) -> Result<(&'static str, Value), Problem> {
    Ok(match command {
        Command::Sample => ("sample", json!(Nothing {})),
        Command::Import { file, round } => {
            ("import", json!(Import { path: absolute(&file)?, round, columns: BTreeMap::new(), sheet: None }))
        }
        Command::Rounds => ("rounds", json!(Nothing {})),
        Command::Conferences => ("conferences", json!(Nothing {})),
        Command::Templates => ("templates", json!(Nothing {})),
        Command::Draft { template, round, conference, document, set } => {
            let set = set.into_iter().collect();
            ("draft", json!(Draft { template, round, conference, document, set }))
        }
        Command::Documents => {
            let filter = DocumentFilter {
                year: None,
                state: None,
                template: None,
                order: DocumentOrder::Changed,
                reverse: false,
                from: 0,
                count: PAGE,
            };
            ("documents", json!(filter))
        }
        Command::Issue { document, number, date } => ("issue", json!(Issue { id: document, number, date })),
        Command::Export { document, to } => {
            ("export", json!(Export { id: document, path: absolute(&to)?, apart: false }))
        }
        Command::Certificates { decision, to, each } => {
            ("certificates", json!(Export { id: decision, path: absolute(&to)?, apart: each }))
        }
        Command::Picture { document, page, certificates, to } => {
            let path = absolute(&to)?;
            ("picture", json!(Picture { id: document, page: page - 1, certificates, path }))
        }
        // No limit of its own: the registry's.
        Command::Search { text } => ("search", json!(Search { text, limit: 0 })),
        Command::Show { id } => ("show", json!(ById { id })),
        Command::Attach { id, file } => ("attach", json!(Attach { id, path: absolute(&file)? })),
        Command::Save { file, to } => ("save_file", json!(SaveFile { id: file, path: absolute(&to)? })),
        Command::Style { set, reset: false, serif: None } if set.is_empty() => ("style", json!(Nothing {})),
        Command::Style { set, reset, serif } => {
            let serif = serif.map(|word| match word.as_str() {
                "liberation" => SerifChoice::Liberation,
                _ => SerifChoice::Times,
            });
            ("save_style", json!(SaveStyle { reset, set: set.into_iter().collect(), serif }))
        }
        Command::Duplicates { honoree, from, count } => {
            ("duplicates", json!(DuplicateFilter { honoree, from, count }))
        }
        Command::Different { one, other, again } => {
            ("set_different", json!(SetDifferent { one, other, different: !again }))
        }
        Command::Merge { into, merged } => ("merge", json!(Merge { into, merged, honoree: None })),
        Command::Unmerge { id, also, different } => ("unmerge", json!(Unmerge { id, also, different })),
        Command::Units { text, unknown } => {
            let name = if unknown { "unknown_units" } else { "units" };
            (name, json!(UnitFilter { text, from: 0, count: u32::MAX }))
        }
        Command::NewUnit { name, from, note } => ("new_unit", json!(NewUnit { name, from, note })),
        Command::RenameUnit { unit, name, day } => ("rename_unit", json!(RenameUnit { id: unit, name, day })),
        Command::SucceedUnits { before, after, day } => {
            ("succeed_units", json!(SucceedUnits { before, after, day }))
        }
        Command::PutUnitText { text, unit } => ("put_unit_text", json!(PutUnitText { text, unit })),
        Command::Agencies => ("agency_history", json!(Nothing {})),
        Command::Check => ("check", json!(Nothing {})),
        #[cfg(any(debug_assertions, feature = "e2e"))]
        Command::Serve { .. } => return Err(Problem::new("serve", "Lệnh serve không có yêu cầu nào.")),
    })
}

/// The answer for people. What was made is named by asking for it.
fn text(office: &mut Office, name: &str, value: &Value) -> Result<String, Problem> {
    match name {
        "draft" | "issue" => {
            let document = registry::call(office, "document", json!({ "id": value["id"] }))?;
            answers::text(name, &document)
        }
        _ => answers::text(name, value),
    }
}

fn absolute(path: &Path) -> Result<String, Problem> {
    let full = std::path::absolute(path).ok().and_then(|path| path.into_os_string().into_string().ok());
    full.ok_or_else(|| {
        Problem::new("path", format!("Không dùng được đường dẫn “{}”.", path.display()))
            .value("path", path.display().to_string())
    })
}

fn complain(problem: &Problem, json: bool, code: u8) -> ExitCode {
    if json {
        return print(&format!("{}\n", json!({ "problem": problem })), code);
    }
    // When not even the error output is there, the exit code still tells.
    let _ = writeln!(io::stderr(), "{}", table::problem(problem));
    ExitCode::from(code)
}

/// Prints an answer. A reader that stopped reading (`| head`) is no failure; a full disk is.
fn print(text: &str, code: u8) -> ExitCode {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            let _ = writeln!(io::stderr(), "Không ghi được kết quả: {error}.");
            ExitCode::from(FAILED)
        }
        _ => ExitCode::from(code),
    }
}
