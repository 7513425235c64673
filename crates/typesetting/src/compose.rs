//! Laying out a whole document: each section by its own rules, one tag tree and one list of diagnostics.

use std::collections::HashSet;

use document::{Align, Block, Diagnostic, Document, Section, Severity};

use crate::clean::Span;
use crate::fonts::Fonts;
use crate::form::Form;
use crate::frame::{Item, Layout, Page, Role, Shape, Tag, TagId};
use crate::lines::Line;
use crate::sheet::Ornament;
use crate::watch::{Cancelled, Steps, UNWATCHED, Watch};

/// Lays a document out by the decree's own measures. Always gives pages; whatever could not be set as written is in
/// the diagnostics.
pub fn lay_out(document: &Document, fonts: &Fonts) -> Layout {
    lay_out_with(document, fonts, &Form::default())
}

/// [`lay_out`] with the agency's own choice within the decree's ranges.
pub fn lay_out_with(document: &Document, fonts: &Fonts, form: &Form) -> Layout {
    compose(document, fonts, form, Steps::new(UNWATCHED, 0)).0
}

/// [`lay_out_with`] that tells how far it is and can be told to stop.
pub fn lay_out_watched(
    document: &Document,
    fonts: &Fonts,
    form: &Form,
    watch: Watch<'_>,
) -> Result<Layout, Cancelled> {
    let pieces = document.sections.iter().map(|section| match section {
        Section::Paper(paper) => paper.blocks.iter().map(pieces).sum(),
        Section::Sheet(_) => 1,
    });
    let (layout, steps) = compose(document, fonts, form, Steps::new(watch, pieces.sum()));
    steps.go_on().map(|()| layout)
}

/// Into how many pieces of about equal work a block falls.
fn pieces(block: &Block) -> usize {
    match block {
        // A row is measured, then set.
        Block::Table(table) => 1 + table.rows.len() * 2,
        _ => 1,
    }
}

/// Lays out until it is done or told to stop.
fn compose<'a>(
    document: &'a Document,
    fonts: &'a Fonts,
    form: &'a Form,
    steps: Steps<'a>,
) -> (Layout, Steps<'a>) {
    let mut composition = Composition::new(fonts, form, steps);
    let mut pages = Vec::new();
    for section in &document.sections {
        match section {
            Section::Paper(paper) => pages.extend(composition.paper(paper)),
            Section::Sheet(sheet) if composition.goes_on() => pages.push(composition.sheet(sheet)),
            Section::Sheet(_) => break,
        }
    }
    composition.name_fields(&mut pages);
    let Composition { tags, diagnostics, steps, .. } = composition;
    (Layout { pages, diagnostics, meta: document.meta.clone(), tags }, steps)
}

/// What grows while a document is laid out.
pub(crate) struct Composition<'a> {
    pub(crate) fonts: &'a Fonts,
    pub(crate) form: &'a Form,
    tags: Vec<Tag>,
    diagnostics: Vec<Diagnostic>,
    reported: HashSet<(String, String, Option<String>)>,
    /// Of the sheet before.
    pub(crate) ornament: Ornament<'a>,
    steps: Steps<'a>,
}

/// Where a stack of lines goes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stack {
    /// Left edge.
    pub(crate) x: f32,
    /// Top edge.
    pub(crate) y: f32,
    /// Width of a full line.
    pub(crate) width: f32,
    /// How much later the first line starts.
    pub(crate) first_indent: f32,
    /// How much later the others start.
    pub(crate) rest_indent: f32,
    /// Baseline distance.
    pub(crate) leading: f32,
    /// Alignment.
    pub(crate) align: Align,
}

impl<'a> Composition<'a> {
    fn new(fonts: &'a Fonts, form: &'a Form, steps: Steps<'a>) -> Self {
        Composition {
            fonts,
            form,
            tags: Vec::new(),
            diagnostics: Vec::new(),
            reported: HashSet::new(),
            ornament: Vec::new(),
            steps,
        }
    }

    /// Another piece is done; whether the layout is still wanted.
    pub(crate) fn goes_on(&self) -> bool {
        self.steps.next().is_ok()
    }

    /// Adds a node to the tag tree, after all those before it.
    pub(crate) fn tag(&mut self, role: Role, parent: Option<TagId>) -> TagId {
        self.tags.push(Tag { role, parent });
        self.tags.len() - 1
    }

    /// What a tag of this document is.
    pub(crate) fn role_of(&self, tag: TagId) -> Role {
        // Every tag was given out by `tag`.
        self.tags[tag].role
    }

    /// Adds a paragraph to the tag tree.
    pub(crate) fn paragraph_tag(&mut self) -> TagId {
        self.tag(Role::Paragraph, None)
    }

    /// Adds an entry of a list to the tag tree.
    pub(crate) fn entry_tag(&mut self, list: TagId) -> TagId {
        let entry = self.tag(Role::Entry, Some(list));
        self.tag(Role::EntryBody, Some(entry))
    }

    /// Records a diagnostic once for each message and field.
    pub(crate) fn report(&mut self, diagnostic: Diagnostic) {
        let key = (diagnostic.code.clone(), diagnostic.message.clone(), diagnostic.field.clone());
        if self.reported.insert(key) {
            self.diagnostics.push(diagnostic);
        }
    }

    /// Single spacing for these spans, in points.
    pub(crate) fn single(&self, spans: &[Span]) -> f32 {
        spans.iter().map(|span| self.fonts.face(span.face).single * span.size).fold(0.0, f32::max)
    }

    /// How far the baseline lies below the top of a line of this height.
    pub(crate) fn baseline(&self, spans: &[Span], leading: f32) -> f32 {
        let tallest = spans.iter().max_by(|one, other| one.size.total_cmp(&other.size));
        let Some(span) = tallest else { return leading };
        let face = self.fonts.face(span.face);
        (leading - (face.ascent + face.descent) * span.size) / 2.0 + face.ascent * span.size
    }

    /// Sets `lines` one below the other.
    pub(crate) fn stack(
        &self,
        lines: &[Line],
        spans: &[Span],
        stack: Stack,
        tag: Option<TagId>,
    ) -> Vec<Item> {
        let baseline = stack.y + self.baseline(spans, stack.leading);
        let mut items = Vec::new();
        for (index, line) in lines.iter().enumerate() {
            let indent = if index == 0 { stack.first_indent } else { stack.rest_indent };
            let y = baseline + stack.leading * index as f32;
            let runs = line.set(spans, self.fonts, stack.x + indent, y, stack.width - indent, stack.align);
            items.extend(runs.into_iter().map(|run| Item { tag, shape: Shape::Glyphs(run) }));
        }
        items
    }

    /// Gives every signature field a name that is its own: a second field of one name could not be signed.
    fn name_fields(&mut self, pages: &mut [Page]) {
        let mut taken = HashSet::new();
        for field in pages.iter_mut().flat_map(|page| &mut page.fields) {
            let wished = field.name.clone();
            // A full stop parts the levels of a field name in PDF.
            let base: String =
                wished.trim().replace('.', "_").chars().filter(|letter| !letter.is_control()).collect();
            let base = if base.is_empty() { "ChuKy".to_string() } else { base };
            let mut name = base.clone();
            let mut count = 1;
            while !taken.insert(name.clone()) {
                count += 1;
                name = format!("{base}{count}");
            }
            if name != wished {
                self.report(Diagnostic {
                    severity: Severity::Warning,
                    code: "signature-name".into(),
                    message: format!("Ô ký số “{wished}” trùng tên hoặc sai tên; đã đổi thành “{name}”."),
                    field: None,
                });
            }
            field.name = name;
        }
    }
}
