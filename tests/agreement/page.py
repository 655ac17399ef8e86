"""Reads the programme of a workshop page."""

from bs4 import BeautifulSoup

from tests.agreement.rows import Row, bare


def read_page(html, day):
    """Return the rows. ``day`` is that of the workshop, where no heading says one."""
    section = BeautifulSoup(html, "html.parser").select_one("section.programme")
    for group in section.select(".programme__day") or [section]:
        heading = group.select_one(".programme__day-title")
        own = heading.select_one("time") if heading else None
        on = (own["datetime"] if own else "") if heading else day
        for entry in group.select("li.entry"):
            yield from read_entry(entry, on)


def read_entry(entry, day):
    times = [clock_of(time) for time in entry.select(".entry__time time")]
    start, end = (*times, "", "")[:2]
    own = entry.select_one(".entry__content")
    for track in own.select(".track"):
        place = track.select_one(".track__place").get_text()
        yield read_item(track, (day, start, end), place.partition("·")[2])
        track.extract()
    room = own.select_one(".room")
    yield read_item(own, (day, start, end), room.get_text() if room else "")


def clock_of(time):
    """The time of a <time>, which has its day before it where that is known."""
    return time["datetime"].rpartition("T")[2][:5]


def read_item(item, times, room):
    talks = item.select(".contributions > li")
    for talk in talks:
        talk.extract()
    title = item.select_one(".entry__title")
    people = item.select("p.people, .people li")
    return Row(
        *times,
        bare(title.get_text()) if title else "",
        tuple(bare(person.get_text()) for person in people),
        bare(room),
        tuple(bare(without_slides(talk)) for talk in talks),
    )


def without_slides(talk):
    for slides in talk.select(".slides"):
        slides.extract()
    return talk.get_text()
