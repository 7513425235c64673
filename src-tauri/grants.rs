//! Which paths the page may name. A path counts only when the officer chose it in a dialog of this run or dropped
//! it on the window: the page alone cannot make the program read or write a file.

use office::wire::Problem;
use serde_json::Value;
use std::{
    collections::HashSet,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

/// The paths that the officer chose in this run.
#[derive(Default)]
pub(crate) struct Grants {
    read: Mutex<HashSet<PathBuf>>,
    write: Mutex<HashSet<PathBuf>>,
}

/// What a command does with the `path` of its request.
enum Use {
    Reads,
    Writes,
}

/// Commands of the registry that name a path of the PC.
fn path_use(command: &str) -> Option<Use> {
    match command {
        "preview_import" | "import" | "attach" | "look_into_folder" | "import_all" | "backups"
        | "recovery" | "restore" | "mend_files" => Some(Use::Reads),
        "export"
        | "certificates"
        | "picture"
        | "save_file"
        | "export_search"
        | "export_register"
        | "export_list"
        | "export_all"
        | "pack_dossier"
        | "list_dossiers"
        | "choose_backup_folder"
        | "write_readable" => Some(Use::Writes),
        _ => None,
    }
}

impl Grants {
    /// The officer chose a file to read.
    pub(crate) fn grant_read(&self, path: &Path) {
        self.read.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned());
    }

    /// The officer chose where to write.
    pub(crate) fn grant_write(&self, path: &Path) {
        self.write.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned());
    }

    /// The officer chose a folder, to read what is in it and to write into it.
    pub(crate) fn grant_folder(&self, path: &Path) {
        self.grant_read(path);
        self.grant_write(path);
    }

    /// Refuses a request that names a path nobody chose.
    pub(crate) fn check(&self, command: &str, request: &Value) -> Result<(), Problem> {
        let (Some(use_), Some(path)) = (path_use(command), request.get("path").and_then(Value::as_str))
        else {
            return Ok(());
        };
        let granted = match use_ {
            Use::Reads => &self.read,
            Use::Writes => &self.write,
        };
        if granted.lock().unwrap_or_else(PoisonError::into_inner).contains(Path::new(path)) {
            return Ok(());
        }
        Err(refused(path))
    }

    /// Refuses to show a path that was not chosen for writing.
    pub(crate) fn check_written(&self, path: &str) -> Result<(), Problem> {
        if self.write.lock().unwrap_or_else(PoisonError::into_inner).contains(Path::new(path)) {
            return Ok(());
        }
        Err(refused(path))
    }
}

fn refused(path: &str) -> Problem {
    Problem::new("path-not-granted", format!("Chưa được phép dùng tệp “{path}”."))
        .hint("Hãy chọn tệp bằng hộp thoại.")
        .value("path", path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_chosen_paths_pass() {
        let grants = Grants::default();
        let request = json!({ "path": "/a/list.xlsx" });
        assert_eq!(grants.check("import", &request).unwrap_err().code, "path-not-granted");
        grants.grant_read(Path::new("/a/list.xlsx"));
        assert!(grants.check("import", &request).is_ok());
        assert!(grants.check("export", &request).is_err(), "a file to read is not a place to write");
        assert!(grants.check_written("/a/list.xlsx").is_err());
    }

    #[test]
    fn commands_without_a_path_pass() {
        assert!(Grants::default().check("search", &json!({ "text": "a" })).is_ok());
    }

    #[test]
    fn every_command_that_takes_a_path_is_known() {
        // A new command whose request holds a path must be listed in `path_use`.
        let types = office::typescript();
        let with_path: Vec<&str> = types
            .lines()
            .filter_map(|line| line.trim().strip_suffix(";").filter(|l| l.contains(": { request: ")))
            .filter_map(|line| {
                let (name, rest) = line.split_once(": { request: ")?;
                let request = rest.split(';').next()?;
                let declared = types.split(&format!("export type {request} = ")).nth(1)?;
                declared.split("};").next()?.contains("path: string").then_some(name)
            })
            .collect();
        assert!(with_path.contains(&"export"), "the types are read as they are written: {with_path:?}");
        for name in with_path {
            assert!(path_use(name).is_some(), "{name} takes a path");
        }
    }
}
