//! What comes in and goes out: nomination lists from Excel, old Vietnamese encodings, lists written to Excel, the text
//! of PDFs and Word files for search.
//!
//! The way in has three steps, each usable alone: [`read_workbook`] turns bytes into plain cells behind hard caps,
//! [`recognise_list`] finds the list in a sheet and says what each column and row means, and [`recognise_workbook`]
//! joins the sheets that hold lists. Nothing is written anywhere, and nothing is guessed silently: what was inferred
//! is recorded on the row, what is doubtful is a problem on the row, what is not understood is a question.
//!
//! Not here: the archive (what is already known), the law (`commendation`), file dialogs and paths.

mod biff;
mod book;
mod columns;
mod container;
mod error;
mod heads;
mod legacy;
mod list;
mod nominee;
mod ods;
mod package;
mod pdf;
mod rows;
mod text;
mod workbook;
mod write;
mod xml;

pub use book::{Book, List};
pub use columns::{Column, ColumnMeaning, column_letter};
pub use container::{
    MAX_CELL_CHARS, MAX_CELLS, MAX_COLUMNS, MAX_CONTAINER_BYTES, MAX_INFLATED_BYTES, MAX_ROWS, MAX_TEXT_BYTES,
};
pub use error::ExchangeError;
pub use legacy::{FontHint, LegacyEncoding, convert, detect};
pub use list::{
    Inference, ListRow, ListTitle, NominationList, RecogniseOptions, RowCounts, RowProblem, RowVerdict,
    recognise_list, recognise_workbook,
};
pub use package::{Package, pack_folder, unpack};
pub use pdf::{PdfFacts, pdf_facts};
pub use text::{FileText, MAX_TEXT_LETTERS, read_text};
pub use workbook::{Cell, Merge, Row, Sheet, Value, Workbook, read_workbook};
pub use write::{OutColumn, OutSheet, write_list, write_sheets};
pub use xml::Xml;
