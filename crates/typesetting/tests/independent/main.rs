//! The written files, read and judged by programs that others wrote. Each document is written once, and one run of the
//! reader reads them all; the frames they were drawn from play no part.

#![cfg(unix)] // programs of Linux

#[path = "../../../../tests/readers/mod.rs"]
mod readers;
#[allow(dead_code, reason = "shared with the tests of layout, which use the rest")]
#[path = "../typesetting/samples.rs"]
mod samples;

mod judges;
mod letters;
mod measure;
mod papers;
mod tags;
mod written;
