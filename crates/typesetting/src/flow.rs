//! Putting slabs on pages: keeping together what belongs together, repeating table heads, numbering pages.
//!
//! A slab is a piece that is not cut unless it is taller than a page: a line, a table row, the closing block. Not
//! here: what slabs hold.

use std::sync::Arc;

use document::{Align, Orientation, Paper, Text};

use crate::blocks::PaperSlabs;
use crate::compose::{Composition, Stack};
use crate::form::MM;
use crate::frame::{Item, Page, Rule, Shape, SignatureField};
use crate::lines::{Measure, break_lines};

/// A piece that stays whole unless it is taller than a page. Its items have their final x; their y counts from the slab's top.
#[derive(Debug, Clone, Default)]
pub(crate) struct Slab {
    /// Space above, dropped at the top of a page.
    pub(crate) space_before: f32,
    pub(crate) height: f32,
    pub(crate) items: Vec<Item>,
    pub(crate) fields: Vec<SignatureField>,
    /// Lines of text or rows' lines it holds; 0 for rules, gaps and the closing.
    pub(crate) lines: usize,
    /// How many lines must follow it on its page.
    pub(crate) followers: usize,
    /// Whether it stays on the page of the next slab.
    pub(crate) keep: Keep,
    /// Table head to repeat when this slab begins a page.
    pub(crate) head: Option<Arc<Slab>>,
}

/// Whether a slab stays on the page of the next one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Keep {
    /// A page may end here.
    #[default]
    Free,
    /// A page ends here only when all that belongs together is taller than a page.
    Rather,
    /// No page ends here.
    Must,
}

/// The text area of a paper, in points.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Area {
    pub(crate) page_width: f32,
    pub(crate) page_height: f32,
    pub(crate) left: f32,
    pub(crate) width: f32,
    pub(crate) top: f32,
    pub(crate) bottom: f32,
}

impl Slab {
    /// Moves everything on it down.
    pub(crate) fn shift(&mut self, dy: f32) {
        self.items.iter_mut().for_each(|item| item.shape.shift(0.0, dy));
        self.fields.iter_mut().for_each(|field| field.y += dy);
    }
}

impl Area {
    pub(crate) fn height(&self) -> f32 {
        self.bottom - self.top
    }
}

impl Composition<'_> {
    /// Lays out one paper; at least one page.
    pub(crate) fn paper(&mut self, paper: &Paper) -> Vec<Page> {
        let area = self.area(paper.orientation);
        let PaperSlabs { flow, mut pinned, foot } = self.slabs(&paper.blocks, area);
        let first_bottom = area.bottom - foot.as_ref().map_or(0.0, |foot| foot.height + foot.space_before);
        let mut pages = paginate(flow, area, first_bottom);
        pinned.extend(foot.map(|mut foot| {
            foot.shift(area.bottom - foot.height);
            foot
        }));
        if let Some(first) = pages.first_mut() {
            for slab in pinned {
                first.items.extend(slab.items);
                first.fields.extend(slab.fields);
            }
        }
        for (index, page) in pages.iter_mut().enumerate() {
            page.number = index + 1;
            page.items = join_rules(std::mem::take(&mut page.items));
            if index > 0 {
                let number = self.page_number(index + 1, area);
                page.items.splice(0..0, number);
            }
        }
        pages
    }

    fn area(&self, orientation: Orientation) -> Area {
        let (page_width, page_height) = match orientation {
            Orientation::Portrait => (210.0 * MM, 297.0 * MM),
            Orientation::Landscape => (297.0 * MM, 210.0 * MM),
        };
        let margins = self.form.margins;
        Area {
            page_width,
            page_height,
            left: margins.left * MM,
            width: page_width - (margins.left + margins.right) * MM,
            top: margins.top * MM,
            bottom: page_height - margins.bottom * MM,
        }
    }

    /// The number in the middle of the top margin.
    fn page_number(&mut self, number: usize, area: Area) -> Vec<Item> {
        let spans = self.spans(&Text::plain(number.to_string()), self.form.looks.page_number);
        let leading = self.single(&spans);
        let lines = break_lines(&spans, self.fonts, Measure::ragged(area.width));
        let stack = Stack {
            x: area.left,
            y: (area.top - leading) / 2.0,
            width: area.width,
            first_indent: 0.0,
            rest_indent: 0.0,
            leading,
            align: Align::Center,
        };
        self.stack(&lines, &spans, stack, None)
    }
}

/// Cuts a slab between its lines: the first part no taller than `first`, the others than `rest`.
fn cut(slab: Slab, first: f32, rest: f32) -> Vec<Slab> {
    let starts = cutting_places(&slab, first, rest);
    let ends = starts.iter().skip(1).copied().chain([slab.height]);
    let mut parts: Vec<Slab> = starts
        .iter()
        .zip(ends)
        .map(|(&start, end)| Slab {
            height: end - start,
            head: slab.head.clone(),
            lines: 1,
            ..Slab::default()
        })
        .collect();
    if slab.head.is_some() {
        close_parts(&slab, &mut parts);
    }
    let part_at = |y: f32| starts.iter().rposition(|&start| start <= y).unwrap_or(0);
    for mut item in slab.items {
        match item.shape {
            Shape::Rule(rule) if rule.x0 == rule.x1 => {
                for (part, &start) in parts.iter_mut().zip(&starts) {
                    let y0 = (rule.y0 - start).max(0.0);
                    let y1 = (rule.y1 - start).min(part.height);
                    let shape = Shape::Rule(Rule { y0, y1, ..rule });
                    part.items.extend((y0 < y1).then_some(Item { tag: None, shape }));
                }
            }
            Shape::Rule(rule) => {
                let index = starts.iter().rposition(|&start| start < rule.y0).unwrap_or(0);
                item.shape.shift(0.0, -starts[index]);
                parts[index].items.push(item);
            }
            Shape::Glyphs(ref run) => {
                let index = part_at(run.y - run.size);
                item.shape.shift(0.0, -starts[index]);
                parts[index].items.push(item);
            }
            Shape::Path(_) => parts[0].items.push(item),
        }
    }
    for field in slab.fields {
        let index = part_at(field.y);
        parts[index].fields.push(SignatureField { y: field.y - starts[index], ..field });
    }
    if let Some(first) = parts.first_mut() {
        first.space_before = slab.space_before;
    }
    if let Some(last) = parts.last_mut() {
        last.keep = slab.keep;
    }
    parts
}

/// Draws the bottom border of a cut table row at the end of each part.
fn close_parts(slab: &Slab, parts: &mut [Slab]) {
    let border = slab.items.iter().rev().find_map(|item| match item.shape {
        Shape::Rule(rule) if rule.y0 == rule.y1 => Some(rule),
        _ => None,
    });
    let Some((rule, (_, but_last))) = border.zip(parts.split_last_mut()) else { return };
    for part in but_last {
        let shape = Shape::Rule(Rule { y0: part.height, y1: part.height, ..rule });
        part.items.push(Item { tag: None, shape });
    }
}

/// Tops of the parts of a tall slab: each begins with a line that the part before has no room for.
fn cutting_places(slab: &Slab, first: f32, rest: f32) -> Vec<f32> {
    let mut lines: Vec<(f32, f32)> = slab
        .items
        .iter()
        .filter_map(|item| match &item.shape {
            Shape::Glyphs(run) => Some((run.y - run.size, run.y + run.size * 0.3)),
            _ => None,
        })
        .chain(slab.fields.iter().map(|field| (field.y, field.y + field.height)))
        .collect();
    lines.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut starts = vec![0.0];
    let mut start = 0.0;
    for (top, bottom) in lines {
        let room = if starts.len() == 1 { first } else { rest };
        // Cells keep some space below their last line.
        if bottom - start > room - 10.0 && top > start {
            start = top;
            starts.push(start);
        }
    }
    starts
}

/// The least of a cut slab that is worth a place at the end of a page, in points: four lines.
const SMALLEST_PART: f32 = 70.0;

/// Where the next slab goes.
struct Cursor {
    pages: Vec<Page>,
    area: Area,
    /// Where text ends on the first page; lower on the others when that page has a foot.
    first_bottom: f32,
    y: f32,
    fresh: bool,
}

fn paginate(slabs: Vec<Slab>, area: Area, first_bottom: f32) -> Vec<Page> {
    let mut cursor = Cursor { pages: Vec::new(), area, first_bottom, y: area.top, fresh: true };
    cursor.new_page();
    let mut waiting = slabs.into_iter();
    while let Some(first) = waiting.next() {
        let mut chain = vec![first];
        while chain.last().is_some_and(|slab| slab.keep > Keep::Free) {
            let Some(next) = waiting.next() else { break };
            chain.push(next);
        }
        cursor.place_chain(chain);
    }
    cursor.pages
}

impl Cursor {
    fn new_page(&mut self) {
        self.pages.push(Page {
            width_pt: self.area.page_width,
            height_pt: self.area.page_height,
            ..Page::default()
        });
        self.y = self.area.top;
        self.fresh = true;
    }

    fn bottom(&self) -> f32 {
        if self.pages.len() < 2 { self.first_bottom } else { self.area.bottom }
    }

    /// Whether the next page has more room than what is left here.
    fn gains_by_turning(&self) -> bool {
        !self.fresh || self.bottom() < self.area.bottom
    }

    /// The height of a page below a repeated head.
    fn page_room(&self, slab: &Slab) -> f32 {
        self.area.height() - slab.head.as_ref().map_or(0.0, |head| head.height)
    }

    /// What of a chain must be on one page: all of it, or what comes before a slab that is cut anyway and its start.
    fn least_height(&self, chain: &[Slab]) -> f32 {
        let mut height = 0.0;
        for slab in chain {
            height += slab.space_before;
            if slab.height > self.page_room(slab) {
                return height + SMALLEST_PART;
            }
            height += slab.height;
        }
        height
    }

    /// The pieces of a chain taller than a page: parted where it would rather than must stay together, else counted
    /// from its end by what fits on a page, so that a signature keeps its company.
    fn pieces(&self, mut chain: Vec<Slab>) -> Vec<Vec<Slab>> {
        let inner = &chain[..chain.len().saturating_sub(1)];
        let mut cuts: Vec<usize> = inner
            .iter()
            .enumerate()
            .filter(|(_, slab)| slab.keep == Keep::Rather)
            .map(|(at, _)| at + 1)
            .collect();
        if cuts.is_empty() {
            let mut height = 0.0;
            for (at, slab) in chain.iter().enumerate().rev() {
                let own = slab.space_before + slab.height;
                height += own;
                if height > self.page_room(slab) && at + 1 < chain.len() {
                    cuts.push(at + 1);
                    height = own;
                }
            }
            cuts.reverse();
        }
        let mut pieces: Vec<Vec<Slab>> = cuts.into_iter().rev().map(|cut| chain.split_off(cut)).collect();
        pieces.push(chain);
        pieces.reverse();
        pieces
    }

    fn place_chain(&mut self, chain: Vec<Slab>) {
        let Some(first) = chain.first() else { return };
        let height = self.least_height(&chain);
        let first_space = first.space_before;
        let head = first.head.as_ref().map_or(0.0, |head| head.height);
        let here = height + if self.fresh { head - first_space } else { 0.0 };
        let fits_here = self.y + here <= self.bottom() + 0.01;
        let fits_page = head + height - first_space <= self.area.height() + 0.01;
        if !fits_here && !fits_page && chain.len() > 1 {
            let pieces = self.pieces(chain);
            if let [_] = pieces.as_slice() {
                pieces.into_iter().flatten().for_each(|slab| self.place_chain(vec![slab]));
            } else {
                pieces.into_iter().for_each(|piece| self.place_chain(piece));
            }
            return;
        }
        if !fits_here && self.gains_by_turning() && fits_page {
            self.new_page();
        }
        let mut waiting = chain.into_iter();
        while let Some(slab) = waiting.next() {
            if slab.height > self.page_room(&slab) {
                let last = self.place_parts(slab);
                self.place_chain(last.into_iter().chain(waiting).collect());
                return;
            }
            // Only a chain longer than a page ever needs this: it is cut where it must be.
            if self.gains_by_turning() && self.y + self.height_here(&slab) > self.bottom() + 0.01 {
                self.new_page();
            }
            self.place(slab);
        }
    }

    /// The height of a slab where it would stand now, with its space or the head above it.
    fn height_here(&self, slab: &Slab) -> f32 {
        let head = slab.head.as_ref().map_or(0.0, |head| head.height);
        slab.height + if self.fresh { head } else { slab.space_before }
    }

    /// Places a slab taller than a page in parts, the first in what is left of this one. The last part is given back:
    /// it belongs to what follows.
    fn place_parts(&mut self, slab: Slab) -> Option<Slab> {
        let room = self.page_room(&slab);
        let mut left = self.bottom() - self.y - (self.height_here(&slab) - slab.height);
        if left < SMALLEST_PART && self.gains_by_turning() {
            self.new_page();
            left = self.bottom() - self.y - (self.height_here(&slab) - slab.height);
        }
        let mut parts = cut(slab, left, room);
        let last = parts.pop();
        for part in parts {
            self.place(part);
            self.new_page();
        }
        last
    }

    fn place(&mut self, slab: Slab) {
        if self.fresh {
            if let Some(head) = &slab.head {
                let mut again = Slab::clone(head);
                again.items.iter_mut().for_each(|item| item.tag = None);
                again.lines = 0;
                self.put(again);
            }
        } else {
            self.y += slab.space_before;
        }
        self.put(slab);
    }

    fn put(&mut self, slab: Slab) {
        let y = self.y;
        if let Some(page) = self.pages.last_mut() {
            page.lines += slab.lines;
            page.items.extend(slab.items.into_iter().map(|mut item| {
                item.shape.shift(0.0, y);
                item
            }));
            page.fields
                .extend(slab.fields.into_iter().map(|field| SignatureField { y: field.y + y, ..field }));
        }
        self.y += slab.height;
        self.fresh = false;
    }
}

/// Joins upright rules that touch end to end, as those of table rows do, and puts all rules last.
fn join_rules(items: Vec<Item>) -> Vec<Item> {
    let mut kept = Vec::with_capacity(items.len());
    let mut joined: Vec<Rule> = Vec::new();
    let mut upright: Vec<Rule> = Vec::new();
    for item in items {
        match item.shape {
            Shape::Rule(rule) if rule.x0 == rule.x1 => upright.push(rule),
            Shape::Rule(rule) => joined.push(rule),
            _ => kept.push(item),
        }
    }
    upright.sort_by(|one, other| one.x0.total_cmp(&other.x0).then(one.y0.total_cmp(&other.y0)));
    for rule in upright {
        match joined.last_mut() {
            Some(last) if last.x0 == rule.x0 && last.x1 == rule.x1 && (last.y1 - rule.y0).abs() < 0.05 => {
                last.y1 = rule.y1;
            }
            _ => joined.push(rule),
        }
    }
    kept.extend(joined.into_iter().map(|rule| Item { tag: None, shape: Shape::Rule(rule) }));
    kept
}
