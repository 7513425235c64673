//! Printing from the command line, through a CUPS that writes down what it is asked, and without one.

use crate::support::program::{Desk, Ended, tool};
use std::{fs, os::unix::fs::PermissionsExt as _, path::PathBuf};

/// A folder with `lp` and `lpstat` that know two printers and keep what is printed.
fn cups(desk: &Desk) -> PathBuf {
    let folder = desk.path("cups");
    fs::create_dir(&folder).expect("made");
    let lpstat = "#!/bin/sh\ncase $1 in\n-d) echo 'system default destination: Van_thu';;\n\
                  -e) echo HP_1020; echo Van_thu;;\nesac\n";
    // The last argument is the file.
    let lp = "#!/bin/sh\nfor word; do printf '%s\\n' \"$word\" >> \"${0%/*}/asked\"; done\ncp \"$word\" \"${0%/*}/printed.pdf\"\n\
              case $2 in HP_1020) echo 'lp: out of paper' >&2; exit 1;; esac\n";
    for (name, script) in [("lpstat", lpstat), ("lp", lp)] {
        fs::write(folder.join(name), script).expect("written");
        fs::set_permissions(folder.join(name), fs::Permissions::from_mode(0o755)).expect("made to run");
    }
    folder
}

#[test]
fn cups_gets_the_pdf_in_its_true_size() {
    let desk = Desk::with_round();
    let paper = desk.draft_for_round("decision-commendation");
    let cups = cups(&desk);
    let path = format!("{}:/usr/bin:/bin", cups.display());
    let run = |words: &[&str]| {
        Ended::of(desk.command().env("PATH", &path).args(words).output().expect("the program starts"))
    };
    let printers = run(&["printers"]);
    assert_eq!(printers.out, "Van_thu (mặc định)\nHP_1020\n", "{printers:?}");

    let printed = run(&["print", &paper, "--copies", "2", "--pages", "1"]);
    assert_eq!(printed.code, 0, "{printed:?}");
    assert_eq!(printed.out, "Đã gửi 1 trang × 2 bản đến máy in Van_thu.\n");
    let asked = fs::read_to_string(cups.join("asked")).expect("lp was run");
    for words in ["-d\nVan_thu\n", "-n\n2\n", "-P\n1\n", "-o\nprint-scaling=none\n", "-o\nmedia=A4\n"] {
        assert!(asked.contains(words), "{words:?} in {asked}");
    }
    let whole = desk.path("whole.pdf");
    desk.get(&["export", &paper, "--to", whole.to_str().expect("plain")]);
    let printed = cups.join("printed.pdf");
    tool("qpdf", &["--check".as_ref(), printed.as_os_str()]);
    assert!(fs::read(printed).expect("there") == fs::read(whole).expect("there"), "the PDF that is exported");

    let failed = run(&["print", &paper, "--printer", "HP_1020"]);
    assert_eq!(failed.code, 1, "{failed:?}");
    assert!(failed.err.contains("out of paper"), "the printer's own reason: {failed:?}");
}

#[test]
fn without_cups_it_is_said_and_nothing_is_printed() {
    let desk = Desk::with_round();
    let paper = desk.draft_for_round("decision-commendation");
    let empty = desk.path("nothing");
    fs::create_dir(&empty).expect("made");
    for words in [&["printers"][..], &["print", &paper]] {
        let ended = Ended::of(desk.command().env("PATH", &empty).args(words).output().expect("starts"));
        assert_eq!(ended.code, 1, "{ended:?}");
        assert!(ended.err.contains("CUPS") && ended.err.contains("100 %"), "with the way out: {ended:?}");
    }
}
