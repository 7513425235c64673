//! The same texts as flat OpenDocument files for LibreOffice: ornament in the page's header, texts as paragraphs in the
//! sizes of our layout, the list as a table whose head repeats.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use serde_json::Value;

/// Writes `decision.fodt`, `certificates.fodt` and a `certificate-N.fodt` for each page.
pub(crate) fn write(folder: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let read = |name: &str| -> Result<Value, Box<dyn std::error::Error>> {
        Ok(serde_json::from_str(&fs::read_to_string(folder.join(name))?)?)
    };
    fs::write(folder.join("decision.fodt"), decision(&read("decision.json")?))?;
    let pages = read("certificates.json")?;
    let ornament = base64(&fs::read(folder.join("ornament.svg"))?);
    let pages = pages.as_array().ok_or("certificates.json holds pages")?;
    fs::write(folder.join("certificates.fodt"), certificates(pages, &ornament))?;
    for (number, page) in pages.iter().enumerate() {
        let one = certificates(std::slice::from_ref(page), &ornament);
        fs::write(folder.join(format!("certificate-{number}.fodt")), one)?;
    }
    Ok(())
}

/// A whole file: automatic styles, the page's size and margins, what its header holds, and its text.
fn file(styles: &str, page: &str, header: &str, body: &str) -> String {
    format!(
        r##"<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title>Quyết định</dc:title></office:meta>
<office:font-face-decls><style:font-face style:name="Serif" svg:font-family="'Liberation Serif'"/></office:font-face-decls>
<office:styles><style:default-style style:family="paragraph"><style:text-properties style:font-name="Serif" fo:font-size="14pt" fo:language="vi" fo:country="VN"/></style:default-style></office:styles>
<office:automatic-styles>
<style:page-layout style:name="Sheet"><style:page-layout-properties {page}/><style:header-style/></style:page-layout>
<style:style style:name="Behind" style:family="graphic"><style:graphic-properties style:run-through="background" style:wrap="run-through" style:horizontal-pos="from-left" style:horizontal-rel="page" style:vertical-pos="from-top" style:vertical-rel="page"/></style:style>
{styles}</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Sheet">{header}</style:master-page></office:master-styles>
<office:body><office:text>
{body}</office:text></office:body></office:document>
"##
    )
}

fn paragraph_style(name: &str, paragraph: &str, text: &str) -> String {
    format!(
        "<style:style style:name=\"{name}\" style:family=\"paragraph\"><style:paragraph-properties {paragraph}/><style:text-properties {text}/></style:style>\n"
    )
}

fn paragraph(style: &str, text: &str) -> String {
    format!("<text:p text:style-name=\"{style}\">{}</text:p>\n", escaped(text))
}

fn decision(papers: &Value) -> String {
    let bold = "fo:font-weight=\"bold\"";
    let centre = "fo:text-align=\"center\"";
    let indented = "fo:text-align=\"justify\" fo:text-indent=\"10mm\" fo:margin-bottom=\"6pt\"";
    let cell = "fo:padding=\"1mm\" fo:border=\"0.5pt solid #000000\" style:vertical-align=\"middle\"";
    let styles = [
        paragraph_style("Centred", centre, bold),
        paragraph_style("Annex", &format!("{centre} fo:break-before=\"page\""), bold),
        paragraph_style("Citation", indented, "fo:font-style=\"italic\""),
        paragraph_style("Body", indented, ""),
        paragraph_style("center", centre, "fo:font-size=\"13pt\""),
        paragraph_style("left", "fo:text-align=\"left\"", "fo:font-size=\"13pt\""),
        paragraph_style("justify", "fo:text-align=\"left\"", "fo:font-size=\"13pt\""),
        paragraph_style("right", "fo:text-align=\"right\"", "fo:font-size=\"13pt\""),
        paragraph_style("ColumnHead", centre, &format!("{bold} fo:font-size=\"13pt\"")),
        format!(
            "<style:style style:name=\"Cell\" style:family=\"table-cell\"><style:table-cell-properties {cell}/></style:style>\n"
        ),
    ];
    let mut styles = styles.concat();
    let mut body = String::new();
    for (number, paper) in papers.as_array().into_iter().flatten().enumerate() {
        for (index, block) in paper.as_array().into_iter().flatten().enumerate() {
            let text = |key: &str| block[key].as_str().unwrap_or_default().to_owned();
            match block["kind"].as_str().unwrap_or_default() {
                "head" => {
                    for line in [text("parent"), text("agency"), text("number"), text("place")] {
                        body += &paragraph("Centred", &line);
                    }
                    body += &paragraph("Centred", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
                    body += &paragraph("Centred", "Độc lập - Tự do - Hạnh phúc");
                }
                "title" => {
                    body += &paragraph("Centred", &text("text"));
                    body += &paragraph("Centred", &text("summary"));
                }
                "centred" => body += &paragraph("Centred", &text("text")),
                "citation" => body += &paragraph("Citation", &text("text")),
                "article" => body += &paragraph("Body", &format!("{} {}", text("label"), text("text"))),
                "annex" => {
                    for (at, line) in strings(&block["lines"]).into_iter().enumerate() {
                        let first = number > 0 && index == 0 && at == 0;
                        body += &paragraph(if first { "Annex" } else { "Centred" }, &line);
                    }
                    body += &paragraph("center", &text("reference"));
                }
                "closing" => {
                    strings(&block["distribution"]).iter().for_each(|line| body += &paragraph("left", line));
                    strings(&block["position"]).iter().for_each(|line| body += &paragraph("Centred", line));
                    body += &paragraph("Centred", &text("name"));
                }
                "table" => body += &table(block, &mut styles),
                _ => body += &paragraph("Body", &text("text")),
            }
        }
    }
    let page = "fo:page-width=\"210mm\" fo:page-height=\"297mm\" fo:margin-top=\"20mm\" fo:margin-bottom=\"20mm\" fo:margin-left=\"30mm\" fo:margin-right=\"20mm\"";
    file(&styles, page, "", &body)
}

fn table(block: &Value, styles: &mut String) -> String {
    let columns = block["columns"].as_array().map_or(&[][..], Vec::as_slice);
    let aligns: Vec<&str> = columns.iter().map(|column| column["align"].as_str().unwrap_or("left")).collect();
    let mut out = String::from("<table:table table:name=\"List\">");
    for (index, column) in columns.iter().enumerate() {
        // LibreOffice finds no width by itself: a narrow column gets about what ours comes to.
        let share = column["share"].as_f64().filter(|share| *share > 0.0).unwrap_or(0.8);
        let _ = writeln!(
            styles,
            "<style:style style:name=\"Column{index}\" style:family=\"table-column\"><style:table-column-properties style:rel-column-width=\"{}*\"/></style:style>",
            (share * 1000.0).round()
        );
        let _ = write!(out, "<table:table-column table:style-name=\"Column{index}\"/>");
    }
    let cell = |style: &str, text: &str, span: usize| {
        format!(
            "<table:table-cell table:style-name=\"Cell\" table:number-columns-spanned=\"{span}\">{}</table:table-cell>",
            paragraph(style, text).trim_end()
        )
    };
    out += "<table:table-header-rows><table:table-row>";
    for column in columns {
        out += &cell("ColumnHead", column["head"].as_str().unwrap_or_default(), 1);
    }
    out += "</table:table-row></table:table-header-rows>\n";
    for row in block["rows"].as_array().into_iter().flatten() {
        let cells = strings(row);
        out += "<table:table-row>";
        if let [only] = &cells[..] {
            out += &cell("left", only, columns.len());
        } else {
            for (text, align) in cells.iter().zip(&aligns) {
                out += &cell(align, text, 1);
            }
        }
        out += "</table:table-row>\n";
    }
    out + "</table:table>\n"
}

fn certificates(pages: &[Value], ornament: &str) -> String {
    let mut styles = String::new();
    let mut body = String::new();
    let boxes = |page: &Value| page.as_array().cloned().unwrap_or_default();
    let styled = pages.first().map(boxes).unwrap_or_default();
    let number = |value: &Value, key: &str| value[key].as_f64().unwrap_or(0.0);
    for (index, text) in styled.iter().enumerate() {
        let look = format!(
            "fo:font-size=\"{}pt\" fo:color=\"{}\" fo:font-weight=\"{}\" fo:font-style=\"{}\"",
            number(text, "size"),
            text["color"].as_str().unwrap_or("#000000"),
            if text["bold"] == true { "bold" } else { "normal" },
            if text["italic"] == true { "italic" } else { "normal" },
        );
        let break_before = if index == 0 { "fo:break-before=\"page\"" } else { "" };
        styles += &paragraph_style(
            &format!("T{index}"),
            &format!("fo:text-align=\"center\" {break_before}"),
            &look,
        );
    }
    for page in pages {
        for (index, text) in boxes(page).iter().enumerate() {
            let style = format!("T{}", index.min(styled.len().saturating_sub(1)));
            body += &paragraph(&style, text["text"].as_str().unwrap_or_default());
        }
    }
    let header = format!(
        "<style:header><text:p><draw:frame draw:style-name=\"Behind\" text:anchor-type=\"paragraph\" svg:x=\"0mm\" svg:y=\"0mm\" svg:width=\"297mm\" svg:height=\"210mm\"><draw:image draw:mime-type=\"image/svg+xml\"><office:binary-data>{ornament}</office:binary-data></draw:image></draw:frame></text:p></style:header>"
    );
    let page = "fo:page-width=\"297mm\" fo:page-height=\"210mm\" style:print-orientation=\"landscape\" fo:margin-top=\"15mm\" fo:margin-bottom=\"10mm\" fo:margin-left=\"25mm\" fo:margin-right=\"25mm\"";
    file(&styles, page, &header, &body)
}

fn strings(list: &Value) -> Vec<String> {
    let items = list.as_array().into_iter().flatten();
    items.map(|item| item.as_str().unwrap_or_default().to_owned()).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\n', "<text:line-break/>")
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len() * 4 / 3 + 4);
    for three in bytes.chunks(3) {
        let value =
            three.iter().fold(0_u32, |value, byte| value << 8 | u32::from(*byte)) << ((3 - three.len()) * 8);
        for place in 0..4 {
            let letter = LETTERS[(value >> (18 - place * 6) & 63) as usize];
            out.push(if place > three.len() { '=' } else { char::from(letter) });
        }
    }
    out
}
