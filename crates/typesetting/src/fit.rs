//! Where lines end: the choice over a whole paragraph that keeps its spaces most even, and over a whole title or cell
//! that keeps its lines equally long.
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
/// How much a space grows at most, in ems. A line that would gape wider, before a word of a hundred letters, ends short
/// of the margin.
pub(crate) const WIDEST_SPACE: f32 = 0.75;
/// How much a space may shrink at most, in ems: about a quarter of a space.
const SHRINK: f64 = 0.06;
/// How bad a line is whose spaces are at their widest: a hundred times a line that begins to look wrong.
const GAPING: f64 = 12_500.0;
/// What ending a line inside a long address costs: as much as spaces grown to about thrice their width.
const INSIDE: f64 = 3000.0;
/// What ending a line inside what belongs together costs, where that is wider than the line.
const TORN: f64 = 30_000.0;
/// What a last line of one short word costs.
const LONELY: f64 = 80.0;

/// Where lines end, as counts of stretches; each is at least one more than the line before. `first` and `rest` are
/// the widths of the first line and of the others.
pub(crate) fn best_ends(stretches: &[Measured], first: f32, rest: f32, size: f32) -> Vec<usize> {
    let size = f64::from(size.max(0.1));
    let rooms = (f64::from(first), f64::from(rest));
    cheapest_ends(stretches, rooms, SHRINK * size, |line, ends| {
        let badness = line.badness(size);
        if ends {
            // The last line is not stretched; it should not be one word.
            let lonely = if line.follows && line.single { LONELY } else { 0.0 };
            let squeezed = if line.spare < 0.0 { badness } else { 0.0 };
            return (10.0 + squeezed + lonely).powi(2);
        }
        let inside = match line.after {
            After::Reluctant => INSIDE,
            After::Bound => TORN,
            After::Welcome | After::Allowed | After::Forced => 0.0,
        };
        (10.0 + badness).powi(2) + inside.powi(2)
    })
}

/// What a further line of a title costs against what it parts.
const TITLE_LINE: f64 = 0.5;
/// The same in a cell: a row never grows for the sake of looks.
const CELL_LINE: f64 = 1000.0;

/// Where ragged lines end that are of about equal length and part as little as may be. In a title a further line is
/// better than a parted name; in a cell it is not.
pub(crate) fn balanced_ends(stretches: &[Measured], width: f32, cell: bool) -> Vec<usize> {
    let width = f64::from(width.max(1.0));
    let of_line = if cell { CELL_LINE } else { TITLE_LINE };
    cheapest_ends(stretches, (width, width), 0.0, |line, ends| {
        let parted = match line.after {
            _ if ends => 0.0,
            After::Reluctant => 1.5,
            After::Bound => 4.0,
            After::Allowed => 0.1,
            After::Welcome | After::Forced => 0.0,
        };
        of_line + (line.spare.max(0.0) / width).powi(2) + parted
    })
}

/// A line that might be.
struct Line {
    /// Room left over; negative when spaces must shrink.
    spare: f64,
    spaces: usize,
    /// Whether it holds one stretch only.
    single: bool,
    /// Whether another line stands above it.
    follows: bool,
    /// What may happen after it.
    after: After,
}

/// The ends of lines that cost least together; the `cost` of a line is told whether it is the last. A space may shrink by `shrink`
/// points.
fn cheapest_ends(
    stretches: &[Measured],
    (first, rest): (f64, f64),
    shrink: f64,
    cost: impl Fn(&Line, bool) -> f64,
) -> Vec<usize> {
    let count = stretches.len();
    // Least cost of lines that end before each stretch, and where the last of them starts.
    let mut best: Vec<(f64, usize)> = vec![(f64::MAX, 0); count + 1];
    best[0].0 = 0.0;
    for start in 0..count {
        let so_far = best[start].0;
        if so_far == f64::MAX {
            continue;
        }
        let room = if start == 0 { first } else { rest };
        let (mut width, mut spaces) = (0.0, 0);
        for end in start + 1..=count {
            let last = &stretches[end - 1];
            let natural = width + f64::from(last.solid);
            let line_spaces = spaces + last.inner_spaces;
            let overfull = natural > room + 0.01 + line_spaces as f64 * shrink;
            if overfull && end > start + 1 {
                break;
            }
            let line = Line {
                spare: room - natural,
                spaces: line_spaces,
                single: end == start + 1,
                follows: start > 0,
                after: last.after,
            };
            let total = so_far + cost(&line, end == count);
            if total < best[end].0 {
                best[end] = (total, start);
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

impl Line {
    fn badness(&self, size: f64) -> f64 {
        let spaces = self.spaces as f64 * size;
        if self.spare < 0.0 {
            return 100.0 * (-self.spare / (spaces * SHRINK).max(0.01)).powi(3);
        }
        // What no space takes is left white at the margin: the more, the worse.
        let left = self.spare - spaces * f64::from(WIDEST_SPACE);
        if left > 0.0 {
            return GAPING + 10.0 * left;
        }
        100.0 * (self.spare / (spaces * STRETCH).max(0.01)).powi(3)
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
    fn an_address_is_broken_only_where_the_line_would_gape() {
        let plenty: Vec<Measured> = (0..20).map(|_| word(20.0, After::Allowed)).collect();
        let mut roomy = plenty.clone();
        roomy[8].after = After::Reluctant;
        let ends = best_ends(&roomy, 207.0, 207.0, 12.0);
        assert!(!ends.contains(&9), "with loose lines elsewhere the address stays whole: {ends:?}");
        let tight = [word(40.0, After::Allowed), word(90.0, After::Reluctant), word(90.0, After::Allowed)];
        assert_eq!(best_ends(&tight, 140.0, 140.0, 12.0), [2, 3], "a line of one short word would gape");
    }

    #[test]
    fn balanced_lines_are_about_equally_long() {
        let words: Vec<Measured> = (0..6).map(|_| word(30.0, After::Allowed)).collect();
        assert_eq!(balanced_ends(&words, 170.0, false), [3, 6], "not five words and one");
    }

    #[test]
    fn a_title_parts_no_name_where_a_further_line_saves_it_and_a_cell_does() {
        let mut words: Vec<Measured> = (0..6).map(|_| word(30.0, After::Reluctant)).collect();
        words[1].after = After::Allowed;
        words[3].after = After::Allowed;
        assert_eq!(balanced_ends(&words, 110.0, false), [2, 4, 6], "the title takes a third line");
        assert_eq!(balanced_ends(&words, 110.0, true), [3, 6], "the cell keeps its two");
    }

    #[test]
    fn a_stretch_wider_than_the_line_stands_alone() {
        let words = [word(500.0, After::Allowed), word(20.0, After::Allowed)];
        assert_eq!(best_ends(&words, 100.0, 100.0, 12.0), [1, 2], "nothing joins it");
    }
}
