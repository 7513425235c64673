//! Whatever is typed, something is printed: no panic, nothing off the page, every printable letter once.

use document::{
    AgencyStamp, Align, Block, Closing, Column, CopyHead, Document, Head, Level, Orientation, Paper, Row,
    Run, Section, Style, Table, Text, Urgency, Width,
};
use proptest::prelude::*;
use serde_json::Value;
use typesetting::{Fonts, Layout, Shape, pdf, svg};

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
    let width = prop_oneof![Just(Width::Narrow), any::<f32>().prop_map(Width::Share)];
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

fn any_block() -> impl Strategy<Value = Block> {
    let text = any_text;
    let optional = || prop::option::of(any_text());
    prop_oneof![
        (optional(), text(), optional(), optional(), optional()).prop_map(
            |(parent, agency, number, place_and_date, summary)| Block::Head(Head {
                parent,
                agency,
                number,
                place_and_date,
                summary
            })
        ),
        (text(), text()).prop_map(|(kind, summary)| Block::Title { kind, summary }),
        text().prop_map(Block::Citation),
        text().prop_map(Block::Order),
        (text(), prop::collection::vec(any_text(), 2..4))
            .prop_map(|(lead, to)| Block::Addressees { lead, to }),
        text().prop_map(|text| Block::Heading { level: Level::Part, text }),
        (text(), text()).prop_map(|(label, text)| Block::Article { label, text }),
        text().prop_map(Block::Paragraph),
        any_table().prop_map(Block::Table),
        prop_oneof![
            text().prop_map(Block::Circulation),
            text().prop_map(Block::Drafter),
            prop::collection::vec(any_text(), 0..4).prop_map(Block::Address),
            text().prop_map(|text| Block::AgencyStamp(AgencyStamp { text, field: "Dau".into() })),
            (text(), text(), text(), text()).prop_map(|(form, agency, number, place_and_date)| {
                Block::Copy(CopyHead { form, agency, number, place_and_date })
            }),
            Just(Block::Urgency(Urgency::Express)),
        ],
        (prop::collection::vec(any_text(), 0..6), 0..4_usize).prop_map(|(distribution, count)| {
            let signatures = (0..count)
                .map(|index| signature("KT. GIÁM ĐỐC/PHÓ", "An", &format!("f{index}"), Some("Dau")));
            Block::Closing(Closing { distribution, signatures: signatures.collect() })
        }),
    ]
}

fn any_document() -> impl Strategy<Value = Document> {
    let paper = (any::<bool>(), prop::collection::vec(any_block(), 0..7)).prop_map(|(wide, blocks)| {
        let orientation = if wide { Orientation::Landscape } else { Orientation::Portrait };
        Section::Paper(Paper { orientation, blocks })
    });
    prop::collection::vec(paper, 1..3).prop_map(document)
}

/// Everything drawn lies on its page.
fn check_bounds(layout: &Layout) {
    for (number, page) in layout.pages.iter().enumerate() {
        for (_, run) in runs(page) {
            let right = run.x + run.width();
            assert!(run.x >= 0.0 && right <= page.width_pt, "page {number}: “{}” ends at {right}", run.text);
            assert!(
                run.y - run.size > 0.0 && run.y + run.size * 0.3 < page.height_pt,
                "page {number}: {}",
                run.y
            );
        }
        for item in &page.items {
            if let Shape::Rule(rule) = item.shape {
                assert!(
                    rule.y0 >= 0.0 && rule.y1 <= page.height_pt,
                    "page {number}: a rule leaves the page: {rule:?}"
                );
            }
        }
        for field in &page.fields {
            let inside = field.x >= 0.0 && field.y + field.height <= page.height_pt;
            assert!(inside, "page {number}: the field {} leaves the page", field.name);
        }
    }
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
                Block::Urgency(urgency) => add(urgency.words()),
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
