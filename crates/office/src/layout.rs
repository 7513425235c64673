//! How a paper is laid out: the one place that decides its measures and its faces, for preview, count of pages,
//! export, issue and certificates alike.
//!
//! A draft follows the agency's choice as it is now; what is issued keeps what it was laid out with, as it keeps its
//! facts. Not here: choosing (`style`), what a paper says (`documents`).

use crate::{
    Office,
    problem::internal,
    progress::Stage,
    views,
    wire::{FieldPlace, Pages, Problem, SerifChoice},
};
use archive::DocumentRecord;
use document::{Diagnostic, Document, Rect, Severity};
use drafting::Drafted;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::{borrow::Cow, sync::OnceLock};
use typesetting::{
    Fonts, HouseStyle, Item, Layout, Overflow, Page, PdfError, RasterError, Shape, lay_out_watched,
    pdf_watched,
};

/// The family that Decree 30/2020/NĐ-CP asks for (appendix I, part I, section I, item 4).
pub(crate) const TIMES: &str = "Times New Roman";

/// Where a frozen document keeps what it was laid out with, beside its facts.
const FROZEN: &str = "laidOutWith";

const POINTS_IN_INCH: f32 = 72.0;

/// Code of the remark that a page is shown in another serif than it was issued in.
const OTHER_SERIF: &str = "preview-other-serif";

/// Field of the wish for a page less.
const FIT: &str = "fit";

/// A serif as its own file names itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Serif {
    pub(crate) family: String,
    pub(crate) version: String,
}

/// What an issued document keeps of its layout.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct LaidOutWith {
    style: HouseStyle,
    serif: Serif,
    pages: u32,
}

/// What is to be laid out: what becomes one file each, and whether the first is tightened to save a page.
pub(crate) struct Papers<'a> {
    pub(crate) files: Vec<Cow<'a, Document>>,
    pub(crate) tightened: bool,
    /// Whether the officer may wish for that.
    pub(crate) may_be_tightened: bool,
}

impl From<Vec<Document>> for Papers<'_> {
    fn from(files: Vec<Document>) -> Self {
        let files = files.into_iter().map(Cow::Owned).collect();
        Papers { files, tightened: false, may_be_tightened: false }
    }
}

impl<'a> From<&'a Drafted> for Papers<'a> {
    fn from(drafted: &'a Drafted) -> Self {
        let mut fields = drafted.sections.iter().flat_map(|section| &section.fields);
        let may_be_tightened = fields.any(|field| field.key == FIT);
        Papers { files: drafted.files(), tightened: drafted.tightened, may_be_tightened }
    }
}

/// Papers on their pages, with the faces they were set in.
pub(crate) struct LaidOut {
    /// One for each file.
    files: Vec<Layout>,
    /// What is to be said of them beyond their own findings.
    remarks: Vec<Diagnostic>,
    fonts: Fonts,
    /// Of an issued document what was frozen, which is what its kept PDF holds.
    with: LaidOutWith,
}

impl Office {
    /// Lays out the papers of a document, by the agency's choice or by what was frozen when it was issued.
    pub(crate) fn lay_out(&self, record: &DocumentRecord, papers: &Papers<'_>) -> Result<LaidOut, Problem> {
        let Some(facts) = &record.facts else { return self.lay_out_now(papers) };
        let Some(frozen) = facts.get(FROZEN) else {
            // Issued before there was a choice.
            return self.laid_out(HouseStyle::default(), bundled(), papers);
        };
        let frozen = LaidOutWith::deserialize(frozen).map_err(|error| internal(&error))?;
        let is_same = |fonts: &&Fonts| serif_of(fonts) == frozen.serif;
        let same = Some(bundled()).filter(is_same).or_else(|| self.times().as_ref().ok().filter(is_same));
        let mut laid = self.laid_out(frozen.style, same.unwrap_or(bundled()), papers)?;
        if same.is_none() {
            laid.remarks.push(other_serif(&frozen.serif));
        }
        laid.with = frozen;
        Ok(laid)
    }

    /// Lays out papers by the agency's choice as it is now: a draft, and what is made anew every time.
    pub(crate) fn lay_out_now(&self, papers: &Papers<'_>) -> Result<LaidOut, Problem> {
        let mut laid = self.lay_out_in(self.house_style()?, self.serif_choice()?, papers)?;
        // Nothing can be tightened in what is issued, so only here.
        if papers.may_be_tightened && !papers.tightened {
            laid.remarks.extend(laid.files.first().and_then(Layout::overflow).map(few_lines));
        }
        Ok(laid)
    }

    /// Lays out papers with a style and a choice of serif that need not be the agency's.
    pub(crate) fn lay_out_in(
        &self,
        style: HouseStyle,
        choice: SerifChoice,
        papers: &Papers<'_>,
    ) -> Result<LaidOut, Problem> {
        self.laid_out(style, self.faces(choice), papers)
    }

    /// Lays out and writes many small papers by the agency's choice as it is now, each as a file of its own.
    pub(crate) fn write_each(&self, papers: &[Document]) -> Result<(LaidOut, Vec<Vec<u8>>), Problem> {
        let (style, fonts) = (self.house_style()?, self.faces(self.serif_choice()?));
        let watch = self.watch(Stage::Writing);
        let written = typesetting::pdf_each(papers, fonts, &style.measures(), &watch)?;
        let (files, bytes): (Vec<Layout>, Vec<Vec<u8>>) = written.into_iter().unzip();
        Ok((LaidOut::new(files, Vec::new(), style, fonts), bytes))
    }

    fn laid_out(&self, style: HouseStyle, fonts: &Fonts, papers: &Papers<'_>) -> Result<LaidOut, Problem> {
        // What is chosen now was checked when it was chosen, what is frozen when it was issued.
        let form = style.measures();
        let watch = self.watch(Stage::LayingOut);
        let mut remarks = Vec::new();
        let mut files = Vec::with_capacity(papers.files.len());
        for (index, paper) in papers.files.iter().enumerate() {
            let tightened = papers.tightened && index == 0;
            let fitted = if tightened { typesetting::fit(paper, fonts, &form) } else { None };
            remarks.extend(
                tightened.then(|| tightening(fitted.as_ref().map(|fitted| fitted.changes.as_slice()))),
            );
            files.push(match fitted {
                Some(fitted) => fitted.layout,
                None => lay_out_watched(paper, fonts, &form, &watch)?,
            });
        }
        Ok(LaidOut::new(files, remarks, style, fonts))
    }

    /// The faces that a choice comes to on this PC.
    pub(crate) fn faces(&self, choice: SerifChoice) -> &Fonts {
        match choice {
            SerifChoice::Times => self.times().as_ref().unwrap_or(bundled()),
            SerifChoice::Liberation => bundled(),
        }
    }

    /// The faces with Times New Roman of this PC, or why there are none. Looked for once, when first asked.
    pub(crate) fn times(&self) -> &Result<Fonts, Problem> {
        self.times.get_or_init(|| {
            let mut refused = None;
            for files in (self.environment.times_new_roman)() {
                let tried = bundled().with_serif(files).map_err(|error| unfit(&error));
                match tried.and_then(named_times) {
                    Ok(fonts) => return Ok(fonts),
                    Err(problem) => refused = refused.or(Some(problem)),
                }
            }
            Err(refused.unwrap_or_else(|| {
                let message = format!("Máy này không có đủ bốn kiểu chữ của phông {TIMES}.");
                Problem::new("serif-not-found", message)
            }))
        })
    }
}

impl LaidOut {
    fn new(files: Vec<Layout>, remarks: Vec<Diagnostic>, style: HouseStyle, fonts: &Fonts) -> LaidOut {
        let with = LaidOutWith { style, serif: serif_of(fonts), pages: page_count(&files) };
        LaidOut { files, remarks, fonts: fonts.clone(), with }
    }

    /// The PDF of each file.
    pub(crate) fn pdfs(&self, watch: typesetting::Watch<'_>) -> Result<Vec<Vec<u8>>, PdfError> {
        self.files.iter().map(|layout| pdf_watched(layout, &self.fonts, watch)).collect()
    }

    /// One page as PNG with so many dots to the inch; none when there is no such page.
    pub(crate) fn png(&self, page: u32, dots: f32) -> Option<Result<Vec<u8>, RasterError>> {
        let page = self.sheets().nth(page as usize)?;
        Some(typesetting::png(page, &self.fonts, dots / POINTS_IN_INCH))
    }

    /// The faces that its pages are set in.
    pub(crate) fn fonts(&self) -> &Fonts {
        &self.fonts
    }

    /// How many pages each file has.
    pub(crate) fn pages_of_files(&self) -> impl Iterator<Item = u32> {
        self.files.iter().map(|layout| page_count(std::slice::from_ref(layout)))
    }

    /// Family of the serif that it was issued in, where this PC does not have the very same.
    pub(crate) fn missing_serif(&self) -> Option<&str> {
        let other = self.remarks.iter().any(|remark| remark.code == OTHER_SERIF);
        other.then_some(&*self.with.serif.family)
    }

    /// All pages in order, those of annexes in files of their own after the paper's.
    pub(crate) fn sheets(&self) -> impl Iterator<Item = &Page> {
        self.files.iter().flat_map(|layout| &layout.pages)
    }

    /// Where the text of a field stands, in the order of pages.
    pub(crate) fn places(&self, field: &str) -> Vec<FieldPlace> {
        let mut before = 0;
        let mut places = Vec::new();
        for layout in &self.files {
            let found = layout.rects_of(field).into_iter();
            places.extend(found.map(|(page, Rect { x, y, width, height })| FieldPlace {
                page: u32::try_from(before + page).unwrap_or(u32::MAX),
                x,
                y,
                width,
                height,
            }));
            before += layout.pages.len();
        }
        places
    }

    /// What layout found.
    pub(crate) fn diagnostics(&self) -> impl Iterator<Item = Diagnostic> {
        self.files.iter().flat_map(|layout| &layout.diagnostics).chain(&self.remarks).cloned()
    }

    /// How many pages it has; of an issued document, its kept PDF.
    pub(crate) fn pages(&self) -> u32 {
        self.with.pages
    }

    /// Some pages as the wire shows them, with the findings of drafting before those of layout.
    pub(crate) fn shown(&self, from: u32, count: u32, drafting: Vec<Diagnostic>) -> Pages {
        let wanted = self.sheets().skip(from as usize).take(count as usize);
        let findings = drafting.into_iter().chain(self.diagnostics()).collect();
        Pages {
            total: page_count(&self.files),
            from,
            svg: wanted.map(|page| typesetting::svg(page, &self.fonts)).collect(),
            findings: views::findings(findings),
        }
    }

    /// Family of the serif that its pages use; none where they use only faces of certificates.
    pub(crate) fn serif(&self) -> Option<String> {
        let items = self.sheets().flat_map(|page| &page.items);
        let mut runs = items.filter_map(|item: &Item| match &item.shape {
            Shape::Glyphs(run) => Some(run),
            _ => None,
        });
        runs.any(|run| self.fonts.is_serif(run.face)).then(|| self.with.serif.family.clone())
    }

    /// ` (phông Times New Roman)`, for the journal.
    pub(crate) fn serif_remark(&self) -> String {
        self.serif().map(|family| format!(" (phông {family})")).unwrap_or_default()
    }

    /// Adds what the paper was laid out with to the facts that are frozen with it.
    pub(crate) fn freeze(&self, facts: &mut Value) -> Result<(), Problem> {
        // By way of text, so that 12.7 is written as 12.7 and not as its nearest neighbour of double precision.
        let with = serde_json::to_string(&self.with).and_then(|text| serde_json::from_str(&text));
        facts[FROZEN] = with.map_err(|error| internal(&error))?;
        Ok(())
    }
}

/// What came of the wish to save a page.
fn tightening(changes: Option<&[&str]>) -> Diagnostic {
    let (severity, code, message) = match changes {
        Some(changes) => {
            let done = changes.join("; ").to_lowercase();
            (Severity::Note, "tightened", format!("Đã thu gọn để bớt một trang: {done}."))
        }
        None => {
            let message = "Không bớt được trang nào trong mức Nghị định 30/2020/NĐ-CP cho phép; văn bản giữ thể thức đã \
                           thiết lập.";
            (Severity::Warning, "not-tightened", message.to_owned())
        }
    };
    Diagnostic { severity, code: code.to_owned(), message, field: Some(FIT.to_owned()) }
}

/// A last page that holds little more than the signature.
fn few_lines(found: Overflow) -> Diagnostic {
    let Overflow { page, lines } = found;
    Diagnostic {
        severity: Severity::Note,
        code: "few-lines-over".to_owned(),
        message: format!(
            "Trang {page} chỉ có {lines} dòng ngoài phần ký; có thể thử thu gọn cho bớt một trang."
        ),
        field: Some(FIT.to_owned()),
    }
}

/// Pages are far fewer than a `u32` can count.
fn page_count(files: &[Layout]) -> u32 {
    u32::try_from(files.iter().map(|layout| layout.pages.len()).sum::<usize>()).unwrap_or(u32::MAX)
}

pub(crate) fn serif_of(fonts: &Fonts) -> Serif {
    let (family, version) = fonts.serif();
    Serif { family, version }
}

/// The faces that the program carries, parsed once and only when something is laid out.
fn bundled() -> &'static Fonts {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    FONTS.get_or_init(Fonts::bundled)
}

fn named_times(fonts: Fonts) -> Result<Fonts, Problem> {
    let family = serif_of(&fonts).family;
    if family == TIMES {
        return Ok(fonts);
    }
    let message = format!("Tệp mang tên phông {TIMES} trên máy này lại là phông “{family}”.");
    Err(Problem::new("serif-other-font", message).value("family", family))
}

/// Why files of Times New Roman cannot be used.
fn unfit(error: &typesetting::FontError) -> Problem {
    use typesetting::FontError::{Lacks, MayNotBeEmbedded, NotTrueType};
    match error {
        NotTrueType => {
            let message = format!("Tệp phông {TIMES} trên máy này bị hỏng hoặc không phải TrueType.");
            Problem::new("serif-not-truetype", message)
        }
        MayNotBeEmbedded => {
            let message = format!("Phông {TIMES} trên máy này không cho phép nhúng vào văn bản.");
            Problem::new("serif-not-embeddable", message)
        }
        Lacks(letter) => {
            let message = format!("Phông {TIMES} trên máy này không có chữ “{letter}”.");
            Problem::new("serif-lacks-letter", message).value("letter", letter.to_string())
        }
    }
}

/// The preview of an issued document is set in another serif than its PDF.
fn other_serif(serif: &Serif) -> Diagnostic {
    let Serif { family, version } = serif;
    Diagnostic {
        severity: Severity::Note,
        code: OTHER_SERIF.to_owned(),
        message: format!(
            "Văn bản này ban hành với phông {family} ({version}); máy này không có đúng phông ấy nên trang xem trước \
             có thể ngắt dòng, ngắt trang khác đi. Bản đúng là tệp PDF giữ trong kho."
        ),
        field: None,
    }
}
