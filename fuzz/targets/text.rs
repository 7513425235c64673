//! Any bytes that claim to be a PDF or a Word file give text or a reason, within bounds.
#![no_main]

use exchange::{FileText, MAX_TEXT_LETTERS, read_text};
use libfuzzer_sys::fuzz_target;
use std::io::{Cursor, Write};

fuzz_target!(|bytes: &[u8]| {
    let Some((&kind, bytes)) = bytes.split_first() else { return };
    let bytes = match kind % 3 {
        0 => [b"%PDF-1.7\n", bytes].concat(),
        // The parts of a Word file rather than its container, which fuzzing would hardly get past.
        1 => {
            let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
            zip.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).expect("a part");
            zip.write_all(bytes).expect("written");
            zip.finish().expect("a container").into_inner()
        }
        _ => bytes.to_owned(),
    };
    if let FileText::Text(text) = read_text(&bytes) {
        assert!(text.chars().count() <= MAX_TEXT_LETTERS + 1);
    }
});
