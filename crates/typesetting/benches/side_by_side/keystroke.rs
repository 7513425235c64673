//! How long it takes from a keystroke to the new preview: the whole document is laid out again and the page that is
//! seen is drawn, in one process, as the window does it.

use std::time::{Duration, Instant};

use document::Document;
use typesetting::{Fonts, lay_out, svg};

use crate::content;
use crate::table::Line;

/// Keystrokes measured.
const STROKES: usize = 200;

/// Measures typing in a short and in a long document.
pub(crate) fn measure() -> Vec<Line> {
    vec![
        typing("keystroke to preview, decision", 10.0, content::typed_decision),
        typing("keystroke to preview, report", 50.0, content::typed_report),
    ]
}

fn typing(title: &str, limit: f64, document: impl Fn(&str) -> Document) -> Line {
    let fonts = Fonts::bundled();
    let letters = content::letters();
    let mut times: Vec<Duration> = Vec::with_capacity(STROKES);
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
    let ms = |time: Duration| time.as_secs_f64() * 1000.0;
    let (median, late) = (ms(times[STROKES / 2]), ms(times[STROKES * 95 / 100]));
    Line::limit(&format!("{title} of {pages} pages"), "95th percentile", late, limit, "ms")
        .with(format!("median {median:.1} ms"))
}
