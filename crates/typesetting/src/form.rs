//! The measures of Decree 30/2020/NĐ-CP as data: each element's size, style, case and spacing, with the article.
//!
//! "PL I" is appendix I of the decree, "I.II.6" its part I, section II, item 6. Where the decree gives a range the
//! value here is the one printed in its own table of samples (PL I.I.V), unless a comment says otherwise.
//! Not here: what the text says, or how a line or a page is broken.

use document::Urgency;

/// Points in a millimetre.
pub const MM: f32 = 72.0 / 25.4;

/// How an element's letters look.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// Size in points.
    pub size: f32,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// Where the decree says so.
    pub article: &'static str,
}

const fn look(size: f32, bold: bool, italic: bool, article: &'static str) -> Look {
    Look { size, bold, italic, article }
}

/// All measures of a paper. An agency may change them within the decree's ranges.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    /// Margins in millimetres: top 20 to 25, bottom 20 to 25, left 30 to 35, right 15 to 20 (PL I.I.I.3).
    pub margins: Margins,
    /// Share of the text width for the left column of the head: 69 of 172 mm in the decree's sample file.
    pub head_left_share: f32,
    /// Baseline distance of running text as a multiple of single spacing: 1 to 1.5 (PL I.I.II.6.e).
    pub line_spacing: f32,
    /// First-line indent in millimetres: 10 or 12.7 (PL I.I.II.6.e).
    pub indent: f32,
    /// Points between paragraphs: at least 6 (PL I.I.II.6.e).
    pub paragraph_gap: f32,
    /// Millimetres left free for the signature between position and name.
    pub signature_room: f32,
    /// Width in millimetres of the field for the person's signature.
    pub signature_width: f32,
    /// Width and height in millimetres of the field for the seal, in the size of the real one (PL I.I.II.8.a).
    pub seal_size: f32,
    /// Thickness in points of the rules under names and titles.
    pub rule: f32,
    /// Thickness in points of table borders.
    pub border: f32,
    /// Length of the short rules as a share of the line they stand under, the last one of a name or an abstract of
    /// several lines: 1/3 to 1/2 (PL I.I.II.2.b, 5.b).
    pub short_rule: f32,
    /// Height in millimetres of the boxes of urgency and circulation (PL I.I.III.2.b).
    pub mark_height: f32,
    /// The elements.
    pub looks: Looks,
}

/// Page margins in millimetres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Margins {
    /// Top.
    pub top: f32,
    /// Bottom.
    pub bottom: f32,
    /// Left.
    pub left: f32,
    /// Right.
    pub right: f32,
}

/// The look of each element, by the decree's table (PL I.I.V).
#[derive(Debug, Clone, PartialEq)]
pub struct Looks {
    /// National name (Quốc hiệu).
    pub national_name: Look,
    /// Motto (Tiêu ngữ); the rule below is exactly as long as its text.
    pub motto: Look,
    /// The agency above the issuer.
    pub parent: Look,
    /// The issuing agency.
    pub agency: Look,
    /// Number and symbol.
    pub number: Look,
    /// Place and date.
    pub place_and_date: Look,
    /// Type of document.
    pub kind: Look,
    /// Abstract of a typed document.
    pub summary: Look,
    /// Abstract of an official letter, below the number.
    pub letter_summary: Look,
    /// Whose power it is issued by, and the words of command.
    pub authority: Look,
    /// Legal ground.
    pub citation: Look,
    /// Running text.
    pub body: Look,
    /// `Điều 1.`
    pub article_label: Look,
    /// Headings inside the body.
    pub heading: Look,
    /// `Kính gửi:`
    pub addressees: Look,
    /// `Nơi nhận:`
    pub distribution_lead: Look,
    /// The list below it.
    pub distribution: Look,
    /// Power and position of the signer.
    pub position: Look,
    /// The signer's name.
    pub signer: Look,
    /// `Phụ lục I`
    pub annex_label: Look,
    /// The annex's title.
    pub annex_title: Look,
    /// `(Kèm theo …)`
    pub annex_reference: Look,
    /// Table head.
    pub table_head: Look,
    /// Table cells.
    pub table_cell: Look,
    /// Page number.
    pub page_number: Look,
    /// `HỎA TỐC` and the like, red in a red box.
    pub urgency: Look,
    /// `LƯU HÀNH NỘI BỘ` and the like, in a box.
    pub circulation: Look,
    /// Drafter's mark and number of copies.
    pub drafter: Look,
    /// Address line at the foot of page 1.
    pub address: Look,
    /// Text of the agency's electronic signature.
    pub stamp: Look,
    /// `SAO Y`, `SAO LỤC`, `TRÍCH SAO`.
    pub copy_form: Look,
}

/// Width in millimetres of the box of an urgency (PL I.I.III.2.b).
pub fn urgency_width(urgency: Urgency) -> f32 {
    match urgency {
        Urgency::Express => 30.0,
        Urgency::VeryUrgent => 40.0,
        Urgency::Urgent => 20.0,
    }
}

impl Default for Margins {
    fn default() -> Self {
        Margins { top: 20.0, bottom: 20.0, left: 30.0, right: 20.0 }
    }
}

impl Default for Form {
    fn default() -> Self {
        Form {
            margins: Margins::default(),
            head_left_share: 69.0 / 172.0,
            line_spacing: 1.1,
            indent: 12.7,
            paragraph_gap: 6.0,
            signature_room: 30.0,
            signature_width: 50.0,
            seal_size: 36.0,
            rule: 0.75,
            border: 0.5,
            short_rule: 0.4,
            mark_height: 8.0,
            looks: Looks::default(),
        }
    }
}

impl Default for Looks {
    fn default() -> Self {
        Looks {
            national_name: look(12.0, true, false, "PL I.I.II.1.a: 12-13, upright, bold"),
            motto: look(13.0, true, false, "PL I.I.II.1.b: 13-14, upright, bold"),
            parent: look(12.0, false, false, "PL I.I.II.2.b: 12-13, upright"),
            agency: look(12.0, true, false, "PL I.I.II.2.b: 12-13, upright, bold"),
            number: look(13.0, false, false, "PL I.I.II.3.c: 13, upright"),
            place_and_date: look(13.0, false, true, "PL I.I.II.4.c: 13-14, italic"),
            kind: look(14.0, true, false, "PL I.I.II.5.b: 13-14, upright, bold"),
            summary: look(14.0, true, false, "PL I.I.II.5.b: 13-14, upright, bold"),
            letter_summary: look(12.0, false, false, "PL I.I.II.5.b: 12-13, upright, 6 pt below the number"),
            authority: look(14.0, true, false, "PL III.II, form 1.2"),
            citation: look(14.0, false, true, "PL I.I.II.6.a: 13-14, italic"),
            body: look(14.0, false, false, "PL I.I.II.6.e: 13-14, upright"),
            article_label: look(14.0, true, false, "PL I.I.II.6.đ: as the body, bold"),
            heading: look(14.0, true, false, "PL I.I.II.6.đ: 13-14, upright, bold"),
            addressees: look(14.0, false, false, "PL I.I.II.9.d: 13-14, upright"),
            distribution_lead: look(12.0, true, true, "PL I.I.II.9.d: 12, bold italic"),
            distribution: look(11.0, false, false, "PL I.I.II.9.d: 11, upright"),
            position: look(14.0, true, false, "PL I.I.II.7.đ: 13-14, upright, bold"),
            signer: look(14.0, true, false, "PL I.I.II.7.đ: 13-14, upright, bold"),
            annex_label: look(14.0, true, false, "PL I.I.III.1.b: 14, upright, bold"),
            annex_title: look(14.0, true, false, "PL I.I.III.1.b: 13-14, upright, bold"),
            annex_reference: look(14.0, false, true, "PL I.I.III.1.c: 13-14, italic"),
            table_head: look(13.0, true, false, "PL I.I.II.6.e: 13-14"),
            table_cell: look(13.0, false, false, "PL I.I.II.6.e: 13-14"),
            page_number: look(14.0, false, false, "PL I.I.I.7: 13-14, upright, centred in the top margin"),
            urgency: look(13.0, true, false, "PL I.I.III.2.b: 13-14, upright, bold, red, boxed"),
            circulation: look(13.0, true, false, "PL I.I.III.2.c: 13-14, upright, bold, boxed"),
            drafter: look(11.0, false, false, "PL I.I.III.3: 11, upright"),
            address: look(11.0, false, false, "PL I.I.III.4: 11-12, upright, below a rule across the text"),
            stamp: look(10.0, false, false, "PL I.I.III.1.d: 10, upright"),
            copy_form: look(14.0, true, false, "PL I.II.II.2.b: 13-14, upright, bold"),
        }
    }
}
