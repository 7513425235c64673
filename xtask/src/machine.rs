//! What the machine must have: Debian packages, Python tools. Installs only what is missing, and says so.

use crate::{inputs, shell};
use std::{collections::BTreeSet, process::Command};

/// To build the desktop program.
const BUILD: &[&str] = &["build-essential", "pkg-config", "libwebkit2gtk-4.1-dev"];
/// To test it: the real window, the pages in Chromium, the PDFs.
const TEST: &[&str] = &[
    "webkit2gtk-driver",
    "xvfb",
    "dbus",
    "chromium",
    "chromium-driver",
    "poppler-utils",
    "qpdf",
    "ghostscript",
    "python3-venv",
    // PDFBox preflight, and what its library needs.
    "default-jre-headless",
    "libpdfbox2-java",
    "libfontbox2-java",
    "libcommons-logging-java",
    "libcommons-io-java",
    "libjaxb-api-java",
    "libactivation-java",
];

/// To build the program for Windows: Debian's newest Rust with the sources of its standard library, since rustup's Windows
/// targets come from elsewhere; a C compiler for SQLite; the maker of the installer.
const WINDOWS: &[&str] = &[
    "build-essential",
    "rustc-web",
    "cargo-web",
    "rust-web-src",
    "gcc-mingw-w64-x86-64-win32",
    "g++-mingw-w64-x86-64-win32",
    "binutils-mingw-w64-x86-64",
    "mingw-w64-x86-64-dev",
    "nsis",
];
/// To run it here, and see what it shows.
const WINE: &[&str] = &["wine", "wine64", "xvfb", "x11-utils"];

/// To compare its typesetting with others.
const BENCH: &[&str] = &["libreoffice-writer", "fonts-liberation2"];

/// Python of the tools in `tests/requirements.txt` and `benches/requirements.txt`.
pub(crate) const PYTHON: &str = "target/python";

/// Makes sure that the program can be built.
pub(crate) fn ready_to_build() -> Result<(), String> {
    install(BUILD)?;
    node()
}

/// Makes sure that the Windows program can be built, and with `wine` tried.
pub(crate) fn ready_for_windows(wine: bool) -> Result<(), String> {
    let wine = if wine { WINE } else { &[] };
    let all: Vec<&str> = WINDOWS.iter().chain(wine).copied().collect();
    install(&all)?;
    node()
}

/// Makes sure that everything for the tests is there.
pub(crate) fn ready_to_test() -> Result<(), String> {
    let all: Vec<&str> = [BUILD, TEST, WINDOWS, WINE].concat();
    install(&all)?;
    node()
}

/// Makes sure that everything for the benchmarks is there.
pub(crate) fn ready_to_bench() -> Result<(), String> {
    let all: Vec<&str> = BUILD.iter().chain(TEST).chain(BENCH).copied().collect();
    install(&all)?;
    node()
}

/// Installs the pinned Python tools of the tests into the target folder.
pub(crate) fn python_tools() -> Result<(), String> {
    python("python-tools", "tests/requirements.txt", "target/python/bin/outloud")
}

/// Installs what the benchmarks compare with into the target folder.
pub(crate) fn python_to_compare() -> Result<(), String> {
    python("python-to-compare", "benches/requirements.txt", "target/python/bin/python")
}

/// Installs pinned Python packages once.
fn python(name: &str, requirements: &str, made: &str) -> Result<(), String> {
    inputs::when_changed(name, &[requirements], made, || {
        shell::run("python3", &["-m", "venv", PYTHON])?;
        let pip = format!("{PYTHON}/bin/pip");
        shell::run(&pip, &["install", "--quiet", "--disable-pip-version-check", "-r", requirements])
    })
}

fn install(packages: &[&str]) -> Result<(), String> {
    if !shell::succeeds("dpkg-query", &["--version"]) {
        println!("   not a Debian system: install by hand what answers to {}", packages.join(" "));
        return Ok(());
    }
    // A package may stand in two lists.
    let packages: BTreeSet<&str> = packages.iter().copied().collect();
    let count = packages.len();
    let missing: Vec<&str> = packages.into_iter().filter(|package| !installed(package)).collect();
    if missing.is_empty() {
        println!("   all {count} Debian packages are there");
        return Ok(());
    }
    println!("   installing {} Debian packages (1 to 3 minutes): {}", missing.len(), missing.join(" "));
    let root = shell::output(Command::new("id").arg("-u"))?.0.trim() == "0";
    let apt = |arguments: &[&str]| {
        let mut command = if root { Command::new("apt-get") } else { Command::new("sudo") };
        if !root {
            command.args(["-n", "apt-get"]);
        }
        shell::run_with(command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive"))
    };
    let install = [&["install", "-y", "-q", "--no-install-recommends"], missing.as_slice()].concat();
    apt(&["update", "-q"]).and_then(|()| apt(&install)).map_err(|reason| {
        format!(
            "{reason}\nInstall them and try again: sudo apt-get install --no-install-recommends {}",
            missing.join(" ")
        )
    })
}

fn installed(package: &str) -> bool {
    let asked = Command::new("dpkg-query").args(["-W", "-f=${db:Status-Status}", package]).output();
    asked.is_ok_and(|output| output.stdout == b"installed")
}

fn node() -> Result<(), String> {
    let version = shell::output(Command::new("node").arg("--version"))
        .map_err(|reason| format!("{reason}\nNode.js 20.19 or newer is needed to build the interface."))?
        .0;
    let mut parts =
        version.trim().trim_start_matches('v').split('.').map_while(|part| part.parse::<u32>().ok());
    let found = (parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    if found < (20, 19) {
        return Err(format!("Node.js {} is too old: the interface needs 20.19 or newer", version.trim()));
    }
    println!("   Node.js {}", version.trim());
    Ok(())
}
