//! What kind of drive a folder is on.

use crate::wide;
use std::path::Path;
use windows_sys::Win32::Storage::FileSystem::{GetDriveTypeW, GetVolumePathNameW};

/// Longest path of a volume's root: a volume may be mounted deep in a folder.
const LONGEST: usize = 1024;
/// `DRIVE_REMOVABLE` and `DRIVE_REMOTE` of `GetDriveTypeW`.
const REMOVABLE: u32 = 2;
const REMOTE: u32 = 4;

/// A kind of drive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Made to be taken out, such as a stick.
    Removable,
    /// On the network, also by the letter of a drive that stands for it.
    Remote,
    /// A disk of this PC, or not known.
    Other,
}

/// The drive of a folder, which need not be there yet.
pub fn kind(folder: &Path) -> Kind {
    let path = wide(folder);
    let mut root = vec![0_u16; LONGEST];
    // SAFETY: the path ends with zero, and the length given is that of the buffer.
    let found = unsafe { GetVolumePathNameW(path.as_ptr(), root.as_mut_ptr(), LONGEST as u32) };
    if found == 0 {
        return Kind::Other;
    }
    // SAFETY: the root was ended with zero by the call above, which succeeded.
    match unsafe { GetDriveTypeW(root.as_ptr()) } {
        REMOVABLE => Kind::Removable,
        REMOTE => Kind::Remote,
        _ => Kind::Other,
    }
}
