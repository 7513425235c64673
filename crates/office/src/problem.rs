//! Failures as the wire carries them: a stable code, a Vietnamese sentence, what to do.

use crate::wire::Problem;
use archive::ArchiveError;
use exchange::ExchangeError;
use std::{collections::BTreeMap, io::ErrorKind, path::Path};

impl Problem {
    /// A problem with a code and a sentence.
    pub fn new(code: &str, message: impl Into<String>) -> Self {
        Self {
            code: code.to_owned(),
            message: message.into(),
            field: None,
            hint: None,
            values: BTreeMap::new(),
        }
    }

    /// Adds what to do.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Adds the field it concerns.
    pub fn field(mut self, field: impl Into<String>) -> Self {
        self.field = Some(field.into());
        self
    }

    /// Adds a value named in the sentence.
    pub fn value(mut self, name: &str, value: impl Into<String>) -> Self {
        self.values.insert(name.to_owned(), value.into());
        self
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)?;
        self.hint.as_ref().map_or(Ok(()), |hint| write!(f, " {hint}"))
    }
}

impl std::error::Error for Problem {}

impl From<ArchiveError> for Problem {
    fn from(error: ArchiveError) -> Self {
        Self::new(error.code(), error.to_string())
    }
}

impl From<ExchangeError> for Problem {
    fn from(error: ExchangeError) -> Self {
        Self { values: error.values(), ..Self::new(error.code(), error.to_string()) }
    }
}

impl From<typesetting::PdfError> for Problem {
    fn from(error: typesetting::PdfError) -> Self {
        if let typesetting::PdfError::Cancelled = error {
            return crate::progress::stopped();
        }
        internal(&error)
    }
}

impl From<typesetting::Cancelled> for Problem {
    fn from(_: typesetting::Cancelled) -> Self {
        crate::progress::stopped()
    }
}

impl From<exchange::RowProblem> for Problem {
    fn from(problem: exchange::RowProblem) -> Self {
        Self { hint: problem.hint, values: problem.values, ..Self::new(problem.code, problem.message) }
    }
}

impl From<document::Diagnostic> for Problem {
    fn from(found: document::Diagnostic) -> Self {
        Self { field: found.field, ..Self::new(&found.code, found.message) }
    }
}

/// A file could not be read or written.
pub(crate) fn disk(what: &str, path: &Path, error: &std::io::Error) -> Problem {
    let name = path.display().to_string();
    let held = archive::held_open(path, error).is_some();
    let (code, hint) = match error.kind() {
        _ if held => {
            ("file-open-elsewhere", "Hãy đóng tệp ở chương trình đó rồi thử lại, hoặc chọn tên khác.")
        }
        ErrorKind::NotFound => ("file", "Hãy kiểm tra lại đường dẫn và tên tệp."),
        ErrorKind::PermissionDenied => (
            "file",
            "Tệp có thể đang mở trong chương trình khác, hoặc thư mục không cho phép ghi. Hãy đóng tệp hoặc chọn thư mục khác.",
        ),
        ErrorKind::StorageFull => ("file", "Ổ đĩa đã đầy. Hãy giải phóng chỗ trống rồi thử lại."),
        _ => ("file", "Hãy kiểm tra ổ đĩa rồi thử lại."),
    };
    let detail = archive::in_words(path, error);
    let problem = Problem::new(code, format!("Không {what} được tệp {name}: {detail}.")).hint(hint);
    problem.value("path", name).value("detail", detail)
}

/// The request has another shape than the command expects.
pub(crate) fn bad_request(command: &str, error: &serde_json::Error) -> Problem {
    Problem::new("bad-request", format!("Yêu cầu “{command}” không đúng dạng: {error}"))
        .value("command", command)
        .value("detail", error.to_string())
}

/// A mistake of the program itself.
pub(crate) fn internal(error: &dyn std::fmt::Display) -> Problem {
    Problem::new("internal", format!("Chương trình gặp lỗi bên trong: {error}"))
        .hint("Hãy thử lại; nếu vẫn lỗi, gửi nhật ký cho người hỗ trợ.")
        .value("detail", error.to_string())
}

/// No such command.
pub(crate) fn unknown_command(name: &str) -> Problem {
    Problem::new("unknown-command", format!("Không có lệnh “{name}”.")).value("command", name)
}

/// A field that must be filled is empty.
pub(crate) fn required(field: &str, what: &str) -> Problem {
    Problem::new("required", format!("Chưa có {what}."))
        .hint(format!("Hãy nhập {what}."))
        .field(field)
        .value("what", what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_open_elsewhere_is_told_apart_from_one_that_may_not_be_written() {
        let of = |kind: ErrorKind| disk("ghi", Path::new("qd.pdf"), &kind.into());
        let open = of(ErrorKind::ResourceBusy);
        assert_eq!(open.code, "file-open-elsewhere");
        assert_eq!(open.message, "Không ghi được tệp qd.pdf: tệp đang mở ở chương trình khác.");
        assert!(open.hint.is_some_and(|hint| hint.contains("đóng tệp")), "and what to do");
        assert_eq!(of(ErrorKind::PermissionDenied).code, "file");
    }
}
