//! What was worked out before: paragraphs, so that a keystroke sets only the one that changed, and subsets of faces, so
//! that certificates in files of their own share them.
//!
//! What is remembered is found by everything that decides how it looks; nothing here can change a document.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::blocks::Setting;
use crate::clean::Span;
use crate::fonts::FaceId;
use crate::frame::Item;
use crate::pdf::{PdfError, Subset};

/// Paragraphs remembered before all are forgotten: more than a report of a hundred pages holds.
const REMEMBERED: usize = 2_000;
/// Subsets remembered before all are forgotten: a few megabytes.
const REMEMBERED_SUBSETS: usize = 100;
/// Texts shorter than this, in bytes, are set as fast as they are looked up.
const SHORT: usize = 60;

/// The lines of a paragraph, one below the other from 0; without tags.
pub(crate) type SetLines = Arc<[Vec<Item>]>;

/// What has been set with one set of faces.
#[derive(Default)]
pub(crate) struct Memory {
    paragraphs: Mutex<HashMap<Vec<u8>, SetLines>>,
    subsets: Mutex<HashMap<(FaceId, Vec<u16>), Arc<Subset>>>,
}

impl Memory {
    /// The lines remembered under `key`, or those that `set` gives, remembered from now on.
    pub(crate) fn recall(&self, key: Option<Vec<u8>>, set: impl FnOnce() -> SetLines) -> SetLines {
        let Some(key) = key else { return set() };
        let known = self.paragraphs.lock().unwrap_or_else(PoisonError::into_inner).get(&key).map(Arc::clone);
        known.unwrap_or_else(|| {
            let lines = set();
            let mut paragraphs = self.paragraphs.lock().unwrap_or_else(PoisonError::into_inner);
            if paragraphs.len() >= REMEMBERED {
                paragraphs.clear();
            }
            paragraphs.insert(key, Arc::clone(&lines));
            lines
        })
    }

    /// The subset remembered for these glyphs of a face, or the one that `cut` gives, remembered from now on.
    pub(crate) fn subset(
        &self,
        face: FaceId,
        glyphs: &[u16],
        cut: impl FnOnce() -> Result<Subset, PdfError>,
    ) -> Result<Arc<Subset>, PdfError> {
        let key = (face, glyphs.to_vec());
        let subsets = || self.subsets.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = subsets().get(&key) {
            return Ok(Arc::clone(known));
        }
        let subset = Arc::new(cut()?);
        let mut subsets = subsets();
        if subsets.len() >= REMEMBERED_SUBSETS {
            subsets.clear();
        }
        subsets.insert(key, Arc::clone(&subset));
        Ok(subset)
    }
}

/// Everything that decides how spans are set; none for a text that is not worth remembering.
pub(crate) fn key(spans: &[Span], setting: &Setting) -> Option<Vec<u8>> {
    let length: usize = spans.iter().map(|span| span.text.len()).sum();
    if length < SHORT {
        return None;
    }
    let mut key = Vec::with_capacity(length + spans.len() * 32 + 32);
    let numbers = [setting.x, setting.width, setting.first_indent, setting.rest_indent, setting.spacing];
    numbers.iter().for_each(|number| key.extend(number.to_bits().to_le_bytes()));
    key.extend([setting.align as u8, u8::from(setting.balanced)]);
    for span in spans {
        key.push(u8::try_from(span.face.index()).unwrap_or(u8::MAX));
        key.extend(span.size.to_bits().to_le_bytes());
        key.extend([
            span.color.r,
            span.color.g,
            span.color.b,
            u8::from(span.hole),
            u8::from(span.field.is_some()),
        ]);
        for text in [span.field.as_deref().unwrap_or(""), &span.text] {
            key.extend(text.len().to_le_bytes());
            key.extend(text.as_bytes());
        }
    }
    Some(key)
}
