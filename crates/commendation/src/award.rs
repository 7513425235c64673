//! Award kinds (emulation titles and forms of commendation) and who confers them. The dated catalogue of them is in
//! `catalogue.rs`.

use crate::HonoreeType;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Who confers an award (Law 06/2022/QH15, articles 77 to 80). The order is that of ceremonies and lists, high to low.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Authority {
    /// Chủ tịch nước.
    President,
    /// Chính phủ.
    Government,
    /// Thủ tướng Chính phủ.
    PrimeMinister,
    /// Bộ trưởng.
    Minister,
    /// Chủ tịch UBND cấp tỉnh.
    ProvinceChair,
    /// Thủ trưởng cơ quan chuyên môn thuộc UBND cấp tỉnh: Giám đốc Sở.
    DepartmentDirector,
    /// Chủ tịch UBND cấp xã.
    CommuneChair,
}

/// Emulation title or form of commendation; at one level of authority titles come first (Decree 152/2025, 29.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AwardCategory {
    /// Danh hiệu thi đua.
    EmulationTitle,
    /// Hình thức khen thưởng.
    Form,
}

/// One award kind as the law knew it in a span of time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AwardKind {
    /// Stable identifier, `advanced-labourer`, `commendation-department-director`, … The same kind under an older law
    /// keeps it.
    pub id: String,
    /// Name as printed in lists: `Chiến sĩ thi đua cơ sở`, `Giấy khen của Giám đốc Sở`.
    pub name: String,
    /// Short name: `CSTĐCS`.
    pub short: String,
    /// Other spellings met in lists.
    pub aliases: Vec<String>,
    /// Title or form.
    pub category: AwardCategory,
    /// Who confers it.
    pub authority: Authority,
    /// Who may receive it.
    pub honoree_types: Vec<HonoreeType>,
    /// Prize as tenths of a hundredth of the base salary (300 = 0,3 times), by honoree type; missing = none named.
    pub prize_thousandths: Vec<(HonoreeType, u32)>,
    /// First day it applies.
    pub valid_from: NaiveDate,
    /// Last day it applies; none while in force.
    pub valid_to: Option<NaiveDate>,
    /// Article that names it: `Điều 23 Luật Thi đua, khen thưởng 2022`.
    pub article: String,
    /// True when the source is not primary: shown to the officer.
    pub unverified: bool,
}

impl AwardKind {
    /// True when it applies on that day.
    pub fn applies(&self, date: NaiveDate) -> bool {
        self.valid_from <= date && self.valid_to.is_none_or(|to| date <= to)
    }

    /// True when such an honoree may receive it.
    pub fn suits(&self, honoree_type: HonoreeType) -> bool {
        self.honoree_types.contains(&honoree_type)
    }
}
