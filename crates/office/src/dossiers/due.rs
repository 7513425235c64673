//! What is due now, for the first screen: found from the newest on, without going through the whole archive.

use super::{NOTICE, brief, conferring};
use crate::{Office, wire::*};
use archive::{DueBefore, Kind};
use chrono::{Datelike, NaiveDate};
use commendation::{Period, Retention};
use std::ops::ControlFlow;

impl Office {
    /// So many dossiers of which something is due, from the newest on.
    pub(crate) fn due_dossiers(&self, most: usize) -> Result<Vec<DossierBrief>, Problem> {
        let today = self.today();
        let mut due = Vec::new();
        for kind in [Kind::Conference, Kind::Document] {
            let mut left = most;
            self.archive.each_maybe_due(kind, &conferring(), due_before(today), |id| {
                let subjects = self.archive.dossier_subjects(&[], Some(id))?;
                let found =
                    subjects.iter().map(|subject| brief(subject, today)).filter(|it| it.due.is_some());
                for one in found {
                    due.push(one);
                    left -= 1;
                }
                Ok::<_, Problem>(if left == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
            })?;
        }
        due.sort_by_key(|dossier| std::cmp::Reverse(dossier.ended));
        due.truncate(most);
        Ok(due)
    }
}

/// Bounds beyond which nothing can be due today.
fn due_before(today: NaiveDate) -> DueBefore {
    let retention = Retention::bundled();
    // Of work that ended today the first hand-over is so many days away.
    let shortest = retention.hand_over.iter().map(|rule| rule.due(today) - today).min().unwrap_or_default();
    let notice = today.checked_add_days(NOTICE).unwrap_or(today);
    let years = retention.rules.iter().filter_map(|rule| match rule.period {
        Period::Years(years) => Some(i32::from(years)),
        Period::Permanent => None,
    });
    DueBefore {
        dated: notice.checked_sub_signed(shortest).unwrap_or(today),
        handed_over: today.year() - years.min().unwrap_or_default() - 1,
    }
}
