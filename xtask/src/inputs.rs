//! Tells whether the inputs of a step changed since it last succeeded: a stamp file holds a hash of their content.

use std::{
    collections::hash_map::DefaultHasher,
    fs,
    hash::{Hash, Hasher},
    path::{Path, PathBuf},
};

/// Does the work unless it was done already for the very same inputs and `made` is still there.
pub(crate) fn when_changed(
    name: &str,
    inputs: &[&str],
    made: &str,
    work: impl FnOnce() -> Result<(), String>,
) -> Result<(), String> {
    let stamp = PathBuf::from("target/xtask").join(format!("{name}.stamp"));
    let now = hash(inputs).map_err(|e| format!("{name}: {e}"))?;
    if Path::new(made).exists() && fs::read_to_string(&stamp).is_ok_and(|then| then == now) {
        println!("   {name}: nothing changed");
        return Ok(());
    }
    work()?;
    fs::create_dir_all("target/xtask")
        .and_then(|()| fs::write(&stamp, now))
        .map_err(|e| format!("{}: {e}", stamp.display()))
}

/// One hash of files and folders with everything in them.
pub(crate) fn hash(inputs: &[&str]) -> std::io::Result<String> {
    let mut files = Vec::new();
    for input in inputs {
        collect(Path::new(input), &mut files)?;
    }
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in files {
        file.hash(&mut hasher);
        fs::read(&file)?.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    if path.is_file() {
        files.push(path.to_owned());
    } else if path.is_dir() {
        for entry in fs::read_dir(path)? {
            collect(&entry?.path(), files)?;
        }
    }
    Ok(())
}
