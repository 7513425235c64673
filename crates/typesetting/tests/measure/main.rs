//! Measures what the file says, element by element, against the decree's table (appendix I, part I, sections I to V).
//!
//! The reader here follows the operators of the PDF's own content; the frames it was drawn from play no part.

mod elements;
mod papers;
mod poppler;
mod reader;
#[allow(dead_code)]
#[path = "../typesetting/samples.rs"]
mod samples;
