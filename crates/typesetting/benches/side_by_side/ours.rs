//! Our side: one case in a process of its own.

use std::process::Command;
use std::time::Instant;

use serde_json::{Value, json};
use typesetting::{Fonts, Form, lay_out, pdf, pdf_each};

use crate::content;

/// What is typeset.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Case {
    /// 200 certificates in one file.
    Certificates,
    /// 200 certificates in 200 files.
    Files,
    /// A decision with a list of 1,000.
    Decision,
    /// A decision with a list of 10,000.
    Long,
}

/// All cases; a case's place is its number.
pub(crate) const CASES: [Case; 4] = [Case::Certificates, Case::Files, Case::Decision, Case::Long];

impl Case {
    /// The case of a name.
    pub(crate) fn named(name: &str) -> Option<Case> {
        CASES.into_iter().find(|case| format!("{case:?}") == name)
    }

    /// What it is called in the table.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Case::Certificates => "200 certificates, one PDF",
            Case::Files => "200 certificates, 200 PDFs",
            Case::Decision => "decision, list of 1,000",
            Case::Long => "decision, list of 10,000",
        }
    }

    /// How many times as fast as typst it must be.
    pub(crate) fn target(self) -> Option<f64> {
        match self {
            Case::Certificates => Some(2.0),
            Case::Files | Case::Decision => Some(6.0),
            Case::Long => None,
        }
    }

    /// The largest file there may be, in KB.
    pub(crate) fn largest(self) -> Option<f64> {
        match self {
            Case::Certificates => Some(448.0),
            Case::Decision => Some(301.0),
            Case::Files | Case::Long => None,
        }
    }
}

/// One run.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Sample {
    /// Seconds from texts in memory to the bytes of the PDFs.
    pub(crate) wall: f64,
    /// Seconds that processors were busy with it.
    pub(crate) cpu: f64,
    /// Seconds of the whole process.
    pub(crate) process: f64,
    /// Most memory the process had, in MB.
    pub(crate) peak: f64,
    /// Size of all PDFs in KB.
    pub(crate) size: f64,
}

impl Sample {
    /// From what a process printed about itself.
    pub(crate) fn read(text: &str, process: f64) -> Option<Sample> {
        let told: Value = serde_json::from_str(text.trim()).ok()?;
        let number = |key: &str| told[key].as_f64();
        Some(Sample {
            wall: number("wall")?,
            cpu: number("cpu")?,
            process,
            peak: number("peak_kb")? / 1024.0,
            size: number("bytes")? / 1024.0,
        })
    }
}

/// Runs a case in a new process.
pub(crate) fn in_a_process(case: Case) -> Result<Sample, Box<dyn std::error::Error>> {
    let start = Instant::now();
    let output = Command::new(std::env::current_exe()?).args(["run", &format!("{case:?}")]).output()?;
    let process = start.elapsed().as_secs_f64();
    let text = String::from_utf8(output.stdout)?;
    Sample::read(&text, process).ok_or_else(|| format!("{case:?}: {text}").into())
}

/// Does a case and prints what it took.
pub(crate) fn run(case: Case) -> Result<(), Box<dyn std::error::Error>> {
    let document = match case {
        Case::Certificates | Case::Files => content::certificate_pages(200),
        Case::Decision => content::decision(1000),
        Case::Long => content::decision(10_000),
    };
    let documents = if case == Case::Files { content::single(document) } else { vec![document] };
    let (start, busy) = (Instant::now(), busy());
    let fonts = Fonts::bundled();
    let files = match &documents[..] {
        [one] => vec![pdf(&lay_out(one, &fonts), &fonts)?],
        many => {
            let each = pdf_each(many, &fonts, &Form::default(), &|_, _| std::ops::ControlFlow::Continue(()))?;
            each.into_iter().map(|(_, bytes)| bytes).collect()
        }
    };
    let (wall, cpu) = (start.elapsed().as_secs_f64(), self::busy() - busy);
    let bytes: usize = files.iter().map(Vec::len).sum();
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("side_by_side");
    std::fs::write(folder.join(format!("{case:?}-ours.pdf")), &files[0])?;
    println!("{}", json!({ "wall": wall, "cpu": cpu, "peak_kb": peak(), "bytes": bytes }));
    Ok(())
}

/// Seconds that processors were busy with this process, in steps of the kernel's clock; 0 where it does not say.
fn busy() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks = |at: usize| fields.get(at).and_then(|field| field.parse::<f64>().ok()).unwrap_or(0.0);
    // Fields 14 and 15 of the line; the command's name, which may hold spaces, ends before the third. Linux counts
    // hundredths of a second.
    (ticks(11) + ticks(12)) / 100.0
}

/// Most memory this process had, in KB; 0 where the kernel does not say.
fn peak() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").trim().parse().ok()).unwrap_or(0.0)
}
