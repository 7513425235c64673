//! What stands below the text: distribution, signature, address, copy (PL I.I.II.7 to 9, III.3, III.4, PL I.II).

use super::{find, lines, pages_for, rule_below};
use crate::papers::{Words, cases};
use crate::readers::pdf::{Line, MM, Page};

#[test]
fn the_foot_stands_as_in_the_decrees_plan() {
    for words in cases() {
        let pages = pages_for("decision", &words);
        let position = if words.case == "short" { "GIÁM ĐỐC" } else { "KT. GIÁM ĐỐC" };
        let (page, lead) = find(pages, "Nơi nhận:");
        let on_page = &pages[page..=page];
        let (_, position) = {
            let found = on_page[0].lines.iter().rfind(|line| line.text().starts_with(position));
            (page, found.expect("the position is on the page of the distribution list"))
        };
        assert!(
            (lead.y() - position.y()).abs() < 2.5,
            "{}, PL I.I.II.9.d: level with the position",
            words.case
        );
        assert!((lead.left() - 30.0 * MM).abs() < 0.5, "PL I.I.II.9.d: at the left margin");
        assert!(position.left() > pages[page].width * 0.45, "cell 7a is on the right");
        let (name_page, name) = find(pages, words.name_start());
        assert_eq!(name_page, page, "{}: the name is on the page of the position", words.case);
        assert!((name.middle() - position.middle()).abs() < 0.5, "PL I.I.II.7.đ: the name is centred below");
        check_fields(&words, &pages[page], position, name);
        let (_, mark) = find(pages, "PL.(300)");
        let list =
            pages[page].lines.iter().filter(|line| line.size() == 11.0 && !line.text().starts_with("PL"));
        let list_end = list.map(Line::y).fold(0.0, f32::max);
        assert!(mark.y() > list_end && mark.y() < list_end + 20.0, "cell 12 ends the list");
        assert!((mark.left() - 30.0 * MM).abs() < 0.5, "cell 12 is at the left margin");
    }
}

fn check_fields(words: &Words, page: &Page, position: &Line, name: &Line) {
    let field = |wanted: &str| page.fields.iter().find(|field| field.name == wanted).expect("the field");
    let (person, seal) = (field("ChuKyNguoiKy"), field("DauCoQuan"));
    let middle = (person.left + person.right) / 2.0;
    assert!((middle - name.middle()).abs() < 0.5, "{}, PL I.I.II.7.d: centred over the name", words.case);
    assert!(
        person.top > position.y() && person.bottom < name.y() - name.size() * 0.7,
        "PL I.I.II.7.d: between them"
    );
    let covered = (seal.right - person.left) / (person.right - person.left);
    assert!((covered - 1.0 / 3.0).abs() < 0.02, "PL I.I.II.8.a: the seal covers {covered} of the signature");
    assert!(seal.left < person.left, "PL I.I.II.8.a: on its left");
    assert!((seal.right - seal.left - 36.0 * MM).abs() < 0.2, "PL I.I.II.8.a: in the size of a seal");
}

#[test]
fn the_address_is_below_a_full_rule_at_the_foot_of_page_one() {
    for words in cases() {
        let pages = pages_for("letter", &words);
        let (page, first) = find(pages, "Địa chỉ:");
        let (_, last) = find(pages, "ĐT:");
        assert_eq!(page, 0, "PL I.I.III.4: on the first page");
        let above = pages[0].strokes.iter().filter(|stroke| stroke.is_level() && stroke.top() < first.y());
        let rule = above.max_by(|one, other| one.top().total_cmp(&other.top())).expect("a rule");
        assert!(
            (rule.left() - 30.0 * MM).abs() < 0.1 && (rule.right() - 190.0 * MM).abs() < 0.1,
            "PL I.I.III.4: full width"
        );
        assert!(first.y() - rule.top() < 20.0, "PL I.I.III.4: just below the rule");
        assert!(last.y() > 262.0 * MM && last.y() < 277.0 * MM, "PL I.I.III.4: at the foot");
        let lowest =
            pages[0].lines.iter().filter(|line| line.y() < first.y()).map(Line::y).fold(0.0, f32::max);
        assert!(lowest < rule.top(), "no text runs into the address");
    }
}

#[test]
fn a_copy_stands_below_a_full_rule_after_the_paper() {
    for words in cases() {
        let pages = pages_for("letter", &words);
        let (page, form) = find(pages, "TRÍCH SAO");
        let (_, agency) = find(pages, "VĂN PHÒNG");
        let above = pages[page].strokes.iter().filter(|stroke| stroke.is_level() && stroke.top() < form.y());
        let rule = above.max_by(|one, other| one.top().total_cmp(&other.top())).expect("a rule");
        assert!(
            (rule.left() - 30.0 * MM).abs() < 0.1 && (rule.right() - 190.0 * MM).abs() < 0.1,
            "PL I.II.II.2.a"
        );
        assert!(agency.right() < form.left(), "PL I.II.II.3: agency left, form of copy right");
        let short = rule_below(&pages[page], agency);
        let share = (short.right() - short.left()) / (agency.right() - agency.left());
        assert!((0.333..=0.5).contains(&share), "PL I.I.II.2.b: {share}");
        let (number, date) = (find(pages, "Số: 12/TrS").1, find(pages, "Tây Ninh, ngày 20").1);
        assert!((number.y() - date.y()).abs() < 0.02, "PL I.II.II.3: cells 3 and 4 are level");
        assert!((number.middle() - agency.middle()).abs() < 0.3, "the number is centred under the agency");
        assert!((date.middle() - form.middle()).abs() < 0.3, "the date is centred under the form of copy");
        let (name_page, _) = find(pages, "Lê Hồng");
        assert_eq!(name_page, page, "head and signature of the copy are on one page");
        let (_, original) = find(pages, words.name_start());
        let original_page = lines(pages).find(|(_, line)| std::ptr::eq(*line, original)).map(|found| found.0);
        assert!(
            original_page < Some(page) || original.y() < rule.top(),
            "PL I.II.II.2.a: after the copied paper"
        );
    }
}
