//! The papers that come out of the templates, against the decree's own sample forms (Decree 30/2020/NĐ-CP, appendix
//! III, forms 1.2, 1.4, 1.7, 1.9, 2.1, 2.2, 3.1, 3.2): the same elements in the same places.
#![cfg(unix)] // the readers are programs of Linux
#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is the test's own report")]

mod common;
#[path = "../../../tests/readers/mod.rs"]
mod readers;

use common::*;
use document::Document;
use drafting::*;
use readers::forms::{
    Ours::{self, *},
    check_form,
};
use readers::pdf::{File, read};
use std::{collections::BTreeMap, path::Path, sync::LazyLock};
use typesetting::{Fonts, lay_out, pdf};

const MEMBERS: &str =
    "Ông Nguyễn Hoàng Nam - Giám đốc Sở, Chủ tịch Hội đồng\nBà Lê Thị Hồng - Chánh Văn phòng, Thư ký";

/// The papers by name, drafted, written, and read back all at once.
static PAPERS: LazyLock<BTreeMap<&'static str, File>> = LazyLock::new(|| {
    let issued = [("number", "5"), ("date", "2026-01-05")];
    let meeting = [
        ("number", "5"),
        ("date", "2025-12-12"),
        ("starts", "14 giờ 00"),
        ("ends", "16 giờ 30"),
        ("venue", "Phòng họp số 1"),
        ("chair", "Nguyễn Hoàng Nam"),
        ("secretary", "Lê Thị Hồng"),
        ("members", MEMBERS),
        ("vote", "100"),
    ];
    let apart =
        [("number", "5"), ("date", "2026-01-05"), ("annex_file", "apart"), ("annex_label", "Phụ lục")];
    let labelled = [("number", "5"), ("date", "2026-01-05"), ("annex_label", "Phụ lục")];
    let invited = [("number", "5"), ("date", "2026-01-05"), ("guest", "Đại diện Lãnh đạo Sở Nội vụ")];
    let electronic = [("medium", "electronic")];
    let first = |id, facts: &Facts, values: &[(&str, &str)]| drafted(id, facts, values).remove(0);
    let documents = BTreeMap::from([
        ("decision", first("decision-commendation", &facts(), &labelled)),
        ("annex", drafted("decision-commendation", &facts(), &apart).remove(1)),
        ("submission", first("submission-province", &facts(), &issued)),
        ("report", first("conference-report", &conference_facts(), &issued)),
        ("invitation", first("conference-invitation", &conference_facts(), &invited)),
        ("minutes", first("council-minutes", &facts(), &meeting)),
        (
            "copy",
            first(
                "copy-excerpt",
                &copied(),
                &[("number", "7"), ("date", "2026-01-07"), ("given", "(Đã ký)")],
            ),
        ),
        ("electronic-copy", first("copy-excerpt", &copied(), &electronic)),
    ]);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("forms");
    std::fs::create_dir_all(&folder).unwrap();
    let fonts = Fonts::bundled();
    let paths: Vec<_> = documents
        .iter()
        .map(|(name, document)| {
            let path = folder.join(format!("{name}.pdf"));
            std::fs::write(&path, pdf(&lay_out(document, &fonts), &fonts).unwrap()).unwrap();
            path
        })
        .collect();
    documents.into_keys().zip(read(&paths)).collect()
});

/// The files of a drafted document.
fn drafted(id: &str, facts: &Facts, values: &[(&str, &str)]) -> Vec<Document> {
    let values = values.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
    draft(template(id).unwrap(), facts, &values, created())
        .files()
        .into_iter()
        .map(std::borrow::Cow::into_owned)
        .collect()
}

/// The head that all forms have but the annexes: cells 1 to 4 of the decree's plan.
fn head<'a>(
    parent: &'a str,
    agency: &'a str,
    number: &'a str,
    place: Option<&'a str>,
) -> Vec<(&'static str, Ours<'a>)> {
    let mut head = vec![
        ("TÊN CQ, TC CHỦ QUẢN", Line(parent)),
        ("TÊN CƠ QUAN, TỔ CHỨC", Line(agency)),
        ("", Rule),
        ("Số:", Line(number)),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
        ("Độc lập - Tự do - Hạnh phúc", Line("Độc lập - Tự do - Hạnh phúc")),
        ("", Rule),
    ];
    head.extend(place.map(|place| ("", Line(place))));
    head
}

/// The foot of most forms: distribution list on the left, signature on the right.
fn foot<'a>(first: &'a str, begins: &'static str, last: &'a str) -> Vec<(&'static str, Ours<'a>)> {
    vec![
        ("Nơi nhận:", Line("Nơi nhận:")),
        (begins, Line(first)),
        ("- ", More),
        ("- Lưu: VT", Line(last)),
        ("QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ", Line("GIÁM ĐỐC")),
        ("(Chữ ký của người có thẩm quyền", Field("ChuKyNguoiKy")),
        ("dấu", More),
        ("Họ và tên", Line("Nguyễn Hoàng Nam")),
    ]
}

const PLACE: Option<&str> = Some("Tây Ninh, ngày 05 tháng 01 năm 2026");
/// The abstract is bold by PL I.I.II.5.b and by the table; some samples show dots of another look.
const ABSTRACT: &str = "PL I.I.II.5.b and table, 5a: bold";

#[test]
fn a_decision_is_form_1_2() {
    let ours = [
        head("UBND TỈNH TÂY NINH", "SỞ TƯ PHÁP", "Số: 05/QĐ-STP", PLACE),
        vec![
            ("QUYẾT ĐỊNH", Line("QUYẾT ĐỊNH")),
            ("Về việc", Line("Về việc tặng Giấy khen")),
            ("", Rule),
            ("THẨM QUYỀN BAN HÀNH", Line("GIÁM ĐỐC SỞ TƯ PHÁP")),
            ("Căn cứ", Line("Căn cứ Luật")),
            ("Căn cứ", Line("Căn cứ Nghị định")),
            ("Theo đề nghị của", Line("Theo đề nghị của")),
            ("QUYẾT ĐỊNH:", Line("QUYẾT ĐỊNH:")),
            ("Điều 1.", Line("Điều 1.")),
            ("Điều …", Line("Điều 2.")),
            ("...", End),
        ],
        foot("- Như Điều", "- Như Điều", "- Lưu: VT"),
    ];
    check_form("1.2", &PAPERS["decision"], 0, &ours.concat());
}

#[test]
fn submission_and_report_are_form_1_4() {
    for (name, kind, number, first, summary) in [
        ("submission", "TỜ TRÌNH", "Số: 05/TTr-STP", "- Như trên", "Về việc đề nghị"),
        ("report", "BÁO CÁO", "Số: 05/BC-STP", "-", "Kết quả phong trào"),
    ] {
        let ours = [
            head("UBND TỈNH TÂY NINH", "SỞ TƯ PHÁP", number, PLACE),
            vec![
                ("TÊN LOẠI VĂN BẢN", Line(kind)),
                ("...", ByTable(summary, ABSTRACT)),
                ("", Rule),
                (
                    "...",
                    Line(if name == "report" {
                        "Sở Tư pháp đã chú trọng"
                    } else {
                        "Căn cứ Luật"
                    }),
                ),
                ("./.", End),
            ],
            foot(first, "- ", "- Lưu: VT"),
        ];
        check_form("1.4", &PAPERS[name], 0, &ours.concat());
    }
}

#[test]
fn an_invitation_is_form_1_7() {
    let ours = [
        head("UBND TỈNH TÂY NINH", "SỞ TƯ PHÁP", "Số: 05/GM-STP", PLACE),
        vec![
            ("GIẤY MỜI", Line("GIẤY MỜI")),
            ("...", Line("Dự Hội nghị")),
            ("", Rule),
            ("……… ………… trân trọng kính mời:", Line("Sở Tư pháp tỉnh Tây Ninh trân trọng kính mời:")),
            ("Tới dự", Line("Tới dự")),
            ("……", More),
            ("Chủ trì:", Line("Chủ trì:")),
            ("Thời gian:", Line("Thời gian:")),
            ("Địa điểm:", Line("Địa điểm:")),
            ("……", End),
        ],
        foot("- Như trên", "- ……", "- Lưu: VT"),
    ];
    check_form("1.7", &PAPERS["invitation"], 0, &ours.concat());
}

#[test]
fn minutes_are_form_1_9() {
    let ours = [
        head("SỞ TƯ PHÁP", "HỘI ĐỒNG", "Số: 05/BB-HĐTĐKT", None),
        vec![
            ("BIÊN BẢN", Line("BIÊN BẢN")),
            ("……", Line("Họp Hội đồng")),
            ("Thời gian bắt đầu:", Line("Thời gian bắt đầu:")),
            ("Địa điểm:", Line("Địa điểm:")),
            ("Thành phần tham dự:", Line("Thành phần tham dự:")),
            ("Chủ trì", Line("Chủ trì:")),
            ("Thư ký", Line("Thư ký:")),
            ("Nội dung", Line("Nội dung:")),
            ("Cuộc họp", Line("Cuộc họp kết thúc vào")),
            ("THƯ KÝ", Line("THƯ KÝ")),
            ("(Chữ ký)", Field("ChuKyThuKy")),
            ("Họ và tên", Line("Lê Thị Hồng")),
            ("Nơi nhận:", Line("Nơi nhận:")),
            ("- ", Line("- Giám đốc Sở")),
            ("- Lưu: VT, Hồ sơ.", Line("- Lưu: VT, Hồ sơ.")),
            ("CHỦ TỌA", Line("CHỦ TỌA")),
            ("(Chữ ký của người có thẩm quyền", Field("ChuKyChuToa")),
            ("dấu", More),
            ("Họ và tên", Line("Nguyễn Hoàng Nam")),
        ],
    ];
    check_form("1.9", &PAPERS["minutes"], 0, &ours.concat());
}

/// Label, title, reference, rule, text and its end: forms 2.1 and 2.2.
fn annex(reference: &'static str) -> Vec<(&'static str, Ours<'static>)> {
    vec![
        ("Phụ lục", Line("Phụ lục")),
        // The title is in capitals by PL I.I.III.1.b, which dots do not show.
        ("……", Line("DANH SÁCH")),
        ("(Kèm theo Văn bản số", Line(reference)),
        ("", Rule),
        ("...", More),
        ("./.", End),
    ]
}

#[test]
fn the_list_of_a_decision_is_form_2_1() {
    check_form("2.1", &PAPERS["decision"], 1, &annex("(Kèm theo Quyết định số 05/QĐ-STP"));
}

#[test]
fn the_list_in_a_file_of_its_own_is_form_2_2() {
    let mut ours = vec![("Số:", Stamp("Số: 05/QĐ-STP", "DauCoQuan"))];
    ours.extend(annex("(Kèm theo Quyết định số …"));
    check_form("2.2", &PAPERS["annex"], 0, &ours);
}

/// The copied paper itself, as forms 3.1 and 3.2 show it: nobody signs it again.
fn original(given: Ours<'_>) -> Vec<(&'static str, Ours<'_>)> {
    vec![
        ("Nơi nhận:", Line("Nơi nhận:")),
        ("- ", Line("- Như Điều")),
        ("- ", More),
        ("- Lưu: VT", Line("- Lưu: VT")),
        ("QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ", Line("GIÁM ĐỐC")),
        ("(Chữ ký của người có thẩm quyền", given),
        ("dấu", More),
        ("Họ và tên", Line("Nguyễn Hoàng Nam")),
    ]
}

#[test]
fn a_copy_on_paper_is_form_3_1() {
    let ours = [
        head("UBND TỈNH TÂY NINH", "SỞ TƯ PHÁP", "Số: 15/QĐ-STP", Some("Tây Ninh, ngày 20")),
        vec![
            ("TÊN LOẠI VĂN BẢN", Line("QUYẾT ĐỊNH")),
            ("...", ByTable("Về việc tặng Giấy khen", ABSTRACT)),
            ("./.", End),
        ],
        original(ByTable("(Đã ký)", "what the agency writes in the place of the signature")),
        vec![
            ("TÊN CƠ QUAN, TỔ CHỨC", ByTable("SỞ TƯ PHÁP", "PL I.II.II.2.c: as in PL I.I.II.2, 12 to 13 pt")),
            ("", Rule),
            ("Số:", Line("Số: 07/TrS-STP")),
            ("……", Line("TRÍCH SAO")),
            ("...", Line("Tây Ninh, ngày 07 tháng 01 năm 2026")),
            ("Nơi nhận:", Line("Nơi nhận:")),
            ("- ", More),
            ("- ", More),
            ("- Lưu: VT.", Line("- Lưu: VT.")),
            ("QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ", Line("GIÁM ĐỐC")),
            ("(Chữ ký của người có thẩm quyền", Field("ChuKyNguoiKy")),
            ("dấu", More),
            ("Họ và tên", Line("Nguyễn Hoàng Nam")),
        ],
    ];
    check_form("3.1", &PAPERS["copy"], 0, &ours.concat());
}

#[test]
fn an_electronic_copy_is_form_3_2() {
    let ours = [
        vec![("…", Stamp("TRÍCH SAO; Sở Tư pháp", "DauCoQuan"))],
        head("UBND TỈNH TÂY NINH", "SỞ TƯ PHÁP", "Số: 15/QĐ-STP", Some("Tây Ninh, ngày 20")),
        vec![
            ("TÊN LOẠI VĂN BẢN", Line("QUYẾT ĐỊNH")),
            ("...", ByTable("Về việc tặng Giấy khen", ABSTRACT)),
            ("", Rule),
            ("...", End),
        ],
        original(More),
    ];
    check_form("3.2", &PAPERS["electronic-copy"], 0, &ours.concat());
}
