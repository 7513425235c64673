//! The facts of the made-up years: who is nominated and honoured for what, what papers say, by the same seed the same.

use crate::chance::Chance;
use crate::names::{self, Somebody};
use crate::papers;
use archive::{
    ConferenceId, DocumentId, DraftContent, FileRole, HonoreeId, Issuance, NewAward, NewDocument,
    NewNomination, Result, RoundId, Source, Subject, Tx,
};
use chrono::NaiveDate;
use commendation::{AwardKind, Catalogue, HonoreeType, Nomination, NominationState, Round};
use drafting::{Facts, ListEntry, RoundFacts};
use std::collections::HashMap;

pub(crate) const FIRST_YEAR: i32 = 1990;
pub(crate) const LAST_YEAR: i32 = 2026;

/// What the agency itself confers, by how often.
const OWN_KINDS: &[(&str, u32)] = &[
    ("advanced-labourer", 36),
    ("base-emulation-fighter", 16),
    ("commendation-department-director", 34),
    ("advanced-labour-collective", 14),
];
/// What others conferred, by how often.
const KINDS_OF_OTHERS: &[(&str, u32)] = &[
    ("advanced-labourer", 300),
    ("base-emulation-fighter", 130),
    ("merit-province-chair", 170),
    ("excellent-labour-collective", 90),
    ("advanced-labour-collective", 80),
    ("commendation-commune-chair", 110),
    ("cultured-family", 40),
    ("provincial-emulation-fighter", 20),
    ("memorial-medal-province", 20),
    ("flag-province", 14),
    ("merit-prime-minister", 14),
    ("merit-minister", 10),
    ("flag-government", 3),
    ("labour-order-3", 4),
    ("labour-order-2", 2),
    ("meritorious-teacher", 2),
];
/// Papers that confer nothing, by how often they are written.
const OTHER_PAPERS: &[(&str, u32)] = &[
    ("submission-province", 22),
    ("council-minutes", 22),
    ("official-letter", 26),
    ("typed-document", 14),
    ("conference-report", 6),
    ("conference-invitation", 6),
    ("conference-news", 4),
];

/// What of the years so far the next change depends on.
pub(crate) struct Years {
    pub(crate) chance: Chance,
    pub(crate) people: Vec<Somebody>,
    /// Who is on record already.
    pub(crate) known: Vec<Option<HonoreeId>>,
    /// Awards of each.
    pub(crate) honoured: Vec<u32>,
    /// The last number given for each symbol and year.
    numbers: HashMap<(&'static str, i32), u32>,
    pub(crate) year: i32,
    /// Changes of this year.
    pub(crate) changes: i64,
    /// Numbers of decisions, one in so many.
    cited: Vec<String>,
}

impl Years {
    /// So many people, none of them on record yet.
    pub(crate) fn new(mut chance: Chance, people: usize) -> Self {
        let bodies = (people / 40).max(10);
        let mut collectives = 0..;
        let people: Vec<Somebody> = (0..people)
            .map(|index| match index % 20 {
                0 | 7 | 13 => names::collective(collectives.next().unwrap_or_default()),
                5 if index % 40 == 5 => names::household(&mut chance),
                _ => names::person(&mut chance, bodies),
            })
            .collect();
        Self {
            chance,
            known: vec![None; people.len()],
            honoured: vec![0; people.len()],
            people,
            numbers: HashMap::new(),
            year: FIRST_YEAR,
            changes: 0,
            cited: Vec::new(),
        }
    }

    fn day(&mut self) -> NaiveDate {
        papers::day(&mut self.chance, self.year).unwrap_or_default()
    }

    /// The next number of a symbol this year.
    fn number(&mut self, symbol: &'static str) -> u32 {
        let last = self.numbers.entry((symbol, self.year)).or_default();
        *last += 1;
        *last
    }

    /// A kind as the law knew it this year, or as it first did.
    fn kind(&mut self, of: &[(&'static str, u32)]) -> &'static AwardKind {
        let id = *self.chance.weighted(of);
        let day = NaiveDate::from_ymd_opt(self.year, 6, 30).unwrap_or_default();
        let catalogue = Catalogue::bundled();
        let known = catalogue.kind_at(id, day).or_else(|| catalogue.kinds.iter().find(|kind| kind.id == id));
        known.unwrap_or(&catalogue.kinds[0])
    }

    /// Somebody who may receive it and was at work this year. Few have many awards, many have few.
    fn somebody_for(&mut self, kind: &AwardKind) -> usize {
        let mut person = 0;
        for _ in 0..60 {
            person = (self.people.len() as f64 * self.chance.share().powf(1.6)) as usize;
            let Somebody { honoree, from, to } = &self.people[person];
            if kind.suits(honoree.honoree_type) && (*from..=*to).contains(&self.year) {
                break;
            }
        }
        person
    }

    /// Their page; made when they first appear.
    pub(crate) fn on_record(&mut self, person: usize, tx: &Tx<'_>) -> Result<HonoreeId> {
        if let Some(id) = self.known[person] {
            return Ok(id);
        }
        let honoree = &self.people[person].honoree;
        let id = tx.add_honoree(honoree)?;
        if honoree.honoree_type == HonoreeType::Individual && self.chance.percent(20) {
            tx.add_spelling(id, &names::another_spelling(&mut self.chance, &honoree.name))?;
        }
        self.known[person] = Some(id);
        Ok(id)
    }

    /// Where awards were given, when they were.
    fn conference(&mut self, of: &[ConferenceId]) -> Option<ConferenceId> {
        (!of.is_empty() && self.chance.percent(15)).then(|| *self.chance.one_of(of))
    }

    fn round(&mut self, of: &[RoundId]) -> Option<Subject> {
        (!of.is_empty()).then(|| Subject::Round(*self.chance.one_of(of)))
    }

    fn held(&mut self, of: &[ConferenceId]) -> Option<Subject> {
        (!of.is_empty()).then(|| Subject::Conference(*self.chance.one_of(of)))
    }

    /// Numbers and freezes a paper; one in twenty has its signed scan.
    fn issue(
        &mut self,
        tx: &Tx<'_>,
        document: DocumentId,
        content: &DraftContent,
        number: u32,
        date: NaiveDate,
        facts: &Facts,
    ) -> Result<()> {
        let file = match self.chance.percent(5) {
            true => {
                let scan = papers::page(&mut self.chance, date, "Van ban so");
                let name = format!("{} so {number}.pdf", content.symbol);
                Some(tx.keep_file(&name, &scan, FileRole::Issued, Some(document.into()))?)
            }
            false => None,
        };
        let issuance = Issuance {
            number: number.to_string(),
            symbol: content.symbol.clone(),
            issuer: facts.agency.name.clone(),
            date,
            title: content.title.clone(),
            text: content.text.clone(),
            // Only texts, numbers and lists of them: always JSON.
            facts: serde_json::to_value(facts).unwrap_or_default(),
            file,
        };
        tx.issue_document(document, &issuance)
    }

    /// A round and its list, as it comes from a workbook.
    pub(crate) fn nominated(
        &mut self,
        tx: &Tx<'_>,
        count: usize,
        state: NominationState,
    ) -> Result<(RoundId, Vec<Named>)> {
        let year = self.year;
        let name = format!("{} năm {year}, đợt {}", self.chance.one_of(papers::MOVEMENTS), self.changes + 1);
        let file_name = format!("Danh sách đề nghị {year}-{}.xlsx", self.changes);
        let round = tx.add_round(&Round { name, year })?;
        let mut named = Vec::with_capacity(count);
        for row in 0..count {
            let kind = self.kind(OWN_KINDS);
            let person = self.somebody_for(kind);
            let honoree_id = self.on_record(person, tx)?;
            let honoree = self.people[person].honoree.clone();
            let nomination = Nomination {
                honoree,
                kind: Some(kind.id.clone()),
                kind_as_written: kind.name.clone(),
                achievement: papers::deed(&mut self.chance, year),
                state,
            };
            let source = Source { file: None, file_name: file_name.clone(), row: row as u32 + 8 };
            let problems = match state == NominationState::Pending && self.chance.percent(3) {
                true => vec![serde_json::json!({
                    "code": "birth-two-digit-year", "field": "birth", "hint": null, "values": {},
                    "message": "Năm sinh chỉ có hai chữ số; ghi đủ bốn chữ số."
                })],
                false => Vec::new(),
            };
            let new = NewNomination {
                honoree: honoree_id,
                nomination: nomination.clone(),
                source: Some(source),
                problems,
            };
            named.push(Named {
                person,
                honoree_id,
                nomination: tx.add_nomination(round, &new)?,
                kind,
                as_nominated: nomination,
            });
        }
        Ok((round, named))
    }

    /// A decision about a part of a round: drafted, issued, its awards on record.
    pub(crate) fn decision(
        &mut self,
        tx: &Tx<'_>,
        round: RoundId,
        part: &[Named],
        conferences: &[ConferenceId],
    ) -> Result<()> {
        let (year, day, conference) = (self.year, self.day(), self.conference(conferences));
        let list: Vec<String> = part.iter().enumerate().map(|(index, one)| one.line(index + 1)).collect();
        let title = format!("Quyết định về việc khen thưởng {} tập thể, cá nhân năm {year}", part.len());
        let content = DraftContent {
            title: title.clone(),
            symbol: "QĐ-SNV".into(),
            values: [("summary".to_owned(), title.clone())].into(),
            text: format!("{title}\n{}\n{}", papers::sentences(&mut self.chance, 3), list.join("\n")),
        };
        let new = NewDocument {
            template: "decision-commendation".into(),
            subject: Some(Subject::Round(round)),
            content,
        };
        let document = tx.add_document(&new)?;
        let number = self.number("QĐ-SNV");
        let facts = Facts {
            agency: papers::agency(),
            date: Some(day),
            today: day,
            round: Some(RoundFacts {
                name: title.clone(),
                year,
                entries: part.iter().map(Named::entry).collect(),
            }),
            ..Facts::default()
        };
        self.issue(tx, document, &new.content, number, day, &facts)?;
        for one in part {
            self.honoured[one.person] += 1;
            tx.add_award(&NewAward {
                honoree_id: one.honoree_id,
                honoree: one.as_nominated.honoree.clone(),
                kind: one.kind.id.clone(),
                kind_name: one.kind.name.clone(),
                authority: one.kind.authority,
                achievement: one.as_nominated.achievement.clone(),
                period: year.to_string(),
                year: Some(year),
                decision: format!("{number}/QĐ-SNV"),
                date: Some(day),
                document: Some(document),
                conference,
                nomination: Some(one.nomination),
            })?;
        }
        Ok(())
    }

    /// Awards by a decision of others, at most so many; gives how many.
    pub(crate) fn decided_elsewhere(
        &mut self,
        tx: &Tx<'_>,
        most: u32,
        conferences: &[ConferenceId],
    ) -> Result<u32> {
        let kind = self.kind(KINDS_OF_OTHERS);
        let symbol = match kind.authority {
            commendation::Authority::President => "QĐ-CTN",
            commendation::Authority::PrimeMinister | commendation::Authority::Government => "QĐ-TTg",
            commendation::Authority::Minister => "QĐ-BNV",
            _ => "QĐ-UBND",
        };
        let decision = format!("{}/{symbol}", self.number(symbol));
        let conference = self.conference(conferences);
        let (day, recipients) = (self.day(), (self.chance.between(3, 60) as u32).min(most));
        self.cited.push(decision.clone());
        for _ in 0..recipients {
            let person = self.somebody_for(kind);
            let honoree_id = self.on_record(person, tx)?;
            self.honoured[person] += 1;
            let award = tx.add_award(&NewAward {
                honoree_id,
                honoree: self.people[person].honoree.clone(),
                kind: kind.id.clone(),
                kind_name: kind.name.clone(),
                authority: kind.authority,
                achievement: papers::deed(&mut self.chance, self.year),
                period: self.year.to_string(),
                year: Some(self.year),
                decision: decision.clone(),
                date: Some(day),
                document: None,
                conference,
                nomination: None,
            })?;
            if self.chance.below(500) == 0 {
                let scan = papers::page(&mut self.chance, day, "Bang chung nhan");
                tx.keep_file(&format!("Bằng {award}.pdf"), &scan, FileRole::Attached, Some(award.into()))?;
            }
        }
        Ok(recipients)
    }

    /// A paper that confers nothing; of the last year's, some are drafts still.
    pub(crate) fn other_paper(
        &mut self,
        tx: &Tx<'_>,
        rounds: &[RoundId],
        conferences: &[ConferenceId],
    ) -> Result<()> {
        let (year, day) = (self.year, self.day());
        let template = *self.chance.weighted(OTHER_PAPERS);
        let about = papers::lower_first(self.chance.one_of::<&str>(papers::MOVEMENTS));
        let (symbol, title, subject) = match template {
            "submission-province" => {
                ("TTr-SNV", format!("Tờ trình đề nghị khen thưởng {about} năm {year}"), self.round(rounds))
            }
            "council-minutes" => {
                ("BB-HĐ", format!("Biên bản họp Hội đồng xét {about} năm {year}"), self.round(rounds))
            }
            "official-letter" => ("SNV-TĐKT", format!("Công văn về việc hướng dẫn {about} năm {year}"), None),
            "typed-document" => ("KH-SNV", format!("Kế hoạch {about} năm {year}"), None),
            "conference-report" => ("BC-SNV", format!("Báo cáo {about} năm {year}"), self.held(conferences)),
            "conference-invitation" => {
                ("GM-SNV", format!("Giấy mời dự hội nghị {about} năm {year}"), self.held(conferences))
            }
            _ => ("", format!("Bài viết về hội nghị {about} năm {year}"), self.held(conferences)),
        };
        let template = match (template, subject) {
            // Without a round or a conference this year it is a letter.
            ("official-letter" | "typed-document", None) | (_, Some(_)) => template,
            (_, None) => "official-letter",
        };
        let length = self.chance.between(4, 24) as usize;
        let content = DraftContent {
            title: title.clone(),
            symbol: symbol.into(),
            values: [("summary".to_owned(), title.clone())].into(),
            text: format!("{title}\n{}", papers::sentences(&mut self.chance, length)),
        };
        let drafted = symbol.is_empty() || self.chance.below(if year == LAST_YEAR { 4 } else { 200 }) == 0;
        let new = NewDocument { template: template.into(), subject, content };
        let document = tx.add_document(&new)?;
        if drafted {
            return Ok(());
        }
        let number = self.number(symbol);
        let facts = Facts { agency: papers::agency(), date: Some(day), today: day, ..Facts::default() };
        self.issue(tx, document, &new.content, number, day, &facts)
    }

    /// Names, units, numbers and words, each in a form that people type.
    pub(crate) fn sought(&mut self) -> Vec<String> {
        let cited = std::mem::take(&mut self.cited);
        let mut sought = Vec::new();
        for index in 0..60 {
            let somebody = &self.people[self.chance.below(self.people.len())].honoree;
            sought.push(match index % 6 {
                0 => somebody.name.clone(),
                1 => commendation::text::fold(&somebody.name),
                2 => somebody.unit.clone().unwrap_or_else(|| somebody.name.clone()),
                3 => self.chance.one_of(&cited).clone(),
                4 => commendation::text::fold(self.chance.one_of::<String>(&cited)).replace('-', " "),
                _ => (*self.chance.one_of(papers::MOVEMENTS)).to_owned(),
            });
        }
        sought
    }
}

/// Somebody nominated.
pub(crate) struct Named {
    person: usize,
    honoree_id: HonoreeId,
    pub(crate) nomination: archive::NominationId,
    kind: &'static AwardKind,
    as_nominated: Nomination,
}

impl Named {
    /// Their line in the list of a decision.
    fn line(&self, number: usize) -> String {
        let honoree = &self.as_nominated.honoree;
        let words = [
            Some(honoree.name.as_str()),
            honoree.position.as_deref(),
            honoree.unit.as_deref(),
            Some(&self.kind.name),
        ];
        format!("{number}. {}", words.into_iter().flatten().collect::<Vec<_>>().join(", "))
    }

    fn entry(&self) -> ListEntry {
        ListEntry {
            id: self.nomination.to_string(),
            honoree: self.as_nominated.honoree.clone(),
            kind: self.kind.id.clone(),
            kind_name: self.kind.name.clone(),
            category: Some(self.kind.category),
            authority: Some(self.kind.authority),
            achievement: self.as_nominated.achievement.clone(),
            prize: None,
            unverified_kind: None,
            unverified_salary: None,
            pending: false,
            questioned: false,
            decision: None,
            decision_date: None,
        }
    }
}
