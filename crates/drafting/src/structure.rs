//! Running text with the structure of an official paper, known by how each line begins: parts, chapters, sections,
//! subsections, articles, clauses and points (Decree 30/2020/NĐ-CP, appendix I, part I, section II.6).
//!
//! Not here: numbering anything anew; what the officer typed is what prints.

use document::{Block, Level, Run, Text};

/// A heading this long, or one that ends like a sentence, is running text.
const LONGEST_HEADING: usize = 140;

/// A block for each line; the line below a part, chapter, section or subsection is its title.
pub(crate) fn blocks(lines: Vec<Text>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut lines = lines.into_iter().peekable();
    while let Some(line) = lines.next() {
        let plain = line.to_plain();
        if let Some((level, label)) = division(&plain) {
            let own = plain[label.len()..].trim_start_matches(['.', ':', ' ']).len();
            let mut text = Text { runs: first_letters(&line, label.len()) };
            let title = if own > 0 {
                Some(Text { runs: after_letters(&line, plain.len() - own) })
            } else {
                lines.next_if(|next| is_title(&next.to_plain()))
            };
            if let Some(title) = title {
                text.runs.push(Run { text: "\n".into(), ..Run::default() });
                text.runs
                    .extend(title.runs.into_iter().map(|run| Run { text: run.text.to_uppercase(), ..run }));
            }
            blocks.push(Block::Heading { level, text });
        } else if let Some(label) = article_label(&plain) {
            let rest = plain[label.len()..].trim();
            blocks.push(if is_title(rest) {
                Block::Article { label: line, text: Text::default() }
            } else {
                let text = Text {
                    runs: after_letters(&line, plain.len() - plain[label.len()..].trim_start().len()),
                };
                Block::Article { label: Text { runs: first_letters(&line, label.len()) }, text }
            });
        } else if let Some((number, rest)) = plain.split_once(". ") {
            let roman = is_roman(number);
            let counted = number.len() < 4 && number.bytes().all(|byte| byte.is_ascii_digit());
            blocks.push(match (roman, counted && is_title(rest)) {
                (true, _) => Block::Heading { level: Level::Section, text: line },
                (_, true) => Block::Heading { level: Level::Clause, text: line },
                _ => running(line, &plain),
            });
        } else {
            blocks.push(running(line, &plain));
        }
    }
    blocks
}

/// Level and label of a line that begins a division of the paper: `Chương I`, `Mục 2`, `Phần thứ nhất`.
fn division(line: &str) -> Option<(Level, &str)> {
    let levels = [
        ("Phần ", Level::Part),
        ("Chương ", Level::Chapter),
        ("Mục ", Level::Division),
        ("Tiểu mục ", Level::Subdivision),
    ];
    let (word, level) = levels.into_iter().find(|(word, _)| line.starts_with(word))?;
    let rest = &line[word.len()..];
    let length = match rest.strip_prefix("thứ ") {
        Some(ordinal) => "thứ ".len() + ordinal.find([' ', '.', ':']).unwrap_or(ordinal.len()),
        None => rest.find([' ', '.', ':']).unwrap_or(rest.len()),
    };
    let number = &rest[..length];
    let counted = number.bytes().all(|byte| byte.is_ascii_digit());
    let numbered = !number.is_empty() && (counted || is_roman(number) || number.starts_with("thứ "));
    let after = rest[length..].trim_start_matches(['.', ':', ' ']);
    (numbered && (after.is_empty() || is_title(after))).then(|| (level, &line[..word.len() + length]))
}

/// `Điều 12.` at the start of a line.
fn article_label(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("Điều ")?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let stop = rest[digits..].starts_with('.');
    (digits > 0 && stop).then(|| &line[..line.len() - rest.len() + digits + 1])
}

fn is_roman(number: &str) -> bool {
    !number.is_empty() && number.chars().all(|letter| matches!(letter, 'I' | 'V' | 'X' | 'L' | 'C'))
}

/// Short, and not a sentence.
fn is_title(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty()
        && text.chars().count() <= LONGEST_HEADING
        && !text.ends_with(['.', ';', ':', ',', '/'])
        && division(text).is_none()
        && article_label(text).is_none()
}

/// A clause, a point or a dash is an item; anything else a paragraph.
fn running(line: Text, plain: &str) -> Block {
    let point = plain.split_once([')', '.']).is_some_and(|(label, _)| {
        (1..4).contains(&label.chars().count()) && label.chars().all(char::is_alphanumeric)
    });
    if point || plain.starts_with(['-', '+', '–']) { Block::Item(line) } else { Block::Paragraph(line) }
}

/// The runs up to this byte of the text.
fn first_letters(text: &Text, length: usize) -> Vec<Run> {
    part(text, 0, length)
}

/// The runs from this byte of the text on.
fn after_letters(text: &Text, start: usize) -> Vec<Run> {
    part(text, start, usize::MAX)
}

/// Every run keeps its origin. Both ends are letter boundaries of the joined text.
fn part(text: &Text, start: usize, end: usize) -> Vec<Run> {
    let mut offset = 0;
    let mut runs = Vec::new();
    for run in &text.runs {
        let (from, to) = (start.saturating_sub(offset).min(run.text.len()), end.saturating_sub(offset));
        let words = run.text.get(from..to.clamp(from, run.text.len())).unwrap_or("");
        if !words.is_empty() {
            runs.push(Run { text: words.to_owned(), ..run.clone() });
        }
        offset += run.text.len();
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(lines: &[&str]) -> Vec<String> {
        let texts = lines.iter().map(|line| Text::from_field(*line, "body")).collect();
        let kind = |block: Block| match block {
            Block::Heading { level, text } => format!("{level:?}: {}", text.to_plain().replace('\n', " | ")),
            Block::Article { label, text } => format!("Article: {} | {}", label.to_plain(), text.to_plain()),
            Block::Item(text) => format!("Item: {}", text.to_plain()),
            Block::Paragraph(text) => format!("Paragraph: {}", text.to_plain()),
            other => format!("{other:?}"),
        };
        blocks(texts).into_iter().map(kind).collect()
    }

    #[test]
    fn a_regulation_has_its_levels() {
        let lines = [
            "Phần thứ nhất",
            "Quy định chung",
            "Chương I. Phạm vi",
            "Mục 1",
            "Quản lý văn bản",
            "Tiểu mục 1: Văn bản đi",
            "Điều 1. Bản sao văn bản",
            "1. Các hình thức bản sao gồm sao y, sao lục và trích sao.",
            "a) Sao y;",
            "Điều 2. Quy chế này có hiệu lực từ ngày ký.",
        ];
        assert_eq!(
            shown(&lines),
            [
                "Part: Phần thứ nhất | QUY ĐỊNH CHUNG",
                "Chapter: Chương I | PHẠM VI",
                "Division: Mục 1 | QUẢN LÝ VĂN BẢN",
                "Subdivision: Tiểu mục 1 | VĂN BẢN ĐI",
                "Article: Điều 1. Bản sao văn bản | ",
                "Item: 1. Các hình thức bản sao gồm sao y, sao lục và trích sao.",
                "Item: a) Sao y;",
                "Article: Điều 2. | Quy chế này có hiệu lực từ ngày ký.",
            ],
            "each line is what its beginning says, titles of divisions in capitals"
        );
    }

    #[test]
    fn a_plan_has_sections_clauses_and_prose() {
        let lines = [
            "I. MỤC ĐÍCH, YÊU CẦU",
            "1. Mục đích",
            "Biểu dương kịp thời tập thể, cá nhân.",
            "- Đúng người, đúng việc;",
            "Điều quan trọng là kịp thời.",
            "Mục đích của phong trào là thiết thực.",
        ];
        assert_eq!(
            shown(&lines),
            [
                "Section: I. MỤC ĐÍCH, YÊU CẦU",
                "Clause: 1. Mục đích",
                "Paragraph: Biểu dương kịp thời tập thể, cá nhân.",
                "Item: - Đúng người, đúng việc;",
                "Paragraph: Điều quan trọng là kịp thời.",
                "Paragraph: Mục đích của phong trào là thiết thực.",
            ],
            "words that only look like a division are prose"
        );
    }

    #[test]
    fn origins_are_kept_and_nothing_is_lost() {
        let blocks = blocks(vec![Text::from_field("Điều 3. Quyết định này có hiệu lực.", "body")]);
        let [Block::Article { label, text }] = blocks.as_slice() else { panic!("{blocks:?}") };
        assert_eq!(
            (label.to_plain(), text.to_plain()),
            ("Điều 3.".into(), "Quyết định này có hiệu lực.".into())
        );
        let keys = label.runs.iter().chain(&text.runs).map(|run| run.field.as_deref());
        assert!(keys.into_iter().all(|key| key == Some("body")), "a click on either finds the field");
    }
}
