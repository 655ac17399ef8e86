"""A walk through the site with nothing but the keyboard."""

import pytest

from tests.showcase import LANGUAGES

pytestmark = pytest.mark.browser

WIDTHS = (360, 1280)
SKIP = {"de": "Zum Inhalt springen", "en": "Skip to content"}
OTHER = {"de": "English", "en": "Deutsch"}

# What a person without a mouse has to reach, in the order of the document.
REACHABLE = """() => [...document.querySelectorAll(
  'a[href], button, input:not([type=hidden]), select, textarea, summary'
)].filter((element) => !element.disabled && element.checkVisibility())
  .map((element) => element.outerHTML)"""

# The first Tab after a page was opened goes to its beginning; past its end, the focus
# is on nothing, and would leave for the browser's own controls.
FOCUSED = """() => {
  const element = document.activeElement;
  return element === document.body ? null : element.outerHTML;
}"""

# Whatever moves into view at the focus has to be seen, whole, and not under another.
SEEN = """() => {
  const element = document.activeElement;
  const box = element.getClientRects()[0];
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const found = document.elementFromPoint(x, y);
  return box.left >= 0 && box.right <= innerWidth
    && box.top >= 0 && box.bottom <= innerHeight
    && (element.contains(found) || found.contains(element));
}"""

IN_WINDOW = """(element) => {
  const {right, bottom} = element.getBoundingClientRect();
  return right > 0 && bottom > 0;
}"""
RING = 8
"""By how many pixels a ring of focus may stand around its element."""


class Walk:
    """Keys pressed on a page that was just opened."""

    def __init__(self, page):
        self.page = page

    def tab(self):
        """Go on to the next stop; its HTML, or None past the last one."""
        self.page.keyboard.press("Tab")
        return self.page.evaluate(FOCUSED)

    def stops(self):
        """All stops to the end of the page. One that never ends is a trap."""
        most = len(self.page.evaluate(REACHABLE)) + 1
        stops = []
        while len(stops) <= most and (stop := self.tab()) is not None:
            stops.append(stop)
        return stops

    def shows_focus(self):
        """Whether anything on the screen says where the focus is."""
        focused = self.page.evaluate_handle("document.activeElement")
        area = self.around(focused.as_element().bounding_box())
        with_focus = self.page.screenshot(clip=area)
        focused.evaluate("(element) => element.blur()")
        without = self.page.screenshot(clip=area)
        focused.evaluate("(element) => element.focus({focusVisible: true})")
        return with_focus != without

    def around(self, box):
        left, top = max(0, box["x"] - RING), max(0, box["y"] - RING)
        return {
            "x": left,
            "y": top,
            "width": box["width"] + 2 * RING,
            "height": box["height"] + 2 * RING,
        }


@pytest.fixture
def walk(demo, tour):
    """Open a page and stand before it: ``walk("home", "de", 360)``."""

    def begin(name, language, width, **settings):
        visitor = tour(width=width, **settings)
        visitor.go(demo.pages[language][name])
        return Walk(visitor.page)

    return begin


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["workshop", "project", "search", "narrowed results"])
def test_every_control_is_reached_in_reading_order(walk, name, language, width):
    steps = walk(name, language, width)
    wanted = steps.page.evaluate(REACHABLE)

    stops = steps.stops()

    assert len(stops) > 5
    assert stops == wanted


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_focus_is_always_seen(walk, width, scheme):
    steps = walk("workshop", "de", width, color_scheme=scheme, reduced_motion="reduce")
    hidden = []

    while (stop := steps.tab()) is not None:
        if not (steps.page.evaluate(SEEN) and steps.shows_focus()):
            hidden.append(stop)

    assert hidden == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_skip_link_comes_first_and_passes_over_the_menu(walk, language):
    steps = walk("workshop", language, 360)
    link = steps.page.locator("a[href='#content']")

    before = steps.page.evaluate(IN_WINDOW, link.element_handle())
    first = steps.tab()
    with_focus = steps.page.evaluate(IN_WINDOW, link.element_handle())
    steps.page.keyboard.press("Enter")
    main = steps.page.evaluate("document.activeElement.localName")
    steps.tab()

    assert SKIP[language] in first
    assert (before, with_focus, main) == (False, True, "main")
    assert steps.page.evaluate("!!document.activeElement.closest('main')")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_menu_and_language_are_used_with_the_keyboard(walk, demo, language, width):
    steps = walk("home", language, width)

    go_to(steps, "QuartierLabor")
    project = steps.page.url
    steps.page.reload()
    go_to(steps, OTHER[language])
    other = steps.page.url

    [other_language] = set(LANGUAGES) - {language}
    assert project == demo.url + demo.pages[language]["project"]
    assert other == demo.url + demo.pages[other_language]["project"]


def go_to(steps, words):
    """Press Tab until what has these words in it has the focus, then Enter."""
    stop = steps.tab()
    while stop is not None and words not in stop:
        stop = steps.tab()
    assert stop is not None, f"“{words}” is never reached."
    with steps.page.expect_navigation(wait_until="load"):
        steps.page.keyboard.press("Enter")
