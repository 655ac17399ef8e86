"""Random content for hypothesis, and random damage to content."""

from datetime import UTC, datetime, time
from typing import Any

from django.db import models
from hypothesis import strategies as st

from pages.exchange import kinds
from pages.exchange.blocks import BlockKind, LeafKind, StructKind
from pages.exchange.descriptions import Children, Description, describe, page_models
from pages.exchange.references import ReferenceKind
from pages.exchange.streams import ListKind, StreamKind
from pages.exchange.texts import RichTextKind

# What a database or a file cannot hold is refused; a text of blanks is an empty one.
letters = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
texts = st.text(letters, max_size=12).map(lambda text: f"x{text}")
moments = st.datetimes(
    datetime(1900, 1, 1),  # noqa: DTZ001 (bounds are naive, values are not)
    datetime(2020, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)
days = st.dates(max_value=datetime(2999, 1, 1, tzinfo=UTC).date())

FRAGMENTS = [
    "<p>a &amp; b</p>",
    "<h3>ä\u00a0„b“</h3>",
    "<ul><li>a</li><li><b>b</b><br/></li></ul>",
    '<p><a linktype="page" key="start">a</a> <i>b</i></p>',
    '<p><a linktype="page" key="start" locale="en">a</a></p>',
    '<p><a linktype="document" key="flyer">a</a></p>',
    '<p><a href="https://example.org/?a=1&amp;b">a</a></p>',
    '<embed embedtype="image" key="foto" alt="a &quot;b&quot;" format="left"/>',
    "<p></p>",
]
KEYS = {
    "SiteImage": ["foto"],
    "SiteDocument": ["flyer"],
    "Page": ["start", {"key": "start", "locale": "en"}],
    "Venue": ["rathaus", {"key": "rathaus", "locale": "de"}],
    "Contact": ["wallner"],
    "Organisation": ["stadt"],
    "Funding": ["fonds"],
}
# What has rules of its own, which the tests of those rules are about.
FIXED: dict[str, Any] = {
    "starts_at": st.just(datetime(2018, 3, 5, 11, tzinfo=UTC)),
    "ends_at": st.just(datetime(2018, 3, 5, 17, tzinfo=UTC)),
    "status": st.nothing(),
    "starts_on": st.nothing(),
    "ends_on": st.nothing(),
    "go_live_at": st.nothing(),
    "expire_at": st.nothing(),
    "slug": st.nothing(),
    "title": texts,
    "time_zone": st.sampled_from(["Europe/Berlin", "UTC", "Pacific/Apia"]),
    "end": st.nothing(),
    "url": st.just("https://example.org/ä?b=c#d"),
}


def values(kind: kinds.Kind, name: str = "", place: Any = None) -> st.SearchStrategy:
    """Values that a file may give for a kind."""
    if name in FIXED:
        return FIXED[name]
    if isinstance(kind, LeafKind):
        return values(kind.kind, name, kind.block)
    if isinstance(kind, StructKind):
        return structs(kind)
    if isinstance(kind, StreamKind):
        least = 1 if getattr(kind.block, "required", False) else 0
        return st.lists(items(kind), min_size=least, max_size=3)
    if isinstance(kind, ListKind):
        return st.lists(values(kind.child).map(lambda v: {"value": v}), max_size=2)
    return simple_values(kind, place)


def simple_values(kind: kinds.Kind, place: Any) -> st.SearchStrategy:
    if isinstance(kind, RichTextKind):
        return st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=3).map("".join)
    if isinstance(kind, ReferenceKind):
        return st.sampled_from(KEYS[kind.targets[0].__name__])
    if isinstance(kind, kinds.ChoiceKind):
        return st.sampled_from([value for value in kind.values() if value])
    if isinstance(place, models.URLField):
        return st.just("https://example.org/ä?b=c#d")
    if isinstance(place, models.EmailField):
        return st.just("jo.doe@example.org")
    return {
        kinds.BooleanKind: st.booleans(),
        kinds.IntegerKind: st.integers(0, 32767),
        kinds.DateKind: days,
        kinds.MomentKind: moments,
        kinds.TimeKind: st.times(max_value=time(23, 59, 59)).map(time.isoformat),
    }.get(type(kind), texts)


def structs(kind: StructKind) -> st.SearchStrategy:
    found = {name: values(child, name) for name, child in kind.children.items()}
    needed = {
        name: found.pop(name)
        for name, child in kind.children.items()
        if is_needed(child, name) and not found[name].is_empty
    }
    optional = {name: given for name, given in found.items() if not given.is_empty}
    return st.fixed_dictionaries(needed, optional=optional)


def is_needed(kind: BlockKind, name: str) -> bool:
    """Whether a block lacks something without; a person needs a name at least."""
    return name in ("name", "url") or getattr(kind.block, "required", False)


def items(kind: StreamKind) -> st.SearchStrategy:
    return st.one_of([item(name, child) for name, child in kind.kinds().items()])


def item(name: str, kind: BlockKind) -> st.SearchStrategy:
    if isinstance(kind, StructKind):
        return structs(kind).map(lambda fields: {"type": name, **fields})
    needed = values(kind).filter(bool)
    return needed.map(lambda value: {"type": name, "value": value})


def fields(description: Description) -> dict[str, st.SearchStrategy]:
    found: dict[str, st.SearchStrategy] = {}
    for part in description.in_order:
        if isinstance(part, Children):
            inner = st.fixed_dictionaries(fields(part.description))
            found[part.name] = st.lists(inner, max_size=2)
        else:
            found[part.name] = values(part.kind, part.name, part.field)
    return {name: strategy for name, strategy in found.items() if not strategy.is_empty}


# Each page and, if it needs one, a parent that can have it.
PARENTS = {
    "pages.NewsPage": "news",
    "pages.WorkshopPage": "start",
    "notices.NoticePage": "project",
}


@st.composite
def pages(draw: st.DrawFn, number: int) -> dict[str, Any]:
    labels = sorted(label for label in page_models() if label != "home.HomePage")
    label = draw(st.sampled_from(labels))
    given = fields(describe(page_models()[label]))
    always = ("title", "starts_at", "ends_at")
    needed = {name: given.pop(name) for name in always if name in given}
    shown = draw(st.fixed_dictionaries(needed, optional=given))
    return {
        "type": label,
        "key": f"page-{number}",
        "locale": "de",
        "parent": PARENTS.get(label, "start"),
        "slug": f"page-{number}",
        **shown,
    }


FRAME: dict[str, Any] = {
    "version": 1,
    "images": [
        {
            "key": "foto",
            "file": "images/foto.jpg",
            "title": "Foto",
            "alt_texts": {"de": "Menschen an einem Tisch"},
        }
    ],
    "documents": [{"key": "flyer", "file": "documents/flyer.pdf", "title": "Flyer"}],
    "snippets": [
        {"type": "pages.Contact", "key": "wallner", "locale": "de", "name": "W"},
        {"type": "pages.Organisation", "key": "stadt", "locale": "de", "name": "S"},
        {"type": "pages.Venue", "key": "rathaus", "locale": "de", "name": "R"},
        {
            "type": "pages.Funding",
            "key": "fonds",
            "locale": "de",
            "programme": "F",
            "notice": "N",
        },
    ],
}


def frame_page(label: str, key: str, **given: str) -> dict[str, Any]:
    values = {"locale": "de", "slug": key, "title": key, **given}
    return {"type": label, "key": key, **values}


FRAME_PAGES = [
    frame_page("home.HomePage", "start"),
    frame_page("home.HomePage", "start", locale="en", slug="home"),
    frame_page("pages.NewsIndexPage", "news", parent="start"),
    frame_page("pages.ProjectPage", "project", parent="start"),
]


@st.composite
def contents(draw: st.DrawFn) -> dict[str, Any]:
    """A whole content, valid, with three pages of any kind."""
    drawn = [draw(pages(number)) for number in range(3)]
    return {**FRAME, "pages": [*FRAME_PAGES, *drawn]}


SCALARS = [
    "",
    "~",
    "7",
    "-1.5e9",
    "true",
    "'x",
    "[",
    "]",
    "{}",
    "[[]]",
    "*a",
    "&a",
    "!!a",
]
SCALARS += ['"\\ud800"', "25:00", "2018-02-30", "start", "page", "de", "en", "ä\u2028"]
SCALARS += ["<p>a</p>", "'<p><b>'", "../x", "|", ">-", "- a", "a: b", "# a", "9" * 60]


@st.composite
def damaged(draw: st.DrawFn, text: str) -> str:
    """A text in which some lines are gone, doubled, elsewhere, or say nonsense."""
    lines = text.splitlines()
    for _number in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        match draw(st.integers(0, 6)):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, lines[draw(st.integers(0, len(lines) - 1))])
            case 2:
                lines[at] = draw(st.sampled_from(["  ", "- ", ""])) + lines[at].lstrip()
            case 3:
                name, _colon, _value = lines[at].rpartition(": ")
                lines[at] = f"{name}: {draw(st.sampled_from(SCALARS))}"
            case 4:
                lines[at] = lines[at][: draw(st.integers(0, len(lines[at])))]
            case 5:
                place = draw(st.integers(0, len(lines[at])))
                lines[at] = lines[at][:place] + draw(letters) + lines[at][place:]
            case _:
                other = draw(st.integers(0, len(lines) - 1))
                lines[at], lines[other] = lines[other], lines[at]
        lines = lines or [""]
    return "\n".join(lines)
