//! The order of lists (Decree 152/2025, article 29.5): authority high to low, titles before forms, collectives before
//! households before individuals, then rank, then names by given name. An agency's own order of units is not known here.

use crate::{Authority, AwardCategory, BirthDate, Catalogue, Honoree, HonoreeType, text};
use chrono::NaiveDate;

/// Where somebody with an award stands in a list: places compare as they are listed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ListPlace {
    /// What has no known award comes last.
    unknown: bool,
    conferred: Option<(Authority, AwardCategory)>,
    honoree_type: HonoreeType,
    rank: usize,
    name: Vec<u8>,
    birth: Option<BirthDate>,
}

/// The place in a list of that day.
pub fn list_place(
    catalogue: &Catalogue,
    date: NaiveDate,
    honoree: &Honoree,
    kind: Option<&str>,
) -> ListPlace {
    let kind = kind.and_then(|id| catalogue.kind_at(id, date).or_else(|| catalogue.kind(id)));
    let (name, birth) = match honoree.honoree_type {
        HonoreeType::Individual => (text::name_key(&honoree.name), honoree.birth),
        HonoreeType::Collective | HonoreeType::Household => (text::words_key(&honoree.name), None),
    };
    ListPlace {
        unknown: kind.is_none(),
        conferred: kind.map(|kind| (kind.authority, kind.category)),
        honoree_type: honoree.honoree_type,
        rank: kind.map_or(usize::MAX, |kind| catalogue.rank(&kind.id)),
        name,
        birth,
    }
}
