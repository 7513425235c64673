//! What was changed, taking it back, and checking that all is sound.

use crate::{
    Office,
    views::journal_entry,
    wire::{ById, Checked, JournalEntry, Nothing, Problem, Undo},
};

const JOURNAL_ROWS: u32 = 500;

#[allow(missing_docs)] // each command is described once, in the registry
impl Office {
    pub fn journal(&mut self, request: ById) -> Result<Vec<JournalEntry>, Problem> {
        let about = if request.id.is_empty() { None } else { Some(request.id.parse()?) };
        Ok(self.archive.journal(about, JOURNAL_ROWS)?.into_iter().map(journal_entry).collect())
    }

    pub fn undo(&mut self, request: Undo) -> Result<Nothing, Problem> {
        let stamp = self.stamp();
        let done = if request.asked {
            self.archive.undo_after_asking(&stamp)?
        } else {
            self.archive.undo(&stamp)?
        };
        match done {
            Some(_) => Ok(Nothing {}),
            None => Err(Problem::new("nothing-to-undo", "Không có thay đổi nào để hoàn tác.")),
        }
    }

    pub fn redo(&mut self, _: Nothing) -> Result<Nothing, Problem> {
        match self.archive.redo(&self.stamp())? {
            Some(_) => Ok(Nothing {}),
            None => Err(Problem::new("nothing-to-redo", "Không có thay đổi nào để làm lại.")),
        }
    }

    pub fn check(&mut self, _: Nothing) -> Result<Checked, Problem> {
        let checked = self.archive.check()?;
        Ok(Checked {
            sound: checked.is_sound(),
            counts: checked.counts,
            problems: checked
                .findings
                .into_iter()
                .map(|found| Problem::new(found.code, found.message))
                .collect(),
        })
    }
}
