//! Templates, documents, their form, their pages, and the files they become.

use super::{LinkView, Problem};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

wire! {
    /// A template.
    pub struct TemplateBrief {
        /// Stable identifier.
        id: String,
        /// Vietnamese name.
        name: String,
        /// English name.
        name_en: String,
        /// What it is about.
        subject: TemplateSubject,
        /// Vietnamese description in a line.
        about: String,
        /// English description.
        about_en: String,
        /// The source of the form, `Nghị định 30/2020/NĐ-CP, Mẫu 1.2`.
        source: String,
        /// What to check because no primary source was found, in Vietnamese.
        unverified: Vec<String>,
    }

    /// Drafts a document.
    pub struct Draft {
        /// Template id.
        template: String,
        /// Name or id of the round.
        round: Option<String>,
        /// Name or id of the conference.
        conference: Option<String>,
        /// Id of the issued document, for a copy.
        document: Option<String>,
        /// Field values of the officer's own.
        set: BTreeMap<String, String>,
    }

    /// A document in a list.
    pub struct DocumentBrief {
        /// `doc-12`.
        id: String,
        /// Template id.
        template: String,
        /// Title for lists: `Quyết định tặng Giấy khen · Tổng kết năm 2025`.
        title: String,
        /// Number and symbol, `15/QĐ-STP`, or `…/QĐ-STP` while blank.
        number: String,
        /// Date of issue.
        date: Option<NaiveDate>,
        /// State.
        state: DocumentState,
        /// Round or conference it is about.
        about: Option<String>,
        /// Its name.
        about_name: Option<String>,
        /// Last change, RFC 3339 local.
        changed_at: String,
        /// True where certificates can be printed from it.
        certificates: bool,
        /// What issued documents did to it: replaced, amended, corrected, recalled, cancelled it.
        became: Vec<LinkView>,
    }

    /// Filters for documents; empty = all. At most a thousand rows are given.
    pub struct DocumentFilter {
        /// Year of date or of creation.
        year: Option<i32>,
        /// State.
        state: Option<DocumentState>,
        /// Template id.
        template: Option<String>,
        /// In which order.
        order: DocumentOrder,
        /// The other way round.
        reverse: bool,
        /// First row, from 0.
        from: u32,
        /// How many rows.
        count: u32,
    }

    /// Documents, a page of them.
    pub struct DocumentPage {
        /// How many match.
        total: u32,
        /// This page of them.
        rows: Vec<DocumentBrief>,
    }

    /// A document as the editor shows it.
    pub struct DocumentView {
        /// As in lists.
        brief: DocumentBrief,
        /// Sections of the form, in order.
        sections: Vec<FieldSection>,
        /// Findings, worst first.
        findings: Vec<Finding>,
        /// Number of pages.
        pages: u32,
        /// How many files belong to it.
        files: u32,
        /// Height and width of each page in points.
        page_sizes: Vec<PageSize>,
        /// The list that the document prints, when it has one.
        list: Option<ListBrief>,
        /// What it does to earlier documents, and later ones (drafts too) to it.
        links: Vec<LinkView>,
    }

    /// A page's size in points.
    pub struct PageSize {
        /// Width.
        width: f32,
        /// Height.
        height: f32,
    }

    /// The list in a document.
    pub struct ListBrief {
        /// Collectives.
        collectives: u32,
        /// Households.
        households: u32,
        /// Individuals.
        individuals: u32,
        /// Prize money in all, đồng.
        prize_total: u64,
        /// The round it comes from.
        round: Option<String>,
    }

    /// A section of the form.
    pub struct FieldSection {
        /// Stable id.
        id: String,
        /// Vietnamese title.
        title: String,
        /// English title.
        title_en: String,
        /// Seldom needed: shown folded.
        folded: bool,
        /// Its fields.
        fields: Vec<FieldView>,
    }

    /// A field of the form.
    pub struct FieldView {
        /// Key, as in `--set KEY=VALUE` and `data-field` of the preview.
        key: String,
        /// Vietnamese label.
        label: String,
        /// English label.
        label_en: String,
        /// How it is edited.
        kind: FieldKind,
        /// Its value: the officer's own, else what the template makes of the facts.
        value: String,
        /// True where the officer typed it over the template.
        own: bool,
        /// True where the law allows a blank until the document is issued.
        may_be_blank: bool,
        /// Vietnamese remark under the field, may be empty.
        note: String,
        /// What a choice is made from; empty for other kinds.
        options: Vec<FieldOption>,
    }

    /// One thing that a choice may hold.
    pub struct FieldOption {
        /// What the field holds; empty for the usual case.
        value: String,
        /// Vietnamese label.
        label: String,
        /// English label.
        label_en: String,
    }

    /// A finding about a document.
    pub struct Finding {
        /// How much it matters.
        severity: FindingSeverity,
        /// What.
        problem: Problem,
    }

    /// Sets a field; `None` takes the officer's own value away.
    pub struct SetField {
        /// Document.
        id: String,
        /// Field.
        key: String,
        /// Value.
        value: Option<String>,
    }

    /// Lays the document out with unsaved values and gives pages as SVG. Nothing is written.
    pub struct Preview {
        /// Document.
        id: String,
        /// Values typed but not saved yet.
        values: BTreeMap<String, String>,
        /// First page wanted, from 0.
        from: u32,
        /// How many pages.
        count: u32,
    }

    /// Asks where the text of a field stands, with unsaved values.
    pub struct FindField {
        /// Document.
        id: String,
        /// Values typed but not saved yet.
        values: BTreeMap<String, String>,
        /// Field.
        field: String,
    }

    /// Where text of a field stands on a page; in points from its top left corner.
    pub struct FieldPlace {
        /// The page, from 0.
        page: u32,
        /// Left edge.
        x: f32,
        /// Top edge.
        y: f32,
        /// Width.
        width: f32,
        /// Height.
        height: f32,
    }

    /// Laid-out pages.
    pub struct Pages {
        /// All pages of the document.
        total: u32,
        /// Page number (from 0) of the first SVG.
        from: u32,
        /// One SVG a page.
        svg: Vec<String>,
        /// Findings of this layout.
        findings: Vec<Finding>,
    }

    /// Records number and date given by the registry, freezes the document and records its awards.
    pub struct Issue {
        /// Document.
        id: String,
        /// Number, digits and letters as given.
        number: String,
        /// Date.
        date: NaiveDate,
    }

    /// Exports to a file.
    pub struct Export {
        /// Document.
        id: String,
        /// Path of the PDF to write.
        path: String,
        /// Certificates only: one file for each honoree beside that path, named after it.
        #[serde(default)]
        apart: bool,
    }

    /// Writes one page as a picture (PNG, 200 dots to the inch).
    pub struct Picture {
        /// Document.
        id: String,
        /// The page, from 0.
        page: u32,
        /// A page of the document's certificates instead of its own.
        certificates: bool,
        /// Path of the PNG to write.
        path: String,
    }

    /// Printers of this PC.
    pub struct PrinterList {
        /// Their names; the one that is used when none is chosen first.
        names: Vec<String>,
    }

    /// Prints a document at 100 %.
    pub struct Print {
        /// Document.
        id: String,
        /// Its certificates instead.
        certificates: bool,
        /// Printer; the default one when empty.
        printer: String,
        /// How often.
        copies: u32,
        /// Pages as people write them, `1-3, 5`; all when empty.
        pages: String,
    }

    /// What was handed to a printer.
    pub struct Printed {
        /// The printer.
        printer: String,
        /// Pages of one copy.
        pages: u32,
        /// Copies.
        copies: u32,
    }

    /// A file that was written.
    pub struct Exported {
        /// Where; of several files the first.
        path: String,
        /// The further files, written beside it.
        beside: Vec<String>,
        /// Pages, all files together.
        pages: u32,
        /// Size in bytes, all files together.
        bytes: u64,
        /// SHA-256 of the first file, hex.
        sha256: String,
        /// Family of the serif embedded in it; none where it has only faces of certificates.
        serif: Option<String>,
        /// The copy kept in the archive of the first file.
        file: String,
        /// What is still blank or doubtful in it.
        findings: Vec<Finding>,
    }
}

wire_enum! {
    /// In which order documents are listed.
    pub enum DocumentOrder {
        /// Last changed first.
        Changed,
        /// Latest date first.
        Date,
        /// By title.
        Title,
        /// By symbol and number.
        Number,
    }

    /// What a template is about.
    pub enum TemplateSubject {
        /// A round.
        Round,
        /// A conference.
        Conference,
        /// A round or a conference, or neither.
        Any,
        /// An issued document.
        Document,
    }

    /// State of a document.
    pub enum DocumentState {
        /// Dự thảo: may change.
        Draft,
        /// Đã ban hành: number and date given, frozen.
        Issued,
    }

    /// How a field is edited.
    pub enum FieldKind {
        /// One line.
        Line,
        /// A paragraph or more, a line each.
        Paragraphs,
        /// A list of entries, a line each (citations, distribution): may be reordered.
        Entries,
        /// A date, ISO 8601 in the value, dd/mm/yyyy on screen.
        Date,
        /// A number given by the registry.
        Number,
        /// One of the field's options.
        Choice,
    }

    /// How much a finding matters.
    pub enum FindingSeverity {
        /// Worth knowing.
        Note,
        /// A blank that the law allows.
        Blank,
        /// Doubtful.
        Warning,
        /// Missing.
        Error,
    }
}
