//! How alike two honorees on record are: what the suggestion "may be the same" is made of, each part a reason that can
//! be told. Nothing here decides that two are one; the officer does. Finding the candidates is the archive's business.

use crate::text::{fold, same_spelling};
use crate::{BirthDate, Honoree, HonoreeType};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How two names agree; the first is the strongest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NameLikeness {
    /// To the letter.
    Same,
    /// But for case or the place of a tone: `Hòa`, `HOÀ`.
    Writing,
    /// But for i and y: `sĩ`, `sỹ`.
    IOrY,
    /// But for marks: `Hòa`, `Hoa`.
    Marks,
    /// The same syllables in another order.
    Swapped,
    /// One has an initial where the other has the syllable: `Trần Q. Hòa`.
    Initials,
    /// One letter more, fewer or other in one syllable.
    OneLetter,
}

/// How two birth dates agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BirthLikeness {
    /// The same, to the day.
    Same,
    /// As far as both are known: a year, a month.
    Compatible,
    /// Not known of at least one.
    Unknown,
    /// Different in one part only, or day and month changed places: perhaps a slip.
    Near,
    /// Different.
    Contradicts,
}

/// How two units or positions agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PlaceLikeness {
    /// The same.
    Same,
    /// One came from the other: renamed, merged, split.
    Successor,
    /// Not known of at least one.
    Unknown,
    /// Different.
    Differs,
}

/// Why two honorees may be the same, or may not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Likeness {
    /// Of the names.
    pub name: NameLikeness,
    /// Of the birth dates.
    pub birth: BirthLikeness,
    /// Of the units.
    pub unit: PlaceLikeness,
    /// Of the positions.
    pub position: PlaceLikeness,
    /// Stated as man and as woman.
    pub gender_differs: bool,
}

impl Likeness {
    /// Compares two honorees of one type. `names` are all the ways each is written, `unit` how their units agree, which
    /// only a register of units can tell in full. None when the names are not alike at all.
    pub fn of(a: (&Honoree, &[String]), b: (&Honoree, &[String]), unit: PlaceLikeness) -> Option<Self> {
        let ((one, names), (other, other_names)) = (a, b);
        if one.honoree_type != other.honoree_type {
            return None;
        }
        let individual = one.honoree_type == HonoreeType::Individual;
        let pairs = names.iter().flat_map(|name| other_names.iter().map(move |other| (name, other)));
        let name = pairs.filter_map(|(a, b)| name_likeness(a, b, individual)).min()?;
        let text = |text: &Option<String>| text.as_deref().map(canonical).unwrap_or_default();
        Some(Self {
            name,
            birth: birth_likeness(one.birth, other.birth),
            unit,
            position: place_likeness(&text(&one.position), &text(&other.position)),
            gender_differs: matches!((one.gender, other.gender), (Some(a), Some(b)) if a != b),
        })
    }

    /// True when the officer should be asked. `rare`: few on record have such a name.
    pub fn is_likely(&self, honoree_type: HonoreeType, rare: bool) -> bool {
        let same_unit = matches!(self.unit, PlaceLikeness::Same | PlaceLikeness::Successor);
        if honoree_type != HonoreeType::Individual {
            return self.name <= NameLikeness::Marks && (same_unit || self.unit == PlaceLikeness::Unknown);
        }
        let born_alike = matches!(self.birth, BirthLikeness::Same | BirthLikeness::Compatible);
        if self.gender_differs && !(self.birth == BirthLikeness::Same && same_unit) {
            return false;
        }
        match self.birth {
            BirthLikeness::Contradicts => false,
            BirthLikeness::Near => self.name <= NameLikeness::IOrY && same_unit,
            _ if self.name <= NameLikeness::Swapped => born_alike || same_unit || rare,
            _ => (born_alike || same_unit) && rare,
        }
    }

    /// For order: the greater the likelier.
    pub fn strength(&self) -> u32 {
        let name = match self.name {
            NameLikeness::Same => 40,
            NameLikeness::Writing => 38,
            NameLikeness::IOrY => 34,
            NameLikeness::Marks => 28,
            NameLikeness::Swapped => 22,
            NameLikeness::Initials => 20,
            NameLikeness::OneLetter => 12,
        };
        let birth = match self.birth {
            BirthLikeness::Same => 40,
            BirthLikeness::Compatible => 20,
            BirthLikeness::Unknown => 8,
            BirthLikeness::Near => 4,
            BirthLikeness::Contradicts => 0,
        };
        let place = |of: PlaceLikeness, most: u32| match of {
            PlaceLikeness::Same => most,
            PlaceLikeness::Successor => most - 2,
            PlaceLikeness::Unknown => most / 3,
            PlaceLikeness::Differs => 0,
        };
        name + birth + place(self.unit, 20) + place(self.position, 6)
    }
}

/// A name in the one form in which spellings of it agree: marks and case away, y as i, signs as blanks.
pub fn canonical(name: &str) -> String {
    let letters: String = fold(name)
        .chars()
        .map(|c| match c {
            'y' => 'i',
            c if c.is_alphanumeric() => c,
            _ => ' ',
        })
        .collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn name_likeness(a: &str, b: &str, individual: bool) -> Option<NameLikeness> {
    if a == b {
        return Some(NameLikeness::Same);
    }
    let (one, other) = (canonical(a), canonical(b));
    if one == other {
        return Some(if same_spelling(a) == same_spelling(b) {
            NameLikeness::Writing
        } else if same_spelling(&i_for_y(a)) == same_spelling(&i_for_y(b)) {
            NameLikeness::IOrY
        } else {
            NameLikeness::Marks
        });
    }
    if !individual {
        return None;
    }
    let (one, other): (Vec<&str>, Vec<&str>) = (one.split(' ').collect(), other.split(' ').collect());
    if one.len() != other.len() {
        return None;
    }
    let sorted = |syllables: &[&str]| {
        let mut all: Vec<String> = syllables.iter().map(|s| (*s).to_owned()).collect();
        all.sort();
        all
    };
    if sorted(&one) == sorted(&other) {
        return Some(NameLikeness::Swapped);
    }
    let differing: Vec<usize> = (0..one.len()).filter(|&place| one[place] != other[place]).collect();
    let [place] = differing.as_slice() else { return None };
    let (x, y) = (one[*place], other[*place]);
    let initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    if initial(x, y) || initial(y, x) {
        return Some(NameLikeness::Initials);
    }
    // Another mark besides is another name (Hạnh, Khánh), unless one of them is written without any.
    let marked = |name: &str| same_spelling(&i_for_y(name));
    let (a, b) = (marked(a), marked(b));
    let alike = match a.is_ascii() || b.is_ascii() {
        true => one_letter_apart(x, y),
        false => {
            let syllable = |name: &str| name.split(' ').nth(*place).unwrap_or_default().to_owned();
            one_letter_apart(x, y) && one_letter_apart(&syllable(&a), &syllable(&b))
        }
    };
    alike.then_some(NameLikeness::OneLetter)
}

/// y as i with its tone kept: `sỹ` to `sĩ`.
fn i_for_y(text: &str) -> String {
    const PAIRS: [(char, char); 6] = [('y', 'i'), ('ỳ', 'ì'), ('ý', 'í'), ('ỷ', 'ỉ'), ('ỹ', 'ĩ'), ('ỵ', 'ị')];
    let lower = crate::text::clean(text).to_lowercase();
    lower.chars().map(|c| PAIRS.iter().find(|(y, _)| *y == c).map_or(c, |(_, i)| *i)).collect()
}

/// One letter put in, left out or taken for another, in syllables that have enough letters to tell.
fn one_letter_apart(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    if short.len() < 2 || long.len() - short.len() > 1 || a.iter().chain(&b).any(char::is_ascii_digit) {
        return false;
    }
    let head = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    let tail = short[head..].iter().rev().zip(long[head..].iter().rev()).take_while(|(x, y)| x == y).count();
    let left = |whole: &[char]| whole.len() - head - tail;
    left(short) <= 1 && left(long) <= 1
}

fn birth_likeness(a: Option<BirthDate>, b: Option<BirthDate>) -> BirthLikeness {
    let (Some(a), Some(b)) = (a, b) else { return BirthLikeness::Unknown };
    let known = |a: Option<u32>, b: Option<u32>| a.zip(b);
    let differs = |pair: Option<(u32, u32)>| pair.is_some_and(|(a, b)| a != b);
    let (month, day) = (known(a.month, b.month), known(a.day, b.day));
    match u32::from(a.year != b.year) + u32::from(differs(month)) + u32::from(differs(day)) {
        0 if day.is_some() => BirthLikeness::Same,
        0 => BirthLikeness::Compatible,
        // Another year alone says little when nothing else is known to agree.
        1 if day.is_some() => BirthLikeness::Near,
        2 if a.year == b.year && a.month == b.day && a.day == b.month => BirthLikeness::Near,
        _ => BirthLikeness::Contradicts,
    }
}

/// Two texts of units or positions in their canonical form.
pub fn place_likeness(a: &str, b: &str) -> PlaceLikeness {
    match (a.is_empty() || b.is_empty(), a == b) {
        (true, _) => PlaceLikeness::Unknown,
        (_, true) => PlaceLikeness::Same,
        _ => PlaceLikeness::Differs,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(name: &str, birth: Option<BirthDate>, unit: Option<&str>) -> Honoree {
        Honoree {
            honoree_type: HonoreeType::Individual,
            name: name.into(),
            gender: None,
            birth,
            position: None,
            unit: unit.map(str::to_owned),
        }
    }

    fn names(a: &str, b: &str) -> Option<NameLikeness> {
        name_likeness(a, b, true)
    }

    #[test]
    fn names_agree_for_a_reason_that_can_be_told() {
        for (a, b, expected) in [
            ("Trần Quốc Hòa", "Trần Quốc Hòa", Some(NameLikeness::Same)),
            ("Trần Quốc Hòa", "TRẦN QUỐC HOÀ", Some(NameLikeness::Writing)),
            ("Nguyễn Văn Sĩ", "Nguyễn Văn Sỹ", Some(NameLikeness::IOrY)),
            ("Lý Thị Mỹ", "Lí Thị Mĩ", Some(NameLikeness::IOrY)),
            ("Trần Quốc Hòa", "Tran Quoc Hoa", Some(NameLikeness::Marks)),
            ("Trần Quốc Hòa", "Quốc Hòa Trần", Some(NameLikeness::Swapped)),
            ("Trần Quốc Hòa", "Trần Q. Hòa", Some(NameLikeness::Initials)),
            ("Trần Quốc Hòa", "Trần Quốc Hào", None),
            ("Đặng Thị Xuyến", "Đặng Thị Xuyên", Some(NameLikeness::Marks)),
            ("Đặng Thị Nhàn", "Đặng Thị Nhàng", Some(NameLikeness::OneLetter)),
            ("Võ Thanh Hạnh", "Võ Thanh Khánh", None),
            ("Võ Thanh Hạnh", "Vo Thanh Khanh", Some(NameLikeness::OneLetter)),
            ("Trần Quốc Hòa", "Trần Quốc Hùng", None),
            ("Trần Quốc Hòa", "Trần Hòa", None),
        ] {
            assert_eq!(names(a, b), expected, "{a} and {b}");
        }
        let number = name_likeness("Phòng Công chứng số 1", "Phòng Công chứng số 2", false);
        assert_eq!(number, None, "neighbours by number are never the same");
    }

    #[test]
    fn births_agree_as_far_as_they_are_known() {
        let full = |d: u32, m: u32, year: i32| Some(BirthDate { year, month: Some(m), day: Some(d) });
        let year = |year| Some(BirthDate::year(year));
        for (a, b, expected) in [
            (full(14, 3, 1980), full(14, 3, 1980), BirthLikeness::Same),
            (full(14, 3, 1980), year(1980), BirthLikeness::Compatible),
            (full(14, 3, 1980), None, BirthLikeness::Unknown),
            (full(4, 3, 1980), full(3, 4, 1980), BirthLikeness::Near),
            (full(14, 3, 1980), full(14, 3, 1986), BirthLikeness::Near),
            (full(14, 3, 1980), full(15, 4, 1980), BirthLikeness::Contradicts),
            (year(1980), year(1981), BirthLikeness::Contradicts),
        ] {
            assert_eq!(birth_likeness(a, b), expected, "{a:?} and {b:?}");
        }
    }

    #[test]
    fn only_what_has_some_evidence_is_asked() {
        let likely = |a: &Honoree, b: &Honoree, unit, rare| {
            Likeness::of((a, std::slice::from_ref(&a.name)), (b, std::slice::from_ref(&b.name)), unit)
                .is_some_and(|likeness| likeness.is_likely(HonoreeType::Individual, rare))
        };
        let common = person("Nguyễn Thị Hương", None, None);
        assert!(!likely(&common, &common, PlaceLikeness::Differs, false), "a common name alone is nothing");
        assert!(likely(&common, &common, PlaceLikeness::Same, false), "with the unit it is");
        assert!(likely(&common, &common, PlaceLikeness::Successor, false), "or the unit that followed it");
        assert!(likely(&common, &common, PlaceLikeness::Differs, true), "a rare name is enough");
        let older = person("Nguyễn Thị Hương", Some(BirthDate::year(1960)), None);
        let younger = person("Nguyễn Thị Hương", Some(BirthDate::year(1990)), None);
        assert!(!likely(&older, &younger, PlaceLikeness::Same, true), "another birth year, another person");
        let letter = person("Nguyễn Thị Hưởn", None, None);
        assert!(!likely(&common, &letter, PlaceLikeness::Differs, true), "one letter needs more evidence");
        assert!(likely(&common, &letter, PlaceLikeness::Same, true), "which the unit gives");
    }
}
