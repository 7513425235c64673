//! The web interface: its packages and its build. Work is done only when its inputs changed.

use crate::{inputs, shell};

/// Everything that the built interface is made of.
const SOURCES: &[&str] = &[
    "ui/src",
    "ui/public",
    "ui/index.html",
    "ui/package.json",
    "ui/package-lock.json",
    "ui/vite.config.ts",
    "ui/tsconfig.json",
];

/// Installs the packages that the lock file names.
pub(crate) fn packages() -> Result<(), String> {
    inputs::when_changed(
        "npm-packages",
        &["ui/package.json", "ui/package-lock.json"],
        "ui/node_modules",
        || shell::run("npm", &["ci", "--prefix", "ui", "--no-audit", "--no-fund"]),
    )
}

/// Builds `ui/dist`.
pub(crate) fn build() -> Result<(), String> {
    inputs::when_changed("interface", SOURCES, "ui/dist/index.html", || script("build"))
}

/// Runs a script of the interface's package.
pub(crate) fn script(name: &str) -> Result<(), String> {
    shell::run("npm", &["run", "--silent", "--prefix", "ui", name])
}
