//! The page: A4, margins, numbers, tables (PL I.I.I).

use super::pages_for;
use crate::papers::cases;
use crate::readers::pdf::{MM, Page, Stroke};

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
