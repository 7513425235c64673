//! The built-in catalogue: what lists call awards, what they were called, and the money of REFERENCE tables.
#![allow(clippy::unwrap_used, reason = "a test may stop at what should not happen")]

use chrono::NaiveDate;
use commendation::{Authority, Catalogue, HonoreeType, Recognised};
use std::collections::BTreeSet;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn known(text: &str) -> String {
    match Catalogue::bundled().recognise(text, None, day("2025-12-01")) {
        Recognised::Known(kind) => kind.id.clone(),
        other => panic!("“{text}” should be known, got {other:?}"),
    }
}

#[test]
fn lists_call_awards_by_many_spellings() {
    let spellings = [
        ("Chiến sĩ thi đua cơ sở", "base-emulation-fighter"),
        ("Chiến sỹ thi đua cấp cơ sở", "base-emulation-fighter"),
        ("danh hiệu “Chiến sĩ thi đua cơ sở” năm 2025", "base-emulation-fighter"),
        ("CSTĐCS", "base-emulation-fighter"),
        ("CSTĐ CS", "base-emulation-fighter"),
        ("CSTĐ cơ sở", "base-emulation-fighter"),
        ("cstđcs", "base-emulation-fighter"),
        ("CHIẾN SĨ THI ĐUA CƠ SỞ", "base-emulation-fighter"),
        ("chien si thi dua co so", "base-emulation-fighter"),
        ("LĐTT", "advanced-labourer"),
        ("L.Đ.T.T", "advanced-labourer"),
        ("Lao động tiên tiến", "advanced-labourer"),
        ("LĐ tiên tiến", "advanced-labourer"),
        ("TTLĐTT", "advanced-labour-collective"),
        ("TT LĐTT", "advanced-labour-collective"),
        ("Tập thể lao động tiên tiến", "advanced-labour-collective"),
        ("Tập thể LĐTT", "advanced-labour-collective"),
        ("TTLĐXS", "excellent-labour-collective"),
        ("Tập thể lao động xuất sắc", "excellent-labour-collective"),
        ("Chiến sĩ thi đua cấp tỉnh", "provincial-emulation-fighter"),
        ("Chiến sĩ thi đua tỉnh Tây Ninh", "provincial-emulation-fighter"),
        ("CSTĐ tỉnh", "provincial-emulation-fighter"),
        ("CSTĐ toàn quốc", "national-emulation-fighter"),
        ("Giấy khen của Giám đốc Sở", "commendation-department-director"),
        ("Giấy khen của Giám đốc Sở Tư pháp", "commendation-department-director"),
        ("Giấy khen GĐ Sở", "commendation-department-director"),
        ("GK Sở", "commendation-department-director"),
        ("Giấy khen Sở Tư pháp", "commendation-department-director"),
        ("Bằng khen của Chủ tịch UBND tỉnh", "merit-province-chair"),
        ("Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", "merit-province-chair"),
        ("Bằng khen của Chủ tịch Uỷ ban nhân dân tỉnh Tây Ninh", "merit-province-chair"),
        ("BK UBND tỉnh", "merit-province-chair"),
        ("Bằng khen UBND tỉnh", "merit-province-chair"),
        ("BK CT UBND tỉnh", "merit-province-chair"),
        ("Bằng khen của Bộ trưởng Bộ Tư pháp", "merit-minister"),
        ("Bằng khen Bộ Tư pháp", "merit-minister"),
        ("Bằng khen của Thủ tướng Chính phủ", "merit-prime-minister"),
        ("Bằng khen của Thủ tướng", "merit-prime-minister"),
        ("BK TTg", "merit-prime-minister"),
        ("HCLĐ hạng Ba", "labour-order-3"),
        ("Huân chương Lao động hạng III", "labour-order-3"),
        ("Huân chương Lao động hạng 2", "labour-order-2"),
        ("Huân chương Lao động hạng I", "labour-order-1"),
        ("Cờ thi đua của Chính phủ", "flag-government"),
        ("Cờ thi đua của UBND tỉnh", "flag-province"),
        ("Cờ thi đua của Chủ tịch UBND tỉnh", "flag-province"),
        ("Cờ “Thi đua ngành Tư pháp”", "flag-justice-sector"),
        ("Kỉ niệm chương Vì sự nghiệp Tư pháp", "memorial-medal-minister"),
        ("Giấy khen của Chủ tịch UBND xã Tân Bình", "commendation-commune-chair"),
        ("Gia đình văn hoá", "cultured-family"),
    ];
    for (text, id) in spellings {
        assert_eq!(known(text), id, "“{text}” is how officers write it");
    }
}

#[test]
fn what_does_not_tell_is_said() {
    let catalogue = Catalogue::bundled();
    let date = day("2025-12-01");
    for text in
        ["Bằng khen", "Chiến sĩ thi đua", "CSTĐ", "Huân chương Lao động", "Cờ thi đua", "Kỷ niệm chương"]
    {
        let found = catalogue.recognise(text, None, date);
        assert!(
            matches!(&found, Recognised::Ambiguous(kinds) if kinds.len() > 1),
            "“{text}” fits several: {found:?}"
        );
        assert!(found.kind().is_none(), "“{text}” must not be decided for the officer");
    }
    for text in [
        "",
        "  ",
        "Khen",
        "xuất sắc",
        "Giải thưởng sáng tạo trẻ",
        "x",
        "Lao động giỏi",
        "CSTĐCS và Giấy khen",
    ] {
        let found = catalogue.recognise(text, None, date);
        assert!(found.kind().is_none(), "“{text}” is no award of the catalogue: {found:?}");
    }
}

#[test]
fn a_bare_certificate_is_that_of_the_agency_and_the_answer_says_so() {
    let catalogue = Catalogue::bundled();
    let date = day("2025-12-01");
    let found = catalogue.recognise("Giấy khen", None, date);
    assert!(
        matches!(&found, Recognised::Assumed(k) if k.id == "commendation-department-director"),
        "{found:?}"
    );
    let found = catalogue.recognise_for("Giấy khen", None, date, Authority::CommuneChair);
    assert!(matches!(&found, Recognised::Assumed(k) if k.id == "commendation-commune-chair"), "{found:?}");
    let found = catalogue.recognise_for("Bằng khen", None, date, Authority::ProvinceChair);
    assert!(matches!(&found, Recognised::Assumed(k) if k.id == "merit-province-chair"), "{found:?}");
}

#[test]
fn an_old_award_keeps_the_name_of_its_time() {
    let catalogue = Catalogue::bundled();
    let then = catalogue.kind_at("labour-order-2", day("2018-05-01")).unwrap();
    assert_eq!(then.name, "Huân chương Lao động hạng nhì", "the 2003 law wrote ranks with a small letter");
    let now = catalogue.kind("labour-order-2").unwrap();
    assert_eq!(now.name, "Huân chương Lao động hạng Nhì");
    let old = catalogue.recognise("Huân chương Lao động hạng nhì", None, day("2018-05-01"));
    assert_eq!(old.kind().unwrap().name, "Huân chương Lao động hạng nhì");
}

#[test]
fn spans_of_a_kind_follow_each_other_and_ids_share_their_facts() {
    let catalogue = Catalogue::bundled();
    let ids: BTreeSet<&str> = catalogue.kinds.iter().map(|k| k.id.as_str()).collect();
    for id in ids {
        let spans: Vec<_> = catalogue.kinds.iter().filter(|k| k.id == id).collect();
        for pair in spans.windows(2) {
            let gap = pair[0].valid_to.and_then(|d| d.succ_opt());
            assert_eq!(
                gap,
                Some(pair[1].valid_from),
                "{id}: spans must follow each other without gap or overlap"
            );
        }
        assert_eq!(spans.last().unwrap().valid_to, None, "{id} is still in force");
        for span in spans {
            assert!(!span.article.is_empty(), "{id} names its article");
            for (honoree_type, _) in &span.prize_thousandths {
                assert!(
                    span.suits(*honoree_type),
                    "{id} has a prize for {honoree_type:?} who may not receive it"
                );
            }
        }
    }
    for id in [
        "base-emulation-fighter",
        "advanced-labourer",
        "advanced-labour-collective",
        "excellent-labour-collective",
        "provincial-emulation-fighter",
        "commendation-department-director",
        "merit-province-chair",
        "merit-minister",
        "merit-prime-minister",
        "labour-order-1",
        "labour-order-2",
        "labour-order-3",
        "flag-government",
        "flag-province",
        "flag-justice-sector",
    ] {
        assert!(catalogue.kind(id).is_some(), "other parts of the program use “{id}”");
    }
    assert!(
        catalogue.kind("flag-justice-sector").unwrap().unverified,
        "its name rests on a secondary source"
    );
}

#[test]
fn every_name_in_force_is_recognised_as_itself() {
    let catalogue = Catalogue::bundled();
    for date in ["2015-06-01", "2020-06-15", "2024-06-01", "2025-12-01", "2026-08-01"].map(day) {
        let kinds = catalogue.in_force(date);
        let ids: BTreeSet<_> = kinds.iter().map(|k| &k.id).collect();
        assert_eq!(ids.len(), kinds.len(), "on {date} each kind is there once");
        for kind in kinds {
            for text in [&kind.name, &kind.short].into_iter().chain(&kind.aliases) {
                let found = catalogue.recognise(text, None, date);
                assert_eq!(found.kind().map(|k| &k.id), Some(&kind.id), "“{text}” on {date}: {found:?}");
            }
        }
    }
}

#[test]
fn prizes_are_those_of_the_reference_table() {
    use HonoreeType::{Collective, Household, Individual};
    let catalogue = Catalogue::bundled();
    // Decree 152/2025, articles 50 to 54; base salary on the day of the decision, rounded up to 10.000 đồng.
    let table = [
        ("advanced-labourer", Individual, 710_000, 760_000),
        ("commendation-department-director", Individual, 710_000, 760_000),
        ("commendation-department-director", Household, 1_060_000, 1_140_000),
        ("commendation-department-director", Collective, 1_410_000, 1_520_000),
        ("advanced-labour-collective", Collective, 1_880_000, 2_030_000),
        ("base-emulation-fighter", Individual, 2_340_000, 2_530_000),
        ("excellent-labour-collective", Collective, 3_510_000, 3_800_000),
        ("merit-province-chair", Individual, 3_510_000, 3_800_000),
        ("merit-province-chair", Household, 5_270_000, 5_700_000),
        ("provincial-emulation-fighter", Individual, 7_020_000, 7_590_000),
        ("merit-prime-minister", Individual, 8_190_000, 8_860_000),
        ("merit-prime-minister", Collective, 16_380_000, 17_710_000),
        ("flag-province", Collective, 18_720_000, 20_240_000),
        ("flag-government", Collective, 28_080_000, 30_360_000),
        ("labour-order-2", Collective, 35_100_000, 37_950_000),
    ];
    for (id, honoree, before, after) in table {
        assert_eq!(catalogue.prize(id, honoree, day("2025-12-31")), Some(before), "{id} by 2.340.000");
        assert_eq!(
            catalogue.prize(id, honoree, day("2026-06-30")),
            Some(before),
            "{id} on the last day of 2.340.000"
        );
        assert_eq!(catalogue.prize(id, honoree, day("2026-07-01")), Some(after), "{id} by 2.530.000");
    }
    assert_eq!(
        catalogue.prize("advanced-labourer", Collective, day("2025-12-31")),
        None,
        "not for collectives"
    );
    assert_eq!(
        catalogue.prize("merit-province-chair", Individual, day("2018-01-01")),
        None,
        "the multiplier of Decree 91/2017 is known from memory only, so no number is given"
    );
    assert_eq!(
        catalogue.prize("memorial-medal-minister", Individual, day("2025-12-31")),
        None,
        "only a ceiling is set"
    );
    assert_eq!(catalogue.base_salary(day("2024-06-30")).unwrap().amount, 1_800_000);
    assert_eq!(catalogue.base_salary(day("2010-01-01")), None, "nothing on record that far back");
}
