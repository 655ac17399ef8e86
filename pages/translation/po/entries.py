"""Decides on the entries of a file that belong to one translation, and saves them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import polib
from django.utils.translation import gettext as _
from wagtail_localize.models import (
    String,
    StringTranslation,
    Translation,
    TranslationContext,
)

from pages.translation.checking import check
from pages.translation.fields import Fields
from pages.translation.po.decisions import Decision, Saved, decide, state_in
from pages.translation.po.outcome import Conflict, Finding, Outcome
from pages.translation.po.places import split_context
from pages.translation.po.shortening import shortened
from pages.translation.storing import Key, key_of, rows_of, store_texts

__all__ = ["Entries"]

TOOL = "PO"


@dataclass(slots=True)
class Entries:
    """The work on one translation. What comes of it is added to ``outcome``."""

    translation: Translation
    user: Any
    outcome: Outcome
    rows: dict[Key, StringTranslation] = field(init=False)
    contexts: dict[str, int] = field(init=False)
    current: set[Key] = field(init=False)
    fields: Fields = field(init=False)
    new: dict[Key, polib.POEntry] = field(default_factory=dict)
    changed: list[StringTranslation] = field(default_factory=list)

    def __post_init__(self) -> None:
        # Locked, so that nobody writes another text between comparing and saving.
        self.rows = {
            key_of(row): row
            for row in rows_of(self.translation).select_for_update(of=("self",))
        }
        source = self.translation.source
        contexts = TranslationContext.objects.filter(object_id=source.object_id)
        self.contexts = dict(contexts.values_list("path", "pk"))
        segments = source.stringsegment_set.values_list("string_id", "context_id")
        self.current = set(segments)
        self.fields = Fields(self.translation)

    def take(self, entries: Iterable[polib.POEntry]) -> None:
        """Save what is final and good."""
        finals = list(self.final_ones(entries))
        strings = self.strings_in(finals)
        for entry in self.without_contradictions(finals):
            _uuid, path = split_context(entry.msgctxt)
            string, context = strings.get(entry.msgid), self.contexts.get(path)
            if string is None or context is None:
                self.outcome.unknown.append(self.finding(entry))
            else:
                self.consider((string, context), entry)
        self.save()

    def final_ones(self, entries: Iterable[polib.POEntry]) -> Iterator[polib.POEntry]:
        for entry in entries:
            if not entry.msgstr.strip():
                self.outcome.empty += 1
            elif entry.fuzzy:
                self.outcome.fuzzy += 1
            else:
                yield entry

    def without_contradictions(
        self, entries: list[polib.POEntry]
    ) -> Iterator[polib.POEntry]:
        """Yield each place once; of places with two texts none."""
        by_place: dict[tuple[str, str], list[polib.POEntry]] = {}
        for entry in entries:
            by_place.setdefault((entry.msgctxt, entry.msgid), []).append(entry)
        for first, *others in by_place.values():
            differing = [one for one in others if one.msgstr != first.msgstr]
            if differing:
                sentence = _("Line %(line)d has another translation of the same text.")
                message = sentence % {"line": differing[0].linenum}
                self.outcome.refused.append(self.finding(first, message))
            else:
                yield first

    def strings_in(self, entries: list[polib.POEntry]) -> dict[str, int]:
        hashes = {String._get_data_hash(entry.msgid) for entry in entries}  # noqa: SLF001 (how it finds strings, whatever their case)
        found = String.objects.filter(
            locale_id=self.translation.source.locale_id, data_hash__in=hashes
        )
        return dict(found.values_list("data", "pk"))

    def consider(self, key: Key, entry: polib.POEntry) -> None:
        row = self.rows.get(key)
        decision = decide(entry.msgstr, state_in(entry.comment), saved_in(row))
        if decision is Decision.KEEP:
            self.outcome.unchanged += 1
        elif decision is Decision.CONFLICT and row:
            self.outcome.conflicts.append(self.conflict(entry, row.data))
        elif self.passes(entry, key):
            self.note(key, entry, row)

    def passes(self, entry: polib.POEntry, key: Key) -> bool:
        """Whether a text can be saved; says what there is to say about it."""
        problems = check(entry.msgid, entry.msgstr)
        errors = [problem.message for problem in problems if problem.is_error]
        errors = errors or self.fields.complaints(key[1], entry.msgstr)
        if errors:
            self.outcome.refused.append(self.finding(entry, *errors))
        elif problems:
            messages = [problem.message for problem in problems]
            self.outcome.remarks.append(self.finding(entry, *messages))
        return not errors

    def note(
        self, key: Key, entry: polib.POEntry, row: StringTranslation | None
    ) -> None:
        if key not in self.current:
            self.outcome.outdated.append(self.finding(entry))
        if row is None:
            self.new[key] = entry
            return
        is_same = row.data == entry.msgstr
        self.outcome.confirmed += is_same
        self.outcome.saved += not is_same
        row.data = entry.msgstr
        self.changed.append(row)

    def save(self) -> None:
        if not self.new and not self.changed:
            return
        added = store_texts(
            self.translation,
            {key: entry.msgstr for key, entry in self.new.items()},
            self.changed,
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
            tool_name=TOOL,
            last_translated_by=self.user,
        )
        self.outcome.saved += len(added)
        overtaken = self.new.keys() - added
        rows = {key_of(row): row for row in rows_of(self.translation)}
        self.outcome.conflicts += [
            self.conflict(self.new[key], rows[key].data) for key in overtaken
        ]

    def finding(self, entry: polib.POEntry, *sentences: str) -> Finding:
        page = self.translation.source.object_repr
        return Finding(entry.linenum, page, shortened(entry.msgid), sentences)

    def conflict(self, entry: polib.POEntry, saved: str) -> Conflict:
        page = self.translation.source.object_repr
        original = shortened(entry.msgid)
        return Conflict(entry.linenum, page, original, entry.msgstr, saved)


def saved_in(row: StringTranslation | None) -> Saved | None:
    if row is None:
        return None
    is_machine = row.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE
    return Saved(row.data, is_machine, row.has_error)
