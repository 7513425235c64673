//! The answers of commands as Vietnamese text for a terminal: lists as tables, counts as sentences.

use crate::{
    backups, honorees, keeping,
    table::{date, findings, list, number, problem, table},
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
        "register" => register(&read(value)?),
        "number_series" => series(&read::<Vec<SeriesView>>(value)?),
        "propose_number" => proposal(&read(value)?),
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
        "search" => found(&read(value)?),
        "export_search" => format!("Đã ghi {} kết quả ra Excel.\n", read::<Count>(value)?.count),
        "saved_searches" => saved_searches(&read::<Vec<SavedSearch>>(value)?),
        "save_search" => "Đã lưu tìm kiếm.\n".to_owned(),
        "rename_search" => "Đã đổi tên tìm kiếm.\n".to_owned(),
        "remove_search" => "Đã xóa tìm kiếm.\n".to_owned(),
        "read_texts" => texts_read(&read(value)?),
        "show" => shown(&read(value)?, &value["lists"])?,
        "attach" => {
            let file: FileBrief = read(value)?;
            format!("Đã lưu vào kho: {}\n", file_line(&file))
        }
        "save_file" => "Đã chép tệp ra ngoài.\n".to_owned(),
        "printers" => printers(&read(value)?),
        "print" => printed(&read(value)?),
        "picture" => "Đã ghi ảnh của trang.\n".to_owned(),
        "style" => style(&read(value)?),
        "save_style" => format!("Đã lưu thể thức văn bản.\n{}", style(&read(value)?)),
        "history" => history(&read(value)?),
        "entry_changes" => entry_changes(&read(value)?),
        "duplicates" => honorees::duplicates(&read(value)?),
        "set_different" => "Đã ghi nhận.\n".to_owned(),
        "merge" => format!("Đã gộp vào {}.\n", read::<Made>(value)?.id),
        "unmerge" => format!("Đã tách {} ra.\n", read::<Made>(value)?.id),
        "units" => honorees::units(&read(value)?),
        "unknown_units" => honorees::unknown_units(&read(value)?),
        "new_unit" => format!("Đã thêm đơn vị {}.\n", read::<Made>(value)?.id),
        "rename_unit" | "succeed_units" | "put_unit_text" => "Đã ghi nhận.\n".to_owned(),
        "agency_history" => honorees::agencies(&read::<Vec<DatedAgency>>(value)?),
        "check" => checked(&read(value)?),
        "dossiers" => keeping::dossiers(&read::<Vec<DossierBrief>>(value)?),
        "dossier" | "save_dossier" => keeping::dossier(&read(value)?),
        "pack_dossier" => keeping::packed(&read(value)?),
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
            became(&d.became),
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
    out.push_str(&links(&view.links));
    out.push_str(&findings(&view.findings));
    out
}

/// What a document does to others, and others to it.
fn links(all: &[LinkView]) -> String {
    all.iter().fold(String::new(), |mut out, link| {
        let waiting = if link.state == DocumentState::Draft { " (còn là dự thảo)" } else { "" };
        let _ = writeln!(out, "{} {}  {} {}{waiting}", link_words(link), link.id, link.number, link.title);
        out
    })
}

fn link_words(link: &LinkView) -> &'static str {
    match (link.kind, link.passive) {
        (LinkKind::Replaces, false) => "Thay thế",
        (LinkKind::Replaces, true) => "Được thay thế bởi",
        (LinkKind::Amends, false) => "Sửa đổi, bổ sung",
        (LinkKind::Amends, true) => "Được sửa đổi, bổ sung bởi",
        (LinkKind::Corrects, false) => "Đính chính",
        (LinkKind::Corrects, true) => "Được đính chính bởi",
        (LinkKind::Recalls, false) => "Thu hồi",
        (LinkKind::Recalls, true) => "Bị thu hồi bởi",
        (LinkKind::Cancels, false) => "Hủy bỏ",
        (LinkKind::Cancels, true) => "Bị hủy bỏ bởi",
    }
}

/// What became of something, in a few words: `Bị thu hồi bởi 16/QĐ-STP`.
fn became(all: &[LinkView]) -> String {
    all.iter().map(|link| format!("{} {}", link_words(link), link.number)).collect::<Vec<_>>().join("; ")
}

fn register(register: &Register) -> String {
    let mut out = format!("Sổ đăng ký văn bản đi năm {}\n", register.year);
    if register.strands.is_empty() {
        out.push_str("Chưa có văn bản nào ban hành trong năm.\n");
    }
    for strand in &register.strands {
        let _ = writeln!(
            out,
            "\n[{}] {} {}: tiếp theo là số {}; thiếu {}; trùng {}",
            strand.key, strand.series, strand.label, strand.next, strand.missing, strand.twice
        );
        let row = |row: &RegisterRow| {
            let odd: Vec<&str> = row.problems.iter().map(|problem| problem.message.as_str()).collect();
            let what = match row.kind {
                RegisterRowKind::Gap => "(chưa có văn bản trong kho)".to_owned(),
                RegisterRowKind::Note => format!("(ngoài kho) {}", row.title),
                RegisterRowKind::Document => row.title.clone(),
            };
            let remarks = [row.remark.as_str()].into_iter().chain(odd).filter(|text| !text.is_empty());
            vec![
                row.number_and_symbol.clone(),
                date(row.date),
                row.document.clone().unwrap_or_default(),
                row.signer.clone(),
                remarks.collect::<Vec<_>>().join("; "),
                what,
            ]
        };
        let heads = ["Số, ký hiệu", "Ngày", "Mã", "Người ký", "Ghi chú", "Tên loại và trích yếu"];
        out.push_str(&table(&heads, &strand.rows.iter().map(row).collect::<Vec<_>>()));
    }
    out
}

fn series(all: &[SeriesView]) -> String {
    let of = |words: &[String]| if words.is_empty() { "tất cả".to_owned() } else { words.join(", ") };
    let row = |(index, view): (usize, &SeriesView)| {
        let series = &view.series;
        vec![
            (index + 1).to_string(),
            of(&series.types),
            of(&series.bodies),
            if series.apart { "riêng từng loại, từng nơi" } else { "chung" }.to_owned(),
            date(Some(series.valid_from)),
            date(series.valid_to),
            series.first_number.to_string(),
            series.name.clone(),
        ]
    };
    let heads = ["TT", "Loại", "Nơi ban hành", "Đếm số", "Từ ngày", "Đến ngày", "Số đầu", "Dãy số"];
    table(&heads, &all.iter().enumerate().map(row).collect::<Vec<_>>())
}

fn proposal(proposal: &NumberProposal) -> String {
    let mut out = format!("{} {}: số tiếp theo là {}\n", proposal.series, proposal.label, proposal.next);
    for advice in &proposal.advice {
        let _ = writeln!(out, "  {}", problem(advice).replace('\n', "\n  "));
    }
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

/// Every measure under its part, then the serif.
fn style(style: &Style) -> String {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut last = None;
    for measure in &style.measures {
        let part = if last.replace(measure.part) == Some(measure.part) { "" } else { part(measure.part) };
        let (smallest, largest) = (decimal(measure.smallest), decimal(measure.largest));
        rows.push(vec![
            part.to_owned(),
            measure.key.clone(),
            decimal(measure.value),
            unit(measure.unit).to_owned(),
            match measure.span {
                MeasureSpan::Whole => format!("{smallest} - {largest}"),
                MeasureSpan::Ends => format!("{smallest} hoặc {largest}"),
                MeasureSpan::AtLeast => format!("từ {smallest}"),
            },
            decimal(measure.sample),
            measure.label.clone(),
            measure.article.clone(),
        ]);
    }
    let heads = ["Phần", "Mục", "Chọn", "Đơn vị", "Cho phép", "Mẫu", "Tên gọi", "Nghị định 30/2020/NĐ-CP"];
    let mut out = table(&heads, &rows);
    let _ = writeln!(out, "Phông chữ đang dùng: {}", style.serif.family);
    if let Some(why) = &style.serif.why {
        let _ = writeln!(out, "  {}", problem(why));
    }
    out
}

fn part(part: PaperPart) -> &'static str {
    match part {
        PaperPart::Margins => "Lề trang",
        PaperPart::Head => "Phần đầu",
        PaperPart::Text => "Nội dung",
        PaperPart::Table => "Bảng",
        PaperPart::Signature => "Chữ ký",
        PaperPart::Other => "Khác",
    }
}

fn unit(unit: MeasureUnit) -> &'static str {
    match unit {
        MeasureUnit::Millimetre => "mm",
        MeasureUnit::Point => "pt",
        MeasureUnit::Times => "lần",
    }
}

/// `12,7`.
fn decimal(value: f64) -> String {
    value.to_string().replace('.', ",")
}

fn found(found: &Found) -> String {
    let mut out = String::new();
    if found.groups.is_empty() {
        out.push_str("Không tìm thấy.\n");
    }
    for group in &found.groups {
        let more = if group.more { "hơn " } else { "" };
        let _ = writeln!(out, "{} ({more}{})", capital(kind(group.kind)), group.total);
        let row = |hit: &Hit| vec![hit.id.clone(), hit.title.clone(), marked(&hit.snippet)];
        out.push_str(&list("", &["Mã", "Tên", "Chỗ tìm thấy"], group.hits.iter().map(row).collect()));
    }
    if found.waiting > 0 {
        let _ = writeln!(out, "Còn {} tệp chưa đọc chữ; lệnh texts đọc chúng.", found.waiting);
    }
    out
}

/// What was searched for between signs that stand out in a line of plain text. For eyes only: `--json` has the pieces.
fn marked(pieces: &[Piece]) -> String {
    pieces
        .iter()
        .map(|piece| if piece.hit { format!("«{}»", piece.text) } else { piece.text.clone() })
        .collect()
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

fn saved_searches(all: &[SavedSearch]) -> String {
    let row = |saved: &SavedSearch| {
        let filter = &saved.search.filter;
        let years = [filter.year_from, filter.year_to].into_iter().flatten().map(|year| year.to_string());
        let mut parts: Vec<String> = vec![years.collect::<Vec<_>>().join("–")];
        parts.extend(filter.kind.clone());
        parts.extend(filter.conference.clone());
        parts.push(filter.unit.clone());
        parts.retain(|part| !part.is_empty());
        vec![saved.name.clone(), saved.search.text.clone(), parts.join("; ")]
    };
    list("Chưa lưu tìm kiếm nào.", &["Tên", "Chữ", "Bộ lọc"], all.iter().map(row).collect())
}

fn texts_read(read: &TextsRead) -> String {
    let TextsRead { read, without, failed, waiting, unreadable } = read;
    let mut out = format!(
        "Đã đọc {read} tệp, {without} tệp không có chữ, {failed} tệp không đọc được, còn {waiting} tệp chờ đọc.\n"
    );
    for file in unreadable {
        let _ = writeln!(out, "{}: {}", file_line(&file.file), file.reason);
    }
    out
}

fn kind(kind: HitKind) -> &'static str {
    match kind {
        HitKind::Honoree => "đối tượng",
        HitKind::Document => "văn bản",
        HitKind::Conference => "hội nghị",
        HitKind::Round => "đợt",
        HitKind::Decision => "quyết định",
        HitKind::Award => "khen thưởng",
        HitKind::File => "tệp",
        HitKind::Unit => "đơn vị",
    }
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
        kind(shown.kind),
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
            became(&award.became),
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

fn file_line(file: &FileBrief) -> String {
    let role = match file.role {
        FileRole::Exported => "bản xuất để ký",
        FileRole::Attached => "đính kèm",
        FileRole::Imported => "danh sách đã nhập",
        FileRole::Issued => "bản ban hành",
        FileRole::Certificates => "giấy khen",
    };
    format!("{}  {} ({role}, {} byte, SHA-256 {})", file.id, file.name, number(file.bytes), file.sha256)
}

fn history(page: &HistoryPage) -> String {
    let row = |entry: &HistoryEntry| {
        let kind = match entry.kind {
            HistoryKind::Do => "",
            HistoryKind::Undo => "hoàn tác",
            HistoryKind::Redo => "làm lại",
        };
        let (day, rest) = entry.at.split_at_checked(10).unwrap_or((&entry.at, ""));
        let time = rest.get(1..6).unwrap_or_default();
        vec![
            entry.number.to_string(),
            date(day.parse().ok()),
            time.to_owned(),
            entry.who.clone(),
            kind.to_owned(),
            entry.action.clone(),
        ]
    };
    let rows = page.entries.iter().map(row).collect();
    let mut out = page.title.as_ref().map(|title| format!("{title}\n")).unwrap_or_default();
    out.push_str(&list("Chưa có thay đổi nào.", &["Dòng", "Ngày", "Lúc", "Ai", "", "Việc"], rows));
    if let (true, Some(last)) = (page.more, page.entries.last()) {
        let _ = writeln!(out, "Còn nữa: thêm --before {}", last.number);
    }
    out
}

fn entry_changes(changes: &EntryChanges) -> String {
    let mut out = String::new();
    for thing in &changes.things {
        let fate = match thing.fate {
            RowFate::Made => "thêm",
            RowFate::Changed => "sửa",
            RowFate::Removed => "xóa",
        };
        let id = thing.id.as_ref().map(|id| format!(" ({id})")).unwrap_or_default();
        let _ = writeln!(out, "{} – {fate}: {}{id}", thing.what, thing.name);
        for field in &thing.fields {
            let either =
                |text: &str| if text.is_empty() { "(trống)".to_owned() } else { text.replace('\n', " ") };
            let _ = match thing.fate {
                RowFate::Made => writeln!(out, "  {}: {}", field.label, either(&field.after)),
                RowFate::Removed => writeln!(out, "  {}: {}", field.label, either(&field.before)),
                RowFate::Changed => {
                    writeln!(out, "  {}: {} → {}", field.label, either(&field.before), either(&field.after))
                }
            };
        }
    }
    let left = (changes.total as usize).saturating_sub(changes.from as usize + changes.things.len());
    if left > 0 {
        let _ = writeln!(out, "Còn {} mục nữa.", number(left as u64));
    }
    out
}

fn checked(found: &Checked) -> String {
    let mut out = String::new();
    for (what, count) in &found.counts {
        let _ = writeln!(out, "{}: {}", counted(what), number(*count));
    }
    for wrong in &found.problems {
        let _ = writeln!(out, "{}", problem(wrong));
    }
    out.push_str(if found.sound { "Kho nguyên vẹn.\n" } else { "Kho có chỗ sai hỏng.\n" });
    out
}

/// What a check counts, in Vietnamese.
fn counted(what: &str) -> &str {
    match what {
        "awards" => "Khen thưởng",
        "conferences" => "Hội nghị",
        "documents" => "Văn bản",
        "files" => "Tệp",
        "honorees" => "Đối tượng",
        "journal" => "Dòng nhật ký",
        "nominations" => "Đề nghị",
        "rounds" => "Đợt",
        "units" => "Đơn vị",
        other => other,
    }
}
