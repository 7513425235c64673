//! Checking: that the database is sound, the journal unbroken, and every kept file there and unchanged.

use std::collections::BTreeMap;

use crate::{Id, Records, Result};

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checked {
    /// What was looked at: `journal`, `files`, `documents`, …
    pub counts: BTreeMap<String, u64>,
    /// What is wrong, the first of each kind named.
    pub findings: Vec<Finding>,
}

impl Checked {
    /// True when nothing is wrong.
    pub fn is_sound(&self) -> bool {
        self.findings.is_empty()
    }
}

/// Something wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Stable name, kebab-case.
    pub code: &'static str,
    /// What, where, and what to do; Vietnamese.
    pub message: String,
    /// The thing, where it is one.
    pub about: Option<Id>,
}

impl Records {
    /// Checks everything. Changes nothing.
    pub fn check(&self) -> Result<Checked> {
        todo!()
    }
}
