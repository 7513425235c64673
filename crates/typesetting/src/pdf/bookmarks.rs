//! Bookmarks: the headings of a long document, for the reader's side panel.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use crate::frame::{Layout, Role, Shape, TagId};
use crate::pdf::finish::text_string;

/// Documents of fewer pages are seen at a glance.
const LONG: usize = 5;
/// More bookmarks than anybody scrolls through.
const MOST: usize = 2000;
/// Letters of a heading shown.
const LONGEST: usize = 120;

/// A heading and where it stands.
struct Bookmark {
    level: u8,
    title: String,
    page: usize,
    /// Top edge, in points from the page's top.
    top: f32,
}

/// Writes the bookmarks of a long document; the id of their root, none when there are none.
pub(super) fn write(file: &mut Document, layout: &Layout, pages: &[ObjectId]) -> Option<ObjectId> {
    let bookmarks = if layout.pages.len() < LONG { Vec::new() } else { headings(layout) };
    // Certificates all have the same heading: a list of it leads nowhere.
    let first = bookmarks.first()?.title.clone();
    if bookmarks.iter().all(|bookmark| bookmark.title == first) {
        return None;
    }
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = bookmarks.iter().map(|_| file.new_object_id()).collect();
    let parents = parents(&bookmarks);
    for (index, bookmark) in bookmarks.iter().enumerate() {
        let siblings = |at: &usize| parents[*at] == parents[index];
        let mut entry = dictionary! {
            "Title" => text_string(&bookmark.title),
            "Parent" => parents[index].map_or(root, |parent| ids[parent]),
            "Dest" => destination(layout, pages, bookmark),
        };
        link(&mut entry, "Prev", (0..index).rev().find(siblings), &ids);
        link(&mut entry, "Next", (index + 1..ids.len()).find(siblings), &ids);
        link_kids(&mut entry, &parents, Some(index), &ids);
        file.set_object(ids[index], entry);
    }
    let mut top = dictionary! { "Type" => "Outlines" };
    link_kids(&mut top, &parents, None, &ids);
    file.set_object(root, top);
    Some(root)
}

fn link(entry: &mut Dictionary, key: &str, to: Option<usize>, ids: &[ObjectId]) {
    if let Some(to) = to {
        entry.set(key, ids[to]);
    }
}

fn link_kids(entry: &mut Dictionary, parents: &[Option<usize>], own: Option<usize>, ids: &[ObjectId]) {
    let kids: Vec<usize> = (0..ids.len()).filter(|&at| parents[at] == own).collect();
    link(entry, "First", kids.first().copied(), ids);
    link(entry, "Last", kids.last().copied(), ids);
    if !kids.is_empty() {
        // The outermost are shown at once, the others when their parent is opened.
        let count = i64::try_from(kids.len()).unwrap_or(i64::MAX);
        entry.set("Count", if own.is_none() { count } else { -count });
    }
}

fn destination(layout: &Layout, pages: &[ObjectId], bookmark: &Bookmark) -> Vec<Object> {
    let height = layout.pages.get(bookmark.page).map_or(0.0, |page| page.height_pt);
    let page = pages.get(bookmark.page).map_or(Object::Null, |page| (*page).into());
    vec![page, "XYZ".into(), Object::Null, (height - bookmark.top).round().into(), Object::Null]
}

/// The nearest heading before each that stands above it.
fn parents(bookmarks: &[Bookmark]) -> Vec<Option<usize>> {
    let mut open: Vec<usize> = Vec::new();
    let mut parents = Vec::with_capacity(bookmarks.len());
    for (index, bookmark) in bookmarks.iter().enumerate() {
        open.retain(|&before| bookmarks[before].level < bookmark.level);
        parents.push(open.last().copied());
        open.push(index);
    }
    parents
}

fn headings(layout: &Layout) -> Vec<Bookmark> {
    let mut found: Vec<(TagId, Bookmark)> = Vec::new();
    for (number, page) in layout.pages.iter().enumerate() {
        for item in &page.items {
            let (Some(tag), Shape::Glyphs(run)) = (item.tag, &item.shape) else { continue };
            let Some(Role::Heading(level)) = layout.tags.get(tag).map(|tag| tag.role) else { continue };
            match found.last_mut() {
                Some((last, bookmark)) if *last == tag => {
                    if !bookmark.title.ends_with(' ') {
                        bookmark.title.push(' ');
                    }
                    bookmark.title.push_str(&run.text);
                }
                _ => {
                    let top = run.bounds().y;
                    found.push((tag, Bookmark { level, title: run.text.clone(), page: number, top }));
                }
            }
        }
    }
    let trimmed = found.into_iter().map(|(_, bookmark)| {
        let title = bookmark.title.split_whitespace().collect::<Vec<_>>().join(" ");
        Bookmark { title: title.chars().take(LONGEST).collect(), ..bookmark }
    });
    trimmed.take(MOST).collect()
}
