//! Printing: what the PC's printers are handed, and what the officer is told when that cannot be.

mod desk;

use desk::{Desk, environment, list, open_in, text};
use office::{Environment, PrintJob, Printers, wire::Problem};
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};

/// What a printer was handed.
#[derive(Debug, Default, Clone)]
struct Handed {
    printer: String,
    title: String,
    copies: u32,
    /// Of each file: its bytes, and the wanted pages.
    files: Vec<(Vec<u8>, Vec<u32>)>,
    /// Of each sheet: its sides in millimetres and how many dots of ink it has at 100 to the inch.
    sheets: Vec<(f32, f32, u64)>,
}

/// A PC with two printers, of which the second is out of order.
struct Two(Arc<Mutex<Vec<Handed>>>);

impl Printers for Two {
    fn names(&self) -> Result<Vec<String>, Problem> {
        Ok(vec!["Máy in phòng Văn thư".into(), "HP 1020".into()])
    }

    fn print(&self, job: &PrintJob<'_>) -> Result<(), Problem> {
        if job.printer == "HP 1020" {
            return Err(Problem::new("not-printed", "Hết giấy."));
        }
        let files = job.files()?.into_iter().map(|file| (file.pdf, file.pages)).collect();
        let mut sheets = Vec::new();
        for sheet in job.sheets()? {
            let mut ink = 0;
            sheet.draw((100.0, 100.0), |strip| {
                ink += u64::from(strip.rows) * u64::from(strip.width);
                Ok(())
            })?;
            let (width, height) = sheet.size();
            sheets.push((width, height, ink));
        }
        let (printer, title) = (job.printer.clone(), job.title.clone());
        self.0.lock().expect("free").push(Handed { printer, title, copies: job.copies, files, sheets });
        Ok(())
    }
}

/// A desk with these printers, and a decision of the sample round.
fn desk() -> (Desk, String, Arc<Mutex<Vec<Handed>>>) {
    let handed = Arc::default();
    let folder = tempfile::TempDir::new().expect("a folder");
    let printers: Box<dyn Printers> = Box::new(Two(Arc::clone(&handed)));
    let office = open_in(&folder.path().join("kho"), Environment { printers, ..environment() });
    let mut desk = Desk { office, folder };
    desk.call("sample", json!({}));
    let round = text(&desk.import("Tổng kết năm 2025")["round"]).to_owned();
    let id = desk.draft("decision-commendation", &round);
    desk.propose(&id);
    (desk, id, handed)
}

fn print(id: &str, more: Value) -> Value {
    let mut request = json!({ "id": id, "certificates": false, "printer": "", "copies": 1, "pages": "" });
    for (key, value) in more.as_object().into_iter().flatten() {
        request[key] = value.clone();
    }
    request
}

#[test]
fn a_printer_gets_the_pages_of_the_pdf_in_their_true_size() {
    let (mut desk, id, handed) = desk();
    let printed = desk.call("print", print(&id, json!({ "copies": 2 })));
    let (exported, pdf) = desk.export(&id, "quyet-dinh.pdf");
    assert_eq!(printed["printer"], "Máy in phòng Văn thư", "the default one when none is named");
    assert_eq!((&printed["pages"], &printed["copies"]), (&exported["pages"], &json!(2)));
    let got = handed.lock().expect("free").remove(0);
    assert_eq!((got.printer.as_str(), got.copies, got.files.len()), ("Máy in phòng Văn thư", 2, 1));
    assert!(got.files[0].0 == pdf, "the very bytes that are exported and signed");
    let all: Vec<u32> = (1..=u32::try_from(got.sheets.len()).expect("few")).collect();
    assert_eq!(got.files[0].1, all);
    assert!(got.title.contains("Quyết định") || !got.title.is_empty(), "named in the queue: {}", got.title);
    for (width, height, ink) in got.sheets {
        let (short, long) = (width.min(height), width.max(height));
        assert!((short - 210.0).abs() < 0.1 && (long - 297.0).abs() < 0.1, "A4: {short} by {long}");
        assert!(ink > 0, "every page has something on it");
    }
    let journal = desk.call("journal", json!({ "id": "" })).to_string();
    assert!(!journal.contains("In văn bản"), "printing changes nothing on record");
}

#[test]
fn pages_and_certificates_are_chosen() {
    let (mut desk, id, handed) = desk();
    let total =
        desk.call("preview", print(&id, json!({ "values": {}, "from": 0, "count": 0 })))["total"].clone();
    assert!(
        total.as_u64().is_some_and(|total| total >= 2),
        "the sample has a list behind the decision: {total}"
    );
    desk.call("print", print(&id, json!({ "pages": "2" })));
    let got = handed.lock().expect("free").remove(0);
    assert_eq!((got.files[0].1.clone(), got.sheets.len()), (vec![2], 1));

    let certificates =
        desk.call("preview_certificates", json!({ "id": id, "values": {}, "from": 0, "count": 0 }));
    desk.call("print", print(&id, json!({ "certificates": true })));
    let got = handed.lock().expect("free").remove(0);
    assert_eq!(json!(got.sheets.len()), certificates["total"], "one sheet for each honoree");
    assert!(got.sheets.iter().all(|(width, height, _)| width > height), "certificates lie on their side");

    let wrong = desk.refused("print", print(&id, json!({ "pages": "1-900" })));
    assert_eq!((wrong.code.as_str(), wrong.field.as_deref()), ("bad-pages", Some("pages")));
    let wrong = desk.refused("print", print(&id, json!({ "copies": 0 })));
    assert_eq!((wrong.code.as_str(), wrong.field.as_deref()), ("bad-copies", Some("copies")));
}

#[test]
fn what_is_issued_is_printed_as_it_was_frozen() {
    let (mut desk, id, handed) = desk();
    desk.call("set_field", json!({ "id": id, "key": "annex_file", "value": "apart" }));
    desk.call("issue", json!({ "id": id, "number": "15", "date": "2025-12-15" }));
    let (exported, paper) = desk.export(&id, "ban-hanh.pdf");
    let annex = std::fs::read(text(&list(&exported["beside"])[0])).expect("written beside");
    desk.call("print", print(&id, json!({})));
    let got = handed.lock().expect("free").remove(0);
    assert!(
        got.files.len() == 2 && got.files[0].0 == paper && got.files[1].0 == annex,
        "both files as frozen"
    );
    assert_eq!(got.files[1].1[0], 1, "each with its own pages");
    let last = got.sheets.len().to_string();
    desk.call("print", print(&id, json!({ "pages": last })));
    let got = handed.lock().expect("free").remove(0);
    assert!(got.files.len() == 1 && got.files[0].0 == annex, "a page of the annex needs the annex only");
}

#[test]
fn why_nothing_is_printed_is_said() {
    let (mut desk, id, handed) = desk();
    assert_eq!(desk.call("printers", json!({}))["names"], json!(["Máy in phòng Văn thư", "HP 1020"]));
    let unknown = desk.refused("print", print(&id, json!({ "printer": "Canon" })));
    assert_eq!(unknown.code, "unknown-printer");
    assert!(unknown.hint.is_some_and(|hint| hint.contains("HP 1020")), "the others are named");
    let broken = desk.refused("print", print(&id, json!({ "printer": "HP 1020" })));
    assert_eq!(broken.message, "Hết giấy.", "the printer's own reason");
    assert!(handed.lock().expect("free").is_empty());

    let mut without = Desk::with_sample();
    let round = text(&without.import("Tổng kết năm 2025")["round"]).to_owned();
    let id = without.draft("decision-commendation", &round);
    assert_eq!(without.refused("print", print(&id, json!({}))).code, "no-printer");
}
