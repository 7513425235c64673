//! The form of papers from the command line: printed, chosen, refused, followed by the PDF; and the fonts of the PC.

use crate::support::{
    program::{Desk, in_project, tool},
    sample::list,
};
use std::fs;

/// Left edges of the words that a page's lines begin with, in points: the least is the margin.
fn left_margin(pdf: &std::path::Path) -> f64 {
    let boxes =
        tool("pdftotext", &["-bbox".as_ref(), "-l".as_ref(), "1".as_ref(), pdf.as_os_str(), "-".as_ref()]);
    let edges = boxes.split("xMin=\"").skip(1).filter_map(|rest| rest.split('"').next()?.parse::<f64>().ok());
    edges.fold(f64::MAX, f64::min)
}

#[test]
fn measures_are_printed_with_range_and_article() {
    let desk = Desk::new();
    let told = desk.run(&["style"]);
    assert_eq!(told.code, 0, "{told:?}");
    let line = told.out.lines().find(|line| line.contains("margin_left")).expect("a line for each measure");
    for part in ["30", "mm", "30 - 35", "Lề trái", "Phụ lục I, Phần I, Mục I, khoản 3"] {
        assert!(line.contains(part), "{part}: {line}");
    }
    assert!(told.out.contains("10 hoặc 12,7"), "{}", told.out);
    assert!(told.out.contains("Phông chữ đang dùng: "), "{}", told.out);
    assert_eq!(list(&desk.get(&["style"])["measures"]).len(), 17);
}

#[test]
fn a_choice_is_kept_and_moves_the_text_of_the_next_pdf() {
    let desk = Desk::with_round();
    let paper = desk.draft_for_round("submission-province");
    let exported = |name: &str| {
        desk.get(&["export", &paper, "--to", name]);
        left_margin(&desk.path(name))
    };
    let before = exported("before.pdf");
    let told =
        desk.run(&["style", "--set", "body_size=13", "--set", "margin_left=35", "--set", "indent=10,0"]);
    assert!(told.code == 0 && told.out.starts_with("Đã lưu thể thức văn bản."), "{told:?}");
    let moved = exported("after.pdf") - before;
    assert!((moved - 5.0 * 72.0 / 25.4).abs() < 0.1, "five millimetres to the right, not {moved} points");
    let (code, sentence) = desk.refused(&["style", "--set", "margin_left=36"]);
    assert_eq!(code, "measure-out-of-range");
    assert!(sentence.contains("từ 30 đến 35 mm") && sentence.contains("Mục I, khoản 3"), "{sentence}");
    assert_eq!(desk.run(&["style", "--set", "margin_left=rộng"]).code, 64, "no number is written wrong");
    assert_eq!(desk.run(&["style", "--serif", "arial"]).code, 64, "nor is there such a choice");
    let style = desk.get(&["style", "--reset"]);
    assert!(list(&style["measures"]).iter().all(|measure| measure["value"] == measure["sample"]), "{style}");
    assert!((exported("reset.pdf") - before).abs() < 0.01, "as before");
}

#[test]
fn exports_name_the_serif_and_the_officer_may_choose_it() {
    let desk = Desk::with_round();
    let paper = desk.draft_for_round("submission-province");
    let style = desk.get(&["style", "--serif", "liberation"]);
    assert_eq!(
        (&style["serif"]["choice"], &style["serif"]["family"]),
        (&"liberation".into(), &"Liberation Serif".into())
    );
    let told = desk.run(&["export", &paper, "--to", "a.pdf"]);
    assert!(told.out.contains("phông Liberation Serif"), "{told:?}");
    assert!(tool("pdffonts", &[desk.path("a.pdf")]).contains("+LiberationSerif"));
}

/// The folders of fonts are those of Linux.
#[cfg(target_os = "linux")]
#[test]
fn files_in_the_users_folder_of_fonts_are_looked_at() {
    let desk = Desk::new();
    let folder = desk.path("home/data/fonts");
    fs::create_dir_all(&folder).expect("made");
    for (name, style) in
        [("times", "Regular"), ("timesbd", "Bold"), ("timesi", "Italic"), ("timesbi", "BoldItalic")]
    {
        let font = in_project(&format!("assets/fonts/liberation-serif/LiberationSerif-{style}.ttf"));
        fs::copy(font, folder.join(format!("{name}.ttf"))).expect("copied");
    }
    let serif = desk.get(&["style"])["serif"].clone();
    let usable = serif["family"] == "Times New Roman";
    assert!(
        usable || serif["why"]["code"] == "serif-other-font",
        "found there, and seen to be another: {serif}"
    );
}
