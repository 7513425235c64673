//! Measured against the decree's table and articles, element by element, for short, long and hostile content. "PL I"
//! is appendix I of Decree 30/2020/NĐ-CP.

mod body;
mod foot;
mod head;
mod looks;
mod page;

use crate::papers::Words;
use crate::readers::pdf::{Line, MM, Page, Stroke};
use crate::written::written;

/// Single spacing of Times, as a multiple of the size.
const SINGLE: f32 = 1.149;
/// How far the baseline of a single-spaced line lies below its top.
const BASELINE: f32 = 0.912;
const RED: [f32; 3] = [1.0, 0.0, 0.0];
const BLACK: [f32; 3] = [0.0; 3];

/// The pages of a document as another program reads them.
fn pages(name: &str) -> &'static [Page] {
    &written(name).file.pages
}

/// The pages of a document that exists for each case.
fn pages_for(kind: &str, words: &Words) -> &'static [Page] {
    pages(&format!("{kind}-{}", words.case))
}

fn lines(pages: &[Page]) -> impl Iterator<Item = (usize, &Line)> {
    pages.iter().enumerate().flat_map(|(number, page)| page.lines.iter().map(move |line| (number, line)))
}

/// The first line that starts with `words`, with its page.
fn find<'a>(pages: &'a [Page], words: &str) -> (usize, &'a Line) {
    lines(pages)
        .find(|(_, line)| line.text().trim_start().starts_with(words))
        .unwrap_or_else(|| panic!("no line starts with “{words}”"))
}

/// The first level stroke below a line that lies under its middle.
fn rule_below<'a>(page: &'a Page, line: &Line) -> &'a Stroke {
    let below = page.strokes.iter().filter(|stroke| {
        stroke.is_level()
            && stroke.top() > line.y()
            && stroke.left() < line.middle()
            && stroke.right() > line.middle()
    });
    below.min_by(|one, other| one.top().total_cmp(&other.top())).expect("a rule lies below the line")
}

fn check_indent(line: &Line) {
    let indent = line.left() / MM - 30.0;
    assert!(
        (indent - 10.0).abs() < 0.4 || (indent - 12.7).abs() < 0.4,
        "PL I.I.II.6.e: “{}” is indented {indent} mm",
        line.text()
    );
}
