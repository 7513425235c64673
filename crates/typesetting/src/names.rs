//! Which words are one person's name with its title: `Ông Nguyễn Văn An`, `Giám đốc Trần Thị Bình`.
//!
//! Agencies are capitalised too (`Giám đốc Sở Tư pháp`), so a name is known by what cannot be anything else: the word
//! of address before it, its family name, or that it is the whole text, as in the cell of a list. Deliberately not
//! here: names in capitals, which look like any other word of a heading.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Words of address: capitalised words after one of them are a name.
const ADDRESS: &[&str] = &["Ông", "ông", "Bà", "bà", "Anh", "anh", "Chị", "chị"];

/// Positions and degrees that stay with the name right behind them, lower case.
const POSITIONS: &[&str] = &[
    "bác sĩ",
    "bí thư",
    "bộ trưởng",
    "chánh án",
    "chuyên viên",
    "chủ tịch",
    "cục trưởng",
    "đại biểu",
    "đại tá",
    "đại úy",
    "giám đốc",
    "giáo sư",
    "giáo viên",
    "hiệu trưởng",
    "kỹ sư",
    "luật sư",
    "nghệ nhân",
    "nghệ sĩ",
    "thạc sĩ",
    "thanh tra",
    "thẩm phán",
    "thiếu tá",
    "thiếu úy",
    "thư ký",
    "thứ trưởng",
    "thủ tướng",
    "thượng tá",
    "thượng úy",
    "tiến sĩ",
    "trung tá",
    "trung úy",
    "trưởng ban",
    "trưởng phòng",
    "văn phòng",
    "viện trưởng",
    "vụ trưởng",
];

/// Abbreviated degrees.
const DEGREES: &[&str] = &["TS.", "ThS.", "PGS.", "GS.", "PGS.TS.", "GS.TS.", "BS.", "LS.", "KS."];

/// Family names, of the Kinh and of the larger minorities.
static FAMILIES: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "An Âu Bạch Bành Bế Biện Bồ Bùi Ca Cao Cầm Cù Châu Chế Chu Chử Chung Cung Danh Diệp Doãn Dư Dương Đàm Đan Đào \
     Đậu Đặng Điền Điểu Đinh Đoàn Đỗ Đồng Đổng Đới Đường Giang Giàng Giáp Hà Hạ Hàn Hàng Hầu Hoàng Hồ Hồng Hứa \
     Huỳnh Khổng Khuất Khúc Khương Kiều Kim Kha La Lã Lại Lâm Lầu Lê Liêu Liễu Lò Lộc Lù Lục Lư Lữ Lương Lường \
     Lưu Lý Ma Mã Mạc Mai Mạch Mạnh Mẫn Mùa Nay Ngân Nghiêm Ngô Ngụy Nguyễn Nhan Nhâm Ninh Nông Ông Ong Phạm Phan \
     Phí Phù Phùng Phương Quách Quàng Quản Sầm Siu Sơn Sùng Tạ Tăng Tào Tất Thạch Thái Thân Thào Tiêu Tòng Tô \
     Tôn Tống Trà Trang Trần Triệu Trịnh Trình Trương Từ Ung Uông Vàng Vi Viên Võ Vũ Vừ Vương Xa Yên"
    .split(' ')
    .collect()
});

/// Most words a name has.
const LONGEST: usize = 6;

/// For each word, whether no line may end before it because a name or its title goes on there.
pub(crate) fn name_joints(words: &[&str]) -> Vec<bool> {
    let mut joints = vec![false; words.len()];
    if (2..=LONGEST).contains(&words.len()) && name_length(words) == words.len() {
        joints[1..].fill(true);
        return joints;
    }
    let mut at = 0;
    while at < words.len() {
        let address = address_length(&words[at..]);
        let name = &words[at + address..];
        let length = name_length(name);
        let family = (2..=LONGEST).contains(&length) && is_family(name[0]);
        let named = if address > 0 { length > 0 } else { family };
        if !named {
            at += 1;
            continue;
        }
        let start = at - if address > 0 { 0 } else { title_length(&words[..at]) };
        let end = at + address + length.min(LONGEST);
        joints[start + 1..end].fill(true);
        at = end;
    }
    joints
}

/// How many words of address stand here.
fn address_length(words: &[&str]) -> usize {
    match words {
        [first, ..] if ADDRESS.contains(&first.trim_start_matches(['(', '“'])) => 1,
        [first, "chí", ..] if matches!(first.trim_start_matches(['(', '“']), "đồng" | "Đồng") => 2,
        _ => 0,
    }
}

/// How many words of a position or degree stand right before a name.
fn title_length(words: &[&str]) -> usize {
    match words {
        [.., degree] if DEGREES.contains(degree) => 1,
        [.., first, second] if POSITIONS.contains(&format!("{first} {second}").to_lowercase().as_str()) => {
            let deputy = matches!(words, [.., "Phó" | "phó", _, _]);
            if deputy { 3 } else { 2 }
        }
        _ => 0,
    }
}

/// How many capitalised words follow each other here, up to the first mark; more than a name has are not counted on.
fn name_length(words: &[&str]) -> usize {
    let mut length = 0;
    for word in words.iter().take(LONGEST + 1) {
        let bare = word.trim_end_matches([',', ';', '.', ':', ')', '”', '!', '?', '/']);
        if !is_capitalised(bare) {
            break;
        }
        length += 1;
        if bare.len() < word.len() {
            break;
        }
    }
    length
}

/// `Nguyễn`, `A`, `H’Hen`; not `SỞ`, not `2025`.
fn is_capitalised(word: &str) -> bool {
    let mut letters = word.chars();
    let first = letters.next().is_some_and(char::is_uppercase);
    let inside = letters.clone().any(|letter| matches!(letter, '’' | '\'' | '-'));
    let rest = letters.all(|letter| {
        letter.is_lowercase() || inside && (letter.is_uppercase() || !letter.is_alphanumeric())
    });
    first && rest
}

fn is_family(word: &str) -> bool {
    FAMILIES.contains(word.trim_start_matches(['(', '“']))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with `_` where no line may end.
    fn joined(text: &str) -> String {
        let words: Vec<&str> = text.split_whitespace().collect();
        let joints = name_joints(&words);
        let mut out = String::new();
        for (word, joint) in words.iter().zip(joints) {
            if !out.is_empty() {
                out.push(if joint { '_' } else { ' ' });
            }
            out.push_str(word);
        }
        out
    }

    #[test]
    fn a_name_keeps_its_title() {
        for (text, expected) in [
            ("tặng cho Ông Nguyễn Văn An, Giám đốc", "tặng cho Ông_Nguyễn_Văn_An, Giám đốc"),
            ("do bà Trần Thị B chủ trì", "do bà_Trần_Thị_B chủ trì"),
            ("đồng chí Lê Hồng Phong phát biểu", "đồng_chí_Lê_Hồng_Phong phát biểu"),
            ("do Giám đốc Nguyễn Hoàng Nam ký", "do Giám_đốc_Nguyễn_Hoàng_Nam ký"),
            ("Phó Chủ tịch Trần Thị Mai dự", "Phó_Chủ_tịch_Trần_Thị_Mai dự"),
            ("gồm TS. Phạm Văn Đồng và", "gồm TS._Phạm_Văn_Đồng và"),
            ("bà H’Hen Niê được", "bà_H’Hen_Niê được"),
            ("cho Nguyễn Văn A; Trần Văn B; hai người", "cho Nguyễn_Văn_A; Trần_Văn_B; hai người"),
        ] {
            assert_eq!(joined(text), expected, "the name stays whole with what stands right before it");
        }
    }

    #[test]
    fn an_agency_is_not_a_person() {
        for text in [
            "Giám đốc Sở Tư pháp tỉnh Tây Ninh quyết định",
            "Chủ tịch Ủy ban nhân dân tỉnh xem xét",
            "Bộ trưởng Bộ Nội vụ ban hành Thông tư",
            "Hội đồng Thi đua - Khen thưởng Sở",
            "Chánh Văn phòng, Trưởng các phòng",
            "Đề nghị Quốc hội xem xét",
            "TÊN CƠ QUAN CHỦ QUẢN",
            "ông bà ta thường nói",
        ] {
            assert_eq!(joined(text), text, "nothing is joined");
        }
    }

    #[test]
    fn a_name_alone_in_its_cell_is_whole() {
        assert_eq!(joined("Rơ Châm H’Phik"), "Rơ_Châm_H’Phik", "whatever its family name");
        assert_eq!(joined("Sở Tư pháp"), "Sở Tư pháp", "an agency is not a name");
    }

    #[test]
    fn a_row_of_capitalised_words_that_has_no_end_is_no_name() {
        let joints = name_joints(&["Ông", "A", "B", "C", "D", "E", "G", "H", "I"]);
        assert_eq!(
            joints.iter().filter(|joint| **joint).count(),
            LONGEST,
            "a line is never filled by one name"
        );
    }
}
