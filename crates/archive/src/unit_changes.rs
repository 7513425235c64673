//! Changes of the register of units: added, renamed, followed by others, given other ways of writing. Records keep their
//! text. Not here: the register itself and what it resolves (`unit`).

use chrono::NaiveDate;
use commendation::text::fold;
use rusqlite::{OptionalExtension, params};

use crate::unit::{BEFORE, UnitName};
use crate::{ArchiveError, Result, Tx, UnitId, row};

fn refused<T>(message: impl Into<String>) -> Result<T> {
    Err(ArchiveError::Refused { message: message.into() })
}

impl Tx<'_> {
    /// Puts a unit into the register.
    ///
    /// # Errors
    /// `Refused` when another unit has that name on any of these days.
    pub fn add_unit(&self, name: &str, from: Option<NaiveDate>, note: &str) -> Result<UnitId> {
        self.conn
            .prepare_cached("INSERT INTO unit (name, note) VALUES (?1, ?2)")?
            .execute(params![name, note])?;
        let id = UnitId(self.conn.last_insert_rowid());
        self.add_unit_name(id, name, true, from, None)?;
        Ok(id)
    }

    /// Changes the note about a unit.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn note_unit(&self, id: UnitId, note: &str) -> Result<()> {
        self.expect(id)?;
        self.conn
            .prepare_cached("UPDATE unit SET note = ?2 WHERE id = ?1 AND note <> ?2")?
            .execute(params![id, note])?;
        Ok(())
    }

    /// The unit is called otherwise from a day on. The former name ends there; records keep it.
    ///
    /// # Errors
    /// `NotFound`; `Refused` when the day is before the present name's, or another unit has that name then.
    pub fn rename_unit(&self, id: UnitId, name: &str, day: NaiveDate) -> Result<()> {
        self.end_unit(id, day)?;
        self.add_unit_name(id, name, true, Some(day), None)?;
        self.name_unit(id)
    }

    /// Units become others from a day on: several into one is a merger, one into several a split. A unit that is on both
    /// sides goes on.
    ///
    /// # Errors
    /// `NotFound`; `Refused` when one of them began after that day or would come before itself.
    pub fn succeed_units(&self, before: &[UnitId], after: &[UnitId], day: NaiveDate) -> Result<()> {
        for from in before {
            if !after.contains(from) {
                self.end_unit(*from, day)?;
            }
            for to in after.iter().filter(|to| *to != from) {
                self.expect(*to)?;
                let circle = self
                    .conn
                    .prepare_cached(&format!("{BEFORE} SELECT 1 FROM before WHERE id = ?2"))?
                    .exists(params![from, to])?;
                if circle {
                    let (from, to) = (self.title((*from).into())?, self.title((*to).into())?);
                    return refused(format!("“{to}” đã là đơn vị tiền thân của “{from}”."));
                }
                self.conn
                    .prepare_cached(
                        "INSERT INTO unit_link (from_id, unit_id, day) VALUES (?1, ?2, ?3)
                         ON CONFLICT (from_id, unit_id) DO UPDATE SET day = excluded.day",
                    )?
                    .execute(params![from, to, row::date_text(Some(day))])?;
            }
        }
        Ok(())
    }

    /// Takes back that one unit followed another. Names stay as they are.
    pub fn remove_unit_link(&self, link: i64) -> Result<()> {
        self.conn.prepare_cached("DELETE FROM unit_link WHERE id = ?1")?.execute([link])?;
        Ok(())
    }

    /// Takes a text as another way of writing a unit, on any day.
    ///
    /// # Errors
    /// `NotFound`; `Refused` when it stands for another unit already.
    pub fn put_unit_text(&self, id: UnitId, text: &str) -> Result<()> {
        self.expect(id)?;
        self.add_unit_name(id, text, false, None, None)
    }

    /// Corrects a name of a unit or its days.
    ///
    /// # Errors
    /// `Refused` when another unit has that name on any of these days, or the days are in the wrong order.
    pub fn edit_unit_name(&self, name: &UnitName) -> Result<()> {
        let unit: Option<UnitId> = self
            .conn
            .prepare_cached("SELECT unit_id FROM unit_name WHERE id = ?1")?
            .query_one([name.id], |row| row.get(0))
            .optional()?;
        let Some(unit) = unit else { return refused("Tên đơn vị này không còn trong danh mục.") };
        self.refuse_clash(unit, Some(name.id), &name.name, name.from, name.to)?;
        self.conn
            .prepare_cached(
                "UPDATE unit_name SET name = ?2, name_fold = ?3, valid_from = ?4, valid_to = ?5 WHERE id = ?1",
            )?
            .execute(params![
                name.id,
                name.name,
                fold(&name.name),
                row::date_text(name.from),
                row::date_text(name.to)
            ])?;
        self.name_unit(unit)
    }

    /// Takes a name off a unit that has others.
    ///
    /// # Errors
    /// `Refused` for its last official name.
    pub fn remove_unit_name(&self, name: i64) -> Result<()> {
        let unit: Option<UnitId> = self
            .conn
            .prepare_cached("SELECT unit_id FROM unit_name WHERE id = ?1")?
            .query_one([name], |row| row.get(0))
            .optional()?;
        let Some(unit) = unit else { return Ok(()) };
        self.conn.prepare_cached("DELETE FROM unit_name WHERE id = ?1")?.execute([name])?;
        self.name_unit(unit)
    }

    /// Takes a unit out of the register. Records keep their texts.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn remove_unit(&self, id: UnitId) -> Result<()> {
        self.expect(id)?;
        for sql in [
            "DELETE FROM unit_link WHERE from_id = ?1 OR unit_id = ?1",
            "DELETE FROM unit_name WHERE unit_id = ?1",
            "DELETE FROM unit WHERE id = ?1",
        ] {
            self.conn.prepare_cached(sql)?.execute([id])?;
        }
        Ok(())
    }

    fn add_unit_name(
        &self,
        unit: UnitId,
        name: &str,
        official: bool,
        from: Option<NaiveDate>,
        to: Option<NaiveDate>,
    ) -> Result<()> {
        self.refuse_clash(unit, None, name, from, to)?;
        self.conn
            .prepare_cached(
                "INSERT INTO unit_name (unit_id, name, name_fold, official, valid_from, valid_to)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![unit, name, fold(name), official, row::date_text(from), row::date_text(to)])?;
        Ok(())
    }

    /// One name means one unit on any day.
    fn refuse_clash(
        &self,
        unit: UnitId,
        entry: Option<i64>,
        name: &str,
        from: Option<NaiveDate>,
        to: Option<NaiveDate>,
    ) -> Result<()> {
        if from.zip(to).is_some_and(|(from, to)| from >= to) {
            return refused(format!("Tên “{name}” phải bắt đầu trước ngày hết dùng."));
        }
        let other: Option<(UnitId, String)> = self
            .conn
            .prepare_cached(
                "SELECT u.id, u.name FROM unit_name n JOIN unit u ON u.id = n.unit_id
                 WHERE n.name_fold = ?1 AND n.id IS NOT ?3 AND (n.unit_id <> ?2 OR NOT n.official)
                   AND (?5 IS NULL OR n.valid_from IS NULL OR n.valid_from < ?5)
                   AND (?4 IS NULL OR n.valid_to IS NULL OR n.valid_to > ?4) LIMIT 1",
            )?
            .query_one(params![fold(name), unit, entry, row::date_text(from), row::date_text(to)], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()?;
        match other {
            Some((other, of)) if other != unit => {
                refused(format!("“{name}” trong thời gian này đã là tên của đơn vị “{of}” ({other})."))
            }
            Some(_) => refused(format!("“{name}” đã có trong danh mục của đơn vị này.")),
            None => Ok(()),
        }
    }

    /// The present name of a unit ends on a day.
    fn end_unit(&self, id: UnitId, day: NaiveDate) -> Result<()> {
        self.expect(id)?;
        let present: Option<(i64, Option<String>)> = self
            .conn
            .prepare_cached(
                "SELECT id, valid_from FROM unit_name WHERE unit_id = ?1 AND official AND valid_to IS NULL",
            )?
            .query_one([id], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let Some((entry, from)) = present else { return Ok(()) };
        let day = row::date_text(Some(day)).unwrap_or_default();
        if from.is_some_and(|from| from >= day) {
            let name = self.title(id.into())?;
            return refused(format!("Ngày thay đổi phải sau ngày bắt đầu của tên “{name}”."));
        }
        self.conn
            .prepare_cached("UPDATE unit_name SET valid_to = ?2 WHERE id = ?1")?
            .execute(params![entry, day])?;
        Ok(())
    }

    /// Keeps the unit's own row at its present or last name.
    fn name_unit(&self, id: UnitId) -> Result<()> {
        let name: Option<String> = self
            .conn
            .prepare_cached(
                "SELECT name FROM unit_name WHERE unit_id = ?1 AND official
                 ORDER BY valid_to IS NULL DESC, valid_to DESC, coalesce(valid_from, '') DESC, id DESC LIMIT 1",
            )?
            .query_one([id], |row| row.get(0))
            .optional()?;
        let Some(name) = name else {
            return refused("Đơn vị phải còn ít nhất một tên gọi chính thức.");
        };
        self.conn
            .prepare_cached("UPDATE unit SET name = ?2 WHERE id = ?1 AND name <> ?2")?
            .execute(params![id, name])?;
        Ok(())
    }
}
