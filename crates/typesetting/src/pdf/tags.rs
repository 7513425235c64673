//! The tag tree: which items make up one marked stretch of a page, and the structure elements that own them.

use std::collections::HashMap;
use std::ops::Range;

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use crate::frame::{Item, Layout, Page, Role, Shape, TagId};
use crate::pdf::finish::text_string;

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

/// Writes the tree and ties pages and widgets to it; the id of its root.
pub(super) fn write_tree(
    file: &mut Document,
    layout: &Layout,
    marks: &Marks,
    pages: &[ObjectId],
    widgets: &[Widget],
) -> Result<ObjectId, lopdf::Error> {
    let root = file.new_object_id();
    let whole = file.new_object_id();
    let elements: Vec<ObjectId> = layout.tags.iter().map(|_| file.new_object_id()).collect();
    let holding = holding(layout, marks, widgets);
    let mut kids: Vec<Vec<Object>> = vec![Vec::new(); elements.len()];
    let mut first_page: Vec<Option<usize>> = vec![None; elements.len()];
    let mut owners: Vec<Vec<Object>> = vec![Vec::new(); pages.len()];
    let mut top = Vec::new();

    for (index, tag) in layout.tags.iter().enumerate().filter(|(index, _)| holding[*index]) {
        match tag.parent {
            Some(parent) => kids[parent].push(elements[index].into()),
            None => top.push(elements[index].into()),
        }
    }
    for (page, &page_object) in pages.iter().enumerate() {
        for stretch in marks.stretches(page) {
            let (Some(tag), Some((_, mark))) = (stretch.tag, stretch.mark) else { continue };
            owners[page].push(elements[tag].into());
            let own = *first_page[tag].get_or_insert(page) == page;
            let number = Object::from(mark as i64);
            kids[tag].push(match own {
                true => number,
                false => dictionary! { "Type" => "MCR", "Pg" => page_object, "MCID" => number }.into(),
            });
        }
    }
    for widget in widgets {
        let page = pages[widget.page];
        kids[widget.tag].push(dictionary! { "Type" => "OBJR", "Obj" => widget.object, "Pg" => page }.into());
    }

    let spoken: HashMap<TagId, &str> =
        widgets.iter().map(|widget| (widget.tag, widget.tooltip.as_str())).collect();
    for (index, tag) in layout.tags.iter().enumerate().filter(|(index, _)| holding[*index]) {
        let parent = tag.parent.map_or(whole, |parent| elements[parent]);
        let mut element = element(tag.role, parent, std::mem::take(&mut kids[index]));
        if let Some(page) = first_page[index] {
            element.set("Pg", pages[page]);
        }
        if let Some(tooltip) = spoken.get(&index) {
            element.set("Alt", text_string(tooltip));
        }
        file.set_object(elements[index], element);
    }
    file.set_object(
        whole,
        dictionary! { "Type" => "StructElem", "S" => "Document", "P" => root, "K" => top },
    );
    let numbers = parent_numbers(file, pages, owners, widgets, &elements)?;
    let next = (pages.len() + widgets.len()) as i64;
    let parents = file.add_object(dictionary! { "Nums" => numbers });
    file.set_object(
        root,
        dictionary! { "Type" => "StructTreeRoot", "K" => whole, "ParentTree" => parents, "ParentTreeNextKey" => next },
    );
    Ok(root)
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

fn element(role: Role, parent: ObjectId, mut kids: Vec<Object>) -> Dictionary {
    let mut element = dictionary! { "Type" => "StructElem", "S" => name(role), "P" => parent };
    match role {
        Role::HeadCell => element.set("A", dictionary! { "O" => "Table", "Scope" => "Column" }),
        Role::Cell(span) if span > 1 => {
            element.set("A", dictionary! { "O" => "Table", "ColSpan" => i64::from(span) })
        }
        _ => {}
    }
    if kids.len() == 1 {
        element.set("K", kids.remove(0));
    } else if !kids.is_empty() {
        element.set("K", kids);
    }
    element
}

/// The number tree from marks and widgets back to their elements.
fn parent_numbers(
    file: &mut Document,
    pages: &[ObjectId],
    owners: Vec<Vec<Object>>,
    widgets: &[Widget],
    elements: &[ObjectId],
) -> Result<Vec<Object>, lopdf::Error> {
    let mut numbers: Vec<Object> = Vec::new();
    for (index, (&page, owners)) in pages.iter().zip(owners).enumerate() {
        let list = file.add_object(owners);
        numbers.extend([Object::from(index as i64), list.into()]);
        let page = file.get_dictionary_mut(page)?;
        page.set("StructParents", index as i64);
        page.set("Tabs", "S");
    }
    for (index, widget) in widgets.iter().enumerate() {
        let key = (pages.len() + index) as i64;
        numbers.extend([Object::from(key), elements[widget.tag].into()]);
        file.get_dictionary_mut(widget.object)?.set("StructParent", key);
    }
    Ok(numbers)
}
