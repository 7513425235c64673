//! What the tests of the whole program share.

pub(crate) mod program;
pub(crate) mod sample;
pub(crate) mod screen;
pub(crate) mod webdriver;
pub(crate) mod workbooks;
