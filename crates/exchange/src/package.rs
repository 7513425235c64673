//! ZIP files: one out, entry after entry, the same bytes for the same entries; a folder as one, and out of it again.
//!
//! Not here: what the folder holds, and whether it is as it was (`archive::folder`).

use crate::ExchangeError;
use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Seek, Write};
use std::path::{Path, PathBuf};
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// Deepest an entry lies.
const DEEPEST: usize = 8;
/// How much more than its own size a package may hold, and what any may: lines of facts are small when packed.
const MOST_TIMES: u64 = 200;
const ALWAYS_ENOUGH: u64 = 64 << 20;

/// A ZIP being written.
pub struct Package<W: Write + Seek>(ZipWriter<W>);

impl<W: Write + Seek> Package<W> {
    /// An empty package.
    pub fn new(to: W) -> Self {
        Self(ZipWriter::new(to))
    }

    /// Adds a file.
    ///
    /// # Errors
    /// A failure of the disk; the same name twice.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), ExchangeError> {
        self.add_from(name, &mut &*bytes, bytes.len() as u64).map_err(|error| not_written(&error))
    }

    /// Adds a file of a known size from where it is read.
    fn add_from(&mut self, name: &str, from: &mut impl Read, bytes: u64) -> ZipResult<()> {
        // Without a time of its own: the package is the same whenever it is made.
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .large_file(bytes >= u64::from(u32::MAX))
            .unix_permissions(0o644);
        self.0.start_file(name, options)?;
        io::copy(from, &mut self.0)?;
        Ok(())
    }

    /// Writes the end.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn finish(self) -> Result<W, ExchangeError> {
        self.0.finish().map_err(|error| not_written(&error))
    }
}

/// Packs a folder with everything in it into one new file.
///
/// # Errors
/// A failure of the disk.
pub fn pack_folder(folder: &Path, to: &Path) -> Result<(), ExchangeError> {
    let failed = |error: io::Error| disk(to, &error);
    let mut files = Vec::new();
    collect(folder, "", &mut files).map_err(failed)?;
    files.sort();
    let mut package = Package::new(io::BufWriter::new(File::create(to).map_err(failed)?));
    for (name, path) in files {
        let mut file = File::open(&path).map_err(failed)?;
        let bytes = file.metadata().map_err(failed)?.len();
        package.add_from(&name, &mut file, bytes).map_err(|error| disk(to, &error))?;
    }
    let file = package
        .0
        .finish()
        .map_err(|error| disk(to, &error))?
        .into_inner()
        .map_err(|error| failed(error.into_error()))?;
    file.sync_all().map_err(failed)
}

/// The files below a folder, by their names in a package.
fn collect(folder: &Path, above: &str, files: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{above}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.push((name, entry.path()));
        }
    }
    Ok(())
}

/// Takes a package apart into an empty folder. Only plain files come out, only below the folder, and not without end.
///
/// # Errors
/// `NotAPackage`, or a failure of the disk. What came out until then is left to the caller.
pub fn unpack(package: &Path, into: &Path) -> Result<(), ExchangeError> {
    let wrong = |detail: String| ExchangeError::NotAPackage { file: file_name(package), detail };
    let failed = |error: io::Error| match error.kind() {
        ErrorKind::InvalidData | ErrorKind::InvalidInput | ErrorKind::UnexpectedEof => {
            wrong(error.to_string())
        }
        _ => disk(package, &error),
    };
    let file = File::open(package).map_err(failed)?;
    let mut left = file.metadata().map_err(failed)?.len().saturating_mul(MOST_TIMES).max(ALWAYS_ENOUGH);
    let mut zip = ZipArchive::new(file).map_err(|error| wrong(error.to_string()))?;
    let mut seen = HashSet::new();
    for index in 0..zip.len() {
        let mut entry = zip.by_index(index).map_err(|error| wrong(error.to_string()))?;
        let name = entry.name().map_err(|error| wrong(error.to_string()))?.into_owned();
        let parts: Vec<&str> = name.split('/').collect();
        let leads_out = name.contains(['\\', ':', '\0'])
            || parts.iter().any(|part| part.is_empty() || *part == "." || *part == "..");
        // Windows takes names that differ in case alone for the same.
        if leads_out || !entry.is_file() || parts.len() > DEEPEST || !seen.insert(name.to_lowercase()) {
            return Err(wrong(format!("mục “{name}” không đúng")));
        }
        let place = parts.iter().fold(into.to_owned(), |place, part| place.join(part));
        fs::create_dir_all(place.parent().unwrap_or(into)).map_err(failed)?;
        let mut out = File::create_new(&place).map_err(failed)?;
        let written = io::copy(&mut entry.by_ref().take(left.saturating_add(1)), &mut out).map_err(failed)?;
        left = left.checked_sub(written).ok_or_else(|| wrong("nội dung nở ra quá lớn".to_owned()))?;
    }
    Ok(())
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn disk(package: &Path, error: &dyn std::fmt::Display) -> ExchangeError {
    ExchangeError::PackageDisk { file: file_name(package), detail: error.to_string() }
}

fn not_written(error: &dyn std::fmt::Display) -> ExchangeError {
    ExchangeError::NotWritten { detail: error.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    #[test]
    fn entries_come_back_and_no_name_is_given_twice() {
        let mut twice = Package::new(Cursor::new(Vec::new()));
        twice.add("mã.1.pdf", b"%PDF").expect("added");
        assert!(twice.add("mã.1.pdf", b"other").is_err(), "the same name twice");
        let mut package = Package::new(Cursor::new(Vec::new()));
        package.add("hồ sơ/mã.1.pdf", b"%PDF").expect("added");
        let bytes = package.finish().expect("finished").into_inner();
        let mut read = zip::ZipArchive::new(Cursor::new(bytes)).expect("a ZIP");
        let mut entry = read.by_name("hồ sơ/mã.1.pdf").expect("its name is kept");
        let mut content = Vec::new();
        std::io::copy(&mut entry, &mut content).expect("read");
        assert_eq!(content, b"%PDF");
    }

    #[test]
    fn a_folder_comes_out_of_its_package_as_it_went_in() {
        let desk = tempfile::tempdir().expect("a folder");
        let (from, to, package) =
            (desk.path().join("từ"), desk.path().join("đến"), desk.path().join("kho.bangvang"));
        fs::create_dir_all(from.join("văn bản/2025")).expect("made");
        fs::create_dir(&to).expect("made");
        fs::write(from.join("SHA256SUMS"), b"...").expect("written");
        fs::write(from.join("văn bản/2025/Quyết định.pdf"), b"%PDF").expect("written");
        pack_folder(&from, &package).expect("packed");
        unpack(&package, &to).expect("unpacked");
        assert_eq!(fs::read(to.join("văn bản/2025/Quyết định.pdf")).expect("there"), b"%PDF");
        assert_eq!(fs::read(to.join("SHA256SUMS")).expect("there"), b"...");
    }

    #[test]
    fn nothing_comes_out_beside_the_folder_or_without_end() {
        let desk = tempfile::tempdir().expect("a folder");
        let path = desk.path().join("lạ.bangvang");
        let refused = |names: &[&str], bytes: &[u8]| {
            let mut package = Package::new(File::create(&path).expect("made"));
            for name in names {
                package.add(name, bytes).expect("added");
            }
            package.finish().expect("finished");
            let into = tempfile::tempdir_in(desk.path()).expect("a folder");
            unpack(&path, into.path()).expect_err("refused").to_string()
        };
        for name in ["../x", "a/../../x", "/x", "C:/x", "a\\..\\x", "a//x", "a/b/c/d/e/f/g/h/i"] {
            assert!(refused(&[name], b"x").contains("lạ.bangvang"), "{name}");
        }
        assert!(refused(&["A.pdf", "a.pdf"], b"x").contains("a.pdf"), "one would replace the other");
        assert!(refused(&["a"], &vec![0; 65 << 20]).contains("nở ra quá lớn"));
        fs::write(&path, b"PK").expect("written");
        assert!(unpack(&path, desk.path()).is_err(), "a file that broke off");
    }
}
