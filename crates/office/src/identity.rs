//! Identity numbers: masked unless asked for, found by the whole number, journalled when they are shown or taken out.

use crate::{Office, views, wire::*};
use archive::{Action, Id, NominationId, Tx};
use commendation::{clean_identity, is_usual_identity, masked_identity};

#[allow(missing_docs)] // each command is described once, in the registry
impl Office {
    pub fn show_identity(&mut self, request: ById) -> Result<Identity, Problem> {
        let id: Id = request.id.parse()?;
        let action =
            Action::new(format!("Xem số định danh của {}", self.archive.title(id)?)).about(id).noted();
        let number = self.archive.identity(id)?;
        if number.is_some() {
            self.archive.transact(action, &self.stamp(), |_| Ok::<_, Problem>(()))?;
        }
        Ok(Identity { number: number.unwrap_or_default() })
    }
}

impl Office {
    /// The number as screens show it unasked; empty when there is none.
    pub(crate) fn masked_identity(&self, id: impl Into<Id>) -> Result<String, Problem> {
        Ok(self.archive.identity(id)?.map(|number| masked_identity(&number)).unwrap_or_default())
    }

    /// The honorees that a whole number belongs to.
    pub(crate) fn identity_hits(&self, text: &str) -> Result<Vec<Hit>, Problem> {
        let Some(number) = clean_identity(text).filter(|number| is_usual_identity(number)) else {
            return Ok(Vec::new());
        };
        let found = self.archive.honorees_with_identity(&number)?.into_iter();
        found
            .map(|honoree| {
                Ok(Hit {
                    kind: HitKind::Honoree,
                    id: honoree.to_string(),
                    title: self.archive.title(honoree.into())?,
                    snippet: vec![
                        Piece { text: "Số định danh ".to_owned(), hit: false },
                        Piece { text: masked_identity(&number), hit: true },
                    ],
                    exact: true,
                })
            })
            .collect()
    }
}

/// Keeps what was typed: nothing when nothing was asked, no number when it was cleared.
pub(crate) fn keep_identity(tx: &Tx<'_>, id: impl Into<Id>, typed: Option<&str>) -> Result<(), Problem> {
    if let Some(typed) = typed {
        tx.set_identity(id, clean_identity(typed).as_deref())?;
    }
    Ok(())
}

/// Keeps a nomination's number, and its honoree's where that has none yet.
pub(crate) fn keep_nominated(tx: &Tx<'_>, id: NominationId, typed: Option<&str>) -> Result<(), Problem> {
    keep_identity(tx, id, typed)?;
    if let Some(number) = typed.and_then(clean_identity) {
        let honoree = tx.nomination(id)?.honoree_id;
        if tx.identity(honoree)?.is_none() {
            tx.set_identity(honoree, Some(&number))?;
        }
    }
    Ok(())
}

/// Advice about a number that has not 9 or 12 digits. The number itself is not repeated: advice is shown in lists.
pub(crate) fn unusual_identity(number: Option<&str>) -> Option<Problem> {
    let number = number.and_then(clean_identity)?;
    (!is_usual_identity(&number)).then(|| {
        Problem::new("identity-unusual", "Số định danh không có 9 hoặc 12 chữ số.")
            .hint("Hãy so lại với căn cước công dân hoặc chứng minh nhân dân; số vẫn được giữ như đã ghi.")
    })
}

/// Cells of a previewed row with those of a column of identity numbers masked.
pub(crate) fn masked_cells(cells: &[String], columns: &[u32]) -> Vec<String> {
    let masked =
        |(index, cell): (usize, &String)| match columns.iter().any(|column| *column as usize == index) {
            // The head over the numbers stays readable.
            true if cell.chars().any(|c| c.is_ascii_digit()) => masked_identity(cell),
            _ => cell.clone(),
        };
    cells.iter().enumerate().map(masked).collect()
}

/// The list of a round as rows of a workbook.
pub(crate) fn list_rows(rows: &[(NominationRow, Option<String>)], full: bool) -> Vec<Vec<String>> {
    let line = |(index, (row, number)): (usize, &(NominationRow, Option<String>))| {
        let who = &row.honoree;
        let number = number.as_deref().unwrap_or_default();
        vec![
            (index + 1).to_string(),
            who.name.clone(),
            who.gender.map(|gender| gender.vietnamese().to_owned()).unwrap_or_default(),
            who.birth.map(|birth| birth.to_string()).unwrap_or_default(),
            who.position.clone().unwrap_or_default(),
            who.unit.clone().unwrap_or_default(),
            if full { number.to_owned() } else { masked_identity(number) },
            row.kind_name.clone(),
            row.achievement.clone(),
            views::state_name(row.state).to_owned(),
        ]
    };
    rows.iter().enumerate().map(line).collect()
}
