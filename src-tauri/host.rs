//! What the window and the loopback test host have in common: the one office, calls by name with their paths
//! checked, copies of kept files for reading. No screens, no HTTP.

use crate::{given::Given, grants::Grants, lock::Lock, setting, texts, work::Work};
use office::{
    Closed, Office,
    registry::{self, CLOSED_COMMANDS, Effect},
    safe_file_name,
    wire::{Problem, Shown},
};
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError, mpsc},
};
use tempfile::TempDir;

/// What every call answers once the program ends.
const ENDED: &str = "closed";
/// What a command answers when it meets damage in the database.
const DAMAGED: &str = "archive-damaged";

/// Whether there is an office at work.
pub(crate) enum State {
    Open(Box<Office>),
    /// The archive is not open: only the second list of the registry is served.
    Closed(Box<Closed>),
    /// The program ends, or the archive is changing hands.
    Ended,
}

/// An office at work for a page.
pub(crate) struct Host {
    folder: PathBuf,
    state: Arc<Mutex<State>>,
    /// Wakes the thread that reads the text of kept files.
    reader: mpsc::Sender<()>,
    /// The command under way.
    pub(crate) work: Arc<Work>,
    copies: Mutex<Option<TempDir>>,
    /// Paths that the officer chose.
    pub(crate) grants: Grants,
    /// Files that wait for the page.
    given: Given,
    /// While it is closed, nothing is answered.
    pub(crate) lock: Lock,
}

impl Host {
    /// Opens the archive. One that cannot be opened is a problem that every call answers with, apart from those that the
    /// registry has for it, so that the page can show what can be done.
    pub(crate) fn open(folder: PathBuf, test_host: bool, lock: Lock) -> Self {
        let work = Arc::new(Work::default());
        let opened = setting::open_office(folder.clone(), test_host, work.watch());
        let state = Arc::new(Mutex::new(State::of(opened)));
        Self {
            reader: texts::reader(Arc::clone(&state)),
            state,
            work,
            folder,
            copies: Mutex::default(),
            grants: Grants::default(),
            given: Given::default(),
            lock,
        }
    }

    /// Runs a command of the registry for the page.
    pub(crate) fn call(&self, name: &str, request: Value) -> Result<Value, Problem> {
        self.lock.check()?;
        self.grants.check(name, &request)?;
        self.call_trusted(name, request)
    }

    /// Runs a command whose paths come from this program itself.
    fn call_trusted(&self, name: &str, request: Value) -> Result<Value, Problem> {
        // A command that panicked left its transaction unfinished, so the archive is as it was before.
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        self.work.clear();
        let answer = state.call(name, request);
        self.work.clear();
        drop(state);
        let changes = |command: &registry::Command| command.name == name && command.effect == Effect::Changes;
        if answer.is_ok() && registry::COMMANDS.iter().chain(CLOSED_COMMANDS).any(changes) {
            // Without the thread files are found by their names only, until the next start.
            let _ = self.reader.send(());
        }
        answer
    }

    /// The officer gave the window a file: the page may read it, and takes it when it can.
    pub(crate) fn give(&self, file: PathBuf) {
        self.grants.grant_read(&file);
        self.given.add(file);
    }

    /// Hands the files that were given over to the page, once.
    pub(crate) fn take_given(&self) -> Result<Vec<String>, Problem> {
        self.lock.check()?;
        Ok(self.given.take())
    }

    /// The archive's own folder, what was written in this run, and what is in a folder that was chosen may be shown.
    pub(crate) fn check_shown(&self, path: &str) -> Result<(), Problem> {
        let in_chosen = || self.grants.check_written(Path::new(path).parent()?.to_str()?).ok();
        if Path::new(path) == self.folder || in_chosen().is_some() {
            return Ok(());
        }
        self.grants.check_written(path)
    }

    /// True where the officer set the interface to English.
    pub(crate) fn in_english(&self) -> bool {
        let status = self.call_trusted("status", json!({}));
        status.is_ok_and(|status| status["settings"]["language"] == "en")
    }

    /// Writes a kept file to a folder of this run, read-only, and gives its path for the PC's own program.
    pub(crate) fn copy_to_read(&self, id: &str) -> Result<PathBuf, Problem> {
        self.lock.check()?;
        let shown = self.call_trusted("show", json!({ "id": id }))?;
        let shown: Shown = serde_json::from_value(shown).map_err(|e| could_not_copy(id, &e))?;
        let folder = self.copy_folder().map_err(|e| could_not_copy(id, &e))?.join(safe_file_name(id));
        let copy = folder.join(safe_file_name(&shown.title));
        if copy.exists() {
            // A kept file never changes, and its reader may still hold the copy open.
            return Ok(copy);
        }
        fs::create_dir_all(&folder).map_err(|e| could_not_copy(&shown.title, &e))?;
        self.call_trusted("save_file", json!({ "id": id, "path": copy }))?;
        make_read_only(&copy).map_err(|e| could_not_copy(&shown.title, &e))?;
        Ok(copy)
    }

    fn copy_folder(&self) -> std::io::Result<PathBuf> {
        let mut copies = self.copies.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(folder) = copies.as_ref() {
            return Ok(folder.path().to_owned());
        }
        let folder = tempfile::Builder::new().prefix("bang-vang-").tempdir()?;
        let path = folder.path().to_owned();
        *copies = Some(folder);
        Ok(path)
    }

    /// The program ends: the archive is backed up if it changed, copies for reading are taken away (what a reader
    /// still holds open stays).
    pub(crate) fn close(&self) {
        let state =
            std::mem::replace(&mut *self.state.lock().unwrap_or_else(PoisonError::into_inner), State::Ended);
        if let State::Open(office) = state
            && let Err(problem) = office.close()
        {
            eprintln!("{problem}");
        }
        if let Some(copies) = self.copies.lock().unwrap_or_else(PoisonError::into_inner).take() {
            make_removable(copies.path());
        }
    }
}

impl State {
    fn of(opened: Result<Office, Box<Closed>>) -> Self {
        opened.map_or_else(State::Closed, |office| State::Open(Box::new(office)))
    }

    /// The office, when there is one at work.
    pub(crate) fn office(&mut self) -> Option<&mut Office> {
        match self {
            State::Open(office) => Some(office),
            State::Closed(_) | State::Ended => None,
        }
    }

    fn call(&mut self, name: &str, request: Value) -> Result<Value, Problem> {
        match CLOSED_COMMANDS.iter().find(|command| command.name == name) {
            Some(command) => self.call_closed(command, request),
            None => self.call_open(name, request),
        }
    }

    /// A command of the office. When it meets damage, the archive is closed and looked through before anything more is
    /// written to it; damage that is not met again was the disk's.
    fn call_open(&mut self, name: &str, request: Value) -> Result<Value, Problem> {
        let office = match self {
            State::Open(office) => office,
            State::Closed(closed) => return Err(closed.problem()),
            State::Ended => return Err(ended()),
        };
        let answer = registry::call(office, name, request);
        if let Err(problem) = &answer
            && problem.code == DAMAGED
            && let State::Open(office) = std::mem::replace(self, State::Ended)
        {
            let (again, problem) = office.look_again(problem.clone());
            *self = State::of(again);
            return Err(problem);
        }
        answer
    }

    /// A command for an archive that is not open. One that is open is left for it, and opened after it.
    fn call_closed(&mut self, command: &registry::Command, request: Value) -> Result<Value, Problem> {
        let (mut closed, reopen) = match std::mem::replace(self, State::Ended) {
            State::Open(office) => (office.leave(), true),
            State::Closed(closed) => (closed, false),
            State::Ended => return Err(ended()),
        };
        let answer = registry::call_closed(&mut closed, command.name, request);
        if !reopen && (answer.is_err() || command.effect == Effect::Reads) {
            *self = State::Closed(closed);
            return answer;
        }
        *self = State::of(closed.open());
        match (&self, answer) {
            // What was to make it open did not.
            (State::Closed(closed), Ok(_)) => Err(closed.problem()),
            (_, answer) => answer,
        }
    }
}

fn ended() -> Problem {
    Problem::new(ENDED, "Chương trình đang đóng.")
}

fn make_read_only(path: &Path) -> std::io::Result<()> {
    let mut permissions = fs::metadata(path)?.permissions();
    permissions.set_readonly(true);
    fs::set_permissions(path, permissions)
}

/// Windows removes no file that is read-only. What fails here is still in use, and stays.
#[cfg(windows)]
fn make_removable(copies: &Path) {
    for copy in fs::read_dir(copies).into_iter().flatten().flatten() {
        for file in fs::read_dir(copy.path()).into_iter().flatten().flatten() {
            if let Ok(mut permissions) = file.metadata().map(|there| there.permissions()) {
                permissions.set_readonly(false);
                let _ = fs::set_permissions(file.path(), permissions);
            }
        }
    }
}

/// Elsewhere the folder decides.
#[cfg(not(windows))]
fn make_removable(_copies: &Path) {}

fn could_not_copy(name: &str, error: &dyn std::fmt::Display) -> Problem {
    Problem::new("copy-to-read", format!("Không mở được tệp “{name}” để xem: {error}."))
        .value("name", name)
        .value("detail", error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_backs_up_and_takes_copies_away() {
        let folder = tempfile::tempdir().expect("a folder");
        let host = Host::open(folder.path().join("archive"), true, Lock::none());
        host.call("sample", json!({})).expect("filled");
        let paper = folder.path().join("paper.pdf");
        fs::write(&paper, b"%PDF-1.7 signed").expect("written");
        assert_eq!(
            host.call("attach", json!({ "id": "conf-1", "path": paper })).unwrap_err().code,
            "path-not-granted"
        );
        host.grants.grant_read(&paper);
        let file = host.call("attach", json!({ "id": "conf-1", "path": paper })).expect("attached");
        let copy = host.copy_to_read(file["id"].as_str().expect("an id")).expect("copied");
        assert_eq!(fs::read(&copy).expect("read"), b"%PDF-1.7 signed");
        assert!(fs::metadata(&copy).expect("there").permissions().readonly());
        assert_eq!(copy.file_name(), paper.file_name());
        host.close();
        assert!(!copy.exists());
        assert!(fs::read_dir(folder.path().join("archive/backups")).expect("there").next().is_some());
        assert_eq!(host.call("status", json!({})).unwrap_err().code, ENDED, "and nothing opens it again");
    }

    #[test]
    fn an_archive_that_cannot_be_opened_answers_with_its_problem() {
        let folder = tempfile::tempdir().expect("a folder");
        let first = Host::open(folder.path().to_owned(), true, Lock::none());
        let second = Host::open(folder.path().to_owned(), true, Lock::none());
        assert!(first.call("home", json!({})).is_ok());
        let problem = second.call("home", json!({})).unwrap_err();
        let again = second.call("open_again", json!({})).unwrap_err();
        assert_eq!(again, problem, "still in use");
        assert_eq!(second.call("recovery", json!({})).expect("said")["state"], "locked");
        first.close();
        assert!(second.call("open_again", json!({})).is_ok(), "tried again");
        assert!(second.call("home", json!({})).is_ok());
    }

    #[test]
    fn going_back_while_the_archive_is_open_leaves_it_open() {
        let folder = tempfile::tempdir().expect("a folder");
        let host = Host::open(folder.path().to_owned(), true, Lock::none());
        host.call("sample", json!({})).expect("filled");
        host.call("back_up", json!({})).expect("backed up");
        let made = host.call("new_round", json!({ "name": "Đợt 1", "year": 2025 })).expect("made");
        let restored = host.call("restore", json!({ "name": "", "path": null })).expect("restored");
        assert!(restored["safety"].is_string(), "with a safety copy: {restored}");
        assert!(host.call("round", json!({ "id": made["id"] })).is_err(), "the round came after the backup");
        assert_eq!(
            host.call("start_anew", json!({})).unwrap_err().code,
            "archive-sound",
            "a sound archive is not set aside"
        );
        assert!(host.call("home", json!({})).is_ok(), "and it is still open");
    }

    #[test]
    fn damage_that_a_command_meets_closes_the_archive_and_leads_to_a_way_back() {
        let folder = tempfile::tempdir().expect("a folder");
        let database = folder.path().join("archive.db");
        let host = Host::open(folder.path().to_owned(), true, Lock::none());
        host.call("sample", json!({})).expect("filled");
        host.close();
        let mut bytes = fs::read(&database).expect("read");
        // Everything but the list of tables.
        for page in bytes.chunks_mut(4096).skip(12) {
            page.fill(0x5A);
        }
        fs::write(&database, &bytes).expect("written");
        let host = Host::open(folder.path().to_owned(), true, Lock::none());
        let problem = host.call("honorees", json!({ "text": "", "from": 0, "count": 50 })).unwrap_err();
        assert_eq!(problem.code, DAMAGED, "{problem}");
        assert_eq!(host.call("home", json!({})).unwrap_err(), problem, "nothing more is done to it");
        let recovery = host.call("recovery", json!({})).expect("said");
        assert_eq!(recovery["state"], "damaged");
        assert_eq!(recovery["backups"]["backups"].as_array().map(Vec::len), Some(1), "{recovery}");
        assert_eq!(host.call("open_again", json!({})).unwrap_err().code, DAMAGED, "looked through first");
        let restored = host.call("restore", json!({ "name": "", "path": null })).expect("restored");
        let aside = restored["aside"].as_str().expect("set aside");
        assert_eq!(fs::read(folder.path().join(aside)).expect("there"), bytes, "and kept byte for byte");
        assert!(host.call("home", json!({})).is_ok(), "the archive is open again");
    }

    #[test]
    fn a_locked_host_answers_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let settings = folder.path().join("lock.json");
        let archive = folder.path().join("archive");
        let host = Host::open(archive.clone(), true, Lock::open(Some(settings.clone())));
        host.call("sample", json!({})).expect("no password yet");
        let paper = folder.path().join("paper.pdf");
        fs::write(&paper, b"%PDF-1.7").expect("written");
        host.grants.grant_read(&paper);
        let file = host.call("attach", json!({ "id": "conf-1", "path": paper })).expect("attached");
        let id = file["id"].as_str().expect("an id").to_owned();
        host.lock.set("", Some("mật khẩu"), 10).expect("set");
        assert!(host.call("home", json!({})).is_ok(), "setting it does not lock at once");
        host.lock.lock().expect("locked");
        for command in registry::COMMANDS.iter().chain(CLOSED_COMMANDS) {
            let problem = host.call(command.name, json!({})).unwrap_err();
            assert_eq!(problem.code, "locked", "{}", command.name);
        }
        assert_eq!(host.copy_to_read(&id).unwrap_err().code, "locked", "nor is a kept file opened");
        host.close();
        let again = Host::open(archive, true, Lock::open(Some(settings)));
        assert_eq!(again.call("status", json!({})).unwrap_err().code, "locked", "it starts locked");
        again.lock.unlock("mật khẩu").expect("the password");
        assert!(again.call("status", json!({})).is_ok());
    }
}
