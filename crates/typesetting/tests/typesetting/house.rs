//! An agency's own sizes and spacing, and fitting a document that is slightly too long.

use document::Block;
use typesetting::{ALLOWED, Fonts, Form, HouseStyle, fit, lay_out_with};

use crate::samples::{closing, decision_blocks, paper, t};

#[test]
fn the_usual_choice_is_the_decrees_own_sample() {
    assert_eq!(
        HouseStyle::default().form().expect("it is allowed"),
        Form::default(),
        "nothing chosen, nothing changed"
    );
}

#[test]
fn a_choice_within_the_ranges_is_taken() {
    let style = HouseStyle {
        margin_left: 35.0,
        body_size: 13.0,
        line_spacing: 1.5,
        indent: 10.0,
        ..HouseStyle::default()
    };
    let form = style.form().expect("it is allowed");
    assert_eq!(
        (form.margins.left, form.looks.body.size, form.line_spacing, form.indent),
        (35.0, 13.0, 1.5, 10.0)
    );
    assert_eq!(form.looks.citation.size, 13.0, "what belongs to running text goes with it");
}

#[test]
fn every_range_is_guarded_on_both_sides_and_says_its_article() {
    let usual = serde_json::to_value(HouseStyle::default()).expect("it can be written");
    for allowed in ALLOWED {
        for wrong in [allowed.smallest - 0.5, allowed.largest + 0.5, f32::MAX] {
            let mut style = usual.clone();
            style[allowed.key] = serde_json::json!(wrong);
            let style: HouseStyle = serde_json::from_value(style).expect("it can be read");
            let found = style.form().expect_err("it is outside");
            assert_eq!(found.len(), 1, "{}: one measure is wrong", allowed.key);
            let message = found[0].to_string();
            assert!(message.contains(allowed.label) && message.contains(allowed.article), "{message}");
        }
    }
    let between = HouseStyle { indent: 11.0, ..HouseStyle::default() };
    assert!(between.form().is_err(), "the decree knows two indents");
    let none = HouseStyle { body_size: f32::NAN, ..HouseStyle::default() };
    assert!(none.form().is_err(), "not a number is no size");
}

/// A decision with this many more lines.
fn longer(lines: usize) -> document::Document {
    let mut blocks = decision_blocks();
    let closing = blocks.pop().expect("a closing");
    blocks.extend((0..lines).map(|_| Block::Item(t("- Một dòng nữa."))));
    blocks.push(closing);
    paper(blocks)
}

#[test]
fn a_document_a_line_or_two_too_long_is_fitted_within_the_ranges() {
    let fonts = Fonts::bundled();
    let form = Form::default();
    let pages = |lines: usize| lay_out_with(&longer(lines), &fonts, &form).pages.len();
    let full = (0..40).find(|&lines| pages(lines) > 1).expect("it grows");
    for lines in [full, full + 1] {
        let fitted = fit(&longer(lines), &fonts, &form).expect("there is room to win");
        assert_eq!(fitted.layout.pages.len(), 1, "it fits on one page");
        assert!(!fitted.changes.is_empty(), "the officer is told how");
        assert!((1.0..=1.5).contains(&fitted.form.line_spacing), "within PL I.I.II.6.e");
        assert!((15.0..=20.0).contains(&fitted.form.margins.right), "within PL I.I.I.3");
        assert!((13.0..=14.0).contains(&fitted.form.looks.body.size), "within PL I.I.II.6.e");
    }
    assert!(fit(&longer(full + 12), &fonts, &form).is_none(), "what is far too long stays as it is");
    let short = paper(vec![Block::Paragraph(t("Ngắn.")), Block::Closing(closing())]);
    assert!(fit(&short, &fonts, &form).is_none(), "one page cannot become fewer");
}
