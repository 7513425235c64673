//! The window: one page, the registry's commands under one name, native dialogs. Work runs off the window's thread.

use crate::{
    dialogs::{self, LastFolders, Question},
    fault, given,
    grants::Grants,
    host::Host,
    lock::Lock,
    place, setting, webview,
};
use office::{
    Progress,
    wire::{LockState, Problem, SetLock},
};
use serde_json::Value;
use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};
use tauri::{
    AppHandle, DragDropEvent, Manager, RunEvent, State, Url, WebviewUrl, WebviewWindowBuilder, WindowEvent,
    webview::PageLoadEvent,
};
use tauri_plugin_window_state::StateFlags;

/// Title of the window and of its error messages.
const TITLE: &str = "Bảng Vàng";

/// What WebView2 is told: first what Tauri tells it unless it is given something, then that it leaves the network alone.
const WEBVIEW2_ARGUMENTS: &str = "--disable-features=msWebOOUI,msPdfOOUI,msSmartScreenProtection \
    --disable-background-networking --disable-component-update --disable-domain-reliability --disable-sync --no-pings";

/// How the program ends when no window could be opened.
const FAILED: u8 = 1;

/// Takes opened paths, a line each, instead of starting a program for them.
#[cfg(any(debug_assertions, feature = "e2e"))]
const OPENED_VARIABLE: &str = "BANG_VANG_OPENED";

/// The configuration and the page, embedded in the program.
pub(crate) fn context() -> tauri::Context<tauri::Wry> {
    tauri::generate_context!()
}

/// Opens the window on an archive, with files, and stays until it is closed.
pub(crate) fn run(archive: Option<PathBuf>, files: Vec<PathBuf>) -> ExitCode {
    fault::show_what_ends_the_program(show);
    let folder = match setting::archive_folder(archive) {
        Ok(folder) => folder,
        Err(problem) => return no_window(&problem.to_string()),
    };
    if let Some(reason) = no_screen() {
        return no_window(&reason);
    }
    if let Err(ended) = expect_webview() {
        return ended;
    }
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, arguments, folder| {
            give(app, given::by_another_start(arguments, Path::new(&folder)));
            bring_forward(app);
        }))
        .plugin(tauri_plugin_dialog::init())
        .plugin(
            tauri_plugin_window_state::Builder::default()
                .with_state_flags(StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED)
                .build(),
        )
        .manage(LastFolders::default())
        .invoke_handler(tauri::generate_handler![
            call,
            progress,
            stop_work,
            choose_open,
            choose_save,
            choose_folder,
            open_file,
            open_path,
            show_in_folder,
            take_given,
            lock_state,
            lock,
            unlock,
            set_lock
        ])
        .setup(move |app| {
            // After the single-instance check: a second start must not open the archive.
            let lock = Lock::open(setting::lock_file());
            let host = Host::open(folder, answers_itself(), lock);
            files.into_iter().for_each(|file| host.give(file));
            app.manage(Arc::new(host));
            // An error that is given back here ends the program without a word.
            if let Err(error) = open_window(app.handle()) {
                show(&webview::words_of_failure(&error.to_string()));
                app.handle().exit(i32::from(FAILED));
            }
            Ok(())
        })
        .build(context());
    match built {
        Ok(app) => {
            let code = app.run_return(|app, event| {
                if matches!(event, RunEvent::Exit) {
                    app.state::<Arc<Host>>().close();
                }
            });
            u8::try_from(code).map_or(ExitCode::FAILURE, ExitCode::from)
        }
        Err(error) => no_window(&webview::words_of_failure(&error.to_string())),
    }
}

fn open_window(app: &AppHandle) -> tauri::Result<()> {
    let window = WebviewWindowBuilder::new(app, "main", WebviewUrl::default())
        .title(TITLE)
        .inner_size(1280.0, 800.0)
        .min_inner_size(place::LEAST.width, place::LEAST.height)
        .on_navigation(is_own_page)
        // Neither Ctrl and the wheel nor two fingers: the size of text is a setting.
        .zoom_hotkeys_enabled(false)
        .general_autofill_enabled(false)
        .additional_browser_args(WEBVIEW2_ARGUMENTS)
        .devtools(cfg!(debug_assertions))
        .on_page_load(|window, load| {
            // Some systems give a window its size only once it is shown. Nothing is lost where that fails.
            if load.event() == PageLoadEvent::Finished {
                let _ = place::keep_in_sight(&window);
            }
        })
        .build()?;
    #[cfg(windows)]
    window.with_webview(|webview| {
        // An older web view keeps its keys; the page stops those that it hears.
        let _ = win32::browser::without_browser_keys(&webview.controller());
    })?;
    // The place it had was put back while it was made.
    place::keep_in_sight(&window)?;
    let app = app.clone();
    window.on_window_event(move |event| {
        if let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event {
            give(&app, paths.iter().cloned());
        }
    });
    Ok(())
}

/// Hands files to the page, which is told that there are some.
fn give(app: &AppHandle, files: impl IntoIterator<Item = PathBuf>) {
    let Some(host) = app.try_state::<Arc<Host>>() else { return };
    files.into_iter().for_each(|file| host.give(file));
    if let Some(window) = app.get_webview_window("main") {
        // A page that is not there yet asks by itself when it is.
        let _ = window.eval("window.dispatchEvent(new Event('files-given'))");
    }
}

/// The page may not lead anywhere else.
fn is_own_page(url: &Url) -> bool {
    let own = url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost") || url.scheme() == "about";
    own || (cfg!(not(feature = "custom-protocol")) && url.host_str() == Some("localhost"))
}

fn bring_forward(app: &AppHandle) {
    if let Some(window) = app.get_webview_window("main") {
        // A window that cannot be raised is still there; nothing more can be done about it.
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// True in a build for tests whose dialogs are answered by the environment.
fn answers_itself() -> bool {
    #[cfg(any(debug_assertions, feature = "e2e"))]
    return std::env::var_os(dialogs::OPEN_VARIABLE).is_some()
        || std::env::var_os(dialogs::SAVE_VARIABLE).is_some();
    #[cfg(not(any(debug_assertions, feature = "e2e")))]
    return false;
}

/// Why no window can be shown, where that can be told before trying.
fn no_screen() -> Option<String> {
    let named = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    (cfg!(target_os = "linux") && !named("DISPLAY") && !named("WAYLAND_DISPLAY")).then(|| {
        "Không có màn hình để mở cửa sổ. Dùng dòng lệnh: bang-vang --help liệt kê các lệnh.".to_owned()
    })
}

/// Makes sure that a page can be shown; else says what to install, installs it where the officer wants that, and gives how
/// the program ends.
fn expect_webview() -> Result<(), ExitCode> {
    let oldest = webview::oldest();
    let Some(lack) = webview::lack(&oldest) else { return Ok(()) };
    let installer = webview::installer();
    let words = webview::words(&lack, &oldest, installer.as_deref());
    let Some(installer) = installer else { return Err(no_window(&words)) };
    if !agreed(&words) {
        return Err(ExitCode::from(FAILED));
    }
    match std::process::Command::new(&installer).arg("/install").status() {
        Err(error) => Err(no_window(&format!("Không chạy được {}: {error}.", installer.display()))),
        Ok(_) => match webview::lack(&oldest) {
            None => Ok(()),
            Some(lack) => Err(no_window(&webview::words(&lack, &oldest, None))),
        },
    }
}

/// Asks yes or no before there is a window.
fn agreed(words: &str) -> bool {
    eprintln!("{words}");
    #[cfg(windows)]
    return rfd::MessageDialog::new()
        .set_level(rfd::MessageLevel::Warning)
        .set_title(TITLE)
        .set_description(words)
        .set_buttons(rfd::MessageButtons::YesNo)
        .show()
        == rfd::MessageDialogResult::Yes;
    #[cfg(not(windows))]
    false
}

/// Says why there is no window; the program ends.
fn no_window(reason: &str) -> ExitCode {
    show(reason);
    ExitCode::from(FAILED)
}

/// Says something where a person can see it without a window.
pub(crate) fn show(reason: &str) {
    eprintln!("{reason}");
    #[cfg(windows)]
    rfd::MessageDialog::new()
        .set_level(rfd::MessageLevel::Error)
        .set_title(TITLE)
        .set_description(reason)
        .show();
}

/// Runs work that may take long off the window's thread.
async fn off_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Problem> + Send + 'static,
) -> Result<T, Problem> {
    tauri::async_runtime::spawn_blocking(work).await.unwrap_or_else(|error| {
        Err(Problem::new("internal", "Chương trình gặp lỗi bên trong; việc vừa rồi chưa được thực hiện.")
            .hint("Dữ liệu đã lưu không bị ảnh hưởng. Hãy thử lại.")
            .value("detail", error.to_string()))
    })
}

/// One command of the registry.
#[tauri::command]
async fn call(host: State<'_, Arc<Host>>, name: String, request: Value) -> Result<Value, Problem> {
    let host = Arc::clone(&host);
    off_thread(move || host.call(&name, request)).await
}

/// How far the command under way is.
#[tauri::command]
fn progress(host: State<'_, Arc<Host>>) -> Option<Progress> {
    host.lock.check().ok().and_then(|()| host.work.progress())
}

/// Whether the window is locked.
#[tauri::command]
fn lock_state(host: State<'_, Arc<Host>>) -> LockState {
    host.lock.state()
}

/// Locks the window.
#[tauri::command]
fn lock(host: State<'_, Arc<Host>>) -> Result<LockState, Problem> {
    host.lock.lock()
}

/// Opens the window again.
#[tauri::command]
async fn unlock(host: State<'_, Arc<Host>>, password: String) -> Result<LockState, Problem> {
    let host = Arc::clone(&host);
    off_thread(move || host.lock.unlock(&password)).await
}

/// Sets, changes or takes away the password.
#[tauri::command]
async fn set_lock(host: State<'_, Arc<Host>>, request: SetLock) -> Result<LockState, Problem> {
    let host = Arc::clone(&host);
    off_thread(move || {
        host.lock.check()?;
        host.lock.set(&request.current, request.password.as_deref(), request.minutes)
    })
    .await
}

/// Stops the command under way.
#[tauri::command]
fn stop_work(host: State<'_, Arc<Host>>) {
    host.work.stop();
}

/// Files that the program was given since the page last asked.
#[tauri::command]
fn take_given(host: State<'_, Arc<Host>>) -> Result<Vec<String>, Problem> {
    host.take_given()
}

/// Lets the officer choose a file to read.
#[tauri::command]
async fn choose_open(
    app: AppHandle,
    host: State<'_, Arc<Host>>,
    purpose: String,
) -> Result<Option<String>, Problem> {
    choose(app, &host, Question::Open { purpose }, Grants::grant_read).await
}

/// Lets the officer choose where to write.
#[tauri::command]
async fn choose_save(
    app: AppHandle,
    host: State<'_, Arc<Host>>,
    purpose: String,
    name: String,
) -> Result<Option<String>, Problem> {
    choose(app, &host, Question::Save { purpose, name }, Grants::grant_write).await
}

/// Lets the officer choose a folder.
#[tauri::command]
async fn choose_folder(
    app: AppHandle,
    host: State<'_, Arc<Host>>,
    purpose: String,
) -> Result<Option<String>, Problem> {
    choose(app, &host, Question::Folder { purpose }, Grants::grant_folder).await
}

/// Asks by a native dialog, and lets the page use what the officer chose.
async fn choose(
    app: AppHandle,
    host: &Arc<Host>,
    question: Question,
    grant: fn(&Grants, &Path),
) -> Result<Option<String>, Problem> {
    let host = Arc::clone(host);
    off_thread(move || {
        host.lock.check()?;
        let Some(path) = dialogs::ask(&app, &question, host.in_english()) else { return Ok(None) };
        grant(&host.grants, &path);
        text(&path).map(Some)
    })
    .await
}

/// Opens a kept file, as a read-only copy, with the PC's program for it.
#[tauri::command]
async fn open_file(host: State<'_, Arc<Host>>, id: String) -> Result<(), Problem> {
    let host = Arc::clone(&host);
    off_thread(move || open_with_program(&host.copy_to_read(&id)?)).await
}

/// Opens a file that was written in this run with the PC's program for it.
#[tauri::command]
async fn open_path(host: State<'_, Arc<Host>>, path: String) -> Result<(), Problem> {
    let host = Arc::clone(&host);
    off_thread(move || {
        host.lock.check()?;
        host.grants.check_written(&path).and_then(|()| open_with_program(Path::new(&path)))
    })
    .await
}

/// Shows a file that was written in this run in its folder.
#[tauri::command]
async fn show_in_folder(host: State<'_, Arc<Host>>, path: String) -> Result<(), Problem> {
    let host = Arc::clone(&host);
    off_thread(move || {
        host.lock.check()?;
        host.check_shown(&path)?;
        #[cfg(any(debug_assertions, feature = "e2e"))]
        if let Some(outcome) = note_opened(Path::new(&path)) {
            return outcome;
        }
        tauri_plugin_opener::reveal_item_in_dir(&path).map_err(|e| not_opened(Path::new(&path), &e))
    })
    .await
}

fn open_with_program(path: &Path) -> Result<(), Problem> {
    #[cfg(any(debug_assertions, feature = "e2e"))]
    if let Some(outcome) = note_opened(path) {
        return outcome;
    }
    tauri_plugin_opener::open_path(path, None::<&str>).map_err(|e| not_opened(path, &e))
}

/// In a build for tests: writes the path down where a test asked for that.
#[cfg(any(debug_assertions, feature = "e2e"))]
fn note_opened(path: &Path) -> Option<Result<(), Problem>> {
    use std::io::Write as _;
    let notes = std::env::var_os(OPENED_VARIABLE)?;
    let written = std::fs::OpenOptions::new().create(true).append(true).open(notes);
    Some(written.and_then(|mut file| writeln!(file, "{}", path.display())).map_err(|e| not_opened(path, &e)))
}

fn not_opened(path: &Path, error: &dyn std::fmt::Display) -> Problem {
    Problem::new("not-opened", format!("Không mở được “{}”: {error}.", path.display()))
        .hint("Hãy kiểm tra máy đã có chương trình đọc loại tệp này.")
        .value("path", path.display().to_string())
        .value("detail", error.to_string())
}

/// A path as the page takes it.
fn text(path: &Path) -> Result<String, Problem> {
    path.to_str().map(str::to_owned).ok_or_else(|| {
        Problem::new("path-not-text", format!("Tên tệp “{}” có ký tự không đọc được.", path.display()))
            .hint("Hãy đổi tên tệp hoặc thư mục.")
            .value("path", path.display().to_string())
    })
}
