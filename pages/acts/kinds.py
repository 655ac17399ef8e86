"""What an act is, and what it changes in a workshop. Nothing here saves anything."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from pages.models import ChangeNote, WorkshopPage
from pages.shifting import days_to, shift_workshop

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["NOTE", "Act", "Kind", "Words", "change", "path_of"]

Status = WorkshopPage.Status
NOTE = "status_note"


class Kind(TextChoices):
    CANCEL = "cancel", pgettext_lazy("a workshop", "Cancel")
    POSTPONE = "postpone", _("Postpone")
    MOVE_ONLINE = "move_online", _("Hold online")


@dataclass(frozen=True, slots=True)
class Words:
    """What visitors read in one language: beside the status, and among the changes."""

    note: str = ""
    change: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """What a person wants done. ``key`` is that of its public change note."""

    kind: Kind
    key: UUID
    words: Words
    translations: Mapping[str, Words] = field(default_factory=dict)
    """By language."""
    first_day: date | None = None
    """Of a workshop that is postponed; None if that is not known yet."""
    online_url: str = ""

    @property
    def status(self) -> str:
        if self.kind == Kind.POSTPONE:
            return Status.RESCHEDULED if self.first_day else Status.POSTPONED
        return Status.CANCELLED if self.kind == Kind.CANCEL else Status.MOVED_ONLINE

    def days(self, workshop: WorkshopPage) -> int:
        """Return by how many days the act moves a workshop."""
        if self.kind != Kind.POSTPONE or self.first_day is None:
            return 0
        return days_to(workshop, self.first_day) or 0

    @property
    def texts(self) -> dict[str, dict[str, str]]:
        """What translations shall say, by language and path of the text."""
        return {
            language: dict(texts_at(words, self.key))
            for language, words in self.translations.items()
        }


def texts_at(words: Words, key: UUID) -> "Iterator[tuple[str, str]]":
    yield NOTE, words.note
    yield path_of(key), words.change


def path_of(key: UUID) -> str:
    """Return the place of a change note's text, as wagtail-localize writes it."""
    return f"change_notes.{key}.text"


def change(workshop: WorkshopPage, act: Act, days: int) -> None:
    """Change a workshop as an act wants it, its dates by a number of days.

    Raises OverflowError beyond the calendar.
    """
    workshop.status = act.status
    workshop.status_note = act.words.note
    if act.kind == Kind.MOVE_ONLINE:
        workshop.online_url = act.online_url
    if days:
        shift_workshop(workshop, days)
    if act.words.change:
        workshop.change_notes.add(
            ChangeNote(
                date=timezone.localdate(),
                text=act.words.change,
                translation_key=act.key,
                locale_id=workshop.locale_id,
            )
        )
