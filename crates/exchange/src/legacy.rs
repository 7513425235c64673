//! Old Vietnamese encodings in Unicode files: TCVN3 (ABC) and VNI for Windows, recognised and converted.
//!
//! The font is the first witness, the text the second: how many of its words are Vietnamese syllables before and after
//! conversion. Text that is good Unicode is never converted, whatever its font. Not here: VISCII, VPS, VIQR and other
//! encodings that are not met in office files.

use crate::workbook::{Sheet, Value};
use std::collections::{BTreeSet, HashMap};
use std::sync::OnceLock;
use unicode_normalization::UnicodeNormalization;

const TABLE: &str = include_str!("../data/encodings.tsv");

/// An old encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LegacyEncoding {
    /// TCVN 5712:1993, fonts `.Vn…`.
    Tcvn3,
    /// VNI for Windows, fonts `VNI-…`.
    Vni,
}

impl LegacyEncoding {
    /// `TCVN3`, `VNI`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Tcvn3 => "TCVN3",
            Self::Vni => "VNI",
        }
    }
}

/// What a font's name says about the encoding of its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FontHint {
    /// A Unicode font, or none known.
    #[default]
    None,
    /// `.VnTime`, …
    Tcvn3,
    /// `.VnTimeH`, …: draws capitals from small letters.
    Tcvn3Capitals,
    /// `VNI-Times`, …
    Vni,
}

impl FontHint {
    /// From the font's name.
    pub fn of(font: &str) -> Self {
        let name = font.trim().to_lowercase();
        if name.starts_with(".vn") {
            if name.ends_with('h') { Self::Tcvn3Capitals } else { Self::Tcvn3 }
        } else if name.starts_with("vni-") || name.starts_with("vni ") {
            Self::Vni
        } else {
            Self::None
        }
    }

    fn encoding(self) -> Option<LegacyEncoding> {
        match self {
            Self::None => None,
            Self::Tcvn3 | Self::Tcvn3Capitals => Some(LegacyEncoding::Tcvn3),
            Self::Vni => Some(LegacyEncoding::Vni),
        }
    }
}

struct Tables {
    tcvn3: HashMap<char, char>,
    vni: HashMap<(char, Option<char>), char>,
}

fn tables() -> &'static Tables {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    TABLES.get_or_init(|| {
        let mut tables = Tables { tcvn3: HashMap::new(), vni: HashMap::new() };
        for line in TABLE.lines().skip(1) {
            let fields: Vec<&str> = line.split('\t').collect();
            let [_, letter, tcvn3, _, vni, ..] = fields.as_slice() else { continue };
            let Some(letter) = letter.chars().next() else { continue };
            // Both encodings keep to bytes that Latin-1 and Windows-1252 read alike.
            let byte = |hex: &str| u8::from_str_radix(hex.trim(), 16).ok().map(char::from);
            if let Some(from) = byte(tcvn3) {
                // A capital with a tone shares the byte of its small letter; the small one wins.
                let entry = tables.tcvn3.entry(from).or_insert(letter);
                if letter.is_lowercase() {
                    *entry = letter;
                }
            }
            let mut bytes = vni.split(' ').filter_map(byte);
            if let Some(base) = bytes.next() {
                let mark = bytes.next();
                tables.vni.insert((base, mark), letter);
                if let Some(mark) = mark {
                    // Some programs give the mark of the other case to a base letter.
                    let other = if mark.is_uppercase() {
                        mark.to_lowercase().next()
                    } else {
                        mark.to_uppercase().next()
                    };
                    tables.vni.entry((base, other)).or_insert(letter);
                }
            }
        }
        tables
    })
}

/// Converts a text that is known to be in an old encoding. Letters outside of it are kept.
pub fn convert(text: &str, encoding: LegacyEncoding) -> String {
    let tables = tables();
    match encoding {
        LegacyEncoding::Tcvn3 => text.chars().map(|c| tables.tcvn3.get(&c).copied().unwrap_or(c)).collect(),
        LegacyEncoding::Vni => {
            let mut result = String::with_capacity(text.len());
            let mut rest = text.chars().peekable();
            while let Some(c) = rest.next() {
                if let Some(pair) = rest.peek().and_then(|mark| tables.vni.get(&(c, Some(*mark)))) {
                    result.push(*pair);
                    rest.next();
                } else {
                    result.push(tables.vni.get(&(c, None)).copied().unwrap_or(c));
                }
            }
            result
        }
    }
}

/// How a text reads: words with a letter beyond ASCII, and how many of them are Vietnamese syllables.
#[derive(Debug, Clone, Copy, Default)]
struct Reading {
    marked: usize,
    sound: usize,
}

impl Reading {
    fn of(text: &str) -> Self {
        let mut reading = Self::default();
        for word in words(text) {
            reading.marked += 1;
            reading.sound += usize::from(is_syllable(word));
        }
        reading
    }

    fn add(&mut self, other: Self) {
        self.marked += other.marked;
        self.sound += other.sound;
    }
}

/// Words with a sign beyond ASCII that is no typographic sign.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| {
        c.is_whitespace()
            || c.is_ascii_punctuation()
            || c.is_ascii_digit()
            || ('\u{2010}'..='\u{2026}').contains(&c)
    })
    .filter(|word| !word.is_ascii())
}

/// Words are judged up to this many; more would not tell more.
const JUDGED: usize = 20_000;

/// The old encoding that a set of texts is most likely in; none when they are good Unicode or too few to tell.
pub fn detect<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<LegacyEncoding> {
    let (mut plain, mut tcvn3, mut vni) = (Reading::default(), Reading::default(), Reading::default());
    for text in texts {
        if text.is_ascii() {
            continue;
        }
        plain.add(Reading::of(text));
        tcvn3.add(Reading::of(&convert(text, LegacyEncoding::Tcvn3)));
        vni.add(Reading::of(&convert(text, LegacyEncoding::Vni)));
        if plain.marked > JUDGED {
            break;
        }
    }
    let (best, encoding) =
        if tcvn3.sound >= vni.sound { (tcvn3, LegacyEncoding::Tcvn3) } else { (vni, LegacyEncoding::Vni) };
    // Enough words, most of them sound once converted, and clearly more than before.
    let enough = best.sound >= 4 && best.sound * 10 >= best.marked * 6;
    let clearly = best.sound * 10 >= plain.sound * 12 && best.sound >= plain.sound + 3;
    (enough && clearly).then_some(encoding)
}

/// A sheet after conversion.
pub(crate) struct Converted {
    /// The sheet, converted where needed.
    pub(crate) sheet: Sheet,
    /// What it was converted from, the encoding of most cells.
    pub(crate) from: Option<LegacyEncoding>,
    /// A text before and after.
    pub(crate) example: Option<(String, String)>,
}

/// Converts the cells of a sheet that need it. `told` is the officer's own answer, if there is one.
pub(crate) fn convert_sheet(sheet: &Sheet, told: Option<Option<LegacyEncoding>>) -> Converted {
    let unchanged = || Converted { sheet: sheet.clone(), from: None, example: None };
    if told == Some(None) {
        return unchanged();
    }
    let texts = || {
        sheet.rows.iter().flat_map(|r| &r.cells).filter_map(|c| match &c.value {
            Value::Text(text) if !text.is_ascii() => Some((text.as_str(), c.font)),
            _ => None,
        })
    };
    let told = told.flatten();
    let by_text = told.or_else(|| detect(texts().map(|(text, _)| text)));
    let by_font = texts().any(|(_, font)| font != FontHint::None);
    if by_text.is_none() {
        let mut plain = Reading::default();
        texts().for_each(|(text, _)| plain.add(Reading::of(text)));
        // Without a witness, or with fonts that the text itself belies, nothing is converted.
        if !by_font || plain.sound * 100 >= plain.marked * 95 {
            return unchanged();
        }
    }
    let mut converted = unchanged();
    let mut counts: HashMap<LegacyEncoding, usize> = HashMap::new();
    for cell in converted.sheet.rows.iter_mut().flat_map(|r| &mut r.cells) {
        let Value::Text(text) = &mut cell.value else { continue };
        let encoding = told.or(cell.font.encoding()).or(by_text);
        let Some(encoding) = encoding else { continue };
        let capitals = cell.font == FontHint::Tcvn3Capitals && encoding == LegacyEncoding::Tcvn3;
        if text.is_ascii() {
            if capitals {
                *text = text.to_uppercase();
            }
            continue;
        }
        // Where fonts tell old text apart, a cell in another font is not one of them.
        let witnessed = cell.font.encoding() == Some(encoding) || told.is_some() || !by_font;
        if is_unicode(text, encoding, witnessed) {
            continue;
        }
        let mut after = convert(text, encoding).nfc().collect::<String>();
        if encoding == LegacyEncoding::Tcvn3 {
            after = if capitals { after.to_uppercase() } else { restore_capitals(&after) };
        }
        if after != *text {
            *counts.entry(encoding).or_default() += 1;
            converted.example.get_or_insert_with(|| (text.clone(), after.clone()));
            *text = after;
        }
    }
    converted.from = counts.into_iter().max_by_key(|(_, count)| *count).map(|(encoding, _)| encoding);
    converted
}

/// True for a text that is good Unicode as it is, in a sheet where old encoding is expected.
fn is_unicode(text: &str, encoding: LegacyEncoding, witnessed: bool) -> bool {
    let plain = Reading::of(text);
    let after = Reading::of(&convert(text, encoding));
    // Letters that neither encoding can show in a Unicode file: ạ, ư, đ, combining marks.
    let beyond = text
        .chars()
        .any(|c| c > '\u{ff}' && (c.is_alphabetic() || unicode_normalization::char::is_combining_mark(c)));
    if beyond {
        return plain.sound >= after.sound;
    }
    match plain.sound.cmp(&after.sound) {
        std::cmp::Ordering::Greater => true,
        std::cmp::Ordering::Less => false,
        // As good either way, such as `Hoàng`: what the font or the rest of the sheet says decides.
        std::cmp::Ordering::Equal => !witnessed,
    }
}

fn has_tone(c: char) -> bool {
    c.nfd().any(|m| matches!(m, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}'))
}

/// TCVN3 draws capitals with a tone from the small letter's byte unless the font is one of capitals. What can be seen
/// from the letters beside them is restored: `PH¹M` was `PHẠM`; a text that starts with a toned letter starts with a
/// capital.
fn restore_capitals(text: &str) -> String {
    let known = |c: char| c.is_alphabetic() && !(has_tone(c) && c.is_lowercase());
    let shouted = |word: &str| {
        word.chars().filter(|c| known(*c)).count() >= 2
            && word.chars().filter(|c| known(*c)).all(char::is_uppercase)
    };
    let all = text.split(' ').any(shouted) && text.chars().filter(|c| known(*c)).all(|c| !c.is_lowercase());
    if all {
        return text.to_uppercase();
    }
    let words: Vec<String> =
        text.split(' ').map(|w| if shouted(w) { w.to_uppercase() } else { w.to_owned() }).collect();
    let text = words.join(" ");
    match text.chars().next() {
        Some(first) if first.is_lowercase() && has_tone(first) => {
            first.to_uppercase().chain(text.chars().skip(1)).collect()
        }
        _ => text,
    }
}

/// Gives a name converted from TCVN3 the capitals that its bytes could not hold: `Lý Hữu Thùy ánh` to `… Ánh`.
pub(crate) fn restore_name_capitals(name: &str) -> String {
    let syllables = name.split(' ').map(|word| match word.chars().next() {
        Some(first) if first.is_lowercase() && has_tone(first) => {
            first.to_uppercase().chain(word.chars().skip(1)).collect()
        }
        _ => word.to_owned(),
    });
    syllables.collect::<Vec<String>>().join(" ")
}

/// Onsets of Vietnamese syllables.
const ONSETS: [&str; 29] = [
    "", "ngh", "ng", "nh", "ph", "th", "tr", "ch", "gh", "gi", "kh", "qu", "b", "c", "d", "đ", "g", "h", "k",
    "l", "m", "n", "p", "r", "s", "t", "v", "x", "q",
];

/// Rhymes of Vietnamese syllables without their tone.
const RHYMES: &str = "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng \
    eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan \
    oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt \
    ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ up ut uy uya uych uyên uyêt uyn uynh uyt uyu \
    uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu ynh yt ych ya";

/// True for a word that can be a Vietnamese syllable. Case does not matter; a toned letter must fit its end.
pub(crate) fn is_syllable(word: &str) -> bool {
    static SET: OnceLock<BTreeSet<&'static str>> = OnceLock::new();
    let rhymes = SET.get_or_init(|| RHYMES.split_whitespace().collect());
    let mut tone = None;
    let mut letters = String::with_capacity(word.len());
    for c in word.nfd() {
        match c {
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' if tone.is_some() => return false,
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' => tone = Some(c),
            other => letters.push(other),
        }
    }
    let letters: String = letters.nfc().collect::<String>().to_lowercase();
    ONSETS.iter().any(|onset| {
        letters.strip_prefix(onset).is_some_and(|rhyme| {
            let stopped = rhyme.ends_with(['p', 't', 'c']) || rhyme.ends_with("ch");
            rhymes.contains(rhyme) && (!stopped || matches!(tone, Some('\u{301}' | '\u{323}')))
        })
    })
}
