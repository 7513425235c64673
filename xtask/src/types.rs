//! The TypeScript types of the registry: written from it, and found stale when they differ.

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

/// Fails when the committed types are not those of the registry.
pub(crate) fn fresh() -> Result<(), String> {
    let committed = fs::read_to_string(FILE).map_err(|e| format!("{FILE}: {e}"))?;
    if committed == generated()? { Ok(()) } else { Err(format!("{FILE} is stale: run cargo xtask types")) }
}

fn generated() -> Result<String, String> {
    let (types, code) =
        shell::output(shell::cargo().args(["run", "--quiet", "--package", "office", "--example", "types"]))?;
    if code == Some(0) { Ok(types) } else { Err("the registry's types could not be written".to_owned()) }
}
