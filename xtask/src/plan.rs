//! A list of named steps: says what comes, what each does, how long it took and about how much is left.

use std::{
    collections::BTreeMap,
    fs,
    path::Path,
    time::{Duration, Instant},
};

/// How long the steps took when they last ran here; the first time, what is expected.
const DURATIONS: &str = "target/xtask/durations.txt";

/// A step of a plan.
pub(crate) struct Step {
    name: String,
    /// Seconds to expect on two cores when nothing is built yet.
    expected: u64,
    work: Box<dyn FnOnce() -> Result<(), String>>,
}

impl Step {
    /// A step that takes about `expected` seconds the first time.
    pub(crate) fn new(
        name: impl Into<String>,
        expected: u64,
        work: impl FnOnce() -> Result<(), String> + 'static,
    ) -> Self {
        Self { name: name.into(), expected, work: Box::new(work) }
    }
}

/// Carries the steps out in order and stops at the first that fails.
pub(crate) fn carry_out(title: &str, steps: Vec<Step>) -> Result<(), String> {
    let mut known = read_durations();
    let seconds =
        |known: &BTreeMap<String, u64>, step: &Step| known.get(&step.name).copied().unwrap_or(step.expected);
    let mut left: u64 = steps.iter().map(|step| seconds(&known, step)).sum();
    let count = steps.len();
    println!("{title}: {count} steps, about {} in all", spoken(left));
    for (index, step) in steps.iter().enumerate() {
        println!("  {:>2}. {} (about {})", index + 1, step.name, spoken(seconds(&known, step)));
    }
    let start = Instant::now();
    for (index, step) in steps.into_iter().enumerate() {
        println!("\n== {}/{count} {} · about {} left", index + 1, step.name, spoken(left));
        left = left.saturating_sub(seconds(&known, &step));
        let step_start = Instant::now();
        (step.work)().map_err(|reason| {
            format!("step “{}” after {}: {reason}", step.name, took(step_start.elapsed()))
        })?;
        println!("   done in {}", took(step_start.elapsed()));
        known.insert(step.name, step_start.elapsed().as_secs());
        write_durations(&known);
    }
    println!("\n{title}: all {count} steps done in {}", took(start.elapsed()));
    Ok(())
}

fn read_durations() -> BTreeMap<String, u64> {
    let text = fs::read_to_string(DURATIONS).unwrap_or_default();
    text.lines()
        .filter_map(|line| line.split_once('\t'))
        .filter_map(|(s, name)| Some((name.to_owned(), s.parse().ok()?)))
        .collect()
}

fn write_durations(known: &BTreeMap<String, u64>) {
    let text: String = known.iter().map(|(name, seconds)| format!("{seconds}\t{name}\n")).collect();
    // Only an estimate is lost when this cannot be written.
    let _ = Path::new(DURATIONS).parent().map(fs::create_dir_all);
    let _ = fs::write(DURATIONS, text);
}

/// A length of time in round words.
fn spoken(seconds: u64) -> String {
    match seconds {
        0..=4 => "a moment".to_owned(),
        5..=90 => format!("{} s", seconds.div_ceil(5) * 5),
        _ => format!("{} min", seconds.div_ceil(60)),
    }
}

fn took(time: Duration) -> String {
    match time.as_secs() {
        0..=119 => format!("{:.1} s", time.as_secs_f64()),
        seconds => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_of_time_are_round() {
        assert_eq!([1, 7, 90, 91, 300].map(spoken), ["a moment", "10 s", "90 s", "2 min", "5 min"]);
        assert_eq!(took(Duration::from_secs(125)), "2 min 5 s");
    }

    #[test]
    fn the_first_failure_ends_the_plan() {
        let steps = vec![
            Step::new("fails", 0, || Err("it is broken".into())),
            Step::new("never", 0, || panic!("must not run")),
        ];
        assert!(carry_out("plan", steps).unwrap_err().contains("it is broken"));
    }
}
