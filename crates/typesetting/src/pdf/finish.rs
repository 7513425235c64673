//! The finishing pass: exact widths and text of the fonts, colour profile, metadata, tags, signature fields.

use std::fmt::Write;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};
use rustybuzz::ttf_parser;
use sha2::{Digest, Sha256};

use crate::fonts::Fonts;
use crate::frame::{Layout, Page, SignatureField};
use crate::pdf::codes::{Codes, FaceCodes};
use crate::pdf::tags::{Marks, Widget, write_tree};
use crate::pdf::write::{subset_name, width_in_file};
use crate::pdf::{Claim, PdfError, bookmarks, metadata};

/// The sRGB profile that colours in the file refer to.
const SRGB: &[u8] = include_bytes!("../../../../assets/color/sRGB.icc");
/// Printed, and not to be moved by a reader's user.
const PRINT_LOCKED: i64 = 132;

/// Turns the pages written by the PDF library into the file the officer keeps.
pub(super) fn finish(
    mut file: Document,
    layout: &Layout,
    fonts: &Fonts,
    codes: &Codes,
    marks: &Marks,
    claim: Claim,
) -> Result<Vec<u8>, PdfError> {
    file.version = if claim == Claim::Archive { "1.7" } else { "1.4" }.into();
    let catalog =
        file.trailer.get(b"Root").and_then(Object::as_reference).map_err(|_| PdfError::Missing("catalog"))?;
    let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
    let information = file.add_object(metadata::information(&layout.meta));
    file.trailer.set("Info", information);
    finish_fonts(&mut file, fonts, codes, claim)?;
    let widgets = add_widgets(&mut file, layout, &pages)?;
    let tree = write_tree(&mut file, layout, marks, &pages, &widgets)?;
    finish_catalog(&mut file, catalog, (layout, claim), tree, &widgets)?;
    if let Some(outlines) = bookmarks::write(&mut file, layout, &pages) {
        let catalog = file.get_dictionary_mut(catalog)?;
        catalog.set("Outlines", outlines);
        catalog.set("PageMode", "UseOutlines");
    }
    set_identifier(&mut file);
    file.prune_objects();
    file.compress();
    let mut bytes = Vec::new();
    match claim {
        Claim::Archive => file.save_modern(&mut bytes)?,
        Claim::Preflight => file.save_to(&mut bytes)?,
    }
    // Without a line end a signer's update would begin on the line of `%%EOF` (PDF/A-2, 6.1.9).
    if bytes.last() != Some(&b'\n') {
        bytes.push(b'\n');
    }
    Ok(bytes)
}

/// A text string as PDF writes any script: UTF-16 with its mark.
pub(super) fn text_string(text: &str) -> Object {
    let mut bytes = vec![0xfe, 0xff];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}

fn finish_fonts(file: &mut Document, fonts: &Fonts, codes: &Codes, claim: Claim) -> Result<(), PdfError> {
    for (id, face_codes) in codes.faces() {
        let name = subset_name(id, fonts);
        let font = composite_font(file, &name).ok_or(PdfError::Missing("font"))?;
        let face = fonts.face(id);
        let widths: Vec<Object> = face_codes
            .entries
            .iter()
            .map(|entry| Object::Real(width_in_file(face.nominal_advance(entry.glyph), face.units)))
            .collect();
        let to_unicode = file.add_object(Stream::new(Dictionary::new(), to_unicode(face_codes).into_bytes()));
        let map = (!face_codes.is_identity()).then(|| {
            let bytes =
                face_codes.entries.iter().flat_map(|entry| entry.subset_glyph.to_be_bytes()).collect();
            file.add_object(Stream::new(Dictionary::new(), bytes))
        });
        let dictionary = file.get_dictionary_mut(font)?;
        dictionary.set("ToUnicode", to_unicode);
        let descendant = dictionary
            .get_mut(b"DescendantFonts")
            .and_then(Object::as_array_mut)
            .ok()
            .and_then(|list| list.first_mut())
            .and_then(|first| first.as_dict_mut().ok())
            .ok_or(PdfError::Missing("descendant font"))?;
        descendant.set("W", vec![Object::Integer(0), Object::Array(widths)]);
        descendant.set("CIDToGIDMap", map.map_or_else(|| "Identity".into(), Object::from));
        let descriptor = descendant.get(b"FontDescriptor").and_then(Object::as_reference)?;
        finish_descriptor(file, descriptor, face)?;
        if claim == Claim::Preflight {
            add_glyph_set(file, descriptor, face_codes);
        }
    }
    Ok(())
}

/// The composite font of this name.
fn composite_font(file: &Document, name: &str) -> Option<ObjectId> {
    file.objects.iter().find_map(|(id, object)| {
        let dictionary = object.as_dict().ok()?;
        let found = dictionary.get(b"BaseFont").and_then(Object::as_name).ok()?;
        (dictionary.has(b"DescendantFonts") && found == name.as_bytes()).then_some(*id)
    })
}

fn finish_descriptor(file: &mut Document, id: ObjectId, face: &crate::fonts::Face) -> Result<(), PdfError> {
    let height = face.tables().capital_height().map_or(face.ascent, |height| f32::from(height) / face.units);
    let descriptor = file.get_dictionary_mut(id)?;
    descriptor.set("CapHeight", (height * 1000.0).round() as i64);
    Ok(())
}

/// The set of glyphs in the subset, components included: PDF/A-1 asks for it, later parts do not.
fn add_glyph_set(file: &mut Document, descriptor: ObjectId, codes: &FaceCodes) {
    let tag = ttf_parser::Tag::from_bytes(b"maxp");
    let parsed = ttf_parser::RawFace::parse(&codes.program, 0).ok();
    let count = parsed.as_ref().and_then(|face| face.table(tag)).and_then(|table| table.get(4..6));
    let count = count.map_or(0, |bytes| usize::from(u16::from_be_bytes([bytes[0], bytes[1]])));
    let mut set = vec![0_u8; count.max(codes.entries.len()).div_ceil(8)];
    for glyph in 0..count.max(codes.entries.len()) {
        set[glyph / 8] |= 0x80 >> (glyph % 8);
    }
    let set = file.add_object(Stream::new(Dictionary::new(), set));
    if let Ok(descriptor) = file.get_dictionary_mut(descriptor) {
        descriptor.set("CIDSet", set);
    }
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
        codes.entries.iter().enumerate().skip(1).map(|(code, entry)| (code, entry.text.as_str())).collect();
    for hundred in used.chunks(100) {
        // Writing to a String cannot fail.
        let _ = writeln!(out, "{} beginbfchar", hundred.len());
        for (code, text) in hundred {
            let units: String = text.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
            // A further glyph of one cluster shows nothing of its own: a zero-width space stands for it.
            let units = if units.is_empty() { "200B".to_string() } else { units };
            let _ = writeln!(out, "<{code:04X}> <{units}>");
        }
        out.push_str("endbfchar\n");
    }
    out.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    out
}

/// Writes the empty signature fields.
fn add_widgets(file: &mut Document, layout: &Layout, pages: &[ObjectId]) -> Result<Vec<Widget>, PdfError> {
    let mut widgets = Vec::new();
    for (index, (page, &object)) in layout.pages.iter().zip(pages).enumerate() {
        let mut annotations = Vec::new();
        for field in &page.fields {
            let widget = add_widget(file, field, page, object);
            annotations.push(Object::Reference(widget));
            widgets.push(Widget {
                object: widget,
                page: index,
                tag: field.tag,
                tooltip: field.tooltip.clone(),
            });
        }
        let dictionary = file.get_dictionary_mut(object)?;
        if annotations.is_empty() {
            dictionary.remove(b"Annots");
        } else {
            dictionary.set("Annots", annotations);
        }
    }
    Ok(widgets)
}

fn add_widget(file: &mut Document, field: &SignatureField, page: &Page, page_object: ObjectId) -> ObjectId {
    let bounds: Vec<Object> = vec![0.into(), 0.into(), field.width.into(), field.height.into()];
    let form = dictionary! {
        "Type" => "XObject", "Subtype" => "Form", "BBox" => bounds, "Resources" => Dictionary::new(),
    };
    // PDF/A asks every visible widget for an appearance; an unsigned field looks like nothing.
    let appearance = file.add_object(Stream::new(form, Vec::new()).with_compression(false));
    let bottom = page.height_pt - field.y - field.height;
    let rect = [field.x, bottom, field.x + field.width, bottom + field.height];
    let rect: Vec<Object> = rect.iter().map(|edge| Object::Real((edge * 100.0).round() / 100.0)).collect();
    file.add_object(dictionary! {
        "Type" => "Annot",
        "Subtype" => "Widget",
        "FT" => "Sig",
        "T" => text_string(&field.name),
        "TU" => text_string(&field.tooltip),
        "F" => PRINT_LOCKED,
        "Rect" => rect,
        "P" => page_object,
        "AP" => dictionary! { "N" => appearance },
    })
}

fn finish_catalog(
    file: &mut Document,
    catalog: ObjectId,
    (layout, claim): (&Layout, Claim),
    tree: ObjectId,
    widgets: &[Widget],
) -> Result<(), PdfError> {
    let packet = Stream::new(
        dictionary! { "Type" => "Metadata", "Subtype" => "XML" },
        metadata::xmp(&layout.meta, claim).into_bytes(),
    );
    let packet = file.add_object(packet.with_compression(false));
    let profile = file.add_object(Stream::new(dictionary! { "N" => 3 }, SRGB.to_vec()));
    let intent = dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB IEC61966-2.1"),
        "Info" => Object::string_literal("sRGB IEC61966-2.1"),
        "RegistryName" => Object::string_literal("http://www.color.org"),
        "DestOutputProfile" => profile,
    };
    let dictionary = file.get_dictionary_mut(catalog)?;
    dictionary.remove(b"PageMode");
    dictionary.remove(b"PageLayout");
    dictionary.set("Metadata", packet);
    dictionary.set("OutputIntents", vec![intent.into()]);
    dictionary.set("Lang", Object::string_literal("vi-VN"));
    dictionary.set("MarkInfo", dictionary! { "Marked" => true });
    dictionary.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    dictionary.set("StructTreeRoot", tree);
    if !widgets.is_empty() {
        let fields: Vec<Object> = widgets.iter().map(|widget| widget.object.into()).collect();
        dictionary.set("AcroForm", dictionary! { "Fields" => fields, "SigFlags" => 1 });
    }
    Ok(())
}

/// The file's identifier is the digest of what it holds, so that the same content gives the same bytes.
fn set_identifier(file: &mut Document) {
    let mut digest = Sha256::new();
    for object in file.objects.values() {
        if let Object::Stream(stream) = object {
            digest.update(&stream.content);
        }
    }
    let bytes = digest.finalize()[..16].to_vec();
    let part = || Object::String(bytes.clone(), StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![part(), part()]);
}
