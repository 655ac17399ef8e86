"""Reads the programme out of the JSON-LD of a workshop page."""

import json

from bs4 import BeautifulSoup

from tests.agreement.rows import Row, bare


def read_linked_data(html):
    script = BeautifulSoup(html, "html.parser").select_one("[type*='ld+json']")
    found = json.loads(script.string)["@graph"]
    *before, event = [node for node in found if node["@type"] == "Event"]
    day = event["startDate"][:10]
    for session in [*before, *event.get("subEvent", [])]:
        yield read_event(session, day)
        yield from (read_event(group, day) for group in session.get("subEvent", []))


def read_event(event, day):
    start, end = event.get("startDate", day), event.get("endDate", "")
    return Row(
        start[:10],
        start[11:16],
        end[11:16],
        bare(event.get("name", "")),
        tuple(person_in(one) for one in event.get("performer", [])),
        bare(event.get("location", {}).get("name", "")),
        tuple(talk_in(one) for one in event.get("workFeatured", [])),
    )


def talk_in(work):
    authors = "".join(person_in(one) for one in work.get("author", []))
    return bare(work["name"]) + authors


def person_in(one):
    place = one.get("affiliation", {}).get("name", "")
    return bare(one.get("name", "") + place)
