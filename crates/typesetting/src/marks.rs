//! Elements that only some papers have: boxed marks, the agency's stamp, the address at the foot, the head of a copy
//! (PL I.I.III.2 to 4 and PL I.II; cells 10b to 14 of the decree's plan).
//!
//! What has its place on page 1 whatever the text does comes as a pinned slab, whose y is final; when it is too large
//! for that place it is set in the text instead, so that nothing is lost.

use document::{AgencyStamp, Align, Color, CopyHead, Point, Run, Segment, Text, Urgency};

use crate::clean::{Ink, Span};
use crate::closing::stack_into;
use crate::compose::{Composition, Stack};
use crate::flow::{Area, Keep, Slab};
use crate::form::{MM, urgency_width};
use crate::frame::{Item, Path, Role, Rule, Shape, SignatureField};
use crate::lines::{break_balanced, natural_width};

/// Space between a mark in the top margin and the head, in points.
const ABOVE_HEAD: f32 = 5.0;
/// Space kept free at the paper's top edge, in points: printers cannot reach it.
const EDGE: f32 = 11.0;
/// Space left and right of the words in a box, in points.
const PADDING: f32 = 8.0;
/// Space between the head and the box of urgency, in points.
const BELOW_HEAD: f32 = 6.0;
/// Space above the rule of the address and of a copy, in points.
const RULE_GAP: f32 = 6.0;
/// A foot taller than this share of the page is set after the text.
const TALLEST_FOOT: f32 = 0.3;
/// Width kept for the stamp beside a mark, in points: a date and time of 10 pt.
const STAMP_WIDTH: f32 = 150.0;
/// The ink of the urgency stamps, bright red (PL I.I.III.2.b).
const RED: Color = Color { r: 255, g: 0, b: 0 };

impl Composition<'_> {
    /// The urgency in its box, at the left margin below number and abstract (10b).
    pub(crate) fn urgency(&mut self, urgency: Urgency, field: Option<String>, area: Area) -> Slab {
        let ink = Ink { color: RED, ..self.form.looks.urgency.into() };
        let words = Run { text: urgency.words().into(), field, ..Run::default() };
        let spans = self.spans(&Text { runs: vec![words] }, ink);
        let width = urgency_width(urgency) * MM;
        let mut slab = self.boxed(&spans, area.left, width, self.form.mark_height * MM);
        slab.space_before = BELOW_HEAD;
        slab.keep = Keep::Must;
        slab
    }

    /// Who may read the paper, in a box above the national name (11). Too long a text is set in the text's width.
    pub(crate) fn circulation(&mut self, text: &Text, beside_stamp: bool, area: Area) -> (Slab, bool) {
        let spans = self.spans(text, self.form.looks.circulation);
        let (_, right) = self.head_columns(area);
        let width = natural_width(&spans, self.fonts) + PADDING * 2.0;
        let height = self.form.mark_height * MM;
        if width <= right.width {
            let free =
                if beside_stamp { right.width - STAMP_WIDTH - width } else { (right.width - width) / 2.0 };
            let mut slab = self.boxed(&spans, right.x + free, width, height);
            let y = area.top - ABOVE_HEAD - slab.height;
            if y >= EDGE {
                slab.shift(y);
                return (slab, true);
            }
        }
        let width = width.min(area.width);
        let mut slab = self.boxed(&spans, area.left + area.width - width, width, height);
        if slab.height > area.height() {
            // What goes over several pages can have no frame around it.
            slab.items.retain(|item| !matches!(item.shape, Shape::Path(_)));
        }
        slab.height += ABOVE_HEAD;
        (slab, false)
    }

    /// Words in the middle of a single frame that is at least `height` high.
    fn boxed(&mut self, spans: &[Span], x: f32, width: f32, height: f32) -> Slab {
        let lines = break_balanced(spans, self.fonts, width - PADDING);
        let leading = self.single(spans);
        let height = height.max(leading * lines.len() as f32 + PADDING / 2.0);
        let stack = Stack {
            x: x + PADDING / 2.0,
            y: (height - leading * lines.len() as f32) / 2.0,
            width: width - PADDING,
            first_indent: 0.0,
            rest_indent: 0.0,
            leading,
            align: Align::Center,
        };
        let tag = self.paragraph_tag();
        let color = spans.first().map_or_else(Color::default, |span| span.color);
        let mut items = vec![self.frame(x, width, height, color)];
        items.extend(self.stack(&lines, spans, stack, Some(tag)));
        Slab { height, items, ..Slab::default() }
    }

    fn frame(&self, x: f32, width: f32, height: f32, color: Color) -> Item {
        let corner = |x: f32, y: f32| Point { x, y };
        let segments = vec![
            Segment::Move(corner(x, 0.0)),
            Segment::Line(corner(x + width, 0.0)),
            Segment::Line(corner(x + width, height)),
            Segment::Line(corner(x, height)),
            Segment::Close,
        ];
        let path = Path { segments, stroke: Some((color, self.form.rule)), fill: None };
        Item { tag: None, shape: Shape::Path(path.into()) }
    }

    /// The agency's electronic signature: known text, 10 pt, and below it the field where the signing tool writes
    /// the time (14).
    pub(crate) fn agency_stamp(
        &mut self,
        stamp: &AgencyStamp,
        beside_mark: bool,
        area: Area,
    ) -> (Slab, bool) {
        let look = self.form.looks.stamp;
        let spans = self.spans(&stamp.text, look);
        let digit = self.spans(&Text::plain("0"), look);
        let single = self.single(&digit);
        let (_, right) = self.head_columns(area);
        let width = if beside_mark { STAMP_WIDTH - PADDING } else { right.width };
        let x = right.x + right.width - width;
        let lines = break_balanced(&spans, self.fonts, width);
        let text_height = single * lines.len() as f32;
        let room = area.top - EDGE - ABOVE_HEAD;
        let pinned = text_height + single <= room;
        // Two lines hold date, time and zone; more room than that would only hide the page from a click.
        let field_height = if pinned { (room - text_height).min(single * 2.0) } else { single * 2.0 };
        let stack = Stack {
            x,
            y: 0.0,
            width,
            first_indent: 0.0,
            rest_indent: 0.0,
            leading: single,
            align: Align::Right,
        };
        let tag = (!lines.is_empty()).then(|| self.paragraph_tag());
        let items = self.stack(&lines, &spans, stack, tag);
        let field = SignatureField {
            name: stamp.field.clone(),
            tooltip: "Chữ ký số của cơ quan, tổ chức".into(),
            x,
            y: text_height,
            width,
            height: field_height,
            tag: self.tag(Role::Form, None),
        };
        let height = text_height + field_height;
        let mut slab = Slab { height, items, fields: vec![field], ..Slab::default() };
        if pinned {
            slab.shift(area.top - ABOVE_HEAD - height);
        }
        (slab, pinned)
    }

    /// Address and the like, centred below a rule across the text (13).
    pub(crate) fn address(&mut self, entries: &[Text], area: Area) -> (Slab, bool) {
        let setting = crate::blocks::Setting { space_before: 0.0, spacing: 1.0, ..self.centred(area) };
        let mut lines = Vec::new();
        for entry in entries {
            self.text(entry, self.form.looks.address, setting, &mut lines);
        }
        let mut slab = Slab { space_before: RULE_GAP, ..Slab::default() };
        slab.items.push(self.full_rule(area, 0.0));
        stack_into(&mut slab, lines, RULE_GAP / 2.0);
        let fits = slab.height <= area.height() * TALLEST_FOOT;
        (slab, fits)
    }

    /// The drafter's mark where no closing stands before it (12).
    pub(crate) fn drafter(&mut self, text: &Text, area: Area, out: &mut Vec<Slab>) {
        let setting = crate::blocks::Setting {
            align: Align::Left,
            first_indent: 0.0,
            spacing: 1.0,
            ..self.running(area)
        };
        self.text(text, self.form.looks.drafter, setting, out);
    }

    /// The head of a copy, below a rule across the text; the closing that follows stays with it.
    pub(crate) fn copy_head(&mut self, copy: &CopyHead, area: Area) -> Slab {
        let looks = self.form.looks.clone();
        let (left, right) = self.head_columns(area);
        let mut items = vec![self.full_rule(area, 0.0)];
        let top = RULE_GAP * 2.0;
        let mut left_y = self.centre(&copy.agency, looks.agency, left, top, &mut items);
        left_y = self.rule_below(1, left, left_y, true, &mut items);
        let right_y = self.centre(&copy.form, looks.copy_form, right, top, &mut items);
        let row = left_y.max(right_y) + RULE_GAP;
        let left_end = self.centre(&copy.number, looks.number, left, row, &mut items);
        let right_end = self.centre(&copy.place_and_date, looks.place_and_date, right, row, &mut items);
        Slab {
            space_before: RULE_GAP * 2.0,
            height: left_end.max(right_end),
            items,
            lines: 2,
            keep: Keep::Must,
            ..Slab::default()
        }
    }

    /// A rule from margin to margin.
    fn full_rule(&self, area: Area, y: f32) -> Item {
        let rule =
            Rule { x0: area.left, y0: y, x1: area.left + area.width, y1: y, thickness: self.form.rule };
        Item { tag: None, shape: Shape::Rule(rule) }
    }
}
