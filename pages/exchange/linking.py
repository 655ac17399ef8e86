"""Tells which imported pages and snippets are translations of which."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail_localize.models import Translation

from pages.exchange.entries import Entry
from pages.progress import Progress
from pages.translation.adopting import adopt

__all__ = ["link_translations"]

SHOWN = 3


def link_translations(
    entries: Sequence[Entry],
    saved: Iterable[Entry],
    progress: Progress,
    *,
    new: bool,
) -> list[str]:
    """Let what stands in another language follow its original, in the words imported.

    What follows it already is looked at if it was saved; with ``new``, everything else,
    too. Returns a sentence for each object that could not be linked.
    """
    foreign = [
        entry
        for entry in entries
        if entry.locale not in {"", settings.LANGUAGE_CODE} and entry.pk is not None
    ]
    changed, linked = set(map(id, saved)), linked_keys(foreign)
    waiting = [
        entry
        for entry in foreign
        if (id(entry) in changed if (entry.key, entry.locale) in linked else new)
    ]
    return [
        sentence
        for entry in progress.over(waiting, _("Linking translations"))
        for sentence in link(entry)
    ]


def linked_keys(entries: Sequence[Entry]) -> set[tuple[Any, str]]:
    """Return key and language of those among the entries that follow an original."""
    rows = Translation.objects.filter(
        source__object_id__in={entry.key for entry in entries}
    )
    return set(rows.values_list("source__object_id", "target_locale__language_code"))


def link(entry: Entry) -> Iterator[str]:
    model: Any = entry.model
    target = model.objects.get(pk=entry.pk)
    if not hasattr(target, "text_origins"):
        return
    if lone := adopt(target):
        shown = ", ".join(f"“{text}”" for text in lone[:SHOWN])
        yield _(
            "“%(title)s” (%(language)s) does not follow its original, because only one "
            "of the two has a place for this: %(texts)s. Give both the same structure "
            "and import them again."
        ) % {
            "title": title_of(target),
            "language": entry.locale,
            "texts": shown + (", …" if len(lone) > SHOWN else ""),
        }


def title_of(target: Any) -> str:
    return target.title if isinstance(target, Page) else str(target)
