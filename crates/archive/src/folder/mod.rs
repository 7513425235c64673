//! The whole archive as a folder that a person can read without this program, and back in again.
//!
//! `dữ liệu/` holds every fact once, a table to a file and a row to a line, made generically from
//! `journal::TABLES` so that no table is forgotten, with the journal and `kho.json`, which says
//! what there must be. Beside it lie the kept files under readable names in folders by year and round, conference or
//! document, each with a composed record. `SHA256SUMS` covers every file. Row numbers are kept as they are, so what
//! comes back in is equal line for line. Steps of undo are not carried: they belong to the PC's own work.
//!
//! Not here: the index in Excel and the words of `ĐỌC-TÔI.txt` (`office`).

mod line;
mod listing;
pub mod names;
mod out;
mod papers;
mod read;
mod stage;
mod tables;

pub use line::{Cell, read_line};
pub use listing::Listing;
pub use out::{FolderOut, Written};
pub use papers::Places;
pub use read::{FolderSummary, TakenIn};

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::ControlFlow;

use crate::{ArchiveError, Result};

/// How identity numbers are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Identities {
    /// All but the last digits hidden.
    Masked,
    /// As they are.
    Full,
}

/// Told how many pieces of all are done; `Break` stops the work.
pub type FolderWatch<'a> = &'a dyn Fn(usize, usize) -> ControlFlow<()>;

/// Hashes of all other files, as `sha256sum` writes and checks them.
pub const SUMS: &str = "SHA256SUMS";
/// What is what, for people.
pub const READ_ME: &str = "ĐỌC-TÔI.txt";
/// The index in Excel.
pub const INDEX: &str = "Mục lục.xlsx";
/// The folder of the facts.
const DATA: &str = "dữ liệu";
/// What there must be.
const MANIFEST: &str = "dữ liệu/kho.json";
/// The journal.
const JOURNAL: &str = "dữ liệu/journal.jsonl";
/// Name of a composed record.
const RECORD: &str = "thông tin.json";
/// The form of the folder.
const FORMAT: u32 = 1;

/// What the folder says it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    /// The form of the folder.
    format: u32,
    /// The structure of the archive that the rows are of.
    schema: usize,
    /// Rows of each table.
    rows: BTreeMap<String, u64>,
    /// The last row number ever given in each table: it is never given again.
    given: BTreeMap<String, i64>,
    /// Entries of the journal.
    journal: u64,
    /// The hash that ends the journal's chain.
    last_hash: String,
    /// True when identity numbers are masked: such a folder is for reading, and is not taken in.
    masked: bool,
}

/// SHA-256 of bytes, lower-case hex.
pub fn sha256(bytes: &[u8]) -> String {
    crate::file::digest(bytes)
}

/// Where a table's rows are.
fn table_path(table: &str) -> String {
    format!("{DATA}/{table}.jsonl")
}

/// Tells how far it is, now and then; an error when the watch says stop.
struct Steps<'a> {
    watch: FolderWatch<'a>,
    done: usize,
    total: usize,
}

/// How often a watch is told of at most.
const CALLS: usize = 200;

impl<'a> Steps<'a> {
    fn new(watch: FolderWatch<'a>, total: usize) -> Self {
        Self { watch, done: 0, total }
    }

    fn step(&mut self) -> Result<()> {
        self.done += 1;
        let seldom = (self.total / CALLS).max(1);
        let told =
            self.done.is_multiple_of(seldom).then(|| (self.watch)(self.done.min(self.total), self.total));
        if told.is_some_and(|answer| answer.is_break()) { Err(ArchiveError::Stopped) } else { Ok(()) }
    }
}
