//! What the file says about itself: the information dictionary and the XMP packet, which must agree.

use chrono::{DateTime, FixedOffset};
use document::Meta;
use lopdf::{Dictionary, Object, dictionary};

use crate::pdf::Claim;
use crate::pdf::finish::text_string;

/// Name of the program in the files it writes.
const PROGRAM: &str = "Bảng Vàng";

/// The information dictionary.
pub(super) fn information(meta: &Meta) -> Dictionary {
    let date = Object::string_literal(pdf_date(&meta.created));
    dictionary! {
        "Title" => text_string(&title(meta)),
        "Author" => text_string(&printable(&meta.author)),
        "Subject" => text_string(&printable(&meta.subject)),
        "Creator" => text_string(PROGRAM),
        "Producer" => text_string(PROGRAM),
        "CreationDate" => date.clone(),
        "ModDate" => date,
    }
}

/// PDF/UA asks for a title.
fn title(meta: &Meta) -> String {
    if meta.title.trim().is_empty() { "Văn bản".into() } else { printable(&meta.title) }
}

/// Text without the characters XML cannot hold, so that both places can say the same.
fn printable(text: &str) -> String {
    let kept = text.chars().filter(|letter| !matches!(letter, '\u{fffe}' | '\u{ffff}'));
    kept.map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

fn pdf_date(time: &DateTime<FixedOffset>) -> String {
    let zone = time.format("%z").to_string();
    let (hours, minutes) = zone.split_at(zone.len().min(3));
    format!("D:{}{hours}'{minutes}'", time.format("%Y%m%d%H%M%S"))
}

/// The XMP packet.
pub(super) fn xmp(meta: &Meta, claim: Claim) -> String {
    let (part, conformance) = match claim {
        Claim::Archive => (2, "A"),
        Claim::Preflight => (1, "B"),
    };
    let created = meta.created.format("%Y-%m-%dT%H:%M:%S%:z").to_string();
    let description = escaped(&meta.subject);
    format!(
        r#"<?xpacket begin="{mark}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{description}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>vi-VN</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{created}</xmp:CreateDate>
<xmp:ModifyDate>{created}</xmp:ModifyDate>
<xmp:MetadataDate>{created}</xmp:MetadataDate>
<xmp:CreatorTool>{PROGRAM}</xmp:CreatorTool>
<pdf:Producer>{PROGRAM}</pdf:Producer>
<pdfaid:part>{part}</pdfaid:part>
<pdfaid:conformance>{conformance}</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA part number</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"#,
        mark = '\u{feff}',
        title = escaped(&title(meta)),
        author = escaped(&meta.author),
    )
}

/// Text inside XML.
fn escaped(text: &str) -> String {
    printable(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
