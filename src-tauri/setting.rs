//! Where the program stands: the archive's folder, the clock, the user, the PC's fonts. Given to `office`, which asks
//! for nothing by itself.

use crate::{fonts, printing::PcPrinters, work};
use office::{Closed, Environment, Office, Watch, wire::Problem};
use std::{
    env,
    path::PathBuf,
    thread,
    time::{Duration, Instant},
};

/// Names the folder of the archive when `--archive` does not.
pub(crate) const ARCHIVE_VARIABLE: &str = "BANG_VANG_ARCHIVE";

/// How long one command waits for another one to leave the archive.
const PATIENCE: Duration = Duration::from_secs(3);

/// Folder of the program in the PC's local (not roaming) application data; the identifier of `tauri.conf.json`.
const IDENTIFIER: &str = "vn.bangvang.desktop";

/// The folder of the archive: the one asked for, else of the environment, else the user's own.
pub(crate) fn archive_folder(asked: Option<PathBuf>) -> Result<PathBuf, Problem> {
    let named = asked.or_else(|| env::var_os(ARCHIVE_VARIABLE).filter(|v| !v.is_empty()).map(PathBuf::from));
    let folder = match named {
        Some(folder) => folder,
        None => local_data()?.join("archive"),
    };
    std::path::absolute(&folder).map_err(|error| {
        Problem::new(
            "archive-folder",
            format!("Không dùng được thư mục kho “{}”: {error}.", folder.display()),
        )
        .value("folder", folder.display().to_string())
    })
}

/// Opens the archive in a folder with this PC's clock and user, or says why it is not open.
pub(crate) fn open_office(folder: PathBuf, test_host: bool, watch: Watch) -> Result<Office, Box<Closed>> {
    let environment = Environment {
        now: Box::new(|| chrono::Local::now().fixed_offset()),
        user: user(),
        test_host,
        times_new_roman: Box::new(fonts::times_new_roman),
        printers: Box::new(PcPrinters),
        watch,
    };
    Office::open_or_closed(folder, environment)
}

/// Like [`open_office`] for one command: waits a little while another command has the archive.
pub(crate) fn open_when_free(folder: PathBuf) -> Result<Office, Box<Closed>> {
    let give_up = Instant::now() + PATIENCE;
    let mut opened = open_office(folder, false, work::on_the_terminal());
    loop {
        match opened {
            Err(closed) if closed.problem().code == "archive-locked" && Instant::now() < give_up => {
                thread::sleep(Duration::from_millis(50));
                opened = closed.open();
            }
            opened => return opened,
        }
    }
}

/// Where the lock of the window is kept: with the PC, not with the archive. None where the PC has no such folder.
pub(crate) fn lock_file() -> Option<PathBuf> {
    local_data().ok().map(|folder| folder.join("lock.json"))
}

/// The folder for what the window remembers and for the archive.
fn local_data() -> Result<PathBuf, Problem> {
    dirs::data_local_dir().map(|folder| folder.join(IDENTIFIER)).ok_or_else(|| {
        Problem::new("no-data-folder", "Không tìm thấy thư mục dữ liệu riêng của người dùng trên máy này.")
            .hint(format!("Hãy nêu thư mục kho bằng --archive hoặc biến {ARCHIVE_VARIABLE}."))
    })
}

/// Name of the person at the PC, for the journal.
fn user() -> String {
    ["USER", "USERNAME", "LOGNAME"]
        .iter()
        .find_map(|name| env::var(name).ok().filter(|value| !value.is_empty()))
        .unwrap_or_else(|| "không rõ".to_owned())
}
