//! The reader of these tests against another program's: poppler's `pdftotext`, where it is installed.

use std::process::Command;

use crate::elements::written;
use crate::papers::{cases, decision, letter};
use crate::reader::{Line, read};

/// Words of a page with their left ends, by spaces and gaps.
fn words(lines: &[Line]) -> Vec<(String, f32, f32)> {
    let mut words: Vec<(String, f32, f32)> = Vec::new();
    for line in lines {
        let mut open = false;
        for letter in &line.letters {
            let blank = letter.text.trim_matches([' ', '\u{a0}']).is_empty();
            match words.last_mut() {
                _ if blank => open = false,
                Some((word, _, right)) if open => {
                    word.push_str(&letter.text);
                    *right = letter.right;
                }
                _ => {
                    words.push((letter.text.clone(), letter.x, letter.right));
                    open = true;
                }
            }
        }
    }
    words
}

fn attribute(tag: &str, name: &str) -> f32 {
    let rest = tag.split(&format!("{name}=\"")).nth(1).expect("an attribute");
    rest.split('"').next().expect("a number").parse().expect("a number")
}

#[test]
fn another_reader_finds_the_same_words_in_the_same_places() {
    if Command::new("pdftotext").arg("-v").output().is_err() {
        eprintln!("pdftotext is not installed; nothing was compared");
        return;
    }
    for words_of_case in cases() {
        for (kind, document) in [("decision", decision(&words_of_case)), ("letter", letter(&words_of_case))] {
            let bytes = written(&document);
            let path = std::env::temp_dir().join(format!(
                "measure-{}-{kind}-{}.pdf",
                words_of_case.case,
                std::process::id()
            ));
            std::fs::write(&path, &bytes).expect("written");
            let found = Command::new("pdftotext").arg("-bbox").arg(&path).arg("-").output().expect("read");
            std::fs::remove_file(&path).expect("removed");
            let found = String::from_utf8(found.stdout).expect("text");
            for (number, (page, theirs)) in read(&bytes).iter().zip(found.split("<page ").skip(1)).enumerate()
            {
                let ours = words(&page.lines);
                let mut compared = 0;
                for tag in theirs.split("<word ").skip(1) {
                    let text = tag.split('>').nth(1).and_then(|rest| rest.split('<').next()).expect("a word");
                    // A word that the other program joins or parts is no evidence of place.
                    let same: Vec<_> = ours.iter().filter(|(word, ..)| word == text).collect();
                    if same.is_empty() {
                        continue;
                    }
                    compared += 1;
                    let (x, right) = (attribute(tag, "xMin"), attribute(tag, "xMax"));
                    assert!(
                        same.iter().any(|word| (word.1 - x).abs() < 0.6 && (word.2 - right).abs() < 0.6),
                        "{} {kind}, page {}: “{text}” is at {x}..{right} for one reader and {same:?} for the other",
                        words_of_case.case,
                        number + 1
                    );
                }
                assert!(
                    compared * 10 >= ours.len() * 8,
                    "{kind}: {compared} of {} words compared",
                    ours.len()
                );
            }
        }
    }
}
