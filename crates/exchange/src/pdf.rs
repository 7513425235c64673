//! What can be told of a PDF without drawing it: its pages, and whether it carries a digital signature. Whether that
//! signature is valid is not judged here.

use lopdf::Document;

/// Largest PDF that is looked at.
const LARGEST: usize = 512 << 20;

/// What a PDF says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PdfFacts {
    /// Pages.
    pub pages: u32,
    /// True when something in it is signed.
    pub signed: bool,
}

/// Reads a PDF's facts; none for what is no PDF, is damaged or needs a password.
pub fn pdf_facts(bytes: &[u8]) -> Option<PdfFacts> {
    if bytes.len() > LARGEST || !bytes.starts_with(b"%PDF-") {
        return None;
    }
    // The reader meets files of strangers; a defect of it must not end the program.
    let read = std::panic::catch_unwind(|| Document::load_metadata_mem(bytes).ok());
    let pages = read.ok().flatten().map(|found| found.page_count).filter(|pages| *pages > 0)?;
    // A signature says in the clear which bytes it covers, or it could cover none.
    let signed = bytes.windows(10).any(|window| window == b"/ByteRange");
    Some(PdfFacts { pages, signed })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_pdf_has_no_pages() {
        for bytes in [
            &b""[..],
            b"PK\x03\x04",
            b"%PDF-1.7",
            b"%PDF-1.7\ntrailer << /Root 9 0 R >>\nstartxref\n0\n%%EOF",
        ] {
            assert_eq!(pdf_facts(bytes), None, "{:?}", String::from_utf8_lossy(bytes));
        }
    }
}
