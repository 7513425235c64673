//! The head of page 1 as the decree's plan has it.

use document::{Block, Head};
use typesetting::{Form, Layout};

use crate::reading::{Line, MM, content, find, laid_out, rules};
use crate::samples::{decision, head, long_letter, minutes, paper, report, submission, t};

/// The rule that lies closest below a line.
fn rule_below(layout: &Layout, line: &Line) -> typesetting::Rule {
    let middle = (line.x + line.right) / 2.0;
    let mut below: Vec<_> = rules(&layout.pages[0])
        .into_iter()
        .filter(|rule| rule.y0 > line.y && rule.x0 < middle && rule.x1 > middle)
        .collect();
    below.sort_by(|one, other| one.y0.total_cmp(&other.y0));
    *below.first().expect("a rule lies below the line")
}

#[test]
fn the_rule_below_the_motto_is_as_long_as_the_motto() {
    let layout = laid_out(&decision(3));
    let (_, motto) = find(&layout, "Độc lập - Tự do - Hạnh phúc");
    let rule = rule_below(&layout, &motto);
    assert!((rule.x0 - motto.x).abs() < 0.1, "the rule starts with the text");
    assert!((rule.x1 - motto.right).abs() < 0.1, "the rule ends with the text");
    assert!(rule.y0 - motto.y < 8.0, "the rule is close to the text");
}

#[test]
fn the_rules_below_agency_and_abstract_are_a_third_to_a_half_of_the_line() {
    let layout = laid_out(&decision(3));
    for words in ["SỞ TƯ PHÁP", "Về việc tặng"] {
        let (_, line) = find(&layout, words);
        let rule = rule_below(&layout, &line);
        let share = (rule.x1 - rule.x0) / (line.right - line.x);
        assert!((1.0 / 3.0..=0.5).contains(&share), "{words}: the rule is {share} of the line");
        let off = (rule.x0 + rule.x1) / 2.0 - (line.x + line.right) / 2.0;
        assert!(off.abs() < 0.1, "{words}: the rule is in the middle of the line");
    }
}

#[test]
fn below_several_lines_the_short_rule_suits_the_last_of_them() {
    let heads = [
        (submission(), "VÀ VỪA"),
        (minutes(), "SỞ TƯ PHÁP"),
        (long_letter(), "THI ĐUA, KHEN THƯỞNG"),
        (report(), "và phương hướng"),
        (minutes(), "cá nhân có thành tích"),
    ];
    for (document, words) in heads {
        let layout = laid_out(&document);
        let (_, line) = find(&layout, words);
        let rule = rule_below(&layout, &line);
        let share = (rule.x1 - rule.x0) / (line.right - line.x);
        assert!((0.333..=0.501).contains(&share), "{words}: the rule is {share} of the line above it");
    }
}

#[test]
fn an_agency_name_breaks_between_its_parts() {
    let layout = laid_out(&minutes());
    let lines: Vec<String> =
        content(&layout.pages[0]).into_iter().map(|line| line.text.trim().to_string()).collect();
    for part in ["HỘI ĐỒNG", "THI ĐUA - KHEN THƯỞNG", "SỞ TƯ PHÁP"] {
        assert!(lines.iter().any(|line| line == part), "“{part}” has a line of its own: {lines:?}");
    }
}

#[test]
fn number_and_date_share_a_line_under_their_own_columns() {
    let layout = laid_out(&decision(3));
    let (_, number) = find(&layout, "/QĐ-STP");
    let (_, agency) = find(&layout, "SỞ TƯ PHÁP");
    let (_, date) = find(&layout, "Tây Ninh, ngày");
    let (_, national) = find(&layout, "CỘNG HÒA");
    let middle = |line: &Line| (line.x + line.right) / 2.0;
    assert!((number.y - date.y).abs() < 0.01, "number and date stand on one line");
    assert!((middle(&number) - middle(&agency)).abs() < 0.1, "the number is centred under the agency");
    assert!((middle(&date) - middle(&national)).abs() < 0.1, "the date is centred under the national name");
}

#[test]
fn a_long_agency_name_wraps_inside_its_column() {
    let long = "TRUNG TÂM DỊCH VỤ ĐẤU GIÁ TÀI SẢN VÀ HỖ TRỢ PHÁP LÝ DOANH NGHIỆP NHỎ VÀ VỪA";
    let layout = laid_out(&paper(vec![Block::Head(Head { agency: t(long), ..head() })]));
    let lines = content(&layout.pages[0]);
    let (_, national) = find(&layout, "CỘNG HÒA");
    let agency: Vec<&Line> = lines.iter().filter(|line| long.contains(line.text.trim())).collect();
    assert!(agency.len() > 1, "the name takes several lines");
    assert!(agency.iter().all(|line| line.right < national.x), "it stays clear of the national name");
    let number = find(&layout, "/QĐ-STP").1;
    assert!(agency.iter().all(|line| line.y < number.y), "the number stands below all of it");
}

#[test]
fn the_national_name_stays_on_one_line() {
    let layout = laid_out(&decision(3));
    let (_, line) = find(&layout, "CỘNG HÒA");
    assert_eq!(line.text, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "the national name is never broken");
    assert!(line.right <= (210.0 - 15.0) * MM, "it stays inside the right margin");
}

#[test]
fn the_measures_lie_within_the_decree() {
    let form = Form::default();
    let margins = form.margins;
    assert!(
        (20.0..=25.0).contains(&margins.top) && (20.0..=25.0).contains(&margins.bottom),
        "top and bottom"
    );
    assert!(
        (30.0..=35.0).contains(&margins.left) && (15.0..=20.0).contains(&margins.right),
        "left and right"
    );
    let looks = form.looks;
    for (look, smallest, largest) in [
        (looks.national_name, 12.0, 13.0),
        (looks.motto, 13.0, 14.0),
        (looks.parent, 12.0, 13.0),
        (looks.agency, 12.0, 13.0),
        (looks.number, 13.0, 13.0),
        (looks.place_and_date, 13.0, 14.0),
        (looks.body, 13.0, 14.0),
        (looks.distribution_lead, 12.0, 12.0),
        (looks.distribution, 11.0, 11.0),
        (looks.page_number, 13.0, 14.0),
    ] {
        assert!((smallest..=largest).contains(&look.size), "{}: {}", look.article, look.size);
    }
    assert!(form.paragraph_gap >= 6.0, "at least 6 pt between paragraphs");
    assert!((1.0..=1.5).contains(&form.line_spacing), "single to one and a half");
}
