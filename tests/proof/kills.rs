//! Killed at random points of a session: every acknowledged change is there, nothing is there by half, and the session
//! goes on to the same end.

use crate::{
    faults::Fault,
    host::{Answer, Desk, Host},
    session::{Session, fresh_folder, shuffled},
    state::{State, reopened},
};
use std::{
    fs,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    sync::{Mutex, PoisonError},
    thread,
    time::Duration,
};

/// How many seeds a run takes: 300, or what `BANG_VANG_SEEDS` says.
fn seeds() -> u64 {
    std::env::var("BANG_VANG_SEEDS").ok().and_then(|text| text.parse().ok()).unwrap_or(300)
}

/// Orders of the changes among which the seeds choose.
const ORDERS: u64 = 6;
/// Ways to die at a call; one more is a kill by the clock.
const DEATHS: [&str; 4] = ["before", "after", "torn", "power"];

#[test]
fn a_kill_at_any_point_loses_no_acknowledged_change() {
    let sessions: Vec<Session> = (0..ORDERS).map(|order| Session::run(shuffled(order))).collect();
    in_parallel((0..seeds()).collect(), |seed| one_seed(&sessions[(seed % ORDERS) as usize], seed));
}

/// Does the same with each, as many at a time as there are cores; the first panic ends it.
pub(crate) fn in_parallel<T: Send>(mut all: Vec<T>, each: impl Fn(T) + Sync) {
    all.reverse();
    let all = Mutex::new(all);
    thread::scope(|scope| {
        let work = || {
            loop {
                let next = all.lock().unwrap_or_else(PoisonError::into_inner).pop();
                let Some(next) = next else { return };
                if let Err(panic) = catch_unwind(AssertUnwindSafe(|| each(next))) {
                    all.lock().unwrap_or_else(PoisonError::into_inner).clear();
                    resume_unwind(panic);
                }
            }
        };
        let cores = thread::available_parallelism().map_or(2, usize::from);
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        for worker in workers {
            if let Err(panic) = worker.join() {
                resume_unwind(panic);
            }
        }
    });
}

/// Runs a session until its death, looks at what is left, and goes on to the end.
fn one_seed(session: &Session, seed: u64) {
    let mut dice = seed.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mut roll = |sides: u64| {
        dice ^= dice << 13;
        dice ^= dice >> 7;
        dice ^= dice << 17;
        (dice >> 11) % sides
    };
    let by_the_clock = roll(5) == 0;
    let fault = match by_the_clock {
        true => Fault::NONE,
        false => Fault { kind: DEATHS[roll(4) as usize], at: 1 + roll(session.changes), seed },
    };
    let folder = fresh_folder();
    let desk = Desk { folder: folder.path().to_owned() };
    fs::create_dir_all(desk.folder.join("place")).expect("a folder");
    let what = format!("seed {seed} ({} at {})", if by_the_clock { "clock" } else { fault.kind }, fault.at);

    let mut host = Host::start(&desk, fault);
    let acknowledged = if by_the_clock {
        let after = Duration::from_millis(roll(session.took.max(2)));
        thread::scope(|scope| {
            let walk = scope.spawn(|| walk(session, 0, &host, &what));
            thread::sleep(after);
            // The walk notices the end at its next answer.
            host.kill_now();
            walk.join().expect("the walk ends")
        })
    } else {
        walk(session, 0, &host, &what)
    };
    host.kill();

    let reached = match desk.archive().exists() || acknowledged > 0 {
        true => what_is_there(session, acknowledged, &desk, &what),
        false => 0,
    };
    // On from there, on a disk that works.
    let host = Host::start(&desk, Fault::NONE);
    let end = walk(session, reached, &host, &what);
    drop(host);
    assert_eq!(end, session.steps.len(), "{what}: the session goes on to its end");
    let archive = reopened(&desk.archive(), &what);
    let (state, wanted) = (State::of(&archive), &session.states[end]);
    assert!(state == *wanted, "{what}: another end\n{}", state.difference(wanted));
}

/// Takes the steps from one on until the program is gone; gives how many are acknowledged in all.
fn walk(session: &Session, from: usize, host: &Host, what: &str) -> usize {
    for (index, step) in session.steps.iter().enumerate().skip(from) {
        match step.take(host) {
            Answer::Done => {}
            Answer::Gone => return index,
            Answer::Problem(problem) => panic!("{what}: step {index}, {}: {problem}", step.command),
        }
    }
    session.steps.len()
}

/// The archive is sound and as after the last acknowledged step, or after the one that was under way.
fn what_is_there(session: &Session, acknowledged: usize, desk: &Desk, what: &str) -> usize {
    let state = State::of(&reopened(&desk.archive(), &what));
    let allowed = acknowledged..=(acknowledged + 1).min(session.steps.len());
    // The last of the states that look the same: closing changes none.
    let reached = allowed.clone().rev().find(|index| state == session.states[*index]);
    let first = acknowledged == 0 && state.facts.is_empty();
    match reached {
        Some(reached) => reached,
        // Made, with nothing in it yet.
        None if first => 0,
        None => panic!(
            "{what}: {acknowledged} steps were acknowledged, and the archive is at none of {allowed:?}\n{}",
            state.difference(&session.states[acknowledged])
        ),
    }
}
