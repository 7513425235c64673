//! Every accented letter of Vietnamese, in every face the program carries, is really drawn: the pages are rendered by
//! poppler, and each letter's picture is compared with those of the other letters, of its plain letter and of the box
//! that stands for a missing one.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use document::{
    Align, Color, Document, FontFamily, Placed, Rect, Section, Sheet, Text, TextBox, TextRole, VerticalAlign,
};
use typesetting::{Fonts, lay_out, pdf};

use crate::readers::{pdf::read, tool};
use crate::samples::{document, t};
use crate::written::folder;

/// The faces by family, bold and italic, with the name each is embedded under.
const FACES: [(FontFamily, bool, bool, &str); 7] = [
    (FontFamily::Serif, false, false, "LiberationSerif"),
    (FontFamily::Serif, true, false, "LiberationSerif-Bold"),
    (FontFamily::Serif, false, true, "LiberationSerif-Italic"),
    (FontFamily::Serif, true, true, "LiberationSerif-BoldItalic"),
    (FontFamily::Script, false, false, "GreatVibes-Regular"),
    (FontFamily::Display, false, false, "PlayfairDisplay-Regular"),
    (FontFamily::Display, true, false, "PlayfairDisplay-Bold"),
];

/// Each plain letter with the accented ones made from it.
const LETTERS: [(char, &str); 8] = [
    ('a', "àáảãạăằắẳẵặâầấẩẫậ"),
    ('d', "đ"),
    ('e', "èéẻẽẹêềếểễệ"),
    ('i', "ìíỉĩị"),
    ('o', "òóỏõọôồốổỗộơờớởỡợ"),
    ('u', "ùúủũụưừứửữự"),
    ('y', "ỳýỷỹỵ"),
    // No letter, so it is its own.
    ('x', ""),
];

/// Columns of the page, and the edge of a letter's cell in millimetres.
const COLUMNS: usize = 16;
const CELL: f32 = 18.0;
/// Dots to the inch of the pictures.
const RESOLUTION: usize = 144;

/// All letters tested, plain ones too, in the order of their cells: each accented one with its plain one.
fn alphabet() -> Vec<(char, char)> {
    let lower = LETTERS.iter().flat_map(|(plain, accented)| {
        std::iter::once((*plain, *plain)).chain(accented.chars().map(|letter| (letter, *plain)))
    });
    let upper = |letter: char| letter.to_uppercase().next().expect("Vietnamese letters have one capital");
    let both: Vec<(char, char)> = lower.collect();
    both.iter().copied().chain(both.iter().map(|(letter, plain)| (upper(*letter), upper(*plain)))).collect()
}

/// A page for each face, with each letter in a cell of its own.
fn specimen() -> Document {
    let sheets = FACES.map(|(family, bold, italic, _)| {
        let letters = alphabet().into_iter().enumerate().map(|(index, (letter, _))| {
            let (row, column) = (index / COLUMNS, index % COLUMNS);
            Placed::Text(TextBox {
                rect: Rect { x: column as f32 * CELL, y: row as f32 * CELL, width: CELL, height: CELL },
                text: t(&letter.to_string()),
                family,
                bold,
                italic,
                size_pt: 24.0,
                min_size_pt: 24.0,
                leading: 1.2,
                color: Color::default(),
                align: Align::Center,
                vertical: VerticalAlign::Middle,
                role: TextRole::Paragraph,
            })
        });
        Section::Sheet(Sheet { width: CELL * COLUMNS as f32, height: CELL * 10.0, items: letters.collect() })
    });
    document(sheets.to_vec())
}

/// The pictures of all letters of a page.
fn pictures(page: &Path) -> Vec<Vec<u8>> {
    let bytes = fs::read(page).expect("the picture was made");
    let mut words = bytes.splitn(4, |byte| byte.is_ascii_whitespace());
    assert_eq!(words.next(), Some(&b"P5"[..]), "a grey picture");
    let mut size = || -> usize {
        let word = std::str::from_utf8(words.next().expect("a size")).expect("digits");
        word.parse().expect("a number")
    };
    let (width, height) = (size(), size());
    let dots = &bytes[bytes.len() - width * height..];
    let place = |cell: usize| (cell as f32 * CELL / 25.4 * RESOLUTION as f32) as usize;
    let cell = |index: usize| {
        let (row, column) = (index / COLUMNS, index % COLUMNS);
        let rows = place(row)..place(row) + place(1);
        let picture = rows.flat_map(|y| {
            let line = &dots[y * width..(y + 1) * width];
            line[place(column)..(place(column) + place(1)).min(width)].to_vec()
        });
        picture.collect()
    };
    (0..alphabet().len()).map(cell).collect()
}

/// Renders a file with poppler; a picture for each page.
fn rendered(path: &Path) -> Vec<PathBuf> {
    let stem = path.with_extension("");
    tool(
        "pdftoppm",
        &[
            "-gray".as_ref(),
            "-r".as_ref(),
            RESOLUTION.to_string().as_ref(),
            path.as_os_str(),
            stem.as_os_str(),
        ],
    );
    (1..=FACES.len()).map(|page| PathBuf::from(format!("{}-{page}.pgm", stem.display()))).collect()
}

fn ink(picture: &[u8]) -> usize {
    picture.iter().filter(|dot| **dot < 128).count()
}

/// How many dots of two pictures are not alike.
fn difference(one: &[u8], other: &[u8]) -> usize {
    one.iter().zip(other).filter(|(one, other)| one.abs_diff(**other) > 96).count()
}

#[test]
fn every_accented_letter_is_drawn_in_every_face() {
    let letters = alphabet();
    let accented = letters.iter().filter(|(letter, plain)| letter != plain).count();
    assert_eq!(accented, 134, "the alphabet is complete");
    let fonts = Fonts::bundled();
    let layout = lay_out(&specimen(), &fonts);
    assert!(layout.diagnostics.is_empty(), "no face lacks a letter: {:?}", layout.diagnostics);
    let bytes = pdf(&layout, &fonts).expect("the file is written");
    fs::create_dir_all(folder()).expect("a folder");
    let path = folder().join("letters.pdf");
    fs::write(&path, &bytes).expect("the file is kept");
    // The same pages with every code leading to glyph 0: the box that stands for a missing letter.
    let boxes = folder().join("boxes.pdf");
    fs::write(&boxes, all_missing(&bytes)).expect("the file is kept");

    let [file] = &read(&[&path])[..] else { panic!("one file") };
    let (pages, missing) = (rendered(&path), rendered(&boxes));
    for (((family, page), missing), read) in FACES.iter().zip(&pages).zip(&missing).zip(&file.pages) {
        let face = family.3;
        let extracted: String = read.letters.iter().map(|letter| letter.text.as_str()).collect();
        assert_eq!(
            extracted,
            letters.iter().map(|(letter, _)| letter).collect::<String>(),
            "{face}: letters extract as typed"
        );
        for letter in &read.letters {
            let embedded = letter.font.split_once('+').map(|(_, name)| name);
            assert_eq!(embedded, Some(face), "“{}” is drawn in its own face", letter.text);
        }
        let (pictures, boxes) = (pictures(page), pictures(missing));
        let of: BTreeMap<char, &Vec<u8>> = letters.iter().map(|(letter, _)| *letter).zip(&pictures).collect();
        for ((letter, plain), missing) in letters.iter().zip(&boxes) {
            let picture = of[letter];
            assert!(ink(picture) > 8, "{face}: “{letter}” leaves {} dots of ink", ink(picture));
            assert!(
                difference(picture, missing) > 8,
                "{face}: “{letter}” is not the box of a missing letter"
            );
            if letter != plain {
                assert!(difference(picture, of[plain]) > 2, "{face}: “{letter}” is not just “{plain}”");
            }
        }
        for (index, (letter, _)) in letters.iter().enumerate() {
            for (other, _) in &letters[..index] {
                assert!(of[letter] != of[other], "{face}: “{letter}” and “{other}” look alike");
            }
        }
    }
}

/// A copy of a file in which every code leads to the glyph of a missing letter.
fn all_missing(bytes: &[u8]) -> Vec<u8> {
    let mut file = lopdf::Document::load_mem(bytes).expect("the file can be read");
    let map = file.add_object(lopdf::Stream::new(lopdf::Dictionary::new(), vec![0; 2 * 400]));
    let mut changed = 0;
    let mut change = |dictionary: &mut lopdf::Dictionary| {
        if dictionary.has(b"CIDToGIDMap") {
            dictionary.set("CIDToGIDMap", map);
            changed += 1;
        }
        if let Ok(below) = dictionary.get_mut(b"DescendantFonts").and_then(lopdf::Object::as_array_mut) {
            for font in below.iter_mut().filter_map(|font| font.as_dict_mut().ok()) {
                font.set("CIDToGIDMap", map);
                changed += 1;
            }
        }
    };
    file.objects.values_mut().filter_map(|object| object.as_dict_mut().ok()).for_each(&mut change);
    assert_eq!(changed, FACES.len(), "every face was changed");
    let mut out = Vec::new();
    file.save_to(&mut out).expect("written");
    out
}

#[test]
fn a_letter_that_no_face_has_is_told_with_its_letter_and_field() {
    for (family, bold, italic, face) in FACES {
        let text = Text::from_field("Họ tên 中", "honoree.name");
        let rect = Rect { x: 0.0, y: 0.0, width: 100.0, height: 20.0 };
        let placed = Placed::Text(TextBox {
            rect,
            text,
            family,
            bold,
            italic,
            size_pt: 12.0,
            min_size_pt: 6.0,
            leading: 1.2,
            color: Color::default(),
            align: Align::Left,
            vertical: VerticalAlign::Top,
            role: TextRole::Paragraph,
        });
        let sheet = Section::Sheet(Sheet { width: 100.0, height: 20.0, items: vec![placed] });
        let layout = lay_out(&document(vec![sheet]), &Fonts::bundled());
        let [found] = &layout.diagnostics[..] else {
            panic!("{face}: one finding: {:?}", layout.diagnostics)
        };
        assert_eq!(
            (found.code.as_str(), found.field.as_deref()),
            ("no-glyph", Some("honoree.name")),
            "{face}"
        );
        assert!(found.message.contains("“中”"), "{face}: the message names the letter: {}", found.message);
        let drawn: String = layout.pages[0].runs().map(|run| run.text.as_str()).collect();
        assert_eq!(drawn.trim(), "Họ tên", "{face}: neither a box nor anything else stands in its place");
    }
}
