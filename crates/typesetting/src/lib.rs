//! From a document tree to pages, and from pages to PDF, to a preview and to a picture.
//!
//! There is one layout ([`lay_out`]) and every output is drawn from its frames, so that what the officer sees, what
//! is printed and what is signed cannot differ. The measures of Decree 30/2020/NĐ-CP are data ([`form`]).
//!
//! Deliberately not here: what a paper says (`drafting`), reading or signing PDFs (`exchange`), any file or clock.

mod blocks;
mod breaks;
mod clean;
mod closing;
mod compose;
mod fit;
mod flow;
mod fonts;
pub mod form;
mod frame;
mod head;
mod house;
mod lines;
mod marks;
mod memory;
mod names;
mod pdf;
mod raster;
mod sheet;
mod svg;
mod table;
mod watch;

pub use compose::{lay_out, lay_out_watched, lay_out_with};
pub use fonts::{FaceId, FontError, Fonts};
pub use form::Form;
pub use frame::{
    Glyph, GlyphRun, Item, Layout, Overflow, Page, Path, Role, Rule, Shape, SignatureField, Tag, TagId,
};
pub use house::{ALLOWED, Allowed, Fitted, HouseStyle, OutOfRange, Part, Span, Unit, decimal, fit};
#[doc(hidden)]
pub use pdf::pdf_for_preflight;
pub use pdf::{PdfError, pdf, pdf_each, pdf_watched};
pub use raster::{RasterError, Strip, has_colours, png, strips};
pub use svg::svg;
pub use watch::{Cancelled, Watch};
