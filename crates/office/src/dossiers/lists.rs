//! The two lists of a dossier as Decree 30/2020/NĐ-CP, appendix V has them (forms III and IV): as paper and in Excel.

use crate::wire::{DossierField, Problem};
use chrono::{DateTime, FixedOffset, NaiveDate};
use commendation::{Agency, short_date};
use document::{
    Align, Block, Closing, Column, Document, Head, Meta, Orientation, Paper, Row, Section, Signature, Table,
    Text, Width,
};
use exchange::{OutColumn, write_list};

use super::fields::value;
use super::papers::About;

/// Where the forms are from.
pub(crate) const SOURCE: &str = "Nghị định 30/2020/NĐ-CP, Phụ lục V";

/// A list: its heads with the share of the width, and its rows.
pub(crate) struct List {
    title: &'static str,
    heads: &'static [(&'static str, f32)],
    rows: Vec<Vec<String>>,
}

/// What the lists say of a paper.
pub(crate) struct Listed<'a> {
    pub(crate) about: &'a About,
    /// `3-5`, in the pages of the whole dossier; `?` where they are not known.
    pub(crate) pages: String,
    /// Remark: name of the file.
    pub(crate) note: String,
}

/// What the list of dossiers says of one.
pub(crate) struct Entry<'a> {
    pub(crate) fields: &'a [DossierField],
    pub(crate) pages: u32,
}

/// Mục lục hồ sơ, tài liệu nộp lưu: of one dossier in its package, or of a year.
pub(crate) fn of_dossiers(dossiers: &[Entry<'_>]) -> List {
    let row = |(index, Entry { fields, pages }): (usize, &Entry<'_>)| {
        let of = |key| value(fields, key).to_owned();
        let day = |key| value(fields, key).parse().map(short_date).unwrap_or_default();
        let (start, end): (String, String) = (day("startDate"), day("endDate"));
        let span = if start == end { start } else { format!("{start} - {end}") };
        let extent = match of("sheets") {
            sheets if sheets.is_empty() => format!("{pages} trang"),
            sheets => format!("{sheets} tờ / {pages} trang"),
        };
        let number = (index + 1).to_string();
        vec![number, of("notation"), of("title"), span, of("maintenance"), extent, of("description")]
    };
    List {
        title: "MỤC LỤC HỒ SƠ, TÀI LIỆU NỘP LƯU",
        heads: &[
            ("Số TT", 0.7),
            ("Số, ký hiệu hồ sơ", 1.6),
            ("Tiêu đề hồ sơ", 5.0),
            ("Thời gian tài liệu", 2.0),
            ("Thời hạn bảo quản", 1.5),
            ("Số tờ/ Số trang", 1.4),
            ("Ghi chú", 1.6),
        ],
        rows: dossiers.iter().enumerate().map(row).collect(),
    }
}

/// Mục lục văn bản, tài liệu of the dossier.
pub(crate) fn of_papers(papers: &[Listed<'_>]) -> List {
    let row = |(index, paper): (usize, &Listed<'_>)| {
        let about = paper.about;
        vec![
            (index + 1).to_string(),
            about.sign(),
            about.date.map(short_date).unwrap_or_default(),
            about.line(),
            about.issuer.clone(),
            paper.pages.clone(),
            paper.note.clone(),
        ]
    };
    List {
        title: "MỤC LỤC VĂN BẢN, TÀI LIỆU",
        heads: &[
            ("STT", 0.7),
            ("Số, ký hiệu văn bản", 1.8),
            ("Ngày tháng năm văn bản", 1.6),
            ("Tên loại và trích yếu nội dung văn bản", 5.2),
            ("Tác giả văn bản", 2.2),
            ("Tờ số/ Trang số", 1.2),
            ("Ghi chú", 1.8),
        ],
        rows: papers.iter().enumerate().map(row).collect(),
    }
}

impl List {
    /// The list in Excel.
    pub(crate) fn excel(&self) -> Result<Vec<u8>, Problem> {
        let columns: Vec<OutColumn> =
            self.heads.iter().map(|(head, share)| OutColumn::new(*head, f64::from(*share) * 9.0)).collect();
        Ok(write_list(self.title, self.title, &columns, &self.rows)?)
    }

    fn table(&self) -> Block {
        let columns = self.heads.iter().map(|(head, share)| Column {
            head: Text::plain(*head),
            align: if *share > 4.0 { Align::Left } else { Align::Center },
            width: Width::Share(*share),
        });
        let numbers = (1..=self.heads.len()).map(|number| Text::plain(format!("({number})"))).collect();
        let rows = self.rows.iter().map(|row| Row::Cells(row.iter().map(Text::plain).collect()));
        Block::Table(Table {
            columns: columns.collect(),
            rows: [Row::Cells(numbers)].into_iter().chain(rows).collect(),
        })
    }
}

/// Mục lục hồ sơ as paper: lying, with the agency's head and the place for whoever made it.
pub(crate) fn dossiers_paper(
    list: &List,
    year: &str,
    made_by: &str,
    agency: &Agency,
    day: NaiveDate,
    created: DateTime<FixedOffset>,
) -> Document {
    let upper = |words: &str| Text::plain(words.trim().to_uppercase());
    let count = list.rows.len() as u32;
    let blocks = vec![
        Block::Head(Head {
            parent: Some(upper(&agency.parent)).filter(|text| !text.is_empty()),
            agency: upper(&agency.name),
            number: None,
            place_and_date: Some(Text::plain(format!("{}, {}", agency.place, commendation::long_date(day)))),
            summary: None,
        }),
        Block::Title { kind: Text::plain(list.title), summary: Text::plain(format!("Năm {year}")) },
        list.table(),
        Block::Paragraph(Text::plain(format!("Mục lục này gồm: {count:02} hồ sơ (đơn vị bảo quản)."))),
        Block::Paragraph(Text::plain(format!("Viết bằng chữ: {} hồ sơ (đơn vị bảo quản).", in_words(count)))),
        Block::Closing(Closing {
            distribution: Vec::new(),
            signatures: vec![Signature {
                position: vec![Text::plain("NGƯỜI LẬP")],
                name: Text::plain(made_by),
                person_field: "ChuKyNguoiLap".to_owned(),
                seal_field: None,
                given: None,
            }],
        }),
    ];
    lying(list.title, agency, blocks, created)
}

/// Mục lục văn bản as paper, lying.
pub(crate) fn papers_paper(
    list: &List,
    fields: &[DossierField],
    agency: &Agency,
    created: DateTime<FixedOffset>,
) -> Document {
    let summary = format!("Số, ký hiệu hồ sơ: {}\nNăm {}", value(fields, "notation"), value(fields, "year"));
    let title = Block::Title { kind: Text::plain(list.title), summary: Text::plain(summary) };
    lying(list.title, agency, vec![title, list.table()], created)
}

/// `Hai mươi mốt`.
fn in_words(count: u32) -> String {
    let words = commendation::spelled(count);
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn lying(title: &str, agency: &Agency, blocks: Vec<Block>, created: DateTime<FixedOffset>) -> Document {
    Document {
        meta: Meta {
            title: title.to_owned(),
            author: agency.name.clone(),
            subject: SOURCE.to_owned(),
            created,
        },
        sections: vec![Section::Paper(Paper { orientation: Orientation::Landscape, blocks })],
    }
}
