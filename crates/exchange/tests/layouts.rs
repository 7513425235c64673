//! Lists as units really send them: other columns, other heads, sections, totals, signatures, several sheets.
#![allow(clippy::unwrap_used, reason = "a test may stop at what should not happen")]

mod common;

use commendation::{Gender, HonoreeType};
use common::{codes, inferences, merged_book, nominations, options, read, row, try_read, verdicts};
use exchange::{ColumnMeaning, RowVerdict, read_workbook, recognise_list};

#[test]
fn other_column_orders_and_head_words() {
    let list = read(&[
        &["Danh hiệu đề nghị", "Tên cá nhân, tập thể", "Chức danh", "Đơn vị", "Nội dung khen thưởng"],
        &["LĐTT", "Bà Lê Thị Hoa", "Chuyên viên", "Văn phòng Sở", "Hoàn thành tốt nhiệm vụ năm 2025"],
        &["TTLĐTT", "Phòng Công chứng số 2", "", "Sở Tư pháp", "Hoàn thành tốt nhiệm vụ năm 2025"],
    ]);
    use ColumnMeaning::{Achievement, Award, Name, Position, Unit};
    let meanings: Vec<ColumnMeaning> = list.columns.iter().map(|c| c.meaning).collect();
    assert_eq!(meanings, [Award, Name, Position, Unit, Achievement]);
    let rows = nominations(&list);
    assert_eq!(rows.len(), 2);
    let first = rows[0].honoree.as_ref().unwrap();
    assert_eq!((first.name.as_str(), first.gender), ("Lê Thị Hoa", Some(Gender::Female)));
    assert_eq!(first.honoree_type, HonoreeType::Individual);
    assert!(inferences(rows[0]).contains(&"gender-by-title"));
    let second = rows[1].honoree.as_ref().unwrap();
    assert_eq!(second.honoree_type, HonoreeType::Collective);
    assert!(
        inferences(rows[1]).contains(&"honoree-type-by-name"),
        "without section the name tells, and it is recorded"
    );
}

#[test]
fn birth_years_in_columns_for_men_and_women() {
    let bytes = merged_book(
        &[(
            "Sheet1",
            &[
                &["DANH SÁCH ĐỀ NGHỊ"],
                &[],
                &["TT", "Họ và tên", "Năm sinh", "", "Chức vụ, đơn vị công tác", "Hình thức khen thưởng"],
                &["", "", "Nam", "Nữ", "", ""],
                &["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
                &["1", "Nguyễn Văn An", "1980", "", "Trưởng phòng, Phòng Hành chính tư pháp", "CSTĐCS"],
                &["2", "Trần Thị Bé", "", "1985", "Chuyên viên Văn phòng Sở", "LĐTT"],
            ],
        )],
        &[(2, 0, 3, 0), (2, 1, 3, 1), (2, 2, 2, 3), (2, 4, 3, 4), (2, 5, 3, 5)],
    );
    let list = try_read(&bytes).unwrap();
    assert_eq!(list.header_row, 3);
    for number in [3, 4, 5] {
        assert_eq!(
            row(&list, number).verdict,
            RowVerdict::Header,
            "row {number}: heads, sub-heads, column numbers"
        );
    }
    let man = row(&list, 6).honoree.as_ref().unwrap();
    assert_eq!((man.gender, man.birth.unwrap().to_string().as_str()), (Some(Gender::Male), "1980"));
    assert_eq!(man.position.as_deref(), Some("Trưởng phòng"));
    assert_eq!(man.unit.as_deref(), Some("Phòng Hành chính tư pháp"), "parted where a unit's name begins");
    let woman = row(&list, 7).honoree.as_ref().unwrap();
    assert_eq!((woman.gender, woman.birth.unwrap().to_string().as_str()), (Some(Gender::Female), "1985"));
    assert_eq!(
        woman.position.as_deref(),
        Some("Chuyên viên Văn phòng Sở"),
        "not parted where it cannot be seen"
    );
    assert!(inferences(row(&list, 7)).contains(&"gender-by-column"));
}

#[test]
fn awards_as_ticked_columns() {
    let bytes = merged_book(
        &[(
            "Sheet1",
            &[
                &["STT", "Họ tên", "Đơn vị", "Danh hiệu thi đua", "", "Hình thức khen thưởng", "Ghi chú"],
                &["", "", "", "LĐTT", "CSTĐCS", "Giấy khen", ""],
                &["1", "Ông Phạm Văn Tám", "Văn phòng Sở", "x", "", "x", ""],
                &["2", "Bà Võ Thị Chín", "Thanh tra Sở", "", "X", "", "mới"],
            ],
        )],
        &[(0, 3, 0, 4)],
    );
    let list = try_read(&bytes).unwrap();
    let rows = nominations(&list);
    let read: Vec<(u32, u32, &str)> =
        rows.iter().map(|r| (r.row, r.part, r.kind.as_deref().unwrap_or("?"))).collect();
    assert_eq!(
        read,
        [
            (3, 0, "advanced-labourer"),
            (3, 1, "commendation-department-director"),
            (4, 0, "base-emulation-fighter")
        ],
        "each tick is a nomination of its own"
    );
}

#[test]
fn sections_carry_type_unit_and_award() {
    let list = read(&[
        &["STT", "Họ và tên", "Chức vụ", "Đơn vị", "Thành tích"],
        &["A", "DANH HIỆU LAO ĐỘNG TIÊN TIẾN"],
        &["I", "Văn phòng Sở"],
        &["1", "Nguyễn Văn A", "Chuyên viên", "", "Tốt"],
        &["2", "Trần Thị B", "Văn thư", "", "Tốt"],
        &["II", "Phòng Công chứng số 1"],
        &["1", "Lê Văn C", "Công chứng viên", "", "Tốt"],
        &["B", "TẬP THỂ LAO ĐỘNG TIÊN TIẾN"],
        &["1", "Văn phòng Sở", "", "", "Tốt"],
    ]);
    assert!(list.missing.is_empty(), "the award is in the sections: {:?}", list.missing);
    let expected: Vec<(u32, &str, HonoreeType, Option<&str>)> = vec![
        (4, "advanced-labourer", HonoreeType::Individual, Some("Văn phòng Sở")),
        (5, "advanced-labourer", HonoreeType::Individual, Some("Văn phòng Sở")),
        (7, "advanced-labourer", HonoreeType::Individual, Some("Phòng Công chứng số 1")),
        (9, "advanced-labour-collective", HonoreeType::Collective, None),
    ];
    let read: Vec<_> = nominations(&list)
        .iter()
        .map(|r| {
            let honoree = r.honoree.as_ref().unwrap();
            (r.row, r.kind.as_deref().unwrap(), honoree.honoree_type, honoree.unit.as_deref())
        })
        .collect();
    assert_eq!(read, expected);
    assert!(inferences(row(&list, 4)).contains(&"award-by-section"));
    assert!(inferences(row(&list, 4)).contains(&"unit-by-section"));
}

#[test]
fn a_section_of_persons_follows_one_of_collectives_written_in_one_cell() {
    let list = read(&[
        &["Họ và tên/Tên tập thể", "Đơn vị công tác", "Danh hiệu, hình thức khen thưởng"],
        &["I. TẬP THỂ (02)"],
        &["PHÒNG CÔNG CHỨNG SỐ 1", "Sở Tư pháp", "Giấy khen của Giám đốc Sở"],
        &["TRUNG TÂM TRỢ GIÚP PHÁP LÝ NHÀ NƯỚC", "Sở Tư pháp", "Giấy khen của Giám đốc Sở"],
        &["II. CÁ NHÂN (01)"],
        &["NGUYỄN VĂN A", "Phòng Công chứng số 1", "Giấy khen của Giám đốc Sở"],
    ]);
    let names: Vec<(&str, HonoreeType)> = nominations(&list)
        .iter()
        .map(|r| r.honoree.as_ref().map(|h| (h.name.as_str(), h.honoree_type)).unwrap())
        .collect();
    use HonoreeType::{Collective, Individual};
    assert_eq!(
        names,
        [
            ("Phòng Công chứng số 1", Collective),
            ("Trung tâm Trợ giúp pháp lý nhà nước", Collective),
            ("Nguyễn Văn A", Individual),
        ]
    );
    assert!(
        inferences(row(&list, 3)).contains(&"name-from-capitals"),
        "a restored name is shown to the officer"
    );
}

#[test]
fn totals_signatures_and_names_of_signers_are_no_nominations() {
    let list = read(&[
        &["STT", "Họ và tên", "Giới tính", "Chức vụ", "Đơn vị", "Danh hiệu"],
        &["1", "Nguyễn Văn A", "Nam", "Chuyên viên", "Văn phòng Sở", "LĐTT"],
        &["2", "Trần Thị B", "Nữ", "Chuyên viên", "Văn phòng Sở", "LĐTT"],
        &["", "Tổng cộng: 03 cá nhân"],
        &["", "", "", "", "Tây Ninh, ngày 05 tháng 12 năm 2025"],
        &["", "NGƯỜI LẬP BIỂU", "", "", "", "GIÁM ĐỐC"],
        &["", "(Ký, ghi rõ họ tên)"],
        &["", "Lê Thị C", "", "", "", "Nguyễn Văn Thủ Trưởng"],
    ]);
    assert_eq!(list.counts().total, 2, "{:?}", verdicts(&list));
    assert_eq!(row(&list, 4).verdict, RowVerdict::Total);
    assert_eq!(codes(row(&list, 4)), ["total-disagrees"], "3 were stated and 2 read");
    assert!(list.problems.iter().any(|p| p.code == "total-disagrees"), "the whole list says so too");
    assert!((5..=8).all(|n| row(&list, n).verdict == RowVerdict::Outside), "{:?}", verdicts(&list));
}

#[test]
fn what_cannot_be_known_is_a_question_with_its_reason() {
    let list = read(&[
        &["STT", "Họ và tên", "Ngày sinh", "Đơn vị", "Danh hiệu"],
        &["1", "", "1980", "Văn phòng Sở", "LĐTT"],
        &["2", "Nguyễn Văn A", "31/02/1980", "Văn phòng Sở", "LĐTT"],
        &["3", "Trần Văn B", "05/05/75", "Văn phòng Sở", "LĐTT"],
        &["4", "Lê Văn C", "1980", "Văn phòng Sở", "Giải nhất cầu lông"],
        &["5", "Lê Văn D", "1980", "Văn phòng Sở", "Bằng khen"],
        &["6", "Lê Văn E", "1980", "Văn phòng Sở", ""],
        &["7", "Ban Chấp hành lâm thời", "", "Sở Tư pháp", "LĐTT"],
        &["8", "Alpha Beta", "", "Sở Tư pháp", "Giấy khen"],
        &["9", "12345", "", "Sở Tư pháp", "LĐTT"],
    ]);
    let read: Vec<(u32, RowVerdict, Vec<&str>)> =
        nominations(&list).iter().map(|r| (r.row, r.verdict, codes(r))).collect();
    use RowVerdict::{New, Question};
    assert_eq!(
        read,
        [
            (2, Question, vec!["name-missing"]),
            (3, New, vec!["birth-no-such-day"]),
            (4, New, vec!["birth-two-digit-year"]),
            (5, Question, vec!["award-unknown"]),
            (6, Question, vec!["award-ambiguous"]),
            (7, Question, vec!["award-missing"]),
            (8, New, vec!["award-not-for-honoree-type"]),
            (9, Question, vec!["honoree-type-unclear"]),
            (10, Question, vec!["name-not-understood"]),
        ]
    );
    assert!(
        row(&list, 5).nomination().is_some(),
        "who is known, so the officer may still take it in and choose the award"
    );
    for listed in nominations(&list) {
        for problem in &listed.problems {
            assert!(problem.message.ends_with('.'), "“{}” is a sentence", problem.message);
            assert!(!problem.message.contains('!'), "no exclamation marks: {}", problem.message);
        }
    }
}

#[test]
fn dates_of_every_kind() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet();
    for (column, head) in (0..).zip(["STT", "Họ và tên", "Ngày, tháng, năm sinh", "Danh hiệu"]) {
        page.write_string(0, column, head).unwrap();
    }
    let date = rust_xlsxwriter::Format::new().set_num_format("dd/mm/yyyy");
    for row in 1..=7 {
        page.write_number(row, 0, f64::from(row)).unwrap();
        page.write_string(
            row,
            1,
            format!("Nguyễn Văn {}", ["A", "Ă", "Â", "B", "C", "D", "Đ"][row as usize - 1]),
        )
        .unwrap();
        page.write_string(row, 3, "LĐTT").unwrap();
    }
    page.write_number_with_format(1, 2, 25_000.0, &date).unwrap();
    page.write_number(2, 2, 25_000.0).unwrap();
    page.write_number(3, 2, 1971.0).unwrap();
    page.write_string(4, 2, "02/1971").unwrap();
    page.write_string(5, 2, "3-12-1990").unwrap();
    page.write_string(6, 2, "Sinh năm 1968").unwrap();
    page.write_string(7, 2, "15/13/1990").unwrap();
    let list = try_read(&book.save_to_buffer().unwrap()).unwrap();
    let births: Vec<String> = nominations(&list)
        .iter()
        .map(|r| r.honoree.as_ref().unwrap().birth.map_or("-".to_owned(), |b| b.to_string()))
        .collect();
    assert_eq!(births, ["11/06/1968", "11/06/1968", "1971", "02/1971", "03/12/1990", "1968", "-"]);
    assert!(
        inferences(row(&list, 3)).contains(&"birth-from-serial"),
        "a day count without date format is recorded"
    );
    assert_eq!(codes(row(&list, 8)), ["birth-no-such-month"]);
}

#[test]
fn repeated_rows_name_the_first() {
    let list = read(&[
        &["STT", "Họ và tên", "Năm sinh", "Đơn vị", "Danh hiệu"],
        &["1", "Nguyễn Thị Hòa", "1980", "Văn phòng Sở", "LĐTT"],
        &["2", "NGUYỄN THỊ HOÀ", "1980", "Văn phòng Sở", "Lao động tiên tiến"],
        &["3", "Nguyễn Thị Hoa", "1980", "Văn phòng Sở", "LĐTT"],
        &["4", "Nguyễn Thị Hòa", "1981", "Văn phòng Sở", "LĐTT"],
        &["5", "Nguyễn Thị Hòa", "1980", "Văn phòng Sở", "CSTĐCS"],
        &["6", "Nguyễn Thị Hòa", "", "Văn phòng Sở", "LĐTT"],
    ]);
    let read: Vec<RowVerdict> = nominations(&list).iter().map(|r| r.verdict).collect();
    use RowVerdict::{New, Repeated};
    assert_eq!(
        read,
        [New, Repeated, New, New, New, New],
        "the same letters with the tone elsewhere are the same person; other letters, birth or award are not"
    );
    assert_eq!(row(&list, 3).problems[0].values["row"], "2");
    assert_eq!(codes(row(&list, 7)), ["maybe-repeated"], "without a birth date it can only be asked");
}

#[test]
fn sheets_with_lists_are_joined_and_others_are_named() {
    let collectives: &[&[&str]] = &[
        &["DANH SÁCH TẬP THỂ"],
        &["STT", "Tên đơn vị", "Danh hiệu"],
        &["1", "Phòng Công chứng số 1", "TTLĐTT"],
        &["2", "Hòa Bình", "TTLĐXS"],
    ];
    let people: &[&[&str]] =
        &[&["STT", "Họ và tên", "Chức vụ", "Danh hiệu"], &["1", "Nguyễn Văn A", "Chuyên viên", "LĐTT"]];
    let notes: &[&[&str]] = &[&["Ghi chú: gửi trước ngày 15/12"]];
    let list = try_read(&common::book(&[("Tập thể", collectives), ("Cá nhân", people), ("Ghi chú", notes)]))
        .unwrap();
    assert_eq!(list.sheets, ["Tập thể", "Cá nhân"]);
    let read: Vec<(&str, u32, HonoreeType)> = nominations(&list)
        .iter()
        .map(|r| (r.sheet.as_str(), r.row, r.honoree.as_ref().unwrap().honoree_type))
        .collect();
    use HonoreeType::{Collective, Individual};
    assert_eq!(read, [("Tập thể", 3, Collective), ("Tập thể", 4, Collective), ("Cá nhân", 2, Individual)]);
    assert!(list.problems.iter().any(|p| p.code == "sheet-not-read" && p.message.contains("Ghi chú")));
}

#[test]
fn the_officer_says_what_columns_mean() {
    let bytes = common::book(&[(
        "Sheet1",
        &[&["STT", "Họ và tên", "Cột lạ", "Đơn vị"], &["1", "Ông Nguyễn Văn A", "LĐTT", "Văn phòng Sở"]],
    )]);
    let book = read_workbook(&bytes, "thử.xlsx").unwrap();
    let list = recognise_list(&book.sheets[0], &options()).unwrap();
    assert_eq!(list.missing, [ColumnMeaning::Award], "no column is known to hold the award");
    let error = list.complete().unwrap_err();
    assert_eq!(error.code(), "workbook-missing-columns");
    assert!(error.to_string().contains("danh hiệu, hình thức khen thưởng"), "{error}");
    let mut told = options();
    told.columns.insert(2, ColumnMeaning::Award);
    let list = recognise_list(&book.sheets[0], &told).unwrap();
    assert!(list.missing.is_empty());
    assert_eq!(row(&list, 2).kind.as_deref(), Some("advanced-labourer"));

    let headless =
        common::book(&[("Sheet1", &[&["Ông Nguyễn Văn A", "LĐTT"], &["Bà Trần Thị B", "CSTĐCS"]])]);
    let book = read_workbook(&headless, "thử.xlsx").unwrap();
    assert_eq!(recognise_list(&book.sheets[0], &options()).unwrap_err().code(), "workbook-no-list");
    let mut told = options();
    told.columns = [(0, ColumnMeaning::Name), (1, ColumnMeaning::Award)].into();
    let list = recognise_list(&book.sheets[0], &told).unwrap();
    assert_eq!(nominations(&list).len(), 2, "a list without heads is read by the officer's own columns");
}

#[test]
fn names_keep_their_letters_and_lose_what_is_not_theirs() {
    let list = read(&[
        &["STT", "Họ và tên", "Năm sinh", "Đơn vị", "Danh hiệu"],
        &["1", "  NGUYỄN\u{a0}THỊ  ÁNH TUYẾT ", "1980", "Văn phòng Sở", "LĐTT"],
        &["2", "Nguye\u{302}\u{303}n Va\u{306}n Hu\u{300}ng", "1980", "Văn phòng Sở", "LĐTT"],
        &["3", "Trâ\u{300}n Thi\u{323} Mơ\u{301}", "1980", "Văn phòng Sở", "LĐTT"],
        &["4", "Đ/c ThS. Lê Văn Bốn", "1980", "Văn phòng Sở", "LĐTT"],
        &["5", "H'HEN NIÊ", "1980", "Văn phòng Sở", "LĐTT"],
        &["6", "Ông Võ Văn Năm\nPhó Trưởng phòng", "1980", "Văn phòng Sở", "LĐTT"],
        &["7", "Phạm Thị Sáu (Kế toán)", "1980", "Văn phòng Sở", "LĐTT"],
    ]);
    let names: Vec<&str> =
        nominations(&list).iter().map(|r| r.honoree.as_ref().unwrap().name.as_str()).collect();
    assert_eq!(
        names,
        [
            "Nguyễn Thị Ánh Tuyết",
            "Nguyễn Văn Hùng",
            "Trần Thị Mớ",
            "Lê Văn Bốn",
            "H'Hen Niê",
            "Võ Văn Năm",
            "Phạm Thị Sáu",
        ]
    );
    let position = |n| row(&list, n).honoree.as_ref().unwrap().position.clone();
    assert_eq!(position(7).as_deref(), Some("Phó Trưởng phòng"));
    assert_eq!(position(8).as_deref(), Some("Kế toán"));
}

#[test]
fn several_awards_in_one_cell_are_taken_apart_only_when_all_are_known() {
    let list = read(&[
        &["STT", "Họ và tên", "Giới tính", "Danh hiệu, hình thức khen thưởng"],
        &["1", "Nguyễn Văn A", "Nam", "LĐTT, Giấy khen của Giám đốc Sở"],
        &["2", "Nguyễn Văn B", "Nam", "LĐTT và giải phong trào"],
    ]);
    let read: Vec<(u32, u32, Option<&str>, RowVerdict)> =
        nominations(&list).iter().map(|r| (r.row, r.part, r.kind.as_deref(), r.verdict)).collect();
    assert_eq!(
        read,
        [
            (2, 0, Some("advanced-labourer"), RowVerdict::New),
            (2, 1, Some("commendation-department-director"), RowVerdict::New),
            (3, 0, None, RowVerdict::Question),
        ]
    );
}

#[test]
fn merged_cells_hold_for_all_their_rows() {
    let bytes = merged_book(
        &[(
            "Sheet1",
            &[
                &["STT", "Họ và tên", "Giới tính", "Đơn vị", "Danh hiệu"],
                &["1", "Nguyễn Văn A", "Nam", "Văn phòng Sở", "LĐTT"],
                &["2", "Trần Thị B", "Nữ", "", ""],
                &["3", "Lê Văn C", "Nam", "Thanh tra Sở", ""],
            ],
        )],
        &[(1, 3, 2, 3), (1, 4, 3, 4)],
    );
    let list = try_read(&bytes).unwrap();
    let units: Vec<Option<&str>> =
        nominations(&list).iter().map(|r| r.honoree.as_ref().unwrap().unit.as_deref()).collect();
    assert_eq!(units, [Some("Văn phòng Sở"), Some("Văn phòng Sở"), Some("Thanh tra Sở")]);
    assert!(nominations(&list).iter().all(|r| r.kind.as_deref() == Some("advanced-labourer")));
}

#[test]
fn past_awards_and_money_are_kept_out() {
    let list = read(&[
        &[
            "STT",
            "Họ và tên",
            "Giới tính",
            "Danh hiệu đã được tặng năm 2024",
            "Danh hiệu đề nghị năm 2025",
            "Tiền thưởng",
        ],
        &["1", "Nguyễn Văn A", "Nam", "CSTĐCS", "LĐTT", "710000"],
    ]);
    assert_eq!(row(&list, 2).kind.as_deref(), Some("advanced-labourer"));
    assert_eq!(nominations(&list).len(), 1);
}

#[test]
fn the_title_gives_the_award_of_a_list_without_an_award_column() {
    let list = read(&[
        &["DANH SÁCH ĐỀ NGHỊ TẶNG DANH HIỆU LAO ĐỘNG TIÊN TIẾN NĂM 2025"],
        &[],
        &["STT", "Họ và tên", "Chức vụ", "Đơn vị"],
        &["1", "Nguyễn Văn A", "Chuyên viên", "Văn phòng Sở"],
    ]);
    assert!(list.missing.is_empty());
    assert_eq!(row(&list, 4).kind.as_deref(), Some("advanced-labourer"));
    assert!(inferences(row(&list, 4)).contains(&"award-by-title"));
}

#[test]
fn everything_about_a_person_in_one_cell() {
    let list = read(&[
        &["STT", "Họ tên, chức vụ, đơn vị công tác", "Hình thức khen thưởng"],
        &["1", "Ông Nguyễn Văn Bình, Trưởng phòng, Phòng Công chứng số 1", "Giấy khen"],
        &["2", "Bà Lê Thị Hoa - Kế toán", "Giấy khen"],
        &["3", "Văn phòng Sở", "Giấy khen"],
    ]);
    let read: Vec<(&str, Option<&str>, Option<&str>)> = nominations(&list)
        .iter()
        .map(|r| r.honoree.as_ref().unwrap())
        .map(|h| (h.name.as_str(), h.position.as_deref(), h.unit.as_deref()))
        .collect();
    assert_eq!(
        read,
        [
            ("Nguyễn Văn Bình", Some("Trưởng phòng"), Some("Phòng Công chứng số 1")),
            ("Lê Thị Hoa", Some("Kế toán"), None),
            ("Văn phòng Sở", None, None),
        ]
    );
    assert!(inferences(row(&list, 2)).contains(&"position-from-name-cell"));
}

#[test]
fn sections_with_counts_subtotals_and_households() {
    let list = read(&[
        &["TT", "Tên tập thể/cá nhân", "Chức vụ/Đơn vị", "Hình thức đề nghị khen thưởng"],
        &["A", "KHEN THƯỞNG TẬP THỂ"],
        &["1", "Phòng Nghiệp vụ 1", "", "Giấy khen của Giám đốc Sở"],
        &["B", "KHEN THƯỞNG CÁ NHÂN"],
        &["I", "Phòng Nghiệp vụ 1"],
        &["1", "Trần Văn Út", "Trưởng phòng", "GK GĐ Sở"],
        &["2", "Trần Văn Út", "Chuyên viên", "GK GĐ Sở"],
        &["", "Cộng: 2 cá nhân"],
        &["C", "HỘ GIA ĐÌNH"],
        &["1", "Hộ ông Lê Văn Sáu", "Ấp 3, xã Tân Bình", "Giấy khen"],
        &["", "TỔNG CỘNG", "", "4"],
    ]);
    let read: Vec<(u32, RowVerdict, HonoreeType, Option<&str>)> = nominations(&list)
        .iter()
        .map(|r| {
            (
                r.row,
                r.verdict,
                r.honoree.as_ref().unwrap().honoree_type,
                r.honoree.as_ref().unwrap().unit.as_deref(),
            )
        })
        .collect();
    use HonoreeType::{Collective, Household, Individual};
    use RowVerdict::New;
    assert_eq!(
        read,
        [
            (3, New, Collective, None),
            (6, New, Individual, Some("Phòng Nghiệp vụ 1")),
            (7, New, Individual, Some("Phòng Nghiệp vụ 1")),
            (10, New, Household, Some("Ấp 3, xã Tân Bình")),
        ]
    );
    assert_eq!(
        codes(row(&list, 7)),
        ["maybe-repeated"],
        "one name, two positions: perhaps two people, so asked"
    );
    assert_eq!((row(&list, 8).verdict, row(&list, 11).verdict), (RowVerdict::Total, RowVerdict::Total));
    assert!(list.problems.is_empty(), "subtotal and total agree: {:?}", list.problems);
}

#[test]
fn an_award_named_by_a_section_head_with_counts() {
    let list = read(&[
        &["STT", "HỌ VÀ TÊN", "CHỨC VỤ, ĐƠN VỊ"],
        &["I. Chiến sĩ thi đua cơ sở: 01 người"],
        &["1", "Nguyễn Văn A", "Trưởng phòng, Phòng Hành chính tư pháp"],
        &["II. Giấy khen của Giám đốc Sở: 01 tập thể, 01 cá nhân"],
        &["1", "Phòng Công chứng số 2", ""],
        &["2", "Bà Trần Thị C", "Kế toán, Văn phòng Sở"],
        &["Tổng số: 1 tập thể, 2 cá nhân"],
        &["", "", "GIÁM ĐỐC"],
    ]);
    let kinds: Vec<&str> = nominations(&list).iter().map(|r| r.kind.as_deref().unwrap()).collect();
    assert_eq!(
        kinds,
        ["base-emulation-fighter", "commendation-department-director", "commendation-department-director"]
    );
    assert!(list.problems.is_empty(), "{:?}", list.problems);
}

#[test]
fn units_numbered_between_rows_numbered_below_them() {
    let list = read(&[
        &["STT", "Họ và tên", "Chức vụ", "Danh hiệu"],
        &["1", "Văn phòng Sở"],
        &["1.1", "Nguyễn Văn A", "Chuyên viên", "LĐTT"],
        &["2", "Thanh tra Sở"],
        &["2.1", "Nguyễn Văn C", "Thanh tra viên", "CSTĐCS"],
    ]);
    let units: Vec<Option<&str>> =
        nominations(&list).iter().map(|r| r.honoree.as_ref().unwrap().unit.as_deref()).collect();
    assert_eq!(units, [Some("Văn phòng Sở"), Some("Thanh tra Sở")]);
}
