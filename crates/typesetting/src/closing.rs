//! The foot of a paper: distribution list, positions, room for signatures, names, and the empty signature fields
//! (PL I.I.II.7 to 9, cells 7a to 9b).
//!
//! Positions, room and names are one slab with what stands beside them, so they are never split; a list that is longer
//! than the signature goes on below it, line by line. Not here: keeping the block with the body (`blocks`).

use std::collections::HashMap;

use document::{Align, Closing, Signature, Text};

use crate::blocks::Setting;
use crate::compose::Composition;
use crate::flow::{Area, Keep, Slab};
use crate::form::MM;
use crate::frame::{Role, Shape, SignatureField, TagId};
use crate::lines::natural_width;

const LEAD: &str = "Nơi nhận:";
/// Space above the block, in points.
const GAP: f32 = 12.0;
/// Space kept between a signature field and the lines around it, in points.
const CLEAR: f32 = 3.0;

/// Part of the text width.
#[derive(Debug, Clone, Copy)]
struct Column {
    x: f32,
    width: f32,
}

impl Composition<'_> {
    /// Appends the closing block to `out`, the drafter's mark (12) at the end of its list.
    pub(crate) fn closing(
        &mut self,
        closing: &Closing,
        drafter: Option<&Text>,
        area: Area,
        out: &mut Vec<Slab>,
    ) {
        let half = area.width / 2.0;
        let left = Column { x: area.left, width: half - 6.0 };
        let right = Column { x: area.left + half, width: half };
        let mut block = Slab { space_before: GAP, ..Slab::default() };
        let below = match closing.signatures.as_slice() {
            [] => self.distribution(&closing.distribution, drafter, left, area),
            [only] => {
                let list = self.distribution(&closing.distribution, drafter, left, area);
                let signature = self.signature(only, right, area);
                let (beside, mut below) = part(list, height_of(&signature));
                let end = stack_into(&mut block, beside, 0.0);
                stack_into(&mut block, signature, 0.0);
                // The list goes on where it stopped, beside the foot of the signature.
                below.iter_mut().take(1).for_each(|next| next.space_before += end - block.height);
                self.read_later(&mut below);
                below
            }
            several => {
                let width = area.width / several.len() as f32;
                let column = |index: usize| Column { x: area.left + width * index as f32, width };
                let signatures = several.iter().enumerate();
                let mut set: Vec<Vec<Slab>> = signatures
                    .map(|(index, signature)| self.signature(signature, column(index), area))
                    .collect();
                let tallest = set.iter().map(|slabs| height_of(slabs)).fold(0.0, f32::max);
                for slabs in &mut set {
                    // All names stand at one height, below the longest position.
                    let spare = tallest - height_of(slabs);
                    for room in slabs.iter_mut().filter(|slab| !slab.fields.is_empty()) {
                        room.shift(spare / 2.0);
                        room.height += spare;
                    }
                }
                set.into_iter().for_each(|slabs| {
                    stack_into(&mut block, slabs, 0.0);
                });
                let mut list = self.distribution(&closing.distribution, drafter, left, area);
                list.iter_mut().take(1).for_each(|first| first.space_before = GAP);
                list
            }
        };
        // The list stays with the signature unless both are taller than a page; then its first lines still do.
        let from = out.len();
        out.extend((block.height > 0.0).then_some(block));
        out.extend(below.into_iter().map(|line| Slab { lines: 0, ..line }));
        if let [first, ..] = &mut out[from..] {
            first.space_before = GAP;
        }
        let count = out.len() - from;
        for (index, slab) in out[from..].iter_mut().enumerate() {
            slab.keep = match index + 1 {
                next if next == count => Keep::Free,
                1 | 2 => Keep::Must,
                _ => Keep::Rather,
            };
        }
    }

    /// Gives what is set after the signature tags after the signature's: it is read where it is drawn.
    fn read_later(&mut self, slabs: &mut [Slab]) {
        let mut list = None;
        let mut later: HashMap<TagId, TagId> = HashMap::new();
        for item in slabs.iter_mut().flat_map(|slab| &mut slab.items) {
            let Some(tag) = item.tag else { continue };
            let again = later.entry(tag).or_insert_with(|| match self.role_of(tag) {
                Role::EntryBody => {
                    let list = *list.get_or_insert_with(|| self.tag(Role::List, None));
                    let entry = self.tag(Role::Entry, Some(list));
                    self.tag(Role::EntryBody, Some(entry))
                }
                role => self.tag(role, None),
            });
            item.tag = Some(*again);
        }
    }

    fn distribution(
        &mut self,
        entries: &[Text],
        drafter: Option<&Text>,
        column: Column,
        area: Area,
    ) -> Vec<Slab> {
        let mut slabs = Vec::new();
        let looks = self.form.looks.clone();
        let setting = self.plain(column, Align::Left, area);
        let dash = self.spans(&Text::plain("- "), looks.distribution);
        let hanging = Setting { rest_indent: natural_width(&dash, self.fonts), ..setting };
        if !entries.is_empty() {
            self.text(&Text::plain(LEAD), looks.distribution_lead, setting, &mut slabs);
        }
        let list = self.tag(Role::List, None);
        for entry in entries {
            let setting = Setting { list: Some(list), ..hanging };
            self.text(entry, looks.distribution, setting, &mut slabs);
        }
        if let Some(drafter) = drafter {
            self.text(drafter, looks.drafter, setting, &mut slabs);
        }
        slabs
    }

    /// Position, room to sign with its fields, name.
    fn signature(&mut self, signature: &Signature, column: Column, area: Area) -> Vec<Slab> {
        let looks = self.form.looks.clone();
        let setting = Setting { balanced: true, ..self.plain(column, Align::Center, area) };
        let mut slabs = Vec::new();
        for line in &signature.position {
            self.text(line, looks.position, setting, &mut slabs);
        }
        slabs.push(match &signature.given {
            Some(given) => self.room_with(given, column, area),
            None => self.signature_room(signature, column),
        });
        self.text(&signature.name, looks.signer, setting, &mut slabs);
        slabs
    }

    /// The room between position and name: the person's field in its middle, the seal's over the left third of it
    /// (PL I.I.II.7.d, 8.a).
    fn signature_room(&mut self, signature: &Signature, column: Column) -> Slab {
        let height = self.form.signature_room * MM;
        let width = (self.form.signature_width * MM).min(column.width);
        let person = SignatureField {
            name: signature.person_field.clone(),
            tooltip: format!("Chữ ký số của {}", signer(signature)),
            x: column.x + (column.width - width) / 2.0,
            y: CLEAR,
            width,
            height: height - CLEAR * 2.0,
            tag: self.tag(Role::Form, None),
        };
        let mut fields = vec![person];
        if let (Some(name), [person, ..]) = (&signature.seal_field, fields.as_slice()) {
            let size = self.form.seal_size * MM;
            // Its right edge lies a third into the person's field; it may not leave the paper on the left.
            let x = (person.x + person.width / 3.0 - size).max(5.0 * MM);
            let seal = SignatureField {
                name: name.clone(),
                tooltip: "Chữ ký số (dấu) của cơ quan, tổ chức".into(),
                x,
                y: (height - size) / 2.0,
                width: size,
                height: size,
                tag: self.tag(Role::Form, None),
            };
            fields.push(seal);
        }
        Slab { height, fields, ..Slab::default() }
    }

    /// The room where the copied paper was signed, with what is written there in its middle.
    fn room_with(&mut self, given: &Text, column: Column, area: Area) -> Slab {
        let height = self.form.signature_room * MM;
        let mut lines = Vec::new();
        let setting = Setting { balanced: true, ..self.plain(column, Align::Center, area) };
        self.text(given, self.form.looks.body, setting, &mut lines);
        let written: f32 = lines.iter().map(|slab| slab.height).sum();
        let mut room = Slab { height, ..Slab::default() };
        stack_into(&mut room, lines, ((height - written) / 2.0).max(0.0));
        room
    }

    fn plain(&self, column: Column, align: Align, area: Area) -> Setting {
        Setting {
            x: column.x,
            width: column.width,
            align,
            space_before: 0.0,
            first_indent: 0.0,
            spacing: 1.0,
            ..self.running(area)
        }
    }
}

/// Who signs, for the tooltip: the name, or the position while the name is unknown.
fn signer(signature: &Signature) -> String {
    // A further position (7b) stands on the lines before the name.
    let name = signature.name.to_plain();
    if let Some(name) = name.trim().lines().last() {
        return name.trim().to_string();
    }
    let position: Vec<String> = signature.position.iter().map(Text::to_plain).collect();
    if position.is_empty() { "người có thẩm quyền".into() } else { position.join(" ") }
}

fn height_of(slabs: &[Slab]) -> f32 {
    slabs.iter().map(|slab| slab.space_before + slab.height).sum()
}

/// The slabs that fit into this height, and those that do not; an entry of several lines stays whole.
fn part(mut slabs: Vec<Slab>, height: f32) -> (Vec<Slab>, Vec<Slab>) {
    let entry = |at: usize| slabs.get(at).and_then(|slab| slab.items.first()).and_then(|item| item.tag);
    let inside = |at: usize| at > 0 && entry(at).is_some() && entry(at) == entry(at - 1);
    let mut counts = (0..=slabs.len()).rev().filter(|count| !inside(*count));
    let fits = counts.find(|count| height_of(&slabs[..*count]) <= height);
    let below = slabs.split_off(fits.unwrap_or(0));
    (slabs, below)
}

/// Puts slabs one below the other into `block` from `y` down; where they end.
pub(crate) fn stack_into(block: &mut Slab, slabs: Vec<Slab>, mut y: f32) -> f32 {
    for slab in slabs {
        y += slab.space_before;
        block.items.extend(slab.items.into_iter().map(|mut item| {
            Shape::shift(&mut item.shape, 0.0, y);
            item
        }));
        block.fields.extend(slab.fields.into_iter().map(|field| SignatureField { y: field.y + y, ..field }));
        y += slab.height;
    }
    block.height = block.height.max(y);
    y
}
