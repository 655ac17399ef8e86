"""Programmes for hypothesis, as the form would store them."""

from datetime import date, timedelta

from hypothesis import strategies as st

# Letters that the site's type has; what else stands in a title must not matter here.
words = st.text("abcäöüßéABC<>&\"'(){}%123 ", min_size=1, max_size=12).filter(
    lambda text: any(sign.isalpha() for sign in text)
)
MAYBE = st.just("") | words
FIRST = date(2031, 3, 29)  # The clocks are changed in the night after it.


def block(kind, **values):
    return {"type": kind, "value": values}


def blocks(kind, **parts):
    """Values of a block by the name of each part."""
    return st.fixed_dictionaries(parts).map(lambda values: block(kind, **values))


people = st.lists(
    blocks("person", name=words, institution=MAYBE), max_size=2, unique_by=str
)
talks = st.lists(blocks("contribution", title=words, people=people), max_size=2)
tracks = st.lists(
    blocks("track", title=words, room=MAYBE, people=people, contributions=talks),
    min_size=1,
    max_size=2,
)


@st.composite
def one_day(draw, number):
    """The blocks of a day, one after the other, an end here and there."""
    starts = sorted(draw(st.sets(st.integers(7 * 4, 22 * 4), min_size=1, max_size=4)))
    blocks = [block("day", date=str(FIRST + timedelta(number)), title=draw(MAYBE))]
    for quarter in starts:
        times = {"start": clock(quarter)}
        if draw(st.booleans()):
            times["end"] = clock(quarter + 1)
        blocks.append(draw(entry(times)))
        if draw(st.booleans()):
            section = block("section", title=draw(words), moderators=draw(people))
            blocks.append(section)
    return blocks


@st.composite
def entry(draw, times):
    kind = draw(st.sampled_from(["session", "break", "parallel"]))
    if kind == "break":
        return block(kind, **times, title=draw(MAYBE))
    if kind == "parallel":
        return block(kind, **times, title=draw(MAYBE), tracks=draw(tracks))
    values = {"title": draw(words), "room": draw(MAYBE), "people": draw(people)}
    return block(kind, **times, **values, contributions=draw(talks))


def clock(quarters):
    hours, rest = divmod(quarters, 4)
    return f"{hours:02}:{rest * 15:02}"


agendas = st.tuples(one_day(0), one_day(1)).map(lambda days: [*days[0], *days[1]])
