"""The sheet as a PDF: tagged, the same for the same content, fetching nothing."""

from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO
from threading import Thread

import pikepdf
import pypdfium2
import pytest
from pypdfium2 import raw

from pages.handouts import pdf
from pages.handouts.checks import check_pango
from pages.pdf.reader import language_of
from tests.handouts.pdf_ua import failures
from tests.handouts.structure import words_by_tag

pytestmark = pytest.mark.pango


@pytest.fixture
def written(client, workshop, code):
    answer = client.get(f"/programm/{code}.pdf")
    assert answer["Content-Type"] == "application/pdf"
    return answer.content


def test_pdf_is_tagged_and_says_its_title_and_language(written):
    document = pypdfium2.PdfDocument(written)

    assert raw.FPDFCatalog_IsTagged(document)
    assert document.get_metadata_value("Title") == "Programm: Grün & Grau"
    assert language_of(document, raw) == "de"


@pytest.mark.parametrize("language", ["de", "en"])
def test_pdf_fails_in_nothing_that_pdf_ua_asks_for(client, english, code, language):
    prefix = {"de": "/programm", "en": "/en/programme"}[language]
    content = client.get(f"{prefix}/{code}.pdf").content

    with pikepdf.open(BytesIO(content)) as document:
        assert list(failures(document)) == []
        assert titles_in(document.open_outline().root) == HEADINGS[language]


HEADINGS = {
    "de": [
        "Grün & Grau",
        "Donnerstag, 6. März 2031: Erster Tag",
        "Aus der Praxis",
        "Freitag, 7. März 2031",
    ],
    "en": [
        "Green & Grey",
        "Thursday, 6 March 2031: Erster Tag",
        "Aus der Praxis",
        "Friday, 7 March 2031",
    ],
}


def titles_in(bookmarks):
    return [
        " ".join(title.split())
        for one in bookmarks
        for title in (one.title, *titles_in(one.children))
    ]


def without(holder, key):
    """Take an entry out of what ``holder`` finds in a file."""

    def spoil(document):
        del holder(document)[key]

    return spoil


UNFIT = {
    "untagged": (without(lambda pdf: pdf.Root, "/StructTreeRoot"), "01-005"),
    "no title": (without(lambda pdf: pdf.Root, "/ViewerPreferences"), "07-002"),
    "no language": (without(lambda pdf: pdf.Root, "/Lang"), "11-006"),
    "no bookmarks": (without(lambda pdf: pdf.Root, "/Outlines"), "no bookmarks"),
    "a stray line": (
        lambda pdf: pdf.pages[0].contents_add(b"0 0 m 9 9 l S"),
        "01-003",
    ),
    "a mute link": (without(lambda pdf: pdf.pages[0].Annots[0], "/Contents"), "28-004"),
    "no order": (without(lambda pdf: pdf.pages[0].obj, "/Tabs"), "28-009"),
}


@pytest.mark.parametrize("name", UNFIT)
def test_checks_find_what_is_taken_out_of_a_fit_file(written, name):
    spoil, number = UNFIT[name]

    with pikepdf.open(BytesIO(written)) as document:
        spoil(document)
        found = list(failures(document))

    assert [one[: len(number)] for one in found] == [number]


@pytest.mark.parametrize(
    ("markup", "number"),
    [
        ("<h1>A</h1><h3>B</h3>", "14-003"),
        ("<p>A</p>", "14-002"),
        ("<h1>A</h1><table><tr><td>B</td></tr></table>", "15-003"),
        ("<h1>A</h1><svg width=9 height=9><path d='M0 0 9 9'/></svg>", "13-004"),
    ],
)
def test_checks_find_what_markup_does_not_say(markup, number):
    head = "<!doctype html><html lang=de><title>A</title>"

    with pikepdf.open(BytesIO(pdf.make_pdf(head + markup, "/", b"1" * 16))) as document:
        found = {one.partition(":")[0] for one in failures(document)}

    assert number in found


def test_headings_are_tagged_as_headings(written):
    tags = words_by_tag(written)

    assert tags["H1"] == ["Grün & Grau"]
    assert tags["H2"] == [
        "Donnerstag, 6. März 2031: Erster Tag",
        "Freitag, 7. März 2031",
    ]
    assert tags["H3"] == ["Aus der Praxis"]


def test_programme_is_a_table_with_a_row_for_each_entry(written):
    cells = words_by_tag(written)["TD"]

    assert [cell for cell in cells if cell[:1].isdigit()] == [
        "11:00–11:15",
        "11:15",
        "12:45",
        "13:30–15:30",
        "09:00–10:00",
    ]


def test_pdf_is_the_same_bytes_until_the_page_changes(client, workshop, code, written):
    again = pdf.make_pdf("<h1>A</h1>", "/", b"1" * 16)
    workshop.title = "Anders"
    workshop.save_revision().publish()

    assert again == pdf.make_pdf("<h1>A</h1>", "/", b"1" * 16)
    assert client.get(f"/programm/{code}.pdf").content != written


def test_nothing_is_fetched_but_our_own_files():
    asked = []

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

    server = HTTPServer(("127.0.0.1", 0), Listener)
    Thread(target=server.serve_forever, daemon=True).start()
    here = f"http://127.0.0.1:{server.server_port}"

    pdf.make_pdf(
        f"<img src={here}/a.png><link rel=stylesheet href={here}/b.css>"
        "<img src=file:///etc/hostname><img src=/handout.css>",
        f"{here}/",
        b"1" * 16,
    )

    server.shutdown()
    server.server_close()
    assert asked == []


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "http://127.0.0.1/x.css",
        "http://127.0.0.1/fira-sans-latin-../../x.woff2",
    ],
)
def test_other_addresses_are_refused(url):
    with pytest.raises(ValueError, match="none of our own"):
        pdf.own_file(url)


def test_without_pango_there_is_no_pdf_and_no_link(client, workshop, code, monkeypatch):
    monkeypatch.setattr("pages.handouts.views.can_write_pdf", lambda: False)
    monkeypatch.setattr("pages.templatetags.handouts.can_write_pdf", lambda: False)

    page = client.get(workshop.url).content.decode()
    assert client.get(f"/programm/{code}.pdf").status_code == 404
    assert f"/programm/{code}/" in page
    assert f"/programm/{code}.pdf" not in page


def test_operator_is_told_how_to_get_pdf_files(monkeypatch):
    there = check_pango()
    monkeypatch.setattr("pages.handouts.checks.can_write_pdf", lambda: False)

    missing = check_pango()

    assert there == []
    assert [warning.id for warning in missing] == ["pages.W001"]
    assert "apt install libpango-1.0-0" in missing[0].hint
