//! The rows of a list, from the heads down: sections, totals, signatures, and the rows that nominate.
//!
//! The understanding of one nominating row is in `nominee.rs`.

use crate::heads::{Heads, Merged, find_heads};
use crate::legacy::convert_sheet;
use crate::list::RecogniseOptions;
use crate::nominee::{Known, looks_like_person, nominate};
use crate::workbook::{Sheet, Value};
use crate::{
    ColumnMeaning, ExchangeError, Inference, LegacyEncoding, ListRow, ListTitle, NominationList, RowProblem,
    RowVerdict,
};
use commendation::text::{clean, fold, opens_as_collective, split_title};
use commendation::{AwardCategory, HonoreeType, Recognised};
use std::collections::HashMap;

/// A gap of blank rows longer than this is not shown row by row.
const BLANKS_SHOWN: u32 = 20;

/// Reads the list of one sheet; rows that repeat each other are not marked yet.
pub(crate) fn read(sheet: &Sheet, options: &RecogniseOptions<'_>) -> Result<NominationList, ExchangeError> {
    let converted = convert_sheet(sheet, options.encoding);
    let sheet = &converted.sheet;
    let merged = Merged::new(sheet);
    let heads = find_heads(sheet, &merged, options)
        .ok_or_else(|| ExchangeError::NoList { place: sheet.name.clone() })?;
    let title = title_above(sheet, &heads);
    let stated = sole_mention(&title.text, options);
    let titled_award = stated.clone().or_else(|| own_mention(&title.text, options));
    let mut reader = Reader {
        sheet,
        merged,
        options,
        width: sheet.width(),
        known: Known {
            titled_assumed: stated.is_none() && titled_award.is_some(),
            titled_award,
            titled_type: type_named(&title.text, &sheet.name),
            awards: HashMap::new(),
            converted: converted.from,
        },
        sections: Vec::new(),
        ended: false,
        since: 0,
        total_goes_on: None,
        rows: Vec::new(),
        heads,
    };
    reader.read();
    let Reader { rows, heads, .. } = reader;
    let mut problems = Vec::new();
    if let Some(from) = converted.from {
        let mut message = format!(
            "Chữ trong trang “{}” theo bảng mã cũ {} và đã được chuyển sang Unicode",
            sheet.name,
            from.name()
        );
        if let Some((before, after)) = &converted.example {
            message.push_str(&format!(", ví dụ “{before}” thành “{after}”"));
        }
        message.push('.');
        let (before, after) = converted.example.clone().unwrap_or_default();
        problems.push(
            RowProblem::new("converted-from-legacy", message)
                .hint("Hãy xem lại vài tên trước khi nhập.")
                .value("encoding", from.name())
                .value("before", before)
                .value("after", after),
        );
    }
    if let Some(cell) = &sheet.left_out {
        let message =
            format!("Ô {cell} và các ô từ cột thứ {} trở đi không được đọc.", crate::MAX_COLUMNS + 1);
        problems.push(RowProblem::new("cells-left-out", message).value("cell", cell));
    }
    problems.extend(
        rows.iter().filter(|r| r.verdict == RowVerdict::Total).flat_map(|r| r.problems.iter().cloned()),
    );
    let mut missing = Vec::new();
    if !heads.has(ColumnMeaning::Name) {
        missing.push(ColumnMeaning::Name);
    }
    if !heads.has(ColumnMeaning::Award) && !rows.iter().any(|r| r.kind.is_some()) {
        missing.push(ColumnMeaning::Award);
    }
    Ok(NominationList {
        sheet: sheet.name.clone(),
        sheets: vec![sheet.name.clone()],
        title,
        header_row: heads.top.map_or(0, |row| row + 1),
        columns: heads.columns,
        rows,
        missing,
        converted_from: converted.from,
        problems,
    })
}

/// The award that a text names, when it names exactly one.
fn sole_mention(text: &str, options: &RecogniseOptions<'_>) -> Option<String> {
    match options.catalogue.mentioned(text, options.date).as_slice() {
        [kind] => Some(kind.name.clone()),
        _ => None,
    }
}

/// The own award of the agency that a title names without saying whose it is: `ĐỀ NGHỊ TẶNG GIẤY KHEN`.
fn own_mention(text: &str, options: &RecogniseOptions<'_>) -> Option<String> {
    if !options.catalogue.mentioned(text, options.date).is_empty() {
        return None;
    }
    let words: Vec<&str> = text.split_whitespace().take(60).collect();
    let mut found: Option<String> = None;
    for pair in words.windows(2) {
        let wording = pair.join(" ");
        match options.catalogue.recognise_for(&wording, None, options.date, options.own_authority) {
            Recognised::Assumed(kind) if found.as_ref().is_none_or(|f| *f == kind.name) => {
                found = Some(kind.name.clone());
            }
            Recognised::Assumed(_) => return None,
            // Another form beside it, such as `BẰNG KHEN`: the title is about both.
            Recognised::Ambiguous(kinds) if kinds.iter().all(|k| k.category == AwardCategory::Form) => {
                return None;
            }
            _ => {}
        }
    }
    found
}

/// The type of honoree that a title or the name of a sheet names, when it names exactly one.
fn type_named(title: &str, sheet: &str) -> Option<HonoreeType> {
    types_in(sheet).or_else(|| types_in(title))
}

fn types_in(text: &str) -> Option<HonoreeType> {
    let folded = format!(" {} ", crate::columns::head_key(text));
    let collective = folded.contains(" tap the ");
    let individual = folded.contains(" ca nhan ");
    let household = folded.contains(" ho gia dinh ") || folded.contains(" gia dinh ");
    match (collective, household, individual) {
        (true, false, false) => Some(HonoreeType::Collective),
        (false, true, false) => Some(HonoreeType::Household),
        (false, false, true) => Some(HonoreeType::Individual),
        _ => None,
    }
}

/// The words above the heads that say what the list is.
fn title_above(sheet: &Sheet, heads: &Heads) -> ListTitle {
    let Some(top) = heads.top else { return ListTitle::default() };
    let mut lines: Vec<String> = Vec::new();
    for row in sheet.rows.iter().take_while(|r| r.index < top) {
        for cell in &row.cells {
            let text = clean(&cell.value.shown());
            let folded = fold(&text);
            let opens =
                ["danh sach", "tong hop", "bang tong hop", "bieu"].iter().any(|w| folded.starts_with(w));
            let goes_on = !lines.is_empty()
                && (folded.contains("khen thuong")
                    || folded.contains("danh hieu")
                    || folded.contains("nam "));
            if opens || goes_on {
                lines.push(text);
            }
        }
    }
    let text = lines.join(" ");
    let year = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|d| d.len() == 4)
        .filter_map(|d| d.parse().ok())
        .rfind(|y| (1945..=2100).contains(y));
    ListTitle { text, year }
}

/// A section that is open.
struct Section {
    style: Style,
    honoree_type: Option<HonoreeType>,
    unit: Option<String>,
    award: Option<String>,
    text: String,
}

/// How the enumerator of a section is written; a section closes those of its own style and the ones inside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Roman,
    Capital,
    Number,
    Small,
    None,
}

struct Reader<'a> {
    sheet: &'a Sheet,
    merged: Merged<'a>,
    options: &'a RecogniseOptions<'a>,
    width: u32,
    known: Known,
    sections: Vec<Section>,
    /// A total or a signature was met: only numbered rows are nominations now.
    ended: bool,
    /// Place in `rows` after the last total.
    since: usize,
    /// Place in the sheet of the row that holds the numbers of the total above it.
    total_goes_on: Option<usize>,
    rows: Vec<ListRow>,
    heads: Heads,
}

impl Reader<'_> {
    fn read(&mut self) {
        let mut last: Option<u32> = None;
        for at in 0..self.sheet.rows.len() {
            let index = self.sheet.rows[at].index;
            if let Some(last) = last
                && index - last - 1 <= BLANKS_SHOWN
            {
                for blank in last + 1..index {
                    let row = self.blank(blank);
                    self.rows.push(row);
                }
            }
            last = Some(index);
            self.row(at);
        }
    }

    fn blank(&self, index: u32) -> ListRow {
        ListRow {
            sheet: self.sheet.name.clone(),
            row: index + 1,
            part: 0,
            cells: Vec::new(),
            verdict: RowVerdict::Outside,
            honoree: None,
            kind: None,
            kind_as_written: String::new(),
            identity: None,
            achievement: String::new(),
            problems: Vec::new(),
            inferred: Vec::new(),
        }
    }

    fn shown(&self, at: usize) -> Vec<String> {
        let cells = &self.sheet.rows[at].cells;
        let width = cells.last().map_or(0, |c| c.column + 1).min(self.width);
        let mut shown = vec![String::new(); width as usize];
        for cell in cells {
            if let Some(place) = shown.get_mut(cell.column as usize) {
                use unicode_normalization::UnicodeNormalization;
                *place = cell.value.shown().nfc().collect();
            }
        }
        shown
    }

    fn row(&mut self, at: usize) {
        let index = self.sheet.rows[at].index;
        let mut row = self.blank(index);
        row.cells = self.shown(at);
        if self.heads.top.is_some_and(|top| index < top) {
            self.rows.push(row);
            return;
        }
        if self.heads.top.is_some_and(|top| (top..=self.heads.bottom).contains(&index)) {
            row.verdict = RowVerdict::Header;
            self.rows.push(row);
            return;
        }
        let facts = self.facts(at);
        if facts.texts.is_empty() {
            self.rows.push(row);
        } else if self.repeats_heads(at) {
            row.verdict = RowVerdict::Header;
            self.rows.push(row);
        } else if self.total_goes_on == Some(at) {
            row.verdict = RowVerdict::Total;
            self.rows.push(row);
        } else if is_total(&facts) {
            row.verdict = RowVerdict::Total;
            let mut stated = facts.numbers(self.sheet, at);
            if !facts.has_digits()
                && let Some(next) = self.sheet.rows.get(at + 1).filter(|next| next.index <= index + 2)
            {
                let below = self.facts(at + 1);
                if !below.texts.is_empty() && below.texts.iter().all(|(_, t, _)| whole_number(t).is_some()) {
                    stated = below.numbers(self.sheet, at + 1);
                    self.total_goes_on = self.sheet.rows.iter().position(|r| r.index == next.index);
                }
            }
            row.problems.extend(self.check_total(&facts, &stated));
            self.since = self.rows.len() + 1;
            // A subtotal closes a group, not the list.
            self.ended |= closes_list(&facts);
            self.rows.push(row);
        } else if !self.names_award(&facts) && is_signature(&facts) {
            self.ended = true;
            self.rows.push(row);
        } else if let Some(section) = self.section(at, &facts) {
            row.verdict = RowVerdict::Section;
            let place = self.sections.iter().position(|s| s.style == section.style);
            self.sections.truncate(place.unwrap_or(self.sections.len()));
            self.sections.push(section);
            self.ended = false;
            self.rows.push(row);
        } else if facts.is_outside(self.ended) {
            self.rows.push(row);
        } else {
            // Whoever is named with an award after a total shows that the list goes on.
            self.ended &= !(facts.named && self.names_award(&facts));
            self.nomination(at, row);
        }
    }

    /// True when a row names an award in its column, whatever else stands beside it.
    fn names_award(&self, facts: &Facts) -> bool {
        facts.named
            && facts.texts.iter().any(|(meaning, text, _)| {
                *meaning == Some(ColumnMeaning::Award)
                    && !matches!(
                        self.options.catalogue.recognise_for(
                            text,
                            None,
                            self.options.date,
                            self.options.own_authority
                        ),
                        Recognised::Unknown
                    )
            })
    }

    fn nomination(&mut self, at: usize, row: ListRow) {
        let open = |pick: fn(&Section) -> bool| self.sections.iter().rev().find(|s| pick(s));
        let by_type = open(|s| s.honoree_type.is_some());
        let by_unit = open(|s| s.unit.is_some());
        let by_award = open(|s| s.award.is_some());
        let around = Around {
            honoree_type: by_type.and_then(|s| Some((s.honoree_type?, s.text.clone()))),
            unit: by_unit.and_then(|s| s.unit.clone()),
            award: by_award.and_then(|s| s.award.clone()),
        };
        let nominated =
            nominate(self.sheet, &self.merged, &self.heads, at, row, &around, &mut self.known, self.options);
        self.rows.extend(nominated);
    }

    fn facts(&self, at: usize) -> Facts {
        let index = self.sheet.rows[at].index;
        let cells = &self.sheet.rows[at].cells;
        let mut facts = Facts::default();
        for cell in cells {
            let text = clean(&cell.value.shown());
            if text.is_empty() {
                continue;
            }
            let meaning = self.heads.columns.iter().find(|c| c.index == cell.column).map(|c| c.meaning);
            match meaning {
                Some(ColumnMeaning::Ordinal) => facts.ordinal = Some(text.clone()),
                Some(ColumnMeaning::Name) => facts.named = true,
                Some(ColumnMeaning::Award) => facts.awarded = true,
                Some(ColumnMeaning::Other) | None => {}
                Some(_) => facts.details += 1,
            }
            facts.texts.push((meaning, text, matches!(cell.value, Value::Number(_))));
        }
        // Ordinals may be merged over the rows of one honoree; they are read where they stand only.
        facts.index = index;
        facts
    }

    /// The heads again, as printed lists repeat them on each page.
    fn repeats_heads(&self, at: usize) -> bool {
        let mut same = 0;
        for cell in &self.sheet.rows[at].cells {
            let text = clean(&cell.value.shown());
            let Some(column) = self.heads.columns.iter().find(|c| c.index == cell.column) else { continue };
            let as_long = text.chars().count() == column.heading.chars().count();
            if as_long && !text.is_empty() && fold(&text) == fold(&column.heading) {
                same += 1;
            }
        }
        same >= 2
    }

    /// The section that a row opens, if it does.
    fn section(&self, at: usize, facts: &Facts) -> Option<Section> {
        if facts.awarded || facts.details > 0 {
            return None;
        }
        let words: Vec<&str> = facts
            .texts
            .iter()
            .filter(|(m, _, _)| *m != Some(ColumnMeaning::Ordinal))
            .map(|(_, t, _)| t.as_str())
            .collect();
        let (enumerator, text) = match (facts.ordinal.as_deref(), words.as_slice()) {
            (Some(ordinal), []) => split_enumerator(ordinal),
            (Some(ordinal), [text]) => (ordinal, *text),
            (None, [text]) => split_enumerator(text),
            // A count beside the head of a section: `II | CÁ NHÂN | 38`.
            (Some(ordinal), [text, count]) if count.bytes().all(|b| b.is_ascii_digit()) => (ordinal, *text),
            _ => return None,
        };
        if !text.chars().any(char::is_alphabetic) || text.chars().count() > 200 {
            return None;
        }
        let style = style_of(enumerator);
        let honoree_type = section_type(text);
        let mentioned = self.options.catalogue.mentioned(text, self.options.date);
        let award = match mentioned.as_slice() {
            [kind] => Some(kind.name.clone()),
            _ => match self.options.catalogue.recognise(text, honoree_type, self.options.date) {
                Recognised::Known(kind) | Recognised::Assumed(kind) => Some(kind.name.clone()),
                _ => None,
            },
        };
        let honoree_type = match (&award, mentioned.as_slice()) {
            // `TẬP THỂ LAO ĐỘNG TIÊN TIẾN` names an award; who may receive it tells the type.
            (Some(_), [kind]) if kind.honoree_types.len() == 1 => kind.honoree_types.first().copied(),
            _ => honoree_type,
        };
        let section = |unit: Option<String>| {
            Some(Section { style, honoree_type, unit, award: award.clone(), text: text.to_owned() })
        };
        if honoree_type.is_some() || award.is_some() {
            return section(None);
        }
        let unit = || Some(clean(text.trim_end_matches([':', '.'])));
        match style {
            Style::Roman | Style::Capital | Style::Small => section(unit()),
            Style::None if opens_as_collective(text) => section(unit()),
            // `1 | Văn phòng Sở` over rows that start their own count is a unit, otherwise it nominates.
            Style::Number if opens_as_collective(text) && self.heads.has(ColumnMeaning::Award) => {
                let here: Option<u32> = enumerator.trim_end_matches('.').parse().ok();
                let next = self.sheet.rows.get(at + 1).and_then(|_| self.facts(at + 1).ordinal);
                let goes_on = here
                    .and_then(|n| next.as_deref().map(|o| o.trim_end_matches('.') == (n + 1).to_string()));
                if goes_on == Some(false) { section(unit()) } else { None }
            }
            _ => None,
        }
    }

    /// False for a column that holds sums of something else, such as money: rows above fill it with other numbers.
    fn counts_people(&self, column: u32) -> bool {
        let above = self.sheet.rows.iter().filter(|r| r.index > self.heads.bottom).take(50);
        let mut cells = above.filter_map(|r| self.sheet.cell(r.index, column));
        !cells.any(|c| whole_number(&clean(&c.value.shown())).is_some_and(|n| n > 999))
    }

    /// Compares the numbers in a total with what was read.
    fn check_total(&self, facts: &Facts, numbers: &[(u32, u64)]) -> Vec<RowProblem> {
        let text = facts.texts.iter().map(|(_, t, _)| t.as_str()).collect::<Vec<_>>().join(" ");
        let folded = fold(&text);
        let counted = |rows: &[ListRow], of: Option<HonoreeType>| {
            rows.iter()
                .filter(|r| r.part == 0 && matches!(r.verdict, RowVerdict::New | RowVerdict::Question))
                .filter(|r| of.is_none() || r.honoree.as_ref().map(|h| h.honoree_type) == of)
                .count() as u64
        };
        let mut problems = Vec::new();
        let mut disagree = |stated: u64, of: Option<HonoreeType>| {
            let all = counted(&self.rows, of);
            let since = counted(&self.rows[self.since..], of);
            if stated != all && stated != since {
                let what = of.map_or("đối tượng", |t| t.vietnamese());
                problems.push(disagreement(facts.index, stated, all, what));
            }
        };
        let mut typed = false;
        for (word, of) in [
            ("tap the", HonoreeType::Collective),
            ("ho gia dinh", HonoreeType::Household),
            ("ca nhan", HonoreeType::Individual),
        ] {
            if let Some(stated) = number_beside(&folded, word) {
                typed = true;
                disagree(stated, Some(of));
            }
        }
        if typed {
            return problems;
        }
        let in_words: Vec<u64> = {
            let words = facts.texts.iter().filter(|(_, t, _)| whole_number(t).is_none());
            let words = words.map(|(_, t, _)| fold(t)).collect::<Vec<_>>().join(" ");
            words.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect()
        };
        // Under a column of ticks a number counts its ticks; the only other number counts everybody.
        let mut left: Vec<u64> = in_words;
        for (at, stated) in numbers {
            let column = self.heads.columns.iter().find(|c| c.index == *at);
            let Some(award) = column.and_then(|c| c.ticked_award.as_ref()) else {
                if column.is_some_and(|c| c.meaning == ColumnMeaning::Other) && !self.counts_people(*at) {
                    problems.push(not_checked(facts.index, &[*stated]));
                } else {
                    left.push(*stated);
                }
                continue;
            };
            let ticked = |rows: &[ListRow]| {
                rows.iter().filter(|r| r.verdict.counts() && r.kind_as_written == *award).count() as u64
            };
            let (all, since) = (ticked(&self.rows), ticked(&self.rows[self.since..]));
            if *stated != all && *stated != since {
                let message =
                    format!("Dòng {} ghi {stated} “{award}” nhưng đọc được {all}.", facts.index + 1);
                problems.push(
                    RowProblem::new("total-disagrees", message)
                        .column(Some(*at))
                        .hint("Hãy kiểm tra các dòng còn thiếu hoặc thừa.")
                        .value("stated", stated)
                        .value("read", all),
                );
            }
        }
        match left.as_slice() {
            [] => {}
            [stated] => {
                let (all, since) = (counted(&self.rows, None), counted(&self.rows[self.since..], None));
                if *stated != all && *stated != since {
                    problems.push(disagreement(facts.index, *stated, all, "đối tượng"));
                }
            }
            several => problems.push(not_checked(facts.index, several)),
        }
        problems
    }
}

fn disagreement(index: u32, stated: u64, read: u64, what: &str) -> RowProblem {
    let message = format!("Dòng {} ghi {stated} {what} nhưng đọc được {read} {what}.", index + 1);
    RowProblem::new("total-disagrees", message)
        .hint("Hãy kiểm tra các dòng còn thiếu hoặc thừa.")
        .value("stated", stated)
        .value("read", read)
}

fn not_checked(index: u32, stated: &[u64]) -> RowProblem {
    let stated = stated.iter().map(u64::to_string).collect::<Vec<_>>().join(", ");
    let message = format!("Dòng {} ghi {stated}, không rõ đếm gì nên không đối chiếu được.", index + 1);
    RowProblem::new("total-not-checked", message).value("stated", stated)
}

/// `20`, `05`.
fn whole_number(text: &str) -> Option<u64> {
    text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

/// What the surroundings of a row say.
pub(crate) struct Around {
    /// The type of the section and its words.
    pub(crate) honoree_type: Option<(HonoreeType, String)>,
    pub(crate) unit: Option<String>,
    pub(crate) award: Option<String>,
}

/// What a row holds, before it is understood.
#[derive(Default)]
struct Facts {
    index: u32,
    ordinal: Option<String>,
    named: bool,
    awarded: bool,
    /// Filled cells of other understood columns.
    details: usize,
    texts: Vec<(Option<ColumnMeaning>, String, bool)>,
}

impl Facts {
    fn has_digits(&self) -> bool {
        self.texts.iter().any(|(_, t, _)| t.bytes().any(|b| b.is_ascii_digit()))
    }

    /// The cells of the row that hold a whole number and nothing else, by column.
    fn numbers(&self, sheet: &Sheet, at: usize) -> Vec<(u32, u64)> {
        let cells = sheet.rows[at].cells.iter();
        cells.filter_map(|c| Some((c.column, whole_number(&clean(&c.value.shown()))?))).collect()
    }

    fn numbered(&self) -> bool {
        self.ordinal.as_deref().is_some_and(|o| {
            let bare = o.trim_matches(['.', ')', '(', ' ']);
            !bare.is_empty()
                && bare.len() <= 6
                && bare.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-'))
        })
    }

    /// True for rows that neither are nominations nor should be.
    fn is_outside(&self, ended: bool) -> bool {
        let filled = usize::from(self.named) + usize::from(self.awarded) + self.details;
        if ended {
            // Names of signers, their positions and the distribution are no nominees, whatever column they stand in.
            let named = self.texts.iter().any(|(m, t, _)| {
                *m == Some(ColumnMeaning::Name) && !signs(t) && !t.starts_with(['-', '(', '*'])
            });
            let said = self.texts.iter().any(|(m, t, _)| match m {
                None | Some(ColumnMeaning::Other | ColumnMeaning::Name | ColumnMeaning::Ordinal) => false,
                Some(ColumnMeaning::Position | ColumnMeaning::PositionAndUnit) => {
                    !looks_like_person(&split_title(t).name)
                }
                Some(_) => !signs(t) && !looks_like_person(&split_title(t).name),
            });
            return !(self.numbered() && filled > 0 || named && said);
        }
        // A row that is only numbered waits for somebody; one without number, name and enough else is a remark.
        filled == 0 || (!self.named && !self.numbered() && filled < 2)
    }
}

/// `Cộng: 3 người`, `Cộng nhóm`, `Cộng mục I`.
fn is_subtotal(text: &str) -> bool {
    let folded = fold(text);
    let lower = text.to_lowercase();
    let groups = ["cong:", "cong (", "cong so", "cong nhom", "cong muc", "cong phan"];
    folded == "cong"
        || (lower.starts_with("cộng") || folded == lower) && groups.iter().any(|w| folded.starts_with(w))
}

/// True for the total of a whole list.
fn closes_list(facts: &Facts) -> bool {
    !facts.texts.iter().take(3).any(|(_, text, _)| is_subtotal(text))
}

fn is_total(facts: &Facts) -> bool {
    facts.texts.iter().take(3).any(|(_, text, _)| {
        let folded = fold(text);
        [
            "tong cong",
            "tong so",
            "an dinh danh sach",
            "danh sach nay co",
            "danh sach gom",
            "(danh sach co",
            "danh sach co",
        ]
        .iter()
        .any(|w| folded.starts_with(w) && !folded.starts_with("tong cong ty"))
            || folded == "tong"
            || is_subtotal(text)
            || folded.starts_with("tong:")
    }) && !(facts.numbered() && facts.awarded)
}

/// Words of a signature: a place and date, a position of a signer, the distribution.
fn signs(text: &str) -> bool {
    let folded = fold(text);
    const OPENINGS: [&str; 27] = [
        "(da ky",
        "da ky",
        "nguoi lap",
        "lap bieu",
        "nguoi tong hop",
        "thu truong",
        "giam doc",
        "pho giam doc",
        "truong phong",
        "pho truong phong",
        "chanh van phong",
        "truong ban",
        "chu tich",
        "pho chu tich",
        "hieu truong",
        "noi nhan",
        "xac nhan",
        "kt.",
        "tm.",
        "tl.",
        "tuq.",
        "q. ",
        "(ky",
        "ky ten",
        "t/m",
        "k/t",
        "thu ky",
    ];
    let dated = folded.contains(", ngay") && folded.contains("thang") && folded.contains("nam");
    let bare_date = folded.starts_with("ngay ") && folded.contains("thang") && folded.contains("nam");
    dated || bare_date || OPENINGS.iter().any(|o| folded.starts_with(o) && folded.chars().count() < 60)
}

/// Places and dates, positions of signers, distribution: what stands under a list.
fn is_signature(facts: &Facts) -> bool {
    if facts.numbered() || facts.details > 1 {
        return false;
    }
    // A position in the position column is a position.
    let all = facts
        .texts
        .iter()
        .filter(|(m, _, _)| !matches!(m, Some(ColumnMeaning::Position | ColumnMeaning::PositionAndUnit)));
    let (mut signed, mut others, mut somebody) = (0, 0, false);
    for (meaning, text, _) in all {
        if signs(text) {
            signed += 1;
        } else {
            others += 1;
            // A name beside a position in a column of no meaning may well be nominated.
            somebody |= *meaning == Some(ColumnMeaning::Name);
        }
    }
    signed > 0 && others <= 1 && !somebody
}

/// `12 tap the` or `tap the: 12`.
fn number_beside(folded: &str, word: &str) -> Option<u64> {
    let at = folded.find(word)?;
    let before =
        folded[..at].trim_end().rsplit(|c: char| !c.is_ascii_digit()).next().filter(|n| !n.is_empty());
    if let Some(number) = before {
        return number.parse().ok();
    }
    let after = folded[at + word.len()..].trim_start_matches([' ', ':', '=', '-']);
    let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

/// `I. TẬP THỂ` to `I` and `TẬP THỂ`; without enumerator the first part is empty.
fn split_enumerator(text: &str) -> (&str, &str) {
    if let Some((first, rest)) =
        text.split_once(|c: char| c.is_whitespace() || matches!(c, '.' | ')' | '/' | '-' | ':'))
    {
        let rest = rest.trim_start_matches([' ', '.', ')', '-', '/', ':', '–']);
        let marked = text[first.len()..].starts_with(['.', ')', '/', '-', ':']);
        let style = style_of(first);
        let enumerates = match style {
            Style::None => false,
            // `A Văn phòng` may be; `V Văn A` may not: letters need a sign after them.
            Style::Capital | Style::Small | Style::Number => marked,
            Style::Roman => marked || first.len() > 1 || rest.chars().all(|c| !c.is_lowercase()),
        };
        if enumerates && !rest.is_empty() {
            return (first, rest);
        }
    }
    ("", text)
}

fn style_of(enumerator: &str) -> Style {
    let bare = enumerator.trim_matches(['.', ')', '(', ' ', '-', '/', ':']);
    let mut letters = bare.chars();
    match (letters.next(), letters.next()) {
        (None, _) => Style::None,
        (Some(c), _) if c.is_ascii_digit() && bare.chars().all(|c| c.is_ascii_digit() || c == '.') => {
            Style::Number
        }
        _ if bare.chars().all(|c| matches!(c, 'I' | 'V' | 'X')) && bare.len() <= 6 => Style::Roman,
        (Some(c), None) if c.is_uppercase() => Style::Capital,
        (Some(c), None) if c.is_lowercase() => Style::Small,
        _ => Style::None,
    }
}

/// The type of honoree that the head of a section names.
fn section_type(text: &str) -> Option<HonoreeType> {
    // The words must open the head or close it: `Tập thể`, `Khen thưởng cá nhân`, `Về tập thể (03)`.
    let key = crate::columns::head_key(text);
    let bare: Vec<&str> = key.split(' ').filter(|w| !w.bytes().all(|b| b.is_ascii_digit())).collect();
    if bare.len() > 12 {
        return None;
    }
    types_in(&bare.join(" "))
}

/// An inference of one kind.
pub(crate) fn inferred(code: &'static str, message: impl Into<String>) -> Inference {
    Inference { code, message: message.into() }
}

/// For names: text of TCVN3 lost the capitals of toned letters.
pub(crate) fn lost_capitals(converted: Option<LegacyEncoding>) -> bool {
    converted == Some(LegacyEncoding::Tcvn3)
}
