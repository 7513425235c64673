//! Long work: told how far it is, stopped on request; many files at once; ornament that pages share.

use std::ops::ControlFlow;
use std::sync::Mutex;

use document::{Document, Section};
use lopdf::Object;
use lopdf::content::Content;
use typesetting::{Cancelled, Fonts, Form, PdfError, lay_out, lay_out_watched, pdf, pdf_each, pdf_watched};

use crate::samples::{certificates, decision};

/// What a watch was told, and the answer it gives after so many calls.
struct Diary {
    told: Mutex<Vec<(usize, usize)>>,
    patience: usize,
}

impl Diary {
    fn new(patience: usize) -> Self {
        Diary { told: Mutex::default(), patience }
    }

    fn note(&self, done: usize, total: usize) -> ControlFlow<()> {
        let mut told = self.told.lock().expect("no call panicked");
        told.push((done, total));
        if told.len() >= self.patience { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    fn told(self) -> Vec<(usize, usize)> {
        self.told.into_inner().expect("no call panicked")
    }
}

#[test]
fn a_long_list_tells_how_far_it_is() {
    let (document, fonts) = (decision(2000), Fonts::bundled());
    let diary = Diary::new(usize::MAX);
    let watched =
        lay_out_watched(&document, &fonts, &Form::default(), &|done, total| diary.note(done, total));
    let layout = watched.expect("nobody stopped it");
    let told = diary.told();
    assert!(told.len() >= 100, "a bar moves smoothly: {} calls", told.len());
    assert!(
        told.is_sorted() && told.iter().all(|(done, total)| done <= total),
        "it only goes forward: {told:?}"
    );
    let (done, total) = told[told.len() - 1];
    assert!(done * 100 >= total * 95, "and it arrives: {done} of {total}");

    let diary = Diary::new(usize::MAX);
    let file = pdf_watched(&layout, &fonts, &|done, total| diary.note(done, total)).expect("written");
    assert!(diary.told().len() >= 100, "writing tells as well");
    let unwatched = pdf(&lay_out(&document, &fonts), &fonts).expect("written");
    assert!(file == unwatched, "being watched changes nothing");
}

#[test]
fn long_work_stops_on_request() {
    let (document, fonts) = (decision(2000), Fonts::bundled());
    let diary = Diary::new(3);
    let watched =
        lay_out_watched(&document, &fonts, &Form::default(), &|done, total| diary.note(done, total));
    assert_eq!(watched.err(), Some(Cancelled), "layout ends with what it was told");
    assert_eq!(diary.told().len(), 3, "and does not go on");

    let layout = lay_out(&document, &fonts);
    let diary = Diary::new(3);
    let written = pdf_watched(&layout, &fonts, &|done, total| diary.note(done, total));
    assert!(matches!(written, Err(PdfError::Cancelled)), "so does writing");
    let calls = diary.told().len();
    assert!(calls < 20, "threads that were busy end soon: {calls} calls");
}

#[test]
fn files_of_their_own_are_those_that_would_be_written_one_by_one() {
    let fonts = Fonts::bundled();
    let pages = certificates(5);
    let single = |section: &Section| Document { meta: pages.meta.clone(), sections: vec![section.clone()] };
    let documents: Vec<Document> = pages.sections.iter().map(single).collect();
    let diary = Diary::new(usize::MAX);
    let files = pdf_each(&documents, &fonts, &Form::default(), &|done, total| diary.note(done, total));
    let one_by_one: Vec<Vec<u8>> =
        documents.iter().map(|document| pdf(&lay_out(document, &fonts), &fonts).expect("written")).collect();
    let files: Vec<Vec<u8>> = files.expect("written").into_iter().map(|(_, bytes)| bytes).collect();
    assert!(files == one_by_one, "in the order of the documents, byte for byte");
    assert_eq!(diary.told().len(), 5, "each file is told");
}

#[test]
fn ornament_that_pages_share_is_in_the_file_once() {
    let fonts = Fonts::bundled();
    let bytes = pdf(&lay_out(&certificates(3), &fonts), &fonts).expect("written");
    let file = lopdf::Document::load_mem(&bytes).expect("read back");
    let drawn = |object: &&Object| {
        object.as_stream().is_ok_and(|stream| {
            let kind = stream.dict.get(b"Subtype").and_then(Object::as_name);
            kind.is_ok_and(|kind| kind == b"Form") && !stream.content.is_empty()
        })
    };
    let forms: Vec<&Object> = file.objects.values().filter(drawn).collect();
    let [form] = &forms[..] else { panic!("one form, not {}", forms.len()) };
    let form = form.as_stream().expect("a stream");
    assert!(
        form.dict.has(b"BBox") && form.dict.has(b"Resources"),
        "a form says how large it is and what it uses"
    );
    let content = Content::decode(&form.decompressed_content().expect("readable")).expect("operators");
    let painted = content.operations.iter().filter(|step| matches!(step.operator.as_str(), "S" | "f" | "B"));
    assert_eq!(painted.count(), 6, "two frames and four corners");
    for (number, page) in file.get_pages() {
        let content = Content::decode(&file.get_page_content(page)).expect("operators");
        let operators: Vec<&str> =
            content.operations.iter().map(|operation| operation.operator.as_str()).collect();
        let uses = operators.windows(3).filter(|three| *three == ["BMC", "Do", "EMC"]).count();
        assert_eq!(uses, 1, "page {number} uses it once, as an artifact");
        assert!(!operators.contains(&"S"), "page {number} draws nothing of it again");
    }
    let alone = pdf(&lay_out(&certificates(1), &fonts), &fonts).expect("written");
    let alone = lopdf::Document::load_mem(&alone).expect("read back");
    assert!(!alone.objects.values().any(|object| drawn(&object)), "a single page needs no form");
}
