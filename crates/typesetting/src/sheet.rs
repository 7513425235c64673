//! Certificate sheets: frames and ornament as artifacts, text shrunk to its box, signature fields where the design
//! puts them.

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
/// The size below which text is let overflow its box.
const FLOOR: f32 = 2.0;
/// Largest page edge in millimetres: A0 and more.
const LARGEST: f32 = 2000.0;

impl Composition<'_> {
    /// Lays out one sheet as one page.
    pub(crate) fn sheet(&mut self, sheet: &Sheet) -> Page {
        let mut page = Page {
            width_pt: sane(sheet.width).clamp(10.0, LARGEST) * MM,
            height_pt: sane(sheet.height).clamp(10.0, LARGEST) * MM,
            ..Page::default()
        };
        for placed in &sheet.items {
            match placed {
                Placed::Frame { rect, line_pt, color } => {
                    let path = Path {
                        segments: outline(rect),
                        stroke: Some((*color, line_width(*line_pt))),
                        fill: None,
                    };
                    page.items.push(Item { tag: None, shape: Shape::Path(path) });
                }
                Placed::Path { segments, stroke, fill } => {
                    let path = Path {
                        segments: segments.iter().map(in_points).collect(),
                        stroke: stroke.map(|(color, width)| (color, line_width(width))),
                        fill: *fill,
                    };
                    page.items.push(Item { tag: None, shape: Shape::Path(path) });
                }
                Placed::Text(text) => page.items.extend(self.text_box(text)),
                Placed::Signature { rect, name, tooltip } => {
                    let rect = scaled(rect);
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
        page
    }

    fn text_box(&mut self, text: &TextBox) -> Vec<Item> {
        let rect = scaled(&text.rect);
        let wished = sane(text.size_pt).clamp(FLOOR, 500.0);
        let smallest = sane(text.min_size_pt).clamp(FLOOR, wished);
        let ink = Ink {
            family: text.family,
            size: wished,
            bold: text.bold,
            italic: text.italic,
            color: text.color,
        };
        let spacing = sane(text.leading).clamp(0.5, 5.0);
        let spans = self.spans(&text.text, ink);
        let (spans, mut lines, size) = self.shrink(spans, &rect, spacing, wished);
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
        spacing: f32,
        wished: f32,
    ) -> (Vec<Span>, Vec<Line>, f32) {
        let mut fits = |size: f32| {
            spans.iter_mut().for_each(|span| span.size = size);
            let lines = break_lines(&spans, self.fonts, Measure::ragged(rect.width)).len();
            let fits_down = lines as f32 * size * spacing <= rect.height + 0.01;
            fits_down && widest_unbreakable(&spans, self.fonts) <= rect.width + 0.01
        };
        let mut size = wished;
        if !fits(wished) {
            // The largest size that fits lies between these, counted in steps from the floor.
            let (mut low, mut high) = (0.0, ((wished - FLOOR) / STEP).ceil());
            while high - low > 1.0 {
                let middle = ((low + high) / 2.0_f32).floor();
                if fits(FLOOR + middle * STEP) { low = middle } else { high = middle }
            }
            size = FLOOR + low * STEP;
        }
        spans.iter_mut().for_each(|span| span.size = size);
        let lines = break_lines(&spans, self.fonts, Measure::ragged(rect.width));
        (spans, lines, size)
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

/// A number that can be drawn with.
fn sane(number: f32) -> f32 {
    if number.is_finite() { number.clamp(-LARGEST, LARGEST) } else { 0.0 }
}

fn line_width(points: f32) -> f32 {
    sane(points).clamp(0.0, 100.0)
}

fn scaled(rect: &Rect) -> Rect {
    Rect {
        x: sane(rect.x) * MM,
        y: sane(rect.y) * MM,
        width: sane(rect.width).max(1.0) * MM,
        height: sane(rect.height).max(1.0) * MM,
    }
}

fn in_points(segment: &Segment) -> Segment {
    let point = |point: &Point| Point { x: sane(point.x) * MM, y: sane(point.y) * MM };
    match segment {
        Segment::Move(to) => Segment::Move(point(to)),
        Segment::Line(to) => Segment::Line(point(to)),
        Segment::Curve(first, second, to) => Segment::Curve(point(first), point(second), point(to)),
        Segment::Close => Segment::Close,
    }
}

fn outline(rect: &Rect) -> Vec<Segment> {
    let rect = scaled(rect);
    let corner = |x: f32, y: f32| Point { x, y };
    vec![
        Segment::Move(corner(rect.x, rect.y)),
        Segment::Line(corner(rect.x + rect.width, rect.y)),
        Segment::Line(corner(rect.x + rect.width, rect.y + rect.height)),
        Segment::Line(corner(rect.x, rect.y + rect.height)),
        Segment::Close,
    ]
}
