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
    let mut outer: Vec<usize> = Vec::new();
    let mut inner: Vec<Vec<usize>> = vec![Vec::new(); bookmarks.len()];
    let parents = parents(&bookmarks);
    for (index, parent) in parents.iter().enumerate() {
        parent.map_or(&mut outer, |parent| &mut inner[parent]).push(index);
    }
    let mut entries: Vec<Dictionary> = bookmarks
        .iter()
        .zip(&parents)
        .map(|(bookmark, parent)| {
            dictionary! {
                "Title" => text_string(&bookmark.title),
                "Parent" => parent.map_or(root, |parent| ids[parent]),
                "Dest" => destination(layout, pages, bookmark),
            }
        })
        .collect();
    for siblings in inner.iter().chain([&outer]) {
        for pair in siblings.windows(2) {
            entries[pair[0]].set("Next", ids[pair[1]]);
            entries[pair[1]].set("Prev", ids[pair[0]]);
        }
    }
    for ((mut entry, kids), id) in entries.into_iter().zip(&inner).zip(&ids) {
        // The outermost are shown at once, the others when their parent is opened.
        link_kids(&mut entry, kids, -1, &ids);
        file.set_object(*id, entry);
    }
    let mut top = dictionary! { "Type" => "Outlines" };
    link_kids(&mut top, &outer, 1, &ids);
    file.set_object(root, top);
    Some(root)
}

fn link_kids(entry: &mut Dictionary, kids: &[usize], sign: i64, ids: &[ObjectId]) {
    if let (Some(&first), Some(&last)) = (kids.first(), kids.last()) {
        entry.set("First", ids[first]);
        entry.set("Last", ids[last]);
        entry.set("Count", sign * i64::try_from(kids.len()).unwrap_or(i64::MAX));
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
