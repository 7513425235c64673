//! Conferences and awards recorded as already decided. The list of those given at one is in `honours.rs`.

use crate::{Office, honorees::cleaned, problem::required, views, wire::*};
use archive::{Action, AwardId, ConferenceId, DocumentFilter, NewAward, Subject, Tx};
use chrono::{Datelike, NaiveDate};
use commendation::{Catalogue, Conference, Honoree, text::clean};

/// Rows of one page at most.
const MOST_ROWS: u32 = 1_000;
/// Awards recorded in one step; more in one step is a slip of the keyboard.
const MOST_AWARDS: u32 = 1_000;

#[allow(missing_docs)] // each command is described once, in the registry
impl Office {
    pub fn conferences(&mut self, request: ConferenceFilter) -> Result<ConferencePage, Problem> {
        let filter = archive::ConferenceFilter {
            text: request.text,
            order: match request.order {
                ConferenceOrder::Newest => archive::ConferenceOrder::Newest,
                ConferenceOrder::Name => archive::ConferenceOrder::Name,
                ConferenceOrder::Date => archive::ConferenceOrder::Date,
                ConferenceOrder::Honours => archive::ConferenceOrder::Honours,
            },
            reverse: request.reverse,
            from: request.from,
            limit: Some(request.count.min(MOST_ROWS)),
        };
        let rows = self.archive.conferences(&filter)?.into_iter().map(views::conference_brief).collect();
        Ok(ConferencePage { total: self.archive.count_conferences(&filter)?, rows })
    }

    pub fn conference(&mut self, request: ById) -> Result<ConferenceView, Problem> {
        let id: ConferenceId = request.id.parse()?;
        let conference = self.archive.conference(id)?;
        let agency = self.archive.agency_on(conference.date.unwrap_or(self.today()))?.unwrap_or_default();
        let figures = self.figures(id, &conference, &agency)?.into_iter().map(|figure| Figure {
            kind: figure.kind,
            name: figure.name,
            authority: figure.authority,
            collectives: figure.own + figure.collectives,
            households: figure.households,
            individuals: figure.individuals,
        });
        let papers = DocumentFilter { subject: Some(Subject::Conference(id)), ..DocumentFilter::default() };
        Ok(ConferenceView {
            id: id.to_string(),
            honours: self.archive.count_honours(id)?,
            figures: figures.collect(),
            documents: self.archive.documents(&papers)?.iter().map(views::document_brief).collect(),
            files: self.archive.count_files_of(id)?,
            conference,
        })
    }

    pub fn edit_conference(&mut self, request: EditConference) -> Result<Made, Problem> {
        let conference = Conference { name: clean(&request.conference.name), ..request.conference };
        if conference.name.is_empty() {
            return Err(required("name", "tên hội nghị"));
        }
        let done = match request.id {
            Some(id) => {
                let id: ConferenceId = id.parse()?;
                let action = Action::new(format!("Sửa {}", conference.name)).about(id);
                self.archive.transact(action, &self.stamp(), |tx| {
                    tx.edit_conference(id, &conference)?;
                    Ok::<_, Problem>(id)
                })?
            }
            None => {
                let action = Action::new(format!("Tạo {}", conference.name));
                self.archive
                    .transact(action, &self.stamp(), |tx| Ok::<_, Problem>(tx.add_conference(&conference)?))?
            }
        };
        Ok(Made { id: done.value.to_string() })
    }

    pub fn remove_conference(&mut self, request: ById) -> Result<Nothing, Problem> {
        let id: ConferenceId = request.id.parse()?;
        let action = Action::new(format!("Xóa {}", self.archive.conference(id)?.name)).about(id);
        self.archive.transact(action, &self.stamp(), |tx| Ok::<_, Problem>(tx.remove_conference(id)?))?;
        Ok(Nothing {})
    }

    pub fn record_awards(&mut self, request: RecordAwards) -> Result<Count, Problem> {
        let conference = match &request.conference {
            Some(id) => Some(id.parse::<ConferenceId>()?),
            None => None,
        };
        let held = match conference {
            Some(id) => self.archive.conference(id)?.date,
            None => None,
        };
        let decided = Decided {
            honoree: cleaned(request.honoree)?,
            kind: request.kind,
            count: request.count,
            achievement: clean(&request.achievement),
            period: clean(&request.period),
            decision: clean(&request.decision),
            date: request.date,
            conference,
        };
        let day = decided.date.or(held).unwrap_or_else(|| self.today());
        let action = Action::new(format!("Ghi khen thưởng đã có: {}", decided.honoree.name));
        let done = self.archive.transact(action, &self.stamp(), |tx| decided.record(tx, day))?;
        Ok(Count { count: done.value })
    }

    pub fn remove_awards(&mut self, request: ByIds) -> Result<Count, Problem> {
        let ids: Vec<AwardId> = request.ids.iter().map(|id| id.parse()).collect::<Result<_, _>>()?;
        let action = Action::new(format!("Xóa {} khen thưởng đã ghi", ids.len()));
        let done =
            self.archive.transact(action, &self.stamp(), |tx| Ok::<_, Problem>(tx.remove_awards(&ids)?))?;
        Ok(Count { count: done.value })
    }
}

/// Awards that somebody decided already: each of `count` becomes a record of its own.
pub(crate) struct Decided {
    pub(crate) honoree: Honoree,
    pub(crate) kind: String,
    pub(crate) count: u32,
    pub(crate) achievement: String,
    pub(crate) period: String,
    pub(crate) decision: String,
    pub(crate) date: Option<NaiveDate>,
    pub(crate) conference: Option<ConferenceId>,
}

impl Decided {
    /// Records them, with the kind's name and giver as the law had them on `day`.
    pub(crate) fn record(&self, tx: &Tx<'_>, day: NaiveDate) -> Result<u32, Problem> {
        let catalogue = Catalogue::bundled();
        let kind =
            catalogue.kind_at(&self.kind, day).or_else(|| catalogue.kind(&self.kind)).ok_or_else(|| {
                let message = format!("Danh mục không có danh hiệu, hình thức “{}”.", self.kind);
                Problem::new("unknown-kind", message).field("kind").value("kind", &self.kind)
            })?;
        if !(1..=MOST_AWARDS).contains(&self.count) {
            let message = format!("Số lượng phải từ 1 đến {MOST_AWARDS}.");
            return Err(Problem::new("bad-count", message)
                .field("count")
                .value("most", MOST_AWARDS.to_string()));
        }
        let new = NewAward {
            honoree_id: tx.honoree_for(&self.honoree)?,
            honoree: self.honoree.clone(),
            kind: kind.id.clone(),
            kind_name: kind.name.clone(),
            authority: kind.authority,
            achievement: self.achievement.clone(),
            period: self.period.clone(),
            year: self.date.map(|date| date.year()).or_else(|| last_year(&self.period)),
            decision: self.decision.clone(),
            date: self.date,
            document: None,
            conference: self.conference,
            nomination: None,
        };
        for _ in 0..self.count {
            tx.add_award(&new)?;
        }
        Ok(self.count)
    }
}

/// The last year named in a period, `2020` of `2015 - 2020`: the year an award without a date is listed under.
fn last_year(period: &str) -> Option<i32> {
    let words = period.split(|c: char| !c.is_ascii_digit()).filter(|word| word.len() == 4);
    words.filter_map(|word| word.parse().ok()).max()
}
