//! Legal grounds by date (`assets/templates/citations.toml`).

use chrono::NaiveDate;
use serde::Deserialize;
use std::sync::LazyLock;

/// What the law offers on one day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Law {
    /// Grounds as printed, without `Căn cứ` and closing mark.
    pub(crate) citations: Vec<String>,
    /// Short name of the decree in force, `Nghị định số 152/2025/NĐ-CP`.
    pub(crate) decree: Option<String>,
    /// What is not printed because it could not be checked, with where it was read.
    pub(crate) left_out: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    citation: Vec<Citation>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Citation {
    text: String,
    #[serde(default)]
    decree: Option<String>,
    from: NaiveDate,
    #[serde(default)]
    to: Option<NaiveDate>,
    /// Where the text was read.
    source: String,
    /// Not printed; told in a finding instead.
    #[serde(default)]
    unverified: bool,
}

const SOURCE: &str = include_str!("../../../assets/templates/citations.toml");

static CITATIONS: LazyLock<Vec<Citation>> =
    LazyLock::new(|| toml::from_str::<File>(SOURCE).map(|file| file.citation).unwrap_or_default());

/// The law on `date`.
pub(crate) fn law_on(date: NaiveDate) -> Law {
    let mut law = Law::default();
    for citation in CITATIONS.iter().filter(|c| c.from <= date && c.to.is_none_or(|to| date <= to)) {
        if citation.unverified {
            law.left_out.push(format!("{} ({})", citation.text, citation.source));
        } else {
            law.citations.push(citation.text.clone());
            law.decree = citation.decree.clone().or(law.decree);
        }
    }
    law
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(year: i32, month: u32, day: u32) -> Law {
        law_on(NaiveDate::from_ymd_opt(year, month, day).unwrap())
    }

    #[test]
    fn the_file_reads() {
        let file: File = toml::from_str(SOURCE).unwrap();
        assert!(file.citation.iter().all(|c| unicode_normalization::is_nfc(&c.text) && !c.source.is_empty()));
    }

    #[test]
    fn the_law_follows_the_date() {
        assert_eq!(on(2025, 7, 1).decree.as_deref(), Some("Nghị định số 152/2025/NĐ-CP"));
        assert_eq!(on(2025, 6, 30).decree.as_deref(), Some("Nghị định số 98/2023/NĐ-CP"));
        assert_eq!(on(2024, 1, 1).decree.as_deref(), Some("Nghị định số 98/2023/NĐ-CP"));
        assert_eq!(on(2023, 12, 31).decree.as_deref(), Some("Nghị định số 91/2017/NĐ-CP"));
        assert_eq!(on(2017, 10, 1).decree.as_deref(), Some("Nghị định số 91/2017/NĐ-CP"));
        assert_eq!(on(2017, 9, 30).decree, None);
        assert_eq!(on(2025, 12, 20).citations[0], "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022");
        assert!(on(2020, 6, 15).citations.iter().any(|text| text.contains("ngày 26 tháng 11 năm 2003")));
        assert!(on(2000, 1, 1).citations.is_empty());
        assert_eq!(on(2026, 10, 1).left_out.len(), on(2026, 9, 30).left_out.len() + 1);
    }
}
