//! The sample forms of Decree 30/2020/NĐ-CP, appendix III, as `read_forms.py` finds them in the decree's own file
//! (`tests/decree`), and the check that a paper has the same elements in the same places.

use serde::Deserialize;
use std::{collections::BTreeMap, sync::LazyLock};

use super::pdf::{File, Line, MM};
use super::{project, python};

/// The forms by number: `1.2`.
pub(crate) static FORMS: LazyLock<BTreeMap<String, Vec<Sample>>> = LazyLock::new(|| {
    let file = project().join("tests/decree/nd30-phu-luc-3.docx");
    serde_json::from_str(&python("read_forms.py", &[file])).expect("the reader's answer")
});

/// An element of a form.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum Sample {
    Words(Words),
    Rule {
        #[serde(rename = "where")]
        place: Place,
    },
}

/// Words of a form, and how they look.
#[derive(Debug, Deserialize)]
pub(crate) struct Words {
    text: String,
    #[serde(rename = "where")]
    place: Place,
    align: String,
    bold: bool,
    italic: bool,
    capitals: bool,
    size: f32,
    indented: bool,
}

/// In which column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Place {
    Left,
    Right,
    Page,
}

/// What a paper has in the place of an element.
#[derive(Debug, Clone)]
pub(crate) enum Ours<'a> {
    /// A line that begins with these words, in the look of the form.
    Line(&'a str),
    /// The same, where the decree's table of looks (appendix I, part I, section V, or the article named) says
    /// otherwise than its sample; the table is measured by `typesetting`.
    ByTable(&'a str, &'a str),
    /// A rule below what stands before it.
    Rule,
    /// The field to sign, where the form says that a signature stands.
    Field(&'a str),
    /// Text in the top right corner, and the field below it in which the agency signs.
    Stamp(&'a str, &'a str),
    /// More of what stands before it, as dots show, or a signature that is not ours to set.
    More,
    /// The end of the text.
    End,
}

/// Follows a form from element to element through a paper, column by column.
struct Walk<'a> {
    file: &'a File,
    name: String,
    /// Page and baseline of what came last in each column.
    reached: BTreeMap<Place, (usize, f32)>,
    /// The line that came last in each column.
    last: BTreeMap<Place, &'a Line>,
    column: Place,
    /// The middle of each column of the head or foot under way.
    middles: BTreeMap<Place, f32>,
}

/// Checks that a paper, from one of its pages on, has every element of a form, in its order, its column and its look.
/// `ours` says for each element of the form how it begins there, and what the paper has in its place.
pub(crate) fn check_form(number: &str, file: &File, from: usize, ours: &[(&str, Ours<'_>)]) {
    let form = &FORMS[number];
    let mut walk = Walk {
        file,
        name: format!("form {number}"),
        reached: [Place::Left, Place::Right, Place::Page].map(|place| (place, (from, 0.0))).into(),
        last: BTreeMap::new(),
        column: Place::Page,
        middles: BTreeMap::new(),
    };
    assert_eq!(form.len(), ours.len(), "form {number}: every element has its counterpart: {form:#?}");
    for (sample, (begins, ours)) in form.iter().zip(ours) {
        match sample {
            Sample::Rule { place } => {
                assert!(matches!(ours, Ours::Rule), "form {number} has a rule where {ours:?} is expected");
                walk.rule(*place);
            }
            Sample::Words(words) => {
                assert!(words.text.starts_with(begins), "form {number}: “{begins}” is “{}”", words.text);
                walk.words(words, ours);
            }
        }
    }
}

impl<'a> Walk<'a> {
    fn words(&mut self, sample: &Words, ours: &Ours<'_>) {
        if sample.place == Place::Left && self.column == Place::Right {
            // Another pair of columns begins.
            self.middles.clear();
        }
        self.column = sample.place;
        match ours {
            Ours::Line(words) => {
                let line = self.next(sample.place, |line| line.text().trim_start().starts_with(words), words);
                self.check_look(sample, line, words);
                self.check_place(sample, line, words);
            }
            Ours::ByTable(words, _) => {
                let line = self.next(sample.place, |line| line.text().trim_start().starts_with(words), words);
                self.check_place(sample, line, words);
            }
            Ours::Field(field) => self.field(sample.place, field),
            Ours::Stamp(words, field) => self.stamp(sample, words, field),
            Ours::More => {
                let dots = !sample.text.chars().any(char::is_alphabetic);
                let signed = ["dấu", "(Chữ ký"].iter().any(|begins| sample.text.starts_with(begins));
                assert!(dots || signed, "{}: “{}” is more of the same", self.name, sample.text);
            }
            Ours::End => {
                self.next(sample.place, |line| line.text().trim_end().ends_with("./."), "./.");
            }
            Ours::Rule => panic!("{}: “{}” is no rule", self.name, sample.text),
        }
    }

    /// The next line of a column that is wanted.
    fn next(&mut self, place: Place, wanted: impl Fn(&Line) -> bool, words: &str) -> &'a Line {
        // What goes across the page begins below both columns, and they below it.
        let reached = match place {
            Place::Page => self.reached.values().copied().fold((0, 0.0), further),
            column => further(self.reached[&column], self.reached[&Place::Page]),
        };
        let pages = self.file.pages.iter().enumerate().skip(reached.0);
        let found = pages
            .flat_map(|(number, page)| page.lines.iter().map(move |line| (number, page, line)))
            .find(|(number, page, line)| {
                let below = *number > reached.0 || line.y() > reached.1 + 0.5;
                let column = match place {
                    Place::Left => line.right() < page.width * 0.55,
                    Place::Right => line.left() > page.width * 0.4,
                    Place::Page => true,
                };
                below && column && wanted(line)
            });
        let (number, _, line) = found.unwrap_or_else(|| {
            panic!("{}: “{words}” comes next in the column {place:?}, after {reached:?}", self.name)
        });
        self.reached.insert(place, (number, line.y()));
        self.last.insert(place, line);
        line
    }

    fn check_look(&self, sample: &Words, line: &Line, words: &str) {
        let name = &self.name;
        let letters = line.inked().take(words.chars().filter(|letter| !letter.is_whitespace()).count());
        for letter in letters {
            assert_eq!(
                (letter.bold, letter.italic),
                (sample.bold, sample.italic),
                "{name}: “{words}” bold, italic"
            );
            let off = letter.size - sample.size;
            assert!(off.abs() <= 1.0, "{name}: “{words}” is {} pt, {} in the form", letter.size, sample.size);
        }
        let has_letters = sample.text.chars().any(char::is_alphabetic);
        let small = line.text().chars().any(char::is_lowercase);
        assert!(
            !has_letters || sample.capitals != small,
            "{name}: “{}” in capitals: {}",
            line.text(),
            sample.capitals
        );
    }

    fn check_place(&mut self, sample: &Words, line: &Line, words: &str) {
        let name = &self.name;
        let left = line.left() / MM - 30.0;
        match (sample.place, sample.align.as_str()) {
            (Place::Page, "center") => {
                self.middles.clear();
                assert!((line.middle() - 110.0 * MM).abs() < 0.6, "{name}: “{words}” is in the middle");
            }
            (Place::Page, _) if sample.indented => {
                self.middles.clear();
                assert!(
                    (left - 10.0).abs() < 0.4 || (left - 12.7).abs() < 0.4,
                    "{name}: “{words}” is indented: {left}"
                );
            }
            (Place::Page, _) => {}
            (Place::Left, "start" | "both") => {
                assert!(left.abs() < 0.4, "{name}: “{words}” is at the margin: {left}")
            }
            (place, _) => {
                let middle = *self.middles.entry(place).or_insert(line.middle());
                assert!(
                    (line.middle() - middle).abs() < 0.6,
                    "{name}: “{words}” is in the middle of its column"
                );
            }
        }
    }

    fn rule(&mut self, place: Place) {
        let line = self.last[&place];
        let page = &self.file.pages[self.reached[&place].0];
        // The element may take several lines; nothing of another middle stands between it and its rule.
        let same = |middle: f32| (middle - line.middle()).abs() < 1.0;
        let lines = page.lines.iter().filter(|other| other.y() >= line.y() && same(other.middle()));
        let ends = lines.map(|line| line.y()).collect::<Vec<_>>();
        let rule = page.strokes.iter().find(|stroke| {
            let ruled =
                |end: &f32| (0.0..12.0).contains(&(stroke.top() - end)) && stroke.top() - line.y() < 90.0;
            stroke.is_level() && same((stroke.left() + stroke.right()) / 2.0) && ends.iter().any(ruled)
        });
        assert!(rule.is_some(), "{}: a rule lies below “{}”", self.name, line.text());
    }

    fn field(&mut self, place: Place, field: &str) {
        let (number, y) = self.reached[&place];
        let page = &self.file.pages[number];
        let found = page.fields.iter().find(|found| found.name == field);
        let found = found.unwrap_or_else(|| panic!("{}: the field {field} is on page {number}", self.name));
        let middle = (found.left + found.right) / 2.0;
        assert!(found.top > y, "{}: {field} is below the position", self.name);
        assert!(
            (middle - self.middles[&place]).abs() < 0.6,
            "{}: {field} is in the middle of its column",
            self.name
        );
        self.reached.insert(place, (number, found.bottom));
    }

    fn stamp(&mut self, sample: &Words, words: &str, field: &str) {
        let (number, _) = self.reached[&Place::Page];
        let page = &self.file.pages[number];
        let line = page.lines.iter().find(|line| line.text().starts_with(words));
        let line = line.unwrap_or_else(|| panic!("{}: “{words}” is on page {number}", self.name));
        let found = page.fields.iter().find(|found| found.name == field);
        let found = found.unwrap_or_else(|| panic!("{}: the field {field} is on page {number}", self.name));
        assert_eq!(line.size(), sample.size, "{}: “{words}”", self.name);
        assert!(line.y() < 20.0 * MM && found.bottom < 20.0 * MM, "{}: above the text", self.name);
        assert!((found.right - 190.0 * MM).abs() < 0.6, "{}: {field} is at the right", self.name);
        assert!(
            found.top > line.y() && line.left() > 105.0 * MM,
            "{}: “{words}” is above {field}",
            self.name
        );
    }
}

fn further(one: (usize, f32), other: (usize, f32)) -> (usize, f32) {
    if (other.0, other.1) > (one.0, one.1) { other } else { one }
}
