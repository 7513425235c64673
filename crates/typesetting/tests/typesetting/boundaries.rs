//! What must hold wherever a page happens to end: each paper is laid out behind 0 to 70 lines, so that every line of it
//! falls on the end of a page once.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use document::{
    Align, Block, Closing, Column, CopyHead, Level, Orientation, Paper, Row, Section, Table, Text, Width,
};
use typesetting::{Fonts, Form, Layout, Page, Role, TagId, fit, lay_out};

use crate::reading::{Line, MM, content, find, lines, role};
use crate::samples::{annex, closing, decision_blocks, document, head, paper, signature, t};

static FONTS: LazyLock<Fonts> = LazyLock::new(Fonts::bundled);

const SENTENCE: &str =
    "Thường trực Hội đồng báo cáo kết quả rà soát hồ sơ đề nghị khen thưởng của các phòng, đơn vị thuộc Sở. ";

/// `blocks` behind 0, 1, 2, … lines of text.
fn behind_lines(blocks: &[Block]) -> impl Iterator<Item = (usize, Layout)> {
    (0..70).map(|count| {
        let mut all: Vec<Block> = (0..count).map(|_| Block::Paragraph(t("Một dòng."))).collect();
        all.extend(blocks.iter().cloned());
        let layout = lay_out(&paper(all), &FONTS);
        check(&layout, count);
        (count, layout)
    })
}

/// What holds for every page of every paper.
fn check(layout: &Layout, count: usize) {
    let mut parts: BTreeMap<TagId, Vec<usize>> = BTreeMap::new();
    for (number, page) in layout.pages.iter().enumerate() {
        let lines = content(page);
        assert!(!lines.is_empty(), "{count}: page {number} is empty");
        let bottom = f64::from(page.height_pt) - 20.0 * f64::from(MM) + 0.5;
        assert!(lines.iter().all(|line| f64::from(line.y) < bottom), "{count}: page {number} is overfull");
        let last = number + 1 == layout.pages.len();
        let end = lines.iter().max_by(|one, other| one.y.total_cmp(&other.y)).expect("the page has lines");
        let heading = matches!(role(layout, end), Some(Role::Heading(_)));
        assert!(last || !heading, "{count}: the heading “{}” ends page {number}", end.text);
        assert!(last || !end.text.trim_end().ends_with(':'), "{count}: “{}” ends page {number}", end.text);
        let mut here: BTreeMap<TagId, usize> = BTreeMap::new();
        for line in &lines {
            *here.entry(line.tag.expect("content is tagged")).or_default() += 1;
        }
        for (tag, lines) in here.into_iter().filter(|(tag, _)| layout.tags[*tag].role == Role::Paragraph) {
            parts.entry(tag).or_default().push(lines);
        }
    }
    for lines in parts.values().filter(|lines| lines.len() > 1) {
        assert!(lines.iter().all(|lines| *lines > 1), "{count}: a paragraph is parted as {lines:?}");
    }
}

/// The lines of the page that holds `words`, above the line that does.
fn above(layout: &Layout, words: &str) -> Vec<Line> {
    let (page, line) = find(layout, words);
    content(&layout.pages[page]).into_iter().filter(|other| other.y < line.y - 1.0).collect()
}

/// Checks that the signature block is whole and has company, whatever stands before it.
fn signed_in_company(blocks: &[Block]) {
    let mut blocks = blocks.to_vec();
    blocks.push(Block::Closing(closing()));
    for (count, layout) in behind_lines(&blocks) {
        let (page, _) = find(&layout, "Nguyễn Hoàng Nam");
        for words in ["GIÁM ĐỐC", "Nơi nhận:", "- Lưu: VT"] {
            assert_eq!(find(&layout, words).0, page, "{count}: “{words}” is on the page of the name");
        }
        let company = above(&layout, "Nơi nhận:");
        assert!(company.len() >= 2, "{count}: {} lines stand above the signature", company.len());
    }
}

fn column(head: &str) -> Column {
    Column { head: t(head), align: Align::Left, width: Width::Share(1.0) }
}

fn table(rows: usize) -> Block {
    let rows = (1..=rows).map(|row| Row::Cells(vec![t(&format!("Hàng {row}")), t("Một ô")])).collect();
    Block::Table(Table { columns: vec![column("Họ và tên"), column("Đơn vị")], rows })
}

fn item(text: &str) -> Block {
    Block::Item(t(text))
}

#[test]
fn a_signature_below_a_paragraph_has_two_lines_of_it() {
    for sentences in 1..5 {
        signed_in_company(&[Block::Paragraph(t(&SENTENCE.repeat(sentences)))]);
    }
}

#[test]
fn a_signature_below_one_line_takes_more_lines_along() {
    signed_in_company(&[Block::Paragraph(t(&SENTENCE.repeat(3))), Block::Paragraph(t("Cuối cùng./."))]);
}

#[test]
fn a_signature_below_a_table_has_two_rows_of_it() {
    for rows in [1, 2, 3, 12] {
        signed_in_company(&[table(rows)]);
    }
}

#[test]
fn a_signature_below_a_list_has_two_entries_of_it() {
    signed_in_company(&[item("a) Điểm thứ nhất;"), item("b) Điểm thứ hai;"), item("c) Điểm cuối cùng./.")]);
}

#[test]
fn a_signature_below_an_annex_has_two_rows_of_it() {
    let head = Block::AnnexHead {
        label: Some(t("Phụ lục I")),
        title: t("DANH SÁCH"),
        summary: None,
        reference: Some(t("(Kèm theo Quyết định số 15/QĐ-STP ngày 05 tháng 01 năm 2026)")),
    };
    signed_in_company(&[head, table(3)]);
}

#[test]
fn two_and_three_signatures_are_on_one_page_with_two_lines() {
    for signers in [2, 3] {
        let names = ["Lê Thị Hồng", "Trần Văn Bảo", "Nguyễn Hoàng Nam"];
        let signatures =
            names[..signers].iter().map(|name| signature("THÀNH VIÊN", name, "ChuKy", None)).collect();
        let closing = Closing { signatures, ..closing() };
        for (count, layout) in behind_lines(&[Block::Closing(closing)]).skip(2) {
            let pages: Vec<usize> = names[..signers].iter().map(|name| find(&layout, name).0).collect();
            assert!(pages.iter().all(|page| *page == pages[0]), "{count}: all sign on one page");
            assert_eq!(find(&layout, "- Lưu: VT").0, pages[0], "{count}: the list is below the signatures");
            assert!(above(&layout, "THÀNH VIÊN").len() >= 2, "{count}: the signatures have company");
        }
    }
}

#[test]
fn a_list_longer_than_the_signature_stays_with_it_while_a_page_holds_both() {
    for entries in [14, 25] {
        let distribution = (1..=entries).map(|entry| t(&format!("- Cơ quan thứ {entry};"))).collect();
        let closing = Closing { distribution, ..closing() };
        for (count, layout) in behind_lines(&[Block::Closing(closing)]).skip(2) {
            let (page, name) = find(&layout, "Nguyễn Hoàng Nam");
            let (last_page, last) = find(&layout, &format!("thứ {entries};"));
            assert_eq!(last_page, page, "{count}: the whole list is on the page of the signature");
            assert!(last.y > name.y, "{count}: the list goes on below the name");
            assert!(above(&layout, "Nơi nhận:").len() >= 2, "{count}: the signature has company");
        }
    }
}

#[test]
fn a_list_longer_than_a_page_goes_on_and_the_signature_still_has_company() {
    let distribution = (1..=80).map(|entry| t(&format!("- Cơ quan thứ {entry};"))).collect();
    let closing = Closing { distribution, ..closing() };
    for (count, layout) in behind_lines(&[Block::Closing(closing)]).skip(2) {
        let (page, _) = find(&layout, "Nguyễn Hoàng Nam");
        assert_eq!(find(&layout, "GIÁM ĐỐC").0, page, "{count}: position and name are together");
        assert!(above(&layout, "Nơi nhận:").len() >= 2, "{count}: the signature has company");
        assert!(find(&layout, "thứ 80;").0 > page, "{count}: the list goes on");
    }
}

#[test]
fn a_byline_is_not_alone() {
    for (count, layout) in behind_lines(&[Block::Byline(t("Nguyễn Hoàng Nam"))]).skip(2) {
        assert!(above(&layout, "Nguyễn Hoàng Nam").len() >= 2, "{count}: the name has company");
    }
}

#[test]
fn an_article_has_two_lines_on_the_page_of_its_number() {
    let long = SENTENCE.repeat(3);
    let bare = Block::Article { label: t("Điều 1. Phạm vi điều chỉnh"), text: Text::default() };
    let lists = [
        vec![Block::Article { label: t("Điều 1."), text: t(&long) }],
        vec![bare.clone(), item(&long)],
        vec![bare, item("1. Khoản một."), item("2. Khoản hai.")],
        vec![
            Block::Article { label: t("Điều 1."), text: t("Tặng Giấy khen cho:") },
            item("1. Khoản."),
            item("2. Khoản."),
        ],
        vec![
            Block::Article { label: t("Điều 1."), text: t("Tặng Giấy khen.") },
            item("1. Khoản."),
            item("2. Khoản."),
        ],
    ];
    for blocks in lists {
        for (count, layout) in behind_lines(&blocks) {
            let (page, line) = find(&layout, "Điều 1.");
            let below = content(&layout.pages[page]).into_iter().filter(|other| other.y > line.y + 1.0);
            assert!(below.count() >= 1, "{count}: the number ends no page");
            if line.text.contains("Phạm vi") {
                let below = content(&layout.pages[page]).into_iter().filter(|other| other.y > line.y + 1.0);
                assert!(below.count() >= 2, "{count}: two lines follow the title");
            }
        }
    }
}

#[test]
fn headings_have_two_lines_of_what_follows() {
    let blocks = [
        Block::Heading { level: Level::Chapter, text: t("Chương I\nQUY ĐỊNH CHUNG") },
        Block::Heading { level: Level::Section, text: t("I. MỤC TIÊU") },
        Block::Heading { level: Level::Clause, text: t("1. Mục tiêu chung") },
        item("a) Một."),
        item("b) Hai."),
        item("c) Ba."),
    ];
    for (count, layout) in behind_lines(&blocks) {
        let pages: Vec<usize> = ["Chương I", "QUY ĐỊNH", "I. MỤC", "1. Mục", "a) Một", "b) Hai"]
            .map(|words| find(&layout, words).0)
            .into();
        assert!(pages.iter().all(|page| *page == pages[0]), "{count}: {pages:?}");
    }
}

#[test]
fn a_paragraph_of_three_lines_is_not_parted() {
    for (count, layout) in behind_lines(&[Block::Paragraph(t(&SENTENCE.repeat(2)))]) {
        let with: Vec<usize> = layout
            .pages
            .iter()
            .map(|page| {
                content(page).iter().filter(|line| SENTENCE.repeat(2).contains(line.text.trim())).count()
            })
            .filter(|lines| *lines > 0)
            .collect();
        assert_eq!(with, [3], "{count}: all of it is on one page");
    }
}

#[test]
fn a_table_has_its_head_and_two_rows_on_every_page() {
    for rows in [2, 3, 9] {
        for (count, layout) in behind_lines(&[table(rows)]) {
            for page in layout.pages.iter().filter(|page| has(page, "Hàng")) {
                assert!(has(page, "Họ và tên"), "{count}: the head is on each of its pages");
            }
            let last = find(&layout, &format!("Hàng {rows}")).0;
            assert_eq!(
                find(&layout, &format!("Hàng {}", rows - 1)).0,
                last,
                "{count}: the last row is not alone"
            );
            let head = layout.pages.iter().position(|page| has(page, "Họ và tên"));
            assert_eq!(head, Some(find(&layout, "Hàng 1").0), "{count}: the head is not left behind");
        }
    }
}

fn has(page: &Page, words: &str) -> bool {
    lines(page).iter().any(|line| line.text.contains(words))
}

#[test]
fn a_group_heading_never_ends_a_page() {
    let mut rows: Vec<Row> = Vec::new();
    for group in 1..=4 {
        rows.push(Row::Group(t(&format!("Nhóm {group}"))));
        rows.push(Row::Group(t(&format!("Nhóm {group} phần một"))));
        rows.push(Row::Cells(vec![t(&format!("Hàng của {group}")), t("một")]));
    }
    let table = Block::Table(Table { columns: vec![column("Tên"), column("Đơn vị")], rows });
    for (count, layout) in behind_lines(&[table]) {
        for group in 1..=4 {
            let row = find(&layout, &format!("Hàng của {group}")).0;
            assert_eq!(
                find(&layout, &format!("Nhóm {group}")).0,
                row,
                "{count}: the heading is with its row"
            );
            assert_eq!(find(&layout, &format!("Nhóm {group} phần")).0, row, "{count}: and the second one");
        }
    }
}

#[test]
fn a_row_taller_than_a_page_never_leaves_its_head_behind() {
    let long = "Một ô rất dài. ".repeat(220);
    let rows = vec![Row::Cells(vec![t("Hàng 1"), t(&long)]), Row::Cells(vec![t("Hàng 2"), t("ngắn")])];
    let table = Block::Table(Table { columns: vec![column("Họ và tên"), column("Đơn vị")], rows });
    for (count, layout) in behind_lines(&[table, Block::Closing(closing())]) {
        for page in layout.pages.iter().filter(|page| has(page, "Họ và tên")) {
            assert!(has(page, "Một ô rất dài") || has(page, "Hàng 2"), "{count}: a head stands alone");
        }
        let text = crate::reading::whole_text(&layout);
        assert_eq!(text.matches("ô rất dài").count(), 220, "{count}: nothing is lost or doubled");
        assert!(above(&layout, "Nơi nhận:").len() >= 2, "{count}: the signature has company");
    }
}

#[test]
fn kinh_gui_stays_with_its_list() {
    let to = ["Sở Nội vụ;", "Sở Tài chính;", "Văn phòng Ủy ban nhân dân tỉnh."].map(t).to_vec();
    for (count, layout) in behind_lines(&[Block::Addressees { lead: t("Kính gửi:"), to }]) {
        let page = find(&layout, "Kính gửi:").0;
        assert_eq!(find(&layout, "Văn phòng Ủy").0, page, "{count}: all addressees stand below the words");
    }
}

#[test]
fn an_annex_head_stays_with_its_table() {
    let Section::Paper(Paper { blocks, .. }) = annex(3, Orientation::Portrait) else {
        panic!("an annex is a paper")
    };
    for (count, layout) in behind_lines(&blocks) {
        assert_eq!(
            find(&layout, "DANH SÁCH").0,
            find(&layout, "Trần Văn Bảo").0,
            "{count}: the first row is below it"
        );
    }
}

#[test]
fn the_block_of_a_copy_stays_together() {
    let copy = CopyHead {
        form: t("SAO Y"),
        agency: t("VĂN PHÒNG"),
        number: t("Số: 12/SY-VP"),
        place_and_date: t("Tây Ninh, ngày 07 tháng 01 năm 2026"),
    };
    let copier = Closing {
        distribution: vec![t("- Lưu: VT (sao).")],
        signatures: vec![signature("CHÁNH VĂN PHÒNG", "Lê Thị Hồng", "ChuKySao", None)],
    };
    let blocks = [Block::Closing(closing()), Block::Copy(copy), Block::Closing(copier)];
    for (count, layout) in behind_lines(&blocks).skip(2) {
        let page = find(&layout, "SAO Y").0;
        for words in ["12/SY-VP", "ngày 07 tháng 01", "CHÁNH VĂN PHÒNG", "Lê Thị Hồng", "VT (sao)"]
        {
            assert_eq!(find(&layout, words).0, page, "{count}: “{words}” is in the block");
        }
        assert!(above(&layout, "Như Điều 3").len() >= 2, "{count}: the paper's own signature has company");
    }
}

#[test]
fn the_address_at_the_foot_is_below_the_text_of_a_full_page() {
    let address = Block::Address(vec![t("Số 12, đường Phạm Công Khanh"), t("ĐT: 0276 382 2222")]);
    for (count, layout) in behind_lines(&[Block::Paragraph(t(&SENTENCE.repeat(3))), address]) {
        let page = &layout.pages[0];
        let foot = content(page)
            .into_iter()
            .find(|line| line.text.contains("Số 12"))
            .expect("the foot is on page 1");
        let text =
            content(page).into_iter().filter(|line| line.size > 13.0).map(|line| line.y).fold(0.0, f32::max);
        assert!(text < foot.y - foot.size, "{count}: text at {text} reaches the foot at {}", foot.y);
    }
}

#[test]
fn a_page_too_many_is_found() {
    let (mut found, mut won) = (Vec::new(), 0);
    for count in 0..30 {
        let mut blocks = decision_blocks();
        let end = blocks.len() - 1;
        blocks.splice(end..end, (0..count).map(|_| Block::Paragraph(t("Một dòng."))));
        let sections = vec![
            Section::Paper(Paper { orientation: Orientation::Portrait, blocks }),
            annex(40, Orientation::Portrait),
        ];
        let document = document(sections);
        let layout = lay_out(&document, &FONTS);
        let second = layout.pages[1].number == 2;
        let signed = find(&layout, "Nguyễn Hoàng Nam").0;
        match layout.overflow() {
            Some(overflow) => {
                assert!(second && signed == 1, "{count}: the signature is on a second page");
                assert_eq!(overflow.page, 2, "{count}: of two");
                let lines = above(&layout, "Nơi nhận:").len();
                assert_eq!(overflow.lines, lines, "{count}: its lines are counted, without the page number");
                if let Some(fitted) = fit(&document, &FONTS, &Form::default()) {
                    assert_eq!(fitted.layout.pages[1].number, 1, "{count}: the decision takes one page");
                    assert_eq!(fitted.layout.overflow(), None, "{count}: nothing is left to win");
                    won += 1;
                }
                found.push(count);
            }
            None => {
                assert!(!second || above(&layout, "Nơi nhận:").len() > 4, "{count}: a page is wasted unseen")
            }
        }
    }
    assert!(found.len() > 2, "the lengths cover the boundary: {found:?}");
    assert!(won > 1, "a decision that is a line or two too long is fitted on request: {won} of {found:?}");
    let head = vec![Block::Head(head()), Block::Paragraph(t("Một dòng."))];
    assert_eq!(lay_out(&paper(head), &FONTS).overflow(), None, "one page is not too many");
}
