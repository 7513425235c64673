//! Putting the made-up years on record, one after another, as an officer would have: people as they first appear, old
//! decisions of others typed in, rounds nominated and decided, papers drafted and issued, conferences held.

use crate::chance::Chance;
use crate::years::{FIRST_YEAR, LAST_YEAR, Years};
use crate::{Landmarks, Specimen, SpecimenError, papers};
use archive::{Action, Archive, ConferenceId, RoundId, Stamp, Tx};
use chrono::{DateTime, Duration, FixedOffset};
use commendation::NominationState;
use std::path::Path;

/// Awards in a hundred that a decision kept in the archive confers; the others were decided elsewhere.
const OWN: u32 = 30;
/// Papers in a hundred that are decisions.
const DECISIONS: u32 = 40;
/// Nominations of the longest round; a tenth of the awards in a smaller archive.
const LONGEST_ROUND: u32 = 10_000;
/// Papers written in one change, so that millions of rows take minutes.
const PAPERS_AT_ONCE: u32 = 10;
/// Awards of others typed in by one change.
const AWARDS_AT_ONCE: u32 = 300;

pub(crate) struct Writing {
    archive: Archive,
    years: Years,
    size: Size,
}

/// What is due in all.
struct Size {
    awards: u32,
    documents: u32,
    rounds: u32,
    conferences: u32,
}

impl Writing {
    pub(crate) fn new(specimen: &Specimen, folder: &Path) -> Result<Self, SpecimenError> {
        let size = Size {
            awards: specimen.awards,
            documents: (u64::from(specimen.awards) * 6 / 100) as u32,
            rounds: (specimen.awards / 1_000).max(3),
            conferences: (specimen.awards / 2_500).max(2),
        };
        let years = Years::new(Chance::new(specimen.seed), (specimen.awards / 5).max(1) as usize);
        let archive = Archive::open(folder, &stamp(FIRST_YEAR, 0))?;
        Ok(Self { archive, years, size })
    }

    /// One change through the gate.
    fn change<T>(
        &mut self,
        action: impl Into<String>,
        change: impl FnOnce(&mut Years, &Tx<'_>) -> archive::Result<T>,
    ) -> Result<T, SpecimenError> {
        self.years.changes += 1;
        let stamp = stamp(self.years.year, self.years.changes);
        let years = &mut self.years;
        Ok(self.archive.transact(Action::new(action), &stamp, |tx| change(years, tx))?.value)
    }

    pub(crate) fn run(mut self, mut tell: impl FnMut(u32)) -> Result<Landmarks, SpecimenError> {
        self.change("Lưu thông tin cơ quan", |_, tx| tx.save_agency(&papers::agency()).map(drop))?;
        let (mut awards, mut documents) = (0, 0);
        for year in FIRST_YEAR..=LAST_YEAR {
            (self.years.year, self.years.changes) = (year, 0);
            let conferences = (0..due(self.size.conferences, year))
                .map(|_| self.conference())
                .collect::<Result<Vec<ConferenceId>, _>>()?;
            let (awards_due, documents_due) = (due(self.size.awards, year), due(self.size.documents, year));
            let rounds = due(self.size.rounds, year);
            let decisions = documents_due * DECISIONS / 100;
            let (mut conferred, mut written) = (0, 0);
            let mut held = Vec::new();
            for index in 0..rounds {
                let share = |whole: u32| whole * (index + 1) / rounds - whole * index / rounds;
                let entries = share(awards_due * OWN / 100) as usize;
                let papers = share(decisions).min(entries as u32);
                held.push(self.round(entries, papers as usize, &conferences)?);
                (conferred, written) =
                    (conferred + if papers > 0 { entries as u32 } else { 0 }, written + papers);
            }
            while conferred < awards_due {
                conferred +=
                    self.change("Ghi khen thưởng theo quyết định của cấp trên", |years, tx| {
                        let most = AWARDS_AT_ONCE.min(awards_due - conferred);
                        let mut recorded = 0;
                        while recorded < most {
                            recorded += years.decided_elsewhere(tx, most - recorded, &conferences)?;
                        }
                        Ok(recorded)
                    })?;
            }
            while written < documents_due {
                let papers = PAPERS_AT_ONCE.min(documents_due - written);
                self.change(format!("Soạn và ban hành {papers} văn bản"), |years, tx| {
                    (0..papers).try_for_each(|_| years.other_paper(tx, &held, &conferences))
                })?;
                written += papers;
            }
            (awards, documents) = (awards + awards_due, documents + documents_due);
            tell(awards);
        }
        let longest_round = self.longest_round()?;
        self.rest_of_the_people()?;
        let most = self.years.honoured.iter().enumerate().max_by_key(|(_, awards)| **awards);
        let most_honoured = most
            .and_then(|(index, _)| self.years.known[index])
            .ok_or(SpecimenError::Incomplete("nobody was honoured"))?;
        Ok(Landmarks {
            awards,
            honorees: self.years.people.len() as u32,
            documents,
            most_honoured,
            longest_round,
            sought: self.years.sought(),
        })
    }

    fn conference(&mut self) -> Result<ConferenceId, SpecimenError> {
        let conference = papers::conference(&mut self.years.chance, self.years.year);
        self.change(format!("Tạo {}", conference.name), |_, tx| tx.add_conference(&conference))
    }

    /// A round with so many nominations that come to be awards, by so many decisions, and some that do not.
    fn round(
        &mut self,
        entries: usize,
        decisions: usize,
        conferences: &[ConferenceId],
    ) -> Result<RoundId, SpecimenError> {
        let (round, named) = self.change("Nhập danh sách đề nghị", |years, tx| {
            years.nominated(tx, entries + entries / 20, NominationState::Approved)
        })?;
        self.change("Duyệt đề nghị", |years, tx| {
            let out = named.iter().skip(entries).map(|one| one.nomination).collect::<Vec<_>>();
            let state =
                if years.chance.percent(20) { NominationState::Pending } else { NominationState::Rejected };
            tx.decide(&out, state)
        })?;
        let parts: Vec<_> = (0..decisions)
            .map(|index| &named[entries * index / decisions..entries * (index + 1) / decisions])
            .collect();
        for some in parts.chunks(PAPERS_AT_ONCE as usize) {
            self.change(
                format!("Soạn và ban hành {} quyết định khen thưởng", some.len()),
                |years, tx| some.iter().try_for_each(|part| years.decision(tx, round, part, conferences)),
            )?;
        }
        if self.years.year < LAST_YEAR || self.years.chance.percent(70) {
            self.change("Đóng đợt", |_, tx| tx.close_round(round, true))?;
        }
        Ok(round)
    }

    /// The open round that is still to be decided.
    fn longest_round(&mut self) -> Result<RoundId, SpecimenError> {
        let count = (self.size.awards / 10).clamp(1, LONGEST_ROUND);
        self.change("Nhập danh sách đề nghị", |years, tx| {
            Ok(years.nominated(tx, count as usize, NominationState::Pending)?.0)
        })
    }

    /// Who was never honoured is on record too.
    fn rest_of_the_people(&mut self) -> Result<(), SpecimenError> {
        let rest: Vec<usize> =
            (0..self.years.people.len()).filter(|person| self.years.known[*person].is_none()).collect();
        for some in rest.chunks(1_000) {
            self.change("Nhập hồ sơ cán bộ", |years, tx| {
                some.iter().try_for_each(|person| years.on_record(*person, tx).map(drop))
            })?;
        }
        Ok(())
    }
}

/// How many of `total` fall in a year: more each year.
fn due(total: u32, year: i32) -> u32 {
    let until = |year: i32| -> u64 { (FIRST_YEAR..=year).map(|year| (year - FIRST_YEAR + 10) as u64).sum() };
    let (before, after, all) = (until(year - 1), until(year), until(LAST_YEAR));
    (u64::from(total) * after / all - u64::from(total) * before / all) as u32
}

/// The time of a year's change with this number.
fn stamp(year: i32, number: i64) -> Stamp {
    let start: DateTime<FixedOffset> = format!("{year}-01-02T08:00:00+07:00").parse().unwrap_or_default();
    // Never past the year, however many changes it has.
    Stamp { at: start + Duration::seconds((number * 1_800).min(363 * 86_400)), who: "lan".into() }
}
