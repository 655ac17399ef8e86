"""What a translated page tells its visitors about its original."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language_info

if TYPE_CHECKING:
    from pages.models import ContentPage

__all__ = ["TranslationStatus", "status_of"]


@dataclass(frozen=True, slots=True)
class TranslationStatus:
    """How far a translation is from its original, and where that is."""

    version: int
    """Version of the original that the translation reflects, 0 if none completely."""
    reflected_at: datetime | None
    """When that version was published."""
    original_version: int
    changed_at: datetime | None
    """When the original's texts were last changed."""
    original_title: str
    original: Any
    """Its page; None if it is not published."""
    language: str
    has_open_texts: bool
    has_machine_text: bool

    @property
    def is_behind(self) -> bool:
        return self.version < self.original_version

    @property
    def is_partial(self) -> bool:
        """Whether something is still shown in the source language."""
        return self.has_open_texts or not self.version

    @property
    def has_dates(self) -> bool:
        """Whether it is known when both versions were published."""
        return bool(self.version and self.reflected_at and self.changed_at)

    @property
    def is_same_day(self) -> bool:
        """Whether days alone do not tell the two versions apart."""
        if not self.reflected_at or not self.changed_at:
            return False
        days = {timezone.localdate(self.reflected_at)}
        return timezone.localdate(self.changed_at) in days

    @property
    def language_name(self) -> str:
        """What the active language calls that of the original: "German", "Deutsch"."""
        return str(get_language_info(self.language)["name_translated"])

    @property
    def is_worth_a_notice(self) -> bool:
        return self.is_behind or self.is_partial or self.has_machine_text


def status_of(
    page: "ContentPage", snippets: Iterable[Any] = ()
) -> TranslationStatus | None:
    """Return how a translation stands to its original, in one query.

    ``snippets`` are those whose words the page shows: what a machine has made of a
    contact's role is its text, too. None for an original, and for a page that was
    written in its language.
    """
    if is_known_original(page):
        return None
    originals = type(page).objects.filter(
        translation_key=page.translation_key,
        locale__language_code=settings.LANGUAGE_CODE,
    )
    fields = ("title", "url_path", "live", "text_version", "text_version_at")
    original = originals.only(*fields).first()
    if original is None or original.pk == page.pk:
        return None
    entries = entries_of(page)
    own = [each for each in snippets if each.locale_id == page.locale_id]
    shown = [*entries, *(entry for each in own for entry in entries_of(each))]
    return TranslationStatus(
        version=page.text_version,
        reflected_at=page.text_version_at,
        original_version=original.text_version,
        changed_at=original.text_version_at,
        original_title=original.title,
        original=original if original.live else None,
        language=settings.LANGUAGE_CODE,
        has_open_texts=any(entry["string"] is None for entry in entries),
        has_machine_text=any(entry.get("machine", False) for entry in shown),
    )


def entries_of(instance: Any) -> list[dict[str, Any]]:
    """Return where each string of a page or snippet comes from, in no order."""
    return [entry for row in instance.text_origins.values() for entry in row]


def is_known_original(page: "ContentPage") -> bool:
    """Whether it is an original, if that costs no query."""
    locale: Any = page._meta.get_field("locale")
    return bool(locale.is_cached(page) and page.is_original)
