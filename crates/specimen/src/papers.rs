//! What the papers of the made-up archive say: titles, texts, facts of conferences, files.

use crate::chance::Chance;
use chrono::{Datelike, NaiveDate};
use commendation::{Agency, Conference, Power, Signatory};

/// The agency whose archive it is.
pub(crate) fn agency() -> Agency {
    Agency {
        name: "Sở Nội vụ".into(),
        parent: "UBND tỉnh Tây Ninh".into(),
        province: "Tây Ninh".into(),
        abbreviation: "SNV".into(),
        place: "Tây Ninh".into(),
        head_position: "Giám đốc".into(),
        signatory: Signatory {
            name: "Trần Thanh Hải".into(),
            position: "Giám đốc".into(),
            power: Power::Own,
        },
        council: "Hội đồng Thi đua - Khen thưởng Sở Nội vụ".into(),
        drafting_unit: "VP".into(),
        drafting_unit_head: "Chánh Văn phòng".into(),
        contact: String::new(),
    }
}

/// What rounds are held for, and conferences sum up.
pub(crate) const MOVEMENTS: &[&str] = &[
    "Tổng kết phong trào thi đua yêu nước",
    "Tổng kết công tác năm học",
    "Đợt thi đua cao điểm chào mừng Đại hội Đảng bộ các cấp",
    "Phong trào “Cả nước chung sức xây dựng nông thôn mới”",
    "Phong trào “Dân vận khéo”",
    "Công tác phòng cháy, chữa cháy và cứu nạn, cứu hộ",
    "Công tác cải cách hành chính, chuyển đổi số",
    "Công tác giảm nghèo bền vững",
    "Công tác phòng, chống dịch bệnh",
    "Phong trào “Đền ơn đáp nghĩa”",
    "Công tác bảo đảm trật tự an toàn giao thông",
    "Công tác bầu cử đại biểu Quốc hội và Hội đồng nhân dân",
    "Công tác tuyển quân",
    "Phong trào toàn dân bảo vệ an ninh Tổ quốc",
    "Cuộc vận động “Toàn dân đoàn kết xây dựng đời sống văn hóa”",
];

const DEEDS: &[&str] = &[
    "Hoàn thành xuất sắc nhiệm vụ năm",
    "Hoàn thành tốt nhiệm vụ năm",
    "Có thành tích xuất sắc trong phong trào thi đua yêu nước năm",
    "Có sáng kiến được áp dụng hiệu quả tại đơn vị năm",
    "Có thành tích tiêu biểu trong công tác chuyên môn năm",
    "Có nhiều đóng góp trong xây dựng nông thôn mới năm",
    "Có thành tích trong công tác cải cách hành chính năm",
    "Dẫn đầu phong trào thi đua của cụm, khối thi đua năm",
];

const SENTENCES: &[&str] = &[
    "Thực hiện kế hoạch của Ủy ban nhân dân tỉnh, các đơn vị đã triển khai đồng bộ các nhiệm vụ, giải pháp, bám sát chỉ tiêu được giao.",
    "Phong trào thi đua được phát động sâu rộng, thu hút đông đảo cán bộ, công chức, viên chức, người lao động tham gia.",
    "Công tác tuyên truyền gương người tốt, việc tốt được quan tâm, nhiều điển hình tiên tiến được phát hiện và nhân rộng.",
    "Tỷ lệ giải quyết hồ sơ đúng hạn đạt trên chín mươi tám phần trăm, mức độ hài lòng của người dân tiếp tục được nâng lên.",
    "Bên cạnh kết quả đạt được, việc bình xét ở một số đơn vị còn chậm, hồ sơ đề nghị còn phải bổ sung nhiều lần.",
    "Đề nghị các đơn vị gửi báo cáo thành tích kèm biên bản họp xét về cơ quan thường trực đúng thời hạn.",
    "Hội đồng Thi đua - Khen thưởng đã họp, thảo luận và biểu quyết thống nhất danh sách đề nghị khen thưởng.",
    "Kinh phí khen thưởng chi từ quỹ thi đua, khen thưởng theo quy định hiện hành.",
    "Các tập thể, cá nhân được khen thưởng tiếp tục phát huy thành tích, hoàn thành tốt nhiệm vụ được giao.",
    "Cơ sở vật chất được đầu tư, chất lượng dạy và học, khám và chữa bệnh, phục vụ Nhân dân có chuyển biến tích cực.",
];

/// An achievement as decisions word it.
pub(crate) fn deed(chance: &mut Chance, year: i32) -> String {
    format!("{} {year}", chance.one_of(DEEDS))
}

/// So many sentences of a report.
pub(crate) fn sentences(chance: &mut Chance, count: usize) -> String {
    (0..count).map(|_| *chance.one_of(SENTENCES)).collect::<Vec<_>>().join("\n")
}

/// A conference of that year.
pub(crate) fn conference(chance: &mut Chance, year: i32) -> Conference {
    let about = *chance.one_of(MOVEMENTS);
    Conference {
        name: format!("Hội nghị {} năm {year}", lower_first(about)),
        date: day(chance, year),
        place: format!("Hội trường {}", crate::names::body(chance.below(400))),
        chair_name: crate::names::person_name(chance, commendation::Gender::Male),
        chair_position: "Giám đốc".into(),
        period_from: Some(year - 1),
        period_to: Some(year),
        next_from: Some(year + 1),
        next_to: Some(year + 1),
        movements: sentences(chance, 2),
        results: sentences(chance, 4),
        shortcomings: sentences(chance, 1),
        goal: sentences(chance, 1),
        tasks: sentences(chance, 3),
        delegations: Vec::new(),
    }
}

/// The first letter in lower case: `Tổng kết …` inside a sentence.
pub(crate) fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// A day of the year.
pub(crate) fn day(chance: &mut Chance, year: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, chance.between(1, 12) as u32, chance.between(1, 28) as u32)
}

/// A page as PDF, small but whole: readers open it and find the words on it.
pub(crate) fn page(chance: &mut Chance, day: NaiveDate, words: &str) -> Vec<u8> {
    // What a scanner would add: bytes that do not compress, different in every file.
    let noise: String =
        (0..chance.between(4_000, 30_000)).map(|_| char::from(b'A' + chance.below(26) as u8)).collect();
    let text = format!(
        "BT /F1 12 Tf 72 770 Td ({words} {}/{}/{}) Tj ET\n%{noise}\n",
        day.day(),
        day.month(),
        day.year()
    );
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>".to_owned(),
        format!("<< /Length {} >>\nstream\n{text}endstream", text.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut pdf = String::from("%PDF-1.4\n");
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(pdf.len());
        pdf.push_str(&format!("{} 0 obj\n{object}\nendobj\n", index + 1));
    }
    let table = pdf.len();
    pdf.push_str(&format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1));
    places.iter().for_each(|place| pdf.push_str(&format!("{place:010} 00000 n \n")));
    pdf.push_str(&format!(
        "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n",
        objects.len() + 1
    ));
    pdf.into_bytes()
}
