//! What the window and the loopback test host have in common: the one office, calls by name with their paths
//! checked, copies of kept files for reading. No screens, no HTTP.

use crate::{grants::Grants, lock::Lock, setting, work::Work};
use office::{
    Office, registry,
    wire::{Problem, Shown},
};
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};
use tempfile::TempDir;

/// What every call answers once the program ends.
const ENDED: &str = "closed";

/// An office at work for a page.
pub(crate) struct Host {
    folder: PathBuf,
    test_host: bool,
    office: Mutex<Result<Office, Problem>>,
    /// The command under way.
    pub(crate) work: Arc<Work>,
    copies: Mutex<Option<TempDir>>,
    /// Paths that the officer chose.
    pub(crate) grants: Grants,
    /// While it is closed, nothing is answered.
    pub(crate) lock: Lock,
}

impl Host {
    /// Opens the archive. One that cannot be opened is a problem that every call answers with, so that the page can
    /// show it; `status` tries again.
    pub(crate) fn open(folder: PathBuf, test_host: bool, lock: Lock) -> Self {
        let work = Arc::new(Work::default());
        Self {
            office: Mutex::new(setting::open_office(folder.clone(), test_host, work.watch())),
            work,
            folder,
            test_host,
            copies: Mutex::default(),
            grants: Grants::default(),
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
        let mut office = self.office.lock().unwrap_or_else(PoisonError::into_inner);
        if name == "status" && office.as_ref().is_err_and(|problem| problem.code != ENDED) {
            *office = setting::open_office(self.folder.clone(), self.test_host, self.work.watch());
        }
        self.work.clear();
        let answer = match office.as_mut() {
            Ok(office) => registry::call(office, name, request),
            Err(problem) => Err(problem.clone()),
        };
        self.work.clear();
        answer
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
        let folder = self.copy_folder().map_err(|e| could_not_copy(id, &e))?.join(safe_name(id));
        let copy = folder.join(safe_name(&shown.title));
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
        let ended = Err(Problem::new(ENDED, "Chương trình đang đóng."));
        let office =
            std::mem::replace(&mut *self.office.lock().unwrap_or_else(PoisonError::into_inner), ended);
        if let Ok(Err(problem)) = office.map(Office::close) {
            eprintln!("{problem}");
        }
        drop(self.copies.lock().unwrap_or_else(PoisonError::into_inner).take());
    }
}

fn make_read_only(path: &Path) -> std::io::Result<()> {
    let mut permissions = fs::metadata(path)?.permissions();
    permissions.set_readonly(true);
    fs::set_permissions(path, permissions)
}

/// A file name that every system takes: the last part, without what Windows refuses.
pub(crate) fn safe_name(name: &str) -> String {
    let clean: String = name
        .chars()
        .map(|c| if c.is_control() || r#"<>:"/\|?*"#.contains(c) { '-' } else { c })
        .take(120)
        .collect();
    let clean = clean.trim_matches([' ', '.']);
    if clean.is_empty() { "tep".to_owned() } else { clean.to_owned() }
}

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
        assert!(first.call("rounds", json!({})).is_ok());
        let problem = second.call("rounds", json!({})).unwrap_err();
        assert_eq!(second.call("status", json!({})).unwrap_err(), problem, "still in use");
        first.close();
        assert!(second.call("status", json!({})).is_ok(), "tried again");
        assert!(second.call("rounds", json!({})).is_ok());
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
        assert!(host.call("rounds", json!({})).is_ok(), "setting it does not lock at once");
        host.lock.lock().expect("locked");
        for command in registry::COMMANDS {
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

    #[test]
    fn names_are_safe_for_every_system() {
        assert_eq!(safe_name("Quyết định 15/QĐ-STP.pdf"), "Quyết định 15-QĐ-STP.pdf");
        assert_eq!(safe_name("../../etc/passwd"), "-..-etc-passwd");
        assert_eq!(safe_name(" .. "), "tep");
        assert_eq!(safe_name(&"á".repeat(400)).chars().count(), 120);
    }
}
