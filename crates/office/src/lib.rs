//! The use cases over all other crates, and the one registry of commands that hosts serve.
//!
//! The only crate that knows the domain, the archive, drafting and layout together. No window, no SQL, no clock of
//! its own.

pub mod problem;
pub mod registry;
mod stubs;
mod types;
pub mod wire;

pub use types::typescript;

/// The office: an archive at work.
pub struct Office;
