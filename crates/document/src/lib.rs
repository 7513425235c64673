//! The document tree: what a paper says and what each part of it is, in the order it is read.
//!
//! Pure data. Not here: where a fact comes from (`drafting`), sizes, fonts and page breaks (`typesetting`).
//! Parts carry the names of Decree 30/2020/NĐ-CP, appendix I, so that the layout can follow its table element by
//! element. Text is NFC; lengths are millimetres unless the name says points.

mod diagnostic;
mod marks;
mod plain;
mod sheet;
mod text;

pub use diagnostic::{Diagnostic, Severity};
pub use marks::{AgencyStamp, CopyHead, Urgency};
pub use sheet::{
    Align, Color, FontFamily, Placed, Point, Rect, Segment, Sheet, TextBox, TextRole, VerticalAlign,
};
pub use text::{Run, Style, Text};

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// A whole document: what becomes one PDF file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// What the file says about itself.
    pub meta: Meta,
    /// Sections in reading order; each starts on a new page.
    pub sections: Vec<Section>,
}

/// What the file says about itself (PDF information and XMP).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Meta {
    /// Title as a viewer shows it, for example `Quyết định về việc tặng Giấy khen`.
    pub title: String,
    /// The issuing agency.
    pub author: String,
    /// One line about the content.
    pub subject: String,
    /// Creation time written into the file. Passed in, so that the same document gives the same bytes.
    pub created: DateTime<FixedOffset>,
}

/// A run of pages with one page form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Section {
    /// An administrative paper, flowed over A4 pages by the rules of Decree 30.
    Paper(Paper),
    /// One certificate page, everything placed.
    Sheet(Sheet),
}

/// Flowed A4 pages. Page numbers start at 1 in every paper and are not shown on its first page
/// (Decree 30, appendix I, part I, section I.7; an annex is numbered by itself, section III.1.đ).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Paper {
    /// Which way the page lies.
    pub orientation: Orientation,
    /// The blocks in reading order.
    pub blocks: Vec<Block>,
}

/// Which way a page lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Orientation {
    /// 210 x 297 mm.
    #[default]
    Portrait,
    /// 297 x 210 mm, for wide tables.
    Landscape,
}

/// An element of a paper. Numbers in brackets are those of the decree's own table (appendix I, part I, section V).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Block {
    /// The two-column head (1 to 4).
    Head(Head),
    /// Type of document and its abstract, with the short rule below (5a).
    Title {
        /// `QUYẾT ĐỊNH`, `TỜ TRÌNH`, … as printed.
        kind: Text,
        /// The abstract (trích yếu); empty when the type stands alone.
        summary: Text,
    },
    /// Whose power the document is issued by, `GIÁM ĐỐC SỞ TƯ PHÁP`, centred capitals.
    Authority(Text),
    /// One legal ground (căn cứ), italic, on its own line (6).
    Citation(Text),
    /// The words of command, `QUYẾT ĐỊNH:`, centred capitals.
    Order(Text),
    /// `Kính gửi:` and whom (9a).
    Addressees {
        /// The words before the list, `Kính gửi:`.
        lead: Text,
        /// One entry for each addressee.
        to: Vec<Text>,
    },
    /// A heading inside the body.
    Heading {
        /// How deep, and so how it looks.
        level: Level,
        /// The heading as printed, its number included: `I. ĐẶC ĐIỂM TÌNH HÌNH`.
        text: Text,
    },
    /// `Điều 1.` and its text. The label never ends a page.
    Article {
        /// `Điều 1.`
        label: Text,
        /// What the article says.
        text: Text,
    },
    /// Running text: justified, first line indented.
    Paragraph(Text),
    /// One entry of a list under a paragraph: `1. …`, `a) …`, `- …`; label included in the text.
    Item(Text),
    /// A table; its head repeats on every page.
    Table(Table),
    /// `Phụ lục I` / title / `(Kèm theo Quyết định số …)`.
    AnnexHead {
        /// `Phụ lục I`; none for a list that is called by its title alone (`DANH SÁCH`).
        label: Option<Text>,
        /// The annex's title, capitals.
        title: Text,
        /// Further title lines below, bold, as typed.
        summary: Option<Text>,
        /// `(Kèm theo Quyết định số … ngày …)`, italic.
        reference: Option<Text>,
    },
    /// Distribution on the left, signature on the right (7 to 9b). Never alone on a page, never split.
    Closing(Closing),
    /// Right-aligned name under a news item or a speech.
    Byline(Text),
    /// How fast the paper must travel, in a red box below the number (10b).
    Urgency {
        /// How fast.
        urgency: Urgency,
        /// Key of the template field it was chosen in.
        field: Option<String>,
    },
    /// `XEM XONG TRẢ LẠI`, `LƯU HÀNH NỘI BỘ`: who may read the paper, in a box above the head (11).
    Circulation(Text),
    /// `PL.(300)`: who drafted the paper and how many copies are issued; right after the closing, whose
    /// distribution list it ends (12).
    Drafter(Text),
    /// Address, telephone, e-mail, site: below a rule at the foot of page 1, one line each (13).
    Address(Vec<Text>),
    /// Place for the agency's electronic signature, top right on page 1 (14).
    AgencyStamp(AgencyStamp),
    /// The head of a copy on paper; its closing follows.
    Copy(CopyHead),
    /// Nothing down to so many millimetres from the paper's top edge: what follows is printed on a sheet that has text
    /// above it already.
    Below(f32),
}

/// Depth of a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Level {
    /// `Phần thứ nhất …`: centred, bold; its title on a line of its own, capitals.
    Part,
    /// `Chương I`: like a part.
    Chapter,
    /// `Mục 1` inside a chapter: like a part.
    Division,
    /// `Tiểu mục 1` inside a division: like a part.
    Subdivision,
    /// `I. …`: left with first-line indent, bold capitals.
    Section,
    /// `1. …` with a title on a line of its own: left with first-line indent, bold.
    Clause,
}

/// The two-column head of page 1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Head {
    /// The agency above the issuer, capitals, not bold; none when there is none.
    pub parent: Option<Text>,
    /// The issuing agency, capitals, bold; a short rule follows.
    pub agency: Text,
    /// `Số: 15/QĐ-STP`; none where the paper has no number (news item).
    pub number: Option<Text>,
    /// `Tây Ninh, ngày 05 tháng 01 năm 2026`; none for minutes, which have no place and date in the head.
    pub place_and_date: Option<Text>,
    /// Abstract below the number, for official letters (5b).
    pub summary: Option<Text>,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// Columns from left to right.
    pub columns: Vec<Column>,
    /// Rows below the head.
    pub rows: Vec<Row>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// The head cell.
    pub head: Text,
    /// How its cells are set.
    pub align: Align,
    /// How its width is found.
    pub width: Width,
}

/// How a column's width is found.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Width {
    /// Just wide enough for the widest cell that cannot break.
    Narrow,
    /// A share of what the narrow columns leave.
    Share(f32),
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Row {
    /// A heading across all columns, bold: `I. TẬP THỂ`.
    Group(Text),
    /// One cell for each column; missing cells are empty.
    Cells(Vec<Text>),
    /// Like `Cells`, bold: a total.
    Total(Vec<Text>),
}

/// The foot of a document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Closing {
    /// `Nơi nhận:` entries, `- Như Điều 3;` …; none when the paper has no distribution list.
    pub distribution: Vec<Text>,
    /// From left to right: one for most papers, two for minutes (secretary, chair). With one signature it stands
    /// on the right half; with two and a distribution list, the list goes below the left one.
    pub signatures: Vec<Signature>,
}

/// A place to sign.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Signature {
    /// Power and position, capitals: `KT. GIÁM ĐỐC`, `PHÓ GIÁM ĐỐC`.
    pub position: Vec<Text>,
    /// The signer's name; no degree or title before it (Decree 30, article 13 and appendix I.II.7). A further
    /// position (7b: a council member's office in the agency) stands on lines before it.
    pub name: Text,
    /// Name of the empty signature field for the person, `ChuKyNguoiKy`; unique in the document.
    pub person_field: String,
    /// Name of the field for the agency's seal, `DauCoQuan`; none where no seal is set.
    pub seal_field: Option<String>,
    /// Written where the signature was, in an excerpt of a paper that is signed already: nobody signs there again, so
    /// there are no fields. None where somebody will sign.
    #[serde(default)]
    pub given: Option<Text>,
}
