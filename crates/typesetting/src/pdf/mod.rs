//! From a layout to the bytes of a PDF that can be signed and kept: PDF/A-2a and PDF/UA-1.
//!
//! `codes` numbers the glyphs each face uses and `embed` embeds the faces; `content` draws, `write` puts the pages into
//! a file with printpdf (the only file that knows it); `finish` and `tags` make it accessible and archivable, `save`
//! gives its bytes. Same layout, same bytes, however many cores there are.

mod bookmarks;
mod codes;
mod content;
mod embed;
mod finish;
mod metadata;
mod save;
mod tags;
mod write;

use document::Document;

use crate::compose::lay_out_with;
use crate::fonts::Fonts;
use crate::form::Form;
use crate::frame::Layout;
use crate::watch::{Cancelled, Steps, UNWATCHED, Watch, cores, spread};
use codes::Codes;
use content::{Means, Ornaments};
pub(crate) use embed::Subset;
use tags::Marks;

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
    /// The work was told to stop.
    #[error("stopped on request")]
    Cancelled,
}

impl From<Cancelled> for PdfError {
    fn from(_: Cancelled) -> Self {
        PdfError::Cancelled
    }
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
    pdf_watched(layout, fonts, UNWATCHED)
}

/// [`pdf`] that tells how far it is and can be told to stop.
pub fn pdf_watched(layout: &Layout, fonts: &Fonts, watch: Watch<'_>) -> Result<Vec<u8>, PdfError> {
    write_as(layout, fonts, Claim::Archive, cores(), watch)
}

/// Lays out and writes each document as a file of its own, on all cores; layouts and files in the order of the documents.
pub fn pdf_each(
    documents: &[Document],
    fonts: &Fonts,
    form: &Form,
    watch: Watch<'_>,
) -> Result<Vec<(Layout, Vec<u8>)>, PdfError> {
    let steps = Steps::new(watch, documents.len());
    let files = spread(documents.len(), cores(), |index| {
        let layout = lay_out_with(&documents[index], fonts, form);
        let file = write_as(&layout, fonts, Claim::Archive, 1, UNWATCHED)?;
        steps.next()?;
        Ok((layout, file))
    });
    files.into_iter().collect()
}

/// The same document claiming PDF/A-1b, so that a validator of that part can judge fonts, colours and structure.
#[doc(hidden)]
pub fn pdf_for_preflight(layout: &Layout, fonts: &Fonts) -> Result<Vec<u8>, PdfError> {
    write_as(layout, fonts, Claim::Preflight, cores(), UNWATCHED)
}

fn write_as(
    layout: &Layout,
    fonts: &Fonts,
    claim: Claim,
    threads: usize,
    watch: Watch<'_>,
) -> Result<Vec<u8>, PdfError> {
    // A page is drawn, then deflated; fonts and the packs of small objects come to about as much again.
    let steps = Steps::new(watch, layout.pages.len() * 3);
    let codes = Codes::collect(layout, fonts);
    let marks = Marks::assign(layout);
    let ornaments = Ornaments::find(layout, &marks);
    let means = Means { codes: &codes, ornaments: &ornaments };
    let contents = spread(layout.pages.len(), threads, |index| {
        steps.next()?;
        Ok(content::page(&layout.pages[index], marks.stretches(index), &means))
    });
    let contents = contents.into_iter().collect::<Result<_, Cancelled>>()?;
    let mut file = write::pages(layout, contents, &ornaments);
    let subsets = embed::subsets(&codes, fonts, threads)?;
    let named = embed::embed(&mut file, fonts, &codes, &subsets, claim);
    finish::set_fonts(&mut file, named)?;
    let tree = finish::finish(&mut file, layout, &marks, claim)?;
    save::save(file, &tree, claim, threads, &steps)
}
