//! The others' side: typst through its Python package, LibreOffice through its command line.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::fodt;
use crate::ours::{Case, Sample};

/// Where this benchmark's own files are.
const OWN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/side_by_side");
/// The same faces for all.
const FONTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/fonts");
/// PDF/A-2b with tags is the most that Debian's LibreOffice can do.
const EXPORT: &str = r#"pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},"UseTaggedPDF":{"type":"boolean","value":"true"}}"#;

type Outcome = Result<Option<Sample>, Box<dyn std::error::Error>>;

/// Who is there to compare with.
pub(crate) struct Others {
    folder: PathBuf,
    python: Option<PathBuf>,
    office: bool,
}

impl Others {
    /// Puts what they read into a folder, and looks who is installed.
    pub(crate) fn prepare(folder: &Path) -> Result<Others, Box<dyn std::error::Error>> {
        for name in ["certificate.typ", "decision.typ"] {
            fs::copy(Path::new(OWN).join(name), folder.join(name))?;
        }
        fodt::write(folder)?;
        let python = std::env::var_os("BENCH_PYTHON").map(PathBuf::from);
        let python = python.filter(|python| succeeds(Command::new(python).args(["-c", "import typst"])));
        let office = succeeds(Command::new("soffice").arg("--version"));
        if python.is_none() {
            println!(
                "typst is left out: BENCH_PYTHON names no Python that has it (`cargo xtask bench` does)"
            );
        }
        if !office {
            println!("LibreOffice is left out: there is no soffice");
        }
        Ok(Others { folder: folder.to_owned(), python, office })
    }

    /// A run of typst; none where it is not there or the case is ours only.
    pub(crate) fn typst(&self, case: Case) -> Outcome {
        let (source, count) = match case {
            Case::Certificates => ("certificate.typ", None),
            Case::Files => ("certificate.typ", Some("200")),
            Case::Decision => ("decision.typ", None),
            Case::Long => return Ok(None),
        };
        let Some(python) = &self.python else { return Ok(None) };
        let mut command = Command::new(python);
        command.arg(Path::new(OWN).join("typeset.py")).args([FONTS, source]).args(count);
        let start = Instant::now();
        let output = command.current_dir(&self.folder).output()?;
        let process = start.elapsed().as_secs_f64();
        if !output.status.success() {
            return Err(format!("typst: {}", String::from_utf8_lossy(&output.stderr)).into());
        }
        Ok(Sample::read(&String::from_utf8(output.stdout)?, process))
    }

    /// A run of LibreOffice; none where it is not there or the case is ours only.
    pub(crate) fn libreoffice(&self, case: Case) -> Outcome {
        let sources = match case {
            Case::Certificates => vec![self.folder.join("certificates.fodt")],
            Case::Files => {
                (0..200).map(|page| self.folder.join(format!("certificate-{page}.fodt"))).collect()
            }
            Case::Decision => vec![self.folder.join("decision.fodt")],
            Case::Long => return Ok(None),
        };
        if !self.office {
            return Ok(None);
        }
        let out = self.folder.join("libreoffice");
        let _ = fs::remove_dir_all(&out);
        let profile = format!("-env:UserInstallation=file://{}", self.folder.join("profile").display());
        let mut command = Command::new("soffice");
        command.args([&profile, "--headless", "--convert-to", EXPORT, "--outdir"]).arg(&out).args(sources);
        let start = Instant::now();
        if !succeeds(&mut command) {
            return Err("LibreOffice could not convert".into());
        }
        let process = start.elapsed().as_secs_f64();
        let written = fs::read_dir(&out)?.map(|file| Ok(file?.metadata()?.len()));
        let bytes: u64 = written.collect::<std::io::Result<Vec<u64>>>()?.iter().sum();
        Ok(Some(Sample { wall: process, process, size: bytes as f64 / 1024.0, ..Sample::default() }))
    }
}

fn succeeds(command: &mut Command) -> bool {
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    status.is_ok_and(|status| status.success())
}
