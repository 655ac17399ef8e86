"""Makes a change public that somebody's unfinished draft must not come along with."""

from typing import Any

from django.utils import timezone
from wagtail.models import Page, Revision, TaskState
from wagtail.signals import page_published, published

from pages.publication import accepting
from pages.translation.following import waiting_draft

__all__ = ["publish", "save_draft", "waiting_draft"]


def publish(page: Any, user: Any, *, beside_draft: bool) -> Revision:
    """Publish a page that was read from the database and changed.

    A draft that waits remains the newest version, with its moderation and its schedule;
    Wagtail's publishing would make this one the newest and end both. Save the draft
    again afterwards: whoever has it open is then told that it has changed.

    What contradicts itself in public already is no reason to refuse the change.

    Raises PublishPagePermissionError and ValidationError.
    """
    public = type(page).objects.get(pk=page.pk)
    with accepting(public.publication_errors()):
        return publish_now(page, user, beside_draft=beside_draft)


def publish_now(page: Any, user: Any, *, beside_draft: bool) -> Revision:
    if page.go_live_at and page.go_live_at > timezone.now():
        page.go_live_at = None  # It is public, and this must not wait.
    if not beside_draft:
        revision: Revision = page.save_revision(user=user, clean=False)
        revision.publish(user=user, log_action=False)
        return revision
    revision = Revision.objects.create(
        content_object=page,
        base_content_type=page.get_base_content_type(),
        user=user,
        content=page.serializable_data(),
        object_str=str(page),
    )
    page.live_revision = revision
    page.last_published_at = timezone.now()
    page.save()
    for signal in (page_published, published):
        signal.send(sender=type(page), instance=page, revision=revision)
    page.update_aliases(revision=revision, _content=revision.content)
    return revision


def save_draft(page: Page, draft: Any, user: Any) -> Revision:
    """Save a changed draft as the newest version, in the place of the former one."""
    former: Revision = page.latest_revision
    revision: Revision = draft.save_revision(
        user=user, approved_go_live_at=former.approved_go_live_at, clean=False
    )
    if former.approved_go_live_at:
        former.approved_go_live_at = None
        former.save(update_fields=["approved_go_live_at"])
    TaskState.objects.filter(
        revision=former, status=TaskState.STATUS_IN_PROGRESS
    ).update(revision=revision)
    return revision
