//! How even the spaces of justified text are: `cargo run -p typesetting --example evenness -- FILE...`.
//!
//! Every line of a file is set as a paragraph; printed is how wide the spaces of the stretched lines came out, as
//! multiples of a natural space.

use document::{Block, Document, Meta, Orientation, Paper, Section, Text};
use typesetting::{Fonts, Layout, lay_out};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut blocks = Vec::new();
    for file in std::env::args().skip(1) {
        let text = std::fs::read_to_string(file)?;
        let paragraphs = text.lines().filter(|line| line.chars().count() > 150);
        blocks.extend(paragraphs.map(|line| Block::Paragraph(Text::plain(line.trim()))));
    }
    let paragraphs = blocks.len();
    let meta = Meta {
        title: String::new(),
        author: String::new(),
        subject: String::new(),
        created: "2026-01-05T08:30:00+07:00".parse()?,
    };
    let paper = Paper { orientation: Orientation::Portrait, blocks };
    let document = Document { meta, sections: vec![Section::Paper(paper)] };
    let mut spaces = stretches(&lay_out(&document, &Fonts::bundled()));
    spaces.sort_by(f32::total_cmp);
    if spaces.is_empty() {
        return Err("no paragraph of several lines was given".into());
    }
    println!(
        "{paragraphs} paragraphs, {} stretched lines; a space is, as a multiple of its natural width:",
        spaces.len()
    );
    for percent in [0.0, 1.0, 10.0, 50.0, 90.0, 99.0, 99.9, 100.0] {
        let at = ((spaces.len() - 1) as f32 * percent / 100.0).round() as usize;
        println!("  {percent:>5} % of lines at most {:.2}", spaces[at]);
    }
    for limit in [1.5, 2.0, 3.0] {
        let wide = spaces.iter().filter(|space| **space > limit).count();
        println!("  {wide} lines above {limit}");
    }
    Ok(())
}

/// The width of a space in every line that is stretched to the right margin, as a multiple of a natural one.
fn stretches(layout: &Layout) -> Vec<f32> {
    let mut found = Vec::new();
    for page in &layout.pages {
        for run in page.runs() {
            let natural = run.size * 0.25;
            let space = |at: usize| run.text_of(at) == " ";
            let last = run.glyphs.len().saturating_sub(1);
            let inner = (0..last).find(|at| space(*at));
            let stretched = (0..last).any(|at| space(at) && (run.glyphs[at].advance - natural).abs() > 0.001);
            if let Some(at) = inner.filter(|_| stretched) {
                found.push(run.glyphs[at].advance / natural);
            }
        }
    }
    found
}
