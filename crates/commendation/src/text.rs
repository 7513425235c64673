//! Vietnamese text at the boundary: one normal form, and keys for search that ignore marks. No collation tables.

use unicode_normalization::UnicodeNormalization;

/// NFC, inner white space collapsed, ends trimmed. Line breaks become blanks.
pub fn clean(text: &str) -> String {
    text.nfc().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Key for search: lower case, marks dropped, đ to d, white space collapsed: `Hòa` and `hoà` both give `hoa`.
pub fn fold(text: &str) -> String {
    let lower = text.to_lowercase();
    let bare = lower.nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c));
    let plain: String = bare.map(|c| if c == 'đ' || c == 'ð' { 'd' } else { c }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
