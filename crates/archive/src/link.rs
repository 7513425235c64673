//! What a later document does to an issued one: replaces, amends, corrects, recalls, cancels it. The earlier one stays as
//! it was issued; the link says on both what became of it, and counts once the later one is issued.

use chrono::NaiveDate;
use rusqlite::{Row, params};

use crate::row::{self, Word};
use crate::{ArchiveError, DocumentId, DocumentState, Records, Result, Tx};

/// What a later document does to an earlier one (Decree 30/2020/NĐ-CP, articles 18.3 and 18.4; Law on Emulation and
/// Commendation 2022, article 93.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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

/// One side of a link, as seen from the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentLink {
    /// What the later does to the earlier.
    pub kind: LinkKind,
    /// The later document.
    pub later: DocumentId,
    /// The earlier document.
    pub earlier: DocumentId,
    /// The title of the one on the other side.
    pub title: String,
    /// Its number; empty for a draft.
    pub number: String,
    /// Its symbol.
    pub symbol: String,
    /// Its date.
    pub date: Option<NaiveDate>,
    /// Its state: while the later one is a draft, nothing has become of the earlier.
    pub state: DocumentState,
}

fn link_at(row: &Row<'_>) -> rusqlite::Result<DocumentLink> {
    Ok(DocumentLink {
        kind: row::word(row, 0)?,
        later: row.get(1)?,
        earlier: row.get(2)?,
        title: row.get(3)?,
        number: row.get(4)?,
        symbol: row.get(5)?,
        date: row::date(row, 6)?,
        state: row::word(row, 7)?,
    })
}

const LINK: &str = "l.kind, l.document_id, l.earlier_id, d.title, d.number, d.symbol, d.date, d.state";

impl Records {
    /// What a document does to earlier ones.
    pub fn earlier_documents(&self, later: DocumentId) -> Result<Vec<DocumentLink>> {
        let mut query = self.conn.prepare_cached(&format!(
            "SELECT {LINK} FROM document_link l JOIN document d ON d.id = l.earlier_id WHERE l.document_id = ?1 ORDER BY l.id"
        ))?;
        Ok(query.query_map([later], link_at)?.collect::<Result<_, _>>()?)
    }

    /// What later documents do to one, drafts too, oldest first.
    pub fn later_documents(&self, earlier: DocumentId) -> Result<Vec<DocumentLink>> {
        let mut query = self.conn.prepare_cached(&format!(
            "SELECT {LINK} FROM document_link l JOIN document d ON d.id = l.document_id WHERE l.earlier_id = ?1 ORDER BY l.id"
        ))?;
        Ok(query.query_map([earlier], link_at)?.collect::<Result<_, _>>()?)
    }

    /// All links of issued documents, seen from the earlier ones; for lists.
    pub fn issued_links(&self) -> Result<Vec<DocumentLink>> {
        let mut query = self.conn.prepare_cached(&format!(
            "SELECT {LINK} FROM document_link l JOIN document d ON d.id = l.document_id WHERE d.state = 'issued' ORDER BY l.id"
        ))?;
        Ok(query.query_map([], link_at)?.collect::<Result<_, _>>()?)
    }
}

impl Tx<'_> {
    /// Says what a draft does to an issued document. Said before about the same two, it is said anew.
    ///
    /// # Errors
    /// `NotFound`; `Issued` when the later one is issued already; `Refused` when the earlier one is a draft or both are
    /// the same.
    pub fn link_documents(&self, later: DocumentId, kind: LinkKind, earlier: DocumentId) -> Result<()> {
        self.expect_draft(later)?;
        let state = self.document(earlier)?.summary.state;
        if state != DocumentState::Issued || later == earlier {
            return Err(ArchiveError::Refused {
                message:
                    "Chỉ thay thế, sửa đổi, đính chính, thu hồi hoặc hủy bỏ một văn bản khác đã ban hành."
                        .into(),
            });
        }
        self.conn
            .prepare_cached(
                "INSERT INTO document_link (document_id, earlier_id, kind) VALUES (?1, ?2, ?3)
                 ON CONFLICT (document_id, earlier_id) DO UPDATE SET kind = excluded.kind",
            )?
            .execute(params![later, earlier, kind.word()])?;
        Ok(())
    }

    /// Takes back what a draft was said to do to another document.
    ///
    /// # Errors
    /// `NotFound`; `Issued` when the later one is issued already.
    pub fn unlink_documents(&self, later: DocumentId, earlier: DocumentId) -> Result<()> {
        self.expect_draft(later)?;
        self.conn
            .prepare_cached("DELETE FROM document_link WHERE document_id = ?1 AND earlier_id = ?2")?
            .execute(params![later, earlier])?;
        Ok(())
    }
}
