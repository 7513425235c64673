//! The first screen: what is open, what is recent. Of each list some of the newest: it is shown at every start, so its
//! work must not grow with the archive.

use crate::{
    Office, views,
    wire::{Home, Nothing, Problem},
};
use archive::{ConferenceFilter, DocumentFilter, DocumentState, RoundFilter};

const RECENT: u32 = 8;
const WAITING: u32 = 20;
const OPEN: u32 = 20;
const CONFERENCES: u32 = 8;
const DUE: usize = 8;

#[allow(missing_docs)] // each command is described once, in the registry
impl Office {
    pub fn home(&mut self, _: Nothing) -> Result<Home, Problem> {
        let open = RoundFilter { open: true, limit: Some(OPEN), ..RoundFilter::default() };
        let drafts = DocumentFilter {
            state: Some(DocumentState::Draft),
            limit: Some(WAITING),
            ..DocumentFilter::default()
        };
        let newest = ConferenceFilter { limit: Some(CONFERENCES), ..ConferenceFilter::default() };
        let conferences = self.archive.conferences(&newest)?.into_iter();
        Ok(Home {
            rounds: self.archive.rounds(&open)?.iter().map(views::round_brief).collect(),
            documents: self.archive.documents(&drafts)?.iter().map(views::document_brief).collect(),
            conferences: conferences.map(views::conference_brief).collect(),
            due: self.due_dossiers(DUE)?,
            recent: self.archive.journal(None, RECENT)?.into_iter().map(views::journal_entry).collect(),
        })
    }
}
