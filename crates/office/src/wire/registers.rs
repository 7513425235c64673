//! The register of outgoing documents, links between documents, identity numbers.

use super::{DocumentState, Problem};
use chrono::NaiveDate;
use commendation::NumberSeries;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

wire! {
    /// Drafts a document that changes an issued one, and links the two.
    pub struct Amend {
        /// The issued document.
        id: String,
        /// What the new one does to it.
        kind: LinkKind,
        /// Template; none = a decision, or an official letter for a correction (Decree 30/2020/NĐ-CP, article 18.3).
        template: Option<String>,
    }

    /// Says what a draft does to an issued document.
    pub struct LinkDocuments {
        /// The draft.
        id: String,
        /// The issued document.
        earlier: String,
        /// What the draft does to it; none takes the link away.
        kind: Option<LinkKind>,
    }

    /// A link of a document, as seen from it.
    pub struct LinkView {
        /// What the later one does to the earlier.
        kind: LinkKind,
        /// True when the document shown is the earlier of the two: it was replaced, amended, …
        passive: bool,
        /// The other document, `doc-12`.
        id: String,
        /// Its title.
        title: String,
        /// Its number and symbol.
        number: String,
        /// Its date.
        date: Option<NaiveDate>,
        /// Its state: what a draft will do is not done yet.
        state: DocumentState,
    }

    /// Asks for the register of a year.
    pub struct RegisterFilter {
        /// The year; none = the current one.
        year: Option<i32>,
    }

    /// The register of outgoing documents of a year.
    pub struct Register {
        /// The year.
        year: i32,
        /// Years with issued documents, newest first.
        years: Vec<i32>,
        /// Every count of numbers by itself.
        strands: Vec<Strand>,
    }

    /// Numbers that are counted together.
    pub struct Strand {
        /// What tells it from the others.
        key: String,
        /// Name of the series.
        series: String,
        /// Types and body counted: `QĐ-STP`; empty where the series is counted as a whole.
        label: String,
        /// First number of the year.
        first: u32,
        /// The number that comes next.
        next: u32,
        /// Numbers that nothing on record was given, notes apart.
        missing: u32,
        /// Numbers given more than once.
        twice: u32,
        /// Documents, notes and gaps, by number.
        rows: Vec<RegisterRow>,
    }

    /// A line of the register.
    pub struct RegisterRow {
        /// What it is.
        kind: RegisterRowKind,
        /// Number: `15`, `15a`; of a gap its first.
        number: String,
        /// Last number of a gap.
        until: Option<u32>,
        /// `doc-12`.
        document: Option<String>,
        /// Số, ký hiệu.
        number_and_symbol: String,
        /// Ngày tháng văn bản.
        date: Option<NaiveDate>,
        /// Tên loại và trích yếu; of a note what the officer wrote.
        title: String,
        /// Người ký.
        signer: String,
        /// Nơi nhận văn bản.
        distribution: String,
        /// Đơn vị, người nhận bản lưu.
        kept_by: String,
        /// Số lượng bản.
        copies: String,
        /// Ngày chuyển.
        sent_on: String,
        /// Ghi chú.
        remark: String,
        /// What is odd about it.
        problems: Vec<Problem>,
    }

    /// Fills the columns of the register that a document does not tell.
    pub struct FillRegister {
        /// The document.
        id: String,
        /// Đơn vị, người nhận bản lưu.
        kept_by: String,
        /// Số lượng bản.
        copies: String,
        /// Ngày chuyển.
        sent_on: String,
        /// Ghi chú.
        remark: String,
    }

    /// Notes what the registry gave a number to that is not in this archive.
    pub struct NoteNumber {
        /// Key of the strand.
        strand: String,
        /// The year.
        year: i32,
        /// The number.
        number: u32,
        /// What it was given to; empty takes the note away.
        note: String,
    }

    /// Writes the register of a year: a PDF, or a workbook where the path ends in `.xlsx`.
    pub struct ExportRegister {
        /// The year; none = the current one.
        year: Option<i32>,
        /// Key of the one strand wanted; none = all.
        strand: Option<String>,
        /// Where to.
        path: String,
    }

    /// A list that was written.
    pub struct ListWritten {
        /// Where.
        path: String,
        /// Lines in it.
        rows: u32,
    }

    /// A series of numbers with its identifier.
    pub struct SeriesView {
        /// Identifier; none while it is only the usual one.
        id: Option<i64>,
        /// The series.
        series: NumberSeries,
    }

    /// Adds or changes a series.
    pub struct SaveSeries {
        /// Place in the list of `number_series`, from 0; none adds one.
        index: Option<u32>,
        /// The series.
        series: NumberSeries,
    }

    /// Takes a series away.
    pub struct RemoveSeries {
        /// Place in the list of `number_series`, from 0.
        index: u32,
    }

    /// Asks which number a draft would get, and what is odd about one.
    pub struct AskNumber {
        /// The draft.
        id: String,
        /// The number given; empty to be told the next one only.
        number: String,
        /// The date given.
        date: NaiveDate,
    }

    /// Which number comes next.
    pub struct NumberProposal {
        /// Name of the series; empty when no series takes the document.
        series: String,
        /// Types and body that are counted.
        label: String,
        /// The next number.
        next: u32,
        /// What is odd about the number given.
        advice: Vec<Problem>,
    }

    /// An identity number in full.
    pub struct Identity {
        /// The number; empty when there is none.
        number: String,
    }

    /// Writes the list of a round as a workbook.
    pub struct ExportList {
        /// The round.
        id: String,
        /// Identity numbers in full instead of masked; journalled.
        identities: bool,
        /// Where to.
        path: String,
    }

    /// Takes the last change back.
    pub struct Undo {
        /// Also where it issued a document that has left the program: the officer was asked.
        #[serde(default)]
        asked: bool,
    }

    /// Which change was taken back, or done again.
    pub struct Undone {
        /// The change, in Vietnamese.
        what: String,
    }
}

wire_enum! {
    /// What a later document does to an earlier one.
    pub enum LinkKind {
        /// Thay thế.
        Replaces,
        /// Sửa đổi, bổ sung.
        Amends,
        /// Đính chính.
        Corrects,
        /// Thu hồi.
        Recalls,
        /// Hủy bỏ.
        Cancels,
    }

    /// What a line of the register is.
    pub enum RegisterRowKind {
        /// An issued document.
        Document,
        /// A number given to something outside the archive.
        Note,
        /// Numbers that nothing on record was given.
        Gap,
    }
}
