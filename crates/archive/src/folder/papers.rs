//! The kept files under readable names, in folders by year and round, conference or document, with a composed record
//! in each folder. A file lies once, at the most particular thing it belongs to; the records name it everywhere else.

use rusqlite::Row;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, HashMap};

use super::names::{Taken, safe, safe_file, told_apart};
use super::out::failed_at;
use super::{FolderOut, FolderWatch, Identities, RECORD, Steps};
use crate::file::FileRecord;
use crate::{FileId, Id, Kind, Records, Result, file, journal};

/// Longest name of a folder of a round or conference, of a document, and of a file: together with the year they leave
/// Windows, which takes 259 signs, some eighty for the folder that the officer chose.
const THING: usize = 50;
const DOCUMENT: usize = 60;
const FILE: usize = 60;

/// Where things and files lie in the folder.
#[derive(Debug, Default)]
pub struct Places {
    /// Folder of each round, conference and document, and of honorees with papers.
    pub folders: HashMap<Id, String>,
    /// Path of each file.
    pub files: BTreeMap<i64, String>,
}

impl Records {
    /// Writes the whole archive but its index and the words for people, and says where everything lies.
    ///
    /// # Errors
    /// A failure of either disk, a kept file that is missing or changed, `Stopped`.
    pub fn write_folder(
        &self,
        out: &mut FolderOut,
        identities: Identities,
        watch: FolderWatch<'_>,
    ) -> Result<Places> {
        let files = self.all_files()?;
        let mut steps = Steps::new(watch, self.record_count()? + files.len());
        self.write_data(out, identities, &mut steps)?;
        let mut places = Places { folders: self.thing_folders()?, files: BTreeMap::new() };
        self.write_files(out, &files, &mut places, &mut steps)?;
        self.write_composed(out, &places)?;
        Ok(places)
    }

    fn thing_folders(&self) -> Result<HashMap<Id, String>> {
        let mut folders = HashMap::new();
        let mut each = |kind: Kind, sql: &str, name: &dyn Fn(&Row<'_>) -> rusqlite::Result<String>| {
            let mut query = self.conn.prepare(sql)?;
            let mut rows = query.query([])?;
            while let Some(row) = rows.next()? {
                folders.insert(Id { kind, number: row.get(0)? }, name(row)?);
            }
            Ok::<_, crate::ArchiveError>(())
        };
        each(Kind::Round, "SELECT id, year, name FROM round", &|row| {
            let (id, year, name): (i64, i64, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            Ok(format!("{year}/{}", told_apart(&name, &format!("round-{id}"), THING)))
        })?;
        each(Kind::Conference, "SELECT id, substr(date, 1, 4), name FROM conference", &|row| {
            let (id, year, name): (i64, Option<String>, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            Ok(format!("{}/{}", year_name(year), told_apart(&name, &format!("conf-{id}"), THING)))
        })?;
        let mut query = self.conn.prepare(
            "SELECT id, state = 'draft', number, symbol, date, title, substr(coalesce(date, created_at), 1, 4), round_id,
               conference_id FROM document ORDER BY id",
        )?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let number: i64 = row.get(0)?;
            let words = match row.get(1)? {
                true => format!("Dự thảo {}", row.get::<_, String>(5)?),
                false => {
                    let (date, title): (Option<String>, String) = (row.get(4)?, row.get(5)?);
                    let sign = crate::document::number_and_symbol(
                        &row.get::<_, String>(2)?,
                        &row.get::<_, String>(3)?,
                    );
                    format!("{} {sign} {title}", date.unwrap_or_default())
                }
            };
            let name = told_apart(&words, &format!("doc-{number}"), DOCUMENT);
            let subject = [(Kind::Round, row.get(7)?), (Kind::Conference, row.get(8)?)];
            let above = subject.into_iter().find_map(|(kind, number): (_, Option<i64>)| {
                folders.get(&Id { kind, number: number? }).cloned()
            });
            let above = above.map_or_else(|| Ok(format!("{}/Văn bản khác", year_name(row.get(6)?))), Ok);
            let above: rusqlite::Result<String> = above;
            folders.insert(Id { kind: Kind::Document, number }, format!("{}/{name}", above?));
        }
        Ok(folders)
    }

    fn write_files(
        &self,
        out: &mut FolderOut,
        files: &[FileRecord],
        places: &mut Places,
        steps: &mut Steps<'_>,
    ) -> Result<()> {
        let mut query = self.conn.prepare(
            "SELECT coalesce((SELECT min(document_id) FROM attachment WHERE file_id = ?1),
                 (SELECT min(id) FROM document WHERE file_id = ?1)),
               (SELECT min(conference_id) FROM attachment WHERE file_id = ?1),
               coalesce((SELECT min(round_id) FROM attachment WHERE file_id = ?1),
                 (SELECT min(round_id) FROM nomination WHERE source_file_id = ?1)),
               coalesce((SELECT min(honoree_id) FROM attachment WHERE file_id = ?1),
                 (SELECT min(award.honoree_id) FROM attachment JOIN award ON award.id = award_id WHERE attachment.file_id = ?1))",
        )?;
        let mut taken: HashMap<String, Taken> = HashMap::new();
        for kept in files {
            let owners: [Option<i64>; 4] =
                query.query_one([kept.id], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?]))?;
            let kinds = [Kind::Document, Kind::Conference, Kind::Round, Kind::Honoree];
            let owner =
                kinds.into_iter().zip(owners).find_map(|(kind, number)| Some(Id { kind, number: number? }));
            let folder = match owner {
                Some(id) => self.folder_of(id, places)?,
                None => "Tệp khác".to_owned(),
            };
            // The composed record has its name first.
            let given = taken.entry(folder.clone()).or_insert_with(|| {
                let mut given = Taken::default();
                given.give(RECORD.to_owned());
                given
            });
            let path = format!("{folder}/{}", given.give(safe_file(&kept.name, FILE)));
            let bytes = file::verify(&self.folder, kept)?;
            out.write_bytes(&path, &bytes)?;
            places.files.insert(kept.id.0, path);
            steps.step()?;
        }
        Ok(())
    }

    fn folder_of(&self, id: Id, places: &mut Places) -> Result<String> {
        if let Some(known) = places.folders.get(&id) {
            return Ok(known.clone());
        }
        let name: String = self
            .conn
            .prepare_cached("SELECT name FROM honoree WHERE id = ?1")?
            .query_one([id.number], |row| row.get(0))?;
        let folder = format!("Đối tượng/{}", told_apart(&safe(&name, THING), &id.to_string(), DOCUMENT));
        places.folders.insert(id, folder.clone());
        Ok(folder)
    }

    /// A record for each round, conference and document: its row with texts that are JSON written out, and its files.
    fn write_composed(&self, out: &mut FolderOut, places: &Places) -> Result<()> {
        for kind in [Kind::Round, Kind::Conference, Kind::Document] {
            let table = kind.table();
            let columns = journal::columns(&self.conn, table)?;
            let pairs: Vec<String> = columns.iter().map(|column| format!("'{column}', {column}")).collect();
            let sql = format!("SELECT id, json_object({}) FROM {table} ORDER BY id", pairs.join(", "));
            let mut query = self.conn.prepare(&sql)?;
            let mut rows = query.query([])?;
            while let Some(row) = rows.next()? {
                let id = Id { kind, number: row.get(0)? };
                let Some(folder) = places.folders.get(&id) else { continue };
                let mut record: Map<String, Value> = crate::row::json(row, 1)?;
                for value in record.values_mut() {
                    written_out(value);
                }
                let mut named = self.files_of(id)?;
                let own = record.get("file_id").and_then(Value::as_i64).map(FileId);
                if let Some(own) = own.filter(|own| named.iter().all(|file| file.id != *own)) {
                    named.push(self.file(own)?);
                }
                let named: Vec<Value> = named
                    .iter()
                    .map(|file| {
                        json!({ "mã": file.id, "tên": file.name, "sha256": file.sha256, "bytes": file.bytes,
                          "vai trò": crate::row::Word::word(file.role), "lưu lúc": file.added_at,
                          "đường dẫn": places.files.get(&file.id.0) })
                    })
                    .collect();
                let whole = json!({ "mã": id, "bản ghi": record, "tệp": named });
                let path = format!("{folder}/{RECORD}");
                out.write(&path, |to| {
                    let text = serde_json::to_string_pretty(&whole).map_err(std::io::Error::other);
                    text.and_then(|text| writeln!(to, "{text}")).map_err(|error| failed_at(&path, error))
                })?;
            }
        }
        Ok(())
    }
}

/// JSON inside a text, as JSON.
fn written_out(value: &mut Value) {
    let Value::String(text) = value else { return };
    if !text.starts_with(['{', '[']) {
        return;
    }
    if let Ok(inside @ (Value::Object(_) | Value::Array(_))) = serde_json::from_str(text) {
        *value = inside;
    }
}

fn year_name(year: Option<String>) -> String {
    year.filter(|year| year.len() == 4).unwrap_or_else(|| "Chưa rõ năm".to_owned())
}
