//! Size, weight and slant of every element (PL I.I.V), and the colour of its letters.

use std::ops::RangeInclusive;

use super::{BLACK, RED, check_indent, find, pages, pages_for};
use crate::papers::cases;
use crate::readers::pdf::{MM, Page};

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
            pages,
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
            pages,
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
        check_looks("regulation", pages, &[(words, 13.0..=14.0, true, false, "PL I.I.II.6.đ")]);
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
        check_looks("regulation", pages, &[(words, 13.0..=14.0, bold, false, "PL I.I.II.6.đ")]);
        check_indent(find(pages, words).1);
    }
}

#[test]
fn an_annex_has_its_label_title_and_reference() {
    let middle = 110.0 * MM;
    for words in cases() {
        let pages = pages_for("annex", &words);
        check_looks(
            words.case,
            pages,
            &[
                ("Phụ lục I", 14.0..=14.0, true, false, "PL I.I.III.1.b, table 9"),
                ("DANH SÁCH TẬP THỂ", 13.0..=14.0, true, false, "PL I.I.III.1.b"),
                ("(Kèm theo Quyết định", 13.0..=14.0, false, true, "PL I.I.III.1.c"),
            ],
        );
        let mut above = 0.0;
        for words in ["Phụ lục I", "DANH SÁCH TẬP THỂ", "Về việc", "(Kèm theo"] {
            let (page, line) = find(pages, words);
            assert_eq!(page, 0, "the annex begins with “{words}”");
            assert!((line.middle() - middle).abs() < 0.5, "PL I.I.III.1.b, c: “{words}” is centred");
            assert!(line.y() > above, "PL I.I.III.1: “{words}” comes next");
            above = line.y();
        }
        let (_, label) = find(pages, "Phụ lục I");
        assert_eq!(label.text().trim(), "Phụ lục I", "PL I.I.III.1.b: on a line of its own");
    }
}

#[test]
fn a_signers_power_positions_and_name_are_bold_and_upright() {
    let pages = pages("letter-with-holes");
    for words in ["TM. HỘI ĐỒNG", "CHỦ TỊCH", "GIÁM ĐỐC SỞ TƯ PHÁP", "Nguyễn Hoàng Nam"] {
        check_looks("council", pages, &[(words, 13.0..=14.0, true, false, "PL I.I.II.7.đ, table 7")]);
    }
}

#[test]
fn all_text_is_black_but_the_stamp_of_urgency() {
    for words in cases() {
        for kind in ["decision", "letter", "annex"] {
            for page in pages_for(kind, &words) {
                for line in &page.lines {
                    let stamped = line.text() == words.urgency.words();
                    let color = if stamped { RED } else { BLACK };
                    for letter in &line.letters {
                        assert_eq!(
                            letter.color,
                            color,
                            "{}, PL I.I.I.4, III.2.b: “{}”",
                            words.case,
                            line.text()
                        );
                        assert!(
                            letter.serif,
                            "{}, PL I.I.I.4: “{}” is in Times or its like",
                            words.case,
                            line.text()
                        );
                        let known = letter.size >= 10.0 && letter.size <= 14.0;
                        assert!(known, "{}: no element is {} pt", words.case, letter.size);
                    }
                }
            }
        }
    }
}
