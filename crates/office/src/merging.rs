//! Honorees who are one: merged and taken apart by the officer, suggested but never merged by the program.

use crate::{
    Office,
    honorees::cleaned,
    views::{award_row, file_brief, kind_name},
    wire::{
        ById, Duplicate, DuplicateFilter, DuplicatePage, DuplicateSide, KnownDifferent, Made, Merge,
        MergedBrief, MergedView, Nothing, Problem, SetDifferent, SinceNomination, Unmerge,
    },
};
use archive::{Action, Belongings, HonoreeId, Id, Kind};
use commendation::{BirthLikeness, Likeness, NameLikeness, PlaceLikeness};

const MOST_ROWS: u32 = 200;

#[allow(missing_docs)] // each command is described once, in the registry
impl Office {
    pub fn merge(&mut self, request: Merge) -> Result<Made, Problem> {
        let into: HonoreeId = request.into.parse()?;
        let merged: Vec<HonoreeId> = request.merged.iter().map(|id| id.parse()).collect::<Result<_, _>>()?;
        if merged.is_empty() {
            let message = "Chưa chọn hồ sơ nào để gộp.";
            return Err(Problem::new("required", message).field("merged"));
        }
        let stays = self.archive.honoree(into)?;
        let kept = match request.honoree {
            Some(honoree) => cleaned(honoree)?,
            None => stays.clone(),
        };
        let mut names = Vec::new();
        for id in &merged {
            names.push(format!("{} ({id})", self.archive.honoree(*id)?.name));
        }
        self.backup_before_risk()?;
        let action =
            Action::new(format!("Gộp hồ sơ {} vào {} ({into})", names.join(", "), stays.name)).about(into);
        self.archive.transact(action, &self.stamp(), |tx| {
            Ok::<_, Problem>(tx.merge_honorees(into, &merged, &kept)?)
        })?;
        Ok(Made { id: into.to_string() })
    }

    pub fn merged(&mut self, request: ById) -> Result<MergedView, Problem> {
        let id: HonoreeId = request.id.parse()?;
        let stays = self.archive.present_honoree(id)?;
        let found = find(self.archive.merged_into(stays)?, id).ok_or_else(|| not_merged(id))?;
        let since = self.archive.since_merge(id)?;
        let awards = |ids: &[archive::AwardId]| -> Result<Vec<_>, Problem> {
            // One that was taken off the record since is not there any more.
            let there = ids.iter().filter_map(|id| self.archive.award(*id).ok());
            Ok(there.map(award_row).collect())
        };
        let mut since_nominations = Vec::new();
        for id in &since.nominations {
            let record = self.archive.nomination(*id)?;
            let round = self.archive.round(record.round)?.round.name;
            let title = format!("{} · {round}", kind_name(&record.nomination));
            since_nominations.push(SinceNomination { id: id.to_string(), title });
        }
        let mut since_files = Vec::new();
        for id in &since.files {
            since_files.push(file_brief(self.archive.file(*id)?));
        }
        Ok(MergedView {
            stays: self.archive.honoree(stays)?,
            came: awards(&found.came.awards)?,
            since: awards(&since.awards)?,
            since_nominations,
            since_files,
            brief: merged_brief(found),
        })
    }

    pub fn unmerge(&mut self, request: Unmerge) -> Result<Made, Problem> {
        let merged: HonoreeId = request.id.parse()?;
        let stays = self.archive.present_honoree(merged)?;
        if find(self.archive.merged_into(stays)?, merged).is_none() {
            return Err(not_merged(merged));
        }
        let mut also = Belongings::default();
        for id in &request.also {
            let id: Id = id.parse()?;
            match id.kind {
                Kind::Award => also.awards.push(id.try_into()?),
                Kind::Nomination => also.nominations.push(id.try_into()?),
                Kind::File => also.files.push(id.try_into()?),
                _ => return Err(Problem::new("bad-id", format!("Không chuyển {id} theo hồ sơ được tách."))),
            }
        }
        self.backup_before_risk()?;
        let name = self.archive.honoree(stays)?.name;
        let action = Action::new(format!("Tách hồ sơ {merged} ra khỏi {name} ({stays})")).about(stays);
        self.archive.transact(action, &self.stamp(), |tx| {
            let stays = tx.unmerge_honoree(merged, &also)?;
            if request.different {
                tx.set_different(stays, merged, true)?;
            }
            Ok::<_, Problem>(())
        })?;
        Ok(Made { id: merged.to_string() })
    }

    pub fn duplicates(&mut self, request: DuplicateFilter) -> Result<DuplicatePage, Problem> {
        let (rows, next) = match &request.honoree {
            Some(id) => (self.archive.duplicates_of(id.parse()?)?, None),
            None => {
                let from = match request.from.as_str() {
                    "" => 0,
                    text => text.parse().map_err(|_| {
                        Problem::new("bad-request", "Không hiểu chỗ bắt đầu của trang danh sách trùng lặp.")
                    })?,
                };
                let page = self.archive.duplicates(from, request.count.clamp(1, MOST_ROWS))?;
                (page.rows, page.next)
            }
        };
        let side = |side: archive::DuplicateSide| DuplicateSide {
            id: side.id.to_string(),
            honoree: side.honoree,
            awards: side.awards,
        };
        let rows = rows.into_iter().map(|pair| Duplicate {
            one: side(pair.one),
            other: side(pair.other),
            likeness: pair.likeness,
        });
        Ok(DuplicatePage { rows: rows.collect(), next: next.map(|next| next.to_string()) })
    }

    pub fn set_different(&mut self, request: SetDifferent) -> Result<Nothing, Problem> {
        let (one, other): (HonoreeId, HonoreeId) = (request.one.parse()?, request.other.parse()?);
        let names = (self.archive.honoree(one)?.name, self.archive.honoree(other)?.name);
        let verb = if request.different {
            "Ghi nhận không phải là một"
        } else {
            "Xét lại có phải là một"
        };
        let action = Action::new(format!("{verb}: {} ({one}) và {} ({other})", names.0, names.1)).about(one);
        self.archive.transact(action, &self.stamp(), |tx| {
            Ok::<_, Problem>(tx.set_different(one, other, request.different)?)
        })?;
        Ok(Nothing {})
    }

    pub fn known_different(&mut self, request: ById) -> Result<Vec<KnownDifferent>, Problem> {
        let id = self.archive.present_honoree(request.id.parse()?)?;
        let mut known = Vec::new();
        for id in self.archive.different_from(id)? {
            known.push(KnownDifferent { id: id.to_string(), honoree: self.archive.honoree(id)? });
        }
        Ok(known)
    }
}

fn not_merged(id: HonoreeId) -> Problem {
    Problem::new("not-merged", format!("{id} không phải là hồ sơ đã gộp."))
}

fn find(all: Vec<archive::Merged>, id: HonoreeId) -> Option<archive::Merged> {
    all.into_iter().find_map(|merged| if merged.id == id { Some(merged) } else { find(merged.within, id) })
}

pub(crate) fn merged_brief(merged: archive::Merged) -> MergedBrief {
    MergedBrief {
        id: merged.id.to_string(),
        into: merged.into.to_string(),
        honoree: merged.honoree,
        at: merged.at,
        who: merged.who,
        awards: merged.came.awards.iter().map(ToString::to_string).collect(),
        nominations: merged.came.nominations.len() as u32,
        files: merged.came.files.len() as u32,
        within: merged.within.into_iter().map(merged_brief).collect(),
    }
}

/// Why two honorees may be one or may not, each reason a few Vietnamese words.
pub fn likeness_in_words(likeness: &Likeness) -> Vec<&'static str> {
    let name = match likeness.name {
        NameLikeness::Same => "cùng tên",
        NameLikeness::Writing => "cùng tên, khác chữ hoa hoặc vị trí dấu",
        NameLikeness::IOrY => "cùng tên, khác i và y",
        NameLikeness::Marks => "cùng tên, khác dấu",
        NameLikeness::Swapped => "cùng tên, đảo thứ tự",
        NameLikeness::Initials => "tên viết tắt",
        NameLikeness::OneLetter => "tên khác một chữ cái",
    };
    let birth = match likeness.birth {
        BirthLikeness::Same => Some("cùng ngày sinh"),
        BirthLikeness::Compatible => Some("năm sinh không trái nhau"),
        BirthLikeness::Unknown => None,
        BirthLikeness::Near => Some("ngày sinh gần giống"),
        BirthLikeness::Contradicts => Some("ngày sinh khác nhau"),
    };
    let unit = match likeness.unit {
        PlaceLikeness::Same => Some("cùng đơn vị"),
        PlaceLikeness::Successor => Some("đơn vị đổi tên, sáp nhập"),
        PlaceLikeness::Unknown => None,
        PlaceLikeness::Differs => Some("đơn vị khác nhau"),
    };
    let position = match likeness.position {
        PlaceLikeness::Same | PlaceLikeness::Successor => Some("cùng chức vụ"),
        PlaceLikeness::Unknown => None,
        PlaceLikeness::Differs => Some("chức vụ khác nhau"),
    };
    let gender = likeness.gender_differs.then_some("giới tính khác nhau");
    [Some(name), birth, unit, position, gender].into_iter().flatten().collect()
}
