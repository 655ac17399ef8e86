"""A surface to draw on in steps of 1/1500 of its width, and the colours for it."""

from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter

__all__ = ["COLOURS", "Box", "Canvas", "Point"]

Point = tuple[float, float]
Box = tuple[float, float, float, float]

COLOURS = {
    # KERN's dark blue and its second palette, from light to dark
    "blue-050": "#e5ebf7",
    "blue-100": "#d8e1f4",
    "blue-200": "#b2c4e9",
    "blue-300": "#97afe1",
    "blue-500": "#5174c5",
    "blue-700": "#2044aa",
    "blue-800": "#0a2797",
    "green-050": "#def9f1",
    "green-200": "#8cd6c0",
    "green-400": "#41a48c",
    "green-600": "#00705c",
    "green-800": "#003f32",
    # what is neither sky nor leaf
    "white": "#ffffff",
    "paper": "#faf7f0",
    "sand": "#f0e6d2",
    "stone": "#ddcdb2",
    "ochre": "#e1ad63",
    "clay": "#bc6f4c",
    "wood": "#c79a6b",
    "brown": "#634632",
    "ink": "#23263a",
    "skin-1": "#f3cfae",
    "skin-2": "#d3a076",
    "skin-3": "#8a5a3c",
}

WIDTH, HEIGHT = 1500, 1000
FINER = 2  # drawn twice as large, then reduced: that makes smooth edges


class Canvas:
    """1500 by 1000 units, however many pixels that is. Colours by their names."""

    def __init__(self, background: str = "paper") -> None:
        size = (WIDTH * FINER, HEIGHT * FINER)
        self.picture = Image.new("RGB", size, COLOURS[background])
        self.pen = ImageDraw.Draw(self.picture)

    def box(self, box: Box, colour: str, *, radius: float = 0) -> None:
        """Fill a rectangle given by left, top, right and bottom."""
        self.pen.rounded_rectangle(scaled(box), radius * FINER, fill=COLOURS[colour])

    def oval(self, centre: Point, size: Point, colour: str) -> None:
        """Fill an ellipse; ``size`` is its two radii."""
        (x, y), (across, down) = centre, size
        bounds = scaled((x - across, y - down, x + across, y + down))
        self.pen.ellipse(bounds, fill=COLOURS[colour])

    def shape(self, points: Sequence[Point], colour: str) -> None:
        """Fill a polygon."""
        corners = [(x * FINER, y * FINER) for x, y in points]
        self.pen.polygon(corners, fill=COLOURS[colour])

    def line(self, points: Sequence[Point], colour: str, width: float) -> None:
        """Draw a line with round joints and ends."""
        corners = [(x * FINER, y * FINER) for x, y in points]
        pixels = round(width * FINER)
        self.pen.line(corners, COLOURS[colour], pixels, joint="curve")
        for x, y in (points[0], points[-1]):
            self.oval((x, y), (width / 2, width / 2), colour)

    def shade(self, box: Box, strength: int = 40, blur: float = 14) -> None:
        """Lay a soft shadow on an ellipse; ``strength`` is out of 255."""
        mask = Image.new("L", self.picture.size)
        ImageDraw.Draw(mask).ellipse(scaled(box), fill=strength)
        mask = mask.filter(ImageFilter.GaussianBlur(blur * FINER))
        self.picture.paste(COLOURS["ink"], mask=mask)

    def save(self, path: Path) -> None:
        small = self.picture.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        small.save(path, quality=84, optimize=True, progressive=True)


def scaled(box: Box) -> Box:
    left, top, right, bottom = (value * FINER for value in box)
    return left, top, right, bottom
