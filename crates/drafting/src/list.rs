//! Entries in the order of the law, counted and worded. Not here: columns and cells (`table.rs`).

use crate::expression::{count2, join_vi, lower_first};
use crate::template::Select;
use crate::{AwardFigure, ListEntry};
use commendation::{Agency, Authority, AwardCategory, BirthDate, Gender, HonoreeType, text::fold};
use serde::Serialize;
use std::collections::{HashMap, HashSet};

/// The entries that `select` takes, in the order of Decree 152/2025, article 29.5: authority from high to low,
/// titles before forms, collectives, households, individuals; then as they stand.
pub(crate) fn selected(entries: &[ListEntry], select: Option<&Select>) -> Vec<ListEntry> {
    let Some(select) = select else { return Vec::new() };
    let mut chosen: Vec<ListEntry> = entries
        .iter()
        .filter(|entry| {
            select.authority.is_empty() || entry.authority.is_some_and(|a| select.authority.contains(&a))
        })
        .filter(|entry| {
            select.category.is_empty() || entry.category.is_some_and(|c| select.category.contains(&c))
        })
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
    const HIGH_TO_LOW: [&str; 5] = [
        "chien si thi dua toan quoc",
        "chien si thi dua",
        "chien sy thi dua",
        "lao dong xuat sac",
        "tien tien",
    ];
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
        let parts: Vec<String> =
            self.parts().map(|(count, word)| format!("{} {word}", count2(count))).collect();
        (!parts.is_empty()).then(|| join_vi(&parts))
    }

    /// `tập thể, cá nhân`; none when there is nobody.
    pub(crate) fn types(self) -> Option<String> {
        let words: Vec<&str> = self.parts().map(|(_, word)| word).collect();
        (!words.is_empty()).then(|| words.join(", "))
    }

    /// `các tập thể, cá nhân`; none when there is nobody.
    pub(crate) fn who(self) -> Option<String> {
        self.types().map(|types| format!("các {types}"))
    }

    fn parts(self) -> impl Iterator<Item = (u64, &'static str)> {
        [(self.collectives, "tập thể"), (self.households, "hộ gia đình"), (self.individuals, "cá nhân")]
            .into_iter()
            .filter(|(count, _)| *count > 0)
    }
}

/// Who an entry is about: the same person or collective gives the same key.
type Who = (HonoreeType, String, Option<BirthDate>, Option<String>);

fn who(entry: &ListEntry) -> Who {
    let honoree = &entry.honoree;
    (honoree.honoree_type, fold(&honoree.name), honoree.birth, honoree.unit.as_deref().map(fold))
}

/// True when somebody stands in the list more than once.
pub(crate) fn repeated(entries: &[ListEntry]) -> bool {
    let mut seen = HashSet::new();
    !entries.iter().all(|entry| seen.insert(who(entry)))
}

/// Names that stand in the list twice for the same award.
pub(crate) fn twice(entries: &[ListEntry]) -> Vec<&str> {
    let mut seen = HashSet::new();
    entries
        .iter()
        .filter(|entry| !seen.insert((who(entry), entry.kind.as_str())))
        .map(|entry| entry.honoree.name.as_str())
        .collect()
}

/// Prize money in all, đồng. Of several emulation titles for one period only the highest counts (Decree 152/2025,
/// article 49.5); entries without a prize count nothing.
pub fn prize_total(entries: &[ListEntry]) -> u64 {
    let mut total = 0;
    let mut titles: HashMap<Who, u64> = HashMap::new();
    for entry in entries {
        let prize = entry.prize.unwrap_or_default();
        if entry.category == Some(AwardCategory::EmulationTitle) {
            let highest = titles.entry(who(entry)).or_default();
            *highest = prize.max(*highest);
        } else {
            total += prize;
        }
    }
    total + titles.values().sum::<u64>()
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
        Some(Gender::Male) if honoree.honoree_type == HonoreeType::Individual => {
            format!("Ông {}", honoree.name)
        }
        Some(Gender::Female) if honoree.honoree_type == HonoreeType::Individual => {
            format!("Bà {}", honoree.name)
        }
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

/// True for emulation titles that a person or collective holds; flags (cờ) are given like forms of commendation.
fn is_held(category: Option<AwardCategory>, name: &str) -> bool {
    category == Some(AwardCategory::EmulationTitle) && !name.starts_with("Cờ")
}

/// `danh hiệu “Lao động tiên tiến”`, or `Bằng khen của Chủ tịch UBND tỉnh` with the giver as this agency names it.
pub(crate) fn award_words(entry: &ListEntry, agency: &Agency) -> String {
    if is_held(entry.category, &entry.kind_name) {
        return format!("danh hiệu {}", quoted(&entry.kind_name));
    }
    match entry.authority {
        Some(authority) => full_name(&entry.kind_name, authority, agency),
        None => entry.kind_name.clone(),
    }
}

/// The award with its giver where the printed name has one: `Giấy khen của Giám đốc Sở Tư pháp`.
fn full_name(name: &str, authority: Authority, agency: &Agency) -> String {
    let Given { award, giver } = given(name, authority, agency);
    if award == name || giver.trim().is_empty() { name.to_owned() } else { format!("{award} của {giver}") }
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
        Authority::Minister => match (named.filter(|giver| giver.starts_with("Bộ trưởng Bộ ")), field)
        {
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
        } else if is_held(Some(figure.category), &award) {
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
            let what = if is_held(Some(figure.category), &figure.name) {
                format!("Danh hiệu {}", quoted(&figure.name))
            } else {
                full_name(&figure.name, figure.authority, agency)
            };
            counts.phrase().map(|phrase| format!("{what}: {phrase}"))
        })
        .collect()
}

/// The name of an award in a table.
pub(crate) fn figure_name(figure: &AwardFigure, award: String) -> String {
    if is_held(Some(figure.category), &award) { quoted(&award) } else { award }
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
                let what = if is_held(first.category, &award) {
                    format!("danh hiệu {}", quoted(&award))
                } else {
                    award
                };
                format!("{giver} tặng {what} cho {counts}")
            }
            None => format!("tặng {name} cho {counts}"),
        });
    }
    (!clauses.is_empty()).then(|| clauses.join("; "))
}
