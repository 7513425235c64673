//! Undo and redo: for any work, all taken back is the start and all done again is the end.

use super::*;
use commendation::{Agency, Conference};
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;

#[test]
fn undo_takes_back_a_whole_action_and_redo_does_it_again() {
    let mut desk = Desk::new();
    let start = desk.dump();
    desk.change("Nhập danh sách", |tx| {
        let round = tx.add_round(&round("Đợt 1"))?;
        let honoree = tx.add_honoree(&person("Lê Thị Ba"))?;
        tx.add_nomination(round, &nomination(honoree, person("Lê Thị Ba")))
    });
    let end = desk.dump();
    let undone = desk.archive().undo(&stamp(2)).expect("possible").expect("there is a step");
    assert_eq!(undone.value, "Nhập danh sách", "it says what was taken back");
    assert!(undone.topics.contains(&Topic::Rounds), "and what to show again");
    assert_eq!(desk.dump(), start, "as if it had not happened");
    assert_eq!(desk.find("le thi ba", 5), [], "the index went with it");
    assert_eq!(
        desk.archive().journal(None, 1).expect("read")[0].action,
        "Hoàn tác: Nhập danh sách",
        "it is an event"
    );
    assert_eq!(
        desk.archive().redo_text().expect("read").as_deref(),
        Some("Nhập danh sách"),
        "it can be done again"
    );

    desk.reopen();
    desk.archive().redo(&stamp(3)).expect("possible").expect("a step that survived the restart");
    assert_eq!(desk.dump(), end, "with the same identifiers");
    assert_eq!(desk.find("le thi ba", 5).len(), 1, "and is found again");
    assert!(desk.archive().redo(&stamp(3)).expect("possible").is_none(), "there is nothing more to do again");
    desk.assert_sound();
}

#[test]
fn a_new_action_ends_what_could_be_done_again() {
    let mut desk = Desk::new();
    desk.change("A", |tx| tx.add_round(&round("A")));
    desk.archive().undo(&stamp(2)).expect("possible");
    desk.change("B", |tx| tx.add_round(&round("B")));
    assert_eq!(desk.archive().redo_text().expect("read"), None, "A would be done again upon another state");
    assert_eq!(
        desk.archive().undo_text().expect("read").as_deref(),
        Some("B"),
        "the last action comes first"
    );
}

#[test]
fn an_action_without_undo_step_is_journalled_but_not_taken_back() {
    let mut desk = Desk::new();
    desk.change("A", |tx| tx.add_round(&round("A")));
    let quiet = Action::new("Đổi giao diện").without_undo();
    desk.archive().transact(quiet, &stamp(1), |tx| tx.set_setting("theme", "dark")).expect("allowed");
    assert_eq!(
        desk.archive().journal(None, 1).expect("read")[0].action,
        "Đổi giao diện",
        "it is in the journal"
    );
    assert_eq!(desk.archive().undo_text().expect("read").as_deref(), Some("A"), "but Ctrl+Z is for work");
    desk.archive().undo(&stamp(2)).expect("possible");
    assert_eq!(desk.archive().settings().expect("read")["theme"], "dark", "the setting stays");
}

#[test]
fn what_others_depend_on_is_not_taken_back() {
    let mut desk = Desk::new();
    let id = desk.change("Soạn", |tx| tx.add_document(&draft("Quyết định", "", None)));
    let quiet = Action::new("Xuất PDF").without_undo();
    let keep = |tx: &Tx<'_>| tx.keep_file("qd.pdf", b"%PDF", FileRole::Exported, Some(id.into()));
    desk.archive().transact(quiet, &stamp(1), keep).expect("allowed");
    let before = desk.dump();
    let outcome = desk.archive().undo(&stamp(2)).map(|_| ()).map_err(|e| e.code());
    assert_eq!(outcome, Err("undo-conflict"), "the export belongs to the draft");
    assert_eq!(desk.dump(), before, "and nothing happened");
    desk.assert_sound();
}

#[test]
fn issuing_by_mistake_can_be_taken_back_with_everything_it_did() {
    let mut desk = Desk::new();
    let (document, nomination) = desk.change("Chuẩn bị", |tx| {
        let round = tx.add_round(&round("Đợt 1"))?;
        let honoree = tx.add_honoree(&person("Lê Thị Ba"))?;
        let nomination = tx.add_nomination(round, &nomination(honoree, person("Lê Thị Ba")))?;
        Ok((tx.add_document(&draft("Quyết định", "", Some(Subject::Round(round))))?, nomination))
    });
    let start = desk.dump();
    desk.change("Ban hành", |tx| {
        let file = tx.keep_file("qd.pdf", b"%PDF-issued", FileRole::Issued, Some(document.into()))?;
        tx.issue_document(document, &Issuance { file: Some(file), ..issuance("15", "2026-01-05") })?;
        let honoree = tx.nomination(nomination)?.honoree_id;
        let award = award(honoree, person("Lê Thị Ba"), "15/QĐ-STP", 2026);
        tx.add_award(&NewAward { document: Some(document), nomination: Some(nomination), ..award })
    });
    let end = desk.dump();
    desk.archive().undo(&stamp(2)).expect("possible").expect("a step");
    assert_eq!(desk.dump(), start, "the draft is a draft again, the award and the file's entry are gone");
    desk.archive().redo(&stamp(2)).expect("possible").expect("a step");
    assert_eq!(desk.dump(), end, "and all of it comes back");
    let again = desk.try_change("Sửa", |tx| tx.edit_draft(document, &DraftContent::default()));
    assert!(again.is_err(), "outside undo it stays immutable");
    desk.assert_sound();
}

/// Something an officer does; numbers choose among what there is.
#[derive(Debug, Clone)]
pub(super) enum Step {
    AddRound(String),
    EditRound(usize, String),
    CloseRound(usize),
    RemoveRound(usize),
    Nominate(usize, String),
    Decide(usize, bool),
    RemoveNomination(usize),
    EditHonoree(usize, String),
    Spelling(usize, String),
    Draft(usize, String),
    Edit(usize, String),
    Issue(usize, u8),
    RemoveDocument(usize),
    Award(usize, u8, bool),
    RemoveAward(usize),
    AddConference(String),
    EditConference(usize, String),
    RemoveConference(usize),
    Present(usize, usize),
    KeepFile(usize, Vec<u8>),
    Detach(usize),
    Agency(String),
    Undo,
    Redo,
}

pub(super) fn step() -> impl Strategy<Value = Step> {
    let name = "[A-Za-zăâđêôơưếữ'\" ]{1,12}";
    let n = 0..4_usize;
    prop_oneof![
        name.prop_map(Step::AddRound),
        (n.clone(), name).prop_map(|(i, s)| Step::EditRound(i, s)),
        n.clone().prop_map(Step::CloseRound),
        n.clone().prop_map(Step::RemoveRound),
        (n.clone(), name).prop_map(|(i, s)| Step::Nominate(i, s)),
        (n.clone(), name).prop_map(|(i, s)| Step::Nominate(i, s)),
        (n.clone(), any::<bool>()).prop_map(|(i, b)| Step::Decide(i, b)),
        n.clone().prop_map(Step::RemoveNomination),
        (n.clone(), name).prop_map(|(i, s)| Step::EditHonoree(i, s)),
        (n.clone(), name).prop_map(|(i, s)| Step::Spelling(i, s)),
        (n.clone(), name).prop_map(|(i, s)| Step::Draft(i, s)),
        (n.clone(), name).prop_map(|(i, s)| Step::Edit(i, s)),
        (n.clone(), any::<u8>()).prop_map(|(i, number)| Step::Issue(i, number % 4)),
        n.clone().prop_map(Step::RemoveDocument),
        (n.clone(), any::<u8>(), any::<bool>()).prop_map(|(i, number, own)| Step::Award(i, number % 3, own)),
        n.clone().prop_map(Step::RemoveAward),
        name.prop_map(Step::AddConference),
        (n.clone(), name).prop_map(|(i, s)| Step::EditConference(i, s)),
        n.clone().prop_map(Step::RemoveConference),
        (n.clone(), n.clone()).prop_map(|(i, j)| Step::Present(i, j)),
        (n.clone(), prop::collection::vec(any::<u8>(), 0..3)).prop_map(|(i, bytes)| Step::KeepFile(i, bytes)),
        n.prop_map(Step::Detach),
        name.prop_map(Step::Agency),
        Just(Step::Undo),
        Just(Step::Redo),
    ]
}

fn pick<T: Copy>(list: &[T], index: usize) -> Result<T> {
    // As refusals by the archive: a step about what is not there changes nothing.
    let absent = || ArchiveError::Refused { message: String::new() };
    if list.is_empty() { Err(absent()) } else { Ok(list[index % list.len()]) }
}

fn everyone(tx: &Tx<'_>) -> Result<Vec<HonoreeId>> {
    let page = tx.honorees(&HonoreeFilter { count: 99, ..HonoreeFilter::default() })?;
    Ok(page.rows.into_iter().map(|row| row.id).collect())
}

fn all<T, I>(list: Vec<T>, id: impl Fn(T) -> I) -> Vec<I> {
    list.into_iter().map(id).collect()
}

pub(super) fn take(tx: &Tx<'_>, step: &Step) -> Result<()> {
    let rounds = || Ok::<_, ArchiveError>(all(tx.rounds(&RoundFilter::default())?, |round| round.id));
    let conferences = || {
        Ok::<_, ArchiveError>(all(tx.conferences(&ConferenceFilter::default())?, |conference| conference.id))
    };
    let awards = || Ok::<_, ArchiveError>(all(tx.awards(AwardScope::All)?, |award| award.id));
    let documents =
        || Ok::<_, ArchiveError>(all(tx.documents(&DocumentFilter::default())?, |document| document.id));
    let nominations = || -> Result<Vec<NominationId>> {
        let lists = rounds()?.into_iter().map(|round| tx.nominations(round)).collect::<Result<Vec<_>>>()?;
        Ok(lists.into_iter().flatten().map(|nomination| nomination.id).collect())
    };
    match step {
        Step::AddRound(name) => tx.add_round(&round(name)).map(drop),
        Step::EditRound(i, name) => tx.edit_round(pick(&rounds()?, *i)?, &round(name)),
        Step::CloseRound(i) => tx.close_round(pick(&rounds()?, *i)?, true),
        Step::RemoveRound(i) => tx.remove_round(pick(&rounds()?, *i)?),
        Step::Nominate(i, name) => {
            let honoree = tx.honoree_for(&person(name))?;
            tx.add_nomination(pick(&rounds()?, *i)?, &nomination(honoree, person(name))).map(drop)
        }
        Step::Decide(i, yes) => {
            let state = if *yes { NominationState::Approved } else { NominationState::Rejected };
            tx.decide(&[pick(&nominations()?, *i)?], state).map(drop)
        }
        Step::RemoveNomination(i) => tx.remove_nominations(&[pick(&nominations()?, *i)?]).map(drop),
        Step::EditHonoree(i, name) => tx.edit_honoree(pick(&everyone(tx)?, *i)?, &person(name)),
        Step::Spelling(i, name) => tx.add_spelling(pick(&everyone(tx)?, *i)?, name),
        Step::Draft(i, text) => {
            let subject = rounds()?.get(*i).copied().map(Subject::Round);
            let subject = subject.or(conferences()?.get(*i).copied().map(Subject::Conference));
            tx.add_document(&draft(text, text, subject)).map(drop)
        }
        Step::Edit(i, text) => tx.edit_draft(pick(&documents()?, *i)?, &draft(text, "khác", None).content),
        Step::Issue(i, number) => {
            let id = pick(&documents()?, *i)?;
            tx.issue_document(id, &issuance(&number.to_string(), "2026-01-05"))?;
            let honorees = everyone(tx)?;
            for honoree in honorees {
                let award = award(honoree, tx.honoree(honoree)?, "x", 2026);
                tx.add_award(&NewAward { document: Some(id), ..award })?;
            }
            Ok(())
        }
        Step::RemoveDocument(i) => tx.remove_document(pick(&documents()?, *i)?),
        Step::Award(i, number, nominated) => {
            let honoree = pick(&everyone(tx)?, *i)?;
            let nomination = if *nominated { Some(pick(&nominations()?, *i)?) } else { None };
            let award = award(honoree, tx.honoree(honoree)?, &format!("{number}/QĐ-UBND"), 2015);
            tx.add_award(&NewAward { nomination, ..award }).map(drop)
        }
        Step::RemoveAward(i) => tx.remove_awards(&[pick(&awards()?, *i)?]).map(drop),
        Step::AddConference(name) => {
            tx.add_conference(&Conference { name: name.clone(), ..Conference::default() }).map(drop)
        }
        Step::EditConference(i, name) => {
            let conference =
                Conference { name: name.clone(), date: Some(date("2020-08-20")), ..Conference::default() };
            tx.edit_conference(pick(&conferences()?, *i)?, &conference)
        }
        Step::RemoveConference(i) => tx.remove_conference(pick(&conferences()?, *i)?),
        Step::Present(i, j) => {
            tx.present_awards(&[pick(&awards()?, *i)?], conferences()?.get(*j).copied()).map(drop)
        }
        Step::KeepFile(i, bytes) => {
            let about = pick(&documents()?, *i)?;
            tx.keep_file("tệp.pdf", bytes, FileRole::Attached, Some(about.into())).map(drop)
        }
        Step::Detach(i) => {
            let about = pick(&documents()?, *i)?;
            tx.files_of(about)?.into_iter().try_for_each(|file| tx.detach(file.id, about.into()))
        }
        Step::Agency(name) => tx.save_agency(&Agency { name: name.clone(), ..Agency::default() }),
        Step::Undo | Step::Redo => Ok(()),
    }
}

pub(super) fn found(desk: &mut Desk) -> Vec<Hit> {
    let mut hits: Vec<Hit> =
        ["a", "đ", "e o", "1", "qd", "khac", "QĐ"].iter().flat_map(|text| desk.find(text, 99)).collect();
    hits.sort_by_key(|hit| (hit.id, format!("{:?}", hit.snippet)));
    hits
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 48,
        failure_persistence: Some(Box::new(FileFailurePersistence::Off)),
        ..ProptestConfig::default()
    })]

    #[test]
    fn all_undone_is_the_start_and_all_redone_is_the_end(steps in prop::collection::vec(step(), 1..24)) {
        let mut desk = Desk::new();
        // Something to work with, so that most steps find a thing.
        desk.change("Chuẩn bị", |tx| {
            let round = tx.add_round(&round("đợt"))?;
            let honoree = tx.add_honoree(&person("Bà Đẹp"))?;
            tx.add_nomination(round, &nomination(honoree, person("Bà Đẹp")))?;
            tx.add_conference(&Conference { name: "hội nghị".into(), ..Conference::default() })?;
            tx.add_document(&draft("quyết định", "văn bản", Some(Subject::Round(round))))
        });
        let mut states: Vec<(Vec<String>, Vec<Hit>)> = vec![(desk.dump(), found(&mut desk))];
        // How many of `states` can be taken back from where we are.
        let mut position = 0;
        for taken in &steps {
            match taken {
                Step::Undo if position > 0 => {
                    // A file may have been attached to what was issued.
                    let undone = desk.archive().undo_after_asking(&stamp(2)).expect("possible");
                    prop_assert!(undone.is_some(), "there is a step");
                    position -= 1;
                }
                Step::Redo => {
                    let redone = desk.archive().redo(&stamp(2)).expect("possible").is_some();
                    prop_assert_eq!(redone, position + 1 < states.len(), "exactly what was taken back can be redone");
                    position += usize::from(redone);
                }
                Step::Undo => {}
                other => {
                    let journal = desk.archive().journal(None, 9999).expect("read").len();
                    let before = desk.dump();
                    match desk.try_change("Làm", |tx| take(tx, other)) {
                        Ok(done) => {
                            let now = desk.archive().journal(None, 9999).expect("read").len();
                            prop_assert_eq!(now, journal + usize::from(done.journal.is_some()), "one row an action");
                            if done.journal.is_some() {
                                position += 1;
                                states.truncate(position);
                                states.push((desk.dump(), found(&mut desk)));
                            }
                        }
                        Err(error) => {
                            prop_assert_ne!(error.code(), "database", "refusals are foreseen, not accidents: {}", error);
                            prop_assert_eq!(desk.dump(), before, "a refused step changes nothing");
                        }
                    }
                }
            }
            let checked = desk.archive().check().expect("the disk works");
            prop_assert!(checked.is_sound(), "after {:?}: {:?}", taken, checked.findings);
            prop_assert_eq!(&desk.dump(), &states[position].0, "the facts are those of this point");
        }
        for state in states[..position].iter().rev() {
            desk.archive().undo_after_asking(&stamp(3)).expect("possible");
            prop_assert_eq!(&desk.dump(), &state.0, "each step back is the state before it");
        }
        prop_assert_eq!(found(&mut desk), states[0].1.clone(), "all undone: the same is found as at the start");
        for state in &states[1..] {
            desk.archive().redo(&stamp(3)).expect("possible");
            prop_assert_eq!(&desk.dump(), &state.0, "each step forward is the state after it");
        }
        let last = states.last().map(|state| state.1.clone());
        prop_assert_eq!(Some(found(&mut desk)), last, "all redone: the same is found as at the end");
        let checked = desk.archive().check().expect("the disk works");
        prop_assert!(checked.is_sound(), "at the end: {:?}", checked.findings);
    }
}
