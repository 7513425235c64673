//! The states in which an archive does not open, and what the officer can choose to do in each.
//!
//! The states are designed, not discovered: every failure of opening is one of them. Damage is only what SQLite calls
//! damage; a disk that fails to read is never taken for it, and then nothing is moved.

use crate::ArchiveError;
use std::io::ErrorKind;

/// Why the archive is not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Obstacle {
    /// A second copy of the program, or another program, has it.
    Locked,
    /// The folder is on a network or is copied by a cloud program.
    UnsafeFolder,
    /// Written by a newer version. Not one byte is changed.
    Newer,
    /// The file is no archive.
    NotAnArchive,
    /// The database is gone but kept files or backups are there: no new archive is made silently.
    Missing,
    /// The database is damaged.
    Damaged,
    /// Its structure could not be brought up to date; it is as it was.
    UpgradeFailed,
    /// The disk is full.
    DiskFull,
    /// The folder or the file cannot be written.
    ReadOnly,
    /// The disk failed to read or write. That says nothing about the archive.
    DiskError,
    /// A defect of the program.
    Defect,
}

/// What the officer can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Choice {
    /// Open again, after the cause is gone.
    TryAgain,
    /// Go back to a backup. What is there is set aside, never deleted.
    Restore,
    /// Write out what can still be read.
    ReadOut,
    /// Look at the folder.
    OpenFolder,
    /// Set what is there aside and begin with an empty archive.
    StartAnew,
}

impl Obstacle {
    /// Every state.
    pub const ALL: [Obstacle; 11] = [
        Obstacle::Locked,
        Obstacle::UnsafeFolder,
        Obstacle::Newer,
        Obstacle::NotAnArchive,
        Obstacle::Missing,
        Obstacle::Damaged,
        Obstacle::UpgradeFailed,
        Obstacle::DiskFull,
        Obstacle::ReadOnly,
        Obstacle::DiskError,
        Obstacle::Defect,
    ];

    /// What can be done, the best first. Where the file is sound or says nothing, none of it touches the file.
    pub fn choices(self) -> &'static [Choice] {
        use Choice::{OpenFolder, ReadOut, Restore, StartAnew, TryAgain};
        match self {
            Obstacle::Locked | Obstacle::UnsafeFolder => &[TryAgain],
            Obstacle::Newer | Obstacle::DiskFull | Obstacle::ReadOnly | Obstacle::DiskError => {
                &[TryAgain, OpenFolder]
            }
            Obstacle::Damaged => &[Restore, ReadOut, TryAgain, OpenFolder, StartAnew],
            Obstacle::NotAnArchive | Obstacle::Missing => &[Restore, TryAgain, OpenFolder, StartAnew],
            Obstacle::UpgradeFailed | Obstacle::Defect => &[TryAgain, ReadOut, Restore, OpenFolder],
        }
    }

    /// True when the officer may do that now.
    pub fn allows(self, choice: Choice) -> bool {
        self.choices().contains(&choice)
    }
}

impl ArchiveError {
    /// The state that a failure to open means.
    pub fn obstacle(&self) -> Obstacle {
        match self {
            Self::Locked { .. } => Obstacle::Locked,
            Self::UnsafeFolder { .. } => Obstacle::UnsafeFolder,
            Self::Newer { .. } => Obstacle::Newer,
            Self::NotAnArchive { .. } => Obstacle::NotAnArchive,
            Self::Missing { .. } => Obstacle::Missing,
            Self::Damaged { .. } | Self::JournalDamaged { .. } => Obstacle::Damaged,
            Self::UpgradeFailed { .. } => Obstacle::UpgradeFailed,
            Self::DiskFull => Obstacle::DiskFull,
            Self::ReadOnly { .. } => Obstacle::ReadOnly,
            Self::Disk { source, .. } => match source.kind() {
                ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Obstacle::ReadOnly,
                ErrorKind::QuotaExceeded => Obstacle::DiskFull,
                _ => Obstacle::DiskError,
            },
            Self::DatabaseDisk { .. } => Obstacle::DiskError,
            _ => Obstacle::Defect,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_touches_the_file_is_offered_only_where_the_file_is_known_to_be_bad() {
        for obstacle in Obstacle::ALL {
            let harmless = matches!(
                obstacle,
                Obstacle::Locked
                    | Obstacle::UnsafeFolder
                    | Obstacle::Newer
                    | Obstacle::DiskFull
                    | Obstacle::ReadOnly
                    | Obstacle::DiskError
            );
            let touches = obstacle.allows(Choice::Restore) || obstacle.allows(Choice::StartAnew);
            assert_eq!(harmless, !touches, "{obstacle:?}");
            assert!(obstacle.allows(Choice::TryAgain), "{obstacle:?} is never a dead end");
        }
    }

    #[test]
    fn a_failing_disk_is_never_called_damage() {
        let failed = |kind: ErrorKind| ArchiveError::disk("đọc", "x".as_ref())(kind.into()).obstacle();
        assert_eq!(failed(ErrorKind::Other), Obstacle::DiskError);
        assert_eq!(failed(ErrorKind::StorageFull), Obstacle::DiskFull);
        assert_eq!(failed(ErrorKind::PermissionDenied), Obstacle::ReadOnly);
        let sqlite = |code: i32| {
            let error = rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(code), None);
            ArchiveError::from(error).obstacle()
        };
        assert_eq!(sqlite(rusqlite::ffi::SQLITE_IOERR), Obstacle::DiskError);
        assert_eq!(sqlite(rusqlite::ffi::SQLITE_FULL), Obstacle::DiskFull);
        assert_eq!(sqlite(rusqlite::ffi::SQLITE_READONLY), Obstacle::ReadOnly);
        assert_eq!(sqlite(rusqlite::ffi::SQLITE_CORRUPT), Obstacle::Damaged);
    }
}
