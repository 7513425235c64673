//! Content streams: what a page draws, as operators. Everything on it is marked with its tag or as an artifact.
//!
//! Ornament that several pages share is drawn once, as a form that each of them uses.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use document::{Color, Point, Segment};

use crate::fonts::FaceId;
use crate::frame::{GlyphRun, Item, Layout, Page, Path, Rule, Shape};
use crate::pdf::codes::Codes;
use crate::pdf::embed::resource;
use crate::pdf::tags::{Artifact, Marks, Stretch};

/// Ornament of fewer steps is hardly longer than its use.
const WORTH_SHARING: usize = 24;

/// Ornament that several pages have in common.
#[derive(Default)]
pub(super) struct Ornaments {
    /// Where each is drawn first: page and items.
    first: Vec<(usize, Range<usize>)>,
    numbers: HashMap<Key, usize>,
}

/// The height of the page and the addresses of the paths: what makes two stretches of ornament the same.
type Key = (u32, Vec<usize>);

impl Ornaments {
    /// Looks for what more than one page draws.
    pub(super) fn find(layout: &Layout, marks: &Marks) -> Ornaments {
        let mut seen: HashMap<Key, (usize, Range<usize>)> = HashMap::new();
        let mut found = Ornaments::default();
        for (number, page) in layout.pages.iter().enumerate() {
            for stretch in marks.stretches(number) {
                let Some(key) = key(page, stretch) else { continue };
                if found.numbers.contains_key(&key) {
                    continue;
                }
                match seen.remove(&key) {
                    Some(first) => {
                        found.numbers.insert(key, found.first.len());
                        found.first.push(first);
                    }
                    None => {
                        seen.insert(key, (number, stretch.items.clone()));
                    }
                }
            }
        }
        found
    }

    /// Name of an ornament among a page's resources.
    pub(super) fn resource(number: usize) -> String {
        format!("O{number}")
    }

    /// Width and height of the page that an ornament is drawn on, and its content.
    pub(super) fn forms(&self, layout: &Layout) -> Vec<(f32, f32, String)> {
        let forms = self.first.iter().filter_map(|(page, items)| {
            let page = layout.pages.get(*page)?;
            let mut pen = Pen { height: page.height_pt, out: String::new(), state: State::unknown() };
            for item in &page.items[items.clone()] {
                if let Shape::Path(path) = &item.shape {
                    pen.path(path);
                }
            }
            Some((page.width_pt, page.height_pt, pen.out))
        });
        forms.collect()
    }
}

/// What identifies a stretch of ornament that is worth sharing.
fn key(page: &Page, stretch: &Stretch) -> Option<Key> {
    if stretch.mark.is_some() {
        return None;
    }
    let mut steps = 0;
    let paths = page.items[stretch.items.clone()].iter().map(|item| match &item.shape {
        Shape::Path(path) => {
            steps += path.segments.len();
            Some(Arc::as_ptr(path).addr())
        }
        _ => None,
    });
    let paths: Vec<usize> = paths.collect::<Option<_>>()?;
    (steps >= WORTH_SHARING).then_some((page.height_pt.to_bits(), paths))
}

/// What pages are drawn with.
pub(super) struct Means<'a> {
    pub(super) codes: &'a Codes,
    pub(super) ornaments: &'a Ornaments,
}

/// The content stream of a page.
pub(super) fn page(page: &Page, stretches: &[Stretch], means: &Means<'_>) -> String {
    let mut pen = Pen { height: page.height_pt, out: String::new(), state: State::default() };
    for stretch in stretches {
        match stretch.mark {
            Some((kind, mark)) => {
                pen.out.push('/');
                pen.out.push_str(kind);
                pen.out.push_str("<</MCID ");
                pen.integer(i64::try_from(mark).unwrap_or(i64::MAX));
                pen.out.push_str(">>BDC\n");
            }
            None => pen.out.push_str(match stretch.artifact {
                Artifact::Decoration => "/Artifact BMC\n",
                Artifact::Repeated => "/Artifact<</Type/Pagination>>BDC\n",
                Artifact::PageNumber => "/Artifact<</Type/Pagination/Subtype/Header>>BDC\n",
            }),
        }
        let shared = key(page, stretch).and_then(|key| means.ornaments.numbers.get(&key));
        match shared {
            Some(&number) => {
                pen.out.push('/');
                pen.out.push_str(&Ornaments::resource(number));
                pen.out.push_str(" Do\n");
            }
            None => page.items[stretch.items.clone()].iter().for_each(|item| pen.item(item, means)),
        }
        pen.out.push_str("EMC\n");
    }
    pen.out
}

/// What was last set, so that it is not set again; none where it is not known.
struct State {
    fill: Option<Color>,
    stroke: Option<Color>,
    thickness: Option<f32>,
    font: Option<(FaceId, f32)>,
}

impl Default for State {
    /// As a page begins.
    fn default() -> Self {
        State { fill: Some(Color::default()), stroke: Some(Color::default()), thickness: None, font: None }
    }
}

impl State {
    /// As a form begins, whoever uses it.
    fn unknown() -> Self {
        State { fill: None, stroke: None, thickness: None, font: None }
    }
}

/// Writes operators.
struct Pen {
    /// Of the page: PDF counts from its foot.
    height: f32,
    out: String,
    state: State,
}

impl Pen {
    fn item(&mut self, item: &Item, means: &Means<'_>) {
        match &item.shape {
            Shape::Glyphs(run) => self.run(run, means),
            Shape::Rule(rule) => self.rule(rule),
            Shape::Path(path) => self.path(path),
        }
    }

    /// One text object for each run; a glyph that sits higher or lower than the baseline begins another.
    fn run(&mut self, run: &GlyphRun, means: &Means<'_>) {
        let Some(codes) = means.codes.face(run.face) else { return };
        self.fill(run.color);
        let mut pen = run.x;
        let mut start = 0;
        while start < run.glyphs.len() {
            let rise = run.glyphs[start].dy;
            let end = run.glyphs[start..]
                .iter()
                .position(|glyph| (glyph.dy - rise).abs() > 0.001)
                .map_or(run.glyphs.len(), |length| start + length);
            let glyphs = &run.glyphs[start..end];
            let first_x = rounded(pen + glyphs[0].dx);
            self.out.push_str("BT ");
            self.font(run.face, rounded(run.size));
            self.number(first_x);
            self.number(self.height - run.y + rise);
            self.out.push_str("Td [<");
            // Where a viewer's pen will be, from the widths in the file, against where the glyph belongs.
            let mut viewer = first_x;
            for (index, glyph) in glyphs.iter().enumerate() {
                let code = codes.code(glyph.id, run.text_of(start + index));
                self.code(code);
                viewer += codes.entries[usize::from(code)].width / 1000.0 * run.size;
                pen += glyph.advance;
                let Some(next) = glyphs.get(index + 1) else { break };
                let off = (viewer - pen - next.dx) * 1000.0 / run.size;
                // A thousandth of the size is too little to see; it is made good with the next glyph.
                if off.abs() >= 1.0 {
                    let offset = off.round();
                    viewer -= offset / 1000.0 * run.size;
                    self.out.push('>');
                    self.integer(offset as i64);
                    self.out.push('<');
                }
            }
            self.out.push_str(">] TJ ET\n");
            start = end;
        }
    }

    fn font(&mut self, face: FaceId, size: f32) {
        if self.state.font != Some((face, size)) {
            self.state.font = Some((face, size));
            self.out.push('/');
            self.out.push_str(&resource(face));
            self.out.push(' ');
            self.number(size);
            self.out.push_str("Tf ");
        }
    }

    fn rule(&mut self, rule: &Rule) {
        self.stroke(Color::default(), rule.thickness);
        self.point(&Point { x: rule.x0, y: rule.y0 });
        self.out.push_str("m ");
        self.point(&Point { x: rule.x1, y: rule.y1 });
        self.out.push_str("l S\n");
    }

    fn path(&mut self, path: &Path) {
        if let Some(fill) = path.fill {
            self.fill(fill);
        }
        if let Some((color, width)) = path.stroke {
            self.stroke(color, width);
        }
        let paint = match (path.fill.is_some(), path.stroke.is_some()) {
            (true, true) => "B\n",
            (true, false) => "f\n",
            (false, true) => "S\n",
            (false, false) => return,
        };
        // A path can only begin with a move.
        let begins = path.segments.iter().position(|segment| matches!(segment, Segment::Move(_)));
        let Some(begins) = begins else { return };
        for segment in &path.segments[begins..] {
            match segment {
                Segment::Move(to) => {
                    self.point(to);
                    self.out.push_str("m\n");
                }
                Segment::Line(to) => {
                    self.point(to);
                    self.out.push_str("l\n");
                }
                Segment::Curve(first, second, to) => {
                    [first, second, to].into_iter().for_each(|point| self.point(point));
                    self.out.push_str("c\n");
                }
                Segment::Close => self.out.push_str("h\n"),
            }
        }
        self.out.push_str(paint);
    }

    fn point(&mut self, place: &Point) {
        self.number(place.x);
        self.number(self.height - place.y);
    }

    fn fill(&mut self, color: Color) {
        if self.state.fill != Some(color) {
            self.state.fill = Some(color);
            self.color(color);
            self.out.push_str("rg\n");
        }
    }

    fn stroke(&mut self, color: Color, thickness: f32) {
        if self.state.stroke != Some(color) {
            self.state.stroke = Some(color);
            self.color(color);
            self.out.push_str("RG\n");
        }
        if self.state.thickness != Some(thickness) {
            self.state.thickness = Some(thickness);
            self.number(thickness);
            self.out.push_str("w\n");
        }
    }

    fn color(&mut self, color: Color) {
        for part in [color.r, color.g, color.b] {
            self.decimal(i64::from((u32::from(part) * 1000 + 127) / 255), 3);
        }
    }

    /// A number and a space. Hundredths of a point are finer than any printer.
    fn number(&mut self, value: f32) {
        self.decimal((value * 100.0).round() as i64, 2);
    }

    /// A number given in units of its last decimal, and a space.
    fn decimal(&mut self, value: i64, decimals: u32) {
        let unit = 10_i64.pow(decimals);
        if value < 0 {
            self.out.push('-');
        }
        self.integer(value.abs() / unit);
        let mut rest = value.abs() % unit;
        if rest > 0 {
            self.out.push('.');
            let mut place = unit / 10;
            while rest > 0 {
                self.digit(rest / place);
                rest %= place;
                place /= 10;
            }
        }
        self.out.push(' ');
    }

    fn integer(&mut self, value: i64) {
        if value < 0 {
            self.out.push('-');
        }
        let value = value.abs();
        let mut place = 1;
        while value / place >= 10 {
            place *= 10;
        }
        while place > 0 {
            self.digit(value / place % 10);
            place /= 10;
        }
    }

    fn digit(&mut self, value: i64) {
        self.out.push(char::from(b"0123456789"[usize::try_from(value).unwrap_or(0) % 10]));
    }

    /// A code in hexadecimal digits.
    fn code(&mut self, code: u16) {
        let digits = [12, 8, 4, 0].map(|shift| b"0123456789ABCDEF"[usize::from(code >> shift & 15)]);
        self.out.push_str(str::from_utf8(&digits).unwrap_or_default());
    }
}

/// As it will be in the file.
fn rounded(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}
