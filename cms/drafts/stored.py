"""Keeps what an editor sees in a preview, and finds it again by a signed token.

It lies in the database: a cache in the memory of one process would be empty in all
others, and a token that is older than its content would be worth nothing.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.core.signing import BadSignature, Signer
from django.utils import timezone
from wagtail.models import Page, Site

from cms.drafts.content import content_of, object_of
from cms.drafts.models import UnsavedDraft
from cms.drafts.tokens import SIGN, Draft, Source, register_source

__all__ = ["connect", "keep"]

SOURCE: Source = "preview"
SIGNER = Signer(sep=SIGN, salt="cms.drafts.preview")


def connect() -> None:
    register_source(SOURCE, find)


def keep(instance: Any, user: Any, site: Site, *, is_form: bool = True) -> str:
    """Store an object as it is in an editor's form, and return a token for it.

    It takes the place of what the same person saw last of the same object there. What
    is looked at without a form (a version, a translation) is kept beside it.
    """
    age = timedelta(seconds=settings.DRAFT_PREVIEW_AGE)
    now = timezone.now()
    UnsavedDraft.objects.filter(saved_at__lt=now - age).delete()
    content = content_of(instance)
    draft, _is_new = UnsavedDraft.objects.update_or_create(
        user=user,
        site=site,
        content_type=ContentType.objects.get_for_model(
            instance, for_concrete_model=False
        ),
        object_id="" if instance.pk is None else str(instance.pk),
        place=place_of(instance) if instance.pk is None else "",
        version="" if is_form else print_of(content),
        defaults={"content": content, "saved_at": now},
    )
    until = int((now + age).timestamp())
    return f"{SOURCE}{SIGN}{SIGNER.sign_object([draft.key, until])}"


def place_of(instance: Any) -> str:
    """Return where an object that was never saved would be."""
    if isinstance(instance, Page):
        return str(instance.path[: -Page.steplen])
    return str(getattr(instance, "locale_id", None) or "")


def print_of(content: Mapping[str, Any]) -> str:
    written = json.dumps(content, cls=DjangoJSONEncoder, sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()


def find(rest: str) -> Draft | None:
    """Return what a token of :func:`keep` stands for.

    None if it is not ours, too old, or if its editor may not sign in any more.
    """
    try:
        key, until = SIGNER.unsign_object(rest)
    except (BadSignature, ValueError):
        return None
    expires_at = datetime.fromtimestamp(until, tz=UTC)
    if expires_at <= timezone.now():
        return None
    rows = UnsavedDraft.objects.filter(key=key, user__is_active=True)
    draft = rows.select_related("content_type", "site").first()
    model = draft and draft.content_type.model_class()
    found = object_of(model, draft.content) if draft and model else None
    if draft is None or found is None:
        return None
    return Draft(SOURCE, draft.site, (found,), expires_at)
