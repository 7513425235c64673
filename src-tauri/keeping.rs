//! The answers about keeping for decades: the whole archive as a folder, dossiers, what is due.

use crate::table::{date, number, problem, table};
use office::wire::{
    DossierBrief, DossierDue, DossierPaper, DossierState, DossierView, FolderContent, FolderWritten, Packed,
};
use std::fmt::Write as _;

pub(crate) fn exported(done: &FolderWritten) -> String {
    let next = if done.path.to_lowercase().ends_with(".bangvang") {
        "Chép tệp này sang máy mới rồi nhấp đúp, hoặc dùng import-all."
    } else {
        "Xem ĐỌC-TÔI.txt trong thư mục."
    };
    format!(
        "Đã xuất toàn bộ kho ra {}: {} tệp, {} byte. {next}\n",
        done.path,
        number(done.files),
        number(done.bytes)
    )
}

pub(crate) fn imported(done: &FolderContent) -> String {
    format!(
        "Đã nhập toàn bộ kho từ {}.\nVăn bản: {}\nKhen thưởng: {}\nĐối tượng: {}\nHội nghị: {}\nĐợt: {}\nTệp: {}\nDòng nhật ký: {}\n",
        done.path,
        number(done.documents),
        number(done.awards),
        number(done.honorees),
        number(done.conferences),
        number(done.rounds),
        number(done.kept_files),
        number(done.journal)
    )
}

pub(crate) fn dossiers(all: &[DossierBrief]) -> String {
    if all.is_empty() {
        return "Không có hồ sơ nào.\n".to_owned();
    }
    let row = |dossier: &DossierBrief| {
        vec![
            dossier.id.clone(),
            date(dossier.ended),
            dossier.maintenance.clone(),
            dossier.last_year.map_or_else(String::new, |year| year.to_string()),
            date(dossier.electronic_by),
            date(dossier.hand_over_by),
            state(dossier),
            dossier.title.clone(),
        ]
    };
    table(
        &[
            "Mã",
            "Kết thúc",
            "Bảo quản",
            "Đến hết năm",
            "Nộp lưu (60 ngày)",
            "Nộp lưu (01 năm)",
            "Tình trạng",
            "Hồ sơ",
        ],
        &all.iter().map(row).collect::<Vec<_>>(),
    ) + "Hạn 60 ngày theo Thông tư 05/2025/TT-BNV (hồ sơ điện tử, chưa kiểm chứng), khác hạn 01 năm của Nghị định 30/2020/NĐ-CP.\n"
}

fn state(dossier: &DossierBrief) -> String {
    match (dossier.due, dossier.state) {
        (Some(DossierDue::HandOver), _) => "Đến hạn nộp lưu".to_owned(),
        (Some(DossierDue::Electronic), _) => "Đến hạn nộp lưu điện tử".to_owned(),
        (Some(DossierDue::RetentionEnded), _) => "Hết thời hạn bảo quản".to_owned(),
        (None, DossierState::Open) => "Đang giải quyết".to_owned(),
        (None, DossierState::Ready) => "Đã kết thúc".to_owned(),
        (None, DossierState::HandedOver) => format!("Đã nộp lưu {}", date(dossier.handed_over)),
    }
}

pub(crate) fn dossier(view: &DossierView) -> String {
    let mut out = format!("Mã hồ sơ: {}\n", view.file_code);
    for field in &view.fields {
        let _ = writeln!(out, "{} = {}", field.key, field.value);
    }
    let row = |paper: &DossierPaper| {
        vec![
            paper.ordinal.map_or_else(|| "-".to_owned(), |ordinal| ordinal.to_string()),
            date(paper.date),
            paper.sign.clone(),
            paper.pages.map_or_else(String::new, |pages| pages.to_string()),
            paper.reason.clone(),
            format!("{} {}", paper.type_name, paper.subject),
        ]
    };
    let rows: Vec<Vec<String>> = view.papers.iter().map(row).collect();
    out.push_str(&table(&["TT", "Ngày", "Số, ký hiệu", "Trang", "Vì sao", "Văn bản, tài liệu"], &rows));
    for reason in &view.retention.reasons {
        let _ = writeln!(out, "Thời hạn bảo quản: {reason}");
    }
    let _ = writeln!(out, "Căn cứ: {}", view.retention.source);
    if let Some(unverified) = &view.retention.unverified {
        let _ = writeln!(out, "{unverified}");
    }
    for remark in &view.remarks {
        let _ = writeln!(out, "{}", problem(remark));
    }
    out
}

pub(crate) fn packed(done: &Packed) -> String {
    let mut out = format!("Đã đóng gói hồ sơ {} vào {}.\n", done.file_code, done.path);
    for file in &done.files {
        let _ = writeln!(out, "{}  {}", file.sha256, file.name);
    }
    for remark in &done.remarks {
        let _ = writeln!(out, "{}", problem(remark));
    }
    out
}
