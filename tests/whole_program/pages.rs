//! The pages in Chromium, against the loopback host: every screen, both languages, narrow and large, without a word
//! of complaint on the console.

use crate::support::{
    program::Desk,
    sample::{ROUND, list, workbook},
    screen::{Browser, picture},
    webdriver::{Session, until},
};
use serde_json::json;

/// Nothing is being asked for any more, and something is shown.
const SETTLED: &str = "const busy = document.querySelector('[role=\"progressbar\"]');
const main = document.querySelector('main');
return !busy && main !== null && main.innerText.trim().length > 0";

/// Controls that lie on one another, each pair told by what a person reads on them.
const OVERLAPPING: &str =
    "const controls = [...document.querySelectorAll('main :is(button, .fui-Input, .fui-Dropdown)')]
    .filter((control) => control.getClientRects().length > 0);
const clipper = (of) => {
    for (let up = of.parentElement; up; up = up.parentElement)
        if (getComputedStyle(up).overflowY !== 'visible') return up;
    return null;
};
const name = (of) => of.innerText || of.getAttribute('aria-label') || of.className;
const found = [];
controls.forEach((one, index) => {
    const a = one.getBoundingClientRect();
    for (const other of controls.slice(index + 1)) {
        if (one.contains(other) || other.contains(one) || clipper(one) !== clipper(other)) continue;
        const b = other.getBoundingClientRect();
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (wide > 1 && high > 1) found.push(`${name(one)} | ${name(other)}`);
    }
});
return found";

/// A desk where every screen has something to show.
fn desk_at_work() -> Desk {
    let desk = Desk::with_round();
    desk.draft_for_round("decision-commendation");
    desk.draft_for_round("submission-province");
    desk.draft_for_conference("conference-report");
    desk
}

/// The addresses of all screens of that desk.
fn screens(desk: &Desk) -> Vec<(&'static str, String)> {
    let first = |command: &str| list(&desk.get(&[command]))[0]["id"].as_str().expect("an id").to_owned();
    let (round, conference) = (first("rounds"), first("conferences"));
    let documents = desk.get(&["documents"]);
    let decision =
        list(&documents).iter().find(|d| d["template"] == "decision-commendation").expect("drafted");
    let decision = decision["id"].as_str().expect("an id").to_owned();
    let (_, name) = desk.nominated().swap_remove(0);
    let hits = desk.hits(&name);
    let honoree =
        list(&hits).iter().find(|hit| hit["kind"] == "honoree").expect("found")["id"].as_str().expect("id");
    let mut all: Vec<(&str, String)> = ["home", "rounds", "documents", "conferences", "honorees", "import"]
        .into_iter()
        .chain(["register", "units", "duplicates", "dossiers", "history", "templates", "settings", "help"])
        .map(|screen| (screen, format!("#/{screen}")))
        .collect();
    for step in
        ["list", "check", "council", "submission", "decision", "certificates", "presentation", "archive"]
    {
        all.push((step, format!("#/rounds/{round}?step={step}")));
    }
    all.extend([
        ("document", format!("#/documents/{decision}")),
        ("certificate-pages", format!("#/certificates/{decision}")),
        ("conference", format!("#/conferences/{conference}")),
        ("dossier", format!("#/dossiers/{conference}")),
        ("history-of-one", format!("#/history/{decision}")),
        ("honoree", format!("#/honorees/{honoree}")),
        ("search", "#/search?q=so%20tu%20phap".to_owned()),
    ]);
    all
}

fn show(session: &Session, address: &str) {
    session.run("window.location.hash = arguments[0]", &json!([address]));
    until(address, || (session.run(SETTLED, &json!([])) == true).then_some(()));
}

/// Errors that the page told the console.
fn complaints(session: &Session) -> Vec<String> {
    session.console().into_iter().filter(|entry| entry.starts_with("\"SEVERE\"")).collect()
}

#[test]
fn every_screen_opens_in_both_languages() {
    let desk = desk_at_work();
    let screens = screens(&desk);
    let browser = Browser::open(&desk);
    let session = &browser.session;
    session.find("[data-testid='nav-home']");
    for language in ["vi", "en"] {
        until("the language", || {
            (session.run("return document.documentElement.lang", &json!([])) == language).then_some(())
        });
        for (name, address) in &screens {
            show(session, address);
            let trouble = session.look("[data-testid='problem']").map(|_| session.page_text());
            assert_eq!(trouble, None, "{name} in {language}");
            assert_eq!(complaints(session), Vec::<String>::new(), "{name} in {language}");
            let wide = session
                .run("const e = document.documentElement; return e.scrollWidth - e.clientWidth", &json!([]));
            assert_eq!(wide, 0, "{name} in {language} is wider than the window");
            let overlapping = session.run(OVERLAPPING, &json!([]));
            assert_eq!(overlapping, json!([]), "{name} in {language}: controls lie on one another");
            session.picture(&picture(&format!("{language}-{name}.png")));
        }
        show(session, "#/home");
        session.click("[data-testid='language-switch']");
    }
}

#[test]
fn text_at_200_percent_still_fits() {
    let desk = desk_at_work();
    let screens = screens(&desk);
    let browser = Browser::open(&desk);
    let session = &browser.session;
    session.find("[data-testid='nav-home']");
    session.run("localStorage.setItem('text-size', '200'); window.location.reload()", &json!([]));
    until("large text", || {
        (session.run("return document.documentElement.style.fontSize", &json!([])) == "200%").then_some(())
    });
    for (name, address) in screens {
        show(session, &address);
        let wide = session
            .run("const e = document.documentElement; return e.scrollWidth - e.clientWidth", &json!([]));
        assert_eq!(wide, 0, "{name} is wider than the window");
        session.picture(&picture(&format!("large-{name}.png")));
    }
    assert_eq!(complaints(session), Vec::<String>::new());
}

#[test]
fn a_workbook_is_looked_at_before_anything_is_written() {
    let desk = Desk::new();
    desk.get(&["sample"]);
    let browser = Browser::open(&desk);
    let session = &browser.session;
    session.find("[data-testid='nav-home']");
    show(session, "#/import");
    // Cancelled: everything stays as it was.
    browser.answer_dialogs(&json!({ "open": "" }));
    session.click("[data-testid='choose-workbook']");
    browser.answer_dialogs(&json!({ "open": workbook() }));
    session.click("[data-testid='choose-workbook']");
    let counts = session.text("[data-testid='import-counts']");
    assert!(counts.contains('='), "{counts}");
    show(session, "#/rounds");
    assert!(!session.page_text().contains(ROUND), "looking is not importing");
    show(session, "#/import");
    session.click("[data-testid='choose-workbook']");
    session.find("[data-testid='import-counts']");
    session.clear("[data-testid='import-name']");
    session.type_into("[data-testid='import-name']", ROUND);
    session.click("[data-testid='import-commit']");
    session.click("[data-testid='go-to-round']");
    session.wait_for_text("main", ROUND);
    assert_eq!(complaints(session), Vec::<String>::new());
}

#[test]
fn typing_as_unikey_does_changes_the_page_and_is_kept() {
    let desk = desk_at_work();
    let (_, address) = screens(&desk).into_iter().find(|(name, _)| *name == "document").expect("listed");
    let browser = Browser::open(&desk);
    let session = &browser.session;
    session.find("[data-testid='nav-home']");
    show(session, &address);
    let before = session.page_after("");
    let field = "[data-testid='field-summary']";
    session.clear(field);
    // Unikey sends letters, takes them back with Backspace and sends the syllable again.
    for keys in [
        "Tie",
        "\u{e003}",
        "ê",
        "ng",
        "\u{e003}\u{e003}\u{e003}",
        "ếng",
        " Vie",
        "\u{e003}",
        "ê",
        "t",
        "\u{e003}\u{e003}",
        "ệt",
    ] {
        session.type_into(field, keys);
    }
    let value = || session.run("return document.querySelector(arguments[0]).value", &json!([field]));
    assert_eq!(value(), "Tiếng Việt");
    session.page_after(&before);
    assert_eq!(value(), "Tiếng Việt", "saving does not touch what is being typed");
    // Left and come back to: it was kept without being asked.
    show(session, "#/home");
    show(session, &address);
    until("the kept value", || (value() == "Tiếng Việt").then_some(()));
    assert_eq!(complaints(session), Vec::<String>::new());
}
