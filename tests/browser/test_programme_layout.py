"""The columns of the programme, on a telephone and where there is room."""

import pytest

from tests.showcase import LANGUAGES

pytestmark = pytest.mark.browser

PHONES = (320, 360)
WIDTHS = (*PHONES, 1280)

# The lines of text in the programme that are printed over one another.
COLLISIONS = """() => {
  const lines = [];
  const texts = document.createTreeWalker(
    document.querySelector('.programme'), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode;
    if (!node.data.trim() || node.parentElement.closest('.kern-sr-only')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) lines.push([node.data.trim(), box]);
  }
  const meet = (one, other) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1
    && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 4;
  return lines.flatMap(([words, box], place) => lines.slice(place + 1)
    .filter(([, other]) => meet(box, other)).map(([others]) => [words, others]));
}"""

# How many lines the times of one entry take at most.
LINES = """() => {
  const lineOf = (time) => Math.round(time.getBoundingClientRect().top);
  return Math.max(...[...document.querySelectorAll('.entry__time')].map((times) =>
    new Set([...times.querySelectorAll('time')].map(lineOf)).size));
}"""

# Times after which the dash has gone to a line of its own.
LONELY_DASHES = """() => [...document.querySelectorAll('.entry__end')].filter((end) => {
  const dash = end.querySelector('[aria-hidden]').getBoundingClientRect();
  const start = end.previousElementSibling.getBoundingClientRect();
  return Math.abs(dash.top - start.top) > 4;
}).map((end) => end.parentElement.textContent)"""


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_in_the_programme_covers_anything_else(demo, tour, language, width):
    visitor = tour(width=width)
    found = {}

    for name in ("workshop", "past workshop", "programme blocks"):
        visitor.go(demo.pages[language][name])
        found[name] = visitor.page.evaluate(COLLISIONS)

    assert found == {name: [] for name in found}


@pytest.mark.parametrize("language", LANGUAGES)
def test_times_stand_on_one_line_where_there_is_room_else_on_two(demo, tour, language):
    visitor = tour()
    visitor.go(demo.pages[language]["workshop"])
    lines, dashes = {}, {}

    for width in WIDTHS:
        visitor.page.set_viewport_size({"width": width, "height": 900})
        lines[width] = visitor.page.evaluate(LINES)
        dashes[width] = visitor.page.evaluate(LONELY_DASHES)

    assert lines == {320: 2, 360: 2, 1280: 1}
    assert dashes == {width: [] for width in WIDTHS}
