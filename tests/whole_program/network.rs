//! The program has no network: it opens no socket but those of the screen and of the one message bus through which a second
//! start finds the first, and its page can reach nothing that is not the program's own.

use crate::support::{
    program::{Desk, in_project},
    sample::{ROUND, workbook},
    screen::WindowScreen,
    webdriver::until,
};
use serde_json::json;
use std::{
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::OnceLock,
};

/// What writes sockets down, compiled once.
fn library() -> &'static Path {
    static LIBRARY: OnceLock<PathBuf> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        let source = in_project("tests/whole_program/support/sockets.c");
        let library = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sockets.so");
        // Another run may be using the one that is there: a new one takes its name when it is whole.
        let made = library.with_extension(format!("{}.so", std::process::id()));
        let status = Command::new("cc")
            .args(["-shared", "-fPIC", "-O1", "-Wall", "-Wextra", "-Werror", "-o"])
            .args([&made, &source])
            .arg("-ldl")
            .status()
            .expect("a C compiler is there wherever SQLite was built");
        assert!(status.success(), "sockets.c compiles");
        fs::rename(&made, &library).expect("renamed");
        library
    })
}

/// The lines that were written so far.
fn noted(log: &Path) -> Vec<String> {
    fs::read_to_string(log).unwrap_or_default().lines().map(str::to_owned).collect()
}

#[test]
fn the_command_line_opens_no_socket_at_all() {
    let desk = Desk::new();
    let log = desk.path("sockets");
    let list = workbook();
    let list = list.to_str().expect("plain");
    for words in [
        &["sample"][..],
        &["import", list, "--round", ROUND],
        &["draft", "decision-commendation", "--round", ROUND],
        &["export", "doc-1", "--to", "quyet-dinh.pdf"],
        &["certificates", "doc-1", "--to", "giay-khen.pdf"],
        &["search", "dien hinh"],
        &["export-all", "toàn bộ kho"],
        &["backup"],
        &["check"],
    ] {
        let ended = desk.command().env("LD_PRELOAD", library()).env("SOCKETS", &log).args(words).output();
        let ended = ended.expect("the program starts");
        assert!(matches!(ended.status.code(), Some(0 | 2)), "{words:?}: {ended:?}");
    }
    assert_eq!(noted(&log), Vec::<String>::new());

    // What listens is seen, so that seeing nothing means something.
    let mut host = desk.command();
    host.env("LD_PRELOAD", library()).env("SOCKETS", &log).arg("serve").stdout(Stdio::piped());
    let mut host = host.spawn().expect("starts");
    let mut line = String::new();
    BufReader::new(host.stdout.take().expect("piped")).read_line(&mut line).expect("it listens");
    host.kill().and_then(|()| host.wait()).expect("ended");
    assert!(noted(&log).iter().any(|line| line.contains("bind inet 127.0.0.1")), "{:?}", noted(&log));
}

#[test]
fn the_window_opens_none_but_those_of_screen_and_message_bus() {
    let desk = Desk::new();
    desk.get(&["sample"]);
    let log = desk.path("sockets");
    let screen = WindowScreen::new(&desk, &[]);
    let watched = |command: &mut Command| {
        command.env("LD_PRELOAD", library()).env("SOCKETS", &log).stdout(Stdio::null()).stderr(Stdio::null());
    };
    let mut first = screen.command(&desk);
    watched(&mut first);
    let mut first = first.spawn().expect("starts");
    // The page runs in a process of its own, which speaks with the others over sockets that have no name.
    until("the page's process", || {
        noted(&log).iter().any(|line| line.starts_with("WebKitWeb")).then_some(())
    });
    let mut second = screen.command(&desk);
    watched(&mut second);
    let second = second.status().expect("starts");
    assert_eq!(second.code(), Some(0), "it found the first and ended");
    assert!(first.try_wait().expect("asked").is_none(), "which goes on");
    first.kill().and_then(|()| first.wait()).expect("ended");
    let others: Vec<String> = noted(&log).into_iter().filter(|line| !is_of_this_pc(line)).collect();
    assert_eq!(others, Vec::<String>::new(), "nothing but sockets of this PC");
}

#[test]
fn the_page_cannot_reach_out() {
    let desk = Desk::new();
    desk.get(&["sample"]);
    let log = desk.path("sockets");
    let environment = [("LD_PRELOAD", library().to_owned()), ("SOCKETS", log.clone())];
    let screen = WindowScreen::new(&desk, &environment);
    let session = screen.start();
    session.find("[data-testid='nav-home']");
    // Everything by which a page could ask for something of another place; the policy refuses each by its own rule.
    let refused = session.run_async(
        "const done = arguments[0], refused = new Set(), away = 'https://example.org/';
document.addEventListener('securitypolicyviolation', (event) => refused.add(event.effectiveDirective));
const put = (name, set) => document.body.append(Object.assign(document.createElement(name), set));
put('img', { src: away + 'a.png' });
put('script', { src: away + 'a.js' });
put('link', { rel: 'stylesheet', href: away + 'a.css' });
put('iframe', { src: away });
put('object', { data: away + 'a.pdf' });
put('video', { src: away + 'a.mp4' });
put('base', { href: away });
put('style', { textContent: `@font-face { font-family: away; src: url(${away}a.woff2) } body { font-family: away }` });
fetch(away).catch(() => undefined);
try { new WebSocket('wss://example.org/'); } catch { }
const form = Object.assign(document.createElement('form'), { action: away, method: 'post' });
document.body.append(form);
form.submit();
const wanted = ['img-src', 'script-src-elem', 'style-src-elem', 'frame-src', 'object-src', 'media-src', 'base-uri', 'connect-src', 'form-action'];
const look = () => {
  const left = wanted.filter((rule) => ![...refused].some((one) => one === rule || rule === `${one}-elem`));
  if (left.length === 0) done([]); else setTimeout(look, 20, left);
};
setTimeout(() => done(wanted.filter((rule) => !refused.has(rule) && !refused.has(rule.replace('-elem', '')))), 10000);
look();",
        &json!([]),
    );
    assert_eq!(refused, json!([]), "not refused by the policy");
    session.run("window.location.href = 'https://example.org/'", &json!([]));
    session.find("[data-testid='nav-home']");
    session.close();
    let driver = |line: &str| line.starts_with("WebKitWebDriver");
    let others: Vec<String> =
        noted(&log).into_iter().filter(|line| !driver(line) && !is_of_this_pc(line)).collect();
    // The driver of this test comes in by one door, which the web view has only for it.
    let door = others.iter().find_map(|line| line.strip_prefix("bang-vang bind inet "));
    let door = door.unwrap_or_else(|| panic!("the door is seen: {others:?}"));
    assert!(door.starts_with("127.0.0.1:"), "{door}");
    let elsewhere: Vec<&String> = others.iter().filter(|line| !line.ends_with(door)).collect();
    assert!(elsewhere.is_empty(), "{elsewhere:?}");
}

/// Sockets of the screen, the message bus and the web view's own processes; and the one by which the web view hears from
/// the kernel whether there is a network.
fn is_of_this_pc(line: &str) -> bool {
    line.contains(" unix ") || (line.starts_with("WebKit") && line.contains(" bind netlink "))
}
