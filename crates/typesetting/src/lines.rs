//! Breaking spans into lines, and setting a line: alignment and justification.
//!
//! Ragged lines are filled one after the other, justified and balanced ones chosen over the whole text (`fit`). Not
//! here: where a line may end (`breaks`), and where lines go on a page (`flow`).

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use document::Align;
use unicode_segmentation::UnicodeSegmentation;

use crate::breaks::{After, breaks, title_breaks};
use crate::clean::Span;
use crate::fit::{Measured, WIDEST_SPACE, balanced_ends, best_ends};
use crate::fonts::{Fonts, Shaped};
use crate::frame::{Glyph, GlyphRun};

/// Rounding allowed before a word counts as too wide, in points.
const TOLERANCE: f32 = 0.01;

/// Part of a span: a word, or the spaces between words.
#[derive(Debug, Clone)]
struct Fragment {
    span: usize,
    text: Range<usize>,
    width: f32,
    /// None for spaces.
    word: Option<Arc<Shaped>>,
}

/// What stands between two break opportunities.
#[derive(Debug, Clone)]
struct Unit {
    fragments: Vec<Fragment>,
    /// Width without the spaces at its end.
    solid: f32,
    /// Width with them.
    full: f32,
    after: After,
}

/// A line ready to be set.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    fragments: Vec<Fragment>,
    /// How many fragments come before the spaces at its end.
    solid: usize,
    /// Width without those spaces, in points.
    pub(crate) width: f32,
    /// Whether it ends its paragraph, or a forced line: such a line is not stretched.
    pub(crate) ends: bool,
}

/// How wide lines may be.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Measure {
    /// Width of the first line.
    pub(crate) first: f32,
    /// Width of the others.
    pub(crate) rest: f32,
    /// Whether lines will be stretched to both edges.
    pub(crate) justified: bool,
}

impl Measure {
    /// The same width for every line, ragged.
    pub(crate) fn ragged(width: f32) -> Self {
        Measure { first: width, rest: width, justified: false }
    }

    fn of_line(&self, index: usize) -> f32 {
        if index == 0 { self.first } else { self.rest }
    }
}

/// Breaks `spans` into lines.
pub(crate) fn break_lines(spans: &[Span], fonts: &Fonts, measure: Measure) -> Vec<Line> {
    let units = units(spans, fonts);
    if measure.justified {
        fill_evenly(units, spans, fonts, measure)
    } else {
        fill(units, spans, fonts, measure)
    }
}

/// Ragged lines of about equal length, names and quotations whole: for centred titles of several lines.
pub(crate) fn break_balanced(spans: &[Span], fonts: &Fonts, width: f32) -> Vec<Line> {
    balance(spans, fonts, width, false)
}

/// The same for cells and boxes, which must not grow for the sake of a quotation.
pub(crate) fn break_cell(spans: &[Span], fonts: &Fonts, width: f32) -> Vec<Line> {
    balance(spans, fonts, width, true)
}

fn balance(spans: &[Span], fonts: &Fonts, width: f32, cell: bool) -> Vec<Line> {
    let width = width + TOLERANCE;
    let mut units = units(spans, fonts);
    let mut lines = Vec::new();
    if need_of(&units).line <= width && units.iter().all(|unit| unit.after != After::Forced) {
        push_lines(&units, vec![units.len()], spans, &mut lines);
        return lines;
    }
    soften(&mut units, spans);
    let units = whole_units(units, spans, fonts, width);
    for paragraph in units.split_inclusive(|unit| unit.after == After::Forced) {
        let stretches: Vec<Measured> = paragraph.iter().map(|unit| unit.measured(spans)).collect();
        push_lines(paragraph, balanced_ends(&stretches, width, cell), spans, &mut lines);
    }
    lines
}

/// How much room a text wants, in points.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Need {
    /// Its widest word.
    pub(crate) word: f32,
    /// Its widest stretch that should not be broken.
    pub(crate) whole: f32,
    /// All of it on one line.
    pub(crate) line: f32,
}

impl Need {
    /// What holds both.
    pub(crate) fn max(self, other: Need) -> Need {
        Need {
            word: self.word.max(other.word),
            whole: self.whole.max(other.whole),
            line: self.line.max(other.line),
        }
    }
}

/// The room that a cell wants.
pub(crate) fn need(spans: &[Span], fonts: &Fonts) -> Need {
    need_of(&units(spans, fonts))
}

/// The room that the head of a column wants, where words of two syllables stay whole.
pub(crate) fn head_need(spans: &[Span], fonts: &Fonts) -> Need {
    let mut units = units(spans, fonts);
    soften(&mut units, spans);
    need_of(&units)
}

fn need_of(units: &[Unit]) -> Need {
    let mut need = Need::default();
    let (mut whole, mut line) = (0.0_f32, 0.0_f32);
    for unit in units {
        need.word = need.word.max(unit.solid);
        need.whole = need.whole.max(whole + unit.solid);
        need.line = need.line.max(line + unit.solid);
        whole = if matches!(unit.after, After::Reluctant | After::Bound) { whole + unit.full } else { 0.0 };
        line = if unit.after == After::Forced { 0.0 } else { line + unit.full };
    }
    need
}

/// The widest stretch that should not be broken, in points.
pub(crate) fn widest_unbreakable(spans: &[Span], fonts: &Fonts) -> f32 {
    need(spans, fonts).whole
}

/// Width of the spans on one line, in points.
pub(crate) fn natural_width(spans: &[Span], fonts: &Fonts) -> f32 {
    let lines = break_lines(spans, fonts, Measure::ragged(f32::MAX));
    lines.iter().map(|line| line.width).fold(0.0, f32::max)
}

/// The text of all spans.
fn whole_text(spans: &[Span]) -> Cow<'_, str> {
    match spans {
        [only] => Cow::Borrowed(&only.text),
        _ => Cow::Owned(spans.iter().map(|span| span.text.as_str()).collect()),
    }
}

/// Makes the units of a title reluctant to part what a title should not.
fn soften(units: &mut [Unit], spans: &[Span]) {
    for (unit, (_, after)) in units.iter_mut().zip(title_breaks(&whole_text(spans))) {
        unit.after = after;
    }
}

fn units(spans: &[Span], fonts: &Fonts) -> Vec<Unit> {
    let whole = whole_text(spans);
    let mut units = Vec::new();
    let mut start = 0;
    // Where the span `at` starts in the whole text.
    let (mut at, mut offset) = (0, 0);
    for (end, after) in breaks(&whole) {
        let mut fragments = Vec::new();
        while start < end && at < spans.len() {
            let span_end = offset + spans[at].text.len();
            let part_end = end.min(span_end);
            push_fragments(&mut fragments, at, &spans[at], start - offset..part_end - offset, fonts);
            start = part_end;
            if start == span_end {
                offset = span_end;
                at += 1;
            }
        }
        units.push(Unit::new(fragments, spans, after));
    }
    units
}

/// Cuts a part of a span into words and spaces. Line feeds have done their work and vanish.
fn push_fragments(out: &mut Vec<Fragment>, index: usize, span: &Span, part: Range<usize>, fonts: &Fonts) {
    let face = fonts.face(span.face);
    let is_space = |letter: char| letter == ' ' || letter == '\u{a0}';
    let mut rest = &span.text[part.clone()];
    let mut start = part.start;
    while let Some(first) = rest.chars().next() {
        let length =
            rest.find(|letter| letter == '\n' || is_space(letter) != is_space(first)).unwrap_or(rest.len());
        let length = if first == '\n' { 1 } else { length };
        let (stretch, after) = rest.split_at(length);
        if first != '\n' {
            let shaped = face.shape(stretch);
            out.push(Fragment {
                span: index,
                text: start..start + length,
                width: shaped.advance as f32 * span.size / face.units,
                word: Some(shaped).filter(|_| !is_space(first)),
            });
        }
        start += length;
        rest = after;
    }
}

impl Unit {
    fn new(fragments: Vec<Fragment>, spans: &[Span], after: After) -> Unit {
        let full = fragments.iter().map(|fragment| fragment.width).sum();
        let solid = fragments[..solid_count(&fragments, spans)].iter().map(|fragment| fragment.width).sum();
        Unit { fragments, solid, full, after }
    }

    fn measured(&self, spans: &[Span]) -> Measured {
        let solid = solid_count(&self.fragments, spans);
        let inner_spaces = stretching_spaces(&self.fragments[..solid], spans);
        let spaces = stretching_spaces(&self.fragments, spans);
        Measured { solid: self.solid, full: self.full, inner_spaces, spaces, after: self.after }
    }
}

/// Spaces that justification may stretch: not the no-break ones.
fn stretching_spaces(fragments: &[Fragment], spans: &[Span]) -> usize {
    let spaces = fragments.iter().filter(|fragment| fragment.word.is_none());
    spaces.map(|fragment| fragment.text_in(spans).bytes().filter(|&byte| byte == b' ').count()).sum()
}

/// How many fragments come before the breaking spaces at the end.
fn solid_count(fragments: &[Fragment], spans: &[Span]) -> usize {
    let trailing = fragments
        .iter()
        .rev()
        .take_while(|fragment| {
            fragment.word.is_none() && fragment.text_in(spans).bytes().all(|byte| byte == b' ')
        })
        .count();
    fragments.len() - trailing
}

impl Fragment {
    fn text_in<'a>(&self, spans: &'a [Span]) -> &'a str {
        &spans[self.span].text[self.text.clone()]
    }
}

/// Fills lines one after the other.
fn fill(mut units: Vec<Unit>, spans: &[Span], fonts: &Fonts, measure: Measure) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    while start < units.len() {
        let room = measure.of_line(lines.len()) + TOLERANCE;
        if units[start].solid > room {
            let pieces = break_hard(&units[start], spans, fonts, room, measure.rest + TOLERANCE);
            units.splice(start..=start, pieces);
        }
        let end = line_end(&units[start..], room) + start;
        lines.push(Line::new(&units[start..end], spans, end == units.len()));
        start = end;
    }
    lines
}

/// How many units go on a line with this much room; at least one. What belongs together is parted last.
fn line_end(units: &[Unit], room: f32) -> usize {
    let mut width = 0.0;
    // The last places to end at, willing ones first.
    let mut ends = [0; 3];
    for (index, unit) in units.iter().enumerate() {
        if index > 0 && width + unit.solid > room {
            return ends.into_iter().find(|end| *end > 0).unwrap_or(1);
        }
        width += unit.full;
        match unit.after {
            After::Welcome | After::Allowed => ends[0] = index + 1,
            After::Reluctant => ends[1] = index + 1,
            After::Bound => ends[2] = index + 1,
            After::Forced => return index + 1,
        }
    }
    units.len()
}

/// Chooses all lines of each forced stretch together, so that their spaces are even.
fn fill_evenly(units: Vec<Unit>, spans: &[Span], fonts: &Fonts, measure: Measure) -> Vec<Line> {
    let narrowest = measure.first.min(measure.rest) + TOLERANCE;
    let units = whole_units(units, spans, fonts, narrowest);
    let size = spans.first().map_or(1.0, |span| span.size);
    let mut lines = Vec::new();
    for paragraph in units.split_inclusive(|unit| unit.after == After::Forced) {
        let stretches: Vec<Measured> = paragraph.iter().map(|unit| unit.measured(spans)).collect();
        let ends = best_ends(&stretches, measure.of_line(lines.len()), measure.rest, size);
        push_lines(paragraph, ends, spans, &mut lines);
    }
    lines
}

fn push_lines(units: &[Unit], ends: Vec<usize>, spans: &[Span], lines: &mut Vec<Line>) {
    let mut start = 0;
    for end in ends {
        lines.push(Line::new(&units[start..end], spans, end == units.len()));
        start = end;
    }
}

/// Joins units that belong together where the line holds them, and breaks words that no line holds.
fn whole_units(units: Vec<Unit>, spans: &[Span], fonts: &Fonts, width: f32) -> Vec<Unit> {
    let mut out: Vec<Unit> = Vec::with_capacity(units.len());
    let mut rest = units.into_iter();
    while let Some(first) = rest.next() {
        let mut bound = vec![first];
        while bound.last().is_some_and(|unit| unit.after == After::Bound) {
            let Some(next) = rest.next() else { break };
            bound.push(next);
        }
        let room: f32 = bound.iter().rev().skip(1).map(|unit| unit.full).sum();
        let last = bound.last().map_or(0.0, |unit| unit.solid);
        if bound.len() > 1 && room + last <= width {
            let after = bound.last().map_or(After::Allowed, |unit| unit.after);
            let fragments = bound.into_iter().flat_map(|unit| unit.fragments).collect();
            out.push(Unit::new(fragments, spans, after));
            continue;
        }
        for unit in bound {
            if unit.solid > width {
                out.extend(break_hard(&unit, spans, fonts, width, width));
            } else {
                out.push(unit);
            }
        }
    }
    out
}

/// Breaks a unit wider than a line by clusters of letters, so that nothing leaves the page.
fn break_hard(unit: &Unit, spans: &[Span], fonts: &Fonts, first: f32, rest: f32) -> Vec<Unit> {
    let mut pieces: Vec<Unit> = Vec::new();
    let mut fragments: Vec<Fragment> = Vec::new();
    let mut width = 0.0;
    for fragment in &unit.fragments {
        let span = &spans[fragment.span];
        let face = fonts.face(span.face);
        let scale = span.size / face.units;
        let mut start = fragment.text.start;
        let mut pending = 0.0_f32;
        let push = |fragments: &mut Vec<Fragment>, range: Range<usize>| {
            if !range.is_empty() {
                let shaped = face.shape(&span.text[range.clone()]);
                let width = shaped.advance as f32 * scale;
                let word = Some(shaped).filter(|_| fragment.word.is_some());
                fragments.push(Fragment { span: fragment.span, text: range, width, word });
            }
        };
        for (at, cluster) in fragment.text_in(spans).grapheme_indices(true) {
            let at = fragment.text.start + at;
            let advance = face.shape(cluster).advance as f32 * scale;
            let room = if pieces.is_empty() { first } else { rest };
            let empty = fragments.is_empty() && at == start;
            if !empty && width + pending + advance > room - TOLERANCE * 20.0 {
                push(&mut fragments, start..at);
                pieces.push(Unit::new(std::mem::take(&mut fragments), spans, After::Allowed));
                (width, pending, start) = (0.0, 0.0, at);
            }
            pending += advance;
        }
        push(&mut fragments, start..fragment.text.end);
        width += pending;
    }
    pieces.push(Unit::new(fragments, spans, unit.after));
    pieces
}

impl Line {
    fn new(units: &[Unit], spans: &[Span], last: bool) -> Line {
        let mut fragments: Vec<Fragment> =
            units.iter().flat_map(|unit| unit.fragments.iter().cloned()).collect();
        let solid = solid_count(&fragments, spans);
        // One space is kept so that copied text keeps its words apart; more would only reach into the margin.
        fragments.truncate(solid + 1);
        if let Some(space) = fragments.get_mut(solid) {
            space.text.end = space.text.start + 1;
        }
        let width = fragments[..solid].iter().map(|fragment| fragment.width).sum();
        let ends = last || units.last().is_some_and(|unit| unit.after == After::Forced);
        Line { fragments, solid, width, ends }
    }

    /// Sets the line between `x` and `x + width` on the baseline `y`.
    pub(crate) fn set(
        &self,
        spans: &[Span],
        fonts: &Fonts,
        x: f32,
        y: f32,
        width: f32,
        align: Align,
    ) -> Vec<GlyphRun> {
        let spare = width - self.width;
        let stretched = align == Align::Justify && (!self.ends || spare < 0.0);
        let spaces = stretching_spaces(&self.fragments[..self.solid], spans);
        let extra = if stretched && spaces > 0 { spare / spaces as f32 } else { 0.0 };
        let widest = spans.first().map_or(0.0, |span| span.size * WIDEST_SPACE);
        let extra = extra.min(widest);
        let mut pen = x + match align {
            Align::Center => spare / 2.0,
            Align::Right => spare,
            Align::Left | Align::Justify => 0.0,
        };
        let mut runs: Vec<(usize, GlyphRun)> = Vec::new();
        for (index, fragment) in self.fragments.iter().enumerate() {
            // The space at the end is outside the line and never stretches.
            let extra = if index < self.solid { extra } else { 0.0 };
            if runs.last().is_none_or(|(span, _)| *span != fragment.span) {
                let rest = self.fragments[index..].iter();
                let own = rest.take_while(|later| later.span == fragment.span);
                let length = own.map(|own| own.text.len()).sum();
                runs.push((fragment.span, start_run(&spans[fragment.span], fonts, pen, y, length)));
            }
            if let Some((_, run)) = runs.last_mut() {
                pen += extend_run(run, fragment, spans, fonts, extra);
            }
        }
        runs.into_iter().map(|(_, run)| run).collect()
    }
}

/// A run that will hold a text of this length in bytes.
fn start_run(span: &Span, fonts: &Fonts, x: f32, y: f32, length: usize) -> GlyphRun {
    let face = fonts.face(span.face);
    GlyphRun {
        face: span.face,
        size: span.size,
        x,
        y,
        color: span.color,
        text: String::with_capacity(length),
        glyphs: Vec::with_capacity(length),
        field: span.field.clone(),
        hole: span.hole,
        ascent: face.ascent * span.size,
        descent: face.descent * span.size,
    }
}

/// Appends a fragment to a run; how far the pen moved.
fn extend_run(run: &mut GlyphRun, fragment: &Fragment, spans: &[Span], fonts: &Fonts, extra: f32) -> f32 {
    let face = fonts.face(run.face);
    let text = fragment.text_in(spans);
    let scale = run.size / face.units;
    let shaped = match &fragment.word {
        Some(word) => Arc::clone(word),
        None => face.shape(text),
    };
    let base = run.text.len();
    run.text.push_str(text);
    let mut moved = 0.0;
    for glyph in &shaped.glyphs {
        let start = base + glyph.start as usize;
        let stretch = if run.text.as_bytes().get(start) == Some(&b' ') { extra } else { 0.0 };
        let advance = glyph.advance as f32 * scale + stretch;
        moved += advance;
        run.glyphs.push(Glyph {
            id: glyph.id,
            advance,
            dx: glyph.dx as f32 * scale,
            dy: glyph.dy as f32 * scale,
            start: u32::try_from(start).unwrap_or(u32::MAX),
        });
    }
    moved
}
