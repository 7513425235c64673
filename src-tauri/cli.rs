//! The command line: one command, one call of the registry, one answer on the terminal. No logic of its own.

use crate::{
    answers,
    arguments::{Arguments, Command, SearchArguments},
    desktop,
    paths::as_on_disk,
    reading::{self, Read},
    setting, table,
};
use office::{
    Office,
    registry::{self, CLOSED_COMMANDS},
    wire::{
        AskNumber, Attach, ById, ByName, ChooseBackupFolder, DocumentFilter, DocumentOrder, DossierFilter,
        Draft, DuplicateFilter, Export, ExportAll, ExportList, ExportRegister, FillRegister, Import, Issue,
        ListBackups, ListDossiers, MendFiles, Merge, NewUnit, NoteNumber, Nothing, PackDossier, PathOnly,
        Picture, Print, Problem, PutUnitText, ReadTexts, RegisterFilter, RemoveSeries, RenameSearch,
        RenameUnit, Restore, SaveDossier, SaveFile, SaveStyle, SerifChoice, SetDifferent, SetSetting,
        SucceedUnits, UnitFilter, Unmerge, WriteReadable,
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
        /// The files that it opens with.
        files: Vec<PathBuf>,
    },
    /// One command.
    Command(Box<Invocation>),
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
    let folder = std::env::current_dir().unwrap_or_default();
    match reading::read(std::env::args_os(), &folder) {
        Read::Asked(asked) => {
            let Arguments { archive, json, command, files } = *asked;
            match command {
                None => Asked::Window { archive, files },
                Some(command) => Asked::Command(Box::new(Invocation { archive, json, command })),
            }
        }
        Read::Told(text) => {
            join_the_console();
            Asked::Answered(print(&text, DONE))
        }
        Read::Wrong { json, problem } => {
            if !join_the_console() && nobody_reads() {
                // From the desktop: a folder on the icon, or a file that is no more.
                desktop::show(&problem.to_string());
            }
            Asked::Answered(complain(&problem, json, USAGE))
        }
    }
}

/// Runs one command and prints its answer.
pub(crate) fn run(asked: Invocation) -> ExitCode {
    join_the_console();
    let json = asked.json;
    match carry_out(asked) {
        Ok(answer) if json => print(&format!("{}\n", answer.value), answer.code),
        Ok(answer) => print(&answer.text, answer.code),
        Err(problem) => complain(&problem, json, FAILED),
    }
}

/// On Windows a window program prints nowhere until it has joined the console that it was started from. Only a command
/// does: a window that had joined would end with Ctrl+C there. False where there is none to join.
fn join_the_console() -> bool {
    #[cfg(windows)]
    return win32::console::attach();
    #[cfg(not(windows))]
    true
}

/// Whether what is printed goes nowhere, not even to a file or another program.
fn nobody_reads() -> bool {
    #[cfg(windows)]
    return std::os::windows::io::AsRawHandle::as_raw_handle(&io::stderr()).is_null();
    #[cfg(not(windows))]
    false
}

fn carry_out(asked: Invocation) -> Result<Answer, Problem> {
    let folder = setting::archive_folder(asked.archive)?;
    #[cfg(any(debug_assertions, feature = "e2e"))]
    if let Command::Serve { port, ui } = asked.command {
        crate::serve::run(folder, port, ui)?;
        return Ok(Answer { value: Value::Null, text: String::new(), code: DONE });
    }
    let saved = match &asked.command {
        Command::Search(SearchArguments { saved, .. }) => saved.clone(),
        _ => None,
    };
    let first = match &asked.command {
        Command::Dossier { id, set, out: Some(_) } if !set.is_empty() => Some(save_dossier(id, set)),
        _ => None,
    };
    let (name, mut request) = request(asked.command)?;
    let opened = setting::open_when_free(folder);
    if CLOSED_COMMANDS.iter().any(|command| command.name == name) {
        let mut closed = opened.map_or_else(|closed| closed, Office::leave);
        let value = registry::call_closed(&mut closed, name, request)?;
        let code = if closed_partly(name, &value) { PARTLY } else { DONE };
        let text = if asked.json { String::new() } else { answers::text(name, &value)? };
        return Ok(Answer { value, text, code });
    }
    let mut office = opened.map_err(|closed| closed.problem())?;
    if let Some(first) = first {
        registry::call(&mut office, "save_dossier", first)?;
    }
    if let Some(saved) = saved {
        with_saved(&mut office, &saved, &mut request)?;
    }
    let value = match name {
        "documents" | "rounds" | "conferences" | "nominations" => every_row(&mut office, name, request)?,
        "show" => {
            let shown = registry::call(&mut office, name, request)?;
            with_lists(&mut office, shown)?
        }
        _ => registry::call(&mut office, name, request)?,
    };
    if matches!(name, "attach" | "export" | "certificates" | "issue" | "import") {
        // What was kept just now is found by the next command already. Older files are read by `texts`.
        read_new_texts(&mut office)?;
    }
    let unsaved = office.finished_backup()?;
    if let Some(problem) = &unsaved {
        eprintln!("{problem}");
    }
    let code = match name {
        _ if unsaved.is_some() => PARTLY,
        "import" if value["failed"] != 0 || left_unread(&value) => PARTLY,
        "check" if value["sound"] != true => PARTLY,
        "mend_files" if value["left"].as_array().is_some_and(|left| !left.is_empty()) => PARTLY,
        "back_up" if value["missing"] != 0 || !value["folderProblem"].is_null() => PARTLY,
        _ => DONE,
    };
    let text = if asked.json { String::new() } else { text(&mut office, name, &value)? };
    Ok(Answer { value, text, code })
}

/// Kept contents that one command reads: as many as it keeps, as a rule.
const NEW_TEXTS: usize = 4;

fn read_new_texts(office: &mut Office) -> Result<(), Problem> {
    for _ in 0..NEW_TEXTS {
        let Some(unread) = office.next_unread()? else { return Ok(()) };
        office.keep_text(&unread.read())?;
    }
    Ok(())
}

/// True when an archive does not open, or files or rows could not be brought back.
fn closed_partly(name: &str, value: &Value) -> bool {
    match name {
        "recovery" => !value["state"].is_null(),
        "restore" => value["missing"] != 0,
        "write_readable" => {
            value["tables"].as_array().is_some_and(|all| all.iter().any(|one| one["whole"] == false))
        }
        _ => false,
    }
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

/// Rounds and conferences as they are listed unasked.
fn newest_first() -> Value {
    json!({ "text": "", "order": "newest", "reverse": false })
}

/// A thing that is shown with the lists that its view only counts: a terminal has no pages.
fn with_lists(office: &mut Office, mut shown: Value) -> Result<Value, Problem> {
    let id = shown["id"].clone();
    let of_it = || json!({ "id": id });
    let all = json!({ "round": id, "sieve": null, "text": "", "order": "list", "reverse": false });
    let lists: &[(&str, &str, Value)] = match id.as_str().and_then(|id| id.split_once('-')) {
        Some(("round", _)) => &[("nominations", "nominations", all), ("files", "files", of_it())],
        Some(("conf", _)) => &[("honours", "conference_awards", of_it()), ("files", "files", of_it())],
        Some(("doc" | "hon", _)) => &[("files", "files", of_it())],
        _ => &[],
    };
    for (list, command, request) in lists {
        shown["lists"][list] = every_row(office, command, request.clone())?;
    }
    Ok(shown)
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
        Command::Rounds => ("rounds", newest_first()),
        Command::Conferences => ("conferences", newest_first()),
        // The words of the grammar are those of the wire.
        Command::Nominations { round, only, text } => (
            "nominations",
            json!({ "round": round, "sieve": only, "text": text, "order": "list", "reverse": false }),
        ),
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
        Command::Printers => ("printers", json!(Nothing {})),
        Command::Print { document, certificates, printer, copies, pages } => {
            ("print", json!(Print { id: document, certificates, printer, copies, pages }))
        }
        // No limit of its own: the registry's.
        Command::Search(asked) => search(asked)?,
        Command::Searches { rename: Some((name, new_name)), .. } => {
            ("rename_search", json!(RenameSearch { name, new_name }))
        }
        Command::Searches { remove: Some(name), .. } => ("remove_search", json!(ByName { name })),
        Command::Searches { .. } => ("saved_searches", json!(Nothing {})),
        Command::Texts { again } => ("read_texts", json!(ReadTexts { again })),
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
        Command::Dossier { id, out: Some(out), .. } => {
            ("pack_dossier", json!(PackDossier { id, path: absolute(&out)? }))
        }
        Command::Dossier { id, set, out: None } if set.is_empty() => ("dossier", json!(ById { id })),
        Command::Dossier { id, set, out: None } => ("save_dossier", save_dossier(&id, &set)),
        Command::OrganId { code } => {
            ("set_setting", json!(SetSetting { name: "organ_id".to_owned(), value: code }))
        }
        Command::HandOver { year, out } => {
            ("list_dossiers", json!(ListDossiers { year, path: absolute(&out)? }))
        }
        Command::Retention { due } => ("dossiers", json!(DossierFilter { due })),
        Command::ExportAll { to, identities } => {
            ("export_all", json!(ExportAll { path: absolute(&to)?, identities }))
        }
        Command::ImportAll { from } => ("import_all", json!(PathOnly { path: absolute(&from)? })),
        Command::Journal { entry: Some(number), .. } => {
            ("entry_changes", json!({ "number": number, "from": 0 }))
        }
        Command::Journal { id, before, entry: None } => {
            ("history", json!({ "id": id.unwrap_or_default(), "before": before, "count": 0 }))
        }
        Command::Register { year, to: None, strand: _ } => ("register", json!(RegisterFilter { year })),
        Command::Register { year, to: Some(to), strand } => {
            ("export_register", json!(ExportRegister { year, strand, path: absolute(&to)? }))
        }
        Command::NoteNumber { strand, number, year, note } => {
            ("note_number", json!(NoteNumber { strand, year, number, note }))
        }
        Command::FillRegister { document, kept_by, copies, sent_on, remark } => {
            ("fill_register", json!(FillRegister { id: document, kept_by, copies, sent_on, remark }))
        }
        Command::Series { index: Some(index), remove: true, .. } => {
            ("remove_series", json!(RemoveSeries { index: index - 1 }))
        }
        Command::Series { index, name: Some(name), kind, body, apart, from, until, first, .. } => {
            let series = json!({
                "name": name,
                "types": kind,
                "bodies": body,
                "apart": apart,
                "validFrom": from,
                "validTo": until,
                "firstNumber": first,
            });
            ("save_series", json!({ "index": index.map(|index| index - 1), "series": series }))
        }
        Command::Series { .. } => ("number_series", json!(Nothing {})),
        Command::NextNumber { document, date, number } => {
            ("propose_number", json!(AskNumber { id: document, number, date }))
        }
        // The words of the grammar are those of the wire.
        Command::Amend { document, kind, template } => {
            ("amend", json!({ "id": document, "kind": kind, "template": template }))
        }
        Command::Link { document, earlier, kind } => {
            ("link_documents", json!({ "id": document, "earlier": earlier, "kind": kind }))
        }
        Command::Identity { id } => ("show_identity", json!(ById { id })),
        Command::List { round, to, identities } => {
            ("export_list", json!(ExportList { id: round, identities, path: absolute(&to)? }))
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
        Command::Backup => ("back_up", json!(Nothing {})),
        Command::Backups { from } => ("backups", json!(ListBackups { path: maybe_absolute(from)? })),
        Command::BackupFolder { folder, none: _ } => {
            ("choose_backup_folder", json!(ChooseBackupFolder { path: maybe_absolute(folder)? }))
        }
        Command::Mend { from } => ("mend_files", json!(MendFiles { path: maybe_absolute(from)? })),
        Command::Recovery { from } => ("recovery", json!(ListBackups { path: maybe_absolute(from)? })),
        Command::Restore { name, from } => {
            ("restore", json!(Restore { name: name.unwrap_or_default(), path: maybe_absolute(from)? }))
        }
        Command::ReadOut { to } => ("write_readable", json!(WriteReadable { path: absolute(&to)? })),
        Command::StartAnew => ("start_anew", json!(Nothing {})),
        #[cfg(any(debug_assertions, feature = "e2e"))]
        Command::Serve { .. } => return Err(Problem::new("serve", "Lệnh serve không có yêu cầu nào.")),
    })
}

fn save_dossier(id: &str, set: &[(String, String)]) -> Value {
    let values = set.iter().cloned().collect();
    json!(SaveDossier { id: id.to_owned(), values, papers: BTreeMap::new() })
}

/// A search, the list it is written to, or the name it is saved under.
fn search(asked: SearchArguments) -> Result<(&'static str, Value), Problem> {
    let filter = json!({
        "yearFrom": asked.year.or(asked.from_year),
        "yearTo": asked.year.or(asked.to_year),
        "kind": asked.kind,
        "authority": asked.authority,
        "conference": asked.conference,
        "unit": asked.unit.unwrap_or_default(),
        "honoreeType": asked.honoree_type,
    });
    let text = asked.text.unwrap_or_default();
    let search = json!({ "text": text, "things": asked.only, "filter": filter, "from": asked.from, "count": asked.count });
    Ok(match (asked.save, asked.export) {
        (Some(name), _) => ("save_search", json!({ "name": name, "search": search })),
        (None, Some(path)) => ("export_search", json!({ "search": search, "path": absolute(&path)? })),
        (None, None) => ("search", search),
    })
}

/// Puts a saved search into the place of the name it was asked by.
fn with_saved(office: &mut Office, saved: &str, request: &mut Value) -> Result<(), Problem> {
    let all = registry::call(office, "saved_searches", json!({}))?;
    let found = all.as_array().into_iter().flatten().find(|one| one["name"] == saved);
    let Some(found) = found else {
        return Err(Problem::new("no-saved-search", format!("Không có tìm kiếm đã lưu tên “{saved}”."))
            .hint("bang-vang searches liệt kê các tìm kiếm đã lưu."));
    };
    let place = if request["search"].is_object() { &mut request["search"] } else { request };
    for part in ["text", "things", "filter"] {
        place[part] = found["search"][part].clone();
    }
    Ok(())
}

/// The answer for people. What was made is named by asking for it.
fn text(office: &mut Office, name: &str, value: &Value) -> Result<String, Problem> {
    match name {
        "draft" | "issue" | "amend" => {
            let document = registry::call(office, "document", json!({ "id": value["id"] }))?;
            answers::text(name, &document)
        }
        _ => answers::text(name, value),
    }
}

fn maybe_absolute(path: Option<PathBuf>) -> Result<Option<String>, Problem> {
    path.map(|path| absolute(&path)).transpose()
}

fn absolute(path: &Path) -> Result<String, Problem> {
    let full = std::path::absolute(path).map(|path| as_on_disk(&path)).ok();
    let full = full.and_then(|path| path.into_os_string().into_string().ok());
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
