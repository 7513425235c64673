//! What crosses to a host: the requests and responses of the command registry, as plain data.
//!
//! TypeScript types are generated from here. Not here: behaviour. Identifiers are texts such as `round-1`,
//! `doc-12`, `conf-3`, `hon-40`, `award-7`, `file-2`, `nom-9`: the kind, then a number of the archive.

use chrono::NaiveDate;
use commendation::{Agency, Authority, AwardKind, Conference, Honoree, HonoreeType, NominationState};
use exchange::ColumnMeaning;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

macro_rules! wire {
    ($($(#[$meta:meta])* pub struct $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty),* $(,)? })*) => {
        $($(#[$meta])* #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
        #[serde(rename_all = "camelCase")]
        pub struct $name { $($(#[$field_meta])* pub $field: $type,)* })*
    };
}

macro_rules! wire_enum {
    ($($(#[$meta:meta])* pub enum $name:ident { $($(#[$variant_meta:meta])* $variant:ident),* $(,)? })*) => {
        $($(#[$meta])* #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$variant_meta])* $variant,)* })*
    };
}

wire! {
    /// A failure or a finding, for people. `code` is stable: the interface translates by it and falls back to the
    /// Vietnamese `message`.
    pub struct Problem {
        /// Stable name, kebab-case.
        code: String,
        /// What happened, to which file or field, in Vietnamese.
        message: String,
        /// The field of the form it concerns.
        field: Option<String>,
        /// What to do, in Vietnamese.
        hint: Option<String>,
        /// The values inside the message, for translations.
        values: BTreeMap<String, String>,
    }

    /// A request without anything to say.
    pub struct Nothing {}

    /// A request about one thing.
    pub struct ById {
        /// Identifier.
        id: String,
    }

    /// What was made or changed.
    pub struct Made {
        /// Identifier of the new or changed thing.
        id: String,
    }

    /// How many were changed.
    pub struct Count {
        /// Number.
        count: u32,
    }

    /// The state of the program that every screen shows.
    pub struct Status {
        /// Program version.
        version: String,
        /// Folder of the archive.
        folder: String,
        /// The agency; none at first start.
        agency: Option<Agency>,
        /// What undo would take back, in Vietnamese.
        undo: Option<String>,
        /// What redo would do again.
        redo: Option<String>,
        /// When the last change was saved, RFC 3339 local time.
        saved_at: Option<String>,
        /// Settings by name: `language` (`vi`, `en`), `theme` (`light`, `dark`, `system`).
        settings: BTreeMap<String, String>,
        /// Open rounds, for the navigation.
        open_rounds: u32,
        /// Drafts, for the navigation.
        drafts: u32,
        /// True on a build for tests: the host may answer dialogs by itself.
        test_host: bool,
    }

    /// Sets one setting.
    pub struct SetSetting {
        /// `language`, `theme`.
        name: String,
        /// The new value.
        value: String,
    }

    /// What is open, what is recent.
    pub struct Home {
        /// Rounds not yet finished.
        rounds: Vec<RoundBrief>,
        /// Documents waiting for number, date or signature.
        documents: Vec<DocumentBrief>,
        /// Conferences, newest first.
        conferences: Vec<ConferenceBrief>,
        /// The last changes, newest first.
        recent: Vec<JournalEntry>,
    }

    /// A change that was made.
    pub struct JournalEntry {
        /// Running number.
        number: u64,
        /// When, RFC 3339 local time.
        at: String,
        /// Who (user of the PC).
        who: String,
        /// What, in Vietnamese.
        action: String,
        /// Identifier of the thing it was done to, when there is one.
        about: Option<String>,
    }

    /// A round in a list.
    pub struct RoundBrief {
        /// `round-1`.
        id: String,
        /// `Tổng kết năm 2025`.
        name: String,
        /// Year of the achievements.
        year: i32,
        /// Nominations by type of honoree.
        collectives: u32,
        /// Households.
        households: u32,
        /// Individuals.
        individuals: u32,
        /// Nominations with an open question.
        questions: u32,
        /// The step that comes next.
        next_step: RoundStep,
    }

    /// A round with everything in it.
    pub struct RoundView {
        /// As in lists.
        brief: RoundBrief,
        /// Each step and whether it is done.
        steps: Vec<StepState>,
        /// The nominations, in the order of lists.
        nominations: Vec<NominationRow>,
        /// Papers drafted for it.
        documents: Vec<DocumentBrief>,
        /// Workbooks that were imported, oldest first.
        files: Vec<FileBrief>,
    }

    /// A step of a round.
    pub struct StepState {
        /// Which.
        step: RoundStep,
        /// Done?
        done: bool,
    }

    /// One nomination of a round.
    pub struct NominationRow {
        /// `nom-9`.
        id: String,
        /// `hon-4`, the honoree's page.
        honoree_id: String,
        /// Who, as nominated.
        honoree: Honoree,
        /// Award kind id; none when not understood.
        kind: Option<String>,
        /// Name of the award kind as printed, or the list's wording.
        kind_name: String,
        /// Who confers it.
        authority: Option<Authority>,
        /// Achievement.
        achievement: String,
        /// State.
        state: NominationState,
        /// Past awards in short: `CSTĐCS 2023, 2024`.
        past: String,
        /// Findings: from the import and from the rules.
        problems: Vec<Problem>,
        /// Prize in đồng; none when the catalogue names none.
        prize: Option<u64>,
        /// Where it came from: `de-nghi.xlsx, dòng 14`.
        source: Option<String>,
    }

    /// Makes a round.
    pub struct NewRound {
        /// Name.
        name: String,
        /// Year; none = the current one.
        year: Option<i32>,
    }

    /// Renames a round.
    pub struct EditRound {
        /// Identifier.
        id: String,
        /// Name.
        name: String,
        /// Year.
        year: i32,
    }

    /// Adds or changes one nomination by hand.
    pub struct EditNomination {
        /// None for a new one.
        id: Option<String>,
        /// The round.
        round: String,
        /// Who.
        honoree: Honoree,
        /// Award kind id.
        kind: Option<String>,
        /// Achievement.
        achievement: String,
    }

    /// Decides about nominations.
    pub struct Decide {
        /// Nominations.
        ids: Vec<String>,
        /// Their new state.
        state: NominationState,
    }

    /// Several things by identifier.
    pub struct ByIds {
        /// Identifiers.
        ids: Vec<String>,
    }

    /// Asks what a workbook holds. Nothing is written.
    pub struct PreviewImport {
        /// Path of the workbook.
        path: String,
        /// The round it would go into, to tell what is known already.
        round: Option<String>,
        /// The officer's own meaning of columns by zero-based index; overrides what was recognised.
        columns: BTreeMap<u32, ColumnMeaning>,
        /// The sheet; none = the one that holds a list.
        sheet: Option<String>,
    }

    /// What a workbook holds.
    pub struct ImportPreview {
        /// File name.
        file: String,
        /// Sheet read.
        sheet: String,
        /// All sheets.
        sheets: Vec<String>,
        /// 1-based row of the column heads.
        header_row: u32,
        /// Columns from left to right.
        columns: Vec<ImportColumn>,
        /// The rows of the sheet from the top, at most 2,000 of them.
        rows: Vec<ImportRow>,
        /// Rows that hold a nomination or should.
        counts: ImportCounts,
        /// The year that the title above the list names.
        year: Option<i32>,
        /// Legacy encoding that was converted: `TCVN3`, `VNI`.
        converted_from: Option<String>,
        /// Findings about the whole file.
        problems: Vec<Problem>,
    }

    /// A column of the workbook.
    pub struct ImportColumn {
        /// Zero-based.
        index: u32,
        /// `A`, `B`, …
        letter: String,
        /// The head as written.
        heading: String,
        /// What it is taken for.
        meaning: ColumnMeaning,
    }

    /// A row of the workbook beside what was understood.
    pub struct ImportRow {
        /// Sheet.
        sheet: String,
        /// 1-based row in the sheet.
        row: u32,
        /// Cells as shown in Excel.
        cells: Vec<String>,
        /// What it is.
        verdict: RowVerdict,
        /// Who was understood.
        honoree: Option<Honoree>,
        /// Award kind id.
        kind: Option<String>,
        /// Reasons and doubts.
        problems: Vec<Problem>,
        /// What the cells do not state but their surroundings do (collective by section, gender by title).
        inferred: Vec<Problem>,
    }

    /// Counts over the rows that hold a nomination: total = new + known + repeated + question.
    pub struct ImportCounts {
        /// All.
        total: u32,
        /// To be added.
        new: u32,
        /// Already in this round.
        known: u32,
        /// Twice in this file.
        repeated: u32,
        /// Not understood.
        question: u32,
    }

    /// Imports a workbook into a round.
    pub struct Import {
        /// Path of the workbook.
        path: String,
        /// Name or identifier of the round; made when there is none.
        round: String,
        /// As in the preview.
        columns: BTreeMap<u32, ColumnMeaning>,
        /// As in the preview.
        sheet: Option<String>,
    }

    /// What was imported: rows in = added + skipped + failed.
    pub struct Imported {
        /// The round.
        round: String,
        /// Nominations added.
        added: u32,
        /// Rows left out with a reason (known, repeated).
        skipped: u32,
        /// Rows not understood, with the reason.
        failed: u32,
        /// Rows that held a nomination or should.
        total: u32,
        /// Every row with its outcome and the reasons.
        rows: Vec<ImportedRow>,
    }

    /// One row's outcome.
    pub struct ImportedRow {
        /// Sheet.
        sheet: String,
        /// 1-based row in the sheet.
        row: u32,
        /// `added`, `skipped`, `failed`.
        outcome: RowOutcome,
        /// The name as understood, or the cell.
        name: String,
        /// Nomination made of it.
        id: Option<String>,
        /// Reasons and doubts, in Vietnamese.
        reasons: Vec<Problem>,
    }

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
    }

    /// Filters for documents; empty = all.
    pub struct DocumentFilter {
        /// Year of date or of creation.
        year: Option<i32>,
        /// State.
        state: Option<DocumentState>,
        /// Template id.
        template: Option<String>,
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
        /// Files that belong to it.
        files: Vec<FileBrief>,
        /// Height and width of each page in points.
        page_sizes: Vec<PageSize>,
        /// The list that the document prints, when it has one.
        list: Option<ListBrief>,
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
    }

    /// A file that was written.
    pub struct Exported {
        /// Where.
        path: String,
        /// Pages.
        pages: u32,
        /// Size in bytes.
        bytes: u64,
        /// SHA-256, hex.
        sha256: String,
        /// The copy kept in the archive.
        file: String,
        /// What is still blank or doubtful in it.
        findings: Vec<Finding>,
    }

    /// A conference in a list.
    pub struct ConferenceBrief {
        /// `conf-1`.
        id: String,
        /// Name.
        name: String,
        /// Date.
        date: Option<NaiveDate>,
        /// Place.
        place: String,
        /// Honours given at it.
        honours: u32,
        /// Papers drafted for it.
        documents: u32,
    }

    /// A conference with everything about it.
    pub struct ConferenceView {
        /// Identifier.
        id: String,
        /// Facts.
        conference: Conference,
        /// Awards given at it, in legal order.
        honours: Vec<AwardRow>,
        /// Awards of its period, counted by authority and kind.
        figures: Vec<Figure>,
        /// Its papers.
        documents: Vec<DocumentBrief>,
        /// Its files.
        files: Vec<FileBrief>,
    }

    /// A count of awards of one kind.
    pub struct Figure {
        /// Kind id.
        kind: String,
        /// Kind name as printed.
        name: String,
        /// Who confers.
        authority: Authority,
        /// To collectives.
        collectives: u32,
        /// To households.
        households: u32,
        /// To individuals.
        individuals: u32,
    }

    /// Makes or changes a conference.
    pub struct EditConference {
        /// None for a new one.
        id: Option<String>,
        /// Facts.
        conference: Conference,
    }

    /// An award in the archive.
    pub struct AwardRow {
        /// `award-7`.
        id: String,
        /// `hon-4`.
        honoree_id: String,
        /// Who, as named in the decision.
        honoree: Honoree,
        /// Kind id.
        kind: String,
        /// Kind name as it was then.
        kind_name: String,
        /// Who conferred it.
        authority: Authority,
        /// Achievement.
        achievement: String,
        /// Year it is listed under: of the decision's date, else of the period's end.
        year: Option<i32>,
        /// Period of the achievement, as printed: `2015 - 2020`.
        period: String,
        /// Decision number and symbol; empty when not known.
        decision: String,
        /// Decision date.
        date: Option<NaiveDate>,
        /// Document of this archive that conferred it.
        document: Option<String>,
        /// Conference where it was given.
        conference: Option<String>,
        /// Its name.
        conference_name: Option<String>,
    }

    /// Records awards already decided by somebody, in one step.
    pub struct RecordAwards {
        /// Who.
        honoree: Honoree,
        /// Kind id.
        kind: String,
        /// How many awards of this kind (each its own record), at least 1.
        count: u32,
        /// Achievement.
        achievement: String,
        /// Period of the achievement.
        period: String,
        /// Decision number and symbol; empty when not known.
        decision: String,
        /// Decision date.
        date: Option<NaiveDate>,
        /// Conference where it was given.
        conference: Option<String>,
    }

    /// Filters for honorees.
    pub struct HonoreeFilter {
        /// Part of the name, marks optional; empty = all.
        text: String,
        /// Type.
        honoree_type: Option<HonoreeType>,
        /// First row, from 0.
        from: u32,
        /// How many rows.
        count: u32,
    }

    /// Honorees by given name.
    pub struct HonoreePage {
        /// How many match.
        total: u32,
        /// This page of them.
        rows: Vec<HonoreeBrief>,
    }

    /// An honoree in a list.
    pub struct HonoreeBrief {
        /// `hon-4`.
        id: String,
        /// Who, as last known.
        honoree: Honoree,
        /// Awards on record.
        awards: u32,
        /// The latest award in short.
        latest: String,
    }

    /// An honoree's page.
    pub struct HonoreeView {
        /// `hon-4`.
        id: String,
        /// Who, as last known.
        honoree: Honoree,
        /// Other spellings met.
        also_written: Vec<String>,
        /// Awards, newest first.
        awards: Vec<AwardRow>,
        /// Nominations under way.
        pending: Vec<PendingNomination>,
        /// Files.
        files: Vec<FileBrief>,
    }

    /// A nomination on an honoree's page.
    pub struct PendingNomination {
        /// Round id.
        round: String,
        /// Round name.
        round_name: String,
        /// Award kind name.
        kind_name: String,
        /// Year.
        year: i32,
        /// State.
        state: NominationState,
    }

    /// Changes an honoree's own data.
    pub struct EditHonoree {
        /// Identifier.
        id: String,
        /// Data.
        honoree: Honoree,
    }

    /// Searches everything.
    pub struct Search {
        /// What was typed.
        text: String,
        /// At most how many hits; 0 = 50.
        limit: u32,
    }

    /// A hit.
    pub struct Hit {
        /// What kind of thing.
        kind: HitKind,
        /// Identifier, as for `show`.
        id: String,
        /// Its name.
        title: String,
        /// Where it was found, the hit between `[` and `]`.
        snippet: String,
        /// True when it was found with the very marks that were typed.
        exact: bool,
    }

    /// A file kept in the archive.
    pub struct FileBrief {
        /// `file-2`.
        id: String,
        /// Name.
        name: String,
        /// Bytes.
        bytes: u64,
        /// SHA-256, hex.
        sha256: String,
        /// Why it is kept.
        role: FileRole,
        /// When it was added, RFC 3339 local.
        added_at: String,
    }

    /// Attaches a file.
    pub struct Attach {
        /// To what.
        id: String,
        /// Path of the file.
        path: String,
    }

    /// Writes a kept file out, byte for byte.
    pub struct SaveFile {
        /// File.
        id: String,
        /// Where to.
        path: String,
    }

    /// What a check of the archive found.
    pub struct Checked {
        /// True when nothing is wrong.
        sound: bool,
        /// What was looked at: journal rows, files, documents, …
        counts: BTreeMap<String, u64>,
        /// What is wrong.
        problems: Vec<Problem>,
    }

    /// Anything by its identifier, for the command line's `show`.
    pub struct Shown {
        /// Kind of thing.
        kind: HitKind,
        /// Identifier.
        id: String,
        /// Title.
        title: String,
        /// The whole view, as the window gets it.
        view: serde_json::Value,
    }
}

wire_enum! {
    /// The eight steps of a round.
    pub enum RoundStep {
        /// Danh sách.
        List,
        /// Kiểm tra.
        Check,
        /// Hội đồng.
        Council,
        /// Tờ trình.
        Submission,
        /// Quyết định.
        Decision,
        /// Giấy khen.
        Certificates,
        /// Trao tặng.
        Presentation,
        /// Lưu trữ.
        Archive,
    }

    /// What a row of a workbook is.
    pub enum RowVerdict {
        /// Letterhead, title, signature, blank.
        Outside,
        /// The column heads.
        Header,
        /// A section: tập thể, cá nhân.
        Section,
        /// The total row.
        Total,
        /// A new nomination.
        New,
        /// Already in the round.
        Known,
        /// Twice in this file.
        Repeated,
        /// Not understood.
        Question,
    }

    /// What became of an imported row.
    pub enum RowOutcome {
        /// Added.
        Added,
        /// Left out with a reason.
        Skipped,
        /// Not understood.
        Failed,
    }

    /// What a template is about.
    pub enum TemplateSubject {
        /// A round.
        Round,
        /// A conference.
        Conference,
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

    /// What a hit or a thing is.
    pub enum HitKind {
        /// Honoree.
        Honoree,
        /// Document.
        Document,
        /// Conference.
        Conference,
        /// Round.
        Round,
        /// Award.
        Award,
        /// File.
        File,
    }

    /// Why a file is kept.
    pub enum FileRole {
        /// PDF exported for signing.
        Exported,
        /// Signed file or other paper attached by the officer.
        Attached,
        /// Workbook that was imported.
        Imported,
        /// PDF frozen when the document was issued.
        Issued,
        /// Certificates.
        Certificates,
    }
}

/// The catalogue of award kinds, for pickers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Kinds {
    /// Each kind once, as the law has it now or had it last.
    pub kinds: Vec<AwardKind>,
}
