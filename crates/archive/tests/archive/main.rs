//! The archive through its public face, over a folder that is thrown away.

mod backups;
mod beside;
mod bulk;
mod duplicates;
mod files;
mod folder;
mod gate;
mod head;
mod merging;
mod one_door;
mod opening;
mod recovery;
mod registers;
mod search;
mod undo;
mod units;
mod views;

use archive::*;
use chrono::{DateTime, NaiveDate};
use commendation::{Authority, BirthDate, Gender, Honoree, HonoreeType, Nomination, NominationState, Round};
use tempfile::TempDir;

/// An archive in a folder of its own.
struct Desk {
    folder: TempDir,
    archive: Option<Archive>,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("the system gives temporary folders");
        let mut desk = Self { folder, archive: None };
        desk.open();
        desk
    }

    fn open(&mut self) {
        self.archive = None;
        self.archive = Some(Archive::open(self.folder.path(), &stamp(0)).expect("an archive opens"));
    }

    fn close(&mut self) {
        self.archive = None;
    }

    fn reopen(&mut self) -> &mut Archive {
        self.open();
        self.archive()
    }

    fn archive(&mut self) -> &mut Archive {
        self.archive.as_mut().expect("the archive is open")
    }

    /// Makes a change that must succeed.
    fn change<T>(&mut self, text: &str, change: impl FnOnce(&Tx<'_>) -> Result<T>) -> T {
        self.try_change(text, change).expect("the change is allowed").value
    }

    fn try_change<T>(&mut self, text: &str, change: impl FnOnce(&Tx<'_>) -> Result<T>) -> Result<Done<T>> {
        self.archive().transact(Action::new(text), &stamp(1), change)
    }

    fn dump(&mut self) -> Vec<String> {
        let mut lines = Vec::new();
        self.archive().dump(|line| lines.push(line.to_owned())).expect("facts can be read");
        lines
    }

    fn assert_sound(&mut self) {
        let checked = self.archive().check().expect("the disk works");
        assert_eq!(checked.findings, [], "nothing was damaged");
    }

    /// Writes to the closed database behind the program's back, with no trigger in the way.
    fn tamper(&mut self, sql: &str) {
        self.close();
        let conn =
            rusqlite::Connection::open(self.folder.path().join("archive.db")).expect("SQLite opens it");
        conn.execute_batch(sql).expect("SQLite takes the statement");
    }
}

/// A search for text alone.
fn asked(text: &str, count: u32) -> Search {
    Search { text: text.into(), count, ..Search::default() }
}

impl Desk {
    /// The hits for a text, kind after kind.
    fn find(&mut self, text: &str, count: u32) -> Vec<Hit> {
        self.found(&asked(text, count)).into_iter().flat_map(|group| group.hits).collect()
    }

    fn found(&mut self, search: &Search) -> Vec<Group> {
        self.archive().search(search).expect("search")
    }
}

fn stamp(minute: u32) -> Stamp {
    let at = DateTime::parse_from_rfc3339(&format!("2026-01-05T08:{:02}:00+07:00", minute % 60));
    Stamp { at: at.expect("a time"), who: "lan".into() }
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn person(name: &str) -> Honoree {
    Honoree {
        honoree_type: HonoreeType::Individual,
        name: name.into(),
        gender: Some(Gender::Female),
        birth: Some(BirthDate::year(1980)),
        position: Some("Chuyên viên".into()),
        unit: Some("Văn phòng Sở".into()),
    }
}

fn collective(name: &str) -> Honoree {
    Honoree {
        honoree_type: HonoreeType::Collective,
        name: name.into(),
        gender: None,
        birth: None,
        position: None,
        unit: None,
    }
}

fn round(name: &str) -> Round {
    Round { name: name.into(), year: 2025 }
}

fn nomination(id: HonoreeId, honoree: Honoree) -> NewNomination {
    NewNomination {
        honoree: id,
        nomination: Nomination {
            honoree,
            kind: Some("giay-khen.department-director".into()),
            kind_as_written: "Giấy khen".into(),
            achievement: "Hoàn thành xuất sắc nhiệm vụ năm 2025".into(),
            state: NominationState::Pending,
        },
        source: None,
        problems: Vec::new(),
    }
}

fn award(id: HonoreeId, honoree: Honoree, decision: &str, year: i32) -> NewAward {
    NewAward {
        honoree_id: id,
        honoree,
        kind: "bang-khen.province-chair".into(),
        kind_name: "Bằng khen của Chủ tịch UBND tỉnh".into(),
        authority: Authority::ProvinceChair,
        achievement: String::new(),
        period: format!("{year}"),
        year: Some(year),
        decision: decision.into(),
        date: NaiveDate::from_ymd_opt(year, 12, 15),
        document: None,
        conference: None,
        nomination: None,
    }
}

fn draft(title: &str, text: &str, subject: Option<Subject>) -> NewDocument {
    let content = DraftContent {
        title: title.into(),
        symbol: "QĐ-STP".into(),
        values: [("trich-yeu".to_owned(), title.to_owned())].into(),
        text: text.into(),
    };
    NewDocument { template: "decision.commend".into(), subject, content }
}

fn issuance(number: &str, day: &str) -> Issuance {
    Issuance {
        number: number.into(),
        symbol: "QĐ-STP".into(),
        issuer: "Sở Tư pháp".into(),
        date: date(day),
        title: format!("Quyết định số {number}"),
        text: "Tặng Giấy khen".into(),
        facts: serde_json::json!({"a": [1, "hai"]}),
        file: None,
    }
}
