//! What was typed, as a query of the index.
//!
//! The text is cut into words of letters and digits, so that no sign of it can be an operator of the query language.
//! The index has each text twice: `exact` as written, `plain` without marks and with `d` for `đ`. Not here: which of
//! the things found come first, and what is shown of them.

use rusqlite::{Connection, OptionalExtension};
use std::collections::{HashMap, hash_map::Entry};
use unicode_normalization::UnicodeNormalization;

use crate::Result;
use crate::letters::{bare, plain};

/// Words of a query that are looked at.
const MOST_WORDS: usize = 16;
/// Letters of a word that are looked at: no word of the index that anybody types is longer.
const LONGEST_WORD: usize = 64;
/// Words that a beginning may stand for before it is left to the index.
const MOST_ENDINGS: usize = 100;
/// Spellings of one word that are asked for.
const MOST_SPELLINGS: usize = 160;

/// How far a word of a text is a word of the query.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fit {
    /// It is another.
    Other,
    /// It begins so.
    Begins,
    /// It is this one.
    Whole,
}

/// A word of the query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// As typed, lower case.
    typed: String,
    /// Without marks, with the đ that was typed, in both spellings of a final i.
    bare: Vec<String>,
    /// With its marks, in every spelling that is the same word: both places of the tone, both of a final i.
    exact: Vec<String>,
    /// `2871qđ` as `2871` and `qđ`; empty for a word that is not number and letters in one.
    parts: Vec<Word>,
}

/// Letters and digits that the index, whose tables of letters are old, surely takes for such.
fn is_indexed(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1ef9}' | '\u{391}'..='\u{3c9}' | '\u{410}'..='\u{44f}')
            && c.is_alphanumeric()
}

/// The words of a text, also of one that nobody meant well.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let lower: String = text.nfc().flat_map(char::to_lowercase).nfc().map(one_d).collect();
    lower
        .split(|c| !is_indexed(c))
        .filter(|word| !word.is_empty())
        .take(MOST_WORDS)
        .map(|word| Word::of(word.chars().take(LONGEST_WORD).collect()))
        .collect()
}

/// The Icelandic eth looks like đ and is typed for it.
fn one_d(c: char) -> char {
    if c == 'ð' { 'đ' } else { c }
}

impl Word {
    fn of(typed: String) -> Self {
        let bare: String = typed.chars().map(bare).collect();
        let parts = number_and_letters(&typed);
        let parts = if parts.len() > 1 { parts.into_iter().map(Word::of).collect() } else { Vec::new() };
        let other = other_i(&bare);
        let exact = exact_spellings(&typed);
        Self { typed, bare: std::iter::once(bare).chain(other).collect(), exact, parts }
    }

    /// How far a word of a text is what was typed, marks apart. `đ` that was typed must be there; `d` stands for both.
    pub(crate) fn fit(&self, found: &str) -> Fit {
        let of_way = |asked: &String| {
            let mut letters = found.chars();
            let same = |asked: char, c: char| match asked {
                'đ' => matches!(c, 'đ' | 'Đ' | 'ð' | 'Ð'),
                asked => plain(c) == asked,
            };
            match asked.chars().all(|asked| letters.next().is_some_and(|c| same(asked, c))) {
                true if letters.next().is_none() => Fit::Whole,
                true => Fit::Begins,
                false => Fit::Other,
            }
        };
        self.bare.iter().map(of_way).max().unwrap_or(Fit::Other)
    }

    /// Is this word of a text, which is what was typed, marks apart, also with the very marks?
    pub(crate) fn is_exactly(&self, found: &str, as_beginning: bool) -> bool {
        let found: String = found.nfc().flat_map(char::to_lowercase).nfc().map(one_d).collect();
        let same = |way: &String| if as_beginning { found.starts_with(way.as_str()) } else { found == *way };
        self.exact.iter().any(same)
    }

    /// Does a word of a text begin with this one, where marks were typed with these if so asked?
    pub(crate) fn begins(&self, found: &str, exact: bool) -> bool {
        self.fit(found) >= Fit::Begins && (!exact || !self.has_marks() || self.is_exactly(found, true))
    }

    /// `2871qđ` as `2871` and `qđ`; empty for a word that is not number and letters in one.
    pub(crate) fn parts(&self) -> &[Word] {
        &self.parts
    }

    /// The letters, without marks, that a word of a text begins with when it may be this one or a part of it.
    pub(crate) fn first_letters(&self) -> impl Iterator<Item = char> {
        let first = |word: &Word| word.typed.chars().next().map(plain);
        std::iter::once(self).chain(&self.parts).filter_map(first)
    }

    fn has_marks(&self) -> bool {
        self.typed.chars().any(|c| plain(c) != c)
    }
}

/// A word with its marks in every spelling that is the same word.
fn exact_spellings(typed: &str) -> Vec<String> {
    let mut all = vec![typed.to_owned()];
    all.extend(other_tone_place(typed));
    let others: Vec<String> = all.iter().filter_map(|word| other_i(word)).collect();
    all.extend(others);
    all
}

/// A query of the index.
#[derive(Debug)]
pub(crate) struct Expression {
    pub(crate) text: String,
    /// Asks for the marks that were typed, where there are any.
    pub(crate) exact: bool,
}

/// The queries for words, to be asked one after the other: with the marks that were typed, when there are any, and
/// without.
pub(crate) fn expressions(conn: &Connection, words: &[Word]) -> Result<Vec<Expression>> {
    let mut both = Vec::new();
    if words.iter().any(Word::has_marks) {
        both.push(Expression { text: all_of(conn, words, true, true)?, exact: true });
    }
    let text = all_of(conn, words, false, true)?;
    // A đ alone is the same both times.
    if both.iter().all(|exact| exact.text != text) {
        both.push(Expression { text, exact: false });
    }
    Ok(both)
}

/// The same for all words but the last when that is a single letter, and this letter, which is then looked for in the
/// texts: letters begin so many words that the index would be long about it, and so many texts that these are soon found.
pub(crate) fn without_last_letter<'a>(
    conn: &Connection,
    words: &'a [Word],
) -> Result<Option<(Vec<Expression>, &'a Word)>> {
    let Some((last, others)) = words.split_last() else { return Ok(None) };
    if others.is_empty() || last.typed.chars().nth(1).is_some() {
        return Ok(None);
    }
    let mut both = Vec::new();
    if words.iter().any(Word::has_marks) {
        both.push(Expression { text: all_of(conn, others, true, false)?, exact: true });
    }
    both.push(Expression { text: all_of(conn, others, false, false)?, exact: false });
    Ok(Some((both, last)))
}

/// All of these words, the last one perhaps as a beginning.
fn all_of(conn: &Connection, words: &[Word], exact: bool, last_begins: bool) -> Result<String> {
    let mut endings = Endings { conn, known: HashMap::new() };
    let last = words.len().saturating_sub(1);
    // A word typed without marks is asked for without: with them, the index would pass by all that have some.
    let term = |(index, word): (usize, &Word)| {
        endings.term(word, exact && word.has_marks(), last_begins && index == last)
    };
    Ok(words.iter().enumerate().map(term).collect::<Result<Vec<_>>>()?.join(" AND "))
}

/// The words of the index that begin with another, each asked for once.
struct Endings<'a> {
    conn: &'a Connection,
    known: HashMap<String, Vec<String>>,
}

impl Endings<'_> {
    /// One word, the last one of a query also as a beginning; or what is the same: `2871qđ` is also 2871 and qđ.
    fn term(&mut self, word: &Word, exact: bool, is_last: bool) -> Result<String> {
        let whole = self.simple_term(word, exact, is_last)?;
        let Some(last) = word.parts.len().checked_sub(1) else { return Ok(whole) };
        let parts = word.parts.iter().enumerate();
        let parts = parts.map(|(index, part)| self.simple_term(part, exact, is_last && index == last));
        Ok(format!("({whole} OR ({}))", parts.collect::<Result<Vec<_>>>()?.join(" AND ")))
    }

    fn simple_term(&mut self, word: &Word, exact: bool, is_last: bool) -> Result<String> {
        let (column, spellings) = match exact {
            true => ("exact", word.exact.clone()),
            // Without marks the index has no đ: the word is asked for among those with marks, in every way to mark it.
            false => match word.typed.contains('đ').then(|| marked_spellings(&word.typed)).flatten() {
                Some(marked) => ("exact", marked),
                None => ("plain", word.bare.iter().map(|way| way.chars().map(plain).collect()).collect()),
            },
        };
        let mut any = Vec::new();
        for spelling in spellings {
            match is_last {
                true => any.extend(self.beginning(spelling)?.iter().cloned()),
                false => any.push(format!("\"{spelling}\"")),
            }
        }
        Ok(format!("{column} : ({})", any.join(" OR ")))
    }

    fn beginning(&mut self, word: String) -> Result<&[String]> {
        Ok(match self.known.entry(word) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => {
                let any = beginning(self.conn, new.key())?;
                new.insert(any)
            }
        })
    }
}

/// A word and all that begin with it. The index answers beginnings of two and three letters at once; of others it would
/// gather every place of every word first, so they are put into words, or into beginnings of two letters, here.
fn beginning(conn: &Connection, word: &str) -> Result<Vec<String>> {
    let mut any = Vec::new();
    match word.chars().count() {
        1 => {
            any.push(format!("\"{word}\""));
            let second = ('a'..='z').chain('0'..='9').map(|second| format!("{word}{second}"));
            any.extend(second.map(|two| format!("\"{two}\"*")));
            // After a letter with marks another may follow: đề, ước.
            let vowels = if word.is_ascii() { "" } else { "aeiouy" };
            let marked =
                vowels.chars().filter_map(|vowel| marked_spellings(&format!("{word}{vowel}"))).flatten();
            any.extend(marked.filter(|two| two.chars().count() == 2).map(|two| format!("\"{two}\"*")));
        }
        0..=3 => any.push(format!("\"{word}\"*")),
        _ => {
            // One word after another, each by its place: reading on from one would read every place it stands at.
            let mut query =
                conn.prepare_cached("SELECT term FROM temp.search_word WHERE term >= ?1 LIMIT 1")?;
            let mut terms: Vec<String> = Vec::new();
            let mut from = word.to_owned();
            while let Some(term) = query.query_one([&from], |row| row.get::<_, String>(0)).optional()? {
                if !term.starts_with(word) || terms.len() > MOST_ENDINGS {
                    break;
                }
                from = format!("{term}\0");
                terms.push(term);
            }
            match terms.len() {
                // A word that is not there: asked for all the same, so that the query stays one.
                0 => any.push(format!("\"{word}\"")),
                1..=MOST_ENDINGS => any.extend(terms.iter().map(|term| format!("\"{term}\""))),
                _ => any.push(format!("\"{word}\"*")),
            }
        }
    }
    Ok(any)
}

/// Makes the list of the index's words known to a connection.
pub(crate) fn list_words(conn: &Connection) -> Result<()> {
    conn.execute_batch(
        "CREATE VIRTUAL TABLE temp.search_word USING fts5vocab('main', 'search', 'instance')",
    )?;
    Ok(())
}

/// `2871qđ` as `2871` and `qđ`.
fn number_and_letters(word: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut was_digit = None;
    for c in word.chars() {
        let digit = c.is_ascii_digit();
        match parts.last_mut() {
            Some(part) if was_digit == Some(digit) => part.push(c),
            _ => parts.push(c.to_string()),
        }
        was_digit = Some(digit);
    }
    parts
}

/// Every way to put marks on a word whose đ was typed; none when there are too many to ask for.
fn marked_spellings(typed: &str) -> Option<Vec<String>> {
    let mut all: Vec<(String, bool)> = vec![(String::new(), false)];
    for c in typed.chars() {
        let shapes: &[char] = match bare(c) {
            'a' => &['a', 'ă', 'â'],
            'e' => &['e', 'ê'],
            'o' => &['o', 'ô', 'ơ'],
            'u' => &['u', 'ư'],
            'i' => &['i'],
            'y' => &['y'],
            other => {
                all.iter_mut().for_each(|(text, _)| text.push(other));
                continue;
            }
        };
        let mut longer = Vec::with_capacity(all.len() * shapes.len() * 6);
        for (text, has_tone) in &all {
            for shape in shapes {
                longer.push((format!("{text}{shape}"), *has_tone));
                // A syllable has one tone.
                for tone in
                    ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'].iter().filter(|_| !has_tone)
                {
                    let letter: String = [*shape, *tone].into_iter().nfc().collect();
                    longer.push((format!("{text}{letter}"), true));
                }
            }
        }
        if longer.len() > MOST_SPELLINGS {
            return None;
        }
        all = longer;
    }
    Some(all.into_iter().map(|(text, _)| text).collect())
}

/// `hòa` for `hoà` and the other way round: the two customs of placing the tone on oa, oe and uy.
fn other_tone_place(word: &str) -> Option<String> {
    const PAIRS: [(&str, &str); 15] = [
        ("òa", "oà"),
        ("óa", "oá"),
        ("ỏa", "oả"),
        ("õa", "oã"),
        ("ọa", "oạ"),
        ("òe", "oè"),
        ("óe", "oé"),
        ("ỏe", "oẻ"),
        ("õe", "oẽ"),
        ("ọe", "oẹ"),
        ("ùy", "uỳ"),
        ("úy", "uý"),
        ("ủy", "uỷ"),
        ("ũy", "uỹ"),
        ("ụy", "uỵ"),
    ];
    PAIRS.iter().flat_map(|(a, b)| [(*a, *b), (*b, *a)]).find_map(|(from, to)| {
        let stem = word.strip_suffix(from)?;
        // In `quý` the u belongs to the consonant, and there is only one place.
        (!(stem.ends_with('q') && from.starts_with(['u', 'ù', 'ú', 'ủ', 'ũ', 'ụ'])))
            .then(|| format!("{stem}{to}"))
    })
}

/// `sỹ` for `sĩ` and the other way round: i and y alone after h, k, l, m, s, t and qu are one sound, written both ways.
/// After other letters they are two words or two names (Vi and Vy).
fn other_i(word: &str) -> Option<String> {
    const PAIRS: [(char, char); 6] = [('i', 'y'), ('ì', 'ỳ'), ('í', 'ý'), ('ỉ', 'ỷ'), ('ĩ', 'ỹ'), ('ị', 'ỵ')];
    let mut letters = word.chars();
    let end = letters.next_back()?;
    let stem = letters.as_str();
    if !matches!(stem, "h" | "k" | "l" | "m" | "s" | "t" | "qu") {
        return None;
    }
    PAIRS
        .iter()
        .flat_map(|(a, b)| [(*a, *b), (*b, *a)])
        .find(|(from, _)| *from == end)
        .map(|(_, to)| format!("{stem}{to}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_letters_and_digits_only() {
        let typed: Vec<String> =
            words("\"2871/QĐ-UBND\" OR NEAR(*) -x").into_iter().map(|word| word.typed).collect();
        assert_eq!(
            typed,
            ["2871", "qđ", "ubnd", "or", "near", "x"],
            "operators and quotes must not reach the index"
        );
    }

    #[test]
    fn both_places_of_the_tone_are_known() {
        assert_eq!(other_tone_place("hoà").as_deref(), Some("hòa"), "new custom to old");
        assert_eq!(other_tone_place("thúy").as_deref(), Some("thuý"), "old custom to new");
        assert_eq!(other_tone_place("quý"), None, "after q there is one place only");
        assert_eq!(other_tone_place("hoàn"), None, "before a consonant there is one place only");
    }

    #[test]
    fn a_final_i_is_written_both_ways_after_some_letters_only() {
        for (one, other) in
            [("sĩ", "sỹ"), ("kỷ", "kỉ"), ("quý", "quí"), ("lý", "lí"), ("mĩ", "mỹ"), ("ti", "ty")]
        {
            assert_eq!(other_i(one).as_deref(), Some(other), "one word");
            assert_eq!(other_i(other).as_deref(), Some(one), "and back");
        }
        for word in ["vy", "thi", "nghi", "mai", "may", "i", "", "thủy", "khi"] {
            assert_eq!(other_i(word), None, "`{word}` has one spelling, or another is another word");
        }
    }

    #[test]
    fn a_d_that_was_typed_with_its_stroke_is_no_d() {
        let word = |text| words(text).remove(0);
        assert_eq!(word("duc").fit("Đức"), Fit::Whole, "typed plain, d is both");
        assert_eq!(word("đuc").fit("Đức"), Fit::Whole, "other marks may be missing");
        assert_eq!(word("đuc").fit("Dức"), Fit::Other, "but the stroke was typed");
        let marked = marked_spellings("đuc").expect("few");
        assert!(marked.contains(&"đức".to_owned()) && marked.iter().all(|way| way.starts_with('đ')));
    }
}
