//! What stands above the text: head, title, marks (PL I.I.II.1 to 5, III.2).

use document::Urgency;

use super::{BASELINE, BLACK, RED, SINGLE, find, pages_for, rule_below};
use crate::papers::cases;
use crate::readers::pdf::{Line, MM, Page, Stroke};

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
fn names_of_agencies_are_single_spaced_and_centred_however_long() {
    for words in cases() {
        let pages = pages_for("decision", &words);
        let number = find(pages, "Số: 05").1.y();
        let left = |line: &&Line| line.y() < number && line.right() < pages[0].width / 2.0;
        let lines: Vec<&Line> = pages[0].lines.iter().filter(left).collect();
        assert!(lines.len() >= 2, "{}: both agencies are named", words.case);
        for pair in lines.windows(2) {
            let pitch = pair[1].y() - pair[0].y();
            let single = pair[1].size() * SINGLE;
            assert!(
                (pitch - single).abs() < 0.3,
                "{}, PL I.I.II.2.b: single spacing, not {pitch}",
                words.case
            );
            assert!(
                (pair[1].middle() - pair[0].middle()).abs() < 0.3,
                "{}, PL I.I.II.2.b: centred",
                words.case
            );
        }
    }
}
