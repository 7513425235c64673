//! The TypeScript types of the registry, written from it. A test of `office` finds them stale.

use crate::shell;
use std::fs;

const FILE: &str = "ui/src/host/types.ts";

/// Writes the types.
pub(crate) fn write() -> Result<(), String> {
    let types = generated()?;
    let beside = format!("{FILE}.new");
    fs::write(&beside, types).and_then(|()| fs::rename(&beside, FILE)).map_err(|e| format!("{FILE}: {e}"))?;
    println!("{FILE} written");
    Ok(())
}

fn generated() -> Result<String, String> {
    let (types, code) =
        shell::output(shell::cargo().args(["run", "--quiet", "--package", "office", "--example", "types"]))?;
    if code == Some(0) { Ok(types) } else { Err("the registry's types could not be written".to_owned()) }
}
