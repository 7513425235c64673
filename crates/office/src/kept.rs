//! Long lists whose order only the office knows, kept from page to page until something changes. What is kept is the
//! order and what it is narrowed by; rows are read from the archive when their page is asked for.

use crate::{Office, honours::HonourList, nominations::CheckedRound, wire::Problem};
use archive::Id;
use chrono::NaiveDate;

/// The lists that were asked for last.
#[derive(Default)]
pub(crate) struct KeptLists {
    pub(crate) nominations: Option<Kept<CheckedRound>>,
    pub(crate) honours: Option<Kept<HonourList>>,
}

/// A list with what it was made from.
pub(crate) struct Kept<T> {
    pub(crate) made_from: MadeFrom,
    pub(crate) list: T,
}

/// What a list depends on: of which thing it is, the last change of the archive, and the day whose law applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct MadeFrom {
    of: Id,
    change: i64,
    day: NaiveDate,
}

impl Office {
    /// What a list of a thing is made from now.
    pub(crate) fn made_from(&self, of: impl Into<Id>) -> Result<MadeFrom, Problem> {
        Ok(MadeFrom { of: of.into(), change: self.archive.last_change()?, day: self.today() })
    }
}

/// The kept list when it is still right.
pub(crate) fn still<T>(kept: Option<Kept<T>>, made_from: MadeFrom) -> Option<T> {
    kept.filter(|kept| kept.made_from == made_from).map(|kept| kept.list)
}
