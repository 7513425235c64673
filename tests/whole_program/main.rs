//! The whole program, from outside: its command line, its PDFs, its real window, its pages in a browser.
//!
//! One test program, so that it is linked once. Nothing here waits for a time; everything waits for a condition.

mod broken_text;
mod command_line;
mod damaged_workbooks;
mod network;
mod pages;
mod pdf;
mod printing;
mod private;
#[path = "../readers/mod.rs"]
mod readers;
mod style;
mod support;
mod window;
