//! The running example: fills an empty archive with the conference of `assets/sample`.

use crate::{
    Office,
    conferences::Decided,
    wire::{Nothing, Problem},
};
use archive::{Action, ConferenceFilter, DocumentFilter, HonoreeFilter, RoundFilter};
use commendation::{Agency, Conference, Honoree};
use serde::Deserialize;

const SAMPLE: &str = include_str!("../../../assets/sample/hoi-nghi-2020.toml");

#[derive(Deserialize)]
struct Sample {
    agency: Agency,
    conference: Conference,
    award: Vec<SampleAward>,
}

#[derive(Deserialize)]
struct SampleAward {
    honoree: Honoree,
    kind: String,
    count: u32,
    period: String,
    #[serde(default)]
    at_conference: bool,
    #[serde(default)]
    achievement: String,
}

#[allow(missing_docs)] // each command is described once, in the registry
impl Office {
    pub fn sample(&mut self, _: Nothing) -> Result<Nothing, Problem> {
        if !self.is_empty()? {
            return Err(Problem::new(
                "archive-not-empty",
                "Kho lưu trữ đã có dữ liệu nên không nạp kho mẫu.",
            )
            .hint("Hãy chọn một thư mục trống để xem kho mẫu."));
        }
        let sample: Sample = toml::from_str(SAMPLE).map_err(|error| crate::problem::internal(&error))?;
        let Sample { agency, conference, award: awards } = sample;
        let day = conference.date.unwrap_or_else(|| self.today());
        self.archive.transact(Action::new("Nạp kho mẫu"), &self.stamp(), |tx| {
            tx.save_agency(&agency)?;
            let held = tx.add_conference(&conference)?;
            for award in awards {
                let decided = Decided {
                    honoree: award.honoree,
                    kind: award.kind,
                    count: award.count,
                    achievement: award.achievement,
                    period: award.period,
                    decision: String::new(),
                    date: None,
                    conference: award.at_conference.then_some(held),
                };
                decided.record(tx, day)?;
            }
            Ok::<_, Problem>(())
        })?;
        Ok(Nothing {})
    }

    fn is_empty(&self) -> Result<bool, Problem> {
        let documents = DocumentFilter { limit: Some(1), ..DocumentFilter::default() };
        let honorees = HonoreeFilter { count: 1, ..HonoreeFilter::default() };
        Ok(self.archive.count_rounds(&RoundFilter::default())? == 0
            && self.archive.count_conferences(&ConferenceFilter::default())? == 0
            && self.archive.documents(&documents)?.is_empty()
            && self.archive.honorees(&honorees)?.total == 0)
    }
}
