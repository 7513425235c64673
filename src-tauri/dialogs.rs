//! Native dialogs for files, all through here. In builds for tests an environment variable answers instead; in a
//! shipped build only the officer does.

use crate::paths::as_on_disk;
use office::safe_file_name;
use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{Mutex, PoisonError},
};
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder};

/// Answers the next dialogs for a file to read: a path; empty for “cancelled”.
#[cfg(any(debug_assertions, feature = "e2e"))]
pub(crate) const OPEN_VARIABLE: &str = "BANG_VANG_DIALOG_OPEN";
/// Answers the dialogs for a place to write: a path, or a folder that takes the proposed name; empty for “cancelled”.
#[cfg(any(debug_assertions, feature = "e2e"))]
pub(crate) const SAVE_VARIABLE: &str = "BANG_VANG_DIALOG_SAVE";

/// Answers the dialogs for a folder: a path; empty for “cancelled”.
#[cfg(any(debug_assertions, feature = "e2e"))]
pub(crate) const FOLDER_VARIABLE: &str = "BANG_VANG_DIALOG_FOLDER";

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Question {
    /// A file to read.
    Open {
        /// Why: `workbook`, `attachment`, `folder`.
        purpose: String,
    },
    /// A folder.
    Folder {
        /// Why: `backup`, `restore`, `readable`, `mend`.
        purpose: String,
    },
    /// A place to write.
    Save {
        /// Why: `pdf`, `picture`, `workbook`, `package`, `folder` (a new one inside the folder that is chosen), `file`.
        purpose: String,
        /// The proposed name.
        name: String,
    },
}

/// The folders used last, one for each purpose.
#[derive(Default)]
pub(crate) struct LastFolders(Mutex<HashMap<String, PathBuf>>);

/// Asks, waiting for the answer: not on the thread of the window.
pub(crate) fn ask(app: &AppHandle, question: &Question, english: bool) -> Option<PathBuf> {
    #[cfg(any(debug_assertions, feature = "e2e"))]
    if let Some(answer) = answer_from_environment(question) {
        return answer;
    }
    let purpose = match question {
        Question::Open { purpose } | Question::Folder { purpose } | Question::Save { purpose, .. } => purpose,
    };
    let folders = app.state::<LastFolders>();
    let mut dialog = app.dialog().file().set_title(title(question, english));
    if let Some(window) = app.get_webview_window("main") {
        dialog = dialog.set_parent(&window);
    }
    let used = folders.0.lock().unwrap_or_else(PoisonError::into_inner).get(purpose).cloned();
    if let Some(folder) = used.or_else(documents) {
        dialog = dialog.set_directory(folder);
    }
    dialog = filtered(dialog, purpose, english);
    let chosen = match question {
        Question::Open { purpose } if purpose == "folder" => dialog.blocking_pick_folder(),
        // A new folder inside the one that was chosen: what is there already is never mixed with it.
        Question::Save { purpose, name } if purpose == "folder" => {
            let chosen = dialog.blocking_pick_folder()?.into_path().ok()?;
            return Some(as_on_disk(&chosen.join(safe_file_name(name))));
        }
        Question::Open { .. } => dialog.blocking_pick_file(),
        Question::Folder { .. } => dialog.blocking_pick_folder(),
        Question::Save { name, .. } => dialog.set_file_name(safe_file_name(name)).blocking_save_file(),
    };
    let path = as_on_disk(&chosen?.into_path().ok()?);
    let used = if matches!(question, Question::Folder { .. }) { Some(path.as_path()) } else { path.parent() };
    if let Some(folder) = used {
        folders.0.lock().unwrap_or_else(PoisonError::into_inner).insert(purpose.clone(), folder.to_owned());
    }
    Some(path)
}

/// Where the officer's documents really are: Windows is asked, since an office may have moved that folder.
fn documents() -> Option<PathBuf> {
    dirs::document_dir()
}

/// The answer that a test prepared: `None` when there is none, `Some(None)` for “cancelled”.
#[cfg(any(debug_assertions, feature = "e2e"))]
pub(crate) fn answer_from_environment(question: &Question) -> Option<Option<PathBuf>> {
    let variable = match question {
        Question::Open { .. } => OPEN_VARIABLE,
        Question::Folder { .. } => FOLDER_VARIABLE,
        Question::Save { .. } => SAVE_VARIABLE,
    };
    std::env::var_os(variable).map(|answer| prepared(answer.as_ref(), question))
}

/// A prepared answer: a folder takes the proposed name, an empty one cancels.
#[cfg(any(debug_assertions, feature = "e2e"))]
pub(crate) fn prepared(answer: &std::path::Path, question: &Question) -> Option<PathBuf> {
    match question {
        _ if answer.as_os_str().is_empty() => None,
        Question::Save { name, .. } if answer.is_dir() => Some(answer.join(safe_file_name(name))),
        _ => Some(answer.to_owned()),
    }
}

fn title(question: &Question, english: bool) -> &'static str {
    let (vietnamese, in_english) = match question {
        Question::Open { purpose } if is_workbook(purpose) => {
            ("Chọn danh sách Excel", "Choose the Excel list")
        }
        Question::Open { purpose } | Question::Save { purpose, .. } if purpose == "folder" => {
            ("Chọn thư mục", "Choose a folder")
        }
        Question::Open { .. } => ("Chọn tệp", "Choose a file"),
        Question::Folder { purpose } => match purpose.as_str() {
            "backup" => ("Chọn thư mục để sao lưu", "Choose the folder for backups"),
            "restore" | "mend" => ("Chọn thư mục có bản sao lưu", "Choose the folder that has backups"),
            _ => ("Chọn thư mục", "Choose a folder"),
        },
        Question::Save { .. } => ("Lưu thành tệp", "Save as"),
    };
    if english { in_english } else { vietnamese }
}

fn is_workbook(purpose: &str) -> bool {
    purpose == "workbook"
}

fn filtered(
    dialog: FileDialogBuilder<tauri::Wry>,
    purpose: &str,
    english: bool,
) -> FileDialogBuilder<tauri::Wry> {
    let all = if english { "All files" } else { "Mọi tệp" };
    let dialog = if is_workbook(purpose) {
        dialog.add_filter(if english { "Excel lists" } else { "Danh sách Excel" }, &["xlsx", "xls", "ods"])
    } else if purpose == "pdf" {
        dialog.add_filter("PDF", &["pdf"])
    } else if purpose == "package" {
        dialog.add_filter("ZIP", &["zip"])
    } else if purpose == "archive" {
        dialog.add_filter(if english { "Bảng Vàng archives" } else { "Kho Bảng Vàng" }, &["bangvang"])
    } else if purpose == "picture" {
        dialog.add_filter(if english { "PNG pictures" } else { "Ảnh PNG" }, &["png"])
    } else {
        dialog
    };
    dialog.add_filter(all, &["*"])
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn prepared_answers_stand_for_the_officer() {
        let save = Question::Save { purpose: "pdf".into(), name: "Quyết định 1/QĐ.pdf".into() };
        assert_eq!(prepared(Path::new(""), &save), None);
        assert_eq!(prepared(Path::new("x.pdf"), &save), Some("x.pdf".into()));
        let folder = std::env::temp_dir();
        assert_eq!(prepared(&folder, &save), Some(folder.join("Quyết định 1-QĐ.pdf")));
    }

    /// The PC of the tests has its documents in another folder than the usual one (`xtask/src/wine.rs`).
    #[cfg(windows)]
    #[test]
    fn the_first_dialog_opens_where_windows_has_the_documents() {
        const KEY: &str = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders";
        let asked = std::process::Command::new("reg").args(["query", KEY, "/v", "Personal"]).output();
        let told = String::from_utf8_lossy(&asked.expect("reg is there").stdout).into_owned();
        let (_, place) = told.split_once("REG_EXPAND_SZ").expect("Windows has a place for documents");
        let home = std::env::var("USERPROFILE").expect("a user");
        let place = place.trim().replace("%USERPROFILE%", &home);
        assert_eq!(documents(), Some(PathBuf::from(place)));
    }
}
