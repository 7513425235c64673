//! One person under several honorees: merged, and taken apart years later.

use super::*;
use proptest::prelude::*;

/// Somebody with an award of each year, a spelling and a file.
fn somebody(tx: &Tx<'_>, name: &str, unit: &str, years: &[i32]) -> Result<HonoreeId> {
    let honoree = Honoree { unit: Some(unit.into()), ..person(name) };
    let id = tx.add_honoree(&honoree)?;
    tx.add_spelling(id, &name.to_uppercase())?;
    for year in years {
        tx.add_award(&award(id, honoree.clone(), &format!("{year}/QĐ-UBND"), *year))?;
    }
    tx.keep_file(&format!("{name}.pdf"), name.as_bytes(), FileRole::Attached, Some(id.into()))?;
    tx.keep_file("chung.pdf", b"the same for all", FileRole::Attached, Some(id.into()))?;
    Ok(id)
}

fn three(desk: &mut Desk) -> [HonoreeId; 3] {
    desk.change("Nhập", |tx| {
        Ok([
            somebody(tx, "Trần Quốc Hòa", "Văn phòng Sở", &[2024, 2025])?,
            somebody(tx, "Trần Q. Hòa", "Thanh tra Sở", &[2016])?,
            somebody(tx, "Trần Quốc Hoà", "Thanh tra Sở", &[2012, 2013])?,
        ])
    })
}

fn merge(desk: &mut Desk, into: HonoreeId, merged: &[HonoreeId]) {
    let kept = desk.archive().honoree(into).expect("there");
    desk.change("Gộp hồ sơ", |tx| tx.merge_honorees(into, merged, &kept));
}

fn years(desk: &mut Desk, id: HonoreeId) -> Vec<Option<i32>> {
    let page = desk.archive().honoree_page(id).expect("there");
    page.awards.iter().map(|award| award.award.year).collect()
}

#[test]
fn a_merged_honoree_leads_to_the_one_that_stays_with_all_it_had() {
    let mut desk = Desk::new();
    let [a, b, c] = three(&mut desk);
    merge(&mut desk, a, &[b, c]);
    for id in [a, b, c] {
        let page = desk.archive().honoree_page(id).expect("an old identifier still leads somewhere");
        assert_eq!(page.id, a, "to the one that stays");
        assert_eq!(page.awards.len(), 5, "with all awards");
        assert_eq!(desk.archive().title(id.into()).expect("has a name"), "Trần Quốc Hòa");
    }
    let page = desk.archive().honoree_page(a).expect("there");
    let printed: Vec<&str> = page.awards.iter().map(|award| award.award.honoree.name.as_str()).collect();
    assert_eq!(printed[4], "Trần Quốc Hoà", "an award keeps the name of its decision");
    for spelling in ["Trần Q. Hòa", "Trần Quốc Hoà", "TRẦN Q. HÒA"] {
        assert!(page.also_written.iter().any(|known| known == spelling), "{spelling} is known from now on");
    }
    let files = desk.archive().count_files_of(a).expect("read");
    assert_eq!(files, 4, "three files of their own, and the one that all had, once");
    let merged: Vec<_> = page.merged.iter().map(|merged| (merged.id, merged.came.awards.len())).collect();
    assert_eq!(merged, [(b, 1), (c, 2)], "who was merged, and what came from whom");
    let honorees =
        Search { text: "Trần Q. Hòa".into(), things: vec![Thing::Honoree], ..Search::default() };
    let hits = desk.found(&honorees).remove(0).hits;
    assert_eq!(
        hits.iter().map(|hit| hit.id).collect::<Vec<_>>(),
        [a.into()],
        "found under the old name, once"
    );
    let history = desk.archive().journal(Some(c.into()), 10).expect("read");
    let all: Vec<&str> = history.iter().map(|entry| entry.action.as_str()).collect();
    assert_eq!(all, ["Gộp hồ sơ", "Nhập"], "and has the history of all of them");
    desk.assert_sound();
}

#[test]
fn what_came_goes_back_and_what_was_added_since_stays_or_goes_as_chosen() {
    let mut desk = Desk::new();
    let [a, b, _] = three(&mut desk);
    merge(&mut desk, a, &[b]);
    let [stays, goes] = desk.change("Ghi", |tx| {
        let who = tx.honoree(b)?;
        Ok([
            tx.add_award(&award(tx.present_honoree(b)?, who.clone(), "1/QĐ-STP", 2026))?,
            tx.add_award(&award(tx.present_honoree(b)?, who, "2/QĐ-STP", 2027))?,
        ])
    });
    let since = desk.archive().since_merge(b).expect("merged");
    assert_eq!(since.awards, [stays, goes], "what the officer is asked about");
    let old = desk.archive().honoree_page(b).expect("there").awards.last().map(|award| award.id);
    let wrong = Belongings { awards: old.into_iter().collect(), ..Belongings::default() };
    let refused = desk.try_change("Tách hồ sơ", |tx| tx.unmerge_honoree(b, &wrong));
    assert_eq!(refused.map_err(|e| e.code()).err(), Some("refused"), "only later things are to be chosen");
    let also = Belongings { awards: vec![goes], ..Belongings::default() };
    desk.change("Tách hồ sơ", |tx| tx.unmerge_honoree(b, &also));
    assert_eq!(years(&mut desk, a), [Some(2026), Some(2025), Some(2024)], "the later award stays by itself");
    assert_eq!(years(&mut desk, b), [Some(2027), Some(2016)], "what came goes back, and what was chosen");
    assert_eq!(desk.archive().honoree_page(a).expect("there").also_written, ["TRẦN QUỐC HÒA"], "as before");
    desk.assert_sound();
}

#[test]
fn an_edit_after_the_merge_survives_taking_apart() {
    let mut desk = Desk::new();
    let [a, b, _] = three(&mut desk);
    let before = desk.archive().honoree(a).expect("there");
    let kept = Honoree { unit: Some("Thanh tra Sở".into()), birth: None, ..before.clone() };
    desk.change("Gộp hồ sơ", |tx| tx.merge_honorees(a, &[b], &kept));
    assert_eq!(desk.archive().honoree(a).expect("there"), kept, "what the officer chose to keep");
    let edited = Honoree { unit: Some("Phòng Hành chính tư pháp".into()), ..kept };
    desk.change("Sửa", |tx| tx.edit_honoree(a, &edited));
    desk.change("Tách hồ sơ", |tx| tx.unmerge_honoree(b, &Belongings::default()));
    let after = desk.archive().honoree(a).expect("there");
    assert_eq!(after.unit, edited.unit, "what was edited since stays");
    assert_eq!(after.birth, before.birth, "what the merge alone changed goes back");
    desk.assert_sound();
}

#[test]
fn one_merged_within_another_comes_out_after_it() {
    let mut desk = Desk::new();
    let [a, b, c] = three(&mut desk);
    let before = desk.dump();
    merge(&mut desk, b, &[c]);
    merge(&mut desk, a, &[b]);
    let merged = desk.archive().merged_into(a).expect("read");
    assert_eq!((merged[0].id, merged[0].within[0].id), (b, c), "told as it happened");
    let refused = desk.try_change("Tách hồ sơ", |tx| tx.unmerge_honoree(c, &Belongings::default()));
    assert!(
        refused.expect_err("not yet").to_string().contains("tách hon-2 ra trước"),
        "says what to do first"
    );
    desk.change("Tách hồ sơ", |tx| tx.unmerge_honoree(b, &Belongings::default()));
    assert_eq!(years(&mut desk, b), [Some(2016), Some(2013), Some(2012)], "with what was in it");
    desk.change("Tách hồ sơ", |tx| tx.unmerge_honoree(c, &Belongings::default()));
    assert_eq!(desk.dump(), before, "and all is as it was");
}

#[test]
fn undo_takes_a_merge_back_and_does_it_again() {
    let mut desk = Desk::new();
    let [a, b, c] = three(&mut desk);
    let apart = desk.dump();
    merge(&mut desk, a, &[b, c]);
    let together = desk.dump();
    desk.archive().undo(&stamp(2)).expect("possible").expect("a step");
    assert_eq!(desk.dump(), apart, "undone");
    desk.assert_sound();
    desk.archive().redo(&stamp(3)).expect("possible").expect("a step");
    assert_eq!(desk.dump(), together, "done again");
    desk.change("Tách hồ sơ", |tx| tx.unmerge_honoree(b, &Belongings::default()));
    desk.archive().undo(&stamp(4)).expect("possible").expect("a step");
    assert_eq!(desk.dump(), together, "taking apart is undone too");
    desk.assert_sound();
}

#[test]
fn awards_of_an_issued_document_change_hands_but_not_wording() {
    let mut desk = Desk::new();
    let [a, b, _] = three(&mut desk);
    let issued = desk.change("Ban hành", |tx| {
        let id = tx.add_document(&draft("Quyết định", "Tặng Giấy khen", None))?;
        tx.issue_document(id, &issuance("7", "2025-12-20"))?;
        let who = tx.honoree(b)?;
        tx.add_award(&NewAward { document: Some(id), ..award(b, who, "7/QĐ-STP", 2025) })
    });
    let printed = desk.archive().award(issued).expect("there").award.honoree;
    merge(&mut desk, a, &[b]);
    let now = desk.archive().award(issued).expect("there").award;
    assert_eq!((now.honoree_id, now.honoree), (a, printed), "on the other page, in the same words");
    desk.assert_sound();
}

#[test]
fn an_identity_number_goes_along_and_comes_back_and_is_masked_where_it_is_kept() {
    let mut desk = Desk::new();
    let [a, b, _] = three(&mut desk);
    desk.change("Ghi số định danh", |tx| tx.set_identity(b, Some("072080001234")));
    merge(&mut desk, a, &[b]);
    assert_eq!(desk.archive().identity(a).expect("there").as_deref(), Some("072080001234"), "known of both");
    let last = desk.archive().journal(Some(a.into()), 1).expect("read")[0].number;
    let shown = desk.archive().journal_changes(last).expect("read");
    let text = format!("{:?}", shown.into_iter().map(RowChange::masked).collect::<Vec<_>>());
    assert!(!text.contains("072080001234"), "the kept row is masked as well: {text}");
    desk.change("Tách hồ sơ", |tx| tx.unmerge_honoree(b, &Belongings::default()));
    assert_eq!(desk.archive().identity(a).expect("there"), None, "it came from the other one");
    assert_eq!(desk.archive().identity(b).expect("there").as_deref(), Some("072080001234"), "and goes back");
}

#[test]
fn different_types_and_one_and_the_same_are_refused() {
    let mut desk = Desk::new();
    let [a, b, _] = three(&mut desk);
    let unit = desk.change("Thêm", |tx| tx.add_honoree(&collective("Trần Quốc Hòa")));
    let kept = desk.archive().honoree(a).expect("there");
    let mut refused = |into, merged: HonoreeId| {
        let tried = desk.try_change("Gộp hồ sơ", |tx| tx.merge_honorees(into, &[merged], &kept));
        tried.map(|_| ()).map_err(|error| error.code())
    };
    assert_eq!(refused(a, unit), Err("refused"), "a person is no collective");
    assert_eq!(refused(a, a), Err("refused"), "nobody is merged with themselves");
    assert_eq!(refused(a, HonoreeId(99)), Err("not-found"), "nor with nobody");
    assert_eq!(refused(a, b), Ok(()));
    let again = desk.try_change("Gộp hồ sơ", |tx| tx.merge_honorees(a, &[b], &kept));
    assert_eq!(again.map(|_| ()).map_err(|error| error.code()), Err("refused"), "nor twice");
}

#[test]
fn a_list_that_writes_a_merged_name_means_the_one_that_stays() {
    let mut desk = Desk::new();
    let [a, b, _] = three(&mut desk);
    let as_listed = desk.archive().honoree(b).expect("there");
    merge(&mut desk, a, &[b]);
    let found = desk.archive().find_same_honoree(&as_listed).expect("read");
    assert_eq!(found, Some(a), "the merged spelling with the merged unit is known");
    let elsewhere = Honoree { unit: Some("Sở Y tế".into()), ..as_listed };
    assert_eq!(desk.archive().find_same_honoree(&elsewhere).expect("read"), None, "another unit is a doubt");
}

/// Two merges that each gave another name with the same sound: what is made from the name comes back with it.
#[test]
fn a_name_that_came_back_is_found_and_sorted_as_it_was() {
    let mut desk = Desk::new();
    let ids: Vec<HonoreeId> = desk.change("Nhập", |tx| {
        let names = ["Lê T. Ánh", "Lê Thị Ánh", "LÊ THỊ ÁNH"];
        names.iter().map(|name| somebody(tx, name, "Văn phòng", &[2020])).collect()
    });
    let before = desk.dump();
    for other in &ids[1..] {
        let kept = desk.archive().honoree(*other).expect("there");
        desk.change("Gộp hồ sơ", |tx| tx.merge_honorees(ids[0], &[*other], &kept));
    }
    for other in &ids[1..] {
        desk.change("Tách hồ sơ", |tx| tx.unmerge_honoree(*other, &Belongings::default()));
    }
    assert_eq!(desk.dump(), before, "whoever is looked for by name is found as before");
    desk.assert_sound();
}

/// A merge or taking apart of two of five honorees.
#[derive(Debug, Clone, Copy)]
enum Step {
    Merge(usize, usize, bool),
    Apart(usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        3 => (0..5usize, 0..5usize, any::<bool>()).prop_map(|(a, b, take)| Step::Merge(a, b, take)),
        2 => (0..5usize).prop_map(Step::Apart),
    ];
    prop::collection::vec(step, 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    /// However honorees are merged, into whom, with whose data kept and taken apart in whatever order: when all are
    /// apart, every fact is as it was.
    #[test]
    fn merging_and_taking_apart_leaves_every_fact_as_it_was(steps in steps()) {
        let mut desk = Desk::new();
        let ids: Vec<HonoreeId> = desk.change("Nhập", |tx| {
            let names = ["Lê Thị Ánh", "LÊ THỊ ÁNH", "Lê Thị Ánh", "Lê Thị Anh", "Lê T. Ánh"];
            names.iter().enumerate().map(|(i, name)| somebody(tx, name, &format!("Phòng {i}"), &[2010 + i as i32])).collect()
        });
        let before = desk.dump();
        for step in steps {
            match step {
                Step::Merge(into, merged, take) => {
                    let (into, merged) = (ids[into], ids[merged]);
                    let archive = desk.archive();
                    let (Ok(one), Ok(other)) = (archive.honoree(into), archive.honoree(merged)) else { continue };
                    let _ = desk.try_change("Gộp hồ sơ", |tx| {
                        tx.merge_honorees(into, &[merged], if take { &other } else { &one })
                    });
                }
                Step::Apart(index) => {
                    let _ = desk.try_change("Tách hồ sơ", |tx| tx.unmerge_honoree(ids[index], &Belongings::default()));
                }
            }
        }
        // Whoever is within another comes out after it.
        for _ in 0..ids.len() {
            for id in &ids {
                let _ = desk.try_change("Tách hồ sơ", |tx| tx.unmerge_honoree(*id, &Belongings::default()));
            }
        }
        prop_assert_eq!(desk.dump(), before);
        desk.assert_sound();
    }
}
