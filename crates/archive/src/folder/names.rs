//! File and folder names that Windows takes, readable and the same for the same words.

use std::collections::HashSet;
use unicode_normalization::UnicodeNormalization;

/// Names that Windows keeps for devices, whatever their extension.
const DEVICES: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];

/// What Windows takes in no name, and what a link would read as something else.
const FORBIDDEN: &str = "<>:\"/\\|?*#%";

/// Words as one part of a path, at most `longest` units of UTF-16 long, as Windows counts.
pub fn safe(words: &str, longest: usize) -> String {
    let plain: String = words
        .nfc()
        .map(|c| if c.is_control() || FORBIDDEN.contains(c) { '-' } else { c })
        .filter(|c| !is_invisible(*c))
        .collect();
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let kept = cut(plain.trim_matches([' ', '.']), longest).trim_end_matches([' ', '.']);
    match kept {
        "" => "không tên".to_owned(),
        name if is_device(name) => format!("_{}", cut(name, longest.saturating_sub(1))),
        name => name.to_owned(),
    }
}

/// The name of a file with its extension kept.
pub fn safe_file(name: &str, longest: usize) -> String {
    let split = name.rsplit_once('.').filter(|(stem, extension)| {
        !stem.trim().is_empty()
            && (1..=8).contains(&extension.len())
            && extension.chars().all(|c| c.is_ascii_alphanumeric())
    });
    match split {
        Some((stem, extension)) => format!("{}.{extension}", safe(stem, longest - extension.len() - 1)),
        None => safe(name, longest),
    }
}

/// Words and what tells them from others, `(doc-4)`, which is never cut.
pub fn told_apart(words: &str, mark: &str, longest: usize) -> String {
    format!("{} ({mark})", safe(words, longest - mark.len() - 3))
}

/// Marks that turn the reading order or are not seen.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// True for the name of a device of Windows, with any extension: a file of that name cannot be made there.
pub fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_uppercase();
    let numbered = |prefix| {
        let mut rest = stem.strip_prefix(prefix).unwrap_or_default().chars();
        rest.next().is_some_and(|c| matches!(c, '0'..='9' | '¹' | '²' | '³')) && rest.next().is_none()
    };
    DEVICES.contains(&&*stem) || numbered("COM") || numbered("LPT")
}

/// The longest beginning of so many units, ended between words where one is near.
fn cut(words: &str, longest: usize) -> &str {
    let mut units = 0;
    let end = words.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > longest
    });
    let Some((end, _)) = end else { return words };
    let short = &words[..end];
    match short.rfind(' ') {
        Some(space) if space * 3 > end * 2 => &short[..space],
        _ => short,
    }
}

/// The names given in one folder, which Windows does not tell apart by case.
#[derive(Debug, Default)]
pub struct Taken(HashSet<String>);

impl Taken {
    /// The name, or with a number when it is given already.
    pub fn give(&mut self, name: String) -> String {
        let (stem, extension) = match name.rsplit_once('.') {
            Some((stem, extension)) => (stem, format!(".{extension}")),
            None => (name.as_str(), String::new()),
        };
        let mut free = name.clone();
        let mut count = 1;
        while !self.0.insert(key(&free)) {
            count += 1;
            free = format!("{stem} ({count}){extension}");
        }
        free
    }
}

/// What two names share that Windows takes for one.
fn key(name: &str) -> String {
    name.nfc().collect::<String>().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_safe_on_windows_and_readable() {
        for (words, name) in [
            ("Quyết định 15/QĐ-STP", "Quyết định 15-QĐ-STP"),
            ("../../etc/passwd", "-..-etc-passwd"),
            ("a\u{202e}fdp.exe", "afdp.exe"),
            ("CON", "_CON"),
            ("com1.txt", "_com1.txt"),
            ("LPT²", "_LPT²"),
            ("Common", "Common"),
            ("báo cáo. . ", "báo cáo"),
            ("  nhiều \t\n chỗ  trống ", "nhiều -- chỗ trống"),
            ("...", "không tên"),
            ("Tra\u{302}n", "Trân"),
        ] {
            assert_eq!(safe(words, 60), name, "of {words:?}");
        }
    }

    #[test]
    fn long_names_end_between_words_and_keep_their_extension() {
        let long = "Danh sách đề nghị tặng Giấy khen của Giám đốc Sở Tư pháp năm 2025 bổ sung lần hai";
        let name = safe_file(&format!("{long}.xlsx"), 40);
        assert_eq!(name, "Danh sách đề nghị tặng Giấy khen.xlsx");
        assert_eq!(safe(&"😀".repeat(40), 41).encode_utf16().count(), 40, "no half of a sign is left");
    }

    #[test]
    fn case_and_form_do_not_tell_names_apart() {
        let mut taken = Taken::default();
        assert_eq!(taken.give("Bản ký.pdf".into()), "Bản ký.pdf");
        assert_eq!(taken.give("bản KÝ.PDF".into()), "bản KÝ (2).PDF");
        assert_eq!(taken.give("Bản ky\u{301}.pdf".into()), "Bản ky\u{301} (3).pdf");
    }
}
