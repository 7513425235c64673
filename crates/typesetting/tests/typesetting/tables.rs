//! Tables over pages.

use std::collections::BTreeMap;

use document::{Align, Block, Column, Orientation, Paper, Row, Section, Table, Width};
use typesetting::{Layout, Role, TagId};

use crate::reading::{MM, content, laid_out, lines, rules, squeezed, whole_text};
use crate::samples::{annex, document, paper, t};

fn list(orientation: Orientation) -> Layout {
    laid_out(&document(vec![annex(60, orientation)]))
}

/// The row a cell belongs to.
fn row_of(layout: &Layout, tag: TagId) -> Option<TagId> {
    let parent = layout.tags[tag].parent?;
    (layout.tags[parent].role == Role::Row).then_some(parent)
}

#[test]
fn the_head_repeats_on_every_page_and_is_read_once() {
    for orientation in [Orientation::Portrait, Orientation::Landscape] {
        let layout = list(orientation);
        assert!(layout.pages.len() > 2, "the list takes several pages");
        for (number, page) in layout.pages.iter().enumerate() {
            let heads: Vec<_> =
                lines(page).into_iter().filter(|line| line.text.contains("Họ và tên")).collect();
            assert_eq!(heads.len(), 1, "page {number} has the head once");
            assert_eq!(heads[0].tag.is_some(), number == 0, "only the first head is content");
        }
        assert_eq!(whole_text(&layout).matches("Họ và tên").count(), 1, "a reader hears the head once");
    }
}

#[test]
fn no_row_is_parted() {
    for orientation in [Orientation::Portrait, Orientation::Landscape] {
        let layout = list(orientation);
        let mut pages_of: BTreeMap<TagId, Vec<usize>> = BTreeMap::new();
        for (number, page) in layout.pages.iter().enumerate() {
            for line in content(page) {
                if let Some(row) = line.tag.and_then(|tag| row_of(&layout, tag)) {
                    let pages = pages_of.entry(row).or_default();
                    if pages.last() != Some(&number) {
                        pages.push(number);
                    }
                }
            }
        }
        assert_eq!(pages_of.len(), 64, "head, two groups, sixty rows, total");
        assert!(pages_of.values().all(|pages| pages.len() == 1), "each row is on one page");
    }
}

#[test]
fn a_group_heading_stays_with_its_first_row() {
    for count in 20..60 {
        let mut rows: Vec<Row> = (0..count).map(|number| Row::Cells(vec![t(&number.to_string())])).collect();
        rows.push(Row::Group(t("II. CÁ NHÂN")));
        rows.push(Row::Cells(vec![t("đầu tiên")]));
        let columns = vec![Column { head: t("Tên"), align: Align::Left, width: Width::Share(1.0) }];
        let layout = laid_out(&paper(vec![Block::Table(Table { columns, rows })]));
        let page_of = |words: &str| crate::reading::find(&layout, words).0;
        assert_eq!(page_of("II. CÁ NHÂN"), page_of("đầu tiên"), "{count}: the heading is not left behind");
    }
}

#[test]
fn a_group_heading_spans_all_columns() {
    let layout = list(Orientation::Portrait);
    assert!(layout.tags.iter().any(|tag| tag.role == Role::Cell(5)), "the cell spans five columns");
    let table = layout.tags.iter().filter(|tag| tag.role == Role::Table).count();
    let heads = layout.tags.iter().filter(|tag| tag.role == Role::HeadCell).count();
    assert_eq!((table, heads), (1, 5), "one table with five column heads");
}

#[test]
fn narrow_columns_hold_their_words_on_one_line_and_nothing_more() {
    let layout = list(Orientation::Portrait);
    for page in &layout.pages {
        for line in content(page) {
            assert!(
                !line.text.starts_with("702.") || line.text == "702.000",
                "money is not broken: {}",
                line.text
            );
        }
    }
    let edges = uprights(&layout);
    assert!(edges[1] - edges[0] < 40.0, "the counter takes little room");
}

/// The x of the table's upright borders on page 1.
fn uprights(layout: &Layout) -> Vec<f32> {
    let mut edges: Vec<f32> =
        rules(&layout.pages[0]).iter().filter(|rule| rule.x0 == rule.x1).map(|rule| rule.x0).collect();
    edges.sort_by(f32::total_cmp);
    edges.dedup_by(|one, other| (*one - *other).abs() < 0.1);
    edges
}

#[test]
fn the_table_fills_the_text_width() {
    for (orientation, width) in [(Orientation::Portrait, 210.0), (Orientation::Landscape, 297.0)] {
        let edges = uprights(&list(orientation));
        assert!((edges[0] - 30.0 * MM).abs() < 0.1, "it starts at the left margin");
        assert!((edges[edges.len() - 1] - (width - 20.0) * MM).abs() < 0.1, "it ends at the right margin");
    }
}

#[test]
fn a_row_taller_than_a_page_goes_on_with_the_head_repeated() {
    let long = "Một ô rất dài không thể nằm trên một trang. ".repeat(200);
    let columns = ["A", "B"]
        .map(|head| Column { head: t(head), align: Align::Left, width: Width::Share(1.0) })
        .to_vec();
    let rows = vec![Row::Cells(vec![t("một"), t(&long)]), Row::Cells(vec![t("hai"), t("ba")])];
    let layout = laid_out(&paper(vec![Block::Table(Table { columns, rows })]));
    assert!(layout.pages.len() > 2, "the row takes several pages");
    for page in &layout.pages {
        assert!(
            lines(page).iter().all(|line| line.y < (297.0 - 19.0) * MM),
            "nothing hangs into the bottom margin"
        );
        assert_eq!(lines(page)[0].text.len(), 1, "the head or the page number comes first");
    }
    assert_eq!(whole_text(&layout).matches("không thể nằm").count(), 200, "no line is lost or doubled");
    assert!(squeezed(&whole_text(&layout)).ends_with("hai ba"), "the next row follows");
}

#[test]
fn cells_beyond_the_columns_are_not_lost() {
    let columns = vec![Column { head: t("A"), align: Align::Left, width: Width::Share(f32::NAN) }];
    let rows = vec![Row::Cells(vec![t("một"), t("hai"), t("ba")])];
    let layout = laid_out(&paper(vec![Block::Table(Table { columns, rows })]));
    assert_eq!(whole_text(&layout), "A một hai ba", "every cell is printed");
}

#[test]
fn a_page_never_begins_with_the_last_row_alone() {
    for count in 20..70 {
        let rows: Vec<Row> =
            (0..count).map(|number| Row::Cells(vec![t(&format!("dòng {number}."))])).collect();
        let columns = vec![Column { head: t("Tên"), align: Align::Left, width: Width::Share(1.0) }];
        let layout = laid_out(&paper(vec![Block::Table(Table { columns, rows })]));
        let page_of = |number: usize| crate::reading::find(&layout, &format!("dòng {number}.")).0;
        assert_eq!(page_of(count - 2), page_of(count - 1), "{count}: the last two rows are together");
    }
}

#[test]
fn the_lines_of_a_cell_are_about_equally_long() {
    let columns =
        ["A", "B", "C"].map(|head| Column { head: t(head), align: Align::Left, width: Width::Share(1.0) });
    let cell = "Trợ giúp viên pháp lý hạng II, Trung tâm Trợ giúp pháp lý nhà nước tỉnh Tây Ninh";
    let rows = vec![Row::Cells(vec![t(cell), t(cell), t(cell)])];
    let layout = laid_out(&paper(vec![Block::Table(Table { columns: columns.to_vec(), rows })]));
    let lines: Vec<_> = content(&layout.pages[0])
        .into_iter()
        .filter(|line| cell.contains(line.text.trim()) && line.text.len() > 2)
        .collect();
    assert!(lines.len() > 6, "each cell takes several lines");
    let widths = lines.iter().map(|line| line.right - line.x);
    let (shortest, longest) = (widths.clone().fold(f32::MAX, f32::min), widths.fold(0.0, f32::max));
    assert!(shortest > longest * 0.6, "no line of one word is left: {shortest} and {longest}");
    assert!(lines.iter().any(|line| line.text.contains("Tây Ninh")), "the province's name is whole");
}

#[test]
fn a_name_has_one_line_while_the_page_has_room() {
    for orientation in [Orientation::Portrait, Orientation::Landscape] {
        let layout = list(orientation);
        let text: Vec<String> = layout.pages.iter().flat_map(content).map(|line| line.text).collect();
        for name in ["Nguyễn Thị Ánh Tuyết", "Phạm Thị Thu Hạnh"] {
            assert!(text.iter().any(|line| line.trim() == name), "“{name}” is not parted");
        }
        assert!(!text.iter().any(|line| line.trim() == "Nguyễn Thị"), "not in any row");
    }
}

#[test]
fn a_cell_too_narrow_for_a_name_parts_it_between_words() {
    let columns: Vec<Column> = (1..=14)
        .map(|at| Column { head: t(&at.to_string()), align: Align::Left, width: Width::Share(1.0) })
        .collect();
    let rows = vec![Row::Cells((0..14).map(|_| t("Nguyễn Văn An")).collect())];
    let layout = laid_out(&paper(vec![Block::Table(Table { columns, rows })]));
    let lines = content(&layout.pages[0]);
    assert!(lines.iter().any(|line| line.text.trim() == "Văn"), "the name is parted between its words");
}

#[test]
fn a_column_that_is_to_be_written_in_keeps_its_width() {
    let column = |head: &str| Column { head: t(head), align: Align::Left, width: Width::Share(1.0) };
    let long = "Trợ giúp viên pháp lý hạng II, Trung tâm Trợ giúp pháp lý nhà nước tỉnh Tây Ninh";
    let rows = vec![Row::Cells(vec![t("1"), t(long), t("")])];
    let columns = vec![column("TT"), column("Đơn vị"), column("Ký nhận")];
    let edges = uprights(&laid_out(&paper(vec![Block::Table(Table { columns, rows })])));
    let third = 160.0 * MM / 3.0;
    assert!(edges[1] - edges[0] < third / 2.0, "the counter hands on what it does not need");
    assert!((edges[3] - edges[2] - third).abs() < 0.5, "the empty column keeps its share");
}

#[test]
fn a_date_or_a_name_in_a_cell_is_whole_wherever_the_line_ends() {
    for align in [Align::Left, Align::Justify] {
        for whole in ["ngày 20 tháng 11 năm 2025", "Ông Nguyễn Văn An"] {
            for words in 0..12 {
                let text = format!("{}{whole} tại trụ sở của Sở Tư pháp", "chữ ".repeat(words));
                let columns =
                    ["A", "B"].map(|head| Column { head: t(head), align, width: Width::Share(1.0) });
                let rows = vec![Row::Cells(vec![t(&text), t(&text)])];
                let layout = laid_out(&paper(vec![Block::Table(Table { columns: columns.to_vec(), rows })]));
                let lines = content(&layout.pages[0]);
                let kept = lines.iter().filter(|line| line.text.contains(whole)).count();
                assert_eq!(kept, 2, "{words}: “{whole}” is parted");
                let short = lines.iter().filter(|line| line.text.trim() == "chữ").count();
                assert!(short == 0 || words == 1, "{words}: no word is left alone on a line");
            }
        }
    }
}

#[test]
fn a_tall_head_repeats_on_a_landscape_page_too() {
    let tall = "Chức vụ, chức danh, đơn vị công tác tại thời điểm đề nghị khen thưởng ".repeat(3);
    let columns: Vec<Column> = (0..8)
        .map(|at| Column {
            head: t(if at == 0 { "Họ và tên" } else { &tall }),
            align: Align::Left,
            width: Width::Share(1.0),
        })
        .collect();
    let rows = (1..40).map(|row| Row::Cells(vec![t(&format!("Hàng {row}"))])).collect();
    let blocks = vec![Block::Table(Table { columns, rows })];
    let layout =
        laid_out(&document(vec![Section::Paper(Paper { orientation: Orientation::Landscape, blocks })]));
    assert!(layout.pages.len() > 2, "the table takes several pages");
    for page in &layout.pages {
        let lines = lines(page);
        let head = lines.iter().find(|line| line.text.contains("Họ và tên")).expect("each page has the head");
        let first = lines.iter().find(|line| line.text.contains("Hàng")).expect("and rows below it");
        assert!(first.y > head.y, "the head is above them");
        assert!(lines.iter().all(|line| line.y < 190.0 * MM), "nothing hangs into the bottom margin");
    }
}
