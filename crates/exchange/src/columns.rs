//! What the columns of a list mean, told from their heads.

use commendation::text::fold;
use commendation::{Gender, HonoreeType};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a column means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
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
    /// Identity number of an individual.
    Identity,
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
            Self::Identity => "số định danh (CCCD, CMND)",
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

/// Longer texts are no heads.
const HEAD_CHARS: usize = 120;

/// A head in one form for comparing: folded, every sign a blank.
pub(crate) fn head_key(head: &str) -> String {
    let folded = fold(head);
    let signs = folded.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect::<String>();
    signs.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a head says its column means; none when it is no head that is met in nomination lists.
pub(crate) fn meaning_of_head(head: &str) -> Option<ColumnMeaning> {
    if head.chars().count() > HEAD_CHARS {
        return None;
    }
    let key = head_key(head);
    let padded = format!(" {key} ");
    let is = |words: &[&str]| words.contains(&key.as_str());
    let holds = |words: &[&str]| words.iter().any(|w| padded.contains(&format!(" {w} ")));
    // The order decides where words overlap: `Nội dung khen thưởng` is no award, `Họ tên, chức vụ` is a name.
    Some(if is(&["stt", "tt", "so tt", "so thu tu", "s tt", "st t", "no", "so"]) {
        ColumnMeaning::Ordinal
    } else if holds(&["ngay cap", "noi cap"]) {
        ColumnMeaning::Other
    } else if holds(&["cccd", "cmnd", "can cuoc", "chung minh nhan dan", "so dinh danh"]) {
        ColumnMeaning::Identity
    } else if is(&["ghi chu", "chu thich"]) || holds(KEPT_OUT) {
        ColumnMeaning::Other
    } else if holds(&[
        "ngay sinh",
        "nam sinh",
        "thang nam sinh",
        "thang sinh",
        "sinh ngay",
        "sinh nam",
        "ntns",
    ]) {
        ColumnMeaning::Birth
    } else if holds(&["thanh tich", "noi dung", "ly do", "thanh tich dat duoc"]) {
        ColumnMeaning::Achievement
    } else if holds(NAME_WORDS)
        || is(&["ten", "ho", "ho dem", "ho lot", "ho va dem", "ho va chu lot", "ho va chu dem", "ten goi"])
        || is(&["ca nhan", "tap the", "doi tuong", "ten doi tuong", "ho gia dinh"])
        || (holds(&["ca nhan"]) && holds(&["tap the", "don vi", "ho gia dinh"]))
    {
        ColumnMeaning::Name
    } else if holds(&["chuc vu", "chuc danh"]) && holds(&["don vi", "noi cong tac", "co quan"]) {
        ColumnMeaning::PositionAndUnit
    } else if holds(&["chuc vu", "chuc danh", "vi tri viec lam", "nghe nghiep", "ngach"]) {
        ColumnMeaning::Position
    } else if holds(&["danh hieu", "hinh thuc", "khen thuong", "loai khen", "muc khen", "cap khen"])
        || is(&["de nghi", "noi dung de nghi", "khen", "de nghi khen"])
    {
        ColumnMeaning::Award
    } else if holds(&["don vi", "noi cong tac", "co quan", "phong ban", "bo phan", "to chuc", "noi lam viec"])
    {
        ColumnMeaning::Unit
    } else if holds(&["gioi tinh", "phai"]) || is(&["gioi", "nam nu", "gt"]) {
        ColumnMeaning::Gender
    } else {
        return None;
    })
}

/// Words of heads whose columns are kept out: past awards, money, numbers of papers, other personal data.
const KEPT_OUT: &[&str] = &[
    "ghi chu",
    "tien thuong",
    "muc thuong",
    "so tien",
    "kinh phi",
    "so quyet dinh",
    "quyet dinh so",
    "da duoc",
    "da dat",
    "nam truoc",
    "cac nam",
    "ky nhan",
    "chu ky",
    "dan toc",
    "ton giao",
    "trinh do",
    "hoc vi",
    "que quan",
    "dien thoai",
    "bhxh",
    "y kien",
    "so phieu",
    "phieu",
    "xep loai",
    "danh gia",
    "muc do hoan thanh",
    "sang kien",
    "dia chi",
    "ngay vao",
    "email",
    "tai khoan",
];

/// Words of heads over names.
const NAME_WORDS: &[&str] = &[
    "ho va ten",
    "ho ten",
    "ho va ten dem",
    "ten ca nhan",
    "ten tap the",
    "ho va ten ca nhan",
    "ten nguoi",
    "nguoi duoc de nghi",
    "ten ho gia dinh",
    "ten to chuc",
    "ho ten dem",
];

/// For heads over one kind of honoree: `Tên tập thể`.
pub(crate) fn honoree_type_of_head(head: &str) -> Option<HonoreeType> {
    let padded = format!(" {} ", head_key(head));
    let holds = |words: &str| padded.contains(&format!(" {words} "));
    let (individual, household) =
        (holds("ca nhan") || holds("ho va ten") || holds("ho ten"), holds("ho gia dinh"));
    let collective = holds("tap the") || holds("don vi");
    match (collective, household, individual) {
        (true, false, false) => Some(HonoreeType::Collective),
        (false, true, false) => Some(HonoreeType::Household),
        (false, false, true) => holds("ca nhan").then_some(HonoreeType::Individual),
        _ => None,
    }
}

/// `Nam`, `Nữ` as a whole head.
pub(crate) fn gender_of_head(head: &str) -> Option<Gender> {
    // Marks matter: `Năm` (a year) folds to the same letters as `Nam`.
    match commendation::text::clean(head).to_lowercase().trim_matches(['(', ')', '.']) {
        "nam" => Some(Gender::Male),
        "nữ" => Some(Gender::Female),
        _ => None,
    }
}
