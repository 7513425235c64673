//! How far the command under way is, and the word to stop it. Kept beside the office's lock, so that both can be had
//! while the office is at work; on the terminal, a line that follows it. Not here: what is counted (`office`).

use office::{Progress, Stage, Watch};
use std::{
    io::{self, IsTerminal as _, Write as _},
    ops::ControlFlow,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

/// Work shorter than this is not told of on the terminal.
const SHORT: Duration = Duration::from_secs(1);

/// The command under way.
#[derive(Default)]
pub(crate) struct Work {
    progress: Mutex<Option<Progress>>,
    stop: AtomicBool,
}

impl Work {
    /// What the office tells.
    pub(crate) fn watch(self: &Arc<Self>) -> Watch {
        let work = Arc::clone(self);
        Box::new(move |progress| {
            work.set(Some(progress));
            if work.stop.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })
    }

    /// A command begins, or ended: nothing is told of it yet, and what was to be stopped is over.
    pub(crate) fn clear(&self) {
        self.stop.store(false, Ordering::Relaxed);
        self.set(None);
    }

    /// How far the command is; none while it has told nothing.
    pub(crate) fn progress(&self) -> Option<Progress> {
        *self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Stops the command at its next step.
    pub(crate) fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    fn set(&self, progress: Option<Progress>) {
        *self.progress.lock().unwrap_or_else(PoisonError::into_inner) = progress;
    }
}

/// Tells a person at a terminal how far one command is, once it takes longer than a moment.
pub(crate) fn on_the_terminal() -> Watch {
    let start = Instant::now();
    let shown = io::stderr().is_terminal();
    Box::new(move |progress| {
        if shown && start.elapsed() > SHORT {
            // A terminal that is gone needs no telling.
            let _ = write!(io::stderr(), "\r{}\u{1b}[K", line(progress));
            if progress.done >= progress.total {
                let _ = write!(io::stderr(), "\r\u{1b}[K");
            }
        }
        ControlFlow::Continue(())
    })
}

fn line(progress: Progress) -> String {
    let Progress { stage, done, total } = progress;
    let what = match stage {
        Stage::LayingOut => "Dàn trang",
        Stage::Writing => "Ghi PDF",
        Stage::Recording => "Ghi vào kho",
        Stage::Copying => "Chép và kiểm tra tệp, bản ghi",
        Stage::Printing => "Đang gửi đến máy in",
    };
    let percent = done.min(total) * 100 / total.max(1);
    format!("{what}: {percent} %")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_stopped_once_and_the_next_one_goes_on() {
        let work = Arc::new(Work::default());
        let watch = work.watch();
        let step = Progress { stage: Stage::Writing, done: 3, total: 10 };
        assert!(watch(step).is_continue());
        assert_eq!(work.progress(), Some(step), "the page is told how far it is");
        work.stop();
        assert!(watch(step).is_break(), "stopped at the next step");
        work.clear();
        assert!(watch(step).is_continue(), "another command is not stopped by it");
        assert_eq!(line(step), "Ghi PDF: 30 %");
    }
}
