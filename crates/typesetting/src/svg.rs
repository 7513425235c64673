//! The preview: one page as SVG drawn from glyph outlines, so that no font need be installed.
//!
//! Runs that came from a field sit in `<g data-field="key">`; a missing fact has a `<rect class="hole">` behind it; a
//! place to sign is a `<rect class="signature" data-signature="name">`.

use std::collections::BTreeMap;
use std::fmt::Write;

use document::{Color, Point, Segment};

use crate::fonts::{FaceId, Fonts};
use crate::frame::{GlyphRun, Page, Path, Rule, Shape, SignatureField};

/// Fill behind a missing fact.
const AMBER: &str = "#ffedc2";

/// Draws one page.
pub fn svg(page: &Page, fonts: &Fonts) -> String {
    let mut body = String::new();
    let mut used: BTreeMap<(FaceId, u16), ()> = BTreeMap::new();
    for item in &page.items {
        match &item.shape {
            Shape::Glyphs(run) => draw_run(&mut body, run, fonts, &mut used),
            Shape::Rule(rule) => draw_rule(&mut body, rule),
            Shape::Path(path) => draw_path(&mut body, path),
        }
    }
    for field in &page.fields {
        draw_signature(&mut body, field);
    }
    let mut out = String::with_capacity(body.len() + used.len() * 300 + 400);
    let (width, height) = (number(page.width_pt), number(page.height_pt));
    put(
        &mut out,
        format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}pt\" height=\"{height}pt\"><defs>"
        ),
    );
    for (face, glyph) in used.keys() {
        let outline = fonts.face(*face).outline(*glyph);
        put(&mut out, format_args!("<path id=\"f{}g{glyph}\" d=\"{outline}\"/>", face.index()));
    }
    put(
        &mut out,
        format_args!("</defs><rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>{body}</svg>"),
    );
    out
}

fn draw_run(body: &mut String, run: &GlyphRun, fonts: &Fonts, used: &mut BTreeMap<(FaceId, u16), ()>) {
    let face = fonts.face(run.face);
    if run.field.is_some() || run.hole {
        body.push_str("<g");
        if let Some(field) = &run.field {
            put(body, format_args!(" data-field=\"{}\"", escaped(field)));
        }
        body.push('>');
        let bounds = run.bounds();
        let (class, fill) = if run.hole { ("hole", AMBER) } else { ("field", "transparent") };
        let [x, y, width, height] = [bounds.x, bounds.y, bounds.width, bounds.height].map(number);
        put(
            body,
            format_args!(
                "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\"/>"
            ),
        );
    }
    // Glyph places are font units inside a group that scales and turns them upright.
    let scale = run.size / face.units;
    put(
        body,
        format_args!("<g transform=\"matrix({scale} 0 0 {} {} {})\"", -scale, number(run.x), number(run.y)),
    );
    if run.color != Color::default() {
        put(body, format_args!(" fill=\"{}\"", hex(run.color)));
    }
    body.push('>');
    let mut pen = 0.0;
    for glyph in &run.glyphs {
        if !face.outline(glyph.id).is_empty() {
            used.insert((run.face, glyph.id), ());
            let x = ((pen + glyph.dx) / scale).round();
            put(body, format_args!("<use href=\"#f{}g{}\" x=\"{x}\"", run.face.index(), glyph.id));
            if glyph.dy != 0.0 {
                put(body, format_args!(" y=\"{}\"", (glyph.dy / scale).round()));
            }
            body.push_str("/>");
        }
        pen += glyph.advance;
    }
    body.push_str("</g>");
    if run.field.is_some() || run.hole {
        body.push_str("</g>");
    }
}

fn draw_rule(body: &mut String, rule: &Rule) {
    let (x0, y0, x1, y1) = (number(rule.x0), number(rule.y0), number(rule.x1), number(rule.y1));
    put(
        body,
        format_args!(
            "<path d=\"M{x0} {y0}L{x1} {y1}\" stroke=\"#000\" stroke-width=\"{}\"/>",
            rule.thickness
        ),
    );
}

fn draw_path(body: &mut String, path: &Path) {
    let mut data = String::new();
    let at = |point: &Point| format!("{} {}", number(point.x), number(point.y));
    for segment in &path.segments {
        match segment {
            Segment::Move(to) => put(&mut data, format_args!("M{}", at(to))),
            Segment::Line(to) => put(&mut data, format_args!("L{}", at(to))),
            Segment::Curve(first, second, to) => {
                put(&mut data, format_args!("C{} {} {}", at(first), at(second), at(to)));
            }
            Segment::Close => data.push('Z'),
        }
    }
    let fill = path.fill.map_or("none".to_string(), hex);
    put(body, format_args!("<path d=\"{data}\" fill=\"{fill}\""));
    if let Some((color, width)) = path.stroke {
        put(body, format_args!(" stroke=\"{}\" stroke-width=\"{}\"", hex(color), number(width)));
    }
    body.push_str("/>");
}

fn draw_signature(body: &mut String, field: &SignatureField) {
    put(
        body,
        format_args!(
            "<rect class=\"signature\" data-signature=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"none\"><title>{}</title></rect>",
            escaped(&field.name),
            number(field.x),
            number(field.y),
            number(field.width),
            number(field.height),
            escaped(&field.tooltip)
        ),
    );
}

/// Two decimals are finer than any screen.
fn number(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}

fn hex(color: Color) -> String {
    format!("#{:02x}{:02x}{:02x}", color.r, color.g, color.b)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn put(out: &mut String, arguments: std::fmt::Arguments<'_>) {
    // Writing to a String cannot fail.
    let _ = out.write_fmt(arguments);
}
