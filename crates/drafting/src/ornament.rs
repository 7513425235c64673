//! Ornaments of certificates drawn as outlines: squared spirals, corner flowers, stars, stepped frames.

use document::{Color, Placed, Point, Rect, Segment};
use std::f32::consts::{FRAC_PI_2, TAU};

fn at(x: f32, y: f32) -> Point {
    Point { x, y }
}

/// A closed outline through the points.
fn polygon(points: &[Point]) -> Vec<Segment> {
    let mut segments: Vec<Segment> = points
        .iter()
        .enumerate()
        .map(|(index, point)| if index == 0 { Segment::Move(*point) } else { Segment::Line(*point) })
        .collect();
    segments.push(Segment::Close);
    segments
}

fn filled(segments: Vec<Segment>, color: Color) -> Placed {
    Placed::Path { segments, stroke: None, fill: Some(color) }
}

/// A filled rectangle.
pub(crate) fn fill(rect: Rect, color: Color) -> Placed {
    let Rect { x, y, width, height } = rect;
    filled(polygon(&[at(x, y), at(x + width, y), at(x + width, y + height), at(x, y + height)]), color)
}

/// A straight line to the right.
pub(crate) fn rule(x: f32, y: f32, width: f32, line_pt: f32, color: Color) -> Placed {
    let segments = vec![Segment::Move(at(x, y)), Segment::Line(at(x + width, y))];
    Placed::Path { segments, stroke: Some((color, line_pt)), fill: None }
}

/// A frame whose corners step inwards by `notch`.
pub(crate) fn notched(rect: Rect, notch: f32, line_pt: f32, color: Color) -> Placed {
    let Rect { x, y, width, height } = rect;
    let (right, bottom, n) = (x + width, y + height, notch);
    let points = [
        at(x + n, y),
        at(right - n, y),
        at(right - n, y + n),
        at(right, y + n),
        at(right, bottom - n),
        at(right - n, bottom - n),
        at(right - n, bottom),
        at(x + n, bottom),
        at(x + n, bottom - n),
        at(x, bottom - n),
        at(x, y + n),
        at(x + n, y + n),
    ];
    Placed::Path { segments: polygon(&points), stroke: Some((color, line_pt)), fill: None }
}

/// Squared spirals along the inside of `rect`, as many pairs as fit each side, facing its middle.
pub(crate) fn fret(rect: Rect, band: f32, corner: f32, line_pt: f32, color: Color) -> Placed {
    let mut segments = Vec::new();
    let Rect { x, y, width, height } = rect;
    // Each side: where it starts, along which way it runs, which way is inwards.
    let sides = [
        (at(x + corner, y), (1.0, 0.0), (0.0, 1.0), width - 2.0 * corner),
        (at(x + corner, y + height), (1.0, 0.0), (0.0, -1.0), width - 2.0 * corner),
        (at(x, y + corner), (0.0, 1.0), (1.0, 0.0), height - 2.0 * corner),
        (at(x + width, y + corner), (0.0, 1.0), (-1.0, 0.0), height - 2.0 * corner),
    ];
    for (start, along, inwards, length) in sides {
        side(&mut segments, start, along, inwards, length, band);
    }
    Placed::Path { segments, stroke: Some((color, line_pt)), fill: None }
}

/// A squared spiral on a grid of six by six, from its foot to its eye.
const SPIRAL: [(f32, f32); 8] =
    [(0.0, 6.0), (0.0, 0.0), (5.0, 0.0), (5.0, 4.6), (1.6, 4.6), (1.6, 1.6), (3.4, 1.6), (3.4, 3.1)];

fn side(
    segments: &mut Vec<Segment>,
    start: Point,
    along: (f32, f32),
    inwards: (f32, f32),
    length: f32,
    band: f32,
) {
    let inset = band * 0.16;
    let depth = band - 2.0 * inset;
    let pairs = ((length / 2.0) / (depth * 1.12)).floor().max(1.0);
    let cell = length / (pairs * 2.0);
    let place =
        |u: f32, v: f32| at(start.x + along.0 * u + inwards.0 * v, start.y + along.1 * u + inwards.1 * v);
    // The ground line that all spirals stand on, along the outer edge.
    segments.push(Segment::Move(place(0.0, inset)));
    segments.push(Segment::Line(place(length, inset)));
    let cells = (pairs * 2.0) as usize;
    for index in 0..cells {
        let mirrored = index % 2 == 1;
        for (step, (u, v)) in SPIRAL.iter().enumerate() {
            let u = if mirrored { 6.0 - u } else { *u };
            let along_side = (index as f32 + u / 6.0) * cell;
            let point = place(along_side, inset + depth * (6.0 - v) / 6.0);
            segments.push(if step == 0 { Segment::Move(point) } else { Segment::Line(point) });
        }
    }
}

/// A flower of eight petals in each corner.
pub(crate) fn corners(rect: Rect, size: f32, petal: Color, heart: Color) -> Vec<Placed> {
    let half = size / 2.0;
    let (left, right) = (rect.x + half, rect.x + rect.width - half);
    let (top, bottom) = (rect.y + half, rect.y + rect.height - half);
    [at(left, top), at(right, top), at(left, bottom), at(right, bottom)]
        .into_iter()
        .flat_map(|center| flower(center, half * 0.82, petal, heart))
        .collect()
}

fn flower(center: Point, radius: f32, petal: Color, heart: Color) -> Vec<Placed> {
    let polar =
        |angle: f32, distance: f32| at(center.x + angle.cos() * distance, center.y + angle.sin() * distance);
    let ring = |count: usize, reach: f32, spread: f32, turn: f32, color: Color| {
        let mut segments = Vec::new();
        for index in 0..count {
            let angle = turn + TAU * index as f32 / count as f32;
            segments.push(Segment::Move(center));
            segments.push(Segment::Curve(
                polar(angle - spread, reach * 0.55),
                polar(angle - spread * 0.5, reach * 0.95),
                polar(angle, reach),
            ));
            segments.push(Segment::Curve(
                polar(angle + spread * 0.5, reach * 0.95),
                polar(angle + spread, reach * 0.55),
                center,
            ));
            segments.push(Segment::Close);
        }
        filled(segments, color)
    };
    vec![
        ring(8, radius, 0.52, TAU / 16.0, petal),
        ring(8, radius * 0.74, 0.42, 0.0, heart),
        circle(center, radius * 0.2, petal),
    ]
}

fn circle(center: Point, radius: f32, color: Color) -> Placed {
    // The usual cubic approximation of a quarter circle.
    let k = radius * 0.552_284_8;
    let Point { x, y } = center;
    filled(
        vec![
            Segment::Move(at(x + radius, y)),
            Segment::Curve(at(x + radius, y + k), at(x + k, y + radius), at(x, y + radius)),
            Segment::Curve(at(x - k, y + radius), at(x - radius, y + k), at(x - radius, y)),
            Segment::Curve(at(x - radius, y - k), at(x - k, y - radius), at(x, y - radius)),
            Segment::Curve(at(x + k, y - radius), at(x + radius, y - k), at(x + radius, y)),
            Segment::Close,
        ],
        color,
    )
}

/// A five-pointed star, and rays around it.
pub(crate) fn star(center: Point, radius: f32, rays: usize, color: Color, ray_color: Color) -> Vec<Placed> {
    let polar =
        |angle: f32, distance: f32| at(center.x + angle.cos() * distance, center.y + angle.sin() * distance);
    let star_radius = radius * 0.5;
    let mut segments = Vec::new();
    for index in 0..rays {
        let angle = -FRAC_PI_2 + TAU * index as f32 / rays as f32;
        let half = TAU / rays as f32 * 0.26;
        segments.extend(polygon(&[
            polar(angle - half, star_radius * 1.08),
            polar(angle - half * 0.8, radius),
            polar(angle + half * 0.8, radius),
            polar(angle + half, star_radius * 1.08),
        ]));
    }
    let points: Vec<Point> = (0..10)
        .map(|index| {
            let reach = if index % 2 == 0 { star_radius } else { star_radius * 0.382 };
            polar(-FRAC_PI_2 + TAU * index as f32 / 10.0, reach)
        })
        .collect();
    vec![filled(segments, ray_color), filled(polygon(&points), color)]
}
