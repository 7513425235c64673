//! What kind of drive a folder is on.

use crate::wide;
use std::path::Path;
use windows_sys::Win32::Storage::FileSystem::{GetDriveTypeW, GetVolumePathNameW};

/// Longest path of a volume's root: a volume may be mounted deep in a folder.
const LONGEST: usize = 1024;
/// `DRIVE_REMOTE` of `GetDriveTypeW`.
const REMOTE: u32 = 4;

/// True for a folder on the network, also by the letter of a drive that stands for one. A folder that is not there yet is
/// judged by its drive.
pub fn is_remote(folder: &Path) -> bool {
    let path = wide(folder);
    let mut root = vec![0_u16; LONGEST];
    // SAFETY: the path ends with zero, and the length given is that of the buffer.
    let found = unsafe { GetVolumePathNameW(path.as_ptr(), root.as_mut_ptr(), LONGEST as u32) };
    if found == 0 {
        return false;
    }
    // SAFETY: the root was ended with zero by the call above, which succeeded.
    unsafe { GetDriveTypeW(root.as_ptr()) == REMOTE }
}
