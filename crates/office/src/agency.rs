//! The agency's profile, settings, award kinds: what every screen knows.

use crate::{
    Office,
    problem::required,
    wire::{DatedAgency, Kinds, Nothing, OneDay, Problem, SetSetting, Status},
};
use archive::Action;
use commendation::{Agency, Catalogue, text::clean};

const SETTINGS: &[(&str, &[&str])] = &[("language", &["vi", "en"]), ("theme", &["light", "dark", "system"])];

#[allow(missing_docs)] // each command is described once, in the registry
impl Office {
    pub fn status(&mut self, _: Nothing) -> Result<Status, Problem> {
        let standing = self.archive.standing()?;
        Ok(Status {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            folder: self.archive.folder().display().to_string(),
            agency: self.archive.agency_on(self.today())?,
            undo: self.archive.undo_text()?,
            redo: self.archive.redo_text()?,
            saved_at: standing.saved_at,
            settings: self.archive.settings()?,
            open_rounds: standing.open_rounds,
            drafts: standing.drafts,
            test_host: self.environment.test_host,
        })
    }

    pub fn set_setting(&mut self, request: SetSetting) -> Result<Nothing, Problem> {
        let SetSetting { name, value } = request;
        let known = SETTINGS.iter().any(|(known, values)| *known == name && values.contains(&value.as_str()));
        if !known {
            let message = format!("Thiết lập “{name}” không nhận giá trị “{value}”.");
            return Err(Problem::new("unknown-setting", message).value("name", name).value("value", value));
        }
        let action = Action::new("Đổi thiết lập").without_undo();
        self.archive
            .transact(action, &self.stamp(), |tx| Ok::<_, Problem>(tx.set_setting(&name, &value)?))?;
        Ok(Nothing {})
    }

    pub fn save_agency(&mut self, agency: Agency) -> Result<Nothing, Problem> {
        let agency = complete(agency)?;
        let action = Action::new("Lưu thông tin cơ quan");
        self.archive.transact(action, &self.stamp(), |tx| Ok::<_, Problem>(tx.save_agency(&agency)?))?;
        Ok(Nothing {})
    }

    pub fn agency_history(&mut self, _: Nothing) -> Result<Vec<DatedAgency>, Problem> {
        let history = self.archive.agency_history()?.into_iter();
        Ok(history.map(|(from, agency)| DatedAgency { from, agency }).collect())
    }

    pub fn save_agency_from(&mut self, request: DatedAgency) -> Result<Nothing, Problem> {
        let agency = complete(request.agency)?;
        let day = commendation::short_date(request.from);
        let action = Action::new(format!("Lưu thông tin cơ quan từ ngày {day}: {}", agency.name));
        self.archive.transact(action, &self.stamp(), |tx| {
            Ok::<_, Problem>(tx.save_agency_from(&agency, request.from)?)
        })?;
        Ok(Nothing {})
    }

    pub fn remove_agency(&mut self, request: OneDay) -> Result<Nothing, Problem> {
        if self.archive.agency_history()?.len() < 2 {
            let message = "Cần giữ lại ít nhất một thông tin cơ quan.";
            return Err(Problem::new("last-agency", message));
        }
        let day = commendation::short_date(request.day);
        let action = Action::new(format!("Bỏ thông tin cơ quan từ ngày {day}"));
        self.archive
            .transact(action, &self.stamp(), |tx| Ok::<_, Problem>(tx.remove_agency(request.day)?))?;
        Ok(Nothing {})
    }

    pub fn kinds(&mut self, _: Nothing) -> Result<Kinds, Problem> {
        let catalogue = Catalogue::bundled();
        let newest = catalogue.kinds.iter().filter(|kind| catalogue.kind(&kind.id) == Some(*kind));
        Ok(Kinds { kinds: newest.cloned().collect() })
    }
}

/// A profile in one normal form, with what no paper can do without.
fn complete(agency: Agency) -> Result<Agency, Problem> {
    let agency = cleaned(agency);
    if agency.name.is_empty() {
        return Err(required("name", "tên cơ quan"));
    }
    if agency.place.is_empty() {
        return Err(required("place", "địa danh"));
    }
    if agency.signatory.name.is_empty() {
        return Err(required("signatory.name", "họ tên người ký"));
    }
    Ok(agency)
}

fn cleaned(agency: Agency) -> Agency {
    Agency {
        name: clean(&agency.name),
        parent: clean(&agency.parent),
        province: clean(&agency.province),
        abbreviation: clean(&agency.abbreviation),
        place: clean(&agency.place),
        head_position: clean(&agency.head_position),
        signatory: commendation::Signatory {
            name: clean(&agency.signatory.name),
            position: clean(&agency.signatory.position),
            power: agency.signatory.power,
        },
        council: clean(&agency.council),
        drafting_unit: clean(&agency.drafting_unit),
        drafting_unit_head: clean(&agency.drafting_unit_head),
        contact: clean(&agency.contact),
    }
}
