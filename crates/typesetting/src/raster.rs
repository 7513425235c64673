//! A page as a picture, for thumbnails and tests: the same frames as PDF and preview, drawn in pixels.

use std::collections::HashMap;

use document::{Color, Segment};
use rustybuzz::ttf_parser::OutlineBuilder;
use tiny_skia::{FillRule, Paint, PathBuilder, Pixmap, Stroke, Transform};

use crate::fonts::{FaceId, Fonts};
use crate::frame::{GlyphRun, Page, Path, Rule, Shape};

/// Largest edge of a picture, in pixels.
const LARGEST: f32 = 8000.0;

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
    let mut canvas = Canvas {
        picture: picture.ok_or(RasterError::Size { width, height })?,
        page: Transform::from_scale(scale, scale),
        glyphs: HashMap::new(),
        fonts,
    };
    canvas.picture.fill(tiny_skia::Color::WHITE);
    for item in &page.items {
        match &item.shape {
            Shape::Glyphs(run) => canvas.run(run),
            Shape::Rule(rule) => canvas.rule(rule),
            Shape::Path(path) => canvas.path(path),
        }
    }
    Ok(canvas.picture)
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
    fn run(&mut self, run: &GlyphRun) {
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
