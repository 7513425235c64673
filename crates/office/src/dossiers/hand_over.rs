//! What is handed over of a year to the agency's archive: the list of its dossiers and the minutes of handing over, as
//! Decree 30/2020/NĐ-CP, appendix V has them (forms III and V). What only the two sides know stays blank.

use crate::{
    Office,
    dossiers::{
        Gathered, brief, conferring,
        fields::value,
        lists::{self, Entry},
        pack::page_total,
        papers::Paper,
    },
    progress::{Stage, stopped},
    wire::{DossierState, DossiersListed, ListDossiers, PackedFile, Problem},
};
use archive::folder::FolderOut;
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};
use commendation::{Agency, Retention, short_date};
use document::{Block, Closing, Document, Head, Meta, Orientation, Paper as Page, Section, Signature, Text};
use std::path::Path;

/// Stands for what is filled in by hand.
const BLANK: &str = "……………………………………";

#[allow(missing_docs)] // each command is described once, in the registry
impl Office {
    pub fn list_dossiers(&mut self, request: ListDossiers) -> Result<DossiersListed, Problem> {
        let path = Path::new(&request.path);
        if request.path.is_empty() {
            return Err(crate::problem::required("path", "thư mục sẽ ghi"));
        }
        self.expect_outside(path)?;
        let (dossiers, remarks) = self.of_year(request.year)?;
        let Some(created) = dossiers.iter().map(|dossier| dossier.changed_at).max() else {
            let message = format!("Năm {} chưa có hồ sơ nào đã kết thúc để nộp lưu.", request.year);
            return Err(Problem::new("dossiers-none", message)
                .hint("Hồ sơ được kể vào năm hình thành, khi công việc đã kết thúc.")
                .field("year")
                .value("year", request.year.to_string()));
        };
        let mut out = FolderOut::new(path)?;
        let agency = self.archive.agency()?.unwrap_or_default();
        let entries: Vec<Entry<'_>> = dossiers.iter().map(entry).collect();
        let list = lists::of_dossiers(&entries);
        let year = request.year.to_string();
        let made_by = creator(&dossiers);
        let amount = Amount::of(&dossiers);
        let drawn = vec![
            lists::dossiers_paper(&list, &year, made_by, &agency, self.today(), created),
            minutes(&year, &amount, &agency, created),
        ];
        let pdfs = self.lay_out_now(&drawn.into())?.pdfs(&self.watch(Stage::Writing))?;
        let mut files = Vec::new();
        let named = [format!("Mục lục hồ sơ nộp lưu {year}.pdf"), format!("Biên bản giao nhận {year}.pdf")];
        let sheet = (format!("Mục lục hồ sơ nộp lưu {year}.xlsx"), list.excel()?);
        for (name, bytes) in named.into_iter().zip(pdfs).chain([sheet]) {
            out.write_bytes(&name, &bytes)?;
            let sha256 = archive::folder::sha256(&bytes);
            files.push(PackedFile { name, sha256, bytes: bytes.len() as u64 });
        }
        out.finish()?;
        Ok(DossiersListed { path: request.path, dossiers: dossiers.len() as u32, files, remarks })
    }

    /// The dossiers of a year that are handed over, in the order of their signs, and what is left out or missing.
    fn of_year(&self, year: i32) -> Result<(Vec<Gathered>, Vec<Problem>), Problem> {
        let retention = Retention::bundled();
        let mut subjects = self.archive.dossier_subjects(&conferring(), None)?;
        subjects.retain(|subject| {
            let own = subject.details.values.get("year").and_then(|text| text.parse().ok());
            own.or(subject.dates.map(|dates| dates.0.year())) == Some(year)
        });
        let mut dossiers = Vec::new();
        let mut remarks = Vec::new();
        let left = |title: &str, why: &str| {
            Problem::new("dossier-left-out", format!("Không đưa vào mục lục: {title} ({why})."))
                .value("title", title)
                .value("reason", why)
        };
        let total = subjects.len();
        for (done, subject) in subjects.iter().enumerate() {
            if self.watch(Stage::Copying)(done, total).is_break() {
                return Err(stopped());
            }
            if brief(subject, self.today()).state == DossierState::Open {
                remarks.push(left(&subject.title, "công việc chưa kết thúc"));
                continue;
            }
            let dossier = self.gather(&subject.id.to_string())?;
            let period = value(&dossier.fields, "maintenance").parse().ok();
            if period.is_some_and(|period| !retention.is_handed_over(period)) {
                remarks.push(left(&subject.title, "thời hạn bảo quản dưới mức phải nộp lưu"));
                continue;
            }
            for key in ["notation", "maintenance"] {
                if value(&dossier.fields, key).is_empty() {
                    let what =
                        if key == "notation" { "số và ký hiệu" } else { "thời hạn bảo quản" };
                    let message = format!("Hồ sơ “{}” chưa có {what}.", value(&dossier.fields, "title"));
                    remarks.push(
                        Problem::new("dossier-lacks", message)
                            .value("title", value(&dossier.fields, "title"))
                            .value("name", what),
                    );
                }
            }
            dossiers.push(dossier);
        }
        dossiers.sort_by_cached_key(|dossier| {
            let sign = value(&dossier.fields, "notation").to_owned();
            (sign.is_empty(), commendation::number_parts(&sign), sign, dossier.day)
        });
        Ok((dossiers, remarks))
    }
}

fn included(dossier: &Gathered) -> Vec<&Paper> {
    dossier.papers.iter().filter(|paper| paper.included).collect()
}

fn entry(dossier: &Gathered) -> Entry<'_> {
    Entry { fields: &dossier.fields, pages: page_total(&included(dossier)) }
}

/// Who put the dossiers together, when it was one person.
fn creator(dossiers: &[Gathered]) -> &str {
    let mut names = dossiers.iter().map(|dossier| value(&dossier.fields, "creator"));
    let first = names.next().unwrap_or_default();
    if names.all(|name| name == first) { first } else { "" }
}

/// How much is handed over.
struct Amount {
    dossiers: usize,
    /// Those whose sheets are counted are on paper.
    on_paper: usize,
    files: usize,
    days: Option<(NaiveDate, NaiveDate)>,
}

impl Amount {
    fn of(dossiers: &[Gathered]) -> Self {
        let day = |dossier: &Gathered, key: &str| value(&dossier.fields, key).parse::<NaiveDate>().ok();
        let first = dossiers.iter().filter_map(|dossier| day(dossier, "startDate")).min();
        let last = dossiers.iter().filter_map(|dossier| day(dossier, "endDate")).max();
        Self {
            dossiers: dossiers.len(),
            on_paper: dossiers.iter().filter(|one| !value(&one.fields, "sheets").is_empty()).count(),
            files: dossiers.iter().map(|dossier| included(dossier).len()).sum(),
            days: first.zip(last),
        }
    }
}

fn minutes(year: &str, amount: &Amount, agency: &Agency, created: DateTime<FixedOffset>) -> Document {
    let upper = |words: &str| Text::plain(words.trim().to_uppercase());
    let says = |words: String| Block::Paragraph(Text::plain(words));
    let giver = if agency.drafting_unit.is_empty() { &agency.name } else { &agency.drafting_unit };
    let days = match amount.days {
        Some((first, last)) => format!("{} - {}", short_date(first), short_date(last)),
        None => BLANK.to_owned(),
    };
    let on_paper = match amount.on_paper {
        0 => "………".to_owned(),
        count => format!("{count:02}"),
    };
    let side = |name: String| {
        [says(name), says(format!("Ông (bà): {BLANK}")), says(format!("Chức vụ công tác: {BLANK}"))]
    };
    let sign = |position: &str, field: &str| Signature {
        position: vec![Text::plain(position)],
        name: Text::plain(""),
        person_field: field.to_owned(),
        seal_field: None,
        given: None,
    };
    let mut blocks = vec![
        Block::Head(Head {
            parent: Some(upper(&agency.parent)).filter(|text| !text.is_empty()),
            agency: upper(&agency.name),
            number: None,
            place_and_date: Some(Text::plain(format!("{}, ngày …… tháng …… năm ………", agency.place))),
            summary: None,
        }),
        Block::Title {
            kind: Text::plain("BIÊN BẢN"), summary: Text::plain("Giao nhận hồ sơ, tài liệu")
        },
        Block::Citation(Text::plain(
            "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
        )),
        Block::Citation(Text::plain(format!("Căn cứ {BLANK},"))),
        says("Chúng tôi gồm:".to_owned()),
    ];
    blocks.extend(side(format!("BÊN GIAO: {giver}")));
    blocks.extend(side("BÊN NHẬN: Lưu trữ cơ quan".to_owned()));
    blocks.extend(
        [
            "Thống nhất lập biên bản giao nhận tài liệu với những nội dung như sau:".to_owned(),
            format!("1. Tên khối tài liệu giao nộp: Hồ sơ thi đua, khen thưởng năm {year}"),
            format!("2. Thời gian của hồ sơ, tài liệu: {days}"),
            "3. Số lượng tài liệu:".to_owned(),
            "a) Đối với hồ sơ, tài liệu giấy".to_owned(),
            "- Tổng số hộp (cặp): ………".to_owned(),
            format!("- Tổng số hồ sơ (đơn vị bảo quản): {on_paper} Quy ra mét giá: ……… mét."),
            "b) Đối với hồ sơ, tài liệu điện tử".to_owned(),
            format!("- Tổng số hồ sơ: {:02}", amount.dossiers),
            format!("- Tổng số tệp tin trong hồ sơ: {:02}", amount.files),
            format!("4. Tình trạng tài liệu giao nộp: {BLANK}"),
            "5. Mục lục hồ sơ, tài liệu nộp lưu kèm theo.".to_owned(),
            "Biên bản này được lập thành hai bản; bên giao giữ một bản, bên nhận giữ một bản./.".to_owned(),
        ]
        .map(says),
    );
    blocks.push(Block::Closing(Closing {
        distribution: Vec::new(),
        signatures: vec![
            sign("ĐẠI DIỆN BÊN GIAO", "ChuKyBenGiao"),
            sign("ĐẠI DIỆN BÊN NHẬN", "ChuKyBenNhan"),
        ],
    }));
    Document {
        meta: Meta {
            title: format!("Biên bản giao nhận hồ sơ, tài liệu năm {year}"),
            author: agency.name.clone(),
            subject: lists::SOURCE.to_owned(),
            created,
        },
        sections: vec![Section::Paper(Page { orientation: Orientation::Portrait, blocks })],
    }
}
