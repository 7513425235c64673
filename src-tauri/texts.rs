//! A thread that reads the text of kept files for search, beside the window: after the start what was kept before, then
//! whatever a change has kept. The office is only held to fetch a file and to keep what was read, never while reading.
//! A file on which the program dies is given up by the archive after two starts.

use office::{Office, wire::Problem};
use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc},
    thread,
    time::Duration,
};

/// Parsers of nested formats go deep.
const STACK: usize = 32 << 20;
/// The office is left to others for so long after each file, so that a start with many files stays a start.
const PAUSE: Duration = Duration::from_millis(20);

type Shared = Mutex<Result<Office, Problem>>;

/// Starts the thread; a message wakes it. It ends with the program, or when nobody can wake it any more.
pub(crate) fn reader(office: Arc<Shared>) -> mpsc::Sender<()> {
    let (wake, woken) = mpsc::channel();
    let reading = thread::Builder::new().name("texts".into()).stack_size(STACK).spawn(move || {
        loop {
            read_waiting(&office);
            if woken.recv().is_err() {
                return;
            }
            // Several changes are one call.
            while woken.try_recv().is_ok() {}
        }
    });
    if let Err(error) = reading {
        eprintln!("Không đọc được chữ trong các tệp để tra cứu: {error}.");
    }
    wake
}

fn read_waiting(office: &Shared) {
    loop {
        let next = match held(office).as_mut() {
            Ok(office) => office.next_unread(),
            Err(_) => return,
        };
        let read = match next {
            Ok(Some(unread)) => unread.read(),
            Ok(None) => return,
            Err(problem) => return eprintln!("{problem}"),
        };
        if let Ok(office) = held(office).as_mut()
            && let Err(problem) = office.keep_text(&read)
        {
            return eprintln!("{problem}");
        }
        thread::sleep(PAUSE);
    }
}

fn held(office: &Shared) -> MutexGuard<'_, Result<Office, Problem>> {
    office.lock().unwrap_or_else(PoisonError::into_inner)
}
