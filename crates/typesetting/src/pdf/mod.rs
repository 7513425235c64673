//! From a layout to the bytes of a PDF that can be signed and kept: PDF/A-2a and PDF/UA-1.
//!
//! `codes` numbers the glyphs each face uses, `write` draws the pages with printpdf (the only file that knows it),
//! `finish` and `tags` turn the result into an accessible, archivable file. Same layout, same bytes.

mod bookmarks;
mod codes;
mod finish;
mod metadata;
mod tags;
mod write;

use crate::fonts::Fonts;
use crate::frame::Layout;

/// Why a layout could not be written.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// A face could not be cut down to the glyphs used.
    #[error("face {face} could not be subset: {reason}")]
    Subset {
        /// PostScript name of the face.
        face: String,
        /// What the subsetter said.
        reason: String,
    },
    /// The pages written by the PDF library lack a part they must have.
    #[error("the written file has no {0}")]
    Missing(&'static str),
    /// The PDF library could not write the file.
    #[error("the file could not be written: {0}")]
    Write(#[from] lopdf::Error),
    /// The bytes could not be collected.
    #[error("the file could not be written: {0}")]
    Save(#[from] std::io::Error),
}

/// Which standard the file claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Claim {
    /// PDF/A-2a and PDF/UA-1: what the officer gets.
    Archive,
    /// PDF/A-1b, for a free validator that knows no later part: tests only.
    Preflight,
}

/// Writes a layout as PDF.
pub fn pdf(layout: &Layout, fonts: &Fonts) -> Result<Vec<u8>, PdfError> {
    write_as(layout, fonts, Claim::Archive)
}

/// The same document claiming PDF/A-1b, so that a validator of that part can judge fonts, colours and structure.
#[doc(hidden)]
pub fn pdf_for_preflight(layout: &Layout, fonts: &Fonts) -> Result<Vec<u8>, PdfError> {
    write_as(layout, fonts, Claim::Preflight)
}

fn write_as(layout: &Layout, fonts: &Fonts, claim: Claim) -> Result<Vec<u8>, PdfError> {
    let codes = codes::Codes::collect(layout, fonts)?;
    let marks = tags::Marks::assign(layout);
    let written = write::pages(layout, fonts, &codes, &marks);
    finish::finish(written, layout, fonts, &codes, &marks, claim)
}
