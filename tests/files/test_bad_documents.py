"""A document that is not what it should be is refused with one sentence, everywhere."""

import pytest

from pages.models import SiteDocument
from tests.files import corpus
from tests.files.pdfs import locked_pdf, opening_bomb, pdf
from tests.files.ways import WAYS, messages, raw, single

DOCS = "wagtaildocs"

NOT_PDF = "“flyer.pdf” was not stored: its content is not of the type PDF."
DAMAGED = "“{}” was not stored: the file is damaged or incomplete."
LOCKED = "“{}” was not stored: it cannot be opened without a password."
NOT_ALLOWED = (
    "“{}” was not stored: files of this type are not allowed here. Allowed are "
    "PDF, DOCX, ODT, XLSX, ODS, PPTX, ODP, ZIP."
)

BAD = {
    "empty": ("leer.pdf", b"", "“leer.pdf” was not stored: the file is empty."),
    "not allowed": ("start.exe", b"MZ", NOT_ALLOWED.format("start.exe")),
    "no extension": ("flyer", pdf(), NOT_ALLOWED.format("flyer")),
    "script in svg": ("logo.svg", corpus.SVG, NOT_ALLOWED.format("logo.svg")),
    "html called pdf": ("flyer.pdf", corpus.HTML, NOT_PDF),
    "svg called pdf": ("flyer.pdf", corpus.SVG, NOT_PDF),
    "picture called pdf": ("flyer.pdf", corpus.picture(), NOT_PDF),
    "zip called pdf": ("flyer.pdf", corpus.GOOD["zip"], NOT_PDF),
    "zeros": ("flyer.pdf", bytes(5000), NOT_PDF),
    "truncated pdf": ("plan.pdf", pdf()[:-40], DAMAGED.format("plan.pdf")),
    "half a pdf": ("plan.pdf", pdf()[:300], DAMAGED.format("plan.pdf")),
    "pdf without a page": (
        "plan.pdf",
        b"%PDF-1.7\nnothing\nstartxref\n0\n%%EOF",
        DAMAGED.format("plan.pdf"),
    ),
    "locked pdf": ("plan.pdf", locked_pdf(), LOCKED.format("plan.pdf")),
    "pdf called docx": (
        "brief.docx",
        pdf(),
        "“brief.docx” was not stored: its content is not of the type DOCX.",
    ),
    "xlsx called docx": (
        "brief.docx",
        corpus.GOOD["xlsx"],
        "“brief.docx” was not stored: its content is not of the type DOCX.",
    ),
    "zip called odt": (
        "brief.odt",
        corpus.GOOD["zip"],
        "“brief.odt” was not stored: its content is not of the type ODT.",
    ),
    "old word file": (
        "brief.docx",
        corpus.COMPOUND,
        "“brief.docx” was not stored: its content is not of the type DOCX.",
    ),
    "locked docx": ("brief.docx", corpus.LOCKED_OFFICE, LOCKED.format("brief.docx")),
    "locked odt": (
        "brief.odt",
        corpus.open_document(
            corpus.OPEN + "text",
            **{"META-INF/manifest.xml": "<manifest:encryption-data/>"},
        ),
        LOCKED.format("brief.odt"),
    ),
    "locked zip": ("paket.zip", corpus.locked_archive(), LOCKED.format("paket.zip")),
    "truncated docx": (
        "brief.docx",
        corpus.GOOD["docx"][:-30],
        DAMAGED.format("brief.docx"),
    ),
    "damaged docx": (
        "brief.docx",
        corpus.damaged_archive(),
        DAMAGED.format("brief.docx"),
    ),
    "zip bomb": (
        "brief.docx",
        corpus.zip_bomb(),
        "“brief.docx” was not stored: unpacked it would be far too large.",
    ),
}


@pytest.mark.parametrize("bad", BAD)
def test_bad_document_is_refused_with_a_sentence_everywhere(english, stored, bad):
    name, content, sentence = BAD[bad]

    answers = {way.__name__: way(english, DOCS, name, content) for way in WAYS}

    assert answers == {way.__name__: (200, sentence) for way in WAYS}
    # The one that was to be replaced is as it was.
    assert stored() == (["documents/89459096/flyer.txt"], 1)


def test_too_large_a_document_is_refused_everywhere(english, settings):
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 2_000_000
    content = b"%PDF-1.7" + bytes(2_340_000)

    answers = {way(english, DOCS, "plan.pdf", content) for way in WAYS}

    sentence = "“plan.pdf” was not stored: it has 2.34 MB, at most 2 MB are allowed."
    assert answers == {(200, sentence)}


def test_pdf_that_grows_when_it_is_opened_is_refused(english, stored, monkeypatch):
    monkeypatch.setattr("pages.pdf.child.MEMORY", 300_000_000)

    answer = single(english, DOCS, "plan.pdf", opening_bomb(400_000_000))

    assert answer == (200, DAMAGED.format("plan.pdf"))
    assert stored() == ([], 0)


@pytest.mark.parametrize("extension", corpus.GOOD)
def test_good_document_is_taken_everywhere(english, settings, extension):
    settings.WAGTAILDOCS_EXTENSIONS = list(corpus.GOOD)
    content = corpus.GOOD[extension]

    answers = [
        way(english, DOCS, f"x{way.__name__}.{extension}", content) for way in WAYS
    ]

    stored = {(one.filename, one.file_size) for one in SiteDocument.objects.all()}
    assert answers == [(302, ""), (200, ""), (302, ""), (200, "")]
    assert stored == {(f"x{way.__name__}.{extension}", len(content)) for way in WAYS}


def test_pdf_that_only_its_owner_can_change_is_taken(english):
    assert single(english, DOCS, "plan.pdf", locked_pdf(b"")) == (302, "")


LONG = "ä" * 300
NAMES = {
    "slashes": ("../../etc/passwd/plan.pdf", "plan.pdf"),
    "backslashes": (r"C:\\Users\\jo\\plan.pdf", "plan.pdf"),
    "nul": ("pl\0an.pdf", "plan.pdf"),
    "right to left": ("plan\u202efdp.pdf", "planfdp.pdf"),
    "line break": ("pl%0D%0Aan.pdf", "pl0D0Aan.pdf"),
    "300 characters": (f"{LONG}.pdf", f"{'ä' * 60}.pdf"),
    "only dots": ("....pdf", "file.pdf"),
    "capitals": ("PLAN.PDF", "PLAN.pdf"),
    "blanks and signs": ("Mein Plan (neu) & gut?.pdf", "Mein_Plan_neu__gut.pdf"),
    "script": ("<script>alert(1)</script>.pdf", "script.pdf"),
    "entities": ("&quot;&gt;plan.pdf", "plan.pdf"),
}


@pytest.mark.parametrize("name", NAMES)
def test_name_that_would_do_harm_is_mended(english, stored, name):
    given, kept = NAMES[name]

    answer = raw(english, DOCS, given, pdf())

    names, rows = stored()
    assert answer.status_code == 302
    assert (names[0].rsplit("/", 1)[-1], rows) == (kept, 1)


@pytest.mark.parametrize("given", ["", "..", ".", "/", "\0"])
def test_upload_without_a_name_asks_for_a_file(english, stored, given):
    answer = raw(english, DOCS, given, pdf())

    assert answer.status_code == 200
    assert messages(answer.content) == "This field is required."
    assert stored() == ([], 0)


def test_refusal_is_german_for_germans(german):
    answer = single(german, DOCS, "flyer.pdf", corpus.HTML)

    assert answer == (
        200,
        "„flyer.pdf“ wurde nicht gespeichert: Der Inhalt ist nicht vom Typ PDF.",
    )
