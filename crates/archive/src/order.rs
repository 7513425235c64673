//! Vietnamese order as a stored key: plain byte comparison of two keys gives the order of the names.
//!
//! Individuals sort by given name, then family name, then middle names; collectives and households by their whole name,
//! numbers by value. Letters come first (a ă â b c d đ e ê …), then the tone (none, huyền, hỏi, ngã, sắc, nặng). An own
//! key rather than a collation library's: it is stored for decades, and those keys change with the library's version.

use commendation::HonoreeType;
use unicode_normalization::UnicodeNormalization;

/// Ends a syllable's letters, before its tone; below every letter and digit.
const TONE: char = '#';
/// Ends a syllable; below everything else.
const SYLLABLE: char = '!';

/// The key of a name.
pub(crate) fn sort_key(honoree_type: HonoreeType, name: &str) -> String {
    let syllables: Vec<&str> = name.split_whitespace().collect();
    let mut key = String::with_capacity(name.len() * 2);
    match (honoree_type, syllables.as_slice()) {
        (HonoreeType::Individual, [rest @ .., given]) => {
            push(&mut key, given);
            rest.iter().for_each(|syllable| push(&mut key, syllable));
        }
        (_, all) => all.iter().for_each(|syllable| push(&mut key, syllable)),
    }
    key
}

/// The key of a text that is no name.
pub(crate) fn of_words(text: &str) -> String {
    let mut key = String::with_capacity(text.len() * 2);
    text.split_whitespace().for_each(|syllable| push(&mut key, syllable));
    key
}

fn push(key: &mut String, syllable: &str) {
    let lower = syllable.to_lowercase();
    let mut tone = '0';
    let mut digits = String::new();
    let flush = |key: &mut String, digits: &mut String| {
        if !digits.is_empty() {
            let value = digits.trim_start_matches('0');
            // The length first, so that a longer number is a greater one.
            key.push(char::from(b'0' + value.len().min(9) as u8));
            key.push_str(value);
            digits.clear();
        }
    };
    // NFC, then one letter at a time: its tone is set aside, its shape (breve, circumflex, horn) kept.
    for composed in lower.nfc() {
        if composed.is_ascii_digit() {
            digits.push(composed);
            continue;
        }
        flush(key, &mut digits);
        let mut shape = String::new();
        for c in composed.nfd() {
            match c {
                '\u{300}' => tone = '1',
                '\u{309}' => tone = '2',
                '\u{303}' => tone = '3',
                '\u{301}' => tone = '4',
                '\u{323}' => tone = '5',
                _ => shape.push(c),
            }
        }
        for letter in shape.nfc() {
            match ALPHABET.chars().position(|known| known == letter) {
                Some(index) => key.push(char::from(b'A' + index as u8)),
                None if letter.is_alphanumeric() => key.push(letter),
                None => {}
            }
        }
    }
    flush(key, &mut digits);
    key.push(TONE);
    key.push(tone);
    key.push(SYLLABLE);
}

const ALPHABET: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(honoree_type: HonoreeType, names: &[&str]) -> Vec<String> {
        let mut names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        names.sort_by_key(|name| sort_key(honoree_type, name));
        names
    }

    #[test]
    fn people_sort_by_given_name_then_family_name() {
        let names = [
            "Trần Văn Ân",
            "Lê Thị Ba",
            "Nguyễn Văn An",
            "Lê Văn An",
            "Phạm Án",
            "Lê Đức",
            "Lê Dũng",
            "Võ Anh",
        ];
        assert_eq!(
            sorted(HonoreeType::Individual, &names),
            [
                "Lê Văn An",
                "Nguyễn Văn An",
                "Phạm Án",
                "Võ Anh",
                "Trần Văn Ân",
                "Lê Thị Ba",
                "Lê Dũng",
                "Lê Đức"
            ],
            "given name first, letters before tones, ă â after a and đ after d"
        );
    }

    #[test]
    fn collectives_sort_by_whole_name_and_number() {
        let names = ["Phòng Công chứng số 10", "Phòng Công chứng số 2", "Đội Thi hành án", "Chi cục Thuế"];
        assert_eq!(
            sorted(HonoreeType::Collective, &names),
            ["Chi cục Thuế", "Đội Thi hành án", "Phòng Công chứng số 2", "Phòng Công chứng số 10"],
            "2 comes before 10"
        );
    }

    #[test]
    fn case_and_normal_form_do_not_matter() {
        let decomposed: String = "Nguyễn Thị Ánh".nfd().collect();
        assert_eq!(
            sort_key(HonoreeType::Individual, &decomposed),
            sort_key(HonoreeType::Individual, "NGUYỄN THỊ ÁNH"),
            "one name, one place in the list"
        );
    }
}
