//! Search over honorees, documents, conferences, rounds and the decisions that awards name.
//!
//! The index (`search`, see the first migration) has each text twice: as written and without marks. What is typed is cut
//! into words of letters and digits, so that no sign of it can be an operator of the query language. Each kind is asked
//! for its newest hits by number, which the index answers without sorting; award rows are not indexed, only the
//! decisions they name.

use rusqlite::{OptionalExtension, params};
use std::collections::HashSet;
use unicode_normalization::UnicodeNormalization;

use crate::{ArchiveError, Id, Kind, Records, Result};

/// Something found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What, with its kind.
    pub id: Id,
    /// Its name.
    pub title: String,
    /// Where it was found, the hit between `[` and `]`.
    pub snippet: String,
    /// True when it was found with the very marks that were typed.
    pub exact: bool,
}

/// Hits given when no limit is named.
const USUAL_LIMIT: u32 = 50;
/// Words of a query that are looked at.
const MOST_WORDS: usize = 16;
/// Letters at the beginning of a text that count as its heading.
const HEADING: u32 = 300;

/// What the index knows, in the order of their codes from 1 on, and the view with their texts.
const INDEXED: [(Option<Kind>, &str); 5] = [
    (Some(Kind::Honoree), "honoree_text"),
    (Some(Kind::Document), "document_text"),
    (Some(Kind::Conference), "conference_text"),
    (Some(Kind::Round), "round_text"),
    // A decision of others is shown as the first award that names it.
    (None, "cited_decision_text"),
];

/// A candidate before its snippet is made.
struct Found {
    place: usize,
    number: i64,
    title: String,
    exact: bool,
    in_heading: Heading,
    at: String,
}

/// How well the heading of a text answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Heading {
    /// It lacks a word that was typed.
    Lacks,
    /// It has them all, the last one as the beginning of a longer word: `Hoàng` for `hoa`.
    Begins,
    /// It has them all whole.
    Whole,
}

impl Records {
    /// Finds every word typed, the last one as the beginning of a word; marks and case do not matter, but what has the
    /// marks that were typed comes first, then what has the words whole in its heading, then what has their
    /// beginning there, then the newest. A limit of 0 means 50.
    /// Any text is safe; one without letters or digits finds nothing.
    pub fn search(&self, text: &str, limit: u32) -> Result<Vec<Hit>> {
        let words = words(text);
        if words.is_empty() {
            return Ok(Vec::new());
        }
        let limit = if limit == 0 { USUAL_LIMIT } else { limit };
        let mut found = Vec::new();
        for place in 0..INDEXED.len() {
            self.search_kind(place, &words, limit, &mut found)?;
        }
        found.sort_by(|a, b| {
            (b.exact, b.in_heading, &b.at, b.number)
                .cmp(&(a.exact, a.in_heading, &a.at, a.number))
                .then(a.place.cmp(&b.place))
        });
        found.truncate(limit as usize);
        let mut hits = Vec::with_capacity(found.len());
        for candidate in found {
            hits.extend(self.hit(candidate, &words)?);
        }
        Ok(hits)
    }

    fn search_kind(&self, place: usize, words: &[Word], limit: u32, found: &mut Vec<Found>) -> Result<()> {
        let first = (place as i64 + 1) << 40;
        let mut numbers: Vec<(i64, bool)> = Vec::new();
        let mut seen = HashSet::new();
        let mut query = self.conn.prepare_cached(
            "SELECT rowid FROM search WHERE search MATCH ?1 AND rowid BETWEEN ?2 AND ?3 ORDER BY rowid DESC LIMIT ?4",
        )?;
        for exact in [true, false] {
            let mut rows =
                query.query(params![expression(words, exact), first, first + (1 << 40) - 1, limit])?;
            while let Some(row) = rows.next()? {
                let number = row.get::<_, i64>(0)? - first;
                if seen.insert(number) {
                    numbers.push((number, exact));
                }
            }
        }
        let view = INDEXED[place].1;
        let mut about = self.conn.prepare_cached(&format!(
            "SELECT title, at, substr(text, 1, {HEADING}) FROM {view} WHERE id = ?1"
        ))?;
        for (number, exact) in numbers.into_iter().take(limit as usize) {
            let row = about
                .query_one([number], |row| Ok((row.get(0)?, row.get(1)?, row.get::<_, String>(2)?)))
                .optional()?;
            if let Some((title, at, heading)) = row {
                let in_heading = Marked::of(&heading, words).heading(words);
                found.push(Found { place, number, title, exact, in_heading, at });
            }
        }
        Ok(())
    }

    fn hit(&self, found: Found, words: &[Word]) -> Result<Option<Hit>> {
        let Found { place, number, mut title, exact, .. } = found;
        let (kind, view) = INDEXED[place];
        let text: String = self
            .conn
            .prepare_cached(&format!("SELECT text FROM {view} WHERE id = ?1"))?
            .query_one([number], |row| row.get(0))?;
        let snippet = snippet(&text, words);
        let id = match kind {
            Some(kind) => Id { kind, number },
            None => {
                let award = self
                    .conn
                    .prepare_cached(
                        "SELECT min(a.id), d.date, d.awards FROM cited_decision d JOIN award a ON a.decision = d.decision
                           AND coalesce(a.date, '') = d.date AND a.document_id IS NULL AND a.decision <> ''
                         WHERE d.id = ?1",
                    )?
                    .query_one([number], |row| {
                        Ok((row.get::<_, Option<i64>>(0)?, row.get::<_, Option<String>>(1)?, row.get::<_, Option<i64>>(2)?))
                    })?;
                let (Some(number), date, count) = award else { return Ok(None) };
                if let Some(date) = date.and_then(|date| date.parse().ok()) {
                    title = format!("{title} ngày {}", commendation::short_date(date));
                }
                title = format!("{title} ({} khen thưởng)", count.unwrap_or_default());
                Id { kind: Kind::Award, number }
            }
        };
        Ok(Some(Hit { id, title, snippet, exact }))
    }

    /// The name of a thing, as lists show it; of a merged honoree that of the one that stays.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn title(&self, id: Id) -> Result<String> {
        let id = self.present(id)?;
        let column = match id.kind {
            Kind::Document => "title",
            Kind::Award => "kind_name || ' · ' || name",
            Kind::Honoree | Kind::Conference | Kind::Round | Kind::File | Kind::Nomination | Kind::Unit => {
                "name"
            }
        };
        let sql = format!("SELECT {column} FROM {} WHERE id = ?1", id.kind.table());
        let title = self.conn.prepare_cached(&sql)?.query_one([id.number], |row| row.get(0)).optional()?;
        title.ok_or(ArchiveError::NotFound { id })
    }
}

/// A word of the query.
#[derive(Debug)]
struct Word {
    /// As typed, lower case.
    typed: String,
    /// Without marks.
    plain: String,
}

/// Letters and digits that the index, whose tables of letters are old, surely takes for such.
fn is_indexed(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1ef9}' | '\u{391}'..='\u{3c9}' | '\u{410}'..='\u{44f}')
            && c.is_alphanumeric()
}

fn words(text: &str) -> Vec<Word> {
    let lower: String = text.nfc().flat_map(char::to_lowercase).nfc().collect();
    lower
        .split(|c| !is_indexed(c))
        .filter(|word| !word.is_empty())
        .take(MOST_WORDS)
        .map(|word| Word { typed: word.to_owned(), plain: word.chars().map(plain).collect() })
        .collect()
}

/// A letter without case and marks. One letter stays one letter.
fn plain(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let lower = c.to_lowercase().next().unwrap_or(c);
    match std::iter::once(lower).nfd().next().unwrap_or(lower) {
        'đ' | 'ð' => 'd',
        bare => bare,
    }
}

/// The query for one column: every word, the last one as a beginning.
fn expression(words: &[Word], exact: bool) -> String {
    let last = words.len().saturating_sub(1);
    let term = |(index, word): (usize, &Word)| {
        let star = if index == last { "*" } else { "" };
        match other_tone_place(&word.typed).filter(|_| exact) {
            Some(other) => format!("(\"{}\"{star} OR \"{other}\"{star})", word.typed),
            None => format!("\"{}\"{star}", if exact { &word.typed } else { &word.plain }),
        }
    };
    let terms: Vec<String> = words.iter().enumerate().map(term).collect();
    format!("{} : ({})", if exact { "exact" } else { "plain" }, terms.join(" AND "))
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

/// The words of a text that were asked for.
struct Marked<'a> {
    /// Every word: where it is, and which word of the query it is.
    spans: Vec<(usize, usize, Option<usize>)>,
    text: &'a str,
}

impl<'a> Marked<'a> {
    fn of(text: &'a str, words: &[Word]) -> Self {
        let last = words.len().saturating_sub(1);
        let mut spans = Vec::new();
        let mut letters = text.char_indices().peekable();
        while let Some((start, c)) = letters.next() {
            if !c.is_alphanumeric() {
                continue;
            }
            let mut word = String::from(plain(c));
            let mut end = start + c.len_utf8();
            while let Some((at, c)) = letters.next_if(|(_, c)| c.is_alphanumeric()) {
                word.push(plain(c));
                end = at + c.len_utf8();
            }
            let asked = words.iter().enumerate().position(|(index, asked)| {
                word == asked.plain || (index == last && word.starts_with(&asked.plain))
            });
            spans.push((start, end, asked));
        }
        Self { spans, text }
    }

    fn heading(&self, words: &[Word]) -> Heading {
        let whole = |word: &Word| {
            self.spans
                .iter()
                .any(|(start, end, _)| self.text[*start..*end].chars().map(plain).eq(word.plain.chars()))
        };
        match self.has_all(words) {
            false => Heading::Lacks,
            true if words.last().is_some_and(whole) => Heading::Whole,
            true => Heading::Begins,
        }
    }

    fn has_all(&self, words: &[Word]) -> bool {
        (0..words.len()).all(|index| {
            self.spans
                .iter()
                .any(|(_, _, asked)| asked.is_some_and(|asked| words[asked].plain == words[index].plain))
                || self.spans.iter().any(|(_, _, asked)| *asked == Some(index))
        })
    }
}

/// Words before the first hit and after it.
const BEFORE: usize = 4;
const AFTER: usize = 16;

/// The stretch of the text with the most words of the query, each hit between `[` and `]`.
fn snippet(text: &str, words: &[Word]) -> String {
    let text: String = text.nfc().collect::<String>().replace('\n', " ");
    let marked = Marked::of(&text, words);
    let distinct = |from: usize| {
        let window = marked.spans.iter().skip(from).take(AFTER);
        window.filter_map(|(_, _, asked)| *asked).collect::<HashSet<_>>().len()
    };
    let starts =
        marked.spans.iter().enumerate().filter(|(_, (_, _, asked))| asked.is_some()).map(|(index, _)| index);
    // Enough of a long text to find a good stretch in it.
    let Some(start) = starts.take(200).max_by_key(|&index| (distinct(index), std::cmp::Reverse(index)))
    else {
        return text.chars().take(120).collect();
    };
    let first = start.saturating_sub(BEFORE);
    let until = (start + AFTER).min(marked.spans.len());
    let spans = &marked.spans[first..until];
    let mut out = String::new();
    if first > 0 {
        out.push('…');
    }
    // Neighbouring hits are one: `[2871/QĐ-UBND]`.
    let mut at = spans.first().map_or(0, |(start, _, _)| if first == 0 { 0 } else { *start });
    let mut index = 0;
    while index < spans.len() {
        let (start, mut end, asked) = spans[index];
        index += 1;
        if asked.is_none() {
            continue;
        }
        while let Some((next, next_end, Some(_))) = spans.get(index).copied() {
            let between = &marked.text[end..next];
            if between.chars().count() > 1 {
                break;
            }
            end = next_end;
            index += 1;
        }
        out.push_str(&marked.text[at..start]);
        out.push('[');
        out.push_str(&marked.text[start..end]);
        out.push(']');
        at = end;
    }
    match marked.spans.get(until) {
        Some(_) => {
            let end = spans.last().map_or(at, |(_, end, _)| *end);
            out.push_str(&marked.text[at..end.max(at)]);
            out.push('…');
        }
        None => out.push_str(&marked.text[at..]),
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_letters_and_digits_only() {
        let typed: Vec<String> =
            words("\"2871/QĐ-UBND\" OR NEAR(*) -x").into_iter().map(|word| word.plain).collect();
        assert_eq!(
            typed,
            ["2871", "qd", "ubnd", "or", "near", "x"],
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
    fn a_snippet_marks_the_hit_and_its_neighbours() {
        let text = "2871/QĐ-UBND · Quyết định tặng Bằng khen cho ông Nguyễn Văn Hoà";
        assert_eq!(
            snippet(text, &words("2871 QD UBND")),
            "[2871/QĐ-UBND] · Quyết định tặng Bằng khen cho ông Nguyễn Văn Hoà",
            "a number is one hit"
        );
        assert_eq!(
            snippet(text, &words("hòa")),
            "…cho ông Nguyễn Văn [Hoà]",
            "the text keeps its own spelling, and what is far from the hit is left out"
        );
    }
}
