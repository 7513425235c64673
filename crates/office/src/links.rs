//! What later documents do to issued ones: drafting such a document, and saying on both what became of the earlier.

use crate::{
    Office,
    documents::{field, template_of},
    problem::required,
    views::number_and_symbol,
    wire::*,
};
use archive::{Action, DocumentId, DocumentLink, DocumentRecord, Subject};
use commendation::{long_date, symbol_parts};
use drafting::Values;
use std::collections::HashMap;

/// The form of a document that replaces, amends, recalls or cancels another.
const DECISION: &str = "decision-change";
/// The form of a correction.
const LETTER: &str = "official-letter";

#[allow(missing_docs)] // each command is described once, in the registry
impl Office {
    pub fn amend(&mut self, request: Amend) -> Result<Made, Problem> {
        let earlier: DocumentId = request.id.parse()?;
        let record = self.archive.document(earlier)?;
        if record.summary.state == archive::DocumentState::Draft {
            let message = format!("“{}” chưa ban hành: cứ sửa bản thảo.", record.summary.title);
            return Err(Problem::new("not-issued-yet", message).value("title", &record.summary.title));
        }
        let usual = if request.kind == LinkKind::Corrects { LETTER } else { DECISION };
        let id = request.template.as_deref().unwrap_or(usual);
        let template = drafting::template(id).ok_or_else(|| crate::documents::unknown_template(id))?;
        let cited = self.cited(&record)?;
        let mut values = Values::new();
        match template.id.as_str() {
            DECISION => {
                values.insert("change".to_owned(), word(request.kind).to_owned());
                values.insert("earlier".to_owned(), cited);
            }
            LETTER => {
                values.insert("summary".to_owned(), format!("{} {cited}", lower(verb(request.kind))));
                let fault =
                    format!("{cited} có sai sót về thể thức, kỹ thuật trình bày, nay đính chính như sau:");
                values.extend((request.kind == LinkKind::Corrects).then(|| ("body".to_owned(), fault)));
            }
            _ => {}
        }
        let subject = match template.subject {
            drafting::Subject::Any | drafting::Subject::Document => Some(Subject::Document(earlier)),
            // The form of a round or a conference is filled from the same one.
            drafting::Subject::Round | drafting::Subject::Conference => match record.summary.subject {
                Some(subject @ (Subject::Round(_) | Subject::Conference(_))) => Some(subject),
                _ => return Err(required("template", "mẫu hợp với văn bản này")),
            },
        };
        self.draft_with(template, subject, values, Some((request.kind, earlier)))
    }

    pub fn link_documents(&mut self, request: LinkDocuments) -> Result<Nothing, Problem> {
        let (later, earlier): (DocumentId, DocumentId) = (request.id.parse()?, request.earlier.parse()?);
        let (title, of) = (self.archive.title(later.into())?, self.archive.title(earlier.into())?);
        let text = match request.kind {
            Some(kind) => format!("Ghi “{title}”: {} {of}", lower(verb(kind))),
            None => format!("Bỏ liên hệ của “{title}” với {of}"),
        };
        self.archive.transact(Action::new(text).about(later), &self.stamp(), |tx| {
            match request.kind {
                Some(kind) => tx.link_documents(later, stored(kind), earlier)?,
                None => tx.unlink_documents(later, earlier)?,
            }
            Ok::<_, Problem>(())
        })?;
        Ok(Nothing {})
    }
}

impl Office {
    /// Links of a document, those to earlier ones first.
    pub(crate) fn links_of(&self, id: DocumentId) -> Result<Vec<LinkView>, Problem> {
        let active = self.archive.earlier_documents(id)?.into_iter().map(|link| link_view(link, false));
        let passive = self.archive.later_documents(id)?.into_iter().map(|link| link_view(link, true));
        Ok(active.chain(passive).collect())
    }

    /// Says in a list what became of each document.
    pub(crate) fn mark_documents(&self, briefs: &mut [DocumentBrief]) -> Result<(), Problem> {
        let became = self.became()?;
        for brief in briefs {
            brief.became = became.get(&brief.id).cloned().unwrap_or_default();
        }
        Ok(())
    }

    /// Says of each award what became of the decision that conferred it. The award stays.
    pub(crate) fn mark_awards(&self, awards: &mut [AwardRow]) -> Result<(), Problem> {
        if awards.iter().all(|award| award.document.is_none()) {
            return Ok(());
        }
        let became = self.became()?;
        for award in awards {
            let of = award.document.as_ref().and_then(|id| became.get(id));
            award.became = of.cloned().unwrap_or_default();
        }
        Ok(())
    }

    /// What issued documents did to others, by the earlier one.
    fn became(&self) -> Result<HashMap<String, Vec<LinkView>>, Problem> {
        let mut became: HashMap<String, Vec<LinkView>> = HashMap::new();
        for link in self.archive.issued_links()? {
            became.entry(link.earlier.to_string()).or_default().push(link_view(link, true));
        }
        Ok(became)
    }

    /// A document as another one names it: `Quyết định số 15/QĐ-STP ngày 05 tháng 01 năm 2026 của Giám đốc Sở Tư pháp
    /// về việc …`.
    fn cited(&self, record: &DocumentRecord) -> Result<String, Problem> {
        let drafted = self.drafted(record, &Values::new())?;
        let summary = &record.summary;
        let number = number_and_symbol(&summary.number, &summary.symbol);
        let (kind, _) = symbol_parts(&summary.symbol);
        let agency =
            self.archive.agency_on(summary.date.unwrap_or_else(|| self.today()))?.unwrap_or_default();
        let by = match kind.as_str() {
            "QĐ" if agency.name == record.issuer => format!("{} {}", agency.head_position, agency.name),
            _ => record.issuer.clone(),
        };
        let mut cited = format!("{} số {number}", type_name(&kind, &template_of(record)?.name));
        if let Some(date) = summary.date {
            cited.push_str(&format!(" {}", long_date(date)));
        }
        cited.push_str(&format!(" của {}", by.trim()));
        if let Some(text) = field(&drafted, "summary").filter(|text| !text.is_empty()) {
            cited.push_str(&format!(" {}", lower(&text)));
        }
        Ok(cited)
    }
}

fn link_view(link: DocumentLink, passive: bool) -> LinkView {
    let other = if passive { link.later } else { link.earlier };
    LinkView {
        kind: match link.kind {
            archive::LinkKind::Replaces => LinkKind::Replaces,
            archive::LinkKind::Amends => LinkKind::Amends,
            archive::LinkKind::Corrects => LinkKind::Corrects,
            archive::LinkKind::Recalls => LinkKind::Recalls,
            archive::LinkKind::Cancels => LinkKind::Cancels,
        },
        passive,
        id: other.to_string(),
        title: link.title,
        number: number_and_symbol(&link.number, &link.symbol),
        date: link.date,
        state: match link.state {
            archive::DocumentState::Draft => DocumentState::Draft,
            archive::DocumentState::Issued => DocumentState::Issued,
        },
    }
}

pub(crate) fn stored(kind: LinkKind) -> archive::LinkKind {
    match kind {
        LinkKind::Replaces => archive::LinkKind::Replaces,
        LinkKind::Amends => archive::LinkKind::Amends,
        LinkKind::Corrects => archive::LinkKind::Corrects,
        LinkKind::Recalls => archive::LinkKind::Recalls,
        LinkKind::Cancels => archive::LinkKind::Cancels,
    }
}

/// The option of the template's field.
fn word(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::Replaces => "replaces",
        LinkKind::Amends => "amends",
        LinkKind::Corrects => "corrects",
        LinkKind::Recalls => "recalls",
        LinkKind::Cancels => "cancels",
    }
}

pub(crate) fn verb(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::Replaces => "Thay thế",
        LinkKind::Amends => "Sửa đổi, bổ sung",
        LinkKind::Corrects => "Đính chính",
        LinkKind::Recalls => "Thu hồi",
        LinkKind::Cancels => "Hủy bỏ",
    }
}

/// Name of a type by its abbreviation (Decree 30/2020/NĐ-CP, appendix III.I), of those that this program drafts; else
/// the form's own.
fn type_name<'a>(kind: &str, form: &'a str) -> &'a str {
    match kind {
        "QĐ" => "Quyết định",
        "TTR" => "Tờ trình",
        "BB" => "Biên bản",
        "BC" => "Báo cáo",
        "GM" => "Giấy mời",
        "KH" => "Kế hoạch",
        "TB" => "Thông báo",
        "HD" => "Hướng dẫn",
        commendation::LETTERS => "Công văn",
        _ => form,
    }
}

/// The first letter small, unless the word is an abbreviation.
fn lower(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(text.chars().skip(1)).collect()
        }
        _ => text.to_owned(),
    }
}
