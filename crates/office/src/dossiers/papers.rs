//! Which papers belong to a dossier, in the order of time, and which file stands for each: the signed copy before the
//! frozen one. The officer may decide otherwise about every paper.

use crate::{Office, views::number_and_symbol, wire::Problem};
use archive::{
    ConferenceId, DocumentFilter, DocumentId, DocumentRecord, DossierDetails, FileRecord, FileRole, Id, Kind,
    Subject,
};
use chrono::NaiveDate;
use document::{Block, Document, Section};
use drafting::Values;
use std::collections::BTreeSet;

/// A paper of a dossier.
pub(crate) struct Paper {
    pub(crate) key: String,
    pub(crate) document: Option<DocumentId>,
    pub(crate) file: Option<FileRecord>,
    pub(crate) about: About,
    /// Pages as the file tells them.
    pub(crate) counted: Option<u32>,
    /// Pages in use: told, or typed by the officer.
    pub(crate) pages: Option<u32>,
    pub(crate) own_pages: bool,
    pub(crate) included: bool,
    pub(crate) own: bool,
    /// Why it is proposed to be in or not.
    pub(crate) reason: &'static str,
    pub(crate) remarks: Vec<Problem>,
}

/// What a paper says of itself.
#[derive(Clone, Default)]
pub(crate) struct About {
    pub(crate) date: Option<NaiveDate>,
    /// The day by which it stands among the papers where it has no date: when it was kept.
    pub(crate) kept: Option<NaiveDate>,
    pub(crate) type_name: String,
    pub(crate) number: String,
    pub(crate) symbol: String,
    pub(crate) issuer: String,
    pub(crate) subject: String,
    pub(crate) position: String,
    pub(crate) signer: String,
    pub(crate) to: Vec<String>,
}

impl About {
    /// Type and abstract as one line: `Quyết định về việc …`.
    pub(crate) fn line(&self) -> String {
        let subject = match self.subject.strip_prefix("Về") {
            Some(rest) if !self.type_name.is_empty() => format!("về{rest}"),
            _ => self.subject.clone(),
        };
        format!("{} {subject}", self.type_name).trim().to_owned()
    }

    pub(crate) fn sign(&self) -> String {
        number_and_symbol(&self.number, &self.symbol)
    }
}

/// A kept file with what was read of it.
struct Looked {
    file: FileRecord,
    pages: Option<u32>,
    signed: bool,
}

impl Office {
    /// All papers of a dossier, those that are in first to last by time.
    pub(crate) fn dossier_papers(
        &self,
        subject: Id,
        details: &DossierDetails,
    ) -> Result<Vec<Paper>, Problem> {
        let mut papers = Vec::new();
        for id in self.dossier_documents(subject)? {
            self.papers_of_document(id, subject, &mut papers)?;
        }
        let mut things = vec![subject];
        if let Ok(id) = DocumentId::try_from(subject)
            && let Some(Subject::Round(round)) = self.archive.document(id)?.summary.subject
        {
            things.push(round.into());
        }
        for thing in things.into_iter().filter(|thing| thing.kind != Kind::Document) {
            for file in self.archive.files_of(thing)? {
                let looked = self.look_at(file)?;
                papers.push(loose(looked, "Tài liệu kèm theo"));
            }
        }
        // The same file may be attached to several things.
        let mut seen = BTreeSet::new();
        papers.retain(|paper| seen.insert(paper.key.clone()));
        for paper in &mut papers {
            let Some(choice) = details.papers.get(&paper.key) else { continue };
            paper.own = choice.included.is_some();
            paper.included = choice.included.unwrap_or(paper.included) && paper.file.is_some();
            paper.own_pages = paper.counted.is_none() && choice.pages.is_some();
            paper.pages = paper.counted.or(choice.pages);
        }
        papers.sort_by_key(|paper| {
            (paper.file.is_none(), paper.about.date.or(paper.about.kept), paper.document)
        });
        Ok(papers)
    }

    /// The documents that belong: about the conference or the decision's round, decisions given at the conference, and
    /// what amends, replaces or copies any of them.
    fn dossier_documents(&self, subject: Id) -> Result<Vec<DocumentId>, Problem> {
        let about = |subject| -> Result<Vec<DocumentId>, Problem> {
            let filter = DocumentFilter { subject: Some(subject), ..DocumentFilter::default() };
            Ok(self.archive.documents(&filter)?.into_iter().map(|summary| summary.id).collect())
        };
        let mut ids: BTreeSet<DocumentId> = BTreeSet::new();
        if let Ok(conference) = ConferenceId::try_from(subject) {
            ids.extend(about(Subject::Conference(conference))?);
            ids.extend(self.archive.documents_given_at(conference)?);
        } else if let Ok(decision) = DocumentId::try_from(subject) {
            ids.insert(decision);
            if let Some(Subject::Round(round)) = self.archive.document(decision)?.summary.subject {
                ids.extend(about(Subject::Round(round))?);
            }
        }
        for id in ids.clone() {
            ids.extend(about(Subject::Document(id))?);
        }
        Ok(ids.into_iter().collect())
    }

    fn papers_of_document(
        &self,
        id: DocumentId,
        subject: Id,
        papers: &mut Vec<Paper>,
    ) -> Result<(), Problem> {
        let record = self.archive.document(id)?;
        let about = self.about(&record)?;
        if record.summary.state == archive::DocumentState::Draft {
            let message = format!("“{}” còn là dự thảo.", record.summary.title);
            papers.push(Paper {
                reason: "Dự thảo không đưa vào hồ sơ",
                included: false,
                remarks: vec![
                    Problem::new("dossier-draft", message)
                        .hint("Hãy ban hành hoặc xóa bản thảo trước khi kết thúc hồ sơ.")
                        .value("title", &record.summary.title),
                ],
                ..paper(id.to_string(), Some(id), None, about)
            });
            return Ok(());
        }
        // Another decision of the same round that confers has a dossier of its own.
        let apart = Id::from(id) != subject
            && subject.kind == Kind::Document
            && drafting::template(&record.summary.template).is_some_and(|template| template.confers);
        let kept = self.archive.files_of(id)?;
        let mut frozen: Vec<Looked> = Vec::new();
        let mut attached: Vec<Looked> = Vec::new();
        for file in kept {
            match file.role {
                FileRole::Issued => frozen.push(self.look_at(file)?),
                FileRole::Attached => attached.push(self.look_at(file)?),
                // The export is the frozen paper once more, certificates went to those honoured.
                FileRole::Exported | FileRole::Certificates | FileRole::Imported => {}
            }
        }
        frozen.sort_by_key(|looked| (Some(looked.file.id) != record.file, looked.file.id));
        let mut main = true;
        for issued in frozen {
            // A signed or scanned copy has the pages of what was issued; one with a digital signature is surer.
            let copy = |signed: bool| {
                attached.iter().position(|other| {
                    other.pages == issued.pages && other.pages.is_some() && other.signed >= signed
                })
            };
            let place = copy(true).or_else(|| copy(false));
            match place {
                Some(place) => {
                    let signed = attached.remove(place);
                    let reason = if signed.signed {
                        "Bản đã ký số"
                    } else {
                        "Bản có cùng số trang với văn bản ban hành"
                    };
                    papers.push(file_of(signed, id, about.clone(), reason, !apart));
                    papers.push(file_of(issued, id, about.clone(), "Đã có bản ký đính kèm", false));
                }
                None => {
                    let mut paper = file_of(issued, id, about.clone(), "Bản ban hành", !apart);
                    if main && !apart {
                        let message = format!("Chưa có bản đã ký của “{}”.", record.summary.title);
                        paper.remarks.push(
                            Problem::new("dossier-not-signed", message)
                                .hint("Hãy đính kèm bản ký số hoặc bản quét có chữ ký, con dấu vào văn bản.")
                                .value("title", &record.summary.title),
                        );
                    }
                    papers.push(paper);
                }
            }
            main = false;
        }
        for looked in attached {
            let mut other = loose(looked, "Đính kèm văn bản");
            other.document = Some(id);
            other.included = !apart;
            // Beside the paper it was attached to.
            other.about.kept = about.date;
            papers.push(other);
        }
        if apart {
            for paper in papers.iter_mut().filter(|paper| paper.document == Some(id)) {
                paper.reason = "Quyết định này có hồ sơ riêng";
            }
        }
        Ok(())
    }

    fn look_at(&self, file: FileRecord) -> Result<Looked, Problem> {
        let facts = exchange::pdf_facts(&self.archive.read_file(file.id)?);
        let pages = facts.map(|facts| facts.pages).or_else(|| is_picture(&file.name).then_some(1));
        Ok(Looked { pages, signed: facts.is_some_and(|facts| facts.signed), file })
    }

    /// What a document says of itself: type, abstract, signer, addressees as on the paper.
    fn about(&self, record: &DocumentRecord) -> Result<About, Problem> {
        let drafted = self.drafted(record, &Values::new())?;
        let mut about = About {
            date: record.summary.date,
            number: record.summary.number.clone(),
            symbol: record.summary.symbol.clone(),
            issuer: record.issuer.clone(),
            ..About::default()
        };
        read_paper(&drafted.document, &mut about);
        if about.type_name.is_empty() {
            // An official letter is the one paper without the name of its type (Decree 30, appendix I, II.5).
            about.type_name = "Công văn".to_owned();
        }
        if about.subject.is_empty() {
            about.subject = record.summary.title.clone();
        }
        Ok(about)
    }
}

fn read_paper(document: &Document, about: &mut About) {
    let line = |text: &document::Text| text.to_plain().replace('\n', " ").trim().to_owned();
    let Some(Section::Paper(paper)) = document.sections.first() else { return };
    for block in &paper.blocks {
        match block {
            Block::Head(head) => about.subject = head.summary.as_ref().map(line).unwrap_or_default(),
            Block::Title { kind, summary } if about.type_name.is_empty() => {
                about.type_name = sentence_case(&line(kind));
                about.subject = line(summary);
            }
            Block::Addressees { to, .. } => {
                about.to =
                    to.iter().map(|text| line(text).trim_matches(['-', ';', '.', ' ']).to_owned()).collect();
            }
            Block::Closing(closing) => {
                if let Some(signature) = closing.signatures.last() {
                    about.position = signature.position.iter().map(line).collect::<Vec<_>>().join(" ");
                    about.signer = line(&signature.name);
                }
            }
            _ => {}
        }
    }
}

/// `QUYẾT ĐỊNH` as `Quyết định`.
fn sentence_case(words: &str) -> String {
    let lower = words.to_lowercase();
    let mut letters = lower.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn is_picture(name: &str) -> bool {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_lowercase());
    extension.is_some_and(|extension| ["jpg", "jpeg", "png", "tif", "tiff"].contains(&&*extension))
}

fn paper(key: String, document: Option<DocumentId>, file: Option<FileRecord>, about: About) -> Paper {
    Paper {
        key,
        document,
        file,
        about,
        counted: None,
        pages: None,
        own_pages: false,
        included: true,
        own: false,
        reason: "",
        remarks: Vec::new(),
    }
}

fn file_of(
    looked: Looked,
    document: DocumentId,
    about: About,
    reason: &'static str,
    included: bool,
) -> Paper {
    let Looked { file, pages, .. } = looked;
    Paper {
        counted: pages,
        pages,
        reason,
        included,
        ..paper(file.id.to_string(), Some(document), Some(file), about)
    }
}

/// A file that is no document of the program: known by its name and the day it was kept.
fn loose(looked: Looked, reason: &'static str) -> Paper {
    let Looked { file, pages, .. } = looked;
    let about = About {
        kept: file.added_at.get(..10).and_then(|day| day.parse().ok()),
        type_name: "Tài liệu".to_owned(),
        subject: file.name.rsplit_once('.').map_or(file.name.as_str(), |(stem, _)| stem).to_owned(),
        ..About::default()
    };
    Paper { counted: pages, pages, reason, ..paper(file.id.to_string(), None, Some(file), about) }
}
