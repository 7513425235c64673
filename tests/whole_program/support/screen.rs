//! A screen without a monitor, the drivers on it, and the loopback host. Everything that is started ends with its value.

use super::{
    program::{Desk, PROGRAM, in_project},
    webdriver::{Session, free_port, until, wait_for_port},
};
use serde_json::{Value, json};
use std::{
    fs::{self, File},
    io::{BufRead, BufReader, Read},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

/// A process that ends when its value goes.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // Asked first, so that it takes its sockets and profiles away; made to when it does not.
        let asked =
            Command::new("kill").arg(self.0.id().to_string()).status().is_ok_and(|status| status.success());
        let start = Instant::now();
        while asked && start.elapsed() < Duration::from_secs(5) {
            if !matches!(self.0.try_wait(), Ok(None)) {
                return;
            }
            thread::sleep(Duration::from_millis(5));
        }
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// WebKitWebDriver takes one session at a time, and the computer one window at a time.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// How programs draw on a screen without a monitor.
const ON_A_SCREEN: [(&str, &str); 3] =
    [("NO_AT_BRIDGE", "1"), ("GDK_BACKEND", "x11"), ("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1")];

/// The real window under WebKitWebDriver, on a screen and a message bus of its own.
pub(crate) struct WindowScreen {
    // In the order in which they must end.
    driver: Running,
    _bus: Running,
    _screen: Running,
    port: u16,
    /// The screen and the message bus, as programs are told of them.
    surroundings: [(&'static str, String); 2],
    _one: MutexGuard<'static, ()>,
}

impl WindowScreen {
    /// A screen of 1280 by 800 where windows of this desk open, with more environment for them.
    pub(crate) fn new(desk: &Desk, environment: &[(&str, PathBuf)]) -> Self {
        Self::of_size((1280, 800), desk, environment)
    }

    /// The same of another size.
    pub(crate) fn of_size(size: (u32, u32), desk: &Desk, environment: &[(&str, PathBuf)]) -> Self {
        let one = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
        let (screen, display) = answering(Command::new("Xvfb").args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            &format!("{}x{}x24", size.0, size.1),
            "-nolisten",
            "tcp",
        ]));
        let (bus, address) =
            answering(Command::new("dbus-daemon").args(["--session", "--nofork", "--print-address=1"]));
        let surroundings = [("DISPLAY", format!(":{display}")), ("DBUS_SESSION_BUS_ADDRESS", address)];
        let port = free_port();
        let mut driver = Command::new("WebKitWebDriver");
        desk.surround(driver.arg(format!("--port={port}")))
            .envs(surroundings.clone())
            .env_remove("WAYLAND_DISPLAY")
            .envs(ON_A_SCREEN)
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .envs(environment.iter().map(|(name, value)| (*name, value)));
        let driver = listening(&mut driver, port);
        Self { driver, _bus: bus, _screen: screen, port, surroundings, _one: one }
    }

    /// The program on this screen without a driver: as the officer starts it, or starts it once more.
    pub(crate) fn command(&self, desk: &Desk) -> Command {
        let mut command = desk.command();
        command.envs(self.surroundings.clone()).env_remove("WAYLAND_DISPLAY").envs(ON_A_SCREEN);
        command
    }

    /// Starts the program: a session with its window. One that is still closing would only be brought forward.
    pub(crate) fn start(&self) -> Session {
        until("the window before is gone", || (!has_children(self.driver.0.id())).then_some(()));
        let options = json!({ "binary": PROGRAM, "args": [] });
        Session::open(self.port, &json!({ "browserName": "wry", "webkitgtk:browserOptions": options }))
    }
}

/// Whether a process has children. Only the process table knows of one that is ending: its program and environment
/// go first, its connections last.
fn has_children(parent: u32) -> bool {
    let is_child = |process: &Path| {
        let stat = fs::read_to_string(process.join("stat")).unwrap_or_default();
        // pid (name) state parent …
        stat.rsplit(')').next().unwrap_or_default().split_whitespace().nth(1) == Some(&parent.to_string())
    };
    fs::read_dir("/proc").into_iter().flatten().flatten().any(|process| is_child(&process.path()))
}

/// The page in Chromium, against the loopback test host on a desk.
pub(crate) struct Browser {
    /// The session with the page.
    pub(crate) session: Session,
    /// The host's port, for prepared answers of dialogs.
    pub(crate) port: u16,
    _driver: Running,
    _host: Running,
}

impl Browser {
    /// Opens the page of a desk.
    pub(crate) fn open(desk: &Desk) -> Self {
        let (host, address) = answering(desk.command().arg("serve"));
        let port = address.trim_end_matches('/').rsplit(':').next().and_then(|port| port.parse().ok());
        let driver_port = free_port();
        let mut driver = Command::new("chromedriver");
        let driver = listening(desk.surround(driver.arg(format!("--port={driver_port}"))), driver_port);
        let arguments = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ];
        let options = json!({ "binary": "/usr/bin/chromium", "args": arguments });
        let capabilities = json!({
            "browserName": "chrome",
            "goog:chromeOptions": options,
            "goog:loggingPrefs": { "browser": "ALL" },
        });
        let session = Session::open(driver_port, &capabilities);
        session.show_at(1280, 720);
        session.go(&address);
        Self { session, port: port.expect("the host's port"), _driver: driver, _host: host }
    }

    /// Prepares what the dialogs answer: `open`, `save`.
    pub(crate) fn answer_dialogs(&self, answers: &Value) {
        let (status, _) =
            super::webdriver::http(self.port, "POST", "/test/answers", &answers.to_string()).expect("sent");
        assert_eq!(status, 200);
    }
}

/// Where pictures for people go.
pub(crate) fn picture(name: &str) -> PathBuf {
    in_project("target/pictures").join(name)
}

/// Starts a program that says one line when it is ready.
fn answering(command: &mut Command) -> (Running, String) {
    let name = command.get_program().to_string_lossy().into_owned();
    let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
    let mut child = child.unwrap_or_else(|e| panic!("{name}: {e}. `cargo xtask test` installs it."));
    let mut out = BufReader::new(child.stdout.take().expect("piped"));
    let running = Running(child);
    let mut line = String::new();
    out.read_line(&mut line).expect("a line");
    assert!(!line.trim().is_empty(), "{name} did not start");
    // What it says later must not block it.
    thread::spawn(move || out.read_to_end(&mut Vec::new()));
    (running, line.trim().to_owned())
}

/// Starts a driver and waits until it listens. What it and its windows complain of goes to a log for people.
fn listening(command: &mut Command, port: u16) -> Running {
    let name = command.get_program().to_string_lossy().into_owned();
    let log = File::create(in_project("target").join(format!("{name}.log"))).expect("a log");
    let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log).spawn();
    let mut child = child.unwrap_or_else(|e| panic!("{name}: {e}. `cargo xtask test` installs it."));
    wait_for_port(port, &mut child);
    Running(child)
}
