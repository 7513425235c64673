//! Font files as a PC may have them, made from bundled ones: another name, other rights, letters or tables missing.

use rustybuzz::ttf_parser::Face;

/// A font as tables.
#[derive(Clone)]
pub(crate) struct Font {
    tables: Vec<([u8; 4], Vec<u8>)>,
}

/// Where a table's number of two bytes lies in a file's tables.
const FS_TYPE: usize = 8;

impl Font {
    pub(crate) fn read(name: &str) -> Font {
        let path = format!("{}/../../assets/fonts/{name}.ttf", env!("CARGO_MANIFEST_DIR"));
        let file = std::fs::read(path).expect("a bundled font");
        let long = |at: usize| u32::from_be_bytes(file[at..at + 4].try_into().expect("four")) as usize;
        let count = usize::from(u16::from_be_bytes([file[4], file[5]]));
        let tables = (0..count).map(|index| {
            let record = 12 + 16 * index;
            let (at, length) = (long(record + 8), long(record + 12));
            (file[record..record + 4].try_into().expect("four"), file[at..at + length].to_vec())
        });
        Font { tables: tables.collect() }
    }

    fn table(&mut self, tag: &[u8; 4]) -> &mut Vec<u8> {
        &mut self.tables.iter_mut().find(|(found, _)| found == tag).expect("the table is there").1
    }

    /// Calls it otherwise: family, version, PostScript name.
    pub(crate) fn named(mut self, family: &str, version: &str, postscript: &str) -> Font {
        let names = [(1_u16, family), (5, version), (6, postscript)];
        let (mut records, mut texts) = (Vec::new(), Vec::new());
        for (id, name) in names {
            let text: Vec<u8> = name.encode_utf16().flat_map(u16::to_be_bytes).collect();
            let place = [3, 1, 0x409, id, text.len() as u16, texts.len() as u16];
            records.extend(place.iter().flat_map(|number: &u16| number.to_be_bytes()));
            texts.extend(text);
        }
        let start = 6 + records.len() as u16;
        let head = [0, names.len() as u16, start].into_iter().flat_map(u16::to_be_bytes);
        *self.table(b"name") = head.chain(records).chain(texts).collect();
        self
    }

    /// Gives it other rights (fsType).
    pub(crate) fn with_rights(mut self, rights: u16) -> Font {
        self.table(b"OS/2")[FS_TYPE..FS_TYPE + 2].copy_from_slice(&rights.to_be_bytes());
        self
    }

    /// Takes a letter out of it.
    pub(crate) fn without(mut self, letter: char) -> Font {
        let file = self.file();
        let face = Face::parse(&file, 0).expect("it is whole");
        let glyphs = (' '..='\u{2122}').filter(|other| *other != letter);
        let glyphs: Vec<(u32, u32)> = glyphs
            .filter_map(|other| Some((u32::from(other), u32::from(face.glyph_index(other)?.0))))
            .collect();
        // One subtable of format 12 for Windows, a group for each letter.
        let mut map: Vec<u8> = [0_u16, 1, 3, 10].into_iter().flat_map(u16::to_be_bytes).collect();
        map.extend(12_u32.to_be_bytes());
        map.extend([12_u16, 0].into_iter().flat_map(u16::to_be_bytes));
        let count = glyphs.len() as u32;
        map.extend([16 + 12 * count, 0, count].into_iter().flat_map(u32::to_be_bytes));
        for (letter, glyph) in glyphs {
            map.extend([letter, letter, glyph].into_iter().flat_map(u32::to_be_bytes));
        }
        *self.table(b"cmap") = map;
        self
    }

    /// The file.
    pub(crate) fn file(&self) -> Vec<u8> {
        self.at(0)
    }

    /// A collection with this font alone.
    pub(crate) fn collection(&self) -> Vec<u8> {
        let head = [*b"ttcf", 0x0001_0000_u32.to_be_bytes(), 1_u32.to_be_bytes(), 16_u32.to_be_bytes()];
        head.concat().into_iter().chain(self.at(16)).collect()
    }

    /// Its bytes where they begin so far into a file.
    fn at(&self, start: usize) -> Vec<u8> {
        let count = self.tables.len();
        let mut head: Vec<u8> = 0x0001_0000_u32.to_be_bytes().to_vec();
        head.extend([count as u16, 0, 0, 0].into_iter().flat_map(u16::to_be_bytes));
        let mut data = Vec::new();
        for (tag, table) in &self.tables {
            head.extend(tag);
            let place = start + 12 + 16 * count + data.len();
            head.extend([0, place as u32, table.len() as u32].into_iter().flat_map(u32::to_be_bytes));
            data.extend(table);
            data.resize(data.len().next_multiple_of(4), 0);
        }
        head.into_iter().chain(data).collect()
    }
}

/// The four styles of a Times New Roman, each made from the bundled serif and changed.
pub(crate) fn times(change: impl Fn(Font) -> Font) -> [Font; 4] {
    let made = |style: &str, postscript: &str| {
        let font = Font::read(&format!("liberation-serif/LiberationSerif-{style}"));
        change(font.named("Times New Roman", "Version 7.00", postscript))
    };
    [
        made("Regular", "TimesNewRomanPSMT"),
        made("Bold", "TimesNewRomanPS-BoldMT"),
        made("Italic", "TimesNewRomanPS-ItalicMT"),
        made("BoldItalic", "TimesNewRomanPS-BoldItalicMT"),
    ]
}
