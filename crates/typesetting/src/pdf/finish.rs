//! The finishing pass: fonts, colour profile, metadata, tags, bookmarks, signature fields.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};

use crate::frame::{Layout, Page, SignatureField};
use crate::pdf::save::Bulk;
use crate::pdf::tags::{Marks, Widget, write_tree};
use crate::pdf::{Claim, PdfError, bookmarks, metadata};

/// The sRGB profile that colours in the file refer to.
const SRGB: &[u8] = include_bytes!("../../../../assets/color/sRGB.icc");
/// Printed, and not to be moved by a reader's user.
const PRINT_LOCKED: i64 = 132;

/// Makes the pages written by the PDF library the file the officer keeps; the tag tree beside it.
pub(super) fn finish(
    file: &mut Document,
    layout: &Layout,
    marks: &Marks,
    claim: Claim,
) -> Result<Bulk, PdfError> {
    let catalog =
        file.trailer.get(b"Root").and_then(Object::as_reference).map_err(|_| PdfError::Missing("catalog"))?;
    let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
    if let Ok(theirs) = file.trailer.get(b"Info").and_then(Object::as_reference) {
        file.set_object(theirs, metadata::information(&layout.meta));
    }
    let widgets = add_widgets(file, layout, &pages)?;
    finish_catalog(file, catalog, (layout, claim), &widgets)?;
    if let Some(outlines) = bookmarks::write(file, layout, &pages) {
        let catalog = file.get_dictionary_mut(catalog)?;
        catalog.set("Outlines", outlines);
        catalog.set("PageMode", "UseOutlines");
    }
    // The tree is numbered on from all other objects, so it comes last.
    let tree = write_tree(file, layout, marks, &pages, &widgets)?;
    file.get_dictionary_mut(catalog)?.set("StructTreeRoot", (tree.first(), 0));
    Ok(tree)
}

/// Puts the fonts where every page looks for them.
pub(super) fn set_fonts(file: &mut Document, fonts: Dictionary) -> Result<(), PdfError> {
    let page = file.page_iter().next().ok_or(PdfError::Missing("page"))?;
    let resources = file.get_dictionary(page)?.get(b"Resources")?.as_reference()?;
    let shared = file.get_dictionary(resources)?.get(b"Font")?.as_reference()?;
    file.set_object(shared, fonts);
    Ok(())
}

/// A text string as PDF writes any script: UTF-16 with its mark.
pub(super) fn text_string(text: &str) -> Object {
    let mut bytes = vec![0xfe, 0xff];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
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
    if !widgets.is_empty() {
        let fields: Vec<Object> = widgets.iter().map(|widget| widget.object.into()).collect();
        dictionary.set("AcroForm", dictionary! { "Fields" => fields, "SigFlags" => 1 });
    }
    Ok(())
}
