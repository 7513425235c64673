//! Everything that a search finds as an Excel file, a sheet for each kind of thing with the columns that fit it.

use crate::{
    Office, views,
    wire::{Count, ExportSearch, Problem},
};
use archive::{Hit, Kind, Thing};
use commendation::{Authority, HonoreeType, short_date};
use exchange::{OutColumn, OutSheet, write_sheets};
use std::path::Path;

/// Rows of a sheet of Excel, without its head.
const MOST_ROWS: usize = 1_048_000;

#[allow(missing_docs)] // each command is described once, in the registry
impl Office {
    pub fn export_search(&mut self, request: ExportSearch) -> Result<Count, Problem> {
        let search = self.search_of(&request.search)?;
        let mut found: Vec<(Thing, Vec<Hit>)> = Vec::new();
        self.archive.search_all(&search, |thing, hit| {
            match found.last_mut() {
                Some((of, hits)) if *of == thing => hits.push(hit),
                _ => found.push((thing, vec![hit])),
            }
            Ok(())
        })?;
        let count: usize = found.iter().map(|(_, hits)| hits.len()).sum();
        if count == 0 {
            return Err(Problem::new("nothing-found", "Không có kết quả nào để ghi ra Excel.")
                .hint("Hãy đổi chữ cần tìm hoặc bớt bộ lọc."));
        }
        let mut sheets = Vec::new();
        for (thing, hits) in found {
            let (name, columns) = sheet_of(thing);
            for (part, hits) in hits.chunks(MOST_ROWS).enumerate() {
                let rows = hits
                    .iter()
                    .enumerate()
                    .map(|(index, hit)| self.row_of(thing, part * MOST_ROWS + index, hit));
                let name = if part == 0 { name.to_owned() } else { format!("{name} {}", part + 1) };
                sheets.push(OutSheet {
                    name,
                    columns: columns.clone(),
                    rows: rows.collect::<Result<_, _>>()?,
                });
            }
        }
        let bytes = write_sheets(&sheets)?;
        self.write_whole(Path::new(&request.path), &bytes)?;
        Ok(Count { count: u32::try_from(count).unwrap_or(u32::MAX) })
    }

    fn row_of(&self, thing: Thing, index: usize, hit: &Hit) -> Result<Vec<String>, Problem> {
        let place: String = hit.snippet.iter().map(|piece| piece.text.as_str()).collect();
        let date = |date: Option<chrono::NaiveDate>| date.map(short_date).unwrap_or_default();
        let mut row = vec![(index + 1).to_string()];
        match (thing, hit.id.kind) {
            (Thing::Honoree, _) => {
                let page = self.archive.honoree_in_list(hit.id.try_into()?)?;
                let who = page.honoree;
                row.extend([
                    who.name,
                    type_name(who.honoree_type).to_owned(),
                    who.birth.map(|birth| birth.to_string()).unwrap_or_default(),
                    who.position.unwrap_or_default(),
                    who.unit.unwrap_or_default(),
                    page.awards.to_string(),
                    page.latest.map(|award| in_short(&award.kind_name, award.year)).unwrap_or_default(),
                ]);
            }
            (Thing::Document, _) => {
                let document = self.archive.document(hit.id.try_into()?)?.summary;
                let state = match document.state {
                    archive::DocumentState::Draft => "Dự thảo",
                    archive::DocumentState::Issued => "Đã ban hành",
                };
                row.extend([
                    views::number_and_symbol(&document.number, &document.symbol),
                    document.title,
                    date(document.date),
                    state.to_owned(),
                    document.subject_name.unwrap_or_default(),
                    place,
                ]);
            }
            (Thing::Conference, _) => {
                let conference = self.archive.conference(hit.id.try_into()?)?;
                row.extend([conference.name, date(conference.date), conference.place, place]);
            }
            (Thing::Round, _) => {
                let round = self.archive.round(hit.id.try_into()?)?;
                row.extend([round.round.name, round.round.year.to_string()]);
            }
            (Thing::File, _) => {
                let file = self.archive.file(hit.id.try_into()?)?;
                let about = self.archive.attached_to(file.id)?;
                let about =
                    about.into_iter().map(|id| self.archive.title(id)).collect::<Result<Vec<_>, _>>()?;
                let day = file.added_at.get(..10).and_then(|day| day.parse().ok());
                row.extend([file.name, about.join("; "), date(day), file.bytes.to_string(), place]);
            }
            (Thing::Decision, _) => {
                let award = self.archive.award(hit.id.try_into()?)?.award;
                row.extend([
                    award.decision,
                    date(award.date),
                    authority_name(award.authority).to_owned(),
                    hit.title.clone(),
                ]);
            }
            (Thing::Award, _) => {
                let award = self.archive.award(hit.id.try_into()?)?.award;
                let who = award.honoree;
                row.extend([
                    who.name,
                    type_name(who.honoree_type).to_owned(),
                    who.position.unwrap_or_default(),
                    who.unit.unwrap_or_default(),
                    award.kind_name,
                    authority_name(award.authority).to_owned(),
                    award.year.map(|year| year.to_string()).unwrap_or_default(),
                    award.period,
                    award.achievement,
                    award.decision,
                    date(award.date),
                ]);
            }
        }
        debug_assert!(hit.id.kind != Kind::Nomination, "nominations are not searched");
        Ok(row)
    }
}

fn sheet_of(thing: Thing) -> (&'static str, Vec<OutColumn>) {
    let (name, columns): (_, &[(&str, f64)]) = match thing {
        Thing::Honoree => (
            "Đối tượng",
            &[
                ("Tên", 30.0),
                ("Loại", 12.0),
                ("Ngày sinh", 12.0),
                ("Chức vụ", 24.0),
                ("Đơn vị", 32.0),
                ("Số khen thưởng", 10.0),
                ("Gần nhất", 36.0),
            ],
        ),
        Thing::Document => (
            "Văn bản",
            &[
                ("Số, ký hiệu", 18.0),
                ("Tên văn bản", 50.0),
                ("Ngày", 12.0),
                ("Trạng thái", 14.0),
                ("Về", 36.0),
                ("Chỗ tìm thấy", 60.0),
            ],
        ),
        Thing::Conference => {
            ("Hội nghị", &[("Tên", 50.0), ("Ngày", 12.0), ("Địa điểm", 32.0), ("Chỗ tìm thấy", 60.0)])
        }
        Thing::Round => ("Đợt", &[("Tên", 50.0), ("Năm", 8.0)]),
        Thing::Decision => {
            ("Quyết định", &[("Số, ký hiệu", 20.0), ("Ngày", 12.0), ("Thẩm quyền", 30.0), ("Ghi nhận", 50.0)])
        }
        Thing::File => (
            "Tệp",
            &[
                ("Tên tệp", 44.0),
                ("Kèm theo", 50.0),
                ("Ngày lưu", 12.0),
                ("Byte", 12.0),
                ("Chỗ tìm thấy", 60.0),
            ],
        ),
        Thing::Award => (
            "Khen thưởng",
            &[
                ("Tên", 30.0),
                ("Loại", 12.0),
                ("Chức vụ", 24.0),
                ("Đơn vị", 32.0),
                ("Danh hiệu, hình thức", 36.0),
                ("Thẩm quyền", 30.0),
                ("Năm", 8.0),
                ("Giai đoạn", 14.0),
                ("Thành tích", 44.0),
                ("Quyết định", 18.0),
                ("Ngày", 12.0),
            ],
        ),
    };
    let number = |heading: &str| matches!(heading, "Số khen thưởng" | "Năm" | "Byte");
    let columns = columns.iter().map(|(heading, width)| match number(heading) {
        true => OutColumn::number(*heading, *width),
        false => OutColumn::new(*heading, *width),
    });
    (name, std::iter::once(OutColumn::number("STT", 6.0)).chain(columns).collect())
}

fn in_short(kind: &str, year: Option<i32>) -> String {
    year.map_or_else(|| kind.to_owned(), |year| format!("{kind}, {year}"))
}

fn type_name(honoree_type: HonoreeType) -> &'static str {
    match honoree_type {
        HonoreeType::Collective => "Tập thể",
        HonoreeType::Household => "Hộ gia đình",
        HonoreeType::Individual => "Cá nhân",
    }
}

fn authority_name(authority: Authority) -> &'static str {
    match authority {
        Authority::President => "Chủ tịch nước",
        Authority::Government => "Chính phủ",
        Authority::PrimeMinister => "Thủ tướng Chính phủ",
        Authority::Minister => "Bộ trưởng",
        Authority::ProvinceChair => "Chủ tịch UBND tỉnh",
        Authority::DepartmentDirector => "Giám đốc Sở",
        Authority::CommuneChair => "Chủ tịch UBND xã",
    }
}
