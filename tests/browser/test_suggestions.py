"""The search box suggests while somebody types: with keys, with the mouse, and not."""

import re

import pytest

pytestmark = pytest.mark.browser

LANGUAGES = ("de", "en")
TYPED = {"de": "Quart", "en": "Quart"}


class Box:
    """The search box, as somebody with a keyboard or a screen reader has it."""

    def __init__(self, visitor):
        self.visitor = visitor
        self.page = visitor.page
        self.input = self.page.get_by_role("combobox")
        self.list = self.page.get_by_role("listbox")
        self.options = self.page.get_by_role("option")

    def type(self, text):
        """Type a text and wait for what is suggested."""
        with self.page.expect_response(re.compile(r"(vorschlaege|suggestions)/\?q=")):
            self.input.press_sequentially(text)
        self.options.first.wait_for()

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    @property
    def active(self):
        """The number of the option that the box says is meant; None if it is itself."""
        meant = self.input.get_attribute("aria-activedescendant")
        chosen = [
            number
            for number, option in enumerate(self.options.all())
            if option.get_attribute("aria-selected") == "true"
        ]
        assert [f"suggestion-{number}" for number in chosen] == [meant] * bool(meant)
        return chosen[0] if chosen else None

    @property
    def is_open(self):
        says = self.input.get_attribute("aria-expanded") == "true"
        assert says is self.list.is_visible()
        return says


@pytest.fixture
def box(demo, tour):
    """Open the search page in a language: ``box("de")``."""

    def begin(language="de", **settings):
        visitor = tour(**settings)
        visitor.go(demo.pages[language]["search"])
        return Box(visitor)

    return begin


@pytest.mark.parametrize("language", LANGUAGES)
def test_arrows_go_around_and_enter_goes_there(box, demo, language):
    box = box(language)
    box.type(TYPED[language])
    last = box.options.count() - 1
    walked = [box.active]

    for key in ("ArrowDown", "ArrowUp", "ArrowDown", "End"):
        box.press(key)
        walked.append(box.active)
    box.press("ArrowDown")
    with box.page.expect_navigation(wait_until="load"):
        box.press("Enter")

    assert walked == [None, 0, last, 0, None]
    assert box.page.url.startswith(demo.url)
    assert "/suche/" not in box.page.url
    assert "/search/" not in box.page.url


def test_enter_without_a_choice_searches(box, demo):
    box = box()
    box.type("Quart")

    with box.page.expect_navigation(wait_until="load"):
        box.press("Enter")

    assert box.page.url == f"{demo.url}/suche/?q=Quart"


def test_escape_closes_the_list_first_and_keeps_the_text(box):
    box = box()
    box.type("Quart")

    box.press("ArrowDown", "Escape")
    closed = (box.is_open, box.active, box.input.input_value())
    box.press("Escape")

    assert closed == (False, None, "Quart")
    assert box.input.input_value() == ""


def test_focus_stays_in_the_box_and_tab_leaves_the_list(box):
    box = box()
    box.type("Quart")
    box.press("ArrowDown")
    focused = box.page.evaluate("document.activeElement.id")
    was_open = box.is_open

    box.press("Tab")

    assert (focused, was_open) == ("query", True)
    assert not box.is_open


def test_number_of_suggestions_is_said(box):
    box = box("en")
    box.type("Quart")
    number = box.options.count()

    said = box.page.get_by_role("status").inner_text()

    assert said == f"{number} suggestion{'s' if number > 1 else ''}"


def test_one_letter_and_unknown_words_suggest_nothing(box):
    box = box()
    box.type("Quart")

    with box.page.expect_response(re.compile("xylophon")):
        box.input.fill("xylophon")
    box.page.wait_for_function("document.getElementById('suggestions').hidden")
    unknown = box.is_open
    box.input.fill("Q")
    box.page.wait_for_timeout(400)

    assert (unknown, box.is_open) == (False, False)


def test_suggestion_is_followed_with_the_mouse(box, demo):
    box = box()
    box.type("Quart")

    with box.page.expect_navigation(wait_until="load"):
        box.options.first.click()

    assert "/suche/" not in box.page.url


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_open_list_has_no_barriers(box, width, scheme):
    box = box(width=width, color_scheme=scheme)
    box.type("Quart")
    box.press("ArrowDown")

    assert box.visitor.barriers() == []
    assert box.visitor.faults() == {}


def test_search_works_without_scripts(demo, tour):
    visitor = tour(java_script_enabled=False)
    visitor.page.goto(demo.url + demo.pages["de"]["search"])

    visitor.page.locator("#query").fill("QuartierLabor")
    with visitor.page.expect_navigation(wait_until="load"):
        visitor.page.keyboard.press("Enter")

    assert visitor.page.locator("#query").get_attribute("role") is None
    assert visitor.page.locator("#suggestions").is_hidden()
    assert visitor.page.locator("main .item").count() > 0
