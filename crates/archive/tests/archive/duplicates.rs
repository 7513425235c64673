//! Suggestions of likely duplicates: found with their reason, never merged, never asked again.

use super::*;
use commendation::{BirthLikeness, NameLikeness, PlaceLikeness};

fn who(name: &str, birth: Option<BirthDate>, unit: &str) -> Honoree {
    let unit = (!unit.is_empty()).then(|| unit.to_owned());
    Honoree { birth, unit, gender: None, position: None, ..person(name) }
}

fn add(desk: &mut Desk, all: &[Honoree]) -> Vec<HonoreeId> {
    desk.change("Thêm", |tx| all.iter().map(|honoree| tx.add_honoree(honoree)).collect())
}

fn suggested(desk: &mut Desk) -> Vec<(HonoreeId, HonoreeId)> {
    let page = desk.archive().duplicates(0, 100).expect("read");
    assert_eq!(page.next, None, "a small archive is one page");
    page.rows.iter().map(|duplicate| (duplicate.one.id, duplicate.other.id)).collect()
}

#[test]
fn likely_ones_come_with_their_reason_the_strongest_first() {
    let mut desk = Desk::new();
    let born = Some(BirthDate::full(date("1980-03-14")));
    let ids = add(
        &mut desk,
        &[
            who("Trần Quốc Hòa", born, "Văn phòng Sở"),
            who("TRẦN QUỐC HOÀ", born, "Thanh tra Sở"),
            who("Nguyễn Văn Sĩ", None, "Phòng Hộ tịch"),
            who("Nguyễn Văn Sỹ", None, "Phòng Hộ tịch"),
            who("Đặng Thị Nhàn", None, "Phòng Hộ tịch"),
            who("Đặng Thị Nhàng", None, "Phòng Hộ tịch"),
            who("Lý Quốc Bảo", Some(BirthDate::year(1970)), "A"),
            who("Lý Quốc Bảo", Some(BirthDate::year(1990)), "B"),
        ],
    );
    let page = desk.archive().duplicates(0, 100).expect("read");
    let told: Vec<_> = page
        .rows
        .iter()
        .map(|d| (d.one.id, d.other.id, d.likeness.name, d.likeness.birth, d.likeness.unit))
        .collect();
    assert_eq!(
        told,
        [
            (ids[0], ids[1], NameLikeness::Writing, BirthLikeness::Same, PlaceLikeness::Differs),
            (ids[2], ids[3], NameLikeness::IOrY, BirthLikeness::Unknown, PlaceLikeness::Same),
            (ids[4], ids[5], NameLikeness::OneLetter, BirthLikeness::Unknown, PlaceLikeness::Same),
        ],
        "born in other years is not the same person"
    );
    let of = desk.archive().duplicates_of(ids[1]).expect("there");
    assert_eq!(of.len(), 1, "and on the page of each");
    assert!(desk.archive().duplicates_of(ids[6]).expect("there").is_empty(), "of nobody else");
}

#[test]
fn what_the_officer_said_is_not_asked_again_not_even_after_a_merge() {
    let mut desk = Desk::new();
    let all = [
        who("Trần Quốc Hòa", None, "Văn phòng Sở"),
        who("Trần Quốc Hòa", None, "Thanh tra Sở"),
        who("Trần Quốc Hòa", None, "Phòng Hộ tịch"),
    ];
    let ids = add(&mut desk, &all);
    let (a, b, c) = (ids[0], ids[1], ids[2]);
    assert_eq!(suggested(&mut desk), [(a, b), (a, c), (b, c)], "all three may be one");
    desk.change("Không phải một người", |tx| tx.set_different(b, a, true));
    assert_eq!(suggested(&mut desk), [(a, c), (b, c)], "that is settled");
    desk.change("Gộp hồ sơ", |tx| tx.merge_honorees(c, &[b], &all[2]));
    assert_eq!(suggested(&mut desk), [], "b is within c now, and a is known not to be b");
    assert_eq!(desk.archive().different_from(a).expect("read"), [c], "told as the one that stays");
    desk.change("Hỏi lại", |tx| tx.set_different(a, c, false));
    assert_eq!(suggested(&mut desk), [(a, c)], "the officer may change her mind");
    desk.assert_sound();
}

#[test]
fn two_identity_numbers_are_two_people() {
    let mut desk = Desk::new();
    let ids = add(&mut desk, &[who("Trần Quốc Hòa", None, "A"), who("Trần Quốc Hòa", None, "A")]);
    desk.change("Ghi", |tx| tx.set_identity(ids[0], Some("072080001234")));
    assert_eq!(suggested(&mut desk).len(), 1, "one number says nothing yet");
    desk.change("Ghi", |tx| tx.set_identity(ids[1], Some("072080005678")));
    assert_eq!(suggested(&mut desk), [], "two do");
}

#[test]
fn a_renamed_unit_is_evidence() {
    let mut desk = Desk::new();
    let long_an = "Sở Tư pháp tỉnh Long An";
    let tay_ninh = "Sở Tư pháp tỉnh Tây Ninh";
    let mut all = vec![who("Nguyễn Thị Hương", None, long_an), who("Nguyễn Thị Hương", None, tay_ninh)];
    all.extend((0..8).map(|i| who("Nguyễn Thị Hương", None, &format!("Đơn vị {i}"))));
    let ids = add(&mut desk, &all);
    assert_eq!(suggested(&mut desk), [], "a common name in different units says nothing");
    desk.change("Sáp nhập", |tx| {
        let (from, to) = (tx.add_unit(long_an, None, "")?, tx.add_unit(tay_ninh, None, "")?);
        tx.succeed_units(&[from], &[to], date("2025-07-01"))
    });
    assert_eq!(suggested(&mut desk), [(ids[0], ids[1])], "but one unit became part of the other");
}

#[test]
fn the_list_comes_a_page_at_a_time_each_pair_once() {
    let mut desk = Desk::new();
    let names = ["An", "Bình", "Chi", "Dũng", "Giang", "Hạnh", "Khánh"];
    let all: Vec<Honoree> = names
        .iter()
        .flat_map(|name| {
            let who = who(&format!("Võ Thanh {name}"), Some(BirthDate::year(1985)), "Phòng Hộ tịch");
            [who.clone(), who]
        })
        .collect();
    add(&mut desk, &all);
    let (mut from, mut pairs) = (0, Vec::new());
    loop {
        let page = desk.archive().duplicates(from, 2).expect("read");
        pairs.extend(page.rows.iter().map(|d| (d.one.id, d.other.id)));
        match page.next {
            Some(next) => from = next,
            None => break,
        }
    }
    let distinct: std::collections::BTreeSet<_> = pairs.iter().collect();
    assert_eq!((pairs.len(), distinct.len()), (names.len(), names.len()), "every pair, and once");
}

#[test]
fn the_keys_follow_every_change() {
    let mut desk = Desk::new();
    let ids = add(&mut desk, &[who("Lê Văn Tám", None, "A"), who("Lê Văn Chín", None, "A")]);
    assert_eq!(suggested(&mut desk), [], "nothing alike");
    desk.change("Sửa", |tx| tx.edit_honoree(ids[1], &who("Lê Văn Tám", None, "A")));
    assert_eq!(suggested(&mut desk), [(ids[0], ids[1])], "renamed");
    desk.change("Sửa", |tx| tx.edit_honoree(ids[0], &who("Lê Bá", None, "A")));
    assert_eq!(suggested(&mut desk), [(ids[0], ids[1])], "the former name is a spelling still");
    desk.archive().undo(&stamp(2)).expect("possible");
    desk.archive().undo(&stamp(3)).expect("possible");
    assert_eq!(suggested(&mut desk), [], "undo takes the keys back too");
    desk.assert_sound();
}
