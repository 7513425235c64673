//! Which backups to keep: everything of today and yesterday, then the newest of each of 12 days, 10 weeks and 9 months.
//!
//! Pure: times in, a verdict out. Removing files is done where backups are written.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime};

/// Days, weeks and months of which one backup each is kept, after two days of which all are.
const STAGES: [(Period, usize); 3] = [(Period::Day, 12), (Period::Week, 10), (Period::Month, 9)];

#[derive(Debug, Clone, Copy)]
enum Period {
    Day,
    Week,
    Month,
}

impl Period {
    /// The same for two days exactly when they are in one period.
    fn of(self, day: NaiveDate) -> (i32, u32) {
        match self {
            Period::Day => (day.year(), day.ordinal()),
            Period::Week => (day.iso_week().year(), day.iso_week().week()),
            Period::Month => (day.year(), day.month()),
        }
    }
}

/// Says of each backup, newest first, whether it is kept. A backup from the future (the clock was wrong) is.
pub(crate) fn kept(newest_first: &[NaiveDateTime], today: NaiveDate) -> Vec<bool> {
    let recent = today.checked_sub_days(Days::new(1)).unwrap_or(today);
    let mut stages = STAGES.iter().copied();
    let mut stage = stages.next();
    let mut left = stage.map_or(0, |(_, count)| count);
    let mut last: Option<NaiveDate> = None;
    newest_first
        .iter()
        .map(|time| {
            let day = time.date();
            if day >= recent {
                last = Some(day);
                return true;
            }
            while left == 0 && stage.is_some() {
                stage = stages.next();
                left = stage.map_or(0, |(_, count)| count);
            }
            let Some((period, _)) = stage else { return false };
            let new = last.is_none_or(|last| period.of(last) != period.of(day));
            if new {
                last = Some(day);
                left -= 1;
            }
            new
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> NaiveDateTime {
        text.parse().expect("a time")
    }

    fn days_before(today: &str, days: impl IntoIterator<Item = u64>) -> Vec<NaiveDateTime> {
        let noon = time(&format!("{today}T12:00:00"));
        days.into_iter().map(|days| noon - Days::new(days)).collect()
    }

    fn kept_days(times: &[NaiveDateTime], today: &str) -> Vec<String> {
        let verdicts = kept(times, today.parse().expect("a day"));
        let days = times.iter().zip(verdicts).filter(|(_, kept)| *kept);
        days.map(|(time, _)| time.format("%m-%d %H").to_string()).collect()
    }

    #[test]
    fn each_stage_keeps_what_it_says() {
        // 2026-03-18 is a Wednesday.
        for (what, times, expected) in [
            ("nothing", vec![], vec![]),
            ("one, however old, is kept", vec!["2019-01-01T08:00:00"], vec!["01-01 08"]),
            (
                "all of today and yesterday",
                vec![
                    "2026-03-18T17:00:00",
                    "2026-03-18T09:00:00",
                    "2026-03-17T17:00:00",
                    "2026-03-17T08:00:00",
                ],
                vec!["03-18 17", "03-18 09", "03-17 17", "03-17 08"],
            ),
            (
                "the newest of the day before",
                vec!["2026-03-16T17:00:00", "2026-03-16T09:00:00", "2026-03-16T08:00:00"],
                vec!["03-16 17"],
            ),
            (
                "one made while the clock was ahead",
                vec!["2027-01-01T00:00:00", "2026-03-18T09:00:00"],
                vec!["01-01 00", "03-18 09"],
            ),
        ] {
            let times: Vec<NaiveDateTime> = times.into_iter().map(time).collect();
            assert_eq!(kept_days(&times, "2026-03-18"), expected, "{what}");
        }
    }

    #[test]
    fn a_backup_a_day_for_two_years_leaves_the_promised_ones() {
        let times = days_before("2026-03-18", 0..730);
        let kept = kept_days(&times, "2026-03-18");
        assert_eq!(kept.len(), 2 + 12 + 10 + 9, "two days, 12 days, 10 weeks, 9 months: {kept:?}");
        assert_eq!(
            kept[..15],
            [
                "03-18 12", "03-17 12", "03-16 12", "03-15 12", "03-14 12", "03-13 12", "03-12 12",
                "03-11 12", "03-10 12", "03-09 12", "03-08 12", "03-07 12", "03-06 12", "03-05 12",
                "03-01 12"
            ],
            "the first of the weeks is the newest of the week before the last day kept"
        );
        assert_eq!(
            kept[24..],
            [
                "11-30 12", "10-31 12", "09-30 12", "08-31 12", "07-31 12", "06-30 12", "05-31 12",
                "04-30 12", "03-31 12"
            ],
            "months by their last day"
        );
    }

    #[test]
    fn thinning_every_day_comes_to_the_same_as_thinning_once() {
        let today: NaiveDate = "2026-03-18".parse().expect("a day");
        let mut daily: Vec<NaiveDateTime> = Vec::new();
        for back in (0..500).rev() {
            let day = today - Days::new(back);
            daily.insert(0, day.and_hms_opt(12, 0, 0).expect("a time"));
            let verdicts = kept(&daily, day);
            daily = daily.into_iter().zip(verdicts).filter(|(_, kept)| *kept).map(|(time, _)| time).collect();
        }
        let once = days_before("2026-03-18", 0..500);
        let verdicts = kept(&once, today);
        let once: Vec<_> = once.into_iter().zip(verdicts).filter(|(_, kept)| *kept).map(|(t, _)| t).collect();
        let by_month =
            |times: &[NaiveDateTime]| -> Vec<_> { times.iter().map(|t| (t.year(), t.month())).collect() };
        assert_eq!(daily[..24], once[..24], "no day or week that will be wanted is removed on the way");
        // A month is then known by the last Sunday in it: the other days went while weeks were kept.
        assert_eq!(by_month(&daily), by_month(&once), "nor a month");
    }

    #[test]
    fn gaps_are_bridged_by_what_there_is() {
        // Used in January and June only: months without a backup use up none of the nine.
        let times = days_before("2026-06-30", (0..5).chain(160..165));
        let kept = kept_days(&times, "2026-06-30");
        assert_eq!(kept.len(), 10, "fewer than the twelve days are all kept: {kept:?}");
    }
}
