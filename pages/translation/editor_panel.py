"""What stands above the translation editor: where the translation is, what to do next.

Sentences and suggestions, worked out from the database; no markup.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page
from wagtail_localize.models import Translation

from pages.models.translated import TranslationProgress
from pages.translation.days import told_apart
from pages.translation.looked_at import mark_of_machine_texts, mark_of_original
from pages.translation.machine.confirmation import machine_texts
from pages.translation.memory import Kind, OpenText, Suggestion, exact_texts, suggest
from pages.translation.progress import count_progress, original_of
from pages.translation.word_diff import Passage, word_diff
from pages.translation.writer import version_of

__all__ = ["EditorPanel", "may_publish", "seen_versions"]


def may_publish(user: Any, target: Any) -> bool:
    """Whether a translator may publish, and not only submit for moderation."""
    if isinstance(target, Page):
        return bool(target.permissions_for_user(user).can_publish())
    return True


def seen_versions(props: Mapping[str, Any]) -> dict[str, str]:
    """Return the version of each text that the editor shows, by its address.

    ``props`` are what wagtail-localize hands to its editor.
    """
    shown = {
        ("string", row["segment_id"]): row["data"]
        for row in props["initialStringTranslations"]
    }
    shown |= {
        ("synchronised_value", row["segment_id"]): str(row["data"])
        for row in props["initialOverrides"]
    }
    return {
        segment["editUrl"]: version_of(shown.get((segment["type"], segment["id"])))
        for segment in props["segments"]
        if "editUrl" in segment
    }


@dataclass(frozen=True, slots=True)
class Offer:
    """A suggestion as the panel shows it."""

    suggestion: Suggestion
    changes: list[Passage]

    @property
    def origin(self) -> str:
        """Return in words where the text comes from and how well it fits."""
        values = {"percent": self.suggestion.likeness, "page": self.suggestion.page}
        if self.suggestion.kind is Kind.EXACT:
            return _("The same text, translated on “%(page)s”") % values
        if self.suggestion.kind is Kind.KEPT:
            return _("Text at this place until now, %(percent)s %% alike") % values
        return _("From “%(page)s”, %(percent)s %% alike") % values


@dataclass(frozen=True, slots=True)
class OfferedText:
    """An open text with its label in the editor, and what the memory has for it."""

    text: OpenText
    label: str
    offers: list[Offer]

    @property
    def seen(self) -> str:
        return version_of(self.text.stored)


class EditorPanel:
    """The panel for one person and one translation, that of ``target``."""

    def __init__(
        self,
        translation: Translation,
        target: Any,
        user: Any,
        props: Mapping[str, Any],
    ) -> None:
        self.translation = translation
        self.target = target
        self.user = user
        self.props = props
        # Before any text is read: what changes in between has not been looked at.
        self.mark = mark_of_original(translation.source)

    @cached_property
    def original(self) -> Any:
        return original_of(self.translation)

    @property
    def language(self) -> str:
        name: str = self.translation.target_locale.get_display_name()
        return name

    @cached_property
    def work(self) -> TranslationProgress:
        try:
            work: TranslationProgress = self.translation.work
        except TranslationProgress.DoesNotExist:
            work = count_progress(self.translation)
        return work

    @cached_property
    def texts(self) -> list[OpenText]:
        return suggest(self.translation)

    @property
    def is_original_public(self) -> bool:
        return bool(getattr(self.original, "live", True))

    @property
    def is_public(self) -> bool:
        return bool(getattr(self.target, "live", True))

    @property
    def is_in_moderation(self) -> bool:
        return bool(getattr(self.target, "workflow_in_progress", False))

    @property
    def is_behind(self) -> bool:
        return self.work.version < self.work.source_version

    @property
    def state(self) -> str:
        """Return the one sentence that matters most."""
        if not self.is_original_public:
            return _("The original is offline, and so is its translation.")
        if self.is_in_moderation:
            return _("This translation is waiting for approval.")
        if not self.is_public:
            return _("This translation is not public yet.")
        if self.is_behind or self.work.open_strings:
            return self.reflected_version
        if self.work.has_unpublished:
            return _("Some translated texts are not public yet.")
        return _("This translation is up to date.")

    @property
    def reflected_version(self) -> str:
        """Return which version of the original is translated, if that is known."""
        reflected = getattr(self.target, "text_version_at", None)
        changed = getattr(self.original, "text_version_at", None)
        if not (self.work.version and self.is_behind and reflected and changed):
            return _("This translation is not complete yet.")
        then, now = told_apart(reflected, changed)
        return _(
            "This translation reflects the version of %(reflected)s; the original was "
            "changed on %(changed)s."
        ) % {"reflected": then, "changed": now}

    @property
    def tasks(self) -> Iterator[str]:
        """Yield what is left to do, a sentence each."""
        if count := self.work.open_strings:
            yield ngettext(
                "%(count)s text is open.", "%(count)s texts are open.", count
            ) % {"count": count}
        if count := self.work.machine_strings:
            yield ngettext(
                "%(count)s text was translated by a machine; please check it.",
                "%(count)s texts were translated by a machine; please check them.",
                count,
            ) % {"count": count}
        if self.is_public and self.is_behind and self.work.has_unpublished:
            yield _("Some translated texts are not public yet.")

    @property
    def changes_url(self) -> str:
        return reverse("translation_work:changes", args=[self.translation.pk])

    @property
    def share_url(self) -> str:
        """Where people without an account are shown the draft; "" for a snippet."""
        if not isinstance(self.target, Page):
            return ""
        return reverse("draft_links", args=[self.target.pk])

    @property
    def can_publish(self) -> bool:
        return self.is_original_public and may_publish(self.user, self.target)

    @property
    def can_submit(self) -> bool:
        return (
            self.is_original_public
            and not self.is_in_moderation
            and not may_publish(self.user, self.target)
        )

    @property
    def can_confirm(self) -> bool:
        """Whether an older text could be declared valid as it is."""
        return (self.can_publish or self.can_submit) and any(
            found.kind is Kind.KEPT and found.fits
            for text in self.texts
            for found in text.suggestions
        )

    @property
    def machine_mark(self) -> str:
        return mark_of_machine_texts(machine_texts(self.translation))

    @cached_property
    def exact_count(self) -> int:
        return len(exact_texts(self.texts))

    @cached_property
    def offered(self) -> list[OfferedText]:
        """Return the open texts that have suggestions, in the editor's order."""
        segments = [s for s in self.props["segments"] if s["type"] == "string"]
        places = {s["id"]: (n, label_of(s)) for n, s in enumerate(segments)}
        found = [
            (places[text.segment], text)
            for text in self.texts
            if text.suggestions and text.segment in places
        ]
        return [
            OfferedText(text, label, offers_of(text))
            for (_place, label), text in sorted(found, key=lambda pair: pair[0][0])
        ]


def label_of(segment: Mapping[str, Any]) -> str:
    location = segment["location"]
    return " · ".join(filter(None, [location["field"], location["subField"]]))


def offers_of(text: OpenText) -> list[Offer]:
    return [Offer(s, word_diff(s.german, text.german)) for s in text.suggestions]


def read_props(props: str) -> dict[str, Any]:
    """Return what wagtail-localize hands to its editor as JSON."""
    read: dict[str, Any] = json.loads(props)
    return read
