//! Every document of these tests, laid out, written to a file and read back, once for all tests.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use document::Document;
use typesetting::{Fonts, Layout, lay_out, pdf, pdf_for_preflight};

use crate::papers::{annex_alone, cases, decision, invitation, letter, regulation};
use crate::readers::pdf::{File, read};
use crate::samples;

/// A document and what became of it.
pub(crate) struct Written {
    pub(crate) layout: Layout,
    /// What the officer gets.
    pub(crate) path: PathBuf,
    /// As read by another program.
    pub(crate) file: File,
}

/// The same documents as PDF/A-1b.
pub(crate) const FOR_PREFLIGHT: &str = "preflight";

static ALL: LazyLock<BTreeMap<String, Written>> = LazyLock::new(|| {
    let folder = folder();
    std::fs::create_dir_all(folder.join(FOR_PREFLIGHT)).expect("a folder for the files");
    let fonts = Fonts::bundled();
    let documents = documents();
    let paths: Vec<PathBuf> = documents.iter().map(|(name, _)| folder.join(format!("{name}.pdf"))).collect();
    let layouts: Vec<Layout> = documents.iter().map(|(_, document)| lay_out(document, &fonts)).collect();
    for ((layout, path), (name, _)) in layouts.iter().zip(&paths).zip(&documents) {
        std::fs::write(path, pdf(layout, &fonts).expect("the file is written")).expect("the file is kept");
        let path = folder.join(FOR_PREFLIGHT).join(format!("{name}.pdf"));
        std::fs::write(path, pdf_for_preflight(layout, &fonts).expect("written")).expect("the file is kept");
    }
    let files = read(&paths);
    let written = layouts.into_iter().zip(paths).zip(files);
    let written = written.map(|((layout, path), file)| Written { layout, path, file });
    documents.into_iter().map(|(name, _)| name).zip(written).collect()
});

/// Where the files are.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("independent")
}

/// All documents by name.
pub(crate) fn all() -> &'static BTreeMap<String, Written> {
    &ALL
}

/// The document of this name.
pub(crate) fn written(name: &str) -> &'static Written {
    ALL.get(name).unwrap_or_else(|| panic!("no document is called {name}"))
}

fn documents() -> Vec<(String, Document)> {
    let mut documents = Vec::new();
    for words in cases() {
        documents.push((format!("decision-{}", words.case), decision(&words)));
        documents.push((format!("letter-{}", words.case), letter(&words)));
        documents.push((format!("annex-{}", words.case), annex_alone(&words)));
    }
    let others = [
        ("regulation", regulation()),
        ("invitation", invitation()),
        ("minutes", samples::minutes()),
        ("submission", samples::submission()),
        ("report", samples::report()),
        ("letter-with-holes", samples::letter()),
        ("marked", samples::marked()),
        ("list", samples::decision(200)),
        ("certificates", samples::certificates(3)),
        ("hostile", samples::hostile()),
    ];
    documents.extend(others.map(|(name, document)| (name.to_owned(), document)));
    documents
}
