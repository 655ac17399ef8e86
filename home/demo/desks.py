"""What waits for the people of the demo, so that no panel of their admin is empty."""

from datetime import timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.utils import timezone
from wagtail.models import Locale
from wagtail.users.models import UserProfile

from home.demo.accounts import ACCOUNTS
from pages.models import NewsPage, StandardPage
from pages.reviews.planning import plan

__all__ = ["fill_desks"]

DRAFT = "labor-am-ankerplatz-eroeffnet"
ADDED = " Ab dem Frühjahr öffnen wir auch samstags."
STATEMENT = "barrierefreiheit"
OVERDUE = timedelta(days=3)


def fill_desks() -> None:
    """Submit a draft of the editor's, and let a look at a page of hers be due.

    The third thing, a warning, stands in the programme of the 3rd workshop. Does
    nothing if the editor's account is not the demo's.
    """
    editor = user_of("editor")
    if editor is not None:
        submit_draft(editor)
        statement = StandardPage.objects.get(
            slug=STATEMENT, locale=Locale.get_default()
        )
        due_on = timezone.localdate() - OVERDUE
        plan(statement, {"person": editor, "due_on": due_on}, editor)


def user_of(name: str) -> Any:
    account = next(account for account in ACCOUNTS if account.username == name)
    users = get_user_model().objects
    return users.filter(username=name, email=account.email).first()


def submit_draft(editor: Any) -> None:
    news = NewsPage.objects.get(slug=DRAFT, locale=Locale.get_default())
    news.lead += ADDED
    news.save_revision(user=editor)
    others = UserProfile.objects.filter(user__email__in=[a.email for a in ACCOUNTS])
    # People who are not there get no mail; it would only be printed.
    others.update(submitted_notifications=False)
    news.get_workflow().start(news, editor)
    others.update(submitted_notifications=True)
