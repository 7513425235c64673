//! The two-column head of page 1: agency and number on the left, national name, motto, place and date on the right
//! (PL I.I.II.1 to 5, cells 1 to 5b of the decree's plan).

use document::{Align, Head, Text};

use crate::blocks::{RULE_DROP, items_width};
use crate::compose::{Composition, Stack};
use crate::flow::{Area, Slab};
use crate::form::Look;
use crate::frame::{Item, Shape};
use crate::lines::{break_balanced, natural_width};

const NATIONAL_NAME: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
const MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";
/// Space between the columns, in points.
const GUTTER: f32 = 6.0;
/// Space above the row of number and date, in points.
const NUMBER_GAP: f32 = 10.0;
/// Space between the number and a letter's abstract, in points (PL I.I.II.5.b).
const SUMMARY_GAP: f32 = 6.0;

/// One column of the head.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Column {
    pub(crate) x: f32,
    pub(crate) width: f32,
}

impl Composition<'_> {
    /// The whole head, as one slab.
    pub(crate) fn head(&mut self, head: &Head, area: Area) -> Slab {
        let looks = self.form.looks.clone();
        let (left, right) = self.head_columns(area);
        let mut items = Vec::new();

        let mut left_y = 0.0;
        if let Some(parent) = &head.parent {
            left_y = self.centre(parent, looks.parent, left, left_y, &mut items);
        }
        let before = items.len();
        left_y = self.centre(&head.agency, looks.agency, left, left_y, &mut items);
        left_y = self.rule_below(before, left, left_y, true, &mut items);

        let mut right_y =
            self.centre(&Text::plain(NATIONAL_NAME), looks.national_name, right, 0.0, &mut items);
        let before = items.len();
        right_y = self.centre(&Text::plain(MOTTO), looks.motto, right, right_y, &mut items);
        right_y = self.rule_below(before, right, right_y, false, &mut items);

        let row = left_y.max(right_y) + NUMBER_GAP;
        let (mut left_end, mut right_end) = (left_y, right_y);
        if let Some(number) = &head.number {
            left_end = self.centre(number, looks.number, left, row, &mut items);
        }
        if let Some(place_and_date) = &head.place_and_date {
            right_end = self.centre(place_and_date, looks.place_and_date, right, row, &mut items);
        }
        if let Some(summary) = &head.summary {
            left_end = self.centre(summary, looks.letter_summary, left, left_end + SUMMARY_GAP, &mut items);
        }
        Slab { height: left_end.max(right_end), items, lines: 1, ..Slab::default() }
    }

    /// The columns in the decree's proportion; the right one never narrower than the national name.
    pub(crate) fn head_columns(&mut self, area: Area) -> (Column, Column) {
        let look = self.form.looks.national_name;
        let spans = self.spans(&Text::plain(NATIONAL_NAME), look);
        let needed = natural_width(&spans, self.fonts) + 1.0;
        let left =
            (area.width * self.form.head_left_share).min(area.width - GUTTER - needed).max(area.width * 0.2);
        let right = area.width - left - GUTTER;
        (Column { x: area.left, width: left }, Column { x: area.left + left + GUTTER, width: right })
    }

    /// Sets a text centred in a column from `y` down; where it ends.
    pub(crate) fn centre(
        &mut self,
        text: &Text,
        look: Look,
        column: Column,
        y: f32,
        items: &mut Vec<Item>,
    ) -> f32 {
        let spans = self.spans(text, look);
        let lines = break_balanced(&spans, self.fonts, column.width);
        if lines.is_empty() {
            return y;
        }
        let tag = self.paragraph_tag();
        let leading = self.single(&spans);
        let stack = Stack {
            x: column.x,
            y,
            width: column.width,
            first_indent: 0.0,
            rest_indent: 0.0,
            leading,
            align: Align::Center,
        };
        items.extend(self.stack(&lines, &spans, stack, Some(tag)));
        y + leading * lines.len() as f32
    }

    /// Draws a rule below the lines set since `before`, a short one or one as long as the last of them; where it ends.
    pub(crate) fn rule_below(
        &self,
        before: usize,
        column: Column,
        y: f32,
        short: bool,
        items: &mut Vec<Item>,
    ) -> f32 {
        let widths = line_widths(&items[before..]);
        let Some(&last) = widths.last() else { return y };
        let length = if short { self.short_length(&widths) } else { last };
        let rule = self.level_rule(column.x + column.width / 2.0, y + RULE_DROP, length);
        items.push(Item { tag: None, shape: Shape::Rule(rule) });
        y + RULE_DROP * 1.8
    }
}

/// The widths of centred lines, from the top down.
fn line_widths(items: &[Item]) -> Vec<f32> {
    let baseline = |item: &Item| match &item.shape {
        Shape::Glyphs(run) => Some(run.y),
        _ => None,
    };
    items
        .chunk_by(|one, other| baseline(one) == baseline(other))
        .map(items_width)
        .filter(|width| *width > 0.0)
        .collect()
}
