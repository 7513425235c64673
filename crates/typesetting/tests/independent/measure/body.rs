//! The text: paragraphs, citations, addressees (PL I.I.II.6, 9.d).

use super::{SINGLE, check_indent, find, lines, pages, pages_for};
use crate::papers::cases;
use crate::readers::pdf::{MM, Page};

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

#[test]
fn one_addressee_stands_beside_the_words() {
    let (_, line) = find(pages("marked"), "Kính gửi:");
    assert_eq!(line.text().trim(), "Kính gửi: Sở Nội vụ", "PL I.I.II.9.d: on the same line");
}

#[test]
fn each_ground_is_a_paragraph_of_its_own() {
    for words in cases() {
        let pages = pages_for("decision", &words);
        let all: Vec<_> = lines(pages).collect();
        for ground in ["Căn cứ Luật", "Theo đề nghị"] {
            let at = all
                .iter()
                .position(|(_, line)| line.text().starts_with(ground))
                .expect("the ground is there");
            let ((page, line), (page_before, before)) = (all[at], all[at - 1]);
            check_indent(line);
            let distance = line.y() - before.y() - line.size() * SINGLE;
            assert!(
                page != page_before || distance >= 6.0 - 0.1,
                "PL I.I.II.6.a, e: “{ground}” is {distance} pt away"
            );
        }
    }
}
