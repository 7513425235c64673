//! From a template's blocks and a filled form to the document's blocks.

use crate::excerpt::{Wanted, excerpt};
use crate::fields::{Form, clean_text, run, without_stop};
use crate::template::{BlockKind, BlockSpec, ItemStyle, Level, ListColumn, SignatureSpec, Template};
use crate::{Facts, HOLE, ListEntry, marks, structure, table};
use document::{
    AgencyStamp, Block, Closing, CopyHead, Head, Orientation, Paper, Run, Section, Severity, Signature, Text,
};

/// Name of the field for the agency's seal.
pub(crate) const SEAL: &str = "DauCoQuan";

/// The papers of the document: one, and one more for each annex.
pub(crate) fn papers(
    template: &Template,
    facts: &Facts,
    form: &mut Form<'_>,
    entries: &[ListEntry],
) -> Vec<Section> {
    let mut writer = Writer {
        facts,
        entries,
        papers: Vec::new(),
        blocks: Vec::new(),
        orientation: Orientation::Portrait,
        articles: 0,
    };
    for spec in &template.blocks {
        if form.holds(spec.when.as_ref()) {
            writer.write(spec, form);
        }
    }
    writer.turn(Orientation::Portrait);
    let mut papers = writer.papers;
    if let Some(Section::Paper(first)) = papers.first_mut() {
        marks::mark(&mut first.blocks, facts, form);
    }
    papers
}

struct Writer<'a> {
    facts: &'a Facts,
    entries: &'a [ListEntry],
    papers: Vec<Section>,
    blocks: Vec<Block>,
    orientation: Orientation,
    articles: usize,
}

impl Writer<'_> {
    /// Ends the paper under way; the next one lies as said.
    fn turn(&mut self, orientation: Orientation) {
        let mut blocks = std::mem::take(&mut self.blocks);
        end_citations(&mut blocks);
        if !blocks.is_empty() {
            self.papers.push(Section::Paper(Paper { orientation: self.orientation, blocks }));
        }
        self.orientation = orientation;
    }

    fn write(&mut self, spec: &BlockSpec, form: &mut Form<'_>) {
        match &spec.kind {
            BlockKind::Head { parent, agency, number, place_and_date, summary } => {
                let agency_text = match agency {
                    Some(pattern) => upper(form.text(pattern)),
                    None => self.profile(&self.facts.agency.name, "tên cơ quan", form),
                };
                let parent = match parent {
                    Some(pattern) => Some(upper(form.text(pattern))),
                    None => Some(Text::plain(clean_text(&self.facts.agency.parent.trim().to_uppercase()))),
                };
                self.blocks.push(Block::Head(Head {
                    parent: parent.filter(|text| !text.is_empty()),
                    agency: agency_text,
                    number: number.then(|| number_line(form)),
                    place_and_date: place_and_date.then(|| place_and_date_line(form)),
                    summary: summary.as_ref().map(|pattern| form.text(pattern)),
                }));
            }
            BlockKind::Title { text, summary } => {
                let block = Block::Title { kind: form.text(text), summary: form.text(summary) };
                self.blocks.push(block);
            }
            BlockKind::Authority { text } => self.blocks.push(Block::Authority(form.text(text))),
            BlockKind::Order { text } => self.blocks.push(Block::Order(form.text(text))),
            BlockKind::Byline { text } => {
                let text = form.text(text);
                if !text.is_empty() {
                    self.blocks.push(Block::Byline(text));
                }
            }
            BlockKind::Citations { field } => {
                for line in form.lines(field) {
                    self.blocks.push(Block::Citation(citation(line)));
                }
            }
            BlockKind::Citation { text } => self.blocks.push(Block::Citation(form.text(text))),
            BlockKind::Addressees { field } => {
                let to = form.lines(field);
                self.blocks.push(Block::Addressees { lead: Text::plain("Kính gửi:"), to });
            }
            BlockKind::Heading { level, text } => {
                let level = match level {
                    Level::Part => document::Level::Part,
                    Level::Section => document::Level::Section,
                    Level::Clause => document::Level::Clause,
                };
                let text = form.text(text);
                self.blocks.push(Block::Heading { level, text });
            }
            BlockKind::Article { text } => {
                self.articles += 1;
                let label = Text::plain(format!("Điều {}.", self.articles));
                let mut lines = split_lines(form.text(text)).into_iter();
                self.blocks.push(Block::Article { label, text: lines.next().unwrap_or_default() });
                self.blocks.extend(lines.map(Block::Item));
            }
            BlockKind::Paragraph { text } => {
                let mut text = form.text(text);
                if spec.italic {
                    text.runs.iter_mut().for_each(|run| run.style.italic = true);
                }
                self.blocks
                    .extend(split_lines(text).into_iter().filter(|t| !t.is_empty()).map(Block::Paragraph));
            }
            BlockKind::Original { articles, names, given } => self.original(articles, names, given, form),
            BlockKind::Copy { text, agency } => self.blocks.push(Block::Copy(CopyHead {
                form: form.text(text),
                agency: upper(form.text(agency)),
                number: number_line(form),
                place_and_date: place_and_date_line(form),
            })),
            BlockKind::Stamp { text } => {
                let stamp = Block::AgencyStamp(AgencyStamp { text: form.text(text), field: SEAL.to_owned() });
                match self.papers.first_mut() {
                    Some(Section::Paper(first)) => first.blocks.insert(0, stamp),
                    _ => self.blocks.insert(0, stamp),
                }
            }
            BlockKind::Below { field } => self.blocks.extend(marks::below(field, form)),
            BlockKind::Structure { field } => self.blocks.extend(structure::blocks(form.lines(field))),
            BlockKind::Items { field, style } => {
                for (index, line) in form.lines(field).into_iter().enumerate() {
                    self.blocks.push(Block::Item(labelled(line, *style, index)));
                }
            }
            BlockKind::List { group, columns } => self.list(*group, columns),
            BlockKind::Figures {} => {
                if let Some(about) = self.facts.conference.as_ref().filter(|about| !about.figures.is_empty())
                {
                    self.blocks.push(Block::Table(table::figures(&about.figures, &self.facts.agency)));
                }
            }
            BlockKind::Annex { title, summary, reference } => {
                self.turn(marks::orientation(form));
                self.blocks.extend(marks::annex_stamp(form));
                let summary = summary.as_ref().map(|pattern| form.text(pattern));
                self.blocks.push(Block::AnnexHead {
                    label: form.lines("annex_label").into_iter().next(),
                    title: form.text(title),
                    summary: summary.filter(|text| !text.is_empty()),
                    reference: reference.as_ref().map(|pattern| marks::reference(form, pattern)),
                });
            }
            BlockKind::Closing { distribution, signatures } => {
                let distribution =
                    distribution.as_ref().map(|field| entries_of(form.lines(field))).unwrap_or_default();
                let signatures = signatures.iter().map(|spec| signature(spec, form)).collect();
                self.blocks.push(Block::Closing(Closing { distribution, signatures }));
            }
        }
    }

    /// A name of the profile in capitals, or a hole.
    fn profile(&self, name: &str, what: &str, form: &mut Form<'_>) -> Text {
        if name.trim().is_empty() {
            form.tell(Severity::Error, "missing-fact", format!("Còn thiếu: {what} (trang Thiết lập)."), None);
            return Text { runs: vec![crate::fields::hole(HOLE, None)] };
        }
        Text::plain(clean_text(&name.trim().to_uppercase()))
    }

    /// What is copied of the original, as papers of this document.
    fn original(&mut self, articles: &str, names: &str, given: &str, form: &mut Form<'_>) {
        let Some(original) = &self.facts.original else { return };
        let wanted = Wanted::new(form.value(articles), form.value(names));
        let given = form.lines(given).into_iter().next().unwrap_or_default();
        self.papers = excerpt(&original.document, &wanted, &given);
        let (no_articles, no_names) = wanted.missing(&self.papers);
        for (field, missing) in [(articles, no_articles), (names, no_names)] {
            for what in missing {
                let message = format!("Văn bản gốc không có “{what}”; hãy kiểm tra phần cần trích.");
                form.tell(Severity::Error, "not-in-original", message, Some(field));
            }
        }
        // What follows goes on the last paper's last page.
        if let Some(Section::Paper(last)) = self.papers.pop() {
            (self.blocks, self.orientation) = (last.blocks, last.orientation);
        }
    }

    fn list(&mut self, group: crate::template::Grouping, columns: &[ListColumn]) {
        if self.entries.is_empty() {
            return;
        }
        let any = |column| match column {
            ListColumn::Achievement => self.entries.iter().any(|entry| !entry.achievement.trim().is_empty()),
            ListColumn::PositionUnit => {
                self.entries.iter().any(|entry| !crate::list::position_and_unit(entry).is_empty())
            }
            ListColumn::Name | ListColumn::Award => true,
        };
        let columns: Vec<ListColumn> = columns.iter().copied().filter(|column| any(*column)).collect();
        self.blocks.push(Block::Table(table::entries(self.entries, group, &columns, &self.facts.agency)));
    }
}

/// `Số: 05/QĐ-STP`
pub(crate) fn number_line(form: &mut Form<'_>) -> Text {
    let mut runs = vec![run("Số: ", None)];
    runs.extend(
        form.text(&crate::expression::Pattern { pieces: vec![crate::expression::Piece::Number] }).runs,
    );
    Text { runs }
}

fn place_and_date_line(form: &mut Form<'_>) -> Text {
    let mut runs = form.lines("place").into_iter().next().unwrap_or_default().runs;
    runs.push(run(", ", None));
    runs.extend(form.date_runs());
    Text { runs }
}

/// `Căn cứ …;` whether or not the officer typed the words and the mark.
fn citation(line: Text) -> Text {
    let plain = line.to_plain();
    let lower = plain.to_lowercase();
    let bare = ["căn cứ ", "theo đề nghị", "xét "].iter().all(|start| !lower.starts_with(start));
    let mut runs = Vec::new();
    if bare {
        runs.push(run("Căn cứ ", None));
    }
    runs.extend(trimmed(line.runs));
    runs.push(run(";", None));
    Text { runs }
}

/// The last ground of a row of grounds ends with a full stop.
fn end_citations(blocks: &mut [Block]) {
    for index in 0..blocks.len() {
        let last = !matches!(blocks.get(index + 1), Some(Block::Citation(_)));
        if let Some(Block::Citation(text)) = blocks.get_mut(index) {
            let mark = if last { "." } else { ";" };
            text.runs = trimmed(std::mem::take(&mut text.runs));
            text.runs.push(run(mark, None));
        }
    }
}

/// Entries of a distribution list: `- …;` each, the last one with a full stop.
fn entries_of(lines: Vec<Text>) -> Vec<Text> {
    let count = lines.len();
    let mark = |index: usize| if index + 1 == count { "." } else { ";" };
    lines
        .into_iter()
        .enumerate()
        .map(|(index, line)| {
            let mut line = labelled(line, ItemStyle::Dash, index);
            line.runs = trimmed(line.runs);
            line.runs.push(run(mark(index), None));
            line
        })
        .collect()
}

/// Puts a dash or a number before the item unless it has one.
fn labelled(line: Text, style: ItemStyle, index: usize) -> Text {
    let plain = line.to_plain();
    let start = plain.trim_start();
    let numbered = start.split_once(['.', ')']).is_some_and(|(number, _)| {
        !number.is_empty() && number.len() < 4 && number.chars().all(|c| c.is_ascii_digit())
    });
    let label = match style {
        ItemStyle::Dash if start.starts_with(['-', '+', '–']) => return line,
        ItemStyle::Number if numbered => return line,
        ItemStyle::Dash => "- ".to_owned(),
        ItemStyle::Number => format!("{}. ", index + 1),
    };
    let mut runs = vec![run(&label, None)];
    runs.extend(line.runs);
    Text { runs }
}

/// Without the closing mark of the last run.
fn trimmed(mut runs: Vec<Run>) -> Vec<Run> {
    while let Some(last) = runs.last_mut() {
        if last.hole {
            break;
        }
        last.text = without_stop(&last.text).to_owned();
        if !last.text.is_empty() {
            break;
        }
        runs.pop();
    }
    runs
}

/// One text for each line; every run keeps its origin.
fn split_lines(text: Text) -> Vec<Text> {
    let mut lines = vec![Text::default()];
    for run in text.runs {
        for (index, part) in run.text.split('\n').enumerate() {
            if index > 0 {
                lines.push(Text::default());
            }
            if let (Some(line), false) = (lines.last_mut(), part.is_empty()) {
                line.runs.push(Run { text: part.to_owned(), ..run.clone() });
            }
        }
    }
    lines
}

fn upper(mut text: Text) -> Text {
    for run in &mut text.runs {
        run.text = run.text.to_uppercase();
    }
    text
}

fn signature(spec: &SignatureSpec, form: &mut Form<'_>) -> Signature {
    let position = split_lines(upper(form.text(&spec.position)));
    Signature {
        position: position.into_iter().filter(|line| !line.is_empty()).collect(),
        name: form.text(&spec.name),
        person_field: spec.person_field.clone(),
        seal_field: spec.seal.then(|| SEAL.to_owned()),
        given: None,
    }
}
