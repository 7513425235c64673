//! Records of the archive as the wire shows them. No queries, no changes.

use crate::wire::*;
use archive::{
    AwardRecord, DocumentSummary, FileRecord, JournalRow, NominationRecord, RoundSummary, Subject,
};
use chrono::NaiveDate;
use commendation::{Catalogue, Nomination};
use std::collections::BTreeMap;

pub(crate) fn journal_entry(row: JournalRow) -> JournalEntry {
    JournalEntry {
        number: row.number.unsigned_abs(),
        at: row.at,
        who: row.who,
        action: row.action,
        about: row.about.map(|id| id.to_string()),
    }
}

pub(crate) fn file_brief(file: FileRecord) -> FileBrief {
    FileBrief {
        id: file.id.to_string(),
        name: file.name,
        bytes: file.bytes,
        sha256: file.sha256,
        role: match file.role {
            archive::FileRole::Exported => FileRole::Exported,
            archive::FileRole::Attached => FileRole::Attached,
            archive::FileRole::Imported => FileRole::Imported,
            archive::FileRole::Issued => FileRole::Issued,
            archive::FileRole::Certificates => FileRole::Certificates,
        },
        added_at: file.added_at,
    }
}

pub(crate) fn award_row(record: AwardRecord) -> AwardRow {
    let award = record.award;
    AwardRow {
        id: record.id.to_string(),
        honoree_id: award.honoree_id.to_string(),
        honoree: award.honoree,
        kind: award.kind,
        kind_name: award.kind_name,
        authority: award.authority,
        achievement: award.achievement,
        year: award.year,
        period: award.period,
        decision: award.decision,
        date: award.date,
        document: award.document.map(|id| id.to_string()),
        conference: award.conference.map(|id| id.to_string()),
        conference_name: record.conference_name,
        became: Vec::new(),
    }
}

/// Name of the award kind as printed, or the list's own wording while it is not understood.
pub(crate) fn kind_name(nomination: &Nomination) -> String {
    let known = nomination.kind.as_deref().and_then(|id| Catalogue::bundled().kind(id));
    known.map_or_else(|| nomination.kind_as_written.clone(), |kind| kind.name.clone())
}

/// Short name of a kind, or the name as it was recorded.
pub(crate) fn kind_short(id: &str, name: &str) -> String {
    match Catalogue::bundled().kind(id) {
        Some(kind) if !kind.short.is_empty() => kind.short.clone(),
        _ => name.to_owned(),
    }
}

/// What the import said about a nomination. It is data of an older day: what no longer has the wire's shape is not worth
/// failing for.
pub(crate) fn stored_problems(stored: Vec<serde_json::Value>) -> Vec<Problem> {
    stored.into_iter().filter_map(|problem| serde_json::from_value(problem).ok()).collect()
}

/// A nomination with what its import said; the prize is that of `day`.
pub(crate) fn nomination_row(record: NominationRecord, day: NaiveDate) -> NominationRow {
    let catalogue = Catalogue::bundled();
    let nomination = record.nomination;
    let kind = nomination.kind.as_deref().and_then(|id| catalogue.kind(id));
    NominationRow {
        id: record.id.to_string(),
        honoree_id: record.honoree_id.to_string(),
        kind_name: kind_name(&nomination),
        authority: kind.map(|kind| kind.authority),
        prize: kind.and_then(|kind| catalogue.prize(&kind.id, nomination.honoree.honoree_type, day)),
        past: past(&record.past),
        problems: stored_problems(record.problems),
        source: record.source.map(|source| format!("{}, dòng {}", source.file_name, source.row)),
        kind: nomination.kind,
        honoree: nomination.honoree,
        achievement: nomination.achievement,
        state: nomination.state,
        identity: String::new(),
    }
}

/// The state of a nomination in words.
pub(crate) fn state_name(state: commendation::NominationState) -> &'static str {
    match state {
        commendation::NominationState::Pending => "Đang xét",
        commendation::NominationState::Approved => "Đồng ý",
        commendation::NominationState::Rejected => "Không đồng ý",
        commendation::NominationState::Conferred => "Đã tặng",
    }
}

/// A finding of the rules, with its article as the hint.
pub(crate) fn finding(found: commendation::Finding) -> Problem {
    let problem = Problem::new(found.code, found.message);
    if found.article.is_empty() { problem } else { problem.hint(found.article) }
}

/// Past awards in short, one entry a kind: `CSTĐCS 2023, 2024; GK 2022`.
fn past(awards: &[archive::PastAward]) -> String {
    let mut by_kind: Vec<(String, Vec<String>)> = Vec::new();
    for award in awards {
        let short = kind_short(&award.kind, &award.kind_name);
        let year = award.year.map(|year| year.to_string());
        match by_kind.iter_mut().find(|(kind, _)| *kind == short) {
            Some((_, years)) => years.extend(year),
            None => by_kind.push((short, year.into_iter().collect())),
        }
    }
    let entries = by_kind.into_iter().map(|(kind, years)| match years.is_empty() {
        true => kind,
        false => format!("{kind} {}", years.join(", ")),
    });
    entries.collect::<Vec<_>>().join("; ")
}

pub(crate) fn conference_brief(summary: archive::ConferenceSummary) -> ConferenceBrief {
    ConferenceBrief {
        id: summary.id.to_string(),
        name: summary.name,
        date: summary.date,
        place: summary.place,
        honours: summary.honours,
        documents: summary.documents,
    }
}

pub(crate) fn round_brief(round: &RoundSummary) -> RoundBrief {
    let next =
        steps(round).into_iter().find(|state| !state.done).map_or(RoundStep::Archive, |state| state.step);
    RoundBrief {
        id: round.id.to_string(),
        name: round.round.name.clone(),
        year: round.round.year,
        collectives: round.collectives,
        households: round.households,
        individuals: round.individuals,
        questions: round.questions,
        next_step: next,
    }
}

/// The eight steps, each done or not by what is on record; none waits for the one before.
pub(crate) fn steps(round: &RoundSummary) -> Vec<StepState> {
    let listed = round.collectives + round.households + round.individuals > 0;
    let drafted = |template: &str| round.papers.iter().any(|paper| paper.template == template);
    let issued = round.papers.iter().any(|paper| {
        paper.issued > 0 && drafting::template(&paper.template).is_some_and(|template| template.confers)
    });
    let done = [
        (RoundStep::List, listed),
        (RoundStep::Check, listed && round.questions == 0),
        (RoundStep::Council, drafted("council-minutes")),
        (RoundStep::Submission, drafted("submission-province")),
        (RoundStep::Decision, issued),
        (RoundStep::Certificates, round.certificates),
        (RoundStep::Presentation, round.presented),
        (RoundStep::Archive, round.closed),
    ];
    done.into_iter().map(|(step, done)| StepState { step, done }).collect()
}

pub(crate) fn document_brief(document: &DocumentSummary) -> DocumentBrief {
    let template = drafting::template(&document.template);
    DocumentBrief {
        id: document.id.to_string(),
        template: document.template.clone(),
        title: document.title.clone(),
        number: number_and_symbol(&document.number, &document.symbol),
        date: document.date,
        state: match document.state {
            archive::DocumentState::Draft => DocumentState::Draft,
            archive::DocumentState::Issued => DocumentState::Issued,
        },
        about: document.subject.map(|subject| match subject {
            Subject::Round(id) => id.to_string(),
            Subject::Conference(id) => id.to_string(),
            Subject::Document(id) => id.to_string(),
        }),
        about_name: document.subject_name.clone(),
        changed_at: document.changed_at.clone(),
        certificates: template.is_some_and(|template| template.certificates),
        became: Vec::new(),
    }
}

/// `15/QĐ-STP`; `…/QĐ-STP` while there is no number; empty for papers that have neither.
pub(crate) fn number_and_symbol(number: &str, symbol: &str) -> String {
    match (number.is_empty(), symbol.is_empty()) {
        (true, true) => String::new(),
        (true, false) => format!("…/{symbol}"),
        (false, true) => number.to_owned(),
        (false, false) => format!("{number}/{symbol}"),
    }
}

pub(crate) fn findings(diagnostics: Vec<document::Diagnostic>) -> Vec<Finding> {
    let mut seen = BTreeMap::new();
    let mut findings: Vec<(document::Severity, Finding)> = Vec::new();
    for found in diagnostics {
        // The same hole is met in several places of a paper; the officer mends it once.
        if seen.insert((found.code.clone(), found.field.clone(), found.message.clone()), ()).is_some() {
            continue;
        }
        let severity = match found.severity {
            document::Severity::Note => FindingSeverity::Note,
            document::Severity::Blank => FindingSeverity::Blank,
            document::Severity::Warning => FindingSeverity::Warning,
            document::Severity::Error => FindingSeverity::Error,
        };
        findings.push((found.severity, Finding { severity, problem: found.into() }));
    }
    findings.sort_by_key(|(severity, _)| std::cmp::Reverse(*severity));
    findings.into_iter().map(|(_, finding)| finding).collect()
}
