//! Which award kind the wording of a list means: names, abbreviations and spellings, marks optional.
//!
//! A wording that fits several kinds, or none, is said; the only thing taken for granted is whose list it is, and the
//! answer says that it was taken. Splitting a cell that names several awards is the reader's business.

use crate::{Authority, AwardCategory, AwardKind, Catalogue, HonoreeType, text};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What a wording means.
#[derive(Debug, Clone, PartialEq)]
pub enum Recognised<'a> {
    /// This kind and no other.
    Known(&'a AwardKind),
    /// This kind, if the giver that the wording leaves out is the agency itself: a bare `Giấy khen` in the list of a
    /// Sở.
    Assumed(&'a AwardKind),
    /// One of these; the wording does not tell which.
    Ambiguous(Vec<&'a AwardKind>),
    /// No kind of the catalogue.
    Unknown,
}

impl<'a> Recognised<'a> {
    /// The kind, when there is one.
    pub fn kind(&self) -> Option<&'a AwardKind> {
        match self {
            Self::Known(kind) | Self::Assumed(kind) => Some(kind),
            Self::Ambiguous(_) | Self::Unknown => None,
        }
    }
}

/// Keys of all spellings, and the ids they mean in catalogue order.
#[derive(Debug, Clone)]
pub(crate) struct Index {
    keys: BTreeMap<String, Vec<String>>,
}

impl Index {
    pub(crate) fn new(kinds: &[AwardKind]) -> Self {
        let mut keys: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for kind in kinds {
            for spelling in [&kind.name, &kind.short].into_iter().chain(&kind.aliases) {
                let ids = keys.entry(award_key(spelling)).or_default();
                if !ids.contains(&kind.id) {
                    ids.push(kind.id.clone());
                }
            }
        }
        keys.remove("");
        Self { keys }
    }

    /// Ids whose spelling is this key, or this key with the name of a place or agency after it.
    fn named(&self, key: &str) -> &[String] {
        if let Some(ids) = self.keys.get(key) {
            return ids;
        }
        let mut best: &[String] = &[];
        let mut length = 0;
        for (spelling, ids) in &self.keys {
            let open =
                ENDINGS_BEFORE_A_NAME.iter().any(|e| spelling.ends_with(e)) && !spelling.ends_with(" co so");
            if let Some(rest) = key.strip_prefix(spelling.as_str()).and_then(|r| r.strip_prefix(' '))
                && open
                && spelling.len() > length
                && rest.split(' ').count() <= 5
                && !NOT_A_NAME.iter().any(|w| rest.split(' ').any(|r| r == *w))
            {
                (best, length) = (ids, spelling.len());
            }
        }
        best
    }

    /// Ids whose spelling goes on from this key.
    fn beginning(&self, key: &str) -> Vec<String> {
        let mut found = Vec::new();
        for (spelling, ids) in self.keys.range(key.to_owned()..) {
            let Some(rest) = spelling.strip_prefix(key) else { break };
            if rest.starts_with(' ') {
                found.extend(ids.iter().filter(|id| !found.contains(*id)).cloned().collect::<Vec<_>>());
            }
        }
        found
    }
}

/// A spelling that ends so may be followed by the name of the place or agency: `Giám đốc Sở` + `Tư pháp`.
const ENDINGS_BEFORE_A_NAME: [&str; 8] =
    [" tinh", " so", " bo truong", " bo", " xa", " phuong", " giam doc", " ubnd"];

/// Words that no name of a place or agency holds: the wording goes on with something else.
const NOT_A_NAME: [&str; 8] = ["khen", "thi", "hang", "huan", "danh", "tap", "chien", "tien"];

impl Catalogue {
    /// What the wording means in the list of a department (Sở).
    pub fn recognise(
        &self,
        wording: &str,
        honoree_type: Option<HonoreeType>,
        date: NaiveDate,
    ) -> Recognised<'_> {
        self.recognise_for(wording, honoree_type, date, Authority::DepartmentDirector)
    }

    /// What the wording means in the list of the agency that `own` heads.
    pub fn recognise_for(
        &self,
        wording: &str,
        honoree_type: Option<HonoreeType>,
        date: NaiveDate,
        own: Authority,
    ) -> Recognised<'_> {
        let key = award_key(wording);
        if key.is_empty() {
            return Recognised::Unknown;
        }
        let entry = |id: &String| self.kind_at(id, date).or_else(|| self.kind(id));
        let narrow = |ids: &[String]| -> Vec<&AwardKind> {
            let all: Vec<&AwardKind> = ids.iter().filter_map(entry).collect();
            let suited: Vec<&AwardKind> =
                all.iter().filter(|k| honoree_type.is_none_or(|t| k.suits(t))).copied().collect();
            // When none suits the honoree, the wording is still understood; the mismatch is a finding of its own.
            if suited.is_empty() { all } else { suited }
        };
        match narrow(self.index().named(&key)).as_slice() {
            [kind] => return Recognised::Known(kind),
            [] => {}
            several => return Recognised::Ambiguous(several.to_vec()),
        }
        let candidates = narrow(&self.index().beginning(&key));
        let mut own_forms =
            candidates.iter().filter(|k| k.authority == own && k.category == AwardCategory::Form).copied();
        match (own_forms.next(), own_forms.next()) {
            (Some(kind), None) => Recognised::Assumed(kind),
            _ if candidates.is_empty() => Recognised::Unknown,
            _ => Recognised::Ambiguous(candidates),
        }
    }
}

impl Catalogue {
    /// The kinds that a longer text names, such as a title or the head of a section. Names of one or two words are not
    /// looked for: they are met in other senses.
    pub fn mentioned(&self, text: &str, date: NaiveDate) -> Vec<&AwardKind> {
        let mut key = format!(" {} ", award_key(text));
        let mut spellings: Vec<(&String, &Vec<String>)> =
            self.index().keys.iter().filter(|(k, _)| k.split(' ').count() >= 3).collect();
        spellings.sort_by_key(|(k, _)| std::cmp::Reverse(k.len()));
        let mut ids: Vec<&String> = Vec::new();
        for (spelling, of) in spellings {
            let wanted = format!(" {spelling} ");
            if key.contains(&wanted) {
                key = key.replace(&wanted, " | ");
                ids.extend(of.iter());
            }
        }
        ids.sort_by_key(|id| self.rank(id));
        ids.dedup();
        ids.into_iter().filter_map(|id| self.kind_at(id, date).or_else(|| self.kind(id))).collect()
    }
}

/// The words of an award's wording in one spelling: marks and signs dropped, abbreviations written out, `y` as `i`,
/// ranks as words, the verbs and the year around the name left out.
fn award_key(wording: &str) -> String {
    let folded = text::fold(wording);
    let mut words: Vec<String> = Vec::new();
    let mut run: Vec<String> = Vec::new();
    for word in folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
        // `L.Đ.T.T.` is `LĐTT`; a lone letter or digit after `hạng` is a rank.
        let letter = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
        let rank = run.is_empty() && words.last().is_some_and(|w| w == "hang");
        if letter && !rank {
            run.push(word.to_owned());
            continue;
        }
        if !run.is_empty() {
            words.push(run.concat());
            run.clear();
        }
        words.push(word.to_owned());
    }
    if !run.is_empty() {
        words.push(run.concat());
    }
    let mut key: Vec<&str> = Vec::new();
    for word in &words {
        match expand(word) {
            Some(long) => key.extend(long.split(' ')),
            None => key.push(word),
        }
    }
    let key: Vec<String> = key.into_iter().map(i_for_y).collect();
    let mut key = key.join(" ");
    for (written, meant) in PHRASES {
        key = format!(" {key} ").replace(&format!(" {written} "), &format!(" {meant} ")).trim().to_owned();
    }
    let mut words: Vec<&str> = key.split_whitespace().filter(|w| !matches!(*w, "cua" | "cap")).collect();
    // `năm 2025`, `giai đoạn 2023 - 2025`: when, not what.
    let when = words.windows(2).position(|w| {
        (w[0] == "nam" && w[1].starts_with(|c: char| c.is_ascii_digit()))
            || (w[0] == "giai" && w[1] == "doan")
    });
    if let Some(at) = when {
        words.truncate(at);
    }
    while words
        .first()
        .is_some_and(|w| matches!(*w, "de" | "nghi" | "xet" | "tang" | "thuong" | "cong" | "trao"))
    {
        // `nhận` belongs to `công nhận` and `ghi nhận` only.
        words.remove(0);
        if words.first() == Some(&"nhan") {
            words.remove(0);
        }
    }
    for lead in [["danh", "hieu"], ["hinh", "thuc"]] {
        if words.starts_with(&lead) {
            words.drain(..2);
        }
    }
    words.join(" ")
}

/// Abbreviations met in lists, folded.
fn expand(word: &str) -> Option<&'static str> {
    Some(match word {
        "cstd" => "chien si thi dua",
        "cstdcs" => "chien si thi dua co so",
        "cstdt" => "chien si thi dua tinh",
        "cstdtq" => "chien si thi dua toan quoc",
        "cstt" => "chien si tien tien",
        "ldtt" => "lao dong tien tien",
        "ldxs" => "lao dong xuat sac",
        "ttldtt" | "tldtt" => "tap the lao dong tien tien",
        "ttldxs" | "tldxs" => "tap the lao dong xuat sac",
        "ttld" => "tap the lao dong",
        "ld" => "lao dong",
        "hcld" => "huan chuong lao dong",
        "bk" => "bang khen",
        "gk" => "giay khen",
        "knc" => "ki niem chuong",
        "ct" => "chu tich",
        "gd" => "giam doc",
        "ttg" => "thu tuong",
        "cp" => "chinh phu",
        "btp" => "bo tu phap",
        "stp" => "so tu phap",
        "gdvh" => "gia dinh van hoa",
        _ => return None,
    })
}

/// `sy` and `si`, `ky` and `ki`, `quy` and `qui` are one; `may`, `tay` are left alone.
fn i_for_y(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    if let [.., before, last] = letters.as_mut_slice()
        && *last == 'y'
        && !matches!(*before, 'a' | 'e' | 'o')
    {
        *last = 'i';
    }
    letters.into_iter().collect()
}

/// Phrases written in several ways, after abbreviations are written out.
const PHRASES: [(&str, &str); 22] = [
    ("ui ban nhan dan", "ubnd"),
    ("thu tuong chinh phu", "thu tuong"),
    ("tt lao dong", "tap the lao dong"),
    ("thi dua cs", "thi dua co so"),
    ("hang 1", "hang nhat"),
    ("hang i", "hang nhat"),
    ("hang 2", "hang nhi"),
    ("hang ii", "hang nhi"),
    ("hang 3", "hang ba"),
    ("hang iii", "hang ba"),
    ("hc lao dong", "huan chuong lao dong"),
    ("hc doc lap", "huan chuong doc lap"),
    ("hc sao vang", "huan chuong sao vang"),
    ("chu tich ubnd", "ubnd"),
    ("tinh tay ninh", "tinh"),
    ("thu tuong cp", "thu tuong"),
    ("bang khen ubnd tinh", "bang khen tinh"),
    ("bang khen cua ubnd tinh", "bang khen tinh"),
    ("tap the tien tien", "tap the lao dong tien tien"),
    ("giam doc so", "so"),
    ("thanh pho", "tinh"),
    ("co thi dua cua ubnd tinh", "co thi dua tinh"),
];
