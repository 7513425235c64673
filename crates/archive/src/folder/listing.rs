//! What the index lists: rows of plain texts, one at a time.

use super::Places;
use crate::{Id, Kind, Records, Result};

/// A sheet of the index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listing {
    /// Mã, số và ký hiệu, ngày, tiêu đề, cơ quan ban hành, trạng thái, về việc của, tệp.
    Documents,
    /// Mã, năm, họ tên, đơn vị, khen thưởng, quyết định, ngày, thành tích, mã đối tượng, mã văn bản.
    Awards,
    /// Mã, họ tên, loại, giới tính, năm sinh, chức vụ, đơn vị, số khen thưởng.
    Honorees,
    /// Mã, tên, ngày, địa điểm, số khen thưởng, thư mục.
    Conferences,
    /// Mã, tên, số byte, SHA-256, vai trò, lưu lúc, tệp.
    Files,
}

impl Listing {
    fn sql(self) -> &'static str {
        match self {
            Self::Documents => {
                "SELECT 'doc-' || d.id, concat_ws('/', nullif(number, ''), nullif(symbol, '')), d.date, title, issuer,
                   CASE state WHEN 'issued' THEN 'Đã ban hành' ELSE 'Dự thảo' END, coalesce(r.name, c.name, ''),
                   d.file_id, d.id
                 FROM document d LEFT JOIN round r ON r.id = round_id LEFT JOIN conference c ON c.id = conference_id
                 ORDER BY d.id"
            }
            Self::Awards => {
                "SELECT 'award-' || id, year, name, concat_ws(', ', nullif(position, ''), nullif(unit, '')), kind_name,
                   decision, date, achievement, 'hon-' || honoree_id, 'doc-' || document_id
                 FROM award ORDER BY id"
            }
            Self::Honorees => {
                "SELECT 'hon-' || id, name,
                   CASE honoree_type WHEN 'collective' THEN 'Tập thể' WHEN 'household' THEN 'Hộ gia đình' ELSE 'Cá nhân' END,
                   CASE gender WHEN 'male' THEN 'Nam' WHEN 'female' THEN 'Nữ' END, birth, position, unit,
                   (SELECT count(*) FROM award WHERE honoree_id = honoree.id)
                 FROM honoree ORDER BY sort_key, id"
            }
            Self::Conferences => {
                "SELECT 'conf-' || id, name, date, place, (SELECT count(*) FROM award WHERE conference_id = conference.id), id
                 FROM conference ORDER BY date, id"
            }
            Self::Files => "SELECT 'file-' || id, name, bytes, sha256, role, added_at, id FROM file ORDER BY id",
        }
    }
}

impl Records {
    /// Hands over the rows of a sheet. The last text of documents and files is the path of the file in the folder, that
    /// of conferences the path of its record; empty when there is none.
    pub fn each_row(
        &self,
        listing: Listing,
        places: &Places,
        mut row_of: impl FnMut(&[String]) -> Result<()>,
    ) -> Result<()> {
        let mut query = self.conn.prepare(listing.sql())?;
        let columns = query.column_count();
        let mut rows = query.query([])?;
        let mut texts = Vec::with_capacity(columns);
        while let Some(row) = rows.next()? {
            texts.clear();
            for index in 0..columns {
                use rusqlite::types::ValueRef;
                texts.push(match row.get_ref(index)? {
                    ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
                    ValueRef::Integer(number) => number.to_string(),
                    _ => String::new(),
                });
            }
            let record = |id: Id| places.folders.get(&id).map(|folder| format!("{folder}/{}", super::RECORD));
            let number = |text: &str| text.parse::<i64>().unwrap_or_default();
            match listing {
                Listing::Documents => {
                    let id = Id { kind: Kind::Document, number: number(&texts.pop().unwrap_or_default()) };
                    let file = number(&texts.pop().unwrap_or_default());
                    texts.push(places.files.get(&file).cloned().or_else(|| record(id)).unwrap_or_default());
                }
                Listing::Conferences => {
                    let id = Id { kind: Kind::Conference, number: number(&texts.pop().unwrap_or_default()) };
                    texts.push(record(id).unwrap_or_default());
                }
                Listing::Files => {
                    let file = number(&texts.pop().unwrap_or_default());
                    texts.push(places.files.get(&file).cloned().unwrap_or_default());
                }
                Listing::Awards | Listing::Honorees => {}
            }
            row_of(&texts)?;
        }
        Ok(())
    }
}
