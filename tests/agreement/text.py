"""Reads the plain text of a programme, by its blocks and how far lines are set in."""

from tests.agreement.rows import Row, bare, read_day, read_times

ROOM = ("Raum: ", "Room: ", "Raum ", "Room ")
GROUP = ("Gruppe ", "Group ")


def read_text(text, day):
    """Return the rows. ``day`` is that of the workshop, where no heading says one."""
    _head, *blocks, _address = text.rstrip().split("\n\n")
    for block in blocks:
        first, *rest = block.split("\n")
        if rest and set(rest[0]) == {"="}:
            day = read_day(first)
        elif not rest or set(rest[0]) != {"-"}:
            yield from read_entry(first, rest, day)


def read_entry(first, rest, day):
    times, _gap, title = first.partition("  ")
    if not times[:1].isdigit() or ":" not in times:
        times, title = "", first
    start, end = read_times(times)
    groups = [[]]
    for line in rest:
        if line.startswith("    ") and line[4:].startswith(GROUP):
            groups.append([])
        groups[-1].append(line.strip())
    own, *tracks = groups
    yield read_item((day, start, end), title, own)
    for heading, *lines in tracks:
        yield read_item((day, start, end), heading.partition(": ")[2], lines)


def read_item(times, title, lines):
    rooms = [line for line in lines if line.startswith(ROOM)]
    talks = [line for line in lines if line.startswith("- ")]
    people = [line for line in lines if line not in rooms and line not in talks]
    return Row(
        *times,
        bare(title.removeprefix("–")),
        tuple(map(bare, people)),
        bare("".join(map(room_in, rooms))),
        tuple(map(bare, talks)),
    )


def room_in(line):
    """Nobody says "Raum: Raum 1.04"."""
    return line.removeprefix("Raum:").removeprefix("Room:")
