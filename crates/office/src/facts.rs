//! What the archive knows, put together for drafting.

use crate::{Office, views::number_and_symbol, wire::Problem};
use archive::{AwardRecord, ConferenceId, DocumentFilter, NominationRecord, RoundId, Subject};
use chrono::NaiveDate;
use commendation::{Agency, AwardCategory, Catalogue, Conference, NominationState, list_place, text::fold};
use drafting::{AwardFigure, ConferenceFacts, Facts, ListEntry, RelatedPaper, RoundFacts, Template, Values};

impl Office {
    /// The facts of a draft as they are now.
    pub(crate) fn facts(
        &self,
        template: &Template,
        subject: Option<Subject>,
        values: &Values,
    ) -> Result<Facts, Problem> {
        let today = self.today();
        let date = values.get("date").and_then(|text| drafting::parse_date(text));
        let agency = self.archive.agency_on(date.unwrap_or(today))?.unwrap_or_default();
        let mut facts = Facts { agency, date, today, related: self.related(subject)?, ..Facts::default() };
        match subject {
            Some(Subject::Round(id)) => {
                facts.round = Some(self.round_facts(id, template, date.unwrap_or(today))?);
            }
            Some(Subject::Conference(id)) => {
                facts.conference = Some(self.conference_facts(id, &facts.agency)?);
            }
            // Only a copy needs what the other says; what changes it names it in a field.
            Some(Subject::Document(id)) if template.subject == drafting::Subject::Document => {
                facts.original = Some(self.original(id)?);
            }
            Some(Subject::Document(_)) | None => {}
        }
        Ok(facts)
    }

    /// A round with names and prizes as they are on `day`.
    fn round_facts(&self, id: RoundId, template: &Template, day: NaiveDate) -> Result<RoundFacts, Problem> {
        let round = self.archive.round(id)?.round;
        let mut records = self.archive.nominations(id)?;
        // What another decision conferred is not conferred again; other papers speak of the whole round.
        records.retain(|record| match record.nomination.state {
            NominationState::Pending | NominationState::Approved => true,
            NominationState::Conferred => !template.confers,
            NominationState::Rejected => false,
        });
        records.sort_by_cached_key(|record| {
            let nomination = &record.nomination;
            list_place(Catalogue::bundled(), day, &nomination.honoree, nomination.kind.as_deref())
        });
        let entries = records.into_iter().map(|record| nominated(record, day)).collect();
        Ok(RoundFacts { name: round.name, year: round.year, entries })
    }

    fn conference_facts(&self, id: ConferenceId, agency: &Agency) -> Result<ConferenceFacts, Problem> {
        let conference = self.archive.conference(id)?;
        let honours = self.honours(id)?.into_iter().map(given).collect();
        let figures = self.figures(id, &conference, agency)?;
        Ok(ConferenceFacts { conference, honours, figures })
    }

    /// Awards listed under the years of a conference's period, counted by kind. Those given at the conference itself
    /// are its honours and are told apart, as papers tell them.
    pub(crate) fn figures(
        &self,
        id: ConferenceId,
        conference: &Conference,
        agency: &Agency,
    ) -> Result<Vec<AwardFigure>, Problem> {
        let (Some(from), Some(to)) = (conference.period_from, conference.period_to) else {
            return Ok(Vec::new());
        };
        let names = own_names(agency);
        let mut figures: Vec<AwardFigure> = Vec::new();
        for (counted, own) in self.archive.figures_of_period((from, to), id, &names)? {
            let known = figures
                .iter_mut()
                .find(|figure| figure.kind == counted.kind && figure.name == counted.kind_name);
            match known {
                // One kind by two authorities is one figure, of the higher.
                Some(figure) => {
                    figure.own += own;
                    figure.collectives += counted.collectives - own;
                    figure.households += counted.households;
                    figure.individuals += counted.individuals;
                }
                None => figures.push(AwardFigure {
                    category: category(&counted.kind),
                    kind: counted.kind,
                    name: counted.kind_name,
                    authority: counted.authority,
                    own,
                    collectives: counted.collectives - own,
                    households: counted.households,
                    individuals: counted.individuals,
                }),
            }
        }
        let rank = |figure: &AwardFigure| {
            (figure.authority, figure.category, Catalogue::bundled().rank(&figure.kind))
        };
        figures.sort_by_key(rank);
        Ok(figures)
    }

    /// Other papers of the same round or conference, with their number and date as far as known.
    fn related(&self, subject: Option<Subject>) -> Result<Vec<RelatedPaper>, Problem> {
        let Some(subject) = subject else { return Ok(Vec::new()) };
        let filter = DocumentFilter { subject: Some(subject), ..DocumentFilter::default() };
        let mut related = Vec::new();
        for summary in self.archive.documents(&filter)? {
            let record = self.archive.document(summary.id)?;
            let typed = |key: &str| record.values.get(key).filter(|value| !value.is_empty());
            let number = if summary.number.is_empty() {
                typed("number").cloned()
            } else {
                Some(summary.number.clone())
            };
            let date = summary.date.or_else(|| typed("date").and_then(|text| text.parse().ok()));
            related.push(RelatedPaper {
                kind: summary.template,
                number: number.map(|number| number_and_symbol(&number, &summary.symbol)),
                date,
            });
        }
        Ok(related)
    }
}

fn category(kind: &str) -> AwardCategory {
    Catalogue::bundled().kind(kind).map_or(AwardCategory::Form, |kind| kind.category)
}

/// What the agency itself is called, folded: `Sở Tư pháp`, `Sở Tư pháp tỉnh Tây Ninh`.
fn own_names(agency: &Agency) -> Vec<String> {
    let own = fold(&agency.name);
    let province = fold(&agency.province);
    vec![format!("{own} tinh {province}"), format!("{own} {province}"), own]
}

fn nominated(record: NominationRecord, day: NaiveDate) -> ListEntry {
    let catalogue = Catalogue::bundled();
    let kind_name = crate::views::kind_name(&record.nomination);
    let nomination = record.nomination;
    let kind =
        nomination.kind.as_deref().and_then(|id| catalogue.kind_at(id, day).or_else(|| catalogue.kind(id)));
    let prize = kind.and_then(|kind| catalogue.prize(&kind.id, nomination.honoree.honoree_type, day));
    let salary = catalogue.base_salary(day).filter(|salary| prize.is_some() && salary.unverified);
    ListEntry {
        id: record.id.to_string(),
        unverified_kind: kind.filter(|kind| kind.unverified).map(|kind| kind.article.clone()),
        unverified_salary: salary.map(|salary| salary.source.clone()),
        pending: nomination.state == NominationState::Pending,
        // As rounds count their questions: what the officer approved she has looked at.
        questioned: nomination.state == NominationState::Pending && !record.problems.is_empty(),
        kind: nomination.kind.clone().unwrap_or_default(),
        kind_name: kind.map_or(kind_name, |kind| kind.name.clone()),
        category: kind.map(|kind| kind.category),
        authority: kind.map(|kind| kind.authority),
        prize,
        honoree: nomination.honoree,
        achievement: nomination.achievement,
        decision: None,
        decision_date: None,
    }
}

fn given(record: AwardRecord) -> ListEntry {
    let award = record.award;
    ListEntry {
        id: record.id.to_string(),
        category: Some(category(&award.kind)),
        honoree: award.honoree,
        kind: award.kind,
        kind_name: award.kind_name,
        authority: Some(award.authority),
        achievement: award.achievement,
        prize: None,
        unverified_kind: None,
        unverified_salary: None,
        pending: false,
        questioned: false,
        decision: Some(award.decision).filter(|number| !number.is_empty()),
        decision_date: award.date,
    }
}
