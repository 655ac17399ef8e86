"""Lines of the work list, ready to be shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib.admin.utils import quote
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Locale, Page

from pages.translation.states import State

__all__ = ["Row", "page_row", "snippet_row"]


@dataclass(frozen=True, slots=True)
class Row:
    title: str
    url: str
    """Where to translate it; empty for those who may not."""
    kind: str
    state: State
    details: list[str]
    changes_url: str
    """Where to see what has changed; empty where nothing can have."""
    export_key: int | None
    """Key of the Translation whose texts can be exported; None if there is none."""
    project: str = ""

    @property
    def is_begun(self) -> bool:
        return self.state is not State.MISSING


def page_row(page: Any, target: Locale) -> Row:
    """Return the line of a page from ``work_list``."""
    model = page.specific_class
    return Row(
        title=page.title,
        url=page_url(page, target),
        kind=str((model or Page)._meta.verbose_name),
        state=State(page.state),
        details=list(details_of(page)),
        changes_url=changes_url(page),
        export_key=begun(page),
        project=page.project_title or "",
    )


def snippet_row(snippet: Any, target: Locale, finder: AdminURLFinder) -> Row:
    """Return the line of a snippet from ``work_on``."""
    return Row(
        title=str(snippet),
        url=snippet_url(snippet, target, finder),
        kind=str(snippet._meta.verbose_name),
        state=State(snippet.state),
        details=list(details_of(snippet)),
        changes_url=changes_url(snippet),
        export_key=begun(snippet),
    )


def page_url(page: Any, target: Locale) -> str:
    if page.translated_id:
        return reverse("wagtailadmin_pages:edit", args=[page.translated_id])
    place = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    return f"{place}?{urlencode({'select_locale': target.language_code})}"


def snippet_url(snippet: Any, target: Locale, finder: AdminURLFinder) -> str:
    if snippet.translated_id:
        # Its key and its language are all that the finder asks for.
        translated = type(snippet)(pk=snippet.translated_id, locale=target)
        return finder.get_edit_url(translated) or ""
    meta = snippet._meta
    place = reverse(
        "wagtail_localize:submit_snippet_translation",
        args=[meta.app_label, meta.model_name, quote(snippet.pk)],
    )
    return f"{place}?{urlencode({'select_locale': target.language_code})}"


def begun(row: Any) -> int | None:
    """Return the key of a Translation that has a page or snippet; else None."""
    key: int | None = row.translation_id
    return key if row.translated_id else None


def changes_url(row: Any) -> str:
    key = begun(row)
    return reverse("translation_work:changes", args=[key]) if key else ""


def details_of(row: Any) -> Iterator[str]:
    if number := row.open_strings:
        words = ngettext("%(number)d text open", "%(number)d texts open", number)
        yield words % {"number": number}
    if number := row.machine_strings:
        words = ngettext(
            "%(number)d machine translation to confirm",
            "%(number)d machine translations to confirm",
            number,
        )
        yield words % {"number": number}
    if row.is_sent_back:
        yield gettext("moderators ask for changes")
