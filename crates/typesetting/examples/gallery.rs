//! Writes the sample documents as PDF, SVG and PNG into a folder, to be looked at: `cargo run -p typesetting --example
//! gallery -- FOLDER`.

#[path = "../tests/typesetting/samples.rs"]
mod samples;

use std::time::Instant;

use document::Orientation;
use typesetting::{Fonts, lay_out, pdf, pdf_for_preflight, png, svg};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| ".".into());
    let fonts = Fonts::bundled();
    let list = |orientation| samples::document(vec![samples::annex(60, orientation)]);
    let documents = [
        ("decision", samples::decision(28)),
        ("minutes", samples::minutes()),
        ("submission", samples::submission()),
        ("report", samples::report()),
        ("letter", samples::letter()),
        ("long-letter", samples::long_letter()),
        ("vote", samples::vote()),
        ("marked", samples::marked()),
        ("regulation", samples::regulation()),
        ("portrait", list(Orientation::Portrait)),
        ("landscape", list(Orientation::Landscape)),
        ("certificate", samples::certificates(2)),
        ("hostile", samples::hostile()),
        ("certificates", samples::certificates(200)),
        ("thousand", samples::decision(1000)),
    ];
    for (name, document) in documents {
        let start = Instant::now();
        let layout = lay_out(&document, &fonts);
        let laid_out = start.elapsed();
        let bytes = pdf(&layout, &fonts)?;
        let written = start.elapsed() - laid_out;
        std::fs::write(format!("{folder}/{name}.pdf"), &bytes)?;
        std::fs::write(format!("{folder}/{name}-1b.pdf"), pdf_for_preflight(&layout, &fonts)?)?;
        let start = Instant::now();
        for (number, page) in layout.pages.iter().enumerate().take(3) {
            std::fs::write(format!("{folder}/{name}-{}.svg", number + 1), svg(page, &fonts))?;
        }
        let drawn = start.elapsed();
        std::fs::write(format!("{folder}/{name}.png"), png(&layout.pages[0], &fonts, 1.0)?)?;
        println!(
            "{name}: {} pages, {} KB; laid out {laid_out:?}, written {written:?}, three previews {drawn:?}",
            layout.pages.len(),
            bytes.len() / 1024
        );
        for found in &layout.diagnostics {
            println!("  {:?} {} {}", found.severity, found.code, found.message);
        }
    }
    Ok(())
}
