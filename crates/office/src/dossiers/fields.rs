//! The form of a dossier: the elements of Decree 30/2020/NĐ-CP, appendix VI, part II, section III with their lengths,
//! what is proposed for each, and what is missing.

use crate::wire::{DossierField, Problem};
use archive::DossierDetails;
use chrono::NaiveDate;
use commendation::Period;

/// A field of the form.
pub(crate) struct Spec {
    pub(crate) key: &'static str,
    /// Its element in appendix VI; empty for what is not in it.
    pub(crate) element: &'static str,
    /// What it is called in messages.
    pub(crate) name: &'static str,
    /// Longest value in letters.
    pub(crate) longest: usize,
    form: Form,
}

#[derive(Clone, Copy, PartialEq)]
enum Form {
    Text,
    Date,
    Number,
    Period,
}

/// The fields in the order of the form.
pub(crate) const FIELDS: &[Spec] = &[
    spec("year", "FileCatalog", "Năm hình thành hồ sơ", 4, Form::Number),
    spec("notation", "FileNotation", "Số và ký hiệu hồ sơ", 20, Form::Text),
    spec("title", "Title", "Tiêu đề hồ sơ", 500, Form::Text),
    spec("maintenance", "Maintenance", "Thời hạn bảo quản", 30, Form::Period),
    spec("rights", "Rights", "Chế độ sử dụng", 30, Form::Text),
    spec("creator", "Creator", "Người lập hồ sơ", 30, Form::Text),
    spec("language", "Language", "Ngôn ngữ", 50, Form::Text),
    spec("startDate", "StartDate", "Thời gian bắt đầu", 10, Form::Date),
    spec("endDate", "EndDate", "Thời gian kết thúc", 10, Form::Date),
    spec("description", "Description", "Ghi chú", 500, Form::Text),
    spec("sheets", "", "Số tờ", 5, Form::Number),
    spec("handedOver", "", "Ngày nộp lưu", 10, Form::Date),
];

const fn spec(
    key: &'static str,
    element: &'static str,
    name: &'static str,
    longest: usize,
    form: Form,
) -> Spec {
    Spec { key, element, name, longest, form }
}

/// What is proposed where the officer typed nothing.
#[derive(Default)]
pub(crate) struct Proposed {
    pub(crate) title: String,
    pub(crate) maintenance: String,
    pub(crate) dates: Option<(NaiveDate, NaiveDate)>,
}

impl Proposed {
    fn of(&self, key: &str) -> String {
        match key {
            "year" => self.dates.map(|dates| dates.0.format("%Y").to_string()).unwrap_or_default(),
            "title" => self.title.clone(),
            "maintenance" => self.maintenance.clone(),
            "language" => "Tiếng Việt".to_owned(),
            "startDate" => self.dates.map(|dates| dates.0.to_string()).unwrap_or_default(),
            "endDate" => self.dates.map(|dates| dates.1.to_string()).unwrap_or_default(),
            _ => String::new(),
        }
    }
}

/// The form filled in.
pub(crate) fn filled(details: &DossierDetails, proposed: &Proposed) -> Vec<DossierField> {
    FIELDS
        .iter()
        .map(|spec| {
            let own = details.values.get(spec.key).filter(|value| !value.is_empty());
            let proposed = proposed.of(spec.key);
            DossierField {
                key: spec.key.to_owned(),
                element: spec.element.to_owned(),
                value: own.cloned().unwrap_or_else(|| proposed.clone()),
                own: own.is_some(),
                proposed,
                longest: spec.longest as u32,
                date: spec.form == Form::Date,
            }
        })
        .collect()
}

/// The value of a field.
pub(crate) fn value<'a>(fields: &'a [DossierField], key: &str) -> &'a str {
    fields.iter().find(|field| field.key == key).map_or("", |field| field.value.as_str())
}

/// Refuses a value that the field does not take.
pub(crate) fn check(key: &str, value: &str) -> Result<(), Problem> {
    let Some(spec) = FIELDS.iter().find(|spec| spec.key == key) else {
        return Err(Problem::new("unknown-field", format!("Hồ sơ không có mục “{key}”."))
            .field(key)
            .value("key", key));
    };
    let wrong = |message: String, hint: &str| {
        Err(Problem::new("dossier-field", message)
            .hint(hint)
            .field(key)
            .value("name", spec.name)
            .value("text", value))
    };
    if value.is_empty() {
        return Ok(());
    }
    let letters = value.chars().count();
    if letters > spec.longest {
        let message = format!("{} dài {letters} ký tự, quá {} ký tự.", spec.name, spec.longest);
        return wrong(message, "Độ dài theo Phụ lục VI Nghị định 30/2020/NĐ-CP. Hãy viết gọn lại.");
    }
    match spec.form {
        Form::Date if value.parse::<NaiveDate>().is_err() => wrong(
            format!("“{value}” không phải là ngày."),
            "Hãy ghi ngày theo dạng năm-tháng-ngày, ví dụ 2025-12-20.",
        ),
        Form::Number if !value.bytes().all(|b| b.is_ascii_digit()) => {
            wrong(format!("{}: “{value}” không phải là số.", spec.name), "Chỉ ghi chữ số.")
        }
        Form::Period if value.parse::<Period>().is_err() => wrong(
            format!("“{value}” không phải là thời hạn bảo quản."),
            "Hãy ghi “Vĩnh viễn” hoặc số năm, ví dụ 20 năm.",
        ),
        _ => Ok(()),
    }
}

/// What the officer still has to complete, and proposals that do not fit.
pub(crate) fn remarks(fields: &[DossierField], organ_id: &str) -> Vec<Problem> {
    let mut remarks = Vec::new();
    if organ_id.is_empty() {
        remarks.push(
            Problem::new("dossier-organ-id", "Chưa có mã định danh của cơ quan (OrganId).")
                .hint("Hãy ghi mã định danh một lần cho mọi hồ sơ.")
                .field("organId"),
        );
    }
    for key in ["notation", "title", "rights", "creator", "startDate", "endDate"] {
        let Some(spec) = FIELDS.iter().find(|spec| spec.key == key) else { continue };
        if value(fields, key).is_empty() {
            let problem = Problem::new("dossier-missing", format!("Chưa có: {}.", spec.name));
            remarks.push(problem.field(key).value("name", spec.name));
        }
    }
    remarks.extend(fields.iter().filter_map(|field| check(&field.key, &field.value).err()));
    let (start, end) = (value(fields, "startDate"), value(fields, "endDate"));
    if !start.is_empty() && !end.is_empty() && start > end {
        remarks.push(
            Problem::new("dossier-dates", "Thời gian bắt đầu ở sau thời gian kết thúc.").field("endDate"),
        );
    }
    remarks
}

/// Mã hồ sơ as far as its parts are known.
pub(crate) fn file_code(fields: &[DossierField], organ_id: &str) -> String {
    let parts = [organ_id, value(fields, "year"), value(fields, "notation")];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(".")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_held_to_the_lengths_of_the_decree() {
        for (key, value, good) in [
            ("notation", "01.TĐKT", true),
            ("notation", "01.TĐKT-quá-dài-hơn-20-ký-tự", false),
            ("title", &"á".repeat(500), true),
            ("title", &"á".repeat(501), false),
            ("endDate", "2025-12-20", true),
            ("endDate", "20/12/2025", false),
            ("maintenance", "Vĩnh viễn", true),
            ("maintenance", "20 năm", true),
            ("maintenance", "lâu dài", false),
            ("sheets", "12", true),
            ("sheets", "mười", false),
            ("rights", "", true),
            ("lạ", "x", false),
        ] {
            assert_eq!(check(key, value).is_ok(), good, "{key}: {value}");
        }
    }
}
