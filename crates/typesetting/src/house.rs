//! What an agency may choose within the decree's ranges, and tightening a document that is a line or two too long.
//!
//! A choice outside its range gives no form but the range and its article. Not here: the measures themselves (`form`).

use document::Document;
use serde::{Deserialize, Serialize};

use crate::compose::lay_out_with;
use crate::fonts::Fonts;
use crate::form::{Form, Look, Margins};
use crate::frame::Layout;

/// An agency's choice of sizes and spacing; what is left out is as in the decree's samples.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct HouseStyle {
    /// Top margin in millimetres.
    pub margin_top: f32,
    /// Bottom margin in millimetres.
    pub margin_bottom: f32,
    /// Left margin in millimetres.
    pub margin_left: f32,
    /// Right margin in millimetres.
    pub margin_right: f32,
    /// Size of the national name and of the agencies' names in points.
    pub name_size: f32,
    /// Size of the motto, and of place and date.
    pub motto_size: f32,
    /// Size of the type of document and its abstract.
    pub title_size: f32,
    /// Size of a letter's abstract.
    pub letter_summary_size: f32,
    /// Size of running text, citations, headings and addressees.
    pub body_size: f32,
    /// Size inside tables.
    pub table_size: f32,
    /// Size of the signer's position and name.
    pub signature_size: f32,
    /// Size of the address line.
    pub address_size: f32,
    /// Size of page numbers.
    pub page_number_size: f32,
    /// First-line indent in millimetres: 10 or 12.7.
    pub indent: f32,
    /// Baseline distance of running text as a multiple of single spacing.
    pub line_spacing: f32,
    /// Points between paragraphs.
    pub paragraph_gap: f32,
    /// Length of short rules as a share of the line above.
    pub short_rule: f32,
}

impl Default for HouseStyle {
    fn default() -> Self {
        let form = Form::default();
        HouseStyle {
            margin_top: form.margins.top,
            margin_bottom: form.margins.bottom,
            margin_left: form.margins.left,
            margin_right: form.margins.right,
            name_size: form.looks.agency.size,
            motto_size: form.looks.motto.size,
            title_size: form.looks.kind.size,
            letter_summary_size: form.looks.letter_summary.size,
            body_size: form.looks.body.size,
            table_size: form.looks.table_cell.size,
            signature_size: form.looks.signer.size,
            address_size: form.looks.address.size,
            page_number_size: form.looks.page_number.size,
            indent: form.indent,
            line_spacing: form.line_spacing,
            paragraph_gap: form.paragraph_gap,
            short_rule: form.short_rule,
        }
    }
}

/// Which part of a paper a measure belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The page's edges.
    Margins,
    /// National name, agencies, date, title.
    Head,
    /// Running text.
    Text,
    /// Tables.
    Table,
    /// The signer.
    Signature,
    /// Page number, address.
    Other,
}

/// What a measure is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Millimetres.
    Millimetre,
    /// Points.
    Point,
    /// Times the thing its label names.
    Times,
}

impl Unit {
    /// As written behind a number, Vietnamese.
    pub fn word(self) -> &'static str {
        match self {
            Unit::Millimetre => "mm",
            Unit::Point => "pt",
            Unit::Times => "lần",
        }
    }
}

/// Which values of a range are allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// Every one.
    Whole,
    /// The smallest and the largest, nothing between.
    Ends,
    /// Every one; the decree names the smallest only, and the largest is where a slip of the hand is caught.
    AtLeast,
}

/// A measure with the range the law allows.
#[derive(Debug, Clone, Copy)]
pub struct Allowed {
    /// Field of [`HouseStyle`].
    pub key: &'static str,
    /// The part of a paper it belongs to.
    pub part: Part,
    /// What it is called, Vietnamese.
    pub label: &'static str,
    /// What it is called, English.
    pub label_en: &'static str,
    /// What it is counted in.
    pub unit: Unit,
    /// Smallest value.
    pub smallest: f32,
    /// Largest value.
    pub largest: f32,
    /// Which of them.
    pub span: Span,
    /// Where Decree 30/2020/NĐ-CP says so, Vietnamese.
    pub article: &'static str,
    value: fn(&HouseStyle) -> f32,
    choose: fn(&mut HouseStyle, f32),
}

macro_rules! allowed {
    ($($key:ident $part:ident $label:literal $label_en:literal $unit:ident $smallest:literal $span:ident $largest:literal $article:literal;)*) => {
        [$(Allowed {
            key: stringify!($key),
            part: Part::$part,
            label: $label,
            label_en: $label_en,
            unit: Unit::$unit,
            smallest: $smallest,
            largest: $largest,
            span: Span::$span,
            article: $article,
            value: |style| style.$key,
            choose: |style, value| style.$key = value,
        }),*]
    };
}

/// Every measure an agency may choose, in the order of a paper.
pub const ALLOWED: [Allowed; 17] = allowed! {
    margin_top Margins "Lề trên" "Top margin" Millimetre 20.0 Whole 25.0
        "Phụ lục I, Phần I, Mục I, khoản 3";
    margin_bottom Margins "Lề dưới" "Bottom margin" Millimetre 20.0 Whole 25.0
        "Phụ lục I, Phần I, Mục I, khoản 3";
    margin_left Margins "Lề trái" "Left margin" Millimetre 30.0 Whole 35.0
        "Phụ lục I, Phần I, Mục I, khoản 3";
    margin_right Margins "Lề phải" "Right margin" Millimetre 15.0 Whole 20.0
        "Phụ lục I, Phần I, Mục I, khoản 3";
    name_size Head "Cỡ chữ Quốc hiệu, tên cơ quan" "Size of national name and agencies" Point 12.0 Whole 13.0
        "Phụ lục I, Phần I, Mục II, khoản 1, 2";
    motto_size Head "Cỡ chữ Tiêu ngữ, địa danh và thời gian" "Size of motto, place and date" Point 13.0 Whole 14.0
        "Phụ lục I, Phần I, Mục II, khoản 1, 4";
    title_size Head "Cỡ chữ tên loại và trích yếu" "Size of type and abstract" Point 13.0 Whole 14.0
        "Phụ lục I, Phần I, Mục II, khoản 5";
    letter_summary_size Head "Cỡ chữ trích yếu công văn" "Size of a letter's abstract" Point 12.0 Whole 13.0
        "Phụ lục I, Phần I, Mục II, khoản 5";
    short_rule Head "Đường kẻ ngắn so với dòng chữ phía trên" "Short rules against the line above" Times 0.333 Whole 0.5
        "Phụ lục I, Phần I, Mục II, khoản 2, 5";
    body_size Text "Cỡ chữ nội dung" "Size of running text" Point 13.0 Whole 14.0
        "Phụ lục I, Phần I, Mục II, khoản 6, điểm e";
    line_spacing Text "Khoảng cách dòng so với dòng đơn" "Line spacing against single" Times 1.0 Whole 1.5
        "Phụ lục I, Phần I, Mục II, khoản 6, điểm e";
    paragraph_gap Text "Khoảng cách giữa các đoạn" "Gap between paragraphs" Point 6.0 AtLeast 18.0
        "Phụ lục I, Phần I, Mục II, khoản 6, điểm e";
    indent Text "Lùi đầu dòng" "First-line indent" Millimetre 10.0 Ends 12.7
        "Phụ lục I, Phần I, Mục II, khoản 6, điểm e";
    table_size Table "Cỡ chữ trong bảng" "Size inside tables" Point 13.0 Whole 14.0
        "Phụ lục I, Phần I, Mục II, khoản 6, điểm e";
    signature_size Signature "Cỡ chữ chức vụ, họ tên người ký" "Size of the signer's position and name" Point 13.0 Whole 14.0
        "Phụ lục I, Phần I, Mục II, khoản 7, điểm đ";
    address_size Other "Cỡ chữ địa chỉ cơ quan" "Size of the address line" Point 11.0 Whole 12.0
        "Phụ lục I, Phần I, Mục III, khoản 4";
    page_number_size Other "Cỡ chữ số trang" "Size of page numbers" Point 13.0 Whole 14.0
        "Phụ lục I, Phần I, Mục I, khoản 7";
};

impl Allowed {
    /// What a style chose.
    pub fn of(&self, style: &HouseStyle) -> f32 {
        (self.value)(style)
    }

    /// Chooses a value, or says what is allowed.
    pub fn choose(&self, style: &mut HouseStyle, value: f32) -> Result<(), OutOfRange> {
        if !self.allows(value) {
            return Err(OutOfRange { value, allowed: *self });
        }
        (self.choose)(style, value);
        Ok(())
    }

    fn allows(&self, value: f32) -> bool {
        match self.span {
            Span::Whole | Span::AtLeast => (self.smallest..=self.largest).contains(&value),
            Span::Ends => value == self.smallest || value == self.largest,
        }
    }

    /// `từ 30 đến 35 mm`, `10 hoặc 12,7 mm`, `từ 6 pt (chương trình nhận đến 18 pt)`.
    pub fn range(&self) -> String {
        let (smallest, largest) = (decimal(self.smallest), decimal(self.largest));
        let unit = self.unit.word();
        match self.span {
            Span::Whole => format!("từ {smallest} đến {largest} {unit}"),
            Span::Ends => format!("{smallest} hoặc {largest} {unit}"),
            Span::AtLeast => format!("từ {smallest} {unit} (chương trình nhận đến {largest} {unit})"),
        }
    }
}

/// A number with the Vietnamese decimal comma: `12,7`.
pub fn decimal(value: f32) -> String {
    value.to_string().replace('.', ",")
}

/// A choice outside its range. The message is Vietnamese, for the officer.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error(
    "{}: {} {} nằm ngoài mức cho phép, {} (Nghị định 30/2020/NĐ-CP, {}).",
    .allowed.label, decimal(*.value), .allowed.unit.word(), .allowed.range(), .allowed.article
)]
pub struct OutOfRange {
    /// What was chosen.
    pub value: f32,
    /// What is allowed.
    pub allowed: Allowed,
}

impl HouseStyle {
    /// The measures of this choice, or every range it leaves.
    pub fn form(&self) -> Result<Form, Vec<OutOfRange>> {
        let outside: Vec<OutOfRange> = ALLOWED
            .into_iter()
            .map(|allowed| OutOfRange { value: allowed.of(self), allowed })
            .filter(|found| !found.allowed.allows(found.value))
            .collect();
        if outside.is_empty() { Ok(self.measures()) } else { Err(outside) }
    }

    /// The measures of this choice as it stands: what was issued keeps the measures that were allowed then.
    pub fn measures(&self) -> Form {
        let mut form = Form {
            margins: Margins {
                top: self.margin_top,
                bottom: self.margin_bottom,
                left: self.margin_left,
                right: self.margin_right,
            },
            line_spacing: self.line_spacing,
            indent: self.indent,
            paragraph_gap: self.paragraph_gap,
            short_rule: self.short_rule,
            ..Form::default()
        };
        let looks = &mut form.looks;
        let set = |size: f32, looks: &mut [&mut Look]| looks.iter_mut().for_each(|look| look.size = size);
        set(self.name_size, &mut [&mut looks.national_name, &mut looks.parent, &mut looks.agency]);
        set(self.motto_size, &mut [&mut looks.motto, &mut looks.place_and_date]);
        set(
            self.title_size,
            &mut [&mut looks.kind, &mut looks.summary, &mut looks.annex_title, &mut looks.authority],
        );
        set(self.letter_summary_size, &mut [&mut looks.letter_summary]);
        set(self.table_size, &mut [&mut looks.table_head, &mut looks.table_cell]);
        set(self.signature_size, &mut [&mut looks.position, &mut looks.signer]);
        set(self.address_size, &mut [&mut looks.address]);
        set(self.page_number_size, &mut [&mut looks.page_number]);
        set_body(&mut form, self.body_size);
        form
    }
}

fn set_body(form: &mut Form, size: f32) {
    let looks = &mut form.looks;
    for look in [
        &mut looks.body,
        &mut looks.citation,
        &mut looks.article_label,
        &mut looks.heading,
        &mut looks.addressees,
        &mut looks.annex_reference,
    ] {
        look.size = size;
    }
}

/// A document made to fit on fewer pages.
#[derive(Debug, Clone)]
pub struct Fitted {
    /// The tightened layout.
    pub layout: Layout,
    /// The measures it was set with, all within the decree's ranges.
    pub form: Form,
    /// What was tightened, Vietnamese, gentlest first.
    pub changes: Vec<&'static str>,
}

/// One way to win room, and what it is called.
type Tightening = (&'static str, fn(&mut Form) -> bool);

/// The ways to win room, gentlest first. Each says whether there was room to win.
const TIGHTENINGS: [Tightening; 7] = [
    ("Giãn dòng 1,05", |form| less(&mut form.line_spacing, 1.05)),
    ("Giãn dòng đơn", |form| less(&mut form.line_spacing, 1.0)),
    ("Khoảng ký tên 25 mm", |form| less(&mut form.signature_room, 25.0)),
    ("Lề phải 17,5 mm", |form| less(&mut form.margins.right, 17.5)),
    ("Lề phải 15 mm", |form| less(&mut form.margins.right, 15.0)),
    ("Cỡ chữ nội dung 13,5", |form| body(form, 13.5)),
    ("Cỡ chữ nội dung 13", |form| body(form, 13.0)),
];

fn less(value: &mut f32, wished: f32) -> bool {
    let changes = *value > wished;
    *value = value.min(wished);
    changes
}

fn body(form: &mut Form, size: f32) -> bool {
    let changes = form.looks.body.size > size;
    if changes {
        set_body(form, size);
    }
    changes
}

/// Tightens spacing, right margin and text size, gently and within the decree's ranges, until the document takes
/// fewer pages than with `form`; none when even the tightest does not.
pub fn fit(document: &Document, fonts: &Fonts, form: &Form) -> Option<Fitted> {
    let pages = lay_out_with(document, fonts, form).pages.len();
    let mut form = form.clone();
    let mut changes = Vec::new();
    for (name, tighten) in TIGHTENINGS {
        if !tighten(&mut form) {
            continue;
        }
        changes.push(name);
        let layout = lay_out_with(document, fonts, &form);
        if layout.pages.len() < pages {
            return Some(Fitted { layout, form, changes });
        }
    }
    None
}
