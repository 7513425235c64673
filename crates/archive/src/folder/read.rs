//! Reading a folder back: everything is looked at before anything is written, and what is not as it was is named.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use unicode_normalization::UnicodeNormalization;

use super::line::{Next, next_line};
use super::out::hash_file;
use super::stage::Stage;
use super::{DATA, FORMAT, FolderWatch, INDEX, MANIFEST, Manifest, READ_ME, RECORD, SUMS, Steps};
use crate::{Archive, ArchiveError, Records, Result, Stamp, file, head};

/// Largest list of hashes and largest `kho.json`.
const LARGEST_SUMS: u64 = 1 << 30;
const LARGEST_MANIFEST: u64 = 1 << 20;

/// Deepest a file of ours lies.
const DEEPEST: usize = 6;

/// What a folder holds, before it is brought in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FolderSummary {
    /// Rows of each table.
    pub rows: BTreeMap<String, u64>,
    /// Entries of the journal.
    pub journal: u64,
    /// Files in the folder.
    pub files: u64,
    /// Their bytes.
    pub bytes: u64,
}

/// What was brought in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenIn {
    /// What the folder held.
    pub summary: FolderSummary,
    /// [`Records::fingerprint`] afterwards.
    pub fingerprint: String,
}

/// A folder whose every file is what its list of hashes says.
pub(super) struct Folder {
    pub(super) root: PathBuf,
    pub(super) manifest: Manifest,
    /// Path as on this disk, hash and size, by the name in NFC.
    pub(super) files: BTreeMap<String, Found>,
}

/// A file in the folder.
#[derive(Clone)]
pub(super) struct Found {
    pub(super) path: PathBuf,
    pub(super) sha256: String,
    pub(super) bytes: u64,
}

/// A file of the folder is not what it must be.
pub(super) fn refused(file: &str, reason: impl Into<String>) -> ArchiveError {
    ArchiveError::FolderRefused { file: file.to_owned(), reason: reason.into() }
}

impl Archive {
    /// Looks a folder through: every file against its hash, and what it says it holds. Reads only.
    ///
    /// # Errors
    /// `FolderRefused` that names the file, `Newer`, `Stopped`, a failure of the disk.
    pub fn look_into(root: &Path, watch: FolderWatch<'_>) -> Result<FolderSummary> {
        Ok(Folder::open(root, watch)?.summary())
    }

    /// Brings a folder into this archive, which must be empty, whole or not at all. The rows keep their numbers, the
    /// journal its chain, to which one entry about this is added.
    ///
    /// # Errors
    /// `Refused` when the archive is not empty; those of [`Archive::look_into`]. The archive is then as it was.
    pub fn take_in(&mut self, root: &Path, stamp: &Stamp, watch: FolderWatch<'_>) -> Result<TakenIn> {
        self.expect_empty()?;
        let folder = Folder::open(root, watch)?;
        let mut stage = Stage::new(&self.records.folder)?;
        stage.load(&folder, watch)?;
        stage.finish(&folder, stamp)?;
        keep_files(&stage.records, &folder)?;
        stage.expect_sound()?;
        let fingerprint = stage.records.fingerprint()?;
        head::forget(&self.records.folder)?;
        stage.put_into(&mut self.records.conn)?;
        Ok(TakenIn { summary: folder.summary(), fingerprint })
    }

    fn expect_empty(&self) -> Result<()> {
        for table in super::tables::tables(&self.conn)?.into_iter().filter(|table| *table != "setting") {
            if self.conn.prepare(&format!("SELECT 1 FROM {table}"))?.exists([])? {
                return Err(ArchiveError::Refused {
                    message: "Kho này đã có dữ liệu nên không nhập thư mục vào được. Hãy mở một kho mới còn trống rồi nhập."
                        .into(),
                });
            }
        }
        Ok(())
    }
}

/// Keeps the bytes of every file that the rows name; each must be in the folder.
fn keep_files(records: &Records, folder: &Folder) -> Result<()> {
    let by_hash: HashMap<&str, &Found> =
        folder.files.values().map(|found| (found.sha256.as_str(), found)).collect();
    let kept = records.all_files()?;
    for record in &kept {
        let missing = || refused(&record.name, format!("thiếu tệp này (file-{})", record.id.0));
        let found = by_hash.get(record.sha256.as_str()).ok_or_else(missing)?;
        if found.bytes != record.bytes {
            return Err(refused(&record.name, format!("kích thước không khớp với file-{}", record.id.0)));
        }
    }
    let hashes: HashSet<&str> = kept.iter().map(|record| record.sha256.as_str()).collect();
    let is_ours = |name: &str| {
        [INDEX, READ_ME].contains(&name)
            || name.starts_with(&format!("{DATA}/"))
            || name.ends_with(&format!("/{RECORD}"))
    };
    let stranger =
        folder.files.iter().find(|(name, found)| !is_ours(name) && !hashes.contains(found.sha256.as_str()));
    if let Some((name, _)) = stranger {
        return Err(refused(name, "không bản ghi nào nêu tệp này"));
    }
    for record in &kept {
        let Some(found) = by_hash.get(record.sha256.as_str()) else { continue };
        let bytes = fs::read(&found.path).map_err(ArchiveError::disk("đọc", &found.path))?;
        if file::digest(&bytes) != record.sha256 {
            return Err(refused(&record.name, "tệp vừa bị thay đổi trong lúc nhập"));
        }
        file::store(&records.folder, &record.sha256, &bytes)?;
    }
    Ok(())
}

impl Folder {
    pub(super) fn open(root: &Path, watch: FolderWatch<'_>) -> Result<Self> {
        let mut there = BTreeMap::new();
        walk(root, "", 0, &mut there)?;
        let Some(list) = there.remove(SUMS) else {
            return Err(refused(SUMS, "thiếu tệp này; đây không phải là thư mục xuất toàn bộ kho"));
        };
        let sums = read_sums(&list)?;
        if let Some(missing) = sums.keys().find(|name| !there.contains_key(*name)) {
            return Err(refused(missing, "thiếu tệp này"));
        }
        if let Some(extra) = there.keys().find(|name| !sums.contains_key(*name)) {
            return Err(refused(extra, "tệp thừa, không có trong SHA256SUMS"));
        }
        let mut steps = Steps::new(watch, there.len());
        let mut files = BTreeMap::new();
        for (name, path) in there {
            let (sha256, bytes) = hash_file(&path).map_err(ArchiveError::disk("đọc", &path))?;
            if sums.get(&name) != Some(&sha256) {
                return Err(refused(&name, "nội dung đã thay đổi, không khớp mã SHA-256"));
            }
            files.insert(name, Found { path, sha256, bytes });
            steps.step()?;
        }
        let manifest = read_manifest(&files)?;
        Ok(Self { root: root.to_owned(), manifest, files })
    }

    fn summary(&self) -> FolderSummary {
        FolderSummary {
            rows: self.manifest.rows.clone(),
            journal: self.manifest.journal,
            files: self.files.len() as u64 + 1,
            bytes: self.files.values().map(|found| found.bytes).sum(),
        }
    }

    /// Hands over the lines of a file with their numbers, from 1.
    pub(super) fn each_line(
        &self,
        name: &str,
        mut line: impl FnMut(u64, &[u8]) -> Result<(), String>,
    ) -> Result<u64> {
        let found = self.files.get(name).ok_or_else(|| refused(name, "thiếu tệp này"))?;
        let failed = |error| ArchiveError::disk("đọc", &found.path)(error);
        let mut from = BufReader::new(fs::File::open(&found.path).map_err(failed)?);
        let mut buffer = Vec::new();
        let mut count = 0;
        loop {
            let at = count + 1;
            let outcome = match next_line(&mut from, &mut buffer).map_err(failed)? {
                Next::End => return Ok(count),
                Next::Bad(reason) => Err(reason.to_owned()),
                Next::Line => line(at, &buffer),
            };
            outcome.map_err(|reason| refused(name, format!("dòng {at}: {reason}")))?;
            count = at;
        }
    }
}

/// Every file below a folder by its path in NFC. Links and what is no plain file are refused.
fn walk(folder: &Path, above: &str, depth: usize, files: &mut BTreeMap<String, PathBuf>) -> Result<()> {
    let failed = |error| ArchiveError::disk("đọc", folder)(error);
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let path = entry.path();
        let Ok(name) = entry.file_name().into_string() else {
            return Err(refused(&path.display().to_string(), "tên tệp không đọc được"));
        };
        let name = format!("{above}{}", name.nfc().collect::<String>());
        // Not followed: what a link points to is not in the folder.
        let kind = fs::symlink_metadata(&path).map_err(ArchiveError::disk("đọc", &path))?.file_type();
        if kind.is_dir() && depth < DEEPEST {
            walk(&path, &format!("{name}/"), depth + 1, files)?;
        } else if !kind.is_file() {
            return Err(refused(&name, "không phải là tệp thường (lối tắt, hoặc thư mục lồng quá sâu)"));
        } else if files.insert(name.clone(), path).is_some() {
            return Err(refused(&name, "có hai tệp trùng tên"));
        }
    }
    Ok(())
}

/// The hashes by path. A path that leads out of the folder is refused by itself, though nothing would follow it.
fn read_sums(path: &Path) -> Result<BTreeMap<String, String>> {
    let failed = |error| ArchiveError::disk("đọc", path)(error);
    let from = fs::File::open(path).map_err(failed)?;
    if from.metadata().map_err(failed)?.len() > LARGEST_SUMS {
        return Err(refused(SUMS, "tệp quá lớn"));
    }
    let mut sums = BTreeMap::new();
    for (index, line) in BufReader::new(from.take(LARGEST_SUMS)).lines().enumerate() {
        let wrong = |reason: &str| refused(SUMS, format!("dòng {}: {reason}", index + 1));
        let line = match line {
            Err(error) if error.kind() == std::io::ErrorKind::InvalidData => {
                return Err(wrong("không phải chữ UTF-8"));
            }
            other => other.map_err(failed)?,
        };
        let (sha, name) = line.split_once("  ").ok_or_else(|| wrong("không đúng dạng “mã  đường dẫn”"))?;
        let is_hash = sha.len() == 64 && sha.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'a'..=b'f'));
        if !is_hash {
            return Err(wrong("mã SHA-256 không đúng dạng"));
        }
        let leads_out = name.contains(['\\', ':', '\0'])
            || name.split('/').any(|part| part.is_empty() || part == "." || part == "..");
        if leads_out {
            return Err(wrong("đường dẫn dẫn ra ngoài thư mục"));
        }
        if sums.insert(name.nfc().collect(), sha.to_owned()).is_some() {
            return Err(wrong("tệp được nêu hai lần"));
        }
    }
    Ok(sums)
}

fn read_manifest(files: &BTreeMap<String, Found>) -> Result<Manifest> {
    let found = files.get(MANIFEST).ok_or_else(|| refused(MANIFEST, "thiếu tệp này"))?;
    if found.bytes > LARGEST_MANIFEST {
        return Err(refused(MANIFEST, "tệp quá lớn"));
    }
    let bytes = fs::read(&found.path).map_err(ArchiveError::disk("đọc", &found.path))?;
    let manifest: Manifest = serde_json::from_slice(&bytes)
        .map_err(|error| refused(MANIFEST, format!("không đọc được: {error}")))?;
    let known = crate::open::STEPS.len();
    if manifest.format > FORMAT || manifest.schema > known {
        let (path, found) = (found.path.clone(), manifest.schema as i64);
        return Err(ArchiveError::Newer { path, found, known: known as i64 });
    }
    if manifest.format == 0 || manifest.schema == 0 {
        return Err(refused(MANIFEST, "không đúng dạng"));
    }
    if manifest.masked {
        let message = "Thư mục này được xuất với số định danh đã che nên chỉ để đọc, không nhập lại được. Hãy xuất lại, \
             chọn ghi đầy đủ số định danh.";
        return Err(ArchiveError::Refused { message: message.into() });
    }
    Ok(manifest)
}
