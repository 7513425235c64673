//! Every element by its rule. "PL I" is appendix I of Decree 30/2020/NĐ-CP.

use std::ops::RangeInclusive;

use document::Urgency;

use crate::papers::{Words, cases};
use crate::readers::pdf::{Line, MM, Page, Stroke};
use crate::written::written;

/// Single spacing of Times, as a multiple of the size.
const SINGLE: f32 = 1.149;
/// How far the baseline of a single-spaced line lies below its top.
const BASELINE: f32 = 0.912;
const RED: [f32; 3] = [1.0, 0.0, 0.0];
const BLACK: [f32; 3] = [0.0; 3];

/// The pages of a document as another program reads them.
fn pages(name: &str) -> &'static [Page] {
    &written(name).file.pages
}

/// The pages of a document that exists for each case.
fn pages_for(kind: &str, words: &Words) -> &'static [Page] {
    pages(&format!("{kind}-{}", words.case))
}

fn lines(pages: &[Page]) -> impl Iterator<Item = (usize, &Line)> {
    pages.iter().enumerate().flat_map(|(number, page)| page.lines.iter().map(move |line| (number, line)))
}

/// The first line that starts with `words`, with its page.
fn find<'a>(pages: &'a [Page], words: &str) -> (usize, &'a Line) {
    lines(pages)
        .find(|(_, line)| line.text().trim_start().starts_with(words))
        .unwrap_or_else(|| panic!("no line starts with “{words}”"))
}

/// The first level stroke below a line that lies under its middle.
fn rule_below<'a>(page: &'a Page, line: &Line) -> &'a Stroke {
    let below = page.strokes.iter().filter(|stroke| {
        stroke.is_level()
            && stroke.top() > line.y()
            && stroke.left() < line.middle()
            && stroke.right() > line.middle()
    });
    below.min_by(|one, other| one.top().total_cmp(&other.top())).expect("a rule lies below the line")
}

/// Looks of an element: how it begins, its sizes, bold, italic, where the decree says so.
type Element = (&'static str, RangeInclusive<f32>, bool, bool, &'static str);

fn check_looks(case: &str, pages: &[Page], elements: &[Element]) {
    for (words, sizes, bold, italic, article) in elements {
        let (_, line) = find(pages, words);
        for letter in line.letters.iter().take(words.chars().count()) {
            assert!(sizes.contains(&letter.size), "{case}, {article}: “{words}” is {} pt", letter.size);
            assert_eq!(
                (letter.bold, letter.italic),
                (*bold, *italic),
                "{case}, {article}: “{words}” bold, italic"
            );
            assert!(letter.serif, "{case}, PL I.I.I.4: “{words}” is in Times or its like");
        }
    }
}

#[test]
fn every_element_of_a_decision_has_its_size_and_style() {
    for words in cases() {
        let pages = pages_for("decision", &words);
        check_looks(
            words.case,
            &pages,
            &[
                ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12.0..=13.0, true, false, "PL I.I.II.1.a"),
                ("Độc lập - Tự do - Hạnh phúc", 13.0..=14.0, true, false, "PL I.I.II.1.b"),
                (
                    if words.case == "long" { "ỦY BAN" } else { "UBND TỈNH" },
                    12.0..=13.0,
                    false,
                    false,
                    "PL I.I.II.2.b",
                ),
                (
                    if words.case == "long" { "TRUNG TÂM" } else { "SỞ" },
                    12.0..=13.0,
                    true,
                    false,
                    "PL I.I.II.2.b",
                ),
                ("Số: 05/QĐ-STP", 13.0..=13.0, false, false, "PL I.I.II.3.c"),
                ("Tây Ninh, ngày 05 tháng 01 năm 2026", 13.0..=14.0, false, true, "PL I.I.II.4.c"),
                ("QUYẾT ĐỊNH", 13.0..=14.0, true, false, "PL I.I.II.5.b"),
                ("Về việc", 13.0..=14.0, true, false, "PL I.I.II.5.b"),
                ("Căn cứ", 13.0..=14.0, false, true, "PL I.I.II.6.a"),
                ("QUYẾT ĐỊNH:", 13.0..=14.0, true, false, "PL III.II, form 1.2"),
                ("Điều 1.", 13.0..=14.0, true, false, "PL I.I.II.6.đ"),
                ("Hết./.", 13.0..=14.0, false, false, "PL I.I.II.6.e"),
                ("Nơi nhận:", 12.0..=12.0, true, true, "PL I.I.II.9.d"),
                ("-", 11.0..=11.0, false, false, "PL I.I.II.9.d"),
                ("PL.(300)", 11.0..=11.0, false, false, "PL I.I.III.3"),
                (
                    if words.case == "short" { "GIÁM ĐỐC" } else { "KT. GIÁM ĐỐC" },
                    13.0..=14.0,
                    true,
                    false,
                    "PL I.I.II.7.đ",
                ),
                ("DANH SÁCH TẬP THỂ", 13.0..=14.0, true, false, "PL I.I.III.1.b"),
                ("(Kèm theo", 13.0..=14.0, false, true, "PL I.I.III.1.c"),
            ],
        );
    }
}

#[test]
fn every_element_of_a_letter_has_its_size_and_style() {
    for words in cases() {
        let pages = pages_for("letter", &words);
        check_looks(
            words.case,
            &pages,
            &[
                ("V/v đề nghị", 12.0..=13.0, false, false, "PL I.I.II.5.b"),
                ("Kính gửi:", 13.0..=14.0, false, false, "PL I.I.II.9.d"),
                ("- Sở Nội vụ;", 13.0..=14.0, false, false, "PL I.I.II.9.d"),
                (words.urgency.words(), 13.0..=14.0, true, false, "PL I.I.III.2.b"),
                ("LƯU HÀNH NỘI BỘ", 13.0..=14.0, true, false, "PL I.I.III.2.c"),
                ("Địa chỉ:", 11.0..=12.0, false, false, "PL I.I.III.4"),
                ("SAO Y; Sở", 10.0..=10.0, false, false, "PL I.II.I.3.c"),
                ("TRÍCH SAO", 13.0..=14.0, true, false, "PL I.II.II.2.b"),
                ("VĂN PHÒNG", 12.0..=13.0, true, false, "PL I.II.II.2.c"),
                ("Số: 12/TrS-VP", 13.0..=13.0, false, false, "PL I.II.II.2.c"),
            ],
        );
    }
}

#[test]
fn headings_are_centred_or_indented_bold() {
    let pages = pages("regulation");
    let middle = (30.0 + 190.0) / 2.0 * MM;
    for words in [
        "Phần I",
        "QUY ĐỊNH",
        "Chương I",
        "QUY ĐỊNH CHUNG",
        "Mục 1",
        "QUẢN LÝ VĂN BẢN",
        "Tiểu mục 1",
        "QUẢN LÝ VĂN BẢN ĐI",
    ] {
        check_looks("regulation", &pages, &[(words, 13.0..=14.0, true, false, "PL I.I.II.6.đ")]);
        let (_, line) = find(pages, words);
        assert!(
            (line.middle() - middle).abs() < 0.3,
            "PL I.I.II.6.đ: “{words}” is centred on a line of its own"
        );
    }
    for (words, bold) in [
        ("Điều 1. Bản sao văn bản", true),
        ("1. Các hình thức", false),
        ("a) Đối với", false),
        ("I. NHỮNG KẾT QUẢ", true),
        ("1. Phạm vi", true),
    ] {
        check_looks("regulation", &pages, &[(words, 13.0..=14.0, bold, false, "PL I.I.II.6.đ")]);
        check_indent(find(pages, words).1);
    }
}

fn check_indent(line: &Line) {
    let indent = line.left() / MM - 30.0;
    assert!(
        (indent - 10.0).abs() < 0.4 || (indent - 12.7).abs() < 0.4,
        "PL I.I.II.6.e: “{}” is indented {indent} mm",
        line.text()
    );
}

#[test]
fn pages_are_a4_and_everything_keeps_the_margins() {
    for words in cases() {
        for kind in ["decision", "letter", "annex"] {
            for (number, page) in pages_for(kind, &words).iter().enumerate() {
                let (short, long) = (210.0 * MM, 297.0 * MM);
                let upright = (page.width - short).abs() < 0.1 && (page.height - long).abs() < 0.1;
                let lying = (page.width - long).abs() < 0.1 && (page.height - short).abs() < 0.1;
                assert!(upright || lying, "PL I.I.I.1: page {number} is A4");
                for line in &page.lines {
                    let text = line.text();
                    assert!(line.left() >= 30.0 * MM - 0.1, "{}, PL I.I.I.3: left of “{text}”", words.case);
                    assert!(
                        line.right() <= page.width - 15.0 * MM,
                        "{}, PL I.I.I.3: right of “{text}”",
                        words.case
                    );
                    assert!(
                        line.y() < page.height - 20.0 * MM + 0.1,
                        "{}, PL I.I.I.3: below “{text}”",
                        words.case
                    );
                    let marginal = ["LƯU", "SAO Y"].iter().any(|mark| text.starts_with(mark))
                        || text.trim().parse::<u32>().is_ok();
                    assert!(marginal || line.y() > 20.0 * MM, "{}, PL I.I.I.3: above “{text}”", words.case);
                }
                for stroke in &page.strokes {
                    assert!(
                        stroke.left() >= 30.0 * MM - 0.5 && stroke.right() <= page.width - 15.0 * MM,
                        "{}, PL I.I.I.3: {stroke:?}",
                        words.case
                    );
                }
            }
        }
    }
}

#[test]
fn rules_have_the_length_of_their_line_or_a_part_of_it() {
    for words in cases() {
        let pages = pages_for("decision", &words);
        let page = &pages[0];
        let (_, motto) = find(pages, "Độc lập");
        let rule = rule_below(page, motto);
        assert!(
            (rule.left() - motto.left()).abs() < 0.3 && (rule.right() - motto.right()).abs() < 0.3,
            "PL I.I.II.1.b"
        );
        let number = find(pages, "Số: 05").1;
        let agency = page
            .lines
            .iter()
            .filter(|line| line.y() < number.y() && line.right() < page.width / 2.0)
            .max_by(|one, other| one.y().total_cmp(&other.y()))
            .expect("the agency's last line");
        let body = find(pages, "GIÁM ĐỐC SỞ").1;
        let summary = page.lines.iter().filter(|line| line.y() < body.y());
        let summary =
            summary.max_by(|one, other| one.y().total_cmp(&other.y())).expect("the abstract's last line");
        let start = find(pages, "Về việc").1.y();
        let widest = page.lines.iter().filter(|line| line.y() >= start && line.y() <= summary.y());
        let widest = widest.map(|line| line.right() - line.left()).fold(0.0, f32::max);
        for (line, length) in [(agency, agency.right() - agency.left()), (summary, widest)] {
            let rule = rule_below(page, line);
            let share = (rule.right() - rule.left()) / length;
            assert!(
                (0.333..=0.5).contains(&share),
                "{}, PL I.I.II.2.b, 5.b: {share} of “{}”",
                words.case,
                line.text()
            );
            let off = (rule.left() + rule.right()) / 2.0 - line.middle();
            assert!(off.abs() < 0.6, "{}: the rule is in the middle of “{}”: {off}", words.case, line.text());
            assert!(rule.top() - line.y() < 10.0, "{}: the rule is close to its line", words.case);
            assert_eq!(rule.color, BLACK, "rules are black");
            assert!((0.5..=1.0).contains(&rule.thickness), "rules can be seen in print");
        }
    }
}

#[test]
fn the_head_stands_as_in_the_decrees_plan() {
    for words in cases() {
        let pages = pages_for("decision", &words);
        let page = &pages[0];
        let (_, national) = find(pages, "CỘNG HÒA");
        let (_, motto) = find(pages, "Độc lập");
        let (_, number) = find(pages, "Số: 05");
        let (_, date) = find(pages, "Tây Ninh, ngày");
        assert!((national.y() - 20.0 * MM - national.size() * BASELINE).abs() < 0.3, "cell 1 is at the top");
        assert!(national.left() > page.width * 0.42, "cell 1 is on the right");
        assert!(
            (motto.middle() - national.middle()).abs() < 0.3,
            "PL I.I.II.1.b: the motto is centred under it"
        );
        let distance = motto.y() - national.y();
        let single = (SINGLE - BASELINE) * national.size() + BASELINE * motto.size();
        assert!((distance - single).abs() < 0.3, "PL I.I.II.1.c: single spacing, not {distance}");
        assert!(
            (number.y() - date.y()).abs() < 0.02,
            "{}, PL I.I.II.4.c: number and date share a line",
            words.case
        );
        assert!((date.middle() - national.middle()).abs() < 0.3, "PL I.I.II.4.c: the date is centred below");
        let first = &page.lines[0];
        assert!((number.middle() - first.middle()).abs() < 0.3, "PL I.I.II.3.c: the number is centred below");
        assert!(first.right() < national.left(), "cells 2 and 1 do not touch");
        let (_, kind) = find(pages, "QUYẾT ĐỊNH");
        assert!(
            (kind.middle() - 110.0 * MM).abs() < 0.3,
            "PL I.I.II.5.b: the type is centred across the text"
        );
        assert!(kind.y() > number.y() + 14.0, "the type is below the head");
    }
}

#[test]
fn body_text_is_justified_indented_and_spaced() {
    for words in cases() {
        let pages = pages_for("decision", &words);
        let right = 190.0 * MM;
        let mut justified = 0;
        let (start_page, start) = find(pages, "Điều 1.");
        let (end_page, end) = find(pages, "Hết./.");
        for (number, page) in pages.iter().enumerate().take(end_page + 1).skip(start_page) {
            let rows = rows(page, |y| {
                y > 20.0 * MM
                    && (number > start_page || y >= start.y())
                    && (number < end_page || y <= end.y())
            });
            for pair in rows.windows(2) {
                let pitch = pair[1].y - pair[0].y;
                let single = pair[1].size * SINGLE;
                let begins = (pair[1].left - 30.0 * MM - 12.7 * MM).abs() < 1.5;
                if begins {
                    assert!(
                        pitch >= single + 6.0 - 0.1,
                        "{}, PL I.I.II.6.e: {} pt from paragraph to paragraph",
                        words.case,
                        pitch - single
                    );
                } else {
                    assert!(
                        (single - 0.1..=single * 1.5 + 0.1).contains(&pitch),
                        "{}, PL I.I.II.6.e: line spacing {}",
                        words.case,
                        pitch / single
                    );
                    // A line that another of its paragraph follows reaches both margins unless it has hardly a space to stretch.
                    if pair[0].spaces > 2 {
                        assert!(
                            (pair[0].right - right).abs() < 0.6,
                            "PL I.I.II.6.e: {} ends at {}",
                            words.case,
                            pair[0].right
                        );
                        justified += 1;
                    }
                }
            }
        }
        assert!(justified >= 3, "{}: {justified} justified lines were measured", words.case);
        for label in ["Điều 1.", "Điều 2.", "Hết"] {
            check_indent(find(pages, label).1);
        }
    }
}

/// A row of text across the page: all lines on one baseline.
struct Row {
    y: f32,
    left: f32,
    right: f32,
    size: f32,
    spaces: usize,
}

fn rows(page: &Page, wanted: impl Fn(f32) -> bool) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for line in page.lines.iter().filter(|line| wanted(line.y())) {
        let spaces = line.text().trim().matches(' ').count();
        match rows.iter_mut().find(|row| (row.y - line.y()).abs() < 0.02) {
            Some(row) => {
                row.left = row.left.min(line.left());
                row.right = row.right.max(line.right());
                row.spaces += spaces + 1;
            }
            None => rows.push(Row {
                y: line.y(),
                left: line.left(),
                right: line.right(),
                size: line.size(),
                spaces,
            }),
        }
    }
    rows.sort_by(|one, other| one.y.total_cmp(&other.y));
    rows
}

#[test]
fn the_foot_stands_as_in_the_decrees_plan() {
    for words in cases() {
        let pages = pages_for("decision", &words);
        let position = if words.case == "short" { "GIÁM ĐỐC" } else { "KT. GIÁM ĐỐC" };
        let (page, lead) = find(pages, "Nơi nhận:");
        let on_page = &pages[page..=page];
        let (_, position) = {
            let found = on_page[0].lines.iter().rfind(|line| line.text().starts_with(position));
            (page, found.expect("the position is on the page of the distribution list"))
        };
        assert!(
            (lead.y() - position.y()).abs() < 2.5,
            "{}, PL I.I.II.9.d: level with the position",
            words.case
        );
        assert!((lead.left() - 30.0 * MM).abs() < 0.5, "PL I.I.II.9.d: at the left margin");
        assert!(position.left() > pages[page].width * 0.45, "cell 7a is on the right");
        let (name_page, name) = find(pages, words.name_start());
        assert_eq!(name_page, page, "{}: the name is on the page of the position", words.case);
        assert!((name.middle() - position.middle()).abs() < 0.5, "PL I.I.II.7.đ: the name is centred below");
        check_fields(&words, &pages[page], position, name);
        let (_, mark) = find(pages, "PL.(300)");
        let list =
            pages[page].lines.iter().filter(|line| line.size() == 11.0 && !line.text().starts_with("PL"));
        let list_end = list.map(Line::y).fold(0.0, f32::max);
        assert!(mark.y() > list_end && mark.y() < list_end + 20.0, "cell 12 ends the list");
        assert!((mark.left() - 30.0 * MM).abs() < 0.5, "cell 12 is at the left margin");
    }
}

fn check_fields(words: &Words, page: &Page, position: &Line, name: &Line) {
    let field = |wanted: &str| page.fields.iter().find(|field| field.name == wanted).expect("the field");
    let (person, seal) = (field("ChuKyNguoiKy"), field("DauCoQuan"));
    let middle = (person.left + person.right) / 2.0;
    assert!((middle - name.middle()).abs() < 0.5, "{}, PL I.I.II.7.d: centred over the name", words.case);
    assert!(
        person.top > position.y() && person.bottom < name.y() - name.size() * 0.7,
        "PL I.I.II.7.d: between them"
    );
    let covered = (seal.right - person.left) / (person.right - person.left);
    assert!((covered - 1.0 / 3.0).abs() < 0.02, "PL I.I.II.8.a: the seal covers {covered} of the signature");
    assert!(seal.left < person.left, "PL I.I.II.8.a: on its left");
    assert!((seal.right - seal.left - 36.0 * MM).abs() < 0.2, "PL I.I.II.8.a: in the size of a seal");
}

#[test]
fn pages_are_numbered_in_the_top_margin_from_the_second() {
    for words in cases() {
        let pages = pages_for("decision", &words);
        let mut expected = 1;
        for page in pages {
            let number = page.lines.iter().find(|line| line.y() < 20.0 * MM);
            // A paper begins where no number is shown.
            expected = if number.is_some() { expected + 1 } else { 1 };
            let Some(number) = number else { continue };
            assert_eq!(
                number.text(),
                expected.to_string(),
                "PL I.I.I.7, III.1.đ: each paper counts its own pages"
            );
            assert!((13.0..=14.0).contains(&number.size()), "PL I.I.I.7: 13 to 14 pt");
            assert!(!number.letters[0].bold && !number.letters[0].italic, "PL I.I.I.7: upright");
            let middle = (30.0 * MM + page.width - 20.0 * MM) / 2.0;
            assert!((number.middle() - middle).abs() < 0.5, "PL I.I.I.7: centred");
        }
        assert!(pages.len() > 3, "several pages were seen");
    }
}

#[test]
fn a_letters_abstract_is_six_points_below_the_number() {
    for words in cases() {
        let pages = pages_for("letter", &words);
        let (number, summary) = (find(pages, "Số: 05").1, find(pages, "V/v").1);
        let single = (SINGLE - BASELINE) * number.size() + BASELINE * summary.size();
        let gap = summary.y() - number.y() - single;
        assert!((gap - 6.0).abs() < 0.3, "{}, PL I.I.II.5.b: {gap} pt", words.case);
        assert!((summary.middle() - number.middle()).abs() < 0.3, "PL I.I.II.5.b: centred under the number");
    }
}

#[test]
fn several_addressees_have_their_dashes_under_the_colon() {
    let [short, ..] = cases();
    let pages = pages_for("letter", &short);
    let (_, lead) = find(pages, "Kính gửi:");
    let colon = lead.letters.iter().find(|letter| letter.text == ":").expect("a colon");
    for entry in ["- Sở Nội vụ;", "- Sở Tài chính."] {
        let (_, entry) = find(pages, entry);
        let dash = &entry.letters[0];
        assert!(dash.x < colon.right && dash.right > colon.x, "PL I.I.II.9.d: the dash is under the colon");
        assert!(entry.y() > lead.y() + 10.0, "PL I.I.II.9.d: on a line of its own");
    }
}

/// The closed stroke around a line.
fn frame_of<'a>(page: &'a Page, line: &Line) -> &'a Stroke {
    let around = page.strokes.iter().find(|stroke| {
        stroke.closed
            && stroke.left() < line.left()
            && stroke.right() > line.right()
            && stroke.top() < line.y()
            && stroke.bottom() > line.y()
    });
    around.expect("a frame stands around the line")
}

#[test]
fn marks_stand_in_frames_of_the_decrees_sizes() {
    for words in cases() {
        let pages = pages_for("letter", &words);
        let (_, urgency) = find(pages, words.urgency.words());
        let frame = frame_of(&pages[0], urgency);
        let width = match words.urgency {
            Urgency::Express => 30.0,
            Urgency::VeryUrgent => 40.0,
            Urgency::Urgent => 20.0,
        };
        let size = ((frame.right() - frame.left()) / MM, (frame.bottom() - frame.top()) / MM);
        assert!((size.0 - width).abs() < 0.1 && (size.1 - 8.0).abs() < 0.1, "PL I.I.III.2.b: {size:?} mm");
        assert_eq!((frame.color, urgency.letters[0].color), (RED, RED), "PL I.I.III.2.b: bright red");
        assert!((frame.left() - 30.0 * MM).abs() < 0.5, "cell 10b is at the left");
        let (_, summary) = find(pages, "V/v");
        assert!(frame.top() > summary.y(), "cell 10b is below cell 5b");
        let (_, circulation) = find(pages, "LƯU HÀNH NỘI BỘ");
        let frame = frame_of(&pages[0], circulation);
        assert!((frame.bottom() - frame.top() - 8.0 * MM).abs() < 0.2, "the frame is as high as the others");
        assert_eq!((frame.color, circulation.letters[0].color), (BLACK, BLACK), "PL I.I.III.2.c: black");
        let (_, national) = find(pages, "CỘNG HÒA");
        assert!(
            frame.bottom() < national.y() - national.size() * 0.8 && frame.top() > 3.0 * MM,
            "cell 11 is at the top"
        );
        for (line, frame) in [(urgency, frame_of(&pages[0], urgency)), (circulation, frame)] {
            let middle = (frame.left() + frame.right()) / 2.0;
            assert!((line.middle() - middle).abs() < 0.3, "PL I.I.III.2: the words are in the middle");
            let capitals = line.y() - line.size() * 0.66 / 2.0;
            assert!(
                (capitals - (frame.top() + frame.bottom()) / 2.0).abs() < 1.0,
                "PL I.I.III.2: up and down too"
            );
        }
    }
}

#[test]
fn the_agencys_electronic_signature_is_at_the_top_right() {
    for words in cases() {
        let pages = pages_for("letter", &words);
        let (page, text) = find(pages, "SAO Y; Sở");
        assert_eq!(page, 0, "PL I.II.I.3.a: on the first page");
        let field = pages[0].fields.iter().find(|field| field.name == "DauBanSao").expect("the field");
        assert!((field.right - 190.0 * MM).abs() < 0.5, "PL I.II.I.3.a: at the right");
        assert!(
            field.bottom < 20.0 * MM && field.top > text.y(),
            "PL I.II.I.3.a: at the top, below the known text"
        );
        assert!(field.bottom - field.top >= 10.0 * SINGLE, "PL I.II.I.3.c: a line of 10 pt fits");
        assert!((text.right() - 190.0 * MM).abs() < 0.5, "PL I.II.I.3.a: the text is at the right");
    }
}

#[test]
fn the_address_is_below_a_full_rule_at_the_foot_of_page_one() {
    for words in cases() {
        let pages = pages_for("letter", &words);
        let (page, first) = find(pages, "Địa chỉ:");
        let (_, last) = find(pages, "ĐT:");
        assert_eq!(page, 0, "PL I.I.III.4: on the first page");
        let above = pages[0].strokes.iter().filter(|stroke| stroke.is_level() && stroke.top() < first.y());
        let rule = above.max_by(|one, other| one.top().total_cmp(&other.top())).expect("a rule");
        assert!(
            (rule.left() - 30.0 * MM).abs() < 0.1 && (rule.right() - 190.0 * MM).abs() < 0.1,
            "PL I.I.III.4: full width"
        );
        assert!(first.y() - rule.top() < 20.0, "PL I.I.III.4: just below the rule");
        assert!(last.y() > 262.0 * MM && last.y() < 277.0 * MM, "PL I.I.III.4: at the foot");
        let lowest =
            pages[0].lines.iter().filter(|line| line.y() < first.y()).map(Line::y).fold(0.0, f32::max);
        assert!(lowest < rule.top(), "no text runs into the address");
    }
}

#[test]
fn a_copy_stands_below_a_full_rule_after_the_paper() {
    for words in cases() {
        let pages = pages_for("letter", &words);
        let (page, form) = find(pages, "TRÍCH SAO");
        let (_, agency) = find(pages, "VĂN PHÒNG");
        let above = pages[page].strokes.iter().filter(|stroke| stroke.is_level() && stroke.top() < form.y());
        let rule = above.max_by(|one, other| one.top().total_cmp(&other.top())).expect("a rule");
        assert!(
            (rule.left() - 30.0 * MM).abs() < 0.1 && (rule.right() - 190.0 * MM).abs() < 0.1,
            "PL I.II.II.2.a"
        );
        assert!(agency.right() < form.left(), "PL I.II.II.3: agency left, form of copy right");
        let short = rule_below(&pages[page], agency);
        let share = (short.right() - short.left()) / (agency.right() - agency.left());
        assert!((0.333..=0.5).contains(&share), "PL I.I.II.2.b: {share}");
        let (number, date) = (find(pages, "Số: 12/TrS").1, find(pages, "Tây Ninh, ngày 20").1);
        assert!((number.y() - date.y()).abs() < 0.02, "PL I.II.II.3: cells 3 and 4 are level");
        assert!((number.middle() - agency.middle()).abs() < 0.3, "the number is centred under the agency");
        assert!((date.middle() - form.middle()).abs() < 0.3, "the date is centred under the form of copy");
        let (name_page, _) = find(pages, "Lê Hồng");
        assert_eq!(name_page, page, "head and signature of the copy are on one page");
        let (_, original) = find(pages, words.name_start());
        let original_page = lines(pages).find(|(_, line)| std::ptr::eq(*line, original)).map(|found| found.0);
        assert!(
            original_page < Some(page) || original.y() < rule.top(),
            "PL I.II.II.2.a: after the copied paper"
        );
    }
}

#[test]
fn table_heads_repeat_and_borders_close() {
    for words in cases() {
        let pages = pages_for("decision", &words);
        let listed: Vec<&Page> = pages
            .iter()
            .filter(|page| page.lines.iter().any(|line| line.text().starts_with("Họ và tên")))
            .collect();
        assert!(listed.len() >= 3, "the list takes several pages");
        for page in listed {
            let upright: Vec<&Stroke> =
                page.strokes.iter().filter(|stroke| (stroke.left() - stroke.right()).abs() < 0.01).collect();
            let bottom = upright.iter().map(|stroke| stroke.bottom()).fold(0.0, f32::max);
            let closing =
                page.strokes.iter().filter(|stroke| stroke.is_level()).map(Stroke::top).fold(0.0, f32::max);
            assert!((bottom - closing).abs() < 0.6, "the last row on a page has a bottom border");
            let edges = page.strokes.iter().filter(|stroke| stroke.is_level());
            let widest = edges.map(|stroke| stroke.right() - stroke.left()).fold(0.0, f32::max);
            assert!((widest - (page.width - 50.0 * MM)).abs() < 0.3, "the table fills the text's width");
        }
    }
}
