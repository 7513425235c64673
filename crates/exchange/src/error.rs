//! Why a workbook could not be taken in, said to the officer. Findings about single rows are in `list.rs`.

use crate::ColumnMeaning;
use std::collections::BTreeMap;

/// A failure for a whole file. Every message names the file and says what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ExchangeError {
    /// No bytes at all.
    #[error("Tệp “{file}” trống (0 byte). Hãy chọn lại tệp, hoặc nhờ nơi gửi gửi lại.")]
    EmptyFile {
        /// File name.
        file: String,
    },
    /// Bytes of some other kind.
    #[error("Tệp “{file}” không phải là bảng tính Excel (.xlsx, .xls) hay OpenDocument (.ods).{}{detail}", if .detail.is_empty() { "" } else { " " })]
    NotAWorkbook {
        /// File name.
        file: String,
        /// What it looks like instead, as a sentence; may be empty.
        detail: String,
    },
    /// A workbook of a kind that is not read.
    #[error(
        "Tệp “{file}” có định dạng {format}, chương trình chưa đọc được. Hãy mở tệp bằng Excel rồi lưu lại dạng .xlsx."
    )]
    UnsupportedFormat {
        /// File name.
        file: String,
        /// The format.
        format: String,
    },
    /// A password is needed to open it.
    #[error("Tệp “{file}” được đặt mật khẩu. Hãy mở tệp bằng Excel, bỏ mật khẩu rồi lưu lại.")]
    PasswordProtected {
        /// File name.
        file: String,
    },
    /// Not whole, or not what its parts promise.
    #[error(
        "Tệp “{file}” bị hỏng hoặc chưa tải về đủ ({detail}). Hãy mở thử bằng Excel, hoặc nhờ nơi gửi gửi lại."
    )]
    Damaged {
        /// File name.
        file: String,
        /// Technical detail, short.
        detail: String,
    },
    /// The file itself is too big.
    #[error(
        "Tệp “{file}” lớn hơn mức {limit} MB mà chương trình nhận. Hãy xóa ảnh và các trang không cần, hoặc tách thành nhiều tệp."
    )]
    TooLarge {
        /// File name.
        file: String,
        /// Its size in MB as far as it was read, rounded up.
        megabytes: u64,
        /// The cap in MB.
        limit: u64,
    },
    /// It inflates to too much.
    #[error(
        "Nội dung nén trong tệp “{file}” khi giải nén vượt quá {limit} MB nên không được mở. Hãy kiểm tra nguồn gốc của tệp, hoặc chép riêng danh sách sang một tệp mới."
    )]
    InflatesTooMuch {
        /// File name.
        file: String,
        /// The cap in MB.
        limit: u64,
    },
    /// Too many rows.
    #[error(
        "Trang “{sheet}” của tệp “{file}” có quá {limit} dòng, quá mức chương trình nhận trong một lần. Chưa có dòng nào được nhập. Hãy tách danh sách thành nhiều tệp, mỗi tệp không quá {limit} dòng."
    )]
    TooManyRows {
        /// File name.
        file: String,
        /// Sheet.
        sheet: String,
        /// The cap.
        limit: String,
    },
    /// A cell holds too much text.
    #[error(
        "Ô {cell} trên trang “{sheet}” của tệp “{file}” dài quá {limit} ký tự. Hãy rút gọn ô này rồi lưu lại."
    )]
    CellTooLong {
        /// File name.
        file: String,
        /// Sheet.
        sheet: String,
        /// `B12`.
        cell: String,
        /// The cap.
        limit: usize,
    },
    /// Too much text or too many cells in all.
    #[error("Tệp “{file}” có quá nhiều dữ liệu ({detail}). Hãy chép riêng danh sách sang một tệp mới.")]
    TooMuchData {
        /// File name.
        file: String,
        /// What is too much, and the cap.
        detail: String,
    },
    /// No sheet, or sheets without a filled cell.
    #[error("Tệp “{file}” không có dữ liệu: các trang đều trống.")]
    NothingInside {
        /// File name.
        file: String,
    },
    /// There is no such sheet.
    #[error("Tệp “{file}” không có trang “{sheet}”.")]
    NoSuchSheet {
        /// File name.
        file: String,
        /// The sheet that was asked for.
        sheet: String,
    },
    /// No row of heads was found.
    #[error(
        "Không tìm thấy danh sách trong “{place}”: không có dòng tiêu đề cột nào ghi họ tên và danh hiệu, hình thức khen thưởng. Hãy chỉ rõ ý nghĩa của các cột."
    )]
    NoList {
        /// File or sheet.
        place: String,
    },
    /// A list without columns that are needed.
    #[error("Danh sách trong “{place}” thiếu cột: {}. Hãy chỉ rõ cột nào mang nội dung này, hoặc bổ sung vào tệp.", .columns.iter().map(|c| c.vietnamese()).collect::<Vec<_>>().join(", "))]
    MissingColumns {
        /// File or sheet.
        place: String,
        /// What is missing.
        columns: Vec<ColumnMeaning>,
    },
    /// Not a package of a whole archive, or not as it was written.
    #[error(
        "Tệp “{file}” không phải là gói toàn bộ kho còn nguyên vẹn ({detail}). Hãy chép lại tệp, hoặc xuất lại từ máy cũ."
    )]
    NotAPackage {
        /// File name.
        file: String,
        /// Technical detail, short.
        detail: String,
    },
    /// The disk failed at a package.
    #[error("Không đọc hoặc ghi được gói “{file}”: {detail}. Hãy kiểm tra ổ đĩa, chỗ trống rồi thử lại.")]
    PackageDisk {
        /// File name.
        file: String,
        /// Technical detail, short.
        detail: String,
    },
    /// Writing failed.
    #[error("Không lập được tệp Excel: {detail}.")]
    NotWritten {
        /// Technical detail.
        detail: String,
    },
}

impl ExchangeError {
    /// Stable name, kebab-case.
    pub fn code(&self) -> &'static str {
        match self {
            Self::EmptyFile { .. } => "workbook-empty-file",
            Self::NotAWorkbook { .. } => "not-a-workbook",
            Self::UnsupportedFormat { .. } => "workbook-unsupported-format",
            Self::PasswordProtected { .. } => "workbook-password-protected",
            Self::Damaged { .. } => "workbook-damaged",
            Self::TooLarge { .. } => "workbook-too-large",
            Self::InflatesTooMuch { .. } => "workbook-inflates-too-much",
            Self::TooManyRows { .. } => "workbook-too-many-rows",
            Self::CellTooLong { .. } => "workbook-cell-too-long",
            Self::TooMuchData { .. } => "workbook-too-much-data",
            Self::NothingInside { .. } => "workbook-nothing-inside",
            Self::NoSuchSheet { .. } => "workbook-no-such-sheet",
            Self::NoList { .. } => "workbook-no-list",
            Self::MissingColumns { .. } => "workbook-missing-columns",
            Self::NotAPackage { .. } => "not-a-package",
            Self::PackageDisk { .. } => "package-disk",
            Self::NotWritten { .. } => "workbook-not-written",
        }
    }

    /// The values inside the message, for translations.
    pub fn values(&self) -> BTreeMap<String, String> {
        let pairs: Vec<(&str, String)> = match self {
            Self::EmptyFile { file } | Self::PasswordProtected { file } | Self::NothingInside { file } => {
                vec![("file", file.clone())]
            }
            Self::NotAWorkbook { file, detail }
            | Self::Damaged { file, detail }
            | Self::NotAPackage { file, detail }
            | Self::PackageDisk { file, detail }
            | Self::TooMuchData { file, detail } => {
                vec![("file", file.clone()), ("detail", detail.clone())]
            }
            Self::UnsupportedFormat { file, format } => {
                vec![("file", file.clone()), ("format", format.clone())]
            }
            Self::TooLarge { file, megabytes, limit } => {
                vec![
                    ("file", file.clone()),
                    ("megabytes", megabytes.to_string()),
                    ("limit", limit.to_string()),
                ]
            }
            Self::InflatesTooMuch { file, limit } => {
                vec![("file", file.clone()), ("limit", limit.to_string())]
            }
            Self::TooManyRows { file, sheet, limit } => {
                vec![("file", file.clone()), ("sheet", sheet.clone()), ("limit", limit.clone())]
            }
            Self::CellTooLong { file, sheet, cell, limit } => vec![
                ("file", file.clone()),
                ("sheet", sheet.clone()),
                ("cell", cell.clone()),
                ("limit", limit.to_string()),
            ],
            Self::NoSuchSheet { file, sheet } => vec![("file", file.clone()), ("sheet", sheet.clone())],
            Self::NoList { place } => vec![("place", place.clone())],
            Self::MissingColumns { place, columns } => vec![
                ("place", place.clone()),
                ("columns", columns.iter().map(|c| c.vietnamese()).collect::<Vec<_>>().join(", ")),
            ],
            Self::NotWritten { detail } => vec![("detail", detail.clone())],
        };
        pairs.into_iter().map(|(k, v)| (k.to_owned(), v)).collect()
    }
}
