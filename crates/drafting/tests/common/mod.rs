//! A department with one round and one conference, and a document as plain text.
#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    reason = "test support: each test file uses its own part"
)]

use chrono::{DateTime, FixedOffset, NaiveDate};
use commendation::*;
use document::{Block, Document, Placed, Row, Section, Text};
use drafting::*;
use std::fmt::Write as _;

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn created() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2025-12-20T09:00:00+07:00").unwrap()
}

pub fn agency() -> Agency {
    Agency {
        name: "Sở Tư pháp".into(),
        parent: "UBND tỉnh Tây Ninh".into(),
        province: "Tây Ninh".into(),
        abbreviation: "STP".into(),
        place: "Tây Ninh".into(),
        head_position: "Giám đốc".into(),
        signatory: Signatory {
            name: "Nguyễn Hoàng Nam".into(),
            position: "Giám đốc".into(),
            power: Power::Own,
        },
        council: "Hội đồng Thi đua - Khen thưởng Sở Tư pháp".into(),
        drafting_unit: "VP".into(),
        drafting_unit_head: "Chánh Văn phòng".into(),
        contact: String::new(),
    }
}

pub fn collective(name: &str) -> Honoree {
    Honoree {
        honoree_type: HonoreeType::Collective,
        name: name.into(),
        gender: None,
        birth: None,
        position: None,
        unit: Some("Sở Tư pháp".into()),
    }
}

pub fn person(name: &str, gender: Option<Gender>, position: &str, unit: &str) -> Honoree {
    Honoree {
        honoree_type: HonoreeType::Individual,
        name: name.into(),
        gender,
        birth: None,
        position: Some(position.into()),
        unit: Some(unit.into()),
    }
}

pub fn commended(honoree: Honoree) -> ListEntry {
    let prize = if honoree.honoree_type == HonoreeType::Individual { 710_000 } else { 1_410_000 };
    ListEntry {
        id: String::new(),
        honoree,
        kind: "giay-khen.department-director".into(),
        kind_name: "Giấy khen của Giám đốc Sở".into(),
        category: Some(AwardCategory::Form),
        authority: Some(Authority::DepartmentDirector),
        achievement: "Đã có thành tích xuất sắc trong công tác tư pháp năm 2025".into(),
        prize: Some(prize),
        unverified_kind: None,
        unverified_salary: None,
        pending: false,
        questioned: false,
        decision: None,
        decision_date: None,
    }
}

pub fn titled(honoree: Honoree, name: &str) -> ListEntry {
    ListEntry {
        kind: name.to_lowercase(),
        kind_name: name.into(),
        category: Some(AwardCategory::EmulationTitle),
        achievement: String::new(),
        prize: None,
        ..commended(honoree)
    }
}

pub fn of_province(honoree: Honoree) -> ListEntry {
    ListEntry {
        kind: "bang-khen.province-chair".into(),
        kind_name: "Bằng khen của Chủ tịch UBND tỉnh".into(),
        authority: Some(Authority::ProvinceChair),
        prize: Some(3_510_000),
        ..commended(honoree)
    }
}

pub fn round() -> RoundFacts {
    let female = Some(Gender::Female);
    let male = Some(Gender::Male);
    RoundFacts {
        name: "Tổng kết năm 2025".into(),
        year: 2025,
        entries: vec![
            commended(person("Nguyễn Thị Ánh Tuyết", female, "Chuyên viên", "Văn phòng Sở")),
            commended(collective("Phòng Phổ biến, giáo dục pháp luật")),
            commended(person("Trần Văn Đức", male, "Phó Trưởng phòng", "Phòng Hành chính tư pháp")),
            commended(person("Lê Minh Hòa", None, "Chấp hành viên", "Trung tâm Trợ giúp pháp lý")),
            titled(
                person("Nguyễn Thị Ánh Tuyết", female, "Chuyên viên", "Văn phòng Sở"),
                "Lao động tiên tiến",
            ),
            titled(
                person("Trần Văn Đức", male, "Phó Trưởng phòng", "Phòng Hành chính tư pháp"),
                "Chiến sĩ thi đua cơ sở",
            ),
            titled(
                person("Lê Minh Hòa", None, "Chấp hành viên", "Trung tâm Trợ giúp pháp lý"),
                "Lao động tiên tiến",
            ),
            titled(collective("Văn phòng Sở"), "Tập thể lao động tiên tiến"),
            of_province(person("Phạm Quốc Khánh", male, "Trưởng phòng", "Thanh tra Sở")),
            of_province(collective("Phòng Công chứng số 1")),
        ],
    }
}

pub fn conference() -> ConferenceFacts {
    let figure = |kind: &str, name: &str, authority, own, collectives, individuals| AwardFigure {
        kind: kind.into(),
        name: name.into(),
        category: AwardCategory::Form,
        authority,
        own,
        collectives,
        households: 0,
        individuals,
    };
    let given = |name| {
        let mut entry = of_province(person(name, None, "", "Sở Tư pháp"));
        entry.decision = Some("1250/QĐ-UBND".into());
        entry.decision_date = Some(day("2020-06-10"));
        entry
    };
    ConferenceFacts {
        conference: Conference {
            name: "Hội nghị Điển hình tiên tiến Sở Tư pháp tỉnh Tây Ninh lần thứ V (2020 - 2025)".into(),
            date: Some(day("2020-06-15")),
            place: "Hội trường Sở Tư pháp tỉnh Tây Ninh".into(),
            chair_name: "Nguyễn Hoàng Nam".into(),
            chair_position: "Bí thư Đảng ủy, Giám đốc Sở Tư pháp".into(),
            period_from: Some(2015),
            period_to: Some(2020),
            next_from: Some(2020),
            next_to: Some(2025),
            movements: "Sở Tư pháp đã chú trọng triển khai các phong trào thi đua do Trung ương, tỉnh phát động.\nCác phong trào thi đua được phát động có trọng tâm, trọng điểm.".into(),
            results: "Công tác xây dựng, thẩm định văn bản quy phạm pháp luật được nâng cao chất lượng.".into(),
            shortcomings: String::new(),
            goal: "Xây dựng hệ thống tư pháp tỉnh Tây Ninh hiệu lực, hiệu quả, đồng bộ từ cấp tỉnh đến cơ sở.".into(),
            tasks: "Tập trung đổi mới công tác lãnh đạo, chỉ đạo về thi đua, khen thưởng.\nChú trọng phát hiện, bồi dưỡng, nhân rộng điển hình tiên tiến.".into(),
            delegations: vec![
                Delegation { congress: "Đại hội Thi đua yêu nước tỉnh Tây Ninh lần thứ V".into(), members: vec![] },
                Delegation { congress: "Đại hội Thi đua yêu nước Ngành Tư pháp".into(), members: vec![] },
            ],
        },
        honours: ["Cao Văn Một", "Đỗ Thị Hai", "Hà Văn Ba", "Kiều Thị Tư"].map(given).into(),
        figures: vec![
            figure("bk-tinh", "Bằng khen của Chủ tịch UBND tỉnh", Authority::ProvinceChair, 9, 3, 12),
            figure("co-bo", "Cờ “Thi đua ngành Tư pháp”", Authority::Minister, 1, 0, 0),
            figure("bk-bo", "Bằng khen của Bộ trưởng Bộ Tư pháp", Authority::Minister, 2, 0, 4),
            figure("hcld2", "Huân chương Lao động hạng nhì", Authority::President, 1, 0, 0),
        ],
    }
}

pub fn facts() -> Facts {
    Facts {
        agency: agency(),
        date: None,
        today: day("2025-12-20"),
        round: Some(round()),
        conference: None,
        original: None,
        related: vec![RelatedPaper {
            kind: "council-minutes".into(),
            number: Some("01/BB-HĐTĐKT".into()),
            date: Some(day("2025-12-12")),
        }],
    }
}

pub fn conference_facts() -> Facts {
    Facts {
        today: day("2020-06-16"),
        round: None,
        conference: Some(conference()),
        related: vec![],
        ..facts()
    }
}

/// Facts of a copy: the decision of the usual round, issued.
pub fn copied() -> Facts {
    let values = [("number", "15"), ("date", "2025-12-20"), ("proposer", "Chánh Văn phòng Sở")];
    let values = values.map(|(key, value)| (key.to_owned(), value.to_owned())).into();
    let decision = draft(template("decision-commendation").unwrap(), &facts(), &values, created());
    let original = Some(Original { title: decision.title, document: decision.document });
    Facts { round: None, original, ..facts() }
}

/// Facts that suit the template.
pub fn facts_for(template: &Template) -> Facts {
    match template.subject {
        Subject::Round | Subject::Any => facts(),
        Subject::Document => copied(),
        Subject::Conference => conference_facts(),
    }
}

/// The words of a text, holes between brackets.
pub fn words(text: &Text) -> String {
    text.runs
        .iter()
        .map(|run| if run.hole { format!("[{}]", run.text.replace('\u{a0}', "_")) } else { run.text.clone() })
        .collect()
}

/// The document as text, one element a line.
pub fn plain(document: &Document) -> String {
    let mut out = String::new();
    for section in &document.sections {
        match section {
            Section::Paper(paper) => {
                writeln!(out, "=== {:?}", paper.orientation).unwrap();
                paper.blocks.iter().for_each(|block| block_text(block, &mut out));
            }
            Section::Sheet(sheet) => {
                writeln!(out, "=== {} x {}", sheet.width, sheet.height).unwrap();
                for item in &sheet.items {
                    match item {
                        Placed::Text(text) => writeln!(out, "{}", words(&text.text)).unwrap(),
                        Placed::Signature { name, .. } => writeln!(out, "<{name}>").unwrap(),
                        Placed::Frame { .. } | Placed::Path { .. } => {}
                    }
                }
            }
        }
    }
    out
}

fn block_text(block: &Block, out: &mut String) {
    let line = match block {
        Block::Head(head) => {
            let optional = |text: &Option<Text>| text.as_ref().map(words).unwrap_or_default();
            format!(
                "{} / {}\n{} | {}",
                optional(&head.parent),
                words(&head.agency),
                optional(&head.number),
                optional(&head.place_and_date)
            ) + &head.summary.as_ref().map(|text| format!("\n{}", words(text))).unwrap_or_default()
        }
        Block::Title { kind, summary } => format!("# {}\n# {}", words(kind), words(summary)),
        Block::Authority(text) | Block::Order(text) => format!("## {}", words(text)),
        Block::Citation(text) => format!("/ {}", words(text)),
        Block::Addressees { lead, to } => {
            format!("{} {}", words(lead), to.iter().map(words).collect::<Vec<_>>().join(" + "))
        }
        Block::Heading { level, text } => format!("{level:?}: {}", words(text)),
        Block::Article { label, text } => format!("{} {}", words(label), words(text)),
        Block::Paragraph(text) => words(text),
        Block::Item(text) => format!("  {}", words(text)),
        Block::Table(table) => {
            let cells = |cells: &[Text]| cells.iter().map(words).collect::<Vec<_>>().join(" | ");
            let mut lines =
                vec![table.columns.iter().map(|c| words(&c.head)).collect::<Vec<_>>().join(" | ")];
            lines.extend(table.rows.iter().map(|row| match row {
                Row::Group(text) => format!("-- {}", words(text)),
                Row::Cells(row) => cells(row),
                Row::Total(row) => format!("= {}", cells(row)),
            }));
            lines.join("\n")
        }
        Block::AnnexHead { label, title, summary, reference } => {
            [label, &Some(title.clone()), summary, reference]
                .into_iter()
                .flatten()
                .map(|text| format!("# {}", words(text)))
                .collect::<Vec<_>>()
                .join("\n")
        }
        Block::Closing(closing) => {
            let mut lines: Vec<String> = closing.distribution.iter().map(words).collect();
            for signature in &closing.signatures {
                let position = signature.position.iter().map(words).collect::<Vec<_>>().join(" / ");
                if let Some(given) = &signature.given {
                    lines.push(format!("[signed: {}] {position}: {}", words(given), words(&signature.name)));
                    continue;
                }
                lines.push(format!(
                    "<{}> {position}: {} {}",
                    signature.person_field,
                    words(&signature.name),
                    signature.seal_field.as_deref().unwrap_or_default()
                ));
            }
            lines.join("\n")
        }
        Block::Copy(copy) => format!(
            "--- {} / {}\n{} | {}",
            words(&copy.agency),
            words(&copy.form),
            words(&copy.number),
            words(&copy.place_and_date)
        ),
        Block::Byline(text) => format!("~ {}", words(text)),
        other => format!("{other:?}"),
    };
    writeln!(out, "{line}").unwrap();
}
