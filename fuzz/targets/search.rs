//! Any text and any filter may be searched for.
#![no_main]

use archive::{Action, Archive, Search, SearchFilter, Stamp};
use chrono::DateTime;
use libfuzzer_sys::fuzz_target;
use std::cell::RefCell;

thread_local! {
    static ARCHIVE: RefCell<(tempfile::TempDir, Archive)> = RefCell::new({
        let folder = tempfile::tempdir().expect("a folder");
        let at = DateTime::parse_from_rfc3339("2026-01-05T08:00:00+07:00").expect("a time");
        let stamp = Stamp { at, who: "fuzz".into() };
        let mut archive = Archive::open(folder.path(), &stamp).expect("an archive");
        let round = commendation::Round { name: "Đợt 2871/QĐ-UBND sĩ hòa a b c 1 2".into(), year: 2025 };
        archive.transact(Action::new("Thêm"), &stamp, |tx| tx.add_round(&round)).expect("added");
        (folder, archive)
    });
}

fuzz_target!(|asked: (String, String, Option<i32>)| {
    let (text, unit, year_from) = asked;
    let filter = SearchFilter { unit, year_from, ..SearchFilter::default() };
    ARCHIVE.with_borrow(|(_, archive)| {
        archive.search(&Search { text: text.clone(), ..Search::default() }).expect("any text is safe");
        archive.search(&Search { text, filter, ..Search::default() }).expect("with any filter");
    });
});
