//! Where a line may end in Vietnamese official prose: Unicode line breaking, with what belongs together kept so.
//!
//! The Unicode rules would part `ngày 20` from `tháng 11`, `Điều` from `1`, and `NĐ-` from `CP`. Not here: names of
//! persons (`names`), and widths.

use std::collections::HashSet;
use std::sync::LazyLock;

use unicode_linebreak::{BreakOpportunity, linebreaks};

use crate::names::name_joints;

/// What may happen after a stretch of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum After {
    /// A line of a title ends well here: after a comma, before `và` or `của`.
    Welcome,
    /// A line may end here.
    Allowed,
    /// A line ends here only where the alternative looks worse: inside a very long address, in titles inside the name
    /// of a place.
    Reluctant,
    /// A line ends here only when what it parts is wider than the line: inside a date, an amount, a person's name.
    Bound,
    /// A line must end here.
    Forced,
}

/// Letters up to which a word without spaces (`152/2025/NĐ-CP`) stays whole.
const WHOLE_WORD: usize = 28;

/// The break opportunities of `text`: byte offset after the stretch, and what may happen there. The last is the
/// end of the text.
pub(crate) fn breaks(text: &str) -> Vec<(usize, After)> {
    if text.is_empty() {
        return Vec::new();
    }
    let (starts, words) = words(text);
    let joints = name_joints(&words);
    let mut passed = 0;
    let after = |(at, opportunity)| {
        passed += starts[passed..].iter().take_while(|start| **start < at).count();
        let after = match opportunity {
            BreakOpportunity::Mandatory if at < text.len() || text.ends_with('\n') => After::Forced,
            BreakOpportunity::Mandatory => After::Allowed,
            BreakOpportunity::Allowed if !text[..at].ends_with(char::is_whitespace) => {
                inside_word(&text[..at], &text[at..])?
            }
            BreakOpportunity::Allowed => {
                let inside = passed > 0 && passed < words.len();
                let together = inside && (joints[passed] || belong_together(&words, passed));
                if together { After::Bound } else { After::Allowed }
            }
        };
        Some((at, after))
    };
    linebreaks(text).filter_map(after).collect()
}

/// The words of a text, and where each starts.
fn words(text: &str) -> (Vec<usize>, Vec<&str>) {
    let mut starts = Vec::new();
    let mut words = Vec::new();
    let mut at = 0;
    for word in text.split(char::is_whitespace) {
        if !word.is_empty() {
            starts.push(at);
            words.push(word);
        }
        at += word.len();
        at += text[at..].chars().next().map_or(0, char::len_utf8);
    }
    (starts, words)
}

/// A word with a hyphen or a slash stays whole unless it is very long.
fn inside_word(before: &str, rest: &str) -> Option<After> {
    let letters = before.chars().rev().take_while(|letter| !letter.is_whitespace()).take(WHOLE_WORD).count()
        + rest.chars().take_while(|letter| !letter.is_whitespace()).take(WHOLE_WORD).count();
    (letters > WHOLE_WORD).then_some(After::Reluctant)
}

/// Marks that may stand before a word without changing what it is.
const OPENING: [char; 5] = ['(', '“', '"', '[', '‘'];
/// Marks that may stand after it.
const CLOSING: [char; 9] = ['.', ',', ';', ':', ')', '”', '"', ']', '’'];

/// Whether no line may end between the words `at - 1` and `at`.
fn belong_together(words: &[&str], at: usize) -> bool {
    let left = words[at - 1].trim_start_matches(OPENING);
    let right = words[at];
    let next = right.trim_end_matches(CLOSING);
    let before = if at > 1 { words[at - 2] } else { "" };
    is_dash(right)
        || next.is_empty()
        || (is_dash(left) && ends_in_digit(before) && starts_with_digit(right))
        || is_date(left, right)
        || is_numbered(left, right)
        || is_counted(left, next)
        || is_fixed_phrase(left, next)
}

fn is_dash(word: &str) -> bool {
    matches!(word, "-" | "–" | "—")
}

fn starts_with_digit(word: &str) -> bool {
    word.starts_with(|letter: char| letter.is_ascii_digit())
}

fn ends_in_digit(word: &str) -> bool {
    word.ends_with(|letter: char| letter.is_ascii_digit())
}

/// Dots in place of a number that will be written in.
fn is_blank(word: &str) -> bool {
    word.starts_with(['…', '.'])
}

/// `ngày | 20 | tháng | 11 | năm | 2025`, `Quý | IV`, and dates whose numbers are still blank.
fn is_date(left: &str, right: &str) -> bool {
    let number = ends_in_digit(left) || left.ends_with("..") || left.trim_end_matches('.').ends_with('…');
    match (left, right.trim_end_matches(CLOSING)) {
        ("ngày" | "Ngày" | "tháng" | "Tháng" | "năm" | "Năm", value) => {
            starts_with_digit(value) || is_blank(right) || matches!(value, "tháng" | "năm")
        }
        ("quý" | "Quý", value) => {
            starts_with_digit(value) || is_roman(value.split('/').next().unwrap_or(""))
        }
        (_, "tháng" | "năm") => number,
        _ => false,
    }
}

/// `số | 152/2025/NĐ-CP`, `Điều | 1`, `điểm | a`, `lần | thứ | V`, `hạng | Nhì`, `Quận | 1`.
fn is_numbered(left: &str, right: &str) -> bool {
    let value = right.trim_end_matches(CLOSING);
    match left {
        "số" | "Số" | "số:" | "Số:" => {
            starts_with_digit(right) || is_blank(right) || right.starts_with('/')
        }
        "Điều" | "điều" | "Khoản" | "khoản" | "Điểm" | "điểm" | "Mục" | "mục" | "Chương" | "chương"
        | "Phần" | "phần" | "lục" | "Mẫu" | "mẫu" | "Bảng" | "bảng" | "Biểu" | "biểu" => {
            is_number(value) || (value.chars().count() == 1 && value.chars().all(char::is_alphabetic))
        }
        "lần" | "Lần" => value == "thứ" || is_number(value),
        "thứ" | "Thứ" => ORDINALS.contains(&value) || is_number(value),
        "hạng" | "Hạng" => {
            matches!(value, "Nhất" | "Nhì" | "Ba" | "nhất" | "nhì" | "ba") || is_number(value)
        }
        "khóa" | "Khóa" | "khoá" | "Khoá" | "nhóm" | "Nhóm" | "loại" | "Loại" | "bậc" | "Bậc" | "cấp"
        | "Quận" | "quận" | "Phường" | "phường" | "phố" | "Tổ" | "tổ" | "Đội" | "đội" | "ấp" | "Ấp"
        | "thôn" | "Thôn" => is_number(value),
        _ => false,
    }
}

const ORDINALS: &[&str] = &["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];

/// `12`, `IV`, `A`.
fn is_number(word: &str) -> bool {
    let digits = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'/');
    let letter = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    digits || letter || is_roman(word)
}

fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|letter| matches!(letter, 'I' | 'V' | 'X' | 'L' | 'C'))
}

/// Words that stay with the number before them: `28 cá nhân`, `702.000 đồng`, `08 giờ 30 phút`.
const COUNTED: &[&str] = &[
    "đồng", "cá", "tập", "hộ", "người", "triệu", "tỷ", "nghìn", "bản", "%", "giờ", "phút", "giây", "lần",
    "ngày", "mm", "cm", "m",
];

fn is_counted(left: &str, next: &str) -> bool {
    let digits = starts_with_digit(left)
        && left.len() < 20
        && left.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
    let counted = digits && ends_in_digit(left) && COUNTED.contains(&next);
    let money = matches!(left, "nghìn" | "triệu" | "tỷ") && next == "đồng";
    let time = matches!(left, "giờ" | "phút") && starts_with_digit(next);
    counted || money || time
}

/// `KT. | GIÁM ĐỐC`, `Kèm | theo`.
fn is_fixed_phrase(left: &str, next: &str) -> bool {
    match left {
        "TM." | "KT." | "TL." | "TUQ." | "Q." | "TP." | "Tp." => true,
        "Kèm" | "kèm" => next == "theo",
        _ => false,
    }
}

/// Words of two syllables that a title should not part, and pairs inside the full name of an authority.
static COMPOUNDS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "ban_hành bản_án báo_cáo bằng_khen biên_bản cá_nhân cán_bộ chi_cục chức_vụ chỉ_đạo chiến_sĩ chính_trị chủ_tịch \
     công_an công_tác cơ_quan cơ_sở danh_hiệu danh_sách dân_phố dịch_vụ doanh_nghiệp đào_tạo đấu_giá đề_nghị \
     đoàn_thể đối_tượng đơn_vị đua,_khen giám_đốc ghi_chú giáo_dục giấy_khen hành_chính hình_thức hỗ_trợ hội_đồng \
     hội_nghị hợp_tác khen_thưởng kế_hoạch kinh_tế lao_động lãnh_đạo nghị_định nhà_nước nhân_dân nhiệm_vụ \
     nội_vụ pháp_lý pháp_luật phong_trào phòng_chống phụ_trách quy_định quyết_định sở_hữu số_tiền tài_chính tài_sản \
     tập_thể thành_phố thành_tích thanh_tra thi_đua thi_hành tiền_thưởng thực_hiện tiên_tiến tiêu_biểu \
     tổ_chức tổng_kết trợ_giúp trung_tâm trưởng_phòng bổ_trợ chuyên_viên tư_pháp ủy_ban uỷ_ban văn_phòng \
     viên_chức công_chức xã_hội xây_dựng xuất_sắc ban_nhân dân_tỉnh dân_thành dân_xã dân_phường dân_đặc sở_tư \
     sở_nội"
    .split(' ')
    .collect()
});

/// Small words that lead on to what follows: a line of a title begins with one rather than ends with it.
const LEADING: &[&str] = &[
    "và", "hoặc", "của", "cho", "tại", "về", "với", "trong", "từ", "theo", "do", "để", "có", "được", "các",
    "những",
];

/// Words that the name of a place follows.
const PLACES: [&str; 6] = ["tỉnh", "phố", "xã", "phường", "khu", "huyện"];

/// [`breaks`] for titles and cells, which moreover part no common word of two syllables, no name of a place, nothing
/// joined by a dash and nothing between quotation marks unless they must.
pub(crate) fn title_breaks(text: &str) -> Vec<(usize, After)> {
    let mut found = breaks(text);
    let (starts, words) = words(text);
    let last_closing = text.rfind('”').unwrap_or(0);
    let last_straight = text.rfind('"').unwrap_or(0);
    let (mut passed, mut scanned) = (0, 0);
    let (mut open, mut straight) = (0_i32, false);
    for (at, after) in &mut found {
        for letter in text[scanned..*at].chars() {
            match letter {
                '“' => open += 1,
                '”' => open -= 1,
                '"' => straight = !straight,
                _ => {}
            }
        }
        scanned = *at;
        passed += starts[passed..].iter().take_while(|start| **start < *at).count();
        if *after != After::Allowed || passed == 0 || passed == words.len() {
            continue;
        }
        let quoted = (open > 0 && last_closing >= *at) || (straight && last_straight >= *at);
        let before = words[passed - 1];
        *after = if quoted
            || is_dash(before)
            || is_leading(before)
            || is_word_pair(&words, passed)
            || is_place(&words, passed)
        {
            After::Reluctant
        } else if before.ends_with(CLOSING) || is_leading(words[passed]) {
            After::Welcome
        } else {
            After::Allowed
        };
    }
    found
}

fn is_leading(word: &str) -> bool {
    LEADING.contains(&word) || LEADING.contains(&word.to_lowercase().as_str())
}

fn is_word_pair(words: &[&str], at: usize) -> bool {
    let left = words[at - 1].trim_start_matches(OPENING);
    let pair = format!("{left}_{}", words[at].trim_end_matches(CLOSING)).to_lowercase();
    COMPOUNDS.contains(pair.as_str())
}

/// `tỉnh | Tây Ninh`, `tỉnh Tây | Ninh`: a place's name is two words, three in `Hồ Chí Minh`.
fn is_place(words: &[&str], at: usize) -> bool {
    if !words[at].starts_with(char::is_uppercase) {
        return false;
    }
    let kind = |word: &str| PLACES.contains(&word.to_lowercase().as_str());
    let left = words[at - 1];
    let joined = left.chars().all(char::is_alphanumeric);
    kind(left) || (joined && at > 1 && kind(words[at - 2]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stretches(text: &str) -> Vec<&str> {
        let mut start = 0;
        breaks(text)
            .into_iter()
            .filter(|(_, after)| !matches!(after, After::Reluctant | After::Bound))
            .map(|(at, _)| {
                let stretch = &text[start..at];
                start = at;
                stretch
            })
            .collect()
    }

    #[test]
    fn a_date_stays_together() {
        assert_eq!(
            stretches("họp ngày 20 tháng 11 năm 2020 tại"),
            ["họp ", "ngày 20 tháng 11 năm 2020 ", "tại"],
            "a date is one stretch"
        );
    }

    #[test]
    fn a_blank_date_and_number_stay_together() {
        assert_eq!(
            stretches("Số:      /QĐ-STP"),
            ["Số:      /QĐ-STP"],
            "the blank number belongs to its symbol"
        );
        assert_eq!(
            stretches("Tây Ninh, ngày     tháng     năm 2026"),
            ["Tây ", "Ninh, ", "ngày     tháng     năm 2026"],
            "a blank date is a date"
        );
    }

    #[test]
    fn a_title_keeps_quotations_and_places_whole() {
        let text = "Tặng danh hiệu “Lao động tiên tiến” cho cán bộ Ủy ban nhân dân tỉnh Tây Ninh năm 2025";
        let willing: Vec<&str> = title_breaks(text)
            .into_iter()
            .filter(|(at, after)| matches!(after, After::Allowed | After::Welcome) && *at < text.len())
            .map(|(at, _)| text[..at].split_whitespace().next_back().unwrap_or(""))
            .collect();
        assert_eq!(
            willing,
            ["Tặng", "hiệu", "tiến”", "bộ", "Ninh"],
            "lines end before the quotation, not in it, and the authority's name stays whole"
        );
    }

    #[test]
    fn symbols_articles_and_dashes_stay_together() {
        assert_eq!(
            stretches("Nghị định số 152/2025/NĐ-CP của"),
            ["Nghị ", "định ", "số 152/2025/NĐ-CP ", "của"],
            "a symbol never breaks at its hyphen"
        );
        assert_eq!(
            stretches("tại Điều 1 và khoản 2"),
            ["tại ", "Điều 1 ", "và ", "khoản 2"],
            "article numbers"
        );
        assert_eq!(
            stretches("Thi đua - Khen thưởng"),
            ["Thi ", "đua - ", "Khen ", "thưởng"],
            "no line starts with -"
        );
        assert_eq!(stretches("thưởng 3.510.000 đồng cho"), ["thưởng ", "3.510.000 đồng ", "cho"], "money");
        assert_eq!(
            stretches("(Kèm theo Quyết định"),
            ["(Kèm theo ", "Quyết ", "định"],
            "the words of reference"
        );
    }

    #[test]
    fn labels_times_and_amounts_keep_their_numbers() {
        for whole in [
            "điểm a",
            "khoản 1",
            "Điều 24",
            "số: 12/STP-VP",
            "số …/QĐ-STP",
            "08 giờ 30 phút",
            "Quý IV",
            "Quý IV/2025",
            "tháng 11 năm 2025",
            "lần thứ V",
            "Phần thứ nhất",
            "hạng Nhì",
            "2020 - 2025",
            "12,5 %",
            "3,5 triệu đồng",
            "Phụ lục II",
            "ngày …. tháng …. năm 2026",
            "ngày 20/11/2025",
        ] {
            let text = format!("theo {whole} của");
            let expected: &[&str] = match whole {
                "Phần thứ nhất" => &["theo ", "Phần ", "thứ nhất ", "của"],
                "Phụ lục II" => &["theo ", "Phụ ", "lục II ", "của"],
                _ => &["theo ", &format!("{whole} "), "của"],
            };
            assert_eq!(stretches(&text), expected, "{whole}");
        }
        assert_eq!(
            stretches("điểm a khoản 1 Điều 24"),
            ["điểm a ", "khoản 1 ", "Điều 24"],
            "each label keeps its own number, and no more"
        );
    }

    #[test]
    fn a_number_keeps_no_word_that_is_not_counted() {
        assert_eq!(stretches("năm 2025 của Sở"), ["năm 2025 ", "của ", "Sở"], "a year is not an amount");
        assert_eq!(stretches("phần việc"), ["phần ", "việc"], "a label without its number is a word");
    }

    #[test]
    fn a_line_feed_forces_a_break() {
        let text = "một\nhai";
        assert_eq!(
            breaks(text),
            [(6, After::Forced), (9, After::Allowed)],
            "the feed ends the first stretch"
        );
    }
}
