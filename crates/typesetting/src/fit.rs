//! Where the lines of a justified paragraph end: the choice over the whole paragraph that keeps its spaces most even.
//!
//! Only numbers are seen here; letters are measured and set in `lines`.

use crate::breaks::After;

/// A stretch between two break opportunities, measured.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Measured {
    /// Width without the spaces at its end.
    pub(crate) solid: f32,
    /// Width with them.
    pub(crate) full: f32,
    /// Spaces that can stretch, those at the end left out.
    pub(crate) inner_spaces: usize,
    /// All spaces that can stretch.
    pub(crate) spaces: usize,
    /// What may happen after it.
    pub(crate) after: After,
}

/// How much a space may grow before it begins to look wrong, in ems.
const STRETCH: f64 = 0.15;
/// How much a space may shrink at most, in ems: about an eighth of a space.
const SHRINK: f64 = 0.03;
/// What ending a line inside a date costs: as much as spaces grown to about thrice their width.
const INSIDE_DATE: f64 = 3000.0;
/// What a last line of one short word costs.
const LONELY: f64 = 60.0;

/// Where lines end, as counts of stretches; each is at least one more than the line before. `first` and `rest` are
/// the widths of the first line and of the others.
pub(crate) fn best_ends(stretches: &[Measured], first: f32, rest: f32, size: f32) -> Vec<usize> {
    let count = stretches.len();
    let size = f64::from(size.max(0.1));
    // Least cost of lines that end before each stretch, and where the last of them starts.
    let mut best: Vec<(f64, usize)> = vec![(f64::MAX, 0); count + 1];
    best[0].0 = 0.0;
    for start in 0..count {
        let so_far = best[start].0;
        if so_far == f64::MAX {
            continue;
        }
        let room = f64::from(if start == 0 { first } else { rest });
        let (mut width, mut spaces) = (0.0, 0);
        for end in start + 1..=count {
            let last = &stretches[end - 1];
            let natural = width + f64::from(last.solid);
            let line_spaces = spaces + last.inner_spaces;
            let overfull = natural > room + 0.01 + line_spaces as f64 * SHRINK * size;
            if overfull && end > start + 1 {
                break;
            }
            let line = Line { spare: room - natural, spaces: line_spaces, size, single: end == start + 1 };
            let cost = so_far + if end == count { line.last_cost(start > 0) } else { line.cost(last.after) };
            if cost < best[end].0 {
                best[end] = (cost, start);
            }
            width += f64::from(last.full);
            spaces += last.spaces;
        }
    }
    let mut ends = Vec::new();
    let mut end = count;
    while end > 0 {
        ends.push(end);
        end = best[end].1;
    }
    ends.reverse();
    ends
}

struct Line {
    /// Room left over; negative when spaces must shrink.
    spare: f64,
    spaces: usize,
    size: f64,
    /// Whether the line holds one stretch only.
    single: bool,
}

impl Line {
    fn cost(&self, after: After) -> f64 {
        let date = if after == After::Reluctant { INSIDE_DATE } else { 0.0 };
        (10.0 + self.badness()).powi(2) + date.powi(2)
    }

    /// The last line is not stretched; it should not be one word.
    fn last_cost(&self, follows: bool) -> f64 {
        let lonely = if follows && self.single { LONELY } else { 0.0 };
        let badness = if self.spare < 0.0 { self.badness() } else { 0.0 };
        (10.0 + badness + lonely).powi(2)
    }

    fn badness(&self) -> f64 {
        if self.spaces == 0 {
            // Nothing can stretch: the emptier, the worse.
            return 10_000.0 + 10.0 * self.spare.max(0.0);
        }
        let grown = self.spare / self.spaces as f64 / self.size;
        let allowed = if grown >= 0.0 { STRETCH } else { SHRINK };
        100.0 * (grown.abs() / allowed).powi(3)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(width: f32, after: After) -> Measured {
        Measured { solid: width, full: width + 3.0, inner_spaces: 0, spaces: 1, after }
    }

    #[test]
    fn every_stretch_is_on_exactly_one_line() {
        let words: Vec<Measured> =
            (0..50).map(|index| word(10.0 + (index % 7) as f32 * 4.0, After::Allowed)).collect();
        let ends = best_ends(&words, 80.0, 100.0, 12.0);
        assert_eq!(ends.last(), Some(&50), "the last line ends with the last word");
        assert!(ends.windows(2).all(|pair| pair[0] < pair[1]), "each line holds at least one word");
    }

    #[test]
    fn a_date_is_broken_only_where_the_line_would_gape() {
        let plenty: Vec<Measured> = (0..20).map(|_| word(20.0, After::Allowed)).collect();
        let mut roomy = plenty.clone();
        roomy[8].after = After::Reluctant;
        let ends = best_ends(&roomy, 207.0, 207.0, 12.0);
        assert!(!ends.contains(&9), "with loose lines elsewhere the date stays whole: {ends:?}");
        let tight = [word(40.0, After::Allowed), word(90.0, After::Reluctant), word(90.0, After::Allowed)];
        assert_eq!(best_ends(&tight, 140.0, 140.0, 12.0), [2, 3], "a line of one short word would gape");
    }

    #[test]
    fn a_stretch_wider_than_the_line_stands_alone() {
        let words = [word(500.0, After::Allowed), word(20.0, After::Allowed)];
        assert_eq!(best_ends(&words, 100.0, 100.0, 12.0), [1, 2], "nothing joins it");
    }
}
