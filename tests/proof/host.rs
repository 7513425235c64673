//! The program as a session of the officer: `bang-vang serve` on an archive and a disk, called over HTTP. An answer that
//! came whole is an acknowledgement; a connection that broke is none.

use crate::faults::{self, Fault};
use serde_json::{Value, json};
use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

const PROGRAM: &str = env!("CARGO_BIN_EXE_bang-vang");

/// How a call ended.
#[derive(Debug)]
pub(crate) enum Answer {
    /// Acknowledged.
    Done,
    /// Refused with a problem.
    Problem(Value),
    /// The program died.
    Gone,
}

/// A desk: the archive, what the officer has beside it, and notes of the disk.
pub(crate) struct Desk {
    pub(crate) folder: PathBuf,
}

impl Desk {
    /// The archive's folder.
    pub(crate) fn archive(&self) -> PathBuf {
        self.folder.join("place/archive")
    }

    /// The folder that fails: the one that gets the archive, so that the archive's own name counts too.
    fn under(&self) -> PathBuf {
        self.folder.join("place")
    }

    pub(crate) fn notes(&self) -> PathBuf {
        self.folder.join("notes")
    }

    /// The program on this desk and a disk, with nothing of the person who runs the tests.
    pub(crate) fn command(&self, fault: Fault) -> Command {
        let mut command = Command::new(PROGRAM);
        faults::put_under(&mut command, &self.under(), &self.notes(), fault);
        command
            .env("BANG_VANG_ARCHIVE", self.archive())
            .env("HOME", self.folder.join("home"))
            .env("XDG_DATA_HOME", self.folder.join("home"))
            .env("TMPDIR", &self.folder)
            .env("USER", "văn thư")
            .env("TZ", "UTC")
            .current_dir(&self.folder);
        command
    }
}

/// A program at work; killed with its value.
pub(crate) struct Host {
    child: Child,
    address: Option<String>,
    folder: PathBuf,
}

impl Host {
    /// Starts the program. It may die of the fault before it listens.
    pub(crate) fn start(desk: &Desk, fault: Fault) -> Self {
        let mut command = desk.command(fault);
        command.args(["serve", "--ui"]).arg(&desk.folder);
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let mut line = String::new();
        let out = child.stdout.take().expect("piped");
        BufReader::new(out).read_line(&mut line).expect("the program's own words");
        let address = line.trim().strip_prefix("http://").map(|rest| rest.trim_end_matches('/').to_owned());
        Self { child, address, folder: desk.folder.clone() }
    }

    /// Calls a command of the registry.
    pub(crate) fn call(&self, name: &str, request: &Value) -> Answer {
        let mut request = request.clone();
        if let Some(path) = request["path"].as_str() {
            // What is written goes beside this desk's archive, whatever others write.
            let path = self.folder.join(path);
            request["path"] = json!(path);
            // The officer chooses the file in a dialog first.
            let (dialog, key) = match name {
                "import" | "attach" => ("host/choose_open", "open"),
                _ => ("host/choose_save", "save"),
            };
            for (place, body) in
                [("test/answers", json!({ key: path })), (dialog, json!({ "purpose": "", "name": "" }))]
            {
                match self.post(place, &body) {
                    Answer::Done => {}
                    other => return other,
                }
            }
        }
        self.post(&format!("call/{name}"), &request)
    }

    /// Closes the archive as the window does.
    pub(crate) fn close(&self) -> Answer {
        self.post("test/close", &json!({}))
    }

    /// Kills the program at once, from beside whoever talks with it.
    pub(crate) fn kill_now(&self) {
        let _ = Command::new("kill").arg("-KILL").arg(self.child.id().to_string()).status();
    }

    /// Kills the program and waits until it is gone.
    pub(crate) fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    fn post(&self, path: &str, body: &Value) -> Answer {
        let asked = self.address.as_deref().and_then(|address| post(address, path, body).ok());
        match asked {
            Some(mut value) if value["problem"].is_object() => Answer::Problem(value["problem"].take()),
            Some(_) => Answer::Done,
            None => Answer::Gone,
        }
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.kill();
    }
}

fn post(address: &str, path: &str, body: &Value) -> std::io::Result<Value> {
    let body = body.to_string();
    let mut connection = TcpStream::connect(address)?;
    write!(
        connection,
        "POST /{path} HTTP/1.1\r\nhost: {address}\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )?;
    let mut reply = Vec::new();
    connection.read_to_end(&mut reply)?;
    let end = reply.windows(4).position(|four| four == b"\r\n\r\n").map(|at| at + 4);
    let head = end.map(|end| String::from_utf8_lossy(&reply[..end]).into_owned()).unwrap_or_default();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse::<usize>().ok());
    match (end, length) {
        (Some(end), Some(length)) if reply.len() == end + length => {
            serde_json::from_slice(&reply[end..]).map_err(std::io::Error::from)
        }
        _ => Err(std::io::ErrorKind::UnexpectedEof.into()),
    }
}

/// Copies a folder with all that is in it.
pub(crate) fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder is read") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.file_type().expect("a type").is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("a file is copied");
        }
    }
}
