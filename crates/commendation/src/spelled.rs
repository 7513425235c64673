//! Numbers in Vietnamese words, as papers repeat a total: `Hai mươi mốt hồ sơ`.

const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
/// Names of groups of three digits; a `u32` has no more.
const GROUPS: [&str; 4] = ["", "nghìn", "triệu", "tỷ"];

/// The words of a whole number, lower case.
pub fn spelled(number: u32) -> String {
    if number == 0 {
        return DIGITS[0].to_owned();
    }
    let groups: Vec<usize> =
        (0..GROUPS.len() as u32).map(|power| (number as usize / 1000_usize.pow(power)) % 1000).collect();
    let mut words: Vec<&str> = Vec::new();
    for (group, name) in groups.iter().zip(GROUPS).rev() {
        if *group > 0 {
            below_a_thousand(*group, !words.is_empty(), &mut words);
            words.extend((!name.is_empty()).then_some(name));
        }
    }
    words.join(" ")
}

/// `after` another group every place is said: `một nghìn không trăm linh năm`.
fn below_a_thousand(group: usize, after: bool, words: &mut Vec<&str>) {
    let (hundreds, tens, ones) = (group / 100, group / 10 % 10, group % 10);
    let said = hundreds > 0 || after;
    if said {
        words.extend([DIGITS[hundreds], "trăm"]);
    }
    match tens {
        0 if said && ones > 0 => words.push("linh"),
        0 => {}
        1 => words.push("mười"),
        _ => words.extend([DIGITS[tens], "mươi"]),
    }
    match (tens, ones) {
        (_, 0) => {}
        (2.., 1) => words.push("mốt"),
        (1.., 5) => words.push("lăm"),
        _ => words.push(DIGITS[ones]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_said_as_they_are_read_aloud() {
        for (number, words) in [
            (0, "không"),
            (1, "một"),
            (5, "năm"),
            (10, "mười"),
            (11, "mười một"),
            (15, "mười lăm"),
            (20, "hai mươi"),
            (21, "hai mươi mốt"),
            (25, "hai mươi lăm"),
            (44, "bốn mươi bốn"),
            (100, "một trăm"),
            (105, "một trăm linh năm"),
            (110, "một trăm mười"),
            (115, "một trăm mười lăm"),
            (231, "hai trăm ba mươi mốt"),
            (1_000, "một nghìn"),
            (1_005, "một nghìn không trăm linh năm"),
            (12_040, "mười hai nghìn không trăm bốn mươi"),
            (1_000_000, "một triệu"),
            (
                u32::MAX,
                "bốn tỷ hai trăm chín mươi bốn triệu chín trăm sáu mươi bảy nghìn hai trăm chín mươi lăm",
            ),
        ] {
            assert_eq!(spelled(number), words, "{number}");
        }
    }
}
