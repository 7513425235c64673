//! Units over the years: the register, its mergers and splits, and the texts that stand for them.

use crate::{
    Office,
    honorees::honoree_brief,
    problem::required,
    views::award_row,
    wire::{
        AwardPage, ById, EditUnitName, HonoreePage, Made, NamedThing, NewUnit, NoteUnit, Nothing, OfferUnits,
        Problem, PutUnitText, RenameUnit, RowsOf, SucceedUnits, UnitBrief, UnitEntry, UnitFilter, UnitLink,
        UnitName, UnitPeriod, UnitText, UnitTexts, UnitView, Units,
    },
};
use archive::{Action, Tx, UnitId};
use commendation::text::clean;

const MOST_ROWS: u32 = 1_000;
const MOST_OFFERED: u32 = 20;

#[allow(missing_docs)] // each command is described once, in the registry
impl Office {
    pub fn units(&mut self, request: UnitFilter) -> Result<Units, Problem> {
        let page = self.archive.units(&request.text, request.from, request.count.min(MOST_ROWS))?;
        let rows = page.rows.into_iter().map(|unit| UnitBrief {
            id: unit.id.to_string(),
            name: unit.name,
            also: unit.also,
            ended: unit.ended,
            uses: unit.uses,
        });
        Ok(Units { total: page.total, rows: rows.collect() })
    }

    pub fn unknown_units(&mut self, request: UnitFilter) -> Result<UnitTexts, Problem> {
        let page = self.archive.unknown_units(&request.text, request.from, request.count.min(MOST_ROWS))?;
        let rows = page.rows.into_iter().map(|text| UnitText { text: text.text, uses: text.uses });
        Ok(UnitTexts { total: page.total, rows: rows.collect() })
    }

    pub fn offered_units(&mut self, request: OfferUnits) -> Result<Vec<String>, Problem> {
        Ok(self.archive.offered_units(&request.text, request.count.min(MOST_OFFERED))?)
    }

    pub fn unit(&mut self, request: ById) -> Result<UnitView, Problem> {
        let id: UnitId = request.id.parse()?;
        let unit = self.archive.unit(id)?;
        let links = |links: Vec<archive::UnitLink>| {
            let link = |link: archive::UnitLink| UnitLink {
                entry: link.id,
                unit: link.unit.to_string(),
                name: link.name,
                day: link.day,
            };
            links.into_iter().map(link).collect()
        };
        let names = unit.names.into_iter().map(|name| UnitName {
            entry: name.id,
            name: name.name,
            official: name.official,
            from: name.from,
            to: name.to,
        });
        let periods = unit.periods.into_iter().map(|period| UnitPeriod {
            text: period.text,
            unit: period.unit.to_string(),
            first: period.years.map(|years| years.0),
            last: period.years.map(|years| years.1),
            awards: period.awards,
            honorees: period.honorees,
        });
        let collectives = self.archive.unit_collectives(id)?.into_iter();
        Ok(UnitView {
            id: id.to_string(),
            name: unit.name,
            note: unit.note,
            names: names.collect(),
            before: links(unit.before),
            after: links(unit.after),
            periods: periods.collect(),
            collectives: collectives.map(|(id, name)| NamedThing { id: id.to_string(), name }).collect(),
        })
    }

    pub fn unit_awards(&mut self, request: RowsOf) -> Result<AwardPage, Problem> {
        let page =
            self.archive.unit_awards(request.id.parse()?, request.from, request.count.min(MOST_ROWS))?;
        Ok(AwardPage { total: page.total, rows: page.rows.into_iter().map(award_row).collect() })
    }

    pub fn unit_honorees(&mut self, request: RowsOf) -> Result<HonoreePage, Problem> {
        let page =
            self.archive.unit_honorees(request.id.parse()?, request.from, request.count.min(MOST_ROWS))?;
        Ok(HonoreePage { total: page.total, rows: page.rows.into_iter().map(honoree_brief).collect() })
    }

    pub fn new_unit(&mut self, request: NewUnit) -> Result<Made, Problem> {
        let name = unit_name(&request.name)?;
        let action = Action::new(format!("Thêm đơn vị {name}"));
        let done = self.archive.transact(action, &self.stamp(), |tx| {
            Ok::<_, Problem>(tx.add_unit(&name, request.from, &clean(&request.note))?)
        })?;
        Ok(Made { id: done.value.to_string() })
    }

    pub fn rename_unit(&mut self, request: RenameUnit) -> Result<Nothing, Problem> {
        let (id, name): (UnitId, _) = (request.id.parse()?, unit_name(&request.name)?);
        let before = self.archive.title(id.into())?;
        let action = Action::new(format!("Đổi tên đơn vị {before} thành {name}")).about(id);
        self.archive.transact(action, &self.stamp(), |tx| {
            Ok::<_, Problem>(tx.rename_unit(id, &name, request.day)?)
        })?;
        Ok(Nothing {})
    }

    pub fn succeed_units(&mut self, request: SucceedUnits) -> Result<Nothing, Problem> {
        let (before, after) = (named(&request.before)?, named(&request.after)?);
        for (field, all) in [("before", &before), ("after", &after)] {
            if all.is_empty() {
                return Err(required(field, "đơn vị"));
            }
        }
        let what = match (before.len(), after.len()) {
            (1, 1) => "Chuyển đơn vị",
            (_, 1) => "Sáp nhập đơn vị",
            (1, _) => "Chia tách đơn vị",
            _ => "Sắp xếp lại đơn vị",
        };
        self.archive.transact(Action::new(what), &self.stamp(), |tx| {
            let before = before.iter().map(|unit| unit.find(tx, None)).collect::<Result<Vec<_>, _>>()?;
            let after =
                after.iter().map(|unit| unit.find(tx, Some(request.day))).collect::<Result<Vec<_>, _>>()?;
            Ok::<_, Problem>(tx.succeed_units(&before, &after, request.day)?)
        })?;
        Ok(Nothing {})
    }

    pub fn put_unit_text(&mut self, request: PutUnitText) -> Result<Nothing, Problem> {
        let (id, text): (UnitId, _) = (request.unit.parse()?, unit_name(&request.text)?);
        let title = self.archive.title(id.into())?;
        let action = Action::new(format!("Đưa cách ghi “{text}” vào đơn vị {title}")).about(id);
        self.archive.transact(action, &self.stamp(), |tx| Ok::<_, Problem>(tx.put_unit_text(id, &text)?))?;
        Ok(Nothing {})
    }

    pub fn edit_unit_name(&mut self, request: EditUnitName) -> Result<Nothing, Problem> {
        let name = archive::UnitName {
            id: request.entry,
            name: unit_name(&request.name)?,
            official: true,
            from: request.from,
            to: request.to,
        };
        let action = Action::new(format!("Sửa tên đơn vị {}", name.name));
        self.archive.transact(action, &self.stamp(), |tx| Ok::<_, Problem>(tx.edit_unit_name(&name)?))?;
        Ok(Nothing {})
    }

    pub fn remove_unit_name(&mut self, request: UnitEntry) -> Result<Nothing, Problem> {
        self.archive.transact(Action::new("Bỏ một tên gọi của đơn vị"), &self.stamp(), |tx| {
            Ok::<_, Problem>(tx.remove_unit_name(request.entry)?)
        })?;
        Ok(Nothing {})
    }

    pub fn remove_unit_link(&mut self, request: UnitEntry) -> Result<Nothing, Problem> {
        self.archive.transact(
            Action::new("Bỏ liên hệ tiền thân của đơn vị"),
            &self.stamp(),
            |tx| Ok::<_, Problem>(tx.remove_unit_link(request.entry)?),
        )?;
        Ok(Nothing {})
    }

    pub fn remove_unit(&mut self, request: ById) -> Result<Nothing, Problem> {
        let id: UnitId = request.id.parse()?;
        let action =
            Action::new(format!("Bỏ đơn vị {} khỏi danh mục", self.archive.title(id.into())?)).about(id);
        self.archive.transact(action, &self.stamp(), |tx| Ok::<_, Problem>(tx.remove_unit(id)?))?;
        Ok(Nothing {})
    }

    pub fn note_unit(&mut self, request: NoteUnit) -> Result<Nothing, Problem> {
        let id: UnitId = request.id.parse()?;
        let action = Action::new(format!("Ghi chú về đơn vị {}", self.archive.title(id.into())?)).about(id);
        let note = clean(&request.note);
        self.archive.transact(action, &self.stamp(), |tx| Ok::<_, Problem>(tx.note_unit(id, &note)?))?;
        Ok(Nothing {})
    }
}

/// A unit by identifier, or by a name that may have to be put into the register first.
enum Named {
    Known(UnitId),
    Called(String),
}

fn named(texts: &[String]) -> Result<Vec<Named>, Problem> {
    let one = |text: &String| match text.parse() {
        Ok(id) => Ok(Named::Known(id)),
        Err(_) => unit_name(text).map(Named::Called),
    };
    texts.iter().filter(|text| !text.trim().is_empty()).map(one).collect()
}

impl Named {
    /// The unit of that name, made where there is none: from `begun` on, which may be the day on which another of that name
    /// ended, unless records name it without being of the register.
    fn find(&self, tx: &Tx<'_>, begun: Option<chrono::NaiveDate>) -> Result<UnitId, Problem> {
        match self {
            Self::Known(id) => Ok(*id),
            Self::Called(name) => match tx.unit_named(name, begun)? {
                Some(id) => Ok(id),
                None => {
                    let new = tx.unit_texts(name, None)?.is_empty();
                    Ok(tx.add_unit(name, begun.filter(|_| new), "")?)
                }
            },
        }
    }
}

fn unit_name(text: &str) -> Result<String, Problem> {
    let name = clean(text);
    if name.is_empty() { Err(required("name", "tên đơn vị")) } else { Ok(name) }
}
