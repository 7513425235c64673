//! What the tests of the whole program share.

pub(crate) mod program;
pub(crate) mod sample;
#[cfg(unix)]
pub(crate) mod screen;
#[cfg(unix)]
pub(crate) mod webdriver;
pub(crate) mod workbooks;
