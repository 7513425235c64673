//! From template, facts and values to the document and the form the editor shows.

use crate::citations::law_on;
use crate::expression::{count2, lower_first, upper_first};
use crate::fields::Form;
use crate::template::Select;
use crate::{Facts, FieldKind, FieldOption, ListEntry, Subject, Template, blocks, list, marks};
use chrono::{DateTime, FixedOffset};
use document::{Block, Diagnostic, Document, Meta, Severity};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::UnicodeNormalization;

/// The officer's own field values by key; a key that is absent leaves the template's default.
pub type Values = BTreeMap<String, String>;

/// A drafted document with the form that edits it.
#[derive(Debug, Clone, PartialEq)]
pub struct Drafted {
    /// Title for lists and for the file, `Quyết định về việc tặng Giấy khen của Giám đốc Sở Tư pháp`.
    pub title: String,
    /// The form, in order.
    pub sections: Vec<Section>,
    /// The document.
    pub document: Document,
    /// What is missing or doubtful, worst first.
    pub diagnostics: Vec<Diagnostic>,
    /// The entries that this template prints, in the order of its list.
    pub entries: Vec<ListEntry>,
    /// True where the officer wishes the paper tightened until it takes a page less.
    pub tightened: bool,
    /// True where each annex goes into a file of its own (Decree 30/2020/NĐ-CP, appendix I, part I, section III.1.d).
    pub annexes_apart: bool,
}

impl Drafted {
    /// What becomes one file each: the whole document, or the paper and each annex.
    pub fn files(&self) -> Vec<Cow<'_, Document>> {
        if !self.annexes_apart {
            return vec![Cow::Borrowed(&self.document)];
        }
        let mut files: Vec<Document> = Vec::new();
        for section in &self.document.sections {
            match (files.last_mut(), marks::annex_title(section)) {
                (Some(file), None) => file.sections.push(section.clone()),
                (_, title) => {
                    let mut meta = self.document.meta.clone();
                    if let Some(title) = title {
                        meta.title = format!("{title} ({})", lower_first(&meta.title));
                    }
                    files.push(Document { meta, sections: vec![section.clone()] });
                }
            }
        }
        files.into_iter().map(Cow::Owned).collect()
    }
}

/// A section of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Stable identifier.
    pub id: String,
    /// Vietnamese title.
    pub title: String,
    /// English title.
    pub title_en: String,
    /// Seldom needed: shown folded.
    pub folded: bool,
    /// Its fields.
    pub fields: Vec<Field>,
}

/// A field of the form with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Key.
    pub key: String,
    /// Vietnamese label.
    pub label: String,
    /// English label.
    pub label_en: String,
    /// How it is edited.
    pub kind: FieldKind,
    /// The officer's own value, else what the template makes of the facts. Lists hold one entry a line.
    pub value: String,
    /// True where the value is the officer's own.
    pub own: bool,
    /// True where the law allows a blank until the document is issued.
    pub may_be_blank: bool,
    /// Vietnamese remark; may be empty.
    pub note: String,
    /// What a choice is made from; empty for other kinds.
    pub options: Vec<FieldOption>,
}

/// Drafts a document. Always gives one; what is missing is in `diagnostics`.
pub fn draft(template: &Template, facts: &Facts, values: &Values, created: DateTime<FixedOffset>) -> Drafted {
    let nominated = facts.round.as_ref().map_or(&[][..], |round| &round.entries);
    let entries = list::selected(nominated, template.select.as_ref());
    let mut form = Form::fill(template, facts, values, &entries);
    check(template, facts, &mut form, &entries);
    let sections = blocks::papers(template, facts, &mut form, &entries);
    let (tightened, annexes_apart) = (form.value("fit") == "tight", form.value("annex_file") == "apart");
    let named = file_title(&sections);
    let title = match (template.subject, &facts.round, &facts.conference) {
        (Subject::Round, Some(round), _) => format!("{} · {}", template.name, round.name),
        (Subject::Conference, _, Some(about)) => format!("{} · {}", template.name, about.conference.name),
        (Subject::Document, ..) if facts.original.is_some() => {
            let title = facts.original.as_ref().map(|original| original.title.as_str());
            format!("{} · {}", template.name, title.unwrap_or_default())
        }
        // What such a paper is about stands in its own title.
        (Subject::Any, ..) => named.clone().unwrap_or_else(|| template.name.clone()),
        _ => template.name.clone(),
    };
    let meta = Meta {
        title: match template.subject {
            // The original's title is not the copy's.
            Subject::Document => title.clone(),
            _ => named.unwrap_or_else(|| title.clone()),
        },
        author: facts.agency.name.nfc().collect(),
        subject: title.nfc().collect(),
        created,
    };
    let Form { sections: form_sections, mut diagnostics, .. } = form;
    diagnostics.sort_by_key(|diagnostic| std::cmp::Reverse(diagnostic.severity));
    Drafted {
        title: title.nfc().collect(),
        sections: form_sections,
        document: Document { meta, sections },
        diagnostics,
        entries,
        tightened,
        annexes_apart,
    }
}

/// What the facts themselves leave open.
fn check(template: &Template, facts: &Facts, form: &mut Form<'_>, entries: &[ListEntry]) {
    if template.subject == Subject::Round && template.select.is_some() {
        if entries.is_empty() {
            let message = format!(
                "Đợt này chưa có tập thể, cá nhân nào thuộc “{}”. Thêm vào danh sách của đợt, hoặc kiểm tra danh hiệu, \
                 hình thức khen thưởng đã ghi cho từng người.",
                template.name
            );
            form.tell(Severity::Error, "empty-list", message, None);
        }
        let unknown =
            facts.round.iter().flat_map(|r| &r.entries).filter(|entry| entry.kind.is_empty()).count();
        if unknown > 0 {
            let message = format!(
                "{} đề nghị chưa rõ danh hiệu, hình thức khen thưởng nên chưa được tính vào văn bản nào.",
                count2(unknown as u64)
            );
            form.tell(Severity::Warning, "unknown-kind", message, None);
        }
    }
    check_nominations(template, form, entries);
    check_law(template, facts, form, entries);
    for name in list::twice(entries) {
        let message = format!("{name} có tên hai lần cho cùng một danh hiệu, hình thức khen thưởng.");
        form.tell(Severity::Warning, "duplicate-entry", message, None);
    }
    if let Some(date) = form.date {
        for (kind, name) in
            [("council-minutes", "Biên bản họp Hội đồng"), ("submission-province", "Tờ trình")]
        {
            let late =
                |paper: &&crate::RelatedPaper| paper.kind == kind && paper.date.is_some_and(|day| day > date);
            if template.confers && facts.related.iter().find(late).is_some() {
                let message = format!("{name} có ngày sau ngày của văn bản này.");
                form.tell(Severity::Warning, "date-order", message, Some("date"));
            }
        }
    }
    if template.fields().any(|field| field.key == "prize") && !form.value("prize").is_empty() {
        let without = entries.iter().filter(|entry| entry.prize.is_none()).count();
        if without > 0 {
            let message =
                format!("{} mục chưa có mức thưởng nên chưa tính vào tổng tiền.", count2(without as u64));
            form.tell(Severity::Warning, "no-prize", message, Some("prize"));
        }
    }
}

/// Nominations that nobody has decided about, or whose import left a question.
fn check_nominations(template: &Template, form: &mut Form<'_>, entries: &[ListEntry]) {
    let count = |is: fn(&ListEntry) -> bool| count2(entries.iter().filter(|entry| is(entry)).count() as u64);
    // The minutes take every nomination: they are where it is decided about.
    let decided = template.select.as_ref().is_some_and(|select| *select != Select::default());
    if decided && entries.iter().any(|entry| entry.pending) {
        let message = format!("{} đề nghị chưa được xét.", count(|entry| entry.pending));
        form.tell(Severity::Warning, "pending-nominations", message, None);
    }
    if entries.iter().any(|entry| entry.questioned) {
        let message = format!("{} đề nghị còn điều cần xem.", count(|entry| entry.questioned));
        form.tell(Severity::Warning, "questioned-nominations", message, None);
    }
}

/// Law that the document rests on and that was read in no primary source, and sums that wait for the date.
fn check_law(template: &Template, facts: &Facts, form: &mut Form<'_>, entries: &[ListEntry]) {
    let kinds: BTreeSet<String> = entries
        .iter()
        .filter_map(|entry| Some(format!("“{}” ({})", entry.kind_name, entry.unverified_kind.as_ref()?)))
        .collect();
    if !kinds.is_empty() {
        let message = format!("Tên gọi, căn cứ chưa đối chiếu được với văn bản gốc: {}.", joined(&kinds));
        form.tell(Severity::Note, "unverified-kind", message, None);
    }
    let prizes = !form.value("prize").is_empty() && list::prize_total(entries) > 0;
    if prizes {
        let salaries: BTreeSet<String> =
            entries.iter().filter_map(|entry| entry.unverified_salary.clone()).collect();
        if !salaries.is_empty() {
            let message =
                format!("Mức lương cơ sở chưa đối chiếu được với văn bản gốc: {}.", joined(&salaries));
            form.tell(Severity::Note, "unverified-salary", message, Some("prize"));
        }
        if form.date.is_none() {
            let message = "Tiền thưởng đang tính theo mức lương cơ sở của hôm nay; khi ban hành tính theo mức \
                           của ngày ban hành.";
            form.tell(Severity::Note, "prize-by-today", message.to_owned(), Some("prize"));
        }
    }
    let left_out = law_on(form.date.unwrap_or(facts.today)).left_out;
    // The officer's own grounds are hers; nothing of ours is left out of them.
    let grounds = template.fields().find(|field| field.default.speaks_of("law."));
    if let Some(key) = grounds.map(|field| field.key.as_str()).filter(|key| !form.is_own(key))
        && !left_out.is_empty()
    {
        let message = format!("Chưa in vì chưa đối chiếu được: {}.", left_out.join("; "));
        form.tell(Severity::Note, "unverified-law", message, Some(key));
    }
}

fn joined(texts: &BTreeSet<String>) -> String {
    texts.iter().map(String::as_str).collect::<Vec<_>>().join("; ")
}

/// `Quyết định về việc tặng Giấy khen …`, from the title as printed.
fn file_title(sections: &[document::Section]) -> Option<String> {
    let document::Section::Paper(paper) = sections.first()? else { return None };
    paper.blocks.iter().find_map(|block| match block {
        Block::Title { kind, summary } => {
            let kind = upper_first(&kind.to_plain().to_lowercase());
            let summary = summary.to_plain().replace('\n', " ");
            Some(if summary.is_empty() { kind } else { format!("{kind} {}", lower_first(&summary)) })
        }
        Block::Copy(copy) => Some(upper_first(&copy.form.to_plain().to_lowercase())),
        // A letter has no type; its abstract stands below the number.
        Block::Head(document::Head { summary: Some(summary), .. }) => {
            let summary = summary.to_plain();
            Some(format!("Công văn về việc {}", summary.strip_prefix("V/v ").unwrap_or(&summary)))
        }
        Block::Heading { level: document::Level::Part, text } => Some(text.to_plain().replace('\n', " ")),
        _ => None,
    })
}
