"""The demo's pictures: calm scenes from a town that does not exist."""

from collections.abc import Callable
from itertools import product

from home.demo.canvas import Canvas
from home.demo.figures import (
    Person,
    bench,
    house,
    person,
    sky,
    table,
    tree,
    window,
)

__all__ = ["SCENES"]


def square() -> Canvas:
    """A square with lime trees, houses around it and people on it."""
    canvas = Canvas()
    sky(canvas, 620, "sand")
    house(canvas, -40, 640, 300, 3, wall="stone", roof="clay")
    house(canvas, 275, 640, 250, 2, wall="blue-050", roof="brown")
    house(canvas, 540, 640, 290, 3, wall="green-050", roof="clay")
    house(canvas, 845, 640, 250, 2, wall="ochre", roof="brown")
    house(canvas, 1110, 640, 420, 3, wall="paper", roof="blue-800")
    canvas.box((0, 640, 1500, 690), "stone")
    tree(canvas, 250, 790, 150)
    tree(canvas, 1290, 800, 160)
    bench(canvas, 520, 850, 240)
    person(canvas, 470, 800, 36, Person("green-600", hair="stone", seated=True))
    person(canvas, 570, 800, 36, Person("clay", "skin-3", "ink", seated=True))
    person(canvas, 830, 900, 42, Person("blue-700", "skin-2", "ink", arm=(1.9, 0.6)))
    person(canvas, 985, 900, 40, Person("ochre", long_hair=True, arm=(-1.7, 1.2)))
    person(canvas, 1120, 930, 27, Person("green-400", "skin-2", trousers="blue-800"))
    return canvas


def lab_room() -> Canvas:
    """A bright room: people around a table, a wall with notes behind them."""
    canvas = Canvas("sand")
    canvas.box((0, 760, 1500, 1000), "stone")
    for left in (90, 350):
        window(canvas, left, 150, 210, 330)
    canvas.box((660, 130, 1400, 500), "white", radius=8)
    notes = ("ochre", "green-200", "blue-200", "blue-300", "ochre", "green-400")
    for number, (row, column) in enumerate(product(range(3), range(6))):
        left, top = 700 + column * 115 + row % 2 * 14, 165 + row * 110
        canvas.box((left, top, left + 80, top + 74), notes[(number * 5 + row) % 6])
    person(canvas, 420, 770, 62, Person("blue-700", long_hair=True, seated=True))
    person(canvas, 640, 770, 62, Person("clay", "skin-3", "ink", seated=True))
    person(canvas, 860, 770, 62, Person("green-600", hair="stone", seated=True))
    person(canvas, 1130, 930, 60, Person("ochre", "skin-2", "ink", arm=(1.3, -1.6)))
    table(canvas, 640, 790, 820, 170)
    for left, colour in ((330, "white"), (560, "blue-100"), (790, "green-050")):
        sheet = [(left, 772), (left + 130, 772), (left + 150, 788), (left - 14, 788)]
        canvas.shape(sheet, colour)
    return canvas


def audience() -> Canvas:
    """Rows of people, seen from behind, listen to a woman at a screen."""
    canvas = Canvas("blue-050")
    canvas.box((0, 640, 1500, 1000), "stone")
    canvas.box((430, 90, 1190, 520), "white", radius=6)
    canvas.box((430, 90, 1190, 150), "blue-700")
    for height, (left, colour) in enumerate(
        [(500, "blue-300"), (630, "green-400"), (760, "blue-500"), (890, "ochre")]
    ):
        canvas.box((left, 410 - height * 58, left + 90, 470), colour)
    canvas.line([(480, 472), (1140, 472)], "ink", 5)
    speaker = Person("clay", "skin-2", "ink", long_hair=True, arm=(2.4, -0.2))
    person(canvas, 300, 720, 52, speaker)
    clothes = ("blue-700", "green-600", "ochre", "blue-500", "clay", "green-400")
    hair = ("brown", "ink", "stone", "ochre", "ink", "brown", "clay")
    for row, (y, size) in enumerate(((830, 54), (985, 68))):
        for seat in range(7 - row):
            x = 170 + row * 90 + seat * (190 + row * 20)
            who = Person(
                clothes[(seat + row * 2) % 6],
                hair=hair[(seat * 2 + row) % 7],
                long_hair=(seat + row) % 3 == 0,
                seated=True,
                from_behind=True,
            )
            person(canvas, x, y, size, who)
            back = (x - size * 1.1, y - size, x + size * 1.1, y + 80)
            canvas.box(back, "brown", radius=14)
    return canvas


def street_map() -> Canvas:
    """A map of a neighbourhood with notes and pins that people have put on it."""
    canvas = Canvas("wood")
    canvas.shade((60, 60, 1460, 980), 90, 30)
    canvas.box((70, 60, 1430, 940), "paper")
    blocks = ("stone", "sand", "stone", "green-200", "sand", "stone", "sand")
    for number, (row, column) in enumerate(product(range(4), range(6))):
        left, top = 95 + column * 224, 85 + row * 214
        box = (left, top, left + 190, top + 180)
        canvas.box(box, blocks[number * 3 % 7], radius=10)
    river = [(107, 700), (400, 640), (760, 730), (1090, 640), (1393, 690)]
    canvas.line(river, "blue-300", 74)
    canvas.line([(757, 77), (700, 500), (826, 923)], "white", 34)
    for x, y, colour in (
        (250, 210, "blue-700"),
        (560, 420, "clay"),
        (905, 250, "green-600"),
        (1180, 470, "blue-700"),
        (980, 830, "clay"),
    ):
        canvas.shape([(x - 24, y - 40), (x + 24, y - 40), (x, y + 16)], colour)
        canvas.oval((x, y - 52), (34, 34), colour)
        canvas.oval((x, y - 52), (13, 13), "white")
    for x, y, colour in ((300, 480, "ochre"), (640, 180, "green-200")):
        canvas.box((x, y, x + 140, y + 130), colour)
        for stroke in (35, 65, 95):
            ends = [(x + 22, y + stroke), (x + 118 - stroke / 3, y + stroke)]
            canvas.line(ends, "ink", 6)
    hand(canvas)
    return canvas


def hand(canvas: Canvas) -> None:
    """A hand that puts a note on the map."""
    canvas.box((1130, 170, 1270, 300), "ochre")
    canvas.line([(1500, 20), (1330, 160)], "blue-700", 120)
    canvas.oval((1310, 178), (64, 58), "skin-2")
    for finger in ((1215, 205), (1228, 235), (1250, 258)):
        canvas.line([(1300, 185), finger], "skin-2", 30)


def courtyard() -> Canvas:
    """A courtyard with raised beds, a tree and two people who garden."""
    canvas = Canvas("stone")
    canvas.box((0, 0, 1500, 640), "ochre")
    canvas.box((0, 0, 420, 640), "clay")
    for x, y in ((90, 80), (260, 80), (90, 320), (260, 320)):
        window(canvas, x, y, 80, 130)
    for x, y in product((520, 720, 920, 1120, 1320), (80, 320)):
        window(canvas, x, y, 80, 130)
    canvas.box((0, 640, 1500, 1000), "green-200")
    canvas.shape([(560, 640), (760, 640), (980, 1000), (420, 1000)], "sand")
    tree(canvas, 1290, 800, 170)
    for x, y, width in ((60, 730, 400), (860, 850, 460)):
        raised_bed(canvas, x, y, width)
    person(canvas, 530, 850, 46, Person("blue-700", hair="stone", arm=(-2.2, 1.8)))
    person(canvas, 800, 930, 48, Person("green-600", "skin-3", "ink", arm=(2.3, 1.5)))
    return canvas


def raised_bed(canvas: Canvas, x: float, y: float, width: float) -> None:
    canvas.shade((x - 10, y + 70, x + width + 10, y + 130), 60)
    for number in range(round(width / 38)):
        left = x + 26 + number * 36
        height = 60 + number * 37 % 50
        canvas.line([(left, y), (left, y - height)], "green-600", 7)
        canvas.oval((left - 14, y - height * 0.6), (18, 9), "green-600")
        canvas.oval((left + 14, y - height * 0.8), (18, 9), "green-400")
        if number % 3 == 0:
            canvas.oval((left, y - height), (15, 15), ("clay", "white")[number % 2])
    canvas.box((x, y - 6, x + width, y + 96), "brown", radius=6)
    for plank in (28, 60):
        canvas.line([(x + 8, y + plank), (x + width - 8, y + plank)], "wood", 4)


def market() -> Canvas:
    """A stall with a striped roof, where people are asked for their opinion."""
    canvas = Canvas()
    sky(canvas, 560, "sand")
    house(canvas, 40, 600, 300, 3, wall="blue-050", roof="brown")
    house(canvas, 1130, 600, 330, 3, wall="paper", roof="clay")
    tree(canvas, 420, 640, 110)
    for post in (500, 1040):
        canvas.line([(post, 330), (post, 860)], "brown", 16)
    for stripe in range(8):
        left = 450 + stripe * 80
        roof = [(left + 30, 250), (left + 95, 250), (left + 80, 370), (left, 370)]
        canvas.shape(roof, ("blue-700", "white")[stripe % 2])
        centre = (left + 40, 370)
        canvas.oval(centre, (40, 26), ("blue-700", "white")[stripe % 2])
    person(canvas, 690, 770, 50, Person("green-600", long_hair=True, seated=True))
    person(canvas, 860, 770, 50, Person("ochre", "skin-3", "ink", seated=True))
    canvas.box((490, 720, 1060, 880), "wood", radius=6)
    canvas.box((490, 700, 1060, 734), "brown", radius=6)
    canvas.box((600, 640, 700, 702), "white", radius=6)
    canvas.box((622, 634, 678, 642), "ink")
    person(canvas, 330, 930, 54, Person("clay", hair="stone", arm=(2.1, 0.5)))
    person(canvas, 1200, 940, 56, Person("blue-500", "skin-2", "ink", arm=(-2, 1.2)))
    return canvas


def video_call() -> Canvas:
    """A laptop on a desk, with six people in a video conference."""
    canvas = Canvas("green-050")
    canvas.box((0, 740, 1500, 1000), "wood")
    window(canvas, 80, 90, 210, 330)
    canvas.shade((300, 800, 1200, 900), 90, 20)
    canvas.box((330, 130, 1170, 740), "ink", radius=26)
    people = (
        Person("blue-700", long_hair=True),
        Person("clay", "skin-3", "ink"),
        Person("green-600", hair="stone"),
        Person("ochre", "skin-2", "ink", long_hair=True),
        Person("blue-500", hair="clay"),
        Person("green-400", "skin-2", "brown"),
    )
    walls = ("blue-100", "sand", "green-200", "stone", "blue-050", "blue-200")
    for number, (who, wall) in enumerate(zip(people, walls, strict=True)):
        video_tile(canvas, number, who, wall)
    canvas.shape([(330, 740), (1170, 740), (1270, 850), (230, 850)], "stone")
    canvas.shape([(380, 760), (1120, 760), (1165, 806), (335, 806)], "ink")
    canvas.box((1300, 690, 1400, 830), "blue-700", radius=16)
    canvas.oval((1350, 692), (50, 14), "brown")
    return canvas


def video_tile(canvas: Canvas, number: int, who: Person, wall: str) -> None:
    left, top = 360 + number % 3 * 262, 160 + number // 3 * 282
    canvas.box((left, top, left + 256, top + 270), wall)
    neck = top + 165
    person(canvas, left + 128, neck + 190, 72, Person(**{**vars(who), "seated": True}))
    # What hangs below the tile is the frame of the screen.
    canvas.box((left, top + 270, left + 256, top + 282), "ink")
    if number >= 3:
        canvas.box((left, top + 276, left + 256, top + 298), "ink")


def community_centre() -> Canvas:
    """The community centre: old brick, a glass extension, a ramp to the door."""
    canvas = Canvas()
    sky(canvas, 740, "sand")
    canvas.box((150, 300, 800, 760), "clay")
    canvas.shape([(120, 300), (475, 130), (830, 300)], "brown")
    for x, y in product((210, 360, 510, 660), (350, 540)):
        window(canvas, x, y, 80, 120)
    canvas.box((800, 380, 1330, 760), "blue-700")
    for x in (825, 950, 1075, 1200):
        canvas.box((x, 405, x + 105, 760), "blue-200")
        canvas.shape([(x, 405), (x + 70, 405), (x, 560)], "blue-050")
    canvas.box((950, 540, 1180, 760), "white")
    canvas.box((965, 555, 1060, 760), "blue-300")
    canvas.box((1070, 555, 1165, 760), "blue-300")
    canvas.shape([(620, 800), (1180, 757), (1180, 800)], "stone")
    canvas.line([(640, 730), (940, 705)], "ink", 9)
    for post in (650, 790, 930):
        canvas.line([(post, 730 - (post - 640) / 12), (post, 792)], "ink", 7)
    tree(canvas, 1400, 830, 130)
    person(canvas, 480, 930, 44, Person("green-600", long_hair=True, arm=(1.8, 0.8)))
    wheelchair(canvas, 740, 900)
    return canvas


def wheelchair(canvas: Canvas, x: float, y: float) -> None:
    person(canvas, x, y - 78, 42, Person("ochre", "skin-2", "ink", seated=True))
    canvas.line([(x + 10, y - 72), (x + 78, y - 72), (x + 92, y - 12)], "ink", 28)
    canvas.oval((x, y - 52), (58, 58), "ink")
    canvas.oval((x, y - 52), (47, 47), "stone")
    canvas.oval((x, y - 52), (9, 9), "ink")
    canvas.oval((x + 86, y - 8), (16, 16), "ink")


SCENES: dict[str, Callable[[], Canvas]] = {
    "ankerplatz": square,
    "labor-innen": lab_room,
    "plenum": audience,
    "stadtplan": street_map,
    "gruener-hof": courtyard,
    "marktstand": market,
    "videokonferenz": video_call,
    "stadtteilhaus": community_centre,
}
