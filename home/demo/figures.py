"""People, trees, houses and furniture, of which the pictures are made."""

from dataclasses import dataclass

from home.demo.canvas import Canvas, Point

__all__ = ["Person", "bench", "house", "person", "sky", "table", "tree", "window"]


@dataclass(frozen=True)
class Person:
    """How somebody looks. From behind there is no face, in a seat no legs."""

    clothes: str
    skin: str = "skin-1"
    hair: str = "brown"
    long_hair: bool = False
    trousers: str = "ink"
    seated: bool = False
    from_behind: bool = False
    arm: tuple[float, float] | None = None  # where the hand is, in sizes from the neck


def person(canvas: Canvas, x: float, y: float, size: float, who: Person) -> None:
    """Draw somebody who stands (or sits) at x, y. ``size`` is a head's height."""
    hips = y if who.seated else y - 3.1 * size
    neck = hips - 2.6 * size
    if not who.seated:
        canvas.shade((x - 1.6 * size, y - 0.3 * size, x + 1.6 * size, y + 0.4 * size))
        legs(canvas, (x, y), hips, size, who)
    if who.long_hair:
        box = (x - 0.62 * size, neck - 0.8 * size, x + 0.62 * size, neck + 0.5 * size)
        canvas.box(box, who.hair, radius=0.4 * size)
    torso = (x - 0.95 * size, neck + 0.05 * size, x + 0.95 * size, hips + 0.3 * size)
    canvas.box(torso, who.clothes, radius=0.7 * size)
    canvas.box((torso[0], hips - size, torso[2], torso[3]), who.clothes)
    canvas.line([(x, neck - 0.3 * size), (x, neck + 0.15 * size)], who.skin, size / 2)
    head(canvas, x, neck - 0.75 * size, size, who)
    if who.arm:
        arm(canvas, x, neck, size, who)


def legs(canvas: Canvas, at: Point, hips: float, size: float, who: Person) -> None:
    x, y = at
    for side in (-0.45, 0.45):
        top, foot = (x + side * size, hips), (x + side * size, y - 0.15 * size)
        canvas.line([top, foot], who.trousers, 0.72 * size)
        shoe = (foot[0] - 0.4 * size, y - 0.2 * size, foot[0] + 0.5 * size, y)
        canvas.box(shoe, "brown", radius=0.1 * size)


def head(canvas: Canvas, x: float, y: float, size: float, who: Person) -> None:
    canvas.oval((x, y), (0.52 * size, 0.6 * size), who.hair)
    if not who.from_behind:
        canvas.oval((x, y + 0.17 * size), (0.43 * size, 0.45 * size), who.skin)


def arm(canvas: Canvas, x: float, neck: float, size: float, who: Person) -> None:
    across, down = who.arm or (0, 0)
    side = 1 if across > 0 else -1
    shoulder = (x + side * 0.7 * size, neck + 0.5 * size)
    hand = (x + across * size, neck + down * size)
    elbow = ((shoulder[0] + hand[0]) / 2, max(shoulder[1], hand[1]) - 0.1 * size)
    canvas.line([shoulder, elbow, hand], who.clothes, 0.5 * size)
    canvas.oval(hand, (0.27 * size, 0.27 * size), who.skin)


def sky(canvas: Canvas, horizon: float, ground: str) -> None:
    """Fill everything above the horizon with sky, the rest with ground."""
    canvas.box((0, 0, 1500, horizon), "blue-100")
    canvas.oval((1260, 150), (70, 70), "paper")
    for x, y, width in ((180, 150, 120), (330, 170, 90), (820, 110, 130)):
        canvas.oval((x, y), (width, 26), "blue-050")
    canvas.box((0, horizon, 1500, 1000), ground)


def tree(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Draw a lime tree that stands at x, y and is three sizes high."""
    canvas.shade((x - size, y - 0.12 * size, x + size, y + 0.2 * size), 50)
    canvas.line([(x, y), (x, y - 1.4 * size)], "brown", 0.2 * size)
    crown = (
        (0, 1.9, 0.95, "green-600"),
        (-0.45, 1.75, 0.6, "green-600"),
        (0.42, 2.1, 0.62, "green-400"),
        (-0.2, 2.4, 0.55, "green-400"),
        (0.1, 2.2, 0.34, "green-200"),
    )
    for across, up, radius, colour in crown:
        centre = (x + across * size, y - up * size)
        canvas.oval(centre, (radius * size, radius * size * 0.92), colour)


def window(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    """Draw a window with a cross of bars, its upper left corner at x, y."""
    canvas.box((x - 7, y - 7, x + width + 7, y + height + 7), "white")
    canvas.box((x, y, x + width, y + height), "blue-200")
    canvas.shape([(x, y), (x + width * 0.6, y), (x, y + height * 0.7)], "blue-100")
    middle = x + width / 2
    canvas.line([(middle, y), (middle, y + height)], "white", 7)
    canvas.line([(x, y + height / 2), (x + width, y + height / 2)], "white", 7)


def house(  # noqa: PLR0913 (a house has a place, a size and two colours)
    canvas: Canvas,
    x: float,
    y: float,
    width: float,
    storeys: int,
    *,
    wall: str,
    roof: str,
) -> None:
    """Draw a house whose lower left corner is at x, y, with a door in the middle."""
    top = y - storeys * 135 - 30
    ridge = [(x - 14, top), (x + width / 2, top - 110), (x + width + 14, top)]
    canvas.shape(ridge, roof)
    canvas.box((x, top, x + width, y), wall)
    columns = max(2, round(width / 95))
    step = width / columns
    for storey in range(storeys):
        for column in range(columns):
            left, upper = x + column * step + step / 2 - 24, top + 34 + storey * 135
            if storey == storeys - 1 and column == columns // 2:
                canvas.box((left - 8, upper, left + 56, y), "brown", radius=6)
            else:
                window(canvas, left, upper, 48, 72)


def table(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    """Draw a table; the middle of its top is at x, y."""
    half = width / 2
    canvas.shade((x - half, y + height - 15, x + half, y + height + 30))
    for leg in (x - half + 30, x + half - 30):
        canvas.line([(leg, y), (leg, y + height)], "brown", 14)
    canvas.box((x - half, y - 16, x + half, y + 16), "wood", radius=8)


def bench(canvas: Canvas, x: float, y: float, width: float) -> None:
    """Draw a park bench that stands at x, y."""
    canvas.shade((x - width / 2, y - 12, x + width / 2, y + 22))
    for leg in (x - width / 2 + 25, x + width / 2 - 25):
        canvas.line([(leg, y), (leg, y - 105)], "ink", 10)
    for up in (52, 84, 108):
        box = (x - width / 2, y - up - 9, x + width / 2, y - up + 9)
        canvas.box(box, "wood", radius=6)
