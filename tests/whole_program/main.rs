//! The whole program, from outside: its command line, its PDFs, its real window, its pages in a browser.
//!
//! One test program, so that it is linked once. Nothing here waits for a time; everything waits for a condition. Built
//! for Windows it runs under wine, which can start no program of Linux and has no WebView2: what needs one of them stays out.

#[cfg(unix)] // judged by qpdf and pdftotext
mod broken_text;
mod command_line;
mod damaged_workbooks;
mod names;
#[cfg(unix)] // libraries loaded before libc, the real window
mod network;
#[cfg(unix)] // Chromium
mod pages;
#[cfg(unix)] // judged by the readers
mod pdf;
#[cfg(unix)] // a CUPS of shell scripts
mod printing;
mod private;
#[cfg(unix)] // Python and poppler
#[path = "../readers/mod.rs"]
mod readers;
#[cfg(unix)] // judged by pdftotext and pdffonts
mod style;
mod support;
#[cfg(unix)] // WebKitGTK
mod window;
