//! What can go wrong, in words for the officer: what happened, to which file, what to do.
//!
//! A failing disk is never called a damaged archive: the two need different actions.

use std::path::{Path, PathBuf};

use crate::{DocumentId, Id};

/// A failure of the archive. Nothing was changed by the call that returned it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ArchiveError {
    /// Another copy of the program holds the archive.
    #[error("Kho lưu trữ {} đang được một cửa sổ khác hoặc một lệnh khác của chương trình sử dụng. Hãy đóng cửa sổ đó, hoặc đợi lệnh kia xong, rồi thử lại.", .path.display())]
    Locked {
        /// The archive's folder.
        path: PathBuf,
    },
    /// The folder is no safe place for a live archive.
    #[error("Không đặt kho lưu trữ ở {}: {reason}, dữ liệu có thể bị hỏng. Hãy chọn một thư mục trên ổ đĩa của máy này; thư mục kia vẫn dùng được để sao lưu.", .path.display())]
    UnsafeFolder {
        /// The folder.
        path: PathBuf,
        /// Why, in Vietnamese.
        reason: String,
    },
    /// Written by a newer version of the program.
    #[error("Kho lưu trữ {} do phiên bản mới hơn của chương trình ghi (cấu trúc {found}, phiên bản này đọc đến {known}). Hãy cập nhật chương trình; kho chưa bị thay đổi.", .path.display())]
    Newer {
        /// The database.
        path: PathBuf,
        /// Its structure.
        found: i64,
        /// What this version knows.
        known: i64,
    },
    /// A file of that name that is not an archive.
    #[error("Tệp {} không phải là kho lưu trữ của chương trình này. Hãy chọn thư mục khác; tệp chưa bị thay đổi.", .path.display())]
    NotAnArchive {
        /// The file.
        path: PathBuf,
    },
    /// The database is damaged.
    #[error("Kho lưu trữ {} bị hỏng: {detail}. Đừng xóa tệp nào; hãy khôi phục từ bản sao lưu gần nhất.", .path.display())]
    Damaged {
        /// The database.
        path: PathBuf,
        /// What SQLite says.
        detail: String,
    },
    /// The database is gone, but files or backups of it are there.
    #[error("Không thấy tệp {} nhưng trong thư mục vẫn còn tệp lưu hoặc bản sao lưu. Hãy khôi phục từ bản sao lưu, hoặc trả tệp về chỗ cũ rồi thử lại.", .path.display())]
    Missing {
        /// Where the database should be.
        path: PathBuf,
    },
    /// The database cannot be written.
    #[error("Không ghi được vào {}: tệp hoặc thư mục chỉ cho đọc, hoặc ổ đĩa đã đầy. Hãy kiểm tra quyền ghi vào thư mục và chỗ trống rồi thử lại; kho chưa bị thay đổi.", .path.display())]
    ReadOnly {
        /// The database.
        path: PathBuf,
    },
    /// The structure could not be brought up to date; the database is as it was.
    #[error("Chưa nâng cấp được kho lưu trữ {} từ cấu trúc {from} lên {to}: {detail}. Kho vẫn nguyên như trước khi nâng cấp. Hãy thử lại; nếu vẫn không được, dùng lại phiên bản cũ của chương trình và báo người hỗ trợ.", .path.display())]
    UpgradeFailed {
        /// The database.
        path: PathBuf,
        /// Its structure.
        from: i64,
        /// The structure it should get.
        to: i64,
        /// What failed.
        detail: String,
    },
    /// A backup that is not restored from.
    #[error("Không dùng được bản sao lưu {name}: {reason}.")]
    BackupUnfit {
        /// Its file name.
        name: String,
        /// Why, in Vietnamese.
        reason: String,
    },
    /// There is no such backup.
    #[error("Không có bản sao lưu {name}.")]
    NoBackup {
        /// What was asked for.
        name: String,
    },
    /// The folder chosen for backups is not there now.
    #[error("Chưa thấy thư mục sao lưu {}. Bản sao lưu ở đó sẽ được ghi khi ổ đĩa được cắm lại hoặc mạng nối lại.", .path.display())]
    FolderAbsent {
        /// The folder.
        path: PathBuf,
    },
    /// The journal or the changes recorded in it cannot be read.
    #[error(
        "Nhật ký thay đổi của kho lưu trữ bị hỏng ở dòng {number}: {detail}. Hãy chạy kiểm tra kho và khôi phục từ bản sao lưu."
    )]
    JournalDamaged {
        /// Number of the journal row.
        number: i64,
        /// What is wrong.
        detail: String,
    },
    /// The disk could not be read or written.
    #[error("Không {what} được {}: {}. Hãy kiểm tra ổ đĩa và quyền truy cập thư mục rồi thử lại.", .path.display(), in_words(path, source))]
    Disk {
        /// `đọc`, `ghi`, `tạo`, …
        what: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// SQLite met a failing disk.
    #[error(
        "Không đọc hoặc ghi được kho lưu trữ trên ổ đĩa ({detail}). Dữ liệu đã lưu vẫn còn nguyên; hãy kiểm tra ổ đĩa và quyền truy cập rồi thử lại."
    )]
    DatabaseDisk {
        /// What SQLite says.
        detail: String,
    },
    /// The disk is full.
    #[error(
        "Ổ đĩa chứa kho lưu trữ đã đầy. Thay đổi vừa rồi chưa được lưu; hãy giải phóng chỗ trống rồi thử lại."
    )]
    DiskFull,
    /// There is no such thing.
    #[error("Không có {id} trong kho lưu trữ. Có thể mục này đã bị xóa.")]
    NotFound {
        /// What was asked for.
        id: Id,
    },
    /// Not an identifier, or of another kind.
    #[error("`{text}` không phải là mã của một mục trong kho lưu trữ (ví dụ: doc-12, round-1, hon-40).")]
    BadId {
        /// The text.
        text: String,
    },
    /// An issued document would be changed.
    #[error(
        "Văn bản {document} đã ban hành nên không sửa hoặc xóa được. Hãy lập văn bản mới để sửa đổi, đính chính hoặc thay thế."
    )]
    Issued {
        /// The document.
        document: DocumentId,
    },
    /// The number is used by another issued document.
    #[error(
        "Số {number} đã cấp cho {title} ({document}) trong cùng năm. Hãy kiểm tra lại số do văn thư cấp."
    )]
    NumberTaken {
        /// Number and symbol.
        number: String,
        /// The document that has it.
        document: DocumentId,
        /// Its title.
        title: String,
    },
    /// It cannot be removed since something else depends on it.
    #[error("Chưa xóa được {id} vì {reason}.")]
    InUse {
        /// What was to be removed.
        id: Id,
        /// Why not, in Vietnamese.
        reason: &'static str,
    },
    /// A value that the archive does not take.
    #[error("{message}")]
    Refused {
        /// What and why, in Vietnamese.
        message: String,
    },
    /// Undo or redo is no longer possible.
    #[error("Không hoàn tác được “{action}” vì dữ liệu liên quan đã thay đổi sau đó.")]
    UndoConflict {
        /// The change that was to be taken back or done again.
        action: String,
    },
    /// Taking the issue of a document back needs the officer's word: it has left the program already.
    #[error(
        "{title} đã được xuất ra sau khi ban hành hoặc đã có tệp đính kèm (bản đã ký). Hoàn tác sẽ đưa văn bản về dự thảo, thu lại số và các khen thưởng đã ghi. Nếu văn bản đã gửi đi, hãy lập văn bản mới để thay thế, đính chính, thu hồi hoặc hủy bỏ."
    )]
    SentOut {
        /// The document.
        document: DocumentId,
        /// Its title.
        title: String,
    },
    /// A kept file is missing.
    #[error("Thiếu tệp “{name}” ({}) trong kho lưu trữ. Hãy khôi phục tệp này từ bản sao lưu.", .path.display())]
    FileMissing {
        /// Name of the file as kept.
        name: String,
        /// Where it should be.
        path: PathBuf,
    },
    /// A kept file was changed outside the program.
    #[error("Tệp “{name}” ({}) đã bị thay đổi ngoài chương trình: nội dung không còn khớp mã SHA-256 đã ghi. Hãy khôi phục tệp này từ bản sao lưu.", .path.display())]
    FileChanged {
        /// Name of the file as kept.
        name: String,
        /// Where it is.
        path: PathBuf,
    },
    /// A folder that was to be brought in is not as it was written.
    #[error("Không nhập thư mục này được. {file}: {reason}. Kho chưa bị thay đổi.")]
    FolderRefused {
        /// The file, by its path in the folder.
        file: String,
        /// What is wrong with it, in Vietnamese.
        reason: String,
    },
    /// The watch of long work said stop.
    #[error("Đã dừng theo yêu cầu; chưa có gì được ghi.")]
    Stopped,
    /// SQLite failed in a way that no case above covers: a defect of the program.
    #[error("Lỗi trong chương trình khi truy cập kho lưu trữ: {0}. Thay đổi vừa rồi chưa được lưu.")]
    Database(#[source] rusqlite::Error),
}

impl ArchiveError {
    /// Stable name, kebab-case.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Locked { .. } => "archive-locked",
            Self::UnsafeFolder { .. } => "unsafe-folder",
            Self::Newer { .. } => "archive-newer",
            Self::NotAnArchive { .. } => "not-an-archive",
            Self::Damaged { .. } => "archive-damaged",
            Self::Missing { .. } => "archive-missing",
            Self::ReadOnly { .. } => "archive-read-only",
            Self::UpgradeFailed { .. } => "upgrade-failed",
            Self::BackupUnfit { .. } => "backup-unfit",
            Self::NoBackup { .. } => "no-backup",
            Self::FolderAbsent { .. } => "backup-folder-absent",
            Self::JournalDamaged { .. } => "journal-damaged",
            Self::Disk { .. } | Self::DatabaseDisk { .. } => "disk",
            Self::DiskFull => "disk-full",
            Self::NotFound { .. } => "not-found",
            Self::BadId { .. } => "bad-id",
            Self::Issued { .. } => "document-issued",
            Self::NumberTaken { .. } => "number-taken",
            Self::InUse { .. } => "in-use",
            Self::Refused { .. } => "refused",
            Self::UndoConflict { .. } => "undo-conflict",
            Self::SentOut { .. } => "issued-and-out",
            Self::FileMissing { .. } => "file-missing",
            Self::FileChanged { .. } => "file-changed",
            Self::FolderRefused { .. } => "folder-refused",
            Self::Stopped => "stopped",
            Self::Database(_) => "database",
        }
    }

    /// A failure of the file system.
    pub(crate) fn disk(what: &'static str, path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        use std::io::ErrorKind;
        let path = path.to_owned();
        move |source| match source.kind() {
            ErrorKind::StorageFull => Self::DiskFull,
            // Windows says “access denied” where a folder stands in the place of a file, Linux that it is a folder.
            ErrorKind::PermissionDenied if cfg!(windows) && path.is_dir() => {
                Self::Disk { what, path, source: ErrorKind::IsADirectory.into() }
            }
            _ => Self::Disk { what, path, source },
        }
    }
}

impl From<rusqlite::Error> for ArchiveError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        let detail = error.to_string();
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged { path: "archive.db".into(), detail },
            Some(ErrorCode::NotADatabase) => Self::NotAnArchive { path: "archive.db".into() },
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
                Self::Locked { path: "archive.db".into() }
            }
            Some(
                ErrorCode::SystemIoFailure | ErrorCode::CannotOpen | ErrorCode::FileLockingProtocolFailed,
            ) => Self::DatabaseDisk { detail },
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => {
                Self::ReadOnly { path: "archive.db".into() }
            }
            _ => Self::Database(error),
        }
    }
}

/// What the file system says about a file, in Vietnamese where it is one of the usual things.
pub fn in_words(path: &Path, error: &std::io::Error) -> String {
    use std::io::ErrorKind;
    if let Some(programs) = held_open(path, error) {
        return match programs.as_slice() {
            [] => "tệp đang mở ở chương trình khác".to_owned(),
            programs => format!("tệp đang mở ở {}", programs.join(", ")),
        };
    }
    match error.kind() {
        ErrorKind::NotFound => "không tìm thấy tệp hoặc thư mục".to_owned(),
        ErrorKind::PermissionDenied => "không có quyền truy cập".to_owned(),
        ErrorKind::AlreadyExists => "đã có tệp hoặc thư mục trùng tên".to_owned(),
        ErrorKind::IsADirectory => "đây là thư mục, không phải tệp".to_owned(),
        ErrorKind::NotADirectory => "một phần của đường dẫn không phải là thư mục".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "ổ đĩa chỉ cho đọc".to_owned(),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "ổ đĩa đã đầy".to_owned(),
        ErrorKind::InvalidFilename | ErrorKind::InvalidInput => "tên tệp không hợp lệ".to_owned(),
        _ => format!("hệ điều hành báo “{error}”"),
    }
}

/// The programs that have a file open and so caused the failure, where they can be known; `None` when it has another
/// cause. Windows does not let others write, move or replace a file that Word or Acrobat has open.
pub fn held_open(path: &Path, error: &std::io::Error) -> Option<Vec<String>> {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => Some(Vec::new()),
        #[cfg(windows)]
        _ => held_on_windows(path, error.raw_os_error()?),
        #[cfg(not(windows))]
        _ => {
            let _ = path;
            None
        }
    }
}

#[cfg(windows)]
fn held_on_windows(path: &Path, code: i32) -> Option<Vec<String>> {
    use crate::file;
    const ACCESS_DENIED: i32 = 5;
    const LOCK_VIOLATION: i32 = 33;
    match code {
        file::SHARING_VIOLATION | LOCK_VIOLATION => Some(win32::holders::of(path)),
        // Also what Windows says where a file that is open would be replaced, and where somebody may not write at all. Whoever
        // may write but is refused because of others is told so when the file is opened for it.
        ACCESS_DENIED if file::is_held(path) => Some(win32::holders::of(path)),
        _ => None,
    }
}
