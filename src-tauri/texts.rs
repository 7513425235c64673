//! A thread that reads the text of kept files for search, beside the window: after the start what was kept before, then
//! whatever a change has kept. The office is only held to fetch a file and to keep what was read, never while reading.
//! A file on which the program dies is given up by the archive after two starts. When nothing is left to read, the index
//! of search is brought into order.

use crate::host::State;
use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc},
    thread,
    time::Duration,
};

/// Parsers of nested formats go deep.
const STACK: usize = 32 << 20;
/// The office is left to others for so long after each file, so that a start with many files stays a start.
const PAUSE: Duration = Duration::from_millis(20);

/// Starts the thread; a message wakes it. It ends with the program, or when nobody can wake it any more.
pub(crate) fn reader(state: Arc<Mutex<State>>) -> mpsc::Sender<()> {
    let (wake, woken) = mpsc::channel();
    let reading = thread::Builder::new().name("texts".into()).stack_size(STACK).spawn(move || {
        loop {
            read_waiting(&state);
            join_index(&state);
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

fn read_waiting(state: &Mutex<State>) {
    loop {
        let next = match held(state).office() {
            Some(office) => office.next_unread(),
            None => return,
        };
        let read = match next {
            Ok(Some(unread)) => unread.read(),
            Ok(None) => return,
            Err(problem) => return eprintln!("{problem}"),
        };
        if let Some(office) = held(state).office()
            && let Err(problem) = office.keep_text(&read)
        {
            return eprintln!("{problem}");
        }
        thread::sleep(PAUSE);
    }
}

fn join_index(state: &Mutex<State>) {
    loop {
        match held(state).office().map(|office| office.join_index()) {
            Some(Ok(true)) => {}
            Some(Ok(false)) | None => return,
            Some(Err(problem)) => return eprintln!("{problem}"),
        }
        thread::sleep(PAUSE);
    }
}

fn held(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}
