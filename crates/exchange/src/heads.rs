//! Where the heads of a list are, and what each column means: one row or several, with merged cells.

use crate::columns::{gender_of_head, head_key, honoree_type_of_head, meaning_of_head};
use crate::list::RecogniseOptions;
use crate::workbook::{Merge, Sheet, Value};
use crate::{Column, ColumnMeaning, column_letter};
use commendation::HonoreeType;
use commendation::text::clean;
use std::collections::{BTreeMap, BTreeSet};

/// Rows from the top among which the heads are looked for.
const SEARCHED: usize = 120;
/// Rows that heads may take, the row of column numbers included.
const DEEPEST: u32 = 4;

/// The heads of a list.
#[derive(Debug, Clone, Default)]
pub(crate) struct Heads {
    /// Zero-based first row; none when only the officer says what the columns are.
    pub(crate) top: Option<u32>,
    /// Zero-based last row of the heads.
    pub(crate) bottom: u32,
    /// The columns.
    pub(crate) columns: Vec<Column>,
}

impl Heads {
    pub(crate) fn of(&self, meaning: ColumnMeaning) -> impl Iterator<Item = &Column> {
        self.columns.iter().filter(move |c| c.meaning == meaning)
    }

    pub(crate) fn has(&self, meaning: ColumnMeaning) -> bool {
        self.of(meaning).next().is_some()
    }
}

/// Merged cells looked up by any of their cells.
pub(crate) struct Merged<'a> {
    sheet: &'a Sheet,
    by_row: BTreeMap<u32, Vec<Merge>>,
}

impl<'a> Merged<'a> {
    pub(crate) fn new(sheet: &'a Sheet) -> Self {
        let mut by_row: BTreeMap<u32, Vec<Merge>> = BTreeMap::new();
        // Only rows that are filled can show a merged value; a merge over a million rows costs no more than those.
        let mut budget = 500_000_usize;
        for merge in &sheet.merges {
            if merge.bottom < merge.top || merge.right < merge.left {
                continue;
            }
            let first = sheet.rows.partition_point(|r| r.index < merge.top);
            for row in sheet.rows[first..].iter().take_while(|r| r.index <= merge.bottom) {
                if budget == 0 {
                    return Self { sheet, by_row };
                }
                budget -= 1;
                by_row.entry(row.index).or_default().push(*merge);
            }
        }
        Self { sheet, by_row }
    }

    /// The merge that covers a cell.
    pub(crate) fn at(&self, row: u32, column: u32) -> Option<Merge> {
        let covering = |m: &&Merge| m.left <= column && column <= m.right;
        self.by_row.get(&row).and_then(|merges| merges.iter().find(covering)).copied()
    }

    /// The text of a cell, of the merge's first cell where it is merged.
    pub(crate) fn text(&self, row: u32, column: u32) -> Option<String> {
        self.value(row, column).map(|v| clean(&v.shown())).filter(|t| !t.is_empty())
    }

    /// The value of a cell, of the merge's first cell where it is merged.
    pub(crate) fn value(&self, row: u32, column: u32) -> Option<&'a Value> {
        let own = self.sheet.cell(row, column).map(|c| &c.value);
        let value = own.or_else(|| {
            let merge = self.at(row, column)?;
            self.sheet.cell(merge.top, merge.left).map(|c| &c.value)
        });
        value.filter(|v| !v.is_missing())
    }
}

/// Finds the heads; the officer's own columns override or stand in for them.
pub(crate) fn find_heads(
    sheet: &Sheet,
    merged: &Merged<'_>,
    options: &RecogniseOptions<'_>,
) -> Option<Heads> {
    let mut best: Option<(usize, u32)> = None;
    for row in sheet.rows.iter().take(SEARCHED) {
        let meanings: BTreeSet<ColumnMeaning> = row
            .cells
            .iter()
            .filter_map(|c| match &c.value {
                Value::Text(text) => meaning_of_head(&clean(text)),
                _ => None,
            })
            .filter(|m| *m != ColumnMeaning::Other)
            .collect();
        let named = meanings.contains(&ColumnMeaning::Name);
        let telling = meanings.iter().filter(|m| **m != ColumnMeaning::Ordinal).count();
        let listed = named && telling >= 2
            || meanings.contains(&ColumnMeaning::Unit) && meanings.contains(&ColumnMeaning::Award)
            || named && meanings.contains(&ColumnMeaning::Ordinal);
        let score = meanings.len() + usize::from(named);
        if listed && best.is_none_or(|(most, _)| score > most) {
            best = Some((score, row.index));
        }
    }
    let Some((_, top)) = best else {
        let named = options.columns.values().any(|m| *m == ColumnMeaning::Name);
        return named.then(|| with_overrides(Heads::default(), sheet, options));
    };
    let mut heads = read_heads(sheet, merged, top, options);
    name_the_units(&mut heads);
    Some(with_overrides(heads, sheet, options))
}

fn read_heads(sheet: &Sheet, merged: &Merged<'_>, top: u32, options: &RecogniseOptions<'_>) -> Heads {
    let width = sheet.width();
    let mut bottom = top;
    // A head merged over several rows says how deep the heads go.
    for column in 0..width {
        if let Some(merge) = merged.at(top, column)
            && merge.top <= top
            && merge.bottom < top + DEEPEST
        {
            bottom = bottom.max(merge.bottom);
        }
    }
    while bottom + 1 < top + DEEPEST && continues_heads(sheet, merged, top, bottom + 1, options) {
        bottom += 1;
    }
    let mut columns = Vec::new();
    for column in 0..width {
        let mut parts: Vec<String> = Vec::new();
        for row in top..=bottom {
            if let Some(text) = merged.text(row, column)
                && parts.last() != Some(&text)
                && !is_column_number(&text)
            {
                parts.push(text);
            }
        }
        if !parts.is_empty() {
            columns.push(column_of(column, &parts, options));
        }
    }
    let mut heads = Heads { top: Some(top), bottom, columns };
    settle(&mut heads, sheet, options);
    heads
}

/// `(3)`, `3`, `C`: the row of column numbers under printed heads.
fn is_column_number(text: &str) -> bool {
    let bare = text.trim_matches(['(', ')', '[', ']', ' ', '.']);
    !bare.is_empty()
        && (bare.len() <= 2 && bare.bytes().all(|b| b.is_ascii_digit())
            || bare.len() == 1 && bare.bytes().all(|b| b.is_ascii_uppercase())
            || bare.contains('=') && bare.bytes().all(|b| b.is_ascii_digit() || b"=+-x()".contains(&b)))
}

/// True when a row under the heads belongs to them: sub-heads, or column numbers.
fn continues_heads(
    sheet: &Sheet,
    merged: &Merged<'_>,
    top: u32,
    row: u32,
    options: &RecogniseOptions<'_>,
) -> bool {
    let Ok(at) = sheet.rows.binary_search_by_key(&row, |r| r.index) else { return false };
    let texts: Vec<(u32, String)> = sheet.rows[at]
        .cells
        .iter()
        .map(|c| (c.column, clean(&c.value.shown())))
        .filter(|(_, t)| !t.is_empty())
        .collect();
    if texts.is_empty() {
        return false;
    }
    if texts.len() >= 3 && texts.iter().all(|(_, t)| is_column_number(t)) {
        let numbers: Vec<u32> =
            texts.iter().filter_map(|(_, t)| t.trim_matches(['(', ')', '[', ']']).parse().ok()).collect();
        return numbers.windows(2).all(|pair| pair[1] == pair[0] + 1);
    }
    // A sub-head stands under a group: a merged head, or a gap to the right of one. A row such as `TẬP THỂ` under a
    // head of its own is a section.
    let under_own_head = |column: u32| {
        sheet.cell(top, column).is_some() && merged.at(top, column).is_none_or(|m| m.left == m.right)
    };
    let narrow = |text: &str| {
        gender_of_head(text).is_some()
            || options.catalogue.recognise(text, None, options.date).kind().is_some()
    };
    texts.iter().any(|(column, _)| !under_own_head(*column))
        && texts.iter().all(|(column, text)| {
            narrow(text) || (!under_own_head(*column) && meaning_of_head(text).is_some())
        })
}

fn column_of(index: u32, parts: &[String], options: &RecogniseOptions<'_>) -> Column {
    let mut column = Column {
        index,
        letter: column_letter(index),
        heading: parts.join(" / "),
        meaning: ColumnMeaning::Other,
        gender: None,
        honoree_type: None,
        ticked_award: None,
    };
    let (Some(last), Some(first)) = (parts.last(), parts.first()) else { return column };
    let group = if parts.len() > 1 { meaning_of_head(first) } else { None };
    if let Some(gender) = gender_of_head(last) {
        column.gender = Some(gender);
        column.meaning = match group {
            Some(ColumnMeaning::Birth) => ColumnMeaning::Birth,
            Some(ColumnMeaning::Name) => ColumnMeaning::Name,
            _ => ColumnMeaning::Gender,
        };
        return column;
    }
    let own = meaning_of_head(last);
    // A head that names an award and nothing else stands over ticks, in a group of awards or alone.
    let names_award = options.catalogue.recognise(last, None, options.date).kind().is_some();
    if names_award && group.is_none_or(|g| g == ColumnMeaning::Award) {
        column.meaning = ColumnMeaning::Award;
        column.ticked_award = Some(last.clone());
        return column;
    }
    column.meaning = match (own, group) {
        // Under a group of past awards everything is past.
        (_, Some(ColumnMeaning::Other)) => ColumnMeaning::Other,
        (Some(own), _) => own,
        (None, Some(group)) => group,
        (None, None) => ColumnMeaning::Other,
    };
    if column.meaning == ColumnMeaning::Name {
        column.honoree_type = honoree_type_of_head(last);
    }
    column
}

/// Settles what one head alone cannot tell.
fn settle(heads: &mut Heads, sheet: &Sheet, options: &RecogniseOptions<'_>) {
    // A head such as `Giấy khen` over cells that write awards is a plain award column.
    for column in &mut heads.columns {
        if column.ticked_award.is_none() {
            continue;
        }
        let below = sheet.rows.iter().filter(|r| r.index > heads.bottom).take(200);
        let writes_awards = below
            .filter_map(|r| sheet.cell(r.index, column.index))
            .any(|c| options.catalogue.recognise(&c.value.shown(), None, options.date).kind().is_some());
        if writes_awards {
            column.ticked_award = None;
        }
    }
    // Of several columns of these meanings the first is meant.
    for meaning in [ColumnMeaning::Ordinal, ColumnMeaning::Unit, ColumnMeaning::PositionAndUnit] {
        let mut seen = false;
        for column in heads.columns.iter_mut().filter(|c| c.meaning == meaning) {
            if std::mem::replace(&mut seen, true) {
                column.meaning = ColumnMeaning::Other;
            }
        }
    }
    // One name column is for everybody unless its head says otherwise together with another.
    let names = heads.of(ColumnMeaning::Name).count();
    if names == 1 {
        for column in heads.columns.iter_mut().filter(|c| c.meaning == ColumnMeaning::Name) {
            if head_key(&column.heading) == "tap the" || head_key(&column.heading) == "ca nhan" {
                continue;
            }
            if column.honoree_type == Some(HonoreeType::Individual)
                && head_key(&column.heading).contains("ho va ten")
            {
                column.honoree_type = None;
            }
        }
    }
}

/// A list of collectives often heads their names `Đơn vị`.
fn name_the_units(heads: &mut Heads) {
    if heads.has(ColumnMeaning::Name) {
        return;
    }
    if let Some(column) = heads.columns.iter_mut().find(|c| c.meaning == ColumnMeaning::Unit) {
        column.meaning = ColumnMeaning::Name;
        column.honoree_type = Some(HonoreeType::Collective);
    }
}

fn with_overrides(mut heads: Heads, sheet: &Sheet, options: &RecogniseOptions<'_>) -> Heads {
    for (index, meaning) in &options.columns {
        if let Some(column) = heads.columns.iter_mut().find(|c| c.index == *index) {
            if column.meaning != *meaning {
                (column.gender, column.honoree_type, column.ticked_award) = (None, None, None);
            }
            column.meaning = *meaning;
        } else if *index < sheet.width() {
            heads.columns.push(Column {
                index: *index,
                letter: column_letter(*index),
                heading: String::new(),
                meaning: *meaning,
                gender: None,
                honoree_type: None,
                ticked_award: None,
            });
        }
    }
    heads.columns.sort_by_key(|c| c.index);
    heads
}
