//! Where pages break, and what is on them.

use std::collections::BTreeMap;

use document::{Block, Level, Orientation, Paper, Section, Text};
use typesetting::{Layout, Role, TagId};

use crate::reading::{MM, content, find, laid_out, page_number, role, runs, whole_text};
use crate::samples::{
    annex, closing, decision, decision_blocks, document, long_letter, minutes, paper, report, submission, t,
};

const SENTENCE: &str = "Thường trực Hội đồng báo cáo kết quả rà soát hồ sơ đề nghị khen thưởng của các phòng, đơn vị thuộc Sở; \
     các hồ sơ đều bảo đảm thành phần, số lượng và thời hạn theo quy định của Luật Thi đua, khen thưởng.";

/// Papers whose breaks fall everywhere: `count` paragraphs of growing length, then a closing.
fn papers() -> impl Iterator<Item = (usize, Layout)> {
    (1..60).map(|count| {
        let mut blocks: Vec<Block> = (0..count)
            .map(|index| match index % 5 {
                0 => Block::Heading { level: Level::Clause, text: t(&format!("{index}. Kết quả")) },
                3 => Block::Article { label: t(&format!("Điều {index}.")), text: t(SENTENCE) },
                _ => Block::Paragraph(t(&SENTENCE.repeat(1 + index % 3))),
            })
            .collect();
        blocks.push(Block::Paragraph(t("Cuối cùng./.")));
        blocks.push(Block::Closing(closing()));
        (count, laid_out(&paper(blocks)))
    })
}

#[test]
fn page_numbers_begin_on_the_second_page_of_each_paper() {
    let layout = laid_out(&document(vec![
        Section::Paper(Paper { orientation: Orientation::Portrait, blocks: decision_blocks() }),
        annex(40, Orientation::Portrait),
        annex(40, Orientation::Landscape),
    ]));
    let mut papers = 0;
    let mut expected = 0;
    for page in &layout.pages {
        match page_number(page) {
            None => {
                papers += 1;
                expected = 2;
            }
            Some(number) => {
                assert_eq!(number, expected.to_string(), "numbers follow each other within a paper");
                expected += 1;
            }
        }
    }
    assert_eq!(papers, 3, "only the first page of the decision and of each annex shows no number");
    assert!(layout.pages.len() > 5, "the annexes take several pages");
}

#[test]
fn the_page_number_is_centred_in_the_top_margin() {
    let layout = laid_out(&minutes());
    let page = &layout.pages[1];
    let (item, run) = runs(page).find(|(_, run)| run.text == "2").expect("page 2 is numbered");
    assert_eq!(item.tag, None, "a page number is not read aloud");
    let middle = run.x + run.width() / 2.0;
    let text_middle = (30.0 + (210.0 - 20.0)) / 2.0 * MM;
    assert!((middle - text_middle).abs() < 0.1, "it stands over the middle of the text");
    assert!(run.y < 20.0 * MM && run.y > 8.0 * MM, "it stands inside the top margin");
}

#[test]
fn the_closing_block_is_whole_and_never_alone() {
    for (count, layout) in papers() {
        let (page, name) = find(&layout, "Nguyễn Hoàng Nam");
        let (position_page, position) = find(&layout, "GIÁM ĐỐC");
        let (lead_page, _) = find(&layout, "Nơi nhận:");
        let (last_page, _) = find(&layout, "- Lưu: VT");
        assert_eq!([position_page, lead_page, last_page], [page; 3], "{count}: the block is on one page");
        assert!(name.y - position.y > 30.0 * MM, "{count}: there is room to sign");
        let (body_page, _) = find(&layout, "Cuối cùng./.");
        assert_eq!(body_page, page, "{count}: the end of the body stands above the signature");
    }
}

#[test]
fn an_article_number_or_a_heading_never_ends_a_page() {
    for (count, layout) in papers() {
        for page in &layout.pages {
            let lines = content(page);
            let last = lines.iter().max_by(|one, other| one.y.total_cmp(&other.y)).expect("no page is empty");
            assert!(!last.text.starts_with("Điều "), "{count}: “{}” ends a page", last.text);
            assert!(!matches!(role(&layout, last), Some(Role::Heading(_))), "{count}: a heading ends a page");
        }
    }
}

#[test]
fn a_bare_article_number_stays_with_what_follows() {
    for count in 1..40 {
        let mut blocks: Vec<Block> = (0..count).map(|_| Block::Item(t("Một dòng."))).collect();
        blocks.push(Block::Article { label: t("Điều 1."), text: Text::default() });
        blocks.push(Block::Item(t("1. Khoản đầu tiên.")));
        let layout = laid_out(&paper(blocks));
        assert_eq!(
            find(&layout, "Điều 1.").0,
            find(&layout, "1. Khoản").0,
            "{count}: the number is not left behind"
        );
    }
}

#[test]
fn a_paragraph_leaves_no_single_line_behind() {
    for (count, layout) in papers() {
        // Lines of each tag on each page.
        let mut parts: BTreeMap<TagId, Vec<usize>> = BTreeMap::new();
        for page in &layout.pages {
            let mut here: BTreeMap<TagId, usize> = BTreeMap::new();
            for line in content(page) {
                *here.entry(line.tag.expect("content is tagged")).or_default() += 1;
            }
            for (tag, lines) in here {
                parts.entry(tag).or_default().push(lines);
            }
        }
        for lines in parts.values().filter(|lines| lines.len() > 1) {
            assert!(lines.iter().all(|lines| *lines > 1), "{count}: a paragraph is parted as {lines:?}");
        }
    }
}

#[test]
fn every_word_is_there_once_and_in_reading_order() {
    let text = whole_text(&laid_out(&decision(3)));
    let order = [
        "UBND TỈNH TÂY NINH",
        "SỞ TƯ PHÁP",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: /QĐ-STP",
        "Tây Ninh, ngày 05 tháng 01 năm 2026",
        "QUYẾT ĐỊNH Về việc tặng Giấy khen của Giám đốc Sở Tư pháp",
        "GIÁM ĐỐC SỞ TƯ PHÁP Căn cứ",
        "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ",
        "QUYẾT ĐỊNH: Điều 1. Tặng Giấy khen",
        "(có danh sách kèm theo). Điều 2.",
        "Nơi nhận: - Như Điều 3;",
        "GIÁM ĐỐC Nguyễn Hoàng Nam",
        "DANH SÁCH TẬP THỂ, CÁ NHÂN",
        "TT Họ và tên Chức vụ, đơn vị công tác Tiền thưởng (đồng) Ghi chú I. TẬP THỂ 1 Trần Văn Bảo",
    ];
    let mut from = 0;
    for part in order {
        let at =
            text[from..].find(part).unwrap_or_else(|| panic!("“{part}” is missing after {from} of: {text}"));
        from += at;
    }
    assert_eq!(text.matches("Độc lập").count(), 1, "nothing is drawn twice as content");
}

#[test]
fn running_text_is_justified_and_indented() {
    let layout = laid_out(&paper(vec![Block::Paragraph(t(&SENTENCE.repeat(2)))]));
    let lines = content(&layout.pages[0]);
    let (left, right) = (30.0 * MM, 190.0 * MM);
    assert!((lines[0].x - left - 12.7 * MM).abs() < 0.1, "the first line is indented 1.27 cm");
    for line in &lines[..lines.len() - 1] {
        assert!((line.right - right).abs() < 0.1, "“{}” reaches the right margin", line.text);
    }
    let last = &lines[lines.len() - 1];
    assert!(last.right < right - 1.0, "the last line is not stretched");
}

#[test]
fn a_date_is_not_parted_in_running_text() {
    for words in 1..40 {
        let text = format!(
            "{} họp ngày 20 tháng 11 năm 2025 tại trụ sở của Sở Tư pháp tỉnh Tây Ninh theo giấy mời",
            "chữ ".repeat(words)
        );
        let layout = laid_out(&paper(vec![Block::Paragraph(t(&text))]));
        for line in content(&layout.pages[0]) {
            let end = line.text.trim_end();
            assert!(
                !end.ends_with("ngày") && !end.ends_with("tháng") && !end.ends_with("năm"),
                "“{end}” ends a line"
            );
        }
    }
}

#[test]
fn what_belongs_together_is_never_parted_by_a_line() {
    let wholes = [
        "ngày 20 tháng 11 năm 2025",
        "số 152/2025/NĐ-CP",
        "Ông Nguyễn Văn An",
        "đồng chí Trần Thị Bình",
        "Giám đốc Nguyễn Hoàng Nam",
        "khoản 1",
        "3.510.000 đồng",
        "08 giờ 30 phút",
        "Quý IV",
        "lần thứ V",
        "hạng Nhì",
        "12,5 %",
    ];
    let tail = "tại trụ sở của Sở Tư pháp theo giấy mời đã gửi các phòng, đơn vị thuộc Sở trong tuần trước";
    for whole in wholes {
        for words in 1..40 {
            let text = format!("{} theo {whole} {tail}", "chữ ".repeat(words));
            let layout = laid_out(&paper(vec![Block::Paragraph(t(&text))]));
            let lines = content(&layout.pages[0]);
            assert!(lines.iter().any(|line| line.text.contains(whole)), "{words}: “{whole}” is parted");
        }
    }
}

#[test]
fn no_space_gapes_however_wide_the_next_word() {
    for words in 1..20 {
        let text = format!("{}{} và hết câu này", "chữ ".repeat(words), "Q".repeat(38));
        let layout = laid_out(&paper(vec![Block::Paragraph(t(&text))]));
        for run in layout.pages[0].runs() {
            for (at, glyph) in run.glyphs.iter().enumerate().filter(|(at, _)| run.text_of(*at) == " ") {
                assert!(glyph.advance <= run.size * 1.01, "{words}: a space of {} at {at}", glyph.advance);
            }
        }
    }
}

#[test]
fn long_addressees_hang_below_the_colon() {
    let layout = laid_out(&long_letter());
    let (_, lead) = find(&layout, "Kính gửi:");
    assert!(lead.x >= (30.0 + 12.7) * MM - 0.1, "the words are indented like a paragraph");
    let dashes: Vec<_> =
        ["- Các sở", "- Ủy ban nhân dân các", "- Hội đồng"].map(|words| find(&layout, words).1).into();
    for dash in &dashes {
        assert!((dash.x - lead.right).abs() < 6.0, "“{}” stands under the colon", dash.text);
    }
    let (_, second) = find(&layout, "trên địa bàn tỉnh");
    assert!(second.x > dashes[2].x + 5.0, "a second line hangs under the first word, not under the dash");
}

#[test]
fn a_list_longer_than_the_signature_has_no_gap() {
    let layout = laid_out(&long_letter());
    let heights: Vec<f32> = (1..=14).map(|unit| find(&layout, &format!("xã thứ {unit};")).1.y).collect();
    let step = heights[1] - heights[0];
    assert!(
        heights.windows(2).all(|pair| (pair[1] - pair[0] - step).abs() < 0.05),
        "the list runs on past the foot of the signature: {heights:?}"
    );
}

#[test]
fn several_addressees_stand_below_the_colon() {
    let layout = laid_out(&submission());
    let (_, lead) = find(&layout, "Kính gửi:");
    let (_, first) = find(&layout, "- Chủ tịch Ủy ban");
    let (_, second) = find(&layout, "- Hội đồng Thi đua");
    assert!(first.y > lead.y, "the list begins on a line of its own");
    assert!((first.x - second.x).abs() < 0.01, "the dashes stand in one column");
    assert!((first.x - lead.right).abs() < 6.0, "the dashes stand under the colon");
}

#[test]
fn minutes_have_two_signatures_side_by_side_and_the_list_below_the_left_one() {
    let layout = laid_out(&minutes());
    let (page, secretary) = find(&layout, "Lê Thị Hồng");
    let (chair_page, chair) = find(&layout, "CHỦ TỌA");
    let (_, lead) = find(&layout, "Nơi nhận:");
    assert_eq!(page, chair_page, "both sign on one page");
    assert!(secretary.right < chair.x, "side by side");
    assert!(lead.y > secretary.y && lead.x < secretary.x, "the list is below the left signature");
}

#[test]
fn heading_levels_never_skip() {
    for document in [decision(3), minutes(), submission(), report()] {
        let layout = laid_out(&document);
        let mut last = 0;
        for tag in &layout.tags {
            if let Role::Heading(level) = tag.role {
                assert!(level <= last + 1, "heading {level} follows {last}");
                last = level;
            }
        }
    }
}

#[test]
fn an_empty_paper_is_an_empty_page() {
    let layout = laid_out(&paper(Vec::new()));
    assert_eq!(layout.pages.len(), 1, "there is a page to look at");
}
