//! Patterns: fixed text with `{{ expressions }}` over the facts and `[fields]`. Facts are never evaluated as
//! expressions; an expression that has no value becomes [`HOLE`](crate::HOLE).

use chrono::{Datelike, NaiveDate};
use commendation::{long_date, short_date};
use minijinja::{Environment, UndefinedBehavior, Value};
use std::collections::HashSet;

/// Steps one expression may take; ours need fewer than a hundred.
const FUEL: u64 = 10_000;

/// A text with gaps to fill.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Pattern {
    pub(crate) pieces: Vec<Piece>,
}

/// A part of a pattern.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Piece {
    /// Printed as it stands.
    Literal(String),
    /// Worked out from the facts.
    Expression(String),
    /// The value of a field.
    Field(String),
    /// `[@number]`: number and symbol of the document, with a blank while it has none.
    Number,
    /// `[@date]`: `ngày … tháng … năm …` of the document, with blanks while it has none.
    Date,
}

impl Pattern {
    /// Takes a pattern apart.
    pub(crate) fn parse(source: &str) -> Result<Self, String> {
        let mut pieces = Vec::new();
        let mut literal = String::new();
        let mut rest = source;
        while let Some(start) = rest.find(['{', '[']) {
            literal.push_str(&rest[..start]);
            rest = &rest[start..];
            if let Some(inner) = rest.strip_prefix("{{") {
                let end = inner.find("}}").ok_or_else(|| format!("no end of expression in {source:?}"))?;
                flush(&mut literal, &mut pieces);
                pieces.push(Piece::Expression(inner[..end].trim().to_owned()));
                rest = &inner[end + 2..];
            } else if let Some((name, after)) = field_reference(rest) {
                flush(&mut literal, &mut pieces);
                pieces.push(match name {
                    "@number" => Piece::Number,
                    "@date" => Piece::Date,
                    key => Piece::Field(key.to_owned()),
                });
                rest = after;
            } else {
                literal.push_str(&rest[..1]);
                rest = &rest[1..];
            }
        }
        literal.push_str(rest);
        flush(&mut literal, &mut pieces);
        Ok(Self { pieces })
    }

    /// True where an expression in it names `words`.
    pub(crate) fn speaks_of(&self, words: &str) -> bool {
        self.pieces.iter().any(|piece| matches!(piece, Piece::Expression(source) if source.contains(words)))
    }

    /// The expressions in it.
    #[cfg(test)]
    pub(crate) fn expressions(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Expression(source) => Some(source.as_str()),
            _ => None,
        })
    }

    /// The fields it names.
    #[cfg(test)]
    pub(crate) fn fields(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Field(key) => Some(key.as_str()),
            _ => None,
        })
    }
}

fn flush(literal: &mut String, pieces: &mut Vec<Piece>) {
    if !literal.is_empty() {
        pieces.push(Piece::Literal(std::mem::take(literal)));
    }
}

/// `[key]rest` as key and rest; none where the bracket is plain text.
fn field_reference(text: &str) -> Option<(&str, &str)> {
    let (name, after) = text.strip_prefix('[')?.split_once(']')?;
    let key = name.strip_prefix('@').unwrap_or(name);
    let plain = key.starts_with(|c: char| c.is_ascii_lowercase())
        && key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    plain.then_some((name, after))
}

/// What an expression came to.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Outcome {
    /// Text, maybe empty.
    Text(String),
    /// Something it needs is not known: the names it speaks about.
    Missing(Vec<String>),
}

/// Works expressions out.
pub(crate) struct Evaluator {
    environment: Environment<'static>,
}

impl Evaluator {
    pub(crate) fn new() -> Self {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_fuel(Some(FUEL));
        environment.add_filter("count2", count2);
        environment.add_filter("money", money);
        environment.add_filter("upper", |text: String| text.to_uppercase());
        environment.add_filter("upper_first", |text: String| upper_first(&text));
        environment.add_filter("long_date", |date: String| parse_date(&date).map(long_date));
        environment.add_filter("date_words", |date: String| {
            parse_date(&date).map(|date| long_date(date).trim_start_matches("ngày ").to_owned())
        });
        environment.add_filter("short_date", |date: String| parse_date(&date).map(short_date));
        environment.add_filter("news_date", |date: String| {
            parse_date(&date).map(|date| format!("{}/{}/{}", date.day(), date.month(), date.year()))
        });
        environment.add_filter("join_vi", |parts: Vec<String>| join_vi(&parts));
        Self { environment }
    }

    /// The value of `source` as text.
    pub(crate) fn text(&self, source: &str, context: &Value) -> Outcome {
        let missing = |names: HashSet<String>| {
            let mut names: Vec<String> = names.into_iter().collect();
            names.sort();
            Outcome::Missing(names)
        };
        let Ok(expression) = self.environment.compile_expression(source) else {
            return Outcome::Missing(Vec::new());
        };
        match expression.eval(context) {
            Ok(value) if !value.is_undefined() && !value.is_none() => Outcome::Text(value.to_string()),
            _ => missing(expression.undeclared_variables(true)),
        }
    }

    /// Whether `source` holds; what is not known does not.
    pub(crate) fn holds(&self, source: &str, context: &Value) -> bool {
        self.environment
            .compile_expression(source)
            .and_then(|expression| expression.eval(context))
            .is_ok_and(|value| value.is_true())
    }

    /// Why `source` cannot be read, if it cannot.
    #[cfg(test)]
    pub(crate) fn check(&self, source: &str) -> Result<(), minijinja::Error> {
        self.environment.compile_expression(source).map(|_| ())
    }
}

fn parse_date(date: &str) -> Result<NaiveDate, minijinja::Error> {
    date.parse().map_err(|_| {
        minijinja::Error::new(minijinja::ErrorKind::InvalidOperation, "not a date: YYYY-MM-DD is expected")
    })
}

/// Counts as papers write them: a leading zero under ten, a point between thousands.
pub(crate) fn count2(count: u64) -> String {
    if count < 10 { format!("{count:02}") } else { grouped(count) }
}

/// `2.340.000 đồng`.
pub(crate) fn money(amount: u64) -> String {
    format!("{} đồng", grouped(amount))
}

/// `2.340.000`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    grouped
}

/// `a, b và c`.
pub(crate) fn join_vi(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} và {last}", first.join(", ")),
    }
}

/// First letter in lower case.
pub(crate) fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

/// First letter in upper case.
pub(crate) fn upper_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_come_apart() {
        let pattern = Pattern::parse("Số: [number] của {{ agency.name }} [không phải] [@date]").unwrap();
        assert_eq!(pattern.pieces.len(), 6);
        assert_eq!(pattern.fields().collect::<Vec<_>>(), ["number"]);
        assert_eq!(pattern.expressions().collect::<Vec<_>>(), ["agency.name"]);
        assert!(Pattern::parse("{{ open").is_err());
    }

    #[test]
    fn numbers_and_lists_read_as_papers_write_them() {
        assert_eq!([3, 12, 1_000].map(count2), ["03", "12", "1.000"].map(String::from));
        assert_eq!(money(2_340_000), "2.340.000 đồng");
        assert_eq!(money(0), "0 đồng");
        assert_eq!(money(710_000), "710.000 đồng");
        let parts: Vec<String> = ["a", "b", "c"].map(String::from).into();
        assert_eq!(join_vi(&parts), "a, b và c");
        assert_eq!(join_vi(&parts[..1]), "a");
        assert_eq!(upper_first("đã có"), "Đã có");
        assert_eq!(lower_first("Đã có"), "đã có");
    }

    #[test]
    fn what_is_not_known_is_missing_and_what_runs_on_is_stopped() {
        let evaluator = Evaluator::new();
        let context = minijinja::context! { agency => minijinja::context! { name => "{{ 7*7 }}" } };
        assert_eq!(evaluator.text("agency.name", &context), Outcome::Text("{{ 7*7 }}".into()));
        assert_eq!(
            evaluator.text("agency.parent | upper", &context),
            Outcome::Missing(vec!["agency.parent".into()])
        );
        assert!(matches!(
            evaluator.text("range(100000) | map('upper') | list", &context),
            Outcome::Missing(_)
        ));
        assert!(!evaluator.holds("conference.name", &context));
    }
}
