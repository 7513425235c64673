//! What is shown of a text that was found: the stretch with the most words of the query, each hit a piece of its own.

use std::borrow::Cow;
use std::collections::HashSet;
use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::query::Word;

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
type Span = (usize, usize, Option<usize>);

/// The words of a text, those that were asked for marked; of a long text as far as it has hits enough.
fn spans(text: &str, words: &[Word]) -> Vec<Span> {
    let last = words.len().saturating_sub(1);
    let (mut spans, mut hits, mut after) = (Vec::new(), 0, 0);
    let mut letters = text.char_indices().peekable();
    while let Some((start, c)) = letters.next() {
        if !c.is_alphanumeric() {
            continue;
        }
        let mut end = start + c.len_utf8();
        while let Some((at, c)) = letters.next_if(|(_, c)| c.is_alphanumeric()) {
            end = at + c.len_utf8();
        }
        let found = &text[start..end];
        let asked = words.iter().enumerate().position(|(index, word)| word.is_or_has(found, index == last));
        hits += usize::from(asked.is_some());
        after += usize::from(hits > LOOKED_AT);
        spans.push((start, end, asked));
        if after > AFTER {
            break;
        }
    }
    spans
}

/// How well a heading answers.
pub(crate) fn heading(text: &str, words: &[Word]) -> Heading {
    let text = composed(text);
    let spans = spans(&text, words);
    let found = spans.iter().map(|(start, end, _)| &text[*start..*end]);
    let Some((last, others)) = words.split_last() else { return Heading::Lacks };
    match others.iter().all(|word| word.is_among(found.clone(), false)) {
        true if last.is_among(found.clone(), false) => Heading::Whole,
        true if last.is_among(found, true) => Heading::Begins,
        _ => Heading::Lacks,
    }
}

/// Does a text answer, and with the very marks? Asked of a text at hand, where the index would have to be opened.
pub(crate) fn answers(text: &str, words: &[Word]) -> Option<bool> {
    if heading(text, words) == Heading::Lacks {
        return None;
    }
    let text = composed(text);
    let (found, last) = (spans(&text, words), words.len().saturating_sub(1));
    let mut all = words.iter().enumerate();
    Some(all.all(|(index, word)| {
        found.iter().any(|(start, end, _)| word.is_exactly(&text[*start..*end], index == last))
    }))
}

/// A text in the one form in which letters are compared; most are in it already.
fn composed(text: &str) -> Cow<'_, str> {
    if is_nfc(text) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

/// The stretch of the text with the most words of the query, in pieces.
pub(crate) fn snippet(text: &str, words: &[Word]) -> Vec<Piece> {
    let text = composed(text);
    let spans = spans(&text, words);
    let distinct = |from: usize| {
        let window = spans.iter().skip(from).take(AFTER);
        window.filter_map(|(_, _, asked)| *asked).collect::<HashSet<_>>().len()
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
    let mut pieces = cut(&text, begin..end, shown);
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
    use crate::query::words;

    fn shown(text: &str, asked: &str) -> String {
        let mark = |piece: Piece| if piece.hit { format!("<{}>", piece.text) } else { piece.text };
        snippet(text, &words(asked)).into_iter().map(mark).collect()
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
