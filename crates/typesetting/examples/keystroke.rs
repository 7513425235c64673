//! How long it takes from a keystroke to the new preview: `cargo run --release -p typesetting --example keystroke`.
//!
//! Lays the whole document out again and draws the page that is seen; 200 keystrokes each. Fails when the 95th
//! percentile is above the limit.

#[allow(dead_code)]
#[path = "../tests/typesetting/samples.rs"]
mod samples;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use document::{Block, Document, Level, Text};
use typesetting::{Fonts, lay_out, svg};

const STROKES: usize = 200;
const SENTENCE: &str = "Thường trực Hội đồng báo cáo kết quả rà soát hồ sơ đề nghị khen thưởng của các phòng, đơn vị thuộc Sở; các \
     hồ sơ đều bảo đảm thành phần, số lượng và thời hạn theo quy định của Luật Thi đua, khen thưởng. ";

/// A report of about sixty pages whose first paragraph is being typed.
fn report(typed: &str) -> Document {
    let mut blocks = vec![Block::Head(samples::head()), Block::Paragraph(Text::from_field(typed, "typed"))];
    for part in 1..=148 {
        let heading = Text::plain(format!("{part}. Kết quả công tác thi đua, khen thưởng"));
        blocks.push(Block::Heading { level: Level::Clause, text: heading });
        blocks.extend((0..3).map(|at| Block::Paragraph(Text::plain(SENTENCE.repeat(1 + (part + at) % 2)))));
    }
    blocks.push(Block::Closing(samples::closing()));
    samples::paper(blocks)
}

/// A decision of three pages whose merits are being typed.
fn decision(typed: &str) -> Document {
    let mut document = samples::decision(12);
    if let document::Section::Paper(paper) = &mut document.sections[0] {
        paper.blocks.insert(8, Block::Paragraph(Text::from_field(typed, "typed")));
    }
    document
}

/// Median and 95th percentile of a keystroke.
fn measure(name: &str, limit: Duration, document: impl Fn(&str) -> Document) -> bool {
    let fonts = Fonts::bundled();
    let letters: Vec<char> = SENTENCE.repeat(3).chars().collect();
    let mut times = Vec::with_capacity(STROKES);
    let mut pages = 0;
    for count in 1..=STROKES {
        let typed: String = letters.iter().take(count).collect();
        let document = document(&typed);
        let start = Instant::now();
        let layout = lay_out(&document, &fonts);
        let preview = svg(&layout.pages[0], &fonts);
        times.push(start.elapsed());
        pages = layout.pages.len();
        assert!(preview.ends_with("</svg>"), "the preview is whole");
    }
    times.sort();
    let (median, late) = (times[STROKES / 2], times[STROKES * 95 / 100]);
    println!("{name}: {pages} pages, median {median:.2?}, 95th percentile {late:.2?}, limit {limit:?}");
    late <= limit
}

fn main() -> ExitCode {
    let decision = measure("decision", Duration::from_millis(10), decision);
    let report = measure("report", Duration::from_millis(50), report);
    if decision && report { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
