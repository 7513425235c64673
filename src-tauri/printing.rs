//! The printers of this PC. On Windows pages are drawn dot by dot at the printer's own resolution; elsewhere CUPS gets the
//! PDF. Both in true size: nothing here fits a page to its paper. Not here: what is printed (`office`).

use office::{PrintJob, Printers, wire::Problem};

/// The PC's, asked anew each time: one may be plugged in meanwhile.
pub(crate) struct PcPrinters;

impl Printers for PcPrinters {
    fn names(&self) -> Result<Vec<String>, Problem> {
        system::names()
    }

    fn print(&self, job: &PrintJob<'_>) -> Result<(), Problem> {
        system::print(job)
    }
}

#[cfg(windows)]
mod system {
    use super::{PrintJob, Problem};
    use office::Sheet;
    use std::io;
    use win32::printer::{self, Dots, Job, Paper, Strip};

    /// More dots to the inch than this are not drawn one by one: nobody sees them, and they take the memory of four. With
    /// colours a dot takes 24 times the room that a black one does, and a hundred certificates must fit the disk.
    const MOST_DOTS: u32 = 720;
    const MOST_COLOURED_DOTS: u32 = 360;
    /// A sheet may be so much smaller than the page, in millimetres, before that is an error: drivers round.
    const NEAR: f32 = 3.0;

    pub(super) fn names() -> Result<Vec<String>, Problem> {
        printer::names().map_err(|error| failed(&error))
    }

    pub(super) fn print(job: &PrintJob<'_>) -> Result<(), Problem> {
        let sheets = job.sheets()?;
        let Some(first) = sheets.first() else { return Ok(()) };
        let mut to = Job::on(&job.printer, paper(first)).map_err(|e| failed(&e))?;
        // All of them before the first is sent: what is on its way may be on paper at once.
        for sheet in &sheets {
            expect_room(sheet, to.dots(paper(sheet)).map_err(|e| failed(&e))?)?;
        }
        to.start(&job.title).map_err(|error| match error.raw_os_error() {
            Some(code) if printer::GIVEN_UP.contains(&code) => office::print_stopped(),
            _ => failed(&error),
        })?;
        let total = sheets.len() * job.copies as usize;
        for (done, sheet) in (0..job.copies).flat_map(|_| &sheets).enumerate() {
            job.done(done, total)?;
            let drawn: Result<(), Failure> = to.page(paper(sheet), |dots, put| {
                let most = if sheet.has_colours() { MOST_COLOURED_DOTS } else { MOST_DOTS };
                let times = dots.across.max(dots.down).div_ceil(most).max(1);
                let fewer = |dots: u32| dots as f32 / times as f32;
                sheet.draw((fewer(dots.across), fewer(dots.down)), |strip| {
                    let strip = Strip {
                        left: strip.left,
                        top: strip.top,
                        width: strip.width,
                        rows: strip.rows,
                        bytes: &strip.bytes,
                        colours: strip.colours,
                        times,
                    };
                    put(&strip).map_err(|error| failed(&error))
                })?;
                Ok(())
            });
            drawn.map_err(|failure| failure.0)?;
        }
        to.finish().map_err(|error| failed(&error))
    }

    /// Why a page was not printed.
    struct Failure(Problem);

    impl From<io::Error> for Failure {
        fn from(error: io::Error) -> Self {
            Self(failed(&error))
        }
    }

    impl From<Problem> for Failure {
        fn from(problem: Problem) -> Self {
            Self(problem)
        }
    }

    fn paper(sheet: &Sheet<'_>) -> Paper {
        let (width, height) = sheet.size();
        let tenths = |side: f32| (side * 10.0).round() as u32;
        Paper { width: tenths(width), height: tenths(height) }
    }

    /// Refuses paper that the page does not fit on: cut edges of a certificate are found too late otherwise.
    fn expect_room(sheet: &Sheet<'_>, dots: Dots) -> Result<(), Problem> {
        let (width, height) = sheet.size();
        let there = |length: u32, dots: u32| length as f32 / dots as f32 * 25.4;
        let (has_width, has_height) = (there(dots.width, dots.across), there(dots.height, dots.down));
        if has_width + NEAR >= width && has_height + NEAR >= height {
            return Ok(());
        }
        let message = format!(
            "Trang khổ {width:.0} × {height:.0} mm không vừa giấy của máy in, {has_width:.0} × {has_height:.0} mm."
        );
        Err(Problem::new("paper-too-small", message)
            .hint("Hãy chọn máy in có khổ giấy đó, hoặc đổi khổ giấy trong cài đặt của máy in. Chưa có trang nào được in."))
    }

    fn failed(error: &io::Error) -> Problem {
        Problem::new("not-printed", format!("Windows không in được: {error}."))
            .hint("Hãy kiểm tra máy in và hàng đợi in rồi thử lại.")
            .value("detail", error.to_string())
    }
}

#[cfg(not(windows))]
mod system {
    use super::{PrintJob, Problem};
    use office::PrintFile;
    use std::{
        io::{self, Write as _},
        process::{Command, Output},
    };

    /// Sizes of paper by the names that printers know, in millimetres, the short side first.
    const PAPERS: [(&str, f32, f32); 3] = [("A3", 297.0, 420.0), ("A4", 210.0, 297.0), ("A5", 148.0, 210.0)];

    pub(super) fn names() -> Result<Vec<String>, Problem> {
        // The first line of `lpstat -d` ends with the name of the default printer, if there is one.
        let default = text(&run(Command::new("lpstat").arg("-d"))?);
        let default =
            default.lines().next().and_then(|line| line.split_once(": ")).map(|(_, name)| name.trim());
        let all = text(&run(Command::new("lpstat").arg("-e"))?);
        let mut names: Vec<String> =
            all.lines().map(str::trim).filter(|n| !n.is_empty()).map(str::to_owned).collect();
        names.sort_by_key(|name| Some(&**name) != default);
        Ok(names)
    }

    pub(super) fn print(job: &PrintJob<'_>) -> Result<(), Problem> {
        let files = job.files()?;
        for (done, file) in files.iter().enumerate() {
            job.done(done, files.len())?;
            send(job, file)?;
        }
        Ok(())
    }

    fn send(job: &PrintJob<'_>, file: &PrintFile) -> Result<(), Problem> {
        let mut pdf = tempfile::Builder::new().suffix(".pdf").tempfile().map_err(|error| failed(&error))?;
        pdf.write_all(&file.pdf).and_then(|()| pdf.flush()).map_err(|error| failed(&error))?;
        let pages: Vec<String> = file.pages.iter().map(u32::to_string).collect();
        let mut lp = Command::new("lp");
        lp.args([
            "-d",
            &job.printer,
            "-t",
            &job.title,
            "-n",
            &job.copies.to_string(),
            "-P",
            &pages.join(","),
        ]);
        // In true size, by the words of the standard and by those of older filters.
        lp.args(["-o", "print-scaling=none", "-o", "scaling=100"]);
        let (width, height) = file.size;
        let is_near = |one: f32, other: f32| (one - other).abs() < 2.0;
        let known = PAPERS
            .iter()
            .find(|(_, short, long)| is_near(width.min(height), *short) && is_near(width.max(height), *long));
        if let Some((paper, ..)) = known {
            lp.args(["-o", &format!("media={paper}")]);
        }
        let output = run(lp.arg("--").arg(pdf.path()))?;
        if output.status.success() {
            return Ok(());
        }
        let detail = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        Err(not_printed(&detail))
    }

    fn run(command: &mut Command) -> Result<Output, Problem> {
        command.env("LC_ALL", "C").output().map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => Problem::new(
                "no-printing",
                "Máy này không có hệ thống in CUPS (lệnh lp, lpstat) nên chưa in được từ chương trình.",
            )
            .hint("Hãy xuất PDF, mở tệp và in ở 100 % (kích thước thật)."),
            _ => failed(&error),
        })
    }

    fn text(output: &Output) -> String {
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    fn failed(error: &io::Error) -> Problem {
        not_printed(&error.to_string())
    }

    fn not_printed(detail: &str) -> Problem {
        Problem::new("not-printed", format!("Chưa in được: {detail}."))
            .hint("Hãy kiểm tra máy in và hàng đợi in rồi thử lại.")
            .value("detail", detail)
    }
}
