//! The loopback test host: the page and the registry over HTTP on 127.0.0.1, so that the interface can be tested in
//! a browser. Only in builds for tests. One request a connection; no TLS, no other address, no other site's pages.

use crate::{
    desktop,
    dialogs::{self, Question},
    host::Host,
    lock::Lock,
    setting,
};
use office::wire::Problem;
use serde_json::{Value, json};
use std::{
    collections::HashMap,
    fs,
    io::{self, BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::{Component, Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    thread,
};
use tauri::Wry;

/// A request larger than this is refused.
const LARGEST_BODY: usize = 64 << 20;

/// The policy of the window, with calls over HTTP in place of the shell's own.
const POLICY: &str = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; \
font-src 'self' data:; connect-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'";

/// Serves until the process is ended. Prints the address once it listens.
pub(crate) fn run(folder: PathBuf, port: u16, ui: Option<PathBuf>) -> Result<(), Problem> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|e| cannot_listen(&e))?;
    let address = listener.local_addr().map_err(|e| cannot_listen(&e))?;
    let site = Arc::new(Site {
        host: Host::open(folder, true, Lock::open(setting::lock_file())),
        page: ui.map_or_else(|| Page::Embedded(Box::new(desktop::context())), Page::Folder),
        origin: address.to_string(),
        answers: Mutex::default(),
        opened: Mutex::default(),
    });
    let mut out = io::stdout().lock();
    // A reader that is gone does not stop the server.
    let _ = writeln!(out, "http://{address}/").and_then(|()| out.flush());
    drop(out);
    for connection in listener.incoming().flatten() {
        let site = Arc::clone(&site);
        thread::spawn(move || site.answer(connection));
    }
    Ok(())
}

fn cannot_listen(error: &io::Error) -> Problem {
    Problem::new("serve", format!("Không mở được cổng thử trên máy này: {error}."))
}

enum Page {
    Embedded(Box<tauri::Context<Wry>>),
    Folder(PathBuf),
}

struct Site {
    host: Host,
    page: Page,
    origin: String,
    /// Answers of dialogs that a test prepared: `open`, `save`.
    answers: Mutex<HashMap<String, String>>,
    /// What the page asked to open.
    opened: Mutex<Vec<String>>,
}

struct Request {
    method: String,
    path: String,
    headers: HashMap<String, String>,
    body: Vec<u8>,
}

struct Reply {
    status: &'static str,
    kind: &'static str,
    body: Vec<u8>,
}

impl Reply {
    fn json(outcome: Result<Value, Problem>) -> Self {
        let value = match outcome {
            Ok(value) => json!({ "ok": value }),
            Err(problem) => json!({ "problem": problem }),
        };
        Self { status: "200 OK", kind: "application/json", body: value.to_string().into_bytes() }
    }

    fn error(status: &'static str) -> Self {
        Self { status, kind: "text/plain; charset=utf-8", body: status.into() }
    }
}

impl Site {
    fn answer(&self, mut connection: TcpStream) {
        let reply = match read_request(&connection) {
            Ok(request) if !self.is_own(&request) => Reply::error("403 Forbidden"),
            Ok(request) => self.reply(&request),
            Err(_) => Reply::error("400 Bad Request"),
        };
        let head = format!(
            "HTTP/1.1 {}\r\ncontent-type: {}\r\ncontent-length: {}\r\ncontent-security-policy: {POLICY}\r\n\
             cache-control: no-store\r\nconnection: close\r\n\r\n",
            reply.status,
            reply.kind,
            reply.body.len()
        );
        // The browser may have gone away in the meantime.
        let _ = connection.write_all(head.as_bytes()).and_then(|()| connection.write_all(&reply.body));
    }

    /// Another site's page in the same browser must not reach the archive.
    fn is_own(&self, request: &Request) -> bool {
        let origin =
            request.headers.get("origin").is_none_or(|origin| *origin == format!("http://{}", self.origin));
        origin && request.headers.get("host").is_some_and(|host| *host == self.origin)
    }

    fn reply(&self, request: &Request) -> Reply {
        let path = request.path.split('?').next().unwrap_or_default();
        if request.method == "GET" {
            return self.asset(path);
        }
        let body =
            if request.body.is_empty() { Ok(json!({})) } else { serde_json::from_slice(&request.body) };
        let (Ok(body), "POST") = (body, request.method.as_str()) else {
            return Reply::error("400 Bad Request");
        };
        if let Some(name) = path.strip_prefix("/call/") {
            Reply::json(self.host.call(name, body))
        } else if let Some(name) = path.strip_prefix("/host/") {
            self.shell(name, &body).map_or_else(|| Reply::error("404 Not Found"), Reply::json)
        } else if path == "/test/answers" {
            // How a test prepares dialogs: {"open": path, "save": path}.
            let Ok(answers) = serde_json::from_value(body) else { return Reply::error("400 Bad Request") };
            *self.answers.lock().unwrap_or_else(PoisonError::into_inner) = answers;
            Reply::json(Ok(Value::Null))
        } else if path == "/test/give" {
            // What a second start of the program or a drop on the window does: {"path"}.
            self.host.give(body["path"].as_str().unwrap_or_default().into());
            Reply::json(Ok(Value::Null))
        } else if path == "/test/close" {
            // What the window does when it is closed.
            self.host.close();
            Reply::json(Ok(Value::Null))
        } else if path == "/test/opened" {
            Reply::json(Ok(json!(*self.opened.lock().unwrap_or_else(PoisonError::into_inner))))
        } else {
            Reply::error("404 Not Found")
        }
    }

    /// What the window's shell does, with prepared answers.
    fn shell(&self, name: &str, body: &Value) -> Option<Result<Value, Problem>> {
        let of = |key: &str| body[key].as_str().unwrap_or_default().to_owned();
        let lock = &self.host.lock;
        match name {
            "lock_state" => return Some(Ok(json!(lock.state()))),
            "lock" => return Some(lock.lock().map(|state| json!(state))),
            "unlock" => return Some(lock.unlock(&of("password")).map(|state| json!(state))),
            _ => {}
        }
        if let Err(problem) = lock.check() {
            return Some(Err(problem));
        }
        Some(match name {
            "set_lock" => {
                let minutes = body["minutes"].as_u64().and_then(|minutes| u32::try_from(minutes).ok());
                lock.set(&of("current"), body["password"].as_str(), minutes.unwrap_or_default())
                    .map(|state| json!(state))
            }
            "choose_open" => {
                let chosen = self.chosen("open", &Question::Open { purpose: of("purpose") });
                chosen.iter().for_each(|path| self.host.grants.grant_read(path));
                Ok(json!(chosen))
            }
            "choose_save" => {
                let chosen =
                    self.chosen("save", &Question::Save { purpose: of("purpose"), name: of("name") });
                chosen.iter().for_each(|path| self.host.grants.grant_write(path));
                Ok(json!(chosen))
            }
            "progress" => Ok(json!(self.host.work.progress())),
            "stop_work" => {
                self.host.work.stop();
                Ok(Value::Null)
            }
            "open_file" => self.host.copy_to_read(&of("id")).map(|path| self.note_opened(&path)),
            "open_path" => {
                self.host.grants.check_written(&of("path")).map(|()| self.note_opened(Path::new(&of("path"))))
            }
            "show_in_folder" => {
                self.host.check_shown(&of("path")).map(|()| self.note_opened(Path::new(&of("path"))))
            }
            "take_given" => self.host.take_given().map(|files| json!(files)),
            "choose_folder" => {
                let chosen = self.chosen("folder", &Question::Folder { purpose: of("purpose") });
                chosen.iter().for_each(|path| self.host.grants.grant_folder(path));
                Ok(json!(chosen))
            }
            _ => return None,
        })
    }

    fn chosen(&self, key: &str, question: &Question) -> Option<PathBuf> {
        let answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        match answers.get(key) {
            Some(answer) => dialogs::prepared(Path::new(answer), question),
            None => dialogs::answer_from_environment(question).flatten(),
        }
    }

    fn note_opened(&self, path: &Path) -> Value {
        self.opened.lock().unwrap_or_else(PoisonError::into_inner).push(path.display().to_string());
        Value::Null
    }

    fn asset(&self, path: &str) -> Reply {
        let name = path.trim_start_matches('/');
        let name = if name.is_empty() { "index.html" } else { name };
        // The page finds its own way from addresses that are no files.
        let body = self.read_asset(name).or_else(|| {
            if Path::new(name).extension().is_none() { self.read_asset("index.html") } else { None }
        });
        let kind = match Path::new(name).extension().and_then(|e| e.to_str()) {
            Some("js" | "mjs") => "text/javascript",
            Some("css") => "text/css",
            Some("svg") => "image/svg+xml",
            Some("png") => "image/png",
            Some("ico") => "image/x-icon",
            Some("woff2") => "font/woff2",
            Some("woff") => "font/woff",
            Some("ttf") => "font/ttf",
            Some("json" | "map") => "application/json",
            Some("wasm") => "application/wasm",
            _ => "text/html; charset=utf-8",
        };
        body.map_or_else(|| Reply::error("404 Not Found"), |body| Reply { status: "200 OK", kind, body })
    }

    fn read_asset(&self, name: &str) -> Option<Vec<u8>> {
        match &self.page {
            Page::Embedded(context) => context.assets().get(&name.into()).map(|bytes| bytes.into_owned()),
            Page::Folder(folder) => {
                let inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
                inside.then(|| fs::read(folder.join(name)).ok()).flatten()
            }
        }
    }
}

fn read_request(connection: &TcpStream) -> io::Result<Request> {
    let mut reader = BufReader::new(connection);
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let mut words = line.split_whitespace();
    let (Some(method), Some(path)) = (words.next(), words.next()) else {
        return Err(io::ErrorKind::InvalidData.into());
    };
    let (method, path) = (method.to_owned(), path.to_owned());
    let mut headers = HashMap::new();
    loop {
        line.clear();
        if reader.read_line(&mut line)? == 0 || line.trim().is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(':') {
            headers.insert(name.trim().to_ascii_lowercase(), value.trim().to_owned());
        }
    }
    let length = headers.get("content-length").map_or(Ok(0), |length| length.parse::<usize>());
    let length = length.ok().filter(|length| *length <= LARGEST_BODY).ok_or(io::ErrorKind::InvalidData)?;
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    Ok(Request { method, path, headers, body })
}
