"""Agendas of a workshop from 11:00 to 16:00: each with one fault, or with none."""

from pages.agenda import Contribution, Person, Track
from tests.agenda.written import day, pause, section, session

UTSCH = Person("Clara Utsch", "Stadt Wuppertal")
ELIAS = Person("Arne Elias")


def tracks(*people: Person) -> tuple[Track, ...]:
    return tuple(
        Track(f"Gruppe {number}", people=(person,))
        for number, person in enumerate(people, start=1)
    )


# The items, then code, message and entry of the one warning.
FAULTS = {
    "end before start": (
        [session("11:00", "Welcome"), session("11:15", "Introduction", "10:30")],
        (
            "end-before-start",
            "11:15 “Introduction” ends before it begins (10:30).",
            "Introduction",
        ),
    ),
    "end equal to start": (
        [session("11:00", "Welcome", "11:00"), session("11:15", "Introduction")],
        (
            "zero-length",
            "11:00 “Welcome” ends at the same time as it begins.",
            "Welcome",
        ),
    ),
    "end equal to start, where the next begins": (
        [session("11:00", "Welcome", "11:00"), session("11:00", "Introduction")],
        (
            "zero-length",
            "11:00 “Welcome” ends at the same time as it begins.",
            "Welcome",
        ),
    ),
    "neighbours in the wrong order": (
        [
            session("11:00", "Welcome", "11:15"),
            session("11:30", "Talks", "12:00"),
            session("11:15", "Introduction", "11:30"),
        ],
        (
            "out-of-order",
            "11:15 “Introduction” is listed after 11:30 “Talks” but begins before it.",
            "Introduction",
        ),
    ),
    "neighbours in the wrong order with one person in all": (
        [
            session("11:00", "Welcome", people=(ELIAS,)),
            session("12:00", "Talks", "14:00", people=(ELIAS,)),
            session("11:30", "Introduction", "13:00", people=(ELIAS,)),
        ],
        (
            "out-of-order",
            "11:30 “Introduction” is listed after 12:00 “Talks” but begins before it.",
            "Introduction",
        ),
    ),
    "overlap": (
        [session("11:00", "Welcome", "11:30"), session("11:15", "Introduction")],
        (
            "overlap",
            "11:15 “Introduction” begins before 11:00 “Welcome” ends (11:30).",
            "Introduction",
        ),
    ),
    "one end far too late": (
        [
            session("11:00", "Welcome", "15:00"),
            session("11:15", "Introduction"),
            session("11:30", "Talks"),
            pause("12:45"),
        ],
        (
            "overlap",
            "11:15 “Introduction” begins before 11:00 “Welcome” ends (15:00).",
            "Introduction",
        ),
    ),
    "two entries at the same time": (
        [session("11:00", "Welcome"), session("11:00", "Introduction")],
        (
            "overlap",
            "11:00 “Welcome” and 11:00 “Introduction” begin at the same time.",
            "Introduction",
        ),
    ),
    "gap": (
        [session("11:00", "Talks", "12:45"), session("13:30", "Groups")],
        ("gap", "Nothing is planned between 12:45 and 13:30.", "Talks"),
    ),
    "gap across sections and untimed entries": (
        [
            session("11:00", "Talks", "12:45"),
            section("Afternoon"),
            session("", "Vote"),
            session("13:30", "Groups"),
        ],
        ("gap", "Nothing is planned between 12:45 and 13:30.", "Talks"),
    ),
    "one person in two tracks": (
        [session("11:00", "Groups", tracks=tracks(UTSCH, ELIAS, UTSCH))],
        (
            "same-person",
            "11:00 “Groups”: Clara Utsch is in “Gruppe 1” and in “Gruppe 3”.",
            "Groups",
        ),
    ),
    "one person in three tracks, written differently": (
        [
            session(
                "11:00",
                "Groups",
                tracks=tracks(
                    UTSCH, Person(" clara  UTSCH"), Person("Clara Utsch", "Dortmund")
                ),
            )
        ],
        (
            "same-person",
            "11:00 “Groups”: Clara Utsch is in “Gruppe 1” and in “Gruppe 2”.",
            "Groups",
        ),
    ),
    "one person in two tracks, composed and decomposed": (
        [
            session(
                "11:00",
                "Groups",
                tracks=tracks(Person("J\u00fcrgen"), Person("Ju\u0308rgen")),
            )
        ],
        (
            "same-person",
            "11:00 “Groups”: J\u00fcrgen is in “Gruppe 1” and in “Gruppe 2”.",
            "Groups",
        ),
    ),
    "one person talks in two tracks without titles": (
        [
            session(
                "11:00",
                "Groups",
                tracks=(
                    Track("", contributions=(Contribution("A", people=(ELIAS,)),)),
                    Track("", contributions=(Contribution("B", people=(ELIAS,)),)),
                ),
            )
        ],
        (
            "same-person",
            "11:00 “Groups”: Arne Elias is in group 1 and in group 2.",
            "Groups",
        ),
    ),
    "two people in two tracks": (
        [
            session(
                "11:00",
                "Groups",
                tracks=(
                    Track("Labs", people=(UTSCH, ELIAS)),
                    Track("Money", people=(ELIAS, UTSCH)),
                ),
            )
        ],
        (
            "same-person",
            "11:00 “Groups”: Clara Utsch and Arne Elias are in “Labs” and in “Money”.",
            "Groups",
        ),
    ),
    "one person in two tracks of an untimed entry": (
        [session("", "Groups", tracks=tracks(ELIAS, ELIAS))],
        (
            "same-person",
            "“Groups”: Arne Elias is in “Gruppe 1” and in “Gruppe 2”.",
            "Groups",
        ),
    ),
    "begins when the event ends": (
        [session("11:00", "Welcome"), session("16:00", "Outlook")],
        (
            "after-event-end",
            "16:00 “Outlook” begins when the event is over (22 February 2018, 16:00).",
            "Outlook",
        ),
    ),
    "ends after the event": (
        [session("11:00", "Welcome"), session("15:30", "Outlook", "16:30")],
        (
            "after-event-end",
            "15:30 “Outlook” ends at 16:30, but the event ends at 16:00.",
            "Outlook",
        ),
    ),
    "event that ends before most of it begins": (
        [
            session("11:00", "Welcome"),
            session("17:00", "Talks"),
            session("18:00", "Groups"),
            day("2018-02-23"),
            session("09:00", "Outlook", "10:00"),
        ],
        (
            "after-event-end",
            "17:00 “Talks” begins when the event is over (22 February 2018, 16:00).",
            "Talks",
        ),
    ),
    "days in the wrong order": (
        [day("2018-02-22"), session("11:00", "Welcome"), day("2018-02-21")],
        (
            "days-out-of-order",
            "21 February 2018 is listed after 22 February 2018.",
            "day 2018-02-21",
        ),
    ),
    "day given twice": (
        [session("11:00", "Welcome"), day("2018-02-22"), session("12:00", "Talks")],
        (
            "day-twice",
            "22 February 2018 is listed twice.",
            "day 2018-02-22",
        ),
    ),
    "earlier day given twice": (
        [day("2018-02-20"), day("2018-02-21"), day("2018-02-20")],
        (
            "day-twice",
            "20 February 2018 is listed twice.",
            "day 2018-02-20",
        ),
    ),
}

SOUND = {
    "nothing": [],
    "only untimed entries": [session("", "Vote"), session("", "Walk")],
    "entries one after the other": [
        session("11:00", "Welcome", "11:15"),
        session("11:15", "Introduction", "11:30"),
    ],
    "entries without ends": [session("11:00", "Welcome"), session("12:00", "Talks")],
    "time before the event's end left": [session("11:00", "Welcome", "12:00")],
    "last entry up to the event's end": [session("11:00", "Welcome", "16:00")],
    "parallel tracks of different people": [
        session("11:00", "Groups", tracks=tracks(UTSCH, ELIAS))
    ],
    "one institution in two tracks": [
        session(
            "11:00",
            "Groups",
            tracks=tracks(Person(institution="ILS"), Person(institution="ILS")),
        )
    ],
    "one person twice in one track": [
        session(
            "11:00",
            "Groups",
            tracks=(
                Track(
                    "Labs",
                    people=(UTSCH,),
                    contributions=(Contribution("A", people=(UTSCH,)),),
                ),
            ),
        )
    ],
    "one person in entries one after the other": [
        session("11:00", "Welcome", people=(UTSCH,)),
        session("11:15", "Introduction", people=(UTSCH,)),
    ],
    "evening on the day before": [
        day("2018-02-21"),
        session("19:00", "Reception", "22:00"),
        day("2018-02-22"),
        session("11:00", "Welcome"),
    ],
    "same times on two days": [
        day("2018-02-21"),
        session("11:00", "Welcome", "12:00"),
        day("2018-02-22"),
        session("11:00", "Welcome back", "12:00"),
    ],
}
