//! Rounds of nominations: what is in them and what was decided.

use crate::{
    Office,
    honorees::cleaned,
    identity::{keep_nominated, list_rows},
    problem::required,
    views,
    wire::*,
};
use archive::{Action, DocumentFilter, NewNomination, NominationId, RoundId, Subject};
use chrono::{Datelike, NaiveDate};
use commendation::{Catalogue, Nomination, NominationState, Round, text::clean};
use exchange::OutColumn;

/// Rows of one page at most.
const MOST_ROWS: u32 = 1_000;

#[allow(missing_docs)] // each command is described once, in the registry
impl Office {
    pub fn rounds(&mut self, request: RoundFilter) -> Result<RoundPage, Problem> {
        let filter = archive::RoundFilter {
            text: request.text,
            open: false,
            order: match request.order {
                RoundOrder::Newest => archive::RoundOrder::Newest,
                RoundOrder::Name => archive::RoundOrder::Name,
                RoundOrder::Year => archive::RoundOrder::Year,
                RoundOrder::Nominations => archive::RoundOrder::Nominations,
                RoundOrder::Questions => archive::RoundOrder::Questions,
            },
            reverse: request.reverse,
            from: request.from,
            limit: Some(request.count.min(MOST_ROWS)),
        };
        let rows = self.archive.rounds(&filter)?.iter().map(views::round_brief).collect();
        Ok(RoundPage { total: self.archive.count_rounds(&filter)?, rows })
    }

    pub fn round(&mut self, request: ById) -> Result<RoundView, Problem> {
        let id: RoundId = request.id.parse()?;
        let summary = self.archive.round(id)?;
        let papers = DocumentFilter { subject: Some(Subject::Round(id)), ..DocumentFilter::default() };
        Ok(RoundView {
            brief: views::round_brief(&summary),
            steps: views::steps(&summary),
            nominations: summary.pending + summary.approved + summary.rejected + summary.conferred,
            documents: self.archive.documents(&papers)?.iter().map(views::document_brief).collect(),
            files: self.archive.count_files_of(id)?,
        })
    }

    pub fn new_round(&mut self, request: NewRound) -> Result<Made, Problem> {
        let round = self.round_from(&request.name, request.year, None)?;
        let action = Action::new(format!("Tạo đợt “{}”", round.name));
        let done =
            self.archive.transact(action, &self.stamp(), |tx| Ok::<_, Problem>(tx.add_round(&round)?))?;
        Ok(Made { id: done.value.to_string() })
    }

    pub fn edit_round(&mut self, request: EditRound) -> Result<Nothing, Problem> {
        let id: RoundId = request.id.parse()?;
        let round = self.round_from(&request.name, Some(request.year), None)?;
        let action = Action::new(format!("Đổi tên đợt thành “{}”", round.name)).about(id);
        self.archive.transact(action, &self.stamp(), |tx| Ok::<_, Problem>(tx.edit_round(id, &round)?))?;
        Ok(Nothing {})
    }

    pub fn remove_round(&mut self, request: ById) -> Result<Nothing, Problem> {
        let id: RoundId = request.id.parse()?;
        let action = Action::new(format!("Xóa đợt “{}”", self.archive.round(id)?.round.name)).about(id);
        self.archive.transact(action, &self.stamp(), |tx| Ok::<_, Problem>(tx.remove_round(id)?))?;
        Ok(Nothing {})
    }

    pub fn edit_nomination(&mut self, request: EditNomination) -> Result<Made, Problem> {
        let round: RoundId = request.round.parse()?;
        let before = match &request.id {
            Some(id) => Some(self.archive.nomination(id.parse()?)?),
            None => None,
        };
        let kind = match &request.kind {
            Some(id) if Catalogue::bundled().kind(id).is_none() => {
                let message = format!("Danh mục không có danh hiệu, hình thức “{id}”.");
                return Err(Problem::new("unknown-kind", message).field("kind").value("kind", id));
            }
            kind => kind.clone(),
        };
        let nomination = Nomination {
            honoree: cleaned(request.honoree)?,
            kind,
            kind_as_written: before
                .as_ref()
                .map(|b| b.nomination.kind_as_written.clone())
                .unwrap_or_default(),
            achievement: clean(&request.achievement),
            state: before.as_ref().map(|b| b.nomination.state).unwrap_or_default(),
        };
        let verb = if before.is_some() { "Sửa" } else { "Thêm" };
        let action = Action::new(format!("{verb} đề nghị: {}", nomination.honoree.name)).about(round);
        let done = self.archive.transact(action, &self.stamp(), |tx| {
            // The same person under a corrected name stays the same person; only another one gets another page.
            let honoree = match &before {
                Some(before) if before.nomination.honoree.honoree_type == nomination.honoree.honoree_type => {
                    if before.nomination.honoree != nomination.honoree {
                        tx.edit_honoree(before.honoree_id, &nomination.honoree)?;
                    }
                    before.honoree_id
                }
                _ => tx.honoree_for(&nomination.honoree)?,
            };
            let source = before.as_ref().and_then(|before| before.source.clone());
            // What the import doubted was looked at by a person now.
            let new = NewNomination { honoree, nomination, source, problems: Vec::new() };
            let id = match &before {
                Some(before) => tx.edit_nomination(before.id, &new).map(|()| before.id)?,
                None => tx.add_nomination(round, &new)?,
            };
            keep_nominated(tx, id, request.identity.as_deref())?;
            Ok::<_, Problem>(id)
        })?;
        Ok(Made { id: done.value.to_string() })
    }

    pub fn export_list(&mut self, request: ExportList) -> Result<ListWritten, Problem> {
        let id: RoundId = request.id.parse()?;
        let name = self.archive.round(id)?.round.name;
        let numbers = self.archive.identities_in(id)?;
        let rows = self.nominations_in_order(id)?.into_iter().map(|(record, day)| {
            let number = numbers.get(&record.id).cloned();
            (views::nomination_row(record, day), number)
        });
        let lines = list_rows(&rows.collect::<Vec<_>>(), request.identities);
        let columns: Vec<OutColumn> = [
            ("TT", 6.0),
            ("Tập thể / Họ và tên", 28.0),
            ("Giới tính", 8.0),
            ("Ngày sinh", 12.0),
            ("Chức vụ", 20.0),
            ("Đơn vị", 28.0),
            ("Số CCCD/CMND", 16.0),
            ("Danh hiệu, hình thức đề nghị", 28.0),
            ("Thành tích", 36.0),
            ("Kết quả xét", 14.0),
        ]
        .into_iter()
        .map(|(head, width)| OutColumn::new(head, width))
        .collect();
        let count = u32::try_from(lines.len()).unwrap_or(u32::MAX);
        let bytes =
            exchange::write_list("Danh sách", &format!("Danh sách đề nghị: {name}"), &columns, lines)?;
        if request.identities {
            // On record before the file is there: what goes out in full is never unknown.
            let text = format!("Xuất danh sách kèm số định danh đầy đủ: {name}");
            let action = Action::new(text).about(id).noted();
            self.archive.transact(action, &self.stamp(), |_| Ok::<_, Problem>(()))?;
        }
        self.write_whole(std::path::Path::new(&request.path), &bytes)?;
        Ok(ListWritten { path: request.path, rows: count })
    }

    pub fn decide(&mut self, request: Decide) -> Result<Count, Problem> {
        let ids = nomination_ids(&request.ids)?;
        let verb = match request.state {
            NominationState::Pending => "Đưa về đang xét",
            NominationState::Approved => "Đồng ý",
            NominationState::Rejected => "Không đồng ý",
            NominationState::Conferred => {
                let message = "Đề nghị chỉ được ghi là đã tặng khi quyết định được ban hành.";
                return Err(Problem::new("not-by-hand", message).hint("Hãy ban hành quyết định của đợt này."));
            }
        };
        let action = Action::new(format!("{verb} {} đề nghị", ids.len()));
        let done = self
            .archive
            .transact(action, &self.stamp(), |tx| Ok::<_, Problem>(tx.decide(&ids, request.state)?))?;
        Ok(Count { count: done.value })
    }

    pub fn remove_nominations(&mut self, request: ByIds) -> Result<Count, Problem> {
        let ids = nomination_ids(&request.ids)?;
        let action = Action::new(format!("Xóa {} đề nghị", ids.len()));
        let done = self
            .archive
            .transact(action, &self.stamp(), |tx| Ok::<_, Problem>(tx.remove_nominations(&ids)?))?;
        Ok(Count { count: done.value })
    }

    /// The day whose law applies to a round of a year: today in its own year, else the year's last day.
    pub(crate) fn day_of(&self, year: i32) -> NaiveDate {
        let today = self.today();
        let last = NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(today);
        last.min(today)
    }

    /// A round by identifier or by name; none when there is no round of that name.
    pub(crate) fn find_round(&self, name_or_id: &str) -> Result<Option<RoundId>, Problem> {
        match name_or_id.parse::<RoundId>() {
            Ok(id) => Ok(Some(self.archive.round(id)?.id)),
            Err(_) => Ok(self.archive.round_named(name_or_id)?),
        }
    }

    /// A round as named; its year as given, else the one in its name, else that of its list, else this year.
    pub(crate) fn round_from(
        &self,
        name: &str,
        year: Option<i32>,
        of_list: Option<i32>,
    ) -> Result<Round, Problem> {
        let name = clean(name);
        if name.is_empty() {
            return Err(required("name", "tên đợt"));
        }
        let in_name = name.split(|c: char| !c.is_ascii_digit()).filter(|word| word.len() == 4);
        let in_name = in_name.filter_map(|word| word.parse().ok()).find(|year| (1945..=2100).contains(year));
        let year = year.or(in_name).or(of_list).unwrap_or_else(|| self.today().year());
        Ok(Round { name, year })
    }
}

fn nomination_ids(ids: &[String]) -> Result<Vec<NominationId>, Problem> {
    ids.iter().map(|id| id.parse().map_err(Problem::from)).collect()
}
