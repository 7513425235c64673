//! Documents and certificates as PDF files where the officer wants them, the same bytes kept in the archive.
//!
//! Not here: what a document says (`documents`), how it is laid out (`layout`).

use crate::{
    Office,
    documents::{changed_at, field, template_of},
    layout::LaidOut,
    problem::internal,
    progress::Stage,
    views::{self, number_and_symbol},
    wire::*,
};
use archive::{Action, DocumentRecord, FileRecord, FileRole, folder::names::safe};
use document::{Diagnostic, Document};
use drafting::{CertificateFacts, Values, certificates, designs, draft};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Longest part of a file name made from words of a document.
const LONGEST_NAME: usize = 100;

/// Dots to the inch of a page's picture: sharp on a screen and in a small print.
const DOTS: f32 = 200.0;

/// A file to be written: the words that tell it from the first one, and its bytes.
struct Part {
    /// Empty for the file that bears the officer's own name.
    words: String,
    bytes: Vec<u8>,
}

#[allow(missing_docs)] // each command is described once, in the registry
impl Office {
    pub fn export(&mut self, request: Export) -> Result<Exported, Problem> {
        let record = self.archive.document(request.id.parse()?)?;
        let drafted = self.drafted(&record, &Values::new())?;
        let laid = self.lay_out(&record, &(&drafted).into())?;
        let files = match record.file {
            // An issued document goes out as it was frozen.
            Some(_) => self.issued_files(&record)?,
            None => laid.pdfs(&self.watch(Stage::Writing))?,
        };
        let parts = annex_words(files.len()).zip(files).map(|(words, bytes)| Part { words, bytes });
        self.write_out(&record, &request.path, parts.collect(), FileRole::Exported, laid, drafted.diagnostics)
    }

    pub fn preview_certificates(&mut self, request: Preview) -> Result<Pages, Problem> {
        let record = self.archive.document(request.id.parse()?)?;
        let (papers, _) = self.certificate_pages(&record, false)?;
        Ok(self.lay_out_now(&papers.into())?.shown(request.from, request.count, Vec::new()))
    }

    pub fn certificates(&mut self, request: Export) -> Result<Exported, Problem> {
        let record = self.archive.document(request.id.parse()?)?;
        let (papers, names) = self.certificate_pages(&record, request.apart)?;
        let (laid, pdfs) = if request.apart {
            self.write_each(&papers)?
        } else {
            let laid = self.lay_out_now(&papers.into())?;
            let pdfs = laid.pdfs(&self.watch(Stage::Writing))?;
            (laid, pdfs)
        };
        let digits = names.len().to_string().len();
        let words = |index: usize| match request.apart {
            true => format!("{:0digits$} {}", index + 1, names.get(index).map_or("", String::as_str)),
            false => String::new(),
        };
        let parts =
            pdfs.into_iter().enumerate().map(|(index, bytes)| Part { words: words(index), bytes }).collect();
        self.write_out(&record, &request.path, parts, FileRole::Certificates, laid, Vec::new())
    }

    pub fn picture(&mut self, request: Picture) -> Result<Nothing, Problem> {
        let record = self.archive.document(request.id.parse()?)?;
        let laid = if request.certificates {
            self.lay_out_now(&self.certificate_pages(&record, false)?.0.into())?
        } else {
            self.lay_out(&record, &(&self.drafted(&record, &Values::new())?).into())?
        };
        let bytes = laid.png(request.page, DOTS).ok_or_else(|| no_page(request.page, laid.pages()))?;
        self.write_whole(Path::new(&request.path), &bytes.map_err(|error| internal(&error))?)?;
        Ok(Nothing {})
    }
}

impl Office {
    /// Writes PDFs where the officer wants them and keeps the same bytes in the archive.
    fn write_out(
        &mut self,
        record: &DocumentRecord,
        path: &str,
        parts: Vec<Part>,
        role: FileRole,
        laid: LaidOut,
        diagnostics: Vec<Diagnostic>,
    ) -> Result<Exported, Problem> {
        let id = record.summary.id;
        let known = self.archive.files_of(id)?;
        let mut written: Vec<PathBuf> = Vec::with_capacity(parts.len());
        for part in &parts {
            let path = self.place(Path::new(path), &part.words, &known);
            self.write_whole(&path, &part.bytes)?;
            written.push(path);
        }
        let what = format!("Xuất PDF: {}{}", record.summary.title, laid.serif_remark());
        let action = Action::new(what).about(id).without_undo();
        let done = self.archive.transact(action, &self.stamp(), |tx| {
            let mut kept = Vec::with_capacity(parts.len());
            for (part, path) in parts.iter().zip(&written) {
                let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
                kept.push(tx.keep_file(&name, &part.bytes, role, Some(id.into()))?);
            }
            Ok::<_, Problem>(kept)
        })?;
        let Some(&first) = done.value.first() else { return Err(internal(&"no file was written")) };
        let kept = self.archive.file(first)?;
        let mut paths = written.iter().map(|path| path.display().to_string());
        Ok(Exported {
            path: paths.next().unwrap_or_default(),
            beside: paths.collect(),
            pages: laid.pages(),
            serif: laid.serif(),
            bytes: parts.iter().map(|part| part.bytes.len() as u64).sum(),
            sha256: kept.sha256,
            file: kept.id.to_string(),
            findings: views::findings(diagnostics.into_iter().chain(laid.diagnostics()).collect()),
        })
    }

    /// Where a file goes: the path that was chosen, or beside it with its own words. The officer was asked about the
    /// first only, so a file of that name that this document did not write is never replaced.
    fn place(&self, chosen: &Path, words: &str, known: &[FileRecord]) -> PathBuf {
        if words.is_empty() {
            return chosen.to_owned();
        }
        let stem = chosen.file_stem().unwrap_or(chosen.as_os_str()).to_string_lossy();
        let is_ours = |path: &Path| {
            let Some(name) = path.file_name().map(|name| name.to_string_lossy()) else { return false };
            let Ok(there) = fs::read(path) else { return false };
            let kept = known.iter().filter(|file| file.name == name && file.bytes == there.len() as u64);
            kept.map(|file| self.archive.read_file(file.id)).any(|kept| kept.is_ok_and(|kept| kept == there))
        };
        let words = safe(words, LONGEST_NAME);
        let named = (1..).map(|count| match count {
            1 => chosen.with_file_name(format!("{stem} - {words}.pdf")),
            _ => chosen.with_file_name(format!("{stem} - {words} ({count}).pdf")),
        });
        let mut free = named.filter(|path| !path.exists() || is_ours(path));
        // The counting never ends, so there is a free name.
        free.next().unwrap_or_else(|| chosen.to_owned())
    }

    /// The files that were frozen when the document was issued, the paper first.
    pub(crate) fn issued_files(&self, record: &DocumentRecord) -> Result<Vec<Vec<u8>>, Problem> {
        let kept = self.archive.files_of(record.summary.id)?;
        let issued = kept.iter().filter(|file| file.role == FileRole::Issued).map(|file| file.id);
        let annexes = issued.filter(|id| Some(*id) != record.file);
        let all = record.file.into_iter().chain(annexes);
        all.map(|id| Ok(self.archive.read_file(id)?)).collect()
    }

    /// The certificates of a decision, together or in a file for each honoree, and the honorees' names.
    pub(crate) fn certificate_pages(
        &self,
        record: &DocumentRecord,
        apart: bool,
    ) -> Result<(Vec<Document>, Vec<String>), Problem> {
        let template = template_of(record)?;
        if !template.certificates {
            let message = format!("“{}” không có giấy khen kèm theo.", record.summary.title);
            return Err(Problem::new("no-certificates", message)
                .hint("Giấy khen được in từ quyết định tặng Giấy khen.")
                .value("title", &record.summary.title));
        }
        let (facts, values) = self.made_of(record, &Values::new())?;
        let drafted = draft(template, &facts, &values, changed_at(record));
        if drafted.entries.is_empty() {
            let message = "Quyết định này chưa có tập thể, cá nhân nào để in giấy khen.";
            return Err(Problem::new("nothing-to-confer", message).hint("Hãy nhập danh sách của đợt rồi in."));
        }
        let design = designs().first().ok_or_else(|| internal(&"no certificate design"))?;
        let typed = |key: &str| field(&drafted, key).filter(|value| !value.is_empty());
        let shared = CertificateFacts {
            agency: facts.agency.clone(),
            number: typed("number")
                .map(|number| number_and_symbol(&number, &typed("symbol").unwrap_or_default())),
            date: facts.date,
            achievement: typed("achievement").unwrap_or_default(),
            today: facts.today,
        };
        let made = |entries| certificates(design, &shared, entries, changed_at(record));
        let files = match apart {
            true => drafted.entries.iter().map(|entry| made(std::slice::from_ref(entry))).collect(),
            false => vec![made(&drafted.entries)],
        };
        let names = drafted.entries.into_iter().map(|entry| entry.honoree.name).collect();
        Ok((files, names))
    }
}

/// Names under which the files of an issued document are kept.
pub(crate) fn file_names(title: &str, count: usize) -> Vec<String> {
    let named = |words: String| match words.is_empty() {
        true => format!("{}.pdf", safe(title, LONGEST_NAME)),
        false => format!("{} - {}.pdf", safe(title, LONGEST_NAME), safe(&words, LONGEST_NAME)),
    };
    annex_words(count).map(named).collect()
}

/// What tells each of so many files of a document from the first.
fn annex_words(count: usize) -> impl Iterator<Item = String> {
    (0..count).map(move |index| match (index, count > 2) {
        (0, _) => String::new(),
        (_, false) => "kèm theo".to_owned(),
        (index, true) => format!("kèm theo {index}"),
    })
}

fn no_page(page: u32, pages: u32) -> Problem {
    let message = format!("Không có trang {}; văn bản có {pages} trang.", u64::from(page) + 1);
    Problem::new("no-page", message)
        .field("page")
        .value("page", (u64::from(page) + 1).to_string())
        .value("pages", pages.to_string())
}
