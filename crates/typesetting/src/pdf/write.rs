//! Putting pages into a file with printpdf, the only file that knows it.
//!
//! printpdf would write each glyph as a string of its own and copy every number through three trees; it is given the
//! content of pages ready made (`content`), as one operator that it passes through. What it leaves out or writes wrong
//! is mended in `finish`.

use std::collections::BTreeMap;

use printpdf::{
    DictItem, ExternalStream, ExternalXObject, Op, PdfDocument, PdfPage, PdfSaveOptions, Pt, Rect, XObject,
    XObjectId,
};

use crate::frame::Layout;
use crate::pdf::content::Ornaments;

/// The pages as a document of the low-level library: boxes, contents, resources, ornament.
pub(super) fn pages(layout: &Layout, contents: Vec<String>, ornaments: &Ornaments) -> lopdf::Document {
    let mut document = PdfDocument::new(&layout.meta.title);
    for (number, (width, height, content)) in ornaments.forms(layout).into_iter().enumerate() {
        let form = form(width, height, content);
        document.resources.xobjects.map.insert(XObjectId(Ornaments::resource(number)), form);
    }
    let pages = layout.pages.iter().zip(contents).map(|(page, content)| {
        let sheet = Rect::from_wh(Pt(page.width_pt), Pt(page.height_pt));
        let ops = vec![Op::Unknown { key: content, value: Vec::new() }];
        PdfPage { media_box: sheet.clone(), trim_box: sheet.clone(), crop_box: sheet, ops }
    });
    document.with_pages(pages.collect());
    // Not `secure`: that would leave out the operators that it is given ready made.
    let options =
        PdfSaveOptions { optimize: false, subset_fonts: false, secure: false, image_optimization: None };
    document.to_lopdf_document(&options, &mut Vec::new())
}

/// printpdf's own form has no `BBox`, which every form must have.
fn form(width: f32, height: f32, content: String) -> XObject {
    let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
    let bounds = [0.0, 0.0, width, height].map(DictItem::Real).to_vec();
    let dict = BTreeMap::from([
        ("Type".to_owned(), name("XObject")),
        ("Subtype".to_owned(), name("Form")),
        ("BBox".to_owned(), DictItem::Array(bounds)),
        ("Resources".to_owned(), DictItem::Dict { map: BTreeMap::new() }),
    ]);
    let stream = ExternalStream { dict, content: content.into_bytes(), compress: true };
    XObject::External(ExternalXObject { stream, width: None, height: None, dpi: None })
}
