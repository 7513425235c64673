//! Keeping for decades: the whole archive as a folder, dossiers, retention.

use super::Problem;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

wire! {
    /// A request about a path of the PC.
    pub struct PathOnly {
        /// Path.
        path: String,
    }

    /// Writes the whole archive to a folder or a package.
    pub struct ExportAll {
        /// A new or empty folder; or a file `….bangvang`, the same folder as one file to be brought in on another PC.
        path: String,
        /// Identity numbers in full instead of masked; journalled. A folder with masked ones is not taken in again.
        identities: bool,
    }

    /// A folder that was written.
    pub struct FolderWritten {
        /// Where.
        path: String,
        /// Files in it.
        files: u64,
        /// Their bytes.
        bytes: u64,
    }

    /// What a folder of a whole archive holds.
    pub struct FolderContent {
        /// Where.
        path: String,
        /// Documents.
        documents: u64,
        /// Awards.
        awards: u64,
        /// Honorees.
        honorees: u64,
        /// Conferences.
        conferences: u64,
        /// Rounds.
        rounds: u64,
        /// Kept files.
        kept_files: u64,
        /// Entries of the journal.
        journal: u64,
        /// Bytes in all.
        bytes: u64,
    }
}

wire! {
    /// Which dossiers.
    pub struct DossierFilter {
        /// Only those with something due.
        due: bool,
    }

    /// A dossier in a list.
    pub struct DossierBrief {
        /// The conference or decision it is about.
        id: String,
        /// Which of the two.
        kind: super::HitKind,
        /// Title of the conference or decision.
        title: String,
        /// Number and symbol of a decision.
        sign: String,
        /// The day on which the work ended, as far as known.
        ended: Option<NaiveDate>,
        /// Papers that are issued.
        issued: u32,
        /// Papers that are still drafts.
        drafts: u32,
        /// How long it is kept: `Vĩnh viễn`, `20 năm`.
        maintenance: String,
        /// How far it is.
        state: DossierState,
        /// Last day to hand it over by Decree 30; none while the work goes on or when it is not handed over.
        hand_over_by: Option<NaiveDate>,
        /// Last day to hand it over by the rule for electronic files.
        electronic_by: Option<NaiveDate>,
        /// When it was handed over.
        handed_over: Option<NaiveDate>,
        /// The last year in which it is kept; none for ever.
        last_year: Option<i32>,
        /// What is due.
        due: Option<DossierDue>,
    }

    /// A dossier with its form and its papers.
    pub struct DossierView {
        /// As in lists.
        brief: DossierBrief,
        /// Mã hồ sơ: organ, year, number and symbol, as far as known.
        file_code: String,
        /// The form.
        fields: Vec<DossierField>,
        /// Papers in the order of time.
        papers: Vec<DossierPaper>,
        /// What is missing or does not fit.
        remarks: Vec<Problem>,
        /// How long it is kept, and why.
        retention: RetentionView,
        /// When it is to be handed over, by each text.
        hand_over: Vec<HandOverView>,
        /// Papers that are in.
        doc_total: u32,
        /// Their pages.
        page_total: u32,
    }

    /// A field of a dossier.
    pub struct DossierField {
        /// Key: `notation`, `title`, …
        key: String,
        /// Element of Decree 30, appendix VI, part II; empty for what is not in it.
        element: String,
        /// The value in use.
        value: String,
        /// What is proposed.
        proposed: String,
        /// True when the officer set it.
        own: bool,
        /// Longest value in letters.
        longest: u32,
        /// True for a date.
        date: bool,
    }

    /// A paper of a dossier.
    pub struct DossierPaper {
        /// Key.
        key: String,
        /// The document it is.
        document: Option<String>,
        /// The file it is.
        file: Option<String>,
        /// Running number in the dossier; none when it is not in.
        ordinal: Option<u32>,
        /// Date.
        date: Option<NaiveDate>,
        /// Number and symbol.
        sign: String,
        /// Type of document.
        type_name: String,
        /// Abstract.
        subject: String,
        /// Who issued it.
        issuer: String,
        /// Pages, as far as known.
        pages: Option<u32>,
        /// True when the pages were typed by the officer.
        own_pages: bool,
        /// True when the file itself tells its pages.
        counted: bool,
        /// Whether it is in.
        included: bool,
        /// True when the officer decided so.
        own: bool,
        /// False for what cannot be put in: a draft has no file.
        has_file: bool,
        /// Why it is proposed to be in or not.
        reason: String,
    }

    /// How long a dossier is kept.
    pub struct RetentionView {
        /// The proposed period.
        proposed: String,
        /// The parts that have a period, the longest first, each with its own.
        reasons: Vec<String>,
        /// The text it rests on and from when it is counted.
        source: String,
        /// Why that is to be checked; none when it is certain.
        unverified: Option<String>,
    }

    /// A last day to hand over.
    pub struct HandOverView {
        /// The last day.
        due: NaiveDate,
        /// What the text says.
        what: String,
        /// The text.
        source: String,
        /// Rests on a secondary source.
        unverified: bool,
    }

    /// Completes a dossier; what is not named stays.
    pub struct SaveDossier {
        /// The conference or decision.
        id: String,
        /// Values by field; an empty one takes the proposal again.
        values: BTreeMap<String, String>,
        /// Papers by key.
        papers: BTreeMap<String, ChoosePaper>,
    }

    /// What is decided about a paper.
    pub struct ChoosePaper {
        /// Whether it is in; none = as proposed.
        included: Option<bool>,
        /// Its pages, where the file does not tell.
        pages: Option<u32>,
    }

    /// Writes a dossier as a package.
    pub struct PackDossier {
        /// The conference or decision.
        id: String,
        /// A path that ends with `.zip`, or a new or empty folder.
        path: String,
    }

    /// A package that was written.
    pub struct Packed {
        /// Where.
        path: String,
        /// Mã hồ sơ.
        file_code: String,
        /// Every file in it with its hash.
        files: Vec<PackedFile>,
        /// What is missing or does not fit.
        remarks: Vec<Problem>,
    }

    /// A file of a package.
    pub struct PackedFile {
        /// Name.
        name: String,
        /// SHA-256, hex.
        sha256: String,
        /// Size.
        bytes: u64,
    }

    /// The periods and rules that the program knows.
    pub struct RetentionRules {
        /// A rule for each kind of file: its name and period.
        rules: Vec<RetentionRuleBrief>,
        /// The text they rest on and from when it is counted.
        source: String,
        /// Why that is to be checked.
        unverified: Option<String>,
        /// Rules of hand-over.
        hand_over: Vec<HandOverRule>,
    }

    /// A rule of retention.
    pub struct RetentionRuleBrief {
        /// The kind of file.
        name: String,
        /// How long.
        period: String,
    }

    /// A rule of hand-over.
    pub struct HandOverRule {
        /// What the text says.
        what: String,
        /// The text.
        source: String,
        /// Rests on a secondary source.
        unverified: bool,
    }
}

wire_enum! {
    /// How far a dossier is.
    pub enum DossierState {
        /// Papers are still being drafted, or none is issued.
        Open,
        /// The work has ended.
        Ready,
        /// Handed over to the agency's archive.
        HandedOver,
    }

    /// What is due of a dossier.
    pub enum DossierDue {
        /// To be handed over within a month, or late, by Decree 30.
        HandOver,
        /// The earlier day of the rule for electronic files has come or is near.
        Electronic,
        /// The period of retention has ended: the agency decides what becomes of it. The program deletes nothing.
        RetentionEnded,
    }
}
