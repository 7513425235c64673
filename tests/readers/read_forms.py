"""Reads the sample forms out of the decree's own .docx and prints them as JSON: for each form, by its number, what
stands in it in order. Uses nothing but Python's own library.

Usage: read_forms.py FILE > answer.json

An element is `{text, where, align, bold, italic, capitals, size, indented}`: `where` is `left` or `right` in a table of
columns, else `page`; the look is that of most of its letters; numbers of footnotes are left out. A line of underscores
is a rule: `{rule: true, where}`. A form ends where its notes (`Ghi chú:`) begin.
"""

import json
import re
import sys
import zipfile
from collections import Counter
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# An indent of the first line, in twentieths of a point, from which on it begins a paragraph.
PARAGRAPH = 200
FORM = re.compile(r"Mẫu (\d+\.\d+)\s*-")


def value(parent, name):
    """The value of a property; none where it is not said."""
    found = parent.find(W + name) if parent is not None else None
    return None if found is None else found.get(W + "val", "true")


def inherited(styles, style):
    """A paragraph style and those it is based on, nearest first."""
    while style is not None and style in styles:
        yield styles[style]
        style = value(styles[style], "basedOn")


def first(values, default):
    return next((found for found in values if found is not None), default)


def paragraph(element, styles, where):
    """What a paragraph says and how it looks; none when it says nothing."""
    properties = element.find(W + "pPr")
    chain = list(inherited(styles, value(properties, "pStyle") or "Normal"))
    looks, text = Counter(), ""
    for run in element.iter(W + "r"):
        said = "".join(
            part.text or "" if part.tag == W + "t" else " " if part.tag in (W + "tab", W + "br") else "" for part in run
        )
        own = run.find(W + "rPr")
        if value(own, "vertAlign") == "superscript" and set(said.strip()) != {"_"}:
            continue

        def look(name, default):
            return first([value(own, name), *(value(style.find(W + "rPr"), name) for style in chain)], default)

        text += said
        bold, italic = (look(name, "false") not in ("false", "0") for name in ("b", "i"))
        # Dots stand for what is filled in: letters say more about the look.
        looks[bold, italic, int(look("sz", "20")) / 2] += 1 + 1000 * sum(letter.isalnum() for letter in said)
    text = " ".join(text.split())
    if not text:
        return None
    if set(text) == {"_"}:
        return {"rule": True, "where": where}
    bold, italic, size = looks.most_common(1)[0][0]
    indents = [properties, *(style.find(W + "pPr") for style in chain)]
    indent = next((found for one in indents if one is not None and (found := one.find(W + "ind")) is not None), None)
    letters = [letter for letter in text if letter.isalpha()]
    return {
        "text": text,
        "where": where,
        "align": first([value(properties, "jc"), *(value(style.find(W + "pPr"), "jc") for style in chain)], "start"),
        "bold": bold,
        "italic": italic,
        "capitals": bool(letters) and all(letter.isupper() for letter in letters),
        "size": size,
        "indented": indent is not None and int(indent.get(W + "firstLine", "0")) > PARAGRAPH,
    }


def elements(node, styles, where="page"):
    for child in node:
        if child.tag == W + "p":
            found = paragraph(child, styles, where)
            if found:
                yield found
        elif child.tag == W + "tbl":
            # Column by column, so that each can be followed down.
            rows = [row.findall(W + "tc") for row in child.findall(W + "tr")]
            widest = max(len(row) for row in rows)
            for column in range(widest):
                side = "page" if widest == 1 else "right" if column == widest - 1 else "left"
                for row in rows:
                    if column < len(row):
                        yield from elements(row[column], styles, side)


def forms(path):
    with zipfile.ZipFile(path) as archive:
        document = ElementTree.fromstring(archive.read("word/document.xml"))
        sheet = ElementTree.fromstring(archive.read("word/styles.xml"))
    styles = {style.get(W + "styleId"): style for style in sheet.iter(W + "style")}
    found, number, open_form = {}, None, False
    for element in elements(document.find(W + "body"), styles):
        text = element.get("text", "")
        begun = FORM.match(text)
        if begun:
            number, open_form = begun.group(1), True
            found[number] = []
        elif text.startswith("Ghi chú"):
            open_form = False
        elif open_form:
            found[number].append(element)
    return found


json.dump(forms(sys.argv[1]), sys.stdout, ensure_ascii=False)
