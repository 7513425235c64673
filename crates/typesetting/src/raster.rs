//! A page as a picture, for thumbnails and tests, and in strips for a printer: the same frames as PDF and preview, drawn in
//! pixels.

use std::collections::HashMap;

use document::{Color, Segment};
use rustybuzz::ttf_parser::OutlineBuilder;
use tiny_skia::{FillRule, Paint, PathBuilder, Pixmap, Stroke, Transform};

use crate::fonts::{FaceId, Fonts};
use crate::frame::{GlyphRun, Page, Path, Rule, Shape};

/// Largest edge of a picture, in pixels.
const LARGEST: f32 = 8000.0;
/// Longest edge of a page for a printer, in dots: a large sheet at 720 to the inch.
const MOST_DOTS: f32 = 32_000.0;
/// Rows that are drawn at once for a printer.
const ROWS: u32 = 256;

const POINTS_IN_INCH: f32 = 72.0;

/// Why a page could not be drawn as a picture.
#[derive(Debug, thiserror::Error)]
pub enum RasterError {
    /// The picture would have no pixel, or too many.
    #[error("a picture of {width} by {height} pixels cannot be drawn")]
    Size {
        /// Wished width.
        width: f32,
        /// Wished height.
        height: f32,
    },
    /// The picture could not be written as PNG.
    #[error("the picture could not be written: {0}")]
    Encode(#[from] png::EncodingError),
}

/// Draws one page as an opaque PNG with this many pixels to a point: 1 gives 72 to the inch.
pub fn png(page: &Page, fonts: &Fonts, scale: f32) -> Result<Vec<u8>, RasterError> {
    let picture = draw(page, fonts, scale)?;
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, picture.width(), picture.height());
    encoder.set_color(png::ColorType::Rgb);
    let opaque: Vec<u8> =
        picture.data().chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    encoder.write_header()?.write_image_data(&opaque)?;
    Ok(bytes)
}

fn draw(page: &Page, fonts: &Fonts, scale: f32) -> Result<Pixmap, RasterError> {
    let (width, height) = ((page.width_pt * scale).ceil(), (page.height_pt * scale).ceil());
    let possible = (1.0..=LARGEST).contains(&width) && (1.0..=LARGEST).contains(&height);
    let picture = if possible { Pixmap::new(width as u32, height as u32) } else { None };
    let picture = picture.ok_or(RasterError::Size { width, height })?;
    let mut canvas =
        Canvas { picture, page: Transform::from_scale(scale, scale), glyphs: HashMap::new(), fonts };
    canvas.draw(page);
    Ok(canvas.picture)
}

/// A piece of a page for a printer, which has ink in it.
#[derive(Debug)]
pub struct Strip {
    /// Dots from the left edge of the page.
    pub left: u32,
    /// Dots from the upper edge of the page.
    pub top: u32,
    /// Dots in a row.
    pub width: u32,
    /// Rows.
    pub rows: u32,
    /// Three bytes for each dot, blue, green, red; where the page has no colour but black, one bit, the highest first, set
    /// where the paper stays white. Each row is filled to a multiple of four bytes, as Windows takes pictures.
    pub bytes: Vec<u8>,
    /// Whether it has colours.
    pub colours: bool,
}

/// Draws one page with so many dots to the inch across and down, strip after strip from the top, so that a page of a
/// printer's resolution never is in memory whole. What has no ink is not handed over.
///
/// # Errors
/// An impossible size, or what `each` returns.
pub fn strips<E: From<RasterError>>(
    page: &Page,
    fonts: &Fonts,
    (across, down): (f32, f32),
    mut each: impl FnMut(&Strip) -> Result<(), E>,
) -> Result<(), E> {
    let scale = (across / POINTS_IN_INCH, down / POINTS_IN_INCH);
    let (width, height) = ((page.width_pt * scale.0).ceil(), (page.height_pt * scale.1).ceil());
    if !(1.0..=MOST_DOTS).contains(&width) || !(1.0..=MOST_DOTS).contains(&height) {
        return Err(RasterError::Size { width, height }.into());
    }
    let (width, height) = (width as u32, height as u32);
    let colours = has_colours(page);
    let picture =
        Pixmap::new(width, ROWS).ok_or(RasterError::Size { width: width as f32, height: ROWS as f32 })?;
    let mut canvas = Canvas { picture, page: Transform::identity(), glyphs: HashMap::new(), fonts };
    for top in (0..height).step_by(ROWS as usize) {
        canvas.page = Transform::from_scale(scale.0, scale.1).post_translate(0.0, -(top as f32));
        canvas.draw(page);
        let rows = ROWS.min(height - top);
        if let Some(strip) = cut(canvas.picture.data(), width, rows, top, colours) {
            each(&strip)?;
        }
    }
    Ok(())
}

/// The part of a strip that has ink.
fn cut(data: &[u8], width: u32, rows: u32, top: u32, colours: bool) -> Option<Strip> {
    const WHITE: [u8; 4] = [255; 4];
    let row_of = |row: u32| &data[(row * width * 4) as usize..((row + 1) * width * 4) as usize];
    let inked = |row: &u32| row_of(*row).chunks_exact(4).any(|dot| dot != WHITE);
    let first = (0..rows).find(inked)?;
    let last = (0..rows).rev().find(inked)?;
    let reach = (first..=last).filter_map(|row| {
        let mut dots = row_of(row).chunks_exact(4);
        let left = dots.position(|dot| dot != WHITE)?;
        let right = dots.rposition(|dot| dot != WHITE).map_or(left, |after| left + 1 + after);
        Some((left as u32, right as u32))
    });
    let (left, right) = reach.reduce(|(left, right), (l, r)| (left.min(l), right.max(r)))?;
    let mut bytes = Vec::new();
    for row in first..=last {
        let dots = row_of(row)[(left * 4) as usize..((right + 1) * 4) as usize].chunks_exact(4);
        if colours {
            bytes.extend(dots.flat_map(|dot| [dot[2], dot[1], dot[0]]));
        } else {
            // Half a dot of ink makes a dot.
            let white: Vec<bool> = dots.map(|dot| dot[0] >= 128).collect();
            bytes.extend(white.chunks(8).map(|eight| {
                eight
                    .iter()
                    .enumerate()
                    .fold(0, |byte, (place, white)| byte | u8::from(*white) << (7 - place))
            }));
        }
        bytes.resize(bytes.len().next_multiple_of(4), 0);
    }
    Some(Strip { left, top: top + first, width: right - left + 1, rows: last - first + 1, bytes, colours })
}

/// True when a page has more than black on white.
pub fn has_colours(page: &Page) -> bool {
    let colour = |color: Color| color != Color::default();
    page.items.iter().any(|item| match &item.shape {
        Shape::Glyphs(run) => colour(run.color),
        Shape::Rule(_) => false,
        Shape::Path(path) => {
            path.fill.is_some_and(colour) || path.stroke.is_some_and(|(color, _)| colour(color))
        }
    })
}

struct Canvas<'a> {
    picture: Pixmap,
    /// From points to pixels.
    page: Transform,
    /// Outlines drawn before; none for a glyph without ink.
    glyphs: HashMap<(FaceId, u16), Option<tiny_skia::Path>>,
    fonts: &'a Fonts,
}

impl Canvas<'_> {
    fn draw(&mut self, page: &Page) {
        self.picture.fill(tiny_skia::Color::WHITE);
        for item in &page.items {
            match &item.shape {
                Shape::Glyphs(run) => self.run(run),
                Shape::Rule(rule) => self.rule(rule),
                Shape::Path(path) => self.path(path),
            }
        }
    }

    /// True when nothing of a line of text can be in the picture: no letter reaches two sizes up or down.
    fn is_elsewhere(&self, run: &GlyphRun) -> bool {
        let at = |y: f32| y * self.page.sy + self.page.ty;
        at(run.y + 2.0 * run.size) < 0.0 || at(run.y - 2.0 * run.size) > self.picture.height() as f32
    }

    fn run(&mut self, run: &GlyphRun) {
        if self.is_elsewhere(run) {
            return;
        }
        let face = self.fonts.face(run.face);
        let scale = run.size / face.units;
        let paint = paint(run.color);
        let mut pen = run.x;
        for glyph in &run.glyphs {
            let outline = self.glyphs.entry((run.face, glyph.id)).or_insert_with(|| {
                let mut builder = Builder(PathBuilder::new());
                face.draw(glyph.id, &mut builder);
                builder.0.finish()
            });
            if let Some(outline) = outline {
                let place = Transform::from_row(scale, 0.0, 0.0, -scale, pen + glyph.dx, run.y - glyph.dy);
                let place = place.post_concat(self.page);
                self.picture.fill_path(outline, &paint, FillRule::Winding, place, None);
            }
            pen += glyph.advance;
        }
    }

    fn rule(&mut self, rule: &Rule) {
        let mut builder = PathBuilder::new();
        builder.move_to(rule.x0, rule.y0);
        builder.line_to(rule.x1, rule.y1);
        self.stroke(builder, Color::default(), rule.thickness);
    }

    fn path(&mut self, path: &Path) {
        let mut builder = PathBuilder::new();
        for segment in &path.segments {
            match segment {
                Segment::Move(to) => builder.move_to(to.x, to.y),
                Segment::Line(to) => builder.line_to(to.x, to.y),
                Segment::Curve(first, second, to) => {
                    builder.cubic_to(first.x, first.y, second.x, second.y, to.x, to.y);
                }
                Segment::Close => builder.close(),
            }
        }
        if let (Some(color), Some(outline)) = (path.fill, builder.clone().finish()) {
            self.picture.fill_path(&outline, &paint(color), FillRule::Winding, self.page, None);
        }
        if let Some((color, width)) = path.stroke {
            self.stroke(builder, color, width);
        }
    }

    fn stroke(&mut self, builder: PathBuilder, color: Color, width: f32) {
        if let Some(outline) = builder.finish() {
            let stroke = Stroke { width, ..Stroke::default() };
            self.picture.stroke_path(&outline, &paint(color), &stroke, self.page, None);
        }
    }
}

fn paint(color: Color) -> Paint<'static> {
    let mut paint = Paint::default();
    paint.set_color_rgba8(color.r, color.g, color.b, 255);
    paint
}

/// Collects an outline.
struct Builder(PathBuilder);

impl OutlineBuilder for Builder {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.0.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.0.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.0.close();
    }
}
