//! Letters as search compares them, read from a table: every letter of every text that is shown is asked.
//!
//! The table is made once, by the rules below, for the letters of Vietnamese and its neighbours; others are asked by the
//! rules themselves. Not here: which words are the same word in two spellings (`query`).

use std::borrow::Cow;
use std::sync::LazyLock;
use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Letters below this are in the table: Latin with its Vietnamese part, Greek, Cyrillic, the usual signs.
const TABLE_END: usize = 0x2100;
/// A letter or digit.
const OF_WORD: u32 = 1 << 31;
/// In the one form already, and joins with no letter before it.
const COMPOSED: u32 = 1 << 30;
/// The letter without case and marks.
const BARE: u32 = (1 << 21) - 1;

static TABLE: LazyLock<Box<[u32]>> = LazyLock::new(|| {
    let entry = |code: u32| char::from_u32(code).map_or(0, by_rule);
    (0..TABLE_END as u32).map(entry).collect()
});

fn by_rule(c: char) -> u32 {
    let composed = is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes && canonical_combining_class(c) == 0;
    u32::from(bare_by_rule(c))
        | if c.is_alphanumeric() { OF_WORD } else { 0 }
        | if composed { COMPOSED } else { 0 }
}

fn bare_by_rule(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let lower = c.to_lowercase().next().unwrap_or(c);
    std::iter::once(lower).nfd().next().unwrap_or(lower)
}

/// What is known of a letter.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Letter(u32);

impl Letter {
    pub(crate) fn of(c: char) -> Self {
        Self(TABLE.get(c as usize).copied().unwrap_or_else(|| by_rule(c)))
    }

    pub(crate) fn is_of_word(self) -> bool {
        self.0 & OF_WORD != 0
    }

    /// Without case and marks, đ left as it is.
    pub(crate) fn bare(self) -> char {
        // Put there as a letter.
        char::from_u32(self.0 & BARE).unwrap_or('\0')
    }

    /// Without case and marks.
    pub(crate) fn plain(self) -> char {
        match self.bare() {
            'đ' | 'ð' => 'd',
            bare => bare,
        }
    }
}

/// A letter without case and marks. One letter stays one letter.
pub(crate) fn plain(c: char) -> char {
    Letter::of(c).plain()
}

/// A letter without case and marks, đ left as it is.
pub(crate) fn bare(c: char) -> char {
    Letter::of(c).bare()
}

/// A text in the one form in which letters are compared; almost all are in it already.
pub(crate) fn composed(text: &str) -> Cow<'_, str> {
    match text.chars().all(|c| Letter::of(c).0 & COMPOSED != 0) {
        true => Cow::Borrowed(text),
        false => Cow::Owned(text.nfc().collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::is_nfc;

    #[test]
    fn the_table_says_what_the_rules_say() {
        for c in '\0'..=char::MAX {
            let letter = Letter::of(c);
            assert_eq!(letter.bare(), bare_by_rule(c), "`{c}` without case and marks");
            assert_eq!(letter.is_of_word(), c.is_alphanumeric(), "`{c}` in a word");
        }
        for (c, is) in [('Ộ', 'o'), ('Đ', 'd'), ('ð', 'd'), ('Ỹ', 'y'), ('Ư', 'u'), ('q', 'q'), ('7', '7')]
        {
            assert_eq!(plain(c), is, "`{c}` is looked for as `{is}`");
        }
        assert_eq!(bare('Đ'), 'đ', "its stroke may be asked for");
    }

    proptest! {
        #[test]
        fn every_text_comes_into_the_one_form(text in "[a-zA-ZăâđêôơưạảấầẫĐ\u{300}\u{301}\u{323}\u{340}\u{2000}…·“ \u{1100}\u{1161}\u{fb1d}]{0,20}", any in any::<String>()) {
            for text in [text, any] {
                let composed = composed(&text);
                prop_assert!(is_nfc(&composed), "`{text}` is composed");
                prop_assert_eq!(&*composed, text.nfc().collect::<String>(), "and says the same");
            }
        }
    }
}
