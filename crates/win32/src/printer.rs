//! Printers of this PC, and pages drawn on one dot by dot.
//!
//! A page is handed over in strips of its own dots, at the printer's own number of dots to the inch, measured from the
//! corner of the paper: what the printer cannot reach at the edges is left out, nothing is moved or scaled.

use crate::{narrow, wide};
use std::{io, mem, ptr};
use windows_sys::Win32::{
    Graphics::{
        Gdi::{
            BI_RGB, BITMAPINFOHEADER, CreateDCW, DEVMODEW, DIB_RGB_COLORS, DM_COPIES, DM_DUPLEX, DM_FORMNAME,
            DM_IN_BUFFER, DM_NUP, DM_ORIENTATION, DM_OUT_BUFFER, DM_PAPERLENGTH, DM_PAPERSIZE, DM_PAPERWIDTH,
            DM_SCALE, DMDUP_SIMPLEX, DMNUP_ONEUP, DeleteDC, GDI_ERROR, GetDeviceCaps, HDC, LOGPIXELSX,
            LOGPIXELSY, PHYSICALHEIGHT, PHYSICALOFFSETX, PHYSICALOFFSETY, PHYSICALWIDTH, RGBQUAD, ResetDCW,
            SRCCOPY, StretchDIBits,
        },
        Printing::{
            ClosePrinter, DocumentPropertiesW, EnumPrintersW, GetDefaultPrinterW, OpenPrinterW,
            PRINTER_ENUM_CONNECTIONS, PRINTER_ENUM_LOCAL, PRINTER_HANDLE, PRINTER_INFO_4W,
        },
    },
    Storage::Xps::{AbortDoc, DOCINFOW, EndDoc, EndPage, StartDocW, StartPage},
};

/// What Windows says when the user gave up a dialog of the printer: `ERROR_PRINT_CANCELLED`, `ERROR_CANCELLED`.
pub const GIVEN_UP: [i32; 2] = [63, 1223];
/// `ERROR_INSUFFICIENT_BUFFER`.
const NO_ROOM: i32 = 122;
/// What Windows calls its sizes of paper, with their sides in tenths of a millimetre, the short one first.
const PAPERS: [(i16, u32, u32); 4] = [(8, 2970, 4200), (9, 2100, 2970), (11, 1480, 2100), (1, 2159, 2794)];
/// How far a side may be off and still be that paper, in tenths of a millimetre.
const NEAR: u32 = 15;

/// Names of the printers of this PC, also those of the network that the user has; the default one first.
///
/// # Errors
/// Where Windows cannot list them: the print spooler does not run.
pub fn names() -> io::Result<Vec<String>> {
    let (mut needed, mut count) = (0, 0);
    let kinds = PRINTER_ENUM_LOCAL | PRINTER_ENUM_CONNECTIONS;
    // SAFETY: a first call without room, that says how much is needed.
    let all = unsafe { EnumPrintersW(kinds, ptr::null(), 4, ptr::null_mut(), 0, &mut needed, &mut count) };
    if all == 0 {
        let error = io::Error::last_os_error();
        if error.raw_os_error() != Some(NO_ROOM) {
            return Err(error);
        }
    }
    if needed == 0 {
        return Ok(Vec::new());
    }
    // Of the entries' own type, so that they are aligned.
    let size = mem::size_of::<PRINTER_INFO_4W>();
    let mut entries = vec![PRINTER_INFO_4W::default(); (needed as usize).div_ceil(size)];
    // SAFETY: the list has at least the bytes that are told.
    let listed = unsafe {
        EnumPrintersW(kinds, ptr::null(), 4, entries.as_mut_ptr().cast(), needed, &mut needed, &mut count)
    };
    if listed == 0 {
        return Err(io::Error::last_os_error());
    }
    let first = default_name();
    let mut names = Vec::with_capacity(count as usize);
    for entry in entries.iter().take(count as usize) {
        // SAFETY: the call filled so many entries; their names lie in the same list, which still lives, and end with zero.
        names.push(unsafe { text_at(entry.pPrinterName) });
    }
    names.sort_by_key(|name| Some(name) != first.as_ref());
    Ok(names)
}

fn default_name() -> Option<String> {
    let mut length = 0;
    // SAFETY: a first call without room, that says how much is needed.
    unsafe { GetDefaultPrinterW(ptr::null_mut(), &mut length) };
    let mut name = vec![0_u16; length as usize];
    // SAFETY: the name has room for the units that are told.
    let found = length > 0 && unsafe { GetDefaultPrinterW(name.as_mut_ptr(), &mut length) } != 0;
    found.then(|| narrow(&name))
}

/// # Safety
/// `text` points to UTF-16 that ends with zero.
unsafe fn text_at(text: *const u16) -> String {
    // SAFETY: by the contract above.
    let length = (0..).take_while(|index| unsafe { *text.add(*index) } != 0).count();
    // SAFETY: so many units were just read.
    narrow(unsafe { std::slice::from_raw_parts(text, length) })
}

/// Size of a page in tenths of a millimetre, as it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paper {
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
}

/// How a printer draws the page that is under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dots {
    /// To the inch, across.
    pub across: u32,
    /// To the inch, down.
    pub down: u32,
    /// Size of the sheet that is in it, in dots.
    pub width: u32,
    /// Height of the sheet, in dots.
    pub height: u32,
}

/// A piece of a page.
pub struct Strip<'a> {
    /// Dots from the left edge of the paper.
    pub left: u32,
    /// Dots from the upper edge of the paper.
    pub top: u32,
    /// Dots in a row.
    pub width: u32,
    /// Rows.
    pub rows: u32,
    /// With colours, three bytes for each dot, blue, green, red; without, one bit, the highest first, set where the paper
    /// stays white. From left to right, the upper row first; each row filled to a multiple of four bytes.
    pub bytes: &'a [u8],
    /// Whether it has colours.
    pub colours: bool,
    /// Drawn so many times larger in both directions: a printer may have more dots than are worth drawing.
    pub times: u32,
}

/// What Windows is told of a picture, with both colours of one that has no more.
#[repr(C)]
struct About {
    header: BITMAPINFOHEADER,
    colours: [RGBQUAD; 2],
}

/// A document on its way to a printer. Dropped before it is finished, no more of it is printed; pages that were handed over
/// may be on paper already.
pub struct Job {
    device: HDC,
    printer: PRINTER_HANDLE,
    name: Vec<u16>,
    /// What the device is set to.
    paper: Paper,
    started: bool,
}

impl Job {
    /// Makes a printer ready for pages of a size; nothing is sent yet.
    ///
    /// # Errors
    /// No such printer, or what Windows says.
    pub fn on(printer: &str, paper: Paper) -> io::Result<Job> {
        let name = wide(printer);
        let mut handle = PRINTER_HANDLE::default();
        // SAFETY: the name ends with zero; no defaults are given.
        if unsafe { OpenPrinterW(name.as_ptr(), &mut handle, ptr::null()) } == 0 {
            return Err(io::Error::last_os_error());
        }
        let mut job = Job { device: ptr::null_mut(), printer: handle, name, paper, started: false };
        let settings = job.settings(paper)?;
        // SAFETY: the name ends with zero; the settings are those that the printer's driver filled in.
        job.device = unsafe {
            CreateDCW(wide("WINSPOOL").as_ptr(), job.name.as_ptr(), ptr::null(), settings.as_ptr().cast())
        };
        if job.device.is_null() {
            return Err(io::Error::last_os_error());
        }
        Ok(job)
    }

    /// The printer's dots on a sheet for pages of a size, to which it is set from now on.
    ///
    /// # Errors
    /// What Windows says.
    pub fn dots(&mut self, paper: Paper) -> io::Result<Dots> {
        // Only where it changes: some printers put out the sheet that is in them.
        if paper != self.paper {
            let settings = self.settings(paper)?;
            // SAFETY: between pages, with settings that the printer's own driver filled in.
            if unsafe { ResetDCW(self.device, settings.as_ptr().cast()) }.is_null() {
                return Err(io::Error::last_os_error());
            }
            self.paper = paper;
        }
        let of = |what: u32| self.capability(what);
        Ok(Dots {
            across: of(LOGPIXELSX).max(1) as u32,
            down: of(LOGPIXELSY).max(1) as u32,
            width: of(PHYSICALWIDTH).max(0) as u32,
            height: of(PHYSICALHEIGHT).max(0) as u32,
        })
    }

    /// Begins the document, by a title for the list of what waits for the printer.
    ///
    /// # Errors
    /// What Windows says; [`GIVEN_UP`] where the user did, when asked for the name of a file.
    pub fn start(&mut self, title: &str) -> io::Result<()> {
        let title = wide(title);
        let about = DOCINFOW {
            cbSize: mem::size_of::<DOCINFOW>() as i32,
            lpszDocName: title.as_ptr(),
            lpszOutput: ptr::null(),
            lpszDatatype: ptr::null(),
            fwType: 0,
        };
        // SAFETY: the text ends with zero and lives until the call is done.
        succeeded(unsafe { StartDocW(self.device, &about) })?;
        self.started = true;
        Ok(())
    }

    /// Draws a page of a size: `draw` is told the printer's dots and hands over strips.
    ///
    /// # Errors
    /// What Windows says, or `draw`.
    pub fn page<E: From<io::Error>>(
        &mut self,
        paper: Paper,
        draw: impl FnOnce(Dots, &mut dyn FnMut(&Strip<'_>) -> io::Result<()>) -> Result<(), E>,
    ) -> Result<(), E> {
        let dots = self.dots(paper)?;
        // SAFETY: a document was started.
        succeeded(unsafe { StartPage(self.device) })?;
        let (left, top) = (self.capability(PHYSICALOFFSETX), self.capability(PHYSICALOFFSETY));
        let device = self.device;
        draw(dots, &mut |strip| put(device, strip, left, top))?;
        // SAFETY: a page was started.
        succeeded(unsafe { EndPage(self.device) })?;
        Ok(())
    }

    /// Hands the document to the printer.
    ///
    /// # Errors
    /// What Windows says.
    pub fn finish(mut self) -> io::Result<()> {
        self.started = false;
        // SAFETY: a document was started and is ended once.
        succeeded(unsafe { EndDoc(self.device) })
    }

    fn capability(&self, what: u32) -> i32 {
        // SAFETY: the device lives as long as the job.
        unsafe { GetDeviceCaps(self.device, what as i32) }
    }

    /// The printer's own settings with the size and the way of the paper put in, and without what the user may have chosen for
    /// other papers: both sides, a scale, several pages on a sheet, copies. A driver may hold more behind the part that Windows
    /// knows, so they stay bytes of its own length.
    fn settings(&self, paper: Paper) -> io::Result<Vec<DEVMODEW>> {
        let name = self.name.as_ptr();
        // SAFETY: asks for the length only.
        let length = unsafe {
            DocumentPropertiesW(ptr::null_mut(), self.printer, name, ptr::null_mut(), ptr::null(), 0)
        };
        let length = usize::try_from(length).map_err(|_| io::Error::last_os_error())?;
        let count = length.div_ceil(mem::size_of::<DEVMODEW>()).max(1);
        let mut settings = vec![DEVMODEW::default(); count];
        let to = settings.as_mut_ptr();
        // SAFETY: there is room for the length that the driver asked for.
        let filled = unsafe {
            DocumentPropertiesW(ptr::null_mut(), self.printer, name, to, ptr::null(), DM_OUT_BUFFER)
        };
        if filled < 0 {
            return Err(io::Error::last_os_error());
        }
        let (short, long) = (paper.width.min(paper.height), paper.width.max(paper.height));
        let near = |one: u32, other: u32| one.abs_diff(other) <= NEAR;
        let known = PAPERS.iter().find(|(_, width, height)| near(*width, short) && near(*height, long));
        let first = &mut settings[0];
        let side = |tenths: u32| i16::try_from(tenths).unwrap_or(i16::MAX);
        // Length, width and the name of a form count for more than the size where they are set.
        first.dmFields &= !(DM_PAPERLENGTH | DM_PAPERWIDTH | DM_FORMNAME);
        first.dmFields |= DM_ORIENTATION | DM_PAPERSIZE;
        // Each has these fields only where its driver says so.
        if first.dmFields & DM_DUPLEX != 0 {
            first.dmDuplex = DMDUP_SIMPLEX;
        }
        if first.dmFields & DM_NUP != 0 {
            first.Anonymous2.dmNup = DMNUP_ONEUP;
        }
        if first.dmFields & DM_SCALE != 0 {
            first.Anonymous1.Anonymous1.dmScale = 100;
        }
        if first.dmFields & DM_COPIES != 0 {
            first.Anonymous1.Anonymous1.dmCopies = 1;
        }
        // Reading these fields of the union is what a printer's settings are for; writing them needs no care.
        first.Anonymous1.Anonymous1.dmOrientation = if paper.width > paper.height { 2 } else { 1 };
        first.Anonymous1.Anonymous1.dmPaperSize = known.map_or(0, |(paper, ..)| *paper);
        if known.is_none() {
            first.dmFields |= DM_PAPERLENGTH | DM_PAPERWIDTH;
            first.Anonymous1.Anonymous1.dmPaperLength = side(long);
            first.Anonymous1.Anonymous1.dmPaperWidth = side(short);
        }
        let from = settings.as_ptr();
        let to = settings.as_mut_ptr();
        // SAFETY: the same buffer in and out, as the call allows, of the length that the driver asked for.
        let merged = unsafe {
            DocumentPropertiesW(ptr::null_mut(), self.printer, name, to, from, DM_IN_BUFFER | DM_OUT_BUFFER)
        };
        if merged < 0 {
            return Err(io::Error::last_os_error());
        }
        Ok(settings)
    }
}

impl Drop for Job {
    fn drop(&mut self) {
        // SAFETY: what was made in `begin` and is not ended yet, each once.
        unsafe {
            if self.started {
                AbortDoc(self.device);
            }
            if !self.device.is_null() {
                DeleteDC(self.device);
            }
            ClosePrinter(self.printer);
        }
    }
}

/// Puts a strip where it is on the paper: the device counts from where the printer can first print.
fn put(device: HDC, strip: &Strip<'_>, left: i32, top: i32) -> io::Result<()> {
    let bits: u16 = if strip.colours { 24 } else { 1 };
    let row = (strip.width as usize * usize::from(bits)).div_ceil(32) * 4;
    if strip.bytes.len() != row * strip.rows as usize || strip.times == 0 {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let (width, rows, times) = (strip.width as i32, strip.rows as i32, strip.times as i32);
    let white = RGBQUAD { rgbBlue: 255, rgbGreen: 255, rgbRed: 255, rgbReserved: 0 };
    let about = About {
        header: BITMAPINFOHEADER {
            biSize: mem::size_of::<BITMAPINFOHEADER>() as u32,
            biWidth: width,
            // The upper row first.
            biHeight: -rows,
            biPlanes: 1,
            biBitCount: bits,
            biCompression: BI_RGB,
            ..BITMAPINFOHEADER::default()
        },
        colours: [RGBQUAD::default(), white],
    };
    // SAFETY: the bytes are as many as the header says, checked above; both colours follow the header.
    let drawn = unsafe {
        StretchDIBits(
            device,
            strip.left as i32 * times - left,
            strip.top as i32 * times - top,
            width * times,
            rows * times,
            0,
            0,
            width,
            rows,
            strip.bytes.as_ptr().cast(),
            (&raw const about).cast(),
            DIB_RGB_COLORS,
            SRCCOPY,
        )
    };
    // 0 rows where all of it lies beyond what the printer can reach; fewer than none where it mirrors.
    if drawn == GDI_ERROR { Err(io::Error::last_os_error()) } else { Ok(()) }
}

fn succeeded(answer: i32) -> io::Result<()> {
    if answer > 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use windows_sys::Win32::Graphics::Gdi::{
        BITMAPINFO, CreateCompatibleDC, CreateDIBSection, DeleteObject, GetPixel, PatBlt, SelectObject,
        WHITENESS,
    };

    const SIDE: i32 = 8;

    /// A device that is a white picture in memory, after a strip was put on it: the colours of its dots, row by row.
    fn drawn(strip: &Strip<'_>, left: i32, top: i32) -> Vec<Vec<u32>> {
        let header = BITMAPINFOHEADER {
            biSize: mem::size_of::<BITMAPINFOHEADER>() as u32,
            biWidth: SIDE,
            biHeight: -SIDE,
            biPlanes: 1,
            biBitCount: 32,
            biCompression: BI_RGB,
            ..BITMAPINFOHEADER::default()
        };
        let about = BITMAPINFO { bmiHeader: header, ..BITMAPINFO::default() };
        // SAFETY: a device and a picture of its own, given back below; all pointers live until the calls are done.
        unsafe {
            let device = CreateCompatibleDC(ptr::null_mut());
            let mut bits = ptr::null_mut();
            let picture = CreateDIBSection(device, &about, DIB_RGB_COLORS, &mut bits, ptr::null_mut(), 0);
            assert!(!device.is_null() && !picture.is_null(), "a picture in memory");
            let before = SelectObject(device, picture);
            PatBlt(device, 0, 0, SIDE, SIDE, WHITENESS);
            put(device, strip, left, top).expect("drawn");
            let dots = (0..SIDE).map(|y| (0..SIDE).map(|x| GetPixel(device, x, y)).collect()).collect();
            SelectObject(device, before);
            DeleteObject(picture);
            DeleteDC(device);
            dots
        }
    }

    /// Where the dots of a colour are, across and down.
    fn places(dots: &[Vec<u32>], colour: u32) -> Vec<(usize, usize)> {
        let all = (0..dots.len()).flat_map(|y| (0..dots[y].len()).map(move |x| (x, y)));
        all.filter(|(x, y)| dots[*y][*x] == colour).collect()
    }

    #[test]
    fn black_dots_stand_where_they_are_on_the_paper_the_upper_row_first() {
        // White, black; black, white: each as a square of two by two, the device's corner being at 1, 2 of the paper.
        let bytes = [0b1011_1111, 0, 0, 0, 0b0111_1111, 0, 0, 0];
        let strip = Strip { left: 1, top: 2, width: 2, rows: 2, bytes: &bytes, colours: false, times: 2 };
        let dots = drawn(&strip, 1, 2);
        let upper = [(3, 2), (4, 2), (3, 3), (4, 3)];
        let lower = [(1, 4), (2, 4), (1, 5), (2, 5)];
        assert_eq!(places(&dots, 0), [upper, lower].concat());
        assert_eq!(places(&dots, 0x00FF_FFFF).len(), (SIDE * SIDE) as usize - 8, "all else stays white");
    }

    #[test]
    fn colours_are_blue_green_red_and_rows_end_at_four_bytes() {
        let bytes = [255, 0, 0, 0, 0, 255, 9, 9];
        let strip = Strip { left: 0, top: 0, width: 2, rows: 1, bytes: &bytes, colours: true, times: 1 };
        let dots = drawn(&strip, 0, 0);
        // As GDI writes colours: blue, green, red from the highest.
        assert_eq!((dots[0][0], dots[0][1], dots[1][0]), (0x00FF_0000, 0x0000_00FF, 0x00FF_FFFF));
    }

    #[test]
    fn what_the_printer_cannot_reach_is_left_out() {
        let strip =
            Strip { left: 0, top: 0, width: 1, rows: 1, bytes: &[0, 0, 0, 0], colours: false, times: 1 };
        assert_eq!(places(&drawn(&strip, 3, 3), 0), [], "no failure, and no ink elsewhere");
    }
}
