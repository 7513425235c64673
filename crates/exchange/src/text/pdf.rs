//! Text of a PDF, as its pages draw it: codes through the fonts' own tables to letters, blanks and line ends by where
//! the letters stand.
//!
//! `lopdf` reads the objects; the walk over a page is here, so that every step of it is counted: pages, operators,
//! inflated bytes and letters have limits, and a page that goes beyond is left where it is.

use super::{FileText, Text};
use lopdf::content::Content;
use lopdf::{Dictionary, Document, Encoding, LoadOptions, Object, ObjectId};
use std::collections::{BTreeMap, HashMap};
use std::io::Read;
use std::rc::Rc;

/// Pages that are read.
const MAX_PAGES: usize = 1_000;
/// Bytes that one stream may inflate to.
const MAX_STREAM: usize = 8 * 1024 * 1024;
/// Bytes that all streams read while opening may inflate to.
const MAX_OPENING: u64 = 128 * 1024 * 1024;
/// Operators of all pages.
const MAX_OPERATORS: usize = 5_000_000;
/// Forms within forms.
const MAX_DEPTH: usize = 8;
/// Fonts of a file.
const MAX_FONTS: usize = 2_000;
/// Graphic states laid aside.
const MAX_STATES: usize = 256;

pub(super) fn read(bytes: &[u8]) -> FileText {
    let unreadable = |why: &str| FileText::Unreadable(format!("Không đọc được: {why}."));
    if inflates_too_much(bytes) {
        return unreadable("nội dung bên trong quá lớn");
    }
    let options = LoadOptions::with_max_decompressed_size(MAX_STREAM);
    let mut document = match Document::load_mem_with_options(bytes, options) {
        Ok(document) => document,
        Err(lopdf::Error::InvalidPassword | lopdf::Error::Decryption(_)) => {
            return unreadable("tệp được đặt mật khẩu");
        }
        Err(_) => return unreadable("tệp PDF bị hỏng hoặc chưa tải về đủ"),
    };
    if document.is_encrypted() {
        return unreadable("tệp được đặt mật khẩu");
    }
    prefer_tables(&mut document);
    let mut walk = Walk {
        document: &document,
        fonts: HashMap::new(),
        text: Text::default(),
        operators_left: MAX_OPERATORS,
        end: None,
    };
    for page in document.page_iter().take(MAX_PAGES) {
        if walk.is_over() {
            break;
        }
        walk.page(page);
        walk.text.break_line();
        walk.end = None;
    }
    walk.text.done()
}

/// What is inflated while a file is opened (lists of objects), inflated once, counted and thrown away. Pictures are not:
/// they are only inflated when drawn, which is never here.
fn inflates_too_much(bytes: &[u8]) -> bool {
    const HEAD: usize = 400;
    let mut total = 0;
    let mut buffer = vec![0; 64 * 1024];
    let mut at = 0;
    while let Some(found) = bytes[at..].windows(6).position(|word| word == b"stream") {
        let word = at + found;
        at = word + 6;
        let head = &bytes[word.saturating_sub(HEAD)..word];
        let names = |name: &[u8]| head.windows(name.len()).any(|part| part == name);
        // A name may be written with #xx for its letters: then it could be any.
        if !(names(b"ObjStm") || names(b"XRef") || names(b"#")) {
            continue;
        }
        let start = at + bytes[at..].iter().take(2).take_while(|b| matches!(b, b'\r' | b'\n')).count();
        let mut inflating = flate2::read::ZlibDecoder::new(&bytes[start..]);
        while let Ok(read @ 1..) = inflating.read(&mut buffer) {
            total += read as u64;
            if total > MAX_OPENING {
                return true;
            }
        }
    }
    false
}

/// A place on the page: a matrix of six numbers, as PDF writes them.
#[derive(Debug, Clone, Copy)]
struct Matrix([f64; 6]);

impl Matrix {
    const ONE: Matrix = Matrix([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    fn moved(x: f64, y: f64) -> Self {
        Matrix([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// This, seen in `outer`.
    fn within(self, outer: Matrix) -> Matrix {
        let ([a, b, c, d, e, f], [oa, ob, oc, od, oe, of]) = (self.0, outer.0);
        Matrix([
            a * oa + b * oc,
            a * ob + b * od,
            c * oa + d * oc,
            c * ob + d * od,
            e * oa + f * oc + oe,
            e * ob + f * od + of,
        ])
    }
}

/// A font: what its codes mean and how wide they are, in thousandths of the size.
struct Font<'a> {
    /// None for a font whose codes have no meaning that the file tells.
    encoding: Option<Encoding<'a>>,
    two_bytes: bool,
    widths: HashMap<u32, f64>,
    usual_width: f64,
}

/// Where the last letter ended, and the size it had.
#[derive(Debug, Clone, Copy)]
struct End {
    x: f64,
    y: f64,
    size: f64,
}

/// What operators set for the letters that follow.
#[derive(Clone)]
struct State<'a> {
    page: Matrix,
    font: Option<Rc<Font<'a>>>,
    size: f64,
    between_letters: f64,
    between_words: f64,
    stretch: f64,
    leading: f64,
}

impl State<'_> {
    fn new(page: Matrix) -> Self {
        State {
            page,
            font: None,
            size: 1.0,
            between_letters: 0.0,
            between_words: 0.0,
            stretch: 1.0,
            leading: 0.0,
        }
    }
}

/// The fonts that a page or form may name.
type Names<'a> = BTreeMap<Vec<u8>, &'a Dictionary>;

struct Walk<'a> {
    document: &'a Document,
    /// By the place of their dictionary.
    fonts: HashMap<*const Dictionary, Rc<Font<'a>>>,
    text: Text,
    operators_left: usize,
    end: Option<End>,
}

impl<'a> Walk<'a> {
    fn is_over(&self) -> bool {
        self.operators_left == 0 || self.text.is_full()
    }

    fn page(&mut self, page: ObjectId) {
        let document = self.document;
        let Ok(names) = document.get_page_fonts(page) else { return };
        let Ok(content) = document.get_page_content_with_limit(page, MAX_STREAM) else { return };
        let resources = resources_of(document, page);
        self.content(&content, &names, resources, State::new(Matrix::ONE), 0);
    }

    fn content(
        &mut self,
        content: &[u8],
        names: &Names<'a>,
        resources: Option<&'a Dictionary>,
        mut state: State<'a>,
        depth: usize,
    ) {
        let Ok(content) = Content::decode(content) else { return };
        let mut aside = Vec::new();
        let (mut line, mut place) = (Matrix::ONE, Matrix::ONE);
        for operation in &content.operations {
            if self.is_over() {
                return;
            }
            self.operators_left -= 1;
            let operands = &operation.operands;
            let number =
                |index: usize| operands.get(index).and_then(|o| o.as_float().ok()).map_or(0.0, f64::from);
            let next_line = |line: &mut Matrix, place: &mut Matrix, x: f64, y: f64| {
                *line = Matrix::moved(x, y).within(*line);
                *place = *line;
            };
            match operation.operator.as_str() {
                "q" if aside.len() < MAX_STATES => aside.push(state.clone()),
                "Q" => state = aside.pop().unwrap_or(state),
                "cm" => state.page = Matrix(std::array::from_fn(number)).within(state.page),
                "BT" => (line, place) = (Matrix::ONE, Matrix::ONE),
                "Tf" => {
                    let name = operands.first().and_then(|name| name.as_name().ok());
                    let font = name.and_then(|name| names.get(name));
                    state.font = font.and_then(|font| self.font(font));
                    state.size = number(1);
                }
                "Tc" => state.between_letters = number(0),
                "Tw" => state.between_words = number(0),
                "Tz" => state.stretch = number(0) / 100.0,
                "TL" => state.leading = number(0),
                "Td" => next_line(&mut line, &mut place, number(0), number(1)),
                "TD" => {
                    state.leading = -number(1);
                    next_line(&mut line, &mut place, number(0), number(1));
                }
                "Tm" => {
                    line = Matrix(std::array::from_fn(number));
                    place = line;
                }
                "T*" => next_line(&mut line, &mut place, 0.0, -state.leading),
                "Tj" => operands.iter().for_each(|shown| self.show(shown, &state, &mut place)),
                "'" | "\"" => {
                    if operation.operator == "\"" {
                        (state.between_words, state.between_letters) = (number(0), number(1));
                    }
                    next_line(&mut line, &mut place, 0.0, -state.leading);
                    operands.last().into_iter().for_each(|shown| self.show(shown, &state, &mut place));
                }
                "TJ" => {
                    let shown = operands.first().and_then(|shown| shown.as_array().ok());
                    shown.into_iter().flatten().for_each(|shown| self.show(shown, &state, &mut place));
                }
                "Do" if depth < MAX_DEPTH => {
                    let name = operands.first().and_then(|name| name.as_name().ok());
                    if let (Some(name), Some(resources)) = (name, resources) {
                        self.form(name, names, resources, &state, depth);
                    }
                }
                _ => {}
            }
        }
    }

    /// A form drawn on a page: a stamp, a signature, a page put into another.
    fn form(
        &mut self,
        name: &[u8],
        names: &Names<'a>,
        resources: &'a Dictionary,
        state: &State<'a>,
        depth: usize,
    ) {
        let document = self.document;
        let within = |dictionary: &'a Dictionary, key: &[u8]| dictionary.get_deref(key, document).ok();
        let form = within(resources, b"XObject")
            .and_then(|all| all.as_dict().ok())
            .and_then(|all| within(all, name));
        let Some(form) = form.and_then(|form| form.as_stream().ok()) else { return };
        if !form.dict.get(b"Subtype").is_ok_and(|kind| kind.as_name().is_ok_and(|kind| kind == b"Form")) {
            return;
        }
        let Ok(content) = form.get_plain_content_with_limit(MAX_STREAM) else { return };
        let own = within(&form.dict, b"Resources").and_then(|own| own.as_dict().ok());
        let mut its_names = names.clone();
        let fonts = own.and_then(|own| within(own, b"Font")).and_then(|fonts| fonts.as_dict().ok());
        for (name, _) in fonts.into_iter().flat_map(Dictionary::iter).take(MAX_FONTS) {
            let font = fonts.and_then(|fonts| within(fonts, name)).and_then(|font| font.as_dict().ok());
            its_names.extend(font.map(|font| (name.clone(), font)));
        }
        let matrix = within(&form.dict, b"Matrix").and_then(|matrix| matrix.as_array().ok());
        let number = |matrix: &Vec<Object>, index: usize| matrix.get(index).and_then(|n| n.as_float().ok());
        let matrix = matrix.map_or(Matrix::ONE, |matrix| {
            Matrix(std::array::from_fn(|index| number(matrix, index).map_or(Matrix::ONE.0[index], f64::from)))
        });
        let state = State { page: matrix.within(state.page), ..state.clone() };
        self.content(&content, &its_names, own.or(Some(resources)), state, depth + 1);
    }

    /// A string of letters, or a number by which the next one is moved.
    fn show(&mut self, shown: &Object, state: &State<'a>, place: &mut Matrix) {
        if let Ok(move_back) = shown.as_float() {
            let x = -f64::from(move_back) / 1000.0 * state.size * state.stretch;
            *place = Matrix::moved(x, 0.0).within(*place);
            return;
        }
        let (Ok(codes), Some(font)) = (shown.as_str(), state.font.clone()) else { return };
        let text = font.encoding.as_ref().and_then(|encoding| encoding.bytes_to_string(codes).ok());
        let width = codes.chunks(if font.two_bytes { 2 } else { 1 }).map(|code| {
            let code = code.iter().fold(0, |code, byte| code << 8 | u32::from(*byte));
            let blank = if code == 32 && !font.two_bytes { state.between_words } else { 0.0 };
            let wide = font.widths.get(&code).copied().unwrap_or(font.usual_width);
            (wide / 1000.0 * state.size + state.between_letters + blank) * state.stretch
        });
        let after = Matrix::moved(width.sum(), 0.0).within(*place);
        let (begin, end) = (place.within(state.page).0, after.within(state.page).0);
        if let Some(text) = text {
            self.between(begin, state.size);
            self.text.push(&text);
            let size = state.size.abs() * begin[2].hypot(begin[3]);
            self.end = Some(End { x: end[4], y: end[5], size });
        }
        *place = after;
    }

    /// What stands between the last letter and the next: nothing, a blank, or the end of a line.
    fn between(&mut self, [a, b, _, _, x, y]: [f64; 6], size: f64) {
        let Some(end) = self.end else { return };
        let length = a.hypot(b);
        let (a, b) = if length > 0.0 { (a / length, b / length) } else { (1.0, 0.0) };
        let (dx, dy) = (x - end.x, y - end.y);
        let (along, across) = (dx * a + dy * b, dy * a - dx * b);
        let size = end.size.max(size.abs() * length).max(0.01);
        if across.abs() > 0.6 * size || along < -size {
            self.text.break_line();
        } else if along > 0.17 * size {
            self.text.space();
        }
    }

    fn font(&mut self, dictionary: &'a Dictionary) -> Option<Rc<Font<'a>>> {
        let key = std::ptr::from_ref(dictionary);
        if let Some(known) = self.fonts.get(&key) {
            return Some(Rc::clone(known));
        }
        if self.fonts.len() >= MAX_FONTS {
            return None;
        }
        let font = Rc::new(font_of(self.document, dictionary));
        self.fonts.insert(key, Rc::clone(&font));
        Some(font)
    }
}

/// The resources of a page, its own or those of the pages around it.
fn resources_of(document: &Document, page: ObjectId) -> Option<&Dictionary> {
    let mut at = document.get_dictionary(page).ok()?;
    for _ in 0..MAX_DEPTH {
        if let Ok(resources) = at.get_deref(b"Resources", document).and_then(Object::as_dict) {
            return Some(resources);
        }
        at = at.get_deref(b"Parent", document).and_then(Object::as_dict).ok()?;
    }
    None
}

fn font_of<'a>(document: &'a Document, font: &'a Dictionary) -> Font<'a> {
    let two_bytes = font.get(b"Subtype").is_ok_and(|kind| kind.as_name().is_ok_and(|kind| kind == b"Type0"));
    let encoding = font.get_font_encoding_with_limit(document, MAX_STREAM).ok();
    let number = |object: &Object| {
        let object = document.dereference(object).ok()?.1;
        object.as_float().ok().map(f64::from)
    };
    let value = |dictionary: &'a Dictionary, key: &[u8]| dictionary.get_deref(key, document).ok();
    let mut widths = HashMap::new();
    let mut usual_width = 500.0;
    if two_bytes {
        let inner =
            value(font, b"DescendantFonts").and_then(|all| all.as_array().ok()).and_then(|all| all.first());
        let inner = inner
            .and_then(|inner| document.dereference(inner).ok())
            .and_then(|(_, inner)| inner.as_dict().ok());
        usual_width = inner.and_then(|inner| value(inner, b"DW")).and_then(number).unwrap_or(1000.0);
        let list = inner.and_then(|inner| value(inner, b"W")).and_then(|list| list.as_array().ok());
        let mut list = list.into_iter().flatten();
        // `first [w w w]` or `first last w`.
        while let (Some(first), Some(second)) = (list.next(), list.next()) {
            let Some(first) = number(first).map(|first| first.clamp(0.0, 65_535.0) as u32) else { break };
            match document.dereference(second).map(|(_, second)| second) {
                Ok(Object::Array(each)) => {
                    let each = (first..=65_535).zip(each);
                    widths.extend(each.filter_map(|(code, width)| Some((code, number(width)?))));
                }
                Ok(last) => {
                    let last = number(last).map_or(first, |last| last.clamp(0.0, 65_535.0) as u32);
                    let Some(width) = list.next().and_then(number) else { break };
                    widths.extend((first..=last).map(|code| (code, width)));
                }
                Err(_) => break,
            }
        }
    } else {
        let first = value(font, b"FirstChar").and_then(number).unwrap_or(0.0).clamp(0.0, 255.0) as u32;
        let list = value(font, b"Widths").and_then(|list| list.as_array().ok());
        let list = (first..=255).zip(list.into_iter().flatten());
        widths.extend(list.filter_map(|(code, width)| Some((code, number(width)?))));
    }
    Font { encoding, two_bytes, widths, usual_width }
}

/// The table from codes to letters that a font brings is truer than the name of its encoding, also for fonts of one
/// byte: `lopdf` takes the table where the encoding is `Identity-H`. In memory only.
fn prefer_tables(document: &mut Document) {
    for object in document.objects.values_mut() {
        let Object::Dictionary(font) = object else { continue };
        if font.has_type(b"Font") && font.has(b"ToUnicode") {
            font.set("Encoding", Object::Name(b"Identity-H".to_vec()));
        }
    }
}
