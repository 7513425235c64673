//! How far long work is, told to the host while it goes on, and the host's word to stop.
//!
//! Stopped work has done nothing: what it would have put on record is taken back whole, and no file is replaced. Not
//! here: showing it (`ui`, the hosts), counting it (`typesetting`).

use crate::{Office, wire::Problem};
use serde::{Deserialize, Serialize};
use std::ops::ControlFlow;
use ts_rs::TS;

/// What long work is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Setting pages.
    LayingOut,
    /// Writing PDF.
    Writing,
    /// Putting on record.
    Recording,
    /// Copying and checking records and files.
    Copying,
    /// Handing sheets to a printer.
    Printing,
}

/// How far long work is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// What it is doing.
    pub stage: Stage,
    /// Pieces done.
    pub done: usize,
    /// Pieces in all.
    pub total: usize,
}

/// Told how far work is, from any thread and some hundred times at most in each stage; `Break` stops it.
pub type Watch = Box<dyn Fn(Progress) -> ControlFlow<()> + Send + Sync>;

/// How often records are told of at most.
const CALLS: usize = 200;

impl Office {
    /// The watch for one stage, as counting code takes it.
    pub(crate) fn watch(&self, stage: Stage) -> impl Fn(usize, usize) -> ControlFlow<()> + Sync + '_ {
        let watch = &self.environment.watch;
        move |done, total| watch(Progress { stage, done, total })
    }
}

/// Tells now and then that so many records of all are made.
pub(crate) fn recorded(watch: &Watch, done: usize, total: usize) -> Result<(), Problem> {
    let seldom = (total / CALLS).max(1);
    let told = done.is_multiple_of(seldom).then(|| watch(Progress { stage: Stage::Recording, done, total }));
    if told.is_some_and(|answer| answer.is_break()) { Err(stopped()) } else { Ok(()) }
}

/// What stopped work answers.
pub(crate) fn stopped() -> Problem {
    Problem::new("stopped", "Đã dừng theo yêu cầu; chưa có gì được ghi.")
}
