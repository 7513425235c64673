//! Plain XML out: elements with text, indented, the same for the same content. No attributes, no namespaces.

/// A piece of XML being written.
#[derive(Debug)]
pub struct Xml {
    text: String,
    depth: usize,
}

impl Default for Xml {
    fn default() -> Self {
        Self { text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned(), depth: 0 }
    }
}

impl Xml {
    /// An element with text.
    pub fn leaf(&mut self, name: &str, text: &str) {
        self.indent();
        self.text.push_str(&format!("<{name}>{}</{name}>\n", escaped(text)));
    }

    /// An element with elements inside.
    pub fn branch(&mut self, name: &str, inside: impl FnOnce(&mut Self)) {
        self.indent();
        self.text.push_str(&format!("<{name}>\n"));
        self.depth += 1;
        inside(self);
        self.depth -= 1;
        self.indent();
        self.text.push_str(&format!("</{name}>\n"));
    }

    /// The whole text.
    pub fn finish(self) -> String {
        self.text
    }

    fn indent(&mut self) {
        self.text.push_str(&"  ".repeat(self.depth));
    }
}

/// Text as XML takes it: signs of markup by name, what XML cannot hold left out.
fn escaped(text: &str) -> String {
    let kept = text
        .chars()
        .filter(|c| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}') || matches!(c, '\n' | '\t'));
    kept.fold(String::with_capacity(text.len()), |mut out, c| {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            c => out.push(c),
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read_back() {
        let mut xml = Xml::default();
        xml.branch("File", |file| file.leaf("Title", "A & B <c> ]]> \u{1}“Điều 1”"));
        let text = xml.finish();
        let mut reader = quick_xml::Reader::from_str(&text);
        let mut read = String::new();
        loop {
            match reader.read_event().expect("it is XML") {
                quick_xml::events::Event::Eof => break,
                quick_xml::events::Event::Text(part) => read.push_str(part.as_ref()),
                quick_xml::events::Event::GeneralRef(part) => {
                    read.push_str(match part.as_ref() {
                        "amp" => "&",
                        "lt" => "<",
                        "gt" => ">",
                        _ => "?",
                    });
                }
                _ => {}
            }
        }
        assert_eq!(read.trim(), "A & B <c> ]]> “Điều 1”");
    }
}
