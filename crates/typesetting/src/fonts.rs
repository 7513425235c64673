//! The faces the program carries, and shaping with them.
//!
//! A face is parsed once and remembers every word it has shaped, so that laying a document out again after a
//! keystroke shapes only what changed. Not here: line breaking (`lines`), subsetting and embedding (`pdf`).

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock};

use document::FontFamily;
use rustybuzz::ttf_parser::{self, GlyphId, OutlineBuilder, Tag};
use rustybuzz::{Script, ShapePlan};

use crate::memory::{Memory, Quick};

/// One face among those of [`Fonts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FaceId(u8);

impl FaceId {
    /// Its place in the list of faces.
    pub(crate) fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// PostScript name and file of each face; [`FaceId`] counts along this list.
const BUNDLED: [(&str, &[u8]); 7] = [
    ("LiberationSerif", include_bytes!("../../../assets/fonts/liberation-serif/LiberationSerif-Regular.ttf")),
    (
        "LiberationSerif-Bold",
        include_bytes!("../../../assets/fonts/liberation-serif/LiberationSerif-Bold.ttf"),
    ),
    (
        "LiberationSerif-Italic",
        include_bytes!("../../../assets/fonts/liberation-serif/LiberationSerif-Italic.ttf"),
    ),
    (
        "LiberationSerif-BoldItalic",
        include_bytes!("../../../assets/fonts/liberation-serif/LiberationSerif-BoldItalic.ttf"),
    ),
    ("GreatVibes-Regular", include_bytes!("../../../assets/fonts/great-vibes/GreatVibes-Regular.ttf")),
    (
        "PlayfairDisplay-Regular",
        include_bytes!("../../../assets/fonts/playfair-display/PlayfairDisplay-Regular.ttf"),
    ),
    (
        "PlayfairDisplay-Bold",
        include_bytes!("../../../assets/fonts/playfair-display/PlayfairDisplay-Bold.ttf"),
    ),
];

const SCRIPT: FaceId = FaceId(4);
const DISPLAY: FaceId = FaceId(5);
const DISPLAY_BOLD: FaceId = FaceId(6);

/// Words a face remembers before it forgets them all; far above what one document holds.
const REMEMBERED_WORDS: usize = 60_000;

/// Longest word remembered, in bytes.
const LONGEST_WORD: usize = 64;

/// The faces, parsed once. Cloning shares them.
#[derive(Clone)]
pub struct Fonts {
    faces: Arc<Vec<Face>>,
    memory: Arc<Memory>,
}

impl std::fmt::Debug for Fonts {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_list().entries(self.faces.iter().map(|face| face.name)).finish()
    }
}

impl Fonts {
    /// Liberation Serif, Great Vibes and Playfair Display, as the program carries them.
    pub fn bundled() -> Fonts {
        static SHARED: OnceLock<Fonts> = OnceLock::new();
        SHARED
            .get_or_init(|| {
                let faces = BUNDLED.iter().map(|(name, data)| Face::parse(name, data)).collect();
                Fonts { faces: Arc::new(faces), memory: Arc::default() }
            })
            .clone()
    }

    /// The same faces with the serif of this PC (Times New Roman) in place of Liberation Serif: regular, bold,
    /// italic, bold italic. The files stay in memory as long as the program runs, so this is called once.
    pub fn with_serif(&self, files: [Vec<u8>; 4]) -> Result<Fonts, FontError> {
        files.iter().try_for_each(|file| check(file))?;
        let checked = files.map(|file| Vec::leak(file) as &'static [u8]);
        let bundled = BUNDLED.iter().skip(checked.len()).map(|(name, data)| Face::parse(name, data));
        let faces =
            checked.iter().map(|data| Face::parse(postscript_name(data), data)).chain(bundled).collect();
        Ok(Fonts { faces: Arc::new(faces), memory: Arc::default() })
    }

    /// The face for a family and style. A family without that style gives its nearest.
    pub fn face_for(&self, family: FontFamily, bold: bool, italic: bool) -> FaceId {
        match family {
            FontFamily::Serif => FaceId(u8::from(bold) + 2 * u8::from(italic)),
            FontFamily::Script => SCRIPT,
            FontFamily::Display if bold => DISPLAY_BOLD,
            FontFamily::Display => DISPLAY,
        }
    }

    /// PostScript name of a face, as embedded.
    pub fn name(&self, id: FaceId) -> &'static str {
        self.face(id).name
    }

    /// Family and version of the serif, as its own file states them: `Times New Roman`, `Version 7.00`.
    pub fn serif(&self) -> (String, String) {
        let tables = self.face(self.face_for(FontFamily::Serif, false, false)).tables();
        (
            stated(tables, ttf_parser::name_id::FAMILY).unwrap_or_default(),
            stated(tables, ttf_parser::name_id::VERSION).unwrap_or_default(),
        )
    }

    /// Whether a face is one of the serif's.
    pub fn is_serif(&self, id: FaceId) -> bool {
        id < SCRIPT
    }

    /// What has been set with these faces.
    pub(crate) fn memory(&self) -> &Memory {
        &self.memory
    }

    pub(crate) fn face(&self, id: FaceId) -> &Face {
        // A `FaceId` is made only in this file, from the list that `faces` was parsed from.
        &self.faces[id.index()]
    }

    /// The face to draw `letter` with when `wanted` may lack it: `wanted` itself, else the serif of the same
    /// weight, else none.
    pub(crate) fn covering(&self, wanted: FaceId, letter: char) -> Option<FaceId> {
        if self.face(wanted).covers(letter) {
            return Some(wanted);
        }
        let serif = self.face_for(FontFamily::Serif, wanted == DISPLAY_BOLD, wanted == SCRIPT);
        [serif, FaceId(0)].into_iter().find(|&face| self.face(face).covers(letter))
    }
}

/// Why a font of the PC cannot take the place of a bundled one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FontError {
    /// The bytes are not a TrueType font.
    #[error("not a TrueType font")]
    NotTrueType,
    /// Its maker does not allow it inside documents.
    #[error("the font may not be embedded in documents")]
    MayNotBeEmbedded,
    /// It cannot write Vietnamese.
    #[error("the font has no letter {0}")]
    Lacks(char),
}

/// The letters of Vietnamese that are not plain Latin ones, small; older fonts lack some of them.
const ACCENTED: &str = "ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ";

/// Whether a font can be drawn with and embedded.
fn check(file: &[u8]) -> Result<(), FontError> {
    let face = rustybuzz::Face::from_slice(file, 0).ok_or(FontError::NotTrueType)?;
    if face.tables().glyf.is_none() {
        return Err(FontError::NotTrueType);
    }
    // What says nothing, or contradicts itself, does not allow.
    let restricted = matches!(face.permissions(), None | Some(ttf_parser::Permissions::Restricted));
    if restricted || !face.is_subsetting_allowed() || !face.is_outline_embedding_allowed() {
        return Err(FontError::MayNotBeEmbedded);
    }
    let accented = ACCENTED.chars().flat_map(|small| std::iter::once(small).chain(small.to_uppercase()));
    let drawn = |letter| face.glyph_index(letter).is_some_and(|glyph| glyph != GlyphId(0));
    let missing = (' '..='~').chain(accented).find(|&letter| !drawn(letter));
    missing.map_or(Ok(()), |letter| Err(FontError::Lacks(letter)))
}

/// A name in a font's own words, English where it has several.
fn stated(face: &ttf_parser::Face<'_>, id: u16) -> Option<String> {
    /// English as spoken in the United States, as Windows numbers languages.
    const ENGLISH: u16 = 0x0409;
    let named = || face.names().into_iter().filter(|name| name.name_id == id && name.is_unicode());
    let english = named().find(|name| name.language_id == ENGLISH);
    english.or_else(|| named().next()).and_then(|name| name.to_string())
}

/// The name a font is embedded under; letters that a PDF name cannot hold are left out.
fn postscript_name(data: &[u8]) -> &'static str {
    let face = ttf_parser::Face::parse(data, 0).ok();
    let name = face.and_then(|face| stated(&face, ttf_parser::name_id::POST_SCRIPT_NAME));
    let name: String = name
        .unwrap_or_default()
        .chars()
        .filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-')
        .collect();
    if name.is_empty() { "Serif" } else { String::leak(name) }
}

/// One parsed face.
pub(crate) struct Face {
    pub(crate) name: &'static str,
    pub(crate) data: &'static [u8],
    shaper: rustybuzz::Face<'static>,
    /// Font units in one em.
    pub(crate) units: f32,
    /// Height above the baseline, in ems.
    pub(crate) ascent: f32,
    /// Depth below the baseline, in ems, positive.
    pub(crate) descent: f32,
    /// Baseline distance of single spacing, in ems.
    pub(crate) single: f32,
    /// Which letters below U+10000 it draws, a bit each: every letter of every text is asked for.
    covered: OnceLock<Box<[u64]>>,
    /// How each script met so far is shaped: making a plan takes far longer than shaping a word with it.
    plans: RwLock<Vec<(Script, Arc<ShapePlan>)>>,
    words: RwLock<HashMap<Box<str>, Arc<Shaped>, Quick>>,
    outlines: Mutex<HashMap<u16, Arc<str>>>,
}

/// A shaped word.
#[derive(Debug)]
pub(crate) struct Shaped {
    pub(crate) glyphs: Vec<ShapedGlyph>,
    /// Width in font units.
    pub(crate) advance: i32,
}

/// A glyph of a shaped word; lengths in font units.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ShapedGlyph {
    pub(crate) id: u16,
    pub(crate) advance: i32,
    pub(crate) dx: i32,
    pub(crate) dy: i32,
    /// Where its text starts in the word, in bytes; it ends where the next glyph's starts.
    pub(crate) start: u32,
}

impl Face {
    fn parse(name: &'static str, data: &'static [u8]) -> Face {
        // Bundled bytes are compiled in and every test shapes with them; others were parsed by `check` just before.
        let shaper = rustybuzz::Face::from_slice(data, 0).expect("a checked font parses");
        let units = f32::from(i16::try_from(shaper.units_per_em()).unwrap_or(1000).max(1));
        let ascent = f32::from(shaper.ascender()) / units;
        let descent = -f32::from(shaper.descender()) / units;
        let single = ascent + descent + f32::from(shaper.line_gap()) / units;
        Face {
            name,
            data,
            shaper,
            units,
            ascent,
            descent,
            single,
            covered: OnceLock::new(),
            plans: RwLock::default(),
            words: RwLock::default(),
            outlines: Mutex::default(),
        }
    }

    /// Whether the face draws this letter.
    pub(crate) fn covers(&self, letter: char) -> bool {
        let place = letter as usize;
        let covered = self.covered.get_or_init(|| self.letters());
        match covered.get(place / 64) {
            Some(bits) => bits >> (place % 64) & 1 == 1,
            None => self.shaper.glyph_index(letter).is_some(),
        }
    }

    fn letters(&self) -> Box<[u64]> {
        let mut covered = vec![0; 0x10000 / 64];
        let tables = self.shaper.tables().cmap.into_iter().flat_map(|cmap| cmap.subtables);
        for table in tables.filter(|table| table.is_unicode()) {
            table.codepoints(|point| {
                let drawn = table.glyph_index(point).is_some_and(|glyph| glyph.0 != 0);
                if let Some(bits) = covered.get_mut(point as usize / 64).filter(|_| drawn) {
                    *bits |= 1 << (point % 64);
                }
            });
        }
        covered.into()
    }

    /// Width of a glyph as the font program states it, in font units.
    pub(crate) fn nominal_advance(&self, glyph: u16) -> i32 {
        i32::from(self.shaper.glyph_hor_advance(GlyphId(glyph)).unwrap_or(0))
    }

    /// Shapes a word, or recalls it. `word` holds only letters the face covers.
    pub(crate) fn shape(&self, word: &str) -> Arc<Shaped> {
        if word.len() > LONGEST_WORD {
            return Arc::new(self.shape_anew(word));
        }
        if let Some(known) = self.words.read().unwrap_or_else(PoisonError::into_inner).get(word) {
            return Arc::clone(known);
        }
        let shaped = Arc::new(self.shape_anew(word));
        let mut words = self.words.write().unwrap_or_else(PoisonError::into_inner);
        if words.len() >= REMEMBERED_WORDS {
            words.clear();
        }
        words.insert(word.into(), Arc::clone(&shaped));
        shaped
    }

    fn shape_anew(&self, word: &str) -> Shaped {
        let mut buffer = rustybuzz::UnicodeBuffer::new();
        buffer.push_str(word);
        buffer.guess_segment_properties();
        // Lines run left to right whatever the script: Vietnamese papers have no other direction.
        buffer.set_direction(rustybuzz::Direction::LeftToRight);
        // Each glyph knows its own letter, combining marks too.
        buffer.set_cluster_level(rustybuzz::BufferClusterLevel::MonotoneCharacters);
        let plan = self.plan(buffer.script());
        let shaped = rustybuzz::shape_with_plan(&self.shaper, &plan, buffer);
        let glyphs: Vec<ShapedGlyph> = shaped
            .glyph_infos()
            .iter()
            .zip(shaped.glyph_positions())
            .map(|(info, position)| ShapedGlyph {
                id: u16::try_from(info.glyph_id).unwrap_or(0),
                advance: position.x_advance,
                dx: position.x_offset,
                dy: position.y_offset,
                start: info.cluster,
            })
            .collect();
        Shaped { advance: glyphs.iter().map(|glyph| glyph.advance).sum(), glyphs }
    }

    fn plan(&self, script: Script) -> Arc<ShapePlan> {
        let plans = self.plans.read().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, plan)) = plans.iter().find(|(known, _)| *known == script) {
            return Arc::clone(plan);
        }
        drop(plans);
        // No ligatures: one glyph a letter keeps copied text exact.
        let off = [b"liga", b"clig", b"dlig", b"calt"]
            .map(|feature| rustybuzz::Feature::new(Tag::from_bytes(feature), 0, ..));
        let known = (script != rustybuzz::script::UNKNOWN).then_some(script);
        let plan = ShapePlan::new(&self.shaper, rustybuzz::Direction::LeftToRight, known, None, &off);
        let plan = Arc::new(plan);
        self.plans.write().unwrap_or_else(PoisonError::into_inner).push((script, Arc::clone(&plan)));
        plan
    }

    /// The outline of a glyph as SVG path data in font units, y upwards.
    pub(crate) fn outline(&self, glyph: u16) -> Arc<str> {
        let mut outlines = self.outlines.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(outlines.entry(glyph).or_insert_with(|| {
            let mut path = PathData(String::new());
            self.shaper.outline_glyph(GlyphId(glyph), &mut path);
            path.0.into()
        }))
    }

    /// Draws the outline of a glyph, in font units, y upwards.
    pub(crate) fn draw(&self, glyph: u16, builder: &mut dyn OutlineBuilder) {
        self.shaper.outline_glyph(GlyphId(glyph), builder);
    }

    /// The face's tables, for embedding.
    pub(crate) fn tables(&self) -> &ttf_parser::Face<'static> {
        &self.shaper
    }
}

/// Collects an outline as SVG path data.
struct PathData(String);

impl PathData {
    fn push(&mut self, command: char, numbers: &[f32]) {
        use std::fmt::Write;
        self.0.push(command);
        for (index, number) in numbers.iter().enumerate() {
            let space = if index == 0 { "" } else { " " };
            // Writing to a String cannot fail.
            let _ = write!(self.0, "{space}{}", number.round());
        }
    }
}

impl OutlineBuilder for PathData {
    fn move_to(&mut self, x: f32, y: f32) {
        self.push('M', &[x, y]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.push('L', &[x, y]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.push('Q', &[x1, y1, x, y]);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.push('C', &[x1, y1, x2, y2, x, y]);
    }

    fn close(&mut self) {
        self.0.push('Z');
    }
}
