"""Words in Fira Sans, fitted into a space that is measured in pixels."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont
from PIL import ImageFont

from cms import styles

__all__ = ["BOLD", "REGULAR", "Lines", "fitted", "font", "printable"]

# Pillow reads the woff2 files that the site itself is set in.
FONTS = Path(styles.__file__).parents[1] / "static/cms/vendor/fira-sans"
REGULAR, BOLD = "400-normal", "600-normal"
ELLIPSIS = "…"
# Letters that are not made of another one and a sign.
ALONE = str.maketrans("ŁłĐđĦħı", "LlDdHhi")


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines in a font; ``is_whole`` unless something had to be left out or broken."""

    lines: tuple[str, ...]
    weight: str
    size: int
    is_whole: bool


@cache
def font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / f"fira-sans-latin-{weight}.woff2", size)


@cache
def letters(weight: str) -> frozenset[int]:
    """Return which characters a font has: those of Western European languages."""
    with TTFont(FONTS / f"fira-sans-latin-{weight}.woff2") as file:
        return frozenset(file.getBestCmap())


def printable(text: str, weight: str) -> str:
    """Return a text in letters that the font has: "Łódź" becomes "Lódź".

    A picture without a sign is better than one with a box in its place.
    """
    known = letters(weight)
    return "".join(
        sign if ord(sign) in known else simpler(sign, known)
        for sign in unicodedata.normalize("NFC", text)
    )


def simpler(sign: str, known: frozenset[int]) -> str:
    parts = unicodedata.normalize("NFKD", sign).translate(ALONE)
    return "".join(part for part in parts if ord(part) in known)


def fitted(
    text: str, weight: str, sizes: tuple[int, ...], width: int, most: int
) -> Lines:
    """Return a text in the largest of the sizes in which it is whole.

    In the smallest one, what is more than ``most`` lines is cut off.
    """
    text = printable(text, weight)
    found = Lines((), weight, sizes[-1], is_whole=True)
    for size in sizes:
        found = in_size(text, weight, size, width, most)
        if found.is_whole:
            break
    return found


def in_size(text: str, weight: str, size: int, width: int, most: int) -> Lines:
    used = font(weight, size)
    words = text.split()
    is_broken = any(used.getlength(word) > width for word in words)
    pieces = [piece for word in words for piece in broken(word, used, width)]
    lines = filled(pieces, used, width)
    if len(lines) > most:
        lines = [*lines[: most - 1], shortened(lines[most - 1], used, width)]
        return Lines(tuple(lines), weight, size, is_whole=False)
    return Lines(tuple(lines), weight, size, is_whole=not is_broken)


def broken(word: str, used: ImageFont.FreeTypeFont, width: int) -> Iterator[str]:
    """Yield a word in parts that fit, each but the last with a hyphen."""
    rest = word
    while (length := used.getlength(rest)) > width and len(rest) > 1:
        # Not far from where it has to be, so that there is little to measure.
        end = min(len(rest) - 1, int(len(rest) * 1.3 * width / length) + 1)
        while end > 1 and used.getlength(f"{rest[:end]}-") > width:
            end -= 1
        yield f"{rest[:end]}-"
        rest = rest[end:]
    yield rest


def filled(pieces: list[str], used: ImageFont.FreeTypeFont, width: int) -> list[str]:
    lines: list[str] = []
    for piece in pieces:
        longer = f"{lines[-1]} {piece}" if lines else piece
        if lines and used.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(piece)
    return lines


def shortened(line: str, used: ImageFont.FreeTypeFont, width: int) -> str:
    """Return a line that ends in an ellipsis, between two words if possible."""
    kept = line
    while kept and used.getlength(kept + ELLIPSIS) > width:
        kept = kept.rpartition(" ")[0] or kept[:-1]
    return kept.rstrip(" ,;:–-") + ELLIPSIS
