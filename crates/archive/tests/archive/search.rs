//! Search: without marks, with marks, numbers, and text that is not meant well.

use super::*;
use proptest::prelude::*;

fn titles(hits: &[Hit]) -> Vec<&str> {
    hits.iter().map(|hit| hit.title.as_str()).collect()
}

#[test]
fn marks_case_and_the_end_of_the_last_word_do_not_matter() {
    let mut desk = Desk::new();
    desk.change("Thêm", |tx| tx.add_honoree(&person("Đỗ Thị Ánh Tuyết")));
    for text in ["do thi anh tuyet", "ĐỖ THỊ", "anh tuy", "Ánh Tuyết", "tuyet do", "d", "Đô"] {
        let hits = desk.archive().search(text, 10).expect("search");
        assert_eq!(titles(&hits), ["Đỗ Thị Ánh Tuyết"], "`{text}` is part of the name");
    }
    for text in ["nguyen", "do thi x", "uyet"] {
        assert_eq!(desk.archive().search(text, 10).expect("search"), [], "`{text}` is not");
    }
}

#[test]
fn what_has_the_typed_marks_comes_first() {
    let mut desk = Desk::new();
    desk.change("Thêm", |tx| {
        for name in ["Lê Văn Hòa", "Lê Văn Hoa", "Lê Văn Hóa"] {
            tx.add_honoree(&person(name))?;
        }
        Ok(())
    });
    let hits = desk.archive().search("văn hoà", 10).expect("search");
    assert_eq!(hits[0].title, "Lê Văn Hòa", "hoà and hòa are one spelling");
    assert_eq!(
        hits.iter().map(|hit| hit.exact).collect::<Vec<_>>(),
        [true, false, false],
        "the others follow"
    );
    let hits = desk.archive().search("van hoa", 10).expect("search");
    assert_eq!(hits.len(), 3, "typed plain, all are meant");
}

#[test]
fn whole_words_come_before_beginnings() {
    let mut desk = Desk::new();
    desk.change("Thêm", |tx| {
        for name in ["Dương Như Hòa", "Hoàng Thị Khuê", "Hoàng Văn Giang"] {
            tx.add_honoree(&person(name))?;
        }
        Ok(())
    });
    for text in ["hoa", "Hòa"] {
        let hits = desk.archive().search(text, 10).expect("search");
        assert_eq!(hits.len(), 3, "`{text}` also begins Hoàng");
        assert_eq!(hits[0].title, "Dương Như Hòa", "but the name that is `{text}` stands first");
    }
}

#[test]
fn decision_numbers_are_found_however_they_are_typed() {
    let mut desk = Desk::new();
    let (document, award) = desk.change("Thêm", |tx| {
        let honoree = tx.add_honoree(&person("Lê Thị Ba"))?;
        let award_id = tx.add_award(&award(honoree, person("Lê Thị Ba"), "2871/QĐ-UBND", 2019))?;
        tx.add_award(&award(honoree, person("Lê Thị Ba"), "2871/QĐ-UBND", 2019))?;
        let document = tx.add_document(&draft("Tặng Giấy khen", "Điều 1. Tặng Giấy khen", None))?;
        tx.issue_document(document, &issuance("15", "2026-01-05"))?;
        Ok((document, award_id))
    });
    for text in ["2871/QĐ-UBND", "2871 QD UBND", "2871/qđ", "2871", "qd-ubnd 2871"] {
        let hits = desk.archive().search(text, 10).expect("search");
        assert_eq!(hits.len(), 1, "two awards of one decision are one hit for `{text}`: {hits:?}");
        assert_eq!(hits[0].id, award.into(), "it leads to the first of them");
        assert_eq!(
            hits[0].title, "2871/QĐ-UBND ngày 15/12/2019 (2 khen thưởng)",
            "and says how many there are"
        );
    }
    assert_eq!(
        desk.archive().search("2871 qd ubnd", 10).expect("search")[0].snippet,
        "[2871/QĐ-UBND]",
        "marked whole"
    );
    for text in ["15/QĐ-STP", "15 qd stp", "stp 15"] {
        let hits = desk.archive().search(text, 10).expect("search");
        assert_eq!(hits.first().map(|hit| hit.id), Some(document.into()), "our own number, as `{text}`");
    }
}

#[test]
fn text_of_documents_conferences_and_spellings_is_found_and_shown() {
    let mut desk = Desk::new();
    desk.change("Thêm", |tx| {
        let someone = tx.add_honoree(&person("Trần Thị Bé"))?;
        tx.add_spelling(someone, "Trần Thị Bế")?;
        tx.add_document(&draft(
            "Báo cáo",
            "Mở đầu. Phong trào thi đua yêu nước đã lan toả sâu rộng trong toàn ngành.",
            None,
        ))?;
        tx.add_conference(&commendation::Conference {
            name: "Hội nghị Điển hình tiên tiến".into(),
            place: "Hội trường Sở".into(),
            ..Default::default()
        })?;
        tx.add_round(&round("Tổng kết năm 2025"))
    });
    let snippet = |desk: &mut Desk, text: &str| {
        let hits = desk.archive().search(text, 10).expect("search");
        assert_eq!(hits.len(), 1, "one thing has `{text}`: {hits:?}");
        hits[0].snippet.clone()
    };
    assert!(
        snippet(&mut desk, "thi dua yeu nuoc").contains("Phong trào [thi đua yêu nước] đã"),
        "the hit is marked"
    );
    assert!(snippet(&mut desk, "hoi truong").contains("[Hội trường] Sở"), "a conference by its place");
    assert!(snippet(&mut desk, "tong ket 2025").contains("[Tổng kết] năm [2025]"), "a round by its name");
    assert!(snippet(&mut desk, "tran thi bế").contains("Bế"), "a person by another spelling");
}

#[test]
fn the_index_follows_every_change() {
    let mut desk = Desk::new();
    let id = desk.change("Thêm", |tx| tx.add_honoree(&person("Tên Cũ")));
    desk.change("Sửa", |tx| {
        tx.edit_honoree(id, &Honoree { unit: Some("Phòng Mới".into()), ..person("Tên Khác") })
    });
    assert_eq!(desk.archive().search("phong moi", 5).expect("search").len(), 1, "the new unit is found");
    assert_eq!(
        desk.archive().search("ten cu", 5).expect("search").len(),
        1,
        "the former name still is, as a spelling"
    );
    desk.change("Xoá", |tx| tx.remove_honoree(id));
    assert_eq!(desk.archive().search("ten", 5).expect("search"), [], "what is removed is not found");
    desk.assert_sound();
}

#[test]
fn limits_hold() {
    let mut desk = Desk::new();
    desk.change("Thêm", |tx| {
        (0..60).try_for_each(|i| tx.add_honoree(&person(&format!("Lê Văn {i}"))).map(drop))
    });
    assert_eq!(desk.archive().search("le", 7).expect("search").len(), 7, "as many as asked for");
    assert_eq!(desk.archive().search("le", 0).expect("search").len(), 50, "50 when not said");
    let newest = &desk.archive().search("le", 1).expect("search")[0].title;
    assert_eq!(newest, "Lê Văn 59", "the newest first");
}

#[test]
fn hostile_text_is_only_text() {
    let mut desk = Desk::new();
    desk.change("Thêm", |tx| tx.add_honoree(&person("Lê Thị Near")));
    for text in [
        "",
        " ",
        "\"",
        "'",
        "*",
        "le*",
        "\"le",
        "le OR",
        "AND",
        "NOT le",
        "NEAR(le thi)",
        "exact : le",
        "{exact plain} : le",
        "le) OR (plain : a",
        "-le",
        "^le",
        "+",
        "\0",
        "le\0thi",
        "'; DROP TABLE honoree; --",
        "%",
        "_",
        "\u{202e}le",
        "ﬀ",
        "İ",
        "한국어",
        "１２",
        "e\u{301}",
        "²",
        "ǅ",
    ] {
        assert!(desk.archive().search(text, 5).is_ok(), "`{text}` must not be an error");
    }
    assert_eq!(
        desk.archive().search("\"lê (near", 5).expect("search").len(),
        1,
        "signs are left out, words count"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_safe(text in any::<String>(), ascii in "[ -~]{0,40}") {
        thread_local! {
            static DESK: std::cell::RefCell<Desk> = std::cell::RefCell::new({
                let mut desk = Desk::new();
                desk.change("Thêm", |tx| tx.add_honoree(&person("a b c 1 2 3 é đ")));
                desk
            });
        }
        DESK.with_borrow_mut(|desk| {
            prop_assert!(desk.archive().search(&text, 5).is_ok(), "any text");
            prop_assert!(desk.archive().search(&ascii, 5).is_ok(), "any signs of the keyboard");
            Ok(())
        })?;
    }

    #[test]
    fn a_name_is_found_by_itself(name in "[A-ZĐÂĂ][a-zăâđêôơưạảấầễịọốồộợụủứừỳỹ]{0,6}( [A-ZĐÂĂ][a-zăâđêôơưạảấầễịọốồộợụủứừỳỹ]{0,6}){0,3}") {
        let mut desk = Desk::new();
        let id = desk.change("Thêm", |tx| tx.add_honoree(&person(&name)));
        for text in [name.clone(), name.to_uppercase(), commendation::text::fold(&name)] {
            let hits = desk.archive().search(&text, 5).expect("search");
            prop_assert_eq!(hits.first().map(|hit| hit.id), Some(id.into()), "`{}` finds `{}`", text, name);
        }
        prop_assert!(desk.archive().search(&name, 5).expect("search")[0].exact, "typed with its marks it is exact");
    }
}
