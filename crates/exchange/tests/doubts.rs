//! Nobody is dropped without a trace, and whatever is doubtful says why.
#![allow(clippy::unwrap_used, reason = "a test may stop at what should not happen")]

mod common;

use commendation::HonoreeType;
use common::{codes, inferences, nominations, read, row, try_read, verdicts};
use exchange::RowVerdict;

#[test]
fn rows_without_number_after_the_end_still_nominate() {
    let list = read(&[
        &["STT", "Họ và tên", "Giới tính", "Chức vụ", "Đơn vị", "Danh hiệu"],
        &["1", "Nguyễn Văn An", "Nam", "Chuyên viên", "Văn phòng Sở", "LĐTT"],
        &["", "Tổng cộng: 1 cá nhân"],
        &["", "", "", "", "", "GIÁM ĐỐC"],
        &["", "Trần Thị Không Số", "Nữ", "Chuyên viên", "Văn phòng Sở", "LĐTT"],
        &["", "Lê Văn Chức", "", "Chuyên viên"],
        &["", "", "", "", "", "GIÁM ĐỐC"],
        &["", "Lê Thị Lập", "", "", "", "ThS. Nguyễn Văn Ký"],
        &["", "- Lưu: VT.", "", "", "", "(Đã ký)"],
    ]);
    let verdict = |n| row(&list, n).verdict;
    use RowVerdict::{New, Outside, Question};
    assert_eq!(
        [verdict(5), verdict(6), verdict(8), verdict(9)],
        [New, Question, Outside, Outside],
        "{:?}",
        verdicts(&list)
    );
}

#[test]
fn a_subtotal_does_not_end_the_list() {
    let list = read(&[
        &["Họ tên", "Danh hiệu"],
        &["Phòng Nghiệp vụ"],
        &["Nguyễn Văn An", "LĐTT"],
        &["Cộng nhóm"],
        &["Nguyễn Văn Quên"],
        &["Tổng cộng: 2"],
        &["Nguyễn Văn Thêm", "LĐTT"],
        &["Tổng công ty Điện lực", "Giấy khen"],
    ]);
    let verdict = |n| row(&list, n).verdict;
    use RowVerdict::{New, Question, Total};
    assert_eq!(
        [verdict(4), verdict(5), verdict(6), verdict(7)],
        [Total, Question, Total, New],
        "{:?}",
        verdicts(&list)
    );
    assert!(verdict(8).counts(), "a corporation is no total: {:?}", verdicts(&list));
}

#[test]
fn several_people_in_one_cell_are_asked_about() {
    let list = read(&[
        &["STT", "Họ và tên", "Giới tính", "Chức vụ", "Danh hiệu"],
        &["1", "Trần Thị Mẫu, Lê Văn Mẫu", "", "", "LĐTT"],
        &["2", "Nguyễn Văn Tám\nLê Thị Bảy", "Nam", "", "LĐTT"],
        &["3", "Nguyễn Văn Tám; bà LÊ THỊ SÁU", "Nam", "Kế toán", "LĐTT"],
        &["4", "Nguyễn Văn Chín và Lê Thị Mười", "", "Kế toán", "LĐTT"],
        &["5", "Nguyễn Văn Hai, Trưởng Phòng", "Nam", "", "LĐTT"],
        &["6", "Nguyễn Văn Ba (đảng viên)", "Nam", "Kế toán", "LĐTT"],
    ]);
    for number in 2..=5 {
        assert_eq!(row(&list, number).verdict, RowVerdict::Question, "row {number}");
        assert_eq!(codes(row(&list, number)), ["several-people"], "row {number}");
    }
    let chief = row(&list, 6).honoree.as_ref().unwrap();
    assert_eq!(chief.position.as_deref(), Some("Trưởng Phòng"), "a position is no second person");
    assert_eq!(codes(row(&list, 7)), ["name-cell-remark"], "what is left out of a name is said");
}

#[test]
fn a_title_without_a_giver_means_the_agencys_own_award() {
    let heads: &[&str] = &["STT", "Họ và tên", "Đơn vị"];
    let person: &[&str] = &["1", "Bà Nguyễn Thị Bê", "Văn phòng Sở"];
    let list = read(&[&["DANH SÁCH ĐỀ NGHỊ TẶNG GIẤY KHEN NĂM 2024"], heads, person]);
    assert!(list.missing.is_empty(), "{:?}", list.missing);
    assert_eq!(row(&list, 3).kind.as_deref(), Some("commendation-department-director"));
    assert!(inferences(row(&list, 3)).contains(&"award-by-title"));
    let both = read(&[&["DANH SÁCH ĐỀ NGHỊ TẶNG GIẤY KHEN, BẰNG KHEN NĂM 2024"], heads, person]);
    assert_eq!(row(&both, 3).kind, None, "a title about two awards tells neither");
}

#[test]
fn names_that_are_none_say_so() {
    let list = read(&[
        &["STT", "Họ và tên", "Giới tính", "Danh hiệu"],
        &["1", "Giám đốc Sở", "Nam", "LĐTT"],
        &["2", "Chủ tịch hội Nguyễn Văn Z", "Nam", "LĐTT"],
        &["3", "Nguyễn văn c", "Nam", "LĐTT"],
        &["4", "Nguyễn Văn Đúng", "Nam", "LĐTT"],
    ]);
    for number in 2..=4 {
        assert_eq!(codes(row(&list, number)), ["name-doubtful"], "row {number}");
    }
    assert!(codes(row(&list, 5)).is_empty());
}

#[test]
fn names_of_the_highlands_are_people_with_a_doubt() {
    let list = read(&[
        &["STT", "Họ và tên", "Đơn vị", "Hình thức khen thưởng"],
        &["1", "Y BHĂM NIÊ KDĂM", "Văn phòng Sở", "Giấy khen"],
        &["2", "H'Hen Niê", "Văn phòng Sở", "Giấy khen"],
        &["3", "K’Brôi", "Văn phòng Sở", "Giấy khen"],
        &["4", "Y TẾ XÃ", "Văn phòng Sở", "Giấy khen"],
    ]);
    for number in 2..=4 {
        let listed = row(&list, number);
        let honoree =
            listed.honoree.as_ref().unwrap_or_else(|| panic!("row {number}: {:?}", listed.problems));
        assert_eq!(honoree.honoree_type, HonoreeType::Individual);
        assert!(codes(listed).contains(&"honoree-type-doubtful"), "row {number}");
    }
    assert_eq!(row(&list, 2).honoree.as_ref().unwrap().name, "Y Bhăm Niê Kdăm");
    assert_eq!(codes(row(&list, 5)), ["honoree-type-unclear"]);
}

#[test]
fn an_unknown_abbreviation_in_capitals_is_asked_about() {
    let list = read(&[
        &["STT", "Tên tập thể", "Danh hiệu"],
        &["1", "PHÒNG TCCB VÀ HÀNH CHÍNH TƯ PHÁP", "TTLĐTT"],
        &["2", "PHÒNG CÔNG CHỨNG SỐ 1", "TTLĐTT"],
    ]);
    assert_eq!(row(&list, 2).honoree.as_ref().unwrap().name, "Phòng TCCB và Hành chính tư pháp");
    assert_eq!(codes(row(&list, 2)), ["acronym-doubtful"]);
    assert!(codes(row(&list, 3)).is_empty());
}

#[test]
fn a_total_may_stand_below_its_label() {
    let list = read(&[
        &["STT", "Họ và tên", "Giới tính", "Danh hiệu"],
        &["1", "Nguyễn Văn An", "Nam", "LĐTT"],
        &["", "Tổng cộng"],
        &["", "20"],
    ]);
    assert_eq!(codes(row(&list, 3)), ["total-disagrees"]);
    assert_eq!(row(&list, 4).verdict, RowVerdict::Total);
    assert_eq!(list.counts().total, 1);
}

#[test]
fn totals_by_columns_are_checked_where_they_can_be() {
    let list = read(&[
        &["STT", "Họ và tên", "Giới tính", "LĐTT", "CSTĐCS", "Mức tiền thưởng"],
        &["1", "Nguyễn Văn An", "Nam", "x", "x", "3000000"],
        &["2", "Trần Thị Bình", "Nữ", "x", "", "1000000"],
        &["", "Tổng cộng", "", "5", "1", "4000000"],
    ]);
    let total = row(&list, 4);
    assert_eq!(total.verdict, RowVerdict::Total);
    assert_eq!(codes(total), ["total-disagrees", "total-not-checked"], "{:?}", total.problems);
    assert_eq!(
        (total.problems[0].values["stated"].as_str(), total.problems[0].values["read"].as_str()),
        ("5", "2")
    );
    assert_eq!(total.problems[1].values["stated"], "4000000", "money is no count of people, and it is said");
}

#[test]
fn a_formula_without_a_stored_value_is_named() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet();
    for (column, head) in (0..).zip(["STT", "Họ và tên", "Giới tính", "Danh hiệu"]) {
        page.write_string(0, column, head).unwrap();
    }
    for row in 1..=2 {
        page.write_number(row, 0, f64::from(row)).unwrap();
        page.write_string(row, 2, "Nam").unwrap();
    }
    let hollow = || rust_xlsxwriter::Formula::new("=cmd|' /C calc'!A0").set_result("7777777");
    page.write_formula(1, 1, hollow()).unwrap();
    page.write_string(1, 3, "LĐTT").unwrap();
    page.write_string(2, 1, "Nguyễn Văn An").unwrap();
    page.write_formula(2, 3, hollow()).unwrap();
    let list = try_read(&without(&book.save_to_buffer().unwrap(), "7777777")).unwrap();
    assert_eq!(nominations(&list).len(), 2);
    for number in [2, 3] {
        assert_eq!(row(&list, number).verdict, RowVerdict::Question);
        assert_eq!(codes(row(&list, number)), ["formula-without-value"], "row {number}");
    }
    assert!(row(&list, 2).problems[0].message.contains("B2"));
}

/// The workbook with a stored value taken out of its first sheet.
fn without(bytes: &[u8], value: &str) -> Vec<u8> {
    use std::io::{Cursor, Read, Write};
    let mut from = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut into = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..from.len() {
        let mut part = from.by_index(place).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        let name = part.name().unwrap().into_owned();
        if name.ends_with("sheet1.xml") {
            assert!(text.contains(value));
            text = text.replace(value, "");
        }
        into.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        into.write_all(text.as_bytes()).unwrap();
    }
    into.finish().unwrap().into_inner()
}
