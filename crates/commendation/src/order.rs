//! The order of lists (Decree 152/2025, article 29.5): authority high to low, titles before forms, collectives before
//! households before individuals, then rank, then names by given name. An agency's own order of units is not known here.

use crate::{Authority, AwardCategory, Catalogue, HonoreeType, Nomination, text};
use chrono::NaiveDate;
use std::cmp::Ordering;

/// Compares two nominations for a list of that day. What has no known award comes last.
pub fn list_order(
    catalogue: &Catalogue,
    date: NaiveDate,
) -> impl Fn(&Nomination, &Nomination) -> Ordering + '_ {
    move |a, b| {
        place(catalogue, date, a).cmp(&place(catalogue, date, b)).then_with(|| {
            match (a.honoree.honoree_type, b.honoree.honoree_type) {
                (HonoreeType::Individual, HonoreeType::Individual) => {
                    text::compare_names(&a.honoree.name, &b.honoree.name)
                        .then_with(|| a.honoree.birth.cmp(&b.honoree.birth))
                }
                _ => text::compare_words(&a.honoree.name, &b.honoree.name),
            }
        })
    }
}

type Place = (bool, Option<(Authority, AwardCategory)>, HonoreeType, usize);

fn place(catalogue: &Catalogue, date: NaiveDate, nomination: &Nomination) -> Place {
    let kind =
        nomination.kind.as_deref().and_then(|id| catalogue.kind_at(id, date).or_else(|| catalogue.kind(id)));
    let rank = kind.map_or(usize::MAX, |k| catalogue.rank(&k.id));
    (kind.is_none(), kind.map(|k| (k.authority, k.category)), nomination.honoree.honoree_type, rank)
}
