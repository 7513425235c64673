//! The journal: who did what and when, with every row before and after, each entry chained by SHA-256 to the one before.
//!
//! Temporary triggers, made anew for every connection from the tables as they are, note each row that a transaction
//! writes. At its end the notes become one JSON text of net changes. That text is what people read, what the hash
//! covers and what undo applies: there is no second record that could disagree with it.

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::Serialize;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use std::collections::{BTreeSet, HashMap};

use crate::{ArchiveError, Id, Kind, Records, Result, Stamp, Topic, row};

/// The tables that hold facts, and what the interface asks again when they change. What is not listed here is made from
/// these by triggers or is the journal itself.
pub(crate) const TABLES: &[(&str, Topic)] = &[
    ("agency", Topic::Agency),
    ("setting", Topic::Settings),
    ("round", Topic::Rounds),
    ("honoree", Topic::Honorees),
    ("honoree_spelling", Topic::Honorees),
    ("nomination", Topic::Rounds),
    ("document", Topic::Documents),
    ("award", Topic::Awards),
    ("conference", Topic::Conferences),
    ("file", Topic::Files),
    ("attachment", Topic::Files),
    ("saved_search", Topic::Settings),
    ("honoree_merge", Topic::Honorees),
    ("honoree_different", Topic::Honorees),
    ("unit", Topic::Units),
    ("unit_name", Topic::Units),
    ("unit_link", Topic::Units),
    ("document_link", Topic::Documents),
    ("number_series", Topic::Registers),
    ("number_note", Topic::Registers),
    ("register_entry", Topic::Registers),
    ("dossier", Topic::Dossiers),
];

/// The hash before the first entry.
pub(crate) const FIRST_HASH: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// How a change came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeKind {
    /// By an action.
    Do,
    /// By taking an action back.
    Undo,
    /// By doing it again.
    Redo,
}

impl row::Word for ChangeKind {
    const WORDS: &'static [(Self, &'static str)] =
        &[(Self::Do, "do"), (Self::Undo, "undo"), (Self::Redo, "redo")];
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalRow {
    /// Running number, from 1 without gaps.
    pub number: i64,
    /// When; RFC 3339, local time.
    pub at: String,
    /// Who.
    pub who: String,
    /// What, in Vietnamese: `Nhập danh sách`, `Hoàn tác: Nhập danh sách`.
    pub action: String,
    /// How it came about.
    pub kind: ChangeKind,
    /// The thing it was mainly done to.
    pub about: Option<Id>,
}

/// One row of the database before and after a change.
#[derive(Debug, Clone, PartialEq)]
pub struct RowChange {
    /// Table.
    pub table: String,
    /// Row number in it.
    pub row: i64,
    /// Columns before; none when the row is new. For a changed row only the columns that changed.
    pub before: Option<Map<String, Value>>,
    /// Columns after; none when the row was removed.
    pub after: Option<Map<String, Value>>,
}

impl Records {
    /// Entries, newest first: all, or those that changed one thing, or an honoree merged into it.
    pub fn journal(&self, about: Option<Id>, limit: u32) -> Result<Vec<JournalRow>> {
        self.journal_before(about, i64::MAX, limit)
    }

    /// The same from an entry on, which is not among them: the next page.
    pub fn journal_before(&self, about: Option<Id>, before: i64, limit: u32) -> Result<Vec<JournalRow>> {
        let entry = |row: &Row<'_>| {
            Ok(JournalRow {
                number: row.get(0)?,
                at: row.get(1)?,
                who: row.get(2)?,
                action: row.get(3)?,
                kind: row::word(row, 4)?,
                about: row::id_or_none(row, 5)?,
            })
        };
        let rows = match about {
            None => self
                .conn
                .prepare_cached("SELECT number, at, who, action, kind, about FROM journal WHERE number < ?1 ORDER BY number DESC LIMIT ?2")?
                .query_map(params![before, limit], entry)?
                .collect::<Result<_, _>>()?,
            Some(id) => self
                .conn
                .prepare_cached(
                    "SELECT number, at, who, action, kind, about FROM journal_touch JOIN journal ON number = journal
                     WHERE thing IN (SELECT value FROM json_each(?1)) AND journal < ?2
                     GROUP BY journal ORDER BY journal DESC LIMIT ?3",
                )?
                .query_map(params![row::to_json(&self.same_thing(id)?)?, before, limit], entry)?
                .collect::<Result<_, _>>()?,
        };
        Ok(rows)
    }

    /// Every row that an entry changed, with its values before and after.
    pub fn journal_changes(&self, number: i64) -> Result<Vec<RowChange>> {
        let text: Option<String> = self
            .conn
            .prepare_cached("SELECT changes FROM journal WHERE number = ?1")?
            .query_one([number], |row| row.get(0))
            .optional()?;
        let text = text
            .ok_or_else(|| ArchiveError::JournalDamaged { number, detail: "không có dòng này".into() })?;
        read_changes(number, &text)
    }
}

/// What an entry says beside its changes.
#[derive(Debug)]
pub(crate) struct Entry<'a> {
    pub(crate) kind: ChangeKind,
    pub(crate) action: &'a str,
    pub(crate) about: Option<Id>,
    pub(crate) of: Option<i64>,
    pub(crate) stamp: &'a Stamp,
}

/// A row changed by the transaction under way. `before` and `after` are the whole row as JSON text: a list of ten thousand
/// is held as texts and read one row at a time.
#[derive(Debug)]
pub(crate) struct NetChange {
    table: &'static str,
    row: i64,
    before: Option<String>,
    after: Option<String>,
}

/// A row's columns, read.
type Image = Map<String, Value>;

/// Makes the temporary triggers that note every row written.
pub(crate) fn watch(conn: &Connection) -> Result<()> {
    let mut script = String::from(
        "CREATE TEMP TABLE change_note (seq INTEGER PRIMARY KEY, tbl INTEGER, id INTEGER, before TEXT, after TEXT);",
    );
    for (index, (table, _)) in TABLES.iter().enumerate() {
        let columns = columns(conn, table)?;
        let image = |side: &str| {
            let pairs: Vec<String> =
                columns.iter().map(|column| format!("'{column}', {side}.{column}")).collect();
            format!("json_object({})", pairs.join(", "))
        };
        let (old, new) = (image("OLD"), image("NEW"));
        for (event, id, before, after) in [
            ("INSERT", "NEW.id", "NULL", &*new),
            ("DELETE", "OLD.id", &*old, "NULL"),
            ("UPDATE", "OLD.id", &*old, &*new),
        ] {
            script.push_str(&format!(
                "CREATE TEMP TRIGGER note_{event}_{table} AFTER {event} ON main.{table} BEGIN
                   INSERT INTO change_note (tbl, id, before, after) VALUES ({index}, {id}, {before}, {after}); END;"
            ));
        }
    }
    conn.execute_batch(&script)?;
    Ok(())
}

/// The columns of a table.
pub(crate) fn columns(conn: &Connection, table: &str) -> Result<Vec<String>> {
    let mut query = conn.prepare_cached("SELECT name FROM pragma_table_info(?1)")?;
    Ok(query.query_map([table], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Forgets what was noted of an earlier transaction.
pub(crate) fn forget_changes(conn: &Connection) -> Result<()> {
    conn.prepare_cached("DELETE FROM temp.change_note")?.execute([])?;
    Ok(())
}

/// What the transaction changed, a row once, in the order of first writing. What came and went is left out.
pub(crate) fn take_changes(conn: &Connection) -> Result<Vec<NetChange>> {
    let mut places: HashMap<(usize, i64), usize> = HashMap::new();
    let mut changes: Vec<NetChange> = Vec::new();
    {
        let mut query =
            conn.prepare_cached("SELECT tbl, id, before, after FROM temp.change_note ORDER BY seq")?;
        let mut rows = query.query([])?;
        while let Some(note) = rows.next()? {
            let (table, row): (usize, i64) = (note.get::<_, i64>(0)? as usize, note.get(1)?);
            let after = note.get(3)?;
            match places.get(&(table, row)) {
                Some(&place) => changes[place].after = after,
                None => {
                    places.insert((table, row), changes.len());
                    changes.push(NetChange { table: TABLES[table].0, row, before: note.get(2)?, after });
                }
            }
        }
    }
    forget_changes(conn)?;
    changes.retain(|change| change.before != change.after);
    Ok(changes)
}

/// What the interface must ask for again.
pub(crate) fn topics(changes: &[NetChange]) -> BTreeSet<Topic> {
    let topic =
        |change: &NetChange| TABLES.iter().find(|(table, _)| *table == change.table).map(|(_, topic)| *topic);
    changes.iter().filter_map(topic).collect()
}

/// Adds an entry at the end of the chain and gives its number.
pub(crate) fn append(conn: &Connection, entry: &Entry<'_>, changes: &[NetChange]) -> Result<i64> {
    let last = conn
        .prepare_cached("SELECT number, hash FROM journal ORDER BY number DESC LIMIT 1")?
        .query_one([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))
        .optional()?;
    let (number, before) = last.map_or((1, FIRST_HASH.to_owned()), |(number, hash)| (number + 1, hash));
    let at = entry.stamp.time();
    let about = entry.about.map(|id| id.to_string());
    let kind = row::Word::word(entry.kind);
    let (text, mut things) = write_changes(changes)?;
    things.extend(about.clone());
    let sealed = Sealed {
        number,
        at: &at,
        who: &entry.stamp.who,
        kind,
        action: entry.action,
        about: about.as_deref(),
        of: entry.of,
        changes: &text,
    };
    conn.prepare_cached(
        "INSERT INTO journal (number, at, who, kind, action, about, of_number, hash, changes)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?
    .execute(params![
        number,
        at,
        entry.stamp.who,
        kind,
        entry.action,
        about,
        entry.of,
        sealed.hash(&before),
        text
    ])?;

    let mut touch = conn.prepare_cached("INSERT INTO journal_touch (thing, journal) VALUES (?1, ?2)")?;
    for thing in things {
        touch.execute(params![thing, number])?;
    }
    Ok(number)
}

/// The thing a row is, and those it belongs to.
fn things<'a>(change: &NetChange, images: impl Iterator<Item = &'a Image> + Clone) -> Vec<Id> {
    let own = Kind::of_table(change.table).map(|kind| Id { kind, number: change.row });
    let parents = images.clone().flat_map(|image| {
        [Kind::Round, Kind::Conference, Kind::Document, Kind::Honoree, Kind::Award, Kind::Unit]
            .into_iter()
            .filter_map(|kind| {
                let number = image.get(kind.parent_column())?.as_i64()?;
                Some(Id { kind, number })
            })
    });
    let earlier = images.filter_map(|image| {
        let number = image.get("earlier_id")?.as_i64()?;
        Some(Id { kind: Kind::Document, number })
    });
    own.into_iter().chain(parents).chain(earlier).collect()
}

impl Kind {
    /// The column by which rows of other tables refer to things of this kind.
    fn parent_column(self) -> &'static str {
        match self {
            Kind::Honoree => "honoree_id",
            Kind::Document => "document_id",
            Kind::Conference => "conference_id",
            Kind::Round => "round_id",
            Kind::Award => "award_id",
            Kind::File => "file_id",
            Kind::Nomination => "nomination_id",
            Kind::Unit => "unit_id",
        }
    }
}

/// What the hash of an entry covers.
#[derive(Debug)]
pub(crate) struct Sealed<'a> {
    pub(crate) number: i64,
    pub(crate) at: &'a str,
    pub(crate) who: &'a str,
    pub(crate) kind: &'a str,
    pub(crate) action: &'a str,
    pub(crate) about: Option<&'a str>,
    pub(crate) of: Option<i64>,
    pub(crate) changes: &'a str,
}

impl Sealed<'_> {
    /// SHA-256, hex, over the hash before and every field, each with its length so that none can run into the next.
    pub(crate) fn hash(&self, before: &str) -> String {
        let number = self.number.to_string();
        let of = self.of.map(|number| number.to_string()).unwrap_or_default();
        let mut sha = Sha256::new();
        for field in [
            before,
            &number,
            self.at,
            self.who,
            self.kind,
            self.action,
            self.about.unwrap_or_default(),
            &of,
            self.changes,
        ] {
            sha.update((field.len() as u64).to_be_bytes());
            sha.update(field.as_bytes());
        }
        hex(&sha.finalize())
    }
}

/// Lower-case hex.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a text cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// A changed row as it stands in an entry.
#[derive(Serialize)]
struct Written<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<Image>,
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<Image>,
    row: i64,
    table: &'a str,
}

/// The text of an entry's changes, and the things that they are about.
fn write_changes(changes: &[NetChange]) -> Result<(String, BTreeSet<String>)> {
    let mut text = String::from("[");
    let mut about = BTreeSet::new();
    for change in changes {
        let read = |image: &Option<String>| image.as_deref().map(row::of_json::<Image>).transpose();
        let (mut before, mut after) = (read(&change.before)?, read(&change.after)?);
        let images = [&before, &after].into_iter().flatten();
        about.extend(things(change, images).into_iter().map(|id| id.to_string()));
        if let (Some(before), Some(after)) = (&mut before, &mut after) {
            before.retain(|name, value| match after.get(name) {
                Some(same) if same == value => {
                    after.remove(name);
                    false
                }
                _ => true,
            });
        }
        if text.len() > 1 {
            text.push(',');
        }
        text.push_str(&row::to_json(&Written { after, before, row: change.row, table: change.table })?);
    }
    text.push(']');
    Ok((text, about))
}

/// Reads the changes of an entry back.
pub(crate) fn read_changes(number: i64, text: &str) -> Result<Vec<RowChange>> {
    let damaged = |detail: String| ArchiveError::JournalDamaged { number, detail };
    let list: Vec<Map<String, Value>> = serde_json::from_str(text).map_err(|e| damaged(e.to_string()))?;
    let read = |mut entry: Map<String, Value>| {
        let image = |value: Option<Value>| match value {
            Some(Value::Object(image)) => Some(image),
            _ => None,
        };
        let (before, after) = (image(entry.remove("before")), image(entry.remove("after")));
        let table = entry.get("table")?.as_str()?.to_owned();
        let row = entry.get("row")?.as_i64()?;
        (before.is_some() || after.is_some()).then_some(RowChange { table, row, before, after })
    };
    list.into_iter().map(|entry| read(entry).ok_or_else(|| damaged("thiếu bảng hoặc dòng".into()))).collect()
}
