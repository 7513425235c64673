//! Numbers, links between documents, the register, identity numbers, and the way back from an issue.

use super::*;

fn issued(desk: &mut Desk, number: &str, day: &str) -> DocumentId {
    let id = desk.change("Soạn", |tx| tx.add_document(&draft("Quyết định", "", None)));
    desk.change("Ban hành", |tx| tx.issue_document(id, &issuance(number, day)));
    id
}

fn drafted(desk: &mut Desk) -> DocumentId {
    desk.change("Soạn", |tx| tx.add_document(&draft("Quyết định", "", None)))
}

/// A connection of another program that knows our functions, as the constraint needs them.
fn other_program(desk: &mut Desk) -> rusqlite::Connection {
    desk.close();
    let conn = rusqlite::Connection::open(desk.folder.path().join("archive.db")).expect("SQLite opens it");
    let flags = rusqlite::functions::FunctionFlags::SQLITE_UTF8;
    let text = |context: &rusqlite::functions::Context<'_>| context.get::<Option<String>>(0);
    for name in ["register_key", "nfc", "fold"] {
        conn.create_scalar_function(name, 1, flags, move |c| {
            Ok(text(c)?.map(|text| commendation::register_key(&text)))
        })
        .expect("made");
    }
    conn.create_scalar_function("number_key", 1, flags, move |c| {
        Ok(text(c)?.map(|text| commendation::number_key(&text)))
    })
    .expect("made");
    conn.create_scalar_function("undoing", 0, flags, |_| Ok(false)).expect("made");
    conn
}

#[test]
fn a_number_is_given_once_however_it_is_typed() {
    let mut desk = Desk::new();
    issued(&mut desk, "15a", "2026-01-05");
    let spellings = [
        ("15A", "QĐ-STP", "Sở Tư pháp"),
        ("015a", "QĐ-STP", "Sở Tư pháp"),
        (" 15 a ", "QĐ-STP", "Sở Tư pháp"),
        ("15a", "qđ-stp", "Sở Tư pháp"),
        ("15a", "QĐ - STP ", "Sở Tư pháp"),
        ("15a", "QĐ-STP", "SỞ TƯ PHÁP"),
        ("15a", "QĐ-STP", "So\u{31b}\u{309} Tu\u{31b} pha\u{301}p"),
        ("15a", "QĐ-STP", "Sở  Tư pháp"),
    ];
    let id = drafted(&mut desk);
    for (number, symbol, issuer) in spellings {
        let typed =
            Issuance { symbol: symbol.into(), issuer: issuer.into(), ..issuance(number, "2026-06-01") };
        let outcome = desk.try_change("Ban hành", |tx| tx.issue_document(id, &typed));
        assert!(
            matches!(outcome, Err(ArchiveError::NumberTaken { .. })),
            "{number:?} {symbol:?} {issuer:?} is 15a/QĐ-STP again: {outcome:?}"
        );
    }
    let conn = other_program(&mut desk);
    for (number, symbol, issuer) in spellings {
        for verb in ["INSERT", "INSERT OR REPLACE", "INSERT OR IGNORE"] {
            let sql = format!(
                "{verb} INTO document (template, state, title, number, symbol, issuer, date, own_values, text, created_at,
                   changed_at) SELECT template, 'issued', title, ?1, ?2, ?3, '2026-06-01', own_values, text, created_at,
                   changed_at FROM document WHERE state = 'issued'"
            );
            let error = conn.execute(&sql, [number, symbol, issuer]).expect_err("refused").to_string();
            assert!(error.contains("given already"), "{verb} of {number:?} {symbol:?} {issuer:?}: {error}");
        }
    }
    let update =
        "UPDATE document SET state = 'issued', number = '0015A', symbol = 'QĐ-STP', issuer = 'Sở Tư pháp',
        date = '2026-02-02' WHERE state = 'draft'";
    let error = conn.execute(update, []).expect_err("refused").to_string();
    assert!(error.contains("given already"), "nor by changing a draft: {error}");
    let count: i64 = conn
        .query_row("SELECT count(*) FROM document WHERE state = 'issued'", [], |row| row.get(0))
        .expect("counted");
    assert_eq!(count, 1, "and the one that has it was not pushed out");
    drop(conn);
    desk.open();
    for (number, symbol) in [("15", "QĐ-STP"), ("15b", "QĐ-STP"), ("15a", "HD-STP"), ("15a", "HĐ-STP")] {
        let id = drafted(&mut desk);
        let other = Issuance { symbol: symbol.into(), ..issuance(number, "2026-01-05") };
        desk.change("Ban hành", |tx| tx.issue_document(id, &other));
    }
    desk.assert_sound();
}

#[test]
fn older_documents_that_differ_by_case_alone_do_not_lock_the_archive_out() {
    let mut desk = Desk::new();
    let (a, b) = (issued(&mut desk, "15", "2026-01-05"), drafted(&mut desk));
    let conn = other_program(&mut desk);
    // As a version before this constraint could have written it.
    conn.execute_batch(&format!(
        "DROP TRIGGER number_given_once;
         UPDATE document SET state = 'issued', number = '15', symbol = 'qđ-stp', issuer = 'Sở Tư pháp',
           date = '2026-02-02' WHERE id = {};
         CREATE TRIGGER number_given_once BEFORE UPDATE OF state, number, symbol, issuer, date ON document
         WHEN NEW.state = 'issued' AND false BEGIN SELECT 1; END;",
        b.0
    ))
    .expect("written");
    drop(conn);
    desk.open();
    let year: Vec<DocumentId> =
        desk.archive().registered_documents(2026).expect("read").into_iter().map(|d| d.id).collect();
    assert_eq!(year, [a, b], "the register shows both");
}

#[test]
fn a_later_document_says_what_it_does_to_an_earlier_one() {
    let mut desk = Desk::new();
    let earlier = issued(&mut desk, "15", "2026-01-05");
    let later = drafted(&mut desk);
    desk.change("Nối", |tx| tx.link_documents(later, LinkKind::Corrects, earlier));
    desk.change("Nối", |tx| tx.link_documents(later, LinkKind::Recalls, earlier));
    let seen = desk.archive().later_documents(earlier).expect("read");
    assert_eq!(seen.len(), 1, "the two have one link, the last said");
    assert_eq!((seen[0].kind, seen[0].state), (LinkKind::Recalls, DocumentState::Draft));
    assert_eq!(desk.archive().issued_links().expect("read"), [], "a draft has done nothing yet");
    let told: Vec<String> = desk
        .archive()
        .journal(Some(earlier.into()), 9)
        .expect("read")
        .into_iter()
        .map(|row| row.action)
        .collect();
    assert_eq!(told[0], "Nối", "the earlier document's own history tells it");

    desk.change("Ban hành", |tx| tx.issue_document(later, &issuance("20", "2026-02-05")));
    let links = desk.archive().issued_links().expect("read");
    assert_eq!((links[0].later, links[0].earlier, links[0].number.as_str()), (later, earlier, "20"));
    assert_eq!(desk.archive().earlier_documents(later).expect("read")[0].number, "15");
    for attempt in [
        desk.try_change("Bỏ", |tx| tx.unlink_documents(later, earlier)),
        desk.try_change("Nối", |tx| tx.link_documents(later, LinkKind::Cancels, earlier)),
    ] {
        assert!(matches!(attempt, Err(ArchiveError::Issued { .. })), "an issued link stays: {attempt:?}");
    }
    let third = drafted(&mut desk);
    let own = desk.try_change("Nối", |tx| tx.link_documents(third, LinkKind::Recalls, third));
    assert!(matches!(own, Err(ArchiveError::Refused { .. })), "not to itself, nor to a draft: {own:?}");

    let conn = other_program(&mut desk);
    for sql in ["DELETE FROM document_link", "UPDATE document_link SET kind = 'amends'"] {
        let error = conn.execute(sql, []).expect_err("refused").to_string();
        assert!(error.contains("link of an issued document"), "{sql}: {error}");
    }
    drop(conn);
    desk.open();
    desk.archive().undo(&stamp(9)).expect("undone").expect("a step");
    desk.archive().undo(&stamp(9)).expect("undone").expect("a step");
    assert_eq!(desk.archive().later_documents(earlier).expect("read")[0].state, DocumentState::Draft);
    desk.assert_sound();
}

#[test]
fn removing_a_draft_takes_its_links_away_and_undo_brings_them_back() {
    let mut desk = Desk::new();
    let earlier = issued(&mut desk, "15", "2026-01-05");
    let later = desk.change("Soạn", |tx| {
        let later = tx.add_document(&draft("Thu hồi", "", Some(Subject::Document(earlier))))?;
        tx.link_documents(later, LinkKind::Recalls, earlier)?;
        Ok(later)
    });
    let before = desk.dump();
    desk.change("Xóa", |tx| tx.remove_document(later));
    assert_eq!(desk.archive().later_documents(earlier).expect("read"), []);
    desk.archive().undo(&stamp(3)).expect("undone").expect("a step");
    assert_eq!(desk.dump(), before, "the draft came back with its link");
    desk.assert_sound();
}

#[test]
fn a_document_that_another_speaks_of_stays_issued() {
    let mut desk = Desk::new();
    let later = drafted(&mut desk);
    let earlier = issued(&mut desk, "15", "2026-01-05");
    desk.archive()
        .transact(Action::new("Nối").without_undo(), &stamp(1), |tx| {
            tx.link_documents(later, LinkKind::Recalls, earlier)
        })
        .expect("linked");
    let outcome = desk.archive().undo_after_asking(&stamp(2));
    assert!(
        matches!(outcome, Err(ArchiveError::UndoConflict { .. })),
        "even when asked, what is spoken of is not made a draft: {outcome:?}"
    );
}

#[test]
fn an_issue_is_taken_back_by_undo_alone_and_that_is_journalled() {
    let mut desk = Desk::new();
    let id = issued(&mut desk, "15", "2026-01-05");
    let edited = desk.try_change("Sửa", |tx| tx.edit_draft(id, &DraftContent::default()));
    assert!(matches!(edited, Err(ArchiveError::Issued { .. })), "it does not change: {edited:?}");
    let removed = desk.try_change("Xóa", |tx| tx.remove_document(id));
    assert!(matches!(removed, Err(ArchiveError::Issued { .. })), "nor is it removed: {removed:?}");
    desk.archive().undo(&stamp(2)).expect("it has not left the program").expect("a step");
    assert_eq!(desk.archive().document(id).expect("read").summary.state, DocumentState::Draft);
    let newest = &desk.archive().journal(Some(id.into()), 1).expect("read")[0];
    assert_eq!((newest.action.as_str(), newest.kind), ("Hoàn tác: Ban hành", ChangeKind::Undo));
    desk.archive().redo(&stamp(3)).expect("again").expect("a step");
    assert_eq!(desk.archive().document(id).expect("read").summary.number, "15");
}

#[test]
fn what_has_left_the_program_is_not_made_a_draft_silently() {
    // The signed paper attached; the PDF exported after the issue; the signed paper attached and that undone.
    for case in ["attached", "exported", "attachment undone", "attached before"] {
        let mut desk = Desk::new();
        let id = drafted(&mut desk);
        let keep = |tx: &Tx<'_>, role| tx.keep_file("15.pdf", b"%PDF-1.7 signed", role, Some(id.into()));
        if case == "attached before" {
            desk.change("Đính kèm", |tx| keep(tx, FileRole::Attached));
        }
        desk.change("Ban hành", |tx| tx.issue_document(id, &issuance("15", "2026-01-05")));
        match case {
            "exported" => {
                let action = Action::new("Xuất PDF").without_undo();
                desk.archive().transact(action, &stamp(1), |tx| keep(tx, FileRole::Exported)).expect("kept");
            }
            "attached" | "attachment undone" => {
                let action = Action::new("Đính kèm");
                let action = if case == "attached" { action.without_undo() } else { action };
                desk.archive().transact(action, &stamp(1), |tx| keep(tx, FileRole::Attached)).expect("kept");
            }
            _ => {}
        }
        if case == "attachment undone" {
            desk.archive().undo(&stamp(2)).expect("the attachment").expect("a step");
        }
        let before = desk.dump();
        match desk.archive().undo(&stamp(3)) {
            Err(ArchiveError::SentOut { document, .. }) => assert_eq!(document, id, "{case}"),
            other => panic!("{case}: the officer is asked first: {other:?}"),
        }
        assert_eq!(desk.dump(), before, "{case}: and nothing was changed");
        desk.archive().undo_after_asking(&stamp(4)).expect("asked").expect("a step");
        assert_eq!(desk.archive().document(id).expect("read").summary.state, DocumentState::Draft, "{case}");
        let newest = &desk.archive().journal(Some(id.into()), 1).expect("read")[0];
        assert_eq!(newest.action, "Hoàn tác: Ban hành", "{case}: it is on record");
        desk.assert_sound();
    }
}

#[test]
fn an_export_before_the_issue_does_not_ask() {
    let mut desk = Desk::new();
    let id = drafted(&mut desk);
    let action = Action::new("Xuất PDF").without_undo();
    let keep = |tx: &Tx<'_>| tx.keep_file("du-thao.pdf", b"%PDF-1.7", FileRole::Exported, Some(id.into()));
    desk.archive().transact(action, &stamp(1), keep).expect("kept");
    desk.change("Ban hành", |tx| tx.issue_document(id, &issuance("15", "2026-01-05")));
    desk.archive().undo(&stamp(2)).expect("a mistyped number is put right").expect("a step");
}

#[test]
fn issued_and_signed_files_are_kept_byte_for_byte() {
    let mut desk = Desk::new();
    let id = drafted(&mut desk);
    let paper = b"%PDF-1.7 frozen".to_vec();
    let file = desk.change("Ban hành", |tx| {
        let file = tx.keep_file("15.pdf", &paper, FileRole::Issued, Some(id.into()))?;
        tx.issue_document(id, &Issuance { file: Some(file), ..issuance("15", "2026-01-05") })?;
        Ok(file)
    });
    let signed = [&paper[..], b" + signature"].concat();
    let other = desk.change("Đính kèm", |tx| {
        tx.keep_file("15-signed.pdf", &signed, FileRole::Attached, Some(id.into()))
    });
    assert_eq!(desk.archive().read_file(file).expect("read"), paper);
    assert_eq!(desk.archive().read_file(other).expect("read"), signed);
    for kept in [file, other] {
        let record = desk.archive().file(kept).expect("read");
        let path = desk.archive().file_path(kept).expect("known");
        assert!(
            path.ends_with(format!("{}/{}", &record.sha256[..2], record.sha256)),
            "under its hash: {path:?}"
        );
        let bytes = std::fs::read(&path).expect("there");
        std::fs::write(&path, [&bytes[..], b"!"].concat()).expect("written");
        let error = desk.archive().read_file(kept).expect_err("it was changed");
        assert_eq!(error.code(), "file-changed", "{error}");
        std::fs::write(&path, bytes).expect("written");
    }
    let conn = other_program(&mut desk);
    for sql in ["UPDATE file SET name = 'x'", "DELETE FROM file", "UPDATE document SET file_id = NULL"] {
        conn.execute_batch("PRAGMA foreign_keys = OFF").expect("set");
        conn.execute(sql, []).expect_err("what is kept stays");
    }
    drop(conn);
    desk.open();
    desk.assert_sound();
}

#[test]
fn series_and_notes_are_facts() {
    let mut desk = Desk::new();
    assert!(
        desk.archive().number_series().expect("read").iter().all(|one| one.id.is_none()),
        "the usual ones"
    );
    let own = desk.change("Sổ", |tx| tx.own_series());
    assert!(own.len() == 3 && own.iter().all(|one| one.id.is_some()), "now saved: {own:?}");
    let series = own[0].id.expect("saved");
    let note = NumberNote {
        series,
        strand: "QĐ-STP".into(),
        year: 2026,
        number: 3,
        note: "Sở cấp ngoài kho".into(),
    };
    desk.change("Ghi", |tx| tx.note_number(&note));
    assert_eq!(desk.archive().number_notes(2026).expect("read"), std::slice::from_ref(&note));
    assert_eq!(desk.archive().number_notes(2025).expect("read"), [], "of that year only");
    let ends = commendation::NumberSeries { valid_to: Some(date("1900-01-01")), ..own[0].series.clone() };
    let refused = desk.try_change("Sửa", |tx| tx.save_series(Some(series), &ends));
    assert!(matches!(refused, Err(ArchiveError::Refused { .. })), "it ends before it begins: {refused:?}");
    let before = desk.dump();
    desk.change("Xóa", |tx| tx.remove_series(series));
    assert_eq!(desk.archive().number_notes(2026).expect("read"), [], "notes go with their series");
    desk.archive().undo(&stamp(4)).expect("undone").expect("a step");
    assert_eq!(desk.dump(), before, "and come back with it");

    let id = issued(&mut desk, "4", "2026-01-05");
    let entry = RegisterEntry { kept_by: "Văn thư".into(), copies: "5".into(), ..RegisterEntry::default() };
    desk.change("Sổ", |tx| tx.fill_register(id, &entry));
    assert_eq!(desk.archive().registered_documents(2026).expect("read")[0].entry, entry);
    assert_eq!(desk.archive().register_years().expect("read"), [2026]);
    desk.assert_sound();
}

#[test]
fn an_identity_number_is_found_by_the_whole_number_only() {
    const NUMBER: &str = "079180123456";
    let mut desk = Desk::new();
    let (honoree, nominated) = desk.change("Thêm", |tx| {
        let honoree = tx.add_honoree(&person("Trần Thị Bích"))?;
        tx.set_identity(honoree, Some(NUMBER))?;
        let other = tx.add_honoree(&person("Lê Văn Cường"))?;
        let round = tx.add_round(&round("Đợt 1"))?;
        let nomination = tx.add_nomination(round, &nomination(other, person("Lê Văn Cường")))?;
        tx.set_identity(nomination, Some("300123456"))?;
        Ok((honoree, other))
    });
    assert_eq!(desk.archive().identity(honoree).expect("read").as_deref(), Some(NUMBER));
    assert_eq!(desk.archive().honorees_with_identity(NUMBER).expect("read"), [honoree]);
    assert_eq!(desk.archive().honorees_with_identity("300123456").expect("read"), [nominated]);
    assert_eq!(desk.archive().honorees_with_identity("079180").expect("read"), [], "no part of it is enough");
    for part in [NUMBER, "079180", "3456"] {
        assert_eq!(desk.archive().search(part, 9).expect("searched"), [], "{part} is not in the index");
    }
    let refused = desk.try_change("Ghi", |tx| tx.set_identity(RoundId(1), Some(NUMBER)));
    assert!(matches!(refused, Err(ArchiveError::Refused { .. })), "a round has none: {refused:?}");

    desk.change("Sửa", |tx| tx.set_identity(honoree, Some("079180123457")));
    let last = desk.archive().journal(None, 1).expect("read")[0].number;
    let changes = desk.archive().journal_changes(last).expect("read");
    let masked = changes[0].clone().masked();
    let shown = format!("{masked:?}");
    assert!(shown.contains("*********456") && shown.contains("*********457"), "{shown}");
    assert!(!shown.contains(NUMBER), "a row of the journal is shown masked: {shown}");
    desk.archive().undo(&stamp(3)).expect("undone").expect("a step");
    assert_eq!(
        desk.archive().identity(honoree).expect("read").as_deref(),
        Some(NUMBER),
        "the journal itself keeps it, or undo could not bring it back"
    );
    desk.assert_sound();
}

#[test]
fn a_number_goes_with_a_merge_and_comes_back() {
    const NUMBER: &str = "079180123456";
    let mut desk = Desk::new();
    let (one, other) = desk.change("Thêm", |tx| {
        let one = tx.add_honoree(&person("Trần Thị Bích"))?;
        let other = tx.add_honoree(&person("Trần Thị Bich"))?;
        tx.set_identity(other, Some(NUMBER))?;
        Ok((one, other))
    });
    let kept = person("Trần Thị Bích");
    desk.change("Gộp", |tx| tx.merge_honorees(one, &[other], &kept));
    assert_eq!(
        desk.archive().identity(one).expect("read").as_deref(),
        Some(NUMBER),
        "one person, one number"
    );
    let last = desk.archive().journal(None, 1).expect("read")[0].number;
    let changes = desk.archive().journal_changes(last).expect("read");
    let (whole, shown) = (
        format!("{changes:?}"),
        format!("{:?}", changes.into_iter().map(RowChange::masked).collect::<Vec<_>>()),
    );
    assert!(whole.contains(NUMBER) && !shown.contains(NUMBER), "masked in rows kept whole too: {shown}");
    desk.archive().undo(&stamp(3)).expect("undone").expect("a step");
    assert_eq!(desk.archive().identity(one).expect("read"), None);
    assert_eq!(desk.archive().identity(other).expect("read").as_deref(), Some(NUMBER));
    desk.assert_sound();
}

#[test]
fn looking_is_journalled_too() {
    let mut desk = Desk::new();
    let id = desk.change("Thêm", |tx| tx.add_honoree(&person("Trần Thị Bích")));
    let undo = desk.archive().undo_text().expect("read");
    let action = Action::new("Xem số định danh").about(id).noted();
    let done = desk.archive().transact(action, &stamp(2), |tx| tx.identity(id)).expect("noted");
    assert!(done.journal.is_some() && done.topics.is_empty(), "{done:?}");
    let newest = &desk.archive().journal(Some(id.into()), 1).expect("read")[0];
    assert_eq!(newest.action, "Xem số định danh", "it is in the history of the one looked at");
    assert_eq!(desk.archive().undo_text().expect("read"), undo, "there is nothing to undo about it");
    desk.assert_sound();
}
