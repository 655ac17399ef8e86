"""Links inside rich text: where they lead and, for files, what they open.

Wagtail stores ``<a linktype="document" id="3">`` and looks up the targets of each text
by itself. A page has many texts; here their targets are found for all of them at once.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from wagtail.documents import get_document_model
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.rich_text import expand_db_html

from pages.rendering.files import document_link

__all__ = ["LinkTargets", "find_targets", "rich_text", "texts_of"]

LINK = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.DOTALL)
OPENING_TAG = re.compile(r"<a\b([^>]*)>")
ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class LinkTargets:
    """Documents and live pages by the ids under which texts refer to them."""

    documents: dict[str, Any] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)


def texts_of(page: Page) -> list[str]:
    """Return every rich text of a page, those inside streams as stored."""
    texts = []
    for model_field in page._meta.get_fields():
        if isinstance(model_field, RichTextField):
            texts.append(getattr(page, model_field.name))
        elif isinstance(model_field, StreamField):
            stored = getattr(page, model_field.name).get_prep_value()
            # Inside JSON the quotation marks of attributes are escaped.
            text = json.dumps(stored, cls=DjangoJSONEncoder).replace('\\"', '"')
            texts.append(text)
    return texts


def find_targets(texts: Iterable[str]) -> LinkTargets:
    """Look up what the links of all the texts point to, in two queries at most."""
    found: dict[str, set[str]] = {"document": set(), "page": set()}
    for text in texts:
        for attributes in OPENING_TAG.findall(text):
            kind, pk = stored_target(attributes)
            if kind in found and pk.isdecimal():
                found[kind].add(pk)
    documents = get_document_model().objects.in_bulk(found["document"])
    return LinkTargets(
        {str(pk): document for pk, document in documents.items()},
        pages_in_active_language(found["page"]),
    )


def stored_target(attributes: str) -> tuple[str, str]:
    """Return kind and id of what a link points to, from the attributes of its tag."""
    values = dict(ATTRIBUTE.findall(attributes))
    return values.get("linktype", ""), values.get("id", "")


def pages_in_active_language(pks: set[str]) -> dict[str, Page]:
    """Return live pages by id, each in the active language if it exists in it."""
    if not pks:
        return {}
    keys = Page.objects.filter(pk__in=pks).values("translation_key")
    versions = list(
        Page.objects.live().filter(translation_key__in=keys).select_related("locale")
    )
    preferred = {
        version.translation_key: version
        for version in versions
        if version.locale.language_code == get_language()
    }
    return {
        str(version.pk): preferred.get(version.translation_key, version)
        for version in versions
    }


def rich_text(source: str, targets: LinkTargets) -> SafeString:
    """Return stored rich text as visitors get it.

    A link to a file says what it opens: "Flyer (PDF, 1,33 MB, 4 Seiten)". A link whose
    page or file is gone leaves its words behind.
    """

    def resolved(match: re.Match[str]) -> str:
        words = mark_safe(match[2])  # noqa: S308 (cleaned by Wagtail when it was saved)
        kind, pk = stored_target(match[1])
        if kind == "document":
            document = targets.documents.get(pk)
            return document_link(document, words) if document else words
        if kind == "page":
            page = targets.pages.get(pk)
            return page_link(page, words) if page else words
        return match[0]

    # Wagtail resolves what is left: embedded objects and links of plugins.
    return mark_safe(expand_db_html(LINK.sub(resolved, source)))  # noqa: S308 (as above)


def page_link(page: Page, words: SafeString) -> SafeString:
    return format_html('<a href="{}">{}</a>', page.url or "", words)
