//! Long work that tells how far it is and can be told to stop, and the spreading of it over the processor's cores.
//!
//! Not here: what is worth telling a user; that is for the caller.

use std::num::NonZero;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Called now and then with what is done and what there is to do in all, from any thread; both count pieces of about
/// equal work (blocks, rows and sheets, or pages). `Break` stops the work: it ends with [`Cancelled`] or
/// [`crate::PdfError::Cancelled`].
pub type Watch<'a> = &'a (dyn Fn(usize, usize) -> ControlFlow<()> + Sync);

/// The work was told to stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("stopped on request")]
pub struct Cancelled;

/// For work that nobody watches.
pub(crate) const UNWATCHED: Watch<'static> = &|_, _| ControlFlow::Continue(());

/// How often a watch is called at most while one document is laid out or written.
const CALLS: usize = 200;

/// Counts the pieces of one job.
pub(crate) struct Steps<'a> {
    watch: Watch<'a>,
    done: AtomicUsize,
    total: usize,
    stopped: AtomicBool,
}

impl<'a> Steps<'a> {
    pub(crate) fn new(watch: Watch<'a>, total: usize) -> Self {
        Steps { watch, done: AtomicUsize::new(0), total, stopped: AtomicBool::new(false) }
    }

    /// Another piece is done. Whether to go on.
    pub(crate) fn next(&self) -> Result<(), Cancelled> {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        let seldom = (self.total / CALLS).max(1);
        if done.is_multiple_of(seldom) && (self.watch)(done.min(self.total), self.total).is_break() {
            self.stopped.store(true, Ordering::Relaxed);
        }
        if self.stopped.load(Ordering::Relaxed) { Err(Cancelled) } else { Ok(()) }
    }
}

/// How many threads are worth starting.
pub(crate) fn cores() -> usize {
    // More gain nothing: what is spread is done in milliseconds.
    std::thread::available_parallelism().map_or(1, NonZero::get).min(8)
}

/// Does `work` for each number below `count` on so many threads; the results in order.
pub(crate) fn spread<T: Send>(count: usize, threads: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let threads = threads.min(count);
    if threads < 2 {
        return (0..count).map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let share = || {
        let mut done = Vec::with_capacity(count / threads + 1);
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            if index >= count {
                return done;
            }
            done.push((index, work(index)));
        }
    };
    let mut done = std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(share)).collect();
        let mut done = share();
        for other in others {
            match other.join() {
                Ok(more) => done.extend(more),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        done
    });
    done.sort_unstable_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, result)| result).collect()
}
