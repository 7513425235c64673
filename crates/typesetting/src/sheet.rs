//! Certificate sheets: frames and ornament as artifacts, text shrunk to its box, signature fields where the design
//! puts them.

use std::sync::Arc;

use document::{
    Align, Diagnostic, Placed, Point, Rect, Segment, Severity, Sheet, TextBox, TextRole, VerticalAlign,
};

use crate::clean::{Ink, Span};
use crate::compose::{Composition, Stack};
use crate::form::MM;
use crate::frame::{Item, Page, Path, Role, Shape, SignatureField};
use crate::lines::{Line, Measure, break_cell, break_lines, widest_unbreakable};

/// How finely a size is chosen, in points.
const STEP: f32 = 0.25;
/// The size below which words are broken rather than made smaller still.
const FLOOR: f32 = 2.0;
/// The smallest size there is: a hundredth of a point is the finest that the file tells.
const TINIEST: f32 = 0.01;
/// Largest page edge in millimetres: A0 and more.
const LARGEST: f32 = 2000.0;

/// The ornament of a sheet, for the next one of its size to share.
pub(crate) type Ornament<'a> = Vec<(&'a Placed, Edges, Arc<Path>)>;

impl<'a> Composition<'a> {
    /// Lays out one sheet as one page. What it has in common with the sheet before, it shares. What a design puts
    /// beyond the page's edge is moved to the edge and told.
    pub(crate) fn sheet(&mut self, sheet: &'a Sheet) -> Page {
        let mut page = Page {
            width_pt: sane(sheet.width).clamp(10.0, LARGEST) * MM,
            height_pt: sane(sheet.height).clamp(10.0, LARGEST) * MM,
            ..Page::default()
        };
        let edges = Edges { right: page.width_pt, bottom: page.height_pt };
        let mut off = false;
        let before = std::mem::take(&mut self.ornament);
        for placed in &sheet.items {
            if let Some(path) = path(placed, edges, before.get(self.ornament.len()), &mut off) {
                self.ornament.push((placed, edges, Arc::clone(&path)));
                page.items.push(Item { tag: None, shape: Shape::Path(path) });
            }
            match placed {
                Placed::Frame { .. } | Placed::Path { .. } => {}
                Placed::Text(text) => {
                    let rect = edges.hold(&text.rect, &mut off);
                    page.items.extend(self.text_box(text, rect, edges));
                }
                Placed::Signature { rect, name, tooltip } => {
                    let rect = edges.hold(rect, &mut off);
                    page.fields.push(SignatureField {
                        name: name.clone(),
                        tooltip: tooltip.clone(),
                        x: rect.x,
                        y: rect.y,
                        width: rect.width,
                        height: rect.height,
                        tag: self.tag(Role::Form, None),
                    });
                }
            }
        }
        if off {
            self.report_off_page();
        }
        page
    }

    fn text_box(&mut self, text: &TextBox, rect: Rect, edges: Edges) -> Vec<Item> {
        let wished = sane(text.size_pt).clamp(FLOOR, 500.0);
        let smallest = sane(text.min_size_pt).clamp(FLOOR, wished);
        let ink = Ink {
            family: text.family,
            size: wished,
            bold: text.bold,
            italic: text.italic,
            color: text.color,
        };
        let spacing = sane(text.leading).clamp(1.0, 5.0);
        let spans = self.spans(&text.text, ink);
        // How far letters reach over their leading, above and below, in ems.
        let tall = spans.iter().map(|span| self.fonts.face(span.face)).map(|face| face.ascent + face.descent);
        let over = (tall.fold(0.0, f32::max) - spacing).max(0.0) / 2.0;
        let (spans, mut lines, size) = self.shrink(spans, &rect, (spacing, over), wished, edges);
        if text.align == Align::Center {
            // Never more lines than were found to fit the box.
            lines = break_cell(&spans, self.fonts, rect.width);
        }
        if lines.is_empty() {
            return Vec::new();
        }
        if size < smallest - 0.01 {
            self.report_too_long(text);
        }
        let role = match text.role {
            TextRole::Heading => Role::Heading(1),
            TextRole::Paragraph => Role::Paragraph,
        };
        let tag = self.tag(role, None);
        let leading = size * spacing;
        let spare = rect.height - leading * lines.len() as f32;
        let y = rect.y
            + match text.vertical {
                VerticalAlign::Top => 0.0,
                VerticalAlign::Middle => spare / 2.0,
                VerticalAlign::Bottom => spare,
            };
        // At the page's edge the text gives way.
        let y = y.min(edges.bottom - leading * lines.len() as f32 - over * size).max(over * size);
        let stack = Stack {
            x: rect.x,
            y,
            width: rect.width,
            first_indent: 0.0,
            rest_indent: 0.0,
            leading,
            align: text.align,
        };
        self.stack(&lines, &spans, stack, Some(tag))
    }

    /// Makes the text as large as fits its box without breaking a word, at most `wished`: the spans, their lines,
    /// the size.
    fn shrink(
        &self,
        mut spans: Vec<Span>,
        rect: &Rect,
        (spacing, over): (f32, f32),
        wished: f32,
        edges: Edges,
    ) -> (Vec<Span>, Vec<Line>, f32) {
        let mut fits_down = |size: f32| {
            spans.iter_mut().for_each(|span| span.size = size);
            let lines = break_lines(&spans, self.fonts, Measure::ragged(rect.width)).len();
            let height = lines as f32 * size * spacing;
            let fits_down = height <= rect.height + 0.01 && height + over * size * 2.0 <= edges.bottom;
            (fits_down, widest_unbreakable(&spans, self.fonts) <= rect.width + 0.01)
        };
        let mut fits = |size: f32| fits_down(size) == (true, true);
        let mut size = wished;
        if !fits(wished) {
            // The largest size that fits lies between these, counted in steps from the floor.
            let (mut low, mut high) = (0.0, ((wished - FLOOR) / STEP).ceil());
            while high - low > 1.0 {
                let middle = ((low + high) / 2.0_f32).floor();
                if fits(FLOOR + middle * STEP) { low = middle } else { high = middle }
            }
            size = FLOOR + low * STEP;
            // Far too long a text is set too small to read, but nothing of it is lost or leaves the page.
            while size > TINIEST && !fits_down(size).0 {
                size = (size * 0.8).max(TINIEST);
            }
        }
        spans.iter_mut().for_each(|span| span.size = size);
        let lines = break_lines(&spans, self.fonts, Measure::ragged(rect.width));
        (spans, lines, size)
    }

    fn report_off_page(&mut self) {
        self.report(Diagnostic {
            severity: Severity::Warning,
            code: "off-page".into(),
            message: "Mẫu trình bày có phần nằm ngoài mép giấy; phần đó đã được đặt sát mép. Hãy sửa vị trí trong mẫu."
                .into(),
            field: None,
        });
    }

    fn report_too_long(&mut self, text: &TextBox) {
        let written: String = text.text.to_plain().chars().take(40).collect();
        self.report(Diagnostic {
            severity: Severity::Error,
            code: "text-too-long".into(),
            message: format!(
                "Nội dung “{written}…” quá dài so với ô trên phôi; chữ đã thu nhỏ dưới cỡ tối thiểu {} pt. Hãy rút gọn.",
                text.min_size_pt
            ),
            field: text.text.runs.iter().find_map(|run| run.field.clone()),
        });
    }
}

/// The outline of ornament, shared with the sheet before when it is the same there.
fn path(
    placed: &Placed,
    edges: Edges,
    before: Option<&(&Placed, Edges, Arc<Path>)>,
    off: &mut bool,
) -> Option<Arc<Path>> {
    if let Some((.., path)) = before.filter(|(known, on, _)| (*known, *on) == (placed, edges)) {
        return Some(Arc::clone(path));
    }
    let path = match placed {
        Placed::Frame { rect, line_pt, color } => {
            let stroke = Some((*color, line_width(*line_pt)));
            Path { segments: outline(&edges.hold(rect, off)), stroke, fill: None }
        }
        Placed::Path { segments, stroke, fill } => Path {
            segments: segments.iter().map(|segment| edges.hold_segment(segment, off)).collect(),
            stroke: stroke.map(|(color, width)| (color, line_width(width))),
            fill: *fill,
        },
        _ => return None,
    };
    Some(Arc::new(path))
}

/// A number that can be drawn with.
fn sane(number: f32) -> f32 {
    if number.is_finite() { number.clamp(-LARGEST, LARGEST) } else { 0.0 }
}

fn line_width(points: f32) -> f32 {
    sane(points).clamp(0.0, 100.0)
}

/// How far a page reaches, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Edges {
    right: f32,
    bottom: f32,
}

impl Edges {
    /// A rectangle of millimetres in points, moved and cut so that it lies on the page and has an area.
    fn hold(self, rect: &Rect, off: &mut bool) -> Rect {
        let least = MM;
        let x = held(sane(rect.x) * MM, self.right - least, off);
        let y = held(sane(rect.y) * MM, self.bottom - least, off);
        let width = held(sane(rect.width).max(1.0) * MM, self.right - x, off);
        let height = held(sane(rect.height).max(1.0) * MM, self.bottom - y, off);
        Rect { x, y, width, height }
    }

    fn hold_segment(self, segment: &Segment, off: &mut bool) -> Segment {
        let mut point = |point: &Point| Point {
            x: held(sane(point.x) * MM, self.right, off),
            y: held(sane(point.y) * MM, self.bottom, off),
        };
        match segment {
            Segment::Move(to) => Segment::Move(point(to)),
            Segment::Line(to) => Segment::Line(point(to)),
            Segment::Curve(first, second, to) => Segment::Curve(point(first), point(second), point(to)),
            Segment::Close => Segment::Close,
        }
    }
}

/// A length between 0 and `most`; whether it had to be changed by more than can be seen.
fn held(length: f32, most: f32, off: &mut bool) -> f32 {
    let held = length.clamp(0.0, most);
    *off |= (held - length).abs() > 0.1;
    held
}

/// The outline of a rectangle in points.
fn outline(rect: &Rect) -> Vec<Segment> {
    let corner = |x: f32, y: f32| Point { x, y };
    vec![
        Segment::Move(corner(rect.x, rect.y)),
        Segment::Line(corner(rect.x + rect.width, rect.y)),
        Segment::Line(corner(rect.x + rect.width, rect.y + rect.height)),
        Segment::Line(corner(rect.x, rect.y + rect.height)),
        Segment::Close,
    ]
}
