//! Old encodings: what is converted, and what must be left alone.
#![allow(clippy::unwrap_used, reason = "a test may stop at what should not happen")]

mod common;

use common::{nominations, options};
use exchange::{
    Cell, FontHint, LegacyEncoding, NominationList, Row, Sheet, Value, convert, detect, recognise_list,
};

fn sheet(rows: &[(&[&str], FontHint)]) -> Sheet {
    let rows = (0..).zip(rows).map(|(index, (texts, font))| {
        let cells = (0..).zip(*texts).filter(|(_, t)| !t.is_empty());
        let cells =
            cells.map(|(column, t)| Cell { column, value: Value::Text((*t).to_owned()), font: *font });
        Row { index, cells: cells.collect() }
    });
    Sheet { name: "S".to_owned(), rows: rows.collect(), ..Sheet::default() }
}

fn read(rows: &[(&[&str], FontHint)]) -> NominationList {
    recognise_list(&sheet(rows), &options()).unwrap()
}

#[test]
fn all_letters_are_converted_both_ways_of_reading_the_table() {
    let table = include_str!("../data/encodings.tsv");
    let mut letters = 0;
    for line in table.lines().skip(1) {
        let fields: Vec<&str> = line.split('\t').collect();
        let bytes = |hex: &str| -> String {
            hex.split(' ').map(|h| char::from(u8::from_str_radix(h, 16).unwrap())).collect()
        };
        assert_eq!(convert(&bytes(fields[4]), LegacyEncoding::Vni), fields[1], "VNI {}", fields[0]);
        let tcvn3 = convert(&bytes(fields[2]), LegacyEncoding::Tcvn3);
        assert_eq!(
            tcvn3.to_lowercase(),
            fields[1].to_lowercase(),
            "TCVN3 {}: capitals with tones share a byte",
            fields[0]
        );
        letters += 1;
    }
    assert_eq!(letters, 134, "every Vietnamese letter beyond ASCII");
}

#[test]
fn good_unicode_is_never_converted() {
    for texts in [
        &["Hoàng Lê Hà", "Tô Hoài", "Lê Cát Trọng Lý", "Phòng Công chứng số 1"][..],
        &["Hà", "Lê", "Hoàn", "Toàn"],
        &["Café Noël", "São Paulo", "naïve", "Ångström"],
        &["", "ABC", "123"],
    ] {
        assert_eq!(detect(texts.iter().copied()), None, "{texts:?}");
    }
    // Good Unicode in an old font, as when text was pasted into an old sheet.
    for font in [FontHint::Vni, FontHint::Tcvn3, FontHint::Tcvn3Capitals] {
        let list = read(&[
            (&["STT", "Họ và tên", "Danh hiệu"], font),
            (&["1", "Ông Hoàng Lê Hà", "Lao động tiên tiến"], font),
        ]);
        assert_eq!(list.converted_from, None, "{font:?}");
        assert_eq!(nominations(&list)[0].honoree.as_ref().unwrap().name, "Hoàng Lê Hà", "{font:?}");
    }
}

#[test]
fn a_unicode_letterhead_stays_over_an_old_list() {
    let list = read(&[
        (&["SỞ TƯ PHÁP", "", "Lê Hà"], FontHint::None),
        (&["STT", "Hoï vaø teân", "Danh hieäu"], FontHint::Vni),
        (&["1", "OÂng Nguyeãn Vaên Aùnh", "Lao ñoäng tieân tieán"], FontHint::Vni),
        (&["2", "Ông Hoàng Lê Hà", "LĐTT"], FontHint::None),
    ]);
    assert_eq!(list.converted_from, Some(LegacyEncoding::Vni));
    assert_eq!(list.rows[0].cells, ["SỞ TƯ PHÁP", "", "Lê Hà"], "cells in another font are not old text");
    let names: Vec<&str> =
        nominations(&list).iter().map(|r| r.honoree.as_ref().unwrap().name.as_str()).collect();
    assert_eq!(names, ["Nguyễn Văn Ánh", "Hoàng Lê Hà"], "a mark of the other case is understood too");
}

#[test]
fn fonts_of_capitals_and_lost_capitals() {
    let list = read(&[
        (&["stt", "hä vµ tªn", "danh hiÖu"], FontHint::Tcvn3Capitals),
        (&["1", "nguyÔn v¨n ©n", "lao ®éng tiªn tiÕn"], FontHint::Tcvn3Capitals),
        (&["2", "TrÇn thÞ ¸nh", "Lao ®éng tiªn tiÕn"], FontHint::Tcvn3),
        (&["3", "PH¹M V¡N TUÊN", "L§TT"], FontHint::Tcvn3),
    ]);
    let names: Vec<&str> =
        nominations(&list).iter().map(|r| r.honoree.as_ref().unwrap().name.as_str()).collect();
    assert_eq!(
        names,
        ["Nguyễn Văn Ân", "Trần thị Ánh", "Phạm Văn Tuấn"],
        "what was typed in small letters stays so"
    );
    assert!(
        list.problems.iter().any(|p| p.code == "converted-from-legacy"),
        "the officer is told, with an example"
    );
}

#[test]
fn the_officer_may_say_that_nothing_is_to_be_converted() {
    let rows: &[(&[&str], FontHint)] =
        &[(&["Họ và tên", "Danh hiệu"], FontHint::None), (&["Ông Hoaøng Vaên A", "LĐTT"], FontHint::Vni)];
    let mut told = options();
    told.encoding = Some(None);
    let list = recognise_list(&sheet(rows), &told).unwrap();
    assert_eq!(list.converted_from, None);
    assert_eq!(nominations(&list)[0].honoree.as_ref().unwrap().name, "Hoaøng Vaên A");
}
