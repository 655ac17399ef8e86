"""Saves what a translator writes and overwrites nothing that somebody else wrote.

Whoever saves says by ``seen`` which text was there before. If there is another one by
now, nothing is saved and a :class:`RefusedError` tells who was faster.
"""

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.db import IntegrityError, models, transaction
from django.http import Http404
from django.template.defaultfilters import slugify
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    StringTranslation,
    Translation,
)
from wagtail_localize.strings import StringValue

from pages.translation.checking import check
from pages.translation.fields import complaints, field_named

__all__ = [
    "NOTHING",
    "RefusedError",
    "Writer",
    "delete_form",
    "delete_text",
    "save_form",
    "save_text",
    "version_of",
]

NOTHING = "none"
"""What a translator has seen where there was no text yet."""


class RefusedError(Exception):
    """Why nothing was saved, as a sentence; what was there before still is.

    ``status`` is that of an HTTP answer. ``theirs`` is the stored text where somebody
    else was faster.
    """

    def __init__(
        self, message: str, status: int = 400, theirs: str | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.status = status
        self.theirs = theirs


@dataclass(frozen=True, slots=True)
class Writer:
    """A person at work on a translation, and the version of a text they have seen."""

    translation: Translation
    user: Any
    seen: str | None = None
    """A value of :func:`version_of`; None if unknown."""


def version_of(text: str | None) -> str:
    """Return a short name of a stored text, by which two can be told apart."""
    return sha256(text.encode()).hexdigest()[:32] if text else NOTHING


@transaction.atomic
def save_text(
    writer: Writer, segment_id: int, text: str, tool_name: str = ""
) -> StringTranslation:
    """Save a person's translation of one string; a machine's mark is gone with it.

    Raises RefusedError if somebody else has changed it, if the markup is broken, or
    if the original has another string there by now.
    """
    segment = lock(StringSegment, writer, segment_id)
    stored = stored_text(segment, writer)
    refuse_if_changed(stored, writer, text)
    refuse_if_broken(segment, text)
    row = stored or StringTranslation(
        translation_of_id=segment.string_id,
        locale_id=writer.translation.target_locale_id,
        context_id=segment.context_id,
    )
    row.data = text
    row.translation_type = StringTranslation.TRANSLATION_TYPE_MANUAL
    row.tool_name = tool_name
    row.last_translated_by = writer.user
    row.has_error, row.field_error = False, ""
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:  # An import was faster, which locks no segment.
        refuse_if_changed(stored_text(segment, writer), writer, text)
        raise
    return row


@transaction.atomic
def delete_text(writer: Writer, segment_id: int) -> StringTranslation | None:
    """Delete what was made of one string. Raises RefusedError as :func:`save_text`."""
    segment = lock(StringSegment, writer, segment_id)
    stored = stored_text(segment, writer)
    refuse_if_changed(stored, writer, None)
    if stored:
        stored.delete()
    return stored


@transaction.atomic
def save_form(writer: Writer, segment_id: int, value: str) -> SegmentOverride:
    """Save the form that a fact (a name, a picture, an address) has in a language.

    Raises RefusedError like :func:`save_text`, and for a value that is no value.
    """
    segment = lock(OverridableSegment, writer, segment_id)
    stored = stored_form(segment, writer)
    data = understood(segment, value)
    refuse_if_changed(stored, writer, data)
    row = stored or SegmentOverride(
        locale_id=writer.translation.target_locale_id, context_id=segment.context_id
    )
    row.data_json = json.dumps(data)
    row.last_translated_by = writer.user
    row.has_error, row.field_error = False, ""
    row.save()
    return row


@transaction.atomic
def delete_form(writer: Writer, segment_id: int) -> SegmentOverride | None:
    """Let a fact be as in the original. Raises RefusedError like :func:`save_text`."""
    segment = lock(OverridableSegment, writer, segment_id)
    stored = stored_form(segment, writer)
    refuse_if_changed(stored, writer, None)
    if stored:
        stored.delete()
    return stored


def lock(model: type[models.Model], writer: Writer, segment_id: int) -> Any:
    """Return a segment that nobody else can translate before this transaction ends.

    Raises Http404 for one of another original.
    """
    rows: Any = model._default_manager.filter(pk=segment_id)  # noqa: SLF001 (public in Django)
    segment = rows.select_for_update().first()
    if segment and segment.source_id != writer.translation.source_id:
        raise Http404
    if segment is None:
        raise RefusedError(
            _(
                "Not saved: the original has changed here since you opened this page. "
                "Reload the page to see its present text."
            ),
            status=409,
        )
    return segment


def stored_text(segment: StringSegment, writer: Writer) -> StringTranslation | None:
    rows = StringTranslation.objects.filter(
        translation_of_id=segment.string_id,
        locale_id=writer.translation.target_locale_id,
        context_id=segment.context_id,
    )
    return rows.select_for_update().first()


def stored_form(segment: OverridableSegment, writer: Writer) -> SegmentOverride | None:
    rows = SegmentOverride.objects.filter(
        locale_id=writer.translation.target_locale_id, context_id=segment.context_id
    )
    return rows.select_for_update().first()


def refuse_if_changed(stored: Any, writer: Writer, data: object) -> None:
    """Refuse to overwrite what the writer has not seen; equal words are no conflict."""
    now = None if stored is None else str(stored.data)
    if now == (None if data is None else str(data)):
        return
    if writer.seen is None:
        is_theirs = stored and stored.last_translated_by_id != writer.user.pk
        unseen = bool(is_theirs)
    else:
        unseen = version_of(now) != writer.seen
    if unseen:
        raise RefusedError(told(stored, writer), status=409, theirs=now or "")


def told(stored: Any, writer: Writer) -> str:
    """Return a sentence that says who was faster."""
    if stored is None:
        return _("Not saved: somebody has deleted this text since you opened the page.")
    when = date_format(localtime(stored.updated_at), "SHORT_DATETIME_FORMAT")
    person = stored.last_translated_by
    if person == writer.user:
        return _(
            "Not saved: you have changed this text yourself, on %(when)s, in another "
            "window."
        ) % {"when": when}
    if person is None:
        return _(
            "Not saved: this text was changed on %(when)s, after you had opened the "
            "page."
        ) % {"when": when}
    return _(
        "Not saved: %(name)s changed this text on %(when)s, after you had opened the "
        "page."
    ) % {"name": person.get_full_name() or person.get_username(), "when": when}


def refuse_if_broken(segment: StringSegment, text: str) -> None:
    errors = [
        problem.message
        for problem in check(segment.string.data, text)
        if problem.is_error
    ]
    field = field_of(segment)
    if field and not errors:
        errors = complaints(field, StringValue(text).render_text())
    if errors:
        sentence = _("Not saved; the earlier text stays.")
        raise RefusedError(" ".join([sentence, *errors]))


def field_of(segment: Any) -> models.Field | None:
    """Return the field of a page or snippet that a segment fills alone, if it does."""
    model = segment.source.specific_content_type.model_class()
    return field_named(model, segment.context.field_path.split("."))


def understood(segment: OverridableSegment, value: str) -> Any:
    """Return the value of a form as the kind of thing the original has there."""
    if type(segment.data) is int:
        if not value.isdecimal():
            raise RefusedError(_("Not saved: choose an entry of the list."))
        return int(value)
    field = field_of(segment)
    if isinstance(field, models.SlugField):
        value = slugify(value)
    if not value.strip():
        raise RefusedError(
            _("Not saved: this cannot be empty. Return to the form of the original.")
        )
    if field and (errors := complaints(field, value)):
        raise RefusedError(" ".join([_("Not saved; the earlier text stays."), *errors]))
    return value
