//! Any line is read as a row of a table or refused, and what is read is one of the three values a row may have.
#![no_main]

use archive::folder::{Cell, read_line};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let columns: Vec<String> = ["id", "name", "things"].map(String::from).to_vec();
    match read_line(bytes, &columns) {
        Ok(cells) => {
            assert_eq!(cells.len(), columns.len(), "a value for each column");
            let texts = cells.iter().filter(|cell| matches!(cell, Cell::Text(_) | Cell::List(_)));
            assert!(texts.count() <= columns.len());
        }
        Err(reason) => assert!(!reason.is_empty(), "a refusal says why"),
    }
});
