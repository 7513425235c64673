//! Certificate designs as data: every part with its place in millimetres. Embedded, read once.

use crate::expression::Pattern;
use document::{Align, Color, FontFamily, Rect, TextRole, VerticalAlign};
use serde::{Deserialize, Deserializer};
use std::sync::LazyLock;

/// A certificate design.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Design {
    /// Stable identifier, `commendation-a4`.
    pub id: String,
    /// Vietnamese name.
    pub name: String,
    /// English name.
    pub name_en: String,
    /// Page width in millimetres.
    pub width: f32,
    /// Page height in millimetres.
    pub height: f32,
    /// What the officer should check because no primary source was found, in Vietnamese.
    #[serde(default)]
    pub unverified: Vec<String>,
    /// What is on it.
    #[serde(rename = "item")]
    pub(crate) items: Vec<Item>,
}

/// A part of a design.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) enum Item {
    /// A filled area.
    Fill {
        #[serde(deserialize_with = "rect")]
        rect: Rect,
        #[serde(deserialize_with = "color")]
        color: Color,
    },
    /// A frame.
    Frame {
        #[serde(deserialize_with = "rect")]
        rect: Rect,
        line_pt: f32,
        #[serde(deserialize_with = "color")]
        color: Color,
    },
    /// A frame whose corners step inwards.
    NotchedFrame {
        #[serde(deserialize_with = "rect")]
        rect: Rect,
        notch: f32,
        line_pt: f32,
        #[serde(deserialize_with = "color")]
        color: Color,
    },
    /// A band of squared spirals (hồi văn) along the inside of `rect`, corners left free.
    Fret {
        #[serde(deserialize_with = "rect")]
        rect: Rect,
        /// Height of the band.
        band: f32,
        /// Length left free at both ends of each side.
        corner: f32,
        line_pt: f32,
        #[serde(deserialize_with = "color")]
        color: Color,
    },
    /// A flower in each corner of `rect`.
    Corners {
        #[serde(deserialize_with = "rect")]
        rect: Rect,
        /// Side of a corner's square.
        size: f32,
        #[serde(deserialize_with = "color")]
        petal: Color,
        #[serde(deserialize_with = "color")]
        heart: Color,
    },
    /// A pale star with rays behind the text.
    Star {
        x: f32,
        y: f32,
        radius: f32,
        rays: usize,
        #[serde(deserialize_with = "color")]
        color: Color,
        #[serde(deserialize_with = "color")]
        ray_color: Color,
    },
    /// A straight line.
    Rule {
        x: f32,
        y: f32,
        width: f32,
        line_pt: f32,
        #[serde(deserialize_with = "color")]
        color: Color,
    },
    /// Text in a box. A part whose text is empty is left out.
    Text(TextItem),
    /// The empty signature field of the page.
    Signature {
        #[serde(deserialize_with = "rect")]
        rect: Rect,
    },
    /// The empty field for the agency's seal, over the left third of the signature.
    Seal {
        #[serde(deserialize_with = "rect")]
        rect: Rect,
    },
}

/// Text in a box.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TextItem {
    #[serde(deserialize_with = "rect")]
    pub(crate) rect: Rect,
    #[serde(deserialize_with = "pattern")]
    pub(crate) text: Pattern,
    #[serde(default)]
    pub(crate) family: FontFamilyName,
    #[serde(default)]
    pub(crate) bold: bool,
    #[serde(default)]
    pub(crate) italic: bool,
    pub(crate) size_pt: f32,
    pub(crate) min_size_pt: f32,
    #[serde(default = "leading")]
    pub(crate) leading: f32,
    #[serde(deserialize_with = "color")]
    pub(crate) color: Color,
    #[serde(default)]
    pub(crate) align: AlignName,
    #[serde(default)]
    pub(crate) vertical: VerticalName,
    #[serde(default)]
    pub(crate) heading: bool,
}

fn leading() -> f32 {
    1.2
}

macro_rules! names {
    ($name:ident => $target:ident { $($variant:ident),* }, $default:ident) => {
        /// As written in designs.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub(crate) enum $name { $($variant),* }

        impl Default for $name {
            fn default() -> Self { Self::$default }
        }

        impl From<$name> for $target {
            fn from(name: $name) -> Self {
                match name { $($name::$variant => $target::$variant),* }
            }
        }
    };
}

names!(FontFamilyName => FontFamily { Serif, Script, Display }, Serif);
names!(AlignName => Align { Left, Center, Right, Justify }, Center);
names!(VerticalName => VerticalAlign { Top, Middle, Bottom }, Middle);

impl TextItem {
    pub(crate) fn role(&self) -> TextRole {
        if self.heading { TextRole::Heading } else { TextRole::Paragraph }
    }
}

/// `[x, y, width, height]` in millimetres.
fn rect<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Rect, D::Error> {
    let [x, y, width, height] = <[f32; 4]>::deserialize(deserializer)?;
    Ok(Rect { x, y, width, height })
}

/// `#b3261e`.
fn color<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Color, D::Error> {
    let source = String::deserialize(deserializer)?;
    let wrong = || serde::de::Error::custom(format!("not a colour: {source}"));
    let digits = source.strip_prefix('#').filter(|digits| digits.len() == 6).ok_or_else(wrong)?;
    let value = u32::from_str_radix(digits, 16).map_err(|_| wrong())?;
    let [_, r, g, b] = value.to_be_bytes();
    Ok(Color { r, g, b })
}

fn pattern<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Pattern, D::Error> {
    let source = String::deserialize(deserializer)?;
    Pattern::parse(source.trim_end()).map_err(serde::de::Error::custom)
}

pub(crate) const SOURCES: &[(&str, &str)] =
    &[("commendation-a4", include_str!("../../../assets/designs/commendation-a4.toml"))];

static DESIGNS: LazyLock<Vec<Design>> =
    LazyLock::new(|| SOURCES.iter().filter_map(|(_, source)| toml::from_str(source).ok()).collect());

/// All designs. Tests hold that every embedded file can be read.
pub fn designs() -> &'static [Design] {
    &DESIGNS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::expression::Evaluator;

    #[test]
    fn every_design_reads_and_stays_on_its_page() {
        for (name, source) in SOURCES {
            let design: Design = toml::from_str(source).unwrap_or_else(|error| panic!("{name}: {error}"));
            assert_eq!(&design.id, name);
            for item in &design.items {
                let rect = match item {
                    Item::Text(text) => {
                        for expression in text.text.expressions() {
                            Evaluator::new()
                                .check(expression)
                                .unwrap_or_else(|e| panic!("{name}: {expression}: {e}"));
                        }
                        text.rect
                    }
                    Item::Fill { rect, .. }
                    | Item::Frame { rect, .. }
                    | Item::NotchedFrame { rect, .. }
                    | Item::Fret { rect, .. }
                    | Item::Corners { rect, .. }
                    | Item::Signature { rect }
                    | Item::Seal { rect } => *rect,
                    Item::Star { x, y, radius, .. } => {
                        Rect { x: x - radius, y: y - radius, width: radius * 2.0, height: radius * 2.0 }
                    }
                    Item::Rule { x, y, width, .. } => Rect { x: *x, y: *y, width: *width, height: 0.0 },
                };
                assert!(rect.x >= 0.0 && rect.x + rect.width <= design.width, "{name}: {rect:?}");
                assert!(rect.y >= 0.0 && rect.y + rect.height <= design.height, "{name}: {rect:?}");
            }
        }
        assert_eq!(designs().len(), SOURCES.len());
    }
}
