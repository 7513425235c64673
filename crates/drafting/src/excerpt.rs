//! An excerpt (trích sao) of an issued document: its form in full and the part of its content that is wanted
//! (Decree 30/2020/NĐ-CP, article 25.3). Not here: the copy's own head and signature (`blocks`).

use commendation::text::fold;
use document::{Block, Closing, Document, Paper, Row, Section, Table, Text};

/// Words without marks and case. Names are compared by them, so that An is not found in Anh.
type Words = Vec<String>;

/// What is wanted of the original; empty lists take all.
pub(crate) struct Wanted {
    /// Numbers of articles.
    articles: Vec<String>,
    /// Names in its lists: as typed, and as their words for comparing.
    names: Vec<(String, Words)>,
}

impl Wanted {
    /// Articles as `1, 3`, names one a line.
    pub(crate) fn new(articles: &str, names: &str) -> Self {
        let numbers = articles.split(|letter: char| !letter.is_ascii_digit());
        let names = names.lines().map(str::trim).filter(|name| !name.is_empty());
        Self {
            articles: numbers.filter(|number| !number.is_empty()).map(str::to_owned).collect(),
            names: names.map(|name| (name.to_owned(), words(name))).collect(),
        }
    }

    /// Articles and names that are wanted but stand in none of these papers.
    pub(crate) fn missing(&self, papers: &[Section]) -> (Vec<String>, Vec<String>) {
        let blocks = || {
            papers.iter().flat_map(|section| match section {
                Section::Paper(paper) => paper.blocks.as_slice(),
                Section::Sheet(_) => &[],
            })
        };
        let has_article = |number: &String| {
            blocks().any(|block| matches!(block, Block::Article { label, .. } if number_of(label) == *number))
        };
        let has_name = |name: &Words| {
            let mut tables = blocks().filter_map(|block| match block {
                Block::Table(table) => Some(table),
                _ => None,
            });
            tables.any(|table| table.rows.iter().any(|row| names(row, name)))
        };
        let articles = self.articles.iter().filter(|number| !has_article(number));
        let names = self.names.iter().filter(|(_, words)| !has_name(words)).map(|(name, _)| name.clone());
        (articles.map(|number| format!("Điều {number}")).collect(), names.collect())
    }

    fn wants_article(&self, label: &Text) -> bool {
        self.articles.is_empty() || self.articles.contains(&number_of(label))
    }

    /// The rows that name somebody wanted, each below its group. A sum of all rows would be wrong over some.
    fn rows(&self, rows: &[Row]) -> Vec<Row> {
        if self.names.is_empty() {
            return rows.to_vec();
        }
        let mut kept: Vec<Row> = Vec::new();
        let mut group = None;
        for row in rows {
            match row {
                Row::Group(_) => group = Some(row),
                Row::Total(_) => {}
                Row::Cells(_) if self.names.iter().any(|(_, name)| names(row, name)) => {
                    kept.extend(group.take().cloned());
                    kept.push(row.clone());
                }
                Row::Cells(_) => {}
            }
        }
        kept
    }
}

/// The papers of the excerpt. Where the original was signed stands `given`.
pub(crate) fn excerpt(original: &Document, wanted: &Wanted, given: &Text) -> Vec<Section> {
    let papers = original.sections.iter().filter_map(|section| match section {
        Section::Paper(paper) => Some(paper),
        Section::Sheet(_) => None,
    });
    papers.map(|paper| Section::Paper(part(paper, wanted, given))).collect()
}

fn part(paper: &Paper, wanted: &Wanted, given: &Text) -> Paper {
    let mut blocks = Vec::new();
    // Whether the article under way is wanted; its clauses and points come after it.
    let mut inside = true;
    for block in &paper.blocks {
        match block {
            Block::Article { label, .. } => inside = wanted.wants_article(label),
            Block::Item(_) => {}
            _ => inside = true,
        }
        // The place of the original's own electronic signature is no part of a copy.
        if inside && !matches!(block, Block::AgencyStamp(_)) {
            blocks.push(copied(block, wanted, given));
        }
    }
    Paper { orientation: paper.orientation, blocks }
}

fn copied(block: &Block, wanted: &Wanted, given: &Text) -> Block {
    let mut block = block.clone();
    // What came from the original's form has no field in the copy's.
    for run in block.texts_mut().into_iter().flat_map(|text| &mut text.runs) {
        run.field = None;
    }
    match &mut block {
        Block::Table(Table { rows, .. }) => *rows = wanted.rows(rows),
        Block::Closing(Closing { signatures, .. }) => {
            signatures.iter_mut().for_each(|signature| signature.given = Some(given.clone()));
        }
        _ => {}
    }
    block
}

/// `3` of `Điều 3.`
fn number_of(label: &Text) -> String {
    let plain = label.to_plain();
    let digits = plain.chars().skip_while(|letter| !letter.is_ascii_digit());
    digits.take_while(char::is_ascii_digit).collect()
}

fn words(text: &str) -> Words {
    let folded = fold(text);
    folded
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether a cell of the row holds this name.
fn names(row: &Row, name: &Words) -> bool {
    let holds = |cell: &Text| {
        !name.is_empty() && words(&cell.to_plain()).windows(name.len()).any(|part| part == name)
    };
    match row {
        Row::Cells(cells) => cells.iter().any(holds),
        Row::Group(_) | Row::Total(_) => false,
    }
}
