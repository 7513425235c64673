//! Backups while the archive is open: made at the end and before anything risky, chosen where, listed; and kept files
//! brought back from them. Going back to one needs the archive closed: `closed`.

use crate::{
    Office, Stage,
    wire::{
        BackedUp, BackupContents, BackupPlace, BackupReason, BackupStanding, BackupView, Backups,
        ChooseBackupFolder, LastChange, ListBackups, MendFiles, Mended, Nothing, Problem,
    },
};
use archive::{Backup, Elsewhere, Notice};
use std::path::Path;

#[allow(missing_docs)] // each command is described once, in the registry
impl Office {
    pub fn backups(&mut self, request: ListBackups) -> Result<Backups, Problem> {
        let listed = listed(self.archive.folder(), request.path.as_deref().map(Path::new))?;
        let BackupStanding { making, problem, .. } = self.backup_standing()?;
        Ok(Backups { standing: BackupStanding { making, problem, ..listed.standing }, ..listed })
    }

    pub fn back_up(&mut self, _: Nothing) -> Result<BackedUp, Problem> {
        let stamp = self.stamp();
        let made = self.archive.backup(archive::BackupReason::Asked, &stamp)?.is_some();
        let copied =
            self.archive.backup_elsewhere(archive::BackupReason::Asked, &stamp, &self.watch(Stage::Copying));
        let (files, missing, folder_problem) = match copied {
            Ok(copied) => copied.map_or((0, 0, None), |copied| (copied.files, copied.missing, None)),
            Err(archive::ArchiveError::Stopped) => return Err(crate::progress::stopped()),
            // One was made here all the same: said, and no failure of the command.
            Err(error) => (0, 0, Some(error.into())),
        };
        Ok(BackedUp {
            made,
            files: files as u64,
            missing: missing as u64,
            folder_problem,
            standing: self.backup_standing()?,
        })
    }

    pub fn choose_backup_folder(&mut self, request: ChooseBackupFolder) -> Result<BackupStanding, Problem> {
        self.archive.choose_elsewhere(request.path.as_deref().map(Path::new))?;
        self.backup_standing()
    }

    pub fn mend_files(&mut self, request: MendFiles) -> Result<Mended, Problem> {
        let from = request.path.as_deref().map(Path::new);
        let done = self.archive.mend_files(from, &self.stamp(), &self.watch(Stage::Copying))?;
        Ok(Mended { mended: done.mended as u64, left: done.left.into_iter().map(|file| file.name).collect() })
    }
}

impl Office {
    /// Begins to back the archive up as it is, if anything changed, before something that changes much and is more than
    /// one step to take back: an import, a merge. The archive's own file stays as it is until the copy is verified.
    ///
    /// # Errors
    /// The disk's, when it cannot even begin: then the risk is not taken. What comes later is in `status`.
    pub fn backup_before_risk(&self) -> Result<(), Problem> {
        Ok(self.archive.back_up_beside(&self.stamp())?)
    }

    /// Waits for a backup that is being made beside the work; why it could not be made.
    ///
    /// # Errors
    /// The disk's.
    pub fn finished_backup(&self) -> Result<Option<Problem>, Problem> {
        self.archive.wait_for_backup()?;
        Ok(self.backup_standing()?.problem)
    }

    /// How the backups stand, for the status bar.
    pub(crate) fn backup_standing(&self) -> Result<BackupStanding, Problem> {
        let problem = self.archive.backup_problem()?.map(|text| {
            Problem::new(
                "backup-failed",
                format!("Chưa sao lưu được kho trước lần nhập hoặc gộp vừa rồi. {text}"),
            )
            .hint("Việc vừa làm đã được lưu và vẫn hoàn tác được. Hãy xử lý trục trặc rồi sao lưu lại.")
            .value("detail", text)
        });
        let last_at = self.archive.newest_backup()?.map(|newest| newest.made_at);
        let making = self.archive.is_backing_up();
        Ok(BackupStanding { making, problem, ..standing(last_at, self.archive.elsewhere()?) })
    }

    /// What was met and settled when the archive was opened.
    pub(crate) fn notices(&self) -> Vec<Problem> {
        self.archive.notices().iter().map(notice).collect()
    }
}

fn notice(notice: &Notice) -> Problem {
    match notice {
        Notice::Unclean => Problem::new(
            "unclean-end",
            "Lần trước chương trình chưa đóng đúng cách. Đã kiểm tra: kho dữ liệu vẫn nguyên vẹn.",
        ),
        Notice::Upgraded { from, to, backup, again } => {
            let (code, lead) = match again {
                true => ("upgrade-resumed", "Lần nâng cấp trước bị ngắt giữa chừng; nay đã nâng cấp xong"),
                false => ("archive-upgraded", "Đã nâng cấp kho dữ liệu"),
            };
            Problem::new(
                code,
                format!("{lead} từ cấu trúc {from} lên {to}. Bản sao lưu trước khi nâng cấp: {backup}."),
            )
            .value("from", from.to_string())
            .value("to", to.to_string())
            .value("backup", backup.clone())
        }
        Notice::RestoreFinished { made_at, aside } => {
            let kept = aside.as_ref().map(|name| format!(" Tệp hỏng được giữ lại với tên {name}."));
            Problem::new(
                "restore-finished",
                format!(
                    "Lần khôi phục trước bị ngắt giữa chừng; nay đã khôi phục xong.{}",
                    kept.unwrap_or_default()
                ),
            )
            .value("madeAt", made_at.clone())
        }
    }
}

/// Backups beside an archive and in a folder that the officer named, or in the one chosen, of which only those of this
/// archive count: others may use the same folder.
pub(crate) fn found(folder: &Path, named: Option<&Path>) -> Result<(Vec<Backup>, Vec<Backup>), Problem> {
    let chosen = archive::elsewhere_of(folder)?.map(|chosen| chosen.folder);
    let (here, mut there) = archive::backups_at(folder, named.or(chosen.as_deref()))?;
    let first = |backup: &Backup| backup.manifest.as_ref().ok().map(|known| known.description.first.clone());
    let own: Vec<String> = here.iter().filter_map(first).collect();
    if named.is_none() && !own.is_empty() {
        there.retain(|backup| first(backup).is_none_or(|first| own.contains(&first)));
    }
    Ok((here, there))
}

/// The same as the interface shows them, newest first.
pub(crate) fn listed(folder: &Path, named: Option<&Path>) -> Result<Backups, Problem> {
    let chosen = archive::elsewhere_of(folder)?;
    let present = named.or(chosen.as_ref().map(|chosen| chosen.folder.as_path())).is_some_and(Path::is_dir);
    let (here, there) = found(folder, named)?;
    let last_at = here.iter().find_map(|backup| Some(backup.manifest.as_ref().ok()?.made_at.clone()));
    let mut backups: Vec<BackupView> = Vec::new();
    backups.extend(here.into_iter().map(|backup| view(backup, BackupPlace::Here)));
    backups.extend(there.into_iter().map(|backup| view(backup, BackupPlace::Folder)));
    backups.sort_by(|a, b| b.name.cmp(&a.name));
    Ok(Backups { standing: standing(last_at, chosen), present, backups })
}

fn standing(last_at: Option<String>, elsewhere: Option<Elsewhere>) -> BackupStanding {
    let Some(Elsewhere { folder, last_at: folder_last_at, problem, absent }) = elsewhere else {
        return BackupStanding {
            last_at,
            making: false,
            problem: None,
            folder: None,
            folder_last_at: None,
            folder_problem: None,
        };
    };
    let name = folder.display().to_string();
    let code = if absent { "backup-folder-absent" } else { "backup-folder-failed" };
    let folder_problem = problem
        .map(|text| Problem::new(code, text.clone()).value("folder", name.clone()).value("detail", text));
    BackupStanding {
        last_at,
        making: false,
        problem: None,
        folder: Some(name),
        folder_last_at,
        folder_problem,
    }
}

fn view(backup: Backup, place: BackupPlace) -> BackupView {
    let Backup { name, manifest, .. } = backup;
    match manifest {
        Err(error) => BackupView {
            name,
            place,
            made_at: None,
            reason: None,
            contents: None,
            problem: Some(error.into()),
        },
        Ok(known) => {
            let held = known.description.contents;
            let last = known.description.last_change;
            let contents = BackupContents {
                documents: held.documents,
                honorees: held.honorees,
                awards: held.awards,
                conferences: held.conferences,
                files: held.files,
                bytes: known.bytes + held.file_bytes,
                last_change: last.map(|last| LastChange { at: last.at, who: last.who, action: last.action }),
            };
            BackupView {
                name,
                place,
                made_at: Some(known.made_at),
                reason: known.reason.map(reason),
                contents: Some(contents),
                problem: None,
            }
        }
    }
}

fn reason(reason: archive::BackupReason) -> BackupReason {
    match reason {
        archive::BackupReason::Asked => BackupReason::Asked,
        archive::BackupReason::Closing => BackupReason::Closing,
        archive::BackupReason::BeforeRisk => BackupReason::BeforeRisk,
        archive::BackupReason::BeforeUpgrade => BackupReason::BeforeUpgrade,
        archive::BackupReason::BeforeRestore => BackupReason::BeforeRestore,
    }
}
