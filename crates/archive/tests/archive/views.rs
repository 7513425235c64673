//! What the screens ask for.

use super::*;
use commendation::{Agency, Conference};

#[test]
fn a_round_counts_and_lists_its_nominations_in_order() {
    let mut desk = Desk::new();
    let round_id = desk.change("Nhập", |tx| {
        let id = tx.add_round(&round("Tổng kết năm 2025"))?;
        for honoree in [person("Lê Thị Ba"), collective("Văn phòng Sở"), person("Trần Văn An")] {
            let honoree_id = tx.add_honoree(&honoree)?;
            tx.add_nomination(id, &nomination(honoree_id, honoree))?;
        }
        let unclear = tx.add_honoree(&person("Võ Thị Tư"))?;
        let mut question = nomination(unclear, person("Võ Thị Tư"));
        question.nomination.kind = None;
        question.problems = vec![serde_json::json!({"code": "kind-unknown"})];
        question.source = Some(Source { file: None, file_name: "de-nghi.xlsx".into(), row: 14 });
        tx.add_nomination(id, &question)?;
        tx.add_document(&draft("Tờ trình", "", Some(Subject::Round(id))))?;
        let old = tx.find_same_honoree(&person("Lê Thị Ba"))?.expect("on record");
        tx.add_award(&award(old, person("Lê Thị Ba"), "1/QĐ-UBND", 2023))?;
        tx.add_award(&award(old, person("Lê Thị Ba"), "2/QĐ-UBND", 2021))?;
        Ok(id)
    });
    let summary = desk.archive().round(round_id).expect("there");
    assert_eq!((summary.collectives, summary.households, summary.individuals), (1, 0, 3), "by type");
    assert_eq!(summary.questions, 1, "one was not understood");
    assert_eq!(
        summary.papers,
        [PaperCount { template: "decision.commend".into(), drafts: 1, issued: 0 }],
        "its papers"
    );
    let rows = desk.archive().nominations(round_id).expect("there");
    let names: Vec<&str> = rows.iter().map(|row| row.nomination.honoree.name.as_str()).collect();
    assert_eq!(
        names,
        ["Văn phòng Sở", "Lê Thị Ba", "Trần Văn An", "Võ Thị Tư"],
        "collectives first, then as entered"
    );
    let page = desk.archive().nominations_among(&[rows[3].id, rows[1].id]).expect("there");
    assert_eq!(page.iter().map(|row| row.id).collect::<Vec<_>>(), [rows[3].id, rows[1].id], "as asked for");
    assert_eq!(
        page[1].past.iter().map(|past| past.year).collect::<Vec<_>>(),
        [Some(2021), Some(2023)],
        "of a page past awards too"
    );
    assert_eq!(rows[3].source.as_ref().map(|source| source.row), Some(14), "where it was read");
    assert_eq!(rows[3].problems.len(), 1, "and what was found about it");
    desk.change("Duyệt", |tx| tx.decide(&[rows[2].id, rows[3].id], NominationState::Rejected));
    let summary = desk.archive().round(round_id).expect("there");
    assert_eq!(
        (summary.individuals, summary.rejected, summary.questions),
        (1, 2, 0),
        "what is left out is not counted"
    );
    assert_eq!(
        desk.archive().round_named("tong ket NAM 2025").expect("read"),
        Some(round_id),
        "by name without marks"
    );
}

#[test]
fn an_honoree_page_shows_everything_known() {
    let mut desk = Desk::new();
    let id = desk.change("Nhập", |tx| {
        let id = tx.add_honoree(&person("Lê Thị Ba"))?;
        tx.add_spelling(id, "LÊ THỊ BA")?;
        tx.add_spelling(id, "Lê Thị Ba")?;
        tx.add_award(&award(id, person("Lê Thị Ba"), "1/QĐ-UBND", 2021))?;
        tx.add_award(&award(id, person("Lê Thị Ba"), "", 2023))?;
        let round = tx.add_round(&round("Đợt 1"))?;
        tx.add_nomination(round, &nomination(id, person("Lê Thị Ba")))?;
        tx.keep_file("anh.jpg", b"jpg", FileRole::Attached, Some(id.into()))?;
        Ok(id)
    });
    let page = desk.archive().honoree_page(id).expect("there");
    assert_eq!(page.also_written, ["LÊ THỊ BA"], "other spellings only");
    assert_eq!(
        page.awards.iter().map(|a| a.award.year).collect::<Vec<_>>(),
        [Some(2023), Some(2021)],
        "newest first"
    );
    assert_eq!(page.pending.len(), 1, "what is under way");
    assert_eq!(desk.archive().count_files_of(id).expect("read"), 1, "and files");
    let used = desk.try_change("Xoá", |tx| tx.remove_honoree(id));
    assert_eq!(used.map_err(|e| e.code()), Err("in-use"), "an honoree with awards stays");
}

#[test]
fn the_same_honoree_is_only_who_is_so_beyond_doubt() {
    let mut desk = Desk::new();
    let known = person("Lê Thị Ba");
    let id = desk.change("Thêm", |tx| tx.add_honoree(&known));
    let found = |desk: &mut Desk, honoree: &Honoree| desk.archive().find_same_honoree(honoree).expect("read");
    let full = BirthDate::full(date("1980-02-15"));
    assert_eq!(found(&mut desk, &known), Some(id), "all agrees");
    assert_eq!(found(&mut desk, &Honoree { birth: None, ..known.clone() }), Some(id), "birth not known here");
    assert_eq!(
        found(&mut desk, &Honoree { birth: Some(full), ..known.clone() }),
        Some(id),
        "the year agrees"
    );
    assert_eq!(
        found(&mut desk, &Honoree { birth: Some(BirthDate::year(1981)), ..known.clone() }),
        None,
        "another birth"
    );
    assert_eq!(
        found(&mut desk, &Honoree { unit: Some("Phòng khác".into()), ..known.clone() }),
        None,
        "another unit"
    );
    assert_eq!(found(&mut desk, &Honoree { unit: None, ..known.clone() }), None, "a unit missing is a doubt");
    assert_eq!(
        found(&mut desk, &Honoree { name: "Lê Thị Bà".into(), ..known.clone() }),
        None,
        "other marks, other name"
    );
    let exact = desk.change("Nhập", |tx| tx.honoree_for(&Honoree { birth: Some(full), ..known.clone() }));
    assert_eq!(exact, id, "taken for the same");
    assert_eq!(desk.archive().honoree(id).expect("there").birth, Some(full), "the fuller birth date is kept");
    desk.change("Thêm", |tx| tx.add_honoree(&known));
    assert_eq!(found(&mut desk, &known), None, "two could be meant: never chosen silently");
}

#[test]
fn honorees_come_by_given_name_a_page_at_a_time() {
    let mut desk = Desk::new();
    desk.change("Thêm", |tx| {
        for name in ["Trần Văn Đức", "Lê Thị Ánh", "Nguyễn Văn Dũng", "Phạm Thị An"] {
            tx.add_honoree(&person(name))?;
        }
        tx.add_honoree(&collective("Văn phòng Sở")).map(drop)
    });
    let page = |desk: &mut Desk, text: &str, kind, from, count| {
        let filter = HonoreeFilter { text: text.into(), honoree_type: kind, from, count };
        let page = desk.archive().honorees(&filter).expect("read");
        (page.total, page.rows.into_iter().map(|row| row.honoree.name).collect::<Vec<_>>())
    };
    let people = Some(HonoreeType::Individual);
    assert_eq!(
        page(&mut desk, "", people, 0, 9),
        (4, vec!["Phạm Thị An".into(), "Lê Thị Ánh".into(), "Nguyễn Văn Dũng".into(), "Trần Văn Đức".into()]),
        "An before Ánh, d before đ"
    );
    assert_eq!(
        page(&mut desk, "", people, 1, 2).1,
        ["Lê Thị Ánh", "Nguyễn Văn Dũng"],
        "a page in the middle"
    );
    assert_eq!(page(&mut desk, "VAN D", None, 0, 9).0, 2, "part of the name, marks and case apart");
}

#[test]
fn figures_count_by_kind_authority_and_type() {
    let mut desk = Desk::new();
    let conference = desk.change("Nhập", |tx| {
        let id = tx.add_conference(&Conference { name: "Hội nghị".into(), ..Conference::default() })?;
        for (honoree, year) in
            [(person("A"), 2016), (person("B"), 2019), (collective("C"), 2019), (person("D"), 2022)]
        {
            let honoree_id = tx.add_honoree(&honoree)?;
            tx.add_award(&NewAward { conference: Some(id), ..award(honoree_id, honoree, "", year) })?;
        }
        let honoree_id = tx.add_honoree(&person("E"))?;
        let high = award(honoree_id, person("E"), "", 2018);
        tx.add_award(&NewAward { kind: "huan-chuong".into(), authority: Authority::President, ..high })?;
        Ok(id)
    });
    let figures = desk.archive().figures(AwardScope::Years(2015, 2020)).expect("read");
    assert_eq!(figures.len(), 2, "two kinds in the period");
    assert_eq!(figures[0].authority, Authority::President, "the highest first");
    assert_eq!((figures[1].collectives, figures[1].individuals), (1, 2), "2022 is not of the period");
    let given = desk.archive().figures(AwardScope::Conference(conference)).expect("read");
    assert_eq!(given.iter().map(|f| f.collectives + f.individuals).sum::<u32>(), 4, "given there");
    let listed = desk.archive().awards(AwardScope::Conference(conference)).expect("read");
    assert_eq!(listed[0].award.honoree.name, "C", "collectives come first at one authority");
    assert_eq!(listed[0].conference_name.as_deref(), Some("Hội nghị"), "with the conference's name");
    assert_eq!(
        desk.archive().conferences(&ConferenceFilter::default()).expect("read")[0].honours,
        4,
        "and the list of conferences counts them"
    );
}

#[test]
fn documents_are_filtered() {
    let mut desk = Desk::new();
    let (round_id, a, b) = desk.change("Soạn", |tx| {
        let round_id = tx.add_round(&round("Đợt 1"))?;
        let a = tx.add_document(&draft("A", "", Some(Subject::Round(round_id))))?;
        let b = tx.add_document(&draft("B", "", None))?;
        tx.issue_document(b, &issuance("3", "2025-06-01"))?;
        Ok((round_id, a, b))
    });
    let ids = |desk: &mut Desk, filter: DocumentFilter| {
        let documents = desk.archive().documents(&filter).expect("read");
        documents.into_iter().map(|document| document.id).collect::<Vec<_>>()
    };
    let all = DocumentFilter::default;
    assert_eq!(ids(&mut desk, all()), [b, a], "the last changed first");
    assert_eq!(
        ids(&mut desk, DocumentFilter { state: Some(DocumentState::Draft), ..all() }),
        [a],
        "by state"
    );
    assert_eq!(ids(&mut desk, DocumentFilter { year: Some(2025), ..all() }), [b], "by the year of issue");
    assert_eq!(
        ids(&mut desk, DocumentFilter { year: Some(2026), ..all() }),
        [a],
        "a draft by that of its making"
    );
    let about = Some(Subject::Round(round_id));
    assert_eq!(ids(&mut desk, DocumentFilter { subject: about, ..all() }), [a], "by what it is about");
    let name = desk.archive().document(a).expect("there").summary.subject_name;
    assert_eq!(name.as_deref(), Some("Đợt 1"), "with its name");
    let removed = desk.try_change("Xoá", |tx| tx.remove_round(round_id)).expect("drafts go with their round");
    assert!(removed.topics.contains(&Topic::Documents), "and the list of documents must be asked again");
    assert_eq!(ids(&mut desk, all()), [b], "the draft is gone");
}

#[test]
fn the_agency_of_a_day_is_remembered() {
    let mut desk = Desk::new();
    let agency = |name: &str| Agency { name: name.into(), ..Agency::default() };
    assert_eq!(desk.archive().agency().expect("read"), None, "none at first start");
    let at = |text: &str| Stamp {
        at: chrono::DateTime::parse_from_rfc3339(text).expect("a time"),
        who: "lan".into(),
    };
    for (time, name) in [("2020-03-01T08:00:00+07:00", "Sở cũ"), ("2026-01-05T08:00:00+07:00", "Sở mới")]
    {
        let save = |tx: &Tx<'_>| tx.save_agency(&agency(name));
        desk.archive().transact(Action::new("Lưu hồ sơ cơ quan"), &at(time), save).expect("allowed");
    }
    let on =
        |desk: &mut Desk, day| desk.archive().agency_on(date(day)).expect("read").map(|agency| agency.name);
    assert_eq!(desk.archive().agency().expect("read"), Some(agency("Sở mới")), "the present one");
    assert_eq!(on(&mut desk, "2023-06-01").as_deref(), Some("Sở cũ"), "old papers keep the old name");
    assert_eq!(on(&mut desk, "2026-01-05").as_deref(), Some("Sở mới"), "from its first day");
    assert_eq!(on(&mut desk, "2010-01-01").as_deref(), Some("Sở cũ"), "before all, the oldest known");
}
