//! Dossiers of which something may be due, found without looking into each: whether it is, `office` says.

use chrono::NaiveDate;
use rusqlite::params;
use std::ops::ControlFlow;

use crate::{Id, Kind, Records, Result, row};

/// What is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueBefore {
    /// Nothing is due of a thing that is dated later.
    pub dated: NaiveDate,
    /// Nothing is due of what was handed over and dated after this year, unless the officer gave it a period or an end of
    /// its own.
    pub handed_over: i32,
}

impl Records {
    /// Conferences, or issued documents of these templates, of which something may be due: by year, the newest first, as
    /// long as more is wanted.
    pub fn each_maybe_due<E: From<crate::ArchiveError>>(
        &self,
        kind: Kind,
        templates: &[&str],
        before: DueBefore,
        mut each: impl FnMut(Id) -> Result<ControlFlow<()>, E>,
    ) -> Result<(), E> {
        // Documents come as the index of their years has them, so that nothing is read beyond what is wanted.
        let (thing, order) = match kind {
            Kind::Conference => (
                "conference t LEFT JOIN dossier s ON s.conference_id = t.id WHERE ?2 IS NOT NULL",
                "t.date IS NULL, t.date DESC, t.id DESC",
            ),
            _ => (
                "document t INDEXED BY document_by_year LEFT JOIN dossier s ON s.document_id = t.id
                 WHERE t.state = 'issued' AND t.template IN (SELECT value FROM json_each(?2))",
                "substr(t.date, 1, 4) DESC, t.id DESC",
            ),
        };
        let sql = format!(
            "SELECT t.id FROM {thing}
               AND (t.date IS NULL OR t.date <= ?1 OR {} <> '')
               AND ({} = '' OR {} <> '' OR {} <> '' OR substr(t.date, 1, 4) <= ?3)
             ORDER BY {order}",
            own("endDate"),
            own("handedOver"),
            own("endDate"),
            own("maintenance"),
        );
        let failed = crate::ArchiveError::from;
        let mut query = self.conn.prepare_cached(&sql).map_err(failed)?;
        let year = format!("{:04}", before.handed_over);
        let values = params![row::date_text(Some(before.dated)), row::to_json(&templates)?, year];
        let mut rows = query.query(values).map_err(failed)?;
        while let Some(row) = rows.next().map_err(failed)? {
            let number = row.get(0).map_err(failed)?;
            if each(Id { kind, number })?.is_break() {
                break;
            }
        }
        Ok(())
    }
}

/// A value of the officer's own; empty when there is none.
fn own(key: &str) -> String {
    format!("coalesce(s.details ->> '$.values.{key}', '')")
}
