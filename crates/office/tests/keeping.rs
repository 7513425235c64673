//! Keeping for decades: the whole archive out and in again.

mod desk;

use desk::{Desk, text};
use serde_json::json;
use std::fs;

/// A desk with a round, an issued decision and a signed copy of it.
fn worked() -> (Desk, String) {
    let mut desk = Desk::with_sample();
    let round = text(&desk.import("Tổng kết năm 2025")["round"]).to_owned();
    let decision = desk.draft("decision-commendation", &round);
    desk.propose(&decision);
    desk.call("issue", json!({ "id": decision, "number": "15", "date": "2025-12-15" }));
    (desk, decision)
}

#[test]
fn the_whole_archive_goes_out_with_an_index_and_words_and_comes_back_equal() {
    let (mut desk, _) = worked();
    let to = desk.path("xuất");
    let written = desk.call("export_all", json!({ "path": to, "identities": true }));
    assert!(written["files"].as_u64().is_some_and(|files| files > 15), "{written}");
    let words = fs::read_to_string(to.join("ĐỌC-TÔI.txt")).expect("there are words for people");
    assert!(words.contains("sha256sum -c SHA256SUMS") && !words.contains('{'), "they are complete: {words}");
    let index = fs::read(to.join("Mục lục.xlsx")).expect("there is an index");
    let index = exchange::read_workbook(&index, "Mục lục.xlsx").expect("Excel reads it");
    let names: Vec<&str> = index.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["Văn bản", "Khen thưởng", "Đối tượng", "Hội nghị", "Tệp"]);

    let looked = desk.call("look_into_folder", json!({ "path": to }));
    let mut other = Desk::new();
    let taken = other.call("import_all", json!({ "path": to }));
    assert_eq!(taken, looked, "what was shown beforehand came in");
    let newest_first = || json!({ "text": "", "order": "newest", "reverse": false, "from": 0, "count": 100 });
    for (command, request) in [
        ("conferences", newest_first()),
        ("rounds", newest_first()),
        ("document", json!({ "id": "doc-1" })),
        ("search", json!({ "text": "quyet dinh", "limit": 50 })),
    ] {
        assert_eq!(
            other.call(command, request.clone()),
            desk.call(command, request),
            "{command} says the same"
        );
    }
    assert_eq!(other.call("check", json!({}))["sound"], true);
    let again = other.refused("import_all", json!({ "path": to }));
    assert_eq!(again.code, "refused", "only an empty archive takes a folder in");
}

#[test]
fn the_whole_archive_goes_to_another_pc_as_one_file() {
    let (mut desk, _) = worked();
    let package = desk.path("Kho của Sở.bangvang");
    let masked = desk.refused("export_all", json!({ "path": package, "identities": false }));
    assert_eq!(masked.code, "package-masked", "it could not be brought in");
    let written = desk.call("export_all", json!({ "path": package, "identities": true }));
    assert_eq!(written["bytes"].as_u64(), fs::metadata(&package).ok().map(|file| file.len()));
    let beside: Vec<_> = fs::read_dir(package.parent().expect("a folder"))
        .expect("read")
        .map(|entry| entry.expect("an entry").file_name())
        .filter(|name| name.to_string_lossy().contains("đang"))
        .collect();
    assert!(beside.is_empty(), "only the package is left: {beside:?}");

    let mut other = Desk::new();
    let looked = other.call("look_into_folder", json!({ "path": package }));
    assert_eq!(other.call("import_all", json!({ "path": package })), looked);
    assert_eq!(
        other.call("document", json!({ "id": "doc-1" })),
        desk.call("document", json!({ "id": "doc-1" })),
        "equal"
    );
    assert_eq!(other.call("check", json!({}))["sound"], true);
    assert!(!other.path("kho").join("archive.unpacked").exists(), "nothing of it is left in the archive");

    let mut bytes = fs::read(&package).expect("read");
    bytes.truncate(bytes.len() / 2);
    fs::write(&package, bytes).expect("written");
    let cut = Desk::new().refused("import_all", json!({ "path": package }));
    assert_eq!(cut.code, "not-a-package", "{cut:?}");
}

#[test]
fn the_archives_own_folder_is_no_place_for_an_export() {
    let (mut desk, _) = worked();
    let inside = desk.path("kho").join("xuất");
    assert_eq!(
        desk.refused("export_all", json!({ "path": inside, "identities": false })).code,
        "inside-archive"
    );
}

/// Opens a package.
fn unzip(path: &std::path::Path) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(fs::File::open(path).expect("there")).expect("a ZIP");
    (0..zip.len())
        .map(|index| {
            let mut entry = zip.by_index(index).expect("an entry");
            let mut bytes = Vec::new();
            std::io::copy(&mut entry, &mut bytes).expect("read");
            (entry.name().expect("UTF-8").into_owned(), bytes)
        })
        .collect()
}

#[test]
fn a_decisions_dossier_holds_its_papers_in_order_with_metadata_and_lists() {
    let (mut desk, decision) = worked();
    let proposed = desk.call("dossier", json!({ "id": decision }));
    assert_eq!(proposed["brief"]["maintenance"], "10 năm", "the head's awards: {}", proposed["retention"]);
    assert!(
        proposed["retention"]["unverified"].is_string(),
        "and it is said that the rows in force were not seen"
    );
    let codes = |view: &serde_json::Value| -> Vec<String> {
        view["remarks"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|remark| text(&remark["code"]).to_owned())
            .collect()
    };
    assert!(codes(&proposed).contains(&"dossier-organ-id".to_owned()));
    assert!(
        codes(&proposed).contains(&"dossier-not-signed".to_owned()),
        "no signed copy yet: {}",
        proposed["remarks"]
    );

    desk.call("set_setting", json!({ "name": "organ_id", "value": "000.00.05.H61" }));
    let values = json!({ "notation": "01.TĐKT", "creator": "Lê Thị Ba", "rights": "Hạn chế", "sheets": "9" });
    let saved = desk.call("save_dossier", json!({ "id": decision, "values": values, "papers": {} }));
    assert_eq!(saved["fileCode"], "000.00.05.H61.2025.01.TĐKT");
    let zip = desk.path("hồ sơ.zip");
    let packed = desk.call("pack_dossier", json!({ "id": decision, "path": zip }));
    let files = unzip(&zip);
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let papers: Vec<&&str> = names
        .iter()
        .filter(|name| name.starts_with("000.00.05.H61.2025.01.TĐKT.") && !name.ends_with(".xml"))
        .collect();
    assert_eq!(papers.len() as u64, saved["docTotal"].as_u64().expect("a number"), "{names:?}");
    for name in [
        "Mục lục hồ sơ.pdf",
        "Mục lục hồ sơ.xlsx",
        "Mục lục văn bản.pdf",
        "Mục lục văn bản.xlsx",
        "SHA256SUMS",
    ] {
        assert!(names.contains(&name), "{name} is in {names:?}");
    }
    let xml = files.iter().find(|(name, _)| name.ends_with(".xml")).expect("metadata");
    let xml = String::from_utf8(xml.1.clone()).expect("UTF-8");
    for element in [
        "<OrganId>000.00.05.H61</OrganId>",
        "<FileCatalog>2025</FileCatalog>",
        "<FileNotation>01.TĐKT</FileNotation>",
        "<Maintenance>10 năm</Maintenance>",
        "<Rights>Hạn chế</Rights>",
        "<Creator>Lê Thị Ba</Creator>",
        "<Language>Tiếng Việt</Language>",
        "<EndDate>15/12/2025</EndDate>",
        "<DocOrdinal>1</DocOrdinal>",
        "<TypeName>Quyết định</TypeName>",
        "<CodeNumber>15</CodeNumber>",
        "<IssuedDate>15/12/2025</IssuedDate>",
        "<FullName>",
    ] {
        assert!(xml.contains(element), "{element} is in {xml}");
    }
    let sums = &files.iter().find(|(name, _)| name == "SHA256SUMS").expect("hashes").1;
    let sums = String::from_utf8(sums.clone()).expect("UTF-8");
    for file in packed["files"].as_array().expect("a list") {
        let line = format!("{}  {}", text(&file["sha256"]), text(&file["name"]));
        assert!(sums.lines().any(|known| known == line), "{line} is listed");
    }
    let again = desk.path("lần hai.zip");
    desk.call("pack_dossier", json!({ "id": decision, "path": again }));
    assert!(
        fs::read(&zip).expect("read") == fs::read(again).expect("read"),
        "the same dossier, the same package"
    );
    let folder = desk.path("hồ sơ");
    desk.call("pack_dossier", json!({ "id": decision, "path": folder }));
    for (name, bytes) in &files {
        assert!(
            fs::read(folder.join(name)).expect("it is there too") == *bytes,
            "{name} is the same as a folder"
        );
    }
}

#[test]
fn a_signed_copy_takes_the_place_of_the_unsigned_paper() {
    let (mut desk, decision) = worked();
    let signed = desk.path("đã ký.pdf");
    let kept = desk.rows("files", json!({ "id": decision }));
    let first = kept.iter().find(|file| file["role"] == "issued").expect("frozen");
    desk.call("save_file", json!({ "id": first["id"], "path": signed }));
    let mut bytes = fs::read(&signed).expect("read");
    bytes.extend(b"\n% /ByteRange of a signature\n");
    fs::write(&signed, &bytes).expect("written");
    let attached = desk.call("attach", json!({ "id": decision, "path": signed }));
    let view = desk.call("dossier", json!({ "id": decision }));
    let paper = |id: &serde_json::Value| {
        view["papers"]
            .as_array()
            .expect("a list")
            .iter()
            .find(|paper| paper["file"] == *id)
            .expect("listed")
            .clone()
    };
    assert_eq!(paper(&attached["id"])["included"], true, "the signed copy is in");
    assert_eq!(paper(&first["id"])["included"], false, "the unsigned one is not");
    let key = text(&paper(&first["id"])["key"]).to_owned();
    let choice =
        json!({ "id": decision, "values": {}, "papers": { key: { "included": true, "pages": null } } });
    let view = desk.call("save_dossier", choice);
    let papers = view["papers"].as_array().expect("a list");
    assert!(
        papers.iter().any(|paper| paper["file"] == first["id"] && paper["included"] == true),
        "the officer decides"
    );
    desk.call("undo", json!({}));
    assert_eq!(
        desk.call("dossier", json!({ "id": decision }))["papers"][0]["own"],
        false,
        "and may take it back"
    );
}

#[test]
fn values_that_do_not_fit_are_refused_with_their_field() {
    let (mut desk, decision) = worked();
    let problem = desk.refused(
        "save_dossier",
        json!({ "id": decision, "values": { "notation": "x".repeat(21) }, "papers": {} }),
    );
    assert_eq!((problem.code.as_str(), problem.field.as_deref()), ("dossier-field", Some("notation")));
    let problem = desk.refused("set_setting", json!({ "name": "organ_id", "value": "12345678901234" }));
    assert_eq!(problem.code, "dossier-organ-id-form");
    assert_eq!(desk.refused("dossier", json!({ "id": "hon-1" })).code, "no-dossier");
}

#[test]
fn what_is_due_is_listed_and_on_the_first_screen() {
    let (mut desk, decision) = worked();
    let due = |desk: &mut Desk| {
        let due = desk.call("dossiers", json!({ "due": true }));
        assert_eq!(desk.call("home", json!({}))["due"], due, "the first screen says the same of so few");
        due
    };
    let ids = |list: &serde_json::Value| -> Vec<(String, String)> {
        let rows = list.as_array().expect("a list").iter();
        rows.map(|row| (text(&row["id"]).to_owned(), text(&row["due"]).to_owned())).collect()
    };
    desk.call("save_dossier", json!({ "id": decision, "values": { "endDate": "2025-12-15" }, "papers": {} }));
    assert!(!ids(&due(&mut desk)).iter().any(|(id, _)| *id == decision), "the day it ends nothing is due");
    for (ended, expected) in [
        ("2025-11-01", Some("electronic")),
        ("2025-01-10", Some("hand_over")),
        ("2015-01-10", Some("hand_over")),
        ("2014-12-31", Some("retention_ended")),
    ] {
        desk.call("save_dossier", json!({ "id": decision, "values": { "endDate": ended }, "papers": {} }));
        let found = ids(&due(&mut desk)).into_iter().find(|(id, _)| *id == decision).map(|(_, due)| due);
        assert_eq!(found.as_deref(), expected, "ended on {ended}, today is 15/12/2025");
    }
    let handed = json!({ "endDate": "2025-01-10", "handedOver": "2025-12-01" });
    desk.call("save_dossier", json!({ "id": decision, "values": handed, "papers": {} }));
    assert!(!ids(&due(&mut desk)).iter().any(|(id, _)| *id == decision), "what was handed over is done");
    let forever = json!({ "endDate": "1990-01-10", "maintenance": "Vĩnh viễn" });
    desk.call("save_dossier", json!({ "id": decision, "values": forever, "papers": {} }));
    assert!(!ids(&due(&mut desk)).iter().any(|(id, _)| *id == decision), "what is kept for ever never ends");
}

#[test]
fn a_conferences_dossier_outlives_the_decisions_in_it() {
    let (mut desk, _) = worked();
    let view = desk.call("dossier", json!({ "id": "conf-1" }));
    assert_eq!(view["retention"]["proposed"], "Vĩnh viễn");
    let reasons = view["retention"]["reasons"].as_array().expect("a list");
    assert!(text(&reasons[0]).starts_with("Hồ sơ hội nghị"), "{reasons:?}");
}
