//! Searches that the officer named. What they ask is the host's text, kept as it is; it is not read here.

use rusqlite::params;

use crate::{ArchiveError, Records, Result, Tx};

/// A search with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedSearch {
    /// Its name; each is given once.
    pub name: String,
    /// What it asks: JSON.
    pub request: String,
}

impl Records {
    /// All saved searches by name.
    pub fn saved_searches(&self) -> Result<Vec<SavedSearch>> {
        let mut query = self.conn.prepare_cached("SELECT name, request FROM saved_search")?;
        let mut all: Vec<SavedSearch> = query
            .query_map([], |row| Ok(SavedSearch { name: row.get(0)?, request: row.get(1)? }))?
            .collect::<Result<_, _>>()?;
        all.sort_by(|a, b| commendation::text::compare_words(&a.name, &b.name));
        Ok(all)
    }
}

impl Tx<'_> {
    /// Saves a search under a name; one of that name is replaced.
    pub fn save_search(&self, saved: &SavedSearch) -> Result<()> {
        self.conn
            .prepare_cached(
                "INSERT INTO saved_search (name, request, changed_at) VALUES (?1, ?2, ?3)
                 ON CONFLICT (name) DO UPDATE SET request = excluded.request, changed_at = excluded.changed_at
                 WHERE request <> excluded.request",
            )?
            .execute(params![saved.name, saved.request, self.stamp.time()])?;
        Ok(())
    }

    /// Gives a saved search another name.
    ///
    /// # Errors
    /// `Refused` when there is none of the name, or another has the new one.
    pub fn rename_search(&self, name: &str, new_name: &str) -> Result<()> {
        if name == new_name {
            return Ok(());
        }
        let taken =
            self.conn.prepare_cached("SELECT 1 FROM saved_search WHERE name = ?1")?.exists([new_name])?;
        if taken {
            let message = format!("Đã có tìm kiếm tên “{new_name}”. Hãy đặt tên khác.");
            return Err(ArchiveError::Refused { message });
        }
        let renamed = self
            .conn
            .prepare_cached("UPDATE saved_search SET name = ?2, changed_at = ?3 WHERE name = ?1")?
            .execute(params![name, new_name, self.stamp.time()])?;
        if renamed == 0 { Err(no_search(name)) } else { Ok(()) }
    }

    /// Takes a saved search away.
    ///
    /// # Errors
    /// `Refused` when there is none of the name.
    pub fn remove_search(&self, name: &str) -> Result<()> {
        let removed =
            self.conn.prepare_cached("DELETE FROM saved_search WHERE name = ?1")?.execute([name])?;
        if removed == 0 { Err(no_search(name)) } else { Ok(()) }
    }
}

fn no_search(name: &str) -> ArchiveError {
    ArchiveError::Refused { message: format!("Không có tìm kiếm đã lưu tên “{name}”.") }
}
