//! Reads a PDF back from its bytes alone: letters, strokes and signature fields with their places. Knows nothing of
//! the frames the file was drawn from.

use std::collections::HashMap;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId};

/// Millimetres to points.
pub(crate) const MM: f32 = 72.0 / 25.4;

/// A page as read. All places count from its top left corner, in points.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) width: f32,
    pub(crate) height: f32,
    /// Letters that touch on one baseline, in one line each.
    pub(crate) lines: Vec<Line>,
    pub(crate) strokes: Vec<Stroke>,
    pub(crate) fields: Vec<Field>,
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
    pub(crate) y: f32,
    pub(crate) size: f32,
    pub(crate) bold: bool,
    pub(crate) italic: bool,
    pub(crate) serif: bool,
    pub(crate) color: [f32; 3],
}

/// A stroked outline.
#[derive(Debug, Clone)]
pub(crate) struct Stroke {
    pub(crate) points: Vec<(f32, f32)>,
    pub(crate) closed: bool,
    /// In points.
    pub(crate) thickness: f32,
    pub(crate) color: [f32; 3],
}

/// A signature field.
#[derive(Debug, Clone)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) left: f32,
    pub(crate) top: f32,
    pub(crate) right: f32,
    pub(crate) bottom: f32,
}

impl Line {
    pub(crate) fn text(&self) -> String {
        self.letters.iter().map(|letter| letter.text.as_str()).collect()
    }

    /// Letters that leave ink.
    fn inked(&self) -> impl DoubleEndedIterator<Item = &Letter> {
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

/// Reads every page.
pub(crate) fn read(bytes: &[u8]) -> Vec<Page> {
    let file = Document::load_mem(bytes).expect("the file can be read");
    file.get_pages().into_values().map(|page| read_page(&file, page)).collect()
}

fn number(object: &Object) -> f32 {
    match object {
        Object::Integer(value) => *value as f32,
        other => other.as_float().expect("a number"),
    }
}

fn read_page(file: &Document, id: ObjectId) -> Page {
    let dictionary = file.get_dictionary(id).expect("a page");
    let media = dictionary.get(b"MediaBox").and_then(Object::as_array).expect("a page size");
    let (width, height) = (number(&media[2]), number(&media[3]));
    let mut walk = Walk { fonts: fonts(file, id), height, ..Walk::default() };
    for operation in Content::decode(&file.get_page_content(id)).expect("operators").operations {
        walk.step(&operation);
    }
    Page {
        width,
        height,
        lines: joined(walk.letters),
        strokes: walk.strokes,
        fields: fields(file, dictionary, height),
    }
}

fn fields(file: &Document, page: &Dictionary, height: f32) -> Vec<Field> {
    let Ok(annotations) = page.get(b"Annots").and_then(Object::as_array) else { return Vec::new() };
    let read = |annotation: &Object| {
        let widget = file.get_dictionary(annotation.as_reference().expect("a widget")).expect("a widget");
        let rect: Vec<f32> =
            widget.get(b"Rect").and_then(Object::as_array).expect("a place").iter().map(number).collect();
        let name = widget.get(b"T").and_then(Object::as_str).expect("a name");
        let units: Vec<u16> =
            name[2..].chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
        Field {
            name: String::from_utf16(&units).expect("a name"),
            left: rect[0],
            top: height - rect[3],
            right: rect[2],
            bottom: height - rect[1],
        }
    };
    annotations.iter().map(read).collect()
}

/// What a font of the file says about its letters.
struct Font {
    name: String,
    text: HashMap<u16, String>,
    /// Thousandths of the size.
    widths: HashMap<u16, f32>,
}

fn fonts(file: &Document, page: ObjectId) -> HashMap<Vec<u8>, Font> {
    let fonts = file.get_page_fonts(page).expect("fonts");
    fonts.into_iter().map(|(name, font)| (name, read_font(file, font))).collect()
}

fn read_font(file: &Document, font: &Dictionary) -> Font {
    let name = font.get(b"BaseFont").and_then(Object::as_name).expect("a name");
    let map = font.get(b"ToUnicode").and_then(Object::as_reference).expect("a text map");
    let map = file.get_object(map).and_then(Object::as_stream).expect("a text map");
    let map = String::from_utf8(map.decompressed_content().expect("a text map")).expect("a text map");
    let text = map.lines().filter_map(|line| {
        let (code, units) = line.strip_prefix('<')?.strip_suffix('>')?.split_once("> <")?;
        let units: Vec<u16> = (0..units.len() / 4)
            .filter_map(|at| u16::from_str_radix(&units[at * 4..at * 4 + 4], 16).ok())
            .collect();
        Some((u16::from_str_radix(code, 16).ok()?, String::from_utf16(&units).ok()?))
    });
    let resolved = |object: &Object| match object {
        Object::Reference(id) => file.get_object(*id).expect("an object").clone(),
        other => other.clone(),
    };
    let descendants = font.get(b"DescendantFonts").map(&resolved).expect("a descendant");
    let descendant = resolved(&descendants.as_array().expect("a list")[0]);
    let list = descendant.as_dict().and_then(|font| font.get(b"W")).map(&resolved).expect("widths");
    let list = list.as_array().expect("widths");
    let mut widths = HashMap::new();
    for pair in list.chunks(2) {
        let start = pair[0].as_i64().expect("a code");
        for (index, width) in resolved(&pair[1]).as_array().expect("widths").iter().enumerate() {
            widths.insert(u16::try_from(start).expect("a code") + index as u16, number(width));
        }
    }
    Font { name: String::from_utf8_lossy(name).into_owned(), text: text.collect(), widths }
}

/// The state of a page's drawing while its operators are followed.
#[derive(Default)]
struct Walk {
    fonts: HashMap<Vec<u8>, Font>,
    height: f32,
    font: Vec<u8>,
    size: f32,
    pen: (f32, f32),
    fill: [f32; 3],
    stroke: [f32; 3],
    thickness: f32,
    path: Vec<(f32, f32)>,
    closed: bool,
    letters: Vec<Letter>,
    strokes: Vec<Stroke>,
}

impl Walk {
    fn step(&mut self, operation: &Operation) {
        let number = |at: usize| number(&operation.operands[at]);
        match operation.operator.as_str() {
            "BT" => self.pen = (0.0, 0.0),
            "Tf" => {
                self.font = operation.operands[0].as_name().expect("a font").to_vec();
                self.size = number(1);
            }
            "Td" => self.pen = (self.pen.0 + number(0), self.pen.1 + number(1)),
            "TJ" => self.show(operation.operands[0].as_array().expect("an array")),
            "rg" => self.fill = [number(0), number(1), number(2)],
            "RG" => self.stroke = [number(0), number(1), number(2)],
            "w" => self.thickness = number(0),
            "m" => {
                self.path = vec![(number(0), self.height - number(1))];
                self.closed = false;
            }
            "l" => self.path.push((number(0), self.height - number(1))),
            "c" => self.path.push((number(4), self.height - number(5))),
            "h" => self.closed = true,
            "S" | "s" | "B" => self.strokes.push(Stroke {
                points: std::mem::take(&mut self.path),
                closed: self.closed,
                thickness: self.thickness,
                color: self.stroke,
            }),
            // Whatever else moves or draws would be missed by this reader.
            "ET" | "BDC" | "BMC" | "EMC" | "f" | "n" => {}
            other => panic!("the reader does not know the operator {other}"),
        }
    }

    fn show(&mut self, shown: &[Object]) {
        let font = &self.fonts[&self.font];
        for part in shown {
            let Object::String(bytes, _) = part else {
                self.pen.0 -= number(part) / 1000.0 * self.size;
                continue;
            };
            for code in bytes.chunks(2) {
                let code = u16::from_be_bytes([code[0], code[1]]);
                let width = font.widths[&code] / 1000.0 * self.size;
                self.letters.push(Letter {
                    text: font.text[&code].clone(),
                    x: self.pen.0,
                    right: self.pen.0 + width,
                    y: self.height - self.pen.1,
                    size: self.size,
                    bold: font.name.contains("Bold"),
                    italic: font.name.contains("Italic"),
                    serif: font.name.contains("LiberationSerif"),
                    color: self.fill,
                });
                self.pen.0 += width;
            }
        }
    }
}

/// Joins letters that touch. A justified space is wider than its letter says: only a gap wider than any space of
/// running text parts.
fn joined(letters: Vec<Letter>) -> Vec<Line> {
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
                line.letters.push(letter);
            }
            _ => lines.push(Line { letters: vec![letter] }),
        }
    }
    lines.retain(|line| line.inked().next().is_some());
    lines
}
