//! The tag tree of the written file: complete, well formed (ISO 14289-1 and the Matterhorn Protocol), and in the
//! order in which the paper is to be read.
//!
//! That order: what stands in the top margin; the left column of the head (agency above, agency, then the national
//! name and motto of the right column), then the line of number and date, and a letter's abstract; the text; the
//! distribution list before the signature, or after it where two sign; in a signature the position, the field to sign,
//! the seal, the name; address at the foot; then the annexes. Tables are read row by row.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::readers::pdf::{Element, File, Kid, Mark, Owners};
use crate::written::{all, written};

/// What may stand in what; a paragraph, heading or cell holds text.
fn may_hold(kind: &str) -> &'static [&'static str] {
    match kind {
        "Document" => &["H1", "H2", "H3", "H4", "H5", "H6", "P", "L", "Table", "Form"],
        "L" => &["LI"],
        "LI" => &["LBody"],
        "Table" => &["TR"],
        "TR" => &["TH", "TD"],
        _ => &[],
    }
}

/// Kinds that hold text themselves.
fn is_text(kind: &str) -> bool {
    matches!(kind, "P" | "LBody" | "TH" | "TD") || kind.starts_with('H')
}

#[test]
fn everything_drawn_is_tagged_or_an_artifact_and_every_mark_has_one_owner() {
    for (name, written) in all() {
        let file = &written.file;
        let elements: BTreeMap<u32, &Element> =
            file.elements().into_iter().map(|element| (element.object, element)).collect();
        let mut owned: BTreeMap<(usize, usize), u32> = BTreeMap::new();
        for element in elements.values() {
            for kid in &element.kids {
                let Kid::Mark { mark, page } = kid else { continue };
                let page = page.unwrap_or_else(|| panic!("{name}: mark {mark} is on no page"));
                let before = owned.insert((page, *mark), element.object);
                assert_eq!(before, None, "{name}, page {page}: mark {mark} belongs to one element");
            }
        }
        let mut drawn = BTreeSet::new();
        for (number, page) in file.pages.iter().enumerate() {
            let letters = page.letters.iter().map(|letter| &letter.mark);
            let strokes = page.strokes.iter().map(|stroke| &stroke.mark);
            for mark in letters.chain(strokes) {
                assert_eq!(
                    mark.depth, 1,
                    "{name}, page {number}: inside one mark, not in none or two: {mark:?}"
                );
                let Some(own) = mark.number else {
                    assert_eq!(mark.tag.as_deref(), Some("Artifact"), "{name}, page {number}: {mark:?}");
                    continue;
                };
                let owner =
                    owned.get(&(number, own)).unwrap_or_else(|| panic!("{name}: nobody owns {mark:?}"));
                assert_eq!(
                    Some(elements[owner].kind.as_str()),
                    mark.tag.as_deref(),
                    "{name}: mark and owner agree"
                );
                drawn.insert((number, own));
            }
            let Some(Owners::Marks(parents)) = page.number.and_then(|own| file.parents.get(&own)) else {
                panic!("{name}: page {number} is in the parent tree");
            };
            for (mark, parent) in parents.iter().enumerate() {
                assert_eq!(
                    *parent,
                    owned.get(&(number, mark)).copied(),
                    "{name}, page {number}: owner of {mark}"
                );
            }
            let marks = owned.range((number, 0)..(number + 1, 0)).count();
            assert_eq!(parents.len(), marks, "{name}, page {number}: the parent tree has every mark");
        }
        assert_eq!(drawn.len(), owned.len(), "{name}: no element owns a mark that nothing is drawn in");
    }
}

#[test]
fn only_page_numbers_and_repeated_heads_are_text_without_a_tag() {
    for (name, written) in all() {
        let heads: BTreeSet<String> = written
            .file
            .elements()
            .into_iter()
            .filter(|element| element.kind == "TH")
            .map(|element| written.file.text_of(element).trim().to_owned())
            .collect();
        for (number, page) in written.file.pages.iter().enumerate() {
            let artifact = |mark: &Mark, subtype: Option<&str>| {
                mark.kind.as_deref() == Some("Pagination") && mark.subtype.as_deref() == subtype
            };
            let untagged = |subtype: Option<&'static str>| {
                let letters = page.letters.iter().filter(move |letter| letter.mark.number.is_none());
                let own = letters.filter(move |letter| artifact(&letter.mark, subtype));
                own.map(|letter| letter.text.as_str()).collect::<String>()
            };
            let (numbers, repeated) = (untagged(Some("Header")), untagged(None));
            let all = page.letters.iter().filter(|letter| letter.mark.number.is_none()).count();
            assert_eq!(
                numbers.chars().count() + repeated.chars().count(),
                all,
                "{name}, page {number}: text that nobody hears is marked as belonging to the page"
            );
            assert!(
                numbers.chars().all(|digit| digit.is_ascii_digit()),
                "{name}: {numbers:?} is a page number"
            );
            let mut left = repeated.as_str();
            while !left.trim().is_empty() {
                let head = heads
                    .iter()
                    .find(|head| !head.is_empty() && left.trim_start().starts_with(head.as_str()));
                let head =
                    head.unwrap_or_else(|| panic!("{name}, page {number}: {left:?} repeats a table's head"));
                left = &left.trim_start()[head.len()..];
            }
        }
    }
}

#[test]
fn the_tree_is_well_formed() {
    for (name, written) in all() {
        let file = &written.file;
        assert_eq!(file.tree.len(), 1, "{name}: one element holds all");
        assert_eq!(file.tree[0].kind, "Document", "{name}: the whole is a document");
        assert!(file.roles.is_empty(), "{name}: only standard kinds are used");
        for element in file.elements() {
            for kid in &element.kids {
                match kid {
                    Kid::Element(kid) => {
                        assert!(
                            may_hold(&element.kind).contains(&kid.kind.as_str()),
                            "{name}: {} in {}",
                            kid.kind,
                            element.kind
                        );
                        assert_eq!(
                            kid.parent,
                            Some(element.object),
                            "{name}: each element knows where it is"
                        );
                    }
                    Kid::Mark { .. } => assert!(is_text(&element.kind), "{name}: text in {}", element.kind),
                    Kid::Widget { .. } => {
                        assert_eq!(element.kind, "Form", "{name}: a field in {}", element.kind)
                    }
                }
            }
            let may_be_empty = matches!(element.kind.as_str(), "TH" | "TD");
            assert!(
                may_be_empty || !element.kids.is_empty(),
                "{name}: an empty {} would be announced",
                element.kind
            );
            if element.kind == "Form" {
                assert_eq!(element.kids.len(), 1, "{name}: one field in one element");
                assert!(
                    element.alt.as_ref().is_some_and(|alt| !alt.is_empty()),
                    "{name}: a field says what it is for"
                );
            }
        }
    }
}

#[test]
fn heading_levels_begin_with_the_first_and_never_skip() {
    for (name, written) in all() {
        let mut last = 0;
        for element in written.file.elements() {
            let Some(level) = element.kind.strip_prefix('H').and_then(|level| level.parse::<u8>().ok())
            else {
                continue;
            };
            assert!(level <= last + 1, "{name}: level {level} after {last}");
            let text = written.file.text_of(element);
            assert!(!text.trim().is_empty(), "{name}: a heading says something");
            last = level;
        }
    }
    let kinds: Vec<&str> =
        written("regulation").file.elements().iter().map(|one| one.kind.as_str()).collect();
    let headings = kinds.iter().filter(|kind| kind.len() == 2 && kind.starts_with('H')).count();
    assert_eq!(
        headings, 6,
        "part, chapter, division, subdivision, section and clause are headings: {kinds:?}"
    );
}

fn number(value: Option<&Value>) -> usize {
    value.and_then(Value::as_u64).map_or(1, |number| usize::try_from(number).expect("a small number"))
}

#[test]
fn tables_have_heads_for_every_column_and_rows_of_one_width() {
    let mut tables = 0;
    for (name, written) in all() {
        for table in written.file.elements().into_iter().filter(|element| element.kind == "Table") {
            tables += 1;
            let rows: Vec<&Element> = table.elements().collect();
            let heads: Vec<&Element> = rows[0].elements().collect();
            for head in &heads {
                assert_eq!(head.kind, "TH", "{name}: the first row heads the columns");
                let scope = head.attributes.get("Scope").and_then(Value::as_str);
                assert_eq!(scope, Some("Column"), "{name}: a head says that it is of its column");
            }
            for row in &rows[1..] {
                let width: usize = row.elements().map(|cell| number(cell.attributes.get("ColSpan"))).sum();
                assert_eq!(
                    width,
                    heads.len(),
                    "{name}: a row has a cell for every column: {}",
                    written.file.text_of(row)
                );
                assert!(row.elements().all(|cell| cell.kind == "TD"), "{name}: a head is read once");
            }
        }
    }
    assert!(tables >= 9, "{tables} tables were seen");
}

#[test]
fn a_list_over_many_pages_is_one_table_with_every_row() {
    let file = &written("list").file;
    let tables: Vec<&Element> =
        file.elements().into_iter().filter(|element| element.kind == "Table").collect();
    assert_eq!(tables.len(), 1, "one table");
    assert_eq!(tables[0].elements().count(), 1 + 2 + 200 + 1, "head, two groups, two hundred rows, total");
    assert!(file.pages.len() > 6, "over many pages");
}

#[test]
fn every_field_is_in_the_form_the_page_and_the_tree() {
    for (name, written) in all() {
        let file = &written.file;
        let mut names = BTreeSet::new();
        let mut objects = BTreeSet::new();
        for (number, page) in file.pages.iter().enumerate() {
            assert_eq!(page.tabs.as_deref(), Some("S"), "{name}: the Tab key follows the tree");
            for field in &page.fields {
                assert!(names.insert(&field.name), "{name}: {} is the name of one field", field.name);
                objects.insert(field.object);
                assert_eq!(
                    (field.kind.as_deref(), field.signed),
                    (Some("Sig"), false),
                    "{name}: an empty place to sign"
                );
                assert_eq!(field.page, Some(number), "{name}: {} knows its page", field.name);
                assert!(field.appearance, "{name}: {} has an appearance, as PDF/A asks", field.name);
                assert_eq!(
                    field.flags & 0b1110_0111,
                    4 | 128,
                    "{name}: {} is printed, locked, not hidden",
                    field.name
                );
                let said = field.tooltip.as_deref().unwrap_or_default();
                assert!(!said.trim().is_empty(), "{name}: {} says what it is for", field.name);
                let own = field.number.and_then(|own| file.parents.get(&own));
                let Some(Owners::Widget(owner)) = own else {
                    panic!("{name}: {} is in the parent tree", field.name)
                };
                let owner = file
                    .elements()
                    .into_iter()
                    .find(|element| element.object == *owner)
                    .expect("its element");
                let held = matches!(owner.kids[..], [Kid::Widget { widget, page: Some(on) }] if widget == field.object && on == number);
                assert!(held, "{name}: the tree leads to {} on its page", field.name);
                assert_eq!(owner.alt.as_deref(), Some(said), "{name}: both say the same");
            }
        }
        assert_eq!(
            file.fields.iter().copied().collect::<BTreeSet<_>>(),
            objects,
            "{name}: the form has every field"
        );
        let forms = file.elements().iter().filter(|element| element.kind == "Form").count();
        assert_eq!(forms, objects.len(), "{name}: and the tree too");
    }
}

/// What a screen reader says of a document: one string for each element that holds text or a field.
fn spoken(file: &File) -> Vec<String> {
    let elements =
        file.elements().into_iter().filter(|element| is_text(&element.kind) || element.kind == "Form");
    elements
        .map(|element| match &element.alt {
            Some(alt) => format!("[{alt}]"),
            None => file.text_of(element).split_whitespace().collect::<Vec<_>>().join(" "),
        })
        .filter(|said| !said.is_empty())
        .collect()
}

/// Checks that these beginnings are said in this order.
fn check_order(name: &str, wanted: &[&str]) {
    let said = spoken(&written(name).file);
    let mut from = 0;
    for words in wanted {
        let at = said[from..].iter().position(|said| said.starts_with(words));
        let at = at.unwrap_or_else(|| panic!("{name}: “{words}” comes next in {:?}", &said[from..]));
        from += at + 1;
    }
}

#[test]
fn papers_are_read_in_the_right_order() {
    check_order(
        "list",
        &[
            "UBND TỈNH TÂY NINH",
            "SỞ TƯ PHÁP",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Số:",
            "Tây Ninh, ngày 05",
            "QUYẾT ĐỊNH",
            "Về việc tặng Giấy khen",
            "GIÁM ĐỐC SỞ TƯ PHÁP",
            "Căn cứ Luật",
            "Theo đề nghị",
            "QUYẾT ĐỊNH:",
            "Điều 1. Tặng Giấy khen",
            "Điều 2.",
            "Điều 3.",
            "Nơi nhận:",
            "- Như Điều 3;",
            "- Lưu: VT, VP.",
            "GIÁM ĐỐC",
            "[Chữ ký số của Nguyễn Hoàng Nam]",
            "[Chữ ký số (dấu) của cơ quan, tổ chức]",
            "Nguyễn Hoàng Nam",
            "DANH SÁCH",
            "Đã có thành tích",
            "(Kèm theo Quyết định",
            "TT",
            "Họ và tên",
            "Chức vụ, đơn vị công tác",
            "I. TẬP THỂ",
            "1",
            "Trần Văn Bảo",
            "Tổng cộng",
        ],
    );
    check_order(
        "minutes",
        &[
            "BIÊN BẢN",
            "Thời gian",
            "THƯ KÝ",
            "[Chữ ký số của Lê Thị Hồng]",
            "Lê Thị Hồng",
            "CHỦ TỌA",
            "Nguyễn Hoàng Nam",
            "Nơi nhận:",
            "- Thành viên",
        ],
    );
    check_order(
        "marked",
        &[
            "XEM XONG TRẢ LẠI",
            "SAO Y; Sở Tư pháp",
            "[Chữ ký số của cơ quan, tổ chức]",
            "UBND TỈNH",
            "Số:",
            "V/v đề nghị",
            "THƯỢNG KHẨN",
            "Kính gửi: Sở Nội vụ",
            "Sở Tư pháp đề nghị",
            "Nơi nhận:",
            "PL.(300)",
            "GIÁM ĐỐC",
            "Nguyễn Hoàng Nam",
            "Số 12, đường",
            "VĂN PHÒNG UBND",
            "SAO Y",
            "Số: 12/SY-VP",
            "Nơi nhận:",
            "TL. CHÁNH VĂN PHÒNG",
        ],
    );
    check_order(
        "certificates",
        &[
            "CỘNG HÒA",
            "Độc lập",
            "GIÁM ĐỐC SỞ",
            "GIẤY KHEN",
            "Trần Quốc Bảo",
            "[Chữ ký số",
            "Nguyễn Hoàng Nam",
        ],
    );
}

#[test]
fn lists_are_lists() {
    let lists = |name: &str| -> Vec<usize> {
        let elements = written(name).file.elements();
        elements.into_iter().filter(|element| element.kind == "L").map(|list| list.kids.len()).collect()
    };
    assert_eq!(lists("minutes"), [2, 2], "those present, and the distribution list");
    assert_eq!(lists("submission"), [3, 2], "the addressees, and the distribution list");
    assert_eq!(lists("list"), [5], "the distribution list");
}

#[test]
fn words_of_different_lines_do_not_run_together() {
    let said = spoken(&written("regulation").file);
    for heading in ["Phần I QUY ĐỊNH", "Chương I QUY ĐỊNH CHUNG", "Tiểu mục 1 QUẢN LÝ VĂN BẢN ĐI"]
    {
        assert!(said.iter().any(|said| said == heading), "“{heading}” in {said:?}");
    }
    let said = spoken(&written("report").file);
    assert!(
        said.iter().any(|said| said.contains("năm 2025 và phương hướng")),
        "a line that the officer broke ends a word: {said:?}"
    );
    let long = spoken(&written("decision-long").file);
    assert!(
        long.iter()
            .any(|said| said.contains("chịu trách nhiệm thi hành Quyết định này kể từ ngày ký. Các phòng")),
        "lines that the program broke do too: {long:?}"
    );
}

#[test]
fn the_file_says_what_it_is() {
    for (name, written) in all() {
        let file = &written.file;
        assert_eq!(file.catalog["Lang"], "vi-VN", "{name}: in Vietnamese");
        assert_eq!(file.catalog["MarkInfo"]["Marked"], true, "{name}: tagged");
        assert_eq!(
            file.catalog["ViewerPreferences"]["DisplayDocTitle"], true,
            "{name}: by its title, not its name"
        );
        assert_eq!(file.intents, ["GTS_PDFA1"], "{name}: colours are sRGB");
        let described = |namespace: &str, key: &str| file.metadata.get(&format!("{{{namespace}}}{key}"));
        let (dublin, adobe) = ("http://purl.org/dc/elements/1.1/", "http://ns.adobe.com/xap/1.0/");
        let pdf = "http://ns.adobe.com/pdf/1.3/";
        let claim = "http://www.aiim.org/pdfa/ns/id/";
        for (namespace, key, value) in [
            (claim, "part", "2"),
            (claim, "conformance", "A"),
            ("http://www.aiim.org/pdfua/ns/id/", "part", "1"),
            (dublin, "format", "application/pdf"),
            (dublin, "language", "vi-VN"),
            (adobe, "CreateDate", "2026-01-05T08:30:00+07:00"),
            (adobe, "ModifyDate", "2026-01-05T08:30:00+07:00"),
        ] {
            assert_eq!(described(namespace, key).map(String::as_str), Some(value), "{name}: {key}");
        }
        for (key, namespace, property) in [
            ("Title", dublin, "title"),
            ("Author", dublin, "creator"),
            ("Subject", dublin, "description"),
            ("Creator", adobe, "CreatorTool"),
            ("Producer", pdf, "Producer"),
        ] {
            let said = file.information[key].as_str().unwrap_or_default();
            assert!(!said.is_empty(), "{name}: {key} is said");
            assert_eq!(
                described(namespace, property).map(String::as_str),
                Some(said),
                "{name}: {key} is said twice alike"
            );
        }
        for key in ["CreationDate", "ModDate"] {
            assert_eq!(
                file.information[key], "D:20260105083000+07'00'",
                "{name}: {key} is the document's own time"
            );
        }
    }
}

#[test]
fn what_is_copied_is_what_was_written() {
    for (name, written) in all() {
        for (number, (page, read)) in written.layout.pages.iter().zip(&written.file.pages).enumerate() {
            let framed: String = page.runs().map(|run| run.text.as_str()).collect();
            let copied: String = read.letters.iter().map(|letter| letter.text.as_str()).collect();
            assert_eq!(copied, framed, "{name}, page {number}: text extracts as typed");
        }
    }
}
