//! Merging honorees who are one, and taking them apart again, years later if need be.
//!
//! What the merged one had (awards, nominations, files, spellings) goes to the one that stays, by number: no award's
//! wording is touched. Its own row goes into `honoree_merge` with the numbers of everything that came from it, so that
//! taking apart gives back exactly that. Its identifier leads to the one that stays. Only the officer merges.

use commendation::{Honoree, text::fold};
use rusqlite::types::Value as Sql;
use rusqlite::{OptionalExtension, params, params_from_iter};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, HashSet};

use crate::row::{self, to_json};
use crate::{
    ArchiveError, AwardId, FileId, HonoreeId, Id, Kind, NominationId, Records, Result, Tx, journal, order,
};

/// Numbers of rows, by table.
pub(crate) type Numbers = BTreeMap<String, Vec<i64>>;

/// A row as JSON.
type Image = Map<String, Value>;

/// An honoree that was merged into another.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// Its identifier, which now leads to the other one.
    pub id: HonoreeId,
    /// Who it was merged into then.
    pub into: HonoreeId,
    /// What was known of it.
    pub honoree: Honoree,
    /// When; RFC 3339, local time.
    pub at: String,
    /// By whom.
    pub who: String,
    /// What came from it.
    pub came: Belongings,
    /// Those merged into it before.
    pub within: Vec<Merged>,
}

/// One entry of `honoree_merge`, to work on.
struct Entry {
    id: i64,
    merged: HonoreeId,
    into: HonoreeId,
    honoree: Image,
    came: Numbers,
    had: Numbers,
    doubled: BTreeMap<String, Vec<Image>>,
    added: Vec<i64>,
    before: Image,
    after: Image,
    at: String,
    who: String,
}

const ENTRY: &str =
    "id, merged_id, honoree_id, honoree, came, had, doubled, added, before, after, merged_at, who";

fn entry_at(row: &rusqlite::Row<'_>) -> rusqlite::Result<Entry> {
    Ok(Entry {
        id: row.get(0)?,
        merged: row.get(1)?,
        into: row.get(2)?,
        honoree: row::json(row, 3)?,
        came: row::json(row, 4)?,
        had: row::json(row, 5)?,
        doubled: row::json(row, 6)?,
        added: row::json(row, 7)?,
        before: row::json(row, 8)?,
        after: row::json(row, 9)?,
        at: row.get(10)?,
        who: row.get(11)?,
    })
}

/// What belongs to an honoree.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Belongings {
    /// Awards.
    pub awards: Vec<AwardId>,
    /// Nominations.
    pub nominations: Vec<NominationId>,
    /// Files attached.
    pub files: Vec<FileId>,
}

impl Records {
    fn belongings(&self, numbers: &Numbers) -> Result<Belongings> {
        let of = |table: &str| numbers.get(table).cloned().unwrap_or_default();
        let mut file = self.conn.prepare_cached("SELECT file_id FROM attachment WHERE id = ?1")?;
        let mut files = Vec::new();
        for id in of("attachment") {
            files.extend(file.query_one([id], |row| row.get::<_, FileId>(0)).optional()?);
        }
        Ok(Belongings {
            awards: of("award").into_iter().map(AwardId).collect(),
            nominations: of("nomination").into_iter().map(NominationId).collect(),
            files,
        })
    }

    /// The honoree that an identifier means today: itself, or the one it was merged into.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn present_honoree(&self, id: HonoreeId) -> Result<HonoreeId> {
        let mut query = self.conn.prepare_cached(
            "WITH RECURSIVE way (id) AS (
               SELECT ?1 UNION SELECT honoree_id FROM honoree_merge JOIN way ON merged_id = way.id)
             SELECT honoree.id FROM honoree JOIN way ON honoree.id = way.id LIMIT 1",
        )?;
        let found = query.query_one([id], |row| row.get(0)).optional()?;
        found.ok_or(ArchiveError::NotFound { id: id.into() })
    }

    /// An identifier as it leads today: a merged honoree's to the one that stays.
    pub(crate) fn present(&self, id: Id) -> Result<Id> {
        match id.kind {
            Kind::Honoree => Ok(self.present_honoree(HonoreeId(id.number))?.into()),
            _ => Ok(id),
        }
    }

    /// The identifiers under which the journal knows a thing: an honoree's and those of everyone merged into it.
    pub(crate) fn same_thing(&self, id: Id) -> Result<Vec<String>> {
        match self.present(id) {
            Ok(Id { kind: Kind::Honoree, number }) => {
                let all = self.honoree_and_merged(HonoreeId(number))?;
                Ok(all.into_iter().map(|id| id.to_string()).collect())
            }
            Ok(_) | Err(ArchiveError::NotFound { .. }) => Ok(vec![id.to_string()]),
            Err(error) => Err(error),
        }
    }

    /// An honoree and everyone merged into it, one within the other.
    pub(crate) fn honoree_and_merged(&self, id: HonoreeId) -> Result<Vec<HonoreeId>> {
        let mut query = self.conn.prepare_cached(
            "WITH RECURSIVE one (id) AS (
               SELECT ?1 UNION SELECT merged_id FROM honoree_merge JOIN one ON honoree_id = one.id)
             SELECT id FROM one",
        )?;
        Ok(query.query_map([id], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// Who was merged into an honoree, oldest first, each with those merged into it before.
    pub fn merged_into(&self, id: HonoreeId) -> Result<Vec<Merged>> {
        let merged = |entry: Entry| -> Result<Merged> {
            Ok(Merged {
                id: entry.merged,
                into: entry.into,
                honoree: self.honoree_of(&entry.honoree)?,
                at: entry.at,
                who: entry.who,
                came: self.belongings(&entry.came)?,
                within: self.merged_into(entry.merged)?,
            })
        };
        self.entries_into(id)?.into_iter().map(merged).collect()
    }

    /// What was known of everyone merged into an honoree, one within the other.
    pub(crate) fn honorees_merged_into(&self, id: HonoreeId) -> Result<Vec<Honoree>> {
        let mut all = Vec::new();
        for entry in self.entries_into(id)? {
            all.push(self.honoree_of(&entry.honoree)?);
            all.extend(self.honorees_merged_into(entry.merged)?);
        }
        Ok(all)
    }

    /// What came to an honoree after a merge, from no other: what the officer may give to the one that is taken apart.
    ///
    /// # Errors
    /// `NotFound` when it was not merged; `Refused` when the one it went into was merged itself since.
    pub fn since_merge(&self, merged: HonoreeId) -> Result<Belongings> {
        let entry = self.entry_to_part(merged)?;
        let mut since = Numbers::new();
        let others = self.entries_into(entry.into)?;
        for (table, column) in self.tables_of_honorees()? {
            let lists = std::iter::once(&entry.had).chain(others.iter().map(|other| &other.came));
            let known: HashSet<i64> = lists.filter_map(|list| list.get(&table)).flatten().copied().collect();
            let mut later = self.numbers_of(&table, &column, entry.into)?;
            later.retain(|id| !known.contains(id));
            since.insert(table, later);
        }
        self.belongings(&since)
    }

    fn entries_into(&self, id: HonoreeId) -> Result<Vec<Entry>> {
        let mut query = self.conn.prepare_cached(&format!(
            "SELECT {ENTRY} FROM honoree_merge WHERE honoree_id = ?1 ORDER BY id"
        ))?;
        Ok(query.query_map([id], entry_at)?.collect::<Result<_, _>>()?)
    }

    /// The entry of an honoree that can be taken out of the one it went into.
    fn entry_to_part(&self, merged: HonoreeId) -> Result<Entry> {
        let mut query =
            self.conn.prepare_cached(&format!("SELECT {ENTRY} FROM honoree_merge WHERE merged_id = ?1"))?;
        let entry = query.query_one([merged], entry_at).optional()?;
        let entry = entry.ok_or(ArchiveError::NotFound { id: merged.into() })?;
        if !self.has(entry.into)? {
            let now = self.present_honoree(entry.into)?;
            let message = format!(
                "{merged} đã gộp vào {} trước khi {} được gộp vào {now}. Hãy tách {} ra trước.",
                entry.into, entry.into, entry.into
            );
            return Err(ArchiveError::Refused { message });
        }
        Ok(entry)
    }

    /// The tables whose rows belong to an honoree, and the column that says so: read from the references, so that no
    /// table that comes later is forgotten.
    fn tables_of_honorees(&self) -> Result<Vec<(String, String)>> {
        let mut query = self.conn.prepare_cached(
            "SELECT \"from\" FROM pragma_foreign_key_list(?1) WHERE \"table\" = 'honoree' ORDER BY seq, id",
        )?;
        let mut tables = Vec::new();
        for (table, _) in journal::TABLES {
            let columns: Vec<String> =
                query.query_map([table], |row| row.get(0))?.collect::<Result<_, _>>()?;
            tables.extend(columns.into_iter().map(|column| ((*table).to_owned(), column)));
        }
        Ok(tables)
    }

    fn numbers_of(&self, table: &str, column: &str, honoree: HonoreeId) -> Result<Vec<i64>> {
        let sql = format!("SELECT id FROM {table} WHERE {column} = ?1 ORDER BY id");
        Ok(self
            .conn
            .prepare_cached(&sql)?
            .query_map([honoree], |row| row.get(0))?
            .collect::<Result<_, _>>()?)
    }

    fn image(&self, table: &str, id: i64) -> Result<Option<Image>> {
        let columns = journal::columns(&self.conn, table)?;
        let pairs: Vec<String> = columns.iter().map(|column| format!("'{column}', {column}")).collect();
        let sql = format!("SELECT json_object({}) FROM {table} WHERE id = ?1", pairs.join(", "));
        Ok(self.conn.prepare_cached(&sql)?.query_one([id], |row| row::json(row, 0)).optional()?)
    }

    /// The honoree of a kept row.
    fn honoree_of(&self, image: &Image) -> Result<Honoree> {
        let columns: Vec<&str> = row::HONOREE_COLUMNS.split(", ").collect();
        let marks: Vec<String> = columns.iter().map(|column| format!("?1 ->> '$.{column}'")).collect();
        let sql = format!("SELECT {}", marks.join(", "));
        Ok(self.conn.prepare_cached(&sql)?.query_one([to_json(image)?], |row| row::honoree(row, 0))?)
    }
}

impl Tx<'_> {
    /// Merges honorees into one that stays, which is known from now on as `kept`. Awards keep their wording.
    ///
    /// # Errors
    /// `NotFound`; `Refused` for one and the same, or for honorees of different types.
    pub fn merge_honorees(&self, into: HonoreeId, merged: &[HonoreeId], kept: &Honoree) -> Result<()> {
        for id in merged {
            let (one, other) = (self.honoree(into)?, self.honoree(*id)?);
            if self.present_honoree(*id)? != *id || *id == into || self.present_honoree(into)? != into {
                let message = format!("{id} và {into} đã là cùng một hồ sơ.");
                return Err(ArchiveError::Refused { message });
            }
            if one.honoree_type != other.honoree_type {
                let message = format!(
                    "Không gộp {} “{}” với {} “{}”. Hãy sửa loại đối tượng cho đúng trước khi gộp.",
                    one.honoree_type.vietnamese(),
                    one.name,
                    other.honoree_type.vietnamese(),
                    other.name
                );
                return Err(ArchiveError::Refused { message });
            }
        }
        let Some((last, earlier)) = merged.split_last() else { return Ok(()) };
        for id in earlier {
            let unchanged = self.honoree(into)?;
            self.merge_one(into, *id, &unchanged)?;
        }
        self.merge_one(into, *last, kept)
    }

    fn merge_one(&self, into: HonoreeId, merged: HonoreeId, kept: &Honoree) -> Result<()> {
        let (image, whole) = (self.image_of(merged)?, self.image_of(into)?);
        let name = self.honoree(merged)?.name;
        let (mut came, mut had) = (Numbers::new(), Numbers::new());
        let mut doubled: BTreeMap<String, Vec<Image>> = BTreeMap::new();
        let tables = self.tables_of_honorees()?;
        for (table, column) in &tables {
            had.entry(table.clone()).or_default().extend(self.numbers_of(table, column, into)?);
        }
        let spelled = had.get("honoree_spelling").cloned().unwrap_or_default();
        for (table, column) in &tables {
            for id in self.numbers_of(table, column, merged)? {
                // A row that says what the other one has already (the same file, the same spelling) is kept aside.
                let moved = self
                    .conn
                    .prepare_cached(&format!("UPDATE {table} SET {column} = ?2 WHERE id = ?1"))?
                    .execute(params![id, into]);
                if unless_doubled(moved)? {
                    came.entry(table.clone()).or_default().push(id);
                } else if let Some(image) = self.image(table, id)? {
                    doubled.entry(table.clone()).or_default().push(image);
                    self.conn.prepare_cached(&format!("DELETE FROM {table} WHERE id = ?1"))?.execute([id])?;
                }
            }
        }
        self.conn.prepare_cached("DELETE FROM honoree WHERE id = ?1")?.execute([merged])?;
        self.edit_honoree(into, kept)?;
        self.add_spelling(into, &name)?;
        // What only the merged one had is known of both now.
        if let (None, Some(Value::String(number))) = (self.identity(into)?, image.get("identity")) {
            self.set_identity(into, Some(number))?;
        }
        let moved = came.get("honoree_spelling").cloned().unwrap_or_default();
        let mut added = self.numbers_of("honoree_spelling", "honoree_id", into)?;
        added.retain(|id| !spelled.contains(id) && !moved.contains(id));
        let now = self.image_of(into)?;
        let differs = |(name, value): &(&String, &Value)| now.get(*name) != Some(*value);
        let before: Image =
            whole.iter().filter(differs).map(|(name, value)| (name.clone(), value.clone())).collect();
        let after: Image =
            before.keys().filter_map(|name| Some((name.clone(), now.get(name)?.clone()))).collect();
        self.conn
            .prepare_cached(
                "INSERT INTO honoree_merge
                   (merged_id, honoree_id, honoree, came, had, doubled, added, before, after, merged_at, who)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            )?
            .execute(params![
                merged,
                into,
                to_json(&image)?,
                to_json(&came)?,
                to_json(&had)?,
                to_json(&doubled)?,
                to_json(&added)?,
                to_json(&before)?,
                to_json(&after)?,
                self.stamp.time(),
                self.stamp.who,
            ])?;
        Ok(())
    }

    fn image_of(&self, id: HonoreeId) -> Result<Image> {
        self.image("honoree", id.0)?.ok_or(ArchiveError::NotFound { id: id.into() })
    }

    /// Takes a merged honoree apart again: it gets back exactly what came from it and is still there. What was added
    /// since stays, but for what `also` names.
    ///
    /// # Errors
    /// `NotFound` when it was not merged; `Refused` when the one it went into was merged itself since, or `also` names
    /// what is not a later thing of that one.
    pub fn unmerge_honoree(&self, merged: HonoreeId, also: &Belongings) -> Result<HonoreeId> {
        let entry = self.entry_to_part(merged)?;
        let since = self.since_merge(merged)?;
        let known = also.awards.iter().all(|id| since.awards.contains(id))
            && also.nominations.iter().all(|id| since.nominations.contains(id))
            && also.files.iter().all(|id| since.files.contains(id));
        if !known {
            let message =
                format!("Chỉ chuyển được sang {merged} những gì ghi vào {} sau khi gộp.", entry.into);
            return Err(ArchiveError::Refused { message });
        }
        self.conn.prepare_cached("DELETE FROM honoree_merge WHERE id = ?1")?.execute([entry.id])?;
        for id in &entry.added {
            self.conn
                .prepare_cached("DELETE FROM honoree_spelling WHERE id = ?1 AND honoree_id = ?2")?
                .execute(params![id, entry.into])?;
        }
        self.insert("honoree", &entry.honoree)?;
        let mut back = entry.came.clone();
        back.entry("award".into()).or_default().extend(also.awards.iter().map(|id| id.0));
        back.entry("nomination".into()).or_default().extend(also.nominations.iter().map(|id| id.0));
        for file in &also.files {
            let attached = self
                .conn
                .prepare_cached("SELECT id FROM attachment WHERE file_id = ?1 AND honoree_id = ?2")?
                .query_one(params![file, entry.into], |row| row.get::<_, i64>(0))
                .optional()?;
            back.entry("attachment".into()).or_default().extend(attached);
        }
        for (table, column) in self.tables_of_honorees()? {
            for id in back.get(&table).into_iter().flatten() {
                self.conn
                    .prepare_cached(&format!(
                        "UPDATE {table} SET {column} = ?2 WHERE id = ?1 AND {column} = ?3"
                    ))?
                    .execute(params![id, merged, entry.into])?;
            }
            for image in entry.doubled.get(&table).into_iter().flatten() {
                self.insert(&table, image)?;
            }
        }
        self.take_back_changes(&entry)?;
        self.spell_the_others(entry.into)?;
        Ok(entry.into)
    }

    /// Puts the stayer's own columns back where nothing changed them since. Where a later merge did, that one shall put
    /// back what this one would have.
    fn take_back_changes(&self, entry: &Entry) -> Result<()> {
        let mut later = self.entries_into(entry.into)?;
        later.retain(|other| other.id > entry.id);
        let now = self.image_of(entry.into)?;
        let mut set = Image::new();
        for (column, before) in &entry.before {
            let after = entry.after.get(column);
            match later.iter_mut().find(|other| other.before.contains_key(column)) {
                Some(next) if next.before.get(column) == after => {
                    next.before.insert(column.clone(), before.clone());
                    self.conn
                        .prepare_cached("UPDATE honoree_merge SET before = ?2 WHERE id = ?1")?
                        .execute(params![next.id, to_json(&next.before)?])?;
                }
                Some(_) => {}
                None if now.get(column) == after => {
                    set.insert(column.clone(), before.clone());
                }
                None => {}
            }
        }
        // What is made from the name is made anew: two merges may have given the same, and each entry holds only what
        // its own changed.
        set.remove("name_fold");
        set.remove("sort_key");
        if let Some(Value::String(name)) = set.get("name").cloned() {
            let key = order::sort_key(self.honoree(entry.into)?.honoree_type, &name);
            set.insert("name_fold".into(), fold(&name).into());
            set.insert("sort_key".into(), key.into());
        }
        if set.is_empty() {
            return Ok(());
        }
        let names: Vec<String> = set.keys().map(|name| format!("{name} = ?")).collect();
        let mut values = set.values().map(sql).collect::<Result<Vec<Sql>>>()?;
        values.push(Sql::Integer(entry.into.0));
        self.conn
            .prepare_cached(&format!("UPDATE honoree SET {} WHERE id = ?", names.join(", ")))?
            .execute(params_from_iter(values))?;
        Ok(())
    }

    /// What the one taken apart took with it and others merged into the same honoree had too: their names as spellings,
    /// and rows of theirs that were kept aside.
    fn spell_the_others(&self, into: HonoreeId) -> Result<()> {
        let tables = self.tables_of_honorees()?;
        for mut other in self.entries_into(into)? {
            let mut changed = false;
            for (table, column) in &tables {
                let Some(images) = other.doubled.remove(table) else { continue };
                let mut aside = Vec::new();
                for image in images {
                    let mut moved = image.clone();
                    moved.insert(column.clone(), into.0.into());
                    match moved.get("id").and_then(Value::as_i64) {
                        Some(id) if self.insert(table, &moved)? => {
                            changed = true;
                            other.came.entry(table.clone()).or_default().push(id);
                        }
                        _ => aside.push(image),
                    }
                }
                if !aside.is_empty() {
                    other.doubled.insert(table.clone(), aside);
                }
            }
            let known = self.numbers_of("honoree_spelling", "honoree_id", into)?;
            self.add_spelling(into, &self.honoree_of(&other.honoree)?.name)?;
            for id in self.numbers_of("honoree_spelling", "honoree_id", into)? {
                if !known.contains(&id) {
                    changed = true;
                    other.added.push(id);
                }
            }
            if changed {
                self.conn
                    .prepare_cached(
                        "UPDATE honoree_merge SET came = ?2, doubled = ?3, added = ?4 WHERE id = ?1",
                    )?
                    .execute(params![
                        other.id,
                        to_json(&other.came)?,
                        to_json(&other.doubled)?,
                        to_json(&other.added)?
                    ])?;
            }
        }
        Ok(())
    }

    /// Puts a kept row back under its number. False when another row says the same.
    fn insert(&self, table: &str, image: &Image) -> Result<bool> {
        // Names go into the statement's text, so only columns that there are.
        let known = journal::columns(&self.conn, table)?;
        let columns: Vec<&String> = image.keys().filter(|name| known.contains(name)).collect();
        let names: Vec<&str> = columns.iter().map(|name| name.as_str()).collect();
        let values = columns.iter().map(|name| sql(&image[*name])).collect::<Result<Vec<Sql>>>()?;
        let marks = vec!["?"; values.len()].join(", ");
        let text = format!("INSERT INTO {table} ({}) VALUES ({marks})", names.join(", "));
        unless_doubled(self.conn.prepare_cached(&text)?.execute(params_from_iter(values)))
    }
}

/// False when a row would say what another says already, which a UNIQUE constraint does not let it.
fn unless_doubled(written: rusqlite::Result<usize>) -> Result<bool> {
    match written {
        Ok(rows) => Ok(rows == 1),
        Err(error) if error.sqlite_error().is_some_and(|e| e.extended_code == SQLITE_CONSTRAINT_UNIQUE) => {
            Ok(false)
        }
        Err(error) => Err(error.into()),
    }
}

/// `SQLITE_CONSTRAINT | (8 << 8)`.
const SQLITE_CONSTRAINT_UNIQUE: i32 = 2067;

/// A value of a kept row for SQLite.
fn sql(value: &Value) -> Result<Sql> {
    match value {
        Value::Null => Ok(Sql::Null),
        Value::String(text) => Ok(Sql::Text(text.clone())),
        Value::Number(n) if n.is_i64() => Ok(Sql::Integer(n.as_i64().unwrap_or_default())),
        other => Err(ArchiveError::Refused {
            message: format!("Giá trị lạ trong hồ sơ đã gộp: {other}.")
        }),
    }
}
