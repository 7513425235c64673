//! The tag tree of the written file.
