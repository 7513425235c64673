//! Entries in the order of the law, counted and worded. Not here: columns and cells (`table.rs`).

use crate::expression::{count2, join_vi, lower_first};
use crate::template::Select;
use crate::{AwardFigure, ListEntry};
use commendation::{Agency, Authority, AwardCategory, Gender, HonoreeType, text::fold};
use serde::Serialize;

/// The entries that `select` takes, in the order of Decree 152/2025, article 29.5: authority from high to low,
/// titles before forms, collectives, households, individuals; then as they stand.
pub(crate) fn selected(entries: &[ListEntry], select: Option<&Select>) -> Vec<ListEntry> {
    let Some(select) = select else { return Vec::new() };
    let mut chosen: Vec<ListEntry> = entries
        .iter()
        .filter(|entry| select.authority.is_empty() || entry.authority.is_some_and(|a| select.authority.contains(&a)))
        .filter(|entry| select.category.is_empty() || entry.category.is_some_and(|c| select.category.contains(&c)))
        .cloned()
        .collect();
    chosen.sort_by_key(|entry| {
        (
            entry.authority.map_or(u8::MAX, |authority| authority as u8),
            entry.category != Some(AwardCategory::EmulationTitle),
            entry.honoree.honoree_type,
            title_rank(&entry.kind_name),
        )
    });
    chosen
}

/// Where an emulation title stands among those for the same type of honoree: lower is higher.
fn title_rank(name: &str) -> u8 {
    const HIGH_TO_LOW: [&str; 5] =
        ["chien si thi dua toan quoc", "chien si thi dua", "chien sy thi dua", "lao dong xuat sac", "tien tien"];
    let name = fold(name);
    HIGH_TO_LOW.iter().position(|part| name.contains(part)).unwrap_or(HIGH_TO_LOW.len()) as u8
}

/// How many of each type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub(crate) struct Counts {
    pub(crate) collectives: u64,
    pub(crate) households: u64,
    pub(crate) individuals: u64,
}

impl Counts {
    pub(crate) fn of<'a>(entries: impl IntoIterator<Item = &'a ListEntry>) -> Self {
        let mut counts = Self::default();
        for entry in entries {
            match entry.honoree.honoree_type {
                HonoreeType::Collective => counts.collectives += 1,
                HonoreeType::Household => counts.households += 1,
                HonoreeType::Individual => counts.individuals += 1,
            }
        }
        counts
    }

    pub(crate) fn total(self) -> u64 {
        self.collectives + self.households + self.individuals
    }

    /// `03 tập thể, 01 hộ gia đình và 10 cá nhân`; none when there is nobody.
    pub(crate) fn phrase(self) -> Option<String> {
        let parts: Vec<String> = self.parts().map(|(count, word)| format!("{} {word}", count2(count))).collect();
        (!parts.is_empty()).then(|| join_vi(&parts))
    }

    /// `các tập thể, cá nhân`; none when there is nobody.
    pub(crate) fn who(self) -> Option<String> {
        let words: Vec<&str> = self.parts().map(|(_, word)| word).collect();
        (!words.is_empty()).then(|| format!("các {}", words.join(", ")))
    }

    fn parts(self) -> impl Iterator<Item = (u64, &'static str)> {
        [(self.collectives, "tập thể"), (self.households, "hộ gia đình"), (self.individuals, "cá nhân")]
            .into_iter()
            .filter(|(count, _)| *count > 0)
    }
}

/// Entries of one award kind, in list order.
pub(crate) fn by_kind(entries: &[ListEntry]) -> Vec<(&str, Vec<&ListEntry>)> {
    let mut groups: Vec<(&str, Vec<&ListEntry>)> = Vec::new();
    for entry in entries {
        match groups.iter_mut().find(|(name, _)| *name == entry.kind_name) {
            Some((_, group)) => group.push(entry),
            None => groups.push((&entry.kind_name, vec![entry])),
        }
    }
    groups
}

/// The achievement that all entries with an achievement share, worded to follow a list of honorees:
/// `đã có thành tích …`.
pub(crate) fn shared_achievement(entries: &[ListEntry]) -> Option<String> {
    let mut all = entries.iter().map(|entry| entry.achievement.trim()).filter(|text| !text.is_empty());
    let first = all.next()?;
    let key = fold(first);
    let same = all.all(|text| fold(text) == key);
    same.then(|| {
        let text = lower_first(first.trim_end_matches(['.', ';', ' ']));
        if text.starts_with("đã ") || text.starts_with("vì ") { text } else { format!("đã {text}") }
    })
}

/// `Ông Nguyễn Văn A` where the gender is known, else the name alone.
pub(crate) fn styled_name(entry: &ListEntry) -> String {
    let honoree = &entry.honoree;
    match honoree.gender {
        Some(Gender::Male) if honoree.honoree_type == HonoreeType::Individual => format!("Ông {}", honoree.name),
        Some(Gender::Female) if honoree.honoree_type == HonoreeType::Individual => format!("Bà {}", honoree.name),
        _ => honoree.name.clone(),
    }
}

/// `Phó Trưởng phòng, Văn phòng Sở`; the unit once even when the position names it.
pub(crate) fn position_and_unit(entry: &ListEntry) -> String {
    let position = entry.honoree.position.as_deref().unwrap_or_default().trim();
    let unit = entry.honoree.unit.as_deref().unwrap_or_default().trim();
    if position.is_empty() {
        unit.to_owned()
    } else if unit.is_empty() || fold(position).contains(&fold(unit)) {
        position.to_owned()
    } else {
        format!("{position}, {unit}")
    }
}

/// A title between quotation marks, as papers write it.
pub(crate) fn quoted(name: &str) -> String {
    if name.contains('“') { name.to_owned() } else { format!("“{name}”") }
}

/// What is given and by whom: `Bằng khen` and `Chủ tịch UBND tỉnh`.
pub(crate) struct Given {
    pub(crate) award: String,
    pub(crate) giver: String,
}

/// Takes the printed name of an award kind apart and names the giver as papers of this agency do.
pub(crate) fn given(name: &str, authority: Authority, agency: &Agency) -> Given {
    const GIVERS: [&str; 8] =
        ["Chủ tịch", "Bộ trưởng", "Bộ ", "Thủ tướng", "Chính phủ", "Giám đốc", "Thủ trưởng", "UBND"];
    let (award, named) = name
        .split_once(" của ")
        .filter(|(_, giver)| GIVERS.iter().any(|start| giver.starts_with(start)))
        .map_or((name, None), |(award, giver)| (award, Some(giver)));
    let field = agency.name.strip_prefix("Sở ");
    let giver = match authority {
        Authority::President => "Chủ tịch nước".to_owned(),
        Authority::Government => "Chính phủ".to_owned(),
        Authority::PrimeMinister => "Thủ tướng Chính phủ".to_owned(),
        Authority::Minister => match (named.filter(|giver| giver.starts_with("Bộ trưởng Bộ ")), field) {
            (Some(giver), _) => giver.to_owned(),
            (None, Some(field)) => format!("Bộ trưởng Bộ {field}"),
            (None, None) => "Bộ trưởng".to_owned(),
        },
        Authority::ProvinceChair => "Chủ tịch UBND tỉnh".to_owned(),
        Authority::DepartmentDirector => format!("{} {}", agency.head_position, agency.name),
        Authority::CommuneChair => "Chủ tịch UBND cấp xã".to_owned(),
    };
    Given { award: award.to_owned(), giver }
}

/// `được Chủ tịch nước tặng Huân chương …, Bộ trưởng … tặng 01 Cờ … và 02 Bằng khen, …`: what the agency itself was
/// given; none when nothing was.
pub(crate) fn own_awards(figures: &[AwardFigure], agency: &Agency) -> Option<String> {
    let mut givers: Vec<(String, Vec<String>)> = Vec::new();
    for figure in in_order(figures).into_iter().filter(|figure| figure.own > 0) {
        let Given { award, giver } = given(&figure.name, figure.authority, agency);
        let what = if figure.authority == Authority::President && figure.own == 1 {
            award
        } else if figure.category == AwardCategory::EmulationTitle && !award.starts_with("Cờ") {
            format!("{} danh hiệu {}", count2(figure.own.into()), quoted(&award))
        } else {
            format!("{} {award}", count2(figure.own.into()))
        };
        match givers.iter_mut().find(|(name, _)| *name == giver) {
            Some((_, awards)) => awards.push(what),
            None => givers.push((giver, vec![what])),
        }
    }
    let clauses: Vec<String> =
        givers.into_iter().map(|(giver, awards)| format!("{giver} tặng {}", join_vi(&awards))).collect();
    (!clauses.is_empty()).then(|| format!("được {}", clauses.join(", ")))
}

/// `Bằng khen của Chủ tịch UBND tỉnh: 02 tập thể và 05 cá nhân`, a line each: what others were given.
pub(crate) fn others_awards(figures: &[AwardFigure], agency: &Agency) -> Vec<String> {
    in_order(figures)
        .into_iter()
        .filter_map(|figure| {
            let counts = Counts {
                collectives: figure.collectives.into(),
                households: figure.households.into(),
                individuals: figure.individuals.into(),
            };
            let Given { award, giver } = given(&figure.name, figure.authority, agency);
            let what = match figure.category {
                AwardCategory::EmulationTitle => format!("Danh hiệu {}", quoted(&award)),
                AwardCategory::Form => format!("{award} của {giver}"),
            };
            counts.phrase().map(|phrase| format!("{what}: {phrase}"))
        })
        .collect()
}

/// Figures from high to low authority, titles first.
pub(crate) fn in_order(figures: &[AwardFigure]) -> Vec<&AwardFigure> {
    let mut ordered: Vec<&AwardFigure> = figures.iter().collect();
    ordered.sort_by_key(|figure| (figure.authority, figure.category));
    ordered
}

/// `Chủ tịch UBND tỉnh tặng Bằng khen cho 04 cá nhân`, from high to low; none when nothing was given.
pub(crate) fn honours(entries: &[ListEntry], agency: &Agency) -> Option<String> {
    let ordered = selected(entries, Some(&Select::default()));
    let mut clauses: Vec<String> = Vec::new();
    for (name, group) in by_kind(&ordered) {
        let Some(first) = group.first() else { continue };
        let Some(counts) = Counts::of(group.iter().copied()).phrase() else { continue };
        clauses.push(match first.authority {
            Some(authority) => {
                let Given { award, giver } = given(name, authority, agency);
                let what = match first.category {
                    Some(AwardCategory::EmulationTitle) => format!("danh hiệu {}", quoted(&award)),
                    _ => award,
                };
                format!("{giver} tặng {what} cho {counts}")
            }
            None => format!("tặng {name} cho {counts}"),
        });
    }
    (!clauses.is_empty()).then(|| clauses.join("; "))
}
