//! Identity numbers of individuals (số căn cước công dân, chứng minh nhân dân). Only lists of the State level need them,
//! so they are kept apart from the honoree that papers print, and are masked wherever they are shown unasked.

/// Digits left in sight.
const SHOWN: usize = 3;

/// A number as typed, in one form: no blanks, dots or dashes; none when nothing is left.
pub fn clean_identity(typed: &str) -> Option<String> {
    let kept: String =
        typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '.' | '-' | '\'' | '\u{2019}')).collect();
    (!kept.is_empty()).then_some(kept)
}

/// True for 9 digits (the older card) or 12. Others are taken too; the officer is told.
pub fn is_usual_identity(number: &str) -> bool {
    matches!(number.len(), 9 | 12) && number.bytes().all(|b| b.is_ascii_digit())
}

/// `*********123`: as long as the number, its last three characters in sight. Of one that short nothing is shown.
pub fn masked_identity(number: &str) -> String {
    let count = number.chars().count();
    let shown = if count > 2 * SHOWN { SHOWN } else { 0 };
    number.chars().enumerate().map(|(index, c)| if index + shown < count { '*' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_masked_number_shows_its_end_only() {
        assert_eq!(masked_identity("079123456123"), "*********123");
        assert_eq!(masked_identity("300123456"), "******456");
        assert_eq!(masked_identity("12345"), "*****", "too short to show anything of it");
        assert_eq!(masked_identity(""), "");
    }

    #[test]
    fn a_number_has_one_form() {
        assert_eq!(clean_identity(" 079 123.456-123 ").as_deref(), Some("079123456123"));
        assert_eq!(clean_identity("'079123456123").as_deref(), Some("079123456123"), "as Excel keeps zeros");
        assert_eq!(clean_identity(" . "), None);
        assert!(is_usual_identity("079123456123") && is_usual_identity("300123456"));
        assert!(!is_usual_identity("07912345612") && !is_usual_identity("07912345612x"));
    }
}
