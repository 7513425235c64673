//! What layout produces and every output draws: pages of placed runs, rules and paths, and the tag tree.
//!
//! Lengths are points, measured from the page's top left corner, y downwards. Nothing here knows a file format.

use std::sync::Arc;

use document::{Color, Diagnostic, Meta, Point, Rect, Segment};

use crate::fonts::FaceId;

/// A document laid out: all that [`crate::pdf`] and [`crate::svg`] need.
#[derive(Debug, Clone)]
pub struct Layout {
    /// The pages in order.
    pub pages: Vec<Page>,
    /// What could not be set as written.
    pub diagnostics: Vec<Diagnostic>,
    /// What the file says about itself.
    pub meta: Meta,
    /// The tag tree in reading order, parents before children.
    pub tags: Vec<Tag>,
}

/// One page.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// Width in points.
    pub width_pt: f32,
    /// Height in points.
    pub height_pt: f32,
    /// Its number in its paper, from 1; 0 on a certificate.
    pub number: usize,
    /// How many lines of text and rows it holds, the signature block not counted.
    pub lines: usize,
    /// What is drawn, in order.
    pub items: Vec<Item>,
    /// Empty signature fields on this page.
    pub fields: Vec<SignatureField>,
}

/// Something drawn, and the tag it belongs to. Without a tag it is an artifact: decoration, not content.
#[derive(Debug, Clone)]
pub struct Item {
    /// Place in [`Layout::tags`].
    pub tag: Option<TagId>,
    /// What it looks like.
    pub shape: Shape,
}

/// What an item looks like.
#[derive(Debug, Clone)]
pub enum Shape {
    /// Glyphs on a baseline.
    Glyphs(GlyphRun),
    /// A straight line, horizontal or vertical.
    Rule(Rule),
    /// Lines and curves; pages that have an ornament in common share it.
    Path(Arc<Path>),
}

/// Glyphs of one face, size and origin on one baseline.
#[derive(Debug, Clone)]
pub struct GlyphRun {
    /// Which face.
    pub face: FaceId,
    /// Size in points.
    pub size: f32,
    /// Where the first glyph starts.
    pub x: f32,
    /// The baseline.
    pub y: f32,
    /// Colour.
    pub color: Color,
    /// The characters, NFC, in reading order.
    pub text: String,
    /// The glyphs, from left to right.
    pub glyphs: Vec<Glyph>,
    /// Key of the template field the text came from.
    pub field: Option<Arc<str>>,
    /// True where a fact is missing.
    pub hole: bool,
    /// How far the face reaches above the baseline, in points.
    pub ascent: f32,
    /// How far it reaches below, in points, positive.
    pub descent: f32,
}

/// A glyph of a run.
#[derive(Debug, Clone, Copy)]
pub struct Glyph {
    /// Its number in the face.
    pub id: u16,
    /// How far the next glyph starts, in points; kerning and justification included.
    pub advance: f32,
    /// Shift to the right of its place, in points.
    pub dx: f32,
    /// Shift upwards of its place, in points.
    pub dy: f32,
    /// Where its text starts in the run's, in bytes; it ends where the next glyph's starts.
    pub start: u32,
}

impl GlyphRun {
    /// Width in points.
    pub fn width(&self) -> f32 {
        self.glyphs.iter().map(|glyph| glyph.advance).sum()
    }

    /// The room it takes, in points: all its letters from the top of the tallest to the foot of the deepest.
    pub fn bounds(&self) -> Rect {
        Rect { x: self.x, y: self.y - self.ascent, width: self.width(), height: self.ascent + self.descent }
    }

    /// The characters that glyph `index` stands for; empty for the further glyphs of one cluster.
    pub fn text_of(&self, index: usize) -> &str {
        let start = |at: usize| self.glyphs.get(at).map_or(self.text.len(), |glyph| glyph.start as usize);
        self.text.get(start(index)..start(index + 1)).unwrap_or("")
    }
}

/// A straight line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// Start.
    pub x0: f32,
    /// Start.
    pub y0: f32,
    /// End.
    pub x1: f32,
    /// End.
    pub y1: f32,
    /// Thickness in points.
    pub thickness: f32,
}

/// An outline, stroked, filled or both.
#[derive(Debug, Clone)]
pub struct Path {
    /// Its steps; points instead of millimetres.
    pub segments: Vec<Segment>,
    /// Stroke colour and width.
    pub stroke: Option<(Color, f32)>,
    /// Fill colour.
    pub fill: Option<Color>,
}

/// A place where somebody will sign.
#[derive(Debug, Clone, PartialEq)]
pub struct SignatureField {
    /// Field name, unique in the document.
    pub name: String,
    /// What a pointer or a screen reader says.
    pub tooltip: String,
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
    /// Its `Form` tag.
    pub tag: TagId,
}

/// Place of a tag in [`Layout::tags`].
pub type TagId = usize;

/// One node of the tag tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// What it is.
    pub role: Role,
    /// The node it is in; none directly in the document.
    pub parent: Option<TagId>,
}

/// What a tagged part is, by the standard names of PDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Heading of a level from 1 to 6.
    Heading(u8),
    /// Paragraph.
    Paragraph,
    /// List.
    List,
    /// Entry of a list.
    Entry,
    /// What an entry says, its label included.
    EntryBody,
    /// Table.
    Table,
    /// Table row.
    Row,
    /// Head cell of a column.
    HeadCell,
    /// Cell; how many columns it spans.
    Cell(u16),
    /// Form field.
    Form,
}

impl Page {
    /// The runs of text on the page.
    pub fn runs(&self) -> impl Iterator<Item = &GlyphRun> {
        self.items.iter().filter_map(|item| match &item.shape {
            Shape::Glyphs(run) => Some(run),
            _ => None,
        })
    }
}

/// A last page that holds next to nothing but the signature block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overflow {
    /// The page's number in its paper.
    pub page: usize,
    /// How many lines stand on it, the signature block not counted.
    pub lines: usize,
}

/// More lines than this are worth a page: fewer come over only to keep the signature company.
const FEW_LINES: usize = 4;

impl Layout {
    /// Whether the first paper would be a page shorter if it were a few lines shorter: then it may be worth trying to
    /// [`crate::fit`] it. Only looks at the pages that are there.
    pub fn overflow(&self) -> Option<Overflow> {
        let first = self.pages.iter().enumerate().take_while(|(index, page)| page.number == index + 1);
        let (_, last) = first.last()?;
        (last.number > 1 && last.lines <= FEW_LINES)
            .then_some(Overflow { page: last.number, lines: last.lines })
    }

    /// Where the text of a field stands: page, counted from 0, and a rectangle in points for each stretch of it.
    pub fn rects_of(&self, field: &str) -> Vec<(usize, Rect)> {
        let runs = self.pages.iter().enumerate().flat_map(|(page, on)| on.runs().map(move |run| (page, run)));
        let own = runs.filter(|(_, run)| run.field.as_deref() == Some(field));
        own.map(|(page, run)| (page, run.bounds())).collect()
    }
}

impl Shape {
    /// Moves it.
    pub(crate) fn shift(&mut self, dx: f32, dy: f32) {
        match self {
            Shape::Glyphs(run) => {
                run.x += dx;
                run.y += dy;
            }
            Shape::Rule(rule) => {
                rule.x0 += dx;
                rule.x1 += dx;
                rule.y0 += dy;
                rule.y1 += dy;
            }
            Shape::Path(path) => {
                let shift = |point: &mut Point| {
                    point.x += dx;
                    point.y += dy;
                };
                for segment in &mut Arc::make_mut(path).segments {
                    match segment {
                        Segment::Move(to) | Segment::Line(to) => shift(to),
                        Segment::Curve(first, second, to) => [first, second, to].into_iter().for_each(shift),
                        Segment::Close => {}
                    }
                }
            }
        }
    }
}
