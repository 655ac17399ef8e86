"""The translation memory: what was said before, offered for what is open now.

Three kinds, the surest first. The same German text elsewhere. The text that stood at
this place until the German changed. A similar German text elsewhere. Only what a person
has written or confirmed is offered.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Exists, Max, OuterRef, Q, QuerySet
from django.db.models.functions import Length
from rapidfuzz import fuzz, process
from wagtail_localize.models import (
    String,
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)

from pages.translation.checking import check, is_refused
from pages.translation.progress import target_of
from pages.translation.snapshots import pieces_of
from pages.translation.texts import keep_texts, read_texts

__all__ = ["SIMILAR", "Kind", "OpenText", "Suggestion", "suggest"]

SIMILAR = 75
"""Likeness in per cent from which another text is worth reading."""

COMPARED = 10
"""So many open texts at most are compared with all of the memory at a time."""

OFFERED = 3
"""So many suggestions at most for one text."""


class Kind(StrEnum):
    EXACT = "exact"
    KEPT = "kept"
    SIMILAR = "similar"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A translation of ``german``, which is like the open text by so many per cent."""

    kind: Kind
    text: str
    german: str
    likeness: int
    page: str = ""
    """The title of the original it comes from; empty if it is this one."""
    fits: bool = True
    """Whether it has the links of the open text, and so can be used as it is."""


@dataclass(slots=True)
class OpenText:
    """A string of an original that nobody has translated as it is now."""

    segment: int
    string: int
    path: str
    order: int
    german: str
    suggestions: list[Suggestion] = field(default_factory=list)
    stored: str | None = None
    """What is stored for it all the same, and cannot be published."""

    @property
    def best_likeness(self) -> int:
        return max((found.likeness for found in self.suggestions), default=0)

    def offer(self, suggestion: Suggestion) -> None:
        """Add a suggestion, unless the same words are offered already."""
        if suggestion.text not in {found.text for found in self.suggestions}:
            self.suggestions.append(suggestion)


def suggest(translation: Translation) -> list[OpenText]:
    """Return the open texts of a translation, each with what the memory offers for it.

    The number of queries does not depend on the texts.
    """
    texts = open_texts(translation)
    if texts:
        offer_exact(texts, translation)
        offer_kept(texts, translation)
        offer_similar(texts, translation)
    for text in texts:
        text.suggestions = [fitting(text, found) for found in text.suggestions]
        del text.suggestions[OFFERED:]
    return texts


def open_texts(translation: Translation) -> list[OpenText]:
    """Return the strings without a translation that can be published, in order."""
    own = StringTranslation.objects.filter(
        translation_of_id=OuterRef("string_id"),
        context_id=OuterRef("context_id"),
        locale_id=translation.target_locale_id,
    )
    usable = own.filter(has_error=False).exclude(data="")
    rows = (
        StringSegment.objects.filter(source=translation.source)
        .exclude(Exists(usable))
        .annotate(stored=own.values("data")[:1])
        .order_by("order")
    )
    names = ("pk", "string_id", "context__path", "order", "string__data", "stored")
    return [
        OpenText(pk, string, path, order, german, stored=stored)
        for pk, string, path, order, german, stored in rows.values_list(*names)
    ]


def remembered(translation: Translation) -> QuerySet[StringTranslation]:
    """Return what persons have made of texts of this language, newest first."""
    return (
        StringTranslation.objects.filter(
            translation_of__locale_id=translation.source.locale_id,
            locale_id=translation.target_locale_id,
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
            has_error=False,
        )
        .exclude(data="")
        .order_by("-updated_at", "-pk")
    )


def offer_exact(texts: Sequence[OpenText], translation: Translation) -> None:
    by_string = found_by_string({text.string for text in texts}, translation)
    for text in texts:
        for english, page in by_string.get(text.string, ()):
            text.offer(Suggestion(Kind.EXACT, english, text.german, 100, page))


def offer_kept(texts: Sequence[OpenText], translation: Translation) -> None:
    """Offer what the translation says at these places, made from an earlier text."""
    target = target_of(translation)
    shown = read_texts(target.text_origins) if target else {}
    keys = {text.string for row in shown.values() for text in row if text.string}
    sources = dict(String.objects.filter(pk__in=keys).values_list("pk", "data"))
    kept = keep_texts(shown, pieces_of(translation.source), sources)
    by_order = {piece.order: text for piece, text in kept.items()}
    for text in texts:
        old = by_order.get(text.order)
        if old and not old.machine and old.string in sources:
            german = sources[old.string]
            likeness = percent(german, text.german)
            text.offer(Suggestion(Kind.KEPT, old.text, german, likeness))


def offer_similar(texts: Sequence[OpenText], translation: Translation) -> None:
    """Compare with all of the memory what has nothing good yet."""
    lacking = [text for text in texts if text.best_likeness < SIMILAR][:COMPARED]
    matches = similar_strings(lacking, translation) if lacking else {}
    strings = {string for found in matches.values() for string, _german, _n in found}
    by_string = found_by_string(strings, translation)
    for text in lacking:
        for string, german, likeness in matches[text.segment]:
            for english, page in by_string.get(string, ())[:1]:
                text.offer(Suggestion(Kind.SIMILAR, english, german, likeness, page))


def similar_strings(
    texts: Sequence[OpenText], translation: Translation
) -> dict[int, list[tuple[int, str, int]]]:
    """Return for each text the strings like it, the likest first, by its segment.

    Texts whose lengths differ too much cannot be alike; the database leaves them out.
    """
    known = remembered(translation).order_by().filter(translation_of_id=OuterRef("pk"))
    ranges = merged(lengths(text.german) for text in texts)
    rows = (
        String.objects.filter(Exists(known), locale_id=translation.source.locale_id)
        .alias(length=Length("data"))
        .filter(reduce(or_, (Q(length__range=span) for span in ranges)))
        .exclude(pk__in=[text.string for text in texts])
    )
    strings = sorted(rows.values_list("pk", "data"), key=lambda row: len(row[1]))
    candidates = [data for _pk, data in strings]
    sizes = [len(data) for data in candidates]
    result = {}
    for text in texts:
        shortest, longest = lengths(text.german)
        start, end = bisect_left(sizes, shortest), bisect_right(sizes, longest)
        found = process.extract(
            text.german,
            candidates[start:end],
            scorer=fuzz.ratio,
            score_cutoff=SIMILAR,
            limit=OFFERED,
        )
        result[text.segment] = [
            (strings[start + index][0], data, int(score))
            for data, score, index in found
        ]
    return result


def lengths(german: str) -> tuple[int, int]:
    """Return the shortest and the longest length a similar text can have.

    The likeness is at most ``2 * shorter / (shorter + longer)``.
    """
    share = SIMILAR / (200 - SIMILAR)
    return int(len(german) * share), int(len(german) / share) + 1


def merged(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return ranges that do not overlap and contain the same numbers."""
    result: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if result and start <= result[-1][1]:
            first, last = result.pop()
            result.append((first, max(last, end)))
        else:
            result.append((start, end))
    return result


def found_by_string(
    strings: Iterable[int], translation: Translation
) -> dict[int, list[tuple[str, str]]]:
    """Return what was made of strings, newest first, with the titles of the pages."""
    texts = remembered(translation).filter(translation_of_id__in=list(strings))
    # The same words may stand on thousands of pages; one of them is enough.
    groups = texts.order_by().values("translation_of_id", "data")
    newest = groups.annotate(newest=Max("pk")).values("newest")
    title = TranslationSource.objects.filter(
        object_id=OuterRef("context__object_id"),
        locale_id=translation.source.locale_id,
    )
    rows = texts.filter(pk__in=newest).annotate(page=title.values("object_repr")[:1])
    found: dict[int, list[tuple[str, str]]] = {}
    for row in rows:
        found.setdefault(row.translation_of_id, []).append((row.data, row.page or ""))
    return found


def fitting(text: OpenText, suggestion: Suggestion) -> Suggestion:
    if not is_refused(check(text.german, suggestion.text)):
        return suggestion
    return Suggestion(
        suggestion.kind,
        suggestion.text,
        suggestion.german,
        suggestion.likeness,
        suggestion.page,
        fits=False,
    )


def percent(one: str, other: str) -> int:
    """Return how like two texts are; 100 only if they are equal."""
    return int(fuzz.ratio(one, other))


def exact_texts(texts: Iterable[OpenText]) -> dict[int, str]:
    """Return by segment what can be used unseen: all who translated it agree."""
    chosen: dict[int, str] = {}
    for text in texts:
        found: list[Any] = [s for s in text.suggestions if s.kind is Kind.EXACT]
        if len(found) == 1 and found[0].fits:
            chosen[text.segment] = found[0].text
    return chosen
