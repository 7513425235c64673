//! Search as it is typed, letter by letter, and beside it, in turns, the bare FTS5 query of the same words.
//!
//! The bare query is what a plain program would ask of the same index: the words without marks, the last one as a
//! beginning, each kind of thing on its own, newest first. It gives numbers of rows and nothing else: no titles, no
//! snippets, nothing exact first, `2871qd` not found. Two of them: one stops at the hits that are shown, as the page
//! does; one at those that are counted, since the page says how many there are.

use crate::{session::timed, table::Figure};
use office::Office;
use rusqlite::{Connection, OpenFlags, config::DbConfig, params};
use serde_json::json;
use specimen::Landmarks;
use std::path::Path;
use std::time::{Duration, Instant};

/// Hits of each kind that the window shows beside others (`FEW` in ui/src/screens/SearchScreen.tsx).
const SHOWN: u32 = 6;
/// Kinds of things that are in the index.
const KINDS: i64 = 6;

pub(crate) fn searching(office: &mut Office, folder: &Path, marks: &Landmarks) -> Vec<Figure> {
    let bare = Bare::of(folder);
    let (mut ours, mut page, mut counted) = (Vec::new(), Vec::new(), Vec::new());
    for text in beginnings(&marks.sought) {
        let text = text.trim();
        ours.push(timed(office, "search", json!({"text": text, "count": SHOWN})));
        page.push(bare.timed(text, SHOWN));
        counted.push(bare.timed(text, archive::COUNTED_BESIDE + 1));
    }
    let times = [ours, page, counted].map(|mut times: Vec<Duration>| {
        times.sort();
        times
    });
    let median = |times: &[Duration]| times[times.len() / 2].as_secs_f64();
    let over = |bare: &[Duration]| format!("{:.2}", median(&times[0]) / median(bare));
    let over = format!("{} / {}", over(&times[1]), over(&times[2]));
    let [ours, page, counted] = times;
    vec![
        Figure::times("search as typed", ours),
        Figure::times("the bare FTS5 query of what is shown", page),
        Figure::times("the bare FTS5 query of what is counted", counted),
        Figure::new("search over the one / the other, at the median", over),
    ]
}

fn beginnings(sought: &[String]) -> impl Iterator<Item = &str> {
    sought
        .iter()
        .flat_map(|text| text.char_indices().skip(1).map(|(end, _)| &text[..end]).chain([text.as_str()]))
}

/// The index, and nothing between it and who asks.
struct Bare(Connection);

impl Bare {
    fn of(folder: &Path) -> Self {
        // The program holds the archive for itself; what nobody changes meanwhile is read beside it without a lock.
        let uri = format!("file:{}?immutable=1", folder.join("archive.db").display());
        let flags =
            OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let conn = Connection::open_with_flags(uri, flags).expect("the archive is there");
        conn.pragma_update(None, "cache_size", "-40000").expect("as much as the program has");
        // One plan for all, as in the program.
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).expect("a setting that there is");
        Self(conn)
    }

    fn timed(&self, text: &str, limit: u32) -> Duration {
        let folded = commendation::text::fold(text);
        let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let words: Vec<String> = words.map(|word| format!("\"{word}\"")).collect();
        let expression = format!("plain : ({}*)", words.join(" AND "));
        let start = Instant::now();
        let sql = "SELECT rowid FROM search WHERE search MATCH ?1 AND rowid BETWEEN ?2 AND ?3 ORDER BY rowid DESC LIMIT ?4";
        let mut query = self.0.prepare_cached(sql).expect("the index is there");
        for kind in 1..=KINDS {
            let mut rows =
                query.query(params![expression, kind << 40, ((kind + 1) << 40) - 1, limit]).expect("words");
            while let Some(row) = rows.next().expect("the index is sound") {
                std::hint::black_box(row.get::<_, i64>(0).expect("a number"));
            }
        }
        start.elapsed()
    }
}
