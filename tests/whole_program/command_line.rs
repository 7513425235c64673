//! The officer's whole job from the command line, on the sample workbook: answers, exit codes, what is found again.

use crate::support::{
    program::{Desk, Ended},
    sample::{ROUND, id, list, workbook},
};
use serde_json::Value;
use std::{
    collections::BTreeSet,
    fs,
    io::Read,
    process::{Command, Stdio},
};

#[test]
fn the_sample_fills_an_empty_archive_once() {
    let desk = Desk::new();
    desk.get(&["sample"]);
    let conferences = desk.get(&["conferences"]);
    let [conference] = list(&conferences) else { panic!("one conference: {conferences}") };
    assert!(
        conference["name"].as_str().is_some_and(|name| name.contains("Điển hình tiên tiến")),
        "{conference}"
    );
    assert_eq!(conference["date"], "2020-06-15");
    let (code, sentence) = desk.refused(&["sample"]);
    assert!(!code.is_empty() && !sentence.is_empty());
    assert_eq!(desk.get(&["conferences"]), conferences, "a second try changes nothing");
}

#[test]
fn counts_of_an_import_reconcile() {
    let desk = Desk::new();
    desk.get(&["sample"]);
    let (imported, code) = desk.import();
    let count = |key: &str| imported[key].as_u64().unwrap_or_else(|| panic!("{key}: {imported}"));
    assert_eq!(count("total"), count("added") + count("skipped") + count("failed"));
    assert!(count("added") > 0, "{imported}");
    assert_eq!(code, if count("failed") == 0 { 0 } else { 2 }, "all was done only when no row failed");
    let rows = list(&imported["rows"]);
    assert_eq!(rows.len() as u64, count("total"));
    for outcome in ["added", "skipped", "failed"] {
        let of_kind: Vec<&Value> = rows.iter().filter(|row| row["outcome"] == outcome).collect();
        assert_eq!(of_kind.len() as u64, count(outcome), "{outcome}");
        if outcome != "added" {
            assert!(
                of_kind.iter().all(|row| !list(&row["reasons"]).is_empty()),
                "a reason for each: {of_kind:?}"
            );
        }
    }
    let (again, _) = desk.import();
    assert_eq!(again["added"], 0, "the same list adds nothing a second time: {again}");
    assert_eq!(again["total"], imported["total"]);
}

#[test]
fn names_come_out_whole_and_composed() {
    let desk = Desk::with_round();
    let nominated = desk.nominated();
    assert!(!nominated.is_empty());
    for (_, name) in &nominated {
        assert!(!name.chars().any(|c| ('\u{300}'..='\u{36f}').contains(&c)), "decomposed: {name:?}");
        assert_eq!(name.trim(), name);
        assert!(!name.contains("  "), "{name:?}");
        let title = ["Ông ", "Bà ", "Đ/c ", "ông ", "bà "].iter().find(|title| name.starts_with(**title));
        assert_eq!(title, None, "{name}");
    }
}

#[test]
fn papers_are_drafted_exported_and_found_again() {
    let desk = Desk::with_round();
    let round_papers = ["decision-commendation", "decision-titles", "submission-province"];
    let conference_papers = ["conference-report", "conference-news"];
    let mut drafted: Vec<String> =
        round_papers.iter().map(|template| desk.draft_for_round(template)).collect();
    drafted.extend(conference_papers.iter().map(|template| desk.draft_for_conference(template)));

    let documents = desk.get(&["documents"]);
    let listed: BTreeSet<&str> = list(&documents).iter().filter_map(|d| d["id"].as_str()).collect();
    assert_eq!(listed, drafted.iter().map(String::as_str).collect());

    for document in &drafted {
        let file = desk.path(&format!("{document}.pdf"));
        let exported = desk.get(&["export", document, "--to", file.to_str().expect("plain")]);
        let bytes = fs::read(&file).expect("the PDF is there");
        assert!(bytes.starts_with(b"%PDF-"));
        assert_eq!(exported["bytes"], bytes.len());
        assert!(exported["pages"].as_u64().is_some_and(|pages| pages > 0), "{exported}");

        let copy = desk.path("copy.pdf");
        let kept = exported["file"].as_str().expect("kept");
        desk.get(&["save", kept, "--to", copy.to_str().expect("plain")]);
        assert!(fs::read(&copy).expect("saved") == bytes, "the kept copy is the file that was written");
        fs::remove_file(&copy).expect("removed");
    }

    let certificates = desk.get(&["certificates", &drafted[0], "--to", "certificates.pdf"]);
    let document = desk.get(&["show", &drafted[0]]);
    let honorees: u64 = ["collectives", "households", "individuals"]
        .iter()
        .map(|key| document["view"]["list"][*key].as_u64().unwrap_or_else(|| panic!("{document}")))
        .sum();
    assert_eq!(certificates["pages"], honorees, "one certificate a page for every honoree");
    assert_eq!(desk.get(&["check"])["sound"], true);
}

#[test]
fn values_of_the_officer_stand_in_the_paper() {
    let desk = Desk::with_round();
    let paper = desk.draft_for_round("decision-commendation");
    let shown = desk.get(&["show", &paper]);
    let sections = list(&shown["view"]["sections"]);
    let field = sections
        .iter()
        .flat_map(|section| list(&section["fields"]))
        .find(|field| field["kind"] == "line")
        .unwrap_or_else(|| panic!("a field of one line: {shown}"));
    let set = format!("{}=Nguyễn Thử = Nghiệm", field["key"].as_str().expect("a key"));
    let own = id(&desk.get(&["draft", "decision-commendation", "--round", ROUND, "--set", &set]));
    let shown = desk.get(&["show", &own]).to_string();
    assert!(shown.contains("Nguyễn Thử = Nghiệm"), "{shown}");

    let (_, sentence) =
        desk.refused(&["draft", "decision-commendation", "--round", ROUND, "--set", "khong-co-o-nay=1"]);
    assert!(sentence.contains("khong-co-o-nay"), "{sentence}");
}

#[test]
fn people_are_found_without_marks() {
    let desk = Desk::with_round();
    let (_, name) =
        desk.nominated().into_iter().find(|(_, name)| name.contains(['Đ', 'đ', 'ễ', 'ị'])).expect("marks");
    let hits = desk.hits(&unmarked(&name));
    let hit = list(&hits).iter().find(|hit| hit["kind"] == "honoree" && hit["title"] == name.as_str());
    let hit = hit.unwrap_or_else(|| panic!("{name} by {}: {hits}", unmarked(&name)));
    let page = desk.get(&["show", &id(hit)]);
    assert_eq!(page["view"]["honoree"]["name"], name.as_str());
    assert!(!list(&page["view"]["pending"]).is_empty(), "her nomination is on her page: {page}");
    assert_eq!(desk.hits("khong co ai ten nhu the"), Value::Array(vec![]));
}

#[test]
fn an_issued_decision_is_found_by_number_and_gives_its_awards() {
    let desk = Desk::with_round();
    // There are no minutes yet that could say who proposes it.
    let proposer = "proposer=Chánh Văn phòng Sở";
    let paper = id(&desk.get(&["draft", "decision-commendation", "--round", ROUND, "--set", proposer]));
    desk.get(&["issue", &paper, "--number", "157", "--date", "2025-12-20"]);
    let hits = desk.hits("157");
    assert!(list(&hits).iter().any(|hit| hit["kind"] == "document" && hit["id"] == paper.as_str()), "{hits}");
    let issued = desk.get(&["show", &paper]);
    assert_eq!(issued["view"]["brief"]["state"], "issued");
    assert!(
        issued["view"]["brief"]["number"].as_str().is_some_and(|number| number.starts_with("157/")),
        "{issued}"
    );

    let conferred: Vec<Value> = desk
        .nominated()
        .iter()
        .flat_map(|(_, name)| list(&desk.hits(name)).to_vec())
        .filter(|hit| hit["kind"] == "honoree")
        .map(|hit| desk.get(&["show", &id(&hit)]))
        .filter(|page| !list(&page["view"]["awards"]).is_empty())
        .collect();
    assert!(!conferred.is_empty(), "the awards of the decision are on their holders' pages");
    let (code, _) = desk.refused(&["issue", &paper, "--number", "158", "--date", "2025-12-21"]);
    assert!(!code.is_empty(), "what is issued stays as it is");
}

#[test]
fn the_conference_is_found_and_its_figures_are_counted() {
    let desk = Desk::new();
    desk.get(&["sample"]);
    let hits = desk.hits("dien hinh tien tien");
    let hit = list(&hits).iter().find(|hit| hit["kind"] == "conference").unwrap_or_else(|| panic!("{hits}"));
    let conference = desk.get(&["show", &id(hit)]);
    assert!(!list(&conference["view"]["figures"]).is_empty(), "{conference}");
    assert_eq!(
        list(&conference["lists"]["honours"]).len(),
        4,
        "four people were honoured there: {conference}"
    );
}

#[test]
fn attached_files_come_back_byte_for_byte() {
    let desk = Desk::with_round();
    let paper = desk.draft_for_round("decision-commendation");
    let signed: Vec<u8> = (0..300_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let name = "Quyết định đã ký (bản 1).pdf";
    fs::write(desk.path(name), &signed).expect("written");
    let file = desk.get(&["attach", &paper, name]);
    assert_eq!(file["name"], name);
    assert_eq!(file["bytes"], signed.len());
    fs::remove_file(desk.path(name)).expect("removed");
    desk.get(&["save", &id(&file), "--to", "lại.pdf"]);
    assert!(fs::read(desk.path("lại.pdf")).expect("saved") == signed);
    let shown = desk.get(&["show", &paper]);
    assert!(list(&shown["lists"]["files"]).iter().any(|f| f["id"] == file["id"]), "{shown}");
}

#[test]
fn what_is_not_there_is_refused_in_a_sentence() {
    let desk = Desk::new();
    desk.get(&["sample"]);
    for words in [
        vec!["show", "doc-999"],
        vec!["show", "gì đó"],
        vec!["export", "doc-999", "--to", "x.pdf"],
        vec!["draft", "không-có-mẫu", "--round", ROUND],
        vec!["draft", "decision-commendation", "--round", "Không có đợt này"],
        vec!["attach", "doc-999", "x.pdf"],
        vec!["save", "file-999", "--to", "x.pdf"],
    ] {
        let (code, sentence) = desk.refused(&words);
        assert!(!code.is_empty() && sentence.chars().count() > 10, "{words:?}: {code} {sentence}");
        let told = desk.run(&words);
        assert_eq!((told.code, told.out.as_str()), (1, ""), "problems go to the error output");
        assert!(told.err.contains(&sentence), "{told:?}");
    }
    assert!(!desk.path("x.pdf").exists());
}

#[test]
fn templates_and_lists_have_their_shapes() {
    let desk = Desk::new();
    let templates = desk.get(&["templates"]);
    for wanted in [
        "decision-commendation",
        "decision-titles",
        "submission-province",
        "conference-report",
        "conference-news",
    ] {
        let template = list(&templates).iter().find(|template| template["id"] == wanted);
        assert!(
            template.is_some_and(|t| t["name"].as_str().is_some_and(|name| !name.is_empty())),
            "{wanted}"
        );
    }
    for command in ["rounds", "conferences", "documents"] {
        assert_eq!(desk.get(&[command]), Value::Array(vec![]), "{command} of an empty archive");
    }
}

#[test]
fn answers_for_people_are_vietnamese_lines() {
    let desk = Desk::with_round();
    let paper = desk.draft_for_round("decision-commendation");
    for (words, wanted) in [
        (vec!["rounds"], ROUND),
        (vec!["documents"], "dự thảo"),
        (vec!["templates"], "decision-commendation"),
        (vec!["conferences"], "15/06/2020"),
        (vec!["check"], "Kho nguyên vẹn."),
        (vec!["show", &paper], "Số:"),
        (vec!["export", &paper, "--to", "a.pdf"], "Đã xuất PDF"),
    ] {
        let told = desk.run(&words);
        assert_eq!(told.code, 0, "{words:?}: {told:?}");
        assert!(told.out.contains(wanted) && told.out.ends_with('\n'), "{words:?}: {told:?}");
        assert!(!told.out.contains('{'), "{words:?}: {told:?}");
    }
}

#[test]
fn a_reader_that_stops_reading_is_no_failure() {
    let desk = Desk::with_round();
    let mut child =
        desk.command().arg("templates").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("runs");
    drop(child.stdout.take());
    let mut complaint = String::new();
    child.stderr.take().expect("piped").read_to_string(&mut complaint).expect("read");
    assert_eq!((child.wait().expect("ends").code(), complaint.as_str()), (Some(0), ""));
}

#[test]
fn wrong_usage_is_told_apart_from_failure() {
    let desk = Desk::new();
    for words in [vec!["nhap"], vec!["import"], vec!["--json"], vec!["draft"], vec!["documents", "--nope"]] {
        let told = desk.run(&words);
        assert_eq!(told.code, 64, "{words:?}: {told:?}");
    }
    let (value, code) = desk.ask(&["nhap"]);
    assert_eq!((value["problem"]["code"].as_str(), code), (Some("usage"), 64));
    assert!(!desk.archive().exists(), "a mistyped command makes no archive");
}

#[test]
fn the_archive_may_be_named_in_two_ways() {
    let desk = Desk::new();
    desk.get(&["sample"]);
    let other = desk.path("kho khác");
    let told = Ended::of(
        Command::new(crate::support::program::PROGRAM)
            .args(["documents", "--json", "--archive"])
            .arg(&other)
            .env("BANG_VANG_ARCHIVE", desk.archive())
            .output()
            .expect("runs"),
    );
    assert_eq!((told.code, told.out.trim()), (0, "[]"));
    assert!(other.exists(), "the option goes before the variable");
}

/// On Windows there always is one.
#[cfg(unix)]
#[test]
fn without_a_display_the_window_says_so() {
    let desk = Desk::new();
    let output = desk.command().env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").output().expect("runs");
    let told = Ended::of(output);
    assert_eq!(told.code, 1);
    assert!(told.err.contains("--help"), "{told:?}");
}

#[test]
fn every_command_explains_itself() {
    let desk = Desk::new();
    let help = desk.run(&["--help"]).out;
    let commands: Vec<&str> = help
        .lines()
        .skip_while(|line| *line != "Lệnh:")
        .skip(1)
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert!(commands.len() >= 15, "{help}");
    for command in commands {
        let told = desk.run(&[command, "--help"]);
        assert!(told.code == 0 && told.out.contains("Cách dùng: bang-vang"), "{command}: {told:?}");
    }
    assert!(workbook().exists());
}

/// A text as typed by somebody who types no marks.
fn unmarked(text: &str) -> String {
    const PLAIN: [(&str, &str); 7] = [
        ("a", "àáảãạăằắẳẵặâầấẩẫậ"),
        ("e", "èéẻẽẹêềếểễệ"),
        ("i", "ìíỉĩị"),
        ("o", "òóỏõọôồốổỗộơờớởỡợ"),
        ("u", "ùúủũụưừứửữự"),
        ("y", "ỳýỷỹỵ"),
        ("d", "đ"),
    ];
    let lower = text.to_lowercase();
    lower
        .chars()
        .map(|c| {
            PLAIN
                .iter()
                .find(|(_, marked)| marked.contains(c))
                .map_or_else(|| c.to_string(), |(p, _)| (*p).into())
        })
        .collect()
}
