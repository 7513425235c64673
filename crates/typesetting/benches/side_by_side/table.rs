//! The table that is printed.

use crate::ours::{Case, Sample};

/// One line: what was measured and whether its target is met.
pub(crate) struct Line {
    what: String,
    beside: String,
    ours: String,
    theirs: String,
    ratio: String,
    target: String,
    met: Option<bool>,
    remark: String,
}

/// All lines.
#[derive(Default)]
pub(crate) struct Table(Vec<Line>);

fn median(samples: &[Sample], of: impl Fn(&Sample) -> f64) -> f64 {
    let mut values: Vec<f64> = samples.iter().map(of).collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Processor time comes in coarse steps, so its mean says more.
fn busy(samples: &[Sample]) -> f64 {
    samples.iter().map(|sample| sample.cpu).sum::<f64>() / samples.len().max(1) as f64
}

fn milliseconds(seconds: f64) -> String {
    format!("{:.1} ms", seconds * 1000.0)
}

impl Line {
    /// A case beside another program; nothing where it did not run.
    pub(crate) fn beside(case: Case, who: &str, ours: &[Sample], theirs: &[Sample]) -> Line {
        let outside = who.starts_with("LibreOffice");
        // What can only be timed from outside is compared with our whole process.
        let time = |sample: &Sample| if outside { sample.process } else { sample.wall };
        let (own, other) = (median(ours, time), median(theirs, time));
        let target = case.target().filter(|_| !outside && !theirs.is_empty());
        let size = median(ours, |sample| sample.size);
        let mut line = Line {
            what: case.title().to_owned(),
            beside: who.to_owned(),
            ours: milliseconds(own),
            theirs: if theirs.is_empty() { "-".into() } else { milliseconds(other) },
            ratio: if theirs.is_empty() { "-".into() } else { format!("{:.1}x", other / own) },
            target: target.map_or("-".into(), |target| format!("{target}x")),
            met: target.map(|target| other / own >= target),
            remark: format!("{size:.0} KB"),
        };
        if !theirs.is_empty() {
            line.remark += &format!(" against {:.0} KB", median(theirs, |sample| sample.size));
        }
        if let Some(largest) = case.largest().filter(|_| !outside) {
            line.remark += &format!(" (at most {largest} KB)");
            line.met = line.met.map(|met| met && size <= largest);
        }
        if !outside {
            line.remark += &format!("; busy {}", milliseconds(busy(ours)));
            if !theirs.is_empty() {
                line.remark += &format!(" against {}", milliseconds(busy(theirs)));
            }
            line.remark += &format!("; {:.0} MB", median(ours, |sample| sample.peak));
        }
        line
    }

    /// How the time of a ten times longer list compares.
    pub(crate) fn growth(long: &[Sample], short: &[Sample]) -> Line {
        let (long, short) = (median(long, |sample| sample.wall), median(short, |sample| sample.wall));
        let line = Line::limit("10,000 rows in the time of 1,000", "times", long / short, 11.0, "x");
        line.with(format!("{} against {}", milliseconds(long), milliseconds(short)))
    }

    /// The most memory.
    pub(crate) fn memory(long: &[Sample]) -> Line {
        let peak = median(long, |sample| sample.peak);
        Line::limit("decision, list of 10,000", "peak memory", peak, 250.0, "MB")
    }

    /// A value that must not pass a limit.
    pub(crate) fn limit(what: &str, of: &str, value: f64, limit: f64, unit: &str) -> Line {
        Line {
            what: what.to_owned(),
            beside: of.to_owned(),
            ours: format!("{value:.1} {unit}"),
            theirs: "-".into(),
            ratio: "-".into(),
            target: format!("at most {limit} {unit}"),
            met: Some(value <= limit),
            remark: String::new(),
        }
    }

    /// The same with a remark.
    pub(crate) fn with(self, remark: String) -> Line {
        Line { remark, ..self }
    }

    fn cells(&self) -> [&str; 8] {
        let met = match self.met {
            Some(true) => "met",
            Some(false) => "MISSED",
            None => "-",
        };
        let Line { what, beside, ours, theirs, ratio, target, remark, .. } = self;
        [what, beside, ours, theirs, ratio, target, met, remark]
    }
}

impl Table {
    pub(crate) fn add(&mut self, line: Line) {
        self.0.push(line);
    }

    /// Prints the lines in columns.
    pub(crate) fn print(&self) {
        let head =
            ["what", "beside", "ours", "theirs", "ratio", "target", "", "size; processor; peak memory"];
        let rows: Vec<[&str; 8]> = std::iter::once(head).chain(self.0.iter().map(Line::cells)).collect();
        let widths: Vec<usize> =
            (0..8).map(|at| rows.iter().map(|row| row[at].chars().count()).max().unwrap_or(0)).collect();
        for row in rows {
            let cells: Vec<String> =
                row.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
            println!("{}", cells.join("  ").trim_end());
        }
    }
}
