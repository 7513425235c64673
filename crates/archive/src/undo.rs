//! Undo and redo: the journal's own before and after, applied backwards or forwards as a new, journalled change.

use crate::{Archive, Done, Records, Result, Stamp};

impl Records {
    /// What undo would take back, in Vietnamese.
    pub fn undo_text(&self) -> Result<Option<String>> {
        todo!()
    }

    /// What redo would do again.
    pub fn redo_text(&self) -> Result<Option<String>> {
        todo!()
    }
}

impl Archive {
    /// Takes the last change back and says which; none when there is nothing to take back.
    pub fn undo(&mut self, stamp: &Stamp) -> Result<Option<Done<String>>> {
        todo!()
    }

    /// Does the change again that was last taken back, and says which.
    pub fn redo(&mut self, stamp: &Stamp) -> Result<Option<Done<String>>> {
        todo!()
    }
}
