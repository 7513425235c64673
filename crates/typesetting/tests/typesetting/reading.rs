//! Reading laid-out pages back: lines, tags, rules.

use typesetting::{Fonts, GlyphRun, Item, Layout, Page, Role, Rule, Shape, TagId, lay_out};

/// Millimetres to points.
pub(crate) const MM: f32 = 72.0 / 25.4;

/// A line of text on a page: all runs of one tag on one baseline.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub(crate) text: String,
    pub(crate) x: f32,
    /// Right end, the space at the end left out.
    pub(crate) right: f32,
    pub(crate) y: f32,
    pub(crate) size: f32,
    pub(crate) tag: Option<TagId>,
}

/// Lays out with the bundled faces.
pub(crate) fn laid_out(document: &document::Document) -> Layout {
    lay_out(document, &Fonts::bundled())
}

pub(crate) fn runs(page: &Page) -> impl Iterator<Item = (&Item, &GlyphRun)> {
    page.items.iter().filter_map(|item| match &item.shape {
        Shape::Glyphs(run) => Some((item, run)),
        _ => None,
    })
}

pub(crate) fn rules(page: &Page) -> Vec<Rule> {
    let rule = |item: &Item| match item.shape {
        Shape::Rule(rule) => Some(rule),
        _ => None,
    };
    page.items.iter().filter_map(rule).collect()
}

/// The lines of a page in drawing order.
pub(crate) fn lines(page: &Page) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for (item, run) in runs(page) {
        let trailing = match run.glyphs.last() {
            Some(glyph) if run.text.ends_with(' ') => glyph.advance,
            _ => 0.0,
        };
        let right = run.x + run.width() - trailing;
        match lines.last_mut() {
            Some(line) if line.tag == item.tag && (line.y - run.y).abs() < 0.01 => {
                line.text.push_str(&run.text);
                line.right = right;
            }
            _ => lines.push(Line {
                text: run.text.clone(),
                x: run.x,
                right,
                y: run.y,
                size: run.size,
                tag: item.tag,
            }),
        }
    }
    lines
}

/// The lines that are content, in drawing order.
pub(crate) fn content(page: &Page) -> Vec<Line> {
    lines(page).into_iter().filter(|line| line.tag.is_some()).collect()
}

/// The first content line that contains `words`, with its page.
pub(crate) fn find(layout: &Layout, words: &str) -> (usize, Line) {
    let found = layout.pages.iter().enumerate().find_map(|(index, page)| {
        content(page).into_iter().find(|line| line.text.contains(words)).map(|line| (index, line))
    });
    found.unwrap_or_else(|| panic!("no line contains “{words}”"))
}

/// All content as one text, white space made single.
pub(crate) fn whole_text(layout: &Layout) -> String {
    let mut text = String::new();
    let mut tag = None;
    for page in &layout.pages {
        for (item, run) in runs(page).filter(|(item, _)| item.tag.is_some()) {
            if item.tag != tag {
                text.push(' ');
            }
            tag = item.tag;
            text.push_str(&run.text);
        }
    }
    squeezed(&text)
}

/// White space made single.
pub(crate) fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(crate) fn role(layout: &Layout, line: &Line) -> Option<Role> {
    line.tag.map(|tag| layout.tags[tag].role)
}

/// The artifacts in the top margin: page numbers.
pub(crate) fn page_number(page: &Page) -> Option<String> {
    lines(page).into_iter().find(|line| line.tag.is_none() && line.y < 20.0 * MM).map(|line| line.text)
}
