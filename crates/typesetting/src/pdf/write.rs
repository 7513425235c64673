//! Drawing pages with printpdf, the only file that knows it. What printpdf leaves out or writes wrong is mended in
//! `finish`.

use std::collections::BTreeMap;

use document::{Point as Place, Segment};
use printpdf::{
    Codepoint, Color, DictItem, FontId, Line, LinePoint, Op, PaintMode, ParsedFont, PdfDocument, PdfFont,
    PdfFontHandle, PdfPage, PdfSaveOptions, Point, Polygon, PolygonRing, Pt, Rect, Rgb, TextItem,
    WindingOrder,
};

use crate::fonts::{FaceId, Fonts};
use crate::frame::{GlyphRun, Item, Layout, Page, Path, Rule, Shape};
use crate::pdf::codes::Codes;
use crate::pdf::tags::{Artifact, Marks};

/// The pages as a document of the low-level library.
pub(super) fn pages(layout: &Layout, fonts: &Fonts, codes: &Codes, marks: &Marks) -> lopdf::Document {
    let mut document = PdfDocument::new(&layout.meta.title);
    for (id, face) in codes.faces() {
        if let Some(mut parsed) = ParsedFont::from_bytes(&face.program, 0, &mut Vec::new()) {
            parsed.font_name = Some(subset_name(id, fonts));
            document.resources.fonts.map.insert(font_id(id), PdfFont::new(parsed));
        }
    }
    let pages = layout
        .pages
        .iter()
        .enumerate()
        .map(|(index, page)| {
            let ops = Pen { page, fonts, codes, ops: Vec::new(), state: State::default() }.draw(marks, index);
            let sheet = Rect::from_wh(Pt(page.width_pt), Pt(page.height_pt));
            PdfPage { media_box: sheet.clone(), trim_box: sheet.clone(), crop_box: sheet, ops }
        })
        .collect();
    document.with_pages(pages);
    let options =
        PdfSaveOptions { optimize: false, subset_fonts: false, secure: true, image_optimization: None };
    document.to_lopdf_document(&options, &mut Vec::new())
}

/// Resource name of a face.
fn font_id(id: FaceId) -> FontId {
    FontId(format!("F{}", id.index()))
}

/// Name of an embedded subset: six letters, a plus sign, the face's own name.
pub(super) fn subset_name(id: FaceId, fonts: &Fonts) -> String {
    let letter = char::from(b'A' + u8::try_from(id.index() % 26).unwrap_or(0));
    format!("BVANG{letter}+{}", fonts.name(id))
}

/// What was last set, so that it is not set again.
#[derive(Default)]
struct State {
    fill: document::Color,
    stroke: document::Color,
    thickness: f32,
}

/// Draws one page.
struct Pen<'a> {
    page: &'a Page,
    fonts: &'a Fonts,
    codes: &'a Codes,
    ops: Vec<Op>,
    state: State,
}

impl Pen<'_> {
    fn draw(mut self, marks: &Marks, index: usize) -> Vec<Op> {
        for stretch in marks.stretches(index) {
            match stretch.mark {
                Some((kind, mark)) => {
                    let map = BTreeMap::from([("MCID".to_string(), DictItem::Int(mark as i64))]);
                    let properties = DictItem::Dict { map };
                    self.ops.push(Op::BeginMarkedContentWithProperties { tag: kind.into(), properties });
                }
                None => self.ops.push(artifact(stretch.artifact)),
            }
            for item in &self.page.items[stretch.items.clone()] {
                self.item(item);
            }
            self.ops.push(Op::EndMarkedContent);
        }
        self.ops
    }

    fn item(&mut self, item: &Item) {
        match &item.shape {
            Shape::Glyphs(run) => self.run(run),
            Shape::Rule(rule) => self.rule(rule),
            Shape::Path(path) => self.path(path),
        }
    }

    /// One text section for each run; a glyph that sits higher or lower than the baseline begins another.
    fn run(&mut self, run: &GlyphRun) {
        let Some(codes) = self.codes.face(run.face) else { return };
        let face = self.fonts.face(run.face);
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
            let first_x = round(pen + glyphs[0].dx);
            let mut shown = Vec::with_capacity(glyphs.len());
            // Where a viewer's pen will be, from the widths in the file, against where the glyph belongs.
            let mut viewer = first_x;
            for (index, glyph) in glyphs.iter().enumerate() {
                let code = codes.code(glyph.id, run.text_of(start + index));
                viewer += width_in_file(face.nominal_advance(glyph.id), face.units) / 1000.0 * run.size;
                pen += glyph.advance;
                let next = glyphs.get(index + 1).map_or(pen, |next| pen + next.dx);
                let off = (viewer - next) * 1000.0 / run.size;
                // A thousandth of the size is too little to see; it is made good with the next glyph.
                let offset = if index + 1 < glyphs.len() && off.abs() >= 1.0 { off.round() } else { 0.0 };
                viewer -= offset / 1000.0 * run.size;
                shown.push(Codepoint { gid: code, offset, cid: None });
            }
            self.ops.push(Op::StartTextSection);
            self.ops.push(Op::SetFont {
                font: PdfFontHandle::External(font_id(run.face)),
                size: Pt(round(run.size)),
            });
            let y = round(self.page.height_pt - run.y + rise);
            self.ops.push(Op::SetTextCursor { pos: Point { x: Pt(first_x), y: Pt(y) } });
            self.ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(shown)] });
            self.ops.push(Op::EndTextSection);
            start = end;
        }
    }

    fn rule(&mut self, rule: &Rule) {
        self.stroke(document::Color::default(), rule.thickness);
        let points = [(rule.x0, rule.y0), (rule.x1, rule.y1)]
            .map(|(x, y)| self.point(&Place { x, y }, false))
            .to_vec();
        self.ops.push(Op::DrawLine { line: Line { points, is_closed: false } });
    }

    fn path(&mut self, path: &Path) {
        if let Some(fill) = path.fill {
            self.fill(fill);
        }
        if let Some((color, width)) = path.stroke {
            self.stroke(color, width);
        }
        let mode = match (path.fill.is_some(), path.stroke.is_some()) {
            (true, true) => PaintMode::FillStroke,
            (true, false) => PaintMode::Fill,
            (false, true) => PaintMode::Stroke,
            (false, false) => return,
        };
        let rings = self.rings(&path.segments);
        if path.fill.is_none() {
            for (points, is_closed) in rings {
                self.ops.push(Op::DrawLine { line: Line { points, is_closed } });
            }
            return;
        }
        let rings = rings.into_iter().map(|(points, _)| PolygonRing { points }).collect();
        self.ops
            .push(Op::DrawPolygon { polygon: Polygon { rings, mode, winding_order: WindingOrder::NonZero } });
    }

    /// The closed and open parts of an outline.
    fn rings(&self, segments: &[Segment]) -> Vec<(Vec<LinePoint>, bool)> {
        let mut rings: Vec<(Vec<LinePoint>, bool)> = Vec::new();
        for segment in segments {
            let points = match segment {
                Segment::Move(to) => {
                    rings.push((vec![self.point(to, false)], false));
                    continue;
                }
                Segment::Line(to) => vec![self.point(to, false)],
                Segment::Curve(first, second, to) => {
                    vec![self.point(first, true), self.point(second, true), self.point(to, false)]
                }
                Segment::Close => {
                    if let Some((_, closed)) = rings.last_mut() {
                        *closed = true;
                    }
                    continue;
                }
            };
            match rings.last_mut() {
                Some((ring, false)) => ring.extend(points),
                _ => rings.push((points, false)),
            }
        }
        rings.retain(|(points, _)| points.len() > 1);
        rings
    }

    fn point(&self, place: &Place, bezier: bool) -> LinePoint {
        let p = Point { x: Pt(round(place.x)), y: Pt(round(self.page.height_pt - place.y)) };
        LinePoint { p, bezier }
    }

    fn fill(&mut self, color: document::Color) {
        if self.state.fill != color {
            self.state.fill = color;
            self.ops.push(Op::SetFillColor { col: rgb(color) });
        }
    }

    fn stroke(&mut self, color: document::Color, thickness: f32) {
        if self.state.stroke != color {
            self.state.stroke = color;
            self.ops.push(Op::SetOutlineColor { col: rgb(color) });
        }
        if self.state.thickness != thickness {
            self.state.thickness = thickness;
            self.ops.push(Op::SetOutlineThickness { pt: Pt(thickness) });
        }
    }
}

/// Opens a stretch that no screen reader reads.
fn artifact(kind: Artifact) -> Op {
    let tag = "Artifact".to_string();
    let name = |name: &str| DictItem::Name(name.into());
    let (kind, subtype) = match kind {
        Artifact::Decoration => return Op::BeginMarkedContent { tag },
        Artifact::Repeated => ("Pagination", None),
        Artifact::PageNumber => ("Pagination", Some("Header")),
    };
    let subtype = subtype.map(|subtype| ("Subtype".to_string(), name(subtype)));
    let map = std::iter::once(("Type".to_string(), name(kind))).chain(subtype).collect();
    Op::BeginMarkedContentWithProperties { tag, properties: DictItem::Dict { map } }
}

/// A glyph's width as `/W` states it, in thousandths of an em.
pub(super) fn width_in_file(advance: i32, units: f32) -> f32 {
    (advance as f32 * 1000.0 / units * 100.0).round() / 100.0
}

fn rgb(color: document::Color) -> Color {
    let part = |value: u8| (f32::from(value) / 255.0 * 1000.0).round() / 1000.0;
    Color::Rgb(Rgb::new(part(color.r), part(color.g), part(color.b), None))
}

/// Hundredths of a point are finer than any printer.
fn round(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}
