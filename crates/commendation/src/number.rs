//! Numbers of the registry (Decree 30/2020/NĐ-CP, article 15; appendix I.II.3): in which series a document is numbered,
//! which number comes next, and what is odd about one that was given.
//!
//! The registry gives numbers; this only proposes and advises. Uniqueness is the archive's constraint, not decided here.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;
use unicode_normalization::UnicodeNormalization;

/// Abbreviations of types of documents (Decree 30/2020/NĐ-CP, appendix III.I). A symbol that begins with none of them is
/// that of an official letter.
const TYPES: [&str; 28] = [
    "NQ", "QĐ", "CT", "QC", "QYĐ", "TC", "TB", "HD", "CTR", "KH", "PA", "ĐA", "DA", "BC", "BB", "TTR", "HĐ",
    "CĐ", "BGN", "BTT", "GUQ", "GM", "GGT", "GNP", "PG", "PC", "PB", "SY",
];
/// Those of copies besides `SY`.
const COPIES: [&str; 2] = ["TRS", "SL"];
/// How official letters, which have no abbreviation of a type, are named in a series.
pub const LETTERS: &str = "CV";

/// A series of numbers, valid for a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NumberSeries {
    /// What the officer calls it.
    pub name: String,
    /// Abbreviations of the types in it, `QĐ`, `BC`, `CV` for official letters; empty = all.
    pub types: Vec<String>,
    /// Abbreviations of the bodies that issue in it, `STP`, `HĐ*` for every council; empty = all.
    pub bodies: Vec<String>,
    /// Each type and body is counted by itself.
    pub apart: bool,
    /// First day.
    pub valid_from: NaiveDate,
    /// Last day; none while it lasts.
    pub valid_to: Option<NaiveDate>,
    /// First number in the year it begins; every later year begins at 1.
    pub first_number: u32,
}

/// The series in use until the agency says otherwise: each type by itself, councils on their own (they must be), all
/// copies together.
pub fn usual_series() -> Vec<NumberSeries> {
    let series = |name: &str, types: &[&str], bodies: &[&str], apart| NumberSeries {
        name: name.to_owned(),
        types: types.iter().map(|word| (*word).to_owned()).collect(),
        bodies: bodies.iter().map(|word| (*word).to_owned()).collect(),
        apart,
        valid_from: NaiveDate::from_ymd_opt(1945, 1, 1).unwrap_or_default(),
        valid_to: None,
        first_number: 1,
    };
    vec![
        series("Văn bản của cơ quan", &[], &[], true),
        series("Văn bản của hội đồng", &[], &["HĐ*"], true),
        series("Bản sao", &["SY", "SL", "TrS"], &[], false),
    ]
}

/// A text of the register in one form for comparing: NFC, upper case, no blanks.
pub fn register_key(text: &str) -> String {
    let whole: String = text.nfc().flat_map(char::to_uppercase).filter(|c| !c.is_whitespace()).collect();
    whole.nfc().collect()
}

/// A number in one form for comparing: like [`register_key`], without leading zeros.
pub fn number_key(number: &str) -> String {
    register_key(number).trim_start_matches('0').to_owned()
}

/// `15a` as 15 and `A`; none when it does not begin with digits.
pub fn number_parts(number: &str) -> Option<(u32, String)> {
    let key = register_key(number);
    let digits = key.len() - key.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let value = key[..digits].parse().ok()?;
    Some((value, key[digits..].to_owned()))
}

/// `QĐ-STP` as `QĐ` and `STP`, `STP-VP` as `CV` and `STP`: type and issuing body, in the form of [`register_key`].
pub fn symbol_parts(symbol: &str) -> (String, String) {
    let key = register_key(symbol);
    let (first, rest) = key.split_once('-').unwrap_or((&key, ""));
    match TYPES.contains(&first) || COPIES.contains(&first) {
        true => (first.to_owned(), rest.to_owned()),
        false => (LETTERS.to_owned(), first.to_owned()),
    }
}

impl NumberSeries {
    /// How closely it is meant for a document; none when it is not.
    fn closeness(&self, kind: &str, body: &str, date: NaiveDate) -> Option<u8> {
        if date < self.valid_from || self.valid_to.is_some_and(|last| date > last) {
            return None;
        }
        let body_fits = |wanted: &String| {
            let wanted = register_key(wanted);
            match wanted.strip_suffix('*') {
                Some(beginning) => body.split('-').any(|part| part.starts_with(beginning)),
                None => body == wanted || body.split('-').any(|part| part == wanted),
            }
        };
        let types = self.types.is_empty() || self.types.iter().any(|wanted| register_key(wanted) == kind);
        let bodies = self.bodies.is_empty() || self.bodies.iter().any(body_fits);
        let close = 2 * u8::from(!self.bodies.is_empty()) + u8::from(!self.types.is_empty());
        (types && bodies).then_some(close)
    }

    /// Which count of the series a symbol belongs to: empty, or `QĐ-STP` where types and bodies are counted apart.
    pub fn strand(&self, symbol: &str) -> String {
        if !self.apart {
            return String::new();
        }
        let (kind, body) = symbol_parts(symbol);
        if body.is_empty() { kind } else { format!("{kind}-{body}") }
    }

    /// The number a year begins with.
    pub fn first_in(&self, year: i32) -> u32 {
        if self.valid_from.year() == year { self.first_number.max(1) } else { 1 }
    }
}

/// Which series a document is numbered in: of those valid on its date the one that names its body, then its type; of two
/// equally close ones the later.
pub fn series_of(series: &[NumberSeries], symbol: &str, date: NaiveDate) -> Option<usize> {
    let (kind, body) = symbol_parts(symbol);
    let fitting = series.iter().enumerate().filter_map(|(index, one)| {
        one.closeness(&kind, &body, date).map(|close| ((close, one.valid_from, index), index))
    });
    fitting.max().map(|(_, index)| index)
}

/// A number that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// Its digits.
    pub value: u32,
    /// What follows them: `A` of `15a`.
    pub suffix: String,
    /// Date of the document; none where only a note says that it was given.
    pub date: Option<NaiveDate>,
}

/// What is odd about a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NumberAdvice {
    /// Numbers before it are not given to anything on record: first and last of them.
    Gap(u32, u32),
    /// It was given in the same series already.
    Twice,
    /// It comes before the series' first number.
    BeforeFirst(u32),
    /// A lower number has a later date.
    LowerIsLater(u32, NaiveDate),
    /// A higher number has an earlier date.
    HigherIsEarlier(u32, NaiveDate),
}

/// The number that comes next.
pub fn next_number(first: u32, given: &[Given]) -> u32 {
    given.iter().map(|one| one.value.saturating_add(1)).max().unwrap_or(first).max(first)
}

/// What is odd about giving a number on a date, when those were given in the same series and year.
pub fn advise(first: u32, given: &[Given], number: &str, date: NaiveDate) -> Vec<NumberAdvice> {
    let Some((value, suffix)) = number_parts(number) else { return Vec::new() };
    let mut advice = Vec::new();
    let next = next_number(first, given);
    if given.iter().any(|one| one.value == value && one.suffix == suffix) {
        advice.push(NumberAdvice::Twice);
    } else if value > next {
        advice.push(NumberAdvice::Gap(next, value - 1));
    } else if value < first {
        advice.push(NumberAdvice::BeforeFirst(first));
    }
    let dated = || given.iter().filter_map(|one| Some((one.value, one.date?)));
    let lower = dated().filter(|(other, day)| *other < value && *day > date).max_by_key(|(_, day)| *day);
    let higher = dated().filter(|(other, day)| *other > value && *day < date).min_by_key(|(_, day)| *day);
    advice.extend(lower.map(|(other, day)| NumberAdvice::LowerIsLater(other, day)));
    advice.extend(higher.map(|(other, day)| NumberAdvice::HigherIsEarlier(other, day)));
    advice
}

/// Stretches of numbers that nothing was given, from the first number to the highest one given.
pub fn gaps(first: u32, given: impl IntoIterator<Item = u32>) -> Vec<(u32, u32)> {
    let given: BTreeSet<u32> = given.into_iter().collect();
    let mut gaps = Vec::new();
    let mut next = first;
    for value in given {
        if value > next {
            gaps.push((next, value - 1));
        }
        next = next.max(value.saturating_add(1));
    }
    gaps
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn given(number: &str, date: &str) -> Given {
        let (value, suffix) = number_parts(number).expect("a number");
        Given { value, suffix, date: Some(day(date)) }
    }

    #[test]
    fn however_it_is_typed_a_number_is_the_same() {
        for typed in ["7", "07", " 007 ", "0 7"] {
            assert_eq!(number_key(typed), "7", "{typed:?}");
        }
        assert_eq!(number_key("15a"), number_key("015 A"), "case and blanks");
        assert_ne!(number_key("15a"), number_key("15"), "15a is a number of its own");
        assert_eq!(register_key("Q\u{110}-STP"), register_key("qđ - stp"), "case and blanks of a symbol");
        assert_eq!(register_key("TTr-Ủ"), register_key("TTR-U\u{309}"), "decomposed letters");
        assert_ne!(register_key("HĐ-STP"), register_key("HD-STP"), "a contract is no guidance");
    }

    #[test]
    fn councils_and_copies_have_series_of_their_own() {
        let usual = usual_series();
        let of =
            |symbol| series_of(&usual, symbol, day("2026-03-01")).map(|index| usual[index].strand(symbol));
        assert_eq!(of("QĐ-STP").as_deref(), Some("QĐ-STP"));
        assert_eq!(of("BB-HĐTĐKT").as_deref(), Some("BB-HĐTĐKT"));
        assert_eq!(of("STP-VP").as_deref(), Some("CV-STP"), "letters of all units are counted together");
        assert_eq!(of("TrS-STP").as_deref(), Some(""), "copies are one series");
        assert_eq!(series_of(&usual, "BB-HĐTĐKT", day("2026-03-01")), Some(1));
        assert_eq!(series_of(&usual, "BB-STP", day("2026-03-01")), Some(0));
    }

    #[test]
    fn a_series_has_its_time() {
        let mut series = usual_series();
        series[0].valid_to = Some(day("2025-06-30"));
        series.push(NumberSeries {
            name: "Một dãy cho mọi văn bản".into(),
            apart: false,
            valid_from: day("2025-07-01"),
            valid_to: None,
            first_number: 40,
            ..series[0].clone()
        });
        assert_eq!(series_of(&series, "QĐ-STP", day("2025-06-30")), Some(0), "before the reorganisation");
        assert_eq!(series_of(&series, "QĐ-STP", day("2025-07-01")), Some(3), "after it");
        assert_eq!(series[3].first_in(2025), 40, "where the registry began to count");
        assert_eq!(series[3].first_in(2026), 1, "a year begins at 1");
    }

    #[test]
    fn what_is_odd_is_said() {
        let taken = [given("1", "2026-01-05"), given("2", "2026-01-20"), given("5", "2026-02-01")];
        assert_eq!(next_number(1, &taken), 6);
        assert_eq!(next_number(12, &[]), 12, "the series' first number");
        assert_eq!(advise(1, &taken, "06", day("2026-02-03")), [], "the next number is not odd");
        assert_eq!(advise(1, &taken, "9", day("2026-02-03")), [NumberAdvice::Gap(6, 8)]);
        assert_eq!(advise(1, &taken, "02", day("2026-01-20")), [NumberAdvice::Twice]);
        assert_eq!(
            advise(1, &taken, "6", day("2026-01-10")),
            [NumberAdvice::LowerIsLater(5, day("2026-02-01"))]
        );
        assert_eq!(
            advise(1, &taken, "3", day("2026-03-01")),
            [NumberAdvice::HigherIsEarlier(5, day("2026-02-01"))],
            "a number filled in later"
        );
        assert_eq!(gaps(1, [1, 2, 5]), [(3, 4)]);
        assert_eq!(gaps(1, [1, 1, 2, 99_999]), [(3, 99_998)], "a mistyped number is one gap");
        assert_eq!(gaps(3, []), []);
    }
}
