//! From blocks to slabs: how each element of a paper is set, by the decree's measures.
//!
//! The head, the closing and tables have files of their own. Not here: page breaks (`flow`).

use document::{Align, Block, Level, Text};

use crate::clean::Span;
use crate::compose::{Composition, Stack};
use crate::flow::{Area, Keep, Slab};
use crate::form::{Look, MM};
use crate::frame::{Item, Role, Rule, Shape, TagId};
use crate::lines::{Measure, break_balanced, break_lines, natural_width};
use crate::memory::{self, SetLines};

/// How a block of running text is set.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Setting {
    pub(crate) space_before: f32,
    pub(crate) align: Align,
    /// Left edge and width.
    pub(crate) x: f32,
    pub(crate) width: f32,
    pub(crate) first_indent: f32,
    pub(crate) rest_indent: f32,
    /// Multiple of single spacing.
    pub(crate) spacing: f32,
    /// Centred lines of about equal length.
    pub(crate) balanced: bool,
    /// How many lines must follow on the page of its last line.
    pub(crate) followers: usize,
    pub(crate) role: Role,
    /// The list that the text is an entry of; then `role` says nothing.
    pub(crate) list: Option<TagId>,
}

/// A paper's slabs by how they find their place.
#[derive(Default)]
pub(crate) struct PaperSlabs {
    /// One below the other over the pages.
    pub(crate) flow: Vec<Slab>,
    /// On page 1, at the y they come with.
    pub(crate) pinned: Vec<Slab>,
    /// At the foot of page 1.
    pub(crate) foot: Option<Slab>,
}

impl PaperSlabs {
    /// Takes a slab that is pinned, or flows when it did not fit its place.
    fn pin(&mut self, (slab, pinned): (Slab, bool)) {
        if pinned { self.pinned.push(slab) } else { self.flow.push(slab) }
    }
}

/// Space above the parts of a title, in points.
const TITLE_GAP: f32 = 20.0;
/// Space above an element that begins a new part, in points.
const PART_GAP: f32 = 12.0;
/// Headings of more lines are cut like text.
const LONGEST_HEADING: usize = 8;
/// How far below the text a short rule lies, in points.
pub(crate) const RULE_DROP: f32 = 3.0;

/// Which headings are open, shallowest first, so that levels never skip.
#[derive(Default)]
struct Outline(Vec<u8>);

impl Outline {
    fn enter(&mut self, rank: u8) -> Role {
        self.0.retain(|open| *open < rank);
        self.0.push(rank);
        Role::Heading(u8::try_from(self.0.len()).unwrap_or(6).min(6))
    }
}

const TITLE_RANK: u8 = 0;

impl Composition<'_> {
    /// The slabs of a paper, in reading order.
    pub(crate) fn slabs(&mut self, blocks: &[Block], area: Area) -> PaperSlabs {
        let mut set = PaperSlabs::default();
        let mut outline = Outline::default();
        let marked = blocks.iter().any(|block| matches!(block, Block::Circulation(_)));
        let stamped = blocks.iter().any(|block| matches!(block, Block::AgencyStamp(_)));
        let mut list = None;
        let mut addressed = false;
        let mut blocks = blocks.iter().peekable();
        while let Some(block) = blocks.next() {
            if !self.goes_on() {
                break;
            }
            // Entries that follow each other are one list.
            list = list.filter(|_| matches!(block, Block::Item(_)));
            match block {
                Block::Item(text) => {
                    let list = *list.get_or_insert_with(|| self.tag(Role::List, None));
                    let setting = Setting { list: Some(list), ..self.running(area) };
                    self.text(text, self.form.looks.body, setting, &mut set.flow);
                }
                Block::Circulation(text) => set.pin(self.circulation(text, stamped, area)),
                Block::AgencyStamp(stamp) => set.pin(self.agency_stamp(stamp, marked, area)),
                Block::Address(entries) => match self.address(entries, area) {
                    (slab, true) if set.foot.is_none() => set.foot = Some(slab),
                    (slab, _) => set.flow.push(slab),
                },
                Block::Closing(closing) => {
                    keep_company(&mut set.flow);
                    let drafter = blocks.next_if(|next| matches!(next, Block::Drafter(_)));
                    let drafter = drafter.and_then(|next| match next {
                        Block::Drafter(text) => Some(text),
                        _ => None,
                    });
                    self.closing(closing, drafter, area, &mut set.flow);
                }
                _ => {
                    let before = set.flow.len();
                    self.block(block, area, &mut outline, &mut set.flow);
                    let listed = matches!(blocks.peek(), Some(Block::Item(_)));
                    if let [.., last] = &mut set.flow[before..]
                        && (leads_on(block) || (listed && matches!(block, Block::Article { .. })))
                    {
                        last.followers = last.followers.max(1);
                    }
                    if let Some(first) = set.flow.get_mut(before)
                        && addressed
                    {
                        first.space_before = first.space_before.max(PART_GAP);
                    }
                }
            }
            addressed = matches!(block, Block::Addressees { .. });
        }
        keep_followers(&mut set.flow);
        set
    }

    fn block(&mut self, block: &Block, area: Area, outline: &mut Outline, out: &mut Vec<Slab>) {
        let looks = self.form.looks.clone();
        let centred = self.centred(area);
        let running = self.running(area);
        match block {
            Block::Head(head) => out.push(self.head(head, area)),
            Block::Title { kind, summary } => self.title(kind, summary, outline.enter(TITLE_RANK), area, out),
            Block::Authority(text) => {
                let setting = Setting { space_before: PART_GAP, followers: 1, ..centred };
                self.text(text, looks.authority, setting, out);
            }
            Block::Citation(text) => self.text(text, looks.citation, running, out),
            Block::Order(text) => {
                let setting = Setting { space_before: PART_GAP, followers: 1, ..centred };
                self.text(text, looks.authority, setting, out);
            }
            Block::Addressees { lead, to } => self.addressees(lead, to, area, out),
            Block::Heading { level, text } => {
                let part = Setting { space_before: PART_GAP, ..centred };
                let left = Setting { align: Align::Left, ..running };
                let (rank, base) = match level {
                    Level::Part => (1, part),
                    Level::Chapter => (2, part),
                    Level::Division => (3, part),
                    Level::Subdivision => (4, part),
                    Level::Section => (5, Setting { space_before: 10.0, ..left }),
                    Level::Clause => (6, left),
                };
                let setting = Setting { followers: 2, role: outline.enter(rank), ..base };
                self.text(text, looks.heading, setting, out);
            }
            Block::Article { label, text } => {
                let mut spans = self.spans(label, looks.article_label);
                if !text.is_empty()
                    && spans.last().is_some_and(|span| !span.text.ends_with(char::is_whitespace))
                {
                    spans.extend(self.spans(&Text::plain(" "), looks.body));
                }
                spans.extend(self.spans(text, looks.body));
                let setting = Setting { followers: if text.is_empty() { 2 } else { 0 }, ..running };
                self.set_spans(&spans, setting, out);
            }
            Block::Paragraph(text) => self.text(text, looks.body, running, out),
            Block::Table(table) => self.table(table, area, out),
            Block::AnnexHead { label, title, summary, reference } => {
                let role = outline.enter(TITLE_RANK);
                self.annex_head(
                    [label.as_ref(), Some(title), summary.as_ref(), reference.as_ref()],
                    role,
                    area,
                    out,
                );
            }
            Block::Urgency { urgency, field } => out.push(self.urgency(*urgency, field.clone(), area)),
            Block::Drafter(text) => self.drafter(text, area, out),
            Block::Copy(copy) => out.push(self.copy_head(copy, area)),
            Block::Below(distance) => {
                let wished = if distance.is_finite() { distance * MM - area.top } else { 0.0 };
                out.push(Slab {
                    height: wished.clamp(0.0, area.height()),
                    keep: Keep::Must,
                    ..Slab::default()
                });
            }
            // Set in `slabs`, where their neighbours and the page are known.
            Block::Item(_)
            | Block::Circulation(_)
            | Block::AgencyStamp(_)
            | Block::Address(_)
            | Block::Closing(_) => {}
            Block::Byline(text) => {
                let setting =
                    Setting { align: Align::Right, first_indent: 0.0, space_before: PART_GAP, ..running };
                keep_company(out);
                self.text(text, looks.signer, setting, out);
            }
        }
    }

    /// Centred across the page.
    pub(crate) fn centred(&self, area: Area) -> Setting {
        Setting {
            align: Align::Center,
            first_indent: 0.0,
            balanced: true,
            spacing: 1.05,
            ..self.running(area)
        }
    }

    /// Running text: justified, first line indented.
    pub(crate) fn running(&self, area: Area) -> Setting {
        Setting {
            space_before: self.form.paragraph_gap,
            align: Align::Justify,
            x: area.left,
            width: area.width,
            first_indent: self.form.indent * MM,
            rest_indent: 0.0,
            spacing: self.form.line_spacing,
            balanced: false,
            followers: 0,
            role: Role::Paragraph,
            list: None,
        }
    }

    pub(crate) fn text(&mut self, text: &Text, look: Look, setting: Setting, out: &mut Vec<Slab>) {
        let spans = self.spans(text, look);
        self.set_spans(&spans, setting, out);
    }

    /// Sets spans as one slab a line, the first two and the last two kept together.
    fn set_spans(&mut self, spans: &[Span], setting: Setting, out: &mut Vec<Slab>) {
        let leading = self.single(spans) * setting.spacing;
        let key = memory::key(spans, &setting);
        let lines = self.fonts.memory().recall(key, || self.set_lines(spans, setting, leading));
        if lines.is_empty() {
            return;
        }
        let tag = match setting.list {
            Some(list) => self.entry_tag(list),
            None => self.tag(setting.role, None),
        };
        let count = lines.len();
        for (index, line) in lines.iter().enumerate() {
            let mut items = line.clone();
            items.iter_mut().for_each(|item| item.tag = Some(tag));
            // A heading stays whole; of other text the first two and the last two lines do.
            let inside = count > 1 && (index == 0 || index + 2 == count);
            let heading = setting.followers > 0 && count <= LONGEST_HEADING && index + 1 < count;
            out.push(Slab {
                space_before: if index == 0 { setting.space_before } else { 0.0 },
                height: leading,
                items,
                lines: 1,
                followers: if index + 1 == count { setting.followers } else { 0 },
                keep: if inside || heading { Keep::Must } else { Keep::Free },
                ..Slab::default()
            });
        }
    }

    /// Breaks spans into lines and sets each from 0 down.
    fn set_lines(&self, spans: &[Span], setting: Setting, leading: f32) -> SetLines {
        let lines = if setting.balanced {
            break_balanced(spans, self.fonts, setting.width)
        } else {
            let first = setting.width - setting.first_indent;
            let rest = setting.width - setting.rest_indent;
            let justified = setting.align == Align::Justify;
            break_lines(spans, self.fonts, Measure { first, rest, justified })
        };
        let set = lines.iter().enumerate().map(|(index, line)| {
            let stack = Stack {
                x: setting.x,
                y: 0.0,
                width: setting.width,
                first_indent: if index == 0 { setting.first_indent } else { setting.rest_indent },
                rest_indent: 0.0,
                leading,
                align: setting.align,
            };
            self.stack(std::slice::from_ref(line), spans, stack, None)
        });
        set.collect()
    }

    fn title(&mut self, kind: &Text, summary: &Text, role: Role, area: Area, out: &mut Vec<Slab>) {
        let looks = self.form.looks.clone();
        let setting = Setting { space_before: TITLE_GAP, followers: 1, ..self.centred(area) };
        self.text(kind, looks.kind, Setting { role, ..setting }, out);
        let before = out.len();
        self.text(summary, looks.summary, Setting { space_before: 0.0, ..setting }, out);
        if out.len() > before {
            let widths: Vec<f32> = out[before..].iter().map(|slab| items_width(&slab.items)).collect();
            let length = self.short_length(&widths);
            out.push(self.short_rule(area.left + area.width / 2.0, length));
        }
    }

    /// Label, title, further title, reference; the short rule of forms 2.1 and 2.2 (PL III.II) below the reference.
    fn annex_head(&mut self, parts: [Option<&Text>; 4], role: Role, area: Area, out: &mut Vec<Slab>) {
        let looks = self.form.looks.clone();
        let [label, title, summary, reference] = parts;
        let plain = Setting { space_before: 0.0, followers: 1, ..self.centred(area) };
        let rows = [
            (label, looks.annex_label, plain),
            (title, looks.annex_title, Setting { role, ..plain }),
            (summary, looks.annex_title, plain),
            (reference, looks.annex_reference, plain),
        ];
        let first = out.len();
        let mut before = first;
        for (text, look, setting) in rows {
            let space_before = if out.len() == first { PART_GAP } else { 0.0 };
            if let Some(text) = text {
                before = out.len();
                self.text(text, look, Setting { space_before, ..setting }, out);
            }
        }
        let referenced = reference.is_some_and(|reference| !reference.is_empty());
        if referenced {
            let widths: Vec<f32> = out[before..].iter().map(|slab| items_width(&slab.items)).collect();
            let length = self.short_length(&widths);
            out.push(self.short_rule(area.left + area.width / 2.0, length));
        }
        out.push(Slab { height: RULE_DROP, followers: 1, ..Slab::default() });
    }

    /// A slab that holds only a short rule around `middle`.
    fn short_rule(&self, middle: f32, length: f32) -> Slab {
        let rule = Item { tag: None, shape: Shape::Rule(self.level_rule(middle, RULE_DROP, length)) };
        Slab { height: RULE_DROP * 2.0, items: vec![rule], followers: 1, ..Slab::default() }
    }

    /// How long the short rule below centred lines of these widths is: a third to a half of the line it stands under,
    /// which is the last, and where the lines allow it of the longest too (PL I.I.II.2.b, 5.b).
    pub(crate) fn short_length(&self, widths: &[f32]) -> f32 {
        let last = widths.last().copied().unwrap_or(0.0);
        let widest = widths.iter().copied().fold(0.0, f32::max);
        (last * self.form.short_rule).max(widest / 3.0).min(last / 2.0)
    }

    /// A level rule of this length around `middle`.
    pub(crate) fn level_rule(&self, middle: f32, y: f32, length: f32) -> Rule {
        Rule { x0: middle - length / 2.0, y0: y, x1: middle + length / 2.0, y1: y, thickness: self.form.rule }
    }

    /// One addressee stands beside `Kính gửi:`; several stand below it, their dashes under the colon
    /// (PL I.I.II.9.d).
    fn addressees(&mut self, lead: &Text, to: &[Text], area: Area, out: &mut Vec<Slab>) {
        let look = self.form.looks.addressees;
        let lead_spans = self.spans(lead, look);
        let setting = Setting { space_before: PART_GAP, ..self.centred(area) };
        if let [only] = to {
            let mut spans = lead_spans;
            spans.extend(self.spans(&Text::plain(" "), look));
            spans.extend(self.spans(only, look));
            self.set_spans(&spans, setting, out);
            return;
        }
        let entries: Vec<Vec<Span>> = to.iter().map(|entry| self.dashed(entry, look)).collect();
        let lead_width = natural_width(&lead_spans, self.fonts);
        let colon = look.size * 0.3;
        let widest = entries.iter().map(|spans| natural_width(spans, self.fonts)).fold(0.0, f32::max);
        let offset = (lead_width - colon).clamp(0.0, area.width / 2.0);
        // Centred, but never further left than running text begins.
        let indent = ((area.width - offset - widest) / 2.0).clamp(self.form.indent * MM, area.width / 4.0);
        let left = Setting { align: Align::Left, balanced: false, ..setting };
        let lead_setting =
            Setting { x: area.left + indent, width: area.width - indent, followers: 2, ..left };
        self.set_spans(&lead_spans, lead_setting, out);
        let list = self.tag(Role::List, None);
        let first = out.len();
        for (index, spans) in entries.iter().enumerate() {
            if index + 1 == entries.len()
                && let [.., before] = &mut out[first..]
            {
                before.followers = 1;
            }
            let entry = Setting {
                space_before: 2.0,
                x: area.left + indent + offset,
                width: area.width - indent - offset,
                rest_indent: look.size * 0.6,
                list: Some(list),
                ..left
            };
            self.set_spans(spans, entry, out);
        }
    }

    /// An entry with the dash the decree asks for, when it was typed without.
    fn dashed(&mut self, entry: &Text, look: Look) -> Vec<Span> {
        let typed = entry.to_plain().trim_start().starts_with(['-', '–']);
        let mut spans = if typed { Vec::new() } else { self.spans(&Text::plain("- "), look) };
        spans.extend(self.spans(entry, look));
        spans
    }
}

/// Whether a block announces what follows: `gồm:`.
fn leads_on(block: &Block) -> bool {
    match block {
        Block::Article { text, .. } | Block::Paragraph(text) | Block::Item(text) => {
            text.runs.last().is_some_and(|run| run.text.trim_end().ends_with(':'))
        }
        _ => false,
    }
}

/// Keeps every slab with as many lines after it as it asks for.
fn keep_followers(slabs: &mut [Slab]) {
    for at in 0..slabs.len() {
        let mut wanted = slabs[at].followers;
        let mut next = at;
        while wanted > 0 && next + 1 < slabs.len() {
            slabs[next].keep = Keep::Must;
            next += 1;
            wanted = wanted.saturating_sub(slabs[next].lines);
        }
    }
}

/// The least lines of text above a signature.
const COMPANY: usize = 2;

/// Keeps the last lines set so far with what follows them: a signature never stands alone.
fn keep_company(slabs: &mut [Slab]) {
    let mut lines = 0;
    for slab in slabs.iter_mut().rev() {
        if lines >= COMPANY {
            break;
        }
        slab.keep = Keep::Must;
        lines += slab.lines;
    }
}

/// From the left end of the first run to the right end of the last, the space at the end left out.
pub(crate) fn items_width(items: &[Item]) -> f32 {
    let (mut left, mut right) = (f32::MAX, f32::MIN);
    for item in items {
        let Shape::Glyphs(run) = &item.shape else { continue };
        let trailing = match run.glyphs.last() {
            Some(glyph) if run.text.ends_with(' ') => glyph.advance,
            _ => 0.0,
        };
        left = left.min(run.x);
        right = right.max(run.x + run.width() - trailing);
    }
    (right - left).max(0.0)
}
