//! Windows programs on Debian: a PC of Windows 10 that wine makes in a folder, for tests only. There is no WebView2
//! under wine, so no window; everything else of the program runs.

use crate::{inputs, shell};
use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// The PC that the tests run on.
const PC: &str = "target/windows/wine";
/// Where the PC has its documents: offices move that folder, and a program that guesses it finds nothing there.
const DOCUMENTS: &str = r"C:\Ho so";
const USER_FOLDERS: &str = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders";
/// Stands in for a system library that older versions of wine lack.
const STAND_IN: &str = "tests/wine/bcryptprimitives.c";

/// A folder that wine takes for a PC.
pub(crate) struct Pc(PathBuf);

impl Pc {
    /// The PC of the tests, made when it is not there or was made otherwise.
    pub(crate) fn ready() -> Result<Self, String> {
        let pc = Self(std::path::absolute(PC).map_err(|e| format!("{PC}: {e}"))?);
        let made = format!("{PC}/drive_c/windows/system32/bcryptprimitives.dll");
        inputs::when_changed("wine", &[STAND_IN, "xtask/src/wine.rs"], &made, || {
            if pc.0.exists() {
                fs::remove_dir_all(&pc.0).map_err(|e| format!("{PC}: {e}"))?;
            }
            fs::create_dir_all(&pc.0).map_err(|e| format!("{PC}: {e}"))?;
            shell::run_with(pc.run("wineboot").arg("--init"))?;
            pc.set_version("win10")?;
            pc.move_documents()?;
            if !Path::new(&made).exists() {
                shell::run(
                    "x86_64-w64-mingw32-gcc",
                    &["-O2", "-shared", "-o", &made, STAND_IN, "-ladvapi32"],
                )?;
            }
            Ok(())
        })?;
        Ok(pc)
    }

    /// A PC like this one, as it was made, in another folder.
    pub(crate) fn fresh(&self, folder: &Path) -> Result<Self, String> {
        let told = |e: std::io::Error| format!("{}: {e}", folder.display());
        if folder.exists() {
            fs::remove_dir_all(folder).map_err(told)?;
        }
        // What is still to be written of the registry must be on the disk.
        self.finish()?;
        shell::run_with(Command::new("cp").args(["-a", "--reflink=auto"]).arg(&self.0).arg(folder))?;
        Ok(Self(std::path::absolute(folder).map_err(told)?))
    }

    /// Which Windows it says it is.
    pub(crate) fn set_version(&self, version: &str) -> Result<(), String> {
        shell::run_with(self.run("winecfg").args(["-v", version]))
    }

    fn move_documents(&self) -> Result<(), String> {
        let folder = self.place(DOCUMENTS);
        fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
        let mut add = self.run("reg");
        add.args(["add", USER_FOLDERS, "/v", "Personal", "/t", "REG_EXPAND_SZ", "/d", DOCUMENTS, "/f"]);
        shell::run_with(add.stdout(Stdio::null()))
    }

    /// A program on this PC: its own by name, others by path.
    pub(crate) fn run(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new("wine");
        self.surround(&mut command).arg(program);
        command
    }

    /// Gives a command this PC, for what runs wine by itself.
    pub(crate) fn surround<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command
            .env("WINEPREFIX", &self.0)
            .env("WINEDEBUG", "-all")
            // No offers to download Mono and Gecko, no menu entries for the person at this machine.
            .env("WINEDLLOVERRIDES", "mscoree=;mshtml=;winemenubuilder.exe=")
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
    }

    /// Ends what still runs on this PC and writes its registry.
    pub(crate) fn finish(&self) -> Result<(), String> {
        let mut server = Command::new("wineserver");
        // Fails when nothing runs, which is what is wanted.
        let _ = self.surround(&mut server).arg("-k").status();
        let mut wait = Command::new("wineserver");
        shell::run_with(self.surround(&mut wait).arg("-w"))
    }

    /// Where a Windows path of drive C is on this machine.
    pub(crate) fn place(&self, windows: &str) -> PathBuf {
        self.0.join("drive_c").join(windows.trim_start_matches("C:\\").replace('\\', "/"))
    }

    /// The value of an environment variable there.
    pub(crate) fn variable(&self, name: &str) -> Result<String, String> {
        let (value, _) = shell::output(self.run("cmd").args(["/c", &format!("echo %{name}%")]))?;
        Ok(value.trim().to_owned())
    }
}
