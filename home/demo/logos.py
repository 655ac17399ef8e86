"""Logos of organisations that do not exist: a sign and a name beside it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from home.demo.canvas import COLOURS, Point

__all__ = ["draw_logos"]

FINER = 4
SIGN = 120  # height and width of a sign, in pixels of the finished file
# Pillow reads the woff2 files that the site itself is set in.
FONTS = Path(__file__).parents[2] / "cms/static/cms/vendor/fira-sans"


class Sign:
    """A square of 100 by 100 units to draw on, without a background."""

    def __init__(self) -> None:
        self.picture = Image.new("RGBA", (SIGN * FINER, SIGN * FINER))
        self.pen = ImageDraw.Draw(self.picture)

    def at(self, *numbers: float) -> list[float]:
        return [number * SIGN * FINER / 100 for number in numbers]

    def oval(self, x: float, y: float, radius: float, colour: str) -> None:
        bounds = self.at(x - radius, y - radius, x + radius, y + radius)
        self.pen.ellipse(bounds, fill=COLOURS[colour])

    def box(self, left: float, top: float, right: float, low: float, ink: str) -> None:
        self.pen.rectangle(self.at(left, top, right, low), fill=COLOURS[ink])

    def shape(self, points: Sequence[Point], colour: str) -> None:
        corners = [tuple(self.at(*point)) for point in points]
        self.pen.polygon(corners, fill=COLOURS[colour])

    def line(self, points: Sequence[Point], colour: str, width: float) -> None:
        corners = [tuple(self.at(*point)) for point in points]
        pixels = round(self.at(width)[0])
        self.pen.line(corners, COLOURS[colour], pixels, joint="curve")


def town() -> Sign:
    """Three lime leaves over a river."""
    sign = Sign()
    for x, y, colour in ((28, 42, "green-400"), (72, 42, "green-400")):
        sign.oval(x, y, 21, colour)
    sign.oval(50, 27, 23, "green-600")
    sign.line([(50, 30), (50, 70)], "green-600", 6)
    for y in (74, 89):
        wave = [(6.0, y), (22, y - 7), (40, y), (60, y - 7), (78, y), (94, y - 7)]
        sign.line(wave, "blue-500", 8)
    return sign


def university() -> Sign:
    sign = Sign()
    sign.box(6, 6, 94, 94, "blue-800")
    for left in (22, 44, 66):
        sign.box(left, 38, left + 12, 76, "white")
    sign.shape([(16, 32), (50, 14), (84, 32)], "white")
    sign.box(16, 80, 84, 86, "white")
    return sign


def neighbours() -> Sign:
    sign = Sign()
    for x, colour in ((24, "clay"), (50, "ochre"), (76, "green-600")):
        sign.oval(x, 26, 13, colour)
        sign.shape([(x - 18, 92), (x - 8, 44), (x + 8, 44), (x + 18, 92)], colour)
    return sign


def cooperative() -> Sign:
    sign = Sign()
    sign.shape([(6, 50), (50, 10), (94, 50)], "clay")
    sign.box(18, 50, 82, 92, "clay")
    sign.line([(50, 48), (50, 84)], "white", 7)
    sign.line([(28, 64), (34, 80), (50, 86), (66, 80), (72, 64)], "white", 7)
    sign.oval(50, 44, 7, "white")
    return sign


def foundation() -> Sign:
    sign = Sign()
    for number, colour in enumerate(("blue-700", "blue-500", "blue-300")):
        left = 8 + number * 29
        sign.box(left, 62 - number * 24, left + 24, 92, colour)
    sign.box(8, 96, 90, 100, "ink")
    return sign


def green_fund() -> Sign:
    sign = Sign()
    sign.oval(50, 50, 46, "green-600")
    sign.shape([(50, 16), (76, 46), (50, 84), (24, 46)], "green-200")
    sign.line([(50, 30), (50, 92)], "green-800", 5)
    return sign


LOGOS: dict[str, tuple[Callable[[], Sign], str]] = {
    "logo-stadt": (town, "Stadt Lindenau\nan der Ruhr"),
    "logo-hochschule": (university, "Hochschule\nRuhraue"),
    "logo-nachbarschaftswerk": (neighbours, "Nachbarschaftswerk\nLindenau e. V."),
    "logo-ankerhof": (cooperative, "Ankerhof eG\nWohnen mit Nachbarn"),
    "logo-stiftung": (foundation, "Bundesstiftung Stadt\nund Nachbarschaft"),
    "logo-landesfonds": (green_fund, "Landesfonds\nGrüne Stadt"),
}


def draw_logos(folder: Path) -> None:
    """Write the logos, and the town's sign alone, which needs no background."""
    smaller(town().picture).save(folder / "zeichen-stadt.png", optimize=True)
    for name, (draw, words) in LOGOS.items():
        with_words(draw(), words).save(folder / f"{name}.png", optimize=True)


def with_words(sign: Sign, words: str) -> Image.Image:
    """Set the words beside the sign, on white, so that the dark mode bears it."""
    font_file = FONTS / "fira-sans-latin-600-normal.woff2"
    font = ImageFont.truetype(font_file, 40 * FINER)
    margin, spacing = 20 * FINER, 12 * FINER
    left = sign.picture.width + 2 * margin
    measure = ImageDraw.Draw(sign.picture)
    box = measure.multiline_textbbox((0, 0), words, font, spacing=spacing)
    size = (left + round(box[2]) + margin, sign.picture.height + 2 * margin)
    logo = Image.new("RGB", size, COLOURS["white"])
    logo.paste(sign.picture, (margin, margin), sign.picture)
    pen, middle = ImageDraw.Draw(logo), size[1] / 2 - (box[1] + box[3]) / 2
    pen.multiline_text((left, middle), words, COLOURS["ink"], font, spacing=spacing)
    return smaller(logo)


def smaller(picture: Image.Image) -> Image.Image:
    size = (picture.width // FINER, picture.height // FINER)
    small = picture.resize(size, Image.Resampling.LANCZOS)
    return small.quantize(64) if small.mode == "RGB" else small
