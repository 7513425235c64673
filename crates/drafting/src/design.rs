//! Certificate designs as data: every part with its place in millimetres.

/// A certificate design.
#[derive(Debug, Clone, PartialEq)]
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
}

/// All designs.
pub fn designs() -> &'static [Design] {
    &[]
}
