//! Every long list as it is scrolled: its first page, one in the middle, the last one. A window holds the page in sight and
//! its neighbours, so what one answer holds says what is in memory, whatever the list is long.

use crate::table::Figure;
use serde_json::{Value, json};
use specimen::Landmarks;
use std::time::{Duration, Instant};

/// Rows that a window asks for at once.
const PAGE: u64 = 100;

/// A list of the registry.
struct List {
    what: &'static str,
    command: &'static str,
    request: Value,
}

/// Times of the pages, and a row that says how long the lists are and how much the longest answer holds.
pub(crate) fn scroll(marks: &Landmarks, mut ask: impl FnMut(&str, Value) -> Value) -> Vec<Figure> {
    let newest = json!({ "text": "", "order": "newest", "reverse": false });
    let conference = fullest(&mut ask);
    let nominations = |order: &str| json!({ "round": marks.longest_round.to_string(), "sieve": null, "text": "", "order": order, "reverse": false });
    let lists = [
        List { what: "rounds", command: "rounds", request: newest.clone() },
        List { what: "conferences", command: "conferences", request: newest },
        List { what: "nominations of a round", command: "nominations", request: nominations("list") },
        List { what: "nominations by name", command: "nominations", request: nominations("name") },
        List {
            what: "awards of a conference",
            command: "conference_awards",
            request: json!({ "id": conference }),
        },
        List {
            what: "files of a round",
            command: "files",
            request: json!({ "id": marks.longest_round.to_string() }),
        },
        List { what: "honorees", command: "honorees", request: json!({ "text": "", "honoreeType": null }) },
        List {
            what: "documents",
            command: "documents",
            request: json!({ "state": null, "template": null, "year": null, "order": "changed", "reverse": false }),
        },
    ];
    let (mut held, mut largest) = (0, 0);
    let mut figures = Vec::new();
    for list in lists {
        let mut page = |from: u64| -> (u64, Duration) {
            let mut request = list.request.clone();
            (request["from"], request["count"]) = (json!(from), json!(PAGE));
            let start = Instant::now();
            let answer = ask(list.command, request);
            let text = answer.to_string();
            let time = start.elapsed();
            held = held.max(answer["rows"].as_array().map_or(0, Vec::len));
            largest = largest.max(text.len());
            (answer["total"].as_u64().unwrap_or_default(), time)
        };
        let (total, first) = page(0);
        let middle = page(total / 2).1;
        let last = page(total.saturating_sub(PAGE)).1;
        let times = [first, middle, last].map(|time| format!("{:.1}", time.as_secs_f64() * 1000.0));
        figures.push(Figure::new(
            format!("scroll {}: rows; first, middle, last page (ms)", list.what),
            format!("{total}; {}", times.join(", ")),
        ));
    }
    figures.push(Figure::new(
        "most rows in one answer of these; largest answer",
        format!("{held}; {} KB", largest / 1024),
    ));
    figures
}

/// The conference where most awards were given.
fn fullest(ask: &mut impl FnMut(&str, Value) -> Value) -> Value {
    let request = json!({ "text": "", "order": "honours", "reverse": true, "from": 0, "count": 1 });
    ask("conferences", request)["rows"][0]["id"].clone()
}
