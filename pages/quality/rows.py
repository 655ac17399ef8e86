"""A finding as a line of the report: a sentence, and the place to put it right."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.contrib.admin.utils import quote
from django.contrib.contenttypes.models import ContentType
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Locale

from cms.addresses import absolute
from pages.models.quality import CheckedObject, Finding
from pages.quality.registry import KINDS

__all__ = ["Row", "edit_address", "row_of"]


@dataclass(frozen=True, slots=True)
class Row:
    title: str
    type: str
    language: str
    kind: str
    sentence: str
    hint: str
    url: str
    """The form of the object, opened at the block or field."""
    other: tuple[str, str]
    """Words and address of a second form that can put it right; empty if none."""
    found_on: date

    @property
    def full_url(self) -> str:
        return absolute(self.url, settings.WAGTAILADMIN_BASE_URL) if self.url else ""


def row_of(finding: Finding, languages: dict[int, Locale]) -> Row:
    kind = KINDS[finding.kind]
    subject = finding.subject
    locale = languages.get(subject.locale_id or 0)
    return Row(
        title=subject.page.draft_title if subject.page else subject.title,
        type=type_in_words(subject),
        language=str(locale.get_display_name()) if locale else "",
        kind=str(kind.label),
        sentence=kind.say(finding.data),
        hint=str(kind.hint),
        url=place_of(subject, finding.place),
        other=other_place(finding.data),
        found_on=timezone.localdate(finding.found_at),
    )


def type_in_words(subject: CheckedObject) -> str:
    kind = subject.content_type
    if subject.page:
        kind = ContentType.objects.get_for_id(subject.page.content_type_id)
    model = kind.model_class()
    return str(model._meta.verbose_name) if model else kind.model


def place_of(subject: CheckedObject, place: str) -> str:
    """Wagtail's form scrolls to the content path behind "#:w:contentpath="."""
    address = edit_address(subject)
    return f"{address}#:w:contentpath={place}" if address and place else address


def edit_address(subject: CheckedObject) -> str:
    if subject.page_id:
        return reverse("wagtailadmin_pages:edit", args=[subject.page_id])
    model: Any = subject.content_type.model_class()
    if model is get_document_model():
        return reverse("wagtaildocs:edit", args=[subject.object_id])
    if model is get_image_model():
        return reverse("wagtailimages:edit", args=[subject.object_id])
    try:
        name = model.snippet_viewset.get_url_name("edit")
        return reverse(name, args=[quote(subject.object_id)])
    except (AttributeError, NoReverseMatch):  # a model whose plugin is gone
        return ""


def other_place(data: dict[str, Any]) -> tuple[str, str]:
    if pk := data.get("image"):
        return gettext("Open the picture"), reverse("wagtailimages:edit", args=[pk])
    if pk := data.get("document"):
        return gettext("Open the document"), reverse("wagtaildocs:edit", args=[pk])
    return ("", "")
