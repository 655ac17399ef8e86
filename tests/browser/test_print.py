"""The demo workshop on paper, and what a browser asks for to show it."""

import pypdfium2
import pytest

pytestmark = pytest.mark.browser

MENUS = ["Suche", "Search", "Menü", "Menu", "Datenschutz", "Privacy", "Zum Inhalt"]
A4 = (595, 842)
FIRST_SCREEN = [
    "h1",
    ".facts time >> nth=0",
    ".facts__main >> nth=1",
    ".facts .kern-btn",
]
REQUESTS = ["document", "font", "font", "stylesheet"]


class Paper:
    """What Chromium prints of the page that a visitor sees."""

    def __init__(self, visitor, file):
        visitor.page.pdf(path=file, prefer_css_page_size=True)
        with pypdfium2.PdfDocument(file) as document:
            self.sheets = [text_of(sheet) for sheet in document]
            self.sizes = {tuple(map(round, sheet.get_size())) for sheet in document}
            self.coloured = [has_colour(sheet) for sheet in document]

    @property
    def text(self):
        return "".join(self.sheets)

    def sheets_with(self, words):
        return [number for number, text in enumerate(self.sheets) if words in text]


def text_of(sheet):
    textpage = sheet.get_textpage()
    text = without_spaces(textpage.get_text_range())
    textpage.close()
    # PDFium takes a hyphen at the end of a line for one that only breaks a word.
    return text.replace("\x02", "-").replace("\ufffe", "-")


def has_colour(sheet):
    """Whether anything on it is neither black nor white nor grey."""
    picture = sheet.render(scale=0.5).to_pil().convert("RGB")
    colours = (colour for _count, colour in picture.getcolors(maxcolors=1_000_000))
    return any(max(colour) - min(colour) > 8 for colour in colours)


def without_spaces(words):
    """Lines may break anywhere, on paper elsewhere than on the screen."""
    return "".join(words.split())


def programme_of(visitor):
    """Days, times, titles, rooms and people in reading order."""
    names = ("h3", "h4", ".entry__time time", ".entry__title", ".room", ".people")
    parts = visitor.page.locator(",".join(f".programme {name}" for name in names))
    return [without_spaces(words) for words in parts.all_text_contents()]


def addresses_of(visitor):
    """Where the links lead that are not a telephone number or only on the screen."""
    on_screen = ".facts__action a, .calendar a, .programme__files a, [href^='tel:']"
    links = visitor.page.locator(f"main a[href]:not({on_screen})")
    found = links.evaluate_all("all => all.map(one => one.getAttribute('href'))")
    host = visitor.page.locator("html").get_attribute("data-host")
    return {
        f"{host}{address}" if address.startswith("/") else address
        for address in (each.removeprefix("mailto:") for each in found)
    }


def below_first_screen(visitor, height=740):
    """What a telephone shows only after scrolling, of what, when, where, how to go."""
    visitor.page.set_viewport_size({"width": 360, "height": height})
    boxes = {
        part: visitor.page.locator(f".page {part}").bounding_box()
        for part in FIRST_SCREEN
    }
    return [part for part, box in boxes.items() if box["y"] + box["height"] > height]


def without_pictures(kinds):
    """What was asked for, without the sign in the browser's tab, which is kept."""
    return sorted(kind for kind in kinds if kind not in ("image", "other"))


def found_in_order(wanted, text):
    found, position = [], 0
    for each in wanted:
        place = text.find(each, position)
        if place >= 0:
            found.append(each)
            position = place + len(each)
    return found


def test_demo_workshop_is_light_fits_a_telephone_and_its_programme_a_sheet(
    demo, tour, tmp_path
):
    visitor = tour(color_scheme="dark")
    asked = []
    visitor.page.on("request", lambda request: asked.append(request.resource_type))
    for language, pages in demo.pages.items():
        asked.clear()
        address = pages["workshop"]
        visitor.go(address)
        visitor.page.wait_for_load_state("networkidle")
        hidden = below_first_screen(visitor)
        programme, addresses = programme_of(visitor), addresses_of(visitor)

        paper = Paper(visitor, tmp_path / f"{language}.pdf")

        assert hidden == []
        (number,) = paper.sheets_with(programme[0])
        sheet = paper.sheets[number]
        assert len(programme) > 30
        assert found_in_order(programme, sheet) == programme
        assert paper.coloured[number] is False
        assert {each for each in addresses if each not in paper.text} == set()
        assert [word for word in MENUS if word in paper.text] == []
        assert address in paper.sheets[-1]
        assert (paper.sizes, len(paper.sheets)) == ({A4}, 3)
        assert without_pictures(asked) == REQUESTS
