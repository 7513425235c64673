//! The text of kept files, for search: PDFs that hold text, and Word's .docx. Behind caps, since anybody may have made
//! the file; nothing is written, opened or fetched.
//!
//! Not here: pictures of text (scans), old .doc, workbooks (`workbook` reads those with all their meaning).

mod docx;
mod pdf;

use std::panic::{AssertUnwindSafe, catch_unwind};

/// Letters of a file that are read; what comes after is left out.
pub const MAX_TEXT_LETTERS: usize = 400_000;
/// Bytes of a file, at most.
const MAX_BYTES: usize = 64 * 1024 * 1024;

/// What reading a file gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileText {
    /// Its text, a line for each line or paragraph.
    Text(String),
    /// It is of a kind that is read, and has no text: a scan.
    Empty,
    /// It is of no kind that is read.
    Other,
    /// Why it could not be read, a Vietnamese sentence.
    Unreadable(String),
}

/// Reads the text of a file, told by its bytes, not by its name. Never panics, whatever the bytes.
pub fn read_text(bytes: &[u8]) -> FileText {
    let read = if bytes.starts_with(b"PK") {
        docx::read
    } else if is_pdf(bytes) {
        pdf::read
    } else {
        return FileText::Other;
    };
    if bytes.len() > MAX_BYTES {
        return FileText::Unreadable(format!(
            "Tệp lớn hơn mức {} MB mà chương trình đọc.",
            MAX_BYTES / 1024 / 1024
        ));
    }
    // The parsers are others' work on bytes of others: a defect of theirs costs this file's text and nothing else.
    let read = catch_unwind(AssertUnwindSafe(|| read(bytes)));
    read.unwrap_or_else(|_| FileText::Unreadable("Không đọc được: nội dung tệp không đúng.".to_owned()))
}

/// Some programs write a few bytes before the head of a PDF.
fn is_pdf(bytes: &[u8]) -> bool {
    bytes.get(..bytes.len().min(1024)).is_some_and(|head| head.windows(5).any(|five| five == b"%PDF-"))
}

/// Text that grows up to a limit.
#[derive(Debug, Default)]
struct Text {
    text: String,
    letters: usize,
}

impl Text {
    fn push(&mut self, more: &str) {
        for c in more.chars() {
            if self.is_full() {
                return;
            }
            match c {
                // Codes without a letter.
                '\u{fffd}' | '\0' => {}
                '\n' | '\r' => self.break_line(),
                c if c.is_whitespace() || c.is_control() => self.space(),
                c => {
                    self.text.push(c);
                    self.letters += 1;
                }
            }
        }
    }

    fn space(&mut self) {
        if !self.is_full() && !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
            self.text.push(' ');
            self.letters += 1;
        }
    }

    fn break_line(&mut self) {
        if self.text.ends_with(' ') {
            self.text.pop();
        }
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    fn is_full(&self) -> bool {
        self.letters >= MAX_TEXT_LETTERS
    }

    fn done(self) -> FileText {
        let text = self.text.trim();
        if text.chars().any(char::is_alphanumeric) {
            FileText::Text(text.to_owned())
        } else {
            FileText::Empty
        }
    }
}
