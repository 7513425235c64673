//! Which programs have a file open, as the Restart Manager of Windows knows them.

use crate::{narrow, wide};
use std::path::Path;
use windows_sys::Win32::System::RestartManager::{
    CCH_RM_SESSION_KEY, RM_PROCESS_INFO, RmEndSession, RmGetList, RmRegisterResources, RmStartSession,
};

/// Where more programs than this have it open, none is named.
const MOST: usize = 64;

/// Names of the programs that have a file open, such as `Microsoft Word`; none where that cannot be told.
pub fn of(file: &Path) -> Vec<String> {
    let mut session = 0;
    let mut key = [0_u16; CCH_RM_SESSION_KEY as usize + 1];
    // SAFETY: the key has room for its length and a zero, as the call asks.
    if unsafe { RmStartSession(&mut session, 0, key.as_mut_ptr()) } != 0 {
        return Vec::new();
    }
    let names = names(session, file);
    // SAFETY: the session was started above and is ended once.
    unsafe { RmEndSession(session) };
    names
}

fn names(session: u32, file: &Path) -> Vec<String> {
    let path = wide(file);
    let files = [path.as_ptr()];
    // SAFETY: one file is told and one given, which ends with zero and outlives the call; no programs, no services.
    let told =
        unsafe { RmRegisterResources(session, 1, files.as_ptr(), 0, std::ptr::null(), 0, std::ptr::null()) };
    if told != 0 {
        return Vec::new();
    }
    let mut found = vec![RM_PROCESS_INFO::default(); MOST];
    let (mut needed, mut count, mut reasons) = (0, MOST as u32, 0);
    // SAFETY: `count` is the number of entries that the list has room for; the call writes no more and says how many.
    let listed = unsafe { RmGetList(session, &mut needed, &mut count, found.as_mut_ptr(), &mut reasons) };
    if listed != 0 {
        return Vec::new();
    }
    found.truncate(count as usize);
    let mut names: Vec<String> = found.iter().map(|program| narrow(&program.strAppName)).collect();
    names.retain(|name| !name.trim().is_empty());
    names.dedup();
    names
}
