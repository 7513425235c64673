//! The order of lists and the findings about nominations.
#![allow(clippy::unwrap_used, reason = "a test may stop at what should not happen")]

use chrono::NaiveDate;
use commendation::{
    Catalogue, Gender, Honoree, HonoreeType, Nomination, NominationState, check_gender, check_nomination,
    check_round, list_place,
};

fn date() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 12, 15).unwrap()
}

fn nomination(honoree_type: HonoreeType, name: &str, kind: &str) -> Nomination {
    Nomination {
        honoree: Honoree {
            honoree_type,
            name: name.to_owned(),
            gender: None,
            birth: None,
            position: None,
            unit: None,
        },
        kind: (!kind.is_empty()).then(|| kind.to_owned()),
        kind_as_written: String::new(),
        achievement: String::new(),
        state: NominationState::Pending,
    }
}

#[test]
fn lists_are_in_the_order_of_the_decree() {
    use HonoreeType::{Collective, Household, Individual};
    // Decree 152/2025, article 29.5: authority, titles before forms, collectives, households, individuals; then rank
    // and given name.
    let expected = [
        nomination(Collective, "Sở Tư pháp", "labour-order-2"),
        nomination(Individual, "Lê Văn Z", "labour-order-2"),
        nomination(Individual, "Lê Văn A", "labour-order-3"),
        nomination(Individual, "Nguyễn Văn A", "provincial-emulation-fighter"),
        nomination(Collective, "Văn phòng Sở", "merit-province-chair"),
        nomination(Individual, "Nguyễn Thị An", "merit-province-chair"),
        nomination(Individual, "Nguyễn Văn An", "merit-province-chair"),
        nomination(Individual, "Lê Thị Ánh", "merit-province-chair"),
        nomination(Collective, "Phòng Công chứng số 1", "advanced-labour-collective"),
        nomination(Individual, "Trần Văn B", "base-emulation-fighter"),
        nomination(Individual, "Trần Văn A", "advanced-labourer"),
        nomination(Collective, "Văn phòng Sở", "commendation-department-director"),
        nomination(Household, "Hộ ông Nguyễn Văn C", "commendation-department-director"),
        nomination(Individual, "Trần Văn A", "commendation-department-director"),
        nomination(Individual, "Trần Văn A", ""),
    ];
    let mut list = expected.to_vec();
    list.reverse();
    list.sort_by_cached_key(|one| {
        list_place(Catalogue::bundled(), date(), &one.honoree, one.kind.as_deref())
    });
    for (place, (read, expected)) in list.iter().zip(&expected).enumerate() {
        assert_eq!(
            (&read.honoree.name, &read.kind),
            (&expected.honoree.name, &expected.kind),
            "place {place}"
        );
    }
}

fn codes(nomination: &Nomination, date: NaiveDate) -> Vec<&'static str> {
    check_nomination(Catalogue::bundled(), nomination, date).iter().map(|f| f.code).collect()
}

#[test]
fn findings_about_one_nomination() {
    use HonoreeType::{Collective, Individual};
    assert!(codes(&nomination(Individual, "Trần Văn A", "advanced-labourer"), date()).is_empty());
    let wrong = nomination(Collective, "Văn phòng Sở", "advanced-labourer");
    let findings = check_nomination(Catalogue::bundled(), &wrong, date());
    assert_eq!(findings[0].code, "award-not-for-honoree-type");
    assert!(findings[0].message.contains("Tập thể lao động tiên tiến"), "{}", findings[0].message);
    assert!(findings[0].article.contains("Điều 24"), "advice names its article: {}", findings[0].article);
    let early = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap();
    assert_eq!(
        codes(&nomination(Individual, "Trần Văn A", "advanced-labourer"), early),
        ["before-catalogue"],
        "of the law before the catalogue's first day nothing is said"
    );
    assert_eq!(
        codes(&nomination(Individual, "Trần Văn A", "no-such-kind"), date()),
        ["award-not-in-catalogue"]
    );
    assert_eq!(codes(&nomination(Individual, "Trần Văn A", ""), date()), ["award-not-known"]);
}

#[test]
fn a_form_of_address_may_contradict_the_gender() {
    assert_eq!(check_gender(Gender::Male, Gender::Male), None);
    let finding = check_gender(Gender::Male, Gender::Female).unwrap();
    assert_eq!(finding.message, "Ghi “Ông” nhưng giới tính ghi “Nữ”.");
}

#[test]
fn a_second_nomination_for_the_same_award_is_found() {
    use HonoreeType::Individual;
    let round = [
        nomination(Individual, "Trần Thị Hòa", "advanced-labourer"),
        nomination(Individual, "Trần Thị Hoa", "advanced-labourer"),
        nomination(Individual, "Trần Thị Hoà", "advanced-labourer"),
        nomination(Individual, "Trần Thị Hòa", "base-emulation-fighter"),
    ];
    let findings = check_round(Catalogue::bundled(), &round, date());
    let read: Vec<(usize, &str)> = findings.iter().map(|(place, f)| (*place, f.code)).collect();
    assert_eq!(read, [(2, "nominated-twice")], "another given name and another award are no repetition");
}
