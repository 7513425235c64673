//! What the law lets us say about a nomination from the list alone: advice with its article, never a ban.
//!
//! Not here: what needs past awards, quotas or votes; those need the archive.

use crate::{Catalogue, Gender, HonoreeType, Nomination, short_date, text};
use chrono::NaiveDate;

/// Something to look at before going on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Stable name, kebab-case.
    pub code: &'static str,
    /// What, in Vietnamese.
    pub message: String,
    /// The article it rests on; empty when it is plain sense.
    pub article: String,
}

/// The findings about one nomination for a decision of that day.
pub fn check_nomination(catalogue: &Catalogue, nomination: &Nomination, date: NaiveDate) -> Vec<Finding> {
    let mut findings = Vec::new();
    let honoree = &nomination.honoree;
    let Some(id) = nomination.kind.as_deref() else {
        let message = if nomination.kind_as_written.is_empty() {
            "Chưa ghi danh hiệu, hình thức khen thưởng.".to_owned()
        } else {
            format!("Chưa rõ “{}” là danh hiệu, hình thức khen thưởng nào.", nomination.kind_as_written)
        };
        findings.push(Finding { code: "award-not-known", message, article: String::new() });
        return findings;
    };
    let Some(newest) = catalogue.kind(id) else {
        let message = format!("Danh mục không có loại khen thưởng “{id}”.");
        findings.push(Finding { code: "award-not-in-catalogue", message, article: String::new() });
        return findings;
    };
    let kind = catalogue.kind_at(id, date).unwrap_or_else(|| {
        let begins = catalogue.kinds.iter().map(|k| k.valid_from).min().filter(|begins| date < *begins);
        findings.push(match begins {
            // What applied before the first entry is not known here, so nothing is said about the law.
            Some(begins) => {
                let message = format!(
                    "Danh mục của chương trình bắt đầu từ ngày {} nên không đối chiếu được “{}” với pháp luật áp dụng vào ngày {}.",
                    short_date(begins),
                    newest.name,
                    short_date(date)
                );
                Finding { code: "before-catalogue", message, article: String::new() }
            }
            None => {
                let message =
                    format!("“{}” không có trong pháp luật áp dụng vào ngày {}.", newest.name, short_date(date));
                Finding { code: "kind-not-in-force", message, article: newest.article.clone() }
            }
        });
        newest
    });
    if !kind.suits(honoree.honoree_type) {
        let for_whom: Vec<&str> = kind.honoree_types.iter().map(|t| t.vietnamese()).collect();
        let mut message = format!(
            "“{}” chỉ dành cho {}, còn dòng này là {}.",
            kind.name,
            for_whom.join(", "),
            honoree.honoree_type.vietnamese()
        );
        if let Some(other) = counterpart(id, honoree.honoree_type).and_then(|id| catalogue.kind_at(id, date))
        {
            message.push_str(&format!(" Với {} có “{}”.", honoree.honoree_type.vietnamese(), other.name));
        }
        findings.push(Finding { code: "award-not-for-honoree-type", message, article: kind.article.clone() });
    }
    if let (Some(by_title), Some(stated)) = (text::split_title(&honoree.name).gender, honoree.gender) {
        findings.extend(check_gender(by_title, stated));
    }
    findings
}

/// The title beside the kind for another type of honoree.
fn counterpart(id: &str, honoree_type: HonoreeType) -> Option<&'static str> {
    Some(match (id, honoree_type) {
        ("advanced-labourer", HonoreeType::Collective) => "advanced-labour-collective",
        ("advanced-labour-collective", HonoreeType::Individual) => "advanced-labourer",
        ("advanced-fighter", HonoreeType::Collective) => "advanced-unit",
        ("advanced-unit", HonoreeType::Individual) => "advanced-fighter",
        _ => return None,
    })
}

/// The finding when the form of address (Ông, Bà) and the stated gender contradict each other.
pub fn check_gender(by_title: Gender, stated: Gender) -> Option<Finding> {
    if by_title == stated {
        return None;
    }
    let title = match by_title {
        Gender::Male => "Ông",
        Gender::Female => "Bà",
    };
    let message = format!("Ghi “{title}” nhưng giới tính ghi “{}”.", stated.vietnamese());
    Some(Finding { code: "gender-contradiction", message, article: String::new() })
}

/// The findings about a round: each with the place of its nomination. An honoree nominated twice for one kind is found
/// at the second place.
pub fn check_round(
    catalogue: &Catalogue,
    nominations: &[Nomination],
    date: NaiveDate,
) -> Vec<(usize, Finding)> {
    let mut findings = Vec::new();
    let mut seen: Vec<(String, usize)> = Vec::new();
    for (place, nomination) in nominations.iter().enumerate() {
        findings.extend(check_nomination(catalogue, nomination, date).into_iter().map(|f| (place, f)));
        if nomination.kind.is_some() {
            seen.push((nomination.sameness_key(), place));
        }
    }
    seen.sort();
    for pair in seen.windows(2) {
        let [(first, _), (second, place)] = pair else { continue };
        if first == second {
            let honoree = &nominations[*place].honoree;
            let message = format!("{} đã có trong đợt này với cùng loại khen thưởng.", honoree.name);
            let finding = Finding { code: "nominated-twice", message, article: String::new() };
            findings.push((*place, finding));
        }
    }
    findings.sort_by_key(|(place, _)| *place);
    findings
}
