//! The preview shows the same frames, without fonts.

use document::{Block, Run, Text};
use typesetting::{Fonts, svg};

use crate::reading::laid_out;
use crate::samples::{certificate, decision, document, hole, letter, paper};

fn preview(document: &document::Document) -> String {
    svg(&laid_out(document).pages[0], &Fonts::bundled())
}

#[test]
fn every_glyph_is_defined_once_and_every_use_is_defined() {
    for page in [preview(&decision(3)), preview(&document(vec![certificate(1, "Nguyễn Thị Ánh Tuyết")]))]
    {
        let ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let mut unique = ids.clone();
        unique.sort_unstable();
        unique.dedup();
        assert_eq!(unique.len(), ids.len(), "no glyph is defined twice");
        for used in page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(unique.binary_search(&used).is_ok(), "{used} is defined");
        }
        assert!(!page.contains("<text"), "no font is needed");
    }
}

#[test]
fn a_click_finds_the_field_and_a_hole_is_marked() {
    let runs = vec![
        Run { text: "Tặng ".into(), ..Run::default() },
        Run { text: "bà An".into(), field: Some("honoree.\"1\"&<".into()), ..Run::default() },
        hole("……", "achievement"),
    ];
    let page = preview(&paper(vec![Block::Paragraph(Text { runs })]));
    assert!(
        page.contains("data-field=\"honoree.&quot;1&quot;&amp;&lt;\""),
        "the key is there, safely written"
    );
    assert_eq!(page.matches("class=\"hole\"").count(), 1, "one missing fact is marked");
    assert!(page.contains("data-field=\"achievement\"><rect class=\"hole\""), "and belongs to its field");
}

#[test]
fn the_page_is_measured_in_points() {
    let page = preview(&decision(3));
    assert!(
        page.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 595.28 841.89\""),
        "A4 in points"
    );
    assert!(page.contains("data-signature=\"ChuKyNguoiKy\""), "the place to sign is shown");
}

#[test]
fn facts_still_open_keep_room_and_can_be_clicked() {
    let page = preview(&letter());
    assert_eq!(page.matches("class=\"hole\"").count(), 3, "number, day and month are marked");
    for key in ["number", "day", "month"] {
        assert!(page.contains(&format!("data-field=\"{key}\"><rect class=\"hole\"")), "{key} can be clicked");
    }
}

#[test]
fn a_click_finds_the_field_and_the_field_its_places() {
    let long =
        "đã có thành tích xuất sắc trong phong trào thi đua yêu nước và công tác tư pháp năm 2025 ".repeat(3);
    let runs = vec![
        Run { text: "Tặng Giấy khen cho ".into(), ..Run::default() },
        Run { text: "bà An ".into(), field: Some("name".into()), ..Run::default() },
        Run { text: long, field: Some("achievement".into()), ..Run::default() },
    ];
    let layout = laid_out(&paper(vec![Block::Paragraph(Text { runs })]));
    assert_eq!(layout.rects_of("name").len(), 1, "a short text is in one place");
    let places = layout.rects_of("achievement");
    assert!(places.len() > 3, "a text over several lines is in several");
    let fonts = Fonts::bundled();
    for key in ["name", "achievement"] {
        for (page, rect) in layout.rects_of(key) {
            let drawn = svg(&layout.pages[page], &fonts);
            let round = |value: f32| (value * 100.0).round() / 100.0;
            let target = format!(
                "data-field=\"{key}\"><rect class=\"field\" x=\"{}\" y=\"{}\"",
                round(rect.x),
                round(rect.y)
            );
            assert!(drawn.contains(&target), "what a click on the text hits names its field: {target}");
        }
    }
    assert!(layout.rects_of("unknown").is_empty(), "a field without text is nowhere");
}

/// Where the dark pixels of a picture begin and end, in pixels: left, top, right, bottom.
fn ink(bytes: &[u8]) -> (u32, u32, [u32; 4]) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().expect("a picture");
    let mut data = vec![0; reader.output_buffer_size().expect("a size")];
    let info = reader.next_frame(&mut data).expect("pixels");
    let mut edges = [u32::MAX, u32::MAX, 0, 0];
    for (at, pixel) in data.chunks(3).enumerate() {
        if pixel[0] < 128 {
            let (x, y) = (at as u32 % info.width, at as u32 / info.width);
            edges = [edges[0].min(x), edges[1].min(y), edges[2].max(x), edges[3].max(y)];
        }
    }
    (info.width, info.height, edges)
}

#[test]
fn the_picture_shows_the_same_frames() {
    let layout = laid_out(&decision(3));
    let fonts = Fonts::bundled();
    let bytes = typesetting::png(&layout.pages[0], &fonts, 2.0).expect("a picture");
    let (width, height, edges) = ink(&bytes);
    assert_eq!((width, height), (1191, 1684), "two pixels to a point");
    let bounds: Vec<_> = layout.pages[0].runs().map(typesetting::GlyphRun::bounds).collect();
    let left = bounds.iter().map(|rect| rect.x).fold(f32::MAX, f32::min);
    let right = bounds.iter().map(|rect| rect.x + rect.width).fold(0.0, f32::max);
    assert!((edges[0] as f32 / 2.0 - left).abs() < 3.0, "ink begins at the left edge of the text");
    assert!((edges[2] as f32 / 2.0 - right).abs() < 6.0, "and ends at its right edge");
    assert!(edges[1] as f32 / 2.0 > 55.0 && (edges[3] as f32) < 1684.0 - 110.0, "inside the margins");
    assert_eq!(
        bytes,
        typesetting::png(&layout.pages[0], &fonts, 2.0).expect("a picture"),
        "always the same picture"
    );
    for scale in [0.0, f32::NAN, -1.0, 1e9] {
        assert!(typesetting::png(&layout.pages[0], &fonts, scale).is_err(), "an impossible size is refused");
    }
    let sheet = laid_out(&document(vec![certificate(1, "Nguyễn Thị Ánh Tuyết")]));
    let bytes = typesetting::png(&sheet.pages[0], &fonts, 0.25).expect("a thumbnail");
    assert!(bytes.len() < 40_000, "a thumbnail is small");
}

#[test]
fn a_paragraph_set_before_keeps_no_trace_of_where_it_stood() {
    let words = "Thường trực Hội đồng báo cáo kết quả rà soát hồ sơ đề nghị khen thưởng của các phòng, đơn vị thuộc Sở. ";
    let of = |key: &str| paper(vec![Block::Paragraph(Text::from_field(words.repeat(3), key))]);
    let bold = |run: Run| Run { style: document::Style { bold: true, italic: false }, ..run };
    let [first, second, again] = ["one", "two", "one"].map(|key| laid_out(&of(key)));
    assert_eq!(first.rects_of("one"), again.rects_of("one"), "the same paragraph is set the same");
    assert!(
        second.rects_of("one").is_empty() && !second.rects_of("two").is_empty(),
        "with the field of its own"
    );
    let run = Run { text: words.repeat(3), field: Some("one".into()), ..Run::default() };
    let heavy = laid_out(&paper(vec![Block::Paragraph(Text { runs: vec![bold(run)] })]));
    assert_ne!(heavy.rects_of("one"), first.rects_of("one"), "and with the style of its own");
}
