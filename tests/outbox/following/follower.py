"""A client that reads nothing but the feed, and what a full crawl would find."""

from dataclasses import dataclass, field

API = "/api/v1"
LANGUAGES = ("de", "en")
ASIDE = (
    "/site",
    *(f"/navigation?language={code}" for code in LANGUAGES),
    *(f"/contacts?language={code}" for code in LANGUAGES),
    "/documents",
)


def detail_of(client, pk):
    """What a client reads of a page; None if it is not public."""
    response = client.get(f"{API}/pages/{pk}")
    if response.status_code == 404:
        return None
    assert response.status_code == 200, response.content
    return response.json()


def crawl(client):
    """Read all that is public, without the feed, by number."""
    return {page["id"]: page for code in LANGUAGES for page in pages_in(client, code)}


def pages_in(client, code):
    asked = {"fields": "*", "limit": 20, "language": code}
    while True:
        part = client.get(f"{API}/pages", asked).json()
        yield from part["items"]
        if part["next"] is None:
            return
        asked["cursor"] = part["next"]


def read_aside(client):
    """Read menus, the directory and whatever else is no page."""
    return {address: client.get(f"{API}{address}").json() for address in ASIDE}


@dataclass
class Follower:
    client: object
    copy: dict = field(default_factory=dict)
    aside: dict = field(default_factory=dict)
    cursor: str = ""
    has_news: bool = True

    def read(self, limit=3):
        """Read a part; whether there is more."""
        asked = {"limit": limit, **({"since": self.cursor} if self.cursor else {})}
        part = self.client.get(f"{API}/changes", asked).json()
        for entry in part["entries"]:
            self.take(entry)
        self.has_news = self.has_news or bool(part["entries"])
        self.cursor = part["cursor"]
        return part["has_more"]

    def take(self, entry):
        if entry["kind"] == "object":
            return
        is_page = entry["kind"] == "page"
        detail = detail_of(self.client, entry["id"]) if is_page else None
        if detail is None:  # It may have gone between the feed and this.
            self.copy.pop(entry["id"], None)
        else:
            self.copy[entry["id"]] = detail

    def catch_up(self, limit=100):
        while self.read(limit):
            pass
        if self.has_news:
            self.aside, self.has_news = read_aside(self.client), False
