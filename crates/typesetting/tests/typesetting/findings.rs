//! What the officer is told about text that cannot be printed.

use document::{Block, Severity, Text};

use crate::reading::{laid_out, whole_text};
use crate::samples::{decision, letter, marked, minutes, paper, regulation, report, submission};

#[test]
fn a_letter_no_face_has_is_named_with_its_field() {
    let layout =
        laid_out(&paper(vec![Block::Paragraph(Text::from_field("Nguyễn 中 An 中", "honoree.3.name"))]));
    assert_eq!(layout.diagnostics.len(), 1, "the same letter in the same field is told once");
    let found = &layout.diagnostics[0];
    assert_eq!((found.code.as_str(), found.severity), ("no-glyph", Severity::Error), "it is an error");
    assert!(
        found.message.contains('中') && found.message.contains("U+4E2D"),
        "it names the letter: {}",
        found.message
    );
    assert_eq!(found.field.as_deref(), Some("honoree.3.name"), "it names the field");
    assert_eq!(whole_text(&layout), "Nguyễn An", "the letter is left out, no box is drawn");
}

#[test]
fn hidden_characters_are_dropped_and_told() {
    let layout = laid_out(&paper(vec![Block::Paragraph(Text::plain(
        "Bình\u{200b} thường\u{202e} và\u{7} \u{feff}sạch",
    ))]));
    assert_eq!(whole_text(&layout), "Bình thường và sạch", "only what is seen is printed");
    assert!(
        layout.diagnostics.iter().all(|found| found.code == "hidden-character"),
        "{:?}",
        layout.diagnostics
    );
    assert_eq!(layout.diagnostics.len(), 4, "each is told");
}

#[test]
fn a_hyphen_the_face_lacks_becomes_a_plain_one() {
    let layout = laid_out(&paper(vec![Block::Paragraph(Text::plain("NĐ\u{2011}CP\u{a0}số\t1"))]));
    assert_eq!(whole_text(&layout).replace('\u{a0}', " "), "NĐ-CP số 1", "it reads the same");
    assert!(layout.diagnostics.is_empty(), "nothing was lost: {:?}", layout.diagnostics);
}

#[test]
fn a_clean_document_has_nothing_to_tell() {
    for document in [decision(28), minutes(), submission(), report(), letter(), marked(), regulation()] {
        assert_eq!(laid_out(&document).diagnostics, [], "a document as the office writes it");
    }
}
