//! Documents: drafted from a template and live facts, previewed, exported, issued and frozen.

use crate::{
    Office,
    exports::file_names,
    problem::internal,
    progress::{Stage, recorded},
    views::{self, number_and_symbol},
    wire::*,
};
use archive::{
    Action, DocumentId, DocumentRecord, DraftContent, FileRole, Issuance, NewAward, NewDocument, Subject,
};
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};
use commendation::{HonoreeType, short_date, text::clean};
use drafting::{Drafted, Facts, Template, Values, draft};

/// Rows of one page at most.
const MOST_ROWS: u32 = 1_000;

#[allow(missing_docs)] // each command is described once, in the registry
impl Office {
    pub fn templates(&mut self, _: Nothing) -> Result<Vec<TemplateBrief>, Problem> {
        let brief = |template: &Template| TemplateBrief {
            id: template.id.clone(),
            name: template.name.clone(),
            name_en: template.name_en.clone(),
            subject: match template.subject {
                drafting::Subject::Round => TemplateSubject::Round,
                drafting::Subject::Conference => TemplateSubject::Conference,
                drafting::Subject::Any => TemplateSubject::Any,
                drafting::Subject::Document => TemplateSubject::Document,
            },
            about: template.about.clone(),
            about_en: template.about_en.clone(),
            source: template.source.clone(),
            unverified: template.unverified.clone(),
        };
        Ok(drafting::templates().iter().map(brief).collect())
    }

    pub fn draft(&mut self, request: Draft) -> Result<Made, Problem> {
        let template =
            drafting::template(&request.template).ok_or_else(|| unknown_template(&request.template))?;
        let subject = self.subject_of(template, &request)?;
        self.draft_with(template, subject, request.set, None)
    }

    /// Drafts a document, and says what it does to an earlier one.
    pub(crate) fn draft_with(
        &mut self,
        template: &'static Template,
        subject: Option<Subject>,
        values: Values,
        link: Option<(LinkKind, DocumentId)>,
    ) -> Result<Made, Problem> {
        let drafted = draft(template, &self.facts(template, subject, &values)?, &values, self.stamp().at);
        for key in values.keys() {
            if drafted.sections.iter().flat_map(|section| &section.fields).all(|field| field.key != *key) {
                return Err(unknown_field(key, template));
            }
        }
        check_date(&values)?;
        let content = content(&drafted, values);
        let action = Action::new(format!("Soạn {}", content.title));
        let new = NewDocument { template: template.id.clone(), subject, content };
        let done = self.archive.transact(action, &self.stamp(), |tx| {
            let id = tx.add_document(&new)?;
            if let Some((kind, earlier)) = link {
                tx.link_documents(id, crate::links::stored(kind), earlier)?;
            }
            Ok::<_, Problem>(id)
        })?;
        Ok(Made { id: done.value.to_string() })
    }

    pub fn documents(&mut self, request: DocumentFilter) -> Result<DocumentPage, Problem> {
        let filter = archive::DocumentFilter {
            year: request.year,
            state: request.state.map(|state| match state {
                DocumentState::Draft => archive::DocumentState::Draft,
                DocumentState::Issued => archive::DocumentState::Issued,
            }),
            template: request.template,
            order: match request.order {
                DocumentOrder::Changed => archive::DocumentOrder::Changed,
                DocumentOrder::Date => archive::DocumentOrder::Date,
                DocumentOrder::Title => archive::DocumentOrder::Title,
                DocumentOrder::Number => archive::DocumentOrder::Number,
            },
            reverse: request.reverse,
            from: request.from,
            limit: Some(request.count.min(MOST_ROWS)),
            ..archive::DocumentFilter::default()
        };
        let mut rows: Vec<DocumentBrief> =
            self.archive.documents(&filter)?.iter().map(views::document_brief).collect();
        self.mark_documents(&mut rows)?;
        Ok(DocumentPage { total: self.archive.count_documents(&filter)?, rows })
    }

    pub fn document(&mut self, request: ById) -> Result<DocumentView, Problem> {
        let record = self.archive.document(request.id.parse()?)?;
        self.view(record)
    }

    pub fn set_field(&mut self, request: SetField) -> Result<DocumentView, Problem> {
        let id: DocumentId = request.id.parse()?;
        let record = self.draft_record(id)?;
        let template = template_of(&record)?;
        let mut values = record.values.clone();
        match request.value {
            Some(value) => values.insert(request.key.clone(), value),
            None => values.remove(&request.key),
        };
        check_date(&values)?;
        let facts = self.facts(template, record.summary.subject, &values)?;
        let drafted = draft(template, &facts, &values, self.stamp().at);
        let mut fields = drafted.sections.iter().flat_map(|section| &section.fields);
        let label = match fields.find(|field| field.key == request.key) {
            Some(field) => field.label.clone(),
            None => return Err(unknown_field(&request.key, template)),
        };
        let content = content(&drafted, values);
        let action = Action::new(format!("Sửa “{label}” của {}", content.title)).about(id);
        self.archive.transact(action, &self.stamp(), |tx| Ok::<_, Problem>(tx.edit_draft(id, &content)?))?;
        self.document(ById { id: request.id })
    }

    pub fn preview(&mut self, request: Preview) -> Result<Pages, Problem> {
        let record = self.archive.document(request.id.parse()?)?;
        let drafted = self.drafted(&record, &request.values)?;
        let laid = self.lay_out(&record, &(&drafted).into())?;
        Ok(laid.shown(request.from, request.count, drafted.diagnostics))
    }

    pub fn find_field(&mut self, request: FindField) -> Result<Vec<FieldPlace>, Problem> {
        let record = self.archive.document(request.id.parse()?)?;
        let drafted = self.drafted(&record, &request.values)?;
        Ok(self.lay_out(&record, &(&drafted).into())?.places(&request.field))
    }

    pub fn issue(&mut self, request: Issue) -> Result<Made, Problem> {
        let id: DocumentId = request.id.parse()?;
        let record = self.draft_record(id)?;
        let template = template_of(&record)?;
        let number = clean(&request.number);
        if number.is_empty() {
            return Err(crate::problem::required("number", "số văn bản do văn thư cấp"));
        }
        check_number(&number)?;
        self.check_issue_date(request.date)?;
        let mut values = record.values.clone();
        values.insert("number".to_owned(), number.clone());
        values.insert("date".to_owned(), request.date.to_string());
        let facts = self.facts(template, record.summary.subject, &values)?;
        let stamp = self.stamp();
        let drafted = draft(template, &facts, &values, stamp.at);
        if template.confers && drafted.entries.is_empty() {
            let message = "Quyết định này chưa có tập thể, cá nhân nào để khen thưởng.";
            return Err(
                Problem::new("nothing-to-confer", message).hint("Hãy nhập danh sách của đợt rồi ban hành.")
            );
        }
        check_holes(&drafted)?;
        let laid = self.lay_out(&record, &(&drafted).into())?;
        let files = laid.pdfs(&self.watch(Stage::Writing))?;
        let agency = facts.agency.name.clone();
        let content = content(&drafted, values.clone());
        let mut frozen = serde_json::to_value(&facts).map_err(|error| internal(&error))?;
        laid.freeze(&mut frozen)?;
        let action = Action::new(format!("Ban hành {}{}", content.title, laid.serif_remark())).about(id);
        let decision = number_and_symbol(&number, &content.symbol);
        let names = file_names(&content.title, files.len());
        let watch = &self.environment.watch;
        self.archive.transact(action, &stamp, |tx| {
            let mut kept = Vec::new();
            for (name, bytes) in names.iter().zip(&files) {
                kept.push(tx.keep_file(name, bytes, FileRole::Issued, Some(id.into()))?);
            }
            tx.edit_draft(id, &content)?;
            tx.issue_document(
                id,
                &Issuance {
                    number,
                    symbol: content.symbol.clone(),
                    issuer: agency,
                    date: request.date,
                    title: content.title.clone(),
                    text: content.text.clone(),
                    facts: frozen,
                    file: kept.first().copied(),
                },
            )?;
            if template.confers {
                for (done, entry) in drafted.entries.iter().enumerate() {
                    recorded(watch, done, drafted.entries.len())?;
                    let nomination: archive::NominationId = entry.id.parse()?;
                    let honoree_id = tx.nomination(nomination)?.honoree_id;
                    let Some(authority) = entry.authority else { continue };
                    tx.add_award(&NewAward {
                        honoree_id,
                        honoree: entry.honoree.clone(),
                        kind: entry.kind.clone(),
                        kind_name: entry.kind_name.clone(),
                        authority,
                        achievement: entry.achievement.clone(),
                        period: facts.round.as_ref().map(|round| round.year.to_string()).unwrap_or_default(),
                        year: Some(facts.round.as_ref().map_or(request.date.year(), |round| round.year)),
                        decision: decision.clone(),
                        date: Some(request.date),
                        document: Some(id),
                        conference: None,
                        nomination: Some(nomination),
                    })?;
                }
            }
            Ok::<_, Problem>(())
        })?;
        Ok(Made { id: request.id })
    }

    pub fn remove_document(&mut self, request: ById) -> Result<Nothing, Problem> {
        let id: DocumentId = request.id.parse()?;
        let action = Action::new(format!("Xóa bản thảo {}", self.archive.title(id.into())?)).about(id);
        self.archive.transact(action, &self.stamp(), |tx| Ok::<_, Problem>(tx.remove_document(id)?))?;
        Ok(Nothing {})
    }

    /// The document drafted from what was frozen when it was issued, else from facts and values as they are now.
    pub(crate) fn drafted(&self, record: &DocumentRecord, typed: &Values) -> Result<Drafted, Problem> {
        let (facts, values) = self.made_of(record, typed)?;
        Ok(draft(template_of(record)?, &facts, &values, changed_at(record)))
    }

    /// The issued document that another is a copy of.
    pub(crate) fn original(&self, id: DocumentId) -> Result<drafting::Original, Problem> {
        let record = self.archive.document(id)?;
        let title = record.summary.title.clone();
        if record.facts.is_none() {
            let message = format!("“{title}” chưa ban hành nên chưa sao được.");
            return Err(Problem::new("not-issued", message)
                .hint("Chỉ sao văn bản đã có số, ngày và đã ban hành.")
                .field("document")
                .value("title", title));
        }
        Ok(drafting::Original { title, document: self.drafted(&record, &Values::new())?.document })
    }

    pub(crate) fn made_of(
        &self,
        record: &DocumentRecord,
        typed: &Values,
    ) -> Result<(Facts, Values), Problem> {
        if let Some(frozen) = &record.facts {
            let facts = serde_json::from_value(frozen.clone()).map_err(|error| internal(&error))?;
            return Ok((facts, record.values.clone()));
        }
        let mut values = record.values.clone();
        values.extend(typed.iter().map(|(key, value)| (key.clone(), value.clone())));
        let facts = self.facts(template_of(record)?, record.summary.subject, &values)?;
        Ok((facts, values))
    }

    fn view(&mut self, record: DocumentRecord) -> Result<DocumentView, Problem> {
        let drafted = self.drafted(&record, &Values::new())?;
        let laid = self.lay_out(&record, &(&drafted).into())?;
        let list = (!drafted.entries.is_empty()).then(|| {
            let of =
                |wanted| count(drafted.entries.iter().filter(|e| e.honoree.honoree_type == wanted).count());
            ListBrief {
                collectives: of(HonoreeType::Collective),
                households: of(HonoreeType::Household),
                individuals: of(HonoreeType::Individual),
                prize_total: drafting::prize_total(&drafted.entries),
                round: match record.summary.subject {
                    Some(Subject::Round(id)) => Some(id.to_string()),
                    _ => None,
                },
            }
        });
        let links = self.links_of(record.summary.id)?;
        let mut brief = views::document_brief(&record.summary);
        let done = |link: &&LinkView| link.passive && link.state == DocumentState::Issued;
        brief.became = links.iter().filter(done).cloned().collect();
        Ok(DocumentView {
            brief,
            links,
            pages: laid.pages(),
            page_sizes: laid
                .sheets()
                .map(|page| PageSize { width: page.width_pt, height: page.height_pt })
                .collect(),
            findings: views::findings(drafted.diagnostics.into_iter().chain(laid.diagnostics()).collect()),
            sections: drafted.sections.into_iter().map(section).collect(),
            files: self.archive.count_files_of(record.summary.id)?,
            list,
        })
    }

    /// A paper is dated on a day that has come, and in the life of the Republic.
    fn check_issue_date(&self, date: NaiveDate) -> Result<(), Problem> {
        let today = self.today();
        let problem = if date > today {
            let message =
                format!("Ngày ban hành {} ở sau hôm nay ({}).", short_date(date), short_date(today));
            Problem::new("date-in-future", message).hint("Hãy ghi ngày ký văn bản.")
        } else if date.year() < 1945 {
            let message = format!("Ngày ban hành {} ở trước năm 1945.", short_date(date));
            Problem::new("date-too-early", message).hint("Hãy kiểm tra lại năm.")
        } else {
            return Ok(());
        };
        Err(problem.field("date").value("date", date.to_string()))
    }

    fn draft_record(&self, id: DocumentId) -> Result<DocumentRecord, Problem> {
        let record = self.archive.document(id)?;
        match record.summary.state {
            archive::DocumentState::Draft => Ok(record),
            archive::DocumentState::Issued => Err(archive::ArchiveError::Issued { document: id }.into()),
        }
    }

    fn subject_of(&self, template: &Template, request: &Draft) -> Result<Option<Subject>, Problem> {
        use drafting::Subject::{Any, Conference, Document, Round};
        match (template.subject, request.round.as_deref(), request.conference.as_deref()) {
            (Document, ..) => match &request.document {
                Some(id) => Ok(Some(Subject::Document(id.parse()?))),
                None => Err(crate::problem::required("document", "văn bản được sao")),
            },
            (Round | Any, Some(name), _) => match self.find_round(name)? {
                Some(id) => Ok(Some(Subject::Round(id))),
                None => Err(Problem::new("no-round", format!("Không có đợt nào tên “{name}”."))
                    .hint("Hãy nhập danh sách của đợt trước.")
                    .field("round")
                    .value("name", name)),
            },
            (Conference | Any, _, Some(name)) => match self.find_conference(name)? {
                Some(id) => Ok(Some(Subject::Conference(id))),
                None => Err(Problem::new("no-conference", format!("Không có hội nghị nào tên “{name}”."))
                    .hint("Hãy tạo hội nghị trước.")
                    .field("conference")
                    .value("name", name)),
            },
            (Any, None, None) => Ok(None),
            (Round, None, _) => Err(crate::problem::required("round", "đợt khen thưởng của văn bản")),
            (Conference, _, None) => Err(crate::problem::required("conference", "hội nghị của văn bản")),
        }
    }

    fn find_conference(&self, name_or_id: &str) -> Result<Option<archive::ConferenceId>, Problem> {
        match name_or_id.parse::<archive::ConferenceId>() {
            Ok(id) => {
                self.archive.conference(id)?;
                Ok(Some(id))
            }
            Err(_) => Ok(self.archive.conference_named(name_or_id)?),
        }
    }
}

fn option(option: drafting::FieldOption) -> FieldOption {
    let drafting::FieldOption { value, label, label_en } = option;
    FieldOption { value, label, label_en }
}

fn section(section: drafting::Section) -> FieldSection {
    let field = |field: drafting::Field| FieldView {
        key: field.key,
        label: field.label,
        label_en: field.label_en,
        kind: match field.kind {
            drafting::FieldKind::Line => FieldKind::Line,
            drafting::FieldKind::Paragraphs => FieldKind::Paragraphs,
            drafting::FieldKind::Entries => FieldKind::Entries,
            drafting::FieldKind::Date => FieldKind::Date,
            drafting::FieldKind::Number => FieldKind::Number,
            drafting::FieldKind::Choice => FieldKind::Choice,
        },
        value: field.value,
        own: field.own,
        may_be_blank: field.may_be_blank,
        note: field.note,
        options: field.options.into_iter().map(option).collect(),
    };
    FieldSection {
        id: section.id,
        title: section.title,
        title_en: section.title_en,
        folded: section.folded,
        fields: section.fields.into_iter().map(field).collect(),
    }
}

fn content(drafted: &Drafted, values: Values) -> DraftContent {
    DraftContent {
        title: drafted.title.clone(),
        symbol: field(drafted, "symbol").unwrap_or_default(),
        values,
        text: drafted.document.plain_text(),
    }
}

pub(crate) fn field(drafted: &Drafted, key: &str) -> Option<String> {
    let mut fields = drafted.sections.iter().flat_map(|section| &section.fields);
    fields.find(|field| field.key == key).map(|field| field.value.clone())
}

pub(crate) fn template_of(record: &DocumentRecord) -> Result<&'static Template, Problem> {
    let id = &record.summary.template;
    drafting::template(id).ok_or_else(|| unknown_template(id))
}

/// The time written into a document's PDF: that of its last change, so that exporting twice gives the same bytes.
pub(crate) fn changed_at(record: &DocumentRecord) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(&record.summary.changed_at).unwrap_or_default()
}

fn check_date(values: &Values) -> Result<(), Problem> {
    match values.get("date").filter(|text| !text.is_empty()) {
        Some(text) if text.parse::<NaiveDate>().is_err() => {
            Err(Problem::new("bad-date", format!("“{text}” không phải là ngày."))
                .hint("Hãy ghi ngày theo dạng năm-tháng-ngày, ví dụ 2025-12-20.")
                .field("date")
                .value("text", text))
        }
        _ => Ok(()),
    }
}

fn check_number(number: &str) -> Result<(), Problem> {
    if drafting::is_number(number) {
        return Ok(());
    }
    Err(Problem::new("bad-number", format!("Số văn bản “{number}” không đúng."))
        .hint("Chỉ ghi số do văn thư cấp, có thể kèm một chữ cái, ví dụ 15, 07 hoặc 15a; ký hiệu có ô riêng.")
        .field("number")
        .value("text", number))
}

/// What is issued is frozen: nothing that it says may still be open.
fn check_holes(drafted: &Drafted) -> Result<(), Problem> {
    let open: Vec<&document::Diagnostic> =
        drafted.diagnostics.iter().filter(|found| found.severity == document::Severity::Error).collect();
    let Some(first) = open.first() else { return Ok(()) };
    let messages: Vec<&str> = open.iter().map(|found| found.message.trim_end_matches('.')).collect();
    let mut fields: Vec<&str> = open.iter().filter_map(|found| found.field.as_deref()).collect();
    fields.dedup();
    let problem =
        Problem::new("open-holes", format!("Văn bản chưa đủ để ban hành. {}.", messages.join(". ")))
            .hint("Hãy điền đủ các mục này, hoặc tự gõ lời văn vào mục, rồi ban hành.")
            .value("fields", fields.join(", "));
    Err(match &first.field {
        Some(field) => problem.field(field),
        None => problem,
    })
}

pub(crate) fn unknown_template(id: &str) -> Problem {
    let known: Vec<&str> = drafting::templates().iter().map(|template| template.id.as_str()).collect();
    Problem::new("unknown-template", format!("Không có mẫu “{id}”."))
        .hint(format!("Các mẫu có sẵn: {}.", known.join(", ")))
        .value("template", id)
}

fn unknown_field(key: &str, template: &Template) -> Problem {
    Problem::new("unknown-field", format!("Mẫu “{}” không có mục “{key}”.", template.name))
        .field(key)
        .value("key", key)
}

/// Entries are far fewer than a `u32` can count.
fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
