//! Which glyphs of each face a document uses, the subset font that holds them, and the code each is written with.
//!
//! A code stands for a glyph and the text it shows, so that copied text is exact even where one glyph draws two
//! letters (`Đ` and `Ð`, a space and a no-break space).

use std::collections::{BTreeMap, HashMap};

use subsetter::GlyphRemapper;

use crate::fonts::{FaceId, Fonts};
use crate::frame::{GlyphRun, Layout, Shape};
use crate::pdf::PdfError;

/// The codes of all faces a document uses.
pub(super) struct Codes {
    faces: BTreeMap<FaceId, FaceCodes>,
}

/// The codes of one face.
pub(super) struct FaceCodes {
    /// The subset font program.
    pub(super) program: Vec<u8>,
    /// What each code shows, in the order of codes; code 0 is the missing glyph and never used.
    pub(super) entries: Vec<Entry>,
    by_glyph: HashMap<u16, Vec<u16>>,
}

/// What a code shows.
pub(super) struct Entry {
    /// Glyph in the whole face.
    pub(super) glyph: u16,
    /// Glyph in the subset.
    pub(super) subset_glyph: u16,
    /// The text it stands for.
    pub(super) text: String,
}

impl Codes {
    /// Goes through a layout and subsets what it uses.
    pub(super) fn collect(layout: &Layout, fonts: &Fonts) -> Result<Codes, PdfError> {
        let mut gathered: BTreeMap<FaceId, Gathered> = BTreeMap::new();
        for run in runs(layout) {
            let face = gathered.entry(run.face).or_default();
            for (index, glyph) in run.glyphs.iter().enumerate() {
                face.add(glyph.id, run.text_of(index));
            }
        }
        let faces = gathered
            .into_iter()
            .map(|(id, face)| Ok((id, face.finish(fonts.face(id).data, fonts.name(id))?)))
            .collect::<Result<_, PdfError>>()?;
        Ok(Codes { faces })
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
        let codes = self.by_glyph.get(&glyph).map_or(&[][..], Vec::as_slice);
        let found = codes.iter().find(|&&code| self.entries[usize::from(code)].text == text);
        found.or(codes.first()).copied().unwrap_or(0)
    }

    /// Whether every code is also the glyph's number in the subset.
    pub(super) fn is_identity(&self) -> bool {
        self.entries.iter().enumerate().all(|(code, entry)| code == usize::from(entry.subset_glyph))
    }
}

fn runs(layout: &Layout) -> impl Iterator<Item = &GlyphRun> {
    layout.pages.iter().flat_map(|page| &page.items).filter_map(|item| match &item.shape {
        Shape::Glyphs(run) => Some(run),
        _ => None,
    })
}

/// Glyphs and texts of a face, in the order met.
struct Gathered {
    remapper: GlyphRemapper,
    /// Texts beyond the first of a glyph, with the glyph.
    further: Vec<(u16, String)>,
    /// The first text of each glyph, by its number in the subset.
    first: Vec<(u16, String)>,
    by_glyph: HashMap<u16, Vec<String>>,
}

impl Default for Gathered {
    fn default() -> Self {
        Gathered {
            remapper: GlyphRemapper::new(),
            further: Vec::new(),
            first: vec![(0, "\u{fffd}".into())],
            by_glyph: HashMap::new(),
        }
    }
}

impl Gathered {
    fn add(&mut self, glyph: u16, text: &str) {
        let texts = self.by_glyph.entry(glyph).or_default();
        if texts.iter().any(|known| known == text) {
            return;
        }
        if texts.is_empty() && glyph != 0 {
            self.remapper.remap(glyph);
            self.first.push((glyph, text.to_string()));
        } else {
            self.further.push((glyph, text.to_string()));
        }
        texts.push(text.to_string());
    }

    fn finish(self, data: &[u8], name: &str) -> Result<FaceCodes, PdfError> {
        let program = subsetter::subset(data, 0, &self.remapper)
            .map_err(|error| PdfError::Subset { face: name.to_string(), reason: error.to_string() })?;
        let mut entries = Vec::new();
        let mut by_glyph: HashMap<u16, Vec<u16>> = HashMap::new();
        for (glyph, text) in self.first.into_iter().chain(self.further) {
            let code = u16::try_from(entries.len()).unwrap_or(u16::MAX);
            let subset_glyph = self.remapper.get(glyph).unwrap_or(0);
            entries.push(Entry { glyph, subset_glyph, text });
            by_glyph.entry(glyph).or_default().push(code);
        }
        Ok(FaceCodes { program, entries, by_glyph })
    }
}
