//! The register of outgoing documents: which number comes next, what is odd, the book itself on screen, as PDF and as a
//! workbook (Decree 30/2020/NĐ-CP, article 15, appendix IV).

use crate::{
    Office,
    documents::field,
    problem::{internal, required},
    progress::Stage,
    views::number_and_symbol,
    wire::*,
};
use archive::{Action, DocumentId, NumberNote, RegisterEntry, RegisteredDocument, SeriesRecord};
use chrono::Datelike;
use commendation::{
    Given, NumberSeries, advise, gaps, next_number, number_parts, series_of, short_date, text::clean,
};
use document::{Align, Block, Column, Document, Meta, Orientation, Paper, Row, Section, Table, Text, Width};
use drafting::Values;
use exchange::OutColumn;
use std::{collections::BTreeMap, path::Path};

/// Empty lines printed for a gap; a wider one (a mistyped number) is one line.
const SHOWN_GAP: u32 = 20;
/// The ten columns of the register of outgoing documents (appendix IV).
const COLUMNS: [&str; 10] = [
    "Số, ký hiệu văn bản",
    "Ngày tháng văn bản",
    "Tên loại và trích yếu nội dung văn bản",
    "Người ký",
    "Nơi nhận văn bản",
    "Đơn vị, người nhận bản lưu",
    "Số lượng bản",
    "Ngày chuyển",
    "Ký nhận",
    "Ghi chú",
];
/// Their shares of the page's width.
const SHARES: [f32; 10] = [1.5, 1.3, 3.6, 1.6, 2.4, 1.5, 0.8, 1.1, 0.9, 1.6];

/// Numbers counted together, while the register is put together.
struct Count {
    series: usize,
    strand: String,
    documents: Vec<RegisteredDocument>,
    notes: Vec<NumberNote>,
}

#[allow(missing_docs)] // each command is described once, in the registry
impl Office {
    pub fn register(&mut self, request: RegisterFilter) -> Result<Register, Problem> {
        let year = request.year.unwrap_or_else(|| self.today().year());
        let series = self.archive.number_series()?;
        let mut strands = Vec::new();
        for count in self.counts(&series, year)? {
            strands.push(self.strand(&series, count, year)?);
        }
        Ok(Register { year, years: self.archive.register_years()?, strands })
    }

    pub fn propose_number(&mut self, request: AskNumber) -> Result<NumberProposal, Problem> {
        let id: DocumentId = request.id.parse()?;
        let symbol = match self.archive.document(id)? {
            record if record.facts.is_some() => record.summary.symbol,
            record => field(&self.drafted(&record, &Values::new())?, "symbol").unwrap_or_default(),
        };
        let (series, year) = (self.archive.number_series()?, request.date.year());
        let lists: Vec<NumberSeries> = series.iter().map(|record| record.series.clone()).collect();
        let Some(index) = series_of(&lists, &symbol, request.date) else {
            return Ok(NumberProposal {
                series: String::new(),
                label: String::new(),
                next: 1,
                advice: Vec::new(),
            });
        };
        let strand = lists[index].strand(&symbol);
        let mut given = Vec::new();
        for count in self.counts(&series, year)? {
            if count.series == index && count.strand == strand {
                given = givens(&count, Some(id));
            }
        }
        let first = lists[index].first_in(year);
        let number = clean(&request.number);
        let advice = advise(first, &given, &number, request.date).into_iter();
        Ok(NumberProposal {
            series: lists[index].name.clone(),
            label: strand,
            next: next_number(first, &given),
            advice: advice.map(|found| advice_problem(&found, &number)).collect(),
        })
    }

    pub fn number_series(&mut self, _: Nothing) -> Result<Vec<SeriesView>, Problem> {
        let series = self.archive.number_series()?.into_iter();
        Ok(series.map(|record| SeriesView { id: record.id, series: record.series }).collect())
    }

    pub fn save_series(&mut self, request: SaveSeries) -> Result<Nothing, Problem> {
        let words = |all: Vec<String>| -> Vec<String> {
            all.iter().map(|word| clean(word)).filter(|word| !word.is_empty()).collect()
        };
        let given = request.series;
        let series = NumberSeries {
            name: clean(&given.name),
            types: words(given.types),
            bodies: words(given.bodies),
            ..given
        };
        if series.name.is_empty() {
            return Err(required("name", "tên dãy số"));
        }
        let action = Action::new(format!("Lưu dãy số “{}”", series.name));
        self.archive.transact(action, &self.stamp(), |tx| {
            let known = tx.own_series()?;
            let id = request.index.map(|index| series_id(&known, index)).transpose()?;
            Ok::<_, Problem>(tx.save_series(id, &series)?)
        })?;
        Ok(Nothing {})
    }

    pub fn remove_series(&mut self, request: RemoveSeries) -> Result<Nothing, Problem> {
        let known = self.archive.number_series()?;
        let name =
            known.get(request.index as usize).map(|record| record.series.name.clone()).unwrap_or_default();
        if known.len() == 1 {
            let message = "Cần ít nhất một dãy số. Hãy sửa dãy này thay cho việc xóa.";
            return Err(Problem::new("last-series", message));
        }
        let action = Action::new(format!("Xóa dãy số “{name}”"));
        self.archive.transact(action, &self.stamp(), |tx| {
            let known = tx.own_series()?;
            Ok::<_, Problem>(tx.remove_series(series_id(&known, request.index)?)?)
        })?;
        Ok(Nothing {})
    }

    pub fn note_number(&mut self, request: NoteNumber) -> Result<Nothing, Problem> {
        let bad = || {
            let message = format!("Không có dãy số “{}”.", request.strand);
            Problem::new("unknown-strand", message)
                .hint("Lệnh register cho biết mã của từng dãy.")
                .field("strand")
        };
        let (index, strand) = request.strand.split_once(':').ok_or_else(bad)?;
        let index: u32 = index.parse().map_err(|_| bad())?;
        if request.number == 0 {
            return Err(required("number", "số"));
        }
        let note = clean(&request.note);
        let action = match note.is_empty() {
            true => Action::new(format!("Bỏ ghi chú của số {} năm {}", request.number, request.year)),
            false => Action::new(format!("Ghi số {} năm {}: {note}", request.number, request.year)),
        };
        self.archive.transact(action, &self.stamp(), |tx| {
            let series = series_id(&tx.own_series()?, index)?;
            let strand = strand.to_owned();
            Ok::<_, Problem>(tx.note_number(&NumberNote {
                series,
                strand,
                year: request.year,
                number: request.number,
                note: note.clone(),
            })?)
        })?;
        Ok(Nothing {})
    }

    pub fn fill_register(&mut self, request: FillRegister) -> Result<Nothing, Problem> {
        let id: DocumentId = request.id.parse()?;
        let entry = RegisterEntry {
            kept_by: clean(&request.kept_by),
            copies: clean(&request.copies),
            sent_on: clean(&request.sent_on),
            remark: clean(&request.remark),
        };
        let action = Action::new(format!("Ghi sổ đăng ký: {}", self.archive.title(id.into())?)).about(id);
        self.archive.transact(action, &self.stamp(), |tx| Ok::<_, Problem>(tx.fill_register(id, &entry)?))?;
        Ok(Nothing {})
    }

    pub fn export_register(&mut self, request: ExportRegister) -> Result<ListWritten, Problem> {
        let mut register = self.register(RegisterFilter { year: request.year })?;
        if let Some(wanted) = &request.strand {
            register.strands.retain(|strand| strand.key == *wanted);
        }
        let path = Path::new(&request.path);
        let is_workbook = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"));
        let bytes =
            if is_workbook { self.register_workbook(&register)? } else { self.register_pdf(&register)? };
        self.write_whole(path, &bytes)?;
        let rows = register.strands.iter().map(|strand| strand.rows.len()).sum::<usize>();
        Ok(ListWritten { path: request.path, rows: u32::try_from(rows).unwrap_or(u32::MAX) })
    }
}

impl Office {
    /// The documents and notes of a year by the count they belong to, in the order of the series. What no series takes
    /// comes last, in one count.
    fn counts(&self, series: &[SeriesRecord], year: i32) -> Result<Vec<Count>, Problem> {
        let lists: Vec<NumberSeries> = series.iter().map(|record| record.series.clone()).collect();
        let mut counts: BTreeMap<(usize, String), (Vec<RegisteredDocument>, Vec<NumberNote>)> =
            BTreeMap::new();
        for document in self.archive.registered_documents(year)? {
            let index = series_of(&lists, &document.symbol, document.date).unwrap_or(lists.len());
            let strand = lists.get(index).map(|one| one.strand(&document.symbol)).unwrap_or_default();
            counts.entry((index, strand)).or_default().0.push(document);
        }
        for note in self.archive.number_notes(year)? {
            if let Some(index) = series.iter().position(|record| record.id == Some(note.series)) {
                counts.entry((index, note.strand.clone())).or_default().1.push(note);
            }
        }
        let counts = counts.into_iter();
        Ok(counts
            .map(|((series, strand), (documents, notes))| Count { series, strand, documents, notes })
            .collect())
    }

    fn strand(&self, series: &[SeriesRecord], count: Count, year: i32) -> Result<Strand, Problem> {
        let own = series.get(count.series).map(|record| &record.series);
        let (first, name) = match own {
            Some(own) => (own.first_in(year), own.name.clone()),
            None => (1, "Ngoài các dãy số".to_owned()),
        };
        let given = givens(&count, None);
        let mut rows = Vec::new();
        let mut twice = 0;
        for document in &count.documents {
            let others = givens(&count, Some(document.id));
            let odd: Vec<Problem> = advise(first, &others, &document.number, document.date)
                .into_iter()
                // Gaps have lines of their own.
                .filter(|found| !matches!(found, commendation::NumberAdvice::Gap(..)))
                .map(|found| advice_problem(&found, &document.number))
                .collect();
            twice += u32::from(odd.iter().any(|problem| problem.code == "number-twice"));
            rows.push(self.register_row(document, odd)?);
        }
        rows.extend(count.notes.iter().map(note_row));
        let missing = gaps(first, given.iter().map(|one| one.value));
        rows.extend(missing.iter().flat_map(|gap| gap_rows(*gap)));
        rows.sort_by_cached_key(|row| (number_parts(&row.number), row.date));
        Ok(Strand {
            key: format!("{}:{}", count.series, count.strand),
            series: name,
            label: count.strand,
            first,
            next: next_number(first, &given),
            missing: missing.iter().map(|(from, to)| to - from + 1).sum(),
            twice,
            rows,
        })
    }

    fn register_row(
        &self,
        document: &RegisteredDocument,
        problems: Vec<Problem>,
    ) -> Result<RegisterRow, Problem> {
        let drafted = self.drafted(&self.archive.document(document.id)?, &Values::new())?;
        let of = |key: &str| field(&drafted, key).unwrap_or_default();
        let entry = document.entry.clone();
        Ok(RegisterRow {
            kind: RegisterRowKind::Document,
            number: document.number.clone(),
            until: None,
            document: Some(document.id.to_string()),
            number_and_symbol: number_and_symbol(&document.number, &document.symbol),
            date: Some(document.date),
            title: drafted.document.meta.title.clone(),
            signer: of("signer"),
            distribution: of("distribution").lines().map(str::trim).collect::<Vec<_>>().join("; "),
            kept_by: entry.kept_by,
            copies: entry.copies,
            sent_on: entry.sent_on,
            remark: entry.remark,
            problems,
        })
    }

    fn register_workbook(&self, register: &Register) -> Result<Vec<u8>, Problem> {
        let columns: Vec<OutColumn> = COLUMNS
            .iter()
            .zip(SHARES)
            .map(|(head, share)| OutColumn::new(*head, f64::from(share) * 9.0))
            .collect();
        let mut rows = Vec::new();
        for strand in &register.strands {
            rows.push(vec![strand_name(strand)]);
            rows.extend(strand.rows.iter().map(cells));
        }
        let title = format!("SỔ ĐĂNG KÝ VĂN BẢN ĐI NĂM {}", register.year);
        Ok(exchange::write_list("Văn bản đi", &title, &columns, rows)?)
    }

    /// The register as pages that lie across.
    fn register_pdf(&self, register: &Register) -> Result<Vec<u8>, Problem> {
        let agency = self.archive.agency()?.unwrap_or_default();
        let columns = COLUMNS.iter().zip(SHARES).map(|(head, share)| Column {
            head: Text::plain(*head),
            align: Align::Left,
            width: Width::Share(share),
        });
        let mut rows = Vec::new();
        for strand in &register.strands {
            rows.push(Row::Group(Text::plain(strand_name(strand))));
            rows.extend(
                strand.rows.iter().map(|row| Row::Cells(cells(row).into_iter().map(Text::plain).collect())),
            );
        }
        let blocks = vec![
            Block::Title {
                kind: Text::plain("SỔ ĐĂNG KÝ VĂN BẢN ĐI"),
                summary: Text::plain(format!("{}\nNăm {}", agency.name, register.year)),
            },
            Block::Table(Table { columns: columns.collect(), rows }),
        ];
        let title = format!("Sổ đăng ký văn bản đi năm {}", register.year);
        let paper = Document {
            meta: Meta {
                title: title.clone(),
                author: agency.name,
                subject: title,
                created: self.stamp().at,
            },
            sections: vec![Section::Paper(Paper { orientation: Orientation::Landscape, blocks })],
        };
        let laid = self.lay_out_now(&vec![paper].into())?;
        let pdf = laid.pdfs(&self.watch(Stage::Writing))?.into_iter().next();
        pdf.ok_or_else(|| internal(&"no file was written"))
    }
}

/// The numbers given in a count, those of one document apart.
fn givens(count: &Count, but: Option<DocumentId>) -> Vec<Given> {
    let documents = count.documents.iter().filter(|document| Some(document.id) != but);
    let documents = documents.filter_map(|document| {
        let (value, suffix) = number_parts(&document.number)?;
        Some(Given { value, suffix, date: Some(document.date) })
    });
    let notes =
        count.notes.iter().map(|note| Given { value: note.number, suffix: String::new(), date: None });
    documents.chain(notes).collect()
}

fn series_id(known: &[SeriesRecord], index: u32) -> Result<i64, Problem> {
    known.get(index as usize).and_then(|record| record.id).ok_or_else(|| {
        Problem::new("unknown-series", format!("Không có dãy số thứ {}.", u64::from(index) + 1))
            .field("index")
    })
}

fn blank(kind: RegisterRowKind, number: u32) -> RegisterRow {
    RegisterRow {
        kind,
        number: number.to_string(),
        until: None,
        document: None,
        number_and_symbol: number.to_string(),
        date: None,
        title: String::new(),
        signer: String::new(),
        distribution: String::new(),
        kept_by: String::new(),
        copies: String::new(),
        sent_on: String::new(),
        remark: String::new(),
        problems: Vec::new(),
    }
}

fn note_row(note: &NumberNote) -> RegisterRow {
    RegisterRow { title: note.note.clone(), ..blank(RegisterRowKind::Note, note.number) }
}

/// An empty line for each missing number; one line for a wide gap.
fn gap_rows((from, to): (u32, u32)) -> Vec<RegisterRow> {
    if to - from < SHOWN_GAP {
        return (from..=to).map(|number| blank(RegisterRowKind::Gap, number)).collect();
    }
    let row = blank(RegisterRowKind::Gap, from);
    vec![RegisterRow { until: Some(to), number_and_symbol: format!("{from} - {to}"), ..row }]
}

fn strand_name(strand: &Strand) -> String {
    if strand.label.is_empty() {
        strand.series.clone()
    } else {
        format!("{}: {}", strand.series, strand.label)
    }
}

/// A line as the book has it. Where the receiver signs stays empty.
fn cells(row: &RegisterRow) -> Vec<String> {
    let remark = match row.kind {
        RegisterRowKind::Gap => "Chưa có văn bản trong kho".to_owned(),
        RegisterRowKind::Note => "Số cấp cho văn bản ngoài kho".to_owned(),
        RegisterRowKind::Document => row.remark.clone(),
    };
    vec![
        row.number_and_symbol.clone(),
        row.date.map(short_date).unwrap_or_default(),
        row.title.clone(),
        row.signer.clone(),
        row.distribution.clone(),
        row.kept_by.clone(),
        row.copies.clone(),
        row.sent_on.clone(),
        String::new(),
        remark,
    ]
}

/// What is odd about a number, as a calm sentence.
fn advice_problem(found: &commendation::NumberAdvice, number: &str) -> Problem {
    use commendation::NumberAdvice::{BeforeFirst, Gap, HigherIsEarlier, LowerIsLater, Twice};
    let problem = match found {
        Gap(from, to) if from == to => {
            Problem::new("number-gap", format!("Số {from} chưa có văn bản nào trong kho."))
                .value("numbers", from.to_string())
        }
        Gap(from, to) => {
            Problem::new("number-gap", format!("Các số {from} đến {to} chưa có văn bản nào trong kho."))
                .value("numbers", format!("{from} - {to}"))
        }
        Twice => Problem::new("number-twice", format!("Số {number} đã cấp trong cùng dãy số của năm.")),
        BeforeFirst(first) => {
            Problem::new("number-before-first", format!("Dãy số của năm bắt đầu từ số {first}."))
                .value("first", first.to_string())
        }
        LowerIsLater(other, date) | HigherIsEarlier(other, date) => Problem::new(
            "number-out-of-order",
            format!("Số {other} lại đề ngày {}: số và ngày không cùng thứ tự.", short_date(*date)),
        )
        .value("other", other.to_string())
        .value("date", date.to_string()),
    };
    problem.value("number", number)
}
