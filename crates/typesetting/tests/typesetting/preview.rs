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
