//! Failures as the wire carries them: a stable code, a Vietnamese sentence, what to do.

use crate::wire::Problem;
use std::collections::BTreeMap;

impl Problem {
    /// A problem with a code and a sentence.
    pub fn new(code: &str, message: impl Into<String>) -> Self {
        Self { code: code.to_owned(), message: message.into(), field: None, hint: None, values: BTreeMap::new() }
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
