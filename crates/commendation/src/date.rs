//! Dates as Vietnamese papers write them. No clock.

use chrono::{Datelike, NaiveDate};

/// `ngày 05 tháng 01 năm 2026`: a leading zero only for days under 10 and months 1 and 2
/// (Decree 30/2020, appendix I, part I, section II.4.b).
pub fn long_date(date: NaiveDate) -> String {
    let month = if date.month() < 3 { format!("{:02}", date.month()) } else { date.month().to_string() };
    format!("ngày {:02} tháng {month} năm {}", date.day(), date.year())
}

/// `05/01/2026`, for tables.
pub fn short_date(date: NaiveDate) -> String {
    date.format("%d/%m/%Y").to_string()
}
