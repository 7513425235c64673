//! Every table of facts and the journal as lines, the same for the same rows.

use rusqlite::{Connection, OptionalExtension};
use std::collections::BTreeMap;

use super::out::failed_at;
use super::{FORMAT, FolderOut, Identities, JOURNAL, MANIFEST, Manifest, Steps, table_path};
use crate::identity::masked_line;
use crate::{Records, Result, journal};

/// The tables of facts that this structure has; one of an older program has fewer.
pub(super) fn tables(conn: &Connection) -> Result<Vec<&'static str>> {
    let mut query = conn.prepare("SELECT 1 FROM main.sqlite_schema WHERE type = 'table' AND name = ?1")?;
    let mut found = Vec::new();
    for (table, _) in journal::TABLES {
        if query.exists([table])? {
            found.push(*table);
        }
    }
    Ok(found)
}

/// The rows of a table as lines, by their number.
pub(super) fn lines(conn: &Connection, table: &str, mut line: impl FnMut(&str) -> Result<()>) -> Result<()> {
    let columns = journal::columns(conn, table)?;
    let pairs: Vec<String> = columns.iter().map(|column| format!("'{column}', {column}")).collect();
    let mut query =
        conn.prepare(&format!("SELECT json_object({}) FROM {table} ORDER BY id", pairs.join(", ")))?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        line(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?)?;
    }
    Ok(())
}

/// The columns of an entry of the journal as a line: those of its table, then the things that it touched.
pub(super) fn journal_columns(conn: &Connection) -> Result<Vec<String>> {
    let mut columns = journal::columns(conn, "journal")?;
    columns.push("things".to_owned());
    Ok(columns)
}

/// The entries of the journal as lines.
pub(super) fn journal_lines(conn: &Connection, mut line: impl FnMut(&str) -> Result<()>) -> Result<()> {
    let columns = journal::columns(conn, "journal")?;
    let pairs: Vec<String> = columns.iter().map(|column| format!("'{column}', {column}")).collect();
    let mut query = conn.prepare(&format!(
        "SELECT json_object({}, 'things', json((SELECT json_group_array(thing) FROM
           (SELECT thing FROM journal_touch WHERE journal = journal.number ORDER BY thing))))
         FROM journal ORDER BY number",
        pairs.join(", ")
    ))?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        line(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?)?;
    }
    Ok(())
}

/// The last row number given in each table of facts.
pub(super) fn given(conn: &Connection) -> Result<BTreeMap<String, i64>> {
    let mut query = conn.prepare("SELECT seq FROM sqlite_sequence WHERE name = ?1")?;
    let mut given = BTreeMap::new();
    for table in tables(conn)? {
        let last = query.query_one([table], |row| row.get(0)).optional()?.unwrap_or(0);
        given.insert(table.to_owned(), last);
    }
    Ok(given)
}

impl Records {
    /// Rows of facts and entries of the journal: how much there is to write.
    pub(super) fn record_count(&self) -> Result<usize> {
        let mut count = 0;
        for table in tables(&self.conn)?.into_iter().chain(["journal"]) {
            let rows: i64 =
                self.conn.query_one(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))?;
            count += rows as usize;
        }
        Ok(count)
    }

    /// Writes every fact, the journal, and what there must be.
    pub(super) fn write_data(
        &self,
        out: &mut FolderOut,
        identities: Identities,
        steps: &mut Steps<'_>,
    ) -> Result<()> {
        let mut rows = BTreeMap::new();
        let mut masked = false;
        let mut shown = |line: &str| {
            let hidden = match identities {
                Identities::Masked => masked_line(line),
                Identities::Full => None,
            };
            masked |= hidden.is_some();
            hidden.unwrap_or_else(|| line.to_owned())
        };
        for table in tables(&self.conn)? {
            let path = table_path(table);
            let mut count: u64 = 0;
            out.write(&path, |to| {
                lines(&self.conn, table, |line| {
                    count += 1;
                    steps.step()?;
                    writeln!(to, "{}", shown(line)).map_err(|error| failed_at(&path, error))
                })
            })?;
            rows.insert(table.to_owned(), count);
        }
        let mut entries: u64 = 0;
        out.write(JOURNAL, |to| {
            journal_lines(&self.conn, |line| {
                entries += 1;
                steps.step()?;
                writeln!(to, "{}", shown(line)).map_err(|error| failed_at(JOURNAL, error))
            })
        })?;
        let manifest = Manifest {
            format: FORMAT,
            schema: crate::structure::STEPS.len(),
            rows,
            given: given(&self.conn)?,
            journal: entries,
            last_hash: last_hash(&self.conn)?,
            masked,
        };
        out.write(MANIFEST, |to| {
            let text = serde_json::to_string_pretty(&manifest).map_err(std::io::Error::other);
            text.and_then(|text| writeln!(to, "{text}")).map_err(|error| failed_at(MANIFEST, error))
        })
    }
}

/// The hash that ends the journal's chain.
pub(super) fn last_hash(conn: &Connection) -> Result<String> {
    let last = conn
        .query_one("SELECT hash FROM journal ORDER BY number DESC LIMIT 1", [], |row| row.get(0))
        .optional()?;
    Ok(last.unwrap_or_else(|| journal::FIRST_HASH.to_owned()))
}
