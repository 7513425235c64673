//! What a printer gets is the page of the preview and the PDF, in its true size, dot by dot.

use document::Section;
use typesetting::{Fonts, Page, RasterError, Shape, Strip, strips};

use crate::reading::laid_out;
use crate::samples::{certificate, decision, document};

/// The edge of a dot is drawn in quarters; one of them may fall otherwise in a strip than in the whole.
const A_QUARTER: u8 = 66;

/// A page put together from its strips: red, green, blue of every dot; black or white where it has no colours.
struct Printed {
    width: usize,
    dots: Vec<[u8; 3]>,
    bytes: usize,
}

fn printed(page: &Page, across: f32, down: f32) -> Printed {
    let side = |points: f32, dots: f32| (points / 72.0 * dots).ceil() as usize;
    let (width, height) = (side(page.width_pt, across), side(page.height_pt, down));
    let mut whole = Printed { width, dots: vec![[255; 3]; width * height], bytes: 0 };
    let mut next = 0;
    let put = |strip: &Strip| {
        assert!(strip.top >= next, "from the top, none over another");
        next = strip.top + strip.rows;
        let (columns, rows) = (strip.width as usize, strip.rows as usize);
        let row = (columns * if strip.colours { 24 } else { 1 }).div_ceil(32) * 4;
        assert_eq!(strip.bytes.len(), row * rows, "rows are filled to four bytes");
        for (index, bytes) in strip.bytes.chunks(row).enumerate() {
            for column in 0..columns {
                let dot = match strip.colours {
                    true => [bytes[column * 3 + 2], bytes[column * 3 + 1], bytes[column * 3]],
                    false if bytes[column / 8] & (128 >> (column % 8)) == 0 => [0; 3],
                    false => [255; 3],
                };
                whole.dots[(strip.top as usize + index) * width + strip.left as usize + column] = dot;
            }
        }
        whole.bytes += strip.bytes.len();
        Ok::<(), RasterError>(())
    };
    strips(page, &Fonts::bundled(), (across, down), put).expect("drawn");
    whole
}

fn picture(page: &Page, dots: f32) -> Vec<[u8; 3]> {
    let bytes = typesetting::png(page, &Fonts::bundled(), dots / 72.0).expect("a picture");
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().expect("a PNG");
    let mut data = vec![0; reader.output_buffer_size().expect("a size")];
    reader.next_frame(&mut data).expect("whole");
    data.chunks_exact(3).map(|dot| [dot[0], dot[1], dot[2]]).collect()
}

#[test]
fn strips_make_up_the_page_of_the_picture() {
    let page = &laid_out(&decision(3)).pages[0];
    let whole = printed(page, 100.0, 100.0);
    let grey = picture(page, 100.0);
    let wrong = grey.iter().zip(&whole.dots).filter(|(grey, dot)| {
        // Half a dot of ink may fall on either side.
        grey[0].abs_diff(128) > A_QUARTER && **dot != if grey[0] >= 128 { [255; 3] } else { [0; 3] }
    });
    assert_eq!(wrong.count(), 0, "black on white, nothing lost between strips");
    let sheet = &laid_out(&document(vec![certificate(1, "Nguyễn Thị Ánh Tuyết")])).pages[0];
    let coloured = printed(sheet, 150.0, 150.0);
    let same = coloured.dots.iter().zip(picture(sheet, 150.0));
    let differ =
        same.filter(|(one, other)| (0..3).any(|part| one[part].abs_diff(other[part]) > A_QUARTER)).count();
    assert_eq!(differ, 0, "with its colours");
}

#[test]
fn dots_stand_where_the_page_says_to_a_dot() {
    let page = &laid_out(&decision(3)).pages[0];
    let rules: Vec<_> = page
        .items
        .iter()
        .filter_map(|item| match &item.shape {
            Shape::Rule(rule) if rule.y0 == rule.y1 => Some(rule),
            _ => None,
        })
        .collect();
    assert!(!rules.is_empty(), "the lines under the motto and the agency");
    for (across, down) in [(300.0, 300.0), (300.0, 150.0)] {
        let whole = printed(page, across, down);
        for rule in &rules {
            let y = (rule.y0 / 72.0 * down) as usize;
            let row = &whole.dots[y * whole.width..(y + 1) * whole.width];
            let x = [rule.x0, rule.x1].map(|x| (x / 72.0 * across).round() as usize);
            assert!(row[x[0] + 2..x[1] - 2].iter().all(|dot| *dot == [0; 3]), "the line is drawn");
            let outside = [x[0] - 2, x[1] + 2].map(|at| row[at]);
            assert_eq!(outside, [[255; 3]; 2], "and begins and ends within two dots of its place");
        }
    }
}

#[test]
fn a_black_page_is_small_on_its_way_to_the_printer() {
    let page = &laid_out(&decision(3)).pages[0];
    let bytes = printed(page, 300.0, 300.0).bytes;
    assert!(bytes < 1_120_000, "a bit for a dot, not three bytes: {bytes}");
    let Section::Sheet(mut blank) = certificate(1, "Lê Ước") else { panic!("a sheet") };
    blank.items.clear();
    let empty = laid_out(&document(vec![Section::Sheet(blank)]));
    assert_eq!(printed(&empty.pages[0], 300.0, 300.0).bytes, 0, "white paper needs no ink");
    let refused = strips(page, &Fonts::bundled(), (0.0, 600.0), |_| Ok::<(), RasterError>(()));
    assert!(refused.is_err(), "a printer without dots");
}
