//! Documents to try the layout on: those an office writes, and those nobody should.

use chrono::DateTime;
use document::{
    AgencyStamp, Align, Block, Closing, Color, Column, CopyHead, Document, FontFamily, Head, Level, Meta,
    Orientation, Paper, Placed, Point, Rect, Row, Run, Section, Segment, Sheet, Signature, Style, Table,
    Text, TextBox, TextRole, Urgency, VerticalAlign, Width,
};

/// A text without origin.
pub(crate) fn t(text: &str) -> Text {
    Text::plain(text)
}

/// A missing fact.
pub(crate) fn hole(text: &str, key: &str) -> Run {
    Run { text: text.into(), field: Some(key.into()), hole: true, style: Style::default() }
}

/// A document of one portrait paper.
pub(crate) fn paper(blocks: Vec<Block>) -> Document {
    document(vec![Section::Paper(Paper { orientation: Orientation::Portrait, blocks })])
}

/// A document of these sections.
pub(crate) fn document(sections: Vec<Section>) -> Document {
    Document {
        meta: Meta {
            title: "Quyết định về việc tặng Giấy khen của Giám đốc Sở Tư pháp".into(),
            author: "Sở Tư pháp tỉnh Tây Ninh".into(),
            subject: "Tặng Giấy khen năm 2025 <tổng kết & biểu dương>".into(),
            created: DateTime::parse_from_rfc3339("2026-01-05T08:30:00+07:00").expect("a written time"),
        },
        sections,
    }
}

/// The usual head.
pub(crate) fn head() -> Head {
    Head {
        parent: Some(t("UBND TỈNH TÂY NINH")),
        agency: t("SỞ TƯ PHÁP"),
        number: Some(Text {
            runs: vec![
                Run { text: "Số: ".into(), ..Run::default() },
                hole("        ", "number"),
                Run { text: "/QĐ-STP".into(), ..Run::default() },
            ],
        }),
        place_and_date: Some(t("Tây Ninh, ngày 05 tháng 01 năm 2026")),
        summary: None,
    }
}

/// The usual closing.
pub(crate) fn closing() -> Closing {
    Closing {
        distribution: vec![
            t("- Như Điều 3;"),
            t("- UBND tỉnh (để báo cáo);"),
            t("- Ban Thi đua - Khen thưởng tỉnh;"),
            t("- Ban Giám đốc Sở;"),
            t("- Lưu: VT, VP."),
        ],
        signatures: vec![signature("GIÁM ĐỐC", "Nguyễn Hoàng Nam", "ChuKyNguoiKy", Some("DauCoQuan"))],
    }
}

/// A place to sign.
pub(crate) fn signature(position: &str, name: &str, field: &str, seal: Option<&str>) -> Signature {
    Signature {
        position: position.split('/').map(t).collect(),
        name: t(name),
        person_field: field.into(),
        seal_field: seal.map(String::from),
        given: None,
    }
}

fn article(label: &str, text: &str) -> Block {
    Block::Article { label: t(label), text: t(text) }
}

/// The blocks of a one-page decision.
pub(crate) fn decision_blocks() -> Vec<Block> {
    let citations = [
        "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
        "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định về phân cấp, phân quyền \
         trong lĩnh vực thi đua, khen thưởng; quy định chi tiết và hướng dẫn thi hành một số điều của Luật Thi đua, \
         khen thưởng;",
        "Căn cứ Quyết định số 16/2025/QĐ-UBND ngày 01 tháng 7 năm 2025 của Ủy ban nhân dân tỉnh Tây Ninh quy định \
         chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Sở Tư pháp;",
        "Theo đề nghị của Hội đồng Thi đua - Khen thưởng Sở Tư pháp tại Biên bản họp ngày 12 tháng 12 năm 2025.",
    ];
    let mut blocks = vec![
        Block::Head(head()),
        Block::Title {
            kind: t("QUYẾT ĐỊNH"), summary: t("Về việc tặng Giấy khen của Giám đốc Sở Tư pháp")
        },
        Block::Authority(t("GIÁM ĐỐC SỞ TƯ PHÁP")),
    ];
    blocks.extend(citations.map(|citation| Block::Citation(t(citation))));
    blocks.push(Block::Order(t("QUYẾT ĐỊNH:")));
    blocks.push(Block::Article {
        label: t("Điều 1."),
        text: Text {
            runs: vec![
                Run {
                    text: "Tặng Giấy khen của Giám đốc Sở Tư pháp cho 03 tập thể và 28 cá nhân ".into(),
                    ..Run::default()
                },
                Run {
                    text: "đã có thành tích xuất sắc trong công tác tư pháp năm 2025".into(),
                    field: Some("achievement".into()),
                    ..Run::default()
                },
                Run {
                    text: " (có danh sách kèm theo)".into(),
                    style: Style { italic: true, bold: false },
                    ..Run::default()
                },
                Run { text: ".".into(), ..Run::default() },
            ],
        },
    });
    blocks.push(article(
        "Điều 2.",
        "Tiền thưởng kèm theo Giấy khen thực hiện theo Nghị định số 152/2025/NĐ-CP, trích từ Quỹ thi đua, khen thưởng \
         của Sở Tư pháp; tổng số tiền là 24.110.000 đồng.",
    ));
    blocks.push(article(
        "Điều 3.",
        "Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng, Trưởng các phòng, đơn vị thuộc Sở và các tập thể, \
         cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.",
    ));
    blocks.push(Block::Closing(closing()));
    blocks
}

/// The table of a list of honorees.
pub(crate) fn honorees(count: usize) -> Table {
    let names =
        ["Nguyễn Thị Ánh Tuyết", "Trần Văn Bảo", "Lê Hoàng Phương", "Phạm Thị Thu Hạnh", "Hoàng Đình Khuê"];
    let units = [
        "Chuyên viên Văn phòng Sở",
        "Phó Trưởng phòng Hành chính và Bổ trợ tư pháp, Sở Tư pháp tỉnh Tây Ninh",
        "Đấu giá viên Trung tâm Dịch vụ đấu giá tài sản",
        "Trợ giúp viên pháp lý hạng II, Trung tâm Trợ giúp pháp lý nhà nước",
    ];
    let column = |head: &str, align, width| Column { head: t(head), align, width };
    let mut rows = vec![Row::Group(t("I. TẬP THỂ"))];
    for number in 1..=count {
        if number == 4 {
            rows.push(Row::Group(t("II. CÁ NHÂN")));
        }
        rows.push(Row::Cells(vec![
            t(&number.to_string()),
            Text::from_field(names[number % 5], format!("honoree.{number}.name")),
            t(units[(number * 7 + number / 3) % 4]),
            t("702.000"),
            t(""),
        ]));
    }
    rows.push(Row::Total(vec![t(""), t("Tổng cộng"), t(""), t(&format!("{}.000", count * 702)), t("")]));
    Table {
        columns: vec![
            column("TT", Align::Center, Width::Narrow),
            column("Họ và tên", Align::Left, Width::Share(3.0)),
            column("Chức vụ, đơn vị công tác", Align::Left, Width::Share(5.0)),
            column("Tiền thưởng (đồng)", Align::Right, Width::Narrow),
            column("Ghi chú", Align::Left, Width::Share(1.5)),
        ],
        rows,
    }
}

/// The annex with the list.
pub(crate) fn annex(count: usize, orientation: Orientation) -> Section {
    Section::Paper(Paper {
        orientation,
        blocks: vec![
            Block::AnnexHead {
                label: None,
                title: t("DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN CỦA GIÁM ĐỐC SỞ TƯ PHÁP"),
                summary: Some(t("Đã có thành tích xuất sắc trong công tác tư pháp năm 2025")),
                reference: Some(t(
                    "(Kèm theo Quyết định số        /QĐ-STP ngày 05 tháng 01 năm 2026 của Giám đốc Sở Tư pháp)",
                )),
            },
            Block::Table(honorees(count)),
        ],
    })
}

/// A decision with its list.
pub(crate) fn decision(count: usize) -> Document {
    document(vec![
        Section::Paper(Paper { orientation: Orientation::Portrait, blocks: decision_blocks() }),
        annex(count, Orientation::Portrait),
    ])
}

/// Council minutes with two signatures.
pub(crate) fn minutes() -> Document {
    let mut blocks = vec![
        Block::Head(Head {
            parent: Some(t("UBND TỈNH TÂY NINH")),
            agency: t("HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG SỞ TƯ PHÁP"),
            number: Some(t("Số: 07/BB-HĐTĐKT")),
            place_and_date: None,
            summary: None,
        }),
        Block::Title {
            kind: t("BIÊN BẢN"),
            summary: t(
                "Họp xét tặng Giấy khen của Giám đốc Sở Tư pháp cho các tập thể, cá nhân có thành tích xuất sắc trong công tác tư pháp năm 2025",
            ),
        },
        Block::Paragraph(t("Thời gian bắt đầu: 14 giờ 00, ngày 12 tháng 12 năm 2025.")),
        Block::Paragraph(t("Địa điểm: Phòng họp số 1, Sở Tư pháp.")),
        Block::Heading { level: Level::Section, text: t("I. THÀNH PHẦN THAM DỰ") },
        Block::Item(t("1. Ông Nguyễn Hoàng Nam - Giám đốc Sở, Chủ tịch Hội đồng;")),
        Block::Item(t("2. Bà Trần Thị Mai - Phó Giám đốc Sở, Phó Chủ tịch Hội đồng.")),
        Block::Heading { level: Level::Section, text: t("II. NỘI DUNG") },
        Block::Heading { level: Level::Clause, text: t("1. Báo cáo kết quả xét chọn") },
    ];
    for _ in 0..6 {
        blocks.push(Block::Paragraph(t(
            "Thường trực Hội đồng báo cáo kết quả rà soát hồ sơ đề nghị khen thưởng của các phòng, đơn vị thuộc Sở; các hồ \
             sơ đều bảo đảm thành phần, số lượng và thời hạn theo quy định của Luật Thi đua, khen thưởng và Nghị định số \
             152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ.",
        )));
    }
    blocks.push(Block::Paragraph(t("Cuộc họp kết thúc vào 16 giờ 30, ngày 12 tháng 12 năm 2025./.")));
    blocks.push(Block::Closing(Closing {
        distribution: vec![t("- Thành viên Hội đồng;"), t("- Lưu: VT, Hồ sơ.")],
        signatures: vec![
            signature("THƯ KÝ", "Lê Thị Hồng", "ChuKyThuKy", None),
            signature("CHỦ TỌA", "Nguyễn Hoàng Nam", "ChuKyChuToa", Some("DauCoQuan")),
        ],
    }));
    paper(blocks)
}

/// A submission with several addressees and long agency names.
pub(crate) fn submission() -> Document {
    let mut blocks = vec![
        Block::Head(Head {
            parent: Some(t("ỦY BAN NHÂN DÂN TỈNH TÂY NINH")),
            agency: t("TRUNG TÂM DỊCH VỤ ĐẤU GIÁ TÀI SẢN VÀ HỖ TRỢ PHÁP LÝ DOANH NGHIỆP NHỎ VÀ VỪA"),
            number: Some(t("Số: 153/TTr-TTDVĐGTS")),
            place_and_date: Some(t("Tây Ninh, ngày 20 tháng 11 năm 2025")),
            summary: Some(t("V/v đề nghị khen thưởng thành tích đột xuất trong công tác trợ giúp pháp lý")),
        }),
        Block::Addressees {
            lead: t("Kính gửi:"),
            to: vec![
                t("Chủ tịch Ủy ban nhân dân tỉnh;"),
                t("Hội đồng Thi đua - Khen thưởng tỉnh;"),
                t("Sở Nội vụ."),
            ],
        },
    ];
    for number in 1..=9 {
        blocks.push(Block::Heading {
            level: Level::Clause,
            text: t(&format!("{number}. Đặc điểm tình hình, kết quả đạt được")),
        });
        blocks.push(Block::Paragraph(t(
            "Trong năm 2025, Trung tâm đã hoàn thành xuất sắc nhiệm vụ chính trị được giao, góp phần nâng cao hiệu quả \
             công tác tư pháp trên địa bàn tỉnh, được Giám đốc Sở Tư pháp ghi nhận, đánh giá cao tại Hội nghị tổng kết.",
        )));
    }
    blocks.push(Block::Closing(Closing {
        distribution: vec![t("- Như trên;"), t("- Lưu: VT, HCTH (03b).")],
        signatures: vec![signature(
            "KT. GIÁM ĐỐC/PHÓ GIÁM ĐỐC",
            "Trần Quốc Toản",
            "ChuKyNguoiKy",
            Some("DauCoQuan"),
        )],
    }));
    paper(blocks)
}

/// A report with parts, sections and clauses, and a byline in place of a closing.
pub(crate) fn report() -> Document {
    let text = "Trong năm 2025, công tác tư pháp trên địa bàn tỉnh đạt nhiều kết quả quan trọng; phong trào thi đua được \
                triển khai sâu rộng, thiết thực, gắn với nhiệm vụ chính trị của từng cơ quan, đơn vị.";
    let heading = |level, text: &str| Block::Heading { level, text: t(text) };
    paper(vec![
        Block::Head(Head { number: Some(t("Số: 05/BC-STP")), ..head() }),
        Block::Title {
            kind: t("BÁO CÁO"),
            summary: t("Tổng kết công tác thi đua, khen thưởng năm 2025\nvà phương hướng, nhiệm vụ năm 2026"),
        },
        Block::Addressees { lead: t("Kính gửi:"), to: vec![t("Ủy ban nhân dân tỉnh Tây Ninh")] },
        Block::Paragraph(t(text)),
        heading(Level::Part, "Phần thứ nhất\nKẾT QUẢ CÔNG TÁC THI ĐUA, KHEN THƯỞNG NĂM 2025"),
        heading(Level::Section, "I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO"),
        heading(Level::Clause, "1. Công tác quán triệt, triển khai các văn bản của Trung ương"),
        Block::Paragraph(t(text)),
        Block::Item(t("a) Tổ chức phát động phong trào thi đua yêu nước;")),
        Block::Item(t("b) Tổ chức 04 hội nghị chuyên đề với 320 lượt người tham dự;")),
        Block::Item(t("- Đã khen thưởng 28 cá nhân, 03 tập thể có thành tích xuất sắc.")),
        heading(Level::Part, "Phần thứ hai\nPHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2026"),
        heading(Level::Section, "I. MỤC TIÊU"),
        Block::Paragraph(t(text)),
        Block::Table(honorees(4)),
        Block::Paragraph(t(text)),
        Block::Byline(t("Nguyễn Hoàng Nam")),
    ])
}

/// An official letter whose date and number are still open.
pub(crate) fn letter() -> Document {
    let run = |text: &str| Run { text: text.into(), ..Run::default() };
    paper(vec![
        Block::Head(Head {
            parent: Some(t("UBND TỈNH TÂY NINH")),
            agency: t("SỞ TƯ PHÁP"),
            number: Some(Text { runs: vec![run("Số: "), hole("", "number"), run("/STP-VP")] }),
            place_and_date: Some(Text {
                runs: vec![
                    run("Tây Ninh, ngày "),
                    hole("     ", "day"),
                    run(" tháng "),
                    hole("     ", "month"),
                    run(" năm 2026"),
                ],
            }),
            summary: Some(t("V/v mời dự Hội nghị tổng kết phong trào thi đua năm 2025")),
        }),
        Block::Addressees {
            lead: t("Kính gửi:"), to: vec![t("Các phòng, đơn vị thuộc Sở Tư pháp")]
        },
        Block::Paragraph(t(
            "Thực hiện Kế hoạch số 12/KH-STP ngày 02 tháng 01 năm 2026, Sở Tư pháp tổ chức Hội nghị tổng kết phong \
             trào thi đua, khen thưởng năm 2025 và phát động phong trào thi đua năm 2026.",
        )),
        Block::Paragraph(t("Đề nghị các phòng, đơn vị cử cán bộ tham dự đầy đủ, đúng thành phần./.")),
        Block::Closing(Closing {
            signatures: vec![signature(
                "TM. HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG/CHỦ TỊCH",
                "GIÁM ĐỐC SỞ TƯ PHÁP\nNguyễn Hoàng Nam",
                "ChuKyNguoiKy",
                Some("DauCoQuan"),
            )],
            ..closing()
        }),
    ])
}

/// A letter with everything long: agency, abstract, addressees, distribution in groups, position; and an electronic
/// annex in landscape.
pub(crate) fn long_letter() -> Document {
    let mut distribution = vec![
        t("- Như trên;"),
        t("- Thường trực Tỉnh ủy, Thường trực Hội đồng nhân dân tỉnh, Ủy ban nhân dân tỉnh (để báo cáo);"),
        t(
            "- Các thành viên Hội đồng Thi đua - Khen thưởng tỉnh:\n  + Khối các cơ quan Đảng;\n  + Khối các cơ quan nhà nước;",
        ),
    ];
    distribution.extend((1..=14).map(|unit| t(&format!("- Ủy ban nhân dân xã thứ {unit};"))));
    distribution.push(t("- Lưu: VT, VP, TĐKT (05b)."));
    let letter = vec![
        Block::Circulation(t("LƯU HÀNH NỘI BỘ")),
        Block::Head(Head {
            parent: Some(t("ỦY BAN NHÂN DÂN TỈNH TÂY NINH")),
            agency: t("BAN CHỈ ĐẠO TỔNG KẾT THI HÀNH LUẬT THI ĐUA, KHEN THƯỞNG"),
            number: Some(t("Số: 07/BCĐ-TKLTĐKT")),
            place_and_date: Some(t("Tây Ninh, ngày 05 tháng 01 năm 2026")),
            summary: Some(t(
                "V/v góp ý dự thảo Báo cáo tổng kết 03 năm thi hành Luật Thi đua, khen thưởng và đề nghị khen thưởng tập \
                 thể, cá nhân có thành tích xuất sắc",
            )),
        }),
        Block::Urgency { urgency: Urgency::Express, field: None },
        Block::Addressees {
            lead: t("Kính gửi:"),
            to: vec![
                t(
                    "Các sở, ban, ngành tỉnh; Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị - xã hội;",
                ),
                t("Ủy ban nhân dân các xã, phường;"),
                t(
                    "Hội đồng Thi đua - Khen thưởng các cơ quan, đơn vị, doanh nghiệp trên địa bàn tỉnh Tây Ninh.",
                ),
            ],
        },
        Block::Paragraph(t(
            "Thực hiện ý kiến chỉ đạo của đồng chí Nguyễn Văn An, Phó Bí thư Tỉnh ủy, Chủ tịch Ủy ban nhân dân tỉnh tại \
             Công văn số 152/UBND-NC ngày 20 tháng 11 năm 2025, căn cứ điểm a khoản 1 Điều 24 Luật Thi đua, khen thưởng \
             ngày 15 tháng 6 năm 2022, Ban Chỉ đạo đề nghị các cơ quan, đơn vị góp ý dự thảo Báo cáo và gửi về Sở Tư \
             pháp trước 17 giờ 00 phút ngày 15 tháng 01 năm 2026; liên hệ bà Trần Thị Bích Hằng, Trưởng phòng Phổ biến, \
             giáo dục pháp luật. Tổng kinh phí dự kiến là 1.234.500.000 đồng, bằng 12,5 % kế hoạch Quý IV năm 2025; tập \
             thể dẫn đầu được đề nghị tặng Huân chương Lao động hạng Nhì nhân dịp Đại hội thi đua yêu nước lần thứ V:",
        )),
        Block::Item(t("a) Ông Lê Hoàng Phương, Giám đốc Trung tâm Trợ giúp pháp lý nhà nước tỉnh;")),
        Block::Item(t("b) Bà Nguyễn Thị Ánh Tuyết, chuyên viên Văn phòng Sở./.")),
        Block::Closing(Closing {
            distribution,
            signatures: vec![signature(
                "TUQ. TRƯỞNG BAN/PHÓ TRƯỞNG BAN THƯỜNG TRỰC",
                "PHÓ GIÁM ĐỐC PHỤ TRÁCH SỞ TƯ PHÁP\nNguyễn Hoàng Nam",
                "ChuKyNguoiKy",
                Some("DauCoQuan"),
            )],
        }),
        Block::Drafter(t("NVA.(120)")),
    ];
    let annex = vec![
        Block::AgencyStamp(AgencyStamp { text: t("Số: 07/BCĐ-TKLTĐKT"), field: "DauPhuLuc".into() }),
        Block::AnnexHead {
            label: Some(t("Phụ lục II")),
            title: t("TỔNG HỢP ĐỀ NGHỊ KHEN THƯỞNG"),
            summary: None,
            reference: Some(t(
                "(Kèm theo Công văn số        /BCĐ-TKLTĐKT ngày      tháng      năm 2026 của Ban Chỉ đạo)",
            )),
        },
        Block::Table(honorees(9)),
    ];
    document(vec![
        Section::Paper(Paper { orientation: Orientation::Portrait, blocks: letter }),
        Section::Paper(Paper { orientation: Orientation::Landscape, blocks: annex }),
    ])
}

/// The record of a vote, which three people sign.
pub(crate) fn vote() -> Document {
    let three = ["Lê Thị Hồng", "Trần Văn Bảo", "Nguyễn Hoàng Nam"];
    let signatures = three.iter().zip(["THƯ KÝ", "ỦY VIÊN", "TRƯỞNG BAN KIỂM PHIẾU"]).enumerate();
    paper(vec![
        Block::Head(Head { place_and_date: None, ..head() }),
        Block::Title { kind: t("BIÊN BẢN KIỂM PHIẾU"), summary: t("") },
        Block::Paragraph(t(
            "Ban kiểm phiếu gồm 03 người, làm việc từ 14 giờ 30 phút đến 15 giờ 00 phút ngày 12 tháng 12 năm 2025.",
        )),
        Block::Table(honorees(6)),
        Block::Closing(Closing {
            distribution: vec![t("- Hội đồng Thi đua - Khen thưởng Sở Tư pháp;"), t("- Lưu: VT, Hồ sơ.")],
            signatures: signatures
                .map(|(index, (name, position))| signature(position, name, &format!("ChuKy{index}"), None))
                .collect(),
        }),
    ])
}

/// A certificate for somebody.
pub(crate) fn certificate(index: usize, name: &str) -> Section {
    let red = Color { r: 176, g: 22, b: 30 };
    let gold = Color { r: 196, g: 154, b: 60 };
    let black = Color::default();
    let frame = |inset: f32, line_pt: f32, color: Color| Placed::Frame {
        rect: Rect { x: inset, y: inset, width: 297.0 - inset * 2.0, height: 210.0 - inset * 2.0 },
        line_pt,
        color,
    };
    let plain = |y: f32, height: f32, size: f32, words: &str| TextBox {
        rect: Rect { x: 30.0, y, width: 237.0, height },
        text: t(words),
        family: FontFamily::Serif,
        bold: false,
        italic: false,
        size_pt: size,
        min_size_pt: size * 0.6,
        leading: 1.25,
        color: black,
        align: Align::Center,
        vertical: VerticalAlign::Middle,
        role: TextRole::Paragraph,
    };
    let text = |text_box: TextBox| Placed::Text(text_box);
    let ornament = |x: f32, y: f32, dx: f32, dy: f32| Placed::Path {
        segments: vec![
            Segment::Move(Point { x, y: y + dy * 14.0 }),
            Segment::Curve(
                Point { x: x + dx * 2.0, y: y + dy * 6.0 },
                Point { x: x + dx * 6.0, y: y + dy * 2.0 },
                Point { x: x + dx * 14.0, y },
            ),
            Segment::Line(Point { x, y }),
            Segment::Close,
        ],
        stroke: Some((gold, 0.8)),
        fill: Some(Color { r: 250, g: 240, b: 210 }),
    };
    Section::Sheet(Sheet {
        width: 297.0,
        height: 210.0,
        items: vec![
            frame(8.0, 3.0, red),
            frame(10.5, 0.8, gold),
            ornament(13.0, 13.0, 1.0, 1.0),
            ornament(284.0, 13.0, -1.0, 1.0),
            ornament(13.0, 197.0, 1.0, -1.0),
            ornament(284.0, 197.0, -1.0, -1.0),
            text(TextBox {
                bold: true, ..plain(22.0, 8.0, 14.0, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
            }),
            text(TextBox { bold: true, ..plain(29.0, 8.0, 14.0, "Độc lập - Tự do - Hạnh phúc") }),
            text(TextBox {
                bold: true,
                color: red,
                ..plain(44.0, 10.0, 18.0, "GIÁM ĐỐC SỞ TƯ PHÁP TỈNH TÂY NINH")
            }),
            text(TextBox {
                family: FontFamily::Display,
                bold: true,
                color: red,
                role: TextRole::Heading,
                ..plain(56.0, 24.0, 48.0, "GIẤY KHEN")
            }),
            text(TextBox { family: FontFamily::Script, ..plain(84.0, 22.0, 40.0, name) }),
            text(plain(106.0, 9.0, 16.0, "Chuyên viên Văn phòng Sở Tư pháp tỉnh Tây Ninh")),
            text(TextBox {
                italic: true,
                ..plain(
                    116.0,
                    20.0,
                    16.0,
                    "Đã có thành tích xuất sắc trong phong trào thi đua yêu nước và công tác tư pháp năm 2025, góp phần hoàn thành nhiệm vụ chính trị của ngành",
                )
            }),
            text(TextBox {
                align: Align::Left,
                vertical: VerticalAlign::Top,
                rect: Rect { x: 25.0, y: 150.0, width: 90.0, height: 16.0 },
                ..plain(
                    0.0,
                    0.0,
                    12.0,
                    &format!("Quyết định số 15/QĐ-STP ngày 05 tháng 01 năm 2026\nVào sổ số: {index:03}"),
                )
            }),
            text(TextBox {
                italic: true,
                rect: Rect { x: 165.0, y: 142.0, width: 100.0, height: 7.0 },
                ..plain(0.0, 0.0, 14.0, "Tây Ninh, ngày 05 tháng 01 năm 2026")
            }),
            text(TextBox {
                bold: true,
                rect: Rect { x: 165.0, y: 149.0, width: 100.0, height: 7.0 },
                ..plain(0.0, 0.0, 14.0, "GIÁM ĐỐC")
            }),
            Placed::Signature {
                rect: Rect { x: 190.0, y: 157.0, width: 50.0, height: 24.0 },
                name: format!("ChuKyNguoiKy{index}"),
                tooltip: "Chữ ký số của Nguyễn Hoàng Nam".into(),
            },
            text(TextBox {
                bold: true,
                rect: Rect { x: 165.0, y: 182.0, width: 100.0, height: 7.0 },
                ..plain(0.0, 0.0, 14.0, "Nguyễn Hoàng Nam")
            }),
        ],
    })
}

/// Many certificates in one document.
pub(crate) fn certificates(count: usize) -> Document {
    let names =
        ["Nguyễn Thị Ánh Tuyết", "Trần Quốc Bảo", "Lê Hoàng Phương", "Phạm Đình Khuê", "Võ Thị Mỹ Hạnh"];
    document((0..count).map(|index| certificate(index + 1, names[index % names.len()])).collect())
}

/// What should never be typed, and is.
pub(crate) fn hostile() -> Document {
    let long = "Ăn".repeat(300);
    let mut blocks = vec![
        Block::Head(Head {
            parent: None,
            agency: t(&"HỘI ĐỒNG THI ĐUA ".repeat(20)),
            number: Some(t("Số: 1/QĐ\u{202e}-STP\u{0}")),
            place_and_date: Some(t("Tây Ninh 🎉, ngày 05 tháng 01 năm 2026")),
            summary: None,
        }),
        Block::Title { kind: t("QUYẾT ĐỊNH"), summary: t("") },
        Block::Paragraph(t(&long)),
        Block::Paragraph(t(
            "a\u{300}\u{301}\u{323} m\u{303} x\u{30c}\u{323} שלום العربية 中文 \u{fe0f} \t hết",
        )),
        Block::Paragraph(t(&"x ".repeat(2000))),
        Block::Article { label: t("Điều 1."), text: t("") },
    ];
    let column = |head: &str| Column { head: t(head), align: Align::Justify, width: Width::Share(f32::NAN) };
    blocks.push(Block::Table(Table {
        columns: vec![column("A"), column(&"B".repeat(80))],
        rows: vec![
            Row::Cells(vec![
                t("một"),
                t(&"Một ô rất dài không thể nằm trên một trang. ".repeat(150)),
                t("thừa"),
            ]),
            Row::Group(t("")),
            Row::Total(vec![]),
        ],
    }));
    let mut end = closing();
    end.distribution = (0..90).map(|number| t(&format!("- Nơi nhận thứ {number};"))).collect();
    blocks.push(Block::Closing(end));
    paper(blocks)
}

/// An urgent letter with every element that only some papers have, and a copy of it below.
pub(crate) fn marked() -> Document {
    let mut blocks = vec![
        Block::Circulation(t("XEM XONG TRẢ LẠI")),
        Block::AgencyStamp(AgencyStamp {
            text: t("SAO Y; Sở Tư pháp tỉnh Tây Ninh"),
            field: "DauBanSao".into(),
        }),
        Block::Head(Head { summary: Some(t("V/v đề nghị khen thưởng năm 2025")), ..head() }),
        Block::Urgency { urgency: Urgency::VeryUrgent, field: None },
        Block::Addressees { lead: t("Kính gửi:"), to: vec![t("Sở Nội vụ")] },
        Block::Paragraph(t(
            "Sở Tư pháp đề nghị Sở Nội vụ xem xét, trình Chủ tịch Ủy ban nhân dân tỉnh khen thưởng./.",
        )),
        Block::Closing(closing()),
        Block::Drafter(t("PL.(300)")),
        Block::Address(vec![
            t("Số 12, đường Phạm Công Khanh, phường Tân Ninh, tỉnh Tây Ninh"),
            t("ĐT: 0276 382 2222; E-mail: sotuphap@tayninh.gov.vn; Website: sotuphap.tayninh.gov.vn"),
        ]),
        Block::Copy(CopyHead {
            form: t("SAO Y"),
            agency: t("VĂN PHÒNG UBND TỈNH TÂY NINH"),
            number: t("Số: 12/SY-VP"),
            place_and_date: t("Tây Ninh, ngày 07 tháng 01 năm 2026"),
        }),
    ];
    let mut copier = closing();
    copier.signatures = vec![signature(
        "TL. CHÁNH VĂN PHÒNG/TRƯỞNG PHÒNG HÀNH CHÍNH",
        "Lê Thị Hồng",
        "ChuKyNguoiSao",
        Some("DauSao"),
    )];
    copier.distribution = vec![t("- Sở Nội vụ;"), t("- Lưu: VT.")];
    blocks.push(Block::Closing(copier));
    paper(blocks)
}

/// A regulation in chapters, divisions and subdivisions.
pub(crate) fn regulation() -> Document {
    let heading = |level, text: &str| Block::Heading { level, text: t(text) };
    let text =
        "Quy chế này quy định nguyên tắc, thẩm quyền, trình tự, thủ tục xét khen thưởng của Sở Tư pháp.";
    paper(vec![
        Block::Title { kind: t("QUY CHẾ"), summary: t("Thi đua, khen thưởng của Sở Tư pháp") },
        heading(Level::Part, "Phần I\nNHỮNG VẤN ĐỀ CHUNG"),
        heading(Level::Chapter, "Chương I\nQUY ĐỊNH CHUNG"),
        heading(Level::Division, "Mục 1\nPHẠM VI VÀ ĐỐI TƯỢNG"),
        heading(Level::Subdivision, "Tiểu mục 1\nPHẠM VI"),
        article("Điều 1. Phạm vi điều chỉnh", ""),
        Block::Item(t(&format!("1. {text}"))),
        Block::Item(t("a) Đối với cá nhân thuộc Sở;")),
        Block::Item(t("b) Đối với tập thể thuộc Sở.")),
        heading(Level::Clause, "2. Phạm vi và đối tượng áp dụng"),
        Block::Paragraph(t(text)),
    ])
}
