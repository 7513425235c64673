//! The console that this program was started from.

use windows_sys::Win32::System::Console::{ATTACH_PARENT_PROCESS, AttachConsole};

/// A window program has no console of its own: takes part in that of the program that started it, so that what is
/// printed appears there. Output that goes to a file or another program stays as it is. False where there is none.
pub fn attach() -> bool {
    // SAFETY: takes no pointer; fails when there is no such console or one is attached already.
    unsafe { AttachConsole(ATTACH_PARENT_PROCESS) != 0 }
}
