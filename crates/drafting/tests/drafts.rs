//! What templates make of facts, fields and gaps.

mod common;

use common::*;
use drafting::*;

#[test]
fn papers_read_as_they_should() {
    for template in templates() {
        let drafted = draft(template, &facts_for(template), &Values::new(), created());
        let mut text = plain(&drafted.document);
        for found in &drafted.diagnostics {
            text.push_str(&format!("! {:?} {} {:?}: {}\n", found.severity, found.code, found.field, found.message));
        }
        insta::assert_snapshot!(template.id.as_str(), text);
    }
}
