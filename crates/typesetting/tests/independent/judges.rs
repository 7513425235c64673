//! Judged by qpdf, Ghostscript, PDFBox preflight, outloud, poppler and pyHanko. Each judge also gets a file that was
//! broken on purpose, and must say so: a judge that finds nothing wrong with anything proves nothing.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

use crate::readers::{project, sign::sign_in_turn, tool};
use crate::written::{FOR_PREFLIGHT, all, folder, written};

/// The class path of PDFBox's validator, as Debian installs it.
const PREFLIGHT: [&str; 8] = [
    "preflight",
    "pdfbox2",
    "fontbox2",
    "xmpbox",
    "commons-logging",
    "commons-io",
    "jaxb-api",
    "javax.activation",
];

/// A copy of a file as PDF/A-1b, whose objects can be read, with one word exchanged for another as long.
fn broken(name: &str, word: &str, other: &str) -> PathBuf {
    assert_eq!(word.len(), other.len(), "the places of all objects stay");
    let bytes = fs::read(preflight_folder().join(name)).expect("the file was written");
    let found: Vec<usize> = bytes
        .windows(word.len())
        .enumerate()
        .filter(|(_, at)| *at == word.as_bytes())
        .map(|(at, _)| at)
        .collect();
    assert!(!found.is_empty(), "{name} has {word}");
    let mut bytes = bytes;
    for at in found {
        bytes[at..at + word.len()].copy_from_slice(other.as_bytes());
    }
    let path = folder().join("broken").join(format!("{}.pdf", word.trim_start_matches('/')));
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder for broken files");
    fs::write(&path, bytes).expect("the broken file is kept");
    path
}

/// The files as PDF/A-1b, all written.
fn preflight_folder() -> PathBuf {
    assert!(!all().is_empty(), "there are files");
    folder().join(FOR_PREFLIGHT)
}

/// What Ghostscript says about a file: nothing about a sound one.
fn said_by_ghostscript(path: &Path) -> String {
    let strict =
        ["-q", "-dBATCH", "-dNOPAUSE", "-dPDFSTOPONERROR", "-dPDFSTOPONWARNING", "-sDEVICE=nullpage"];
    let output = Command::new("gs").args(strict).arg(path).output();
    let output = output.unwrap_or_else(|error| panic!("gs: {error}. `cargo xtask test` installs it."));
    String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).trim().to_owned()
}

#[test]
fn qpdf_and_ghostscript_read_every_file_without_a_remark() {
    for written in all().values() {
        let said = tool("qpdf", &["--check".as_ref(), written.path.as_os_str()]);
        assert!(!said.contains("WARNING"), "{}: {said}", written.path.display());
        assert_eq!(said_by_ghostscript(&written.path), "", "{}", written.path.display());
    }
    let broken = broken("minutes.pdf", "/MediaBox", "/MediaBux");
    assert!(said_by_ghostscript(&broken).contains("MediaBox"), "Ghostscript finds a page without a size");
}

#[test]
fn preflight_finds_every_file_to_be_pdf_a_1b() {
    let folder = preflight_folder();
    let broken = broken("minutes.pdf", "/OutputIntents", "/OutputIntentz");
    fs::copy(broken, folder.join("broken.pdf")).expect("the broken file lies with the others");
    let jars = PREFLIGHT.map(|jar| format!("/usr/share/java/{jar}.jar"));
    for jar in &jars {
        assert!(
            Path::new(jar).exists(),
            "{jar} is missing. `cargo xtask test` installs it: see xtask/src/machine.rs"
        );
    }
    let mut java = Command::new("java");
    java.args(["-cp", &jars.join(":"), "org.apache.pdfbox.preflight.Validator_A1b", "batch"]).arg(&folder);
    let output = java.output().expect("a Java runtime is there: `cargo xtask test` installs it");
    let said = String::from_utf8_lossy(&output.stdout);
    for name in all().keys() {
        assert!(said.contains(&format!("The file {name}.pdf is a valid PDF/A-1b file")), "{name}: {said}");
    }
    assert!(
        said.contains("The file broken.pdf is not a valid PDF/A-1b file"),
        "a file that does not say what its colours mean is found: {said}"
    );
}

/// Remarks of outloud that are no faults of the files, with the reason.
const NO_FAULTS: [&str; 5] = [
    // A table's head on its further pages is not read again: `tags` proves that no other text is left out.
    "TAG-002",
    // It looks for a table only on the page where the table begins; `tags` proves that all rows are in one table.
    "TBL-014", // An address that is printed on paper is no link.
    "LNK-010", // A long paper without headings has nothing to lead to.
    "NAV-001",
    // The long sample says one sentence over and over, so that some pages begin alike.
    "PAG-001",
];

/// What outloud finds, by file and rule.
fn found_by_outloud(paths: &[PathBuf]) -> BTreeMap<String, Vec<String>> {
    let program = project().join("target/python/bin/outloud");
    let mut outloud = Command::new(&program);
    outloud
        .args(["--quiet", "--fail-on", "never", "--json", "-", "--skip", &NO_FAULTS.join(",")])
        .args(paths);
    let output = outloud.output().unwrap_or_else(|error| {
        panic!("{}: {error}. `cargo xtask test` installs it (tests/requirements.txt)", program.display())
    });
    let answer: Value = serde_json::from_slice(&output.stdout).expect("the checker's answer");
    let files = answer["results"].as_array().expect("files");
    files
        .iter()
        .map(|file| {
            let path = Path::new(file["path"].as_str().expect("a path"));
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            let findings = file["findings"].as_array().expect("findings");
            // MuPDF, which outloud reads with, writes a word of its own into every empty signature field.
            let of_the_file = findings.iter().filter(|found| found["evidence"] != "SIGN");
            let told = of_the_file.map(|found| format!("{} {}", found["rule"], found["message"]));
            (name, told.collect())
        })
        .collect()
}

#[test]
fn outloud_finds_nothing_against_pdf_ua() {
    let mut paths: Vec<PathBuf> = all().values().map(|written| written.path.clone()).collect();
    paths.push(broken("minutes.pdf", "/Lang", "/Lanq"));
    paths.push(broken("decision-short.pdf", "/Scope", "/Scopf"));
    let mut found = found_by_outloud(&paths);
    let lang = found.remove("Lang").expect("the broken file was judged");
    assert!(lang.iter().any(|told| told.contains("DOC-013")), "a file without a language is found: {lang:?}");
    let scope = found.remove("Scope").expect("the broken file was judged");
    assert!(scope.iter().any(|told| told.contains("TBL-002")), "a head cell of nothing is found: {scope:?}");
    assert_eq!(found.len(), all().len(), "every file was judged");
    for (name, told) in found {
        assert!(told.is_empty(), "{name}: {told:?}");
    }
}

#[test]
fn every_field_can_be_signed_in_turn() {
    let wanted: [(&str, &[&str]); 4] = [
        ("list", &["ChuKyNguoiKy", "DauCoQuan"]),
        ("minutes", &["ChuKyThuKy", "ChuKyChuToa", "DauCoQuan"]),
        // The agency's signature on an annex in a file of its own, and on a copy.
        ("annex-short", &["DauCoQuan"]),
        ("marked", &["ChuKyNguoiKy", "DauCoQuan", "ChuKyNguoiSao", "DauSao", "DauBanSao"]),
    ];
    let paths: Vec<&Path> = wanted.iter().map(|(name, _)| written(name).path.as_path()).collect();
    let signed = sign_in_turn(&paths, &folder().join("signed"));
    for ((name, fields), signed) in wanted.iter().zip(signed) {
        assert_eq!(signed.fields, *fields, "{name}: the fields, in the order of the file");
    }
}
