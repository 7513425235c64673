//! Any document is laid out, stays on its pages and can be drawn. The same is proved for documents more like those of
//! an office by `crates/typesetting/tests/typesetting/anything.rs`.
#![no_main]

use arbitrary::{Result, Unstructured};
use document::{
    AgencyStamp, Align, Block, Closing, Color, Column, CopyHead, Document, FontFamily, Head, Level, Meta,
    Orientation, Paper, Placed, Point, Rect, Row, Run, Section, Segment, Sheet, Signature, Style, Table,
    Text, TextBox, TextRole, Urgency, VerticalAlign, Width,
};
use libfuzzer_sys::fuzz_target;
use typesetting::{Fonts, GlyphRun, Page, Shape, lay_out, pdf, png, svg};

fuzz_target!(|bytes: &[u8]| {
    let Ok(document) = any_document(&mut Unstructured::new(bytes)) else { return };
    let fonts = Fonts::bundled();
    let layout = lay_out(&document, &fonts);
    layout.pages.iter().for_each(check_bounds);
    if let Some(page) = layout.pages.last() {
        svg(page, &fonts);
        let _ = png(page, &fonts, 0.2);
    }
    if layout.pages.len() < 6 {
        pdf(&layout, &fonts).expect("whatever is laid out can be written");
    }
});

/// Everything drawn lies on its page, and every field: papers and certificate sheets alike.
fn check_bounds(page: &Page) {
    // Less than can be seen.
    const SLACK: f32 = 0.05;
    let check = |x: f32, y: f32, what: &dyn std::fmt::Debug| {
        let across = (-SLACK..=page.width_pt + SLACK).contains(&x);
        let down = (-SLACK..=page.height_pt + SLACK).contains(&y);
        assert!(across && down, "{x}, {y} leaves {} x {}: {what:?}", page.width_pt, page.height_pt);
    };
    for item in &page.items {
        match &item.shape {
            Shape::Glyphs(run) => {
                check(run.x, run.y - run.size * 0.8, &run.text);
                check(run.x + inked_width(run), run.y + run.size * 0.2, &run.text);
                assert!(run.glyphs.iter().all(|glyph| glyph.id != 0), "an empty box in “{}”", run.text);
            }
            Shape::Rule(rule) => {
                check(rule.x0, rule.y0, rule);
                check(rule.x1, rule.y1, rule);
            }
            Shape::Path(path) => {
                for segment in &path.segments {
                    match segment {
                        Segment::Move(to) | Segment::Line(to) => check(to.x, to.y, path),
                        Segment::Curve(first, second, to) => {
                            [first, second, to].iter().for_each(|point| check(point.x, point.y, path));
                        }
                        Segment::Close => {}
                    }
                }
            }
        }
    }
    for field in &page.fields {
        check(field.x, field.y, field);
        check(field.x + field.width, field.y + field.height, field);
    }
}

/// Width of a run without the space at its end, which leaves no ink.
fn inked_width(run: &GlyphRun) -> f32 {
    let blank = if run.text.ends_with(' ') { run.glyphs.last().map_or(0.0, |glyph| glyph.advance) } else { 0.0 };
    run.width() - blank
}

type Source<'a, 'b> = &'a mut Unstructured<'b>;

fn any_text(u: Source) -> Result<Text> {
    let mut runs = Vec::new();
    for _ in 0..u.int_in_range(0..=3)? {
        let mut text = String::arbitrary_short(u)?;
        let times = u.int_in_range(1..=40)?;
        if u.ratio(1, 8)? {
            text = text.repeat(times);
        }
        let style = Style { bold: u.arbitrary()?, italic: u.arbitrary()? };
        let field = if u.arbitrary()? { Some("field".to_owned()) } else { None };
        runs.push(Run { text, style, field, hole: u.ratio(1, 6)? });
    }
    Ok(Text { runs })
}

trait Short: Sized {
    fn arbitrary_short(u: Source) -> Result<Self>;
}

impl Short for String {
    fn arbitrary_short(u: Source) -> Result<String> {
        let length = u.int_in_range(0..=60)?;
        let mut text = String::new();
        for _ in 0..length {
            text.push(match u.int_in_range(0..=9)? {
                0 => ' ',
                1 => '\n',
                2 => u.arbitrary::<char>()?,
                3 => {
                    *u.choose(&['“', '”', '"', '-', '/', '\u{301}', '\u{323}', '\u{a0}', '\u{202e}', '…'])?
                }
                _ => *u.choose(&['a', 'ữ', 'Đ', 'T', 'n', 'h', 'ệ', '1', '0', '.', ',', 'I', 'W', 'ỉ'])?,
            });
        }
        Ok(text)
    }
}

fn some_text(u: Source) -> Result<Option<Text>> {
    if u.arbitrary()? { any_text(u).map(Some) } else { Ok(None) }
}

fn texts(u: Source, most: usize) -> Result<Vec<Text>> {
    (0..u.int_in_range(0..=most)?).map(|_| any_text(u)).collect()
}

fn any_align(u: Source) -> Result<Align> {
    Ok(*u.choose(&[Align::Left, Align::Center, Align::Right, Align::Justify])?)
}

fn any_table(u: Source) -> Result<Table> {
    let mut columns = Vec::new();
    let most = if u.ratio(1, 30)? { 200 } else { 5 };
    for _ in 0..u.int_in_range(0..=most)? {
        let width = if u.arbitrary()? { Width::Narrow } else { Width::Share(u.arbitrary()?) };
        columns.push(Column { head: any_text(u)?, align: any_align(u)?, width });
    }
    let mut rows = Vec::new();
    for _ in 0..u.int_in_range(0..=8)? {
        rows.push(match u.int_in_range(0..=3)? {
            0 => Row::Group(any_text(u)?),
            1 => Row::Total(texts(u, 6)?),
            _ => Row::Cells(texts(u, 6)?),
        });
    }
    Ok(Table { columns, rows })
}

fn any_closing(u: Source) -> Result<Closing> {
    let mut signatures = Vec::new();
    for _ in 0..u.int_in_range(0..=3)? {
        signatures.push(Signature {
            position: texts(u, 3)?,
            name: any_text(u)?,
            person_field: String::arbitrary_short(u)?,
            seal_field: if u.arbitrary()? { Some("Dau".into()) } else { None },
            given: some_text(u)?,
        });
    }
    Ok(Closing { distribution: texts(u, 8)?, signatures })
}

fn any_block(u: Source) -> Result<Block> {
    let levels =
        [Level::Part, Level::Chapter, Level::Division, Level::Subdivision, Level::Section, Level::Clause];
    Ok(match u.int_in_range(0..=20)? {
        0 => Block::Head(Head {
            parent: some_text(u)?,
            agency: any_text(u)?,
            number: some_text(u)?,
            place_and_date: some_text(u)?,
            summary: some_text(u)?,
        }),
        1 => Block::Title { kind: any_text(u)?, summary: any_text(u)? },
        2 => Block::Authority(any_text(u)?),
        3 => Block::Citation(any_text(u)?),
        4 => Block::Order(any_text(u)?),
        5 => Block::Addressees { lead: any_text(u)?, to: texts(u, 4)? },
        6 => Block::Heading { level: *u.choose(&levels)?, text: any_text(u)? },
        7 => Block::Article { label: any_text(u)?, text: any_text(u)? },
        8 => Block::Item(any_text(u)?),
        9 => Block::Table(any_table(u)?),
        10 => Block::AnnexHead {
            label: some_text(u)?,
            title: any_text(u)?,
            summary: some_text(u)?,
            reference: some_text(u)?,
        },
        11 => Block::Closing(any_closing(u)?),
        12 => Block::Byline(any_text(u)?),
        13 => Block::Urgency {
            urgency: *u.choose(&[Urgency::Express, Urgency::VeryUrgent, Urgency::Urgent])?,
            field: None,
        },
        14 => Block::Circulation(any_text(u)?),
        15 => Block::Drafter(any_text(u)?),
        16 => Block::Address(texts(u, 4)?),
        17 => Block::AgencyStamp(AgencyStamp { text: any_text(u)?, field: String::arbitrary_short(u)? }),
        18 => Block::Copy(CopyHead {
            form: any_text(u)?,
            agency: any_text(u)?,
            number: any_text(u)?,
            place_and_date: any_text(u)?,
        }),
        19 => Block::Below(u.arbitrary()?),
        _ => Block::Paragraph(any_text(u)?),
    })
}

fn any_rect(u: Source) -> Result<Rect> {
    Ok(Rect { x: u.arbitrary()?, y: u.arbitrary()?, width: u.arbitrary()?, height: u.arbitrary()? })
}

fn any_point(u: Source) -> Result<Point> {
    Ok(Point { x: u.arbitrary()?, y: u.arbitrary()? })
}

fn any_placed(u: Source) -> Result<Placed> {
    let color = Color { r: u.arbitrary()?, g: 0, b: 0 };
    Ok(match u.int_in_range(0..=3)? {
        0 => Placed::Frame { rect: any_rect(u)?, line_pt: u.arbitrary()?, color },
        1 => {
            let mut segments = Vec::new();
            for _ in 0..u.int_in_range(0..=5)? {
                segments.push(match u.int_in_range(0..=3)? {
                    0 => Segment::Move(any_point(u)?),
                    1 => Segment::Line(any_point(u)?),
                    2 => Segment::Curve(any_point(u)?, any_point(u)?, any_point(u)?),
                    _ => Segment::Close,
                });
            }
            let stroke = if u.arbitrary()? { Some((color, u.arbitrary()?)) } else { None };
            Placed::Path { segments, stroke, fill: if u.arbitrary()? { Some(color) } else { None } }
        }
        2 => Placed::Signature {
            rect: any_rect(u)?,
            name: String::arbitrary_short(u)?,
            tooltip: String::new(),
        },
        _ => Placed::Text(TextBox {
            rect: any_rect(u)?,
            text: any_text(u)?,
            family: *u.choose(&[FontFamily::Serif, FontFamily::Script, FontFamily::Display])?,
            bold: u.arbitrary()?,
            italic: u.arbitrary()?,
            size_pt: u.arbitrary()?,
            min_size_pt: u.arbitrary()?,
            leading: u.arbitrary()?,
            color,
            align: any_align(u)?,
            vertical: *u.choose(&[VerticalAlign::Top, VerticalAlign::Middle, VerticalAlign::Bottom])?,
            role: *u.choose(&[TextRole::Heading, TextRole::Paragraph])?,
        }),
    })
}

fn any_document(u: Source) -> Result<Document> {
    let mut sections = Vec::new();
    for _ in 0..u.int_in_range(1..=2)? {
        sections.push(if u.ratio(1, 5)? {
            let items = (0..u.int_in_range(0..=5)?).map(|_| any_placed(u)).collect::<Result<_>>()?;
            Section::Sheet(Sheet { width: u.arbitrary()?, height: u.arbitrary()?, items })
        } else {
            let orientation = if u.arbitrary()? { Orientation::Landscape } else { Orientation::Portrait };
            let blocks = (0..u.int_in_range(0..=10)?).map(|_| any_block(u)).collect::<Result<_>>()?;
            Section::Paper(Paper { orientation, blocks })
        });
    }
    let meta = Meta {
        title: String::arbitrary_short(u)?,
        author: String::arbitrary_short(u)?,
        subject: String::new(),
        created: chrono::DateTime::default(),
    };
    Ok(Document { meta, sections })
}
