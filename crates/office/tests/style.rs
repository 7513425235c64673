//! The form of papers: chosen within the decree's ranges, followed by every draft, kept by what is issued; and the
//! serif of the PC.

mod desk;
#[path = "desk/fonts.rs"]
mod fonts;

use archive::{Action, Archive, DocumentId, Issuance, Stamp};
use desk::{Desk, list, now, open, text};
use fonts::{Font, times};
use serde_json::{Value, json};
use std::{
    collections::BTreeSet,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

/// A desk with a decision that could be issued.
fn with_decision(mut desk: Desk) -> (Desk, String) {
    desk.call("sample", json!({}));
    let round = text(&desk.import("Tổng kết năm 2025")["round"]).to_owned();
    let decision = desk.draft("decision-commendation", &round);
    desk.propose(&decision);
    (desk, decision)
}

/// A desk on a PC with these sets of files of Times New Roman.
fn on_pc(sets: Vec<[Vec<u8>; 4]>) -> Desk {
    let folder = tempfile::tempdir().expect("a temporary folder");
    Desk { office: open(&folder.path().join("kho"), move || sets.clone()), folder }
}

/// The same archive on another PC.
fn moved(desk: Desk, sets: Vec<[Vec<u8>; 4]>) -> Desk {
    let Desk { office, folder } = desk;
    drop(office);
    Desk { office: open(&folder.path().join("kho"), move || sets.clone()), folder }
}

fn files(fonts: &[Font; 4]) -> [Vec<u8>; 4] {
    fonts.each_ref().map(Font::file)
}

fn save(desk: &mut Desk, set: Value) -> Value {
    desk.call("save_style", json!({ "reset": false, "set": set, "serif": null }))
}

fn reset(desk: &mut Desk) -> Value {
    desk.call("save_style", json!({ "reset": true, "set": {}, "serif": null }))
}

fn choose_serif(desk: &mut Desk, serif: &str) {
    desk.call("save_style", json!({ "reset": false, "set": {}, "serif": serif }));
}

fn measure<'a>(style: &'a Value, key: &str) -> &'a Value {
    list(&style["measures"]).iter().find(|measure| measure["key"] == key).expect("the measure is listed")
}

fn pages(desk: &mut Desk, id: &str) -> Value {
    desk.call("preview", json!({ "id": id, "values": {}, "from": 0, "count": 100 }))
}

fn issue(desk: &mut Desk, id: &str) {
    desk.call("issue", json!({ "id": id, "number": "15", "date": "2025-12-15" }));
}

fn last_action(desk: &mut Desk) -> String {
    text(&desk.call("history", json!({ "id": "", "before": null, "count": 1 }))["entries"][0]["action"])
        .to_owned()
}

/// Names of the fonts embedded in a PDF, without the six letters of a subset.
fn embedded(pdf: &[u8]) -> BTreeSet<String> {
    let file = lopdf::Document::load_mem(pdf).expect("a PDF");
    let fonts = file.objects.values().filter_map(|object| object.as_dict().ok()?.get(b"FontName").ok());
    let names = fonts.map(|name| String::from_utf8_lossy(name.as_name().expect("a name")).into_owned());
    names.filter_map(|name| name.split_once('+').map(|(_, name)| name.to_owned())).collect()
}

#[test]
fn every_measure_is_told_with_its_range_and_article() {
    let mut desk = Desk::new();
    let style = desk.call("style", json!({}));
    let measures = list(&style["measures"]);
    assert_eq!(measures.len(), 17, "every measure the decree leaves open");
    for measure in measures {
        let number = |key: &str| measure[key].as_f64().expect("a number");
        assert_eq!(measure["value"], measure["sample"], "nothing is chosen yet: {measure}");
        assert!(number("smallest") <= number("value") && number("value") <= number("largest"), "{measure}");
        for key in ["label", "labelEn", "article"] {
            assert!(!text(&measure[key]).is_empty(), "{key}: {measure}");
        }
    }
    let indent = measure(&style, "indent");
    assert_eq!((&indent["largest"], &indent["span"]), (&json!(12.7), &json!("ends")), "1 cm or 1,27 cm");
    let parts: Vec<&str> = measures.iter().map(|measure| text(&measure["part"])).collect();
    let mut grouped = parts.clone();
    grouped.dedup();
    assert_eq!(grouped, ["margins", "head", "text", "table", "signature", "other"], "each part together");
}

#[test]
fn a_choice_reaches_every_draft_and_can_be_taken_back() {
    let (mut desk, decision) = with_decision(Desk::new());
    let before = pages(&mut desk, &decision);
    let (_, pdf_before) = desk.export(&decision, "truoc.pdf");
    let style = save(&mut desk, json!({ "body_size": 13.0, "margin_left": 35.0, "indent": 10.0 }));
    assert_eq!(measure(&style, "body_size")["value"], 13.0);
    assert_eq!(desk.call("style", json!({})), style, "it is read back as it was saved");
    assert_eq!(
        last_action(&mut desk),
        "Đổi thể thức văn bản: Lề trái 35 mm, Cỡ chữ nội dung 13 pt, Lùi đầu dòng 10 mm",
        "the journal says what was chosen"
    );
    let after = pages(&mut desk, &decision);
    assert_ne!(after["svg"][0], before["svg"][0], "the preview follows");
    let view = desk.call("document", json!({ "id": decision }));
    let (told, pdf_after) = desk.export(&decision, "sau.pdf");
    assert_ne!(pdf_after, pdf_before, "the PDF follows");
    assert_eq!((&view["pages"], &told["pages"]), (&after["total"], &after["total"]), "all count alike");
    desk.call("undo", json!({}));
    assert_eq!(pages(&mut desk, &decision), before, "undo brings the old form back");
    desk.call("redo", json!({}));
    assert_eq!(pages(&mut desk, &decision), after, "and redo the new one");
    save(&mut desk, json!({ "body_size": 13.5 }));
    let style = desk.call("style", json!({}));
    assert_eq!(measure(&style, "margin_left")["value"], 35.0, "what is not named stays");
    let style = reset(&mut desk);
    assert!(list(&style["measures"]).iter().all(|measure| measure["value"] == measure["sample"]), "{style}");
    assert_eq!(pages(&mut desk, &decision), before, "as in the decree's sample again");
}

#[test]
fn what_the_decree_does_not_allow_is_refused_with_the_article() {
    let mut desk = Desk::new();
    let before = desk.call("style", json!({}));
    let refused = |desk: &mut Desk, set: Value| {
        desk.refused("save_style", json!({ "reset": false, "set": set, "serif": null }))
    };
    for (key, wrong) in [("margin_left", 36.0), ("margin_right", 14.9), ("body_size", 12.0), ("indent", 11.0)]
    {
        let problem = refused(&mut desk, json!({ key: wrong, "table_size": 14.0 }));
        assert_eq!((problem.code.as_str(), problem.field.as_deref()), ("measure-out-of-range", Some(key)));
        let of = measure(&before, key);
        for part in [text(&of["label"]), text(&of["article"]), "Nghị định 30/2020/NĐ-CP"] {
            assert!(problem.message.contains(part), "{part}: {problem}");
        }
    }
    let problem = refused(&mut desk, json!({ "margin_left": 36.5 }));
    assert!(problem.message.contains("36,5 mm") && problem.message.contains("từ 30 đến 35 mm"), "{problem}");
    let problem = refused(&mut desk, json!({ "paragraph_gap": 19.0 }));
    assert!(problem.message.contains("chương trình nhận đến 18 pt"), "not the decree's own limit: {problem}");
    assert_eq!(refused(&mut desk, json!({ "le_trai": 30.0 })).code, "unknown-measure");
    assert_eq!(desk.call("style", json!({})), before, "a refusal saves nothing, not even what was right");
}

#[test]
fn a_sample_paper_shows_measures_that_are_not_saved() {
    let mut desk = Desk::with_sample();
    let mut shown = |set: Value| desk.call("preview_style", json!({ "set": set, "from": 0, "count": 9 }));
    let plain = shown(json!({}));
    assert_eq!(plain["total"], 2, "a page with head and signature, and a list");
    assert_ne!(shown(json!({ "name_size": 13.0 }))["svg"][0], plain["svg"][0], "the head follows");
    assert_ne!(shown(json!({ "table_size": 14.0 }))["svg"][1], plain["svg"][1], "the table follows");
    assert_eq!(shown(json!({})), plain, "nothing was saved");
    let problem =
        desk.refused("preview_style", json!({ "set": { "name_size": 15.0 }, "from": 0, "count": 1 }));
    assert_eq!(problem.field.as_deref(), Some("name_size"));
}

#[test]
fn an_issued_document_keeps_its_form() {
    let (mut desk, decision) = with_decision(Desk::new());
    save(&mut desk, json!({ "body_size": 13.0 }));
    issue(&mut desk, &decision);
    let issued = pages(&mut desk, &decision);
    let (told, pdf) = desk.export(&decision, "mot.pdf");
    reset(&mut desk);
    save(&mut desk, json!({ "margin_left": 35.0, "line_spacing": 1.5, "paragraph_gap": 12.0 }));
    assert_eq!(pages(&mut desk, &decision), issued, "the preview is as it was issued");
    let view = desk.call("document", json!({ "id": decision }));
    assert_eq!(view["pages"], told["pages"]);
    assert_eq!(desk.export(&decision, "hai.pdf").1, pdf, "and so is the file");
}

#[test]
fn documents_issued_before_there_was_a_choice_go_on_working() {
    let (mut desk, decision) = with_decision(Desk::new());
    let usual = pages(&mut desk, &decision);
    issue(&mut desk, &decision);
    let older = desk.draft("decision-titles", "Tổng kết năm 2025");
    let Desk { office, folder } = desk;
    drop(office);
    let stamp = Stamp { at: now(), who: "can-bo".to_owned() };
    let mut archive = Archive::open(&folder.path().join("kho"), &stamp).expect("it opens");
    let record = archive.document(decision.parse().expect("an id")).expect("it is there");
    let mut facts = record.facts.expect("frozen");
    let with =
        facts.as_object_mut().expect("an object").remove("laidOutWith").expect("its layout is frozen too");
    assert_eq!(with["serif"]["family"], "Liberation Serif", "{with}");
    assert_eq!(with["style"]["indent"], 12.7, "written as it is read: {with}");
    let issuance = Issuance {
        number: "7".to_owned(),
        symbol: "QĐ-STP".to_owned(),
        issuer: "Sở Tư pháp".to_owned(),
        date: now().date_naive(),
        title: record.summary.title,
        text: record.text,
        facts,
        file: None,
    };
    let id: DocumentId = older.parse().expect("an id");
    archive
        .transact(Action::new("Ban hành"), &stamp, |tx| tx.issue_document(id, &issuance))
        .expect("issued as an older version did");
    drop(archive);
    let mut desk = Desk { office: open(&folder.path().join("kho"), Vec::new), folder };
    let before = pages(&mut desk, &older);
    save(&mut desk, json!({ "body_size": 13.0 }));
    assert_eq!(pages(&mut desk, &older), before, "its preview is by the decree's sample, as it was then");
    assert!(usual["total"].as_u64() > Some(0));
}

#[test]
fn times_new_roman_of_the_pc_is_embedded_and_recorded() {
    let (mut desk, decision) = with_decision(on_pc(vec![files(&times(|font| font))]));
    let style = desk.call("style", json!({}));
    assert_eq!(
        (&style["serif"]["family"], &style["serif"]["why"]),
        (&json!("Times New Roman"), &Value::Null)
    );
    let (told, pdf) = desk.export(&decision, "times.pdf");
    assert_eq!(told["serif"], "Times New Roman");
    assert!(last_action(&mut desk).ends_with("(phông Times New Roman)"), "{}", last_action(&mut desk));
    let names = embedded(&pdf);
    assert!(names.contains("TimesNewRomanPSMT"), "{names:?}");
    assert!(!names.iter().any(|name| name.contains("Liberation")), "{names:?}");
    choose_serif(&mut desk, "liberation");
    assert_eq!(last_action(&mut desk), "Chọn phông Liberation Serif của chương trình");
    let (told, pdf) = desk.export(&decision, "liberation.pdf");
    assert_eq!(told["serif"], "Liberation Serif", "the officer may choose it");
    assert!(!embedded(&pdf).iter().any(|name| name.starts_with("Times")), "{:?}", embedded(&pdf));
    choose_serif(&mut desk, "times");
    issue(&mut desk, &decision);
    assert!(last_action(&mut desk).ends_with("(phông Times New Roman)"), "{}", last_action(&mut desk));
    choose_serif(&mut desk, "liberation");
    assert_eq!(desk.export(&decision, "ban-hanh.pdf").0["serif"], "Times New Roman", "as it was issued");
}

#[test]
fn files_that_do_not_serve_are_left_and_the_reason_is_said() {
    let good = times(|font| font);
    let broken = || [b"no font".to_vec(), good[1].file(), good[2].file(), good[3].file()];
    let half = || {
        let mut file = good[0].file();
        file.truncate(file.len() / 2);
        [file, good[1].file(), good[2].file(), good[3].file()]
    };
    let other = ["Regular", "Bold", "Italic", "BoldItalic"]
        .map(|style| Font::read(&format!("liberation-serif/LiberationSerif-{style}")).file());
    let rights = |rights: u16| files(&times(|font| font.with_rights(rights)));
    let with_rights_of_bold = {
        let [regular, bold, italic, bold_italic] = good.clone();
        files(&[regular, bold.with_rights(2), italic, bold_italic])
    };
    for (what, sets, code, word) in [
        ("no files", vec![], "serif-not-found", "không có đủ bốn kiểu chữ"),
        ("no font", vec![broken()], "serif-not-truetype", "hỏng"),
        ("half a font", vec![half()], "serif-not-truetype", "hỏng"),
        ("restricted", vec![rights(2)], "serif-not-embeddable", "không cho phép nhúng"),
        ("not as a subset", vec![rights(0x0100)], "serif-not-embeddable", "không cho phép nhúng"),
        ("bitmaps only", vec![rights(0x0200)], "serif-not-embeddable", "không cho phép nhúng"),
        ("one style restricted", vec![with_rights_of_bold], "serif-not-embeddable", "không cho phép nhúng"),
        ("no ữ", vec![files(&times(|font| font.without('ữ')))], "serif-lacks-letter", "“ữ”"),
        ("no Ậ", vec![files(&times(|font| font.without('Ậ')))], "serif-lacks-letter", "“Ậ”"),
        ("another font", vec![other], "serif-other-font", "“Liberation Serif”"),
    ] {
        let (mut desk, decision) = with_decision(on_pc(sets));
        let serif = desk.call("style", json!({}))["serif"].clone();
        assert_eq!(
            (text(&serif["family"]), text(&serif["why"]["code"])),
            ("Liberation Serif", code),
            "{what}"
        );
        assert!(text(&serif["why"]["message"]).contains(word), "{what}: {serif}");
        let (told, pdf) = desk.export(&decision, "a.pdf");
        assert_eq!(told["serif"], "Liberation Serif", "{what}");
        assert!(embedded(&pdf).iter().any(|name| name == "LiberationSerif"), "{what}: {:?}", embedded(&pdf));
    }
    for (what, sets) in [
        ("may be installed", vec![rights(0)]),
        ("may be edited, as Microsoft's", vec![rights(8)]),
        ("may be printed", vec![rights(4)]),
        ("a collection", vec![good.each_ref().map(Font::collection)]),
        ("a broken set before a whole one", vec![broken(), files(&good)]),
    ] {
        let (mut desk, decision) = with_decision(on_pc(sets));
        let serif = desk.call("style", json!({}))["serif"].clone();
        assert_eq!((text(&serif["family"]), &serif["why"]), ("Times New Roman", &Value::Null), "{what}");
        let names = embedded(&desk.export(&decision, "a.pdf").1);
        assert!(names.contains("TimesNewRomanPSMT"), "{what}: {names:?}");
    }
}

#[test]
fn an_issued_document_seen_on_a_pc_without_its_font_says_so() {
    // Another face under the name, so that a page set in it looks different.
    let playfair = |style: &str| {
        let font = Font::read(&format!("playfair-display/PlayfairDisplay-{style}"));
        font.named("Times New Roman", "Version 5.01", "TimesNewRomanPSMT")
    };
    let (regular, bold) = (playfair("Regular"), playfair("Bold"));
    let theirs = || vec![files(&[regular.clone(), bold.clone(), regular.clone(), bold.clone()])];
    let (mut desk, decision) = with_decision(on_pc(theirs()));
    issue(&mut desk, &decision);
    let issued = pages(&mut desk, &decision);
    let (told, pdf) = desk.export(&decision, "mot.pdf");
    let notes = |pages: &Value| -> Vec<String> {
        let found = list(&pages["findings"]).iter().map(|found| text(&found["problem"]["code"]).to_owned());
        found.filter(|code| code == "preview-other-serif").collect()
    };
    assert!(notes(&issued).is_empty(), "{issued}");
    for (what, sets) in [("none", vec![]), ("another version", vec![files(&times(|font| font))])] {
        desk = moved(desk, sets);
        let seen = pages(&mut desk, &decision);
        assert_ne!(seen["svg"][0], issued["svg"][0], "{what}: it cannot be set in what is not there");
        assert_eq!(notes(&seen), ["preview-other-serif"], "{what}: and that is said");
        let (again, bytes) = desk.export(&decision, "hai.pdf");
        assert_eq!(bytes, pdf, "{what}: the file is the one that was issued");
        assert_eq!(
            (&again["serif"], &again["pages"]),
            (&told["serif"], &told["pages"]),
            "{what}: told as it is"
        );
    }
    desk = moved(desk, theirs());
    assert_eq!(pages(&mut desk, &decision), issued, "where it was issued it looks as it did");
}

#[test]
fn fonts_of_the_pc_are_looked_for_once_and_only_for_a_layout() {
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let office = open(&folder.path().join("kho"), move || {
        count.fetch_add(1, Ordering::Relaxed);
        Vec::new()
    });
    let mut desk = Desk { office, folder };
    desk.call("sample", json!({}));
    let newest = json!({ "year": null, "state": null, "template": null, "order": "changed", "reverse": false, "from": 0, "count": 100 });
    for (command, request) in [("status", json!({})), ("home", json!({})), ("documents", newest)] {
        desk.call(command, request);
    }
    assert_eq!(asked.load(Ordering::Relaxed), 0, "the program starts without reading fonts");
    let round = text(&desk.import("Tổng kết năm 2025")["round"]).to_owned();
    let decision = desk.draft("decision-commendation", &round);
    for _ in 0..3 {
        pages(&mut desk, &decision);
        desk.export(&decision, "a.pdf");
    }
    assert_eq!(asked.load(Ordering::Relaxed), 1, "and reads them once");
}

#[test]
fn certificates_follow_the_serif_in_use() {
    let (mut desk, decision) = with_decision(on_pc(vec![files(&times(|font| font))]));
    let path = desk.path("giay-khen.pdf");
    let told = desk.call("certificates", json!({ "id": decision, "path": path }));
    let names = embedded(&std::fs::read(&path).expect("written"));
    let serif = names.iter().any(|name| name.starts_with("TimesNewRoman"));
    assert_eq!(told["serif"], if serif { json!("Times New Roman") } else { Value::Null }, "{names:?}");
}
