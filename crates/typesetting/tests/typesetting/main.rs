//! What an officer relies on when a document becomes pages, a file and a preview.

mod anything;
mod boundaries;
mod certificates;
mod faces;
mod file;
mod findings;
mod head;
mod house;
mod long_work;
mod pages;
mod preview;
mod printing;
mod reading;
mod samples;
mod signatures;
mod tables;
