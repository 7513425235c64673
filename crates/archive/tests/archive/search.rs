//! Search: without marks, with marks, numbers, and text that is not meant well.

use super::*;
use proptest::prelude::*;

/// Pieces as one text, hits between signs that the texts here do not have.
fn marked(pieces: &[Piece]) -> String {
    pieces
        .iter()
        .map(|piece| if piece.hit { format!("<{}>", piece.text) } else { piece.text.clone() })
        .collect()
}

fn titles(hits: &[Hit]) -> Vec<&str> {
    hits.iter().map(|hit| hit.title.as_str()).collect()
}

#[test]
fn marks_case_and_the_end_of_the_last_word_do_not_matter() {
    let mut desk = Desk::new();
    desk.change("Thêm", |tx| tx.add_honoree(&person("Đỗ Thị Ánh Tuyết")));
    for text in ["do thi anh tuyet", "ĐỖ THỊ", "anh tuy", "Ánh Tuyết", "tuyet do", "d", "Đô"] {
        let hits = desk.find(text, 10);
        assert_eq!(titles(&hits), ["Đỗ Thị Ánh Tuyết"], "`{text}` is part of the name");
    }
    for text in ["nguyen", "do thi x", "uyet"] {
        assert_eq!(desk.find(text, 10), [], "`{text}` is not");
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
    let hits = desk.find("văn hoà", 10);
    assert_eq!(hits[0].title, "Lê Văn Hòa", "hoà and hòa are one spelling");
    assert_eq!(
        hits.iter().map(|hit| hit.exact).collect::<Vec<_>>(),
        [true, false, false],
        "the others follow"
    );
    let hits = desk.find("van hoa", 10);
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
        let hits = desk.find(text, 10);
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
    for text in ["2871/QĐ-UBND", "2871 QD UBND", "2871/qđ", "2871", "qd-ubnd 2871", "2871qđ", "2871qd"] {
        let hits = desk.find(text, 10);
        assert_eq!(hits.len(), 1, "two awards of one decision are one hit for `{text}`: {hits:?}");
        assert_eq!(hits[0].id, award.into(), "it leads to the first of them");
        assert_eq!(
            hits[0].title, "2871/QĐ-UBND ngày 15/12/2019 (2 khen thưởng)",
            "and says how many there are"
        );
    }
    assert_eq!(
        desk.find("2871 qd ubnd", 10)[0].snippet,
        [Piece { text: "2871/QĐ-UBND".into(), hit: true }],
        "marked whole"
    );
    for text in ["15/QĐ-STP", "15 qd stp", "stp 15"] {
        let hits = desk.find(text, 10);
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
        let hits = desk.find(text, 10);
        assert_eq!(hits.len(), 1, "one thing has `{text}`: {hits:?}");
        marked(&hits[0].snippet)
    };
    assert!(
        snippet(&mut desk, "thi dua yeu nuoc").contains("Phong trào <thi đua yêu nước> đã"),
        "the hit is marked"
    );
    assert!(snippet(&mut desk, "hoi truong").contains("<Hội trường> Sở"), "a conference by its place");
    assert!(snippet(&mut desk, "tong ket 2025").contains("<Tổng kết> năm <2025>"), "a round by its name");
    assert!(snippet(&mut desk, "tran thi bế").contains("Bế"), "a person by another spelling");
}

#[test]
fn the_index_follows_every_change() {
    let mut desk = Desk::new();
    let id = desk.change("Thêm", |tx| tx.add_honoree(&person("Tên Cũ")));
    desk.change("Sửa", |tx| {
        tx.edit_honoree(id, &Honoree { unit: Some("Phòng Mới".into()), ..person("Tên Khác") })
    });
    assert_eq!(desk.find("phong moi", 5).len(), 1, "the new unit is found");
    assert_eq!(desk.find("ten cu", 5).len(), 1, "the former name still is, as a spelling");
    desk.change("Xoá", |tx| tx.remove_honoree(id));
    assert_eq!(desk.find("ten", 5), [], "what is removed is not found");
    desk.assert_sound();
}

#[test]
fn a_final_i_and_a_typed_stroke_are_as_the_officer_means_them() {
    let mut desk = Desk::new();
    desk.change("Thêm", |tx| {
        for name in ["Chiến sĩ Lý Đức", "Chiến sỹ Lí Dức", "Vi Thị Mai", "Vy Thị May"] {
            tx.add_honoree(&person(name))?;
        }
        Ok(())
    });
    for text in ["chiến sĩ", "chiến sỹ", "chien si", "sy", "lý"] {
        assert_eq!(desk.find(text, 5).len(), 2, "`{text}` is one word in two spellings");
    }
    assert!(desk.find("chiến sỹ", 5).iter().all(|hit| hit.exact), "and both are as exact");
    assert_eq!(titles(&desk.find("vy", 5)), ["Vy Thị May"], "but Vi and Vy are two names");
    assert_eq!(titles(&desk.find("duc", 5)).len(), 2, "d that was typed plain is đ too");
    assert_eq!(titles(&desk.find("may", 5)), ["Vy Thị May"]);
    for text in ["đức", "đuc", "ĐUC", "đ", "lý đ"] {
        assert_eq!(titles(&desk.find(text, 5)), ["Chiến sĩ Lý Đức"], "`{text}` was typed with its stroke");
    }
}

#[test]
fn every_beginning_of_a_word_finds_it() {
    let mut desk = Desk::new();
    desk.change("Thêm", |tx| {
        tx.add_honoree(&collective("Nguyễn Thị Phượng"))?;
        (0..150).try_for_each(|i| tx.add_honoree(&collective(&format!("Abcd{i:03} B"))).map(drop))
    });
    for word in ["Phượng", "phuong", "nguyen", "Nguyễn"] {
        for length in 1..=word.chars().count() {
            let beginning: String = word.chars().take(length).collect();
            assert_eq!(
                titles(&desk.find(&beginning, 5)),
                ["Nguyễn Thị Phượng"],
                "`{beginning}` begins {word}"
            );
        }
    }
    let group = &desk.found(&asked("abcd", 5))[0];
    assert_eq!(
        (group.total, group.more),
        (COUNTED_BESIDE, true),
        "also one that begins more words than are looked up"
    );
}

#[test]
fn groups_have_their_counts_and_their_pages() {
    let mut desk = Desk::new();
    desk.change("Thêm", |tx| {
        for i in 0..1205 {
            tx.add_honoree(&person(&format!("Lê Văn {i:04}")))?;
        }
        tx.add_round(&round("Đợt của Lê"))
    });
    let groups = desk.found(&asked("le", 4));
    let counts: Vec<_> =
        groups.iter().map(|group| (group.thing, group.total, group.more, group.hits.len())).collect();
    assert_eq!(
        counts,
        [(Thing::Honoree, COUNTED_BESIDE, true, 4), (Thing::Round, 1, false, 1)],
        "counting has an end"
    );
    let alone = desk.found(&Search { things: vec![Thing::Honoree], ..asked("le", 4) }).remove(0);
    assert_eq!((alone.total, alone.more), (COUNTED, true), "later where it is asked for alone");
    let page = |desk: &mut Desk, from| {
        let search = Search { things: vec![Thing::Honoree], from, ..asked("le", 300) };
        desk.found(&search).remove(0).hits
    };
    let mut all: Vec<Id> = (0..4).flat_map(|i| page(&mut desk, i * 300)).map(|hit| hit.id).collect();
    assert_eq!(all.len(), COUNTED as usize, "pages go as far as was counted");
    all.sort();
    all.dedup();
    assert_eq!(all.len(), COUNTED as usize, "and none is on two pages");
    let mut written = 0;
    desk.archive()
        .search_all(&asked("le", 1), |_, _| {
            written += 1;
            Ok(())
        })
        .expect("search");
    assert_eq!(written, 1206, "a list that is written out has all");
}

/// Two people of two units, three awards, a conference, a document.
fn filled(desk: &mut Desk) -> (ConferenceId, Vec<AwardId>) {
    desk.change("Thêm", |tx| {
        let conference = tx
            .add_conference(&commendation::Conference {
                name: "Hội nghị A".into(), ..Default::default()
            })?;
        let (a, b) =
            (person("Lê Thị An"), Honoree { unit: Some("Phòng Hộ tịch".into()), ..person("Lê Văn Bình") });
        let c = collective("Lê gia Phòng");
        let (first, second, third) = (tx.add_honoree(&a)?, tx.add_honoree(&b)?, tx.add_honoree(&c)?);
        let giay = |new: NewAward| NewAward {
            kind: "giay-khen.department-director".into(),
            kind_name: "Giấy khen".into(),
            authority: Authority::DepartmentDirector,
            ..new
        };
        let ids = vec![
            tx.add_award(&award(first, a.clone(), "1/QĐ-UBND", 2018))?,
            tx.add_award(&NewAward {
                conference: Some(conference),
                ..award(second, b.clone(), "2/QĐ-UBND", 2019)
            })?,
            tx.add_award(&giay(award(second, b, "3/QĐ-STP", 2019)))?,
            tx.add_award(&giay(award(third, c, "3/QĐ-STP", 2019)))?,
        ];
        Ok((conference, ids))
    })
}

#[test]
fn filters_alone_find_awards() {
    let mut desk = Desk::new();
    let (conference, ids) = filled(&mut desk);
    let filter = SearchFilter::default;
    let two_kinds = ["giay-khen.department-director".to_owned(), "bang-khen.province-chair".to_owned()];
    for (what, filter, expected) in [
        ("years", SearchFilter { year_from: Some(2019), ..filter() }, vec![3, 2, 1]),
        ("one year", SearchFilter { year_from: Some(2018), year_to: Some(2018), ..filter() }, vec![0]),
        ("a kind", SearchFilter { kinds: two_kinds[1..].to_vec(), ..filter() }, vec![1, 0]),
        ("kinds", SearchFilter { kinds: two_kinds.to_vec(), ..filter() }, vec![3, 2, 1, 0]),
        ("an authority", SearchFilter { authority: Some(Authority::ProvinceChair), ..filter() }, vec![1, 0]),
        ("a conference", SearchFilter { conference: Some(conference), ..filter() }, vec![1]),
        ("a unit", SearchFilter { unit: "phong ho tich".into(), ..filter() }, vec![2, 1]),
        ("part of a unit", SearchFilter { unit: "tịch".into(), ..filter() }, vec![2, 1]),
        ("no such unit", SearchFilter { unit: "không có".into(), ..filter() }, vec![]),
        ("a type", SearchFilter { honoree_type: Some(HonoreeType::Collective), ..filter() }, vec![3]),
        (
            "all at once",
            SearchFilter {
                year_from: Some(2019),
                year_to: Some(2019),
                kinds: two_kinds[1..].to_vec(),
                authority: Some(Authority::ProvinceChair),
                conference: Some(conference),
                unit: "Phòng Hộ tịch".into(),
                honoree_type: Some(HonoreeType::Individual),
            },
            vec![1],
        ),
    ] {
        let groups = desk.found(&Search { filter, ..Search::default() });
        assert!(groups.iter().all(|group| group.thing == Thing::Award), "{what}: awards only");
        let found: Vec<Id> = groups.into_iter().flat_map(|group| group.hits).map(|hit| hit.id).collect();
        let expected: Vec<Id> = expected.into_iter().map(|index: usize| ids[index].into()).collect();
        assert_eq!(found, expected, "{what}, the newest first");
    }
    assert_eq!(desk.found(&Search::default()), [], "nothing asked, nothing found");
    desk.assert_sound();
}

#[test]
fn a_unit_is_meant_under_all_its_names() {
    let mut desk = Desk::new();
    let (_, ids) = filled(&mut desk);
    desk.change("Đơn vị", |tx| {
        let unit = tx.add_unit("Phòng Hộ tịch", None, "")?;
        tx.rename_unit(unit, "Phòng Hành chính tư pháp", date("2021-01-01"))
    });
    let filter = SearchFilter { unit: "phong hanh chinh tu phap".into(), ..SearchFilter::default() };
    let groups = desk.found(&Search { filter, ..Search::default() });
    let found: Vec<Id> = groups[0].hits.iter().map(|hit| hit.id).collect();
    assert_eq!(found, [ids[2].into(), ids[1].into()], "awards under the name of their day");
}

#[test]
fn filters_narrow_what_text_finds() {
    let mut desk = Desk::new();
    let (conference, ids) = filled(&mut desk);
    let filter = SearchFilter::default;
    let mut found = |filter: SearchFilter| -> Vec<(Thing, Vec<String>)> {
        let groups = desk.found(&Search { filter, ..asked("lê", 9) });
        groups
            .into_iter()
            .map(|group| (group.thing, group.hits.into_iter().map(|hit| hit.title).collect()))
            .collect()
    };
    let kind = vec!["bang-khen.province-chair".to_owned()];
    assert_eq!(
        found(SearchFilter { kinds: kind.clone(), year_from: Some(2019), ..filter() }),
        [
            (Thing::Honoree, vec!["Lê Văn Bình".to_owned()]),
            (Thing::Award, vec!["Bằng khen của Chủ tịch UBND tỉnh · Lê Văn Bình".to_owned()])
        ],
        "those with one award of the kind and the year, and these awards"
    );
    assert_eq!(
        found(SearchFilter { honoree_type: Some(HonoreeType::Collective), ..filter() })[0],
        (Thing::Honoree, vec!["Lê gia Phòng".to_owned()]),
        "by their own type"
    );
    assert_eq!(
        found(SearchFilter { conference: Some(conference), ..filter() })[0].1,
        ["Lê Văn Bình"],
        "given there"
    );
    assert_eq!(found(SearchFilter { year_from: Some(2030), ..filter() }), [], "none later");
    let unit = SearchFilter { unit: "van phong so".into(), ..filter() };
    assert_eq!(found(unit)[0].1, ["Lê Thị An"], "of the unit");
    let decisions =
        desk.found(&Search { filter: SearchFilter { kinds: kind, ..filter() }, ..asked("qd", 9) });
    let thing = |group: &Group| (group.thing, group.hits.len());
    assert_eq!(
        decisions.iter().map(thing).collect::<Vec<_>>(),
        [(Thing::Decision, 2), (Thing::Award, 2)],
        "decisions with such awards, and the awards"
    );
    assert_eq!(decisions[1].hits[0].id, ids[1].into(), "the newest first");
}

#[test]
fn a_filter_passes_what_is_older_than_thousands_that_it_does_not_pass() {
    let mut desk = Desk::new();
    let (old, given) = desk.change("Thêm", |tx| {
        let old = tx.add_document(&draft("Quyết định", "Tặng Giấy khen thi đua", None))?;
        tx.issue_document(old, &issuance("15", "2001-03-05"))?;
        let someone = tx.add_honoree(&person("Lê Thị Thi"))?;
        let given = tx.add_award(&award(someone, person("Lê Thị Thi"), "2871/QĐ-UBND", 2001))?;
        (0..5_000).try_for_each(|_| {
            tx.add_document(&draft("Quyết định", "Tặng Giấy khen thi đua", None)).map(drop)
        })?;
        (0..1_500).try_for_each(|i| tx.add_honoree(&person(&format!("Lê Văn Thi {i}"))).map(drop))?;
        Ok((old, given))
    });
    let filter = SearchFilter { year_to: Some(2001), ..SearchFilter::default() };
    for (thing, text, expected) in [
        (Thing::Document, "tang giay", Id::from(old)),
        (Thing::Document, "giấy k", Id::from(old)),
        (Thing::Award, "thi", Id::from(given)),
        (Thing::Award, "lê t", Id::from(given)),
    ] {
        let asked = Search { things: vec![thing], filter: filter.clone(), ..asked(text, 5) };
        let groups = desk.found(&asked);
        let hits: Vec<Id> = groups.iter().flat_map(|group| &group.hits).map(|hit| hit.id).collect();
        assert_eq!(hits, [expected], "`{text}` of {thing:?}: the one of that year, however many are newer");
        assert!(!groups[0].more, "and no others are promised");
    }
    let both = desk.found(&Search { filter, ..asked("t", 5) });
    let things: Vec<Thing> = both.iter().map(|group| group.thing).collect();
    assert_eq!(
        things,
        [Thing::Honoree, Thing::Document, Thing::Award],
        "so it is among other kinds: {both:?}"
    );
}

#[test]
fn a_single_letter_at_the_end_is_found_wherever_it_begins_a_word() {
    let mut desk = Desk::new();
    desk.change("Thêm", |tx| {
        tx.add_honoree(&person("Phạm Văn Ơn"))?;
        tx.add_honoree(&person("Phạm Văn Đông"))?;
        // More than are read for a letter before the index is asked.
        (0..1_200).try_for_each(|i| tx.add_honoree(&person(&format!("Phạm Văn {i} Dung"))).map(drop))
    });
    for (text, name) in
        [("phạm văn ơ", "Phạm Văn Ơn"), ("pham van o", "Phạm Văn Ơn"), ("pham van đ", "Phạm Văn Đông")]
    {
        let hits = desk.find(text, 5);
        assert_eq!(titles(&hits), [name], "`{text}` finds the oldest of all, and no other");
        assert_eq!(hits[0].exact, text.starts_with("phạm"), "exact when its marks were typed");
    }
    let group = &desk.found(&asked("phạm văn d", 5))[0];
    assert_eq!(
        (group.total, group.more),
        (COUNTED_BESIDE, true),
        "d stands for đ too, and is counted as ever"
    );
    assert_eq!(titles(&desk.find("van 7 d", 5)), ["Phạm Văn 7 Dung"], "with a number between");
}

#[test]
fn kept_files_are_found_by_name_at_once_and_by_text_when_read() {
    let mut desk = Desk::new();
    let keep = |desk: &mut Desk, name: &str, bytes: &[u8]| {
        desk.change("Đính kèm", |tx| tx.keep_file(name, bytes, FileRole::Attached, None))
    };
    let first = keep(&mut desk, "Báo cáo.pdf", b"%PDF one");
    let again = keep(&mut desk, "Báo cáo (bản hai).pdf", b"%PDF one");
    let second = keep(&mut desk, "Ảnh.png", b"picture");
    assert_eq!(desk.find("bao cao", 5)[0].id, again.into(), "one content is one hit, under its newest name");
    assert_eq!(desk.find("bao cao", 5).len(), 1);
    assert_eq!(desk.archive().text_counts().expect("counts").waiting, 2, "each content waits once");

    assert_eq!(desk.archive().begin_reading().expect("begun"), Some(second), "the newest is read first");
    desk.archive().end_reading(second, &KeptText::Other).expect("ended");
    assert_eq!(desk.archive().begin_reading().expect("begun"), Some(again));
    desk.archive().end_reading(again, &KeptText::Read("Phong trào\nlan to\u{0309}a".into())).expect("ended");
    assert_eq!(desk.archive().begin_reading().expect("begun"), None, "nothing is left");
    let hits = desk.find("phong trao lan tỏa", 5);
    assert_eq!((hits.len(), hits[0].id), (1, again.into()), "by its text");
    assert!(
        marked(&hits[0].snippet).ends_with("<Phong trào lan tỏa>"),
        "in one line, in one form: {:?}",
        hits[0].snippet
    );
    assert_eq!(
        desk.archive().text_counts().expect("counts"),
        TextCounts { read: 1, without: 1, failed: 0, waiting: 0 }
    );

    desk.archive().undo(&stamp(2)).expect("undone");
    desk.archive().undo(&stamp(2)).expect("undone");
    assert_eq!(
        desk.find("phong trao", 5)[0].id,
        first.into(),
        "the content is still kept under its first name"
    );
    desk.archive().undo(&stamp(2)).expect("undone");
    assert_eq!(desk.find("phong trao", 5), [], "and then no longer");
    desk.archive().redo(&stamp(2)).expect("done again");
    assert_eq!(desk.archive().begin_reading().expect("begun"), Some(first), "it comes back to be read anew");
    desk.assert_sound();
}

#[test]
fn a_file_on_which_the_program_died_is_given_up() {
    let mut desk = Desk::new();
    let file = desk.change("Đính kèm", |tx| tx.keep_file("a.pdf", b"%PDF", FileRole::Attached, None));
    for _ in 0..2 {
        assert_eq!(desk.reopen().begin_reading().expect("begun"), Some(file), "tried");
    }
    assert_eq!(desk.reopen().begin_reading().expect("begun"), None, "and not for ever");
    assert_eq!(desk.archive().unreadable().expect("list")[0].0, file, "the officer can see which");
    desk.archive().forget_texts().expect("forgotten");
    assert_eq!(desk.archive().begin_reading().expect("begun"), Some(file), "unless it is asked for again");
    desk.assert_sound();
}

#[test]
fn saved_searches_are_facts_with_names_of_their_own() {
    let mut desk = Desk::new();
    let saved = |name: &str| SavedSearch { name: name.into(), request: "{\"text\":\"a\"}".into() };
    desk.change("Lưu", |tx| tx.save_search(&saved("Ước")).and_then(|()| tx.save_search(&saved("Ánh"))));
    let names = |desk: &mut Desk| -> Vec<String> {
        desk.archive().saved_searches().expect("list").into_iter().map(|saved| saved.name).collect()
    };
    assert_eq!(names(&mut desk), ["Ánh", "Ước"], "in Vietnamese order");
    assert!(desk.try_change("Đổi", |tx| tx.rename_search("Ánh", "Ước")).is_err(), "a name is given once");
    desk.change("Đổi", |tx| tx.rename_search("Ánh", "Bình"));
    desk.change("Xoá", |tx| tx.remove_search("Ước"));
    assert_eq!(names(&mut desk), ["Bình"]);
    desk.archive().undo(&stamp(2)).expect("undone");
    assert_eq!(names(&mut desk), ["Bình", "Ước"], "taking one away can be taken back");
    assert!(desk.try_change("Xoá", |tx| tx.remove_search("Không")).is_err());
    desk.assert_sound();
}

#[test]
fn limits_hold() {
    let mut desk = Desk::new();
    desk.change("Thêm", |tx| {
        (0..60).try_for_each(|i| tx.add_honoree(&person(&format!("Lê Văn {i}"))).map(drop))
    });
    assert_eq!(desk.find("le", 7).len(), 7, "as many as asked for");
    assert_eq!(desk.find("le", 0).len(), 50, "50 when not said");
    let newest = &desk.find("le", 1)[0].title;
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
        "🎖️ lê",
        "1a2b3c4d5e6f7g8h9i",
        "đđđđ",
        "đaoiuea",
    ] {
        assert!(desk.archive().search(&asked(text, 5)).is_ok(), "`{text}` must not be an error");
    }
    let long: String = "đ".chars().chain("ươ".chars().cycle()).take(10_000).collect();
    let many = "a đ 1x ".repeat(1500);
    for text in [long.as_str(), &many] {
        assert!(desk.archive().search(&asked(text, 5)).is_ok(), "ten thousand letters are no error");
    }
    assert_eq!(desk.find("\"lê (near", 5).len(), 1, "signs are left out, words count");
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
            prop_assert!(desk.archive().search(&asked(&text, 5)).is_ok(), "any text");
            prop_assert!(desk.archive().search(&asked(&ascii, 5)).is_ok(), "any signs of the keyboard");
            Ok(())
        })?;
    }

    #[test]
    fn a_name_is_found_by_itself(name in "[A-ZĐÂĂ][a-zăâđêôơưạảấầễịọốồộợụủứừỳỹ]{0,6}( [A-ZĐÂĂ][a-zăâđêôơưạảấầễịọốồộợụủứừỳỹ]{0,6}){0,3}") {
        let mut desk = Desk::new();
        let id = desk.change("Thêm", |tx| tx.add_honoree(&person(&name)));
        for text in [name.clone(), name.to_uppercase(), commendation::text::fold(&name)] {
            let hits = desk.find(&text, 5);
            prop_assert_eq!(hits.first().map(|hit| hit.id), Some(id.into()), "`{}` finds `{}`", text, name);
        }
        prop_assert!(desk.find(&name, 5)[0].exact, "typed with its marks it is exact");
    }
}
