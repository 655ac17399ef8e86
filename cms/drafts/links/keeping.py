"""Who makes and revokes links; what the history says of it; when they are forgotten."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page

from cms.drafts.links.finding import pages_of
from cms.drafts.links.models import DraftLink, Scope

__all__ = ["CREATED", "REVOKED", "create", "may_manage", "may_share", "prune", "revoke"]

CREATED, REVOKED = "cms.draft_link_created", "cms.draft_link_revoked"


def may_share(user: Any, pages: Iterable[Page]) -> bool:
    """Whether a person may give pages to others: who can edit them all."""
    return all(page.specific.permissions_for_user(user).can_edit() for page in pages)


def may_manage(user: Any, link: DraftLink) -> bool:
    """Whether a person may read the address of a link, and revoke it."""
    return may_share(user, pages_of(link).values())


def create(
    page: Page, scope: Scope, expires_at: datetime, user: Any, recipient: str = ""
) -> DraftLink:
    with transaction.atomic():
        link = DraftLink.objects.create(
            page=page,
            scope=scope,
            expires_at=expires_at,
            created_by=user,
            recipient=recipient,
        )
        note(CREATED, link, user)
    return link


def revoke(link: DraftLink, user: Any) -> bool:
    """End a link now. Returns False, and changes nothing, if it has ended before."""
    with transaction.atomic():
        links = DraftLink.objects.valid().filter(pk=link.pk)
        if not links.update(revoked_at=timezone.now(), revoked_by=user):
            return False
        note(REVOKED, link, user)
    return True


def note(action: str, link: DraftLink, user: Any) -> None:
    """Write into the history of the page; not for whom it is, which may be a person."""
    data = {"link": link.pk, "last_day": link.last_day.isoformat(), "scope": link.scope}
    log(instance=link.page.specific, action=action, user=user, data=data)


def prune() -> int:
    """Delete links that ended or were revoked a while ago, and return how many."""
    number, _details = DraftLink.objects.over().delete()
    return number
