//! The bytes of the file: streams deflated on all cores, the many small objects packed into object streams, and the
//! table that finds them.
//!
//! The low-level library writes each packed object three times over and deflates on one core. Not here: what the
//! objects say.

use std::fmt::Write as _;

use flate2::{Compress, Compression, FlushCompress};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use crate::pdf::{Claim, PdfError};
use crate::watch::{Cancelled, Steps, spread};

/// How hard to deflate: the next level gains one part in a thousand and takes half as long again.
const LEVEL: u32 = 5;
/// Objects packed together: enough to deflate well, few enough to be read fast.
const PACKED: usize = 200;
/// Streams shorter than this, in bytes, gain nothing.
const SHORT: usize = 64;

/// Objects written as text, numbered on from those of a document.
pub(super) struct Bulk {
    first: u32,
    text: String,
    ends: Vec<usize>,
}

impl Bulk {
    /// Numbered after all of `file`.
    pub(super) fn after(file: &Document) -> Bulk {
        Bulk { first: file.max_id + 1, text: String::new(), ends: Vec::new() }
    }

    /// Number of the first object.
    pub(super) fn first(&self) -> u32 {
        self.first
    }

    /// Number of the object that is being written.
    pub(super) fn next(&self) -> u32 {
        self.first + self.ends.len() as u32
    }

    /// Adds to the object that is being written.
    pub(super) fn put(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing to a String cannot fail.
        let _ = self.text.write_fmt(text);
    }

    /// Adds a text string of any script: UTF-16 with its mark.
    pub(super) fn text(&mut self, text: &str) {
        self.put(format_args!("<FEFF"));
        text.encode_utf16().for_each(|unit| self.put(format_args!("{unit:04X}")));
        self.put(format_args!(">"));
    }

    /// Ends the object that is being written.
    pub(super) fn object(&mut self, last: std::fmt::Arguments<'_>) {
        self.put(last);
        self.ends.push(self.text.len());
    }

    fn iter(&self) -> impl Iterator<Item = (u32, &str)> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        (self.first..).zip(starts.zip(&self.ends)).map(|(id, (start, &end))| (id, &self.text[start..end]))
    }
}

/// Deflates bytes.
pub(super) fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut deflate = Compress::new(Compression::new(LEVEL), true);
    let mut out = Vec::with_capacity(bytes.len() / 2 + 64);
    while !matches!(
        deflate.compress_vec(&bytes[deflate.total_in() as usize..], &mut out, FlushCompress::Finish),
        Ok(flate2::Status::StreamEnd) | Err(_)
    ) {
        out.reserve(out.capacity().max(64));
    }
    out
}

/// A stream of bytes that are deflated already.
pub(super) fn compressed(mut dictionary: Dictionary, deflated: Vec<u8>) -> Stream {
    dictionary.set("Filter", "FlateDecode");
    Stream::new(dictionary, deflated).with_compression(false)
}

/// Writes a document and the bulk that belongs to it.
pub(super) fn save(
    mut file: Document,
    bulk: &Bulk,
    claim: Claim,
    threads: usize,
    steps: &Steps<'_>,
) -> Result<Vec<u8>, PdfError> {
    deflate_streams(&mut file, threads, steps)?;
    let version = if claim == Claim::Archive { "1.7" } else { "1.4" };
    let mut out = Output { bytes: Vec::new(), places: vec![Place::Free; bulk.next() as usize] };
    out.bytes.extend_from_slice(format!("%PDF-{version}\n%\u{c7}\u{ec}\u{e2}\n").as_bytes());
    match claim {
        Claim::Archive => out.packed(file, bulk, threads, steps)?,
        Claim::Preflight => out.plain(file, bulk),
    }
    Ok(out.bytes)
}

fn deflate_streams(file: &mut Document, threads: usize, steps: &Steps<'_>) -> Result<(), Cancelled> {
    let streams: Vec<&mut Stream> = file
        .objects
        .values_mut()
        .filter_map(|object| match object {
            Object::Stream(stream) if stream.allows_compression && stream.content.len() > SHORT => {
                Some(stream)
            }
            _ => None,
        })
        .collect();
    let contents: Vec<&[u8]> = streams.iter().map(|stream| stream.content.as_slice()).collect();
    let done = spread(contents.len(), threads, |index| {
        steps.next()?;
        Ok(deflated(contents[index]))
    });
    let done = done.into_iter().collect::<Result<Vec<_>, Cancelled>>()?;
    for (stream, deflated) in streams.into_iter().zip(done) {
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(deflated);
    }
    Ok(())
}

/// Where an object is.
#[derive(Clone, Copy)]
enum Place {
    Free,
    /// At this byte.
    At(usize),
    /// In the object stream of this number, at this place.
    Packed(u32, usize),
}

struct Output {
    bytes: Vec<u8>,
    /// By number of the object.
    places: Vec<Place>,
}

impl Output {
    /// Streams as they are, all other objects packed, a table that is a stream.
    fn packed(
        &mut self,
        file: Document,
        bulk: &Bulk,
        threads: usize,
        steps: &Steps<'_>,
    ) -> Result<(), PdfError> {
        let mut small = Vec::new();
        for (&(id, _), object) in &file.objects {
            match object {
                Object::Stream(stream) => self.stream(id, stream),
                object => small.push((id, written(object))),
            }
        }
        let mut texts: Vec<(u32, &[u8])> = small.iter().map(|(id, text)| (*id, text.as_slice())).collect();
        texts.extend(bulk.iter().map(|(id, text)| (id, text.as_bytes())));
        let packs: Vec<&[(u32, &[u8])]> = texts.chunks(PACKED).collect();
        let streams = spread(packs.len(), threads, |index| {
            steps.next()?;
            Ok(pack(packs[index]))
        });
        for (stream, objects) in streams.into_iter().zip(packs) {
            let number = self.places.len() as u32;
            self.places.push(Place::Free);
            for (index, (id, _)) in objects.iter().enumerate() {
                self.places[*id as usize] = Place::Packed(number, index);
            }
            self.stream(number, &stream.map_err(|Cancelled| PdfError::Cancelled)?);
        }
        self.table_stream(&file.trailer);
        Ok(())
    }

    /// Every object by itself and a table of text: the form that PDF/A-1 asks for.
    fn plain(&mut self, file: Document, bulk: &Bulk) {
        for (&(id, _), object) in &file.objects {
            match object {
                Object::Stream(stream) => self.stream(id, stream),
                object => self.object(id, &written(object)),
            }
        }
        for (id, text) in bulk.iter() {
            self.object(id, text.as_bytes());
        }
        let start = self.bytes.len();
        let count = self.places.len();
        let trailer = self.trailer(&file.trailer, count);
        let mut table = format!("xref\n0 {count}\n0000000000 65535 f \n");
        for place in &self.places[1..] {
            let _ = match place {
                Place::At(byte) => writeln!(table, "{byte:010} 00000 n "),
                _ => writeln!(table, "0000000000 65535 f "),
            };
        }
        self.bytes.extend_from_slice(table.as_bytes());
        self.bytes.extend_from_slice(b"trailer\n");
        put_dictionary(&mut self.bytes, &trailer);
        self.end(start);
    }

    fn object(&mut self, id: u32, text: &[u8]) {
        self.places[id as usize] = Place::At(self.bytes.len());
        self.bytes.extend_from_slice(format!("{id} 0 obj\n").as_bytes());
        self.bytes.extend_from_slice(text);
        self.bytes.extend_from_slice(b"\nendobj\n");
    }

    fn stream(&mut self, id: u32, stream: &Stream) {
        let mut text = Vec::with_capacity(stream.content.len() + 200);
        put_dictionary(&mut text, &stream.dict);
        text.extend_from_slice(b"stream\n");
        text.extend_from_slice(&stream.content);
        text.extend_from_slice(b"\nendstream");
        self.object(id, &text);
    }

    /// The trailer, with the digest of all that is written so far as the file's identifier, so that the same content
    /// gives the same bytes.
    fn trailer(&self, given: &Dictionary, count: usize) -> Dictionary {
        let digest = Sha256::digest(&self.bytes)[..16].to_vec();
        let part = || Object::String(digest.clone(), StringFormat::Hexadecimal);
        let mut trailer = dictionary! { "Size" => count as i64, "ID" => vec![part(), part()] };
        for key in ["Root", "Info"] {
            if let Ok(value) = given.get(key.as_bytes()) {
                trailer.set(key, value.clone());
            }
        }
        trailer
    }

    fn table_stream(&mut self, given: &Dictionary) {
        let start = self.bytes.len();
        let number = self.places.len() as u32;
        self.places.push(Place::At(start));
        // Rows of one kind, four bytes and two, each as its difference from the row above: that deflates to almost
        // nothing.
        let mut rows = Vec::with_capacity(self.places.len() * 8);
        let mut above = [0_u8; 7];
        for (index, place) in self.places.iter().enumerate() {
            let (kind, first, second) = match *place {
                Place::Free => (0, 0, if index == 0 { u16::MAX } else { 0 }),
                Place::At(byte) => (1, u32::try_from(byte).unwrap_or(u32::MAX), 0),
                Place::Packed(stream, at) => (2, stream, u16::try_from(at).unwrap_or(u16::MAX)),
            };
            let [a, b, c, d] = first.to_be_bytes();
            let [e, f] = second.to_be_bytes();
            let row = [kind, a, b, c, d, e, f];
            rows.push(2);
            rows.extend(row.iter().zip(above).map(|(byte, above)| byte.wrapping_sub(above)));
            above = row;
        }
        let mut table = self.trailer(given, self.places.len());
        table.set("Type", "XRef");
        table.set("W", vec![1.into(), 4.into(), 2.into()]);
        table.set("DecodeParms", dictionary! { "Predictor" => 12, "Columns" => 7 });
        self.stream(number, &compressed(table, deflated(&rows)));
        self.end(start);
    }

    /// The last lines. Without a line end after them a signer's update would begin on the line of `%%EOF` (PDF/A-2,
    /// 6.1.9).
    fn end(&mut self, table: usize) {
        self.bytes.extend_from_slice(format!("\nstartxref\n{table}\n%%EOF\n").as_bytes());
    }
}

/// Objects in one stream: first where each begins, then what they are.
fn pack(objects: &[(u32, &[u8])]) -> Stream {
    let mut content = String::new();
    let mut place = 0;
    for (id, text) in objects {
        let _ = write!(content, "{id} {place} ");
        place += text.len() + 1;
    }
    let first = content.len() as i64;
    let mut content = content.into_bytes();
    for (_, text) in objects {
        content.extend_from_slice(text);
        content.push(b' ');
    }
    let dictionary = dictionary! { "Type" => "ObjStm", "N" => objects.len() as i64, "First" => first };
    compressed(dictionary, deflated(&content))
}

fn written(object: &Object) -> Vec<u8> {
    let mut out = Vec::new();
    put(&mut out, object);
    out
}

fn put(out: &mut Vec<u8>, object: &Object) {
    match object {
        Object::Null => out.extend_from_slice(b"null"),
        Object::Boolean(value) => out.extend_from_slice(value.to_string().as_bytes()),
        Object::Integer(value) => out.extend_from_slice(value.to_string().as_bytes()),
        Object::Real(value) => out.extend_from_slice(value.to_string().as_bytes()),
        Object::Reference(id) => put_reference(out, *id),
        Object::Name(name) => put_name(out, name),
        Object::String(text, format) => put_string(out, text, *format),
        Object::Array(items) => {
            out.push(b'[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(b' ');
                }
                put(out, item);
            }
            out.push(b']');
        }
        Object::Dictionary(dictionary) => put_dictionary(out, dictionary),
        // Streams are objects of their own and never inside another.
        Object::Stream(stream) => put_dictionary(out, &stream.dict),
    }
}

fn put_dictionary(out: &mut Vec<u8>, dictionary: &Dictionary) {
    out.extend_from_slice(b"<<");
    for (key, value) in dictionary {
        put_name(out, key);
        if !matches!(value, Object::Name(_) | Object::Array(_) | Object::Dictionary(_) | Object::String(..)) {
            out.push(b' ');
        }
        put(out, value);
    }
    out.extend_from_slice(b">>");
}

fn put_reference(out: &mut Vec<u8>, (id, generation): ObjectId) {
    out.extend_from_slice(format!("{id} {generation} R").as_bytes());
}

fn put_name(out: &mut Vec<u8>, name: &[u8]) {
    out.push(b'/');
    for &byte in name {
        if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(&byte) {
            out.push(byte);
        } else {
            out.extend_from_slice(format!("#{byte:02X}").as_bytes());
        }
    }
}

fn put_string(out: &mut Vec<u8>, text: &[u8], format: StringFormat) {
    if format == StringFormat::Hexadecimal {
        out.push(b'<');
        text.iter().for_each(|byte| out.extend_from_slice(format!("{byte:02X}").as_bytes()));
        out.push(b'>');
        return;
    }
    out.push(b'(');
    for &byte in text {
        if b"()\\\r".contains(&byte) {
            out.push(b'\\');
        }
        out.push(if byte == b'\r' { b'r' } else { byte });
    }
    out.push(b')');
}
