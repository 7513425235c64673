//! Builds the desktop part: checks `tauri.conf.json`, the capabilities and the program's own commands, and makes
//! sure that there is a page to embed. Does not build the interface: `cargo xtask run` and `cargo xtask test` do.

use std::{fs, path::Path};

/// Shown by a program that was built before its interface.
const PLACEHOLDER: &str = "<!doctype html><html lang=\"vi\"><meta charset=\"utf-8\"><title>Bảng Vàng</title>\
<p id=\"placeholder\">Giao diện chưa được dựng. Hãy chạy <code>cargo xtask run</code>.</p></html>\n";

fn main() {
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    println!("cargo:rerun-if-changed=ui/dist");
    let page = Path::new("ui/dist/index.html");
    if !page.exists()
        && let Err(error) = fs::create_dir_all("ui/dist").and_then(|()| fs::write(page, PLACEHOLDER))
    {
        println!("cargo:warning=ui/dist/index.html: {error}");
    }
    let commands = tauri_build::AppManifest::new().commands(&[
        "call",
        "progress",
        "stop_work",
        "choose_open",
        "choose_save",
        "choose_folder",
        "open_file",
        "open_path",
        "show_in_folder",
        "take_given",
        "lock_state",
        "lock",
        "unlock",
        "set_lock",
    ]);
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("src-tauri/capabilities/*.json")
        .windows_attributes(
            tauri_build::WindowsAttributes::new().app_manifest(include_str!("windows.manifest")),
        )
        .app_manifest(commands);
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo:error={error:#}");
    }
}
