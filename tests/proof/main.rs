//! Proof that nothing acknowledged is lost: the real program on a disk that fails, tears and loses power on demand, killed
//! wherever a kill can hurt, and on the archives of every version ever released.
//!
//! `faults.c` is that disk. Counts and seeds: `cargo xtask test` takes a few minutes of them; `BANG_VANG_SEEDS=5000` takes
//! as many seeds as are wished, `BANG_VANG_EVERY=1` every call for every way to fail. Every failure names what repeats it.

#![cfg(unix)] // a library loaded before libc is that disk

mod every_call;
mod faults;
mod host;
mod kills;
mod released;
mod session;
mod state;
