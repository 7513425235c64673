//! The first screen: what is open, what is recent.

use crate::{
    Office,
    wire::{DossierFilter, Home, Nothing, Problem},
};
use archive::{DocumentFilter, DocumentState};

const RECENT: u32 = 8;
const WAITING: u32 = 20;
const DUE: usize = 8;

#[allow(missing_docs)] // each command is described once, in the registry
impl Office {
    pub fn home(&mut self, _: Nothing) -> Result<Home, Problem> {
        let drafts = DocumentFilter {
            state: Some(DocumentState::Draft),
            limit: Some(WAITING),
            ..DocumentFilter::default()
        };
        Ok(Home {
            rounds: self.archive.open_rounds()?.iter().map(crate::views::round_brief).collect(),
            documents: self.archive.documents(&drafts)?.iter().map(crate::views::document_brief).collect(),
            conferences: self.conferences(Nothing {})?,
            due: self.dossiers(DossierFilter { due: true })?.into_iter().take(DUE).collect(),
            recent: self
                .archive
                .journal(None, RECENT)?
                .into_iter()
                .map(crate::views::journal_entry)
                .collect(),
        })
    }
}
