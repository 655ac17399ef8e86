"""Every page and block in both languages, narrow and wide, light, dark, printed.

Nothing may be wrong with any of them. Their pictures are kept for people to look at.
"""

import pytest

from tests import showcase
from tests.browser.conftest import PICTURES
from tests.browser.demo.themes import THEMES
from tests.browser.gallery import Gallery

pytestmark = pytest.mark.browser

WIDTHS = {"narrow": 360, "wide": 1280}
SCHEMES = ("light", "dark")
FIRST = next(iter(THEMES))
STATUSES = {"missing": 404, "gone": 410, "fault": 500}
SAID = {404: "404 (Not Found)", 410: "410 (Gone)", 500: "500 (Internal Server Error)"}
# A form that changes something has a token in a cookie, against forged requests.
COOKIES = {"password": ["csrftoken"]}


@pytest.fixture(scope="module")
def gallery():
    gallery = Gallery(PICTURES / "gallery")
    yield gallery
    gallery.write_index()


def expected_faults(name):
    """What has to be there, as the console's note of a status that is no success."""
    faults = {"cookies": COOKIES[name]} if name in COOKIES else {}
    if status := STATUSES.get(name):
        faults["errors"] = [
            "Failed to load resource: the server responded with a status of "
            + SAID[status]
        ]
    return faults


def faults_of(visitor, name, address, gallery, *ways):
    """Open an address once, look at it in light and dark; what is wrong with it."""
    found = {}
    visitor.context.clear_cookies()
    if (status := visitor.go(address)) != STATUSES.get(name, 200):
        found["status"] = status
    if (faults := visitor.faults()) != expected_faults(name):
        found["faults"] = faults
    for scheme in SCHEMES:
        visitor.page.emulate_media(color_scheme=scheme)
        gallery.take(visitor.page, name, *ways, scheme)
        if barriers := visitor.barriers():
            found[scheme] = barriers
    return found


def print_out(visitor, name, gallery, *ways):
    visitor.page.emulate_media(media="print", color_scheme="light")
    gallery.take(visitor.page, name, *ways, "print")
    visitor.page.emulate_media(media="screen")


@pytest.mark.parametrize("language", showcase.LANGUAGES)
@pytest.mark.parametrize("theme", THEMES)
def test_pages_and_blocks_are_faultless(demo, tour, gallery, theme, language):
    addresses = dict(demo.pages[language])
    if theme == FIRST:  # In another one, the pages with all blocks are enough.
        addresses |= demo.blocks[language]
    found = {}

    for width, pixels in WIDTHS.items():
        visitor = tour(width=pixels, at=demo.urls[theme])
        for name, address in addresses.items():
            ways = (theme, language, width)
            found[name, width] = faults_of(visitor, name, address, gallery, *ways)
            if width == "wide":
                print_out(visitor, name, gallery, theme, language)

    assert {where: faults for where, faults in found.items() if faults} == {}


def test_every_page_type_is_among_them(demo):
    assert set(demo.types) == {kind._meta.label for kind in showcase.page_types()}


def test_every_block_is_among_them(demo):
    for blocks in demo.blocks.values():
        assert set(blocks) == set(showcase.blocks())


def test_text_that_opens_is_open_on_paper(demo, tour):
    visitor = tour()
    visitor.go(demo.blocks["de"]["body-details"])
    answer = visitor.page.locator("details > div")

    on_screen = answer.evaluate("(element) => element.checkVisibility()")
    visitor.page.emulate_media(media="print")
    on_paper = answer.evaluate("(element) => element.checkVisibility()")

    assert (on_screen, on_paper) == (False, True)


def test_question_and_answer_are_black_and_close_on_paper(demo, tour):
    visitor = tour()
    visitor.go(demo.blocks["de"]["body-details"])
    visitor.page.emulate_media(media="print")

    colour = visitor.page.locator("summary .kern-title").evaluate(
        "(element) => getComputedStyle(element).color"
    )
    height = visitor.page.locator("details").bounding_box()["height"]

    assert colour == "rgb(0, 0, 0)"
    assert height < 100
