//! Printers of this PC, and pages drawn on one dot by dot.
//!
//! A page is handed over in strips of its own dots, at the printer's own number of dots to the inch, measured from the
//! corner of the paper: what the printer cannot reach at the edges is left out, nothing is moved or scaled.

use crate::{narrow, wide};
use std::{io, mem, path::Path, ptr};
use windows_sys::Win32::{
    Graphics::{
        Gdi::{
            BI_RGB, BITMAPINFOHEADER, CreateDCW, DEVMODEW, DIB_RGB_COLORS, DM_IN_BUFFER, DM_ORIENTATION,
            DM_OUT_BUFFER, DM_PAPERLENGTH, DM_PAPERSIZE, DM_PAPERWIDTH, DeleteDC, GetDeviceCaps, HDC,
            LOGPIXELSX, LOGPIXELSY, PHYSICALHEIGHT, PHYSICALOFFSETX, PHYSICALOFFSETY, PHYSICALWIDTH, RGBQUAD,
            ResetDCW, SRCCOPY, StretchDIBits,
        },
        Printing::{
            ClosePrinter, DocumentPropertiesW, EnumPrintersW, GetDefaultPrinterW, OpenPrinterW,
            PRINTER_ENUM_CONNECTIONS, PRINTER_ENUM_LOCAL, PRINTER_HANDLE, PRINTER_INFO_4W,
        },
    },
    Storage::Xps::{AbortDoc, DOCINFOW, EndDoc, EndPage, StartDocW, StartPage},
};

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
    unsafe { EnumPrintersW(kinds, ptr::null(), 4, ptr::null_mut(), 0, &mut needed, &mut count) };
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

/// A document on its way to a printer. Dropped before it is finished, nothing of it is printed.
pub struct Job {
    device: HDC,
    printer: PRINTER_HANDLE,
    name: Vec<u16>,
    started: bool,
}

impl Job {
    /// Begins a document on a printer; `to` is a file that takes what the printer would get.
    ///
    /// # Errors
    /// No such printer, or what Windows says.
    pub fn begin(printer: &str, title: &str, paper: Paper, to: Option<&Path>) -> io::Result<Job> {
        let name = wide(printer);
        let mut handle = PRINTER_HANDLE::default();
        // SAFETY: the name ends with zero; no defaults are given.
        if unsafe { OpenPrinterW(name.as_ptr(), &mut handle, ptr::null()) } == 0 {
            return Err(io::Error::last_os_error());
        }
        let mut job = Job { device: ptr::null_mut(), printer: handle, name, started: false };
        let settings = job.settings(paper)?;
        // SAFETY: the name ends with zero; the settings are those that the printer's driver filled in.
        job.device = unsafe {
            CreateDCW(wide("WINSPOOL").as_ptr(), job.name.as_ptr(), ptr::null(), settings.as_ptr().cast())
        };
        if job.device.is_null() {
            return Err(io::Error::last_os_error());
        }
        let title = wide(title);
        let to = to.map(wide);
        let about = DOCINFOW {
            cbSize: mem::size_of::<DOCINFOW>() as i32,
            lpszDocName: title.as_ptr(),
            lpszOutput: to.as_ref().map_or(ptr::null(), |to| to.as_ptr()),
            lpszDatatype: ptr::null(),
            fwType: 0,
        };
        // SAFETY: the texts end with zero and live until the call is done.
        succeeded(unsafe { StartDocW(job.device, &about) })?;
        job.started = true;
        Ok(job)
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
        let settings = self.settings(paper)?;
        // SAFETY: between pages, with settings that the printer's own driver filled in.
        if unsafe { ResetDCW(self.device, settings.as_ptr().cast()) }.is_null() {
            return Err(io::Error::last_os_error().into());
        }
        // SAFETY: a document was started.
        succeeded(unsafe { StartPage(self.device) })?;
        let of = |what: u32| self.capability(what);
        let dots = Dots {
            across: of(LOGPIXELSX).max(1) as u32,
            down: of(LOGPIXELSY).max(1) as u32,
            width: of(PHYSICALWIDTH).max(0) as u32,
            height: of(PHYSICALHEIGHT).max(0) as u32,
        };
        let (left, top) = (of(PHYSICALOFFSETX), of(PHYSICALOFFSETY));
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

    /// The printer's own settings with the size and the way of the paper put in. Its driver may hold more behind the part
    /// that Windows knows, so they stay bytes of its own length.
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
        first.dmFields |= DM_ORIENTATION | DM_PAPERSIZE;
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
    succeeded(drawn)
}

fn succeeded(answer: i32) -> io::Result<()> {
    if answer > 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}
