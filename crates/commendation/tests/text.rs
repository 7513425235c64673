//! Vietnamese text: one form, search keys, capitals, titles, the order of names.
#![allow(clippy::unwrap_used, reason = "a test may stop at what should not happen")]

use commendation::text::{
    clean, collective_case, compare_words, fold, name_case, name_key, opens_as_collective, same_spelling,
    split_title, words_key,
};
use commendation::{BirthDate, BirthError, Gender};
use proptest::prelude::*;

#[test]
fn every_unicode_form_becomes_one() {
    let composed = "Nguyễn Thị Hoài";
    assert_eq!(clean("Nguye\u{302}\u{303}n Thi\u{323} Hoa\u{300}i"), composed, "decomposed, as on a Mac");
    assert_eq!(clean("Nguyê\u{303}n Thị Hoài"), composed, "half composed, as old key programs type");
    assert_eq!(
        clean(" Nguyễn\u{a0} Thị\n\tHoài\u{200b} \u{feff}"),
        composed,
        "blanks and signs without width go"
    );
}

#[test]
fn search_ignores_marks_tone_places_hyphens_and_quotes() {
    assert_eq!(fold("Hòa"), fold("hoà"));
    assert_eq!(fold("ĐẶNG THỊ THUỶ"), "dang thi thuy");
    assert_eq!(fold("Thi đua – khen thưởng"), fold("thi đua - khen thưởng"));
    assert_eq!(fold("Cờ “Thi đua”"), fold("co \"thi dua\""));
    assert_eq!(fold("Ðặng"), "dang", "the Icelandic letter is typed for Đ");
}

#[test]
fn the_same_spelling_keeps_letters_and_forgives_tone_places() {
    assert_eq!(same_spelling("Hòa"), same_spelling("HOÀ"));
    assert_eq!(same_spelling("thủy"), same_spelling("thuỷ"));
    assert_ne!(same_spelling("Hoa"), same_spelling("Hòa"), "two people");
    assert_ne!(same_spelling("Dung"), same_spelling("Dũng"));
    assert_ne!(same_spelling("Đào"), same_spelling("Dao"));
}

#[test]
fn capitals_are_restored_syllable_by_syllable() {
    assert_eq!(name_case("LÊ THANH PHƯỢNG"), "Lê Thanh Phượng");
    assert_eq!(name_case("ĐỖ THỊ ÁNH TUYẾT"), "Đỗ Thị Ánh Tuyết");
    assert_eq!(name_case("H'HEN NIÊ"), "H'Hen Niê");
    assert_eq!(name_case("Y-BHĂM ÊBAN"), "Y-Bhăm Êban");
    assert_eq!(name_case("nguyễn văn a"), "Nguyễn Văn A");
    assert_eq!(name_case("Nguyễn Thị MINH"), "Nguyễn Thị MINH", "a mixed name was typed so on purpose");
}

#[test]
fn names_of_collectives_in_capitals() {
    let pairs = [
        ("PHÒNG CÔNG CHỨNG SỐ 1", "Phòng Công chứng số 1"),
        ("VĂN PHÒNG SỞ", "Văn phòng Sở"),
        ("THANH TRA SỞ", "Thanh tra Sở"),
        ("TRUNG TÂM TRỢ GIÚP PHÁP LÝ NHÀ NƯỚC", "Trung tâm Trợ giúp pháp lý nhà nước"),
        ("PHÒNG PHỔ BIẾN, GIÁO DỤC PHÁP LUẬT", "Phòng Phổ biến, giáo dục pháp luật"),
        ("PHÒNG HÀNH CHÍNH TƯ PHÁP VÀ BỔ TRỢ TƯ PHÁP", "Phòng Hành chính tư pháp và Bổ trợ tư pháp"),
        ("UBND XÃ TÂN BÌNH", "UBND xã Tân Bình"),
        ("SỞ TƯ PHÁP TỈNH TÂY NINH", "Sở Tư pháp tỉnh Tây Ninh"),
    ];
    for (capitals, expected) in pairs {
        assert_eq!(collective_case(capitals), expected);
        assert_eq!(collective_case(expected), expected, "what is mixed already stays");
        assert!(opens_as_collective(expected), "{expected}");
    }
    for person in ["Đoàn Văn Hậu", "Trương Thị Mai", "Nguyễn Văn Phòng", "Ngô Ban"] {
        assert!(!opens_as_collective(person), "{person} is a person");
    }
}

#[test]
fn titles_are_split_off_and_tell_gender() {
    let split = |name: &str| {
        let titled = split_title(name);
        (titled.title, titled.name, titled.gender)
    };
    let of = |title: &str, name: &str, gender| (title.to_owned(), name.to_owned(), gender);
    assert_eq!(split("Ông Bùi Thùy Nhân"), of("Ông", "Bùi Thùy Nhân", Some(Gender::Male)));
    assert_eq!(split("BÀ LÊ THỊ A"), of("BÀ", "LÊ THỊ A", Some(Gender::Female)));
    assert_eq!(split("Đ/c Nguyễn Văn B"), of("Đ/c", "Nguyễn Văn B", None));
    assert_eq!(split("Đồng chí ThS. Nguyễn Văn B"), of("Đồng chí ThS.", "Nguyễn Văn B", None));
    assert_eq!(split("PGS.TS. Trần C D"), of("PGS.TS.", "Trần C D", None));
    assert_eq!(split("Nguyễn Văn Ông"), of("", "Nguyễn Văn Ông", None));
    assert_eq!(split("Bà Huyện"), of("", "Bà Huyện", None), "one word is no name to split a title from");
    assert_eq!(split("Ôngg Văn A"), of("", "Ôngg Văn A", None));
    assert_eq!(split("Tsering Văn A"), of("", "Tsering Văn A", None), "a title ends where its word ends");
}

#[test]
fn names_are_ordered_by_given_then_middle_then_family_name() {
    let mut names = vec![
        "Nguyễn Văn Dũng",
        "Trần Văn Đạt",
        "Lê Thị Ánh",
        "Nguyễn Thị An",
        "Lê Văn An",
        "Phạm Hữu Ân",
        "Nguyễn Văn An",
        "Ông Đỗ Văn Bình",
        "Hà",
    ];
    names.sort_by_cached_key(|name| name_key(name));
    assert_eq!(
        names,
        [
            "Nguyễn Thị An",
            "Lê Văn An",
            "Nguyễn Văn An",
            "Lê Thị Ánh",
            "Phạm Hữu Ân",
            "Ông Đỗ Văn Bình",
            "Nguyễn Văn Dũng",
            "Trần Văn Đạt",
            "Hà",
        ]
    );
}

#[test]
fn words_follow_the_vietnamese_alphabet_and_tones() {
    let mut words =
        vec!["đa", "da", "ô", "ơ", "o", "â", "ă", "a", "ư", "u", "Hưng", "Hải", "ang", "anh", "ê", "e"];
    words.sort_by(|a, b| compare_words(a, b));
    assert_eq!(
        words,
        ["a", "ang", "anh", "ă", "â", "da", "đa", "e", "ê", "Hải", "Hưng", "o", "ô", "ơ", "u", "ư"]
    );
    let mut tones = vec!["mạ", "má", "mã", "mả", "mà", "ma"];
    tones.sort_by(|a, b| compare_words(a, b));
    assert_eq!(tones, ["ma", "mà", "mả", "mã", "má", "mạ"], "ngang, huyền, hỏi, ngã, sắc, nặng");
}

#[test]
fn birth_dates_as_they_are_written() {
    let read = |text: &str| BirthDate::parse(text).map(|b| b.to_string());
    for (written, shown) in [
        ("15/02/1971", "15/02/1971"),
        ("3/12/1990", "03/12/1990"),
        ("18.3.1986", "18/03/1986"),
        ("18-3-1986", "18/03/1986"),
        ("18 / 3 / 1986", "18/03/1986"),
        ("02/1971", "02/1971"),
        ("1990", "1990"),
        (" 1990 ", "1990"),
        ("1986-03-18", "18/03/1986"),
        ("29/02/2000", "29/02/2000"),
    ] {
        assert_eq!(read(written), Ok(shown.to_owned()), "{written}");
    }
    for (written, error) in [
        ("31/02/1980", BirthError::NoSuchDay),
        ("29/02/1999", BirthError::NoSuchDay),
        ("0/5/1980", BirthError::NoSuchDay),
        ("15/13/1980", BirthError::NoSuchMonth),
        ("13/1980", BirthError::NoSuchMonth),
        ("05/05/75", BirthError::TwoDigitYear),
        ("75", BirthError::TwoDigitYear),
        ("1/1/1880", BirthError::TooEarly),
        ("1/1/2980", BirthError::Future),
        ("", BirthError::Form),
        ("abc", BirthError::Form),
        ("1/2/3/1990", BirthError::Form),
        ("12345", BirthError::Form),
        ("1/1/199", BirthError::Form),
        ("-1990", BirthError::Form),
        ("１９９０", BirthError::Form),
    ] {
        assert_eq!(read(written), Err(error), "“{written}”");
    }
    let today = "2025-12-15".parse().unwrap();
    assert_eq!(BirthDate::parse("16/12/2025").unwrap().not_after(today), Err(BirthError::Future));
    assert!(BirthDate::parse("2025").unwrap().not_after(today).is_ok());
    assert_eq!(BirthDate::parse("16/12/1975").unwrap().age(today), 49, "the birthday is tomorrow");
}

proptest! {
    #[test]
    fn any_text_is_taken(text in "\\PC{0,40}", other in "\\PC{0,40}") {
        let _ = (BirthDate::parse(&text), split_title(&text), name_case(&text), collective_case(&text));
        prop_assert_eq!(clean(&clean(&text)), clean(&text), "clean text stays clean");
        let by_key = words_key(&text).cmp(&words_key(&other));
        prop_assert_eq!(by_key, compare_words(&text, &other), "keys compare as the words do");
    }

    #[test]
    fn a_date_read_back_is_the_same(year in 1900_i32..2100, month in 1_u32..13, day in 1_u32..29) {
        let birth = BirthDate { year, month: Some(month), day: Some(day) };
        prop_assert_eq!(BirthDate::parse(&birth.to_string()), Ok(birth));
    }
}

#[test]
fn abbreviations_in_a_name_of_capitals_stay_as_written_and_are_named() {
    use commendation::text::{collective_case, unknown_acronyms};
    let name = "PHÒNG TCCB VÀ HÀNH CHÍNH TƯ PHÁP";
    assert_eq!(collective_case(name), "Phòng TCCB và Hành chính tư pháp");
    assert_eq!(unknown_acronyms(name), ["TCCB"]);
    assert!(unknown_acronyms("UBND XÃ TÂN BÌNH").is_empty(), "known ones need no look");
    assert!(unknown_acronyms("PHÒNG CÔNG CHỨNG SỐ 1 QUANG TRUNG").is_empty());
    assert!(unknown_acronyms("Phòng TCCB").is_empty(), "mixed letters are left as typed anyway");
}

#[test]
fn positions_are_told_from_names() {
    use commendation::text::opens_as_position;
    assert!(opens_as_position("Giám đốc Sở"));
    assert!(opens_as_position("TRƯỞNG PHÒNG"));
    assert!(!opens_as_position("Trương Văn A"), "a family name that differs by its tone");
    assert!(!opens_as_position("Phó Đức Phương"));
}
