//! The form of papers: what the agency chooses within the ranges of Decree 30/2020/NĐ-CP, and the serif.
//!
//! The archive keeps only what was chosen; everything else is as in the decree's sample. Not here: laying out
//! (`layout`), the measures and their ranges (`typesetting`).

use crate::{
    Office,
    layout::{TIMES, serif_of},
    problem::internal,
    wire::*,
};
use archive::Action;
use chrono::Datelike;
use commendation::{AwardCategory, Catalogue, Honoree, HonoreeType};
use drafting::{Facts, ListEntry, RoundFacts, Values, draft};
use std::collections::BTreeMap;
use typesetting::{ALLOWED, Allowed, HouseStyle, OutOfRange, Part, Span, Unit, decimal};

/// Settings of the archive: measures by key as JSON, and the serif.
const MEASURES: &str = "house_style";
const SERIF: &str = "serif";

/// The paper that shows what measures do: it has a head, grounds, articles, a signature and a table.
const SAMPLE: &str = "decision-commendation";

#[allow(missing_docs)] // each command is described once, in the registry
impl Office {
    pub fn style(&mut self, _: Nothing) -> Result<Style, Problem> {
        let style = self.house_style()?;
        let choice = self.serif_choice()?;
        let why = match choice {
            SerifChoice::Times => self.times().as_ref().err().cloned(),
            SerifChoice::Liberation => None,
        };
        let family = serif_of(self.faces(choice)).family;
        Ok(Style {
            measures: ALLOWED.iter().map(|measure| shown(measure, &style)).collect(),
            serif: SerifInUse { choice, family, why },
        })
    }

    pub fn save_style(&mut self, request: SaveStyle) -> Result<Style, Problem> {
        let SaveStyle { reset, set, serif } = request;
        let mut style = if reset { HouseStyle::default() } else { self.house_style()? };
        choose(&mut style, &set)?;
        let mut done: Vec<String> = Vec::new();
        if reset {
            done.push("Trở về thể thức mẫu của Nghị định 30/2020/NĐ-CP".to_owned());
        }
        if !set.is_empty() {
            done.push(format!("Đổi thể thức văn bản: {}", in_words(&style, &set)));
        }
        if let Some(choice) = serif {
            done.push(match choice {
                SerifChoice::Times => format!("Chọn phông {TIMES} của máy khi có"),
                SerifChoice::Liberation => "Chọn phông Liberation Serif của chương trình".to_owned(),
            });
        }
        let measures = serde_json::to_string(&chosen(&style)).map_err(|error| internal(&error))?;
        self.archive.transact(Action::new(done.join("; ")), &self.stamp(), |tx| {
            if reset || !set.is_empty() {
                tx.set_setting(MEASURES, &measures)?;
            }
            if let Some(choice) = serif {
                tx.set_setting(SERIF, word(choice))?;
            }
            Ok::<_, Problem>(())
        })?;
        self.style(Nothing {})
    }

    pub fn preview_style(&mut self, request: PreviewStyle) -> Result<Pages, Problem> {
        let mut style = self.house_style()?;
        choose(&mut style, &request.set)?;
        let template = drafting::template(SAMPLE).ok_or_else(|| internal(&"no sample paper"))?;
        let values = Values::from([("proposer".to_owned(), "Chánh Văn phòng".to_owned())]);
        let drafted = draft(template, &self.sample_facts()?, &values, self.stamp().at);
        let laid = self.lay_out_in(style, self.serif_choice()?, &(&drafted).into())?;
        // What the sample paper says is nobody's to mend.
        Ok(Pages { findings: Vec::new(), ..laid.shown(request.from, request.count, Vec::new()) })
    }

    /// The agency's choice. A measure that the ranges of this version no longer allow is as in the decree's sample.
    pub(crate) fn house_style(&self) -> Result<HouseStyle, Problem> {
        let mut style = HouseStyle::default();
        let Some(text) = self.archive.settings()?.remove(MEASURES) else { return Ok(style) };
        let chosen: BTreeMap<String, f32> = serde_json::from_str(&text).map_err(|error| internal(&error))?;
        for (key, value) in chosen {
            if let Some(measure) = measure(&key) {
                let _ = measure.choose(&mut style, value);
            }
        }
        Ok(style)
    }

    /// The officer's choice of serif: Times New Roman, as the decree asks, unless she said otherwise.
    pub(crate) fn serif_choice(&self) -> Result<SerifChoice, Problem> {
        let chosen = self.archive.settings()?.remove(SERIF);
        let liberation = chosen.as_deref() == Some(word(SerifChoice::Liberation));
        Ok(if liberation { SerifChoice::Liberation } else { SerifChoice::Times })
    }

    /// The agency with a round of invented honorees.
    fn sample_facts(&self) -> Result<Facts, Problem> {
        let today = self.today();
        let kind = Catalogue::bundled().kind("commendation-department-director");
        let entry = |honoree_type, name: &str, position: Option<&str>| ListEntry {
            id: String::new(),
            honoree: Honoree {
                honoree_type,
                name: name.to_owned(),
                gender: None,
                birth: None,
                position: position.map(str::to_owned),
                unit: Some("Sở Tư pháp".to_owned()),
            },
            kind: kind.map(|kind| kind.id.clone()).unwrap_or_default(),
            kind_name: kind.map(|kind| kind.name.clone()).unwrap_or_default(),
            category: Some(AwardCategory::Form),
            authority: kind.map(|kind| kind.authority),
            achievement: "đã có thành tích xuất sắc trong công tác".to_owned(),
            prize: None,
            unverified_kind: None,
            unverified_salary: None,
            pending: false,
            questioned: false,
            decision: None,
            decision_date: None,
        };
        let entries = vec![
            entry(HonoreeType::Collective, "Văn phòng", None),
            entry(HonoreeType::Individual, "Nguyễn Văn An", Some("Chuyên viên")),
            entry(HonoreeType::Individual, "Trần Thị Bình", Some("Phó Trưởng phòng")),
        ];
        let name = format!("Tổng kết năm {}", today.year());
        let round = RoundFacts { name, year: today.year(), entries };
        let agency = self.archive.agency_on(today)?.unwrap_or_default();
        Ok(Facts { agency, today, round: Some(round), ..Facts::default() })
    }
}

fn measure(key: &str) -> Option<Allowed> {
    ALLOWED.into_iter().find(|measure| measure.key == key)
}

/// Chooses measures by key, or says which is unknown or outside its range.
fn choose(style: &mut HouseStyle, set: &BTreeMap<String, f64>) -> Result<(), Problem> {
    for (key, value) in set {
        let measure = measure(key).ok_or_else(|| unknown(key))?;
        measure.choose(style, *value as f32).map_err(|outside| out_of_range(&outside))?;
    }
    Ok(())
}

/// What differs from the decree's sample.
fn chosen(style: &HouseStyle) -> BTreeMap<&'static str, f32> {
    let sample = HouseStyle::default();
    let differs = ALLOWED.into_iter().filter(|measure| measure.of(style) != measure.of(&sample));
    differs.map(|measure| (measure.key, measure.of(style))).collect()
}

/// `Lề trái 35 mm, Cỡ chữ nội dung 13 pt`, in the order of a paper.
fn in_words(style: &HouseStyle, set: &BTreeMap<String, f64>) -> String {
    let named = ALLOWED.into_iter().filter(|measure| set.contains_key(measure.key));
    let words = named
        .map(|measure| format!("{} {} {}", measure.label, decimal(measure.of(style)), measure.unit.word()));
    words.collect::<Vec<_>>().join(", ")
}

fn shown(measure: &Allowed, style: &HouseStyle) -> Measure {
    Measure {
        key: measure.key.to_owned(),
        part: match measure.part {
            Part::Margins => PaperPart::Margins,
            Part::Head => PaperPart::Head,
            Part::Text => PaperPart::Text,
            Part::Table => PaperPart::Table,
            Part::Signature => PaperPart::Signature,
            Part::Other => PaperPart::Other,
        },
        label: measure.label.to_owned(),
        label_en: measure.label_en.to_owned(),
        unit: match measure.unit {
            Unit::Millimetre => MeasureUnit::Millimetre,
            Unit::Point => MeasureUnit::Point,
            Unit::Times => MeasureUnit::Times,
        },
        value: exact(measure.of(style)),
        smallest: exact(measure.smallest),
        largest: exact(measure.largest),
        span: match measure.span {
            Span::Whole => MeasureSpan::Whole,
            Span::Ends => MeasureSpan::Ends,
            Span::AtLeast => MeasureSpan::AtLeast,
        },
        article: measure.article.to_owned(),
        sample: exact(measure.of(&HouseStyle::default())),
    }
}

/// 12.7 as 12.7 and not as 12.699999809: three places are more than any measure needs.
fn exact(value: f32) -> f64 {
    (f64::from(value) * 1000.0).round() / 1000.0
}

fn word(choice: SerifChoice) -> &'static str {
    match choice {
        SerifChoice::Times => "times",
        SerifChoice::Liberation => "liberation",
    }
}

fn out_of_range(outside: &OutOfRange) -> Problem {
    let Allowed { key, label, label_en, smallest, largest, article, .. } = outside.allowed;
    Problem::new("measure-out-of-range", outside.to_string())
        .hint(format!("Hãy ghi {}.", outside.allowed.range()))
        .field(key)
        .value("label", label)
        .value("labelEn", label_en)
        .value("value", outside.value.to_string())
        .value("smallest", smallest.to_string())
        .value("largest", largest.to_string())
        .value("article", article)
}

fn unknown(key: &str) -> Problem {
    let known: Vec<&str> = ALLOWED.iter().map(|measure| measure.key).collect();
    Problem::new("unknown-measure", format!("Thể thức văn bản không có mục “{key}”."))
        .hint(format!("Các mục: {}.", known.join(", ")))
        .field(key)
        .value("key", key)
}
