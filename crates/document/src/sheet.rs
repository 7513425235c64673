//! A certificate page: a design whose every part has its place in millimetres from the top left corner.

use crate::Text;
use serde::{Deserialize, Serialize};

/// One page with everything placed. Drawn in order, later over earlier.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// Page width.
    pub width: f32,
    /// Page height.
    pub height: f32,
    /// What is on it.
    pub items: Vec<Placed>,
}

/// Something on a sheet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Placed {
    /// A frame.
    Frame {
        /// Where.
        rect: Rect,
        /// Line width in points.
        line_pt: f32,
        /// Line colour.
        color: Color,
    },
    /// Ornament: lines and curves, stroked or filled. An artifact, not read aloud.
    Path {
        /// The outline.
        segments: Vec<Segment>,
        /// Stroke colour and width in points.
        stroke: Option<(Color, f32)>,
        /// Fill colour.
        fill: Option<Color>,
    },
    /// Text in a box.
    Text(TextBox),
    /// An empty signature field.
    Signature {
        /// Where.
        rect: Rect,
        /// Field name, unique in the document.
        name: String,
        /// Tooltip, Vietnamese.
        tooltip: String,
    },
}

/// Text set inside a box; it shrinks down to `min_size_pt` before it is reported as too long.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TextBox {
    /// Where.
    pub rect: Rect,
    /// What it says.
    pub text: Text,
    /// Which face.
    pub family: FontFamily,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// Wished size in points.
    pub size_pt: f32,
    /// Smallest size it may shrink to.
    pub min_size_pt: f32,
    /// Baseline distance as a multiple of the size.
    pub leading: f32,
    /// Colour.
    pub color: Color,
    /// Alignment across.
    pub align: Align,
    /// Alignment down.
    pub vertical: VerticalAlign,
    /// What it is when read aloud.
    pub role: TextRole,
}

/// What a text box is in the tag tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum TextRole {
    /// The page's heading.
    Heading,
    /// A paragraph.
    #[default]
    Paragraph,
}

/// Faces that the program carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, PartialOrd, Ord, Serialize, Deserialize)]
pub enum FontFamily {
    /// Times New Roman, or Liberation Serif in its place.
    #[default]
    Serif,
    /// Handwriting for names (Great Vibes).
    Script,
    /// High-contrast roman for titles (Playfair Display).
    Display,
}

/// Alignment across a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Align {
    /// Flush left.
    #[default]
    Left,
    /// Centred.
    Center,
    /// Flush right.
    Right,
    /// Both edges.
    Justify,
}

/// Alignment down a box.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum VerticalAlign {
    /// At the top.
    #[default]
    Top,
    /// In the middle.
    Middle,
    /// At the bottom.
    Bottom,
}

/// A rectangle, from the page's top left corner.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Rect {
    /// Distance from the left edge.
    pub x: f32,
    /// Distance from the top edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// A point, from the page's top left corner.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Point {
    /// Distance from the left edge.
    pub x: f32,
    /// Distance from the top edge.
    pub y: f32,
}

/// A step of an outline.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Segment {
    /// Start here.
    Move(Point),
    /// Straight to there.
    Line(Point),
    /// Cubic curve: two control points and the end.
    Curve(Point, Point, Point),
    /// Back to the start.
    Close,
}

/// sRGB colour, 0 to 255 each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Color {
    /// Red.
    pub r: u8,
    /// Green.
    pub g: u8,
    /// Blue.
    pub b: u8,
}
