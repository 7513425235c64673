//! Tables: the list of entries and the awards of a period.

use crate::expression::{count2, upper_first};
use crate::fields::clean_text;
use crate::list::{self, given};
use crate::template::{Grouping, ListColumn};
use crate::{AwardFigure, ListEntry};
use commendation::{Agency, HonoreeType};
use document::{Align, Column, Row, Table, Text, Width};

/// `I`, `II`, `III`, …
fn roman(number: usize) -> String {
    const STEPS: [(usize, &str); 9] =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut rest = number;
    let mut out = String::new();
    for (value, sign) in STEPS {
        while rest >= value {
            out.push_str(sign);
            rest -= value;
        }
    }
    out
}

fn type_heading(honoree_type: HonoreeType) -> &'static str {
    match honoree_type {
        HonoreeType::Collective => "TẬP THỂ",
        HonoreeType::Household => "HỘ GIA ĐÌNH",
        HonoreeType::Individual => "CÁ NHÂN",
    }
}

/// The entries as a table, in the given order, numbered within each group.
pub(crate) fn entries(
    entries: &[ListEntry],
    group: Grouping,
    columns: &[ListColumn],
    agency: &Agency,
) -> Table {
    let groups: Vec<(String, Vec<&ListEntry>)> = match group {
        Grouping::Type => [HonoreeType::Collective, HonoreeType::Household, HonoreeType::Individual]
            .into_iter()
            .map(|wanted| {
                let of_type = entries.iter().filter(|entry| entry.honoree.honoree_type == wanted).collect();
                (type_heading(wanted).to_owned(), of_type)
            })
            .filter(|(_, group): &(_, Vec<_>)| !group.is_empty())
            .collect(),
        Grouping::Kind => list::by_kind(entries)
            .into_iter()
            .map(|(_, group)| (kind_heading(&group, agency), group))
            .collect(),
    };
    let people = entries.iter().any(|entry| entry.honoree.honoree_type == HonoreeType::Individual);
    let others = entries.iter().any(|entry| entry.honoree.honoree_type != HonoreeType::Individual);
    let mut rows = Vec::with_capacity(entries.len() + groups.len());
    for (index, (heading, group)) in groups.iter().enumerate() {
        rows.push(Row::Group(Text::plain(clean_text(&format!("{}. {heading}", roman(index + 1))))));
        for (number, entry) in group.iter().enumerate() {
            let mut cells = vec![Text::plain((number + 1).to_string())];
            cells.extend(columns.iter().map(|column| Text::plain(clean_text(&cell(entry, *column, agency)))));
            rows.push(Row::Cells(cells));
        }
    }
    let mut heads = vec![narrow("TT", Align::Center)];
    heads.extend(columns.iter().map(|column| match column {
        ListColumn::Name => {
            let head = match (people, others) {
                (true, false) => "Họ và tên",
                (false, true) => "Tên tập thể",
                _ => "Tập thể / Họ và tên",
            };
            share(head, 3.7, Align::Left)
        }
        ListColumn::PositionUnit => {
            share(if people { "Chức vụ, đơn vị" } else { "Đơn vị" }, 3.5, Align::Left)
        }
        ListColumn::Achievement => share("Thành tích", 3.6, Align::Left),
        ListColumn::Award => share("Danh hiệu, hình thức đề nghị", 3.2, Align::Left),
    }));
    Table { columns: heads, rows }
}

fn kind_heading(group: &[&ListEntry], agency: &Agency) -> String {
    group.first().map(|entry| list::award_words(entry, agency).to_uppercase()).unwrap_or_default()
}

fn cell(entry: &ListEntry, column: ListColumn, agency: &Agency) -> String {
    match column {
        ListColumn::Name => list::styled_name(entry),
        ListColumn::PositionUnit => list::position_and_unit(entry),
        ListColumn::Achievement => entry.achievement.trim().to_owned(),
        ListColumn::Award => upper_first(&list::award_words(entry, agency)),
    }
}

/// Counts one type of recipient.
type Tally = fn(&AwardFigure) -> u32;

/// Awards of a period: a row for each kind, a column for each type of recipient that occurs, a total.
pub(crate) fn figures(figures: &[AwardFigure], agency: &Agency) -> Table {
    let own_head = if agency.name.trim().is_empty() { "Cơ quan" } else { agency.name.trim() };
    let kinds: [(&str, Tally); 4] = [
        (own_head, |figure| figure.own),
        ("Tập thể", |figure| figure.collectives),
        ("Hộ gia đình", |figure| figure.households),
        ("Cá nhân", |figure| figure.individuals),
    ];
    let shown: Vec<_> = kinds
        .into_iter()
        .filter(|(head, count)| *head != "Hộ gia đình" || figures.iter().any(|figure| count(figure) > 0))
        .collect();
    let number = |count: u64| Text::plain(if count == 0 { "-".to_owned() } else { count2(count) });
    let total = |figure: &AwardFigure| shown.iter().map(|(_, count)| u64::from(count(figure))).sum::<u64>();
    let mut rows = Vec::new();
    for (index, figure) in list::in_order(figures).into_iter().enumerate() {
        let parts = given(&figure.name, figure.authority, agency);
        let name = list::figure_name(figure, parts.award);
        let mut cells = vec![
            Text::plain((index + 1).to_string()),
            Text::plain(clean_text(&name)),
            Text::plain(clean_text(&parts.giver)),
        ];
        cells.extend(shown.iter().map(|(_, count)| number(count(figure).into())));
        cells.push(number(total(figure)));
        rows.push(Row::Cells(cells));
    }
    let mut sum = vec![Text::default(), Text::plain("Tổng cộng"), Text::default()];
    sum.extend(shown.iter().map(|(_, count)| number(figures.iter().map(|f| u64::from(count(f))).sum())));
    sum.push(number(figures.iter().map(total).sum()));
    rows.push(Row::Total(sum));
    let mut columns = vec![
        narrow("TT", Align::Center),
        share("Danh hiệu, hình thức khen thưởng", 4.0, Align::Left),
        share("Cấp tặng", 3.0, Align::Left),
    ];
    columns.extend(shown.iter().map(|(head, _)| share(head, 1.3, Align::Center)));
    columns.push(share("Cộng", 1.1, Align::Center));
    Table { columns, rows }
}

fn narrow(head: &str, align: Align) -> Column {
    Column { head: Text::plain(head), align, width: Width::Narrow }
}

fn share(head: &str, part: f32, align: Align) -> Column {
    Column { head: Text::plain(clean_text(head)), align, width: Width::Share(part) }
}

#[cfg(test)]
mod tests {
    #[test]
    fn roman_numbers() {
        assert_eq!([1, 4, 9, 14, 40].map(super::roman), ["I", "IV", "IX", "XIV", "XL"].map(String::from));
    }
}
