//! The use cases over all other crates, and the one registry of commands that hosts serve.
//!
//! The only crate that knows the domain, the archive, drafting and layout together. Each command of
//! [`registry`] is a method of [`Office`] in the file named for its subject. No window, no SQL, no clock of its own:
//! time and user come in through [`Environment`].

mod agency;
mod backups;
mod closed;
mod conferences;
mod documents;
mod dossiers;
mod exports;
mod facts;
mod files;
mod found_list;
mod history;
mod history_words;
mod home;
mod honorees;
mod honours;
mod identity;
mod import;
mod kept;
mod layout;
mod links;
mod merging;
mod nominations;
mod printing;
pub mod problem;
mod progress;
mod register;
pub mod registry;
mod rounds;
mod sample;
mod search;
mod style;
mod texts;
mod types;
mod units;
mod views;
mod whole;
pub mod wire;

pub use closed::Closed;
pub use files::safe_file_name;
pub use merging::likeness_in_words;
pub use printing::{PrintFile, PrintJob, Printers, Sheet, print_stopped};
pub use progress::{Progress, Stage, Watch};
pub use types::typescript;

use archive::{Archive, BackupReason, Stamp};
use chrono::{DateTime, FixedOffset, NaiveDate};
use std::{cell::OnceCell, path::PathBuf};
use typesetting::Fonts;
use wire::Problem;

/// What the office is told about the world outside.
pub struct Environment {
    /// Local time.
    pub now: Box<dyn Fn() -> DateTime<FixedOffset> + Send>,
    /// User of the PC, for the journal.
    pub user: String,
    /// True on a host for tests.
    pub test_host: bool,
    /// The files of Times New Roman on this PC, each set regular, bold, italic, bold italic; none where there are none.
    /// Asked once, and only when something is laid out.
    pub times_new_roman: Box<dyn Fn() -> Vec<[Vec<u8>; 4]> + Send>,
    /// The printers of this PC.
    pub printers: Box<dyn Printers>,
    /// Told how far long work is.
    pub watch: Watch,
}

/// The office: one archive at work. One owner at a time; hosts that serve several threads put it behind a lock.
pub struct Office {
    archive: Archive,
    environment: Environment,
    /// The faces with Times New Roman of this PC, or why there are none.
    times: OnceCell<Result<Fonts, Problem>>,
    /// Lists whose order only the office knows.
    kept: kept::KeptLists,
}

impl Office {
    /// Opens the archive in `folder`, making it when there is none.
    ///
    /// # Errors
    /// The archive's own: locked by another copy, newer than this program, damaged, or the disk.
    pub fn open(folder: PathBuf, environment: Environment) -> Result<Self, Problem> {
        let archive = Archive::open(&folder, &stamp(&environment))?;
        Ok(Self::new(archive, environment))
    }

    fn new(archive: Archive, environment: Environment) -> Self {
        Self { archive, environment, times: OnceCell::new(), kept: kept::KeptLists::default() }
    }

    /// Backs the archive up if anything changed, also to the officer's own folder. Called when the program ends.
    ///
    /// # Errors
    /// The disk's that has the archive, that of the backup before the last import or merge included. That the other folder is not there or fails is remembered and said when the
    /// program is opened again: nobody is looking any more.
    pub fn close(self) -> Result<(), Problem> {
        let problem = self.finished_backup()?;
        let (stamp, reason) = (self.stamp(), BackupReason::Closing);
        self.archive.backup(reason, &stamp)?;
        let _ = self.archive.backup_elsewhere(reason, &stamp, &self.watch(Stage::Copying));
        problem.map_or(Ok(()), Err)
    }

    fn stamp(&self) -> Stamp {
        stamp(&self.environment)
    }

    fn today(&self) -> NaiveDate {
        (self.environment.now)().date_naive()
    }
}

fn stamp(environment: &Environment) -> Stamp {
    Stamp { at: (environment.now)(), who: environment.user.clone() }
}
