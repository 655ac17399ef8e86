"""A panel that tells editors how true the translations of their page are."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import cached_property
from wagtail.admin.panels import Panel
from wagtail.models import Page
from wagtail_localize.models import Translation

from pages.translation.days import told_apart

__all__ = ["TranslationState", "TranslationsPanel"]


@dataclass(frozen=True, slots=True)
class TranslationState:
    """One translation of a page, as its editors want to know it."""

    page: Any
    language: str
    is_behind: bool
    open_strings: int
    versions: tuple[str, str] | None
    """The days of the version it reflects and of the present one, if known."""


class TranslationsPanel(Panel):
    """Lists the translations of a page, and which version of it they reflect."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "pages/admin/translations.html"

        def is_shown(self) -> bool:
            return bool(self.states)

        @cached_property
        def states(self) -> list[TranslationState]:
            return list(states_of(self.instance)) if self.instance.pk else []

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            return {**context, "states": self.states, "page": self.instance}


def states_of(original: Any) -> list[TranslationState]:
    """Return how true each translation of a page is, as last published."""
    found = Translation.objects.filter(
        source__object_id=original.translation_key,
        source__locale_id=original.locale_id,
    ).select_related("target_locale", "work")
    by_locale = {translation.target_locale_id: translation for translation in found}
    pages = Page.objects.filter(
        translation_key=original.translation_key, locale__in=by_locale
    ).specific()
    return [state_of(page, original, by_locale[page.locale_id]) for page in pages]


def state_of(page: Any, original: Any, translation: Translation) -> TranslationState:
    then, now = page.text_version_at, original.text_version_at
    work = getattr(translation, "work", None)
    return TranslationState(
        page=page,
        language=translation.target_locale.get_display_name(),
        is_behind=bool(work and work.version < work.source_version),
        open_strings=work.open_strings if work else 0,
        versions=told_apart(then, now) if then and now else None,
    )
