//! Whatever is typed, something is printed: no panic, nothing off the page, every printable letter once.

use document::{
    AgencyStamp, Align, Block, Closing, Color, Column, CopyHead, Document, FontFamily, Head, Level,
    Orientation, Paper, Placed, Point, Rect, Row, Run, Section, Segment, Sheet, Style, Table, Text, TextBox,
    TextRole, Urgency, VerticalAlign, Width,
};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use serde_json::Value;
use typesetting::{Fonts, GlyphRun, Layout, Shape, pdf, svg};

use crate::reading::{laid_out, runs};
use crate::samples::{document, hostile, signature};

/// Letters every face has, and those that are dropped.
const PRINTED: &str = "aăâbcdđeêghiklmnoôơpqrstuưvxyAĐỦỆỹữặ0123456789.,;:()/-–“”%…";
const DROPPED: [char; 9] =
    ['\u{0}', '\u{7}', '\u{1b}', '\u{202e}', '\u{200b}', '\u{feff}', '🎉', '中', '\u{ad}'];

/// Any text: words, long words, spaces, breaks, letters nobody can print.
fn any_string() -> impl Strategy<Value = String> {
    let printed: Vec<char> = PRINTED.chars().collect();
    let letter = prop_oneof![
        12 => prop::sample::select(printed),
        3 => Just(' '),
        1 => Just('\n'),
        1 => Just('\t'),
        1 => prop::sample::select(DROPPED.to_vec()),
    ];
    let words =
        prop::collection::vec(letter, 0..120).prop_map(|letters| letters.into_iter().collect::<String>());
    let long = ("[a-zđẹ]{1,4}", 1..120_usize).prop_map(|(word, times)| word.repeat(times));
    prop_oneof![6 => words, 1 => long]
}

fn any_text() -> impl Strategy<Value = Text> {
    let run =
        (any_string(), any::<bool>(), any::<bool>(), any::<bool>()).prop_map(|(text, bold, italic, hole)| {
            Run { text, style: Style { bold, italic }, field: hole.then(|| "key".to_string()), hole }
        });
    prop::collection::vec(run, 0..4).prop_map(|runs| Text { runs })
}

fn any_table() -> impl Strategy<Value = Table> {
    let width = prop_oneof![Just(Width::Narrow), prop::num::f32::ANY.prop_map(Width::Share)];
    let align = prop::sample::select(vec![Align::Left, Align::Center, Align::Right, Align::Justify]);
    let column = (any_text(), align, width).prop_map(|(head, align, width)| Column { head, align, width });
    let cells = || prop::collection::vec(any_text(), 0..5);
    let row = prop_oneof![
        1 => any_text().prop_map(Row::Group),
        4 => cells().prop_map(Row::Cells),
        1 => cells().prop_map(Row::Total),
    ];
    (prop::collection::vec(column, 0..5), prop::collection::vec(row, 0..6))
        .prop_map(|(columns, rows)| Table { columns, rows })
}

fn any_closing() -> impl Strategy<Value = Block> {
    let given = prop::option::of(any_text());
    (prop::collection::vec(any_text(), 0..6), 0..4_usize, any_string(), given).prop_map(
        |(distribution, count, name, given)| {
            let signatures = (0..count).map(|index| {
                let position = "KT. GIÁM ĐỐC/PHÓ GIÁM ĐỐC";
                let mut place = signature(position, &name, &format!("f{index}"), Some("Dau"));
                place.given = given.clone();
                place
            });
            Block::Closing(Closing { distribution, signatures: signatures.collect() })
        },
    )
}

fn any_level() -> impl Strategy<Value = Level> {
    use Level::{Chapter, Clause, Division, Part, Section, Subdivision};
    prop::sample::select(vec![Part, Chapter, Division, Subdivision, Section, Clause])
}

fn any_block() -> impl Strategy<Value = Block> {
    let text = any_text;
    let optional = || prop::option::of(any_text());
    let urgency = prop::sample::select(vec![Urgency::Express, Urgency::VeryUrgent, Urgency::Urgent]);
    let running = prop_oneof![
        (text(), text()).prop_map(|(kind, summary)| Block::Title { kind, summary }),
        text().prop_map(Block::Authority),
        text().prop_map(Block::Citation),
        text().prop_map(Block::Order),
        (text(), prop::collection::vec(any_text(), 0..4))
            .prop_map(|(lead, to)| Block::Addressees { lead, to }),
        (any_level(), text()).prop_map(|(level, text)| Block::Heading { level, text }),
        (text(), text()).prop_map(|(label, text)| Block::Article { label, text }),
        text().prop_map(Block::Paragraph),
        text().prop_map(Block::Item),
        text().prop_map(Block::Byline),
    ];
    let marks = prop_oneof![
        text().prop_map(Block::Circulation),
        text().prop_map(Block::Drafter),
        prop::collection::vec(any_text(), 0..4).prop_map(Block::Address),
        (text(), any_string()).prop_map(|(text, field)| Block::AgencyStamp(AgencyStamp { text, field })),
        (text(), text(), text(), text()).prop_map(|(form, agency, number, place_and_date)| {
            Block::Copy(CopyHead { form, agency, number, place_and_date })
        }),
        urgency.prop_map(|urgency| Block::Urgency { urgency, field: None }),
        prop::num::f32::ANY.prop_map(Block::Below),
    ];
    prop_oneof![
        2 => (optional(), text(), optional(), optional(), optional()).prop_map(
            |(parent, agency, number, place_and_date, summary)| Block::Head(Head {
                parent,
                agency,
                number,
                place_and_date,
                summary
            })
        ),
        10 => running,
        2 => any_table().prop_map(Block::Table),
        1 => (optional(), text(), optional(), optional()).prop_map(
            |(label, title, summary, reference)| Block::AnnexHead { label, title, summary, reference }
        ),
        7 => marks,
        2 => any_closing(),
    ]
}

/// A length a design may say: mostly on the page, sometimes off it, sometimes no length at all.
fn any_length() -> impl Strategy<Value = f32> {
    prop_oneof![6 => 0.0..300.0_f32, 2 => -500.0..900.0_f32, 1 => prop::num::f32::ANY]
}

fn any_point() -> impl Strategy<Value = Point> {
    (any_length(), any_length()).prop_map(|(x, y)| Point { x, y })
}

fn any_rect() -> impl Strategy<Value = Rect> {
    (any_length(), any_length(), any_length(), any_length()).prop_map(|(x, y, width, height)| Rect {
        x,
        y,
        width,
        height,
    })
}

fn any_segment() -> impl Strategy<Value = Segment> {
    prop_oneof![
        any_point().prop_map(Segment::Move),
        any_point().prop_map(Segment::Line),
        (any_point(), any_point(), any_point()).prop_map(|(one, two, to)| Segment::Curve(one, two, to)),
        Just(Segment::Close),
    ]
}

fn any_text_box() -> impl Strategy<Value = Placed> {
    let families = vec![FontFamily::Serif, FontFamily::Script, FontFamily::Display];
    let verticals = vec![VerticalAlign::Top, VerticalAlign::Middle, VerticalAlign::Bottom];
    let aligns = vec![Align::Left, Align::Center, Align::Right, Align::Justify];
    let roles = vec![TextRole::Heading, TextRole::Paragraph];
    let looks = (
        prop::sample::select(families),
        prop::sample::select(verticals),
        prop::sample::select(aligns),
        prop::sample::select(roles),
        any::<(bool, bool)>(),
    );
    (any_rect(), any_text(), any_length(), any_length(), any_length(), looks).prop_map(
        |(rect, text, size_pt, min_size_pt, leading, (family, vertical, align, role, (bold, italic)))| {
            let color = Color::default();
            Placed::Text(TextBox {
                rect,
                text,
                family,
                bold,
                italic,
                size_pt,
                min_size_pt,
                leading,
                color,
                align,
                vertical,
                role,
            })
        },
    )
}

fn any_placed() -> impl Strategy<Value = Placed> {
    let color = Color { r: 176, g: 22, b: 30 };
    let path = (prop::collection::vec(any_segment(), 0..8), any_length(), any::<bool>(), any::<bool>());
    prop_oneof![
        3 => any_text_box(),
        1 => (any_rect(), any_length())
            .prop_map(move |(rect, line_pt)| Placed::Frame { rect, line_pt, color }),
        1 => path.prop_map(move |(segments, width, stroked, filled)| Placed::Path {
            segments,
            stroke: stroked.then_some((color, width)),
            fill: filled.then_some(color),
        }),
        1 => (any_rect(), any_string(), any_string())
            .prop_map(|(rect, name, tooltip)| Placed::Signature { rect, name, tooltip }),
    ]
}

fn any_document() -> impl Strategy<Value = Document> {
    let paper = (any::<bool>(), prop::collection::vec(any_block(), 0..7)).prop_map(|(wide, blocks)| {
        let orientation = if wide { Orientation::Landscape } else { Orientation::Portrait };
        Section::Paper(Paper { orientation, blocks })
    });
    let sheet = (any_length(), any_length(), prop::collection::vec(any_placed(), 0..6))
        .prop_map(|(width, height, items)| Section::Sheet(Sheet { width, height, items }));
    prop::collection::vec(prop_oneof![3 => paper, 1 => sheet], 1..3).prop_map(document)
}

/// Everything drawn lies on its page, and every field.
fn check_bounds(layout: &Layout) {
    // Less than can be seen.
    const SLACK: f32 = 0.05;
    for (number, page) in layout.pages.iter().enumerate() {
        let check = |x: f32, y: f32, what: &dyn std::fmt::Debug| {
            let across = (-SLACK..=page.width_pt + SLACK).contains(&x);
            let down = (-SLACK..=page.height_pt + SLACK).contains(&y);
            assert!(
                across && down,
                "page {number} of {} x {}: {x}, {y} of {what:?}",
                page.width_pt,
                page.height_pt
            );
        };
        for item in &page.items {
            match &item.shape {
                Shape::Glyphs(run) => {
                    // From the top of a capital with its accents to the foot of a letter.
                    check(run.x, run.y - run.size * 0.8, &run.text);
                    check(run.x + inked_width(run), run.y + run.size * 0.2, &run.text);
                }
                Shape::Rule(rule) => {
                    check(rule.x0, rule.y0, rule);
                    check(rule.x1, rule.y1, rule);
                }
                Shape::Path(path) => {
                    for point in path.segments.iter().flat_map(points) {
                        check(point.x, point.y, path);
                    }
                }
            }
        }
        for field in &page.fields {
            check(field.x, field.y, field);
            check(field.x + field.width, field.y + field.height, field);
        }
    }
}

/// Width of a run without the space at its end, which leaves no ink.
fn inked_width(run: &GlyphRun) -> f32 {
    let blank =
        if run.text.ends_with(' ') { run.glyphs.last().map_or(0.0, |glyph| glyph.advance) } else { 0.0 };
    run.width() - blank
}

fn points(segment: &Segment) -> Vec<Point> {
    match segment {
        Segment::Move(to) | Segment::Line(to) => vec![*to],
        Segment::Curve(first, second, to) => vec![*first, *second, *to],
        Segment::Close => Vec::new(),
    }
}

/// The kinds of blocks. A new kind does not compile until it is counted here, and is not passed until it is made.
fn kind(block: &Block) -> usize {
    match block {
        Block::Head(_) => 0,
        Block::Title { .. } => 1,
        Block::Authority(_) => 2,
        Block::Citation(_) => 3,
        Block::Order(_) => 4,
        Block::Addressees { .. } => 5,
        Block::Heading { .. } => 6,
        Block::Article { .. } => 7,
        Block::Paragraph(_) => 8,
        Block::Item(_) => 9,
        Block::Table(_) => 10,
        Block::AnnexHead { .. } => 11,
        Block::Closing(_) => 12,
        Block::Byline(_) => 13,
        Block::Urgency { .. } => 14,
        Block::Circulation(_) => 15,
        Block::Drafter(_) => 16,
        Block::Address(_) => 17,
        Block::AgencyStamp(_) => 18,
        Block::Copy(_) => 19,
        Block::Below(_) => 20,
    }
}

#[test]
fn every_kind_of_block_is_tried() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..600 {
        seen.insert(kind(&any_block().new_tree(&mut runner).expect("a block").current()));
    }
    assert_eq!(seen.len(), 21, "the property holds for the kinds that are made: {seen:?}");
}

/// The letters of all runs of a document that can be printed. The runs are found in its written form, so that no
/// block is forgotten here when one is added there.
fn letters_of(document: &Document) -> Vec<char> {
    let written = serde_json::to_value(document).expect("a document can be written");
    let mut letters = Vec::new();
    collect_runs(&written["sections"], &mut letters);
    letters
}

fn collect_runs(value: &Value, letters: &mut Vec<char>) {
    match value {
        Value::Object(map) if map.contains_key("hole") => {
            letters.extend(map["text"].as_str().unwrap_or("").chars().filter(|&letter| is_printed(letter)));
        }
        Value::Object(map) => map.values().for_each(|inner| collect_runs(inner, letters)),
        Value::Array(list) => list.iter().for_each(|inner| collect_runs(inner, letters)),
        _ => {}
    }
}

fn is_printed(letter: char) -> bool {
    PRINTED.contains(letter) && !letter.is_ascii_digit() && !"()/-–“”%….,;:".contains(letter)
}

fn letters_on(layout: &Layout) -> Vec<char> {
    let tagged = layout.pages.iter().flat_map(runs).filter(|(item, _)| item.tag.is_some());
    tagged
        .flat_map(|(_, run)| run.text.chars().filter(|&letter| is_printed(letter)).collect::<Vec<_>>())
        .collect()
}

/// How often each letter occurs.
fn counted(letters: &[char]) -> std::collections::BTreeMap<char, usize> {
    let mut counts = std::collections::BTreeMap::new();
    for letter in letters {
        *counts.entry(*letter).or_default() += 1;
    }
    counts
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_document_is_laid_out_inside_its_pages(document in any_document()) {
        let layout = laid_out(&document);
        check_bounds(&layout);
    }

    #[test]
    fn every_printable_letter_of_a_paragraph_is_there_once_and_in_order(text in any_text()) {
        let document = document(vec![Section::Paper(Paper { orientation: Orientation::Portrait, blocks: vec![Block::Paragraph(text)] })]);
        prop_assert_eq!(letters_on(&laid_out(&document)), letters_of(&document));
    }

    #[test]
    fn no_letter_of_a_table_is_lost_or_doubled(table in any_table()) {
        let blocks = vec![Block::Table(table)];
        let document = document(vec![Section::Paper(Paper { orientation: Orientation::Portrait, blocks })]);
        prop_assert_eq!(counted(&letters_on(&laid_out(&document))), counted(&letters_of(&document)));
    }

    #[test]
    fn any_letters_at_all_can_be_typed(text in "\\PC{0,200}", raw in prop::collection::vec(any::<char>(), 0..80)) {
        let raw: String = raw.into_iter().collect();
        let blocks = vec![Block::Paragraph(Text::plain(text)), Block::Title { kind: Text::plain(raw.clone()), summary: Text::plain(raw) }];
        let layout = laid_out(&document(vec![Section::Paper(Paper { orientation: Orientation::Portrait, blocks })]));
        for page in &layout.pages {
            for (_, run) in runs(page) {
                prop_assert!(run.glyphs.iter().all(|glyph| glyph.id != 0), "no empty box is drawn");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn any_document_is_written(document in any_document()) {
        let fonts = Fonts::bundled();
        let layout = laid_out(&document);
        let bytes = pdf(&layout, &fonts);
        prop_assert!(bytes.is_ok(), "{:?}", bytes.err());
        for page in &layout.pages {
            prop_assert!(svg(page, &fonts).ends_with("</svg>"), "the preview is whole");
        }
    }
}

/// The letters a document says, and those the program adds by itself.
fn letters_expected(document: &Document) -> Vec<char> {
    let mut letters = letters_of(document);
    let mut add = |words: &str| letters.extend(words.chars().filter(|&letter| is_printed(letter)));
    for section in &document.sections {
        let Section::Paper(paper) = section else { continue };
        for block in &paper.blocks {
            match block {
                Block::Head(_) => add("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc"),
                Block::Closing(closing) if !closing.distribution.is_empty() => add("Nơi nhận:"),
                Block::Urgency { urgency, .. } => add(urgency.words()),
                _ => {}
            }
        }
    }
    letters
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_letter_of_any_document_is_lost_or_doubled(document in any_document()) {
        prop_assert_eq!(counted(&letters_on(&laid_out(&document))), counted(&letters_expected(&document)));
    }
}

#[test]
fn a_word_of_ten_thousand_letters_and_a_thousand_columns_stay_on_their_pages() {
    let word = document(vec![Section::Paper(Paper {
        orientation: Orientation::Portrait,
        blocks: vec![Block::Paragraph(Text::plain("ữ".repeat(10_000)))],
    })]);
    let layout = laid_out(&word);
    check_bounds(&layout);
    assert_eq!(letters_on(&layout).len(), 10_000, "no letter is lost");
    let columns = (0..1000)
        .map(|_| Column { head: Text::plain("a"), align: Align::Left, width: Width::Narrow })
        .collect();
    let rows = vec![Row::Cells((0..1000).map(|_| Text::plain("bc")).collect())];
    let wide = document(vec![Section::Paper(Paper {
        orientation: Orientation::Landscape,
        blocks: vec![Block::Table(Table { columns, rows })],
    })]);
    let layout = laid_out(&wide);
    check_bounds(&layout);
    assert!(
        layout
            .diagnostics
            .iter()
            .any(|found| found.code == "table-too-wide" && found.message.contains("1000 cột")),
        "the officer is told why the table cannot be read: {:?}",
        layout.diagnostics
    );
}

#[test]
fn hostile_content_stays_on_its_pages() {
    check_bounds(&laid_out(&hostile()));
}

#[test]
fn a_mark_of_many_lines_goes_on_over_the_pages() {
    // Found by the layout fuzz target: a narrow but tall mark was held to fit the top margin.
    let mark = Block::Circulation(Text::plain("h\nW\n".repeat(60)));
    let layout = laid_out(&document(vec![Section::Paper(Paper {
        orientation: Orientation::Landscape,
        blocks: vec![mark, Block::Paragraph(Text::plain("Hết."))],
    })]));
    check_bounds(&layout);
    assert!(layout.pages.len() > 1, "it takes several pages");
}
