//! Personal data stay in the archive: a session with a marked name and number leaves neither in any other file, nor on
//! the error output of the program.

use crate::support::{
    program::{Desk, PROGRAM},
    sample::{ROUND, id, list},
};
use rust_xlsxwriter::Workbook;
use serde_json::{Value, json};
use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

const NAME: &str = "Đặng Thị Bí Mật Quỳnh";
const NUMBER: &str = "079180999123";
/// Where the officer herself wants files: her list, what she exports.
const WANTED: &str = "giao-nộp";

fn marked_list(path: &Path) {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let heads = ["STT", "Họ và tên", "Số CCCD", "Chức vụ, đơn vị", "Hình thức khen thưởng", "Thành tích"];
    let cells = ["1", NAME, NUMBER, "Chuyên viên, Văn phòng Sở", "Giấy khen", "Hoàn thành xuất sắc nhiệm vụ"];
    for (row, texts) in (0..).zip([heads, cells]) {
        for (column, text) in (0..).zip(texts) {
            sheet.write(row, column, text).expect("a cell fits");
        }
    }
    workbook.save(path).expect("the workbook is written");
}

/// Every file below a folder, but those below the folders that may hold what is looked for.
fn files(folder: &Path, but: &[PathBuf]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("readable") {
        let path = entry.expect("readable").path();
        if but.contains(&path) {
            continue;
        }
        if path.is_dir() { found.extend(files(&path, but)) } else { found.push(path) }
    }
    found
}

/// The name and the number in the forms in which files may hold them.
fn traces() -> Vec<Vec<u8>> {
    [NAME, NUMBER]
        .iter()
        .flat_map(|text| {
            let wide = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            [text.as_bytes().to_vec(), wide]
        })
        .collect()
}

fn call(address: &str, command: &str, request: &Value) -> Value {
    let body = request.to_string();
    let mut stream = TcpStream::connect(address).expect("it listens");
    write!(
        stream,
        "POST /call/{command} HTTP/1.1\r\nhost: {address}\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
    .expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("answered");
    let body = answer.split("\r\n\r\n").nth(1).expect("a body");
    serde_json::from_str(body).expect("JSON")
}

#[test]
fn names_and_numbers_stay_in_the_archive() {
    let desk = Desk::new();
    let wanted = desk.path(WANTED);
    fs::create_dir_all(&wanted).expect("a folder");
    let list_path = wanted.join("danh-sach.xlsx");
    marked_list(&list_path);
    let to = |name: &str| wanted.join(name).display().to_string();
    let mut told = String::new();
    let mut run = |arguments: &[&str]| {
        let ended = desk.run(arguments);
        assert_eq!(ended.code, 0, "{arguments:?}: {ended:?}");
        told.push_str(&ended.err);
    };
    run(&["sample"]);
    run(&["import", &list_path.display().to_string(), "--round", ROUND]);
    run(&["list", "round-1", "--to", &to("danh-sach-day-du.xlsx"), "--identities"]);
    run(&["draft", "decision-commendation", "--round", ROUND, "--set", "proposer=Chánh Văn phòng Sở"]);
    let documents = desk.get(&["documents"]);
    let decision = id(&list(&documents)[0]);
    run(&["issue", &decision, "--number", "15", "--date", "2025-12-20"]);
    run(&["export", &decision, "--to", &to("quyet-dinh.pdf")]);
    run(&["certificates", &decision, "--to", &to("giay-khen.pdf")]);
    run(&["register", "--year", "2025", "--to", &to("so.pdf")]);
    run(&["search", NAME]);
    run(&["search", NUMBER]);
    let hits = desk.get(&["search", NAME]);
    let honoree = list(&hits).iter().find(|hit| hit["kind"] == "honoree").expect("found");
    run(&["identity", &id(honoree)]);
    run(&["check"]);

    // The window's host, with requests that fail too.
    let mut server = Command::new(PROGRAM);
    let mut server = desk
        .surround(&mut server)
        .args(["serve", "--port", "0"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut line = String::new();
    BufReader::new(server.stdout.take().expect("piped")).read_line(&mut line).expect("it says where");
    let address = line.trim().trim_start_matches("http://").trim_end_matches('/').to_owned();
    for (command, request) in [
        ("search", json!({ "text": NAME, "limit": 0 })),
        ("search", json!({ "text": 5, "limit": NAME })),
        ("show_identity", json!({ "id": honoree["id"] })),
        ("edit_honoree", json!({ "id": honoree["id"], "honoree": { "name": NAME }, "identity": NUMBER })),
        ("show", json!({ "id": NAME })),
        ("import", json!({ "path": NAME, "round": NAME, "columns": {}, "sheet": null })),
        (NUMBER, json!({})),
    ] {
        call(&address, command, &request);
    }
    server.kill().expect("ended");
    server.stderr.take().expect("piped").read_to_string(&mut told).expect("read");
    server.wait().expect("ended");

    let may_hold = [desk.archive(), wanted];
    let root = desk.archive().parent().expect("beside the archive").to_owned();
    for path in files(&root, &may_hold) {
        let name = path.display().to_string();
        assert!(!name.contains(NAME) && !name.contains(NUMBER), "{name}");
        let bytes = fs::read(&path).expect("readable");
        for trace in traces() {
            assert!(!bytes.windows(trace.len()).any(|window| window == trace), "{name} holds personal data");
        }
    }
    assert!(!told.contains(NAME) && !told.contains(NUMBER), "on the error output: {told}");
    let kept = files(&desk.archive(), &[]).iter().any(|path| {
        let bytes = fs::read(path).expect("readable");
        bytes.windows(NAME.len()).any(|window| window == NAME.as_bytes())
    });
    assert!(kept, "the archive itself does hold the name, so that looking for it means something");
}
