//! Whether a folder is a place for the live archive: not on the network, not on a stick, and not one that a cloud program
//! copies. There SQLite's log and locks do not hold, or the drive goes in the middle of writing, and the archive would be
//! damaged sooner or later. All are welcome for backups.
//!
//! Judged as the folder is written and as it really is, behind links and letters of drives. Not here: making it.

use std::path::{Component, Path, PathBuf};
use unicode_normalization::UnicodeNormalization;

use crate::{ArchiveError, Result};

/// Folders of programs that copy files while they are written, as their names begin.
const SYNCED: [&str; 5] = ["OneDrive", "Dropbox", "Google Drive", "GoogleDrive", "iCloudDrive"];

/// Where OneDrive says that its folders are: their names are the user's to choose.
const ONEDRIVE: [&str; 3] = ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"];

const ON_NETWORK: &str = "ổ đĩa này là ổ đĩa trên mạng";
const REMOVABLE: &str = "ổ đĩa này là ổ đĩa rời (USB, thẻ nhớ), có thể bị rút ra khi đang ghi";

/// What other systems call file systems of the network, as the names begin.
#[cfg(target_os = "linux")]
const NETWORKED: [&str; 8] =
    ["nfs", "cifs", "smb", "afs", "fuse.sshfs", "fuse.rclone", "davfs", "fuse.gvfsd"];

/// Refuses a folder that is no place for the live archive, with the reason.
pub(crate) fn refuse_unsafe(folder: &Path) -> Result<()> {
    let onedrive: Vec<PathBuf> = ONEDRIVE
        .iter()
        .filter_map(std::env::var_os)
        .filter(|root| !root.is_empty())
        .map(PathBuf::from)
        .collect();
    let real = really(folder);
    let reason = [folder, &real]
        .into_iter()
        .find_map(|path| by_path(path, &onedrive))
        .or_else(|| by_system(&real).map(str::to_owned));
    match reason {
        Some(reason) => Err(ArchiveError::UnsafeFolder { path: folder.to_owned(), reason }),
        None => Ok(()),
    }
}

/// The folder behind links and drives; of one that is not there yet, that of the nearest above it.
fn really(folder: &Path) -> PathBuf {
    let there = folder.ancestors().find_map(|above| Some((above, std::fs::canonicalize(above).ok()?)));
    match there {
        Some((above, real)) => real.join(folder.strip_prefix(above).unwrap_or(Path::new(""))),
        None => folder.to_owned(),
    }
}

/// What the path alone tells.
fn by_path(folder: &Path, onedrive: &[PathBuf]) -> Option<String> {
    let text = folder.to_string_lossy();
    // `\\server\share`, but not the long form of a local path, `\\?\C:\…`.
    if text.starts_with(r"\\?\UNC\") || (text.starts_with(r"\\") && !text.starts_with(r"\\?\")) {
        return Some("thư mục này nằm trên mạng".to_owned());
    }
    let synced = |name: &str| format!("thư mục “{name}” được đồng bộ lên mạng");
    if let Some(name) = text.split(['/', '\\']).find(|part| SYNCED.iter().any(|name| part.starts_with(name)))
    {
        return Some(synced(name));
    }
    let root = onedrive.iter().find(|root| lies_in(folder, root))?;
    Some(synced(&root.file_name().unwrap_or(root.as_os_str()).to_string_lossy()))
}

/// True when a folder is another one or lies in it; Windows does not tell case apart, and forms of letters are one.
fn lies_in(folder: &Path, root: &Path) -> bool {
    let parts = |path: &Path| -> Vec<String> {
        let words = path.components().filter(|part| !matches!(part, Component::CurDir | Component::RootDir));
        words
            .map(|part| part.as_os_str().to_string_lossy().trim_start_matches(r"\\?\").to_lowercase())
            .map(|part| part.nfc().collect())
            .collect()
    };
    parts(folder).starts_with(&parts(root))
}

/// What Windows knows of the drive, and of folders that a cloud program looks after.
#[cfg(windows)]
fn by_system(real: &Path) -> Option<&'static str> {
    use std::os::windows::fs::MetadataExt as _;
    use win32::drive::Kind;
    // PINNED, UNPINNED, RECALL_ON_DATA_ACCESS: set by such programs alone.
    const LOOKED_AFTER: u32 = 0x0008_0000 | 0x0010_0000 | 0x0040_0000;
    match win32::drive::kind(real) {
        Kind::Remote => return Some(ON_NETWORK),
        Kind::Removable => return Some(REMOVABLE),
        Kind::Other => {}
    }
    let attributes = |path: &Path| std::fs::metadata(path).map_or(0, |there| there.file_attributes());
    let looked_after = real.ancestors().any(|above| attributes(above) & LOOKED_AFTER != 0);
    looked_after.then_some("thư mục này được đồng bộ lên mạng")
}

/// What Linux knows of the file system and of the device it is on.
#[cfg(target_os = "linux")]
fn by_system(real: &Path) -> Option<&'static str> {
    let mounts = std::fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
    let (device, system) = mounted(real, &mounts)?;
    if NETWORKED.iter().any(|name| system.starts_with(name)) {
        return Some(ON_NETWORK);
    }
    is_removable(device, Path::new("/sys/dev/block")).then_some(REMOVABLE)
}

#[cfg(not(any(windows, target_os = "linux")))]
fn by_system(_real: &Path) -> Option<&'static str> {
    None
}

/// Device, as `8:1`, and kind of the innermost file system that a folder is in: field 3 of a line is the device, field 5
/// where it is mounted, the one after the dash what it is.
#[cfg(target_os = "linux")]
fn mounted<'a>(folder: &Path, mounts: &'a str) -> Option<(&'a str, &'a str)> {
    let found = mounts.lines().filter_map(|line| {
        let (about, system) = line.split_once(" - ")?;
        let mut fields = about.split(' ').skip(2);
        let (device, at) = (fields.next()?, fields.nth(1)?.replace("\\040", " "));
        folder.starts_with(&at).then(|| (at.len(), (device, system.split(' ').next().unwrap_or_default())))
    });
    // Of two at the same place, the later lies over the earlier: `max_by_key` gives the last.
    found.max_by_key(|(length, _)| *length).map(|(_, what)| what)
}

/// True for a drive that can be taken out; of a part of one, the whole drive knows.
#[cfg(target_os = "linux")]
fn is_removable(device: &str, devices: &Path) -> bool {
    let device = devices.join(device);
    let says = [device.join("removable"), device.join("../removable")];
    says.iter().any(|says| std::fs::read_to_string(says).is_ok_and(|says| says.trim() == "1"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn network_folders_are_told_by_their_path() {
        for path in [r"\\may-chu\chung\kho", r"\\?\UNC\may-chu\chung"] {
            assert!(
                by_path(Path::new(path), &[]).is_some_and(|reason| reason.contains("trên mạng")),
                "{path}"
            );
        }
        assert_eq!(by_path(Path::new(r"\\?\C:\Users\lan\AppData\Local\kho"), &[]), None, "a long local path");
        assert_eq!(by_path(Path::new(r"C:\Users\lan\AppData\Local\kho"), &[]), None);
    }

    #[test]
    fn a_onedrive_folder_is_known_by_the_name_that_the_user_gave_it() {
        let root = [PathBuf::from("/home/lan/Sở Tư pháp")];
        let reason = by_path(Path::new("/home/lan/SỞ TƯ PHÁP/kho"), &root).expect("refused");
        assert!(reason.contains("“Sở Tư pháp”"), "{reason}");
        let apart = "/home/lan/Sơ\u{309} Tư pháp/kho";
        assert!(by_path(Path::new(apart), &root).is_some(), "the same name with its mark written apart");
        assert_eq!(by_path(Path::new("/home/lan/Sở Tư pháp cũ/kho"), &root), None, "only a longer name");
        assert!(by_path(Path::new("/x/OneDrive - Sở/kho"), &[]).is_some());
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn the_innermost_file_system_counts() {
        let mounts = "27 1 8:1 / / rw - ext4 /dev/sda1 rw\n\
             40 27 0:50 / /home/van\\040thu/chung rw shared:9 - cifs //may-chu/chung rw\n\
             41 40 8:2 / /home/van\\040thu/chung/rieng rw - ext4 /dev/sdb1 rw\n";
        for (folder, expected) in [
            ("/home/van thu/kho", ("8:1", "ext4")),
            ("/home/van thu/chung/kho", ("0:50", "cifs")),
            ("/home/van thu/chung cu/kho", ("8:1", "ext4")),
            ("/home/van thu/chung/rieng/kho", ("8:2", "ext4")),
        ] {
            assert_eq!(mounted(Path::new(folder), mounts), Some(expected), "{folder}");
        }
        assert_eq!(mounted(Path::new("/x"), "not a line of it"), None);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_part_of_a_stick_is_as_removable_as_the_stick() {
        let system = tempfile::tempdir().expect("a folder");
        // As Linux has it: links by number, to the folders of the drives with their parts below.
        let numbers = system.path().join("numbers");
        std::fs::create_dir(&numbers).expect("made");
        for (drive, removable, part, number) in
            [("sda", "0\n", "sda1", "8:1"), ("sdb", "1\n", "sdb1", "8:17")]
        {
            let part = system.path().join(drive).join(part);
            std::fs::create_dir_all(&part).expect("made");
            std::fs::write(system.path().join(drive).join("removable"), removable).expect("written");
            std::os::unix::fs::symlink(&part, numbers.join(number)).expect("linked");
        }
        assert!(is_removable("8:17", &numbers), "a stick");
        assert!(!is_removable("8:1", &numbers), "the disk of the PC");
        assert!(!is_removable("0:50", &numbers), "no drive at all");
    }
}
