//! The tag tree: which items make up one marked stretch of a page, and the structure elements that own them.

use std::collections::HashMap;
use std::ops::Range;

use lopdf::{Document, ObjectId};

use crate::frame::{Item, Layout, Page, Role, Shape, TagId};
use crate::pdf::save::Bulk;

/// The marked stretches of every page.
pub(super) struct Marks {
    pages: Vec<Vec<Stretch>>,
}

/// Items that follow each other on a page and belong to one tag, or to none.
pub(super) struct Stretch {
    pub(super) items: Range<usize>,
    /// The tag's name and the stretch's number on the page; none for artifacts.
    pub(super) mark: Option<(&'static str, usize)>,
    /// What it is when it has no tag.
    pub(super) artifact: Artifact,
    tag: Option<TagId>,
}

/// What has no tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Artifact {
    /// Rules, borders, frames, ornament.
    Decoration,
    /// The head of a table on a further page.
    Repeated,
    /// The number in the top margin.
    PageNumber,
}

impl Marks {
    /// Numbers the stretches of a layout.
    pub(super) fn assign(layout: &Layout) -> Marks {
        let pages = layout
            .pages
            .iter()
            .map(|page| {
                let mut stretches: Vec<Stretch> = Vec::new();
                let mut marks = 0;
                for (index, item) in page.items.iter().enumerate() {
                    let artifact = artifact(item, page);
                    match stretches.last_mut() {
                        Some(last) if last.tag == item.tag && last.artifact == artifact => {
                            last.items.end = index + 1;
                        }
                        _ => {
                            let mark = item
                                .tag
                                .and_then(|tag| layout.tags.get(tag))
                                .map(|tag| (name(tag.role), marks));
                            marks += usize::from(mark.is_some());
                            let items = index..index + 1;
                            stretches.push(Stretch { items, mark, artifact, tag: item.tag });
                        }
                    }
                }
                stretches
            })
            .collect();
        Marks { pages }
    }

    /// The stretches of one page.
    pub(super) fn stretches(&self, page: usize) -> &[Stretch] {
        self.pages.get(page).map_or(&[], Vec::as_slice)
    }
}

/// What an item is when it has no tag. The page number is one line, and the first thing on its page.
fn artifact(item: &Item, page: &Page) -> Artifact {
    let untagged = |item: &Item| match &item.shape {
        Shape::Glyphs(run) if item.tag.is_none() => Some(run.y),
        _ => None,
    };
    match (untagged(item), page.items.first().and_then(untagged)) {
        (None, _) => Artifact::Decoration,
        (Some(own), Some(first)) if own == first => Artifact::PageNumber,
        _ => Artifact::Repeated,
    }
}

/// The standard structure type.
fn name(role: Role) -> &'static str {
    match role {
        Role::Heading(1) => "H1",
        Role::Heading(2) => "H2",
        Role::Heading(3) => "H3",
        Role::Heading(4) => "H4",
        Role::Heading(5) => "H5",
        Role::Heading(_) => "H6",
        Role::Paragraph => "P",
        Role::List => "L",
        Role::Entry => "LI",
        Role::EntryBody => "LBody",
        Role::Table => "Table",
        Role::Row => "TR",
        Role::HeadCell => "TH",
        Role::Cell(_) => "TD",
        Role::Form => "Form",
    }
}

/// A signature field as written, for the tree to point at.
pub(super) struct Widget {
    pub(super) object: ObjectId,
    pub(super) page: usize,
    pub(super) tag: TagId,
    pub(super) tooltip: String,
}

/// What a structure element holds.
#[derive(Clone, Copy)]
enum Kid {
    Element(TagId),
    /// A marked stretch by its page and number.
    Mark(usize, usize),
    /// A signature field by its place in the list.
    Widget(usize),
}

/// Numbers of the tree's objects: the root, the document, the tree back from marks, the elements, the pages' lists.
#[derive(Clone, Copy)]
struct Numbers {
    first: u32,
    tags: usize,
}

impl Numbers {
    fn root(self) -> u32 {
        self.first
    }

    fn whole(self) -> u32 {
        self.first + 1
    }

    fn parents(self) -> u32 {
        self.first + 2
    }

    fn element(self, tag: TagId) -> u32 {
        // A file has far fewer objects than 32 bits count.
        self.first + 3 + tag as u32
    }

    fn owners(self, page: usize) -> u32 {
        self.element(self.tags + page)
    }
}

/// Writes the tree and ties pages and widgets to it; the tree's objects, the first of which is its root.
///
/// A list of a thousand rows has ten thousand of them, so they are written as text at once.
pub(super) fn write_tree(
    file: &mut Document,
    layout: &Layout,
    marks: &Marks,
    pages: &[ObjectId],
    widgets: &[Widget],
) -> Result<Bulk, lopdf::Error> {
    let mut bulk = Bulk::after(file);
    let numbers = Numbers { first: bulk.next(), tags: layout.tags.len() };
    let mut kids: Vec<Vec<Kid>> = vec![Vec::new(); layout.tags.len()];
    let mut top: Vec<Kid> = Vec::new();
    let holding = holding(layout, marks, widgets);
    for (index, tag) in layout.tags.iter().enumerate().filter(|(index, _)| holding[*index]) {
        let siblings = tag.parent.map_or(&mut top, |parent| &mut kids[parent]);
        siblings.push(Kid::Element(index));
    }
    for page in 0..pages.len() {
        for stretch in marks.stretches(page) {
            if let (Some(tag), Some((_, mark))) = (stretch.tag, stretch.mark) {
                kids[tag].push(Kid::Mark(page, mark));
            }
        }
    }
    for (index, widget) in widgets.iter().enumerate() {
        kids[widget.tag].push(Kid::Widget(index));
    }
    let spoken: HashMap<TagId, &str> =
        widgets.iter().map(|widget| (widget.tag, widget.tooltip.as_str())).collect();
    let next = pages.len() + widgets.len();

    bulk.object(format_args!(
        "<</Type/StructTreeRoot/K {} 0 R/ParentTree {} 0 R/ParentTreeNextKey {next}>>",
        numbers.whole(),
        numbers.parents()
    ));
    bulk.put(format_args!("<</Type/StructElem/S/Document/P {} 0 R", numbers.root()));
    let tree = Tree { numbers, pages, widgets };
    tree.put_kids(&mut bulk, &top, None);
    bulk.object(format_args!(">>"));
    tree.put_parents(&mut bulk);
    for (index, tag) in layout.tags.iter().enumerate() {
        if !holding[index] {
            // Its number is taken; nothing leads to it.
            bulk.object(format_args!("null"));
            continue;
        }
        let parent = tag.parent.map_or(numbers.whole(), |parent| numbers.element(parent));
        bulk.put(format_args!("<</Type/StructElem/S/{}/P {parent} 0 R", name(tag.role)));
        match tag.role {
            Role::HeadCell => bulk.put(format_args!("/A<</O/Table/Scope/Column>>")),
            Role::Cell(span) if span > 1 => bulk.put(format_args!("/A<</O/Table/ColSpan {span}>>")),
            _ => {}
        }
        let page = kids[index].iter().find_map(|kid| match kid {
            Kid::Mark(page, _) => Some(*page),
            _ => None,
        });
        if let Some(page) = page {
            bulk.put(format_args!("/Pg {} 0 R", pages[page].0));
        }
        if let Some(tooltip) = spoken.get(&index) {
            bulk.put(format_args!("/Alt"));
            bulk.text(tooltip);
        }
        tree.put_kids(&mut bulk, &kids[index], page);
        bulk.object(format_args!(">>"));
    }
    for page in 0..pages.len() {
        let owners = marks.stretches(page).iter().filter(|stretch| stretch.mark.is_some());
        bulk.put(format_args!("["));
        for tag in owners.filter_map(|stretch| stretch.tag) {
            bulk.put(format_args!("{} 0 R ", numbers.element(tag)));
        }
        bulk.object(format_args!("]"));
    }
    tie(file, pages, widgets)?;
    Ok(bulk)
}

/// Whether each tag holds something to read or to sign, itself or below it. A cell may be empty: its place in the row
/// says something; an empty list or paragraph would be announced for nothing.
fn holding(layout: &Layout, marks: &Marks, widgets: &[Widget]) -> Vec<bool> {
    let mut holding: Vec<bool> =
        layout.tags.iter().map(|tag| matches!(tag.role, Role::HeadCell | Role::Cell(_))).collect();
    for tag in marks.pages.iter().flatten().filter_map(|stretch| stretch.tag) {
        holding[tag] = true;
    }
    for widget in widgets {
        holding[widget.tag] = true;
    }
    // Parents come before their children.
    for (index, tag) in layout.tags.iter().enumerate().rev() {
        if let (true, Some(parent)) = (holding[index], tag.parent) {
            holding[parent] = true;
        }
    }
    holding
}

/// What kids are written with.
struct Tree<'a> {
    numbers: Numbers,
    pages: &'a [ObjectId],
    widgets: &'a [Widget],
}

impl Tree<'_> {
    /// What an element holds; marks on `own`, the page it names, by their number alone.
    fn put_kids(&self, bulk: &mut Bulk, kids: &[Kid], own: Option<usize>) {
        if kids.is_empty() {
            return;
        }
        let (open, close) = if kids.len() == 1 { ("/K ", "") } else { ("/K[", "]") };
        bulk.put(format_args!("{open}"));
        for (index, kid) in kids.iter().enumerate() {
            let space = if index == 0 { "" } else { " " };
            match *kid {
                Kid::Element(tag) => bulk.put(format_args!("{space}{} 0 R", self.numbers.element(tag))),
                Kid::Mark(page, mark) if Some(page) == own => bulk.put(format_args!("{space}{mark}")),
                Kid::Mark(page, mark) => {
                    let page = self.pages[page].0;
                    bulk.put(format_args!("<</Type/MCR/Pg {page} 0 R/MCID {mark}>>"));
                }
                Kid::Widget(index) => {
                    let Widget { object, page, .. } = &self.widgets[index];
                    let page = self.pages[*page].0;
                    bulk.put(format_args!("<</Type/OBJR/Obj {} 0 R/Pg {page} 0 R>>", object.0));
                }
            }
        }
        bulk.put(format_args!("{close}"));
    }

    /// The number tree from marks and widgets back to their elements.
    fn put_parents(&self, bulk: &mut Bulk) {
        bulk.put(format_args!("<</Nums["));
        for page in 0..self.pages.len() {
            bulk.put(format_args!("{page} {} 0 R ", self.numbers.owners(page)));
        }
        for (index, widget) in self.widgets.iter().enumerate() {
            let key = self.pages.len() + index;
            bulk.put(format_args!("{key} {} 0 R ", self.numbers.element(widget.tag)));
        }
        bulk.object(format_args!("]>>"));
    }
}

/// Gives pages and widgets the numbers they have in the tree back.
fn tie(file: &mut Document, pages: &[ObjectId], widgets: &[Widget]) -> Result<(), lopdf::Error> {
    for (index, &page) in pages.iter().enumerate() {
        let page = file.get_dictionary_mut(page)?;
        page.set("StructParents", index as i64);
        page.set("Tabs", "S");
    }
    for (index, widget) in widgets.iter().enumerate() {
        let key = (pages.len() + index) as i64;
        file.get_dictionary_mut(widget.object)?.set("StructParent", key);
    }
    Ok(())
}
