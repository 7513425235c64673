//! Runs of text with the field each came from. No measuring, no line breaking.

use serde::{Deserialize, Serialize};

/// Running text of one block or cell.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Text {
    /// Runs in reading order. `\n` inside a run is a forced line break.
    pub runs: Vec<Run>,
}

/// A stretch of text with one style and one origin.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Run {
    /// The characters.
    pub text: String,
    /// What is added to the look that the block's element prescribes.
    pub style: Style,
    /// Key of the template field this text came from, so that a click on the page finds it.
    pub field: Option<String>,
    /// True where a fact is missing: shown marked in the preview, and as plain blank or dots in the PDF.
    pub hole: bool,
}

/// What is added to an element's own look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Style {
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
}

impl Text {
    /// Plain text of one run without origin.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { runs: vec![Run { text: text.into(), ..Run::default() }] }
    }

    /// Plain text that came from the field `key`.
    pub fn from_field(text: impl Into<String>, key: impl Into<String>) -> Self {
        Self { runs: vec![Run { text: text.into(), field: Some(key.into()), ..Run::default() }] }
    }

    /// The characters of all runs.
    pub fn to_plain(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    /// True when there is nothing to print.
    pub fn is_empty(&self) -> bool {
        self.runs.iter().all(|run| run.text.is_empty())
    }
}
