//! The made-up archive is what it says it is.

use archive::{Archive, DocumentFilter, HonoreeFilter, Search, Stamp};
use specimen::Specimen;

fn later() -> Stamp {
    let at = "2026-12-31T08:00:00+07:00".parse().expect("a time");
    Stamp { at, who: "lan".into() }
}

#[test]
fn the_same_seed_gives_the_same_sound_archive_of_the_size_asked_for() {
    let write = |seed| {
        let folder = tempfile::tempdir().expect("the system gives temporary folders");
        let marks = Specimen { awards: 1_000, seed }.write(folder.path(), |_| {}).expect("it can be written");
        let archive = Archive::open(folder.path(), &later()).expect("it opens");
        (archive.fingerprint().expect("it can be read"), marks, archive, folder)
    };
    let (one, marks, archive, _kept) = write(1);
    let checked = archive.check().expect("the disk works");
    assert_eq!(checked.findings, [], "only the gate wrote it");
    assert_eq!(checked.counts["awards"], 1_000, "as many awards as asked for");
    assert_eq!(checked.counts["honorees"], 200, "a fifth of it");
    assert_eq!(checked.counts["documents"], 60, "six hundredths of it");
    let page = archive.honoree_page(marks.most_honoured).expect("there");
    assert!(page.awards.len() > 10, "somebody has many awards: {}", page.awards.len());
    let drafts = DocumentFilter { state: Some(archive::DocumentState::Draft), ..DocumentFilter::default() };
    let drafts = archive.documents(&drafts).expect("read").len();
    assert!((1..30).contains(&drafts), "some papers are drafts: {drafts}");
    let households = HonoreeFilter {
        honoree_type: Some(commendation::HonoreeType::Household),
        count: 1,
        ..HonoreeFilter::default()
    };
    assert!(archive.honorees(&households).expect("read").total > 0, "all types of honorees");
    assert!(
        marks.sought.iter().any(|text| {
            let search = Search { text: text.clone(), count: 5, ..Search::default() };
            !archive.search(&search).expect("search").is_empty()
        }),
        "things are found"
    );
    assert_eq!(write(1).0, one, "the same seed, the same facts");
    assert_ne!(write(2).0, one, "another seed, others");
}
