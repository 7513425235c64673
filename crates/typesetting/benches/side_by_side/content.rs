//! What is typeset: documents from the program's own templates and certificate design, and the same texts for others.

use std::fs;
use std::path::Path;

use chrono::{DateTime, FixedOffset, NaiveDate};
use commendation::{Agency, Authority, AwardCategory, Honoree, HonoreeType, Power, Signatory};
use document::{Block, Color, Document, Level, Paper, Placed, Row, Section, Text, Width};
use drafting::{
    CertificateFacts, Facts, ListEntry, RoundFacts, Values, certificates, designs, draft, template,
};
use serde_json::{Value, json};
use typesetting::{Fonts, Page, Shape, lay_out, svg};

const NAMES: [&str; 7] = [
    "Nguyễn Thị Ánh Tuyết",
    "Trần Quốc Bảo",
    "Lê Hoàng Phương",
    "Phạm Đình Khuê",
    "Võ Thị Mỹ Hạnh",
    "Đặng Thị Thùy Dương",
    "Huỳnh Ngọc Ẩn",
];
const POSITIONS: [(&str, &str); 4] = [
    ("Chuyên viên", "Văn phòng Sở"),
    ("Phó Trưởng phòng", "Phòng Hành chính và Bổ trợ tư pháp"),
    ("Đấu giá viên", "Trung tâm Dịch vụ đấu giá tài sản"),
    ("Trợ giúp viên pháp lý hạng II", "Trung tâm Trợ giúp pháp lý nhà nước"),
];
const ACHIEVEMENT: &str = "Đã có thành tích xuất sắc trong công tác tư pháp năm 2025";
const SENTENCE: &str = "Thường trực Hội đồng báo cáo kết quả rà soát hồ sơ đề nghị khen thưởng của các phòng, đơn vị thuộc Sở; các \
     hồ sơ đều bảo đảm thành phần, số lượng và thời hạn theo quy định của Luật Thi đua, khen thưởng. ";

fn created() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-01-05T08:30:00+07:00").expect("a written time")
}

fn day() -> NaiveDate {
    created().date_naive()
}

fn agency() -> Agency {
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
        ..Agency::default()
    }
}

fn entry(index: usize) -> ListEntry {
    let (position, unit) = POSITIONS[index * 7 % 4];
    ListEntry {
        id: index.to_string(),
        honoree: Honoree {
            honoree_type: HonoreeType::Individual,
            // Every name is somebody's own, as in life.
            name: format!("{} {}", NAMES[index % 7], ["An", "Bình", "Châu", "Dũng", "Giang"][index / 7 % 5]),
            gender: None,
            birth: None,
            position: Some(position.into()),
            unit: Some(unit.into()),
        },
        kind: "giay-khen.department-director".into(),
        kind_name: "Giấy khen của Giám đốc Sở".into(),
        category: Some(AwardCategory::Form),
        authority: Some(Authority::DepartmentDirector),
        achievement: ACHIEVEMENT.into(),
        prize: Some(710_000),
        unverified_kind: None,
        unverified_salary: None,
        pending: false,
        questioned: false,
        decision: None,
        decision_date: None,
    }
}

/// A decision with a list of so many.
pub(crate) fn decision(rows: usize) -> Document {
    let facts = Facts {
        agency: agency(),
        date: Some(day()),
        today: day(),
        round: Some(RoundFacts {
            name: "Tổng kết năm 2025".into(),
            year: 2025,
            entries: (0..rows).map(entry).collect(),
        }),
        original: None,
        conference: None,
        related: Vec::new(),
    };
    let template = template("decision-commendation").expect("the template is there");
    draft(template, &facts, &Values::from([("number".into(), "15".into())]), created()).document
}

/// So many certificates of the program's own design.
pub(crate) fn certificate_pages(count: usize) -> Document {
    let facts = CertificateFacts {
        agency: agency(),
        number: Some("15/QĐ-STP".into()),
        date: Some(day()),
        achievement: ACHIEVEMENT.into(),
        today: day(),
    };
    let entries: Vec<ListEntry> = (0..count).map(entry).collect();
    certificates(&designs()[0], &facts, &entries, created())
}

/// Each page as a document of its own.
pub(crate) fn single(pages: Document) -> Vec<Document> {
    let meta = pages.meta;
    pages
        .sections
        .into_iter()
        .map(|section| Document { meta: meta.clone(), sections: vec![section] })
        .collect()
}

/// A decision of three pages in whose first article somebody types.
pub(crate) fn typed_decision(typed: &str) -> Document {
    let mut document = decision(28);
    type_into(&mut document, typed);
    document
}

/// A report of about sixty pages whose first paragraph is being typed.
pub(crate) fn typed_report(typed: &str) -> Document {
    let mut document = decision(1);
    let mut body = Vec::new();
    for part in 1..=148 {
        let heading = Text::plain(format!("{part}. Kết quả công tác thi đua, khen thưởng"));
        body.push(Block::Heading { level: Level::Clause, text: heading });
        body.extend((0..3).map(|at| Block::Paragraph(Text::plain(SENTENCE.repeat(1 + (part + at) % 2)))));
    }
    if let Some(Section::Paper(paper)) = document.sections.first_mut() {
        let before_closing = paper.blocks.len() - 1;
        paper.blocks.splice(before_closing..before_closing, body);
    }
    type_into(&mut document, typed);
    document
}

fn type_into(document: &mut Document, typed: &str) {
    if let Some(Section::Paper(paper)) = document.sections.first_mut() {
        paper.blocks.insert(4, Block::Paragraph(Text::from_field(typed, "typed")));
    }
}

/// The letters that are typed.
pub(crate) fn letters() -> Vec<char> {
    SENTENCE.repeat(3).chars().collect()
}

/// Writes the same texts for the others, with the sizes that our layout came to.
pub(crate) fn write_for_others(
    folder: &Path,
    certificates: &Document,
    decision: &Document,
) -> std::io::Result<()> {
    fs::write(folder.join("certificates.json"), sheets(folder, certificates)?.to_string())?;
    fs::write(folder.join("decision.json"), papers(decision).to_string())
}

fn sheets(folder: &Path, document: &Document) -> std::io::Result<Value> {
    let fonts = Fonts::bundled();
    let layout = lay_out(document, &fonts);
    let first = &layout.pages[0];
    let ornament = first.items.iter().filter(|item| matches!(item.shape, Shape::Path(_))).cloned();
    let ornament = Page { items: ornament.collect(), fields: Vec::new(), ..first.clone() };
    fs::write(folder.join("ornament.svg"), svg(&ornament, &fonts))?;
    let pages = document.sections.iter().zip(&layout.pages).map(|(section, page)| {
        let mut sizes: Vec<(usize, f32)> = Vec::new();
        for item in &page.items {
            if let (Some(tag), Shape::Glyphs(run)) = (item.tag, &item.shape)
                && sizes.last().is_none_or(|(last, _)| *last != tag)
            {
                sizes.push((tag, run.size));
            }
        }
        let Section::Sheet(sheet) = section else { return Value::Null };
        let texts = sheet.items.iter().filter_map(|placed| match placed {
            Placed::Text(text) => Some(text),
            _ => None,
        });
        let boxes = texts.zip(sizes).map(|(text, (_, size))| {
            let rect = text.rect;
            json!({
                "x": rect.x, "y": rect.y, "width": rect.width, "height": rect.height,
                "text": text.text.to_plain(), "size": size, "leading": text.leading,
                "bold": text.bold, "italic": text.italic, "color": hex(text.color),
                "family": if size > 40.0 { "Playfair Display" } else { "Liberation Serif" },
                "align": format!("{:?}", text.align).to_lowercase(), "heading": size > 40.0,
            })
        });
        boxes.collect()
    });
    Ok(pages.collect())
}

fn hex(color: Color) -> String {
    format!("#{:02x}{:02x}{:02x}", color.r, color.g, color.b)
}

fn papers(document: &Document) -> Value {
    let papers = document.sections.iter().filter_map(|section| match section {
        Section::Paper(paper) => Some(paper),
        Section::Sheet(_) => None,
    });
    papers.map(|Paper { blocks, .. }| blocks.iter().filter_map(block).collect::<Value>()).collect()
}

fn block(block: &Block) -> Option<Value> {
    let plain = |text: &Text| text.to_plain();
    let told = |kind: &str, text: &Text| Some(json!({ "kind": kind, "text": plain(text) }));
    match block {
        Block::Head(head) => {
            let optional = |text: &Option<Text>| text.as_ref().map(plain).unwrap_or_default();
            Some(json!({
                "kind": "head", "parent": optional(&head.parent), "agency": plain(&head.agency),
                "number": optional(&head.number), "place": optional(&head.place_and_date),
            }))
        }
        Block::Title { kind, summary } => {
            Some(json!({ "kind": "title", "text": plain(kind), "summary": plain(summary) }))
        }
        Block::Authority(text) | Block::Order(text) => told("centred", text),
        Block::Citation(text) => told("citation", text),
        Block::Article { label, text } => {
            Some(json!({ "kind": "article", "label": plain(label), "text": plain(text) }))
        }
        Block::Paragraph(text) | Block::Item(text) => told("paragraph", text),
        Block::AnnexHead { label, title, summary, reference } => {
            let lines: Vec<String> =
                [label.as_ref(), Some(title), summary.as_ref()].into_iter().flatten().map(plain).collect();
            let reference = reference.as_ref().map(plain).unwrap_or_default();
            Some(json!({ "kind": "annex", "lines": lines, "reference": reference }))
        }
        Block::Table(table) => {
            let columns = table.columns.iter().map(|column| {
                let share = match column.width {
                    Width::Narrow => 0.0,
                    Width::Share(share) => share,
                };
                let align = format!("{:?}", column.align).to_lowercase();
                json!({ "head": plain(&column.head), "share": share, "align": align })
            });
            let rows = table.rows.iter().map(|row| match row {
                Row::Group(text) => json!([plain(text)]),
                Row::Cells(cells) | Row::Total(cells) => cells.iter().map(plain).collect(),
            });
            let (columns, rows): (Value, Value) = (columns.collect(), rows.collect());
            Some(json!({ "kind": "table", "columns": columns, "rows": rows }))
        }
        Block::Closing(closing) => {
            let signature = closing.signatures.first()?;
            let distribution: Vec<String> = closing.distribution.iter().map(plain).collect();
            let position: Vec<String> = signature.position.iter().map(plain).collect();
            let name = plain(&signature.name);
            Some(
                json!({ "kind": "closing", "distribution": distribution, "position": position, "name": name }),
            )
        }
        _ => None,
    }
}
