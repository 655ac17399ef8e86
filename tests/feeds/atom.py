"""Reads an Atom feed as RFC 4287 wants it, and refuses what it does not allow."""

from datetime import datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree

ATOM = "{http://www.w3.org/2005/Atom}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


class Feed:
    def __init__(self, response):
        assert response.status_code == 200
        assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
        self.root = ElementTree.fromstring(response.content)
        assert self.root.tag == f"{ATOM}feed"
        self.language = self.root.get(LANGUAGE)
        self.links = links(self.root)
        self.entries = [Entry(each) for each in self.root.iter(f"{ATOM}entry")]
        check(self.root, required=("id", "title", "updated", "author"))
        assert {"self", "alternate"} <= self.links.keys()
        ids = [entry.id for entry in self.entries]
        assert len(set(ids)) == len(ids)

    def __getattr__(self, name):
        return self.root.findtext(f"{ATOM}{name}")

    @property
    def titles(self):
        return [entry.title for entry in self.entries]


class Entry:
    def __init__(self, element):
        self.element = element
        self.url = links(element)["alternate"]
        check(element, required=("id", "title", "updated"))

    def __getattr__(self, name):
        return self.element.findtext(f"{ATOM}{name}")


def links(element):
    found = element.findall(f"{ATOM}link")
    return {link.get("rel", "alternate"): link.get("href") for link in found}


def check(element, required):
    for name in required:
        assert len(element.findall(f"{ATOM}{name}")) == 1
    assert urlsplit(element.findtext(f"{ATOM}id")).scheme
    for name in ("updated", "published"):
        for moment in element.findall(f"{ATOM}{name}"):
            assert datetime.fromisoformat(moment.text).tzinfo
