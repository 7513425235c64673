//! The form: what each field holds, its holes, and patterns filled with fields and facts.

use crate::expression::{Evaluator, Outcome, Pattern, Piece};
use crate::template::{FieldSpec, Template};
use crate::{Facts, Field, FieldKind, HOLE, ListEntry, Section, Values, context};
use chrono::{Datelike, NaiveDate};
use commendation::long_date;
use document::{Diagnostic, Run, Severity, Style, Text};
use minijinja::Value;
use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::UnicodeNormalization;

/// A blank that is filled by hand or by the registry.
pub(crate) const BLANK: &str = "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}";

/// What stands where an electronic paper leaves a place open.
const DOTS: &str = "…";

/// A form filled from facts and values.
pub(crate) struct Form<'a> {
    evaluator: Evaluator,
    template: &'a Template,
    roots: BTreeMap<&'static str, Value>,
    context: Value,
    values: BTreeMap<String, String>,
    /// Labels of what was chosen, by field.
    labels: BTreeMap<String, String>,
    year: i32,
    /// Date of issue as it will print.
    pub(crate) date: Option<NaiveDate>,
    /// The form for the editor.
    pub(crate) sections: Vec<Section>,
    /// What was found on the way.
    pub(crate) diagnostics: Vec<Diagnostic>,
    told: BTreeSet<String>,
}

impl<'a> Form<'a> {
    /// Fills every field, in the order of the template: later fields may speak about earlier ones.
    pub(crate) fn fill(
        template: &'a Template,
        facts: &Facts,
        values: &Values,
        entries: &[ListEntry],
    ) -> Self {
        let own_date = values.get("date").map(|text| parse_date(text));
        let date = own_date.unwrap_or(facts.date);
        let roots = context::roots(facts, date, entries);
        // Papers of a conference belong to its year, whenever they are drafted.
        let held = facts.conference.as_ref().and_then(|about| about.conference.date);
        let mut form = Self {
            evaluator: Evaluator::new(),
            template,
            context: context::value(&roots),
            roots,
            values: BTreeMap::new(),
            labels: BTreeMap::new(),
            year: date.or(held).unwrap_or(facts.today).year(),
            date,
            sections: Vec::new(),
            diagnostics: Vec::new(),
            told: BTreeSet::new(),
        };
        for section in &template.sections {
            let fields =
                section.fields.iter().map(|field| form.field(field, values.get(&field.key))).collect();
            form.sections.push(Section {
                id: section.id.clone(),
                title: section.title.clone(),
                title_en: section.title_en.clone(),
                folded: section.folded,
                fields,
            });
        }
        form
    }

    fn field(&mut self, spec: &FieldSpec, own: Option<&String>) -> Field {
        let (value, causes) = match own {
            Some(text) => (clean(text, spec.kind), Vec::new()),
            None => {
                let (text, causes) = self.render(&spec.default);
                // A default that knows nothing is an empty field, not a field full of dots.
                let bare = text.split_whitespace().all(|word| word.trim_matches(['.', ',', ';']) == HOLE);
                (if bare { String::new() } else { clean(&text, spec.kind) }, causes)
            }
        };
        let label = &spec.label;
        if value.is_empty() {
            if spec.may_be_blank {
                self.tell(Severity::Blank, "blank-field", format!("Để trống: {label}."), Some(&spec.key));
            } else if !spec.optional {
                let message = with_causes(format!("Còn thiếu: {label}."), &causes);
                self.tell(Severity::Error, "missing-field", message, Some(&spec.key));
            }
        } else if value.contains(HOLE) {
            let message = with_causes(format!("Còn chỗ trống trong: {label}."), &causes);
            self.tell(Severity::Error, "missing-field", message, Some(&spec.key));
        } else if spec.kind == FieldKind::Date && parse_date(&value).is_none() {
            let message = format!("{label}: không hiểu ngày “{value}”; viết theo dạng năm-tháng-ngày.");
            self.tell(Severity::Error, "bad-date", message, Some(&spec.key));
        } else if spec.kind == FieldKind::Choice && spec.options.iter().all(|option| option.value != value) {
            let known: Vec<&str> = spec.options.iter().map(|option| option.value.as_str()).collect();
            let message =
                format!("{label}: không có lựa chọn “{value}”; chọn một trong: {}.", known.join(", "));
            self.tell(Severity::Error, "bad-choice", message, Some(&spec.key));
        } else if spec.kind == FieldKind::Number && !is_number(&value) {
            let message =
                format!("{label}: “{value}” không phải là số văn bản; chỉ ghi số, ví dụ 15 hoặc 15a.");
            self.tell(Severity::Warning, "bad-number", message, Some(&spec.key));
        }
        if let (Some(check), None) = (&spec.check, own) {
            self.tell(Severity::Note, "check-words", format!("{label}: {check}"), Some(&spec.key));
        }
        self.values.insert(spec.key.clone(), value.clone());
        self.roots.insert(
            "fields",
            Value::from_pairs(self.values.iter().map(|(key, text)| (key.as_str(), text.as_str()))),
        );
        if let Some(chosen) = spec.options.iter().find(|option| option.value == value) {
            self.labels.insert(spec.key.clone(), chosen.label.clone());
            self.roots.insert(
                "labels",
                Value::from_pairs(self.labels.iter().map(|(key, text)| (key.as_str(), text.as_str()))),
            );
        }
        self.context = context::value(&self.roots);
        let note = self.render(&spec.note).0;
        Field {
            key: spec.key.clone(),
            label: spec.label.clone(),
            label_en: spec.label_en.clone(),
            kind: spec.kind,
            value,
            own: own.is_some(),
            may_be_blank: spec.may_be_blank,
            note: note.trim().to_owned(),
            options: spec.options.clone(),
        }
    }

    /// The pattern as text with what is missing; a hole where an expression has no value.
    fn render(&self, pattern: &Pattern) -> (String, Vec<String>) {
        let mut text = String::new();
        let mut causes = Vec::new();
        for piece in &pattern.pieces {
            match piece {
                Piece::Literal(literal) => text.push_str(literal),
                Piece::Expression(source) => match self.evaluator.text(source, &self.context) {
                    Outcome::Text(value) => text.push_str(&value.nfc().collect::<String>()),
                    Outcome::Missing(names) => {
                        text.push_str(HOLE);
                        causes.extend(names.iter().filter_map(|name| cause(name)).map(str::to_owned));
                    }
                },
                Piece::Field(key) => text.push_str(self.values.get(key).map_or("", String::as_str)),
                Piece::Number | Piece::Date => text.push_str(HOLE),
            }
        }
        (text, causes)
    }

    /// Tells something once.
    pub(crate) fn tell(&mut self, severity: Severity, code: &str, message: String, field: Option<&str>) {
        if self.told.insert(format!("{code} {field:?} {message}")) {
            let field = field.map(str::to_owned);
            self.diagnostics.push(Diagnostic { severity, code: code.to_owned(), message, field });
        }
    }

    /// Whether a block's condition holds.
    pub(crate) fn holds(&self, when: Option<&String>) -> bool {
        when.is_none_or(|source| self.evaluator.holds(source, &self.context))
    }

    /// True where the officer wrote the field.
    pub(crate) fn is_own(&self, key: &str) -> bool {
        self.sections.iter().flat_map(|section| &section.fields).any(|field| field.key == key && field.own)
    }

    /// The value of a field.
    pub(crate) fn value(&self, key: &str) -> &str {
        self.values.get(key).map_or("", String::as_str)
    }

    /// The pattern as text for the page. A field that is empty but needed leaves a hole.
    pub(crate) fn text(&mut self, pattern: &Pattern) -> Text {
        let mut runs: Vec<Run> = Vec::new();
        for (index, piece) in pattern.pieces.iter().enumerate() {
            match piece {
                Piece::Literal(literal) => runs.push(run(literal, None)),
                Piece::Expression(source) => match self.evaluator.text(source, &self.context) {
                    Outcome::Text(value) => runs.extend(split_holes(&clean_text(&value), None)),
                    Outcome::Missing(names) => {
                        runs.push(hole(HOLE, None));
                        for cause in names.iter().filter_map(|name| cause(name)) {
                            self.tell(Severity::Error, "missing-fact", format!("Còn thiếu: {cause}."), None);
                        }
                    }
                },
                Piece::Field(key) => {
                    // Inside a sentence the field's own closing mark would end it too early.
                    let stop = matches!(pattern.pieces.get(index + 1), Some(Piece::Literal(_)));
                    runs.extend(self.field_runs(key, stop));
                }
                Piece::Number => runs.extend(self.number_runs()),
                Piece::Date => runs.extend(self.date_runs()),
            }
        }
        Text { runs: join_runs(runs) }
    }

    /// The field's value as runs; its closing mark left off where the pattern goes on.
    fn field_runs(&self, key: &str, stop: bool) -> Vec<Run> {
        let value = self.value(key);
        let value = if stop { without_stop(value) } else { value };
        if value.is_empty() {
            let optional = self.template.fields().any(|field| field.key == key && field.optional);
            return if optional { Vec::new() } else { vec![hole(HOLE, Some(key))] };
        }
        split_holes(value, Some(key))
    }

    /// Each line of a field as text; one hole when it is empty and needed.
    pub(crate) fn lines(&self, key: &str) -> Vec<Text> {
        let value = self.value(key);
        if value.is_empty() {
            let runs = self.field_runs(key, false);
            return if runs.is_empty() { Vec::new() } else { vec![Text { runs }] };
        }
        value.lines().map(|line| Text { runs: split_holes(line, Some(key)) }).collect()
    }

    /// `15/QĐ-STP`, or a blank before the stroke.
    pub(crate) fn number_runs(&self) -> Vec<Run> {
        let number = self.value("number");
        let padded = match number.parse::<u32>() {
            Ok(count) if count < 10 => format!("{count:02}"),
            _ => number.to_owned(),
        };
        let mut runs =
            vec![if padded.is_empty() { hole(BLANK, Some("number")) } else { run(&padded, Some("number")) }];
        if !padded.contains('/') {
            runs.push(run("/", None));
            runs.extend(self.field_runs("symbol", false));
        }
        runs
    }

    /// The pattern with dots for number and date: an electronic paper's annex leaves them open (Decree 30/2020/NĐ-CP,
    /// appendix I, part I, section III.1.c).
    pub(crate) fn text_left_open(&mut self, pattern: &Pattern) -> Text {
        let open = |piece: &Piece| match piece {
            Piece::Number => Piece::Literal(format!("{DOTS}/{DOTS}")),
            Piece::Date => Piece::Literal(format!("ngày {DOTS} tháng {DOTS} năm {DOTS}")),
            other => other.clone(),
        };
        self.text(&Pattern { pieces: pattern.pieces.iter().map(open).collect() })
    }

    /// `ngày 05 tháng 01 năm 2026`, or blanks for day and month.
    pub(crate) fn date_runs(&self) -> Vec<Run> {
        match self.date {
            Some(date) => vec![run(&long_date(date), Some("date"))],
            None => vec![
                run("ngày", None),
                hole(BLANK, Some("date")),
                run("tháng", None),
                hole(BLANK, Some("date")),
                run(&format!("năm {}", self.year), Some("date")),
            ],
        }
    }
}

/// A message with what it comes from.
fn with_causes(message: String, causes: &[String]) -> String {
    let mut seen = BTreeSet::new();
    let causes: Vec<&str> = causes.iter().map(String::as_str).filter(|cause| seen.insert(*cause)).collect();
    if causes.is_empty() { message } else { format!("{message} Cần có: {}.", causes.join("; ")) }
}

/// What to add so that the name has a value; none for names that say nothing to people.
fn cause(name: &str) -> Option<&'static str> {
    Some(match name {
        "agency.signer" => "người ký (trang Thiết lập)",
        "agency.council" => "tên Hội đồng (trang Thiết lập)",
        "agency.name" | "agency.head" | "agency.full" | "agency.head_full" => {
            "tên cơ quan và chức danh người đứng đầu (trang Thiết lập)"
        }
        name if name.starts_with("agency") => "thông tin cơ quan (trang Thiết lập)",
        name if name.starts_with("minutes") => "ngày họp Hội đồng (Biên bản họp của đợt này)",
        name if name.starts_with("submission") => "số, ngày của Tờ trình",
        name if name.starts_with("law") => "căn cứ pháp lý của thời điểm này",
        name if name.starts_with("list") => "danh sách tập thể, cá nhân của đợt này",
        name if name.starts_with("round") => "đợt khen thưởng",
        "conference.period" => "giai đoạn tổng kết (trang Hội nghị)",
        "conference.next" => "giai đoạn tới (trang Hội nghị)",
        "conference.date" => "ngày tổ chức hội nghị (trang Hội nghị)",
        "conference.honours" => "khen thưởng trao tại hội nghị (trang Hội nghị)",
        "conference.own_awards" => "khen thưởng của cơ quan trong giai đoạn (ghi vào Tra cứu)",
        name if name.starts_with("conference") => "thông tin hội nghị (trang Hội nghị)",
        _ => return None,
    })
}

/// True for the number of a paper as the registry gives it: `15`, `07`, `15a`.
pub fn is_number(text: &str) -> bool {
    let digits = text.trim_end_matches(char::is_alphabetic);
    let suffix = text.chars().count() - digits.chars().count();
    !digits.is_empty()
        && digits.len() <= 7
        && suffix <= 1
        && digits.chars().all(|c| c.is_ascii_digit())
        && digits.chars().any(|c| c != '0')
}

/// ISO 8601, or the way people write a date.
pub fn parse_date(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    text.parse().ok().or_else(|| NaiveDate::parse_from_str(text, "%d/%m/%Y").ok())
}

/// One normal form, no control characters but line ends.
pub(crate) fn clean_text(text: &str) -> String {
    text.nfc().filter(|c| *c == '\n' || !c.is_control()).collect()
}

/// A field's text as its kind wants it: one line, or lines without blank ones.
fn clean(text: &str, kind: FieldKind) -> String {
    let text = clean_text(&text.replace('\t', " "));
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let joint = if matches!(kind, FieldKind::Paragraphs | FieldKind::Entries) { "\n" } else { " " };
    lines.collect::<Vec<_>>().join(joint)
}

/// Without the mark that closes a sentence or an entry.
pub(crate) fn without_stop(text: &str) -> &str {
    text.trim_end().trim_end_matches("./.").trim_end_matches(['.', ';', ',', ' '])
}

pub(crate) fn run(text: &str, field: Option<&str>) -> Run {
    Run { text: text.to_owned(), style: Style::default(), field: field.map(str::to_owned), hole: false }
}

pub(crate) fn hole(text: &str, field: Option<&str>) -> Run {
    Run { hole: true, ..run(text, field) }
}

/// The text as runs, holes apart.
pub(crate) fn split_holes(text: &str, field: Option<&str>) -> Vec<Run> {
    let mut runs = Vec::new();
    for (index, part) in text.split(HOLE).enumerate() {
        if index > 0 {
            runs.push(hole(HOLE, field));
        }
        if !part.is_empty() {
            runs.push(run(part, field));
        }
    }
    runs
}

/// Neighbours of one origin become one run.
pub(crate) fn join_runs(runs: Vec<Run>) -> Vec<Run> {
    let mut joined: Vec<Run> = Vec::new();
    for next in runs.into_iter().filter(|run| !run.text.is_empty()) {
        match joined.last_mut() {
            Some(last)
                if !last.hole && !next.hole && last.field == next.field && last.style == next.style =>
            {
                last.text.push_str(&next.text);
            }
            _ => joined.push(next),
        }
    }
    joined
}
