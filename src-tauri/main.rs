//! The desktop host and the command line.
fn main() {}
