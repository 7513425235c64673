//! Signing every field of a file in turn with pyHanko, and having pyHanko, poppler and qpdf judge what came of it.

use serde::Deserialize;
use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{pdf, python, tool};

/// A file after everybody has signed.
#[derive(Debug, Deserialize)]
pub(crate) struct Signed {
    #[serde(rename = "signed")]
    pub(crate) path: PathBuf,
    /// Names of the fields in the order in which they were found empty and signed.
    pub(crate) fields: Vec<String>,
    judged: Vec<Judged>,
}

#[derive(Debug, Deserialize)]
struct Judged {
    field: String,
    valid: bool,
    said: String,
}

/// Signs every field of each file in turn, and checks that all signatures are valid by two programs, that the signed
/// file is sound, begins with the exported bytes and says the same.
pub(crate) fn sign_in_turn(paths: &[impl AsRef<Path>], folder: &Path) -> Vec<Signed> {
    fs::create_dir_all(folder).expect("a folder for the signed files");
    let originals: Vec<&Path> = paths.iter().map(AsRef::as_ref).collect();
    let answer = python("sign_pdf.py", &[&[folder], &originals[..]].concat());
    let signed: Vec<Signed> = serde_json::from_str(&answer).expect("the signer's answer");
    let unsigned = pdf::read(&originals);
    let read = pdf::read(&signed.iter().map(|signed| &signed.path).collect::<Vec<_>>());
    for (((original, signed), before), after) in originals.iter().zip(&signed).zip(&unsigned).zip(&read) {
        check(original, signed);
        for (page, (before, after)) in before.pages.iter().zip(&after.pages).enumerate() {
            let text =
                |page: &pdf::Page| page.letters.iter().map(|letter| letter.text.clone()).collect::<String>();
            assert_eq!(text(before), text(after), "{}: the text of page {page}", original.display());
            assert!(
                after.fields.iter().all(|field| field.signed),
                "{}: nobody is left to sign",
                original.display()
            );
        }
    }
    signed
}

fn check(original: &Path, signed: &Signed) {
    let name = original.display();
    let mut judged: Vec<&str> = signed.judged.iter().map(|judged| judged.field.as_str()).collect();
    judged.sort_unstable();
    let mut fields: Vec<&str> = signed.fields.iter().map(String::as_str).collect();
    fields.sort_unstable();
    assert_eq!(judged, fields, "{name}: pyHanko finds a signature in every field");
    for judged in &signed.judged {
        assert!(judged.valid, "{name}: pyHanko says of {}: {}", judged.field, judged.said);
    }
    let said = tool("pdfsig", &[&signed.path]);
    let times = |words: &str| said.matches(words).count();
    assert_eq!(times("Signature is Valid."), fields.len(), "{name}: poppler agrees: {said}");
    assert_eq!(
        times("- Total document signed"),
        1,
        "{name}: the last signature covers the whole file: {said}"
    );
    for field in fields {
        assert!(said.contains(&format!("Signature Field Name: {field}\n")), "{name}: {field} in {said}");
    }
    let (before, after) = (fs::read(original).expect("read"), fs::read(&signed.path).expect("read"));
    assert!(after.starts_with(&before), "{name}: signing only adds to the exported bytes");
    tool("qpdf", &["--check".as_ref(), signed.path.as_os_str()]);
}
