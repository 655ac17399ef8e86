"""What PDF/UA-1 (ISO 14289-1) asks of a file and a program can find out.

The numbers are those of the Matterhorn Protocol 1.1, the list of ways to fail. Whether
a heading is one and an alternative text says what is seen, only people can tell.
"""

from collections import Counter

import pikepdf

# ISO 32000-1, 14.8.4
STANDARD = {
    "Document",
    "Part",
    "Art",
    "Sect",
    "Div",
    "BlockQuote",
    "Caption",
    "TOC",
    "TOCI",
    "Index",
    "NonStruct",
    "Private",
    "P",
    "H",
    "H1",
    "H2",
    "H3",
    "H4",
    "H5",
    "H6",
    "L",
    "LI",
    "Lbl",
    "LBody",
    "Table",
    "TR",
    "TH",
    "TD",
    "THead",
    "TBody",
    "TFoot",
    "Span",
    "Quote",
    "Note",
    "Reference",
    "BibEntry",
    "Code",
    "Link",
    "Annot",
    "Ruby",
    "RB",
    "RT",
    "RP",
    "Warichu",
    "WT",
    "WP",
    "Figure",
    "Formula",
    "Form",
}
PARENTS = {
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "LI": {"L"},
    "Lbl": {"LI"},
    "LBody": {"LI"},
}
SHOWING = {
    "Tj",
    "TJ",
    "'",
    '"',
    "S",
    "s",
    "f",
    "F",
    "f*",
    "B",
    "B*",
    "b",
    "b*",
    "sh",
    "Do",
    "INLINE IMAGE",
}
NAMESPACE = "http://www.aiim.org/pdfua/ns/id/"


class Element:
    """An element of structure: its type, what is in it, and what it says of itself."""

    def __init__(self, found, parent, roles):
        own = str(found.S).removeprefix("/")
        self.type = roles.get(own, own)
        self.found, self.parent = found, parent
        self.children, self.marks, self.objects = [], [], []
        for kid in kids_of(found):
            self.add(kid, roles)

    def add(self, kid, roles):
        if isinstance(kid, int):
            self.marks.append((self.found.Pg.objgen, kid))
        elif kid.get("/Type") == "/OBJR":
            self.objects.append(kid.Obj.objgen)
        elif kid.get("/Type") == "/MCR":
            self.marks.append((kid.get("/Pg", self.found.Pg).objgen, int(kid.MCID)))
        else:
            self.children.append(Element(kid, self, roles))

    @property
    def all(self):
        yield self
        for child in self.children:
            yield from child.all

    def attribute(self, name):
        held = self.found.get("/A", pikepdf.Dictionary())
        every = [held] if isinstance(held, pikepdf.Dictionary) else list(held)
        return next((one[name] for one in every if name in one), None)


def kids_of(found):
    kids = found.get("/K", pikepdf.Array())
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def failures(pdf):
    """Yield each way in which a file fails, in a sentence with its number."""
    root = pdf.Root
    if "/StructTreeRoot" not in root:
        yield "01-005: nothing is tagged"
        return
    tree = root.StructTreeRoot
    roles = {
        str(name).removeprefix("/"): str(role).removeprefix("/")
        for name, role in tree.get("/RoleMap", {}).items()
    }
    top = [Element(kid, None, roles) for kid in kids_of(tree)]
    elements = [element for one in top for element in one.all]
    yield from failures_of_document(pdf)
    yield from failures_of_content(pdf, elements)
    yield from failures_of_types(elements)
    yield from failures_of_headings(elements)
    yield from failures_of_tables(elements)
    yield from failures_of_links(pdf, elements)
    yield from failures_of_fonts(pdf)


def failures_of_document(pdf):
    root = pdf.Root
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        if metadata.get(f"{{{NAMESPACE}}}part") != "1":
            yield "06-002: does not say that it is PDF/UA-1"
        if not metadata.get("dc:title"):
            yield "06-003: no title in its metadata"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        yield "07-002: its name is shown instead of its title"
    if not root.get("/MarkInfo", {}).get("/Marked", False):
        yield "01-001: not marked as tagged"
    if not str(root.get("/Lang", "")):
        yield "11-006: no language"
    if "/Outlines" not in root:
        yield "no bookmarks (7.17 asks for them)"


def failures_of_content(pdf, elements):
    """What is shown is either in one element or decoration, never in both."""
    told = Counter(mark for element in elements for mark in element.marks)
    yield from (f"01-004: told twice: {mark}" for mark in told if told[mark] > 1)
    for page in pdf.pages:
        shown = set()
        for mark in marks_shown(page):
            if mark is None:
                yield "01-003: content is neither tagged nor an artifact"
            elif mark != "Artifact":
                shown.add((page.obj.objgen, mark))
        yield from (f"01-005: not in the tree: {mark}" for mark in shown - set(told))


def marks_shown(page):
    """Yield for each thing that is painted what it is marked as, None if it is not."""
    around = []
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in {"BDC", "BMC"}:
            around.append(mark_in(operands))
        elif name == "EMC":
            around.pop()
        elif name in SHOWING:
            marks = [mark for mark in around if mark is not None]
            if "Artifact" in marks and len(marks) > 1:
                yield None
            else:
                yield marks[-1] if marks else None


def mark_in(operands):
    if operands[0] == "/Artifact":
        return "Artifact"
    has_number = len(operands) > 1 and "/MCID" in operands[1]
    return int(operands[1].MCID) if has_number else None


def failures_of_types(elements):
    for element in elements:
        wanted = PARENTS.get(element.type)
        parent = element.parent.type if element.parent else None
        if element.type not in STANDARD:
            yield f"02-001: {element.type} is no standard type, and mapped to none"
        if wanted and parent not in wanted:
            yield f"09-004: {element.type} in {parent}"
        if element.type == "Figure" and not str(element.found.get("/Alt", "")):
            yield "13-004: a figure without an alternative text"


def failures_of_headings(elements):
    headings = {f"H{level}": level for level in range(1, 7)}
    levels = [headings[one.type] for one in elements if one.type in headings]
    if not levels:
        yield "14-002: no headings"
    for before, level in zip([0, *levels], levels, strict=False):
        if level > before + 1:
            yield f"14-003: H{level} after H{before}"


def failures_of_tables(elements):
    for table in (one for one in elements if one.type == "Table"):
        cells = [one for one in table.all if one.type in {"TH", "TD"}]
        names = {
            str(one.found.ID)
            for one in cells
            if one.type == "TH" and "/ID" in one.found
        }
        for cell in cells:
            headers = cell.attribute("/Headers")
            named = {str(name) for name in headers or ()}
            is_named = bool(named) and named <= names
            if cell.type == "TD" and not is_named and not has_scopes(cells):
                yield "15-003: a cell whose header is not told"
        widths = {
            sum(int(cell.attribute("/ColSpan") or 1) for cell in row.children)
            for row in table.all
            if row.type == "TR"
        }
        if len(widths) > 1:
            yield f"15-001: rows of {sorted(widths)} columns"


def has_scopes(cells):
    heads = [cell for cell in cells if cell.type == "TH"]
    return bool(heads) and all(head.attribute("/Scope") for head in heads)


def failures_of_links(pdf, elements):
    linked = {name for one in elements if one.type == "Link" for name in one.objects}
    for page in pdf.pages:
        links = page.get("/Annots", [])
        if links and page.get("/Tabs") != "/S":
            yield "28-009: the keyboard does not follow the structure"
        for link in links:
            if link.objgen not in linked:
                yield "28-011: a link outside of the structure"
            if not str(link.get("/Contents", "")):
                yield "28-004: a link without words of its own"


def failures_of_fonts(pdf):
    for page in pdf.pages:
        for name, font in page.Resources.get("/Font", {}).items():
            if "/ToUnicode" not in font:
                yield f"10-001: nobody knows what the letters of {name} are"
            for part in font.get("/DescendantFonts", []):
                if not any(key.startswith("/FontFile") for key in part.FontDescriptor):
                    yield f"31-009: {name} is not embedded"
