//! Certificates: text fits its box.

use document::{
    Align, Color, FontFamily, Placed, Rect, Section, Sheet, Text, TextBox, TextRole, VerticalAlign,
};
use typesetting::Layout;

use crate::reading::{MM, content, laid_out};
use crate::samples::{certificate, document};

fn boxed(text: Text, vertical: VerticalAlign) -> Layout {
    let text_box = TextBox {
        rect: Rect { x: 20.0, y: 50.0, width: 100.0, height: 12.0 },
        text,
        family: FontFamily::Script,
        bold: false,
        italic: false,
        size_pt: 30.0,
        min_size_pt: 14.0,
        leading: 1.1,
        color: Color { r: 180, g: 0, b: 0 },
        align: Align::Center,
        vertical,
        role: TextRole::Paragraph,
    };
    laid_out(&document(vec![Section::Sheet(Sheet {
        width: 297.0,
        height: 210.0,
        items: vec![Placed::Text(text_box)],
    })]))
}

#[test]
fn a_short_name_keeps_its_size_and_stands_in_the_middle() {
    let layout = boxed(Text::plain("Lê Ước"), VerticalAlign::Middle);
    let lines = content(&layout.pages[0]);
    assert_eq!(lines.len(), 1, "one line");
    assert!((lines[0].size - 30.0).abs() < 0.01, "the wished size");
    assert!(((lines[0].x + lines[0].right) / 2.0 - 70.0 * MM).abs() < 0.1, "centred across the box");
    assert!(layout.diagnostics.is_empty(), "nothing to tell");
}

#[test]
fn a_long_name_shrinks_into_its_box() {
    let layout = boxed(Text::plain("Công Tằng Tôn Nữ Thị Huyền Trân Phương Thảo"), VerticalAlign::Middle);
    for line in content(&layout.pages[0]) {
        assert!(line.size < 30.0 && line.size >= 14.0, "smaller, not below the smallest: {}", line.size);
        assert!(line.x >= 20.0 * MM - 0.1 && line.right <= 120.0 * MM + 0.1, "inside the box");
    }
    assert!(layout.diagnostics.is_empty(), "it fits");
}

#[test]
fn a_text_too_long_for_its_box_is_told_with_its_field() {
    let layout = boxed(Text::from_field("Ban Chấp hành ".repeat(40), "honoree.name"), VerticalAlign::Top);
    let found = layout.diagnostics.first().expect("the officer is told");
    assert_eq!(
        (found.code.as_str(), found.field.as_deref()),
        ("text-too-long", Some("honoree.name")),
        "what and where"
    );
    for line in content(&layout.pages[0]) {
        assert!(line.y <= 62.0 * MM && line.right <= 120.0 * MM + 0.1, "still all of it is inside the box");
    }
}

#[test]
fn each_certificate_is_a_page_of_its_own_size() {
    let layout = laid_out(&document(vec![certificate(1, "A"), certificate(2, "B")]));
    assert_eq!(layout.pages.len(), 2, "one page each");
    for page in &layout.pages {
        assert!(
            (page.width_pt - 297.0 * MM).abs() < 0.01 && (page.height_pt - 210.0 * MM).abs() < 0.01,
            "as designed"
        );
    }
}

#[test]
fn a_design_with_impossible_numbers_still_gives_a_page() {
    let rect = Rect { x: f32::NAN, y: f32::INFINITY, width: -5.0, height: f32::MAX };
    let Section::Sheet(mut sheet) = certificate(1, "Lê Văn Ước") else {
        unreachable!("a certificate is a sheet")
    };
    sheet.width = f32::NAN;
    sheet.height = -1.0;
    for item in &mut sheet.items {
        match item {
            Placed::Text(text) => {
                text.rect = rect;
                text.size_pt = f32::INFINITY;
                text.leading = f32::NAN;
            }
            Placed::Frame { rect: frame, line_pt, .. } => {
                *frame = rect;
                *line_pt = f32::NAN;
            }
            Placed::Signature { rect: field, .. } => *field = rect,
            Placed::Path { segments, .. } => segments.clear(),
        }
    }
    let layout = laid_out(&document(vec![Section::Sheet(sheet)]));
    let bytes = typesetting::pdf(&layout, &typesetting::Fonts::bundled()).expect("a file is written");
    assert!(!String::from_utf8_lossy(&bytes).contains("NaN"), "no number in the file is impossible");
}
