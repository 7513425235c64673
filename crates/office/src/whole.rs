//! The whole archive out to a folder for people, with its index in Excel and the words that explain it, and back in.
//!
//! Not here: the form of the folder and the proof that it is whole (`archive::folder`).

use crate::{
    Office,
    kept::KeptLists,
    problem::required,
    progress::Stage,
    wire::{ExportAll, FolderContent, FolderWritten, PathOnly, Problem},
};
use archive::{
    Action,
    folder::{FolderOut, FolderSummary, INDEX, Identities, Listing, Places, READ_ME},
};
use exchange::{Book, OutColumn};
use std::path::Path;

#[allow(missing_docs)] // each command is described once, in the registry
impl Office {
    pub fn export_all(&mut self, request: ExportAll) -> Result<FolderWritten, Problem> {
        let target = Path::new(&request.path);
        if request.path.is_empty() {
            return Err(required("path", "thư mục sẽ ghi"));
        }
        self.expect_outside(target)?;
        let mut out = FolderOut::new(target)?;
        let identities = match request.identities {
            true => Identities::Full,
            false => Identities::Masked,
        };
        if identities == Identities::Full {
            // On record before the folder is there: what goes out in full is never unknown.
            let action = Action::new("Xuất toàn bộ kho kèm số định danh đầy đủ").noted();
            self.archive.transact(action, &self.stamp(), |_| Ok::<_, Problem>(()))?;
        }
        let places = self.archive.write_folder(&mut out, identities, &self.watch(Stage::Copying))?;
        out.write_at(INDEX, |path| self.write_index(path, &places))?;
        let words = self.read_me()?;
        out.write_bytes(READ_ME, words.as_bytes())?;
        let written = out.finish()?;
        Ok(FolderWritten { path: request.path, files: written.files, bytes: written.bytes })
    }

    pub fn look_into_folder(&mut self, request: PathOnly) -> Result<FolderContent, Problem> {
        let found = archive::Archive::look_into(Path::new(&request.path), &self.watch(Stage::Copying))?;
        Ok(content(request.path, found))
    }

    pub fn import_all(&mut self, request: PathOnly) -> Result<FolderContent, Problem> {
        let (stamp, root) = (self.stamp(), Path::new(&request.path));
        self.expect_outside(root)?;
        self.backup_before_risk()?;
        let watch = &self.environment.watch;
        let watch = |done, total| watch(crate::Progress { stage: Stage::Copying, done, total });
        let taken = self.archive.take_in(root, &stamp, &watch)?;
        // Its journal has numbers of its own, which those of lists read before may equal.
        self.kept = KeptLists::default();
        Ok(content(request.path, taken.summary))
    }
}

fn content(path: String, found: FolderSummary) -> FolderContent {
    let rows = |table: &str| found.rows.get(table).copied().unwrap_or_default();
    FolderContent {
        path,
        documents: rows("document"),
        awards: rows("award"),
        honorees: rows("honoree"),
        conferences: rows("conference"),
        rounds: rows("round"),
        kept_files: rows("file"),
        journal: found.journal,
        bytes: found.bytes,
    }
}

/// A list of the index: its sheet and its columns.
fn sheets() -> [(Listing, &'static str, Vec<OutColumn>); 5] {
    let text = |head: &str, width| OutColumn::new(head, width);
    [
        (
            Listing::Documents,
            "Văn bản",
            vec![
                text("Mã", 9.0),
                text("Số, ký hiệu", 16.0),
                text("Ngày", 11.0),
                text("Tên loại, trích yếu", 60.0),
                text("Cơ quan ban hành", 30.0),
                text("Trạng thái", 12.0),
                text("Thuộc", 36.0),
                OutColumn::link("Tệp", 60.0),
            ],
        ),
        (
            Listing::Awards,
            "Khen thưởng",
            vec![
                text("Mã", 12.0),
                OutColumn::number("Năm", 7.0),
                text("Tên", 28.0),
                text("Chức vụ, đơn vị", 40.0),
                text("Danh hiệu, hình thức", 40.0),
                text("Quyết định", 18.0),
                text("Ngày", 11.0),
                text("Thành tích", 50.0),
                text("Mã đối tượng", 12.0),
                text("Mã văn bản", 12.0),
            ],
        ),
        (
            Listing::Honorees,
            "Đối tượng",
            vec![
                text("Mã", 12.0),
                text("Tên", 28.0),
                text("Loại", 12.0),
                text("Giới tính", 9.0),
                text("Ngày, năm sinh", 13.0),
                text("Chức vụ", 24.0),
                text("Đơn vị", 36.0),
                OutColumn::number("Số lần khen thưởng", 10.0),
            ],
        ),
        (
            Listing::Conferences,
            "Hội nghị",
            vec![
                text("Mã", 9.0),
                text("Tên hội nghị", 60.0),
                text("Ngày", 11.0),
                text("Địa điểm", 36.0),
                OutColumn::number("Số khen thưởng", 10.0),
                OutColumn::link("Bản ghi", 60.0),
            ],
        ),
        (
            Listing::Files,
            "Tệp",
            vec![
                text("Mã", 9.0),
                text("Tên", 40.0),
                OutColumn::number("Số byte", 12.0),
                text("SHA-256", 66.0),
                text("Vai trò", 12.0),
                text("Lưu lúc", 26.0),
                OutColumn::link("Tệp", 60.0),
            ],
        ),
    ]
}

impl Office {
    fn write_index(&self, path: &Path, places: &Places) -> Result<(), Problem> {
        let mut book = Book::new()?;
        for (listing, name, columns) in sheets() {
            let mut list = book.list(name, &columns)?;
            self.archive.each_row(listing, places, |texts| Ok::<_, Problem>(list.row(texts)?))?;
        }
        book.save(path)?;
        Ok(())
    }

    /// The words that explain the folder to somebody without this program.
    fn read_me(&self) -> Result<String, Problem> {
        let agency = self.archive.agency()?.map(|agency| agency.name).filter(|name| !name.is_empty());
        let day = commendation::short_date(
            // The folder says when its content last changed, not when it was written: the same archive, the same folder.
            self.archive
                .standing()?
                .saved_at
                .and_then(|at| chrono::DateTime::parse_from_rfc3339(&at).ok())
                .map_or_else(|| self.today(), |at| at.date_naive()),
        );
        let agency = agency.unwrap_or_else(|| "(chưa ghi tên cơ quan)".to_owned());
        Ok(include_str!("whole/read-me.txt")
            .replace("{agency}", &agency)
            .replace("{day}", &day)
            .replace("{version}", env!("CARGO_PKG_VERSION"))
            .replace('\n', "\r\n"))
    }
}
