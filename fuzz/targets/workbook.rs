//! Any bytes that claim to be a workbook are read or refused, and any workbook's list is recognised or refused.
#![no_main]

use chrono::NaiveDate;
use commendation::Catalogue;
use exchange::{RecogniseOptions, read_workbook, recognise_workbook};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((&kind, bytes)) = bytes.split_first() else { return };
    let name = ["list.xlsx", "list.xls", "list.ods", "list.csv"][usize::from(kind) % 4];
    let Ok(workbook) = read_workbook(bytes, name) else { return };
    let date = NaiveDate::from_ymd_opt(2025, 12, 31).expect("a day");
    let _ = recognise_workbook(&workbook, None, &RecogniseOptions::new(Catalogue::bundled(), date));
});
