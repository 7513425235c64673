//! What the columns of a list mean, told from their heads.

use commendation::{Gender, HonoreeType};
use serde::{Deserialize, Serialize};

/// What a column means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnMeaning {
    /// Running number.
    Ordinal,
    /// Name of person or collective.
    Name,
    /// Gender.
    Gender,
    /// Birth date or year.
    Birth,
    /// Position.
    Position,
    /// Unit.
    Unit,
    /// Position and unit in one cell.
    PositionAndUnit,
    /// Award.
    Award,
    /// Achievement.
    Achievement,
    /// Remarks and anything else: kept out.
    Other,
}

impl ColumnMeaning {
    /// The Vietnamese name of the meaning, for sentences.
    pub fn vietnamese(self) -> &'static str {
        match self {
            Self::Ordinal => "số thứ tự",
            Self::Name => "họ và tên, tên tập thể",
            Self::Gender => "giới tính",
            Self::Birth => "ngày sinh",
            Self::Position => "chức vụ",
            Self::Unit => "đơn vị công tác",
            Self::PositionAndUnit => "chức vụ, đơn vị công tác",
            Self::Award => "danh hiệu, hình thức khen thưởng",
            Self::Achievement => "thành tích",
            Self::Other => "nội dung khác",
        }
    }
}

/// A column of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Zero-based.
    pub index: u32,
    /// `A`, `B`, …
    pub letter: String,
    /// The head as written, rows of a two-row head joined by ` / `.
    pub heading: String,
    /// What it is taken for.
    pub meaning: ColumnMeaning,
    /// For a birth or gender column that stands for one gender (`Năm sinh / Nữ`).
    pub gender: Option<Gender>,
    /// For a name column that holds only collectives or only individuals.
    pub honoree_type: Option<HonoreeType>,
    /// For a column headed by an award whose cells are only ticked: the award as the head writes it.
    pub ticked_award: Option<String>,
}

/// `0` is `A`, `26` is `AA`.
pub fn column_letter(index: u32) -> String {
    let mut rest = index + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}
