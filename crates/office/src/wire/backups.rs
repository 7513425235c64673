//! Backups, going back to one, and an archive that does not open.

use super::Problem;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

wire! {
    /// How the backups stand, for the status bar. Told from what is on this PC, so that no network is waited for.
    pub struct BackupStanding {
        /// When the last good one beside the archive was made, RFC 3339 local time.
        last_at: Option<String>,
        /// True while the one before an import or a merge is being made, which the work does not wait for.
        making: bool,
        /// Why that one could not be made.
        problem: Option<Problem>,
        /// The officer's own folder.
        folder: Option<String>,
        /// When the last good one there was made.
        folder_last_at: Option<String>,
        /// Why the last try there made none.
        folder_problem: Option<Problem>,
    }

    /// A backup in a list.
    pub struct BackupView {
        /// Its file name: how it is named when going back to it.
        name: String,
        /// Where it is.
        place: BackupPlace,
        /// When it was made, RFC 3339 local time; none when that cannot be read.
        made_at: Option<String>,
        /// Why it was made.
        reason: Option<BackupReason>,
        /// How much is in it; none when it cannot be used.
        contents: Option<BackupContents>,
        /// Why it cannot be used.
        problem: Option<Problem>,
    }

    /// How much a backup holds.
    pub struct BackupContents {
        /// Documents.
        documents: u64,
        /// Honorees.
        honorees: u64,
        /// Awards.
        awards: u64,
        /// Conferences.
        conferences: u64,
        /// Kept files.
        files: u64,
        /// Bytes of the database and of the kept files.
        bytes: u64,
        /// The last change in it.
        last_change: Option<LastChange>,
    }

    /// The last change in a backup.
    pub struct LastChange {
        /// When, RFC 3339 local time.
        at: String,
        /// Who.
        who: String,
        /// What, in Vietnamese.
        action: String,
    }

    /// Lists backups.
    pub struct ListBackups {
        /// A folder to look in instead of the one chosen for backups.
        path: Option<String>,
    }

    /// Backups, newest first.
    pub struct Backups {
        /// How they stand.
        standing: BackupStanding,
        /// True when the officer's folder is there now.
        present: bool,
        /// Those beside the archive and those in the folder.
        backups: Vec<BackupView>,
    }

    /// Chooses the folder for backups.
    pub struct ChooseBackupFolder {
        /// The folder; none for no folder.
        path: Option<String>,
    }

    /// What a backup that was asked for did.
    pub struct BackedUp {
        /// True when one was made beside the archive; false when nothing had changed since the last one.
        made: bool,
        /// Kept files copied to the officer's folder.
        files: u64,
        /// Kept files that are missing or changed in the archive and could not be copied.
        missing: u64,
        /// Why nothing was made in the officer's folder.
        folder_problem: Option<Problem>,
        /// How they stand now.
        standing: BackupStanding,
    }

    /// Brings missing and changed files back.
    pub struct MendFiles {
        /// A folder to look in before the one chosen for backups.
        path: Option<String>,
    }

    /// What became of them.
    pub struct Mended {
        /// How many are whole again.
        mended: u64,
        /// Those that were found nowhere, by name.
        left: Vec<String>,
    }

    /// An archive as it was found.
    pub struct Recovery {
        /// Its folder.
        folder: String,
        /// Why it is not open; none when it opens.
        state: Option<RecoveryState>,
        /// The same in words.
        problem: Option<Problem>,
        /// What can be done, the best first.
        choices: Vec<RecoveryChoice>,
        /// What can be gone back to.
        backups: Backups,
    }

    /// Goes back to a backup.
    pub struct Restore {
        /// Its name; empty for the newest that can be used.
        name: String,
        /// The folder it is in, when not one of the archive's own.
        path: Option<String>,
    }

    /// What was gone back to.
    pub struct Restored {
        /// When the backup was made, RFC 3339 local time.
        made_at: String,
        /// The backup made of what was there before.
        safety: Option<String>,
        /// The name under which the damaged database was set aside.
        aside: Option<String>,
        /// Kept files copied back.
        files: u64,
        /// Kept files that were found nowhere.
        missing: u64,
    }

    /// Writes out what can still be read.
    pub struct WriteReadable {
        /// Into a new folder inside this one.
        path: String,
    }

    /// What was written out.
    pub struct Readable {
        /// The new folder.
        folder: String,
        /// Each table.
        tables: Vec<ReadableTable>,
    }

    /// How much of a table could be read.
    pub struct ReadableTable {
        /// Its name.
        table: String,
        /// Rows read.
        rows: u64,
        /// False when a part could not be read.
        whole: bool,
    }

    /// An empty archive was made.
    pub struct StartedAnew {
        /// The name under which what was there is set aside.
        aside: Option<String>,
    }
}

wire_enum! {
    /// Where a backup is.
    pub enum BackupPlace {
        /// Beside the archive.
        Here,
        /// In the officer's folder, or one that was named.
        Folder,
    }

    /// Why a backup was made.
    pub enum BackupReason {
        /// The officer asked for it.
        Asked,
        /// The program was closed.
        Closing,
        /// Before something that changes much.
        BeforeRisk,
        /// Before the structure was brought up to date.
        BeforeUpgrade,
        /// Before going back to another backup.
        BeforeRestore,
    }

    /// Why an archive is not open.
    pub enum RecoveryState {
        /// Another copy of the program has it.
        Locked,
        /// The folder is no safe place.
        UnsafeFolder,
        /// Written by a newer version.
        Newer,
        /// No archive.
        NotAnArchive,
        /// The database is gone.
        Missing,
        /// The database is damaged.
        Damaged,
        /// The structure could not be brought up to date.
        UpgradeFailed,
        /// The disk is full.
        DiskFull,
        /// It cannot be written.
        ReadOnly,
        /// The disk fails.
        DiskError,
        /// A defect of the program.
        Defect,
    }

    /// What can be done about it.
    pub enum RecoveryChoice {
        /// Open again.
        TryAgain,
        /// Go back to a backup.
        Restore,
        /// Write out what can still be read.
        ReadOut,
        /// Look at the folder.
        OpenFolder,
        /// Begin with an empty archive.
        StartAnew,
    }
}
