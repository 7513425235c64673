//! The use cases over all other crates, and the one registry of commands that hosts serve.
//!
//! The only crate that knows the domain, the archive, drafting and layout together. Each command of
//! [`registry`] is a method of [`Office`] in the file named for its subject. No window, no SQL, no clock of its own:
//! time and user come in through [`Environment`].

mod agency;
mod conferences;
mod documents;
mod facts;
mod files;
mod history;
mod home;
mod honorees;
mod import;
pub mod problem;
pub mod registry;
mod rounds;
mod sample;
mod search;
mod types;
mod views;
pub mod wire;

pub use types::typescript;

use archive::{Archive, Stamp};
use chrono::{DateTime, FixedOffset, NaiveDate};
use std::{path::PathBuf, sync::OnceLock};
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
}

/// The office: one archive at work. One owner at a time; hosts that serve several threads put it behind a lock.
pub struct Office {
    archive: Archive,
    environment: Environment,
}

impl Office {
    /// Opens the archive in `folder`, making it when there is none.
    ///
    /// # Errors
    /// The archive's own: locked by another copy, newer than this program, damaged, or the disk.
    pub fn open(folder: PathBuf, environment: Environment) -> Result<Self, Problem> {
        let archive = Archive::open(&folder, &stamp(&environment))?;
        Ok(Self { archive, environment })
    }

    /// Backs the archive up if anything changed. Called when the program ends.
    ///
    /// # Errors
    /// The disk's.
    pub fn close(self) -> Result<(), Problem> {
        self.archive.backup(&stamp(&self.environment))?;
        Ok(())
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

/// The faces, parsed once for the life of the program and only when something is laid out.
fn fonts() -> &'static Fonts {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    FONTS.get_or_init(Fonts::bundled)
}
