//! Where the empty signature fields are.

use document::{Block, Placed, Rect, Section, Sheet};
use typesetting::SignatureField;

use crate::reading::{MM, find, laid_out};
use crate::samples::{certificate, closing, decision, document, letter, minutes, paper, t, vote};

fn middle(field: &SignatureField) -> (f32, f32) {
    (field.x + field.width / 2.0, field.y + field.height / 2.0)
}

#[test]
fn the_person_signs_between_position_and_name() {
    let layout = laid_out(&decision(3));
    let (page, name) = find(&layout, "Nguyễn Hoàng Nam");
    let position = crate::reading::content(&layout.pages[page])
        .into_iter()
        .find(|line| line.text == "GIÁM ĐỐC")
        .expect("the position is set");
    let person = &layout.pages[page].fields[0];
    assert_eq!(person.name, "ChuKyNguoiKy", "the field has the name it was given");
    assert_eq!(person.tooltip, "Chữ ký số của Nguyễn Hoàng Nam", "the tooltip names the signer");
    assert!(
        person.y > position.y && person.y + person.height < name.y - name.size * 0.7,
        "it covers neither line"
    );
    let (x, _) = middle(person);
    assert!((x - (name.x + name.right) / 2.0).abs() < 0.2, "it is centred over the name");
    assert!(person.height > 25.0 * MM, "a signature fits");
}

#[test]
fn the_seal_covers_the_left_third_of_the_signature() {
    let layout = laid_out(&decision(3));
    let page = layout.pages.iter().find(|page| !page.fields.is_empty()).expect("there are fields");
    let [person, seal] = page.fields.as_slice() else { panic!("there are two fields") };
    let overlap = seal.x + seal.width - person.x;
    assert!((overlap / person.width - 1.0 / 3.0).abs() < 0.01, "the seal reaches a third into the signature");
    assert!((middle(seal).1 - middle(person).1).abs() < 0.5, "at the same height");
    assert!((seal.width - 36.0 * MM).abs() < 0.1, "in the size of a real seal");
}

#[test]
fn minutes_have_a_field_for_each_signer() {
    let layout = laid_out(&minutes());
    let names: Vec<&str> =
        layout.pages.iter().flat_map(|page| &page.fields).map(|field| field.name.as_str()).collect();
    assert_eq!(names, ["ChuKyThuKy", "ChuKyChuToa", "DauCoQuan"], "secretary, chair, seal");
}

#[test]
fn names_of_several_signers_stand_at_one_height_below_the_longest_position() {
    let layout = laid_out(&vote());
    let (page, longest) = find(&layout, "KIỂM PHIẾU");
    assert_eq!(page, 0, "the paper has one page");
    let (_, position) = crate::reading::content(&layout.pages[0])
        .into_iter()
        .filter(|line| line.text.contains("KIỂM PHIẾU"))
        .map(|line| (line.size, line.y))
        .max_by(|one, other| one.1.total_cmp(&other.1))
        .unwrap_or((longest.size, longest.y));
    let names = ["Lê Thị Hồng", "Nguyễn Hoàng Nam"].map(|name| find(&layout, name).1.y);
    assert!((names[0] - names[1]).abs() < 0.01, "the names stand on one line: {names:?}");
    assert!(names[0] - position > 30.0 * MM, "there is room to sign below the position of two lines");
    for field in &layout.pages[0].fields {
        assert!(field.y + field.height < names[0], "no field covers a name");
    }
}

#[test]
fn a_further_position_stands_right_above_the_name() {
    let layout = laid_out(&letter());
    let (_, name) = find(&layout, "Nguyễn Hoàng Nam");
    let (_, further) = find(&layout, "GIÁM ĐỐC SỞ TƯ PHÁP");
    let person = &layout.pages[0].fields[0];
    assert!(person.y + person.height < further.y - further.size * 0.7, "it stands below the signature (7b)");
    assert!(name.y - further.y < further.size * 1.3, "right above the name");
    assert_eq!(person.tooltip, "Chữ ký số của Nguyễn Hoàng Nam", "the tooltip names the person alone");
}

#[test]
fn two_fields_of_one_name_are_told_apart() {
    let mut twice = closing();
    twice.signatures.push(twice.signatures[0].clone());
    let layout = laid_out(&paper(vec![Block::Paragraph(t("Nội dung.")), Block::Closing(twice)]));
    let mut names: Vec<&str> =
        layout.pages.iter().flat_map(|page| &page.fields).map(|field| field.name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(
        names,
        ["ChuKyNguoiKy", "ChuKyNguoiKy2", "DauCoQuan", "DauCoQuan2"],
        "every field can be signed"
    );
    assert!(layout.diagnostics.iter().any(|found| found.code == "signature-name"), "and the officer is told");
}

#[test]
fn a_certificate_has_its_field_where_the_design_puts_it() {
    let layout = laid_out(&document(vec![certificate(7, "Lê Văn Ước")]));
    let field = &layout.pages[0].fields[0];
    assert_eq!(field.name, "ChuKyNguoiKy7", "as designed");
    assert!((field.x - 190.0 * MM).abs() < 0.01 && (field.y - 157.0 * MM).abs() < 0.01, "in millimetres");
}

#[test]
fn a_name_that_pdf_cannot_hold_is_mended() {
    let rect = Rect { x: 10.0, y: 10.0, width: 20.0, height: 10.0 };
    let signature = |name: &str| Placed::Signature { rect, name: name.into(), tooltip: String::new() };
    let items = vec![signature("a.b"), signature(" ")];
    let layout = laid_out(&document(vec![Section::Sheet(Sheet { width: 100.0, height: 100.0, items })]));
    let names: Vec<&str> = layout.pages[0].fields.iter().map(|field| field.name.as_str()).collect();
    assert_eq!(names, ["a_b", "ChuKy"], "a full stop parts levels, an empty name is none");
}
