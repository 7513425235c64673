//! Tables: column widths, rows as slabs, a head that repeats.
//!
//! Not here: cutting a row taller than a page, and joining the borders of rows (`flow`).

use std::collections::HashSet;
use std::sync::Arc;

use document::{Align, Column, Diagnostic, Row, Severity, Table, Text, Width};

use crate::clean::Span;
use crate::compose::{Composition, Stack};
use crate::flow::{Area, Keep, Slab};
use crate::form::Look;
use crate::frame::{Item, Role, Rule, Shape, TagId};
use crate::lines::{Line, Measure, Need, break_cell, break_lines, head_need, need};
use crate::memory::Quick;

/// Space left and right inside a cell, in points.
const PADDING: f32 = 4.0;
/// Space above and below inside a cell, in points.
const PADDING_HIGH: f32 = 3.0;
/// Space above a table, in points.
const GAP: f32 = 6.0;
/// A row taller than this, in points, is set from its top; others are centred.
const TALL: f32 = 300.0;
/// Narrowest column, in points.
const NARROWEST: f32 = 24.0;
/// Rows higher than this share of a page together are not kept together.
const TALLEST_PAIR: f32 = 0.5;
/// A head higher than this share of a page is not repeated.
const TALLEST_HEAD: f32 = 0.6;
/// In a column narrower than this, in points, a letter does not fit between its borders.
const TOO_NARROW: f32 = PADDING * 2.0 + 8.0;
/// Largest share of the table that one unbreakable word or name may claim.
const WIDEST_CLAIM: f32 = 0.35;

/// A row whose cells are ready to be broken into lines.
enum Prepared {
    Group(Vec<Span>),
    Cells(Vec<Vec<Span>>),
}

/// What a row of cells is set as.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Head,
    Body,
}

/// The geometry shared by all rows.
struct Grid {
    left: f32,
    /// Column edges counted from `left`, one more than columns.
    edges: Vec<f32>,
    aligns: Vec<Align>,
    border: f32,
}

impl Composition<'_> {
    /// Appends a table to `out`, one slab a row.
    pub(crate) fn table(&mut self, table: &Table, area: Area, out: &mut Vec<Slab>) {
        let columns = all_columns(table);
        if columns.is_empty() {
            return;
        }
        let looks = self.form.looks.clone();
        let heads: Vec<Vec<Span>> =
            columns.iter().map(|column| self.spans(&column.head, looks.table_head)).collect();
        let rows: Vec<Prepared> = table.rows.iter().map(|row| self.prepare(row, looks.table_cell)).collect();
        let widths = self.column_widths(&columns, &heads, &rows, area.width);
        if widths.iter().any(|width| *width < TOO_NARROW) {
            self.report_crowded(&columns);
        }
        let grid = Grid::new(area.left, &widths, &columns, self.form.border);

        let tag = self.tag(Role::Table, None);
        let head = self.head_row(&heads, &grid, tag);
        let repeats = head.height < area.height() * TALLEST_HEAD;
        let repeated = repeats.then(|| Arc::new(head.clone()));
        out.push(Slab { space_before: GAP, keep: Keep::Must, ..head });
        for row in &rows {
            if !self.goes_on() {
                break;
            }
            let mut slab = match row {
                Prepared::Group(spans) => self.group_row(spans, &grid, tag),
                Prepared::Cells(cells) => self.cell_row(cells, &grid, Kind::Body, tag),
            };
            slab.head = repeated.clone();
            out.push(slab);
        }
        if let Some(last) = out.last_mut() {
            last.keep = Keep::Free;
        }
        keep_last_rows(out, rows.len(), area);
    }

    fn report_crowded(&mut self, columns: &[Column]) {
        self.report(Diagnostic {
            severity: Severity::Error,
            code: "table-too-wide".into(),
            message: format!(
                "Bảng có {} cột, không đủ chỗ trên khổ giấy nên chữ trong các cột chồng lên nhau. Hãy bớt cột hoặc đặt trang ngang.",
                columns.len()
            ),
            field: columns.iter().flat_map(|column| &column.head.runs).find_map(|run| run.field.clone()),
        });
    }

    fn prepare(&mut self, row: &Row, look: Look) -> Prepared {
        let bold = Look { bold: true, ..look };
        match row {
            Row::Group(text) => Prepared::Group(self.spans(text, bold)),
            Row::Cells(cells) => Prepared::Cells(cells.iter().map(|cell| self.spans(cell, look)).collect()),
            Row::Total(cells) => Prepared::Cells(cells.iter().map(|cell| self.spans(cell, bold)).collect()),
        }
    }

    /// Every column takes what its widest name, number or word needs; the rest is shared.
    fn column_widths(
        &self,
        columns: &[Column],
        heads: &[Vec<Span>],
        rows: &[Prepared],
        total: f32,
    ) -> Vec<f32> {
        let claim = (total * WIDEST_CLAIM).max(NARROWEST);
        let mut needs: Vec<Need> = heads.iter().map(|head| head_need(head, self.fonts)).collect();
        let mut filled = vec![false; columns.len()];
        // Positions, units and prizes come again and again.
        let mut measured = HashSet::with_hasher(Quick::default());
        for row in rows {
            if !self.goes_on() {
                break;
            }
            let Prepared::Cells(cells) = row else { continue };
            for (column, ((so_far, filled), cell)) in needs.iter_mut().zip(&mut filled).zip(cells).enumerate()
            {
                let again = match &cell[..] {
                    [only] => !measured.insert((column, only.face, only.text.as_str())),
                    _ => false,
                };
                if !again {
                    *so_far = so_far.max(need(cell, self.fonts));
                    *filled |= !cell.is_empty();
                }
            }
        }
        let padded = |width: f32| width + PADDING * 2.0 + 0.5;
        let words: Vec<f32> = needs.iter().map(|need| padded(need.word).clamp(NARROWEST, claim)).collect();
        let wholes: Vec<f32> = needs.iter().map(|need| padded(need.whole).clamp(NARROWEST, claim)).collect();
        let (of_words, of_wholes) = (words.iter().sum::<f32>(), wholes.iter().sum::<f32>());
        if of_words >= total {
            return words.iter().map(|word| word * total / of_words).collect();
        }
        if of_wholes >= total {
            let part = (total - of_words) / (of_wholes - of_words);
            return words.iter().zip(&wholes).map(|(word, whole)| word + (whole - word) * part).collect();
        }
        let mut widths = share_out(columns, &wholes, total);
        // A little more than it needs, lest a column look stuffed.
        let lines: Vec<f32> = needs.iter().map(|need| padded(need.line) + PADDING).collect();
        hand_on(&mut widths, &lines, &filled);
        widths
    }

    fn head_row(&mut self, heads: &[Vec<Span>], grid: &Grid, table: TagId) -> Slab {
        let empty = heads.iter().all(Vec::is_empty);
        let mut slab = if empty { Slab::default() } else { self.cell_row(heads, grid, Kind::Head, table) };
        slab.items.push(grid.level(0.0));
        slab
    }

    fn cell_row(&mut self, cells: &[Vec<Span>], grid: &Grid, kind: Kind, table: TagId) -> Slab {
        let row = self.tag(Role::Row, Some(table));
        let set: Vec<(Vec<Line>, f32)> = (0..grid.columns())
            .map(|index| {
                let Some(spans) = cells.get(index) else { return (Vec::new(), 0.0) };
                let width = grid.inner_width(index);
                let justified = grid.aligns[index] == Align::Justify;
                let lines = if justified && kind == Kind::Body {
                    break_lines(spans, self.fonts, Measure { first: width, rest: width, justified })
                } else {
                    break_cell(spans, self.fonts, width)
                };
                let leading = self.single(spans);
                (lines, leading)
            })
            .collect();
        let tallest = set.iter().map(|(lines, leading)| lines.len() as f32 * leading).fold(0.0, f32::max);
        let most = set.iter().map(|(lines, _)| lines.len()).max().unwrap_or(0);
        let empty = self.form.looks.table_cell.size * 1.15;
        let height = tallest.max(empty) + PADDING_HIGH * 2.0;
        let mut items = Vec::new();
        for (index, (lines, leading)) in set.iter().enumerate() {
            let role = if kind == Kind::Head { Role::HeadCell } else { Role::Cell(1) };
            let tag = self.tag(role, Some(row));
            let Some(spans) = cells.get(index) else { continue };
            let align = if kind == Kind::Head { Align::Center } else { grid.aligns[index] };
            let spare = height - lines.len() as f32 * leading;
            let y = if height > TALL { PADDING_HIGH } else { spare / 2.0 };
            let stack = grid.stack(index, y, grid.inner_width(index), *leading, align);
            items.extend(self.stack(lines, spans, stack, Some(tag)));
        }
        items.extend((0..=grid.columns()).map(|edge| grid.upright(edge, height)));
        items.push(grid.level(height));
        Slab { height, items, lines: most.max(1), ..Slab::default() }
    }

    /// A heading across all columns; it stays with the row below.
    fn group_row(&mut self, spans: &[Span], grid: &Grid, table: TagId) -> Slab {
        let row = self.tag(Role::Row, Some(table));
        let tag = self.tag(Role::Cell(u16::try_from(grid.columns()).unwrap_or(u16::MAX)), Some(row));
        let width = grid.width() - PADDING * 2.0;
        let lines = break_lines(spans, self.fonts, Measure::ragged(width));
        let leading = self.single(spans);
        let height = lines.len().max(1) as f32 * leading + PADDING_HIGH * 2.0;
        let stack = grid.stack(0, PADDING_HIGH, width, leading, Align::Left);
        let mut items = self.stack(&lines, spans, stack, Some(tag));
        items.extend([0, grid.columns()].map(|edge| grid.upright(edge, height)));
        items.push(grid.level(height));
        Slab { height, items, lines: lines.len().max(1), keep: Keep::Must, ..Slab::default() }
    }
}

/// Keeps the last two rows on one page, so that a page never begins with a table's last row alone.
fn keep_last_rows(out: &mut [Slab], rows: usize, area: Area) {
    if let [.., before, last] = out
        && rows > 1
        && before.height + last.height < area.height() * TALLEST_PAIR
    {
        before.keep = Keep::Must;
    }
}

/// The declared columns, and plain ones for cells beyond them, so that no cell is lost.
fn all_columns(table: &Table) -> Vec<Column> {
    let widest = table.rows.iter().map(|row| match row {
        Row::Group(_) => 1,
        Row::Cells(cells) | Row::Total(cells) => cells.len(),
    });
    let count = widest.max().unwrap_or(0).max(table.columns.len());
    let plain = || Column { head: Text::default(), align: Align::Left, width: Width::Share(1.0) };
    let mut columns = table.columns.clone();
    columns.resize_with(count, plain);
    columns
}

/// Gives each column its need and the sharing ones their part of the rest. Without a sharing column the rest is
/// spread over all.
fn share_out(columns: &[Column], needs: &[f32], total: f32) -> Vec<f32> {
    let share = |column: &Column| match column.width {
        Width::Share(share) if share.is_finite() && share > 0.0 => share.min(1000.0),
        Width::Share(_) => 1.0,
        Width::Narrow => 0.0,
    };
    let shares: Vec<f32> = columns.iter().map(share).collect();
    let shares = if shares.iter().sum::<f32>() > 0.0 { shares } else { vec![1.0; columns.len()] };
    // A column whose share is less than its need takes its need; the others share what is left, until none is short.
    let mut short: Vec<bool> = shares.iter().map(|share| *share == 0.0).collect();
    loop {
        let taken: f32 = needs.iter().zip(&short).filter(|(_, short)| **short).map(|(need, _)| need).sum();
        let sharing: f32 =
            shares.iter().zip(&short).filter(|(_, short)| !**short).map(|(share, _)| share).sum();
        let width = |index: usize| shares[index] / sharing * (total - taken);
        let next = (0..columns.len()).find(|&index| !short[index] && width(index) < needs[index]);
        match next {
            Some(index) => short[index] = true,
            None => {
                return (0..columns.len())
                    .map(|index| if short[index] { needs[index] } else { width(index) })
                    .collect();
            }
        }
    }
}

/// Lets columns wider than any of their lines hand the excess on to those that must break theirs. A column without
/// any text keeps its width: it is there to be written in.
fn hand_on(widths: &mut [f32], lines: &[f32], filled: &[bool]) {
    let spare = |index: usize, width: f32| if filled[index] { (width - lines[index]).max(0.0) } else { 0.0 };
    let want = |index: usize, width: f32| (lines[index] - width).max(0.0);
    let spares: Vec<f32> = widths.iter().enumerate().map(|(index, width)| spare(index, *width)).collect();
    let wants: Vec<f32> = widths.iter().enumerate().map(|(index, width)| want(index, *width)).collect();
    let (all_spares, all_wants) = (spares.iter().sum::<f32>(), wants.iter().sum::<f32>());
    let handed = all_spares.min(all_wants);
    if handed <= 0.0 {
        return;
    }
    for (width, (spare, want)) in widths.iter_mut().zip(spares.iter().zip(&wants)) {
        *width += want / all_wants * handed - spare / all_spares * handed;
    }
}

impl Grid {
    fn new(left: f32, widths: &[f32], columns: &[Column], border: f32) -> Grid {
        let mut edges = vec![0.0];
        let mut edge = 0.0;
        for width in widths {
            edge += width;
            edges.push(edge);
        }
        Grid { left, edges, aligns: columns.iter().map(|column| column.align).collect(), border }
    }

    fn columns(&self) -> usize {
        self.aligns.len()
    }

    fn width(&self) -> f32 {
        self.edges.last().copied().unwrap_or(0.0)
    }

    fn inner_width(&self, column: usize) -> f32 {
        (self.edges[column + 1] - self.edges[column] - PADDING * 2.0).max(1.0)
    }

    fn stack(&self, column: usize, y: f32, width: f32, leading: f32, align: Align) -> Stack {
        Stack {
            x: self.left + self.edges[column] + PADDING,
            y,
            width,
            first_indent: 0.0,
            rest_indent: 0.0,
            leading,
            align,
        }
    }

    fn level(&self, y: f32) -> Item {
        self.rule(self.left, y, self.left + self.width(), y)
    }

    fn upright(&self, edge: usize, height: f32) -> Item {
        let x = self.left + self.edges[edge];
        self.rule(x, 0.0, x, height)
    }

    fn rule(&self, x0: f32, y0: f32, x1: f32, y1: f32) -> Item {
        Item { tag: None, shape: Shape::Rule(Rule { x0, y0, x1, y1, thickness: self.border }) }
    }
}
