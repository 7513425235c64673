//! What `read_pdf.py` finds in a PDF: letters, strokes and signature fields with their places, the tag tree, and what
//! the file says about itself. Knows nothing of the frames the file was drawn from.

use serde::Deserialize;
use serde_json::Value;
use std::{collections::BTreeMap, path::Path, sync::Arc};

/// Millimetres to points.
pub(crate) const MM: f32 = 72.0 / 25.4;

/// A file as read.
#[derive(Debug)]
pub(crate) struct File {
    pub(crate) pages: Vec<Page>,
    /// The elements at the top of the tag tree.
    pub(crate) tree: Vec<Element>,
    /// The parent tree: from the number of a page or widget to the elements that own its marks.
    pub(crate) parents: BTreeMap<i64, Owners>,
    /// Names of structure types that are not standard ones, with what they stand for.
    pub(crate) roles: BTreeMap<String, String>,
    /// Objects of the form's fields.
    pub(crate) fields: Vec<u32>,
    pub(crate) outline: Vec<Bookmark>,
    pub(crate) information: BTreeMap<String, Value>,
    /// The properties of the XMP packet, `{namespace}name`.
    pub(crate) metadata: BTreeMap<String, String>,
    pub(crate) catalog: Value,
    /// Kinds of output intents.
    pub(crate) intents: Vec<String>,
}

/// A page as read. All places count from its top left corner, in points.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) width: f32,
    pub(crate) height: f32,
    /// All letters in the order of the file.
    pub(crate) letters: Vec<Letter>,
    /// Letters that touch on one baseline, in one line each; lines that leave no ink left out.
    pub(crate) lines: Vec<Line>,
    pub(crate) strokes: Vec<Stroke>,
    pub(crate) fields: Vec<Field>,
    /// The order of fields by the Tab key.
    pub(crate) tabs: Option<String>,
    /// Its number in the parent tree.
    pub(crate) number: Option<i64>,
}

/// Letters that follow each other without a gap.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub(crate) letters: Vec<Letter>,
}

/// A letter as drawn.
#[derive(Debug, Clone)]
pub(crate) struct Letter {
    pub(crate) text: String,
    pub(crate) x: f32,
    pub(crate) right: f32,
    /// The baseline.
    pub(crate) y: f32,
    pub(crate) size: f32,
    pub(crate) font: String,
    pub(crate) bold: bool,
    pub(crate) italic: bool,
    pub(crate) serif: bool,
    pub(crate) color: [f32; 3],
    pub(crate) mark: Arc<Mark>,
}

/// The marked content that something is drawn in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mark {
    /// How many are open, one in the other.
    pub(crate) depth: usize,
    pub(crate) tag: Option<String>,
    pub(crate) number: Option<usize>,
    /// Type and subtype of an artifact.
    pub(crate) kind: Option<String>,
    pub(crate) subtype: Option<String>,
}

/// An outline, stroked or filled.
#[derive(Debug, Clone)]
pub(crate) struct Stroke {
    pub(crate) points: Vec<(f32, f32)>,
    pub(crate) closed: bool,
    pub(crate) filled: bool,
    /// In points.
    pub(crate) thickness: f32,
    pub(crate) color: [f32; 3],
    pub(crate) mark: Arc<Mark>,
}

/// A signature field.
#[derive(Debug, Clone)]
pub(crate) struct Field {
    pub(crate) object: u32,
    pub(crate) name: String,
    pub(crate) tooltip: Option<String>,
    /// `Sig` for a place to sign.
    pub(crate) kind: Option<String>,
    pub(crate) flags: i64,
    pub(crate) signed: bool,
    pub(crate) appearance: bool,
    /// The page it says it is on.
    pub(crate) page: Option<usize>,
    /// Its number in the parent tree.
    pub(crate) number: Option<i64>,
    pub(crate) left: f32,
    pub(crate) top: f32,
    pub(crate) right: f32,
    pub(crate) bottom: f32,
}

/// An element of the tag tree.
#[derive(Debug, Deserialize)]
pub(crate) struct Element {
    pub(crate) object: u32,
    pub(crate) parent: Option<u32>,
    pub(crate) kind: String,
    pub(crate) alt: Option<String>,
    /// The text to read in place of what is drawn.
    pub(crate) spoken: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) attributes: BTreeMap<String, Value>,
    pub(crate) kids: Vec<Kid>,
}

/// What an element holds.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum Kid {
    /// Marked content on a page.
    Mark { mark: usize, page: Option<usize> },
    /// A field.
    Widget { widget: u32, page: Option<usize> },
    /// An element.
    Element(Element),
}

/// The owners of a page's marks, or of one widget.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum Owners {
    Marks(Vec<Option<u32>>),
    Widget(u32),
}

/// An entry of the reader's side panel.
#[derive(Debug, Deserialize)]
pub(crate) struct Bookmark {
    pub(crate) title: String,
    pub(crate) kids: Vec<Bookmark>,
}

impl Element {
    /// This element and all below it, in reading order.
    pub(crate) fn all(&self) -> Vec<&Element> {
        let below = self.elements().flat_map(Element::all);
        std::iter::once(self).chain(below).collect()
    }

    /// The elements directly in it.
    pub(crate) fn elements(&self) -> impl DoubleEndedIterator<Item = &Element> {
        self.kids.iter().filter_map(|kid| match kid {
            Kid::Element(element) => Some(element),
            _ => None,
        })
    }
}

impl File {
    /// The text of an element and all below it, as a screen reader meets it.
    pub(crate) fn text_of(&self, element: &Element) -> String {
        element
            .kids
            .iter()
            .map(|kid| match kid {
                Kid::Element(element) => self.text_of(element),
                Kid::Mark { mark, page: Some(page) } => self.pages[*page].text_of_mark(*mark),
                _ => String::new(),
            })
            .collect()
    }

    /// All elements in reading order.
    pub(crate) fn elements(&self) -> Vec<&Element> {
        self.tree.iter().flat_map(Element::all).collect()
    }
}

impl Page {
    /// What is drawn in marked content of this number.
    pub(crate) fn text_of_mark(&self, mark: usize) -> String {
        let inside = self.letters.iter().filter(|letter| letter.mark.number == Some(mark));
        inside.map(|letter| letter.text.as_str()).collect()
    }
}

impl Line {
    pub(crate) fn text(&self) -> String {
        self.letters.iter().map(|letter| letter.text.as_str()).collect()
    }

    /// Letters that leave ink.
    pub(crate) fn inked(&self) -> impl DoubleEndedIterator<Item = &Letter> {
        self.letters.iter().filter(|letter| !letter.text.trim().is_empty())
    }

    pub(crate) fn left(&self) -> f32 {
        self.inked().next().map_or(f32::NAN, |letter| letter.x)
    }

    pub(crate) fn right(&self) -> f32 {
        self.inked().next_back().map_or(f32::NAN, |letter| letter.right)
    }

    pub(crate) fn middle(&self) -> f32 {
        (self.left() + self.right()) / 2.0
    }

    pub(crate) fn y(&self) -> f32 {
        self.letters[0].y
    }

    pub(crate) fn size(&self) -> f32 {
        self.letters[0].size
    }
}

impl Stroke {
    pub(crate) fn is_level(&self) -> bool {
        self.points.len() == 2 && (self.points[0].1 - self.points[1].1).abs() < 0.01
    }

    pub(crate) fn left(&self) -> f32 {
        self.points.iter().map(|point| point.0).fold(f32::MAX, f32::min)
    }

    pub(crate) fn right(&self) -> f32 {
        self.points.iter().map(|point| point.0).fold(f32::MIN, f32::max)
    }

    pub(crate) fn top(&self) -> f32 {
        self.points.iter().map(|point| point.1).fold(f32::MAX, f32::min)
    }

    pub(crate) fn bottom(&self) -> f32 {
        self.points.iter().map(|point| point.1).fold(f32::MIN, f32::max)
    }
}

/// Reads files, all in one run of the reader; in the order given.
pub(crate) fn read(paths: &[impl AsRef<Path>]) -> Vec<File> {
    let paths: Vec<&Path> = paths.iter().map(AsRef::as_ref).collect();
    let answer = super::python("read_pdf.py", &paths);
    let files: Vec<RawFile> = serde_json::from_str(&answer).expect("the reader's answer");
    files.into_iter().map(File::from).collect()
}

/// A file as the script writes it.
#[derive(Deserialize)]
struct RawFile {
    pages: Vec<RawPage>,
    tree: Vec<Element>,
    parent_tree: Vec<(i64, Owners)>,
    roles: BTreeMap<String, String>,
    fields: Vec<u32>,
    outline: Vec<Bookmark>,
    information: BTreeMap<String, Value>,
    metadata: BTreeMap<String, String>,
    catalog: Value,
    intents: Vec<String>,
}

/// Depth, tag, number, kind, subtype.
type RawMark = (usize, Option<String>, Option<usize>, Option<String>, Option<String>);

/// Points, closed, stroked, filled, thickness, colour, mark.
type RawStroke = (Vec<(f32, f32)>, bool, bool, bool, f32, Vec<f32>, usize);

/// A page as the script writes it; places count from the bottom here.
#[derive(Deserialize)]
struct RawPage {
    width: f32,
    height: f32,
    tabs: Option<String>,
    parents: Option<i64>,
    looks: Vec<(String, f32, Vec<f32>)>,
    marks: Vec<RawMark>,
    /// Text, left, right, baseline, look, mark.
    letters: Vec<(String, f32, f32, f32, usize, usize)>,
    strokes: Vec<RawStroke>,
    widgets: Vec<RawWidget>,
}

#[derive(Deserialize)]
struct RawWidget {
    object: u32,
    rect: [f32; 4],
    appearance: bool,
    page: Option<usize>,
    #[serde(rename = "T")]
    name: String,
    #[serde(rename = "TU")]
    tooltip: Option<String>,
    #[serde(rename = "FT")]
    kind: Option<String>,
    #[serde(rename = "F", default)]
    flags: i64,
    #[serde(rename = "StructParent")]
    number: Option<i64>,
    #[serde(rename = "V", default)]
    value: Value,
}

impl From<RawFile> for File {
    fn from(raw: RawFile) -> Self {
        File {
            pages: raw.pages.into_iter().map(Page::from).collect(),
            tree: raw.tree,
            parents: raw.parent_tree.into_iter().collect(),
            roles: raw.roles,
            fields: raw.fields,
            outline: raw.outline,
            information: raw.information,
            metadata: raw.metadata,
            catalog: raw.catalog,
            intents: raw.intents,
        }
    }
}

impl From<RawPage> for Page {
    fn from(raw: RawPage) -> Self {
        let height = raw.height;
        let marks: Vec<Arc<Mark>> = raw
            .marks
            .into_iter()
            .map(|(depth, tag, number, kind, subtype)| Arc::new(Mark { depth, tag, number, kind, subtype }))
            .collect();
        let letter = |(text, x, right, y, look, mark): (String, f32, f32, f32, usize, usize)| {
            let (font, size, color) = &raw.looks[look];
            let named = |part: &str| font.contains(part);
            Letter {
                text,
                x,
                right,
                y: height - y,
                size: *size,
                bold: named("Bold"),
                italic: named("Italic"),
                serif: named("LiberationSerif") || named("TimesNewRoman"),
                font: font.clone(),
                color: rgb(color),
                mark: Arc::clone(&marks[mark]),
            }
        };
        let letters: Vec<Letter> = raw.letters.into_iter().map(letter).collect();
        let strokes =
            raw.strokes.into_iter().map(|(points, closed, _, filled, thickness, color, mark)| Stroke {
                points: points.into_iter().map(|(x, y)| (x, height - y)).collect(),
                closed,
                filled,
                thickness,
                color: rgb(&color),
                mark: Arc::clone(&marks[mark]),
            });
        Page {
            width: raw.width,
            height,
            lines: joined(&letters),
            letters,
            strokes: strokes.collect(),
            fields: raw.widgets.into_iter().map(|widget| widget.field(height)).collect(),
            tabs: raw.tabs,
            number: raw.parents,
        }
    }
}

impl RawWidget {
    fn field(self, height: f32) -> Field {
        let [left, bottom, right, top] = self.rect;
        Field {
            object: self.object,
            name: self.name,
            tooltip: self.tooltip,
            kind: self.kind,
            flags: self.flags,
            signed: !self.value.is_null(),
            appearance: self.appearance,
            page: self.page,
            number: self.number,
            left,
            top: height - top,
            right,
            bottom: height - bottom,
        }
    }
}

/// Grey or RGB as RGB.
fn rgb(color: &[f32]) -> [f32; 3] {
    match *color {
        [grey] => [grey; 3],
        [red, green, blue] => [red, green, blue],
        _ => panic!("a colour of {} parts: {color:?}", color.len()),
    }
}

/// Joins letters that touch. A justified space is wider than its letter says: only a gap wider than any space of
/// running text parts.
fn joined(letters: &[Letter]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for letter in letters {
        match lines.last_mut() {
            Some(line)
                if line.letters.last().is_some_and(|last| {
                    (last.y - letter.y).abs() < 0.02
                        && (-2.0..25.0).contains(&(letter.x - last.right))
                        && (last.text == " " || letter.x - last.right < 1.5)
                }) =>
            {
                line.letters.push(letter.clone());
            }
            _ => lines.push(Line { letters: vec![letter.clone()] }),
        }
    }
    lines.retain(|line| line.inked().next().is_some());
    lines
}
