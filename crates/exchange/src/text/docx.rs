//! Text of a .docx: the body, then heads, feet and notes, in the order of the parts' names. Streamed; relations are not
//! followed, so nothing outside the file is ever asked for.

use super::{FileText, Text};
use crate::container::MAX_INFLATED_BYTES;
use quick_xml::events::Event;
use std::io::{BufReader, Cursor, Read};

/// Parts of the container, at most.
const MAX_PARTS: usize = 10_000;
/// Markup of all read parts together, at most.
const MAX_EVENTS: usize = 12_000_000;

pub(super) fn read(bytes: &[u8]) -> FileText {
    let unreadable = |why: &str| FileText::Unreadable(format!("Không đọc được: {why}."));
    let Ok(mut zip) = zip::ZipArchive::new(Cursor::new(bytes)) else {
        return unreadable("không đọc được mục lục của tệp nén");
    };
    if zip.index_for_name("word/document.xml").is_none() {
        return FileText::Other;
    }
    if zip.len() > MAX_PARTS {
        return unreadable("tệp có quá nhiều phần bên trong");
    }
    let mut parts: Vec<String> =
        zip.file_names().flatten().filter(|name| has_text(name)).map(|name| name.into_owned()).collect();
    parts.sort_by_key(|name| (name != "word/document.xml", name.clone()));
    let (mut text, mut bytes_left, mut events_left) = (Text::default(), MAX_INFLATED_BYTES, MAX_EVENTS);
    for part in parts {
        let Ok(entry) = zip.by_name(&part) else {
            return unreadable("có phần không giải nén được");
        };
        if entry.encrypted() {
            return unreadable("tệp được đặt mật khẩu");
        }
        let mut content = entry.take(bytes_left);
        if let Err(why) = read_part(&mut content, &mut text, &mut events_left) {
            return unreadable(why);
        }
        bytes_left = content.limit();
        if bytes_left == 0 {
            return unreadable("nội dung bên trong quá lớn");
        }
        text.break_line();
    }
    text.done()
}

/// Parts that hold what a reader of the paper sees.
fn has_text(part: &str) -> bool {
    let Some(name) = part.strip_prefix("word/").and_then(|name| name.strip_suffix(".xml")) else {
        return false;
    };
    let numbered =
        |kind: &str| name.strip_prefix(kind).is_some_and(|number| number.bytes().all(|b| b.is_ascii_digit()));
    matches!(name, "document" | "footnotes" | "endnotes") || numbered("header") || numbered("footer")
}

fn read_part(content: &mut impl Read, text: &mut Text, events_left: &mut usize) -> Result<(), &'static str> {
    let mut xml = quick_xml::Reader::from_reader(BufReader::new(content));
    let mut buffer = Vec::new();
    let mut in_text = false;
    // Markup that says the same again for older programs.
    let mut in_fallback = 0_usize;
    while !text.is_full() {
        buffer.clear();
        *events_left = events_left.checked_sub(1).ok_or("nội dung bên trong quá lớn")?;
        match xml.read_event_into(&mut buffer).map_err(|_| "nội dung XML bên trong không đúng")? {
            Event::Eof => break,
            Event::DocType(_) => return Err("tệp có khai báo DTD, không phải do Word ghi"),
            Event::Start(start) => match start.name().local_name().as_ref() {
                "Fallback" => in_fallback += 1,
                "t" => in_text = true,
                _ => {}
            },
            Event::Empty(empty) if in_fallback == 0 => match empty.name().local_name().as_ref() {
                "tab" => text.space(),
                "br" | "cr" | "p" => text.break_line(),
                "noBreakHyphen" => text.push("-"),
                _ => {}
            },
            Event::End(end) => match end.name().local_name().as_ref() {
                "Fallback" => in_fallback = in_fallback.saturating_sub(1),
                "t" => in_text = false,
                "p" if in_fallback == 0 => text.break_line(),
                "tc" if in_fallback == 0 => text.space(),
                _ => {}
            },
            Event::Text(run) if in_text && in_fallback == 0 => text.push(&run.xml10_content()),
            Event::GeneralRef(entity) if in_text && in_fallback == 0 => {
                let name: &str = entity.as_ref();
                match (name, entity.resolve_char_ref()) {
                    (_, Ok(Some(c))) => text.push(c.encode_utf8(&mut [0; 4])),
                    ("amp", _) => text.push("&"),
                    ("lt", _) => text.push("<"),
                    ("gt", _) => text.push(">"),
                    ("quot", _) => text.push("\""),
                    ("apos", _) => text.push("'"),
                    _ => {}
                }
            }
            _ => {}
        }
    }
    Ok(())
}
