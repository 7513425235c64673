//! Long lists: their pages together are the whole in order, also after a change between two pages; no answer holds more
//! than its page; what the first screen says is what the lists say.

mod desk;

use archive::{
    Archive, ArchiveError, AwardScope, ConferenceId, DossierDetails, NewAward, NewNomination, Stamp,
};
use chrono::NaiveDate;
use commendation::{
    Authority, Conference, Honoree, HonoreeType, Nomination, NominationState, Round, text::fold,
};
use desk::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tempfile::TempDir;

/// Every row of a list, asked in pages of so many.
fn paged(desk: &mut Desk, command: &str, request: &Value, size: usize) -> Vec<Value> {
    let mut rows: Vec<Value> = Vec::new();
    loop {
        let mut request = request.clone();
        (request["from"], request["count"]) = (json!(rows.len()), json!(size));
        let page = desk.call(command, request);
        let got = list(&page["rows"]);
        assert!(got.len() <= size, "{command}: no more than the page that was asked for");
        rows.extend(got.to_vec());
        if got.is_empty() {
            assert_eq!(page["total"], rows.len(), "{command}: the total is of all pages");
            return rows;
        }
    }
}

/// The pages are the whole: same rows, same order, none twice.
fn agrees(desk: &mut Desk, command: &str, request: Value) -> Vec<Value> {
    let whole = desk.rows(command, request.clone());
    let pages = paged(desk, command, &request, 7);
    assert_eq!(ids(&pages), ids(&whole), "{command} {request}: pages join without gap or overlap");
    assert_eq!(ids(&pages).into_iter().collect::<BTreeSet<_>>().len(), whole.len(), "{command}: none twice");
    whole
}

fn ids(rows: &[Value]) -> Vec<String> {
    rows.iter().map(|row| text(&row["id"]).to_owned()).collect()
}

fn nominations(round: &str, order: &str, reverse: bool) -> Value {
    json!({ "round": round, "sieve": null, "text": "", "order": order, "reverse": reverse })
}

#[test]
fn nominations_of_a_round_come_in_pages_in_every_order() {
    let mut desk = Desk::with_sample();
    let round = text(&desk.import("Tổng kết năm 2025")["round"]).to_owned();
    for order in ["list", "name", "unit", "kind", "check", "state"] {
        for reverse in [false, true] {
            let rows = agrees(&mut desk, "nominations", nominations(&round, order, reverse));
            assert_eq!(rows.len(), 41, "{order}: every nomination is in it");
            let mut authorities: Vec<&Value> = rows.iter().map(|row| &row["authority"]).collect();
            authorities.dedup();
            let apart: BTreeSet<String> = authorities.iter().map(ToString::to_string).collect();
            assert_eq!(authorities.len(), apart.len(), "{order}: those of one authority stand together");
            if order == "check" && !reverse {
                let problems: Vec<usize> = rows
                    .iter()
                    .filter(|row| row["authority"] == rows[0]["authority"])
                    .map(|row| list(&row["problems"]).len())
                    .collect();
                assert!(problems.is_sorted_by(|a, b| a >= b), "the most findings first: {problems:?}");
            }
        }
    }
}

#[test]
fn what_narrows_and_counts_a_round_agrees_with_its_rows() {
    let mut desk = Desk::with_sample();
    let round = text(&desk.import("Tổng kết năm 2025")["round"]).to_owned();
    let all = desk.nominations(&round);
    desk.call("decide", json!({ "ids": [all[3]["id"], all[9]["id"]], "state": "approved" }));
    let all = desk.nominations(&round);
    let keeps = |sieve: &str, row: &Value| match sieve {
        "fine" => !row["kind"].is_null() && list(&row["problems"]).is_empty(),
        "check" => !row["kind"].is_null() && !list(&row["problems"]).is_empty(),
        "unclear" => row["kind"].is_null(),
        _ => row["state"] == "pending",
    };
    for sieve in ["fine", "check", "unclear", "undecided"] {
        let mut request = nominations(&round, "list", false);
        request["sieve"] = json!(sieve);
        let kept = agrees(&mut desk, "nominations", request.clone());
        let expected: Vec<Value> = all.iter().filter(|row| keeps(sieve, row)).cloned().collect();
        assert_eq!(kept, expected, "{sieve}: those and no others, in the same order");
        (request["from"], request["count"]) = (json!(0), json!(5));
        let page = desk.call("nominations", request.clone());
        assert_eq!(page["sieves"][sieve], expected.len(), "{sieve} is counted without being listed");
        assert_eq!(page["all"], 41);
        let counted: u64 = list(&page["groups"]).iter().filter_map(|group| group["count"].as_u64()).sum();
        assert_eq!(counted, expected.len() as u64, "{sieve}: the groups hold all that match");
        request["count"] = json!(1_000_000);
        let named = desk.call("nomination_ids", request);
        assert_eq!(named["ids"], json!(ids(&expected)), "{sieve}: all of them can be selected");
    }
    let mut request = nominations(&round, "list", false);
    request["text"] = json!("CONG CHUNG lao dong");
    let found = ids(&agrees(&mut desk, "nominations", request));
    let shown = |row: &Value| {
        let who = &row["honoree"];
        fold(
            &[&who["name"], &who["position"], &who["unit"], &row["kindName"]]
                .map(|v| v.as_str().unwrap_or_default())
                .join(" "),
        )
    };
    let expected: Vec<Value> = all
        .iter()
        .filter(|row| ["cong", "chung", "lao", "dong"].iter().all(|word| shown(row).contains(word)))
        .cloned()
        .collect();
    assert!(!expected.is_empty() && expected.len() < all.len(), "the words tell rows apart");
    assert_eq!(found, ids(&expected), "every word, marks apart, in any column");
}

#[test]
fn a_change_between_two_pages_is_seen_by_the_next() {
    let mut desk = Desk::with_sample();
    let round = text(&desk.import("Tổng kết năm 2025")["round"]).to_owned();
    let request = nominations(&round, "list", false);
    let before = agrees(&mut desk, "nominations", request.clone());

    desk.call("remove_nominations", json!({ "ids": [before[2]["id"]] }));
    let mut expected = before.clone();
    expected.remove(2);
    assert_eq!(
        agrees(&mut desk, "nominations", request.clone()),
        expected,
        "one fewer, the rest in its order"
    );

    desk.call("decide", json!({ "ids": [before[20]["id"]], "state": "rejected" }));
    let rows = agrees(&mut desk, "nominations", request.clone());
    assert_eq!(rows[19]["state"], "rejected", "a row of a later page shows what was decided");
    let one = desk.call("nomination", json!({ "id": before[20]["id"] }));
    assert_eq!(one, rows[19], "one row asked for by itself is the row of the list");

    let twice = json!({ "id": null, "round": round, "honoree": before[30]["honoree"], "kind": before[30]["kind"], "achievement": "" });
    desk.call("edit_nomination", twice);
    let rows = agrees(&mut desk, "nominations", request.clone());
    let same = rows
        .iter()
        .filter(|row| row["honoree"] == before[30]["honoree"] && row["kind"] == before[30]["kind"]);
    let codes: Vec<bool> = same
        .map(|row| list(&row["problems"]).iter().any(|problem| problem["code"] == "nominated-twice"))
        .collect();
    assert_eq!(codes, [false, true], "rows on different pages are checked together");

    for _ in 0..3 {
        desk.call("undo", json!({}));
    }
    assert_eq!(agrees(&mut desk, "nominations", request), before, "taken back, it is the list of before");
}

fn stamp() -> Stamp {
    Stamp { at: now(), who: "can-bo".into() }
}

fn person(number: usize) -> Honoree {
    Honoree {
        honoree_type: HonoreeType::Individual,
        name: format!("Nguyễn Văn {}", ["An", "Bình", "Đạt", "Ánh", "Yến"][number % 5]),
        gender: None,
        birth: None,
        position: Some("Chuyên viên".into()),
        unit: Some(format!("Phòng Nghiệp vụ {number}")),
    }
}

/// An office on an archive that was filled first.
fn filled<T>(fill: impl FnOnce(&mut Archive) -> T) -> (Desk, T) {
    let folder = TempDir::new().expect("a temporary folder");
    let place = folder.path().join("kho");
    let mut archive = Archive::open(&place, &stamp()).expect("an archive opens");
    let value = fill(&mut archive);
    drop(archive);
    (Desk { office: open(&place, Vec::new), folder }, value)
}

#[test]
fn a_round_of_ten_thousand_sends_one_page() {
    const ROWS: usize = 10_000;
    let (mut desk, round) = filled(|archive| {
        let done = archive.transact(archive::Action::new("Nhập"), &stamp(), |tx| {
            let round = tx.add_round(&Round { name: "Đợt lớn".into(), year: 2025 })?;
            for number in 0..ROWS {
                let honoree = person(number);
                let nomination = Nomination {
                    honoree: honoree.clone(),
                    kind: Some("advanced-labourer".into()),
                    kind_as_written: "LĐTT".into(),
                    achievement: "Hoàn thành tốt nhiệm vụ".into(),
                    state: NominationState::Pending,
                };
                let honoree = tx.add_honoree(&honoree)?;
                tx.add_nomination(
                    round,
                    &NewNomination { honoree, nomination, source: None, problems: vec![] },
                )?;
            }
            Ok::<_, archive::ArchiveError>(round)
        });
        done.expect("filled").value.to_string()
    });
    let view = desk.call("round", json!({ "id": round }));
    assert_eq!(view["nominations"], ROWS, "the round says how many there are");
    assert!(view.to_string().len() < 5_000, "and sends none of them: {} bytes", view.to_string().len());
    let request = nominations(&round, "list", false);
    let mut page = request.clone();
    (page["from"], page["count"]) = (json!(5_000), json!(100));
    let page = desk.call("nominations", page);
    assert_eq!((list(&page["rows"]).len(), &page["total"]), (100, &json!(ROWS)), "one page");
    let mut greedy = request.clone();
    (greedy["from"], greedy["count"]) = (json!(0), json!(u32::MAX));
    let most = desk.call("nominations", greedy);
    assert_eq!(list(&most["rows"]).len(), 1_000, "however many are asked for");
    let all = paged(&mut desk, "nominations", &request, 1_000);
    let distinct: BTreeSet<String> = ids(&all).into_iter().collect();
    assert_eq!((all.len(), distinct.len()), (ROWS, ROWS), "all of them, each once");
    let given: Vec<&str> =
        all.iter().filter_map(|row| text(&row["honoree"]["name"]).split(' ').next_back()).collect();
    let order: Vec<&str> = given.chunk_by(|a, b| a == b).map(|chunk| chunk[0]).collect();
    assert_eq!(order, ["An", "Ánh", "Bình", "Đạt", "Yến"], "by given name over all pages");
}

#[test]
fn awards_of_a_conference_come_in_pages() {
    let kinds = [
        ("advanced-labourer", "Lao động tiên tiến", Authority::DepartmentDirector),
        ("merit-province-chair", "Bằng khen của Chủ tịch UBND tỉnh", Authority::ProvinceChair),
        ("base-emulation-fighter", "Chiến sĩ thi đua cơ sở", Authority::DepartmentDirector),
    ];
    let (mut desk, conference) = filled(|archive| {
        let held = Conference { name: "Hội nghị".into(), ..Conference::default() };
        let done = archive.transact(archive::Action::new("Ghi"), &stamp(), |tx| {
            let conference = tx.add_conference(&held)?;
            for number in 0..60 {
                let (kind, name, authority) = kinds[number % 3];
                tx.add_award(&new_award(
                    tx.add_honoree(&person(number))?,
                    number,
                    kind,
                    name,
                    authority,
                    conference,
                ))?;
            }
            Ok::<_, archive::ArchiveError>(conference)
        });
        done.expect("filled").value.to_string()
    });
    assert_eq!(desk.call("conference", json!({ "id": conference }))["honours"], 60, "counted, not sent");
    let before = agrees(&mut desk, "conference_awards", json!({ "id": conference }));
    assert_eq!(before.len(), 60);
    assert_eq!(before[0]["authority"], "province_chair", "the higher authority first");
    let page = desk.call("conference_awards", json!({ "id": conference, "from": 0, "count": 1 }));
    let groups: Vec<(&str, u64)> = list(&page["groups"])
        .iter()
        .map(|group| (text(&group["kindName"]), group["count"].as_u64().expect("a count")))
        .collect();
    let runs: Vec<(&str, u64)> = before
        .chunk_by(|a, b| a["kindName"] == b["kindName"])
        .map(|run| (text(&run[0]["kindName"]), run.len() as u64))
        .collect();
    assert_eq!(groups, runs, "the headings count the rows that stand under them");
    desk.call("remove_awards", json!({ "ids": [before[0]["id"], before[30]["id"]] }));
    let mut expected = before.clone();
    expected.remove(30);
    expected.remove(0);
    assert_eq!(agrees(&mut desk, "conference_awards", json!({ "id": conference })), expected);
}

fn new_award(
    honoree_id: archive::HonoreeId,
    number: usize,
    kind: &str,
    name: &str,
    authority: Authority,
    conference: ConferenceId,
) -> NewAward {
    NewAward {
        honoree_id,
        honoree: person(number),
        kind: kind.into(),
        kind_name: name.into(),
        authority,
        achievement: String::new(),
        period: String::new(),
        year: Some(2025),
        decision: String::new(),
        date: None,
        document: None,
        conference: Some(conference),
        nomination: None,
    }
}

#[test]
fn rounds_and_conferences_come_in_pages_in_every_order() {
    let mut desk = Desk::new();
    let names = ["Tổng kết", "Chuyên đề Ánh sáng", "Đột xuất", "Án điểm", "Bình xét"];
    for number in 0..30 {
        let name = format!("{} {number}", names[number % 5]);
        desk.call("new_round", json!({ "name": name, "year": 2000 + number % 4 }));
        let date = (number % 6 != 0).then(|| format!("20{:02}-06-15", 10 + number % 9));
        let conference = json!({ "name": name, "date": date, "place": "Tây Ninh" });
        desk.call("edit_conference", json!({ "id": null, "conference": conference }));
    }
    for (command, orders) in [
        ("rounds", &["newest", "name", "year", "nominations", "questions"][..]),
        ("conferences", &["newest", "name", "date", "honours"][..]),
    ] {
        for order in orders {
            let ask = |reverse: bool| json!({ "text": "", "order": order, "reverse": reverse });
            let down = ids(&agrees(&mut desk, command, ask(false)));
            let mut up = ids(&agrees(&mut desk, command, ask(true)));
            up.reverse();
            assert_eq!(down.len(), 30);
            assert_eq!(down, up, "{command} by {order}: the other way round is the same list backwards");
        }
        let found =
            agrees(&mut desk, command, json!({ "text": "AN DIEM", "order": "newest", "reverse": false }));
        assert_eq!(found.len(), 6, "{command}: by part of the name, marks apart");
    }
    let by_name = desk.rows("rounds", json!({ "text": "", "order": "name", "reverse": false }));
    assert!(text(&by_name[0]["name"]).starts_with("Án điểm"), "in Vietnamese order: {}", by_name[0]["name"]);
    let dated = desk.rows("conferences", json!({ "text": "", "order": "newest", "reverse": false }));
    assert!(dated[4]["date"].is_null() && !dated[5]["date"].is_null(), "those without a date yet come first");
    let removed = desk.rounds()[3]["id"].clone();
    desk.call("remove_round", json!({ "id": removed }));
    let left = agrees(&mut desk, "rounds", json!({ "text": "", "order": "newest", "reverse": false }));
    assert!(left.len() == 29 && !ids(&left).contains(&text(&removed).to_owned()), "one fewer");
}

#[test]
fn files_of_a_thing_come_in_pages() {
    let mut desk = Desk::new();
    let made = desk.call("new_round", json!({ "name": "Đợt 1", "year": 2025 }));
    for number in 0..20 {
        let path = desk.path(&format!("tệp {number}.txt"));
        std::fs::write(&path, number.to_string()).expect("written");
        desk.call("attach", json!({ "id": made["id"], "path": path }));
    }
    let files = agrees(&mut desk, "files", json!({ "id": made["id"] }));
    assert_eq!(files.len(), 20);
    assert_eq!(files[19]["name"], "tệp 19.txt", "as they were attached");
    assert_eq!(desk.call("round", json!({ "id": made["id"] }))["files"], 20, "counted, not sent");
}

#[test]
fn the_first_screen_finds_what_is_due_wherever_it_is() {
    let (mut desk, _) = filled(|archive| {
        let done = archive.transact(archive::Action::new("Ban hành"), &stamp(), |tx| {
            for number in 0..60 {
                let date = NaiveDate::from_ymd_opt(2025 - number % 20, 12 - number as u32 % 12, 10);
                issue(tx, number, date.expect("a day"))?;
            }
            Ok::<_, ArchiveError>(())
        });
        done.expect("filled");
    });
    let all_due = desk.call("dossiers", json!({ "due": true }));
    let due = ids(list(&all_due));
    assert_eq!(due.len(), 59, "all but what ended five days ago");
    let shown = desk.call("home", json!({}))["due"].clone();
    assert_eq!(list(&shown).len(), 8, "the first screen shows some of it");
    let years =
        |rows: &[Value]| rows.iter().map(|row| text(&row["ended"])[..4].to_owned()).collect::<Vec<_>>();
    assert_eq!(years(list(&shown)), years(&list(&all_due)[..8]), "of the newest");
    assert!(ids(list(&shown)).iter().all(|id| due.contains(id)), "and nothing that is not due");

    // All but three of them are handed over, one of the newest, one of the oldest, one between.
    let left = [due[0].clone(), due[due.len() / 2].clone(), due[due.len() - 1].clone()];
    let folder = desk.path("kho");
    drop(desk.office);
    let mut archive = Archive::open(&folder, &stamp()).expect("opens");
    let values = [("handedOver", "2025-12-01"), ("maintenance", "Vĩnh viễn")];
    let values = values.map(|(key, value)| (key.to_owned(), value.to_owned())).into();
    let handed_over = DossierDetails { values, ..DossierDetails::default() };
    let done = archive.transact(archive::Action::new("Nộp lưu"), &stamp(), |tx| {
        due.iter()
            .filter(|id| !left.contains(id))
            .try_for_each(|id| tx.save_dossier(id.parse()?, &handed_over))
    });
    done.expect("handed over");
    drop(archive);
    desk.office = open(&folder, Vec::new);
    let expected = desk.call("dossiers", json!({ "due": true }));
    assert_eq!(ids(list(&expected)), left, "the list has these three");
    assert_eq!(desk.call("home", json!({}))["due"], expected, "and the first screen finds them however old");
}

fn issue(tx: &archive::Tx<'_>, number: i32, date: NaiveDate) -> Result<(), ArchiveError> {
    let title = format!("Quyết định {number}");
    let content =
        archive::DraftContent { title: title.clone(), symbol: "QĐ-STP".into(), ..Default::default() };
    let new = archive::NewDocument { template: "decision-commendation".into(), subject: None, content };
    let issuance = archive::Issuance {
        number: (number + 1).to_string(),
        symbol: "QĐ-STP".into(),
        issuer: "Sở Tư pháp".into(),
        date,
        title,
        text: String::new(),
        facts: json!({}),
        file: None,
    };
    tx.issue_document(tx.add_document(&new)?, &issuance)
}

#[test]
fn figures_of_a_period_are_those_that_the_rows_add_up_to() {
    let folder = TempDir::new().expect("a temporary folder");
    let place = folder.path().join("kho");
    specimen::Specimen::of(2_000).write(&place, |_| ()).expect("a made-up archive");
    let archive = Archive::open(&place, &stamp()).expect("opens");
    let conferences = archive.conferences(&archive::ConferenceFilter::default()).expect("read");
    let some =
        conferences.iter().find(|one| one.honours > 5).expect("a conference where awards were given").id;
    let awards = archive.awards(AwardScope::All).expect("read");
    let year =
        |record: &archive::AwardRecord| record.award.year.is_some_and(|year| (2010..=2016).contains(&year));
    let counted: Vec<_> =
        awards.iter().filter(|record| year(record) && record.award.conference != Some(some)).collect();
    let collective = counted
        .iter()
        .find(|record| record.award.honoree.honoree_type == HonoreeType::Collective)
        .expect("a collective");
    let own = vec![fold(&collective.award.honoree.name)];
    let figures = archive.figures_of_period((2010, 2016), some, &own).expect("counted");
    assert!(figures.len() > 3, "several kinds");
    let mut sum = 0;
    for (figure, own_count) in &figures {
        let of = |honoree_type: HonoreeType| {
            let same = counted.iter().filter(|record| {
                let award = &record.award;
                (&award.kind, &award.kind_name, award.authority, award.honoree.honoree_type)
                    == (&figure.kind, &figure.kind_name, figure.authority, honoree_type)
            });
            same.clone().count() as u32
        };
        assert_eq!(figure.collectives, of(HonoreeType::Collective), "{}", figure.kind_name);
        assert_eq!(figure.households, of(HonoreeType::Household), "{}", figure.kind_name);
        assert_eq!(figure.individuals, of(HonoreeType::Individual), "{}", figure.kind_name);
        let ours = counted.iter().filter(|record| {
            record.award.kind_name == figure.kind_name
                && record.award.authority == figure.authority
                && record.award.honoree.honoree_type == HonoreeType::Collective
                && own.contains(&fold(&record.award.honoree.name))
        });
        assert_eq!(*own_count, ours.count() as u32, "{}: the agency's own", figure.kind_name);
        sum += figure.collectives + figure.households + figure.individuals;
    }
    assert_eq!(sum as usize, counted.len(), "no award is left out, none counted twice");
}
