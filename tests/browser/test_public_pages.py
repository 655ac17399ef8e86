"""Every public page type, in both languages, on a telephone and on a desk."""

import pytest
from django.core.management.base import OutputWrapper
from wagtail.models import Page

from home.demo.loading import load_demo
from pages.models import ContentPage

pytestmark = pytest.mark.browser

ADDRESSES = {
    "de": [
        "/",
        "/quartierlabor/",
        "/hofgruen/",
        "/quartierlabor/werkstaetten/",
        "/quartierlabor/werkstaetten/werkstatt-1-zuhoeren/",
        "/quartierlabor/werkstaetten/werkstatt-2-entwerfen/",
        "/quartierlabor/werkstaetten/werkstatt-3-erproben/",
        "/aktuelles/",
        "/aktuelles/labor-am-ankerplatz-eroeffnet/",
        "/barrierefreiheit/",
        "/suche/?q=Werkstatt",
    ],
    "en": [
        "/en/",
        "/en/quartierlabor/",
        "/en/hofgruen/",
        "/en/quartierlabor/workshops/",
        "/en/quartierlabor/workshops/workshop-1-listening/",
        "/en/quartierlabor/workshops/workshop-2-designing/",
        "/en/quartierlabor/workshops/workshop-3-trying-out/",
        "/en/news/",
        "/en/news/lab-on-ankerplatz-opened/",
        "/en/accessibility/",
        "/en/search/?q=workshop",
    ],
}


@pytest.fixture
def demo(site, settings, tmp_path):
    """The demo's content; its password goes to a folder of the test's own."""
    settings.DATA_DIR = tmp_path
    with (tmp_path / "output.txt").open("w") as output:
        load_demo(OutputWrapper(output))


def faults_of(visitor, address):
    status = visitor.go(address)
    found = {**visitor.faults(), "barriers": visitor.barriers()}
    if status != 200:
        found["status"] = status
    return {what: value for what, value in found.items() if value}


def page_types():
    """The page types of the site; those of the tests' own plugins are not its."""
    types = [kind for kind in all_subclasses(ContentPage) if not kind._meta.abstract]
    return {kind for kind in types if not kind.__module__.startswith("tests.")}


def all_subclasses(kind):
    for subclass in kind.__subclasses__():
        yield subclass
        yield from all_subclasses(subclass)


def shown_types(addresses):
    pages = {page.get_url(): page for page in Page.objects.live().specific()}
    return {type(pages[address]) for address in addresses if address in pages}


def test_public_pages_are_faultless(demo, visit):
    ways = [
        ("de", 360, "light"),
        ("de", 1280, "dark"),
        ("en", 360, "dark"),
        ("en", 1280, "light"),
    ]
    found = {}

    for language, width, scheme in ways:
        visitor = visit(width=width, color_scheme=scheme)
        for address in ADDRESSES[language]:
            if faults := faults_of(visitor, address):
                found[address, width, scheme] = faults

    assert found == {}
    for addresses in ADDRESSES.values():
        assert shown_types(addresses) == page_types()
