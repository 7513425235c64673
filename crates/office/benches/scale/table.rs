//! Figures side by side, one column for each archive.

use std::time::Duration;

/// What was measured, and how much.
pub(crate) struct Figure {
    what: String,
    shown: String,
}

impl Figure {
    pub(crate) fn new(what: impl Into<String>, shown: impl Into<String>) -> Self {
        Self { what: what.into(), shown: shown.into() }
    }

    pub(crate) fn time(what: impl Into<String>, time: Duration) -> Self {
        Self::new(what, milliseconds(time))
    }

    /// The middle and the slow end of many times.
    pub(crate) fn times(what: impl Into<String>, mut times: Vec<Duration>) -> Self {
        times.sort();
        let at =
            |hundredths: usize| milliseconds(times[(times.len() * hundredths / 100).min(times.len() - 1)]);
        Self::new(what, format!("{} / {}", at(50), at(95)))
    }
}

fn milliseconds(time: Duration) -> String {
    let ms = time.as_secs_f64() * 1000.0;
    match ms {
        _ if ms < 10.0 => format!("{ms:.2} ms"),
        _ if ms < 1000.0 => format!("{ms:.0} ms"),
        _ => format!("{:.2} s", ms / 1000.0),
    }
}

/// `1,000,000`.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut shown = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}

/// What the child printed.
pub(crate) fn read(text: &str) -> Vec<Figure> {
    text.lines()
        .filter_map(|line| line.split_once('\t'))
        .map(|(what, shown)| Figure::new(what, shown))
        .collect()
}

/// Prints for the parent to read.
pub(crate) fn write(figures: &[Figure]) {
    figures.iter().for_each(|figure| println!("{}\t{}", figure.what, figure.shown));
}

#[derive(Default)]
pub(crate) struct Table {
    heads: Vec<String>,
    rows: Vec<(String, Vec<String>)>,
}

impl Table {
    pub(crate) fn column(&mut self, head: &str, figures: &[Figure]) {
        for figure in figures {
            let row = match self.rows.iter_mut().find(|(what, _)| *what == figure.what) {
                Some((_, row)) => row,
                None => {
                    self.rows.push((figure.what.clone(), vec![String::new(); self.heads.len()]));
                    &mut self.rows.last_mut().expect("just pushed").1
                }
            };
            row.push(figure.shown.clone());
        }
        self.heads.push(head.to_owned());
        self.rows.iter_mut().for_each(|(_, row)| row.resize(self.heads.len(), String::new()));
    }

    /// As a table of Markdown, so that it can be put into a text as it is.
    pub(crate) fn print(&self) {
        let first = self.rows.iter().map(|(what, _)| what.chars().count()).max().unwrap_or(0);
        let line = |what: &str, cells: &[String]| {
            let cells: Vec<String> = cells.iter().map(|cell| format!(" {cell:>20} |")).collect();
            println!("| {what:<first$} |{}", cells.concat());
        };
        println!("\ntimes are the median, or median / 95th percentile; release build\n");
        line("", &self.heads);
        println!("| {} |{}", "-".repeat(first), " -------------------: |".repeat(self.heads.len()));
        self.rows.iter().for_each(|(what, cells)| line(what, cells));
    }
}
