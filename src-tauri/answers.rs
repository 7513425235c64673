//! The answers of commands as Vietnamese text for a terminal: lists as tables, counts as sentences.

use crate::{
    backups, honorees, keeping, past, registers, searches, styles,
    table::{date, findings, list, number, problem},
};
use office::wire::*;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::fmt::Write as _;

/// The text for the answer of a command of the registry.
pub(crate) fn text(command: &str, value: &Value) -> Result<String, Problem> {
    Ok(match command {
        "sample" => "Đã nạp dữ liệu mẫu vào kho.\n".to_owned(),
        "import" => imported(&read(value)?),
        "rounds" => rounds(&read::<Vec<RoundBrief>>(value)?),
        "nominations" => nominations(&read::<Vec<NominationRow>>(value)?),
        "conferences" => conferences(&read::<Vec<ConferenceBrief>>(value)?),
        "templates" => templates(&read::<Vec<TemplateBrief>>(value)?),
        "draft" => format!("Đã soạn văn bản.\n{}", document(&read(value)?)),
        "issue" => format!("Đã ghi số và ngày ban hành.\n{}", document(&read(value)?)),
        "amend" => format!("Đã soạn văn bản.\n{}", document(&read(value)?)),
        "register" => registers::register(&read(value)?),
        "number_series" => registers::series(&read::<Vec<SeriesView>>(value)?),
        "propose_number" => registers::proposal(&read(value)?),
        "note_number" | "fill_register" => "Đã ghi vào sổ đăng ký.\n".to_owned(),
        "save_series" | "remove_series" => "Đã lưu các dãy số.\n".to_owned(),
        "link_documents" => "Đã ghi liên hệ giữa hai văn bản.\n".to_owned(),
        "show_identity" => format!("{}\n", read::<Identity>(value)?.number),
        "export_register" | "export_list" => {
            let list: ListWritten = read(value)?;
            format!("Đã ghi {} dòng: {}\n", number(list.rows.into()), list.path)
        }
        "documents" => documents(&read::<Vec<DocumentBrief>>(value)?),
        "export" => exported("Đã xuất PDF", &read(value)?),
        "certificates" => exported("Đã xuất giấy khen", &read(value)?),
        "search" => searches::found(&read(value)?),
        "export_search" => format!("Đã ghi {} kết quả ra Excel.\n", read::<Count>(value)?.count),
        "saved_searches" => searches::saved_searches(&read::<Vec<SavedSearch>>(value)?),
        "save_search" => "Đã lưu tìm kiếm.\n".to_owned(),
        "rename_search" => "Đã đổi tên tìm kiếm.\n".to_owned(),
        "remove_search" => "Đã xóa tìm kiếm.\n".to_owned(),
        "read_texts" => searches::texts_read(&read(value)?),
        "show" => shown(&read(value)?, &value["lists"])?,
        "attach" => {
            let file: FileBrief = read(value)?;
            format!("Đã lưu vào kho: {}\n", file_line(&file))
        }
        "save_file" => "Đã chép tệp ra ngoài.\n".to_owned(),
        "printers" => printers(&read(value)?),
        "print" => printed(&read(value)?),
        "picture" => "Đã ghi ảnh của trang.\n".to_owned(),
        "style" => styles::style(&read(value)?),
        "save_style" => format!("Đã lưu thể thức văn bản.\n{}", styles::style(&read(value)?)),
        "history" => past::history(&read(value)?),
        "entry_changes" => past::entry_changes(&read(value)?),
        "duplicates" => honorees::duplicates(&read(value)?),
        "set_different" => "Đã ghi nhận.\n".to_owned(),
        "merge" => format!("Đã gộp vào {}.\n", read::<Made>(value)?.id),
        "unmerge" => format!("Đã tách {} ra.\n", read::<Made>(value)?.id),
        "units" => honorees::units(&read(value)?),
        "unknown_units" => honorees::unknown_units(&read(value)?),
        "new_unit" => format!("Đã thêm đơn vị {}.\n", read::<Made>(value)?.id),
        "rename_unit" | "succeed_units" | "put_unit_text" => "Đã ghi nhận.\n".to_owned(),
        "agency_history" => honorees::agencies(&read::<Vec<DatedAgency>>(value)?),
        "check" => past::checked(&read(value)?),
        "dossiers" => keeping::dossiers(&read::<Vec<DossierBrief>>(value)?),
        "dossier" | "save_dossier" => keeping::dossier(&read(value)?),
        "pack_dossier" => keeping::packed(&read(value)?),
        "list_dossiers" => keeping::listed(&read(value)?),
        "set_setting" => "Đã ghi.\n".to_owned(),
        "export_all" => keeping::exported(&read(value)?),
        "import_all" => keeping::imported(&read(value)?),
        "back_up" => backups::backed_up(&read(value)?),
        "backups" => backups::backups(&read(value)?),
        "choose_backup_folder" => backups::standing(&read(value)?),
        "mend_files" => backups::mended(&read(value)?),
        "recovery" => backups::recovery(&read(value)?),
        "restore" => backups::restored(&read(value)?),
        "write_readable" => backups::readable(&read(value)?),
        "start_anew" => backups::started_anew(&read(value)?),
        _ => format!("{value:#}\n"),
    })
}

fn read<T: DeserializeOwned>(value: &Value) -> Result<T, Problem> {
    T::deserialize(value)
        .map_err(|e| Problem::new("internal", format!("Chương trình gặp lỗi bên trong: {e}")))
}

fn imported(done: &Imported) -> String {
    let mut out = format!(
        "Đọc {} đề nghị = {} thêm mới + {} bỏ qua + {} không hiểu được. Đợt: {}.\n",
        done.total, done.added, done.skipped, done.failed, done.round
    );
    for found in &done.problems {
        let _ = writeln!(out, "  Cả tệp: {}", problem(found).replace('\n', "\n    "));
    }
    let inferred = done.rows.iter().filter(|row| !row.inferred.is_empty()).count();
    if inferred > 0 {
        let _ = writeln!(
            out,
            "  {inferred} dòng có thông tin suy ra từ mục, tiêu đề; xem từng dòng bằng --json."
        );
    }
    for row in done.rows.iter().filter(|row| !row.reasons.is_empty() || row.outcome != RowOutcome::Added) {
        let outcome = match row.outcome {
            RowOutcome::Added => "thêm mới",
            RowOutcome::Skipped => "bỏ qua",
            RowOutcome::Failed => "không hiểu được",
        };
        let _ = writeln!(out, "  Dòng {} ({outcome}): {}", row.row, row.name);
        for reason in &row.reasons {
            let _ = writeln!(out, "    {}", problem(reason).replace('\n', "\n    "));
        }
    }
    out
}

fn rounds(all: &[RoundBrief]) -> String {
    let row = |r: &RoundBrief| {
        vec![
            r.id.clone(),
            r.year.to_string(),
            r.collectives.to_string(),
            r.households.to_string(),
            r.individuals.to_string(),
            r.questions.to_string(),
            step(r.next_step).to_owned(),
            r.name.clone(),
        ]
    };
    list(
        "Chưa có đợt nào. Nhập danh sách Excel để bắt đầu: bang-vang import TỆP.xlsx --round TÊN",
        &["Mã", "Năm", "Tập thể", "Hộ", "Cá nhân", "Cần hỏi", "Bước tới", "Tên đợt"],
        all.iter().map(row).collect(),
    )
}

fn step(step: RoundStep) -> &'static str {
    match step {
        RoundStep::List => "Danh sách",
        RoundStep::Check => "Kiểm tra",
        RoundStep::Council => "Hội đồng",
        RoundStep::Submission => "Tờ trình",
        RoundStep::Decision => "Quyết định",
        RoundStep::Certificates => "Giấy khen",
        RoundStep::Presentation => "Trao tặng",
        RoundStep::Archive => "Lưu trữ",
    }
}

fn conferences(all: &[ConferenceBrief]) -> String {
    let row = |c: &ConferenceBrief| {
        vec![c.id.clone(), date(c.date), c.honours.to_string(), c.documents.to_string(), c.name.clone()]
    };
    list(
        "Chưa có hội nghị nào.",
        &["Mã", "Ngày", "Khen thưởng", "Văn bản", "Tên hội nghị"],
        all.iter().map(row).collect(),
    )
}

fn templates(all: &[TemplateBrief]) -> String {
    let row = |t: &TemplateBrief| {
        let subject = match t.subject {
            TemplateSubject::Round => "đợt",
            TemplateSubject::Conference => "hội nghị",
            TemplateSubject::Any => "đợt, hội nghị hoặc không",
            TemplateSubject::Document => "văn bản đã ban hành",
        };
        vec![t.id.clone(), subject.to_owned(), t.name.clone(), t.source.clone()]
    };
    list("Chưa có mẫu nào.", &["Mã", "Cho", "Tên mẫu", "Nguồn"], all.iter().map(row).collect())
}

fn documents(all: &[DocumentBrief]) -> String {
    let row = |d: &DocumentBrief| {
        vec![
            d.id.clone(),
            d.number.clone(),
            date(d.date),
            state(d.state).to_owned(),
            registers::became(&d.became),
            d.title.clone(),
        ]
    };
    list(
        "Chưa có văn bản nào.",
        &["Mã", "Số, ký hiệu", "Ngày", "Trạng thái", "Hiệu lực", "Văn bản"],
        all.iter().map(row).collect(),
    )
}

fn state(state: DocumentState) -> &'static str {
    match state {
        DocumentState::Draft => "dự thảo",
        DocumentState::Issued => "đã ban hành",
    }
}

fn document(view: &DocumentView) -> String {
    let brief = &view.brief;
    let mut out = format!("{}  {}\n", brief.id, brief.title);
    let _ = writeln!(out, "Số: {}; {}; {} trang", brief.number, state(brief.state), view.pages);
    if let Some(list) = &view.list {
        let _ = writeln!(
            out,
            "Danh sách: {} tập thể, {} hộ gia đình, {} cá nhân; tiền thưởng {} đồng",
            list.collectives,
            list.households,
            list.individuals,
            number(list.prize_total)
        );
    }
    out.push_str(&registers::links(&view.links));
    out.push_str(&findings(&view.findings));
    out
}

fn exported(done: &str, file: &Exported) -> String {
    let beside: String = file.beside.iter().map(|path| format!("  {path}\n")).collect();
    format!(
        "{done}: {}\n{beside}{} trang, {} byte{}; bản lưu trong kho: {}\n{}",
        file.path,
        file.pages,
        number(file.bytes),
        file.serif.as_ref().map(|family| format!(", phông {family}")).unwrap_or_default(),
        file.file,
        findings(&file.findings)
    )
}

fn printers(list: &PrinterList) -> String {
    match list.names.as_slice() {
        [] => "Máy này chưa cài máy in nào.\n".to_owned(),
        [default, others @ ..] => {
            let others: String = others.iter().map(|name| format!("{name}\n")).collect();
            format!("{default} (mặc định)\n{others}")
        }
    }
}

fn printed(done: &Printed) -> String {
    let Printed { printer, pages, copies } = done;
    format!("Đã gửi {pages} trang × {copies} bản đến máy in {printer}.\n")
}

/// A thing with the lists that its view only counts.
fn shown(shown: &Shown, lists: &Value) -> Result<String, Problem> {
    let view = &shown.view;
    let kept = if lists["files"].is_null() { Vec::new() } else { read(&lists["files"])? };
    let text = match shown.kind {
        HitKind::Honoree => read(view).map(|view| honoree(&view) + &files(&kept)),
        HitKind::Document => {
            read(view).map(|view: DocumentView| document(&view) + &files(&kept) + &fields(&view))
        }
        HitKind::Conference => read(view)
            .and_then(|view| Ok(conference(&view, &read::<Vec<_>>(&lists["honours"])?) + &files(&kept))),
        HitKind::Round => read(view)
            .and_then(|view| Ok(round(&view, &read::<Vec<_>>(&lists["nominations"])?) + &files(&kept))),
        HitKind::Award | HitKind::Decision => read(view).map(|award: AwardRow| awards(&[award])),
        HitKind::Unit => read(view).map(|view| honorees::unit(&view)),
        HitKind::File => read(view).map(|file: FileBrief| file_line(&file) + "\n"),
    };
    Ok(format!(
        "{} ({}, {})\n{}",
        shown.title,
        searches::kind(shown.kind),
        shown.id,
        text.unwrap_or_else(|_| format!("{view:#}\n"))
    ))
}

fn honoree(view: &HonoreeView) -> String {
    let who = &view.honoree;
    let mut out = String::new();
    for (label, value) in [("Chức vụ", &who.position), ("Đơn vị", &who.unit)] {
        if let Some(value) = value {
            let _ = writeln!(out, "{label}: {value}");
        }
    }
    if !view.identity.is_empty() {
        let _ = writeln!(out, "Số định danh: {}", view.identity);
    }
    if !view.also_written.is_empty() {
        let _ = writeln!(out, "Còn viết: {}", view.also_written.join("; "));
    }
    out.push_str(&honorees::over_the_years(view));
    out.push_str(&awards(&view.awards));
    for pending in &view.pending {
        let _ = writeln!(
            out,
            "Đang đề nghị: {} ({}, năm {})",
            pending.kind_name, pending.round_name, pending.year
        );
    }
    out
}

fn awards(all: &[AwardRow]) -> String {
    let row = |award: &AwardRow| {
        vec![
            award.id.clone(),
            award.year.map(|year| year.to_string()).unwrap_or_default(),
            award.kind_name.clone(),
            award.honoree.name.clone(),
            award.decision.clone(),
            date(award.date),
            registers::became(&award.became),
            award.achievement.clone(),
        ]
    };
    list(
        "Chưa có khen thưởng nào trong kho.",
        &["Mã", "Năm", "Khen thưởng", "Đối tượng", "Quyết định", "Ngày", "Hiệu lực", "Thành tích"],
        all.iter().map(row).collect(),
    )
}

fn fields(view: &DocumentView) -> String {
    let mut out = String::new();
    for section in &view.sections {
        let _ = writeln!(out, "{}", section.title);
        for field in &section.fields {
            let own = if field.own { " (tự ghi)" } else { "" };
            let _ = writeln!(
                out,
                "  {} [{}]{own}: {}",
                field.label,
                field.key,
                field.value.replace('\n', "\n    ")
            );
        }
    }
    out
}

fn conference(view: &ConferenceView, honours: &[AwardRow]) -> String {
    let facts = &view.conference;
    let mut out = format!(
        "Ngày: {}\nNơi: {}\nChủ trì: {}, {}\n",
        date(facts.date),
        facts.place,
        facts.chair_name,
        facts.chair_position
    );
    for figure in &view.figures {
        let _ = writeln!(
            out,
            "{}: {} tập thể, {} hộ gia đình, {} cá nhân",
            figure.name, figure.collectives, figure.households, figure.individuals
        );
    }
    out.push_str(&awards(honours));
    out.push_str(&documents(&view.documents));
    out
}

fn round(view: &RoundView, rows: &[NominationRow]) -> String {
    rounds(std::slice::from_ref(&view.brief)) + &nominations(rows) + &documents(&view.documents)
}

fn nominations(all: &[NominationRow]) -> String {
    let row = |n: &NominationRow| {
        let doubts: Vec<&str> = n.problems.iter().map(|problem| problem.message.as_str()).collect();
        vec![n.id.clone(), n.honoree.name.clone(), n.kind_name.clone(), n.past.clone(), doubts.join("; ")]
    };
    list(
        "Không có đề nghị nào.",
        &["Mã", "Đối tượng", "Đề nghị", "Đã được khen", "Cần xem"],
        all.iter().map(row).collect(),
    )
}

fn files(all: &[FileBrief]) -> String {
    all.iter().fold(String::new(), |mut out, file| {
        let _ = writeln!(out, "Tệp {}", file_line(file));
        out
    })
}

pub(crate) fn file_line(file: &FileBrief) -> String {
    let role = match file.role {
        FileRole::Exported => "bản xuất để ký",
        FileRole::Attached => "đính kèm",
        FileRole::Imported => "danh sách đã nhập",
        FileRole::Issued => "bản ban hành",
        FileRole::Certificates => "giấy khen",
    };
    format!("{}  {} ({role}, {} byte, SHA-256 {})", file.id, file.name, number(file.bytes), file.sha256)
}
