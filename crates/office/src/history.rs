//! What was changed, in the officer's words; taking it back, and checking that all is sound.
//!
//! A page of entries is read at a time, and the changed rows of an entry only when it is opened. Identity numbers are
//! masked in each row before it is put into words.

use crate::{
    Office,
    history_words::{self, Column},
    wire::{
        Checked, EntryChanges, EntryRequest, FieldChange, History, HistoryEntry, HistoryKind, HistoryPage,
        Nothing, Problem, RowFate, ThingChange, Undo, Undone,
    },
};
use archive::{ChangeKind, Id, Kind, RowChange};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Entries of a page when no number is asked for, and the most of one.
const PAGE: u32 = 50;
const LARGEST_PAGE: u32 = 200;
/// Changed things of one entry that are shown at a time; an import may have thousands.
const THINGS: usize = 100;
/// Texts longer than this, in letters, are shown by the part that changed.
const LONG: usize = 90;
/// Words kept before and after that part.
const AROUND: usize = 6;

#[allow(missing_docs)] // each command is described once, in the registry
impl Office {
    pub fn history(&mut self, request: History) -> Result<HistoryPage, Problem> {
        let about: Option<Id> = if request.id.is_empty() { None } else { Some(request.id.parse()?) };
        let count = if request.count == 0 { PAGE } else { request.count.min(LARGEST_PAGE) };
        let before = request.before.map_or(i64::MAX, |number| i64::try_from(number).unwrap_or(i64::MAX));
        // One more than shown tells whether there is a next page.
        let mut rows = self.archive.journal_before(about, before, count + 1)?;
        let more = rows.len() > count as usize;
        rows.truncate(count as usize);
        let entry = |row: archive::JournalRow| HistoryEntry {
            number: row.number.unsigned_abs(),
            at: row.at,
            who: row.who,
            action: row.action,
            kind: match row.kind {
                ChangeKind::Do => HistoryKind::Do,
                ChangeKind::Undo => HistoryKind::Undo,
                ChangeKind::Redo => HistoryKind::Redo,
            },
            about_title: row.about.and_then(|id| self.archive.title(id).ok()),
            about: row.about.map(|id| id.to_string()),
        };
        let entries = rows.into_iter().map(entry).collect();
        // What was removed has a history still, and no title.
        let title = about.and_then(|id| self.archive.title(id).ok());
        Ok(HistoryPage { title, entries, more })
    }

    pub fn entry_changes(&mut self, request: EntryRequest) -> Result<EntryChanges, Problem> {
        let number = i64::try_from(request.number).unwrap_or(i64::MAX);
        let changes = self.archive.journal_changes(number)?;
        let total = changes.len();
        let from = request.from as usize;
        let things = changes.into_iter().skip(from).take(THINGS).map(|change| self.thing(&change.masked()));
        Ok(EntryChanges { total: total as u32, from: request.from, things: things.collect() })
    }

    pub fn undo(&mut self, request: Undo) -> Result<Undone, Problem> {
        let stamp = self.stamp();
        let done = if request.asked {
            self.archive.undo_after_asking(&stamp)?
        } else {
            self.archive.undo(&stamp)?
        };
        match done {
            Some(done) => Ok(Undone { what: done.value }),
            None => Err(Problem::new("nothing-to-undo", "Không có thay đổi nào để hoàn tác.")),
        }
    }

    pub fn redo(&mut self, _: Nothing) -> Result<Undone, Problem> {
        match self.archive.redo(&self.stamp())? {
            Some(done) => Ok(Undone { what: done.value }),
            None => Err(Problem::new("nothing-to-redo", "Không có thay đổi nào để làm lại.")),
        }
    }

    pub fn check(&mut self, _: Nothing) -> Result<Checked, Problem> {
        let checked = self.archive.check()?;
        Ok(Checked {
            sound: checked.is_sound(),
            counts: checked.counts,
            problems: checked
                .findings
                .into_iter()
                .map(|found| Problem::new(found.code, found.message))
                .collect(),
        })
    }
}

impl Office {
    /// A changed row in words.
    fn thing(&self, change: &RowChange) -> ThingChange {
        let fate = match (&change.before, &change.after) {
            (None, _) => RowFate::Made,
            (_, None) => RowFate::Removed,
            _ => RowFate::Changed,
        };
        let id = Kind::ALL.into_iter().find(|kind| kind.name() == change.table);
        let id = id.map(|kind| Id { kind, number: change.row });
        let of = |image: &Option<Map<String, Value>>| {
            let image = image.as_ref()?;
            ["title", "name", "kind_name", "as_written"]
                .iter()
                .find_map(|key| image.get(*key)?.as_str())
                .filter(|text| !text.is_empty())
                .map(str::to_owned)
        };
        let name = of(&change.after).or_else(|| of(&change.before));
        let name = name.or_else(|| id.and_then(|id| self.archive.title(id).ok()));
        ThingChange {
            what: history_words::table(&change.table).unwrap_or(&change.table).to_owned(),
            name: name.unwrap_or_default(),
            id: id.map(|id| id.to_string()),
            fate,
            fields: self.fields(change),
        }
    }

    fn fields(&self, change: &RowChange) -> Vec<FieldChange> {
        let empty = Map::new();
        let (before, after) =
            (change.before.as_ref().unwrap_or(&empty), change.after.as_ref().unwrap_or(&empty));
        let mut names: Vec<&String> = after.keys().collect();
        names.extend(before.keys().filter(|name| !after.contains_key(*name)));
        let mut fields = Vec::new();
        for name in names {
            let pair = (before.get(name).unwrap_or(&Value::Null), after.get(name).unwrap_or(&Value::Null));
            match history_words::column(&change.table, name) {
                Some(Column::Hidden) => {}
                Some(Column::Only(label)) => {
                    if pair.0 != pair.1 && !is_nothing(pair.1) {
                        fields.push(FieldChange {
                            label: label.to_owned(),
                            before: String::new(),
                            after: "đã ghi".to_owned(),
                        });
                    }
                }
                Some(Column::Inside) => self.inside(pair, &mut fields),
                Some(Column::Named(label)) => self.field(label.to_owned(), name, pair, &mut fields),
                None => self.field(name.clone(), name, pair, &mut fields),
            }
        }
        fields
    }

    /// The keys of a JSON column, each as a field of its own.
    fn inside(&self, (before, after): (&Value, &Value), fields: &mut Vec<FieldChange>) {
        let read = |value: &Value| -> BTreeMap<String, Value> {
            value.as_str().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
        };
        let (before, after) = (read(before), read(after));
        let mut names: Vec<&String> = before.keys().chain(after.keys()).collect();
        names.sort_unstable();
        names.dedup();
        for name in names {
            let label = history_words::key(name).map(str::to_owned).or_else(|| field_label(name));
            let pair = (before.get(name).unwrap_or(&Value::Null), after.get(name).unwrap_or(&Value::Null));
            self.field(label.unwrap_or_else(|| name.clone()), name, pair, fields);
        }
    }

    fn field(
        &self,
        label: String,
        name: &str,
        (before, after): (&Value, &Value),
        fields: &mut Vec<FieldChange>,
    ) {
        let (before, after) = (self.shown(name, before), self.shown(name, after));
        if before != after {
            let (before, after) = changed_part(&before, &after);
            fields.push(FieldChange { label, before, after });
        }
    }

    /// A stored value as the officer reads it: names instead of identifiers, dates as 20/12/2025.
    fn shown(&self, column: &str, value: &Value) -> String {
        let text = match value {
            Value::Null => return String::new(),
            Value::String(text) => text.clone(),
            Value::Array(items) => {
                let items = items.iter().map(|item| self.shown(column, item));
                return items.collect::<Vec<_>>().join("; ");
            }
            Value::Object(keys) => {
                let texts =
                    keys.values().map(|item| self.shown(column, item)).filter(|text| !text.is_empty());
                return texts.collect::<Vec<_>>().join(", ");
            }
            other => other.to_string(),
        };
        if let Some(word) = history_words::word(column, &text) {
            return word.to_owned();
        }
        let kind = match column {
            "honoree_id" | "merged_id" | "other_id" => Some(Kind::Honoree),
            "document_id" | "earlier_id" => Some(Kind::Document),
            "conference_id" => Some(Kind::Conference),
            "round_id" => Some(Kind::Round),
            "award_id" => Some(Kind::Award),
            "file_id" | "source_file_id" => Some(Kind::File),
            "nomination_id" => Some(Kind::Nomination),
            "unit_id" | "from_id" => Some(Kind::Unit),
            "series_id" => return value.as_i64().and_then(|id| self.series_name(id)).unwrap_or(text),
            "types" | "bodies" => {
                return serde_json::from_str(&text).map_or(text, |list: Vec<String>| list.join(", "));
            }
            "template" => return drafting::template(&text).map_or(text, |template| template.name.clone()),
            _ => None,
        };
        match (kind, value.as_i64()) {
            (Some(kind), Some(number)) => {
                let id = Id { kind, number };
                self.archive.title(id).unwrap_or_else(|_| id.to_string())
            }
            _ => shown_date(&text).unwrap_or(text),
        }
    }
}

impl Office {
    /// The name of one of the registry's series; none when it was removed since.
    fn series_name(&self, id: i64) -> Option<String> {
        let mut series = self.archive.number_series().ok()?.into_iter();
        series.find(|known| known.id == Some(id)).map(|known| known.series.name)
    }
}

fn is_nothing(value: &Value) -> bool {
    value.is_null() || value.as_str().is_some_and(|text| text.is_empty() || text == "[]" || text == "{}")
}

/// The label of a form's field.
fn field_label(key: &str) -> Option<String> {
    let mut templates = drafting::templates().iter();
    templates.find_map(|template| template.label_of(key).map(str::to_owned))
}

/// `2025-12-20`, with or without a time, as `20/12/2025`; none for what is no date.
fn shown_date(text: &str) -> Option<String> {
    let day = text.get(..10)?;
    let date: chrono::NaiveDate = day.parse().ok()?;
    let date = date.format("%d/%m/%Y");
    match text.get(10..16) {
        None if text.len() == 10 => Some(date.to_string()),
        Some(time) if time.starts_with('T') => Some(format!("{date} {}", &time[1..])),
        _ => None,
    }
}

/// Of long texts, the words that changed with some around them.
fn changed_part(before: &str, after: &str) -> (String, String) {
    let is_short = |text: &str| text.chars().count() <= LONG;
    if (is_short(before) && is_short(after)) || before.is_empty() {
        return (before.to_owned(), shortened(after));
    }
    if after.is_empty() {
        return (shortened(before), String::new());
    }
    let (a, b): (Vec<&str>, Vec<&str>) =
        (before.split_whitespace().collect(), after.split_whitespace().collect());
    let same = |pairs: &mut dyn Iterator<Item = (&&str, &&str)>| pairs.take_while(|(a, b)| a == b).count();
    let first = same(&mut a.iter().zip(&b));
    let most = a.len().min(b.len()) - first;
    let last = same(&mut a.iter().rev().zip(b.iter().rev())).min(most);
    let part = |words: &[&str]| {
        let (from, to) = (first.saturating_sub(AROUND), (words.len() - last + AROUND).min(words.len()));
        let mut text = words[from..to].join(" ");
        if from > 0 {
            text.insert_str(0, "… ");
        }
        if to < words.len() {
            text.push_str(" …");
        }
        text
    };
    (part(&a), part(&b))
}

/// The beginning of a long text that came or went whole.
fn shortened(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() <= 60 { text.to_owned() } else { format!("{} …", words[..60].join(" ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_long_text_the_changed_words_are_shown() {
        let long = |word: &str| format!("{} {word} {}", "đầu ".repeat(30).trim(), "cuối ".repeat(30).trim());
        let (before, after) = changed_part(&long("năm"), &long("sáu bảy"));
        assert_eq!(before, "… đầu đầu đầu đầu đầu đầu năm cuối cuối cuối cuối cuối cuối …");
        assert_eq!(after, "… đầu đầu đầu đầu đầu đầu sáu bảy cuối cuối cuối cuối cuối cuối …");
        assert_eq!(changed_part("ngắn", "dài"), ("ngắn".to_owned(), "dài".to_owned()));
    }

    #[test]
    fn dates_are_read_as_officers_write_them() {
        assert_eq!(shown_date("2025-12-20").as_deref(), Some("20/12/2025"));
        assert_eq!(shown_date("2025-12-20T09:30:00+07:00").as_deref(), Some("20/12/2025 09:30"));
        assert_eq!(shown_date("2025-13-20"), None);
        assert_eq!(shown_date("Quyết định số 15"), None, "nor cut inside a letter");
    }
}
