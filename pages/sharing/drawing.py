"""Draws a card: the site in a band of its colour, the title, date and place below.

The work is bounded by the card, whose words are short; one takes about 50 ms.
"""

from io import BytesIO

from PIL import Image, ImageDraw

from cms.theme.palette import LIGHT, Palette
from pages.sharing.card import Card
from pages.sharing.text import BOLD, REGULAR, Lines, fitted, font

__all__ = ["HEIGHT", "WIDTH", "draw"]

WIDTH, HEIGHT = 1200, 630
MARGIN = 72
BAND = 104
TITLE_SIZES = (80, 68, 58, 50)
DETAIL_SIZES = (38, 34, 30)
LEADING = 1.2
MOST_DETAILS = 3


def draw(card: Card) -> bytes:
    """Return a card as a PNG file."""
    palette = Palette(card.accent, LIGHT)
    picture = Image.new("RGB", (WIDTH, HEIGHT), LIGHT.paper)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, WIDTH, BAND), fill=palette.accent)
    site = fitted(card.site, BOLD, (38, 34, 30), WIDTH - 2 * MARGIN, 1)
    write(pen, site, BAND / 2 - site.size * LEADING / 2, palette.label)
    top = float(BAND + 56)
    if card.notice:
        top = draw_notice(pen, card.notice, palette, top)
    bottom = draw_details(pen, card)
    draw_title(pen, card.title, top, bottom)
    file = BytesIO()
    # Few colours: a third of the weight, and no difference to be seen.
    picture.quantize(64).save(file, "PNG", optimize=True)
    return file.getvalue()


def draw_notice(
    pen: ImageDraw.ImageDraw, words: str, palette: Palette, top: float
) -> float:
    """Draw what has to be known first; return where it ends."""
    lines = fitted(words, BOLD, (34,), WIDTH - 2 * MARGIN - 48, 1)
    width = font(BOLD, lines.size).getlength(lines.lines[0]) + 48
    bounds = (MARGIN, top, MARGIN + width, top + 60)
    pen.rectangle(bounds, fill=LIGHT.ink)
    write(pen, lines, top + 9, LIGHT.paper, left=MARGIN + 24)
    return top + 60 + 24


def draw_details(pen: ImageDraw.ImageDraw, card: Card) -> float:
    """Draw date and place from the lower edge up; return where they begin."""
    most = MOST_DETAILS if len(card.details) == 1 else 2
    bottom = float(HEIGHT - MARGIN + 8)
    for line in reversed(card.details):
        lines = fitted(line, REGULAR, DETAIL_SIZES, WIDTH - 2 * MARGIN, most)
        bottom -= height(lines)
        write(pen, lines, bottom, LIGHT.muted)
    return bottom


def draw_title(pen: ImageDraw.ImageDraw, title: str, top: float, bottom: float) -> None:
    """Draw the title as large as the space between allows."""
    lines = Lines((), BOLD, TITLE_SIZES[-1], is_whole=True)
    for size in TITLE_SIZES:
        most = max(1, int((bottom - 24 - top) // (size * LEADING)))
        lines = fitted(title, BOLD, (size,), WIDTH - 2 * MARGIN, most)
        if lines.is_whole:
            break
    write(pen, lines, top, LIGHT.ink)


def height(lines: Lines) -> float:
    return len(lines.lines) * lines.size * LEADING


def write(
    pen: ImageDraw.ImageDraw, lines: Lines, top: float, ink: str, *, left: int = MARGIN
) -> None:
    used = font(lines.weight, lines.size)
    for number, line in enumerate(lines.lines):
        place = (left, top + number * lines.size * LEADING)
        pen.text(place, line, ink, used)
