//! What is shown of a text that was found: the stretch with the most words of the query, each hit a piece of its own.

use crate::letters::Letter;
use crate::query::{Fit, Word};

/// Words before the first hit and after it.
const BEFORE: usize = 4;
const AFTER: usize = 16;
/// Hits of a long text among which the best stretch is looked for.
const LOOKED_AT: usize = 200;
/// Letters of a text without a hit that are shown.
const WITHOUT_HIT: usize = 120;

/// A stretch of shown text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// True for what was searched for.
    pub hit: bool,
}

impl Piece {
    /// Text that was not searched for.
    pub(crate) fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), hit: false }
    }
}

/// How well the heading of a text answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Heading {
    /// It lacks a word that was typed.
    Lacks,
    /// It has them all, the last one as the beginning of a longer word: `Hoàng` for `hoa`.
    Begins,
    /// It has them all whole.
    Whole,
}

/// A word of a text: where it is, and which word of the query it is.
pub(crate) type Span = (usize, usize, Option<usize>);

/// What one or several texts of a thing have of the words of a query, each text read once.
#[derive(Debug)]
pub(crate) struct Reading<'a> {
    words: &'a [Word],
    /// The letters that words asked for begin with, a bit for each: no to most words of a text.
    first_letters: u64,
    found: Vec<FoundWord>,
}

/// What was found of a word of the query.
#[derive(Debug, Clone)]
struct FoundWord {
    whole: Fit,
    parts: Vec<Fit>,
    exact: bool,
}

impl<'a> Reading<'a> {
    pub(crate) fn of(words: &'a [Word]) -> Self {
        let first_letters = words.iter().flat_map(Word::first_letters).fold(0, |bits, c| bits | bit_of(c));
        let nothing = |word: &Word| FoundWord {
            whole: Fit::Other,
            parts: vec![Fit::Other; word.parts().len()],
            exact: false,
        };
        Self { words, first_letters, found: words.iter().map(nothing).collect() }
    }

    /// Reads one more text, a composed one, and gives its words; of a long text as far as it has hits enough.
    pub(crate) fn read(&mut self, text: &str) -> Vec<Span> {
        let (mut spans, mut hits, mut after) = (Vec::new(), 0, 0);
        for (first, start, end) in words_of(text) {
            let may_be = self.first_letters & bit_of(first) != 0;
            let asked = if may_be { self.take(&text[start..end]) } else { None };
            hits += usize::from(asked.is_some());
            after += usize::from(hits > LOOKED_AT);
            spans.push((start, end, asked));
            if after > AFTER {
                break;
            }
        }
        spans
    }

    /// Takes a word of a text into account, and says which word of the query it is, or is a part of.
    fn take(&mut self, found: &str) -> Option<usize> {
        let last = self.words.len().saturating_sub(1);
        let mut asked = None;
        for (index, (word, so_far)) in self.words.iter().zip(&mut self.found).enumerate() {
            let enough = |is_last: bool| if is_last { Fit::Begins } else { Fit::Whole };
            let fit = word.fit(found);
            so_far.whole = so_far.whole.max(fit);
            let mut is = fit >= enough(index == last);
            so_far.exact |= is && !so_far.exact && word.is_exactly(found, index == last);
            let last_part = word.parts().len().saturating_sub(1);
            for (place, (part, so_far)) in word.parts().iter().zip(&mut so_far.parts).enumerate() {
                let fit = part.fit(found);
                *so_far = fit.max(*so_far);
                is |= fit >= enough(index == last && place == last_part);
            }
            if is && asked.is_none() {
                asked = Some(index);
            }
        }
        asked
    }

    /// How well what was read answers.
    pub(crate) fn heading(&self) -> Heading {
        let Some((last, others)) = self.found.split_last() else { return Heading::Lacks };
        match last.fit() {
            _ if others.iter().any(|word| word.fit() < Fit::Whole) => Heading::Lacks,
            Fit::Whole => Heading::Whole,
            Fit::Begins => Heading::Begins,
            Fit::Other => Heading::Lacks,
        }
    }

    /// Does what was read answer, and with the very marks?
    pub(crate) fn answers(&self) -> Option<bool> {
        (self.heading() > Heading::Lacks).then(|| self.found.iter().all(|word| word.exact))
    }
}

/// The words of a text: the first letter without marks, and where each is.
fn words_of(text: &str) -> impl Iterator<Item = (char, usize, usize)> {
    let mut letters = text.char_indices();
    std::iter::from_fn(move || {
        let (first, start) = letters.by_ref().find_map(|(at, c)| {
            let letter = Letter::of(c);
            letter.is_of_word().then(|| (letter.plain(), at))
        })?;
        let end = letters.find(|(_, c)| !Letter::of(*c).is_of_word()).map_or(text.len(), |(end, _)| end);
        Some((first, start, end))
    })
}

/// Has a text, a composed one, a word that begins with this one?
pub(crate) fn has_beginning(text: &str, word: &Word, exact: bool) -> bool {
    let first_letters = word.first_letters().fold(0, |bits, c| bits | bit_of(c));
    words_of(text).any(|(first, start, end)| {
        first_letters & bit_of(first) != 0 && word.begins(&text[start..end], exact)
    })
}

impl FoundWord {
    /// Of the word, or of all its parts, the last one perhaps as a beginning.
    fn fit(&self) -> Fit {
        let of_parts = match self.parts.split_last() {
            Some((last, others)) if others.iter().all(|part| *part == Fit::Whole) => *last,
            _ => Fit::Other,
        };
        self.whole.max(of_parts)
    }
}

/// A bit for a letter without marks; those that are neither Latin nor digits share one.
fn bit_of(c: char) -> u64 {
    match c {
        'a'..='z' => 1 << (c as u32 - 'a' as u32),
        '0'..='9' => 1 << (26 + c as u32 - '0' as u32),
        _ => 1 << 36,
    }
}

/// The stretch of a text that was read with the most words of the query, in pieces.
pub(crate) fn snippet(text: &str, spans: &[Span]) -> Vec<Piece> {
    let distinct = |from: usize| {
        let window = spans[from..].iter().take(AFTER).filter_map(|(_, _, asked)| *asked);
        window.fold(0_u64, |words, asked| words | 1 << asked).count_ones()
    };
    let starts =
        spans.iter().enumerate().filter(|(_, (_, _, asked))| asked.is_some()).map(|(index, _)| index);
    let Some(start) = starts.take(LOOKED_AT).max_by_key(|&index| (distinct(index), std::cmp::Reverse(index)))
    else {
        return vec![Piece::plain(text.chars().take(WITHOUT_HIT).collect::<String>())];
    };
    let first = start.saturating_sub(BEFORE);
    let until = (start + AFTER).min(spans.len());
    let shown = &spans[first..until];
    let begin = if first == 0 { 0 } else { shown[0].0 };
    let end = spans.get(until).map_or(text.len(), |_| shown[shown.len() - 1].1);
    let mut pieces = cut(text, begin..end, shown);
    if first > 0 {
        pieces.insert(0, Piece::plain("…"));
    }
    if until < spans.len() {
        pieces.push(Piece::plain("…"));
    }
    for piece in &mut pieces {
        piece.text = piece.text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    }
    pieces
}

/// A stretch in pieces; neighbouring hits are one, `2871/QĐ-UBND`.
fn cut(text: &str, range: std::ops::Range<usize>, spans: &[Span]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = range.start;
    let mut hits = spans.iter().filter(|(_, _, asked)| asked.is_some()).peekable();
    while let Some((start, end, _)) = hits.next() {
        let mut end = *end;
        while let Some((_, next_end, _)) = hits.next_if(|(next, _, _)| text[end..*next].chars().count() <= 1)
        {
            end = *next_end;
        }
        if *start > at {
            pieces.push(Piece::plain(&text[at..*start]));
        }
        pieces.push(Piece { text: text[*start..end].to_owned(), hit: true });
        at = end;
    }
    if range.end > at {
        pieces.push(Piece::plain(&text[at..range.end]));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letters::composed;
    use crate::query::words;
    use proptest::prelude::*;

    fn shown(text: &str, asked: &str) -> String {
        let mark = |piece: Piece| if piece.hit { format!("<{}>", piece.text) } else { piece.text };
        let spans = Reading::of(&words(asked)).read(text);
        snippet(text, &spans).into_iter().map(mark).collect()
    }

    /// The rules as they are told, without a table and without a word left out unread.
    fn by_rule(text: &str, asked: &str) -> Option<bool> {
        use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
        let lower = |text: &str| text.nfc().flat_map(char::to_lowercase).nfc().collect::<String>();
        let bare = |text: &str| {
            let bare = text.nfd().filter(|c| !is_combining_mark(*c)).collect::<String>();
            bare.replace('đ', "d")
        };
        let words_in = |text: &str| -> Vec<String> {
            lower(text)
                .split(|c: char| !c.is_alphanumeric())
                .map(str::to_owned)
                .filter(|word| !word.is_empty())
                .collect()
        };
        let (found, typed) = (words_in(text), words_in(asked));
        let (last, others) = typed.split_last()?;
        let has = |word: &str, begins: bool, marks: bool| {
            found.iter().any(|found| {
                let stroke = !word.contains('đ') || found.contains('đ');
                let (found, word) =
                    if marks { (found.clone(), word.to_owned()) } else { (bare(found), bare(word)) };
                stroke && (found == word || begins && found.starts_with(&word))
            })
        };
        let all = |marks| others.iter().all(|word| has(word, false, marks)) && has(last, true, marks);
        all(false).then(|| all(true))
    }

    proptest! {
        // Words with one place for the tone and no final i, which have no second spelling, and one đ at their beginning.
        #[test]
        fn a_text_answers_as_the_rules_say(
            text in "(đ?[aâăấeêềoôơộuưựAẤÔ]{0,2}[nmN]{0,2}[ ,./·]{0,2}){0,8}",
            asked in "đ?[aâăeêôơộuư]{1,2}[nm]{0,2}( đ?[aấoộuự]{1,2}n?){0,2}",
        ) {
            // `oa`, `oe` and `uy` are where the tone has two places.
            prop_assume!(!asked.contains("oa") && !text.to_lowercase().contains("oa"));
            let asked_words = words(&asked);
            let mut reading = Reading::of(&asked_words);
            reading.read(&composed(&text));
            prop_assert_eq!(reading.answers(), by_rule(&text, &asked), "`{}` in `{}`", asked, text);
        }
    }

    #[test]
    fn a_snippet_marks_the_hit_and_its_neighbours() {
        let text = "2871/QĐ-UBND · Quyết định tặng Bằng khen cho ông Nguyễn Văn Hoà";
        assert_eq!(
            shown(text, "2871 QD UBND"),
            "<2871/QĐ-UBND> · Quyết định tặng Bằng khen cho ông Nguyễn Văn Hoà",
            "a number is one hit"
        );
        assert_eq!(
            shown(text, "hòa"),
            "…cho ông Nguyễn Văn <Hoà>",
            "the text keeps its own spelling, and what is far from the hit is left out"
        );
        assert_eq!(shown("chiến sĩ thi đua", "sỹ"), "chiến <sĩ> thi đua", "the other spelling is marked too");
        assert_eq!(shown("[Phòng] a", "a"), "[Phòng] <a>", "no sign of the text can be taken for a mark");
    }
}
