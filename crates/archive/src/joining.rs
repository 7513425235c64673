//! Upkeep of the index of search. Every change leaves a part of its own in it, FTS5 joins some of them, and each part is
//! opened for each word that somebody looks for: an index in many parts is slow. They are joined into one a step at a
//! time, by whoever has time. Not a fact: it does not pass the gate for changes and has no place in the journal.

use crate::{Archive, Result};

/// Parts that are left as they are.
const MOST_PARTS: i64 = 8;
/// Pages written in a step, so that nobody waits long for its end.
const PAGES: i64 = 100;

impl Archive {
    /// Takes a step in joining the parts of the index, when they are many. False when there is nothing left to do.
    ///
    /// # Errors
    /// Those of the database.
    pub fn join_index(&mut self) -> Result<bool> {
        if self.index_parts()? <= MOST_PARTS {
            return Ok(false);
        }
        let before = self.conn.total_changes();
        // Below zero: all parts into one, going on where the last step stopped.
        self.conn
            .prepare_cached("INSERT INTO search (search, rank) VALUES ('merge', ?1)")?
            .execute([-PAGES])?;
        // FTS5 counts the statement itself; what it wrote comes on top.
        Ok(self.conn.total_changes() - before >= 2)
    }

    fn index_parts(&self) -> Result<i64> {
        let mut query = self.conn.prepare_cached("SELECT count(DISTINCT segid) FROM search_idx")?;
        Ok(query.query_one([], |row| row.get(0))?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Action, Search, Stamp};
    use chrono::DateTime;

    #[test]
    fn an_index_in_many_parts_is_joined_and_finds_the_same() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = DateTime::parse_from_rfc3339("2026-01-05T08:00:00+07:00").expect("a time");
        let stamp = Stamp { at, who: "lan".into() };
        let mut archive = Archive::open(folder.path(), &stamp).expect("an archive");
        assert!(!archive.join_index().expect("joined"), "an index in few parts is left alone");
        let mut added = 0;
        while archive.index_parts().expect("parts") <= MOST_PARTS {
            let round = commendation::Round { name: format!("Đợt {added}"), year: 2025 };
            archive.transact(Action::new("Thêm"), &stamp, |tx| tx.add_round(&round)).expect("added");
            added += 1;
            assert!(added < 1_000, "every change leaves a part");
        }
        let found = |archive: &Archive| {
            archive.search(&Search { text: "đợt".into(), ..Search::default() }).expect("search")
        };
        let before = found(&archive);
        for _ in 0..100 {
            if !archive.join_index().expect("joined") {
                break;
            }
        }
        assert_eq!(archive.index_parts().expect("parts"), 1, "one part is left");
        assert_eq!(found(&archive), before, "the same is found");
        assert!(archive.check().expect("checked").is_sound(), "and the archive is sound");
    }
}
