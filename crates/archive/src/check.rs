//! Checking: that the database is sound, the journal unbroken, and every kept file there and unchanged.
//!
//! Reports only; repairing and restoring are elsewhere.

use rusqlite::{Connection, types::ValueRef};
use std::collections::BTreeMap;
use std::sync::{Arc, atomic::AtomicBool};

use crate::journal::{FIRST_HASH, Sealed};
use crate::{ArchiveError, FileId, Id, Records, Result, file, head, open};

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checked {
    /// What was looked at: `journal`, `files`, `documents`, …
    pub counts: BTreeMap<String, u64>,
    /// What is wrong; of a kind of damage at most the first twenty.
    pub findings: Vec<Finding>,
}

impl Checked {
    /// True when nothing is wrong.
    pub fn is_sound(&self) -> bool {
        self.findings.is_empty()
    }
}

/// Something wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Stable name, kebab-case.
    pub code: &'static str,
    /// What, where, and what to do; Vietnamese.
    pub message: String,
    /// The thing, where it is one.
    pub about: Option<Id>,
}

/// How many findings of one kind are told.
const TOLD: usize = 20;

impl Records {
    /// Checks everything. Changes nothing.
    ///
    /// # Errors
    /// A failure of the disk: that says nothing about the archive. Damage is a finding, not an error.
    pub fn check(&self) -> Result<Checked> {
        let mut checked = self.check_database()?;
        look_at(self, head::compare, &mut checked)?;
        Ok(checked)
    }

    /// The same without what is kept beside the database about its journal: for one that is not in its place yet.
    pub(crate) fn check_database(&self) -> Result<Checked> {
        let mut checked = Checked::default();
        for part in [database, structure, journal, derived, merges, counts, files] {
            look_at(self, part, &mut checked)?;
        }
        Ok(checked)
    }
}

/// Looks at one part; what cannot be read of it is a finding.
fn look_at(
    records: &Records,
    part: fn(&Records, &mut Checked) -> Result<()>,
    checked: &mut Checked,
) -> Result<()> {
    match part(records, checked) {
        Err(error @ (ArchiveError::Damaged { .. } | ArchiveError::Database(_))) => {
            let message = format!("Không đọc được một phần kho lưu trữ: {error}");
            checked.findings.push(Finding { code: "database", message, about: None });
            Ok(())
        }
        other => other,
    }
}

fn database(records: &Records, checked: &mut Checked) -> Result<()> {
    let mut query = records.conn.prepare("PRAGMA quick_check(20)")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let detail: String = row.get(0)?;
        if detail != "ok" {
            let message = format!("Cơ sở dữ liệu bị hỏng: {detail}. Hãy khôi phục từ bản sao lưu gần nhất.");
            checked.findings.push(Finding { code: "database", message, about: None });
        }
    }
    let mut query =
        records.conn.prepare("SELECT \"table\", rowid, parent FROM pragma_foreign_key_check LIMIT 20")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let (table, number, parent): (String, Option<i64>, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let about = crate::Kind::of_table(&table).zip(number).map(|(kind, number)| Id { kind, number });
        let name = about.map_or(format!("{table} {}", number.unwrap_or_default()), |id| id.to_string());
        let message = format!("{name} tham chiếu đến một dòng không còn trong bảng {parent}.");
        checked.findings.push(Finding { code: "reference", message, about });
    }
    let indexed = "INSERT INTO search (search, rank) VALUES ('integrity-check', 0)";
    if let Err(error) = records.conn.execute(indexed, []) {
        let message = format!("Chỉ mục tìm kiếm bị hỏng: {error}.");
        checked.findings.push(Finding { code: "search-index", message, about: None });
    }
    Ok(())
}

/// Tables, indexes and triggers are those of the steps: a missing trigger would let the journal be changed.
fn structure(records: &Records, checked: &mut Checked) -> Result<()> {
    let expected = Connection::open_in_memory()?;
    open::prepare_connection(&expected, &Arc::new(AtomicBool::new(false)))?;
    for step in open::STEPS {
        expected.execute_batch(step)?;
    }
    let list = |conn: &Connection| -> Result<BTreeMap<String, String>> {
        let mut query = conn.prepare(
            "SELECT type || ' ' || name, coalesce(sql, '') FROM main.sqlite_schema WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~'",
        )?;
        Ok(query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
    };
    let (expected, found) = (list(&expected)?, list(&records.conn)?);
    let differs = expected
        .iter()
        .filter(|(name, sql)| found.get(*name) != Some(*sql))
        .chain(found.iter().filter(|(name, _)| !expected.contains_key(*name)));
    for (name, _) in differs.take(TOLD) {
        let message = format!("Cấu trúc kho lưu trữ đã bị thay đổi ngoài chương trình: {name}.");
        checked.findings.push(Finding { code: "structure", message, about: None });
    }
    Ok(())
}

pub(crate) fn journal(records: &Records, checked: &mut Checked) -> Result<()> {
    let mut query = records.conn.prepare(
        "SELECT number, at, who, kind, action, about, of_number, changes, hash FROM journal ORDER BY number",
    )?;
    let mut rows = query.query([])?;
    let mut before = FIRST_HASH.to_owned();
    let mut count: i64 = 0;
    let broken = |number: i64, detail: &str| Finding {
        code: "journal",
        message: format!(
            "Nhật ký thay đổi bị sửa hoặc hỏng ở dòng {number}: {detail}. Hãy so với bản sao lưu gần nhất."
        ),
        about: None,
    };
    while let Some(row) = rows.next()? {
        count += 1;
        let number: i64 = row.get(0)?;
        if number != count {
            checked.findings.push(broken(count, "thiếu dòng này"));
            break;
        }
        let about: Option<String> = row.get(5)?;
        let (at, who): (String, String) = (row.get(1)?, row.get(2)?);
        let (kind, action): (String, String) = (row.get(3)?, row.get(4)?);
        let changes = match row.get_ref(7)? {
            ValueRef::Text(bytes) => std::str::from_utf8(bytes).unwrap_or_default(),
            _ => "",
        };
        let sealed = Sealed {
            number,
            at: &at,
            who: &who,
            kind: &kind,
            action: &action,
            about: about.as_deref(),
            of: row.get(6)?,
            changes,
        };
        let hash = sealed.hash(&before);
        let stored: String = row.get(8)?;
        if hash != stored {
            checked.findings.push(broken(number, "mã băm không khớp"));
            break;
        }
        before = hash;
    }
    // Rows taken off the end leave the chain whole but not the counter.
    let given: i64 = records.conn.query_one(
        "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'journal'",
        [],
        |row| row.get(0),
    )?;
    if checked.findings.iter().all(|finding| finding.code != "journal") && given != count {
        checked.findings.push(broken(count + 1, "thiếu dòng này"));
    }
    checked.counts.insert("journal".into(), count as u64);
    Ok(())
}

/// What triggers make from the facts is what the facts say. Where there are as many as honorees, one side is walked and
/// looked up in the other, so that neither is held in memory: of T rows there and V that should be, of which M are missing,
/// T - (V - M) are too many, and M are missing.
fn derived(records: &Records, checked: &mut Checked) -> Result<()> {
    for (code, what, wrong) in [
        (
            "search-index",
            "Chỉ mục tìm kiếm",
            "SELECT (SELECT count(*) FROM search_docsize) - count(*)
               + 2 * count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM search_docsize WHERE id = entry))
             FROM indexed",
        ),
        (
            "cited-decisions",
            "Danh mục quyết định",
            "SELECT count(*) FROM (
               SELECT decision, date, awards FROM cited_decision EXCEPT SELECT decision, date, awards FROM cited
               UNION ALL SELECT * FROM (SELECT decision, date, awards FROM cited
                 EXCEPT SELECT decision, date, awards FROM cited_decision))",
        ),
        (
            "kept-texts",
            "Danh mục nội dung tệp",
            "SELECT count(*) FROM (
               SELECT * FROM (SELECT sha256 FROM kept_text EXCEPT SELECT sha256 FROM file)
               UNION ALL SELECT * FROM (SELECT sha256 FROM file EXCEPT SELECT sha256 FROM kept_text))",
        ),
        (
            "honoree-keys",
            "Danh mục hồ sơ có thể trùng",
            "SELECT (SELECT (SELECT count(*) FROM honoree_key) - count(*)
                 + 2 * count(*) FILTER (WHERE NOT EXISTS (
                   SELECT 1 FROM honoree_key known WHERE known.key = k.key AND known.honoree_id = k.honoree_id))
               FROM honoree_keys k)
             + (SELECT count(*) FROM (SELECT key, count(*) AS share FROM honoree_key GROUP BY key) blocks
               LEFT JOIN honoree_block USING (key) WHERE coalesce(size, 1) <> share)
             + (SELECT count(*) FROM honoree_block b WHERE NOT EXISTS (SELECT 1 FROM honoree_key WHERE key = b.key))",
        ),
        (
            "unit-texts",
            "Danh mục cách ghi đơn vị",
            "SELECT count(*) FROM (
               SELECT text, uses FROM unit_text EXCEPT SELECT unit, sum(uses) FROM named GROUP BY unit
               UNION ALL SELECT * FROM (SELECT unit, sum(uses) FROM named GROUP BY unit
                 EXCEPT SELECT text, uses FROM unit_text))",
        ),
    ] {
        let sql = format!(
            "WITH indexed (entry) AS (
               SELECT (1 << 40) + id FROM honoree UNION ALL SELECT (2 << 40) + id FROM document
               UNION ALL SELECT (3 << 40) + id FROM conference UNION ALL SELECT (4 << 40) + id FROM round
               UNION ALL SELECT (5 << 40) + id FROM cited_decision UNION ALL SELECT (6 << 40) + id FROM kept_text),
             cited (decision, date, awards) AS (
               SELECT decision, coalesce(date, ''), count(*) FROM award WHERE document_id IS NULL AND decision <> ''
               GROUP BY 1, 2),
             named (unit, uses) AS (
               SELECT unit, count(*) FROM award WHERE unit IS NOT NULL GROUP BY unit
               UNION ALL SELECT unit, count(*) FROM honoree WHERE unit IS NOT NULL GROUP BY unit
               UNION ALL SELECT unit, count(*) FROM nomination WHERE unit IS NOT NULL GROUP BY unit)
             {wrong}"
        );
        let count: i64 = records.conn.query_one(&sql, [], |row| row.get(0))?;
        if count > 0 {
            let message = format!("{what} không khớp với dữ liệu ở {count} mục.");
            checked.findings.push(Finding { code, message, about: None });
        }
    }
    Ok(())
}

/// Every merged honoree's identifier leads to one on record, and is not on record itself.
fn merges(records: &Records, checked: &mut Checked) -> Result<()> {
    let mut query = records.conn.prepare(
        "WITH RECURSIVE way (merged, id) AS (
           SELECT merged_id, honoree_id FROM honoree_merge
           UNION SELECT way.merged, honoree_id FROM honoree_merge JOIN way ON merged_id = way.id)
         SELECT merged_id FROM honoree_merge WHERE merged_id IN (SELECT id FROM honoree)
           OR NOT EXISTS (SELECT 1 FROM way JOIN honoree ON honoree.id = way.id WHERE way.merged = merged_id) LIMIT 20",
    )?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let id: crate::HonoreeId = row.get(0)?;
        let message = format!("Hồ sơ đã gộp {id} không dẫn đến hồ sơ nào trong kho.");
        checked.findings.push(Finding { code: "merge", message, about: None });
    }
    Ok(())
}

fn counts(records: &Records, checked: &mut Checked) -> Result<()> {
    for (name, table) in [
        ("rounds", "round"),
        ("nominations", "nomination"),
        ("honorees", "honoree"),
        ("documents", "document"),
        ("awards", "award"),
        ("conferences", "conference"),
        ("units", "unit"),
    ] {
        let sql = format!("SELECT count(*) FROM {table}");
        let count: i64 = records.conn.query_one(&sql, [], |row| row.get(0))?;
        checked.counts.insert(name.into(), count as u64);
    }
    Ok(())
}

fn files(records: &Records, checked: &mut Checked) -> Result<()> {
    let (mut all, mut told) = (0, 0);
    records.each_file(|kept| {
        all += 1;
        match file::verify(&records.folder, &kept) {
            Ok(_) => {}
            Err(error @ (ArchiveError::FileMissing { .. } | ArchiveError::FileChanged { .. }))
                if told < TOLD =>
            {
                told += 1;
                let about = Some(Id::from(FileId(kept.id.0)));
                checked.findings.push(Finding { code: error.code(), message: error.to_string(), about });
            }
            Err(ArchiveError::FileMissing { .. } | ArchiveError::FileChanged { .. }) => {}
            Err(error) => return Err(error),
        }
        Ok(())
    })?;
    checked.counts.insert("files".into(), all);
    Ok(())
}
