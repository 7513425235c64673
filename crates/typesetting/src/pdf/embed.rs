//! Embedding faces: the subset font program, its measures, exact widths, and the text of every code.

use std::fmt::Write;
use std::sync::Arc;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use rustybuzz::ttf_parser;
use subsetter::GlyphRemapper;

use crate::fonts::{Face, FaceId, Fonts};
use crate::pdf::codes::{Codes, FaceCodes};
use crate::pdf::save::{compressed, deflated};
use crate::pdf::{Claim, PdfError};

/// Bits of a font's flags: its letters are those of the Latin alphabet; they slant.
const NONSYMBOLIC: i64 = 1 << 5;
const ITALIC: i64 = 1 << 6;

/// A font program cut down to the glyphs of a document, ready to be written.
#[derive(Debug)]
pub(crate) struct Subset {
    /// The program, deflated.
    deflated: Vec<u8>,
    /// Bytes of the program as such.
    length: usize,
    /// Glyphs in it, components included.
    glyphs: usize,
}

/// Name of a face among a page's resources.
pub(super) fn resource(id: FaceId) -> String {
    format!("F{}", id.index())
}

/// The subsets of all faces, each cut at most once for the same glyphs.
pub(super) fn subsets(codes: &Codes, fonts: &Fonts, threads: usize) -> Result<Vec<Arc<Subset>>, PdfError> {
    let faces: Vec<(FaceId, &FaceCodes)> = codes.faces().collect();
    let cut = crate::watch::spread(faces.len(), threads, |index| {
        let (id, codes) = faces[index];
        fonts.memory().subset(id, &codes.glyphs, || cut(fonts.face(id), &codes.glyphs))
    });
    cut.into_iter().collect()
}

fn cut(face: &Face, glyphs: &[u16]) -> Result<Subset, PdfError> {
    let program = subsetter::subset(face.data, 0, &GlyphRemapper::new_from_glyphs(glyphs))
        .map_err(|error| PdfError::Subset { face: face.name.to_string(), reason: error.to_string() })?;
    let maxp = ttf_parser::Tag::from_bytes(b"maxp");
    let parsed = ttf_parser::RawFace::parse(&program, 0).ok();
    let count = parsed.as_ref().and_then(|face| face.table(maxp)).and_then(|table| table.get(4..6));
    let count = count.map_or(0, |bytes| usize::from(u16::from_be_bytes([bytes[0], bytes[1]])));
    Ok(Subset { deflated: deflated(&program), length: program.len(), glyphs: count.max(glyphs.len() + 1) })
}

/// Adds every face to the file; the dictionary that names them for the pages.
pub(super) fn embed(
    file: &mut Document,
    fonts: &Fonts,
    codes: &Codes,
    subsets: &[Arc<Subset>],
    claim: Claim,
) -> Dictionary {
    let mut named = Dictionary::new();
    for ((id, codes), subset) in codes.faces().zip(subsets) {
        named.set(resource(id), add_font(file, fonts, id, codes, subset, claim));
    }
    named
}

fn add_font(
    file: &mut Document,
    fonts: &Fonts,
    id: FaceId,
    codes: &FaceCodes,
    subset: &Subset,
    claim: Claim,
) -> ObjectId {
    let face = fonts.face(id);
    let name = subset_name(id, fonts);
    let descriptor = add_descriptor(file, face, &name, subset, claim);
    let widths: Vec<Object> = codes.entries.iter().map(|entry| Object::Real(entry.width)).collect();
    let map = if codes.is_identity() {
        Object::from("Identity")
    } else {
        let glyphs = codes.entries.iter().flat_map(|entry| entry.subset_glyph.to_be_bytes()).collect();
        file.add_object(Stream::new(Dictionary::new(), glyphs)).into()
    };
    let system = dictionary! {
        "Registry" => Object::string_literal("Adobe"),
        "Ordering" => Object::string_literal("Identity"),
        "Supplement" => 0,
    };
    let descendant = dictionary! {
        "Type" => "Font",
        "Subtype" => "CIDFontType2",
        "BaseFont" => name.as_str(),
        "CIDSystemInfo" => system,
        "W" => vec![Object::Integer(0), Object::Array(widths)],
        "FontDescriptor" => descriptor,
        "CIDToGIDMap" => map,
    };
    let to_unicode = file.add_object(Stream::new(Dictionary::new(), to_unicode(codes).into_bytes()));
    file.add_object(dictionary! {
        "Type" => "Font",
        "Subtype" => "Type0",
        "BaseFont" => name.as_str(),
        "Encoding" => "Identity-H",
        "DescendantFonts" => vec![descendant.into()],
        "ToUnicode" => to_unicode,
    })
}

/// Name of an embedded subset: six letters, a plus sign, the face's own name.
fn subset_name(id: FaceId, fonts: &Fonts) -> String {
    let letter = char::from(b'A' + u8::try_from(id.index() % 26).unwrap_or(0));
    format!("BVANG{letter}+{}", fonts.name(id))
}

fn add_descriptor(file: &mut Document, face: &Face, name: &str, subset: &Subset, claim: Claim) -> ObjectId {
    let tables = face.tables();
    let scaled = |value: i16| (f32::from(value) * 1000.0 / face.units).round() as i64;
    let bounds = tables.global_bounding_box();
    let bounds = [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max];
    let slant = tables.italic_angle();
    let length = i64::try_from(subset.length).unwrap_or(i64::MAX);
    let program = compressed(dictionary! { "Length1" => length }, subset.deflated.clone());
    let program = file.add_object(program);
    // No table states how thick a stem is; this is how producers of PDF estimate it from the weight.
    let stem = 50.0 + (f32::from(tables.weight().to_number()) / 65.0).powi(2);
    let mut descriptor = dictionary! {
        "Type" => "FontDescriptor",
        "FontName" => name,
        "Flags" => NONSYMBOLIC | if slant == 0.0 { 0 } else { ITALIC },
        "FontBBox" => bounds.map(|edge| Object::from(scaled(edge))).to_vec(),
        "ItalicAngle" => slant.round() as i64,
        "Ascent" => scaled(tables.ascender()),
        "Descent" => scaled(tables.descender()),
        "CapHeight" => scaled(tables.capital_height().unwrap_or_else(|| tables.ascender())),
        "StemV" => stem.round() as i64,
        "FontFile2" => program,
    };
    if claim == Claim::Preflight {
        // PDF/A-1 asks for the set of glyphs in the program; later parts do not.
        let mut set = vec![0_u8; subset.glyphs.div_ceil(8)];
        for glyph in 0..subset.glyphs {
            set[glyph / 8] |= 0x80 >> (glyph % 8);
        }
        descriptor.set("CIDSet", file.add_object(Stream::new(Dictionary::new(), set)));
    }
    file.add_object(descriptor)
}

/// The map from codes to text, exactly as written in the document.
fn to_unicode(codes: &FaceCodes) -> String {
    let mut out = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
         /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n\
         /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
         1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
    );
    let used: Vec<(usize, &str)> =
        codes.entries.iter().enumerate().skip(1).map(|(code, entry)| (code, &*entry.text)).collect();
    for hundred in used.chunks(100) {
        // Writing to a String cannot fail.
        let _ = writeln!(out, "{} beginbfchar", hundred.len());
        for (code, text) in hundred {
            let _ = write!(out, "<{code:04X}> <");
            // A further glyph of one cluster shows nothing of its own: a zero-width space stands for it.
            let text = if text.is_empty() { "\u{200b}" } else { text };
            for unit in text.encode_utf16() {
                let _ = write!(out, "{unit:04X}");
            }
            out.push_str(">\n");
        }
        out.push_str("endbfchar\n");
    }
    out.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    out
}
