//! An archive that is not open: why, what can be done about it, and doing it.
//!
//! Hosts hold either an [`Office`] or a [`Closed`], and each turns into the other. The commands here are the second
//! list of the registry. What may be done in which state is decided in `archive`.

use crate::{
    Environment, Office, Progress, Stage, backups, stamp,
    wire::{
        ListBackups, Nothing, Problem, Readable, ReadableTable, Recovery, RecoveryChoice, RecoveryState,
        Restore, Restored, StartedAnew, WriteReadable,
    },
};
use archive::{ArchiveError, Backup, Choice, Obstacle, Stamp};
use std::path::{Path, PathBuf};

/// An archive's folder while the archive is not open.
pub struct Closed {
    folder: PathBuf,
    environment: Environment,
    /// Why it is not open; none when it was closed on purpose.
    why: Option<(Obstacle, Problem)>,
}

impl Office {
    /// Opens the archive in `folder`, or gives it back closed, saying why.
    ///
    /// # Errors
    /// The closed archive, with which the officer can go on.
    pub fn open_or_closed(folder: PathBuf, environment: Environment) -> Result<Self, Box<Closed>> {
        Box::new(Closed { folder, environment, why: None }).open()
    }

    /// Closes the archive on purpose, without a backup: something is to be done to it as a whole.
    pub fn leave(self) -> Box<Closed> {
        let folder = self.archive.folder().to_owned();
        Box::new(Closed { folder, environment: self.environment, why: None })
    }

    /// Looks through an archive that a command found damaged, from a new beginning, and gives what to answer. The database
    /// also calls damaged what the disk failed to read: damage that is not met again was the disk's, and the archive is open.
    pub fn look_again(self, problem: Problem) -> (Result<Self, Box<Closed>>, Problem) {
        let detail = problem.message.clone();
        let again = Box::new(Closed { why: Some((Obstacle::Damaged, problem)), ..*self.leave() }).open();
        let answer = match &again {
            Ok(_) => ArchiveError::DatabaseDisk { detail }.into(),
            Err(closed) => closed.problem(),
        };
        (again, answer)
    }
}

impl Closed {
    /// Why it is not open, as every other command answers.
    pub fn problem(&self) -> Problem {
        let closed = || Problem::new("archive-closed", "Kho dữ liệu đang đóng.");
        self.why.as_ref().map_or_else(closed, |(_, problem)| problem.clone())
    }

    /// Opens it. One that a command found damaged is looked through first.
    ///
    /// # Errors
    /// It stays closed, saying why.
    pub fn open(mut self: Box<Self>) -> Result<Office, Box<Closed>> {
        let found_damaged = matches!(self.why, Some((Obstacle::Damaged, _)));
        let opened = archive::Archive::open(&self.folder, &stamp(&self.environment));
        let sound = opened.and_then(|archive| {
            if found_damaged {
                archive.quick_check()?;
            }
            Ok(archive)
        });
        match sound {
            Ok(archive) => Ok(Office::new(archive, self.environment)),
            Err(error) => {
                self.why = Some((error.obstacle(), error.into()));
                Err(self)
            }
        }
    }

    fn stamp(&self) -> Stamp {
        stamp(&self.environment)
    }

    /// Refuses what the state does not allow: the file is sound, or the disk and not the file is at fault.
    fn allow(&self, choice: Choice) -> Result<(), Problem> {
        let allowed = match &self.why {
            // Closed on purpose: it is sound, so that going back to a backup is all there is to do.
            None => choice == Choice::Restore,
            Some((obstacle, _)) => obstacle.allows(choice),
        };
        if allowed {
            return Ok(());
        }
        match &self.why {
            Some((_, problem)) => Err(problem.clone()),
            None => Err(Problem::new("archive-sound", "Kho dữ liệu mở bình thường nên không cần việc này.")),
        }
    }
}

#[allow(missing_docs)] // each command is described once, in the registry
impl Closed {
    pub fn recovery(&mut self, request: ListBackups) -> Result<Recovery, Problem> {
        let choices = self.why.as_ref().map(|(obstacle, _)| obstacle.choices()).unwrap_or_default();
        Ok(Recovery {
            folder: self.folder.display().to_string(),
            state: self.why.as_ref().map(|(obstacle, _)| state(*obstacle)),
            problem: self.why.as_ref().map(|(_, problem)| problem.clone()),
            choices: choices.iter().copied().map(choice).collect(),
            backups: backups::listed(&self.folder, request.path.as_deref().map(Path::new))?,
        })
    }

    pub fn open_again(&mut self, _: Nothing) -> Result<Nothing, Problem> {
        // The host opens it after every command that changes something.
        Ok(Nothing {})
    }

    pub fn restore(&mut self, request: Restore) -> Result<Restored, Problem> {
        self.allow(Choice::Restore)?;
        let backup = self.find(&request.name, request.path.as_deref().map(Path::new))?;
        let watch = |done, total| (self.environment.watch)(Progress { stage: Stage::Copying, done, total });
        let done = archive::restore(&self.folder, backup, &self.stamp(), &watch)?;
        Ok(Restored {
            made_at: done.manifest.made_at,
            safety: done.safety,
            aside: done.aside,
            files: done.files as u64,
            missing: done.missing as u64,
        })
    }

    pub fn write_readable(&mut self, request: WriteReadable) -> Result<Readable, Problem> {
        self.allow(Choice::ReadOut)?;
        let done = archive::read_out(&self.folder, Path::new(&request.path), &self.stamp())?;
        let table = |read: archive::ReadTable| ReadableTable {
            table: read.table,
            rows: read.rows,
            whole: read.whole,
        };
        Ok(Readable {
            folder: done.folder.display().to_string(),
            tables: done.tables.into_iter().map(table).collect(),
        })
    }

    pub fn start_anew(&mut self, _: Nothing) -> Result<StartedAnew, Problem> {
        self.allow(Choice::StartAnew)?;
        let (_, aside) = archive::start_anew(&self.folder, &self.stamp())?;
        Ok(StartedAnew { aside })
    }

    /// The backup of that name, or the newest that can be used. A name is only ever looked up in lists.
    fn find(&self, name: &str, named: Option<&Path>) -> Result<Backup, Problem> {
        let (here, there) = backups::found(&self.folder, named)?;
        // Of one that is in both places the one beside the archive, unless a folder was named or that one is spoilt.
        let (mut first, second) = if named.is_some() { (there, Vec::new()) } else { (here, there) };
        first.extend(second);
        let wanted = |backup: &Backup| name.is_empty() || backup.name == name;
        first.retain(wanted);
        first.sort_by_key(|backup| (std::cmp::Reverse(backup.name.clone()), backup.manifest.is_err()));
        let usable = first.iter().position(|backup| backup.manifest.is_ok());
        match (usable, first.is_empty()) {
            (Some(place), _) => Ok(first.swap_remove(place)),
            // It is there but cannot be used: trying says why.
            (None, false) => Ok(first.swap_remove(0)),
            (None, true) if name.is_empty() => {
                Err(Problem::new("no-backup", "Không thấy bản sao lưu nào để khôi phục.")
                    .hint("Hãy chọn thư mục có bản sao lưu, ví dụ ổ đĩa rời hay thư mục trên mạng."))
            }
            (None, true) => Err(ArchiveError::NoBackup { name: name.to_owned() }.into()),
        }
    }
}

fn state(obstacle: Obstacle) -> RecoveryState {
    match obstacle {
        Obstacle::Locked => RecoveryState::Locked,
        Obstacle::UnsafeFolder => RecoveryState::UnsafeFolder,
        Obstacle::Newer => RecoveryState::Newer,
        Obstacle::NotAnArchive => RecoveryState::NotAnArchive,
        Obstacle::Missing => RecoveryState::Missing,
        Obstacle::Damaged => RecoveryState::Damaged,
        Obstacle::UpgradeFailed => RecoveryState::UpgradeFailed,
        Obstacle::DiskFull => RecoveryState::DiskFull,
        Obstacle::ReadOnly => RecoveryState::ReadOnly,
        Obstacle::DiskError => RecoveryState::DiskError,
        Obstacle::Defect => RecoveryState::Defect,
    }
}

fn choice(choice: Choice) -> RecoveryChoice {
    match choice {
        Choice::TryAgain => RecoveryChoice::TryAgain,
        Choice::Restore => RecoveryChoice::Restore,
        Choice::ReadOut => RecoveryChoice::ReadOut,
        Choice::OpenFolder => RecoveryChoice::OpenFolder,
        Choice::StartAnew => RecoveryChoice::StartAnew,
    }
}
