//! One row of a list: who, for what, and every doubt.
