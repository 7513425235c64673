//! The Windows program and its installer, made on Debian, and the workspace's tests built for Windows.
//!
//! Debian's Rust builds its own standard library for Windows (`-Z build-std`, which a stable compiler takes only with
//! `RUSTC_BOOTSTRAP`), MinGW links, NSIS packs. Everything of it is under `target/windows`, apart from the other builds,
//! whose compiler is another one. Not here: running things under wine (`wine.rs`), trying the installer (`trial.rs`).

use crate::{
    interface, machine,
    plan::{Step, carry_out},
    shell, trial,
    wine::Pc,
};
use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf, absolute},
    process::Command,
};

const TARGET: &str = "x86_64-pc-windows-gnu";
const BUILT: &str = "target/windows";
const OUT: &str = "out";
/// The name of the program, the library of WebView2 that it cannot start without, and the two in one list.
pub(crate) const PROGRAM: &str = "bang-vang.exe";
const LOADER: &str = "WebView2Loader.dll";
/// What a console runs; the installer names it `bang-vang.com`.
const CONSOLE: &str = "bang-vang-console.exe";
const SHIPPED: [&str; 3] = [PROGRAM, LOADER, CONSOLE];
/// How they are built, in Cargo.toml.
const SHIPPED_PROFILE: &str = "shipped";
const ICON: &str = "assets/icons/icon.ico";
const SCRIPT: &str = "installer/bang-vang.nsi";
/// Of all packages.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");
/// What the installer may weigh, in bytes: it travels on USB sticks and by mail.
const MOST: u64 = 15_000_000;

/// Builds the program and the installer into `out/`; with `tried`, installs and uses them under wine.
pub(crate) fn run(tried: bool) -> Result<(), String> {
    let mut steps = vec![
        Step::new("what the machine needs for Windows", 180, move || machine::ready_for_windows(tried)),
        Step::new("npm packages", 60, interface::packages),
        Step::new("interface: tsc and build", 45, interface::build),
        Step::new("release build for Windows", 1200, || {
            let mut build = cargo()?;
            build.args(["build", "--quiet", "--profile", SHIPPED_PROFILE]);
            build.args(["-p", "bang-vang", "-p", "console", "--bin", "bang-vang"]);
            shell::run_with(build.args(["--bin", "bang-vang-console"]))
        }),
        Step::new("installer", 20, pack),
    ];
    if tried {
        steps.push(Step::new("a PC of wine", 30, || Pc::ready().map(drop)));
        steps.push(Step::new("install, work, upgrade, uninstall under wine", 120, || {
            trial::run(Path::new(OUT), &setup(Path::new(OUT), VERSION))
        }));
    }
    carry_out("cargo xtask windows", steps)
}

/// Only the checks for Windows.
pub(crate) fn check() -> Result<(), String> {
    let mut steps = vec![
        Step::new("what the machine needs for Windows", 180, || machine::ready_for_windows(true)),
        Step::new("npm packages", 60, interface::packages),
        Step::new("interface: tsc and build", 45, interface::build),
    ];
    steps.extend(checks());
    carry_out("cargo xtask windows --checks", steps)
}

/// The checks for Windows, around the program of the tests.
pub(crate) fn checks() -> Vec<Step> {
    vec![
        Step::new("Windows: build of the whole workspace and its tests", 480, || {
            // Without benchmarks: that of the whole program drives a window, which there is none of under wine.
            let all = ["--lib", "--bins", "--tests", "--examples"];
            shell::run_with(dev()?.args(["test", "--quiet", "--workspace", "--no-run"]).args(all))?;
            // It has no tests of its own, so that cargo does not build it for them.
            shell::run_with(dev()?.args(["build", "--quiet", "--package", "console"]))
        }),
        Step::new("Windows: a PC of wine", 30, || Pc::ready().map(drop)),
        Step::new("Windows: tests under wine", 300, under_wine),
        Step::new("Windows: install, work, upgrade, uninstall under wine", 120, || {
            let program = stripped()?;
            let setup = setup(&program, VERSION);
            installer(&program, VERSION, &setup, false)?;
            trial::run(&program, &setup)
        }),
    ]
}

/// Debian's cargo, building for Windows.
fn cargo() -> Result<Command, String> {
    let built = absolute(BUILT).map_err(|e| format!("{BUILT}: {e}"))?;
    let mut cargo = Command::new("/usr/bin/cargo");
    cargo
        .env("RUSTC", "/usr/bin/rustc")
        .env("RUSTDOC", "/usr/bin/rustdoc")
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort,panic_unwind")
        .env("CARGO_BUILD_TARGET", TARGET)
        .env("CARGO_HOME", built.join("cargo"))
        .env("CARGO_TARGET_DIR", built);
    Ok(cargo)
}

/// The same for tests: no warnings, as for clippy on Linux.
fn dev() -> Result<Command, String> {
    let mut cargo = cargo()?;
    cargo.env("CARGO_UNSTABLE_WARNINGS", "true").env("CARGO_BUILD_WARNINGS", "deny");
    Ok(cargo)
}

/// Where a profile's program is.
fn built(profile: &str) -> PathBuf {
    Path::new(BUILT).join(TARGET).join(profile)
}

/// The program of the tests in a folder of its own, without the names that make it four times as large.
fn stripped() -> Result<PathBuf, String> {
    let folder = Path::new(BUILT).join("stripped");
    fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    for name in SHIPPED {
        let mut strip = Command::new("x86_64-w64-mingw32-strip");
        shell::run_with(strip.arg(built("debug").join(name)).arg("-o").arg(folder.join(name)))?;
    }
    Ok(folder)
}

/// Runs every test that was built.
fn under_wine() -> Result<(), String> {
    let program = built("debug");
    // The library must lie beside the test programs too.
    fs::copy(program.join(LOADER), program.join("deps").join(LOADER))
        .map_err(|e| format!("{LOADER}: {e}"))?;
    let pc = Pc::ready()?;
    let mut test = dev()?;
    test.args(["test", "--quiet", "--no-fail-fast", "--workspace", "--exclude", "xtask"])
        .args(["--lib", "--bins", "--test", "*"])
        .env("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER", "wine");
    shell::run_with(pc.surround(&mut test))
}

/// Puts the program and its installer into `out/` and says how large they are.
fn pack() -> Result<(), String> {
    let out = Path::new(OUT);
    fs::create_dir_all(out).map_err(|e| format!("{OUT}: {e}"))?;
    let built = built(SHIPPED_PROFILE);
    for name in SHIPPED {
        fs::copy(built.join(name), out.join(name)).map_err(|e| format!("{name}: {e}"))?;
    }
    let program = out.join(PROGRAM);
    expect_resources(&program)?;
    let setup = setup(out, VERSION);
    installer(out, VERSION, &setup, true)?;
    let weight = size(&setup)?;
    println!("   {}: {}", program.display(), megabytes(size(&program)?));
    println!("   {}: {}, without WebView2", setup.display(), megabytes(weight));
    if weight > MOST {
        return Err(format!("{} is larger than {}", setup.display(), megabytes(MOST)));
    }
    Ok(())
}

/// The installer's name in a folder.
pub(crate) fn setup(folder: &Path, version: &str) -> PathBuf {
    folder.join(format!("bang-vang-{version}-setup.exe"))
}

/// Makes an installer of the program in a folder; for a trial it need not be packed small.
pub(crate) fn installer(program: &Path, version: &str, setup: &Path, packed: bool) -> Result<(), String> {
    let whole = |path: &Path| {
        absolute(path).map(|p| p.display().to_string()).map_err(|e| format!("{}: {e}", path.display()))
    };
    let (source, icon, out) = (whole(program)?, whole(Path::new(ICON))?, whole(setup)?);
    let webview2 = oldest_webview2()?;
    let mut values = vec![
        ("VERSION", version),
        ("SOURCE", &*source),
        ("ICON", &*icon),
        ("WEBVIEW2_MIN", &*webview2),
        ("OUT", &*out),
    ];
    if !packed {
        values.push(("UNPACKED", "1"));
    }
    makensis(SCRIPT, &values)
}

/// Runs the maker of installers; a warning of it is an error.
pub(crate) fn makensis(script: &str, values: &[(&str, &str)]) -> Result<(), String> {
    let mut makensis = Command::new("makensis");
    makensis.args(["-V2", "-WX"]);
    for (name, value) in values {
        makensis.arg(format!("-D{name}={value}"));
    }
    shell::run_with(makensis.arg(script))
}

/// The oldest WebView2 that shows the interface, which the program checks too.
pub(crate) fn oldest_webview2() -> Result<String, String> {
    const FILE: &str = "tauri.conf.json";
    let text = fs::read_to_string(FILE).map_err(|e| format!("{FILE}: {e}"))?;
    let config: Value = serde_json::from_str(&text).map_err(|e| format!("{FILE}: {e}"))?;
    let version = config["bundle"]["windows"]["minimumWebview2Version"].as_str();
    version.map(str::to_owned).ok_or_else(|| format!("{FILE}: no minimumWebview2Version"))
}

/// Reads back from the program what Windows takes from it: version, name, the icon in every size of its file, its manifest.
fn expect_resources(program: &Path) -> Result<(), String> {
    let mut windres = Command::new("x86_64-w64-mingw32-windres");
    let (script, _) = shell::output(windres.args(["-J", "coff", "-O", "rc"]).arg(program))?;
    let icon = fs::read(ICON).map_err(|e| format!("{ICON}: {e}"))?;
    // The head of an icon file: two empty bytes, its type, and how many pictures there are.
    let sizes = icon.get(4..6).map_or(0, |count| usize::from(count[0]) + 256 * usize::from(count[1]));
    let pictures = script.matches("/* RT_ICON */").count();
    if sizes == 0 || pictures != sizes {
        return Err(format!("{}: {pictures} pictures of the icon instead of {sizes}", program.display()));
    }
    let numbers = VERSION.replace('.', ", ");
    let expected = [
        format!("FILEVERSION {numbers}, 0"),
        format!("PRODUCTVERSION {numbers}, 0"),
        format!("\"ProductVersion\", \"{VERSION}\""),
        "\"ProductName\", ".to_owned(),
    ];
    if let Some(words) = expected.iter().find(|words| !script.contains(words.as_str())) {
        return Err(format!("{}: its resources do not say {words}", program.display()));
    }
    // The manifest is shown as numbers there.
    const LONG_PATHS: &[u8] = b"longPathAware";
    let bytes = fs::read(program).map_err(|e| format!("{}: {e}", program.display()))?;
    if bytes.windows(LONG_PATHS.len()).any(|part| part == LONG_PATHS) {
        return Ok(());
    }
    Err(format!("{}: no manifest that allows long paths", program.display()))
}

fn size(file: &Path) -> Result<u64, String> {
    fs::metadata(file).map(|found| found.len()).map_err(|e| format!("{}: {e}", file.display()))
}

fn megabytes(bytes: u64) -> String {
    format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000)
}
