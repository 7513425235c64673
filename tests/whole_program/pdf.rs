//! The exported PDFs, judged by tools that others wrote: qpdf, poppler, pyHanko.

use crate::{
    readers::sign::sign_in_turn,
    support::{
        program::{Desk, tool},
        sample::ROUND,
    },
};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// A4 in points.
const A4: (f64, f64) = (595.28, 841.89);

/// The papers of the running example, exported.
struct Papers {
    desk: Desk,
    decision: PathBuf,
    titles: PathBuf,
    submission: PathBuf,
    report: PathBuf,
    news: PathBuf,
    certificates: PathBuf,
}

impl Papers {
    fn exported() -> Self {
        let desk = Desk::with_round();
        let export = |document: &str| {
            let file = desk.path(&format!("{document}.pdf"));
            desk.get(&["export", document, "--to", file.to_str().expect("plain")]);
            file
        };
        let decision = desk.draft_for_round("decision-commendation");
        let certificates = desk.path("certificates.pdf");
        desk.get(&["certificates", &decision, "--to", certificates.to_str().expect("plain")]);
        Self {
            decision: export(&decision),
            titles: export(&desk.draft_for_round("decision-titles")),
            submission: export(&desk.draft_for_round("submission-province")),
            report: export(&desk.draft_for_conference("conference-report")),
            news: export(&desk.draft_for_conference("conference-news")),
            certificates,
            desk,
        }
    }

    fn all(&self) -> [&Path; 6] {
        [&self.decision, &self.titles, &self.submission, &self.report, &self.news, &self.certificates]
    }
}

/// The text of a PDF in the order of its content, without line breaks.
fn text(pdf: &Path) -> String {
    let text = tool("pdftotext", &["-raw".as_ref(), pdf.as_os_str(), "-".as_ref()]);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_file_is_sound_and_carries_its_fonts() {
    let papers = Papers::exported();
    for pdf in papers.all() {
        tool("qpdf", &["--check".as_ref(), pdf.as_os_str()]);
        let fonts = tool("pdffonts", &[pdf]);
        let rows: Vec<&str> = fonts.lines().skip(2).collect();
        assert!(!rows.is_empty(), "{}: {fonts}", pdf.display());
        for row in rows {
            // name, type, encoding, emb, sub, uni, object ID (two numbers)
            let words: Vec<&str> = row.split_whitespace().rev().skip(2).take(3).collect();
            assert_eq!(words, ["yes", "yes", "yes"], "unicode, subset, embedded of {}: {row}", pdf.display());
        }
    }
}

#[test]
fn pages_are_a4_and_the_metadata_says_pdf_a() {
    let papers = Papers::exported();
    for pdf in papers.all() {
        let info = tool("pdfinfo", &[pdf]);
        let of = |key: &str| {
            let line = info.lines().find_map(|line| line.strip_prefix(key));
            line.unwrap_or_else(|| panic!("{key} of {}: {info}", pdf.display())).trim().to_owned()
        };
        let size = of("Page size:");
        let numbers: Vec<f64> = size.split_whitespace().filter_map(|word| word.parse().ok()).collect();
        let wanted = if pdf == papers.certificates { (A4.1, A4.0) } else { A4 };
        assert!(
            (numbers[0] - wanted.0).abs() < 0.5 && (numbers[1] - wanted.1).abs() < 0.5,
            "{}: {size}",
            pdf.display()
        );
        assert!(!of("Title:").is_empty());
        let metadata = tool("pdfinfo", &["-meta".as_ref(), pdf.as_os_str()]);
        assert!(metadata.contains("pdfaid:part"), "{}: {metadata}", pdf.display());
    }
}

#[test]
fn the_text_is_exact_and_every_name_stands_in_its_papers() {
    let papers = Papers::exported();
    let decision = text(&papers.decision);
    for line in [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "SỞ TƯ PHÁP",
        "QUYẾT ĐỊNH",
        "Điều 1.",
        "Nơi nhận:",
    ] {
        assert!(decision.contains(line), "{line:?} in {decision}");
    }
    for pdf in papers.all() {
        let text = text(pdf);
        assert!(
            !text.chars().any(|c| ('\u{300}'..='\u{36f}').contains(&c)),
            "decomposed in {}",
            pdf.display()
        );
        assert!(!text.contains('\u{fffd}'), "unreadable letters in {}", pdf.display());
    }
    let documents = papers.desk.get(&["documents"]);
    assert_eq!(documents.as_array().map(Vec::len), Some(5));
    // Names may be broken over lines of a cell: compare without blanks.
    let solid = |text: &str| text.split_whitespace().collect::<String>();
    let (decision, titles, certificates) =
        (solid(&decision), solid(&text(&papers.titles)), solid(&text(&papers.certificates)));
    let submission = solid(&text(&papers.submission));
    let mut found = 0;
    for (kind, name) in papers.desk.nominated() {
        let name = solid(&name);
        let times = |text: &str| text.matches(&name).count();
        let papers = [times(&decision), times(&titles), times(&submission)];
        assert!(papers.iter().sum::<usize>() >= 1, "{name} ({kind}) stands in no paper");
        assert_eq!(
            papers[0] > 0,
            times(&certificates) > 0,
            "{name}: a certificate for everybody of the decision only"
        );
        found += 1;
    }
    assert!(found > 20, "{found} names");
}

#[test]
fn the_same_command_gives_the_same_bytes() {
    let papers = Papers::exported();
    let documents = papers.desk.get(&["documents"]);
    for document in documents.as_array().expect("a list") {
        let document = document["id"].as_str().expect("an id");
        papers.desk.get(&["export", document, "--to", "again.pdf"]);
        let first = fs::read(papers.desk.path(&format!("{document}.pdf"))).expect("read");
        assert!(first == fs::read(papers.desk.path("again.pdf")).expect("read"), "{document}");
    }
}

#[test]
fn decision_and_minutes_are_signed_in_turn_and_come_back_as_they_were_signed() {
    let papers = Papers::exported();
    let desk = &papers.desk;
    let minutes = desk.draft_for_round("council-minutes");
    let file = desk.path("minutes.pdf");
    desk.get(&["export", &minutes, "--to", file.to_str().expect("plain")]);
    let signed = sign_in_turn(&[&papers.decision, &file], &desk.path("signed"));
    let fields: Vec<&[String]> = signed.iter().map(|signed| signed.fields.as_slice()).collect();
    assert_eq!(
        fields,
        [&["ChuKyNguoiKy", "DauCoQuan"][..], &["ChuKyThuKy", "ChuKyChuToa", "DauCoQuan"]],
        "who signs, then the agency's seal"
    );
    // Back into the archive and out again.
    let decision = papers.decision.file_stem().and_then(|stem| stem.to_str()).expect("the document's id");
    for (document, signed) in [decision, &minutes].into_iter().zip(&signed) {
        let kept = desk.get(&["attach", document, signed.path.to_str().expect("plain")]);
        desk.get(&["save", kept["id"].as_str().expect("an id"), "--to", "returned.pdf"]);
        let returned = fs::read(desk.path("returned.pdf")).expect("read");
        assert!(returned == fs::read(&signed.path).expect("read"), "{document}: byte for byte");
    }
}

#[test]
fn the_round_is_named_in_the_submission() {
    let papers = Papers::exported();
    assert!(text(&papers.submission).contains("TỜ TRÌNH"));
    assert!(text(&papers.report).contains("BÁO CÁO"));
    assert!(text(&papers.news).contains("Tây Ninh"));
    assert!(ROUND.contains("2025") && text(&papers.decision).contains("2025"));
}
