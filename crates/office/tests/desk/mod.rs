//! The office as hosts call it, on an archive in a folder of its own.

#![allow(dead_code, reason = "each test program uses its part")]

use chrono::{DateTime, FixedOffset};
use office::{Environment, Office, Watch, registry::call};
use serde_json::{Value, json};
use std::{
    ops::ControlFlow,
    path::{Path, PathBuf},
};
use tempfile::TempDir;

pub(crate) const WORKBOOK: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/sample/de-nghi-khen-thuong-2025.xlsx");

pub(crate) fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2025-12-15T09:30:00+07:00").expect("a valid time")
}

/// Opens the office on a PC with these sets of files of Times New Roman.
pub(crate) fn open(
    folder: &Path,
    times_new_roman: impl Fn() -> Vec<[Vec<u8>; 4]> + Send + 'static,
) -> Office {
    open_watched(folder, times_new_roman, Box::new(|_| ControlFlow::Continue(())))
}

/// The same with somebody who watches long work.
pub(crate) fn open_watched(
    folder: &Path,
    times_new_roman: impl Fn() -> Vec<[Vec<u8>; 4]> + Send + 'static,
    watch: Watch,
) -> Office {
    open_in(folder, Environment { times_new_roman: Box::new(times_new_roman), watch, ..environment() })
}

/// A PC without fonts or printers, on which nobody watches.
pub(crate) fn environment() -> Environment {
    Environment {
        now: Box::new(now),
        user: "can-bo".to_owned(),
        test_host: true,
        times_new_roman: Box::new(Vec::new),
        printers: Box::new(()),
        watch: Box::new(|_| ControlFlow::Continue(())),
    }
}

/// Opens the office on such a PC.
pub(crate) fn open_in(folder: &Path, environment: Environment) -> Office {
    Office::open(folder.to_owned(), environment).expect("an archive in a fresh folder opens")
}

/// The office on an archive of its own, gone with the value.
pub(crate) struct Desk {
    pub(crate) office: Office,
    pub(crate) folder: TempDir,
}

impl Desk {
    pub(crate) fn new() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        Self { office: open(&folder.path().join("kho"), Vec::new), folder }
    }

    pub(crate) fn with_sample() -> Self {
        let mut desk = Self::new();
        desk.call("sample", json!({}));
        desk
    }

    pub(crate) fn call(&mut self, name: &str, request: Value) -> Value {
        call(&mut self.office, name, request).unwrap_or_else(|problem| panic!("{name}: {problem}"))
    }

    pub(crate) fn refused(&mut self, name: &str, request: Value) -> office::wire::Problem {
        call(&mut self.office, name, request).expect_err("the command must be refused")
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn import(&mut self, round: &str) -> Value {
        self.call("import", json!({ "path": WORKBOOK, "round": round, "columns": {}, "sheet": null }))
    }

    /// All rows of a list that comes in pages.
    pub(crate) fn rows(&mut self, command: &str, mut request: Value) -> Vec<Value> {
        request["from"] = json!(0);
        request["count"] = json!(1_000);
        let page = self.call(command, request);
        let rows = list(&page["rows"]).to_vec();
        assert_eq!(page["total"], rows.len(), "few enough for one page");
        rows
    }

    pub(crate) fn rounds(&mut self) -> Vec<Value> {
        self.rows("rounds", json!({ "text": "", "order": "newest", "reverse": false }))
    }

    pub(crate) fn conferences(&mut self) -> Vec<Value> {
        self.rows("conferences", json!({ "text": "", "order": "newest", "reverse": false }))
    }

    /// The nominations of a round in the order of lists.
    pub(crate) fn nominations(&mut self, round: &str) -> Vec<Value> {
        let request = json!({ "round": round, "sieve": null, "text": "", "order": "list", "reverse": false });
        self.rows("nominations", request)
    }

    pub(crate) fn draft(&mut self, template: &str, round: &str) -> String {
        let made = self
            .call("draft", json!({ "template": template, "round": round, "conference": null, "set": {} }));
        text(&made["id"]).to_owned()
    }

    /// Fills the hole that a decision has while there are no minutes.
    pub(crate) fn propose(&mut self, id: &str) {
        let value = "Chánh Văn phòng Sở";
        self.call("set_field", json!({ "id": id, "key": "proposer", "value": value }));
    }

    pub(crate) fn export(&mut self, id: &str, name: &str) -> (Value, Vec<u8>) {
        let path = self.path(name);
        let exported = self.call("export", json!({ "id": id, "path": path }));
        (exported, std::fs::read(path).expect("the PDF is where it was wanted"))
    }
}

pub(crate) fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("a text, not {value}"))
}

pub(crate) fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_else(|| panic!("a list, not {value}"))
}

pub(crate) fn field<'a>(document: &'a Value, key: &str) -> &'a Value {
    let sections = list(&document["sections"]).iter();
    let mut fields = sections.flat_map(|section| list(&section["fields"]));
    fields.find(|field| field["key"] == key).unwrap_or_else(|| panic!("the form has a field {key}"))
}
