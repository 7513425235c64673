//! Where a line may end in Vietnamese official prose: Unicode line breaking, with what belongs together kept so.
//!
//! The Unicode rules would part `ngày 20` from `tháng 11`, `Điều` from `1`, and `NĐ-` from `CP`. Not here: widths.

use unicode_linebreak::{BreakOpportunity, linebreaks};

/// What may happen after a stretch of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum After {
    /// A line may end here.
    Allowed,
    /// A line ends here only where the alternative looks worse: inside a date, inside a very long symbol.
    Reluctant,
    /// A line must end here.
    Forced,
}

/// Letters up to which a word without spaces (`152/2025/NĐ-CP`) stays whole.
const WHOLE_WORD: usize = 28;

/// The break opportunities of `text`: byte offset after the stretch, and what may happen there. The last is the
/// end of the text.
pub(crate) fn breaks(text: &str) -> Vec<(usize, After)> {
    let mut found: Vec<(usize, After)> = linebreaks(text)
        .filter_map(|(at, opportunity)| match opportunity {
            BreakOpportunity::Mandatory if at < text.len() || text.ends_with('\n') => {
                Some((at, After::Forced))
            }
            BreakOpportunity::Mandatory => Some((at, After::Allowed)),
            BreakOpportunity::Allowed => between(&text[..at], &text[at..]).map(|after| (at, after)),
        })
        .collect();
    if text.is_empty() {
        found.clear();
    }
    found
}

/// What may happen between `before` and `rest`; none when they belong together.
fn between(before: &str, rest: &str) -> Option<After> {
    if !before.ends_with(char::is_whitespace) {
        return inside_word(before, rest);
    }
    let left = last_word(before);
    let right = first_word(rest);
    if belongs_together(left, right) {
        return None;
    }
    if inside_date(left, right) || before_symbol(left, right) {
        return Some(After::Reluctant);
    }
    Some(After::Allowed)
}

/// A word with a hyphen or a slash stays whole unless it is very long.
fn inside_word(before: &str, rest: &str) -> Option<After> {
    let letters = before.chars().rev().take_while(|letter| !letter.is_whitespace()).take(WHOLE_WORD).count()
        + rest.chars().take_while(|letter| !letter.is_whitespace()).take(WHOLE_WORD).count();
    (letters > WHOLE_WORD).then_some(After::Reluctant)
}

fn last_word(before: &str) -> &str {
    let trimmed = before.trim_end();
    let word = match trimmed.rfind(char::is_whitespace) {
        Some(space) => trimmed[space..].trim_start(),
        None => trimmed,
    };
    word.trim_start_matches(['(', '“', '"', '['])
}

fn first_word(rest: &str) -> &str {
    rest.split_whitespace().next().unwrap_or("")
}

fn belongs_together(left: &str, right: &str) -> bool {
    let numeral = right.starts_with(|letter: char| letter.is_ascii_digit());
    match left {
        "ngày" | "Ngày" | "tháng" | "năm" | "quý" | "Quý" if numeral => return true,
        "số:" | "Số:" | "Số" if numeral || right.starts_with(['/', '…', '.']) => return true,
        "Điều" | "điều" | "Khoản" | "khoản" | "Điểm" | "điểm" | "Mục" | "mục" | "Chương" | "chương"
        | "Phần" | "phần" | "lục" | "Mẫu" | "mẫu" | "Bảng" | "bảng"
            if is_ordinal(right) =>
        {
            return true;
        }
        "TM." | "KT." | "TL." | "TUQ." | "Q." | "TP." | "Tp." => return true,
        "Ông" | "ông" | "Bà" | "bà" if right.starts_with(char::is_uppercase) => return true,
        "Kèm" | "kèm" if right.starts_with("theo") => return true,
        _ => {}
    }
    let dash = matches!(right, "-" | "–" | "—");
    let counted = left.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') && left.len() < 14;
    dash || (counted && COUNTED.contains(&right.trim_end_matches(['.', ',', ';', ')'])))
}

/// Words that stay with the number before them: `28 cá nhân`, `702.000 đồng`.
const COUNTED: [&str; 10] = ["đồng", "cá", "tập", "hộ", "người", "triệu", "tỷ", "nghìn", "bản", "%"];

/// `1`, `12.`, `a)`, `IV`, `đ,`: what numbers an article, a clause or an annex.
fn is_ordinal(word: &str) -> bool {
    let mark = word.trim_end_matches(['.', ',', ';', ':', ')', '/']);
    let roman = !mark.is_empty() && mark.chars().all(|letter| matches!(letter, 'I' | 'V' | 'X' | 'L' | 'C'));
    let digits = !mark.is_empty() && mark.chars().all(|letter| letter.is_ascii_digit());
    roman || digits || mark.chars().count() == 1
}

/// `số | 152/2025/NĐ-CP`: the symbol is long, and keeping it whole matters more.
fn before_symbol(left: &str, right: &str) -> bool {
    left == "số"
        && right.starts_with(|letter: char| letter.is_ascii_digit() || matches!(letter, '/' | '…' | '.'))
}

/// Words of two syllables that a title should not part.
const COMPOUNDS: &str = " ban_hành bản_án báo_cáo bằng_khen biên_bản cá_nhân chi_cục chỉ_đạo chiến_sĩ chính_trị chủ_tịch công_an \
    công_tác cơ_quan cơ_sở danh_hiệu danh_sách dân_phố dịch_vụ doanh_nghiệp đào_tạo đấu_giá đề_nghị đoàn_thể đối_tượng \
    giám_đốc giáo_dục giấy_khen hành_chính hỗ_trợ hội_đồng hội_nghị hợp_tác khen_thưởng kế_hoạch kinh_tế lao_động \
    lãnh_đạo nghị_định nhà_nước nhân_dân nhiệm_vụ nội_vụ pháp_lý pháp_luật phong_trào phòng_chống quy_định quyết_định \
    sở_hữu tài_chính tài_sản tập_thể thành_phố thành_tích thanh_tra thi_đua thi_hành thực_hiện tiên_tiến tiêu_biểu \
    tổ_chức tổng_kết trợ_giúp trung_tâm tư_pháp ủy_ban uỷ_ban văn_phòng xã_hội xây_dựng xuất_sắc ";

/// Words that the name of a place follows.
const PLACES: [&str; 6] = ["tỉnh", "phố", "xã", "phường", "khu", "huyện"];

/// Pairs inside the full name of an authority: `Ủy ban nhân dân tỉnh`.
const AUTHORITY: &str = " ban_nhân dân_tỉnh dân_thành dân_xã dân_phường dân_đặc sở_tư sở_nội ";

/// [`breaks`] for titles and cells, which moreover part no common word of two syllables, no name of a place and
/// nothing between quotation marks unless they must.
pub(crate) fn title_breaks(text: &str) -> Vec<(usize, After)> {
    let mut found = breaks(text);
    for (at, after) in &mut found {
        if *after == After::Allowed && *at < text.len() {
            let (before, rest) = text.split_at(*at);
            if is_word_pair(before, rest) || is_place(before, rest) || is_quoted(before, rest) {
                *after = After::Reluctant;
            }
        }
    }
    found
}

fn is_word_pair(before: &str, rest: &str) -> bool {
    let pair = format!(" {}_{} ", last_word(before), first_word(rest));
    let pair = pair.to_lowercase().replace([',', ';', '.', '”'], "");
    COMPOUNDS.contains(&pair) || AUTHORITY.contains(&pair)
}

/// `tỉnh | Tây Ninh`, `tỉnh Tây | Ninh`: a place's name is two words, three in `Hồ Chí Minh`.
fn is_place(before: &str, rest: &str) -> bool {
    if !first_word(rest).starts_with(char::is_uppercase) {
        return false;
    }
    let mut words = before.split_whitespace().rev();
    let left = words.next().unwrap_or("");
    let kind = |word: &str| PLACES.contains(&word.to_lowercase().as_str());
    let joined = left.chars().all(char::is_alphanumeric);
    kind(left) || (joined && words.next().is_some_and(kind))
}

/// Whether a quotation that is open here closes later.
fn is_quoted(before: &str, rest: &str) -> bool {
    let opened = before.matches('“').count() > before.matches('”').count();
    let straight = before.matches('"').count() % 2 == 1;
    (opened && rest.contains('”')) || (straight && rest.contains('"'))
}

/// `20 | tháng`, `11 | năm`, and the same with the numbers still blank.
fn inside_date(left: &str, right: &str) -> bool {
    let number = left.ends_with(|letter: char| letter.is_ascii_digit() || letter == '…' || letter == '.');
    match right.trim_end_matches([',', ';', '.', ')']) {
        "tháng" => number || left.ends_with("ngày"),
        "năm" => number || left == "tháng",
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stretches(text: &str) -> Vec<&str> {
        let mut start = 0;
        breaks(text)
            .into_iter()
            .filter(|(_, after)| *after != After::Reluctant)
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
            "a date is one stretch unless the line would gape"
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
            .filter(|(at, after)| *after == After::Allowed && *at < text.len())
            .map(|(at, _)| last_word(&text[..at]))
            .collect();
        assert_eq!(
            willing,
            ["Tặng", "hiệu", "tiến”", "cho", "cán", "bộ", "Ninh"],
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
    fn a_line_feed_forces_a_break() {
        let text = "một\nhai";
        assert_eq!(
            breaks(text),
            [(6, After::Forced), (9, After::Allowed)],
            "the feed ends the first stretch"
        );
    }
}
