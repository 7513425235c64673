//! Printing documents and certificates: what is printed, which pages, how often. The pages are those of the preview and
//! the PDF, in their true size.
//!
//! The PC's printers are the host's, passed in as [`Printers`]: one may take the PDF, another pages drawn dot by dot. Not
//! here: any printer, paper trays, two sides.

use crate::{
    Office,
    layout::LaidOut,
    problem::internal,
    progress::Stage,
    wire::{Nothing, Print, Printed, PrinterList, Problem},
};
use archive::DocumentRecord;
use drafting::Values;
use std::ops::RangeInclusive;
use typesetting::{Fonts, Page, RasterError, Strip};

/// Most copies at once: more is a slip of the finger.
const MOST_COPIES: u32 = 99;

const MM_IN_POINT: f32 = 25.4 / 72.0;

/// The printers of a PC.
pub trait Printers: Send {
    /// Their names, the one that is used when none is chosen first.
    ///
    /// # Errors
    /// Why they cannot be known.
    fn names(&self) -> Result<Vec<String>, Problem>;

    /// Prints at 100 %. What was handed over before a failure may be on paper already.
    ///
    /// # Errors
    /// Why it cannot be printed; what `job` returns.
    fn print(&self, job: &PrintJob<'_>) -> Result<(), Problem>;
}

/// A PC without printers.
impl Printers for () {
    fn names(&self) -> Result<Vec<String>, Problem> {
        Ok(Vec::new())
    }

    fn print(&self, _: &PrintJob<'_>) -> Result<(), Problem> {
        Err(no_printer())
    }
}

/// What printing answers that the officer gave up.
pub fn print_stopped() -> Problem {
    Problem::new(
        "print-stopped",
        "Đã dừng in theo yêu cầu; những trang đã gửi đến máy in có thể vẫn được in ra.",
    )
}

fn no_printer() -> Problem {
    Problem::new("no-printer", "Máy này chưa cài máy in nào.")
        .hint("Hãy thêm máy in trong phần cài đặt của hệ điều hành rồi thử lại.")
}

/// What is printed. Each printer takes it in its own form: the files, or the sheets.
pub struct PrintJob<'a> {
    /// Name of the printer.
    pub printer: String,
    /// Name of the document, for the list of what waits for the printer.
    pub title: String,
    /// How often.
    pub copies: u32,
    laid: &'a LaidOut,
    /// The wanted pages, from 0, in order.
    wanted: Vec<u32>,
    files: Box<dyn Fn() -> Result<Vec<Vec<u8>>, Problem> + 'a>,
    watch: Box<dyn Fn(usize, usize) -> std::ops::ControlFlow<()> + 'a>,
}

/// A PDF and its wanted pages, from 1.
pub struct PrintFile {
    /// The file.
    pub pdf: Vec<u8>,
    /// Which of its pages.
    pub pages: Vec<u32>,
    /// Sides of its first wanted page in millimetres.
    pub size: (f32, f32),
}

/// A page to be drawn.
pub struct Sheet<'a> {
    page: &'a Page,
    fonts: &'a Fonts,
}

impl PrintJob<'_> {
    /// The PDFs that hold wanted pages, in order.
    ///
    /// # Errors
    /// They cannot be written, or are not in the archive any more.
    pub fn files(&self) -> Result<Vec<PrintFile>, Problem> {
        let mut before = 0;
        let mut files = Vec::new();
        for (pdf, pages) in (self.files)()?.into_iter().zip(self.laid.pages_of_files()) {
            let of_file = before..before + pages;
            before += pages;
            let wanted: Vec<u32> =
                self.wanted.iter().copied().filter(|page| of_file.contains(page)).collect();
            let first = wanted.first().and_then(|page| self.laid.sheets().nth(*page as usize));
            if let Some(first) = first {
                let pages = wanted.iter().map(|page| page - of_file.start + 1).collect();
                files.push(PrintFile { pdf, pages, size: size_of(first) });
            }
        }
        Ok(files)
    }

    /// The wanted pages to be drawn, in order; those of an issued document only where its face is on this PC, since in
    /// another one lines could end elsewhere than in what was signed.
    ///
    /// # Errors
    /// `print-other-serif`.
    pub fn sheets(&self) -> Result<Vec<Sheet<'_>>, Problem> {
        if let Some(family) = self.laid.missing_serif() {
            let message = format!(
                "Máy này không có phông {family} mà văn bản đã ban hành dùng, nên trang vẽ lại có thể khác bản đã ký."
            );
            return Err(Problem::new("print-other-serif", message)
                .hint("Hãy xuất PDF, mở tệp và in ở 100 % (kích thước thật).")
                .value("family", family));
        }
        let sheet = |page: &u32| self.laid.sheets().nth(*page as usize);
        let pages = self.wanted.iter().filter_map(sheet);
        Ok(pages.map(|page| Sheet { page, fonts: self.laid.fonts() }).collect())
    }

    /// Tells how many sheets of all are done, and hears whether to stop.
    ///
    /// # Errors
    /// `print-stopped`.
    pub fn done(&self, sheets: usize, of: usize) -> Result<(), Problem> {
        if (self.watch)(sheets, of).is_break() { Err(print_stopped()) } else { Ok(()) }
    }
}

impl Sheet<'_> {
    /// Width and height in millimetres.
    pub fn size(&self) -> (f32, f32) {
        size_of(self.page)
    }

    /// Whether it has more than black on white.
    pub fn has_colours(&self) -> bool {
        typesetting::has_colours(self.page)
    }

    /// Draws it with so many dots to the inch across and down, strip after strip from the top.
    ///
    /// # Errors
    /// What `put` returns; an impossible number of dots.
    pub fn draw(
        &self,
        dots: (f32, f32),
        mut put: impl FnMut(&Strip) -> Result<(), Problem>,
    ) -> Result<(), Problem> {
        typesetting::strips(self.page, self.fonts, dots, |strip| put(strip).map_err(Drawing::Put)).map_err(
            |failure| match failure {
                Drawing::Put(problem) => problem,
                Drawing::Raster(error) => internal(&error),
            },
        )
    }
}

/// Why a page was not drawn to its end.
enum Drawing {
    Put(Problem),
    Raster(RasterError),
}

impl From<RasterError> for Drawing {
    fn from(error: RasterError) -> Self {
        Self::Raster(error)
    }
}

fn size_of(page: &Page) -> (f32, f32) {
    (page.width_pt * MM_IN_POINT, page.height_pt * MM_IN_POINT)
}

#[allow(missing_docs)] // each command is described once, in the registry
impl Office {
    pub fn printers(&mut self, _: Nothing) -> Result<PrinterList, Problem> {
        Ok(PrinterList { names: self.environment.printers.names()? })
    }

    pub fn print(&mut self, request: Print) -> Result<Printed, Problem> {
        if !(1..=MOST_COPIES).contains(&request.copies) {
            let message = format!("Số bản in phải từ 1 đến {MOST_COPIES}.");
            return Err(Problem::new("bad-copies", message)
                .field("copies")
                .value("most", MOST_COPIES.to_string()));
        }
        let printer = self.chosen_printer(request.printer)?;
        let record = self.archive.document(request.id.parse()?)?;
        let laid = match request.certificates {
            true => self.lay_out_now(&self.certificate_pages(&record, false)?.0.into())?,
            false => self.lay_out(&record, &(&self.drafted(&record, &Values::new())?).into())?,
        };
        let wanted = pages(&request.pages, laid.sheets().count())?;
        let sheets = wanted.len();
        let job = PrintJob {
            printer,
            title: record.summary.title.clone(),
            copies: request.copies,
            laid: &laid,
            wanted,
            files: Box::new(|| self.files_to_print(&record, &laid, request.certificates)),
            watch: Box::new(self.watch(Stage::Printing)),
        };
        self.environment.printers.print(&job)?;
        let printer = job.printer.clone();
        Ok(Printed { printer, pages: u32::try_from(sheets).unwrap_or(u32::MAX), copies: request.copies })
    }
}

impl Office {
    fn chosen_printer(&self, asked: String) -> Result<String, Problem> {
        let known = self.environment.printers.names()?;
        if asked.is_empty() {
            return known.into_iter().next().ok_or_else(no_printer);
        }
        if known.contains(&asked) {
            return Ok(asked);
        }
        Err(Problem::new("unknown-printer", format!("Không có máy in “{asked}” trên máy này."))
            .hint(format!("Các máy in đang có: {}.", known.join("; ")))
            .field("printer")
            .value("printer", asked))
    }

    /// What is issued is printed as it was frozen.
    fn files_to_print(
        &self,
        record: &DocumentRecord,
        laid: &LaidOut,
        certificates: bool,
    ) -> Result<Vec<Vec<u8>>, Problem> {
        if record.file.is_some() && !certificates {
            return self.issued_files(record);
        }
        Ok(laid.pdfs(&self.watch(Stage::Writing))?)
    }
}

/// Pages from words such as `1-3, 5`, from 0, each once and in order; all when nothing is said.
fn pages(words: &str, count: usize) -> Result<Vec<u32>, Problem> {
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    if words.trim().is_empty() {
        return Ok((0..count).collect());
    }
    let wrong = || {
        Problem::new("bad-pages", format!("Không hiểu các trang “{words}”; văn bản có {count} trang."))
            .hint("Hãy ghi số trang, cách nhau bằng dấu phẩy, ví dụ 1-3, 5.")
            .field("pages")
            .value("text", words)
            .value("pages", count.to_string())
    };
    let number = |text: &str| text.trim().parse::<u32>().ok().filter(|page| (1..=count).contains(page));
    let range = |part: &str| -> Option<RangeInclusive<u32>> {
        let (first, last) = part.split_once(['-', '–']).unwrap_or((part, part));
        let (first, last) = (number(first)?, number(last)?);
        (first <= last).then_some(first..=last)
    };
    let mut wanted = Vec::new();
    for part in words.split([',', ';']) {
        wanted.extend(range(part).ok_or_else(wrong)?.map(|page| page - 1));
    }
    wanted.sort_unstable();
    wanted.dedup();
    Ok(wanted)
}

#[cfg(test)]
mod tests {
    use super::pages;

    #[test]
    fn pages_are_read_as_people_write_them() {
        for (words, wanted) in [
            ("", vec![0, 1, 2, 3, 4]),
            ("2", vec![1]),
            ("1-3, 5", vec![0, 1, 2, 4]),
            ("5;1–2", vec![0, 1, 4]),
            ("3,1-3", vec![0, 1, 2]),
        ] {
            assert_eq!(pages(words, 5).expect("understood"), wanted, "{words:?}");
        }
        for words in ["0", "6", "3-2", "1-", "một", "1,,2", "-1", "1-9"] {
            assert_eq!(pages(words, 5).expect_err("refused").code, "bad-pages", "{words:?}");
        }
    }
}
