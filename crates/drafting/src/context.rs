//! The facts as templates name them: snake_case, and what is blank is not there at all, so that it shows as a hole.

use crate::citations::law_on;
use crate::expression::{count2, join_vi};
use crate::list::{self, Counts};
use crate::{Facts, ListEntry};
use chrono::NaiveDate;
use commendation::{Agency, Conference, HonoreeType, Power};
use minijinja::Value;
use std::collections::BTreeMap;

type Map = BTreeMap<&'static str, Value>;

pub(crate) fn value(map: &Map) -> Value {
    Value::from_pairs(map.iter().map(|(key, value)| (*key, value.clone())))
}

/// Puts text in unless it is blank.
fn put(map: &mut Map, key: &'static str, text: &str) {
    let text = text.trim();
    if !text.is_empty() {
        map.insert(key, text.into());
    }
}

/// Two words with a blank between; nothing unless both are there.
fn pair(first: &str, second: &str) -> String {
    let (first, second) = (first.trim(), second.trim());
    if first.is_empty() || second.is_empty() { String::new() } else { format!("{first} {second}") }
}

/// Every root that templates may name, but `fields`.
pub(crate) fn roots(
    facts: &Facts,
    date: Option<NaiveDate>,
    entries: &[ListEntry],
) -> BTreeMap<&'static str, Value> {
    let mut roots = Map::new();
    roots.insert("agency", value(&agency(&facts.agency)));
    let law = law_on(date.unwrap_or(facts.today));
    let mut law_map = Map::new();
    put(&mut law_map, "citations", &law.citations.join("\n"));
    put(&mut law_map, "decree", law.decree.as_deref().unwrap_or_default());
    roots.insert("law", value(&law_map));
    if let Some(date) = date {
        roots.insert("date", date.to_string().into());
    }
    if let Some(round) = &facts.round {
        let mut map = Map::new();
        put(&mut map, "name", &round.name);
        map.insert("year", round.year.into());
        roots.insert("round", value(&map));
        roots.insert("list", value(&list_map(entries, &facts.agency)));
    }
    if let Some(about) = &facts.conference {
        let mut map = conference(&about.conference);
        if let Some(text) = list::honours(&about.honours, &facts.agency) {
            map.insert("honours", text.into());
        }
        if let Some(text) = Counts::of(&about.honours).phrase() {
            map.insert("honoured", text.into());
        }
        if let Some(text) = list::own_awards(&about.figures, &facts.agency) {
            map.insert("own_awards", text.into());
        }
        put(&mut map, "honours_achievement", &list::shared_achievement(&about.honours).unwrap_or_default());
        map.insert("counted", (!about.figures.is_empty()).into());
        map.insert("others_awards", closed(&list::others_awards(&about.figures, &facts.agency)).into());
        roots.insert("conference", value(&map));
    }
    for (root, kind) in [("minutes", "council-minutes"), ("submission", "submission-province")] {
        if let Some(paper) = facts.related.iter().find(|paper| paper.kind == kind) {
            let mut map = Map::new();
            put(&mut map, "number", paper.number.as_deref().unwrap_or_default());
            put(&mut map, "date", &paper.date.map(|date| date.to_string()).unwrap_or_default());
            roots.insert(root, value(&map));
        }
    }
    roots
}

fn agency(agency: &Agency) -> Map {
    let mut map = Map::new();
    put(&mut map, "name", &agency.name);
    put(&mut map, "parent", &agency.parent);
    put(&mut map, "province", &agency.province);
    put(&mut map, "abbreviation", &agency.abbreviation);
    put(&mut map, "place", &agency.place);
    put(&mut map, "head_position", &agency.head_position);
    put(&mut map, "head", &head(agency));
    // Unless it is called otherwise, an agency's council bears the agency's name.
    let usual = pair("Hội đồng Thi đua - Khen thưởng", &agency.name);
    let council = if agency.council.trim().is_empty() { usual.as_str() } else { agency.council.trim() };
    put(&mut map, "council", council);
    // Below the agency's name in a head, the council need not repeat it.
    put(&mut map, "council_short", council.strip_suffix(agency.name.trim()).unwrap_or(council));
    put(&mut map, "drafting_unit", &agency.drafting_unit);
    put(&mut map, "drafting_unit_head", &agency.drafting_unit_head);
    put(&mut map, "contact", &agency.contact);
    put(&mut map, "signer", &agency.signatory.name);
    put(&mut map, "signature", &signature_lines(agency).join("\n"));
    // Only a Sở has "thuộc Sở": the first word of the agency's own name.
    put(&mut map, "short", agency.name.split_whitespace().next().unwrap_or_default());
    if !agency.province.trim().is_empty() {
        let province = format!("{} {}", province_word(agency), agency.province.trim());
        put(&mut map, "province_full", &province);
        put(&mut map, "province_chair", &format!("Chủ tịch Ủy ban nhân dân {province}"));
        let full = |text: &str| {
            let named = text.is_empty() || text.contains(agency.province.trim());
            if named { text.to_owned() } else { format!("{text} {province}") }
        };
        put(&mut map, "full", &full(agency.name.trim()));
        put(&mut map, "head_full", &full(&head(agency)));
    }
    map
}

/// `Giám đốc Sở Tư pháp`.
pub(crate) fn head(agency: &Agency) -> String {
    pair(&agency.head_position, &agency.name)
}

/// `tỉnh` or `thành phố`, as the agency above is called.
fn province_word(agency: &Agency) -> &'static str {
    if agency.parent.to_lowercase().contains("thành phố") { "thành phố" } else { "tỉnh" }
}

/// The lines above a signature (Decree 30/2020, article 13), mixed case: `KT. Giám đốc`, `Phó Giám đốc`.
pub(crate) fn signature_lines(agency: &Agency) -> Vec<String> {
    let head = agency.head_position.trim();
    let own = agency.signatory.position.trim();
    let two = |prefix: &str, whom: &str| {
        let mut lines = Vec::new();
        if !whom.is_empty() {
            lines.push(format!("{prefix} {whom}"));
        }
        if !own.is_empty() {
            lines.push(own.to_owned());
        }
        lines
    };
    match agency.signatory.power {
        Power::Own => if head.is_empty() { own } else { head }.lines().map(str::to_owned).collect(),
        Power::Acting => two("Q.", head).into_iter().take(1).collect(),
        Power::ForHead => two("KT.", head),
        Power::ByOrder => two("TL.", head),
        Power::ByMandate => two("TUQ.", head),
        Power::ForBody => two("TM.", agency.name.trim()),
    }
}

fn list_map(entries: &[ListEntry], agency: &Agency) -> Map {
    let mut map = Map::new();
    let counts = Counts::of(entries);
    map.insert("collectives", counts.collectives.into());
    map.insert("households", counts.households.into());
    map.insert("individuals", counts.individuals.into());
    map.insert("total", counts.total().into());
    put(&mut map, "phrase", &counts.phrase().unwrap_or_default());
    // One honoree may stand in several rows, with an award each.
    let lines: Vec<String> = [
        (counts.collectives, "lượt tập thể"),
        (counts.households, "lượt hộ gia đình"),
        (counts.individuals, "lượt cá nhân"),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, word)| format!("{} {word}", count2(count)))
    .collect();
    let repeated = list::repeated(entries);
    let phrase = if repeated { join_vi(&lines) } else { counts.phrase().unwrap_or_default() };
    put(&mut map, "lines_phrase", &phrase);
    put(&mut map, "types", &counts.types().unwrap_or_default());
    put(&mut map, "who", &counts.who().unwrap_or_default());
    put(&mut map, "achievement", &list::shared_achievement(entries).unwrap_or_default());
    map.insert("prize_total", list::prize_total(entries).into());
    let groups = list::by_kind(entries);
    map.insert("kinds", groups.len().into());
    let names: Vec<String> = groups.iter().map(|(name, _)| list::quoted(name)).collect();
    put(&mut map, "titles", &names.join(", "));
    let counted: Vec<String> = groups
        .iter()
        .filter_map(|(name, group)| {
            let phrase = Counts::of(group.iter().copied()).phrase()?;
            Some(format!("Danh hiệu {}: {phrase}", list::quoted(name)))
        })
        .enumerate()
        .map(|(index, line)| format!("{}. {line}", index + 1))
        .collect();
    put(&mut map, "titles_counted", &closed(&counted));
    let awards: Vec<String> = groups
        .iter()
        .filter_map(|(_, group)| {
            let phrase = Counts::of(group.iter().copied()).phrase()?;
            Some(format!("tặng {} cho {phrase}", list::award_words(group.first()?, agency)))
        })
        .collect();
    put(&mut map, "awards", &awards.join("; "));
    map
}

fn conference(conference: &Conference) -> Map {
    let mut map = Map::new();
    put(&mut map, "name", &conference.name);
    put(&mut map, "date", &conference.date.map(|date| date.to_string()).unwrap_or_default());
    put(&mut map, "place", &conference.place);
    put(&mut map, "chair_name", &conference.chair_name);
    put(&mut map, "chair_position", &conference.chair_position);
    put(
        &mut map,
        "chair",
        &match conference.chair_position.trim() {
            "" => conference.chair_name.clone(),
            position => pair(conference.chair_name.trim(), &format!("- {position}")),
        },
    );
    put(&mut map, "period", &span(conference.period_from, conference.period_to));
    put(&mut map, "next", &span(conference.next_from, conference.next_to));
    put(&mut map, "movements", &conference.movements);
    put(&mut map, "results", &conference.results);
    put(&mut map, "shortcomings", &conference.shortcomings);
    put(&mut map, "goal", &conference.goal);
    put(&mut map, "tasks", &conference.tasks);
    let congresses: Vec<&str> = conference
        .delegations
        .iter()
        .map(|d| d.congress.trim())
        .filter(|congress| !congress.is_empty())
        .collect();
    map.insert("congresses", congresses.join(" và ").into());
    map
}

/// Lines of one sentence: `;` after each, a full stop after the last.
fn closed(lines: &[String]) -> String {
    if lines.is_empty() { String::new() } else { format!("{}.", lines.join(";\n")) }
}

fn span(from: Option<i32>, to: Option<i32>) -> String {
    match (from, to) {
        (Some(from), Some(to)) => format!("{from} - {to}"),
        _ => String::new(),
    }
}

/// The honoree's facts for a certificate.
pub(crate) fn honoree(entry: &ListEntry) -> Map {
    let mut map = Map::new();
    put(&mut map, "name", &list::styled_name(entry));
    map.insert("position_unit", list::position_and_unit(entry).into());
    map.insert("collective", (entry.honoree.honoree_type != HonoreeType::Individual).into());
    map
}

/// The agency's facts for a certificate.
pub(crate) fn agency_value(facts: &Agency) -> Value {
    value(&agency(facts))
}
