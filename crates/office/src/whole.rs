//! The whole archive out to a folder for people, with its index in Excel and the words that explain it, and back in;
//! also as one file, a package, to carry it to another PC.
//!
//! Not here: the form of the folder and the proof that it is whole (`archive::folder`).

use crate::{
    Office,
    kept::KeptLists,
    problem::{disk, required},
    progress::Stage,
    wire::{ExportAll, FolderContent, FolderWritten, PathOnly, Problem},
};
use archive::{
    Action,
    folder::{FolderOut, FolderSummary, INDEX, Identities, Listing, Places, READ_ME},
};
use exchange::{Book, OutColumn};
use std::{
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
};

#[allow(missing_docs)] // each command is described once, in the registry
impl Office {
    pub fn export_all(&mut self, request: ExportAll) -> Result<FolderWritten, Problem> {
        let target = Path::new(&request.path);
        if request.path.is_empty() {
            return Err(required("path", "thư mục sẽ ghi"));
        }
        self.expect_outside(target)?;
        let packed = is_package(target);
        if packed && !request.identities {
            return Err(Problem::new("package-masked", "Gói để chuyển kho sang máy khác phải ghi đầy đủ số định danh, vì khi che thì không nhập lại được.")
                .hint("Hãy chọn ghi đầy đủ số định danh, hoặc xuất ra thư mục để đọc."));
        }
        let gathered = packed.then(|| Passing::beside(target)).transpose()?;
        let mut out = FolderOut::new(gathered.as_ref().map_or(target, |folder| &folder.0))?;
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
        let bytes = match &gathered {
            Some(folder) => pack(&folder.0, target)?,
            None => written.bytes,
        };
        Ok(FolderWritten { path: request.path, files: written.files, bytes })
    }

    pub fn look_into_folder(&mut self, request: PathOnly) -> Result<FolderContent, Problem> {
        let opened = self.unpacked(&request.path)?;
        let root = opened.as_ref().map_or(Path::new(&request.path), |folder| &folder.0);
        let found = archive::Archive::look_into(root, &self.watch(Stage::Copying))?;
        Ok(content(request.path, found))
    }

    pub fn import_all(&mut self, request: PathOnly) -> Result<FolderContent, Problem> {
        let stamp = self.stamp();
        self.expect_outside(Path::new(&request.path))?;
        let opened = self.unpacked(&request.path)?;
        let root = opened.as_ref().map_or(Path::new(&request.path), |folder| &folder.0);
        self.backup_before_risk()?;
        let watch = &self.environment.watch;
        let watch = |done, total| watch(crate::Progress { stage: Stage::Copying, done, total });
        let taken = self.archive.take_in(root, &stamp, &watch)?;
        // Its journal has numbers of its own, which those of lists read before may equal.
        self.kept = KeptLists::default();
        Ok(content(request.path, taken.summary))
    }

    /// The folder that a package is, in the archive's own folder, where personal data may be; nothing for a folder.
    fn unpacked(&self, path: &str) -> Result<Option<Passing>, Problem> {
        let path = Path::new(path);
        if fs::metadata(path).map_err(|error| disk("đọc", path, &error))?.is_dir() {
            return Ok(None);
        }
        let folder = Passing::new(self.archive.folder().join("archive.unpacked"))?;
        fs::create_dir(&folder.0).map_err(|error| disk("ghi", &folder.0, &error))?;
        exchange::unpack(path, &folder.0)?;
        Ok(Some(folder))
    }
}

/// True for the one file that a whole archive goes to another PC in; Windows opens such files with this program.
fn is_package(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("bangvang"))
}

/// Packs a folder into a file that is there whole or not at all, and gives its size.
fn pack(folder: &Path, target: &Path) -> Result<u64, Problem> {
    let part = target.with_extension("bangvang.đang-ghi");
    let packed = exchange::pack_folder(folder, &part).map_err(Problem::from).and_then(|()| {
        fs::rename(&part, target)
            .and_then(|()| fs::metadata(target))
            .map_err(|error| disk("ghi", target, &error))
    });
    if packed.is_err() {
        // It may not even be there.
        let _ = fs::remove_file(&part);
    }
    Ok(packed?.len())
}

/// A folder that is needed for one command; gone with the value, and with the next one after a power cut.
struct Passing(PathBuf);

impl Passing {
    fn new(path: PathBuf) -> Result<Self, Problem> {
        match fs::remove_dir_all(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(disk("xóa", &path, &error)),
            _ => Ok(Self(path)),
        }
    }

    fn beside(target: &Path) -> Result<Self, Problem> {
        Self::new(target.with_extension("bangvang.đang-gom"))
    }
}

impl Drop for Passing {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
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
