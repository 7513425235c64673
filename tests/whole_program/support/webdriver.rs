//! A plain W3C WebDriver client: the same for the real window (WebKitWebDriver) and for Chromium (chromedriver).

use serde_json::{Value, json};
use std::{
    fs,
    io::{self, Read, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::Path,
    process::Child,
    thread,
    time::{Duration, Instant},
};

/// How long a condition may take to come true before the test fails.
const PATIENCE: Duration = Duration::from_secs(30);
/// The key under which WebDriver names an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A session with a browser or a window; closed with the value.
pub(crate) struct Session {
    port: u16,
    id: String,
}

/// An element of the page.
#[derive(Debug, Clone)]
pub(crate) struct Element(String);

/// A port that nothing listens on at the moment.
pub(crate) fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    listener.local_addr().expect("an address").port()
}

/// Waits until something answers on a port of this PC.
pub(crate) fn wait_for_port(port: u16, child: &mut Child) {
    until("the driver listens", || {
        assert!(child.try_wait().expect("asked").is_none(), "the driver ended");
        TcpStream::connect((Ipv4Addr::LOCALHOST, port)).ok()
    });
}

/// Asks again until there is an answer.
pub(crate) fn until<T>(what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(start.elapsed() < PATIENCE, "waited {PATIENCE:?} for: {what}");
        thread::sleep(Duration::from_millis(10));
    }
}

/// One request over HTTP to this PC: the status line's number and the body.
pub(crate) fn http(port: u16, method: &str, path: &str, body: &str) -> io::Result<(u16, String)> {
    let mut connection = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    // A window that is gone does not answer any more.
    connection.set_read_timeout(Some(2 * PATIENCE))?;
    write!(
        connection,
        "{method} {path} HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\nconnection: close\r\n\
         content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )?;
    let mut answer = Vec::new();
    let mut part = [0; 64 * 1024];
    loop {
        let read = connection.read(&mut part)?;
        answer.extend_from_slice(&part[..read]);
        let text = String::from_utf8_lossy(&answer);
        let Some((head, body)) = text.split_once("\r\n\r\n") else {
            if read == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            continue;
        };
        // A driver may keep the connection open: what counts is the length it announced.
        let header =
            |line: &str| line.to_ascii_lowercase().strip_prefix("content-length:")?.trim().parse().ok();
        let length: Option<usize> = head.lines().find_map(header);
        if read == 0 || length.is_some_and(|length| answer.len() >= head.len() + 4 + length) {
            let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
            return Ok((status.ok_or(io::ErrorKind::InvalidData)?, body.to_owned()));
        }
    }
}

impl Session {
    /// Opens a session at a driver.
    pub(crate) fn open(port: u16, capabilities: &Value) -> Self {
        let answer =
            request(port, "POST", "/session", &json!({ "capabilities": { "alwaysMatch": capabilities } }));
        let answer = answer.unwrap_or_else(|e| panic!("no session: {e}"));
        Self { port, id: answer["sessionId"].as_str().expect("a session").to_owned() }
    }

    fn ask(&self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        request(self.port, method, &format!("/session/{}{path}", self.id), body)
    }

    fn must(&self, method: &str, path: &str, body: &Value) -> Value {
        self.ask(method, path, body).unwrap_or_else(|e| panic!("{method} {path}: {e}"))
    }

    /// Goes to an address.
    pub(crate) fn go(&self, url: &str) {
        self.must("POST", "/url", &json!({ "url": url }));
    }

    /// The element, if it is there now.
    pub(crate) fn look(&self, css: &str) -> Option<Element> {
        self.all(css).into_iter().next()
    }

    /// All such elements that are there now.
    pub(crate) fn all(&self, css: &str) -> Vec<Element> {
        let found = self.ask("POST", "/elements", &json!({ "using": "css selector", "value": css }));
        let found = found.ok().and_then(|found| found.as_array().cloned()).unwrap_or_default();
        found
            .iter()
            .filter_map(|element| element[ELEMENT].as_str())
            .map(|id| Element(id.to_owned()))
            .collect()
    }

    /// Waits for an element.
    pub(crate) fn find(&self, css: &str) -> Element {
        let start = Instant::now();
        loop {
            if let Some(element) = self.look(css) {
                return element;
            }
            assert!(start.elapsed() < PATIENCE, "waited for {css}; the page says: {}", self.page_text());
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Waits until an element can be clicked, and clicks it.
    pub(crate) fn click(&self, css: &str) {
        let start = Instant::now();
        loop {
            let outcome = self.find(css).0;
            let enabled = self.ask("GET", &format!("/element/{outcome}/enabled"), &Value::Null);
            let outcome = match enabled {
                Ok(Value::Bool(true)) => self.ask("POST", &format!("/element/{outcome}/click"), &json!({})),
                other => Err(format!("not enabled: {other:?}")),
            };
            match outcome {
                Ok(_) => return,
                // It moved, or something still lies over it.
                Err(reason) => assert!(start.elapsed() < PATIENCE, "{css}: {reason}; {}", self.page_text()),
            }
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Types into an element.
    pub(crate) fn type_into(&self, css: &str, text: &str) {
        let element = self.find(css).0;
        self.must("POST", &format!("/element/{element}/value"), &json!({ "text": text }));
    }

    /// Empties a field as a person does.
    pub(crate) fn clear(&self, css: &str) {
        let element = self.find(css).0;
        // Ctrl+A, Delete.
        self.must(
            "POST",
            &format!("/element/{element}/value"),
            &json!({ "text": "\u{e009}a\u{e009}\u{e017}" }),
        );
    }

    /// The visible text of an element, once it is there.
    pub(crate) fn text(&self, css: &str) -> String {
        until(css, || {
            let element = self.look(css)?.0;
            let text = self.ask("GET", &format!("/element/{element}/text"), &Value::Null).ok()?;
            Some(text.as_str()?.to_owned())
        })
    }

    /// Waits until the element's text holds some words.
    pub(crate) fn wait_for_text(&self, css: &str, words: &str) -> String {
        let start = Instant::now();
        loop {
            let text = self.text(css);
            if text.contains(words) {
                return text;
            }
            assert!(start.elapsed() < PATIENCE, "waited for {words:?} in {css}: {text:?}");
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Runs a script in the page; `arguments` are its arguments.
    pub(crate) fn run(&self, script: &str, arguments: &Value) -> Value {
        self.must("POST", "/execute/sync", &json!({ "script": script, "args": arguments }))
    }

    /// Runs a script that gives its answer to a function, its last argument.
    pub(crate) fn run_async(&self, script: &str, arguments: &Value) -> Value {
        self.must("POST", "/execute/async", &json!({ "script": script, "args": arguments }))
    }

    /// The first page of a document's preview as it is drawn, without what only marks the field in focus; none while
    /// there is no page.
    pub(crate) fn first_page(&self) -> Option<String> {
        let script = "const page = document.querySelector('[data-testid=\"preview-page\"]');
const svg = page && page.shadowRoot && page.shadowRoot.querySelector('svg');
return svg ? svg.innerHTML.replace(/ class=\"[^\"]*\"/g, '') : null";
        self.run(script, &json!([])).as_str().map(str::to_owned)
    }

    /// Waits until the preview shows another page than before.
    pub(crate) fn page_after(&self, before: &str) -> String {
        until("a new preview", || self.first_page().filter(|page| page != before))
    }

    /// All text of the page.
    pub(crate) fn page_text(&self) -> String {
        let script = "return document.body ? document.body.innerText : ''";
        self.run(script, &json!([])).as_str().unwrap_or_default().to_owned()
    }

    /// Title of the page.
    pub(crate) fn title(&self) -> String {
        self.must("GET", "/title", &Value::Null).as_str().unwrap_or_default().to_owned()
    }

    /// What the page said on its console (chromedriver only): errors and warnings.
    pub(crate) fn console(&self) -> Vec<String> {
        let log = self.must("POST", "/se/log", &json!({ "type": "browser" }));
        let entry =
            |entry: &Value| format!("{}: {}", entry["level"], entry["message"].as_str().unwrap_or_default());
        log.as_array().into_iter().flatten().map(entry).collect()
    }

    /// Makes the page so many pixels wide and high.
    pub(crate) fn show_at(&self, width: u32, height: u32) {
        let frame = self.run("return [outerWidth - innerWidth, outerHeight - innerHeight]", &json!([]));
        let outer = |side: usize, inner: u32| u64::from(inner) + frame[side].as_u64().unwrap_or_default();
        self.must("POST", "/window/rect", &json!({ "width": outer(0, width), "height": outer(1, height) }));
    }

    /// Saves a picture for people to look at.
    pub(crate) fn picture(&self, path: &Path) {
        // What was just put into the page is painted with the next frame.
        self.run_async("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))", &json!([]));
        let encoded = self.must("GET", "/screenshot", &Value::Null);
        let bytes = base64(encoded.as_str().unwrap_or_default());
        fs::create_dir_all(path.parent().expect("a folder"))
            .and_then(|()| fs::write(path, bytes))
            .expect("written");
    }

    /// Ends the session, and the program with it.
    pub(crate) fn close(self) {}
}

impl Drop for Session {
    fn drop(&mut self) {
        // The driver may be gone when a test failed.
        let _ = self.ask("DELETE", "", &Value::Null);
    }
}

fn request(port: u16, method: &str, path: &str, body: &Value) -> Result<Value, String> {
    let body = if body.is_null() { String::new() } else { body.to_string() };
    let (status, text) = http(port, method, path, &body).map_err(|e| e.to_string())?;
    let mut answer: Value = serde_json::from_str(&text).map_err(|e| format!("{e}: {text}"))?;
    if status == 200 { Ok(answer["value"].take()) } else { Err(answer["value"].to_string()) }
}

/// Decodes what WebDriver sends pictures in.
fn base64(text: &str) -> Vec<u8> {
    let value = |byte: u8| match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let digits: Vec<u8> = text.bytes().filter_map(value).collect();
    let mut bytes = Vec::with_capacity(digits.len() * 3 / 4);
    for group in digits.chunks(4) {
        let bits =
            group.iter().fold(0_u32, |bits, digit| bits << 6 | u32::from(*digit)) << (6 * (4 - group.len()));
        bytes.extend(bits.to_be_bytes().iter().skip(1).take(group.len() - 1));
    }
    bytes
}
