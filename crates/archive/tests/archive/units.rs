//! Units under their dated names: mergers, splits, texts as they were written.

use super::*;

const LONG_AN: &str = "Sở Tư pháp tỉnh Long An";
const TAY_NINH: &str = "Sở Tư pháp tỉnh Tây Ninh";

fn of(name: &str, unit: &str) -> Honoree {
    Honoree { unit: Some(unit.into()), ..person(name) }
}

fn awarded(tx: &Tx<'_>, name: &str, unit: &str, year: i32) -> Result<HonoreeId> {
    let id = tx.add_honoree(&of(name, unit))?;
    tx.add_award(&award(id, of(name, unit), &format!("{year}/QĐ"), year))?;
    Ok(id)
}

/// Long An became part of Tây Ninh on 1/7/2025.
fn merged(desk: &mut Desk) -> (UnitId, UnitId) {
    desk.change("Sáp nhập", |tx| {
        awarded(tx, "Lê Thị Ba", LONG_AN, 2019)?;
        awarded(tx, "Trần Văn An", TAY_NINH, 2020)?;
        awarded(tx, "Võ Thị Tư", TAY_NINH, 2026)?;
        tx.add_honoree(&collective(LONG_AN))?;
        let (from, to) = (tx.add_unit(LONG_AN, None, "")?, tx.add_unit(TAY_NINH, None, "")?);
        tx.succeed_units(&[from], &[to], date("2025-07-01"))?;
        Ok((from, to))
    })
}

#[test]
fn a_unit_has_what_was_awarded_under_all_its_names_and_those_before_it() {
    let mut desk = Desk::new();
    let (long_an, tay_ninh) = merged(&mut desk);
    let page = desk.archive().unit(tay_ninh).expect("there");
    let periods: Vec<_> = page.periods.iter().map(|p| (p.text.as_str(), p.unit, p.years, p.awards)).collect();
    assert_eq!(
        periods,
        [(LONG_AN, long_an, Some((2019, 2019)), 1), (TAY_NINH, tay_ninh, Some((2020, 2026)), 2)],
        "under the names of their time"
    );
    let awards = desk.archive().unit_awards(tay_ninh, 0, 10).expect("there");
    let units: Vec<_> = awards.rows.iter().map(|a| a.award.honoree.unit.as_deref()).collect();
    assert_eq!(
        (awards.total, units),
        (3, vec![Some(TAY_NINH), Some(TAY_NINH), Some(LONG_AN)]),
        "newest first"
    );
    assert_eq!(desk.archive().unit_awards(tay_ninh, 2, 10).expect("there").rows.len(), 1, "by pages");
    let people = desk.archive().unit_honorees(tay_ninh, 0, 10).expect("there");
    assert_eq!(people.total, 3, "and the people of both");
    assert_eq!(
        desk.archive().unit_collectives(tay_ninh).expect("there").len(),
        1,
        "and the unit itself as honoree"
    );
    let before = desk.archive().unit(long_an).expect("there");
    assert_eq!(before.after[0].unit, tay_ninh, "what is no more leads to what followed");
    assert_eq!(before.names[0].to, Some(date("2025-07-01")), "until when it was");
    let texts = desk.archive().unit_texts("sở tư pháp tỉnh tây ninh", None).expect("read");
    assert_eq!(texts, [LONG_AN, TAY_NINH], "a search for the present unit looks for both");
    desk.assert_sound();
}

#[test]
fn a_renamed_unit_is_offered_under_its_present_name_and_found_under_the_old_one() {
    let mut desk = Desk::new();
    let unit = desk.change("Đổi tên", |tx| {
        awarded(tx, "Lê Thị Ba", "Phòng Hành chính tư pháp", 2015)?;
        let unit = tx.add_unit("Phòng Hành chính tư pháp", None, "")?;
        tx.rename_unit(unit, "Phòng Hành chính và Bổ trợ tư pháp", date("2020-01-01"))?;
        Ok(unit)
    });
    let archive = desk.archive();
    let offered = archive.offered_units("hành chính", 5).expect("read");
    assert_eq!(offered, ["Phòng Hành chính và Bổ trợ tư pháp"], "what it is called now");
    let named = |text: &str, day| archive.unit_named(text, day).expect("read");
    assert_eq!(named("PHÒNG HÀNH CHÍNH TƯ PHÁP", Some(date("2015-05-05"))), Some(unit), "then");
    assert_eq!(named("Phòng Hành chính và Bổ trợ tư pháp", None), Some(unit), "now");
    assert_eq!(archive.unit_awards(unit, 0, 10).expect("there").total, 1, "old records are its own");
    let late = desk.try_change("Đổi tên", |tx| tx.rename_unit(unit, "X", date("2019-01-01")));
    assert_eq!(late.map_err(|e| e.code()).err(), Some("refused"), "not before its present name began");
}

#[test]
fn a_name_that_two_units_had_is_told_by_the_day() {
    let mut desk = Desk::new();
    let (old, new) = desk.change("Lập lại", |tx| {
        awarded(tx, "Lê Thị Ba", TAY_NINH, 2020)?;
        awarded(tx, "Trần Văn An", TAY_NINH, 2026)?;
        let old = tx.add_unit(TAY_NINH, None, "")?;
        let other = tx.add_unit(LONG_AN, None, "")?;
        let begun = date("2025-07-01");
        let name = tx.unit(old)?.names[0].clone();
        tx.edit_unit_name(&UnitName { to: Some(begun), ..name })?;
        let new = tx.add_unit(TAY_NINH, Some(begun), "Hợp nhất Long An và Tây Ninh")?;
        tx.succeed_units(&[old, other], &[new], begun)?;
        Ok((old, new))
    });
    let archive = desk.archive();
    let named = |day| archive.unit_named(TAY_NINH, Some(date(day))).expect("read");
    assert_eq!((named("2025-06-30"), named("2025-07-01")), (Some(old), Some(new)), "to the day");
    assert_eq!(archive.unit_awards(old, 0, 10).expect("there").total, 1, "the old one has its own only");
    assert_eq!(archive.unit_awards(new, 0, 10).expect("there").total, 2, "the new one what came before too");
}

#[test]
fn a_split_leaves_the_past_with_both() {
    let mut desk = Desk::new();
    let (whole, one, other) = desk.change("Chia tách", |tx| {
        awarded(tx, "Lê Thị Ba", "Phòng Tổng hợp", 2018)?;
        let whole = tx.add_unit("Phòng Tổng hợp", None, "")?;
        let (one, other) = (tx.add_unit("Phòng Một", None, "")?, tx.add_unit("Phòng Hai", None, "")?);
        tx.succeed_units(&[whole], &[one, other], date("2021-01-01"))?;
        Ok((whole, one, other))
    });
    for unit in [whole, one, other] {
        assert_eq!(desk.archive().unit_awards(unit, 0, 10).expect("there").total, 1, "{unit}");
    }
    let offered = desk.archive().offered_units("tổng hợp", 5).expect("read");
    assert_eq!(offered, ["Phòng Hai", "Phòng Một"], "who types the old name is offered what followed");
    let circle = desk.try_change("Sáp nhập", |tx| tx.succeed_units(&[one], &[whole], date("2022-01-01")));
    assert!(circle.is_err(), "nothing comes before itself");
}

#[test]
fn unknown_texts_are_listed_until_the_officer_says_what_they_mean() {
    let mut desk = Desk::new();
    desk.change("Nhập", |tx| {
        awarded(tx, "Lê Thị Ba", "VP Sở", 2020)?;
        awarded(tx, "Trần Văn An", "Văn phòng Sở", 2021).map(drop)
    });
    let unknown = |desk: &mut Desk| {
        let page = desk.archive().unknown_units("", 0, 10).expect("read");
        page.rows.into_iter().map(|text| (text.text, text.uses)).collect::<Vec<_>>()
    };
    assert_eq!(
        unknown(&mut desk),
        [("VP Sở".into(), 2), ("Văn phòng Sở".into(), 2)],
        "with how often they occur"
    );
    let unit = desk.change("Thêm đơn vị", |tx| tx.add_unit("Văn phòng Sở", None, ""));
    assert_eq!(unknown(&mut desk), [("VP Sở".into(), 2)], "one is known");
    desk.change("Đưa vào đơn vị", |tx| tx.put_unit_text(unit, "VP Sở"));
    assert_eq!(unknown(&mut desk), [], "and the other is another writing of it");
    assert_eq!(desk.archive().unit_awards(unit, 0, 10).expect("there").total, 2, "both count");
    let taken = desk.try_change("Thêm đơn vị", |tx| tx.add_unit("vp sở", None, ""));
    assert!(taken.expect_err("means another").to_string().contains("Văn phòng Sở"), "says whose it is");
    let kept: Vec<_> = desk.archive().unit_awards(unit, 0, 10).expect("there").rows;
    assert_eq!(kept[1].award.honoree.unit.as_deref(), Some("VP Sở"), "records keep their own words");
    desk.archive().undo(&stamp(2)).expect("possible");
    assert_eq!(unknown(&mut desk).len(), 1, "undone like anything else");
    desk.assert_sound();
}
