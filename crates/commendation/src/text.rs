//! Vietnamese text at the boundary: one normal form, keys for search that ignore marks, names and their order.
//!
//! Deliberately not here: old encodings (`exchange`), tone placement rewriting (both `hòa` and `hoà` stay as typed and
//! are found alike).

use crate::Gender;
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use std::cmp::Ordering;
use std::sync::{LazyLock, OnceLock};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// NFC, inner white space collapsed, ends trimmed, signs without width or for direction dropped. Line breaks become
/// blanks.
pub fn clean(text: &str) -> String {
    let seen: String = text.nfc().filter(|c| !is_unseen(*c)).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Signs that a reader cannot see: soft hyphen, zero width, byte order mark, direction, control (white space stays).
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
        || (c.is_control() && !c.is_whitespace())
}

/// Key for search: lower case, marks dropped, đ to d, hyphens and quotes in one form, white space collapsed: `Hòa` and
/// `hoà` both give `hoa`.
pub fn fold(text: &str) -> String {
    let lower = text.to_lowercase();
    let bare = lower.nfd().filter(|c| !is_combining_mark(*c) && !is_unseen(*c));
    let plain: String = bare.map(one_form).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn one_form(c: char) -> char {
    match c {
        'đ' | 'ð' => 'd',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}' => '-',
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => '"',
        '‘' | '’' | '‚' | '‛' | '′' | '`' | '´' => '\'',
        other => other,
    }
}

/// Key for telling whether two spellings are the same word for word: lower case, marks kept, but the tone put after
/// the letters of its syllable, so that `Hòa` and `Hoà`, NFC and NFD agree while `Hoa` and `Hòa` do not.
pub fn same_spelling(text: &str) -> String {
    let lower = clean(text).to_lowercase();
    let syllables = lower.split(' ').map(|syllable| {
        let (mut tones, mut letters) = (String::new(), String::new());
        for c in syllable.nfd() {
            let into = if matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}') {
                &mut tones
            } else {
                &mut letters
            };
            into.push(one_form_keeping_d(c));
        }
        letters + &tones
    });
    syllables.collect::<Vec<_>>().join(" ")
}

fn one_form_keeping_d(c: char) -> char {
    match c {
        'ð' | 'đ' => 'đ',
        other => one_form(other),
    }
}

/// True when a text has letters and all of them are capitals.
pub fn is_upper(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| c.is_alphabetic()).peekable();
    letters.peek().is_some() && letters.all(|c| !c.is_lowercase())
}

/// A person's name in capitals, restored: `LÊ THANH PHƯỢNG` to `Lê Thanh Phượng`, `H'HEN NIÊ` to `H'Hen Niê`
/// (Decree 30/2020, appendix II.II.1). A name with a small letter anywhere is left as typed. All-small names too get
/// capitals.
pub fn name_case(name: &str) -> String {
    let has_lower = name.chars().any(char::is_lowercase);
    let has_upper = name.chars().any(char::is_uppercase);
    if has_lower && has_upper {
        return name.to_owned();
    }
    capitalise_syllables(name)
}

fn capitalise_syllables(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut at_start = true;
    for c in text.chars() {
        if c.is_alphabetic() || is_combining_mark(c) {
            if at_start {
                result.extend(c.to_uppercase())
            } else {
                result.extend(c.to_lowercase())
            }
            at_start = at_start && is_combining_mark(c);
        } else {
            result.push(c);
            at_start = !c.is_numeric();
        }
    }
    result
}

/// Words that open the name of a collective (not a bare `đoàn`: Đoàn is a family name); the next word opens the name of its field and takes a capital
/// (Decree 30/2020, appendix II.IV.1).
const COLLECTIVE_KINDS: [&str; 48] = [
    "phòng",
    "ban",
    "sở",
    "chi cục",
    "cục",
    "vụ",
    "viện",
    "trung tâm",
    "văn phòng",
    "thanh tra",
    "tổ",
    "đội",
    "khoa",
    "bộ phận",
    "bộ",
    "hội",
    "hội đồng",
    "chi bộ",
    "đảng bộ",
    "đảng ủy",
    "công đoàn",
    "chi đoàn",
    "trường",
    "đoàn thanh niên",
    "đoàn cơ sở",
    "bệnh viện",
    "ủy ban",
    "ubnd",
    "công ty",
    "doanh nghiệp",
    "hợp tác xã",
    "tập thể",
    "đơn vị",
    "nhóm",
    "trạm",
    "xí nghiệp",
    "nhà máy",
    "cơ quan",
    "phân hiệu",
    "quỹ",
    "tạp chí",
    "báo",
    "câu lạc bộ",
    "liên đoàn",
    "cụm thi đua",
    "khối thi đua",
    "đoàn luật sư",
    "đoàn tncs",
];

/// True when a name opens as names of collectives do: `Phòng Công chứng số 1`. Places (`Xã Tân Bình`) count too.
pub fn opens_as_collective(name: &str) -> bool {
    let lower = format!("{} ", clean(name).to_lowercase());
    let opens =
        |word: &str| lower.strip_prefix(word).is_some_and(|rest| rest.starts_with(' ') && rest.len() > 1);
    let places = ["xã", "phường", "thị trấn", "thôn", "ấp", "khu phố", "tổ dân phố", "huyện", "tỉnh"];
    let alone = ["văn phòng sở ", "thanh tra sở ", "văn phòng ", "thanh tra ", "ban giám đốc "];
    alone.iter().any(|a| lower == *a) || COLLECTIVE_KINDS.iter().chain(&places).any(|word| opens(word))
}

const KNOWN_ACRONYMS: [&str; 14] = [
    "UBND", "HĐND", "UBMTTQ", "MTTQ", "TNHH", "TNCS", "HCM", "CNTT", "THADS", "TGPL", "TAND", "VKSND",
    "BHXH", "KT-XH",
];

fn bare_word(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// True for words that no Vietnamese syllable is written like, `TCCB`, `HĐQT`, `CAND`: abbreviations or foreign words.
fn is_no_syllable(word: &str) -> bool {
    let bare = bare_word(word);
    let marked = |c: char| !matches!(c, 'đ' | 'Đ') && c.nfd().count() > 1;
    let letters: String = fold(bare).chars().filter(|c| c.is_alphabetic()).collect();
    if letters.chars().count() < 2 || bare.chars().any(marked) {
        return false;
    }
    const ONSETS: [&str; 27] = [
        "", "b", "c", "ch", "d", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p",
        "ph", "q", "r", "s", "t", "th", "tr", "v", "x",
    ];
    const CODAS: [&str; 9] = ["", "c", "ch", "k", "m", "n", "ng", "nh", "p"];
    let is_vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let syllable = |part: &str| {
        ONSETS.iter().filter_map(|onset| part.strip_prefix(onset)).any(|rime| {
            let coda = rime.trim_start_matches(is_vowel);
            (1..=3).contains(&(rime.len() - coda.len())) && (CODAS.contains(&coda) || coda == "t")
        }) || part == "gi"
    };
    !fold(bare).split(|c: char| !c.is_alphabetic()).filter(|p| !p.is_empty()).all(syllable)
}

/// Words of a name in capitals that [`collective_case`] leaves as written because it knows no such word or
/// abbreviation: for the officer to look at.
pub fn unknown_acronyms(name: &str) -> Vec<String> {
    if !is_upper(name) {
        return Vec::new();
    }
    let words = name.split_whitespace().map(bare_word);
    let unknown = words.filter(|w| is_no_syllable(w) && !KNOWN_ACRONYMS.contains(w) && !is_roman(w));
    unknown.map(str::to_owned).collect()
}

/// Positions as they open a cell: whoever is called so is not named so.
const POSITIONS: [&str; 38] = [
    "giám đốc",
    "phó giám đốc",
    "trưởng",
    "phó trưởng",
    "phó phòng",
    "phó ban",
    "phó khoa",
    "phó chánh",
    "chánh",
    "chủ tịch",
    "phó chủ tịch",
    "bí thư",
    "phó bí thư",
    "thủ trưởng",
    "hiệu trưởng",
    "hiệu phó",
    "tổ trưởng",
    "tổ phó",
    "đội trưởng",
    "đội phó",
    "cục trưởng",
    "chi cục trưởng",
    "vụ trưởng",
    "viện trưởng",
    "ủy viên",
    "thư ký",
    "chuyên viên",
    "thanh tra viên",
    "chấp hành viên",
    "trợ giúp viên",
    "kế toán",
    "văn thư",
    "thủ quỹ",
    "lái xe",
    "nhân viên",
    "cán bộ",
    "công chức",
    "viên chức",
];

/// True when a text opens with a position: `Giám đốc Sở`, `Chủ tịch hội Nguyễn Văn Z`.
pub fn opens_as_position(text: &str) -> bool {
    static SPELLED: LazyLock<Vec<String>> =
        LazyLock::new(|| POSITIONS.iter().map(|position| format!("{} ", same_spelling(position))).collect());
    let spelled = format!("{} ", same_spelling(text));
    SPELLED.iter().any(|position| spelled.starts_with(position))
}

/// A collective's name in capitals, restored as far as rules reach: `PHÒNG CÔNG CHỨNG SỐ 1` to `Phòng Công chứng số 1`.
/// Proper names inside it cannot be told from other words, so the result is to be shown to the officer. A name with a
/// small letter anywhere is left as typed.
pub fn collective_case(name: &str) -> String {
    if !is_upper(name) {
        return name.to_owned();
    }
    const PLACE_KINDS: [&str; 9] =
        ["xã", "phường", "huyện", "tỉnh", "quận", "ấp", "thôn", "thành phố", "thị trấn"];
    let words: Vec<String> = name.split_whitespace().map(str::to_owned).collect();
    let lower: Vec<String> = words.iter().map(|w| w.to_lowercase()).collect();
    let mut out: Vec<String> = Vec::with_capacity(words.len());
    let mut capital_next = true;
    let mut place_left = 0;
    let mut at = 0;
    while at < words.len() {
        let pair = lower.get(at + 1).map(|next| format!("{} {next}", lower[at]));
        let known = |list: &[&str]| -> usize {
            if pair.as_deref().is_some_and(|p| list.contains(&p)) {
                2
            } else {
                usize::from(list.contains(&lower[at].as_str()))
            }
        };
        if KNOWN_ACRONYMS.contains(&bare_word(&words[at]))
            || is_roman(&words[at])
            || is_no_syllable(&words[at])
        {
            out.push(words[at].clone());
            (capital_next, place_left) = (false, 0);
            at += 1;
            continue;
        }
        let (kind, place) = (known(&COLLECTIVE_KINDS), known(&PLACE_KINDS));
        if place > 0 && at > 0 {
            out.extend(lower[at..at + place].iter().cloned());
            // Vietnamese place names have two syllables as a rule, some three.
            place_left = 3;
            capital_next = false;
            at += place;
        } else if kind > 0
            && (at == 0 || capital_next || matches!(lower[at].as_str(), "sở" | "chi" | "trung"))
        {
            out.push(capitalise_first(&lower[at]));
            out.extend(lower[at + 1..at + kind].iter().cloned());
            capital_next = true;
            at += kind;
        } else {
            let word = &lower[at];
            let joins = matches!(word.as_str(), "và" | "của" | "thuộc" | "-" | "–");
            if joins || matches!(word.as_str(), "số") {
                out.push(word.clone());
                capital_next = joins && word != "của";
                place_left = 0;
            } else {
                let capital = capital_next || place_left > 0;
                out.push(if capital { capitalise_first(word) } else { word.clone() });
                place_left = if place_left > 0 && !word.ends_with([',', ';']) { place_left - 1 } else { 0 };
                capital_next = false;
            }
            at += 1;
        }
    }
    out.join(" ")
}

fn is_roman(word: &str) -> bool {
    word.len() > 1 && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

fn capitalise_first(word: &str) -> String {
    let mut done = false;
    let capital = |c: char| -> Vec<char> {
        if !done && c.is_alphabetic() {
            done = true;
            return c.to_uppercase().collect();
        }
        vec![c]
    };
    word.chars().flat_map(capital).collect()
}

/// A name without the words of address and degree before it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Titled {
    /// `Ông`, `TS.`, `Đồng chí`, as written; empty when there is none.
    pub title: String,
    /// The rest.
    pub name: String,
    /// From Ông, Bà.
    pub gender: Option<Gender>,
}

/// Splits titles off a name: `Ông Nguyễn Văn A`, `Đ/c ThS. Lê Thị B`. What is left has at least two words, or nothing
/// is split: `Bà` alone is nobody's title.
pub fn split_title(name: &str) -> Titled {
    let name = clean(name);
    let mut rest = name.as_str();
    let mut gender = None;
    while let Some((length, of)) = title_at(rest) {
        let after = rest[length..].trim_start_matches([' ', '.', ',', ':', ')']);
        let enough = after.split_whitespace().count() >= 2;
        if !enough || (gender.is_some() && of.is_some()) {
            break;
        }
        gender = gender.or(of);
        rest = after;
    }
    let title = name[..name.len() - rest.len()].trim().to_owned();
    Titled { title, name: rest.to_owned(), gender }
}

/// The length in bytes of a title at the start, and the gender it tells.
fn title_at(text: &str) -> Option<(usize, Option<Gender>)> {
    const TITLES: [(&str, Option<Gender>); 33] = [
        ("ông", Some(Gender::Male)),
        ("bà", Some(Gender::Female)),
        ("đồng chí", None),
        ("đ/c", None),
        ("đ.c", None),
        ("đc", None),
        ("gs.ts", None),
        ("pgs.ts", None),
        ("gs", None),
        ("pgs", None),
        ("tskh", None),
        ("ts", None),
        ("tiến sĩ", None),
        ("tiến sỹ", None),
        ("ths", None),
        ("th.s", None),
        ("thạc sĩ", None),
        ("thạc sỹ", None),
        ("luật sư", None),
        ("ls", None),
        ("bác sĩ", None),
        ("bs", None),
        ("kỹ sư", None),
        ("ks", None),
        ("cn", None),
        ("cô", Some(Gender::Female)),
        ("chị", Some(Gender::Female)),
        ("anh", Some(Gender::Male)),
        ("cử nhân", None),
        ("mr", Some(Gender::Male)),
        ("ms", Some(Gender::Female)),
        ("mrs", Some(Gender::Female)),
        ("công chứng viên", None),
    ];
    let mut best: Option<(usize, Option<Gender>)> = None;
    for (title, gender) in TITLES {
        let mut lengths = text.char_indices();
        let mut wanted = title.chars();
        let end = loop {
            let Some(want) = wanted.next() else {
                break Some(lengths.next().map_or(text.len(), |(at, _)| at));
            };
            match lengths.next() {
                Some((_, c)) if c.to_lowercase().eq(want.to_lowercase()) => {}
                _ => break None,
            }
        };
        let Some(end) = end else { continue };
        let ends_a_word = text[end..].chars().next().is_some_and(|c| matches!(c, ' ' | '.' | ',' | ':'));
        // `Anh`, `Chị`, `Cô` may begin nothing but an address when the name goes on with at least two words.
        if ends_a_word && best.is_none_or(|(length, _)| end > length) {
            best = Some((end, gender));
        }
    }
    best
}

fn name_parts(name: &str) -> (String, String, String) {
    let titled = split_title(name);
    let words: Vec<&str> = titled.name.split_whitespace().collect();
    match words.as_slice() {
        [] => Default::default(),
        [given] => ((*given).to_owned(), String::new(), String::new()),
        [family, middle @ .., given] => ((*given).to_owned(), middle.join(" "), (*family).to_owned()),
    }
}

/// Vietnamese dictionary order: ă and â after a, đ after d, tones ngang, huyền, hỏi, ngã, sắc, nặng only where letters
/// agree.
pub fn compare_words(a: &str, b: &str) -> Ordering {
    collator().compare(a, b)
}

/// A key of a text: the bytes of two keys compare as [`compare_words`] does. For sorting long lists; not for keeping,
/// since another version of the collation may make other keys.
pub fn words_key(text: &str) -> Vec<u8> {
    let mut key = Vec::with_capacity(text.len() * 2);
    let Ok(()) = collator().write_sort_key_to(text, &mut key);
    key
}

/// A key of a name in the Vietnamese order of names: by given name, then middle names, then family name.
pub fn name_key(name: &str) -> Vec<u8> {
    let (given, middle, family) = name_parts(name);
    // No key has a zero in it, so a name ends before any that goes on.
    [given, middle, family].map(|part| words_key(&part)).join(&0)
}

fn collator() -> &'static CollatorBorrowed<'static> {
    static COLLATOR: OnceLock<CollatorBorrowed<'static>> = OnceLock::new();
    COLLATOR.get_or_init(|| {
        let locale = icu_collator::CollatorPreferences::from(&icu_locale_core::locale!("vi"));
        // The data is built in; without it there is no program.
        #[allow(clippy::expect_used)]
        Collator::try_new(locale, CollatorOptions::default()).expect("the collation data for vi is built in")
    })
}
