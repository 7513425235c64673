//! Search over honorees, documents, conferences, rounds and the decisions that awards name.

use crate::{Id, Records, Result};

/// Something found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What, with its kind.
    pub id: Id,
    /// Its name.
    pub title: String,
    /// Where it was found, the hit between `[` and `]`.
    pub snippet: String,
    /// True when it was found with the very marks that were typed.
    pub exact: bool,
}

impl Records {
    /// Finds every word typed, the last one as the beginning of a word; marks and case do not matter, but what has the
    /// marks that were typed comes first, then the newest. Any text is safe.
    pub fn search(&self, text: &str, limit: u32) -> Result<Vec<Hit>> {
        todo!()
    }

    /// The name of a thing, as lists show it.
    pub fn title(&self, id: Id) -> Result<String> {
        todo!()
    }
}
