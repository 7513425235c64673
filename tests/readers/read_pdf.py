"""Reads PDFs with pdfminer.six, which shares no code with the program, and prints what it finds as JSON.

Usage: read_pdf.py FILE... > answer.json: a list with one object for each file. Places are points from the top left
corner of the page, numbers of letters and strokes are packed in lists to keep the answer small; `pdf.rs` beside this
file says what each means.
"""

import json
import sys
from xml.etree import ElementTree

from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.layout import LTChar, LTCurve
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, PDFStream, resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text


def plain(value):
    """A PDF value as JSON: names and strings as text, streams and deep references left out."""
    value = resolve1(value)
    if isinstance(value, PSLiteral):
        return value.name if isinstance(value.name, str) else value.name.decode("latin-1")
    if isinstance(value, bytes):
        return decode_text(value)
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items() if key not in ("P", "Parent", "K", "Pg")}
    return None if isinstance(value, PDFStream) else value


def place(thing, met):
    """Place of a thing in the list of those met, so that it is written once."""
    return met.setdefault(json.dumps(thing), len(met))


class Page(PDFLayoutAnalyzer):
    """Collects letters and strokes with the marked content they stand in."""

    def __init__(self, manager):
        super().__init__(manager, laparams=None)
        self.open, self.letters, self.strokes, self.looks, self.marks = [], [], [], {}, {}

    def begin_tag(self, tag, props=None):
        props = props if isinstance(props, dict) else {}
        self.open.append([plain(tag), props.get("MCID"), plain(props.get("Type")), plain(props.get("Subtype"))])

    def end_tag(self):
        self.open.pop()

    def mark(self):
        """Place of the marked content under way in the list of those met."""
        return place([len(self.open), *(self.open[-1] if self.open else [None] * 4)], self.marks)

    def render_char(self, *arguments, **more):
        advance = super().render_char(*arguments, **more)
        letter = self.cur_item._objs[-1]
        x, y = letter.matrix[4:6]
        color = letter.graphicstate.ncolor
        color = [color] if isinstance(color, (int, float)) else list(color)
        look = place([letter.fontname, round(letter.size, 3), [round(part, 3) for part in color]], self.looks)
        self.letters.append([letter.get_text(), round(x, 3), round(x + letter.adv, 3), round(y, 3), look, self.mark()])
        return advance

    def paint_path(self, state, stroke, fill, evenodd, path):
        before = len(self.cur_item._objs)
        super().paint_path(state, stroke, fill, evenodd, path)
        for drawn in self.cur_item._objs[before:]:
            if isinstance(drawn, LTCurve) and not isinstance(drawn, LTChar):
                closed = any(step[0] == "h" for step in drawn.original_path or [])
                color = state.scolor if stroke else state.ncolor
                color = [color] if isinstance(color, (int, float)) else list(color)
                points = [[round(x, 3), round(y, 3)] for x, y in drawn.pts]
                self.strokes.append(
                    [points, closed, bool(stroke), bool(fill), round(state.linewidth, 3),
                     [round(part, 3) for part in color], self.mark()]
                )


def number(reference):
    return reference.objid if isinstance(reference, PDFObjRef) else None


def widget(reference, pages):
    """An annotation with its place."""
    found = resolve1(reference)
    named = plain({key: found[key] for key in ("Subtype", "FT", "T", "TU", "F", "StructParent", "V") if key in found})
    appearance = resolve1(found.get("AP"))
    return {
        **named,
        "object": number(reference),
        "rect": plain(found["Rect"]),
        "appearance": appearance is not None and "N" in appearance,
        "page": pages.get(number(found.get("P"))),
    }


def element(reference, pages, inherited=None):
    """An element of the tag tree with all below it."""
    found = resolve1(reference)
    page = pages.get(number(found.get("Pg")), inherited)
    kids = resolve1(found.get("K", []))
    kids = kids if isinstance(kids, list) else [found["K"]]
    below = []
    for kid in kids:
        value = resolve1(kid)
        if isinstance(value, int):
            below.append({"mark": value, "page": page})
        elif plain(value.get("Type")) == "MCR":
            below.append({"mark": value["MCID"], "page": pages.get(number(value.get("Pg")), page)})
        elif plain(value.get("Type")) == "OBJR":
            below.append({"widget": number(value["Obj"]), "page": pages.get(number(value.get("Pg")), page)})
        else:
            below.append(element(kid, pages, page))
    attributes = resolve1(found.get("A", []))
    attributes = attributes if isinstance(attributes, list) else [attributes]
    return {
        "object": number(reference),
        "parent": number(found.get("P")),
        "kind": plain(found["S"]),
        "alt": plain(found.get("Alt")),
        "spoken": plain(found.get("ActualText")),
        "language": plain(found.get("Lang")),
        "attributes": {key: value for one in attributes for key, value in plain(one).items()},
        "kids": below,
    }


def numbered(tree):
    """A number tree as pairs of a number and the objects it leads to."""
    node = resolve1(tree)
    pairs = resolve1(node.get("Nums", []))
    found = []
    for key, value in zip(pairs[::2], pairs[1::2]):
        listed = resolve1(value)
        found.append([key, [number(item) for item in listed] if isinstance(listed, list) else number(value)])
    for kid in resolve1(node.get("Kids", [])):
        found.extend(numbered(kid))
    return found


def bookmarks(node):
    """The outline as a list of titles with those below each."""
    at, found = resolve1(node).get("First"), []
    while at is not None:
        entry = resolve1(at)
        found.append({"title": plain(entry["Title"]), "kids": bookmarks(at)})
        at = entry.get("Next")
    return found


def described(packet):
    """The properties of an XMP packet by namespace and name, those of several values joined by lines."""
    root = ElementTree.fromstring(packet.decode("utf-8").lstrip("\ufeff"))
    resource = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}Description"
    return {
        named.tag: "\n".join(text for text in (part.strip() for part in named.itertext()) if text)
        for description in root.iter(resource)
        for named in description
    }


def read(path):
    with open(path, "rb") as file:
        document = PDFDocument(PDFParser(file))
        manager = PDFResourceManager()
        listed = list(PDFPage.create_pages(document))
        pages = {page.pageid: index for index, page in enumerate(listed)}
        answer = {"pages": []}
        for page in listed:
            device = Page(manager)
            PDFPageInterpreter(manager, device).process_page(page)
            x0, y0, x1, y1 = page.mediabox
            answer["pages"].append({
                "width": x1 - x0,
                "height": y1 - y0,
                "tabs": plain(page.attrs.get("Tabs")),
                "parents": plain(page.attrs.get("StructParents")),
                "looks": [json.loads(look) for look in device.looks],
                "marks": [json.loads(mark) for mark in device.marks],
                "letters": device.letters,
                "strokes": device.strokes,
                "widgets": [widget(reference, pages) for reference in resolve1(page.attrs.get("Annots", []))],
            })
        catalog = document.catalog
        root = resolve1(catalog["StructTreeRoot"])
        top = resolve1(root["K"])
        answer["tree"] = [element(kid, pages) for kid in (top if isinstance(top, list) else [root["K"]])]
        answer["parent_tree"] = numbered(root["ParentTree"])
        answer["roles"] = plain(root.get("RoleMap")) or {}
        answer["fields"] = [number(field) for field in resolve1(resolve1(catalog.get("AcroForm", {})).get("Fields", []))]
        answer["outline"] = bookmarks(catalog["Outlines"]) if "Outlines" in catalog else []
        answer["information"] = plain(document.info[0])
        answer["metadata"] = described(resolve1(catalog["Metadata"]).get_data())
        kept = ("Lang", "MarkInfo", "ViewerPreferences", "PageMode")
        answer["catalog"] = plain({key: catalog[key] for key in kept if key in catalog})
        answer["intents"] = [plain(intent)["S"] for intent in resolve1(catalog["OutputIntents"])]
        return answer


json.dump([read(path) for path in sys.argv[1:]], sys.stdout, ensure_ascii=False, separators=(",", ":"))
