//! Which glyphs of each face a document uses, and the code each is written with.
//!
//! A code stands for a glyph and the text it shows, so that copied text is exact even where one glyph draws two
//! letters (`Đ` and `Ð`, a space and a no-break space).

use std::collections::{BTreeMap, HashMap};

use crate::fonts::{Face, FaceId, Fonts};
use crate::frame::{GlyphRun, Layout};

/// The codes of all faces a document uses.
pub(super) struct Codes {
    faces: BTreeMap<FaceId, FaceCodes>,
}

/// The codes of one face.
pub(super) struct FaceCodes {
    /// The glyphs used, ascending; a glyph's number in the subset is one more than its place here.
    pub(super) glyphs: Vec<u16>,
    /// What each code shows, in the order of codes; code 0 is the missing glyph and never used.
    pub(super) entries: Vec<Entry>,
    /// The first code of each glyph; 0 for a glyph that is not used.
    first: Vec<u16>,
    /// The further codes of glyphs that show several texts.
    further: HashMap<u16, Vec<u16>>,
}

/// What a code shows.
pub(super) struct Entry {
    /// Glyph in the whole face.
    pub(super) glyph: u16,
    /// Glyph in the subset.
    pub(super) subset_glyph: u16,
    /// Its width as the file states it, in thousandths of an em.
    pub(super) width: f32,
    /// The text it stands for.
    pub(super) text: Box<str>,
}

impl Codes {
    /// Goes through a layout and numbers what it uses.
    pub(super) fn collect(layout: &Layout, fonts: &Fonts) -> Codes {
        let mut gathered: BTreeMap<FaceId, Gathered> = BTreeMap::new();
        for run in layout.pages.iter().flat_map(|page| page.runs()) {
            gathered.entry(run.face).or_default().add_run(run);
        }
        Codes { faces: gathered.into_iter().map(|(id, met)| (id, met.number(fonts.face(id)))).collect() }
    }

    /// The faces in a fixed order.
    pub(super) fn faces(&self) -> impl Iterator<Item = (FaceId, &FaceCodes)> {
        self.faces.iter().map(|(id, codes)| (*id, codes))
    }

    pub(super) fn face(&self, id: FaceId) -> Option<&FaceCodes> {
        self.faces.get(&id)
    }
}

impl FaceCodes {
    /// The code of a glyph that shows `text`.
    pub(super) fn code(&self, glyph: u16, text: &str) -> u16 {
        let first = self.first.get(usize::from(glyph)).copied().unwrap_or(0);
        let shows = |code: u16| self.entries.get(usize::from(code)).is_some_and(|entry| &*entry.text == text);
        if self.further.is_empty() || shows(first) {
            return first;
        }
        let further = self.further.get(&glyph).map_or(&[][..], Vec::as_slice);
        further.iter().copied().find(|&code| shows(code)).unwrap_or(first)
    }

    fn push(&mut self, entry: Entry) -> u16 {
        self.entries.push(entry);
        u16::try_from(self.entries.len() - 1).unwrap_or(u16::MAX)
    }

    /// Whether every code is also the glyph's number in the subset.
    pub(super) fn is_identity(&self) -> bool {
        self.entries.iter().enumerate().all(|(code, entry)| code == usize::from(entry.subset_glyph))
    }
}

/// Hundredths of a thousandth of an em are finer than any face.
fn width_in_file(advance: i32, units: f32) -> f32 {
    (advance as f32 * 1000.0 / units * 100.0).round() / 100.0
}

/// The glyphs of a face that were met, with their texts in the order met.
#[derive(Default)]
struct Gathered {
    glyphs: Vec<(u16, Vec<Box<str>>)>,
    /// One more than a glyph's place among them, by its number; 0 for one not met.
    places: Vec<u16>,
}

impl Gathered {
    fn add_run(&mut self, run: &GlyphRun) {
        for (index, glyph) in run.glyphs.iter().enumerate() {
            let text = run.text_of(index);
            let texts = self.texts(glyph.id);
            if !texts.iter().any(|known| **known == *text) {
                texts.push(text.into());
            }
        }
    }

    fn texts(&mut self, glyph: u16) -> &mut Vec<Box<str>> {
        let number = usize::from(glyph);
        if number >= self.places.len() {
            self.places.resize(number + 1, 0);
        }
        if self.places[number] == 0 {
            self.glyphs.push((glyph, Vec::new()));
            // A face has no more glyphs than 16 bits count.
            self.places[number] = self.glyphs.len() as u16;
        }
        &mut self.glyphs[usize::from(self.places[number]) - 1].1
    }

    /// First a code for each glyph, ascending, then those of further texts.
    fn number(mut self, face: &Face) -> FaceCodes {
        self.glyphs.sort_unstable_by_key(|(glyph, _)| *glyph);
        let entry = |glyph: u16, subset_glyph: u16, text: Box<str>| {
            let width = width_in_file(face.nominal_advance(glyph), face.units);
            Entry { glyph, subset_glyph, width, text }
        };
        let missing = entry(0, 0, "\u{fffd}".into());
        let mut codes = FaceCodes {
            glyphs: Vec::with_capacity(self.glyphs.len()),
            entries: vec![missing],
            first: vec![0; self.places.len()],
            further: HashMap::new(),
        };
        let mut rest = Vec::new();
        for (glyph, texts) in self.glyphs {
            let mut texts = texts.into_iter();
            let mut subset_glyph = 0;
            if glyph != 0
                && let Some(text) = texts.next()
            {
                codes.glyphs.push(glyph);
                subset_glyph = codes.glyphs.len() as u16;
                codes.first[usize::from(glyph)] = codes.push(entry(glyph, subset_glyph, text));
            }
            rest.extend(texts.map(|text| entry(glyph, subset_glyph, text)));
        }
        for entry in rest {
            let glyph = entry.glyph;
            let code = codes.push(entry);
            codes.further.entry(glyph).or_default().push(code);
        }
        codes
    }
}
