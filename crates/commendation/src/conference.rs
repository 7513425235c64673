//! A conference and what its papers say. Honours given at it are awards in the archive, not text here.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A conference as one page of facts.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Conference {
    /// `Hội nghị Điển hình tiên tiến Sở Tư pháp tỉnh Tây Ninh lần thứ V (2020 - 2025)`.
    pub name: String,
    /// The day it is held.
    pub date: Option<NaiveDate>,
    /// Place, as printed; may be empty.
    pub place: String,
    /// Who chairs, name: `Nguyễn Hoàng Nam`.
    pub chair_name: String,
    /// Positions of the chair: `Bí thư Đảng ủy, Giám đốc Sở Tư pháp`.
    pub chair_position: String,
    /// First year of the period that is summed up, 2015.
    pub period_from: Option<i32>,
    /// Last year of that period, 2020.
    pub period_to: Option<i32>,
    /// First year of the next period.
    pub next_from: Option<i32>,
    /// Last year of the next period.
    pub next_to: Option<i32>,
    /// How movements were launched and led; one paragraph a line.
    pub movements: String,
    /// Results by field; one paragraph a line.
    pub results: String,
    /// Shortcomings; one paragraph a line; may be empty.
    pub shortcomings: String,
    /// The overall goal of the next period; one paragraph a line.
    pub goal: String,
    /// Tasks of the next period; one a line.
    pub tasks: String,
    /// Delegations presented at it.
    pub delegations: Vec<Delegation>,
}

/// A delegation to a higher congress.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Delegation {
    /// The congress: `Đại hội Thi đua yêu nước tỉnh Tây Ninh lần thứ V`.
    pub congress: String,
    /// Members by name; may be empty when not known.
    pub members: Vec<String>,
}
