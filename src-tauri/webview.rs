//! The part of the system that shows the page, which a PC may lack or have too old: said before a window is opened, never
//! by a blank one. On Windows it is Microsoft Edge WebView2, and can be installed here without a network.

use serde_json::Value;
use std::{
    env,
    path::{Path, PathBuf},
};

/// Installers of WebView2 as Microsoft names them, the one that needs no network first.
const INSTALLERS: [&str; 2] =
    ["MicrosoftEdgeWebView2RuntimeInstallerX64.exe", "MicrosoftEdgeWebview2Setup.exe"];

const NOTHING_LOST: &str = "Dữ liệu trong kho không bị ảnh hưởng; dòng lệnh vẫn dùng được.";

/// What stands in the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Lack {
    /// There is none.
    Missing,
    /// There is one of this version.
    TooOld(String),
}

/// The oldest version that shows the page. Read from the text of the configuration: of what Tauri puts into the program, the
/// part on bundles is left out.
pub(crate) fn oldest() -> String {
    let config: Value = serde_json::from_str(include_str!("../tauri.conf.json")).unwrap_or_default();
    config["bundle"]["windows"]["minimumWebview2Version"].as_str().unwrap_or_default().to_owned()
}

/// Looks whether the PC's is there and no older than `oldest`.
pub(crate) fn lack(oldest: &str) -> Option<Lack> {
    judge(tauri::webview_version().ok(), Some(oldest).filter(|_| cfg!(windows)))
}

fn judge(found: Option<String>, oldest: Option<&str>) -> Option<Lack> {
    let Some(found) = found else { return Some(Lack::Missing) };
    let is_older = oldest.is_some_and(|oldest| numbers(&found) < numbers(oldest));
    is_older.then_some(Lack::TooOld(found))
}

/// The numbers of a version, so that 99 comes before 109; `109.0.1518.78 beta` has words behind them.
fn numbers(version: &str) -> Vec<u64> {
    let plain = version.split_whitespace().next().unwrap_or_default();
    plain.split('.').map_while(|number| number.parse().ok()).collect()
}

/// An installer that lies beside the program. Nowhere else: anybody could put something of that name there.
pub(crate) fn installer() -> Option<PathBuf> {
    installer_in(env::current_exe().ok()?.parent()?)
}

fn installer_in(folder: &Path) -> Option<PathBuf> {
    INSTALLERS.iter().map(|name| folder.join(name)).find(|installer| installer.is_file())
}

/// What is said to the officer.
pub(crate) fn words(lack: &Lack, oldest: &str, installer: Option<&Path>) -> String {
    let what = match lack {
        Lack::Missing => format!(
            "Máy này chưa có Microsoft Edge WebView2 (bản {oldest} trở lên), là thành phần của Windows mà Bảng Vàng dùng \
             để hiện cửa sổ."
        ),
        Lack::TooOld(found) => format!(
            "Microsoft Edge WebView2 trên máy này là bản {found}, cũ quá; Bảng Vàng cần bản {oldest} trở lên để hiện cửa sổ."
        ),
    };
    let how = match installer {
        Some(installer) => format!("Cài ngay bây giờ từ tệp sau?\n{}", installer.display()),
        None => format!(
            "Không cần mạng trên máy này: trên một máy có mạng, tải “Evergreen Standalone Installer, x64” tại \
             https://developer.microsoft.com/microsoft-edge/webview2, chép tệp {} sang máy này, chạy tệp đó (không cần quyền \
             quản trị) rồi mở lại Bảng Vàng.",
            INSTALLERS[0]
        ),
    };
    format!("{what}\n\n{how}\n\n{NOTHING_LOST}")
}

/// What is said where it is there and yet no window came of it.
pub(crate) fn words_of_failure(detail: &str) -> String {
    let how = if cfg!(windows) {
        format!(
            "Có thể Microsoft Edge WebView2 trên máy này bị hỏng. Hãy cài lại bằng {}, tải từ \
             https://developer.microsoft.com/microsoft-edge/webview2, rồi mở lại Bảng Vàng.\n\n",
            INSTALLERS[0]
        )
    } else {
        String::new()
    };
    format!("Không mở được cửa sổ: {detail}.\n\n{how}{NOTHING_LOST}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLDEST: Option<&str> = Some("109.0.0.0");

    #[test]
    fn the_configuration_says_which_is_the_oldest() {
        assert_eq!(numbers(&oldest()).len(), 4, "a whole version: {:?}", oldest());
    }

    #[test]
    fn a_missing_or_old_one_is_told_apart_from_one_that_will_do() {
        assert_eq!(judge(None, OLDEST), Some(Lack::Missing));
        for old in ["99.0.1150.39", "108.0.9999.9", "9"] {
            assert_eq!(judge(Some(old.to_owned()), OLDEST), Some(Lack::TooOld(old.to_owned())));
        }
        for new in ["109.0.0.0", "109.0.1518.78", "131.0.2903.86 beta"] {
            assert_eq!(judge(Some(new.to_owned()), OLDEST), None, "{new}");
        }
        assert_eq!(judge(Some("2.48.1".to_owned()), None), None, "where no version is asked for");
    }

    #[test]
    fn the_offline_installer_is_found_and_offered_first() {
        let folder = tempfile::tempdir().expect("a folder");
        assert_eq!(installer_in(folder.path()), None);
        let [offline, small] = INSTALLERS.map(|name| folder.path().join(name));
        std::fs::write(&small, b"").expect("written");
        assert_eq!(installer_in(folder.path()), Some(small));
        std::fs::write(&offline, b"").expect("written");
        assert_eq!(installer_in(folder.path()), Some(offline.clone()));
        let said = words(&Lack::Missing, "109.0.0.0", Some(&offline));
        assert!(said.contains(&offline.display().to_string()) && said.contains("109.0.0.0"), "{said}");
    }

    #[test]
    fn without_an_installer_it_is_said_what_to_get_and_what_to_do_with_it() {
        let said = words(&Lack::TooOld("99.0".to_owned()), "109.0.0.0", None);
        for word in ["99.0", "109.0.0.0", INSTALLERS[0], "developer.microsoft.com", "chạy tệp đó"] {
            assert!(said.contains(word), "{word} in {said}");
        }
    }
}
