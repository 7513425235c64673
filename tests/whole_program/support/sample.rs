//! The running example: what the sample workbook and the sample conference hold.

use super::program::{Desk, in_project};
use serde_json::Value;
use std::path::PathBuf;

/// The round that the workbook goes into.
pub(crate) const ROUND: &str = "Tổng kết năm 2025";

/// The nomination list as a unit sent it.
pub(crate) fn workbook() -> PathBuf {
    in_project("assets/sample/de-nghi-khen-thuong-2025.xlsx")
}

impl Desk {
    /// A desk with the sample conference and the sample list imported.
    pub(crate) fn with_round() -> Self {
        let desk = Self::new();
        desk.get(&["sample"]);
        let (imported, code) = desk.import();
        assert!(code == 0 || code == 2, "{imported}");
        desk
    }

    /// Imports the sample list.
    pub(crate) fn import(&self) -> (Value, i32) {
        self.ask(&["import", workbook().to_str().expect("a plain path"), "--round", ROUND])
    }

    /// Drafts a paper for the round.
    pub(crate) fn draft_for_round(&self, template: &str) -> String {
        id(&self.get(&["draft", template, "--round", ROUND]))
    }

    /// Drafts a paper for the sample conference.
    pub(crate) fn draft_for_conference(&self, template: &str) -> String {
        let conferences = self.get(&["conferences"]);
        let conference = conferences[0]["name"].as_str().expect("the sample has a conference").to_owned();
        id(&self.get(&["draft", template, "--conference", &conference]))
    }

    /// Names of the honorees of the round by id of award kind, in the order of lists.
    pub(crate) fn nominated(&self) -> Vec<(String, String)> {
        let rounds = self.get(&["rounds"]);
        let round = list(&rounds).iter().find(|round| round["name"] == ROUND).expect("the round is listed");
        let shown = self.get(&["show", &id(round)]);
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        list(&shown["lists"]["nominations"])
            .iter()
            .map(|n| (text(&n["kind"]), text(&n["honoree"]["name"])))
            .collect()
    }
}

/// The `id` of an answer.
pub(crate) fn id(value: &Value) -> String {
    value["id"].as_str().unwrap_or_else(|| panic!("no id: {value}")).to_owned()
}

/// The items of a list.
pub(crate) fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap_or_else(|| panic!("not a list: {value}"))
}
