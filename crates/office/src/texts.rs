//! Reading the text of kept files for search. Never inside a change: a file is kept first, and its text follows, on a
//! host's own thread or when it is asked for, so that a slow or hostile file cannot hold up anything else.

use crate::{
    Office,
    progress::recorded,
    views::file_brief,
    wire::{Problem, ReadTexts, TextsRead, UnreadableFile},
};
use archive::{ArchiveError, FileId, KeptText};
use exchange::FileText;

/// A kept content whose text is to be read.
#[derive(Debug)]
pub struct Unread {
    file: FileId,
    bytes: Result<Vec<u8>, ArchiveError>,
}

/// What reading a content gave.
#[derive(Debug)]
pub struct ReadText {
    file: FileId,
    outcome: KeptText,
}

impl Unread {
    /// Reads it. Takes as long as it takes, so not while holding the office.
    pub fn read(self) -> ReadText {
        let outcome = match self.bytes.map(|bytes| exchange::read_text(&bytes)) {
            Ok(FileText::Text(text)) => KeptText::Read(text),
            Ok(FileText::Empty) => KeptText::Empty,
            Ok(FileText::Other) => KeptText::Other,
            Ok(FileText::Unreadable(reason)) => KeptText::Failed(reason),
            Err(error) => KeptText::Failed(error.to_string()),
        };
        ReadText { file: self.file, outcome }
    }
}

impl Office {
    /// The next kept content whose text waits to be read; none when all are.
    ///
    /// # Errors
    /// The archive's own.
    pub fn next_unread(&mut self) -> Result<Option<Unread>, Problem> {
        let Some(file) = self.archive.begin_reading()? else { return Ok(None) };
        Ok(Some(Unread { file, bytes: self.archive.read_file(file) }))
    }

    /// Keeps what was read.
    ///
    /// # Errors
    /// The archive's own.
    pub fn keep_text(&mut self, read: &ReadText) -> Result<(), Problem> {
        Ok(self.archive.end_reading(read.file, &read.outcome)?)
    }

    /// Takes a step in keeping the index of search quick; false when there is nothing left to do.
    ///
    /// # Errors
    /// The archive's own.
    pub fn join_index(&mut self) -> Result<bool, Problem> {
        Ok(self.archive.join_index()?)
    }
}

#[allow(missing_docs)] // each command is described once, in the registry
impl Office {
    pub fn read_texts(&mut self, request: ReadTexts) -> Result<TextsRead, Problem> {
        if request.again {
            self.archive.forget_texts()?;
        }
        let total = self.archive.text_counts()?.waiting as usize;
        let mut done = 0;
        while let Some(unread) = self.next_unread()? {
            recorded(&self.environment.watch, done, total)?;
            done += 1;
            self.keep_text(&unread.read())?;
        }
        while self.join_index()? {
            recorded(&self.environment.watch, done, total)?;
        }
        let counts = self.archive.text_counts()?;
        let unreadable = self.archive.unreadable()?.into_iter();
        let unreadable = unreadable
            .map(|(file, reason)| Ok(UnreadableFile { file: file_brief(self.archive.file(file)?), reason }));
        Ok(TextsRead {
            read: counts.read,
            without: counts.without,
            failed: counts.failed,
            waiting: counts.waiting,
            unreadable: unreadable.collect::<Result<_, Problem>>()?,
        })
    }
}
