//! The faces draw Vietnamese.

use document::{Block, FontFamily, Placed, Rect, Run, Section, Sheet, Style, Text, TextBox, TextRole};
use typesetting::Fonts;

use crate::reading::{laid_out, runs};
use crate::samples::{document, paper};

/// The 134 letters of Vietnamese that are not plain Latin ones, both cases.
fn vietnamese() -> String {
    let lower = "ăâđêôơư\
                 áàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩị\
                 óòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ";
    format!("{lower}{}", lower.to_uppercase())
}

#[test]
fn every_face_draws_every_vietnamese_letter() {
    let letters = vietnamese();
    assert_eq!(letters.chars().count(), 134, "the alphabet is complete");
    let fonts = Fonts::bundled();
    let styles = [
        (FontFamily::Serif, false, false),
        (FontFamily::Serif, true, false),
        (FontFamily::Serif, false, true),
        (FontFamily::Serif, true, true),
        (FontFamily::Script, false, false),
        (FontFamily::Display, false, false),
        (FontFamily::Display, true, false),
    ];
    for (family, bold, italic) in styles {
        let face = fonts.face_for(family, bold, italic);
        let sheet = Sheet {
            width: 300.0,
            height: 200.0,
            items: vec![Placed::Text(TextBox {
                rect: Rect { x: 10.0, y: 10.0, width: 280.0, height: 180.0 },
                text: Text::plain(letters.clone()),
                family,
                bold,
                italic,
                size_pt: 12.0,
                min_size_pt: 6.0,
                leading: 1.5,
                color: document::Color::default(),
                align: document::Align::Left,
                vertical: document::VerticalAlign::Top,
                role: TextRole::Paragraph,
            })],
        };
        let layout = laid_out(&document(vec![Section::Sheet(sheet)]));
        let name = fonts.name(face);
        assert!(layout.diagnostics.is_empty(), "{name} has all letters: {:?}", layout.diagnostics);
        for (_, run) in runs(&layout.pages[0]) {
            assert_eq!(run.face, face, "{name} needs no other face");
            assert!(run.glyphs.iter().all(|glyph| glyph.id != 0), "{name} draws no empty box");
            assert_eq!(run.glyphs.len(), run.text.chars().count(), "{name} has one glyph a letter");
        }
    }
}

#[test]
fn decomposed_letters_become_whole_ones() {
    let layout =
        laid_out(&paper(vec![Block::Paragraph(Text::plain("Tie\u{302}\u{301}ng Vie\u{323}\u{302}t"))]));
    let (_, run) = runs(&layout.pages[0]).next().expect("the paragraph is set");
    assert_eq!(run.text, "Tiếng Việt", "text is in normal form C");
    assert_eq!(run.glyphs.len(), 10, "one glyph for each letter as read");
}

#[test]
fn styles_of_runs_add_to_the_look_of_the_element() {
    let fonts = Fonts::bundled();
    let run =
        |text: &str, bold, italic| Run { text: text.into(), style: Style { bold, italic }, ..Run::default() };
    let text = Text { runs: vec![run("căn cứ ", false, false), run("đậm", true, false)] };
    let layout = laid_out(&paper(vec![Block::Citation(text)]));
    let faces: Vec<_> = runs(&layout.pages[0]).map(|(_, run)| fonts.name(run.face)).collect();
    assert_eq!(
        faces,
        ["LiberationSerif-Italic", "LiberationSerif-BoldItalic"],
        "a citation is italic, its bold run bold italic"
    );
}

#[test]
fn a_serif_of_the_pc_can_take_the_place_of_the_bundled_one() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/fonts/playfair-display/");
    let read = |name: &str| std::fs::read(format!("{folder}{name}")).expect("a bundled file");
    let (regular, bold) = (read("PlayfairDisplay-Regular.ttf"), read("PlayfairDisplay-Bold.ttf"));
    let files = [regular.clone(), bold.clone(), regular.clone(), bold];
    let fonts = Fonts::bundled().with_serif(files).expect("the font is free and complete");
    assert_eq!(
        fonts.name(fonts.face_for(FontFamily::Serif, true, false)),
        "PlayfairDisplay-Bold",
        "it is used"
    );
    assert_eq!(
        fonts.name(fonts.face_for(FontFamily::Script, false, false)),
        "GreatVibes-Regular",
        "others stay"
    );
    let bytes = typesetting::pdf(&typesetting::lay_out(&crate::samples::decision(3), &fonts), &fonts);
    assert!(bytes.is_ok(), "and it can be embedded: {:?}", bytes.err());
    let nonsense = [vec![1, 2, 3], regular.clone(), regular.clone(), regular];
    assert_eq!(
        Fonts::bundled().with_serif(nonsense).err(),
        Some(typesetting::FontError::NotTrueType),
        "what is no font is refused"
    );
}

#[test]
fn faces_and_layouts_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Fonts>();
    shared::<typesetting::Layout>();
}
