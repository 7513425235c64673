//! The form of papers that an agency chooses within the decree's ranges, and the serif they are set in.

use super::Problem;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

wire! {
    /// Measures of papers and their serif, as the agency has chosen them.
    pub struct Style {
        /// Every measure, in the order of a paper.
        measures: Vec<Measure>,
        /// The serif.
        serif: SerifInUse,
    }

    /// A measure of papers, with the range that Decree 30/2020/NĐ-CP allows.
    pub struct Measure {
        /// Key, as in `--set KEY=VALUE`.
        key: String,
        /// The part of a paper it belongs to.
        part: PaperPart,
        /// Vietnamese label.
        label: String,
        /// English label.
        label_en: String,
        /// What it is counted in.
        unit: MeasureUnit,
        /// The agency's choice.
        value: f64,
        /// Smallest value.
        smallest: f64,
        /// Largest value.
        largest: f64,
        /// Which of these values are allowed.
        span: MeasureSpan,
        /// The article of the decree, in Vietnamese.
        article: String,
        /// As in the decree's sample.
        sample: f64,
    }

    /// Which serif papers are set in, and why.
    pub struct SerifInUse {
        /// What the officer chose.
        choice: SerifChoice,
        /// Family in use.
        family: String,
        /// Why it is not the one chosen.
        why: Option<Problem>,
    }

    /// Changes the form of papers. What is left out stays.
    pub struct SaveStyle {
        /// First goes back to the decree's sample in every measure.
        reset: bool,
        /// Measures by key.
        set: BTreeMap<String, f64>,
        /// The serif.
        serif: Option<SerifChoice>,
    }

    /// Lays a sample paper out with measures that are not saved yet. Nothing is written.
    pub struct PreviewStyle {
        /// Measures by key.
        set: BTreeMap<String, f64>,
        /// First page wanted, from 0.
        from: u32,
        /// How many pages.
        count: u32,
    }
}

wire_enum! {
    /// A part of a paper.
    pub enum PaperPart {
        /// Lề trang.
        Margins,
        /// Phần đầu.
        Head,
        /// Nội dung.
        Text,
        /// Bảng.
        Table,
        /// Chữ ký.
        Signature,
        /// Khác.
        Other,
    }

    /// What a measure is counted in.
    pub enum MeasureUnit {
        /// Millimetres.
        Millimetre,
        /// Points.
        Point,
        /// Times the thing its label names.
        Times,
    }

    /// Which values of a range are allowed.
    pub enum MeasureSpan {
        /// Every one.
        Whole,
        /// The smallest and the largest, nothing between.
        Ends,
        /// Every one; the decree names the smallest only, the largest is the program's own.
        AtLeast,
    }

    /// The serif of papers.
    pub enum SerifChoice {
        /// Times New Roman of this PC where it has it and allows embedding, else Liberation Serif.
        Times,
        /// Liberation Serif, as the program carries it.
        Liberation,
    }
}
