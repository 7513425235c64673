//! From the runs of a text to spans that can be set: normal form, printable letters only, a face for each.
//!
//! Whatever cannot be printed is left out and reported with the letter and the field. Not here: measuring.

use std::sync::Arc;

use document::{Color, Diagnostic, FontFamily, Run, Severity, Text};
use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::compose::Composition;
use crate::fonts::FaceId;
use crate::form::Look;

/// Spaces shown for a fact that is missing altogether.
const BLANK: usize = 8;
/// Most spaces shown for it.
const LONGEST_BLANK: usize = 60;

/// A stretch of printable text in one face, size and origin.
#[derive(Debug, Clone)]
pub(crate) struct Span {
    pub(crate) text: String,
    pub(crate) face: FaceId,
    pub(crate) size: f32,
    pub(crate) color: Color,
    pub(crate) field: Option<Arc<str>>,
    pub(crate) hole: bool,
}

/// How the letters of a text look before its runs add to it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ink {
    pub(crate) family: FontFamily,
    pub(crate) size: f32,
    pub(crate) bold: bool,
    pub(crate) italic: bool,
    pub(crate) color: Color,
}

impl From<Look> for Ink {
    fn from(look: Look) -> Self {
        Ink {
            family: FontFamily::Serif,
            size: look.size,
            bold: look.bold,
            italic: look.italic,
            color: Color::default(),
        }
    }
}

impl Composition<'_> {
    /// The printable spans of `text`.
    pub(crate) fn spans(&mut self, text: &Text, ink: impl Into<Ink>) -> Vec<Span> {
        let ink = ink.into();
        let mut spans = Vec::with_capacity(text.runs.len());
        for run in &text.runs {
            self.push_run(run, ink, &mut spans);
        }
        spans
    }

    fn push_run(&mut self, run: &Run, ink: Ink, spans: &mut Vec<Span>) {
        let wanted =
            self.fonts.face_for(ink.family, ink.bold || run.style.bold, ink.italic || run.style.italic);
        let field: Option<Arc<str>> = run.field.as_deref().map(Arc::from);
        let start = |face: FaceId| Span {
            text: String::new(),
            face,
            size: ink.size,
            color: ink.color,
            field: field.clone(),
            hole: run.hole,
        };
        if run.hole && run.text.chars().all(|letter| letter == ' ') {
            spans.push(Span { text: blank(run.text.len()), ..start(wanted) });
            return;
        }
        let normal: String = if is_nfc(&run.text) { run.text.clone() } else { run.text.nfc().collect() };
        let mut span = start(wanted);
        let mut after_return = false;
        for letter in normal.chars() {
            let fed = letter == '\n' && std::mem::take(&mut after_return);
            if fed {
                continue;
            }
            after_return = letter == '\r';
            let Some((letter, face)) = self.printable(letter, wanted, run.field.as_deref()) else { continue };
            if face != span.face {
                let done = std::mem::replace(&mut span, start(face));
                spans.extend((!done.text.is_empty()).then_some(done));
            }
            // A line feed vanishes where it breaks the line; the space keeps the words apart when they are read.
            let before =
                if span.text.is_empty() { spans.last().map(|span| &span.text) } else { Some(&span.text) };
            if letter == '\n' && before.is_some_and(|text| !text.ends_with(char::is_whitespace)) {
                span.text.push(' ');
            }
            span.text.push(letter);
        }
        spans.extend((!span.text.is_empty()).then_some(span));
    }

    /// The letter to print in place of `letter` and the face that has it; none when it is left out.
    fn printable(&mut self, letter: char, wanted: FaceId, field: Option<&str>) -> Option<(char, FaceId)> {
        let letter = match letter {
            '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' | '\u{85}' => {
                return Some(('\n', wanted));
            }
            '\t'
            | '\u{2000}'..='\u{2006}'
            | '\u{2008}'..='\u{200a}'
            | '\u{205f}'
            | '\u{3000}'
            | '\u{1680}' => ' ',
            '\u{2007}' | '\u{202f}' => '\u{a0}',
            other => other,
        };
        if is_invisible(letter) {
            self.report_hidden(letter, field);
            return None;
        }
        if let Some(face) = self.fonts.covering(wanted, letter) {
            return Some((letter, face));
        }
        if matches!(letter, '\u{2010}' | '\u{2011}') {
            return Some(('-', wanted));
        }
        self.report_missing(letter, field);
        None
    }

    fn report_hidden(&mut self, letter: char, field: Option<&str>) {
        self.report(Diagnostic {
            severity: Severity::Warning,
            code: "hidden-character".into(),
            message: format!("Đã bỏ ký tự ẩn U+{:04X} không in được; hãy xóa ký tự này.", u32::from(letter)),
            field: field.map(String::from),
        });
    }

    fn report_missing(&mut self, letter: char, field: Option<&str>) {
        self.report(Diagnostic {
            severity: Severity::Error,
            code: "no-glyph".into(),
            message: format!(
                "Phông chữ không có ký tự “{letter}” (U+{:04X}); ký tự này không được in. Hãy thay bằng ký tự khác.",
                u32::from(letter)
            ),
            field: field.map(String::from),
        });
    }
}

/// Room for a missing fact: spaces that neither break, nor stretch, nor vanish at the end of a line.
fn blank(wished: usize) -> String {
    let length = if wished == 0 { BLANK } else { wished.min(LONGEST_BLANK) };
    "\u{a0}".repeat(length)
}

/// Control characters, and format characters that change how others look without being seen.
fn is_invisible(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}
