//! Many rows at once.

use super::*;

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
