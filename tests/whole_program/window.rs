//! The real window through WebDriver: the officer's job once, a restart, and what the page may not do.

use crate::support::{
    program::{Desk, Ended, in_project, tool},
    sample::{ROUND, workbook},
    screen::{WindowScreen, picture},
    webdriver::{Session, until},
};
use serde_json::{Value, json};
use std::{
    fs,
    io::{BufRead, BufReader},
    path::PathBuf,
    process::Stdio,
};

/// Calls a command of the shell from the page: `{ok}` or `{problem}`.
fn shell(session: &Session, command: &str, arguments: &Value) -> Value {
    let script = "const [command, given, done] = arguments;
window.__TAURI_INTERNALS__.invoke(command, given).then((ok) => done({ ok }), (problem) => done({ problem }))";
    session.run_async(script, &json!([command, arguments]))
}

#[test]
fn the_whole_job_in_the_window() {
    let desk = Desk::new();
    fs::create_dir(desk.path("out")).expect("made");
    let opened = desk.path("opened.txt");
    let environment = [
        ("BANG_VANG_DIALOG_OPEN", workbook()),
        ("BANG_VANG_DIALOG_SAVE", desk.path("out")),
        ("BANG_VANG_OPENED", opened.clone()),
    ];
    let screen = WindowScreen::new(&desk, &environment);
    let session = screen.start();
    session.find("[data-testid='first-start']");
    assert_eq!(session.title(), "Bảng Vàng");
    session.picture(&picture("first-start.png"));

    session.click("[data-testid='open-sample']");
    session.find("[data-testid='nav-home']");
    session.picture(&picture("home.png"));

    session.click("[data-testid='nav-rounds']");
    session.click("[data-testid='import-file']");
    session.click("[data-testid='choose-workbook']");
    session.find("[data-testid='import-counts']");
    session.clear("[data-testid='import-name']");
    session.type_into("[data-testid='import-name']", ROUND);
    session.picture(&picture("import.png"));
    session.click("[data-testid='import-commit']");
    session.click("[data-testid='go-to-round']");
    session.click("[data-testid='step-decision']");
    session.picture(&picture("round.png"));

    session.click("[data-testid='draft-menu']");
    session.click("[data-testid='draft-decision-commendation']");
    let before = session.page_after("");
    session.picture(&picture("document.png"));
    session.type_into("[data-testid='field-summary']", " thử nghiệm");
    session.page_after(&before);

    session.click("[data-testid='export-pdf']");
    let pdf = until("the exported PDF", || {
        fs::read_dir(desk.path("out"))
            .expect("there")
            .flatten()
            .map(|entry| entry.path())
            .find(|path| path.extension().is_some_and(|extension| extension == "pdf"))
    });
    until("the export is told", || session.look("[data-testid='notice']"));
    let exported = fs::read(&pdf).expect("read");
    tool("qpdf", &["--check".as_ref(), pdf.as_os_str()]);
    assert!(solid(&tool("pdftotext", &[pdf.as_os_str(), "-".as_ref()])).contains("thửnghiệm"));
    session.close();

    // Another start of the program finds it all again.
    let session = screen.start();
    session.click("[data-testid='nav-documents']");
    session.wait_for_text("main", ROUND);
    session.type_into("[data-testid='search-input']", "dien hinh tien tien");
    session.find("[data-testid='search-hit']");
    session.wait_for_text("main", "Điển hình tiên tiến");
    session.picture(&picture("search.png"));

    // The exported copy opens from the archive, byte for byte, in the PC's own program.
    let documents = shell(
        &session,
        "call",
        &json!({ "name": "documents", "request":
            { "year": null, "state": null, "template": null, "order": "changed", "reverse": false, "from": 0, "count": 100 } }),
    );
    let document =
        documents["ok"]["rows"][0]["id"].as_str().unwrap_or_else(|| panic!("{documents}")).to_owned();
    let request = json!({ "id": document, "from": 0, "count": 10 });
    let shown = shell(&session, "call", &json!({ "name": "files", "request": request }));
    let file = shown["ok"]["rows"][0]["id"].as_str().unwrap_or_else(|| panic!("{shown}")).to_owned();
    assert_eq!(shell(&session, "open_file", &json!({ "id": file })), json!({ "ok": null }));
    let copy =
        until("the opened copy", || fs::read_to_string(&opened).ok()?.lines().next().map(PathBuf::from));
    assert!(fs::read(&copy).expect("the copy is there") == exported);
    assert!(fs::metadata(&copy).expect("there").permissions().readonly());
    session.close();
}

#[test]
fn the_page_reaches_only_what_the_officer_chose() {
    let desk = Desk::new();
    desk.get(&["sample"]);
    let screen = WindowScreen::new(&desk, &[("BANG_VANG_DIALOG_OPEN", PathBuf::new())]);
    let session = screen.start();
    session.find("[data-testid='nav-home']");
    let list = workbook();
    let import = json!({ "path": list, "round": "Đợt", "columns": {}, "sheet": null });
    for (command, given) in [
        ("call", json!({ "name": "import", "request": import })),
        ("call", json!({ "name": "export", "request": { "id": "doc-1", "path": desk.path("x.pdf") } })),
        (
            "call",
            json!({ "name": "attach", "request": { "id": "conf-1", "path": in_project("Cargo.toml") } }),
        ),
        ("open_path", json!({ "path": in_project("Cargo.toml") })),
        ("show_in_folder", json!({ "path": in_project("Cargo.toml") })),
    ] {
        let answer = shell(&session, command, &given);
        assert_eq!(answer["problem"]["code"], "path-not-granted", "{command} {given}: {answer}");
    }
    // A dialog that was cancelled grants nothing.
    assert_eq!(shell(&session, "choose_open", &json!({ "purpose": "workbook" })), json!({ "ok": null }));
    // The shell answers nothing but the program's own commands, and the page reaches no other place.
    let other = shell(&session, "plugin:opener|open_url", &json!({ "url": "https://example.org" }));
    assert!(other["problem"].is_string(), "{other}");
    let fetched = session.run_async(
        "const done = arguments[0]; fetch('https://example.org').then(() => done('reached'), () => done('refused'))",
        &json!([]),
    );
    assert_eq!(fetched, "refused");
    assert_eq!(session.run("return typeof window.__TAURI__", &json!([])), "undefined");
}

#[test]
fn a_second_start_brings_its_file_to_the_first() {
    let desk = Desk::new();
    desk.get(&["sample"]);
    let screen = WindowScreen::new(&desk, &[]);
    let session = screen.start();
    session.find("[data-testid='nav-home']");
    fs::copy(workbook(), desk.path("Danh sách.xlsx")).expect("copied");
    // Named as in a folder, where it was started; letters with their marks apart.
    let second = screen.command(&desk).arg("Danh sách.xlsx").output().expect("starts");
    assert_eq!(Ended::of(second).code, 0, "it hands the file over and ends");
    session.find("[data-testid='import-counts']");
    session.wait_for_text("main", "Danh sách.xlsx");
    let third = screen.command(&desk).output().expect("starts");
    assert_eq!(Ended::of(third).code, 0, "one running copy");
    session.close();
}

/// Opens the window on a screen, and gives its width once all of it is in sight.
fn width_in_sight(desk: &Desk, screen: (u32, u32)) -> i64 {
    let window = WindowScreen::of_size(screen, desk, &[]);
    let session = window.start();
    session.find("[data-testid='nav-home']");
    let width = until("the window is in sight", || {
        let place = session.run("return [screenX, screenY, outerWidth, outerHeight]", &json!([]));
        let of = |index: usize| place[index].as_i64().expect("a number");
        let (right, below) = (of(0) + of(2), of(1) + of(3));
        let inside = of(0) >= 0 && of(1) >= 0 && right <= i64::from(screen.0) && below <= i64::from(screen.1);
        inside.then_some(of(2))
    });
    session.close();
    width
}

#[test]
fn a_window_that_was_out_of_sight_opens_in_sight() {
    let desk = Desk::new();
    desk.get(&["sample"]);
    let config = desk.path("home/config/vn.bangvang.desktop");
    fs::create_dir_all(&config).expect("made");
    let place = json!({ "main": { "width": 3000, "height": 2000, "x": -2900, "y": -1900, "prev_x": 0, "prev_y": 0,
        "maximized": false, "visible": true, "decorated": true, "fullscreen": false } });
    fs::write(config.join(".window-state.json"), place.to_string()).expect("written");
    let width = width_in_sight(&desk, (1280, 800));
    assert!(width > 1000, "and no smaller than it must be: {width}");
}

#[test]
fn a_screen_with_little_room_has_all_of_the_window() {
    let desk = Desk::new();
    desk.get(&["sample"]);
    // What a screen of 1920 by 1080 is at 200 %.
    let width = width_in_sight(&desk, (960, 540));
    assert!(width > 900, "and uses it: {width}");
}

#[test]
fn an_archive_in_use_is_explained_and_tried_again() {
    let desk = Desk::new();
    desk.get(&["sample"]);
    let mut holder = desk.command().arg("serve").stdout(Stdio::piped()).spawn().expect("starts");
    let mut line = String::new();
    BufReader::new(holder.stdout.take().expect("piped")).read_line(&mut line).expect("it listens");
    let screen = WindowScreen::new(&desk, &[]);
    let session = screen.start();
    // A second program on the same archive is refused from the command line as well.
    let refused = Ended::of(desk.command().arg("documents").output().expect("runs"));
    assert_eq!(refused.code, 1, "{refused:?}");
    session.find("[data-testid='problem'], [role='alert'], main button");
    assert!(session.look("[data-testid='nav-home']").is_none());
    session.picture(&picture("archive-in-use.png"));
    holder.kill().and_then(|()| holder.wait()).expect("ended");
    session.click("main button");
    session.find("[data-testid='nav-home']");
}

/// Without blanks and line ends, which a layout puts anywhere.
fn solid(text: &str) -> String {
    text.split_whitespace().collect()
}
