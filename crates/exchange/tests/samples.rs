//! The sample workbooks, row by row.
#![allow(clippy::unwrap_used, reason = "a test may stop at what should not happen")]

use chrono::NaiveDate;
use commendation::{Catalogue, HonoreeType};
use exchange::{
    ColumnMeaning, LegacyEncoding, ListRow, NominationList, RecogniseOptions, RowVerdict, read_workbook,
    recognise_workbook,
};

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn read(name: &str) -> NominationList {
    let options = RecogniseOptions::new(Catalogue::bundled(), NaiveDate::from_ymd_opt(2025, 12, 15).unwrap());
    let book = read_workbook(&fixture(name), name).unwrap();
    recognise_workbook(&book, None, &options).unwrap()
}

fn at(list: &NominationList, row: u32) -> &ListRow {
    list.rows.iter().find(|r| r.row == row).unwrap_or_else(|| panic!("row {row} should be listed"))
}

#[test]
fn the_list_of_2025_is_read_row_by_row() {
    let list = read("de-nghi-khen-thuong-2025.xlsx");
    assert_eq!(list.header_row, 6, "the heads are under letterhead and title");
    assert_eq!(list.title.year, Some(2025));
    let meanings: Vec<ColumnMeaning> = list.columns.iter().map(|c| c.meaning).collect();
    use ColumnMeaning::*;
    assert_eq!(meanings, [Ordinal, Name, Gender, Birth, Position, Unit, Award, Achievement]);
    assert_eq!(at(&list, 7).verdict, RowVerdict::Section, "I TẬP THỂ");
    assert_eq!(at(&list, 11).verdict, RowVerdict::Section, "II CÁ NHÂN");
    for blank in [23, 35, 47, 53] {
        assert_eq!(at(&list, blank).verdict, RowVerdict::Outside, "row {blank} is blank");
    }
    assert_eq!(at(&list, 54).verdict, RowVerdict::Total);
    assert!(
        at(&list, 54).problems.is_empty(),
        "3 collectives and 38 individuals were read: {:?}",
        at(&list, 54)
    );
    assert_eq!(at(&list, 56).verdict, RowVerdict::Outside, "the position of the signer is no nomination");
    let counts = list.counts();
    assert_eq!((counts.total, counts.new, counts.repeated, counts.question), (41, 41, 0, 0));
    let of = |honoree_type| {
        list.rows
            .iter()
            .filter(|r| r.honoree.as_ref().is_some_and(|h| h.honoree_type == honoree_type))
            .count()
    };
    assert_eq!((of(HonoreeType::Collective), of(HonoreeType::Individual)), (3, 38));
    assert_eq!(list.converted_from, None, "good Unicode is left alone");
    assert!(list.missing.is_empty() && list.problems.is_empty(), "{:?}", list.problems);
}

#[test]
fn every_row_of_2025_has_the_cells_that_excel_shows() {
    let list = read("de-nghi-khen-thuong-2025.xlsx");
    let kinds: Vec<(u32, &str)> = list
        .rows
        .iter()
        .filter(|r| r.verdict.counts())
        .map(|r| (r.row, r.kind.as_deref().unwrap_or("?")))
        .collect();
    let expected_by_wording = |wording: &str| match wording {
        "Tập thể lao động tiên tiến" => "advanced-labour-collective",
        "CSTĐCS" | "Chiến sĩ thi đua cơ sở" => "base-emulation-fighter",
        "LĐTT" | "Lao động tiên tiến" => "advanced-labourer",
        "Giấy khen" | "Giấy khen của Giám đốc Sở" => "commendation-department-director",
        "Bằng khen của Chủ tịch UBND tỉnh" => "merit-province-chair",
        other => panic!("{other} is not in the sample"),
    };
    for (row, kind) in kinds {
        let listed = at(&list, row);
        assert_eq!(kind, expected_by_wording(&listed.cells[6]), "row {row}");
        assert_eq!(
            listed.achievement,
            listed.cells[7].trim(),
            "row {row}: the achievement is kept as written"
        );
        let honoree = listed.honoree.as_ref().unwrap();
        assert_eq!(honoree.unit.as_deref(), Some(listed.cells[5].as_str()), "row {row}");
        if honoree.honoree_type == HonoreeType::Individual {
            assert_eq!(honoree.position.as_deref(), Some(listed.cells[4].as_str()), "row {row}");
            let bare = listed.cells[1].trim().trim_start_matches("Ông ").to_lowercase();
            assert_eq!(honoree.name.to_lowercase(), bare, "row {row}: title and blanks off, letters kept");
            assert!(honoree.name.split(' ').all(|w| w.chars().next().unwrap().is_uppercase()), "row {row}");
            assert!(honoree.birth.is_some(), "row {row}: every birth cell of the sample can be understood");
        }
    }
    let birth = |row| at(&list, row).honoree.as_ref().unwrap().birth.unwrap().to_string();
    assert_eq!(birth(12), "15/02/1971", "text");
    assert_eq!(birth(13), "1990", "a year as text");
    assert_eq!(birth(15), "05/12/1969", "a date of Excel");
    assert_eq!(birth(18), "18/03/1986", "text without leading zero");
    assert_eq!(birth(22), "03/12/1990", "day before month");
}

#[test]
fn contradictions_of_2025_are_told_and_still_added() {
    let list = read("de-nghi-khen-thuong-2025.xlsx");
    let with_problems: Vec<(u32, Vec<&str>)> = list
        .rows
        .iter()
        .filter(|r| !r.problems.is_empty())
        .map(|r| (r.row, r.problems.iter().map(|p| p.code).collect()))
        .collect();
    let contradiction = vec!["gender-contradiction"];
    assert_eq!(
        with_problems,
        [13, 29, 34, 40].map(|row| (row, contradiction.clone())).to_vec(),
        "“Ông” beside “Nữ” four times, and nothing else to say"
    );
    for (row, _) in with_problems {
        assert_eq!(at(&list, row).verdict, RowVerdict::New, "who and what are known in row {row}");
        assert_eq!(
            at(&list, row).honoree.as_ref().unwrap().gender,
            None,
            "neither the title nor the column is taken for right"
        );
    }
    let by_title: Vec<u32> = list
        .rows
        .iter()
        .filter(|r| r.inferred.iter().any(|i| i.code == "gender-by-title"))
        .map(|r| r.row)
        .collect();
    assert_eq!(by_title, [24, 45], "gender from “Ông” where the column is blank, and it is recorded");
    let assumed = list.rows.iter().filter(|r| r.inferred.iter().any(|i| i.code == "award-assumed")).count();
    assert_eq!(
        assumed,
        list.rows.iter().filter(|r| r.kind_as_written == "Giấy khen").count(),
        "each bare “Giấy khen”"
    );
}

/// The expected table beside a legacy workbook: heads, then rows.
fn expected(name: &str) -> Vec<Vec<String>> {
    let text = String::from_utf8(fixture(name)).unwrap();
    let text = text.trim_start_matches('\u{feff}').to_owned();
    let rows = text.lines().filter(|l| !l.trim().is_empty());
    rows.map(|l| l.trim().trim_matches('"').split("\",\"").map(str::to_owned).collect()).collect()
}

fn converted_as_expected(book: &str, table: &str, encoding: LegacyEncoding) {
    let list = read(book);
    assert_eq!(list.converted_from, Some(encoding), "{book}");
    let expected = expected(table);
    let header = at(&list, list.header_row);
    assert_eq!(header.cells, expected[0], "{book}: the heads too are converted");
    let rows: Vec<&ListRow> = list.rows.iter().filter(|r| r.verdict.counts()).collect();
    assert_eq!(rows.len(), expected.len() - 1, "{book}: as many rows as expected");
    for (row, expected) in rows.iter().zip(&expected[1..]) {
        let honoree = row.honoree.as_ref().unwrap();
        let read = [
            row.cells[0].clone(),
            honoree.name.clone(),
            honoree.position.clone().unwrap_or_default(),
            honoree.unit.clone().unwrap_or_default(),
            row.kind_as_written.clone(),
        ];
        assert_eq!(&read[..], &expected[..], "{book}, row {}", row.row);
        assert_eq!(row.verdict, RowVerdict::New);
    }
}

#[test]
fn the_vni_list_of_2002_is_converted() {
    converted_as_expected("de-nghi-2002-vni.xlsx", "de-nghi-2002-vni.expected.csv", LegacyEncoding::Vni);
}

#[test]
fn the_tcvn3_list_of_2004_is_converted() {
    converted_as_expected(
        "de-nghi-2004-tcvn3.xlsx",
        "de-nghi-2004-tcvn3.expected.csv",
        LegacyEncoding::Tcvn3,
    );
}

#[test]
fn old_encodings_are_told_from_the_text_when_fonts_say_nothing() {
    for (name, encoding) in
        [("de-nghi-2002-vni.xlsx", LegacyEncoding::Vni), ("de-nghi-2004-tcvn3.xlsx", LegacyEncoding::Tcvn3)]
    {
        let mut book = read_workbook(&fixture(name), name).unwrap();
        for cell in book.sheets.iter_mut().flat_map(|s| &mut s.rows).flat_map(|r| &mut r.cells) {
            cell.font = exchange::FontHint::None;
        }
        let options =
            RecogniseOptions::new(Catalogue::bundled(), NaiveDate::from_ymd_opt(2025, 12, 15).unwrap());
        let list = recognise_workbook(&book, None, &options).unwrap();
        assert_eq!(list.converted_from, Some(encoding), "{name} without its fonts");
        let with_fonts = read(name);
        let cells = |l: &NominationList| l.rows.iter().map(|r| r.cells.clone()).collect::<Vec<_>>();
        assert_eq!(cells(&list), cells(&with_fonts), "{name}: the same text with and without fonts");
    }
}
