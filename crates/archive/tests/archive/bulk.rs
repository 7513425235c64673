//! Many rows at once. Run with `--release -- --ignored --nocapture` for a figure.

use super::*;
use std::time::Instant;

fn import(desk: &mut Desk, count: usize) -> RoundId {
    desk.change("Nhập danh sách", |tx| {
        let round = tx.add_round(&round("Đợt lớn"))?;
        for index in 0..count {
            let someone = person(&format!("Nguyễn Thị Ánh {index}"));
            let honoree = tx.honoree_for(&someone)?;
            tx.add_spelling(honoree, &someone.name.to_uppercase())?;
            tx.add_nomination(round, &nomination(honoree, someone))?;
        }
        Ok(round)
    })
}

#[test]
fn a_large_import_is_one_action_and_comes_off_in_one() {
    let mut desk = Desk::new();
    let start = desk.dump();
    let round = import(&mut desk, 500);
    assert_eq!(desk.archive().round(round).expect("there").individuals, 500, "in = added");
    desk.archive().undo(&stamp(2)).expect("possible").expect("one step");
    assert_eq!(desk.dump(), start, "all of it");
    desk.assert_sound();
}

#[test]
#[ignore = "a measurement"]
fn ten_thousand_nominations() {
    let mut desk = Desk::new();
    let begin = Instant::now();
    let round = import(&mut desk, 10_000);
    println!("import: {:?}", begin.elapsed());
    for (what, work) in [
        (
            "nominations",
            Box::new(move |a: &mut Archive| a.nominations(round).map(drop))
                as Box<dyn Fn(&mut Archive) -> Result<()>>,
        ),
        ("search", Box::new(|a| a.search("nguyen thi anh", 50).map(drop))),
        (
            "honorees",
            Box::new(|a| a.honorees(&HonoreeFilter { count: 50, ..HonoreeFilter::default() }).map(drop)),
        ),
        ("undo", Box::new(|a| a.undo(&stamp(2)).map(drop))),
        ("redo", Box::new(|a| a.redo(&stamp(2)).map(drop))),
        ("check", Box::new(|a| a.check().map(drop))),
    ] {
        let begin = Instant::now();
        work(desk.archive()).expect("works");
        println!("{what}: {:?}", begin.elapsed());
    }
}
