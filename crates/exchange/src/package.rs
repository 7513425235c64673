//! A ZIP file out, one entry after the other, the same bytes for the same entries.

use crate::ExchangeError;
use std::io::{Seek, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// A ZIP being written.
pub struct Package<W: Write + Seek>(ZipWriter<W>);

impl<W: Write + Seek> Package<W> {
    /// An empty package.
    pub fn new(to: W) -> Self {
        Self(ZipWriter::new(to))
    }

    /// Adds a file.
    ///
    /// # Errors
    /// A failure of the disk; the same name twice.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), ExchangeError> {
        // Without a time of its own: the package is the same whenever it is made.
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        self.0.start_file(name, options).map_err(|error| not_written(&error))?;
        self.0.write_all(bytes).map_err(|error| not_written(&error))
    }

    /// Writes the end.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn finish(self) -> Result<W, ExchangeError> {
        self.0.finish().map_err(|error| not_written(&error))
    }
}

fn not_written(error: &dyn std::fmt::Display) -> ExchangeError {
    ExchangeError::NotWritten { detail: error.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    #[test]
    fn entries_come_back_and_no_name_is_given_twice() {
        let mut twice = Package::new(Cursor::new(Vec::new()));
        twice.add("mã.1.pdf", b"%PDF").expect("added");
        assert!(twice.add("mã.1.pdf", b"other").is_err(), "the same name twice");
        let mut package = Package::new(Cursor::new(Vec::new()));
        package.add("hồ sơ/mã.1.pdf", b"%PDF").expect("added");
        let bytes = package.finish().expect("finished").into_inner();
        let mut read = zip::ZipArchive::new(Cursor::new(bytes)).expect("a ZIP");
        let mut entry = read.by_name("hồ sơ/mã.1.pdf").expect("its name is kept");
        let mut content = Vec::new();
        std::io::copy(&mut entry, &mut content).expect("read");
        assert_eq!(content, b"%PDF");
    }
}
