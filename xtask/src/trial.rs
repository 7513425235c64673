//! The installer tried as officers use it, on a fresh PC of wine: an older version and work with it, an upgrade, an
//! attempt to go back, uninstall, install again. What the installer shows on its pages is not tried here: all its runs are
//! silent. Of the window, only the message that there can be none, since wine has no WebView2.

use crate::{
    inputs::hash,
    shell,
    windows::{PROGRAM, VERSION, installer, makensis, oldest_webview2, setup},
    wine::Pc,
};
use serde_json::Value;
use std::{
    fs,
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf, absolute},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// Where the PC and the older installer are made.
const FOLDER: &str = "target/windows/trial";
/// A version that comes before every other.
const OLDER: &str = "0.0.1";
/// The identifier of tauri.conf.json: the program's own folder of data.
const DATA: &str = "vn.bangvang.desktop";
const WORKBOOK: &str = "assets/sample/de-nghi-khen-thuong-2025.xlsx";
/// Title of the program's messages.
const TITLE: &str = "Bảng Vàng";
/// The offline installer of WebView2, as Microsoft names it.
const WEBVIEW2_INSTALLER: &str = "MicrosoftEdgeWebView2RuntimeInstallerX64.exe";
const ROUND: &str = "Tổng kết năm 2025";
/// What a pipe of Linux holds when nobody reads it.
const FULL_PIPE: usize = 65_536;
/// Long enough for a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// Exit codes of the installer; docs/windows.md explains them.
mod exits {
    pub(super) const DONE: i32 = 0;
    pub(super) const PROGRAM_RUNS: i32 = 3;
    pub(super) const NEWER_IS_THERE: i32 = 4;
    pub(super) const TOO_OLD_WINDOWS: i32 = 5;
    pub(super) const WITHOUT_WEBVIEW2: i32 = 10;
}

const KEY: &str = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Bang Vang";
/// Where the installer looks for WebView2, and where the program does.
const WEBVIEW2: &str = r"HKCU\Software\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}";
const WEBVIEW2_LIBRARY: &str =
    r"HKCU\Software\Microsoft\EdgeUpdate\ClientState\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}";

/// A PC in use.
struct Trial {
    pc: Pc,
    /// Windows paths.
    program: String,
    local: String,
    roaming: String,
}

/// Tries the installer `current` of the program in a folder.
pub(crate) fn run(program: &Path, current: &Path) -> Result<(), String> {
    let folder = Path::new(FOLDER);
    fs::create_dir_all(folder).map_err(|e| format!("{FOLDER}: {e}"))?;
    let older = setup(folder, OLDER);
    installer(program, OLDER, &older, false)?;
    let trial = Trial::on(Pc::ready()?.fresh(&folder.join("pc"))?)?;

    trial.pc.set_version("win7")?;
    trial.install(&older, exits::TOO_OLD_WINDOWS, "Windows 7 is refused")?;
    trial.pc.set_version("win10")?;
    trial.install(&older, exits::WITHOUT_WEBVIEW2, "without WebView2 it installs and says so")?;
    trial.expect_installed(OLDER)?;
    let oldest = oldest_webview2()?;
    trial.expect_message("without WebView2", &[WEBVIEW2_INSTALLER, &oldest])?;
    trial.put_library_of_webview2("90.0.818.66")?;
    trial.expect_message("with an old WebView2", &["90.0.818.66", &oldest])?;
    trial.remove_library_of_webview2()?;

    let document = trial.work()?;
    trial.refuse_while_running(&document, current)?;
    let before = trial.state()?;

    trial.set(WEBVIEW2, "pv", "90.0.818.66")?;
    trial.install(current, exits::WITHOUT_WEBVIEW2, "an old WebView2 is told")?;
    // On a stick, the offline installer of WebView2 beside ours.
    let beside = folder.join("stick");
    fs::create_dir_all(&beside).map_err(|e| format!("{}: {e}", beside.display()))?;
    let copied = setup(&beside, VERSION);
    fs::copy(current, &copied).map_err(|e| format!("{}: {e}", copied.display()))?;
    stand_in_for_webview2(&beside)?;
    trial.install(&copied, exits::DONE, "WebView2 is installed from beside")?;
    trial.expect_installed(VERSION)?;
    trial.expect_same(&before, "an upgrade")?;
    trial.ask(&["check"])?;
    let before = trial.state()?;

    trial.install(&older, exits::NEWER_IS_THERE, "an older version is refused")?;
    trial.expect_installed(VERSION)?;

    trial.uninstall()?;
    trial.expect_same(&before, "the uninstaller")?;
    trial.install(&copied, exits::DONE, "and installs again")?;
    let documents = trial.ask(&["documents"])?;
    if documents.as_array().is_none_or(Vec::is_empty) {
        return Err("after installing again the archive is not the same".to_owned());
    }
    trial.pc.finish()?;
    println!("   installed, worked, upgraded, refused, uninstalled, installed again: the archive stayed");
    Ok(())
}

impl Trial {
    fn on(pc: Pc) -> Result<Self, String> {
        let (local, roaming) = (pc.variable("LOCALAPPDATA")?, pc.variable("APPDATA")?);
        Ok(Self { program: format!(r"{local}\Programs\Bang Vang\{PROGRAM}"), local, roaming, pc })
    }

    /// Runs an installer without pages and expects its exit code.
    fn install(&self, installer: &Path, expected: i32, what: &str) -> Result<(), String> {
        let path = absolute(installer).map_err(|e| format!("{}: {e}", installer.display()))?;
        let (_, code) = shell::output(self.pc.run(path).arg("/S"))?;
        if code == Some(expected) {
            println!("   {what}");
            Ok(())
        } else {
            Err(format!("{} ended with {code:?} instead of {expected}: {what}", installer.display()))
        }
    }

    fn expect_installed(&self, version: &str) -> Result<(), String> {
        for place in [&self.program, &self.at_console(), &self.shortcut()] {
            if !self.pc.place(place).exists() {
                return Err(format!("{place} is not there after installing {version}"));
            }
        }
        let shown = self.registry(KEY, "DisplayVersion");
        if shown.as_deref() != Some(version) {
            return Err(format!("Windows lists version {shown:?} instead of {version}"));
        }
        let opens = self.registry(r"HKCU\Software\Classes\BangVang.Package\shell\open\command", "");
        let expected = format!(r#""{}" "%1""#, self.program);
        if opens.as_deref() == Some(&*expected) {
            Ok(())
        } else {
            Err(format!("packages open with {opens:?} instead of {expected}"))
        }
    }

    /// What a console runs when the program's name is typed.
    fn at_console(&self) -> String {
        self.program.replace(".exe", ".com")
    }

    fn shortcut(&self) -> String {
        format!(r"{}\Microsoft\Windows\Start Menu\Programs\Bảng Vàng.lnk", self.roaming)
    }

    /// A value of the registry; the empty name is the key's own.
    fn registry(&self, key: &str, name: &str) -> Option<String> {
        let mut query = self.pc.run("reg");
        query.args(["query", key]);
        if name.is_empty() {
            query.arg("/ve")
        } else {
            query.args(["/v", name])
        };
        let printed = query.stderr(Stdio::null()).output().ok()?.stdout;
        // Name, type, value; only the value may have spaces.
        let text = String::from_utf8_lossy(&printed).into_owned();
        text.lines().find_map(|line| line.split_once("REG_SZ    ").map(|(_, value)| value.trim().to_owned()))
    }

    fn set(&self, key: &str, name: &str, value: &str) -> Result<(), String> {
        let mut add = self.pc.run("reg");
        add.args(["add", key, "/v", name, "/d", value, "/f"]).stdout(Stdio::null());
        shell::run_with(&mut add)
    }

    /// The installed program with arguments, answering in JSON.
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.pc.run(&self.program);
        command.arg("--json").args(arguments);
        command
    }

    fn ask(&self, arguments: &[&str]) -> Result<Value, String> {
        let (text, code) = shell::output(&mut self.command(arguments))?;
        let answer: Value =
            serde_json::from_str(&text).map_err(|e| format!("{PROGRAM} {arguments:?}: {e}: {text:?}"))?;
        match &answer["problem"]["message"] {
            Value::String(problem) => Err(format!("{PROGRAM} {arguments:?}: {problem}")),
            // Done, or done with rows left over, as the sample list has them.
            _ if matches!(code, Some(0 | 2)) => Ok(answer),
            _ => Err(format!("{PROGRAM} {arguments:?} ended with {code:?}: {text}")),
        }
    }

    /// What the program's own look for WebView2 takes for one of a version; it is no library, so that no window comes of it.
    fn put_library_of_webview2(&self, version: &str) -> Result<(), String> {
        let folder = format!(r"C:\edge\{version}");
        let library = self.pc.place(&format!(r"{folder}\EBWebView\x64\EmbeddedBrowserWebView.dll"));
        let told = |e: std::io::Error| format!("{}: {e}", library.display());
        fs::create_dir_all(library.parent().unwrap_or(&library)).map_err(told)?;
        fs::write(&library, b"").map_err(told)?;
        self.set(WEBVIEW2_LIBRARY, "EBWebView", &folder)
    }

    fn remove_library_of_webview2(&self) -> Result<(), String> {
        let mut delete = self.pc.run("reg");
        shell::run_with(delete.args(["delete", WEBVIEW2_LIBRARY, "/f"]).stdout(Stdio::null()))
    }

    /// Starts the program for its window, which this PC cannot show: it must say so in a window of Windows, with these words,
    /// and end when that was read.
    fn expect_message(&self, what: &str, words: &[&str]) -> Result<(), String> {
        let told = |e: std::io::Error| format!("{PROGRAM}: {e}");
        let screen = Screen::open()?;
        // Whatever runs already has no screen.
        self.pc.finish()?;
        // Not a pipe, which processes of wine that outlive the program would hold.
        let log = Path::new(FOLDER).join("said.txt");
        let mut window = self.pc.run(&self.program);
        window.env("DISPLAY", &screen.name).stderr(fs::File::create(&log).map_err(told)?);
        let mut running = window.spawn().map_err(told)?;
        let shown = until(&format!("a message {what}"), || screen.shows(TITLE)).and_then(|()| {
            // As its close button does.
            let mut close = self.pc.run("taskkill");
            shell::run_with(close.args(["/im", PROGRAM]).env("DISPLAY", &screen.name).stdout(Stdio::null()))
        });
        if shown.is_err() {
            self.pc.finish()?;
        }
        let code = running.wait().map_err(told)?.code();
        let said = fs::read_to_string(&log).map_err(told)?;
        shown.map_err(|reason| format!("{reason}: {said}"))?;
        self.pc.finish()?;
        if code == Some(1) && words.iter().all(|word| said.contains(word)) {
            println!("   {what} a message instead of its window, which says what to do");
            return Ok(());
        }
        Err(format!("{PROGRAM} {what} ended with {code:?} and without {words:?}: {said}"))
    }

    /// The main job in the archive that the program uses by itself; gives the paper's identifier.
    fn work(&self) -> Result<String, String> {
        let workbook = absolute(WORKBOOK).map_err(|e| format!("{WORKBOOK}: {e}"))?;
        self.ask(&["sample"])?;
        self.ask(&["import", &workbook.to_string_lossy(), "--round", ROUND])?;
        let drafted = self.ask(&["draft", "decision-commendation", "--round", ROUND])?;
        let id = drafted["id"].as_str().ok_or("no document was drafted")?;
        let paper = format!(r"{}\Quyết định số 1.pdf", self.local);
        self.ask(&["export", id, "--to", &paper])?;
        let bytes = fs::read(self.pc.place(&paper)).map_err(|e| format!("{paper}: {e}"))?;
        if !bytes.starts_with(b"%PDF-") {
            return Err(format!("{paper} is no PDF"));
        }
        println!("   sample, import, draft, export: {} bytes of PDF", bytes.len());
        let (told, code) = shell::output(self.pc.run(self.at_console()).args(["no-such-command"]))?;
        if code != Some(64) {
            return Err(format!("at a console a mistyped command ended with {code:?}: {told}"));
        }
        Ok(id.to_owned())
    }

    /// Hashes of everything in the archive.
    fn state(&self) -> Result<String, String> {
        let archive = self.pc.place(&format!(r"{}\{DATA}\archive", self.local));
        if !archive.join("archive.db").exists() {
            return Err(format!("{} has no archive", archive.display()));
        }
        hash(&[&archive.to_string_lossy()]).map_err(|e| format!("{}: {e}", archive.display()))
    }

    fn expect_same(&self, before: &str, who: &str) -> Result<(), String> {
        if self.state()? == before { Ok(()) } else { Err(format!("{who} changed the archive")) }
    }

    /// A program that cannot go on, since nobody reads what it prints, runs until it is read.
    fn refuse_while_running(&self, id: &str, current: &Path) -> Result<(), String> {
        let told = |e: std::io::Error| format!("{PROGRAM}: {e}");
        let (reader, mut writer) = std::io::pipe().map_err(told)?;
        writer.write_all(&[b' '; FULL_PIPE]).map_err(told)?;
        let paper = format!(r"{}\again.pdf", self.local);
        let mut export = self.command(&["export", id, "--to", &paper]);
        let mut running = export.stdout(writer).spawn().map_err(told)?;
        // The paper is written before the answer is printed: then the program is at work for certain.
        let refused = until(&format!("{PROGRAM} writes {paper}"), || self.pc.place(&paper).exists())
            .and_then(|()| self.install(current, exits::PROGRAM_RUNS, "a running program is not replaced"));
        drop(reader);
        running.wait().map_err(told)?;
        refused
    }

    fn uninstall(&self) -> Result<(), String> {
        // No window opens here that would leave it.
        let remembered = self.pc.place(&format!(r"{}\{DATA}\.window-state.json", self.roaming));
        fs::create_dir_all(remembered.parent().unwrap_or(&remembered))
            .and_then(|()| fs::write(&remembered, b"{}"))
            .map_err(|e| format!("{}: {e}", remembered.display()))?;
        let uninstaller = format!(r"{}\Programs\Bang Vang\uninstall.exe", self.local);
        shell::run_with(self.pc.run(&uninstaller).arg("/S"))?;
        let folder = self.pc.place(&format!(r"{}\Programs\Bang Vang", self.local));
        let shortcut = self.pc.place(&self.shortcut());
        // It goes on from a copy of itself, and removes the key last.
        until("the program is uninstalled", || {
            !folder.exists()
                && !shortcut.exists()
                && !remembered.exists()
                && self.registry(KEY, "DisplayVersion").is_none()
        })?;
        if self.registry(r"HKCU\Software\Classes\.bangvang", "").is_some() {
            return Err("the uninstaller left the association of files".to_owned());
        }
        println!("   uninstalled without a trace");
        Ok(())
    }
}

/// A screen that nobody looks at.
struct Screen {
    server: Child,
    name: String,
}

impl Screen {
    fn open() -> Result<Self, String> {
        let told = |e: std::io::Error| format!("Xvfb: {e}");
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(told)?;
        let mut number = String::new();
        // It prints the number of the display once it can be used.
        let read = server.stdout.take().map(|out| BufReader::new(out).read_line(&mut number));
        read.transpose().map_err(told)?;
        Ok(Self { server, name: format!(":{}", number.trim()) })
    }

    /// Whether a window of this title is there.
    fn shows(&self, title: &str) -> bool {
        let mut list = Command::new("xwininfo");
        list.args(["-display", &self.name, "-root", "-tree"]).env("LC_ALL", "C.UTF-8");
        shell::output(&mut list).is_ok_and(|(windows, _)| windows.contains(title))
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // One that is gone already is as good as one that ends now.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// Waits for something that another process does.
fn until(what: &str, mut done: impl FnMut() -> bool) -> Result<(), String> {
    let start = Instant::now();
    while !done() {
        if start.elapsed() > PATIENCE {
            return Err(format!("waited in vain: {what}"));
        }
        thread::sleep(Duration::from_millis(50));
    }
    Ok(())
}

/// Makes what the officer copies beside our installer on a PC without a network.
fn stand_in_for_webview2(folder: &Path) -> Result<(), String> {
    let path: PathBuf = folder.join(WEBVIEW2_INSTALLER);
    let whole = absolute(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    makensis(
        "tests/wine/webview2.nsi",
        &[("VERSION", &oldest_webview2()?), ("OUT", &whole.to_string_lossy())],
    )
}
