"""Rich text and links to files: a link says what it opens."""

import pytest
from django.utils.translation import override

from pages.references import references_in
from pages.rendering.files import document_link
from pages.rendering.links import rich_text
from pages.templatetags.texts import mail_address
from tests import factories

MEGABYTES = b"x" * 1_330_000


def written(text, language="en"):
    with override(language):
        return rich_text(text, references_in(text))


@pytest.fixture
def flyer(db):
    return factories.document("Flyer", "flyer.pdf", MEGABYTES, page_count=4)


def test_link_to_a_file_says_type_size_and_pages(flyer):
    with override("en"):
        html = document_link(flyer)

    assert html == (
        f'<a href="{flyer.url}">Flyer '
        '<span class="file-facts">(PDF, 1.33 MB, 4 pages)</span></a>'
    )


def test_link_to_a_file_names_another_language(flyer):
    flyer.language = "de"

    with override("en"):
        html = document_link(flyer, "Programme")

    assert html == (
        f'<a href="{flyer.url}" hreflang="de">Programme '
        '<span class="file-facts">(PDF, 1.33 MB, 4 pages, in German)</span></a>'
    )


def test_link_to_a_file_escapes_its_title(flyer):
    flyer.title = "<b>Flyer"

    assert "&lt;b&gt;Flyer" in document_link(flyer)


def test_text_says_what_its_links_to_files_open(flyer):
    html = written(f'<p><a linktype="document" id="{flyer.pk}">The <b>plan</b></a></p>')

    assert html == (
        f'<p><a href="{flyer.url}">The <b>plan</b> '
        '<span class="file-facts">(PDF, 1.33 MB, 4 pages)</span></a></p>'
    )


def test_text_links_pages_in_its_own_language(home):
    imprint = factories.standard(home, "Impressum")
    factories.translated(home)
    english = factories.translated(imprint, title="Imprint", slug="imprint")
    text = f'<p><a linktype="page" id="{imprint.pk}">Imprint</a></p>'

    assert written(text, "en") == f'<p><a href="{english.url}">Imprint</a></p>'
    assert written(text, "de") == f'<p><a href="{imprint.url}">Imprint</a></p>'


def test_text_links_the_original_where_there_is_no_translation(home):
    imprint = factories.standard(home, "Impressum")
    text = f'<a linktype="page" id="{imprint.pk}">Imprint</a>'

    assert written(text, "en") == (f'<a href="{imprint.url}" hreflang="de">Imprint</a>')


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["page", "document"])
def test_text_keeps_the_words_of_a_link_that_leads_nowhere(kind):
    assert written(f'<a linktype="{kind}" id="999999">Plan</a>') == "Plan"


def test_text_does_not_link_an_unpublished_page(home):
    draft = factories.standard(home, "Entwurf", live=False)

    assert written(f'<a linktype="page" id="{draft.pk}">Plan</a>') == "Plan"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "text",
    [
        "",
        "<p>Nothing to link.</p>",
        '<a href="https://lindenau.example/">City</a>',
        '<a href="mailto:us@lindenau.example">Us</a>',
        '<a href="#top">Up</a>',
    ],
)
def test_text_leaves_other_links_alone(text):
    assert written(text) == text


def test_links_of_all_texts_of_a_page_are_described(read, home, flyer):
    link = f'<a linktype="document" id="{flyer.pk}">Plan</a>'
    page = factories.workshop(
        home,
        intro=link,
        information=link,
        agenda=[{"type": "session", "value": {"start": "11:00", "abstract": link}}],
        body=[{"type": "details", "value": {"summary": "More", "text": link}}],
    )

    links = [words for words in read(page).all("main a") if words.startswith("Plan")]

    assert len(links) == 4
    assert {words.split("(")[1][:11] for words in links} == {"PDF, 1,33 M"}


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("us@lindenau.example", "us@<wbr>lindenau.example"),
        ('"<b>@x"@lindenau.example', "&quot;&lt;b&gt;@x&quot;@<wbr>lindenau.example"),
    ],
)
def test_mail_address_may_go_on_in_a_new_line_after_its_sign(address, written):
    assert mail_address(address) == written
