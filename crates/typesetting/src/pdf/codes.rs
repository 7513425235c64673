//! Which glyphs of each face a document uses, and the code each is written with.
//!
//! A code stands for a glyph and the text it shows, so that copied text is exact even where one glyph draws two
//! letters (`Đ` and `Ð`, a space and a no-break space).

use std::collections::{BTreeMap, HashMap};

use crate::fonts::FaceId;
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
    /// The text it stands for.
    pub(super) text: Box<str>,
}

impl Codes {
    /// Goes through a layout and numbers what it uses.
    pub(super) fn collect(layout: &Layout) -> Codes {
        let mut gathered: BTreeMap<FaceId, Gathered> = BTreeMap::new();
        for run in layout.pages.iter().flat_map(|page| page.runs()) {
            gathered.entry(run.face).or_default().add_run(run);
        }
        Codes { faces: gathered.into_iter().map(|(id, face)| (id, face.number())).collect() }
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

/// Texts of the glyphs of a face, in the order met; its place is the glyph's number.
#[derive(Default)]
struct Gathered(Vec<Vec<Box<str>>>);

impl Gathered {
    fn add_run(&mut self, run: &GlyphRun) {
        for (index, glyph) in run.glyphs.iter().enumerate() {
            let place = usize::from(glyph.id);
            if place >= self.0.len() {
                self.0.resize_with(place + 1, Vec::new);
            }
            let text = run.text_of(index);
            if !self.0[place].iter().any(|known| **known == *text) {
                self.0[place].push(text.into());
            }
        }
    }

    /// First a code for each glyph, ascending, then those of further texts.
    fn number(self) -> FaceCodes {
        let missing = Entry { glyph: 0, subset_glyph: 0, text: "\u{fffd}".into() };
        let mut codes = FaceCodes {
            glyphs: Vec::new(),
            entries: vec![missing],
            first: vec![0; self.0.len()],
            further: HashMap::new(),
        };
        let mut rest = Vec::new();
        for (glyph, texts) in (0..=u16::MAX).zip(self.0) {
            let mut texts = texts.into_iter();
            if glyph != 0
                && let Some(text) = texts.next()
            {
                codes.glyphs.push(glyph);
                let subset_glyph = u16::try_from(codes.glyphs.len()).unwrap_or(0);
                codes.first[usize::from(glyph)] = codes.push(Entry { glyph, subset_glyph, text });
            }
            let subset_glyph = if glyph == 0 { 0 } else { u16::try_from(codes.glyphs.len()).unwrap_or(0) };
            rest.extend(texts.map(|text| Entry { glyph, subset_glyph, text }));
        }
        for entry in rest {
            let glyph = entry.glyph;
            let code = codes.push(entry);
            codes.further.entry(glyph).or_default().push(code);
        }
        codes
    }
}
