//! What templates make of facts, fields and gaps.
#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is the test's own report")]

mod common;

use commendation::{Conference, Power, Signatory};
use common::*;
use document::{Block, Paper, Placed, Row, Section, Severity};
use drafting::*;

fn drafted(id: &str, facts: &Facts, values: &[(&str, &str)]) -> Drafted {
    let values = values.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
    draft(template(id).unwrap(), facts, &values, created())
}

fn papers(drafted: &Drafted) -> Vec<&Paper> {
    drafted
        .document
        .sections
        .iter()
        .map(|section| match section {
            Section::Paper(paper) => paper,
            Section::Sheet(_) => panic!("a paper was expected"),
        })
        .collect()
}

fn rows(drafted: &Drafted) -> usize {
    let all = papers(drafted).into_iter().flat_map(|paper| &paper.blocks);
    all.map(|block| match block {
        Block::Table(table) => table.rows.iter().filter(|row| matches!(row, Row::Cells(_))).count(),
        _ => 0,
    })
    .sum()
}

/// The message of the first finding of that code.
fn message(drafted: &Drafted, code: &str) -> Option<String> {
    drafted.diagnostics.iter().find(|found| found.code == code).map(|found| found.message.clone())
}

fn field<'a>(drafted: &'a Drafted, key: &str) -> &'a Field {
    drafted.sections.iter().flat_map(|section| &section.fields).find(|field| field.key == key).unwrap()
}

#[test]
fn papers_read_as_they_should() {
    for template in templates() {
        let drafted = draft(template, &facts_for(template), &Values::new(), created());
        let mut text = plain(&drafted.document);
        for found in &drafted.diagnostics {
            text.push_str(&format!(
                "! {:?} {} {:?}: {}\n",
                found.severity, found.code, found.field, found.message
            ));
        }
        insta::assert_snapshot!(template.id.as_str(), text);
    }
}

#[test]
fn a_draft_of_nothing_is_a_draft_full_of_holes() {
    let empty = Facts { today: day("2025-12-20"), ..Facts::default() };
    let bare = Facts {
        round: Some(RoundFacts { year: 2025, ..RoundFacts::default() }),
        conference: Some(ConferenceFacts::default()),
        ..empty.clone()
    };
    for template in templates() {
        for facts in [&empty, &bare] {
            let drafted = draft(template, facts, &Values::new(), created());
            assert!(!drafted.document.sections.is_empty(), "{}", template.id);
            assert!(drafted.diagnostics.iter().any(|d| d.severity == Severity::Error), "{}", template.id);
            assert!(plain(&drafted.document).contains(HOLE), "{}", template.id);
            for section in &drafted.sections {
                assert!(section.fields.iter().all(|field| !field.own), "{}", template.id);
            }
        }
    }
    let drafted = drafted("decision-commendation", &bare, &[]);
    assert!(
        drafted
            .diagnostics
            .iter()
            .any(|d| d.code == "empty-list" && d.message.contains("Thêm vào danh sách"))
    );
    assert_eq!(papers(&drafted).len(), 1, "no list without anybody on it");
}

#[test]
fn every_hole_is_told_with_its_field() {
    for template in templates() {
        let drafted = draft(template, &facts_for(template), &Values::new(), created());
        let told = |key: &str| drafted.diagnostics.iter().any(|d| d.field.as_deref() == Some(key));
        for paper in papers(&drafted) {
            for run in runs(paper).into_iter().filter(|run| run.hole) {
                let key =
                    run.field.as_deref().unwrap_or_else(|| panic!("{}: a hole without field", template.id));
                assert!(told(key), "{}: {key}", template.id);
            }
        }
    }
}

fn runs(paper: &Paper) -> Vec<document::Run> {
    let mut runs = Vec::new();
    let mut add = |text: &document::Text| runs.extend(text.runs.iter().cloned());
    for block in &paper.blocks {
        match block {
            Block::Head(head) => {
                [&head.number, &head.place_and_date].into_iter().flatten().for_each(&mut add)
            }
            Block::Closing(closing) => {
                closing.distribution.iter().for_each(&mut add);
                closing.signatures.iter().for_each(|signature| add(&signature.name));
            }
            Block::AnnexHead { reference, .. } => reference.iter().for_each(&mut add),
            Block::Paragraph(text)
            | Block::Item(text)
            | Block::Citation(text)
            | Block::Article { text, .. } => {
                add(text);
            }
            _ => {}
        }
    }
    runs
}

#[test]
fn only_collectives_or_only_individuals_read_well() {
    let mut facts = facts();
    let all = facts.round.take().unwrap();
    let keep = |honoree_type| {
        let entries =
            all.entries.iter().filter(|e| e.honoree.honoree_type == honoree_type).cloned().collect();
        Some(RoundFacts { entries, ..all.clone() })
    };
    facts.round = keep(commendation::HonoreeType::Collective);
    let text = plain(&drafted("decision-commendation", &facts, &[]).document);
    assert!(text.contains("cho 01 tập thể đã có thành tích"), "{text}");
    assert!(text.contains("và các tập thể có tên tại Điều 1"), "{text}");
    assert!(text.contains("I. TẬP THỂ") && !text.contains("CÁ NHÂN\n"), "{text}");
    facts.round = keep(commendation::HonoreeType::Individual);
    let text = plain(&drafted("decision-commendation", &facts, &[]).document);
    assert!(text.contains("cho 03 cá nhân đã có thành tích"), "{text}");
    assert!(text.contains("I. CÁ NHÂN"), "{text}");
    facts.round = Some(RoundFacts {
        entries: vec![titled(collective("Văn phòng Sở"), "Tập thể lao động tiên tiến")],
        ..all
    });
    let text = plain(&drafted("decision-titles", &facts, &[]).document);
    assert!(
        text.contains("Công nhận danh hiệu “Tập thể lao động tiên tiến” năm 2025 cho 01 tập thể"),
        "{text}"
    );
}

#[test]
fn counts_are_the_rows_of_the_list_however_many() {
    let mut facts = facts();
    let entries: Vec<ListEntry> = (0..1_000)
        .map(|number| commended(person(&format!("Nguyễn Văn {number}"), None, "Chuyên viên", "Văn phòng Sở")))
        .collect();
    facts.round = Some(RoundFacts { entries, ..round() });
    let drafted = drafted("decision-commendation", &facts, &[]);
    assert_eq!((rows(&drafted), drafted.entries.len()), (1_000, 1_000));
    let text = plain(&drafted.document);
    assert!(text.contains("cho 1.000 cá nhân") && text.contains("710.000.000 đồng"), "{}", &text[..2_000]);
    for template in templates().iter().filter(|template| template.subject == Subject::Round) {
        let drafted = draft(template, &self::facts(), &Values::new(), created());
        assert_eq!(rows(&drafted), drafted.entries.len(), "{}", template.id);
    }
}

#[test]
fn facts_and_values_are_never_evaluated() {
    let evil = "{{ 7*7 }} {% for x in range(9) %}x{% endfor %} [signer] <b>&amp;</b> {# x #}";
    let mut facts = facts();
    facts.agency.name = format!("Sở {evil}");
    facts.agency.signatory.name = evil.into();
    let mut entry = commended(person(evil, None, evil, evil));
    entry.achievement = evil.into();
    facts.round = Some(RoundFacts { name: evil.into(), year: 2025, entries: vec![entry] });
    facts.conference = Some(ConferenceFacts {
        conference: Conference {
            name: evil.into(),
            movements: evil.into(),
            goal: evil.into(),
            ..conference().conference
        },
        ..conference()
    });
    for template in templates() {
        let drafted = draft(template, &facts, &Values::from([("summary".into(), evil.into())]), created());
        let text = plain(&drafted.document);
        assert!(!text.contains("49") && !text.contains("xxxxxxxxx"), "{}: {text}", template.id);
    }
    let text = plain(&drafted("decision-commendation", &facts, &[("summary", evil)]).document);
    assert!(text.matches("{{ 7*7 }}").count() > 5 && text.contains("[signer]"), "{text}");
}

#[test]
fn decomposed_text_is_composed_on_the_page() {
    use unicode_normalization::{UnicodeNormalization, is_nfc};
    let apart = |text: &str| text.nfd().collect::<String>();
    let mut facts = facts();
    facts.agency.name = apart("Sở Tư pháp");
    facts.agency.parent = apart("UBND tỉnh Tây Ninh");
    for entry in &mut facts.round.as_mut().unwrap().entries {
        entry.honoree.name = apart(&entry.honoree.name);
        entry.kind_name = apart(&entry.kind_name);
        entry.achievement = apart(&entry.achievement);
    }
    let values = Values::from([("summary".into(), apart("Về việc khen thưởng"))]);
    for template in templates().iter().filter(|template| template.subject == Subject::Round) {
        let drafted = draft(template, &facts, &values, created());
        assert!(is_nfc(&plain(&drafted.document)), "{}", template.id);
        assert!(is_nfc(&drafted.document.meta.title), "{}", template.id);
        let certificate = CertificateFacts { agency: facts.agency.clone(), ..CertificateFacts::default() };
        assert!(is_nfc(&plain(&certificates(&designs()[0], &certificate, &drafted.entries, created()))));
    }
}

#[test]
fn the_officers_values_stand_and_figures_stay_counted() {
    let values = [
        ("number", "7"),
        ("date", "2026-03-05"),
        ("achievement", "đã có thành tích trong chuyển đổi số."),
        ("citations", "Luật A;\nCăn cứ Nghị định B."),
        ("prize", ""),
        ("execution", "Chánh Văn phòng thi hành Quyết định này./."),
        ("distribution", "- Như Điều 2\nLưu: VT"),
    ];
    let drafted = drafted("decision-commendation", &facts(), &values);
    let text = plain(&drafted.document);
    for expected in [
        "Số: 07/QĐ-STP | Tây Ninh, ngày 05 tháng 3 năm 2026",
        "/ Căn cứ Luật A;\n/ Căn cứ Nghị định B;\n/ Theo đề nghị của",
        "cho 01 tập thể và 03 cá nhân đã có thành tích trong chuyển đổi số (có danh sách kèm theo).",
        "Điều 2. Chánh Văn phòng thi hành Quyết định này./.\n",
        "- Như Điều 2;\n- Lưu: VT.",
        "(Kèm theo Quyết định số 07/QĐ-STP ngày 05 tháng 3 năm 2026 của Giám đốc Sở Tư pháp)",
    ] {
        assert!(text.contains(expected), "{expected}\n{text}");
    }
    assert!(!text.contains("Điều 3"), "{text}");
    assert!(field(&drafted, "number").own && !field(&drafted, "symbol").own);
    assert!(drafted.diagnostics.is_empty(), "{:?}", drafted.diagnostics);
    let wrong = self::drafted("decision-commendation", &facts(), &[("date", "hôm qua")]);
    assert!(wrong.diagnostics.iter().any(|d| d.code == "bad-date"));
}

#[test]
fn the_law_follows_the_date_of_the_decision() {
    let on = |date: &str| plain(&drafted("decision-commendation", &facts(), &[("date", date)]).document);
    assert!(on("2025-07-01").contains("152/2025/NĐ-CP"));
    assert!(on("2025-06-30").contains("98/2023/NĐ-CP") && !on("2025-06-30").contains("152/2025"));
    assert!(on("2020-06-15").contains("91/2017/NĐ-CP") && !on("2020-06-15").contains("năm 2022"));
    assert!(on("2025-12-20").matches("/ Căn cứ").count() == 2, "what is unverified is not printed");
    let told = |values: &[(&str, &str)]| {
        message(&drafted("decision-commendation", &facts(), values), "unverified-law")
    };
    assert!(told(&[]).is_some_and(|message| message.contains("15/2025/TT-BNV")));
    assert_eq!(told(&[("citations", "Luật A")]), None, "nothing is left out of the officer's own grounds");
}

#[test]
fn a_sum_without_a_date_is_told_to_follow_the_date() {
    let told = |values: &[(&str, &str)]| {
        message(&drafted("decision-commendation", &facts(), values), "prize-by-today")
    };
    assert!(told(&[]).is_some());
    assert_eq!(told(&[("date", "2025-12-20")]), None);
    assert_eq!(told(&[("prize", "")]), None, "no prize, no sum");
}

#[test]
fn a_number_is_a_number() {
    for (text, sound) in [
        ("15", true),
        ("07", true),
        ("15a", true),
        ("3Đ", true),
        ("0", false),
        ("00", false),
        ("-5", false),
        ("12/QĐ-ABC", false),
        ("{{ x }}", false),
        ("15ab", false),
        ("a", false),
        ("", false),
        ("１５", false),
    ] {
        assert_eq!(is_number(text), sound, "{text}");
    }
    let told =
        |number| message(&drafted("decision-commendation", &facts(), &[("number", number)]), "bad-number");
    assert!(told("12/QĐ-ABC").is_some_and(|message| message.starts_with("Số: ")));
    assert_eq!(told("15a"), None);
}

#[test]
fn nominations_still_open_are_told() {
    let mut facts = facts();
    let entries = &mut facts.round.as_mut().unwrap().entries;
    entries.iter_mut().for_each(|entry| entry.pending = true);
    entries[0].questioned = true;
    let decision = drafted("decision-commendation", &facts, &[]);
    assert_eq!(message(&decision, "pending-nominations").as_deref(), Some("04 đề nghị chưa được xét."));
    assert_eq!(message(&decision, "questioned-nominations").as_deref(), Some("01 đề nghị còn điều cần xem."));
    let minutes = drafted("council-minutes", &facts, &[]);
    assert_eq!(message(&minutes, "pending-nominations"), None, "the council is about to decide");
    assert!(message(&minutes, "questioned-nominations").is_some());
}

#[test]
fn law_that_was_not_checked_is_told() {
    let mut facts = facts();
    let entries = &mut facts.round.as_mut().unwrap().entries;
    entries[0].unverified_kind = Some("Điều 75".into());
    entries[0].unverified_salary = Some("Nghị định 73/2024/NĐ-CP".into());
    let decision = drafted("decision-commendation", &facts, &[]);
    assert!(message(&decision, "unverified-kind").is_some_and(|text| text.contains("(Điều 75)")));
    assert!(message(&decision, "unverified-salary").is_some_and(|text| text.contains("73/2024")));
    let submission = drafted("submission-province", &facts, &[]);
    assert_eq!(message(&submission, "unverified-salary"), None, "it names no sum");
    assert_eq!(message(&submission, "unverified-kind"), None, "it prints no such award");
}

#[test]
fn minutes_invent_nothing() {
    let minutes = drafted("council-minutes", &facts(), &[]);
    assert_eq!(field(&minutes, "venue").value, "");
    assert!(message(&minutes, "check-words").is_some_and(|text| text.contains("biểu quyết")));
    let told = drafted("council-minutes", &facts(), &[("discussion", "Hội đồng đã thảo luận.")]);
    assert_eq!(message(&told, "check-words"), None);
}

#[test]
fn titles_of_lists_name_who_is_on_them() {
    let mut facts = facts();
    let mut entries = std::mem::take(&mut facts.round.as_mut().unwrap().entries);
    entries.retain(|entry| entry.honoree.honoree_type == commendation::HonoreeType::Individual);
    facts.round.as_mut().unwrap().entries = entries.clone();
    for (id, title) in [
        ("decision-commendation", "# Cá nhân được tặng Giấy khen"),
        ("decision-titles", "# Cá nhân được công nhận danh hiệu"),
        ("submission-province", "# Cá nhân đề nghị"),
        ("council-minutes", "thành tích của các cá nhân, Hội đồng"),
    ] {
        let text = plain(&drafted(id, &facts, &[]).document);
        assert!(text.contains(title) && !text.to_lowercase().contains("tập thể"), "{text}");
    }
    let mut household = entries[0].clone();
    household.honoree.honoree_type = commendation::HonoreeType::Household;
    facts.round.as_mut().unwrap().entries.push(household);
    let text = plain(&drafted("decision-commendation", &facts, &[]).document);
    assert!(text.contains("# Hộ gia đình, cá nhân được tặng Giấy khen"), "{text}");
}

#[test]
fn papers_of_a_conference_bear_its_year() {
    let mut facts = Facts { today: day("2025-12-20"), ..conference_facts() };
    for (id, line) in [
        ("conference-report", "năm 2020"),
        ("conference-invitation", "năm 2020"),
        ("conference-news", "15/06/2020"),
    ] {
        let text = plain(&drafted(id, &facts, &[]).document);
        assert!(
            text.contains(line) && !text.contains("năm 2025\n") && !text.contains("20/12/2025"),
            "{text}"
        );
    }
    facts.conference.as_mut().unwrap().conference.date = None;
    let news = drafted("conference-news", &facts, &[]);
    assert!(news.diagnostics.iter().any(|d| d.field.as_deref() == Some("posted")));
}

#[test]
fn who_signs_is_said_by_the_power() {
    let mut facts = facts();
    let mut signed = |power, position: &str| {
        facts.agency.signatory =
            Signatory { name: "Trần Thị Bích Ngọc".into(), position: position.into(), power };
        plain(&drafted("decision-commendation", &facts, &[]).document)
    };
    assert!(
        signed(Power::ForHead, "Phó Giám đốc").contains("> KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC: Trần Thị Bích Ngọc")
    );
    assert!(signed(Power::Own, "Giám đốc").contains("> GIÁM ĐỐC: "));
    assert!(signed(Power::Acting, "Q. Giám đốc").contains("> Q. GIÁM ĐỐC: "));
    assert!(signed(Power::ByOrder, "Chánh Văn phòng").contains("> TL. GIÁM ĐỐC / CHÁNH VĂN PHÒNG: "));
}

#[test]
fn doubtful_lists_are_told() {
    let mut facts = facts();
    let round = facts.round.as_mut().unwrap();
    let first = round.entries[0].clone();
    round.entries.push(first);
    round.entries.push(ListEntry {
        kind: String::new(),
        category: None,
        authority: None,
        ..round.entries[1].clone()
    });
    round.entries[2].prize = None;
    facts.date = Some(day("2025-12-01"));
    let codes: Vec<String> =
        drafted("decision-commendation", &facts, &[]).diagnostics.into_iter().map(|d| d.code).collect();
    for code in ["duplicate-entry", "unknown-kind", "no-prize", "date-order"] {
        assert!(codes.iter().any(|found| found == code), "{code}: {codes:?}");
    }
}

#[test]
fn of_several_titles_only_the_highest_prize_counts() {
    let who = || person("Trần Văn Đức", None, "", "");
    let prized = |name, prize| ListEntry { prize: Some(prize), ..titled(who(), name) };
    let entries = [
        prized("Chiến sĩ thi đua cơ sở", 2_340_000),
        prized("Lao động tiên tiến", 710_000),
        commended(who()),
    ];
    assert_eq!(prize_total(&entries), 2_340_000 + 710_000);
}

#[test]
fn the_same_input_gives_the_same_document() {
    for template in templates() {
        let once = || draft(template, &facts_for(template), &Values::new(), created());
        assert_eq!(once(), once(), "{}", template.id);
    }
}

#[test]
fn a_certificate_for_each_with_a_field_of_its_own() {
    let drafted = drafted("decision-commendation", &facts(), &[]);
    let design = &designs()[0];
    let known = CertificateFacts {
        agency: agency(),
        number: Some("15/QĐ-STP".into()),
        date: Some(day("2026-01-05")),
        achievement: "đã có thành tích xuất sắc".into(),
        today: day("2025-12-20"),
    };
    let document = certificates(design, &known, &drafted.entries, created());
    assert_eq!(document.sections.len(), drafted.entries.len());
    let names: std::collections::BTreeSet<String> = document
        .sections
        .iter()
        .flat_map(|section| match section {
            Section::Sheet(sheet) => &sheet.items[..],
            Section::Paper(_) => &[],
        })
        .filter_map(|item| match item {
            Placed::Signature { name, .. } => Some(name.clone()),
            _ => None,
        })
        .collect();
    assert_eq!(names.len(), drafted.entries.len() * 2, "a signature and a seal on each page");
    assert!(names.contains("ChuKyNguoiKy2") && names.contains("DauCoQuan2"), "{names:?}");
    insta::assert_snapshot!("certificates", plain(&document));
    let unknown = CertificateFacts { number: None, date: None, ..known };
    insta::assert_snapshot!(
        "certificate-blank",
        plain(&certificates(design, &unknown, &drafted.entries[..1], created()))
    );
}
