//! The text of kept files, once for each content: what waits to be read, and what was read.
//!
//! Not a fact: it is made from the files and can be made again, so it does not pass the gate for changes and has no
//! place in the journal. Reading the formats is not here; nothing is read inside a change.

use rusqlite::{OptionalExtension, params};
use unicode_normalization::UnicodeNormalization;

use crate::{Archive, FileId, Records, Result};

/// How often reading of a content begins. A program that died while reading has begun but not ended it.
const TRIES: u32 = 2;
/// Letters of a content that are kept for search.
pub const KEPT_LETTERS: usize = 400_000;

/// What became of reading a content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeptText {
    /// Its text.
    Read(String),
    /// It has none: a scan, an empty paper.
    Empty,
    /// It is of no kind that is read: a picture, a workbook.
    Other,
    /// Why it could not be read, in Vietnamese.
    Failed(String),
}

/// How many contents are in which state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TextCounts {
    /// Read, with text.
    pub read: u32,
    /// Without text, or of a kind that is not read.
    pub without: u32,
    /// Not readable.
    pub failed: u32,
    /// Not read yet.
    pub waiting: u32,
}

impl Archive {
    /// The newest content that waits to be read, marked as begun; none when there is none. One on which reading began
    /// before and never ended is given up.
    pub fn begin_reading(&mut self) -> Result<Option<FileId>> {
        self.conn
            .prepare_cached(
                "UPDATE kept_text SET state = 'failed', reason = 'Chương trình dừng giữa chừng khi đọc tệp này.'
                 WHERE state = 'waiting' AND tries >= ?1",
            )?
            .execute([TRIES])?;
        let next = self
            .conn
            .prepare_cached(
                "UPDATE kept_text SET tries = tries + 1
                 WHERE id = (SELECT id FROM kept_text WHERE state = 'waiting' ORDER BY id DESC LIMIT 1)
                 RETURNING (SELECT max(file.id) FROM file WHERE file.sha256 = kept_text.sha256)",
            )?
            .query_one([], |row| row.get::<_, Option<FileId>>(0))
            .optional()?;
        Ok(next.flatten())
    }

    /// Keeps what was read of a file. Nothing happens when the file is gone meanwhile.
    pub fn end_reading(&mut self, file: FileId, outcome: &KeptText) -> Result<()> {
        let (state, reason, text) = match outcome {
            KeptText::Read(text) => {
                let text: String = text.nfc().collect();
                (
                    "read",
                    "",
                    text.chars().take(KEPT_LETTERS).map(|c| if c.is_control() { ' ' } else { c }).collect(),
                )
            }
            KeptText::Empty => ("empty", "", String::new()),
            KeptText::Other => ("other", "", String::new()),
            KeptText::Failed(reason) => ("failed", reason.as_str(), String::new()),
        };
        self.conn
            .prepare_cached(
                "UPDATE kept_text SET state = ?2, reason = ?3, tries = 0
                 WHERE sha256 = (SELECT sha256 FROM file WHERE id = ?1)",
            )?
            .execute(params![file, state, reason])?;
        // Apart, so that the index is only written for a text that is another.
        self.conn
            .prepare_cached(
                "UPDATE kept_text SET text = ?2 WHERE sha256 = (SELECT sha256 FROM file WHERE id = ?1) AND text <> ?2",
            )?
            .execute(params![file, text])?;
        Ok(())
    }

    /// Has every content read again.
    pub fn forget_texts(&mut self) -> Result<()> {
        self.conn.execute("UPDATE kept_text SET state = 'waiting', tries = 0, reason = ''", [])?;
        Ok(())
    }
}

impl Records {
    /// How many contents are in which state.
    pub fn text_counts(&self) -> Result<TextCounts> {
        let mut query = self.conn.prepare_cached(
            "SELECT count(*) FILTER (WHERE state = 'read'), count(*) FILTER (WHERE state IN ('empty', 'other')),
               count(*) FILTER (WHERE state = 'failed'), count(*) FILTER (WHERE state = 'waiting') FROM kept_text",
        )?;
        Ok(query.query_one([], |row| {
            Ok(TextCounts {
                read: row.get(0)?,
                without: row.get(1)?,
                failed: row.get(2)?,
                waiting: row.get(3)?,
            })
        })?)
    }

    /// How many contents wait to be read.
    pub fn waiting_texts(&self) -> Result<u32> {
        let mut query = self.conn.prepare_cached("SELECT count(*) FROM kept_text WHERE state = 'waiting'")?;
        Ok(query.query_one([], |row| row.get(0))?)
    }

    /// Files that could not be read, with the reason.
    pub fn unreadable(&self) -> Result<Vec<(FileId, String)>> {
        let mut query = self.conn.prepare_cached(
            "SELECT max(file.id), reason FROM kept_text JOIN file ON file.sha256 = kept_text.sha256
             WHERE state = 'failed' GROUP BY kept_text.id ORDER BY kept_text.id",
        )?;
        Ok(query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
    }
}
