//! Dossiers (hồ sơ): every conference and every decision that confers has one, with what belongs to it, how long it is
//! kept and when it is handed over. The program proposes; the officer completes; nothing is ever deleted.

mod due;
mod fields;
mod lists;
mod pack;
mod papers;

use crate::{Office, documents::changed_at, wire::*};
use archive::{Action, DossierSubject, Id, Kind, PaperChoice};
use chrono::{DateTime, Days, FixedOffset, NaiveDate};
use commendation::{Authority, Period, Retention, text::clean};
use fields::{Proposed, value};
use papers::Paper;

/// The setting that holds the agency's identifier.
pub(crate) const ORGAN_ID: &str = "organ_id";

/// How many days before the last one something is told as due (Decree 30/2020/NĐ-CP, appendix VI, part I, III.5.b).
const NOTICE: Days = Days::new(30);

/// A dossier put together.
struct Gathered {
    subject: DossierSubject,
    fields: Vec<DossierField>,
    papers: Vec<Paper>,
    remarks: Vec<Problem>,
    retention: RetentionView,
    /// The day the lists bear: the end of the work.
    day: NaiveDate,
    /// When the newest of its parts was changed.
    changed_at: DateTime<FixedOffset>,
}

#[allow(missing_docs)] // each command is described once, in the registry
impl Office {
    pub fn dossiers(&mut self, request: DossierFilter) -> Result<Vec<DossierBrief>, Problem> {
        let today = self.today();
        let subjects = self.archive.dossier_subjects(&conferring(), None)?;
        let briefs = subjects.iter().map(|subject| brief(subject, today));
        Ok(briefs.filter(|brief| !request.due || brief.due.is_some()).collect())
    }

    pub fn dossier(&mut self, request: ById) -> Result<DossierView, Problem> {
        let organ_id = self.organ_id()?;
        let gathered = self.gather(&request.id)?;
        let ended = value(&gathered.fields, "endDate").parse::<NaiveDate>().ok();
        let mut brief = brief(&gathered.subject, self.today());
        brief.maintenance = value(&gathered.fields, "maintenance").to_owned();
        let hand_over = ended.map(|ended| {
            let view = |rule: &commendation::HandOver| HandOverView {
                due: rule.due(ended),
                what: rule.what.clone(),
                source: rule.source.clone(),
                unverified: rule.unverified,
            };
            Retention::bundled().hand_over.iter().map(view).collect()
        });
        let included: Vec<&Paper> = gathered.papers.iter().filter(|paper| paper.included).collect();
        let mut ordinal = 0;
        let (doc_total, page_total) = (included.len() as u32, pack::page_total(&included));
        Ok(DossierView {
            file_code: fields::file_code(&gathered.fields, &organ_id),
            doc_total,
            page_total,
            papers: gathered
                .papers
                .into_iter()
                .map(|paper| {
                    ordinal += u32::from(paper.included);
                    let ordinal = paper.included.then_some(ordinal);
                    shown(paper, ordinal)
                })
                .collect(),
            brief,
            fields: gathered.fields,
            remarks: gathered.remarks,
            retention: gathered.retention,
            hand_over: hand_over.unwrap_or_default(),
        })
    }

    pub fn save_dossier(&mut self, request: SaveDossier) -> Result<DossierView, Problem> {
        let id: Id = request.id.parse()?;
        let title = self.dossier_subject(id)?.title;
        let mut details = self.archive.dossier(id)?;
        for (key, value) in request.values {
            let value = clean(&value);
            fields::check(&key, &value)?;
            match value.is_empty() {
                true => details.values.remove(&key),
                false => details.values.insert(key, value),
            };
        }
        for (key, choice) in request.papers {
            let choice = PaperChoice { included: choice.included, pages: choice.pages };
            match choice == PaperChoice::default() {
                true => details.papers.remove(&key),
                false => details.papers.insert(key, choice),
            };
        }
        let action = Action::new(format!("Sửa hồ sơ lưu trữ của {title}")).about(id);
        self.archive
            .transact(action, &self.stamp(), |tx| Ok::<_, Problem>(tx.save_dossier(id, &details)?))?;
        self.dossier(ById { id: request.id })
    }

    pub fn retention(&mut self, _: Nothing) -> Result<RetentionRules, Problem> {
        let retention = Retention::bundled();
        let rule = |rule: &commendation::RetentionRule| RetentionRuleBrief {
            name: rule.name.clone(),
            period: rule.period.to_string(),
        };
        let hand_over = |rule: &commendation::HandOver| HandOverRule {
            what: rule.what.clone(),
            source: rule.source.clone(),
            unverified: rule.unverified,
        };
        Ok(RetentionRules {
            rules: retention.rules.iter().map(rule).collect(),
            source: source(),
            unverified: unverified(),
            hand_over: retention.hand_over.iter().map(hand_over).collect(),
        })
    }
}

impl Office {
    /// The agency's identifier; empty when it is not known.
    pub(crate) fn organ_id(&self) -> Result<String, Problem> {
        Ok(self.archive.settings()?.remove(ORGAN_ID).unwrap_or_default())
    }

    fn dossier_subject(&self, id: Id) -> Result<DossierSubject, Problem> {
        let found = match id.kind {
            Kind::Conference | Kind::Document => self.archive.dossier_subjects(&[], Some(id))?.pop(),
            _ => None,
        };
        found.ok_or_else(|| {
            Problem::new("no-dossier", format!("{id} không có hồ sơ lưu trữ."))
                .hint("Hội nghị và văn bản đã ban hành có hồ sơ lưu trữ.")
                .value("id", id.to_string())
        })
    }

    fn gather(&self, id: &str) -> Result<Gathered, Problem> {
        let id: Id = id.parse()?;
        let subject = self.dossier_subject(id)?;
        let papers = self.dossier_papers(id, &subject.details)?;
        let parts = self.parts(id, &papers)?;
        let proposed = Proposed {
            title: match id.kind {
                Kind::Conference => format!("Hồ sơ {}", subject.title),
                _ => decision_title(id, &papers).unwrap_or_else(|| format!("Hồ sơ {}", subject.title)),
            },
            maintenance: longest(&parts).map(|period| period.to_string()).unwrap_or_default(),
            dates: subject.dates,
        };
        let fields = fields::filled(&subject.details, &proposed);
        let mut remarks = fields::remarks(&fields, &self.organ_id()?);
        for paper in &papers {
            remarks.extend(paper.remarks.iter().cloned());
            if !paper.included {
                continue;
            }
            remarks.extend(pack::too_long(paper));
            if paper.pages.is_none() {
                let message = format!("Chưa biết số trang của “{}”.", paper.about.subject);
                remarks.push(
                    Problem::new("dossier-pages", message)
                        .hint("Hãy ghi số trang vào danh sách văn bản của hồ sơ.")
                        .value("title", &paper.about.subject),
                );
            }
        }
        let mut changed_at = DateTime::<FixedOffset>::default();
        for document in papers.iter().filter_map(|paper| paper.document) {
            changed_at = changed_at.max(self::changed_at(&self.archive.document(document)?));
        }
        let day = value(&fields, "endDate").parse().ok().or(subject.dates.map(|dates| dates.1));
        Ok(Gathered {
            remarks,
            retention: RetentionView {
                proposed: proposed.maintenance,
                reasons: parts.iter().map(|(name, period)| format!("{name}: {period}")).collect(),
                source: source(),
                unverified: unverified(),
            },
            day: day.unwrap_or_else(|| self.today()),
            changed_at,
            subject,
            fields,
            papers,
        })
    }

    /// The parts of a dossier that have a period, the longest first.
    fn parts(&self, id: Id, papers: &[Paper]) -> Result<Vec<(String, Period)>, Problem> {
        let mut authorities: Vec<Authority> = Vec::new();
        let mut letters = false;
        let mut asked = std::collections::BTreeSet::new();
        for paper in papers.iter().filter(|paper| paper.included) {
            let Some(document) = paper.document.filter(|document| asked.insert(*document)) else { continue };
            authorities.extend(self.archive.authorities_of(document)?);
            letters |= self.archive.document(document)?.summary.template == "official-letter";
        }
        Ok(parts_of(id.kind, &authorities, letters))
    }
}

/// `Hồ sơ Quyết định số 15/QĐ-STP về việc …`.
fn decision_title(id: Id, papers: &[Paper]) -> Option<String> {
    let own =
        papers.iter().find(|paper| paper.document.map(Id::from) == Some(id) && paper.about.date.is_some())?;
    let words = own.about.line();
    let summary = words.strip_prefix(&own.about.type_name).unwrap_or_default();
    Some(format!("Hồ sơ {} số {}{summary}", own.about.type_name, own.about.sign()))
}

/// Templates whose documents confer.
fn conferring() -> Vec<&'static str> {
    drafting::templates()
        .iter()
        .filter(|template| template.confers)
        .map(|template| template.id.as_str())
        .collect()
}

fn parts_of(kind: Kind, authorities: &[Authority], letters: bool) -> Vec<(String, Period)> {
    let retention = Retention::bundled();
    let conference = (kind == Kind::Conference).then(|| retention.rule("conference")).flatten();
    let awards = authorities.iter().filter_map(|authority| retention.of_authority(*authority));
    let letters = letters.then(|| retention.rule("letters")).flatten();
    let mut parts: Vec<(String, Period)> = conference
        .into_iter()
        .chain(awards)
        .chain(letters)
        .map(|rule| (rule.name.clone(), rule.period))
        .collect();
    parts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    parts.dedup();
    parts
}

fn longest(parts: &[(String, Period)]) -> Option<Period> {
    parts.first().map(|(_, period)| *period)
}

fn source() -> String {
    let retention = Retention::bundled();
    format!("{}. {} ({}).", retention.source, retention.counted, retention.counted_source)
}

fn unverified() -> Option<String> {
    let retention = Retention::bundled();
    retention.unverified.then(|| {
        format!(
            "Chưa kiểm chứng: từ {} áp dụng {}, các mục về thi đua, khen thưởng của thông tư này chưa có trong chương trình. Hãy đối chiếu trước khi dùng.",
            commendation::short_date(retention.until),
            retention.replaced_by
        )
    })
}

fn brief(subject: &DossierSubject, today: NaiveDate) -> DossierBrief {
    let own =
        |key: &str| subject.details.values.get(key).map(String::as_str).filter(|value| !value.is_empty());
    let day = |key: &str| own(key).and_then(|text| text.parse::<NaiveDate>().ok());
    let proposed = longest(&parts_of(subject.id.kind, &subject.authorities, false));
    let period = own("maintenance").and_then(|text| text.parse().ok()).or(proposed);
    let ended = day("endDate").or(subject.dates.map(|dates| dates.1));
    let handed_over = day("handedOver");
    let open = subject.issued == 0 || subject.drafts > 0;
    let state = match handed_over {
        Some(_) => DossierState::HandedOver,
        // The officer's own word that the work has ended counts for more than a draft left lying.
        None if open && own("endDate").is_none() => DossierState::Open,
        None => DossierState::Ready,
    };
    let retention = Retention::bundled();
    let last_year = period.zip(ended).and_then(|(period, ended)| period.last_year(ended));
    let is_due = |id: &str| {
        let rule = retention.hand_over.iter().find(|rule| rule.id == id)?;
        let must = period.is_none_or(|period| retention.is_handed_over(period));
        (state == DossierState::Ready && must).then(|| ended.map(|ended| rule.due(ended))).flatten()
    };
    let (hand_over_by, electronic_by) = (is_due("paper"), is_due("electronic"));
    let near = |day: Option<NaiveDate>| {
        day.is_some_and(|day| day.checked_sub_days(NOTICE).is_none_or(|notice| notice <= today))
    };
    let over = last_year.is_some_and(|year| chrono::Datelike::year(&today) > year);
    let due = match state {
        DossierState::Ready | DossierState::HandedOver if over => Some(DossierDue::RetentionEnded),
        _ if near(hand_over_by) => Some(DossierDue::HandOver),
        _ if near(electronic_by) => Some(DossierDue::Electronic),
        _ => None,
    };
    DossierBrief {
        id: subject.id.to_string(),
        kind: match subject.id.kind {
            Kind::Conference => HitKind::Conference,
            _ => HitKind::Document,
        },
        title: subject.title.clone(),
        sign: subject.sign.clone(),
        ended,
        issued: subject.issued,
        drafts: subject.drafts,
        maintenance: period.map(|period| period.to_string()).unwrap_or_default(),
        state,
        hand_over_by,
        electronic_by,
        handed_over,
        last_year,
        due,
    }
}

fn shown(paper: Paper, ordinal: Option<u32>) -> DossierPaper {
    DossierPaper {
        key: paper.key,
        document: paper.document.map(|id| id.to_string()),
        has_file: paper.file.is_some(),
        file: paper.file.map(|file| file.id.to_string()),
        ordinal,
        date: paper.about.date,
        sign: paper.about.sign(),
        type_name: paper.about.type_name,
        subject: paper.about.subject,
        issuer: paper.about.issuer,
        pages: paper.pages,
        own_pages: paper.own_pages,
        counted: paper.counted.is_some(),
        included: paper.included,
        own: paper.own,
        reason: paper.reason.to_owned(),
    }
}
