//! Vietnamese order of names as a stored key.
