//! A dossier written out: metadata as .xml with the element names of Decree 30/2020/NĐ-CP, appendix VI, part II, the
//! papers in the order of time under `mã hồ sơ.number`, the two lists, and the hashes of them all; as a ZIP or a folder.

use crate::{
    Office,
    dossiers::{
        fields::{self, FIELDS, value},
        lists::{self, Entry, Listed},
        papers::Paper,
    },
    problem::disk,
    progress::{Stage, stopped},
    wire::{DossierField, PackDossier, Packed, PackedFile, Problem},
};
use archive::folder::{FolderOut, SUMS, names::safe};
use exchange::{Package, Xml};
use std::{
    fs::{self, File},
    io::BufWriter,
    path::{Path, PathBuf},
};

/// Longest code in a file name.
const CODE: usize = 60;

#[allow(missing_docs)] // each command is described once, in the registry
impl Office {
    pub fn pack_dossier(&mut self, request: PackDossier) -> Result<Packed, Problem> {
        let path = PathBuf::from(&request.path);
        self.expect_outside(&path)?;
        let dossier = self.gather(&request.id)?;
        let organ_id = self.organ_id()?;
        let code = fields::file_code(&dossier.fields, &organ_id);
        for field in &dossier.fields {
            fields::check(&field.key, &field.value)?;
        }
        let papers: Vec<&Paper> = dossier.papers.iter().filter(|paper| paper.included).collect();
        if papers.is_empty() {
            return Err(Problem::new("dossier-empty", "Hồ sơ chưa có văn bản, tài liệu nào để đóng gói.")
                .hint("Hãy ban hành văn bản hoặc đính kèm tài liệu trước."));
        }
        let name = safe(&code, CODE);
        let mut out = if request.path.to_lowercase().ends_with(".zip") {
            Out::zip(&path)?
        } else {
            Out::Folder(FolderOut::new(&path)?, Vec::new())
        };
        let total = papers.len() + 1;
        let mut listed = Vec::with_capacity(papers.len());
        let mut page = Some(1);
        for (index, paper) in papers.iter().enumerate() {
            let Some(file) = &paper.file else { continue };
            let bytes = self.archive.read_file(file.id)?;
            let named = format!("{name}.{}{}", index + 1, extension(&file.name));
            out.add(&named, &bytes)?;
            listed.push(Listed {
                about: &paper.about,
                pages: span(&mut page, paper.pages),
                note: format!("….{}{}", index + 1, extension(&file.name)),
            });
            if self.watch(Stage::Copying)(index + 1, total).is_break() {
                return Err(stopped());
            }
        }
        out.add(&format!("{name}.xml"), metadata(&dossier.fields, &organ_id, &papers).as_bytes())?;
        let agency = self.archive.agency()?.unwrap_or_default();
        let created = dossier.changed_at;
        let of_dossiers =
            lists::of_dossiers(&[Entry { fields: &dossier.fields, pages: page_total(&papers) }]);
        let of_papers = lists::of_papers(&listed);
        let drawn = [
            lists::dossiers_paper(
                &of_dossiers,
                value(&dossier.fields, "year"),
                value(&dossier.fields, "creator"),
                &agency,
                dossier.day,
                created,
            ),
            lists::papers_paper(&of_papers, &dossier.fields, &agency, created),
        ];
        let laid = self.lay_out_now(&Vec::from(drawn).into())?;
        let pdfs = laid.pdfs(&self.watch(Stage::Writing))?;
        for ((words, list), pdf) in
            [("Mục lục hồ sơ", &of_dossiers), ("Mục lục văn bản", &of_papers)].into_iter().zip(pdfs)
        {
            out.add(&format!("{words}.pdf"), &pdf)?;
            out.add(&format!("{words}.xlsx"), &list.excel()?)?;
        }
        let files = out.finish(&path)?;
        Ok(Packed { path: request.path, file_code: code, files, remarks: dossier.remarks })
    }
}

/// Pages of a dossier's papers, those not known left out.
pub(crate) fn page_total(papers: &[&Paper]) -> u32 {
    papers.iter().filter_map(|paper| paper.pages).sum()
}

/// The pages of the next paper in the count of the whole dossier; once one is not known, none after it is.
fn span(next: &mut Option<u32>, pages: Option<u32>) -> String {
    let (Some(first), Some(count)) = (*next, pages) else {
        *next = None;
        return String::new();
    };
    *next = Some(first + count);
    match count {
        0 | 1 => first.to_string(),
        _ => format!("{first}-{}", first + count - 1),
    }
}

/// `.pdf` of `Quyết định.PDF`.
fn extension(name: &str) -> String {
    match name.rsplit_once('.') {
        Some((_, extension))
            if (1..=8).contains(&extension.len()) && extension.chars().all(|c| c.is_ascii_alphanumeric()) =>
        {
            format!(".{}", extension.to_lowercase())
        }
        _ => String::new(),
    }
}

/// The metadata. Elements without a value are left out; dates are day/month/year in ten letters.
fn metadata(fields: &[DossierField], organ_id: &str, papers: &[&Paper]) -> String {
    let mut xml = Xml::default();
    let some = |xml: &mut Xml, name: &str, text: &str| {
        if !text.is_empty() {
            xml.leaf(name, text);
        }
    };
    let code = |xml: &mut Xml| {
        xml.branch("FileCode", |code| {
            some(code, "OrganId", organ_id);
            some(code, "FileCatalog", value(fields, "year"));
            some(code, "FileNotation", value(fields, "notation"));
        });
    };
    let day = |text: &str| text.parse::<chrono::NaiveDate>().map_or_else(|_| String::new(), dated);
    xml.branch("File", |file| {
        code(file);
        for spec in FIELDS.iter().filter(|spec| !spec.element.is_empty()) {
            match spec.key {
                "year" | "notation" => {}
                "startDate" | "endDate" => some(file, spec.element, &day(value(fields, spec.key))),
                // Totals come before the remark.
                "description" => {
                    file.leaf("DocTotal", &papers.len().to_string());
                    file.leaf("PageTotal", &page_total(papers).to_string());
                    some(file, spec.element, value(fields, spec.key));
                }
                key => some(file, spec.element, value(fields, key)),
            }
        }
        file.branch("Documents", |documents| {
            for (index, paper) in papers.iter().enumerate() {
                let about = &paper.about;
                documents.branch("Document", |document| {
                    code(document);
                    document.leaf("DocOrdinal", &(index + 1).to_string());
                    some(document, "TypeName", &about.type_name);
                    some(document, "CodeNumber", &about.number);
                    some(document, "CodeNotation", &about.symbol);
                    some(document, "IssuedDate", &about.date.map(dated).unwrap_or_default());
                    some(document, "OrganName", &about.issuer);
                    some(document, "Subject", &about.subject);
                    document.leaf("Language", "Tiếng Việt");
                    some(
                        document,
                        "PageAmount",
                        &paper.pages.map(|pages| pages.to_string()).unwrap_or_default(),
                    );
                    if !about.signer.is_empty() {
                        document.branch("SignerInfo", |signer| {
                            some(signer, "Position", &about.position);
                            signer.leaf("FullName", &about.signer);
                        });
                    }
                    for to in &about.to {
                        document.branch("To", |whom| whom.leaf("OrganName", to));
                    }
                });
            }
        });
    });
    xml.finish()
}

fn dated(day: chrono::NaiveDate) -> String {
    day.format("%d/%m/%Y").to_string()
}

/// What of a paper is longer than appendix VI, part II, section I has room for.
pub(crate) fn too_long(paper: &Paper) -> Vec<Problem> {
    let about = &paper.about;
    let digits = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
    let mut found = Vec::new();
    for (element, text, longest) in [
        ("TypeName", about.type_name.clone(), 100),
        ("CodeNumber", about.number.clone(), 11),
        ("CodeNotation", about.symbol.clone(), 30),
        ("OrganName", about.issuer.clone(), 200),
        ("Subject", about.subject.clone(), 500),
        ("PageAmount", digits(paper.pages), 3),
        ("Position", about.position.clone(), 100),
        ("FullName", about.signer.clone(), 50),
    ] {
        let letters = text.chars().count();
        if letters > longest {
            let message = format!(
                "{element} của “{}” dài {letters} ký tự, quá {longest} ký tự của Phụ lục VI Nghị định 30/2020/NĐ-CP.",
                about.subject
            );
            found.push(
                Problem::new("dossier-long", message)
                    .hint("Giá trị vẫn được ghi đầy đủ; hệ thống nhận có thể không nhận.")
                    .value("element", element),
            );
        }
    }
    found
}

/// Where a package goes.
enum Out {
    Folder(FolderOut, Vec<PackedFile>),
    Zip { package: Box<Package<BufWriter<File>>>, beside: Beside, files: Vec<PackedFile> },
}

/// A file beside its place, gone when it is not finished.
struct Beside(PathBuf);

impl Drop for Beside {
    fn drop(&mut self) {
        // After it was renamed there is nothing to remove.
        let _ = fs::remove_file(&self.0);
    }
}

impl Out {
    fn zip(path: &Path) -> Result<Self, Problem> {
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(".đang-ghi");
        let beside = path.with_file_name(name);
        let file = File::create(&beside).map_err(|error| disk("ghi", path, &error))?;
        Ok(Self::Zip {
            package: Box::new(Package::new(BufWriter::new(file))),
            beside: Beside(beside),
            files: Vec::new(),
        })
    }

    fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), Problem> {
        let known = PackedFile {
            name: name.to_owned(),
            sha256: archive::folder::sha256(bytes),
            bytes: bytes.len() as u64,
        };
        match self {
            Self::Folder(out, files) => {
                out.write_bytes(name, bytes)?;
                files.push(known);
            }
            Self::Zip { package, files, .. } => {
                package.add(name, bytes)?;
                files.push(known);
            }
        }
        Ok(())
    }

    fn finish(self, path: &Path) -> Result<Vec<PackedFile>, Problem> {
        match self {
            Self::Folder(out, files) => {
                out.finish()?;
                Ok(files)
            }
            Self::Zip { mut package, beside, files } => {
                let mut sums: Vec<String> =
                    files.iter().map(|file| format!("{}  {}\n", file.sha256, file.name)).collect();
                sums.sort_by(|a, b| a[64..].cmp(&b[64..]));
                package.add(SUMS, sums.concat().as_bytes())?;
                let failed = |error: std::io::Error| disk("ghi", path, &error);
                let file = package.finish()?.into_inner().map_err(|error| failed(error.into_error()))?;
                file.sync_all().map_err(failed)?;
                drop(file);
                fs::rename(&beside.0, path).map_err(failed)?;
                Ok(files)
            }
        }
    }
}
