//! The papers that are measured: every element of the decree, with short, long and hostile content.

use document::{
    AgencyStamp, Block, Closing, CopyHead, Document, Head, Level, Orientation, Paper, Section, Text, Urgency,
};

use crate::samples::{annex, document, head, honorees, paper, signature, t};

/// What a paper says in the places that vary.
pub(crate) struct Words {
    pub(crate) case: &'static str,
    pub(crate) parent: String,
    pub(crate) agency: String,
    pub(crate) summary: String,
    pub(crate) body: String,
    pub(crate) position: &'static str,
    pub(crate) name: String,
    pub(crate) recipients: Vec<String>,
    pub(crate) urgency: Urgency,
}

impl Words {
    /// How the signer's name begins, as printed.
    pub(crate) fn name_start(&self) -> &str {
        if self.case == "hostile" { "Ngô" } else { self.name.split_once(' ').map_or("", |(first, _)| first) }
    }
}

/// Short, long and hostile content.
pub(crate) fn cases() -> [Words; 3] {
    let sentence = "Các phòng, đơn vị thuộc Sở và các tập thể, cá nhân có tên trong danh sách kèm theo chịu trách nhiệm thi \
                    hành Quyết định này kể từ ngày ký. ";
    [
        Words {
            case: "short",
            parent: "UBND TỈNH TÂY NINH".into(),
            agency: "SỞ TƯ PHÁP".into(),
            summary: "Về việc tặng Giấy khen".into(),
            body: sentence.repeat(3),
            position: "GIÁM ĐỐC",
            name: "Lê Ước".into(),
            recipients: vec!["- Như Điều 3;".into(), "- Lưu: VT.".into()],
            urgency: Urgency::Urgent,
        },
        Words {
            case: "long",
            parent: "ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH".into(),
            agency: "TRUNG TÂM DỊCH VỤ ĐẤU GIÁ TÀI SẢN VÀ HỖ TRỢ PHÁP LÝ DOANH NGHIỆP NHỎ VÀ VỪA THÀNH PHỐ".into(),
            summary: "Về việc tặng Giấy khen của Giám đốc Sở Tư pháp cho các tập thể, cá nhân có thành tích xuất sắc trong \
                      phong trào thi đua yêu nước và công tác tư pháp năm 2025"
                .into(),
            body: sentence.repeat(40),
            position: "KT. GIÁM ĐỐC/PHÓ GIÁM ĐỐC PHỤ TRÁCH TRUNG TÂM TRỢ GIÚP PHÁP LÝ NHÀ NƯỚC",
            name: "Công Tằng Tôn Nữ Thị Huyền Trân Phương Thảo".into(),
            recipients: (1..20).map(|at| format!("- Phòng chuyên môn nghiệp vụ và đơn vị sự nghiệp thứ {at};")).collect(),
            urgency: Urgency::VeryUrgent,
        },
        Words {
            case: "hostile",
            parent: "UBND\u{202e} TỈNH\u{0} TÂY NINH".into(),
            agency: format!("SỞ {}", "Ă".repeat(90)),
            summary: format!("Về việc {} tặng", "ữ".repeat(200)),
            body: format!("{} {} \u{7}a\u{302}\u{301} {}", "x".repeat(400), sentence.repeat(2), "🎉 中 ".repeat(20)),
            position: "KT. GIÁM ĐỐC/PHÓ GIÁM ĐỐC",
            name: "Ngô\u{ad} E\u{302}\u{301}".into(),
            recipients: vec![format!("- {}", "w".repeat(300)), "- Lưu: VT.".into()],
            urgency: Urgency::Express,
        },
    ]
}

fn head_of(words: &Words, summary: Option<&str>) -> Block {
    Block::Head(Head {
        parent: Some(t(&words.parent)),
        agency: t(&words.agency),
        number: Some(t("Số: 05/QĐ-STP")),
        place_and_date: Some(t("Tây Ninh, ngày 05 tháng 01 năm 2026")),
        summary: summary.map(t),
    })
}

fn closing(words: &Words) -> Block {
    Block::Closing(Closing {
        distribution: words.recipients.iter().map(|entry| t(entry)).collect(),
        signatures: vec![signature(words.position, &words.name, "ChuKyNguoiKy", Some("DauCoQuan"))],
    })
}

/// A decision (form 1.2) with its list (form 2.1).
pub(crate) fn decision(words: &Words) -> Document {
    let blocks = vec![
        head_of(words, None),
        Block::Title { kind: t("QUYẾT ĐỊNH"), summary: t(&words.summary) },
        Block::Authority(t("GIÁM ĐỐC SỞ TƯ PHÁP")),
        Block::Citation(t("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;")),
        Block::Citation(t("Theo đề nghị của Chánh Văn phòng Sở.")),
        Block::Order(t("QUYẾT ĐỊNH:")),
        Block::Article { label: t("Điều 1."), text: t(&words.body) },
        Block::Article { label: t("Điều 2."), text: t(&words.body) },
        Block::Paragraph(t(&words.body)),
        Block::Paragraph(t("Hết./.")),
        closing(words),
        Block::Drafter(t("PL.(300)")),
    ];
    let paper = Section::Paper(Paper { orientation: Orientation::Portrait, blocks });
    document(vec![paper, annex(30, Orientation::Portrait), annex(30, Orientation::Landscape)])
}

/// An official letter (form 1.5) with marks, address and electronic copy, copied on paper below (form 3.1).
pub(crate) fn letter(words: &Words) -> Document {
    let blocks = vec![
        Block::Circulation(t("LƯU HÀNH NỘI BỘ")),
        Block::AgencyStamp(AgencyStamp { text: t("SAO Y; Sở Tư pháp"), field: "DauBanSao".into() }),
        head_of(words, Some("V/v đề nghị khen thưởng")),
        Block::Urgency { urgency: words.urgency, field: None },
        Block::Addressees {
            lead: t("Kính gửi:"), to: vec![t("Sở Nội vụ;"), t("Sở Tài chính.")]
        },
        Block::Paragraph(t(&words.body)),
        Block::Paragraph(t("Trân trọng./.")),
        closing(words),
        Block::Address(vec![t("Địa chỉ: số 12, phường Tân Ninh"), t("ĐT: 0276 382 2222")]),
        Block::Copy(CopyHead {
            form: t("TRÍCH SAO"),
            agency: t("VĂN PHÒNG"),
            number: t("Số: 12/TrS-VP"),
            place_and_date: t("Tây Ninh, ngày 20 tháng 11 năm 2026"),
        }),
        Block::Closing(Closing {
            distribution: vec![t("- Lưu: VT.")],
            signatures: vec![signature("TL. CHÁNH VĂN PHÒNG/TRƯỞNG PHÒNG", "Lê Hồng", "ChuKyNguoiSao", None)],
        }),
    ];
    document(vec![Section::Paper(Paper { orientation: Orientation::Portrait, blocks })])
}

/// An annex in a file of its own (form 2.2): the agency's signature at the top right, no head.
pub(crate) fn annex_alone(words: &Words) -> Document {
    paper(vec![
        Block::AgencyStamp(AgencyStamp { text: Text::default(), field: "DauCoQuan".into() }),
        Block::AnnexHead {
            label: Some(t("Phụ lục I")),
            title: t("DANH SÁCH TẬP THỂ, CÁ NHÂN"),
            summary: Some(t(&words.summary)),
            reference: Some(t(
                "(Kèm theo Quyết định số 05/QĐ-STP ngày 05 tháng 01 năm 2026 của Giám đốc Sở Tư pháp)",
            )),
        },
        Block::Paragraph(t(&words.body)),
        Block::Table(honorees(30)),
        Block::Paragraph(t("Danh sách này có 30 cá nhân./.")),
    ])
}

/// An invitation (form 1.7).
pub(crate) fn invitation() -> Document {
    let head = Head { number: Some(t("Số: 09/GM-STP")), ..head() };
    paper(vec![
        Block::Head(head),
        Block::Title {
            kind: t("GIẤY MỜI"), summary: t("Dự Hội nghị tổng kết phong trào thi đua năm 2025")
        },
        Block::Paragraph(t("Sở Tư pháp tỉnh Tây Ninh trân trọng kính mời: Đại diện Lãnh đạo Sở Nội vụ")),
        Block::Paragraph(t("Tới dự: Hội nghị tổng kết phong trào thi đua năm 2025.")),
        Block::Paragraph(t("Chủ trì: Đồng chí Nguyễn Hoàng Nam.")),
        Block::Paragraph(t("Thời gian: 08 giờ 00, ngày 09 tháng 01 năm 2026.")),
        Block::Paragraph(t("Địa điểm: Hội trường Sở Tư pháp./.")),
        Block::Closing(crate::samples::closing()),
    ])
}

/// A regulation in parts, chapters, divisions, subdivisions, articles, clauses and points.
pub(crate) fn regulation() -> Document {
    let heading = |level, text: &str| Block::Heading { level, text: t(text) };
    let blocks = vec![
        heading(Level::Part, "Phần I\nQUY ĐỊNH"),
        heading(Level::Chapter, "Chương I\nQUY ĐỊNH CHUNG"),
        heading(Level::Division, "Mục 1\nQUẢN LÝ VĂN BẢN"),
        heading(Level::Subdivision, "Tiểu mục 1\nQUẢN LÝ VĂN BẢN ĐI"),
        Block::Article { label: t("Điều 1. Bản sao văn bản"), text: Text::default() },
        Block::Item(t("1. Các hình thức bản sao.")),
        Block::Item(t("a) Đối với sao y;")),
        heading(Level::Section, "I. NHỮNG KẾT QUẢ"),
        heading(Level::Clause, "1. Phạm vi và đối tượng áp dụng"),
        Block::Paragraph(t("Lời văn.")),
    ];
    document(vec![Section::Paper(Paper { orientation: Orientation::Portrait, blocks })])
}
