"""The smaller things of which pages tell: people, organisations, places, grants.

Dictionaries without what is unknown; ``None``, "" and empty lists are left out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pages.agenda import Person
from pages.models import Funding, Organisation, Venue

__all__ = [
    "Node",
    "Surroundings",
    "grant",
    "node",
    "organisation",
    "people",
    "place",
    "room",
]

Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The site around a page, with full addresses; its name is in the page's language.

    ``image`` is the picture for sharing the page, ``photo`` one that stands on it.
    """

    name: str
    url: str
    language: str
    logo: str = ""
    image: str = ""
    photo: str = ""

    @property
    def images(self) -> list[str]:
        return [url for url in (self.photo, self.image) if url]

    @property
    def id(self) -> str:
        return f"{self.url}#organization"

    @property
    def organisation(self) -> Node:
        """Whoever publishes the site."""
        return node(
            "Organization", id=self.id, name=self.name, url=self.url, logo=self.logo
        )

    @property
    def reference(self) -> Node:
        return {"@id": self.id}


def node(kind: str, /, *, id: str = "", **values: Any) -> Node:  # noqa: A002 (its name in JSON-LD)
    """Return a thing of a type with what is known of it; texts lose their marks."""
    known = {
        name: str(value) if isinstance(value, str) else value
        for name, value in values.items()
        if is_known(value)
    }
    return {"@type": kind, **({"@id": id} if id else {}), **known}


def is_known(value: Any) -> bool:
    if isinstance(value, str):
        return bool(value.strip())
    return value is not None and value != []


def organisation(found: Organisation) -> Node:
    return node("Organization", name=found.name, url=found.url)


def people(found: Iterable[Person]) -> list[Node]:
    """Return people, each once; one without a name is the institution."""
    return list(map(one, dict.fromkeys(found)))


def one(person: Person) -> Node:
    name, institution = person.name.strip(), person.institution.strip()
    where = node("Organization", name=institution) if institution else None
    if not name and where:
        return where
    return node("Person", name=name, affiliation=where)


def place(venue: Venue) -> Node:
    address = dict(address_of(venue))
    geo = None
    if venue.latitude is not None and venue.longitude is not None:
        geo = node(
            "GeoCoordinates",
            latitude=float(venue.latitude),
            longitude=float(venue.longitude),
        )
    return node(
        "Place",
        name=venue.name,
        address=node("PostalAddress", **address) if address else None,
        geo=geo,
    )


def address_of(venue: Venue) -> Iterator[tuple[str, str]]:
    parts = {
        "streetAddress": venue.street,
        "postalCode": venue.postal_code,
        "addressLocality": venue.city,
        "addressCountry": venue.country,
    }
    return ((name, part) for name, part in parts.items() if part)


def room(name: str, venue: Venue | None) -> Node | None:
    """Return a room, in the building it is in; None without a name."""
    if not name:
        return None
    building = node("Place", name=venue.name) if venue else None
    return node("Place", name=name, containedInPlace=building)


def grant(funding: Funding) -> Node:
    funder = node("Organization", name=funding.funder) if funding.funder else None
    return node(
        "Grant",
        name=funding.programme,
        identifier=funding.grant_number,
        url=funding.url,
        funder=funder,
    )
