//! Every fact as text, so that two archives can be compared.

use sha2::{Digest, Sha256};

use crate::{Records, Result, journal};

impl Records {
    /// Hands over every fact as one line of JSON, tables and rows in a fixed order: two archives with the same lines hold
    /// the same. The journal, the undo steps and what is made from facts (the search index) are left out.
    pub fn dump(&self, mut line: impl FnMut(&str)) -> Result<()> {
        for (table, _) in journal::TABLES {
            let columns = journal::columns(&self.conn, table)?;
            let pairs: Vec<String> = columns.iter().map(|column| format!("'{column}', {column}")).collect();
            let sql = format!(
                "SELECT json_object('table', '{table}', {}) FROM {table} ORDER BY id",
                pairs.join(", ")
            );
            let mut query = self.conn.prepare(&sql)?;
            let mut rows = query.query([])?;
            while let Some(row) = rows.next()? {
                line(&row.get::<_, String>(0)?);
            }
        }
        Ok(())
    }

    /// SHA-256, hex, over [`Records::dump`].
    pub fn fingerprint(&self) -> Result<String> {
        let mut sha = Sha256::new();
        self.dump(|line| {
            sha.update(line.as_bytes());
            sha.update(b"\n");
        })?;
        Ok(journal::hex(&sha.finalize()))
    }
}
