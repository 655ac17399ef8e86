"""The page tree as it will be after an import, and the rules it has to keep."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from pages.exchange.descriptions import page_models
from pages.exchange.entries import Directory, Entry
from pages.exchange.given import did_you_mean, quoted
from pages.exchange.keys import Identity

__all__ = ["FinalTree", "Place", "untouched_welcome"]


@dataclass(eq=False, slots=True)
class Place:
    """A page's place. ``above`` is None below the root of the tree."""

    model: type[Page]
    slug: str
    above: "Place | None" = None
    entry: Entry | None = None
    pk: int | None = None

    @property
    def trail(self) -> Iterator["Place"]:
        """Yield this place and those above it, each only once."""
        seen: list[Place] = []
        place: Place | None = self
        while place is not None and place not in seen:
            yield place
            seen.append(place)
            place = place.above

    @property
    def is_circular(self) -> bool:
        """Whether it stands, over some others or not, below itself."""
        return list(self.trail)[-1].above is self


class FinalTree:
    """All pages: those of the database, moved and renamed as the files say, and new."""

    def __init__(self, directory: Directory) -> None:
        self.directory = directory
        self.welcome = untouched_welcome()
        self.places: dict[Identity, Place] = {}
        self.add_stored()
        entries = [e for e in directory.entries.values() if e.section == "pages"]
        self.add_given(entries)

    def add_stored(self) -> None:
        rows = Page.objects.filter(depth__gt=1).select_related("locale", "content_type")
        by_path: dict[str, Place] = {}
        fields = ("path", "slug", "translation_key", "locale", "content_type")
        for page in rows.order_by("path").only(*fields):
            model = page.content_type.model_class() or Page
            above = by_path.get(page.path[: -Page.steplen])
            place = Place(model, page.slug, above, pk=page.pk)
            by_path[page.path] = place
            if self.welcome is None or page.pk != self.welcome.pk:
                code = page.locale.language_code
                self.places[Identity(Page, page.translation_key, code)] = place

    def add_given(self, entries: list[Entry]) -> None:
        for entry in entries:
            place = self.places.setdefault(entry.identity, Place(entry.model, ""))
            place.model, place.entry = page_models()[entry.model._meta.label], entry
            place.slug = str(entry.record.values.get("slug") or "")
        for entry in entries:
            place = self.places[entry.identity]
            place.above = self.places.get(entry.parent) if entry.parent else None

    def place(self, entry: Entry) -> Place:
        return self.places[entry.identity]

    def top_down(self) -> list[Entry]:
        """Return the entries, parents before children, otherwise as in the files."""
        depths = {
            entry: len(list(self.place(entry).trail))
            for entry in self.directory.entries.values()
            if entry.section == "pages"
        }
        return sorted(depths, key=lambda entry: depths[entry])

    # --- Rules

    def check(self) -> None:
        """Add a mistake for each page that cannot stand where it shall."""
        circular = [place for place in self.places.values() if place.is_circular]
        for place in self.places.values():
            if place.entry is not None:
                self.check_parent(place, place.entry)
        for place in circular:
            place.above = None
        self.check_slugs()
        self.check_translations()
        self.check_counts()

    def check_parent(self, place: Place, entry: Entry) -> None:
        given = entry.given.step("parent")
        if entry.parent and place.above is None:
            sentence = _("There is no page “%(key)s” in this language.")
            words = self.directory.names([Page])
            sentence %= {"key": quoted(given.value)}
            given.fail(did_you_mean(sentence, str(given.value), words))
        elif place.is_circular:
            given.fail(_("A page cannot stand below itself."))
        elif given.is_absent or entry.parent:
            above = place.above.model if place.above else Page
            if place.model not in above.allowed_subpage_models():
                given.fail(where_allowed(place.model, above))

    def check_slugs(self) -> None:
        first: dict[tuple[int, str], Place] = {}
        # Pages without an entry come first: they stay as they are.
        places = sorted(self.places.values(), key=lambda place: place.entry is not None)
        for place in places:
            taken = first.setdefault((id(place.above), place.slug), place)
            if taken is place or place.entry is None or not place.slug:
                continue
            sentence = _("Another page beside this one has the slug “%(slug)s”.")
            place.entry.given.step("slug").fail(sentence % {"slug": place.slug})

    def check_translations(self) -> None:
        """Add a mistake for translations that are of another type."""
        models: dict[Any, type[Page]] = {}
        for identity, place in self.places.items():
            model = models.setdefault(identity.key, place.model)
            if model is not place.model and place.entry:
                sentence = _("In another language, this page is a %(kind)s.")
                kind = model._meta.verbose_name
                place.entry.given.step("type").fail(sentence % {"kind": kind})

    def check_counts(self) -> None:
        """Add a mistake for pages of a type that may exist only so many times."""
        count: Counter[Any] = Counter()
        for place in self.places.values():
            limit = place.model.max_count
            count[place.model] += 1
            if limit is not None and count[place.model] > limit and place.entry:
                sentence = _("Only %(limit)d pages of this type can exist.")
                place.entry.given.fail(sentence % {"limit": limit})


def where_allowed(model: type[Page], above: type[Page]) -> str:
    kind = model._meta.verbose_name
    parents = [
        str(parent._meta.verbose_name) if parent is not Page else _("root of the tree")
        for parent in model.allowed_parent_page_models()
        if model in parent.allowed_subpage_models()
    ]
    if above is Page:
        sentence = _("A %(kind)s cannot stand without a parent. Possible: %(parents)s.")
    else:
        sentence = _(
            "A %(kind)s cannot stand below a %(above)s. Possible: %(parents)s."
        )
    values = {
        "kind": kind,
        "above": above._meta.verbose_name,
        "parents": ", ".join(parents),
    }
    return sentence % values


def untouched_welcome() -> Page | None:
    """Return the page that a new Wagtail shows, if nobody has made it their own."""
    page = (
        Page.objects.filter(depth=2, slug="home", numchild=0).exact_type(Page).first()
    )
    if page is None or page.latest_revision_id or page.first_published_at:
        return None
    only = Page.objects.filter(depth=2).count() == 1
    is_root = Site.objects.filter(root_page=page).exists()
    return page if only and is_root and page.title.startswith("Welcome to") else None
