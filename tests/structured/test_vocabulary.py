"""The check finds what is wrong; else it would prove nothing."""

import pytest

from tests.structured.vocabulary import complaints

EVENT = {"@type": "Event", "name": "Werkstatt", "startDate": "2026-12-17"}


def document(*nodes):
    return {"@context": "https://schema.org", "@graph": list(nodes)}


def test_what_is_right_is_not_complained_of():
    person = {"@type": "Person", "name": "Jo", "@id": "https://a.example/#jo"}
    event = {**EVENT, "organizer": {"@id": "https://a.example/#jo"}}

    assert list(complaints(document(person, event))) == []


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"@type": "Workshop"}, "no known type"),
        ({"startsAt": "2026-12-17"}, "no known property"),
        ({"headline": "Werkstatt"}, "Event has no such property"),
        ({"startDate": "2026-12-17T11:00:00"}, "none of Date, DateTime"),
        ({"startDate": "Dezember"}, "none of Date, DateTime"),
        ({"location": 7}, "none of Place"),
        ({"location": {"@type": "Person", "name": "Jo"}}, "none of Place"),
        ({"location": {"@type": "Place", "streetAddress": "Weg 1"}}, "Place has no"),
        ({"eventStatus": "cancelled"}, "none of EventStatusType"),
        (
            {"eventStatus": "https://schema.org/OnlineEventAttendanceMode"},
            "none of EventStatusType",
        ),
        ({"url": "/projekt/"}, "none of URL"),
        ({"name": ""}, "none of Text"),
        ({"organizer": {"@id": "https://a.example/#nobody"}}, "nothing is called"),
        ({"subEvent": [EVENT, {"@type": "Place", "name": "Ort"}]}, "none of Event"),
        ({"maximumAttendeeCapacity": "viele"}, "none of Integer"),
    ],
)
def test_what_is_wrong_is_complained_of(change, complaint):
    found = list(complaints(document({**EVENT, **change})))

    assert any(complaint in each for each in found), found


def test_another_vocabulary_is_complained_of():
    assert list(complaints({**document(), "@context": "https://a.example"}))
