//! The calls of Windows for which there is no safe crate, each behind a function that is safe to call: the console of
//! the program that started this one, kinds of drives, who has a file open, keys of the web view, printers.
//!
//! The only crate that may use `unsafe`, and it holds nothing but calls: what they mean is decided where they are used.
//! Empty on other systems.
#![cfg(windows)]

pub mod browser;
pub mod console;
pub mod drive;
pub mod holders;
pub mod printer;

use std::os::windows::ffi::OsStrExt as _;

/// Text as Windows takes it: UTF-16, ended by zero. What comes after a zero in it is not there for Windows.
fn wide(text: impl AsRef<std::ffi::OsStr>) -> Vec<u16> {
    text.as_ref().encode_wide().chain([0]).collect()
}

/// Text from Windows, up to its zero.
fn narrow(text: &[u16]) -> String {
    let end = text.iter().position(|unit| *unit == 0).unwrap_or(text.len());
    String::from_utf16_lossy(&text[..end])
}
